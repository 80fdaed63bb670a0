//! `[[actor]]`: names, alone or as tables, and people with their years.

use toml::de::DeValue;

use crate::pack::problem::{IdKind, ProblemKind};
use crate::pack::schema::{ActorEntry, NameEntry, PersonEntry, Section, Word};
use crate::pack::table::{Reader, Table, span, text};

use super::id;

pub(super) fn actor(reader: &mut Reader<'_>, table: &Table<'_, '_>) -> Option<ActorEntry> {
    let id = id(reader, table, IdKind::Actor);
    let name = table.required_text(reader, "name");
    let kind = table.required_choice(reader, "kind");
    let names = names(reader, table, "names");
    let demonyms = self::names(reader, table, "demonyms");
    let seats = self::names(reader, table, "seats");
    let descriptions = self::names(reader, table, "descriptions");
    let people = people(reader, table);
    Some(ActorEntry {
        id: id?,
        name: name.and_then(|name| checked(reader, name)),
        kind,
        names,
        demonyms,
        seats,
        descriptions,
        people,
    })
}

fn names(reader: &mut Reader<'_>, table: &Table<'_, '_>, key: &'static str) -> Vec<NameEntry> {
    let mut names = Vec::new();
    for value in table.values(reader, key) {
        let name = match value.get_ref() {
            DeValue::Table(inner) => {
                let table = Table::open(reader, Section::Name, span(value), inner);
                guarded_name(reader, &table)
            }
            _ => text(reader, key, value, "a list of texts or { text = \"…\" }").map(|text| {
                NameEntry {
                    text,
                    only_with: Vec::new(),
                    not_with: Vec::new(),
                }
            }),
        };
        let Some(NameEntry {
            text,
            only_with,
            not_with,
        }) = name
        else {
            continue;
        };
        let name = checked(reader, text).map(|text| NameEntry {
            text,
            only_with,
            not_with,
        });
        names.extend(name);
    }
    names
}

fn guarded_name(reader: &mut Reader<'_>, table: &Table<'_, '_>) -> Option<NameEntry> {
    let text = table.required_text(reader, "text");
    let only_with = table.texts(reader, "only-with");
    let not_with = table.texts(reader, "not-with");
    Some(NameEntry {
        text: text?,
        only_with: checked_all(reader, only_with),
        not_with: checked_all(reader, not_with),
    })
}

fn people(reader: &mut Reader<'_>, table: &Table<'_, '_>) -> Vec<PersonEntry> {
    let mut people = Vec::new();
    for value in table.values(reader, "people") {
        let person = match value.get_ref() {
            DeValue::Table(inner) => {
                let table = Table::open(reader, Section::Person, span(value), inner);
                person(reader, &table)
            }
            _ => text(
                reader,
                "people",
                value,
                "a list of texts or { name = \"…\" }",
            )
            .map(|name| PersonEntry {
                name,
                from: None,
                to: None,
                office: None,
            }),
        };
        let Some(person) = person else { continue };
        if let Some(name) = checked(reader, person.name.clone()) {
            people.push(PersonEntry { name, ..person });
        }
    }
    people
}

fn person(reader: &mut Reader<'_>, table: &Table<'_, '_>) -> Option<PersonEntry> {
    let name = table.required_text(reader, "name");
    let from = table.date(reader, "from");
    let to = table.date(reader, "to");
    let office = table.text(reader, "office");
    if let (Some(from), Some(to)) = (from, to)
        && crate::pack::years::ends_before(to, from)
    {
        let at = table.value_at("to").unwrap_or(table.at);
        reader.report(at, ProblemKind::DatesReversed { from, to });
    }
    Some(PersonEntry {
        name: name?,
        from,
        to,
        office,
    })
}

/// A name that may stand in a text: it has a letter or digit and no control character.
fn checked(reader: &mut Reader<'_>, word: Word) -> Option<Word> {
    use crate::pack::problem::PhraseFault;
    let fault = if word.text.chars().any(char::is_control) {
        PhraseFault::Control
    } else if !word.text.chars().any(char::is_alphanumeric) {
        PhraseFault::NoLetters
    } else {
        let count = word.text.split_whitespace().count();
        if count <= crate::pack::phrase::MOST_WORDS {
            return Some(word);
        }
        PhraseFault::TooManyWords(count)
    };
    let text = word.text;
    reader.report(word.at, ProblemKind::Unmeetable { text, fault });
    None
}

fn checked_all(reader: &mut Reader<'_>, words: Vec<Word>) -> Vec<Word> {
    words
        .into_iter()
        .filter_map(|word| checked(reader, word))
        .collect()
}
