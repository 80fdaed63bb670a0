//! What holds for every article: spans lie on character boundaries, nothing is lost between sentences, and claims stand where they say.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    dead_code,
    reason = "helpers of a test fail as the test does, and each test takes its part"
)]

pub(crate) mod formats;

use parallax::{Article, Span};

/// Checks all spans of an article, and that its sentences are lossless.
pub(crate) fn check(article: &Article) {
    let text = article.document().text();
    let sliced = |what: &str, span: Span| {
        assert!(
            text.get(span.range()).is_some(),
            "{what} {span:?} is no slice of {text:?}"
        );
    };
    let filled = |what: &str, span: Span| {
        sliced(what, span);
        assert!(!span.is_empty(), "{what} {span:?} is empty in {text:?}");
    };
    for block in article.document().blocks() {
        filled("block", block.span);
    }
    let sentences: Vec<_> = article.sentences().collect();
    let mut end = 0;
    for sentence in &sentences {
        filled("sentence", sentence.span);
        blank(text, end, sentence.span.start());
        end = sentence.span.end();
    }
    blank(text, end, text.len());
    for attribution in article.attributions() {
        let parts = [&attribution.source, &attribution.cue, &attribution.content];
        for span in parts.into_iter().flatten() {
            filled("part of an attribution", *span);
        }
        assert!(
            !attribution.content.is_empty(),
            "{attribution:?} says nothing"
        );
    }
    for claim in article.claims() {
        let place = claim.sentence;
        let sentence = sentences.get(place.index).expect("a sentence of a claim");
        assert_eq!(sentence.span, place.span, "sentence of {claim:?}");
        filled("evidence", claim.evidence);
        assert!(
            place.span.contains(claim.evidence),
            "{claim:?} leaves its sentence"
        );
        assert!(claim.target.is_sorted(), "targets of {claim:?}");
        claim
            .mention
            .iter()
            .for_each(|span| filled("mention", *span));
        for step in &claim.trace.steps {
            sliced("step", step.span);
        }
        assert!(!claim.trace.steps.is_empty(), "{claim:?} has no trace");
    }
    let places: Vec<usize> = article.claims().map(|claim| claim.sentence.index).collect();
    assert!(places.is_sorted(), "claims out of order: {places:?}");
}

/// Between sentences there is nothing but white space, and what a document counts as such.
fn blank(text: &str, start: usize, end: usize) {
    let between = text.get(start..end).expect("sentences in order");
    let lost = between.trim_matches(|letter: char| {
        letter.is_whitespace() || matches!(letter, '\u{feff}' | '\u{200b}' | '\0')
    });
    assert_eq!(lost, "", "lost at {start}..{end} of {text:?}");
}

/// How many bytes of words the attributions quote.
pub(crate) fn attributed(article: &Article) -> usize {
    let pieces = article.attributions().flat_map(|attribution| {
        let parts = [&attribution.source, &attribution.cue, &attribution.content];
        parts.into_iter().flatten()
    });
    pieces.map(|span| span.end() - span.start()).sum()
}
