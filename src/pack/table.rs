//! Reads one TOML table by its keys and reports what doesn't fit, each value with its place.

use std::borrow::Cow;

use crate::date::Date;
use crate::span::Span;

use super::error::Problems;
use super::problem::ProblemKind;
use super::schema::Word;
use super::section::Section;
use super::suggest::Suggester;
use super::tree::{Item, Key, Tree, Value};

/// Where the problems of a file go while it is read.
#[derive(Debug)]
pub(super) struct Reader<'p> {
    pub(super) problems: &'p mut Problems,
    pub(super) file: usize,
    pub(super) suggester: Suggester,
}

impl Reader<'_> {
    pub(super) fn report(&mut self, at: Span, kind: ProblemKind) {
        self.problems.report(self.file, at, kind);
    }

    /// Reports a value that isn't of the type it should be.
    pub(super) fn wrong_type(&mut self, key: &str, expected: &'static str, item: &Item<'_>) {
        let kind = ProblemKind::WrongType {
            key: key.to_owned(),
            expected,
            found: type_of(&item.value),
        };
        self.report(item.at, kind);
    }
}

/// The type of a value, for messages.
fn type_of(value: &Value<'_>) -> &'static str {
    match value {
        Value::Text(_) => "a text",
        Value::Number(_) => "a number",
        Value::Flag(_) => "true or false",
        Value::Day(_) => "a date",
        Value::Time => "a time",
        Value::List(_) => "a list",
        Value::Table(_) => "a table",
    }
}

/// A word of a fixed set: "support", "object-infinitive".
pub(super) trait Choice: Copy + 'static {
    /// What the set is called in messages.
    const OF: &'static str;
    /// The words, in the order of the documentation.
    const ALL: &'static [(&'static str, Self)];
}

/// A table that is known to have no keys but its section's.
#[derive(Clone, Copy, Debug)]
pub(super) struct Table<'a, 't> {
    pub(super) section: Section,
    /// The words that open it: its header, or the whole of an inline table.
    pub(super) at: Span,
    tree: &'a Tree<'t>,
}

impl<'a, 't> Table<'a, 't> {
    /// Takes a table for a section's, and reports the keys that the section doesn't have.
    pub(super) fn open(
        reader: &mut Reader<'_>,
        section: Section,
        at: Span,
        tree: &'a Tree<'t>,
    ) -> Self {
        for Key { name, at, .. } in &tree.keys {
            let name: &str = name;
            if section.keys().contains(&name) {
                continue;
            }
            let meant = reader
                .suggester
                .nearest(name, section.keys().iter().copied());
            let kind = ProblemKind::UnknownKey {
                key: name.to_owned(),
                within: section,
                meant,
            };
            reader.report(*at, kind);
        }
        Self { section, at, tree }
    }

    fn key(&self, name: &str) -> Option<&'a Key<'t>> {
        debug_assert!(
            self.section.keys().contains(&name),
            "a key that the schema lacks"
        );
        self.tree.get(name)
    }

    /// The value of a key, if it is there.
    pub(super) fn item(&self, name: &str) -> Option<&'a Item<'t>> {
        self.key(name).map(|key| &key.item)
    }

    /// Whether a key is there.
    pub(super) fn has(&self, name: &str) -> bool {
        self.key(name).is_some()
    }

    /// The place of a key, if it is there.
    pub(super) fn key_at(&self, name: &str) -> Option<Span> {
        self.key(name).map(|key| key.at)
    }

    /// Reports the key as missing unless it is there.
    pub(super) fn require(&self, reader: &mut Reader<'_>, key: &'static str) {
        if !self.has(key) {
            let within = self.section;
            reader.report(self.at, ProblemKind::MissingKey { key, within });
        }
    }

    /// A text that isn't empty.
    pub(super) fn text(&self, reader: &mut Reader<'_>, key: &'static str) -> Option<Word<'t>> {
        text(reader, key, self.item(key)?, "a text")
    }

    /// A text that must be there.
    pub(super) fn required_text(
        &self,
        reader: &mut Reader<'_>,
        key: &'static str,
    ) -> Option<Word<'t>> {
        self.require(reader, key);
        self.text(reader, key)
    }

    /// The values of a list, or the one value that stands for a list of it. An empty list is a mistake.
    pub(super) fn items(&self, reader: &mut Reader<'_>, key: &'static str) -> &'a [Item<'t>] {
        let Some(item) = self.item(key) else {
            return &[];
        };
        match &item.value {
            Value::List(items) => {
                if items.is_empty() {
                    reader.report(item.at, ProblemKind::Empty { key });
                }
                items
            }
            _ => std::slice::from_ref(item),
        }
    }

    /// Texts, none of them empty: a list of them, or one.
    pub(super) fn texts(&self, reader: &mut Reader<'_>, key: &'static str) -> Vec<Word<'t>> {
        let items = self.items(reader, key).iter();
        let expected = "a text or a list of texts";
        items
            .filter_map(|item| text(reader, key, item, expected))
            .collect()
    }

    /// As [`texts`](Self::texts), but an empty list says "none".
    pub(super) fn texts_or_none(
        &self,
        reader: &mut Reader<'_>,
        key: &'static str,
    ) -> Vec<Word<'t>> {
        match self.item(key).map(|item| &item.value) {
            Some(Value::List(items)) if items.is_empty() => Vec::new(),
            _ => self.texts(reader, key),
        }
    }

    /// `true` or `false`; `false` if it isn't there.
    pub(super) fn flag(&self, reader: &mut Reader<'_>, key: &'static str) -> bool {
        let Some(item) = self.item(key) else {
            return false;
        };
        let Value::Flag(flag) = item.value else {
            reader.wrong_type(key, "true or false", item);
            return false;
        };
        flag
    }

    /// A word of a fixed set.
    pub(super) fn choice<C: Choice>(
        &self,
        reader: &mut Reader<'_>,
        key: &'static str,
    ) -> Option<C> {
        let word = self.text(reader, key)?;
        choice(reader, &word)
    }

    /// A word of a fixed set that must be there.
    pub(super) fn required_choice<C: Choice>(
        &self,
        reader: &mut Reader<'_>,
        key: &'static str,
    ) -> Option<C> {
        self.require(reader, key);
        self.choice(reader, key)
    }

    /// Words of a fixed set: a list of them, or one.
    pub(super) fn choices<C: Choice>(&self, reader: &mut Reader<'_>, key: &'static str) -> Vec<C> {
        let words = self.texts(reader, key);
        words
            .iter()
            .filter_map(|word| choice(reader, word))
            .collect()
    }

    /// A year, month or day, as a text, a TOML date or the number of a year.
    pub(super) fn date(&self, reader: &mut Reader<'_>, key: &'static str) -> Option<Date> {
        let item = self.item(key)?;
        let text = match &item.value {
            Value::Text(text) | Value::Number(text) => text,
            Value::Day(text) => text.as_str(),
            _ => {
                reader.wrong_type(key, "a year, month or day", item);
                return None;
            }
        };
        let date = date(text);
        if date.is_none() {
            let text = text.to_owned();
            reader.report(item.at, ProblemKind::BadDate { text });
        }
        date
    }

    /// A table that is the value of a key.
    pub(super) fn table(
        &self,
        reader: &mut Reader<'_>,
        key: &'static str,
        section: Section,
    ) -> Option<Table<'a, 't>> {
        let item = self.item(key)?;
        let Value::Table(tree) = &item.value else {
            reader.wrong_type(key, "a table", item);
            return None;
        };
        Some(Table::open(reader, section, item.at, tree))
    }

    /// The tables of an array of tables.
    pub(super) fn tables(
        &self,
        reader: &mut Reader<'_>,
        key: &'static str,
        section: Section,
    ) -> Vec<Table<'a, 't>> {
        let Some(item) = self.item(key) else {
            return Vec::new();
        };
        let Value::List(items) = &item.value else {
            reader.wrong_type(key, "a list of entries", item);
            return Vec::new();
        };
        let mut tables = Vec::with_capacity(items.len());
        for item in items {
            match &item.value {
                Value::Table(tree) => tables.push(Table::open(reader, section, item.at, tree)),
                _ => reader.wrong_type(key, "a list of entries", item),
            }
        }
        tables
    }
}

/// A text that isn't empty.
pub(super) fn text<'t>(
    reader: &mut Reader<'_>,
    key: &'static str,
    item: &Item<'t>,
    expected: &'static str,
) -> Option<Word<'t>> {
    let at = item.at;
    let Value::Text(text) = &item.value else {
        reader.wrong_type(key, expected, item);
        return None;
    };
    let text = match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    };
    if text.is_empty() {
        reader.report(at, ProblemKind::Empty { key });
        return None;
    }
    Some(Word { text, at })
}

fn choice<C: Choice>(reader: &mut Reader<'_>, word: &Word<'_>) -> Option<C> {
    let found = C::ALL.iter().find(|(name, _)| *name == word.text);
    if let Some((_, choice)) = found {
        return Some(*choice);
    }
    let allowed: Vec<_> = C::ALL.iter().map(|(name, _)| *name).collect();
    let meant = reader
        .suggester
        .nearest(&word.text, allowed.iter().copied());
    // The suggestion borrows from a list that lives for ever.
    let meant = allowed.iter().copied().find(|name| Some(*name) == meant);
    let kind = ProblemKind::UnknownValue {
        value: word.text.to_string(),
        of: C::OF,
        allowed,
        meant,
    };
    reader.report(word.at, kind);
    None
}

/// `2021`, `2021-06` or `2021-06-13`.
fn date(text: &str) -> Option<Date> {
    let digits =
        |part: &str, count| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts = text.split('-');
    let year = parts.next().filter(|year| digits(year, 4))?.parse().ok()?;
    let two = |part: Option<&str>| match part {
        Some(part) if digits(part, 2) => part.parse().map(Some).ok(),
        Some(_) => None,
        None => Some(None),
    };
    let month = two(parts.next())?;
    let day = two(parts.next())?;
    match parts.next() {
        Some(_) => None,
        None => match (month, day) {
            (Some(month), Some(day)) => Date::of_day(year, month, day),
            (Some(month), None) => Date::of_month(year, month),
            (None, _) => Date::of_year(year),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_as_precise_as_they_are_written() {
        let shown = |text| date(text).map(|date| date.to_string());
        for text in ["2006", "2024-01", "2024-02-29"] {
            assert_eq!(shown(text).as_deref(), Some(text));
        }
        for text in [
            "",
            "24",
            "2024-1",
            "2024-13",
            "2023-02-29",
            "2024-00-01",
            "2024-01-01-01",
            "2024-01-01T10",
            "-024",
            "２０２４",
        ] {
            assert_eq!(shown(text), None, "{text}");
        }
    }
}
