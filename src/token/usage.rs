//! How single words are used in a sentence: what only a list can say.
//!
//! Grammar asks of a word more than its class: whether a verb takes *that*, whether a noun is a time. The lists are a table, `usage.txt`; a word form has
//! all that they say of it as the bits of a number, which comes with its look-up, so that asking costs one comparison.

use std::ops::{BitAnd, BitOr};

use crate::date::{MONTHS, WEEKDAYS};

/// The ways in which a word form is used, as a set. `usage.txt` says what each of them is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Usage(pub(super) u64);

/// The constants of [`Usage`], each with its bit, and their names.
macro_rules! usages {
    ($($name:ident = $bit:literal)*) => {
        impl Usage {
            $(pub(crate) const $name: Self = Self(1 << $bit);)*
        }
        const NAMES: &[(&str, Usage)] = &[$((stringify!($name), Usage::$name)),*];
    };
}

usages! {
    // Of verbs.
    SPEECH_VERB = 0
    THAT_VERB = 1
    ADDRESSING_VERB = 2
    APPEAL_VERB = 3
    ASKING_VERB = 4
    COPULAR_VERB = 5
    INFINITIVE_VERB = 6
    OBJECT_INFINITIVE_VERB = 7
    OBJECT_GERUND_VERB = 8
    VERDICT_VERB = 9
    FINDING_VERB = 10
    LOOKING_VERB = 11
    MOTION_VERB = 12
    INTRANSITIVE_VERB = 13
    NAMING_VERB = 14
    QUOTING_VERB = 15
    WANTING_VERB = 16
    LETTING_VERB = 17
    HELPING_VERB = 18
    RAISING_VERB = 19
    TRANSPARENT_VERB = 20
    FORESEEING_VERB = 21
    LIGHT_VERB = 22
    LINKING_VERB = 23
    QUESTIONING_VERB = 24
    TELLING_VERB = 25
    CAUSATIVE_VERB = 26
    ENCOUNTER_VERB = 27
    PROMPTING_VERB = 28
    FACING_VERB = 29
    DEMANDING_VERB = 30
    DISSUADING_VERB = 31
    // Of nouns.
    THAT_NOUN = 32
    INFINITIVE_NOUN = 33
    APPEAL_NOUN = 34
    OCCASION_NOUN = 35
    SUMMARY_NOUN = 36
    MANNER_NOUN = 37
    STUDY_NOUN = 38
    // Of forms.
    WEEKDAY = 44
    MONTH = 45
    TIME = 46
    DAY_PART = 47
    NOMINATIVE = 48
    REFLEXIVE = 49
    QUANTITY = 50
    PLURAL_QUANTITY = 51
    DEGREE = 52
    PARTICLE = 53
    TIMING_ADVERB = 54
    INFINITIVE_ADJECTIVE = 55
    RAISING_ADJECTIVE = 56
    CONTENT_PREPOSITION = 57
    STATE_PARTICIPLE = 58
}

impl Usage {
    pub(crate) const NONE: Self = Self(0);
    /// What holds for all forms of a verb.
    pub(super) const OF_VERBS: Self = Self((1 << 32) - 1);
    /// What holds for all forms of a noun.
    pub(super) const OF_NOUNS: Self = Self(((1 << 44) - 1) & !Self::OF_VERBS.0);
    /// What holds for a form alone.
    pub(super) const OF_FORMS: Self = Self(!(Self::OF_VERBS.0 | Self::OF_NOUNS.0));

    /// All verbs of saying and of judging.
    pub(crate) const SPEECH: Self = Self::SPEECH_VERB.with(Self::THAT_VERB);
    /// Verbs and nouns whose addressee stands after a preposition.
    pub(crate) const APPEAL: Self = Self::APPEAL_VERB.with(Self::APPEAL_NOUN);
    /// Names of days and months.
    pub(crate) const DATE: Self = Self::WEEKDAY.with(Self::MONTH);

    /// The uses of both.
    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether any use of `other` is in this set.
    pub(crate) fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// This set with what it has of `kind` replaced by what `other` has of it.
    pub(super) fn replaced(self, kind: Self, other: Self) -> Self {
        Self(self.0 & !kind.0 | other.0 & kind.0)
    }
}

impl BitOr for Usage {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        self.with(other)
    }
}

impl BitAnd for Usage {
    type Output = Self;
    fn bitand(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

/// Each use with a word of it. Cost: the size of the table.
pub(super) fn rows() -> impl Iterator<Item = (Usage, &'static str)> {
    let days = WEEKDAYS.iter().map(|day| (Usage::WEEKDAY, *day));
    let months = MONTHS.iter().map(|month| (Usage::MONTH, *month));
    let mut heading = Usage::NONE;
    let lines = include_str!("usage.txt")
        .lines()
        .filter(|line| !line.starts_with('#'));
    let listed = lines.flat_map(move |line| {
        let words = if line.starts_with('\t') { line } else { "" };
        if words.is_empty() && !line.is_empty() {
            heading = named(line);
        }
        let usage = heading;
        words.split_whitespace().map(move |word| (usage, word))
    });
    days.chain(months).chain(listed)
}

/// The use that a heading names; none where there is no such use, which a test rules out.
fn named(heading: &str) -> Usage {
    NAMES
        .iter()
        .find(|(name, _)| *name == heading)
        .map_or(Usage::NONE, |(_, usage)| *usage)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::Lexicon;

    #[test]
    fn each_heading_is_a_use_and_each_use_has_words() {
        assert!(rows().all(|(usage, _)| usage != Usage::NONE));
        for (name, usage) in NAMES {
            assert!(rows().any(|(other, _)| other == *usage), "{name}");
            let of =
                [Usage::OF_VERBS, Usage::OF_NOUNS, Usage::OF_FORMS].map(|kind| usage.any(kind));
            assert_eq!(
                of,
                [name.ends_with("_VERB"), name.ends_with("_NOUN"), of[2]]
            );
        }
    }

    #[test]
    fn each_word_is_in_the_lexicon_as_what_its_heading_says() {
        let lexicon = Lexicon::english();
        let lost: Vec<&str> = rows()
            .filter(|(usage, word)| !lexicon.word(lexicon.look_up(word)).usage.any(*usage))
            .map(|(_, word)| word)
            .collect();
        assert_eq!(lost, [""; 0]);
    }

    #[test]
    fn a_use_holds_for_the_forms_of_a_lemma_or_for_one_form() {
        let lexicon = Lexicon::english();
        let is = |form: &str, usage| lexicon.word(lexicon.look_up(form)).usage.any(usage);
        assert!(is("said", Usage::THAT_VERB) && is("claims", Usage::THAT_VERB));
        assert!(is("claims", Usage::THAT_NOUN) && !is("claimed", Usage::THAT_NOUN));
        assert!(is("day", Usage::TIME) && !is("days", Usage::TIME));
        assert!(is("friday", Usage::DATE) && !is("fridays", Usage::DATE));
    }
}
