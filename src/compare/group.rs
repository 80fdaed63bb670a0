//! Claims by position and actor, and by position and target: sorted tables instead of a look at every pair.
//!
//! Ids become small numbers first. An actor's number stands for its *identity*: the author of an article is somebody
//! else than the author of another one, unless both articles name the same; `other` has no identity at all.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::date::Date;
use crate::document::Document;
use crate::pack::{ActorId, PositionId};

use super::merge::MergedClaim;
use super::names::Names;
use super::theatre::Theatres;

/// Stands for an empty target in the tables.
const NOBODY: u32 = u32::MAX;

/// A merged claim in numbers.
#[derive(Clone, Debug)]
pub(super) struct Key {
    /// Who holds it; `None` for `other`.
    pub(super) actor: Option<u32>,
    pub(super) position: usize,
    /// Sorted; holds only [`NOBODY`] for an empty target, so that two empty targets meet like any others.
    pub(super) targets: Vec<u32>,
}

impl Key {
    pub(super) fn is_about_nobody(&self) -> bool {
        self.targets == [NOBODY]
    }

    /// Whether the two targets have an actor in common, or are both empty.
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        self.shared(other) > 0
    }

    /// How many targets the two have in common.
    pub(super) fn shared(&self, other: &Self) -> usize {
        let in_other = |target: &&u32| other.targets.binary_search(target).is_ok();
        self.targets.iter().filter(in_other).count()
    }

    /// Whether the actor of one is a target of the other.
    pub(super) fn crosses(&self, other: &Self) -> bool {
        let aims_at = |a: &Self, b: &Self| {
            b.actor
                .is_some_and(|actor| a.targets.binary_search(&actor).is_ok())
        };
        aims_at(self, other) || aims_at(other, self)
    }
}

/// All claims in numbers, and the tables of each article.
#[derive(Clone, Debug)]
pub(super) struct Keys {
    pub(super) claims: Vec<Key>,
    /// For each position: the related ones, and whether its claims usually name a target.
    pub(super) positions: Vec<PositionKey>,
    pub(super) articles: Vec<Index>,
    pub(super) theatres: Theatres,
    /// The date of each article.
    pub(super) dates: Vec<Option<Date>>,
    actors: Vec<String>,
}

#[derive(Clone, Debug)]
pub(super) struct PositionKey {
    pub(super) id: PositionId,
    pub(super) related: Vec<usize>,
    /// More than half of its claims in this comparison name a target: an empty one then means that nobody was named.
    pub(super) names_targets: bool,
}

impl Keys {
    pub(super) fn actor(&self, number: u32) -> Option<ActorId> {
        self.actors
            .get(number as usize)
            .map(|text| ActorId::new(text))
    }
}

/// The claims of one article in three sorted tables. A row ends in the claim's rank: claims told in more places come first.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    ranked: Vec<usize>,
    by_actor: Vec<(usize, u32, u32)>,
    by_target: Vec<(usize, u32, u32)>,
    by_actor_and_target: Vec<(usize, u32, u32, u32)>,
    /// Every actor and target, sorted.
    parts: Vec<u32>,
}

/// What was found in a table: the first claims, and how many there were.
#[derive(Clone, Debug)]
pub(super) struct Row<'a, T> {
    rows: &'a [T],
    index: &'a Index,
    rank: fn(&T) -> u32,
}

impl<T> Row<'_, T> {
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// Indices of the claims, those told in most places first.
    pub(super) fn claims(&self) -> impl Iterator<Item = usize> + '_ {
        self.rows
            .iter()
            .filter_map(|row| self.index.ranked.get((self.rank)(row) as usize).copied())
    }
}

impl Index {
    /// Claims of the article, in order of place.
    pub(super) fn claims(&self) -> Vec<usize> {
        let mut claims = self.ranked.clone();
        claims.sort_unstable();
        claims
    }

    pub(super) fn of_actor(&self, position: usize, actor: u32) -> Row<'_, (usize, u32, u32)> {
        let rows = run(&self.by_actor, |row| (row.0, row.1).cmp(&(position, actor)));
        Row {
            rows,
            index: self,
            rank: |row| row.2,
        }
    }

    pub(super) fn on_target(&self, position: usize, target: u32) -> Row<'_, (usize, u32, u32)> {
        let rows = run(&self.by_target, |row| {
            (row.0, row.1).cmp(&(position, target))
        });
        Row {
            rows,
            index: self,
            rank: |row| row.2,
        }
    }

    pub(super) fn of_actor_on_target(
        &self,
        position: usize,
        actor: u32,
        target: u32,
    ) -> Row<'_, (usize, u32, u32, u32)> {
        let wanted = (position, actor, target);
        let rows = run(&self.by_actor_and_target, |row| {
            (row.0, row.1, row.2).cmp(&wanted)
        });
        Row {
            rows,
            index: self,
            rank: |row| row.3,
        }
    }

    /// Whether an actor holds or is the target of a claim of the article.
    pub(super) fn has_part(&self, actor: u32) -> bool {
        self.parts.binary_search(&actor).is_ok()
    }

    fn new(mut ranked: Vec<usize>, claims: &[MergedClaim], keys: &[Key]) -> Self {
        ranked.sort_by_key(|&at| {
            let places = claims.get(at).map_or(0, |c| c.places.len());
            let nobody = keys.get(at).is_none_or(|k| k.actor.is_none());
            (nobody, std::cmp::Reverse(places), at)
        });
        let mut index = Self::default();
        for (rank, key) in ranked.iter().filter_map(|&at| keys.get(at)).enumerate() {
            let rank = u32::try_from(rank).unwrap_or(u32::MAX);
            if let Some(actor) = key.actor {
                index.by_actor.push((key.position, actor, rank));
                index.parts.push(actor);
            }
            for &target in &key.targets {
                index.by_target.push((key.position, target, rank));
                index.parts.push(target);
                if let Some(actor) = key.actor {
                    index
                        .by_actor_and_target
                        .push((key.position, actor, target, rank));
                }
            }
        }
        index.parts.sort_unstable();
        index.parts.dedup();
        index.by_actor.sort_unstable();
        index.by_target.sort_unstable();
        index.by_actor_and_target.sort_unstable();
        index.ranked = ranked;
        index
    }
}

/// The rows of a sorted table that compare as equal.
fn run<T>(rows: &[T], order: impl Fn(&T) -> std::cmp::Ordering) -> &[T] {
    let from = rows.partition_point(|row| order(row).is_lt());
    let to = rows.partition_point(|row| order(row).is_le());
    rows.get(from..to).unwrap_or_default()
}

/// Puts all claims into numbers and tables.
pub(super) fn keys(documents: &[Document], claims: &[MergedClaim], names: &Names) -> Keys {
    let actors = sorted(claims.iter().flat_map(|claim| {
        let targets = claim.target.iter().map(|target| target.as_str().to_owned());
        let actor = identity(documents, claim).map(Cow::into_owned);
        actor.into_iter().chain(targets)
    }));
    let positions = sorted(claims.iter().map(|claim| claim.position.clone()));
    let numbers: HashMap<&str, u32> = (0u32..)
        .zip(&actors)
        .map(|(number, actor)| (actor.as_str(), number))
        .collect();
    let number = |text: &str| numbers.get(text).copied();
    let keyed: Vec<Key> = claims
        .iter()
        .map(|claim| {
            let mut targets: Vec<u32> = claim
                .target
                .iter()
                .filter_map(|t| number(t.as_str()))
                .collect();
            targets.sort_unstable();
            if targets.is_empty() {
                targets.push(NOBODY);
            }
            Key {
                actor: identity(documents, claim).and_then(|text| number(&text)),
                position: positions.binary_search(&claim.position).unwrap_or_default(),
                targets,
            }
        })
        .collect();
    let articles = indices(documents.len(), claims, &keyed);
    Keys {
        dates: documents.iter().map(Document::date).collect(),
        theatres: Theatres::of(documents, claims, names),
        positions: position_keys(positions, &keyed, names),
        claims: keyed,
        articles,
        actors,
    }
}

/// What an actor is known by across articles; `None` for `other`.
fn identity<'a>(documents: &[Document], claim: &'a MergedClaim) -> Option<Cow<'a, str>> {
    if claim.actor.is_other() {
        return None;
    }
    if !claim.actor.is_author() {
        return Some(Cow::Borrowed(claim.actor.as_str()));
    }
    let named = documents.get(claim.document).and_then(Document::author);
    // A line break can't stand in an id, so no actor of a pack is taken for an author.
    Some(Cow::Owned(match named {
        Some(name) => format!("author\n{}", name.trim().to_lowercase()),
        None => format!("author\n\n{}", claim.document),
    }))
}

fn indices(articles: usize, claims: &[MergedClaim], keys: &[Key]) -> Vec<Index> {
    let mut members = vec![Vec::new(); articles];
    for (at, claim) in claims.iter().enumerate() {
        if let Some(article) = members.get_mut(claim.document) {
            article.push(at);
        }
    }
    members
        .into_iter()
        .map(|ranked| Index::new(ranked, claims, keys))
        .collect()
}

fn position_keys(positions: Vec<PositionId>, keys: &[Key], names: &Names) -> Vec<PositionKey> {
    let mut counts = vec![(0usize, 0usize); positions.len()];
    for key in keys {
        if let Some((all, named)) = counts.get_mut(key.position) {
            *all += 1;
            *named += usize::from(!key.is_about_nobody());
        }
    }
    let related = |id: &PositionId| {
        let numbers = names
            .related(id)
            .filter_map(|other| positions.binary_search(other).ok());
        numbers.collect()
    };
    let related: Vec<Vec<usize>> = positions.iter().map(related).collect();
    positions
        .into_iter()
        .zip(related)
        .zip(counts)
        .map(|((id, related), (all, named))| PositionKey {
            id,
            related,
            names_targets: named * 2 > all,
        })
        .collect()
}

fn sorted<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut items: Vec<T> = items.collect();
    items.sort_unstable();
    items.dedup();
    items
}
