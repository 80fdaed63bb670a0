//! Examples and counterexamples.

use crate::pack::schema::{AttributionExampleEntry, ExampleEntry};
use crate::pack::section::Section;
use crate::pack::table::{Reader, Table};
use crate::pack::tree::Value;

/// The tables of a list that are examples of `section`.
fn examples<'a, 't>(
    reader: &mut Reader<'_>,
    table: &Table<'a, 't>,
    section: Section,
) -> Vec<Table<'a, 't>> {
    let mut examples = Vec::new();
    for item in table.items(reader, "examples") {
        match &item.value {
            Value::Table(inner) => examples.push(Table::open(reader, section, item.at, inner)),
            _ => reader.wrong_type("examples", "a list of { text = \"…\" }", item),
        }
    }
    examples
}

/// Examples of a cue or an operator.
pub(super) fn claims<'t>(
    reader: &mut Reader<'_>,
    table: &Table<'_, 't>,
    section: Section,
) -> Vec<ExampleEntry<'t>> {
    let examples = examples(reader, table, section);
    examples
        .iter()
        .filter_map(|example| claim(reader, example))
        .collect()
}

fn claim<'t>(reader: &mut Reader<'_>, table: &Table<'_, 't>) -> Option<ExampleEntry<'t>> {
    let text = table.required_text(reader, "text");
    let position = match table.section {
        Section::OperatorExample => table.text(reader, "position"),
        _ => None,
    };
    let actor = table.text(reader, "actor");
    let has_target = table.has("target");
    let target = has_target.then(|| table.texts_or_none(reader, "target"));
    let stance = table.choice(reader, "stance");
    let speaker = table.text(reader, "speaker");
    let mode = table.choice(reader, "mode");
    Some(ExampleEntry {
        text: text?,
        position,
        actor,
        target,
        stance,
        speaker,
        mode,
    })
}

/// Examples of an attribution cue.
pub(super) fn attributions<'t>(
    reader: &mut Reader<'_>,
    table: &Table<'_, 't>,
) -> Vec<AttributionExampleEntry<'t>> {
    let mut entries = Vec::new();
    for table in examples(reader, table, Section::AttributionExample) {
        let text = table.required_text(reader, "text");
        let source = table.text(reader, "source");
        let cue = table.text(reader, "cue");
        let content = table.texts(reader, "content");
        entries.extend(text.map(|text| AttributionExampleEntry {
            text,
            source,
            cue,
            content,
        }));
    }
    entries
}
