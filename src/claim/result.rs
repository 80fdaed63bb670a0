//! A claim, and how it came about.

use std::fmt;

use serde::Serialize;

use crate::date::Date;
use crate::pack::{ActorId, PositionId, RuleId};
use crate::span::Span;

/// The side a claim takes. Three, for good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    /// For the position.
    Support,
    /// Against it.
    Oppose,
    /// Named without a side.
    Neutral,
}

impl Stance {
    /// The other side; neutral stays neutral.
    #[must_use]
    pub fn opposite(self) -> Self {
        match self {
            Self::Support => Self::Oppose,
            Self::Oppose => Self::Support,
            Self::Neutral => Self::Neutral,
        }
    }

    /// Its name in machine-readable output: `support`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Support => "support",
            Self::Oppose => "oppose",
            Self::Neutral => "neutral",
        }
    }
}

/// How a stance is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Mode {
    /// Done; a standing attitude too.
    Act,
    /// Said.
    Say,
    /// Requested of somebody.
    Ask,
    /// Aimed at: a goal, an interest, a reliance.
    Want,
    /// Foreseen: a plan, a prediction.
    Expect,
}

impl Mode {
    /// Its name in machine-readable output.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Act => "act",
            Self::Say => "say",
            Self::Ask => "ask",
            Self::Want => "want",
            Self::Expect => "expect",
        }
    }
}

/// The sentence a claim stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Index of the sentence in its article.
    pub index: usize,
    /// Its bytes.
    pub span: Span,
}

/// A claim that an actor holds a stance on a position. The fields are the codebook's.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Claim {
    /// Where it is.
    pub sentence: Place,
    /// The words that carry position and stance.
    pub evidence: Span,
    /// On whose word it is.
    pub speaker: ActorId,
    /// Whose stance it is.
    pub actor: ActorId,
    /// The words that named the actor, where there are any.
    pub mention: Option<Span>,
    /// Stance on what.
    pub position: PositionId,
    /// For or against.
    pub stance: Stance,
    /// Whom it is about, sorted by id; see each position in the codebook.
    pub target: Vec<ActorId>,
    /// How the stance is held.
    pub mode: Mode,
    /// Whether the cue stands under negation; the stance is flipped already.
    pub negated: bool,
    /// Whether it is put as possible only.
    pub hedged: bool,
    /// When the stance was held, if the sentence says so.
    pub date: Option<Date>,
    /// The cue that made it.
    pub rule: RuleId,
    /// How it came about.
    pub trace: Trace,
}

impl Claim {
    /// A claim labelled elsewhere: the fields that every claim has. The others start out as said by the actor, with no
    /// target, not negated, not hedged, undated, and made by no rule; each can be set.
    #[must_use]
    pub fn new(
        sentence: Place,
        evidence: Span,
        actor: ActorId,
        position: PositionId,
        stance: Stance,
    ) -> Self {
        Self {
            sentence,
            evidence,
            speaker: actor.clone(),
            actor,
            mention: None,
            position,
            stance,
            target: Vec::new(),
            mode: Mode::Say,
            negated: false,
            hedged: false,
            date: None,
            rule: RuleId::new("label"),
            trace: Trace::default(),
        }
    }
}

/// How a claim came about: the steps in the order they were taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trace {
    /// Cue first, then operators from the inside out, then attribution, and at last the cues that were beaten.
    pub steps: Vec<Step>,
}

/// One step of a trace.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Step {
    /// What was done.
    pub kind: StepKind,
    /// The rule that did it, where a rule of the pack did.
    pub rule: Option<RuleId>,
    /// The words it rests on.
    pub span: Span,
    /// The actor it gave, where it gave one.
    pub actor: Option<ActorId>,
}

/// What a step of a trace did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum StepKind {
    /// A cue of a position was met.
    Cue,
    /// The holder was read off a mention.
    Actor,
    /// A target was read off a mention.
    Target,
    /// An operator stands above it.
    Operator,
    /// A negation turned it round.
    Negation,
    /// A word makes it a mere possibility.
    Hedge,
    /// It stands in an attribution.
    Attribution,
    /// A date was read.
    Date,
    /// Another cue, the step's rule, met the same words and is less specific.
    Beaten,
}

#[cfg(feature = "json")]
impl StepKind {
    /// Its name in machine-readable output.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Cue => "cue",
            Self::Actor => "actor",
            Self::Target => "target",
            Self::Operator => "operator",
            Self::Negation => "negation",
            Self::Hedge => "hedge",
            Self::Attribution => "attribution",
            Self::Date => "date",
            Self::Beaten => "beaten",
        }
    }
}

impl fmt::Display for Stance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for Mode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for Claim {
    /// `hamas: support ceasefire_guarantor [russia], ask, speaker hamas, rule ask-guarantor`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} {} [", self.actor, self.stance, self.position)?;
        for (index, target) in self.target.iter().enumerate() {
            let comma = if index == 0 { "" } else { ", " };
            write!(f, "{comma}{target}")?;
        }
        write!(f, "], {}, speaker {}", self.mode, self.speaker)?;
        if self.negated {
            f.write_str(", negated")?;
        }
        if self.hedged {
            f.write_str(", hedged")?;
        }
        if let Some(date) = self.date {
            write!(f, ", {date}")?;
        }
        write!(f, ", rule {}", self.rule)
    }
}
