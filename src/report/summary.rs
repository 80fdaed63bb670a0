//! What a comparison comes to, in sentences: what shifted, who stands on which side, what was held, what only one has.

use std::collections::{BTreeMap, BTreeSet};

use crate::claim::Stance;
use crate::compare::{Alignment, Comparison, MergedClaim, Relation};
use crate::pack::{ActorId, PositionId};

use super::prose::{self, Prose};

/// Sentences under a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Topic {
    pub(super) heading: &'static str,
    pub(super) sentences: Vec<String>,
}

/// The topics that have something to say, in the order they are read.
pub(super) fn topics(comparison: &Comparison) -> Vec<Topic> {
    let prose = Prose::new(comparison);
    let all = [
        ("What changed", changes(comparison, &prose)),
        (
            "Who contradicts whom",
            sides(comparison, &prose, Relation::Contradicts),
        ),
        (
            "Who agrees with whom",
            sides(comparison, &prose, Relation::Agrees),
        ),
        ("What was held", held(comparison, &prose)),
        ("What only one article has", alone(comparison, &prose)),
    ];
    let topic = |(heading, sentences)| Topic { heading, sentences };
    all.into_iter()
        .map(topic)
        .filter(|topic| !topic.sentences.is_empty())
        .collect()
}

/// Both claims of an alignment.
fn pair<'a>(
    comparison: &'a Comparison,
    alignment: &Alignment,
) -> Option<(&'a MergedClaim, &'a MergedClaim)> {
    Some((
        comparison.claim(alignment.left?)?,
        comparison.claim(alignment.right?)?,
    ))
}

fn of_relation(comparison: &Comparison, relation: Relation) -> impl Iterator<Item = &Alignment> {
    comparison
        .alignments()
        .iter()
        .filter(move |a| a.relation == relation)
}

/// Shifts, then developments.
fn changes(comparison: &Comparison, prose: &Prose<'_>) -> Vec<String> {
    let shift = |alignment: &Alignment| {
        let (left, right) = pair(comparison, alignment)?;
        Some(format!(
            "{} shifts on {}: in {} it is reported to {} ({}), in {} to {} ({}).",
            prose.actor(&left.actor),
            prose.matter(left),
            prose.article(left.document),
            prose::stand(left.stance),
            prose::mode(left.mode()),
            prose.article(right.document),
            prose::stand(right.stance),
            prose::mode(right.mode()),
        ))
    };
    let development = |alignment: &Alignment| {
        let (left, right) = pair(comparison, alignment)?;
        Some(format!(
            "{} moves from {} to {}: in {} it {} the one ({}), in {} it {} the other ({}).",
            prose.actor(&left.actor),
            prose.matter(left),
            prose.matter(right),
            prose.article(left.document),
            prose::stands(left.stance),
            prose::mode(left.mode()),
            prose.article(right.document),
            prose::stands(right.stance),
            prose::mode(right.mode()),
        ))
    };
    let shifts = of_relation(comparison, Relation::Shifts).filter_map(shift);
    let developments = of_relation(comparison, Relation::Develops).filter_map(development);
    shifts.chain(developments).collect()
}

/// A position and a shared target, with who stands for and against it, in which articles.
type Matter = (PositionId, Option<ActorId>);
type Camp<'a> = BTreeMap<&'a ActorId, BTreeSet<usize>>;

/// One sentence for each position and target on which pairs of this relation were found: all who stand on a side.
fn sides(comparison: &Comparison, prose: &Prose<'_>, relation: Relation) -> Vec<String> {
    let mut camps: BTreeMap<Matter, BTreeMap<Stance, Camp<'_>>> = BTreeMap::new();
    for alignment in of_relation(comparison, relation) {
        let Some((left, right)) = pair(comparison, alignment) else {
            continue;
        };
        for target in shared(left, right) {
            let sides = camps.entry((left.position.clone(), target)).or_default();
            for claim in [left, right] {
                let camp = sides.entry(claim.stance).or_default();
                camp.entry(&claim.actor).or_default().insert(claim.document);
            }
        }
    }
    camps
        .iter()
        .map(|(matter, sides)| camp_sentence(matter, sides, prose))
        .collect()
}

/// The targets on which two claims meet; `None` for two empty ones.
fn shared(left: &MergedClaim, right: &MergedClaim) -> Vec<Option<ActorId>> {
    if left.target.is_empty() {
        return vec![None];
    }
    let common = left
        .target
        .iter()
        .filter(|target| right.target.contains(target));
    common.cloned().map(Some).collect()
}

fn camp_sentence(matter: &Matter, sides: &BTreeMap<Stance, Camp<'_>>, prose: &Prose<'_>) -> String {
    let matter = match &matter.1 {
        Some(target) => format!("{} ({})", matter.0, prose.actor(target)),
        None => matter.0.to_string(),
    };
    let mut told = Vec::new();
    for (stance, camp) in sides {
        let member = |(actor, documents): (&&ActorId, &BTreeSet<usize>)| {
            let articles: Vec<&str> = documents.iter().map(|&d| prose.article(d)).collect();
            format!("{} ({})", prose.actor(actor), articles.join(", "))
        };
        let members: Vec<String> = camp.iter().map(member).collect();
        let verb = match (told.is_empty(), members.len()) {
            (true, 1) => "is reported to ",
            (true, _) => "are reported to ",
            (false, _) => "to ",
        };
        told.push(format!(
            "{} {verb}{}",
            prose::list(&members),
            prose::stand(*stance)
        ));
    }
    format!("On {matter}: {}.", told.join("; "))
}

/// One sentence for each actor.
fn held(comparison: &Comparison, prose: &Prose<'_>) -> Vec<String> {
    let mut actors: BTreeMap<&ActorId, BTreeSet<String>> = BTreeMap::new();
    for alignment in of_relation(comparison, Relation::Holds) {
        let Some((left, right)) = pair(comparison, alignment) else {
            continue;
        };
        for target in shared(left, right) {
            let about = target
                .as_ref()
                .map(|target| format!(" ({})", prose.actor(target)));
            let stance = match left.stance {
                Stance::Support => "for",
                Stance::Oppose => "against",
                Stance::Neutral => "no side on",
            };
            let matter = format!("{stance} {}{}", left.position, about.unwrap_or_default());
            actors.entry(&left.actor).or_default().insert(matter);
        }
    }
    let sentence = |(actor, matters): (&&ActorId, &BTreeSet<String>)| {
        let matters: Vec<String> = matters.iter().cloned().collect();
        format!(
            "{} is reported as before: {}.",
            prose.actor(actor),
            prose::list(&matters)
        )
    };
    actors.iter().map(sentence).collect()
}

/// One sentence for each article.
fn alone(comparison: &Comparison, prose: &Prose<'_>) -> Vec<String> {
    let mut counts: BTreeMap<usize, BTreeMap<&PositionId, usize>> = BTreeMap::new();
    for alignment in comparison
        .alignments()
        .iter()
        .filter(|a| a.relation.is_alone())
    {
        let claim = alignment
            .left
            .or(alignment.right)
            .and_then(|at| comparison.claim(at));
        if let Some(claim) = claim {
            let positions = counts.entry(claim.document).or_default();
            *positions.entry(&claim.position).or_default() += 1;
        }
    }
    let sentence = |(document, positions): (&usize, &BTreeMap<&PositionId, usize>)| {
        let all = positions.values().sum();
        let parts: Vec<String> = positions
            .iter()
            .map(|(id, n)| format!("{id} {n}"))
            .collect();
        let has = prose::count(all, "claim");
        format!(
            "{} alone has {has}: {}.",
            prose.article(*document),
            parts.join(", ")
        )
    };
    counts.iter().map(sentence).collect()
}
