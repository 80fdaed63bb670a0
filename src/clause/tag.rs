//! Word classes: one tag a token, by lexicon, form and context.
//!
//! A word of one class keeps it. Of several, the words beside it decide, in the order of the functions below: what stands
//! before it (determiner, auxiliary, preposition, pronoun), then whether the clause has its verb already, then what is
//! likeliest. Looking ahead is bounded, so the cost is linear.

use super::build::{is_speech_verb, is_that_verb};
use crate::token::{Lexicon, Readings, Shape, Token, TokenKind, Word};

/// How far a decision looks ahead, in tokens.
const AHEAD: usize = 24;

/// The class of a token in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Tag {
    Noun,
    Plural,
    Proper,
    Pronoun,
    /// its, their, his
    Possessive,
    Determiner,
    Number,
    Adjective,
    Adverb,
    Preposition,
    /// *to* before an infinitive
    To,
    Coordinator,
    Subordinator,
    That,
    Wh,
    Modal,
    Be,
    Have,
    Do,
    Negation,
    Base,
    Third,
    Past,
    Participle,
    Ing,
    /// the clitic of an owner
    Owner,
    Mark,
}

impl Tag {
    pub(crate) fn is_noun(self) -> bool {
        matches!(self, Self::Noun | Self::Plural | Self::Proper)
    }

    pub(crate) fn is_finite(self) -> bool {
        matches!(
            self,
            Self::Third | Self::Past | Self::Modal | Self::Be | Self::Have | Self::Do
        )
    }
}

/// A token with what the lexicon and its form say of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate {
    pub(crate) token: Token,
    pub(crate) word: Word,
    readings: Readings,
}

/// The tags of a sentence, and its words as looked up.
pub(crate) fn tags_into(
    lexicon: &Lexicon,
    text: &str,
    tokens: &[Token],
    words: &mut Vec<Candidate>,
    tags: &mut Vec<Tag>,
) {
    words.clear();
    tags.clear();
    let title_case = is_title_case(tokens);
    for (index, &token) in tokens.iter().enumerate() {
        words.push(candidate(lexicon, text, tokens, index, token, title_case));
    }
    let mut tagger = Tagger {
        words,
        tags,
        finite_seen: false,
        main_finite: false,
        aside: false,
        inverted: false,
        lexicon,
    };
    for index in 0..tokens.len() {
        let tag = tagger.tag(index);
        tagger.tags.push(tag);
        tagger.note(index, tag);
    }
}

/// Whether most longer words are capitalised, as in a headline: then a capital says nothing.
fn is_title_case(tokens: &[Token]) -> bool {
    let long = tokens
        .iter()
        .filter(|token| token.kind == TokenKind::Word && token.span.len() > 3);
    let (all, capitals) = long.fold((0, 0), |(all, capitals), token| {
        (
            all + 1,
            capitals + usize::from(token.shape.has(Shape::CAPITAL)),
        )
    });
    let stopped = tokens
        .last()
        .is_some_and(|token| token.kind == TokenKind::Stop);
    all >= 4 && capitals * 10 >= all * 8 && !stopped
}

fn candidate(
    lexicon: &Lexicon,
    text: &str,
    tokens: &[Token],
    index: usize,
    token: Token,
    title_case: bool,
) -> Candidate {
    let word = lexicon.word(token.word);
    let readings = match token.kind {
        TokenKind::Word => {
            let before = index
                .checked_sub(1)
                .and_then(|before| tokens.get(before))
                .map(|token| token.kind);
            let opens = !after_abbreviation(tokens, index)
                && matches!(
                    before,
                    None | Some(
                        TokenKind::QuoteOpen
                            | TokenKind::Colon
                            | TokenKind::Stop
                            | TokenKind::BracketOpen
                            | TokenKind::Dash
                    )
                )
                && !begins_name(lexicon, tokens, index, word);
            let capital = token.shape.has(Shape::CAPITAL) && !title_case;
            form_readings(word, token, text, capital, opens)
        }
        TokenKind::Number => Readings::NUMBER,
        _ => Readings::NONE,
    };
    Candidate {
        token,
        word,
        readings,
    }
}

/// Whether the stop before a token belongs to a title or an initial: "Mr. | Stone", "Gov. | Trent".
fn after_abbreviation(tokens: &[Token], index: usize) -> bool {
    index
        .checked_sub(1)
        .is_some_and(|stop| is_abbreviation_stop(tokens, stop))
}

/// A stop glued to a short capitalised word, with a capital or number after it in the same sentence.
pub(super) fn is_abbreviation_stop(tokens: &[Token], stop: usize) -> bool {
    let (Some(before), Some(mark), Some(after)) = (
        stop.checked_sub(1).and_then(|at| tokens.get(at)),
        tokens.get(stop),
        tokens.get(stop + 1),
    ) else {
        return false;
    };
    let glued = before.span.end() == mark.span.start() && mark.span.len() == 1;
    let short = before.kind == TokenKind::Word
        && before.shape.has(Shape::CAPITAL)
        && before.span.len() <= 5;
    let goes_on = after.kind == TokenKind::Number
        || (after.kind == TokenKind::Word && after.shape.has(Shape::CAPITAL))
        || after.kind == TokenKind::Comma;
    mark.kind == TokenKind::Stop
        && glued
        && short
        && goes_on
        && after.span.start() <= mark.span.end() + 1
}

/// Whether the first word of a sentence is likely to begin a name: "United States", "Security Council".
fn begins_name(lexicon: &Lexicon, tokens: &[Token], index: usize, word: Word) -> bool {
    let next = tokens
        .get(index + 1)
        .filter(|next| next.kind == TokenKind::Word && next.shape.has(Shape::CAPITAL));
    let name_like = word
        .readings
        .any(Readings::ANY_NOUN | Readings::ADJECTIVE | Readings::PARTICIPLE)
        && !word.readings.any(Readings::ADVERB | Readings::ING);
    name_like
        && next.is_some_and(|next| {
            !lexicon
                .word(next.word)
                .readings
                .any(Readings::DETERMINER | Readings::PRONOUN)
        })
}

/// What a word may be, by lexicon and form.
fn form_readings(word: Word, token: Token, text: &str, capital: bool, opens: bool) -> Readings {
    let open_class = Readings::ANY_NOUN | Readings::VERB | Readings::ADJECTIVE | Readings::ADVERB;
    let known = word.readings;
    let function = known.any(
        Readings::DETERMINER
            | Readings::PRONOUN
            | Readings::PREPOSITION
            | Readings::AUXILIARY
            | Readings::COORDINATOR
            | Readings::SUBORDINATOR
            | Readings::WH
            | Readings::THAT
            | Readings::AS
            | Readings::POSSESSIVE
            | Readings::TO
            | Readings::NUMBER
            | Readings::NEGATIVE
            | Readings::APOSTROPHE,
    );
    if capital
        && token.shape.has(Shape::ALL_CAPITALS)
        && token.span.len() > 1
        && !(known.any(Readings::MODAL) && opens)
    {
        return Readings::NONE;
    }
    // "in May", "Will Smith"
    if capital && !opens && (!function || known.any(Readings::MODAL)) {
        return Readings::NONE;
    }
    if token.word.is_known() && (known.any(open_class) || function) {
        return known;
    }
    if capital && !(opens && guess(token.span.of(text)) == Readings::ADVERB) {
        return Readings::NONE;
    }
    guess(token.span.of(text))
}

/// What an unknown word is likely to be, by its end.
fn guess(word: &str) -> Readings {
    let ends = |list: &[&str]| word.len() > 4 && list.iter().any(|end| word.ends_with(end));
    if ends(&["ly"]) {
        Readings::ADVERB
    } else if ends(&["ing"]) {
        Readings::ING | Readings::NOUN
    } else if ends(&["ed"]) {
        Readings::PAST | Readings::PARTICIPLE | Readings::ADJECTIVE
    } else if ends(&[
        "ous", "ful", "ive", "able", "ible", "less", "ish", "ical", "ary",
    ]) {
        Readings::ADJECTIVE | Readings::ADJECTIVE_FIRST
    } else if ends(&["al", "ic", "an", "ese"]) {
        Readings::ADJECTIVE | Readings::NOUN | Readings::ADJECTIVE_FIRST
    } else if word.ends_with('s') && !ends(&["ss", "us", "is"]) {
        Readings::PLURAL
    } else {
        Readings::NOUN
    }
}

struct Tagger<'a> {
    words: &'a [Candidate],
    tags: &'a mut Vec<Tag>,
    /// Whether the clause being read has its finite verb.
    finite_seen: bool,
    /// Whether a finite verb stood outside relative and adverbial clauses.
    main_finite: bool,
    /// Whether the words being read are in such a clause.
    aside: bool,
    /// Whether an auxiliary stood before its subject: "Nor would it hear".
    inverted: bool,
    lexicon: &'a Lexicon,
}

impl Tagger<'_> {
    fn readings(&self, index: usize) -> Readings {
        self.words
            .get(index)
            .map_or(Readings::NONE, |word| word.readings)
    }

    fn kind(&self, index: usize) -> TokenKind {
        self.words
            .get(index)
            .map_or(TokenKind::Stop, |word| word.token.kind)
    }

    fn text(&self, index: usize) -> &str {
        self.words
            .get(index)
            .map_or("", |word| self.lexicon.text(word.token.word))
    }

    fn is_proper(&self, index: usize) -> bool {
        self.words.get(index).is_some_and(|word| {
            word.token.kind == TokenKind::Word
                && word.readings == Readings::NONE
                && word.token.shape.has(Shape::CAPITAL)
        })
    }

    /// The tag before `index`, adverbs and negations left out.
    fn before(&self, index: usize) -> Option<(usize, Tag)> {
        (0..index)
            .rev()
            .map(|at| (at, self.tags.get(at).copied().unwrap_or(Tag::Mark)))
            .find(|(_, tag)| !matches!(tag, Tag::Adverb | Tag::Negation))
    }

    /// Whether a noun phrase may begin or go on at `index`.
    fn noun_like(&self, index: usize) -> bool {
        let readings = self.readings(index);
        self.is_proper(index)
            || self.kind(index) == TokenKind::Number
            || readings.any(
                Readings::ANY_NOUN | Readings::ADJECTIVE | Readings::PARTICIPLE | Readings::NUMBER,
            )
            || self.kind(index) == TokenKind::QuoteOpen
    }

    fn tag(&self, index: usize) -> Tag {
        match self.kind(index) {
            TokenKind::Number => return Tag::Number,
            TokenKind::Word => {}
            TokenKind::Mark if matches!(self.text(index), "'") => return Tag::Owner,
            _ => return Tag::Mark,
        }
        let readings = self.readings(index);
        if readings == Readings::NONE {
            return Tag::Proper;
        }
        if let Some(tag) = self.closed_class(index, readings) {
            return tag;
        }
        self.open_class(index, readings)
    }

    fn closed_class(&self, index: usize, readings: Readings) -> Option<Tag> {
        let next = self.readings(index + 1);
        if readings.any(Readings::APOSTROPHE) {
            return Some(self.clitic(index));
        }
        if readings.any(Readings::THAT) {
            return Some(self.that(index, next));
        }
        if readings.any(Readings::TO) {
            return Some(self.to(index));
        }
        if readings.any(Readings::AS)
            || (self.text(index) == "according" && self.text(index + 1) == "to")
        {
            return Some(Tag::Preposition);
        }
        if readings.any(Readings::WH) {
            return Some(Tag::Wh);
        }
        if readings.any(Readings::MODAL) {
            return Some(Tag::Modal);
        }
        if readings.any(Readings::BE) {
            return Some(Tag::Be);
        }
        if readings.any(Readings::HAVE) {
            return Some(Tag::Have);
        }
        if readings.any(Readings::DO) {
            return Some(Tag::Do);
        }
        if readings.any(Readings::SUBORDINATOR) {
            return Some(self.subordinator(index, readings));
        }
        if readings.any(Readings::POSSESSIVE) {
            let owner = self.noun_like(index + 1)
                || self.readings(index + 1).any(Readings::ING)
                || !readings.any(Readings::PRONOUN);
            return Some(if owner { Tag::Possessive } else { Tag::Pronoun });
        }
        if self.text(index) == "no" && self.text(index + 1) == "longer" {
            return Some(Tag::Negation);
        }
        if readings.any(Readings::DETERMINER) {
            let alone = !self.noun_like(index + 1)
                && !self.readings(index + 1).any(
                    Readings::ING | Readings::DETERMINER | Readings::POSSESSIVE | Readings::ADVERB,
                );
            let quantity = readings.any(Readings::ADVERB)
                && self
                    .readings(index + 1)
                    .any(Readings::ADJECTIVE | Readings::ADVERB);
            return Some(match () {
                () if quantity => Tag::Adverb,
                () if alone && readings.any(Readings::PRONOUN) => Tag::Pronoun,
                () if alone && readings.any(Readings::ADVERB) => Tag::Adverb,
                () => Tag::Determiner,
            });
        }
        if readings.any(Readings::PRONOUN) && readings.any(Readings::ADJECTIVE) {
            return Some(if self.noun_like(index + 1) {
                Tag::Adjective
            } else {
                Tag::Pronoun
            });
        }
        if self.text(index) == "one" && index > 0 && self.text(index - 1) == "no" {
            return Some(Tag::Pronoun);
        }
        if readings.any(Readings::NUMBER) {
            return Some(Tag::Number);
        }
        if readings.any(Readings::COORDINATOR)
            && !(readings.any(Readings::ADVERB)
                && self.kind(index.wrapping_sub(1)) != TokenKind::Comma)
        {
            return Some(Tag::Coordinator);
        }
        let measured = matches!(
            self.text(index),
            "about" | "around" | "over" | "under" | "near"
        ) && (self.kind(index + 1) == TokenKind::Number
            || next.any(Readings::NUMBER)
            || self.text(index + 1) == "half");
        let after_verb = self
            .tags
            .last()
            .is_none_or(|tag| !tag.is_noun() && *tag != Tag::Adjective);
        if measured && after_verb {
            return Some(Tag::Adverb);
        }
        if readings.any(Readings::PREPOSITION) && !readings.any(Readings::ANY_NOUN | Readings::VERB)
        {
            let follows = self.noun_like(index + 1)
                || next.any(
                    Readings::DETERMINER
                        | Readings::POSSESSIVE
                        | Readings::PRONOUN
                        | Readings::ING
                        | Readings::WH
                        | Readings::THAT
                        | Readings::PREPOSITION
                        | Readings::SUBORDINATOR,
                );
            return Some(if follows || !readings.any(Readings::ADVERB) {
                Tag::Preposition
            } else {
                Tag::Adverb
            });
        }
        if readings.any(Readings::PRONOUN) {
            return Some(Tag::Pronoun);
        }
        if readings.any(Readings::NEGATIVE) {
            return Some(Tag::Negation);
        }
        None
    }

    /// "'s" and "'": an owner before what is owned, a form of *be* otherwise.
    fn clitic(&self, index: usize) -> Tag {
        let after_pronoun = self
            .tags
            .last()
            .is_some_and(|tag| matches!(tag, Tag::Pronoun | Tag::Wh | Tag::That));
        let next = self.readings(index + 1);
        let be = self.text(index) == "'s"
            && (after_pronoun
                || next.any(
                    Readings::DETERMINER
                        | Readings::NEGATIVE
                        | Readings::POSSESSIVE
                        | Readings::PREPOSITION,
                ))
            && !self.is_proper(index + 1);
        if be { Tag::Be } else { Tag::Owner }
    }

    fn that(&self, index: usize, next: Readings) -> Tag {
        if next.any(Readings::PREPOSITION) && self.text(index + 1) == "of" {
            return Tag::Pronoun;
        }
        if matches!(self.kind(index + 1), TokenKind::Stop | TokenKind::Semicolon) {
            return Tag::Pronoun;
        }
        // "called into question that figure."
        let closed = next.any(Readings::NOUN)
            && !next.any(Readings::PLURAL)
            && matches!(self.kind(index + 2), TokenKind::Stop | TokenKind::Semicolon);
        if closed && self.tags.last().is_some_and(|tag| *tag != Tag::Mark) {
            return Tag::Determiner;
        }
        match self.tags.last() {
            None | Some(Tag::Preposition) if self.noun_like(index + 1) => Tag::Determiner,
            Some(Tag::Base | Tag::Third | Tag::Past | Tag::Participle | Tag::Ing | Tag::Have)
                if self.that_determines(index, next) =>
            {
                Tag::Determiner
            }
            None | Some(Tag::Preposition) => Tag::Pronoun,
            _ => Tag::That,
        }
    }

    /// "recognised that government", "share that worry": a singular noun follows, and no verb behind it.
    fn that_determines(&self, index: usize, next: Readings) -> bool {
        let noun_at = if next.any(Readings::NOUN) {
            index + 1
        } else {
            index + 2
        };
        let singular = self.readings(noun_at).any(Readings::NOUN)
            && (noun_at == index + 1 || next.any(Readings::ADJECTIVE))
            && !next.any(Readings::DETERMINER | Readings::PRONOUN);
        if !singular || self.is_proper(index + 1) {
            return false;
        }
        let verb = index.checked_sub(1).map_or("", |at| self.verb_text(at));
        if is_that_verb(verb) {
            let verbs = Readings::THIRD | Readings::PAST | Readings::AUXILIARY | Readings::BASE;
            return !(noun_at + 1..noun_at + AHEAD)
                .take_while(|at| self.kind(*at) == TokenKind::Word)
                .any(|at| self.readings(at).any(verbs));
        }
        !self.finite_ahead(noun_at + 1)
    }

    /// *to* with an infinitive, or the preposition.
    fn to(&self, index: usize) -> Tag {
        let mut at = index + 1;
        while self.readings(at).any(Readings::ADVERB | Readings::NEGATIVE)
            && !self.readings(at).any(Readings::BASE)
            && at < index + 3
        {
            at += 1;
        }
        let next = self.readings(at);
        if next.any(Readings::BE | Readings::HAVE | Readings::DO)
            && matches!(self.text(at), "be" | "have" | "do")
        {
            return Tag::To;
        }
        if !next.any(Readings::BASE) {
            return Tag::Preposition;
        }
        if !next.any(Readings::ANY_NOUN) || next.any(Readings::VERB_FIRST) {
            return Tag::To;
        }
        // A word that is a noun first: it is a verb when an object follows.
        let after = self.readings(at + 1);
        let object = self.is_proper(at + 1)
            || after.any(
                Readings::DETERMINER
                    | Readings::POSSESSIVE
                    | Readings::PRONOUN
                    | Readings::THAT
                    | Readings::ANY_NOUN
                    | Readings::ADJECTIVE
                    | Readings::WH,
            )
            || self.kind(at + 1) == TokenKind::QuoteOpen;
        let motion = self.before(index).is_some_and(|(at, _)| {
            matches!(
                self.verb_text(at),
                "return"
                    | "lead"
                    | "go"
                    | "come"
                    | "respond"
                    | "turn"
                    | "resort"
                    | "commit"
                    | "subject"
            )
        });
        let phrasal = after.any(Readings::PREPOSITION)
            && !motion
            && self.before(index).is_some_and(|(_, tag)| !tag.is_noun());
        if (object && !motion) || phrasal {
            Tag::To
        } else {
            Tag::Preposition
        }
    }

    fn verb_text(&self, index: usize) -> &str {
        self.words
            .get(index)
            .map_or("", |word| self.lexicon.text(word.word.verb))
    }

    fn subordinator(&self, index: usize, readings: Readings) -> Tag {
        let next = self.readings(index + 1);
        if readings.any(Readings::ADVERB)
            && !next.any(Readings::DETERMINER | Readings::PRONOUN | Readings::POSSESSIVE)
            && !self.is_proper(index + 1)
        {
            return Tag::Adverb;
        }
        if !readings.any(Readings::PREPOSITION) {
            return Tag::Subordinator;
        }
        // since, before, after, until: with a clause when a finite verb follows before the next comma.
        if self.finite_ahead(index + 1) {
            Tag::Subordinator
        } else {
            Tag::Preposition
        }
    }

    /// Whether a verb that can't be anything else but finite comes before the clause may end.
    fn finite_ahead(&self, from: usize) -> bool {
        for at in from..from + AHEAD {
            let readings = self.readings(at);
            match self.kind(at) {
                TokenKind::Word => {}
                TokenKind::Number => continue,
                TokenKind::Mark => continue,
                _ => return false,
            }
            if readings
                .any(Readings::SUBORDINATOR | Readings::WH | Readings::THAT | Readings::COORDINATOR)
            {
                return false;
            }
            let noun =
                readings.any(Readings::ANY_NOUN | Readings::ADJECTIVE | Readings::PREPOSITION);
            if readings.any(Readings::MODAL | Readings::BE | Readings::HAVE | Readings::DO)
                && !matches!(self.text(at), "be" | "been" | "being" | "having")
            {
                return true;
            }
            if readings.any(Readings::THIRD | Readings::PAST)
                && !noun
                && !readings.any(Readings::PARTICIPLE)
            {
                return true;
            }
            // A form that may be a participle is finite after a pronoun or name.
            if readings.any(Readings::PAST) && at > from && self.tags_unknown_subject(at - 1) {
                return true;
            }
        }
        false
    }

    fn tags_unknown_subject(&self, index: usize) -> bool {
        self.is_proper(index)
            || (self.readings(index).any(Readings::PRONOUN)
                && !self.readings(index).any(Readings::DETERMINER))
    }

    fn open_class(&self, index: usize, readings: Readings) -> Tag {
        if self.text(index) == "longer" && self.tags.last() == Some(&Tag::Negation) {
            return Tag::Adverb;
        }
        if self.is_adverb_here(index, readings) {
            return Tag::Adverb;
        }
        let before = self.before(index);
        let next = self.readings(index + 1);
        let noun = readings.any(Readings::ANY_NOUN);
        if readings.any(Readings::MEASURE)
            && readings.any(Readings::ING)
            && readings.any(Readings::NOUN)
        {
            return Tag::Noun;
        }
        let noun_tag = if readings.any(Readings::NOUN) {
            Tag::Noun
        } else {
            Tag::Plural
        };
        if !readings.any(Readings::VERB) {
            return self.nominal(index, readings, noun_tag);
        }
        let joined = self
            .words
            .get(index)
            .is_some_and(|word| word.token.shape.has(Shape::JOINED));
        if joined && readings.any(Readings::PARTICIPLE) && self.noun_like(index + 1) {
            return Tag::Adjective;
        }
        match before.map(|(_, tag)| tag) {
            Some(Tag::To | Tag::Modal | Tag::Do) if readings.any(Readings::BASE) => {
                return Tag::Base;
            }
            Some(Tag::Have) if readings.any(Readings::PARTICIPLE) => return Tag::Participle,
            Some(Tag::Be)
                if readings.any(Readings::PARTICIPLE)
                    && (!readings.any(Readings::ADJECTIVE_FIRST)
                        || matches!(self.text(index + 1), "to" | "by" | "that" | "as")) =>
            {
                return Tag::Participle;
            }
            Some(Tag::Be) if readings.any(Readings::ING) => return Tag::Ing,
            Some(Tag::Be) if readings.any(Readings::ADJECTIVE) => return Tag::Adjective,
            Some(Tag::Be) if noun => return noun_tag,
            _ => {}
        }
        if self.inverted
            && readings.any(Readings::BASE | Readings::PARTICIPLE)
            && before.is_some_and(|(_, tag)| tag.is_noun() || tag == Tag::Pronoun)
        {
            return if readings.any(Readings::BASE) {
                Tag::Base
            } else {
                Tag::Participle
            };
        }
        let whose = before.is_some_and(|(at, _)| self.text(at) == "whose");
        if whose
            || matches!(
                before,
                Some((
                    _,
                    Tag::Determiner | Tag::Possessive | Tag::Owner | Tag::Adjective | Tag::Number
                ))
            )
        {
            return self.in_noun_phrase(index, readings, noun_tag);
        }
        if let Some((_, Tag::Preposition)) = before {
            if readings.any(Readings::ING) {
                let nominal = self.text(index + 1) == "of" && noun;
                return if nominal { noun_tag } else { Tag::Ing };
            }
            if readings.any(Readings::PARTICIPLE) && !noun && self.noun_like(index + 1) {
                return Tag::Adjective;
            }
            if noun || readings.any(Readings::ADJECTIVE) {
                return self.nominal(index, readings, noun_tag);
            }
        }
        self.verb_or_noun(index, readings, noun_tag, next)
    }

    /// "has long supported", "so far", "could only harm".
    fn is_adverb_here(&self, index: usize, readings: Readings) -> bool {
        let last = self.tags.last();
        match self.text(index) {
            // "took so long", "grew too warm"
            _ if index > 0
                && readings.any(Readings::ADVERB)
                && matches!(self.text(index - 1), "so" | "too" | "very" | "how" | "as") =>
            {
                last == Some(&Tag::Adverb)
            }
            "long" => {
                matches!(last, Some(Tag::Have | Tag::Be))
                    && self
                        .readings(index + 1)
                        .any(Readings::PARTICIPLE | Readings::BE)
            }
            "far" => index > 0 && matches!(self.text(index - 1), "so" | "thus"),
            "only" => {
                matches!(last, Some(Tag::Modal | Tag::Do | Tag::To | Tag::Have))
                    && readings.any(Readings::ADVERB)
            }
            _ => false,
        }
    }

    /// A noun, adjective or adverb that is no verb.
    fn nominal(&self, index: usize, readings: Readings, noun_tag: Tag) -> Tag {
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
            if readings.any(Readings::ADJECTIVE_FIRST)
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
        if noun { noun_tag } else { Tag::Adverb }
    }

    /// After a determiner, an owner, an adjective or a number.
    fn in_noun_phrase(&self, index: usize, readings: Readings, noun_tag: Tag) -> Tag {
        let noun = readings.any(Readings::ANY_NOUN);
        let next = self.readings(index + 1);
        let next_noun =
            self.is_proper(index + 1) || next.any(Readings::ANY_NOUN | Readings::ADJECTIVE);
        if readings.any(Readings::PARTICIPLE | Readings::ADJECTIVE)
            && !readings.any(Readings::ANY_NOUN)
        {
            return if self.after_closed_noun(index) {
                Tag::Participle
            } else {
                Tag::Adjective
            };
        }
        if readings.any(Readings::ADJECTIVE) && next_noun && !readings.any(Readings::THIRD) {
            return Tag::Adjective;
        }
        if readings.any(Readings::ING) && !noun {
            return if next_noun { Tag::Adjective } else { Tag::Ing };
        }
        if noun {
            return noun_tag;
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

    fn verb_or_noun(&self, index: usize, readings: Readings, noun_tag: Tag, next: Readings) -> Tag {
        let noun = readings.any(Readings::ANY_NOUN);
        let last = self.last_inside_marks(index);
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
            let gerund = next.any(Readings::DETERMINER | Readings::POSSESSIVE | Readings::PRONOUN)
                || self.is_proper(index + 1)
                || readings.any(Readings::VERB_FIRST);
            return if gerund { Tag::Ing } else { noun_tag };
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
        if matches!(subject, Some(Tag::Pronoun))
            && readings.any(Readings::BASE | Readings::THIRD)
            && !self.finite_seen
        {
            return self.plain_verb(index, readings);
        }
        let plural_subject = matches!(subject, Some(Tag::Plural)) && readings.any(Readings::BASE);
        let finite = readings.any(Readings::THIRD | Readings::PAST)
            || plural_subject
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
        let people = self.readings(index).any(Readings::HUMAN)
            && self.readings(index).any(Readings::PLURAL)
            && next.any(Readings::PAST);
        (auxiliary || surely || people)
            && !self.finite_seen
            && index > 0
            && self.kind(index + 1) == TokenKind::Word
    }

    /// "liberties groups": a plural subject takes no third person.
    fn plural_before(&self, index: usize, readings: Readings) -> bool {
        let plural = index.checked_sub(1).and_then(|at| self.tags.get(at)) == Some(&Tag::Plural);
        plural
            && readings.any(Readings::THIRD)
            && readings.any(Readings::PLURAL)
            && !self.finite_seen
    }

    /// "Their leader, a retired engineer, | points to": the verb of a subject that a comma closed.
    fn after_comma_verb(&self, index: usize, readings: Readings, next: Readings) -> bool {
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
        comma
            && readings.any(Readings::THIRD | Readings::PAST)
            && follows
            && !self.main_finite
            && !self.finite_ahead(index + 1)
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

    /// After *and*, *or*, *but*: what the words before the coordinator were.
    fn coordinated(&self, index: usize, readings: Readings, noun_tag: Tag) -> Tag {
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
            || self.is_proper(index + 1);
        let same = match last_verb {
            Some(Tag::Base) => readings.any(Readings::BASE),
            Some(Tag::Third) => readings.any(Readings::THIRD),
            Some(Tag::Past) => readings.any(Readings::PAST),
            Some(Tag::Participle) => readings.any(Readings::PARTICIPLE),
            Some(Tag::Ing) => readings.any(Readings::ING),
            _ => false,
        };
        match last_verb {
            Some(tag) if same && object => tag,
            _ => self.nominal(index, readings, noun_tag),
        }
    }

    /// A form that is a verb here: which form.
    fn plain_verb(&self, index: usize, readings: Readings) -> Tag {
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
    fn is_participle(&self, index: usize) -> bool {
        let last = self.tags.last().copied();
        match last {
            None => return true,
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
        if self.text(index + 1) == "by" && !self.readings(index + 2).any(Readings::ING) {
            return true;
        }
        if self.after_fronted_preposition(index) {
            return true;
        }
        if self.has_object(index) || self.speaker_before(index) {
            return false;
        }
        let after_comma = index
            .checked_sub(1)
            .is_some_and(|at| self.kind(at) == TokenKind::Comma);
        if after_comma && !self.main_finite && self.verb_after_comma(index) {
            return true;
        }
        if self.finite_seen
            && last.is_some_and(|tag| tag.is_noun() || matches!(tag, Tag::Adverb | Tag::Number))
        {
            return true;
        }
        self.finite_ahead(index + 1)
    }

    /// "The report, published by the council, | says": a finite verb right behind the next comma.
    fn verb_after_comma(&self, index: usize) -> bool {
        let comma = (index + 1..index + AHEAD).find(|at| self.kind(*at) == TokenKind::Comma);
        comma.is_some_and(|comma| {
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
        let passive = matches!(self.text(index + 1), "by" | "to" | "as" | "dead");
        // "…, a nurse who saw it said."
        let last = self.kind(index + 1) == TokenKind::Stop && index + 2 >= self.words.len();
        if last && is_that_verb(self.verb_text(index)) && !self.tags.last().is_some_and(|tag| *tag == Tag::Mark) {
            return true;
        }
        speaks && !passive && is_that_verb(self.verb_text(index)) && !self.finite_seen
    }

    /// "In a statement | read to the court, …": the noun before stands under a preposition that opens the sentence.
    fn after_fronted_preposition(&self, index: usize) -> bool {
        let mut at = index;
        while at > 0
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

    /// Keeps the state of the clause after a tag was given.
    fn note(&mut self, index: usize, tag: Tag) {
        let boundary = match tag {
            Tag::Subordinator | Tag::That | Tag::Wh => true,
            Tag::Coordinator => true,
            Tag::Mark => matches!(
                self.kind(index),
                TokenKind::Semicolon
                    | TokenKind::Colon
                    | TokenKind::QuoteOpen
                    | TokenKind::QuoteClose
                    | TokenKind::Dash
                    | TokenKind::Stop
                    | TokenKind::Comma
            ),
            _ => false,
        };
        match tag {
            Tag::Subordinator | Tag::Wh => self.aside = true,
            Tag::Mark if self.kind(index) == TokenKind::Comma => self.aside = false,
            Tag::Mark
                if matches!(
                    self.kind(index),
                    TokenKind::Semicolon | TokenKind::Stop | TokenKind::Colon
                ) =>
            {
                self.aside = false;
                self.main_finite = false;
            }
            tag if tag.is_finite() && !self.aside => self.main_finite = true,
            _ => {}
        }
        if boundary {
            self.finite_seen = false;
            self.inverted = false;
        }
        if tag.is_finite() {
            self.finite_seen = true;
            let next = self.readings(index + 1);
            let subject_after = self.is_proper(index + 1)
                || next.any(Readings::PRONOUN | Readings::DETERMINER | Readings::POSSESSIVE);
            if matches!(tag, Tag::Modal | Tag::Do | Tag::Have)
                && subject_after
                && !next.any(Readings::VERB)
            {
                let opens = self.tags.len() < 2
                    || self
                        .tags
                        .get(self.tags.len() - 2)
                        .is_none_or(|tag| !tag.is_noun() && *tag != Tag::Pronoun);
                self.inverted = opens;
            }
        }
    }
}
