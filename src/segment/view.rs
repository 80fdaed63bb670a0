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
