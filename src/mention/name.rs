//! Names: every name, demonym, seat, person and description of a pack in one trie over words, walked once over a sentence.

use std::collections::HashMap;

use crate::date::Date;
use crate::pack::{Rules, Text};
use crate::token::{Lexicon, Shape, Token, TokenKind, WordId, fold, folded, tokens_into};

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
#[derive(Clone, Debug)]
struct Entry {
    actor: usize,
    form: Form,
    /// How each word is written in the pack: all capitals, a capital, or either.
    shapes: Vec<Shape>,
    from: Option<Date>,
    to: Option<Date>,
    only_with: Vec<Text>,
    not_with: Vec<Text>,
}

impl Entry {
    /// What always names an actor.
    fn of(actor: usize, form: Form) -> Self {
        Self {
            actor,
            form,
            shapes: Vec::new(),
            from: None,
            to: None,
            only_with: Vec::new(),
            not_with: Vec::new(),
        }
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
    /// For each word, by id, the node of the names that begin with it, plus one; 0 for a word that begins none.
    roots: Vec<u32>,
    nodes: Vec<Node>,
    entries: Vec<Entry>,
    /// Space that is used again while names are added.
    tokens: Vec<Token>,
}

/// Some words of a name.
#[derive(Clone, Debug, Default)]
struct Node {
    /// The next node by the next word, sorted.
    next: Vec<(WordId, u32)>,
    /// The entries that end here.
    ends: Vec<u32>,
}

/// What of a document decides between names: its date, and which guards hold.
#[derive(Clone, Debug, Default)]
pub(crate) struct Guards {
    /// For each entry with guards whether they hold; worked out when first asked for.
    known: HashMap<u32, bool>,
}

impl Names {
    /// Compiles the names of all actors; their words are added to the lexicon. Linear in the names.
    pub(crate) fn new(rules: &Rules, lexicon: &mut Lexicon) -> Self {
        let mut names = Self::default();
        let surnames = unique_surnames(rules, lexicon);
        for (actor, rule) in rules.actors.iter().enumerate() {
            let groups = [
                (&rule.names, Form::Name),
                (&rule.demonyms, Form::Demonym),
                (&rule.seats, Form::Seat),
                (&rule.descriptions, Form::Description),
            ];
            for (list, form) in groups {
                for name in list {
                    let entry = Entry {
                        only_with: name.only_with.clone(),
                        not_with: name.not_with.clone(),
                        ..Entry::of(actor, form)
                    };
                    names.add(lexicon, &name.text, entry);
                }
            }
            for person in &rule.people {
                let in_office = |form| Entry {
                    from: person.from,
                    to: person.to,
                    ..Entry::of(actor, form)
                };
                names.add(lexicon, &person.name, in_office(Form::Person));
                let unique = |surname: &&str| surnames.contains_key(&*folded(surname));
                if let Some(surname) = surname(&person.name).filter(unique) {
                    names.add(lexicon, surname, in_office(Form::Surname));
                }
            }
        }
        names
    }

    fn add(&mut self, lexicon: &mut Lexicon, name: &str, mut entry: Entry) {
        let text = name
            .strip_prefix("the ")
            .or(name.strip_prefix("The "))
            .unwrap_or(name);
        let mut tokens = std::mem::take(&mut self.tokens);
        tokens.clear();
        tokens_into(lexicon, text, 0, &mut tokens);
        let mut node = None;
        entry.shapes.reserve(tokens.len());
        for token in tokens
            .iter()
            .filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))
        {
            let word = lexicon.learn(token, text);
            entry.shapes.push(token.shape);
            node = Some(match node {
                None => self.root(word),
                Some(node) => self.step(node, word),
            });
        }
        self.tokens = tokens;
        let id = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        self.entries.push(entry);
        if let Some(node) = node.and_then(|node| self.nodes.get_mut(node)) {
            node.ends.push(id);
        }
    }

    /// The node of the names that begin with a word, made if there is none.
    fn root(&mut self, word: WordId) -> usize {
        let at = word.0 as usize;
        if self.roots.len() <= at {
            self.roots.resize(at + 1, 0);
        }
        let Some(root) = self.roots.get_mut(at) else {
            return 0;
        };
        if *root == 0 {
            self.nodes.push(Node::default());
            *root = u32::try_from(self.nodes.len()).unwrap_or(0);
        }
        (*root as usize).saturating_sub(1)
    }

    /// The node after a word, made if there is none.
    fn step(&mut self, node: usize, word: WordId) -> usize {
        let new = u32::try_from(self.nodes.len()).unwrap_or(u32::MAX);
        let Some(next) = self.nodes.get_mut(node).map(|node| &mut node.next) else {
            return node;
        };
        match next.binary_search_by_key(&word, |(word, _)| *word) {
            Ok(at) => next.get(at).map_or(node, |(_, to)| *to as usize),
            Err(at) => {
                next.insert(at, (word, new));
                self.nodes.push(Node::default());
                new as usize
            }
        }
    }

    /// The node of the names that begin with a word.
    fn beginning_with(&self, word: WordId) -> Option<&Node> {
        let root = self.roots.get(word.0 as usize).copied().unwrap_or(0);
        let node = (root as usize).checked_sub(1)?;
        self.nodes.get(node).filter(|_| word.is_known())
    }

    fn after(&self, node: &Node, word: WordId) -> Option<&Node> {
        let at = node
            .next
            .binary_search_by_key(&word, |(word, _)| *word)
            .ok()?;
        let (_, to) = node.next.get(at)?;
        self.nodes.get(*to as usize).filter(|_| word.is_known())
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
        root: &Node,
        date: Option<Date>,
        guards: &mut Guards,
    ) -> Option<Named> {
        let mut node = Some(root);
        let mut found = None;
        let mut at = start;
        while let Some(here) = node {
            at += 1;
            let words = tokens.get(start..at).unwrap_or_default();
            if let Some(entry) = self.choose(text, &here.ends, words, date, guards) {
                found = Some(Named {
                    actor: entry.actor,
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

    /// Of the entries that share their words the one whose time in office fits best, then the first by actor.
    fn choose(
        &self,
        text: &str,
        ends: &[u32],
        tokens: &[Token],
        date: Option<Date>,
        guards: &mut Guards,
    ) -> Option<&Entry> {
        ends.iter()
            .filter_map(|&id| self.entries.get(id as usize).map(|entry| (id, entry)))
            .filter(|(_, entry)| written_alike(&entry.shapes, tokens))
            .filter(|(id, entry)| guards.hold(*id, entry, text))
            .map(|(_, entry)| entry)
            .min_by_key(|entry| (out_of_office(entry, date), entry.form, entry.actor))
    }
}

impl Guards {
    fn hold(&mut self, id: u32, entry: &Entry, text: &str) -> bool {
        if entry.only_with.is_empty() && entry.not_with.is_empty() {
            return true;
        }
        *self.known.entry(id).or_insert_with(|| {
            let holds =
                |word: &Text| memchr::memmem::find(text.as_bytes(), word.as_bytes()).is_some();
            (entry.only_with.is_empty() || entry.only_with.iter().any(holds))
                && !entry.not_with.iter().any(holds)
        })
    }
}

/// Days between a document and the time a person was in office, in a calendar of months of 31 days; 0 when it is within, or may be.
fn out_of_office(entry: &Entry, date: Option<Date>) -> u32 {
    let Some(date) = date else {
        return 0;
    };
    let before = entry
        .from
        .map_or(0, |from| first_day(from) - last_day(date));
    let after = entry.to.map_or(0, |to| first_day(date) - last_day(to));
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
fn written_alike(shapes: &[Shape], tokens: &[Token]) -> bool {
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

/// Last names that belong to people of one actor only, and are no English word: these are met after a title.
fn unique_surnames(rules: &Rules, lexicon: &Lexicon) -> HashMap<String, usize> {
    let mut owners: HashMap<String, Option<usize>> = HashMap::new();
    for (actor, rule) in rules.actors.iter().enumerate() {
        for person in &rule.people {
            let Some(surname) = surname(&person.name) else {
                continue;
            };
            owners
                .entry(fold(surname))
                .and_modify(|owner| *owner = owner.filter(|owner| *owner == actor))
                .or_insert(Some(actor));
        }
        for name in rule.names.iter().chain(&rule.demonyms).chain(&rule.seats) {
            owners.insert(fold(&name.text), None);
        }
    }
    owners
        .into_iter()
        .filter(|(surname, _)| !lexicon.look_up(surname).is_known())
        .filter_map(|(surname, owner)| owner.map(|owner| (surname, owner)))
        .collect()
}
