//! Front matter: what a file says of itself before its text.
//!
//! Two forms. Fenced, as many writing tools save it:
//!
//! ```text
//! ---
//! title: The river rises
//! outlet: The Outlet
//! date: 2021-03-03
//! ---
//! ```
//!
//! and bare: at least two lines at the very top, each one of the known keys with a colon, and a blank line after them. Keys are `title` (`headline`),
//! `outlet` (`source`, `publication`, `publisher`, `site`), `author` (`authors`, `byline`, `by`) and `date` (`published`); a fenced
//! block may have others, which are left alone. It stays in the text as furniture. `O(n)` in the length of the block, of
//! [`MOST_LINES`] lines at most.

use super::facts::Facts;
use super::line::{is_blank, trimmed};
use crate::span::Span;

/// The most lines that front matter may have.
const MOST_LINES: usize = 200;

/// The front matter that `text` begins with: what it says and where it stands.
pub(super) fn front_matter(text: &str) -> Option<(Facts, Span)> {
    let start = text.len() - text.trim_start_matches(is_blank).len();
    let body = text.get(start..)?;
    if body.lines().next()?.trim_end() == "---" {
        fenced(body, start)
    } else {
        bare(body, start)
    }
}

fn fenced(body: &str, start: usize) -> Option<(Facts, Span)> {
    let mut facts = Facts::default();
    let mut end = 0;
    for (index, line) in body.split_inclusive('\n').take(MOST_LINES).enumerate() {
        let words = line.trim_end();
        if index > 0 && matches!(words, "---" | "...") {
            return Some((facts, Span::new(start, start + end + words.len())));
        }
        if index > 0
            && !words.is_empty()
            && !words.contains(':')
            && !words.starts_with([' ', '-', '#', '\t'])
        {
            return None;
        }
        if let Some((key, value)) = key_and_value(words) {
            key.tell(&mut facts, value, index + 1);
        }
        end += line.len();
    }
    None
}

fn bare(body: &str, start: usize) -> Option<(Facts, Span)> {
    let mut facts = Facts::default();
    let (mut end, mut after, mut told) = (0, 0, 0);
    for (index, line) in body.split_inclusive('\n').take(MOST_LINES).enumerate() {
        if trimmed(line).is_none() {
            break;
        }
        let (key, value) = key_and_value(line.trim_end())?;
        key.tell(&mut facts, value, index + 1);
        told += 1;
        end = after + line.trim_end().len();
        after += line.len();
    }
    (told >= 2 && after < body.len()).then(|| (facts, Span::new(start, start + end)))
}

/// What a key is about.
#[derive(Clone, Copy)]
enum Key {
    Title,
    Outlet,
    Author,
    Date,
}

impl Key {
    fn tell(self, facts: &mut Facts, value: &str, line: usize) {
        match self {
            Self::Title => facts.title = Some(value.to_owned()),
            Self::Outlet => facts.outlet = Some(value.to_owned()),
            Self::Author => facts.author = Some(value.to_owned()),
            Self::Date => facts.read_date(value, line),
        }
    }
}

/// The known key of a line, and its value without quotation marks; `None` for another key or an empty value.
fn key_and_value(line: &str) -> Option<(Key, &str)> {
    let (name, value) = line.split_once(':')?;
    let key = match name.to_ascii_lowercase().as_str() {
        "title" | "headline" => Key::Title,
        "outlet" | "source" | "publication" | "publisher" | "site" => Key::Outlet,
        "author" | "authors" | "byline" | "by" => Key::Author,
        "date" | "published" => Key::Date,
        _ => return None,
    };
    let value = value.trim();
    let unquoted = ['"', '\'']
        .iter()
        .find_map(|mark| value.strip_prefix(*mark)?.strip_suffix(*mark));
    let value = unquoted.unwrap_or(value).trim();
    (!value.is_empty()).then_some((key, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fenced_block_tells_its_facts() {
        let text = "---\r\ntitle: \"The river: a tale\"\r\nlayout: post\r\ntags:\r\n  - rivers\r\nAuthor: Jane Roe\r\ndate: 2021-03-03\r\n---\r\nThe river rose.";
        let (facts, span) = front_matter(text).unwrap();
        assert_eq!(facts.title.as_deref(), Some("The river: a tale"));
        assert_eq!(facts.author.as_deref(), Some("Jane Roe"));
        assert_eq!(facts.outlet, None);
        assert_eq!(facts.date.unwrap().to_string(), "2021-03-03");
        assert_eq!(text.get(span.end()..), Some("\r\nThe river rose."));
    }

    #[test]
    fn bare_lines_tell_their_facts() {
        let text = "Title: The river rises\nOutlet: The Outlet\n\nThe river rose.";
        let (facts, span) = front_matter(text).unwrap();
        assert_eq!(facts.outlet.as_deref(), Some("The Outlet"));
        assert_eq!(text.get(span.end()..), Some("\n\nThe river rose."));
    }

    #[test]
    fn text_that_only_begins_alike_is_no_front_matter() {
        for text in [
            "",
            "---",
            "---\nThe river rose.\n---\nIt fell.",
            "---\ntitle: The river rises\nThe river rose.",
            "Title: The river rises\n\nThe river rose.",
            "Title: The river rises\nThe river rose.\n\nIt fell.",
            "Source: Jane Roe\nDate: 2021",
        ] {
            assert!(front_matter(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_date_that_is_none_is_named_with_its_line() {
        let (facts, _) = front_matter("---\ntitle: A\ndate: soon\n---\nB").unwrap();
        assert_eq!(facts.date, None);
        assert_eq!(
            facts.warnings[0].to_string(),
            "line 3: `soon` is no date: write 2024-02-13, 2024-02, 2024 or February 13, 2024"
        );
    }
}
