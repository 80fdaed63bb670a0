//! Word lists of a pack, met in a sentence.

use super::gate::{All, Sets};
use super::words::{Chain, Index};
use crate::clause::{PhraseKind, Tag, View};
use crate::table::Rows;

/// Some of the lists of a pack, or of the sets of lists that cues ask for: a bit for each.
#[derive(Clone, Debug, Default)]
pub(in crate::claim) struct Bits(Vec<u64>);

impl Bits {
    pub(in crate::claim) fn insert(&mut self, at: u16) {
        let word = usize::from(at) / 64;
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        if let Some(bits) = self.0.get_mut(word) {
            *bits |= 1 << (at % 64);
        }
    }

    pub(in crate::claim) fn has(&self, at: u16) -> bool {
        self.0
            .get(usize::from(at) / 64)
            .is_some_and(|bits| bits & (1 << (at % 64)) != 0)
    }

    /// Those of a piece of sixty-four.
    pub(in crate::claim) fn piece(&self, piece: u16) -> u64 {
        self.0.get(usize::from(piece)).copied().unwrap_or_default()
    }

    pub(in crate::claim) fn clear(&mut self) {
        self.0.clear();
    }

    /// Adds all of `other`, which is given by its pieces of sixty-four that have some, where there is room.
    fn add(&mut self, other: &[(u16, u64)]) {
        for (piece, bits) in other {
            if let Some(own) = self.0.get_mut(usize::from(*piece)) {
                *own |= bits;
            }
        }
    }

    /// Adds all of `other`.
    pub(in crate::claim) fn extend(&mut self, other: &Self) {
        self.extend_behind(0, other);
    }

    /// Adds all of `other`, each as many times sixty-four further on.
    pub(in crate::claim) fn extend_behind(&mut self, words: usize, other: &Self) {
        let end = words + other.0.len();
        if self.0.len() < end {
            self.0.resize(end, 0);
        }
        for (own, more) in self.0.iter_mut().skip(words).zip(&other.0) {
            *own |= more;
        }
    }
}

impl FromIterator<u16> for Bits {
    fn from_iter<I: IntoIterator<Item = u16>>(all: I) -> Self {
        let mut bits = Self::default();
        all.into_iter().for_each(|at| bits.insert(at));
        bits
    }
}

/// Lists of a pack that are few, so that it is seen at small cost whether one is there.
#[derive(Clone, Debug, Default)]
pub(in crate::claim) struct Few {
    lists: Bits,
    /// The pieces of sixty-four that have some.
    pieces: Vec<u16>,
}

impl Few {
    /// Whether one is in both.
    pub(in crate::claim) fn meets(&self, other: &Bits) -> bool {
        let mut pieces = self.pieces.iter();
        pieces.any(|piece| self.lists.piece(*piece) & other.piece(*piece) != 0)
    }

    /// Those of several.
    pub(in crate::claim) fn of_all<'a>(all: impl Iterator<Item = &'a Self>) -> Self {
        let mut lists = Bits::default();
        all.for_each(|few| lists.extend(&few.lists));
        Self::from(lists)
    }
}

impl From<Bits> for Few {
    fn from(lists: Bits) -> Self {
        let pieces = (0..).zip(&lists.0).filter(|(_, piece)| **piece != 0);
        Self {
            pieces: pieces.map(|(at, _)| at).collect(),
            lists,
        }
    }
}

impl FromIterator<u16> for Few {
    fn from_iter<I: IntoIterator<Item = u16>>(all: I) -> Self {
        Self::from(all.into_iter().collect::<Bits>())
    }
}

/// Lists of a pack that have a word somewhere.
#[derive(Clone, Debug, Default)]
pub(in crate::claim) struct Seen {
    lists: Bits,
    /// The sets that one of them is in.
    sets: Bits,
}

impl Seen {
    /// Works out the sets that the lists are in.
    fn settle(&mut self, sets: &Sets) {
        self.sets.0.resize(sets.pieces(), 0);
        for (piece, lists) in (0..).zip(&self.lists.0) {
            let mut lists = *lists;
            while lists != 0 {
                let list = piece * 64 + lists.trailing_zeros();
                self.sets.add(sets.of(list as usize));
                lists &= lists - 1;
            }
        }
    }

    pub(in crate::claim) fn clear(&mut self) {
        self.lists.clear();
        self.sets.clear();
    }

    /// Whether one of `lists` is among them.
    pub(in crate::claim) fn any(&self, lists: &[u16]) -> bool {
        lists.iter().any(|list| self.lists.has(*list))
    }

    /// The lists.
    pub(in crate::claim) fn lists(&self) -> &Bits {
        &self.lists
    }

    /// The sets of lists that one of them is in.
    pub(in crate::claim) fn sets(&self) -> &Bits {
        &self.sets
    }
}

/// Which words of the lists of a pack stand in a sentence.
#[derive(Clone, Debug, Default)]
pub(in crate::claim) struct ListHits {
    /// List, first token, token after the last; in order of the first token.
    hits: Vec<(u16, usize, usize)>,
    /// The lists that have a hit.
    seen: Seen,
}

impl ListHits {
    pub(in crate::claim) fn clear(&mut self) {
        self.hits.clear();
        self.seen.clear();
    }

    /// Adds a token that is a word of some lists; tokens are read in order.
    pub(in crate::claim) fn add(&mut self, lists: Rows<'_, u16, 2>, token: usize) {
        for list in lists.iter() {
            self.hits.push((list, token, token + 1));
            self.seen.lists.insert(list);
        }
    }

    /// Adds the words of several tokens that begin at one, whose form's chain is given; tokens are read in order.
    pub(in crate::claim) fn read(
        &mut self,
        index: &Index,
        view: &View,
        token: usize,
        chain: Chain,
    ) {
        index.each_met(view, token, chain, &All, |_, met| {
            if let Ok(list) = u16::try_from(met.rule)
                && !is_cut_short(view, met.start, met.end)
            {
                self.hits.push((list, met.start, met.end));
                self.seen.lists.insert(list);
            }
        });
    }

    /// Ends a sentence: what of the lists together depends on all of its words is worked out.
    pub(in crate::claim) fn settle(&mut self, sets: &Sets) {
        self.seen.settle(sets);
    }

    /// The lists that have a word in the sentence, each as often as it has one.
    pub(in crate::claim) fn all(&self) -> impl Iterator<Item = u16> + '_ {
        self.hits.iter().map(|(list, _, _)| *list)
    }

    /// The lists that have a word in the sentence.
    pub(in crate::claim) fn seen(&self) -> &Seen {
        &self.seen
    }

    /// Whether a word of one of `lists` ends between two tokens.
    pub(in crate::claim) fn within(&self, lists: &[u16], start: usize, end: usize) -> bool {
        if !self.any(lists) {
            return false;
        }
        let from = self.hits.partition_point(|(_, from, _)| *from < start);
        self.hits
            .iter()
            .skip(from)
            .take_while(|(_, from, _)| *from < end)
            .any(|(list, _, to)| *to <= end && lists.contains(list))
    }

    /// The words of `lists` that begin at a token or behind it, first token and token after the last.
    pub(in crate::claim) fn behind(
        &self,
        lists: &[u16],
        token: usize,
    ) -> impl Iterator<Item = (usize, usize)> {
        // Of many lists a sentence has a word of one or two.
        let there = lists
            .iter()
            .copied()
            .filter(|list| self.seen.lists.has(*list));
        let there: Bits = there.collect();
        let from = self.hits.partition_point(|(_, from, _)| *from < token);
        let behind = self.hits.iter().skip(from);
        behind
            .filter(move |(list, _, _)| there.has(*list))
            .map(|(_, from, to)| (*from, *to))
    }

    /// The words of many lists, first token and token after the last; none at small cost where none has a word.
    pub(in crate::claim) fn of_many<'a>(
        &'a self,
        lists: &'a Few,
    ) -> impl Iterator<Item = (usize, usize)> + 'a {
        let any = lists.meets(&self.seen.lists);
        let hits = if any { self.hits.as_slice() } else { &[] };
        hits.iter()
            .filter(|(list, _, _)| lists.lists.has(*list))
            .map(|(_, from, to)| (*from, *to))
    }

    /// Whether a word of one of `lists` stands anywhere.
    pub(in crate::claim) fn any(&self, lists: &[u16]) -> bool {
        self.seen.any(lists)
    }
}

/// "in the final" of "in the final days": words from a preposition on that end in an adjective of their phrase.
fn is_cut_short(view: &View, start: usize, end: usize) -> bool {
    let last = end.saturating_sub(1);
    view.tags.get(start) == Some(&Tag::Preposition)
        && view.tags.get(last) == Some(&Tag::Adjective)
        && view
            .phrase_at(last)
            .and_then(|id| view.phrase(id))
            .is_some_and(|phrase| phrase.kind == PhraseKind::Noun && phrase.head >= end)
}

#[cfg(test)]
mod tests {
    use super::{Bits, Few};

    #[test]
    fn sets_meet_where_one_is_in_both() {
        let set = |all: &[u16]| all.to_vec();
        for (left, right, meet) in [
            (set(&[1, 70]), set(&[70]), true),
            (set(&[1, 70]), set(&[2, 71]), false),
            (set(&[1]), set(&[1]), true),
            (set(&[65]), set(&[1]), false),
            (set(&[]), set(&[1]), false),
        ] {
            for (left, right) in [(&left, &right), (&right, &left)] {
                let few: Few = left.iter().copied().collect();
                let all: Bits = right.iter().copied().collect();
                assert_eq!(few.meets(&all), meet, "{left:?} {right:?}");
            }
        }
    }
}
