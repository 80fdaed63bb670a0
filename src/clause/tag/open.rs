//! Words of the open classes: what stands before them decides, then what they are likeliest to be.

use super::noun::noun_tag;
use super::{PHRASE, Tag, Tagger};
use crate::token::{Marker, Readings, Shape, TokenKind, Usage};

/// How many words before *than* what is liked better is looked for.
const PREFERRED: usize = 8;

/// How many words behind a participle its doer is looked for.
const BY: usize = 6;

/// How many words may stand between *keep* and what something is kept: "keeps two crossings from Iran into the enclave open".
const KEPT: usize = 9;

impl Tagger<'_> {
    pub(super) fn open_class(&self, index: usize, readings: Readings) -> Tag {
        if !readings.any(Readings::VERB | Readings::ADJECTIVE | Readings::ADVERB) {
            // Most nouns are nothing else.
            return if readings.any(Readings::ANY_NOUN) {
                noun_tag(readings)
            } else {
                Tag::Adverb
            };
        }
        if let Some(tag) = self.fixed_by_neighbours(index, readings) {
            return tag;
        }
        if !readings.any(Readings::VERB) {
            return self.nominal(index, readings);
        }
        if self.is_joined(index)
            && readings.any(Readings::PARTICIPLE | Readings::ING)
            && self.noun_like(index + 1)
        {
            return Tag::Adjective;
        }
        let before = self.before(index);
        before
            .and_then(|before| self.behind(before, index, readings))
            .unwrap_or_else(|| self.verb_or_noun(index, readings))
    }

    fn is_joined(&self, index: usize) -> bool {
        self.words
            .get(index)
            .is_some_and(|word| word.token.shape.has(Shape::JOINED))
    }

    /// "The UN chief | urges Israel to", "the army chief | of", "its top general | has": a word for somebody that is an adjective as well, where no noun comes
    /// behind it.
    fn is_chief(&self, index: usize, readings: Readings) -> bool {
        if !readings.any(Readings::HUMAN) || !readings.any(Readings::ADJECTIVE) {
            return false;
        }
        let says = Usage::SPEECH
            .with(Usage::APPEAL_VERB)
            .with(Usage::OBJECT_INFINITIVE_VERB);
        let next = self.readings(index + 1);
        let urges = next.any(Readings::THIRD)
            && self.usage(index + 1).any(says)
            && (self.is_proper(index + 2)
                || self.readings(index + 2).any(
                    Readings::DETERMINER | Readings::POSSESSIVE | Readings::THAT | Readings::TO,
                ));
        let before = self.tags.last().copied();
        let described = before.is_some_and(|tag| tag.is_noun() || tag == Tag::Adjective);
        let titled = described
            && matches!(self.text(index), "chief" | "general")
            && self.kind(index + 1) != TokenKind::Number
            && !self.is_proper(index + 1)
            && !next.any(Readings::ANY_NOUN | Readings::ADJECTIVE | Readings::NUMBER);
        urges || titled
    }

    /// A word that the ones right beside it decide.
    fn fixed_by_neighbours(&self, index: usize, readings: Readings) -> Option<Tag> {
        if self.tags.last() == Some(&Tag::Negation) && self.marker(index) == Marker::Longer {
            return Some(Tag::Adverb);
        }
        if (readings.any(Readings::ADVERB)
            || matches!(
                self.marker(index),
                Marker::Later | Marker::Earlier | Marker::Further
            ))
            && self.is_adverb_here(index, readings)
        {
            return Some(Tag::Adverb);
        }
        // "Like Peru, Chile has", "Peru, like Chile, has": no verb opens a sentence of news so.
        if matches!(self.tags.last(), None | Some(Tag::Mark))
            && self.text(index) == "like"
            && (self.is_proper(index + 1) || self.readings(index + 1).any(Readings::DETERMINER))
        {
            return Some(Tag::Preposition);
        }
        // "stopped | short of recognising it"
        if self.marker(index) == Marker::Short
            && self.marker(index + 1) == Marker::Of
            && self.tags.last().is_some_and(|tag| tag.is_verb())
        {
            return Some(Tag::Adverb);
        }
        if self.is_chief(index, readings) {
            return Some(noun_tag(readings));
        }
        // "might | well veto it", "had | better veto it", "had | better not"
        if self.tags.last() == Some(&Tag::Modal)
            && (self.text(index) == "well" && self.readings(index + 1).any(Readings::BASE)
                || self.text(index) == "better")
        {
            return Some(Tag::Adverb);
        }
        // "thought | better of recognising it"
        if self.marker(index + 1) == Marker::Of
            && self.text(index) == "better"
            && self.tags.last().is_some_and(|tag| tag.is_verb())
        {
            return Some(Tag::Adverb);
        }
        if self.is_rather_done(index, readings) {
            return Some(Tag::Past);
        }
        if self.is_bare_infinitive(index, readings) {
            return Some(Tag::Base);
        }
        if self.is_claimed_of_itself(index, readings) {
            return Some(Tag::Third);
        }
        if self.is_awaited_verb(index, readings) {
            return Some(Tag::Base);
        }
        // "declared itself | ready", "have | last met": a verb only behind *to* or a modal.
        if matches!(self.marker(index), Marker::Ready | Marker::Last)
            && !matches!(self.tags.last(), Some(Tag::To | Tag::Modal))
        {
            return Some(Tag::Adjective);
        }
        if readings.any(Readings::ADJECTIVE)
            && (self.is_found_so(index) || self.is_kept_so(index, readings))
            || readings.any(Readings::PARTICIPLE) && self.is_state_of_people(index)
        {
            return Some(Tag::Adjective);
        }
        if self.is_talks(index) {
            return Some(Tag::Plural);
        }
        // "as a | go-between"
        if self.is_joined(index + 1)
            && self.text(index) == "go"
            && self.text(index + 1) == "between"
        {
            return Some(Tag::Adjective);
        }
        // "anywhere | near the truce"
        if self.marker(index) == Marker::Near
            && index
                .checked_sub(1)
                .is_some_and(|at| matches!(self.text(at), "anywhere" | "nowhere" | "somewhere"))
        {
            return Some(Tag::Preposition);
        }
        if self.is_of_time(index) {
            return Some(Tag::Adverb);
        }
        // "at a | sitting on Friday": what an article opens and nothing closes.
        if readings.any(Readings::ING)
            && matches!(self.tags.last(), Some(Tag::Determiner))
            && matches!(
                self.marker(index + 1),
                Marker::On | Marker::In | Marker::At | Marker::Of | Marker::Between | Marker::With
            )
        {
            return Some(Tag::Noun);
        }
        if self.is_owned_deed(index, readings) {
            return Some(Tag::Noun);
        }
        if self.is_of_two_peoples(index, readings) {
            return Some(noun_tag(readings));
        }
        let measure = readings.any(Readings::MEASURE)
            && readings.any(Readings::ING)
            && readings.any(Readings::NOUN);
        measure.then_some(Tag::Noun)
    }

    /// "would sooner leave than | list it", "waited rather than | act as", "that Peru not | act as": a base form that could be a noun, where no noun could
    /// stand.
    fn is_bare_infinitive(&self, index: usize, readings: Readings) -> bool {
        let Some(before) = index.checked_sub(1) else {
            return false;
        };
        if !readings.any(Readings::BASE) || !readings.any(Readings::ANY_NOUN) {
            return false;
        }
        let object = self.opens_object(index + 1)
            || matches!(self.marker(index + 1), Marker::As | Marker::With);
        // "rather than", "sooner leave than"
        let prefers = |at: &usize| matches!(self.text(*at), "rather" | "sooner");
        let than = self.marker(before) == Marker::Than
            && (before.saturating_sub(PREFERRED)..before).any(|at| prefers(&at));
        let subjunctive = self.marker(before) == Marker::Not
            && before
                .checked_sub(1)
                .is_some_and(|at| self.tags.get(at) == Some(&Tag::Proper))
            && self
                .tags
                .iter()
                .rev()
                .take(PHRASE)
                .any(|tag| *tag == Tag::That);
        object && (than || subjunctive)
    }

    /// "would rather Peru | recognised it": a past of what is not done yet.
    fn is_rather_done(&self, index: usize, readings: Readings) -> bool {
        if !readings.any(Readings::PAST) || self.tags.last() != Some(&Tag::Proper) {
            return false;
        }
        let mut before = (0..index).rev();
        let rather = before.find(|at| self.tags.get(*at) != Some(&Tag::Proper));
        rather.is_some_and(|at| {
            matches!(self.text(at), "rather" | "sooner")
                && at.checked_sub(1).and_then(|at| self.tags.get(at)) == Some(&Tag::Modal)
        })
    }

    /// "Peru | claims to have": a verb, where "Peru claims to land" is what it claims.
    fn is_claimed_of_itself(&self, index: usize, readings: Readings) -> bool {
        readings.any(Readings::THIRD)
            && self.text(index) == "claims"
            && self.tags.last() == Some(&Tag::Proper)
            && !self.finite_seen
            && self.marker(index + 1) == Marker::To
            && self.readings(index + 2).any(Readings::HAVE | Readings::BE)
    }

    /// "as long as this Chilean | thinking holds": a noun in -ing behind *the* and whose it is, where the verb of the clause stands next and ends it.
    fn is_owned_deed(&self, index: usize, readings: Readings) -> bool {
        let ends = matches!(
            self.kind(index + 2),
            TokenKind::Comma | TokenKind::Stop | TokenKind::Semicolon
        );
        readings.any(Readings::ING)
            && readings.any(Readings::NOUN)
            && ends
            && !self.finite_seen
            && self.readings(index + 1).any(Readings::THIRD)
            && matches!(
                self.tags.as_slice(),
                [.., Tag::Determiner, Tag::Proper | Tag::Adjective]
            )
    }

    /// "found it | wrong to": what is judged stands right before it.
    fn is_found_so(&self, index: usize) -> bool {
        index > 1
            && self.marker(index - 1) == Marker::It
            && self.marker(index + 1) == Marker::To
            && self.usage(index - 2).any(Usage::FINDING_VERB)
    }

    /// "keeps the road to the town | open", "asked for the gate to stay | open": what may be a verb, behind what is kept so.
    fn is_kept_so(&self, index: usize, readings: Readings) -> bool {
        let verb = readings.any(Readings::BASE) && !readings.any(Readings::PARTICIPLE);
        if !verb || self.noun_like(index + 1) || self.readings(index + 1).any(Readings::DETERMINER)
        {
            return false;
        }
        let thing = |at: &usize| {
            self.tags.get(*at).is_some_and(|tag| {
                tag.is_noun()
                    || matches!(
                        tag,
                        Tag::Determiner
                            | Tag::Adjective
                            | Tag::Possessive
                            | Tag::Number
                            | Tag::Preposition
                            | Tag::Pronoun
                    )
            })
        };
        let verb = (0..index).rev().take(KEPT).find(|at| !thing(at));
        verb.is_some_and(|at| {
            let keeps = self.tags.get(at).is_some_and(|tag| tag.is_verb())
                && matches!(
                    self.text(at),
                    "keep"
                        | "keeps"
                        | "kept"
                        | "keeping"
                        | "leave"
                        | "leaves"
                        | "leaving"
                        | "hold"
                        | "held"
                        | "holding"
                );
            let stays = at + 1 == index && self.usage(at).any(Usage::LOOKING_VERB);
            stays || keeps && at + 1 < index
        })
    }

    /// "guarantors of the ceasefire | talks": no truce talks, where nothing says what about.
    fn is_talks(&self, index: usize) -> bool {
        let of_a_thing = index.checked_sub(1).is_some_and(|at| {
            self.tags.get(at) == Some(&Tag::Noun) && !self.readings(at).any(Readings::HUMAN)
        });
        of_a_thing
            && self.text(index) == "talks"
            && !matches!(
                self.marker(index + 1),
                Marker::To | Marker::About | Marker::Of
            )
    }

    /// "took so long to answer", "long before": whether *long* tells of time.
    fn is_of_time(&self, index: usize) -> bool {
        let measured =
            |before| self.usage(before).any(Usage::DEGREE) || self.marker(before) == Marker::Before;
        self.marker(index) == Marker::Long
            && (index.checked_sub(1).is_some_and(measured)
                || matches!(
                    self.marker(index + 1),
                    Marker::Ago | Marker::Before | Marker::After | Marker::Since
                ))
    }

    /// What a word that may be a verb is behind a tag that leaves no choice, with the place of that tag.
    fn behind(&self, before: (usize, Tag), index: usize, readings: Readings) -> Option<Tag> {
        if let Some(tag) = self.behind_auxiliary(before, index, readings) {
            return Some(tag);
        }
        let (at, tag) = before;
        let noun = readings.any(Readings::ANY_NOUN);
        if self.inverted
            && readings.any(Readings::BASE | Readings::PARTICIPLE)
            && (tag.is_noun() || tag == Tag::Pronoun)
        {
            return Some(if readings.any(Readings::BASE) {
                Tag::Base
            } else {
                Tag::Participle
            });
        }
        match tag {
            Tag::Number if self.is_done_by_counted(index) => Some(Tag::Past),
            Tag::Determiner | Tag::Possessive | Tag::Owner | Tag::Adjective | Tag::Number => {
                Some(self.in_noun_phrase(index, readings))
            }
            Tag::Wh if self.marker(at) == Marker::Whose => {
                Some(self.in_noun_phrase(index, readings))
            }
            Tag::Preposition if readings.any(Readings::ING) => {
                let nominal = self.marker(index + 1) == Marker::Of && noun;
                Some(if nominal {
                    noun_tag(readings)
                } else {
                    Tag::Ing
                })
            }
            Tag::Preposition
                if readings.any(Readings::PARTICIPLE) && !noun && self.noun_like(index + 1) =>
            {
                Some(Tag::Adjective)
            }
            Tag::Preposition if noun || readings.any(Readings::ADJECTIVE) => {
                Some(self.nominal(index, readings))
            }
            _ => None,
        }
    }

    /// The form of a verb that an auxiliary, *to* or a verb of seeming asks for.
    fn behind_auxiliary(
        &self,
        before: (usize, Tag),
        index: usize,
        readings: Readings,
    ) -> Option<Tag> {
        match before.1 {
            Tag::To | Tag::Modal | Tag::Do if readings.any(Readings::BASE) => Some(Tag::Base),
            Tag::Have if readings.any(Readings::PARTICIPLE) => Some(Tag::Participle),
            Tag::Be if readings.any(Readings::PARTICIPLE) && self.is_passive(index, readings) => {
                Some(Tag::Participle)
            }
            // "remains opposed", "seems resigned"
            Tag::Base | Tag::Third | Tag::Past
                if readings.any(Readings::PARTICIPLE)
                    && self.usage(before.0).any(Usage::LOOKING_VERB) =>
            {
                Some(Tag::Adjective)
            }
            Tag::Be if readings.any(Readings::ING) => Some(Tag::Ing),
            Tag::Be if readings.any(Readings::ADJECTIVE | Readings::PARTICIPLE) => {
                Some(Tag::Adjective)
            }
            Tag::Be if readings.any(Readings::ANY_NOUN) => Some(noun_tag(readings)),
            _ => None,
        }
    }

    /// Whether a participle behind *be* is a passive, where it could be an adjective first of all.
    fn is_passive(&self, index: usize, readings: Readings) -> bool {
        let next = self.marker(index + 1);
        // "is opposed to": nobody opposes it to anything
        if self.marker(index) == Marker::Opposed && next == Marker::To {
            return false;
        }
        // "is fit to"
        if next == Marker::To && self.usage(index).any(Usage::INFINITIVE_ADJECTIVE) {
            return false;
        }
        // "was dismayed that", "was delighted that": a feeling, where "was told that" is said.
        let says = Usage::THAT_VERB
            .with(Usage::ADDRESSING_VERB)
            .with(Usage::SPEECH_VERB);
        if next == Marker::That
            && !self.usage(index).any(says)
            && !self.readings(index + 2).any(Readings::MEASURE)
        {
            return false;
        }
        !readings.any(Readings::ADJECTIVE_FIRST)
            || self.doer_follows(index + 1)
            || matches!(
                next,
                Marker::To | Marker::By | Marker::That | Marker::As | Marker::Off
            )
    }

    /// "was broken | within hours by the rebels": whether *by* and somebody stand behind when or where it was done.
    fn doer_follows(&self, from: usize) -> bool {
        let by = (from..from + BY).find(|at| self.marker(*at) == Marker::By);
        let between = |at: usize| {
            let readings = self.readings(at);
            self.kind(at) == TokenKind::Number
                || self.usage(at).any(Usage::DATE)
                || readings.any(
                    Readings::PREPOSITION
                        | Readings::MEASURE
                        | Readings::ADVERB
                        | Readings::NUMBER
                        | Readings::DETERMINER,
                )
        };
        by.is_some_and(|by| {
            (from..by).all(between)
                && (self.is_proper(by + 1)
                    || self
                        .readings(by + 1)
                        .any(Readings::DETERMINER | Readings::POSSESSIVE))
        })
    }

    /// "demanded that the fighting | stop", "let the draft | pass": what may be a noun, where the noun before it still waits for its verb.
    fn is_awaited_verb(&self, index: usize, readings: Readings) -> bool {
        let last = self.tags.last().copied();
        let fits = readings.any(Readings::BASE)
            && readings.any(Readings::NOUN)
            && matches!(last, Some(Tag::Noun | Tag::Plural));
        if !fits {
            return false;
        }
        let ends = self.kind(index + 1) != TokenKind::Word
            || self
                .readings(index + 1)
                .any(Readings::ADVERB | Readings::PREPOSITION);
        let opener = (0..index).rev().take(PHRASE).find(|at| {
            !self.tags.get(*at).is_some_and(|tag| {
                tag.is_noun() || matches!(tag, Tag::Determiner | Tag::Adjective | Tag::Possessive)
            })
        });
        let opened = opener.is_some_and(|at| {
            self.tags.get(at) == Some(&Tag::That) || self.usage(at).any(Usage::CAUSATIVE_VERB)
        });
        ends && opened && !self.finite_ahead(index + 1)
    }
}
