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
//!    whose target the actor is. The counterpart has no pair from 1 either: where the same actor holds on towards one, that it also turned to others
//!    is news of one article alone. Different actors must be each other's target. `other` differs from nobody, and an empty target from no
//!    other, unless the same actor takes another stance in a like mode.
//! 5. **`only_left`, `only_right`**: what is left. Of several articles, a claim is alone if it is in both its pairs.
//!
//! Claims that the words place in different conflicts are no pair by any rule (`theatre`).
//!
//! Inside one article, contradictions are taken by rule 2, those of an actor with itself too; what it does and what it wants, expects or may do
//! are no contradiction, and what it gave up years ago contradicts nothing.
//!
//! Candidates are ranked by the score without its letters, which only reported pairs get.
//!
//! Two claims by different actors that both name no target have only the position in common. They meet where the
//! position is one that is usually held without a target ("called for a ceasefire"), not where a target is usually named and
//! these leave it open ("builds alliances"), and not if one of them is by `other`. Inside one article the same goes for two claims
//! by one actor: who builds alliances and cuts ties, with whom is open, need not contradict itself.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::Document;
use crate::pack::PositionId;

use super::candidate::{Candidates, Cap};
use super::group::{Index, Keys};
use super::joined::{Joined, Side, best_for_each};
use super::merge::MergedClaim;
use super::pair::{Pair, Scene, closest_first};
use super::relation::Relation;
use super::score::Score;
use super::weights::WordWeights;

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
    /// Whether both claims are told in near copies of one sentence: one report printed twice, which is no second agreement.
    pub is_copy: bool,
}

/// Lines up all articles in `order`.
pub(super) fn align(
    documents: &[Document],
    claims: &[MergedClaim],
    keys: &Keys,
    order: &[usize],
    weights: Option<&WordWeights>,
) -> (Vec<Alignment>, Vec<Cap>) {
    let mut aligner = Aligner {
        scene: Scene::new(documents, claims, keys, weights),
        keys,
        candidates: Candidates::new(keys),
        met: vec![false; claims.len()],
        found: Vec::new(),
    };
    for (turn, &article) in order.iter().enumerate() {
        aligner.inside(turn, article);
        if let Some(&next) = order.get(turn + 1) {
            aligner.between(turn + 1, article, next);
        }
    }
    if order.len() > 1 {
        aligner.alone(order);
    }
    let caps = aligner.candidates.caps();
    (aligner.alignments(), caps)
}

struct Aligner<'a> {
    scene: Scene<'a>,
    keys: &'a Keys,
    candidates: Candidates<'a>,
    /// Whether a claim has a counterpart in another article.
    met: Vec<bool>,
    /// With the turn of the right article, by which they are sorted in the end.
    found: Vec<(usize, Pair)>,
}

impl Aligner<'_> {
    /// Contradictions inside one article.
    fn inside(&mut self, turn: usize, article: usize) {
        let mut pairs = Vec::new();
        for left in self.members(article) {
            let mut own = Vec::new();
            for right in self.candidates.on_same_targets(left, article) {
                let ground = &self.scene.ground;
                let is_told = ground.may_meet(left, right)
                    && !ground.is_of_two_kinds(left, right)
                    && !ground.is_given_up(left)
                    && !ground.is_given_up(right);
                if left < right && is_told {
                    own.extend(self.scene.pair(left, right));
                }
            }
            pairs.extend(self.closest(left, own));
        }
        pairs.sort_by(closest_first);
        let (chosen, _) = self.of_different_actors(pairs);
        self.found
            .extend(chosen.into_iter().map(|pair| (turn.max(1), pair)));
    }

    /// Two articles.
    fn between(&mut self, turn: usize, left: usize, right: usize) {
        let mut chosen = self.of_same_actor(left, right);
        let continued = Joined::of(&chosen);
        let (met, more) = self.agreements(left, right);
        chosen.extend(met);
        chosen.extend(self.developments(left, right, &continued));
        chosen.extend(best_for_each(more, &Joined::of(&chosen)));
        let joined = Joined::of(&chosen);
        chosen.extend(self.differences(left, right, &joined, &continued));
        for pair in &chosen {
            for claim in [pair.left, pair.right] {
                if let Some(met) = self.met.get_mut(claim) {
                    *met = true;
                }
            }
        }
        self.found
            .extend(chosen.into_iter().map(|pair| (turn, pair)));
    }

    /// Rule 1.
    fn of_same_actor(&mut self, left: usize, right: usize) -> Vec<Pair> {
        let mut pairs = Vec::new();
        for claim in self.members(left) {
            for other in self.candidates.of_actor_on_same_targets(claim, right, None) {
                pairs.extend(self.scene.pair(claim, other));
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
            let mut own = Vec::new();
            for other in self.candidates.on_same_targets(claim, right) {
                own.extend(self.of_two_actors(claim, other));
            }
            pairs.extend(self.closest(claim, own));
        }
        // A claim that was never among the first in line looks for itself.
        let seen: BTreeSet<usize> = pairs.iter().map(|pair| pair.right).collect();
        for claim in self.members(right) {
            if !seen.contains(&claim) {
                let mut own = Vec::new();
                for other in self.candidates.on_same_targets(claim, left) {
                    own.extend(self.of_two_actors(other, claim));
                }
                pairs.extend(self.closest(claim, own));
            }
        }
        pairs.sort_by(closest_first);
        self.of_different_actors(pairs)
    }

    fn of_two_actors(&self, left: usize, right: usize) -> Option<Pair> {
        let met =
            !self.scene.ground.by_one_actor(left, right) && self.scene.ground.may_meet(left, right);
        met.then(|| self.scene.pair(left, right)).flatten()
    }

    /// Of a claim's pairs the closest of each relation, up to the cap: so that no more than these are held at once.
    fn closest(&mut self, claim: usize, mut pairs: Vec<Pair>) -> Vec<Pair> {
        pairs.sort_by(|a, b| {
            a.relation
                .cmp(&b.relation)
                .then_with(|| closest_first(a, b))
        });
        let mut kept = Vec::new();
        for of_relation in pairs.chunk_by(|a, b| a.relation == b.relation) {
            self.candidates.note_counterparts(claim, of_relation.len());
            kept.extend(of_relation.iter().take(Cap::EACH).cloned());
        }
        kept
    }

    /// All pairs of somebody with somebody, up to the cap; for `other` the best one. `pairs` come closest first. The second
    /// list holds those not taken.
    fn of_different_actors(&mut self, mut pairs: Vec<Pair>) -> (Vec<Pair>, Vec<Pair>) {
        let nobody = |claim: usize| self.scene.ground.is_by_nobody(claim);
        pairs.sort_by_key(|pair| nobody(pair.left) && nobody(pair.right));
        let mut counts: BTreeMap<(usize, Relation), usize> = BTreeMap::new();
        let mut full: BTreeMap<usize, usize> = BTreeMap::new();
        let (mut chosen, mut rest) = (Vec::new(), Vec::new());
        for pair in pairs {
            let room = |claim: usize| if nobody(claim) { 1 } else { Cap::EACH };
            let count = |claim: usize| counts.get(&(claim, pair.relation)).copied().unwrap_or(0);
            if count(pair.left) >= room(pair.left) || count(pair.right) >= room(pair.right) {
                for claim in [pair.left, pair.right] {
                    let taken = count(claim);
                    if taken >= Cap::EACH {
                        full.insert(claim, taken + 1);
                    }
                }
                rest.push(pair);
                continue;
            }
            for claim in [pair.left, pair.right] {
                *counts.entry((claim, pair.relation)).or_default() += 1;
            }
            chosen.push(pair);
        }
        for (claim, waiting) in full {
            self.candidates.note_counterparts(claim, waiting);
        }
        (chosen, rest)
    }

    /// Rule 3.
    fn developments(&mut self, left: usize, right: usize, continued: &Joined) -> Vec<Pair> {
        let mut pairs = Vec::new();
        for claim in self.members(left) {
            let position = self
                .scene
                .ground
                .key(claim)
                .map(|key| key.position)
                .unwrap_or_default();
            let keys = self.keys;
            let related = keys
                .positions
                .get(position)
                .map_or(&[][..], |p| p.related.as_slice());
            for &position in related {
                for other in self
                    .candidates
                    .of_actor_on_same_targets(claim, right, Some(position))
                {
                    pairs.extend(self.scene.pair(claim, other));
                }
            }
        }
        pairs.sort_by(closest_first);
        best_for_each(pairs, continued)
    }

    /// Rule 4.
    fn differences(
        &mut self,
        left: usize,
        right: usize,
        joined: &Joined,
        continued: &Joined,
    ) -> Vec<Pair> {
        let mut pairs = Vec::new();
        for claim in self.members(left) {
            if !joined.has(claim, Side::Left) {
                for other in self.candidates.near(claim, right) {
                    pairs.extend(self.scene.pair(claim, other));
                }
            }
        }
        for claim in self.members(right) {
            if !joined.has(claim, Side::Right) {
                for other in self.candidates.near(claim, left) {
                    pairs.extend(self.scene.pair(other, claim));
                }
            }
        }
        let ground = &self.scene.ground;
        let tells = |pair: &Pair| {
            let (left, right) = (pair.left, pair.right);
            let held = continued.has(left, Side::Left) || continued.has(right, Side::Right);
            !held
                && !ground.is_empty_difference(left, right)
                && (ground.by_one_actor(left, right) || ground.is_mutual(left, right))
        };
        pairs.retain(|pair| pair.relation == Relation::Differs && tells(pair));
        pairs.sort_by(|a, b| {
            let apart = |pair: &Pair| !self.scene.ground.by_one_actor(pair.left, pair.right);
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
                    let alone = Pair {
                        relation,
                        left: claim,
                        right: claim,
                        closeness: 0.0,
                    };
                    self.found.push((turn.max(1), alone));
                }
            }
        }
    }

    /// The alignments in their order: by turn of the right article, position, relation, place.
    fn alignments(mut self) -> Vec<Alignment> {
        let position = |claim: usize| self.keys.claims.get(claim).map(|key| key.position);
        self.found.sort_by_key(|(turn, pair)| {
            (
                *turn,
                position(pair.right),
                pair.relation,
                pair.left,
                pair.right,
            )
        });
        let id = |claim: usize| {
            self.keys
                .positions
                .get(position(claim)?)
                .map(|p| p.id.clone())
        };
        let scene = &self.scene;
        let alignment = |(_, pair): (usize, Pair)| {
            Some(Alignment {
                relation: pair.relation,
                left: (pair.relation != Relation::OnlyRight).then_some(pair.left),
                right: (pair.relation != Relation::OnlyLeft).then_some(pair.right),
                position: id(pair.right)?,
                score: if pair.relation.is_alone() {
                    Score::default()
                } else {
                    scene.score(pair.left, pair.right)
                },
                is_copy: !pair.relation.is_alone() && scene.is_copy(pair.left, pair.right),
            })
        };
        self.found.into_iter().filter_map(alignment).collect()
    }

    fn members(&self, article: usize) -> Vec<usize> {
        self.keys
            .articles
            .get(article)
            .map(Index::claims)
            .unwrap_or_default()
    }
}
