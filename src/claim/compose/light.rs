//! Verbs that do little but hand on what another word says: "had it | lifted", "gave it | a part", "would like to see | a truce", "put | a hold on it".

use super::operator::Above;
use super::{Composer, Node};
use crate::claim::who::Party;
use crate::clause::{ClauseId, ClauseKind, Phrase, PhraseId, Tag};
use crate::mention::Who;
use crate::pack::Complement;

impl<'a> Composer<'a> {
    /// "got the rebels | listed", "to have it | lifted": whoever has it done does it, unless somebody else is named.
    pub(in crate::claim) fn over_made(&mut self, clause: ClauseId) -> Option<Node> {
        let verb = self.view.verb_group(clause)?;
        let makes = self.view.tags.get(verb.head) == Some(&Tag::Have)
            || self.view.verb_text(verb.head) == "get";
        let nobody = self
            .draft
            .holders
            .iter()
            .all(|party| party.who == Who::Other);
        (makes && nobody).then(|| {
            self.draft.holders = self.clause_parties(clause);
            self.clause_level_after(clause);
            Node::Clause(clause)
        })
    }

    /// "helped Peru veto it": both did it.
    pub(in crate::claim) fn tell_helped(&mut self, clause: ClauseId, above: &Above<'_>) {
        let helped = self.view.verb_group(clause).is_some_and(|verb| {
            matches!(self.view.verb_text(verb.head), "help" | "assist" | "aid")
                && self.view.tags.get(verb.head) == Some(&Tag::Past)
                && verb.verb.modal.is_none()
                && !verb.verb.negated
        });
        let main = self
            .view
            .clause(clause)
            .is_some_and(|clause| clause.kind == ClauseKind::Main);
        let done =
            main && above.effect.takes_over && self.draft.holders.iter().all(Party::is_actor);
        if helped && done && !self.draft.holders.is_empty() && !self.draft.cancelled {
            self.beside.push(self.draft.clone());
        }
    }

    /// "had its envoy expelled by Peru": whether somebody had it done to himself, by another who is named.
    pub(in crate::claim) fn befell(&self, clause: ClauseId) -> bool {
        let verb = self.view.verb_group(clause);
        let had = verb.is_some_and(|verb| {
            (self.view.tags.get(verb.head) == Some(&Tag::Have)
                || self.view.verb_text(verb.head) == "get")
                && verb.verb.finite
                && verb.verb.modal.is_none()
                && !verb.verb.negated
        });
        let named = Party::is_actor;
        had && self.draft.holders.iter().any(named)
    }

    /// "gave Peru a part in settling it": the operator whose second object, one of its own words, is a noun.
    pub(in crate::claim) fn given(&self, noun: PhraseId, phrase: &Phrase) -> Option<Above<'a>> {
        let second = self.view.clause(phrase.clause)?.predicate == Some(noun);
        let of_noun = [Complement::Noun];
        let above = second.then(|| {
            self.operators
                .of_clause(self.view, phrase.clause, &of_noun, None)
        });
        above
            .flatten()
            .filter(|above| (above.start..above.end).contains(&phrase.head))
    }

    /// "would like to see a truce", "hopes to see an end to it": whoever wants to see it wants it.
    pub(in crate::claim) fn over_seen(&mut self, clause: ClauseId) -> Option<Node> {
        let seen = self.view.clause(clause)?.kind == ClauseKind::Infinitive
            && matches!(
                self.view.verb_text(self.view.verb_group(clause)?.head),
                "see" | "witness"
            );
        seen.then(|| {
            self.clause_level_after(clause);
            Node::Clause(clause)
        })
    }

    /// "did not put a hold on it", "was criticised for putting a hold on it": over a deed that is a noun with its verb stands what is over the verb.
    pub(in crate::claim) fn over_light(
        &mut self,
        noun: PhraseId,
        clause: ClauseId,
    ) -> Option<Node> {
        let subject = self.scene.light_subject(noun)?;
        let doers = self.parties(Some(subject));
        let same = !doers.is_empty()
            && doers.len() == self.draft.holders.len()
            && doers
                .iter()
                .zip(&self.draft.holders)
                .all(|(one, other)| one.who == other.who);
        (same && self.draft.operators == 0 && self.hung.is_none()).then(|| {
            self.clause_level_after(clause);
            Node::Clause(clause)
        })
    }

    /// "never had any intention | of observing it", "neither showed an interest | in it": a wish that its verb says isn't there. The *no* of "had no wish"
    /// is counted at the noun.
    pub(in crate::claim) fn over_unheld(
        &mut self,
        noun: PhraseId,
        clause: ClauseId,
    ) -> Option<Node> {
        if self.draft.operators == 0 || self.hung.is_some() {
            return None;
        }
        let own = *self.view.clause(clause)?;
        let verb = self.view.verb_group(clause)?;
        let held = self.view.tags.get(verb.head) == Some(&Tag::Have)
            || matches!(
                self.view.verb_text(verb.head),
                "show" | "feel" | "harbour" | "harbor" | "express" | "evince" | "betray"
            );
        let denied = verb.verb.negated
            || self.opened_by_negative(&own)
            || own.subject.is_some_and(|subject| self.is_negative(subject));
        let wished = self.view.phrase(noun)?;
        // "never had a clearer interest in it": it has one now.
        let compared = (wished.start..wished.head).any(|at| {
            matches!(
                self.view.marker_text(at),
                "more" | "only" | "better" | "greater" | "clearer" | "stronger" | "bigger"
            )
        });
        let wish = !compared && is_wish(self.view.noun_text(wished.head));
        (held && denied && wish).then(|| {
            self.clause_level_after(clause);
            Node::Clause(clause)
        })
    }
}

/// Nouns for what somebody wants or means to do.
fn is_wish(noun: &str) -> bool {
    matches!(
        noun,
        "intention"
            | "intent"
            | "interest"
            | "wish"
            | "desire"
            | "appetite"
            | "inclination"
            | "ambition"
            | "urge"
            | "need"
            | "readiness"
            | "willingness"
    )
}
