//! A token at which rules may begin, and what is asked of it and of the words after it before a rule's words are compared one by one.

use super::pattern::{Classes, GAP, Met, Pattern, after_marks, forms};
use super::words::Alone;
use crate::clause::View;
use crate::pack::WordClass;
use crate::token::WordId;

/// A token at which patterns may begin. The words after it are looked up when they are first asked for.
pub(in crate::claim) struct Spot<'v> {
    view: &'v View,
    token: usize,
    pub(in crate::claim) form: WordId,
    /// The verb that it may be a form of.
    verb: WordId,
    classes: Classes,
    next: Option<([WordId; 4], u64)>,
    within_gap: Option<Within>,
}

/// The words that the second word of a verb may be, as bits: one that isn't among them isn't there, one that is may be. Two bits of a word's number tell words
/// apart better than one.
#[derive(Clone, Copy, Debug, Default)]
struct Within {
    low: u64,
    high: u64,
}

impl Within {
    fn add(&mut self, word: WordId) {
        self.low |= 1 << (word.0 & 63);
        self.high |= 1 << (word.0 >> 6 & 63);
    }

    fn may_have(self, word: WordId) -> bool {
        self.low >> (word.0 & 63) & self.high >> (word.0 >> 6 & 63) & 1 != 0
    }
}

impl<'v> Spot<'v> {
    pub(in crate::claim) fn of(view: &'v View, token: usize) -> Self {
        let form = view.tokens.get(token).map(|token| token.word);
        Self {
            view,
            token,
            form: form.unwrap_or_default(),
            verb: view.word(token).verb,
            classes: Classes::at(view, token),
            next: None,
            within_gap: None,
        }
    }

    /// Whether the first word of a pattern stands here.
    pub(in crate::claim) fn begins(&self, alone: &Alone) -> bool {
        // What is not met as it is written is in the form's chain since it is one of its lemmas.
        let meets = alone.first.word == self.form
            || match alone.class {
                WordClass::Verb => alone.first.word == self.verb,
                _ => !alone.first.literal,
            };
        meets && self.classes.has(alone.class)
    }

    /// A pattern that begins here, if its other words are there.
    pub(in crate::claim) fn met<'p>(
        &mut self,
        alone: &Alone,
        pattern: &'p Pattern,
    ) -> Option<Met<'p>> {
        match alone.second {
            None => Some(Met::one_word(pattern, self.token)),
            Some(second) if self.within_gap().may_have(second) => {
                pattern.met(self.view, self.token)
            }
            Some(_) => None,
        }
    }

    /// The next word and its lemmas, and their bits.
    pub(in crate::claim) fn next(&mut self) -> ([WordId; 4], u64) {
        *self.next.get_or_insert_with(|| {
            let words = forms(self.view, after_marks(self.view, self.token + 1));
            (
                words,
                words.into_iter().fold(0, |all, word| all | bit(word)),
            )
        })
    }

    /// All words that the second word of a verb may be.
    fn within_gap(&mut self) -> Within {
        *self.within_gap.get_or_insert_with(|| {
            let last = after_marks(self.view, self.token + 1 + GAP);
            let mut within = Within::default();
            for word in (self.token + 1..=last).flat_map(|at| forms(self.view, at)) {
                within.add(word);
            }
            within
        })
    }
}

/// A word as one bit of a set of 64: words that share a bit are taken for each other.
pub(in crate::claim) fn bit(word: WordId) -> u64 {
    1 << (word.0 % 64)
}
