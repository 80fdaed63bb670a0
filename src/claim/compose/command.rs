//! Commands: "“Lift the siege,” the envoy told the rebels" asks the rebels to lift it.

use super::Composer;
use crate::claim::who::Party;
use crate::claim::who::party::Filler;
use crate::clause::{ClauseId, ClauseKind, Tag, View};
use crate::token::{TokenKind, Usage};

impl Composer<'_> {
    /// Makes of a deed that a quotation commands what whoever speaks asks of those spoken to.
    pub(in crate::claim) fn command(&mut self, clause: ClauseId) {
        if self.view.is_command(clause) {
            self.draft.holders = self.addressed(clause);
            self.oblige();
        } else if self.view.is_let(clause) {
            self.oblige();
        }
    }

    /// "cannot go on boycotting it": whoever says so asks that it end.
    pub(super) fn cannot_go_on(&self, clause: ClauseId) -> bool {
        let Some(verb) = self.view.verb_group(clause) else {
            return false;
        };
        let can = verb
            .verb
            .modal
            .is_some_and(|at| matches!(self.view.marker_text(at), "can" | "cannot" | "ca"));
        can && verb.verb.negated
            && matches!(
                self.view.verb_text(verb.head),
                "go" | "continue" | "keep" | "carry" | "persist"
            )
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
    /// "Let Chile | recognise it": what somebody is to do by the word of whoever speaks.
    fn is_let(&self, id: ClauseId) -> bool {
        let subject = self
            .clause(id)
            .and_then(|clause| self.phrase(clause.subject?));
        // A capital makes "Let" a part of the name.
        let own = subject.filter(|subject| self.marker_text(subject.start) == "let");
        let before = subject.and_then(|subject| subject.start.checked_sub(1));
        let verb = self.verb_group(id);
        let at = own.map(|own| own.start).or(before);
        at.is_some_and(|at| {
            let opens = at
                .checked_sub(1)
                .is_none_or(|at| self.tags.get(at) == Some(&Tag::Mark));
            opens && self.marker_text(at) == "let"
        }) && verb.is_some_and(|verb| self.tags.get(verb.head) == Some(&Tag::Base))
    }

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
