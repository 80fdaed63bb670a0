//! All that is wrong with a pack, in order of place, each with the words underlined.

use std::error::Error;
use std::fmt;
use std::sync::Arc;

use crate::span::Span;

use super::excerpt::Excerpt;
use super::problem::{Earlier, ProblemKind};
use super::source::SourceFile;

/// A pack that can't be used: everything that is wrong with it, in order of place.
///
/// `Display` is for people, one paragraph a problem, in the manner of rustc:
///
/// ```
/// let actor = "[[actor]]\nid = \"hamas\"\nkind = \"movement\"\nnaem = \"Hamas\"\n";
/// let error = parallax::Pack::from_toml("mine.toml", actor).unwrap_err();
/// // The key is unknown, and the actor has no name.
/// assert_eq!(error.problems().len(), 2);
/// assert!(error.to_string().contains("did you mean `name`?"));
/// ```
#[derive(Clone, Debug)]
pub struct PackError {
    problems: Vec<Problem>,
    omitted: usize,
}

impl PackError {
    /// The problems in order of place: by file as given, then by byte.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// How many more there are than [`problems`](Self::problems) holds, which is 10,000 at most.
    #[must_use]
    pub fn omitted(&self) -> usize {
        self.omitted
    }
}

impl fmt::Display for PackError {
    /// The first hundred problems in full, and how many more there are.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN: usize = 100;
        for (index, problem) in self.problems.iter().take(SHOWN).enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            write!(f, "{problem}")?;
        }
        let rest = self.problems.len().saturating_sub(SHOWN) + self.omitted;
        if rest > 0 {
            write!(f, "\nand {rest} more")?;
        }
        Ok(())
    }
}

impl Error for PackError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        let first = self.problems.first()?;
        Some(&first.kind)
    }
}

/// One thing that is wrong with a pack.
#[derive(Clone, Debug)]
pub struct Problem {
    kind: ProblemKind,
    source: Arc<SourceFile>,
    span: Span,
    line: usize,
    column: usize,
}

impl Problem {
    /// What is wrong.
    #[must_use]
    pub fn kind(&self) -> &ProblemKind {
        &self.kind
    }

    /// Name of the file.
    #[must_use]
    pub fn file(&self) -> &str {
        self.source.name()
    }

    /// The words that are wrong, as bytes of the file. Empty where something is missing.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// Line, counted from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }

    /// Column in characters, counted from 1.
    #[must_use]
    pub fn column(&self) -> usize {
        self.column
    }

    /// The words that are wrong.
    #[must_use]
    pub fn words(&self) -> &str {
        self.span.of(self.source.text())
    }

    /// What would be right.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        self.kind.help()
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, column, .. } = self;
        let margin = " ".repeat(line.to_string().len());
        let excerpt = Excerpt::new(&self.source, *line, self.span);
        writeln!(f, "error: {}", self.kind)?;
        writeln!(f, "{margin}--> {}:{line}:{column}", self.file())?;
        writeln!(f, "{margin} |")?;
        writeln!(f, "{}", format!("{line} | {}", excerpt.text()).trim_end())?;
        writeln!(f, "{margin} | {}", excerpt.marks())?;
        match self.help() {
            Some(help) => writeln!(f, "{margin} = help: {help}"),
            None => Ok(()),
        }
    }
}

/// Collects what is wrong while files are read and ids are resolved.
#[derive(Debug)]
pub(super) struct Problems {
    files: Vec<Arc<SourceFile>>,
    found: Vec<(usize, Span, ProblemKind)>,
    omitted: usize,
}

impl Problems {
    /// More than anybody reads; keeps the cost of a hostile file in bounds.
    const MOST: usize = 10_000;

    /// For files in their order, which is the order of the problems.
    pub(super) fn new(files: Vec<Arc<SourceFile>>) -> Self {
        Self {
            files,
            found: Vec::new(),
            omitted: 0,
        }
    }

    pub(super) fn report(&mut self, file: usize, at: Span, kind: ProblemKind) {
        if self.found.len() < Self::MOST {
            self.found.push((file, at, kind));
        } else {
            self.omitted += 1;
        }
    }

    /// Whether a file couldn't be read at all.
    pub(super) fn has_syntax_errors(&self) -> bool {
        let is_syntax =
            |kind: &ProblemKind| matches!(kind, ProblemKind::Syntax(_) | ProblemKind::TooLong);
        self.found.iter().any(|(_, _, kind)| is_syntax(kind))
    }

    fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// The place of an entry that came first, for a message about a later one.
    pub(super) fn earlier(&self, file: usize, at: Span) -> Earlier {
        let source = self.files.get(file);
        Earlier {
            file: source
                .map(|source| source.name().to_owned())
                .unwrap_or_default(),
            line: source.map_or(1, |source| source.line(at.start())),
        }
    }

    /// `value` if nothing was wrong.
    pub(super) fn check<T>(self, value: T) -> Result<T, PackError> {
        if self.is_empty() {
            return Ok(value);
        }
        let Self {
            files,
            mut found,
            omitted,
        } = self;
        found.sort_by_key(|(file, span, _)| (*file, *span));
        let mut column = ColumnCounter::default();
        let problems = found
            .into_iter()
            .filter_map(|(file, span, kind)| {
                let source = Arc::clone(files.get(file)?);
                let line = source.line(span.start());
                let column = column.at(file, &source, line, span.start());
                Some(Problem {
                    kind,
                    source,
                    span,
                    line,
                    column,
                })
            })
            .collect();
        Err(PackError { problems, omitted })
    }
}

/// Counts columns of places that come in order, each character once, so that a line of 10 MB costs no more than its length.
#[derive(Debug, Default)]
struct ColumnCounter {
    file: usize,
    line: usize,
    offset: usize,
    column: usize,
}

impl ColumnCounter {
    fn at(&mut self, file: usize, source: &SourceFile, line: usize, offset: usize) -> usize {
        if self.file != file || self.line != line {
            let start = source.line_start(line);
            *self = Self {
                file,
                line,
                offset: start,
                column: 1,
            };
        }
        let passed = Span::new(self.offset, offset).of(source.text());
        self.column += passed.chars().count();
        self.offset = offset;
        self.column
    }
}
