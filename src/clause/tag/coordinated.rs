//! Words after *and*, *or*, *but*: the form of a verb that stands before the coordinator goes on.

use super::{AHEAD, Tag, Tagger};
use crate::token::{Readings, Usage};

impl Tagger<'_> {
    /// After *and*, *or*, *but*: what the words before the coordinator were.
    pub(super) fn coordinated(&self, index: usize, readings: Readings) -> Tag {
        let last_verb = self
            .tags
            .iter()
            .rev()
            .take(AHEAD)
            .find(|tag| tag.is_verb())
            .copied();
        let next = self.readings(index + 1);
        let object = self.opens_object(index + 1)
            || (next.any(Readings::WH) && self.usage(index).any(Usage::SPEECH));
        // "accuses it of having broken the truce, but | vows to keep it"
        if readings.any(Readings::THIRD)
            && next.any(Readings::TO)
            && self.readings(index + 2).any(Readings::BASE)
            && (self.usage(index).any(Usage::INFINITIVE_VERB) || self.intends(index))
            && self
                .tags
                .iter()
                .rev()
                .take(AHEAD)
                .any(|tag| *tag == Tag::Third)
        {
            return Tag::Third;
        }
        // "promises to lower prices and | attacks the banks"
        let above = last_verb == Some(Tag::Base)
            && !readings.any(Readings::BASE)
            && self
                .tags
                .iter()
                .rev()
                .take(AHEAD)
                .any(|tag| *tag == Tag::Third);
        let same = match last_verb {
            Some(Tag::Base) if above && readings.any(Readings::THIRD) && object => {
                return Tag::Third;
            }
            Some(Tag::Base) => readings.any(Readings::BASE),
            Some(Tag::Third) => readings.any(Readings::THIRD),
            Some(Tag::Past) => readings.any(Readings::PAST),
            Some(Tag::Participle) => readings.any(Readings::PARTICIPLE),
            Some(Tag::Ing) => readings.any(Readings::ING),
            _ => false,
        };
        match last_verb {
            // "to infiltrate … and build friendships": a verb first of all, with a plural after it.
            Some(tag @ Tag::Base)
                if same && readings.any(Readings::VERB_FIRST) && next.any(Readings::PLURAL) =>
            {
                tag
            }
            Some(tag) if same && object => tag,
            // "closed its embassy and | cut ties with": a past that looks like its noun, with a plural after it.
            Some(tag @ Tag::Past)
                if same
                    && readings.any(Readings::BASE)
                    && next.any(Readings::PLURAL)
                    && !next.any(Readings::ADJECTIVE) =>
            {
                tag
            }
            Some(tag @ Tag::Ing) if same && self.shares_object(index) => tag,
            _ => self.nominal(index, readings),
        }
    }

    /// "and | means to leave", but "ways and | means to leave".
    fn intends(&self, index: usize) -> bool {
        let before = index.checked_sub(2);
        self.text(index) == "means" && before.is_some_and(|before| self.text(before) != "ways")
    }

    /// "of forging and | expanding ties": an -ing form right behind another that has no object yet, and a noun for both.
    pub(super) fn shares_object(&self, index: usize) -> bool {
        let mut before = self.tags.iter().rev().filter(|tag| **tag != Tag::Adverb);
        before.next() == Some(&Tag::Coordinator)
            && before.next() == Some(&Tag::Ing)
            && self.noun_like(index + 1)
    }

    /// "strong and | growing ties": an -ing form beside an adjective, before a noun; not in "is unlawful and threatening peace".
    pub(super) fn describes_too(&self, index: usize) -> bool {
        let mut before = self.tags.iter().rev();
        before.next() == Some(&Tag::Coordinator)
            && before.next() == Some(&Tag::Adjective)
            && !matches!(before.next(), Some(Tag::Be | Tag::Adverb))
            && self.noun_like(index + 1)
    }
}
