//! Sentences.

use crate::span::Span;

/// Splits English text into sentences.
#[derive(Clone, Debug, Default)]
pub struct Segmenter {}

/// One sentence of the text given to [`Segmenter::sentences`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence<'t> {
    /// Its place in the text given, white space around it left out.
    pub span: Span,
    /// Its words.
    pub text: &'t str,
}

impl Segmenter {
    /// A segmenter with the default options.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The sentences of `text` in order.
    pub fn sentences<'t>(&self, text: &'t str) -> impl Iterator<Item = Sentence<'t>> + use<'t> {
        text.split_inclusive(". ").scan(0, |at, piece| {
            let span = Span::new(*at, *at + piece.trim_end().len());
            *at += piece.len();
            Some(Sentence {
                span,
                text: piece.trim_end(),
            })
        })
    }
}
