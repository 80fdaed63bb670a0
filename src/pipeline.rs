//! The stages joined: the front door.

use crate::attribution::Attribution;
use crate::claim::Claim;
use crate::document::{BlockKind, Document};
use crate::pack::Pack;
use crate::span::Span;

/// Reads articles by a rule pack. A cheap handle, made once and used for any number of documents.
#[derive(Clone, Debug)]
pub struct Parallax {
    pack: Pack,
}

/// A document with what was found in it.
#[derive(Clone, Debug)]
pub struct Article {
    document: Document,
    sentences: Vec<Sentence>,
    attributions: Vec<Attribution>,
    claims: Vec<Claim>,
}

/// A sentence of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its bytes in the document.
    pub span: Span,
    /// The kind of block it stands in.
    pub kind: BlockKind,
}

impl Parallax {
    /// A reader that goes by `pack`.
    #[must_use]
    pub fn new(pack: Pack) -> Self {
        Self { pack }
    }

    /// The rules it goes by.
    #[must_use]
    pub fn pack(&self) -> &Pack {
        &self.pack
    }
}

impl Article {
    /// What was read.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// The sentences in text order, those of furniture too.
    pub fn sentences(&self) -> impl ExactSizeIterator<Item = Sentence> + '_ {
        self.sentences.iter().copied()
    }

    /// Who says what, in text order.
    pub fn attributions(&self) -> impl ExactSizeIterator<Item = &Attribution> + '_ {
        self.attributions.iter()
    }

    /// The claims in text order.
    pub fn claims(&self) -> impl ExactSizeIterator<Item = &Claim> + '_ {
        self.claims.iter()
    }

    /// The words under a span of this article.
    #[must_use]
    pub fn text(&self, span: Span) -> &str {
        span.of(self.document.text())
    }
}
