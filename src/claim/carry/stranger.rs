//! Somebody or something of which nothing was told before, so that no target of before is meant: "some rebels", "builds friendships".

use super::enemy::is_name_for_enemy;
use super::meant::is_object_pronoun;
use crate::claim::cue::site::Scene;
use crate::clause::{Phrase, PhraseId, Tag};

impl Scene<'_> {
    /// Whether a noun phrase that names nobody means somebody new, and nobody of whom was spoken: "some rebels", "governments that".
    pub(in crate::claim) fn is_some_other(&self, id: PhraseId) -> bool {
        self.view.phrase(id).is_some_and(|phrase| {
            let tag = |at: usize| self.view.tags.get(at);
            let first = self.view.marker_text(phrase.start);
            let known = is_object_pronoun(first)
                || is_name_for_enemy(self.view, phrase)
                || matches!(first, "the" | "this" | "that")
                    && !self.view.is_rival(phrase)
                    && tag(phrase.head) != Some(&Tag::Plural);
            !known
        })
    }

    /// Whether a noun phrase means things not spoken of before, whose other side is nobody that was named: "builds friendships and alliances". But
    /// relations that are broken off or restored are those that there were.
    pub(in crate::claim) fn is_some_things(&self, id: PhraseId) -> bool {
        self.view.phrase(id).is_some_and(|phrase| {
            if self.are_ties_that_were(id, phrase) {
                return false;
            }
            let tag = |at: usize| self.view.tags.get(at);
            let opens = (phrase.start..=phrase.head).all(|at| {
                !matches!(
                    tag(at),
                    Some(Tag::Determiner | Tag::Possessive | Tag::Number | Tag::Pronoun)
                )
            });
            opens && phrase.owner.is_none() && tag(phrase.head) == Some(&Tag::Plural)
        })
    }

    /// "broke off | relations", "restored | diplomatic ties".
    fn are_ties_that_were(&self, id: PhraseId, phrase: &Phrase) -> bool {
        let view = self.view;
        let of_states = (phrase.start..phrase.head)
            .all(|at| matches!(view.marker_text(at), "diplomatic" | "full" | "all"));
        let ties = matches!(
            view.noun_text(phrase.head),
            "relation" | "relations" | "tie" | "ties"
        );
        let done = || {
            view.patient(phrase.clause) == Some(id)
                && view.verb_group(phrase.clause).is_some_and(|verb| {
                    matches!(
                        view.verb_text(verb.head),
                        "break"
                            | "sever"
                            | "cut"
                            | "suspend"
                            | "restore"
                            | "resume"
                            | "mend"
                            | "renew"
                            | "repair"
                            | "re-establish"
                            | "reestablish"
                    )
                })
        };
        let mut with = view.prepositional(id, |text| matches!(text, "with" | "to" | "between"));
        ties && of_states && done() && with.next().is_none()
    }
}
