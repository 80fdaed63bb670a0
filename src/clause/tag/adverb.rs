//! Adverbs that could be something else: "has long supported", "had at first rejected".

use super::{Tag, Tagger};
use crate::token::{Marker, Readings, TokenKind, Usage};

impl Tagger<'_> {
    /// Whether two words between an auxiliary and its verb are an adverb together: "had | at first | rejected", "has | in fact | asked".
    pub(super) fn opens_aside(&self, index: usize) -> bool {
        let behind_auxiliary = index
            .checked_sub(1)
            .and_then(|at| self.tags.get(at))
            .is_some_and(|tag| {
                matches!(
                    tag,
                    Tag::Have | Tag::Modal | Tag::Be | Tag::Do | Tag::Negation
                )
            });
        behind_auxiliary
            && is_aside(self.marker(index), self.text(index + 1))
            && self.completes_group(index + 2)
    }

    /// Whether a word may be the verb that an auxiliary before it waits for.
    fn completes_group(&self, index: usize) -> bool {
        let verb = Readings::PAST | Readings::PARTICIPLE | Readings::BASE | Readings::ING;
        self.readings(index).any(verb)
    }

    /// "has | since | cut": one word between an auxiliary and its verb.
    pub(super) fn is_aside_here(&self, index: usize) -> bool {
        let auxiliary = self
            .tags
            .last()
            .is_some_and(|tag| matches!(tag, Tag::Have | Tag::Modal | Tag::Be));
        auxiliary && is_lone_aside(self.marker(index)) && self.completes_group(index + 1)
    }

    /// "has long supported", "so far", "could only harm".
    pub(super) fn is_adverb_here(&self, index: usize, readings: Readings) -> bool {
        let last = self.tags.last();
        match self.marker(index) {
            // "took so long", "grew too warm"
            _ if index > 0
                && readings.any(Readings::ADVERB)
                && self.usage(index - 1).any(Usage::DEGREE) =>
            {
                last == Some(&Tag::Adverb)
            }
            // "a change | long demanded by tenants"
            Marker::Long
                if last.is_some_and(|tag| tag.is_noun())
                    && self.marker(index + 2) == Marker::By
                    && self.readings(index + 1).any(Readings::PARTICIPLE) =>
            {
                true
            }
            Marker::Long => {
                matches!(last, Some(Tag::Have | Tag::Be))
                    && self
                        .readings(index + 1)
                        .any(Readings::PARTICIPLE | Readings::BE)
            }
            // "let Syria back in"
            Marker::Back
                if matches!(last, Some(Tag::Proper | Tag::Pronoun))
                    && self
                        .readings(index + 1)
                        .any(Readings::PREPOSITION | Readings::TO) =>
            {
                true
            }
            // "sent home its consul", "take back the envoy"
            Marker::Home | Marker::Back => {
                matches!(
                    last,
                    Some(Tag::Base | Tag::Third | Tag::Past | Tag::Participle | Tag::Ing)
                ) && (self
                    .readings(index + 1)
                    .any(Readings::DETERMINER | Readings::POSSESSIVE | Readings::PREPOSITION)
                    || self.is_proper(index + 1)
                    || self.kind(index + 1) != TokenKind::Word)
            }
            // "put forward a draft", "put it forward", but "the forward scored"
            Marker::Forward => last.is_some_and(|tag| {
                tag.is_noun()
                    || tag.is_verb()
                    || matches!(tag, Tag::Pronoun | Tag::Adverb | Tag::Have | Tag::Be)
            }),
            Marker::Later | Marker::Earlier | Marker::Further => self.is_before_verb(index),
            Marker::Far => index > 0 && matches!(self.marker(index - 1), Marker::So | Marker::Thus),
            // "has just met", "was even named"
            Marker::Only | Marker::Just | Marker::Even => {
                readings.any(Readings::ADVERB)
                    && match last {
                        Some(Tag::Modal | Tag::Do | Tag::To | Tag::Have) => true,
                        // "has not | only recalled it"
                        Some(Tag::Negation | Tag::Adverb) => {
                            index > 0 && self.marker(index - 1) == Marker::Not
                        }
                        Some(Tag::Be) => self.readings(index + 1).any(Readings::PARTICIPLE),
                        // "Chile | only recalled its envoy"
                        Some(tag) if tag.is_noun() || *tag == Tag::Pronoun => {
                            let next = self.readings(index + 1);
                            next.any(Readings::PAST | Readings::THIRD)
                                && !next.any(Readings::ANY_NOUN | Readings::ADJECTIVE)
                        }
                        _ => false,
                    }
            }
            _ => false,
        }
    }
}

impl Tagger<'_> {
    /// "more than ten states", "no fewer than a dozen", "at least two": whether a word says how exact the number behind it is.
    pub(super) fn bounds_number(&self, index: usize) -> bool {
        // It stands at most three words ahead.
        self.number <= index + 3
            && (index.saturating_sub(2)..=index).any(|start| {
                let words = self.number_bound(start);
                start + words > index && self.is_number(start + words)
            })
    }

    /// Notes where behind a word the next number may stand.
    pub(super) fn look_for_number(&mut self, index: usize) {
        if self.number > index {
            return;
        }
        let may_be =
            |at: &usize| self.readings(*at).any(Readings::NUMBER) || self.marker(*at) == Marker::A;
        let next = (index + 1..self.words.len()).find(may_be);
        self.number = next.unwrap_or(usize::MAX);
    }

    /// How many words at `start` bound a number; 0 where they don't.
    fn number_bound(&self, start: usize) -> usize {
        let compares = |text: &str| matches!(text, "more" | "fewer" | "less");
        match self.text(start) {
            "no" | "not" if compares(self.text(start + 1)) && self.text(start + 2) == "than" => 3,
            "at" if matches!(self.text(start + 1), "least" | "most") => 2,
            // "lived up to two promises"
            "up" if self.text(start + 1) == "to"
                && !self
                    .tags
                    .get(start.wrapping_sub(1))
                    .is_some_and(|tag| tag.is_verb()) =>
            {
                2
            }
            text if compares(text) && self.text(start + 1) == "than" => 2,
            _ => 0,
        }
    }

    /// "the former | recognised the island", "the latter | has refused", where "the former recognised leader" is somebody else.
    pub(super) fn is_one_of_two(&self, index: usize) -> bool {
        let the = index
            .checked_sub(1)
            .is_some_and(|at| self.marker(at) == Marker::The);
        if !the || !matches!(self.marker(index), Marker::Former | Marker::Latter) {
            return false;
        }
        let next = self.readings(index + 1);
        let verb = next.any(Readings::PAST | Readings::THIRD | Readings::AUXILIARY | Readings::BE);
        let behind = self.readings(index + 2);
        let object = self.is_proper(index + 2)
            || behind.any(
                Readings::DETERMINER
                    | Readings::POSSESSIVE
                    | Readings::PREPOSITION
                    | Readings::PRONOUN
                    | Readings::TO,
            );
        verb && (object || next.any(Readings::AUXILIARY | Readings::BE))
    }

    /// "ten", "100", "a dozen".
    fn is_number(&self, at: usize) -> bool {
        self.kind(at) == TokenKind::Number
            || self.readings(at).any(Readings::NUMBER)
            || self.marker(at) == Marker::A
                && matches!(
                    self.text(at + 1),
                    "dozen" | "score" | "hundred" | "thousand" | "million"
                )
    }

    /// "the auditor | later found", "he | further said", where "talks further the cause" has its verb: whether a word stands between a subject and its verb.
    fn is_before_verb(&self, index: usize) -> bool {
        let (last, next) = (self.tags.last(), self.readings(index + 1));
        let further = self.marker(index) == Marker::Further;
        last.is_some_and(|tag| tag.is_noun() || further && *tag == Tag::Pronoun)
            && next.any(Readings::PAST | Readings::THIRD | Readings::AUXILIARY)
            && !(further && next.any(Readings::ANY_NOUN))
    }
}

/// One word that is an adverb between an auxiliary and its verb, whatever else it is: "has | since | cut its ties".
fn is_lone_aside(word: Marker) -> bool {
    matches!(
        word,
        Marker::Since
            | Marker::Yesterday
            | Marker::Today
            | Marker::Tonight
            | Marker::Overnight
            | Marker::Meanwhile
            | Marker::Twice
            | Marker::Once
    )
}

/// Two words that are an adverb together.
fn is_aside(first: Marker, second: &str) -> bool {
    match first {
        Marker::At => matches!(
            second,
            "first" | "last" | "once" | "least" | "present" | "times"
        ),
        Marker::In => matches!(
            second,
            "fact"
                | "effect"
                | "vain"
                | "turn"
                | "private"
                | "public"
                | "principle"
                | "practice"
                | "theory"
                | "return"
        ),
        Marker::For => matches!(
            second,
            "now" | "once" | "years" | "months" | "weeks" | "days" | "decades" | "long" | "good"
        ),
        Marker::So => second == "far",
        Marker::Of => matches!(second, "late" | "course"),
        Marker::By => matches!(second, "now" | "then" | "contrast"),
        Marker::As => second == "yet",
        Marker::Until | Marker::Till => matches!(second, "now" | "then" | "recently"),
        Marker::Since => second == "then",
        Marker::To => second == "date",
        Marker::One => second == "day",
        Marker::Last => matches!(second, "night" | "week" | "month" | "year"),
        Marker::This => matches!(second, "week" | "month" | "year" | "morning"),
        _ => false,
    }
}
