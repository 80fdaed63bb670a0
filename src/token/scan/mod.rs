//! The scan that finds tokens: plain words here, any other word (`word`), and marks (`mark`).

mod mark;
mod word;

use super::fold::folded;
use super::key::{Letters, letters};
use super::{Lexicon, Shape, Token, TokenKind, WordId};
use crate::span::Span;

/// Words longer than this are in no lexicon, and are not looked up.
const LONGEST_WORD: usize = 48;

/// No text of sentences has a token for fewer bytes.
const BYTES_A_TOKEN: usize = 4;
/// For how many tokens there is room before they are there: a sentence of very many grows with them.
const MOST_RESERVED: usize = 1_000;

/// Appends the tokens of `text` to `out`, their spans moved right by `offset`.
pub(crate) fn tokens_into(lexicon: &Lexicon, text: &str, offset: usize, out: &mut Vec<Token>) {
    let first = out.len();
    out.reserve((text.len() / BYTES_A_TOKEN).min(MOST_RESERVED));
    let mut scan = Scan {
        lexicon,
        text,
        bytes: text.as_bytes(),
        at: 0,
        offset,
        folded: String::new(),
        out,
        first,
        single_open: false,
    };
    while scan.step() {}
}

/// Calls `each` with the words and numbers of a pack's text; those that the lexicon lacks are added to it. `tokens` is space that is used again.
pub(crate) fn learn_into(
    lexicon: &mut Lexicon,
    text: &str,
    tokens: &mut Vec<Token>,
    mut each: impl FnMut(WordId, Shape),
) {
    let letters = letters(text.as_bytes());
    if letters.len == text.len() && (1..=LONGEST_WORD).contains(&letters.len) {
        // One plain word, as most texts of rules are: no scan is needed.
        let word = match lexicon.look_up_letters(letters, text.as_bytes()) {
            WordId::UNKNOWN => lexicon.intern(&folded(text)),
            known => known,
        };
        return each(word, shape_of(letters));
    }
    tokens.clear();
    tokens_into(lexicon, text, 0, tokens);
    for token in tokens {
        if matches!(token.kind, TokenKind::Word | TokenKind::Number) {
            each(lexicon.learn(token, text), token.shape);
        }
    }
}

struct Scan<'a> {
    lexicon: &'a Lexicon,
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    offset: usize,
    folded: String,
    out: &'a mut Vec<Token>,
    /// Index in `out` of the first token of this text.
    first: usize,
    /// Whether a single quotation mark is open.
    single_open: bool,
}

impl Scan<'_> {
    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..).and_then(|rest| rest.chars().next())
    }

    /// Takes the next token; `false` at the end.
    fn step(&mut self) -> bool {
        while self.byte(self.at).is_ascii_whitespace() {
            self.at += 1;
        }
        let Some(&byte) = self.bytes.get(self.at) else {
            return false;
        };
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' => {
                if !self.plain_word() {
                    self.word();
                }
            }
            b'0'..=b'9' => self.number(),
            b'\'' | b'`' => self.straight_single(),
            0x80.. => self.wide(),
            _ => self.ascii_mark(byte),
        }
        true
    }

    fn push(&mut self, start: usize, end: usize, kind: TokenKind, word: WordId, shape: Shape) {
        let span = Span::new(self.offset + start, self.offset + end);
        self.out.push(Token {
            span,
            kind,
            word,
            shape,
        });
        self.at = end;
    }

    fn mark(&mut self, len: usize, kind: TokenKind) {
        self.push(
            self.at,
            self.at + len,
            kind,
            WordId::UNKNOWN,
            Shape::default(),
        );
    }

    /// A run of letters of ASCII that a space or a mark of the sentence ends: nine words in ten. `false` for any other word.
    fn plain_word(&mut self) -> bool {
        let start = self.at;
        let letters = letters(self.bytes.get(start..).unwrap_or_default());
        let end = start + letters.len;
        let after = self.byte(end);
        let is_plain = match after {
            0 | b' ' | b',' | b'\n' | b';' | b':' | b'?' | b'!' | b'"' | b')' => true,
            // A single letter with a stop may be an acronym.
            b'.' => letters.len > 1,
            _ => false,
        };
        if is_plain {
            let word = match self.bytes.get(start..end) {
                Some(written) if letters.len <= LONGEST_WORD => {
                    self.lexicon.look_up_letters(letters, written)
                }
                _ => WordId::UNKNOWN,
            };
            self.push(start, end, TokenKind::Word, word, shape_of(letters));
            // The next token begins behind the space.
            self.at += usize::from(after == b' ');
        }
        is_plain
    }
}

/// How a word of plain letters is written.
fn shape_of(letters: Letters) -> Shape {
    match (letters.is_capital, letters.has_lower) {
        (true, false) if letters.len > 1 => Shape::CAPITAL.with(Shape::ALL_CAPITALS),
        (true, _) => Shape::CAPITAL,
        (false, _) => Shape::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The tokens of a text, each word by the way that any word can go.
    fn without_plain_words(text: &str) -> Vec<Token> {
        let mut out = Vec::new();
        let mut scan = Scan {
            lexicon: Lexicon::english(),
            text,
            bytes: text.as_bytes(),
            at: 0,
            offset: 0,
            folded: String::new(),
            out: &mut out,
            first: 0,
            single_open: false,
        };
        loop {
            if scan.byte(scan.at).is_ascii_alphabetic() {
                scan.word();
            } else if !scan.step() {
                return out;
            }
        }
    }

    proptest! {
        #[test]
        fn a_plain_word_is_read_as_any_other(
            pieces in prop::collection::vec(
                prop_oneof![
                    "[A-Za-z]{1,10}",
                    "[A-Za-z]{40,60}",
                    "[ .,;:?!\"()'’“”\n\u{0}-]{1,2}",
                    prop::sample::select(&[
                        "Recognised", "GOVERNMENT", "the", "a", "US", "Didn't", "U.S.", "cease-fire", "é", "3rd", "_",
                    ][..]).prop_map(str::to_owned),
                ],
                0..12,
            ),
        ) {
            let text = pieces.concat();
            let mut tokens = Vec::new();
            tokens_into(Lexicon::english(), &text, 0, &mut tokens);
            prop_assert_eq!(tokens, without_plain_words(&text));
        }
    }

    fn split(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        tokens_into(Lexicon::english(), text, 0, &mut tokens);
        tokens.iter().map(|token| token.span.of(text)).collect()
    }

    #[test]
    fn clitics_are_tokens() {
        assert_eq!(split("Hamas’ visits"), ["Hamas", "’", "visits"]);
        assert_eq!(
            split("It’s the council's, they'll say"),
            [
                "It", "’s", "the", "council", "'s", ",", "they", "'ll", "say"
            ]
        );
        assert_eq!(
            split("He won't, can't"),
            ["He", "wo", "n't", ",", "ca", "n't"]
        );
        assert_eq!(
            split("O'Brien of Côte d’Ivoire"),
            ["O'Brien", "of", "Côte", "d’Ivoire"]
        );
    }

    #[test]
    fn hyphens_split_unless_the_whole_is_a_word() {
        assert_eq!(
            split("a cease-fire in US-backed Russo-Israeli talks"),
            [
                "a",
                "cease-fire",
                "in",
                "US",
                "backed",
                "Russo",
                "Israeli",
                "talks"
            ]
        );
        assert_eq!(
            split("the Palestine–Israel problem – it"),
            ["the", "Palestine", "Israel", "problem", "–", "it"]
        );
    }

    #[test]
    fn acronyms_and_numbers_keep_their_points() {
        assert_eq!(
            split("The U.S. paid 1,200.50, at 6 p.m."),
            ["The", "U.S.", "paid", "1,200.50", ",", "at", "6", "p.m."]
        );
    }

    #[test]
    fn marks_open_and_close() {
        let kinds = |text: &str| {
            let mut tokens = Vec::new();
            tokens_into(Lexicon::english(), text, 0, &mut tokens);
            tokens.iter().map(|token| token.kind).collect::<Vec<_>>()
        };
        use TokenKind::{QuoteClose, QuoteOpen, Stop, Word};
        assert_eq!(kinds("\"No.\""), [QuoteOpen, Word, Stop, QuoteClose]);
        assert_eq!(kinds("‘No’"), [QuoteOpen, Word, QuoteClose]);
        assert_eq!(kinds("''No''"), [QuoteOpen, Word, QuoteClose]);
    }

    #[test]
    fn other_scripts_and_hidden_characters() {
        assert_eq!(
            split("Москва said 停火。"),
            ["Москва", "said", "停", "火。"]
                .map(|w| w)
                .to_vec()
                .into_iter()
                .flat_map(|w| if w == "火。" {
                    vec!["火", "。"]
                } else {
                    vec![w]
                })
                .collect::<Vec<_>>()
        );
        assert_eq!(split("a\u{200b} b\u{202e}c"), ["a", "b", "c"]);
    }
}
