//! What is known of a document, in the keys of machine-readable output.

use serde::Serialize;
use serde::ser::Serializer;

use crate::date::Date;

use super::Document;

/// What is known of an article.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct DocumentRecord<'a> {
    /// Its id: for a file, its stem.
    document: &'a str,
    title: Option<&'a str>,
    outlet: Option<&'a str>,
    author: Option<&'a str>,
    date: Option<Date>,
}

impl Serialize for Document {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let record = DocumentRecord {
            document: self.id(),
            title: self.title(),
            outlet: self.outlet(),
            author: self.author(),
            date: self.date(),
        };
        record.serialize(serializer)
    }
}
