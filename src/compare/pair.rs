//! Two claims as a pair: what the table calls it, and how closely they meet.

use std::cmp::{Ordering, Reverse};

use crate::document::Document;

use super::evidence::Words;
use super::group::Keys;
use super::meet::Ground;
use super::merge::MergedClaim;
use super::relation::Relation;
use super::score::{self, Part, PartScore, Score};
use super::weights::WordWeights;
use super::wording::Worded;

/// A pair of claims that the table allows.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    pub(super) relation: Relation,
    pub(super) left: usize,
    pub(super) right: usize,
    /// The score without its letters, which are slow to look at: by it candidates are ranked.
    pub(super) closeness: f64,
}

/// All that is known of the claims.
#[derive(Clone, Debug)]
pub(super) struct Scene<'a> {
    documents: &'a [Document],
    pub(super) ground: Ground<'a>,
    words: Words,
}

impl<'a> Scene<'a> {
    pub(super) fn new(
        documents: &'a [Document],
        claims: &'a [MergedClaim],
        keys: &'a Keys,
        weights: Option<&WordWeights>,
    ) -> Self {
        let evidence = |claim: &MergedClaim| {
            let text = documents.get(claim.document).map_or("", Document::text);
            claim.told().evidence.of(text)
        };
        Self {
            documents,
            ground: Ground { claims, keys },
            words: Words::of(claims.iter().map(evidence), weights),
        }
    }

    /// The pair with its relation and closeness; `None` where the table gives no relation, or the claims are about different conflicts.
    pub(super) fn pair(&self, left: usize, right: usize) -> Option<Pair> {
        if self.ground.are_apart(left, right) {
            return None;
        }
        Some(Pair {
            relation: self.ground.relation(left, right)?,
            left,
            right,
            closeness: self.closeness(left, right),
        })
    }

    /// The score of a pair, with all its parts.
    pub(super) fn score(&self, left: usize, right: usize) -> Score {
        Score::of(Part::ALL.into_iter().filter_map(|part| {
            let value = self.part(part, left, right)?;
            Some(PartScore { part, value })
        }))
    }

    /// Whether two claims of two articles are told in near copies of one sentence.
    pub(super) fn is_copy(&self, left: usize, right: usize) -> bool {
        let Ground { claims, .. } = self.ground;
        let (Some(l), Some(r)) = (claims.get(left), claims.get(right)) else {
            return false;
        };
        // A copy has the same evidence; only then the sentences are read.
        if l.document == r.document || self.words.lemmas(left, right) < 0.8 {
            return false;
        }
        let sentence = |claim: &MergedClaim| {
            let text = self
                .documents
                .get(claim.document)
                .map_or("", Document::text);
            Worded::read(claim.told().sentence.span.of(text))
        };
        sentence(l).is_copy(&sentence(r))
    }

    fn closeness(&self, left: usize, right: usize) -> f64 {
        let (mut sum, mut weight) = (0.0, 0.0);
        for part in Part::ALL.into_iter().filter(|&part| part != Part::Letters) {
            if let Some(value) = self.part(part, left, right) {
                sum += part.weight() * value;
                weight += part.weight();
            }
        }
        if weight > 0.0 { sum / weight } else { 0.0 }
    }

    /// What a part comes to; `None` where it doesn't apply.
    fn part(&self, part: Part, left: usize, right: usize) -> Option<f64> {
        let Ground { claims, .. } = self.ground;
        let (l, r) = (claims.get(left)?, claims.get(right)?);
        let (left_key, right_key) = (self.ground.key(left)?, self.ground.key(right)?);
        let date = |claim: &MergedClaim| {
            let own = claim.told().date;
            own.or_else(|| self.documents.get(claim.document).and_then(Document::date))
        };
        Some(match part {
            Part::Actor => score::actor(left_key, right_key),
            Part::Target => score::target(left_key, right_key),
            Part::Stance => score::stance(l.stance, r.stance),
            Part::Mode => score::mode(l.mode(), r.mode()),
            Part::Wording => self.words.lemmas(left, right),
            Part::Letters => self.words.letters(left, right),
            Part::Date => score::date(date(l)?, date(r)?),
        })
    }
}

/// Closer first, then the earlier left, then the earlier right claim.
pub(super) fn closest_first(a: &Pair, b: &Pair) -> Ordering {
    let by = |pair: &Pair| (Reverse(Total(pair.closeness)), pair.left, pair.right);
    by(a).cmp(&by(b))
}

/// A float in its total order.
#[derive(PartialEq)]
struct Total(f64);

impl Eq for Total {}

impl PartialOrd for Total {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Total {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}
