//! When it is told to be: what is so in April need not be so in May.

use crate::clause::ClauseId;
use crate::date::{is_month, is_weekday as is_day};

use super::Worded;
use super::opposition::Place;
use super::words::{Item, Kind};

const NEAR: [&str; 3] = ["yesterday", "today", "tomorrow"];
const SEASONS: [&str; 5] = ["spring", "summer", "autumn", "winter", "fall"];
const PARTS_OF_DAY: [&str; 6] = ["morning", "afternoon", "evening", "night", "dawn", "dusk"];
const PARTS_OF_WEEK: [&str; 4] = ["weekday", "weekdays", "weekend", "weekends"];
/// Words after which a season, or a month that is another word too, is one.
const IN: [&str; 10] = [
    "in", "last", "this", "next", "since", "by", "of", "until", "late", "early",
];

/// Words that say that it has been so.
const LASTING: [&str; 5] = ["still", "remain", "remained", "remains", "already"];

/// A kind of time, and which of it.
type Time<'a> = (usize, &'a str);

/// Whether the clauses of a place are told of different times: another day, month, year.
pub(super) fn are_of_other_times(left: &Worded, right: &Worded, place: &Place) -> bool {
    // "Was still closed in June": so it was in May.
    if left.has_form(place.0, &LASTING) || right.has_form(place.1, &LASTING) {
        return false;
    }
    let (lefts, rights) = (times(left, place.0), times(right, place.1));
    (0..KINDS).any(|kind| {
        let of_kind = |times: &[Time<'_>]| times.iter().filter(|time| time.0 == kind).count();
        let is_shared = |time: &Time<'_>| time.0 == kind && rights.contains(time);
        of_kind(&lefts) > 0 && of_kind(&rights) > 0 && !lefts.iter().any(is_shared)
    })
}

/// Whether a word tells a day, a part of it, a month or a season.
pub(super) fn is_time(item: &Item) -> bool {
    let form = item.form.as_str();
    let named: [&[&str]; 4] = [&NEAR, &SEASONS, &PARTS_OF_DAY, &PARTS_OF_WEEK];
    is_weekday(form) || is_month(form) || named.iter().any(|times| times.contains(&form))
}

/// A day, or each of its kind: "on Mondays".
fn is_weekday(form: &str) -> bool {
    is_day(form) || form.strip_suffix('s').is_some_and(is_day)
}

/// Kinds of times that are told apart.
const KINDS: usize = 7;
/// That of the days of a week.
const WEEKDAY: usize = 1;

fn times(worded: &Worded, clause: Option<ClauseId>) -> Vec<Time<'_>> {
    let items = worded.items.iter().enumerate();
    let items = items.filter(|(_, item)| item.clause == clause);
    items
        .filter_map(|(at, item)| {
            let before = at.checked_sub(1).and_then(|at| worded.items.get(at));
            let kind = kind(item, before)?;
            let form = item.form.as_str();
            let form = if kind == WEEKDAY {
                form.strip_suffix('s').unwrap_or(form)
            } else {
                form
            };
            Some((kind, form))
        })
        .collect()
}

fn kind(item: &Item, before: Option<&Item>) -> Option<usize> {
    let form = item.form.as_str();
    let is_within = before.is_some_and(|before| IN.contains(&before.form.as_str()));
    match item.kind {
        Kind::Number(value) if value.is_year() && is_within => Some(0),
        _ if is_weekday(form) => Some(WEEKDAY),
        // "May" with a capital is a name.
        _ if is_month(form) && (item.kind == Kind::Name || is_within) => Some(2),
        _ if NEAR.contains(&form) => Some(3),
        _ if SEASONS.contains(&form) && is_within => Some(4),
        _ if PARTS_OF_DAY.contains(&form) => Some(5),
        // "By day", "at night"
        _ if form == "day" && before.is_some_and(|before| before.form == "by") => Some(5),
        _ if PARTS_OF_WEEK.contains(&form) => Some(6),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::compare::wording::is_opposed;

    #[test]
    fn what_is_so_at_one_time_need_not_be_at_another() {
        let lifted = "The curfew was lifted in May.";
        assert!(!is_opposed(lifted, "The curfew was imposed in April."));
        assert!(is_opposed(lifted, "The curfew was tightened in May."));
        assert!(!is_opposed(
            "The museum opened on Friday.",
            "The museum closed on Sunday."
        ));
        assert!(!is_opposed(
            "The shop is open by day.",
            "The shop is closed at night."
        ));
        let open = "The bakery is open on Mondays.";
        assert!(!is_opposed(open, "The bakery is closed on Sundays."));
        assert!(is_opposed(open, "The bakery is closed on Mondays."));
        assert!(!is_opposed(
            "Exports rose in June.",
            "Exports fell in July."
        ));
        assert!(is_opposed("Exports rose in June.", "Exports fell in June."));
    }
}
