//! Actor by position: in each cell what the articles tell, one after the other.

use serde::Serialize;

use crate::pack::PositionId;

use super::super::matrix::{Entry, Matrix, Row};
use super::super::sign::Sign;
use super::anchor::Anchors;
use super::frame::Frame;

/// The table.
#[derive(Clone, Debug, Serialize)]
pub(super) struct MatrixView {
    legend: Vec<LegendView>,
    columns: Vec<ColumnView>,
    rows: Vec<RowView>,
}

/// A sign and what it stands for.
#[derive(Clone, Debug, Serialize)]
struct LegendView {
    class: &'static str,
    sign: &'static str,
    words: &'static str,
}

/// A position.
#[derive(Clone, Debug, Serialize)]
struct ColumnView {
    anchor: String,
    name: String,
    question: Option<String>,
    number: usize,
}

/// An actor.
#[derive(Clone, Debug, Serialize)]
struct RowView {
    actor: String,
    number: usize,
    cells: Vec<CellView>,
}

/// What an actor holds on a position.
#[derive(Clone, Debug, Serialize)]
struct CellView {
    is_shifting: bool,
    chips: Vec<ChipView>,
}

/// What one article tells of it.
#[derive(Clone, Debug, Serialize)]
pub(super) struct ChipView {
    letter: String,
    article: String,
    /// A class: the stance, or `mixed`.
    stance: &'static str,
    sign: &'static str,
    /// "for", "both, towards different targets …".
    stands: &'static str,
    /// Where the first of the claims stands.
    anchor: String,
    is_shift: bool,
}

impl MatrixView {
    pub(super) fn of(frame: &Frame<'_>) -> Self {
        let matrix = Matrix::of(frame.comparison);
        let column = |position: &&PositionId| ColumnView {
            anchor: Anchors::position(position),
            name: frame.prose.position(position),
            question: frame.comparison.question(position).map(str::to_owned),
            number: frame.position_number(position),
        };
        let row = |row: &Row<'_>| RowView {
            actor: frame.prose.actor(row.actor).to_owned(),
            number: frame.actor_number(row.actor),
            cells: row
                .cells
                .iter()
                .map(|cell| CellView::of(frame, cell))
                .collect(),
        };
        Self {
            legend: matrix.legend().into_iter().map(LegendView::of).collect(),
            columns: matrix.positions.iter().map(column).collect(),
            rows: matrix.rows.iter().map(row).collect(),
        }
    }
}

impl LegendView {
    fn of((sign, words): (Sign, &'static str)) -> Self {
        Self {
            class: sign.class(),
            sign: sign.as_str(),
            words,
        }
    }
}

impl CellView {
    fn of(frame: &Frame<'_>, cell: &[Entry]) -> Self {
        let chip =
            |entry: &Entry| ChipView::of(frame, entry.document, &entry.claims, entry.is_shift);
        Self {
            is_shifting: cell.iter().any(|entry| entry.is_shift),
            chips: cell.iter().map(chip).collect(),
        }
    }
}

impl ChipView {
    /// What an article tells in these claims, which are by one actor on one position.
    pub(super) fn of(frame: &Frame<'_>, document: usize, claims: &[usize], is_shift: bool) -> Self {
        let sign = Sign::of(frame.comparison, claims);
        let first = claims.first().copied().unwrap_or_default();
        Self {
            letter: frame.prose.letter(document),
            article: frame.prose.article(document).to_owned(),
            stance: sign.class(),
            sign: sign.as_str(),
            stands: sign.words(),
            anchor: frame.anchors.claim(first).to_owned(),
            is_shift,
        }
    }
}
