//! Lines of a text, without the white space around them.

use memchr::memchr2_iter;

use crate::span::Span;

/// A line with something on it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'t> {
    /// Its words, without the white space around them.
    pub(super) text: &'t str,
    /// Where they stand.
    pub(super) span: Span,
    /// Whether a blank line, or the start of the text, comes before it.
    pub(super) apart: bool,
}

/// The lines of `text` from byte `from` on that are not blank. A line ends with LF, CRLF or CR.
pub(super) fn lines(text: &str, from: usize) -> impl Iterator<Item = Line<'_>> {
    let rest = text.get(from..).unwrap_or_default();
    let ends = memchr2_iter(b'\n', b'\r', rest.as_bytes()).map(move |end| from + end);
    let mut start = from;
    let mut apart = true;
    ends.chain([text.len()]).filter_map(move |end| {
        let line = text.get(start..end).unwrap_or_default();
        let empty = line.is_empty();
        // Between the CR and the LF of one line end there is no blank line.
        let inside_crlf =
            empty && start > 0 && text.as_bytes().get(start - 1..=start) == Some(b"\r\n");
        let begin = start;
        start = end + 1;
        let Some(words) = trimmed(line) else {
            apart |= !inside_crlf;
            return None;
        };
        Some(Line {
            text: words.of(line),
            span: words.shift(begin),
            apart: std::mem::take(&mut apart),
        })
    })
}

/// Where the words of `text` stand, the blank characters around them left out; `None` where it is all blank.
pub(super) fn trimmed(text: &str) -> Option<Span> {
    let start = text.len() - text.trim_start_matches(is_blank).len();
    let end = text.trim_end_matches(is_blank).len();
    (start < end).then(|| Span::new(start, end))
}

/// Whether a character is nothing to read: white space, NUL, a byte-order mark, a zero-width space.
pub(super) fn is_blank(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\0' | '\u{feff}' | '\u{200b}')
}

/// Whether a line or paragraph ends like a sentence, marks that close a quotation or bracket left aside.
pub(super) fn ends_sentence(text: &str) -> bool {
    let stem = text.trim_end_matches(['"', '”', '\'', '’', '»', ')', ']', '*', '_']);
    stem.ends_with(['.', '?', '!', '…', '。', '！', '？', '؟', '۔', '।'])
}

/// The number of words, counted no further than `limit`.
pub(super) fn word_count(text: &str, limit: usize) -> usize {
    text.split_whitespace().take(limit).count()
}

/// Whether the first letter of a line is a small one.
pub(super) fn starts_small(text: &str) -> bool {
    text.starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(&str, bool)> {
        lines(text, 0).map(|line| (line.text, line.apart)).collect()
    }

    #[test]
    fn every_kind_of_line_end_ends_one_line() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["one", " two ", "", "\t", "three"].join(end);
            assert_eq!(
                read(&text),
                [("one", true), ("two", false), ("three", true)],
                "{end:?}"
            );
        }
    }

    #[test]
    fn a_byte_order_mark_and_nul_are_blank() {
        assert_eq!(read("\u{feff}one\n\0\ntwo"), [("one", true), ("two", true)]);
        assert_eq!(read("\u{feff} \n"), []);
    }

    #[test]
    fn a_sentence_may_end_inside_a_quotation() {
        assert!(ends_sentence("“He left.”"));
        assert!(ends_sentence("(They stayed.)"));
        assert!(!ends_sentence("The road home"));
        assert!(!ends_sentence("He said:"));
    }
}
