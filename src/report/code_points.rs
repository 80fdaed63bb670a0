//! Places counted in code points, as other programs count them, from places in bytes.

use crate::span::Span;

/// Bytes between two marks.
const STEP: usize = 1024;

/// A text with the code points before every [`STEP`]th byte. A place costs one step at most.
#[derive(Clone, Debug)]
pub(super) struct CodePoints<'t> {
    bytes: &'t [u8],
    marks: Vec<usize>,
}

impl<'t> CodePoints<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let mut before = 0;
        let mark = |step: &[u8]| {
            let here = before;
            before += begun(step);
            here
        };
        let mut marks: Vec<usize> = bytes.chunks(STEP).map(mark).collect();
        marks.push(before);
        Self { bytes, marks }
    }

    /// The code points before a byte.
    fn before(&self, byte: usize) -> usize {
        let byte = byte.min(self.bytes.len());
        let step = byte / STEP;
        let rest = self.bytes.get(step * STEP..byte).unwrap_or_default();
        self.marks.get(step).copied().unwrap_or_default() + begun(rest)
    }

    /// Start and end of a span, the end exclusive.
    pub(super) fn of_span(&self, span: Span) -> (usize, usize) {
        (self.before(span.start()), self.before(span.end()))
    }
}

/// The code points that begin in these bytes.
fn begun(bytes: &[u8]) -> usize {
    let is_first = |byte: &&u8| **byte & 0b1100_0000 != 0b1000_0000;
    bytes.iter().filter(is_first).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_in_code_points() {
        let text = "añ→𝄞b";
        let points = CodePoints::of(text);
        assert_eq!(points.of_span(Span::new(1, 3)), (1, 2));
        assert_eq!(points.of_span(Span::new(6, 11)), (3, 5));
        assert_eq!(points.of_span(Span::new(11, 99)), (5, 5));
    }

    #[test]
    fn long_texts_are_counted_as_short_ones() {
        let text = "→x".repeat(1000);
        let points = CodePoints::of(&text);
        for (count, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(points.before(byte), count);
        }
        assert_eq!(points.before(text.len()), 2000);
        assert_eq!(CodePoints::of("").before(0), 0);
    }
}
