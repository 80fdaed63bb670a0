//! Letters in common: runs of three letters, those of rarer words counting for more.
//!
//! They meet what lemmas miss: compounds, other word classes, other spellings.

use std::collections::BTreeMap;

use super::words::Item;

/// Letters of a word that are looked at.
const LONGEST_WORD: usize = 24;

/// Runs of three letters with their weight, and the length of the vector that they make.
#[derive(Clone, Debug, Default)]
pub(super) struct Letters {
    runs: Vec<([char; 3], f64)>,
    length: f64,
}

impl Letters {
    pub(super) fn of(items: &[Item]) -> Self {
        let mut runs: BTreeMap<[char; 3], f64> = BTreeMap::new();
        for item in items {
            let word = item.form.chars().take(LONGEST_WORD);
            let mut run = [' '; 3];
            for letter in word.chain([' ']) {
                let [_, second, third] = run;
                run = [second, third, letter];
                *runs.entry(run).or_default() += item.weight;
            }
        }
        let length = runs
            .values()
            .map(|weight| weight * weight)
            .sum::<f64>()
            .sqrt();
        Self {
            runs: runs.into_iter().collect(),
            length,
        }
    }

    /// The cosine of the two: 0 to 1.
    pub(super) fn common(&self, other: &Self) -> f64 {
        let mut product = 0.0;
        let mut others = other.runs.iter().peekable();
        for (run, weight) in &self.runs {
            while others.next_if(|(next, _)| next < run).is_some() {}
            if let Some((_, against)) = others.next_if(|(next, _)| next == run) {
                product += weight * against;
            }
        }
        let lengths = self.length * other.length;
        if lengths > 0.0 {
            (product / lengths).clamp(0.0, 1.0)
        } else {
            0.0
        }
    }
}
