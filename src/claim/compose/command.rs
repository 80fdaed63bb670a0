//! Commands: "“Lift the siege,” the envoy told the rebels" asks the rebels to lift it.

use super::Composer;
use crate::claim::who::party::{Filler, Party};
use crate::clause::{ClauseId, ClauseKind, Tag, View};
use crate::token::{TokenKind, Usage};

impl Composer<'_> {
    /// Makes of a deed that a quotation commands what whoever speaks asks of those spoken to.
    pub(in crate::claim) fn command(&mut self, clause: ClauseId) {
        if self.view.is_command(clause) {
            self.draft.holders = self.addressed(clause);
            self.oblige();
        }
    }

    /// Whom the sentence tells it: "told the rebels", "urged Kenya".
    fn addressed(&self, command: ClauseId) -> Vec<Party> {
        let ids = (0..self.view.clauses.len()).map(ClauseId::new);
        let tells = |id: &ClauseId| {
            let verb = self.view.verb_group(*id);
            *id != command
                && verb.is_some_and(|verb| {
                    self.view.usage(verb.head).any(Usage::ADDRESSING_VERB) && !verb.verb.passive
                })
        };
        ids.filter(tells)
            .find_map(|id| self.view.clause(id)?.object)
            .map(|object| self.scene.parties(Filler::Phrase(object)))
            .unwrap_or_default()
    }
}

impl View {
    /// Whether a clause is a command at the head of a quotation: a base form without a subject.
    pub(in crate::claim) fn is_command(&self, id: ClauseId) -> bool {
        let Some(clause) = self.clause(id) else {
            return false;
        };
        let free = matches!(clause.kind, ClauseKind::Main | ClauseKind::Complement);
        let bare = clause.subject.is_none() && clause.coordinated.is_none();
        let opens = |start: usize| {
            let before = start.checked_sub(1).and_then(|at| self.tokens.get(at));
            before.is_some_and(|token| token.kind == TokenKind::QuoteOpen)
        };
        let verb = self.verb_group(id);
        free && bare
            && verb.is_some_and(|verb| {
                self.tags.get(verb.head) == Some(&Tag::Base)
                    && verb.verb.modal.is_none()
                    && !verb.verb.infinitive
                    && opens(verb.start)
            })
    }
}
