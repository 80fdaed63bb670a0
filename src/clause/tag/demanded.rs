//! Words that could be nouns, where what stands before waits for a verb: "demands Chile | lift the siege", "the demand that Peru | list it", "is considering |
//! imposing sanctions".

use super::{Tag, Tagger};
use crate::token::{Marker, Readings, Usage};

impl Tagger<'_> {
    /// "demands Chile | lift the siege", "helped Chile | lift it": what is demanded of a name, without *that*, or what it is let or made to do.
    pub(super) fn is_demanded(&self, index: usize, readings: Readings, last: Option<Tag>) -> bool {
        let object = || {
            self.opens_object(index + 1)
                || matches!(self.marker(index + 1), Marker::As | Marker::With)
                || readings.any(Readings::VERB_FIRST) && self.noun_like(index + 1)
        };
        if !(last == Some(Tag::Proper) && readings.any(Readings::BASE) && object()) {
            return false;
        }
        let mut before = self.tags.iter().enumerate().take(index).rev();
        before
            .find(|(_, tag)| **tag != Tag::Proper)
            .is_some_and(|(at, tag)| {
                let demands = Usage::DEMANDING_VERB
                    .with(Usage::CAUSATIVE_VERB)
                    .with(Usage::HELPING_VERB);
                let makes = matches!(self.text(at), "make" | "makes" | "made" | "making");
                tag.is_verb() && (makes || self.usage(at).any(demands))
            })
    }

    /// Whether the noun before *that* is one for what is asked of somebody.
    pub(super) fn is_demand_that(&self, index: usize) -> bool {
        let that = (0..index)
            .rev()
            .find(|at| self.tags.get(*at) == Some(&Tag::That));
        let before = that.and_then(|that| that.checked_sub(1));
        before.is_some_and(|at| {
            matches!(
                self.text(at),
                "demand"
                    | "demands"
                    | "request"
                    | "proposal"
                    | "suggestion"
                    | "recommendation"
                    | "insistence"
                    | "condition"
            )
        })
    }

    /// "that Peru withdraw from Congolese | soil": whether the clause that *that* opens has a verb already.
    pub(super) fn has_verb_behind_that(&self, index: usize) -> bool {
        let before = self.tags.iter().take(index).rev();
        let mut inside = before.take_while(|tag| **tag != Tag::That);
        inside.any(|tag| tag.is_verb())
    }

    /// "is considering | imposing sanctions", "stopped | hosting talks": what a verb of deeds in -ing is followed by, where that takes an object.
    pub(super) fn is_considered(&self, index: usize) -> bool {
        let lemma = |at: usize| {
            self.words
                .get(at)
                .map_or("", |word| self.lexicon.text(word.word.verb))
        };
        let before = index
            .checked_sub(1)
            .filter(|at| self.tags.get(*at).is_some_and(|tag| tag.is_verb()));
        let takes = before.is_some_and(|at| {
            matches!(
                lemma(at),
                "consider"
                    | "contemplate"
                    | "mull"
                    | "deny"
                    | "admit"
                    | "avoid"
                    | "suggest"
                    | "propose"
                    | "recommend"
                    | "advocate"
                    | "regret"
                    | "resume"
                    | "postpone"
                    | "quit"
                    | "stop"
                    | "start"
                    | "begin"
                    | "continue"
                    | "keep"
                    | "favour"
                    | "favor"
                    | "risk"
                    | "discuss"
            )
        });
        takes
            && matches!(
                lemma(index),
                "host" | "impose" | "send" | "lift" | "ban" | "sell" | "arm" | "supply" | "hold"
            )
    }
}
