//! Forms that may be a verb or a noun.

use super::noun::noun_tag;
use super::{AHEAD, Tag, Tagger};
use crate::token::{Readings, TokenKind, Usage};

/// How many words may stand between a word for many and its noun.
const MANY: usize = 3;

/// How many tokens the names have at most that open a headline.
const NAMES: usize = 10;

/// How many words of a place are read for the verb behind it.
const PLACE: usize = 9;

impl Tagger<'_> {
    pub(super) fn verb_or_noun(&self, index: usize, readings: Readings) -> Tag {
        let noun = readings.any(Readings::ANY_NOUN);
        let next = self.readings(index + 1);
        let last = self.last_inside_marks(index);
        if self.is_helped(index, readings) {
            return Tag::Base;
        }
        if noun && readings.any(Readings::PLURAL) && self.behind_many(index) {
            return noun_tag(readings);
        }
        if noun
            && readings.any(Readings::BASE)
            && self.opens_with_names(index)
            && !self.finite_ahead(index + 1)
        {
            return Tag::Base;
        }
        if noun && self.is_subject(index, readings, next, last) {
            return noun_tag(readings);
        }
        if noun
            && (self.after_comma_verb(index, readings, next)
                || self.goes_on_in_headline(index, readings, next)
                || self.closes_report(index, readings))
        {
            return self.plain_verb(index, readings);
        }
        if self.holds_what_follows(index, readings, last)
            || noun && self.is_demanded(index, readings, last)
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
            return self.verb_or_adjective(index, readings, next, last);
        }
        // "and then | sign a pact"
        let behind = (last == Some(Tag::Adverb)).then(|| self.tags.iter().rev().nth(1));
        if last == Some(Tag::Coordinator) || behind.flatten() == Some(&Tag::Coordinator) {
            return self.coordinated(index, readings);
        }
        if readings.any(Readings::ING) {
            return self.gerund_or_noun(index, readings, last);
        }
        self.finite_or_noun(index, readings, next, last)
    }

    /// "helped | end the dispute": a base form with an object after *help*.
    fn is_helped(&self, index: usize, readings: Readings) -> bool {
        readings.any(Readings::BASE)
            && index.checked_sub(1).is_some_and(|at| {
                self.usage(at).any(Usage::HELPING_VERB)
                    && self.tags.get(at).is_some_and(|tag| tag.is_verb())
            })
            && (self.opens_object(index + 1) || readings.any(Readings::VERB_FIRST))
    }

    /// A noun before a form that is surely its verb, or behind what opens its clause.
    fn is_subject(
        &self,
        index: usize,
        readings: Readings,
        next: Readings,
        last: Option<Tag>,
    ) -> bool {
        // "that firms plan": after a verb *that* opens a clause, and what follows is its subject.
        let opens_clause = last == Some(Tag::That)
            && index > 1
            && self.tags.get(index - 2).is_some_and(|tag| tag.is_verb());
        opens_clause || self.verb_follows(index, next) || self.plural_before(index, readings)
    }

    /// "advisers | wish they could", "some Republicans | worry that"
    fn holds_what_follows(&self, index: usize, readings: Readings, last: Option<Tag>) -> bool {
        readings.any(Readings::BASE)
            && !readings.any(Readings::PAST)
            && !self.finite_seen
            && (last == Some(Tag::Plural) || self.plural_name(index))
            && self.clause_opens(index + 1)
    }

    fn verb_or_adjective(
        &self,
        index: usize,
        readings: Readings,
        next: Readings,
        last: Option<Tag>,
    ) -> Tag {
        // "offered Seoul | direct talks": a base form agrees with no single name.
        let no_verb = last == Some(Tag::Proper)
            && self.finite_seen
            && readings.any(Readings::BASE)
            && !readings.any(Readings::THIRD | Readings::PAST);
        // "is considering | imposing sanctions"
        if readings.any(Readings::ING) && self.is_considered(index) {
            return Tag::Ing;
        }
        let describes = readings.any(Readings::ADJECTIVE)
            && (self.is_proper(index + 1) || next.any(Readings::ANY_NOUN))
            && (!ends_subject(last) || no_verb || self.is_chamber(index))
            && !(readings.any(Readings::ING) && self.shares_object(index))
            && !self.is_gone_on_with(index, readings);
        if describes || readings.any(Readings::ING) && self.describes_too(index) {
            Tag::Adjective
        } else {
            self.plain_verb(index, readings)
        }
    }

    /// "the Chilean | lower house": a part of a parliament, which nobody lowers.
    fn is_chamber(&self, index: usize) -> bool {
        let behind_article = index
            .checked_sub(2)
            .and_then(|at| self.tags.get(at))
            .is_some_and(|tag| *tag == Tag::Determiner);
        behind_article
            && matches!(self.text(index), "lower" | "upper")
            && matches!(self.text(index + 1), "house" | "chamber")
    }

    fn gerund_or_noun(&self, index: usize, readings: Readings, last: Option<Tag>) -> Tag {
        // "…, ruling out direct talks": with its particle, behind a comma.
        let phrasal = last == Some(Tag::Mark) && self.usage(index + 1).any(Usage::PARTICLE)
            // "with Peru and Chile | voting against"
            || last == Some(Tag::Proper) && matches!(self.text(index), "voting" | "abstaining")
            // "stopped voting down such drafts"
            || self.text(index) == "voting"
                && last.is_some_and(Tag::is_verb)
                && matches!(self.text(index + 1), "down" | "against" | "for");
        let gerund = phrasal
            || self.opens_object(index + 1)
            || readings.any(Readings::VERB_FIRST) && !self.opens_as_subject(index, last);
        if gerund { Tag::Ing } else { noun_tag(readings) }
    }

    /// "several African | states": a word for many agrees with no verb in *s*.
    fn behind_many(&self, index: usize) -> bool {
        let inside = |at: &usize| {
            let tag = self.tags.get(*at);
            tag.is_some_and(|tag| matches!(tag, Tag::Adjective | Tag::Proper | Tag::Noun))
        };
        let first = (index.saturating_sub(MANY)..index)
            .rev()
            .find(|at| !inside(at));
        first.is_some_and(|at| {
            matches!(
                self.text(at),
                "several"
                    | "many"
                    | "some"
                    | "few"
                    | "most"
                    | "other"
                    | "these"
                    | "those"
                    | "all"
                    | "various"
                    | "numerous"
            )
        })
    }

    /// "Chile, Peru | urge truce": names that open a headline, before a verb of them all.
    fn opens_with_names(&self, index: usize) -> bool {
        let name = |at: usize| self.tags.get(at) == Some(&Tag::Proper);
        let comma = |at: usize| self.kind(at) == TokenKind::Comma;
        index > 2
            && index < NAMES
            && name(0)
            && name(index - 1)
            && (0..index).all(|at| name(at) || comma(at))
            && (0..index).any(comma)
    }

    /// "Fighting in Aden | must stop", where "Fighting in Aden, the army …" tells what somebody does.
    fn opens_as_subject(&self, index: usize, last: Option<Tag>) -> bool {
        let place = matches!(
            self.text(index + 1),
            "in" | "between" | "around" | "near" | "across" | "along"
        );
        let mut inside = (index + 2..index + 2 + PLACE)
            .take_while(|at| matches!(self.kind(*at), TokenKind::Word | TokenKind::Number));
        let finite = |at: usize| {
            let word = self.readings(at);
            word.any(Readings::MODAL | Readings::BE | Readings::HAVE)
        };
        last.is_none_or(|tag| tag == Tag::Mark) && place && inside.any(finite)
    }

    /// A form that may be a finite verb or a noun: the verb where a subject waits for it.
    fn finite_or_noun(
        &self,
        index: usize,
        readings: Readings,
        next: Readings,
        last: Option<Tag>,
    ) -> Tag {
        // "His officials still boycott the party": an adverb of time between a plural and its verb.
        let adverb = index
            .checked_sub(1)
            .is_some_and(|at| self.usage(at).any(Usage::TIMING_ADVERB));
        if adverb
            && readings.any(Readings::BASE)
            && !self.finite_seen
            && self.opens_object(index + 1)
        {
            return self.plain_verb(index, readings);
        }
        if !ends_subject(last) {
            let opens = index == 0 || index == 1 && self.kind(0) == TokenKind::QuoteOpen;
            return if opens && readings.any(Readings::BASE) && next.any(Readings::DETERMINER) {
                Tag::Base
            } else {
                self.nominal(index, readings)
            };
        }
        if self.has_subject(index, readings, last) {
            return self.plain_verb(index, readings);
        }
        if readings.any(Readings::PAST | Readings::PARTICIPLE) {
            return self.plain_verb(index, readings);
        }
        noun_tag(readings)
    }

    /// Whether what stands before a word is a subject that it agrees with as a verb.
    fn has_subject(&self, index: usize, readings: Readings, last: Option<Tag>) -> bool {
        let subject = self.before(index);
        let nominative = subject.is_some_and(|(at, _)| self.usage(at).any(Usage::NOMINATIVE));
        let subject = subject.map(|(_, tag)| tag);
        if subject == Some(Tag::Pronoun)
            && readings.any(Readings::BASE | Readings::THIRD)
            && (nominative || !self.finite_seen)
        {
            return true;
        }
        // "that it resume truce | talks": the object of the verb right before.
        if self.finite_seen || readings.any(Readings::PLURAL) && self.is_behind_base(index) {
            return false;
        }
        let base = readings.any(Readings::BASE);
        // "troops" are many, though the word is its own lemma.
        let many = |at: usize| self.text(at) == "troops";
        let troops = index.checked_sub(1).is_some_and(many);
        let plural = base && (subject == Some(Tag::Plural) || self.plural_name(index) || troops);
        // "demanded that Israel lift the siege": after *that* a base form is a verb, whatever its subject.
        let subjunctive = base
            && last == Some(Tag::Proper)
            && self.clause_opener() == Some(Tag::That)
            && !self.has_verb_behind_that(index);
        let finite = readings.any(Readings::THIRD | Readings::PAST)
            || plural
            || subjunctive
            || (base
                && last == Some(Tag::Proper)
                && self.kind(index + 1) == TokenKind::Word
                && self.coordinated_subject());
        // "the demand that Peru list it | went unheard"
        let demanded = subjunctive
            && (self.is_proper(index + 1)
                || self
                    .readings(index + 1)
                    .any(Readings::DETERMINER | Readings::POSSESSIVE))
            && self.is_demand_that(index);
        finite
            && (!self.finite_ahead(index + 1)
                || demanded
                || self.thinks_of_another(index, readings, last)
                || self.is_what_of_name(index))
    }

    /// "Kenya | hopes Ghana will mediate", "the minister | fears the siege will last": a verb that takes a clause, between a bare name or a word for
    /// people and the subject of that clause. In "the Geneva | demands Israel rejected" the article opens what the plural ends.
    fn thinks_of_another(&self, index: usize, readings: Readings, last: Option<Tag>) -> bool {
        let next = self.readings(index + 1);
        let subject_follows = self.is_proper(index + 1)
            || next.any(Readings::DETERMINER | Readings::POSSESSIVE)
            || next.any(Readings::PRONOUN) && !next.any(Readings::WH | Readings::THAT);
        let thinks = readings.any(Readings::THIRD) && self.usage(index).any(Usage::THAT_VERB);
        let people = || {
            let at = index.checked_sub(1);
            at.is_some_and(|at| self.readings(at).any(Readings::HUMAN | Readings::GROUP))
        };
        let bare = || {
            let mut before = self.tags.iter().take(index).rev();
            let opener = before.find(|tag| **tag != Tag::Proper);
            !matches!(
                opener,
                Some(Tag::Determiner | Tag::Adjective | Tag::Preposition)
            )
        };
        thinks
            && subject_follows
            && match last {
                Some(Tag::Proper) => bare(),
                Some(Tag::Noun) => people(),
                _ => false,
            }
    }

    /// Whether nothing but nouns stands between a word and a base form before it.
    fn is_behind_base(&self, index: usize) -> bool {
        let mut before = self.tags.iter().take(index).rev().take(AHEAD).peekable();
        let nouns = before.next_if(|tag| matches!(tag, Tag::Noun | Tag::Adjective));
        nouns.is_some()
            && before.find(|tag| !matches!(tag, Tag::Noun | Tag::Adjective)) == Some(&Tag::Base)
    }

    /// Whether the word before is a name in the plural: "Republicans".
    pub(super) fn plural_name(&self, index: usize) -> bool {
        index
            .checked_sub(1)
            .filter(|at| self.tags.get(*at) == Some(&Tag::Proper))
            .is_some_and(|at| {
                let ends_so = |text: &str| text.ends_with('s') && !text.ends_with("ss");
                self.words
                    .get(at)
                    .is_some_and(|word| word.word.readings.any(Readings::PLURAL))
                    || (self.quantity_before(at) && ends_so(self.text(at)))
            })
    }

    /// "some | Republicans", "the | Democrats"
    fn quantity_before(&self, index: usize) -> bool {
        index
            .checked_sub(1)
            .is_some_and(|at| self.usage(at).any(Usage::PLURAL_QUANTITY))
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
    fn last_inside_marks(&self, index: usize) -> Option<Tag> {
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
    fn verb_follows(&self, index: usize, next: Readings) -> bool {
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
        let body = self.readings(index).any(Readings::GROUP)
            && next.any(Readings::PAST)
            && index
                .checked_sub(1)
                .is_some_and(|at| self.qualifies_in_plural(at));
        // "Serbian guns | shelled the town": nobody Serbian guns anything.
        let gear = self.readings(index).any(Readings::PLURAL)
            && next.any(Readings::PAST)
            && index
                .checked_sub(1)
                .is_some_and(|at| self.is_demonym(at) || self.is_gear(index, at));
        (gear || (auxiliary || surely || people || body) && !self.finite_seen)
            && index > 0
            && self.kind(index + 1) == TokenKind::Word
    }

    /// "Serbian", "Israeli", "Chinese": a name that is an adjective by its ending.
    fn is_demonym(&self, at: usize) -> bool {
        let text = self.text(at);
        self.tags.get(at) == Some(&Tag::Proper)
            && [
                "ian", "ean", "ican", "yan", "ndan", "ish", "ese", "eli", "aqi", "rani", "tani",
                "emeni", "audi",
            ]
            .iter()
            .any(|ending| text.ends_with(ending))
    }

    /// "Hamas rockets | hit", "Wagner tanks | rolled": what fights, behind a name.
    fn is_gear(&self, index: usize, at: usize) -> bool {
        self.tags.get(at) == Some(&Tag::Proper)
            && matches!(
                self.text(index),
                "tanks" | "jets" | "guns" | "drones" | "rockets" | "gunboats" | "mortars"
            )
    }

    /// "a human rights | group called", "the sports | body met": plurals that stand before a noun for a body.
    fn qualifies_in_plural(&self, at: usize) -> bool {
        matches!(
            self.text(at),
            "rights" | "sports" | "arms" | "news" | "drugs" | "affairs" | "relations" | "liberties"
        )
    }

    /// "liberties groups": a plural subject takes no third person.
    fn plural_before(&self, index: usize, readings: Readings) -> bool {
        let plural = index.checked_sub(1).and_then(|at| self.tags.get(at)) == Some(&Tag::Plural);
        plural
            && readings.any(Readings::THIRD)
            && readings.any(Readings::PLURAL)
            && !self.finite_seen
    }

    /// Whether the subject being read is "A and B".
    fn coordinated_subject(&self) -> bool {
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
}

/// Whether a tag may be the end of a subject, or of what stands between it and its verb.
fn ends_subject(tag: Option<Tag>) -> bool {
    tag.is_some_and(|tag| {
        tag.is_noun()
            || matches!(
                tag,
                Tag::Pronoun | Tag::Wh | Tag::That | Tag::Adverb | Tag::Negation
            )
    })
}
