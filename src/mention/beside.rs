//! Who a name is by what stands beside it, or is said of it: "Ana Roe, Peru's foreign minister", "Ana Roe became president of Peru".

use super::description::{Described, STATE};
use super::name::Form;
use super::noun::Class;
use super::{How, Reader, Referent};
use crate::clause::{ClauseId, ClauseKind, PhraseId, Tag};
use crate::token::Readings;

impl Reader<'_> {
    /// "Chile's ally, | Peru, ", "one member, | Peru, ", "Peru's last guerrilla force, | the MRTA, ": whose name stands beside a noun that says what it is.
    pub(super) fn named_beside(&self, id: PhraseId) -> Option<Referent> {
        let phrase = self.view.phrase(id)?;
        if self.view.tags.get(phrase.head) == Some(&Tag::Plural) {
            return None;
        }
        let named = self.view.appositions(id).find_map(|name| {
            let referent = self.out.referent(name)?;
            matches!(referent.how, How::Named(Form::Name)).then_some(referent)
        })?;
        let noun = self.classes(phrase.head);
        let fits = if self.is_movement(named.who) {
            let described = self.described_kind(id).is_some_and(Described::is_movement);
            described || matches!(self.view.noun_text(phrase.head), "force" | "army")
        } else {
            self.is_of_kind(named.who, STATE)
                && (noun.has(Class::Counterpart) || self.view.noun_text(phrase.head) == "member")
        };
        fits.then_some(Referent {
            how: How::Apposition,
            person: false,
            ..named
        })
    }

    /// The noun phrase in apposition: "Riyad Mansour, the Palestinian Authority's ambassador".
    pub(super) fn beside(&mut self, id: PhraseId) -> Option<Referent> {
        let other = self.view.phrase(id)?.apposition;
        if let Some(referent) = other.and_then(|other| self.office_before(id, other)) {
            return Some(referent);
        }
        if let Some(referent) = other
            .and_then(|other| self.out.referent(other))
            .filter(|referent| referent.who.is_actor())
        {
            return Some(Referent {
                how: How::Apposition,
                ..referent
            });
        }
        let mut beside: Vec<PhraseId> = self.view.appositions(id).collect();
        beside.extend(self.said_to_be(id));
        for other in beside {
            let phrase = *self.view.phrase(other)?;
            // "the foreign minister, Sergei Lavrov", "a Kurdish group, the PKK"
            let named = self
                .out
                .referent(other)
                .filter(|referent| match referent.how {
                    How::Named(Form::Person | Form::Surname) => true,
                    How::Named(Form::Name) => {
                        self.is_movement(referent.who) && self.describes_movement(id)
                    }
                    _ => false,
                });
            if let Some(referent) = named {
                return Some(Referent {
                    how: How::Apposition,
                    ..referent
                });
            }
            if !self
                .view
                .word(phrase.head)
                .readings
                .any(Readings::HUMAN | Readings::GROUP)
            {
                continue;
            }
            self.possessive_of(other);
            let person = self.view.word(phrase.head).readings.any(Readings::HUMAN);
            if let Some(referent) = self
                .office(other, person)
                .or_else(|| self.state_office(other))
                .or_else(|| self.description(other))
            {
                return Some(Referent {
                    how: How::Apposition,
                    person: true,
                    ..referent
                });
            }
        }
        None
    }

    /// "Ana Roe, who is | Peru's foreign minister", "Ana Roe became | president of Peru": what a name is said to be now.
    pub(super) fn said_to_be(&self, id: PhraseId) -> Option<PhraseId> {
        let name = *self.view.phrase(id)?;
        let next = PhraseId::new(id.index() + 2);
        if !self.is_full_name(&name) {
            return None;
        }
        let mut clauses = (0..self.view.clauses.len()).map(ClauseId::new);
        let of_name = |at: &ClauseId| {
            self.view
                .clause(*at)
                .is_some_and(|clause| match clause.kind {
                    ClauseKind::Relative => clause.governor == Some(id) || clause.start == next,
                    ClauseKind::Main => clause.subject == Some(id),
                    _ => false,
                })
        };
        let said = clauses.find(|at| {
            let verb = self.view.verb_group(*at).filter(|_| of_name(at));
            verb.is_some_and(|verb| {
                let now = matches!(
                    self.view.marker_text(verb.head),
                    "is" | "became" | "become" | "becomes"
                );
                now && !verb.verb.negated && verb.verb.modal.is_none()
            })
        })?;
        let said = self.view.clause(said)?;
        let office = said.predicate.or(said.object)?;
        (self.described_kind(office) == Some(Described::Person)).then_some(office)
    }

    /// "the foreign minister of Peru, | Ana Roe": the office, where the name stands beside the last word of it; "Peru has a new president, | Ana Roe".
    pub(super) fn office_before(&self, id: PhraseId, other: PhraseId) -> Option<Referent> {
        let name = *self.view.phrase(id)?;
        let beside = *self.view.phrase(other)?;
        let office = beside
            .noun
            .filter(|_| beside.preposition.is_some())
            .unwrap_or(other);
        if !self.is_full_name(&name) || self.described_kind(office) != Some(Described::Person) {
            return None;
        }
        let held = self.out.referent(office).filter(|held| held.who.is_actor());
        let held = held.or_else(|| self.chosen_by_subject(office))?;
        Some(Referent {
            how: How::Apposition,
            person: true,
            ..held
        })
    }

    /// "Peru has | a new president", "Peru elected its first woman president": whose an office is that its clause's subject fills.
    pub(super) fn chosen_by_subject(&self, office: PhraseId) -> Option<Referent> {
        let phrase = self.view.phrase(office)?;
        let clause = self.view.clause(phrase.clause)?;
        let verb = self.view.verb_group(phrase.clause)?;
        let has = matches!(self.view.marker_text(verb.head), "has" | "have");
        let fills = clause.object == Some(office)
            && !verb.verb.negated
            && (has
                || matches!(
                    self.view.verb_text(verb.head),
                    "get" | "elect" | "choose" | "appoint" | "send"
                ));
        let state = self.out.referent(clause.subject.filter(|_| fills)?)?;
        self.is_of_kind(state.who, STATE).then_some(state)
    }

    /// Reads the possessive pronoun, and the owner, of a phrase that comes later.
    pub(super) fn possessive_of(&mut self, id: PhraseId) {
        let Some(phrase) = self.view.phrase(id).copied() else {
            return;
        };
        if self.view.tags.get(phrase.start) == Some(&Tag::Possessive)
            && let Some(owner) = self.pronoun(phrase.start, id)
            && let Some(slot) = self.out.possessors.get_mut(id.index())
        {
            *slot = Some(owner);
        }
        if let Some(owner) = phrase.owner
            && self.out.referent(owner).is_none()
            && let Some(referent) = self.description(owner)
        {
            self.put(owner, referent);
        }
    }
}
