//! What a sentence tells of that is no actor: in "Chile spoke. The hospital was built in 1921. It was called illegal" *it* is not Chile.
//!
//! The likeliest antecedent of a pronoun is what the sentence before told of, its subject (Grosz, Joshi and Weinstein 1995), be that an actor or not. In
//! "it is a sin to recognise it" the first *it* has none.

use super::memory::{Rank, Stranger};
use super::{How, Reader, Referent, Who};
use crate::clause::{ClauseKind, PhraseId, Tag};
use crate::token::{Marker, Readings};

impl Reader<'_> {
    /// What the sentence tells of, if that is one thing or body and no actor.
    pub(super) fn stranger(&self) -> Option<Stranger> {
        let mut clauses = self.view.clauses.iter();
        let main = clauses.find(|clause| clause.kind == ClauseKind::Main)?;
        let subject = main.subject?;
        let head = self.view.phrase(subject)?.head;
        let tag = self.view.tags.get(head)?;
        let one = matches!(tag, Tag::Noun | Tag::Proper)
            && self.view.conjuncts(subject).nth(1).is_none()
            && self
                .out
                .referent(subject)
                .is_none_or(|referent| !referent.who.is_actor());
        if !one {
            return None;
        }
        let is = |id: PhraseId, readings: Readings| {
            let head = self.view.phrase(id).map(|phrase| phrase.head);
            head.is_some_and(|head| self.view.word(head).readings.any(readings))
        };
        // "The new state", "the group": one that was named before, though nobody can tell which.
        let described = self.described_kind(subject);
        let named_before = described.is_some_and(|kind| kind.is_movement() || kind.is_state());
        if named_before || is(subject, Readings::HUMAN) {
            return None;
        }
        let is_body = is(subject, Readings::GROUP)
            || main.predicate.is_some_and(|id| is(id, Readings::GROUP));
        if is_body {
            return Some(Stranger::Body);
        }
        (*tag == Tag::Noun).then_some(Stranger::Thing)
    }

    /// Whether *it* in a phrase means what the sentence before told of, and so no actor.
    pub(super) fn is_stranger(&self, id: PhraseId) -> bool {
        if self.memory.tells_of_body() {
            return false;
        }
        match self.memory.stranger() {
            Some(Stranger::Body) => true,
            Some(Stranger::Thing) => self.is_said_of(id),
            None => false,
        }
    }

    /// Whether something is said of the phrase, or done to it, as the subject of a main clause.
    fn is_said_of(&self, id: PhraseId) -> bool {
        let Some(at) = self.view.phrase(id).map(|phrase| phrase.clause) else {
            return false;
        };
        self.view.clause(at).is_some_and(|clause| {
            clause.subject == Some(id)
                && clause.kind == ClauseKind::Main
                && (clause.predicate.is_some() || self.view.is_passive(at))
        })
    }

    /// "It is a sin | to recognise it": nobody is one, where the noun is none for people or bodies.
    pub(super) fn is_expletive(&self, id: PhraseId) -> bool {
        let Some(own) = self.view.phrase(id).map(|phrase| phrase.clause) else {
            return false;
        };
        let clause = self
            .view
            .clause(own)
            .filter(|clause| clause.subject == Some(id));
        let said = clause.and_then(|clause| self.view.phrase(clause.predicate?));
        let thing = said.is_some_and(|said| {
            let one = matches!(self.view.marker(said.start), Marker::A | Marker::An);
            let noun = self.view.noun_text(said.head);
            (one || matches!(
                noun,
                "habit"
                    | "custom"
                    | "practice"
                    | "fashion"
                    | "task"
                    | "job"
                    | "duty"
                    | "turn"
                    | "business"
            )) && self.view.tags.get(said.head) == Some(&Tag::Noun)
                && !self
                    .view
                    .word(said.head)
                    .readings
                    .any(Readings::HUMAN | Readings::GROUP)
        });
        let mut clauses = self.view.clauses.iter();
        thing && clauses.any(|to| to.kind == ClauseKind::Infinitive && to.parent == Some(own))
    }

    /// "As president | he", "at a rally of thousands of people | he", "in a letter to a friend | she": people without a name at the edge of a sentence are no
    /// antecedents. Nor is *he* one of many whom only a clause inside the sentence tells of: "what others sign".
    pub(super) fn is_passed_over(&self, id: PhraseId, referent: Referent, rank: Rank) -> bool {
        let nobody = referent.who == Who::Other && referent.person;
        nobody
            && self.view.phrase(id).is_some_and(|phrase| {
                rank == Rank::Other && phrase.preposition.is_some()
                    || rank == Rank::Subject
                        && referent.how == How::Pronoun
                        && is_of_many(self.view.marker_text(phrase.head))
                        && self
                            .view
                            .clause(phrase.clause)
                            .is_some_and(|clause| clause.kind != ClauseKind::Main)
            })
    }
}

/// Pronouns for so many that none of them is meant.
fn is_of_many(text: &str) -> bool {
    matches!(
        text,
        "others"
            | "many"
            | "some"
            | "all"
            | "few"
            | "several"
            | "those"
            | "everybody"
            | "everyone"
            | "nobody"
            | "none"
    )
}
