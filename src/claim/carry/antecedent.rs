//! Whom a claim is about that names nobody: what the article said of the position before.
//!
//! "Russia vetoed it" is about whoever tabled the draft a sentence earlier, "deplored the veto" about whoever cast it, "recalled its ambassador"
//! about whoever was quarrelled with. A pack says for each position whether its target carries on, and whether whoever is against the deed is
//! against those who did it. Known to be wrong where two measures are told of in turn.

use super::TOPIC;
use crate::claim::cue::lists::Bits;
use crate::claim::cue::site::Scene;
use crate::claim::result::{Claim, Mode, Stance, Step, StepKind};
use crate::claim::who::party::Filler;
use crate::clause::{PhraseId, PhraseKind, Tag};
use crate::mention::Who;
use crate::pack::{ActorId, Role, Rules};
use crate::span::Span;

/// How a position's target carries on from claim to claim.
#[derive(Clone, Debug, Default)]
pub(in crate::claim) struct Carries {
    /// A claim that names no target is about the last one.
    target: bool,
    /// Of a claim against the deed the target is whoever did it.
    doers: bool,
    /// The lists of the things that a deed is done to, whose owner is its target.
    things: Bits,
}

/// What an article has said of one position.
#[derive(Clone, Debug, Default)]
pub(in crate::claim) struct Told {
    /// The last targets.
    target: Named,
    /// Those who did it.
    doers: Named,
    /// Whose thing it is done to; the one named last first.
    owners: [Named; 2],
}

/// Actors that were named, and where.
#[derive(Clone, Debug, Default)]
struct Named {
    actors: Vec<ActorId>,
    span: Span,
    sentence: usize,
}

impl Named {
    /// Whether it still is what an article speaks of, and says something of another than `actor`.
    fn is_about(&self, sentence: usize, actor: &ActorId) -> bool {
        self.sentence + TOPIC >= sentence && self.actors.iter().any(|named| named != actor)
    }
}

impl Scene<'_> {
    /// Whether a noun phrase that names nobody means somebody new, and nobody of whom was spoken: "some rebels", "governments that".
    pub(in crate::claim) fn is_some_other(&self, id: PhraseId) -> bool {
        self.view.phrase(id).is_some_and(|phrase| {
            let tag = |at: usize| self.view.tags.get(at);
            let first = self.view.marker_text(phrase.start);
            let known = matches!(first, "it" | "them" | "him" | "her")
                || matches!(first, "the" | "this" | "that")
                    && tag(phrase.head) != Some(&Tag::Plural);
            !known
        })
    }
}

impl Scene<'_> {
    /// Whether a noun phrase means things not spoken of before, whose other side is nobody that was named: "builds friendships and alliances".
    pub(in crate::claim) fn is_some_things(&self, id: PhraseId) -> bool {
        self.view.phrase(id).is_some_and(|phrase| {
            let tag = |at: usize| self.view.tags.get(at);
            let opens = (phrase.start..=phrase.head).all(|at| {
                !matches!(
                    tag(at),
                    Some(Tag::Determiner | Tag::Possessive | Tag::Number | Tag::Pronoun)
                )
            });
            opens && phrase.owner.is_none() && tag(phrase.head) == Some(&Tag::Plural)
        })
    }
}

impl Carries {
    /// How the targets of each position carry on.
    pub(in crate::claim) fn of(rules: &Rules) -> Vec<Self> {
        let position = |(at, position): (usize, &crate::pack::Position)| {
            let doers = position.opposing_is_against_doers;
            let slots = rules
                .cues
                .iter()
                .filter(|cue| doers && cue.position == at)
                .flat_map(|cue| &cue.slots)
                .filter(|(_, slot)| slot.owner == Some(Role::Target));
            let things = slots
                .flat_map(|(_, slot)| slot.like.iter().copied())
                .collect();
            Self {
                target: position.target_carries,
                doers,
                things,
            }
        };
        rules.positions.iter().enumerate().map(position).collect()
    }

    /// Whether a claim against the deed is one against whoever did it.
    pub(in crate::claim) fn is_against_doers(&self) -> bool {
        self.doers
    }

    /// Gives the claims of a sentence that name no target the one they have from before, and notes what they say.
    pub(in crate::claim) fn carry_on(&self, told: &mut Told, claims: &mut [&mut Claim]) {
        if !self.target {
            return;
        }
        for against in [false, true] {
            for claim in claims
                .iter_mut()
                .filter(|claim| (claim.stance == Stance::Oppose) == against)
            {
                let stranger = |step: &Step| {
                    step.kind == StepKind::Target && step.actor == Some(ActorId::other())
                };
                if claim.target.is_empty() && !claim.trace.steps.iter().any(stranger) {
                    self.complete(told, claim);
                }
                self.note(told, claim);
            }
        }
    }

    fn complete(&self, told: &Told, claim: &mut Claim) {
        let sentence = claim.sentence.index;
        let against = self.doers && claim.stance != Stance::Support;
        let known = if against {
            std::slice::from_ref(&told.doers)
        } else {
            &told.owners
        };
        let last = (!against).then_some(&told.target);
        let fits = |named: &&Named| named.is_about(sentence, &claim.actor);
        let Some(named) = known.iter().chain(last).find(fits) else {
            return;
        };
        let others = named.actors.iter().filter(|named| **named != claim.actor);
        claim.target = others.cloned().collect();
        let steps = claim.target.iter().map(|actor| Step {
            kind: StepKind::Target,
            rule: None,
            span: named.span,
            actor: Some(actor.clone()),
        });
        claim.trace.steps.extend(steps);
    }

    fn note(&self, told: &mut Told, claim: &Claim) {
        let named = |actors: Vec<ActorId>| Named {
            actors,
            span: claim.evidence,
            sentence: claim.sentence.index,
        };
        let same = told.target.actors == claim.target;
        let known = ![ActorId::author(), ActorId::other()].contains(&claim.actor);
        if self.doers && known && claim.stance == Stance::Support && claim.mode == Mode::Act {
            if told.doers.sentence == claim.sentence.index && !told.doers.actors.is_empty() {
                told.doers.actors.push(claim.actor.clone());
                told.doers.actors.sort();
                told.doers.actors.dedup();
            } else if told.doers.actors.is_empty() || !same {
                told.doers = named(vec![claim.actor.clone()]);
            }
        }
        let of_doer = self.doers && claim.stance != Stance::Support;
        if !(claim.target.is_empty() || of_doer) {
            told.target = named(claim.target.clone());
        }
    }

    /// Notes whose the things are that a sentence names.
    pub(in crate::claim) fn note_owners(
        &self,
        told: &mut Told,
        scene: &Scene<'_>,
        sentence: usize,
        id: impl Fn(Who) -> ActorId,
    ) {
        if !self.target {
            return;
        }
        let mut noted = None;
        for (start, end) in scene.lists.of_many(&self.things) {
            let whole = |id: &PhraseId| {
                scene
                    .view
                    .phrase(*id)
                    .is_some_and(|phrase| phrase.kind == PhraseKind::Noun && end <= phrase.end)
            };
            let phrase = scene.view.phrase_at(start).filter(whole);
            let Some(phrase) = phrase.filter(|phrase| noted != Some(*phrase)) else {
                continue;
            };
            noted = Some(phrase);
            let owners = scene.owner_parties(Filler::Phrase(phrase));
            let mut actors: Vec<ActorId> = owners.iter().map(|party| id(party.who)).collect();
            actors.sort();
            actors.dedup();
            if actors.is_empty() {
                continue;
            }
            let named = Named {
                actors,
                span: scene.view.phrase_span(phrase),
                sentence,
            };
            let [last, before] = &mut told.owners;
            if last.actors != named.actors {
                std::mem::swap(last, before);
            }
            *last = named;
        }
    }
}
