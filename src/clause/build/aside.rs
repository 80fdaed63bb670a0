//! Asides: who says so, set with commas into the clause that is said.

use super::{Builder, LIST};
use crate::clause::tag::Tag;
use crate::clause::{ClauseKind, PhraseId, PhraseKind};
use crate::token::{Marker, TokenKind, Usage};

/// How many phrases stand between the commas behind a coordinator.
const ASIDE: usize = 5;
/// The same before *that*.
const LONG_ASIDE: usize = 14;

impl Builder<'_> {
    /// "Chile and, if possible, | Peru", "and, after a week, | left": what comes behind words between commas that follow a coordinator.
    pub(super) fn aside_end(&self, coordinator: usize) -> Option<usize> {
        if !self.is_mark(Some(coordinator + 1), TokenKind::Comma) {
            return None;
        }
        let inside = coordinator + 2;
        let comma =
            (inside..inside + ASIDE).find(|at| self.is_mark(Some(*at), TokenKind::Comma))?;
        let hangs = |at: usize| match self.kind(at) {
            Some(PhraseKind::Adverb | PhraseKind::Adjective | PhraseKind::Preposition) => true,
            Some(PhraseKind::Subordinator) => self
                .phrase(at)
                .is_some_and(|phrase| self.marker(phrase.start) == Marker::If),
            Some(PhraseKind::Noun) => self
                .phrase(at)
                .is_some_and(|noun| noun.preposition.is_some() || noun.owns),
            _ => false,
        };
        (comma > inside && (inside..comma).all(hangs)).then_some(comma + 1)
    }

    /// "demands, as it has for years, | that": the *that* behind words between commas that follow a verb of saying.
    pub(super) fn that_behind_aside(&self, comma: usize) -> Option<usize> {
        if !self.is_mark(Some(comma), TokenKind::Comma) {
            return None;
        }
        let says = self.before(comma).is_some_and(|at| {
            self.kind(at) == Some(PhraseKind::Verb) && self.usage(at).any(Usage::THAT_VERB)
        });
        let opens = self.phrase(comma + 1).is_some_and(|first| {
            matches!(
                self.marker(first.start),
                Marker::As | Marker::In | Marker::On | Marker::At | Marker::With
            )
        });
        if !(says && opens) {
            return None;
        }
        let inside = comma + 1..comma + LONG_ASIDE;
        let plain = inside.take_while(|at| {
            !matches!(
                self.kind(*at),
                None | Some(
                    PhraseKind::That
                        | PhraseKind::Wh
                        | PhraseKind::Mark(
                            TokenKind::Comma
                                | TokenKind::Semicolon
                                | TokenKind::Stop
                                | TokenKind::QuoteOpen
                        )
                )
            )
        });
        let close = comma + 1 + plain.count();
        let that = close + 1;
        let closed = self.is_mark(Some(close), TokenKind::Comma);
        (closed && self.kind(that) == Some(PhraseKind::That)).then_some(that)
    }

    /// Whether a phrase is one of those words.
    pub(super) fn is_inside_aside(&self, coordinator: usize, index: usize) -> bool {
        index > coordinator && self.aside_end(coordinator).is_some_and(|end| index < end)
    }

    /// ", the judges found,": a noun phrase that begins a clause set between the subject and its verb.
    pub(super) fn is_parenthetical(&self, index: usize) -> bool {
        let Some(clause) = self.clause(self.current) else {
            return false;
        };
        let verb = self.behind_prepositional(index + 1);
        let next = self
            .phrase(verb)
            .is_some_and(|verb| verb.kind == PhraseKind::Verb && verb.verb.finite);
        // "the host of the truce | talks" is no verb.
        let speech = self.usage(verb).any(Usage::SPEECH);
        if clause.verb.is_some() || !next || verb > index + 1 && !speech {
            return false;
        }
        if clause.subject.is_none() {
            // "Recognising it, the envoy said, | amounts to": a clause is the subject.
            return speech && self.closes_before_verb(verb + 1);
        }
        self.is_mark(Some(verb + 1), TokenKind::Comma)
            || self.closes_before_verb(verb + 1)
            || (verb == index + 1
                && self
                    .kind(verb + 1)
                    .is_some_and(|_| self.usage(verb).any(Usage::THAT_VERB)))
    }

    /// ", | said the envoy of Peru, has to": a verb of saying before its subject, set between another subject and its verb. In "the list, called
    /// a sham by Peru, is" the participle belongs to the list.
    pub(super) fn speaks_aside(&self, index: usize) -> bool {
        let waiting = self
            .clause(self.current)
            .is_some_and(|clause| clause.verb.is_none());
        let says = self.usage(index).any(Usage::THAT_VERB)
            && !self
                .usage(index)
                .any(Usage::ADDRESSING_VERB | Usage::VERDICT_VERB);
        let alone = self
            .phrase(index)
            .is_some_and(|verb| verb.end == verb.start + 1 && !verb.verb.ing);
        if !(waiting && says && alone && self.is_mark(index.checked_sub(1), TokenKind::Comma)) {
            return false;
        }
        let owned = self.phrase(index + 1).is_some_and(|phrase| phrase.owns);
        let source = index + 1 + usize::from(owned);
        let speaker = self.phrase(source).is_some_and(|phrase| {
            let name = matches!(self.tags.get(phrase.head), Some(Tag::Proper | Tag::Pronoun));
            let known = matches!(self.tags.get(phrase.start), Some(Tag::Possessive))
                || self.marker(phrase.start) == Marker::The;
            phrase.kind == PhraseKind::Noun
                && phrase.preposition.is_none()
                && (name || known || owned)
        });
        speaker && self.closes_before_verb(source + 1)
    }

    /// Opens the clause of such a verb. Its subject comes behind it.
    pub(super) fn speech_aside(&mut self, index: usize) {
        let parent = self.current;
        if let Some(phrase) = self.phrases.get_mut(index) {
            phrase.verb.past |= phrase.verb.participle;
            phrase.verb.participle = false;
            phrase.verb.passive = false;
            phrase.verb.finite = true;
        }
        let id = self.open(ClauseKind::Main, Some(parent), None, None, index);
        self.take_verb(id, index);
    }

    /// ", | the envoy said": opens the clause of a source before its verb.
    pub(super) fn source_aside(&mut self, index: usize) {
        let parent = self.current;
        let id = self.open(ClauseKind::Main, Some(parent), None, None, index);
        self.with(id, |clause| clause.subject = Some(PhraseId::new(index)));
        self.assign(index);
    }

    /// The first phrase from `from` on that hangs on no noun by a preposition: "the envoy | of Peru said".
    fn behind_prepositional(&self, from: usize) -> usize {
        let hangs = |at: &usize| match self.kind(*at) {
            Some(PhraseKind::Preposition) => true,
            Some(PhraseKind::Noun) => self
                .phrase(*at)
                .is_some_and(|phrase| phrase.preposition.is_some() || phrase.owns),
            _ => false,
        };
        from + (from..from + LIST).take_while(hangs).count()
    }

    /// ", the envoy grumbled on his way out, | is": nothing but prepositional phrases up to a comma, and then the verb that waits.
    fn closes_before_verb(&self, from: usize) -> bool {
        let hangs = |at: &usize| match self.kind(*at) {
            Some(PhraseKind::Preposition | PhraseKind::Adverb) => true,
            Some(PhraseKind::Noun) => self
                .phrase(*at)
                .is_some_and(|phrase| phrase.preposition.is_some() || self.is_measure(*at)),
            _ => false,
        };
        let comma = from + (from..from + LIST).take_while(hangs).count();
        let verb = comma + 1 + usize::from(self.kind(comma + 1) == Some(PhraseKind::Adverb));
        self.is_mark(Some(comma), TokenKind::Comma)
            && self
                .phrase(verb)
                .is_some_and(|verb| verb.kind == PhraseKind::Verb && verb.verb.finite)
    }
}
