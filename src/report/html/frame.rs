//! What all parts of a page are made from.

use crate::claim::Trace;
use crate::compare::{Comparison, MergedClaim, Telling};
use crate::pack::{ActorId, PositionId};
use crate::pipeline::Article;

use super::super::excerpt::Lines;
use super::super::prose::Prose;
use super::anchor::Anchors;

/// A comparison with all that is looked up in it while a page is made.
#[derive(Debug)]
pub(super) struct Frame<'a> {
    pub(super) comparison: &'a Comparison,
    articles: &'a [Article],
    pub(super) prose: Prose<'a>,
    pub(super) lines: Lines,
    pub(super) anchors: Anchors,
    /// The actors who hold something, sorted by id; a filter goes by their numbers.
    actors: Vec<&'a ActorId>,
    /// The positions that something is held on, sorted by id; the same.
    positions: Vec<&'a PositionId>,
}

impl<'a> Frame<'a> {
    pub(super) fn new(comparison: &'a Comparison, articles: &'a [Article]) -> Self {
        let claims = comparison.claims();
        let mut actors: Vec<&ActorId> = claims.iter().map(|claim| &claim.actor).collect();
        actors.sort_unstable();
        actors.dedup();
        let mut positions: Vec<&PositionId> = claims.iter().map(|claim| &claim.position).collect();
        positions.sort_unstable();
        positions.dedup();
        Self {
            comparison,
            articles,
            prose: Prose::new(comparison),
            lines: Lines::of(comparison),
            anchors: Anchors::of(comparison),
            actors,
            positions,
        }
    }

    pub(super) fn actors(&self) -> &[&'a ActorId] {
        &self.actors
    }

    pub(super) fn positions(&self) -> &[&'a PositionId] {
        &self.positions
    }

    /// The number that a filter knows an actor by.
    pub(super) fn actor_number(&self, actor: &ActorId) -> usize {
        self.actors.binary_search(&actor).unwrap_or_default()
    }

    /// The number that a filter knows a position by.
    pub(super) fn position_number(&self, position: &PositionId) -> usize {
        self.positions.binary_search(&position).unwrap_or_default()
    }

    /// How a label came about; `None` for a claim of an article that was not given.
    pub(super) fn trace(&self, claim: &MergedClaim, told: &Telling) -> Option<&'a Trace> {
        let article = self.articles.get(claim.document)?;
        Some(&article.claims().nth(told.claim)?.trace)
    }
}
