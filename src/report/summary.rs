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

/// Said where there is no topic.
pub(super) const NOTHING: &str = "No claims were found that could be compared.";

/// The topics that have something to say, in the order they are read.
pub(super) fn topics(comparison: &Comparison) -> Vec<Topic> {
    let prose = Prose::new(comparison);
    let (contested, agreed) = sides(comparison, &prose);
    let all = [
        ("What changed", changes(comparison, &prose)),
        ("Who contradicts whom", contested),
        ("Who agrees, and nobody contradicts", agreed),
        ("What was held", held(comparison, &prose)),
        ("What only one article has", alone(comparison, &prose)),
    ];
    let topic = |(heading, sentences): (_, Vec<String>)| Topic {
        heading,
        sentences: sentences
            .iter()
            .map(|sentence| prose::sentence(sentence))
            .collect(),
    };
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
    let shifts =
        of_relation(comparison, Relation::Shifts).filter_map(|a| shift(comparison, a, prose));
    let developments = of_relation(comparison, Relation::Develops)
        .filter_map(|a| development(comparison, a, prose));
    shifts.chain(developments).collect()
}

fn shift(comparison: &Comparison, alignment: &Alignment, prose: &Prose<'_>) -> Option<String> {
    let (left, right) = pair(comparison, alignment)?;
    let actor = prose.actor(&left.actor);
    let matter = prose.matter(left);
    let (before, after) = (prose.article(left.document), prose.article(right.document));
    let (was, is) = (prose::mode(left.mode()), prose::mode(right.mode()));
    let stand = prose::stand(left.stance);
    if left.stance == right.stance {
        return Some(format!(
            "{actor} on {matter}: reported to {stand} in both: {was} in {before}, {is} in {after}."
        ));
    }
    let held = |same: fn(&Alignment) -> Option<usize>| {
        of_relation(comparison, Relation::Holds).any(|other| same(other) == same(alignment))
    };
    let besides = if held(|a| a.left) {
        format!(", where it is also reported to {stand} as before")
    } else if held(|a| a.right) {
        format!(", which it is also reported to do in {before}")
    } else {
        String::new()
    };
    let turned = prose::stand(right.stance);
    Some(format!(
        "{actor} on {matter}: reported to {stand} in {before} ({was}), to {turned} in {after} ({is}){besides}."
    ))
}

fn development(
    comparison: &Comparison,
    alignment: &Alignment,
    prose: &Prose<'_>,
) -> Option<String> {
    let (left, right) = pair(comparison, alignment)?;
    let one = |claim: &MergedClaim| {
        format!(
            "{} in {} ({})",
            prose::stand(claim.stance),
            prose.article(claim.document),
            prose::mode(claim.mode())
        )
    };
    Some(format!(
        "{} from {} to {}: of the one reported to {}, of the other to {}.",
        prose.actor(&left.actor),
        prose.matter(left),
        prose.matter(right),
        one(left),
        one(right),
    ))
}

/// A position and a shared target.
type Matter = (PositionId, Option<ActorId>);
/// Who stands on a side, and in which articles it is told.
type Camp<'a> = BTreeMap<&'a ActorId, BTreeSet<usize>>;

/// Who met on a matter: the camps by stance, and how many places tell of them.
#[derive(Clone, Debug, Default)]
struct Field<'a> {
    camps: BTreeMap<Stance, Camp<'a>>,
    claims: BTreeMap<usize, usize>,
    is_contested: bool,
}

impl Field<'_> {
    fn places(&self) -> usize {
        self.claims.values().sum()
    }
}

/// One sentence for each matter on which different actors met, contested ones and others apart; those told in most
/// places come first. A contested matter names all who stand on either side.
fn sides(comparison: &Comparison, prose: &Prose<'_>) -> (Vec<String>, Vec<String>) {
    let mut fields: BTreeMap<Matter, Field<'_>> = BTreeMap::new();
    for alignment in comparison.alignments() {
        let (Some(left), Some(right)) = (alignment.left, alignment.right) else {
            continue;
        };
        let is_contested = match alignment.relation {
            Relation::Contradicts => true,
            Relation::Agrees => false,
            _ => continue,
        };
        let Some((l, r)) = pair(comparison, alignment) else {
            continue;
        };
        for target in shared(l, r) {
            let field = fields.entry((l.position.clone(), target)).or_default();
            field.is_contested |= is_contested;
            for (at, claim) in [(left, l), (right, r)] {
                let camp = field.camps.entry(claim.stance).or_default();
                camp.entry(&claim.actor).or_default().insert(claim.document);
                field.claims.insert(at, claim.places.len());
            }
        }
    }
    let mut fields: Vec<(Matter, Field<'_>)> = fields.into_iter().collect();
    fields.sort_by_key(|(_, field)| std::cmp::Reverse(field.places()));
    let (contested, shared): (Vec<_>, Vec<_>) = fields
        .into_iter()
        .partition(|(_, field)| field.is_contested);
    let sentences = |fields: Vec<(Matter, Field<'_>)>| -> Vec<String> {
        fields
            .iter()
            .map(|(matter, field)| camp_sentence(matter, &field.camps, prose))
            .collect()
    };
    (sentences(contested), sentences(shared))
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
            "In {} alone: {has} ({}).",
            prose.article(*document),
            parts.join(", ")
        )
    };
    counts.iter().map(sentence).collect()
}
