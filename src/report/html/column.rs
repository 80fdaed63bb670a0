//! Who agrees and who conflicts with whom, for a narrow screen: the actors under each other, a bow beside them for each tie.
//!
//! The circle of `network` is as wide as its names on both sides. Here they stand on one side, so that a phone shows all of it in letters of
//! full size; the order is the circle's, so that camps stand together.

use serde::Serialize;

use super::network::{LabelView, LineView, broken, number};

/// The picture's width: a phone's, less its margins.
const WIDTH: f64 = 340.0;
/// Where the names end, and where the bows begin.
const NAMES: f64 = 122.0;
const NODES: f64 = 142.0;
/// From a row to the next: two lines of a name.
const ROW: f64 = 34.0;
/// The most lines of a name, and a line's height.
const LINES: usize = 2;
const LEADING: f64 = 14.0;

/// The picture.
#[derive(Clone, Debug, Serialize)]
pub(super) struct ColumnView {
    width: String,
    height: String,
    names_x: String,
    nodes_x: String,
}

/// An actor's row.
#[derive(Clone, Debug, Serialize)]
pub(super) struct RowView {
    y: String,
    label: Vec<LabelView>,
}

impl ColumnView {
    /// Of so many actors.
    pub(super) fn of(actors: usize) -> Self {
        Self {
            width: number(WIDTH),
            height: number(ROW * small(actors)),
            names_x: number(NAMES),
            nodes_x: number(NODES),
        }
    }
}

impl RowView {
    pub(super) fn of(name: &str, at: usize) -> Self {
        let lines = broken(name, LINES);
        let first = middle(at) - small(lines.len().saturating_sub(1)) * LEADING / 2.0;
        let line = |(nth, words)| LabelView {
            words,
            y: number(first + small(nth) * LEADING),
        };
        Self {
            y: number(middle(at)),
            label: lines.into_iter().enumerate().map(line).collect(),
        }
    }
}

/// A bow between two of so many rows: the farther apart, the wider. The two kinds are as far apart as `shift`, from 0 to 1.
pub(super) fn bow(
    kind: &'static str,
    matters: usize,
    shift: f64,
    (from, to): (usize, usize),
    actors: usize,
) -> Option<LineView> {
    let apart = small(from.abs_diff(to)) / small(actors.saturating_sub(1).max(1));
    // A curve of this kind goes half as far out as the point that draws it, and stays clear of the edge.
    let out = (WIDTH - NODES - 8.0) * (0.15 + 0.75 * apart + 0.1 * shift);
    let path = format!(
        "M{x} {}Q{} {} {x} {}",
        number(middle(from)),
        number(NODES + 2.0 * out),
        number((middle(from) + middle(to)) / 2.0),
        number(middle(to)),
        x = number(NODES),
    );
    LineView::of(kind, matters, path)
}

/// The middle of a row.
fn middle(at: usize) -> f64 {
    ROW * (small(at) + 0.5)
}

fn small(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_beside_its_row() {
        let heights = |name, at| {
            let lines = RowView::of(name, at).label.into_iter();
            lines.map(|line| line.y).collect::<Vec<_>>()
        };
        assert_eq!(heights("Russia", 0), ["17.0"]);
        assert_eq!(heights("Ferry and Harbour Union", 1), ["44.0", "58.0"]);
    }

    #[test]
    fn the_widest_bow_stays_inside() {
        // Half of the way from 142 to 522, where the curve turns, is 332.
        let widest = bow("conflicts", 2, 1.0, (0, 3), 4).unwrap();
        assert_eq!(widest.path, "M142.0 17.0Q522.0 68.0 142.0 119.0");
        assert!(bow("agrees", 0, 0.0, (0, 3), 4).is_none());
    }
}
