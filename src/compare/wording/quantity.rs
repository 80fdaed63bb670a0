//! Whether the numbers of two sentences contradict each other.
//!
//! "At least ten" and "twelve" do not, "about 100" and "104" do not, "three soldiers" and "five soldiers" do.

use super::number::Value;
use super::table::{Bond, bond, is_same};
use super::words::{Item, Kind};

/// Words around a number in which its unit and its bound are looked for.
const REACH: usize = 3;

/// A number with what it counts.
#[derive(Clone, Debug)]
struct Quantity<'a> {
    value: Value,
    is_year: bool,
    is_age: bool,
    unit: Option<&'a Item>,
    bound: Bound,
    partly: bool,
    denials: usize,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Bound {
    Exact,
    About,
    AtLeast,
    AtMost,
}

/// How the numbers of two sentences stand to each other.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Agreement {
    /// Of the numbers of the sentence with fewer of them, the share that has no counterpart: 0 to 1.
    pub(super) missing: f64,
    /// The same thing is counted differently.
    pub(super) is_counted_otherwise: bool,
    /// Each has just one number without a counterpart, and no year.
    pub(super) is_single_difference: bool,
}

impl Agreement {
    pub(super) fn of(left: &[Item], right: &[Item]) -> Self {
        let (left, right) = (quantities(left), quantities(right));
        let alone = |of: &[Quantity<'_>], others: &[Quantity<'_>]| -> Vec<usize> {
            let meets = |one: &Quantity<'_>| others.iter().any(|other| one.meets(other));
            let alone = of.iter().enumerate().filter(|(_, one)| !meets(one));
            alone.map(|(at, _)| at).collect()
        };
        let (l, r) = (alone(&left, &right), alone(&right, &left));
        let fewest = left.len().min(right.len());
        if fewest == 0 || l.is_empty() || r.is_empty() {
            return Self::default();
        }
        let share = |part: usize| {
            let number = |n| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
            number(part) / number(fewest)
        };
        let counts_otherwise = |l: &usize, r: &usize| {
            let both = left.get(*l).zip(right.get(*r));
            both.is_some_and(|(l, r)| l.counts_the_same(r))
        };
        // "Two sons", "three children": there may be a daughter.
        let of_kind = |l: &usize, r: &usize| {
            let both = left.get(*l).zip(right.get(*r));
            let units = both.and_then(|(l, r)| l.unit.zip(r.unit));
            units.is_some_and(|(one, other)| bond(one, other) == Some(Bond::Kind))
        };
        let is_year = |of: &[Quantity<'_>], at: &[usize]| {
            at.iter().any(|at| of.get(*at).is_some_and(|q| q.is_year))
        };
        Self {
            missing: share(l.len().min(r.len())).min(1.0),
            is_counted_otherwise: l.iter().any(|l| r.iter().any(|r| counts_otherwise(l, r))),
            is_single_difference: !l.iter().any(|l| r.iter().any(|r| of_kind(l, r)))
                && l.len() == 1
                && r.len() == 1
                && !is_year(&left, &l)
                && !is_year(&right, &r),
        }
    }
}

impl Quantity<'_> {
    fn counts_the_same(&self, other: &Self) -> bool {
        if self.is_age && other.is_age {
            return true;
        }
        let (Some(one), Some(two)) = (self.unit, other.unit) else {
            return false;
        };
        let is_same = is_same(one, two);
        // "Eight of the members came", "three did not".
        let is_of_others = self.partly && other.partly && self.denials % 2 != other.denials % 2;
        is_same && !self.is_year && !other.is_year && !is_of_others
    }

    /// Whether both can be true of one thing.
    fn meets(&self, other: &Self) -> bool {
        let (l, r) = (self.value, other.value);
        l.is_near(r)
            || match (self.bound, other.bound) {
                (Bound::AtLeast, Bound::AtMost) => l.0 <= r.0,
                (Bound::AtMost, Bound::AtLeast) => r.0 <= l.0,
                (Bound::AtLeast, _) => r.0 >= l.0,
                (_, Bound::AtLeast) => l.0 >= r.0,
                (Bound::AtMost, _) => r.0 <= l.0,
                (_, Bound::AtMost) => l.0 <= r.0,
                (Bound::About, _) | (_, Bound::About) => {
                    (l.0 - r.0).abs() <= l.0.abs().max(r.0.abs()) * 0.1
                }
                (Bound::Exact, Bound::Exact) => false,
            }
    }
}

fn quantities(items: &[Item]) -> Vec<Quantity<'_>> {
    let mut found = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let next = items.get(at + 1);
        let value = match item.kind {
            Kind::Number(value) => value,
            // "Just one bicycle": elsewhere it is a pronoun too often.
            // "The only bridge".
            _ if is_only(items, at) => Value(1.0),
            _ if item.form == "one" && next.is_some_and(|item| item.kind == Kind::Content) => {
                Value(1.0)
            }
            _ => continue,
        };
        let before = items.get(at.saturating_sub(REACH)..at).unwrap_or_default();
        let mut after = items.get(at + 1..).unwrap_or_default().iter().take(REACH);
        let unit = after.find(|item| item.kind == Kind::Content);
        found.push(Quantity {
            is_age: is_age(value, items, at),
            value,
            is_year: is_year(value, item, next),
            unit,
            partly: item.partly,
            denials: item.denials,
            bound: if is_open_count(item) {
                Bound::AtLeast
            } else {
                bound(before)
            },
        });
    }
    found
}

/// "The country's *only* bridge": there is one.
fn is_only(items: &[Item], at: usize) -> bool {
    const OWNERS: [&str; 7] = ["the", "'s", "its", "their", "his", "her", "our"];
    const SOLE: [&str; 2] = ["only", "sole"];
    let is = |at: Option<usize>, words: &[&str]| {
        at.and_then(|at| items.get(at))
            .is_some_and(|item| words.contains(&item.form.as_str()))
    };
    let counted = items
        .get(at + 1)
        .is_some_and(|next| next.kind == Kind::Content);
    is(Some(at), &SOLE) && is(at.checked_sub(1), &OWNERS) && counted
}

/// "Died at 76", "aged 76", "at the age of 76", "a 76-year-old".
fn is_age(value: Value, items: &[Item], at: usize) -> bool {
    const OLDEST: f64 = 120.0;
    let form = |at: Option<usize>| {
        at.and_then(|at| items.get(at))
            .map_or("", |item| item.form.as_str())
    };
    let (before, next) = (form(at.checked_sub(1)), items.get(at + 1));
    let is_followed = next
        .is_some_and(|next| matches!(next.kind, Kind::Content | Kind::Name) || next.is_number());
    let is_last = before == "at" && !is_followed;
    let is_aged = before == "aged" || (before == "of" && form(at.checked_sub(2)) == "age");
    let is_old = form(Some(at + 1)).starts_with("year") && form(Some(at + 2)) == "old";
    value.0 < OLDEST && (is_last || is_aged || is_old)
}

/// "Hundreds": at least one hundred.
fn is_open_count(item: &Item) -> bool {
    ["dozens", "hundreds", "thousands", "millions", "billions"].contains(&item.form.as_str())
}

/// "In 2008", "the 2008 crisis"; not "2,000 people", "2000 houses".
fn is_year(value: Value, item: &Item, next: Option<&Item>) -> bool {
    let is_counted = next.is_some_and(|next| {
        let is_plural = next.form == "people" || next.form != next.lemma;
        next.kind == Kind::Content && is_plural
    });
    value.is_year() && item.form.len() == 4 && !is_counted
}

fn bound(before: &[Item]) -> Bound {
    let has = |word: &str| before.iter().any(|item| item.form == word);
    let has_one = |words: &[&str]| words.iter().any(|word| has(word));
    let is_denied = has_one(&["no", "not"]);
    let (more, less) = (has("more"), has_one(&["fewer", "less"]));
    let (more, less) = if is_denied {
        (less, more)
    } else {
        (more, less)
    };
    if has_one(&["least", "over", "above", "exceeding"]) || (more && has("than")) {
        Bound::AtLeast
    } else if has_one(&["most", "under", "below", "nearly", "almost"])
        || (less && has("than"))
        || (has("up") && has("to"))
    {
        Bound::AtMost
    } else if has_one(&[
        "about",
        "around",
        "some",
        "roughly",
        "approximately",
        "estimated",
    ]) {
        Bound::About
    } else {
        Bound::Exact
    }
}

#[cfg(test)]
mod tests {
    use crate::compare::wording::is_opposed;

    #[test]
    fn ages_and_the_only_one_are_numbers() {
        let died = "The painter Anna Holm, who died at the age of 81, had no children.";
        assert!(is_opposed(died, "Anna Holm died at 76."));
        assert!(!is_opposed(died, "Anna Holm died at 81."));
        let bridge = "The island's only bridge was closed.";
        assert!(is_opposed(bridge, "The island has two bridges."));
        assert!(!is_opposed(bridge, "The island has one bridge."));
    }
}
