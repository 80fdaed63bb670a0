//! Words of rules, looked up in a sentence: an index from a word form to the rules that begin with it.
//!
//! Most words begin no rule, and most rules of several words end at a look at what comes next. So a form is looked up once, whatever lemmas it
//! is a form of (`forms`, made when all words are known), and the words ahead are first compared as bits of a set ([`Spot`]), which lets some
//! through that aren't there and none out that are.

use std::ops::Range;

use super::gate::{All, Lets};
use super::pattern::{Met, Pattern, Wanted};
use super::spot::{Spot, bit};
use crate::clause::View;
use crate::pack::WordClass;
use crate::token::{Lexicon, WordId};

/// All patterns by the words that they begin with.
#[derive(Clone, Debug, Default)]
pub(in crate::claim) struct Index {
    patterns: Vec<Pattern>,
    beginnings: Vec<Beginnings>,
    /// The patterns of one word, and verbs, whose other words may stand further on; by their beginnings.
    alone: Vec<Alone>,
    /// The patterns of several words in a row; by their beginnings, by the second word, then by the pattern.
    followed: Vec<(WordId, u32)>,
    /// For each word form, by id, the place of its chain; 0 for a form that nothing begins with.
    forms: Vec<u32>,
    /// What begins with a form: the beginnings of itself and of the lemmas that it is a form of; a chain is their number, then their places.
    chains: Vec<u32>,
}

/// The patterns that begin with one word.
#[derive(Clone, Debug, Default)]
struct Beginnings {
    /// Places in `alone`: by what they need, then by the pattern.
    alone: Range<usize>,
    /// What those of `alone` need, in order.
    needs: Vec<Needs>,
    /// For each need in order the place in `alone` after the last that needs it.
    ends: Vec<usize>,
    /// Places in `followed`.
    followed: Range<usize>,
    /// The bits of the second words of `followed`.
    seconds: u64,
}

/// What rules need that is one of sixty-four.
#[derive(Clone, Copy, Debug)]
struct Needs {
    /// Which piece of [`Around`](super::gate::Around) they are in.
    piece: u16,
    bits: u64,
    /// How many needs come before.
    before: usize,
}

/// The place of a pattern among those that are met at a token: that of the lemma, whether its second word stands next, and its own.
type Order = (usize, bool, u32);

/// A pattern of one word, or a verb with words that may stand further on.
#[derive(Clone, Copy, Debug)]
pub(in crate::claim) struct Alone {
    /// The second word, where there is one.
    pub(in crate::claim) second: Option<WordId>,
    pub(in crate::claim) first: Wanted,
    pattern: u32,
    /// Its rule.
    rule: u32,
    pub(in crate::claim) class: WordClass,
}

impl Beginnings {
    /// Calls `each` with the patterns of `alone` that need what is there. Cost: a few bits for sixty-four needs, whatever they are.
    fn each_group(&self, alone: &[Alone], tried: &impl Lets, mut each: impl FnMut(&[Alone])) {
        for needs in &self.needs {
            let mut there = tried.there(needs.piece, needs.bits);
            while there != 0 {
                let lower = (1 << there.trailing_zeros()) - 1;
                let group = needs.before + (needs.bits & lower).count_ones() as usize;
                let end = |group: usize| self.ends.get(group).copied().unwrap_or(0);
                let start = group.checked_sub(1).map_or(self.alone.start, end);
                each(alone.get(start..end(group)).unwrap_or_default());
                there &= there - 1;
            }
        }
    }

    /// Notes that the patterns before the place `end` in `alone`, and behind those noted so far, need the same, which comes after what those need.
    fn note_need(&mut self, need: u16, end: usize) {
        let (piece, bit) = (need / 64, 1 << (need % 64));
        match self.needs.last_mut() {
            Some(last) if last.piece == piece => last.bits |= bit,
            _ => self.needs.push(Needs {
                piece,
                bits: bit,
                before: self.ends.len(),
            }),
        }
        self.ends.push(end);
    }
}

impl Index {
    /// An index of patterns, with what each rule, by its place, needs most around it. All words of the patterns are in the lexicon. Cost: O(n log n) in
    /// the patterns, linear in the lexicon.
    pub(in crate::claim) fn of(
        patterns: Vec<Pattern>,
        lexicon: &Lexicon,
        need: impl Fn(usize) -> u16,
    ) -> Self {
        let mut index = Self {
            patterns,
            ..Self::default()
        };
        index.finish(lexicon, need);
        index
    }

    /// Puts the patterns in order, and works out for every form of the lexicon what begins with it.
    fn finish(&mut self, lexicon: &Lexicon, need: impl Fn(usize) -> u16) {
        // For each word, by id, the place of its beginnings, plus one; 0 for a word that begins nothing.
        let mut places = vec![0; lexicon.words().len()];
        self.order(&mut places);
        self.group(need);
        let place = |word: WordId| places.get(word.0 as usize).copied().unwrap_or(0);
        self.chains = vec![0];
        self.forms = Vec::with_capacity(places.len());
        for (own, word) in places.iter().zip(lexicon.words()) {
            let begun = [
                *own,
                place(word.noun),
                place(word.verb),
                place(word.adjective),
            ];
            // Nearly all forms begin nothing.
            if begun.iter().fold(0, |all, place| all | place) == 0 {
                self.forms.push(0);
                continue;
            }
            let at = self.chains.len();
            self.forms.push(u32::try_from(at).unwrap_or(0));
            self.chains.push(0);
            for (index, place) in begun.into_iter().enumerate() {
                if place != 0 && begun.iter().position(|other| *other == place) == Some(index) {
                    self.chains.push(place - 1);
                }
            }
            let count = self.chains.len() - at - 1;
            if let (Some(first), Ok(count)) = (self.chains.get_mut(at), u32::try_from(count)) {
                *first = count;
            }
        }
    }

    /// Sorts the patterns by what they begin with, and notes in `places` where the beginnings of each word are.
    fn order(&mut self, places: &mut [u32]) {
        let mut followed = Vec::new();
        for (id, pattern) in (0..).zip(&self.patterns) {
            match pattern.rest.first() {
                Some(second) if pattern.class != WordClass::Verb => {
                    followed.push((pattern.first.word, second.word, id));
                }
                second => self.alone.push(Alone {
                    second: second.map(|second| second.word),
                    first: pattern.first,
                    pattern: id,
                    rule: u32::try_from(pattern.rule).unwrap_or(u32::MAX),
                    class: pattern.class,
                }),
            }
        }
        // Each was in the order of the patterns.
        self.alone = by_word(&self.alone, places.len(), |alone| alone.first.word);
        followed = by_word(&followed, places.len(), |(word, ..)| *word);
        for same in followed.chunk_by_mut(|a, b| a.0 == b.0) {
            same.sort_unstable();
        }
        let beginnings = &mut self.beginnings;
        let mut put = |word: WordId, put: &mut dyn FnMut(&mut Beginnings)| {
            let Some(place) = places.get_mut(word.0 as usize).filter(|_| word.is_known()) else {
                return;
            };
            if *place == 0 {
                beginnings.push(Beginnings::default());
                *place = u32::try_from(beginnings.len()).unwrap_or(0);
            }
            let at = (*place as usize).checked_sub(1);
            at.and_then(|at| beginnings.get_mut(at)).map(put);
        };
        let mut start = 0;
        for same in self.alone.chunk_by(|a, b| a.first.word == b.first.word) {
            let range = start..start + same.len();
            start = range.end;
            if let Some(alone) = same.first() {
                put(alone.first.word, &mut |list| list.alone = range.clone());
            }
        }
        start = 0;
        for same in followed.chunk_by(|a, b| a.0 == b.0) {
            let range = start..start + same.len();
            start = range.end;
            if let Some((word, ..)) = same.first() {
                put(*word, &mut |list| {
                    list.followed = range.clone();
                    list.seconds = same
                        .iter()
                        .fold(0, |all, (_, second, _)| all | bit(*second));
                });
            }
        }
        let followed = followed.into_iter();
        self.followed = followed.map(|(_, second, id)| (second, id)).collect();
    }

    /// What begins with a form, as places in `beginnings`.
    fn chain(&self, form: WordId) -> impl Iterator<Item = &Beginnings> {
        let at = self.forms.get(form.0 as usize).copied().unwrap_or(0);
        let chain = self.chains.get(at as usize..).unwrap_or_default();
        let (count, places) = chain.split_first().unwrap_or((&0, &[]));
        let places = places.iter().take(*count as usize);
        places.filter_map(|place| self.beginnings.get(*place as usize))
    }

    fn alone(&self, list: &Beginnings) -> &[Alone] {
        self.alone.get(list.alone.clone()).unwrap_or_default()
    }

    fn followed(&self, list: &Beginnings) -> &[(WordId, u32)] {
        self.followed.get(list.followed.clone()).unwrap_or_default()
    }

    /// Brings together the patterns of one word that need the same.
    fn group(&mut self, need: impl Fn(usize) -> u16) {
        let need = |alone: &Alone| need(alone.rule as usize);
        for list in &mut self.beginnings {
            let alone = self.alone.get_mut(list.alone.clone()).unwrap_or_default();
            alone.sort_by_key(need);
            let mut end = list.alone.start;
            for group in alone.chunk_by(|one, next| need(one) == need(next)) {
                end += group.len();
                list.note_need(group.first().map_or(0, need), end);
            }
        }
    }

    /// Whether a pattern may begin with a form.
    pub(in crate::claim) fn begins(&self, form: WordId) -> bool {
        self.forms
            .get(form.0 as usize)
            .is_some_and(|chain| *chain != 0)
    }

    /// The patterns that may begin with a form.
    pub(in crate::claim) fn beginning(&self, form: WordId) -> impl Iterator<Item = &Pattern> {
        self.chain(form)
            .flat_map(|list| {
                let followed = self.followed(list).iter().map(|(_, id)| *id);
                let alone = self.alone(list).iter().map(|alone| alone.pattern);
                alone.chain(followed)
            })
            .filter_map(|id| self.patterns.get(id as usize))
    }

    /// Calls `each` with every pattern that is met at a token, if its rule is one to try, and with its place among those that are met there. They come in
    /// order where no rule needs anything.
    pub(in crate::claim) fn each_met<'a>(
        &'a self,
        view: &View,
        token: usize,
        tried: &impl Lets,
        mut each: impl FnMut(Order, Met<'a>),
    ) {
        let form = view.tokens.get(token).map(|token| token.word);
        if !form.is_some_and(|form| self.begins(form)) {
            return;
        }
        let mut spot = Spot::of(view, token);
        for (part, list) in self.chain(spot.form).enumerate() {
            list.each_group(&self.alone, tried, |group| {
                for alone in group {
                    if spot.begins(alone)
                        && tried.lets(alone.rule as usize)
                        && let Some(pattern) = self.patterns.get(alone.pattern as usize)
                        && let Some(met) = spot.met(alone, pattern)
                    {
                        each((part, false, alone.pattern), met);
                    }
                }
            });
            let followed = self.followed(list);
            if followed.is_empty() || spot.next().1 & list.seconds == 0 {
                continue;
            }
            let (next, _) = spot.next();
            for (index, second) in next.into_iter().enumerate() {
                if !second.is_known() || next.iter().take(index).any(|before| *before == second) {
                    continue;
                }
                let from = followed.partition_point(|(word, _)| *word < second);
                let same = followed
                    .iter()
                    .skip(from)
                    .take_while(|(word, _)| *word == second);
                for &(_, id) in same {
                    let pattern = self.patterns.get(id as usize);
                    let pattern = pattern.filter(|pattern| tried.lets(pattern.rule));
                    if let Some(met) = pattern.and_then(|pattern| pattern.met(view, token)) {
                        each((part, true, 0), met);
                    }
                }
            }
        }
    }

    /// The same in order, in a list that is used again.
    pub(in crate::claim) fn met_into<'a>(
        &'a self,
        view: &View,
        token: usize,
        tried: &impl Lets,
        out: &mut Vec<(Order, Met<'a>)>,
    ) {
        out.clear();
        self.each_met(view, token, tried, |order, met| out.push((order, met)));
        out.sort_by_key(|(order, _)| *order);
    }

    /// All that are met at a token, in order.
    pub(in crate::claim) fn at<'a>(
        &'a self,
        view: &View,
        token: usize,
    ) -> impl Iterator<Item = Met<'a>> + use<'a> {
        let mut met = Vec::new();
        self.met_into(view, token, &All, &mut met);
        met.into_iter().map(|(_, met)| met)
    }
}

/// The items in the order of their words, those of one word in the order in which they were, by counting. Cost: linear in the items and in the words that
/// there are.
fn by_word<T: Copy>(items: &[T], words: usize, word: impl Fn(&T) -> WordId) -> Vec<T> {
    // For each word how many items come before its next one.
    let mut places = vec![0; words + 1];
    let index = |item: &T| (word(item).0 as usize).min(words);
    for item in items {
        if let Some(count) = places.get_mut(index(item)) {
            *count += 1;
        }
    }
    let mut before = 0;
    for place in &mut places {
        before += std::mem::replace(place, before);
    }
    let mut sorted = items.to_vec();
    for item in items {
        if let Some(place) = places.get_mut(index(item)) {
            if let Some(slot) = sorted.get_mut(*place) {
                *slot = *item;
            }
            *place += 1;
        }
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_of_a_word_stay_in_order() {
        let items = [(3, 'a'), (1, 'b'), (3, 'c'), (0, 'd'), (1, 'e')];
        let sorted = by_word(&items, 4, |(word, _)| WordId(*word));
        assert_eq!(sorted, [(0, 'd'), (1, 'b'), (1, 'e'), (3, 'a'), (3, 'c')]);
    }
}
