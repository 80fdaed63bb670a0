//! Actor by position, for every format: in each cell what the articles tell, one after the other.

use std::collections::{BTreeMap, BTreeSet};

use crate::claim::Stance;
use crate::compare::{Change, Comparison, Timeline};
use crate::pack::{ActorId, PositionId};

/// Who stands where. Actors and positions with most claims come first, nobody in particular last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Matrix<'a> {
    pub(super) positions: Vec<&'a PositionId>,
    pub(super) rows: Vec<Row<'a>>,
}

/// An actor, with a cell for each position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row<'a> {
    pub(super) actor: &'a ActorId,
    pub(super) cells: Vec<Vec<Entry>>,
}

/// What one article tells of an actor on a position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) document: usize,
    pub(super) claims: Vec<usize>,
    /// Against the article before.
    pub(super) is_shift: bool,
}

impl<'a> Matrix<'a> {
    pub(super) fn of(comparison: &'a Comparison) -> Self {
        let mut cells: BTreeMap<(&ActorId, &PositionId), BTreeMap<usize, Vec<usize>>> =
            BTreeMap::new();
        let mut actors: BTreeMap<&ActorId, usize> = BTreeMap::new();
        let mut positions: BTreeMap<&PositionId, usize> = BTreeMap::new();
        for (at, claim) in comparison.claims().iter().enumerate() {
            let cell = cells.entry((&claim.actor, &claim.position)).or_default();
            cell.entry(claim.document).or_default().push(at);
            *actors.entry(&claim.actor).or_default() += claim.places.len();
            *positions.entry(&claim.position).or_default() += claim.places.len();
        }
        let shifts = shifts(comparison.timelines());
        let positions = most_first(positions);
        let row = |actor: &'a ActorId| {
            let cell = |position: &&'a PositionId| {
                let told = cells.remove(&(actor, *position)).unwrap_or_default();
                let entry = |(document, claims)| Entry {
                    document,
                    claims,
                    is_shift: shifts.contains(&(actor, *position, document)),
                };
                told.into_iter().map(entry).collect()
            };
            Row {
                actor,
                cells: positions.iter().map(cell).collect(),
            }
        };
        let (unnamed, named): (Vec<&ActorId>, Vec<&ActorId>) = most_first(actors)
            .into_iter()
            .partition(|actor| actor.is_other());
        Self {
            rows: named.into_iter().chain(unnamed).map(row).collect(),
            positions,
        }
    }
}

/// A stance as a sign that reads without colour.
pub(super) fn sign(stance: Stance) -> &'static str {
    match stance {
        Stance::Support => "+",
        Stance::Oppose => "−",
        Stance::Neutral => "○",
    }
}

/// The stances of an entry's claims as one sign: `±` where they take more than one.
pub(super) fn sign_of(stances: &BTreeSet<Stance>) -> &'static str {
    match stances.first() {
        Some(&stance) if stances.len() == 1 => sign(stance),
        _ => "±",
    }
}

/// The stances that claims take.
pub(super) fn stances(comparison: &Comparison, claims: &[usize]) -> BTreeSet<Stance> {
    let told = claims.iter().filter_map(|&at| comparison.claim(at));
    told.map(|claim| claim.stance).collect()
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
