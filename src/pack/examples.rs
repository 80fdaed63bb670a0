//! The sentences by which a pack tests itself. Tagging needs none of them, so that they stand apart from the rules.

use crate::Stance;

use super::id::{ActorId, PositionId};
use super::source::Origin;

/// The examples of all rules. Each vector goes along with that of [`Rules`](super::Rules).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Examples {
    pub(crate) cues: Vec<Tests<Example>>,
    pub(crate) operators: Vec<Tests<Example>>,
    pub(crate) attributions: Vec<Tests<AttributionExample>>,
}

/// The sentences of one rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tests<E> {
    pub(crate) examples: Vec<E>,
    pub(crate) counterexamples: Vec<Counterexample>,
}

/// A sentence with the claim a cue must find in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Example {
    pub(crate) text: String,
    /// In examples of operators; in those of a cue the position is the cue's.
    pub(crate) position: Option<PositionId>,
    pub(crate) actor: Option<ActorId>,
    pub(crate) target: Option<Vec<ActorId>>,
    pub(crate) stance: Option<Stance>,
    pub(crate) speaker: Option<ActorId>,
    pub(crate) mode: Option<crate::Mode>,
    /// Where its text stands in the pack.
    pub(crate) origin: Origin,
}

/// A sentence in which the rule must find nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Counterexample {
    pub(crate) text: String,
    /// Where it stands in the pack.
    pub(crate) origin: Origin,
}

/// A sentence with the attribution a cue must find in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct AttributionExample {
    pub(crate) text: String,
    pub(crate) source: Option<String>,
    pub(crate) cue: Option<String>,
    /// In pieces where words stand between; empty: not said.
    pub(crate) content: Vec<String>,
    /// Where its text stands in the pack.
    pub(crate) origin: Origin,
}
