//! Offices: people and bodies that speak for whoever has them: "Russian officials", "Israel's prime minister", "the foreign minister" beside a name.

use super::description::{Described, STATE};
use super::name::Form;
use super::{How, Reader, Referent, Who};
use crate::clause::{PhraseId, Tag};
use crate::token::Readings;

impl Reader<'_> {
    /// "Russian officials", "Israel's prime minister", "a delegation from the Movement".
    pub(super) fn office(&mut self, id: PhraseId, person: bool) -> Option<Referent> {
        let modifier = self.out.modifiers(self.view, id).next();
        if let Some(named) = modifier {
            let movement = self.described_kind(id).is_some_and(Described::is_movement);
            let of_state = named.form == Form::Demonym;
            if !(movement && of_state) {
                return Some(Referent {
                    who: Who::Actor(named.actor),
                    how: How::Office,
                    person,
                });
            }
            let described = self.description(id);
            return described.or(Some(Referent {
                who: Who::Other,
                how: How::Collective,
                person,
            }));
        }
        self.office_by_owner(id)
            .map(|referent| Referent { person, ..referent })
            .or_else(|| {
                let of = self.view.prepositional(id, |text| {
                    matches!(text, "of" | "for" | "from" | "to" | "in" | "at")
                });
                let actor = of
                    .filter_map(|of| self.ready(of))
                    .find(|referent| matches!(referent.who, Who::Actor(_)));
                actor.map(|referent| Referent {
                    who: referent.who,
                    how: How::Office,
                    person,
                })
            })
    }

    /// The referent of a later phrase as far as its name alone, or a description, tells.
    fn ready(&self, id: PhraseId) -> Option<Referent> {
        self.out.referent(id).or_else(|| self.description(id))
    }

    pub(super) fn office_by_owner(&self, id: PhraseId) -> Option<Referent> {
        let phrase = self.view.phrase(id)?;
        let owner = phrase
            .owner
            .and_then(|owner| self.out.referent(owner))
            .or(self.out.possessor(id))?;
        matches!(owner.who, Who::Actor(_)).then_some(Referent {
            who: owner.who,
            how: How::Office,
            person: true,
        })
    }

    /// The noun phrase in apposition: "Riyad Mansour, the Palestinian Authority's ambassador".
    pub(super) fn beside(&mut self, id: PhraseId) -> Option<Referent> {
        let other = self.view.phrase(id)?.apposition;
        if let Some(referent) = other
            .and_then(|other| self.out.referent(other))
            .filter(|referent| matches!(referent.who, Who::Actor(_)))
        {
            return Some(Referent {
                how: How::Apposition,
                ..referent
            });
        }
        let beside: Vec<PhraseId> = self.view.appositions(id).collect();
        for other in beside {
            let phrase = *self.view.phrase(other)?;
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

    /// Reads the possessive pronoun, and the owner, of a phrase that comes later.
    fn possessive_of(&mut self, id: PhraseId) {
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

    /// "Alain Juppé, the foreign minister": an office of state beside a name, without its state, is held in the state that was mentioned last.
    fn state_office(&self, id: PhraseId) -> Option<Referent> {
        let phrase = self.view.phrase(id)?;
        let of_state = matches!(
            self.view.noun_text(phrase.head),
            "minister" | "premier" | "chancellor" | "president" | "king" | "emir"
        );
        if !of_state || !self.is_definite(phrase.start) {
            return None;
        }
        let actor = self.memory.home_of(STATE, &[])?;
        Some(Referent {
            who: Who::Actor(actor),
            how: How::Description,
            person: true,
        })
    }

    /// "government troops", "the government side": those of the government that was mentioned last.
    pub(super) fn of_government(&self, id: PhraseId) -> Option<Referent> {
        let phrase = self.view.phrase(id)?;
        let before =
            (phrase.start..phrase.head).find(|at| self.view.noun_text(*at) == "government")?;
        let actor = self
            .memory
            .home_of(STATE, &[])
            .filter(|_| before + 1 == phrase.head)?;
        Some(Referent {
            who: Who::Actor(actor),
            how: How::Office,
            person: true,
        })
    }
}
