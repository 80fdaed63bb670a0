//! Words that are no verb where they stand: nouns, adjectives, and verbs as nouns.

use super::{Tag, Tagger};
use crate::token::{Marker, Readings};

/// The tag of a noun with these readings.
pub(super) fn noun_tag(readings: Readings) -> Tag {
    if readings.any(Readings::NOUN) {
        Tag::Noun
    } else {
        Tag::Plural
    }
}

/// A people's adjective by its ending: of "Armenian and Georgian officials" none is a name that the officials are called by.
pub(in crate::clause) fn is_people_adjective(word: &str) -> bool {
    let endings = [
        "ian", "ean", "can", "erman", "ghan", "ish", "ese", "nch", "tch", "ic", "aqi", "aeli",
        "emeni", "stani", "audi", "omani", "hraini", "waiti", "atari", "irati", "omali", "ijani",
    ];
    word != "vatican" && endings.iter().any(|ending| word.ends_with(ending))
}

impl Tagger<'_> {
    /// "a German and Belgian | text", "German and Belgian | drafts": what two peoples own, where no verb could stand behind them.
    pub(super) fn is_of_two_peoples(&self, index: usize, readings: Readings) -> bool {
        let [before @ .., Tag::Proper, Tag::Coordinator, Tag::Proper] = self.tags.as_slice() else {
            return false;
        };
        let people = |back: usize| {
            let at = index.checked_sub(back);
            at.is_some_and(|at| is_people_adjective(self.text(at)))
        };
        let one = || {
            let opens = index.checked_sub(4).map(|at| self.text(at));
            before.last() == Some(&Tag::Determiner) && matches!(opens, Some("a" | "an"))
        };
        let plural = readings.any(Readings::THIRD) && readings.any(Readings::PLURAL);
        readings.any(Readings::ANY_NOUN) && (plural || one()) && people(1) && people(3)
    }

    /// A noun, adjective or adverb that is no verb.
    pub(super) fn nominal(&self, index: usize, readings: Readings) -> Tag {
        let noun = readings.any(Readings::ANY_NOUN);
        if readings.any(Readings::ADJECTIVE) {
            let goes_on = self.is_proper(index + 1)
                || self
                    .readings(index + 1)
                    .any(Readings::ANY_NOUN | Readings::ADJECTIVE);
            let after_be = self.before(index).is_some_and(|(_, tag)| tag == Tag::Be);
            if !noun || goes_on || (after_be && readings.any(Readings::ADJECTIVE_FIRST)) {
                return Tag::Adjective;
            }
            // "called for | calm", "a spell of | quiet": nothing else can be what is called for.
            let called_for = self.tags.last() == Some(&Tag::Preposition)
                && index
                    .checked_sub(1)
                    .is_some_and(|at| matches!(self.marker(at), Marker::For | Marker::Of));
            if readings.any(Readings::ADJECTIVE_FIRST)
                && !called_for
                && !self.tags.last().is_some_and(|tag| {
                    matches!(
                        tag,
                        Tag::Determiner | Tag::Possessive | Tag::Owner | Tag::Adjective
                    )
                })
            {
                return Tag::Adjective;
            }
        }
        if noun {
            noun_tag(readings)
        } else {
            Tag::Adverb
        }
    }

    /// After a determiner, an owner, an adjective or a number.
    pub(super) fn in_noun_phrase(&self, index: usize, readings: Readings) -> Tag {
        let noun = readings.any(Readings::ANY_NOUN);
        let next = self.readings(index + 1);
        let next_noun =
            self.is_proper(index + 1) || next.any(Readings::ANY_NOUN | Readings::ADJECTIVE);
        if readings.any(Readings::PARTICIPLE | Readings::ADJECTIVE)
            && !readings.any(Readings::ANY_NOUN)
        {
            return if self.after_closed_noun(index) {
                self.plain_verb(index, readings)
            } else {
                Tag::Adjective
            };
        }
        if readings.any(Readings::ADJECTIVE) && next_noun && !readings.any(Readings::THIRD) {
            return Tag::Adjective;
        }
        if readings.any(Readings::ING) && !noun {
            // "Peru's recognising Kosovo", where a common noun would be described: "Peru's striking workers".
            let own_deed = matches!(self.tags.last(), Some(Tag::Owner | Tag::Possessive))
                && self.is_proper(index + 1)
                && !readings.any(Readings::ADJECTIVE);
            // "its | funding for the agency"
            let owned = matches!(self.tags.last(), Some(Tag::Owner | Tag::Possessive))
                && matches!(self.marker(index + 1), Marker::For | Marker::Of);
            if owned {
                return Tag::Noun;
            }
            return if next_noun && !own_deed {
                Tag::Adjective
            } else {
                Tag::Ing
            };
        }
        // "Peru's breaking the truce", though "the breaking of it" is a noun.
        let own_deed = readings.any(Readings::ING)
            && matches!(self.tags.last(), Some(Tag::Owner))
            && (self.is_proper(index + 1) || next.any(Readings::DETERMINER | Readings::POSSESSIVE));
        if own_deed {
            return Tag::Ing;
        }
        if noun {
            return noun_tag(readings);
        }
        // "the bloc's | ask", "a must": a verb as a noun.
        let closed = matches!(
            self.tags.last(),
            Some(Tag::Determiner | Tag::Possessive | Tag::Owner)
        );
        if closed && readings.any(Readings::BASE | Readings::THIRD) && !readings.any(Readings::PAST)
        {
            return if readings.any(Readings::BASE) {
                Tag::Noun
            } else {
                Tag::Plural
            };
        }
        self.plain_verb(index, readings)
    }

    /// A number or adjective that closes its phrase ("the three mediated") is followed by a verb.
    fn after_closed_noun(&self, index: usize) -> bool {
        self.tags.last() == Some(&Tag::Number) && !self.noun_like(index + 1)
    }
}
