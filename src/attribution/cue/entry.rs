//! One way to write a cue: its words, what it takes, and the nouns that it asks for beside it.

use std::sync::Arc;

use crate::attribution::Sense;
use crate::clause::View;
use crate::pack::{AttributionCue, Complement, ListId, RuleId, Rules, WordClass};
use crate::token::{Lexicon, Readings, WordId, folded};

use super::reach::Reach;

/// The constructions that a cue takes, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::attribution) struct Takes(pub(super) u16);

impl Takes {
    pub(super) fn of(list: &[Complement]) -> Self {
        list.iter()
            .fold(Self::default(), |all, one| Self(all.0 | 1 << (*one as u16)))
    }

    pub(in crate::attribution) fn has(self, one: Complement) -> bool {
        self.0 & (1 << (one as u16)) != 0
    }

    pub(in crate::attribution) fn any(self, list: &[Complement]) -> bool {
        list.iter().any(|one| self.has(*one))
    }

    pub(super) fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// One way to write a cue.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) rule: RuleId,
    pub(super) sense: Sense,
    pub(super) takes: Takes,
    /// The words after the one that decides.
    pub(super) rest: Vec<Step>,
    /// The verb stands in the passive ("be quoted as saying").
    pub(super) passive: bool,
    /// The nouns that it asks for beside it.
    pub(super) beside: Arc<Beside>,
}

impl Entry {
    /// What a [`Reach`] must have for its first further word to be there.
    pub(super) fn first(&self) -> Reach {
        match self.rest.first() {
            Some(Step::Word(id)) => Reach::of(*id),
            Some(Step::Possessive) | None => Reach::default(),
        }
    }

    /// Whether it asks for certain nouns beside it.
    pub(super) fn asks(&self) -> bool {
        !self.beside.subjects.is_empty() || !self.beside.objects.is_empty()
    }
}

/// The nouns that a cue asks for, sorted; empty where any will do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Beside {
    pub(super) subjects: Vec<WordId>,
    pub(super) objects: Vec<WordId>,
}

impl Beside {
    pub(super) fn of(
        rules: &Rules,
        lexicon: &Lexicon,
        subject: &[ListId],
        object: &[ListId],
    ) -> Self {
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

pub(super) fn is_one_of(nouns: &[WordId], view: &View, head: usize) -> bool {
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
pub(super) enum Step {
    Word(WordId),
    /// "one's": any possessive.
    Possessive,
}

/// A cue's words as the lexicon has them.
pub(super) struct Written {
    /// The word that decides, by which the cue is looked up.
    pub(super) first: WordId,
    /// The words after it.
    rest: Vec<Step>,
    /// The verb stands in the passive.
    passive: bool,
}

impl Written {
    /// The words of a cue; `None` where the lexicon lacks one.
    pub(super) fn of(lexicon: &Lexicon, class: WordClass, words: &[&str]) -> Option<Self> {
        let mut steps: Vec<Step> = words.iter().flat_map(|word| steps(lexicon, word)).collect();
        let passive = class == WordClass::Verb && is_passive_verb(lexicon, &mut steps);
        let known = steps.iter().all(|step| {
            *step == Step::Possessive || matches!(step, Step::Word(id) if id.is_known())
        });
        let first = word_of(steps.first());
        if !known || !first.is_known() {
            return None;
        }
        steps.remove(0);
        Some(Self {
            first,
            rest: steps,
            passive,
        })
    }

    /// The entry of a cue that is written so.
    pub(super) fn entry(self, cue: &AttributionCue, takes: Takes, beside: &Arc<Beside>) -> Entry {
        Entry {
            rule: cue.id.clone(),
            sense: cue.sense,
            takes,
            beside: Arc::clone(beside),
            rest: self.rest,
            passive: self.passive,
        }
    }
}

fn word_of(step: Option<&Step>) -> WordId {
    match step {
        Some(Step::Word(id)) => *id,
        _ => WordId::UNKNOWN,
    }
}

/// Brings the words of a verb to its lemma, without adverbs before it; whether they are a passive: "be quoted as saying".
fn is_passive_verb(lexicon: &Lexicon, steps: &mut Vec<Step>) -> bool {
    let readings = |step: Option<&Step>| lexicon.word(word_of(step)).readings;
    while steps.len() > 1
        && readings(steps.first()).any(Readings::ADVERB)
        && !readings(steps.first()).any(Readings::VERB)
    {
        steps.remove(0);
    }
    let second = lexicon.word(word_of(steps.get(1)));
    let passive = word_of(steps.first()) == lexicon.look_up("be")
        && second.readings.any(Readings::PARTICIPLE)
        && second.verb.is_known();
    if passive {
        steps.remove(0);
        if let Some(first) = steps.first_mut() {
            *first = Step::Word(second.verb);
        }
    }
    passive
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
