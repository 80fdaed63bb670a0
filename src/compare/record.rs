//! A comparison in the keys of machine-readable output.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::claim::{Mode, Place, Stance};
use crate::date::Date;
use crate::pack::{ActorId, PositionId, RuleId};
use crate::span::Span;

use super::{Alignment, Cap, Comparison, Echo, MergedClaim, Passage, Score, Telling, Timeline};

impl Serialize for Comparison {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let documents: Vec<_> = self.documents.iter().map(DocumentRecord::of).collect();
        let claims: Vec<_> = self
            .claims
            .iter()
            .map(|claim| ClaimRecord::of(self, claim))
            .collect();
        let timelines: Vec<_> = self
            .timelines
            .iter()
            .map(|line| TimelineRecord::of(self, line))
            .collect();
        let echoes: Vec<_> = self
            .echoes
            .iter()
            .map(|echo| EchoRecord::of(self, echo))
            .collect();
        let mut fields = serializer.serialize_struct("Comparison", 8)?;
        fields.serialize_field("documents", &documents)?;
        fields.serialize_field("claims", &claims)?;
        fields.serialize_field("alignments", &self.alignments)?;
        fields.serialize_field("timelines", &timelines)?;
        fields.serialize_field("caps", &self.caps)?;
        fields.serialize_field("echoes", &echoes)?;
        fields.serialize_field("echo_caps", &self.echo_caps)?;
        fields.serialize_field("corpus", &self.corpus())?;
        fields.end()
    }
}

impl Serialize for Alignment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Alignment", 7)?;
        fields.serialize_field("relation", &self.relation)?;
        fields.serialize_field("left", &self.left)?;
        fields.serialize_field("right", &self.right)?;
        fields.serialize_field("position", &self.position)?;
        fields.serialize_field("score", &thousandths(self.score.value()))?;
        fields.serialize_field("why", &why(&self.score))?;
        fields.serialize_field("copy", &self.is_copy)?;
        fields.end()
    }
}

impl Serialize for Cap {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Cap", 4)?;
        fields.serialize_field("position", &self.position)?;
        fields.serialize_field("actor", &self.actor)?;
        fields.serialize_field("waiting", &self.waiting)?;
        fields.serialize_field("taken", &self.taken)?;
        fields.end()
    }
}

#[derive(serde::Serialize)]
struct PartRecord {
    part: &'static str,
    value: f64,
    weight: f64,
}

fn why(score: &Score) -> Vec<PartRecord> {
    let record = |scored: &super::PartScore| PartRecord {
        part: scored.part.as_str(),
        value: thousandths(scored.value),
        weight: scored.part.weight(),
    };
    score.parts().iter().map(record).collect()
}

/// Three decimals: enough to check a score by hand, and the same on every machine.
fn thousandths(value: f64) -> f64 {
    // A sum over nothing is -0.0; adding zero makes it plain.
    (value * 1000.0).round() / 1000.0 + 0.0
}

#[derive(serde::Serialize)]
struct DocumentRecord<'a> {
    document: &'a str,
    title: Option<&'a str>,
    outlet: Option<&'a str>,
    author: Option<&'a str>,
    date: Option<Date>,
}

impl<'a> DocumentRecord<'a> {
    fn of(document: &'a crate::Document) -> Self {
        Self {
            document: document.id(),
            title: document.title(),
            outlet: document.outlet(),
            author: document.author(),
            date: document.date(),
        }
    }
}

#[derive(serde::Serialize)]
struct SentenceRecord {
    index: usize,
    start: usize,
    end: usize,
}

impl SentenceRecord {
    fn of(sentence: Place) -> Self {
        Self {
            index: sentence.index,
            start: sentence.span.start(),
            end: sentence.span.end(),
        }
    }
}

#[derive(serde::Serialize)]
struct WordsRecord<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

impl<'a> WordsRecord<'a> {
    fn of(comparison: &'a Comparison, claim: &MergedClaim, span: Span) -> Self {
        Self {
            start: span.start(),
            end: span.end(),
            text: comparison.text(claim, span),
        }
    }
}

#[derive(serde::Serialize)]
struct EchoRecord<'a> {
    relation: &'static str,
    left: PassageRecord<'a>,
    right: PassageRecord<'a>,
    score: f64,
    copy: bool,
}

#[derive(serde::Serialize)]
struct PassageRecord<'a> {
    document: &'a str,
    sentence: SentenceRecord,
    text: &'a str,
}

impl<'a> EchoRecord<'a> {
    fn of(comparison: &'a Comparison, echo: &Echo) -> Self {
        let passage = |passage: Passage| {
            let document = comparison.documents.get(passage.document);
            let text = document.map_or("", crate::Document::text);
            PassageRecord {
                document: document.map_or("", crate::Document::id),
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

#[derive(serde::Serialize)]
struct ClaimRecord<'a> {
    document: &'a str,
    sentence: SentenceRecord,
    evidence: WordsRecord<'a>,
    speaker: &'a ActorId,
    actor: &'a ActorId,
    mention: Option<WordsRecord<'a>>,
    position: &'a PositionId,
    stance: Stance,
    target: &'a [ActorId],
    mode: Mode,
    negated: bool,
    hedged: bool,
    date: Option<Date>,
    rule: &'a RuleId,
    places: Vec<PlaceRecord<'a>>,
}

#[derive(serde::Serialize)]
struct PlaceRecord<'a> {
    sentence: SentenceRecord,
    evidence: WordsRecord<'a>,
    speaker: &'a ActorId,
    mention: Option<WordsRecord<'a>>,
    mode: Mode,
    negated: bool,
    hedged: bool,
    date: Option<Date>,
    rule: &'a RuleId,
}

impl<'a> ClaimRecord<'a> {
    fn of(comparison: &'a Comparison, claim: &'a MergedClaim) -> Self {
        let told = claim.told();
        let words = |span| WordsRecord::of(comparison, claim, span);
        Self {
            document: comparison
                .document_of(claim)
                .map_or("", |document| document.id()),
            sentence: SentenceRecord::of(told.sentence),
            evidence: words(told.evidence),
            speaker: &told.speaker,
            actor: &claim.actor,
            mention: told.mention.map(words),
            position: &claim.position,
            stance: claim.stance,
            target: &claim.target,
            mode: told.mode,
            negated: told.negated,
            hedged: told.hedged,
            date: told.date,
            rule: &told.rule,
            places: claim
                .places
                .iter()
                .map(|told| PlaceRecord::of(comparison, claim, told))
                .collect(),
        }
    }
}

impl<'a> PlaceRecord<'a> {
    fn of(comparison: &'a Comparison, claim: &MergedClaim, told: &'a Telling) -> Self {
        let words = |span| WordsRecord::of(comparison, claim, span);
        Self {
            sentence: SentenceRecord::of(told.sentence),
            evidence: words(told.evidence),
            speaker: &told.speaker,
            mention: told.mention.map(words),
            mode: told.mode,
            negated: told.negated,
            hedged: told.hedged,
            date: told.date,
            rule: &told.rule,
        }
    }
}

#[derive(serde::Serialize)]
struct TimelineRecord<'a> {
    actor: &'a ActorId,
    position: &'a PositionId,
    shifting: bool,
    points: &'a [super::Point],
}

impl<'a> TimelineRecord<'a> {
    fn of(_: &'a Comparison, line: &'a Timeline) -> Self {
        Self {
            actor: &line.actor,
            position: &line.position,
            shifting: line.is_shifting(),
            points: &line.points,
        }
    }
}
