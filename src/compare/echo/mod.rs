//! Sentences of two articles that say the same: a reprint, a shared line of an agency, the same news in other words.
//!
//! **Problem.** Claims are what the rules find. Two articles also meet where no rule fires, and two claims that meet may be one sentence printed
//! twice. **Idea.** Sentences that say the same share rare words. So candidates are looked up by pairs of rare lemmas (`candidate`), each of
//! them is read by [`wording`](super::wording()), and those that are close enough and not opposed are an [`Echo`]. **Steps.**
//!
//! 1. The eight rarest lemmas of each sentence that stand in another sentence too; the pairs of them are its keys. Six met fewer of the pairs of
//!    `tests/wording`.
//! 2. Of the sentences of earlier articles with a key in common the [`Echo::CANDIDATES`] with most lemmas in common, by weight.
//! 3. The wording of each pair; those of at least [`Echo::LEAST`] stay.
//! 4. Between two articles a sentence has at most one echo: the closest pairs are taken first, ties by place.
//!
//! **Near copies.** If nearly all words are the same and no number differs, an echo is a copy. A copy is one report printed twice and never
//! counts as a second agreement: an [`Alignment`](super::Alignment) of two such sentences is marked, and [`Comparison::is_copy`] names claims
//! that are told in nothing but copies.
//!
//! **Cost.** `O(n log n)` in sentences; a key that stands in more than [`Echo::WAITING`] sentences is looked up for the last of them only, which
//! [`Comparison::echo_caps`] names, and of what the keys of a sentence find no more than [`Echo::WEIGHED`] are weighed. A text that stands in many
//! articles is read once, and the same text is not read at all. **Known to be wrong** where two sentences say the same without a rare word in common.

mod candidate;

use std::collections::{BTreeSet, HashMap};

use serde::Serialize;

use crate::claim::Place;
use crate::document::{BlockKind, Document};
use crate::pipeline::Article;

use super::wording::Worded;
use super::{Comparison, WordWeights};

/// Two sentences of different articles that say the same.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Echo {
    /// The sentence of the article that is earlier in the order of comparison.
    pub left: Passage,
    /// The sentence of the later one.
    pub right: Passage,
    /// How far they say the same: 0 to 1, at least [`Echo::LEAST`].
    pub score: f64,
    /// Whether they are near copies of each other: one report printed twice.
    pub is_copy: bool,
}

/// A sentence of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Passage {
    /// Index of the article among those compared.
    pub document: usize,
    /// The sentence in it.
    pub sentence: Place,
}

/// Two words that stand together in more sentences than were looked at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct EchoCap {
    /// The lemmas, in order of the alphabet.
    pub lemmas: [String; 2],
    /// The sentences that they stand in together, among their rarest lemmas.
    pub waiting: usize,
    /// How many of those before a sentence were looked at for it.
    pub taken: usize,
}

impl Echo {
    /// The wording from which on two sentences echo each other.
    pub const LEAST: f64 = 0.6;
    /// Candidates whose wording is read for a sentence.
    pub const CANDIDATES: usize = 5;
    /// Sentences with a key in common that are looked up for a sentence: the last ones before it.
    pub const WAITING: usize = 64;
    /// Sentences whose lemmas are weighed as candidates for a sentence: those with most keys in common.
    pub const WEIGHED: usize = 64;
}

impl Comparison {
    /// Sentences that say the same in two articles: by the later sentence, then the earlier one.
    #[must_use]
    pub fn echoes(&self) -> &[Echo] {
        &self.echoes
    }

    /// Where more sentences shared two rare words than were looked at; by lemmas.
    #[must_use]
    pub fn echo_caps(&self) -> &[EchoCap] {
        &self.echo_caps
    }

    /// Whether a claim is told only in sentences that are near copies of sentences of earlier articles.
    #[must_use]
    pub fn is_copy(&self, claim: usize) -> bool {
        self.claim(claim).is_some_and(|claim| {
            !claim.places.is_empty()
                && claim.places.iter().all(|told| {
                    self.copies.contains(&Passage {
                        document: claim.document,
                        sentence: told.sentence,
                    })
                })
        })
    }
}

/// The later sentences of all near copies.
pub(super) fn copies(echoes: &[Echo]) -> BTreeSet<Passage> {
    let copies = echoes.iter().filter(|echo| echo.is_copy);
    copies.map(|echo| echo.right).collect()
}

/// Echoes between all articles, which come in `order`.
pub(super) fn echoes(
    articles: &[Article],
    order: &[usize],
    weights: Option<&WordWeights>,
) -> (Vec<Echo>, Vec<EchoCap>) {
    let passages = passages(articles, order);
    let text = |passage: &Passage| {
        let document = articles.get(passage.document).map(Article::document);
        passage
            .sentence
            .span
            .of(document.map_or("", Document::text))
    };
    let (candidates, caps) = candidate::candidates(&passages, text, weights);
    let mut read = Read::default();
    let mut found = Vec::new();
    for (right, lefts) in passages.iter().zip(&candidates) {
        for left in lefts.iter().filter_map(|&left| passages.get(left)) {
            let wording = read.wording(text(left), text(right));
            if let Some((score, is_copy)) = wording {
                found.push(Echo {
                    left: *left,
                    right: *right,
                    score,
                    is_copy,
                });
            }
        }
    }
    (one_to_one(found), caps)
}

/// Sentences that were made ready, by their text: a sentence of a report that is printed in a hundred places is read once.
#[derive(Default)]
struct Read<'t> {
    worded: HashMap<&'t str, Worded>,
}

impl<'t> Read<'t> {
    /// Sentences that are kept. When there are more, all are read anew: of a large corpus not every one is held at once.
    const KEPT: usize = 4_096;

    /// Score of an echo, and whether it is a near copy; `None` if two sentences are none.
    fn wording(&mut self, left: &'t str, right: &'t str) -> Option<(f64, bool)> {
        if left == right {
            return Some((1.0, true));
        }
        if self.worded.len() > Self::KEPT {
            self.worded.clear();
        }
        for text in [left, right] {
            self.worded
                .entry(text)
                .or_insert_with(|| Worded::read(text));
        }
        let (left, right) = (self.worded.get(left)?, self.worded.get(right)?);
        let wording = left.wording(right);
        let is_echo = wording.score >= Echo::LEAST && !wording.opposed;
        is_echo.then(|| (wording.score, left.is_copy(right)))
    }
}

/// The sentences of all articles in order, without furniture and headings: a heading shares its few words with many others.
fn passages(articles: &[Article], order: &[usize]) -> Vec<Passage> {
    let mut passages = Vec::new();
    for &document in order {
        let sentences = articles.get(document).into_iter().flat_map(|article| {
            let sentences = article.sentences().enumerate();
            sentences.filter(|(_, sentence)| {
                !matches!(sentence.kind, BlockKind::Furniture | BlockKind::Heading)
            })
        });
        passages.extend(sentences.map(|(index, sentence)| Passage {
            document,
            sentence: Place {
                index,
                span: sentence.span,
            },
        }));
    }
    passages
}

/// Of all pairs the closest, so that between two articles a sentence is in one pair only.
fn one_to_one(mut found: Vec<Echo>) -> Vec<Echo> {
    found.sort_by(|a, b| {
        let by = b.is_copy.cmp(&a.is_copy);
        let by = by.then_with(|| b.score.total_cmp(&a.score));
        by.then_with(|| (a.left, a.right).cmp(&(b.left, b.right)))
    });
    let mut taken: BTreeSet<(Passage, usize)> = BTreeSet::new();
    found.retain(|echo| {
        let sides = [
            (echo.left, echo.right.document),
            (echo.right, echo.left.document),
        ];
        if sides.iter().any(|side| taken.contains(side)) {
            return false;
        }
        taken.extend(sides);
        true
    });
    found.sort_by_key(|echo| (echo.right, echo.left));
    found
}
