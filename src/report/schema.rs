//! The JSON Schemas of what is written as JSON, made from the types that are written.

use std::fmt;

use schemars::generate::SchemaSettings;

use crate::compare::record::ComparisonRecord;

use super::json_lines::ClaimLine;

/// A JSON Schema (draft 2020-12), indented. Those of this version are published in the folder `schema` of the repository.
///
/// ```
/// use parallax::report::Schema;
/// assert!(Schema::comparison().to_string().contains("\"alignments\""));
/// ```
#[derive(Clone, Debug)]
pub struct Schema {
    schema: schemars::Schema,
}

impl Schema {
    /// Of a comparison as [`Json`](super::Json) writes it.
    #[must_use]
    pub fn comparison() -> Self {
        Self::of::<ComparisonRecord<'_>>()
    }

    /// Of a line of [`JsonLines`](super::JsonLines).
    #[must_use]
    pub fn claim() -> Self {
        Self::of::<ClaimLine<'_>>()
    }

    fn of<T: schemars::JsonSchema>() -> Self {
        // What is written, as against what could be read: every key is there.
        let generator = SchemaSettings::draft2020_12()
            .for_serialize()
            .into_generator();
        Self {
            schema: generator.into_root_schema_for::<T>(),
        }
    }
}

impl fmt::Display for Schema {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&serde_json::to_string_pretty(&self.schema).map_err(|_| fmt::Error)?)
    }
}
