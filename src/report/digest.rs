//! The tables of a corpus in short, for every format: counts by outlet and month, who agrees and conflicts with whom, what one outlet alone reports.
//!
//! And what is listed beside them: the time lines, the echoes.
//!
//! Of each table the first [`MOST_ROWS`] rows are shown; the JSON report has them all.

use crate::compare::{Comparison, Echo, Exclusive, Matter, PositionCount, Tie, Timeline};

use super::prose::{self, Prose};

/// Rows of a table that are shown.
pub(super) const MOST_ROWS: usize = 20;
/// Articles from which on a comparison is one of a corpus.
pub(super) const LEAST_ARTICLES: usize = 3;

/// Stands in a cell where there is nothing to say.
pub(super) const NONE: &str = "–";

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Table {
    pub(super) heading: &'static str,
    pub(super) columns: Vec<&'static str>,
    /// The first cell of a row heads it.
    pub(super) rows: Vec<Vec<Cell>>,
    /// Rows that are not shown.
    pub(super) more: usize,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    Words(String),
    /// Words about a claim, by its index.
    Claim(usize, String),
}

/// The lines that more than one article tells of, shifting ones first; none for two articles, whose line-ups say it all.
pub(super) fn timelines(comparison: &Comparison) -> Vec<&Timeline> {
    if comparison.documents().len() < LEAST_ARTICLES {
        return Vec::new();
    }
    let told_again = |line: &&Timeline| line.points.len() > 1;
    let mut lines: Vec<&Timeline> = comparison.timelines().iter().filter(told_again).collect();
    lines.sort_by_key(|line| !line.is_shifting());
    lines
}

/// The echoes, the closest first.
pub(super) fn echoes(comparison: &Comparison) -> Vec<&Echo> {
    let mut echoes: Vec<&Echo> = comparison.echoes().iter().collect();
    echoes.sort_by(|a, b| b.score.total_cmp(&a.score));
    echoes
}

/// What a report calls an echo.
pub(super) fn echo_name(echo: &Echo) -> &'static str {
    if echo.is_copy { "near copy" } else { "echo" }
}

/// The tables that have rows; none for two articles, whose line-ups say it all.
pub(super) fn tables(comparison: &Comparison) -> Vec<Table> {
    if comparison.documents().len() < LEAST_ARTICLES {
        return Vec::new();
    }
    let prose = Prose::new(comparison);
    let corpus = comparison.corpus();
    let counted = |heading: String, articles: usize, positions: &[PositionCount]| {
        let stands = |count: &PositionCount| stands(count, &prose);
        let positions: Vec<String> = positions.iter().map(stands).collect();
        let articles = prose::count(articles, "article");
        let cells = [heading, articles, positions.join("; ")];
        cells.map(Cell::Words).to_vec()
    };
    let outlets = corpus.outlets.iter().map(|row| {
        let outlet = row.outlet.clone().unwrap_or_else(|| "no outlet".to_owned());
        counted(outlet, row.articles, &row.positions)
    });
    let months = corpus.months.iter().map(|row| {
        let month = row
            .month
            .map_or_else(|| "no month".to_owned(), |month| month.to_string());
        counted(month, row.articles, &row.positions)
    });
    let has = |named: bool, rows: Vec<Vec<Cell>>| if named { rows } else { Vec::new() };
    let all = [
        Table::of(
            "By outlet",
            &["outlet", "articles", "claims for and against"],
            has(
                corpus.outlets.iter().any(|row| row.outlet.is_some()),
                outlets.collect(),
            ),
        ),
        Table::of(
            "By month",
            &["month", "articles", "claims for and against"],
            has(
                corpus.months.iter().any(|row| row.month.is_some()),
                months.collect(),
            ),
        ),
        Table::of(
            "Who agrees, who conflicts with whom",
            &["actors", "agree on", "conflict on"],
            corpus.ties.iter().map(|tie| met(tie, &prose)).collect(),
        ),
        Table::of(
            "What only one outlet reports",
            &["outlet", "claim"],
            corpus
                .exclusives
                .iter()
                .filter_map(|exclusive| alone(comparison, exclusive, &prose))
                .collect(),
        ),
    ];
    all.into_iter()
        .filter(|table| !table.rows.is_empty())
        .collect()
}

impl Table {
    fn of(heading: &'static str, columns: &[&'static str], mut rows: Vec<Vec<Cell>>) -> Self {
        let more = rows.len().saturating_sub(MOST_ROWS);
        rows.truncate(MOST_ROWS);
        Self {
            heading,
            columns: columns.to_vec(),
            rows,
            more,
        }
    }
}

/// "legitimacy +3 −1".
fn stands(count: &PositionCount, prose: &Prose<'_>) -> String {
    let mut words = prose.position(&count.position);
    for (sign, claims) in [
        ("+", count.support),
        ("−", count.oppose),
        ("○", count.neutral),
    ] {
        if claims > 0 {
            words.push_str(&format!(" {sign}{claims}"));
        }
    }
    if count.copies > 0 {
        words.push_str(&format!(" ({} in near copies)", count.copies));
    }
    words
}

fn met(tie: &Tie, prose: &Prose<'_>) -> Vec<Cell> {
    let on = |matters: &[Matter]| {
        let matter = |matter: &Matter| prose.matter_of(&matter.position, matter.target.as_ref());
        let matters: Vec<String> = matters.iter().map(matter).collect();
        if matters.is_empty() {
            NONE.to_owned()
        } else {
            matters.join(", ")
        }
    };
    let pair = format!("{} and {}", prose.actor(&tie.one), prose.actor(&tie.other));
    let cells = [pair, on(&tie.agreements), on(&tie.conflicts)];
    cells.map(Cell::Words).to_vec()
}

fn alone(comparison: &Comparison, exclusive: &Exclusive, prose: &Prose<'_>) -> Option<Vec<Cell>> {
    let claim = comparison.claim(exclusive.claim)?;
    let words = format!(
        "{} {}: {}",
        prose.actor(&claim.actor),
        prose::stands(claim),
        prose.matter(claim)
    );
    Some(vec![
        Cell::Words(exclusive.outlet.clone()),
        Cell::Claim(exclusive.claim, words),
    ])
}
