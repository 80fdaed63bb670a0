//! Sentences: English text, news above all, split where a reader would split it.

mod candidate;
mod decide;
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

use candidate::Candidate;
use decide::Verdict;
use lexicon::{BUILTIN, Lexicon};
use quotation::Tracker;
pub use stream::{SentenceStream, Streamed};
use view::{AHEAD, View};

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

/// The options as they are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Options {
    line_breaks: LineBreaks,
    quotations: Quotations,
    enumerations: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            line_breaks: LineBreaks::Guess,
            quotations: Quotations::Split,
            enumerations: true,
        }
    }
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

/// Where the scan of a text stands.
#[derive(Clone, Copy, Debug, Default)]
struct Cursor {
    /// Where the sentence at hand starts.
    start: usize,
    /// Where the scan goes on.
    at: usize,
    /// The quotations so far, if they are kept whole.
    quotations: Tracker,
}

/// Options and words: all that decides but the text.
#[derive(Clone, Copy, Debug)]
struct Engine<'s> {
    options: Options,
    lexicon: &'s Lexicon,
}

impl Engine<'_> {
    /// The next sentence of `text`, moving the cursor behind it. Candidates from `limit` on are left alone; `None` means
    /// that no sentence ends before the limit, or that none is left.
    #[inline]
    fn advance(&self, text: &str, cursor: &mut Cursor, limit: usize) -> Option<(usize, usize)> {
        self.advance_with::<true>(text, cursor, limit)
    }

    /// As [`advance`](Self::advance), with or without the verdicts of [`plain`].
    fn advance_with<const PLAIN: bool>(
        &self,
        text: &str,
        cursor: &mut Cursor,
        limit: usize,
    ) -> Option<(usize, usize)> {
        loop {
            if cursor.at <= cursor.start {
                cursor.start = skip_white(text, cursor.start);
                cursor.at = cursor.start;
            }
            let Some((at, kind)) =
                candidate::next(text.as_bytes(), cursor.at).filter(|(at, _)| *at < limit)
            else {
                cursor.at = cursor.at.max(limit);
                break;
            };
            let plain = if PLAIN {
                plain::decide(text.as_bytes(), self.lexicon, at, kind)
            } else {
                None
            };
            match plain.unwrap_or_else(|| self.decide(text, cursor.start, at, kind)) {
                Verdict::Open(resume) => cursor.at = resume.max(at + 1),
                // The quotation goes on; so does the scan, right behind the stop.
                Verdict::Border { end, .. } if self.is_inside(text, cursor, end) => {
                    cursor.at = end.max(at + 1)
                }
                Verdict::Border { end, next } => {
                    let start = std::mem::replace(&mut cursor.start, next);
                    cursor.at = next;
                    let end = trimmed_end(text, start, end);
                    if end > start {
                        return Some((start, end));
                    }
                }
            }
        }
        if limit < text.len() || cursor.start >= text.len() {
            return None;
        }
        let start = std::mem::replace(&mut cursor.start, text.len());
        let end = trimmed_end(text, start, text.len());
        (end > start).then_some((start, end))
    }

    /// Whether quotations are kept whole and the border at `end` lies in one.
    #[inline]
    fn is_inside(&self, text: &str, cursor: &mut Cursor, end: usize) -> bool {
        self.options.quotations == Quotations::Whole
            && cursor.quotations.holds(text, cursor.start, end)
    }

    /// How many bytes after its place a decision may look at.
    fn reach(&self) -> usize {
        match self.options.quotations {
            Quotations::Split => AHEAD,
            Quotations::Whole => AHEAD + quotation::LONGEST,
        }
    }

    /// Decides at one candidate.
    fn decide(&self, text: &str, start: usize, at: usize, kind: Candidate) -> Verdict {
        let view = View::new(text, start, at);
        let items = self.options.enumerations;
        match kind {
            Candidate::Stop => decide::stop(&view, self.lexicon, items, at),
            Candidate::Line => line::line_break(&view, self.options.line_breaks, at),
            Candidate::Bracket => {
                let item = || item(items.then(|| list::inline_item(&view, at)).flatten(), at);
                message::smiley(&view, at).unwrap_or_else(item)
            }
            Candidate::Bullet => item(items.then(|| list::inline_bullet(&view, at)).flatten(), at),
            Candidate::Rule => message::rule(&view, at),
            Candidate::Clock => message::stamp(&view, at),
            Candidate::Foreign => fallback::foreign_stop(&view, at),
        }
    }
}

/// A border before an item that starts at `start`, if there is one.
fn item(start: Option<usize>, at: usize) -> Verdict {
    start.map_or(Verdict::Open(at + 1), |start| Verdict::Border {
        end: start,
        next: start,
    })
}

/// The first character from `at` on that is no white space.
#[inline]
fn skip_white(text: &str, at: usize) -> usize {
    if text.as_bytes().get(at).is_some_and(u8::is_ascii_graphic) {
        return at;
    }
    let rest = text.get(at..).unwrap_or_default();
    at + (rest.len() - rest.trim_start().len())
}

/// The end of what stands between `start` and `end` without the white space at its end.
#[inline]
fn trimmed_end(text: &str, start: usize, end: usize) -> usize {
    if text
        .as_bytes()
        .get(end.wrapping_sub(1))
        .is_some_and(u8::is_ascii_graphic)
    {
        return end;
    }
    start + text.get(start..end).unwrap_or_default().trim_end().len()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The sentences of a text with and without the verdicts of [`plain`].
    fn both(text: &str) -> [Vec<&str>; 2] {
        let segmenter = Segmenter::new();
        let engine = segmenter.engine();
        let mut quick = Cursor::default();
        let mut full = Cursor::default();
        let quick =
            std::iter::from_fn(|| engine.advance_with::<true>(text, &mut quick, text.len()));
        let full = std::iter::from_fn(|| engine.advance_with::<false>(text, &mut full, text.len()));
        [
            quick.map(|(start, end)| &text[start..end]).collect(),
            full.map(|(start, end)| &text[start..end]).collect(),
        ]
    }

    const WORDS: &[&str] = &[
        "The",
        "harbour",
        "complete",
        "no",
        "it",
        "a",
        "U.S",
        "p.m",
        "Mr",
        "MR",
        "Gen",
        "St",
        "etc",
        "3",
        "12",
        "b",
        "I",
        "He",
        "don't",
        "F-16",
        "AT&T",
        "é",
        "said",
        "negotiations",
        "co",
        "1)",
        "b)",
        "(R)",
        "2.",
        "•",
        "index.html",
        "5 ft",
    ];
    const MARKS: &[&str] = &[
        " ", " ", " ", ". ", ". ", ". ", ".", "? ", "! ", ".\n\n", "\n\n", "\n", ".\" ", ".” ",
        ". \"", ". “", ".\"\n\n", ".”\n\n", "?\" ", ") ", ".) ", ", ", ".. ", "... ", ".[1] ",
        ".1 ", ":) ", ". . . ", ".’ ", "…", ".\u{a0}", ".-",
    ];

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

        #[test]
        fn the_plain_verdicts_are_those_of_the_full_decision(
            pieces in prop::collection::vec((prop::sample::select(WORDS), prop::sample::select(MARKS)), 0..40),
        ) {
            let text: String = pieces.into_iter().flat_map(|(word, mark)| [word, mark]).collect();
            let [quick, full] = both(&text);
            prop_assert_eq!(quick, full);
        }
    }

    #[test]
    fn the_bench_text_is_decided_the_same() {
        let [quick, full] = both(include_str!("../../benches/news.txt"));
        assert_eq!(quick, full);
    }
}
