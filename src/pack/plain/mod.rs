//! Reads the plain TOML that packs are made of, fast: 1.5 MB of it come with the crate, and are read whenever a layer
//! comes over them.
//!
//! Plain are comments, `[name]` and `[[name]]`, `name = value`; values are texts on one line, whole numbers, `true` and `false`, lists and inline tables
//! of these. Whatever isn't surely plain and right gives `None`, and the `toml` crate reads it from the start: dates, dotted keys, other numbers, texts of several lines, and
//! every mistake. One pass over the bytes; a text without escapes is borrowed.

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use crate::span::Span;

use super::tree::{Item, Key, Tree, Value};

/// The tree of a text that is plain TOML.
pub(super) fn plain(text: &str) -> Option<Tree<'_>> {
    let mut reader = Plain { text, at: 0 };
    let mut file = Tree::default();
    loop {
        reader.skip_lines()?;
        match reader.byte() {
            None => return Some(file),
            Some(b'[') => reader.entry(&mut file)?,
            Some(_) => {
                let key = reader.key_value(0)?;
                // A key of the file itself, so before any header.
                add(&mut file, key)?;
                reader.end_of_line()?;
            }
        }
    }
}

/// More keys than any table of a pack has; each is compared with all before it.
const MOST_KEYS: usize = 64;

/// Adds a key to a table that doesn't have it.
fn add<'t>(tree: &mut Tree<'t>, key: Key<'t>) -> Option<()> {
    let is_new = tree.keys.len() < MOST_KEYS && tree.get(&key.name).is_none();
    is_new.then(|| tree.keys.push(key))
}

/// Lists in lists and tables in them; a pack needs two.
const DEEPEST: usize = 8;

struct Plain<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Plain<'t> {
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn rest(&self) -> &'t [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    /// Takes a byte if it is the next.
    fn take(&mut self, byte: u8) -> Option<()> {
        let is_next = self.byte() == Some(byte);
        self.at += usize::from(is_next);
        is_next.then_some(())
    }

    fn since(&self, start: usize) -> &'t str {
        Span::new(start, self.at).of(self.text)
    }

    fn skip_spaces(&mut self) {
        while let Some(b' ' | b'\t') = self.byte() {
            self.at += 1;
        }
    }

    /// Skips white space, line ends and comments.
    fn skip_lines(&mut self) -> Option<()> {
        loop {
            match self.byte() {
                Some(b' ' | b'\t' | b'\n') => self.at += 1,
                Some(b'\r') => {
                    self.at += 1;
                    self.take(b'\n')?;
                }
                Some(b'#') => self.comment()?,
                _ => return Some(()),
            }
        }
    }

    /// Skips a comment up to its line end.
    fn comment(&mut self) -> Option<()> {
        let rest = self.rest();
        let length = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
        let comment = rest.get(..length)?;
        let comment = comment
            .strip_suffix(b"\r")
            .filter(|_| length < rest.len())
            .unwrap_or(comment);
        self.at += length;
        let is_allowed = |byte: &u8| *byte == b'\t' || !byte.is_ascii_control();
        comment.iter().all(is_allowed).then_some(())
    }

    /// Nothing but a comment up to the line end.
    fn end_of_line(&mut self) -> Option<()> {
        self.skip_spaces();
        match self.byte() {
            None | Some(b'\n') => Some(()),
            Some(b'\r') => {
                self.at += 1;
                (self.byte() == Some(b'\n')).then_some(())
            }
            Some(b'#') => self.comment(),
            Some(_) => None,
        }
    }

    /// `[name]` or `[[name]]`, and the keys up to the next header.
    fn entry(&mut self, file: &mut Tree<'t>) -> Option<()> {
        let start = self.at;
        self.take(b'[')?;
        let is_one_of_many = self.take(b'[').is_some();
        let (name, name_at) = self.bare_key()?;
        self.take(b']')?;
        if is_one_of_many {
            self.take(b']')?;
        }
        let at = Span::new(start, self.at);
        self.end_of_line()?;
        let item = Item {
            value: Value::Table(self.keys()?),
            at,
        };
        match file.keys.iter_mut().find(|key| key.name == name) {
            Some(key) => match &mut key.item.value {
                // A list that headers opened, not one that was written as a value.
                Value::List(items) if is_one_of_many && is_header(self.text, items.last()) => {
                    items.push(item)
                }
                _ => return None,
            },
            None => {
                let value = if is_one_of_many {
                    Value::List(vec![item])
                } else {
                    item.value
                };
                let name = Cow::Borrowed(name);
                let item = Item { value, at };
                add(
                    file,
                    Key {
                        name,
                        at: name_at,
                        item,
                    },
                )?;
            }
        }
        Some(())
    }

    /// The keys of an entry.
    fn keys(&mut self) -> Option<Tree<'t>> {
        let mut tree = Tree {
            keys: Vec::with_capacity(8),
        };
        loop {
            self.skip_lines()?;
            match self.byte() {
                None | Some(b'[') => return Some(tree),
                Some(_) => {
                    let key = self.key_value(0)?;
                    add(&mut tree, key)?;
                    self.end_of_line()?;
                }
            }
        }
    }

    fn key_value(&mut self, depth: usize) -> Option<Key<'t>> {
        let (name, at) = self.bare_key()?;
        self.skip_spaces();
        self.take(b'=')?;
        self.skip_spaces();
        let item = self.item(depth)?;
        let name = Cow::Borrowed(name);
        Some(Key { name, at, item })
    }

    fn bare_key(&mut self) -> Option<(&'t str, Span)> {
        let start = self.at;
        while let Some(b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_') = self.byte() {
            self.at += 1;
        }
        let name = self.since(start);
        (!name.is_empty()).then_some((name, Span::new(start, self.at)))
    }

    fn item(&mut self, depth: usize) -> Option<Item<'t>> {
        let start = self.at;
        let value = match self.byte()? {
            b'"' => Value::Text(self.basic()?),
            b'\'' => Value::Text(self.literal()?),
            b'[' if depth < DEEPEST => Value::List(self.list(depth + 1)?),
            b'{' if depth < DEEPEST => Value::Table(self.inline(depth + 1)?),
            b't' => self.word("true", Value::Flag(true))?,
            b'f' => self.word("false", Value::Flag(false))?,
            b'1'..=b'9' => Value::Number(self.number()?),
            _ => return None,
        };
        let at = Span::new(start, self.at);
        Some(Item { value, at })
    }

    fn word(&mut self, word: &str, value: Value<'t>) -> Option<Value<'t>> {
        self.rest()
            .starts_with(word.as_bytes())
            .then(|| self.at += word.len())?;
        self.ends_here().then_some(value)
    }

    /// A whole number without sign, separators and leading zero, that surely fits.
    fn number(&mut self) -> Option<Cow<'t, str>> {
        let start = self.at;
        while let Some(b'0'..=b'9') = self.byte() {
            self.at += 1;
        }
        let digits = self.since(start);
        (digits.len() < 18 && self.ends_here()).then_some(Cow::Borrowed(digits))
    }

    /// Whether what follows can't go on with the value before it.
    fn ends_here(&self) -> bool {
        matches!(
            self.byte(),
            None | Some(b' ' | b'\t' | b'\r' | b'\n' | b',' | b']' | b'}' | b'#')
        )
    }

    /// A text in double quotation marks.
    fn basic(&mut self) -> Option<Cow<'t, str>> {
        self.take(b'"')?;
        let start = self.at;
        self.skip_to(b'"', b'\\')?;
        if self.byte() == Some(b'"') {
            let text = self.since(start);
            self.at += 1;
            // Three marks open a text of several lines.
            return (!text.is_empty() || self.byte() != Some(b'"')).then_some(Cow::Borrowed(text));
        }
        let mut text = self.since(start).to_owned();
        loop {
            match self.byte()? {
                b'"' => {
                    self.at += 1;
                    return Some(Cow::Owned(text));
                }
                _ => text.push(self.escape()?),
            }
            let start = self.at;
            self.skip_to(b'"', b'\\')?;
            text.push_str(self.since(start));
        }
    }

    /// The character after a backslash, of those that need no more than a look.
    fn escape(&mut self) -> Option<char> {
        self.take(b'\\')?;
        let letter = match self.byte()? {
            b'"' => '"',
            b'\\' => '\\',
            b'n' => '\n',
            b't' => '\t',
            _ => return None,
        };
        self.at += 1;
        Some(letter)
    }

    /// A text in single quotation marks.
    fn literal(&mut self) -> Option<Cow<'t, str>> {
        self.take(b'\'')?;
        let start = self.at;
        self.skip_to(b'\'', b'\'')?;
        let text = self.since(start);
        self.at += 1;
        (!text.is_empty() || self.byte() != Some(b'\'')).then_some(Cow::Borrowed(text))
    }

    /// Skips to a mark that ends a text or escapes; `None` if a control character or the end comes before.
    fn skip_to(&mut self, mark: u8, other: u8) -> Option<()> {
        let rest = self.rest();
        let length = memchr::memchr2(mark, other, rest)?;
        self.at += length;
        let is_control = |byte: &u8| *byte != b'\t' && byte.is_ascii_control();
        (!rest.get(..length)?.iter().any(is_control)).then_some(())
    }

    fn list(&mut self, depth: usize) -> Option<Vec<Item<'t>>> {
        self.take(b'[')?;
        let mut items = Vec::new();
        loop {
            self.skip_lines()?;
            if self.take(b']').is_some() {
                return Some(items);
            }
            items.push(self.item(depth)?);
            self.skip_lines()?;
            if self.take(b',').is_none() {
                self.take(b']')?;
                return Some(items);
            }
        }
    }

    /// An inline table on one line.
    fn inline(&mut self, depth: usize) -> Option<Tree<'t>> {
        self.take(b'{')?;
        let mut tree = Tree {
            keys: Vec::with_capacity(4),
        };
        self.skip_spaces();
        if self.take(b'}').is_some() {
            return Some(tree);
        }
        loop {
            self.skip_spaces();
            let key = self.key_value(depth)?;
            add(&mut tree, key)?;
            self.skip_spaces();
            if self.take(b',').is_none() {
                self.take(b'}')?;
                return Some(tree);
            }
        }
    }
}

/// Whether an item is a table under a `[[header]]`.
fn is_header(text: &str, item: Option<&Item<'_>>) -> bool {
    item.is_some_and(|item| {
        matches!(item.value, Value::Table(_)) && item.at.of(text).starts_with("[[")
    })
}
