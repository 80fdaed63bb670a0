//! Who held what of whom, for those who answer: "Chile expelled Peru's envoy. Lima recalled its ambassador" is about Chile.

use super::TOPIC;
use crate::claim::result::{Claim, Stance};
use crate::pack::ActorId;
use crate::span::Span;

/// How many deeds are kept of one position: more than the last dozen sentences tell of.
const KEPT: usize = 32;

/// The last deeds of one position, the newest last.
#[derive(Clone, Debug, Default)]
pub(super) struct Deeds(Vec<Deed>);

#[derive(Clone, Debug)]
struct Deed {
    by: ActorId,
    to: Vec<ActorId>,
    /// Its side as if it were not negated: "won't withdraw its envoy" answers a withdrawal.
    side: Stance,
    span: Span,
    sentence: usize,
}

impl Deeds {
    /// Keeps a claim that has a target.
    pub(super) fn note(&mut self, claim: &Claim) {
        if self.0.len() >= KEPT {
            self.0.remove(0);
        }
        self.0.push(Deed {
            by: claim.actor.clone(),
            to: claim.target.clone(),
            side: side(claim),
            span: claim.evidence,
            sentence: claim.sentence.index,
        });
    }

    /// Whether an actor did what was told last, alone or with others.
    pub(super) fn is_last_by(&self, actor: &ActorId) -> bool {
        let last = self.0.last();
        let with_last = |deed: &&Deed| {
            last.is_some_and(|last| last.sentence == deed.sentence && last.to == deed.to)
        };
        self.0
            .iter()
            .rev()
            .take_while(with_last)
            .any(|deed| deed.by == *actor)
    }

    /// Who last did to whoever holds a claim what that answers, and where it was told; those of one sentence did it together.
    pub(super) fn answered_by(&self, claim: &Claim) -> Option<(Vec<ActorId>, Span)> {
        let (actor, side, sentence) = (&claim.actor, side(claim), claim.sentence.index);
        let is_somebody =
            |deed: &&Deed| deed.by != ActorId::author() && deed.by != ActorId::other();
        let mut done = self
            .0
            .iter()
            .rev()
            .filter(|deed| deed.to.contains(actor) && deed.by != *actor && deed.side == side)
            .filter(is_somebody);
        let last = done
            .next()
            .filter(|deed| deed.sentence + TOPIC >= sentence)?;
        let together = done.take_while(|deed| deed.sentence == last.sentence);
        let mut by: Vec<ActorId> = together.map(|deed| deed.by.clone()).collect();
        by.push(last.by.clone());
        by.sort();
        by.dedup();
        Some((by, last.span))
    }
}

fn side(claim: &Claim) -> Stance {
    if claim.negated {
        claim.stance.opposite()
    } else {
        claim.stance
    }
}
