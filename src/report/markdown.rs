//! A comparison as Markdown, for reading: a summary in sentences, the positions one by one, what only one article has.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write};

use crate::compare::{Alignment, Change, Comparison, MergedClaim, Part, Point, Telling, Timeline};
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

    fn position(&self, f: &mut fmt::Formatter<'_>, position: &'a PositionId) -> fmt::Result {
        let alignments: Vec<&Alignment> = self
            .comparison
            .alignments()
            .iter()
            .filter(|a| a.position == *position && !a.relation.is_alone())
            .collect();
        let code = escape::markdown_code(position.as_str());
        match self.comparison.question(position) {
            Some(question) => {
                writeln!(f, "## {}\n\nPosition {code}\n", escape::markdown(question))?
            }
            None => writeln!(f, "## Position {code}\n")?,
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

    /// How the claims of a position meet: across the articles, then inside one.
    fn line_ups(&self, f: &mut fmt::Formatter<'_>, alignments: &[&Alignment]) -> fmt::Result {
        let (across, inside): (Vec<&Alignment>, Vec<&Alignment>) =
            alignments.iter().partition(|a| !self.is_inside(a));
        self.meetings(f, &across)?;
        if !inside.is_empty() {
            writeln!(f, "\nInside one article:\n")?;
            self.meetings(f, &inside)?;
        }
        writeln!(f)
    }

    fn is_inside(&self, alignment: &Alignment) -> bool {
        let document = |at: Option<usize>| {
            at.and_then(|at| self.comparison.claim(at))
                .map(|c| c.document)
        };
        document(alignment.left) == document(alignment.right)
    }

    /// One line for each left claim and relation: "**contradicts** Russia supports (A5): Israel opposes (B26) 0.37".
    fn meetings(&self, f: &mut fmt::Formatter<'_>, alignments: &[&Alignment]) -> fmt::Result {
        let same = |a: &&Alignment, b: &&Alignment| a.relation == b.relation && a.left == b.left;
        for group in alignments.chunk_by(same) {
            let Some((first, left)) = group.first().and_then(|a| Some((a, a.left?))) else {
                continue;
            };
            let met = |a: &&Alignment| {
                let told = self.stand(a.right?, &a.position);
                Some(format!("{told} {:.2}{}", a.score.value(), self.parts(a)))
            };
            let others: Vec<String> = group.iter().filter_map(met).collect();
            let left = self.stand(left, &first.position);
            writeln!(f, "- **{}** {left}: {}", first.relation, others.join("; "))?;
        }
        Ok(())
    }

    /// "Russia supports (A5)"; with the position where it is not the one given.
    fn stand(&self, at: usize, position: &PositionId) -> String {
        let Some(claim) = self.comparison.claim(at) else {
            return String::new();
        };
        let actor = escape::markdown(self.prose.actor(&claim.actor));
        let about = if claim.position == *position {
            String::new()
        } else {
            format!(" {}", escape::markdown_code(claim.position.as_str()))
        };
        format!(
            "{actor} {}{about} ({})",
            prose::stands(claim),
            self.prose.label(at)
        )
    }

    fn parts(&self, alignment: &Alignment) -> String {
        if !self.has_parts {
            return String::new();
        }
        let part = |p: &crate::compare::PartScore| format!("{} {:.2}", p.part.as_str(), p.value);
        let parts: Vec<String> = alignment.score.parts().iter().map(part).collect();
        format!(" ({})", parts.join(", "))
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
            let points: Vec<String> = line.points.iter().map(|point| self.point(point)).collect();
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

    /// "2021 (2021-03): support, *shifted*".
    fn point(&self, point: &Point) -> String {
        let stances: Vec<&str> = point
            .stances
            .iter()
            .map(|&stance| prose::name(stance))
            .collect();
        let date = point
            .date
            .map(|date| format!(" ({date})"))
            .unwrap_or_default();
        let change = match point.change {
            Change::Shifted => ", *shifted*",
            Change::Elsewhere => ", *towards others*",
            _ => "",
        };
        let article = escape::markdown(self.prose.article(point.document));
        format!("{article}{date}: {}{change}", stances.join(" and "))
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
        for cap in self.comparison.caps() {
            let about = cap
                .actor
                .as_ref()
                .map_or("no target", |actor| self.prose.actor(actor));
            writeln!(
                f,
                "\nOn {} ({}) up to {} claims stood in line for one counterpart; the {} told in most places were looked at.",
                escape::markdown_code(cap.position.as_str()),
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
        let mut line = format!("{} {}", self.prose.label(at), prose::stands(claim));
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
        if claim.places.len() > 1 {
            let mut lines: Vec<usize> = claim
                .places
                .iter()
                .map(|t| self.lines.line(claim, t))
                .collect();
            lines.dedup();
            let noun = if lines.len() == 1 { "line" } else { "lines" };
            let lines: Vec<String> = lines.iter().map(usize::to_string).collect();
            let _ = write!(
                line,
                "; {} times in all, {noun} {}",
                claim.places.len(),
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
