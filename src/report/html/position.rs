//! Position by position: what is lined up, side by side, and what only one article has.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::compare::{Alignment, Part, PartScore};

use super::super::by_position::{self, Group};
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
    /// Pairs of claims of two articles.
    across: Vec<LineUpView>,
    /// Pairs of claims of one.
    inside: Vec<LineUpView>,
    alone: Vec<AloneView>,
}

/// A pair of claims with what it is called.
#[derive(Clone, Debug, Serialize)]
pub(super) struct LineUpView {
    relation: &'static str,
    /// The letter of the article that has both claims.
    inside: Option<String>,
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
        let mut homes = BTreeSet::new();
        Group::all(frame.comparison)
            .iter()
            .map(|group| Self::of(frame, claims, group, &mut homes))
            .collect()
    }

    fn of(
        frame: &Frame<'_>,
        claims: &[ClaimView],
        group: &Group<'_>,
        homes: &mut BTreeSet<usize>,
    ) -> Self {
        let mut side = |claim: usize| Side {
            claim,
            is_home: homes.insert(claim),
        };
        let mut line_up = |alignment: &&Alignment| {
            let sides = (side(alignment.left?), side(alignment.right?));
            Some(LineUpView::of(frame, alignment, sides, claims))
        };
        let across = group.across.iter().filter_map(&mut line_up).collect();
        let inside = group.inside.iter().filter_map(&mut line_up).collect();
        let mut alone: BTreeMap<usize, AloneView> = BTreeMap::new();
        for alignment in &group.alone {
            let Some(at) = alignment.left.or(alignment.right) else {
                continue;
            };
            let document = claims.get(at).map_or(0, |claim| claim.document);
            let found = alone
                .entry(frame.prose.turn(document))
                .or_insert_with(|| AloneView {
                    letter: frame.prose.letter(document),
                    article: frame.prose.article(document).to_owned(),
                    claims: Vec::new(),
                    relation: alignment.relation.as_str(),
                });
            found.claims.push(side(at));
        }
        let position = group.position;
        Self {
            anchor: Anchors::position(position),
            name: frame.prose.position(position),
            question: frame.comparison.question(position).map(str::to_owned),
            number: frame.position_number(position),
            across,
            inside,
            alone: alone.into_values().collect(),
        }
    }
}

impl LineUpView {
    fn of(
        frame: &Frame<'_>,
        alignment: &Alignment,
        (left, right): (Side, Side),
        claims: &[ClaimView],
    ) -> Self {
        let both = [left, right].map(|side| claims.get(side.claim));
        let joined = |of: fn(&ClaimView) -> String| {
            let values: BTreeSet<String> = both.iter().flatten().map(|claim| of(claim)).collect();
            values.into_iter().collect::<Vec<_>>().join(" ")
        };
        let inside = by_position::document(frame.comparison, alignment);
        Self {
            relation: alignment.relation.as_str(),
            inside: inside.map(|document| frame.prose.letter(document)),
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
