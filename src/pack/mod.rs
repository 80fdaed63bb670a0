//! Rule packs: actors, positions, cues, operators and attribution cues, as data.

mod id;
mod rules;

use std::sync::Arc;

pub use id::{ActorId, PositionId, RuleId};
pub(crate) use rules::{
    Actor, AttributionCue, Complement, Cue, Effect, Example, Kind, ListId, Name, Operator, Person,
    Phrase, Position, Role, Rules, Slot, Spoken, WordClass, WordList,
};

/// A checked set of rules. A cheap handle.
#[derive(Clone, Debug)]
pub struct Pack {
    rules: Arc<Rules>,
}

impl Pack {
    /// The rules as the stages use them.
    pub(crate) fn rules(&self) -> &Rules {
        &self.rules
    }
}
