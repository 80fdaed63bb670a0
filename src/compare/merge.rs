//! Merging inside an article: the same claim in several places is one claim with several places.
//!
//! The codebook merges claims with the same actor, position, stance and target. The mode is not part of it, so a
//! merged claim may have been told in several modes. It then goes by the firmest of them, in the order *act, say, ask,
//! want, expect*: who did a thing and also wants it has done it. `shifts` compares this mode. The telling that
//! carries it stands for the claim ([`MergedClaim::told`]): the first one that is not hedged, else the first.
//!
//! `other` is nobody in particular: two claims by it are never merged. Nor are tellings that the words place in different conflicts (`theatre`): who calls
//! for a ceasefire in one war and for a ceasefire in another holds two stances.

use std::collections::BTreeMap;

use crate::claim::{Claim, Mode, Place, Stance};
use crate::date::Date;
use crate::pack::{ActorId, PositionId, RuleId};
use crate::pipeline::Article;
use crate::span::Span;

use super::names::Names;
use super::theatre::Conflicts;

/// A claim of an article with all the places where it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MergedClaim {
    /// Index of its article among those compared.
    pub document: usize,
    /// Whose stance it is.
    pub actor: ActorId,
    /// Stance on what.
    pub position: PositionId,
    /// For or against.
    pub stance: Stance,
    /// Whom it is about, sorted by id.
    pub target: Vec<ActorId>,
    /// Where it is told, in text order; never empty.
    pub places: Vec<Telling>,
    /// Which of the places stands for the claim.
    chosen: usize,
}

/// One place where a claim is told. The fields are those of [`Claim`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Telling {
    /// Index of the claim among those of its article, where its trace is.
    pub claim: usize,
    /// The sentence.
    pub sentence: Place,
    /// The words that carry position and stance.
    pub evidence: Span,
    /// On whose word it is.
    pub speaker: ActorId,
    /// The words that named the actor.
    pub mention: Option<Span>,
    /// How the stance is held here.
    pub mode: Mode,
    /// Whether the cue stands under negation here.
    pub negated: bool,
    /// Whether it is put as possible only.
    pub hedged: bool,
    /// When the stance was held, if this sentence says so.
    pub date: Option<Date>,
    /// The cue that made it.
    pub rule: RuleId,
}

impl MergedClaim {
    /// The place that stands for the claim: the first unhedged one in the firmest mode.
    #[must_use]
    pub fn told(&self) -> &Telling {
        static NOWHERE: std::sync::OnceLock<Telling> = std::sync::OnceLock::new();
        self.places
            .get(self.chosen)
            .or_else(|| self.places.first())
            .unwrap_or_else(|| NOWHERE.get_or_init(Telling::nowhere))
    }

    /// The firmest mode it is told in.
    #[must_use]
    pub fn mode(&self) -> Mode {
        self.told().mode
    }

    /// Whether the two targets overlap: an actor in common, or both empty.
    #[must_use]
    pub fn target_overlaps(&self, other: &Self) -> bool {
        (self.target.is_empty() && other.target.is_empty())
            || self.target.iter().any(|actor| other.target.contains(actor))
    }

    fn new(document: usize, claim: &Claim) -> Self {
        Self {
            document,
            actor: claim.actor.clone(),
            position: claim.position.clone(),
            stance: claim.stance,
            target: claim.target.clone(),
            places: Vec::new(),
            chosen: 0,
        }
    }

    /// Sorts the places and picks the one that stands for the claim.
    fn settle(&mut self) {
        self.places
            .sort_by_key(|told| (told.sentence.index, told.evidence, told.claim));
        self.chosen = (0..self.places.len())
            .min_by_key(|&i| self.places.get(i).map(|t| (t.mode, t.hedged, i)))
            .unwrap_or_default();
    }
}

impl Telling {
    /// The place of a claim, which is the article's `index`-th.
    pub(crate) fn new(index: usize, claim: &Claim) -> Self {
        Self {
            claim: index,
            sentence: claim.sentence,
            evidence: claim.evidence,
            speaker: claim.speaker.clone(),
            mention: claim.mention,
            mode: claim.mode,
            negated: claim.negated,
            hedged: claim.hedged,
            date: claim.date,
            rule: claim.rule.clone(),
        }
    }

    /// Stands in where a caller emptied `places`.
    fn nowhere() -> Self {
        let span = Span::new(0, 0);
        Self {
            claim: 0,
            sentence: Place { index: 0, span },
            evidence: span,
            speaker: ActorId::author(),
            mention: None,
            mode: Mode::Say,
            negated: false,
            hedged: false,
            date: None,
            rule: RuleId::new(""),
        }
    }
}

/// What claims that are merged have in common: actor, position, stance, sorted targets.
type Same = (ActorId, PositionId, Stance, Vec<ActorId>);

/// The merged claims of all articles: by article, then by first place.
pub(super) fn merge(articles: &[Article], names: &Names) -> Vec<MergedClaim> {
    let mut merged = Vec::new();
    for (document, article) in articles.iter().enumerate() {
        merged.extend(merge_one(document, article, names));
    }
    merged
}

fn merge_one(document: usize, article: &Article, names: &Names) -> Vec<MergedClaim> {
    let mut found: Vec<MergedClaim> = Vec::new();
    let mut seen: BTreeMap<Same, Vec<usize>> = BTreeMap::new();
    // Read only where a claim on a position of conflicts is told twice.
    let mut conflicts: Option<Conflicts<'_>> = None;
    for (index, claim) in article.claims().enumerate() {
        let mut target = claim.target.clone();
        target.sort();
        target.dedup();
        let key = (
            claim.actor.clone(),
            claim.position.clone(),
            claim.stance,
            target,
        );
        let telling = Telling::new(index, claim);
        let known = match seen.get(&key) {
            Some(known) if !claim.actor.is_other() => known.as_slice(),
            _ => &[],
        };
        let mut same = known.first().copied();
        if same.is_some() && names.is_of_conflicts(&claim.position) {
            let read =
                conflicts.get_or_insert_with(|| Conflicts::read(article.document().text(), names));
            let own = read.theatre_of(&telling);
            let of_first = |at: usize| Some(read.theatre_of(found.get(at)?.places.first()?));
            same = known
                .iter()
                .copied()
                .find(|&at| of_first(at).is_some_and(|first| !first.is_apart(&own)));
        }
        if let Some(same) = same.and_then(|at| found.get_mut(at)) {
            same.places.push(telling);
            continue;
        }
        let mut new = MergedClaim::new(document, claim);
        new.target.clone_from(&key.3);
        new.places.push(telling);
        seen.entry(key).or_default().push(found.len());
        found.push(new);
    }
    for claim in &mut found {
        claim.settle();
    }
    found.sort_by(|a, b| {
        let place = |c: &MergedClaim| {
            c.places
                .first()
                .map(|t| (t.sentence.index, t.evidence, t.claim))
        };
        place(a).cmp(&place(b))
    });
    found
}
