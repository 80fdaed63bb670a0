//! Dates as precise as a text gives them: a day, a month, or only a year.
//!
//! A claim says "in October", an article is dated "2022-09", a byline reads "March 3, 2021". [`Date`] keeps what is known and
//! no more: a day is never made up. It is read from ISO form and from the forms that English news writes (`written`);
//! arithmetic is `jiff`'s. Dates of the proleptic Gregorian calendar, years 1 to 9999; no time zone.

mod calendar;
mod written;

use std::fmt;
use std::str::FromStr;

use jiff::ToSpan;
use jiff::civil::{self, Weekday};
use serde::ser::{Serialize, Serializer};

pub(crate) use calendar::{MONTHS, WEEKDAYS, is_month, is_weekday};
pub(crate) use written::Written;

/// A civil date that may lack its day, or its month and day: `2024-02-13`, `2024-01`, `2006`.
///
/// Dates are ordered by time; a year stands before its months, and a month before its days.
///
/// ```
/// use parallax::Date;
///
/// let written: Date = "February 13, 2024".parse()?;
/// assert_eq!(written.to_string(), "2024-02-13");
/// assert!("2024-02".parse::<Date>()? < written);
/// # Ok::<(), parallax::DateError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i16,
    month: Option<u8>,
    day: Option<u8>,
}

/// Why a text is no [`Date`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DateError {
    /// It has none of the forms that are read.
    #[error("`{text}` is no date: write 2024-02-13, 2024-02, 2024 or February 13, 2024")]
    Form {
        /// What stood there, cut after 60 characters.
        text: String,
    },
    /// It has the form of a date, but the calendar has no such day or month.
    #[error("`{text}` is no date: the calendar has no such day")]
    Calendar {
        /// What stood there.
        text: String,
    },
    /// It is a day or a month of no particular year.
    #[error("`{text}` is no full date: the year is missing")]
    Year {
        /// What stood there.
        text: String,
    },
}

impl Date {
    /// A day; `None` where the calendar has no such day.
    #[must_use]
    pub fn of_day(year: i16, month: u8, day: u8) -> Option<Self> {
        Self::from_parts(year, Some(month), Some(day))
    }

    /// A month of 1 to 12; `None` where there is no such month.
    #[must_use]
    pub fn of_month(year: i16, month: u8) -> Option<Self> {
        Self::from_parts(year, Some(month), None)
    }

    /// A year of 1 to 9999; `None` beyond.
    #[must_use]
    pub fn of_year(year: i16) -> Option<Self> {
        Self::from_parts(year, None, None)
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12, where it is known.
    #[must_use]
    pub fn month(self) -> Option<u8> {
        self.month
    }

    /// The day of the month, 1 to 31, where it is known.
    #[must_use]
    pub fn day(self) -> Option<u8> {
        self.day
    }

    /// The first day that it may mean: itself for a day, the first of the month for a month.
    #[must_use]
    pub fn first_day(self) -> Self {
        Self {
            month: self.month.or(Some(1)),
            day: self.day.or(Some(1)),
            ..self
        }
    }

    /// The last day that it may mean: itself for a day, 31 December for a year.
    #[must_use]
    pub fn last_day(self) -> Self {
        let month = self.month.unwrap_or(12);
        let last =
            civil::Date::new(self.year, month.cast_signed(), 1).map(civil::Date::days_in_month);
        Self {
            month: Some(month),
            day: self.day.or(last.ok().map(i8::cast_unsigned)),
            ..self
        }
    }

    /// The day `days` after this one, before it where `days` is negative; `None` where this is no day, or where the result lies beyond the
    /// calendar.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Option<Self> {
        let moved = self.civil()?.checked_add(i64::from(days).days()).ok()?;
        Self::from_civil(moved)
    }

    /// The same month `months` later, as a month; `None` where this is only a year.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Option<Self> {
        let index = i32::from(self.year) * 12 + i32::from(self.month?) - 1 + months;
        let year = i16::try_from(index.div_euclid(12)).ok()?;
        let month = u8::try_from(index.rem_euclid(12) + 1).ok()?;
        Self::of_month(year, month)
    }

    /// Its day of the week; `None` where this is no day.
    pub(crate) fn weekday(self) -> Option<Weekday> {
        self.civil().map(civil::Date::weekday)
    }

    /// The nearest `weekday` on or before this day, so that "on Monday" in an article of a Monday means that day.
    pub(crate) fn on_or_before(self, weekday: Weekday) -> Option<Self> {
        let back = self.weekday()?.since(weekday);
        self.plus_days(-i32::from(back))
    }

    fn from_parts(year: i16, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        let signed = |part: Option<u8>| i8::try_from(part.unwrap_or(1)).ok();
        let exists = civil::Date::new(year, signed(month)?, signed(day)?).is_ok();
        (exists && year > 0 && (day.is_none() || month.is_some())).then_some(Self {
            year,
            month,
            day,
        })
    }

    fn civil(self) -> Option<civil::Date> {
        civil::Date::new(
            self.year,
            self.month?.cast_signed(),
            self.day?.cast_signed(),
        )
        .ok()
    }

    fn from_civil(date: civil::Date) -> Option<Self> {
        Self::of_day(
            date.year(),
            date.month().cast_unsigned(),
            date.day().cast_unsigned(),
        )
    }
}

impl FromStr for Date {
    type Err = DateError;

    /// Reads ISO form (`2024-02-13`, `2024-02`, `2024`, also with a time after it) and the written forms of English news (`13 February
    /// 2024`, `Feb. 13, 2024`, `Tuesday, February 13, 2024`, `February 2024`). All-number forms such as `3/4/2021` are refused: they mean
    /// two days.
    fn from_str(text: &str) -> Result<Self, DateError> {
        let text = text.trim();
        let shown = || text.chars().take(60).collect::<String>();
        let Some((written, end)) = Written::leading(text) else {
            return Err(DateError::Form { text: shown() });
        };
        if !written::is_time(text.get(end..).unwrap_or_default()) {
            return Err(DateError::Form { text: shown() });
        }
        let Some(year) = written.year else {
            return Err(DateError::Year { text: shown() });
        };
        Self::from_parts(year, written.month, written.day)
            .ok_or_else(|| DateError::Calendar { text: shown() })
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
            if let Some(day) = self.day {
                write!(f, "-{day:02}")?;
            }
        }
        Ok(())
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Date {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A day, a month or a year: `2024-02-13`, `2024-02`, `2024`.",
            "type": "string",
            "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn a_date_is_as_precise_as_it_was_given() {
        for text in ["2024-02-13", "2024-02", "2024", "0850-01"] {
            assert_eq!(date(text).to_string(), text);
        }
    }

    #[test]
    fn written_dates_are_read() {
        for text in [
            "March 3, 2021",
            "March 3 2021",
            "Mar. 3, 2021",
            "3 March 2021",
            "3rd of March, 2021",
            "Wednesday, March 3, 2021",
            "Wed 3 Mar 2021 10:31 GMT",
            "MARCH 3, 2021",
            "2021/03/03",
            "2021-03-03T08:15:00+02:00",
        ] {
            assert_eq!(date(text), Date::of_day(2021, 3, 3).unwrap(), "{text}");
        }
        assert_eq!(date("Sept. 2022"), Date::of_month(2022, 9).unwrap());
    }

    #[test]
    fn what_is_no_date_says_why() {
        let message = |text: &str| text.parse::<Date>().unwrap_err().to_string();
        assert_eq!(
            message("yesterday"),
            "`yesterday` is no date: write 2024-02-13, 2024-02, 2024 or February 13, 2024"
        );
        assert_eq!(
            message("2021-02-30"),
            "`2021-02-30` is no date: the calendar has no such day"
        );
        assert_eq!(
            message("30 February 2021"),
            "`30 February 2021` is no date: the calendar has no such day"
        );
        assert_eq!(
            message("2021-13"),
            "`2021-13` is no date: the calendar has no such day"
        );
        assert_eq!(
            message("13 February"),
            "`13 February` is no full date: the year is missing"
        );
        for text in [
            "",
            "3/4/2021",
            "2021-2-3-4",
            "2024 was a year",
            "20240213",
            "May",
            "12345",
        ] {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
    }

    #[test]
    fn order_is_by_time_and_the_whole_before_its_parts() {
        let mut dates = ["2024-02-01", "2024-02", "2023-12-31", "2024", "2024-01-31"].map(date);
        dates.sort();
        assert_eq!(
            dates.map(|d| d.to_string()),
            ["2023-12-31", "2024", "2024-01-31", "2024-02", "2024-02-01"]
        );
    }

    #[test]
    fn days_move_over_the_ends_of_months() {
        assert_eq!(date("2024-02-28").plus_days(2), Some(date("2024-03-01")));
        assert_eq!(date("2024-01-01").plus_days(-1), Some(date("2023-12-31")));
        assert_eq!(date("2024-01").plus_days(1), None);
        assert_eq!(date("9999-12-31").plus_days(1), None);
        assert_eq!(date("2024-01-31").plus_months(-2), Some(date("2023-11")));
        assert_eq!(date("2024-12").plus_months(1), Some(date("2025-01")));
    }

    #[test]
    fn a_month_runs_from_its_first_day_to_its_last() {
        assert_eq!(date("2024-02").first_day(), date("2024-02-01"));
        assert_eq!(date("2024-02").last_day(), date("2024-02-29"));
        assert_eq!(date("2023").last_day(), date("2023-12-31"));
        assert_eq!(date("2023-05-06").last_day(), date("2023-05-06"));
    }

    #[test]
    fn a_weekday_means_the_nearest_one_on_or_before() {
        let tuesday = date("2024-02-13");
        assert_eq!(tuesday.weekday(), Some(Weekday::Tuesday));
        assert_eq!(tuesday.on_or_before(Weekday::Tuesday), Some(tuesday));
        assert_eq!(
            tuesday.on_or_before(Weekday::Monday),
            Some(date("2024-02-12"))
        );
        assert_eq!(
            tuesday.on_or_before(Weekday::Wednesday),
            Some(date("2024-02-07"))
        );
        assert_eq!(date("2024-02").on_or_before(Weekday::Monday), None);
    }
}
