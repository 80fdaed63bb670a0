//! From candidate to candidate: where the scan, the verdicts and the white space between sentences come together.

use super::candidate::{Candidate, Scan};
use super::decide::{self, Verdict};
use super::lexicon::Lexicon;
use super::quotation::{self, Tracker};
use super::view::{AHEAD, View};
use super::{LineBreaks, Quotations, fallback, line, list, message, plain};

/// The options as they are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Options {
    pub(super) line_breaks: LineBreaks,
    pub(super) quotations: Quotations,
    pub(super) enumerations: bool,
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

/// Where the scan of a text stands.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Cursor {
    /// Where the sentence at hand starts.
    pub(super) start: usize,
    /// Where the scan goes on.
    pub(super) at: usize,
    /// The quotations so far, if they are kept whole.
    pub(super) quotations: Tracker,
    pub(super) scan: Scan,
}

/// Options and words: all that decides but the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Engine<'s> {
    pub(super) options: Options,
    pub(super) lexicon: &'s Lexicon,
}

impl Engine<'_> {
    /// The next sentence of `text`, moving the cursor behind it. Candidates from `limit` on are left alone; `None` means
    /// that no sentence ends before the limit, or that none is left.
    #[inline]
    pub(super) fn advance(
        &self,
        text: &str,
        cursor: &mut Cursor,
        limit: usize,
    ) -> Option<(usize, usize)> {
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
            let Some((at, kind)) = cursor
                .scan
                .next(text.as_bytes(), cursor.at)
                .filter(|(at, _)| *at < limit)
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
    pub(super) fn reach(&self) -> usize {
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

    use super::super::Segmenter;
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
            quick
                .map(|(start, end)| text.get(start..end).unwrap())
                .collect(),
            full.map(|(start, end)| text.get(start..end).unwrap())
                .collect(),
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
        "2019",
        "Jan",
        "Inc",
        "no",
        "sec",
        "min",
        "Dr",
    ];
    const MARKS: &[&str] = &[
        " ", " ", " ", ". ", ". ", ". ", ".", "? ", "! ", ".\n\n", "\n\n", "\n", ".\" ", ".” ",
        ". \"", ". “", ".\"\n\n", ".”\n\n", "?\" ", ") ", ".) ", ", ", ".. ", "... ", ".[1] ",
        ".1 ", ":) ", ". . . ", ".’ ", "…", ".\u{a0}", ".-", ". (", ".' ", ". '", "!\" ", "?” ",
        ". ‘", "! ",
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
