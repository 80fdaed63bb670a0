//! The cues of a pack, by the word that decides: one look-up a phrase.
//!
//! A cue's words are compiled to what the lexicon has of them (`entry`). What could stand behind the word that decides is a set of bits (`reach`), which
//! rules out most longer cues; the others are tried word by word (`rest`).

mod entry;
mod hit;
mod image;
mod reach;
mod rest;

use std::sync::Arc;

use crate::clause::{Tag, View};
use crate::pack::{Rules, WordClass};
use crate::token::{Lexicon, WordId};

use entry::{Beside, Entry, Written};
use reach::Reach;

pub(super) use entry::Takes;
pub(super) use hit::{Hit, Hits};

/// The entries of one word.
#[derive(Clone, Debug)]
struct Bucket {
    class: Class,
    word: WordId,
    /// Longer cues first, of those equally long the ones that ask for no noun beside them, then by rule.
    entries: Vec<Entry>,
    /// [`Entry::first`] of each, side by side: most entries are ruled out by it, without a look at them.
    firsts: Vec<Reach>,
}

impl Bucket {
    /// Puts the entries in order, once all are there.
    fn sort(&mut self) {
        self.entries.sort_by(|a, b| {
            b.rest
                .len()
                .cmp(&a.rest.len())
                .then_with(|| a.asks().cmp(&b.asks()))
                .then_with(|| a.rule.cmp(&b.rule))
        });
        self.note_firsts();
    }

    fn note_firsts(&mut self) {
        self.firsts = self.entries.iter().map(Entry::first).collect();
    }
}

/// What a word decides: a cue of one of these classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Verb,
    Noun,
    Adjective,
    Phrase,
}

impl From<WordClass> for Class {
    fn from(class: WordClass) -> Self {
        match class {
            WordClass::Verb => Self::Verb,
            // The first word decides: "vote of confidence" is met at "vote", "point of view" too.
            WordClass::Noun | WordClass::Agent => Self::Noun,
            WordClass::Adjective => Self::Adjective,
            WordClass::Phrase => Self::Phrase,
        }
    }
}

/// For each class one more than the place of a word's bucket; 0 where it is no cue.
#[derive(Clone, Copy, Debug, Default)]
struct Places([u16; 4]);

impl Places {
    fn of(self, class: Class) -> usize {
        self.0
            .get(class as usize)
            .map_or(0, |place| usize::from(*place))
    }
}

/// All cues of a pack.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cues {
    /// For each word, by id, one more than its place in `places`; 0 for a word that is no cue, as most are.
    words: Vec<u16>,
    places: Vec<Places>,
    buckets: Vec<Bucket>,
    be: WordId,
    /// Past forms that are verbs of their own too: "found", "felt".
    pasts: Vec<(WordId, WordId)>,
}

impl Cues {
    /// The cues of a pack by words that the lexicon has.
    pub(crate) fn new(rules: &Rules, lexicon: &Lexicon) -> Self {
        const PASTS: [(&str, &str); 6] = [
            ("found", "find"),
            ("felt", "feel"),
            ("saw", "see"),
            ("fell", "fall"),
            ("lay", "lie"),
            ("bound", "bind"),
        ];
        let mut cues = Self {
            be: lexicon.look_up("be"),
            pasts: PASTS
                .map(|(past, verb)| (lexicon.look_up(past), lexicon.look_up(verb)))
                .to_vec(),
            ..Self::default()
        };
        for cue in rules.attributions.iter() {
            let takes = Takes::of(&cue.takes);
            let beside = Arc::new(Beside::of(rules, lexicon, &cue.subject, &cue.object));
            for (class, phrase) in cue.words.iter() {
                let words: Vec<&str> = phrase.words().collect();
                if let Some(written) = Written::of(lexicon, *class, &words) {
                    let word = written.first;
                    cues.put(
                        Class::from(*class),
                        word,
                        written.entry(cue, takes, &beside),
                    );
                }
            }
        }
        cues.buckets.iter_mut().for_each(Bucket::sort);
        cues
    }

    fn put(&mut self, class: Class, word: WordId, entry: Entry) {
        if self.place(class, word) == 0 {
            self.open(Bucket {
                class,
                word,
                entries: Vec::new(),
                firsts: Vec::new(),
            });
        }
        let bucket = self.place(class, word).checked_sub(1);
        if let Some(bucket) = bucket.and_then(|at| self.buckets.get_mut(at)) {
            bucket.entries.push(entry);
        }
    }

    /// Adds the bucket of a word that has none.
    fn open(&mut self, bucket: Bucket) {
        let (class, word) = (bucket.class as usize, bucket.word.0 as usize);
        if self.words.len() <= word {
            self.words.resize(word + 1, 0);
        }
        if let Some(at) = self.words.get_mut(word).filter(|at| **at == 0) {
            self.places.push(Places::default());
            *at = u16::try_from(self.places.len()).unwrap_or(0);
        }
        self.buckets.push(bucket);
        let at = self.words.get(word).and_then(|at| at.checked_sub(1));
        let places = at.and_then(|at| self.places.get_mut(usize::from(at)));
        if let Some(place) = places.and_then(|places| places.0.get_mut(class)) {
            *place = u16::try_from(self.buckets.len()).unwrap_or(0);
        }
    }

    /// One more than the place of the bucket of a word, 0 where it is no cue of a class.
    fn place(&self, class: Class, word: WordId) -> usize {
        let at = self.words.get(word.0 as usize).copied().unwrap_or(0);
        let at = at.checked_sub(1).map(usize::from);
        let places = at.and_then(|at| self.places.get(at));
        places.map_or(0, |places| places.of(class))
    }

    fn bucket(&self, class: Class, word: WordId) -> Option<&Bucket> {
        self.buckets.get(self.place(class, word).checked_sub(1)?)
    }

    /// The cues whose verb is at token `head`, the longest first.
    pub(super) fn verb<'c>(
        &'c self,
        view: &'c View,
        head: usize,
        passive: bool,
    ) -> Option<Hits<'c>> {
        let verb = self.verb_of(view, head);
        let bucket = self.bucket(Class::Verb, verb)?;
        Some(Hits::of(bucket, view, head, passive))
    }

    /// The verb of a form that could be of two: "found" the past of "find".
    fn verb_of(&self, view: &View, head: usize) -> WordId {
        let lemma = view.word(head).verb;
        match view.tags.get(head) {
            Some(Tag::Be) => self.be,
            Some(Tag::Past | Tag::Participle) if form(view, head) == lemma => self
                .pasts
                .iter()
                .find(|(past, _)| *past == lemma)
                .map_or(lemma, |(_, of)| *of),
            _ => lemma,
        }
    }

    /// The cues whose noun is at token `head`.
    pub(super) fn noun<'c>(&'c self, view: &'c View, head: usize) -> Option<Hits<'c>> {
        let bucket = self.bucket(Class::Noun, view.word(head).noun)?;
        Some(Hits::of(bucket, view, head, false))
    }

    /// The cues whose adjective is at token `head`.
    pub(super) fn adjective<'c>(&'c self, view: &'c View, head: usize) -> Option<Hits<'c>> {
        let lemma = || self.bucket(Class::Adjective, view.word(head).adjective);
        let bucket = self
            .bucket(Class::Adjective, form(view, head))
            .or_else(lemma)?;
        Some(Hits::of(bucket, view, head, false))
    }

    /// Whether a fixed phrase begins with a word.
    pub(super) fn begins_phrase(&self, word: WordId) -> bool {
        self.place(Class::Phrase, word) != 0
    }

    /// The fixed phrases that begin at token `at`.
    pub(super) fn phrase<'c>(&'c self, view: &'c View, at: usize) -> Option<Hits<'c>> {
        let bucket = self.bucket(Class::Phrase, form(view, at))?;
        Some(Hits::of(bucket, view, at, false))
    }
}

fn form(view: &View, at: usize) -> WordId {
    view.tokens
        .get(at)
        .map(|token| token.word)
        .unwrap_or_default()
}
