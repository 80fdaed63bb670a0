//! A comparison as Markdown, for reading: a summary in sentences, the positions one by one, what only one article has.

mod claim;
mod position;

use std::collections::BTreeMap;
use std::fmt;

use crate::compare::{Cap, Comparison, Part, Timeline};
use crate::pack::PositionId;

use super::escape;
use super::excerpt::Lines;
use super::prose::Prose;
use super::summary;

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
        };
        page.articles(f)?;
        page.summary(f)?;
        for position in page.positions() {
            page.position(f, position)?;
        }
        page.timelines(f)?;
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
}

impl<'a> Page<'a> {
    fn articles(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "# What the articles claim, compared\n")?;
        writeln!(
            f,
            "| | article | title | outlet | author | date | claims |\n|---|---|---|---|---|---|--:|"
        )?;
        for (at, document) in self.comparison.documents().iter().enumerate() {
            let claims = self
                .comparison
                .claims()
                .iter()
                .filter(|claim| claim.document == at);
            let cell = |text: Option<&str>| text.map_or_else(|| "–".to_owned(), escape::markdown);
            writeln!(
                f,
                "| **{}** | {} | {} | {} | {} | {} | {} |",
                Prose::letter(at),
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
                writeln!(f, "- {}", escape::markdown(&sentence))?;
            }
            writeln!(f)?;
        }
        Ok(())
    }

    /// Positions on which something was lined up, those with most line-ups first.
    fn positions(&self) -> Vec<&'a PositionId> {
        let mut counts: BTreeMap<&PositionId, usize> = BTreeMap::new();
        for alignment in self.comparison.alignments() {
            if !alignment.relation.is_alone() {
                *counts.entry(&alignment.position).or_default() += 1;
            }
        }
        let mut positions: Vec<(&PositionId, usize)> = counts.into_iter().collect();
        positions.sort_by_key(|&(id, count)| (std::cmp::Reverse(count), id));
        positions.into_iter().map(|(id, _)| id).collect()
    }

    /// Of more than two articles: what each actor held on each position, article by article, shifting ones first.
    fn timelines(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let told_again = |line: &&Timeline| line.points.len() > 1;
        let mut lines: Vec<&Timeline> = self
            .comparison
            .timelines()
            .iter()
            .filter(told_again)
            .collect();
        if self.comparison.documents().len() < 3 || lines.is_empty() {
            return Ok(());
        }
        lines.sort_by_key(|line| !line.is_shifting());
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
            let actor = escape::markdown(self.prose.actor(&line.actor));
            writeln!(
                f,
                "| **{actor}** | {} | {} |",
                escape::markdown_code(line.position.as_str()),
                points.join(" → ")
            )?;
        }
        writeln!(f)
    }

    /// What only one article has, article by article.
    fn alone(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut found: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
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
                found.entry(claim.document).or_default().push(at);
            }
        }
        for (document, claims) in found {
            let article = escape::markdown(self.prose.article(document));
            writeln!(f, "## Only in {}: {article}\n", Prose::letter(document))?;
            for at in claims {
                let Some(claim) = self.comparison.claim(at) else {
                    continue;
                };
                let actor = escape::markdown(self.prose.actor(&claim.actor));
                writeln!(
                    f,
                    "- **{actor}** on {}: {}",
                    escape::markdown_code(claim.position.as_str()),
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
                escape::markdown_code(cap.position.as_str()),
                escape::markdown(about),
                cap.waiting,
                cap.taken,
            )?;
        }
        if let Some(more) = caps.len().checked_sub(SHOWN).filter(|&more| more > 0) {
            writeln!(
                f,
                "\nThe same happened in {more} more places, which the JSON report names."
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
