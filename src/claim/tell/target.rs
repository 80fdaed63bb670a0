//! Whom a claim is about.

use super::finish::Telling;
use crate::claim::result::{Step, StepKind};
use crate::claim::who::Party;
use crate::mention::Who;
use crate::pack::ActorId;
use crate::span::Span;

impl Telling<'_> {
    /// The actors that the draft is about, with the words that name them, sorted by id. Words that name somebody whom no pack knows are kept as a
    /// step, so that no target of before is taken for theirs.
    pub(super) fn targets(&mut self) -> Vec<(ActorId, Span)> {
        let mut targets: Vec<(ActorId, Span)> = self
            .draft
            .targets
            .iter()
            .filter_map(|party| match self.resolve(party.who) {
                who @ Who::Actor(_) => Some((self.tagger.actor_id(who), party.span)),
                _ => None,
            })
            .collect();
        self.add_asked(&mut targets);
        let about = self.tagger.about.get(self.cue.position).copied().flatten();
        if let Some(about) = about.map(|about| self.tagger.actor_id(Who::Actor(about))) {
            // "backed Russia's Ukraine stance": the position is about one actor, whoever else is named.
            targets.retain(|(id, _)| *id == about);
            if targets.is_empty() {
                let span = self.tagged.view.span(self.hit.start, self.hit.end);
                targets.push((about, span));
            }
        }
        if let Some(stranger) = self.hit.stranger.filter(|_| targets.is_empty()) {
            self.draft.steps.push(Step {
                kind: StepKind::Target,
                rule: None,
                span: self.tagged.view.phrase_span(stranger),
                actor: Some(ActorId::other()),
            });
        }
        targets.sort();
        targets.dedup_by(|a, b| a.0 == b.0);
        targets
    }

    /// Whom the claim of one holder is about: where no words say so, the others who do it, or the holder itself.
    pub(super) fn target(&self, holder: &Party, targets: &[(ActorId, Span)]) -> Vec<ActorId> {
        let who = self.resolve(holder.who);
        let mut target: Vec<ActorId> = targets.iter().map(|(id, _)| id.clone()).collect();
        // "Both restored ties": each of them may have done so with a third.
        let both = self.tagged.text.get(holder.span.range());
        let each = both.is_some_and(|words| words.eq_ignore_ascii_case("both"));
        let mutual =
            !each && (self.cue.reciprocal || self.hit.each_other) || self.is_between_pair();
        if mutual && target.is_empty() {
            let others = self
                .draft
                .holders
                .iter()
                .map(|other| self.resolve(other.who));
            target.extend(
                others
                    .filter(|other| *other != who && other.is_actor())
                    .map(|other| self.tagger.actor_id(other)),
            );
            target.sort();
            target.dedup();
        }
        // "called for aid to be let in": whoever calls for it is not who is to do it.
        let asked = self.draft.taken_over || self.draft.by_obligation;
        let does = !asked || self.hit.actors.iter().any(|party| party.who == holder.who);
        if self.cue.target_is_actor && does && target.is_empty() && who.is_actor() {
            // "France and Oman brokered it": each is one of those who did.
            let together = self
                .draft
                .holders
                .iter()
                .map(|other| self.resolve(other.who));
            let known = together.filter(|other| other.is_actor());
            target.extend(known.map(|other| self.tagger.actor_id(other)));
            target.sort();
            target.dedup();
        }
        target
    }

    /// "Saudi-Iranian ties": two who are named as a pair.
    pub(super) fn is_between_pair(&self) -> bool {
        let [one, other] = self.draft.holders.as_slice() else {
            return false;
        };
        let (first, last) = (
            one.span.start().min(other.span.start()),
            one.span.end().max(other.span.end()),
        );
        let pair = self.tagged.text.get(first..last).unwrap_or_default();
        let joined = pair.contains(['-', '\u{2010}', '\u{2011}', '\u{2013}'])
            && !pair.contains(char::is_whitespace);
        self.draft.mutual && joined
    }
}
