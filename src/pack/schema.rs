//! A pack as it is written: entries with their places, ids not looked up yet.
//!
//! An entry with a mistake in it is kept as far as it goes, so that whatever refers to it isn't called wrong as well.

use std::borrow::Cow;
use std::sync::Arc;

use crate::attribution::Sense;
use crate::date::Date;
use crate::span::Span;
use crate::{Mode, Stance};

use super::rules::{Complement, Effect, Kind, Phrase, Role, Spoken, WordClass};

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
    pub(super) needs_actor: bool,
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
    pub(super) default_target: Option<Word<'t>>,
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
    pub(super) several: bool,
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
