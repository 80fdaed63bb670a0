//! Verdicts: what a deed is called, by a noun or adjective that an object is given or a subject is said to be.
//!
//! "Called the visit a mistake" is the judge's stance on the visit, "the visit was a mistake" that of whoever says so. The words are those of operators that
//! react to what was told before; here the deed is named by a noun in their own clause.

use super::operator::{Above, Operators};
use super::{Composer, Node};
use crate::clause::{Clause, ClauseId, PhraseId, Tag, View};
use crate::pack::Complement;

impl Operators {
    /// The last word of a phrase that says how a deed is judged.
    pub(super) fn verdict<'a>(&'a self, view: &View, phrase: PhraseId) -> Option<Above<'a>> {
        let phrase = view.phrase(phrase)?;
        (phrase.start..phrase.end)
            .rev()
            .find_map(|token| self.reacting(view, token))
            .filter(|above| !above.effect.takes_over && above.start >= phrase.start)
    }

    /// What the object of a clause is called, or its subject where it is passive: "called it | a mistake", "was described as | a mistake".
    pub(in crate::claim) fn verdict_on_object<'a>(
        &'a self,
        view: &View,
        id: ClauseId,
    ) -> Option<Above<'a>> {
        let clause = view.clause(id)?;
        let behind = view.clause_prepositional(id, |text| text == "as");
        let mut said = clause.predicate.into_iter().chain(behind);
        said.find_map(|predicate| {
            let judged = is_judged_so(view, clause, predicate);
            self.verdict(view, predicate).filter(|_| judged)
        })
    }
}

impl Composer<'_> {
    /// "called the visit | a mistake": the step up from the noun to the clause.
    pub(super) fn over_called(&mut self, clause: ClauseId) -> Option<Node> {
        let mut above = self.operators.verdict_on_object(self.view, clause)?;
        above.effect.takes_over = true;
        above.effect.old_actor_to_target = true;
        Some(self.over_clause(clause, &above))
    }

    /// "Talking to them | was a mistake", "… is no betrayal": a deed of nobody who is named, before its verdict.
    pub(super) fn gerund_judged(&mut self, deed: &Clause) -> Option<Node> {
        let id = deed.parent.filter(|_| deed.governor.is_none())?;
        let main = *self.view.clause(id)?;
        let (ing, be) = (deed.verb?, main.verb?);
        let verb = self.view.phrase(be)?;
        let comma = verb
            .start
            .checked_sub(1)
            .and_then(|at| self.view.tags.get(at))
            == Some(&Tag::Mark);
        let subject = main.subject.is_none()
            && ing < be
            && !comma
            && deed.marker.is_none()
            && self.view.phrase(ing).is_some_and(|verb| verb.verb.ing);
        if !subject || self.view.tags.get(verb.head) != Some(&Tag::Be) {
            return None;
        }
        let above = match main.predicate.or(main.object) {
            Some(said) => self.operators.verdict(self.view, said)?,
            // "Talking to them | is out of the question"
            None => self
                .operators
                .of_clause(self.view, id, &[Complement::Infinitive], None)
                .filter(|above| above.effect.verdict)?,
        };
        Some(self.over_verdict(id, &above, &[]))
    }

    /// "the visit | was a mistake": whoever says so holds it, and the visit is told beside it.
    pub(super) fn over_said_to_be(&mut self, id: ClauseId) -> Option<Node> {
        let clause = *self.view.clause(id)?;
        let verb = self.view.phrase(clause.verb?)?;
        if self.view.tags.get(verb.head) != Some(&Tag::Be) || clause.object.is_some() {
            return None;
        }
        let above = self.operators.verdict(self.view, clause.predicate?)?;
        Some(self.over_verdict(id, &above, &[]))
    }
}

/// "called it | a mistake", "described the step as | a mistake": whether a noun or adjective is what an object is called.
pub(in crate::claim) fn is_judged_so(view: &View, clause: &Clause, predicate: PhraseId) -> bool {
    let verb = clause.verb.and_then(|verb| view.phrase(verb));
    let lemma = verb.map_or("", |verb| view.verb_text(verb.head));
    let called = clause.predicate == Some(predicate)
        && matches!(
            lemma,
            "call"
                | "find"
                | "think"
                | "consider"
                | "deem"
                | "brand"
                | "judge"
                | "term"
                | "label"
                | "pronounce"
        );
    let described = matches!(
        lemma,
        "describe" | "see" | "regard" | "view" | "portray" | "dismiss" | "characterise" | "brand"
    );
    let behind = view
        .phrase(predicate)
        .is_some_and(|phrase| view.is_behind(phrase, "as"));
    called || described && behind
}
