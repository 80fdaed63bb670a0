//! What a comparison comes to, in sentences: what shifted, who stands on which side, what was held, what only one has.

use std::collections::{BTreeMap, BTreeSet};

use crate::claim::Stance;
use crate::compare::{Alignment, Comparison, MergedClaim, Relation};
use crate::pack::{ActorId, PositionId};

use super::prose::{self, Prose};
use super::rows::Rows;

/// Sentences under a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Topic {
    pub(super) heading: &'static str,
    /// The first [`MOST_SENTENCES`].
    pub(super) sentences: Vec<Sentence>,
    /// How many more there are.
    pub(super) more: usize,
}

/// A sentence in pieces, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sentence {
    pub(super) pieces: Vec<Piece>,
}

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Words(String),
    /// Claims by which the words before it go, to be named by their labels; and how many more there are.
    Claims(Vec<usize>, usize),
}

/// Sentences of a topic that are shown.
pub(super) const MOST_SENTENCES: usize = 40;
/// Claims that are named after an actor.
const MOST_CLAIMS: usize = 4;

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
    let topic = |(heading, mut sentences): (_, Vec<Sentence>)| {
        let more = sentences.len().saturating_sub(MOST_SENTENCES);
        sentences.truncate(MOST_SENTENCES);
        Topic {
            heading,
            sentences: sentences.into_iter().map(Sentence::begun).collect(),
            more,
        }
    };
    all.into_iter()
        .map(topic)
        .filter(|topic| !topic.sentences.is_empty())
        .collect()
}

impl Sentence {
    /// With words of ours at the end.
    fn say(mut self, words: &str) -> Self {
        match self.pieces.last_mut() {
            Some(Piece::Words(last)) => last.push_str(words),
            _ => self.pieces.push(Piece::Words(words.to_owned())),
        }
        self
    }

    /// With claims at the end.
    fn cite(mut self, claims: impl IntoIterator<Item = usize>) -> Self {
        let mut claims: Vec<usize> = claims.into_iter().collect();
        let more = claims.len().saturating_sub(MOST_CLAIMS);
        claims.truncate(MOST_CLAIMS);
        self.pieces.push(Piece::Claims(claims, more));
        self
    }

    /// With a list of others at the end: "a, b and c".
    fn list(mut self, items: impl ExactSizeIterator<Item = Self>) -> Self {
        let last = items.len().saturating_sub(1);
        for (at, item) in items.enumerate() {
            self = match at {
                0 => self,
                at if at == last => self.say(" and "),
                _ => self.say(", "),
            };
            for piece in item.pieces {
                match piece {
                    Piece::Words(words) => self = self.say(&words),
                    piece @ Piece::Claims(..) => self.pieces.push(piece),
                }
            }
        }
        self
    }

    /// With a capital at the beginning.
    fn begun(mut self) -> Self {
        if let Some(Piece::Words(words)) = self.pieces.first_mut() {
            *words = prose::sentence(words);
        }
        self
    }
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
fn changes(comparison: &Comparison, prose: &Prose<'_>) -> Vec<Sentence> {
    let shifts =
        of_relation(comparison, Relation::Shifts).filter_map(|a| shift(comparison, a, prose));
    let developments = of_relation(comparison, Relation::Develops)
        .filter_map(|a| development(comparison, a, prose));
    shifts.chain(developments).collect()
}

fn shift(comparison: &Comparison, alignment: &Alignment, prose: &Prose<'_>) -> Option<Sentence> {
    let (left, right) = pair(comparison, alignment)?;
    let stand = prose::stand(left.stance);
    let begun = Sentence::default().say(&format!(
        "{} on {}: reported to {stand} ",
        prose.actor(&left.actor),
        prose.matter(left)
    ));
    let one = |sentence: Sentence, claim: &MergedClaim, at: Option<usize>| {
        let article = prose.article(claim.document);
        let words = format!("in {article} ({}, ", prose::mode(claim.mode()));
        sentence.say(&words).cite(at).say(")")
    };
    if left.stance == right.stance {
        let first = one(begun.say("in both, "), left, alignment.left);
        return Some(one(first.say(", "), right, alignment.right).say("."));
    }
    let held = |same: fn(&Alignment) -> Option<usize>| {
        of_relation(comparison, Relation::Holds).any(|other| same(other) == same(alignment))
    };
    let besides = if held(|a| a.left) {
        ", where it is also reported to do as before.".to_owned()
    } else if held(|a| a.right) {
        let before = prose.article(left.document);
        format!(", which it is also reported to do in {before}.")
    } else {
        ".".to_owned()
    };
    let first = one(begun, left, alignment.left);
    let turned = format!(", to {} ", prose::stand(right.stance));
    Some(one(first.say(&turned), right, alignment.right).say(&besides))
}

fn development(
    comparison: &Comparison,
    alignment: &Alignment,
    prose: &Prose<'_>,
) -> Option<Sentence> {
    let (left, right) = pair(comparison, alignment)?;
    let one = |sentence: Sentence, claim: &MergedClaim, at: Option<usize>| {
        let words = format!(
            "to {} {} in {} ({}, ",
            prose::takes(claim.stance),
            prose.matter(claim),
            prose.article(claim.document),
            prose::mode(claim.mode())
        );
        sentence.say(&words).cite(at).say(")")
    };
    let begun = Sentence::default().say(&format!("{}: reported ", prose.actor(&left.actor)));
    let first = one(begun, left, alignment.left);
    Some(one(first.say(", then "), right, alignment.right).say("."))
}

/// A position and a shared target.
type Matter = (PositionId, Option<ActorId>);
/// A matter, and of claims that name no target the first that is lined up with all in a row: a ceasefire in one war and a ceasefire in another have
/// only their name in common.
type Meeting = (Matter, Option<usize>);
/// Who stands on a side, and by which claims.
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
fn sides(comparison: &Comparison, prose: &Prose<'_>) -> (Vec<Sentence>, Vec<Sentence>) {
    let mut fields: BTreeMap<Meeting, Field<'_>> = BTreeMap::new();
    let rows = Rows::of(comparison);
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
            let row = target.is_none().then(|| rows.first(left));
            let matter = (l.position.clone(), target);
            let field = fields.entry((matter, row)).or_default();
            field.is_contested |= is_contested;
            for (at, claim) in [(left, l), (right, r)] {
                let camp = field.camps.entry(claim.stance).or_default();
                camp.entry(&claim.actor).or_default().insert(at);
                field.claims.insert(at, claim.places.len());
            }
        }
    }
    let mut fields: Vec<(Matter, Field<'_>)> = fields
        .into_iter()
        .map(|((matter, _), field)| (matter, field))
        .collect();
    fields.sort_by_key(|(_, field)| std::cmp::Reverse(field.places()));
    let (contested, shared): (Vec<_>, Vec<_>) = fields
        .into_iter()
        .partition(|(_, field)| field.is_contested);
    let sentences = |fields: Vec<(Matter, Field<'_>)>| -> Vec<Sentence> {
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

fn camp_sentence(
    (position, target): &Matter,
    sides: &BTreeMap<Stance, Camp<'_>>,
    prose: &Prose<'_>,
) -> Sentence {
    let matter = prose.matter_of(position, target.as_ref());
    let mut sentence = Sentence::default().say(&format!("On {matter}: "));
    for (nth, (stance, camp)) in sides.iter().enumerate() {
        let member = |(actor, claims): (&&ActorId, &BTreeSet<usize>)| {
            let actor = format!("{} (", prose.actor(actor));
            let claims = prose.in_order(claims);
            Sentence::default().say(&actor).cite(claims).say(")")
        };
        let is_one = camp.len() == 1 && !camp.keys().any(|actor| actor.is_other());
        let verb = match (nth, is_one) {
            (0, true) => " is reported to ",
            (0, false) => " are reported to ",
            _ => " to ",
        };
        sentence = if nth > 0 {
            sentence.say("; ")
        } else {
            sentence
        };
        sentence = sentence.list(camp.iter().map(member));
        sentence = sentence.say(verb).say(prose::stand(*stance));
    }
    sentence.say(".")
}

/// One sentence for each actor.
fn held(comparison: &Comparison, prose: &Prose<'_>) -> Vec<Sentence> {
    let mut actors: BTreeMap<&ActorId, BTreeMap<String, BTreeSet<usize>>> = BTreeMap::new();
    for alignment in of_relation(comparison, Relation::Holds) {
        let Some((left, right)) = pair(comparison, alignment) else {
            continue;
        };
        for target in shared(left, right) {
            let matter = prose.matter_of(&left.position, target.as_ref());
            let matter = format!("{} {matter}", prose::side(left.stance));
            let matters = actors.entry(&left.actor).or_default();
            let claims = matters.entry(matter).or_default();
            claims.extend([alignment.left, alignment.right].into_iter().flatten());
        }
    }
    let sentence = |(actor, matters): (&&ActorId, &BTreeMap<String, BTreeSet<usize>>)| {
        let begun = format!("{} is reported as before: ", prose.actor(actor));
        let matter = |(matter, claims): (&String, &BTreeSet<usize>)| {
            let claims = prose.in_order(claims);
            let words = format!("{matter}, ");
            Sentence::default().say(&words).cite(claims)
        };
        let mut sentence = Sentence::default().say(&begun);
        for (nth, matter) in matters.iter().map(matter).enumerate() {
            sentence = if nth > 0 {
                sentence.say("; ")
            } else {
                sentence
            };
            sentence = sentence.list(std::iter::once(matter));
        }
        sentence.say(".")
    };
    actors.iter().map(sentence).collect()
}

/// One sentence for each article.
fn alone(comparison: &Comparison, prose: &Prose<'_>) -> Vec<Sentence> {
    let mut counts: BTreeMap<usize, (usize, BTreeMap<&PositionId, usize>)> = BTreeMap::new();
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
            let turn = prose.turn(claim.document);
            let (_, positions) = counts
                .entry(turn)
                .or_insert_with(|| (claim.document, BTreeMap::new()));
            *positions.entry(&claim.position).or_default() += 1;
        }
    }
    let sentence = |(document, positions): &(usize, BTreeMap<&PositionId, usize>)| {
        let all = positions.values().sum();
        let part = |(id, n): (&&PositionId, &usize)| format!("{} {n}", prose.position(id));
        let parts: Vec<String> = positions.iter().map(part).collect();
        Sentence::default().say(&format!(
            "In {} alone: {} ({}).",
            prose.article(*document),
            prose::count(all, "claim"),
            parts.join(", ")
        ))
    };
    counts.values().map(sentence).collect()
}
