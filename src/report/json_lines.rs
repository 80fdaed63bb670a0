//! The claims of articles as JSON Lines, with the keys of machine-readable output.

use std::fmt;

use serde::Serialize;

use crate::claim::{Claim, Mode, Stance, StepKind};
use crate::compare::record::{SentenceRecord, WordsRecord};
use crate::date::Date;
use crate::pack::{ActorId, PositionId, RuleId};
use crate::pipeline::Article;

/// The claims of articles, one JSON object a line, in document order, each with its trace.
///
/// ```
/// use parallax::{Document, Pack, Parallax, report::JsonLines};
///
/// let parallax = Parallax::new(Pack::builtin());
/// let article = parallax.annotate(&Document::from_text("june", "Russia vetoed the American draft resolution."));
/// let lines = JsonLines::new(&[article]).to_string();
/// assert!(lines.starts_with(r#"{"document":"june","sentence":{"index":0,"start":0,"end":44},"evidence":{"start":7,"#));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct JsonLines<'a> {
    articles: &'a [Article],
}

impl<'a> JsonLines<'a> {
    /// The claims of these articles.
    #[must_use]
    pub fn new(articles: &'a [Article]) -> Self {
        Self { articles }
    }
}

impl fmt::Display for JsonLines<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for article in self.articles {
            for claim in article.claims() {
                let line = ClaimLine::of(article, claim);
                writeln!(
                    f,
                    "{}",
                    serde_json::to_string(&line).map_err(|_| fmt::Error)?
                )?;
            }
        }
        Ok(())
    }
}

/// A claim as it was tagged.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct ClaimLine<'a> {
    /// The article's id: for a file, its stem.
    document: &'a str,
    sentence: SentenceRecord,
    evidence: WordsRecord<'a>,
    /// On whose word it is: `author` or an actor.
    speaker: &'a ActorId,
    /// Whose stance it is: an actor, `author` or `other`.
    actor: &'a ActorId,
    /// The words that name the actor.
    mention: Option<WordsRecord<'a>>,
    position: &'a PositionId,
    stance: Stance,
    target: &'a [ActorId],
    mode: Mode,
    /// Whether the cue stands under negation; the stance is flipped already.
    negated: bool,
    /// Whether it is put as possible only.
    hedged: bool,
    /// When the stance was held, as precise as the sentence says.
    date: Option<Date>,
    /// The cue that made it.
    rule: &'a RuleId,
    /// How it came about, in the order of the steps.
    trace: Vec<StepLine<'a>>,
}

/// A step of a trace.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct StepLine<'a> {
    kind: StepKind,
    rule: Option<&'a RuleId>,
    #[serde(flatten)]
    words: WordsRecord<'a>,
    actor: Option<&'a ActorId>,
}

impl<'a> ClaimLine<'a> {
    fn of(article: &'a Article, claim: &'a Claim) -> Self {
        let text = article.document().text();
        let steps = claim.trace.steps.iter().map(|step| StepLine {
            kind: step.kind,
            rule: step.rule.as_ref(),
            words: WordsRecord::of(text, step.span),
            actor: step.actor.as_ref(),
        });
        Self {
            document: article.document().id(),
            sentence: SentenceRecord::of(claim.sentence),
            evidence: WordsRecord::of(text, claim.evidence),
            speaker: &claim.speaker,
            actor: &claim.actor,
            mention: claim.mention.map(|span| WordsRecord::of(text, span)),
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
