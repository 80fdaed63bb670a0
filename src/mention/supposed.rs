//! Whom *it* means behind a condition: "Peru said that if Chile refused, it would face sanctions".
//!
//! In what somebody tells *it* is whoever tells ("Peru said it would leave"), which would make threats and excuses befall the teller. What befalls a subject
//! behind a condition befalls whoever the condition is about: it faces, suffers or risks something, or what would have been done to it had it not acted. What
//! a subject does itself may well be the teller's answer ("if Chile refused, it would leave") and stays his.

use super::{Reader, Who};
use crate::clause::{Clause, ClauseId, ClauseKind, PhraseId};

impl Reader<'_> {
    /// The actor that the condition of a pronoun's clause is about, where what the clause tells befalls its subject.
    pub(super) fn supposed(&self, id: PhraseId) -> Option<Who> {
        let above = self.view.phrase(id)?.clause;
        self.view
            .clause(above)
            .filter(|clause| clause.subject == Some(id))?;
        let verb = &self.view.verb_group(above)?;
        let would = verb
            .verb
            .modal
            .is_some_and(|at| matches!(self.view.marker_text(at), "would" | "will" | "could"));
        let mut conditions = (0..self.view.clauses.len())
            .map(ClauseId::new)
            .filter_map(|id| self.view.clause(id))
            .filter(|clause| clause.parent == Some(above) && self.is_condition(clause));
        let condition = conditions.next().filter(|_| would)?;
        let past = condition
            .verb
            .and_then(|verb| self.view.phrase(verb))
            .is_some_and(|verb| verb.verb.perfect);
        // "it would lose patience": that is the teller's.
        let felt = self
            .view
            .clause(above)
            .and_then(|clause| self.view.phrase(clause.object?))
            .is_some_and(|object| is_felt(self.view.noun_text(object.head)));
        let befalls = !felt && befalls(self.view.verb_text(verb.head)) || past && verb.verb.passive;
        let subject = condition
            .subject
            .filter(|subject| befalls && *subject < id)?;
        let named = self.out.referent(subject).filter(|who| !who.person)?;
        let alone = self.view.conjuncts(subject).nth(1).is_none();
        Some(named.who).filter(|who| alone && who.is_actor())
    }

    fn is_condition(&self, clause: &Clause) -> bool {
        let opens = |at| matches!(self.view.marker_text(at), "if" | "unless");
        clause.kind == ClauseKind::Adverbial && clause.marker.is_some_and(opens)
    }
}

/// What somebody loses of whom another disappoints.
fn is_felt(noun: &str) -> bool {
    matches!(
        noun,
        "confidence" | "faith" | "hope" | "interest" | "patience" | "trust"
    )
}

/// Verbs whose subject has something happen to it.
fn befalls(lemma: &str) -> bool {
    matches!(
        lemma,
        "bear"
            | "endure"
            | "face"
            | "forfeit"
            | "incur"
            | "lose"
            | "pay"
            | "risk"
            | "suffer"
            | "undergo"
    )
}
