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
    let marks = chunk.map(mark);
    for (n, group) in marks.as_chunks::<8>().0.iter().enumerate() {
        let mut bits = u64::from_le_bytes(*group);
        while bits != 0 {
            let lane = (bits.trailing_zeros() / 8) as usize;
            let at = base + n * 8 + lane;
            if let Some(kind) = classify(bytes, at) {
                return Some((at, kind));
            }
            bits &= !(0xff << (lane * 8));
        }
    }
    None
}

/// 255 for a byte that may begin a candidate, else 0. Without branches, so that it runs on all lanes at once.
#[inline]
fn mark(byte: u8) -> u8 {
    let stop = (byte == b'.') | (byte == b'?') | (byte == b'!');
    let line = (byte >= b'\n') & (byte <= b'\r');
    let foreign = ((byte >= 0xd5) & (byte <= 0xe3)) | (byte == 0xef);
    let hit = stop | line | (byte == b')') | foreign;
    if hit { 0xff } else { 0 }
}

/// What stands at `at`, where [`mark`] has found something.
#[inline]
fn classify(bytes: &[u8], at: usize) -> Option<Candidate> {
    let byte = |n: usize| bytes.get(at + n).copied().unwrap_or(0);
    match byte(0) {
        b'.' | b'?' | b'!' => Some(Candidate::Stop),
        b'\n'..=b'\r' => Some(Candidate::Line),
        b')' => Some(Candidate::Bracket),
        0xe2 => match (byte(1), byte(2)) {
            (0x80, 0xa6) => Some(Candidate::Stop),
            (0x80, 0xa2) | (0x81, 0x83) | (0x97, 0xa6 | 0x8f) | (0x96, 0xaa) => {
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
