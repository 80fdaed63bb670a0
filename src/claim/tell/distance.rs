//! What a writer keeps at a distance by quotation marks, and what nobody says of itself.

use super::finish::Telling;
use crate::claim::result::{Mode, Stance};
use crate::mention::Who;
use crate::pack::{ActorId, WordClass};
use crate::span::Span;
use crate::token::TokenKind;

impl Telling<'_> {
    /// "The “legitimate government” of Libya": the writer's quotation marks around no more than the name keep it at a distance.
    pub(super) fn is_in_scare_quotes(&self) -> bool {
        let kind = |at: usize| self.tagged.view.tokens.get(at).map(|token| token.kind);
        let (start, end) = (self.hit.start, self.hit.end);
        let before = start.checked_sub(1).and_then(kind);
        before == Some(TokenKind::QuoteOpen) && kind(end) == Some(TokenKind::QuoteClose)
    }

    /// "Rwanda's “mediation”", "Rwanda's “peace mission”": a deed that a noun names. Whoever turns it down has a side, whatever it is.
    pub(super) fn is_named_deed(&self) -> bool {
        self.hit.class == WordClass::Noun
            && self.draft.mode == Mode::Act
            && !(self.draft.taken_over && self.draft.operators > 0)
    }

    /// "American senators criticised American policy": nobody speaks against itself, so whoever does so is not it.
    pub(super) fn is_against_itself(&self, holder: Who, targets: &[(ActorId, Span)]) -> bool {
        let own = self.tagger.actor_id(holder);
        self.cue.mode == Some(Mode::Say)
            && self.hit.class == WordClass::Verb
            && self.hit.has_actor_slot
            && !self.cue.target_is_actor
            && self.draft.operators == 0
            && self.draft.stance == Stance::Oppose
            && !self.draft.negated
            && !targets.is_empty()
            && targets.iter().all(|(target, _)| *target == own)
            && holder.is_actor()
    }
}
