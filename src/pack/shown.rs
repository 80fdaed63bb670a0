//! Words of a pack in messages: nothing in them that could move the cursor or turn the line round.

use std::fmt;

/// A text from a pack, made safe for a terminal and cut to a readable length.
pub(super) struct Shown<'a>(pub(super) &'a str);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const LONGEST: usize = 60;
        for letter in self.0.chars().take(LONGEST) {
            fmt::Write::write_char(f, visible(letter))?;
        }
        if self.0.chars().nth(LONGEST).is_some() {
            f.write_str("…")?;
        }
        Ok(())
    }
}

/// The letter itself, a space for a tab, and a stand-in for what would move the cursor or turn the line round.
pub(super) fn visible(letter: char) -> char {
    match letter {
        '\t' => ' ',
        '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}' => '\u{fffd}',
        letter if letter.is_control() => '\u{fffd}',
        letter => letter,
    }
}
