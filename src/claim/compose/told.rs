//! What a sentence tells beside the way up of the same deed: "a draft that Russia blocked", "accepted by Israel but | rejected by Hamas", "recognised by
//! Norway but | not by Spain".

use super::Composer;
use super::draft::Draft;
use crate::claim::result::Mode;
use crate::claim::who::Party;
use crate::claim::who::party::Filler;
use crate::clause::{Clause, ClauseId, ClauseKind, PhraseId, Tag};
use crate::pack::Complement;

impl Composer<'_> {
    /// What other clauses say was done to the deed that a noun names: a relative clause, or passives that share it.
    pub(super) fn told_of(&mut self, noun: PhraseId) -> Vec<Draft> {
        let mut told = Vec::new();
        for id in (0..self.view.clauses.len()).map(ClauseId::new) {
            if self.view.is_passive(id) {
                told.extend(self.done_by(id, noun));
            } else if self.is_relative_of(id, noun)
                && told.iter().all(|draft: &Draft| draft.told_in.is_none())
            {
                told.extend(self.told_in_relative(id));
            }
        }
        told
    }

    /// Whether a clause goes back to a noun that is its object.
    fn is_relative_of(&self, id: ClauseId, noun: PhraseId) -> bool {
        self.view
            .clause(id)
            .is_some_and(|clause| clause.object.is_none() && clause.start > noun)
            && (self.view.object(id) == Some(noun) || self.view.gap_candidates(id).contains(&noun))
    }

    fn told_in_relative(&mut self, clause: ClauseId) -> Option<Draft> {
        let above = self
            .operators
            .of_clause(self.view, clause, &[Complement::Noun], None)?;
        if !(above.effect.takes_over && (above.effect.flips || above.effect.mode.is_none())) {
            return None;
        }
        let subjects = self.clause_parties(clause);
        let mut told = self.draft.clone();
        std::mem::swap(self.draft, &mut told);
        self.apply(&above, &subjects);
        self.clause_level(clause);
        self.draft.mode = Mode::Act;
        self.draft.told_in = Some(clause);
        std::mem::swap(self.draft, &mut told);
        (!subjects.is_empty()).then_some(told)
    }

    /// "accepted by Israel but | rejected by Hamas", ", proposed by Egypt and | rejected by Israel,": a passive of which the noun is the subject, by
    /// somebody who is named. The clause that the noun itself stands in is on the way up.
    fn done_by(&mut self, clause: ClauseId, noun: PhraseId) -> Option<Draft> {
        let around = self.view.phrase(noun)?.clause;
        if clause == around || self.view.patient(clause) != Some(noun) {
            return None;
        }
        let by = self.view.agent(clause)?;
        let above = self
            .operators
            .of_clause(self.view, clause, &[Complement::Noun], None)
            .filter(|above| above.effect.takes_over)?;
        let named = Party::is_actor;
        if !self.parties(Some(by)).iter().any(named) {
            return None;
        }
        let mut told = self.draft.clone();
        std::mem::swap(self.draft, &mut told);
        self.over_clause(clause, &above);
        self.draft.told_in = Some(clause);
        std::mem::swap(self.draft, &mut told);
        Some(told)
    }

    /// "It was not Peru | that rejected it": somebody else did, whoever that was.
    pub(super) fn is_denied_cleft(&self, clause: &Clause) -> bool {
        if clause.kind != ClauseKind::Relative {
            return false;
        }
        let noun = clause.governor;
        let around = noun.and_then(|id| self.view.clause(self.view.phrase(id)?.clause));
        around.is_some_and(|around| {
            let phrase = |id: Option<PhraseId>| id.and_then(|id| self.view.phrase(id));
            around.predicate == noun
                && phrase(around.verb).is_some_and(|verb| {
                    verb.verb.negated && self.view.tags.get(verb.head) == Some(&Tag::Be)
                })
                && phrase(around.subject)
                    .is_some_and(|subject| self.view.marker_text(subject.head) == "it")
        })
    }

    /// "is recognised by Norway | but not by Spain": whoever is left out holds the other side.
    pub(super) fn leave_out(&mut self, clause: ClauseId) {
        if !self.view.is_passive(clause) {
            return self.leave_out_targets(clause);
        }
        let left_out: Vec<Party> = self
            .view
            .clause_prepositional(clause, |text| text == "by")
            .filter(|id| self.is_left_out(*id))
            .flat_map(|id| self.scene.parties(Filler::Phrase(id)))
            .collect();
        if left_out.is_empty() {
            return;
        }
        let mut told = self.draft.clone();
        std::mem::swap(self.draft, &mut told);
        self.draft.speaker = (self.draft.speaker).and(left_out.first().copied());
        self.draft.holders = left_out;
        let (start, end) = (self.draft.start, self.draft.end);
        self.negate(start, end);
        std::mem::swap(self.draft, &mut told);
        self.beside.push(told);
    }

    /// "recognises Norway | but not Spain", "has ties with Norway | but not with Spain": of whoever is left out the other side is told.
    fn leave_out_targets(&mut self, clause: ClauseId) {
        if self.draft.targets.is_empty() {
            return;
        }
        let object = self.view.clause(clause).and_then(|clause| clause.object);
        let conjuncts = object.into_iter().flat_map(|id| self.view.conjuncts(id));
        let ruled_out = conjuncts.filter(|id| Some(*id) != object && self.view.is_ruled_out(*id));
        let apart = self
            .view
            .clause_prepositional(clause, |text| matches!(text, "with" | "to" | "from"))
            .filter(|id| self.is_left_out(*id));
        let names = |id: PhraseId| self.mentions_actor(id);
        let left_out: Vec<Party> = ruled_out.chain(apart).filter_map(names).collect();
        let new = |party: &Party| {
            self.draft
                .targets
                .iter()
                .all(|target| target.who != party.who)
        };
        if left_out.is_empty() || !left_out.iter().all(new) {
            return;
        }
        let mut told = self.draft.clone();
        std::mem::swap(self.draft, &mut told);
        self.draft.targets = left_out;
        let (start, end) = (self.draft.start, self.draft.end);
        self.negate(start, end);
        std::mem::swap(self.draft, &mut told);
        self.beside.push(told);
    }

    fn mentions_actor(&self, id: PhraseId) -> Option<Party> {
        let who = self.scene.mentions.referent(id)?.who;
        who.is_actor().then(|| Party {
            who,
            span: self.view.phrase_span(id),
        })
    }

    /// Whether "but not" stands before the preposition of a phrase.
    fn is_left_out(&self, id: PhraseId) -> bool {
        let preposition = self.view.phrase(id).and_then(|phrase| phrase.preposition);
        let word = |back: usize| {
            preposition
                .and_then(|at| at.checked_sub(back))
                .map_or("", |at| self.view.marker_text(at))
        };
        word(1) == "not" && word(2) == "but"
    }
}
