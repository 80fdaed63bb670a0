//! Of how many it is said: *not all*, *no fewer than*, *nobody but*, *half of*.

use crate::clause::{ClauseId, View};

use super::words::Item;

/// Words for all of a kind.
const UNIVERSAL: [&str; 9] = [
    "all",
    "every",
    "everyone",
    "everybody",
    "everything",
    "each",
    "both",
    "always",
    "necessarily",
];
/// Words for one part, beside which there is another.
const PARTS: [&str; 6] = ["half", "third", "quarter", "part", "portion", "fraction"];

/// Words that make with *than* a bound of a number: "fewer than ten".
const COMPARED: [&str; 5] = ["more", "less", "fewer", "later", "earlier"];

pub(super) fn is_universal(item: &Item) -> bool {
    UNIVERSAL.contains(&item.form.as_str())
}

fn is_whole(item: &Item) -> bool {
    is_universal(item) || ["whole", "entire"].contains(&item.form.as_str())
}

/// What the negation at an item denies if it denies that it is so of all, and nothing else: "*not* everyone came", "did *not* read the whole book".
pub(super) fn not_all(items: &[Item], at: usize, view: &View) -> Option<usize> {
    let item = items
        .get(at)
        .filter(|item| item.form == "not" || item.form == "n't")?;
    if items.get(at + 1).is_some_and(is_universal) {
        return Some(at + 1);
    }
    let clause = view.clause(view.clause_at(item.token)?)?;
    let object = view.phrase(clause.object?)?;
    let mut after = items.iter().enumerate().skip(at);
    let whole = after.find(|(_, item)| item.token >= object.start && is_whole(item));
    whole
        .filter(|(_, item)| item.token < object.end)
        .map(|(at, _)| at)
}

/// Whether the negation at an item makes a bound or an exception of what comes after it: "*no* fewer than ten", "*nobody* but him".
pub(super) fn is_bound(items: &[Item], at: usize) -> bool {
    let form = |at: usize| items.get(at).map_or("", |item| item.form.as_str());
    let is_compared = COMPARED.contains(&form(at + 1))
        && form(at + 2) == "than"
        && items.get(at + 3).is_some_and(Item::is_number);
    let is_pronoun = ["nobody", "nothing", "none"].contains(&form(at));
    is_compared
        || (is_pronoun && form(at + 1) == "but")
        || (form(at) == "no" && form(at + 1) == "one" && form(at + 2) == "but")
}

/// Marks the words of the clauses that are said of a part of those whom they could be said of ("half of the crew", "not all"), and those that
/// make a number a bound ("*fewer* than ten").
pub(super) fn mark(items: &mut [Item], view: &View) {
    let form = |at: usize| items.get(at).map_or("", |item| item.form.as_str());
    let is_part = |(at, item): &(usize, &Item)| {
        (item.negated && is_whole(item))
            || ((PARTS.contains(&item.form.as_str()) || item.is_number()) && form(at + 1) == "of")
            // "Three members of the club".
            || (item.is_number() && form(at + 2) == "of")
    };
    let parts = items.iter().enumerate().filter(is_part);
    // "Not all came": of those who could; "did not lose a third" denies the losing.
    let is_before_verb =
        |id: &ClauseId, token: usize| view.verb_group(*id).is_none_or(|verb| token < verb.head);
    let partial: Vec<ClauseId> = parts
        .filter_map(|(_, item)| {
            let clause = view.clause_at(item.token)?;
            let is_part = item.negated || is_before_verb(&clause, item.token);
            is_part.then_some(clause)
        })
        .collect();
    let is_bound = |&at: &usize| {
        (COMPARED.contains(&form(at))
            && form(at + 1) == "than"
            && items.get(at + 2).is_some_and(Item::is_number))
            || (form(at) == "at" && ["least", "most"].contains(&form(at + 1)))
    };
    let bounds: Vec<usize> = (0..items.len())
        .filter(is_bound)
        .flat_map(|at| [at, at + 1])
        .collect();
    for at in bounds {
        if let Some(item) = items.get_mut(at) {
            item.bounds = true;
        }
    }
    // "Half of the crew refused to board": the boarding too.
    let is_partial = |id: ClauseId| {
        let parent = view.clause(id).and_then(|clause| clause.parent);
        partial.contains(&id) || parent.is_some_and(|parent| partial.contains(&parent))
    };
    for item in items {
        item.partly = item.clause.is_some_and(is_partial);
    }
}
