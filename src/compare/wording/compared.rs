//! Comparisons told from their other end: "rents rose faster than wages", "wages rose more slowly than rents".

use super::Worded;
use super::words::{Item, form_at};

/// Words on either side of *than* that are looked at.
const REACH: usize = 8;

/// Whether both compare, and what comes before *than* or *as* in one comes after it in the other.
pub(super) fn is_turned(left: &Worded, right: &Worded) -> bool {
    let Some((l, r)) = pivot(left).zip(pivot(right)) else {
        return false;
    };
    let (before, after) = (sides(left, l), sides(right, r));
    let meets = |one: &[&str], other: &[&str], beside: &[&str]| {
        let mut met = one.iter().filter(|word| other.contains(word));
        met.any(|word| !beside.contains(word))
    };
    meets(&before.0, &after.1, &after.0) && meets(&before.1, &after.0, &after.1)
}

/// *Than*, or the second word of "as … as".
fn pivot(worded: &Worded) -> Option<usize> {
    let items = &worded.items;
    let than = items.iter().position(|item| item.form == "than");
    let is_as = |at: &usize| {
        let first = at.saturating_sub(4)..*at;
        form_at(items, *at) == "as"
            && first
                .into_iter()
                .any(|at| ["as", "so"].contains(&form_at(items, at)))
    };
    than.or_else(|| (0..items.len()).find(is_as))
}

/// The words that say something before and after a place.
fn sides(worded: &Worded, pivot: usize) -> (Vec<&str>, Vec<&str>) {
    let items = &worded.items;
    let lemmas = |items: &'_ [Item]| -> Vec<usize> {
        let telling = items
            .iter()
            .enumerate()
            .filter(|(_, item)| item.is_telling());
        telling.map(|(at, _)| at).collect()
    };
    let word = |at: usize| items.get(at).map_or("", |item| item.lemma.as_ref());
    let from = pivot.saturating_sub(REACH);
    let before = lemmas(items.get(from..pivot).unwrap_or_default());
    let after = lemmas(items.get(pivot..).unwrap_or_default());
    (
        before.into_iter().map(|at| word(from + at)).collect(),
        after.into_iter().map(|at| word(pivot + at)).collect(),
    )
}

#[cfg(test)]
mod tests {
    use crate::compare::wording::is_opposed;

    #[test]
    fn a_comparison_may_be_told_from_its_other_end() {
        let faster = "Beef got dearer faster than bread.";
        assert!(!is_opposed(
            faster,
            "Bread did not get dearer as fast as beef."
        ));
        assert!(is_opposed(
            faster,
            "Beef did not get dearer faster than bread."
        ));
    }
}
