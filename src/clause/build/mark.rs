//! Marks: a comma ends what was fronted, a quotation is a clause of its own.

use super::{Builder, DEPTH};
use crate::clause::{Clause, ClauseKind, PhraseId, PhraseKind};
use crate::token::{Marker, TokenKind};

impl Builder<'_> {
    pub(super) fn mark(&mut self, index: usize, mark: TokenKind) {
        match mark {
            // ", falsely, that": the clause goes on.
            TokenKind::Comma if self.inner_adverb(index) => {}
            TokenKind::Comma => self.comma(),
            TokenKind::Semicolon | TokenKind::Stop => {
                self.assign(index);
                if index + 1 < self.phrases.len() {
                    self.open(ClauseKind::Main, None, None, None, index + 1);
                }
                return;
            }
            TokenKind::Colon => {
                self.assign(index);
                let parent = self.current;
                let governor = self.verb_of(parent);
                self.open(
                    ClauseKind::Main,
                    Some(self.root(parent)),
                    governor,
                    None,
                    index + 1,
                );
                return;
            }
            TokenKind::Dash => {
                self.comma();
                self.dateline(index);
            }
            TokenKind::QuoteOpen => self.quote_open(index),
            TokenKind::QuoteClose => {
                if let Some(back) = self.quoted.pop() {
                    self.assign(index);
                    self.current = back;
                    return;
                }
            }
            _ => {}
        }
        self.assign(index);
    }

    /// Whether a comma opens or closes one adverb before *that*.
    fn inner_adverb(&self, index: usize) -> bool {
        let comma = |at: Option<usize>| self.is_mark(at, TokenKind::Comma);
        let opens = self.kind(index + 1) == Some(PhraseKind::Adverb)
            && comma(Some(index + 2))
            && self.kind(index + 3) == Some(PhraseKind::That);
        let closes = index > 1
            && self.kind(index - 1) == Some(PhraseKind::Adverb)
            && comma(index.checked_sub(2))
            && self.kind(index + 1) == Some(PhraseKind::That);
        opens || closes
    }

    /// "GENEVA (Reuters) — The envoy said": a place before the text is no subject.
    pub(super) fn dateline(&mut self, index: usize) {
        let first = self.clauses.len() == 1 && index <= 8;
        let bare = self
            .phrases
            .iter()
            .take(index)
            .all(|phrase| !matches!(phrase.kind, PhraseKind::Verb | PhraseKind::Preposition));
        let capital = self
            .words
            .first()
            .is_some_and(|word| word.token.shape.has(crate::token::Shape::ALL_CAPITALS));
        if first && bare && capital {
            self.with(self.current, |clause| clause.subject = None);
        }
    }

    /// A comma ends what was fronted ("When he left, …") and what was set between commas (", who left,").
    pub(super) fn comma(&mut self) {
        for _ in 0..DEPTH {
            let Some(clause) = self.clause(self.current).copied() else {
                return;
            };
            let Some(parent) = clause.parent else {
                return;
            };
            let waiting = self
                .clause(parent)
                .is_some_and(|parent| parent.verb.is_none());
            let done = clause.verb.is_some() || self.lacks_verb(&clause);
            let closes = matches!(
                clause.kind,
                ClauseKind::Adverbial
                    | ClauseKind::Participle
                    | ClauseKind::Relative
                    | ClauseKind::Infinitive
                    | ClauseKind::Gerund
            );
            if done && closes && waiting {
                self.current = parent;
            } else {
                return;
            }
        }
    }

    /// "Peru, though a buyer of their gas, | will not": a concession without a verb.
    fn lacks_verb(&self, clause: &Clause) -> bool {
        let word = |at: usize| self.marker(at);
        let concedes = clause.marker.is_some_and(|at| {
            matches!(
                word(at),
                Marker::Though | Marker::Although | Marker::While | Marker::If | Marker::Once
            ) && at.checked_sub(1).is_some_and(|before| {
                self.words
                    .get(before)
                    .is_some_and(|word| word.token.kind == TokenKind::Comma)
            })
        });
        let indefinite = clause
            .subject
            .and_then(|subject| self.phrase(subject.index()))
            .is_none_or(|subject| {
                matches!(word(subject.start), Marker::A | Marker::An | Marker::No)
            });
        let behind_subject = clause
            .parent
            .and_then(|parent| self.clause(parent))
            .is_some_and(|parent| parent.subject.is_some());
        clause.verb.is_none() && concedes && indefinite && behind_subject
    }

    /// A quotation that begins with a capital is a clause of its own.
    pub(super) fn quote_open(&mut self, index: usize) {
        let starts = self.phrase(index + 1).map(|phrase| phrase.start);
        let capital = starts
            .and_then(|token| self.words.get(token))
            .is_some_and(|word| word.token.shape.has(crate::token::Shape::CAPITAL));
        let before = self.before(index);
        let introduced = before.is_none()
            || self.is_mark(before, TokenKind::Comma)
            || self.is_mark(before, TokenKind::Colon)
            || before.is_some_and(|at| self.kind(at) == Some(PhraseKind::Verb));
        if capital && introduced {
            self.quoted.push(self.current);
            let governor = self.verb_of(self.current);
            let parent = self.current;
            let has_verb = governor.is_some();
            let id = self.open(ClauseKind::Main, None, None, None, index + 1);
            if has_verb {
                self.with(id, |clause| {
                    clause.kind = ClauseKind::Complement;
                    clause.parent = Some(parent);
                    clause.governor = governor.map(PhraseId::new);
                });
            }
        }
    }
}
