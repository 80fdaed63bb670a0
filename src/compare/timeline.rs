//! What an actor held on a position, article by article.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::claim::{Mode, Stance};
use crate::date::Date;
use crate::document::Document;
use crate::pack::{ActorId, PositionId};

use super::candidate::Cap;
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Point {
    /// Index of the article.
    pub document: usize,
    /// The article's date.
    pub date: Option<Date>,
    /// The outlet that reports it.
    pub outlet: Option<String>,
    /// On whose word it is told, each once, by id.
    pub speakers: Vec<ActorId>,
    /// The stances held, each once.
    pub stances: Vec<Stance>,
    /// Against the point before.
    pub change: Change,
    /// Indices of the claims.
    pub claims: Vec<usize>,
}

/// What became of an actor's stance since the point before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    /// The point at which the stance was first seen; `None` for no time line that a comparison gives.
    #[must_use]
    pub fn first(&self) -> Option<&Point> {
        self.points.first()
    }

    /// The points at which it shifted, in order.
    pub fn shifts(&self) -> impl Iterator<Item = &Point> {
        let points = self.points.iter();
        points.filter(|point| point.change == Change::Shifted)
    }

    /// Whether the stance shifted anywhere on the way.
    #[must_use]
    pub fn is_shifting(&self) -> bool {
        self.shifts().next().is_some()
    }
}

/// The order in which articles are compared and told: by date, if each has one, else as given.
pub(super) fn order(documents: &[Document]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..documents.len()).collect();
    if documents.iter().all(|document| document.date().is_some()) {
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
        .filter_map(|points| line(documents, claims, keys, points.into_values().collect()))
        .collect()
}

fn line(
    documents: &[Document],
    claims: &[MergedClaim],
    keys: &Keys,
    points: Vec<Vec<usize>>,
) -> Option<Timeline> {
    let first = claims.get(*points.first()?.first()?)?;
    let mut timeline = Timeline {
        actor: first.actor.clone(),
        position: first.position.clone(),
        points: Vec::new(),
    };
    let mut before = Held::default();
    for indices in points {
        let now: Vec<&MergedClaim> = indices.iter().filter_map(|&at| claims.get(at)).collect();
        let document = now.first()?.document;
        let mut stances: Vec<Stance> = now.iter().map(|claim| claim.stance).collect();
        stances.sort_unstable();
        stances.dedup();
        timeline.points.push(Point {
            document,
            date: documents.get(document).and_then(Document::date),
            outlet: documents
                .get(document)
                .and_then(Document::outlet)
                .map(str::to_owned),
            speakers: speakers(&now),
            stances,
            change: before.change(claims, keys, &indices),
            claims: indices.clone(),
        });
        before = Held::of(claims, &indices);
    }
    Some(timeline)
}

/// Who tells these claims.
fn speakers(claims: &[&MergedClaim]) -> Vec<ActorId> {
    let places = claims.iter().flat_map(|claim| &claim.places);
    let speakers: BTreeSet<&ActorId> = places.map(|told| &told.speaker).collect();
    speakers.into_iter().cloned().collect()
}

/// In which stances and modes something is held, and by which claims.
type Stands = BTreeMap<(Stance, Mode), Vec<usize>>;

/// What an actor held at a point, by target; `None` is no target. Of each stance and mode the first claims, up to [`Cap::LIMIT`].
#[derive(Clone, Debug, Default)]
struct Held<'a> {
    by_target: BTreeMap<Option<&'a ActorId>, Stands>,
}

impl<'a> Held<'a> {
    fn of(claims: &'a [MergedClaim], indices: &[usize]) -> Self {
        let mut held = Self::default();
        for &at in indices {
            let Some(claim) = claims.get(at) else {
                continue;
            };
            for target in targets(claim) {
                let stands = held.by_target.entry(target).or_default();
                let told = stands.entry((claim.stance, claim.mode())).or_default();
                if told.len() < Cap::LIMIT {
                    told.push(at);
                }
            }
        }
        held
    }

    /// What became of it in a later article. What the words place in another conflict is elsewhere, whatever its target.
    fn change(&self, claims: &[MergedClaim], keys: &Keys, now: &[usize]) -> Change {
        if self.by_target.is_empty() {
            return Change::First;
        }
        let before = |at: usize, claim: &MergedClaim| -> BTreeSet<(Stance, Mode)> {
            targets(claim)
                .filter_map(|target| self.by_target.get(&target))
                .flatten()
                .filter(|(_, told)| told.iter().any(|&one| !keys.theatres.are_apart(one, at)))
                .map(|(&stands, _)| stands)
                .collect()
        };
        let is_as_before = |claim: &MergedClaim, before: &BTreeSet<(Stance, Mode)>| {
            before
                .iter()
                .any(|&(stance, mode)| stance == claim.stance && !went_between(mode, claim.mode()))
        };
        let met: Vec<bool> = now
            .iter()
            .filter_map(|&at| Some((at, claims.get(at)?)))
            .map(|(at, claim)| (claim, before(at, claim)))
            .filter(|(_, before)| !before.is_empty())
            .map(|(claim, before)| is_as_before(claim, &before))
            .collect();
        match (met.is_empty(), met.iter().all(|&held| held)) {
            (true, _) => Change::Elsewhere,
            (false, true) => Change::Held,
            (false, false) => Change::Shifted,
        }
    }
}

/// A claim's targets, or the one `None` of an empty target.
fn targets(claim: &MergedClaim) -> impl Iterator<Item = Option<&ActorId>> {
    let none = claim.target.is_empty().then_some(None);
    claim.target.iter().map(Some).chain(none)
}

#[cfg(test)]
mod tests {
    use crate::claim::Place;
    use crate::compare::{Comparator, Comparison};
    use crate::pack::PositionId;
    use crate::{Article, Claim, Span};

    use super::*;

    /// Articles in which russia holds these stances on legitimacy, each with its target and mode.
    fn compared(articles: &[&[(Stance, &str, Mode)]]) -> Comparison {
        let claim = |&(stance, target, mode): &(Stance, &str, Mode)| {
            let span = Span::new(0, 4);
            let place = Place { index: 0, span };
            let mut claim = Claim::new(
                place,
                span,
                ActorId::new("russia"),
                PositionId::new("legitimacy"),
                stance,
            );
            claim.target = vec![ActorId::new(target)];
            claim.mode = mode;
            claim
        };
        let article = |claims: &&[(Stance, &str, Mode)]| {
            Article::from_claims(
                Document::from_text("a", "Text"),
                claims.iter().map(claim).collect(),
            )
        };
        let articles: Vec<Article> = articles.iter().map(article).collect();
        Comparator::plain().compare(&articles)
    }

    fn changes(articles: &[&[(Stance, &str, Mode)]]) -> Vec<Change> {
        let comparison = compared(articles);
        let line = &comparison.timelines()[0];
        line.points.iter().map(|point| point.change).collect()
    }

    #[test]
    fn a_stance_is_held_shifts_or_goes_elsewhere() {
        let for_hamas: &[_] = &[(Stance::Support, "hamas", Mode::Act)];
        let against_hamas: &[_] = &[(Stance::Oppose, "hamas", Mode::Act)];
        let wanted: &[_] = &[(Stance::Support, "hamas", Mode::Want)];
        let for_iran: &[_] = &[(Stance::Support, "iran", Mode::Act)];
        assert_eq!(
            changes(&[for_hamas, for_hamas]),
            [Change::First, Change::Held]
        );
        assert_eq!(
            changes(&[for_hamas, against_hamas]),
            [Change::First, Change::Shifted]
        );
        assert_eq!(
            changes(&[for_hamas, wanted]),
            [Change::First, Change::Shifted]
        );
        assert_eq!(
            changes(&[for_hamas, for_iran]),
            [Change::First, Change::Elsewhere]
        );
    }

    #[test]
    fn an_article_that_is_silent_leaves_no_point() {
        let for_hamas: &[_] = &[(Stance::Support, "hamas", Mode::Act)];
        assert_eq!(
            changes(&[for_hamas, &[], for_hamas]),
            [Change::First, Change::Held]
        );
        assert!(!compared(&[for_hamas, &[], for_hamas]).timelines()[0].is_shifting());
    }

    #[test]
    fn one_claim_that_shifted_is_a_shift_and_one_that_is_met_again_is_held() {
        let hamas = |stance| (stance, "hamas", Mode::Act);
        let iran = |stance| (stance, "iran", Mode::Act);
        let before: &[_] = &[hamas(Stance::Support), iran(Stance::Support)];
        let one_turned: &[_] = &[hamas(Stance::Support), iran(Stance::Oppose)];
        let one_new: &[_] = &[hamas(Stance::Support), (Stance::Oppose, "egypt", Mode::Act)];
        assert_eq!(changes(&[before, one_turned])[1], Change::Shifted);
        assert_eq!(changes(&[before, one_new])[1], Change::Held);
        // Who held both keeps either.
        assert_eq!(
            changes(&[
                &[hamas(Stance::Support), hamas(Stance::Oppose)],
                &[hamas(Stance::Oppose)]
            ])[1],
            Change::Held
        );
    }

    #[test]
    fn a_change_is_against_the_point_before_and_not_the_first() {
        let told = |stance| [(stance, "hamas", Mode::Act)];
        let (for_it, against) = (told(Stance::Support), told(Stance::Oppose));
        let comparison = compared(&[&for_it, &against, &against, &for_it]);
        let line = &comparison.timelines()[0];
        let changes: Vec<Change> = line.points.iter().map(|point| point.change).collect();
        assert_eq!(
            changes,
            [
                Change::First,
                Change::Shifted,
                Change::Held,
                Change::Shifted
            ]
        );
        let shifts: Vec<usize> = line.shifts().map(|point| point.document).collect();
        assert_eq!(shifts, [1, 3]);
        assert!(line.is_shifting());
        assert_eq!(line.first().map(|point| point.document), Some(0));
    }

    #[test]
    fn what_is_said_is_no_step_from_a_deed_and_what_is_asked_is() {
        let told = |mode| [(Stance::Support, "hamas", mode)];
        let change = |one, other| changes(&[&told(one), &told(other)])[1];
        assert_eq!(change(Mode::Act, Mode::Say), Change::Held);
        assert_eq!(change(Mode::Want, Mode::Ask), Change::Held);
        assert_eq!(change(Mode::Act, Mode::Ask), Change::Shifted);
        assert_eq!(change(Mode::Expect, Mode::Act), Change::Shifted);
    }

    /// An article in which its claims, an actor and a stance each, are on a truce in the conflict that its words name.
    fn of_conflict(words: &str, claims: &[(&str, Stance)]) -> Article {
        let span = Span::new(0, words.len());
        let claim = |&(actor, stance): &(&str, Stance)| {
            let place = Place { index: 0, span };
            let position = PositionId::new("ceasefire");
            Claim::new(place, span, ActorId::new(actor), position, stance)
        };
        let document = Document::from_text("a", words).with_outlet("Herald");
        Article::from_claims(document, claims.iter().map(claim).collect())
    }

    #[test]
    fn another_conflict_is_elsewhere_also_without_a_target() {
        let article = |words, stance| of_conflict(words, &[("russia", stance)]);
        let changes = |articles: &[Article]| -> Vec<Change> {
            let conflict = Comparator::plain().apart_by("ceasefire", &["truce"]);
            let comparison = conflict.compare(articles);
            let line = &comparison.timelines()[0];
            line.points.iter().map(|point| point.change).collect()
        };
        let orlan = article("A truce in Orlan.", Stance::Support);
        let sarva = article("A truce in Sarva.", Stance::Oppose);
        assert_eq!(
            changes(&[orlan.clone(), sarva]),
            [Change::First, Change::Elsewhere]
        );
        let again = article("The truce in Orlan.", Stance::Oppose);
        assert_eq!(changes(&[orlan, again]), [Change::First, Change::Shifted]);
    }

    #[test]
    fn articles_are_told_by_date_where_each_has_one() {
        let dated =
            |id: &str, date: &str| Document::from_text(id, "Text").with_date(date.parse().unwrap());
        let dates = [
            dated("a", "2024-05-02"),
            dated("b", "2022"),
            dated("c", "2024-05-01"),
        ];
        assert_eq!(order(&dates), [1, 2, 0]);
        let same = [dated("a", "2024-05-02"), dated("b", "2024-05-02")];
        assert_eq!(order(&same), [0, 1]);
        let one_lacks = [
            dated("a", "2024-05-02"),
            Document::from_text("b", "Text"),
            dated("c", "2022"),
        ];
        assert_eq!(order(&one_lacks), [0, 1, 2]);
    }

    #[test]
    fn a_point_tells_who_reports_it_and_each_actor_has_a_line() {
        let article = of_conflict(
            "A truce in Orlan.",
            &[
                ("russia", Stance::Support),
                ("egypt", Stance::Support),
                ("russia", Stance::Oppose),
            ],
        );
        let mut claims: Vec<Claim> = article.claims().cloned().collect();
        claims[0].speaker = ActorId::new("qatar");
        claims[2].speaker = ActorId::new("iran");
        let document = article
            .document()
            .clone()
            .with_date("2024-05-02".parse().unwrap());
        let comparison = Comparator::plain().compare(&[Article::from_claims(document, claims)]);
        let actors: Vec<&str> = comparison
            .timelines()
            .iter()
            .map(|line| line.actor.as_str())
            .collect();
        assert_eq!(actors, ["egypt", "russia"]);
        let point = &comparison.timelines()[1].points[0];
        let speakers: Vec<&str> = point.speakers.iter().map(ActorId::as_str).collect();
        assert_eq!(speakers, ["iran", "qatar"]);
        assert_eq!(point.stances.len(), 2);
        assert_eq!(point.outlet.as_deref(), Some("Herald"));
        assert_eq!(
            point.date.map(|date| date.to_string()).as_deref(),
            Some("2024-05-02")
        );
        let told: Vec<&str> = point
            .claims
            .iter()
            .map(|&at| comparison.claims()[at].actor.as_str())
            .collect();
        assert_eq!(told, ["russia", "russia"]);
    }
}
