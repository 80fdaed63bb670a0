//! Which words of a sentence are denied: by words ("not", "no", "against"), by what a verb means (`denier`), and how often.
//!
//! What a negation denies is told by `focus`. A verb of refusing denies the verb that completes it: "*refused* to sign". Two denials of one word
//! cancel.

use crate::clause::{ClauseId, Phrase, PhraseId, PhraseKind, Tag, View};

use super::denier;
use super::focus::focus;
use super::quantifier;
use super::words::{Item, Kind, form_at, telling_at};

/// Words that make a statement nearly its opposite.
const NEARLY: [&str; 5] = ["hardly", "barely", "scarcely", "seldom", "rarely"];

/// After *not* and *no* they take the negation back.
const NO_DENIAL: [&str; 8] = [
    "only", "just", "merely", "doubt", "least", "matter", "longer", "until",
];

/// Who does this against something does it so that it won't be.
const TAKES_SIDES: [&str; 10] = [
    "vote",
    "decide",
    "argue",
    "speak",
    "rule",
    "advise",
    "campaign",
    "protest",
    "demonstrate",
    "warn",
];

/// That nobody and nothing is there.
pub(super) const EMPTY: [&str; 4] = ["empty", "deserted", "vacant", "unoccupied"];

/// Words before *few* that make it say that there are some.
const SOME: [&str; 9] = [
    "too", "a", "the", "these", "those", "next", "last", "past", "first",
];

/// A word that denies, and what it denies: places in the items of its sentence.
pub(super) type Denial = (usize, Vec<usize>);

/// Marks the items that are denied an odd number of times, those that deny, and for all how much is denied in their clause; tells the denials.
pub(super) fn mark(items: &mut [Item], view: &View) -> Vec<Denial> {
    let mut denials = by_words(items, view);
    turn(items, &denials);
    let by_meaning = denier::denials(items, view);
    turn(items, &by_meaning);
    for (by, denied) in &by_meaning {
        for &at in denied {
            if let Some(item) = items.get_mut(at) {
                item.denied_by = Some(*by);
            }
        }
    }
    denials.extend(by_meaning);
    let empty = items
        .iter()
        .filter(|item| EMPTY.contains(&item.form.as_str()));
    let first = denials
        .iter()
        .filter_map(|(_, denied)| items.get(*denied.first()?));
    let clauses: Vec<Option<ClauseId>> = first.chain(empty).map(|item| item.clause).collect();
    for item in items {
        item.denials = clauses
            .iter()
            .filter(|clause| **clause == item.clause)
            .count();
    }
    denials
}

/// What *not*, *no*, *hardly*, *against*, *too* … deny.
fn by_words(items: &[Item], view: &View) -> Vec<Denial> {
    let form = |at: Option<usize>| {
        at.and_then(|at| items.get(at))
            .map_or("", |item| item.form.as_str())
    };
    let mut denials = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let (before, next) = (form(at.checked_sub(1)), form(Some(at + 1)));
        let is_word = item.kind == Kind::Negation
            || NEARLY.contains(&item.form.as_str())
            || item.form == "non"
            || (item.form == "few" && !SOME.contains(&before));
        let denied = if is_word && next == "longer" {
            // "no longer": what follows was so, and is not any more.
            next_telling(items, at + 2, view).into_iter().collect()
        } else if let Some(all) = quantifier::not_all(items, at, view) {
            vec![all]
        } else if is_word && next == "against" {
            // "Is not against it".
            vec![at + 1]
        } else if is_word && (lasts_until(items, at) || outdoes(items, at)) {
            Vec::new()
        } else if is_word && !NO_DENIAL.contains(&next) && !quantifier::is_bound(items, at) {
            focus(items, at, view)
        } else {
            let denied = match item.form.as_str() {
                "against" | "from" if protects(items, at) => next_telling(items, at + 1, view),
                "from" if saves(items, at, view) || is_far(items, at, view) => {
                    next_telling(items, at + 1, view)
                }
                "against" if takes_sides(items, at, view) => {
                    // "Is against the law".
                    let law = |&at: &usize| {
                        items
                            .get(at)
                            .is_some_and(|item| ["law", "rule"].contains(&item.lemma.as_ref()))
                    };
                    next_telling(items, at + 1, view).filter(|at| !law(at))
                }
                "except" | "excluding" => next_telling(items, at + 1, view),
                "too" => too_much_for(items, at, view),
                _ if denier::sets_aside(items, at) => next_telling(items, at + 2, view),
                _ if is_rank(item) && items.get(at + 1).is_some_and(is_superlative) => {
                    next_telling(items, at + 1, view)
                }
                _ => None,
            };
            denied.into_iter().collect()
        };
        if !denied.is_empty() {
            denials.push((at, denied));
        }
    }
    denials
}

/// "Was not signed until 2004": it was then.
pub(super) fn lasts_until(items: &[Item], at: usize) -> bool {
    const REACH: usize = 6;
    let after = items.get(at + 1..).unwrap_or_default();
    let mut near = after.iter().take(REACH);
    near.any(|item| item.form == "until")
}

/// "Has *never* made a purchase as large as this": it has made others, and this one.
fn outdoes(items: &[Item], at: usize) -> bool {
    const REACH: usize = 8;
    let form = |at: usize| form_at(items, at);
    let is_as = |at: usize| form(at) == "as" && form(at + 2) == "as";
    // "Has never been more profitable".
    let is_more = |at: usize| ["more", "better", "worse", "less"].contains(&form(at));
    let is_been = form(at + 1) == "been" && is_more(at + 2);
    form(at) == "never" && (is_been || (at + 2..at + REACH).any(is_as))
}

fn turn(items: &mut [Item], denials: &[Denial]) {
    for (by, denied) in denials {
        if let Some(item) = items.get_mut(*by) {
            item.denies = !item.excludes;
        }
        for &at in denied {
            if let Some(item) = items.get_mut(at) {
                item.negated = !item.negated;
            }
        }
    }
}

/// What is not done in "too heavy to lift", "too late for them to catch the train"; "not too heavy to lift" denies the weight alone.
fn too_much_for(items: &[Item], at: usize, view: &View) -> Option<usize> {
    const REACH: usize = 7;
    let is_denied = at.checked_sub(1).and_then(|at| items.get(at));
    if is_denied.is_some_and(|item| item.kind == Kind::Negation) {
        return None;
    }
    let window = items.get(at + 1..)?.iter().take(REACH);
    window
        .filter(|item| item.is_telling())
        .filter_map(|item| phrase_at(view, item.token))
        .find(|(_, phrase)| phrase.kind == PhraseKind::Verb && phrase.verb.infinitive)
        .and_then(|(_, phrase)| telling_at(items, phrase.head))
}

/// "The *second* tallest": not the tallest.
pub(super) fn is_rank(item: &Item) -> bool {
    const RANKS: [&str; 9] = [
        "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    ];
    RANKS.contains(&item.form.as_str())
}

fn is_superlative(item: &Item) -> bool {
    item.form == "most" || (item.form.ends_with("est") && item.form != item.lemma)
}

/// "Protects against fire": so that there won't be any.
fn protects(items: &[Item], at: usize) -> bool {
    const PROTECTING: [&str; 6] = [
        "protect",
        "guard",
        "shield",
        "immunise",
        "immunize",
        "protection",
    ];
    let before = items.get(at.saturating_sub(3)..at).unwrap_or_default();
    before
        .iter()
        .any(|item| PROTECTING.contains(&item.lemma.as_ref()))
}

/// "Saved the bank from bankruptcy": it did not come to that.
fn saves(items: &[Item], at: usize, view: &View) -> bool {
    const SAVING: [&str; 5] = ["save", "rescue", "spare", "keep", "deliver"];
    const FATES: [&str; 17] = [
        "bankruptcy",
        "insolvency",
        "collapse",
        "closure",
        "demolition",
        "extinction",
        "relegation",
        "defeat",
        "ruin",
        "destruction",
        "execution",
        "deportation",
        "eviction",
        "disaster",
        "oblivion",
        "starvation",
        "famine",
    ];
    let is_one_of = |at: usize, words: &[&str]| {
        let item = items.get(at);
        item.is_some_and(|item| words.contains(&item.lemma.as_ref()))
    };
    let next = next_telling(items, at + 1, view);
    // "Kept the mill from closing".
    let is_deed = |next: usize| {
        let tag = items.get(next).and_then(|item| view.tags.get(item.token));
        next == at + 1 && tag == Some(&Tag::Ing)
    };
    let is_fate = next.is_some_and(|next| is_one_of(next, &FATES) || is_deed(next));
    is_fate && (at.saturating_sub(4)..at).any(|at| is_one_of(at, &SAVING))
}

/// "*Far from* ending the war", "far from safe".
fn is_far(items: &[Item], at: usize, view: &View) -> bool {
    let before = at.checked_sub(1).and_then(|before| items.get(before));
    let next = items.get(at + 1).and_then(|next| view.tags.get(next.token));
    before.is_some_and(|before| before.form == "far")
        && matches!(next, Some(Tag::Ing | Tag::Adjective))
}

fn takes_sides(items: &[Item], at: usize, view: &View) -> bool {
    let Some(item) = items.get(at) else {
        return false;
    };
    let clause = view.clause_at(item.token);
    let before = items.get(at.saturating_sub(6)..at).unwrap_or_default();
    // "Is against closing it".
    let is_against = |word: &Item| word.lemma == "be";
    // "In protest against the arrests": these have been made.
    let is_plan = items.get(at + 1).is_some_and(|next| {
        view.tags.get(next.token) == Some(&Tag::Ing)
            || ["plan", "proposal"].contains(&next.lemma.as_ref())
    });
    let is_made = |word: &Item| ["protest", "demonstrate"].contains(&word.lemma.as_ref());
    if before.iter().any(is_made) && !is_plan {
        return false;
    }
    before.last().is_some_and(is_against)
        || before.iter().any(|word| {
            TAKES_SIDES.contains(&word.lemma.as_ref()) && view.clause_at(word.token) == clause
        })
}

pub(super) fn phrase_at(view: &View, token: usize) -> Option<(PhraseId, &Phrase)> {
    let id = view.phrase_at(token)?;
    Some((id, view.phrase(id)?))
}

/// The next word that says something and is no number; not over the end of a clause of its own.
pub(super) fn next_telling(items: &[Item], from: usize, view: &View) -> Option<usize> {
    const REACH: usize = 5;
    let clause = |at: usize| items.get(at).and_then(|item| view.clause_at(item.token));
    (from..from.saturating_add(REACH).min(items.len())).find(|&at| {
        let is_word = items
            .get(at)
            .is_some_and(|item| matches!(item.kind, Kind::Content | Kind::Name));
        is_word && (at == from || clause(at) >= clause(from))
    })
}

#[cfg(test)]
mod tests;
