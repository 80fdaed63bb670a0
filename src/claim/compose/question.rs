//! Questions: "Was it a massacre?" says nothing.

use super::Draft;
use crate::claim::Tagged;
use crate::clause::{ClauseId, ClauseKind, PhraseId, Tag};
use crate::token::TokenKind;

/// How many clauses over a claim are looked through for the question.
const DEPTH: usize = 8;
/// How many words behind the verb that opens a question a *not* makes it say something: "Was it not a massacre?"
const NOT: usize = 6;

impl Tagged<'_> {
    /// Whether a claim stands in a question that *yes* or *no* would answer.
    pub(in crate::claim) fn asks(&self, draft: &Draft) -> bool {
        let behind = self.view.tokens.iter().skip(draft.end);
        let stop = behind
            .filter(|token| token.kind == TokenKind::Stop)
            .map(|token| token.span.of(self.text))
            .next();
        let clause = draft.clauses.last().or(draft.clauses.first());
        stop == Some("?") && clause.is_some_and(|clause| self.opens_with_auxiliary(*clause))
    }

    /// Whether the sentence that a clause stands in begins with "is", "did", "will" and says no *not*.
    fn opens_with_auxiliary(&self, mut id: ClauseId) -> bool {
        for _ in 0..DEPTH {
            match self.view.clause(id).and_then(|clause| clause.parent) {
                Some(parent) => id = parent,
                None => break,
            }
        }
        let main = self
            .view
            .clause(id)
            .filter(|clause| clause.kind == ClauseKind::Main);
        let first = main.and_then(|clause| {
            let from = clause.start.index();
            let mut phrases = (from..from + 3).filter_map(|at| self.view.phrase(PhraseId::new(at)));
            phrases.find(|phrase| {
                let tag = self.view.tags.get(phrase.start);
                !matches!(tag, Some(Tag::Mark | Tag::Coordinator))
            })
        });
        first.is_some_and(|first| {
            let tag = |at: usize| self.view.tags.get(at);
            let auxiliary = matches!(
                tag(first.start),
                Some(Tag::Modal | Tag::Be | Tag::Have | Tag::Do)
            );
            let denied = (first.start..first.start + NOT).any(|at| tag(at) == Some(&Tag::Negation));
            auxiliary && !denied
        })
    }
}
