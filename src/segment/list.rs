//! Enumerations: `1. … 2. …`, `a) … b) …`, `• … • …`, in a line or as lines of a list.
//!
//! In a line, an item starts a sentence only if the sentence at hand starts with the item before it in the same
//! style. So `2.)` means something after `1.)` alone, and no number in running text does.

use super::view::View;

/// How far from its start a sentence may hold the marker of an item, in bytes.
const OPENING: usize = 16;

/// The number or letter that an item starts with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Marker {
    value: u32,
    is_letter: bool,
    style: Style,
}

/// What closes a marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    /// `1.`
    Stop,
    /// `1)`
    Bracket,
    /// `1.)`
    Both,
}

/// Where the item starts whose marker ends with the stop or bracket at `at`, if it goes on with an enumeration.
pub(super) fn inline_item(view: &View<'_>, at: usize) -> Option<usize> {
    let last = view.byte_before(at);
    let alone = view.byte_before(at.wrapping_sub(1)) == b' ';
    if !(last.is_ascii_digit() || alone && last.is_ascii_lowercase()) {
        return None;
    }
    let start = view.skip_back(at, |c| c.is_ascii_alphanumeric());
    if start == at || at > start + 3 || start <= view.start {
        return None;
    }
    let (marker, end) = Marker::read(view.ahead(start, 8))?;
    if !matches!(view.byte(start + end), b' ' | b'\t')
        || !matches!(view.byte_before(start), b' ' | b'\t')
    {
        return None;
    }
    let (first, _) = Marker::read(view.opening(8))?;
    let follows = first.style == marker.style
        && first.is_letter == marker.is_letter
        && first.value + 1 == marker.value;
    follows.then_some(start)
}

/// Whether the stop at `at` belongs to the marker that the sentence starts with.
pub(super) fn is_marker(view: &View<'_>, at: usize) -> bool {
    if at >= view.start + OPENING {
        return false;
    }
    let opening = view.opening(OPENING);
    let mark = opening.trim_start_matches(|c: char| is_bullet(c) || c.is_whitespace());
    let skipped = opening.len() - mark.len();
    let end = Marker::read(mark).map_or_else(|| roman(mark), |(_, end)| end);
    (view.start + skipped..view.start + skipped + end).contains(&at)
}

/// The end of the capital letter or roman number and the stop that `text` starts with: `A.`, `IV.`; else 0.
fn roman(text: &str) -> usize {
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let number = text
        .bytes()
        .take(letters)
        .all(|b| matches!(b, b'I' | b'V' | b'X' | b'L'));
    let is_marker = letters == 1 || number && letters <= 5;
    if is_marker && text.as_bytes().get(letters) == Some(&b'.') {
        letters + 1
    } else {
        0
    }
}

/// Where the item starts whose bullet stands at `at`, if the sentence at hand is an item too.
pub(super) fn inline_bullet(view: &View<'_>, at: usize) -> Option<usize> {
    let bullet = view.char(at)?;
    (at > view.start && view.opening(4).starts_with(bullet)).then_some(at)
}

/// Whether a line that starts at `at` is an item of a list.
pub(super) fn starts_item(view: &View<'_>, at: usize) -> bool {
    let at = view.skip(at, |c| matches!(c, ' ' | '\t'));
    match view.char(at) {
        Some(c) if is_bullet(c) => true,
        Some('-' | '*' | '–' | '—' | '+') => {
            matches!(view.byte(at + 1), b' ' | b'\t')
                || view.char(at).is_some_and(|c| !c.is_ascii())
        }
        Some(c) if c.is_ascii_alphanumeric() => {
            Marker::read(view.ahead(at, 8)).is_some_and(|(marker, end)| {
                matches!(view.byte(at + end), b' ' | b'\t')
                    && (!marker.is_letter || marker.style != Style::Stop)
            })
        }
        _ => false,
    }
}

/// Marks that stand before an item.
pub(super) fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '⁃' | '◦' | '●' | '▪' | '‣')
}

impl Marker {
    /// The marker that `text` starts with, and where it ends.
    fn read(text: &str) -> Option<(Self, usize)> {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let (value, is_letter, end) = if (1..=3).contains(&digits) {
            (text.get(..digits)?.parse().ok()?, false, digits)
        } else {
            let letter = text.bytes().next().filter(u8::is_ascii_lowercase)?;
            (u32::from(letter - b'a'), true, 1)
        };
        let (style, end) = match text.as_bytes().get(end..)? {
            [b'.', b')', ..] => (Style::Both, end + 2),
            [b'.', ..] => (Style::Stop, end + 1),
            [b')', ..] => (Style::Bracket, end + 1),
            _ => return None,
        };
        Some((
            Self {
                value,
                is_letter,
                style,
            },
            end,
        ))
    }
}
