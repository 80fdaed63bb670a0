//! How alike the words of two claims are.
//!
//! Two measures over the evidence: lemmas in common, rare ones counting for more, and letters in common, which also meets
//! spelling variants and compounds. Both look at the beginning of a long evidence only, so that their cost is bounded.

use std::collections::HashMap;

use super::weights::WordWeights;
use crate::token::{Lexicon, TokenKind, Word, fold, tokens_into};

/// Bytes of an evidence whose lemmas are looked at.
const WORDS: usize = 400;
/// Bytes of an evidence whose letters are looked at.
const LETTERS: usize = 160;

/// The lemmas of all evidences, as numbers, and how much each counts.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    /// For each claim: its lemmas, sorted, each once.
    claims: Vec<Vec<u32>>,
    /// For each lemma: 1 over the square root of the number of claims that have it.
    weights: Vec<f64>,
    letters: Vec<String>,
}

impl Words {
    /// Reads the evidences in the order of their claims. Lemmas are weighed by `weights`, or else by the evidences themselves.
    pub(super) fn of<'t>(
        evidences: impl Iterator<Item = &'t str>,
        weights: Option<&WordWeights>,
    ) -> Self {
        let mut numbering = Numbering::default();
        let mut words = Self::default();
        let mut counts: Vec<u32> = Vec::new();
        let mut tokens = Vec::new();
        for evidence in evidences {
            let beginning = head(evidence, WORDS);
            tokens.clear();
            tokens_into(Lexicon::english(), beginning, 0, &mut tokens);
            let mut lemmas: Vec<u32> = Vec::new();
            for token in &tokens {
                if matches!(token.kind, TokenKind::Word | TokenKind::Number) {
                    let word = Lexicon::english().word(token.word);
                    lemmas.push(match lemma(word) {
                        Some(lemma) => numbering.number(lemma),
                        None => numbering.number(&fold(token.span.of(beginning))),
                    });
                }
            }
            lemmas.sort_unstable();
            lemmas.dedup();
            counts.resize(numbering.names.len(), 0);
            for &number in &lemmas {
                if let Some(count) = counts.get_mut(number as usize) {
                    *count += 1;
                }
            }
            words.claims.push(lemmas);
            words.letters.push(head(evidence, LETTERS).to_lowercase());
        }
        let weigh = |(name, &count): (&String, &u32)| match weights {
            Some(weights) => weights.weight(name),
            None => 1.0 / f64::from(count.max(1)).sqrt(),
        };
        words.weights = numbering.names.iter().zip(&counts).map(weigh).collect();
        words
    }

    /// Weight of the lemmas in common over the weight of all lemmas of the two claims: 0 to 1.
    pub(super) fn lemmas(&self, left: usize, right: usize) -> f64 {
        let (Some(left), Some(right)) = (self.claims.get(left), self.claims.get(right)) else {
            return 0.0;
        };
        let weigh = |lemmas: &[u32]| -> f64 { lemmas.iter().map(|&n| self.weight(n)).sum() };
        // The sum of nothing would be −0.
        let common = left
            .iter()
            .filter(|number| right.binary_search(number).is_ok())
            .fold(0.0, |sum, &number| sum + self.weight(number));
        let all = weigh(left) + weigh(right) - common;
        if all > 0.0 { common / all } else { 0.0 }
    }

    /// Pairs of neighbouring letters in common (Sørensen–Dice): 0 to 1.
    pub(super) fn letters(&self, left: usize, right: usize) -> f64 {
        match (self.letters.get(left), self.letters.get(right)) {
            (Some(left), Some(right)) => strsim::sorensen_dice(left, right),
            _ => 0.0,
        }
    }

    fn weight(&self, lemma: u32) -> f64 {
        self.weights
            .get(lemma as usize)
            .copied()
            .unwrap_or_default()
    }
}

/// Lemmas as numbers, in the order in which they are met: so that nothing hangs on the order of a hash.
#[derive(Default)]
struct Numbering {
    numbers: HashMap<String, u32>,
    names: Vec<String>,
}

impl Numbering {
    fn number(&mut self, lemma: &str) -> u32 {
        if let Some(&known) = self.numbers.get(lemma) {
            return known;
        }
        let next = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        self.numbers.insert(lemma.to_owned(), next);
        self.names.push(lemma.to_owned());
        next
    }
}

/// The first `most` bytes of `text`, less where a character would be cut.
fn head(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len()))
        .rev()
        .find(|&end| text.is_char_boundary(end));
    text.get(..end.unwrap_or_default()).unwrap_or_default()
}

/// The lemma of a known word; of several the verb, then the noun, so that "vetoed", "vetoes" and "veto" are one.
fn lemma(word: Word) -> Option<&'static str> {
    let lemmas = [word.verb, word.noun, word.adjective];
    let known = lemmas.into_iter().find(|lemma| lemma.is_known())?;
    Some(Lexicon::english().text(known))
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "these values come out exactly")]
mod tests {
    use super::*;

    #[test]
    fn rare_lemmas_count_for_more() {
        // "the" stands in all three claims (weight 1/√3), "veto" in two (1/√2), "draft" and "siege" in one each.
        let words = Words::of(
            ["the veto", "the vetoes draft", "the siege"].into_iter(),
            None,
        );
        let (the, veto) = (1.0 / 3f64.sqrt(), 1.0 / 2f64.sqrt());
        assert!((words.lemmas(0, 1) - (the + veto) / (the + veto + 1.0)).abs() < 1e-12);
        assert!((words.lemmas(0, 2) - the / (the + veto + 1.0)).abs() < 1e-12);
        assert_eq!(words.lemmas(0, 9), 0.0);
    }

    #[test]
    fn letters_meet_spelling_variants() {
        let words = Words::of(["recognise", "recognize", "boycott"].into_iter(), None);
        // re ec co og gn ni is se / re ec co og gn ni iz ze: six of eight pairs.
        assert!((words.letters(0, 1) - 0.75).abs() < 1e-12);
        assert!(words.letters(0, 2) < 0.2);
    }

    #[test]
    fn a_long_evidence_is_looked_at_in_part() {
        let long = "é".repeat(5_000);
        assert_eq!(head(&long, 161).len(), 160);
        assert_eq!(head("short", 160), "short");
    }
}
