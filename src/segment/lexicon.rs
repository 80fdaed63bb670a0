//! The words the segmenter knows: abbreviations with their class, and a few lists.
//!
//! A token of up to eight bytes is a number, so looking one up is a multiplication and a comparison or two; this is
//! asked at nearly every stop. Longer words stand in a sorted list.

use std::ops::BitOr;
use std::sync::LazyLock;

use super::Abbreviation;

/// What is known of a word: a set of marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks(u16);

impl Marks {
    pub(super) const TITLE: Self = Self(1);
    pub(super) const INNER: Self = Self(1 << 1);
    pub(super) const NUMBER: Self = Self(1 << 2);
    pub(super) const ENDING: Self = Self(1 << 3);
    pub(super) const CLOSING: Self = Self(1 << 4);
    pub(super) const CALENDAR: Self = Self(1 << 5);
    pub(super) const STARTER: Self = Self(1 << 6);
    pub(super) const SPEECH: Self = Self(1 << 7);
    pub(super) const INTRO: Self = Self(1 << 8);
    pub(super) const MONTH: Self = Self(1 << 9);
    pub(super) const UNIT: Self = Self(1 << 10);
    /// What may be the object of a verb of saying.
    pub(super) const OBJECT: Self = Self(1 << 11);
    pub(super) const MARKED: Self = Self(1 << 12);
    /// Any class of abbreviation.
    pub(super) const ABBREVIATION: Self = Self(0b1_1111 | 0b11 << 9);

    /// Whether one of the marks of `other` is set.
    pub(super) fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// These marks without those of `other`.
    pub(super) fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The marks of one of the names used in the word files.
    fn named(name: &str) -> Self {
        match name {
            "title" => Self::TITLE,
            "inner" => Self::INNER,
            "number" => Self::NUMBER,
            "ending" => Self::ENDING,
            "closing" => Self::CLOSING,
            "month" => Self(Self::MONTH.0 | Self::CALENDAR.0),
            "unit" => Self::UNIT,
            "calendar" => Self::CALENDAR,
            "starter" => Self::STARTER,
            "speech" => Self::SPEECH,
            "marked" => Self::MARKED,
            "object" => Self::OBJECT,
            "intro" => Self::INTRO,
            _ => Self::default(),
        }
    }
}

impl BitOr for Marks {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The words that come with the crate.
pub(super) static BUILTIN: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon::default();
    lexicon.read(include_str!("abbreviations.txt"));
    lexicon.read(include_str!("words.txt"));
    lexicon
});

/// Words and their marks.
#[derive(Clone, Debug, Default)]
pub(super) struct Lexicon {
    /// A table with open addressing; a power of two long, and at most a quarter full.
    slots: Vec<(u64, Marks)>,
    used: usize,
    /// Words of more than eight bytes, sorted.
    long: Vec<(Box<str>, Marks)>,
    /// Whether an abbreviation ends with more than seven letters.
    has_long_abbreviation: bool,
}

impl Lexicon {
    /// The marks of `word` as it is written.
    #[inline]
    pub(super) fn marks(&self, word: &str) -> Marks {
        let Some(key) = key(word.as_bytes()) else {
            let found = self.long.binary_search_by(|(long, _)| (**long).cmp(word));
            return found
                .ok()
                .and_then(|n| self.long.get(n))
                .map_or_else(Marks::default, |(_, marks)| *marks);
        };
        self.marks_of_key(key)
    }

    /// The marks of a word of up to eight bytes, given as a number: the first byte the lowest.
    #[inline]
    pub(super) fn marks_of_key(&self, key: u64) -> Marks {
        let mut slot = slot(key);
        while let Some(&(found, marks)) = self.slots.get(slot & self.slots.len().wrapping_sub(1)) {
            if found == key {
                return marks;
            }
            if found == 0 {
                break;
            }
            slot += 1;
        }
        Marks::default()
    }

    /// Whether no abbreviation has more than seven letters.
    #[inline]
    pub(super) fn is_short(&self) -> bool {
        !self.has_long_abbreviation
    }

    /// Adds an abbreviation of the caller's; a word that is there already gets this class instead.
    pub(super) fn add(&mut self, word: &str, class: Abbreviation) {
        let marks = match class {
            Abbreviation::Title => Marks::TITLE,
            Abbreviation::Inner => Marks::INNER,
            Abbreviation::Number => Marks::NUMBER,
            Abbreviation::Ending => Marks::ENDING,
            Abbreviation::Closing => Marks::CLOSING,
            Abbreviation::Unit => Marks::UNIT,
        };
        for form in forms(word) {
            let kept = self.marks(&form).without(Marks::ABBREVIATION);
            self.set(&form, kept | marks);
        }
    }

    /// Reads lines of the form `name: words`.
    fn read(&mut self, lines: &str) {
        for line in lines.lines().filter(|line| !line.starts_with('#')) {
            let Some((name, words)) = line.split_once(':') else {
                continue;
            };
            for word in words.split_whitespace() {
                for form in forms(word) {
                    let marks = self.marks(&form) | Marks::named(name);
                    self.set(&form, marks);
                }
            }
        }
    }

    /// Stores the marks of one form.
    fn set(&mut self, word: &str, marks: Marks) {
        let letters = word
            .bytes()
            .rev()
            .take_while(u8::is_ascii_alphabetic)
            .count();
        self.has_long_abbreviation |= letters > 7 && marks.any(Marks::ABBREVIATION);
        let Some(key) = key(word.as_bytes()) else {
            match self.long.binary_search_by(|(long, _)| (**long).cmp(word)) {
                Ok(n) => {
                    if let Some(entry) = self.long.get_mut(n) {
                        entry.1 = marks;
                    }
                }
                Err(n) => self.long.insert(n, (word.into(), marks)),
            }
            return;
        };
        if self.slots.len() < 4 * (self.used + 1) {
            self.grow();
        }
        self.put(key, marks);
    }

    /// Doubles the table.
    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(64);
        let old = std::mem::replace(&mut self.slots, vec![(0, Marks::default()); size]);
        self.used = 0;
        for (key, marks) in old.into_iter().filter(|(key, _)| *key != 0) {
            self.put(key, marks);
        }
    }

    /// Stores a key in a table that has room.
    fn put(&mut self, key: u64, marks: Marks) {
        let last = self.slots.len().wrapping_sub(1);
        let mut slot = slot(key);
        while let Some(entry) = self.slots.get_mut(slot & last) {
            if entry.0 == 0 || entry.0 == key {
                self.used += usize::from(entry.0 == 0);
                *entry = (key, marks);
                return;
            }
            slot += 1;
        }
    }
}

/// The ways in which an entry may be written: as it is, with a capital first, and in capitals; those only from four
/// letters up, since `SEC` and `FT` are no *Sec.* and *Ft.*
fn forms(word: &str) -> Vec<String> {
    let word = word.trim_end_matches('.');
    let mut forms = vec![word.to_owned()];
    if word.len() > 3 || word.contains('.') {
        forms.push(word.to_uppercase());
    }
    let mut chars = word.chars();
    if let Some(first) = chars.next() {
        forms.push(first.to_uppercase().chain(chars).collect());
    }
    forms.sort_unstable();
    forms.dedup();
    forms.retain(|form| !form.is_empty());
    forms
}

/// A word of one to eight bytes as a number; `None` for a longer one. Never 0 for a word without NUL bytes.
#[inline]
fn key(word: &[u8]) -> Option<u64> {
    if word.len() > 8 {
        return None;
    }
    Some(
        word.iter()
            .rev()
            .fold(0, |key, &byte| key << 8 | u64::from(byte)),
    )
}

/// Where a key would like to stand.
#[inline]
fn slot(key: u64) -> usize {
    (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_met_in_the_ways_it_is_written() {
        let marks = |word| BUILTIN.marks(word);
        assert!(marks("Mr").any(Marks::TITLE) && marks("MR").any(Marks::TITLE));
        assert!(marks("Prof").any(Marks::TITLE) && marks("PROF").any(Marks::TITLE));
        assert!(marks("Sec").any(Marks::TITLE) && !marks("SEC").any(Marks::ABBREVIATION));
        assert!(marks("no").any(Marks::NUMBER) && marks("No").any(Marks::NUMBER));
        assert!(marks("U.S.S.R").any(Marks::ENDING));
        assert!(
            marks("Furthermore").any(Marks::STARTER) && !marks("furthermore").any(Marks::STARTER)
        );
        assert_eq!(marks("harbour"), Marks::default());
        assert_eq!(marks(""), Marks::default());
    }

    #[test]
    fn every_line_of_the_word_files_has_a_known_name() {
        for line in include_str!("abbreviations.txt")
            .lines()
            .chain(include_str!("words.txt").lines())
        {
            let name = line.split_once(':').map(|(name, _)| name);
            let known = line.is_empty()
                || line.starts_with('#')
                || name.is_some_and(|name| Marks::named(name) != Marks::default());
            assert!(known, "{line}");
        }
    }

    #[test]
    fn a_class_of_the_callers_replaces_the_built_in_one() {
        let mut lexicon = BUILTIN.clone();
        lexicon.add("co.", Abbreviation::Title);
        assert!(lexicon.marks("Co").any(Marks::TITLE) && !lexicon.marks("Co").any(Marks::ENDING));
        assert!(lexicon.is_short());
        lexicon.add("Obergefreiter", Abbreviation::Title);
        assert!(lexicon.marks("Obergefreiter").any(Marks::TITLE));
        assert!(!lexicon.is_short());
    }

    #[test]
    fn words_of_up_to_eight_bytes_and_longer_ones_are_found() {
        let mut lexicon = Lexicon::default();
        lexicon.read(
            "# title: none\ntitle: Oberst. Obergefr Hauptmann\nno name\nspeech: Hauptmann zwölf\n",
        );
        let marks = |word| lexicon.marks(word);
        assert_eq!(marks("Oberst"), Marks::TITLE);
        assert_eq!(marks("Obergefr"), Marks::TITLE);
        assert_eq!(marks("Obergef"), Marks::default());
        // A word under two names has the marks of both.
        assert_eq!(marks("Hauptmann"), Marks::TITLE | Marks::SPEECH);
        assert_eq!(marks("HAUPTMANN"), Marks::TITLE | Marks::SPEECH);
        assert_eq!(marks("Hauptman"), Marks::default());
        assert_eq!(marks("Hauptmanns"), Marks::default());
        assert_eq!(marks("Obergefreiter"), Marks::default());
        assert_eq!(marks("zwölf"), Marks::SPEECH);
        assert_eq!(marks("Zwölf"), Marks::SPEECH);
        assert_eq!(marks("none"), Marks::default());
        assert_eq!(Lexicon::default().marks("Oberst"), Marks::default());
    }

    #[test]
    fn a_full_table_grows_and_keeps_its_words() {
        let mut lexicon = Lexicon::default();
        let words: Vec<String> = (0..500).map(|n| format!("w{n}")).collect();
        for word in &words {
            lexicon.add(word, Abbreviation::Inner);
        }
        assert!(words.iter().all(|word| lexicon.marks(word) == Marks::INNER));
        assert_eq!(lexicon.marks("w500"), Marks::default());
        // A quarter full at most, so that a look-up is short.
        assert!(lexicon.slots.len().is_power_of_two());
        assert!(lexicon.slots.len() >= 4 * lexicon.used);
        let taken = lexicon.slots.iter().filter(|slot| slot.0 != 0).count();
        assert_eq!(taken, lexicon.used);
    }

    #[test]
    fn an_abbreviation_of_the_callers_keeps_what_else_is_known_of_the_word() {
        let mut lexicon = Lexicon::default();
        lexicon.read("starter: Sept\nmonth: Sept\n");
        lexicon.add("Sept", Abbreviation::Unit);
        assert_eq!(
            lexicon.marks("Sept"),
            Marks::STARTER | Marks::CALENDAR | Marks::UNIT
        );
        assert!(lexicon.is_short());
        lexicon.add("xxxxxxx", Abbreviation::Unit);
        assert!(lexicon.is_short());
        lexicon.add("a.xxxxxxxx", Abbreviation::Unit);
        assert!(!lexicon.is_short());
    }
}
