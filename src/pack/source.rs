//! The files of a pack, and places in them.

use std::borrow::Cow;
use std::fmt;
use std::sync::{Arc, OnceLock};

use crate::span::Span;

/// A file of a pack as it was read. Kept as long as the pack, so that whatever is said about a rule can name its place.
pub(crate) struct SourceFile {
    name: String,
    text: Cow<'static, str>,
    /// Offset of each line's first byte; made when the first place is asked for.
    lines: OnceLock<Vec<usize>>,
}

impl SourceFile {
    pub(super) fn new(name: &str, text: impl Into<Cow<'static, str>>) -> Self {
        Self {
            name: name.to_owned(),
            text: text.into(),
            lines: OnceLock::new(),
        }
    }

    /// Name as the caller gave it.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// The whole text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Line of a byte, counted from 1.
    pub(crate) fn line(&self, offset: usize) -> usize {
        self.lines().partition_point(|&start| start <= offset)
    }

    /// Offset of the first byte of a line that is counted from 1.
    pub(crate) fn line_start(&self, line: usize) -> usize {
        let index = line.saturating_sub(1);
        self.lines().get(index).copied().unwrap_or(self.text.len())
    }

    fn lines(&self) -> &[usize] {
        self.lines.get_or_init(|| {
            let ends = memchr::memchr_iter(b'\n', self.text.as_bytes());
            std::iter::once(0).chain(ends.map(|end| end + 1)).collect()
        })
    }
}

impl fmt::Debug for SourceFile {
    /// The name alone: a text of a megabyte helps nobody.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

/// Where something stands in a pack's files.
#[derive(Clone)]
pub(crate) struct Origin {
    source: Arc<SourceFile>,
    span: Span,
}

impl Origin {
    pub(super) fn new(source: &Arc<SourceFile>, span: Span) -> Self {
        Self {
            source: Arc::clone(source),
            span,
        }
    }

    /// Name of the file.
    pub(crate) fn file(&self) -> &str {
        self.source.name()
    }

    /// Line, counted from 1.
    pub(crate) fn line(&self) -> usize {
        self.source.line(self.span.start())
    }

    /// Column in characters, counted from 1.
    pub(crate) fn column(&self) -> usize {
        let start = self.source.line_start(self.line());
        1 + Span::new(start, self.span.start())
            .of(self.source.text())
            .chars()
            .count()
    }
}

impl PartialEq for Origin {
    /// The same bytes of files with the same name.
    fn eq(&self, other: &Self) -> bool {
        self.span == other.span && self.file() == other.file()
    }
}

impl Eq for Origin {}

impl fmt::Display for Origin {
    /// `world.toml:12:3`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file(), self.line(), self.column())
    }
}

impl fmt::Debug for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{:?}", self.file(), self.span)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_from_one_and_in_characters() {
        let source = Arc::new(SourceFile::new("a.toml", "é = 1\nöö = 2\n"));
        let at = |start, end| Origin::new(&source, Span::new(start, end)).to_string();
        assert_eq!(at(0, 2), "a.toml:1:1");
        assert_eq!(at(5, 6), "a.toml:1:5");
        assert_eq!(at(7, 11), "a.toml:2:1");
        assert_eq!(at(14, 15), "a.toml:2:6");
        assert_eq!(at(16, 16), "a.toml:3:1");
    }
}
