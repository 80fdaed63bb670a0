//! What is seen at a glance: who stands where, what was held over time, the tables of a corpus, what is said in the same words.

use std::fmt;

use crate::compare::Passage;
use crate::report::digest::{self, Cell};
use crate::report::excerpt;
use crate::report::matrix::{Entry, Matrix};

use super::Sheet;

/// Echoes that are shown, the closest first.
const MOST_ECHOES: usize = 10;
/// Characters of a sentence that are shown of an echo.
const ECHO: usize = 120;

impl Sheet<'_> {
    /// One point for each actor: "Russia: legitimacy A + → B −; US policy A − B −".
    pub(super) fn matrix(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let matrix = Matrix::of(self.comparison);
        if matrix.rows.is_empty() {
            return Ok(());
        }
        self.title(f, "Who stands where")?;
        self.paragraph(f, &matrix.legend_in_words())?;
        for row in &matrix.rows {
            let cells = matrix.positions.iter().zip(&row.cells);
            let told = cells.filter(|(_, cell)| !cell.is_empty());
            let told = told.map(|(position, cell)| {
                format!("{} {}", self.prose.position(position), self.entries(cell))
            });
            let told: Vec<String> = told.collect();
            let actor = self.prose.actor(row.actor);
            self.bullet(f, &format!("{actor}: {}", told.join("; ")))?;
        }
        writeln!(f)
    }

    fn entries(&self, cell: &[Entry]) -> String {
        let entry = |entry: &Entry| {
            let arrow = if entry.is_shift { "→ " } else { "" };
            let letter = self.prose.letter(entry.document);
            format!("{arrow}{letter} {}", entry.sign.as_str())
        };
        cell.iter().map(entry).collect::<Vec<_>>().join(" ")
    }

    /// Of more than two articles: what each actor held on each position, shifting ones first.
    pub(super) fn timelines(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines = digest::timelines(self.comparison);
        if lines.is_empty() {
            return Ok(());
        }
        self.title(f, "Over time")?;
        for line in lines {
            let points = line.points.iter().map(|point| self.prose.point(point));
            let told = format!(
                "{} on {}: {}",
                self.prose.actor(&line.actor),
                self.prose.position(&line.position),
                points.collect::<Vec<_>>().join(" → ")
            );
            self.bullet(f, &told)?;
        }
        writeln!(f)
    }

    /// The tables of a corpus, a point for each row.
    pub(super) fn digest(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for table in digest::tables(self.comparison) {
            self.title(f, table.heading)?;
            for row in &table.rows {
                let told = |(column, cell): (&&str, &Cell)| match cell {
                    Cell::Words(words) if words == digest::NONE => None,
                    Cell::Words(words) if column.ends_with(" on") => {
                        Some(format!("{column} {words}"))
                    }
                    Cell::Words(words) => Some(words.clone()),
                    Cell::Claim(claim, words) => {
                        Some(format!("{words} ({})", self.prose.label(*claim)))
                    }
                };
                let mut cells = table.columns.iter().zip(row).filter_map(told);
                let heading = cells.next().unwrap_or_default();
                let rest: Vec<String> = cells.collect();
                self.bullet(f, &format!("{heading}: {}", rest.join("; ")))?;
            }
            self.more(f, table.more)?;
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
        self.title(f, "The same in other words")?;
        for echo in echoes.iter().take(MOST_ECHOES) {
            let name = digest::echo_name(echo);
            let (left, right) = (self.passage(echo.left), self.passage(echo.right));
            self.bullet(f, &format!("{name} {:.2}: {left} {right}", echo.score))?;
        }
        self.more(f, echoes.len().saturating_sub(MOST_ECHOES))?;
        writeln!(f)
    }

    fn passage(&self, passage: Passage) -> String {
        let (words, is_cut) = excerpt::head(self.prose.passage(passage).trim(), ECHO);
        let dots = if is_cut { "…" } else { "" };
        format!("{} “{words}{dots}”", self.prose.letter(passage.document))
    }
}
