//! Letters in common: runs of three letters, those of rarer words counting for more.
//!
//! They meet what lemmas miss: compounds, other word classes, other spellings.

use super::words::Item;

/// Letters of a word that are looked at.
const LONGEST_WORD: usize = 24;

/// Bits that hold any letter.
const BITS: u32 = 21;

/// Three letters in one number, the first one highest.
type Run = u64;

/// A run with the next letter at its end, and without its first.
fn moved(run: Run, letter: char) -> Run {
    const LAST_TWO: Run = (1 << (2 * BITS)) - 1;
    (run & LAST_TWO) << BITS | Run::from(letter)
}

/// Runs of three letters in order with their weight, and the length of the vector that they make.
#[derive(Clone, Debug, Default)]
pub(super) struct Letters {
    runs: Vec<(Run, f64)>,
    length: f64,
}

impl Letters {
    pub(super) fn of(items: &[Item]) -> Self {
        let start = [' '; 3].into_iter().fold(0, moved);
        let mut runs: Vec<(Run, f64)> = Vec::new();
        for item in items {
            let word = item.form.chars().take(LONGEST_WORD);
            let mut run = start;
            for letter in word.chain([' ']) {
                run = moved(run, letter);
                runs.push((run, item.weight));
            }
        }
        // A stable sort: the weights of a run are added in the order of the words.
        runs.sort_by_key(|(run, _)| *run);
        runs.dedup_by(|(next, more), (run, weight)| {
            let is_same = next == run;
            if is_same {
                *weight += *more;
            }
            is_same
        });
        let squares = runs.iter().map(|(_, weight)| weight * weight);
        let length = squares.sum::<f64>().sqrt();
        Self { runs, length }
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
