//! Dates as news writes them, read at the start of a text.
//!
//! "March 3, 2021", "13 February 2024", "Feb. 13, 2024", "13 Feb", "the 3rd of May" without its article, "2024-02-13". A month's name needs its
//! capital, so that "may 3" in a sentence is no date. All-number forms with the day first or the month first are not read.
//! Looks at no more than five words: `O(1)`.

use super::Date;
use super::calendar::{MONTHS, WEEKDAYS};

/// A date as it stands in a text: of its parts, those that were written. Not checked against the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Written {
    pub(crate) year: Option<i16>,
    pub(crate) month: Option<u8>,
    pub(crate) day: Option<u8>,
}

impl Written {
    /// The date that `text` begins with, and how many bytes it takes. A month's name alone is one, a number alone only as a year of four digits.
    pub(crate) fn leading(text: &str) -> Option<(Self, usize)> {
        let mut words = Words { text, at: 0 };
        if words.peek().is_some_and(names_weekday) {
            words.pass(",");
            words.skip_space();
        }
        let written = Self::iso(&mut words)
            .or_else(|| Self::day_first(&mut words))
            .or_else(|| Self::month_first(&mut words))?;
        Some((written, words.at))
    }

    /// The full date in the light of `anchor`, the date of the article: a missing year is the one that puts it nearest before the anchor, on
    /// the anchor's own day or month at the latest. `None` where the calendar has no such day.
    pub(crate) fn resolve_before(self, anchor: Date) -> Option<Date> {
        self.resolve(
            anchor,
            |date, anchor| date.first_day() > anchor.last_day(),
            -1,
        )
    }

    /// The same, nearest after the anchor: for what is planned.
    pub(crate) fn resolve_after(self, anchor: Date) -> Option<Date> {
        self.resolve(
            anchor,
            |date, anchor| date.last_day() < anchor.first_day(),
            1,
        )
    }

    fn resolve(self, anchor: Date, beyond: impl Fn(Date, Date) -> bool, step: i16) -> Option<Date> {
        if let Some(year) = self.year {
            return Date::from_parts(year, self.month, self.day);
        }
        // 29 February comes back after four years, or eight around a century.
        (0..9)
            .filter_map(|back| Date::from_parts(anchor.year() + back * step, self.month, self.day))
            .find(|date| !beyond(*date, anchor))
    }

    /// `2024-02-13`, `2024/02/13`, `2024-02`, `2024`.
    fn iso(words: &mut Words<'_>) -> Option<Self> {
        let rest = words.rest();
        let year = digits(rest, 4, 4)?;
        let mut at = 4;
        let mut parts = [None, None];
        let separator = rest.get(4..5).filter(|mark| matches!(*mark, "-" | "/"));
        for part in &mut parts {
            let Some(mark) = separator.filter(|mark| rest.get(at..at + 1) == Some(*mark)) else {
                break;
            };
            let Some(number) = rest
                .get(at + mark.len()..)
                .and_then(|tail| digits(tail, 2, 2))
            else {
                break;
            };
            *part = u8::try_from(number).ok();
            at += 3;
        }
        let [month, day] = parts;
        let after = rest.get(at..)?.chars().next();
        let time = day.is_some() && matches!(after, Some('T' | 't'));
        if !time && after.is_some_and(|next| next.is_alphanumeric() || matches!(next, '-' | '/')) {
            return None;
        }
        words.at += at;
        Some(Self {
            year: i16::try_from(year).ok(),
            month,
            day,
        })
    }

    /// `13 February 2024`, `3rd of March, 2021`, `13 Feb`.
    fn day_first(words: &mut Words<'_>) -> Option<Self> {
        let mut ahead = *words;
        let day = ahead.peek().and_then(ordinal)?;
        ahead.pass("");
        ahead.skip_space();
        if ahead.peek() == Some("of") {
            ahead.pass("");
            ahead.skip_space();
        }
        let month = ahead.peek().and_then(month_named)?;
        ahead.pass(".");
        let year = ahead.year();
        *words = ahead;
        Some(Self {
            year,
            month: Some(month),
            day: Some(day),
        })
    }

    /// `March 3, 2021`, `Feb. 13`, `February 2024`, `May`.
    fn month_first(words: &mut Words<'_>) -> Option<Self> {
        let month = words.peek().and_then(month_named)?;
        words.pass(".");
        let mut ahead = *words;
        ahead.skip_space();
        let day = ahead.peek().and_then(ordinal);
        if day.is_some() {
            ahead.pass("");
            *words = ahead;
        }
        Some(Self {
            year: words.year(),
            month: Some(month),
            day,
        })
    }
}

/// Whether nothing but a time of day and its zone stands in `rest`: what may follow the date of an article.
pub(super) fn is_time(rest: &str) -> bool {
    let rest = rest.trim_start_matches([',', ' ', 'T', 't']).trim();
    let rest = rest.strip_prefix("at ").unwrap_or(rest);
    rest.len() <= 40
        && (rest.is_empty()
            || rest.starts_with(|first: char| first.is_ascii_digit())
                && rest.contains([':', '.', 'h', 'a', 'p']))
        && rest
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b":.+-() /".contains(&byte))
}

/// The words of a text from a place on.
#[derive(Clone, Copy)]
struct Words<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Words<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The run of letters and digits that stands here.
    fn peek(&self) -> Option<&'t str> {
        let rest = self.rest();
        let end = rest
            .find(|next: char| !next.is_alphanumeric())
            .unwrap_or(rest.len());
        rest.get(..end).filter(|word| !word.is_empty())
    }

    /// Steps over the white space that stands here: two characters at most, since dates don't run over gaps.
    fn skip_space(&mut self) {
        let rest = self.rest();
        let space: usize = rest
            .chars()
            .take(2)
            .take_while(|next| next.is_whitespace())
            .map(char::len_utf8)
            .sum();
        self.at += space;
    }

    /// Steps over the word that stands here, and over `mark` where it follows.
    fn pass(&mut self, mark: &str) {
        self.at += self.peek().map_or(0, str::len);
        if self.rest().starts_with(mark) {
            self.at += mark.len();
        }
    }

    /// A year of four digits after a comma or white space; the place stays where there is none.
    fn year(&mut self) -> Option<i16> {
        let mut ahead = *self;
        ahead.at += usize::from(ahead.rest().starts_with(','));
        ahead.skip_space();
        let word = ahead
            .peek()
            .filter(|word| word.len() == 4 && ahead.at > self.at)?;
        let year = i16::try_from(digits(word, 4, 4)?)
            .ok()
            .filter(|year| *year >= 1000)?;
        self.at = ahead.at + word.len();
        Some(year)
    }
}

/// The number that `text` begins with, of `least` to `most` digits.
fn digits(text: &str, least: usize, most: usize) -> Option<u32> {
    let run = text
        .bytes()
        .take_while(u8::is_ascii_digit)
        .take(most + 1)
        .count();
    if run < least || run > most {
        return None;
    }
    text.get(..run)?.parse().ok()
}

/// `3`, `13`, `3rd`, `21st` as a day of 1 to 31.
fn ordinal(word: &str) -> Option<u8> {
    let number = digits(word, 1, 2)?;
    let tail = word.trim_start_matches(|first: char| first.is_ascii_digit());
    let day = u8::try_from(number)
        .ok()
        .filter(|day| (1..=31).contains(day))?;
    matches!(tail, "" | "st" | "nd" | "rd" | "th").then_some(day)
}

/// The month that a word names, 1 to 12: "March", "MARCH", "Mar", "Sept".
fn month_named(word: &str) -> Option<u8> {
    if word.len() < 3
        || word.len() > 9
        || !word.starts_with(|first: char| first.is_ascii_uppercase())
    {
        return None;
    }
    let lower = word.to_ascii_lowercase();
    let index = MONTHS.iter().position(|month| {
        *month == lower
            || month.get(..3) == Some(lower.as_str())
            || (*month == "september" && lower == "sept")
    })?;
    u8::try_from(index + 1).ok()
}

/// "Monday", "Mon"
fn names_weekday(word: &str) -> bool {
    const SHORT: [&str; 10] = [
        "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
    ];
    word.len() <= 9
        && WEEKDAYS
            .iter()
            .chain(&SHORT)
            .any(|day| day.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leading(text: &str) -> Option<(String, &str)> {
        let (written, end) = Written::leading(text)?;
        let show = |part: Option<u8>| part.map_or("?".to_owned(), |part| part.to_string());
        let year = written.year.map_or("?".to_owned(), |year| year.to_string());
        Some((
            format!("{year} {} {}", show(written.month), show(written.day)),
            text.get(end..)?,
        ))
    }

    #[test]
    fn a_date_ends_where_its_words_end() {
        let cases = [
            ("March 3, 2021 — they met", "2021 3 3", " — they met"),
            ("13 February that the group", "? 2 13", " that the group"),
            ("Feb. 13, 2024.", "2024 2 13", "."),
            ("26 October and 19 January.", "? 10 26", " and 19 January."),
            ("May 14, the army", "? 5 14", ", the army"),
            ("February 2024, when", "2024 2 ?", ", when"),
            ("July of that year", "? 7 ?", " of that year"),
            ("2006, when", "2006 ? ?", ", when"),
            ("7 Oct", "? 10 7", ""),
            ("Tuesday, 3 May", "? 5 3", ""),
        ];
        for (text, date, rest) in cases {
            assert_eq!(leading(text), Some((date.to_owned(), rest)), "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_a_date_is_none() {
        for text in [
            "may 3",
            "13 people",
            "32 May",
            "Marching 3",
            "2,000 people",
            "20th century",
            "2024-02-13-4",
            "Tuesday",
            "of May",
        ] {
            assert_eq!(leading(text), None, "{text}");
        }
    }

    #[test]
    fn a_missing_year_is_the_nearest() {
        let anchor = Date::of_day(2024, 2, 13).unwrap();
        let written = |text: &str| Written::leading(text).unwrap().0;
        let before = |text: &str| written(text).resolve_before(anchor).unwrap().to_string();
        let after = |text: &str| written(text).resolve_after(anchor).unwrap().to_string();
        assert_eq!(before("27 October"), "2023-10-27");
        assert_eq!(before("13 February"), "2024-02-13");
        assert_eq!(before("14 February"), "2023-02-14");
        assert_eq!(before("February"), "2024-02");
        assert_eq!(before("29 February"), "2020-02-29");
        assert_eq!(before("July 2022"), "2022-07");
        assert_eq!(after("1 March"), "2024-03-01");
        assert_eq!(after("12 February"), "2025-02-12");
        let month = Date::of_month(2022, 9).unwrap();
        assert_eq!(
            written("28 September")
                .resolve_before(month)
                .unwrap()
                .to_string(),
            "2022-09-28"
        );
        assert_eq!(written("30 February").resolve_before(month), None);
    }
}
