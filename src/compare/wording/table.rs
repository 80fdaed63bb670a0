//! What is known of words beforehand: how common they are, which mean the same, which oppose or exclude each other.
//!
//! The tables are plain text beside this file, one group a line, words in their base form with commas between. They were written for
//! this crate. A word may stand in several groups; groups are not joined through it.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::OnceLock;

use super::words::Item;

/// How two different words stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bond {
    /// They mean the same, or nearly.
    Same,
    /// One denies the other: *rise* and *fall*.
    Opposite,
    /// One names a kind of what the other names: *dog* and *puppy*.
    Kind,
    /// Of one kind, and what is the one is not the other: *red* and *blue*.
    Exclusive,
}

/// A scene of a field: where, when or at what somebody is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct SceneId {
    pub(super) field: &'static str,
    scene: usize,
    /// Whoever is in it is told to be by a word of its line.
    pub(super) is_closed: bool,
}

/// Letters that words of one family begin with.
const STEM: usize = 4;

/// Whether a word tells the deed or the quality of another as a noun, adjective or adverb; not who does it.
fn is_derived(one: &str, other: &str) -> bool {
    const ENDINGS: [&str; 24] = [
        "", "e", "y", "ed", "ion", "tion", "ation", "ition", "ication", "ment", "ness", "ity",
        "al", "ance", "ence", "ive", "ly", "ing", "ure", "ful", "ss", "d", "ive", "ily",
    ];
    let shared = one
        .bytes()
        .zip(other.bytes())
        .take_while(|(a, b)| a == b)
        .count();
    let ends = |word: &str| word.get(shared..).is_some_and(|end| ENDINGS.contains(&end));
    shared >= STEM && !one.contains(' ') && !other.contains(' ') && ends(one) && ends(other)
}

/// The tables, read once.
#[derive(Debug)]
pub(super) struct Table {
    words: HashMap<&'static str, Entry>,
    /// Several words that stand for one, by their first.
    phrases: HashMap<&'static str, Vec<Vec<&'static str>>>,
}

/// What the tables say of one word.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    id: usize,
    /// The line of `common.txt` that it stands in.
    rank: Option<usize>,
    /// The groups that it is in, sorted.
    synonyms: Vec<usize>,
    exclusives: Vec<usize>,
    /// The words that oppose it, sorted. Opposition goes through one synonym: *climb* opposes *drop*, since it means *rise*.
    opposites: Vec<usize>,
    /// The lines of two sides that it stands in, sorted, and whether it is on the first side.
    sides: Vec<(usize, bool)>,
    /// The words for a kind that it is of, sorted.
    kinds: Vec<usize>,
    /// It names a kind of which others are.
    is_kind: bool,
    /// It names a person or people.
    pub(super) is_person: bool,
    /// It names a person, people or an animal.
    pub(super) is_animate: bool,
    /// The scenes that it tells, sorted.
    pub(super) scenes: Vec<SceneId>,
}

impl Table {
    pub(super) fn get() -> &'static Self {
        static TABLE: OnceLock<Table> = OnceLock::new();
        TABLE.get_or_init(|| Draft::default().read())
    }

    pub(super) fn entry(&self, word: &str) -> Option<&Entry> {
        self.words.get(word)
    }

    /// The phrases of several words that begin with this one, in the order of their words.
    pub(super) fn phrases(&self, first: &str) -> &[Vec<&'static str>] {
        self.phrases.get(first).map_or(&[], Vec::as_slice)
    }
}

impl Entry {
    /// How much a word says: 0.35 for the commonest, 0.6 for common ones; `None` for others.
    pub(super) fn commonness(&self) -> Option<f64> {
        self.rank.map(|rank| if rank == 0 { 0.35 } else { 0.6 })
    }

    /// Whether the tables say of it how it stands to any other word.
    pub(super) fn is_bound(&self) -> bool {
        let groups = [
            &self.synonyms,
            &self.exclusives,
            &self.opposites,
            &self.kinds,
        ];
        self.is_kind || !(self.sides.is_empty() && groups.iter().all(|group| group.is_empty()))
    }

    fn bond(&self, other: &Self) -> Option<Bond> {
        if share(&self.synonyms, &other.synonyms) {
            Some(Bond::Same)
        } else if self.opposites.binary_search(&other.id).is_ok() || self.is_on_other_side(other) {
            Some(Bond::Opposite)
        } else if self.kinds.binary_search(&other.id).is_ok()
            || other.kinds.binary_search(&self.id).is_ok()
        {
            Some(Bond::Kind)
        } else {
            share(&self.exclusives, &other.exclusives).then_some(Bond::Exclusive)
        }
    }
}

impl Entry {
    fn is_on_other_side(&self, other: &Self) -> bool {
        let is_met = |(line, is_first): &(usize, bool)| {
            other.sides.binary_search(&(*line, !is_first)).is_ok()
        };
        self.sides.iter().any(is_met)
    }
}

/// How two different words stand to each other, by lemma or as they are written; `None` where nothing is known.
pub(super) fn bond(one: &Item, other: &Item) -> Option<Bond> {
    let known = |one: Option<&Entry>, other: Option<&Entry>| one?.bond(other?);
    known(one.of_lemma, other.of_lemma)
        .or_else(|| is_prefixed(&one.lemma, &other.lemma).then_some(Bond::Opposite))
        .or_else(|| is_prefixed(&one.form, &other.form).then_some(Bond::Opposite))
        .or_else(|| known(one.of_form, other.of_form))
        // "Rose" and "cheaper".
        .or_else(|| known(one.of_lemma, other.of_form))
        .or_else(|| known(one.of_form, other.of_lemma))
}

/// Whether two words are one, or mean the same.
pub(super) fn is_same(one: &Item, other: &Item) -> bool {
    one.lemma == other.lemma || bond(one, other) == Some(Bond::Same)
}

/// *Unlawful* and *lawful*, *disagree* and *agree*.
fn is_prefixed(one: &str, other: &str) -> bool {
    const PREFIXES: [&str; 7] = ["un", "dis", "non", "in", "im", "il", "ir"];
    let (short, long) = if one.len() < other.len() {
        (one, other)
    } else {
        (other, one)
    };
    short.len() >= 4
        && long.ends_with(short)
        && PREFIXES
            .iter()
            .any(|prefix| long.strip_prefix(prefix) == Some(short))
}

/// Whether two sorted lists have a member in common.
fn share(one: &[usize], other: &[usize]) -> bool {
    one.iter().any(|group| other.binary_search(group).is_ok())
}

/// The tables while they are read: words by their ids.
#[derive(Default)]
struct Draft {
    ids: BTreeMap<&'static str, usize>,
    entries: Vec<Entry>,
    /// Words by their id, and the words that stand beside them in a group of synonyms.
    beside: Vec<BTreeSet<usize>>,
}

impl Draft {
    fn read(mut self) -> Table {
        let synonyms = self.groups(include_str!("synonyms.txt"));
        let exclusives = self.groups(include_str!("exclusives.txt"));
        let antonyms = self.groups(include_str!("antonyms.txt"));
        let sides = self.sides(include_str!("sides.txt"));
        let kinds = self.groups(include_str!("kinds.txt"));
        let common = self.groups(include_str!("common.txt"));
        self.name_scenes(include_str!("scenes.txt"));
        self.beside = vec![BTreeSet::new(); self.entries.len()];
        for (group, words) in synonyms.iter().enumerate() {
            for &word in words {
                self.change(word, |entry| entry.synonyms.push(group));
                if let Some(beside) = self.beside.get_mut(word) {
                    beside.extend(words);
                }
            }
        }
        for (group, words) in exclusives.iter().enumerate() {
            for &word in words {
                self.change(word, |entry| entry.exclusives.push(group));
            }
        }
        for (rank, words) in common.iter().enumerate() {
            for &word in words {
                self.change(word, |entry| entry.rank = Some(rank));
            }
        }
        let families = self.families();
        self.oppose(&antonyms, &families);
        self.take_sides(&sides, &families);
        self.name_kinds(&kinds);
        let phrases = self.phrases();
        let mut entries = self.entries;
        let words = self.ids.into_iter().filter_map(|(word, id)| {
            let entry = entries.get_mut(id)?;
            Some((word, std::mem::take(entry)))
        });
        Table {
            words: words.collect(),
            phrases,
        }
    }

    fn groups(&mut self, text: &'static str) -> Vec<Vec<usize>> {
        let lines = text
            .lines()
            .filter(|line| !line.starts_with('#') && !line.trim().is_empty());
        let mut groups = Vec::new();
        for line in lines {
            groups.push(line.split(',').map(|word| self.id(word.trim())).collect());
        }
        groups
    }

    /// A line in brackets names a field, those after it are its scenes; one that begins with `=` is closed.
    fn name_scenes(&mut self, text: &'static str) {
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        let mut field = "";
        for (scene, line) in lines.enumerate() {
            if let Some(name) = line.strip_prefix('[') {
                field = name.trim_end_matches(']');
                continue;
            }
            let is_closed = line.starts_with('=');
            let words = line.trim_start_matches('=').split(',').map(str::trim);
            for word in words.filter(|word| !word.is_empty()) {
                let id = self.id(word);
                self.change(id, |entry| {
                    entry.scenes.push(SceneId {
                        field,
                        scene,
                        is_closed,
                    })
                });
            }
        }
    }

    /// The two sides of each line.
    fn sides(&mut self, text: &'static str) -> Vec<[Vec<usize>; 2]> {
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        let lines = lines.filter_map(|line| line.split_once(';'));
        let mut side = |words: &'static str| -> Vec<usize> {
            words.split(',').map(|word| self.id(word.trim())).collect()
        };
        lines.map(|(one, other)| [side(one), side(other)]).collect()
    }

    fn id(&mut self, word: &'static str) -> usize {
        let entries = &mut self.entries;
        *self.ids.entry(word).or_insert_with(|| {
            let id = entries.len();
            entries.push(Entry {
                id,
                ..Entry::default()
            });
            id
        })
    }

    fn change(&mut self, word: usize, change: impl FnOnce(&mut Entry)) {
        if let Some(entry) = self.entries.get_mut(word) {
            change(entry);
        }
    }

    /// The first of each line opposes the others, and the synonyms and the family of each oppose the other; but no synonyms by way of the commonest words, which mean
    /// too much.
    fn oppose(&mut self, antonyms: &[Vec<usize>], families: &[Vec<usize>]) {
        let mut found: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); self.entries.len()];
        let mut add = |one: usize, other: usize| {
            if let Some(slot) = found.get_mut(one) {
                slot.insert(other);
            }
        };
        let is_vague = |word: usize| {
            let entry = self.entries.get(word);
            entry.is_some_and(|entry| entry.rank == Some(0))
        };
        for line in antonyms {
            let Some((&first, others)) = line.split_first() else {
                continue;
            };
            for &other in others {
                for (one, two) in [(first, other), (other, first)] {
                    add(one, two);
                    for &kin in families.get(two).into_iter().flatten() {
                        add(one, kin);
                        add(kin, one);
                    }
                    let beside = self.beside.get(two).into_iter().flatten();
                    let is_near = |same: &usize| self.is_near(one, *same);
                    for &same in beside.filter(|same| !is_vague(**same) && !is_near(same)) {
                        add(one, same);
                        add(same, one);
                    }
                }
            }
        }
        for (entry, opposites) in self.entries.iter_mut().zip(found) {
            entry.opposites = opposites.into_iter().collect();
        }
    }

    /// Each word of a line and its family are of its side, but what is of both.
    fn take_sides(&mut self, lines: &[[Vec<usize>; 2]], families: &[Vec<usize>]) {
        for (line, sides) in lines.iter().enumerate() {
            let sides = sides.each_ref().map(|side| -> BTreeSet<usize> {
                let kin = side.iter().filter_map(|&word| families.get(word)).flatten();
                side.iter().chain(kin).copied().collect()
            });
            let [one, other] = &sides;
            for (is_first, words) in [(true, one), (false, other)] {
                for &word in words
                    .iter()
                    .filter(|word| !(one.contains(word) && other.contains(word)))
                {
                    self.change(word, |entry| entry.sides.push((line, is_first)));
                }
            }
        }
    }

    /// Whether a third word means the same as both: "lift" and "rise" do not oppose each other by way of "drop", since "raise" and "increase" are beside both.
    fn is_near(&self, one: usize, other: usize) -> bool {
        let both = self.beside.get(one).zip(self.beside.get(other));
        both.is_some_and(|(one, other)| !one.is_disjoint(other))
    }

    /// For each word those of its family: *failure* for *fail*.
    fn families(&self) -> Vec<Vec<usize>> {
        let mut families = vec![Vec::new(); self.entries.len()];
        // Words of one family stand near each other in the order of letters.
        let words: Vec<(&str, usize)> = self.ids.iter().map(|(word, id)| (*word, *id)).collect();
        for (at, &(word, id)) in words.iter().enumerate() {
            // "Willing" has nothing to do with "will", nor a park with what is parked.
            let Some(stem) = word
                .get(..STEM)
                .filter(|_| !["will", "park"].contains(&word))
            else {
                continue;
            };
            let after = words.get(at + 1..).unwrap_or_default().iter();
            let near = after.take_while(|(other, _)| other.starts_with(stem));
            for &(_, with) in near.filter(|(other, _)| is_derived(word, other)) {
                for (one, other) in [(id, with), (with, id)] {
                    if let Some(family) = families.get_mut(one) {
                        family.push(other);
                    }
                }
            }
        }
        families
    }

    /// The first of each line is a kind of which the others are; what is a kind of a kind is of that too.
    fn name_kinds(&mut self, lines: &[Vec<usize>]) {
        const DEPTH: usize = 3;
        let mut found: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); self.entries.len()];
        for _ in 0..DEPTH {
            for line in lines {
                let Some((&kind, members)) = line.split_first() else {
                    continue;
                };
                let mut above = found.get(kind).cloned().unwrap_or_default();
                above.insert(kind);
                for &member in members {
                    if let Some(slot) = found.get_mut(member) {
                        slot.extend(&above);
                    }
                }
            }
        }
        for &kind in lines.iter().filter_map(|line| line.first()) {
            self.change(kind, |entry| entry.is_kind = true);
        }
        let [person, people, animal] = ["person", "people", "animal"].map(|word| self.id(word));
        for (entry, kinds) in self.entries.iter_mut().zip(found) {
            let is = |kind: usize| entry.id == kind || kinds.contains(&kind);
            entry.is_person = is(person) || is(people);
            entry.is_animate = entry.is_person || is(animal);
            entry.kinds = kinds.into_iter().collect();
        }
    }

    /// The entries of several words, by their first: in order, since a space comes before any letter.
    fn phrases(&self) -> HashMap<&'static str, Vec<Vec<&'static str>>> {
        let mut phrases: HashMap<&str, Vec<Vec<&str>>> = HashMap::new();
        for phrase in self.ids.keys().filter(|words| words.contains(' ')) {
            let words: Vec<&str> = phrase.split(' ').collect();
            if let Some(&first) = words.first() {
                phrases.entry(first).or_default().push(words);
            }
        }
        phrases
    }
}
