//! Movements by a noun for those who fight: "the rebel group", "the rebel leaders", but not "the environmental group".

use super::description::{Described, MOVEMENT, describes};
use super::noun::Class;
use super::{Reader, Who};
use crate::clause::{Phrase, PhraseId};

impl Reader<'_> {
    /// "the environmental group", "the aid group": none that fights or governs.
    pub(super) fn is_of_cause(&self, phrase: &Phrase) -> bool {
        self.is_of_field(phrase) && !self.is_of_rebels(phrase)
            || (phrase.start + 1..phrase.head).any(|at| {
                matches!(
                    self.view.noun_text(at),
                    "advocacy" | "rights" | "aid" | "lobby" | "pressure" | "campaign" | "support"
                ) || matches!(
                    self.view.marker_text(at),
                    "environmental" | "humanitarian" | "rights" | "aid"
                )
            })
    }

    /// The movement that was mentioned last, where it is the only one.
    pub(super) fn only_movement(&self) -> Option<usize> {
        let last = self.memory.last_of(MOVEMENT, &[])?;
        let other = self.memory.last_of(MOVEMENT, &[Who::Actor(last)]);
        other.is_none().then_some(last)
    }

    /// "the rebel group", "the guerrilla movement"
    pub(super) fn is_of_rebels(&self, phrase: &Phrase) -> bool {
        (phrase.start..phrase.head)
            .filter_map(|at| describes(self.classes(at)))
            .any(Described::is_movement)
    }

    /// "the rebel leaders", "the rebel army", "the guerrilla delegation": they lead no state, and fight for none.
    pub(super) fn speaks_for_rebels(&self, phrase: &Phrase) -> bool {
        let noun = self.classes(phrase.head);
        let body = matches!(
            self.view.noun_text(phrase.head),
            "army" | "delegation" | "leadership" | "command" | "force" | "side" | "team"
        );
        (body || noun.has(Class::Person))
            && self.is_of_rebels(phrase)
            && !self.is_one_of_several(phrase)
    }

    /// "the movement", "a guerrilla force": whether a noun says of somebody that it is a movement, by itself or by the word before it.
    pub(super) fn describes_movement(&self, id: PhraseId) -> bool {
        self.described_kind(id).is_some_and(Described::is_movement) || self.is_of_fighters(id)
    }

    /// "a guerrilla force", "the strongest rebel army": fighters by the word before the head.
    fn is_of_fighters(&self, id: PhraseId) -> bool {
        self.view.phrase(id).is_some_and(|phrase| {
            // "the Islamist government", "Spain's separatist president": those who govern fight no state of their own.
            let noun = self.classes(phrase.head);
            let governs = noun.has(Class::State)
                || noun.has(Class::Home)
                || matches!(
                    self.view.noun_text(phrase.head),
                    "president" | "minister" | "premier" | "ambassador" | "leader" | "ruler"
                );
            (phrase.start..phrase.head).any(|at| match self.view.marker_text(at) {
                "rebel" | "guerrilla" | "insurgent" => true,
                "separatist" | "secessionist" | "islamist" | "jihadist" => !governs,
                _ => false,
            })
        })
    }
}
