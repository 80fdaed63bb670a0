//! How an index of words is made: patterns are sorted by the words that they begin with, and those of one word by what their rules need.

use std::ops::Range;

use super::learn::Patterns;
use super::pattern::{Classes, Pattern};
use super::words::{Alone, Beginnings, Chain, Followed, Index, Needs};
use crate::pack::WordClass;
use crate::table::Table;
use crate::token::{Lexicon, WordId};

/// For each word, by id, the place of its beginnings, plus one; 0 for a word that begins nothing.
#[derive(Debug, Default)]
pub(in crate::claim) struct Places(Vec<u32>);

impl Places {
    fn of(&self, word: WordId) -> u32 {
        self.0.get(word.0 as usize).copied().unwrap_or(0)
    }
}

impl Index {
    /// An index of patterns, with what each rule, by its place, needs most around it. All words of the patterns are in the lexicon. Cost: O(n log n) in
    /// the patterns, linear in the words of the lexicon.
    pub(super) fn of(
        patterns: Patterns,
        lexicon: &Lexicon,
        need: impl Fn(usize) -> u16,
    ) -> (Self, Places) {
        let mut made = Made {
            places: Places(vec![0; lexicon.len()]),
            ..Made::default()
        };
        let begun = made.order(&patterns);
        made.group(begun, need);
        let index = Self {
            patterns: patterns.patterns.into_iter().collect(),
            more: patterns.more.into_iter().collect(),
            beginnings: made.beginnings.into_iter().collect(),
            alone: made.alone.into_iter().collect(),
            groups: made.groups.into_iter().collect(),
            needs: made.needs.into_iter().collect(),
            followed: made.followed.into_iter().collect(),
            chains: Table::default(),
        };
        (index, made.places)
    }

    /// Works out what begins with a form, which is given with its lemmas.
    pub(in crate::claim) fn chain(&mut self, places: &Places, words: [WordId; 4]) -> Chain {
        let begun = words.map(|word| places.of(word));
        let first =
            |index: usize, place: &u32| !begun.iter().take(index).any(|other| other == place);
        let begun = begun.iter().enumerate();
        let mut begun = begun.filter(|(index, place)| **place != 0 && first(*index, place));
        let (one, several) = (begun.next(), begun.clone().count());
        match one {
            None => Chain::default(),
            Some((_, one)) if several == 0 => Chain(one << 1),
            Some((_, one)) => {
                let at = place(self.chains.len());
                self.chains.push(place(1 + several));
                self.chains.push(one - 1);
                begun.for_each(|(_, place)| self.chains.push(place - 1));
                Chain(at << 1 | 1)
            }
        }
    }
}

/// An index while it is made.
#[derive(Debug, Default)]
struct Made {
    places: Places,
    beginnings: Vec<Beginnings>,
    alone: Vec<Alone>,
    groups: Vec<u32>,
    needs: Vec<Needs>,
    followed: Vec<Followed>,
}

impl Made {
    /// Sorts the patterns by what they begin with, and notes in `places` where the beginnings of each word are. For each of the beginnings in order the
    /// patterns of `alone`.
    fn order(&mut self, patterns: &Patterns) -> Vec<Range<u32>> {
        let more = &patterns.more;
        let patterns = &patterns.patterns;
        let mut alone = Vec::new();
        let mut followed = Vec::new();
        for (id, pattern) in (0..).zip(patterns) {
            match pattern.second() {
                Some(second) if pattern.class != WordClass::Verb => {
                    followed.push((pattern.first.word, second.word, id));
                }
                _ => alone.push((pattern.first.word, Alone::of(id, pattern))),
            }
        }
        // Each was in the order of the patterns.
        let words = self.places.0.len();
        alone = by_word(&alone, words, |(word, _)| *word);
        followed = by_word(&followed, words, |(word, ..)| *word);
        for same in followed.chunk_by_mut(|a, b| a.0 == b.0) {
            same.sort_unstable();
        }
        let mut begun = Vec::new();
        for (word, range) in ranges(&alone, |(word, _)| *word) {
            if self.beginning_with(word).is_some() {
                begun.push(range);
            }
        }
        for (word, range) in ranges(&followed, |(word, ..)| *word) {
            let same = followed.get(range.start as usize..range.end as usize);
            let seconds = same.unwrap_or_default().iter();
            let seconds = seconds.map(|(_, second, _)| *second).collect();
            if let Some(list) = self.beginning_with(word) {
                list.followed = range;
                list.seconds = seconds;
            }
        }
        self.alone = alone.into_iter().map(|(_, one)| one).collect();
        let row = |(_, second, pattern): (WordId, WordId, u32)| {
            let own = patterns.get(pattern as usize);
            let third = own.filter(|own| !own.more.is_empty());
            let third = third.and_then(|own| more.get(own.more.start as usize));
            Followed {
                second,
                third: third.map(|third| third.word).unwrap_or_default(),
                pattern,
            }
        };
        self.followed = followed.into_iter().map(row).collect();
        begun
    }

    /// The beginnings of a word, which are made where there are none.
    fn beginning_with(&mut self, word: WordId) -> Option<&mut Beginnings> {
        let place = self.places.0.get_mut(word.0 as usize);
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
}

impl Alone {
    /// What is asked first of a pattern, which is given with its place.
    pub(super) fn of(id: u32, pattern: &Pattern) -> Self {
        Self {
            second: pattern.second().unwrap_or_default().word,
            pattern: id,
            rule: pattern.rule,
            class: Classes::of(pattern.class),
            literal: pattern.first.literal,
        }
    }
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

    #[test]
    fn items_of_a_word_stay_in_order() {
        let items = [(3, 'a'), (1, 'b'), (3, 'c'), (0, 'd'), (1, 'e')];
        let sorted = by_word(&items, 4, |(word, _)| WordId(*word));
        assert_eq!(sorted, [(0, 'd'), (1, 'b'), (1, 'e'), (3, 'a'), (3, 'c')]);
    }
}
