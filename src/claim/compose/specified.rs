//! What somebody's aim, demand or wish is said to be: "The goal of the movement is recognition by Russia", "Its aim is to lift the siege".
//!
//! Specificational clauses (Higgins 1979): the subject is a noun that stands over what it takes as an operator does, and the predicate says what
//! that is. So the claim in the predicate is under the noun, though no grammar of complements leads there.

use super::operator::{Above, Operators};
use super::{Composer, Node};
use crate::claim::result::Mode;
use crate::clause::{ClauseId, ClauseKind, PhraseId, Tag, View};
use crate::pack::Complement;

/// Whatever the noun takes beside it, the predicate may have any form.
const FORMS: [Complement; 6] = [
    Complement::Infinitive,
    Complement::That,
    Complement::Noun,
    Complement::PrepositionNoun,
    Complement::PrepositionGerund,
    Complement::ObjectInfinitive,
];

/// Nouns for what is not the case, or not yet: "The risk is a veto by Chile" tells of no veto.
fn is_irreal(lemma: &str) -> bool {
    matches!(
        lemma,
        "alternative"
            | "chance"
            | "danger"
            | "dread"
            | "fear"
            | "issue"
            | "likelihood"
            | "nightmare"
            | "option"
            | "possibility"
            | "problem"
            | "question"
            | "risk"
            | "scenario"
            | "temptation"
            | "worry"
    )
}

impl View {
    /// The noun in the subject of a clause whose predicate says what it is.
    pub(in crate::claim) fn specified_noun(&self, clause: ClauseId) -> Option<PhraseId> {
        let verb = self.verb_group(clause)?;
        let is = self.tags.get(verb.head) == Some(&Tag::Be)
            || matches!(self.verb_text(verb.head), "remain" | "include" | "comprise");
        if !is || verb.verb.passive {
            return None;
        }
        let subject = self.subject(clause)?;
        // "One of its aims is"
        let one = self.marker_text(self.phrase(subject)?.head) == "one";
        let of = || self.prepositional(subject, |text| text == "of").next();
        Some(one.then(of).flatten().unwrap_or(subject))
    }
}

impl Operators {
    /// The operator of wanting or asking that it is.
    pub(in crate::claim) fn wanting<'a>(
        &'a self,
        view: &View,
        noun: PhraseId,
    ) -> Option<Above<'a>> {
        // "The resolution is a scrap of paper" says what a paper is worth, and not what it asks for.
        let lemma = view.noun_text(view.phrase(noun)?.head);
        if matches!(
            lemma,
            "resolution" | "motion" | "petition" | "order" | "instruction"
        ) {
            return None;
        }
        let above = self.of_noun(view, noun, &FORMS, None)?;
        matches!(above.effect.mode, Some(Mode::Want | Mode::Ask)).then_some(above)
    }
}

impl<'a> Composer<'a> {
    /// The step up from the predicate of such a clause.
    pub(in crate::claim) fn over_specified(&mut self, clause: ClauseId) -> Option<Node> {
        if let Some(node) = self.over_wanted(clause) {
            return Some(node);
        }
        let noun = self.view.specified_noun(clause)?;
        // "The interest is part of its relations": what belongs to a thing isn't the thing.
        let said = self.view.clause(clause)?.predicate;
        let belongs = said
            .and_then(|id| self.view.phrase(id))
            .is_some_and(|said| {
                matches!(
                    self.view.noun_text(said.head),
                    "part"
                        | "element"
                        | "aspect"
                        | "component"
                        | "matter"
                        | "result"
                        | "sign"
                        | "reflection"
                )
            });
        if belongs {
            return None;
        }
        if let Some((wants, above)) = self.wanted_of(noun) {
            self.over_clause(wants, &above);
            self.clause_level_after(clause);
            return Some(Node::Clause(clause));
        }
        let lemma = self.view.noun_text(self.view.phrase(noun)?.head);
        if is_irreal(lemma) {
            self.draft.cancelled = true;
        } else {
            let above = self.operators.wanting(self.view, noun)?;
            let subjects = self.scene.noun_parties_behind(noun);
            self.over_noun_of(noun, &above, &subjects);
        }
        self.clause_level_after(clause);
        Some(Node::Clause(clause))
    }

    /// The step up to the clause that asks it: "What Peru wants | is a truce", "is for Chile to mediate".
    pub(in crate::claim) fn over_wanted(&mut self, clause: ClauseId) -> Option<Node> {
        let (wants, above) = self.wanted_by_what(clause)?;
        self.over_clause(wants, &above);
        self.clause_level_after(clause);
        // "What Peru opposes most | is a truce": what is read as said by the verb that asks is under it once.
        let under = self.view.clause(clause)?.parent == Some(wants);
        Some(Node::Clause(if under { wants } else { clause }))
    }

    /// "What Peru wants | is a truce", "what Peru called for | was an end to it": the clause that asks it, and what its verb does to what it is.
    fn wanted_by_what(&self, id: ClauseId) -> Option<(ClauseId, Above<'a>)> {
        let is = self.view.verb_group(id)?;
        if self.view.tags.get(is.head) != Some(&Tag::Be) || is.verb.passive {
            return None;
        }
        let wants = self.view.phrase(self.view.clause(id)?.governor?)?.clause;
        let asked = self.view.clause(wants)?;
        let what = asked
            .marker
            .is_some_and(|at| self.view.marker_text(at) == "what");
        if !what || asked.kind != ClauseKind::Question || asked.object.is_some() {
            return None;
        }
        let forms = [Complement::Noun, Complement::PrepositionNoun];
        let above = self.operators.of_clause(self.view, wants, &forms, None)?;
        Some((wants, above))
    }

    /// "All that Peru wants | is a truce": the clause that says of a bare noun or pronoun who wants it.
    fn wanted_of(&self, noun: PhraseId) -> Option<(ClauseId, Above<'a>)> {
        let head = self.view.phrase(noun)?.head;
        if !matches!(self.view.marker_text(head), "all" | "thing" | "everything") {
            return None;
        }
        let mut ids = (0..self.view.clauses.len()).map(ClauseId::new);
        let id = ids.find(|id| {
            let clause = self.view.clause(*id);
            clause.is_some_and(|clause| {
                clause.kind == ClauseKind::Relative && clause.governor == Some(noun)
            })
        })?;
        let above = self
            .operators
            .of_clause(self.view, id, &[Complement::Noun], None)?;
        let wants = matches!(above.effect.mode, Some(Mode::Want | Mode::Ask));
        wants.then_some((id, above))
    }

    /// The clause whose predicate a noun phrase is, its conjuncts as well.
    pub(in crate::claim) fn predicated(&self, phrase: PhraseId) -> Option<ClauseId> {
        let first = self.view.first_conjunct(phrase);
        let clause = self.view.phrase(first)?.clause;
        (self.view.clause(clause)?.predicate == Some(first)).then_some(clause)
    }
}
