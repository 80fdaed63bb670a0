//! The layers of an article as JSON objects, one a line.

use parallax::attribution::{Attribution, AttributionKind, Sense};
use parallax::{ActorId, Article, BlockKind, Document, Span};
use serde::Serialize;

/// Words with their place.
#[derive(Serialize)]
pub(crate) struct Words<'a> {
    start: usize,
    end: usize,
    pub(crate) text: &'a str,
}

impl<'a> Words<'a> {
    pub(crate) fn of(article: &'a Article, span: Span) -> Self {
        Self {
            start: span.start(),
            end: span.end(),
            text: article.text(span),
        }
    }

    fn all(article: &'a Article, spans: &[Span]) -> Vec<Self> {
        spans.iter().map(|span| Self::of(article, *span)).collect()
    }
}

/// A line of the layer `documents`.
#[derive(Serialize)]
pub(crate) struct DocumentLine<'a> {
    #[serde(flatten)]
    document: &'a Document,
    text: &'a str,
}

impl<'a> DocumentLine<'a> {
    pub(crate) fn of(document: &'a Document) -> Self {
        Self {
            document,
            text: document.text(),
        }
    }
}

/// A line of the layer `sentences`.
#[derive(Serialize)]
pub(crate) struct SentenceLine<'a> {
    document: &'a str,
    index: usize,
    #[serde(flatten)]
    words: Words<'a>,
    kind: BlockKind,
}

impl<'a> SentenceLine<'a> {
    pub(crate) fn all(article: &'a Article) -> impl Iterator<Item = Self> {
        article
            .sentences()
            .enumerate()
            .map(move |(index, sentence)| Self {
                document: article.document().id(),
                index,
                words: Words::of(article, sentence.span),
                kind: sentence.kind,
            })
    }
}

/// A line of the layer `attributions`.
#[derive(Serialize)]
pub(crate) struct AttributionLine<'a> {
    document: &'a str,
    source: Vec<Words<'a>>,
    cue: Vec<Words<'a>>,
    content: Vec<Words<'a>>,
    kind: AttributionKind,
    sense: Sense,
    negated: bool,
    actor: Option<&'a ActorId>,
}

impl<'a> AttributionLine<'a> {
    pub(crate) fn of(article: &'a Article, attribution: &'a Attribution) -> Self {
        Self {
            document: article.document().id(),
            source: Words::all(article, &attribution.source),
            cue: Words::all(article, &attribution.cue),
            content: Words::all(article, &attribution.content),
            kind: attribution.kind,
            sense: attribution.sense,
            negated: attribution.negated,
            actor: attribution.actor.as_ref(),
        }
    }
}
