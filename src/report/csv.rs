//! Claims as a table that spreadsheets and statistics programs read.

use std::fmt;

use csv::{Terminator, WriterBuilder};

use crate::pipeline::Article;
use crate::span::Span;

use super::escape;

/// The claims of articles as CSV: a line of names, then one line a claim, in document order.
///
/// Fields are separated by commas, text is UTF-8. `start` and `end` are byte offsets of the evidence, several targets are separated by a space. A field that a
/// spreadsheet would take for a formula begins with an apostrophe.
///
/// ```
/// use parallax::{Document, Pack, Parallax, report::Csv};
///
/// let parallax = Parallax::new(Pack::builtin());
/// let article = parallax.annotate(&Document::from_text("june", "Russia vetoed the American draft resolution."));
/// let table = Csv::new(&[article]).to_string();
/// assert!(table.lines().nth(1).unwrap().starts_with("june,,,,0,7,43,russia,support,un_blocking,united_states,"));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Csv<'a> {
    articles: &'a [Article],
}

/// The names of the columns.
const COLUMNS: [&str; 19] = [
    "document",
    "title",
    "outlet",
    "published",
    "sentence",
    "start",
    "end",
    "actor",
    "stance",
    "position",
    "target",
    "speaker",
    "mode",
    "negated",
    "hedged",
    "date",
    "mention",
    "evidence",
    "rule",
];

impl<'a> Csv<'a> {
    /// The claims of these articles.
    #[must_use]
    pub fn new(articles: &'a [Article]) -> Self {
        Self { articles }
    }
}

impl fmt::Display for Csv<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rows = self.articles.iter().flat_map(rows);
        f.write_str(&table(b',', &COLUMNS, rows).ok_or(fmt::Error)?)
    }
}

fn rows(article: &Article) -> impl Iterator<Item = Vec<String>> {
    let document = article.document();
    let date = document.date().map(|date| date.to_string());
    article.claims().map(move |claim| {
        let words = |span: Span| escape::csv(article.text(span));
        let target: Vec<&str> = claim.target.iter().map(|target| target.as_str()).collect();
        vec![
            escape::csv(document.id()),
            document.title().map(escape::csv).unwrap_or_default(),
            document.outlet().map(escape::csv).unwrap_or_default(),
            date.clone().unwrap_or_default(),
            claim.sentence.index.to_string(),
            claim.evidence.start().to_string(),
            claim.evidence.end().to_string(),
            escape::csv(claim.actor.as_str()),
            claim.stance.to_string(),
            escape::csv(claim.position.as_str()),
            escape::csv(&target.join(" ")),
            escape::csv(claim.speaker.as_str()),
            claim.mode.to_string(),
            claim.negated.to_string(),
            claim.hedged.to_string(),
            claim.date.map(|date| date.to_string()).unwrap_or_default(),
            claim.mention.map(words).unwrap_or_default(),
            words(claim.evidence),
            escape::csv(claim.rule.as_str()),
        ]
    })
}

/// A table with its line of names. Rows are as long as it, or there is none.
pub(super) fn table(
    separator: u8,
    columns: &[&str],
    rows: impl Iterator<Item = Vec<String>>,
) -> Option<String> {
    let mut writer = WriterBuilder::new()
        .delimiter(separator)
        .terminator(Terminator::Any(b'\n'))
        .from_writer(Vec::new());
    writer.write_record(columns).ok()?;
    for row in rows {
        writer.write_record(&row).ok()?;
    }
    String::from_utf8(writer.into_inner().ok()?).ok()
}
