//! Line-ups position by position, in the order that every format keeps: positions with most line-ups first, then by id.

use std::collections::BTreeMap;

use crate::compare::{Alignment, Comparison};
use crate::pack::PositionId;

use super::prose::Prose;

/// What there is on a position, each in the order of the comparison.
#[derive(Clone, Debug)]
pub(super) struct Group<'a> {
    pub(super) position: &'a PositionId,
    /// Pairs of claims of two articles.
    pub(super) across: Vec<&'a Alignment>,
    /// Pairs of claims of one article, article by article.
    pub(super) inside: Vec<&'a Alignment>,
    /// Claims that only one article has.
    pub(super) alone: Vec<&'a Alignment>,
}

impl<'a> Group<'a> {
    /// All positions of claims, also those whose claims are all lined up elsewhere.
    pub(super) fn all(comparison: &'a Comparison) -> Vec<Self> {
        let mut groups: BTreeMap<&PositionId, Self> = BTreeMap::new();
        let claims = comparison.claims().iter().map(|claim| &claim.position);
        let alignments = comparison.alignments();
        for position in claims.chain(alignments.iter().map(|a| &a.position)) {
            groups.entry(position).or_insert_with(|| Self {
                position,
                across: Vec::new(),
                inside: Vec::new(),
                alone: Vec::new(),
            });
        }
        for alignment in alignments {
            let Some(group) = groups.get_mut(&alignment.position) else {
                continue;
            };
            let fitting = if alignment.relation.is_alone() {
                &mut group.alone
            } else if document(comparison, alignment).is_some() {
                &mut group.inside
            } else {
                &mut group.across
            };
            fitting.push(alignment);
        }
        let prose = Prose::new(comparison);
        let turn = |pair: &&Alignment| document(comparison, pair).map(|at| prose.turn(at));
        for group in groups.values_mut() {
            group.inside.sort_by_key(turn);
        }
        let mut order: Vec<Self> = groups.into_values().collect();
        order.sort_by_key(|group| std::cmp::Reverse(group.line_ups()));
        order
    }

    /// Pairs, across articles and inside one.
    pub(super) fn line_ups(&self) -> usize {
        self.across.len() + self.inside.len()
    }
}

/// The article that has both claims of a pair; `None` where they stand in two.
pub(super) fn document(comparison: &Comparison, pair: &Alignment) -> Option<usize> {
    let left = comparison.claim(pair.left?)?.document;
    let right = comparison.claim(pair.right?)?.document;
    (left == right).then_some(left)
}
