//! Articles as they were read: text, what is known about it, and its blocks.
//!
//! A page of text is more than its sentences: it has a title and headings, quotations set apart, lists, and around them menus, captions, links,
//! tags and disclaimers. A [`Document`] keeps all of it, byte for byte, and says what is what: its [`Block`]s, in text order, with nothing but white
//! space between them. (To white space count a byte-order mark, a zero-width space and NUL here.)
//!
//! 1. Bytes to text ([`Document::from_bytes`]): UTF-8 only; spans are offsets into the bytes as read, so nothing is stripped or normalised.
//! 2. Front matter, if the text begins with it.
//! 3. Lines to paragraphs to kinds; title and bylines give what is known about the article.
//!
//! What the caller gives (`with_title` …) goes before front matter and JSON Lines fields, and these before title line and byline.
//!
//! Cost: `O(n)` in the bytes of the text. Each file of this module says where it is known to be wrong.

mod byline;
mod cues;
mod facts;
mod front_matter;
mod furniture;
#[cfg(feature = "html")]
mod html;
mod item;
#[cfg(feature = "json")]
mod jsonl;
mod line;
mod menu;
mod plain;
mod quotation;
mod read;
mod record;

use std::sync::Arc;

use serde::Serialize;

use crate::date::Date;
use crate::span::Span;

pub use facts::Warning;
#[cfg(feature = "html")]
pub use html::{HtmlError, is_html};
#[cfg(feature = "json")]
pub use jsonl::{RecordError, RecordErrorKind, Records};
pub use read::ReadError;
#[cfg(feature = "schema")]
pub(crate) use record::DocumentRecord;

use facts::Facts;

/// An article: its text, where it comes from, and the blocks it falls into. A cheap handle. What is written of it (`Serialize`) is its id as `document`, `title`, `outlet`,
/// `author` and `date`; its text is not.
///
/// ```
/// use parallax::Document;
///
/// let document = Document::from_text("river", "The river rises\n\nJane Roe, The Outlet, March 3, 2021\n\nThe river rose.");
/// assert_eq!(document.title(), Some("The river rises"));
/// assert_eq!(document.outlet(), Some("The Outlet"));
/// assert_eq!(document.blocks().count(), 3);
/// ```
#[derive(Clone, Debug)]
pub struct Document {
    inner: Arc<Inner>,
}

#[derive(Clone, Debug)]
struct Inner {
    id: String,
    facts: Facts,
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
    /// Menus, captions, credits, links, tags, disclaimers, adverts, bylines, front matter: kept, and never a claim.
    Furniture,
}

impl Document {
    /// A document of plain text; `id` names it in every result.
    ///
    /// What lies beyond 4 GiB falls into no block; [`from_bytes`](Self::from_bytes) refuses such a text.
    #[must_use]
    pub fn from_text(id: impl Into<String>, text: impl Into<String>) -> Self {
        Self::with_facts(id.into(), text.into(), Facts::default())
    }

    /// A document of the bytes of a file, which must be UTF-8. A byte-order mark is kept, so that spans are offsets into the file.
    ///
    /// # Errors
    ///
    /// If the bytes are no UTF-8 or carry the byte-order mark of another encoding, if more than a quarter of them are NUL, and from 4 GiB on. A single NUL
    /// byte is no error: it is kept, and read as white space at the edge of a line.
    pub fn from_bytes(id: impl Into<String>, bytes: &[u8]) -> Result<Self, ReadError> {
        read::text(bytes).map(|text| Self::from_text(id, text))
    }

    /// A document of which `given` is known beforehand.
    fn with_facts(id: String, text: String, given: Facts) -> Self {
        let readable = addressable(&text);
        let front = front_matter::front_matter(readable);
        let from = front.as_ref().map_or(0, |(_, span)| span.end());
        let (mut blocks, found) = plain::blocks(readable, from);
        let mut facts = given;
        if let Some((told, span)) = front {
            facts = facts.or(told);
            let kind = BlockKind::Furniture;
            blocks.insert(0, Block { kind, span });
        }
        let facts = facts.or(found);
        let inner = Arc::new(Inner {
            id,
            facts,
            text,
            blocks,
        });
        Self { inner }
    }

    /// The same document under another name.
    #[must_use]
    pub fn with_id(self, id: impl Into<String>) -> Self {
        self.change(|inner| inner.id = id.into())
    }

    /// The same document with this title.
    #[must_use]
    pub fn with_title(self, title: impl Into<String>) -> Self {
        self.change(|inner| inner.facts.title = Some(title.into()))
    }

    /// The same document with this outlet.
    #[must_use]
    pub fn with_outlet(self, outlet: impl Into<String>) -> Self {
        self.change(|inner| inner.facts.outlet = Some(outlet.into()))
    }

    /// The same document with this author.
    #[must_use]
    pub fn with_author(self, author: impl Into<String>) -> Self {
        self.change(|inner| inner.facts.author = Some(author.into()))
    }

    /// The same document with this date.
    #[must_use]
    pub fn with_date(self, date: Date) -> Self {
        self.change(|inner| inner.facts.date = Some(date))
    }

    fn change(mut self, change: impl FnOnce(&mut Inner)) -> Self {
        change(Arc::make_mut(&mut self.inner));
        self
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
        self.inner.facts.title.as_deref()
    }

    /// The outlet, where one was found or given.
    #[must_use]
    pub fn outlet(&self) -> Option<&str> {
        self.inner.facts.outlet.as_deref()
    }

    /// The author, where one was found or given.
    #[must_use]
    pub fn author(&self) -> Option<&str> {
        self.inner.facts.author.as_deref()
    }

    /// The date it was published on, where one was found or given.
    #[must_use]
    pub fn date(&self) -> Option<Date> {
        self.inner.facts.date
    }

    /// What of it could not be read, such as a date that is none; the rest was.
    pub fn warnings(&self) -> impl Iterator<Item = &Warning> + '_ {
        self.inner.facts.warnings.iter()
    }

    /// The blocks in text order. With the white space between them they make up the whole text.
    pub fn blocks(&self) -> impl Iterator<Item = Block> + '_ {
        self.inner.blocks.iter().copied()
    }
}

/// The part of `text` that 32-bit spans reach: all of it below 4 GiB.
fn addressable(text: &str) -> &str {
    const MOST: usize = u32::MAX as usize - 1;
    if text.len() <= MOST {
        return text;
    }
    let end = (MOST - 4..=MOST)
        .rev()
        .find(|end| text.is_char_boundary(*end));
    text.get(..end.unwrap_or(0)).unwrap_or_default()
}
