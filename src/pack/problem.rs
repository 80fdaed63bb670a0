//! What can be wrong with a pack: one kind for each mistake, with what would be right.

use std::fmt;

use thiserror::Error;

use crate::date::Date;

use super::section::Section;
use super::shown::Shown;

/// What is wrong, and with what. `Display` says it in one line; [`help`](Self::help) says what would be right.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ProblemKind {
    /// The file is no TOML at this place.
    #[error("{0}")]
    Syntax(#[source] SyntaxError),
    /// The file is longer than spans can tell, 4 GiB.
    #[error("the file is longer than 4 GiB")]
    TooLong,
    /// A key that the section doesn't have.
    #[error("unknown key `{}` in {within}", Shown(.key))]
    UnknownKey {
        /// As written.
        key: String,
        /// Where it stands.
        within: Section,
        /// The key that was probably meant.
        meant: Option<&'static str>,
    },
    /// A key that the section must have.
    #[error("{within} lacks `{key}`")]
    MissingKey {
        /// The key.
        key: &'static str,
        /// Where it is missing.
        within: Section,
    },
    /// A value of the wrong type.
    #[error("`{}` must be {expected}, not {found}", Shown(.key))]
    WrongType {
        /// Whose value it is.
        key: String,
        /// What it should be.
        expected: &'static str,
        /// What it is.
        found: &'static str,
    },
    /// A word that isn't among those allowed here.
    #[error("`{}` is no {of}", Shown(.value))]
    UnknownValue {
        /// As written.
        value: String,
        /// What it should be one of: "stance".
        of: &'static str,
        /// All that are allowed.
        allowed: Vec<&'static str>,
        /// The one that was probably meant.
        meant: Option<&'static str>,
    },
    /// A reference to something that no file of the pack has.
    #[error("no {of} has the id `{}`", Shown(.id))]
    UnknownId {
        /// As written.
        id: String,
        /// What it should be the id of.
        of: IdKind,
        /// The one that was probably meant.
        meant: Option<String>,
    },
    /// An id that isn't written as ids of its kind are.
    #[error("`{}` can't be the id of {}", Shown(.id), .of.with_article())]
    BadId {
        /// As written.
        id: String,
        /// What it is the id of.
        of: IdKind,
        /// The same in the right form, if that is one.
        meant: Option<String>,
    },
    /// `author` and `other` stand for the writer and for nobody in particular.
    #[error("the id `{id}` is reserved")]
    ReservedId {
        /// As written.
        id: String,
    },
    /// Two entries of one layer with one id.
    #[error("the id `{}` is taken", Shown(.id))]
    DuplicateId {
        /// The id.
        id: String,
        /// Where it stands first.
        first: Earlier,
    },
    /// A name that two actors have, so that a text with it would name neither.
    #[error("`{}` is a name of the actor `{}` as well", Shown(.name), Shown(.other))]
    DuplicateName {
        /// The name.
        name: String,
        /// Id of the other actor.
        other: String,
        /// Where the other actor has it.
        first: Earlier,
    },
    /// A person who speaks for two actors in the same years.
    #[error("`{}` speaks for the actor `{}` in the same years", Shown(.name), Shown(.other))]
    DuplicatePerson {
        /// The person.
        name: String,
        /// Id of the other actor.
        other: String,
        /// Where the other actor has the person.
        first: Earlier,
    },
    /// A date that is none.
    #[error("`{}` is no date", Shown(.text))]
    BadDate {
        /// As written.
        text: String,
    },
    /// An office that ends before it begins.
    #[error("the office ends {to}, before it begins {from}")]
    DatesReversed {
        /// First time in office.
        from: Date,
        /// Last time in office.
        to: Date,
    },
    /// A text or list with nothing in it.
    #[error("`{key}` is empty")]
    Empty {
        /// Whose value it is.
        key: &'static str,
    },
    /// Words that can't be met in any text.
    #[error("`{}` can't be met: {fault}", Shown(.text))]
    Unmeetable {
        /// As written.
        text: String,
        /// Why not.
        fault: PhraseFault,
    },
    /// A verb that isn't in its base form: verbs are met by it, so that no text would meet this one.
    #[error("`{}` is no base form of a verb", Shown(.text))]
    Inflected {
        /// As written.
        text: String,
        /// The base form.
        base: &'static str,
    },
    /// A rule with no words of its own: nothing could set it off.
    #[error("{within} has no words of its own")]
    NoWords {
        /// The rule.
        within: Section,
    },
    /// A cue whose words are in nearly every sentence, with no slot that asks for others.
    #[error("`{}` stands in nearly every sentence", Shown(.text))]
    TooCommon {
        /// As written.
        text: String,
    },
    /// A slot that none of the cue's words can have.
    #[error("{words} can't have the slot `{slot}`")]
    SlotCannotApply {
        /// The slot.
        slot: &'static str,
        /// The words the cue has.
        words: &'static str,
    },
    /// Two keys for the same slot.
    #[error("`{slot}` and `{other}` are the same slot here")]
    SameSlot {
        /// The later key.
        slot: &'static str,
        /// The earlier one.
        other: &'static str,
    },
    /// A slot that asks for a word of a list and forbids all of that list.
    #[error("nothing can fill this slot: `like` and `unlike` name the same lists")]
    SlotCannotFill,
    /// A position that is related to itself, or coded before itself.
    #[error("`{key}` names the position itself")]
    SelfReference {
        /// `related` or `before`.
        key: &'static str,
    },
    /// Positions each of which is coded before the next, round to the first.
    #[error("coded before itself: {}", Round(.round))]
    BeforeItself {
        /// The ids, from the first by id.
        round: Vec<String>,
    },
    /// More lists than a pack can have, 65,535.
    #[error("more than 65,535 lists")]
    TooManyLists,
}

/// The TOML reader's own account of what is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", .0.message())]
pub struct SyntaxError(pub(super) toml::de::Error);

/// What an id names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum IdKind {
    /// `[[actor]]`
    Actor,
    /// `[[position]]`
    Position,
    /// `[[list]]`
    List,
    /// `[[cue]]`, `[[operator]]` or `[[attribution]]`
    Rule,
}

impl IdKind {
    fn with_article(self) -> &'static str {
        match self {
            Self::Actor => "an actor",
            Self::Position => "a position",
            Self::List => "a list",
            Self::Rule => "a rule",
        }
    }
}

impl fmt::Display for IdKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Actor => "actor",
            Self::Position => "position",
            Self::List => "list",
            Self::Rule => "rule",
        })
    }
}

/// Why words can't be met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum PhraseFault {
    /// There is no letter or digit in a word of it.
    NoLetters,
    /// A mark that ends a sentence or a clause stands in it, and matching stops there.
    Punctuation(char),
    /// A quotation mark that is opened and not closed.
    OpenQuotation,
    /// A line break or another control character stands in it.
    Control,
    /// More words than a sentence has.
    TooManyWords(usize),
}

impl fmt::Display for PhraseFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoLetters => f.write_str("a word of it has no letter or digit"),
            Self::Punctuation(mark) => write!(f, "`{mark}` stands between words"),
            Self::OpenQuotation => f.write_str("a quotation mark isn't closed"),
            Self::Control => f.write_str("a control character stands in it"),
            Self::TooManyWords(count) => write!(f, "{count} words are more than a rule can have"),
        }
    }
}

/// The place of an earlier entry.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Earlier {
    /// Its file.
    pub file: String,
    /// Its line, counted from 1.
    pub line: usize,
}

impl fmt::Display for Earlier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}

/// Ids in a ring: "a, b, a".
struct Round<'a>(&'a [String]);

impl fmt::Display for Round<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for id in self.0 {
            write!(f, "`{}`, ", Shown(id))?;
        }
        match self.0.first() {
            Some(first) => write!(f, "`{}`", Shown(first)),
            None => Ok(()),
        }
    }
}
