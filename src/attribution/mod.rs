//! Who says what: source, cue and content.

use serde::Serialize;

use crate::pack::ActorId;
use crate::span::Span;

/// A source, a cue and a content: somebody says, thinks, wants or feels something.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Attribution {
    /// Who: the whole noun phrase, in pieces where words stand between; empty where nobody is named.
    pub source: Vec<Span>,
    /// The words of saying; empty where only quotation marks tell.
    pub cue: Vec<Span>,
    /// What: in pieces where the cue stands inside it.
    pub content: Vec<Span>,
    /// In quotation marks or not.
    pub kind: AttributionKind,
    /// What the cue says of the content.
    pub sense: Sense,
    /// Whether the cue is negated: "did not say".
    pub negated: bool,
    /// The actor that the source speaks for, where it is one of the pack's.
    pub actor: Option<ActorId>,
}

/// Whether an attribution's content is in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum AttributionKind {
    /// All of it.
    Direct,
    /// None of it.
    Indirect,
    /// Some of it.
    Mixed,
}

/// What an attribution cue says of its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Sense {
    /// Put as so: say, tell, write.
    Said,
    /// Held to be so, or valued: think, call, praise, criticise, support, oppose.
    Judged,
    /// Requested, or put as a question.
    Asked,
    /// Wished, planned, hoped for or feared.
    Wanted,
    /// Put as not so.
    Denied,
    /// Undertaken: promise, threaten, agree.
    Promised,
    /// Put as uncertain.
    Doubted,
}
