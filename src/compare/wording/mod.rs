//! How far two sentences say the same, and whether they oppose each other.

mod letters;
mod measure;
mod number;
mod pairing;
mod polarity;
mod quantity;
mod role;
mod table;
mod words;

use crate::clause::View;
use crate::token::{Lexicon, tokens_into};

pub(super) use words::lemmas_into;

use letters::Letters;
use measure::Measures;
use role::Deed;
use words::{Item, Kind};

/// How two sentences stand to each other by their words.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Wording {
    /// How far they say the same: 0 to 1.
    pub score: f64,
    /// Whether one denies what the other says.
    pub opposed: bool,
}

/// How far two sentences say the same, and whether they are opposed.
#[must_use]
pub fn wording(left: &str, right: &str) -> Wording {
    Worded::read(left).wording(&Worded::read(right))
}

/// A sentence made ready to be held against others.
#[derive(Clone, Debug)]
pub(super) struct Worded {
    items: Vec<Item>,
    deeds: Vec<Deed>,
    letters: Letters,
}

impl Worded {
    pub(super) fn read(text: &str) -> Self {
        let text = words::head(text);
        let lexicon = Lexicon::english();
        let mut view = View::default();
        tokens_into(lexicon, text, 0, &mut view.tokens);
        view.tokens.truncate(words::MOST_WORDS);
        view.read(lexicon, text);
        let mut items = words::items(&view, text);
        polarity::mark(&mut items, &view);
        Self {
            deeds: role::deeds(&items, &view),
            letters: Letters::of(&items),
            items,
        }
    }

    pub(super) fn wording(&self, other: &Self) -> Wording {
        let measures = Measures::of(self, other);
        let opposed = measures.is_opposed();
        Wording {
            score: measures.score(opposed),
            opposed,
        }
    }

    /// Whether nearly all words are the same, and all numbers and negations.
    pub(super) fn is_copy(&self, other: &Self) -> bool {
        let forms = |worded: &Self, only: fn(&Item) -> bool| -> Vec<String> {
            let items = worded.items.iter().filter(|item| only(item));
            let mut forms: Vec<String> = items.map(|item| item.form.clone()).collect();
            forms.sort_unstable();
            forms
        };
        let fixed = |item: &Item| matches!(item.kind, Kind::Number(_) | Kind::Negation);
        if forms(self, fixed) != forms(other, fixed) {
            return false;
        }
        let (left, right) = (forms(self, |_| true), forms(other, |_| true));
        let common = in_both(&left, &right);
        // Nine words of ten: a changed date line or a name written out is still the same report.
        common * 20 >= (left.len() + right.len()) * 9
    }
}

/// How many members two sorted lists have in common.
fn in_both<T: Ord>(left: &[T], right: &[T]) -> usize {
    let (mut left, mut right) = (left.iter().peekable(), right.iter().peekable());
    let mut common = 0;
    while let (Some(one), Some(other)) = (left.peek(), right.peek()) {
        match one.cmp(other) {
            std::cmp::Ordering::Less => {
                left.next();
            }
            std::cmp::Ordering::Greater => {
                right.next();
            }
            std::cmp::Ordering::Equal => {
                common += 1;
                left.next();
                right.next();
            }
        }
    }
    common
}
