//! One position: its claims, the articles next to each other, and how they meet.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::compare::{Alignment, MergedClaim, PartScore};
use crate::pack::{ActorId, PositionId};

use super::super::by_position::Group;
use super::super::escape;
use super::super::prose;
use super::Page;

impl Page<'_> {
    pub(super) fn position(&self, f: &mut fmt::Formatter<'_>, group: &Group<'_>) -> fmt::Result {
        let position = group.position;
        let code = escape::markdown_code(position.as_str());
        match self.comparison.question(position) {
            Some(question) => {
                writeln!(f, "## {}\n\nPosition {code}\n", escape::markdown(question))?
            }
            None => writeln!(f, "## Position {code}\n")?,
        }
        self.claims(f, group)?;
        self.line_ups(f, group)
    }

    /// The claims that the line-ups speak of, one row for each actor, the articles next to each other.
    fn claims(&self, f: &mut fmt::Formatter<'_>, group: &Group<'_>) -> fmt::Result {
        let pairs = group.across.iter().chain(&group.inside);
        let indices: BTreeSet<usize> = pairs.flat_map(|a| [a.left, a.right]).flatten().collect();
        let mut rows: BTreeMap<(bool, &ActorId), BTreeMap<usize, Vec<usize>>> = BTreeMap::new();
        let mut columns: BTreeMap<usize, usize> = BTreeMap::new();
        for &at in &indices {
            if let Some(claim) = self.comparison.claim(at) {
                let row = rows
                    .entry((claim.actor.is_other(), &claim.actor))
                    .or_default();
                row.entry(claim.document).or_default().push(at);
                columns.insert(self.prose.turn(claim.document), claim.document);
            }
        }
        if columns.len() > 2 {
            return self.claims_of_many(f, &indices);
        }
        write!(f, "| |")?;
        for &column in columns.values() {
            write!(
                f,
                " {}: {} |",
                self.prose.letter(column),
                escape::markdown(self.prose.article(column))
            )?;
        }
        writeln!(f, "\n|---|{}", "---|".repeat(columns.len()))?;
        for ((_, actor), cells) in &rows {
            write!(f, "| **{}** |", escape::markdown(self.prose.actor(actor)))?;
            for column in columns.values() {
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
    fn line_ups(&self, f: &mut fmt::Formatter<'_>, group: &Group<'_>) -> fmt::Result {
        self.meetings(f, &group.across)?;
        if !group.inside.is_empty() {
            writeln!(f, "\nInside one article:\n")?;
            self.meetings(f, &group.inside)?;
        }
        writeln!(f)
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
            format!(
                " {}",
                escape::markdown(&self.prose.position(&claim.position))
            )
        };
        format!(
            "{actor} {}{about} ({})",
            prose::stands(claim),
            Self::link(&self.prose.label(at))
        )
    }

    fn parts(&self, alignment: &Alignment) -> String {
        if !self.has_parts {
            return String::new();
        }
        let part = |p: &PartScore| format!("{} {:.2}", p.part.as_str(), p.value);
        let parts: Vec<String> = alignment.score.parts().iter().map(part).collect();
        format!(" ({})", parts.join(", "))
    }
}
