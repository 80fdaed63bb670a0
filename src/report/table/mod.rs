//! A comparison as a table for a terminal.

mod overview;

use std::collections::BTreeSet;
use std::fmt;

use crate::compare::{Alignment, Comparison, MergedClaim, Relation};
use crate::pack::PositionId;

use crate::report::by_position::{self, Group};
use crate::report::escape;
use crate::report::excerpt::{Excerpt, Lines};
use crate::report::prose::{self, Prose};
use crate::report::summary::{self, Piece, Sentence};

/// Narrower than this no two columns fit.
const NARROWEST: usize = 40;

/// A comparison as plain text in two columns, without colour unless it is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Table<'a> {
    comparison: &'a Comparison,
    width: usize,
    is_coloured: bool,
}

impl<'a> Table<'a> {
    /// A table 100 columns wide.
    #[must_use]
    pub fn new(comparison: &'a Comparison) -> Self {
        Self {
            comparison,
            width: 100,
            is_coloured: false,
        }
    }

    /// A table this many columns wide, at least 40.
    #[must_use]
    pub fn width(mut self, columns: usize) -> Self {
        self.width = columns.max(NARROWEST);
        self
    }

    /// With headings and relations in colour, by the control sequences of ANSI terminals. Nothing is said by colour alone.
    #[must_use]
    pub fn coloured(mut self, is_wanted: bool) -> Self {
        self.is_coloured = is_wanted;
        self
    }
}

/// Control sequences: a weight, and colours that differ in lightness too.
const BOLD: &str = "1";
const BLUE: &str = "1;34";
const YELLOW: &str = "1;33";
const MAGENTA: &str = "1;35";

fn colour(relation: Relation) -> &'static str {
    match relation {
        Relation::Holds | Relation::Agrees => BLUE,
        Relation::Contradicts => YELLOW,
        Relation::Shifts | Relation::Develops => MAGENTA,
        Relation::Differs | Relation::OnlyLeft | Relation::OnlyRight => BOLD,
    }
}

impl fmt::Display for Table<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sheet = Sheet {
            comparison: self.comparison,
            prose: Prose::new(self.comparison),
            lines: Lines::of(self.comparison),
            width: self.width,
            is_coloured: self.is_coloured,
        };
        sheet.head(f)?;
        sheet.summary(f)?;
        sheet.matrix(f)?;
        sheet.timelines(f)?;
        sheet.digest(f)?;
        sheet.echoes(f)?;
        let mut quoted = BTreeSet::new();
        for group in Group::all(self.comparison) {
            sheet.position(f, &group, &mut quoted)?;
        }
        Ok(())
    }
}

struct Sheet<'a> {
    comparison: &'a Comparison,
    prose: Prose<'a>,
    lines: Lines,
    width: usize,
    is_coloured: bool,
}

impl Sheet<'_> {
    /// What the letters stand for: "A  2022 · Council split over harbour · The Courier · 2022-09 · 12 claims".
    fn head(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, document) in self.prose.documents() {
            let claims = self.comparison.claims().iter();
            let claims = claims.filter(|claim| claim.document == at).count();
            let date = document.date().map(|date| date.to_string());
            let facts = [
                Some(document.id().to_owned()),
                document.title().map(str::to_owned),
                document.outlet().map(str::to_owned),
                date,
                Some(prose::count(claims, "claim")),
            ];
            let facts: Vec<String> = facts.into_iter().flatten().collect();
            let letter = self.prose.letter(at);
            let gap = " ".repeat(letter.chars().count());
            let lines = wrapped(&escape::terminal(&facts.join(" · ")), self.width - 5);
            for (nth, line) in lines.iter().enumerate() {
                let head = if nth == 0 { &letter } else { &gap };
                writeln!(f, "{}  {line}", self.painted(BOLD, head))?;
            }
        }
        writeln!(f)
    }

    fn summary(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let topics = summary::topics(self.comparison);
        if topics.is_empty() {
            writeln!(f, "{}", summary::NOTHING)?;
        }
        for topic in topics {
            self.title(f, topic.heading)?;
            for sentence in &topic.sentences {
                self.bullet(f, &self.sentence(sentence))?;
            }
            self.more(f, topic.more)?;
            writeln!(f)?;
        }
        Ok(())
    }

    /// A sentence with the labels of its claims.
    fn sentence(&self, sentence: &Sentence) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Words(words) => words.clone(),
            Piece::Claims(claims, more) => self
                .prose
                .labels(claims, *more, |_, label| label.to_owned()),
        };
        sentence.pieces.iter().map(piece).collect()
    }

    /// A point of a list, in as many lines as it takes.
    fn bullet(&self, f: &mut fmt::Formatter<'_>, words: &str) -> fmt::Result {
        let lines = wrapped(&escape::terminal(words), self.width - 4);
        for (at, line) in lines.iter().enumerate() {
            writeln!(f, "  {} {line}", if at == 0 { '-' } else { ' ' })?;
        }
        Ok(())
    }

    /// Words of ours, in as many lines as they take.
    fn paragraph(&self, f: &mut fmt::Formatter<'_>, words: &str) -> fmt::Result {
        for line in wrapped(&escape::terminal(words), self.width - 2) {
            writeln!(f, "  {line}")?;
        }
        Ok(())
    }

    fn more(&self, f: &mut fmt::Formatter<'_>, more: usize) -> fmt::Result {
        if more > 0 {
            self.bullet(f, &format!("{more} more, which the JSON report has"))?;
        }
        Ok(())
    }

    /// A heading, in as many lines as it takes.
    fn title(&self, f: &mut fmt::Formatter<'_>, words: &str) -> fmt::Result {
        for line in wrapped(words, self.width) {
            writeln!(f, "{}", self.painted(BOLD, &line))?;
        }
        Ok(())
    }

    /// Text between control sequences, where colour is wanted.
    fn painted(&self, style: &str, text: &str) -> String {
        if self.is_coloured {
            format!("\u{1b}[{style}m{text}\u{1b}[0m")
        } else {
            text.to_owned()
        }
    }

    /// A heading, the pairs across articles, those inside one, then what only one article has.
    fn position(
        &self,
        f: &mut fmt::Formatter<'_>,
        group: &Group<'_>,
        quoted: &mut BTreeSet<usize>,
    ) -> fmt::Result {
        if group.line_ups() + group.alone.len() == 0 {
            return Ok(());
        }
        self.heading(f, group.position)?;
        for alignment in &group.across {
            self.row(f, alignment, quoted)?;
        }
        for alignment in &group.inside {
            self.inside(f, alignment, quoted)?;
        }
        for alignment in &group.alone {
            self.row(f, alignment, quoted)?;
        }
        Ok(())
    }

    fn heading(&self, f: &mut fmt::Formatter<'_>, position: &PositionId) -> fmt::Result {
        let name = self.prose.position(position);
        let heading = match self.comparison.question(position) {
            Some(question) => format!("{name}: {question}"),
            None => name,
        };
        writeln!(f, "\n{}", "─".repeat(self.width))?;
        self.title(f, escape::terminal(&heading).trim())?;
        writeln!(f, "{}", "─".repeat(self.width))
    }

    /// Relation and score, then two claims of one article under each other.
    fn inside(
        &self,
        f: &mut fmt::Formatter<'_>,
        alignment: &Alignment,
        quoted: &mut BTreeSet<usize>,
    ) -> fmt::Result {
        let relation = self.painted(colour(alignment.relation), alignment.relation.as_str());
        let score = alignment.score.value();
        let document = by_position::document(self.comparison, alignment);
        let letter = document.map_or_else(String::new, |at| self.prose.letter(at));
        writeln!(f, "{relation} {score:.2}, inside {letter}")?;
        for claim in [alignment.left, alignment.right] {
            for line in self.cell(claim, self.width - 2, quoted) {
                writeln!(f, "  {line}")?;
            }
        }
        Ok(())
    }

    /// Relation and score, then the two claims next to each other.
    fn row(
        &self,
        f: &mut fmt::Formatter<'_>,
        alignment: &Alignment,
        quoted: &mut BTreeSet<usize>,
    ) -> fmt::Result {
        let relation = self.painted(colour(alignment.relation), alignment.relation.as_str());
        let copy = if alignment.is_copy { ", near copy" } else { "" };
        if alignment.relation.is_alone() {
            writeln!(f, "{relation}")?;
        } else {
            writeln!(f, "{relation} {:.2}{copy}", alignment.score.value())?;
        }
        let column = (self.width - 5) / 2;
        let left = self.cell(alignment.left, column, quoted);
        let right = self.cell(alignment.right, column, quoted);
        for at in 0..left.len().max(right.len()) {
            let side = |cell: &[String]| cell.get(at).cloned().unwrap_or_default();
            let (left, right) = (side(&left), side(&right));
            let gap = column.saturating_sub(left.chars().count());
            let line = format!("  {left}{} │ {right}", " ".repeat(gap));
            writeln!(f, "{}", line.trim_end())?;
        }
        Ok(())
    }

    /// A claim; its words the first time only.
    fn cell(
        &self,
        claim: Option<usize>,
        width: usize,
        quoted: &mut BTreeSet<usize>,
    ) -> Vec<String> {
        let Some((at, claim)) = claim.and_then(|at| Some((at, self.comparison.claim(at)?))) else {
            return vec!["–".to_owned()];
        };
        let target = self
            .prose
            .target(claim)
            .map(|target| format!(" · {target}"));
        let head = format!(
            "{} {} {} · {}{}",
            self.prose.label(at),
            self.prose.actor(&claim.actor),
            prose::stands(claim),
            prose::mode(claim.mode()),
            target.unwrap_or_default(),
        );
        let mut cell = wrapped(&escape::terminal(&head), width);
        if quoted.insert(at) {
            cell.extend(wrapped(&self.quotation(claim), width));
        }
        cell
    }

    fn quotation(&self, claim: &MergedClaim) -> String {
        let told = claim.told();
        let excerpt = Excerpt::of(self.comparison, claim, told, 0);
        let evidence = match excerpt.evidence {
            (whole, None) => whole.trim().to_owned(),
            (start, Some(end)) => format!("{start} … {end}"),
        };
        let line = self.lines.line(claim, told);
        let more = match claim.places.len() {
            0 | 1 => String::new(),
            places => format!(", {places} places"),
        };
        format!("“{}” line {line}{more}", escape::terminal(&evidence))
    }
}

/// `text` in lines of at most `width` characters, broken between words, or inside one that is longer.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let letters: Vec<char> = word.chars().collect();
        for (nth, piece) in letters.chunks(width.max(1)).enumerate() {
            let gap = usize::from(used > 0 && nth == 0);
            if used > 0 && (nth > 0 || used + gap + piece.len() > width) {
                lines.push(std::mem::take(&mut line));
                used = 0;
            } else if gap > 0 {
                line.push(' ');
                used += 1;
            }
            line.extend(piece);
            used += piece.len();
        }
    }
    if used > 0 {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_broken_between_words() {
        assert_eq!(wrapped("one two three", 7), ["one two", "three"]);
        assert_eq!(wrapped("", 7), Vec::<String>::new());
        assert_eq!(wrapped("a  b", 1), ["a", "b"]);
    }

    #[test]
    fn a_word_that_is_too_long_is_broken_inside() {
        assert_eq!(wrapped("abcdefgh ij", 5), ["abcde", "fgh", "ij"]);
        assert_eq!(wrapped("xy abcdefgh", 5), ["xy", "abcde", "fgh"]);
    }
}
