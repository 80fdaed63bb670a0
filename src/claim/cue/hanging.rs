//! What hangs on a rule's words, so that one cue isn't told once more for what another tells: "mediated | an end to the war".

use super::site::{Scene, Site};
use crate::claim::who::party::LOOK;
use crate::clause::{ClauseId, ClauseKind, PhraseId};

impl Scene<'_> {
    /// Of the phrases in which words of `lists` stand, those that hang on a rule's words, which end before token `end`: "mediated between the two to end
    /// the war", "guarantees that the truce will hold".
    pub(in crate::claim) fn hanging_on(
        &self,
        site: Site,
        end: usize,
        lists: &[u16],
    ) -> Vec<(usize, usize)> {
        let hangs = |&(start, _): &(usize, usize)| match site {
            Site::Verb(clause) | Site::Words(clause) => self.is_within(start, clause),
            Site::Noun(noun) => self.is_on_noun(start, noun),
            Site::Attributive(_) | Site::Adjective(_) => false,
        };
        let whole = |(start, end): (usize, usize)| {
            let clause = self.view.clause_at(start);
            let verb = clause
                .filter(|clause| Some(*clause) != site.clause(self.view))
                .and_then(|clause| self.view.clause(clause)?.verb)
                .and_then(|verb| self.view.phrase(verb));
            verb.map_or((start, end), |verb| {
                (verb.start.min(start), end.max(verb.end))
            })
        };
        self.lists
            .behind(lists, end)
            .filter(hangs)
            .map(whole)
            .collect()
    }

    /// Whether a token stands in a clause or in one that complements it.
    fn is_within(&self, token: usize, clause: ClauseId) -> bool {
        let mut at = self.view.clause_at(token);
        for _ in 0..LOOK {
            let Some(id) = at.filter(|id| *id != clause) else {
                return at.is_some();
            };
            at = self.view.clause(id).and_then(|inner| {
                let free = matches!(inner.kind, ClauseKind::Main | ClauseKind::Adverbial);
                inner
                    .parent
                    .filter(|_| !free && inner.coordinated.is_none())
            });
        }
        false
    }

    /// Whether a token stands in what hangs on a noun: its prepositional phrases, or a clause that complements it.
    fn is_on_noun(&self, token: usize, noun: PhraseId) -> bool {
        let mut at = self.view.phrase_at(token);
        for _ in 0..LOOK {
            let Some(id) = at.filter(|id| *id != noun) else {
                return at.is_some();
            };
            let above = self.view.phrase(id).and_then(|phrase| phrase.noun);
            at = above.or_else(|| {
                let clause = self.view.clause(self.view.phrase(id)?.clause)?;
                clause.governor.filter(|governor| *governor != id)
            });
        }
        false
    }
}
