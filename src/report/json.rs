//! A comparison as one JSON object, with the keys of machine-readable output.

use std::fmt;

use crate::compare::Comparison;

/// A comparison as JSON: `documents`, `claims`, `alignments` and more, in a fixed order.
#[derive(Clone, Copy, Debug)]
pub struct Json<'a> {
    comparison: &'a Comparison,
    is_indented: bool,
}

impl<'a> Json<'a> {
    /// On one line.
    #[must_use]
    pub fn new(comparison: &'a Comparison) -> Self {
        Self {
            comparison,
            is_indented: false,
        }
    }

    /// On many lines, indented by two spaces.
    #[must_use]
    pub fn indented(mut self) -> Self {
        self.is_indented = true;
        self
    }
}

impl fmt::Display for Json<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let written = if self.is_indented {
            serde_json::to_string_pretty(self.comparison)
        } else {
            serde_json::to_string(self.comparison)
        };
        f.write_str(&written.map_err(|_| fmt::Error)?)
    }
}
