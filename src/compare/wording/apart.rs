//! Things of one kind that are told apart, of which each may be so: "the north gate was opened", "the south gate was closed"; "hired 200 workers",
//! "fired 100".

use crate::clause::ClauseId;

use super::Worded;
use super::opposition::Place;
use super::pairing::Pairing;
use super::table::Bond;
use super::words::{Item, Kind, form_at};

/// Words by which one of several is meant, those of one kind together.
const WHICH: [&[&str]; 6] = [
    &[
        "north", "south", "east", "west", "northern", "southern", "eastern", "western",
    ],
    &["upper", "lower"],
    &["front", "back", "rear"],
    &["left", "right"],
    &["inner", "outer"],
    &["old", "new"],
];

/// Verbs of what one number becomes: it doesn't do both.
const CHANGING: [&str; 20] = [
    "rise", "fall", "increase", "decrease", "drop", "grow", "shrink", "raise", "cut", "lower",
    "gain", "lose", "climb", "jump", "slip", "slump", "reduce", "win", "go up", "go down",
];

/// One of several things, as places in the items of its sentence.
struct One {
    which: usize,
    thing: usize,
    /// It opens the sentence, which tells of it.
    is_subject: bool,
}

/// Whether the clauses of a place tell of two things that are told apart by where they are, or by which came first: of one of them at least as what it
/// tells of. "Came in by the north gate", "came in by the south gate" are of one coming.
pub(super) fn are_told_apart(left: &Worded, right: &Worded, place: &Place) -> bool {
    let (lefts, rights) = (ones(left, place.0), ones(right, place.1));
    lefts.iter().any(|l| {
        rights.iter().any(|r| {
            let lemma =
                |worded: &Worded, at: usize| worded.items.get(at).map(|item| item.lemma.clone());
            let (one, other) = (
                form_at(&left.items, l.which),
                form_at(&right.items, r.which),
            );
            let of_a_kind = |kind: &&[&str]| kind.contains(&one) && kind.contains(&other);
            (l.is_subject || r.is_subject)
                && lemma(left, l.thing) == lemma(right, r.thing)
                && one != other
                && WHICH.iter().any(of_a_kind)
        })
    })
}

/// The things of a clause that are one of several.
fn ones(worded: &Worded, clause: Option<ClauseId>) -> Vec<One> {
    let items = &worded.items;
    let is_which = |at: &usize| {
        let form = form_at(items, *at);
        WHICH.iter().any(|kind| kind.contains(&form))
            && at
                .checked_sub(1)
                .is_some_and(|before| form_at(items, before) == "the")
    };
    let of_clause =
        (0..items.len()).filter(|&at| items.get(at).is_some_and(|item| item.clause == clause));
    of_clause
        .filter(is_which)
        .filter(|at| items.get(at + 1).is_some_and(Item::is_telling))
        .map(|at| One {
            which: at,
            thing: at + 1,
            is_subject: at <= 1,
        })
        .collect()
}

/// Whether opposite deeds have another number each of what they are done to: "hired 200 workers", "fired 100".
pub(super) fn are_counted_apart(left: &Worded, right: &Worded, pairing: &Pairing) -> bool {
    let mut opposites = pairing
        .opposites
        .iter()
        .filter(|opposed| opposed.2 == Bond::Opposite);
    opposites.any(|&(l, r, _)| {
        let both = counted(left, l).zip(counted(right, r));
        both.is_some_and(|((one, of), (other, to))| {
            let is_same = of.zip(to).is_none_or(|(of, to)| of.lemma == to.lemma);
            is_same && (one - other).abs() > f64::EPSILON
        })
    })
}

/// The number of what a verb's deed is done to, and what that is, where it follows: "hired *200 workers*".
fn counted(worded: &Worded, unit: usize) -> Option<(f64, Option<&Item>)> {
    let verb = worded.words(unit).next()?;
    // "Closed 3 shops" may be read as a participle, "only two" and "all five" as no verb at all.
    let is_inflected = |item: &Item| item.is_deed || item.form != item.lemma;
    let done = worded
        .items
        .get(verb)
        .filter(|item| is_inflected(item) && item.denials == 0)?;
    if CHANGING.contains(&done.lemma.as_ref()) {
        return None;
    }
    let number = worded.items.get(verb + 1)?;
    let Kind::Number(value) = number.kind else {
        return None;
    };
    let of = worded
        .items
        .get(verb + 2)
        .filter(|item| item.kind == Kind::Content);
    Some((value.0, of))
}

#[cfg(test)]
mod tests {
    use crate::compare::wording::is_opposed;

    #[test]
    fn one_of_two_things_may_be_what_the_other_is_not() {
        let opened = "The north gate was opened.";
        assert!(!is_opposed(opened, "The south gate was opened."));
        assert!(!is_opposed(opened, "The south gate was closed."));
        assert!(is_opposed(opened, "The north gate was closed."));
        assert!(!is_opposed(
            "They left by the north gate.",
            "The south gate was guarded."
        ));
        assert!(!is_opposed(
            "The old bridge was closed.",
            "The new bridge was opened."
        ));
    }

    #[test]
    fn who_hires_some_may_fire_others() {
        let hired = "The factory hired 200 workers.";
        assert!(!is_opposed(hired, "The factory fired 100 workers."));
        assert!(is_opposed(hired, "The factory hired 100 workers."));
        assert!(!is_opposed(
            "The firm opened 12 shops.",
            "The firm closed 3 shops."
        ));
    }
}
