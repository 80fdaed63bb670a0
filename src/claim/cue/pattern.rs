//! One way to write a rule: its words, and whether they stand at a token.

use std::ops::Range;

use crate::clause::{PhraseKind, Tag, View};
use crate::pack::WordClass;
use crate::table::{Table, parts};
use crate::token::{Readings, TokenKind, WordId};

/// Between a verb and the rest of its words ("laid … down") at most this many tokens stand.
pub(in crate::claim) const GAP: usize = 8;

/// Words of a rule, compiled.
#[derive(Clone, Debug)]
pub(in crate::claim) struct Pattern {
    pub(in crate::claim) class: WordClass,
    /// The rule, as index into its list.
    pub(in crate::claim) rule: u32,
    pub(in crate::claim) first: Wanted,
    /// The word after the first, which is unknown where there is none.
    second: Wanted,
    /// The words after the second, which few have: their places in the list of all such words.
    pub(in crate::claim) more: Range<u32>,
}

/// A word that a pattern asks for.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::claim) struct Wanted {
    pub(in crate::claim) word: WordId,
    /// Whether only the word itself will do, none of its inflections.
    pub(in crate::claim) literal: bool,
}

/// The words after the second of all patterns of an index.
pub(in crate::claim) type More = Table<Wanted, 5>;

parts! {
    Pattern { class: WordClass, rule: u32, first: Wanted, second: Wanted, more: Range<u32> }
    Wanted { word: WordId, literal: bool }
}

/// A pattern that was met.
#[derive(Clone, Copy, Debug)]
pub(in crate::claim) struct Met {
    pub(in crate::claim) class: WordClass,
    /// The rule, as index into its list.
    pub(in crate::claim) rule: usize,
    /// How many words the pattern has.
    pub(in crate::claim) words: usize,
    /// The token that carries the grammar: the verb, or the last word of a noun.
    pub(in crate::claim) anchor: usize,
    pub(in crate::claim) start: usize,
    pub(in crate::claim) end: usize,
}

impl Met {
    /// A pattern of one word of a rule, which stands at a token.
    pub(in crate::claim) fn one_word(class: WordClass, rule: usize, token: usize) -> Self {
        Self {
            class,
            rule,
            words: 1,
            anchor: token,
            start: token,
            end: token + 1,
        }
    }
}

impl Pattern {
    pub(in crate::claim) fn new(
        class: WordClass,
        rule: u32,
        first: Wanted,
        second: Option<Wanted>,
        more: Range<u32>,
    ) -> Self {
        Self {
            class,
            rule,
            first,
            second: second.unwrap_or_default(),
            more,
        }
    }

    /// The word after the first, where there is one.
    pub(in crate::claim) fn second(&self) -> Option<Wanted> {
        Some(self.second).filter(|second| second.word.is_known())
    }

    /// How many words it has.
    fn len(&self) -> usize {
        1 + usize::from(self.second().is_some()) + self.more.len()
    }

    /// Where its words stand if they begin at a token; `more` are the further words of all patterns.
    pub(in crate::claim) fn met(&self, more: &More, view: &View, token: usize) -> Option<Met> {
        let tag = *view.tags.get(token)?;
        if self.class == WordClass::Verb {
            if !may_be_verb(view, token, tag) {
                return None;
            }
            let form = view.tokens.get(token)?.word;
            if view.word(token).verb != self.first.word && form != self.first.word {
                return None;
            }
            let end = self.verb_end(more, view, token)?;
            return Some(Met {
                class: self.class,
                rule: self.rule as usize,
                words: self.len(),
                anchor: token,
                start: token,
                end,
            });
        }
        if !self.first.meets(view, token) {
            return None;
        }
        let end = self.adjacent_end(more, view, token + 1)?;
        let anchor = (token..self.head_end(view, token, end)).rev().find(|at| {
            view.tags
                .get(*at)
                .is_some_and(|tag| carries(self.class, *tag))
        })?;
        Some(Met {
            class: self.class,
            rule: self.rule as usize,
            words: self.len(),
            anchor,
            start: token,
            end,
        })
    }

    /// Where the part of the words ends that can hold their head: "sponsor" of "sponsor of terrorism".
    fn head_end(&self, view: &View, start: usize, end: usize) -> usize {
        let noun = matches!(self.class, WordClass::Noun | WordClass::Agent);
        (start + 1..end)
            .find(|at| noun && view.tags.get(*at) == Some(&Tag::Preposition))
            .unwrap_or(end)
    }

    /// End of the rest right after `from`, or `None`.
    fn adjacent_end(&self, more: &More, view: &View, from: usize) -> Option<usize> {
        let Some(second) = self.second() else {
            return Some(from);
        };
        let end_of = |wanted: Wanted, from| {
            let at = after_marks(view, from);
            wanted.meets(view, at).then_some(at + 1)
        };
        let end = end_of(second, from)?;
        let mut more = more.within(&self.more).iter();
        more.try_fold(end, |at, wanted| end_of(wanted, at))
    }

    /// The same for a verb, whose particle or object may follow at a small distance in its clause.
    fn verb_end(&self, more: &More, view: &View, token: usize) -> Option<usize> {
        if self.second().is_none() {
            return Some(token + 1);
        }
        let clause = view.clause_at(token);
        (token + 1..=token + 1 + GAP)
            .take_while(|at| view.clause_at(*at) == clause)
            .find_map(|at| self.adjacent_end(more, view, at).map(|end| (at, end)))
            .filter(|(at, _)| self.more.is_empty() || !is_of_another(view, token, *at))
            .map(|(_, end)| end)
            .filter(|end| !is_other_side(view, token, *end))
    }
}

/// "lifted its old | ban on", but "dropped charges over the | ban on": whether a noun at a distance behind a verb is no object of the verb's, since
/// a noun with a preposition stands between.
fn is_of_another(view: &View, verb: usize, at: usize) -> bool {
    let noun = view.tags.get(at).is_some_and(|tag| tag.is_noun());
    let own = view.phrase_at(at).and_then(|id| view.phrase(id));
    noun && own.is_some_and(|own| {
        own.kind == PhraseKind::Noun
            && own.noun.is_some()
            && own.preposition.is_some_and(|before| before > verb + 1)
    })
}

/// "voted | for sanctions against", "voted | for the draft and Peru against": who is for a thing isn't against it, unless it is "for the first time", or
/// "for or against".
pub(in crate::claim) fn is_other_side(view: &View, verb: usize, end: usize) -> bool {
    let last = end.saturating_sub(1);
    let is_for_thing = |at: usize| {
        let noun = view.phrase_at(at + 1).and_then(|id| view.phrase(id));
        let thing = noun.is_some_and(|noun| {
            let head = noun.head;
            noun.kind == PhraseKind::Noun
                && view.noun_text(head) != "time"
                && !view.word(head).readings.any(Readings::MEASURE)
        });
        view.marker_text(at) == "for" && thing
    };
    view.marker_text(last) == "against" && (verb + 1..last).any(is_for_thing)
}

/// The classes in which a token can be the first or only word that the grammar hangs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::claim) struct Classes(u8);

parts! {
    Classes { 0: u8 }
}

impl Classes {
    /// Those of the token by its tag.
    pub(in crate::claim) fn at(view: &View, token: usize) -> Self {
        let Some(tag) = view.tags.get(token).copied() else {
            return Self(0);
        };
        let bit = |class: WordClass, is: bool| if is { Self::of(class).0 } else { 0 };
        let noun = carries(WordClass::Noun, tag);
        Self(
            bit(WordClass::Phrase, true)
                | bit(WordClass::Noun, noun)
                | bit(WordClass::Agent, noun)
                | bit(WordClass::Adjective, carries(WordClass::Adjective, tag))
                | bit(WordClass::Verb, may_be_verb(view, token, tag)),
        )
    }

    pub(in crate::claim) const NONE: Self = Self(0);

    /// Those that are in both.
    pub(in crate::claim) fn both(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Those that are not in the other.
    pub(in crate::claim) fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// One class alone.
    pub(in crate::claim) fn of(class: WordClass) -> Self {
        Self(1 << class as u8)
    }

    /// The first of them.
    pub(in crate::claim) fn one(self) -> WordClass {
        match self.0.trailing_zeros() {
            0 => WordClass::Verb,
            1 => WordClass::Noun,
            2 => WordClass::Agent,
            3 => WordClass::Adjective,
            _ => WordClass::Phrase,
        }
    }

    /// Whether one of some classes is among them.
    pub(in crate::claim) fn any(self, classes: Self) -> bool {
        self.0 & classes.0 != 0
    }
}

impl Wanted {
    fn meets(self, view: &View, at: usize) -> bool {
        let Some(token) = view.tokens.get(at) else {
            return false;
        };
        if token.word == self.word {
            return true;
        }
        if self.literal {
            return false;
        }
        let word = view.word(at);
        word.noun == self.word || word.verb == self.word || word.adjective == self.word
    }
}

/// The token at or after `at` that is no quotation mark.
pub(in crate::claim) fn after_marks(view: &View, mut at: usize) -> usize {
    while view
        .tokens
        .get(at)
        .is_some_and(|token| matches!(token.kind, TokenKind::QuoteOpen | TokenKind::QuoteClose))
    {
        at += 1;
    }
    at
}

/// Whether a word of a class can be what the grammar hangs on: "hope" in "hope for".
fn carries(class: WordClass, tag: Tag) -> bool {
    match class {
        WordClass::Noun | WordClass::Agent => {
            tag.is_noun() || matches!(tag, Tag::Adjective | Tag::Number)
        }
        WordClass::Adjective => matches!(
            tag,
            Tag::Adjective | Tag::Participle | Tag::Noun | Tag::Proper | Tag::Adverb
        ),
        WordClass::Phrase | WordClass::Verb => true,
    }
}

/// Whether a token can be the verb of a rule.
fn may_be_verb(view: &View, token: usize, tag: Tag) -> bool {
    is_verb(tag) || is_verbal_adjective(view, token, tag) || is_main(view, token, tag)
}

fn is_verb(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Base | Tag::Third | Tag::Past | Tag::Participle | Tag::Ing
    )
}

/// *Be*, *have* or *do* as the verb of a clause, and no auxiliary.
fn is_main(view: &View, token: usize, tag: Tag) -> bool {
    matches!(tag, Tag::Be | Tag::Have | Tag::Do)
        && view
            .phrase_at(token)
            .and_then(|id| view.phrase(id))
            .is_some_and(|phrase| phrase.head == token)
}

/// "the besieged city", "a Russian-brokered truce": a participle before its noun.
pub(in crate::claim) fn is_verbal_adjective(view: &View, token: usize, tag: Tag) -> bool {
    tag == Tag::Adjective
        && view
            .word(token)
            .readings
            .any(Readings::PARTICIPLE | Readings::ING)
}

/// The word itself and the lemmas that its tag allows.
pub(in crate::claim) fn forms(view: &View, token: usize) -> [WordId; 4] {
    let form = view
        .tokens
        .get(token)
        .map(|token| token.word)
        .unwrap_or_default();
    let word = view.word(token);
    [form, word.noun, word.verb, word.adjective]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_class_alone_is_that_class() {
        for class in [
            WordClass::Verb,
            WordClass::Noun,
            WordClass::Agent,
            WordClass::Adjective,
            WordClass::Phrase,
        ] {
            assert_eq!(Classes::of(class).one(), class);
        }
    }
}
