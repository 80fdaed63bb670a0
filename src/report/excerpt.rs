//! The words of a claim inside their sentence, cut to a length that a reader takes in at once; and line numbers.

use crate::compare::{Comparison, MergedClaim, Telling};
use crate::document::Document;

/// Characters of evidence that are shown; a longer one loses its middle.
const EVIDENCE: usize = 240;

/// Evidence with the words around it, each as in the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Excerpt<'t> {
    pub(super) before: &'t str,
    pub(super) is_cut_before: bool,
    /// The evidence, in two pieces where its middle is left out.
    pub(super) evidence: (&'t str, Option<&'t str>),
    pub(super) after: &'t str,
    pub(super) is_cut_after: bool,
}

impl<'t> Excerpt<'t> {
    /// A telling's words, with up to `context` characters of its sentence on each side.
    pub(super) fn of(
        comparison: &'t Comparison,
        claim: &MergedClaim,
        told: &Telling,
        context: usize,
    ) -> Self {
        let text = comparison.document_of(claim).map_or("", Document::text);
        let evidence = told.evidence.range();
        let sentence = told.sentence.span.cover(told.evidence).range();
        let before = text.get(sentence.start..evidence.start).unwrap_or_default();
        let after = text.get(evidence.end..sentence.end).unwrap_or_default();
        let (is_cut_before, before) = tail(before.trim_start(), context);
        let (after, is_cut_after) = head(after.trim_end(), context);
        Self {
            before,
            is_cut_before,
            evidence: shortened(told.evidence.of(text)),
            after,
            is_cut_after,
        }
    }
}

/// Both ends of an evidence that is too long to show.
fn shortened(evidence: &str) -> (&str, Option<&str>) {
    let (start, is_cut) = head(evidence, EVIDENCE);
    if !is_cut {
        return (evidence, None);
    }
    let (start, _) = head(start, EVIDENCE * 2 / 3);
    let (_, end) = tail(evidence, EVIDENCE / 3);
    (start.trim_end(), Some(end.trim_start()))
}

/// The first `most` characters, back to the last white space in them; whether something is left out.
pub(super) fn head(text: &str, most: usize) -> (&str, bool) {
    let Some((cut, _)) = text.char_indices().nth(most) else {
        return (text, false);
    };
    let kept = text.get(..cut).unwrap_or_default();
    let at_word = kept.rfind(char::is_whitespace).filter(|&at| at * 2 > cut);
    (kept.get(..at_word.unwrap_or(cut)).unwrap_or_default(), true)
}

/// The last `most` characters, on to the first white space in them; whether something is left out.
fn tail(text: &str, most: usize) -> (bool, &str) {
    if most == 0 {
        return (!text.is_empty(), "");
    }
    let Some((cut, _)) = text
        .char_indices()
        .nth_back(most - 1)
        .filter(|&(at, _)| at > 0)
    else {
        return (false, text);
    };
    let kept = text.get(cut..).unwrap_or_default();
    let at_word = kept
        .find(char::is_whitespace)
        .filter(|&at| at * 2 < kept.len());
    (true, kept.get(at_word.unwrap_or(0)..).unwrap_or_default())
}

/// Where the lines of the documents begin.
#[derive(Clone, Debug)]
pub(super) struct Lines {
    starts: Vec<Vec<usize>>,
}

impl Lines {
    pub(super) fn of(comparison: &Comparison) -> Self {
        let starts = |document: &Document| {
            let breaks = document.text().match_indices('\n').map(|(at, _)| at + 1);
            std::iter::once(0).chain(breaks).collect()
        };
        Self {
            starts: comparison.documents().iter().map(starts).collect(),
        }
    }

    /// The line, from 1, in which a telling's evidence begins.
    pub(super) fn line(&self, claim: &MergedClaim, told: &Telling) -> usize {
        let starts = self
            .starts
            .get(claim.document)
            .map_or(&[][..], Vec::as_slice);
        starts.partition_point(|&start| start <= told.evidence.start())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_falls_between_words() {
        assert_eq!(head("one two three", 9), ("one two", true));
        assert_eq!(head("one two", 7), ("one two", false));
        assert_eq!(tail("one two three", 9), (true, " three"));
        assert_eq!(tail("one two", 7), (false, "one two"));
        assert_eq!(tail("one two", 0), (true, ""));
    }

    #[test]
    fn a_word_without_end_is_cut_inside() {
        let long = "ä".repeat(10_000);
        assert_eq!(head(&long, 20).0.chars().count(), 20);
        assert_eq!(tail(&long, 20).1.chars().count(), 20);
        let (start, end) = shortened(&long);
        assert_eq!(
            start.chars().count() + end.unwrap().chars().count(),
            EVIDENCE
        );
    }
}
