//! Two claims as a pair: what the table calls it, and how closely they meet.

use std::cmp::{Ordering, Reverse};

use crate::document::Document;

use super::candidate::Cap;
use super::group::{Key, Keys};
use super::merge::MergedClaim;
use super::relation::{Meeting, Relation, went_between};
use super::score::{self, Part, PartScore, Score};
use super::wording::Words;

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
    claims: &'a [MergedClaim],
    keys: &'a Keys,
    words: Words,
}

impl<'a> Scene<'a> {
    pub(super) fn new(
        documents: &'a [Document],
        claims: &'a [MergedClaim],
        keys: &'a Keys,
    ) -> Self {
        let evidence = |claim: &MergedClaim| {
            let text = documents.get(claim.document).map_or("", Document::text);
            claim.told().evidence.of(text)
        };
        Self {
            documents,
            claims,
            keys,
            words: Words::of(claims.iter().map(evidence)),
        }
    }

    pub(super) fn key(&self, claim: usize) -> Option<&'a Key> {
        self.keys.claims.get(claim)
    }

    /// Whether a claim is by `other`.
    pub(super) fn is_by_nobody(&self, claim: usize) -> bool {
        self.key(claim).is_none_or(|key| key.actor.is_none())
    }

    pub(super) fn by_one_actor(&self, left: usize, right: usize) -> bool {
        match (self.key(left), self.key(right)) {
            (Some(left), Some(right)) => left.actor.is_some() && left.actor == right.actor,
            _ => false,
        }
    }

    /// Whether two claims by different actors have more than a position in common.
    pub(super) fn may_meet(&self, left: usize, right: usize) -> bool {
        let (Some(l), Some(r)) = (self.key(left), self.key(right)) else {
            return false;
        };
        if self.by_one_actor(left, right) || !l.is_about_nobody() || !r.is_about_nobody() {
            return true;
        }
        let usual = self
            .keys
            .positions
            .get(l.position)
            .is_some_and(|p| !p.names_targets);
        usual && l.actor.is_some() && r.actor.is_some()
    }

    /// The pair with its relation and score; `None` where the table gives no relation.
    pub(super) fn pair(&self, left: usize, right: usize) -> Option<Pair> {
        let (l, r) = (self.claims.get(left)?, self.claims.get(right)?);
        let (left_key, right_key) = (self.key(left)?, self.key(right)?);
        let mut meeting = Meeting {
            same_actor: self.by_one_actor(left, right),
            crossing: left_key.crosses(right_key),
            same_position: left_key.position == right_key.position,
            overlap: left_key.overlaps(right_key),
            one_article: l.document == r.document,
            stances: (l.stance, r.stance),
            modes: (l.mode(), r.mode()),
        };
        if meeting.same_actor && went_between(l.mode(), r.mode()) {
            let steady = self.also_told(left, right) || self.also_told(right, left);
            if steady {
                meeting.modes.1 = meeting.modes.0;
            }
        }
        Some(Pair {
            relation: Relation::between(meeting)?,
            left,
            right,
            closeness: self.closeness(left, right),
        })
    }

    /// Whether the article of `claim` also tells its stance in a mode from which nothing went to `other`'s.
    fn also_told(&self, claim: usize, other: usize) -> bool {
        let (Some(key), Some(about)) = (self.key(claim), self.key(other)) else {
            return false;
        };
        let (Some(actor), Some(this), Some(that)) =
            (key.actor, self.claims.get(claim), self.claims.get(other))
        else {
            return false;
        };
        let Some(index) = self.keys.articles.get(this.document) else {
            return false;
        };
        about.targets.iter().any(|&target| {
            let row = index.of_actor_on_target(key.position, actor, target);
            row.claims()
                .take(Cap::LIMIT)
                .filter_map(|at| self.claims.get(at))
                .any(|c| c.stance == this.stance && !went_between(c.mode(), that.mode()))
        })
    }

    /// The score of a pair, with all its parts.
    pub(super) fn score(&self, left: usize, right: usize) -> Score {
        Score::of(Part::ALL.into_iter().filter_map(|part| {
            let value = self.part(part, left, right)?;
            Some(PartScore { part, value })
        }))
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
        let (l, r) = (self.claims.get(left)?, self.claims.get(right)?);
        let (left_key, right_key) = (self.key(left)?, self.key(right)?);
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
