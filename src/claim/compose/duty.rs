//! Duties and promises that are told by a noun: whoever is let off one, or gets out of it, does not do what it is to do.

use super::{Composer, Node};
use crate::clause::{Clause, ClauseId, Phrase, PhraseId, Tag};

impl Composer<'_> {
    /// The step up from an infinitive that hangs on such a noun; `None` where the noun says nothing of its own here.
    ///
    /// "relieved Chile of its duty to recognise it", "has no duty to": no claim. "evaded its duty to": it was not done. "spoke of Chile's duty to": whoever says so asks it.
    pub(in crate::claim) fn over_duty(&mut self, noun: PhraseId, parent: ClauseId) -> Option<Node> {
        let phrase = *self.view.phrase(noun)?;
        let duty = is_duty(self.view.noun_text(phrase.head));
        if !duty && !is_promise(self.view.noun_text(phrase.head)) {
            return None;
        }
        // "has no duty to": nobody asks it, and nobody is against it.
        if self.is_let_off(&phrase) || duty && self.is_negative(noun) {
            self.draft.cancelled = true;
            return None;
        }
        if !duty {
            return None;
        }
        let verb = *self.view.verb_group(phrase.clause)?;
        if matches!(
            self.view.verb_text(verb.head),
            "evade" | "shirk" | "dodge" | "duck" | "shun" | "abandon" | "betray" | "flout"
        ) && self.view.patient(phrase.clause) == Some(noun)
        {
            self.negate(verb.start, verb.end);
            self.clause_level_after(parent);
            return Some(Node::Clause(parent));
        }
        let whose = self
            .view
            .phrase(noun)
            .and_then(|phrase| self.view.phrase(phrase.owner?))?;
        if self.view.tags.get(whose.head) != Some(&Tag::Proper) {
            return None;
        }
        self.oblige();
        self.negative_noun(noun);
        Some(Node::Noun(noun))
    }

    /// "has the right to recognise it", "has troops to end it", where "has a duty to" is a duty: whoever could do it has not done it.
    pub(in crate::claim) fn has_means(&self, infinitive: &Clause, parent: ClauseId) -> bool {
        let noun = infinitive.governor.filter(|id| {
            self.view
                .clause(parent)
                .is_some_and(|clause| clause.object == Some(*id))
        });
        // "has no right to speak for it": whoever says so is against it.
        noun.filter(|id| !self.is_negative(*id))
            .and_then(|id| self.view.phrase(id))
            .is_some_and(|noun| {
                let lemma = self.view.noun_text(noun.head);
                // "has the right to exist": the cue's own word
                if (self.draft.start..self.draft.end).contains(&noun.head) {
                    return false;
                }
                self.view
                    .tags
                    .get(noun.head)
                    .is_some_and(|tag| tag.is_noun())
                    && !(is_duty(lemma) || matches!(lemma, "task" | "job" | "mission" | "need"))
            })
    }

    /// "is too small to recognise it": it is not done.
    pub(in crate::claim) fn is_too_much(&self, parent: ClauseId) -> bool {
        let said = self.view.clause(parent).and_then(|clause| clause.predicate);
        said.and_then(|id| self.view.phrase(id))
            .is_some_and(|said| {
                (said.start.saturating_sub(1)..said.head)
                    .any(|at| self.view.marker_text(at) == "too")
            })
    }

    /// "released Chile | from its duty", "is exempt | from it", "freed | of it".
    fn is_let_off(&self, duty: &Phrase) -> bool {
        let of = duty
            .preposition
            .is_some_and(|at| matches!(self.view.marker_text(at), "of" | "from"));
        let verb = self.view.verb_group(duty.clause);
        let clause = self.view.clause(duty.clause);
        let frees = verb.is_some_and(|verb| {
            matches!(
                self.view.verb_text(verb.head),
                "relieve"
                    | "release"
                    | "free"
                    | "absolve"
                    | "excuse"
                    | "exempt"
                    | "discharge"
                    | "liberate"
                    | "dispense"
            )
        });
        let said = clause.and_then(|clause| self.view.phrase(clause.predicate?));
        let free = said.is_some_and(|said| {
            matches!(
                self.view.marker_text(said.head),
                "free" | "exempt" | "immune"
            )
        });
        of && (frees || free)
    }
}

fn is_duty(noun: &str) -> bool {
    matches!(
        noun,
        "duty" | "obligation" | "responsibility" | "requirement"
    )
}

fn is_promise(noun: &str) -> bool {
    matches!(
        noun,
        "promise" | "commitment" | "pledge" | "undertaking" | "vow" | "oath"
    )
}
