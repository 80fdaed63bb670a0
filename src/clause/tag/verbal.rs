//! Forms that may be a verb: verb or noun, past tense or participle.

use super::{AHEAD, Tag, Tagger};
use crate::clause::words::{is_speech_verb, is_that_verb, takes_infinitive};
use crate::date::{is_month, is_weekday};
use crate::token::{Readings, TokenKind};

/// How many commas ahead a subject may be taken up: "asked in Dayton, Ohio, | said".
const COMMAS: usize = 3;

impl Tagger<'_> {
    pub(super) fn verb_or_noun(
        &self,
        index: usize,
        readings: Readings,
        noun_tag: Tag,
        next: Readings,
    ) -> Tag {
        let noun = readings.any(Readings::ANY_NOUN);
        let last = self.last_inside_marks(index);
        // "helped | end the dispute": a base form with an object after *help*.
        let helps = readings.any(Readings::BASE)
            && index.checked_sub(1).is_some_and(|at| {
                self.verb_text(at) == "help"
                    && self.tags.get(at).is_some_and(|tag| {
                        matches!(
                            tag,
                            Tag::Base | Tag::Third | Tag::Past | Tag::Participle | Tag::Ing
                        )
                    })
            })
            && (next.any(Readings::DETERMINER | Readings::POSSESSIVE | Readings::PRONOUN)
                || readings.any(Readings::VERB_FIRST)
                || self.is_proper(index + 1));
        if helps {
            return Tag::Base;
        }
        // "that firms plan": after a verb *that* opens a clause, and what follows is its subject.
        let opens_clause = last == Some(Tag::That)
            && index > 1
            && self.tags.get(index - 2).is_some_and(|tag| {
                matches!(
                    tag,
                    Tag::Base | Tag::Third | Tag::Past | Tag::Participle | Tag::Ing
                )
            });
        if noun
            && (opens_clause
                || self.verb_follows(index, next)
                || self.plural_before(index, readings))
        {
            return noun_tag;
        }
        if noun && self.after_comma_verb(index, readings, next) {
            return self.plain_verb(index, readings);
        }
        let after_subject = last.is_some_and(|tag| {
            tag.is_noun()
                || matches!(
                    tag,
                    Tag::Pronoun | Tag::Wh | Tag::That | Tag::Adverb | Tag::Negation
                )
        });
        if noun && self.closes_report(index, readings) {
            return self.plain_verb(index, readings);
        }
        // "advisers | wish they could", "some Republicans | worry that"
        if (last == Some(Tag::Plural) || self.plural_name(index))
            && readings.any(Readings::BASE)
            && !readings.any(Readings::PAST)
            && !self.finite_seen
            && self.clause_opens(index + 1)
        {
            return Tag::Base;
        }
        if let Some(Tag::Pronoun | Tag::Wh | Tag::That) = last
            && readings.any(Readings::THIRD | Readings::PAST | Readings::BASE)
            && !(last == Some(Tag::That) && noun && self.finite_ahead(index + 1))
        {
            return self.plain_verb(index, readings);
        }
        if !noun {
            if readings.any(Readings::ADJECTIVE)
                && (self.is_proper(index + 1) || next.any(Readings::ANY_NOUN))
                && !after_subject
            {
                return Tag::Adjective;
            }
            return self.plain_verb(index, readings);
        }
        if let Some(Tag::Coordinator) = last {
            return self.coordinated(index, readings, noun_tag);
        }
        if readings.any(Readings::ING) {
            // "…, ruling out direct talks": with its particle, behind a comma.
            let phrasal = last == Some(Tag::Mark)
                && matches!(
                    self.text(index + 1),
                    "out" | "off" | "up" | "down" | "back" | "away"
                );
            let gerund = phrasal
                || next.any(Readings::DETERMINER | Readings::POSSESSIVE | Readings::PRONOUN)
                || self.is_proper(index + 1)
                || readings.any(Readings::VERB_FIRST);
            return if gerund { Tag::Ing } else { noun_tag };
        }
        // "His officials still boycott the party": an adverb of time between a plural and its verb.
        let adverb = index.checked_sub(1).is_some_and(|at| {
            matches!(
                self.text(at),
                "still" | "now" | "also" | "never" | "again" | "openly" | "already" | "rarely"
            )
        });
        if adverb
            && readings.any(Readings::BASE)
            && !self.finite_seen
            && (self.is_proper(index + 1)
                || next.any(Readings::DETERMINER | Readings::POSSESSIVE | Readings::PRONOUN))
        {
            return self.plain_verb(index, readings);
        }
        if !after_subject {
            return if last.is_none()
                && readings.any(Readings::BASE)
                && next.any(Readings::DETERMINER)
            {
                Tag::Base
            } else {
                self.nominal(index, readings, noun_tag)
            };
        }
        let subject = self.before(index).map(|(_, tag)| tag);
        let nominative = self
            .before(index)
            .is_some_and(|(at, _)| matches!(self.text(at), "i" | "he" | "she" | "we" | "they"));
        if matches!(subject, Some(Tag::Pronoun))
            && readings.any(Readings::BASE | Readings::THIRD)
            && (nominative || !self.finite_seen)
        {
            return self.plain_verb(index, readings);
        }
        let plural_subject = (matches!(subject, Some(Tag::Plural)) || self.plural_name(index))
            && readings.any(Readings::BASE);
        // "demanded that Israel lift the siege": after *that* a base form is a verb, whatever its subject.
        let subjunctive = readings.any(Readings::BASE)
            && self.clause_opener() == Some(Tag::That)
            && (last == Some(Tag::Proper) || !readings.any(Readings::ANY_NOUN));
        let finite = readings.any(Readings::THIRD | Readings::PAST)
            || plural_subject
            || subjunctive
            || (last == Some(Tag::Proper)
                && readings.any(Readings::BASE)
                && self.coordinated_subject());
        if finite && !self.finite_seen && !self.finite_ahead(index + 1) {
            return self.plain_verb(index, readings);
        }
        if readings.any(Readings::PAST | Readings::PARTICIPLE) {
            return self.plain_verb(index, readings);
        }
        noun_tag
    }

    /// "…, records | show.", "…, the survey | finds.": the last word of a sentence, behind a comma and a subject.
    fn closes_report(&self, index: usize, readings: Readings) -> bool {
        let last = self.kind(index + 1) == TokenKind::Stop && index + 2 >= self.words.len()
            || index + 1 >= self.words.len();
        if !last
            || !is_that_verb(self.verb_text(index))
            || !readings.any(Readings::BASE | Readings::THIRD)
        {
            return false;
        }
        let subject = self.tags.iter().enumerate().rev().take(AHEAD);
        let mut plural = false;
        let mut first = None;
        for (at, tag) in subject {
            match tag {
                Tag::Mark if self.kind(at) == TokenKind::Comma => {
                    let own = if readings.any(Readings::THIRD) {
                        !plural
                    } else {
                        plural
                    };
                    return first.is_some() && own;
                }
                Tag::Plural => {
                    plural = true;
                    first = Some(at);
                }
                tag if tag.is_noun() => {
                    plural = self.plural_name(at + 1);
                    first = Some(at);
                }
                Tag::Determiner
                | Tag::Possessive
                | Tag::Adjective
                | Tag::Participle
                | Tag::Preposition
                | Tag::Number
                | Tag::Owner
                | Tag::Adverb => {}
                _ => return false,
            }
        }
        false
    }

    /// Whether the word before is a name in the plural: "Republicans".
    pub(super) fn plural_name(&self, index: usize) -> bool {
        index
            .checked_sub(1)
            .filter(|at| self.tags.get(*at) == Some(&Tag::Proper))
            .is_some_and(|at| {
                let text = self.text(at);
                self.words
                    .get(at)
                    .is_some_and(|word| word.word.readings.any(Readings::PLURAL))
                    || (self.quantity_before(at) && text.ends_with('s') && !text.ends_with("ss"))
            })
    }

    /// "some | Republicans", "the | Democrats"
    fn quantity_before(&self, index: usize) -> bool {
        index.checked_sub(1).is_some_and(|at| {
            matches!(
                self.text(at),
                "some" | "many" | "most" | "few" | "several" | "other" | "all" | "these" | "those"
            )
        })
    }

    /// What opened the clause that is being read.
    fn clause_opener(&self) -> Option<Tag> {
        let opens = |tag: &&Tag| {
            matches!(
                tag,
                Tag::That | Tag::Wh | Tag::Subordinator | Tag::Coordinator | Tag::Mark
            )
        };
        self.tags.iter().rev().take(12).find(opens).copied()
    }

    /// The tag before a token; a quotation mark that opens there is left out.
    pub(super) fn last_inside_marks(&self, index: usize) -> Option<Tag> {
        let at = index.checked_sub(1)?;
        if self.kind(at) == TokenKind::QuoteOpen
            && at > 0
            && self.tags.get(at - 1).is_some_and(|tag| *tag != Tag::Mark)
        {
            return self.tags.get(at - 1).copied();
        }
        self.tags.get(at).copied()
    }

    /// "surveys | suggest", "groups | have": a word right before a form that is surely the verb.
    pub(super) fn verb_follows(&self, index: usize, next: Readings) -> bool {
        let auxiliary =
            next.any(Readings::MODAL | Readings::HAVE | Readings::DO) && !next.any(Readings::ING);
        let open = Readings::ANY_NOUN
            | Readings::ADJECTIVE
            | Readings::ADVERB
            | Readings::PREPOSITION
            | Readings::PARTICIPLE;
        let surely = next.any(Readings::BASE | Readings::THIRD | Readings::PAST) && !next.any(open);
        let people = self.readings(index).any(Readings::HUMAN | Readings::GROUP)
            && self.readings(index).any(Readings::PLURAL)
            && (next.any(Readings::PAST)
                || (next.any(Readings::BASE) && self.clause_opens(index + 2)));
        (auxiliary || surely || people)
            && !self.finite_seen
            && index > 0
            && self.kind(index + 1) == TokenKind::Word
    }

    /// "liberties groups": a plural subject takes no third person.
    pub(super) fn plural_before(&self, index: usize, readings: Readings) -> bool {
        let plural = index.checked_sub(1).and_then(|at| self.tags.get(at)) == Some(&Tag::Plural);
        plural
            && readings.any(Readings::THIRD)
            && readings.any(Readings::PLURAL)
            && !self.finite_seen
    }

    /// "Their leader, a retired engineer, | points to": the verb of a subject that a comma closed.
    pub(super) fn after_comma_verb(
        &self,
        index: usize,
        readings: Readings,
        next: Readings,
    ) -> bool {
        let comma = index
            .checked_sub(1)
            .is_some_and(|at| self.kind(at) == TokenKind::Comma);
        let follows = next.any(
            Readings::DETERMINER
                | Readings::POSSESSIVE
                | Readings::PRONOUN
                | Readings::PREPOSITION
                | Readings::TO
                | Readings::THAT,
        ) || self.is_proper(index + 1);
        // "…, | estimates Fair Skies, a lobby": the verb stands before its subject.
        let inverted = self.main_finite
            && readings.any(Readings::THIRD)
            && self.is_proper(index + 1)
            && is_that_verb(self.verb_text(index));
        comma
            && readings.any(Readings::THIRD | Readings::PAST)
            && follows
            && (!self.main_finite || inverted)
            && !self.finite_ahead(index + 1)
    }

    /// Whether the subject being read is "A and B".
    pub(super) fn coordinated_subject(&self) -> bool {
        self.tags
            .iter()
            .rev()
            .take(8)
            .take_while(|tag| {
                tag.is_noun()
                    || matches!(
                        tag,
                        Tag::Coordinator | Tag::Determiner | Tag::Adjective | Tag::Mark
                    )
            })
            .any(|tag| *tag == Tag::Coordinator)
    }

    /// After *and*, *or*, *but*: what the words before the coordinator were.
    pub(super) fn coordinated(&self, index: usize, readings: Readings, noun_tag: Tag) -> Tag {
        let last_verb = self
            .tags
            .iter()
            .rev()
            .take(AHEAD)
            .find(|tag| {
                matches!(
                    tag,
                    Tag::Base | Tag::Third | Tag::Past | Tag::Participle | Tag::Ing
                )
            })
            .copied();
        let next = self.readings(index + 1);
        let object = next.any(Readings::DETERMINER | Readings::POSSESSIVE | Readings::PRONOUN)
            || (next.any(Readings::WH) && is_speech_verb(self.verb_text(index)))
            || self.is_proper(index + 1);
        // "accuses it of having broken the truce, but | vows to keep it"
        if readings.any(Readings::THIRD)
            && next.any(Readings::TO)
            && self.readings(index + 2).any(Readings::BASE)
            && takes_infinitive(self.verb_text(index))
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
            _ => self.nominal(index, readings, noun_tag),
        }
    }

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

    /// Whether an -ed form is a participle that follows its noun, rather than the clause's verb.
    pub(super) fn is_participle(&self, index: usize) -> bool {
        let last = self.tags.last().copied();
        match last {
            None => return true,
            // "when asked about the cost"
            Some(Tag::Wh) if matches!(self.text(index - 1), "when" | "where") => return true,
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
        // "Leaders stood by him": nothing is stood.
        let goes = matches!(
            self.verb_text(index),
            "stand" | "go" | "come" | "live" | "abide" | "stop" | "drop" | "swing"
        );
        if self.text(index + 1) == "by" && !goes && !self.readings(index + 2).any(Readings::ING) {
            return true;
        }
        // "On Monday Kenya recognised Kosovo, and …": what has an object is no participle under "On". A day or month is none.
        let object = self.has_object(index)
            || self.is_proper(index + 1)
                && !is_weekday(self.text(index + 1))
                && !is_month(self.text(index + 1));
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
        if after_comma && !self.main_finite && self.verb_after_comma(index) {
            return true;
        }
        if self.finite_seen
            && last.is_some_and(|tag| tag.is_noun() || matches!(tag, Tag::Adverb | Tag::Number))
        {
            return true;
        }
        self.finite_ahead(index + 1) || self.described(index)
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
                            && (is_that_verb(self.verb_text(at)) || self.text(at) == "found"));
                    readings.any(Readings::PAST)
                        && !readings.any(Readings::ANY_NOUN | Readings::ADJECTIVE)
                        && object
                })
    }

    /// "The report, published by the council, | says": a finite verb right behind one of the next commas.
    pub(super) fn verb_after_comma(&self, index: usize) -> bool {
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
    pub(super) fn speaker_before(&self, index: usize) -> bool {
        let Some(before) = index.checked_sub(1) else {
            return false;
        };
        let speaks =
            self.is_proper(before) || self.readings(before).any(Readings::HUMAN | Readings::GROUP);
        let passive = matches!(self.text(index + 1), "by" | "to" | "as" | "dead");
        // "…, a nurse who saw it said."
        let last = self.kind(index + 1) == TokenKind::Stop && index + 2 >= self.words.len();
        if last && is_that_verb(self.verb_text(index)) && self.tags.last() != Some(&Tag::Mark) {
            return true;
        }
        speaks && !passive && is_that_verb(self.verb_text(index)) && !self.finite_seen
    }

    /// "In a statement | read to the court, …": the noun before stands under a preposition that opens the sentence.
    pub(super) fn after_fronted_preposition(&self, index: usize) -> bool {
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
    pub(super) fn has_object(&self, index: usize) -> bool {
        let next = self.readings(index + 1);
        let after_comma = index
            .checked_sub(1)
            .is_some_and(|at| self.kind(at) == TokenKind::Comma);
        let time = next.any(Readings::DETERMINER | Readings::ADJECTIVE)
            && self.readings(index + 2).any(Readings::MEASURE);
        if time || (after_comma && !self.main_finite && self.verb_after_comma(index)) {
            return false;
        }
        let verb = self.verb_text(index);
        let naming = matches!(
            verb,
            "name" | "call" | "dub" | "title" | "nickname" | "entitle"
        );
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
        noun && is_speech_verb(verb)
    }
}
