//! Byte spans of the original text, and the one place that slices it.

use std::fmt;
use std::ops::Range;

use serde::ser::{Serialize, SerializeStruct, Serializer};

/// A byte range of a document's text: `start` inclusive, `end` exclusive, both on character boundaries.
///
/// Spans are kept as 32-bit offsets, which is why [`Document`](crate::Document) refuses texts of 4 GiB and more.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// A span from byte `start` to byte `end`; an `end` before `start` gives the empty span at `start`.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        let start = u32::try_from(start).unwrap_or(u32::MAX);
        let end = u32::try_from(end).unwrap_or(u32::MAX);
        Self {
            start,
            end: end.max(start),
        }
    }

    /// First byte.
    #[must_use]
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// Byte after the last one.
    #[must_use]
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the span holds no byte.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The span as a range of byte offsets.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// Whether every byte of `other` lies in this span.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two spans share a byte.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// This span moved right by `offset` bytes.
    #[must_use]
    pub fn shift(self, offset: usize) -> Self {
        Self::new(self.start() + offset, self.end() + offset)
    }

    /// The words of `text` under this span; the empty string where the span doesn't fit the text.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

impl Serialize for Span {
    /// As `{"start": 3, "end": 9}`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Span", 2)?;
        fields.serialize_field("start", &self.start)?;
        fields.serialize_field("end", &self.end)?;
        fields.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_does_not_contain_its_end() {
        let span = Span::new(3, 5);
        assert!(span.overlaps(Span::new(4, 9)));
        assert!(!span.overlaps(Span::new(5, 9)));
        assert!(!span.overlaps(Span::new(0, 3)));
        assert_eq!(span.len(), 2);
        assert!(Span::new(5, 3).is_empty());
    }

    #[test]
    fn a_span_that_does_not_fit_gives_no_text() {
        assert_eq!(Span::new(1, 3).of("añb"), "ñ");
        assert_eq!(Span::new(2, 3).of("añb"), "");
        assert_eq!(Span::new(0, 90).of("ab"), "");
    }
}
