//! That nobody is there: "the street is empty", "the classroom has no pupils".
//!
//! Who is told to be in a place is denied by a sentence that says that the place is empty, or has none of them, though they share few words.

use super::Worded;
use super::polarity::EMPTY;
use super::scene::{PLACE, is_animate, is_seen};
use super::words::Item;

/// Things that hold people: nobody is in an empty one.
const SEATS: [&str; 12] = [
    "wheelchair",
    "chair",
    "seat",
    "bed",
    "pram",
    "stroller",
    "cradle",
    "cot",
    "hammock",
    "saddle",
    "bus",
    "carriage",
];

/// Whether the one tells of people where the other tells that nobody is: "a crowd cheers", "the stadium is empty".
pub(super) fn is_deserted(left: &Worded, right: &Worded) -> bool {
    leaves_out(left, right) || leaves_out(right, left)
}

fn leaves_out(empty: &Worded, other: &Worded) -> bool {
    let at = empty.scene.places();
    if at.is_empty() {
        return false;
    }
    let elsewhere = other.scene.places();
    let is_empty = |(at, item): (usize, &Item)| {
        EMPTY.contains(&item.form.as_str()) && !item.negated && is_of_place(empty, at)
    };
    let is_here = elsewhere.is_empty() || at.iter().any(|scene| elsewhere.contains(scene));
    // "The classroom has no pupils".
    let is_met = |at: &usize| {
        let item = empty.items.get(*at);
        item.is_some_and(|gone| {
            let mut others = other.items.iter();
            is_animate(gone) && others.any(|item| item.lemma == gone.lemma && !item.negated)
        })
    };
    let is_no = |by: usize| empty.items.get(by).is_some_and(|item| item.form == "no");
    let mut denials = empty.denials.iter();
    let is_without =
        denials.any(|(by, gone)| is_no(*by) && is_had(empty, gone) && gone.iter().any(is_met));
    let mut agents = other.scene.agents(&other.items).peekable();
    if is_without && is_here && agents.peek().is_some() {
        return true;
    }
    empty.items.iter().enumerate().any(is_empty)
        && is_here
        && is_seen(other)
        && agents.any(is_animate)
}

/// Whether what is denied is that a place has somebody: "has no pupils", "there are no pupils".
fn is_had(worded: &Worded, denied: &[usize]) -> bool {
    const HAVING: [&str; 4] = ["have", "contain", "hold", "be"];
    let clause = denied.first().and_then(|&at| worded.items.get(at)?.clause);
    let verbs = worded
        .items
        .iter()
        .filter(|item| item.clause == clause && item.is_deed);
    let mut verbs = verbs.map(|item| item.lemma.as_ref());
    verbs.all(|verb| HAVING.contains(&verb))
}

/// Whether what is said to be empty is a place, or nothing is named: "the *street* is empty", not "an empty *plate*".
fn is_of_place(worded: &Worded, said: usize) -> bool {
    let slots = worded.slots.iter().filter(|slot| slot.filler() == said);
    let things = slots.filter_map(|slot| worded.items.get(slot.of()));
    let is_place = |item: &Item| {
        if SEATS.contains(&item.lemma.as_ref()) {
            return true;
        }
        let scenes = item
            .of_lemma
            .map_or(&[][..], |entry| entry.scenes.as_slice());
        scenes.iter().any(|scene| scene.field == PLACE)
    };
    let mut things = things.peekable();
    things.peek().is_none() || things.any(is_place)
}

#[cfg(test)]
mod tests {
    use crate::compare::wording::is_opposed;

    #[test]
    fn a_deserted_place_has_nobody_in_it() {
        let class = "A teacher is pointing at a map in front of a class.";
        assert!(is_opposed(class, "The classroom is empty."));
        assert!(!is_opposed(class, "The beach is empty."));
        assert!(!is_opposed(class, "The classroom is not empty."));
    }

    #[test]
    fn a_place_without_them_and_an_empty_thing_are_told_apart() {
        let class = "A teacher points to a map while her pupils take notes.";
        assert!(is_opposed(class, "The classroom has no pupils."));
        assert!(!is_opposed(
            class,
            "The sandy beach behind the dunes has no pupils."
        ));
        assert!(!is_opposed(
            "A waiter is taking empty glasses off the table.",
            "The glasses that the waiter is taking have no wine in them."
        ));
        let smoking = "Two women smoke outside a station.";
        assert!(!is_opposed(
            smoking,
            "The women are not inside the station."
        ));
        assert!(is_opposed(
            smoking,
            "The women are not outside the station."
        ));
    }
}
