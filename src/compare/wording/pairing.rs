//! Which word of one sentence stands for which word of the other.
//!
//! Equal lemmas are paired first, in order; then the words left over, by how alike they are: synonyms, words of one family
//! (*Russia*, *Russian*), a word for the kind (*dog*, *puppy*), other spellings. What is still left may be opposite. Phrases take part beside
//! single words, as far as their words are free.

use std::collections::{BTreeSet, HashMap};

use super::Worded;
use super::phrase::Phrase;
use super::quantifier;
use super::role;
use super::table::{Bond, bond};
use super::words::{Item, Kind};

/// Words and phrases left over on a side that are held against those of the other side.
const MOST_LEFT_OVER: usize = 40;
/// What a synonym counts, where the same lemma counts 1.
const SYNONYM: f64 = 0.9;
/// What a word of the same family, another spelling or a denied opposite counts.
const FAMILY: f64 = 0.8;
/// What a word for the kind counts.
const KIND: f64 = 0.6;
/// Words that are of an open class in one sentence and of a closed one in the next.
const LEVEL: [&str; 9] = [
    "only", "ahead", "behind", "inside", "outside", "more", "fewer", "less", "against",
];
/// Letters of a word whose spelling is compared.
const LETTERS: usize = 32;

/// Two words or phrases that stand for each other, by their places in [`Worded::unit`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Paired {
    pub(super) left: usize,
    pub(super) right: usize,
    /// They are opposites of which just one is negated: "did not rise", "fell".
    pub(super) by_denial: bool,
}

/// The pairs of two sentences, and the words that oppose each other.
#[derive(Clone, Debug, Default)]
pub(super) struct Pairing {
    pub(super) pairs: Vec<Paired>,
    pub(super) opposites: Vec<(usize, usize, Bond)>,
    /// For each word of the left and of the right what its pair counts, 0 to 1: 1 for the same lemma, 0 without a pair.
    pub(super) values: [Vec<f64>; 2],
}

impl Pairing {
    pub(super) fn of(left: &Worded, right: &Worded) -> Self {
        let mut pairer = Pairer {
            left,
            right,
            partners: [vec![None; left.items.len()], vec![None; right.items.len()]],
            pairing: Self {
                values: [vec![0.0; left.items.len()], vec![0.0; right.items.len()]],
                ..Self::default()
            },
        };
        pairer.equal();
        let bonds = pairer.bonds();
        pairer.alike(&bonds);
        pairer.oppose(&bonds);
        pairer.pairing
    }

    /// Whether two words or phrases are paired.
    pub(super) fn has(&self, left: usize, right: usize) -> bool {
        let mut pairs = self.pairs.iter();
        pairs.any(|pair| pair.left == left && pair.right == right)
    }

    /// The only words left over that say something, if they are one name on each side.
    pub(super) fn other_names<'a>(
        &self,
        left: &'a Worded,
        right: &'a Worded,
    ) -> Option<(&'a Item, &'a Item)> {
        let [lefts, rights] = &self.values;
        only_name(left, lefts).zip(only_name(right, rights))
    }
}

/// The only word left over that says something, if it is a name.
fn only_name<'a>(worded: &'a Worded, values: &[f64]) -> Option<&'a Item> {
    let alone = worded.items.iter().zip(values);
    let mut alone = alone.filter(|(item, value)| item.is_telling() && **value <= 0.0);
    let (name, _) = alone.next()?;
    (alone.next().is_none() && name.kind == Kind::Name).then_some(name)
}

/// Two sentences while their words are paired.
struct Pairer<'a> {
    left: &'a Worded,
    right: &'a Worded,
    /// For each word of the left and of the right the word that it is paired with.
    partners: [Vec<Option<usize>>; 2],
    pairing: Pairing,
}

/// What is known of two words or phrases that were left over.
#[derive(Clone, Copy, Debug)]
struct Bonded {
    left: usize,
    right: usize,
    bond: Option<Bond>,
    /// What they count as a pair, and whether by denial; `None` if they are none.
    likeness: Option<(f64, bool)>,
}

impl Pairer<'_> {
    fn equal(&mut self) {
        let mut waiting: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, item) in self.right.items.iter().enumerate().rev() {
            waiting.entry(&item.lemma).or_default().push(at);
        }
        for (at, item) in self.left.items.iter().enumerate() {
            let Some(found) = waiting.get_mut(item.lemma.as_ref()).and_then(Vec::pop) else {
                continue;
            };
            if item.kind != Kind::Negation && !self.is_of_other_word(at, found) {
                self.pair(at, found, 1.0, false);
            }
        }
    }

    /// "By 90 votes", "voted down": of two words with one lemma one is a verb of another meaning.
    fn is_of_other_word(&self, left: usize, right: usize) -> bool {
        let both = self.left.items.get(left).zip(self.right.items.get(right));
        both.is_some_and(|(one, other)| match (one.is_deed, other.is_deed) {
            (true, false) => is_bare(other) && begins_with_particle(self.left, left),
            (false, true) => is_bare(one) && begins_with_particle(self.right, right),
            _ => false,
        })
    }

    /// Every word and phrase left over on the left with every one on the right, where the tables or the spelling say something of the two.
    fn bonds(&self) -> Vec<Bonded> {
        let [lefts, rights] = &self.partners;
        let rights = open(self.right, rights);
        let is_level = |item: &Item| LEVEL.contains(&item.lemma.as_ref());
        let mut bonds = Vec::new();
        for (left, one) in open(self.left, lefts) {
            let is_either = is_level(one);
            for &(right, other) in &rights {
                // "Up" and "down" oppose each other, and say nothing by themselves.
                let is_level =
                    one.is_telling() == other.is_telling() || is_either || is_level(other);
                // "Out of" and "into": a phrase, and a word of a closed class.
                let is_level = is_level || one.lemma.contains(' ') != other.lemma.contains(' ');
                // "Called off", "go ahead on Friday": the particle is no word of its own.
                let is_part = is_particle(self.left, left) || is_particle(self.right, right);
                let is_part =
                    is_part || (one.lemma == other.lemma && self.is_of_other_word(left, right));
                if !is_level || is_part || !self.may_pair(left, right) {
                    continue;
                }
                let bond = bond(one, other).filter(|bond| {
                    // "Broke off ties": nothing of the breaking of things.
                    let is_verb = |worded: &Worded, at| begins_with_particle(worded, at);
                    !(is_verb(self.left, left) || is_verb(self.right, right))
                        || !matches!(bond, Bond::Opposite | Bond::Exclusive)
                });
                let likeness = likeness(one, other, bond);
                let says = |item: &Item| {
                    let is_side = || ["inside", "outside"].contains(&item.form.as_str());
                    item.is_telling() || quantifier::is_universal(item) || is_side()
                };
                let likeness = likeness.filter(|_| says(one) && says(other));
                if bond.is_some() || likeness.is_some() {
                    bonds.push(Bonded {
                        left,
                        right,
                        bond,
                        likeness,
                    });
                }
            }
        }
        bonds
    }

    fn alike(&mut self, bonds: &[Bonded]) {
        let (mut denying_left, mut denying_right) = (BTreeSet::new(), BTreeSet::new());
        for bonded in bonds.iter().filter(|bonded| self.denies(bonded)) {
            denying_left.insert(bonded.left);
            denying_right.insert(bonded.right);
        }
        let mut found: Vec<(f64, bool, usize, usize)> = Vec::new();
        for &Bonded {
            left,
            right,
            likeness,
            ..
        } in bonds
        {
            let Some((value, by_denial)) = likeness else {
                continue;
            };
            // "Pulled out of the race", "did not run": the deed meets the deed.
            let is_first = by_denial && self.are_deeds(left, right);
            // "Praised by critics", "criticised": a word that opposes another is not of the family of a third.
            let is_sure = by_denial || value > FAMILY;
            if is_sure || !(denying_left.contains(&left) || denying_right.contains(&right)) {
                found.push((
                    if is_first { SYNONYM } else { value },
                    by_denial,
                    left,
                    right,
                ));
            }
        }
        found.sort_by(|a, b| {
            let by_denial = |pair: &(f64, bool, usize, usize)| !pair.1;
            let by_place = (by_denial(a), a.2, a.3).cmp(&(by_denial(b), b.2, b.3));
            b.0.total_cmp(&a.0).then(by_place)
        });
        for (value, by_denial, left, right) in found {
            if self.may_pair(left, right) {
                self.pair(left, right, value, by_denial);
            }
        }
    }

    fn oppose(&mut self, bonds: &[Bonded]) {
        for bonded in bonds {
            if let Some(bond @ (Bond::Opposite | Bond::Exclusive)) = bonded.bond
                && self.may_pair(bonded.left, bonded.right)
            {
                let opposed = (bonded.left, bonded.right, bond);
                self.pairing.opposites.push(opposed);
            }
        }
    }

    fn are_deeds(&self, left: usize, right: usize) -> bool {
        let is_deed = |worded: &Worded, unit| {
            let word = worded
                .words(unit)
                .next()
                .and_then(|at| worded.items.get(at));
            word.is_some_and(|word| word.is_deed)
        };
        is_deed(self.left, left) && is_deed(self.right, right)
    }

    fn denies(&self, bonded: &Bonded) -> bool {
        let both = self
            .left
            .unit(bonded.left)
            .zip(self.right.unit(bonded.right));
        bonded.bond == Some(Bond::Opposite)
            && both.is_some_and(|(one, other)| one.is_telling() && one.negated == other.negated)
    }

    /// Whether something of each is free, and what is not is paired with something of the other.
    fn may_pair(&self, left: usize, right: usize) -> bool {
        let [lefts, rights] = &self.partners;
        let partner = |partners: &[Option<usize>], at: usize| partners.get(at).copied().flatten();
        let is_open = |partners: &[Option<usize>], own: &Worded, at, others: &Worded, other| {
            let mut is_free = false;
            let is_kept = own.words(at).all(|word| match partner(partners, word) {
                Some(met) => others.words(other).any(|word| word == met),
                None => {
                    is_free = true;
                    true
                }
            });
            is_kept && is_free
        };
        is_open(lefts, self.left, left, self.right, right)
            && is_open(rights, self.right, right, self.left, left)
    }

    fn pair(&mut self, left: usize, right: usize, value: f64, by_denial: bool) {
        let first = |worded: &Worded, at| worded.words(at).next();
        let firsts = [first(self.right, right), first(self.left, left)];
        let own = [(self.left, left), (self.right, right)];
        let sides = self.partners.iter_mut().zip(&mut self.pairing.values);
        for (((worded, at), partner), (partners, values)) in own.into_iter().zip(firsts).zip(sides)
        {
            for word in worded.words(at) {
                if let (Some(slot @ None), Some(counted)) =
                    (partners.get_mut(word), values.get_mut(word))
                {
                    *slot = partner;
                    *counted = value;
                }
            }
        }
        self.pairing.pairs.push(Paired {
            left,
            right,
            by_denial,
        });
    }
}

/// The words and phrases of a side of which something is free.
fn open<'a>(worded: &'a Worded, partners: &[Option<usize>]) -> Vec<(usize, &'a Item)> {
    let is_free = |word: usize| partners.get(word) == Some(&None);
    let units = (0..).map_while(|at| Some((at, worded.unit(at)?)));
    // "Ride a bike" tells a scene, and stands for nothing else.
    let stands_alone = |at: usize, item: &Item| {
        at >= worded.items.len() && item.of_lemma.is_some_and(|entry| !entry.is_bound())
    };
    let open = units.filter(|&(at, item)| !stands_alone(at, item) && worded.words(at).any(is_free));
    open.take(MOST_LEFT_OVER).collect()
}

/// Whether a word is written as a noun would be: "vote", "votes".
fn is_bare(item: &Item) -> bool {
    item.form.strip_suffix('s').unwrap_or(&item.form) == item.lemma || item.form == item.lemma
}

/// Whether a phrase begins at a word of which a particle makes another verb.
fn begins_with_particle(worded: &Worded, at: usize) -> bool {
    let mut phrases = worded.phrases.iter();
    phrases.any(|phrase| phrase.words.first() == Some(&at) && phrase.has_particle())
}

/// Whether a word of a closed class is part of a phrase.
fn is_particle(worded: &Worded, unit: usize) -> bool {
    let is_closed = worded
        .items
        .get(unit)
        .is_some_and(|item| !item.is_telling());
    let mut phrases = worded.phrases.iter();
    let is_verb = |phrase: &Phrase| !phrase.item.lemma.starts_with("be ");
    is_closed && phrases.any(|phrase| is_verb(phrase) && phrase.words.contains(&unit))
}

/// What two words with different lemmas count as a pair, and whether by denial; `None` if they are none.
fn likeness(one: &Item, other: &Item, bond: Option<Bond>) -> Option<(f64, bool)> {
    match (one.kind, other.kind) {
        (Kind::Number(l), Kind::Number(r)) => return (l == r).then_some((1.0, false)),
        (Kind::Number(_), _) | (_, Kind::Number(_)) => return None,
        _ => {}
    }
    match bond {
        Some(Bond::Same) => return Some((SYNONYM, false)),
        Some(Bond::Opposite) => {
            let is_denied = one.negated != other.negated && !role::are_ends(one, other);
            return is_denied.then_some((FAMILY, true));
        }
        Some(Bond::Kind) => return Some((KIND, false)),
        Some(Bond::Exclusive) => return None,
        None => {}
    }
    if is_family(&one.lemma, &other.lemma) || is_family(&one.form, &other.form) {
        return Some((FAMILY, false));
    }
    // A name, or a word that nobody knows: one of the two may be misspelt.
    let is_open =
        |item: &Item| item.kind == Kind::Name || (item.weight > 0.9 && !item.lemma.contains(' '));
    let is_spelling = (is_open(one) || is_open(other)) && is_other_spelling(&one.form, &other.form);
    is_spelling.then_some((FAMILY, false))
}

/// Endings that make another word of the same family.
const ENDINGS: [&str; 49] = [
    "", "e", "s", "y", "ed", "er", "or", "ion", "tion", "ation", "ition", "ment", "ness", "ity",
    "al", "ial", "ian", "ean", "n", "an", "ish", "ese", "ist", "ism", "ive", "ly", "ing", "ance",
    "ence", "ant", "ent", "ry", "ary", "ery", "ship", "ic", "ical", "ous", "ise", "ize", "ate",
    "able", "ible", "i", "ure", "th", "ern", "ication", "ative",
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
    // "Legitimate" and "legitimacy", "president" and "presidency".
    let are_of_state = |one: &str, other: &str| {
        let ends = (one.get(shared..), other.get(shared..));
        matches!(ends, (Some("te" | "t"), Some("cy")))
    };
    let is_state = are_of_state(one, other) || are_of_state(other, one);
    shared >= 4 && ((ends(one) && ends(other)) || is_state)
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
            ("legitimate", "legitimacy"),
            ("represent", "representative"),
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
