//! Words that open a clause: *that*, *since*, *before*, and what else they may be.

use super::{AHEAD, Tag, Tagger};
use crate::token::{Marker, Readings, TokenKind, Usage};

/// How many words a name has at most, and one more.
const NAME: usize = 6;

impl Tagger<'_> {
    pub(super) fn that(&self, index: usize, next: Readings) -> Tag {
        if next.any(Readings::PREPOSITION) && self.marker(index + 1) == Marker::Of {
            return Tag::Pronoun;
        }
        if matches!(self.kind(index + 1), TokenKind::Stop | TokenKind::Semicolon) {
            return Tag::Pronoun;
        }
        // "called into question that figure."
        let closed = next.any(Readings::NOUN)
            && !next.any(Readings::PLURAL)
            && matches!(self.kind(index + 2), TokenKind::Stop | TokenKind::Semicolon);
        if closed && self.tags.last().is_some_and(|tag| *tag != Tag::Mark) {
            return Tag::Determiner;
        }
        match self.tags.last() {
            None | Some(Tag::Preposition) if self.noun_like(index + 1) => Tag::Determiner,
            Some(Tag::Base | Tag::Third | Tag::Past | Tag::Participle | Tag::Ing | Tag::Have)
                if self.that_determines(index, next) =>
            {
                Tag::Determiner
            }
            None | Some(Tag::Preposition) => Tag::Pronoun,
            _ => Tag::That,
        }
    }

    /// "recognised that government", "share that worry": a singular noun follows, and no verb behind it.
    fn that_determines(&self, index: usize, next: Readings) -> bool {
        let noun_at = if next.any(Readings::NOUN) {
            index + 1
        } else {
            index + 2
        };
        let singular = self.readings(noun_at).any(Readings::NOUN)
            && (noun_at == index + 1 || next.any(Readings::ADJECTIVE))
            && !next.any(Readings::DETERMINER | Readings::PRONOUN);
        if !singular || self.is_proper(index + 1) {
            return false;
        }
        let claims = index
            .checked_sub(1)
            .is_some_and(|at| self.usage(at).any(Usage::THAT_VERB));
        if claims {
            let verbs = Readings::THIRD | Readings::PAST | Readings::AUXILIARY | Readings::BASE;
            return !(noun_at + 1..noun_at + AHEAD)
                .take_while(|at| self.kind(*at) == TokenKind::Word)
                .any(|at| self.readings(at).any(verbs));
        }
        !self.finite_ahead(noun_at + 1)
    }

    pub(super) fn subordinator(&self, index: usize, readings: Readings) -> Tag {
        let next = self.readings(index + 1);
        if readings.any(Readings::ADVERB)
            && !next.any(Readings::DETERMINER | Readings::PRONOUN | Readings::POSSESSIVE)
            && !self.is_proper(index + 1)
        {
            return Tag::Adverb;
        }
        if !readings.any(Readings::PREPOSITION) {
            return Tag::Subordinator;
        }
        // since, before, after, until: with a clause when a finite verb follows before the next comma.
        if self.finite_ahead(index + 1) || self.name_acts(index + 1) || self.noun_acts(index + 1) {
            Tag::Subordinator
        } else {
            Tag::Preposition
        }
    }

    /// "after | the Syrian government cut off water": a noun, and then a form that may be a participle, with an object of its own.
    fn noun_acts(&self, from: usize) -> bool {
        let either = |at: usize| {
            let readings = self.readings(at);
            readings.any(Readings::PAST) && readings.any(Readings::PARTICIPLE)
        };
        let phrase =
            Readings::DETERMINER | Readings::POSSESSIVE | Readings::ADJECTIVE | Readings::ANY_NOUN;
        let verb = (from..from + NAME)
            .find(|at| either(*at) || !self.is_proper(*at) && !self.readings(*at).any(phrase));
        verb.filter(|at| *at > from).is_some_and(|at| {
            let noun = self.is_proper(at - 1) || self.readings(at - 1).any(Readings::ANY_NOUN);
            either(at) && noun && self.has_plain_object(at)
        })
    }

    /// "as soon | as Norway ends it", "so long | as": the second *as* opens a clause where a name with a verb follows.
    pub(super) fn as_opens(&self, index: usize) -> bool {
        let pair = index.checked_sub(2).is_some_and(|at| {
            matches!(self.marker(at), Marker::As | Marker::So)
                && (self.marker(at + 1) == Marker::Long || self.text(at + 1) == "soon")
        });
        pair && (self.finite_ahead(index + 1) || self.name_acts(index + 1))
    }

    /// "until | Norway lifts the ban": a name, and then a form that may be a plural, before an article, an owner or a name.
    fn name_acts(&self, from: usize) -> bool {
        let verb = (from..from + NAME).find(|at| !self.is_proper(*at));
        verb.filter(|at| *at > from).is_some_and(|at| {
            let object = self.is_proper(at + 1)
                || self
                    .readings(at + 1)
                    .any(Readings::DETERMINER | Readings::POSSESSIVE | Readings::PRONOUN);
            self.readings(at).any(Readings::THIRD) && object
        })
    }

    /// Whether a word can only open a clause: "she", "they", "that", "whether", "how".
    pub(super) fn clause_opens(&self, index: usize) -> bool {
        self.usage(index).any(Usage::NOMINATIVE)
            || self.marker(index) == Marker::Whether
            || self.readings(index).any(Readings::THAT)
                && !self.readings(index + 1).any(Readings::PREPOSITION)
    }

    /// Whether a verb that can't be anything else but finite comes before the clause may end.
    pub(super) fn finite_ahead(&self, from: usize) -> bool {
        for at in from..from + AHEAD {
            let readings = self.readings(at);
            match self.kind(at) {
                TokenKind::Word => {}
                TokenKind::Number => continue,
                TokenKind::Mark => continue,
                _ => return false,
            }
            if readings
                .any(Readings::SUBORDINATOR | Readings::WH | Readings::THAT | Readings::COORDINATOR)
            {
                return false;
            }
            if self.is_infinitive_form(at) {
                continue;
            }
            let noun =
                readings.any(Readings::ANY_NOUN | Readings::ADJECTIVE | Readings::PREPOSITION);
            // "objected to Iran's being named": an owner, where "he's" is a verb.
            let owner = self.marker(at) == Marker::Clitic
                && at
                    .checked_sub(1)
                    .is_some_and(|before| !self.readings(before).any(Readings::PRONOUN));
            if readings.any(Readings::MODAL | Readings::BE | Readings::HAVE | Readings::DO)
                && !owner
                && !matches!(
                    self.marker(at),
                    Marker::Be | Marker::Been | Marker::Being | Marker::Having
                )
            {
                return true;
            }
            if readings.any(Readings::THIRD | Readings::PAST)
                && !noun
                && !readings.any(Readings::PARTICIPLE)
            {
                return true;
            }
            // A form that may be a participle is finite after a pronoun or name.
            if readings.any(Readings::PAST) && at > from && self.tags_unknown_subject(at - 1) {
                return true;
            }
        }
        false
    }

    /// A base form right after *to*, whatever else it may be: "to | lay down", "to | let".
    pub(super) fn is_infinitive_form(&self, index: usize) -> bool {
        let after_to = index
            .checked_sub(1)
            .is_some_and(|at| self.readings(at).any(Readings::TO));
        after_to && self.readings(index).any(Readings::BASE)
    }

    fn tags_unknown_subject(&self, index: usize) -> bool {
        self.is_proper(index)
            || (self.readings(index).any(Readings::PRONOUN)
                && !self.readings(index).any(Readings::DETERMINER))
    }
}
