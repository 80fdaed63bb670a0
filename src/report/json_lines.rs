//! The claims of articles as JSON Lines, with the keys of machine-readable output.

use std::fmt;

use super::object::{Object, quote};
#[cfg(any(test, feature = "schema"))]
use crate::claim::StepKind;
use crate::claim::{Claim, Step};
#[cfg(any(test, feature = "schema"))]
use crate::compare::record::{ClaimRecord, WordsRecord};
use crate::pack::{ActorId, RuleId};
use crate::pipeline::Article;
use crate::span::Span;

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
        let mut line = String::new();
        for article in self.articles {
            for claim in article.claims() {
                line.clear();
                Object::write(&mut line, |line| put_claim(line, article, claim));
                line.push('\n');
                f.write_str(&line)?;
            }
        }
        Ok(())
    }
}

/// Writes a claim as [`ClaimLine`] has it.
fn put_claim(line: &mut Object<'_>, article: &Article, claim: &Claim) {
    let text = article.document().text();
    line.text("document", article.document().id());
    line.object("sentence", |sentence| {
        sentence.number("index", claim.sentence.index);
        put_place(sentence, claim.sentence.span);
    });
    line.object("evidence", |words| put_words(words, text, claim.evidence));
    line.text("speaker", claim.speaker.as_str());
    match claim.mention {
        Some(span) => line.object("mention", |words| put_words(words, text, span)),
        None => line.null("mention"),
    }
    line.text("mode", claim.mode.as_str());
    line.flag("negated", claim.negated);
    line.flag("hedged", claim.hedged);
    let date = claim.date.map(|date| date.to_string());
    line.text_if_any("date", date.as_deref());
    line.text("rule", claim.rule.as_str());
    line.text("actor", claim.actor.as_str());
    line.text("position", claim.position.as_str());
    line.text("stance", claim.stance.as_str());
    line.list("target", &claim.target, |out, id| quote(out, id.as_str()));
    line.list("trace", &claim.trace.steps, |out, step| {
        Object::write(out, |line| put_step(line, text, step));
    });
}

fn put_step(line: &mut Object<'_>, text: &str, step: &Step) {
    line.text("kind", step.kind.as_str());
    line.text_if_any("rule", step.rule.as_ref().map(RuleId::as_str));
    put_words(line, text, step.span);
    line.text_if_any("actor", step.actor.as_ref().map(ActorId::as_str));
}

fn put_words(line: &mut Object<'_>, text: &str, span: Span) {
    put_place(line, span);
    line.text("text", span.of(text));
}

fn put_place(line: &mut Object<'_>, span: Span) {
    line.number("start", span.start());
    line.number("end", span.end());
}

/// A claim as it was tagged.
#[cfg(any(test, feature = "schema"))]
#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct ClaimLine<'a> {
    #[serde(flatten)]
    claim: ClaimRecord<'a>,
    /// How it came about, in the order of the steps.
    trace: Vec<StepLine<'a>>,
}

/// A step of a trace.
#[cfg(any(test, feature = "schema"))]
#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct StepLine<'a> {
    kind: StepKind,
    rule: Option<&'a RuleId>,
    #[serde(flatten)]
    words: WordsRecord<'a>,
    actor: Option<&'a ActorId>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::Mode;
    use crate::compare::Telling;
    use crate::compare::record::PlaceRecord;
    use crate::{Document, Pack, Parallax};

    /// A claim as its record is serialised.
    fn serialised(article: &Article, claim: &Claim) -> String {
        let text = article.document().text();
        let steps = claim.trace.steps.iter().map(|step| StepLine {
            kind: step.kind,
            rule: step.rule.as_ref(),
            words: WordsRecord::of(text, step.span),
            actor: step.actor.as_ref(),
        });
        let line = ClaimLine {
            claim: ClaimRecord {
                document: article.document().id(),
                told: PlaceRecord::of(text, &Telling::new(0, claim)),
                actor: &claim.actor,
                position: &claim.position,
                stance: claim.stance,
                target: &claim.target,
            },
            trace: steps.collect(),
        };
        serde_json::to_string(&line).unwrap()
    }

    #[test]
    fn a_line_is_the_record_of_the_claim() {
        let text = "Serbian officials said on 7 May 2020 that Moscow had refused to block the American draft “for \"now\"”. \
            Peru may recognise Kosovo. Chile wants Peru and Oman to recognise Kosovo. Serbia called the recognition of Kosovo a mistake. \
            Norway did not recognise Kosovo, Iran expects Oman to mediate a truce.";
        let document = Document::from_text("a \"b\"", text);
        let article = Parallax::new(Pack::builtin()).annotate(&document);
        let lines: Vec<String> = article
            .claims()
            .map(|claim| serialised(&article, claim))
            .collect();
        assert!(lines.len() > 5, "{lines:#?}");
        let written = JsonLines::new(&[article]).to_string();
        assert!(written.lines().eq(&lines), "{written}");
    }

    #[test]
    fn names_are_those_that_serde_has() {
        let modes = [Mode::Act, Mode::Say, Mode::Ask, Mode::Want, Mode::Expect];
        for mode in modes {
            assert_eq!(serde_json::to_value(mode).unwrap(), mode.as_str());
        }
        for kind in [
            StepKind::Cue,
            StepKind::Actor,
            StepKind::Target,
            StepKind::Operator,
            StepKind::Negation,
            StepKind::Hedge,
            StepKind::Attribution,
            StepKind::Date,
            StepKind::Beaten,
        ] {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
        }
    }
}
