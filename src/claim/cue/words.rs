//! Words of rules, looked up in a sentence: an index from a word form to the rules that begin with it.
//!
//! Most words begin no rule, and most rules of several words end at a look at what comes next. So a form is looked up once, whatever lemmas it
//! is a form of (`form`, made when all words are known), and the words ahead are first compared as bits of a set ([`Spot`]), which lets some
//! through that aren't there and none out that are.

use std::ops::Range;

use super::gate::{All, Lets};
use super::pattern::{Met, Pattern};
use super::spot::{Spot, Within};
use crate::clause::View;
use crate::pack::WordClass;
use crate::token::{Lexicon, Word, WordId};

/// All patterns by the words that they begin with.
#[derive(Clone, Debug, Default)]
pub(in crate::claim) struct Index {
    pub(super) patterns: Vec<Pattern>,
    pub(super) beginnings: Vec<Beginnings>,
    /// The patterns of one word, and verbs, whose other words may stand further on; by their beginnings, by what they need, then by the pattern.
    pub(super) alone: Vec<Alone>,
    /// Where each group of `alone` begins whose patterns begin with one word and need the same, and one more behind the last.
    pub(super) groups: Vec<u32>,
    /// What the groups need; by their beginnings, in order.
    pub(super) needs: Vec<Needs>,
    /// The patterns of several words in a row; by their beginnings, by the second word, then by the pattern.
    pub(super) followed: Vec<(WordId, u32)>,
    /// What begins with a form that is one of several words: the beginnings of these; a chain is their number, then their places.
    pub(super) chains: Vec<u32>,
}

/// What of an index begins with a form: 0 for nothing, else twice a number. Most often that is the place of one of the beginnings, counted from 1; with one
/// more, as an odd number, the place of a chain.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::claim) struct Chain(pub(super) u32);

impl Chain {
    /// Whether something begins with the form.
    pub(in crate::claim) fn begins(self) -> bool {
        self.0 != 0
    }
}

/// For each word, by id, the place of its beginnings, plus one; 0 for a word that begins nothing.
#[derive(Debug)]
pub(in crate::claim) struct Places(Vec<u32>);

/// The patterns that begin with one word. Small, since those of most words of a text are cold.
#[derive(Clone, Debug, Default)]
pub(super) struct Beginnings {
    /// The second words of `followed`.
    pub(super) seconds: Within,
    pub(super) word: WordId,
    pub(super) needs: Range<u32>,
    pub(super) followed: Range<u32>,
}

/// What groups of patterns that stand side by side need, so that those of which nothing is there are passed over by one look.
#[derive(Clone, Copy, Debug)]
pub(super) struct Needs {
    /// A bit for each group, in order.
    pub(super) bits: u64,
    /// The first of the groups.
    pub(super) first: u32,
    /// The piece of [`Around`](super::gate::Around) that the bits are of.
    pub(super) piece: u16,
}

/// The place of a pattern among those that are met at a token: that of the lemma, whether its second word stands next, and its own.
pub(in crate::claim) type Order = (usize, bool, u32);

/// A pattern of one word, or a verb with words that may stand further on.
#[derive(Clone, Copy, Debug)]
pub(in crate::claim) struct Alone {
    /// The second word, where there is one.
    pub(in crate::claim) second: WordId,
    pub(in crate::claim) pattern: u32,
    /// Its rule.
    pub(in crate::claim) rule: u32,
    pub(in crate::claim) class: WordClass,
    /// Whether only its first word itself will do.
    pub(in crate::claim) literal: bool,
}

impl Alone {
    /// What is asked first of a pattern, which is given with its place.
    pub(super) fn of(id: u32, pattern: &Pattern) -> Self {
        Self {
            second: pattern.second.map_or(WordId::UNKNOWN, |second| second.word),
            pattern: id,
            rule: place(pattern.rule),
            class: pattern.class,
            literal: pattern.first.literal,
        }
    }
}

impl Index {
    /// An index of patterns, with what each rule, by its place, needs most around it. All words of the patterns are in the lexicon. Cost: O(n log n) in
    /// the patterns, linear in the words of the lexicon.
    pub(in crate::claim) fn of(
        patterns: Vec<Pattern>,
        lexicon: &Lexicon,
        need: impl Fn(usize) -> u16,
    ) -> (Self, Places) {
        let mut index = Self {
            patterns,
            ..Self::default()
        };
        let mut places = Places(vec![0; lexicon.words().len()]);
        let alone = index.order(&mut places);
        index.group(alone, need);
        (index, places)
    }

    /// Works out what begins with a form, which is given with its lemmas.
    pub(in crate::claim) fn chain(&mut self, places: &Places, words: [WordId; 4]) -> Chain {
        let begun = words.map(|word| places.of(word));
        let at = self.chains.len();
        self.chains.push(0);
        for (index, place) in begun.into_iter().enumerate() {
            if place != 0 && !begun.iter().take(index).any(|other| *other == place) {
                self.chains.push(place - 1);
            }
        }
        let chain = self.chains.get_mut(at..).unwrap_or_default();
        match chain {
            [count, several @ ..] if several.len() > 1 => {
                *count = place(several.len());
                Chain(place(at) << 1 | 1)
            }
            [_, one, ..] => {
                let one = *one;
                self.chains.truncate(at);
                Chain((one + 1) << 1)
            }
            _ => {
                self.chains.truncate(at);
                Chain::default()
            }
        }
    }

    /// Sorts the patterns by what they begin with, and notes in `places` where the beginnings of each word are. For each of the beginnings in order the
    /// patterns of `alone`.
    fn order(&mut self, places: &mut Places) -> Vec<Range<u32>> {
        let mut alone = Vec::new();
        let mut followed = Vec::new();
        for (id, pattern) in (0..).zip(&self.patterns) {
            match pattern.second {
                Some(second) if pattern.class != WordClass::Verb => {
                    followed.push((pattern.first.word, second.word, id));
                }
                _ => alone.push((pattern.first.word, Alone::of(id, pattern))),
            }
        }
        // Each was in the order of the patterns.
        let words = places.0.len();
        alone = by_word(&alone, words, |(word, _)| *word);
        followed = by_word(&followed, words, |(word, ..)| *word);
        for same in followed.chunk_by_mut(|a, b| a.0 == b.0) {
            same.sort_unstable();
        }
        let mut begun = Vec::new();
        for (word, range) in ranges(&alone, |(word, _)| *word) {
            if self.beginning_with(places, word).is_some() {
                begun.push(range);
            }
        }
        for (word, range) in ranges(&followed, |(word, ..)| *word) {
            let same = followed.get(range.start as usize..range.end as usize);
            let seconds = same.unwrap_or_default().iter();
            let seconds = seconds.map(|(_, second, _)| *second).collect();
            if let Some(list) = self.beginning_with(places, word) {
                list.followed = range;
                list.seconds = seconds;
            }
        }
        self.alone = alone.into_iter().map(|(_, one)| one).collect();
        let followed = followed.into_iter();
        self.followed = followed.map(|(_, second, id)| (second, id)).collect();
        begun
    }

    /// The beginnings of a word, which are made where there are none.
    fn beginning_with(&mut self, places: &mut Places, word: WordId) -> Option<&mut Beginnings> {
        let place = places.0.get_mut(word.0 as usize);
        let place = place.filter(|_| word.is_known())?;
        if *place == 0 {
            self.beginnings.push(Beginnings {
                word,
                ..Beginnings::default()
            });
            *place = u32::try_from(self.beginnings.len()).unwrap_or(0);
        }
        self.beginnings.get_mut((*place as usize).checked_sub(1)?)
    }

    /// Brings together the patterns of one word that need the same; `begun` are those of each word, side by side.
    fn group(&mut self, begun: Vec<Range<u32>>, need: impl Fn(usize) -> u16) {
        let need = |alone: &Alone| need(alone.rule as usize);
        let mut end = begun.first().map_or(0, |range| range.start);
        self.groups.push(end);
        for (list, range) in self.beginnings.iter_mut().zip(begun) {
            let range = range.start as usize..range.end as usize;
            let alone = self.alone.get_mut(range).unwrap_or_default();
            alone.sort_by_key(need);
            let before = self.needs.len();
            for group in alone.chunk_by(|one, next| need(one) == need(next)) {
                let bit = group.first().map_or(0, need);
                let (piece, bits) = (bit / 64, 1 << (bit % 64));
                let known = self.needs.get_mut(before..).unwrap_or_default();
                match known.last_mut() {
                    Some(last) if last.piece == piece => last.bits |= bits,
                    _ => self.needs.push(Needs {
                        bits,
                        first: place(self.groups.len() - 1),
                        piece,
                    }),
                }
                end += place(group.len());
                self.groups.push(end);
            }
            list.needs = place(before)..place(self.needs.len());
        }
    }

    /// What begins with a form.
    fn begun(&self, chain: Chain) -> impl Iterator<Item = &Beginnings> {
        let number = chain.0 >> 1;
        let (one, several) = if chain.0 & 1 == 0 {
            (number.checked_sub(1), None)
        } else {
            (None, self.chains.get(number as usize..))
        };
        let several = several.and_then(<[u32]>::split_first);
        let (count, places) = several.unwrap_or((&0, &[]));
        let places = places.iter().take(*count as usize).copied();
        let places = one.into_iter().chain(places);
        places.filter_map(|place| self.beginnings.get(place as usize))
    }

    /// The second words of the patterns of several words in a row.
    pub(in crate::claim) fn seconds(&self, chain: Chain) -> Within {
        self.begun(chain)
            .fold(Within::default(), |all, list| all.with(list.seconds))
    }

    pub(super) fn followed(&self, list: &Beginnings) -> &[(WordId, u32)] {
        let range = list.followed.start as usize..list.followed.end as usize;
        self.followed.get(range).unwrap_or_default()
    }

    /// Calls `each` with the patterns of `alone` that need what is there. Cost: a look for up to sixty-four needs, a few steps for each that is there.
    fn each_group(&self, list: &Beginnings, tried: &impl Lets, mut each: impl FnMut(&[Alone])) {
        let range = list.needs.start as usize..list.needs.end as usize;
        for needs in self.needs.get(range).unwrap_or_default() {
            let mut there = needs.bits & tried.there(needs.piece);
            while there != 0 {
                let before = needs.bits & ((1 << there.trailing_zeros()) - 1);
                each(self.group_at(needs.first + before.count_ones()));
                there &= there - 1;
            }
        }
    }

    /// The patterns of a group.
    fn group_at(&self, at: u32) -> &[Alone] {
        match self.groups.get(at as usize..) {
            Some([start, end, ..]) => self.alone.get(*start as usize..*end as usize),
            _ => None,
        }
        .unwrap_or_default()
    }

    /// The rules that may begin with a form.
    pub(in crate::claim) fn rules(&self, chain: Chain) -> impl Iterator<Item = usize> + use<> {
        let mut rules = Vec::new();
        for list in self.begun(chain) {
            let followed = self.followed(list).iter();
            let patterns = followed.filter_map(|(_, id)| self.patterns.get(*id as usize));
            rules.extend(patterns.map(|pattern| pattern.rule));
            self.each_group(list, &All, |group| {
                rules.extend(group.iter().map(|alone| alone.rule as usize));
            });
        }
        rules.into_iter()
    }

    /// Calls `each` with every pattern that is met at a token, whose form's chain is given, if its rule is one to try, and with its place among those that
    /// are met there. They come in order where no rule needs anything.
    pub(in crate::claim) fn each_met(
        &self,
        view: &View,
        token: usize,
        chain: Chain,
        tried: &impl Lets,
        mut each: impl FnMut(Order, Met),
    ) {
        if !chain.begins() {
            return;
        }
        let mut spot = Spot::of(view, tried.words(), token);
        for (part, list) in self.begun(chain).enumerate() {
            self.each_group(list, tried, |group| {
                for alone in group {
                    if spot.begins(list.word, alone)
                        && spot.may_go_on(alone)
                        && tried.lets(alone.rule as usize)
                        && let Some(met) = spot.met(alone, &self.patterns)
                    {
                        each((part, false, alone.pattern), met);
                    }
                }
            });
            if list.followed.is_empty() {
                continue;
            }
            let followed = self.followed(list);
            let next = spot.next();
            for (index, second) in next.into_iter().enumerate() {
                if !list.seconds.may_have(second)
                    || !second.is_known()
                    || next.iter().take(index).any(|before| *before == second)
                {
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
    pub(in crate::claim) fn met_into(
        &self,
        view: &View,
        token: usize,
        chain: Chain,
        tried: &impl Lets,
        out: &mut Vec<(Order, Met)>,
    ) {
        out.clear();
        self.each_met(view, token, chain, tried, |order, met| {
            out.push((order, met));
        });
        out.sort_by_key(|(order, _)| *order);
    }

    /// All that are met at a token, in order.
    pub(in crate::claim) fn at(
        &self,
        view: &View,
        token: usize,
        chain: Chain,
    ) -> impl Iterator<Item = Met> + use<> {
        let mut met = Vec::new();
        self.met_into(view, token, chain, &All, &mut met);
        met.into_iter().map(|(_, met)| met)
    }
}

impl Places {
    fn of(&self, word: WordId) -> u32 {
        self.0.get(word.0 as usize).copied().unwrap_or(0)
    }
}

/// A form and the lemmas that it may be a form of, which are unknown where there is none.
pub(in crate::claim) fn own_and_lemmas(form: WordId, word: &Word) -> [WordId; 4] {
    [form, word.noun, word.verb, word.adjective]
}

/// A place in a list that has no more places than such numbers.
pub(super) fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The items of each word, as their range, where those of a word stand side by side.
pub(super) fn ranges<T>(items: &[T], word: impl Fn(&T) -> WordId) -> Vec<(WordId, Range<u32>)> {
    let mut start = 0;
    items
        .chunk_by(|a, b| word(a) == word(b))
        .filter_map(|same| {
            let range = place(start)..place(start + same.len());
            start += same.len();
            Some((word(same.first()?), range))
        })
        .collect()
}

/// The items in the order of their words, those of one word in the order in which they were, by counting. Cost: linear in the items and in the words that
/// there are.
pub(super) fn by_word<T: Copy>(items: &[T], words: usize, word: impl Fn(&T) -> WordId) -> Vec<T> {
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
    use crate::claim::cue::pattern::Wanted;

    #[test]
    fn items_of_a_word_stay_in_order() {
        let items = [(3, 'a'), (1, 'b'), (3, 'c'), (0, 'd'), (1, 'e')];
        let sorted = by_word(&items, 4, |(word, _)| WordId(*word));
        assert_eq!(sorted, [(0, 'd'), (1, 'b'), (1, 'e'), (3, 'a'), (3, 'c')]);
    }

    #[test]
    fn groups_are_passed_over_whose_need_is_not_there() {
        /// The sets 3 and 200.
        struct There;
        impl Lets for There {
            fn there(&self, piece: u16) -> u64 {
                match piece {
                    0 => 1 << 3,
                    3 => 1 << 8,
                    _ => 0,
                }
            }
            fn lets(&self, _: usize) -> bool {
                true
            }
        }
        const NEEDS: [u16; 6] = [200, 3, 70, 3, 0, 201];
        let lexicon = Lexicon::english();
        let pattern = |rule| Pattern {
            class: WordClass::Verb,
            rule,
            first: Wanted {
                word: lexicon.look_up("hold"),
                literal: false,
            },
            second: None,
            more: Box::default(),
        };
        let patterns = (0..NEEDS.len()).map(pattern).collect();
        let (index, _) = Index::of(patterns, lexicon, |rule| NEEDS[rule]);
        let list = &index.beginnings[0];
        let (mut there, mut all) = (Vec::new(), Vec::new());
        let rule = |alone: &Alone| alone.rule;
        index.each_group(list, &There, |group| there.extend(group.iter().map(rule)));
        index.each_group(list, &All, |group| all.extend(group.iter().map(rule)));
        assert_eq!(there, [1, 3, 0]);
        assert_eq!(all, [4, 1, 3, 2, 0, 5]);
    }
}
