//! The claims of articles as JSON Lines, with the keys of machine-readable output.

use std::fmt;

use serde::Serialize;

use crate::claim::{Claim, StepKind};
use crate::compare::Telling;
use crate::compare::record::{ClaimRecord, PlaceRecord, WordsRecord};
use crate::pack::{ActorId, RuleId};
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
    #[serde(flatten)]
    claim: ClaimRecord<'a>,
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
            claim: ClaimRecord {
                document: article.document().id(),
                told: PlaceRecord::of(text, &Telling::new(0, claim)),
                actor: &claim.actor,
                position: &claim.position,
                stance: claim.stance,
                target: &claim.target,
            },
            trace: steps.collect(),
        }
    }
}
