//! Dates as precise as a text gives them: a day, a month, or only a year.

use std::fmt;

use serde::ser::{Serialize, Serializer};

/// A civil date that may lack its day, or its month and day: `2024-02-13`, `2024-01`, `2006`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i16,
    month: Option<u8>,
    day: Option<u8>,
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

    fn from_parts(year: i16, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        let first = i8::try_from(month.unwrap_or(1)).ok()?;
        let whole = i8::try_from(day.unwrap_or(1)).ok()?;
        let exists = year > 0 && jiff::civil::Date::new(year, first, whole).is_ok();
        exists.then_some(Self { year, month, day })
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
