//! How far two sets of labels agree.

use std::collections::{BTreeMap, BTreeSet};

use super::label::Label;

/// Labels and claims with what became of each.
pub(crate) struct Agreement<'a> {
    pub(crate) labels: &'a [Label],
    pub(crate) claims: &'a [Label],
    /// Index of a label and of the claim it was paired with, and how many fields agree in a row.
    pub(crate) pairs: Vec<(usize, usize, usize)>,
}

/// Fields in the order in which they have to agree.
pub(crate) const FIELDS: [&str; 6] = ["position", "actor", "stance", "target", "speaker", "mode"];
/// With so many fields in a row a claim counts as found.
pub(crate) const FOUND: usize = 3;

/// Precision, recall and F1, each 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Score {
    pub(crate) labels: usize,
    pub(crate) claims: usize,
    pub(crate) found: usize,
}

impl Score {
    pub(crate) fn precision(self) -> f64 {
        ratio(self.found, self.claims)
    }

    pub(crate) fn recall(self) -> f64 {
        ratio(self.found, self.labels)
    }

    pub(crate) fn f1(self) -> f64 {
        ratio(2 * self.found, self.labels + self.claims)
    }
}

impl<'a> Agreement<'a> {
    /// Pairs labels and claims of one sentence so that as many fields as possible agree: the closest first, ties by order.
    pub(crate) fn of(labels: &'a [Label], claims: &'a [Label]) -> Self {
        let mut waiting: BTreeMap<(&str, usize), Vec<usize>> = BTreeMap::new();
        for (at, claim) in claims.iter().enumerate() {
            waiting
                .entry((&claim.document, claim.sentence))
                .or_default()
                .push(at);
        }
        let mut candidates = Vec::new();
        for (at, label) in labels.iter().enumerate() {
            let there = waiting.get(&(label.document.as_str(), label.sentence));
            for &other in there.into_iter().flatten() {
                if let Some(claim) = claims.get(other) {
                    let depth = depth(label, claim);
                    let apart = label.evidence.start().abs_diff(claim.evidence.start());
                    candidates.push((std::cmp::Reverse(depth), apart, at, other));
                }
            }
        }
        candidates.sort_unstable();
        let (mut used, mut taken) = (BTreeSet::new(), BTreeSet::new());
        let mut pairs = Vec::new();
        for (std::cmp::Reverse(depth), _, label, claim) in candidates {
            if depth > 0 && !used.contains(&label) && !taken.contains(&claim) {
                used.insert(label);
                taken.insert(claim);
                pairs.push((label, claim, depth));
            }
        }
        pairs.sort_unstable();
        Self {
            labels,
            claims,
            pairs,
        }
    }

    /// The score if `fields` have to agree, of one position or of all.
    pub(crate) fn score(&self, fields: usize, position: Option<&str>) -> Score {
        let counts = |label: &&Label| position.is_none_or(|position| label.position == position);
        let paired = self.pairs.iter().filter(|(_, _, depth)| *depth >= fields);
        Score {
            labels: self.labels.iter().filter(counts).count(),
            claims: self.claims.iter().filter(counts).count(),
            found: paired
                .filter_map(|(at, _, _)| self.labels.get(*at))
                .filter(counts)
                .count(),
        }
    }

    /// The positions that stand on either side, by id.
    pub(crate) fn positions(&self) -> BTreeSet<&str> {
        let all = self.labels.iter().chain(self.claims);
        all.map(|label| label.position.as_str()).collect()
    }

    /// Krippendorff's alpha of the stance, over claims that both sides have with one position and actor.
    pub(crate) fn alpha_of_stance(&self) -> Option<f64> {
        let both = self.pairs.iter().filter(|(_, _, depth)| *depth >= 2);
        let stances = both.filter_map(|&(label, claim, _)| {
            let stance = |of: &'a [Label], at: usize| of.get(at).map(|label| label.stance.as_str());
            Some((stance(self.labels, label)?, stance(self.claims, claim)?))
        });
        alpha(&stances.collect::<Vec<_>>())
    }

    /// Krippendorff's alpha of what a sentence is about: its positions, or none. `sentences` counts those of all labelled articles.
    pub(crate) fn alpha_of_positions(&self, sentences: usize) -> Option<f64> {
        let mut units: BTreeMap<(&str, usize), [BTreeSet<&str>; 2]> = BTreeMap::new();
        for (side, all) in [self.labels, self.claims].into_iter().enumerate() {
            for label in all {
                let unit = units.entry((&label.document, label.sentence)).or_default();
                if let Some(positions) = unit.get_mut(side) {
                    positions.insert(&label.position);
                }
            }
        }
        let joined =
            |positions: &BTreeSet<&str>| positions.iter().copied().collect::<Vec<_>>().join("+");
        let units: Vec<(String, String)> = units
            .values()
            .map(|[l, r]| (joined(l), joined(r)))
            .collect();
        let mut values: Vec<(&str, &str)> = units
            .iter()
            .map(|(l, r)| (l.as_str(), r.as_str()))
            .collect();
        values.resize(values.len().max(sentences), ("", ""));
        alpha(&values)
    }
}

/// How many fields agree in a row; 0 if not even the position does.
fn depth(label: &Label, claim: &Label) -> usize {
    let shared = label
        .target
        .iter()
        .any(|target| claim.target.contains(target));
    let same = |one: &Option<String>, other: &Option<String>| one.is_none() || one == other;
    let agree = [
        label.position == claim.position,
        label.actor == claim.actor,
        label.stance == claim.stance,
        shared || label.target == claim.target,
        same(&label.speaker, &claim.speaker),
        same(&label.mode, &claim.mode),
    ];
    agree.iter().take_while(|agrees| **agrees).count()
}

/// Krippendorff's alpha for nominal values, two coders and no missing value: 1 is full agreement, 0 what chance gives, less than 0
/// worse than chance. `None` where no two values could differ.
pub(crate) fn alpha(units: &[(&str, &str)]) -> Option<f64> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (one, other) in units {
        *counts.entry(one).or_default() += 1;
        *counts.entry(other).or_default() += 1;
    }
    let all = units.len() * 2;
    let apart = units.iter().filter(|(one, other)| one != other).count();
    let expected: usize = counts.values().map(|count| count * (all - count)).sum();
    if expected == 0 {
        return None;
    }
    // Observed: both orders of each unit over all values. Expected: unlike pairs over all pairs of values.
    Some(1.0 - ratio(2 * apart, all) / ratio(expected, all * (all - 1)))
}

fn ratio(part: usize, whole: usize) -> f64 {
    let number = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    if whole == 0 {
        0.0
    } else {
        number(part) / number(whole)
    }
}

#[cfg(test)]
mod tests {
    use super::alpha;

    #[test]
    fn alpha_is_worked_out_by_hand() {
        // Four units, values a a, a a, b b, a b: observed 2/8, expected (5·3 + 3·5)/(8·7) = 30/56.
        let units = [("a", "a"), ("a", "a"), ("b", "b"), ("a", "b")];
        let expected = 1.0 - (2.0 / 8.0) / (30.0 / 56.0);
        assert!((alpha(&units).unwrap_or_default() - expected).abs() < 1e-12);
        assert_eq!(alpha(&[("a", "a")]), None);
        assert_eq!(alpha(&[]), None);
    }
}
