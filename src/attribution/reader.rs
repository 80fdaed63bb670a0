//! The stage by itself: a document in, its attributions out.

use crate::document::{BlockKind, Document};
use crate::pack::Pack;
use crate::segment::Segmenter;
use crate::token::{Lexicon, tokens_into};

use super::{Attribution, Attributor, Carry};
use crate::clause::View;

/// Reads who says what in a document.
#[derive(Clone, Debug)]
pub struct AttributionReader {
    attributor: Attributor,
    segmenter: Segmenter,
}

impl AttributionReader {
    /// A reader that goes by the attribution cues of `pack`.
    #[must_use]
    pub fn new(pack: &Pack) -> Self {
        Self {
            attributor: Attributor::new(pack.rules(), Lexicon::english()),
            segmenter: Segmenter::new(),
        }
    }

    /// The attributions of a document in text order; `actor` is left open, since that needs the mentions.
    #[must_use]
    pub fn attributions(&self, document: &Document) -> Vec<Attribution> {
        let lexicon = Lexicon::english();
        let text = document.text();
        let mut carry = Carry::default();
        let mut found = Vec::new();
        let mut views: Vec<View> = Vec::new();
        let mut sentences = Vec::new();
        for block in document
            .blocks()
            .filter(|block| block.kind != BlockKind::Furniture)
        {
            sentences.clear();
            let words = block.span.of(text);
            sentences.extend(
                self.segmenter
                    .sentences(words)
                    .map(|sentence| sentence.span.shift(block.span.start())),
            );
            if views.len() < sentences.len() {
                views.resize_with(sentences.len(), View::default);
            }
            for (view, span) in views.iter_mut().zip(&sentences) {
                view.tokens.clear();
                tokens_into(lexicon, span.of(text), span.start(), &mut view.tokens);
                view.read(lexicon, text);
            }
            let read = views.get(..sentences.len()).unwrap_or_default();
            self.attributor
                .paragraph(&mut carry, text, block.kind, &sentences, read, &mut found);
        }
        found.into_iter().map(|found| found.attribution).collect()
    }
}
