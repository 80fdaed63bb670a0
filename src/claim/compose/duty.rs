//! Duties and promises that are told by a noun: whoever is let off one, or gets out of it, does not do what it is to do.

use super::{Composer, Node};
use crate::clause::{ClauseId, Phrase, PhraseId, Tag};

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
