//! What an actor held on a position, article by article.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::claim::Stance;
use crate::date::Date;
use crate::document::Document;
use crate::pack::{ActorId, PositionId};

use super::group::Keys;
use super::merge::MergedClaim;
use super::relation::went_between;

/// What one actor held on one position over the articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Timeline {
    /// Who. The author of an article has one of his own.
    pub actor: ActorId,
    /// On what.
    pub position: PositionId,
    /// The articles in which the actor holds something on it, in the order of comparison.
    pub points: Vec<Point>,
}

/// What an article tells of an actor and a position.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Point {
    /// Index of the article.
    pub document: usize,
    /// The article's date.
    pub date: Option<Date>,
    /// The stances held, each once.
    pub stances: Vec<Stance>,
    /// Against the point before.
    pub change: Change,
    /// Indices of the claims.
    pub claims: Vec<usize>,
}

/// What became of an actor's stance since the point before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Change {
    /// The first article that tells of it.
    First,
    /// The same stance on an overlapping target.
    Held,
    /// Another stance on an overlapping target, or a step between act and want, ask or expect.
    Shifted,
    /// Held towards others than before.
    Elsewhere,
}

impl Timeline {
    /// Whether the stance shifted anywhere on the way.
    #[must_use]
    pub fn is_shifting(&self) -> bool {
        self.points
            .iter()
            .any(|point| point.change == Change::Shifted)
    }
}

/// The order in which articles are compared: two as given; more by date, if each has one, else as given.
pub(super) fn order(documents: &[Document]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..documents.len()).collect();
    if documents.len() > 2 && documents.iter().all(|document| document.date().is_some()) {
        order.sort_by_key(|&at| (documents.get(at).and_then(Document::date), at));
    }
    order
}

/// One time line for each actor and position, by actor, then position.
pub(super) fn timelines(
    documents: &[Document],
    claims: &[MergedClaim],
    keys: &Keys,
    order: &[usize],
) -> Vec<Timeline> {
    let mut turn = vec![0; documents.len()];
    for (at, &document) in order.iter().enumerate() {
        if let Some(slot) = turn.get_mut(document) {
            *slot = at;
        }
    }
    let mut lines: BTreeMap<(u32, usize), BTreeMap<usize, Vec<usize>>> = BTreeMap::new();
    for (at, (claim, key)) in claims.iter().zip(&keys.claims).enumerate() {
        let (Some(actor), Some(&turn)) = (key.actor, turn.get(claim.document)) else {
            continue;
        };
        let line = lines.entry((actor, key.position)).or_default();
        line.entry(turn).or_default().push(at);
    }
    lines
        .into_values()
        .filter_map(|points| line(documents, claims, points.into_values().collect()))
        .collect()
}

fn line(
    documents: &[Document],
    claims: &[MergedClaim],
    points: Vec<Vec<usize>>,
) -> Option<Timeline> {
    let first = claims.get(*points.first()?.first()?)?;
    let mut timeline = Timeline {
        actor: first.actor.clone(),
        position: first.position.clone(),
        points: Vec::new(),
    };
    let mut before: Vec<&MergedClaim> = Vec::new();
    for indices in points {
        let now: Vec<&MergedClaim> = indices.iter().filter_map(|&at| claims.get(at)).collect();
        let document = now.first()?.document;
        let mut stances: Vec<Stance> = now.iter().map(|claim| claim.stance).collect();
        stances.sort_unstable();
        stances.dedup();
        timeline.points.push(Point {
            document,
            date: documents.get(document).and_then(Document::date),
            stances,
            change: change(&before, &now),
            claims: indices,
        });
        before = now;
    }
    Some(timeline)
}

fn change(before: &[&MergedClaim], now: &[&MergedClaim]) -> Change {
    if before.is_empty() {
        return Change::First;
    }
    let held = |claim: &MergedClaim| {
        let same = |b: &&&MergedClaim| b.stance == claim.stance && b.target_overlaps(claim);
        let found: Vec<_> = before.iter().filter(same).collect();
        !found.is_empty() && !found.iter().all(|b| went_between(b.mode(), claim.mode()))
    };
    let met = |claim: &MergedClaim| before.iter().any(|b| b.target_overlaps(claim));
    if now.iter().any(|claim| met(claim) && !held(claim)) {
        Change::Shifted
    } else if now.iter().any(|claim| held(claim)) {
        Change::Held
    } else {
        Change::Elsewhere
    }
}
