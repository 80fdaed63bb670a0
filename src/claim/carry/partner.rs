//! With whom relations are, where an article speaks of them before somebody mends or breaks them: "Relations with Chile soured. In May Peru recalled its
//! ambassador" is about Chile.

use crate::claim::cue::site::Scene;
use crate::claim::result::Claim;
use crate::claim::who::party::Filler;
use crate::clause::{PhraseId, PhraseKind};
use crate::mention::Who;
use crate::pack::ActorId;
use crate::span::Span;

/// How many sentences after those relations were spoken of they still are what is mended or broken.
const NEAR: usize = 1;

/// Between whom the relations are that were spoken of last.
#[derive(Clone, Debug, Default)]
pub(in crate::claim) struct Partners {
    /// Those with whom they are.
    with: Vec<ActorId>,
    /// Whose they are, where that was said as well.
    own: Vec<ActorId>,
    span: Span,
    /// Counted from one; 0 for none.
    sentence: usize,
}

impl Partners {
    /// Keeps what a sentence says of relations.
    pub(in crate::claim) fn note(
        &mut self,
        scene: &Scene<'_>,
        sentence: usize,
        id: impl Fn(Who) -> ActorId,
    ) {
        let view = scene.view;
        let ties = (0..view.phrases.len()).map(PhraseId::new).filter(|at| {
            view.phrase(*at).is_some_and(|phrase| {
                phrase.kind == PhraseKind::Noun && is_tie(view.noun_text(phrase.head))
            })
        });
        for tie in ties {
            let actors = |phrases: &mut dyn Iterator<Item = PhraseId>| {
                let mut actors: Vec<ActorId> = phrases
                    .flat_map(|with| scene.parties(Filler::Phrase(with)))
                    .filter(|party| party.is_actor())
                    .map(|party| id(party.who))
                    .collect();
                actors.sort();
                actors.dedup();
                actors
            };
            let with = actors(
                &mut view.prepositional(tie, |text| matches!(text, "with" | "to" | "between")),
            );
            if with.is_empty() {
                continue;
            }
            let owners = scene.owner_parties(Filler::Phrase(tie));
            *self = Self {
                with,
                own: owners.iter().map(|party| id(party.who)).collect(),
                span: view.phrase_span(tie),
                sentence: sentence + 1,
            };
        }
    }

    /// With whom, other than its holder, the relations are that a claim tells of.
    pub(super) fn of(&self, claim: &Claim) -> Option<(ActorId, Span)> {
        let near = self.sentence > 0 && self.sentence + NEAR > claim.sentence.index;
        let before = self.span.start() < claim.evidence.start();
        let mut all = self.with.iter().chain(&self.own);
        let mut others = self.with.iter().filter(|actor| **actor != claim.actor);
        let known = self.own.is_empty() || all.any(|actor| *actor == claim.actor);
        match (others.next(), others.next()) {
            (Some(one), None) if near && before && known => Some((one.clone(), self.span)),
            _ => None,
        }
    }
}

/// Nouns for what there is between two.
fn is_tie(noun: &str) -> bool {
    matches!(
        noun,
        "relation"
            | "relations"
            | "relationship"
            | "tie"
            | "ties"
            | "friendship"
            | "alliance"
            | "quarrel"
            | "row"
            | "dispute"
            | "rift"
            | "feud"
            | "rupture"
            | "rapprochement"
    )
}
