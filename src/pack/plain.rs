//! Reads the plain TOML that packs are made of, fast: 1 MB of it is compiled into the crate and read at each start.
//!
//! Plain are comments, `[name]` and `[[name]]`, `name = value`; values are texts on one line, whole numbers, `true` and `false`, lists and inline tables
//! of these. Whatever isn't surely plain and right gives `None`, and the `toml` crate reads it from the start: dates, dotted keys, other numbers, texts of several lines, and
//! every mistake. One pass over the bytes; a text without escapes is borrowed.

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

/// Adds a key to a table that doesn't have it.
fn add<'t>(tree: &mut Tree<'t>, key: Key<'t>) -> Option<()> {
    match tree.get(&key.name) {
        Some(_) => None,
        None => {
            tree.keys.push(key);
            Some(())
        }
    }
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
                file.keys.push(Key {
                    name,
                    at: name_at,
                    item,
                });
            }
        }
        Some(())
    }

    /// The keys of an entry.
    fn keys(&mut self) -> Option<Tree<'t>> {
        let mut tree = Tree::default();
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
        self.skip_until(|byte| matches!(byte, b'"' | b'\\'))?;
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
            self.skip_until(|byte| matches!(byte, b'"' | b'\\'))?;
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
        self.skip_until(|byte| byte == b'\'')?;
        let text = self.since(start);
        self.at += 1;
        (!text.is_empty() || self.byte() != Some(b'\'')).then_some(Cow::Borrowed(text))
    }

    /// Skips to the first such byte; `None` if a control character or the end comes before.
    fn skip_until(&mut self, ends: fn(u8) -> bool) -> Option<()> {
        let is_end = |byte: &u8| ends(*byte) || (*byte != b'\t' && byte.is_ascii_control());
        let rest = self.rest();
        let length = rest.iter().position(is_end)?;
        self.at += length;
        rest.get(length)
            .is_some_and(|byte| ends(*byte))
            .then_some(())
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
        let mut tree = Tree::default();
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use toml::de::DeTable;

    use super::*;

    /// The keys of every table in order of place: the readers are free in it.
    fn sort(value: &mut Value<'_>) {
        match value {
            Value::Table(tree) => {
                tree.keys
                    .iter_mut()
                    .for_each(|key| sort(&mut key.item.value));
                tree.keys.sort_by_key(|key| key.at);
            }
            Value::List(items) => items.iter_mut().for_each(|item| sort(&mut item.value)),
            _ => {}
        }
    }

    fn sorted(tree: Tree<'_>) -> Value<'_> {
        let mut value = Value::Table(tree);
        sort(&mut value);
        value
    }

    /// Whether the text is plain; if so, both readers must give one tree.
    fn is_plain(text: &str) -> bool {
        let Some(tree) = plain(text) else {
            return false;
        };
        let table = DeTable::parse(text).unwrap_or_else(|error| panic!("{text:?}: {error}"));
        assert_eq!(
            sorted(tree),
            sorted(Tree::of(table.into_inner())),
            "{text:?}"
        );
        true
    }

    #[test]
    fn what_packs_are_made_of_is_plain() {
        for text in [
            "",
            "# only this",
            "a = 1",
            "[pack]\nname = \"x\" # why\n\n[[actor]]\r\nid = 'b'\r\n[[actor]]\n[[cue]]\n",
            "[[cue]]\na = [\n  \"x\", # one\n  { b = true, c = [false, 12] },\n]\nd = {}\ne = []\nf = \"\"\ng = ''\n",
            "[[cue]]\na = \"“é” \\\"quoted\\\" \\\\ tab\\t\"\n",
        ] {
            assert!(is_plain(text), "{text:?}");
        }
    }

    #[test]
    fn what_needs_thought_is_left_to_the_other_reader() {
        let values = [
            "0",
            "01",
            "1.5",
            "1_000",
            "-1",
            "2021-06-13",
            "truely",
            "1\na = 2",
            "[{}]\n[[a]]",
            "[[[{}]]]\n[[a]]",
            "\"\"\"x\"\"\"",
            "'''x'''",
            "\"\\u00e9\"",
            "\"x",
            "'x",
            "[1",
            "[1 2]",
            "1 b = 2",
            "\"\u{1}\"",
            "1\rb = 2",
            "1\n]",
            "{b = 1, b = 2}",
            "{b = 1,}",
            "{\nb = 1}",
            "[[[[[[[[[1]]]]]]]]]",
            "",
        ];
        for value in values {
            let text = format!("a = {value}");
            assert!(!is_plain(&text), "{text:?}");
        }
        let texts = [
            "a.b = 1",
            "\"a\" = 1",
            "[a]\n[a]",
            "[a]\n[[a]]",
            "[[a]]\n[a]",
            "[a.b]",
            "[ a ]",
            "[[a]\n",
            "# \u{1}",
            "\u{feff}a = 1",
            "a",
            "= 1",
            "[a] b = 1",
        ];
        for text in texts {
            assert!(!is_plain(text), "{text:?}");
        }
    }

    #[test]
    fn the_documentation_is_plain() {
        let readme = include_str!("builtin/README.md");
        let blocks = readme.split("```toml\n").skip(1);
        let toml: String = blocks
            .filter_map(|block| block.split_once("```"))
            .map(|(toml, _)| toml)
            .collect();
        assert!(is_plain(&toml));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]

        #[test]
        fn both_readers_agree_on_whatever_is_plain(
            parts in proptest::collection::vec(
                r#"[ab]|[ab] = |=|[ ]|\[|\[\[[ab]\]\]|\]|\{|\}|,|"|'|"x"|'y'|\\n|\\"|\n|\n|\r\n|\r|#|12|true|é"#,
                0..24,
            ),
        ) {
            is_plain(&parts.concat());
        }

        #[test]
        fn both_readers_agree_on_what_looks_like_a_pack(
            lines in proptest::collection::vec(
                r#"(\[\[[ab]\]\]|\[[ab]\]|[a-f] = (1|"x"|'y'|true|\[\]|\[1, "z",?\]|\{\}|\{ [ab] = 1(, [ab] = '')? \}))[ ]?(#.?)?"#,
                0..8,
            ),
        ) {
            is_plain(&lines.join("\n"));
        }
    }
}
