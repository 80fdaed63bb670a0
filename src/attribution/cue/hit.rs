//! The cues of a word as they are met in a sentence.

use crate::attribution::Sense;
use crate::clause::View;
use crate::pack::{Complement, RuleId};

use super::Bucket;
use super::entry::{Entry, Takes, is_one_of};
use super::reach::Reach;
use super::rest::{Rest, rest_matches};

/// The words of a cue as they stand in a sentence: of several rules, where they are written alike.
#[derive(Clone, Copy)]
pub(in crate::attribution) struct Hit<'c> {
    /// From the first rule that is met here to the last; those between that are not met are asked again by [`Hit::rule`].
    entries: &'c [Entry],
    met: Met<'c>,
    pub(in crate::attribution) takes: Takes,
    /// Token after its last word.
    pub(in crate::attribution) end: usize,
    /// An object between its words.
    pub(in crate::attribution) object: Option<(usize, usize)>,
    /// Its number of words.
    pub(in crate::attribution) length: usize,
}

impl Hit<'_> {
    /// Whether the noun at token `head` may be that of the source.
    pub(in crate::attribution) fn takes_subject(&self, view: &View, head: usize) -> bool {
        self.entries
            .first()
            .is_none_or(|entry| is_one_of(&entry.beside.subjects, view, head))
    }

    /// Whether the noun at token `head` may be that of a nominal content.
    pub(in crate::attribution) fn takes_object(&self, view: &View, head: usize) -> bool {
        self.entries
            .first()
            .is_none_or(|entry| is_one_of(&entry.beside.objects, view, head))
    }

    /// Whether it asks for certain nouns as its source.
    pub(in crate::attribution) fn asks_subject(&self) -> bool {
        self.entries
            .first()
            .is_some_and(|entry| !entry.beside.subjects.is_empty())
    }

    /// Whether it asks for certain nouns beside it.
    pub(in crate::attribution) fn asks(&self) -> bool {
        self.entries.first().is_some_and(|entry| entry.asks())
    }

    /// The rule that takes a construction, and what it says of it.
    pub(in crate::attribution) fn rule(&self, frame: Complement) -> Option<(RuleId, Sense)> {
        let mut met = self
            .entries
            .iter()
            .filter(|entry| self.met.rest(entry).is_some());
        let first = met.next()?;
        let fitting = std::iter::once(first)
            .chain(met)
            .find(|entry| entry.takes.has(frame))
            .unwrap_or(first);
        Some((fitting.rule.clone(), fitting.sense))
    }
}

/// The cues of a word that are met in a sentence, in the order of its entries; those of equal length that follow each other and end
/// alike are one.
#[derive(Clone)]
pub(in crate::attribution) struct Hits<'c> {
    /// What is still to be tried.
    entries: &'c [Entry],
    firsts: &'c [Reach],
    met: Met<'c>,
}

impl<'c> Hits<'c> {
    /// What is to be tried of a word's cues at token `head`.
    pub(super) fn of(bucket: &'c Bucket, view: &'c View, head: usize, passive: bool) -> Self {
        // The longer ones stand first.
        let needs_more = bucket
            .entries
            .first()
            .is_some_and(|entry| !entry.rest.is_empty());
        Self {
            entries: &bucket.entries,
            firsts: &bucket.firsts,
            met: Met {
                view,
                head,
                passive,
                reach: if needs_more {
                    Reach::behind(view, head)
                } else {
                    Reach::ANY
                },
            },
        }
    }

    /// The first entry from index `from` on that is met.
    fn next_met(&self, from: usize) -> Option<(usize, &'c Entry, Rest)> {
        let firsts = self.firsts.iter().enumerate().skip(from);
        firsts
            .filter(|(_, first)| self.met.reach.has(**first))
            .find_map(|(at, _)| {
                let entry = self.entries.get(at)?;
                Some((at, entry, self.met.rest(entry)?))
            })
    }
}

impl<'c> Iterator for Hits<'c> {
    type Item = Hit<'c>;

    fn next(&mut self) -> Option<Hit<'c>> {
        let (first, one, rest) = self.next_met(0)?;
        let mut takes = one.takes;
        let mut until = first + 1;
        // Shorter ones follow: none of them is written like this one.
        for (at, entry) in self.entries.iter().enumerate().skip(until) {
            if entry.rest.len() != one.rest.len() {
                break;
            }
            let met = self
                .firsts
                .get(at)
                .is_some_and(|first| self.met.reach.has(*first));
            match met.then(|| self.met.rest(entry)).flatten() {
                Some(other) if other == rest && entry.beside == one.beside => {
                    takes = takes.with(entry.takes);
                    until = at + 1;
                }
                Some(_) => break,
                None => {}
            }
        }
        let hit = Hit {
            entries: self.entries.get(first..until)?,
            met: self.met,
            takes,
            end: rest.0,
            object: rest.1,
            length: one.rest.len() + 1,
        };
        self.entries = self.entries.get(until..)?;
        self.firsts = self.firsts.get(until..)?;
        Some(hit)
    }
}

/// The place in a sentence where the entries of a word are tried.
#[derive(Clone, Copy)]
struct Met<'c> {
    view: &'c View,
    /// The token of the word.
    head: usize,
    passive: bool,
    /// What a further word can be.
    reach: Reach,
}

impl Met<'_> {
    /// Where the further words of an entry end, and the object between them, if they are there.
    fn rest(&self, entry: &Entry) -> Option<Rest> {
        if entry.passive && !self.passive {
            return None;
        }
        if entry.rest.is_empty() {
            return Some((self.head + 1, None));
        }
        rest_matches(entry, self.view, self.head + 1)
    }
}
