//! Which construction a first word opens: *that*, *whether*, *to*, an -ing form, a preposition.

use crate::clause::{ClauseKind, Phrase, PhraseKind};
use crate::pack::Complement;
use crate::token::{Marker, TokenKind, Usage};

use super::{Content, Scan};

impl Scan<'_> {
    /// Content whose first word is at phrase `at`; a quotation mark before it belongs to it.
    pub(super) fn opens(&self, at: usize, adjacent: bool, mark: Option<usize>) -> Option<Content> {
        let start = mark.unwrap_or(at);
        let phrase = self.phrase(at)?;
        let takes = |frame| self.takes.has(frame);
        match phrase.kind {
            PhraseKind::That
                if (takes(Complement::That) || takes(Complement::Clause))
                    && !self.is_relative(phrase) =>
            {
                self.make(Complement::That, start)
            }
            // "an opening among voters | who backed her"
            PhraseKind::Wh
                if !adjacent
                    && self
                        .view
                        .clause(phrase.clause)
                        .is_some_and(|clause| clause.kind == ClauseKind::Relative) =>
            {
                None
            }
            PhraseKind::Wh | PhraseKind::Subordinator if self.is_question(at) => {
                self.question(start, adjacent)
            }
            PhraseKind::Verb => self.verb(phrase, start, adjacent),
            PhraseKind::Noun => self.noun(at, start, adjacent),
            PhraseKind::Preposition
                if adjacent || (self.passive && self.view.marker(phrase.start) == Marker::As) =>
            {
                self.preposition(at)
            }
            PhraseKind::Adjective if adjacent && self.passive && takes(Complement::Predicate) => {
                self.make(Complement::Predicate, start)
            }
            _ => None,
        }
    }

    fn question(&self, start: usize, adjacent: bool) -> Option<Content> {
        let takes = |frame| self.takes.has(frame);
        if takes(Complement::Whether) {
            self.make(Complement::Whether, start)
        } else if adjacent
            && (takes(Complement::Noun)
                || takes(Complement::PrepositionNoun) && self.ends_in_preposition)
        {
            self.make(Complement::Noun, start)
        } else {
            None
        }
    }

    /// An infinitive, a gerund, or a clause whose subject does not stand before its verb.
    fn verb(&self, verb: &Phrase, start: usize, adjacent: bool) -> Option<Content> {
        let takes = |frame| self.takes.has(frame);
        let clause = verb.verb.finite && takes(Complement::Clause);
        // "has heard | there is a teacher"
        if clause && self.view.marker(verb.start) == Marker::There {
            return self.make(Complement::Clause, start);
        }
        if verb.verb.infinitive {
            let fits = takes(Complement::Infinitive)
                || (self.passive && takes(Complement::ObjectInfinitive));
            return fits
                .then(|| self.make(Complement::Infinitive, start))
                .flatten();
        }
        if !adjacent {
            return None;
        }
        if verb.verb.ing {
            return self.gerund(start);
        }
        // "a merger that executives say | will save millions"
        (clause && self.has_gap())
            .then(|| self.make(Complement::Clause, start))
            .flatten()
    }

    /// "a plan | that both parties detest": no content of the plan.
    fn is_relative(&self, that: &Phrase) -> bool {
        self.nominal
            && self
                .view
                .clause(that.clause)
                .is_some_and(|clause| clause.kind == ClauseKind::Relative)
    }

    /// Whether the cue stands in a relative clause or question whose pronoun is not its own subject.
    fn has_gap(&self) -> bool {
        self.view.clause(self.clause).is_some_and(|clause| {
            clause.subject.is_some()
                && (clause.kind == ClauseKind::Relative
                    || (clause.kind == ClauseKind::Question && clause.marker.is_some()))
        })
    }

    fn gerund(&self, start: usize) -> Option<Content> {
        let has = self.takes.has(Complement::Gerund)
            || (self.ends_in_preposition && self.takes.has(Complement::PrepositionGerund));
        has.then(|| self.make(Complement::Gerund, start)).flatten()
    }

    fn is_question(&self, at: usize) -> bool {
        let word = self
            .phrase(at)
            .map_or(Marker::None, |phrase| self.view.marker(phrase.start));
        match self.kind(at) {
            Some(PhraseKind::Wh) => {
                !matches!(word, Marker::Whose | Marker::Whom) || self.takes.has(Complement::Whether)
            }
            _ => {
                word == Marker::Whether
                    || (word == Marker::If && self.takes.has(Complement::Whether))
            }
        }
    }

    /// "for a ban", "to the plan", "of lying", "as a threat".
    fn preposition(&self, at: usize) -> Option<Content> {
        let token = self.phrase(at)?.start;
        let word = self.view.marker(token);
        if word == Marker::As && self.passive && self.takes.has(Complement::Predicate) {
            return self.make(Complement::Predicate, at);
        }
        let leads = self.view.usage(token).any(Usage::CONTENT_PREPOSITION);
        if !leads || (word == Marker::By && self.passive) {
            return None;
        }
        if self.passive
            && self.takes.has(Complement::ObjectGerund)
            && matches!(word, Marker::Of | Marker::For | Marker::With | Marker::From)
        {
            return self.make(Complement::ObjectGerund, at);
        }
        // "concern in the capital | that": a place, and what it is about behind it.
        let place = matches!(word, Marker::In | Marker::At | Marker::From | Marker::With);
        if place && self.takes.has(Complement::That) && self.kind(at + 2) == Some(PhraseKind::That)
        {
            return None;
        }
        self.behind_preposition(at).map(|content| Content {
            cue_end: token + 1,
            ..content
        })
    }

    /// What stands behind the preposition at phrase `at`: a gerund, a noun phrase, a question.
    fn behind_preposition(&self, at: usize) -> Option<Content> {
        let mark = self.is_mark(at + 1, TokenKind::QuoteOpen);
        let next = if mark { at + 2 } else { at + 1 };
        match self.kind(next)? {
            PhraseKind::Verb
                if self.phrase(next)?.verb.ing && self.takes.has(Complement::PrepositionGerund) =>
            {
                self.make(Complement::PrepositionGerund, at + 1)
            }
            PhraseKind::Noun
                if self.takes.has(Complement::PrepositionNoun) && !self.is_time(next) =>
            {
                self.make(Complement::PrepositionNoun, at + 1)
            }
            PhraseKind::Wh
                if self
                    .takes
                    .any(&[Complement::PrepositionNoun, Complement::Whether]) =>
            {
                self.make(Complement::PrepositionNoun, at + 1)
            }
            PhraseKind::Subordinator
                if self.is_question(next)
                    && self
                        .takes
                        .any(&[Complement::PrepositionNoun, Complement::Whether]) =>
            {
                self.make(Complement::Whether, at + 1)
            }
            PhraseKind::Verb
                if self.phrase(next)?.verb.ing && self.takes.has(Complement::PrepositionNoun) =>
            {
                self.make(Complement::PrepositionGerund, at + 1)
            }
            _ => None,
        }
    }
}
