//! The tables of a corpus on the page.

use serde::Serialize;

use super::super::digest::{self, Cell, Table};
use super::frame::Frame;

/// A table.
#[derive(Clone, Debug, Serialize)]
pub(super) struct DigestView {
    heading: &'static str,
    columns: Vec<&'static str>,
    rows: Vec<Vec<DigestCell>>,
    more: usize,
}

/// A cell; a claim's leads to it.
#[derive(Clone, Debug, Serialize)]
struct DigestCell {
    words: String,
    claim: Option<usize>,
}

impl DigestView {
    pub(super) fn all(frame: &Frame<'_>) -> Vec<Self> {
        let tables = digest::tables(frame.comparison).into_iter();
        tables.map(Self::of).collect()
    }

    fn of(table: Table) -> Self {
        let cell = |cell: Cell| match cell {
            Cell::Words(words) => DigestCell { words, claim: None },
            Cell::Claim(claim, words) => DigestCell {
                words,
                claim: Some(claim),
            },
        };
        let row = |row: Vec<Cell>| row.into_iter().map(cell).collect();
        Self {
            heading: table.heading,
            columns: table.columns,
            rows: table.rows.into_iter().map(row).collect(),
            more: table.more,
        }
    }
}
