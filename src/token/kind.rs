//! What many word forms have in common: few combinations of readings, uses and lemmas occur where a lemma is told by its distance.
//!
//! So a lexicon keeps each combination once, and of each form which it has: a small table that the cache holds, in place of a large one.

use super::marker::Marker;
use super::usage::Usage;
use super::word::{Readings, Word, WordId};
#[cfg(test)]
use crate::image::Output;
use crate::image::{Image, Input, fields};

/// What is known of a form, with its lemmas as distances.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Kind {
    readings: Readings,
    usage: Usage,
    marker: Marker,
    noun: Lemma,
    verb: Lemma,
    adjective: Lemma,
}

/// How far the id of a lemma lies behind that of a form; before it as a number that wraps around.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Lemma(u32);

fields! {
    Kind { readings, usage, marker, noun, verb, adjective }
}

impl Kind {
    pub(super) fn of(id: WordId, word: &Word) -> Self {
        Self {
            readings: word.readings,
            usage: word.usage,
            marker: word.marker,
            noun: Lemma::of(id, word.noun),
            verb: Lemma::of(id, word.verb),
            adjective: Lemma::of(id, word.adjective),
        }
    }

    #[inline]
    pub(super) fn word(&self, id: WordId) -> Word {
        Word {
            readings: self.readings,
            usage: self.usage,
            marker: self.marker,
            noun: self.noun.at(id),
            verb: self.verb.at(id),
            adjective: self.adjective.at(id),
        }
    }
}

impl Lemma {
    /// No lemma: farther away than any.
    const NONE: Self = Self(1 << 31);

    fn of(form: WordId, lemma: WordId) -> Self {
        if lemma.is_known() {
            Self(lemma.0.wrapping_sub(form.0))
        } else {
            Self::NONE
        }
    }

    #[inline]
    fn at(self, form: WordId) -> WordId {
        if self == Self::NONE {
            WordId::UNKNOWN
        } else {
            WordId(form.0.wrapping_add(self.0))
        }
    }
}

impl Default for Lemma {
    fn default() -> Self {
        Self::NONE
    }
}

/// 0 for none, then odd numbers for those from the form on, and even ones for those before it.
impl Image for Lemma {
    fn decode(input: &mut Input) -> Option<Self> {
        let number = u32::decode(input)?;
        let far = number.div_ceil(2);
        Some(match number {
            0 => Self::NONE,
            _ if number % 2 == 1 => Self(far - 1),
            _ => Self(far.wrapping_neg()),
        })
    }

    #[cfg(test)]
    fn encode(&self, out: &mut Output) {
        let before = self.0.wrapping_neg();
        let number = match *self {
            Self::NONE => 0,
            _ if self.0 <= before => 2 * self.0 + 1,
            _ => 2 * before,
        };
        number.encode(out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::image::{read, written};

    #[test]
    fn a_lemma_is_found_again_at_its_distance() {
        for (form, lemma) in [(7, 0), (7, 7), (7, 1), (7, 8), (7, 900), (1, 1), (900, 1)] {
            let (form, lemma) = (WordId(form), WordId(lemma));
            let told = Lemma::of(form, lemma);
            assert_eq!(told.at(form), lemma);
            let stored: Lemma = read(written(&told, 1).leak(), 1).unwrap();
            assert_eq!(stored, told);
        }
        assert_eq!(Kind::default().word(WordId::UNKNOWN), Word::default());
    }
}
