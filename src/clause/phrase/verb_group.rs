//! Verb groups: auxiliaries, adverbs and the main verb, and what they say of voice, tense and modality.

use super::Chunker;
use crate::clause::tag::Tag;
use crate::clause::{Phrase, PhraseKind, Verb};
use crate::token::{Marker, Readings, TokenKind, Usage};

/// A verb group while it is read.
struct Group {
    start: usize,
    verb: Verb,
    main: Option<usize>,
    /// The last auxiliary so far.
    auxiliary: Option<usize>,
}

impl Chunker<'_> {
    /// A verb group from `start` on; `false` where there is none: *to* alone.
    pub(super) fn verb_group(&mut self, start: usize) -> bool {
        let mut group = Group {
            start,
            verb: Verb::default(),
            main: None,
            auxiliary: None,
        };
        let mut at = start;
        while let Some(next) = self.take(&mut group, at) {
            at = next;
        }
        let mut end = self.without_adverbs(&group, at);
        let Group {
            mut verb,
            main,
            auxiliary,
            ..
        } = group;
        // "to do it again": *do* itself is the verb.
        let main = main.or(auxiliary.filter(|at| verb.infinitive && self.tag(*at) == Tag::Do));
        let Some(head) = main.or(auxiliary) else {
            return false;
        };
        // An adverb between an auxiliary and what is no verb stays outside: "is | not | a country".
        if let Some(outside) = (end..at).rfind(|at| self.tag(*at) == Tag::Negation) {
            verb.negated = true;
            end = outside + 1;
        }
        verb.only_auxiliary = main.is_none();
        if self.tag(start) == Tag::Base && self.follows_help() {
            verb.infinitive = true;
            verb.finite = false;
        }
        let mut phrase = Phrase::new(PhraseKind::Verb, start, end, head);
        phrase.verb = verb;
        self.out.push(phrase);
        self.at = end;
        true
    }

    /// Takes the token at `at` into a group, and gives the next one to look at; `None` where the group ends before it.
    fn take(&self, group: &mut Group, at: usize) -> Option<usize> {
        match self.tag(at) {
            // "regretted | not recognising it"
            Tag::Negation if group.main.is_some() && self.tag(at + 1) == Tag::Ing => return None,
            Tag::Negation => group.verb.negated = true,
            Tag::Adverb => {}
            Tag::Mark if self.inner_adverbial(at) => return Some(at + 3),
            Tag::Mark if self.opens_quoted(group, at) => {}
            _ if group.main.is_some() => return None,
            Tag::To if group.auxiliary.is_none() => group.verb.infinitive = true,
            Tag::To if self.is_ought(group.verb.modal) => {}
            Tag::Modal => {
                group.verb.modal = Some(at);
                group.verb.finite = true;
                group.verb.negated |= self.has(at, Readings::NEGATIVE);
                group.auxiliary = Some(at);
            }
            Tag::Be | Tag::Have | Tag::Do => {
                self.auxiliary(&mut group.verb, at, group.auxiliary.is_some());
                group.auxiliary = Some(at);
            }
            tag if tag.is_verb() => {
                let after = group.auxiliary.map(|at| self.tag(at));
                if !self.main_fits(tag, after, group.verb.infinitive) {
                    return None;
                }
                self.main(&mut group.verb, tag, after);
                group.main = Some(at);
            }
            _ => return None,
        }
        Some(at + 1)
    }

    /// "ought | to mediate": the one modal that takes *to*.
    fn is_ought(&self, modal: Option<usize>) -> bool {
        modal.is_some_and(|at| self.marker(at) == Marker::Ought)
    }

    /// "to “vote your conscience”": the mark between *to* and its verb.
    fn opens_quoted(&self, group: &Group, at: usize) -> bool {
        at == group.start + 1
            && group.verb.infinitive
            && self.kind(at) == TokenKind::QuoteOpen
            && self.tag(at + 1) == Tag::Base
    }

    /// Where a group ends whose last token is before `end`, the adverbs behind its verb left out.
    fn without_adverbs(&self, group: &Group, mut end: usize) -> usize {
        while end > group.start + 1
            && matches!(self.tag(end - 1), Tag::Adverb | Tag::Negation)
            && group.main.is_none_or(|main| end - 1 > main)
        {
            end -= 1;
        }
        end
    }

    /// "helped | settle the dispute": an infinitive without *to*.
    fn follows_help(&self) -> bool {
        self.out.last().is_some_and(|before| {
            before.kind == PhraseKind::Verb && self.usage(before.head).any(Usage::HELPING_VERB)
        })
    }

    /// ", however," or ", in turn," inside a verb group is too rare to know; one adverb between commas is not.
    fn inner_adverbial(&self, at: usize) -> bool {
        let comma = |at: usize| self.kind(at) == TokenKind::Comma;
        comma(at)
            && self.tag(at + 1) == Tag::Adverb
            && comma(at + 2)
            && at > 0
            && matches!(
                self.tag(at - 1),
                Tag::Modal | Tag::Have | Tag::Be | Tag::Do | Tag::Negation
            )
            && matches!(self.tag(at + 3), Tag::Base | Tag::Participle | Tag::Ing)
    }

    fn auxiliary(&self, verb: &mut Verb, at: usize, after_other: bool) {
        let word = self.marker(at);
        match word {
            Marker::Being | Marker::Having => verb.ing = !verb.finite,
            Marker::Been => verb.perfect = true,
            Marker::Be if !verb.infinitive && !after_other => {}
            Marker::Be | Marker::Have | Marker::Do if verb.infinitive || after_other => {}
            _ => verb.finite = true,
        }
        if self.tag(at) == Tag::Have {
            verb.perfect = true;
        }
        verb.past |= matches!(word, Marker::Was | Marker::Were | Marker::Had | Marker::Did);
    }

    fn main_fits(&self, tag: Tag, auxiliary: Option<Tag>, infinitive: bool) -> bool {
        match (tag, auxiliary) {
            (Tag::Base, Some(Tag::Modal | Tag::Do)) => true,
            (Tag::Base, None) => true,
            (Tag::Participle, Some(Tag::Be | Tag::Have)) => true,
            (Tag::Ing, Some(Tag::Be)) => true,
            (Tag::Third | Tag::Past | Tag::Participle | Tag::Ing, None) => !infinitive,
            _ => false,
        }
    }

    fn main(&self, verb: &mut Verb, tag: Tag, auxiliary: Option<Tag>) {
        match (tag, auxiliary) {
            (Tag::Participle, Some(Tag::Be)) => verb.passive = true,
            (Tag::Participle, None) => {
                verb.passive = true;
                verb.participle = true;
            }
            (Tag::Ing, None) => verb.ing = true,
            (Tag::Base, None) if !verb.infinitive => verb.finite = true,
            (Tag::Third, None) => verb.finite = true,
            (Tag::Past, None) => {
                verb.finite = true;
                verb.past = true;
            }
            _ => {}
        }
    }
}
