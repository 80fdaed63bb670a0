//! Verdicts: what a verb calls its object, where more than the object stands between.

use super::Builder;
use crate::clause::{Clause, ClauseId, ClauseKind, PhraseId, PhraseKind};
use crate::token::{Marker, TokenKind, Usage};

/// How many clauses inside the judging one are looked out of.
const NESTED: usize = 3;

impl Builder<'_> {
    /// The clause whose object a phrase judges: "called the group that took power | a junta", "declared it, the largest of all, | a danger",
    /// "considers attempts to isolate it | unacceptable".
    pub(super) fn judged_around(&self, index: usize) -> Option<ClauseId> {
        if !self.may_be_verdict(index) {
            return None;
        }
        let comma = self.is_mark(index.checked_sub(1), TokenKind::Comma);
        let here = self.clause(self.current)?;
        if comma && self.awaits_verdict(here) {
            let object = here.object?.index();
            let closed = (object + 1..index - 1).any(|at| self.is_mark(Some(at), TokenKind::Comma));
            return closed.then_some(self.current);
        }
        let mut inner = here;
        for _ in 0..NESTED {
            let parent = inner.parent?;
            let above = self.clause(parent)?;
            if inner.kind == ClauseKind::Relative {
                let own = above.object == inner.governor && self.awaits_verdict(above);
                let apposed = comma && self.awaits_verdict(above);
                return ((own || apposed) && self.is_full(inner, index)).then_some(parent);
            }
            if inner.kind == ClauseKind::Infinitive
                && inner.start == here.start
                && above.object == inner.governor
                && self.awaits_verdict(above)
            {
                let full = self.is_full(inner, index) && !self.awaits_verdict(inner);
                return full.then_some(parent);
            }
            inner = above;
        }
        None
    }

    /// "accept Uganda, whose soldiers it fears, | as a guarantor": behind the comma that closes a relative clause the object is judged.
    pub(super) fn leave_relative(&mut self, index: usize) {
        let behind_as = self.phrase(index).is_some_and(|phrase| {
            phrase
                .preposition
                .is_some_and(|at| self.marker(at) == Marker::As)
        });
        let comma = index.checked_sub(2);
        if !behind_as || !self.is_mark(comma, TokenKind::Comma) {
            return;
        }
        let mut at = self.current;
        for _ in 0..NESTED {
            let Some(inner) = self.clause(at).copied() else {
                return;
            };
            let Some(above) = inner.parent else {
                return;
            };
            let opened = inner.start.index().checked_sub(1);
            let object = self.clause(above).and_then(|clause| clause.object);
            if inner.kind == ClauseKind::Relative
                && self.is_mark(opened, TokenKind::Comma)
                && object.is_some()
                && object == inner.governor
            {
                self.current = above;
                return;
            }
            at = above;
        }
    }

    /// Gives a clause what its object is called.
    pub(super) fn verdict(&mut self, index: usize, judging: ClauseId) {
        self.current = judging;
        self.assign(index);
        self.with(judging, |clause| {
            clause.predicate = Some(PhraseId::new(index))
        });
    }

    /// An adjective, or a noun phrase that begins with *a*.
    fn may_be_verdict(&self, index: usize) -> bool {
        let Some(phrase) = self.phrase(index) else {
            return false;
        };
        let article = phrase.preposition.is_none()
            && matches!(self.marker(phrase.start), Marker::A | Marker::An);
        match phrase.kind {
            PhraseKind::Adjective => self.kind(index + 1) != Some(PhraseKind::Noun),
            PhraseKind::Noun => article,
            _ => false,
        }
    }

    fn awaits_verdict(&self, clause: &Clause) -> bool {
        let judges = clause
            .verb
            .is_some_and(|verb| self.usage(verb.index()).any(Usage::VERDICT_VERB));
        judges && clause.object.is_some() && clause.predicate.is_none()
    }

    /// Whether a relative clause has all it needs, so that what follows is not its own.
    fn is_full(&self, relative: &Clause, index: usize) -> bool {
        let behind_preposition = index
            .checked_sub(1)
            .and_then(|at| self.phrase(at))
            .is_some_and(|before| before.preposition.is_some());
        let comma = self.is_mark(index.checked_sub(1), TokenKind::Comma);
        let copula = relative
            .verb
            .is_none_or(|verb| self.usage(verb.index()).any(Usage::COPULAR_VERB));
        !copula && (relative.object.is_some() || behind_preposition || comma)
    }
}
