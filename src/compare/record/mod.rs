//! A comparison in the keys of machine-readable output. The records are what the published schema is made from, comments included.

mod claim;

use serde::Serialize;
use serde::ser::Serializer;

use crate::document::Document;
#[cfg(feature = "schema")]
use crate::document::DocumentRecord;
use crate::pack::{ActorId, PositionId};

use super::{
    Alignment, Cap, Comparison, Corpus, Echo, EchoCap, MergedClaim, Part, PartScore, Passage,
    Point, Relation, Timeline,
};

#[cfg(any(test, feature = "schema"))]
pub(crate) use claim::WordsRecord;
pub(crate) use claim::{ClaimRecord, PlaceRecord, SentenceRecord};

impl Serialize for Comparison {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        ComparisonRecord::of(self).serialize(serializer)
    }
}

impl Serialize for Alignment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        AlignmentRecord::of(self).serialize(serializer)
    }
}

/// The claims of two or more articles, lined up.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct ComparisonRecord<'a> {
    /// The articles in the order given.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<DocumentRecord<'a>>"))]
    documents: &'a [Document],
    /// The merged claims: by document, then by first place.
    claims: Vec<MergedRecord<'a>>,
    /// The pairs reported, and the claims without any.
    alignments: Vec<AlignmentRecord<'a>>,
    /// What each actor held on each position over the articles.
    timelines: Vec<TimelineRecord<'a>>,
    /// Where more candidates stood in line than were looked at.
    caps: &'a [Cap],
    /// Sentences of two articles that say the same.
    echoes: Vec<EchoRecord<'a>>,
    /// Where more sentences stood in line than were looked at.
    echo_caps: &'a [EchoCap],
    corpus: Corpus,
}

impl<'a> ComparisonRecord<'a> {
    fn of(comparison: &'a Comparison) -> Self {
        let claim = |claim| MergedRecord::of(comparison, claim);
        let echo = |echo| EchoRecord::of(comparison, echo);
        Self {
            documents: &comparison.documents,
            claims: comparison.claims.iter().map(claim).collect(),
            alignments: comparison
                .alignments
                .iter()
                .map(AlignmentRecord::of)
                .collect(),
            timelines: comparison
                .timelines
                .iter()
                .map(TimelineRecord::of)
                .collect(),
            caps: &comparison.caps,
            echoes: comparison.echoes.iter().map(echo).collect(),
            echo_caps: &comparison.echo_caps,
            corpus: comparison.corpus(),
        }
    }
}

/// Two claims lined up, or one that stands alone.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct AlignmentRecord<'a> {
    relation: Relation,
    /// Index of the left claim; null for `only_right`.
    left: Option<usize>,
    /// Index of the right claim; null for `only_left`.
    right: Option<usize>,
    /// The right claim's position; the left one's where there is no right one.
    position: &'a PositionId,
    /// How closely they meet, from 0 to 1; 0 for a claim that stands alone.
    score: f64,
    /// The parts of the score.
    why: Vec<PartRecord>,
    /// Whether both are told in near copies of one sentence: one report printed twice.
    copy: bool,
}

impl<'a> AlignmentRecord<'a> {
    fn of(alignment: &'a Alignment) -> Self {
        Self {
            relation: alignment.relation,
            left: alignment.left,
            right: alignment.right,
            position: &alignment.position,
            score: thousandths(alignment.score.value()),
            why: alignment.score.parts().iter().map(PartRecord::of).collect(),
            copy: alignment.is_copy,
        }
    }
}

/// A part of a score.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct PartRecord {
    part: Part,
    /// What it came to, from 0 to 1.
    value: f64,
    weight: f64,
}

impl PartRecord {
    fn of(scored: &PartScore) -> Self {
        Self {
            part: scored.part,
            value: thousandths(scored.value),
            weight: scored.part.weight(),
        }
    }
}

/// Three decimals: enough to check a score by hand, and the same on every machine.
fn thousandths(value: f64) -> f64 {
    // A sum over nothing is -0.0; adding zero makes it plain.
    (value * 1000.0).round() / 1000.0 + 0.0
}

/// Two sentences that say the same.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct EchoRecord<'a> {
    /// Always `echo`.
    relation: &'static str,
    left: PassageRecord<'a>,
    right: PassageRecord<'a>,
    /// How far they say the same, from 0 to 1.
    score: f64,
    /// Whether they are near copies.
    copy: bool,
}

/// A sentence of an article.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct PassageRecord<'a> {
    document: &'a str,
    sentence: SentenceRecord,
    text: &'a str,
}

impl<'a> EchoRecord<'a> {
    fn of(comparison: &'a Comparison, echo: &Echo) -> Self {
        let passage = |passage: Passage| {
            let document = comparison.documents.get(passage.document);
            let text = document.map_or("", Document::text);
            PassageRecord {
                document: document.map_or("", Document::id),
                sentence: SentenceRecord::of(passage.sentence),
                text: passage.sentence.span.of(text),
            }
        };
        Self {
            relation: "echo",
            left: passage(echo.left),
            right: passage(echo.right),
            score: thousandths(echo.score),
            copy: echo.is_copy,
        }
    }
}

/// A claim of an article with all the places where it is told; the fields of the place that stands for it are its own.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct MergedRecord<'a> {
    #[serde(flatten)]
    claim: ClaimRecord<'a>,
    /// Every place that was merged, in text order.
    places: Vec<PlaceRecord<'a>>,
}

impl<'a> MergedRecord<'a> {
    fn of(comparison: &'a Comparison, claim: &'a MergedClaim) -> Self {
        let document = comparison.document_of(claim);
        let text = document.map_or("", Document::text);
        let places = claim.places.iter();
        Self {
            claim: ClaimRecord {
                document: document.map_or("", Document::id),
                told: PlaceRecord::of(text, claim.told()),
                actor: &claim.actor,
                position: &claim.position,
                stance: claim.stance,
                target: &claim.target,
            },
            places: places.map(|told| PlaceRecord::of(text, told)).collect(),
        }
    }
}

/// What one actor held on one position over the articles.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct TimelineRecord<'a> {
    actor: &'a ActorId,
    position: &'a PositionId,
    /// Whether the stance shifted anywhere on the way.
    shifting: bool,
    points: &'a [Point],
}

impl<'a> TimelineRecord<'a> {
    fn of(line: &'a Timeline) -> Self {
        Self {
            actor: &line.actor,
            position: &line.position,
            shifting: line.is_shifting(),
            points: &line.points,
        }
    }
}
