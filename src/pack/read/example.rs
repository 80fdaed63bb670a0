//! Examples and counterexamples.

use toml::de::DeValue;

use crate::pack::schema::{AttributionExampleEntry, ExampleEntry, Section};
use crate::pack::table::{Reader, Table, span};

/// The tables of a list that are examples of `section`.
fn examples<'t, 's>(
    reader: &mut Reader<'_>,
    table: &Table<'t, 's>,
    section: Section,
) -> Vec<Table<'t, 's>> {
    let mut examples = Vec::new();
    for value in table.values(reader, "examples") {
        match value.get_ref() {
            DeValue::Table(inner) => {
                examples.push(Table::open(reader, section, span(value), inner))
            }
            _ => reader.wrong_type("examples", "a list of { text = \"…\" }", value),
        }
    }
    examples
}

/// Examples of a cue or an operator.
pub(super) fn claims(
    reader: &mut Reader<'_>,
    table: &Table<'_, '_>,
    section: Section,
) -> Vec<ExampleEntry> {
    let examples = examples(reader, table, section);
    examples
        .iter()
        .filter_map(|example| claim(reader, example))
        .collect()
}

fn claim(reader: &mut Reader<'_>, table: &Table<'_, '_>) -> Option<ExampleEntry> {
    let text = table.required_text(reader, "text");
    let position = match table.section {
        Section::OperatorExample => table.text(reader, "position"),
        _ => None,
    };
    let actor = table.text(reader, "actor");
    let target = table.value("target");
    let target = target.map(|_| table.texts_or_none(reader, "target"));
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
pub(super) fn attributions(
    reader: &mut Reader<'_>,
    table: &Table<'_, '_>,
) -> Vec<AttributionExampleEntry> {
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
