//! Clauses: a left-to-right automaton over phrases with a stack of open clauses.

mod aside;
mod coordination;
mod fill;
mod finite;
mod gap;
mod judged;
mod list;
mod mark;
mod opening;
mod series;
mod verb;

use super::tag::{Candidate, Tag};
use super::{Clause, ClauseId, ClauseKind, Phrase, PhraseId, PhraseKind};
use crate::token::{Marker, TokenKind, Usage};

/// How many open clauses are looked at when a verb asks for its clause.
const DEPTH: usize = 8;
/// How many phrases a list is looked ahead.
const LIST: usize = 16;

/// Gives each phrase its clause, and each clause its roles.
pub(crate) fn clauses_into(
    words: &[Candidate],
    tags: &[Tag],
    phrases: &mut [Phrase],
    clauses: &mut Vec<Clause>,
) {
    clauses.clear();
    let mut builder = Builder {
        words,
        tags,
        phrases,
        clauses,
        current: ClauseId(0),
        marker: None,
        skip: 0,
        quoted: Vec::new(),
    };
    builder.open(ClauseKind::Main, None, None, None, 0);
    for index in 0..builder.phrases.len() {
        builder.step(index);
    }
}

struct Builder<'a> {
    words: &'a [Candidate],
    tags: &'a [Tag],
    phrases: &'a mut [Phrase],
    clauses: &'a mut Vec<Clause>,
    current: ClauseId,
    /// Index of the last coordinator that no phrase has used yet.
    marker: Option<usize>,
    /// The phrase behind words that are set between a verb and what it says.
    skip: usize,
    /// Clauses to go back to when an open quotation closes.
    quoted: Vec<ClauseId>,
}

impl Builder<'_> {
    fn phrase(&self, index: usize) -> Option<&Phrase> {
        self.phrases.get(index)
    }

    fn kind(&self, index: usize) -> Option<PhraseKind> {
        self.phrase(index).map(|phrase| phrase.kind)
    }

    fn clause(&self, id: ClauseId) -> Option<&Clause> {
        self.clauses.get(id.index())
    }

    fn with(&mut self, id: ClauseId, change: impl FnOnce(&mut Clause)) {
        if let Some(clause) = self.clauses.get_mut(id.index()) {
            change(clause);
        }
    }

    fn marker(&self, token: usize) -> Marker {
        self.words
            .get(token)
            .map_or(Marker::None, |word| word.word.marker)
    }

    /// How the head of a phrase is used.
    fn usage(&self, index: usize) -> Usage {
        self.phrase(index)
            .and_then(|phrase| self.words.get(phrase.head))
            .map_or(Usage::NONE, |word| word.word.usage)
    }

    fn open(
        &mut self,
        kind: ClauseKind,
        parent: Option<ClauseId>,
        governor: Option<usize>,
        marker: Option<usize>,
        start: usize,
    ) -> ClauseId {
        let id = ClauseId::new(self.clauses.len());
        self.clauses.push(Clause {
            kind,
            verb: None,
            subject: None,
            object: None,
            predicate: None,
            parent,
            governor: governor.map(PhraseId::new),
            marker,
            coordinated: None,
            inverted: false,
            start: PhraseId::new(start),
        });
        self.current = id;
        id
    }

    fn assign(&mut self, index: usize) {
        let current = self.current;
        if let Some(phrase) = self.phrases.get_mut(index) {
            phrase.clause = current;
        }
    }

    fn step(&mut self, index: usize) {
        let Some(kind) = self.kind(index) else {
            return;
        };
        let aside = |at: usize| self.is_inside_aside(at, index);
        if index < self.skip || self.marker.is_some_and(aside) {
            return self.assign(index);
        }
        if let Some(that) = self.that_behind_aside(index) {
            self.skip = that;
            return self.assign(index);
        }
        match kind {
            PhraseKind::Noun => self.noun(index),
            PhraseKind::Verb => self.verb(index),
            PhraseKind::Adjective => self.adjective(index),
            PhraseKind::That => self.that(index),
            PhraseKind::Wh => self.wh(index),
            PhraseKind::Subordinator => self.subordinator(index),
            PhraseKind::Coordinator => {
                self.marker = Some(index);
                self.assign(index);
            }
            PhraseKind::Mark(mark) => self.mark(index, mark),
            PhraseKind::Adverb | PhraseKind::Preposition | PhraseKind::Other => self.assign(index),
        }
    }

    /// The phrase before `index`, adverbs and quotation marks left out.
    fn before(&self, index: usize) -> Option<usize> {
        (0..index).rev().take(4).find(|at| {
            !matches!(
                self.kind(*at),
                Some(
                    PhraseKind::Adverb
                        | PhraseKind::Mark(TokenKind::QuoteOpen | TokenKind::QuoteClose)
                )
            )
        })
    }

    fn is_mark(&self, index: Option<usize>, mark: TokenKind) -> bool {
        index.is_some_and(|index| self.kind(index) == Some(PhraseKind::Mark(mark)))
    }

    fn root(&self, mut id: ClauseId) -> ClauseId {
        for _ in 0..DEPTH * 4 {
            match self.clause(id).and_then(|clause| clause.parent) {
                Some(parent) => id = parent,
                None => break,
            }
        }
        id
    }
}
