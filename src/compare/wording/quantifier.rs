//! Of how many it is said: *not all*, *no fewer than*, *nobody but*, *half of*.

use crate::clause::{ClauseId, View};

use super::words::{Item, Kind, form_at};

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

/// How great a part is of which it is said.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Share {
    /// "Some", "many", as a place in `SHARES`: there is room for another. `None`: "not all".
    Some(Option<usize>),
    /// More than half.
    Most,
    /// So many, of so many where that is told.
    Counted(f64, Option<f64>),
    /// "All but two".
    AllBut(f64),
}

impl Share {
    /// The share that a word tells.
    fn at(items: &[Item], at: usize) -> Option<Self> {
        let item = items.get(at)?;
        let number = |at: usize| match items.get(at)?.kind {
            Kind::Number(value) if !value.is_year() => Some(value.0),
            _ => (form_at(items, at) == "one").then_some(1.0),
        };
        let form = |at: usize| form_at(items, at);
        match item.form.as_str() {
            "all" if form(at + 1) == "but" => number(at + 2).map(Self::AllBut),
            "half" => Some(Self::Counted(0.5, Some(1.0))),
            "third" if form(at + 1) == "of" => Some(Self::Counted(0.33, Some(1.0))),
            "quarter" if form(at + 1) == "of" => Some(Self::Counted(0.25, Some(1.0))),
            "most" | "majority" if is_share(items, at) => Some(Self::Most),
            _ if item.negated && is_whole(item) => Some(Self::Some(None)),
            word if is_share(items, at) => {
                Some(Self::Some(SHARES.iter().position(|share| *share == word)))
            }
            _ => {
                let of = (at + 1..at + 4).find(|&at| form(at) == "of");
                let of = of.and_then(|of| (of + 1..of + 3).find_map(number));
                Some(Self::Counted(number(at)?, of))
            }
        }
    }

    /// Whether something can be so of both, as of two parts.
    fn leaves(self, other: Self) -> bool {
        match (self, other) {
            (Self::Some(one), Self::Some(other)) => one != other,
            (Self::Some(_), _) | (_, Self::Some(_)) => true,
            (Self::AllBut(but), Self::Counted(n, _)) | (Self::Counted(n, _), Self::AllBut(but)) => {
                n <= but
            }
            (Self::Counted(n, of), Self::Counted(other, other_of)) => match of.or(other_of) {
                Some(all) => n + other <= all,
                None => n.min(other) <= 1.0,
            },
            _ => false,
        }
    }
}

/// "Some of the crew left", "many of the crew stayed": of other members; not where both are said of more than half.
pub(super) fn are_parts(one: &Item, other: &Item) -> bool {
    let shares = one.share.zip(other.share);
    (one.partly || other.partly) && shares.is_some_and(|(one, other)| one.leaves(other))
}

/// "Most members", "some of them"; not "at most ten", "the most", "some 300".
fn is_share(items: &[Item], at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |at| form_at(items, at));
    let is_rank = ["at", "the", "a"].contains(&before) || form_at(items, at + 1) == "than";
    let is_about = items.get(at + 1).is_some_and(Item::is_number);
    SHARES.contains(&form_at(items, at)) && !is_rank && !is_about
}

/// Words for some of those whom it could be said of.
const SHARES: [&str; 6] = ["some", "most", "many", "several", "majority", "minority"];

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
    let form = |at: usize| form_at(items, at);
    let is_compared = COMPARED.contains(&form(at + 1))
        && form(at + 2) == "than"
        && items.get(at + 3).is_some_and(Item::is_number);
    is_compared || is_exception(items, at)
}

/// "Nobody but him", "no member other than Chile", "and nobody else"; not "speaks for nobody but himself".
fn is_exception(items: &[Item], at: usize) -> bool {
    const REACH: usize = 4;
    let form = |at: usize| form_at(items, at);
    let is_pronoun = ["nobody", "nothing", "none"].contains(&form(at));
    let is_no = form(at) == "no";
    let pronoun = is_pronoun
        .then_some(at)
        .or_else(|| (is_no && form(at + 1) == "one").then_some(at + 1));
    if let Some(pronoun) = pronoun {
        let is_beside = at
            .checked_sub(1)
            .is_some_and(|before| form(before) == "and");
        return (form(pronoun + 1) == "but" && !is_of_self(items, pronoun))
            || (form(pronoun + 1) == "else" && is_beside)
            || excepts(form(pronoun + 1), form(pronoun + 2));
    }
    is_no && (at + 2..at + REACH).any(|at| excepts(form(at), form(at + 1)))
}

/// Whether all are left out but those of whom it is told: "nobody but *himself*".
pub(super) fn is_of_self(items: &[Item], at: usize) -> bool {
    let form = |at: usize| form_at(items, at);
    let own = form(at + 2);
    form(at + 1) == "but" && (own.ends_with("self") || own.ends_with("selves"))
}

fn excepts(word: &str, next: &str) -> bool {
    ["except", "besides", "save"].contains(&word)
        || [("other", "than"), ("apart", "from"), ("aside", "from")].contains(&(word, next))
}

/// Marks the words of the clauses that are said of a part of those whom they could be said of ("half of the crew", "not all"), and those that
/// make a number a bound ("*fewer* than ten").
pub(super) fn mark(items: &mut [Item], view: &View) {
    mark_bounds(items);
    let form = |at: usize| form_at(items, at);
    let is_part = |(at, item): &(usize, &Item)| {
        (item.negated && is_whole(item))
            || ((PARTS.contains(&item.form.as_str()) || item.is_number()) && form(at + 1) == "of")
            // "Three members of the club".
            || (item.is_number() && form(at + 2) == "of")
            || (form(*at) == "one" && form(at + 1) == "of")
            || (form(*at) == "all" && form(at + 1) == "but")
    };
    let parts = items
        .iter()
        .enumerate()
        .filter(|part| is_part(part) || is_share(items, part.0));
    let shares: Vec<(Share, ClauseId)> = (0..items.len())
        .filter_map(|at| {
            let item = items.get(at)?;
            let clause = view.clause_at(item.token)?;
            let is_before = view
                .verb_group(clause)
                .is_none_or(|verb| item.token < verb.head);
            Some((Share::at(items, at).filter(|_| is_before)?, clause))
        })
        .collect();
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
    // "Half of the crew refused to board": the boarding too.
    let is_partial = |id: ClauseId| {
        let parent = view.clause(id).and_then(|clause| clause.parent);
        partial.contains(&id) || parent.is_some_and(|parent| partial.contains(&parent))
    };
    for item in items {
        item.partly = item.clause.is_some_and(is_partial);
        let share = shares
            .iter()
            .find(|(_, clause)| Some(*clause) == item.clause);
        item.share = share.map(|(share, _)| *share);
    }
}

/// Marks the words that make a number a bound: "*more than* ten", "*at least* ten".
fn mark_bounds(items: &mut [Item]) {
    let form = |at: usize| form_at(items, at);
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
}
