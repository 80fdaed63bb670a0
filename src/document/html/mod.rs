//! Web pages as they were saved.
//!
//! **Problem.** A page is an article in a shell of menus, adverts, captions and scripts, in some encoding, and says who wrote it in a dozen ways.
//! **Idea.** Well-kept crates know pages: `encoding_rs` decodes, `dom_smoothie` (Mozilla's Readability) finds the article and its facts. What it finds
//! is written down as plain text, a block a paragraph, and from there on a page is read as any other text.
//!
//! **Steps.** Bytes to characters (`encoding`); the article and what the page says of itself (`page`); its elements to text (`flow`), with the
//! marks that the reader of plain text knows: `#` before a heading, `>` before a quotation set apart, `-` before a list item. So spans refer to
//! this text, which the document keeps ([`Document::text`]), and not to the bytes of the page.
//!
//! **Cost.** Linear in the page. Larger or deeper pages than [`MOST_BYTES`] and [`DEEPEST`] are refused; one of very many elements is read as a plain flow
//! of them all (`page`).
//!
//! **Known to be wrong** where a page holds several articles: Readability takes one. Captions, tables of figures and adverts that it drops are
//! not kept, as they aren't in the text.

mod depth;
mod encoding;
mod flow;
mod page;

use super::Document;
use super::facts::{Facts, Warning};

/// The largest page, in bytes, that is read.
const MOST_BYTES: usize = 64 << 20;
/// The deepest nesting of elements that is read. Real pages stay below a hundred.
const DEEPEST: usize = 400;

/// Why a page could not be read as a document.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum HtmlError {
    /// It has more bytes than are read.
    #[error("the page has {bytes} bytes, and {MOST_BYTES} are the most: save its text instead")]
    TooLong {
        /// How many bytes there are.
        bytes: usize,
    },
    /// Its elements are nested too deep: no page that people read is.
    #[error("the elements of the page are nested more than {DEEPEST} deep: save its text instead")]
    TooDeep,
    /// There is no text in it.
    #[error(
        "there is no text in the page: a page that a script fills must be saved after it was shown"
    )]
    NoText,
}

impl Document {
    /// A document of a saved web page: title, outlet, author, date and text of its article. Needs the feature `html`.
    ///
    /// Spans refer to the text as it was taken out of the page ([`text`](Self::text)). The encoding is that of a byte-order mark or of the page's own
    /// `charset`; without either UTF-8 where the bytes are, and windows-1252 otherwise, as browsers do. Bytes that the encoding lacks are replaced,
    /// which a [warning](Self::warnings) says.
    ///
    /// ```
    /// use parallax::Document;
    ///
    /// let page = b"<html><head><title>The river rises</title><meta property='og:site_name' content='The Outlet'></head>
    ///     <body><nav>Home | News</nav><article><h1>The river rises</h1><p>The river rose on Monday.</p></article></body></html>";
    /// let document = Document::from_html("river", page)?;
    /// assert_eq!(document.outlet(), Some("The Outlet"));
    /// assert_eq!(document.text(), "# The river rises\n\nThe river rose on Monday.\n");
    /// # Ok::<(), parallax::document::HtmlError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the page has more than 64 MiB, elements nested more than 400 deep, or no text.
    pub fn from_html(id: impl Into<String>, bytes: &[u8]) -> Result<Self, HtmlError> {
        if bytes.len() > MOST_BYTES {
            return Err(HtmlError::TooLong { bytes: bytes.len() });
        }
        let decoded = encoding::decode(bytes);
        if depth::is_deeper_than(DEEPEST, decoded.text.as_bytes()) {
            return Err(HtmlError::TooDeep);
        }
        let page = page::read(&decoded.text);
        if page.text.is_empty() {
            return Err(HtmlError::NoText);
        }
        let mut facts = page.facts;
        if decoded.replaced {
            let encoding = decoded.encoding;
            facts.warnings.push(Warning::Replaced { encoding });
        }
        Ok(Self::with_facts(id.into(), page.text, facts))
    }
}

/// Whether bytes look like a web page: they open with a doctype, a comment or an element of one, in whatever encoding.
///
/// Only the first 1,024 bytes are looked at.
#[must_use]
pub fn is_html(bytes: &[u8]) -> bool {
    let head = bytes.get(..1024).unwrap_or(bytes);
    let head: Vec<u8> = head
        .iter()
        .filter(|byte| !matches!(byte, 0 | 0xef | 0xbb | 0xbf | 0xfe | 0xff))
        .map(u8::to_ascii_lowercase)
        .collect();
    let mut head = head.trim_ascii_start();
    while let Some(rest) = head
        .strip_prefix(b"<!--")
        .or_else(|| head.strip_prefix(b"<?xml"))
    {
        let Some(end) = memchr::memchr(b'>', rest) else {
            return false;
        };
        head = rest.get(end + 1..).unwrap_or_default().trim_ascii_start();
    }
    const OPENINGS: [&[u8]; 8] = [
        b"<!doctype html",
        b"<html",
        b"<head",
        b"<body",
        b"<meta",
        b"<title",
        b"<article",
        b"<main",
    ];
    OPENINGS.iter().any(|opening| {
        head.strip_prefix(*opening)
            .is_some_and(|rest| !rest.first().is_some_and(u8::is_ascii_alphanumeric))
    })
}

/// What a page says of itself, and the text of its article.
struct Page {
    facts: Facts,
    text: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_known_by_how_it_opens() {
        for page in [
            &b"<!DOCTYPE html><p>x"[..],
            b"\xef\xbb\xbf\n <html lang=en>",
            b"<!-- saved from url=(0030)https://example.org/ -->\n<HTML>",
            b"<?xml version=\"1.0\"?><html xmlns=\"x\">",
            b"\xff\xfe<\0h\0t\0m\0l\0>\0",
        ] {
            assert!(is_html(page), "{}", page.escape_ascii());
        }
        for text in [
            &b"The river rose."[..],
            b"<headline>The river</headline>",
            b"<!-- no end",
            b"{\"text\": \"<html>\"}",
            b"",
        ] {
            assert!(!is_html(text), "{}", text.escape_ascii());
        }
    }

    #[test]
    fn a_page_without_text_is_an_error() {
        for page in [
            "",
            "<html><body><script>fill()</script></body></html>",
            "<p> </p>",
        ] {
            let read = Document::from_html("page", page.as_bytes());
            assert_eq!(read.unwrap_err(), HtmlError::NoText);
        }
    }

    #[test]
    fn hostile_pages_are_read() {
        let wide = "<b>x</b>".repeat(3_000);
        let unclosed = format!(
            "<article><p>The river rose.{}",
            "<a href=".repeat(DEEPEST / 2)
        );
        let nested = format!("{}<p>The river rose.", "<div>".repeat(DEEPEST));
        for page in [wide, unclosed, nested] {
            let document = Document::from_html("page", page.as_bytes()).unwrap();
            assert!(!document.text().is_empty());
        }
        let deep = format!("{}<p>The river rose.", "<div>".repeat(100_000));
        let read = Document::from_html("page", deep.as_bytes());
        assert_eq!(read.unwrap_err(), HtmlError::TooDeep);
    }
}
