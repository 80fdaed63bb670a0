//! Marks: which way a quotation mark goes, what a dash does.

use super::Scan;
use super::word::is_latin;
use crate::token::{Shape, TokenKind};

impl Scan<'_> {
    pub(super) fn ascii_mark(&mut self, byte: u8) {
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
    pub(super) fn straight_single(&mut self) {
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
    pub(super) fn wide(&mut self) {
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
}

/// Characters that have no width: they are skipped, wherever they stand between words.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{00ad}')
}
