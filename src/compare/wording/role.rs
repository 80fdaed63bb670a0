//! Whether two sentences tell the same deed with the roles swapped, or of the same one two deeds that exclude each other.

use super::Worded;
use super::deed::{Deed, GIVING, WINNING, is_side};
use super::table::{Bond, bond, is_same};
use super::time;
use super::words::{Item, Kind};

/// Verbs whose two sides can change places: if one meets the other, the other meets the one.
const EVEN: [&str; 18] = [
    "meet",
    "marry",
    "join",
    "resemble",
    "fight",
    "face",
    "discuss",
    "accompany",
    "be",
    "become",
    "date",
    "match",
    "equal",
    "kiss",
    "hug",
    "border",
    "neighbour",
    "divorce",
];

/// Verbs that tell of a thing from the side of who has it then.
const TAKING: [&str; 12] = [
    "buy", "purchase", "acquire", "borrow", "receive", "win", "beat", "defeat", "import", "learn",
    "inherit", "get",
];

/// Verbs of who comes first, whose object is the loser.
const BEATING: [&str; 8] = [
    "beat", "defeat", "overcome", "edge", "thrash", "outplay", "crush", "trounce",
];

/// Whether two opposite sides are told of two things that have changed places: "north of the river", "the river is south of it".
pub(super) fn is_turned_round(left: &Worded, l: usize, right: &Worded, r: usize) -> bool {
    let sides = |worded: &Worded, unit: usize| {
        let deed = worded
            .deeds
            .iter()
            .find(|deed| Some(deed.verb) == worded.words(unit).next());
        let (side, agent, patient) = deed?.named(worded)?;
        let lemmas = (agent.lemma.clone(), patient?.lemma.clone());
        is_side(side).then_some(lemmas)
    };
    let both = sides(left, l).zip(sides(right, r));
    both.is_some_and(|(one, other)| one.0 == other.1 && one.1 == other.0)
}

/// Whether a deed of one sentence is one of the other, or its opposite, with the roles swapped.
pub(super) fn is_swapped(left: &Worded, right: &Worded) -> bool {
    let (lefts, rights) = (named(left), named(right));
    let is_told = |([verb, agent, patient], _): &Named, deeds: &[Named]| {
        deeds.iter().any(|([deed, doer, other], _)| {
            is_same(verb, deed) && is_same(agent, doer) && is_same(patient, other)
        })
    };
    if swaps_qualities(left, right) {
        return true;
    }
    let swaps = |([verb, agent, patient], thing): &Named| {
        rights.iter().any(|met| {
            let ([deed, doer, other], of) = met;
            let is_other = bond(verb, deed) == Some(Bond::Opposite)
                && !(are_ends(verb, deed) || is_side(verb) || is_side(deed));
            let is_deed = is_same(verb, deed) || is_other || (beats(verb) && beats(deed));
            let is_turned = agent.lemma == other.lemma && patient.lemma == doer.lemma;
            is_deed && thing == of && is_turned && !is_told(met, &lefts)
        })
    };
    lefts
        .iter()
        .any(|deed| swaps(deed) && !is_told(deed, &rights))
        || is_by_another(&lefts, &rights, left, right)
        || is_by_another(&rights, &lefts, right, left)
}

fn beats(verb: &Item) -> bool {
    WINNING.contains(&verb.lemma.as_ref()) || BEATING.contains(&verb.lemma.as_ref())
}

/// "Norland invaded the island, and Sarva protested", "Sarva invaded the island": a deed is told of whom the other sentence names as doing another thing.
fn is_by_another(lefts: &[Named<'_>], rights: &[Named<'_>], left: &Worded, right: &Worded) -> bool {
    let is_name = |item: &Item| item.kind == Kind::Name;
    let does_other = |who: &Item, verb: &Item| {
        let mut deeds = left.deeds.iter().filter_map(|deed| deed.named(left));
        let is_other = |deed: &Item| deed.lemma != verb.lemma && deed.is_deed && is_told_so(deed);
        deeds.any(|(deed, agent, _)| agent.lemma == who.lemma && is_other(deed))
    };
    let is_there = |who: &Item| right.items.iter().any(|item| item.lemma == who.lemma);
    let is_candidate = |([verb, agent, _], _): &&Named<'_>| is_name(agent) && is_told_so(verb);
    let mut candidates = rights.iter().filter(is_candidate);
    candidates.any(|([verb, agent, patient], thing)| {
        let is_same = |([deed, doer, other], of): &&Named<'_>| {
            deed.lemma == verb.lemma && other.lemma == patient.lemma && of == thing && is_name(doer)
        };
        let mut same = lefts.iter().filter(is_same).peekable();
        let is_apart = |([deed, doer, _], _): &Named<'_>| {
            doer.lemma != agent.lemma && is_told_so(deed) && !is_there(doer)
        };
        same.peek().is_some() && same.all(is_apart) && does_other(agent, verb)
    })
}

fn is_told_so(verb: &Item) -> bool {
    verb.denials == 0 && !verb.negated
}

/// "The old man carries the young man": two of one name, told apart by what they are like.
fn swaps_qualities(left: &Worded, right: &Worded) -> bool {
    let (lefts, rights) = (qualities(left), qualities(right));
    lefts.iter().any(|(verb, agent, patient)| {
        let swapped = |(deed, doer, other): &(&str, &str, &str)| {
            deed == verb && doer == patient && other == agent
        };
        agent != patient && rights.iter().any(swapped)
    })
}

/// The verb, and what both sides of it are like, of deeds whose sides have one name.
fn qualities(worded: &Worded) -> Vec<(&str, &str, &str)> {
    let lemma = |at: usize| worded.items.get(at).map(|item| item.lemma.as_ref());
    let like = |of: usize| {
        worded
            .slots
            .iter()
            .find(|slot| slot.is_of(of))
            .and_then(|slot| lemma(slot.filler()))
    };
    let deeds = worded.deeds.iter();
    let of = |deed: &Deed| {
        let patient = deed
            .patient
            .filter(|&patient| lemma(patient) == lemma(deed.agent))?;
        let verb = lemma(deed.verb).filter(|verb| !EVEN.contains(verb))?;
        Some((verb, like(deed.agent)?, like(patient)?))
    };
    deeds.filter_map(of).collect()
}

/// Verb, agent and patient of a deed, and the lemma of what of the patient is meant.
type Named<'a> = ([&'a Item; 3], Option<&'a str>);

/// The deeds that have an agent and a patient, and whose two sides differ.
fn named(worded: &Worded) -> Vec<Named<'_>> {
    let item = |at: usize| worded.items.get(at);
    let deeds = worded.deeds.iter();
    deeds
        .filter_map(|deed| {
            let thing = deed.thing.and_then(item).map(|item| item.lemma.as_ref());
            let sides = [item(deed.verb)?, item(deed.agent)?, item(deed.patient?)?];
            Some((sides, thing))
        })
        .filter(|([verb, agent, patient], _)| {
            agent.lemma != patient.lemma && !EVEN.contains(&verb.lemma.as_ref())
        })
        .collect()
}

/// Whether two verbs tell one deed from its two ends: one buys, another sells.
pub(super) fn are_ends(one: &Item, other: &Item) -> bool {
    let is_one_of = |item: &Item, verbs: &[&str]| verbs.contains(&item.lemma.as_ref());
    (is_one_of(one, &TAKING) && is_one_of(other, &GIVING))
        || (is_one_of(one, &GIVING) && is_one_of(other, &TAKING))
}

/// Whether two opposite verbs tell one deed from its two ends, of each of which another is told.
pub(super) fn is_converse(left: &Worded, l: usize, right: &Worded, r: usize) -> bool {
    let both = left.unit(l).zip(right.unit(r));
    let is_met = both.is_some_and(|(one, other)| are_ends(one, other));
    let agent = |worded: &Worded, unit: usize| {
        let verb = worded.words(unit).next();
        let deed = worded.deeds.iter().find(|deed| Some(deed.verb) == verb)?;
        Some(worded.items.get(deed.agent)?.lemma.clone())
    };
    let is_same = agent(left, l)
        .zip(agent(right, r))
        .is_some_and(|(l, r)| l == r);
    is_met && !is_same
}

/// Whether the same one is seen at two things of which nobody does both at once: "a man is running", "the man is asleep". `values` as in
/// [`Pairing`](super::pairing::Pairing).
pub(super) fn is_elsewhere(left: &Worded, right: &Worded, values: &[Vec<f64>; 2]) -> bool {
    let both = |l: usize, r: usize| left.items.get(l).zip(right.items.get(r));
    let is_one = |l: &Deed, r: &Deed| {
        both(l.agent, r.agent).is_some_and(|(one, other)| {
            let is_same = one.lemma == other.lemma;
            is_same || matches!(bond(one, other), Some(Bond::Same | Bond::Kind))
        })
    };
    let excludes = |l: &Deed, r: &Deed| {
        both(l.verb, r.verb).is_some_and(|(one, other)| {
            let is_told = one.denials == 0 && other.denials == 0;
            let place = (one.clause, other.clause);
            let is_at_once = !time::are_of_other_times(left, right, &place);
            is_told
                && is_at_once
                && matches!(bond(one, other), Some(Bond::Exclusive | Bond::Opposite))
        })
    };
    // A deed that the other sentence tells too is no other deed.
    let goes_on = |worded: &Worded, values: &[f64]| -> Vec<Deed> {
        let is_alone = |at: usize| values.get(at).is_some_and(|&value| value <= 0.0);
        let deeds = worded.deeds.iter();
        deeds
            .filter(|deed| deed.goes_on && is_alone(deed.verb))
            .copied()
            .collect()
    };
    let [lefts, rights] = values;
    let (left, right) = (goes_on(left, lefts), goes_on(right, rights));
    left.iter()
        .any(|l| right.iter().any(|r| is_one(l, r) && excludes(l, r)))
}

#[cfg(test)]
mod tests {
    use crate::compare::wording::is_opposed;

    #[test]
    fn who_gives_and_who_gets_are_told_apart() {
        let lent = "Chile lent the ships to Bolivia.";
        assert!(is_opposed(lent, "Bolivia lent the ships to Chile."));
        assert!(!is_opposed(lent, lent));
        assert!(!is_opposed(lent, "Bolivia borrowed the ships from Chile."));
        assert!(!is_opposed(
            lent,
            "Chile lent ships to Bolivia and to Peru."
        ));
    }

    #[test]
    fn two_of_one_name_are_told_apart_by_what_they_are_like() {
        let carried = "The old man is carrying the young man.";
        assert!(is_opposed(
            carried,
            "The young man is carrying the old man."
        ));
        assert!(!is_opposed(
            carried,
            "The young man is carried by the old man."
        ));
    }

    #[test]
    fn what_no_longer_is_is_not_what_still_is() {
        let still = "The dam still supplies the city.";
        assert!(is_opposed("The dam no longer supplies the city.", still));
        assert!(!is_opposed("The dam supplies the city.", still));
    }

    #[test]
    fn whose_thing_it_is_and_who_gets_it_are_sides_of_a_deed() {
        let painted = "The baker is painting the butcher's door.";
        assert!(is_opposed(
            painted,
            "The butcher is painting the baker's door."
        ));
        assert!(!is_opposed(
            painted,
            "The butcher's door is being painted by the baker."
        ));
        let lent = "Chile lent Bolivia 30 ships to guard its coast.";
        assert!(is_opposed(lent, "Bolivia lent 30 ships to Chile."));
        assert!(!is_opposed(lent, "Chile lent 30 ships to Bolivia."));
    }

    #[test]
    fn a_deed_of_one_is_not_told_of_another() {
        let seized = "Norland seized the port in 1952, and Sarva complained to the league.";
        assert!(is_opposed(seized, "Sarva seized the port in 1952."));
        assert!(!is_opposed(seized, "Norland seized the port in 1952."));
        let both = "Norland condemned the raid, and Sarva condemned the raid and left.";
        assert!(!is_opposed(both, "Sarva condemned the raid."));
    }
}
