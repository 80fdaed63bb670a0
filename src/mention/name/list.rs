//! From the names of a pack to the trie, and whose last name is told apart.

use std::collections::{HashMap, VecDeque};

use super::{Entry, Names, Node, surname};
use crate::pack::Rules;
use crate::token::{Lexicon, Token, WordId, folded, learn_into};

/// Names in the order of the pack, before the trie is made of them.
#[derive(Default)]
pub(super) struct List {
    names: Names,
    /// The words of all names, one after another; their shapes are those of `names`.
    words: Vec<WordId>,
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
        let count = rules.actors.iter().map(|rule| {
            let others = [&rule.names, &rule.demonyms, &rule.seats, &rule.descriptions];
            // A person may be met by the last name too.
            2 * rule.people.len() + others.iter().map(|names| names.len()).sum::<usize>()
        });
        let mut list = Self::default();
        list.names.entries.reserve(count.sum());
        list
    }

    pub(super) fn add(&mut self, lexicon: &mut Lexicon, name: &str, mut entry: Entry) {
        let text = name
            .strip_prefix("the ")
            .or(name.strip_prefix("The "))
            .unwrap_or(name);
        let start = self.len();
        learn_into(lexicon, text, &mut self.tokens, |word, shape| {
            self.words.push(word);
            self.names.shapes.push(shape);
        });
        entry.shapes = start..self.len();
        self.names.entries.push(entry);
    }

    fn len(&self) -> u32 {
        u32::try_from(self.words.len()).unwrap_or(u32::MAX)
    }

    fn words_of(&self, entry: &Entry) -> &[WordId] {
        self.words.get(entry.range()).unwrap_or_default()
    }

    /// The trie, node by node: in a sorted list the names that share their first words stand side by side, the shorter ones first.
    pub(super) fn trie(self) -> Names {
        let mut sorted: Vec<Sorted<'_>> = (0..)
            .zip(&self.names.entries)
            .map(|(id, entry)| Sorted::of(self.words_of(entry), id))
            .filter(|name| !name.words.is_empty())
            .collect();
        sorted.sort_unstable();
        let (mut nodes, mut next, mut ends) = (Vec::new(), Vec::new(), Vec::new());
        let node = |next: &Vec<_>, ends: &Vec<_>| Node {
            next: u32::try_from(next.len()).unwrap_or(u32::MAX),
            ends: u32::try_from(ends.len()).unwrap_or(u32::MAX),
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
        let first = nodes.get(1).map_or(0, |node| node.next as usize);
        let mut roots = Vec::new();
        for (word, to) in next.iter().take(first).filter(|(word, _)| word.is_known()) {
            roots.resize(word.0 as usize, 0);
            roots.push(*to);
        }
        Names {
            roots,
            nodes,
            next,
            ends,
            ..self.names
        }
    }
}

/// For each person, in the order of the pack, whether the last name belongs to people of one actor only, and is no English word: it is met after a
/// title.
pub(super) fn have_unique_surnames(rules: &Rules, lexicon: &Lexicon) -> Vec<bool> {
    let actors = rules.actors.iter().enumerate();
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
    for rule in &rules.actors {
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
