//! Deeds that are named before they are done: "opposes the draft being vetoed", "would rather Chile recognised it", "it would be a mistake if it did".

use super::{Composer, Node};
use crate::claim::result::Mode;
use crate::claim::who::Party;
use crate::clause::{Clause, ClauseId, Tag};
use crate::pack::Complement;

impl Composer<'_> {
    /// "opposes | the draft being vetoed", "insists on | Chile recognising it": a deed named with whom it is done to or who does it, under an operator.
    pub(in crate::claim) fn over_deed_of(&mut self, deed: &Clause) -> Option<Node> {
        let parent = deed.parent?;
        let last = deed.governor?;
        let verb = *self.view.phrase(deed.verb?)?;
        let end = self.view.phrase(last)?.end;
        let of = if verb.verb.passive {
            self.view.whole_noun(last)
        } else {
            last
        };
        let noun = *self.view.phrase(of)?;
        let named = self.view.tags.get(noun.head) == Some(&Tag::Proper);
        let ing = verb.verb.ing || self.view.marker_text(verb.start) == "being";
        if !ing || end != verb.start || !(named || verb.verb.passive) {
            return None;
        }
        let complements = [Complement::Gerund, Complement::PrepositionGerund];
        let above = self
            .operators
            .of_clause(self.view, parent, &complements, None)
            .filter(|above| {
                above.effect.takes_over && !above.effect.accuses && !above.effect.verdict
            })?;
        let leads = match noun.preposition {
            Some(at) => at + 1 >= above.end && at <= above.end,
            None => self.view.object(parent) == Some(of) && above.end <= noun.start,
        };
        leads.then(|| self.over_clause(parent, &above))
    }

    /// "It would be a mistake | if Chile recognised it": the deed is judged by whoever says so.
    pub(in crate::claim) fn judged_if(&mut self, condition: &Clause) -> Option<Node> {
        let is_if = |at: usize| self.view.marker_text(at) == "if";
        let judging = self.last_clause_before(condition)?;
        let clause = *self.view.clause(judging)?;
        let verb = self.view.phrase(clause.verb?)?;
        let would = verb
            .verb
            .modal
            .is_some_and(|at| self.view.marker_text(at) == "would");
        let subject = self.view.phrase(clause.subject?)?;
        let idle = self.view.marker_text(subject.head) == "it";
        if !condition.marker.is_some_and(is_if) || !would {
            return None;
        }
        // "would be glad | if Chile recognised it", "would welcome it | if"
        if !idle {
            let above = self
                .operators
                .of_clause(self.view, judging, &[Complement::That], None)
                .filter(|above| above.effect.takes_over && above.effect.mode == Some(Mode::Say))?;
            return Some(self.over_clause(judging, &above));
        }
        self.over_undone(judging)
    }

    /// The clause that ends right before another, which need not be the one it hangs on: "said it would be a mistake | if".
    pub(in crate::claim) fn last_clause_before(&self, clause: &Clause) -> Option<ClauseId> {
        let start = self.view.phrase(clause.start)?.start;
        let mut ids = (0..self.view.clauses.len()).rev().map(ClauseId::new);
        ids.find(|id| {
            let clause = self.view.clause(*id);
            let last = clause.and_then(|clause| clause.predicate.or(clause.object));
            last.and_then(|id| self.view.phrase(id))
                .is_some_and(|said| said.end == start || said.end + 1 == start)
        })
    }

    /// "would rather | Chile recognised it": what somebody would like another to do.
    pub(in crate::claim) fn over_rather(&mut self, parent: ClauseId) -> Option<Node> {
        let would = *self.view.verb_group(parent)?;
        let rather = would.verb.only_auxiliary
            && would.verb.modal.is_some()
            && (would.start..would.end + 1)
                .any(|at| matches!(self.view.marker_text(at), "rather" | "sooner"));
        if !rather {
            return None;
        }
        let subjects = self.clause_parties(parent);
        if subjects.is_empty() {
            self.draft.cancelled = true;
            return None;
        }
        let before = std::mem::replace(&mut self.draft.holders, subjects);
        if self.draft.asked_is_target {
            self.draft
                .targets
                .extend(before.into_iter().filter(Party::is_actor));
        }
        self.draft.by_speaker = false;
        self.draft.taken_over = true;
        self.draft.mode = Mode::Want;
        self.draft.operators += 1;
        self.draft.start = self.draft.start.min(would.start);
        self.draft.clauses.push(parent);
        Some(Node::Clause(parent))
    }
}
