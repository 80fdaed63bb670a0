//! The stages joined: the front door.

use crate::attribution::Attribution;
use crate::claim::Claim;
use crate::compare::{Comparator, Comparison};
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

    /// The claims of `articles`, merged and lined up, by the pack's related positions and under its names.
    #[must_use]
    pub fn compare(&self, articles: &[Article]) -> Comparison {
        Comparator::new(&self.pack).compare(articles)
    }
}

impl Article {
    /// What the stages found in a document.
    pub(crate) fn new(
        document: Document,
        sentences: Vec<Sentence>,
        attributions: Vec<Attribution>,
        claims: Vec<Claim>,
    ) -> Self {
        Self {
            document,
            sentences,
            attributions,
            claims,
        }
    }

    /// An article whose claims were labelled elsewhere, by hand for instance. It has no sentences and no attributions of
    /// its own; the claims' spans refer to the document's text.
    #[must_use]
    pub fn from_claims(document: Document, claims: Vec<Claim>) -> Self {
        Self::new(document, Vec::new(), Vec::new(), claims)
    }

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
