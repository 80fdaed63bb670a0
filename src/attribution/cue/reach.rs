//! Which words a cue can meet behind the one that decides: a set of bits that rules most cues out before they are tried.

use crate::clause::{Tag, View};
use crate::token::WordId;

use super::rest::{INSIDE, OBJECT_INSIDE};

/// A set of words by bits: one that isn't in it isn't there, one that is may be. Two bits of a word's number tell words apart better than one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Reach {
    low: u64,
    high: u64,
}

impl Reach {
    /// Everything.
    pub(super) const ANY: Self = Self {
        low: u64::MAX,
        high: u64::MAX,
    };

    pub(super) fn of(word: WordId) -> Self {
        Self {
            low: 1 << (word.0 & 63),
            high: 1 << (word.0 >> 6 & 63),
        }
    }

    /// The words that a second word of a cue could meet whose first is at token `head`.
    pub(super) fn behind(view: &View, head: usize) -> Self {
        let mut reach = Self::default();
        let ahead = head + 1..(head + 2 + INSIDE.max(OBJECT_INSIDE)).min(view.tokens.len());
        for at in ahead {
            let word = view.word(at);
            let form = view.tokens.get(at).map(|token| token.word);
            for id in [
                form.unwrap_or_default(),
                word.noun,
                word.verb,
                word.adjective,
            ] {
                reach.add(id);
            }
            if !view.tags.get(at).is_some_and(|tag| may_be_passed(*tag)) {
                break;
            }
        }
        reach
    }

    fn add(&mut self, word: WordId) {
        let other = Self::of(word);
        self.low |= other.low;
        self.high |= other.high;
    }

    /// Whether all of `other` may be in it.
    pub(super) fn has(self, other: Self) -> bool {
        self.low & other.low == other.low && self.high & other.high == other.high
    }
}

/// Whether a word may stand between the words of a cue, see `rest`.
fn may_be_passed(tag: Tag) -> bool {
    tag.is_noun()
        || matches!(
            tag,
            Tag::Determiner
                | Tag::Possessive
                | Tag::Adjective
                | Tag::Adverb
                | Tag::Negation
                | Tag::Number
                | Tag::Participle
                | Tag::Pronoun
                | Tag::Owner
                | Tag::Preposition
        )
}
