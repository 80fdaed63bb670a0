//! Actor by position, for every format: in each cell what the articles tell, in the order of comparison.

use std::collections::{BTreeMap, BTreeSet};

use crate::compare::{Change, Comparison, Timeline};
use crate::pack::{ActorId, PositionId};

use super::prose::Prose;
use super::sign::Sign;

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
    pub(super) sign: Sign,
    /// Against the article before.
    pub(super) is_shift: bool,
}

/// Articles with the claims of each, by the place of the article in the order of comparison.
type Told = BTreeMap<usize, (usize, Vec<usize>)>;

impl<'a> Matrix<'a> {
    pub(super) fn of(comparison: &'a Comparison) -> Self {
        let prose = Prose::new(comparison);
        let mut cells: BTreeMap<(&ActorId, &PositionId), Told> = BTreeMap::new();
        let mut actors: BTreeMap<&ActorId, usize> = BTreeMap::new();
        let mut positions: BTreeMap<&PositionId, usize> = BTreeMap::new();
        for (at, claim) in comparison.claims().iter().enumerate() {
            let cell = cells.entry((&claim.actor, &claim.position)).or_default();
            let turn = prose.turn(claim.document);
            let (_, claims) = cell
                .entry(turn)
                .or_insert_with(|| (claim.document, Vec::new()));
            claims.push(at);
            *actors.entry(&claim.actor).or_default() += claim.places.len();
            *positions.entry(&claim.position).or_default() += claim.places.len();
        }
        let shifts = shifts(comparison.timelines());
        let positions = most_first(positions);
        let row = |actor: &'a ActorId| {
            let cell = |position: &&'a PositionId| {
                let told = cells.remove(&(actor, *position)).unwrap_or_default();
                let entry = |(document, claims): (usize, Vec<usize>)| Entry {
                    document,
                    sign: Sign::of(comparison, &claims),
                    claims,
                    is_shift: shifts.contains(&(actor, *position, document)),
                };
                told.into_values().map(entry).collect()
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

impl Matrix<'_> {
    /// The signs that occur, and what they stand for.
    pub(super) fn legend(&self) -> Vec<(Sign, &'static str)> {
        let entries = self.rows.iter().flat_map(|row| row.cells.iter().flatten());
        let signs: Vec<Sign> = entries.map(|entry| entry.sign).collect();
        let occurs = |(sign, _): &(Sign, &str)| signs.contains(sign);
        Sign::LEGEND.into_iter().filter(occurs).collect()
    }

    /// The same as a sentence: "+ for; − against. A letter is an article; → is a shift."
    pub(super) fn legend_in_words(&self) -> String {
        let legend = self.legend();
        let words = legend
            .iter()
            .map(|(sign, words)| format!("{} {words}", sign.as_str()));
        let words: Vec<String> = words.collect();
        format!(
            "{}. A letter is an article; → is a shift.",
            words.join("; ")
        )
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
