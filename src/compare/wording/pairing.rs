//! Which word of one sentence stands for which word of the other.
//!
//! Equal lemmas are paired first, in order; then the words left over, by how alike they are: synonyms, words of one family
//! (*Russia*, *Russian*), other spellings. What is still left may be opposite.

use std::collections::{BTreeSet, HashMap};

use super::table::{Bond, Table};
use super::words::{Item, Kind};

/// Words left over on a side that are held against those of the other side.
const MOST_LEFT_OVER: usize = 40;
/// What a synonym counts, where the same lemma counts 1.
const SYNONYM: f64 = 0.9;
/// What a word of the same family, another spelling or a denied opposite counts.
const FAMILY: f64 = 0.8;
/// Letters of a word whose spelling is compared.
const LETTERS: usize = 32;

/// Two words that stand for each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Paired {
    pub(super) left: usize,
    pub(super) right: usize,
    /// 0 to 1: 1 for the same lemma.
    pub(super) value: f64,
    /// They are opposites of which just one is negated: "did not rise", "fell".
    pub(super) by_denial: bool,
}

/// The pairs of two sentences, by the left word, and the words that oppose each other.
#[derive(Clone, Debug, Default)]
pub(super) struct Pairing {
    pub(super) pairs: Vec<Paired>,
    pub(super) opposites: Vec<(usize, usize, Bond)>,
}

impl Pairing {
    pub(super) fn of(left: &[Item], right: &[Item]) -> Self {
        let mut pairing = Self::default();
        let mut free = [vec![true; left.len()], vec![true; right.len()]];
        pairing.equal(left, right, &mut free);
        let denying = denying(left, right, &free);
        pairing.alike(left, right, &mut free, &denying);
        for (l, r) in left_over(left, right, &free, |_| true) {
            let Some((one, other)) = left.get(l).zip(right.get(r)) else {
                continue;
            };
            // "Up" and "down" oppose each other, and say nothing by themselves.
            if one.is_telling() == other.is_telling()
                && let Some(bond @ (Bond::Opposite | Bond::Exclusive)) = bond(one, other)
            {
                pairing.opposites.push((l, r, bond));
            }
        }
        pairing.pairs.sort_by_key(|pair| (pair.left, pair.right));
        pairing
    }

    fn equal(&mut self, left: &[Item], right: &[Item], free: &mut [Vec<bool>; 2]) {
        let mut waiting: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, item) in right.iter().enumerate().rev() {
            waiting.entry(&item.lemma).or_default().push(at);
        }
        for (at, item) in left.iter().enumerate() {
            let Some(found) = waiting.get_mut(item.lemma.as_ref()).and_then(Vec::pop) else {
                continue;
            };
            if item.kind != Kind::Negation {
                self.pair(at, found, 1.0, false, free);
            }
        }
    }

    fn alike(
        &mut self,
        left: &[Item],
        right: &[Item],
        free: &mut [Vec<bool>; 2],
        denying: &[BTreeSet<usize>; 2],
    ) {
        let [denying_left, denying_right] = denying;
        let mut found: Vec<(f64, bool, usize, usize)> = Vec::new();
        for (l, r) in left_over(left, right, free, Item::is_telling) {
            if let Some((one, other)) = left.get(l).zip(right.get(r))
                && let Some((value, by_denial)) = likeness(one, other)
            {
                // "Praised by critics", "criticised": a word that opposes another is not of the family of a third.
                let is_sure = by_denial || value > FAMILY;
                if is_sure || !(denying_left.contains(&l) || denying_right.contains(&r)) {
                    found.push((value, by_denial, l, r));
                }
            }
        }
        found.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.2, a.3).cmp(&(b.2, b.3))));
        for (value, by_denial, l, r) in found {
            let [lefts, rights] = &*free;
            if lefts.get(l) == Some(&true) && rights.get(r) == Some(&true) {
                self.pair(l, r, value, by_denial, free);
            }
        }
    }

    fn pair(
        &mut self,
        left: usize,
        right: usize,
        value: f64,
        by_denial: bool,
        free: &mut [Vec<bool>; 2],
    ) {
        let [lefts, rights] = free;
        for slot in lefts.get_mut(left).into_iter().chain(rights.get_mut(right)) {
            *slot = false;
        }
        self.pairs.push(Paired {
            left,
            right,
            value,
            by_denial,
        });
    }
}

/// Every such word left over on the left with every one on the right.
fn left_over(
    left: &[Item],
    right: &[Item],
    free: &[Vec<bool>; 2],
    such: fn(&Item) -> bool,
) -> Vec<(usize, usize)> {
    let open = |items: &[Item], free: &Vec<bool>| -> Vec<usize> {
        let both = items.iter().zip(free).enumerate();
        let open = both.filter(|(_, (item, free))| **free && such(item));
        open.map(|(at, _)| at).take(MOST_LEFT_OVER).collect()
    };
    let [lefts, rights] = free;
    let rights = open(right, rights);
    open(left, lefts)
        .into_iter()
        .flat_map(|l| rights.iter().map(move |&r| (l, r)))
        .collect()
}

/// The words on each side that oppose one of the other side.
fn denying(left: &[Item], right: &[Item], free: &[Vec<bool>; 2]) -> [BTreeSet<usize>; 2] {
    let mut denying = [BTreeSet::new(), BTreeSet::new()];
    let [lefts, rights] = &mut denying;
    for (l, r) in left_over(left, right, free, Item::is_telling) {
        let both = left.get(l).zip(right.get(r));
        if both.is_some_and(|(l, r)| bond(l, r) == Some(Bond::Opposite) && l.negated == r.negated) {
            lefts.insert(l);
            rights.insert(r);
        }
    }
    denying
}

/// What the tables say of two words, by lemma or as they are written.
fn bond(one: &Item, other: &Item) -> Option<Bond> {
    let table = Table::get();
    let by_lemma = table.bond(&one.lemma, &other.lemma);
    by_lemma.or_else(|| table.bond(&one.form, &other.form))
}

/// How alike two words with different lemmas are, and whether by denial; `None` if not at all.
fn likeness(one: &Item, other: &Item) -> Option<(f64, bool)> {
    match (one.kind, other.kind) {
        (Kind::Number(l), Kind::Number(r)) => return (l == r).then_some((1.0, false)),
        (Kind::Number(_), _) | (_, Kind::Number(_)) => return None,
        _ => {}
    }
    match bond(one, other) {
        Some(Bond::Same) => return Some((SYNONYM, false)),
        Some(Bond::Opposite) => return (one.negated != other.negated).then_some((FAMILY, true)),
        Some(Bond::Exclusive) => return None,
        None => {}
    }
    if is_family(&one.lemma, &other.lemma) || is_family(&one.form, &other.form) {
        return Some((FAMILY, false));
    }
    let is_name = one.kind == Kind::Name || other.kind == Kind::Name;
    let is_spelling = is_name && is_other_spelling(&one.form, &other.form);
    is_spelling.then_some((FAMILY, false))
}

/// Endings that make another word of the same family.
const ENDINGS: [&str; 46] = [
    "", "e", "s", "y", "ed", "er", "or", "ion", "tion", "ation", "ition", "ment", "ness", "ity",
    "al", "ial", "ian", "ean", "n", "an", "ish", "ese", "ist", "ism", "ive", "ly", "ing", "ance",
    "ence", "ant", "ent", "ry", "ary", "ery", "ship", "ic", "ical", "ous", "ise", "ize", "ate",
    "able", "ible", "i", "ure", "th",
];

/// Words that begin alike and differ in an ending: *Russia*, *Russian*; *negotiate*, *negotiation*.
fn is_family(one: &str, other: &str) -> bool {
    let shared: usize = one
        .chars()
        .zip(other.chars())
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len_utf8())
        .sum();
    let ends = |word: &str| word.get(shared..).is_some_and(|end| ENDINGS.contains(&end));
    shared >= 4 && ends(one) && ends(other)
}

fn is_other_spelling(one: &str, other: &str) -> bool {
    let first = |word: &str| word.chars().next();
    one.len().min(other.len()) >= 5
        && one.len().max(other.len()) <= LETTERS
        && first(one) == first(other)
        && strsim::damerau_levenshtein(one, other) <= 1 + one.len() / 7
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn families_share_a_stem() {
        for (one, other) in [
            ("russia", "russian"),
            ("negotiate", "negotiation"),
            ("minister", "ministry"),
            ("iraq", "iraqi"),
        ] {
            assert!(is_family(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("contract", "contrast"),
            ("rain", "raise"),
            ("president", "press"),
        ] {
            assert!(!is_family(one, other), "{one} {other}");
        }
    }

    #[test]
    fn names_are_met_in_other_spellings() {
        assert!(is_other_spelling("zelensky", "zelenskyy"));
        assert!(is_other_spelling("meshaal", "mashaal"));
        assert!(!is_other_spelling("poland", "holland"));
        assert!(!is_other_spelling("iran", "iraq"));
    }
}
