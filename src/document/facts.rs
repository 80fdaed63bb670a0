//! What is known about a document beside its text, and what of it could not be read.

use crate::date::{Date, DateError};

/// Title, outlet, author and date, where they were found or given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Facts {
    pub(super) title: Option<String>,
    pub(super) outlet: Option<String>,
    pub(super) author: Option<String>,
    pub(super) date: Option<Date>,
    pub(super) warnings: Vec<Warning>,
}

/// Something about a document that could not be read, while the rest was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Warning {
    /// A date that is none: the document is left without one.
    #[error("line {line}: {error}")]
    Date {
        /// The line it stands in, counted from 1; for a JSON Lines record, the record's line.
        line: usize,
        /// What is wrong with it.
        #[source]
        error: DateError,
    },
    /// Bytes of a web page that its encoding lacks: each stands in the text as U+FFFD.
    #[error("there are bytes that are no {encoding}: each was replaced by U+FFFD")]
    Replaced {
        /// The name of the encoding.
        encoding: &'static str,
    },
}

impl Facts {
    /// These facts, and where they have none, those of `other`. The warnings of both are kept.
    pub(super) fn or(mut self, other: Self) -> Self {
        self.warnings.extend(other.warnings);
        Self {
            title: self.title.or(other.title),
            outlet: self.outlet.or(other.outlet),
            author: self.author.or(other.author),
            date: self.date.or(other.date),
            warnings: self.warnings,
        }
    }

    /// Reads the date in `text`, which stands in `line`; a warning where it is none.
    pub(super) fn read_date(&mut self, text: &str, line: usize) {
        match text.parse() {
            Ok(date) => self.date = Some(date),
            Err(error) => self.warnings.push(Warning::Date { line, error }),
        }
    }
}
