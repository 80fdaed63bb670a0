//! The layers of an article as tables for people.

use std::fmt::Write as _;

use parallax::{Article, Span};
use serde::Serialize;

/// A table of the blocks that a document falls into.
pub(crate) fn documents(article: &Article, width: usize) -> String {
    let mut lines = Lines::of(article);
    let rows = article.document().blocks().map(|block| {
        let words = article.text(block.span);
        vec![
            lines.number(block.span),
            word(&block.kind),
            words.to_owned(),
        ]
    });
    table(article, &["line", "kind", "words"], rows.collect(), width)
}

/// A table of the sentences.
pub(crate) fn sentences(article: &Article, width: usize) -> String {
    let mut lines = Lines::of(article);
    let rows = article.sentences().map(|sentence| {
        let words = article.text(sentence.span);
        vec![
            lines.number(sentence.span),
            word(&sentence.kind),
            words.to_owned(),
        ]
    });
    table(article, &["line", "kind", "words"], rows.collect(), width)
}

/// A table of who says what.
pub(crate) fn attributions(article: &Article, width: usize) -> String {
    let mut lines = Lines::of(article);
    let joined = |spans: &[Span]| {
        spans
            .iter()
            .map(|span| article.text(*span))
            .collect::<Vec<_>>()
            .join(" … ")
    };
    let rows = article.attributions().map(|found| {
        let first = found
            .content
            .first()
            .or(found.cue.first())
            .copied()
            .unwrap_or_default();
        vec![
            lines.number(first),
            word(&found.kind),
            joined(&found.source),
            joined(&found.cue),
            joined(&found.content),
        ]
    });
    table(
        article,
        &["line", "kind", "who", "says", "what"],
        rows.collect(),
        width,
    )
}

/// A table of the claims.
pub(crate) fn claims(article: &Article, width: usize) -> String {
    let mut lines = Lines::of(article);
    let rows = article.claims().map(|claim| {
        let marks = [(claim.negated, "negated"), (claim.hedged, "hedged")];
        let marks = marks
            .iter()
            .filter(|mark| mark.0)
            .map(|mark| mark.1.to_owned());
        let how = [word(&claim.mode)]
            .into_iter()
            .chain(marks)
            .chain(claim.date.map(|date| date.to_string()));
        let target: Vec<_> = claim.target.iter().map(ToString::to_string).collect();
        vec![
            lines.number(claim.sentence.span),
            claim.actor.to_string(),
            word(&claim.stance),
            claim.position.to_string(),
            target.join(", "),
            how.collect::<Vec<_>>().join(", "),
            claim.speaker.to_string(),
            article.text(claim.evidence).to_owned(),
        ]
    });
    let columns = [
        "line", "actor", "stance", "position", "target", "how", "speaker", "words",
    ];
    table(article, &columns, rows.collect(), width)
}

/// The word that a label has in machine-readable output, without a list of them here.
fn word(label: &impl Serialize) -> String {
    serde_json::to_value(label)
        .ok()
        .and_then(|value| value.as_str().map(str::to_owned))
        .unwrap_or_default()
}

/// Line numbers of spans, asked for in nearly their order.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    number: usize,
}

impl<'a> Lines<'a> {
    fn of(article: &'a Article) -> Self {
        Self {
            text: article.document().text(),
            at: 0,
            number: 1,
        }
    }

    fn number(&mut self, span: Span) -> String {
        let breaks = |from: usize, to: usize| {
            self.text
                .as_bytes()
                .get(from..to)
                .unwrap_or_default()
                .iter()
                .filter(|byte| **byte == b'\n')
                .count()
        };
        if span.start() >= self.at {
            self.number += breaks(self.at, span.start());
        } else {
            self.number -= breaks(span.start(), self.at);
        }
        self.at = span.start();
        self.number.to_string()
    }
}

/// The widest that a column may be, the last one left aside.
const WIDEST: usize = 26;
/// The narrowest that the last column may be.
const LAST: usize = 44;

/// What is known of the article, and rows under their headings; the last column takes the room that is left.
fn table(article: &Article, columns: &[&str], rows: Vec<Vec<String>>, width: usize) -> String {
    let mut shown = head(article);
    if rows.is_empty() {
        shown.push_str("  nothing found\n\n");
        return shown;
    }
    let columns = columns.iter().map(|name| (*name).to_owned()).collect();
    let rows: Vec<Vec<String>> = [columns]
        .into_iter()
        .chain(rows)
        .map(|row| row.iter().map(|cell| plain(cell)).collect())
        .collect();
    let mut widths = Vec::new();
    for row in &rows {
        widths.resize(row.len(), 0);
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = cell.chars().count().min(WIDEST).max(*width);
        }
    }
    let taken: usize = widths.iter().rev().skip(1).map(|width| width + 2).sum();
    if let Some(last) = widths.last_mut() {
        *last = width.saturating_sub(taken + 2).max(LAST);
    }
    for row in &rows {
        let cells: Vec<_> = row
            .iter()
            .zip(&widths)
            .map(|(cell, width)| format!("{:width$}", cut(cell, *width)))
            .collect();
        let line = cells.join("  ");
        // Writing to a string can't fail.
        let _ = writeln!(shown, "  {}", line.trim_end());
    }
    shown.push('\n');
    shown
}

fn head(article: &Article) -> String {
    let document = article.document();
    let date = document.date().map(|date| date.to_string());
    let known = [
        document.title(),
        document.author(),
        document.outlet(),
        date.as_deref(),
    ];
    let known: Vec<_> = known.into_iter().flatten().map(plain).collect();
    let mut head = plain(document.id());
    if !known.is_empty() {
        let _ = write!(head, ": {}", known.join(" · "));
    }
    let counts = (
        article.sentences().len(),
        article.attributions().len(),
        article.claims().len(),
    );
    let _ = writeln!(
        head,
        "\n  {}, {}, {}",
        count(counts.0, "sentence"),
        count(counts.1, "attribution"),
        count(counts.2, "claim")
    );
    head
}

fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// Text of an article on one line of a terminal: control characters and marks that turn the direction of writing are shown as `�`.
fn plain(text: &str) -> String {
    let steers = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{61c}')
    };
    let words = text.split_whitespace().map(|word| {
        word.chars()
            .map(|c| if steers(c) { '\u{fffd}' } else { c })
            .collect()
    });
    words.collect::<Vec<String>>().join(" ")
}

fn cut(text: &str, width: usize) -> String {
    if text.chars().count() <= width {
        return text.to_owned();
    }
    text.chars()
        .take(width.saturating_sub(1))
        .chain(['…'])
        .collect()
}
