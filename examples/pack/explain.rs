//! Why is there this label, or none?

use std::io::{self, Write};

use clap::Args;
use parallax::claim::StepKind;
use parallax::{Article, Claim, Document, Parallax, Span, check};

use super::own_rules;
use super::support::{Console, PackArgs};

#[derive(Args)]
pub(crate) struct ExplainArgs {
    /// A sentence, or several in their order
    pub(crate) sentence: String,
    /// Show which rules of the built-in pack nearly fired as well, where packs of your own are given
    #[arg(long)]
    pub(crate) all: bool,
    #[command(flatten)]
    pub(crate) packs: PackArgs,
}

pub(crate) fn explain(
    args: &ExplainArgs,
    console: &mut Console,
    out: &mut impl Write,
) -> io::Result<()> {
    let Some(pack) = args.packs.pack(console) else {
        return Ok(());
    };
    let own = own_rules(&pack, &args.packs);
    let document = Document::from_text("sentence", args.sentence.as_str());
    let mut explained = check::explain(&Parallax::new(pack), &document);
    if !args.all && !own.is_empty() {
        explained
            .near_misses
            .retain(|near| own.contains(&near.rule));
    }
    let article = &explained.article;
    if article.claims().len() == 0 {
        writeln!(out, "no claim")?;
    }
    for claim in article.claims() {
        traced(out, article, claim)?;
    }
    if !explained.near_misses.is_empty() {
        writeln!(out, "nearly fired:")?;
    }
    for near in &explained.near_misses {
        let found = match &near.unmet {
            check::Unmet::Slot {
                found: Some(found), ..
            } => format!(": “{}”", article.text(*found)),
            _ => String::new(),
        };
        let words = article.text(near.words);
        writeln!(out, "  {} at “{words}”: {}{found}", near.rule, near.unmet)?;
    }
    Ok(())
}

/// A claim with its words and the steps that led there.
fn traced(out: &mut impl Write, article: &Article, claim: &Claim) -> io::Result<()> {
    writeln!(out, "{claim}")?;
    marked(out, article, claim.evidence)?;
    for step in &claim.trace.steps {
        let by = if step.kind == StepKind::Beaten {
            ""
        } else {
            "by "
        };
        let rule = step.rule.as_ref().map(|rule| format!(" {by}{rule}"));
        let actor = step.actor.as_ref().map(|actor| format!(" = {actor}"));
        writeln!(
            out,
            "  {}{}: “{}”{}",
            step_name(step.kind),
            rule.unwrap_or_default(),
            article.text(step.span),
            actor.unwrap_or_default()
        )?;
    }
    writeln!(out)
}

/// The words of a span with a line of tildes below, in their line of the text.
fn marked(out: &mut impl Write, article: &Article, span: Span) -> io::Result<()> {
    let text = article.document().text();
    let before = text.get(..span.start()).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let end = text
        .get(span.end()..)
        .and_then(|rest| rest.find('\n'))
        .map_or(text.len(), |at| span.end() + at);
    let line = text.get(start..end).unwrap_or_default();
    let column = before.get(start..).unwrap_or_default().chars().count();
    let length = article.text(span).chars().count();
    writeln!(out, "  {line}")?;
    writeln!(out, "  {}{}", " ".repeat(column), "~".repeat(length))
}

fn step_name(kind: StepKind) -> &'static str {
    match kind {
        StepKind::Cue => "cue",
        StepKind::Actor => "holder",
        StepKind::Target => "target",
        StepKind::Operator => "operator",
        StepKind::Negation => "negation",
        StepKind::Hedge => "hedge",
        StepKind::Attribution => "said in",
        StepKind::Date => "date",
        StepKind::Beaten => "beats",
        _ => "step",
    }
}
