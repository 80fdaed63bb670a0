//! The ordinary case, decided from a few bytes: `… the port. The …`, `… 3.5 …`, an empty line.
//!
//! Nothing here has an opinion of its own. Each case is one that the full decision would decide in the same way
//! whatever stands farther off; the tests hold the two against each other.

use super::candidate::Candidate;
use super::decide::Verdict;
use super::lexicon::{Lexicon, Marks};

/// The verdict on the candidate at `at`, where the bytes beside it are enough for one.
#[inline]
pub(super) fn decide(
    bytes: &[u8],
    lexicon: &Lexicon,
    at: usize,
    kind: Candidate,
) -> Option<Verdict> {
    match kind {
        Candidate::Stop => stop(bytes, lexicon, at),
        Candidate::Line => match bytes.get(at..at + 2)? {
            b"\n\n" => Some(Verdict::Border {
                end: at,
                next: at + 2,
            }),
            _ => None,
        },
        Candidate::Bracket => match bytes.get(at.checked_sub(2)?..at + 2)? {
            // The marker of an item stands alone: ` b) `, ` 12) `.
            [before, letter, _, after] => {
                let alone =
                    matches!(before, b' ' | b'\t' | b'0'..=b'9') && letter.is_ascii_alphanumeric();
                let smiley = matches!(letter, b':' | b';' | b'-');
                let open = !smiley && !alone || !matches!(after, b' ' | b'\t');
                open.then_some(Verdict::Open(at + 1))
            }
            _ => None,
        },
        Candidate::Bullet | Candidate::Foreign | Candidate::Rule | Candidate::Clock => None,
    }
}

/// A stop after a plain word, inside a number or an abbreviation, before an empty line.
#[inline]
fn stop(bytes: &[u8], lexicon: &Lexicon, at: usize) -> Option<Verdict> {
    let border = |end, next| {
        Some(Verdict::Border {
            end: at + end,
            next: at + next,
        })
    };
    let open = Some(Verdict::Open(at + 1));
    let (before, rest) = bytes.get(at.checked_sub(1)?..)?.split_first()?;
    match (before, rest) {
        // A number; a file, an address; initials.
        (b'0'..=b'9', [b'.', b'0'..=b'9', ..]) | (_, [b'.', b'a'..=b'z', ..]) => open,
        (b'A'..=b'Z', [b'.', b'A'..=b'Z', ..]) => open,
        (b'a'..=b'z' | b'A'..=b'Z', [b'.', rest @ ..]) => match (word(bytes, lexicon, at), rest) {
            (Word::Plain, [b' ', b'A'..=b'Z', ..]) => border(1, 2),
            (Word::Plain, [b' ', b'"', b'A'..=b'Z', ..]) => border(1, 2),
            (Word::Plain, [b' ', 0xe2, 0x80, 0x9c, b'A'..=b'Z', ..]) => border(1, 2),
            (Word::Plain, [b'"', b' ', b'A'..=b'Z', ..]) => border(2, 3),
            (Word::Plain, [0xe2, 0x80, 0x9d, b' ', b'A'..=b'Z', ..]) => border(4, 5),
            (Word::Title, [b' ', b'A'..=b'Z', ..]) | (Word::Dotted, [b' ', b'a'..=b'z', ..]) => {
                open
            }
            // The empty line decides.
            (
                _,
                [b'\n', b'\n', ..]
                | [b'"', b'\n', b'\n', ..]
                | [0xe2, 0x80, 0x9d, b'\n', b'\n', ..],
            ) => open,
            _ => None,
        },
        (b'a'..=b'z', [b'?' | b'!', b' ', b'A'..=b'Z', ..])
            if word(bytes, lexicon, at) == Word::Plain =>
        {
            border(1, 2)
        }
        (_, [_, b'\n', b'\n', ..] | [_, b'"', b'\n', b'\n', ..]) => open,
        _ => None,
    }
}

/// What stands before a stop.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    /// A word of two letters or more that is no abbreviation, and no name with a mark of its own.
    Plain,
    /// An abbreviation before a name and nothing else.
    Title,
    /// A letter after a stop: `U.S`.
    Dotted,
    Other,
}

/// The word whose letters end at `at`.
#[inline]
fn word(bytes: &[u8], lexicon: &Lexicon, at: usize) -> Word {
    let Some(eight) = at
        .checked_sub(8)
        .and_then(|from| bytes.get(from..)?.first_chunk::<8>())
    else {
        return Word::Other;
    };
    let word = u64::from_le_bytes(*eight);
    // The high bit of each byte that is no letter.
    let low = (word | 0x2020_2020_2020_2020) & 0x7f7f_7f7f_7f7f_7f7f;
    let letter = (low + 0x1f1f_1f1f_1f1f_1f1f) & !(low + 0x0505_0505_0505_0505) & !word;
    let other = !letter & 0x8080_8080_8080_8080;
    if other == 0 {
        return if lexicon.is_short() {
            Word::Plain
        } else {
            Word::Other
        };
    }
    let letters = other.leading_zeros() / 8;
    match (word << (8 * letters) >> 56, letters) {
        (0x2e, 1) => Word::Dotted,
        (0x20, 2..) => {
            let marks = lexicon.marks_of_key(word >> (64 - 8 * letters));
            if !marks.any(Marks::ABBREVIATION | Marks::MARKED) {
                Word::Plain
            } else if marks
                .without(Marks::TITLE)
                .any(Marks::ABBREVIATION | Marks::MARKED)
            {
                Word::Other
            } else {
                Word::Title
            }
        }
        _ => Word::Other,
    }
}
