//! Words that take more than a run of letters: clitics, hyphens, acronyms, numbers, other scripts.

use unicode_segmentation::UnicodeSegmentation;

use super::{LONGEST_WORD, Scan};
use crate::token::fold::fold_into;
use crate::token::{Shape, TokenKind, WordId};

impl Scan<'_> {
    /// A run of letters (and of digits after the first), with its clitics and hyphens.
    pub(super) fn word(&mut self) {
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
    pub(super) fn word_end(&self, start: usize) -> usize {
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

    pub(super) fn is_letter(&self, at: usize) -> bool {
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
    pub(super) fn apostrophe_after(&mut self, end: usize) {
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

    pub(super) fn look_up(&mut self, start: usize, end: usize) -> WordId {
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

    pub(super) fn shape(&self, start: usize, end: usize) -> Shape {
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
    pub(super) fn number(&mut self) {
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
        // A pack may have a number among its words: "resolution 242".
        let number = self.look_up(start, end);
        let joins = self.byte(end) == b'-' && self.is_letter(end + 1);
        if joins {
            self.push(start, end, kind, number, Shape::JOINS);
            self.at = end + 1;
            let joined = self.word_end(end + 1);
            let word = self.look_up(end + 1, joined);
            let shape = self.shape(end + 1, joined).with(Shape::JOINED);
            self.push(end + 1, joined, TokenKind::Word, word, shape);
        } else {
            self.push(start, end, kind, number, Shape::default());
        }
        self.apostrophe_after(self.at);
    }

    /// Words of another script, by UAX #29.
    pub(super) fn foreign(&mut self) {
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

/// Letters of the Latin script, and the marks that combine with them.
pub(super) fn is_latin(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, '\u{00aa}' | '\u{00ba}' | '\u{00c0}'..='\u{00d6}' | '\u{00d8}'..='\u{00f6}' | '\u{00f8}'..='\u{024f}')
        || matches!(c, '\u{0300}'..='\u{036f}' | '\u{1e00}'..='\u{1eff}')
}
