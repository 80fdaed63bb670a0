//! What an actor held on a position, article by article.

use serde::Serialize;

use crate::compare::{Change, Point, Timeline};

use super::super::digest;
use super::frame::Frame;
use super::matrix::ChipView;

/// The line of one actor on one position.
#[derive(Clone, Debug, Serialize)]
pub(super) struct TimelineView {
    actor: String,
    actor_number: usize,
    position: String,
    position_number: usize,
    is_shifting: bool,
    points: Vec<PointView>,
}

/// One article on the line.
#[derive(Clone, Debug, Serialize)]
struct PointView {
    chip: ChipView,
    date: Option<String>,
    /// What became of the stance, where it was not held.
    change: Option<&'static str>,
}

impl TimelineView {
    /// The lines that more than one article tells of, shifting ones first. None for two articles, whose line-ups say it all.
    pub(super) fn all(frame: &Frame<'_>) -> Vec<Self> {
        digest::timelines(frame.comparison)
            .into_iter()
            .map(|line| Self::of(frame, line))
            .collect()
    }

    fn of(frame: &Frame<'_>, line: &Timeline) -> Self {
        let point = |point: &Point| PointView {
            chip: ChipView::of(
                frame,
                point.document,
                &point.claims,
                point.change == Change::Shifted,
            ),
            date: point.date.map(|date| date.to_string()),
            change: match point.change {
                Change::Shifted => Some("shifted"),
                Change::Elsewhere => Some("towards others"),
                Change::First | Change::Held => None,
            },
        };
        Self {
            actor: frame.prose.actor(&line.actor).to_owned(),
            actor_number: frame.actor_number(&line.actor),
            position: frame.prose.position(&line.position),
            position_number: frame.position_number(&line.position),
            is_shifting: line.is_shifting(),
            points: line.points.iter().map(point).collect(),
        }
    }
}
