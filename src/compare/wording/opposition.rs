//! Signs that one sentence denies what the other says.
//!
//! A word that just one of them denies, opposites, roles that are swapped. Two of these in one place undo each other: "the goods came late", "the goods
//! did not come on time"; "he is older than his wife", "his wife is younger than he is".

use crate::clause::ClauseId;

use super::Worded;
use super::apart;
use super::bearer;
use super::compared;
use super::contrary::{contrary, is_compared, is_count};
use super::denied::denied;
use super::deserted;
use super::norm;
use super::pairing::Pairing;
use super::quantifier::are_parts;
use super::role;
use super::scene;
use super::slot;
use super::state;
use super::table::Bond;
use super::time;
use super::words::Item;

/// What speaks for opposition, whatever the two sentences have in common.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Signs {
    /// One sentence denies a word that the other doesn't.
    pub(super) is_denied: bool,
    /// One denies of one thing what the other says of another: no sign that they are opposed, but not the same either.
    pub(super) is_of_another: bool,
    pub(super) has_opposites: bool,
    pub(super) has_exclusives: bool,
    /// One says that a deed ought to be, the other that it ought not.
    pub(super) is_judged_otherwise: bool,
    pub(super) is_swapped: bool,
    /// The same one is seen at two things that exclude each other.
    pub(super) is_elsewhere: bool,
    /// The same one is seen in two scenes that exclude each other.
    pub(super) is_other_scene: bool,
    /// The same deed has another place or year.
    pub(super) is_told_otherwise: bool,
    /// Each counts what another deed is done to.
    pub(super) is_counted_apart: bool,
}

/// The clauses of the left and of the right sentence in which something is contrary.
pub(super) type Place = (Option<ClauseId>, Option<ClauseId>);

impl Signs {
    pub(super) fn of(left: &Worded, right: &Worded, pairing: &Pairing) -> Self {
        let (denied, of_another) = denied(left, right, pairing);
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
        let is_of_all = |(one, other): &(&Item, &Item)| {
            !(are_parts(one, other) || is_compared(left, one, right, other))
        };
        // "Died in the fire", "escaped the fire unhurt": the fire is denied by what opposes the dying.
        let excluding: Vec<Place> = opposites
            .iter()
            .filter(|(one, other)| one.excludes || other.excludes)
            .map(place)
            .collect();
        let is_undone = denied
            .iter()
            .copied()
            .filter(|place| !excluding.contains(place))
            .chain(counts)
            .any(|place| deeds.contains(&place))
            || (is_swapped && !(deeds.is_empty() && denied.is_empty()));
        Self {
            // "Rose faster than wages", "did not rise as fast": the other way round.
            is_denied: !(denied.is_empty() || is_undone || compared::is_turned(left, right)),
            is_of_another: !of_another.is_empty() || are_of_other_times(left, right, pairing),
            has_opposites: (!is_undone && opposites.iter().any(is_of_all))
                || (!has_counts && !is_undone && state::differ(left, right, pairing)),
            is_judged_otherwise: norm::differ(left, right, pairing),
            has_exclusives: !contrary(left, right, pairing, Bond::Exclusive).is_empty(),
            is_swapped: is_swapped && !is_undone,
            is_elsewhere: role::is_elsewhere(left, right, &pairing.values),
            is_other_scene: scene::differ(left, right, &pairing.values)
                || deserted::is_deserted(left, right),
            is_told_otherwise: slot::differ(left, right, pairing)
                || bearer::is_taken(left, right, pairing),
            is_counted_apart: apart::are_counted_apart(left, right, pairing),
        }
    }
}

/// Whether one tells of one time what is opposite to what the other tells of another.
fn are_of_other_times(left: &Worded, right: &Worded, pairing: &Pairing) -> bool {
    let mut both = pairing
        .opposites
        .iter()
        .filter_map(|&(l, r, _)| left.unit(l).zip(right.unit(r)));
    both.any(|both| time::are_of_other_times(left, right, &place(&both)))
}

pub(super) fn place(&(one, other): &(&Item, &Item)) -> Place {
    (one.clause, other.clause)
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
