//! A token at which rules may begin, and what is asked of it and of the words after it before a rule's words are compared one by one.

use super::pattern::{Classes, GAP, Met, after_marks, forms};
use super::words::{Alone, Index};
use crate::clause::View;
use crate::pack::WordClass;
use crate::token::WordId;

/// A token at which patterns may begin. The words after it are looked up when they are first asked for.
pub(in crate::claim) struct Spot<'v> {
    view: &'v View,
    /// Each word of the sentence with its lemmas, where somebody has put them together.
    words: &'v [Within],
    token: usize,
    pub(in crate::claim) form: WordId,
    /// The verb that it may be a form of.
    verb: WordId,
    classes: Option<Classes>,
    next: Option<[WordId; 4]>,
    after_next: Option<[WordId; 4]>,
    within_gap: Option<Within>,
}

/// The classes of the patterns that a word may begin at a token.
#[derive(Clone, Copy, Debug)]
pub(in crate::claim) struct Meeting {
    /// Of those that take any form of the word.
    inflected: Classes,
    /// Of those that take the word itself alone.
    literal: Classes,
}

impl Meeting {
    /// Whether a pattern is one of them.
    pub(in crate::claim) fn any(self, alone: Alone) -> bool {
        let classes = if alone.literal {
            self.literal
        } else {
            self.inflected
        };
        classes.any(alone.class)
    }
}

/// Words as bits: one that isn't among them isn't there, one that is may be. Two bits of a word's number tell words apart better than one.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::claim) struct Within {
    low: u64,
    high: u64,
}

crate::table::parts! {
    Within { low: u64, high: u64 }
}

impl Within {
    /// All of `other` too.
    pub(in crate::claim) fn with(self, other: Self) -> Self {
        Self {
            low: self.low | other.low,
            high: self.high | other.high,
        }
    }

    fn add(&mut self, word: WordId) {
        self.low |= 1 << (word.0 & 63);
        self.high |= 1 << (word.0 >> 6 & 63);
    }

    pub(in crate::claim) fn may_have(self, word: WordId) -> bool {
        self.low >> (word.0 & 63) & self.high >> (word.0 >> 6 & 63) & 1 != 0
    }
}

impl FromIterator<WordId> for Within {
    fn from_iter<I: IntoIterator<Item = WordId>>(words: I) -> Self {
        let mut within = Self::default();
        words.into_iter().for_each(|word| within.add(word));
        within
    }
}

impl<'v> Spot<'v> {
    pub(in crate::claim) fn of(view: &'v View, words: &'v [Within], token: usize) -> Self {
        let form = view.tokens.get(token).map(|token| token.word);
        Self {
            view,
            words,
            token,
            form: form.unwrap_or_default(),
            verb: view.word(token).verb,
            classes: None,
            next: None,
            after_next: None,
            within_gap: None,
        }
    }

    /// The patterns that may begin here with a word, as far as their first word says.
    pub(in crate::claim) fn meeting(&mut self, first: WordId) -> Meeting {
        let classes = || Classes::at(self.view, self.token);
        let here = *self.classes.get_or_insert_with(classes);
        let verb = Classes::of(WordClass::Verb);
        // What is not met as it is written is in the form's chain since it is one of its lemmas.
        match (first == self.form, first == self.verb) {
            (true, _) => Meeting {
                inflected: here,
                literal: here,
            },
            (false, true) => Meeting {
                inflected: here,
                literal: here.both(verb),
            },
            (false, false) => Meeting {
                inflected: here.without(verb),
                literal: Classes::NONE,
            },
        }
    }

    /// Whether the other words of a pattern that begins here may be there, given the second, if it has one.
    #[inline]
    pub(in crate::claim) fn may_go_on(&mut self, second: WordId) -> bool {
        !second.is_known() || self.within_gap().may_have(second)
    }

    /// Whether the third of some words in a row may be there, whose second is.
    pub(in crate::claim) fn may_end(&mut self, third: WordId) -> bool {
        if !third.is_known() {
            return true;
        }
        let after_next = || next(self.view, after_marks(self.view, self.token + 1));
        let words = self.after_next.get_or_insert_with(after_next);
        words.contains(&third)
    }

    /// A pattern that begins here, if its other words are there.
    pub(in crate::claim) fn met(&self, alone: Alone, index: &Index) -> Option<Met> {
        if !alone.second.is_known() {
            let (class, rule) = (alone.class.one(), alone.rule as usize);
            return Some(Met::one_word(class, rule, self.token));
        }
        let pattern = index.patterns.get(alone.pattern as usize)?;
        pattern.met(&index.more, self.view, self.token)
    }

    /// The next word and its lemmas.
    pub(in crate::claim) fn next(&mut self) -> [WordId; 4] {
        *self.next.get_or_insert_with(|| next(self.view, self.token))
    }

    /// All words that the second word of a verb may be.
    #[inline]
    fn within_gap(&mut self) -> Within {
        if let Some(within) = self.within_gap {
            return within;
        }
        let within = self.ahead();
        self.within_gap = Some(within);
        within
    }

    fn ahead(&self) -> Within {
        let last = after_marks(self.view, self.token + 1 + GAP);
        let ahead = self.words.get(self.token + 1..=last);
        let ahead = ahead.or(self.words.get(self.token + 1..));
        match ahead.filter(|_| !self.words.is_empty()) {
            Some(words) => words
                .iter()
                .fold(Within::default(), |all, word| all.with(*word)),
            None => (self.token + 1..=last)
                .flat_map(|at| forms(self.view, at))
                .collect(),
        }
    }
}

/// The word after a token, marks left out, and its lemmas.
pub(in crate::claim) fn next(view: &View, token: usize) -> [WordId; 4] {
    forms(view, after_marks(view, token + 1))
}
