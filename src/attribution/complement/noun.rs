//! A noun phrase behind a cue: the subject of what is said, its object, or whom it is said to.

use crate::clause::{ClauseId, ClauseKind, Phrase, PhraseId, PhraseKind};
use crate::pack::Complement;
use crate::token::{Marker, TokenKind};

use super::{Content, Scan};
use crate::attribution::nominal::is_time;

impl Scan<'_> {
    /// A noun phrase: the subject of a clause without *that*, an object, or whom the cue is said to.
    pub(super) fn noun(&self, at: usize, start: usize, adjacent: bool) -> Option<Content> {
        let takes = |frame| self.takes.has(frame);
        let noun = self.owned(at);
        if takes(Complement::Clause) && !self.is_time(noun) && self.is_subject(noun) {
            return self.make(Complement::Clause, start);
        }
        // "talked about | the winter of 1977", but not "answered questions on | Monday"
        let about = self.ends_in_preposition
            && self.after > 0
            && matches!(self.view.marker(self.after - 1), Marker::About | Marker::Of);
        if !adjacent || (self.is_time(noun) && !about) {
            return None;
        }
        let end = self.noun_end(noun);
        let next = self.phrase(end);
        let next_kind = next.map(|phrase| phrase.kind);
        let infinitive =
            next.is_some_and(|phrase| phrase.kind == PhraseKind::Verb && phrase.verb.infinitive);
        if infinitive && takes(Complement::ObjectInfinitive) {
            return self.make(Complement::ObjectInfinitive, start);
        }
        if takes(Complement::ObjectInfinitive)
            && !takes(Complement::Noun)
            && self.infinitive_ahead(noun)
        {
            return self.make(Complement::ObjectInfinitive, start);
        }
        if next_kind == Some(PhraseKind::Preposition) {
            let word = next.map_or(Marker::None, |phrase| self.view.marker(phrase.start));
            if matches!(
                word,
                Marker::Of
                    | Marker::For
                    | Marker::From
                    | Marker::With
                    | Marker::As
                    | Marker::Over
                    | Marker::On
                    | Marker::In
            ) && takes(Complement::ObjectGerund)
            {
                return self.make(Complement::ObjectGerund, start);
            }
            if word == Marker::As && takes(Complement::Predicate) {
                return self.make(Complement::Predicate, start);
            }
            // "put it at sixty"
            if word == Marker::At && takes(Complement::Predicate) && takes(Complement::ObjectGerund)
            {
                return self.make(Complement::ObjectGerund, start);
            }
        }
        if takes(Complement::ObjectGerund) && self.gerund_ahead(noun) {
            return self.make(Complement::ObjectGerund, start);
        }
        if takes(Complement::Predicate)
            && (takes(Complement::Noun) || self.has_predicate(noun, end))
        {
            return self.make(Complement::Predicate, start);
        }
        if takes(Complement::Noun)
            || (self.ends_in_preposition && takes(Complement::PrepositionNoun))
        {
            return self.make(Complement::Noun, start);
        }
        None
    }

    /// The noun at the end of a chain of owners: "the council's | plan".
    fn owned(&self, at: usize) -> usize {
        let mut at = at;
        for _ in 0..3 {
            if !self.phrase(at).is_some_and(|phrase| phrase.owns) {
                break;
            }
            match (at + 1..at + 4).find(|next| {
                self.phrase(*next)
                    .is_some_and(|phrase| phrase.owner.map(PhraseId::index) == Some(at))
            }) {
                Some(next) => at = next,
                None => break,
            }
        }
        at
    }

    fn is_subject(&self, noun: usize) -> bool {
        let id = PhraseId::new(noun);
        self.view.clauses.iter().enumerate().any(|(index, clause)| {
            clause.subject == Some(id)
                && ClauseId::new(index) != self.clause
                && matches!(
                    clause.kind,
                    ClauseKind::Complement | ClauseKind::Main | ClauseKind::Question
                )
                && clause.verb.is_some_and(|verb| {
                    verb.index() > noun
                        && self
                            .view
                            .phrase(verb)
                            .is_some_and(|verb| verb.verb.finite || verb.verb.modal.is_some())
                })
        })
    }

    pub(super) fn is_time(&self, noun: usize) -> bool {
        let Some(phrase) = self.phrase(noun) else {
            return false;
        };
        is_time(self.view, phrase)
    }

    /// The phrase after a noun phrase with its *of*, its owner and its conjuncts.
    fn noun_end(&self, noun: usize) -> usize {
        let mut at = noun + 1;
        loop {
            let of = self.kind(at) == Some(PhraseKind::Preposition)
                && self
                    .phrase(at)
                    .is_some_and(|phrase| self.view.marker(phrase.start) == Marker::Of)
                && self.kind(at + 1) == Some(PhraseKind::Noun);
            let owner = self.kind(at) == Some(PhraseKind::Other);
            let conjunct = self.kind(at) == Some(PhraseKind::Coordinator)
                && self.phrase(at + 1).is_some_and(|phrase| {
                    phrase.kind == PhraseKind::Noun && phrase.conjunct.is_some()
                });
            if (of && !self.takes.has(Complement::ObjectGerund)) || conjunct {
                at += 2;
            } else if owner {
                at += 1;
            } else {
                return at;
            }
        }
    }

    /// "the bank, the biggest of them, | to pay": an infinitive that hangs on this clause or its object.
    fn infinitive_ahead(&self, noun: usize) -> bool {
        self.clause_ahead(noun, |clause, verb| {
            clause == ClauseKind::Infinitive && verb.verb.infinitive
        })
    }

    fn gerund_ahead(&self, noun: usize) -> bool {
        self.clause_ahead(noun, |clause, verb| {
            clause == ClauseKind::Gerund && verb.verb.ing
        })
    }

    fn clause_ahead(&self, noun: usize, is: impl Fn(ClauseKind, &Phrase) -> bool) -> bool {
        (noun + 1..noun + 8)
            .take_while(|at| {
                !matches!(
                    self.kind(*at),
                    None | Some(PhraseKind::Mark(TokenKind::Stop | TokenKind::Semicolon))
                )
            })
            .any(|at| {
                self.phrase(at).is_some_and(|phrase| {
                    phrase.kind == PhraseKind::Verb
                        && self.view.clause(phrase.clause).is_some_and(|clause| {
                            clause.parent == Some(self.clause) && is(clause.kind, phrase)
                        })
                })
            })
    }

    /// Whether something is said of the object: "the vote | a sham", "the claims | false", "the plan | “reckless”".
    fn has_predicate(&self, noun: usize, end: usize) -> bool {
        let own = self
            .view
            .clause(self.clause)
            .and_then(|clause| clause.predicate)
            .is_some_and(|id| id.index() > noun);
        let next = self.kind(end);
        own || matches!(
            next,
            Some(PhraseKind::Adjective | PhraseKind::Mark(TokenKind::QuoteOpen) | PhraseKind::Noun)
        )
    }
}
