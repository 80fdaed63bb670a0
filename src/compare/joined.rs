//! Which claims of two articles have a pair already.

use std::collections::BTreeSet;

use super::pair::Pair;

/// Which side of a pair a claim is on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Right,
}

/// Which claims have a pair, by side.
#[derive(Clone, Debug, Default)]
pub(super) struct Joined {
    left: BTreeSet<usize>,
    right: BTreeSet<usize>,
}

impl Joined {
    pub(super) fn of(pairs: &[Pair]) -> Self {
        let mut joined = Self::default();
        for pair in pairs {
            joined.add(pair);
        }
        joined
    }

    pub(super) fn add(&mut self, pair: &Pair) {
        self.left.insert(pair.left);
        self.right.insert(pair.right);
    }

    pub(super) fn has(&self, claim: usize, side: Side) -> bool {
        match side {
            Side::Left => self.left.contains(&claim),
            Side::Right => self.right.contains(&claim),
        }
    }
}

/// For each claim without a pair the first of `pairs` that it is in: pairs of two such claims come before others, and one
/// that is the first for both comes once.
pub(super) fn best_for_each(mut pairs: Vec<Pair>, joined: &Joined) -> Vec<Pair> {
    let mut served = joined.clone();
    pairs.sort_by_key(|pair| {
        joined.has(pair.left, Side::Left) || joined.has(pair.right, Side::Right)
    });
    let mut chosen = Vec::new();
    for pair in pairs {
        let waits = |side| {
            !served.has(
                match side {
                    Side::Left => pair.left,
                    Side::Right => pair.right,
                },
                side,
            )
        };
        if waits(Side::Left) || waits(Side::Right) {
            served.add(&pair);
            chosen.push(pair);
        }
    }
    chosen
}
