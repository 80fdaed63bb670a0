//! Which pairs are reported: of all that the codebook's table allows, those that a reader wants to see.
//!
//! For two articles, left and right, in this order:
//! 1. **`holds`, `shifts`** (same actor): pairs are taken one to one, `holds` first, then by score; ties go to the claim that
//!    comes first in the left, then in the right article. A claim left over joins its best counterpart. A step
//!    between act and want is no shift where the article also tells the act (or the want) that would make it `holds`.
//! 2. **`agrees`, `contradicts`** (different actors): every pair of actors that are somebody, up to [`Cap::EACH`] for a claim
//!    and relation, best score first. A claim by `other` joins only its best counterpart, an actor rather than another `other`;
//!    a claim that would have no pair at all joins its best counterpart whatever that one has already.
//! 3. **`develops`**: a claim with no pair from 1 joins its best counterpart on a related position.
//! 4. **`differs`**: a claim with no pair from 1 to 3 joins its best counterpart, one by the same actor rather than one
//!    whose target the actor is. `other` differs from nobody.
//! 5. **`only_left`, `only_right`**: what is left. Of several articles, a claim is alone if it is in both its pairs.
//!
//! Inside one article, contradictions are taken by rule 2, those of an actor with itself too.
//!
//! Two claims by different actors that both name no target have only the position in common. They meet where the
//! position is one that is usually held without a target ("called for a ceasefire"), not where a target is usually named and
//! these leave it open ("builds alliances"), and not if one of them is by `other`.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::document::Document;
use crate::pack::{ActorId, PositionId};

use super::group::{Index, Key, Keys};
use super::merge::MergedClaim;
use super::relation::{Meeting, Relation, went_between};
use super::score::{self, Part, PartScore, Score};
use super::wording::Words;

/// Two claims lined up, or one that stands alone.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Alignment {
    /// How the two stand to each other.
    pub relation: Relation,
    /// Index of the left claim; `None` for `only_right`.
    pub left: Option<usize>,
    /// Index of the right claim; `None` for `only_left`.
    pub right: Option<usize>,
    /// The right claim's position; the left one's where there is no right one.
    pub position: PositionId,
    /// How closely they meet; 0 for a claim that stands alone.
    pub score: Score,
}

/// More candidates stood in line than were looked at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Cap {
    /// On this position.
    pub position: PositionId,
    /// By or about this actor; `None` where no target is named.
    pub actor: Option<ActorId>,
    /// How many there were at most. The first [`Cap::LIMIT`] were looked at, those told in most places first.
    pub waiting: usize,
}

impl Cap {
    /// Candidates that are looked at for a claim, a relation and a target.
    pub const LIMIT: usize = 64;
    /// Counterparts with which a claim may agree, and with which it may be in contradiction.
    pub const EACH: usize = 16;
}

/// Lines up all articles in `order`.
pub(super) fn align(
    documents: &[Document],
    claims: &[MergedClaim],
    keys: &Keys,
    order: &[usize],
) -> (Vec<Alignment>, Vec<Cap>) {
    let evidence = |claim: &MergedClaim| {
        let text = documents.get(claim.document).map_or("", Document::text);
        claim.told().evidence.of(text).to_owned()
    };
    let evidences: Vec<String> = claims.iter().map(evidence).collect();
    let mut aligner = Aligner {
        documents,
        claims,
        keys,
        words: Words::of(evidences.iter().map(String::as_str)),
        met: vec![false; claims.len()],
        waiting: BTreeMap::new(),
        found: Vec::new(),
    };
    for (turn, &article) in order.iter().enumerate() {
        aligner.inside(article);
        if let Some(&next) = order.get(turn + 1) {
            aligner.between(article, next);
        }
    }
    if order.len() > 1 {
        aligner.alone(order);
    }
    aligner.finish(order)
}

/// A pair of claims that the table allows.
#[derive(Clone, Debug)]
struct Pair {
    relation: Relation,
    left: usize,
    right: usize,
    score: Score,
}

struct Aligner<'a> {
    documents: &'a [Document],
    claims: &'a [MergedClaim],
    keys: &'a Keys,
    words: Words,
    /// Whether a claim has a counterpart in another article.
    met: Vec<bool>,
    waiting: BTreeMap<(usize, u32), usize>,
    found: Vec<Pair>,
}

/// Which side of a pair a claim is on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

impl Pair {
    fn on(&self, side: Side) -> usize {
        match side {
            Side::Left => self.left,
            Side::Right => self.right,
        }
    }
}

impl Aligner<'_> {
    /// Contradictions inside one article.
    fn inside(&mut self, article: usize) {
        let mut pairs = Vec::new();
        for left in self.members(article) {
            for right in self.on_same_targets(left, article) {
                if left < right && self.may_meet(left, right) {
                    pairs.extend(self.pair(left, right));
                }
            }
        }
        pairs.sort_by(closest_first);
        let (chosen, _) = self.of_different_actors(pairs);
        self.found.extend(chosen);
    }

    /// Two articles.
    fn between(&mut self, left: usize, right: usize) {
        let mut chosen = self.of_same_actor(left, right);
        let continued = Joined::of(&chosen);
        let (met, more) = self.agreements(left, right);
        chosen.extend(met);
        chosen.extend(self.developments(left, right, &continued));
        chosen.extend(best_for_each(more, &Joined::of(&chosen)));
        let joined = Joined::of(&chosen);
        chosen.extend(self.differences(left, right, &joined));
        for pair in &chosen {
            for claim in [pair.left, pair.right] {
                if let Some(met) = self.met.get_mut(claim) {
                    *met = true;
                }
            }
        }
        self.found.extend(chosen);
    }

    /// Rule 1.
    fn of_same_actor(&mut self, left: usize, right: usize) -> Vec<Pair> {
        let mut pairs = Vec::new();
        for claim in self.members(left) {
            for other in self.of_actor_on_same_targets(claim, right, None) {
                pairs.extend(self.pair(claim, other));
            }
        }
        pairs.sort_by(|a, b| {
            a.relation
                .cmp(&b.relation)
                .then_with(|| closest_first(a, b))
        });
        let mut joined = Joined::default();
        let (mut chosen, mut rest) = (Vec::new(), Vec::new());
        for pair in pairs {
            if joined.has(pair.left, Side::Left) || joined.has(pair.right, Side::Right) {
                rest.push(pair);
            } else {
                joined.add(&pair);
                chosen.push(pair);
            }
        }
        for pair in rest {
            if !joined.has(pair.left, Side::Left) || !joined.has(pair.right, Side::Right) {
                joined.add(&pair);
                chosen.push(pair);
            }
        }
        chosen
    }

    /// Rule 2.
    fn agreements(&mut self, left: usize, right: usize) -> (Vec<Pair>, Vec<Pair>) {
        let mut pairs = Vec::new();
        for claim in self.members(left) {
            for other in self.on_same_targets(claim, right) {
                if !self.by_one_actor(claim, other) && self.may_meet(claim, other) {
                    pairs.extend(self.pair(claim, other));
                }
            }
        }
        pairs.sort_by(closest_first);
        self.of_different_actors(pairs)
    }

    /// All pairs of somebody with somebody, up to the cap; for `other` the best one. `pairs` come closest first. The second
    /// list holds those not taken.
    fn of_different_actors(&self, mut pairs: Vec<Pair>) -> (Vec<Pair>, Vec<Pair>) {
        let nobody = |claim: usize| self.key(claim).is_none_or(|key| key.actor.is_none());
        pairs.sort_by_key(|pair| nobody(pair.left) && nobody(pair.right));
        let mut counts: BTreeMap<(usize, Relation), usize> = BTreeMap::new();
        let (mut chosen, mut rest) = (Vec::new(), Vec::new());
        for pair in pairs {
            let room = |claim: usize| if nobody(claim) { 1 } else { Cap::EACH };
            let count = |claim: usize| counts.get(&(claim, pair.relation)).copied().unwrap_or(0);
            if count(pair.left) >= room(pair.left) || count(pair.right) >= room(pair.right) {
                rest.push(pair);
                continue;
            }
            for claim in [pair.left, pair.right] {
                *counts.entry((claim, pair.relation)).or_default() += 1;
            }
            chosen.push(pair);
        }
        (chosen, rest)
    }

    /// Rule 3.
    fn developments(&mut self, left: usize, right: usize, continued: &Joined) -> Vec<Pair> {
        let mut pairs = Vec::new();
        for claim in self.members(left) {
            let position = self.key(claim).map(|key| key.position).unwrap_or_default();
            let keys = self.keys;
            let related = keys
                .positions
                .get(position)
                .map_or(&[][..], |p| p.related.as_slice());
            for &position in related {
                for other in self.of_actor_on_same_targets(claim, right, Some(position)) {
                    pairs.extend(self.pair(claim, other));
                }
            }
        }
        pairs.sort_by(closest_first);
        best_for_each(pairs, continued)
    }

    /// Rule 4.
    fn differences(&mut self, left: usize, right: usize, joined: &Joined) -> Vec<Pair> {
        let mut pairs = Vec::new();
        for claim in self.members(left) {
            if !joined.has(claim, Side::Left) {
                for other in self.near(claim, right) {
                    pairs.extend(self.pair(claim, other));
                }
            }
        }
        for claim in self.members(right) {
            if !joined.has(claim, Side::Right) {
                for other in self.near(claim, left) {
                    pairs.extend(self.pair(other, claim));
                }
            }
        }
        pairs.retain(|pair| pair.relation == Relation::Differs);
        pairs.sort_by(|a, b| {
            let apart = |pair: &Pair| !self.by_one_actor(pair.left, pair.right);
            apart(a).cmp(&apart(b)).then_with(|| closest_first(a, b))
        });
        pairs.dedup_by_key(|pair| (pair.left, pair.right));
        best_for_each(pairs, joined)
    }

    /// Rule 5.
    fn alone(&mut self, order: &[usize]) {
        for (turn, &article) in order.iter().enumerate() {
            let relation = if turn == 0 {
                Relation::OnlyLeft
            } else {
                Relation::OnlyRight
            };
            for claim in self.members(article) {
                if self.met.get(claim) == Some(&false) {
                    self.found.push(Pair {
                        relation,
                        left: claim,
                        right: claim,
                        score: Score::default(),
                    });
                }
            }
        }
    }

    /// The alignments in their order: by turn of the right article, position, relation, place.
    fn finish(mut self, order: &[usize]) -> (Vec<Alignment>, Vec<Cap>) {
        let turn = |claim: usize| {
            let document = self.claims.get(claim).map(|c| c.document);
            order.iter().position(|&at| Some(at) == document)
        };
        let turns: Vec<Option<usize>> = (0..self.claims.len()).map(turn).collect();
        let position = |claim: usize| self.keys.claims.get(claim).map(|key| key.position);
        self.found.sort_by_key(|pair| {
            let turn = turns.get(pair.right).copied().flatten().map(|t| t.max(1));
            (
                turn,
                position(pair.right),
                pair.relation,
                pair.left,
                pair.right,
            )
        });
        let keys = self.keys;
        let id = |at: usize| keys.positions.get(at).map(|p| p.id.clone());
        let alignments = self.found.into_iter().filter_map(|pair| {
            Some(Alignment {
                relation: pair.relation,
                left: (pair.relation != Relation::OnlyRight).then_some(pair.left),
                right: (pair.relation != Relation::OnlyLeft).then_some(pair.right),
                position: id(keys.claims.get(pair.right)?.position)?,
                score: pair.score,
            })
        });
        let caps = self
            .waiting
            .into_iter()
            .filter_map(|((position, actor), waiting)| {
                Some(Cap {
                    position: id(position)?,
                    actor: keys.actor(actor),
                    waiting,
                })
            });
        (alignments.collect(), caps.collect())
    }

    fn key(&self, claim: usize) -> Option<&Key> {
        self.keys.claims.get(claim)
    }

    fn members(&self, article: usize) -> Vec<usize> {
        self.keys
            .articles
            .get(article)
            .map(Index::claims)
            .unwrap_or_default()
    }

    fn by_one_actor(&self, left: usize, right: usize) -> bool {
        match (self.key(left), self.key(right)) {
            (Some(left), Some(right)) => left.actor.is_some() && left.actor == right.actor,
            _ => false,
        }
    }

    /// Whether two claims by different actors have more than a position in common.
    fn may_meet(&self, left: usize, right: usize) -> bool {
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

    /// Claims of an article on the same position and one of the same targets.
    fn on_same_targets(&mut self, claim: usize, article: usize) -> BTreeSet<usize> {
        let keys = self.keys;
        let mut found = BTreeSet::new();
        if let (Some(key), Some(index)) = (keys.claims.get(claim), keys.articles.get(article)) {
            for &target in &key.targets {
                let row = index.on_target(key.position, target);
                self.note(key.position, target, row.len());
                found.extend(row.claims().take(Cap::LIMIT));
            }
        }
        found
    }

    /// Claims of an article by the same actor on one of the same targets, on the same position or on the one given.
    fn of_actor_on_same_targets(
        &mut self,
        claim: usize,
        article: usize,
        position: Option<usize>,
    ) -> BTreeSet<usize> {
        let keys = self.keys;
        let mut found = BTreeSet::new();
        let (Some(key), Some(index)) = (keys.claims.get(claim), keys.articles.get(article)) else {
            return found;
        };
        let Some(actor) = key.actor else {
            return found;
        };
        let position = position.unwrap_or(key.position);
        for &target in &key.targets {
            let row = index.of_actor_on_target(position, actor, target);
            self.note(position, actor, row.len());
            found.extend(row.claims().take(Cap::LIMIT));
        }
        found
    }

    /// Claims of an article on the same position by the same actor, by one of its targets, or about it.
    fn near(&mut self, claim: usize, article: usize) -> BTreeSet<usize> {
        let keys = self.keys;
        let mut found = BTreeSet::new();
        let (Some(key), Some(index)) = (keys.claims.get(claim), keys.articles.get(article)) else {
            return found;
        };
        let Some(actor) = key.actor else {
            return found;
        };
        let about = index.on_target(key.position, actor);
        self.note(key.position, actor, about.len());
        let somebody = |at: &usize| keys.claims.get(*at).is_some_and(|k| k.actor.is_some());
        found.extend(about.claims().filter(somebody).take(Cap::LIMIT));
        for &holder in key.targets.iter().chain([&actor]) {
            let row = index.of_actor(key.position, holder);
            self.note(key.position, holder, row.len());
            found.extend(row.claims().take(Cap::LIMIT));
        }
        found
    }

    fn note(&mut self, position: usize, actor: u32, waiting: usize) {
        if waiting > Cap::LIMIT {
            let most = self.waiting.entry((position, actor)).or_default();
            *most = waiting.max(*most);
        }
    }

    /// The pair with its relation and score; `None` where the table gives no relation.
    fn pair(&self, left: usize, right: usize) -> Option<Pair> {
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
            score: self.score(left, right)?,
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

    fn score(&self, left: usize, right: usize) -> Option<Score> {
        let (l, r) = (self.claims.get(left)?, self.claims.get(right)?);
        let (left_key, right_key) = (self.key(left)?, self.key(right)?);
        let date = |claim: &MergedClaim| {
            let own = claim.told().date;
            own.or_else(|| self.documents.get(claim.document).and_then(Document::date))
        };
        let value = |part| {
            Some(match part {
                Part::Actor => score::actor(left_key, right_key),
                Part::Target => score::target(left_key, right_key),
                Part::Stance => score::stance(l.stance, r.stance),
                Part::Mode => score::mode(l.mode(), r.mode()),
                Part::Wording => self.words.lemmas(left, right),
                Part::Letters => self.words.letters(left, right),
                Part::Date => score::date(date(l)?, date(r)?),
            })
        };
        Some(Score::of(Part::ALL.into_iter().filter_map(|part| {
            value(part).map(|value| PartScore { part, value })
        })))
    }
}

/// Which claims have a pair, by side.
#[derive(Clone, Debug, Default)]
struct Joined {
    left: BTreeSet<usize>,
    right: BTreeSet<usize>,
}

impl Joined {
    fn of(pairs: &[Pair]) -> Self {
        let mut joined = Self::default();
        for pair in pairs {
            joined.add(pair);
        }
        joined
    }

    fn add(&mut self, pair: &Pair) {
        self.left.insert(pair.left);
        self.right.insert(pair.right);
    }

    fn has(&self, claim: usize, side: Side) -> bool {
        match side {
            Side::Left => self.left.contains(&claim),
            Side::Right => self.right.contains(&claim),
        }
    }
}

/// For each claim without a pair the first of `pairs` that it is in: pairs of two such claims come before others, and one
/// that is the first for both comes once.
fn best_for_each(mut pairs: Vec<Pair>, joined: &Joined) -> Vec<Pair> {
    let mut served = joined.clone();
    pairs.sort_by_key(|pair| {
        joined.has(pair.left, Side::Left) || joined.has(pair.right, Side::Right)
    });
    let mut chosen = Vec::new();
    for pair in pairs {
        let waits = |side| !served.has(pair.on(side), side);
        if waits(Side::Left) || waits(Side::Right) {
            served.add(&pair);
            chosen.push(pair);
        }
    }
    chosen
}

/// Higher score first, then the earlier left, then the earlier right claim.
fn closest_first(a: &Pair, b: &Pair) -> std::cmp::Ordering {
    let by = |pair: &Pair| (Reverse(Total(pair.score.value())), pair.left, pair.right);
    by(a).cmp(&by(b))
}

/// A float in its total order.
#[derive(PartialEq)]
struct Total(f64);

impl Eq for Total {}

impl PartialOrd for Total {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Total {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}
