//! Of whom it is told: what the generals have, the king has not.

use crate::clause::ClauseId;

use super::Worded;
use super::opposition::Place;
use super::pairing::{Paired, Pairing};
use super::table::bond;
use super::words::{Item, Kind, form_at};

/// Words by which what is said of one is so of no other.
const ALONE: [&str; 4] = ["alone", "only", "solely", "sole"];

/// Words for somebody else.
const OTHER: [&str; 3] = ["another", "other", "different"];

/// Whether the one tells of somebody what the other denies of somebody else: of one whom the first names in another clause, or of any other where it
/// is said to be so of nobody else.
pub(super) fn is_of_another(left: &Worded, right: &Worded, pairing: &Pairing, at: &Place) -> bool {
    let [lefts, rights] = &pairing.values;
    let Some((l, r)) = agent(left, at.0).zip(agent(right, at.1)) else {
        return false;
    };
    let is_met = |values: &[f64], at: usize| values.get(at).is_some_and(|&value| value > 0.0);
    let partner = |of: usize, is_left: bool| {
        let mut pairs = pairing.pairs.iter();
        pairs.find_map(|pair: &Paired| match is_left {
            true => (pair.left == of).then_some(pair.right),
            false => (pair.right == of).then_some(pair.left),
        })
    };
    // "Karn joined, leaving Norland the only one outside", "Norland has not joined".
    let are_names = [left.items.get(l), right.items.get(r)]
        .into_iter()
        .all(|item| item.is_some_and(|item| item.kind == Kind::Name));
    // "A puppet of the generals, who hold the power", "the king has no power".
    let is_beside = |of: usize, worded: &Worded, clause: Option<ClauseId>, is_left: bool| {
        let met = partner(of, is_left).and_then(|met| worded.items.get(met));
        met.is_some_and(|met| met.clause != clause) && (are_names || is_aside(worded, clause))
    };
    // "No country voted for it": neither did this one.
    let is_other = |worded: &Worded, values: &[f64], who: usize| {
        !is_met(values, who) && worded.items.get(who).is_some_and(|who| !who.negated)
    };
    let of_alone = (is_alone(left, at.0) && is_other(right, rights, r))
        || (is_alone(right, at.1) && is_other(left, lefts, l));
    // "Won by another swimmer".
    let is_else = |worded: &Worded, who: usize| {
        let before = who.checked_sub(1).and_then(|at| worded.items.get(at));
        before.is_some_and(|before| OTHER.contains(&before.form.as_str()))
    };
    // "It was the army, not the rebels, that fired first", "the rebels did not fire first".
    let is_excepted = |of: usize, own: &Worded, worded: &Worded, is_left: bool| {
        let met = partner(of, is_left).and_then(|met| worded.items.get(met));
        let mut deeds = own.deeds.iter().filter(|deed| deed.agent == of);
        let is_denied = |verb: usize| own.items.get(verb).is_some_and(|verb| verb.negated);
        met.is_some_and(|met| met.negated) && deeds.any(|deed| is_denied(deed.verb))
    };
    of_alone
        || is_excepted(r, right, left, false)
        || is_excepted(l, left, right, true)
        || is_else(left, l) != is_else(right, r)
        || (!is_met(lefts, l) && is_beside(r, left, at.0, false))
        || (!is_met(rights, r) && is_beside(l, right, at.1, true))
}

/// Whether the one says that it is so of nobody else, and the other that it is of somebody else: "only the elders may speak", "guests may speak".
pub(super) fn is_taken(left: &Worded, right: &Worded, pairing: &Pairing) -> bool {
    let [lefts, rights] = &pairing.values;
    let mut pairs = pairing.pairs.iter();
    pairs.any(|pair| {
        let Some((l, r)) = left.items.get(pair.left).zip(right.items.get(pair.right)) else {
            return false;
        };
        let is_told = l.is_deed && r.is_deed && l.denials == 0 && r.denials == 0;
        let Some((one, other)) = agent(left, l.clause).zip(agent(right, r.clause)) else {
            return false;
        };
        let is_free = |values: &[f64], at: usize| values.get(at).is_none_or(|&value| value <= 0.0);
        let agents = left.items.get(one).zip(right.items.get(other));
        let are_apart = agents.is_some_and(|(one, other)| {
            one.is_telling() && other.is_telling() && bond(one, other).is_none()
        });
        let is_taken = (only_of(left, one) && is_free(rights, other))
            || (only_of(right, other) && is_free(lefts, one));
        is_told && is_taken && are_apart
    })
}

/// Whether *only* stands before the phrase of an agent, or *alone* after it.
fn only_of(worded: &Worded, agent: usize) -> bool {
    const REACH: usize = 3;
    let form = |at: usize| form_at(&worded.items, at);
    let mut before = (agent.saturating_sub(REACH)..agent).rev();
    let only = before.find(|&at| form(at) == "only");
    let is_counted = (agent.saturating_sub(REACH)..agent)
        .any(|at| worded.items.get(at).is_some_and(Item::is_number) || form(at) == "a");
    (only.is_some() && !is_counted) || form(agent + 1) == "alone"
}

/// Who does what a clause tells, as a place in the items.
fn agent(worded: &Worded, clause: Option<ClauseId>) -> Option<usize> {
    let mut deeds = worded.deeds.iter();
    let verb = |at: usize| worded.items.get(at);
    let deed = deeds.find(|deed| verb(deed.verb).is_some_and(|verb| verb.clause == clause))?;
    let agent = deed.agent;
    verb(agent).filter(|item| item.is_telling())?;
    Some(agent)
}

/// Whether a clause tells of the noun that it hangs on.
fn is_aside(worded: &Worded, clause: Option<ClauseId>) -> bool {
    let mut items = worded.items.iter();
    items.any(|item| item.clause == clause && item.is_aside)
}

/// Whether a clause says that it is so of nobody else.
fn is_alone(worded: &Worded, clause: Option<ClauseId>) -> bool {
    let pairs = worded.items.iter().zip(worded.items.iter().skip(1));
    let mut pairs = pairs.filter(|(item, _)| item.clause == clause);
    pairs.any(|(item, next)| {
        ALONE.contains(&item.form.as_str())
            || (next.form == "else" && ["nobody", "one", "none"].contains(&item.form.as_str()))
    })
}

#[cfg(test)]
mod tests {
    use crate::compare::wording::is_opposed;

    #[test]
    fn what_one_has_another_may_lack() {
        let adviser = "The mayor listens to the adviser, who takes all the decisions.";
        assert!(!is_opposed(adviser, "The mayor takes no decisions."));
        assert!(is_opposed(adviser, "The adviser takes no decisions."));
        let alone = "The islanders alone may fish in the bay.";
        assert!(!is_opposed(alone, "Visitors may not fish in the bay."));
        assert!(is_opposed(alone, "The islanders may not fish in the bay."));
    }
}
