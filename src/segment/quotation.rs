//! Quotations kept whole: is a border inside one that closes soon?
//!
//! Only double marks count, since a single one may be an apostrophe. A quotation must close in its paragraph and within
//! [`LONGEST`] bytes; one that doesn't is taken for a stray mark and keeps nothing together.

use memchr::memchr3;

use super::view::RUN;

/// The longest quotation that is kept whole, in bytes.
pub(super) const LONGEST: usize = 4096;

/// What is known of the quotations so far. All places only grow, so every byte is looked at once for each kind of mark.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tracker {
    /// Opening marks before this place have been looked at.
    seen: usize,
    /// Where the last quotation closes.
    closes: usize,
    /// Up to where no closing mark was found, for each kind of mark.
    barren: [usize; 3],
}

/// A kind of quotation mark.
#[derive(Clone, Copy)]
struct Mark {
    kind: usize,
    opening: &'static str,
    closing: &'static str,
}

const MARKS: [Mark; 3] = [
    Mark {
        kind: 0,
        opening: "\"",
        closing: "\"",
    },
    Mark {
        kind: 1,
        opening: "“",
        closing: "”",
    },
    Mark {
        kind: 2,
        opening: "«",
        closing: "»",
    },
];

impl Tracker {
    /// Whether the border at `end` of the sentence from `start` on lies in a quotation that closes soon.
    pub(super) fn holds(&mut self, text: &str, start: usize, end: usize) -> bool {
        self.seen = self.seen.max(start);
        while let Some((at, mark)) = opening(text.as_bytes(), self.seen, end) {
            self.seen = at + mark.opening.len();
            if let Some(close) = self.closing(text.as_bytes(), self.seen, mark) {
                self.closes = close;
                self.seen = close;
            }
        }
        self.seen = self.seen.max(end);
        end < self.closes
    }

    /// Moves all places left by `bytes`.
    pub(super) fn shift(&mut self, bytes: usize) {
        self.seen = self.seen.saturating_sub(bytes);
        self.closes = self.closes.saturating_sub(bytes);
        self.barren = self.barren.map(|at| at.saturating_sub(bytes));
    }

    /// Where the quotation whose first word starts at `from` has closed.
    fn closing(&mut self, bytes: &[u8], from: usize, mark: Mark) -> Option<usize> {
        let barren = self.barren.get_mut(mark.kind)?;
        let limit = from.saturating_add(LONGEST).min(bytes.len());
        let mut at = from.max(*barren);
        while at < limit {
            let rest = bytes.get(at..)?;
            if starts_empty_line(rest) {
                break;
            }
            if rest.starts_with(mark.closing.as_bytes())
                && at > from
                && !is_white(bytes, at.wrapping_sub(1))
            {
                return Some(at + mark.closing.len());
            }
            at += 1;
        }
        *barren = at;
        None
    }
}

/// The first opening mark between `from` and `end`.
fn opening(bytes: &[u8], from: usize, end: usize) -> Option<(usize, Mark)> {
    let mut at = from;
    loop {
        at += memchr3(b'"', 0xe2, 0xc2, bytes.get(at..end)?)?;
        let rest = bytes.get(at..)?;
        for mark in MARKS {
            let alone = mark.kind > 0
                || at == 0
                || is_white(bytes, at - 1)
                || matches!(bytes.get(at - 1), Some(b'(' | b'['));
            if alone && rest.starts_with(mark.opening.as_bytes()) {
                return Some((at, mark));
            }
        }
        at += 1;
    }
}

/// Whether a line break stands here and nothing else before the next one.
fn starts_empty_line(rest: &[u8]) -> bool {
    let Some((b'\n', after)) = rest.split_first() else {
        return false;
    };
    let next = after
        .iter()
        .take(RUN)
        .find(|byte| !matches!(byte, b' ' | b'\t' | b'\r'));
    next.is_none() || next == Some(&b'\n')
}

/// Whether white space stands at `at`.
fn is_white(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_some_and(u8::is_ascii_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_border_is_held_between_the_marks_alone() {
        let text = "He said: “It is over. Go.” Then he left.";
        let held = |end| Tracker::default().holds(text, 0, end);
        assert!(!held(8));
        assert!(held(23));
        assert!(!held(30));
    }

    #[test]
    fn a_mark_that_closes_too_late_or_in_another_paragraph_holds_nothing() {
        let late = format!("“It is over. {}”", "a ".repeat(LONGEST));
        assert!(!Tracker::default().holds(&late, 0, 14));
        assert!(!Tracker::default().holds("“It is over.\n \nGo.”", 0, 14));
        assert!(Tracker::default().holds("“It is over.\nGo.”", 0, 14));
    }
}
