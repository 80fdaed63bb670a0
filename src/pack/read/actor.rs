//! `[[actor]]`: names, alone or as tables, and people with their years.

use crate::pack::phrase::MOST_WORDS;
use crate::pack::problem::{IdKind, PhraseFault, ProblemKind};
use crate::pack::schema::{ActorEntry, NameEntry, PersonEntry, Word};
use crate::pack::section::Section;
use crate::pack::table::{Reader, Table, text};
use crate::pack::tree::Value;

use super::id;

pub(super) fn actor<'t>(reader: &mut Reader<'_>, table: &Table<'_, 't>) -> Option<ActorEntry<'t>> {
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

fn names<'t>(
    reader: &mut Reader<'_>,
    table: &Table<'_, 't>,
    key: &'static str,
) -> Vec<NameEntry<'t>> {
    let mut names = Vec::new();
    for item in table.items(reader, key) {
        let name = match &item.value {
            Value::Table(inner) => {
                let table = Table::open(reader, Section::Name, item.at, inner);
                guarded_name(reader, &table)
            }
            _ => text(reader, key, item, "a list of texts or { text = \"…\" }").map(|text| {
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

fn guarded_name<'t>(reader: &mut Reader<'_>, table: &Table<'_, 't>) -> Option<NameEntry<'t>> {
    let text = table.required_text(reader, "text");
    let only_with = table.texts(reader, "only-with");
    let not_with = table.texts(reader, "not-with");
    Some(NameEntry {
        text: text?,
        only_with: checked_all(reader, only_with),
        not_with: checked_all(reader, not_with),
    })
}

fn people<'t>(reader: &mut Reader<'_>, table: &Table<'_, 't>) -> Vec<PersonEntry<'t>> {
    let mut people = Vec::new();
    for item in table.items(reader, "people") {
        let person = match &item.value {
            Value::Table(inner) => {
                let table = Table::open(reader, Section::Person, item.at, inner);
                person(reader, &table)
            }
            _ => text(
                reader,
                "people",
                item,
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

fn person<'t>(reader: &mut Reader<'_>, table: &Table<'_, 't>) -> Option<PersonEntry<'t>> {
    let name = table.required_text(reader, "name");
    let from = table.date(reader, "from");
    let to = table.date(reader, "to");
    let office = table.text(reader, "office");
    if let (Some(from), Some(to)) = (from, to)
        && crate::pack::years::ends_before(to, from)
    {
        let at = table.item("to").map_or(table.at, |item| item.at);
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
fn checked<'t>(reader: &mut Reader<'_>, word: Word<'t>) -> Option<Word<'t>> {
    let fault = if word.text.chars().any(char::is_control) {
        PhraseFault::Control
    } else if !word.text.chars().any(char::is_alphanumeric) {
        PhraseFault::NoLetters
    } else {
        // No name has more words than bytes.
        let is_short = word.text.len() <= MOST_WORDS;
        let count = if is_short {
            1
        } else {
            word.text.split_whitespace().count()
        };
        if count <= MOST_WORDS {
            return Some(word);
        }
        PhraseFault::TooManyWords(count)
    };
    let text = word.text.into_owned();
    reader.report(word.at, ProblemKind::Unmeetable { text, fault });
    None
}

fn checked_all<'t>(reader: &mut Reader<'_>, words: Vec<Word<'t>>) -> Vec<Word<'t>> {
    words
        .into_iter()
        .filter_map(|word| checked(reader, word))
        .collect()
}
