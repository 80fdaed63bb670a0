//! The scan: where a border could be.
//!
//! Thirty-two bytes at a time are compared with the few bytes that matter, which the compiler turns into vector
//! instructions; only bytes that match are looked at one by one. A sentence of news has one or two of them.

/// Bytes looked at in one step.
const LANES: usize = 32;

/// A place where a border could be, and what stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Candidate {
    /// `.`, `?`, `!` or `…`.
    Stop,
    /// The end of a line.
    Line,
    /// `)`, which may belong to an enumeration.
    Bracket,
    /// `•` and the like.
    Bullet,
    /// Three `*`, `=` or `_` in a row.
    Rule,
    /// A colon between digits.
    Clock,
    /// A stop of another script.
    Foreign,
}

/// The bytes that were compared last, so that a candidate behind another one costs no new comparison.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Scan {
    base: usize,
    end: usize,
    /// The bit of each byte from `base` on, the lowest first: 1 where a candidate may be.
    bits: u32,
}

impl Scan {
    /// The next candidate in `bytes` from `from` on.
    #[inline]
    pub(super) fn next(&mut self, bytes: &[u8], from: usize) -> Option<(usize, Candidate)> {
        let mut bits = if from >= self.base && from < self.end {
            self.bits & u32::MAX << (from - self.base)
        } else {
            self.fill(bytes, from)?;
            self.bits
        };
        loop {
            while bits != 0 {
                let at = self.base + bits.trailing_zeros() as usize;
                if let Some(kind) = classify(bytes, at) {
                    return Some((at, kind));
                }
                bits &= bits - 1;
            }
            self.fill(bytes, self.end)?;
            bits = self.bits;
        }
    }

    /// Forgets what was compared, since the bytes have changed.
    pub(super) fn reset(&mut self) {
        *self = Self::default();
    }

    /// Compares bytes from `base` on, up to a chunk with a candidate or the end of the text, which gives `None`.
    #[inline]
    fn fill(&mut self, bytes: &[u8], base: usize) -> Option<()> {
        self.base = base;
        let mut rest = bytes.get(base..)?;
        while let Some((chunk, after)) = rest.split_first_chunk::<LANES>() {
            self.bits = compare(chunk);
            if self.bits != 0 {
                self.end = self.base + LANES;
                return Some(());
            }
            self.base += LANES;
            rest = after;
        }
        let mut chunk = [b' '; LANES];
        for (to, byte) in chunk.iter_mut().zip(rest) {
            *to = *byte;
        }
        self.bits = compare(&chunk);
        self.end = self.base + LANES;
        (!rest.is_empty()).then_some(())
    }
}

/// A bit for each byte of a chunk that may begin a candidate.
#[inline]
fn compare(chunk: &[u8; LANES]) -> u32 {
    let mut marks = [0; LANES];
    for (to, byte) in marks.iter_mut().zip(chunk) {
        *to = mark(*byte);
    }
    if marks.iter().fold(0, |any, mark| any | mark) == 0 {
        return 0;
    }
    let groups = marks.as_chunks::<8>().0.iter().rev();
    groups.fold(0, |bits, group| {
        bits << 8 | gather(u64::from_le_bytes(*group))
    })
}

/// A bit for each of eight bytes that is not 0, the lowest first.
#[inline]
fn gather(bytes: u64) -> u32 {
    let low = 0x7f7f_7f7f_7f7f_7f7f;
    let high = (((bytes & low) + low) | bytes) & !low;
    // Byte n, now 0 or 1, times the bit at 56 - 7n comes to stand at bit 56 + n; the others miss the highest byte.
    let [bits, ..] = ((high >> 7).wrapping_mul(0x0102_0408_1020_4080)).to_be_bytes();
    u32::from(bits)
}

/// Not 0 for a byte that may begin a candidate, and for a few beside it that [`classify`] turns down.
///
/// Saturating arithmetic has no branches and an instruction that does it on all lanes at once; comparisons that say the
/// same become a jump for each byte.
#[inline]
fn mark(byte: u8) -> u8 {
    let stop = 2_u8.saturating_sub(byte.wrapping_sub(b'.'));
    let question = 6_u8.saturating_sub(byte.wrapping_sub(b':')); // : ; < = > ?
    let underscore = 1_u8.saturating_sub(byte ^ b'_');
    let exclamation = 1_u8.saturating_sub(byte ^ b'!');
    let bracket = 2_u8.saturating_sub(byte.wrapping_sub(b')'));
    let line = 0x0e_u8.saturating_sub(byte);
    let foreign = byte.saturating_sub(0xd4);
    stop | question | underscore | exclamation | bracket | line | foreign
}

/// What stands at `at`, where [`mark`] has found something.
#[inline]
fn classify(bytes: &[u8], at: usize) -> Option<Candidate> {
    let byte = |n: usize| bytes.get(at + n).copied().unwrap_or(0);
    let before = at
        .checked_sub(1)
        .and_then(|at| bytes.get(at))
        .copied()
        .unwrap_or(0);
    match byte(0) {
        b'.' | b'?' | b'!' => Some(Candidate::Stop),
        b'\n'..=b'\r' => Some(Candidate::Line),
        b')' => Some(Candidate::Bracket),
        b':' => (byte(1).is_ascii_digit() && before.is_ascii_digit()).then_some(Candidate::Clock),
        rule @ (b'*' | b'=' | b'_') => {
            (byte(1) == rule && byte(2) == rule).then_some(Candidate::Rule)
        }
        0..=0x7f => None,
        0xe2 => match (byte(1), byte(2)) {
            (0x80, 0xa6) => Some(Candidate::Stop),
            (0x80, 0xa2 | 0xa3) | (0x81, 0x83) | (0x97, 0xa6 | 0x8f) | (0x96, 0xaa) => {
                Some(Candidate::Bullet)
            }
            (0x80, 0xa8 | 0xa9) => Some(Candidate::Line),
            (0x80, 0xbc | 0xbd) | (0x81, 0x87..=0x89) => Some(Candidate::Stop),
            _ => None,
        },
        _ => is_foreign(bytes.get(at..)?).then_some(Candidate::Foreign),
    }
}

/// Whether the bytes begin with a full stop, question or exclamation mark of another script.
fn is_foreign(bytes: &[u8]) -> bool {
    matches!(
        bytes,
        [0xd8, 0x9f, ..]                     // ؟
            | [0xdb, 0x94, ..]               // ۔
            | [0xd6, 0x89, ..]               // ։
            | [0xdc, 0x80..=0x82, ..]        // Syriac
            | [0xe0, 0xa5, 0xa4 | 0xa5, ..]  // । ॥
            | [0xe1, 0x81, 0x8a | 0x8b, ..]  // Burmese
            | [0xe1, 0x8d, 0xa2 | 0xa7 | 0xa8, ..] // Ethiopic
            | [0xe1, 0x9f, 0x94 | 0x95, ..]  // Khmer
            | [0xe3, 0x80, 0x82, ..]         // 。
            | [0xef, 0xbc, 0x81 | 0x8e | 0x9f, ..] // ！．？
            | [0xef, 0xbd, 0xa1, ..] // ｡
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_byte_that_is_not_0_gives_its_bit() {
        assert_eq!(gather(0), 0);
        assert_eq!(gather(0xff00_0000_0000_0001), 0b1000_0001);
        assert_eq!(gather(0x0001_8000_027f_0000), 0b0110_1100);
        assert_eq!(gather(u64::MAX), 0xff);
    }

    #[test]
    fn every_candidate_is_found_wherever_it_stands() {
        for n in 0..100 {
            let text = format!("{}. and … then ) • \n", "x".repeat(n));
            let mut scan = Scan::default();
            let mut at = 0;
            let mut found = Vec::new();
            while let Some((place, kind)) = scan.next(text.as_bytes(), at) {
                found.push((place - n, kind));
                at = place + 1;
            }
            let expected = [
                (0, Candidate::Stop),
                (6, Candidate::Stop),
                (15, Candidate::Bracket),
                (17, Candidate::Bullet),
                (21, Candidate::Line),
            ];
            assert_eq!(found, expected, "{n}");
        }
    }
}
