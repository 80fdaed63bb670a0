//! From the names of a pack to the trie, and whose last name is told apart.

use std::collections::{HashMap, VecDeque};

use super::{Entry, Guard, Names, Node, surname};
use crate::pack::Rules;
use crate::token::{Lexicon, Shape, Token, WordId, folded, learn_into};

/// Names in the order of the pack, before the trie is made of them.
#[derive(Default)]
pub(super) struct List {
    entries: Vec<Entry>,
    guards: Vec<Guard>,
    /// The words of all names, one after another, and how each is written.
    words: Vec<WordId>,
    shapes: Vec<Shape>,
    /// Space that is used again while names are added.
    tokens: Vec<Token>,
}

/// A name with its entry, as names are sorted.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Sorted<'l> {
    /// The first two words as one number, 0 where there is no second: nearly always they decide.
    head: u64,
    words: &'l [WordId],
    id: u32,
}

impl<'l> Sorted<'l> {
    fn of(words: &'l [WordId], id: u32) -> Self {
        let word = |at: usize| u64::from(words.get(at).copied().unwrap_or_default().0);
        let head = (word(0) << 32) | word(1);
        Self { head, words, id }
    }
}

impl List {
    /// With room for the names of a pack.
    pub(super) fn of(rules: &Rules) -> Self {
        let count = rules.called.iter().map(|rule| {
            let others = [&rule.names, &rule.demonyms, &rule.seats, &rule.descriptions];
            // A person may be met by the last name too.
            2 * rule.people.len() + others.iter().map(|names| names.len()).sum::<usize>()
        });
        let mut list = Self::default();
        list.entries.reserve(count.sum());
        list
    }

    pub(super) fn add(&mut self, lexicon: &mut Lexicon, name: &str, mut entry: Entry) {
        let text = name
            .strip_prefix("the ")
            .or(name.strip_prefix("The "))
            .unwrap_or(name);
        entry.shapes = place(self.words.len());
        learn_into(lexicon, text, &mut self.tokens, |word, shape| {
            self.words.push(word);
            self.shapes.push(shape);
        });
        self.entries.push(entry);
    }

    /// The place of a guard that is new, counted from 1; 0 for none.
    pub(super) fn guard(&mut self, guard: Option<Guard>) -> u32 {
        let is_guarded = guard.is_some();
        self.guards.extend(guard);
        if is_guarded {
            place(self.guards.len())
        } else {
            0
        }
    }

    /// The words of each name.
    fn names(&self) -> impl Iterator<Item = &[WordId]> {
        let ends = self.entries.iter().skip(1).map(|entry| entry.shapes);
        let ends = ends.chain([place(self.words.len())]);
        let ranges = self.entries.iter().zip(ends);
        ranges.map(|(entry, end)| {
            let range = entry.shapes as usize..end as usize;
            self.words.get(range).unwrap_or_default()
        })
    }

    /// The trie, node by node: in a sorted list the names that share their first words stand side by side, the shorter ones first.
    pub(super) fn trie(self) -> Names {
        let mut sorted: Vec<Sorted<'_>> = (0..)
            .zip(self.names())
            .map(|(id, words)| Sorted::of(words, id))
            .filter(|name| !name.words.is_empty())
            .collect();
        sorted.sort_unstable();
        let (mut nodes, mut next, mut ends) = (Vec::new(), Vec::new(), Vec::new());
        let node = |next: &Vec<_>, ends: &Vec<_>| Node {
            next: place(next.len()),
            ends: place(ends.len()),
        };
        // The names of each node that is still to be made, and how many words they share; the first has all.
        let mut open = VecDeque::from([(sorted.as_slice(), 0)]);
        let mut ids = 1..;
        while let Some((names, shared)) = open.pop_front() {
            nodes.push(node(&next, &ends));
            let whole = names.partition_point(|name| name.words.len() == shared);
            let (whole, longer) = names.split_at_checked(whole).unwrap_or_default();
            ends.extend(whole.iter().map(|name| name.id));
            for same in longer.chunk_by(|a, b| a.words.get(shared) == b.words.get(shared)) {
                let word = same.first().and_then(|name| name.words.get(shared));
                next.extend(word.copied().zip(ids.next()));
                open.push_back((same, shared + 1));
            }
        }
        nodes.push(node(&next, &ends));
        let first = nodes.get(1).map_or(0, |node: &Node| node.next as usize);
        let mut roots = Vec::new();
        for (word, to) in next.iter().take(first).filter(|(word, _)| word.is_known()) {
            roots.resize(word.0 as usize, 0);
            roots.push(*to);
        }
        Names {
            roots: roots.into_iter().collect(),
            nodes: nodes.into_iter().collect(),
            next: next.into_iter().collect(),
            ends: ends.into_iter().collect(),
            entries: self.entries.into_iter().collect(),
            shapes: self.shapes.into_iter().collect(),
            guards: self.guards,
        }
    }
}

fn place(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// For each person, in the order of the pack, whether the last name belongs to people of one actor only, and is no English word: it is met after a
/// title.
pub(super) fn have_unique_surnames(rules: &Rules, lexicon: &Lexicon) -> Vec<bool> {
    let actors = rules.called.iter().enumerate();
    let surnames: Vec<_> = actors
        .flat_map(|(actor, rule)| rule.people.iter().map(move |person| (actor, person)))
        .map(|(actor, person)| surname(&person.name).map(|surname| (folded(surname), actor)))
        .collect();
    // Each last name with the one actor that has it.
    let mut owners: HashMap<&str, Option<usize>> = HashMap::with_capacity(surnames.len());
    for (surname, actor) in surnames.iter().flatten() {
        owners
            .entry(surname)
            .and_modify(|owner| *owner = owner.filter(|owner| owner == actor))
            .or_insert(Some(*actor));
    }
    for rule in rules.called.iter() {
        for name in rule.names.iter().chain(&rule.demonyms).chain(&rule.seats) {
            // No last name has a space in it.
            if !name.text.contains(' ')
                && let Some(owner) = owners.get_mut(&*folded(&name.text))
            {
                *owner = None;
            }
        }
    }
    let is_unique = |surname: &str| {
        let owner = owners.get(surname).copied().flatten();
        owner.is_some() && !lexicon.look_up(surname).is_known()
    };
    surnames
        .iter()
        .map(|found| {
            found
                .as_ref()
                .is_some_and(|(surname, _)| is_unique(surname))
        })
        .collect()
}
