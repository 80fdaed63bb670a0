//! Reads one TOML table by its keys and reports what doesn't fit, each value with its place.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::date::Date;
use crate::span::Span;

use super::error::Problems;
use super::problem::ProblemKind;
use super::schema::{Section, Word};
use super::suggest::Suggester;

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
    pub(super) fn wrong_type(&mut self, key: &str, expected: &'static str, value: &Value<'_>) {
        let kind = ProblemKind::WrongType {
            key: key.to_owned(),
            expected,
            found: type_of(value),
        };
        self.report(span(value), kind);
    }
}

/// A TOML value with its place.
pub(super) type Value<'t> = Spanned<DeValue<'t>>;

/// The place of a value.
pub(super) fn span<T>(spanned: &Spanned<T>) -> Span {
    let range = spanned.span();
    Span::new(range.start, range.end)
}

/// The type of a value, for messages.
fn type_of(value: &Value<'_>) -> &'static str {
    match value.get_ref() {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
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
pub(super) struct Table<'t, 's> {
    pub(super) section: Section,
    /// The words that open it: its header, or the whole of an inline table.
    pub(super) at: Span,
    table: &'t DeTable<'s>,
}

impl<'t, 's> Table<'t, 's> {
    /// Takes a table for a section's, and reports the keys that the section doesn't have.
    pub(super) fn open(
        reader: &mut Reader<'_>,
        section: Section,
        at: Span,
        table: &'t DeTable<'s>,
    ) -> Self {
        for key in table.keys() {
            let name: &str = key.get_ref();
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
            reader.report(span(key), kind);
        }
        Self { section, at, table }
    }

    /// The value of a key, if it is there.
    pub(super) fn value(&self, key: &str) -> Option<&'t Value<'s>> {
        debug_assert!(
            self.section.keys().contains(&key),
            "a key that the schema lacks"
        );
        self.table.get(key)
    }

    /// The place of a key's value, if it is there.
    pub(super) fn value_at(&self, key: &str) -> Option<Span> {
        self.value(key).map(span)
    }

    /// The place of a key, if it is there.
    pub(super) fn key_at(&self, key: &str) -> Option<Span> {
        self.table.get_key_value(key).map(|(key, _)| span(key))
    }

    /// Reports the key as missing unless it is there.
    pub(super) fn require(&self, reader: &mut Reader<'_>, key: &'static str) {
        if self.value(key).is_none() {
            let within = self.section;
            reader.report(self.at, ProblemKind::MissingKey { key, within });
        }
    }

    /// A text that isn't empty.
    pub(super) fn text(&self, reader: &mut Reader<'_>, key: &'static str) -> Option<Word> {
        text(reader, key, self.value(key)?, "a text")
    }

    /// A text that must be there.
    pub(super) fn required_text(&self, reader: &mut Reader<'_>, key: &'static str) -> Option<Word> {
        self.require(reader, key);
        self.text(reader, key)
    }

    /// The values of a list, or the one value that stands for a list of it. An empty list is a mistake.
    pub(super) fn values(&self, reader: &mut Reader<'_>, key: &'static str) -> &'t [Value<'s>] {
        let Some(value) = self.value(key) else {
            return &[];
        };
        match value.get_ref() {
            DeValue::Array(values) if values.is_empty() => {
                reader.report(span(value), ProblemKind::Empty { key });
                &[]
            }
            DeValue::Array(values) => values,
            _ => std::slice::from_ref(value),
        }
    }

    /// Texts, none of them empty: a list of them, or one.
    pub(super) fn texts(&self, reader: &mut Reader<'_>, key: &'static str) -> Vec<Word> {
        let values = self.values(reader, key).iter();
        let expected = "a text or a list of texts";
        values
            .filter_map(|value| text(reader, key, value, expected))
            .collect()
    }

    /// As [`texts`](Self::texts), but an empty list says "none".
    pub(super) fn texts_or_none(&self, reader: &mut Reader<'_>, key: &'static str) -> Vec<Word> {
        match self.value(key).map(Spanned::get_ref) {
            Some(DeValue::Array(values)) if values.is_empty() => Vec::new(),
            _ => self.texts(reader, key),
        }
    }

    /// `true` or `false`; `false` if it isn't there.
    pub(super) fn flag(&self, reader: &mut Reader<'_>, key: &'static str) -> bool {
        let Some(value) = self.value(key) else {
            return false;
        };
        let DeValue::Boolean(flag) = value.get_ref() else {
            reader.wrong_type(key, "true or false", value);
            return false;
        };
        *flag
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
        let value = self.value(key)?;
        let text = match value.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Datetime(date) if date.time.is_none() => date.to_string(),
            DeValue::Integer(year) if year.radix() == 10 => year.as_str().to_owned(),
            _ => {
                reader.wrong_type(key, "a year, month or day", value);
                return None;
            }
        };
        let date = date(&text);
        if date.is_none() {
            reader.report(span(value), ProblemKind::BadDate { text });
        }
        date
    }

    /// A table that is the value of a key.
    pub(super) fn table(
        &self,
        reader: &mut Reader<'_>,
        key: &'static str,
        section: Section,
    ) -> Option<Table<'t, 's>> {
        let value = self.value(key)?;
        let DeValue::Table(table) = value.get_ref() else {
            reader.wrong_type(key, "a table", value);
            return None;
        };
        Some(Table::open(reader, section, span(value), table))
    }

    /// The tables of an array of tables.
    pub(super) fn tables(
        &self,
        reader: &mut Reader<'_>,
        key: &'static str,
        section: Section,
    ) -> Vec<Table<'t, 's>> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let DeValue::Array(values) = value.get_ref() else {
            reader.wrong_type(key, "a list of entries", value);
            return Vec::new();
        };
        let mut tables = Vec::with_capacity(values.len());
        for value in values {
            match value.get_ref() {
                DeValue::Table(table) => {
                    tables.push(Table::open(reader, section, span(value), table))
                }
                _ => reader.wrong_type(key, "a list of entries", value),
            }
        }
        tables
    }
}

/// A text that isn't empty.
pub(super) fn text(
    reader: &mut Reader<'_>,
    key: &'static str,
    value: &Value<'_>,
    expected: &'static str,
) -> Option<Word> {
    let DeValue::String(text) = value.get_ref() else {
        reader.wrong_type(key, expected, value);
        return None;
    };
    let at = span(value);
    if text.trim().is_empty() {
        reader.report(at, ProblemKind::Empty { key });
        return None;
    }
    let text = text.trim().to_owned();
    Some(Word { text, at })
}

fn choice<C: Choice>(reader: &mut Reader<'_>, word: &Word) -> Option<C> {
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
        value: word.text.clone(),
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
