//! When a stance was held, if the sentence says so.
//!
//! A date counts when it stands in the clause of the cue, or in that of an operator above it; a date in the clause of a verb of saying
//! alone tells when it was said ("said on Saturday that"), which is no date of the stance. Weekdays, and days and months without a year, are
//! resolved against the article's own date: the nearest before it, of what is foreseen the nearest after it.

use jiff::civil::Weekday;

use crate::clause::{ClauseId, View};
use crate::date::{Date, Written, is_month};
use crate::token::TokenKind;

/// What the first date of the given clauses says.
pub(in crate::claim) fn held_on(
    view: &View,
    text: &str,
    clauses: &[ClauseId],
    article: Option<Date>,
    foreseen: bool,
) -> Option<Date> {
    let phrases = view.phrases.iter();
    let mut inside = phrases.filter(|phrase| clauses.contains(&phrase.clause));
    inside.find_map(|phrase| {
        let mut tokens = phrase.start..phrase.end;
        tokens.find_map(|token| read(view, text, token, article, foreseen))
    })
}

/// The date that begins at a token.
fn read(
    view: &View,
    text: &str,
    token: usize,
    article: Option<Date>,
    foreseen: bool,
) -> Option<Date> {
    let word = view.tokens.get(token)?;
    let lower = view.marker_text(token);
    if let Some(weekday) = weekday(lower) {
        let anchor = article?;
        return if foreseen {
            anchor.plus_days(6)?.on_or_before(weekday)
        } else {
            anchor.on_or_before(weekday)
        };
    }
    match lower {
        "today" => return article.filter(|date| date.day().is_some()),
        "yesterday" => return article?.plus_days(-1),
        "tomorrow" => return article?.plus_days(1),
        _ => {}
    }
    let starts = word.kind == TokenKind::Number || names_month(lower);
    if !starts {
        return None;
    }
    let (written, _) = Written::leading(text.get(word.span.start()..)?)?;
    if written.month.is_none() && !is_year(view, token, written) {
        return None;
    }
    match article {
        Some(anchor) if foreseen => written.resolve_after(anchor),
        Some(anchor) => written.resolve_before(anchor),
        None => written
            .year
            .and_then(|_| written.resolve_before(Date::of_year(1)?)),
    }
}

/// A number alone is a year after a preposition of time ("in 2020", "since 1997"), between 1800 and 2199.
fn is_year(view: &View, token: usize, written: Written) -> bool {
    let before = token
        .checked_sub(1)
        .map(|before| view.marker_text(before))
        .unwrap_or_default();
    let time = matches!(
        before,
        "in" | "since"
            | "from"
            | "by"
            | "until"
            | "during"
            | "before"
            | "after"
            | "to"
            | "of"
            | "early"
            | "late"
            | "mid"
    );
    time && written
        .year
        .is_some_and(|year| (1800..2200).contains(&year))
}

fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "monday" => Weekday::Monday,
        "tuesday" => Weekday::Tuesday,
        "wednesday" => Weekday::Wednesday,
        "thursday" => Weekday::Thursday,
        "friday" => Weekday::Friday,
        "saturday" => Weekday::Saturday,
        "sunday" => Weekday::Sunday,
        _ => return None,
    })
}

/// "March", "Mar": as articles write it before a day.
fn names_month(word: &str) -> bool {
    is_month(word)
        || matches!(
            word,
            "jan" | "feb" | "aug" | "sept" | "sep" | "oct" | "nov" | "dec"
        )
}

#[cfg(test)]
mod tests {
    use super::held_on;
    use crate::clause::{ClauseId, View};
    use crate::date::Date;
    use crate::token::{Lexicon, tokens_into};

    /// The date of a sentence's first clause, in an article of Wednesday, February 14, 2024.
    fn held(text: &str, foreseen: bool) -> Option<String> {
        let lexicon = Lexicon::english();
        let mut view = View::default();
        tokens_into(lexicon, text, 0, &mut view.tokens);
        view.read(lexicon, text);
        let article: Date = "2024-02-14".parse().unwrap();
        let clauses = [ClauseId::new(0)];
        held_on(&view, text, &clauses, Some(article), foreseen).map(|date| date.to_string())
    }

    #[test]
    fn dates_are_as_precise_as_the_sentence() {
        for (text, date) in [
            ("Russia vetoed the draft in 2006.", "2006"),
            ("In June 2021, Russia vetoed the draft.", "2021-06"),
            (
                "Russia vetoed the draft on February 13, 2024.",
                "2024-02-13",
            ),
            ("Russia vetoed the draft on 13 February 2024.", "2024-02-13"),
        ] {
            assert_eq!(held(text, false).as_deref(), Some(date), "{text}");
        }
    }

    #[test]
    fn what_lacks_its_year_is_resolved_by_the_article() {
        for (text, foreseen, date) in [
            ("Russia vetoed the draft on Monday.", false, "2024-02-12"),
            ("Russia will veto the draft on Monday.", true, "2024-02-19"),
            ("Russia vetoed the draft on Wednesday.", false, "2024-02-14"),
            ("Russia vetoed the draft in June.", false, "2023-06"),
            ("Russia will veto the draft in June.", true, "2024-06"),
            ("Russia vetoed the draft yesterday.", false, "2024-02-13"),
            ("Russia will veto the draft tomorrow.", true, "2024-02-15"),
        ] {
            assert_eq!(held(text, foreseen).as_deref(), Some(date), "{text}");
        }
    }

    #[test]
    fn numbers_and_modal_verbs_are_no_dates() {
        for text in [
            "Russia vetoed 2006 drafts.",
            "Russia may veto the draft.",
            "Russia vetoed the draft with 13 votes.",
            "Russia vetoed Article 13 of the draft.",
            "Russia vetoed the draft, as it did draft 13, 2024 words long.",
            "Russia vetoed the draft.",
        ] {
            assert_eq!(held(text, false), None, "{text}");
        }
    }
}
