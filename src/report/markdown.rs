//! A comparison as Markdown, for reading: a summary in sentences, the positions one by one, what only one article has.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write};

use crate::compare::{Alignment, Comparison, MergedClaim, Part, Telling};
use crate::pack::{ActorId, PositionId};

use super::escape;
use super::excerpt::{Excerpt, Lines};
use super::prose::{self, Prose};
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
            writeln!(f, "No claims were found that could be compared.\n")?;
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

    fn position(&self, f: &mut fmt::Formatter<'_>, position: &'a PositionId) -> fmt::Result {
        let alignments: Vec<&Alignment> = self
            .comparison
            .alignments()
            .iter()
            .filter(|a| a.position == *position && !a.relation.is_alone())
            .collect();
        match self.comparison.question(position) {
            Some(question) => writeln!(
                f,
                "## {}\n\nPosition `{position}`\n",
                escape::markdown(question)
            )?,
            None => writeln!(f, "## Position `{position}`\n")?,
        }
        self.claims(f, &alignments)?;
        self.line_ups(f, &alignments)
    }

    /// The claims that the line-ups speak of, one row for each actor, the articles next to each other.
    fn claims(&self, f: &mut fmt::Formatter<'_>, alignments: &[&Alignment]) -> fmt::Result {
        let indices: BTreeSet<usize> = alignments
            .iter()
            .flat_map(|a| [a.left, a.right])
            .flatten()
            .collect();
        let mut rows: BTreeMap<(bool, &ActorId), BTreeMap<usize, Vec<usize>>> = BTreeMap::new();
        let mut columns: BTreeSet<usize> = BTreeSet::new();
        for &at in &indices {
            if let Some(claim) = self.comparison.claim(at) {
                let row = rows
                    .entry((claim.actor.is_other(), &claim.actor))
                    .or_default();
                row.entry(claim.document).or_default().push(at);
                columns.insert(claim.document);
            }
        }
        if columns.len() > 2 {
            return self.claims_of_many(f, &indices);
        }
        write!(f, "| |")?;
        for &column in &columns {
            write!(
                f,
                " {}: {} |",
                Prose::letter(column),
                escape::markdown(self.prose.article(column))
            )?;
        }
        writeln!(f, "\n|---|{}", "---|".repeat(columns.len()))?;
        for ((_, actor), cells) in &rows {
            write!(f, "| **{}** |", escape::markdown(self.prose.actor(actor)))?;
            for column in &columns {
                let claims = cells.get(column).map_or(&[][..], Vec::as_slice);
                let told: Vec<String> = claims.iter().map(|&at| self.claim(at)).collect();
                write!(
                    f,
                    " {} |",
                    if told.is_empty() {
                        "–".to_owned()
                    } else {
                        told.join("<br><br>")
                    }
                )?;
            }
            writeln!(f)?;
        }
        writeln!(f)
    }

    /// More than two articles: one row for each claim.
    fn claims_of_many(&self, f: &mut fmt::Formatter<'_>, indices: &BTreeSet<usize>) -> fmt::Result {
        writeln!(f, "| actor | article | claim |\n|---|---|---|")?;
        let mut rows: Vec<(&MergedClaim, usize)> = Vec::new();
        for &at in indices {
            rows.extend(self.comparison.claim(at).map(|claim| (claim, at)));
        }
        rows.sort_by_key(|(claim, at)| (claim.actor.is_other(), &claim.actor, *at));
        for (claim, at) in rows {
            let actor = escape::markdown(self.prose.actor(&claim.actor));
            let article = escape::markdown(self.prose.article(claim.document));
            writeln!(f, "| **{actor}** | {article} | {} |", self.claim(at))?;
        }
        writeln!(f)
    }

    /// How the claims of a position meet.
    fn line_ups(&self, f: &mut fmt::Formatter<'_>, alignments: &[&Alignment]) -> fmt::Result {
        for alignment in alignments {
            let (Some(left), Some(right)) = (alignment.left, alignment.right) else {
                continue;
            };
            let (Some(l), Some(r)) = (self.comparison.claim(left), self.comparison.claim(right))
            else {
                continue;
            };
            let inside = if l.document == r.document {
                " inside one article"
            } else {
                ""
            };
            writeln!(
                f,
                "- **{}**{inside}: {} {} – {} {} · {:.2}{}",
                alignment.relation.to_string().replace('_', " "),
                escape::markdown(self.prose.actor(&l.actor)),
                self.prose.label(left),
                escape::markdown(self.prose.actor(&r.actor)),
                self.prose.label(right),
                alignment.score.value(),
                self.parts(alignment),
            )?;
        }
        writeln!(f)
    }

    fn parts(&self, alignment: &Alignment) -> String {
        if !self.has_parts {
            return String::new();
        }
        let part = |p: &crate::compare::PartScore| format!("{} {:.2}", p.part.as_str(), p.value);
        let parts: Vec<String> = alignment.score.parts().iter().map(part).collect();
        format!(" ({})", parts.join(", "))
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
                    "- **{actor}** on `{}`: {}",
                    claim.position,
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
        for cap in self.comparison.caps() {
            let about = cap
                .actor
                .as_ref()
                .map_or("no target", |actor| self.prose.actor(actor));
            writeln!(
                f,
                "\nOn `{}` ({}) up to {} claims stood in line for one counterpart; the {} told in most places were looked at.",
                cap.position,
                escape::markdown(about),
                cap.waiting,
                crate::compare::Cap::LIMIT,
            )?;
        }
        Ok(())
    }

    /// A claim in one line: label, stance, mode, target, quotation, place.
    fn claim(&self, at: usize) -> String {
        let Some(claim) = self.comparison.claim(at) else {
            return String::new();
        };
        let told = claim.told();
        let mut line = format!("{} {}", self.prose.label(at), prose::stands(claim.stance));
        // Writing to a string can't fail.
        let _ = write!(line, " · {}", prose::mode(claim.mode()));
        if let Some(target) = self.prose.target(claim) {
            let _ = write!(line, " · {}", escape::markdown(&target));
        }
        let _ = write!(
            line,
            " — {} — line {}, ",
            self.quotation(claim, told),
            self.lines.line(claim, told)
        );
        line.push_str(&escape::markdown(&self.prose.manner(claim, told)));
        let mut others: Vec<usize> = claim
            .places
            .iter()
            .map(|t| self.lines.line(claim, t))
            .collect();
        others.dedup();
        if claim.places.len() > 1 {
            let lines: Vec<String> = others.iter().map(usize::to_string).collect();
            let _ = write!(
                line,
                "; {} in all (lines {})",
                prose::count(claim.places.len(), "place"),
                lines.join(", ")
            );
        }
        line
    }

    /// The sentence with its evidence in bold.
    fn quotation(&self, claim: &MergedClaim, told: &Telling) -> String {
        let excerpt = Excerpt::of(self.comparison, claim, told, self.context);
        let dots = |is_cut| if is_cut { "…" } else { "" };
        let evidence = match excerpt.evidence {
            (whole, None) => escape::markdown(whole.trim()),
            (start, Some(end)) => {
                format!("{} … {}", escape::markdown(start), escape::markdown(end))
            }
        };
        format!(
            "“{}{}**{evidence}**{}{}”",
            dots(excerpt.is_cut_before),
            escape::markdown(excerpt.before),
            escape::markdown(excerpt.after),
            dots(excerpt.is_cut_after),
        )
    }
}

/// "actor 0.25, target 0.25 …".
fn weights() -> String {
    let weight = |part: Part| format!("{} {}", part.as_str(), part.weight());
    Part::ALL.map(weight).join(", ")
}
