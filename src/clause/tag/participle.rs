//! Which form of a verb: past tense, or the participle that follows its noun.

use super::noun::is_people_adjective;
use super::{AHEAD, Tag, Tagger};
use crate::token::{Marker, Readings, TokenKind, Usage};

/// How many commas ahead a subject may be taken up: "asked in Dayton, Ohio, | said".
const COMMAS: usize = 3;

/// How long that is at most to which somebody has something done, in words.
const MADE: usize = 5;

/// How long the subject of a relative clause is at most, in words.
const SUBJECT: usize = 6;

impl Tagger<'_> {
    /// A form that is a verb here: which form.
    pub(super) fn plain_verb(&self, index: usize, readings: Readings) -> Tag {
        let past = readings.any(Readings::PAST);
        let participle = readings.any(Readings::PARTICIPLE);
        if past && participle {
            return if self.is_participle(index) {
                Tag::Participle
            } else {
                Tag::Past
            };
        }
        if past {
            Tag::Past
        } else if participle {
            Tag::Participle
        } else if readings.any(Readings::THIRD) {
            Tag::Third
        } else if readings.any(Readings::ING) {
            Tag::Ing
        } else {
            Tag::Base
        }
    }

    /// "kept | pressing Peru to", "began | encouraging Chad to": an -ing form between a verb of going on and a name, which it doesn't describe.
    pub(super) fn is_gone_on_with(&self, index: usize, readings: Readings) -> bool {
        let goes_on = index.checked_sub(1).is_some_and(|at| {
            self.tags.get(at).is_some_and(|tag| tag.is_verb())
                && matches!(
                    self.text(at),
                    "keep"
                        | "keeps"
                        | "kept"
                        | "keeping"
                        | "begin"
                        | "begins"
                        | "began"
                        | "begun"
                        | "start"
                        | "starts"
                        | "started"
                        | "stops"
                        | "stopped"
                        | "continue"
                        | "continues"
                        | "continued"
                        | "resume"
                        | "resumes"
                        | "resumed"
                )
        });
        goes_on && readings.any(Readings::ING) && self.is_proper(index + 1)
    }

    /// "Lebanese | armed groups", "the Syrian | exiled opposition": what is told of people or land, between whose they are and what they are. "The Norwegian
    /// rejected offers" has a verb.
    pub(super) fn is_state_of_people(&self, index: usize) -> bool {
        let state = matches!(
            self.text(index),
            "armed" | "displaced" | "disputed" | "exiled" | "occupied" | "outlawed" | "wounded"
        );
        state
            && self.tags.last() == Some(&Tag::Proper)
            && index
                .checked_sub(1)
                .is_some_and(|at| is_people_adjective(self.text(at)))
            && !self.is_proper(index + 1)
            && self.readings(index + 1).any(Readings::ANY_NOUN)
    }

    /// Whether an -ed form is a participle that follows its noun, rather than the clause's verb.
    fn is_participle(&self, index: usize) -> bool {
        let last = self.tags.last().copied();
        match last {
            None => return true,
            // "when asked about the cost"
            Some(Tag::Wh) if matches!(self.marker(index - 1), Marker::When | Marker::Where) => {
                return true;
            }
            Some(Tag::Pronoun | Tag::Wh | Tag::That) => return false,
            Some(Tag::Coordinator) => {
                let verb = self.tags.iter().rev().find(|tag| {
                    matches!(tag, Tag::Past | Tag::Participle | Tag::Third | Tag::Base)
                });
                return verb == Some(&Tag::Participle) && self.finite_seen;
            }
            Some(Tag::Subordinator) => return true,
            _ => {}
        }
        if self.is_made_done(index) {
            return true;
        }
        // "Albania got Kosovo | recognised": nothing is got before that has something done.
        if last.is_some_and(Tag::is_noun) && matches!(self.text(index), "got" | "became") {
            return false;
        }
        if self.fills_gap(index) || self.is_time_for(index) || self.is_told_after(index) {
            return false;
        }
        // "friends and partners | allied with it", but "Norway | opposed foreign mediation"
        let bare_object =
            self.noun_like(index + 1) && !self.readings(index + 1).any(Readings::PREPOSITION);
        if self.usage(index).any(Usage::STATE_PARTICIPLE)
            && last.is_some_and(Tag::is_noun)
            && !self.has_object(index)
            && !bare_object
        {
            return true;
        }
        // "Leaders stood by him": nothing is stood.
        let goes = self.usage(index).any(Usage::INTRANSITIVE_VERB);
        if self.marker(index + 1) == Marker::By
            && !goes
            && !self.readings(index + 2).any(Readings::ING)
        {
            return true;
        }
        if !goes && (self.finite_seen || last == Some(Tag::Mark)) && self.particle_and_agent(index)
        {
            return true;
        }
        // "On Monday Kenya recognised Kosovo, and …": what has an object is no participle under "On". A day or month is none.
        let object = self.has_object(index)
            || self.is_proper(index + 1) && !self.usage(index + 1).any(Usage::DATE);
        if !object && self.after_fronted_preposition(index) {
            return true;
        }
        if self.has_object(index) || self.speaker_before(index) {
            return false;
        }
        // ", hardly consoled, condemned"
        let adverb = usize::from(last == Some(Tag::Adverb));
        let after_comma = index
            .checked_sub(1 + adverb)
            .is_some_and(|at| self.kind(at) == TokenKind::Comma);
        if after_comma && self.waits_behind_comma(index) {
            return true;
        }
        if self.finite_seen
            && last.is_some_and(|tag| tag.is_noun() || matches!(tag, Tag::Adverb | Tag::Number))
        {
            return true;
        }
        self.finite_ahead(index + 1) || self.described(index)
    }

    /// "to have the rebels | listed", "got Kenya | suspended": what somebody has done to somebody.
    fn is_made_done(&self, index: usize) -> bool {
        let inside = |tag: Tag| {
            tag.is_noun()
                || matches!(
                    tag,
                    Tag::Determiner | Tag::Possessive | Tag::Owner | Tag::Adjective | Tag::Number
                )
        };
        let length = self
            .tags
            .iter()
            .rev()
            .take(MADE)
            .take_while(|tag| inside(**tag))
            .count();
        let Some(verb) = index.checked_sub(length + 1).filter(|_| length > 0) else {
            return false;
        };
        let tag = self.tags.get(verb).copied();
        let before = verb.checked_sub(1).and_then(|at| self.tags.get(at));
        match self.text(verb) {
            // "to have", where "the state that has arms rejected it" has another verb
            "have" => before == Some(&Tag::To),
            "having" => before.is_some_and(|tag| *tag == Tag::Preposition),
            "get" | "got" | "getting" => tag.is_some_and(Tag::is_verb),
            _ => false,
        }
    }

    /// "a draft, put | forward by Oman": a particle, and a name that does it. A day or month does nothing.
    fn particle_and_agent(&self, index: usize) -> bool {
        self.readings(index + 1)
            .any(Readings::ADVERB | Readings::PREPOSITION)
            && self.marker(index + 2) == Marker::By
            && self.is_proper(index + 3)
            && !self.usage(index + 3).any(Usage::DATE)
    }

    /// "the veto that the delegation | cast on Friday surprised": the verb of a relative clause whose subject stands right before it.
    fn fills_gap(&self, index: usize) -> bool {
        if self.finite_seen || self.marker(index + 1) == Marker::By {
            return false;
        }
        let opener = (index.saturating_sub(SUBJECT)..index).rev().find(|at| {
            !self.tags.get(*at).is_some_and(|tag| {
                tag.is_noun()
                    || matches!(
                        tag,
                        Tag::Determiner
                            | Tag::Adjective
                            | Tag::Possessive
                            | Tag::Owner
                            | Tag::Number
                    )
            })
        });
        let opener = opener.filter(|at| at + 1 < index);
        if self.is_what_of_name(index) {
            return true;
        }
        opener.is_some_and(|at| {
            let relative = match self.tags.get(at) {
                Some(Tag::That) => true,
                Some(Tag::Wh) => matches!(self.marker(at), Marker::Which | Marker::Whom),
                _ => false,
            };
            let noun = at.checked_sub(1).is_some_and(|noun| {
                self.tags.get(noun).is_some_and(|tag| tag.is_noun())
                    && !self.usage(noun).any(Usage::THAT_NOUN)
            });
            relative && noun
        })
    }

    /// "It is high time London | recognised it": the verb of a name right behind that time.
    fn is_time_for(&self, index: usize) -> bool {
        let mut before = (index.saturating_sub(SUBJECT)..index).rev();
        let opener = before.find(|at| {
            !matches!(
                self.tags.get(*at),
                Some(Tag::Proper | Tag::Determiner | Tag::Plural)
            )
        });
        opener.is_some_and(|at| {
            at + 1 < index
                && self.marker(at) == Marker::Time
                && at.checked_sub(1).is_some_and(|at| {
                    self.tags.get(at) == Some(&Tag::Be) || matches!(self.text(at), "high" | "about")
                })
        })
    }

    /// "rose after the Syrian government | cut off water", "before the junta | let through a convoy": what has an object of its own behind a subject
    /// that *after* and its like open. In "after talks held in Rome", "after a plan backed by Chad" no object follows.
    fn is_told_after(&self, index: usize) -> bool {
        let subject = (index.saturating_sub(SUBJECT)..index)
            .rev()
            .take_while(|at| {
                self.tags.get(*at).is_some_and(|tag| {
                    tag.is_noun()
                        || matches!(
                            tag,
                            Tag::Determiner | Tag::Adjective | Tag::Possessive | Tag::Owner
                        )
                })
            })
            .count();
        let opens = subject > 0
            && index
                .checked_sub(subject + 1)
                .is_some_and(|at| matches!(self.text(at), "after" | "before" | "since" | "until"));
        opens && self.has_plain_object(index)
    }

    /// "cut | water", "let through | the first convoy": an object right behind the form or behind its particle. One without an article needs a body or
    /// person as its subject: "after the plan backed Chad" hasn't any.
    pub(super) fn has_plain_object(&self, index: usize) -> bool {
        let particle = matches!(
            self.text(index + 1),
            "off" | "up" | "out" | "back" | "through"
        );
        let at = index + 1 + usize::from(particle);
        let next = self.readings(at);
        if next.any(Readings::DETERMINER | Readings::POSSESSIVE) {
            return !self.readings(at + 1).any(Readings::MEASURE);
        }
        let noun = next.any(Readings::ANY_NOUN)
            && !next.any(Readings::PREPOSITION | Readings::ADVERB | Readings::MEASURE)
            && !self.usage(at).any(Usage::DATE);
        let doer = index.checked_sub(1).is_some_and(|at| {
            self.is_proper(at) || self.readings(at).any(Readings::HUMAN | Readings::GROUP)
        });
        noun && doer && !self.usage(index).any(Usage::NAMING_VERB)
    }

    /// "What Kenya | called for", "what the Arab League | fears": the verb of what a name does.
    pub(super) fn is_what_of_name(&self, index: usize) -> bool {
        let mut before = (index.saturating_sub(SUBJECT)..index).rev();
        let opener = before.find(|at| {
            !matches!(
                self.tags.get(*at),
                Some(Tag::Proper | Tag::Determiner | Tag::Adverb)
            )
        });
        opener.is_some_and(|at| at + 1 < index && self.marker(at) == Marker::What)
            && self.tags.last() != Some(&Tag::Determiner)
    }

    /// "A survey | published over the weekend showed a lead": behind a place or a time comes a past form with an object of its own.
    fn described(&self, index: usize) -> bool {
        let opens = self.readings(index + 1);
        let placed = opens.any(Readings::PREPOSITION)
            || self.is_proper(index + 1)
            || opens.any(Readings::MEASURE);
        placed
            && !self.finite_seen
            && self.tags.last().is_some_and(|tag| tag.is_noun())
            && (index + 2..index + AHEAD)
                .take_while(|at| {
                    matches!(self.kind(*at), TokenKind::Word | TokenKind::Number)
                        && !self.readings(*at).any(
                            Readings::SUBORDINATOR
                                | Readings::WH
                                | Readings::THAT
                                | Readings::COORDINATOR,
                        )
                })
                .filter(|at| !self.is_infinitive_form(*at))
                .any(|at| {
                    let readings = self.readings(at);
                    let after = self.readings(at + 1);
                    let object = after.any(
                        Readings::DETERMINER
                            | Readings::PRONOUN
                            | Readings::POSSESSIVE
                            | Readings::THAT,
                    ) && !self.readings(at + 2).any(Readings::MEASURE)
                        || (self.is_proper(at + 1)
                            && (self.usage(at).any(Usage::THAT_VERB)
                                || self.marker(at) == Marker::Found));
                    // "objected to being | named a mediator"
                    let part = matches!(
                        self.marker(at - 1),
                        Marker::Being | Marker::Been | Marker::Be | Marker::Having
                    );
                    readings.any(Readings::PAST)
                        && !part
                        && !readings.any(Readings::ANY_NOUN | Readings::ADJECTIVE)
                        && object
                })
    }

    /// "Baku, hardly | consoled, condemned": whether the subject's verb is still to come behind the comma that closes what this one opened. In "Baku,
    /// speaking in Rome, | praised the truce, rejected …" an aside is closed, and this is the verb.
    fn waits_behind_comma(&self, index: usize) -> bool {
        let comma = |at: &usize| self.kind(*at) == TokenKind::Comma;
        let closes = (0..index).rev().find(comma);
        let mut aside = (0..closes.unwrap_or(0))
            .rev()
            .take(AHEAD)
            .take_while(|at| !comma(at));
        let told = |at: usize| {
            matches!(
                self.tags.get(at),
                Some(Tag::Ing | Tag::Participle | Tag::Wh)
            )
        };
        let open = aside
            .clone()
            .last()
            .is_some_and(|first| first > 0 && comma(&(first - 1)));
        let over = open && aside.any(told);
        !self.main_finite && !over && self.verb_after_comma(index)
    }

    /// "The report, published by the council, | says": a finite verb right behind one of the next commas.
    fn verb_after_comma(&self, index: usize) -> bool {
        let mut commas = (index + 1..index + AHEAD)
            .filter(|at| self.kind(*at) == TokenKind::Comma)
            .take(COMMAS);
        commas.any(|comma| {
            let mut at = comma + 1;
            while self.readings(at).any(Readings::ADVERB) && at < comma + 3 {
                at += 1;
            }
            self.readings(at)
                .any(Readings::THIRD | Readings::PAST | Readings::AUXILIARY)
        })
    }

    /// "Mr. Reed said on Monday he would": a person or body before a verb of saying.
    fn speaker_before(&self, index: usize) -> bool {
        let Some(before) = index.checked_sub(1) else {
            return false;
        };
        let speaks =
            self.is_proper(before) || self.readings(before).any(Readings::HUMAN | Readings::GROUP);
        let passive = matches!(
            self.marker(index + 1),
            Marker::By | Marker::To | Marker::As | Marker::Dead
        );
        // "…, a nurse who saw it said."
        let last = self.kind(index + 1) == TokenKind::Stop && index + 2 >= self.words.len();
        if last && self.usage(index).any(Usage::THAT_VERB) && self.tags.last() != Some(&Tag::Mark) {
            return true;
        }
        speaks && !passive && self.usage(index).any(Usage::THAT_VERB) && !self.finite_seen
    }

    /// "In a statement | read to the court, …": the noun before stands under a preposition that opens the sentence.
    fn after_fronted_preposition(&self, index: usize) -> bool {
        // "In December the council | read", "In 2022 the council | read": a determiner behind a noun or number opens a phrase of its own.
        let opens_behind_noun = |at: usize| {
            matches!(self.tags.get(at), Some(Tag::Determiner | Tag::Possessive))
                && at
                    .checked_sub(1)
                    .and_then(|before| self.tags.get(before))
                    .is_some_and(|tag| tag.is_noun() || *tag == Tag::Number)
        };
        let mut at = index;
        while at > 0
            && !opens_behind_noun(at)
            && self.tags.get(at - 1).is_some_and(|tag| {
                tag.is_noun()
                    || matches!(
                        tag,
                        Tag::Determiner
                            | Tag::Adjective
                            | Tag::Number
                            | Tag::Possessive
                            | Tag::Owner
                    )
            })
        {
            at -= 1;
        }
        let mut first = at.saturating_sub(1);
        while first > 0 && self.tags.get(first - 1) == Some(&Tag::Preposition) {
            first -= 1;
        }
        let opens = first == 0
            || !matches!(
                self.kind(first - 1),
                TokenKind::Word | TokenKind::Comma | TokenKind::Number
            );
        let comma = (index + 1..index + AHEAD).any(|at| self.kind(at) == TokenKind::Comma);
        at > 0 && at < index && opens && self.tags.get(at - 1) == Some(&Tag::Preposition) && comma
    }

    /// "said she would", "told a jury that": a form with an object, or a clause of its own, right after it is no participle.
    fn has_object(&self, index: usize) -> bool {
        let next = self.readings(index + 1);
        let after_comma = index
            .checked_sub(1)
            .is_some_and(|at| self.kind(at) == TokenKind::Comma);
        let time = next.any(Readings::DETERMINER | Readings::ADJECTIVE)
            && self.readings(index + 2).any(Readings::MEASURE);
        if time || (after_comma && self.waits_behind_comma(index)) {
            return false;
        }
        let usage = self.usage(index);
        let naming = usage.any(Usage::NAMING_VERB);
        if naming && self.is_proper(index + 1) {
            return false;
        }
        let opens =
            Readings::DETERMINER | Readings::PRONOUN | Readings::POSSESSIVE | Readings::THAT;
        if next.any(opens) {
            return true;
        }
        let noun = self.is_proper(index + 1)
            || self.kind(index + 1) == TokenKind::Number
            || (next.any(Readings::ANY_NOUN) && !next.any(Readings::PREPOSITION));
        noun && usage.any(Usage::SPEECH)
    }
}
