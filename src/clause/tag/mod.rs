//! Word classes: one tag a token, by lexicon, form and context.
//!
//! Lexicon and form say what a word may be (`form`). A word of one class keeps it. Of several, the words beside it decide: a closed class first
//! (`closed`, `clause_word`, `infinitive`), then what stands before it (`open`: determiner, auxiliary, preposition, pronoun), then whether the clause has its
//! verb already (`verbal`, `comma`, `coordinated`, `participle`), then what is likeliest (`noun`). Looking ahead is bounded, so the cost is linear.

mod adverb;
mod clause_word;
mod closed;
mod comma;
mod coordinated;
mod counted;
mod demanded;
mod form;
mod infinitive;
pub(in crate::clause) mod noun;
mod open;
mod participle;
mod verbal;

pub(super) use form::is_abbreviation_stop;

use crate::token::{Lexicon, Marker, Readings, Shape, Token, TokenKind, Usage, Word};

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

    /// A form of a verb that is no auxiliary.
    pub(crate) fn is_verb(self) -> bool {
        matches!(
            self,
            Self::Base | Self::Third | Self::Past | Self::Participle | Self::Ing
        )
    }

    /// What a verb group may begin with, adverbs left out.
    pub(crate) fn opens_verb_group(self) -> bool {
        self.is_verb()
            || matches!(
                self,
                Self::Modal | Self::Be | Self::Have | Self::Do | Self::To
            )
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
    form::candidates_into(lexicon, text, tokens, words);
    tags.clear();
    tags.reserve(tokens.len());
    let mut tagger = Tagger {
        words,
        tags,
        finite_seen: false,
        main_finite: false,
        aside: false,
        inverted: false,
        number: 0,
        lexicon,
    };
    for index in 0..tokens.len() {
        tagger.look_for_number(index);
        let tag = tagger.tag(index);
        tagger.tags.push(tag);
        tagger.note(index, tag);
    }
}

/// How many words a noun phrase before its verb is looked back over.
const PHRASE: usize = 6;

/// How many tokens a prepositional phrase between commas has at most, with the commas.
const ASIDE: usize = 6;

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
    /// Where behind the word being read the next number may stand.
    number: usize,
    lexicon: &'a Lexicon,
}

impl Tagger<'_> {
    fn tag(&self, index: usize) -> Tag {
        match self.kind(index) {
            TokenKind::Number => return Tag::Number,
            TokenKind::Word => {}
            _ => return Tag::Mark,
        }
        let readings = self.readings(index);
        if readings == Readings::NONE {
            return Tag::Proper;
        }
        // "the", "a", "every": of one class, and no rule makes anything else of them.
        if readings == Readings::DETERMINER {
            return Tag::Determiner;
        }
        if self.opens_aside(index)
            || index.checked_sub(1).is_some_and(|at| self.opens_aside(at))
            || self.is_aside_here(index)
            || self.bounds_number(index)
        {
            return Tag::Adverb;
        }
        if self.is_in_turn(index) {
            return Tag::Adverb;
        }
        if self.is_one_of_two(index) {
            return Tag::Noun;
        }
        if let Some(tag) = self.to_blame(index) {
            return tag;
        }
        if let Some(tag) = self.closed_class(index, readings) {
            return tag;
        }
        self.open_class(index, readings)
    }

    fn readings(&self, index: usize) -> Readings {
        self.words
            .get(index)
            .map_or(Readings::NONE, |word| word.readings)
    }

    /// Whether a word opens what a verb right before it may have for an object: "lift | the siege", "recognised | it", "list | Hamas".
    fn opens_object(&self, index: usize) -> bool {
        let opens = Readings::DETERMINER | Readings::POSSESSIVE | Readings::PRONOUN;
        self.readings(index).any(opens) || self.is_proper(index)
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

    fn marker(&self, index: usize) -> Marker {
        self.words
            .get(index)
            .map_or(Marker::None, |word| word.word.marker)
    }

    fn usage(&self, index: usize) -> Usage {
        self.words
            .get(index)
            .map_or(Usage::NONE, |word| word.word.usage)
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
                // "is “separate” and …"
                Tag::Mark if self.opens_predicate(at) => at = at.checked_sub(1)?,
                // "would not, however, | rule it out"
                Tag::Mark if self.closes_adverbial(at) => at = at.checked_sub(3)?,
                // "is not, to my mind, | fit"
                Tag::Mark if self.closes_aside(at).is_some() => {
                    at = self.closes_aside(at)?.checked_sub(1)?;
                }
                tag => return Some((at, tag)),
            }
        }
    }

    /// Whether a mark opens what somebody quotes of a predicate: "is “…".
    fn opens_predicate(&self, mark: usize) -> bool {
        self.kind(mark) == TokenKind::QuoteOpen
            && mark.checked_sub(1).and_then(|at| self.tags.get(at)) == Some(&Tag::Be)
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

    /// The comma that opens what another one closes, where that is a prepositional phrase behind an auxiliary: ", in his view,".
    fn closes_aside(&self, comma: usize) -> Option<usize> {
        let open = (comma.saturating_sub(ASIDE)..comma.saturating_sub(1))
            .rev()
            .find(|at| self.kind(*at) == TokenKind::Comma)
            .filter(|_| self.kind(comma) == TokenKind::Comma)?;
        let before = self.tags.get(open.checked_sub(1)?)?;
        let inside = self.tags.get(open + 1..comma)?;
        let phrase = inside.first() == Some(&Tag::Preposition)
            && inside.iter().all(|tag| {
                tag.is_noun()
                    || matches!(
                        tag,
                        Tag::Preposition | Tag::Possessive | Tag::Determiner | Tag::Adjective
                    )
            });
        let auxiliary = matches!(
            before,
            Tag::Modal | Tag::Have | Tag::Be | Tag::Do | Tag::Negation
        );
        (phrase && auxiliary).then_some(open)
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

    /// Keeps the state of the clause after a tag was given.
    fn note(&mut self, index: usize, tag: Tag) {
        match tag {
            Tag::Subordinator | Tag::Wh => {
                self.aside = true;
                self.begin_clause();
            }
            Tag::That | Tag::Coordinator => self.begin_clause(),
            Tag::Mark => self.note_mark(self.kind(index)),
            tag if tag.is_finite() => self.note_finite(index, tag),
            _ => {}
        }
    }

    fn begin_clause(&mut self) {
        self.finite_seen = false;
        self.inverted = false;
    }

    fn note_mark(&mut self, kind: TokenKind) {
        match kind {
            TokenKind::Comma => self.aside = false,
            TokenKind::Semicolon | TokenKind::Stop | TokenKind::Colon => {
                self.aside = false;
                self.main_finite = false;
            }
            TokenKind::QuoteOpen | TokenKind::QuoteClose | TokenKind::Dash => {}
            _ => return,
        }
        self.begin_clause();
    }

    fn note_finite(&mut self, index: usize, tag: Tag) {
        self.main_finite |= !self.aside;
        self.finite_seen = true;
        let next = self.readings(index + 1);
        let subject_after = self.is_proper(index + 1)
            || next.any(Readings::PRONOUN | Readings::DETERMINER | Readings::POSSESSIVE);
        if matches!(tag, Tag::Modal | Tag::Do | Tag::Have)
            && subject_after
            && !next.any(Readings::VERB)
        {
            // The tag itself is the last one.
            let before = self.tags.iter().rev().nth(1);
            // "Under no circumstances will Peru"
            let never = self.tags.iter().zip(self.words).take(2).any(|(tag, word)| {
                *tag == Tag::Determiner && word.readings.any(Readings::NEGATIVE)
            }) && self.tags.first() == Some(&Tag::Preposition);
            self.inverted = before.is_none_or(|tag| {
                never || !tag.is_noun() && !matches!(tag, Tag::Pronoun | Tag::To | Tag::Modal)
            });
        }
    }
}
