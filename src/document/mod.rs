//! Articles as they were read: text, what is known about it, and its blocks.

use std::sync::Arc;

use serde::Serialize;

use crate::date::Date;
use crate::span::Span;

/// An article: its text, where it comes from, and the blocks it falls into. A cheap handle.
#[derive(Clone, Debug)]
pub struct Document {
    inner: Arc<Inner>,
}

#[derive(Clone, Debug)]
struct Inner {
    id: String,
    title: Option<String>,
    outlet: Option<String>,
    author: Option<String>,
    date: Option<Date>,
    text: String,
    blocks: Vec<Block>,
}

/// A stretch of a document that stands by itself: a heading, a paragraph, a list item, a line of furniture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands, without the white space around it.
    pub span: Span,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum BlockKind {
    /// A title or a heading between paragraphs.
    Heading,
    /// A paragraph of running text.
    Body,
    /// A paragraph of its own that quotes whoever the paragraph before introduces with a colon.
    Quotation,
    /// An item of a list.
    Item,
    /// Menus, captions, credits, links, tags, disclaimers, adverts: kept, and never a claim.
    Furniture,
}

impl Document {
    /// A document of plain text; `id` names it in every result.
    #[must_use]
    pub fn from_text(id: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let blocks = vec![Block {
            kind: BlockKind::Body,
            span: Span::new(0, text.len()),
        }];
        Self {
            inner: Arc::new(Inner {
                id: id.into(),
                title: None,
                outlet: None,
                author: None,
                date: None,
                text,
                blocks,
            }),
        }
    }

    /// The name it goes by in results: for a file, its stem.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.inner.id
    }

    /// The text exactly as it was read.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.inner.text
    }

    /// The title, where one was found or given.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.inner.title.as_deref()
    }

    /// The outlet, where one was found or given.
    #[must_use]
    pub fn outlet(&self) -> Option<&str> {
        self.inner.outlet.as_deref()
    }

    /// The author, where one was found or given.
    #[must_use]
    pub fn author(&self) -> Option<&str> {
        self.inner.author.as_deref()
    }

    /// The date it was published on, where one was found or given.
    #[must_use]
    pub fn date(&self) -> Option<Date> {
        self.inner.date
    }

    /// The blocks in text order. With the white space between them they make up the whole text.
    pub fn blocks(&self) -> impl Iterator<Item = Block> + '_ {
        self.inner.blocks.iter().copied()
    }
}
