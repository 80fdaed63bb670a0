//! Signs that one sentence denies what the other says.
//!
//! A word that just one of them denies, opposites, roles that are swapped. Two of these in one place undo each other: "the goods came late", "the goods
//! did not come on time"; "he is older than his wife", "his wife is younger than he is".

use crate::clause::ClauseId;

use super::Worded;
use super::pairing::{Paired, Pairing};
use super::quantifier;
use super::role;
use super::slot;
use super::table::Bond;
use super::words::{Item, Kind};

/// What speaks for opposition, whatever the two sentences have in common.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Signs {
    /// One sentence denies a word that the other doesn't.
    pub(super) is_denied: bool,
    pub(super) has_opposites: bool,
    pub(super) has_exclusives: bool,
    pub(super) is_swapped: bool,
    /// The same one is seen at two things that exclude each other.
    pub(super) is_elsewhere: bool,
    /// The same deed has another place or year.
    pub(super) is_told_otherwise: bool,
}

/// The clauses of the left and of the right sentence in which something is contrary.
type Place = (Option<ClauseId>, Option<ClauseId>);

impl Signs {
    pub(super) fn of(left: &Worded, right: &Worded, pairing: &Pairing) -> Self {
        let denied = denied(left, right, pairing);
        let opposites = contrary(left, right, pairing, Bond::Opposite);
        let is_of_deed = |(one, other): &&(&Item, &Item)| {
            !(is_count(one) || is_count(other) || one.excludes || other.excludes)
        };
        let deeds: Vec<Place> = opposites.iter().filter(is_of_deed).map(place).collect();
        let counts = opposites
            .iter()
            .filter(|(one, other)| is_count(one) || is_count(other))
            .map(place);
        let is_swapped = role::is_swapped(left, right);
        let is_undone = denied
            .iter()
            .copied()
            .chain(counts)
            .any(|place| deeds.contains(&place))
            || (is_swapped && !deeds.is_empty());
        Self {
            is_denied: !denied.is_empty() && !is_undone,
            has_opposites: !(is_undone || opposites.is_empty()),
            has_exclusives: !contrary(left, right, pairing, Bond::Exclusive).is_empty(),
            is_swapped: is_swapped && !is_undone,
            is_elsewhere: role::is_elsewhere(left, right, &pairing.values),
            is_told_otherwise: slot::differ(left, right, pairing),
        }
    }
}

fn place(&(one, other): &(&Item, &Item)) -> Place {
    (one.clause, other.clause)
}

/// Where a word that both sentences have is denied in one. Not where as much is denied in its clause in the other: of "it works, but not in
/// children" and "it has no effect in children" different words are denied, and the same thing; nor where the denial is met by an opposite:
/// "did not take the job", "turned the job down".
fn denied(left: &Worded, right: &Worded, pairing: &Pairing) -> Vec<Place> {
    let both = |pair: &Paired| left.unit(pair.left).zip(right.unit(pair.right));
    let (met, pairs): (Vec<&Paired>, Vec<&Paired>) =
        pairing.pairs.iter().partition(|pair| pair.by_denial);
    let met: Vec<Place> = met
        .into_iter()
        .filter_map(both)
        .map(|(l, r)| (l.host, r.host))
        .collect();
    let differs = |(l, r): &(&Item, &Item)| {
        // "Without glasses she can't read" denies twice; one half came, and the other did not.
        (l.is_telling() || quantifier::is_universal(l))
            && l.negated != r.negated
            && l.denials % 2 != r.denials % 2
            && !(l.partly && r.partly)
            && !is_told_by(l, &pairing.values, 0)
            && !is_told_by(r, &pairing.values, 1)
    };
    let denied = pairs
        .into_iter()
        .filter_map(both)
        .filter(differs)
        .filter(|(l, r)| !met.contains(&(l.host, r.host)))
        .map(|both| place(&both));
    denied
        .filter(|place| !is_of_another(left, right, pairing, place))
        .collect()
}

/// Whether the other sentence has the word that denies this one: "the strike was averted", "averting the strike".
fn is_told_by(item: &Item, values: &[Vec<f64>; 2], side: usize) -> bool {
    let value = item.denied_by.and_then(|by| values.get(side)?.get(by));
    value.is_some_and(|&value| value > 0.0)
}

/// Whether the one clause denies of one thing or time what the other says of another: "not in Belmar", "in Ellis"; "no red car", "a blue car".
fn is_of_another(left: &Worded, right: &Worded, pairing: &Pairing, place: &Place) -> bool {
    let exclusives = pairing
        .opposites
        .iter()
        .filter(|found| found.2 == Bond::Exclusive);
    let both = exclusives.filter_map(|&(l, r, _)| left.unit(l).zip(right.unit(r)));
    let mut told = both.filter(|(l, r)| !(l.is_deed || r.is_deed));
    let names = pairing.other_names(left, right);
    told.any(|both| self::place(&both) == *place)
        || names.is_some_and(|both| self::place(&both) == *place)
        || is_of_before(left, place.0) != is_of_before(right, place.1)
        || are_of_other_years(left, right)
}

/// "No woman had won it before": of the time before that of the other sentence.
fn is_of_before(worded: &Worded, clause: Option<ClauseId>) -> bool {
    let has = |form: &str| {
        let mut items = worded.items.iter();
        items.any(|item| item.clause == clause && item.form == form)
    };
    has("had") && has("before")
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

/// The words and phrases that stand to each other so and say what is so.
fn contrary<'a>(
    left: &'a Worded,
    right: &'a Worded,
    pairing: &Pairing,
    bond: Bond,
) -> Vec<(&'a Item, &'a Item)> {
    let found = pairing.opposites.iter().filter(|opposed| opposed.2 == bond);
    found
        .filter(|&&(l, r, _)| !role::is_converse(left, l, right, r))
        .filter_map(|&(l, r, _)| left.unit(l).zip(right.unit(r)))
        .filter(|(l, r)| l.negated == r.negated && excludes(l, r))
        // "Putting on shoes", "getting dressed": what is done is of no kind with a thing.
        .filter(|(l, r)| {
            let is_level = l.is_deed == r.is_deed && l.denials % 2 == r.denials % 2;
            bond == Bond::Opposite || is_level
        })
        .collect()
}

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
