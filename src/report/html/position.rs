//! Position by position: what is lined up, side by side, and what only one article has.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::compare::{Alignment, Part, PartScore};
use crate::pack::PositionId;

use super::super::prose::Prose;
use super::anchor::Anchors;
use super::claim::ClaimView;
use super::frame::Frame;

/// A position with its claims.
#[derive(Clone, Debug, Serialize)]
pub(super) struct PositionView {
    pub(super) anchor: String,
    pub(super) name: String,
    question: Option<String>,
    pub(super) number: usize,
    pub(super) line_ups: Vec<LineUpView>,
    alone: Vec<AloneView>,
}

/// A pair of claims with what it is called.
#[derive(Clone, Debug, Serialize)]
pub(super) struct LineUpView {
    relation: &'static str,
    score: String,
    parts: Vec<PartView>,
    left: Side,
    right: Side,
    /// One report printed twice.
    is_copy: bool,
    /// Numbers and names that a filter goes by.
    actors: String,
    stances: String,
}

/// One side of a pair.
#[derive(Clone, Copy, Debug, Serialize)]
struct Side {
    /// Index of the claim.
    claim: usize,
    /// Whether the claim's address and trace stand here: where it comes first.
    is_home: bool,
}

/// A part of a score.
#[derive(Clone, Debug, Serialize)]
struct PartView {
    name: &'static str,
    value: String,
    weight: f64,
}

/// What only one article has on a position.
#[derive(Clone, Debug, Serialize)]
struct AloneView {
    letter: String,
    article: String,
    claims: Vec<Side>,
    relation: &'static str,
}

impl PositionView {
    /// The positions, those with most line-ups first.
    pub(super) fn all(frame: &Frame<'_>, claims: &[ClaimView]) -> Vec<Self> {
        let mut by_position: BTreeMap<&PositionId, Vec<&Alignment>> = frame
            .positions()
            .iter()
            .map(|&id| (id, Vec::new()))
            .collect();
        for alignment in frame.comparison.alignments() {
            by_position
                .entry(&alignment.position)
                .or_default()
                .push(alignment);
        }
        let mut order: Vec<(&PositionId, Vec<&Alignment>)> = by_position.into_iter().collect();
        let met = |alignments: &[&Alignment]| {
            alignments.iter().filter(|a| !a.relation.is_alone()).count()
        };
        order.sort_by_key(|(_, alignments)| std::cmp::Reverse(met(alignments)));
        let mut homes = BTreeSet::new();
        order
            .into_iter()
            .map(|(id, alignments)| Self::of(frame, claims, id, &alignments, &mut homes))
            .collect()
    }

    fn of(
        frame: &Frame<'_>,
        claims: &[ClaimView],
        position: &PositionId,
        alignments: &[&Alignment],
        homes: &mut BTreeSet<usize>,
    ) -> Self {
        let mut side = |claim: usize| Side {
            claim,
            is_home: homes.insert(claim),
        };
        let mut line_ups = Vec::new();
        let mut alone: BTreeMap<usize, (&'static str, Vec<Side>)> = BTreeMap::new();
        for alignment in alignments {
            match (alignment.left, alignment.right) {
                (Some(left), Some(right)) => {
                    let sides = (side(left), side(right));
                    line_ups.push(LineUpView::of(alignment, sides, claims));
                }
                (Some(at), None) | (None, Some(at)) => {
                    let document = claims.get(at).map_or(0, |claim| claim.document);
                    let relation = alignment.relation.as_str();
                    let (_, found) = alone.entry(document).or_insert((relation, Vec::new()));
                    found.push(side(at));
                }
                (None, None) => {}
            }
        }
        let alone = alone
            .into_iter()
            .map(|(document, (relation, claims))| AloneView {
                letter: Prose::letter(document),
                article: frame.prose.article(document).to_owned(),
                claims,
                relation,
            });
        Self {
            anchor: Anchors::position(position),
            name: frame.prose.position(position),
            question: frame.comparison.question(position).map(str::to_owned),
            number: frame.position_number(position),
            line_ups,
            alone: alone.collect(),
        }
    }
}

impl LineUpView {
    fn of(alignment: &Alignment, (left, right): (Side, Side), claims: &[ClaimView]) -> Self {
        let both = [left, right].map(|side| claims.get(side.claim));
        let joined = |of: fn(&ClaimView) -> String| {
            let values: BTreeSet<String> = both.iter().flatten().map(|claim| of(claim)).collect();
            values.into_iter().collect::<Vec<_>>().join(" ")
        };
        Self {
            relation: alignment.relation.as_str(),
            score: format!("{:.2}", alignment.score.value()),
            parts: alignment.score.parts().iter().map(PartView::of).collect(),
            left,
            right,
            is_copy: alignment.is_copy,
            actors: joined(|claim| claim.actor_number.to_string()),
            stances: joined(|claim| claim.stance.to_owned()),
        }
    }
}

impl PartView {
    fn of(scored: &PartScore) -> Self {
        Self {
            name: scored.part.as_str(),
            value: format!("{:.2}", scored.value),
            weight: Part::weight(scored.part),
        }
    }
}
