//! The cues of a pack, by the word that decides: one look-up a phrase.

use std::sync::Arc;

use crate::clause::{Tag, View};
use crate::pack::{AttributionCue, Complement, ListId, RuleId, Rules, WordClass};
use crate::token::{Lexicon, Readings, WordId, folded};

use super::Sense;

/// How many words may stand between the words of a cue: "expressed its | very grave | concern".
const INSIDE: usize = 4;
/// How many words an object between a verb and its particle may have: "called the figure into question".
const OBJECT_INSIDE: usize = 7;

/// The constructions that a cue takes, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Takes(u16);

impl Takes {
    pub(super) fn of(list: &[Complement]) -> Self {
        list.iter()
            .fold(Self::default(), |all, one| Self(all.0 | 1 << (*one as u16)))
    }

    pub(super) fn has(self, one: Complement) -> bool {
        self.0 & (1 << (one as u16)) != 0
    }

    pub(super) fn any(self, list: &[Complement]) -> bool {
        list.iter().any(|one| self.has(*one))
    }

    fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// One way to write a cue.
#[derive(Clone, Debug)]
struct Entry {
    rule: RuleId,
    sense: Sense,
    takes: Takes,
    /// The words after the one that decides.
    rest: Vec<Step>,
    /// The verb stands in the passive ("be quoted as saying").
    passive: bool,
    /// The nouns that it asks for beside it.
    beside: Arc<Beside>,
}

impl Entry {
    /// The bit of its first further word in a [`reach`]; all bits where any word may do, or none is needed.
    fn first(&self) -> u64 {
        match self.rest.first() {
            Some(Step::Word(id)) => bit(*id),
            Some(Step::Possessive) | None => u64::MAX,
        }
    }

    /// Whether it asks for certain nouns beside it.
    fn asks(&self) -> bool {
        !self.beside.subjects.is_empty() || !self.beside.objects.is_empty()
    }
}

/// The nouns that a cue asks for, sorted; empty where any will do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Beside {
    subjects: Vec<WordId>,
    objects: Vec<WordId>,
}

impl Beside {
    fn of(rules: &Rules, lexicon: &Lexicon, subject: &[ListId], object: &[ListId]) -> Self {
        let nouns = |lists: &[ListId]| {
            let words = lists
                .iter()
                .filter_map(|list| rules.lists.get(usize::from(*list)))
                .flat_map(|list| list.words.iter())
                .filter_map(|phrase| phrase.words().next_back());
            let mut ids: Vec<WordId> = words.map(|word| lexicon.look_up(&folded(word))).collect();
            ids.retain(|id| id.is_known());
            ids.sort_unstable();
            ids.dedup();
            ids
        };
        Self {
            subjects: nouns(subject),
            objects: nouns(object),
        }
    }
}

fn is_one_of(nouns: &[WordId], view: &View, head: usize) -> bool {
    let form = view
        .tokens
        .get(head)
        .map(|token| token.word)
        .unwrap_or_default();
    nouns.is_empty()
        || nouns.binary_search(&view.word(head).noun).is_ok()
        || nouns.binary_search(&form).is_ok()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Word(WordId),
    /// "one's": any possessive.
    Possessive,
}

/// The entries of one word.
#[derive(Clone, Debug, Default)]
struct Bucket {
    /// Longer cues first, of those equally long the ones that ask for no noun beside them, then by rule.
    entries: Vec<Entry>,
    /// [`Entry::first`] of each, side by side: most entries are ruled out by it, without a look at them.
    firsts: Vec<u64>,
}

/// Words of one class, by the id of the word that decides.
#[derive(Clone, Debug, Default)]
struct Index {
    /// For each word one more than its place in `buckets`; 0 for a word that is no cue.
    first: Vec<u16>,
    buckets: Vec<Bucket>,
}

impl Index {
    fn put(&mut self, word: WordId, entry: Entry) {
        let at = word.0 as usize;
        if self.first.len() <= at {
            self.first.resize(at + 1, 0);
        }
        let Some(slot) = self.first.get_mut(at) else {
            return;
        };
        if *slot == 0 {
            self.buckets.push(Bucket::default());
            *slot = u16::try_from(self.buckets.len()).unwrap_or(0);
        }
        if let Some(bucket) = usize::from(*slot)
            .checked_sub(1)
            .and_then(|at| self.buckets.get_mut(at))
        {
            bucket.entries.push(entry);
        }
    }

    /// Puts the entries of each word in order, once all are there.
    fn sort(&mut self) {
        for bucket in &mut self.buckets {
            bucket.entries.sort_by(|a, b| {
                b.rest
                    .len()
                    .cmp(&a.rest.len())
                    .then_with(|| a.asks().cmp(&b.asks()))
                    .then_with(|| a.rule.cmp(&b.rule))
            });
            bucket.firsts = bucket.entries.iter().map(Entry::first).collect();
        }
    }

    fn bucket(&self, word: WordId) -> Option<&Bucket> {
        let slot = self.first.get(word.0 as usize).copied().unwrap_or(0);
        self.buckets.get(usize::from(slot).checked_sub(1)?)
    }
}

/// All cues of a pack.
#[derive(Clone, Debug, Default)]
pub(super) struct Cues {
    verbs: Index,
    nouns: Index,
    adjectives: Index,
    phrases: Index,
    be: WordId,
    /// Past forms that are verbs of their own too: "found", "felt".
    pasts: Vec<(WordId, WordId)>,
}

/// The words of a cue as they stand in a sentence: of several rules, where they are written alike.
#[derive(Clone, Copy)]
pub(super) struct Hit<'c> {
    /// From the first rule that is met here to the last; those between that are not met are asked again by [`Hit::rule`].
    entries: &'c [Entry],
    met: Met<'c>,
    pub(super) takes: Takes,
    /// Token after its last word.
    pub(super) end: usize,
    /// An object between its words.
    pub(super) object: Option<(usize, usize)>,
    /// Its number of words.
    pub(super) length: usize,
}

impl Hit<'_> {
    /// Whether the noun at token `head` may be that of the source.
    pub(super) fn takes_subject(&self, view: &View, head: usize) -> bool {
        self.entries
            .first()
            .is_none_or(|entry| is_one_of(&entry.beside.subjects, view, head))
    }

    /// Whether the noun at token `head` may be that of a nominal content.
    pub(super) fn takes_object(&self, view: &View, head: usize) -> bool {
        self.entries
            .first()
            .is_none_or(|entry| is_one_of(&entry.beside.objects, view, head))
    }

    /// Whether it asks for certain nouns as its source.
    pub(super) fn asks_subject(&self) -> bool {
        self.entries
            .first()
            .is_some_and(|entry| !entry.beside.subjects.is_empty())
    }

    /// Whether it asks for certain nouns beside it.
    pub(super) fn asks(&self) -> bool {
        self.entries.first().is_some_and(|entry| entry.asks())
    }

    /// The rule that takes a construction, and what it says of it.
    pub(super) fn rule(&self, frame: Complement) -> Option<(RuleId, Sense)> {
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
pub(super) struct Hits<'c> {
    /// What is still to be tried.
    entries: &'c [Entry],
    firsts: &'c [u64],
    met: Met<'c>,
}

impl Hits<'_> {
    /// Whether nothing is left to be tried.
    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The first entry from index `from` on that is met.
    fn next_met(&self, from: usize) -> Option<(usize, &Entry, Rest)> {
        let firsts = self.firsts.iter().enumerate().skip(from);
        firsts
            .filter(|(_, first)| *first & self.met.reach != 0)
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
        let length = one.rest.len() + 1;
        let mut takes = one.takes;
        let mut until = first + 1;
        while let Some((at, entry, other)) = self.next_met(until) {
            if other != rest || entry.rest.len() + 1 != length || entry.beside != one.beside {
                break;
            }
            takes = takes.with(entry.takes);
            until = at + 1;
        }
        let hit = Hit {
            entries: self.entries.get(first..until)?,
            met: self.met,
            takes,
            end: rest.0,
            object: rest.1,
            length,
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
    /// What a further word can be, see [`reach`].
    reach: u64,
}

impl Met<'_> {
    /// Where the further words of an entry end, and the object between them, if they are there.
    fn rest(&self, entry: &Entry) -> Option<Rest> {
        if entry.passive && !self.passive {
            return None;
        }
        rest_matches(entry, self.view, self.head + 1)
    }
}

impl Cues {
    pub(super) fn new(rules: &Rules, lexicon: &Lexicon) -> Self {
        let mut cues = Self {
            be: lexicon.look_up("be"),
            pasts: [
                ("found", "find"),
                ("felt", "feel"),
                ("saw", "see"),
                ("fell", "fall"),
                ("lay", "lie"),
                ("bound", "bind"),
            ]
            .iter()
            .map(|(past, verb)| (lexicon.look_up(past), lexicon.look_up(verb)))
            .collect(),
            ..Self::default()
        };
        for cue in &rules.attributions {
            let takes = Takes::of(&cue.takes);
            let beside = Arc::new(Beside::of(rules, lexicon, &cue.subject, &cue.object));
            for (class, phrase) in cue.words.iter() {
                let words: Vec<&str> = phrase.words().collect();
                cues.add(lexicon, *class, &words, cue, takes, &beside);
            }
        }
        for index in [
            &mut cues.verbs,
            &mut cues.nouns,
            &mut cues.adjectives,
            &mut cues.phrases,
        ] {
            index.sort();
        }
        cues
    }

    fn add(
        &mut self,
        lexicon: &Lexicon,
        class: WordClass,
        words: &[&str],
        cue: &AttributionCue,
        takes: Takes,
        beside: &Arc<Beside>,
    ) {
        let mut ids: Vec<Step> = words.iter().flat_map(|word| steps(lexicon, word)).collect();
        let word_of = |step: Option<&Step>| match step {
            Some(Step::Word(id)) => *id,
            _ => WordId::UNKNOWN,
        };
        let mut passive = false;
        let index = match class {
            WordClass::Verb => {
                let is_adverb = |id: WordId| {
                    lexicon.word(id).readings.any(Readings::ADVERB)
                        && !lexicon.word(id).readings.any(Readings::VERB)
                };
                while ids.len() > 1 && is_adverb(word_of(ids.first())) {
                    ids.remove(0);
                }
                let second = lexicon.word(word_of(ids.get(1)));
                if word_of(ids.first()) == self.be
                    && second.readings.any(Readings::PARTICIPLE)
                    && second.verb.is_known()
                {
                    ids.remove(0);
                    if let Some(first) = ids.first_mut() {
                        *first = Step::Word(second.verb);
                    }
                    passive = true;
                }
                &mut self.verbs
            }
            WordClass::Noun | WordClass::Agent => {
                // The last word decides: "vote of confidence" is met at "vote", "point of view" too.
                &mut self.nouns
            }
            WordClass::Adjective => &mut self.adjectives,
            WordClass::Phrase => &mut self.phrases,
        };
        let known = ids.iter().all(|step| {
            *step == Step::Possessive || matches!(step, Step::Word(id) if id.is_known())
        });
        let first = word_of(ids.first());
        if !known || !first.is_known() {
            return;
        }
        ids.remove(0);
        let entry = Entry {
            rule: cue.id.clone(),
            sense: cue.sense,
            takes,
            beside: Arc::clone(beside),
            rest: ids,
            passive,
        };
        index.put(first, entry);
    }

    /// The cues whose verb is at token `head`, the longest first.
    pub(super) fn verb<'c>(&'c self, view: &'c View, head: usize, passive: bool) -> Hits<'c> {
        let is_be = view.tags.get(head) == Some(&Tag::Be);
        let lemma = view.word(head).verb;
        let is_past = matches!(view.tags.get(head), Some(Tag::Past | Tag::Participle));
        let form = view.tokens.get(head).map(|token| token.word);
        let id = match self
            .pasts
            .iter()
            .find(|(past, _)| *past == lemma && form == Some(*past))
        {
            _ if is_be => self.be,
            Some((_, of)) if is_past => *of,
            _ => lemma,
        };
        hits(self.verbs.bucket(id), view, head, passive)
    }

    /// The cues whose noun is at token `head`.
    pub(super) fn noun<'c>(&'c self, view: &'c View, head: usize) -> Hits<'c> {
        hits(self.nouns.bucket(view.word(head).noun), view, head, false)
    }

    /// The cues whose adjective is at token `head`.
    pub(super) fn adjective<'c>(&'c self, view: &'c View, head: usize) -> Hits<'c> {
        let form = view
            .tokens
            .get(head)
            .map(|token| token.word)
            .unwrap_or_default();
        let lemma = view.word(head).adjective;
        let bucket = self.adjectives.bucket(form);
        hits(
            bucket.or_else(|| self.adjectives.bucket(lemma)),
            view,
            head,
            false,
        )
    }

    /// Whether a fixed phrase begins with a word.
    pub(super) fn begins_phrase(&self, word: WordId) -> bool {
        self.phrases
            .first
            .get(word.0 as usize)
            .is_some_and(|slot| *slot != 0)
    }

    /// The fixed phrases that begin at token `at`.
    pub(super) fn phrase<'c>(&'c self, view: &'c View, at: usize) -> Hits<'c> {
        let form = view
            .tokens
            .get(at)
            .map(|token| token.word)
            .unwrap_or_default();
        hits(self.phrases.bucket(form), view, at, false)
    }
}

/// The word of a cue as the lexicon has it; a hyphenated word that it hasn't is its parts.
fn steps(lexicon: &Lexicon, word: &str) -> Vec<Step> {
    let folded = folded(word);
    if matches!(&*folded, "one's" | "one’s") {
        return vec![Step::Possessive];
    }
    let whole = lexicon.look_up(&folded);
    if whole.is_known() || !folded.contains('-') {
        return vec![Step::Word(whole)];
    }
    folded
        .split('-')
        .map(|part| Step::Word(lexicon.look_up(part)))
        .collect()
}

/// What is to be tried of a word's cues at token `head`.
fn hits<'c>(bucket: Option<&'c Bucket>, view: &'c View, head: usize, passive: bool) -> Hits<'c> {
    let (entries, firsts) = bucket.map_or((&[][..], &[][..]), |bucket| {
        (bucket.entries.as_slice(), bucket.firsts.as_slice())
    });
    // The longer ones stand first.
    let needs_more = entries.first().is_some_and(|entry| !entry.rest.is_empty());
    Hits {
        entries,
        firsts,
        met: Met {
            view,
            head,
            passive,
            reach: if needs_more { reach(view, head) } else { ANY },
        },
    }
}

/// The bit that is set in each [`reach`], so that a cue of one word is in it.
const ANY: u64 = 1 << 63;

fn bit(id: WordId) -> u64 {
    1 << (id.0 % 63)
}

/// The words that a second word of a cue could meet, as a set of bits: one that isn't in it need not be looked for.
fn reach(view: &View, head: usize) -> u64 {
    let mut bits = ANY;
    let ahead = head + 1..(head + 2 + INSIDE.max(OBJECT_INSIDE)).min(view.tokens.len());
    for at in ahead {
        let word = view.word(at);
        let form = view
            .tokens
            .get(at)
            .map(|token| token.word)
            .unwrap_or_default();
        bits |= bit(form) | bit(word.noun) | bit(word.verb) | bit(word.adjective);
        if !view.tags.get(at).is_some_and(|tag| may_be_passed(*tag)) {
            break;
        }
    }
    bits
}

/// Whether a word may stand between the words of a cue, by [`find_step`] or [`step_after_object`].
fn may_be_passed(tag: Tag) -> bool {
    tag.is_noun()
        || matches!(
            tag,
            Tag::Determiner
                | Tag::Possessive
                | Tag::Adjective
                | Tag::Adverb
                | Tag::Negation
                | Tag::Number
                | Tag::Participle
                | Tag::Pronoun
                | Tag::Owner
                | Tag::Preposition
        )
}

/// Where the further words of a cue end, and the object between them.
type Rest = (usize, Option<(usize, usize)>);

fn rest_matches(entry: &Entry, view: &View, from: usize) -> Option<Rest> {
    let mut at = from;
    let mut object = None;
    for (index, step) in entry.rest.iter().enumerate() {
        // "in | the senator's | view"
        if *step == Step::Possessive
            && view.tags.get(from.saturating_sub(1)) == Some(&Tag::Preposition)
        {
            let end = owner_end(view, at)?;
            object = Some((at, end));
            at = end;
            continue;
        }
        match find_step(*step, view, at) {
            Some(found) => at = found + 1,
            None if index == 0
                && entry
                    .takes
                    .any(&[Complement::Noun, Complement::PrepositionNoun]) =>
            {
                let found = step_after_object(*step, view, at)?;
                object = Some((at, found));
                at = found + 1;
            }
            None => return None,
        }
    }
    Some((at, object))
}

/// The token after an owner with its clitic, or after a possessive, that begins at a token.
fn owner_end(view: &View, at: usize) -> Option<usize> {
    if view.tags.get(at) == Some(&Tag::Possessive) {
        return Some(at + 1);
    }
    (at + 1..at + 1 + OBJECT_INSIDE)
        .take_while(|at| {
            view.tags.get(*at).is_some_and(|tag| {
                tag.is_noun()
                    || matches!(
                        tag,
                        Tag::Determiner | Tag::Adjective | Tag::Number | Tag::Owner
                    )
            })
        })
        .find(|at| view.tags.get(*at) == Some(&Tag::Owner))
        .map(|at| at + 1)
}

fn meets(step: Step, view: &View, at: usize) -> bool {
    match step {
        Step::Possessive => matches!(view.tags.get(at), Some(Tag::Possessive)),
        Step::Word(id) => {
            let word = view.word(at);
            view.tokens.get(at).is_some_and(|token| token.word == id)
                || word.noun == id
                || word.verb == id
                || word.adjective == id
        }
    }
}

/// The next word of a cue: at once, or after articles, possessives, adjectives and adverbs.
fn find_step(step: Step, view: &View, from: usize) -> Option<usize> {
    let mut at = from;
    while at <= from + INSIDE {
        if meets(step, view, at) {
            return Some(at);
        }
        match view.tags.get(at)? {
            Tag::Determiner
            | Tag::Possessive
            | Tag::Adjective
            | Tag::Adverb
            | Tag::Negation
            | Tag::Number => at += 1,
            Tag::Participle if at > from => at += 1,
            _ => return None,
        }
    }
    None
}

/// A particle or noun behind an object: "laid the blame | on", "called the figure | into question".
fn step_after_object(step: Step, view: &View, from: usize) -> Option<usize> {
    let mut at = from;
    while at < from + OBJECT_INSIDE {
        if at > from && meets(step, view, at) {
            return Some(at);
        }
        match view.tags.get(at)? {
            Tag::Determiner
            | Tag::Possessive
            | Tag::Adjective
            | Tag::Noun
            | Tag::Plural
            | Tag::Proper
            | Tag::Pronoun
            | Tag::Number
            | Tag::Owner => at += 1,
            Tag::Preposition if view.marker_text(at) == "of" => at += 1,
            _ => return None,
        }
    }
    None
}
