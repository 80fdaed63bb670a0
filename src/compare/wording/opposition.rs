//! Signs that one sentence denies what the other says.
//!
//! A word that just one of them denies, opposites, roles that are swapped. Two of these in one place undo each other: "the goods came late", "the goods
//! did not come on time"; "he is older than his wife", "his wife is younger than he is".

use crate::clause::ClauseId;

use super::Worded;
use super::pairing::{Paired, Pairing};
use super::role;
use super::table::Bond;
use super::words::Item;

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
}

/// The clauses of the left and of the right sentence in which something is contrary.
type Place = (Option<ClauseId>, Option<ClauseId>);

impl Signs {
    pub(super) fn of(left: &Worded, right: &Worded, pairing: &Pairing) -> Self {
        let denied = denied(left, right, pairing);
        let (counts, opposites): (Vec<_>, Vec<_>) = contrary(left, right, pairing, Bond::Opposite)
            .into_iter()
            .partition(|(one, other)| is_count(one) || is_count(other));
        let places = |found: Vec<(&Item, &Item)>| -> Vec<Place> {
            let place = |(one, other): (&Item, &Item)| (one.clause, other.clause);
            found.into_iter().map(place).collect()
        };
        let (counts, opposites) = (places(counts), places(opposites));
        let is_swapped = role::is_swapped(left, right);
        let is_undone = denied
            .iter()
            .chain(&counts)
            .any(|place| opposites.contains(place))
            || (is_swapped && !opposites.is_empty());
        Self {
            is_denied: !denied.is_empty() && !is_undone,
            has_opposites: !(is_undone || opposites.is_empty() && counts.is_empty()),
            has_exclusives: !contrary(left, right, pairing, Bond::Exclusive).is_empty(),
            is_swapped: is_swapped && !is_undone,
            is_elsewhere: role::is_elsewhere(left, right, &pairing.values),
        }
    }
}

/// Where a word that both sentences have is denied in one. Not where as much is denied in its clause in the other: of "it works, but not in
/// children" and "it has no effect in children" different words are denied, and the same thing; nor where the denial is met by an opposite:
/// "did not take the job", "turned the job down".
fn denied(left: &Worded, right: &Worded, pairing: &Pairing) -> Vec<Place> {
    let both = |pair: &Paired| left.unit(pair.left).zip(right.unit(pair.right));
    let place = |(l, r): (&Item, &Item)| (l.clause, r.clause);
    let (met, pairs): (Vec<&Paired>, Vec<&Paired>) =
        pairing.pairs.iter().partition(|pair| pair.by_denial);
    let met: Vec<Place> = met.into_iter().filter_map(both).map(place).collect();
    let differs = |(l, r): &(&Item, &Item)| {
        // "Without glasses she can't read" denies twice.
        l.is_telling() && l.negated != r.negated && l.denials % 2 != r.denials % 2
    };
    let denied = pairs
        .into_iter()
        .filter_map(both)
        .filter(differs)
        .map(place);
    denied.filter(|place| !met.contains(place)).collect()
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
        .filter(|(l, r)| bond == Bond::Opposite || l.is_deed == r.is_deed)
        .collect()
}

/// Not where both are about what isn't so, nor by *refuse* of "refuse to go", which is in "go".
fn excludes(one: &Item, other: &Item) -> bool {
    !(one.denies || other.denies) && (one.denials == 0 || other.denials == 0)
}

/// "Most", "only": how many it is said of.
fn is_count(item: &Item) -> bool {
    [
        "only", "all", "most", "every", "many", "majority", "minority",
    ]
    .contains(&item.lemma.as_ref())
}
