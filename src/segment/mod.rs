//! Sentences: English text, news above all, split where a reader would split it.

mod candidate;
mod decide;
mod fallback;
mod lexicon;
mod line;
mod list;
mod stream;
mod view;

use std::iter::FusedIterator;
use std::sync::Arc;

use candidate::Candidate;
use decide::Verdict;
use lexicon::{BUILTIN, Lexicon};
pub use stream::{SentenceStream, Streamed};
use view::View;

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
    whole_quotations: bool,
    enumerations: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            line_breaks: LineBreaks::Guess,
            whole_quotations: false,
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
    #[must_use]
    pub fn line_breaks(mut self, line_breaks: LineBreaks) -> Self {
        self.options.line_breaks = line_breaks;
        self
    }

    /// Adds an abbreviation, written without its last stop.
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
    fn advance(&self, text: &str, cursor: &mut Cursor, limit: usize) -> Option<(usize, usize)> {
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
            match self.decide(text, cursor.start, at, kind) {
                Verdict::Open(resume) => cursor.at = resume.max(at + 1),
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

    /// Decides at one candidate.
    fn decide(&self, text: &str, start: usize, at: usize, kind: Candidate) -> Verdict {
        let view = View::new(text, start, at);
        match kind {
            Candidate::Stop => decide::stop(&view, self.lexicon, at),
            Candidate::Line => {
                line::line_break(&view, self.options.line_breaks == LineBreaks::Guess, at)
            }
            Candidate::Bracket => item(list::inline_item(&view, at), at),
            Candidate::Bullet => item(list::inline_bullet(&view, at), at),
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
fn skip_white(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    at + (rest.len() - rest.trim_start().len())
}

/// The end of what stands between `start` and `end` without the white space at its end.
fn trimmed_end(text: &str, start: usize, end: usize) -> usize {
    start + text.get(start..end).unwrap_or_default().trim_end().len()
}
