//! Who agrees and who conflicts with whom, as a picture: actors on a circle, a line for each tie of the corpus.
//!
//! The order on the circle is settled step by step, without chance: the actor that meets others on most matters comes first, and next to each the one
//! that agrees with it most and conflicts with it least, so that camps stand together and the lines of conflict go across. `column` draws the same for
//! a narrow screen.

use std::collections::{BTreeMap, BTreeSet};
use std::f64::consts::TAU;

use serde::Serialize;

use crate::compare::{Matter, Tie};
use crate::pack::ActorId;

use super::super::prose;
use super::column::{self, ColumnView, RowView};
use super::frame::Frame;

/// The most actors in the picture; those that meet on most matters are taken.
const MOST: usize = 24;
/// The picture's size and its circle.
const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 520.0;
const RADIUS: f64 = 190.0;
/// The most letters in a line of a label, and its most lines: what fits beside the circle, with a line's height.
const LETTERS: usize = 16;
const LINES: usize = 3;
const LEADING: f64 = 16.0;

/// The picture and what it shows as a table.
#[derive(Clone, Debug, Serialize)]
pub(super) struct NetworkView {
    width: String,
    height: String,
    column: ColumnView,
    nodes: Vec<NodeView>,
    edges: Vec<EdgeView>,
    /// Actors who met somebody and are not shown.
    left_out: usize,
}

#[derive(Clone, Debug, Serialize)]
struct NodeView {
    name: String,
    x: String,
    y: String,
    radius: String,
    label: Vec<LabelView>,
    label_x: String,
    /// `start`, `middle` or `end`.
    anchor: &'static str,
    /// In the column.
    row: RowView,
}

/// A line of a label.
#[derive(Clone, Debug, Serialize)]
pub(super) struct LabelView {
    pub(super) words: String,
    pub(super) y: String,
}

#[derive(Clone, Debug, Serialize)]
struct EdgeView {
    one: String,
    other: String,
    /// The positions on which they take a common side.
    agrees: String,
    /// Those on which they take opposite ones.
    conflicts: String,
    /// What is drawn on the circle, and beside the column.
    lines: Vec<LineView>,
    bows: Vec<LineView>,
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct LineView {
    /// A class: `agrees` or `conflicts`.
    kind: &'static str,
    pub(super) path: String,
    width: String,
}

/// How many matters two actors meet on.
type Meetings<'a> = BTreeMap<(&'a ActorId, &'a ActorId), &'a Tie>;

impl NetworkView {
    /// `None` where no two actors met.
    pub(super) fn of(frame: &Frame<'_>) -> Option<Self> {
        let corpus = frame.comparison.corpus();
        let meetings: Meetings<'_> = corpus
            .ties
            .iter()
            .map(|tie| ((&tie.one, &tie.other), tie))
            .collect();
        let mut matters: BTreeMap<&ActorId, usize> = BTreeMap::new();
        for tie in &corpus.ties {
            for actor in [&tie.one, &tie.other] {
                *matters.entry(actor).or_default() += tie.agreements.len() + tie.conflicts.len();
            }
        }
        let all = matters.len();
        let mut actors: Vec<(&ActorId, usize)> = matters.into_iter().collect();
        actors.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
        actors.truncate(MOST);
        let order = around(&actors, &meetings);
        let places: BTreeMap<&ActorId, Place> = order
            .iter()
            .enumerate()
            .map(|(at, &actor)| (actor, Place::of(at, order.len())))
            .collect();
        let shown = order.len();
        let node = |(actor, count): &(&ActorId, usize)| {
            Some(NodeView::of(frame, actor, *count, *places.get(actor)?))
        };
        let edge = |tie: &Tie| {
            let ends = (*places.get(&tie.one)?, *places.get(&tie.other)?);
            Some(EdgeView::of(frame, tie, ends, shown))
        };
        let nodes: Vec<NodeView> = actors.iter().filter_map(node).collect();
        (!nodes.is_empty()).then(|| Self {
            width: number(WIDTH),
            height: number(HEIGHT),
            column: ColumnView::of(shown),
            edges: corpus.ties.iter().filter_map(edge).collect(),
            left_out: all - nodes.len(),
            nodes,
        })
    }
}

/// The actors, given by falling number of matters, in their order on the circle.
fn around<'a>(actors: &[(&'a ActorId, usize)], meetings: &Meetings<'_>) -> Vec<&'a ActorId> {
    let mut rest: Vec<&ActorId> = actors.iter().map(|&(actor, _)| actor).collect();
    let mut order: Vec<&ActorId> = Vec::with_capacity(rest.len());
    while !rest.is_empty() {
        let last = order.last().copied();
        let closeness = |actor: &ActorId| {
            let Some(last) = last else { return 0 };
            let meeting = meetings.get(&(last.min(actor), last.max(actor)));
            let signed = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
            meeting.map_or(0, |tie| {
                signed(tie.agreements.len()).saturating_sub(signed(tie.conflicts.len()))
            })
        };
        // The first of the closest: the one with most matters.
        let next = (0..rest.len()).max_by_key(|&at| {
            (
                rest.get(at).map(|actor| closeness(actor)),
                std::cmp::Reverse(at),
            )
        });
        order.push(rest.remove(next.unwrap_or_default()));
    }
    order
}

/// A place on the circle, as the way from its centre: 1 is the circle.
#[derive(Clone, Copy, Debug)]
struct Place {
    /// From the top, from 0.
    at: usize,
    x: f64,
    y: f64,
}

impl Place {
    fn of(at: usize, of: usize) -> Self {
        let small = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
        // From the top, clockwise.
        let (sin, cos) = (TAU * small(at) / small(of.max(1))).sin_cos();
        Self {
            at,
            x: sin,
            y: -cos,
        }
    }

    fn x(self, radius: f64) -> String {
        number(WIDTH / 2.0 + self.x * radius * 1.15)
    }

    fn y(self, radius: f64) -> String {
        number(HEIGHT / 2.0 + self.y * radius)
    }
}

impl NodeView {
    fn of(frame: &Frame<'_>, actor: &ActorId, matters: usize, place: Place) -> Self {
        let size = f64::from(u32::try_from(matters).unwrap_or(u32::MAX));
        let radius = (5.0 + size.sqrt() * 1.6).min(16.0);
        let name = frame.prose.actor(actor);
        Self {
            name: name.to_owned(),
            x: place.x(RADIUS),
            y: place.y(RADIUS),
            radius: number(radius),
            label: label(name, place, RADIUS + radius + 12.0),
            label_x: place.x(RADIUS + radius + 9.0),
            anchor: match place.x {
                x if x > 0.2 => "start",
                x if x < -0.2 => "end",
                _ => "middle",
            },
            row: RowView::of(name, place.at),
        }
    }
}

/// The lines of a name outside the circle: above their place at the top of it, below at its foot.
fn label(name: &str, place: Place, radius: f64) -> Vec<LabelView> {
    let lines = broken(name, LINES);
    let small = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    let above = small(lines.len().saturating_sub(1)) * (1.0 - place.y) / 2.0;
    let line = |(at, words)| LabelView {
        words,
        y: number(HEIGHT / 2.0 + place.y * radius + (small(at) - above) * LEADING),
    };
    lines.into_iter().enumerate().map(line).collect()
}

/// A name in at most so many short lines, broken between words; what is too long ends in "…".
pub(super) fn broken(name: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split_whitespace() {
        let length = word.chars().count();
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + length <= LETTERS => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    let is_cut = lines.len() > most;
    lines.truncate(most);
    let last = lines.len().saturating_sub(1);
    for (at, line) in lines.iter_mut().enumerate() {
        if line.chars().count() > LETTERS || is_cut && at == last {
            *line = line.chars().take(LETTERS - 1).collect();
            line.push('…');
        }
    }
    lines
}

impl EdgeView {
    fn of(frame: &Frame<'_>, tie: &Tie, (from, to): (Place, Place), actors: usize) -> Self {
        let on = |matters: &[Matter]| {
            let positions: BTreeSet<String> = matters
                .iter()
                .map(|matter| frame.prose.position(&matter.position))
                .collect();
            prose::list(&positions.into_iter().collect::<Vec<_>>())
        };
        let (agreed, contested) = (tie.agreements.len(), tie.conflicts.len());
        let agrees = LineView::across("agrees", agreed, 0.85, from, to);
        let conflicts = LineView::across("conflicts", contested, 0.45, from, to);
        let rows = (from.at, to.at);
        let near = column::bow("agrees", agreed, 0.0, rows, actors);
        let far = column::bow("conflicts", contested, 1.0, rows, actors);
        Self {
            one: frame.prose.actor(&tie.one).to_owned(),
            other: frame.prose.actor(&tie.other).to_owned(),
            agrees: on(&tie.agreements),
            conflicts: on(&tie.conflicts),
            lines: agrees.into_iter().chain(conflicts).collect(),
            bows: near.into_iter().chain(far).collect(),
        }
    }
}

impl LineView {
    /// A line as thick as there are matters; `None` where there are none.
    pub(super) fn of(kind: &'static str, matters: usize, path: String) -> Option<Self> {
        let width = f64::from(u32::try_from(matters).unwrap_or(u32::MAX)).sqrt() * 1.6;
        (matters > 0).then(|| Self {
            kind,
            path,
            width: number(width.min(7.0)),
        })
    }

    /// A bow between two places of the circle; the two kinds bend apart.
    fn across(
        kind: &'static str,
        matters: usize,
        bend: f64,
        from: Place,
        to: Place,
    ) -> Option<Self> {
        let middle = Place {
            x: (from.x + to.x) / 2.0 * bend,
            y: (from.y + to.y) / 2.0 * bend,
            ..from
        };
        let path = format!(
            "M{} {}Q{} {} {} {}",
            from.x(RADIUS),
            from.y(RADIUS),
            middle.x(RADIUS),
            middle.y(RADIUS),
            to.x(RADIUS),
            to.y(RADIUS)
        );
        Self::of(kind, matters, path)
    }
}

/// A length with one decimal: the same on every machine, since the last bits of a sine need not be.
pub(super) fn number(length: f64) -> String {
    format!("{length:.1}")
}

#[cfg(test)]
mod tests {
    use crate::pack::PositionId;

    use super::*;

    #[test]
    fn those_who_agree_stand_next_to_each_other() {
        let names = ["a", "b", "c", "d"].map(ActorId::new);
        let [a, b, c, d] = &names;
        let matters = |count: usize| {
            let matter = Matter {
                position: PositionId::new("p"),
                target: None,
            };
            vec![matter; count]
        };
        let tie = |one: &ActorId, other: &ActorId, agreements, conflicts| {
            let (agreements, conflicts) = (matters(agreements), matters(conflicts));
            Tie {
                one: one.clone(),
                other: other.clone(),
                agreements,
                conflicts,
            }
        };
        let ties = [tie(a, b, 0, 3), tie(a, d, 2, 0), tie(b, c, 1, 0)];
        let meetings = ties
            .iter()
            .map(|tie| ((&tie.one, &tie.other), tie))
            .collect();
        let order = around(&[(a, 5), (b, 4), (d, 2), (c, 1)], &meetings);
        assert_eq!(order, [a, d, b, c]);
    }

    #[test]
    fn long_names_are_broken_and_cut() {
        assert_eq!(broken("Russia", LINES), ["Russia"]);
        assert_eq!(broken("African Union", LINES), ["African Union"]);
        assert_eq!(
            broken("Ferry and Harbour Union", LINES),
            ["Ferry and", "Harbour Union"]
        );
        assert_eq!(
            broken(
                "International Union of Ferry Crews and Harbour Pilots",
                LINES
            ),
            ["International", "Union of Ferry", "Crews and…"]
        );
        assert_eq!(broken("Donaudampfschifffahrt", LINES), ["Donaudampfschif…"]);
        assert!(broken("", LINES).is_empty());
    }

    #[test]
    fn lines_of_a_label_grow_away_from_the_circle() {
        let heights = |at: usize| {
            let lines = label("Ferry and Harbour Union", Place::of(at, 4), 100.0);
            lines.into_iter().map(|line| line.y).collect::<Vec<_>>()
        };
        assert_eq!(heights(0), ["144.0", "160.0"]);
        assert_eq!(heights(1), ["252.0", "268.0"]);
        assert_eq!(heights(2), ["360.0", "376.0"]);
    }

    #[test]
    fn places_go_round_from_the_top() {
        assert_eq!(
            (Place::of(0, 4).x(100.0), Place::of(0, 4).y(100.0)),
            ("360.0".into(), "160.0".into())
        );
        assert_eq!(
            (Place::of(1, 4).x(100.0), Place::of(1, 4).y(100.0)),
            ("475.0".into(), "260.0".into())
        );
    }
}
