//! Small sets of words that the rules of a stage ask for, by their ids: one look-up tells in which of them a word is.

use std::sync::OnceLock;

use super::{Lexicon, WordId};

/// Sets of English words, at most 32: each with a bit that stands for it. Made when it is first asked; then a look-up costs a few steps and hardly leaves the
/// cache, whichever word it is.
#[derive(Debug)]
pub(crate) struct WordSets {
    sets: &'static [(u32, &'static [&'static str])],
    /// The words with the bits of their sets, each at its slot or behind it; at least half of the slots are free, their word unknown.
    slots: OnceLock<Vec<(WordId, u32)>>,
}

impl WordSets {
    /// The sets of these words as they stand in the lexicon; what it lacks is in none.
    pub(crate) const fn new(sets: &'static [(u32, &'static [&'static str])]) -> Self {
        Self {
            sets,
            slots: OnceLock::new(),
        }
    }

    /// The bits of the sets that a word is in.
    pub(crate) fn of(&self, word: WordId) -> u32 {
        let slots = self.slots.get_or_init(|| self.slots());
        from(slots, word)
            .find(|(known, _)| *known == word || !known.is_known())
            .map_or(0, |(_, bits)| *bits)
    }

    fn slots(&self) -> Vec<(WordId, u32)> {
        let lexicon = Lexicon::english();
        let count: usize = self.sets.iter().map(|(_, words)| words.len()).sum();
        let mut slots = vec![(WordId::UNKNOWN, 0); (2 * count + 1).next_power_of_two()];
        for (bits, words) in self.sets {
            for word in words.iter().map(|word| lexicon.look_up(word)) {
                let at =
                    from(&slots, word).position(|(known, _)| *known == word || !known.is_known());
                let at = at.map(|at| (first(&slots, word) + at) % slots.len());
                if let Some(slot) = at
                    .and_then(|at| slots.get_mut(at))
                    .filter(|_| word.is_known())
                {
                    *slot = (word, slot.1 | bits);
                }
            }
        }
        slots
    }
}

/// Where a word's slot is, of a power of two.
fn first(slots: &[(WordId, u32)], word: WordId) -> usize {
    (word.0.wrapping_mul(0x9e37_79b1) >> 16) as usize & (slots.len() - 1)
}

/// All slots, that of a word first.
fn from(slots: &[(WordId, u32)], word: WordId) -> impl Iterator<Item = &(WordId, u32)> {
    let (before, after) = slots.split_at(first(slots, word));
    after.iter().chain(before)
}

#[cfg(test)]
mod tests {
    use super::{Lexicon, WordId, WordSets};

    #[test]
    fn a_word_is_in_its_sets_and_in_no_others() {
        static SETS: WordSets =
            WordSets::new(&[(1, &["state", "zzyzx"]), (2, &["state", "country"])]);
        let of = |word| SETS.of(Lexicon::english().look_up(word));
        assert_eq!((of("state"), of("country"), of("power")), (3, 2, 0));
        assert_eq!((of("zzyzx"), SETS.of(WordId(u32::MAX))), (0, 0));
    }

    #[test]
    fn words_that_share_a_slot_are_told_apart() {
        static WORDS: &[&str] = &[
            "a", "be", "see", "do", "eat", "find", "go", "have", "it", "join", "keep", "let",
            "make",
        ];
        static SETS: WordSets = WordSets::new(&[(4, WORDS)]);
        let lexicon = Lexicon::english();
        assert!(WORDS.iter().all(|word| SETS.of(lexicon.look_up(word)) == 4));
        let found = lexicon.ids().filter(|id| SETS.of(*id) != 0).count();
        assert_eq!(found, WORDS.len());
    }
}
