//! `[[operator]]` and `[[attribution]]`: words that take a construction.

use crate::pack::problem::IdKind;
use crate::pack::rules::{Complement, Effect, WordClass};
use crate::pack::schema::{AttributionEntry, OperatorEntry};
use crate::pack::section::Section;
use crate::pack::table::{Reader, Table};

use super::{example, id, rule_words};

const CLASSES: &[(&str, WordClass)] = &[
    ("verb", WordClass::Verb),
    ("noun", WordClass::Noun),
    ("adjective", WordClass::Adjective),
    ("phrase", WordClass::Phrase),
];

pub(super) fn operator<'t>(
    reader: &mut Reader<'_>,
    table: &Table<'_, 't>,
) -> Option<OperatorEntry<'t>> {
    let id = id(reader, table, IdKind::Rule);
    let words = rule_words(reader, table, CLASSES);
    let effect = table.table(reader, "effect", Section::Effect);
    let effect = effect.map(|effect| self::effect(reader, &effect));
    let stands_alone = |effect: Effect| effect.repeats || effect.reacts && !table.has("takes");
    let takes = if effect.is_some_and(stands_alone) {
        Vec::new()
    } else {
        takes(reader, table)
    };
    let examples = example::claims(reader, table, Section::OperatorExample);
    let counterexamples = table.texts(reader, "counterexamples");
    Some(OperatorEntry {
        id: id?,
        words,
        takes,
        effect: effect.unwrap_or_default(),
        examples,
        counterexamples,
    })
}

pub(super) fn attribution<'t>(
    reader: &mut Reader<'_>,
    table: &Table<'_, 't>,
) -> Option<AttributionEntry<'t>> {
    let id = id(reader, table, IdKind::Rule);
    let words = rule_words(reader, table, CLASSES);
    let takes = takes(reader, table);
    let sense = table.required_choice(reader, "sense");
    let subject = table.texts(reader, "subject");
    let object = table.texts(reader, "object");
    let examples = example::attributions(reader, table);
    let counterexamples = table.texts(reader, "counterexamples");
    Some(AttributionEntry {
        id: id?,
        words,
        takes,
        sense,
        subject,
        object,
        examples,
        counterexamples,
    })
}

/// The constructions, sorted. Fixed words alone may do without ("according to"); a verb, noun or adjective that takes
/// nothing would never stand over anything.
fn takes(reader: &mut Reader<'_>, table: &Table<'_, '_>) -> Vec<Complement> {
    let needs = ["verb", "noun", "adjective"];
    if needs.iter().any(|key| table.has(key)) {
        table.require(reader, "takes");
    }
    let mut takes = table.choices(reader, "takes");
    takes.sort();
    takes.dedup();
    takes
}

fn effect(reader: &mut Reader<'_>, table: &Table<'_, '_>) -> Effect {
    Effect {
        takes_over: table.flag(reader, "takes-over"),
        old_actor_to_target: table.flag(reader, "old-actor-to-target"),
        flips: table.flag(reader, "flips"),
        negates: table.flag(reader, "negates"),
        hedges: table.flag(reader, "hedges"),
        mode: table.choice(reader, "mode"),
        speaks: table.flag(reader, "speaks"),
        cancels: table.flag(reader, "cancels"),
        repeats: table.flag(reader, "repeats"),
        reacts: table.flag(reader, "reacts"),
        accuses: table.flag(reader, "accuses"),
        shows: table.flag(reader, "shows"),
        tries: table.flag(reader, "tries"),
        verdict: table.flag(reader, "verdict"),
    }
}
