//! Sets of English words, asked for by number.

use std::sync::OnceLock;

use super::{Lexicon, WordId};

/// A set of English words. Cost: a look at one bit, however many words there are.
#[derive(Debug)]
pub(crate) struct WordSet {
    words: &'static [&'static str],
    /// The words that the lexicon knows; worked out when first asked for.
    bits: OnceLock<Vec<u64>>,
}

impl WordSet {
    /// The set of some words, each in small letters.
    pub(crate) const fn new(words: &'static [&'static str]) -> Self {
        Self {
            words,
            bits: OnceLock::new(),
        }
    }

    /// Whether a word is in the set. A word that only a pack knows is in none.
    pub(crate) fn has(&self, word: WordId) -> bool {
        let bits = self.bits.get_or_init(|| self.bits());
        bits.get(word.0 as usize / 64)
            .is_some_and(|bits| bits & (1 << (word.0 % 64)) != 0)
    }

    fn bits(&self) -> Vec<u64> {
        let lexicon = Lexicon::english();
        let mut bits = Vec::new();
        for word in self.words.iter().map(|word| lexicon.look_up(word)) {
            let at = word.0 as usize / 64;
            if word.is_known() && bits.len() <= at {
                bits.resize(at + 1, 0);
            }
            if let Some(bits) = bits.get_mut(at).filter(|_| word.is_known()) {
                *bits |= 1 << (word.0 % 64);
            }
        }
        bits
    }
}

#[cfg(test)]
mod tests {
    use super::{Lexicon, WordId, WordSet};

    #[test]
    fn a_set_has_its_words_and_no_others() {
        static SET: WordSet = WordSet::new(&["state", "zzyzx"]);
        let id = |word| Lexicon::english().look_up(word);
        assert!(SET.has(id("state")));
        assert!(!SET.has(id("country")));
        assert!(!SET.has(id("zzyzx")));
        assert!(!SET.has(WordId(u32::MAX)));
    }
}
