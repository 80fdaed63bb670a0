//! Times in office: dates of different precision next to each other.

use std::cmp::Ordering;

use crate::date::Date;

/// Compares two dates as far as both are known: `2021` and `2021-06` are equal.
fn compare(left: Date, right: Date) -> Ordering {
    let mut order = left.year().cmp(&right.year());
    let parts = [(left.month(), right.month()), (left.day(), right.day())];
    for (left, right) in parts {
        let (Some(left), Some(right)) = (left, right) else {
            break;
        };
        order = order.then(left.cmp(&right));
    }
    order
}

/// Whether an office that ends at `to` surely ends before `from`.
pub(super) fn ends_before(to: Date, from: Date) -> bool {
    compare(to, from) == Ordering::Less
}

/// A time in office; an open end is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Years {
    pub(super) from: Option<Date>,
    pub(super) to: Option<Date>,
}

impl Years {
    /// Whether the two surely have a time in common. The year, month or day of a handover is none: one ends in 2021, the
    /// other begins in 2021.
    pub(super) fn overlap(self, other: Self) -> bool {
        !self.is_over_by(other.from) && !other.is_over_by(self.from)
    }

    fn is_over_by(self, from: Option<Date>) -> bool {
        match (self.to, from) {
            (Some(to), Some(from)) => compare(to, from) != Ordering::Greater,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: i16, month: Option<u8>) -> Option<Date> {
        match month {
            Some(month) => Date::of_month(year, month),
            None => Date::of_year(year),
        }
    }

    #[test]
    fn a_handover_is_no_overlap() {
        let first = Years {
            from: date(2018, None),
            to: date(2021, Some(6)),
        };
        let next = Years {
            from: date(2021, None),
            to: None,
        };
        let sooner = Years {
            from: date(2021, Some(5)),
            to: date(2022, None),
        };
        let open = Years {
            from: None,
            to: None,
        };
        assert!(!first.overlap(next));
        assert!(!next.overlap(first));
        assert!(first.overlap(sooner));
        assert!(sooner.overlap(next));
        assert!(open.overlap(first));
        assert!(open.overlap(open));
    }

    #[test]
    fn an_end_in_the_same_year_is_no_end_before() {
        let day = |year, month| date(year, month).unwrap();
        assert!(ends_before(day(2020, None), day(2021, Some(6))));
        assert!(!ends_before(day(2021, None), day(2021, Some(6))));
        assert!(ends_before(day(2021, Some(5)), day(2021, Some(6))));
    }
}
