//! Examples that fail, shown with what differs underlined.

use std::fmt;

use crate::claim::{Claim, Stance};
use crate::pack::{Example, RuleId};

/// An example that doesn't give what it says.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Failure {
    /// The rule whose example it is.
    pub rule: RuleId,
    /// The file of the pack.
    pub file: String,
    /// Line of the example, counted from 1.
    pub line: usize,
    /// Its text.
    pub text: String,
    /// What is wrong.
    pub kind: FailureKind,
}

/// What is wrong with an example.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum FailureKind {
    /// The claim that it names was not found.
    Missing {
        /// What the example names.
        wanted: String,
        /// What the rule found instead.
        found: Vec<Found>,
        /// What other rules found.
        others: Vec<Found>,
    },
    /// A counterexample was met.
    Unwanted {
        /// What the rule found.
        found: Vec<String>,
    },
}

/// A claim that was found instead of the one that an example names.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Found {
    /// The claim, as [`Claim`] shows itself.
    pub text: String,
    /// Which characters of `text` differ from what is wanted: first and after the last, in order.
    pub differs: Vec<(usize, usize)>,
}

impl Found {
    /// What differs in `claim` from what `example` names; what it doesn't name can't differ.
    pub(super) fn beside(claim: &Claim, example: &Example, position: &str, stance: Stance) -> Self {
        let targets = |ids: &[crate::ActorId]| {
            let ids: Vec<&str> = ids.iter().map(|id| id.as_str()).collect();
            format!("[{}]", ids.join(", "))
        };
        let mut wanted_target = example.target.clone();
        if let Some(target) = &mut wanted_target {
            target.sort();
        }
        // The values in the order in which a claim shows them.
        let values = [
            (
                claim.actor.to_string(),
                example.actor.as_ref().is_some_and(|id| *id != claim.actor),
            ),
            (claim.stance.to_string(), claim.stance != stance),
            (
                claim.position.to_string(),
                claim.position.as_str() != position,
            ),
            (
                targets(&claim.target),
                wanted_target.is_some_and(|target| target != claim.target),
            ),
            (
                claim.mode.to_string(),
                example.mode.is_some_and(|mode| mode != claim.mode),
            ),
            (
                claim.speaker.to_string(),
                example
                    .speaker
                    .as_ref()
                    .is_some_and(|id| *id != claim.speaker),
            ),
        ];
        let text = claim.to_string();
        let mut differs = Vec::new();
        let mut from = 0;
        for (value, is_other) in values {
            let Some(at) = text.get(from..).and_then(|rest| rest.find(&value)) else {
                continue;
            };
            let (start, end) = (from + at, from + at + value.len());
            if is_other {
                let column = |byte: usize| text.get(..byte).unwrap_or_default().chars().count();
                differs.push((column(start), column(end)));
            }
            from = end;
        }
        Self { text, differs }
    }
}

/// What an example names, in the order in which a claim shows itself.
pub(super) fn wanted(example: &Example, position: &str, stance: Stance) -> String {
    let actor = example
        .actor
        .as_ref()
        .map_or("any actor", |actor| actor.as_str());
    let mut text = format!("{actor}: {stance} {position}");
    if let Some(target) = &example.target {
        let ids: Vec<&str> = target.iter().map(|id| id.as_str()).collect();
        text.push_str(&format!(" [{}]", ids.join(", ")));
    }
    if let Some(mode) = example.mode {
        text.push_str(&format!(", {mode}"));
    }
    if let Some(speaker) = &example.speaker {
        text.push_str(&format!(", speaker {speaker}"));
    }
    text
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}:{}: {}", self.file, self.line, self.rule)?;
        writeln!(f, "  {}", self.text)?;
        match &self.kind {
            FailureKind::Missing {
                wanted,
                found,
                others,
            } => {
                writeln!(f, "  wanted: {wanted}")?;
                for found in found {
                    write!(f, "  found:  {found}")?;
                }
                for other in others {
                    write!(f, "  others: {other}")?;
                }
                if found.is_empty() && others.is_empty() {
                    writeln!(f, "  found:  nothing")?;
                }
                Ok(())
            }
            FailureKind::Unwanted { found } => {
                for found in found {
                    writeln!(f, "  must not be met, but: {found}")?;
                }
                Ok(())
            }
        }
    }
}

impl fmt::Display for Found {
    /// The claim, and under it a line of tildes below what differs, for the column at which a [`Failure`] shows it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.text)?;
        if self.differs.is_empty() {
            return Ok(());
        }
        let mut line = " ".repeat(10);
        let mut at = 0;
        for (start, end) in &self.differs {
            line.extend(std::iter::repeat_n(' ', start.saturating_sub(at)));
            line.extend(std::iter::repeat_n('~', end.saturating_sub(*start)));
            at = *end;
        }
        writeln!(f, "{line}")
    }
}
