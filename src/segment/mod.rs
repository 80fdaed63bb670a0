//! Sentences: English text, news above all, split where a reader would split it.
//!
//! Everything downstream stands on sentence borders, and a full stop is not one: titles, initials, *U.S.*, *p.m.*,
//! decimals, quotations that go on, ellipses and enumerations all have stops inside a sentence, while headlines and items
//! of lists end without one. This stage stands alone: it needs no rule pack, no document, and nothing but the text.
//!
//! ```
//! use parallax::segment::Segmenter;
//!
//! let text = "Adler left at 6 p.m. \u{201c}We waited. Nobody came,\u{201d} he said.\n\nHarbour talks fail";
//! let segmenter = Segmenter::new();
//! for sentence in segmenter.sentences(text) {
//!     assert_eq!(sentence.span.of(text), sentence.text);
//! }
//! assert_eq!(segmenter.sentences(text).count(), 4);
//! ```
//!
//! # When to use it
//!
//! For English prose: news, reports, fiction, mail, posts. Whole files and single paragraphs are both fine; a caller that
//! knows the paragraphs of a text gives them one by one. Text in other scripts is split as UAX #29 says, which is what
//! `unicode-segmentation` and ICU do; take those for text that is mostly not English.
//!
//! # How it works
//!
//! 1. **Scan.** Thirty-two bytes at a time are compared with the few bytes at which something can end: stops, line
//!    breaks, brackets that close, bullets, rules, stops of other scripts. All else is passed over unseen.
//! 2. **Plain verdicts.** Nine in ten stops of news are decided by the eight bytes before them and three after: a word
//!    that is no abbreviation, a space, a capital; a digit on both sides; an empty line. A property test holds these
//!    verdicts against those of the full decision.
//! 3. **The full decision** sees at most 256 bytes before and 384 after its place, never more. It reads the *cluster*
//!    (stops in a row, closing marks, footnote number, white space), the token before it and the word after it, and goes by
//!    the class of the abbreviation ([`Abbreviation`]), the words that hardly stand inside a sentence with a capital
//!    (*They*, *In*), the verbs of saying after a quotation, and the marker that the sentence starts with. The words are
//!    data: `abbreviations.txt` and `words.txt` beside this file.
//! 4. **Line breaks** inside a paragraph are white space if the text was wrapped there, that is, if the next word
//!    no longer fitted on the line; else they end a headline, a caption, an item of a list.
//!
//! Since a decision is bounded, [`SentenceStream`] gives the same sentences for text that arrives in pieces.
//!
//! # What always holds
//!
//! Sentences are in order, not empty, without white space around them, on character boundaries; with the white space
//! between them they make up the text. No sentence spans an empty line.
//!
//! # What it costs
//!
//! `O(n)` in the bytes of the text, whatever they are; some eleven instructions a byte on news. Nothing is allocated for a
//! sentence, and nothing grows with the text; a stream holds the sentence at hand and the last piece. `benches/segment.rs`
//! measures it beside other segmenters and on hostile text.
//!
//! # Where it is known to be wrong
//!
//! - A capitalised name after an abbreviation that may end a sentence: "He works for Roe Inc. Smith works for Dahl." is
//!   taken for one sentence, since names go on after *Inc.* far more often ("Roe Inc. Chief Executive Ann Dahl").
//! - A capital letter at the end of a sentence, before a name: "They chose plan B. Smith agreed."
//! - An abbreviation that isn't in the list, before a capital, ends a sentence: add it with [`Segmenter::abbreviation`].
//! - Sentences without any stop inside a paragraph ("thanks see you there"), and a greeting or signature run into the line
//!   ("Regards, Vince"), stay together.
//! - An ellipsis between two capitals may be either; after a space it ends a sentence only before a word such as *They*.
//! - A title that ends with a question mark before a capital ("He saw Who Is There? Tuesday night.") is split.
//! - A headline that is as long as the wrapped lines under it is joined with them if no empty line stands between.
//! - Single quotation marks don't keep a quotation whole ([`Quotations::Whole`]): they may be apostrophes.
//!
//! # Sources
//!
//! UAX #29 for other scripts; the Golden Rules of `pragmatic_segmenter` (Kevin S. Dias, MIT) and the sentences of the
//! English Web Treebank as measures. The abbreviations and word lists were compiled for this crate.

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
    /// With the white space between them they make up the whole text. [`Span`] has 32-bit offsets: in a text of 4 GiB and
    /// more the words of a sentence stay right, its span doesn't; use a [`stream`](Self::stream) there.
    ///
    /// ```
    /// use parallax::segment::Segmenter;
    ///
    /// let text = "It cost $4.5 million. Nobody paid.";
    /// let spans: Vec<_> = Segmenter::new().sentences(text).map(|s| s.span.range()).collect();
    /// assert_eq!(spans, [0..21, 22..34]);
    /// ```
    #[must_use]
    pub fn sentences<'s, 't>(&'s self, text: &'t str) -> Sentences<'s, 't> {
        Sentences {
            engine: self.engine(),
            text,
            cursor: Cursor::default(),
        }
    }

    /// A stream that takes text in pieces and gives the same sentences, wherever the joints fall.
    ///
    /// ```
    /// use parallax::segment::Segmenter;
    ///
    /// let segmenter = Segmenter::new();
    /// let mut stream = segmenter.stream();
    /// let mut sentences = Vec::new();
    /// for piece in ["Mr. Ad", "ler left. He ", "was late."] {
    ///     stream.push(piece);
    ///     while let Some(sentence) = stream.next_sentence() {
    ///         sentences.push(sentence.text.to_owned());
    ///     }
    /// }
    /// stream.finish();
    /// while let Some(sentence) = stream.next_sentence() {
    ///     sentences.push(sentence.text.to_owned());
    /// }
    /// assert_eq!(sentences, ["Mr. Adler left.", "He was late."]);
    /// ```
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

/// The sentences of a text, from [`Segmenter::sentences`]; in text order, without allocating.
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
