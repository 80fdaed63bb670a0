//! Where one sentence denies what the other says.
//!
//! A pair of words of which just one is denied is not enough: "without glasses she can't read" denies twice what "she reads with glasses" says; "it
//! works, but not in children" and "it has no effect in children" deny different words, and the same thing; and "not in Belmar" denies nothing of
//! "in Ellis".

use crate::clause::ClauseId;

use super::Worded;
use super::bearer;
use super::norm;
use super::opposition::{Place, place};
use super::pairing::{Paired, Pairing};
use super::polarity::EMPTY;
use super::quantifier;
use super::table::Bond;
use super::time;
use super::words::{Item, Kind};

/// Words that deny something beside what is said: "climbs *without* a rope".
const BESIDE: [&str; 6] = ["without", "except", "excluding", "instead", "rather", "non"];

/// Who does this to a thing does not want it, or has it no longer.
const OPPOSING: [&str; 8] = [
    "oppose", "reject", "resist", "refuse", "condemn", "end", "cease", "stop",
];

/// The places where a word that both sentences have is denied in one. Not where as much is denied in its clause in the other, nor where the denial is
/// met by an opposite: "did not take the job", "turned the job down". Of one thing, and of two things.
pub(super) fn denied(left: &Worded, right: &Worded, pairing: &Pairing) -> (Vec<Place>, Vec<Place>) {
    let both = |pair: &Paired| left.unit(pair.left).zip(right.unit(pair.right));
    let (met, pairs): (Vec<&Paired>, Vec<&Paired>) =
        pairing.pairs.iter().partition(|pair| pair.by_denial);
    let met: Vec<Place> = met
        .into_iter()
        .filter_map(both)
        .map(|(l, r)| (l.host, r.host))
        .collect();
    let [lefts, rights] = &pairing.values;
    let is_odd = |(l, r): &(&Item, &Item)| {
        let denials = denials(left, lefts, l.clause) + denials(right, rights, r.clause);
        denials % 2 == 1 || is_turned(l, r)
    };
    let (of_another, of_one): (Vec<_>, Vec<_>) = pairs
        .into_iter()
        .filter_map(both)
        .filter(|(l, r)| differ(l, r) && !is_told_by(l, lefts) && !is_told_by(r, rights))
        .filter(is_odd)
        .filter(|(l, r)| !met.contains(&(l.host, r.host)))
        .filter(|(l, r)| !is_judged_alike(left, l, right, r))
        // "Who had denied it", "admitted it".
        .filter(|(l, r)| l.is_earlier == r.is_earlier)
        .partition(|both| {
            are_apart(both.0, both.1) || is_of_another(left, right, pairing, &place(both))
        });
    let places = |pairs: Vec<(&Item, &Item)>| pairs.iter().map(place).collect();
    (places(of_one), places(of_another))
}

/// Whether just one of two words is denied; not of two parts of a group, of which one came and the other did not.
fn differ(one: &Item, other: &Item) -> bool {
    (one.is_telling() || quantifier::is_universal(one))
        && one.negated != other.negated
        && !((one.partly && other.partly) || quantifier::are_parts(one, other))
}

/// "It was a mistake to recognise it", "it should not have been recognised".
fn is_judged_alike(left: &Worded, one: &Item, right: &Worded, other: &Item) -> bool {
    let verdicts = norm::verdict(left, one).zip(norm::verdict(right, other));
    verdicts.is_some_and(|(one, other)| one == other)
        || norm::is_of_duty_and_fact(left, right, (one.clause, other.clause))
}

/// "Failed to bring in aid", "the aid convoy": what is denied is no part of the name of another thing.
fn are_apart(one: &Item, other: &Item) -> bool {
    let is_apart = |one: &Item, other: &Item| one.negated && !one.is_modifier && other.is_modifier;
    is_apart(one, other) || is_apart(other, one)
}

/// Whether a word that denies others is denied itself in one: "cancelled", "not cancelled".
fn is_turned(one: &Item, other: &Item) -> bool {
    let turns = |one: &Item, other: &Item| {
        (one.excludes || (one.denies && one.is_telling())) && other.negated && !one.negated
    };
    turns(one, other) || turns(other, one)
}

/// How much is denied in a clause; not beside what it says if the other sentence has nothing of it: "climbs without a rope".
fn denials(worded: &Worded, values: &[f64], clause: Option<ClauseId>) -> usize {
    let item = |at: usize| worded.items.get(at);
    let is_alone = |at: &usize| values.get(*at).is_none_or(|&value| value <= 0.0);
    let is_here = |at: &usize| item(*at).is_some_and(|item| item.clause == clause);
    let is_beside = |by: usize, denied: &[usize]| {
        let word = item(by).map_or("", |item| item.form.as_str());
        BESIDE.contains(&word) && denied.iter().all(is_alone)
    };
    let denials = worded.denials.iter();
    let denials = denials
        .filter(|(by, denied)| denied.iter().any(is_here) && !is_beside(*by, denied))
        .count();
    let mut items = worded.items.iter();
    let is_empty = |item: &Item| item.clause == clause && EMPTY.contains(&item.form.as_str());
    // "Opposes the building of it", "does not want it built".
    let opposes = |at: &usize| {
        let is_opposing = |item: &Item| {
            !(item.negated || item.denies || item.excludes)
                && OPPOSING.contains(&item.lemma.as_ref())
        };
        // "Ended in a deal" ends nothing.
        let is_way = item(at + 1).is_some_and(|next| ["in", "with"].contains(&next.form.as_str()));
        is_here(at) && is_alone(at) && !is_way && item(*at).is_some_and(is_opposing)
    };
    let is_opposing = (0..worded.items.len()).any(|at| opposes(&at));
    let denials = denials + usize::from(items.any(is_empty));
    if denials == 0 {
        usize::from(is_opposing)
    } else {
        denials
    }
}

/// Whether the other sentence has the word that denies this one: "the strike was averted", "averting the strike".
fn is_told_by(item: &Item, values: &[f64]) -> bool {
    let value = item.denied_by.and_then(|by| values.get(by));
    value.is_some_and(|&value| value > 0.0)
}

/// Whether the one clause denies of one thing or time what the other says of another: "not in Belmar", "in Ellis"; "no red car", "a blue car".
pub(super) fn is_of_another(left: &Worded, right: &Worded, pairing: &Pairing, at: &Place) -> bool {
    let exclusives = pairing
        .opposites
        .iter()
        .filter(|found| found.2 == Bond::Exclusive);
    let both = exclusives.filter_map(|&(l, r, _)| left.unit(l).zip(right.unit(r)));
    let mut told = both.filter(|(l, r)| !(l.is_deed || r.is_deed));
    let names = pairing.other_names(left, right);
    told.any(|both| place(&both) == *at)
        || names.is_some_and(|both| place(&both) == *at)
        || (is_over(left, at.0) && is_past(right, at.1))
        || (is_over(right, at.1) && is_past(left, at.0))
        || (is_over(left, at.0) && has_ended(right))
        || (is_over(right, at.1) && has_ended(left))
        || is_of_before(left, at.0) != is_of_before(right, at.1)
        || are_of_other_years(left, right)
        || is_of_rivals(left, right, at)
        || bearer::is_of_another(left, right, pairing, at)
        || time::are_of_other_times(left, right, at)
}

/// "Ann beat the champion to win the cup", "the champion did not win it": who did it is another one.
fn is_of_rivals(left: &Worded, right: &Worded, at: &Place) -> bool {
    const BEATING: [&str; 6] = ["beat", "defeat", "overcome", "edge", "thrash", "outbid"];
    let is_told = |winner: &Worded, loser: &Worded, clause: Option<ClauseId>| {
        let verbs = loser.deeds.iter().filter_map(|deed| deed.named(loser));
        let mut denied = verbs.filter(|(verb, _, _)| verb.clause == clause && verb.negated);
        let mut beaten = winner.deeds.iter().filter_map(|deed| deed.named(winner));
        let mut is_beaten = |who: &Item| {
            beaten.any(|(verb, _, patient)| {
                let is_same = patient.is_some_and(|patient| patient.lemma == who.lemma);
                is_same && !verb.negated && BEATING.contains(&verb.lemma.as_ref())
            })
        };
        denied.next().is_some_and(|(_, who, _)| is_beaten(who))
    };
    is_told(left, right, at.1) || is_told(right, left, at.0)
}

/// "No woman had won it before": of the time before that of the other sentence.
fn is_of_before(worded: &Worded, clause: Option<ClauseId>) -> bool {
    let has = |form: &str| worded.has_form(clause, &[form]);
    let clause_of = |item: &Item| item.clause == clause;
    let mut pairs = worded.items.iter().zip(worded.items.iter().skip(1));
    // "Until now no team had won it": this one has.
    let is_until = pairs.any(|(one, next)| {
        one.form == "until" && ["now", "then"].contains(&next.form.as_str()) && clause_of(next)
    });
    is_until || (has("had") && has("before"))
}

/// "No longer", "not any more": so it was before.
fn is_over(worded: &Worded, clause: Option<ClauseId>) -> bool {
    let mut pairs = worded.items.iter().zip(worded.items.iter().skip(1));
    pairs.any(|(one, next)| {
        let over = [("no", "longer"), ("any", "more"), ("any", "longer")];
        one.clause == clause && over.contains(&(one.form.as_str(), next.form.as_str()))
    })
}

/// "Has stepped down", "a former coach": what it was before may be named.
fn has_ended(worded: &Worded) -> bool {
    const ENDING: [&str; 20] = [
        "resign",
        "retire",
        "quit",
        "leave",
        "end",
        "stop",
        "cease",
        "close",
        "die",
        "abolish",
        "withdraw",
        "expire",
        "abandon",
        "drop",
        "former",
        "last",
        "step down",
        "stand down",
        "give up",
        "lose",
    ];
    let phrases = worded.phrases.iter().map(|phrase| &phrase.item);
    let mut items = worded.items.iter().chain(phrases);
    items.any(|item| !item.negated && (ENDING.contains(&item.lemma.as_ref())))
}

fn is_past(worded: &Worded, clause: Option<ClauseId>) -> bool {
    let mut items = worded.items.iter();
    items.any(|item| item.clause == clause && item.past)
}

fn are_of_other_years(left: &Worded, right: &Worded) -> bool {
    let years = |worded: &Worded| -> Vec<String> {
        let items = worded.items.iter();
        let years =
            items.filter(|item| matches!(item.kind, Kind::Number(value) if value.is_year()));
        years.map(|item| item.form.clone()).collect()
    };
    let (left, right) = (years(left), years(right));
    !left.is_empty() && !right.is_empty() && !left.iter().any(|year| right.contains(year))
}

#[cfg(test)]
mod tests {
    use crate::compare::wording::is_opposed;

    #[test]
    fn what_denies_can_be_denied() {
        let cancelled = "The concert was cancelled.";
        assert!(is_opposed(cancelled, "The concert was not cancelled."));
        assert!(!is_opposed(cancelled, "The concert was called off."));
        assert!(!is_opposed(
            "The man isn't wearing a hat.",
            "The man is wearing no hat."
        ));
        assert!(is_opposed(
            "A young man is climbing a rock without a rope.",
            "A man is not climbing."
        ));
    }

    #[test]
    fn of_another_thing_or_time_is_no_denial() {
        assert!(!is_opposed(
            "The tower was the tallest in Europe for 30 years.",
            "The tower is no longer the tallest in Europe."
        ));
        assert!(is_opposed(
            "The tower is the tallest in Europe.",
            "The tower is no longer the tallest in Europe."
        ));
        assert!(!is_opposed(
            "A man is not playing a guitar.",
            "A man is playing a piano."
        ));
        assert!(!is_opposed(
            "It was not until 1971 that women could vote.",
            "Women could not vote in 1960."
        ));
    }

    #[test]
    fn who_is_beaten_has_not_won() {
        let beat = "Ann Holm beat the champion to win the cup.";
        assert!(!is_opposed(beat, "The champion did not win the cup."));
        assert!(is_opposed(beat, "Ann Holm did not win the cup."));
        let first = "Norair will be the first airline to fly to Belmar.";
        assert!(!is_opposed(
            first,
            "Until now no airline has flown to Belmar."
        ));
        let some = "Nine of the club's twelve members have signed the letter.";
        assert!(!is_opposed(
            some,
            "Three members of the club have not signed the letter."
        ));
        assert!(is_opposed(
            some,
            "No members of the club have signed the letter."
        ));
    }
}
