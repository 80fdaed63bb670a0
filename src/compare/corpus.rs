//! What a comparison comes to over all its articles: counts by outlet and by month, who agrees and who conflicts with whom, and what
//! only one outlet reports.
//!
//! **Problem.** Pairs of articles say what changed from one to the next. Over a corpus one asks who stands with whom at all, who reports it
//! and how often. **Idea.** A *matter* is a position and one target. On each matter an actor stands on the sides that it takes anywhere in the
//! corpus; two actors agree on a matter if a side is common to both, and conflict if they take opposite ones. So a claim that is told ten times, or
//! reprinted in ten outlets, makes one agreement and not ten. **Cost.** `O(n log n)` in claims, and for each matter the pairs of the
//! [`Corpus::ACTORS`] actors told in most articles; where there were more, [`Corpus::crowds`] names the matter.
//! **Known to be wrong** where an outlet is written in two ways ("The Herald", "Herald"): names are compared as they are given.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::claim::Stance;
use crate::date::Date;
use crate::pack::{ActorId, PositionId};

use super::Comparison;

/// The tables over all articles of a comparison; made by [`Comparison::corpus`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Corpus {
    /// What each outlet reports, by name; articles without an outlet last.
    pub outlets: Vec<OutletCount>,
    /// What was reported in each month, in order; articles without a month last.
    pub months: Vec<MonthCount>,
    /// Actors that meet on a matter, those that meet on most first.
    pub ties: Vec<Tie>,
    /// Claims that only one outlet reports, by outlet. Empty where fewer than two outlets are named.
    pub exclusives: Vec<Exclusive>,
    /// Matters on which more than [`Corpus::ACTORS`] actors stand.
    pub crowds: Vec<Crowd>,
}

/// How many merged claims take which side on a position.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PositionCount {
    /// On what.
    pub position: PositionId,
    /// Claims for it.
    pub support: usize,
    /// Claims against it.
    pub oppose: usize,
    /// Claims without a side.
    pub neutral: usize,
    /// How many of these are told only in near copies of sentences of earlier articles.
    pub copies: usize,
}

/// What one outlet reports.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct OutletCount {
    /// Its name as the articles give it.
    pub outlet: Option<String>,
    /// Its articles.
    pub articles: usize,
    /// Its claims by position, in order of ids.
    pub positions: Vec<PositionCount>,
}

/// What was reported in one month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct MonthCount {
    /// The month of the articles' dates; a date that is only a year has none.
    pub month: Option<Date>,
    /// Its articles.
    pub articles: usize,
    /// Their claims by position, in order of ids.
    pub positions: Vec<PositionCount>,
}

/// A position and one target, on which actors can meet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Matter {
    /// The position.
    pub position: PositionId,
    /// The target; `None` where the claims name none.
    pub target: Option<ActorId>,
}

/// Two actors that meet on matters. `author` and `other` have no ties: the one is somebody else in each article, the other nobody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Tie {
    /// One actor; its id comes first.
    pub one: ActorId,
    /// The other one.
    pub other: ActorId,
    /// On these both take a common side. Sorted.
    pub agreements: Vec<Matter>,
    /// On these one takes the opposite side of the other. Sorted. A matter can be among both, where a stance shifted.
    pub conflicts: Vec<Matter>,
}

/// A claim that only one outlet reports.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Exclusive {
    /// The outlet.
    pub outlet: String,
    /// Index of the claim.
    pub claim: usize,
}

/// A matter on which more actors stand than were paired.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Crowd {
    /// The matter.
    pub matter: Matter,
    /// How many actors stand on it.
    pub waiting: usize,
    /// How many were paired with each other: those told in most articles.
    pub taken: usize,
}

impl Corpus {
    /// Actors of a matter that are paired with each other.
    pub const ACTORS: usize = 48;
}

impl Comparison {
    /// Counts, ties and exclusive reports over all articles, made when asked for.
    ///
    /// ```
    /// use parallax::{Document, Pack, Parallax};
    ///
    /// let parallax = Parallax::new(Pack::builtin());
    /// let articles = [("a", "The Gazette"), ("b", "The Herald")].map(|(id, outlet)| {
    ///     let document = Document::from_text(id, "Russia vetoed the American draft resolution.");
    ///     parallax.annotate(&document.with_outlet(outlet))
    /// });
    /// let corpus = parallax.compare(&articles).corpus();
    /// assert_eq!(corpus.outlets.len(), 2);
    /// assert!(corpus.exclusives.is_empty());
    /// ```
    #[must_use]
    pub fn corpus(&self) -> Corpus {
        let (ties, crowds) = ties(self);
        Corpus {
            outlets: outlets(self),
            months: months(self),
            ties,
            exclusives: exclusives(self),
            crowds,
        }
    }
}

/// Counts of claims under a heading.
#[derive(Clone, Debug, Default)]
struct Tally {
    articles: BTreeSet<usize>,
    positions: BTreeMap<PositionId, PositionCount>,
}

impl Tally {
    fn add(&mut self, comparison: &Comparison, claim: usize) {
        let Some(told) = comparison.claim(claim) else {
            return;
        };
        let count = self
            .positions
            .entry(told.position.clone())
            .or_insert_with(|| PositionCount {
                position: told.position.clone(),
                support: 0,
                oppose: 0,
                neutral: 0,
                copies: 0,
            });
        match told.stance {
            Stance::Support => count.support += 1,
            Stance::Oppose => count.oppose += 1,
            Stance::Neutral => count.neutral += 1,
        }
        count.copies += usize::from(comparison.is_copy(claim));
    }
}

/// Articles and claims under the heading that an article has; those without one last.
fn tallies<K: Ord>(
    comparison: &Comparison,
    heading: impl Fn(usize) -> Option<K>,
) -> Vec<(Option<K>, Tally)> {
    // `true` sorts after `false`, which puts what has no heading last.
    let mut found: BTreeMap<(bool, Option<K>), Tally> = BTreeMap::new();
    let key = |document| {
        let key = heading(document);
        (key.is_none(), key)
    };
    for document in 0..comparison.documents().len() {
        let tally = found.entry(key(document)).or_default();
        tally.articles.insert(document);
    }
    for (at, claim) in comparison.claims().iter().enumerate() {
        let tally = found.entry(key(claim.document)).or_default();
        tally.add(comparison, at);
    }
    found
        .into_iter()
        .map(|((_, key), tally)| (key, tally))
        .collect()
}

fn outlet(comparison: &Comparison, document: usize) -> Option<&str> {
    comparison.documents().get(document)?.outlet()
}

fn outlets(comparison: &Comparison) -> Vec<OutletCount> {
    tallies(comparison, |document| outlet(comparison, document))
        .into_iter()
        .map(|(outlet, tally)| OutletCount {
            outlet: outlet.map(str::to_owned),
            articles: tally.articles.len(),
            positions: tally.positions.into_values().collect(),
        })
        .collect()
}

fn months(comparison: &Comparison) -> Vec<MonthCount> {
    let month = |document: usize| {
        let date = comparison.documents().get(document)?.date()?;
        Date::of_month(date.year(), date.month()?)
    };
    tallies(comparison, month)
        .into_iter()
        .map(|(month, tally)| MonthCount {
            month,
            articles: tally.articles.len(),
            positions: tally.positions.into_values().collect(),
        })
        .collect()
}

/// The matters of a claim: one for each target. A claim that names none has one only on a position that does without.
fn matters(comparison: &Comparison, claim: usize) -> Vec<Matter> {
    let Some(told) = comparison.claim(claim) else {
        return Vec::new();
    };
    let matter = |target: Option<&ActorId>| Matter {
        position: told.position.clone(),
        target: target.cloned(),
    };
    if told.target.is_empty() {
        let key = comparison.keys.claims.get(claim);
        let position = key.and_then(|key| comparison.keys.positions.get(key.position));
        let is_bare = position.is_some_and(|position| !position.names_targets);
        return is_bare.then(|| matter(None)).into_iter().collect();
    }
    told.target
        .iter()
        .map(|target| matter(Some(target)))
        .collect()
}

/// An actor on a matter: its sides, and the articles that tell of it.
#[derive(Clone, Debug, Default)]
struct Stand {
    sides: BTreeSet<Stance>,
    articles: BTreeSet<usize>,
}

impl Stand {
    fn agrees(&self, other: &Self) -> bool {
        self.sides
            .iter()
            .any(|side| *side != Stance::Neutral && other.sides.contains(side))
    }

    fn conflicts(&self, other: &Self) -> bool {
        let opposite = |one, two| self.sides.contains(&one) && other.sides.contains(&two);
        opposite(Stance::Support, Stance::Oppose) || opposite(Stance::Oppose, Stance::Support)
    }
}

fn ties(comparison: &Comparison) -> (Vec<Tie>, Vec<Crowd>) {
    let mut fields: BTreeMap<Matter, BTreeMap<&ActorId, Stand>> = BTreeMap::new();
    for (at, claim) in comparison.claims().iter().enumerate() {
        if claim.actor.is_other() || claim.actor.is_author() {
            continue;
        }
        for matter in matters(comparison, at) {
            let stand = fields.entry(matter).or_default();
            let stand = stand.entry(&claim.actor).or_default();
            stand.sides.insert(claim.stance);
            stand.articles.insert(claim.document);
        }
    }
    let mut found: BTreeMap<(&ActorId, &ActorId), Tie> = BTreeMap::new();
    let mut crowds = Vec::new();
    for (matter, stands) in fields {
        let mut actors: Vec<(&ActorId, Stand)> = stands.into_iter().collect();
        if actors.len() > Corpus::ACTORS {
            crowds.push(Crowd {
                matter: matter.clone(),
                waiting: actors.len(),
                taken: Corpus::ACTORS,
            });
            actors.sort_by_key(|(_, stand)| Reverse(stand.articles.len()));
            actors.truncate(Corpus::ACTORS);
            actors.sort_by_key(|(actor, _)| *actor);
        }
        for (at, (one, stand)) in actors.iter().enumerate() {
            for (other, against) in actors.iter().skip(at + 1) {
                let (agrees, conflicts) = (stand.agrees(against), stand.conflicts(against));
                if !agrees && !conflicts {
                    continue;
                }
                let tie = found.entry((one, other)).or_insert_with(|| Tie {
                    one: (*one).clone(),
                    other: (*other).clone(),
                    agreements: Vec::new(),
                    conflicts: Vec::new(),
                });
                if agrees {
                    tie.agreements.push(matter.clone());
                }
                if conflicts {
                    tie.conflicts.push(matter.clone());
                }
            }
        }
    }
    let mut ties: Vec<Tie> = found.into_values().collect();
    ties.sort_by_key(|tie| Reverse(tie.agreements.len() + tie.conflicts.len()));
    (ties, crowds)
}

/// Claims are the same report if actor, position and stance are, and a target is in common.
fn exclusives(comparison: &Comparison) -> Vec<Exclusive> {
    type Report<'a> = (&'a ActorId, &'a PositionId, Stance, Option<&'a ActorId>);
    let reports = |at: usize| -> Vec<Report<'_>> {
        let Some(claim) = comparison.claim(at) else {
            return Vec::new();
        };
        let report = |target| (&claim.actor, &claim.position, claim.stance, target);
        if claim.target.is_empty() {
            return vec![report(None)];
        }
        claim
            .target
            .iter()
            .map(|target| report(Some(target)))
            .collect()
    };
    let mut told: BTreeMap<Report<'_>, BTreeSet<Option<&str>>> = BTreeMap::new();
    for (at, claim) in comparison.claims().iter().enumerate() {
        for report in reports(at) {
            let outlets = told.entry(report).or_default();
            outlets.insert(outlet(comparison, claim.document));
        }
    }
    let named: BTreeSet<&str> = (0..comparison.documents().len())
        .filter_map(|document| outlet(comparison, document))
        .collect();
    if named.len() < 2 {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (at, claim) in comparison.claims().iter().enumerate() {
        let Some(outlet) = outlet(comparison, claim.document) else {
            continue;
        };
        let is_somebody = !claim.actor.is_other() && !claim.actor.is_author();
        let is_alone = |report: &Report<'_>| told.get(report).is_some_and(|all| all.len() == 1);
        if is_somebody && reports(at).iter().all(is_alone) {
            found.push(Exclusive {
                outlet: outlet.to_owned(),
                claim: at,
            });
        }
    }
    found.sort();
    found
}
