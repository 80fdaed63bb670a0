//! "Did you mean": the candidate nearest to a misspelt word, within bounds of cost.

use std::collections::BTreeSet;

/// Finds near candidates until its budget is used up. A file of 100,000 misspelt ids would otherwise compare each with
/// each of 100,000 actors.
#[derive(Debug)]
pub(super) struct Suggester {
    comparisons: usize,
}

impl Default for Suggester {
    /// Enough for thirty misspelt ids among ten thousand; 0.1 s.
    fn default() -> Self {
        Self {
            comparisons: 300_000,
        }
    }
}

impl Suggester {
    /// No id is longer; comparing takes time by the square of the length.
    const LONGEST: usize = 48;

    /// The candidate with the fewest letters to change: a third of the word's at most; of several the first by
    /// alphabet. Order and repetition of the candidates make no difference.
    pub(super) fn nearest<'a>(
        &mut self,
        word: &str,
        candidates: impl IntoIterator<Item = &'a str>,
    ) -> Option<&'a str> {
        let word = flattened(word);
        let length = word.chars().count();
        if length > Self::LONGEST {
            return None;
        }
        let bound = (length / 3).max(1);
        let near = |candidate: &&str| candidate.len() <= 4 * Self::LONGEST;
        let mut best: BTreeSet<(usize, &str)> = BTreeSet::new();
        for candidate in candidates.into_iter().filter(near) {
            self.comparisons = self.comparisons.checked_sub(1)?;
            let flat = flattened(candidate);
            let apart = flat.chars().count().abs_diff(length);
            if apart > bound {
                continue;
            }
            let distance = strsim::osa_distance(&word, &flat);
            if distance <= bound {
                best.insert((distance, candidate));
                if best.len() > 1 {
                    best.pop_last();
                }
            }
        }
        best.pop_first().map(|(_, candidate)| candidate)
    }
}

/// Lower case, with one sign for the separators that are taken for each other.
fn flattened(word: &str) -> String {
    word.to_lowercase().replace(['_', ' '], "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nearest(word: &str, candidates: &[&'static str]) -> Option<&'static str> {
        Suggester::default().nearest(word, candidates.iter().copied())
    }

    #[test]
    fn the_nearest_and_of_equals_the_first_by_alphabet() {
        assert_eq!(nearest("naem", &["id", "name", "names"]), Some("name"));
        assert_eq!(nearest("rusia", &["prussia", "russia"]), Some("russia"));
        assert_eq!(nearest("cat", &["hat", "bat"]), Some("bat"));
        assert_eq!(
            nearest("Block_Measure", &["block-measure"]),
            Some("block-measure")
        );
    }

    #[test]
    fn a_stranger_is_no_misspelling() {
        assert_eq!(nearest("france", &["russia", "iran"]), None);
        assert_eq!(nearest("iran", &["iraqi_army"]), None);
        assert_eq!(nearest(&"a".repeat(1_000), &["a"]), None);
    }

    #[test]
    fn a_used_up_budget_gives_no_suggestion() {
        let mut suggester = Suggester { comparisons: 2 };
        assert_eq!(suggester.nearest("ab", ["ax", "ay"]), Some("ax"));
        assert_eq!(suggester.nearest("ab", ["ab"]), None);
    }
}
