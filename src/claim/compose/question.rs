//! Questions: "Was it a massacre?" says nothing, "Wasn't it a massacre?" says that it was.

use super::Draft;
use crate::claim::Tagged;
use crate::clause::{ClauseId, ClauseKind, PhraseId, Tag};
use crate::token::TokenKind;

/// How many clauses over a claim are looked through for the question.
const DEPTH: usize = 8;
/// How many words behind the verb that opens a question a *not* makes it say something: "Was it not a massacre?"
const NOT: usize = 6;

/// What a question makes of a claim in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::claim) enum Question {
    /// It is none, or takes the claim for granted: "Why did it veto the draft?"
    None,
    /// It is asked, and not said: "Was it a massacre?", "Why should it recognise Kosovo?"
    Open,
    /// What it denies is meant: "Wasn't it a massacre?", "Why should it not recognise Kosovo?"
    Rhetorical,
    /// Its contrary is meant: "What is wrong with recognising it?"
    Denied,
}

impl Tagged<'_> {
    /// What the question that a claim stands in makes of it.
    pub(in crate::claim) fn question(&self, draft: &Draft) -> Question {
        let behind = self.view.tokens.iter().skip(draft.end);
        let stop = behind
            .filter(|token| token.kind == TokenKind::Stop)
            .map(|token| token.span.of(self.text))
            .next();
        let clause = draft.clauses.last().or(draft.clauses.first());
        match clause {
            Some(clause) if stop == Some("?") => self.asked_by(*clause),
            _ => Question::None,
        }
    }

    /// How the sentence that a clause stands in asks.
    fn asked_by(&self, mut id: ClauseId) -> Question {
        for _ in 0..DEPTH {
            match self.view.clause(id).and_then(|clause| clause.parent) {
                Some(parent) => id = parent,
                None => break,
            }
        }
        let main = self
            .view
            .clause(id)
            .filter(|clause| matches!(clause.kind, ClauseKind::Main | ClauseKind::Question));
        let first = main.and_then(|clause| {
            let from = clause.start.index();
            let mut phrases = (from..from + 3).filter_map(|at| self.view.phrase(PhraseId::new(at)));
            phrases.find(|phrase| {
                let tag = self.view.tags.get(phrase.start);
                !matches!(tag, Some(Tag::Mark | Tag::Coordinator))
            })
        });
        let Some(first) = first.map(|first| first.start) else {
            return Question::None;
        };
        let word = |at: usize| self.view.marker_text(first + at);
        if word(0) == "what" && matches!(word(1), "is" | "'s") && word(2) == "wrong" {
            return Question::Denied;
        }
        let tag = |at: usize| self.view.tags.get(at);
        let asks = match self.view.marker_text(first) {
            "why" => matches!(
                self.view.marker_text(first + 1),
                "should" | "must" | "would"
            ),
            "how" => matches!(
                self.view.marker_text(first + 1),
                "can" | "could" | "should" | "would"
            ),
            _ => matches!(tag(first), Some(Tag::Modal | Tag::Be | Tag::Have | Tag::Do)),
        };
        let denied = (first..first + NOT).any(|at| tag(at) == Some(&Tag::Negation));
        match (asks, denied) {
            (false, _) => Question::None,
            (true, false) => Question::Open,
            (true, true) => Question::Rhetorical,
        }
    }
}
