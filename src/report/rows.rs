//! Which claims meet on one thing, where no target says so: those that are lined up in a row.

use crate::compare::{Comparison, Relation};

/// Claims in rows: those that agree with or contradict each other, directly or through others.
#[derive(Clone, Debug)]
pub(super) struct Rows {
    /// For each claim the first of its row.
    firsts: Vec<usize>,
}

impl Rows {
    pub(super) fn of(comparison: &Comparison) -> Self {
        let mut rows = Self {
            firsts: (0..comparison.claims().len()).collect(),
        };
        for alignment in comparison.alignments() {
            let meets = matches!(alignment.relation, Relation::Agrees | Relation::Contradicts);
            if let (true, Some(left), Some(right)) = (meets, alignment.left, alignment.right) {
                let (left, right) = (rows.follow(left), rows.follow(right));
                if let Some(first) = rows.firsts.get_mut(left.max(right)) {
                    *first = left.min(right);
                }
            }
        }
        // What a claim points to comes before it, so it points to its first already.
        for claim in 0..rows.firsts.len() {
            let first = rows.first(rows.first(claim));
            if let Some(slot) = rows.firsts.get_mut(claim) {
                *slot = first;
            }
        }
        rows
    }

    /// The first claim of a row, halving the way for those who come later.
    fn follow(&mut self, mut claim: usize) -> usize {
        loop {
            let before = self.first(claim);
            if before == claim {
                return claim;
            }
            let further = self.first(before);
            if let Some(slot) = self.firsts.get_mut(claim) {
                *slot = further;
            }
            claim = further;
        }
    }

    /// The first claim of the row of a claim.
    pub(super) fn first(&self, claim: usize) -> usize {
        self.firsts.get(claim).copied().unwrap_or(claim)
    }
}
