//! The cue words of furniture: what such lines open with, consist of or hold. One is added as a line of `furniture.tsv`.
//!
//! Cost: what a line opens with is looked up by its first letter; what it holds, with one look for a mark on most lines.

use std::sync::LazyLock;

use memchr::memmem;

/// The cue words of `furniture.tsv`.
pub(super) struct Cues {
    /// By their first byte.
    opens: Vec<Vec<&'static str>>,
    whole: Vec<&'static str>,
    holds: Vec<Held>,
}

/// Words that mark the line they stand in.
struct Held {
    /// A mark among them that few lines have, so that most lines are done with one look.
    mark: Option<u8>,
    words: memmem::Finder<'static>,
}

pub(super) static CUES: LazyLock<Cues> =
    LazyLock::new(|| Cues::read(include_str!("furniture.tsv")));

impl Cues {
    fn read(table: &'static str) -> Self {
        let rows = || {
            table
                .lines()
                .filter(|line| !line.starts_with('#'))
                .filter_map(|line| line.split_once('\t'))
        };
        let named = |kind: &str| {
            rows()
                .filter(|row| row.0 == kind)
                .map(|row| row.1)
                .collect::<Vec<_>>()
        };
        let mut opens = vec![Vec::new(); 256];
        for words in named("opens") {
            let first = words.bytes().next().map(usize::from);
            if let Some(bucket) = first.and_then(|first| opens.get_mut(first)) {
                bucket.push(words);
            }
        }
        let holds = named("holds").into_iter().map(|words| Held {
            mark: words.bytes().find(|byte| b"/])*".contains(byte)),
            words: memmem::Finder::new(words),
        });
        let holds = holds.collect();
        let whole = named("whole");
        Self {
            opens,
            whole,
            holds,
        }
    }

    pub(super) fn opens(&self, text: &str) -> bool {
        let first = text
            .bytes()
            .next()
            .map(|byte| usize::from(byte.to_ascii_lowercase()));
        let bucket = first.and_then(|first| self.opens.get(first));
        // Any apostrophe of a text may be the straight one of a cue.
        let may_open = |cue: &&&str| {
            let mut letters = cue.bytes().zip(text.bytes());
            let other = letters.find(|(own, there)| *own != there.to_ascii_lowercase());
            other.is_none_or(|(own, _)| own == b'\'')
        };
        bucket.into_iter().flatten().filter(may_open).any(|cue| {
            after_words(text, cue).is_some_and(|rest| {
                !cue.ends_with(char::is_alphabetic) || !rest.starts_with(char::is_alphanumeric)
            })
        })
    }

    pub(super) fn is_whole(&self, lower: &str) -> bool {
        const LONGEST: usize = 32;
        let words = || {
            lower.trim_matches([
                ':', '*', '.', '»', '>', '→', '<', '«', '←', '+', '-', '_', '#', '|', ' ',
            ])
        };
        lower.len() <= LONGEST && self.whole.contains(&words())
    }

    pub(super) fn holds(&self, lower: &str) -> bool {
        let bytes = lower.as_bytes();
        let marked = memchr::memchr3(b'/', b']', b')', bytes).is_some()
            || memchr::memchr(b'*', bytes).is_some();
        let mut held = self
            .holds
            .iter()
            .filter(|held| marked || held.mark.is_none());
        held.any(|held| held.words.find(bytes).is_some())
    }
}

/// What follows `cue`, which is in small letters, at the head of `text`; any apostrophe is one.
fn after_words<'t>(text: &'t str, cue: &str) -> Option<&'t str> {
    let mut rest = text;
    for piece in cue.split_inclusive('\'') {
        let plain = piece.trim_end_matches('\'');
        let head = rest.get(..plain.len())?;
        if !head.eq_ignore_ascii_case(plain) {
            return None;
        }
        rest = rest.get(plain.len()..)?;
        if plain.len() < piece.len() {
            rest = rest.strip_prefix(['\'', '’'])?;
        }
    }
    Some(rest)
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_row_of_the_table_is_used() {
        let table = include_str!("furniture.tsv");
        for (number, row) in table
            .lines()
            .enumerate()
            .filter(|(_, row)| !row.starts_with('#'))
        {
            let (kind, words) = row.split_once('\t').unwrap_or_default();
            assert!(
                matches!(kind, "whole" | "opens" | "holds"),
                "line {}: {row}",
                number + 1
            );
            assert_eq!(words, words.to_lowercase(), "line {}", number + 1);
            assert!(
                !words.is_empty() && !words.contains('’'),
                "line {}",
                number + 1
            );
        }
    }
}
