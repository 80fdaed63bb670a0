//! The line of a file that a problem stands in, with marks under the words: cut to what a screen shows, and nothing in
//! it that could move the cursor.

use unicode_segmentation::UnicodeSegmentation;

use crate::span::Span;

use super::shown::visible;
use super::source::SourceFile;

/// Characters shown before the marked words, at most.
const BEFORE: usize = 60;
/// Characters shown from the first marked one on, at most.
const AFTER: usize = 80;
/// Bytes looked at on each side: a line may have 10 MB.
const WINDOW: usize = 1_000;

/// A line and the marks under it.
pub(super) struct Excerpt {
    before: String,
    marked: String,
    after: String,
}

impl Excerpt {
    /// The words at `span` in their line; of words that go over several lines those on the first.
    pub(super) fn new(source: &SourceFile, line: usize, span: Span) -> Self {
        let text = source.text();
        let start = source.line_start(line);
        let end = source.line_start(line + 1);
        let from = floor_boundary(text, start.max(span.start().saturating_sub(WINDOW)));
        let to = floor_boundary(
            text,
            end.min(span.end().min(span.start() + WINDOW) + WINDOW),
        );
        let marks_end = span.end().min(end).min(to);
        let piece = |start: usize, end: usize| Span::new(start, end).of(text);
        let before = piece(from, span.start());
        let marked = piece(span.start(), marks_end).trim_end_matches(['\n', '\r']);
        let after = piece(marks_end, to).trim_end_matches(['\n', '\r']);
        let shown_marked = start_of(marked, AFTER);
        let room = AFTER.saturating_sub(marked.chars().count());
        Self {
            before: end_of(before, BEFORE, from > start),
            after: start_of(after, room),
            marked: shown_marked,
        }
    }

    /// The line, cut at both sides where it is long.
    pub(super) fn text(&self) -> String {
        [self.before.as_str(), &self.marked, &self.after].concat()
    }

    /// Spaces, then a mark under each letter of the words; one mark where there are none.
    pub(super) fn marks(&self) -> String {
        let width = |text: &str| text.graphemes(true).count();
        let indent = " ".repeat(width(&self.before));
        indent + &"^".repeat(width(&self.marked).max(1))
    }
}

/// The nearest character boundary at or before `offset`.
fn floor_boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

/// The last characters, with a sign where some are left out.
fn end_of(text: &str, most: usize, cut: bool) -> String {
    let count = text.chars().count();
    let skipped = count.saturating_sub(most);
    let sign = if cut || skipped > 0 { "…" } else { "" };
    let kept = text.chars().skip(skipped).map(visible);
    sign.chars().chain(kept).collect()
}

/// The first characters, with a sign where some are left out.
fn start_of(text: &str, most: usize) -> String {
    let sign = if text.chars().nth(most).is_some() {
        "…"
    } else {
        ""
    };
    let kept = text.chars().take(most).map(visible);
    kept.chain(sign.chars()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, words: &str) -> String {
        let source = SourceFile::new("a.toml", text.to_owned());
        let start = text.find(words).unwrap();
        let span = Span::new(start, start + words.len());
        let excerpt = Excerpt::new(&source, source.line(start), span);
        format!("{}\n{}", excerpt.text(), excerpt.marks())
    }

    #[test]
    fn marks_stand_under_letters_not_bytes() {
        assert_eq!(shown("ä\u{308}ö = x\n", "x"), "ä\u{308}ö = x\n     ^");
    }

    #[test]
    fn a_long_line_is_cut_at_both_sides() {
        let text = format!("{}here{}", "a".repeat(5_000), "b".repeat(5_000));
        let expected = format!(
            "…{}here{}…\n{}^^^^",
            "a".repeat(60),
            "b".repeat(76),
            " ".repeat(61)
        );
        assert_eq!(shown(&text, "here"), expected);
    }

    #[test]
    fn nothing_that_moves_the_cursor_is_shown() {
        assert_eq!(
            shown("a\t\u{1b}[31m\u{202e}b\n", "b"),
            "a \u{fffd}[31m\u{fffd}b\n        ^"
        );
    }
}
