//! List items: lines that begin with a bullet or a number.

/// What a list item begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marker {
    /// A sign that begins nothing but a list item: `•`, `‣`, `⁃`.
    Bullet,
    /// A sign that also begins a line of dialogue or a signature: `-`, `*`, `—`.
    Dash(char),
    /// A number with a stop or a bracket: `3.`, `3)`, `(3)`.
    Number(u16),
    /// A letter with a stop or a bracket: `b.`, `b)`, `(b)`.
    Letter(char),
}

impl Marker {
    /// The marker that a line begins with. Looks at a few bytes.
    pub(super) fn of(line: &str) -> Option<Self> {
        let first = line.chars().next()?;
        let after = line.get(first.len_utf8()..)?;
        let spaced = after.starts_with(char::is_whitespace);
        match first {
            '•' | '‣' | '◦' | '⁃' | '∙' | '▪' | '●' | '■' | '►' | '➢' => {
                Some(Self::Bullet)
            }
            '·' if spaced => Some(Self::Bullet),
            '-' | '*' | '+' | '—' | '–' if spaced => Some(Self::Dash(first)),
            '(' => Self::enumerated(after, &[")"]),
            _ => Self::enumerated(line, &[".)", ".", ")"]),
        }
    }

    fn enumerated(text: &str, closers: &[&str]) -> Option<Self> {
        let end = text
            .bytes()
            .take(4)
            .take_while(u8::is_ascii_alphanumeric)
            .count();
        let (name, rest) = (text.get(..end)?, text.get(end..)?);
        let rest = closers
            .iter()
            .find_map(|closer| rest.strip_prefix(closer))?;
        if !rest.starts_with(char::is_whitespace) {
            return None;
        }
        if let Ok(number) = name.parse::<u16>() {
            return (number < 1000).then_some(Self::Number(number));
        }
        let mut letters = name.chars();
        let letter = letters.next()?;
        (letters.next().is_none() && letter.is_ascii_lowercase()).then_some(Self::Letter(letter))
    }

    /// Whether the marker makes a list item by itself, without a neighbour: a dash may open a line of dialogue, and "a." an abbreviation.
    pub(super) fn is_sure(self) -> bool {
        matches!(self, Self::Bullet | Self::Number(_))
    }

    /// Whether an item with this marker may stand right before or after one with `other` in a list.
    pub(super) fn goes_with(self, other: Self) -> bool {
        match (self, other) {
            (Self::Dash(one), Self::Dash(two)) => one == two,
            (Self::Letter(one), Self::Letter(two)) => u32::from(one).abs_diff(u32::from(two)) == 1,
            (Self::Number(_), Self::Number(_)) | (Self::Bullet, Self::Bullet) => true,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bullets_and_numbers_are_markers() {
        for (line, marker) in [
            ("• One", Marker::Bullet),
            ("⁃9. One", Marker::Bullet),
            ("- One", Marker::Dash('-')),
            ("1. One", Marker::Number(1)),
            ("12) One", Marker::Number(12)),
            ("1.) One", Marker::Number(1)),
            ("(3) One", Marker::Number(3)),
            ("b. One", Marker::Letter('b')),
        ] {
            assert_eq!(Marker::of(line), Some(marker), "{line}");
        }
        for line in [
            "",
            "2,000 people",
            "2024. It was",
            "3.5 per cent",
            "A. Smith",
            "-5 degrees",
            "at. one",
            "(see) one",
            "12 people",
            "*bold*",
        ] {
            assert_eq!(Marker::of(line), None, "{line}");
        }
    }
}
