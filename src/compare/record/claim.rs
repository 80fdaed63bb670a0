//! A claim in the keys of machine-readable output, as it was tagged or merged.

use serde::Serialize;

use crate::claim::{Mode, Place, Stance};
use crate::compare::Telling;
use crate::date::Date;
use crate::pack::{ActorId, PositionId, RuleId};
use crate::span::Span;

/// Who holds what, and where it is told.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct ClaimRecord<'a> {
    /// The article's id: for a file, its stem.
    pub(crate) document: &'a str,
    #[serde(flatten)]
    pub(crate) told: PlaceRecord<'a>,
    /// Whose stance it is: an actor, `author` or `other`.
    pub(crate) actor: &'a ActorId,
    pub(crate) position: &'a PositionId,
    pub(crate) stance: Stance,
    pub(crate) target: &'a [ActorId],
}

/// A place where a claim is told.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct PlaceRecord<'a> {
    sentence: SentenceRecord,
    evidence: WordsRecord<'a>,
    /// On whose word it is: `author` or an actor.
    speaker: ActorId,
    /// The words that name the actor.
    mention: Option<WordsRecord<'a>>,
    mode: Mode,
    /// Whether the cue stands under negation; the stance is flipped already.
    negated: bool,
    /// Whether it is put as possible only.
    hedged: bool,
    /// When the stance was held, as precise as the sentence says.
    date: Option<Date>,
    /// The cue that made it.
    rule: RuleId,
}

impl<'a> PlaceRecord<'a> {
    pub(crate) fn of(text: &'a str, told: &Telling) -> Self {
        let words = |span| WordsRecord::of(text, span);
        Self {
            sentence: SentenceRecord::of(told.sentence),
            evidence: words(told.evidence),
            speaker: told.speaker.clone(),
            mention: told.mention.map(words),
            mode: told.mode,
            negated: told.negated,
            hedged: told.hedged,
            date: told.date,
            rule: told.rule.clone(),
        }
    }
}

/// The sentence a claim stands in.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct SentenceRecord {
    /// Its index in the article.
    index: usize,
    start: usize,
    end: usize,
}

impl SentenceRecord {
    pub(crate) fn of(sentence: Place) -> Self {
        Self {
            index: sentence.index,
            start: sentence.span.start(),
            end: sentence.span.end(),
        }
    }
}

/// Words of an article with their place in bytes, the end exclusive.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct WordsRecord<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

impl<'a> WordsRecord<'a> {
    pub(crate) fn of(text: &'a str, span: Span) -> Self {
        Self {
            start: span.start(),
            end: span.end(),
            text: span.of(text),
        }
    }
}
