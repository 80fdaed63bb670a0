//! The kinds of tables in a pack, and the keys that each has.

use std::fmt;

/// A kind of table in a pack, for messages: "an actor", "a slot".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Section {
    /// The whole file.
    File,
    /// `[pack]`
    Pack,
    /// `[[actor]]`
    Actor,
    /// A name of an actor, as a table.
    Name,
    /// A person who speaks for an actor, as a table.
    Person,
    /// `[[position]]`
    Position,
    /// `[[list]]`
    List,
    /// `[[cue]]`
    Cue,
    /// What stands beside a cue, as a table.
    Slot,
    /// `[[operator]]`
    Operator,
    /// What an operator does.
    Effect,
    /// An example of a cue.
    Example,
    /// An example of an operator.
    OperatorExample,
    /// `[[attribution]]`
    Attribution,
    /// An example of an attribution cue.
    AttributionExample,
}

impl Section {
    /// The prepositions that are keys of a cue; `of` is one more.
    pub const PREPOSITIONS: &'static [&'static str] = &[
        "about", "against", "among", "as", "at", "between", "by", "for", "from", "in", "into",
        "on", "onto", "over", "through", "to", "toward", "towards", "under", "upon", "with",
        "without",
    ];

    /// Every section.
    pub const ALL: [Self; 15] = [
        Self::File,
        Self::Pack,
        Self::Actor,
        Self::Name,
        Self::Person,
        Self::Position,
        Self::List,
        Self::Cue,
        Self::Slot,
        Self::Operator,
        Self::Effect,
        Self::Example,
        Self::OperatorExample,
        Self::Attribution,
        Self::AttributionExample,
    ];

    /// The keys it has, in the order of the documentation. The one list of them: the reader refuses any other.
    #[must_use]
    pub fn keys(self) -> &'static [&'static str] {
        match self {
            Self::File => FILE,
            Self::Pack => PACK,
            Self::Actor => ACTOR,
            Self::Name => NAME,
            Self::Person => PERSON,
            Self::Position => POSITION,
            Self::List => LIST,
            Self::Cue => CUE,
            Self::Slot => SLOT,
            Self::Operator => OPERATOR,
            Self::Effect => EFFECT,
            Self::Example => EXAMPLE,
            Self::OperatorExample => OPERATOR_EXAMPLE,
            Self::Attribution => ATTRIBUTION,
            Self::AttributionExample => ATTRIBUTION_EXAMPLE,
        }
    }

    /// A key of it with a value, for messages that say what to add.
    pub(super) fn example(self, key: &str) -> &'static str {
        match (self, key) {
            (Self::Actor, "id") => "id = \"hamas\"",
            (Self::Actor | Self::Person, "name") => "name = \"…\"",
            (Self::Actor, "kind") => "kind = \"state\", or what it is",
            (Self::Position, "id") => "id = \"un_blocking\"",
            (Self::Position, "question") => "question = \"…?\": what support says yes to",
            (Self::List, "id") => "id = \"un_measure\"",
            (Self::List, "words") => "words = [\"…\", \"…\"]",
            (Self::Cue, "id") => "id = \"block-measure\"",
            (Self::Operator | Self::Attribution, "id") => "id = \"promise\"",
            (Self::Cue, "position") => "position = \"…\", the id of a `[[position]]`",
            (Self::Cue, "stance") => "stance = \"support\", \"oppose\" or \"neutral\"",
            (Self::Operator | Self::Attribution, "takes") => {
                "takes = [\"that\", \"infinitive\"], the constructions it stands in"
            }
            (Self::Attribution, "sense") => "sense = \"said\", or what it says of the content",
            (Self::Cue, "verb") => "verb = [\"…\"], noun, agent, adjective or phrase",
            (_, "verb") => "verb = [\"…\"], noun, adjective or phrase",
            (_, "text") => "text = \"…\"",
            _ => "it",
        }
    }
}

impl fmt::Display for Section {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::File => "a pack",
            Self::Pack => "`[pack]`",
            Self::Actor => "an actor",
            Self::Name => "a name",
            Self::Person => "a person",
            Self::Position => "a position",
            Self::List => "a list",
            Self::Cue => "a cue",
            Self::Slot => "a slot",
            Self::Operator => "an operator",
            Self::Effect => "an effect",
            Self::Example | Self::OperatorExample => "an example",
            Self::Attribution => "an attribution cue",
            Self::AttributionExample => "an example of an attribution cue",
        })
    }
}

const FILE: &[&str] = &[
    "pack",
    "actor",
    "position",
    "list",
    "cue",
    "operator",
    "attribution",
];
const PACK: &[&str] = &["name", "description", "source", "licence"];
const ACTOR: &[&str] = &[
    "id",
    "name",
    "kind",
    "names",
    "demonyms",
    "seats",
    "people",
    "descriptions",
];
const NAME: &[&str] = &["text", "only-with", "not-with"];
const PERSON: &[&str] = &["name", "from", "to", "office"];
const POSITION: &[&str] = &[
    "id",
    "name",
    "question",
    "related",
    "before",
    "asked-is-target",
    "accusing-is-opposing",
    "target-carries",
    "opposing-is-against-doers",
    "needs-actor",
    "theatre",
];
const LIST: &[&str] = &["id", "words"];
const CUE: &[&str] = &[
    "id",
    "position",
    "stance",
    "verb",
    "noun",
    "agent",
    "adjective",
    "phrase",
    "subject",
    "object",
    "predicate",
    "of",
    "about",
    "against",
    "among",
    "as",
    "at",
    "between",
    "by",
    "for",
    "from",
    "in",
    "into",
    "on",
    "onto",
    "over",
    "through",
    "to",
    "toward",
    "towards",
    "under",
    "upon",
    "with",
    "without",
    "needs-operator",
    "needs-negation",
    "one-sided",
    "reciprocal",
    "near",
    "topic",
    "not-near",
    "mode",
    "target-is-actor",
    "default-target",
    "examples",
    "counterexamples",
];
const SLOT: &[&str] = &[
    "role", "owner", "like", "unlike", "actors", "kinds", "several", "optional",
];
const OPERATOR: &[&str] = &[
    "id",
    "verb",
    "noun",
    "adjective",
    "phrase",
    "takes",
    "effect",
    "examples",
    "counterexamples",
];
const EFFECT: &[&str] = &[
    "takes-over",
    "old-actor-to-target",
    "flips",
    "negates",
    "hedges",
    "mode",
    "speaks",
    "cancels",
    "repeats",
    "reacts",
    "accuses",
    "shows",
    "tries",
    "verdict",
];
const EXAMPLE: &[&str] = &["text", "actor", "target", "stance", "speaker", "mode"];
const OPERATOR_EXAMPLE: &[&str] = &[
    "text", "position", "actor", "target", "stance", "speaker", "mode",
];
const ATTRIBUTION: &[&str] = &[
    "id",
    "verb",
    "noun",
    "adjective",
    "phrase",
    "takes",
    "sense",
    "subject",
    "object",
    "examples",
    "counterexamples",
];
const ATTRIBUTION_EXAMPLE: &[&str] = &["text", "source", "cue", "content"];
