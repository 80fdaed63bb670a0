//! From TOML to entries: everything that can be said of one file alone.

mod actor;
mod choice;
mod cue;
mod example;
mod operator;

use std::sync::Arc;

use toml::de::DeTable;

use crate::span::Span;

use super::error::Problems;
use super::phrase::{base_of_inflected, phrase};
use super::plain::plain;
use super::problem::{IdKind, ProblemKind, SyntaxError};
use super::rules::{Phrase, WordClass};
use super::schema::{About, Entries, ListEntry, PositionEntry, Word};
use super::section::Section;
use super::suggest::Suggester;
use super::table::{Reader, Table};
use super::tree::Tree;

/// The entries of a file, as far as it can be read; whatever is wrong goes to `problems`.
///
/// A file that is no TOML gives no entries: what the reader makes of the rest of it would only be wrong in other ways.
/// Cost: O(n log n) in the length of the text.
pub(super) fn read<'t>(text: &'t str, file: usize, problems: &mut Problems) -> Entries<'t> {
    let mut reader = Reader {
        problems,
        file,
        suggester: Suggester::default(),
    };
    if u32::try_from(text.len()).is_err() {
        reader.report(Span::default(), ProblemKind::TooLong);
        return Entries::default();
    }
    if let Some(tree) = plain(text) {
        return entries(&mut reader, &tree);
    }
    match DeTable::parse(text) {
        Ok(table) => entries(&mut reader, &Tree::of(table.into_inner())),
        Err(first) => {
            syntax(&mut reader, text, first);
            Entries::default()
        }
    }
}

/// Longest text whose every syntax error is looked for: the TOML reader keeps them all.
const ALL_ERRORS: usize = 1 << 20;

/// Reports the first syntax error of each line; what follows it in the line is seldom a mistake of its own.
fn syntax(reader: &mut Reader<'_>, text: &str, first: toml::de::Error) {
    let errors = if text.len() <= ALL_ERRORS {
        DeTable::parse_recoverable(text).1
    } else {
        vec![first]
    };
    let mut errors: Vec<_> = errors
        .into_iter()
        .map(|error| {
            let range = error.span().unwrap_or_default();
            (Span::new(range.start, range.end), error)
        })
        .collect();
    errors.sort_by_key(|(at, _)| *at);
    let mut line_end = 0;
    for (at, error) in errors {
        if at.start() < line_end {
            continue;
        }
        let rest = text.as_bytes().get(at.start()..).unwrap_or_default();
        line_end = at.start() + memchr::memchr(b'\n', rest).map_or(rest.len(), |end| end + 1);
        reader.report(at, ProblemKind::Syntax(SyntaxError(error)));
    }
}

fn entries<'t>(reader: &mut Reader<'_>, tree: &Tree<'t>) -> Entries<'t> {
    let file = Table::open(reader, Section::File, Span::default(), tree);
    let mut entries = Entries {
        about: about(reader, &file),
        ..Entries::default()
    };
    for table in file.tables(reader, "actor", Section::Actor) {
        entries.actors.extend(actor::actor(reader, &table));
    }
    for table in file.tables(reader, "position", Section::Position) {
        entries.positions.extend(position(reader, &table));
    }
    for table in file.tables(reader, "list", Section::List) {
        entries.lists.extend(list(reader, &table));
    }
    for table in file.tables(reader, "cue", Section::Cue) {
        entries.cues.extend(cue::cue(reader, &table));
    }
    for table in file.tables(reader, "operator", Section::Operator) {
        entries.operators.extend(operator::operator(reader, &table));
    }
    for table in file.tables(reader, "attribution", Section::Attribution) {
        entries
            .attributions
            .extend(operator::attribution(reader, &table));
    }
    entries
}

fn about<'t>(reader: &mut Reader<'_>, file: &Table<'_, 't>) -> About<'t> {
    let Some(table) = file.table(reader, "pack", Section::Pack) else {
        return About::default();
    };
    About {
        name: table.text(reader, "name"),
        description: table.text(reader, "description"),
        source: table.text(reader, "source"),
        licence: table.text(reader, "licence"),
    }
}

fn position<'t>(reader: &mut Reader<'_>, table: &Table<'_, 't>) -> Option<PositionEntry<'t>> {
    let id = id(reader, table, IdKind::Position);
    let name = table.text(reader, "name");
    let question = table.required_text(reader, "question");
    let related = table.texts(reader, "related");
    let before = table.texts(reader, "before");
    let asked_is_target = table.flag(reader, "asked-is-target");
    let accusing_is_opposing = table.flag(reader, "accusing-is-opposing");
    let target_carries = table.flag(reader, "target-carries");
    let opposing_is_against_doers = table.flag(reader, "opposing-is-against-doers");
    let needs_actor = table.flag(reader, "needs-actor");
    let theatre = table.texts(reader, "theatre");
    Some(PositionEntry {
        id: id?,
        name,
        question,
        related,
        before,
        asked_is_target,
        accusing_is_opposing,
        target_carries,
        opposing_is_against_doers,
        needs_actor,
        theatre,
    })
}

fn list<'t>(reader: &mut Reader<'_>, table: &Table<'_, 't>) -> Option<ListEntry<'t>> {
    let id = id(reader, table, IdKind::List);
    table.require(reader, "words");
    let words = table.texts(reader, "words");
    let mut words: Vec<Phrase> = words
        .iter()
        .filter_map(|word| read_phrase(reader, word))
        .collect();
    words.sort();
    words.dedup();
    Some(ListEntry {
        id: id?,
        words: words.into(),
    })
}

/// The id of an entry, reported if it isn't written as ids of its kind are, and kept all the same, so that what refers
/// to it is found.
fn id<'t>(reader: &mut Reader<'_>, table: &Table<'_, 't>, of: IdKind) -> Option<Word<'t>> {
    let id = table.required_text(reader, "id")?;
    let separator = match of {
        IdKind::Rule => '-',
        IdKind::Actor | IdKind::Position | IdKind::List => '_',
    };
    if !is_id(&id.text, separator) {
        let meant = as_id(&id.text, separator);
        let kind = ProblemKind::BadId {
            id: id.text.to_string(),
            of,
            meant: Some(meant).filter(|meant| is_id(meant, separator)),
        };
        reader.report(id.at, kind);
    } else if of == IdKind::Actor && matches!(&*id.text, "author" | "other") {
        reader.report(
            id.at,
            ProblemKind::ReservedId {
                id: id.text.to_string(),
            },
        );
    }
    Some(id)
}

/// No id is longer, so that messages and reports stay readable.
const LONGEST_ID: usize = 80;

fn is_id(id: &str, separator: char) -> bool {
    let is_part = |part: &str| {
        let mut bytes = part.bytes();
        !part.is_empty() && bytes.all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    id.len() <= LONGEST_ID && id.split(separator).all(is_part)
}

/// What was probably meant: "United States" as `united_states`.
fn as_id(text: &str, separator: char) -> String {
    let lower = text.to_lowercase();
    let parts = lower.split(|letter: char| !letter.is_ascii_alphanumeric());
    let parts: Vec<_> = parts.filter(|part| !part.is_empty()).collect();
    parts.join(separator.encode_utf8(&mut [0; 4]))
}

/// The words of a rule with their classes, sorted, without repetition. A rule without any is reported.
fn rule_words(
    reader: &mut Reader<'_>,
    table: &Table<'_, '_>,
    classes: &[(&'static str, WordClass)],
) -> Arc<[(WordClass, Phrase)]> {
    let mut words = Vec::new();
    let mut is_given = false;
    for &(key, class) in classes {
        is_given |= table.has(key);
        for word in table.texts(reader, key) {
            let phrase = read_phrase(reader, &word);
            if class == WordClass::Verb {
                let base = phrase.as_ref().and_then(base_of_inflected);
                if let Some(base) = base {
                    let text = word.text.to_string();
                    reader.report(word.at, ProblemKind::Inflected { text, base });
                }
            }
            words.extend(phrase.map(|phrase| (class, phrase)));
        }
    }
    if !is_given {
        let within = table.section;
        reader.report(table.at, ProblemKind::NoWords { within });
    }
    words.sort();
    words.dedup();
    words.into()
}

/// The words of a phrase; reported if they can't be met.
fn read_phrase(reader: &mut Reader<'_>, word: &Word<'_>) -> Option<Phrase> {
    match phrase(&word.text) {
        Ok(phrase) => Some(phrase),
        Err(fault) => {
            let text = word.text.to_string();
            reader.report(word.at, ProblemKind::Unmeetable { text, fault });
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_lower_case_with_single_separators() {
        for id in ["un", "g7", "united_states", "a_1_b"] {
            assert!(is_id(id, '_'), "{id}");
        }
        for id in ["", "_a", "a_", "a__b", "United", "a-b", "a b", "ö"] {
            assert!(!is_id(id, '_'), "{id}");
        }
        assert!(!is_id(&"a".repeat(81), '_'));
        assert_eq!(
            as_id("United States (of America)", '_'),
            "united_states_of_america"
        );
    }
}
