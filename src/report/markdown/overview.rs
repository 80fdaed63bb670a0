//! What is seen at a glance: who stands where, what was held over time, the tables of a corpus, what is said in the same words.

use std::fmt;

use crate::compare::Passage;

use super::super::digest::{self, Cell};
use super::super::matrix::{Entry, Matrix};
use super::super::{escape, excerpt};
use super::Page;

/// Echoes that are shown, the closest first.
const MOST_ECHOES: usize = 20;
/// Characters of a sentence that are shown of an echo.
const ECHO: usize = 300;

impl Page<'_> {
    /// Actor by position; a letter is an article, an arrow a shift.
    pub(super) fn matrix(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let matrix = Matrix::of(self.comparison);
        if matrix.rows.is_empty() {
            return Ok(());
        }
        let position = |id: &&_| escape::markdown(&self.prose.position(id));
        let columns: Vec<String> = matrix.positions.iter().map(position).collect();
        writeln!(f, "## Who stands where\n\n| | {} |", columns.join(" | "))?;
        writeln!(f, "|---|{}", "---|".repeat(columns.len()))?;
        for row in &matrix.rows {
            let actor = escape::markdown(self.prose.actor(row.actor));
            let cells: Vec<String> = row.cells.iter().map(|cell| self.cell(cell)).collect();
            writeln!(f, "| **{actor}** | {} |", cells.join(" | "))?;
        }
        // Escaped, since "+" at the beginning of a line makes a list.
        writeln!(f, "\n\\{}\n", matrix.legend_in_words())
    }

    /// "A + → B −".
    fn cell(&self, cell: &[Entry]) -> String {
        let mut words = String::new();
        for (nth, entry) in cell.iter().enumerate() {
            words.push_str(match (nth, entry.is_shift) {
                (0, _) => "",
                (_, true) => " → ",
                (_, false) => " ",
            });
            words.push_str(&self.prose.letter(entry.document));
            words.push(' ');
            words.push_str(entry.sign.as_str());
        }
        words
    }

    /// Of more than two articles: what each actor held on each position, article by article, shifting ones first.
    pub(super) fn timelines(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines = digest::timelines(self.comparison);
        if lines.is_empty() {
            return Ok(());
        }
        writeln!(
            f,
            "## Over time\n\n| actor | position | article by article |\n|---|---|---|"
        )?;
        for line in lines {
            let points: Vec<String> = line
                .points
                .iter()
                .map(|point| escape::markdown(&self.prose.point(point)))
                .collect();
            writeln!(
                f,
                "| **{}** | {} | {} |",
                escape::markdown(self.prose.actor(&line.actor)),
                escape::markdown(&self.prose.position(&line.position)),
                points.join(" → ")
            )?;
        }
        writeln!(f)
    }

    /// The tables of a corpus.
    pub(super) fn digest(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for table in digest::tables(self.comparison) {
            let columns = table.columns.join(" | ");
            writeln!(f, "## {}\n\n| {columns} |", table.heading)?;
            writeln!(f, "|{}", "---|".repeat(table.columns.len()))?;
            for row in &table.rows {
                let cell = |cell: &Cell| match cell {
                    Cell::Words(words) => escape::markdown(words),
                    Cell::Claim(claim, words) => {
                        let label = Self::link(&self.prose.label(*claim));
                        format!("{} ({label})", escape::markdown(words))
                    }
                };
                let cells: Vec<String> = row.iter().map(cell).collect();
                writeln!(f, "| {} |", cells.join(" | "))?;
            }
            if table.more > 0 {
                writeln!(f)?;
            }
            self.more(f, "", table.more)?;
            writeln!(f)?;
        }
        Ok(())
    }

    /// Sentences of two articles that say the same, the closest first.
    pub(super) fn echoes(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let echoes = digest::echoes(self.comparison);
        if echoes.is_empty() {
            return Ok(());
        }
        writeln!(f, "## The same in other words\n")?;
        for echo in echoes.iter().take(MOST_ECHOES) {
            let name = digest::echo_name(echo);
            writeln!(
                f,
                "- **{name}** {:.2}: {} — {}",
                echo.score,
                self.passage(echo.left),
                self.passage(echo.right)
            )?;
        }
        self.more(f, "- ", echoes.len().saturating_sub(MOST_ECHOES))?;
        writeln!(f)
    }

    /// A sentence as it is written, with the letter of its article.
    fn passage(&self, passage: Passage) -> String {
        let (words, is_cut) = excerpt::head(self.prose.passage(passage).trim(), ECHO);
        let dots = if is_cut { "…" } else { "" };
        let letter = self.prose.letter(passage.document);
        format!("{letter} “{}{dots}”", escape::markdown(words))
    }
}
