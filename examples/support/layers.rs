//! The layers of an article as JSON objects, one a line.

use parallax::attribution::{Attribution, AttributionKind, Sense};
use parallax::claim::StepKind;
use parallax::{
    ActorId, Article, BlockKind, Claim, Date, Document, Mode, PositionId, RuleId, Span, Stance,
};
use serde::Serialize;

/// Words with their place.
#[derive(Serialize)]
pub(crate) struct Words<'a> {
    start: usize,
    end: usize,
    pub(crate) text: &'a str,
}

impl<'a> Words<'a> {
    pub(crate) fn of(article: &'a Article, span: Span) -> Self {
        Self {
            start: span.start(),
            end: span.end(),
            text: article.text(span),
        }
    }

    fn all(article: &'a Article, spans: &[Span]) -> Vec<Self> {
        spans.iter().map(|span| Self::of(article, *span)).collect()
    }
}

/// A line of the layer `documents`.
#[derive(Serialize)]
pub(crate) struct DocumentLine<'a> {
    document: &'a str,
    title: Option<&'a str>,
    outlet: Option<&'a str>,
    author: Option<&'a str>,
    date: Option<Date>,
    text: &'a str,
}

impl<'a> DocumentLine<'a> {
    pub(crate) fn of(document: &'a Document) -> Self {
        Self {
            document: document.id(),
            title: document.title(),
            outlet: document.outlet(),
            author: document.author(),
            date: document.date(),
            text: document.text(),
        }
    }
}

/// A line of the layer `sentences`.
#[derive(Serialize)]
pub(crate) struct SentenceLine<'a> {
    document: &'a str,
    index: usize,
    #[serde(flatten)]
    words: Words<'a>,
    kind: BlockKind,
}

impl<'a> SentenceLine<'a> {
    pub(crate) fn all(article: &'a Article) -> impl Iterator<Item = Self> {
        article
            .sentences()
            .enumerate()
            .map(move |(index, sentence)| Self {
                document: article.document().id(),
                index,
                words: Words::of(article, sentence.span),
                kind: sentence.kind,
            })
    }
}

/// A line of the layer `attributions`.
#[derive(Serialize)]
pub(crate) struct AttributionLine<'a> {
    document: &'a str,
    source: Vec<Words<'a>>,
    cue: Vec<Words<'a>>,
    content: Vec<Words<'a>>,
    kind: AttributionKind,
    sense: Sense,
    negated: bool,
    actor: Option<&'a ActorId>,
}

impl<'a> AttributionLine<'a> {
    pub(crate) fn of(article: &'a Article, attribution: &'a Attribution) -> Self {
        Self {
            document: article.document().id(),
            source: Words::all(article, &attribution.source),
            cue: Words::all(article, &attribution.cue),
            content: Words::all(article, &attribution.content),
            kind: attribution.kind,
            sense: attribution.sense,
            negated: attribution.negated,
            actor: attribution.actor.as_ref(),
        }
    }
}

/// A line of the layer `claims`.
#[derive(Serialize)]
pub(crate) struct ClaimLine<'a> {
    document: &'a str,
    sentence: Place,
    evidence: Words<'a>,
    speaker: &'a ActorId,
    actor: &'a ActorId,
    mention: Option<Words<'a>>,
    position: &'a PositionId,
    stance: Stance,
    target: &'a [ActorId],
    mode: Mode,
    negated: bool,
    hedged: bool,
    date: Option<Date>,
    rule: &'a RuleId,
    trace: Vec<StepLine<'a>>,
}

#[derive(Serialize)]
struct Place {
    index: usize,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct StepLine<'a> {
    kind: StepKind,
    rule: Option<&'a RuleId>,
    #[serde(flatten)]
    words: Words<'a>,
    actor: Option<&'a ActorId>,
}

impl<'a> ClaimLine<'a> {
    pub(crate) fn of(article: &'a Article, claim: &'a Claim) -> Self {
        let steps = claim.trace.steps.iter().map(|step| StepLine {
            kind: step.kind,
            rule: step.rule.as_ref(),
            words: Words::of(article, step.span),
            actor: step.actor.as_ref(),
        });
        Self {
            document: article.document().id(),
            sentence: Place {
                index: claim.sentence.index,
                start: claim.sentence.span.start(),
                end: claim.sentence.span.end(),
            },
            evidence: Words::of(article, claim.evidence),
            speaker: &claim.speaker,
            actor: &claim.actor,
            mention: claim.mention.map(|span| Words::of(article, span)),
            position: &claim.position,
            stance: claim.stance,
            target: &claim.target,
            mode: claim.mode,
            negated: claim.negated,
            hedged: claim.hedged,
            date: claim.date,
            rule: &claim.rule,
            trace: steps.collect(),
        }
    }
}
