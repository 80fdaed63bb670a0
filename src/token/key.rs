//! A word as a number or two: what the table of words compares instead of letters.
//!
//! Most English words have at most eight letters, and nearly all at most twelve, so that two numbers hold all of a word. Its end is found, and it is folded,
//! hashed and compared, for eight bytes at once, which makes a word of plain letters cost some twenty steps, whatever its length.

/// A folded word as the table of words sees it. Two words with equal keys are the same word if [`Key::is_whole`] says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Key {
    /// The first eight bytes, the first one lowest; zero behind the end of a shorter word.
    head: u64,
    /// The next four bytes, 0 where there are none; of a word that these don't hold a hash of what follows `head`, with the bit [`HASHED`].
    rest: u32,
}

/// A word of plain letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Letters {
    /// Number of letters.
    pub(super) len: usize,
    /// The key of the word in lower case.
    pub(super) key: Key,
    /// Whether the first letter is a capital.
    pub(super) is_capital: bool,
    /// Whether any letter is lower case.
    pub(super) has_lower: bool,
}

impl Key {
    /// The key of a folded word.
    pub(super) fn of(folded: &str) -> Self {
        let bytes = folded.as_bytes();
        let head = eight(bytes, 0);
        let mut rest = Rest::default();
        // A word with a zero byte in it looks like a shorter one.
        let mut is_whole = bytes.len() <= WHOLE && !has_zero_within(head, bytes.len());
        let mut at = EIGHT;
        while at < bytes.len() {
            let more = eight(bytes, at);
            is_whole &= !has_zero_within(more, bytes.len() - at);
            rest.add(more);
            at += EIGHT;
        }
        Self {
            head,
            rest: if is_whole { rest.whole() } else { rest.hash() },
        }
    }

    pub(super) fn parts(self) -> (u64, u32) {
        (self.head, self.rest)
    }

    pub(super) fn from_parts(head: u64, rest: u32) -> Self {
        Self { head, rest }
    }

    /// Whether the key holds all of its word.
    pub(super) fn is_whole(self) -> bool {
        self.rest & HASHED == 0
    }

    /// Where the word would stand in a table of `mask + 1` slots, a power of two.
    pub(super) fn slot(self, mask: usize) -> usize {
        let word = self.head ^ (u64::from(self.rest) << 17);
        (word.wrapping_mul(SPREAD) >> 32) as usize & mask
    }
}

/// The plain letters at the start of `bytes`, up to the first byte that is none. Cost: linear in their number.
pub(super) fn letters(bytes: &[u8]) -> Letters {
    let word = eight(bytes, 0);
    let len = letters_in(word);
    let mut found = Letters {
        len,
        key: Key {
            head: lower(word) & first(len),
            rest: 0,
        },
        is_capital: len > 0 && word & LOWER_BIT == 0,
        has_lower: word & first(len) & LOWER_BITS != 0,
    };
    if len == EIGHT {
        longer(bytes, &mut found);
    }
    found
}

/// What follows the first eight letters.
fn longer(bytes: &[u8], found: &mut Letters) {
    let mut rest = Rest::default();
    loop {
        let word = eight(bytes, found.len);
        let len = letters_in(word);
        if len > 0 {
            rest.add(lower(word) & first(len));
            found.has_lower |= word & first(len) & LOWER_BITS != 0;
            found.len += len;
        }
        if len < EIGHT {
            break;
        }
    }
    found.key.rest = if found.len <= WHOLE {
        rest.whole()
    } else {
        rest.hash()
    };
}

/// What follows the first eight bytes of a word: of at most eight more these themselves, of others a mixture.
#[derive(Default)]
struct Rest(u64);

impl Rest {
    fn add(&mut self, eight: u64) {
        self.0 = self.0.rotate_left(5).wrapping_mul(SPREAD) ^ eight;
    }

    /// The bytes of a word of at most [`WHOLE`]; the last one may be outside ASCII, and then the word counts as a longer one.
    fn whole(self) -> u32 {
        (self.0 & 0xffff_ffff) as u32
    }

    fn hash(self) -> u32 {
        (self.0.wrapping_mul(SPREAD) >> 32) as u32 | HASHED
    }
}

/// Bytes that are read at once.
const EIGHT: usize = 8;
/// Bytes of the longest word that a key may hold whole.
const WHOLE: usize = 12;
/// The bit of what follows the first eight bytes that tells a hash from plain letters.
const HASHED: u32 = 1 << 31;
/// An odd number without a pattern, by which a product spreads over its upper half: 2^64 divided by the golden ratio.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;
/// A one in each byte.
const ONES: u64 = 0x0101_0101_0101_0101;
/// The bit of each byte that is set outside ASCII.
const HIGH_BITS: u64 = 0x80 * ONES;
/// The bit that tells "a" from "A", in the first byte.
const LOWER_BIT: u64 = 0x20;
/// The same bit in each byte.
const LOWER_BITS: u64 = LOWER_BIT * ONES;

/// Eight bytes from `at` on, the first one lowest; zero behind the end.
fn eight(bytes: &[u8], at: usize) -> u64 {
    let rest = bytes.get(at..).unwrap_or_default();
    if let Some(eight) = rest.first_chunk() {
        return u64::from_le_bytes(*eight);
    }
    if let (Some(first), Some(last)) = (rest.first_chunk(), rest.last_chunk()) {
        // Two halves that overlap where there are fewer than eight.
        let last = u64::from(u32::from_le_bytes(*last));
        return u64::from(u32::from_le_bytes(*first)) | last << ((rest.len() - 4) * EIGHT);
    }
    rest.iter()
        .rev()
        .fold(0, |word, &byte| word << 8 | u64::from(byte))
}

/// Each byte with the bit that makes a capital small.
fn lower(word: u64) -> u64 {
    word | LOWER_BITS
}

/// How many of the lowest bytes are letters of ASCII before the first that is none.
fn letters_in(word: u64) -> usize {
    let low = lower(word) & !HIGH_BITS;
    // The high bit of a byte tells whether a sum in it passed 0x7f; none carries over into the next byte.
    let from_a = low + (0x80 - u64::from(b'a')) * ONES;
    let past_z = low + (0x7f - u64::from(b'z')) * ONES;
    let others = !(from_a & !past_z & !word) & HIGH_BITS;
    others.trailing_zeros() as usize / EIGHT
}

/// Whether one of the lowest `len` bytes is zero (Warren, *Hacker's Delight*, 6-1).
fn has_zero_within(word: u64, len: usize) -> bool {
    let word = word | !first(len.min(EIGHT));
    word.wrapping_sub(ONES) & !word & HIGH_BITS != 0
}

/// A mask of the lowest `len` bytes, at most eight.
fn first(len: usize) -> u64 {
    match len {
        EIGHT => u64::MAX,
        _ => !(u64::MAX << (len * EIGHT)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn letters_end_at_any_other_byte() {
        for end in (0..=u8::MAX).filter(|byte| !byte.is_ascii_alphabetic()) {
            for word in ["", "Az", "sanction", "recognised"] {
                let mut bytes = word.as_bytes().to_vec();
                bytes.push(end);
                bytes.extend_from_slice(b"abcdefghij");
                assert_eq!(letters(&bytes).len, word.len(), "{word} {end}");
            }
        }
    }

    #[test]
    fn capitals_are_seen() {
        let seen = |word: &str| {
            let letters = letters(word.as_bytes());
            (letters.is_capital, letters.has_lower)
        };
        assert_eq!(seen("NATO"), (true, false));
        assert_eq!(seen("Moscow"), (true, true));
        assert_eq!(seen("INTERNATIONAL"), (true, false));
        assert_eq!(seen("INTERNATIONal"), (true, true));
        assert_eq!(seen("eU, Unit"), (false, true));
        assert_eq!(seen("1st"), (false, false));
    }

    #[test]
    fn a_key_tells_words_apart() {
        let words = [
            "",
            "a",
            "a\0",
            "sanction",
            "sanctions",
            "sanction\0",
            "sanctioned",
            "sanctioned\0",
            "sanctioning\0",
            "sanctionab\u{e9}",
            "sanctionable",
            "sanctionables",
        ];
        for (at, word) in words.iter().enumerate() {
            for other in &words[at + 1..] {
                assert_ne!(Key::of(word), Key::of(other), "{word:?} {other:?}");
            }
        }
        for (word, is_whole) in [
            ("sanction", true),
            ("sanctionable", true),
            ("sanctionables", false),
            ("sanctionab\u{e9}", false),
            ("sanctioned\0", false),
        ] {
            assert_eq!(Key::of(word).is_whole(), is_whole, "{word:?}");
        }
    }

    proptest! {
        #[test]
        fn a_word_in_a_text_has_the_key_of_its_folded_form(word in "[A-Za-z]{0,30}", after in "([^A-Za-z].{0,9})?") {
            let found = letters(format!("{word}{after}").as_bytes());
            prop_assert_eq!(found.len, word.len());
            prop_assert_eq!(found.key, Key::of(&word.to_ascii_lowercase()));
        }
    }
}
