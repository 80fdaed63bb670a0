//! What is known of words beforehand: how common they are, which mean the same, which oppose or exclude each other.
//!
//! The tables are plain text beside this file, one group a line, words in their base form with commas between. They were written for
//! this crate. A word may stand in several groups; groups are not joined through it.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::words::{Item, Kind};

/// How two different words stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bond {
    /// They mean the same, or nearly.
    Same,
    /// One denies the other: *rise* and *fall*.
    Opposite,
    /// Of one kind, and what is the one is not the other: *red* and *blue*.
    Exclusive,
}

/// The tables, read once.
#[derive(Debug)]
pub(super) struct Table {
    /// 0 for the words of the first line group of `common.txt`, 1 for the second.
    common: HashMap<&'static str, usize>,
    synonyms: Groups,
    antonyms: HashMap<&'static str, Vec<&'static str>>,
    exclusives: Groups,
    /// Several words that stand for one, by their first.
    phrases: HashMap<&'static str, Vec<Vec<&'static str>>>,
}

/// Groups of words, and for each word the groups it is in.
#[derive(Debug)]
struct Groups {
    groups: Vec<Vec<&'static str>>,
    of: HashMap<&'static str, Vec<usize>>,
}

impl Table {
    pub(super) fn get() -> &'static Self {
        static TABLE: OnceLock<Table> = OnceLock::new();
        TABLE.get_or_init(Self::read)
    }

    fn read() -> Self {
        let synonyms = Groups::read(include_str!("synonyms.txt"));
        let exclusives = Groups::read(include_str!("exclusives.txt"));
        let mut antonyms: HashMap<&str, Vec<&str>> = HashMap::new();
        for pair in lines(include_str!("antonyms.txt")) {
            if let [one, others @ ..] = pair.as_slice() {
                for other in others {
                    antonyms.entry(one).or_default().push(other);
                    antonyms.entry(other).or_default().push(one);
                }
            }
        }
        let mut common = HashMap::new();
        for (rank, words) in lines(include_str!("common.txt")).enumerate() {
            common.extend(words.into_iter().map(|word| (word, rank)));
        }
        let mut phrases: HashMap<&str, Vec<Vec<&str>>> = HashMap::new();
        let words = synonyms.groups.iter().flatten().copied();
        for phrase in words
            .chain(
                antonyms
                    .keys()
                    .copied()
                    .collect::<std::collections::BTreeSet<_>>(),
            )
            .filter(|words| words.contains(' '))
        {
            let words: Vec<&str> = phrase.split(' ').collect();
            if let Some(&first) = words.first() {
                let known = phrases.entry(first).or_default();
                if !known.contains(&words) {
                    known.push(words);
                }
            }
        }
        Self {
            common,
            synonyms,
            antonyms,
            exclusives,
            phrases,
        }
    }

    /// How much a lemma says: 0.35 for the commonest, 0.6 for common ones, 0.85 for others that the lexicon holds, 1 for unknown ones.
    pub(super) fn rarity(&self, lemma: &str, is_known: bool) -> f64 {
        match self.common.get(lemma) {
            Some(0) => 0.35,
            Some(_) => 0.6,
            None if is_known => 0.85,
            None => 1.0,
        }
    }

    /// How two different lemmas stand to each other; `None` where nothing is known. Opposition goes through one synonym: *climb* opposes
    /// *drop*, since it means *rise*.
    pub(super) fn bond(&self, one: &str, other: &str) -> Option<Bond> {
        if self.synonyms.share(one, other) {
            return Some(Bond::Same);
        }
        if self.opposes(one, other) {
            return Some(Bond::Opposite);
        }
        self.exclusives.share(one, other).then_some(Bond::Exclusive)
    }

    fn opposes(&self, one: &str, other: &str) -> bool {
        let is_pair = |one: &str, other: &str| {
            let known = self.antonyms.get(one);
            known.is_some_and(|known| known.contains(&other))
        };
        is_pair(one, other)
            || is_prefixed(one, other)
            || is_prefixed(other, one)
            || self.synonyms.beside(one).any(|same| is_pair(same, other))
            || self.synonyms.beside(other).any(|same| is_pair(one, same))
    }

    /// Joins words that stand for one.
    pub(super) fn joined(&self, items: Vec<Item>) -> Vec<Item> {
        let mut joined: Vec<Item> = Vec::with_capacity(items.len());
        let mut rest = items.as_slice();
        while let [first, after @ ..] = rest {
            let phrase = self.phrases.get(first.form.as_str());
            let phrase = phrase.or_else(|| self.phrases.get(first.lemma.as_ref()));
            let met = phrase.into_iter().flatten().filter(|words| {
                let met = words.iter().skip(1).zip(after);
                words.len() <= after.len() + 1
                    && met
                        .into_iter()
                        .all(|(word, item)| item.form == *word || item.lemma == *word)
            });
            match met.max_by_key(|words| words.len()) {
                Some(words) => {
                    let mut item = first.clone();
                    item.lemma = words.join(" ").into();
                    item.form.clone_from(&item.lemma.clone().into_owned());
                    item.kind = Kind::Content;
                    item.weight = 0.85;
                    joined.push(item);
                    rest = rest.get(words.len()..).unwrap_or_default();
                }
                None => {
                    joined.push(first.clone());
                    rest = after;
                }
            }
        }
        joined
    }
}

impl Groups {
    fn read(text: &'static str) -> Self {
        let groups: Vec<Vec<&str>> = lines(text).collect();
        let mut of: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, group) in groups.iter().enumerate() {
            for word in group {
                of.entry(word).or_default().push(at);
            }
        }
        Self { groups, of }
    }

    fn of(&self, word: &str) -> &[usize] {
        self.of.get(word).map_or(&[], Vec::as_slice)
    }

    /// Whether two words stand in one group.
    fn share(&self, one: &str, other: &str) -> bool {
        let others = self.of(other);
        self.of(one).iter().any(|group| others.contains(group))
    }

    /// The words that stand in a group with this one.
    fn beside(&self, word: &str) -> impl Iterator<Item = &'static str> {
        let groups = self.of(word).iter().filter_map(|&at| self.groups.get(at));
        groups.flatten().copied()
    }
}

/// *Unlawful* and *lawful*, *disagree* and *agree*.
fn is_prefixed(long: &str, short: &str) -> bool {
    const PREFIXES: [&str; 7] = ["un", "dis", "non", "in", "im", "il", "ir"];
    short.len() >= 4
        && PREFIXES
            .iter()
            .any(|prefix| long.strip_prefix(prefix) == Some(short))
}

/// The groups of a table: one a line, `#` opens a comment.
fn lines(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .map(|line| line.split(',').map(str::trim).collect())
}
