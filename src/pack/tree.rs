//! A TOML file as a tree whose every key and value keeps its place.
//!
//! Two readers make it. [`plain`](super::plain) reads what packs are made of at many times the speed; whatever else TOML has, and all that is
//! wrong, is the `toml` crate's. Where the first one gives a tree, the second gives the same: a property test.

use std::borrow::Cow;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::span::Span;

/// A table: its keys, each once, in any order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tree<'t> {
    pub(super) keys: Vec<Key<'t>>,
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Key<'t> {
    pub(super) name: Cow<'t, str>,
    pub(super) at: Span,
    pub(super) item: Item<'t>,
}

/// A value with its place; of a table under a header that is the header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item<'t> {
    pub(super) value: Value<'t>,
    pub(super) at: Span,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value<'t> {
    Text(Cow<'t, str>),
    /// As it is written.
    Number(Cow<'t, str>),
    Flag(bool),
    /// A day, without a time.
    Day(String),
    /// A time, with a day or without.
    Time,
    List(Vec<Item<'t>>),
    Table(Tree<'t>),
}

impl<'t> Tree<'t> {
    /// The key with a name.
    pub(super) fn get(&self, name: &str) -> Option<&Key<'t>> {
        self.keys.iter().find(|key| key.name == name)
    }

    /// The tree of what the `toml` crate has read. Its depth is bounded by that crate.
    pub(super) fn of(table: DeTable<'t>) -> Self {
        let keys = table.into_iter().map(|(name, value)| Key {
            at: span(&name),
            name: name.into_inner(),
            item: item(value),
        });
        Self {
            keys: keys.collect(),
        }
    }
}

fn span<T>(spanned: &Spanned<T>) -> Span {
    let range = spanned.span();
    Span::new(range.start, range.end)
}

fn item(value: Spanned<DeValue<'_>>) -> Item<'_> {
    let at = span(&value);
    let value = match value.into_inner() {
        DeValue::String(text) => Value::Text(text),
        DeValue::Integer(number) => Value::Number(Cow::Owned(number.to_string())),
        DeValue::Float(number) => Value::Number(Cow::Owned(number.to_string())),
        DeValue::Boolean(flag) => Value::Flag(flag),
        DeValue::Datetime(time) if time.time.is_none() => Value::Day(time.to_string()),
        DeValue::Datetime(_) => Value::Time,
        DeValue::Array(values) => Value::List(values.into_iter().map(item).collect()),
        DeValue::Table(table) => Value::Table(Tree::of(table)),
    };
    Item { value, at }
}
