//! Forms behind a comma that may be a verb or a noun.

use super::{AHEAD, Tag, Tagger};
use crate::token::{Marker, Readings, TokenKind, Usage};

impl Tagger<'_> {
    /// "…, records | show.", "…, the survey | finds.": the last word of a sentence, behind a comma and a subject.
    pub(super) fn closes_report(&self, index: usize, readings: Readings) -> bool {
        let last = self.kind(index + 1) == TokenKind::Stop && index + 2 >= self.words.len()
            || index + 1 >= self.words.len();
        if !last
            || !self.usage(index).any(Usage::THAT_VERB)
            || !readings.any(Readings::BASE | Readings::THIRD)
        {
            return false;
        }
        let subject = self.tags.iter().enumerate().rev().take(AHEAD);
        let mut plural = false;
        let mut first = None;
        for (at, tag) in subject {
            match tag {
                Tag::Mark if self.kind(at) == TokenKind::Comma => {
                    let own = if readings.any(Readings::THIRD) {
                        !plural
                    } else {
                        plural
                    };
                    return first.is_some() && own;
                }
                Tag::Plural => {
                    plural = true;
                    first = Some(at);
                }
                tag if tag.is_noun() => {
                    plural = self.plural_name(at + 1);
                    first = Some(at);
                }
                Tag::Determiner
                | Tag::Possessive
                | Tag::Adjective
                | Tag::Participle
                | Tag::Preposition
                | Tag::Number
                | Tag::Owner
                | Tag::Adverb => {}
                _ => return false,
            }
        }
        false
    }

    pub(super) fn is_behind_comma(&self, index: usize) -> bool {
        index
            .checked_sub(1)
            .is_some_and(|at| self.kind(at) == TokenKind::Comma)
    }

    /// "Their leader, a retired engineer, | points to": the verb of a subject that a comma closed.
    pub(super) fn after_comma_verb(
        &self,
        index: usize,
        readings: Readings,
        next: Readings,
    ) -> bool {
        let follows = next.any(
            Readings::DETERMINER
                | Readings::POSSESSIVE
                | Readings::PRONOUN
                | Readings::PREPOSITION
                | Readings::TO
                | Readings::THAT,
        ) || self.is_proper(index + 1);
        // "…, | estimates Fair Skies, a lobby": the verb stands before its subject.
        let inverted = self.main_finite
            && readings.any(Readings::THIRD)
            && self.is_proper(index + 1)
            && self.usage(index).any(Usage::THAT_VERB);
        self.is_behind_comma(index)
            && readings.any(Readings::THIRD | Readings::PAST)
            && follows
            && (!self.main_finite || inverted || self.behind_comment(index))
            && !self.finite_ahead(index + 1)
    }

    /// "Rwanda denies it, | demands truce", "Iran rejects offer, | calls for talks": in a line that nothing ends, behind a verb in -s and a comma.
    pub(super) fn goes_on_in_headline(
        &self,
        index: usize,
        readings: Readings,
        next: Readings,
    ) -> bool {
        let ends = self.words.last();
        let headline = ends.is_some_and(|word| word.token.kind == TokenKind::Word);
        let opens = self.is_behind_comma(index) && readings.any(Readings::THIRD);
        if !(opens && headline && self.main_finite) {
            return false;
        }
        let mut before = self.tags.iter().rev().take(AHEAD);
        let before = before.find(|tag| tag.is_finite());
        // "…, calls for truce | grow": the noun has its verb at the end.
        let last = self.readings(self.words.len().saturating_sub(1));
        if last.any(Readings::BASE | Readings::PAST)
            && !last.any(Readings::ANY_NOUN | Readings::ADJECTIVE)
        {
            return false;
        }
        let takes = Usage::THAT_VERB
            .with(Usage::APPEAL_VERB)
            .with(Usage::INFINITIVE_VERB)
            .with(Usage::OBJECT_INFINITIVE_VERB);
        let follows = self.noun_like(index + 1)
            || self.is_proper(index + 1)
            || next.any(
                Readings::DETERMINER | Readings::POSSESSIVE | Readings::ADJECTIVE | Readings::TO,
            )
            || matches!(self.marker(index + 1), Marker::For | Marker::On);
        before == Some(&Tag::Third)
            && self.usage(index).any(takes)
            && follows
            && !self.finite_ahead(index + 1)
    }

    /// "The ban, the envoy said, | breaks the law": behind a verb of saying between commas, where the subject still waits for its verb.
    fn behind_comment(&self, index: usize) -> bool {
        let inside = |at: &usize| self.kind(*at) != TokenKind::Comma;
        let close = index - 1;
        let Some(open) = (0..close).rev().take(AHEAD).find(|at| !inside(at)) else {
            return false;
        };
        let says = |at: usize| {
            self.usage(at).any(Usage::SPEECH)
                && self
                    .tags
                    .get(at)
                    .is_some_and(|tag| matches!(tag, Tag::Past | Tag::Third | Tag::Participle))
        };
        let waiting = self
            .tags
            .iter()
            .take(open)
            .rev()
            .take(AHEAD)
            .take_while(|tag| !matches!(tag, Tag::Subordinator | Tag::That))
            .all(|tag| !tag.is_finite());
        (says(open + 1) || says(close - 1)) && waiting
    }
}
