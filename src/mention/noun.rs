//! What the rules of this stage ask of a noun: one look-up for all.

use crate::token::{WordId, WordSets};

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
    /// Plurals that mean one movement or court: "the rebels", "the judges".
    OneSide,
    /// What a state at home is called: "the government" is that of the country that the text is about, "the country" the last one.
    Domestic,
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
}

/// The classes that a noun is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Classes(u32);

impl Classes {
    pub(super) fn of(noun: WordId) -> Self {
        Self(NOUNS.of(noun))
    }

    pub(super) fn has(self, class: Class) -> bool {
        self.0 & bit(class) != 0
    }
}

const fn bit(class: Class) -> u32 {
    1 << class as u32
}

static NOUNS: WordSets = WordSets::new(&[
    (
        bit(Class::Movement),
        &[
            "movement",
            "group",
            "militia",
            "faction",
            "insurgent",
            "rebel",
            "guerrilla",
            "separatist",
            "gunman",
            "islamist",
            "militant",
            "fighter",
            "front",
            "resistance",
            "insurgency",
        ],
    ),
    (
        bit(Class::State),
        &[
            "government",
            "state",
            "country",
            "kingdom",
            "republic",
            "regime",
            "administration",
            "army",
            "military",
            "nation",
            "authority",
            "emirate",
            "junta",
            "superpower",
        ],
    ),
    (bit(Class::Party), &["party"]),
    (bit(Class::Court), &["court", "tribunal", "judge"]),
    (
        bit(Class::Organisation),
        &[
            "bloc",
            "union",
            "alliance",
            "organisation",
            "organization",
            "body",
            "agency",
            "council",
            "assembly",
            "commission",
            "league",
            "institution",
            "watchdog",
        ],
    ),
    (bit(Class::Company), &["company", "firm"]),
    (
        bit(Class::Person),
        &[
            "president",
            "minister",
            "premier",
            "chancellor",
            "spokesman",
            "spokeswoman",
            "spokesperson",
            "envoy",
            "ambassador",
            "diplomat",
            "general",
            "leader",
            "king",
            "chief",
            "emir",
            "official",
            "negotiator",
            "secretary",
            "delegate",
            "representative",
            "colonel",
            "marshal",
            "commander",
            "ruler",
            "dictator",
            "prince",
            "sultan",
            "chairman",
            "chairwoman",
        ],
    ),
    (
        bit(Class::OneSide),
        &[
            "rebel",
            "guerrilla",
            "insurgent",
            "militant",
            "fighter",
            "judge",
            "separatist",
            "gunman",
            "islamist",
        ],
    ),
    (
        bit(Class::Domestic),
        &[
            "government",
            "state",
            "regime",
            "administration",
            "army",
            "military",
            "authority",
            "junta",
        ],
    ),
    (
        bit(Class::Seat),
        &[
            "capital",
            "side",
            "camp",
            "leadership",
            "presidency",
            "diplomacy",
            "army",
            "military",
        ],
    ),
    (
        bit(Class::Own),
        &[
            "country",
            "nation",
            "state",
            "government",
            "people",
            "movement",
            "party",
            "kingdom",
            "side",
        ],
    ),
    (
        bit(Class::Populace),
        &[
            "people",
            "population",
            "civilian",
            "citizen",
            "resident",
            "inhabitant",
            "prisoner",
            "family",
            "refugee",
            "child",
            "woman",
            "man",
            "victim",
            "hostage",
            "captive",
            "detainee",
            "worker",
            "voter",
            "demonstrator",
            "protester",
            "protestor",
            "scholar",
            "analyst",
            "historian",
            "journalist",
            "reporter",
            "columnist",
            "economist",
            "tourist",
            "settler",
            "villager",
            "student",
            "reader",
            "farmer",
            "driver",
            "casualty",
        ],
    ),
    (
        bit(Class::Collective),
        &[
            "country",
            "state",
            "nation",
            "government",
            "power",
            "capital",
            "world",
            "community",
            "party",
            "side",
            "member",
            "other",
            "people",
            "public",
            "neighbour",
            "neighbor",
            "ally",
            "west",
            "mediator",
            "force",
            "voice",
            "critic",
            "supporter",
            "opponent",
            "observer",
            "crowd",
            "street",
            "faction",
            "group",
            "organisation",
            "organization",
        ],
    ),
    (
        bit(Class::Counterpart),
        &[
            "ally",
            "neighbour",
            "neighbor",
            "enemy",
            "foe",
            "adversary",
            "opponent",
            "rival",
            "critic",
            "friend",
            "host",
            "guest",
            "visitor",
            "patron",
            "backer",
            "sponsor",
            "protector",
            "partner",
            "counterpart",
            "colleague",
            "interlocutor",
            "benefactor",
            "creditor",
            "victim",
        ],
    ),
    (
        bit(Class::OfSeveral),
        &[
            "country",
            "state",
            "nation",
            "government",
            "capital",
            "power",
            "neighbour",
            "neighbor",
            "member",
            "mediator",
            "guarantor",
            "sponsor",
            "signatory",
            "movement",
            "organisation",
            "organization",
            "ally",
            "president",
            "leader",
            "minister",
        ],
    ),
    (bit(Class::Envoy), &["man", "woman"]),
    (bit(Class::Head), &["head"]),
    (bit(Class::Power), &["power"]),
    (bit(Class::Opposition), &["opposition"]),
]);
