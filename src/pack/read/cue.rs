//! `[[cue]]`: words and the slots beside them.

use crate::pack::phrase::{is_too_common, phrase};
use crate::pack::problem::{IdKind, ProblemKind};
use crate::pack::rules::{Role, Spoken, WordClass};
use crate::pack::schema::{CueEntry, SlotEntry, Word};
use crate::pack::section::Section;
use crate::pack::table::{Reader, Table, text};
use crate::pack::tree::{Item, Value};

use super::{example, id, rule_words};

const CLASSES: &[(&str, WordClass)] = &[
    ("verb", WordClass::Verb),
    ("noun", WordClass::Noun),
    ("agent", WordClass::Agent),
    ("adjective", WordClass::Adjective),
    ("phrase", WordClass::Phrase),
];

pub(super) fn cue<'t>(reader: &mut Reader<'_>, table: &Table<'_, 't>) -> Option<CueEntry<'t>> {
    let id = id(reader, table, IdKind::Rule);
    let position = table.required_text(reader, "position");
    let stance = table.required_choice(reader, "stance");
    let words = rule_words(reader, table, CLASSES);
    let classes = Classes::of(table);
    let slots = slots(reader, table, classes);
    report_common(reader, table, &slots);
    let needs_operator = table.flag(reader, "needs-operator");
    let needs_negation = table.flag(reader, "needs-negation");
    let one_sided = table.flag(reader, "one-sided");
    let reciprocal = table.flag(reader, "reciprocal");
    let near = table.texts(reader, "near");
    let topic = table.texts(reader, "topic");
    let not_near = table.texts_or_none(reader, "not-near");
    let mode = table.choice(reader, "mode");
    let target_is_actor = table.flag(reader, "target-is-actor");
    let default_target = table.text(reader, "default-target");
    let examples = example::claims(reader, table, Section::Example);
    let counterexamples = table.texts(reader, "counterexamples");
    Some(CueEntry {
        id: id?,
        position,
        stance,
        words,
        slots,
        needs_operator,
        needs_negation,
        one_sided,
        reciprocal,
        near,
        topic,
        not_near,
        mode,
        target_is_actor,
        default_target,
        examples,
        counterexamples,
    })
}

/// Reports words of every sentence in a cue that asks for no other word beside them: "be" says nothing, "be … against the occupation" does.
fn report_common(reader: &mut Reader<'_>, table: &Table<'_, '_>, slots: &[SlotEntry<'_>]) {
    let asks = |slot: &SlotEntry<'_>| {
        !(slot.optional || slot.like.is_empty() && slot.actors.is_empty() && slot.kinds.is_empty())
    };
    if slots.iter().any(asks) {
        return;
    }
    for (key, _) in CLASSES {
        // What can't be read has been reported with the other words.
        let items = table.item(key).map(|item| match &item.value {
            Value::List(items) => items.as_slice(),
            _ => std::slice::from_ref(item),
        });
        for item in items.unwrap_or_default() {
            let Value::Text(text) = &item.value else {
                continue;
            };
            if phrase(text).is_ok_and(|phrase| is_too_common(&phrase)) {
                let text = text.to_string();
                reader.report(item.at, ProblemKind::TooCommon { text });
            }
        }
    }
}

/// Which classes of words a cue has, by its keys.
#[derive(Clone, Copy, Debug)]
struct Classes {
    verb: bool,
    noun: bool,
    agent: bool,
    adjective: bool,
    phrase: bool,
}

impl Classes {
    fn of(table: &Table<'_, '_>) -> Self {
        let has = |key| table.has(key);
        Self {
            verb: has("verb"),
            noun: has("noun"),
            agent: has("agent"),
            adjective: has("adjective"),
            phrase: has("phrase"),
        }
    }

    /// The words are only said of something: adjectives and agent nouns.
    fn are_only_said_of(self) -> bool {
        (self.adjective || self.agent) && !(self.verb || self.noun || self.phrase)
    }

    /// Which argument a key of the cue means.
    ///
    /// `of` is what adjectives and agent nouns are said of, and the object of nouns ("the veto of"); for verbs and fixed
    /// words it is a preposition ("approve of"). The subject of adjectives and agent nouns is what they are said of.
    fn spoken(self, key: &'static str) -> Spoken {
        match key {
            "subject" if self.are_only_said_of() => Spoken::Of,
            "subject" => Spoken::Subject,
            "object" => Spoken::Object,
            "predicate" => Spoken::Predicate,
            "of" if self.adjective || self.agent => Spoken::Of,
            "of" if self.noun && !self.verb && !self.phrase => Spoken::Object,
            preposition => Spoken::Preposition(preposition),
        }
    }

    /// The words that can't have the slot, where none of the cue's can.
    fn cannot_have(self, slot: &str) -> Option<&'static str> {
        let only_adjectives = self.are_only_said_of() && !self.agent;
        match slot {
            "object" if only_adjectives => Some("an adjective"),
            "predicate" if only_adjectives => Some("an adjective"),
            "predicate" if self.are_only_said_of() => Some("an agent noun"),
            _ => None,
        }
    }
}

fn slots<'t>(
    reader: &mut Reader<'_>,
    table: &Table<'_, 't>,
    classes: Classes,
) -> Vec<SlotEntry<'t>> {
    let keys = ["subject", "object", "predicate", "of"]
        .iter()
        .chain(Section::PREPOSITIONS);
    let mut slots: Vec<(&'static str, SlotEntry<'t>)> = Vec::new();
    for &key in keys {
        let Some(item) = table.item(key) else {
            continue;
        };
        let at = table.key_at(key).unwrap_or(item.at);
        if let Some(words) = classes.cannot_have(key) {
            reader.report(at, ProblemKind::SlotCannotApply { slot: key, words });
            continue;
        }
        let spoken = classes.spoken(key);
        if let Some((other, _)) = slots.iter().find(|(_, slot)| slot.spoken == spoken) {
            reader.report(at, ProblemKind::SameSlot { slot: key, other });
            continue;
        }
        let empty = SlotEntry {
            spoken,
            at,
            role: None,
            role_optional: false,
            owner: None,
            owner_optional: false,
            like: Vec::new(),
            unlike: Vec::new(),
            actors: Vec::new(),
            kinds: Vec::new(),
            several: false,
            optional: false,
        };
        slots.extend(slot(reader, key, item, empty).map(|slot| (key, slot)));
    }
    let mut slots: Vec<_> = slots.into_iter().map(|(_, slot)| slot).collect();
    slots.sort_by_key(|slot| slot.spoken);
    slots
}

/// A slot from `"target?"` or from a table.
fn slot<'t>(
    reader: &mut Reader<'_>,
    key: &'static str,
    item: &Item<'t>,
    empty: SlotEntry<'t>,
) -> Option<SlotEntry<'t>> {
    let Value::Table(inner) = &item.value else {
        let word = text(reader, key, item, "\"actor\", \"target\" or a table")?;
        let (role, optional) = role_of(reader, &word)?;
        return Some(SlotEntry {
            role: Some(role),
            role_optional: optional,
            optional,
            ..empty
        });
    };
    let table = Table::open(reader, Section::Slot, item.at, inner);
    let owner = table.text(reader, "owner");
    let owner = owner.and_then(|word| role_of(reader, &word));
    let role = table.text(reader, "role");
    let role = role.and_then(|word| role_of(reader, &word));
    Some(SlotEntry {
        role: role.map(|(role, _)| role),
        role_optional: role.is_some_and(|(_, optional)| optional),
        owner: owner.map(|(owner, _)| owner),
        owner_optional: owner.is_some_and(|(_, optional)| optional),
        like: table.texts(reader, "like"),
        unlike: table.texts(reader, "unlike"),
        actors: table.texts(reader, "actors"),
        kinds: table.choices(reader, "kinds"),
        several: table.flag(reader, "several"),
        optional: table.flag(reader, "optional"),
        ..empty
    })
}

/// A role, and whether a question mark after it says that nobody need have it.
fn role_of(reader: &mut Reader<'_>, word: &Word<'_>) -> Option<(Role, bool)> {
    const ALLOWED: [&str; 4] = ["actor", "target", "actor?", "target?"];
    match &*word.text {
        "actor" => Some((Role::Actor, false)),
        "target" => Some((Role::Target, false)),
        "actor?" => Some((Role::Actor, true)),
        "target?" => Some((Role::Target, true)),
        value => {
            let kind = ProblemKind::UnknownValue {
                value: value.to_owned(),
                of: "role",
                allowed: ALLOWED.to_vec(),
                meant: reader.suggester.nearest(value, ALLOWED),
            };
            reader.report(word.at, kind);
            None
        }
    }
}
