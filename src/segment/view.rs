//! What a decision may look at: a stretch of text around one place, bounded on both sides.
//!
//! Both sides are fixed numbers of bytes, never "up to the end of the text". So a decision costs the same
//! everywhere, and a text that arrives in pieces is decided as one that is there as a whole.

/// Bytes a decision may look at before its place.
pub(super) const BEHIND: usize = 256;
/// Bytes a decision may look at from its place on.
pub(super) const AHEAD: usize = 384;
/// White space, stops or closing marks in a row that are looked at one by one.
pub(super) const RUN: usize = 64;
/// The longest token that is looked up, in bytes.
const TOKEN: usize = 24;

/// The text around the place of a decision.
#[derive(Clone, Copy, Debug)]
pub(super) struct View<'t> {
    text: &'t str,
    from: usize,
    to: usize,
    /// Where the sentence at hand starts.
    pub(super) start: usize,
}

/// The token that ends right before a place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'t> {
    pub(super) start: usize,
    pub(super) text: &'t str,
}

/// What the first character of the next sentence would be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum First {
    End,
    Upper,
    Lower,
    /// A letter of a script without case.
    Caseless,
    Digit,
    Other(char),
}

/// What follows a stop and white space.
#[derive(Clone, Copy, Debug)]
pub(super) struct Next<'t> {
    /// Where it starts: the first character that is no white space.
    pub(super) start: usize,
    /// The opening quotation mark or bracket it starts with.
    pub(super) opener: Option<char>,
    /// Its first character that is no opening mark.
    pub(super) first: First,
    /// Its first word; empty where it starts with none.
    pub(super) word: &'t str,
    /// Where that word ends.
    pub(super) end: usize,
}

impl<'t> View<'t> {
    /// The text around `at` in the sentence that starts at `start`.
    pub(super) fn new(text: &'t str, start: usize, at: usize) -> Self {
        Self {
            text,
            from: at.saturating_sub(BEHIND),
            to: at.saturating_add(AHEAD).min(text.len()),
            start,
        }
    }

    /// The byte at `at`; 0 outside.
    #[inline]
    pub(super) fn byte(&self, at: usize) -> u8 {
        if at < self.from || at >= self.to {
            return 0;
        }
        self.text.as_bytes().get(at).copied().unwrap_or(0)
    }

    /// The byte before `at`; 0 at the beginning.
    pub(super) fn byte_before(&self, at: usize) -> u8 {
        self.byte(at.wrapping_sub(1))
    }

    /// The character at `at`.
    #[inline]
    pub(super) fn char(&self, at: usize) -> Option<char> {
        match self.byte(at) {
            0 if at < self.from || at >= self.to => None,
            byte if byte < 0x80 => Some(char::from(byte)),
            _ => {
                let c = self.text.get(at..)?.chars().next()?;
                (at + c.len_utf8() <= self.to).then_some(c)
            }
        }
    }

    /// The character that ends at `at`.
    #[inline]
    pub(super) fn char_before(&self, at: usize) -> Option<char> {
        match self.byte(at.checked_sub(1)?) {
            0 if at <= self.from || at > self.to => None,
            byte if byte < 0x80 => Some(char::from(byte)),
            _ => {
                let c = self.text.get(..at)?.chars().next_back()?;
                (at - c.len_utf8() >= self.from).then_some(c)
            }
        }
    }

    /// The bytes from `start` to `end`, where they lie in the view.
    pub(super) fn slice(&self, start: usize, end: usize) -> &'t str {
        if start < self.from || end > self.to {
            return "";
        }
        self.text.get(start..end).unwrap_or_default()
    }

    /// The start of the sentence, if it lies in the view.
    pub(super) fn sentence_start(&self) -> Option<usize> {
        (self.start >= self.from).then_some(self.start)
    }

    /// The first words of the sentence, wherever it starts; at most `bytes` bytes.
    pub(super) fn opening(&self, bytes: usize) -> &'t str {
        self.ahead(self.start, bytes)
    }

    /// What stands at `at`: at most `bytes` bytes, cut at a character.
    pub(super) fn ahead(&self, at: usize, bytes: usize) -> &'t str {
        let mut end = at.saturating_add(bytes).min(self.to);
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        self.text.get(at..end).unwrap_or_default()
    }

    /// Whether nothing is left at `at`.
    pub(super) fn is_end(&self, at: usize) -> bool {
        at >= self.to
    }

    /// The end of the white space that starts at `at`. A longer run than anyone writes is cut short.
    pub(super) fn skip_white(&self, mut at: usize) -> usize {
        let limit = at + RUN;
        while at < limit {
            match self.byte(at) {
                b' ' | b'\t'..=b'\r' => at += 1,
                0..=0x7f => break,
                _ => match self.char(at) {
                    Some(c) if c.is_whitespace() => at += c.len_utf8(),
                    _ => break,
                },
            }
        }
        at
    }

    /// The end of the run of characters from `at` on for which `of` holds.
    pub(super) fn skip(&self, mut at: usize, of: impl Fn(char) -> bool) -> usize {
        let limit = at + RUN;
        while at < limit {
            match self.char(at) {
                Some(c) if of(c) => at += c.len_utf8(),
                _ => break,
            }
        }
        at
    }

    /// The start of the run of characters before `at` for which `of` holds.
    pub(super) fn skip_back(&self, mut at: usize, of: impl Fn(char) -> bool) -> usize {
        let limit = at.saturating_sub(RUN);
        while at > limit {
            match self.char_before(at) {
                Some(c) if of(c) => at -= c.len_utf8(),
                _ => break,
            }
        }
        at
    }

    /// The token that ends at `end`: letters, digits and what joins them (`U.S`, `don't`, `AT&T`).
    pub(super) fn token(&self, end: usize) -> Token<'t> {
        let mut start = end;
        while start > end.saturating_sub(TOKEN) {
            match self.char_before(start) {
                Some(c) if is_token(c) => start -= c.len_utf8(),
                _ => break,
            }
        }
        // A quotation mark before a word is no apostrophe in it.
        while start < end && matches!(self.byte(start), b'.' | b'\'' | b'-' | b'&') {
            start += 1;
        }
        if self.slice(start, end).starts_with('’') {
            start += '’'.len_utf8();
        }
        Token {
            start,
            text: self.slice(start, end),
        }
    }

    /// The word before the white space before `at`.
    pub(super) fn word_before(&self, at: usize) -> Token<'t> {
        self.token(self.skip_back(at, char::is_whitespace))
    }

    /// What stands at `start`.
    pub(super) fn next(&self, start: usize) -> Next<'t> {
        let mut at = start;
        let mut opener = None;
        while let Some(c) = self.char(at).filter(|&c| is_opener(c)) {
            opener = opener.or(Some(c));
            at += c.len_utf8();
            if at > start + RUN {
                break;
            }
        }
        let first = match self.char(at) {
            None => First::End,
            Some(c) if c.is_uppercase() => First::Upper,
            Some(c) if c.is_lowercase() => First::Lower,
            Some(c) if c.is_ascii_digit() => First::Digit,
            Some(c) if c.is_alphabetic() => First::Caseless,
            Some(c) if c.is_numeric() => First::Digit,
            Some(c) => First::Other(c),
        };
        let end = self.skip(at, |c| c.is_alphabetic() || c == '\'' || c == '’');
        Next {
            start,
            opener,
            first,
            word: self.slice(at, end),
            end,
        }
    }
}

impl Token<'_> {
    /// Whether it starts with a capital.
    pub(super) fn is_capitalised(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }
}

/// Characters that hold a token together.
fn is_token(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '\'' | '’' | '-' | '&' | '°' | 'º')
}

/// Quotation marks and brackets that open.
pub(super) fn is_opener(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '('
            | '['
            | '{'
            | '“'
            | '‘'
            | '«'
            | '‹'
            | '„'
            | '‚'
            | '¿'
            | '¡'
            | '`'
            | '「'
            | '『'
    )
}

/// Quotation marks and brackets that close.
pub(super) fn is_closer(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | ')' | ']' | '}' | '”' | '’' | '»' | '›' | '」' | '』' | '）' | '】'
    )
}

/// Quotation marks that close.
pub(super) fn is_closing_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '›' | '」' | '』')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_ends_a_fixed_way_off_on_both_sides() {
        let text = "a".repeat(2000);
        let view = View::new(&text, 700, 1000);
        assert_eq!(view.byte(1000 - BEHIND), b'a');
        assert_eq!(view.byte(1000 - BEHIND - 1), 0);
        assert_eq!(view.byte(1000 + AHEAD - 1), b'a');
        assert_eq!(view.byte(1000 + AHEAD), 0);
        assert_eq!(view.char(1000 - BEHIND - 1), None);
        assert_eq!(view.char(1000 + AHEAD), None);
        assert_eq!(view.char_before(1000 - BEHIND), None);
        assert_eq!(view.char_before(1000 + AHEAD), Some('a'));
        assert_eq!(view.char_before(1000 + AHEAD + 1), None);
        assert!(view.is_end(1000 + AHEAD) && !view.is_end(1000 + AHEAD - 1));
        assert_eq!(
            view.slice(1000 - BEHIND, 1000 + AHEAD).len(),
            BEHIND + AHEAD
        );
        assert_eq!(view.slice(1000 - BEHIND - 1, 1000), "");
        assert_eq!(view.slice(1000, 1000 + AHEAD + 1), "");
        // The sentence began before what is in view.
        assert_eq!(view.sentence_start(), None);
        let start = 1000 - BEHIND;
        assert_eq!(View::new(&text, start, 1000).sentence_start(), Some(start));
    }

    #[test]
    fn a_character_that_is_cut_by_the_end_is_not_there() {
        let text = format!("{}é", "a".repeat(AHEAD - 1));
        let view = View::new(&text, 0, 0);
        assert_eq!(view.char(AHEAD - 1), None);
        assert_eq!(view.ahead(AHEAD - 3, 8), "aa");
        let text = format!("a{}é", "a".repeat(AHEAD - 3));
        assert_eq!(View::new(&text, 0, 0).char(AHEAD - 2), Some('é'));
        let text = format!("é{}", "a".repeat(BEHIND));
        assert_eq!(View::new(&text, 0, BEHIND + 2).char_before(2), None);
        assert_eq!(View::new(&text, 0, BEHIND).char_before(2), Some('é'));
    }

    #[test]
    fn a_text_may_hold_nul_bytes() {
        let view = View::new("a\0b", 0, 0);
        assert_eq!(view.char(1), Some('\0'));
        assert_eq!(view.char_before(2), Some('\0'));
        assert_eq!((view.char(3), view.char_before(0)), (None, None));
    }

    #[test]
    fn long_runs_are_cut() {
        let text = " ".repeat(200);
        assert_eq!(View::new(&text, 0, 0).skip_white(3), 3 + RUN);
        assert_eq!(
            View::new(&text, 0, 200).skip_back(200, char::is_whitespace),
            200 - RUN
        );
        assert_eq!(View::new(&text, 0, 0).skip(3, char::is_whitespace), 3 + RUN);
        assert_eq!(View::new(" \t\u{a0}\u{2003}x", 0, 0).skip_white(0), 7);
        assert_eq!(View::new("\u{8}x", 0, 0).skip_white(0), 0);
    }

    #[test]
    fn a_token_holds_its_joints_and_no_marks_around_it() {
        let token = |text: &str| {
            let token = View::new(text, 0, text.len()).token(text.len());
            (token.start, token.text.to_owned())
        };
        assert_eq!(token("the U.S"), (4, "U.S".to_owned()));
        assert_eq!(token("from AT&T"), (5, "AT&T".to_owned()));
        assert_eq!(token("I don't"), (2, "don't".to_owned()));
        assert_eq!(token("so 'tis"), (4, "tis".to_owned()));
        assert_eq!(token("so ’tis"), (6, "tis".to_owned()));
        assert_eq!(token("so --fine"), (5, "fine".to_owned()));
        assert_eq!(token("it, "), (4, String::new()));
        assert_eq!(token(&"a".repeat(40)), (40 - TOKEN, "a".repeat(TOKEN)));
    }

    #[test]
    fn what_comes_next_is_told_by_its_first_character() {
        let next = |text: &'static str| {
            let next = View::new(text, 0, 0).next(0);
            (next.opener, next.first, next.word)
        };
        assert_eq!(next("The end"), (None, First::Upper, "The"));
        assert_eq!(next("don’t go"), (None, First::Lower, "don’t"));
        assert_eq!(next("(“The end"), (Some('('), First::Upper, "The"));
        assert_eq!(next("3 ships"), (None, First::Digit, ""));
        assert_eq!(next("½ ship"), (None, First::Digit, ""));
        assert_eq!(next("走"), (None, First::Caseless, "走"));
        assert_eq!(next("- it"), (None, First::Other('-'), ""));
        assert_eq!(next(""), (None, First::End, ""));
        assert_eq!(next("["), (Some('['), First::End, ""));
    }
}
