//! The stage by itself: a document in, its attributions out.

use std::ops::Range;

use crate::clause::{BATCH, LONGEST, TOGETHER, View};
use crate::document::{BlockKind, Document};
use crate::pack::Pack;
use crate::segment::Segmenter;
use crate::span::Span;
use crate::token::{Lexicon, Token, tokens_into};

use super::{Attribution, Attributor, Carry, Cues, Found};

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
            attributor: Attributor::new(Cues::new(pack.rules(), Lexicon::english())),
            segmenter: Segmenter::new(),
        }
    }

    /// The attributions of a document in text order; `actor` is left open, since that needs the mentions.
    #[must_use]
    pub fn attributions(&self, document: &Document) -> Vec<Attribution> {
        let mut reading = Reading::new(&self.attributor, document.text());
        for block in document
            .blocks()
            .filter(|block| block.kind != BlockKind::Furniture)
        {
            for sentence in self.segmenter.sentences(block.span.of(document.text())) {
                reading.sentence(sentence.span.shift(block.span.start()), block.kind);
            }
            reading.end_part(block.kind);
            if reading.spans.len() >= TOGETHER {
                reading.read();
            }
        }
        reading.read();
        let found = reading.found.into_iter();
        found.map(|found| found.attribution).collect()
    }
}

/// A document while it is read.
struct Reading<'r> {
    attributor: &'r Attributor,
    lexicon: &'static Lexicon,
    text: &'r str,
    carry: Carry,
    found: Vec<Found>,
    /// The views of the sentences that are read together; their space is used again.
    views: Vec<View>,
    /// The sentence of each view.
    spans: Vec<Span>,
    tokens: Vec<Token>,
    /// The blocks, or pieces of them, by their views.
    parts: Vec<(BlockKind, Range<usize>)>,
}

impl<'r> Reading<'r> {
    fn new(attributor: &'r Attributor, text: &'r str) -> Self {
        Self {
            attributor,
            lexicon: Lexicon::english(),
            text,
            carry: Carry::default(),
            found: Vec::new(),
            views: Vec::new(),
            spans: Vec::new(),
            tokens: Vec::new(),
            parts: Vec::new(),
        }
    }

    /// Tokens of a sentence; one of very many words is viewed in pieces.
    fn sentence(&mut self, span: Span, kind: BlockKind) {
        let mut tokens = std::mem::take(&mut self.tokens);
        tokens.clear();
        tokens_into(self.lexicon, span.of(self.text), span.start(), &mut tokens);
        for piece in tokens.chunks(LONGEST) {
            View::put(&mut self.views, self.spans.len(), piece);
            self.spans.push(span);
            if self.spans.len() - self.begun_at() >= BATCH {
                self.end_part(kind);
                self.read();
            }
        }
        self.tokens = tokens;
    }

    /// Where the part begins that is being read.
    fn begun_at(&self) -> usize {
        self.parts.last().map_or(0, |(_, views)| views.end)
    }

    fn end_part(&mut self, kind: BlockKind) {
        self.parts.push((kind, self.begun_at()..self.spans.len()));
    }

    /// The attributions of the parts that are there.
    fn read(&mut self) {
        let views = self.views.get_mut(..self.spans.len()).unwrap_or_default();
        View::read_together(views, self.lexicon, self.text);
        for (kind, part) in self.parts.drain(..) {
            self.attributor.paragraph(
                &mut self.carry,
                self.text,
                kind,
                self.spans.get(part.clone()).unwrap_or_default(),
                views.get(part).unwrap_or_default(),
                &mut self.found,
            );
        }
        self.spans.clear();
    }
}
