//! How much each lemma counts: the rarer, the more.

use std::collections::BTreeMap;

use super::wording::lemmas_into;

/// In how many texts of a corpus each lemma stands, for [`Comparator::weighing`](super::Comparator::weighing). Without it the
/// comparator counts in the articles that it compares.
///
/// ```
/// use parallax::compare::WordWeights;
///
/// let weights = WordWeights::of(["The council vetoed it.", "The council met.", "The ferry sank."]);
/// assert!(weights.weight("veto") > weights.weight("council"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordWeights {
    counts: BTreeMap<String, u32>,
}

impl WordWeights {
    /// Counts the lemmas of each text once; a text is a sentence or an article, as the caller likes. Function words are not
    /// counted. Cost: linear in the texts.
    #[must_use]
    pub fn of<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        let mut counts: BTreeMap<String, u32> = BTreeMap::new();
        let mut lemmas = Vec::new();
        for text in texts {
            lemmas.clear();
            lemmas_into(text, &mut lemmas);
            lemmas.sort_unstable();
            lemmas.dedup();
            for lemma in &lemmas {
                match counts.get_mut(lemma.as_ref()) {
                    Some(count) => *count = count.saturating_add(1),
                    None => {
                        counts.insert(lemma.clone().into_owned(), 1);
                    }
                }
            }
        }
        Self { counts }
    }

    /// 1 over the square root of the number of texts that have the lemma: 0 to 1, and 1 for a lemma that none has.
    #[must_use]
    pub fn weight(&self, lemma: &str) -> f64 {
        let count = self.counts.get(lemma).copied().unwrap_or(1);
        1.0 / f64::from(count.max(1)).sqrt()
    }
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "these values come out exactly")]
mod tests {
    use super::WordWeights;

    #[test]
    fn a_lemma_counts_once_a_text_and_a_function_word_never() {
        let weights = WordWeights::of(["veto, vetoed and vetoes", "a veto", "a veto", "the veto"]);
        assert_eq!(weights.weight("veto"), 0.5);
        assert_eq!(weights.weight("and"), 1.0);
        assert_eq!(weights.weight("siege"), 1.0);
    }
}
