//! Word lists of a pack, met in a sentence.

use super::gate::Sets;
use super::words::Index;
use crate::clause::View;

/// Lists of a pack that have a word somewhere.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen {
    /// A bit for each list.
    lists: Vec<u64>,
    /// A bit for each set of lists that a cue asks for.
    sets: Vec<u64>,
}

impl Seen {
    fn insert(&mut self, sets: &Sets, list: u16) {
        if !self.has(list) {
            set(&mut self.lists, list);
            for in_set in sets.of(list) {
                set(&mut self.sets, *in_set);
            }
        }
    }

    fn has(&self, list: u16) -> bool {
        self.lists
            .get(usize::from(list) / 64)
            .is_some_and(|bits| bits & (1 << (list % 64)) != 0)
    }

    pub(super) fn clear(&mut self) {
        self.lists.clear();
        self.sets.clear();
    }

    /// Adds all of `other`.
    pub(super) fn extend(&mut self, other: &Self) {
        unite(&mut self.lists, &other.lists);
        unite(&mut self.sets, &other.sets);
    }

    /// Whether one of `lists` is among them.
    pub(super) fn any(&self, lists: &[u16]) -> bool {
        lists.iter().any(|list| self.has(*list))
    }

    /// The sets of lists of which one is among them, a bit for each.
    pub(super) fn sets(&self) -> &[u64] {
        &self.sets
    }
}

fn set(bits: &mut Vec<u64>, at: u16) {
    let word = usize::from(at) / 64;
    if bits.len() <= word {
        bits.resize(word + 1, 0);
    }
    if let Some(bits) = bits.get_mut(word) {
        *bits |= 1 << (at % 64);
    }
}

fn unite(own: &mut Vec<u64>, other: &[u64]) {
    if own.len() < other.len() {
        own.resize(other.len(), 0);
    }
    for (own, more) in own.iter_mut().zip(other) {
        *own |= more;
    }
}

/// Which words of the lists of a pack stand in a sentence.
#[derive(Clone, Debug, Default)]
pub(super) struct ListHits {
    /// List, first token, token after the last; in order of the first token.
    hits: Vec<(u16, usize, usize)>,
    /// The lists that have a hit.
    seen: Seen,
}

impl ListHits {
    pub(super) fn clear(&mut self) {
        self.hits.clear();
        self.seen.clear();
    }

    /// Adds the words that begin at a token; tokens are read in order.
    pub(super) fn read(&mut self, index: &Index, sets: &Sets, view: &View, token: usize) {
        index.each_met(
            view,
            token,
            |_| true,
            |met| {
                let Ok(list) = u16::try_from(met.pattern.rule) else {
                    return;
                };
                self.hits.push((list, met.start, met.end));
                self.seen.insert(sets, list);
            },
        );
    }

    /// The lists that have a word in the sentence.
    pub(super) fn seen(&self) -> &Seen {
        &self.seen
    }

    /// Whether a word of one of `lists` ends between two tokens.
    pub(super) fn within(&self, lists: &[u16], start: usize, end: usize) -> bool {
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

    /// The words of `lists`, first token and token after the last.
    pub(super) fn of<'a>(&'a self, lists: &'a [u16]) -> impl Iterator<Item = (usize, usize)> + 'a {
        let listed = move |hit: &&(u16, usize, usize)| lists.contains(&hit.0);
        self.hits
            .iter()
            .filter(listed)
            .map(|(_, from, to)| (*from, *to))
    }

    /// Whether a word of one of `lists` stands anywhere.
    pub(super) fn any(&self, lists: &[u16]) -> bool {
        self.seen.any(lists)
    }
}
