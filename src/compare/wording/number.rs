//! Numbers in digits and in words: "2.5 million", "two dozen", "1,000".

use super::words::{Item, Kind};

/// A number; equal ones compare as equal however they were written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Value(pub(super) f64);

impl Value {
    /// Whether the two differ by no more than rounding: two hundredths of the greater.
    pub(super) fn is_near(self, other: Self) -> bool {
        let greatest = self.0.abs().max(other.0.abs());
        (self.0 - other.0).abs() <= greatest * 0.02
    }

    /// Whether it can be a year.
    pub(super) fn is_year(self) -> bool {
        (1800.0..2100.0).contains(&self.0) && self.0.fract().abs() < f64::EPSILON
    }
}

const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 8] = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];
const GREAT: [(&str, f64); 9] = [
    ("dozen", 12.0),
    ("hundred", 1e2),
    ("thousand", 1e3),
    ("million", 1e6),
    ("billion", 1e9),
    ("trillion", 1e12),
    ("m", 1e6),
    ("bn", 1e9),
    ("tn", 1e12),
];

/// The value of a folded word or of digits; `None` for other words. "one" is a pronoun too often to be a number.
pub(super) fn value(form: &str) -> Option<Value> {
    if form.bytes().next().is_some_and(|b| b.is_ascii_digit()) {
        return digits(form);
    }
    let small = |names: &[&str]| names.iter().position(|&name| name == form);
    let count = |n: usize| u32::try_from(n).ok().map(f64::from);
    if let Some(at) = small(&SMALL).filter(|&at| at != 1) {
        return count(at).map(Value);
    }
    if let Some(at) = small(&TENS) {
        return count(20 + 10 * at).map(Value);
    }
    let great = GREAT
        .iter()
        .filter(|(name, _)| name.len() > 2)
        .find(|(name, _)| form.strip_suffix('s').unwrap_or(form) == *name);
    great.map(|&(_, value)| Value(value))
}

/// "1,250.5", "40th".
fn digits(form: &str) -> Option<Value> {
    let end = form
        .find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.')
        .unwrap_or(form.len());
    let (number, rest) = (form.get(..end)?, form.get(end..)?);
    let plain: String = number.chars().filter(|&c| c != ',').collect();
    let value: f64 = plain.trim_end_matches('.').parse().ok()?;
    let great = GREAT.iter().find(|(name, _)| *name == rest);
    Some(Value(value * great.map_or(1.0, |&(_, times)| times)))
}

/// Joins a number with the word of a great number after it: "2.5" + "million", "two" + "hundred".
pub(super) fn joined(items: Vec<Item>) -> Vec<Item> {
    let mut joined: Vec<Item> = Vec::with_capacity(items.len());
    for item in items {
        let great = GREAT
            .iter()
            .find(|(name, _)| *name == item.form)
            .map(|&(_, times)| times);
        if let (Some(times), Some(last)) = (great, joined.last_mut())
            && let Kind::Number(Value(before)) = last.kind
            && item.token == last.token + 1
            && before < times
        {
            last.kind = Kind::Number(Value(before * times));
            last.form.push(' ');
            last.form.push_str(&item.form);
            last.lemma = last.form.clone().into();
            // The next great number is met from here: "two hundred thousand".
            last.token = item.token;
            continue;
        }
        let mut item = in_years(item, joined.last_mut());
        // "Two thirds": more than half, not a third.
        let parts = ["thirds", "quarters", "fifths", "tenths"]
            .iter()
            .position(|part| item.form == *part);
        if let Some((part, last)) = parts.zip(joined.last())
            && let Kind::Number(Value(count)) = last.kind
        {
            let of = [3.0, 4.0, 5.0, 10.0].get(part).copied().unwrap_or(1.0);
            item.rename(if count * 2.0 > of { "most" } else { "minority" });
            item.kind = Kind::Content;
        }
        joined.push(item);
    }
    joined
}

/// "19th", "second".
fn ordinal(form: &str) -> Option<f64> {
    const ORDINALS: [&str; 10] = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth",
    ];
    let count = |n: usize| u32::try_from(n + 1).ok().map(f64::from);
    if let Some(at) = ORDINALS.iter().position(|&name| name == form) {
        return count(at);
    }
    let is_ordinal = ["st", "nd", "rd", "th"]
        .iter()
        .any(|end| form.ends_with(end));
    value(form).filter(|_| is_ordinal).map(|value| value.0)
}

/// "Two decades" as twenty years.
fn in_years(mut item: Item, mut before: Option<&mut Item>) -> Item {
    const SPANS: [(&str, f64, &str); 4] = [
        ("decade", 10.0, "year"),
        ("century", 100.0, "year"),
        ("week", 7.0, "day"),
        ("fortnight", 14.0, "day"),
    ];
    if item.lemma == "century"
        && let Some(before) = before.as_deref_mut()
        && let Some(count) = ordinal(&before.form)
    {
        before.kind = Kind::Number(Value(count));
        return item;
    }
    let span = SPANS.iter().find(|(name, _, _)| *name == item.lemma);
    if let (Some(&(_, times, unit)), Some(before)) = (span, before)
        && let Kind::Number(Value(count)) = before.kind
        && !Value(count).is_year()
    {
        before.kind = Kind::Number(Value(count * times));
        item.rename(unit);
    }
    item
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "these values come out exactly")]
mod tests {
    use super::*;

    #[test]
    fn digits_and_words_have_the_same_value() {
        assert_eq!(value("1,000"), Some(Value(1000.0)));
        assert_eq!(value("thousand"), Some(Value(1000.0)));
        assert_eq!(value("seven"), value("7"));
        assert_eq!(value("40th"), value("forty"));
        assert_eq!(value("2.5bn"), Some(Value(2.5e9)));
        assert_eq!(value("2024"), Some(Value(2024.0)));
        assert_eq!(value("one"), None);
        assert_eq!(value("mill"), None);
    }

    #[test]
    fn centuries_are_counted_and_parts_are_more_or_less_than_half() {
        use crate::compare::wording::is_opposed;
        let built = "The bridge was built in the second century.";
        assert!(is_opposed(
            built,
            "The bridge was built in the 19th century."
        ));
        assert!(!is_opposed(
            built,
            "The bridge was built in the 2nd century."
        ));
        let voted = "Two thirds of the members voted for it.";
        assert!(!is_opposed(voted, "Most members voted for it."));
        assert!(is_opposed(voted, "Most members voted against it."));
    }

    #[test]
    fn near_is_within_rounding() {
        assert!(Value(100.0).is_near(Value(101.0)));
        assert!(!Value(12.0).is_near(Value(13.0)));
        assert!(Value(1999.0).is_year() && !Value(12.5).is_year());
    }
}
