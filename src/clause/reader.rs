//! The stage by itself: a sentence in, its clauses with their roles out.

use super::{ClauseId, ClauseKind, PhraseId, View};
use crate::span::Span;
use crate::token::{Lexicon, tokens_into};

/// Reads the clauses of a sentence, for those who want nothing else from the crate, and for a look at why a rule did not fire.
#[derive(Clone, Debug, Default)]
pub struct ClauseReader {}

/// One clause with the words in each role; a role that is unsaid is worked out from the clauses around it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ClauseRoles {
    /// How it hangs in the sentence.
    pub kind: ClauseKind,
    /// The verb group, with its auxiliaries.
    pub verb: Option<Span>,
    /// The grammatical subject, also where it is unsaid.
    pub subject: Option<Span>,
    /// The first noun phrase after the verb, or the noun of a relative clause without one.
    pub object: Option<Span>,
    /// What stands after a copula or after the object: a noun phrase or an adjective.
    pub predicate: Option<Span>,
    /// What it complements or modifies.
    pub governor: Option<Span>,
}

impl ClauseReader {
    /// A reader of English.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The clauses of one sentence, in the order in which they open.
    ///
    /// ```
    /// use parallax::clause::ClauseReader;
    ///
    /// let text = "Serbia wants Russia to block the draft.";
    /// let clauses = ClauseReader::new().clauses(text);
    /// assert_eq!(clauses[1].subject.unwrap().of(text), "Russia");
    /// assert_eq!(clauses[1].object.unwrap().of(text), "the draft");
    /// ```
    #[must_use]
    pub fn clauses(&self, text: &str) -> Vec<ClauseRoles> {
        let lexicon = Lexicon::english();
        let mut view = View::default();
        tokens_into(lexicon, text, 0, &mut view.tokens);
        view.read(lexicon, text);
        let span = |id: Option<PhraseId>| id.map(|id| view.phrase_span(id));
        let ids = (0..view.clauses.len()).map(ClauseId::new);
        view.clauses
            .iter()
            .zip(ids)
            .map(|(clause, id)| ClauseRoles {
                kind: clause.kind,
                verb: span(clause.verb),
                subject: span(view.subject(id)),
                object: span(view.object(id)),
                predicate: span(clause.predicate),
                governor: span(clause.governor),
            })
            .collect()
    }
}
