//! Who agrees and who conflicts with whom, as a picture: actors on a circle, a line for each pair that was lined up.
//!
//! The order on the circle is settled step by step, without chance: the actor with most pairs comes first, and next to each the one that
//! agrees with it most and conflicts with it least, so that camps stand together and the lines of conflict go across.

use std::collections::{BTreeMap, BTreeSet};
use std::f64::consts::TAU;

use serde::Serialize;

use crate::compare::Relation;
use crate::pack::{ActorId, PositionId};

use super::super::prose;
use super::frame::{Frame, heading};

/// The most actors in the picture; those with most pairs are taken.
const MOST: usize = 24;
/// The picture's size and its circle.
const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 520.0;
const RADIUS: f64 = 190.0;

/// The picture and what it shows as a table.
#[derive(Clone, Debug, Serialize)]
pub(super) struct NetworkView {
    width: String,
    height: String,
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
    label_x: String,
    label_y: String,
    /// `start`, `middle` or `end`.
    anchor: &'static str,
}

#[derive(Clone, Debug, Serialize)]
struct EdgeView {
    one: String,
    other: String,
    agrees: usize,
    contradicts: usize,
    positions: String,
    /// What is drawn: one line for each of the two relations met.
    lines: Vec<LineView>,
}

#[derive(Clone, Debug, Serialize)]
struct LineView {
    relation: &'static str,
    path: String,
    width: String,
}

/// How two actors met.
#[derive(Clone, Debug, Default)]
struct Meeting<'a> {
    agrees: usize,
    contradicts: usize,
    positions: BTreeSet<&'a PositionId>,
}

type Meetings<'a> = BTreeMap<(&'a ActorId, &'a ActorId), Meeting<'a>>;

impl NetworkView {
    /// `None` where no two named actors met.
    pub(super) fn of(frame: &Frame<'_>) -> Option<Self> {
        let meetings = meetings(frame);
        let mut pairs: BTreeMap<&ActorId, usize> = BTreeMap::new();
        for (&(one, other), meeting) in &meetings {
            for actor in [one, other] {
                *pairs.entry(actor).or_default() += meeting.agrees + meeting.contradicts;
            }
        }
        let all = pairs.len();
        let mut actors: Vec<(&ActorId, usize)> = pairs.into_iter().collect();
        actors.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
        actors.truncate(MOST);
        let order = around(&actors, &meetings);
        let place = |actor: &ActorId| {
            let at = order.iter().position(|&other| other == actor)?;
            Some(Place::of(at, order.len()))
        };
        let node = |&actor: &&ActorId| {
            let count = actors.iter().find(|(other, _)| *other == actor)?.1;
            Some(NodeView::of(frame, actor, count, place(actor)?))
        };
        let edge = |(&(one, other), meeting): (&(&ActorId, &ActorId), &Meeting<'_>)| {
            Some(EdgeView {
                one: frame.prose.actor(one).to_owned(),
                other: frame.prose.actor(other).to_owned(),
                agrees: meeting.agrees,
                contradicts: meeting.contradicts,
                positions: prose::list(
                    &meeting
                        .positions
                        .iter()
                        .map(|id| heading(id))
                        .collect::<Vec<_>>(),
                ),
                lines: meeting.lines(place(one)?, place(other)?),
            })
        };
        let nodes: Vec<NodeView> = order.iter().filter_map(node).collect();
        (!nodes.is_empty()).then(|| Self {
            width: number(WIDTH),
            height: number(HEIGHT),
            edges: meetings.iter().filter_map(edge).collect(),
            left_out: all - nodes.len(),
            nodes,
        })
    }
}

/// The pairs of actors that agree or conflict. Nobody in particular and the authors, who are a different one in each article, are not among them.
fn meetings<'a>(frame: &Frame<'a>) -> Meetings<'a> {
    let comparison = frame.comparison;
    let mut meetings = Meetings::new();
    for alignment in comparison.alignments() {
        let claim = |at: Option<usize>| at.and_then(|at| comparison.claim(at));
        let (Some(left), Some(right)) = (claim(alignment.left), claim(alignment.right)) else {
            continue;
        };
        let (one, other) = (
            (&left.actor).min(&right.actor),
            (&left.actor).max(&right.actor),
        );
        let is_somebody = |actor: &ActorId| !actor.is_other() && !actor.is_author();
        if one == other || !is_somebody(one) || !is_somebody(other) {
            continue;
        }
        if !matches!(alignment.relation, Relation::Agrees | Relation::Contradicts) {
            continue;
        }
        let meeting = meetings.entry((one, other)).or_default();
        meeting.positions.insert(&alignment.position);
        match alignment.relation {
            Relation::Agrees => meeting.agrees += 1,
            _ => meeting.contradicts += 1,
        }
    }
    meetings
}

/// The actors, given by falling number of pairs, in their order on the circle.
fn around<'a>(actors: &[(&'a ActorId, usize)], meetings: &Meetings<'_>) -> Vec<&'a ActorId> {
    let mut rest: Vec<&ActorId> = actors.iter().map(|&(actor, _)| actor).collect();
    let mut order: Vec<&ActorId> = Vec::with_capacity(rest.len());
    while !rest.is_empty() {
        let last = order.last().copied();
        let closeness = |actor: &ActorId| {
            let Some(last) = last else { return 0 };
            let meeting = meetings.get(&(last.min(actor), last.max(actor)));
            let signed = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
            meeting.map_or(0, |m| {
                signed(m.agrees).saturating_sub(signed(m.contradicts))
            })
        };
        // The first of the closest: the one with most pairs.
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
    x: f64,
    y: f64,
}

impl Place {
    fn of(at: usize, of: usize) -> Self {
        let small = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
        // From the top, clockwise.
        let (sin, cos) = (TAU * small(at) / small(of.max(1))).sin_cos();
        Self { x: sin, y: -cos }
    }

    fn x(self, radius: f64) -> String {
        number(WIDTH / 2.0 + self.x * radius * 1.15)
    }

    fn y(self, radius: f64) -> String {
        number(HEIGHT / 2.0 + self.y * radius)
    }
}

impl NodeView {
    fn of(frame: &Frame<'_>, actor: &ActorId, pairs: usize, place: Place) -> Self {
        let size = f64::from(u32::try_from(pairs).unwrap_or(u32::MAX));
        let radius = (5.0 + size.sqrt() * 1.6).min(16.0);
        Self {
            name: frame.prose.actor(actor).to_owned(),
            x: place.x(RADIUS),
            y: place.y(RADIUS),
            radius: number(radius),
            label_x: place.x(RADIUS + radius + 9.0),
            label_y: place.y(RADIUS + radius + 12.0),
            anchor: match place.x {
                x if x > 0.2 => "start",
                x if x < -0.2 => "end",
                _ => "middle",
            },
        }
    }
}

impl Meeting<'_> {
    /// A bow for each relation met; where there are both, they bend apart.
    fn lines(&self, from: Place, to: Place) -> Vec<LineView> {
        let bow = |relation, count: usize, bend: f64| {
            let middle = Place {
                x: (from.x + to.x) / 2.0 * bend,
                y: (from.y + to.y) / 2.0 * bend,
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
            let width = f64::from(u32::try_from(count).unwrap_or(u32::MAX)).sqrt() * 1.6;
            let width = number(width.min(7.0));
            (count > 0).then_some(LineView {
                relation,
                path,
                width,
            })
        };
        let agrees = bow("agrees", self.agrees, 0.85);
        let contradicts = bow("contradicts", self.contradicts, 0.45);
        agrees.into_iter().chain(contradicts).collect()
    }
}

/// A length with one decimal: the same on every machine, since the last bits of a sine need not be.
fn number(length: f64) -> String {
    format!("{length:.1}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_who_agree_stand_next_to_each_other() {
        let names = ["a", "b", "c", "d"].map(ActorId::new);
        let [a, b, c, d] = &names;
        let met = |agrees, contradicts| Meeting {
            agrees,
            contradicts,
            positions: BTreeSet::new(),
        };
        let meetings = Meetings::from([
            ((a, b), met(0, 3)),
            ((a, d), met(2, 0)),
            ((b, c), met(1, 0)),
        ]);
        let order = around(&[(a, 5), (b, 4), (d, 2), (c, 1)], &meetings);
        assert_eq!(order, [a, d, b, c]);
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
