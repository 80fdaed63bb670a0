//! Examples that fail, shown with what differs underlined.

use std::fmt;

use crate::claim::{Claim, Mode, Stance};
use crate::pack::{ActorId, Example, PositionId, RuleId};

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
        wanted: Wanted,
        /// What the rule found instead.
        found: Vec<Found>,
        /// What other rules found.
        others: Vec<Found>,
    },
    /// A counterexample was met.
    Unwanted {
        /// What the rule found.
        found: Vec<Claim>,
    },
}

/// The claim that an example names; `None` is anything. `Display` shows it as a [`Claim`] shows itself.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Wanted {
    /// Whose stance.
    pub actor: Option<ActorId>,
    /// Which stance: the example's own, or that of its cue.
    pub stance: Stance,
    /// On what.
    pub position: PositionId,
    /// About whom, sorted by id.
    pub target: Option<Vec<ActorId>>,
    /// How it is held.
    pub mode: Option<Mode>,
    /// On whose word.
    pub speaker: Option<ActorId>,
}

/// A claim that was found instead of the one that an example names. `Display` shows it with what differs underlined.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Found {
    /// The claim.
    pub claim: Claim,
    /// In which fields it differs from what is wanted, in the order in which a claim shows them.
    pub differs: Vec<Field>,
}

/// A field of a claim that an example can name, in the order in which a claim shows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Field {
    /// Whose stance.
    Actor,
    /// Which stance.
    Stance,
    /// On what.
    Position,
    /// About whom.
    Target,
    /// How it is held.
    Mode,
    /// On whose word.
    Speaker,
}

impl Wanted {
    /// What `example` names, of a rule with this position and stance.
    pub(super) fn of(example: &Example, position: &str, stance: Stance) -> Self {
        let mut target = example.target.clone();
        if let Some(target) = &mut target {
            target.sort();
        }
        Self {
            actor: example.actor.clone(),
            stance: example.stance.unwrap_or(stance),
            position: PositionId::new(position),
            target,
            mode: example.mode,
            speaker: example.speaker.clone(),
        }
    }

    /// In which fields a claim differs; what isn't named can't differ.
    pub(super) fn differing(&self, claim: &Claim) -> Vec<Field> {
        let is_other = |field: &Field| match field {
            Field::Actor => self.actor.as_ref().is_some_and(|id| *id != claim.actor),
            Field::Stance => self.stance != claim.stance,
            Field::Position => self.position != claim.position,
            Field::Target => self.target.as_ref().is_some_and(|ids| *ids != claim.target),
            Field::Mode => self.mode.is_some_and(|mode| mode != claim.mode),
            Field::Speaker => self.speaker.as_ref().is_some_and(|id| *id != claim.speaker),
        };
        Field::ALL.into_iter().filter(is_other).collect()
    }
}

impl Field {
    const ALL: [Self; 6] = [
        Self::Actor,
        Self::Stance,
        Self::Position,
        Self::Target,
        Self::Mode,
        Self::Speaker,
    ];

    /// Its value, as a claim shows it.
    fn value(self, claim: &Claim) -> String {
        match self {
            Self::Actor => claim.actor.to_string(),
            Self::Stance => claim.stance.to_string(),
            Self::Position => claim.position.to_string(),
            Self::Target => targets(&claim.target),
            Self::Mode => claim.mode.to_string(),
            Self::Speaker => claim.speaker.to_string(),
        }
    }
}

/// "[norland, sudland]".
fn targets(ids: &[ActorId]) -> String {
    let ids: Vec<&str> = ids.iter().map(ActorId::as_str).collect();
    format!("[{}]", ids.join(", "))
}

impl fmt::Display for Wanted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let actor = self.actor.as_ref().map_or("any actor", ActorId::as_str);
        write!(f, "{actor}: {} {}", self.stance, self.position)?;
        if let Some(target) = &self.target {
            write!(f, " {}", targets(target))?;
        }
        if let Some(mode) = self.mode {
            write!(f, ", {mode}")?;
        }
        if let Some(speaker) = &self.speaker {
            write!(f, ", speaker {speaker}")?;
        }
        Ok(())
    }
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
        let shown = self.claim.to_string();
        writeln!(f, "{shown}")?;
        if self.differs.is_empty() {
            return Ok(());
        }
        let mut line = " ".repeat(10);
        let mut rest = shown.as_str();
        // Values stand in the order of the fields, so each is looked for behind the one before.
        for field in Field::ALL {
            let value = field.value(&self.claim);
            let Some((before, after)) = rest.split_once(value.as_str()) else {
                continue;
            };
            let tilde = if self.differs.contains(&field) {
                '~'
            } else {
                ' '
            };
            line.extend(before.chars().map(|_| ' '));
            line.extend(value.chars().map(|_| tilde));
            rest = after;
        }
        writeln!(f, "{}", line.trim_end())
    }
}
