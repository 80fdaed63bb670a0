//! Word lists of a pack, met in a sentence.

use super::words::Index;
use crate::clause::View;

/// Lists of a pack, a bit for each.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen(Vec<u64>);

impl Seen {
    fn insert(&mut self, list: u16) {
        let word = usize::from(list) / 64;
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        if let Some(bits) = self.0.get_mut(word) {
            *bits |= 1 << (list % 64);
        }
    }

    fn has(&self, list: u16) -> bool {
        self.0
            .get(usize::from(list) / 64)
            .is_some_and(|bits| bits & (1 << (list % 64)) != 0)
    }

    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// Adds all of `other`.
    pub(super) fn extend(&mut self, other: &Self) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (own, more) in self.0.iter_mut().zip(&other.0) {
            *own |= more;
        }
    }

    /// Whether one of `lists` is among them.
    pub(super) fn any(&self, lists: &[u16]) -> bool {
        lists.iter().any(|list| self.has(*list))
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
    pub(super) fn read(&mut self, index: &Index, view: &View, token: usize) {
        index.each_met(view, token, |met| {
            let Ok(list) = u16::try_from(met.pattern.rule) else {
                return;
            };
            self.hits.push((list, met.start, met.end));
            self.seen.insert(list);
        });
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
