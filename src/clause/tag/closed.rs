//! Words of the closed classes: *that*, *to*, *so*, *about*, a clitic.

use super::{AHEAD, Tag, Tagger};
use crate::clause::words::{
    is_infinitive_noun, is_speech_verb, is_that_verb, takes_infinitive, takes_object_infinitive,
};
use crate::token::{Readings, TokenKind};

/// How long the subject is at most that stands behind *for*, in tokens.
const SUBJECT: usize = 5;
/// How many adverbs may stand between it and its verb, and one more.
const ADVERBS: usize = 3;
/// How far before an infinitive the verb of its object stands, in tokens.
const OBJECT: usize = 8;

impl Tagger<'_> {
    pub(super) fn closed_class(&self, index: usize, readings: Readings) -> Option<Tag> {
        if !readings.any(Readings::CLOSED) {
            return None;
        }
        let next = self.readings(index + 1);
        if readings.any(Readings::APOSTROPHE) {
            return Some(self.clitic(index));
        }
        if readings.any(Readings::THAT) {
            return Some(self.that(index, next));
        }
        if readings.any(Readings::TO) {
            return Some(self.to(index));
        }
        if readings.any(Readings::AS)
            || (readings.any(Readings::PREPOSITION)
                && self.text(index) == "according"
                && self.text(index + 1) == "to")
        {
            return Some(Tag::Preposition);
        }
        if readings.any(Readings::WH) {
            return Some(Tag::Wh);
        }
        if readings.any(Readings::MODAL) {
            return Some(Tag::Modal);
        }
        if readings.any(Readings::BE) {
            return Some(Tag::Be);
        }
        if readings.any(Readings::HAVE) {
            return Some(Tag::Have);
        }
        if readings.any(Readings::DO) {
            return Some(Tag::Do);
        }
        // "once more", "once again": how often, no clause.
        if (self.text(index) == "once" && matches!(self.text(index + 1), "more" | "again"))
            || (self.text(index) == "more" && index > 0 && self.text(index - 1) == "once")
        {
            return Some(Tag::Adverb);
        }
        if readings.any(Readings::SUBORDINATOR) {
            return Some(self.subordinator(index, readings));
        }
        if readings.any(Readings::POSSESSIVE) {
            // "who had spoken to her | told the paper"
            let verb = next.any(Readings::PAST)
                && !next.any(Readings::ANY_NOUN | Readings::ADJECTIVE)
                && (self.is_proper(index + 2)
                    || self.readings(index + 2).any(
                        Readings::DETERMINER
                            | Readings::PRONOUN
                            | Readings::POSSESSIVE
                            | Readings::THAT,
                    ));
            let owner = (self.noun_like(index + 1) && !verb)
                || self.readings(index + 1).any(Readings::ING)
                || !readings.any(Readings::PRONOUN);
            return Some(if owner { Tag::Possessive } else { Tag::Pronoun });
        }
        if readings.any(Readings::DETERMINER)
            && self.text(index) == "no"
            && self.text(index + 1) == "longer"
        {
            return Some(Tag::Negation);
        }
        if readings.any(Readings::DETERMINER) {
            let alone = !self.noun_like(index + 1)
                && !self.readings(index + 1).any(
                    Readings::ING | Readings::DETERMINER | Readings::POSSESSIVE | Readings::ADVERB,
                );
            let quantity = readings.any(Readings::ADVERB)
                && self
                    .readings(index + 1)
                    .any(Readings::ADJECTIVE | Readings::ADVERB);
            return Some(match () {
                () if self.quantity_speaks(index) => Tag::Pronoun,
                () if quantity => Tag::Adverb,
                () if alone && readings.any(Readings::PRONOUN) => Tag::Pronoun,
                () if alone && readings.any(Readings::ADVERB) => Tag::Adverb,
                () => Tag::Determiner,
            });
        }
        // "the League itself mediates": beside a noun it only stresses it.
        if matches!(
            self.text(index),
            "itself" | "himself" | "herself" | "themselves"
        ) && self.tags.last().is_some_and(|tag| tag.is_noun())
        {
            return Some(Tag::Adverb);
        }
        if readings.any(Readings::PRONOUN) && readings.any(Readings::ADJECTIVE) {
            return Some(if self.noun_like(index + 1) {
                Tag::Adjective
            } else {
                Tag::Pronoun
            });
        }
        if readings.any(Readings::NUMBER)
            && self.text(index) == "one"
            && index > 0
            && self.text(index - 1) == "no"
        {
            return Some(Tag::Pronoun);
        }
        if readings.any(Readings::NUMBER) {
            return Some(Tag::Number);
        }
        if readings.any(Readings::COORDINATOR)
            && !(readings.any(Readings::ADVERB)
                && self.kind(index.wrapping_sub(1)) != TokenKind::Comma)
        {
            return Some(Tag::Coordinator);
        }
        if self.is_reason(index) {
            return Some(Tag::Coordinator);
        }
        let measured = readings.any(Readings::PREPOSITION)
            && matches!(
                self.text(index),
                "about" | "around" | "over" | "under" | "near"
            )
            && (self.kind(index + 1) == TokenKind::Number
                || next.any(Readings::NUMBER)
                || self.text(index + 1) == "half");
        let after_verb = measured
            && self
                .tags
                .last()
                .is_none_or(|tag| !tag.is_noun() && *tag != Tag::Adjective);
        if measured && after_verb {
            return Some(Tag::Adverb);
        }
        if readings.any(Readings::PREPOSITION) && !readings.any(Readings::ANY_NOUN | Readings::VERB)
        {
            let follows = self.noun_like(index + 1)
                || next.any(
                    Readings::DETERMINER
                        | Readings::POSSESSIVE
                        | Readings::PRONOUN
                        | Readings::ING
                        | Readings::WH
                        | Readings::THAT
                        | Readings::PREPOSITION
                        | Readings::SUBORDINATOR
                        | Readings::NEGATIVE,
                );
            // "Underneath | he wrote"
            let nominative =
                matches!(self.text(index + 1), "he" | "she" | "they" | "we" | "i") && index == 0;
            return Some(if nominative {
                Tag::Adverb
            } else if follows || !readings.any(Readings::ADVERB) {
                Tag::Preposition
            } else {
                Tag::Adverb
            });
        }
        if readings.any(Readings::PRONOUN) {
            return Some(Tag::Pronoun);
        }
        if readings.any(Readings::NEGATIVE) {
            return Some(Tag::Negation);
        }
        None
    }

    /// "Nothing is settled, | for Peru does not recognise it": behind a comma, before a name or pronoun and its finite verb.
    fn is_reason(&self, index: usize) -> bool {
        let comma = index
            .checked_sub(1)
            .is_some_and(|at| self.kind(at) == TokenKind::Comma);
        if self.text(index) != "for" || !comma || !self.main_finite {
            return false;
        }
        let mut at = index + 1;
        if self
            .readings(at)
            .any(Readings::DETERMINER | Readings::POSSESSIVE)
        {
            at += 1;
        }
        let nominative = matches!(self.text(at), "he" | "she" | "they" | "we" | "i" | "it");
        let subject = if nominative {
            at + 1
        } else {
            (at..at + SUBJECT)
                .find(|at| {
                    !self.is_proper(*at)
                        && !self
                            .readings(*at)
                            .any(Readings::ANY_NOUN | Readings::ADJECTIVE)
                })
                .filter(|end| *end > at)
                .unwrap_or(index)
        };
        let verb = (subject..subject + ADVERBS)
            .find(|at| !self.readings(*at).any(Readings::ADVERB))
            .filter(|_| subject > index);
        verb.is_some_and(|at| {
            self.readings(at)
                .any(Readings::MODAL | Readings::AUXILIARY | Readings::PAST | Readings::THIRD)
                && !self
                    .readings(at)
                    .any(Readings::ANY_NOUN | Readings::PREPOSITION)
        })
    }

    /// "'s" and "'": an owner before what is owned, a form of *be* otherwise.
    pub(super) fn clitic(&self, index: usize) -> Tag {
        let after_pronoun = self
            .tags
            .last()
            .is_some_and(|tag| matches!(tag, Tag::Pronoun | Tag::Wh | Tag::That));
        let next = self.readings(index + 1);
        // "a draft of Kosovo's to condemn it": owned already.
        let owned = self.tags.len() > 1
            && self.tags.iter().rev().nth(1) == Some(&Tag::Preposition)
            && next.any(Readings::TO | Readings::PREPOSITION);
        let be = self.text(index) == "'s"
            && (after_pronoun
                || next.any(
                    Readings::DETERMINER
                        | Readings::NEGATIVE
                        | Readings::POSSESSIVE
                        | Readings::PREPOSITION,
                ))
            && !owned
            && !self.is_proper(index + 1);
        if be { Tag::Be } else { Tag::Owner }
    }

    pub(super) fn that(&self, index: usize, next: Readings) -> Tag {
        if next.any(Readings::PREPOSITION) && self.text(index + 1) == "of" {
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
    pub(super) fn that_determines(&self, index: usize, next: Readings) -> bool {
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
        let verb = index.checked_sub(1).map_or("", |at| self.verb_text(at));
        if is_that_verb(verb) {
            let verbs = Readings::THIRD | Readings::PAST | Readings::AUXILIARY | Readings::BASE;
            return !(noun_at + 1..noun_at + AHEAD)
                .take_while(|at| self.kind(*at) == TokenKind::Word)
                .any(|at| self.readings(at).any(verbs));
        }
        !self.finite_ahead(noun_at + 1)
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
            && matches!(self.text(at), "be" | "have" | "do")
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
        // "is going to veto" is a future, no motion.
        let motion = self.before(index).is_some_and(|(at, tag)| {
            tag != Tag::Ing
                && matches!(
                    self.verb_text(at),
                    "return"
                        | "lead"
                        | "go"
                        | "come"
                        | "respond"
                        | "turn"
                        | "resort"
                        | "commit"
                        | "subject"
                )
        });
        let phrasal = after.any(Readings::PREPOSITION)
            && !motion
            && self.before(index).is_some_and(|(_, tag)| !tag.is_noun());
        if (object && !motion) || phrasal || self.asks_for_infinitive(index) {
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
            Tag::Base | Tag::Third | Tag::Past | Tag::Participle | Tag::Ing => {
                takes_infinitive(self.verb_text(at)) || takes_object_infinitive(self.verb_text(at))
            }
            Tag::Adjective => matches!(
                self.text(at),
                "able"
                    | "unable"
                    | "willing"
                    | "unwilling"
                    | "ready"
                    | "likely"
                    | "unlikely"
                    | "eager"
                    | "free"
                    | "quick"
                    | "slow"
                    | "reluctant"
                    | "hesitant"
            ),
            Tag::Noun if is_infinitive_noun(self.noun_text(at)) => true,
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
                .find(|(_, tag)| {
                    matches!(
                        tag,
                        Tag::Base | Tag::Third | Tag::Past | Tag::Participle | Tag::Ing
                    )
                })
                .is_some_and(|(verb, _)| takes_object_infinitive(self.verb_text(verb))),
            _ => false,
        }
    }

    /// "few | doubt she", "some | question whether": a quantity is a subject when a verb with a clause behind it follows.
    fn quantity_speaks(&self, index: usize) -> bool {
        matches!(
            self.text(index),
            "few" | "many" | "some" | "most" | "all" | "both" | "several"
        ) && ((self
            .readings(index + 1)
            .any(Readings::BASE | Readings::PAST)
            && self.clause_opens(index + 2))
            || (self.readings(index + 1).any(Readings::PAST)
                && is_speech_verb(self.verb_text(index + 1))
                && !self.noun_like(index + 2)))
    }

    /// Whether a word can only open a clause: "she", "they", "that", "whether", "how".
    pub(super) fn clause_opens(&self, index: usize) -> bool {
        matches!(
            self.text(index),
            "he" | "she" | "they" | "we" | "i" | "whether"
        ) || self.readings(index).any(Readings::THAT)
            && !self.readings(index + 1).any(Readings::PREPOSITION)
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
        if self.finite_ahead(index + 1) {
            Tag::Subordinator
        } else {
            Tag::Preposition
        }
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
            if readings.any(Readings::MODAL | Readings::BE | Readings::HAVE | Readings::DO)
                && !matches!(self.text(at), "be" | "been" | "being" | "having")
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

    pub(super) fn tags_unknown_subject(&self, index: usize) -> bool {
        self.is_proper(index)
            || (self.readings(index).any(Readings::PRONOUN)
                && !self.readings(index).any(Readings::DETERMINER))
    }
}
