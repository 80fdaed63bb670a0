//! A comparison as Markdown, for reading: a summary in sentences, who stands where, the positions one by one, what only one article has.

mod claim;
mod overview;
mod position;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::compare::{Cap, Comparison, Part};

use super::by_position::Group;
use super::escape;
use super::excerpt::Lines;
use super::prose::{self, Prose};
use super::summary::{self, Piece, Sentence};

/// A comparison as Markdown.
///
/// Every claim has a label (`A4`: the fourth claim of the first article) and is quoted once, in its sentence, with the line it stands
/// in; line-ups then refer to the labels.
#[derive(Clone, Copy, Debug)]
pub struct Markdown<'a> {
    comparison: &'a Comparison,
    context: usize,
    has_parts: bool,
}

impl<'a> Markdown<'a> {
    /// A report with 80 characters of a sentence on each side of the evidence, and without the parts of scores.
    #[must_use]
    pub fn new(comparison: &'a Comparison) -> Self {
        Self {
            comparison,
            context: 80,
            has_parts: false,
        }
    }

    /// With this many characters of the sentence on each side of the evidence.
    #[must_use]
    pub fn context(mut self, characters: usize) -> Self {
        self.context = characters;
        self
    }

    /// With what each score is made of.
    #[must_use]
    pub fn parts(mut self, shown: bool) -> Self {
        self.has_parts = shown;
        self
    }
}

impl fmt::Display for Markdown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let page = Page {
            comparison: self.comparison,
            prose: Prose::new(self.comparison),
            lines: Lines::of(self.comparison),
            context: self.context,
            has_parts: self.has_parts,
            quoted: RefCell::default(),
        };
        page.articles(f)?;
        page.summary(f)?;
        page.matrix(f)?;
        for group in Group::all(self.comparison) {
            if group.line_ups() > 0 {
                page.position(f, &group)?;
            }
        }
        page.timelines(f)?;
        page.digest(f)?;
        page.echoes(f)?;
        page.alone(f)?;
        page.notes(f)
    }
}

struct Page<'a> {
    comparison: &'a Comparison,
    prose: Prose<'a>,
    lines: Lines,
    context: usize,
    has_parts: bool,
    /// Claims that were quoted before: the first quotation is what a label leads to.
    quoted: RefCell<BTreeSet<usize>>,
}

impl Page<'_> {
    fn articles(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "# What the articles claim, compared\n")?;
        writeln!(
            f,
            "| | article | title | outlet | author | date | claims |\n|---|---|---|---|---|---|--:|"
        )?;
        for (at, document) in self.prose.documents() {
            let claims = self
                .comparison
                .claims()
                .iter()
                .filter(|claim| claim.document == at);
            let cell = |text: Option<&str>| text.map_or_else(|| "–".to_owned(), escape::markdown);
            writeln!(
                f,
                "| **{}** | {} | {} | {} | {} | {} | {} |",
                self.prose.letter(at),
                escape::markdown(document.id()),
                cell(document.title()),
                cell(document.outlet()),
                cell(document.author()),
                document
                    .date()
                    .map_or_else(|| "–".to_owned(), |date| date.to_string()),
                claims.count(),
            )?;
        }
        writeln!(f)
    }

    fn summary(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "## In short\n")?;
        let topics = summary::topics(self.comparison);
        if topics.is_empty() {
            writeln!(f, "{}\n", summary::NOTHING)?;
        }
        for topic in topics {
            writeln!(f, "**{}**\n", topic.heading)?;
            for sentence in topic.sentences {
                writeln!(f, "- {}", self.sentence(&sentence))?;
            }
            self.more(f, "- ", topic.more)?;
            writeln!(f)?;
        }
        Ok(())
    }

    /// A sentence with links to its claims.
    fn sentence(&self, sentence: &Sentence) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Words(words) => escape::markdown(words),
            Piece::Claims(claims, more) => self
                .prose
                .labels(claims, *more, |_, label| Self::link(label)),
        };
        sentence.pieces.iter().map(piece).collect()
    }

    /// From a claim's label to where it is quoted.
    pub(super) fn link(label: &str) -> String {
        format!("[{label}](#{})", label.to_lowercase())
    }

    /// What is left out.
    fn more(&self, f: &mut fmt::Formatter<'_>, bullet: &str, more: usize) -> fmt::Result {
        if more > 0 {
            writeln!(f, "{bullet}{more} more, which the JSON report has.")?;
        }
        Ok(())
    }

    /// What only one article has, article by article.
    fn alone(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut found: BTreeMap<usize, (usize, Vec<usize>)> = BTreeMap::new();
        for alignment in self
            .comparison
            .alignments()
            .iter()
            .filter(|a| a.relation.is_alone())
        {
            let Some(at) = alignment.left.or(alignment.right) else {
                continue;
            };
            if let Some(claim) = self.comparison.claim(at) {
                let turn = self.prose.turn(claim.document);
                let (_, claims) = found.entry(turn).or_insert((claim.document, Vec::new()));
                claims.push(at);
            }
        }
        for (document, claims) in found.into_values() {
            let article = escape::markdown(self.prose.article(document));
            writeln!(f, "## Only in {}: {article}\n", self.prose.letter(document))?;
            for at in claims {
                let Some(claim) = self.comparison.claim(at) else {
                    continue;
                };
                writeln!(
                    f,
                    "- **{}** on {}: {}",
                    escape::markdown(self.prose.actor(&claim.actor)),
                    escape::markdown(&self.prose.position(&claim.position)),
                    self.claim(at)
                )?;
            }
            writeln!(f)?;
        }
        Ok(())
    }

    fn notes(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "## How to read this\n")?;
        writeln!(
            f,
            "A claim is what an article reports an actor to hold; nothing here says who is right. *act, say, ask, want, expect*: how a \
             stance is held. The number after a line-up says how closely the two claims meet, from 0 to 1, by {}.",
            weights(),
        )?;
        self.caps(f)
    }

    /// Where a bound was met, the widest ones first.
    fn caps(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN: usize = 8;
        let mut caps: Vec<&Cap> = self.comparison.caps().iter().collect();
        caps.sort_by_key(|cap| std::cmp::Reverse(cap.waiting));
        for cap in caps.iter().take(SHOWN) {
            let about = cap
                .actor
                .as_ref()
                .map_or("no target", |actor| self.prose.actor(actor));
            writeln!(
                f,
                "\nOn {} ({}) up to {} claims stood in line for one counterpart; {} of them were taken.",
                escape::markdown(&self.prose.position(&cap.position)),
                escape::markdown(about),
                cap.waiting,
                cap.taken,
            )?;
        }
        if let Some(more) = caps.len().checked_sub(SHOWN).filter(|&more| more > 0) {
            writeln!(
                f,
                "\nThe same happened in {}, which the JSON report names.",
                prose::count(more, "more place")
            )?;
        }
        Ok(())
    }
}

/// "actor 0.25, target 0.25 …".
fn weights() -> String {
    let weight = |part: Part| format!("{} {}", part.as_str(), part.weight());
    Part::ALL.map(weight).join(", ")
}
