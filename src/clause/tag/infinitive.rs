//! *to* before an infinitive, or the preposition.

use super::{Tag, Tagger};
use crate::token::{Marker, Readings, TokenKind, Usage};

/// How far before an infinitive the verb of its object stands, in tokens.
const OBJECT: usize = 8;

impl Tagger<'_> {
    /// "is | to blame for it": a predicate, no deed that is planned, unless somebody is its object.
    pub(super) fn to_blame(&self, index: usize) -> Option<Tag> {
        let is_to = |at: &usize| self.marker(*at) == Marker::To;
        let before = || index.checked_sub(1).filter(is_to);
        let to = Some(index).filter(is_to).or_else(before)?;
        let is_of_be = self.text(to + 1) == "blame"
            && self.before(to).is_some_and(|(_, tag)| tag == Tag::Be)
            && !self.noun_like(to + 2)
            && !self
                .readings(to + 2)
                .any(Readings::DETERMINER | Readings::POSSESSIVE | Readings::PRONOUN);
        is_of_be.then_some(if to == index {
            Tag::Adverb
        } else {
            Tag::Adjective
        })
    }

    /// *to* with an infinitive, or the preposition.
    pub(super) fn to(&self, index: usize) -> Tag {
        // "told them to “vote your conscience”"
        let mut at = index + 1 + usize::from(self.kind(index + 1) == TokenKind::QuoteOpen);
        while self.readings(at).any(Readings::ADVERB | Readings::NEGATIVE)
            && !self.readings(at).any(Readings::BASE)
            && at < index + 3
        {
            at += 1;
        }
        let next = self.readings(at);
        if next.any(Readings::BE | Readings::HAVE | Readings::DO)
            && matches!(self.marker(at), Marker::Be | Marker::Have | Marker::Do)
        {
            return Tag::To;
        }
        if !next.any(Readings::BASE) {
            return Tag::Preposition;
        }
        if !next.any(Readings::ANY_NOUN) || next.any(Readings::VERB_FIRST) {
            return Tag::To;
        }
        // A word that is a noun first: it is a verb when an object follows.
        let after = self.readings(at + 1);
        let object = self.is_proper(at + 1)
            || after.any(
                Readings::DETERMINER
                    | Readings::POSSESSIVE
                    | Readings::PRONOUN
                    | Readings::THAT
                    | Readings::ANY_NOUN
                    | Readings::ADJECTIVE
                    | Readings::WH,
            )
            || self.kind(at + 1) == TokenKind::QuoteOpen;
        // "the time had come to veto it"
        let ripe = |at: usize| {
            self.text(at) == "come"
                && at.checked_sub(2).is_some_and(|noun| {
                    matches!(self.text(noun), "time" | "hour" | "moment" | "day")
                })
        };
        // "is going to veto" is a future, no motion.
        let motion = self.before(index).is_some_and(|(at, tag)| {
            tag != Tag::Ing && self.usage(at).any(Usage::MOTION_VERB) && !ripe(at)
        });
        let phrasal = after.any(Readings::PREPOSITION)
            && !motion
            && self.before(index).is_some_and(|(_, tag)| !tag.is_noun());
        // "telephoned Kigali to press for it"
        let pleads = self.marker(at + 1) == Marker::For && self.usage(at).any(Usage::APPEAL_VERB);
        // "plans to vote down the draft", "called on Peru to side with them"
        let goes_on = self.is_proper(at + 2)
            || self
                .readings(at + 2)
                .any(Readings::DETERMINER | Readings::POSSESSIVE | Readings::PRONOUN);
        let with = matches!(self.text(at + 1), "with" | "against" | "down")
            && goes_on
            && (self.asks_by_noun(index)
                || self.tags.last() == Some(&Tag::Proper) && self.finite_seen && !motion);
        if (object && !motion) || phrasal || with || pleads || self.asks_for_infinitive(index) {
            Tag::To
        } else {
            Tag::Preposition
        }
    }

    /// "declined | to comment", "warned agencies | to dust", "willing | to talk": what stands before takes an infinitive first of all.
    fn asks_for_infinitive(&self, index: usize) -> bool {
        let Some((at, tag)) = self.before(index) else {
            return false;
        };
        match tag {
            Tag::Base | Tag::Third | Tag::Past | Tag::Participle | Tag::Ing => self
                .usage(at)
                .any(Usage::INFINITIVE_VERB | Usage::OBJECT_INFINITIVE_VERB),
            Tag::Adjective => self.usage(at).any(Usage::INFINITIVE_ADJECTIVE),
            Tag::Noun if self.usage(at).any(Usage::INFINITIVE_NOUN) => true,
            Tag::Noun if self.judges_deed(at) => true,
            tag if tag.is_noun() || tag == Tag::Pronoun => self
                .tags
                .iter()
                .enumerate()
                .rev()
                .skip(self.tags.len() - at)
                .take(OBJECT)
                .take_while(|(_, tag)| {
                    !matches!(
                        tag,
                        Tag::Mark | Tag::Coordinator | Tag::That | Tag::Wh | Tag::Subordinator
                    )
                })
                .find(|(_, tag)| tag.is_verb())
                .is_some_and(|(verb, _)| self.usage(verb).any(Usage::OBJECT_INFINITIVE_VERB)),
            _ => false,
        }
    }

    /// "plans | to", "in no hurry | to": a noun that takes an infinitive, one or several.
    fn asks_by_noun(&self, index: usize) -> bool {
        self.before(index).is_some_and(|(at, tag)| {
            matches!(tag, Tag::Noun | Tag::Plural)
                && (self.usage(at).any(Usage::INFINITIVE_NOUN)
                    || matches!(
                        self.text(at),
                        "hurry" | "rush" | "mood" | "state" | "states" | "country" | "countries"
                    ))
        })
    }

    /// "it is a mistake | to talk to them", "it would be no crime | to": a noun that an idle *it* is called.
    fn judges_deed(&self, noun: usize) -> bool {
        let before = |back: usize| noun.checked_sub(back);
        let article = before(1).is_some_and(|at| matches!(self.text(at), "a" | "an" | "no"));
        let be = before(2).is_some_and(|at| self.tags.get(at) == Some(&Tag::Be));
        let it = |back: usize| before(back).is_some_and(|at| self.text(at) == "it");
        article && be && (it(3) || it(4))
    }
}
