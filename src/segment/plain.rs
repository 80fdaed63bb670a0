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
                let open = !alone || !matches!(after, b' ' | b'\t');
                open.then_some(Verdict::Open(at + 1))
            }
            _ => None,
        },
        Candidate::Bullet | Candidate::Foreign => None,
    }
}

/// A full stop after a plain word or inside a number.
#[inline]
fn stop(bytes: &[u8], lexicon: &Lexicon, at: usize) -> Option<Verdict> {
    match bytes.get(at.checked_sub(1)?..at + 3)? {
        [b'a'..=b'z', b'.', b' ', b'A'..=b'Z'] if is_word(bytes, lexicon, at) => {
            Some(Verdict::Border {
                end: at + 1,
                next: at + 2,
            })
        }
        // A number, a file, an address.
        [b'0'..=b'9', b'.', b'0'..=b'9', _] | [_, b'.', b'a'..=b'z', _] => {
            Some(Verdict::Open(at + 1))
        }
        // The empty line decides.
        [_, b'.' | b'?' | b'!', b'\n', b'\n'] => Some(Verdict::Open(at + 1)),
        _ => None,
    }
}

/// Whether the letters that end at `at` are a word of at least two of them that is no abbreviation.
#[inline]
fn is_word(bytes: &[u8], lexicon: &Lexicon, at: usize) -> bool {
    let Some(eight) = at
        .checked_sub(8)
        .and_then(|from| bytes.get(from..)?.first_chunk::<8>())
    else {
        return false;
    };
    let word = u64::from_le_bytes(*eight);
    // The high bit of each byte that is no letter.
    let low = word | 0x2020_2020_2020_2020;
    let over = (low & 0x7f7f_7f7f_7f7f_7f7f) + 0x0505_0505_0505_0505;
    let under = (low & 0x7f7f_7f7f_7f7f_7f7f) + 0x1f1f_1f1f_1f1f_1f1f;
    let other = (over | !under | word) & 0x8080_8080_8080_8080;
    if other == 0 {
        return lexicon.is_short();
    }
    let letters = other.leading_zeros() / 8;
    let before = (word >> (56 - 8 * letters)) as u8;
    before == b' '
        && letters >= 2
        && !lexicon
            .marks_of_key(word >> (64 - 8 * letters))
            .any(Marks::ABBREVIATION)
}
