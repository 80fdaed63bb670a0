//! Actor by position: in each cell what the articles tell, one after the other.

use serde::Serialize;

use crate::pack::PositionId;

use super::super::matrix::{self, Entry, Matrix, Row};
use super::super::prose::{self, Prose};
use super::anchor::Anchors;
use super::frame::Frame;

/// The table.
#[derive(Clone, Debug, Serialize)]
pub(super) struct MatrixView {
    columns: Vec<ColumnView>,
    rows: Vec<RowView>,
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
    /// "supports and opposes".
    stands: String,
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
            columns: matrix.positions.iter().map(column).collect(),
            rows: matrix.rows.iter().map(row).collect(),
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
        let stances = matrix::stances(frame.comparison, claims);
        let sides: Vec<String> = stances
            .iter()
            .map(|&stance| prose::name(stance).to_owned())
            .collect();
        let only = stances.first().filter(|_| stances.len() == 1);
        let first = claims.first().copied().unwrap_or_default();
        Self {
            letter: Prose::letter(document),
            article: frame.prose.article(document).to_owned(),
            stance: only.map_or("mixed", |stance| stance.as_str()),
            sign: matrix::sign_of(&stances),
            stands: prose::list(&sides),
            anchor: frame.anchors.claim(first).to_owned(),
            is_shift,
        }
    }
}
