//! Bylines: who wrote an article, where it appeared, and when.
//!
//! A line near the top of a text: "Jane Roe, The Outlet, March 3, 2021 —", "The Outlet, 2014-12-17", "By Jane Roe", "Published: 3 March 2021 10:31".
//! It is cut at its separators; one part must be a date with a year, or the line must begin with "By" and a name. What is left is
//! author and outlet, in this order; a single part left is the outlet. A byline is furniture: it gives no claim.
//!
//! Cost: lines up to [`LONGEST`] bytes only. Wrong where a two-part line names an author and a day but no outlet and no "By".

use memchr::memmem;

use super::facts::Facts;
use super::line::word_count;
use crate::date::{DateError, Written};

/// The longest line, in bytes, that may be a byline.
const LONGEST: usize = 200;

/// What the byline in `text`, which stands in `line`, says; `None` where it is none.
pub(super) fn byline(text: &str, line: usize) -> Option<Facts> {
    if text.len() > LONGEST {
        return None;
    }
    let text = text.trim_end_matches([' ', '—', '–', '-', '|', ',', ':', '*', '_']);
    let text = text.trim_start_matches(['*', '_', '—', '–', ' ']);
    let (day, rest) = take_date(text);
    let labelled = strip_label(rest.as_deref().unwrap_or(text).trim_start_matches('|'));
    let parts = parts(labelled.words)?;
    let mut facts = Facts::default();
    if let Some(day) = day {
        facts.read_date(&day, line);
    } else if !labelled.by {
        return None;
    }
    // A month alone is a heading: "March 2021".
    if parts.is_empty() && facts.date.is_some_and(|date| date.day().is_none()) {
        return None;
    }
    let mut parts = parts.into_iter();
    if labelled.by {
        facts.author = Some(parts.next()?);
        facts.outlet = parts.next();
    } else {
        let (first, second) = (parts.next(), parts.next());
        (facts.author, facts.outlet) = if second.is_some() {
            (first, second)
        } else {
            (None, first)
        };
    }
    // "By any means necessary, Tuesday" has more to it than a byline.
    parts.next().is_none().then_some(facts)
}

/// The byline that a paragraph begins with, and the bytes it takes: "Jane Roe, The Outlet, March 3, 2021 — The river rose …". A dateline such as
/// "GENEVA, March 3, 2021 —" belongs to the text and is none.
pub(super) fn leading_byline(text: &str, line: usize) -> Option<(Facts, usize)> {
    let last = text.len().checked_sub(1)?.min(LONGEST);
    let head_end = (0..=last).rev().find(|at| text.is_char_boundary(*at))?;
    let head = text.get(..head_end)?;
    let (at, dash) = [" — ", " – ", " -- "]
        .iter()
        .filter_map(|dash| Some((memmem::find(head.as_bytes(), dash.as_bytes())?, dash.len())))
        .min()?;
    let facts = byline(text.get(..at)?, line)?;
    facts.author.is_some().then_some(())?;
    let end = at + dash - 1;
    facts.date.map(|_| (facts, end))
}

/// The words of a byline behind its label.
struct Labelled<'t> {
    words: &'t str,
    /// Whether the label says that an author follows.
    by: bool,
}

fn strip_label(text: &str) -> Labelled<'_> {
    const BY: [&str; 8] = [
        "by ",
        "by: ",
        "written by ",
        "words by ",
        "author: ",
        "text by ",
        "story by ",
        "posted by ",
    ];
    let text = text.trim();
    for label in BY {
        if let Some(words) = strip_prefix_any_case(text, label)
            && words.starts_with(char::is_uppercase)
        {
            return Labelled { words, by: true };
        }
    }
    Labelled {
        words: text,
        by: false,
    }
}

fn strip_prefix_any_case<'t>(text: &'t str, prefix: &str) -> Option<&'t str> {
    let head = text.get(..prefix.len())?;
    head.eq_ignore_ascii_case(prefix)
        .then(|| text.get(prefix.len()..))
        .flatten()
}

/// The date in a line with what stands around it: the words of the date and, where there are any, the other words.
fn take_date(text: &str) -> (Option<String>, Option<String>) {
    const LABELS: [&str; 12] = [
        "published on",
        "published:",
        "published",
        "posted on",
        "posted:",
        "last updated:",
        "last updated",
        "updated on",
        "updated:",
        "updated",
        "date:",
        "on",
    ];
    let starts = std::iter::once(0).chain(
        text.char_indices()
            .filter(|(_, mark)| is_separator(*mark) || *mark == ' ')
            .map(|(at, mark)| at + mark.len_utf8()),
    );
    for start in starts {
        let Some(tail) = text.get(start..) else {
            continue;
        };
        let blank = tail.len() - tail.trim_start().len();
        let tail = tail.trim_start();
        let Some(length) = date_length(tail) else {
            continue;
        };
        let before = text
            .get(..start + blank)
            .unwrap_or_default()
            .trim_end_matches(|mark| mark != ')' && is_separator_or_space(mark));
        let label = LABELS
            .iter()
            .find_map(|label| Some(before.len() - strip_suffix_any_case(before, label)?.len()));
        // A day in the middle of a sentence is no byline: it stands at an end, after a separator or after a label.
        let stands_apart = start == 0
            || label.is_some()
            || text.get(..start).is_some_and(|head| {
                head.trim_end().ends_with(is_separator) || head.ends_with("- ")
            });
        if !stands_apart {
            continue;
        }
        let before = before
            .get(..before.len() - label.unwrap_or(0))
            .unwrap_or_default();
        let after = tail.get(length..).unwrap_or_default();
        let after = after.trim_start_matches(is_separator_or_space);
        let around = format!("{}|{after}", before.trim());
        return (tail.get(..length).map(str::to_owned), Some(around));
    }
    (None, None)
}

/// How many bytes the date with a year takes that `text` begins with, a time of day included. An impossible day counts as well: it is named later.
fn date_length(text: &str) -> Option<usize> {
    let (written, end) = Written::leading(text)?;
    written.year.filter(|_| written.month.is_some())?;
    let after = text.get(end..)?;
    let marks = after.find([',', ')', ';', '|', '·', '•', '—', '–']);
    let by = after.find(" by ");
    let part_end = end + marks.into_iter().chain(by).min().unwrap_or(after.len());
    let with_time = text.get(..part_end)?.trim_end();
    match with_time.parse::<crate::Date>() {
        Ok(_) | Err(DateError::Calendar { .. }) => Some(with_time.len()),
        Err(_) => None,
    }
}

fn strip_suffix_any_case<'t>(text: &'t str, suffix: &str) -> Option<&'t str> {
    let cut = text.len().checked_sub(suffix.len())?;
    let tail = text.get(cut..)?;
    let head = text.get(..cut)?;
    (tail.eq_ignore_ascii_case(suffix) && !head.ends_with(char::is_alphanumeric)).then_some(head)
}

fn is_separator(mark: char) -> bool {
    matches!(
        mark,
        ',' | '|' | '·' | '•' | '—' | '–' | '/' | '(' | ')' | ';'
    )
}

fn is_separator_or_space(mark: char) -> bool {
    is_separator(mark) || mark.is_whitespace() || mark == '-'
}

/// The names in a byline; `None` where a part of it reads like a sentence.
fn parts(text: &str) -> Option<Vec<String>> {
    let pieces = text
        .split([',', '|', '·', '•', '—', '–', ';'])
        .flat_map(|piece| piece.split(" / "))
        .flat_map(|piece| piece.split(" - "));
    pieces
        .map(str::trim)
        .filter(|piece| !piece.is_empty() && !is_clock(piece))
        .map(|piece| is_name(piece).then(|| piece.to_owned()))
        .collect()
}

/// Whether a part says when the page was changed or how long it takes to read.
fn is_clock(piece: &str) -> bool {
    let lower = piece.to_ascii_lowercase();
    let heads = ["updated", "last updated", "published", "posted", "modified"];
    heads.iter().any(|head| lower.starts_with(head)) || lower.ends_with(" read")
}

/// Whether every longer word has a capital or is one that names carry: "The Delta Observer", "Mediterranean Notebook (blog)", "Jane Roe and Max van Dam".
fn is_name(piece: &str) -> bool {
    const SMALL: [&str; 14] = [
        "and", "in", "of", "the", "for", "van", "von", "de", "der", "da", "del", "bin", "al", "on",
    ];
    let capital = |word: &str| {
        word.starts_with(|first: char| {
            first.is_uppercase() || first.is_numeric() || first == '(' || first == '&'
        })
    };
    let words = || piece.split_whitespace();
    let named = words().next().is_some_and(capital)
        && words().all(|word| {
            capital(word) || SMALL.contains(&word) || word.contains('.') && word.len() > 3
        });
    named && word_count(piece, 10) <= 8 && !piece.ends_with(['?', '!', ':'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        byline(text, 1).map(|facts| {
            let show = |part: Option<String>| part.unwrap_or("-".to_owned());
            format!(
                "{} · {} · {}",
                show(facts.author),
                show(facts.outlet),
                show(facts.date.map(|date| date.to_string()))
            )
        })
    }

    #[test]
    fn a_byline_gives_author_outlet_and_date() {
        for (line, facts) in [
            (
                "Jane Roe, The Outlet, March 3, 2021 —",
                "Jane Roe · The Outlet · 2021-03-03",
            ),
            ("The Outlet, 2014-12-17", "- · The Outlet · 2014-12-17"),
            (
                "River Notebook (blog), 2020-01-15",
                "- · River Notebook (blog) · 2020-01-15",
            ),
            ("By Jane Roe", "Jane Roe · - · -"),
            (
                "By Jane Roe and Max van Dam in Oslo",
                "Jane Roe and Max van Dam in Oslo · - · -",
            ),
            (
                "BY JANE ROE | The Outlet | Tuesday, March 3, 2021",
                "JANE ROE · The Outlet · 2021-03-03",
            ),
            ("By Jane Roe, The Outlet", "Jane Roe · The Outlet · -"),
            ("By Jane Roe - 3 March 2021", "Jane Roe · - · 2021-03-03"),
            ("Published: 3 March 2021 10:31 GMT", "- · - · 2021-03-03"),
            ("Jane Roe · Updated 3 Mar 2021", "- · Jane Roe · 2021-03-03"),
            ("2021-03-03", "- · - · 2021-03-03"),
            (
                "By Jane Roe | March 3, 2021 at 10:31 a.m. EST | 5 min read",
                "Jane Roe · - · 2021-03-03",
            ),
            (
                "The Outlet, Tuesday 3 March 2021 | Updated 10:31",
                "- · The Outlet · 2021-03-03",
            ),
            (
                "Published 3 March 2021 by Jane Roe",
                "Jane Roe · - · 2021-03-03",
            ),
            ("The Outlet (March 3, 2021)", "- · The Outlet · 2021-03-03"),
            (
                "Jane Roe, The Outlet, September 2022",
                "Jane Roe · The Outlet · 2022-09",
            ),
        ] {
            assert_eq!(read(line).as_deref(), Some(facts), "{line}");
        }
    }

    #[test]
    fn a_sentence_with_a_date_is_no_byline() {
        for line in [
            "The river rose on March 3, 2021.",
            "On March 3, 2021, the river rose.",
            "By evening the river had risen, and nobody slept",
            "By any means necessary",
            "It has been dry since 2021",
            "March 3",
            "March 2021",
            "VELDHAVEN, March 4 -",
            "Guarantees on paper",
            "Moscow, Ankara, Tehran and Doha",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }

    #[test]
    fn a_day_that_is_none_is_named() {
        let facts = byline("The Outlet, 2021-02-30", 2).unwrap();
        assert_eq!(facts.date, None);
        let [warning] = facts.warnings.as_slice() else {
            panic!("one warning")
        };
        assert_eq!(
            warning.to_string(),
            "line 2: `2021-02-30` is no date: the calendar has no such day"
        );
    }

    #[test]
    fn a_paragraph_may_begin_with_its_byline() {
        let text = "Jane Roe, The Outlet, March 3, 2021 — The river rose.";
        let (facts, end) = leading_byline(text, 1).unwrap();
        assert_eq!(facts.author.as_deref(), Some("Jane Roe"));
        assert_eq!(text.get(end..), Some(" The river rose."));
        assert!(leading_byline("GENEVA, March 3, 2021 — Envoys met.", 1).is_none());
        assert!(leading_byline("HARLOW CITY — Gov. Trent said so.", 1).is_none());
    }
}
