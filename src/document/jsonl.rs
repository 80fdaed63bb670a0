//! JSON Lines: a corpus with one article a line.
//!
//! Each line is an object with `text` and, where they are known, `id`, `title`, `outlet`, `author` and `date`; other keys are left alone, and so are blank lines. A
//! broken line is one error with its number; the lines after it are read all the same. The reader keeps one line at a time, so memory doesn't grow
//! with the file. `O(n)`.

use std::io::{self, BufRead};

use serde::Deserialize;
use serde_json::Value;

use super::Document;
use super::facts::Facts;

/// The articles of a JSON Lines text, in its order.
///
/// Offsets in results refer to the record's `text`. A record without `id` goes by the name given and its line: `corpus-3`.
///
/// ```
/// use parallax::document::Records;
///
/// let corpus = br#"{"id": "river", "date": "2021-03-03", "text": "The river rose."}
/// {"title": "No text"}
/// "#;
/// let mut records = Records::new("corpus", &corpus[..]);
/// assert_eq!(records.next().unwrap()?.id(), "river");
/// assert_eq!(records.next().unwrap().unwrap_err().to_string(), "line 2: the record has no `text`");
/// assert!(records.next().is_none());
/// # Ok::<(), parallax::document::RecordError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Records<R> {
    name: String,
    reader: R,
    line: usize,
    ended: bool,
}

/// Why a record of a JSON Lines text could not be read.
#[derive(Debug, thiserror::Error)]
#[error("line {line}: {kind}")]
pub struct RecordError {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong with it.
    #[source]
    pub kind: RecordErrorKind,
}

/// What is wrong with a record.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RecordErrorKind {
    /// Reading stopped: nothing comes after this error.
    #[error("reading stopped: {0}")]
    Io(#[source] io::Error),
    /// It is not UTF-8.
    #[error("the record is not UTF-8 at its byte {offset}")]
    NotUtf8 {
        /// Where the first wrong byte is in the line, counted from 0.
        offset: usize,
    },
    /// It is no JSON.
    ///
    /// The parser counts lines and columns from the beginning of the record, which is one line.
    #[error("the record is no JSON: {0} of it")]
    Json(#[source] serde_json::Error),
    /// It is JSON, but no object.
    #[error("the record is no object")]
    NoObject,
    /// It has no text.
    #[error("the record has no `text`")]
    NoText,
    /// A field that holds words holds something else.
    #[error("`{field}` is not a string")]
    NotAString {
        /// The field.
        field: &'static str,
    },
    /// Its text has 4 GiB or more.
    #[error("the text is too long")]
    TooLong,
}

/// A record as it is written. Values are taken as they come, so that a wrong type is named by its field.
#[derive(Deserialize)]
struct Fields {
    id: Option<Value>,
    title: Option<Value>,
    outlet: Option<Value>,
    author: Option<Value>,
    date: Option<Value>,
    text: Option<Value>,
}

impl<R: BufRead> Records<R> {
    /// The records that `reader` gives; `name` is the stem of the file, for records without an `id`.
    #[must_use]
    pub fn new(name: impl Into<String>, reader: R) -> Self {
        Self {
            name: name.into(),
            reader,
            line: 0,
            ended: false,
        }
    }

    fn read(&self, line: &[u8]) -> Result<Document, RecordErrorKind> {
        let text = std::str::from_utf8(line).map_err(|error| RecordErrorKind::NotUtf8 {
            offset: error.valid_up_to(),
        })?;
        let value: Value = serde_json::from_str(text).map_err(RecordErrorKind::Json)?;
        if !value.is_object() {
            return Err(RecordErrorKind::NoObject);
        }
        let fields = Fields::deserialize(value).map_err(RecordErrorKind::Json)?;
        let text = string("text", fields.text)?.ok_or(RecordErrorKind::NoText)?;
        if text.len() >= u32::MAX as usize {
            return Err(RecordErrorKind::TooLong);
        }
        let id = match fields.id {
            Some(Value::Number(number)) => Some(number.to_string()),
            id => string("id", id)?,
        };
        let mut facts = Facts {
            title: string("title", fields.title)?,
            outlet: string("outlet", fields.outlet)?,
            author: string("author", fields.author)?,
            ..Facts::default()
        };
        let date = match fields.date {
            Some(Value::Number(year)) => Some(year.to_string()),
            date => string("date", date)?,
        };
        if let Some(date) = date {
            facts.read_date(&date, self.line);
        }
        let id = id.unwrap_or_else(|| format!("{}-{}", self.name, self.line));
        Ok(Document::with_facts(id, text, facts))
    }
}

impl<R: BufRead> Iterator for Records<R> {
    type Item = Result<Document, RecordError>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut line = Vec::new();
        while !self.ended {
            line.clear();
            self.line += 1;
            match self.reader.read_until(b'\n', &mut line) {
                Ok(0) => self.ended = true,
                Ok(_) => {
                    let record = line
                        .strip_prefix(b"\xef\xbb\xbf")
                        .filter(|_| self.line == 1)
                        .unwrap_or(&line);
                    let record = record.trim_ascii();
                    if !record.is_empty() {
                        return Some(self.read(record).map_err(|kind| self.error(kind)));
                    }
                }
                Err(error) => {
                    self.ended = true;
                    return Some(Err(self.error(RecordErrorKind::Io(error))));
                }
            }
        }
        None
    }
}

impl<R> Records<R> {
    fn error(&self, kind: RecordErrorKind) -> RecordError {
        RecordError {
            line: self.line,
            kind,
        }
    }
}

/// The words of a field; empty ones and `null` are none.
fn string(field: &'static str, value: Option<Value>) -> Result<Option<String>, RecordErrorKind> {
    match value {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(words)) => {
            Ok(Some(words).filter(|words| field == "text" || !words.trim().is_empty()))
        }
        Some(_) => Err(RecordErrorKind::NotAString { field }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(corpus: &[u8]) -> Vec<String> {
        let show = |document: Document| {
            let date = document.date().map(|date| date.to_string());
            let warnings: Vec<_> = document.warnings().map(ToString::to_string).collect();
            format!(
                "{} {} {}",
                document.id(),
                date.unwrap_or("-".to_owned()),
                warnings.join("; ")
            )
        };
        Records::new("corpus", corpus)
            .map(|record| {
                record
                    .map_or_else(|error| error.to_string(), show)
                    .trim()
                    .to_owned()
            })
            .collect()
    }

    #[test]
    fn broken_records_are_named_and_the_others_read() {
        let corpus = b"\xef\xbb\xbf{\"id\": \"a\", \"text\": \"x\", \"date\": \"March 3, 2021\"}\r\n\n{\"id\": 7, \"text\": \"x\", \"date\": 2021}\n\
            {\"text\": \"x\", \"date\": \"soon\"}\n{\"text\": \"x\"\n{\"text\": 5}\n[1]\n{\"text\": \"\\ud800\"}\n{\"text\": \"\xff\"}\n{\"text\": \"\"}";
        assert_eq!(
            read(corpus),
            [
                "a 2021-03-03",
                "7 2021",
                "corpus-4 - line 4: `soon` is no date: write 2024-02-13, 2024-02, 2024 or February 13, 2024",
                "line 5: the record is no JSON: EOF while parsing an object at line 1 column 12 of it",
                "line 6: `text` is not a string",
                "line 7: the record is no object",
                "line 8: the record is no JSON: unexpected end of hex escape at line 1 column 17 of it",
                "line 9: the record is not UTF-8 at its byte 10",
                "corpus-10 -",
            ]
        );
    }

    /// A file that can't be read beyond its first line.
    struct Torn {
        first: &'static [u8],
    }

    impl io::Read for Torn {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            if self.first.is_empty() {
                return Err(io::Error::other("the disk is gone"));
            }
            self.first.read(buffer)
        }
    }

    #[test]
    fn nothing_comes_after_a_file_that_cannot_be_read() {
        let torn = Torn {
            first: b"{\"text\": \"x\"}\n",
        };
        let mut records = Records::new("corpus", io::BufReader::new(torn));
        assert!(records.next().unwrap().is_ok());
        assert_eq!(
            records.next().unwrap().unwrap_err().to_string(),
            "line 2: reading stopped: the disk is gone"
        );
        assert!(records.next().is_none());
    }

    #[test]
    fn fields_go_before_what_the_text_says() {
        let corpus = br#"{"title": "Given", "text": "Found\nThe Outlet, 2021-03-03\n\nThe river rose.", "outlet": " ", "author": null}"#;
        let document = Records::new("corpus", &corpus[..]).next().unwrap().unwrap();
        assert_eq!(document.title(), Some("Given"));
        assert_eq!(document.outlet(), Some("The Outlet"));
    }
}
