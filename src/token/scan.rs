//! The scan that finds tokens.

use unicode_segmentation::UnicodeSegmentation;

use super::fold::{fold_into, folded};
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
        let word = match lexicon.look_up_letters(letters, text) {
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
        let is_plain = match self.byte(end) {
            0 | b' ' | b',' | b'\n' | b';' | b':' | b'?' | b'!' | b'"' | b')' => true,
            // A single letter with a stop may be an acronym.
            b'.' => letters.len > 1,
            _ => false,
        };
        if is_plain {
            let word = match self.text.get(start..end) {
                Some(written) if letters.len <= LONGEST_WORD => {
                    self.lexicon.look_up_letters(letters, written)
                }
                _ => WordId::UNKNOWN,
            };
            self.push(start, end, TokenKind::Word, word, shape_of(letters));
        }
        is_plain
    }

    /// A run of letters (and of digits after the first), with its clitics and hyphens.
    fn word(&mut self) {
        let start = self.at;
        let end = self.word_end(start);
        if let Some(cut) = self.acronym_end(start, end) {
            return self.piece(start, cut);
        }
        if matches!(self.byte(end), b'-') && self.is_letter(end + 1) {
            return self.hyphenated(start, end);
        }
        match self.negation_start(start, end) {
            Some(cut) => {
                self.piece(start, cut);
                let end = self.after_apostrophe(end);
                self.clitic(cut, end);
            }
            None => {
                self.piece(start, end);
                self.apostrophe_after(end);
            }
        }
    }

    /// End of the letters and digits that begin at `start`.
    fn word_end(&self, start: usize) -> usize {
        let mut end = start;
        loop {
            let byte = self.byte(end);
            if byte.is_ascii_alphanumeric() || byte == b'_' {
                end += 1;
            } else if byte >= 0x80 {
                match self.char_at(end) {
                    Some(c) if is_latin(c) => end += c.len_utf8(),
                    _ => return end,
                }
            } else {
                return end;
            }
        }
    }

    fn is_letter(&self, at: usize) -> bool {
        match self.byte(at) {
            byte if byte < 0x80 => byte.is_ascii_alphanumeric(),
            _ => self.char_at(at).is_some_and(is_latin),
        }
    }

    /// "U.S.", "a.m.", "e.g.": single letters, each with a stop. The end of the last stop.
    fn acronym_end(&self, start: usize, end: usize) -> Option<usize> {
        if end - start != 1 || self.byte(end) != b'.' {
            return None;
        }
        let mut at = end + 1;
        let mut letters = 1;
        while self.byte(at).is_ascii_alphabetic() && self.byte(at + 1) == b'.' {
            at += 2;
            letters += 1;
        }
        (letters > 1 || self.byte(start).is_ascii_uppercase()).then_some(at)
    }

    /// Where "n't" begins in "didn't" and its like; `end` is the end of the letters before the apostrophe.
    fn negation_start(&self, start: usize, end: usize) -> Option<usize> {
        let after = self.after_apostrophe(end);
        let is_n_t = after > end
            && self.byte(end - 1) == b'n'
            && after - end == self.apostrophe_len(end) + 1
            && self.byte(after - 1) == b't'
            && end - 1 > start;
        is_n_t.then(|| end - 1)
    }

    fn apostrophe_len(&self, at: usize) -> usize {
        match self.byte(at) {
            b'\'' => 1,
            0xe2 if self.char_at(at) == Some('’') => 3,
            _ => 0,
        }
    }

    /// End of an apostrophe and the letters after it; `end` itself where there is none.
    fn after_apostrophe(&self, end: usize) -> usize {
        let mark = self.apostrophe_len(end);
        if mark == 0 {
            return end;
        }
        let after = self.word_end(end + mark);
        if after > end + mark { after } else { end }
    }

    /// A clitic after the word that ends at `end`: "'s", "’ll", or the bare apostrophe of a plural owner.
    fn apostrophe_after(&mut self, end: usize) {
        let mark = self.apostrophe_len(end);
        if mark == 0 {
            return;
        }
        let after = self.word_end(end + mark);
        let letters = after - end - mark;
        if (1..=2).contains(&letters) {
            self.clitic(end, after);
        } else if letters > 2 {
            // O'Brien, d’Ivoire: one name.
            self.join_last(after);
        } else if matches!(self.byte(end.wrapping_sub(1)), b's' | b'z' | b'x' | b'S')
            && !self.single_open
        {
            self.clitic(end, end + mark);
        }
    }

    /// Lengthens the last token up to `end`.
    fn join_last(&mut self, end: usize) {
        if let Some(last) = self.out.pop() {
            let start = last.span.start() - self.offset;
            self.piece(start, end);
        }
    }

    fn clitic(&mut self, start: usize, end: usize) {
        let word = self.look_up(start, end);
        self.push(start, end, TokenKind::Word, word, Shape::CLITIC);
    }

    fn piece(&mut self, start: usize, end: usize) {
        let word = self.look_up(start, end);
        let shape = self.shape(start, end);
        self.push(start, end, TokenKind::Word, word, shape);
    }

    /// A hyphenated word: one token where the lexicon has the whole, else a token for each part.
    fn hyphenated(&mut self, start: usize, first_end: usize) {
        let mut ends = vec![first_end];
        let mut end = first_end;
        while self.byte(end) == b'-' && self.is_letter(end + 1) {
            end = self.word_end(end + 1);
            ends.push(end);
        }
        let whole = self.look_up(start, end);
        let closed = if whole.is_known() {
            whole
        } else {
            self.look_up_closed(start, end)
        };
        if closed.is_known() {
            let shape = self.shape(start, first_end);
            self.push(start, end, TokenKind::Word, closed, shape);
        } else {
            let mut from = start;
            let last = ends.len() - 1;
            for (index, &to) in ends.iter().enumerate() {
                let word = self.look_up(from, to);
                let mut shape = self.shape(from, to);
                if index > 0 {
                    shape = shape.with(Shape::JOINED);
                }
                if index < last {
                    shape = shape.with(Shape::JOINS);
                }
                // The hyphen belongs to the part before it, so that no byte is lost.
                let covered = if index < last { to + 1 } else { to };
                self.push(from, to, TokenKind::Word, word, shape);
                self.at = covered;
                from = to + 1;
            }
        }
        self.apostrophe_after(end);
    }

    fn look_up(&mut self, start: usize, end: usize) -> WordId {
        let Some(word) = self
            .text
            .get(start..end)
            .filter(|word| word.len() <= LONGEST_WORD)
        else {
            return WordId::UNKNOWN;
        };
        self.folded.clear();
        fold_into(word, &mut self.folded);
        self.lexicon.look_up(&self.folded)
    }

    /// The same with its hyphens left out: "cease-fire" is "ceasefire".
    fn look_up_closed(&mut self, start: usize, end: usize) -> WordId {
        if end - start > LONGEST_WORD {
            return WordId::UNKNOWN;
        }
        self.folded.retain(|c| c != '-');
        self.lexicon.look_up(&self.folded)
    }

    fn shape(&self, start: usize, end: usize) -> Shape {
        let Some(word) = self.text.get(start..end) else {
            return Shape::default();
        };
        let mut shape = Shape::default();
        if word.chars().next().is_some_and(char::is_uppercase) {
            shape = shape.with(Shape::CAPITAL);
            if word.len() > 1 && !word.bytes().any(|byte| byte.is_ascii_lowercase()) {
                shape = shape.with(Shape::ALL_CAPITALS);
            }
        }
        shape
    }

    /// "1,200", "3.5", "7th", "2024".
    fn number(&mut self) {
        let start = self.at;
        let mut end = start;
        loop {
            let byte = self.byte(end);
            let inner = matches!(byte, b'.' | b',') && self.byte(end + 1).is_ascii_digit();
            if byte.is_ascii_alphanumeric() || inner {
                end += 1;
            } else {
                break;
            }
        }
        let kind = TokenKind::Number;
        let joins = self.byte(end) == b'-' && self.is_letter(end + 1);
        if joins {
            self.push(start, end, kind, WordId::UNKNOWN, Shape::JOINS);
            self.at = end + 1;
            let joined = self.word_end(end + 1);
            let word = self.look_up(end + 1, joined);
            let shape = self.shape(end + 1, joined).with(Shape::JOINED);
            self.push(end + 1, joined, TokenKind::Word, word, shape);
        } else {
            self.push(start, end, kind, WordId::UNKNOWN, Shape::default());
        }
        self.apostrophe_after(self.at);
    }

    fn ascii_mark(&mut self, byte: u8) {
        let run = |scan: &Self, mark: u8| {
            (scan.at..)
                .take_while(|&at| scan.byte(at) == mark)
                .count()
                .max(1)
        };
        match byte {
            b',' => self.mark(1, TokenKind::Comma),
            b'.' => {
                let len = run(self, b'.');
                self.mark(len, TokenKind::Stop);
            }
            b'?' | b'!' => self.mark(1, TokenKind::Stop),
            b':' => self.mark(1, TokenKind::Colon),
            b';' => self.mark(1, TokenKind::Semicolon),
            b'-' => {
                let len = run(self, b'-');
                self.mark(len, TokenKind::Dash);
            }
            b'"' => {
                let kind = self.direction();
                self.mark(1, kind);
            }
            b'(' | b'[' | b'{' => self.mark(1, TokenKind::BracketOpen),
            b')' | b']' | b'}' => self.mark(1, TokenKind::BracketClose),
            _ => self.mark(1, TokenKind::Mark),
        }
    }

    /// A straight mark opens after white space or an opening mark, and closes otherwise.
    fn direction(&self) -> TokenKind {
        let opens_after =
            |byte: u8| byte.is_ascii_whitespace() || matches!(byte, b'(' | b'[' | b'\'' | b'-');
        let before = self.at.checked_sub(1).map(|at| self.byte(at));
        let dash = self.at >= 3
            && matches!(
                self.bytes.get(self.at - 3..self.at),
                Some([0xe2, 0x80, 0x93 | 0x94])
            );
        match before {
            None => TokenKind::QuoteOpen,
            Some(byte) if opens_after(byte) || dash => TokenKind::QuoteOpen,
            Some(_) => TokenKind::QuoteClose,
        }
    }

    /// `'` at the start of a word: a quotation mark, two of them, or an apostrophe ("'em").
    fn straight_single(&mut self) {
        if self.byte(self.at + 1) == self.byte(self.at) {
            let opens = self.byte(self.at) == b'`' || self.direction() == TokenKind::QuoteOpen;
            return self.mark(
                2,
                if opens {
                    TokenKind::QuoteOpen
                } else {
                    TokenKind::QuoteClose
                },
            );
        }
        self.single(1, false);
    }

    fn single(&mut self, len: usize, curly_open: bool) {
        let next = self.byte(self.at + len);
        let opens = curly_open || self.direction() == TokenKind::QuoteOpen;
        if opens && (next.is_ascii_alphanumeric() || next >= 0x80 || next == b'"') {
            self.single_open = true;
            self.mark(len, TokenKind::QuoteOpen);
        } else if self.single_open {
            self.single_open = false;
            self.mark(len, TokenKind::QuoteClose);
        } else {
            self.mark(len, TokenKind::Mark);
        }
    }

    /// A character outside ASCII.
    fn wide(&mut self) {
        let Some(c) = self.char_at(self.at) else {
            self.at += 1;
            return;
        };
        let len = c.len_utf8();
        match c {
            _ if is_latin(c) => self.word(),
            '“' | '„' | '«' | '‹' => self.mark(len, TokenKind::QuoteOpen),
            '”' | '»' | '›' => self.mark(len, TokenKind::QuoteClose),
            '‘' => self.single(len, true),
            '’' => self.single(len, false),
            '–' | '—' | '―' | '−' => self.dash(len),
            '…' => self.mark(len, TokenKind::Stop),
            '。' | '！' | '？' | '؟' | '।' => self.mark(len, TokenKind::Stop),
            '،' | '、' => self.mark(len, TokenKind::Comma),
            _ if c.is_whitespace() || is_invisible(c) => self.at += len,
            _ if c.is_alphanumeric() => self.foreign(),
            _ => self.mark(len, TokenKind::Mark),
        }
    }

    /// A dash between two letters joins them ("Palestine–Israel"); any other is a dash of the sentence.
    fn dash(&mut self, len: usize) {
        let glued =
            self.at > 0 && self.out.len() > self.first && self.is_letter(self.at + len) && {
                let end = self.out.last().map_or(0, |last| last.span.end());
                end == self.at + self.offset
                    && self
                        .out
                        .last()
                        .is_some_and(|last| last.kind == TokenKind::Word)
            };
        let em_dash = self.text.get(self.at..self.at + len) == Some("—");
        if !glued || em_dash {
            return self.mark(len, TokenKind::Dash);
        }
        if let Some(last) = self.out.last_mut() {
            last.shape = last.shape.with(Shape::JOINS);
        }
        let start = self.at + len;
        let end = self.word_end(start);
        let word = self.look_up(start, end);
        let shape = self.shape(start, end).with(Shape::JOINED);
        self.push(start, end, TokenKind::Word, word, shape);
        self.apostrophe_after(end);
    }

    /// Words of another script, by UAX #29.
    fn foreign(&mut self) {
        let start = self.at;
        let rest = self.text.get(start..).unwrap_or_default();
        let len = rest
            .char_indices()
            .find(|(_, c)| c.is_ascii() || c.is_whitespace())
            .map_or(rest.len(), |(at, _)| at);
        let run = rest.get(..len).unwrap_or_default();
        for (at, word) in run.split_word_bound_indices() {
            let (from, to) = (start + at, start + at + word.len());
            let kind = match word.chars().next() {
                Some(c) if c.is_alphanumeric() => TokenKind::Word,
                _ => TokenKind::Mark,
            };
            self.push(from, to, kind, WordId::UNKNOWN, Shape::default());
        }
        self.at = start + len.max(1);
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

/// Letters of the Latin script, and the marks that combine with them.
fn is_latin(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, '\u{00aa}' | '\u{00ba}' | '\u{00c0}'..='\u{00d6}' | '\u{00d8}'..='\u{00f6}' | '\u{00f8}'..='\u{024f}')
        || matches!(c, '\u{0300}'..='\u{036f}' | '\u{1e00}'..='\u{1eff}')
}

/// Characters that have no width: they are skipped, wherever they stand between words.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{00ad}')
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
