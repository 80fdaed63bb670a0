//! Whom claims concern: those between people and bodies that no pack knows are left out where their position asks for that.

use crate::claim::result::Claim;
use crate::pack::{ActorId, PositionId};

/// The claims of a sentence without those on one of `positions` that no actor of the pack holds and that are about none: "the union asked for a meeting" is no
/// diplomacy. Whoever holds one together with an actor keeps it, as in "Kenya and other states". Cost: quadratic in the claims of a sentence with such ones.
pub(in crate::claim) fn concerning_somebody(
    claims: Vec<Claim>,
    positions: &[PositionId],
) -> Vec<Claim> {
    let keeps = |claim: &Claim| {
        !positions.contains(&claim.position)
            || claims.iter().any(|other| {
                other.rule == claim.rule && other.evidence == claim.evidence && is_of_actor(other)
            })
    };
    let kept: Vec<bool> = claims.iter().map(keeps).collect();
    let claims = claims.into_iter().zip(kept);
    claims
        .filter_map(|(claim, keeps)| keeps.then_some(claim))
        .collect()
}

/// Whether an actor of the pack holds a claim, or the writer, or one is its target.
fn is_of_actor(claim: &Claim) -> bool {
    let is_known = |id: &ActorId| *id != ActorId::other();
    is_known(&claim.actor) || claim.target.iter().any(is_known)
}
