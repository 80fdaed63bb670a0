//! Words: where a sentence's tokens stand, and which word of the lexicon each of them is.
//!
//! English news in ASCII and Latin letters is split by one scan over the bytes; runs in other scripts go through
//! `unicode-segmentation` (UAX #29 words). A token is smaller than a word of UAX #29 where grammar wants it so: a clitic is a token of its own ("Moscow" + "'s",
//! "did" + "n't", "we" + "'ll"), and so is each part of a hyphenated word ("Russo" + "Israeli"), unless the lexicon has the whole
//! ("ceasefire", "cease-fire"). No byte that isn't white space is outside a token.
//!
//! A word form comes with its readings (noun, past, preposition …), its lemmas, and how it is used (`usage`): what a rule asks of a word later is a bit.
//!
//! Cost: linear in the text; one hash of each word, made of eight letters at once, no allocation for a word of ASCII.
//!
//! **Known to be wrong.** A word that is in no list of the crate or the pack has no lemma and no readings: no rule meets it, and later stages go by its ending and its
//! place alone. So it is with a word that is misspelt. A form has all its readings in every sentence (*left* is of
//! *leave* and a side); which is meant is for `clause` to say, and it can be wrong. A script without spaces falls into single letters.

mod fold;
mod forms;
mod image;
mod inflect;
mod intern;
mod key;
mod kind;
mod lexicon;
mod marker;
mod scan;
mod set;
mod usage;
mod word;

pub(crate) use fold::{fold, fold_into, folded};
pub(crate) use lexicon::Lexicon;
pub(crate) use marker::Marker;
pub(crate) use scan::{learn_into, tokens_into};
pub(crate) use set::WordSets;
pub(crate) use usage::Usage;
pub(crate) use word::{LemmaClass, Readings, Word, WordId};

use crate::span::Span;

/// A word, number or mark of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its bytes in the text it was read from.
    pub span: Span,
    /// What it is by its form.
    pub kind: TokenKind,
    pub(crate) word: WordId,
    pub(crate) shape: Shape,
}

/// What a token is by its form alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum TokenKind {
    /// A word, a clitic, or a part of a hyphenated word.
    Word,
    /// Digits, with the points and commas inside them.
    Number,
    /// `,`
    Comma,
    /// `.`, `?`, `!` or an ellipsis.
    Stop,
    /// `:`
    Colon,
    /// `;`
    Semicolon,
    /// A dash between words.
    Dash,
    /// A quotation mark that opens.
    QuoteOpen,
    /// A quotation mark that closes.
    QuoteClose,
    /// An opening bracket.
    BracketOpen,
    /// A closing bracket.
    BracketClose,
    /// Any other mark.
    Mark,
}

/// A set of kinds of tokens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct TokenKinds(u16);

impl TokenKinds {
    /// The kinds of some tokens.
    pub(crate) fn of(tokens: &[Token]) -> Self {
        tokens
            .iter()
            .fold(Self::default(), |all, token| all.with(token.kind))
    }

    fn with(self, kind: TokenKind) -> Self {
        Self(self.0 | 1 << kind as u16)
    }

    pub(crate) fn has(self, kind: TokenKind) -> bool {
        self.0 & (1 << kind as u16) != 0
    }
}

/// How a token is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Shape(u8);

crate::table::parts! {
    Shape { 0: u8 }
}

impl Shape {
    pub(crate) const CAPITAL: Self = Self(1);
    pub(crate) const ALL_CAPITALS: Self = Self(1 << 1);
    /// Joined by a hyphen or dash to the token before it.
    pub(crate) const JOINED: Self = Self(1 << 2);
    /// A possessive or other clitic, written to the end of the token before it.
    pub(crate) const CLITIC: Self = Self(1 << 3);
    /// Joined by a hyphen or dash to the token after it.
    pub(crate) const JOINS: Self = Self(1 << 4);

    pub(crate) fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Splits sentences into tokens.
#[derive(Clone, Debug, Default)]
pub struct Tokenizer {}

impl Tokenizer {
    /// A tokenizer of English.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The tokens of `text` in order.
    ///
    /// ```
    /// use parallax::token::Tokenizer;
    ///
    /// let text = "Moscow’s veto didn't surprise us.";
    /// let tokens: Vec<&str> = Tokenizer::new().tokens(text).map(|token| token.span.of(text)).collect();
    /// assert_eq!(tokens, ["Moscow", "’s", "veto", "did", "n't", "surprise", "us", "."]);
    /// ```
    pub fn tokens(&self, text: &str) -> impl Iterator<Item = Token> + use<> {
        let mut tokens = Vec::new();
        tokens_into(Lexicon::english(), text, 0, &mut tokens);
        tokens.into_iter()
    }
}
