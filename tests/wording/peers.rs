//! Measures of likeness that others use, in their plainest form: what the measure of wording has to be better than.

use std::collections::{BTreeMap, BTreeSet};

use super::Pair;

/// How rare runs of letters and words are, counted over all sentences of a set: so these measures know more than the measure of
/// wording, which sees two sentences and nothing else.
pub(crate) struct Corpus {
    sentences: f64,
    runs: BTreeMap<String, f64>,
    words: BTreeMap<String, f64>,
    /// Words of a sentence, on average.
    length: f64,
}

/// A measure of likeness: higher is more alike.
pub(crate) type Measure = fn(&Corpus, &str, &str) -> f64;

/// The measures with their names.
pub(crate) const MEASURES: [(&str, Measure); 6] = [
    ("letters tf-idf", |corpus, l, r| corpus.cosine(l, r)),
    ("bm25", |corpus, l, r| corpus.bm25(l, r)),
    ("token set", |_, l, r| token_set(l, r)),
    ("dice", |_, l, r| {
        strsim::sorensen_dice(&l.to_lowercase(), &r.to_lowercase())
    }),
    ("jaro-winkler", |_, l, r| {
        strsim::jaro_winkler(&l.to_lowercase(), &r.to_lowercase())
    }),
    ("words", |_, l, r| words_in_common(l, r)),
];

impl Corpus {
    pub(crate) fn of(pairs: &[Pair]) -> Self {
        let sentences: BTreeSet<&str> = pairs.iter().flat_map(|&(l, r)| [l, r]).collect();
        let (mut found_runs, mut found_words) = (BTreeMap::new(), BTreeMap::new());
        let mut length = 0;
        for sentence in &sentences {
            for run in runs(sentence).into_keys() {
                *found_runs.entry(run).or_default() += 1.0;
            }
            length += words(sentence).len();
            for word in words(sentence).into_iter().collect::<BTreeSet<_>>() {
                *found_words.entry(word).or_default() += 1.0;
            }
        }
        let count = sentences.len() as f64;
        Self {
            sentences: count,
            runs: found_runs,
            words: found_words,
            length: length as f64 / count,
        }
    }

    /// The cosine of counts of runs of three to five letters, each times ln((1 + n) / (1 + df)) + 1.
    fn cosine(&self, left: &str, right: &str) -> f64 {
        let weigh = |text: &str| -> BTreeMap<String, f64> {
            let weigh = |(run, count): (String, f64)| {
                let df = self.runs.get(&run).copied().unwrap_or_default();
                let weight = count * (((1.0 + self.sentences) / (1.0 + df)).ln() + 1.0);
                (run, weight)
            };
            runs(text).into_iter().map(weigh).collect()
        };
        let (left, right) = (weigh(left), weigh(right));
        let length = |of: &BTreeMap<String, f64>| of.values().map(|w| w * w).sum::<f64>().sqrt();
        let common = left.iter().filter_map(|(run, l)| Some(l * right.get(run)?));
        common.sum::<f64>() / (length(&left) * length(&right))
    }

    /// Okapi BM25 (k₁ = 1.5, b = .75) of each sentence as the query for the other, over that for itself.
    fn bm25(&self, left: &str, right: &str) -> f64 {
        let score = |query: &str, of: &str| -> f64 {
            let of = words(of);
            let length = of.len() as f64 / self.length;
            let terms = words(query).into_iter().map(|term| {
                let count = of.iter().filter(|word| **word == term).count() as f64;
                let df = self.words.get(&term).copied().unwrap_or_default();
                let idf = ((self.sentences - df + 0.5) / (df + 0.5)).ln_1p();
                idf * count * 2.5 / (count + 1.5 * (0.25 + 0.75 * length))
            });
            terms.sum()
        };
        (score(left, right) / score(left, left) + score(right, left) / score(right, right)) / 2.0
    }
}

/// Runs of three to five characters of the text in lower case with a space at each end, and how often each is met.
fn runs(text: &str) -> BTreeMap<String, f64> {
    let letters: Vec<char> = format!(" {} ", text.to_lowercase()).chars().collect();
    let mut runs: BTreeMap<String, f64> = BTreeMap::new();
    for size in 3..=5 {
        for run in letters.windows(size) {
            *runs.entry(run.iter().collect()).or_default() += 1.0;
        }
    }
    runs
}

pub(crate) fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// Words in common over all words.
fn words_in_common(left: &str, right: &str) -> f64 {
    let set = |text: &str| -> BTreeSet<String> { words(text).into_iter().collect() };
    let (left, right) = (set(left), set(right));
    left.intersection(&right).count() as f64 / left.union(&right).count() as f64
}

/// The best likeness among the words in common, and these with what each sentence has besides, in alphabetical order.
fn token_set(left: &str, right: &str) -> f64 {
    let set = |text: &str| -> BTreeSet<String> { words(text).into_iter().collect() };
    let (left, right) = (set(left), set(right));
    let common: Vec<String> = left.intersection(&right).cloned().collect();
    let with = |rest: Vec<String>| [common.clone(), rest].concat().join(" ");
    let one = with(left.difference(&right).cloned().collect());
    let other = with(right.difference(&left).cloned().collect());
    let common = common.join(" ");
    if common.is_empty() {
        return insertions(&one, &other);
    }
    insertions(&one, &other)
        .max(insertions(&common, &one))
        .max(insertions(&common, &other))
}

/// Twice the longest common subsequence over both lengths.
fn insertions(left: &str, right: &str) -> f64 {
    let (left, right): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
    let mut row = vec![0; right.len() + 1];
    for one in &left {
        let mut corner = 0;
        for (at, other) in right.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if one == other {
                corner + 1
            } else {
                above.max(row[at])
            };
            corner = above;
        }
    }
    2.0 * f64::from(row[right.len()]) / (left.len() + right.len()) as f64
}

/// Whether just one of two sentences has a word of negation, or fewer than half of the words of the right one are in the left: what one
/// gets for opposition by counting.
pub(crate) fn overlap_and_negation(left: &str, right: &str) -> bool {
    const NEGATIONS: [&str; 9] = [
        "no", "not", "t", "never", "nobody", "none", "nothing", "neither", "without",
    ];
    let (left, right) = (words(left), words(right));
    let is_negative =
        |words: &[String]| words.iter().any(|word| NEGATIONS.contains(&word.as_str()));
    let met = right.iter().filter(|word| left.contains(word)).count();
    is_negative(&left) != is_negative(&right) || met * 2 < right.len()
}
