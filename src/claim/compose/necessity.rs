//! Verbs over an infinitive that say no more than whether it has to be or will be: "has to", "is yet to", "is going to", "had no choice but to".

use super::{Composer, Node};
use crate::clause::{Clause, ClauseId, ClauseKind, Phrase, PhraseKind, Tag};

impl Composer<'_> {
    /// "had no choice but to", "is yet to", "has to", "it is for Chad to", "is going to": the verb above says no more than whether it has to be or will be.
    pub(super) fn over_necessity(
        &mut self,
        clause: &Clause,
        parent: ClauseId,
        verb_start: Option<usize>,
    ) -> Option<Node> {
        if self.is_no_choice(parent) {
            self.clause_level_after(parent);
            return Some(Node::Clause(parent));
        }
        if self.is_yet_to(parent) {
            let start = verb_start.unwrap_or(self.draft.start);
            self.negate(start, start + 1);
            self.clause_level_after(parent);
            return Some(Node::Clause(parent));
        }
        if self.had_to(parent) && !self.is_anothers_word(parent) {
            self.draft.cancelled |= self.is_bound(parent);
            self.draft.cancelled |= self.has_means(clause, parent);
            self.clause_level_after(parent);
            return Some(Node::Clause(parent));
        }
        if self.is_have_to(parent) && !self.needs_another(clause, parent) {
            // "does not have to recognise it", "nobody had to": who doesn't may do so all the same.
            let free = self.view.verb_group(parent);
            let nobody = self.view.subject(parent);
            self.draft.cancelled |= self.has_means(clause, parent)
                || free.is_some_and(|verb| verb.verb.negated)
                || nobody.is_some_and(|nobody| self.is_negative(nobody));
            self.oblige();
            self.clause_level_after(parent);
            return Some(Node::Clause(parent));
        }
        if self.is_for_somebody(parent, clause)
            && let Some(node) = self.over_wanted(parent)
        {
            return Some(node);
        }
        if self.is_for_somebody(parent, clause) {
            self.oblige();
            self.clause_level_after(parent);
            return Some(Node::Clause(parent));
        }
        if self.is_to(parent, clause)
            && let Some(node) = self.over_specified(parent)
        {
            return Some(node);
        }
        if self.is_going_to(parent) || self.is_to(parent, clause) {
            // "was to have recognised it": it came to nothing.
            let verb = clause.verb.and_then(|verb| self.view.phrase(verb));
            self.draft.cancelled |= verb.is_some_and(|verb| verb.verb.perfect);
            self.foresee();
            self.clause_level_after(parent);
            return Some(Node::Clause(parent));
        }
        None
    }

    /// "was not going to": a future, with the negation of its own.
    pub(in crate::claim) fn is_going_to(&self, id: ClauseId) -> bool {
        let verb = self.view.verb_group(id);
        verb.is_some_and(|verb| {
            let going = self.view.tags.get(verb.head) == Some(&Tag::Ing);
            going && self.view.verb_text(verb.head) == "go" && verb.head > verb.start
        })
    }

    /// "is to visit Cairo", "Norway to mediate": the future of an infinitive that nothing but *be*, or in a headline nothing at all, makes finite.
    pub(in crate::claim) fn is_to(&self, parent: ClauseId, infinitive: &Clause) -> bool {
        let Some(above) = self.view.clause(parent) else {
            return false;
        };
        let start = infinitive
            .verb
            .and_then(|verb| self.view.phrase(verb))
            .map(|verb| verb.start);
        let verb = above.verb.and_then(|verb| self.view.phrase(verb));
        match verb {
            Some(verb) => {
                let be = verb.verb.only_auxiliary
                    && self.view.tags.get(verb.head) == Some(&Tag::Be)
                    && !verb.verb.infinitive;
                be && Some(verb.end) == start
            }
            None => {
                let noun = infinitive.governor.and_then(|id| self.view.phrase(id));
                above.kind == ClauseKind::Main
                    && noun.is_some_and(|noun| {
                        Some(noun.end) == start
                            && self.view.tags.get(noun.head) == Some(&Tag::Proper)
                    })
            }
        }
    }

    /// "A settlement is for the United Nations to mediate": whoever says so asks it to.
    pub(in crate::claim) fn is_for_somebody(&self, parent: ClauseId, infinitive: &Clause) -> bool {
        let doer = infinitive.governor.and_then(|id| self.view.phrase(id));
        let told = self
            .view
            .verb_group(parent)
            .zip(doer)
            .is_some_and(|(be, doer)| {
                let is = self.view.tags.get(be.head) == Some(&Tag::Be) && be.verb.only_auxiliary;
                let behind = doer
                    .preposition
                    .is_some_and(|at| at >= be.end && self.view.marker_text(at) == "for");
                is && behind && doer.kind == PhraseKind::Noun
            });
        told && self
            .view
            .clause(parent)
            .is_some_and(|clause| clause.predicate.is_none())
    }

    /// "had no choice but | to vote": whoever has none does it.
    pub(in crate::claim) fn is_no_choice(&self, id: ClauseId) -> bool {
        let object = self
            .view
            .clause(id)
            .and_then(|clause| self.view.phrase(clause.object?));
        object.is_some_and(|object| {
            self.view.marker_text(object.start) == "no"
                && self.view.marker_text(object.end) == "but"
                && self.view.marker_text(object.end + 1) == "to"
        })
    }

    /// "has yet to", "is yet to": what was not done so far.
    pub(in crate::claim) fn is_yet_to(&self, id: ClauseId) -> bool {
        let verb = self.view.verb_group(id);
        verb.is_some_and(|verb| {
            let last = verb.end.saturating_sub(1);
            let be = self.view.tags.get(verb.head) == Some(&Tag::Be) && verb.verb.only_auxiliary;
            (self.is_have(verb) || be)
                && (last..last + 2).any(|at| {
                    // "is yet another state to recognise it" has done so.
                    self.view.marker_text(at) == "yet" && self.view.marker_text(at + 1) == "to"
                })
        })
    }

    /// "has to", "needs to", "would do well to".
    pub(in crate::claim) fn is_have_to(&self, id: ClauseId) -> bool {
        let verb = self.view.verb_group(id);
        let would_do_well = |verb: &Phrase| {
            let do_well = |at: usize| {
                self.view.marker_text(at) == "do" && self.view.marker_text(at + 1) == "well"
            };
            verb.verb.modal.is_some() && (verb.start..verb.end).any(do_well)
        };
        verb.is_some_and(|verb| {
            self.is_have(verb) || self.view.verb_text(verb.head) == "need" || would_do_well(verb)
        })
    }

    /// "Chad had to recognise it": it was done. "Said that Chad had to" is a demand.
    pub(in crate::claim) fn had_to(&self, id: ClauseId) -> bool {
        let told = self
            .view
            .clause(id)
            .is_some_and(|clause| clause.kind == ClauseKind::Main && clause.governor.is_none());
        let had = self.view.verb_group(id).is_some_and(|verb| {
            self.is_have(verb)
                && verb.start == verb.head
                && self.view.marker_text(verb.head) == "had"
        });
        told && had
    }

    /// "Chad had to recognise it, Norway said": somebody's word, a demand.
    fn is_anothers_word(&self, id: ClauseId) -> bool {
        let Some(verb) = self.view.verb_group(id) else {
            return false;
        };
        let span = self.view.span(verb.start, verb.end);
        let mut contents = self.scene.voices.iter().flat_map(|voice| &voice.content);
        contents.any(|content| content.overlaps(span))
    }

    /// "under the deal Chad had to recognise it", "to join, Chad had to", "nobody had to": what is due isn't told as done.
    fn is_bound(&self, id: ClauseId) -> bool {
        let word = |at: usize| self.view.marker_text(at);
        let binds = |at: usize| {
            matches!(
                word(at),
                "under" | "before" | "if" | "unless" | "until" | "order" | "according"
            )
        };
        let subject = self.view.subject(id);
        word(0) == "to"
            || (0..self.view.tokens.len()).any(binds)
            || subject.is_some_and(|subject| self.is_negative(subject))
    }

    /// "needs Chad | to recognise it": what somebody needs of another is a wish.
    pub(in crate::claim) fn needs_another(&self, infinitive: &Clause, id: ClauseId) -> bool {
        let needs = self
            .view
            .verb_group(id)
            .is_some_and(|verb| self.view.verb_text(verb.head) == "need");
        let object = self.view.clause(id).and_then(|clause| clause.object);
        let who = object.and_then(|id| self.scene.mentions.referent(id));
        needs && who.is_some() && infinitive.kind == ClauseKind::Infinitive
    }

    /// "has" without a participle behind it.
    pub(in crate::claim) fn is_have(&self, verb: &Phrase) -> bool {
        self.view.tags.get(verb.head) == Some(&Tag::Have) && verb.verb.only_auxiliary
    }
}
