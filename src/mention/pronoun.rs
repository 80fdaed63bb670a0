//! Pronouns: the nearest fitting antecedent, subjects first.

use super::{How, Reader, Referent, Who};
use crate::clause::{ClauseId, ClauseKind, PhraseId};

impl Reader<'_> {
    /// Who the pronoun at a token means. `id` is the phrase it stands in.
    pub(super) fn pronoun(&self, token: usize, id: PhraseId) -> Option<Referent> {
        let text = self.view.marker_text(token);
        let found = |who: Who, person: bool| {
            Some(Referent {
                who,
                how: How::Pronoun,
                person,
            })
        };
        match text {
            "it" | "its" | "itself" => found(self.governing_body(id).or(self.memory.it())?, false),
            "they" | "their" | "them" | "themselves" => found(self.memory.they()?, false),
            "he" | "his" | "him" | "himself" | "she" | "her" | "herself" => {
                found(self.memory.he()?, true)
            }
            "we" | "our" | "us" | "ours" | "ourselves" | "i" | "my" | "me" | "mine" | "myself" => {
                found(Who::Speaker, true)
            }
            "who" | "which" | "that" => None,
            "nobody" | "anybody" | "everybody" | "somebody" | "someone" | "anyone" | "everyone"
            | "none" | "many" | "some" | "others" | "all" | "both" | "those" | "few"
            | "several" => found(Who::Other, true),
            _ => None,
        }
    }

    /// A possessive or object *it* means first the subject of its own clause, if that is a body.
    fn governing_body(&self, id: PhraseId) -> Option<Who> {
        let phrase = self.view.phrase(id)?;
        if let Some(who) = self.of_relative(phrase.clause, id) {
            return Some(who);
        }
        let subject = self
            .view
            .subject(phrase.clause)
            .filter(|subject| subject.index() < id.index())?;
        let referent = self.out.referent(subject)?;
        (!referent.person && matches!(referent.who, Who::Actor(_))).then_some(referent.who)
    }

    /// In a relative clause first what its noun belongs to: "the position of the ministry, in which it described …".
    fn of_relative(&self, clause: ClauseId, id: PhraseId) -> Option<Who> {
        let clause = self.view.clause(clause)?;
        if clause.kind != ClauseKind::Relative || clause.subject != Some(id) {
            return None;
        }
        let noun = clause.governor?;
        let of = self.view.prepositional(noun, |text| text == "of").filter(|of| of.index() < id.index());
        let owner = self.view.phrase(noun)?.owner;
        let body = |id: PhraseId| self.out.referent(id).filter(|referent| !referent.person && matches!(referent.who, Who::Actor(_)));
        owner.into_iter().chain(std::iter::once(noun)).chain(of).find_map(body).map(|referent| referent.who)
    }
}
