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

impl Deed {
    fn of(claim: &Claim) -> Self {
        Self {
            by: claim.actor.clone(),
            to: claim.target.clone(),
            side: side(claim),
            span: claim.evidence,
            sentence: claim.sentence.index,
        }
    }
}

impl Deeds {
    /// Keeps a claim that has a target.
    pub(super) fn note(&mut self, claim: &Claim) {
        if self.0.len() >= KEPT {
            self.0.remove(0);
        }
        self.0.push(Deed::of(claim));
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

    /// Who last did to whoever holds a claim what that answers; those of one sentence did it together.
    pub(super) fn answered_by(&self, claim: &Claim) -> Option<Answered> {
        let (actor, side, sentence) = (&claim.actor, side(claim), claim.sentence.index);
        let mut done = self
            .0
            .iter()
            .rev()
            .filter(|deed| deed.to.contains(actor) && deed.by != *actor && deed.side == side)
            .filter(|deed| is_somebody(&deed.by));
        let last = done
            .next()
            .filter(|deed| deed.sentence + TOPIC >= sentence)?;
        let together = done.take_while(|deed| deed.sentence == last.sentence);
        let mut by: Vec<ActorId> = together.map(|deed| deed.by.clone()).collect();
        by.push(last.by.clone());
        by.sort();
        by.dedup();
        Some(Answered {
            by,
            span: last.span,
            sentence: last.sentence,
        })
    }
}

/// Who did what is answered, and where it was told.
#[derive(Clone, Debug)]
pub(super) struct Answered {
    pub(super) by: Vec<ActorId>,
    pub(super) span: Span,
    sentence: usize,
}

impl Answered {
    /// The later of two, the second one where both are of one sentence.
    pub(super) fn later(one: Option<Self>, other: Option<Self>) -> Option<Self> {
        one.into_iter()
            .chain(other)
            .max_by_key(|answered| answered.sentence)
    }
}

/// What was last said against whom, on any position: "Turkey called Israel a criminal. Israel recalled its envoy" is about Turkey.
#[derive(Clone, Debug, Default)]
pub(in crate::claim) struct Charges(Vec<Deed>);

impl Charges {
    /// Keeps the charges among the claims of a sentence, and lets those go that were told before the last one.
    pub(in crate::claim) fn note(
        &mut self,
        sentence: usize,
        claims: &[Claim],
        is_charge: impl Fn(&Claim) -> bool,
    ) {
        self.0.retain(|charge| charge.sentence + 1 >= sentence);
        let charges = claims.iter().filter(|claim| {
            is_charge(claim) && !claim.target.is_empty() && is_somebody(&claim.actor)
        });
        self.0.extend(charges.map(Deed::of));
    }

    /// Who has just said something against whoever holds a claim.
    pub(super) fn answered_by(&self, claim: &Claim) -> Option<Answered> {
        let mut charges = self.0.iter().rev();
        let charge = charges.find(|charge| {
            charge.to.contains(&claim.actor)
                && charge.by != claim.actor
                && charge.span.start() < claim.evidence.start()
        })?;
        Some(Answered {
            by: vec![charge.by.clone()],
            span: charge.span,
            sentence: charge.sentence,
        })
    }
}

fn side(claim: &Claim) -> Stance {
    if claim.negated {
        claim.stance.opposite()
    } else {
        claim.stance
    }
}

/// Whether an actor is one that the pack names.
pub(super) fn is_somebody(actor: &ActorId) -> bool {
    ![ActorId::author(), ActorId::other()].contains(actor)
}
