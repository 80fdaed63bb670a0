//! What is known of a word form: what it may be, and which lemma it is a form of.

use std::ops::{BitOr, BitOrAssign};

use super::marker::Marker;
use super::usage::Usage;

/// The id of a word form in a [`Lexicon`]; 0 is a word that it doesn't hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct WordId(pub(crate) u32);

impl WordId {
    /// A word that the lexicon doesn't hold.
    pub(crate) const UNKNOWN: Self = Self(0);

    /// Whether the lexicon holds the word.
    pub(crate) fn is_known(self) -> bool {
        self.0 != 0
    }
}

/// What a word form may be: a set of readings and of traits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Readings(pub(super) u32);

impl Readings {
    pub(crate) const NONE: Self = Self(0);
    pub(crate) const NOUN: Self = Self(1);
    pub(crate) const PLURAL: Self = Self(1 << 1);
    pub(crate) const ADJECTIVE: Self = Self(1 << 2);
    pub(crate) const ADVERB: Self = Self(1 << 3);
    pub(crate) const BASE: Self = Self(1 << 4);
    pub(crate) const THIRD: Self = Self(1 << 5);
    pub(crate) const PAST: Self = Self(1 << 6);
    pub(crate) const PARTICIPLE: Self = Self(1 << 7);
    pub(crate) const ING: Self = Self(1 << 8);
    pub(crate) const DETERMINER: Self = Self(1 << 9);
    pub(crate) const POSSESSIVE: Self = Self(1 << 10);
    pub(crate) const PRONOUN: Self = Self(1 << 11);
    pub(crate) const PREPOSITION: Self = Self(1 << 12);
    pub(crate) const TO: Self = Self(1 << 13);
    pub(crate) const AS: Self = Self(1 << 14);
    pub(crate) const COORDINATOR: Self = Self(1 << 15);
    pub(crate) const SUBORDINATOR: Self = Self(1 << 16);
    pub(crate) const THAT: Self = Self(1 << 17);
    pub(crate) const WH: Self = Self(1 << 18);
    pub(crate) const MODAL: Self = Self(1 << 19);
    pub(crate) const BE: Self = Self(1 << 20);
    pub(crate) const HAVE: Self = Self(1 << 21);
    pub(crate) const DO: Self = Self(1 << 22);
    pub(crate) const NUMBER: Self = Self(1 << 23);
    pub(crate) const APOSTROPHE: Self = Self(1 << 24);
    /// Trait: it negates what it stands with.
    pub(crate) const NEGATIVE: Self = Self(1 << 25);
    /// Trait: a noun for a person or a role.
    pub(crate) const HUMAN: Self = Self(1 << 26);
    /// Trait: a noun for a body of people.
    pub(crate) const GROUP: Self = Self(1 << 27);
    /// Trait: a noun of time or measure.
    pub(crate) const MEASURE: Self = Self(1 << 28);
    /// Trait: of its classes the verb is the likeliest.
    pub(crate) const VERB_FIRST: Self = Self(1 << 29);
    /// Trait: of its classes the adjective is the likeliest.
    pub(crate) const ADJECTIVE_FIRST: Self = Self(1 << 30);

    /// Any verb form of an ordinary verb.
    pub(crate) const VERB: Self = Self(0b1_1111_0000);
    /// Singular or plural noun.
    pub(crate) const ANY_NOUN: Self = Self(0b11);
    /// Forms of be, have and do, and modals.
    pub(crate) const AUXILIARY: Self = Self(Self::MODAL.0 | Self::BE.0 | Self::HAVE.0 | Self::DO.0);

    /// What only words of the closed classes are.
    pub(crate) const CLOSED: Self = Self(
        Self::AUXILIARY.0
            | Self::DETERMINER.0
            | Self::POSSESSIVE.0
            | Self::PRONOUN.0
            | Self::PREPOSITION.0
            | Self::TO.0
            | Self::AS.0
            | Self::COORDINATOR.0
            | Self::SUBORDINATOR.0
            | Self::THAT.0
            | Self::WH.0
            | Self::NUMBER.0
            | Self::APOSTROPHE.0
            | Self::NEGATIVE.0,
    );

    /// The readings of both.
    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether any reading of `other` is in this set.
    pub(crate) fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for Readings {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Readings {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// A word form: its readings and uses and, for each open class, the lemma it is a form of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) readings: Readings,
    /// Those of its verb, of its noun, and of the form itself.
    pub(crate) usage: Usage,
    /// Which of the words it is that rules name.
    pub(crate) marker: Marker,
    pub(crate) noun: WordId,
    pub(crate) verb: WordId,
    pub(crate) adjective: WordId,
}

/// The class of a lemma that is added to a lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LemmaClass {
    Noun,
    Verb,
    Adjective,
    Adverb,
}
