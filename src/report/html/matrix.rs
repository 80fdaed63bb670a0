//! Actor by position: in each cell what the articles tell, one after the other.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::claim::Stance;
use crate::compare::{Change, Timeline};
use crate::pack::{ActorId, PositionId};

use super::super::prose::{self, Prose};
use super::anchor::Anchors;
use super::frame::{Frame, heading, sign};

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
    /// Actors and positions with most claims come first.
    pub(super) fn of(frame: &Frame<'_>) -> Self {
        let mut cells: BTreeMap<(&ActorId, &PositionId), BTreeMap<usize, Vec<usize>>> =
            BTreeMap::new();
        let mut actors: BTreeMap<&ActorId, usize> = BTreeMap::new();
        let mut positions: BTreeMap<&PositionId, usize> = BTreeMap::new();
        for (at, claim) in frame.comparison.claims().iter().enumerate() {
            let cell = cells.entry((&claim.actor, &claim.position)).or_default();
            cell.entry(claim.document).or_default().push(at);
            *actors.entry(&claim.actor).or_default() += claim.places.len();
            *positions.entry(&claim.position).or_default() += claim.places.len();
        }
        let shifts = shifts(frame.comparison.timelines());
        let positions = most_first(positions);
        let row = |actor: &ActorId| {
            let cell = |position: &PositionId| {
                let found = cells.get(&(actor, position));
                let chips: Vec<ChipView> = found
                    .into_iter()
                    .flatten()
                    .map(|(&document, claims)| {
                        let is_shift = shifts.contains(&(actor, position, document));
                        ChipView::of(frame, document, claims, is_shift)
                    })
                    .collect();
                CellView {
                    is_shifting: chips.iter().any(|chip| chip.is_shift),
                    chips,
                }
            };
            RowView {
                actor: frame.prose.actor(actor).to_owned(),
                number: frame.actor_number(actor),
                cells: positions.iter().map(|position| cell(position)).collect(),
            }
        };
        // Nobody in particular comes last.
        let (unnamed, named): (Vec<&ActorId>, Vec<&ActorId>) = most_first(actors)
            .into_iter()
            .partition(|actor| actor.is_other());
        let rows = named.into_iter().chain(unnamed).map(row).collect();
        let column = |position: &&PositionId| ColumnView {
            anchor: Anchors::position(position),
            name: heading(position),
            question: frame.comparison.question(position).map(str::to_owned),
            number: frame.position_number(position),
        };
        Self {
            columns: positions.iter().map(column).collect(),
            rows,
        }
    }
}

impl ChipView {
    /// What an article tells in these claims, which are by one actor on one position.
    pub(super) fn of(frame: &Frame<'_>, document: usize, claims: &[usize], is_shift: bool) -> Self {
        let told = claims.iter().filter_map(|&at| frame.comparison.claim(at));
        let stances: BTreeSet<Stance> = told.map(|claim| claim.stance).collect();
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
            sign: only.map_or("±", |&stance| sign(stance)),
            stands: prose::list(&sides),
            anchor: frame.anchors.claim(first).to_owned(),
            is_shift,
        }
    }
}

/// Where an actor's stance on a position is another than in the article before.
fn shifts(timelines: &[Timeline]) -> BTreeSet<(&ActorId, &PositionId, usize)> {
    let of = |line| {
        let line: &Timeline = line;
        let shifted = line
            .points
            .iter()
            .filter(|point| point.change == Change::Shifted);
        shifted.map(move |point| (&line.actor, &line.position, point.document))
    };
    timelines.iter().flat_map(of).collect()
}

fn most_first<I: Ord + ?Sized>(counts: BTreeMap<&I, usize>) -> Vec<&I> {
    let mut order: Vec<(&I, usize)> = counts.into_iter().collect();
    order.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    order.into_iter().map(|(id, _)| id).collect()
}
