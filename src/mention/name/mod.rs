//! Names: every name, demonym, seat, person and description of a pack in one trie over words, walked once over a sentence.

mod list;

use std::collections::HashMap;
use std::ops::Range;

use crate::date::Date;
use crate::image::fields;
use crate::pack::{Name, Rules, Text};
use crate::table::{Rows, Table, choices, parts};
use crate::token::{Lexicon, Shape, Token, WordId};
use list::{List, have_unique_surnames};

/// How an actor is named by some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Form {
    Name,
    Person,
    /// The last name of a person alone.
    Surname,
    Seat,
    Demonym,
    Description,
}

/// What a sequence of words names.
#[derive(Clone, Copy, Debug)]
struct Entry {
    actor: u32,
    form: Form,
    /// The first day in office, or [`OPEN_FROM`].
    from: i32,
    /// The last day in office, or [`OPEN_TO`].
    to: i32,
    /// How each word is written in the pack: all capitals, a capital, or either. Where they begin in [`Names::shapes`].
    shapes: u32,
    /// The words beside it that decide, for the few names that have such: the place in [`Names::guards`], counted from 1; else 0.
    guard: u32,
}

/// The first day of an office that somebody has always been in.
const OPEN_FROM: i32 = i32::MIN;
/// The last day of an office that somebody will always be in.
const OPEN_TO: i32 = i32::MAX;

impl Entry {
    /// What always names an actor.
    fn of(actor: u32, form: Form) -> Self {
        Self {
            actor,
            form,
            from: OPEN_FROM,
            to: OPEN_TO,
            shapes: 0,
            guard: 0,
        }
    }
}

/// The words that a text must hold, one of them, and must not hold, for a name to count.
#[derive(Clone, Debug)]
struct Guard {
    only_with: Vec<Text>,
    not_with: Vec<Text>,
}

impl Guard {
    fn of(name: &Name) -> Option<Self> {
        let is_guarded = !(name.only_with.is_empty() && name.not_with.is_empty());
        is_guarded.then(|| Self {
            only_with: name.only_with.clone(),
            not_with: name.not_with.clone(),
        })
    }

    fn holds(&self, text: &str) -> bool {
        let has = |word: &Text| memchr::memmem::find(text.as_bytes(), word.as_bytes()).is_some();
        (self.only_with.is_empty() || self.only_with.iter().any(has))
            && !self.not_with.iter().any(has)
    }
}

/// A name met in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) actor: usize,
    pub(crate) form: Form,
    /// First token.
    pub(crate) start: usize,
    /// Token after the last.
    pub(crate) end: usize,
}

/// The trie.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    /// For each word, by id, the node of the names that begin with it; 0, which is no name's, for a word that begins none.
    roots: Table<u32, 4>,
    /// The nodes with those after a word side by side, and one more behind the last.
    nodes: Table<Node, 8>,
    /// The words that lead on, sorted for each node, with the nodes after them.
    next: Table<(WordId, u32), 8>,
    /// The entries that end at a node.
    ends: Table<u32, 4>,
    entries: Table<Entry, 21>,
    shapes: Table<Shape, 1>,
    guards: Vec<Guard>,
}

/// Some words of a name. What it has reaches to where that of the node behind it begins.
#[derive(Clone, Copy, Debug, Default)]
struct Node {
    /// Its first place in [`Names::next`].
    next: u32,
    /// Its first place in [`Names::ends`].
    ends: u32,
}

fields! {
    Names { roots, nodes, next, ends, entries, shapes, guards }
    Guard { only_with, not_with }
}

parts! {
    Node { next: u32, ends: u32 }
    Entry { actor: u32, form: Form, from: i32, to: i32, shapes: u32, guard: u32 }
}

choices! {
    Form: Name, Person, Surname, Seat, Demonym, Description;
}

/// What of a document decides between names: its date, and which guards hold.
#[derive(Clone, Debug, Default)]
pub(crate) struct Guards {
    /// For each guard, by its place, whether it holds; worked out when first asked for.
    known: HashMap<u32, bool>,
}

impl Names {
    /// Compiles the names of all actors; their words are added to the lexicon. O(n log n) in the names.
    pub(crate) fn new(rules: &Rules, lexicon: &mut Lexicon) -> Self {
        let mut unique = have_unique_surnames(rules, lexicon).into_iter();
        let mut list = List::of(rules);
        for (actor, rule) in (0..).zip(rules.called.iter()) {
            let groups = [
                (&rule.names, Form::Name),
                (&rule.demonyms, Form::Demonym),
                (&rule.seats, Form::Seat),
                (&rule.descriptions, Form::Description),
            ];
            for (names, form) in groups {
                for name in names {
                    let entry = Entry {
                        guard: list.guard(Guard::of(name)),
                        ..Entry::of(actor, form)
                    };
                    list.add(lexicon, &name.text, entry);
                }
            }
            for person in &rule.people {
                let in_office = |form| Entry {
                    from: person.from.map_or(OPEN_FROM, first_day),
                    to: person.to.map_or(OPEN_TO, last_day),
                    ..Entry::of(actor, form)
                };
                list.add(lexicon, &person.name, in_office(Form::Person));
                if unique.next() == Some(true)
                    && let Some(surname) = surname(&person.name)
                {
                    list.add(lexicon, surname, in_office(Form::Surname));
                }
            }
        }
        list.trie()
    }

    /// The node of the names that begin with a word.
    fn beginning_with(&self, word: WordId) -> Option<usize> {
        let root = self.roots.get(word.0 as usize).unwrap_or(0);
        (root != 0).then_some(root as usize)
    }

    /// The node after a word.
    fn after(&self, node: usize, word: WordId) -> Option<usize> {
        let next = self.next.within(&self.of_node(node, |node| node.next));
        let at = next.partition_point(|(known, _)| known < word);
        let (_, to) = next.get(at).filter(|(known, _)| *known == word)?;
        Some(to as usize).filter(|_| word.is_known())
    }

    /// What a node has of a list: the places from that of its own to where that of the node behind it begins.
    fn of_node(&self, node: usize, start: fn(&Node) -> u32) -> Range<u32> {
        match (self.nodes.get(node), self.nodes.get(node + 1)) {
            (Some(from), Some(to)) => start(&from)..start(&to),
            _ => 0..0,
        }
    }

    /// The names in a sentence from left to right, the longest where several begin at one word.
    pub(crate) fn find_into(
        &self,
        text: &str,
        tokens: &[Token],
        date: Option<Date>,
        guards: &mut Guards,
        out: &mut Vec<Named>,
    ) {
        out.clear();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let named = self
                .beginning_with(token.word)
                .and_then(|node| self.longest(text, tokens, at, node, date, guards));
            match named {
                Some(named) => {
                    at = named.end;
                    out.push(named);
                }
                None => at += 1,
            }
        }
    }

    fn longest(
        &self,
        text: &str,
        tokens: &[Token],
        start: usize,
        root: usize,
        date: Option<Date>,
        guards: &mut Guards,
    ) -> Option<Named> {
        let mut node = Some(root);
        let mut found = None;
        let mut at = start;
        while let Some(here) = node {
            at += 1;
            let words = tokens.get(start..at).unwrap_or_default();
            if let Some(entry) = self.choose(text, here, words, date, guards) {
                found = Some(Named {
                    actor: entry.actor as usize,
                    form: entry.form,
                    start,
                    end: at,
                });
            }
            node = tokens
                .get(at)
                .and_then(|token| self.after(here, token.word));
        }
        found
    }

    /// Of the entries that end at a node the one whose time in office fits best, then the first by actor.
    fn choose(
        &self,
        text: &str,
        node: usize,
        tokens: &[Token],
        date: Option<Date>,
        guards: &mut Guards,
    ) -> Option<Entry> {
        let ends = self.ends.within(&self.of_node(node, |node| node.ends));
        ends.iter()
            .filter_map(|id| self.entries.get(id as usize))
            .filter(|entry| written_alike(self.shapes.rows().from(entry.shapes as usize), tokens))
            .filter(|entry| self.counts(entry, text, guards))
            .min_by_key(|entry| (out_of_office(entry, date), entry.form, entry.actor))
    }

    /// Whether the words beside a name let it count in a text.
    fn counts(&self, entry: &Entry, text: &str, guards: &mut Guards) -> bool {
        let guard = entry.guard.checked_sub(1);
        let Some(guard) = guard.and_then(|at| self.guards.get(at as usize)) else {
            return true;
        };
        let known = guards.known.entry(entry.guard);
        *known.or_insert_with(|| guard.holds(text))
    }
}

/// Days between a document and the time a person was in office, in a calendar of months of 31 days; 0 when it is within, or may be.
fn out_of_office(entry: &Entry, date: Option<Date>) -> u32 {
    let Some(date) = date else {
        return 0;
    };
    let before = entry.from.saturating_sub(last_day(date));
    let after = first_day(date).saturating_sub(entry.to);
    before.max(after).max(0).unsigned_abs()
}

/// The first day that a date may mean: of `2021-06` the first of June.
fn first_day(date: Date) -> i32 {
    day_number(date, 1, 1)
}

/// The last day that a date may mean: of `2021` the end of December.
fn last_day(date: Date) -> i32 {
    day_number(date, 12, 31)
}

fn day_number(date: Date, month: u8, day: u8) -> i32 {
    let months = i32::from(date.year()) * 12 + i32::from(date.month().unwrap_or(month));
    months * 31 + i32::from(date.day().unwrap_or(day))
}

/// A capital in the pack asks for a capital in the text, all capitals for all capitals.
fn written_alike(shapes: Rows<'_, Shape, 1>, tokens: &[Token]) -> bool {
    shapes.iter().zip(tokens).all(|(pack, token)| {
        let shouted = token.shape.has(Shape::ALL_CAPITALS);
        let upper = !pack.has(Shape::ALL_CAPITALS) || shouted || token.span.len() == 1;
        let capital = !pack.has(Shape::CAPITAL) || token.shape.has(Shape::CAPITAL);
        upper && capital
    })
}

/// The last word of a name, if it has more than one and the last isn't a number.
pub(crate) fn surname(name: &str) -> Option<&str> {
    let (_, last) = name.rsplit_once(' ')?;
    let last = last.rsplit('-').next().unwrap_or(last);
    (last.len() > 2 && !matches!(last, "II" | "III" | "Jr." | "Sr.")).then_some(last)
}
