//! Words of the closed classes: which of their classes they are here.

use super::{AHEAD, Tag, Tagger};
use crate::token::{Marker, Readings, TokenKind, Usage};

/// How many words behind who is made to do something its infinitive is looked for.
const MADE: usize = 9;
/// How long the subject is at most that stands behind *for*, in tokens.
const SUBJECT: usize = 5;
/// How many adverbs may stand between it and its verb, and one more.
const ADVERBS: usize = 3;

impl Tagger<'_> {
    /// The tag of a word of a closed class; `None` for any other word, and where one of the open classes fits better.
    pub(super) fn closed_class(&self, index: usize, readings: Readings) -> Option<Tag> {
        if self.is_thanks_to(index) {
            return Some(Tag::Preposition);
        }
        if !readings.any(Readings::CLOSED) {
            return None;
        }
        if let Some(tag) = self.by_class_alone(index, readings) {
            return Some(tag);
        }
        if self.is_once_more(index) {
            return Some(Tag::Adverb);
        }
        // "nine | others": counted as a noun is.
        if self.tags.last() == Some(&Tag::Number) && self.text(index) == "others" {
            return Some(Tag::Plural);
        }
        if self.is_neither_of_verbs(index) {
            return Some(Tag::Negation);
        }
        if readings.any(Readings::SUBORDINATOR) {
            return Some(self.subordinator(index, readings));
        }
        if readings.any(Readings::POSSESSIVE) {
            return Some(self.possessive(index, readings));
        }
        if readings.any(Readings::DETERMINER) {
            return Some(self.determiner(index, readings));
        }
        // "the League itself mediates": beside a noun it only stresses it.
        if self.usage(index).any(Usage::REFLEXIVE)
            && (self.tags.last().is_some_and(|tag| tag.is_noun())
                || index
                    .checked_sub(1)
                    .is_some_and(|at| self.usage(at).any(Usage::NOMINATIVE)))
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
        if readings.any(Readings::NUMBER) {
            let nobody = self.marker(index) == Marker::One
                && index > 0
                && self.marker(index - 1) == Marker::No;
            return Some(if nobody { Tag::Pronoun } else { Tag::Number });
        }
        self.coordinator(index, readings)
            .or_else(|| self.preposition(index, readings))
            .or_else(|| readings.any(Readings::PRONOUN).then_some(Tag::Pronoun))
            .or_else(|| {
                readings
                    .any(Readings::NEGATIVE)
                    .then(|| self.negation(index))
            })
    }

    /// "has | not only vetoed it": what it did is told, and more. Other words deny, and so does "not just yet".
    fn negation(&self, index: usize) -> Tag {
        let more = matches!(self.marker(index + 1), Marker::Only | Marker::Just)
            || self.text(index + 1) == "merely";
        let later = matches!(self.text(index + 2), "yet" | "now");
        if more && !later && self.marker(index) == Marker::Not {
            Tag::Adverb
        } else {
            Tag::Negation
        }
    }

    /// Words whose class decides alone, or with a rule of its own.
    fn by_class_alone(&self, index: usize, readings: Readings) -> Option<Tag> {
        Some(match () {
            () if readings.any(Readings::APOSTROPHE) => self.clitic(index),
            () if readings.any(Readings::THAT) => self.that(index, self.readings(index + 1)),
            () if readings.any(Readings::TO) => self.to(index),
            () if readings.any(Readings::AS) && self.as_opens(index) => Tag::Subordinator,
            () if readings.any(Readings::AS) || self.is_according_to(index, readings) => {
                Tag::Preposition
            }
            () if readings.any(Readings::WH) => Tag::Wh,
            () if readings.any(Readings::MODAL) => Tag::Modal,
            () if readings.any(Readings::BE) => Tag::Be,
            // "had better recognise it"
            () if self.marker(index) == Marker::Had && self.is_had_better(index) => Tag::Modal,
            () if readings.any(Readings::HAVE) => Tag::Have,
            () if readings.any(Readings::DO) => Tag::Do,
            () => return None,
        })
    }

    /// "had | better recognise it", "had | better not recognise it": together as good as *should*.
    fn is_had_better(&self, index: usize) -> bool {
        let not = usize::from(self.text(index + 2) == "not");
        self.text(index + 1) == "better" && self.readings(index + 2 + not).any(Readings::BASE)
    }

    fn is_according_to(&self, index: usize, readings: Readings) -> bool {
        self.marker(index) == Marker::According
            && readings.any(Readings::PREPOSITION)
            && self.marker(index + 1) == Marker::To
    }

    /// "Thanks to Norway, …", "…, owing to the snow": two words that are one preposition, where nobody gives thanks.
    fn is_thanks_to(&self, index: usize) -> bool {
        matches!(self.marker(index), Marker::Thanks | Marker::Owing)
            && self.marker(index + 1) == Marker::To
            && self.tags.last().is_none_or(|tag| *tag == Tag::Mark)
    }

    /// "once more", "once again": how often, no clause.
    fn is_once_more(&self, index: usize) -> bool {
        match self.marker(index) {
            Marker::Once => matches!(self.marker(index + 1), Marker::More | Marker::Again),
            Marker::More => index > 0 && self.marker(index - 1) == Marker::Once,
            _ => false,
        }
    }

    /// *her* before a noun, or alone.
    fn possessive(&self, index: usize, readings: Readings) -> Tag {
        let next = self.readings(index + 1);
        // "who had spoken to her | told the paper"
        let verb = || {
            next.any(Readings::PAST)
                && !next.any(Readings::ANY_NOUN | Readings::ADJECTIVE)
                && (self.is_proper(index + 2)
                    || self.readings(index + 2).any(
                        Readings::DETERMINER
                            | Readings::PRONOUN
                            | Readings::POSSESSIVE
                            | Readings::THAT,
                    ))
        };
        let owner = !readings.any(Readings::PRONOUN)
            || next.any(Readings::ING)
            || self.marker(index + 1) == Marker::No && !self.noun_like(index + 2)
            || (self.noun_like(index + 1) && !verb());
        if owner { Tag::Possessive } else { Tag::Pronoun }
    }

    /// *this*, *some*, *much* before a noun, before an adjective, or alone.
    fn determiner(&self, index: usize, readings: Readings) -> Tag {
        if self.marker(index) == Marker::No && self.marker(index + 1) == Marker::Longer {
            return Tag::Negation;
        }
        // "defended his | no as a technical one"
        if self.marker(index) == Marker::No
            && self.tags.last() == Some(&Tag::Possessive)
            && !self.noun_like(index + 1)
        {
            return Tag::Noun;
        }
        // "had | each brokered a truce", "Peru and Chile | both have"
        let next = self.readings(index + 1);
        let behind_auxiliary = matches!(self.tags.last(), Some(Tag::Have | Tag::Be | Tag::Modal))
            && next.any(Readings::PARTICIPLE | Readings::BASE);
        // "In January | both signed", "In Cairo both signed": what tells when or where is no subject.
        let told_where = index.checked_sub(1).is_some_and(|at| {
            self.usage(at).any(Usage::DATE)
                || at == 1 && self.tags.first() == Some(&Tag::Preposition)
        });
        let behind_subject = matches!(
            self.tags.last(),
            Some(Tag::Proper | Tag::Plural | Tag::Pronoun)
        ) && !told_where
            && !self.finite_seen
            && next.any(Readings::AUXILIARY | Readings::BASE | Readings::PAST | Readings::MODAL);
        let afloat = matches!(
            self.marker(index),
            Marker::Each | Marker::Both | Marker::All
        ) && (behind_auxiliary || behind_subject)
            && !next.any(Readings::ANY_NOUN);
        if afloat {
            return Tag::Adverb;
        }
        if self.is_done_by_counted(index + 1) {
            return Tag::Pronoun;
        }
        if self.quantity_speaks(index) || self.stands_for_deed(index) {
            return Tag::Pronoun;
        }
        // "the", "a"
        if !readings.any(Readings::ADVERB | Readings::PRONOUN) {
            return Tag::Determiner;
        }
        let next = self.readings(index + 1);
        let alone = !self.noun_like(index + 1)
            && !next.any(
                Readings::ING | Readings::DETERMINER | Readings::POSSESSIVE | Readings::ADVERB,
            );
        let quantity =
            readings.any(Readings::ADVERB) && next.any(Readings::ADJECTIVE | Readings::ADVERB);
        match () {
            () if quantity => Tag::Adverb,
            () if alone && readings.any(Readings::PRONOUN) => Tag::Pronoun,
            () if alone => Tag::Adverb,
            () => Tag::Determiner,
        }
    }

    fn coordinator(&self, index: usize, readings: Readings) -> Option<Tag> {
        let joins = readings.any(Readings::COORDINATOR)
            && (!readings.any(Readings::ADVERB)
                || self.kind(index.wrapping_sub(1)) == TokenKind::Comma);
        (joins || self.is_reason(index)).then_some(Tag::Coordinator)
    }

    /// "Norway | neither accepts nor recognises it", "would | neither accept it nor": between a subject or an auxiliary and its verb.
    fn is_neither_of_verbs(&self, index: usize) -> bool {
        let verb = |at: usize| {
            let readings = self.readings(at);
            readings.any(Readings::VERB | Readings::HAVE | Readings::DO | Readings::BE)
                && (!readings.any(Readings::NOUN | Readings::ADJECTIVE)
                    || readings.any(Readings::THIRD))
        };
        self.marker(index) == Marker::Neither
            && self.tags.last().is_some_and(|tag| {
                tag.is_noun()
                    || matches!(
                        tag,
                        Tag::Pronoun | Tag::Wh | Tag::That | Tag::Modal | Tag::Have | Tag::Do
                    )
            })
            && verb(index + 1)
            && (index + 2..index + AHEAD)
                .take_while(|at| self.kind(*at) != TokenKind::Stop)
                .any(|at| self.text(at) == "nor")
    }

    /// A preposition, or an adverb where nothing stands behind it that it could govern.
    fn preposition(&self, index: usize, readings: Readings) -> Option<Tag> {
        if !readings.any(Readings::PREPOSITION) {
            return None;
        }
        let next = self.readings(index + 1);
        if self.measures(index, next) {
            return Some(Tag::Adverb);
        }
        if readings.any(Readings::ANY_NOUN | Readings::VERB) {
            return None;
        }
        let follows = || {
            self.noun_like(index + 1)
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
                )
        };
        // "Underneath | he wrote"
        let nominative = index == 0 && self.usage(index + 1).any(Usage::NOMINATIVE);
        let governs = !nominative && (!readings.any(Readings::ADVERB) || follows());
        Some(if governs {
            Tag::Preposition
        } else {
            Tag::Adverb
        })
    }

    /// "killed about 40": before a number it says how exact that is, unless a noun before it takes it.
    fn measures(&self, index: usize, next: Readings) -> bool {
        matches!(
            self.marker(index),
            Marker::About | Marker::Around | Marker::Over | Marker::Under | Marker::Near
        ) && (self.kind(index + 1) == TokenKind::Number
            || next.any(Readings::NUMBER)
            || self.marker(index + 1) == Marker::Half)
            && self
                .tags
                .last()
                .is_none_or(|tag| !tag.is_noun() && *tag != Tag::Adjective)
    }

    /// "Nothing is settled, | for Peru does not recognise it": behind a comma, before a name or pronoun and its finite verb.
    fn is_reason(&self, index: usize) -> bool {
        let opens = self.marker(index) == Marker::For && self.is_behind_comma(index);
        if !(opens && self.main_finite) {
            return false;
        }
        let mut at = index + 1;
        if self
            .readings(at)
            .any(Readings::DETERMINER | Readings::POSSESSIVE)
        {
            at += 1;
        }
        let nominative = self.usage(at).any(Usage::NOMINATIVE) || self.marker(at) == Marker::It;
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
    fn clitic(&self, index: usize) -> Tag {
        let after_pronoun = self
            .tags
            .last()
            .is_some_and(|tag| matches!(tag, Tag::Pronoun | Tag::Wh | Tag::That));
        let next = self.readings(index + 1);
        // "a draft of Kosovo's to condemn it": owned already.
        let owned = self.tags.len() > 1
            && self.tags.iter().rev().nth(1) == Some(&Tag::Preposition)
            && next.any(Readings::TO | Readings::PREPOSITION);
        let be = self.marker(index) == Marker::Clitic
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

    /// "This | prompted Peru to": what was told made a name do something, where "this divided Cyprus" is one.
    fn stands_for_deed(&self, index: usize) -> bool {
        let makes = Usage::OBJECT_INFINITIVE_VERB
            .with(Usage::LETTING_VERB)
            .with(Usage::PROMPTING_VERB);
        matches!(self.marker(index), Marker::This | Marker::That)
            && self.readings(index + 1).any(Readings::PAST)
            && self.usage(index + 1).any(makes)
            && self.is_proper(index + 2)
            && (index + 3..index + MADE).any(|at| self.is_infinitive_form(at))
    }

    /// "few | doubt she", "some | question whether": a quantity is a subject when a verb with a clause behind it follows.
    fn quantity_speaks(&self, index: usize) -> bool {
        self.usage(index).any(Usage::QUANTITY)
            && ((self
                .readings(index + 1)
                .any(Readings::BASE | Readings::PAST)
                && self.clause_opens(index + 2))
                || (self.readings(index + 1).any(Readings::PAST)
                    && self.usage(index + 1).any(Usage::SPEECH)
                    && !self.noun_like(index + 2)))
    }
}
