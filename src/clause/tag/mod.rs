//! Word classes: one tag a token, by lexicon, form and context.
//!
//! A word of one class keeps it. Of several, the words beside it decide, in the order of the functions below: what stands
//! before it (determiner, auxiliary, preposition, pronoun), then whether the clause has its verb already, then what is
//! likeliest. Looking ahead is bounded, so the cost is linear.

mod closed;
mod verbal;

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
    words.reserve(tokens.len());
    tags.reserve(tokens.len());
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
    let stopped = tokens
        .last()
        .is_some_and(|token| token.kind == TokenKind::Stop);
    if stopped {
        return false;
    }
    let long = tokens
        .iter()
        .filter(|token| token.kind == TokenKind::Word && token.span.len() > 3);
    let (all, capitals) = long.fold((0, 0), |(all, capitals), token| {
        (
            all + 1,
            capitals + usize::from(token.shape.has(Shape::CAPITAL)),
        )
    });
    all >= 4 && capitals * 10 >= all * 8
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
            // Only a capital asks what its place says.
            let capital = token.shape.has(Shape::CAPITAL) && !title_case;
            let opens = capital && opens(lexicon, tokens, index, word);
            form_readings(lexicon, word, token, text, capital, opens)
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

/// Whether a word stands where any word has a capital, and is likely to begin no name.
fn opens(lexicon: &Lexicon, tokens: &[Token], index: usize, word: Word) -> bool {
    let before = index
        .checked_sub(1)
        .and_then(|before| tokens.get(before))
        .map(|token| token.kind);
    matches!(
        before,
        None | Some(
            TokenKind::QuoteOpen
                | TokenKind::Colon
                | TokenKind::Stop
                | TokenKind::BracketOpen
                | TokenKind::Dash
        )
    ) && !after_abbreviation(tokens, index)
        && !begins_name(lexicon, tokens, index, word)
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
fn form_readings(
    lexicon: &Lexicon,
    word: Word,
    token: Token,
    text: &str,
    capital: bool,
    opens: bool,
) -> Readings {
    let open_class = Readings::ANY_NOUN | Readings::VERB | Readings::ADJECTIVE | Readings::ADVERB;
    let known = word.readings;
    let function = known.any(Readings::CLOSED);
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
    if capital && !(opens && is_adverb_of_known(lexicon, token.span.of(text))) {
        return Readings::NONE;
    }
    guess(token.span.of(text))
}

/// Whether a capitalised word that opens a sentence is an adverb ("Oddly") and no name ("Chirply"): what it is made from is known.
fn is_adverb_of_known(lexicon: &Lexicon, word: &str) -> bool {
    let word = word.to_lowercase();
    let Some(stem) = word.strip_suffix("ly").filter(|stem| stem.len() > 2) else {
        return false;
    };
    let known = |form: &str| {
        lexicon
            .word(lexicon.look_up(form))
            .readings
            .any(Readings::ADJECTIVE | Readings::PARTICIPLE | Readings::ING)
    };
    known(stem)
        || known(&format!("{stem}le"))
        || stem
            .strip_suffix('i')
            .is_some_and(|stem| known(&format!("{stem}y")))
        || stem.strip_suffix("al").is_some_and(known)
}

/// What an unknown word is likely to be, by its end.
fn guess(word: &str) -> Readings {
    let ends = |list: &[&str]| word.len() > 4 && list.iter().any(|end| word.ends_with(end));
    // "Italy", "anomaly" are none.
    if ends(&["ly"]) && !ends(&["aly"]) {
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

/// How many words a noun phrase before its verb is looked back over.
const PHRASE: usize = 6;

/// One word that is an adverb between an auxiliary and its verb, whatever else it is: "has | since | cut its ties".
fn is_lone_aside(word: &str) -> bool {
    matches!(
        word,
        "since" | "yesterday" | "today" | "tonight" | "overnight" | "meanwhile" | "twice" | "once"
    )
}

/// Two words that are an adverb together.
fn is_aside(first: &str, second: &str) -> bool {
    match first {
        "at" => matches!(
            second,
            "first" | "last" | "once" | "least" | "present" | "times"
        ),
        "in" => matches!(
            second,
            "fact"
                | "effect"
                | "vain"
                | "turn"
                | "private"
                | "public"
                | "principle"
                | "practice"
                | "theory"
                | "return"
        ),
        "for" => matches!(
            second,
            "now" | "once" | "years" | "months" | "weeks" | "days" | "decades" | "long" | "good"
        ),
        "so" => second == "far",
        "of" => matches!(second, "late" | "course"),
        "by" => matches!(second, "now" | "contrast"),
        "as" => second == "yet",
        "until" | "till" => second == "now",
        "to" => second == "date",
        "one" => second == "day",
        "last" => matches!(second, "night" | "week" | "month" | "year"),
        "this" => matches!(second, "week" | "month" | "year" | "morning"),
        _ => false,
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
        let mut at = index.checked_sub(1)?;
        loop {
            match self.tags.get(at).copied().unwrap_or(Tag::Mark) {
                Tag::Adverb | Tag::Negation => at = at.checked_sub(1)?,
                // "would not, however, | rule it out"
                Tag::Mark if self.closes_adverbial(at) => at = at.checked_sub(3)?,
                tag => return Some((at, tag)),
            }
        }
    }

    /// Whether a comma closes one adverb that stands behind an auxiliary.
    fn closes_adverbial(&self, comma: usize) -> bool {
        comma > 2
            && self.kind(comma) == TokenKind::Comma
            && self.tags.get(comma - 1) == Some(&Tag::Adverb)
            && self.kind(comma - 2) == TokenKind::Comma
            && matches!(
                self.tags.get(comma - 3),
                Some(Tag::Modal | Tag::Have | Tag::Be | Tag::Do | Tag::Negation)
            )
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
        let ends_aside = |at: usize| self.opens_aside(at);
        if self.opens_aside(index)
            || index.checked_sub(1).is_some_and(ends_aside)
            || self.is_aside_here(index)
        {
            return Tag::Adverb;
        }
        if let Some(tag) = self.closed_class(index, readings) {
            return tag;
        }
        self.open_class(index, readings)
    }

    /// "demanded that the fighting | stop", "let the draft | pass": what may be a noun, where the noun before it still waits for its verb.
    fn is_awaited_verb(&self, index: usize, readings: Readings) -> bool {
        let last = self.tags.last().copied();
        let fits = readings.any(Readings::BASE)
            && readings.any(Readings::NOUN)
            && matches!(last, Some(Tag::Noun | Tag::Plural));
        if !fits {
            return false;
        }
        let ends = self.kind(index + 1) != TokenKind::Word
            || self
                .readings(index + 1)
                .any(Readings::ADVERB | Readings::PREPOSITION);
        let opener = (0..index).rev().take(PHRASE).find(|at| {
            !self.tags.get(*at).is_some_and(|tag| {
                tag.is_noun() || matches!(tag, Tag::Determiner | Tag::Adjective | Tag::Possessive)
            })
        });
        let opened = opener
            .is_some_and(|at| self.tags.get(at) == Some(&Tag::That) || self.verb_text(at) == "let");
        ends && opened && !self.finite_ahead(index + 1)
    }

    /// Whether two words between an auxiliary and its verb are an adverb together: "had | at first | rejected", "has | in fact | asked".
    fn opens_aside(&self, index: usize) -> bool {
        let behind_auxiliary = index
            .checked_sub(1)
            .and_then(|at| self.tags.get(at))
            .is_some_and(|tag| {
                matches!(
                    tag,
                    Tag::Have | Tag::Modal | Tag::Be | Tag::Do | Tag::Negation
                )
            });
        behind_auxiliary
            && is_aside(self.text(index), self.text(index + 1))
            && self.completes_group(index + 2)
    }

    /// Whether a word may be the verb that an auxiliary before it waits for.
    fn completes_group(&self, index: usize) -> bool {
        let verb = Readings::PAST | Readings::PARTICIPLE | Readings::BASE | Readings::ING;
        self.readings(index).any(verb)
    }

    /// "has | since | cut": one word between an auxiliary and its verb.
    fn is_aside_here(&self, index: usize) -> bool {
        let auxiliary = self
            .tags
            .last()
            .is_some_and(|tag| matches!(tag, Tag::Have | Tag::Modal | Tag::Be));
        auxiliary && is_lone_aside(self.text(index)) && self.completes_group(index + 1)
    }

    fn verb_text(&self, index: usize) -> &str {
        self.words
            .get(index)
            .map_or("", |word| self.lexicon.text(word.word.verb))
    }

    fn noun_text(&self, index: usize) -> &str {
        self.words
            .get(index)
            .map_or("", |word| self.lexicon.text(word.word.noun))
    }

    fn open_class(&self, index: usize, readings: Readings) -> Tag {
        if self.tags.last() == Some(&Tag::Negation) && self.text(index) == "longer" {
            return Tag::Adverb;
        }
        if (readings.any(Readings::ADVERB) || matches!(self.text(index), "later" | "earlier"))
            && self.is_adverb_here(index, readings)
        {
            return Tag::Adverb;
        }
        if self.is_awaited_verb(index, readings) {
            return Tag::Base;
        }
        // "declared itself | ready": a verb only behind *to* or a modal.
        if self.text(index) == "ready" && !matches!(self.tags.last(), Some(Tag::To | Tag::Modal)) {
            return Tag::Adjective;
        }
        // "found it | wrong to": what is judged stands right before it.
        if readings.any(Readings::ADJECTIVE)
            && index > 1
            && self.text(index - 1) == "it"
            && self.text(index + 1) == "to"
            && matches!(
                self.verb_text(index - 2),
                "find"
                    | "think"
                    | "deem"
                    | "consider"
                    | "hold"
                    | "call"
                    | "make"
                    | "believe"
                    | "judge"
            )
        {
            return Tag::Adjective;
        }
        // "took so long to answer"
        if self.text(index) == "long"
            && (index > 0 && matches!(self.text(index - 1), "so" | "too" | "very" | "how" | "as")
                || matches!(self.text(index + 1), "ago" | "before" | "after" | "since"))
        {
            return Tag::Adverb;
        }
        // "at a | sitting on Friday": what an article opens and nothing closes.
        if readings.any(Readings::ING)
            && matches!(self.tags.last(), Some(Tag::Determiner))
            && matches!(
                self.text(index + 1),
                "on" | "in" | "at" | "of" | "between" | "with"
            )
        {
            return Tag::Noun;
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
        if joined && readings.any(Readings::PARTICIPLE | Readings::ING) && self.noun_like(index + 1)
        {
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
                        || matches!(
                            self.text(index + 1),
                            "to" | "by" | "that" | "as" | "off"
                        ))
                    // "is opposed to": nobody opposes it to anything
                    && (self.text(index), self.text(index + 1)) != ("opposed", "to") =>
            {
                return Tag::Participle;
            }
            // "remains opposed", "seems resigned"
            Some(Tag::Base | Tag::Third | Tag::Past)
                if readings.any(Readings::PARTICIPLE)
                    && before.is_some_and(|(at, _)| {
                        matches!(
                            self.verb_text(at),
                            "remain" | "seem" | "appear" | "stay" | "feel" | "look"
                        )
                    }) =>
            {
                return Tag::Adjective;
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
        let whose = before.is_some_and(|(at, tag)| tag == Tag::Wh && self.text(at) == "whose");
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
            // "a change | long demanded by tenants"
            "long"
                if last.is_some_and(|tag| tag.is_noun())
                    && self.text(index + 2) == "by"
                    && self.readings(index + 1).any(Readings::PARTICIPLE) =>
            {
                true
            }
            "long" => {
                matches!(last, Some(Tag::Have | Tag::Be))
                    && self
                        .readings(index + 1)
                        .any(Readings::PARTICIPLE | Readings::BE)
            }
            // "let Syria back in"
            "back"
                if matches!(last, Some(Tag::Proper | Tag::Pronoun))
                    && self
                        .readings(index + 1)
                        .any(Readings::PREPOSITION | Readings::TO) =>
            {
                true
            }
            // "sent home its consul", "take back the envoy"
            "home" | "back" => {
                matches!(
                    last,
                    Some(Tag::Base | Tag::Third | Tag::Past | Tag::Participle | Tag::Ing)
                ) && (self
                    .readings(index + 1)
                    .any(Readings::DETERMINER | Readings::POSSESSIVE | Readings::PREPOSITION)
                    || self.is_proper(index + 1)
                    || self.kind(index + 1) != TokenKind::Word)
            }
            // "the auditor | later found"
            "later" | "earlier" => {
                self.tags.last().is_some_and(|tag| tag.is_noun())
                    && self
                        .readings(index + 1)
                        .any(Readings::PAST | Readings::THIRD | Readings::AUXILIARY)
            }
            "far" => index > 0 && matches!(self.text(index - 1), "so" | "thus"),
            // "has just met", "was even named"
            "only" | "just" | "even" => {
                readings.any(Readings::ADVERB)
                    && match last {
                        Some(Tag::Modal | Tag::Do | Tag::To | Tag::Have) => true,
                        Some(Tag::Be) => self.readings(index + 1).any(Readings::PARTICIPLE),
                        _ => false,
                    }
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
                self.plain_verb(index, readings)
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
                    || self.tags.get(self.tags.len() - 2).is_none_or(|tag| {
                        !tag.is_noun() && !matches!(tag, Tag::Pronoun | Tag::To | Tag::Modal)
                    });
                self.inverted = opens;
            }
        }
    }
}
