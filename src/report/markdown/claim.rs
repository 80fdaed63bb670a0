//! One claim in one line, quoted in its sentence.

use std::fmt::Write;

use crate::compare::{MergedClaim, Telling};

use super::super::escape;
use super::super::excerpt::Excerpt;
use super::super::prose;
use super::Page;

impl Page<'_> {
    /// A claim in one line: label, stance, mode, target, quotation, place.
    pub(super) fn claim(&self, at: usize) -> String {
        let Some(claim) = self.comparison.claim(at) else {
            return String::new();
        };
        let told = claim.told();
        let label = self.prose.label(at);
        let mut line = String::new();
        // Writing to a string can't fail.
        if self.quoted.borrow_mut().insert(at) {
            let _ = write!(line, "<a id=\"{}\"></a>", label.to_lowercase());
        }
        let _ = write!(line, "{label} {}", prose::stands(claim));
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
