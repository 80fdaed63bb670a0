//! What several claims of one article come to, as a sign that reads without colour.

use std::collections::{BTreeMap, BTreeSet};

use crate::claim::Stance;
use crate::compare::{Cap, Comparison};
use crate::pack::ActorId;

/// The stances that one actor's claims on one position take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// All of them this one.
    One(Stance),
    /// For in one place, and no side in another.
    ForAndNone,
    /// Against in one place, and no side in another.
    AgainstAndNone,
    /// For and against, but no two of them about the same.
    Apart,
    /// For and against the same.
    Opposed,
}

impl Sign {
    /// Each with its sign, in the order of a legend.
    pub(super) const LEGEND: [(Self, &'static str); 7] = [
        (Self::One(Stance::Support), "for"),
        (Self::One(Stance::Oppose), "against"),
        (Self::One(Stance::Neutral), "no side"),
        (Self::ForAndNone, "for here, no side there"),
        (Self::AgainstAndNone, "against here, no side there"),
        (
            Self::Apart,
            "both, towards different targets or in different conflicts",
        ),
        (Self::Opposed, "both, towards the same target or none"),
    ];

    /// The sign of these claims, which are by one actor on one position in one article.
    pub(super) fn of(comparison: &Comparison, claims: &[usize]) -> Self {
        let stances = stances(comparison, claims);
        let has = |stance| stances.contains(&stance);
        match (
            has(Stance::Support),
            has(Stance::Oppose),
            has(Stance::Neutral),
        ) {
            (true, true, _) if are_opposed(comparison, claims) => Self::Opposed,
            (true, true, _) => Self::Apart,
            (true, false, true) => Self::ForAndNone,
            (true, false, false) => Self::One(Stance::Support),
            (false, true, true) => Self::AgainstAndNone,
            (false, true, false) => Self::One(Stance::Oppose),
            (false, false, _) => Self::One(Stance::Neutral),
        }
    }

    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::One(Stance::Support) => "+",
            Self::One(Stance::Oppose) => "−",
            Self::One(Stance::Neutral) => "○",
            Self::ForAndNone => "+○",
            Self::AgainstAndNone => "−○",
            Self::Apart => "±",
            Self::Opposed => "≠",
        }
    }

    /// The class that colours it: a side, or both.
    #[cfg(feature = "html-report")]
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::One(stance) => stance.as_str(),
            Self::ForAndNone => Stance::Support.as_str(),
            Self::AgainstAndNone => Stance::Oppose.as_str(),
            Self::Apart | Self::Opposed => "mixed",
        }
    }

    /// What it stands for.
    #[cfg(feature = "html-report")]
    pub(super) fn words(self) -> &'static str {
        let meant = Self::LEGEND.into_iter().find(|&(sign, _)| sign == self);
        meant.map_or("", |(_, words)| words)
    }
}

/// The stances that claims take.
fn stances(comparison: &Comparison, claims: &[usize]) -> BTreeSet<Stance> {
    let told = claims.iter().filter_map(|&at| comparison.claim(at));
    told.map(|claim| claim.stance).collect()
}

/// Whether one of these claims is for and another against the same: a shared target, or none in both, and not in conflicts that the words keep
/// apart. Of each target and side the first claims are looked at, up to [`Cap::LIMIT`].
fn are_opposed(comparison: &Comparison, claims: &[usize]) -> bool {
    let mut sides: BTreeMap<Option<&ActorId>, [Vec<usize>; 2]> = BTreeMap::new();
    for &at in claims {
        let Some(claim) = comparison.claim(at) else {
            continue;
        };
        let none = claim.target.is_empty().then_some(None);
        for target in claim.target.iter().map(Some).chain(none) {
            let [for_it, against_it] = sides.entry(target).or_default();
            let side = match claim.stance {
                Stance::Support => for_it,
                Stance::Oppose => against_it,
                Stance::Neutral => continue,
            };
            if side.len() < Cap::LIMIT {
                side.push(at);
            }
        }
    }
    let meet = |one: usize, other: usize| !comparison.are_apart(one, other);
    sides.values().any(|[for_it, against_it]| {
        let met = |&one: &usize| against_it.iter().any(|&other| meet(one, other));
        for_it.iter().any(met)
    })
}

#[cfg(test)]
mod tests {
    use crate::claim::Place;
    use crate::compare::Comparator;
    use crate::pack::PositionId;
    use crate::{Article, Claim, Document, Span};

    use super::*;

    /// The sign of Norland's claims on a truce, each at its words with a stance and a target.
    fn sign(text: &str, told: &[(&str, Stance, Option<&str>)]) -> &'static str {
        let claim = |&(words, stance, target): &(&str, Stance, Option<&str>)| {
            let start = text.find(words).unwrap();
            let span = Span::new(start, start + words.len());
            let (before, after) = text.split_at(start);
            let stop = after.find('.').map_or(text.len(), |at| start + at);
            let from = before.rfind(". ").map_or(0, |at| at + 2);
            let place = Place {
                index: start,
                span: Span::new(from, stop),
            };
            let (actor, position) = (ActorId::new("norland"), PositionId::new("truce"));
            let mut claim = Claim::new(place, span, actor, position, stance);
            claim.target = target.map(ActorId::new).into_iter().collect();
            claim
        };
        let claims = told.iter().map(claim).collect();
        let article = Article::from_claims(Document::from_text("a", text), claims);
        let comparator = Comparator::plain().apart_by("truce", &["war"]);
        let comparison = comparator.compare(&[article]);
        let all: Vec<usize> = (0..comparison.claims().len()).collect();
        Sign::of(&comparison, &all).as_str()
    }

    #[test]
    fn a_sign_says_how_the_sides_meet() {
        use Stance::{Neutral, Oppose, Support};
        let text = "backs one, spurns two";
        let signs = |one, other| {
            [
                sign(text, &[("one", one, Some("a")), ("two", other, Some("a"))]),
                sign(text, &[("one", one, Some("a")), ("two", other, Some("b"))]),
                sign(text, &[("one", one, None), ("two", other, None)]),
            ]
        };
        assert_eq!(signs(Support, Support), ["+", "+", "+"]);
        assert_eq!(signs(Oppose, Oppose), ["−", "−", "−"]);
        assert_eq!(signs(Neutral, Neutral), ["○", "○", "○"]);
        assert_eq!(signs(Support, Neutral), ["+○", "+○", "+○"]);
        assert_eq!(signs(Neutral, Oppose), ["−○", "−○", "−○"]);
        assert_eq!(signs(Support, Oppose), ["≠", "±", "≠"]);
    }

    #[test]
    fn sides_in_different_conflicts_are_not_opposed() {
        use Stance::{Oppose, Support};
        let told = [("backs", Support, None), ("spurns", Oppose, None)];
        let one = "It backs a truce in the war in Gaza. It spurns a truce in the war in Gaza.";
        let two = "It backs a truce in the war in Gaza. It spurns a truce in the war in Ukraine.";
        assert_eq!(sign(one, &told), "≠");
        assert_eq!(sign(two, &told), "±");
    }
}
