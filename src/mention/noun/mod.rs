//! What the rules of this stage ask of a noun: one look-up for all.

mod field;
mod of_state;
mod table;

use crate::token::WordId;
use table::NOUNS;

/// Nouns that tell whom a phrase means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// A movement: "the group".
    Movement,
    /// A state.
    State,
    /// A party.
    Party,
    /// A court.
    Court,
    /// An organisation.
    Organisation,
    /// A company.
    Company,
    /// An office, and so whoever holds it.
    Person,
    /// Whoever speaks for the state that has them: its bodies, and those who hold an office in them. "The Kenyan company" and "a Chinese tycoon" speak for
    /// themselves.
    OfState,
    /// Plurals that mean one movement or court: "the rebels", "the judges".
    OneSide,
    /// What a state at home is called: "the government" is that of the country that the text is about, "the country" the last one.
    Domestic,
    /// A body of a state that every state has: "the foreign ministry", "the parliament" are those of the country that the text is about.
    Home,
    /// What a minister is of: "the foreign minister".
    Portfolio,
    /// Nouns that stand for a seat of power with a demonym: "the Russian capital".
    Seat,
    /// What a person who speaks for an actor calls it: "my country", "her people".
    Own,
    /// People who are spoken of, and speak for nobody: "the Palestinian people" is no actor.
    Populace,
    /// Nouns for holders of a stance that are no actor of their own.
    Collective,
    /// Nouns for somebody who is not whoever has him: "its ally" is another, who stays unnamed unless his name stands beside.
    Counterpart,
    /// Nouns that name actors by what they are or did, and don't make them sides.
    OfSeveral,
    /// "Harare's man" speaks for it.
    Envoy,
    /// "The head of the delegation".
    Head,
    /// "One of the powers".
    Power,
    /// Whoever is against a government.
    Opposition,
    /// A trade, faith, sport or cause, whose people and bodies aren't those of the state: "student leaders".
    Field,
    /// A part of a land: "the town council".
    Local,
    /// An office or body of state for a field: "the sports minister".
    Department,
    /// A state's office or body in some part of a land, its own or another's: "the regional envoy".
    Abroad,
    /// Whoever pleads for others.
    Advocate,
}

/// The classes that a noun is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Classes(u32);

impl Classes {
    pub(super) fn of(noun: WordId) -> Self {
        Self(NOUNS.of(noun))
    }

    pub(super) fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) fn has(self, class: Class) -> bool {
        self.0 & bit(class) != 0
    }
}

const fn bit(class: Class) -> u32 {
    1 << class as u32
}
