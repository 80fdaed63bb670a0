//! Sentences: English text, news above all, split where a reader would split it.

mod candidate;
mod cluster;
mod decide;
mod engine;
mod fallback;
mod lexicon;
mod line;
mod list;
mod message;
mod plain;
mod quotation;
mod stream;
mod view;

use std::iter::FusedIterator;
use std::sync::Arc;

use engine::{Cursor, Engine, Options};
use lexicon::{BUILTIN, Lexicon};
pub use stream::{SentenceStream, Streamed};

use crate::span::Span;

/// Splits English text into sentences.
///
/// ```
/// use parallax::segment::Segmenter;
///
/// let text = "Mr. Lapid met U.S. officials at 6 p.m. He left soon after.";
/// let sentences: Vec<_> = Segmenter::new().sentences(text).map(|s| s.text).collect();
/// assert_eq!(sentences, ["Mr. Lapid met U.S. officials at 6 p.m.", "He left soon after."]);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Segmenter {
    options: Options,
    /// The caller's abbreviations and the built-in ones; `None` for the built-in ones alone.
    lexicon: Option<Arc<Lexicon>>,
}

/// One sentence of the text given to [`Segmenter::sentences`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence<'t> {
    /// Its place in the text given, white space around it left out.
    pub span: Span,
    /// Its words.
    pub text: &'t str,
}

/// What a single line break inside a paragraph means. An empty line always ends a sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum LineBreaks {
    /// White space where the text was wrapped, a border after a headline, a caption or an item of a list: told apart by
    /// whether the next word had room on the line.
    #[default]
    Guess,
    /// Always white space.
    Space,
    /// Always a border.
    Border,
}

/// Whether a quotation of several sentences is one sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Quotations {
    /// Its sentences are sentences, as for a reader of news.
    #[default]
    Split,
    /// A quotation in double marks is not split, if it closes in its paragraph and within 4,096 bytes.
    Whole,
}

/// What an abbreviation tells about the sentence it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Abbreviation {
    /// A name follows, no sentence ends here: *Mr.*, *Gen.*
    Title,
    /// More of the sentence follows: *e.g.*, *vs.*
    Inner,
    /// An abbreviation before a number, else a word: *No. 5*, but *He said no.*
    Number,
    /// A sentence ends here before a word that starts sentences, such as *They* or *In*: *Co.*, *U.S.*
    Ending,
    /// A sentence ends here before any capital letter: *etc.*
    Closing,
    /// As `Closing` after a number, else a word: *5 ft.*
    Unit,
}

impl Segmenter {
    /// A segmenter with the default options.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets what a line break inside a paragraph means.
    ///
    /// ```
    /// use parallax::segment::{LineBreaks, Segmenter};
    ///
    /// let text = "Roses are red\nViolets are blue";
    /// assert_eq!(Segmenter::new().sentences(text).count(), 2);
    /// assert_eq!(Segmenter::new().line_breaks(LineBreaks::Space).sentences(text).count(), 1);
    /// ```
    #[must_use]
    pub fn line_breaks(mut self, line_breaks: LineBreaks) -> Self {
        self.options.line_breaks = line_breaks;
        self
    }

    /// Sets whether a quotation of several sentences is split.
    ///
    /// ```
    /// use parallax::segment::{Quotations, Segmenter};
    ///
    /// let text = "“We waited. Nobody came,” she said. Then she left.";
    /// let count = |segmenter: Segmenter| segmenter.sentences(text).count();
    /// assert_eq!(count(Segmenter::new()), 3);
    /// assert_eq!(count(Segmenter::new().quotations(Quotations::Whole)), 2);
    /// ```
    #[must_use]
    pub fn quotations(mut self, quotations: Quotations) -> Self {
        self.options.quotations = quotations;
        self
    }

    /// Sets whether the items of an enumeration in a line (`1) … 2) …`, `• … • …`) are sentences, as by default.
    ///
    /// ```
    /// use parallax::segment::Segmenter;
    ///
    /// let text = "1) a truce 2) talks";
    /// assert_eq!(Segmenter::new().sentences(text).count(), 2);
    /// assert_eq!(Segmenter::new().enumerations(false).sentences(text).count(), 1);
    /// ```
    #[must_use]
    pub fn enumerations(mut self, enumerations: bool) -> Self {
        self.options.enumerations = enumerations;
        self
    }

    /// Adds an abbreviation, with or without its last stop; one that is known gets this class instead of its own.
    ///
    /// Written in small letters it is met with a capital and in capitals, too.
    ///
    /// ```
    /// use parallax::segment::{Abbreviation, Segmenter};
    ///
    /// let text = "The Obergefr. Meier left.";
    /// assert_eq!(Segmenter::new().sentences(text).count(), 2);
    /// let own = Segmenter::new().abbreviation("Obergefr.", Abbreviation::Title);
    /// assert_eq!(own.sentences(text).count(), 1);
    /// ```
    #[must_use]
    pub fn abbreviation(mut self, word: &str, class: Abbreviation) -> Self {
        let mut lexicon = self
            .lexicon
            .take()
            .map_or_else(|| BUILTIN.clone(), Arc::unwrap_or_clone);
        lexicon.add(word, class);
        self.lexicon = Some(Arc::new(lexicon));
        self
    }

    /// The sentences of `text` in order, borrowed from it.
    ///
    /// With the white space between them they make up the whole text.
    #[must_use]
    pub fn sentences<'s, 't>(&'s self, text: &'t str) -> Sentences<'s, 't> {
        Sentences {
            engine: self.engine(),
            text,
            cursor: Cursor::default(),
        }
    }

    /// A stream that takes text in pieces and gives the same sentences.
    #[must_use]
    pub fn stream(&self) -> SentenceStream<'_> {
        SentenceStream::new(self.engine())
    }

    fn engine(&self) -> Engine<'_> {
        Engine {
            options: self.options,
            lexicon: self.lexicon.as_deref().unwrap_or_else(|| &BUILTIN),
        }
    }
}

/// The sentences of a text, from [`Segmenter::sentences`].
#[derive(Clone, Debug)]
pub struct Sentences<'s, 't> {
    engine: Engine<'s>,
    text: &'t str,
    cursor: Cursor,
}

impl<'t> Iterator for Sentences<'_, 't> {
    type Item = Sentence<'t>;

    fn next(&mut self) -> Option<Sentence<'t>> {
        let (start, end) = self
            .engine
            .advance(self.text, &mut self.cursor, self.text.len())?;
        Some(Sentence {
            span: Span::new(start, end),
            text: self.text.get(start..end).unwrap_or_default(),
        })
    }
}

impl FusedIterator for Sentences<'_, '_> {}
