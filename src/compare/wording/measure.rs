//! What two sentences have in common, in numbers, and what is made of it.
//!
//! **Score.** Paired words by weight, symmetrically and for the shorter sentence alone, and letters in common; less where each names somebody whom the
//! other doesn't, tells a deed that the other doesn't (*the senator quits*, *the senator writes a book*), or where numbers differ. **Opposed.** Only two sentences that speak of one thing can be: most of the shorter one has to be paired,
//! words that oppose each other included, but where the same one is seen at two things or places. Then one of these: a word that just one of them denies; opposites left over on both sides; words of one
//! kind left over (*red*, *blue*), another count of the same thing, roles swapped, or nothing left over but one name on each side.

use std::collections::BTreeSet;

use super::Worded;
use super::opposition::Signs;
use super::pairing::Pairing;
use super::quantity::Agreement;
use super::question;
use super::words::{Item, Kind};

/// Weight of [`Measures::dice`] in the score.
const DICE: f64 = 0.55;
/// Weight of [`Measures::contained`].
const CONTAINED: f64 = 0.35;
/// Weight of [`Measures::letters`].
const LETTERS: f64 = 0.1;
/// What names that only one of two sentences has take off.
const OTHER_NAMES: f64 = 0.2;
/// What verbs that only one of two sentences has take off, where each has some.
const OTHER_DEEDS: f64 = 0.15;
/// What numbers that differ take off.
const OTHER_NUMBERS: f64 = 0.15;
/// What two questions take off that ask for different things: *why*, *where*.
const OTHER_QUESTION: f64 = 0.15;
/// What it takes off that one denies of one thing what the other says of another; as much as other names.
const OTHER_THING: f64 = OTHER_NAMES;
/// What is left of the score of opposed sentences.
const OPPOSED: f64 = 0.65;

/// Nearness from which a denial or an opposite counts.
const NEAR: f64 = 0.4;
/// Nearness from which weaker signs count too.
const CLOSE: f64 = 0.55;

/// Nearness, or words in common, from which things of one kind count, or another number alone.
const ALIKE: f64 = 0.6;

/// What a score is made of, each 0 to 1.
#[derive(Clone, Debug)]
pub(super) struct Measures {
    /// Weight of the paired words over the weight of all.
    dice: f64,
    /// The same over the weight of the shorter sentence alone.
    contained: f64,
    /// As `contained`, but with a pair counted as one whatever it is by, words that oppose each other too, and numbers only where both have some.
    nearness: f64,
    /// Letters in common.
    letters: f64,
    /// Of the names of the sentence with fewer of them, the share that the other lacks, where that one has others.
    other_names: f64,
    /// Of the verbs of the sentence with fewer of them left over, the share by weight that has no partner.
    other_deeds: f64,
    numbers: Agreement,
    /// 1 if each asks for something that the other doesn't.
    other_question: f64,
    signs: Signs,
    /// All that is left over is one name on each side.
    has_one_other_name: bool,
}

impl Measures {
    pub(super) fn of(left: &Worded, right: &Worded) -> Self {
        let pairing = Pairing::of(left, right);
        let [lefts, rights] = &pairing.values;
        let opposites = pairing.opposites.iter();
        let l = Side::new(left, lefts, opposites.clone().map(|&(at, _, _)| at));
        let r = Side::new(right, rights, opposites.map(|&(_, at, _)| at));
        Self {
            dice: ratio(l.common + r.common, l.all + r.all),
            contained: ratio(l.common, l.all).max(ratio(r.common, r.all)),
            nearness: l.nearness(&r).max(r.nearness(&l)),
            letters: left.letters.common(&right.letters),
            other_names: ratio(l.names_alone.min(r.names_alone), l.names.min(r.names)),
            other_deeds: ratio(l.deeds_alone, l.deeds).min(ratio(r.deeds_alone, r.deeds)),
            numbers: Agreement::of(&left.items, &right.items),
            other_question: f64::from(question::differ(&left.items, &right.items)),
            signs: Signs::of(left, right, &pairing),
            has_one_other_name: pairing
                .other_names(left, right)
                .is_some_and(|(l, r)| l.denials == 0 && r.denials == 0),
        }
    }

    pub(super) fn is_opposed(&self) -> bool {
        let signs = self.signs;
        signs.is_elsewhere
            || signs.is_other_scene
            || (self.nearness >= NEAR
                && (signs.is_denied || signs.has_opposites || signs.is_judged_otherwise))
            || (self.nearness >= ALIKE && signs.has_exclusives)
            || (self.nearness >= CLOSE
                && (signs.is_swapped
                    || signs.is_told_otherwise
                    || self.numbers.is_counted_otherwise && !signs.is_counted_apart))
            || (self.dice >= ALIKE && self.numbers.is_single_difference && !signs.is_counted_apart)
            || (self.dice >= NEAR && self.has_one_other_name)
    }

    pub(super) fn score(&self, opposed: bool) -> f64 {
        let alike = DICE * self.dice + CONTAINED * self.contained + LETTERS * self.letters;
        let apart = OTHER_NAMES * self.other_names
            + OTHER_NUMBERS * self.numbers.missing
            + OTHER_DEEDS * self.other_deeds
            + OTHER_THING * f64::from(self.signs.is_of_another)
            + OTHER_QUESTION * self.other_question;
        let score = alike - apart;
        (if opposed { score * OPPOSED } else { score }).clamp(0.0, 1.0)
    }
}

/// Weights of one sentence, as it is paired with the other.
struct Side {
    all: f64,
    common: f64,
    /// Of words with a partner, alike or opposed.
    met: f64,
    numbers: f64,
    numbers_met: f64,
    names: f64,
    names_alone: f64,
    deeds: f64,
    deeds_alone: f64,
}

impl Side {
    fn new(worded: &Worded, values: &[f64], opposites: impl Iterator<Item = usize>) -> Self {
        let is_alone = |at: &usize| values.get(*at).is_none_or(|&value| value <= 0.0);
        let opposed: BTreeSet<usize> = opposites.flat_map(|unit| worded.words(unit)).collect();
        let is_met = |at: usize| !is_alone(&at) || opposed.contains(&at);
        let sum = |is: &dyn Fn(usize, &Item) -> bool| -> f64 {
            let items = worded.items.iter().enumerate();
            let items = items.filter(|(at, item)| is(*at, item));
            items.map(|(_, item)| item.weight).sum()
        };
        let is_name = |item: &Item| item.kind == Kind::Name;
        let count = |items: &[&Item]| {
            let names = items.iter().filter(|item| is_name(item)).count();
            f64::from(u32::try_from(names).unwrap_or(u32::MAX))
        };
        let all: Vec<&Item> = worded.items.iter().collect();
        let alone = worded.items.iter().enumerate();
        let alone: Vec<&Item> = alone
            .filter(|(at, item)| item.is_telling() && is_alone(at))
            .map(|(_, item)| item)
            .collect();
        let weighed = worded.items.iter().zip(values);
        Self {
            all: worded.items.iter().map(|item| item.weight).sum(),
            common: weighed.map(|(item, value)| item.weight * value).sum(),
            met: sum(&|at, _| is_met(at)),
            numbers: sum(&|_, item| item.is_number()),
            numbers_met: sum(&|at, item| item.is_number() && is_met(at)),
            names: count(&all),
            names_alone: count(&alone),
            deeds: weigh_deeds(&all),
            deeds_alone: weigh_deeds(&alone),
        }
    }
}

impl Side {
    /// The share of it that is met in the other.
    fn nearness(&self, other: &Self) -> f64 {
        if other.numbers > 0.0 {
            ratio(self.met, self.all)
        } else {
            ratio(self.met - self.numbers_met, self.all - self.numbers)
        }
    }
}

fn weigh_deeds(items: &[&Item]) -> f64 {
    let deeds = items.iter().filter(|item| item.is_deed);
    deeds.map(|item| item.weight).sum()
}

fn ratio(part: f64, whole: f64) -> f64 {
    if whole > 0.0 {
        (part / whole).clamp(0.0, 1.0)
    } else {
        0.0
    }
}
