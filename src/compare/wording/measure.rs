//! What two sentences have in common, in numbers, and what is made of it.

use super::Worded;
use super::pairing::{Paired, Pairing};
use super::quantity::Agreement;
use super::role;
use super::table::Bond;
use super::words::{Item, Kind};

/// What a score is made of, each 0 to 1.
#[derive(Clone, Debug)]
pub(super) struct Measures {
    /// Weight of the paired words over the weight of all.
    dice: f64,
    /// The same over the weight of the shorter sentence alone.
    contained: f64,
    /// Letters in common.
    letters: f64,
    /// Pairs of words that follow each other in both.
    order: f64,
    /// Of the names of the sentence with fewer of them, the share that the other lacks, where that one has others.
    other_names: f64,
    numbers: Agreement,
    /// The share of the paired words that one sentence denies and the other doesn't.
    denied: f64,
    has_opposites: bool,
    has_exclusives: bool,
    is_swapped: bool,
}

impl Measures {
    pub(super) fn of(left: &Worded, right: &Worded) -> Self {
        let pairing = Pairing::of(&left.items, &right.items);
        let weight = |items: &[Item]| items.iter().map(|item| item.weight).sum::<f64>();
        let (all_left, all_right) = (weight(&left.items), weight(&right.items));
        let of_left = |pair: &Paired| left.items.get(pair.left).map_or(0.0, |item| item.weight);
        let of_right = |pair: &Paired| right.items.get(pair.right).map_or(0.0, |item| item.weight);
        let common = |of: &dyn Fn(&Paired) -> f64| -> f64 {
            pairing.pairs.iter().map(|pair| of(pair) * pair.value).sum()
        };
        let (common_left, common_right) = (common(&of_left), common(&of_right));
        let has = |bond: Bond| {
            pairing.opposites.iter().any(|&(l, r, found)| {
                let both = left.items.get(l).zip(right.items.get(r));
                found == bond && both.is_some_and(|(l, r)| l.negated == r.negated)
            })
        };
        Self {
            dice: ratio(common_left + common_right, all_left + all_right),
            contained: ratio(common_left, all_left).max(ratio(common_right, all_right)),
            letters: left.letters.common(&right.letters),
            order: order(&pairing.pairs),
            other_names: other_names(left, right, &pairing.pairs),
            numbers: Agreement::of(&left.items, &right.items),
            denied: denied(left, right, &pairing.pairs),
            has_opposites: has(Bond::Opposite),
            has_exclusives: has(Bond::Exclusive),
            is_swapped: role::is_swapped(&left.deeds, &right.deeds),
        }
    }

    pub(super) fn is_opposed(&self) -> bool {
        let is_near = self.contained >= 0.4;
        let is_close = self.contained >= 0.55;
        (is_near && (self.denied >= 0.12 || self.has_opposites))
            || (is_close
                && (self.has_exclusives || self.numbers.is_counted_otherwise || self.is_swapped))
            || (self.dice >= 0.7 && self.numbers.is_single_difference)
    }

    pub(super) fn score(&self, opposed: bool) -> f64 {
        let alike =
            0.4 * self.dice + 0.15 * self.contained + 0.35 * self.letters + 0.1 * self.order;
        let apart = 0.15 * self.other_names + 0.1 * self.numbers.missing;
        let score = alike - apart;
        (if opposed { score * 0.6 } else { score }).clamp(0.0, 1.0)
    }
}

fn ratio(part: f64, whole: f64) -> f64 {
    if whole > 0.0 {
        (part / whole).clamp(0.0, 1.0)
    } else {
        0.0
    }
}

/// Of the pairs that follow each other on the left, the share that does so on the right.
fn order(pairs: &[Paired]) -> f64 {
    let follows = |pair: &[Paired]| match pair {
        [one, other] => one.right < other.right && other.right - one.right <= 3,
        _ => false,
    };
    let all = pairs.len().saturating_sub(1);
    let kept = pairs.windows(2).filter(|pair| follows(pair)).count();
    let number = |n| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    ratio(number(kept), number(all))
}

fn other_names(left: &Worded, right: &Worded, pairs: &[Paired]) -> f64 {
    let names = |worded: &Worded, is_paired: &dyn Fn(usize) -> bool| -> (f64, f64) {
        let names = worded.items.iter().enumerate();
        let names = names.filter(|(_, item)| item.kind == Kind::Name);
        names.fold((0.0, 0.0), |(all, alone), (at, _)| {
            (all + 1.0, alone + if is_paired(at) { 0.0 } else { 1.0 })
        })
    };
    let (all_left, alone_left) = names(left, &|at| pairs.iter().any(|pair| pair.left == at));
    let (all_right, alone_right) = names(right, &|at| pairs.iter().any(|pair| pair.right == at));
    ratio(alone_left.min(alone_right), all_left.min(all_right))
}

fn denied(left: &Worded, right: &Worded, pairs: &[Paired]) -> f64 {
    let (mut denied, mut all) = (0.0, 0.0);
    for pair in pairs {
        let (Some(l), Some(r)) = (left.items.get(pair.left), right.items.get(pair.right)) else {
            continue;
        };
        if l.kind != Kind::Content || r.kind != Kind::Content {
            continue;
        }
        let weight = (l.weight + r.weight) * pair.value;
        all += weight;
        if l.negated != r.negated && !pair.by_denial {
            denied += weight;
        }
    }
    ratio(denied, all)
}
