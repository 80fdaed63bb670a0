//! A pack as it is written: entries with their places, ids not looked up yet.
//!
//! An entry with a mistake in it is kept as far as it goes, so that whatever refers to it isn't called wrong as well.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use crate::attribution::Sense;
use crate::date::Date;
use crate::span::Span;
use crate::{Mode, Stance};

use super::rules::{Complement, Effect, Kind, Phrase, Role, Spoken, WordClass};

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
            Self::File => &[
                "pack",
                "actor",
                "position",
                "list",
                "cue",
                "operator",
                "attribution",
            ],
            Self::Pack => &["name", "description", "source", "licence"],
            Self::Actor => &[
                "id",
                "name",
                "kind",
                "names",
                "demonyms",
                "seats",
                "people",
                "descriptions",
            ],
            Self::Name => &["text", "only-with", "not-with"],
            Self::Person => &["name", "from", "to", "office"],
            Self::Position => &[
                "id",
                "name",
                "question",
                "related",
                "before",
                "asked-is-target",
                "accusing-is-opposing",
                "target-carries",
                "opposing-is-against-doers",
                "theatre",
            ],
            Self::List => &["id", "words"],
            Self::Cue => &[
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
                "examples",
                "counterexamples",
            ],
            Self::Slot => &[
                "role", "owner", "like", "unlike", "actors", "kinds", "optional",
            ],
            Self::Operator => &[
                "id",
                "verb",
                "noun",
                "adjective",
                "phrase",
                "takes",
                "effect",
                "examples",
                "counterexamples",
            ],
            Self::Effect => &[
                "takes-over",
                "old-actor-to-target",
                "flips",
                "negates",
                "hedges",
                "mode",
                "speaks",
                "cancels",
                "repeats",
                "accuses",
            ],
            Self::Example => &["text", "actor", "target", "stance", "speaker", "mode"],
            Self::OperatorExample => &[
                "text", "position", "actor", "target", "stance", "speaker", "mode",
            ],
            Self::Attribution => &[
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
            ],
            Self::AttributionExample => &["text", "source", "cue", "content"],
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

/// A text with its place.
#[derive(Clone, Debug)]
pub(super) struct Word<'t> {
    pub(super) text: Cow<'t, str>,
    pub(super) at: Span,
}

/// All entries of a file.
#[derive(Clone, Debug, Default)]
pub(super) struct Entries<'t> {
    pub(super) about: About<'t>,
    pub(super) actors: Vec<ActorEntry<'t>>,
    pub(super) positions: Vec<PositionEntry<'t>>,
    pub(super) lists: Vec<ListEntry<'t>>,
    pub(super) cues: Vec<CueEntry<'t>>,
    pub(super) operators: Vec<OperatorEntry<'t>>,
    pub(super) attributions: Vec<AttributionEntry<'t>>,
}

/// `[pack]`
#[derive(Clone, Debug, Default)]
pub(super) struct About<'t> {
    pub(super) name: Option<Word<'t>>,
    pub(super) description: Option<Word<'t>>,
    pub(super) source: Option<Word<'t>>,
    pub(super) licence: Option<Word<'t>>,
}

/// `[[actor]]`
#[derive(Clone, Debug)]
pub(super) struct ActorEntry<'t> {
    pub(super) id: Word<'t>,
    pub(super) name: Option<Word<'t>>,
    pub(super) kind: Option<Kind>,
    pub(super) names: Vec<NameEntry<'t>>,
    pub(super) demonyms: Vec<NameEntry<'t>>,
    pub(super) seats: Vec<NameEntry<'t>>,
    pub(super) descriptions: Vec<NameEntry<'t>>,
    pub(super) people: Vec<PersonEntry<'t>>,
}

/// A name, alone or as a table.
#[derive(Clone, Debug)]
pub(super) struct NameEntry<'t> {
    pub(super) text: Word<'t>,
    pub(super) only_with: Vec<Word<'t>>,
    pub(super) not_with: Vec<Word<'t>>,
}

/// A person, alone or as a table.
#[derive(Clone, Debug)]
pub(super) struct PersonEntry<'t> {
    pub(super) name: Word<'t>,
    pub(super) from: Option<Date>,
    pub(super) to: Option<Date>,
    pub(super) office: Option<Word<'t>>,
}

/// `[[position]]`
#[derive(Clone, Debug)]
pub(super) struct PositionEntry<'t> {
    pub(super) id: Word<'t>,
    pub(super) name: Option<Word<'t>>,
    pub(super) question: Option<Word<'t>>,
    pub(super) related: Vec<Word<'t>>,
    pub(super) before: Vec<Word<'t>>,
    pub(super) asked_is_target: bool,
    pub(super) accusing_is_opposing: bool,
    pub(super) target_carries: bool,
    pub(super) opposing_is_against_doers: bool,
    pub(super) theatre: Vec<Word<'t>>,
}

/// `[[list]]`
#[derive(Clone, Debug)]
pub(super) struct ListEntry<'t> {
    pub(super) id: Word<'t>,
    pub(super) words: Arc<[Phrase]>,
}

/// `[[cue]]`
#[derive(Clone, Debug)]
pub(super) struct CueEntry<'t> {
    pub(super) id: Word<'t>,
    pub(super) position: Option<Word<'t>>,
    pub(super) stance: Option<Stance>,
    pub(super) words: Arc<[(WordClass, Phrase)]>,
    pub(super) slots: Vec<SlotEntry<'t>>,
    pub(super) needs_operator: bool,
    pub(super) needs_negation: bool,
    pub(super) one_sided: bool,
    pub(super) reciprocal: bool,
    pub(super) near: Vec<Word<'t>>,
    pub(super) topic: Vec<Word<'t>>,
    pub(super) not_near: Vec<Word<'t>>,
    pub(super) mode: Option<Mode>,
    pub(super) target_is_actor: bool,
    pub(super) examples: Vec<ExampleEntry<'t>>,
    pub(super) counterexamples: Vec<Word<'t>>,
}

/// What stands beside a cue.
#[derive(Clone, Debug)]
pub(super) struct SlotEntry<'t> {
    pub(super) spoken: Spoken,
    pub(super) at: Span,
    pub(super) role: Option<Role>,
    pub(super) role_optional: bool,
    pub(super) owner: Option<Role>,
    pub(super) owner_optional: bool,
    pub(super) like: Vec<Word<'t>>,
    pub(super) unlike: Vec<Word<'t>>,
    pub(super) actors: Vec<Word<'t>>,
    pub(super) kinds: Vec<Kind>,
    pub(super) optional: bool,
}

/// An example of a cue or an operator.
#[derive(Clone, Debug)]
pub(super) struct ExampleEntry<'t> {
    pub(super) text: Word<'t>,
    pub(super) position: Option<Word<'t>>,
    pub(super) actor: Option<Word<'t>>,
    pub(super) target: Option<Vec<Word<'t>>>,
    pub(super) stance: Option<Stance>,
    pub(super) speaker: Option<Word<'t>>,
    pub(super) mode: Option<Mode>,
}

/// `[[operator]]`
#[derive(Clone, Debug)]
pub(super) struct OperatorEntry<'t> {
    pub(super) id: Word<'t>,
    pub(super) words: Arc<[(WordClass, Phrase)]>,
    pub(super) takes: Vec<Complement>,
    pub(super) effect: Effect,
    pub(super) examples: Vec<ExampleEntry<'t>>,
    pub(super) counterexamples: Vec<Word<'t>>,
}

/// `[[attribution]]`
#[derive(Clone, Debug)]
pub(super) struct AttributionEntry<'t> {
    pub(super) id: Word<'t>,
    pub(super) words: Arc<[(WordClass, Phrase)]>,
    pub(super) takes: Vec<Complement>,
    pub(super) sense: Option<Sense>,
    pub(super) subject: Vec<Word<'t>>,
    pub(super) object: Vec<Word<'t>>,
    pub(super) examples: Vec<AttributionExampleEntry<'t>>,
    pub(super) counterexamples: Vec<Word<'t>>,
}

/// An example of an attribution cue.
#[derive(Clone, Debug)]
pub(super) struct AttributionExampleEntry<'t> {
    pub(super) text: Word<'t>,
    pub(super) source: Option<Word<'t>>,
    pub(super) cue: Option<Word<'t>>,
    pub(super) content: Vec<Word<'t>>,
}
