//! Signs that one sentence denies what the other says.
//!
//! A word that just one of them denies, opposites, roles that are swapped. Two of these in one place undo each other: "the goods came late", "the goods
//! did not come on time"; "he is older than his wife", "his wife is younger than he is".

use crate::clause::ClauseId;

use super::Worded;
use super::denied::{denied, is_of_another};
use super::deserted;
use super::pairing::Pairing;
use super::role;
use super::scene;
use super::slot;
use super::state;
use super::table::Bond;
use super::words::{Item, Kind};

/// What speaks for opposition, whatever the two sentences have in common.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Signs {
    /// One sentence denies a word that the other doesn't.
    pub(super) is_denied: bool,
    /// One denies of one thing what the other says of another: no sign that they are opposed, but not the same either.
    pub(super) is_of_another: bool,
    pub(super) has_opposites: bool,
    pub(super) has_exclusives: bool,
    pub(super) is_swapped: bool,
    /// The same one is seen at two things that exclude each other.
    pub(super) is_elsewhere: bool,
    /// The same one is seen in two scenes that exclude each other.
    pub(super) is_other_scene: bool,
    /// The same deed has another place or year.
    pub(super) is_told_otherwise: bool,
}

/// The clauses of the left and of the right sentence in which something is contrary.
pub(super) type Place = (Option<ClauseId>, Option<ClauseId>);

impl Signs {
    pub(super) fn of(left: &Worded, right: &Worded, pairing: &Pairing) -> Self {
        let (of_another, denied): (Vec<Place>, Vec<Place>) = denied(left, right, pairing)
            .into_iter()
            .partition(|place| is_of_another(left, right, pairing, place));
        let opposites = contrary(left, right, pairing, Bond::Opposite);
        let is_of_deed = |(one, other): &&(&Item, &Item)| {
            !(is_count(one) || is_count(other) || one.excludes || other.excludes)
        };
        let deeds: Vec<Place> = opposites.iter().filter(is_of_deed).map(place).collect();
        let counts = opposites
            .iter()
            .filter(|(one, other)| is_count(one) || is_count(other))
            .map(place);
        let has_counts = opposites
            .iter()
            .any(|(one, other)| is_count(one) || is_count(other));
        let is_swapped = role::is_swapped(left, right);
        let is_undone = denied
            .iter()
            .copied()
            .chain(counts)
            .any(|place| deeds.contains(&place))
            || (is_swapped && !(deeds.is_empty() && denied.is_empty()));
        Self {
            is_denied: !denied.is_empty() && !is_undone,
            is_of_another: !of_another.is_empty(),
            has_opposites: !(is_undone || opposites.is_empty())
                || (!has_counts && !is_undone && state::differ(left, right, pairing)),
            has_exclusives: !contrary(left, right, pairing, Bond::Exclusive).is_empty(),
            is_swapped: is_swapped && !is_undone,
            is_elsewhere: role::is_elsewhere(left, right, &pairing.values),
            is_other_scene: scene::differ(left, right, &pairing.values)
                || deserted::is_deserted(left, right),
            is_told_otherwise: slot::differ(left, right, pairing),
        }
    }
}

pub(super) fn place(&(one, other): &(&Item, &Item)) -> Place {
    (one.clause, other.clause)
}

/// The words and phrases that stand to each other so and say what is so.
fn contrary<'a>(
    left: &'a Worded,
    right: &'a Worded,
    pairing: &Pairing,
    bond: Bond,
) -> Vec<(&'a Item, &'a Item)> {
    let [lefts, rights] = &pairing.values;
    let found = pairing.opposites.iter().filter(|opposed| opposed.2 == bond);
    found
        .filter(|&&(l, r, _)| !role::is_converse(left, l, right, r))
        .filter(|&&(l, r, _)| !are_of_other_deeds(left, l, right, r, pairing))
        .filter(|&&(l, r, _)| {
            !(is_measured(left, l, lefts, right) || is_measured(right, r, rights, left))
        })
        .filter(|&&(l, r, _)| !is_turned_in_time(left, l, right, r, pairing))
        .filter_map(|&(l, r, _)| left.unit(l).zip(right.unit(r)))
        .filter(|(l, r)| l.negated == r.negated && excludes(l, r) && !is_won(l, r))
        // "Putting on shoes", "getting dressed": what is done is of no kind with a thing.
        .filter(|(l, r)| {
            let is_level = l.is_deed == r.is_deed && l.denials % 2 == r.denials % 2;
            // "For the first time", "had never met before".
            let is_often = OFTEN.contains(&l.lemma.as_ref()) || OFTEN.contains(&r.lemma.as_ref());
            (bond == Bond::Opposite && !is_often) || is_level
        })
        .collect()
}

/// "Stopped before the match began", "began after it stopped": of another event each.
fn is_turned_in_time(left: &Worded, l: usize, right: &Worded, r: usize, pairing: &Pairing) -> bool {
    const TIMES: [&str; 2] = ["before", "after"];
    let is_time = |worded: &Worded, at: usize| {
        worded
            .items
            .get(at)
            .is_some_and(|item| TIMES.contains(&item.form.as_str()))
    };
    let event = |worded: &Worded, at: usize| {
        let after = worded.items.iter().enumerate().skip(at + 1);
        after
            .map(|(at, item)| (at, item.is_telling()))
            .find(|(_, is_telling)| *is_telling)
            .map(|(at, _)| at)
    };
    let events = event(left, l).zip(event(right, r));
    let is_met = events.is_some_and(|(l, r)| {
        pairing
            .pairs
            .iter()
            .any(|pair| (pair.left, pair.right) == (l, r))
    });
    is_time(left, l) && is_time(right, r) && !is_met
}

/// "Everyone was brought ashore", "no one was killed": of two deeds that have nothing to do with each other.
fn are_of_other_deeds(
    left: &Worded,
    l: usize,
    right: &Worded,
    r: usize,
    pairing: &Pairing,
) -> bool {
    const ALL: [&str; 3] = ["everyone", "everybody", "all"];
    const NONE: [&str; 3] = ["no one", "nobody", "none"];
    let Some((one, other)) = left.unit(l).zip(right.unit(r)) else {
        return false;
    };
    let is_of = |item: &Item, words: &[&str]| words.contains(&item.lemma.as_ref());
    if !(is_of(one, &ALL) && is_of(other, &NONE) || is_of(one, &NONE) && is_of(other, &ALL)) {
        return false;
    }
    let [lefts, rights] = &pairing.values;
    let is_alone = |worded: &Worded, values: &[f64], clause: Option<ClauseId>| {
        let said = worded.items.iter().zip(values);
        let mut deeds = said
            .filter(|(item, _)| item.clause == clause && item.is_deed)
            .peekable();
        deeds.peek().is_some() && deeds.all(|(_, &value)| value <= 0.0)
    };
    is_alone(left, lefts, one.clause) && is_alone(right, rights, other.clause)
}

/// "Lower in May *than in June*", where the other sentence has both: it rose from the one to the other.
pub(super) fn is_measured(worded: &Worded, at: usize, values: &[f64], other: &Worded) -> bool {
    const REACH: usize = 9;
    let mut others = other.items.iter();
    let is_comparative = worded
        .items
        .get(at)
        .is_some_and(|item| item.form.ends_with("er"))
        && !others.any(|item| item.form == "than");
    let mut after = worded.items.iter().zip(values).skip(at + 1).take(REACH);
    let mut behind = after.by_ref().skip_while(|(item, _)| item.form != "than");
    // "Fewer than the year before": than what the other tells of, maybe.
    const EARLIER: [&str; 5] = ["before", "earlier", "previous", "previously", "last"];
    let mut all = worded.items.iter().skip(at + 1).take(REACH);
    is_comparative
        && !all.any(|item| EARLIER.contains(&item.form.as_str()))
        && behind.next().is_some()
        && behind
            .find(|(item, _)| item.is_telling())
            .is_some_and(|(_, &value)| value > 0.0)
}

/// "Won the vote", "defeated her rival": who is defeated is told by "was defeated", a phrase of its own.
fn is_won(one: &Item, other: &Item) -> bool {
    let wins = |item: &Item| item.lemma == "win";
    let defeats = |item: &Item| item.lemma == "defeat" && item.is_deed;
    (wins(one) && defeats(other)) || (defeats(one) && wins(other))
}

/// Words for how often, which a denial in the clause turns round.
const OFTEN: [&str; 9] = [
    "first",
    "second",
    "third",
    "before",
    "often",
    "several time",
    "many time",
    "ever",
    "first time",
];

/// Not where both are about what isn't so, nor by *refuse* of "refuse to go", which is in "go".
fn excludes(one: &Item, other: &Item) -> bool {
    let says = |item: &Item| !(item.denies || item.bounds || item.kind == Kind::Negation);
    says(one) && says(other) && (one.denials == 0 || other.denials == 0)
}

/// "Most", "only": how many it is said of.
fn is_count(item: &Item) -> bool {
    const COUNTS: [&str; 18] = [
        "only",
        "all",
        "most",
        "every",
        "many",
        "majority",
        "minority",
        "everyone",
        "everybody",
        "everything",
        "nobody",
        "no one",
        "none",
        "nothing",
        "half",
        "third",
        "quarter",
        "handful",
    ];
    COUNTS.contains(&item.lemma.as_ref())
}

#[cfg(test)]
mod tests {
    use crate::compare::wording::is_opposed;

    #[test]
    fn what_is_measured_by_another_is_no_opposite() {
        let rose = "The rent rose to 900 crowns in the second year from 700 in the first.";
        assert!(!is_opposed(
            rose,
            "The rent was lower in the first year than in the second."
        ));
        assert!(is_opposed(rose, "The rent fell in the second year."));
        assert!(!is_opposed(
            "Everyone on the train was led out when it broke down near Belmar.",
            "No one was hurt when the train broke down near Belmar."
        ));
        assert!(is_opposed(
            "Everyone voted for the plan.",
            "No one voted for the plan."
        ));
    }
}
