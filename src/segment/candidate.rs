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

/// The next candidate in `bytes` from `from` on.
pub(super) fn next(bytes: &[u8], from: usize) -> Option<(usize, Candidate)> {
    let mut base = from;
    let mut rest = bytes.get(from..)?;
    while let Some((chunk, after)) = rest.split_first_chunk::<LANES>() {
        if let Some(found) = in_chunk(bytes, chunk, base) {
            return Some(found);
        }
        base += LANES;
        rest = after;
    }
    let mut chunk = [b' '; LANES];
    for (to, byte) in chunk.iter_mut().zip(rest) {
        *to = *byte;
    }
    in_chunk(bytes, &chunk, base)
}

/// The first candidate in one chunk.
#[inline]
fn in_chunk(bytes: &[u8], chunk: &[u8; LANES], base: usize) -> Option<(usize, Candidate)> {
    let mut marks = [0; LANES];
    for (to, byte) in marks.iter_mut().zip(chunk) {
        *to = mark(*byte);
    }
    if marks.iter().fold(0, |any, mark| any | mark) == 0 {
        return None;
    }
    for (n, group) in marks.as_chunks::<8>().0.iter().enumerate() {
        let mut bits = u64::from_le_bytes(*group);
        while bits != 0 {
            let lane = bits.trailing_zeros() / 8;
            let at = base + n * 8 + lane as usize;
            if let Some(kind) = classify(bytes, at) {
                return Some((at, kind));
            }
            bits &= u64::MAX.checked_shl(8 * (lane + 1)).unwrap_or(0);
        }
    }
    None
}

/// Not 0 for a byte that may begin a candidate, and for a few beside it that [`classify`] turns down.
///
/// Saturating arithmetic has no branches and an instruction that does it on all lanes at once; comparisons that say the
/// same become a jump for each byte.
#[inline]
fn mark(byte: u8) -> u8 {
    let stop = 2_u8.saturating_sub(byte.wrapping_sub(b'.'));
    let question = 3_u8.saturating_sub(byte.wrapping_sub(b'='));
    let colon = 1_u8.saturating_sub(byte ^ b':');
    let underscore = 1_u8.saturating_sub(byte ^ b'_');
    let exclamation = 1_u8.saturating_sub(byte ^ b'!');
    let bracket = 2_u8.saturating_sub(byte.wrapping_sub(b')'));
    let line = 0x0e_u8.saturating_sub(byte);
    let foreign = byte.saturating_sub(0xd4);
    stop | question | colon | underscore | exclamation | bracket | line | foreign
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
