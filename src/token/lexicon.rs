//! The lexicon: every word form that a rule can meet, with what it may be and what it is a form of.
//!
//! Forms are made from lemmas once, when a lexicon is built ("veto" gives "vetoes", "vetoed", "vetoing"), so that reading
//! a text costs one look-up a word and no stemming. The table is open addressing over an arena of strings: ids are given in
//! the order in which words are added, which is the order of the files, so nothing depends on hash order.

use std::collections::HashSet;
use std::ops::{BitOr, BitOrAssign};
use std::sync::OnceLock;

use super::fold::fold;
use super::inflect;

/// The id of a word form in a [`Lexicon`]; 0 is a word that it doesn't hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct WordId(pub(crate) u32);

impl WordId {
    /// A word that the lexicon doesn't hold.
    pub(crate) const UNKNOWN: Self = Self(0);

    /// Whether the lexicon holds the word.
    pub(crate) fn is_known(self) -> bool {
        self.0 != 0
    }
}

/// What a word form may be: a set of readings and of traits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Readings(u32);

impl Readings {
    pub(crate) const NONE: Self = Self(0);
    pub(crate) const NOUN: Self = Self(1);
    pub(crate) const PLURAL: Self = Self(1 << 1);
    pub(crate) const ADJECTIVE: Self = Self(1 << 2);
    pub(crate) const ADVERB: Self = Self(1 << 3);
    pub(crate) const BASE: Self = Self(1 << 4);
    pub(crate) const THIRD: Self = Self(1 << 5);
    pub(crate) const PAST: Self = Self(1 << 6);
    pub(crate) const PARTICIPLE: Self = Self(1 << 7);
    pub(crate) const ING: Self = Self(1 << 8);
    pub(crate) const DETERMINER: Self = Self(1 << 9);
    pub(crate) const POSSESSIVE: Self = Self(1 << 10);
    pub(crate) const PRONOUN: Self = Self(1 << 11);
    pub(crate) const PREPOSITION: Self = Self(1 << 12);
    pub(crate) const TO: Self = Self(1 << 13);
    pub(crate) const AS: Self = Self(1 << 14);
    pub(crate) const COORDINATOR: Self = Self(1 << 15);
    pub(crate) const SUBORDINATOR: Self = Self(1 << 16);
    pub(crate) const THAT: Self = Self(1 << 17);
    pub(crate) const WH: Self = Self(1 << 18);
    pub(crate) const MODAL: Self = Self(1 << 19);
    pub(crate) const BE: Self = Self(1 << 20);
    pub(crate) const HAVE: Self = Self(1 << 21);
    pub(crate) const DO: Self = Self(1 << 22);
    pub(crate) const NUMBER: Self = Self(1 << 23);
    pub(crate) const APOSTROPHE: Self = Self(1 << 24);
    /// Trait: it negates what it stands with.
    pub(crate) const NEGATIVE: Self = Self(1 << 25);
    /// Trait: a noun for a person or a role.
    pub(crate) const HUMAN: Self = Self(1 << 26);
    /// Trait: a noun for a body of people.
    pub(crate) const GROUP: Self = Self(1 << 27);
    /// Trait: a noun of time or measure.
    pub(crate) const MEASURE: Self = Self(1 << 28);
    /// Trait: of its classes the verb is the likeliest.
    pub(crate) const VERB_FIRST: Self = Self(1 << 29);
    /// Trait: of its classes the adjective is the likeliest.
    pub(crate) const ADJECTIVE_FIRST: Self = Self(1 << 30);

    /// Any verb form of an ordinary verb.
    pub(crate) const VERB: Self = Self(0b1_1111_0000);
    /// Singular or plural noun.
    pub(crate) const ANY_NOUN: Self = Self(0b11);
    /// Forms of be, have and do, and modals.
    pub(crate) const AUXILIARY: Self = Self(Self::MODAL.0 | Self::BE.0 | Self::HAVE.0 | Self::DO.0);

    /// The readings of both.
    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether any reading of `other` is in this set.
    pub(crate) fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for Readings {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Readings {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// A word form: its readings and, for each open class, the lemma it is a form of.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Word {
    pub(crate) readings: Readings,
    pub(crate) noun: WordId,
    pub(crate) verb: WordId,
    pub(crate) adjective: WordId,
}

/// The class of a lemma that is added to a lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LemmaClass {
    Noun,
    Verb,
    Adjective,
    Adverb,
}

/// All word forms.
#[derive(Clone, Debug)]
pub(crate) struct Lexicon {
    words: Vec<Word>,
    arena: String,
    /// End of each word's text in the arena.
    ends: Vec<u32>,
    /// Open addressing: the hash of a word and its id, 0 for a free slot. The length is a power of two. The hash stands beside the id so
    /// that a word that isn't there costs no look at the arena.
    slots: Vec<(u32, u32)>,
    irregular: Irregular,
}

/// Tables of forms that no rule gives, by lemma.
#[derive(Clone, Debug, Default)]
struct Irregular {
    lines: Vec<(&'static str, Vec<&'static str>)>,
    doubles: HashSet<&'static str>,
}

impl Lexicon {
    /// The English lexicon of the crate.
    pub(crate) fn english() -> &'static Self {
        static ENGLISH: OnceLock<Lexicon> = OnceLock::new();
        ENGLISH.get_or_init(Self::read)
    }

    fn read() -> Self {
        let mut lexicon = Self {
            words: vec![Word::default()],
            arena: String::with_capacity(1 << 18),
            ends: vec![0],
            slots: vec![(0, 0); 1 << 16],
            irregular: Irregular::read(),
        };
        for (word, readings) in rows(include_str!("function_words.tsv")) {
            let id = lexicon.intern(word);
            let readings = readings
                .split(' ')
                .fold(Readings::NONE, |all, name| all | function_readings(name));
            lexicon.merge(id, readings, WordId::UNKNOWN, None);
        }
        for (lemma, classes) in rows(include_str!("lexicon.tsv")) {
            lexicon.add_line(lemma, classes);
        }
        lexicon
    }

    fn add_line(&mut self, lemma: &str, classes: &str) {
        for (index, class) in classes.split(' ').enumerate() {
            let (class, traits) = match class {
                "n" => (LemmaClass::Noun, Readings::NONE),
                "h" => (LemmaClass::Noun, Readings::HUMAN),
                "g" => (LemmaClass::Noun, Readings::GROUP),
                "m" => (LemmaClass::Noun, Readings::MEASURE),
                "v" if index == 0 => (LemmaClass::Verb, Readings::VERB_FIRST),
                "v" => (LemmaClass::Verb, Readings::NONE),
                "a" if index == 0 => (LemmaClass::Adjective, Readings::ADJECTIVE_FIRST),
                "a" => (LemmaClass::Adjective, Readings::NONE),
                _ => (LemmaClass::Adverb, Readings::NONE),
            };
            self.add(lemma, class, traits);
        }
    }

    /// Adds a lemma with all its forms. Cost: the number of its forms.
    pub(crate) fn add(&mut self, lemma: &str, class: LemmaClass, traits: Readings) {
        let lemma = fold(lemma);
        let id = self.intern(&lemma);
        for (form, readings) in self.forms(&lemma, class) {
            let form = self.intern(&form);
            self.merge(form, readings | traits, id, Some(class));
        }
    }

    fn forms(&self, lemma: &str, class: LemmaClass) -> Vec<(String, Readings)> {
        let one = |readings| vec![(lemma.to_owned(), readings)];
        match class {
            LemmaClass::Noun => {
                let plurals = match self.irregular.row("noun", lemma) {
                    Some([_, plural, ..]) => plural.split('/').map(str::to_owned).collect(),
                    _ => vec![inflect::with_s(lemma)],
                };
                let mut forms = one(Readings::NOUN);
                forms.extend(plurals.into_iter().map(|plural| (plural, Readings::PLURAL)));
                forms
            }
            LemmaClass::Verb => self.verb_forms(lemma),
            LemmaClass::Adjective => {
                let mut forms = one(Readings::ADJECTIVE);
                match self.irregular.row("adj", lemma) {
                    Some([_, more, most, ..]) => {
                        forms.extend(
                            [*more, *most].map(|form| (form.to_owned(), Readings::ADJECTIVE)),
                        );
                    }
                    _ if lemma.len() <= 6 || lemma.ends_with('y') => {
                        let (more, most) = inflect::compared(lemma);
                        forms.extend([(more, Readings::ADJECTIVE), (most, Readings::ADJECTIVE)]);
                    }
                    _ => {}
                }
                forms
            }
            LemmaClass::Adverb => one(Readings::ADVERB),
        }
    }

    fn verb_forms(&self, lemma: &str) -> Vec<(String, Readings)> {
        let double = inflect::short_closed(lemma) || self.irregular.doubles.contains(lemma);
        let row = self.irregular.row("verb", lemma).unwrap_or_default();
        let column = |index: usize| row.get(index).filter(|text| !matches!(**text, "" | "-"));
        let mut forms = vec![(lemma.to_owned(), Readings::BASE)];
        let mut put = |index: usize, regular: String, readings: Readings| match column(index) {
            Some(given) => forms.extend(given.split('/').map(|form| (form.to_owned(), readings))),
            None => forms.push((regular, readings)),
        };
        put(1, inflect::with_ed(lemma, double), Readings::PAST);
        put(2, inflect::with_ed(lemma, double), Readings::PARTICIPLE);
        put(3, inflect::with_s(lemma), Readings::THIRD);
        put(4, inflect::with_ing(lemma, double), Readings::ING);
        if double && lemma.ends_with('l') {
            // American spelling beside the British one: "cancelled" and "canceled".
            forms.push((
                inflect::with_ed(lemma, false),
                Readings::PAST | Readings::PARTICIPLE,
            ));
            forms.push((inflect::with_ing(lemma, false), Readings::ING));
        }
        forms
    }

    fn merge(
        &mut self,
        form: WordId,
        readings: Readings,
        lemma: WordId,
        class: Option<LemmaClass>,
    ) {
        let Some(word) = self.words.get_mut(form.0 as usize) else {
            return;
        };
        word.readings |= readings;
        let slot = match class {
            Some(LemmaClass::Noun) => &mut word.noun,
            Some(LemmaClass::Verb) => &mut word.verb,
            Some(LemmaClass::Adjective) => &mut word.adjective,
            Some(LemmaClass::Adverb) | None => return,
        };
        // A form that is a lemma itself stays its own ("found" the verb, not the past of "find", keeps both readings).
        if !slot.is_known() || form == lemma {
            *slot = lemma;
        }
    }

    /// The id of a folded form, added if it is new.
    pub(crate) fn intern(&mut self, form: &str) -> WordId {
        let known = self.look_up(form);
        if known.is_known() {
            return known;
        }
        if self.words.len() * 2 > self.slots.len() {
            self.grow();
        }
        let Ok(id) = u32::try_from(self.words.len()) else {
            return WordId::UNKNOWN;
        };
        self.words.push(Word::default());
        self.arena.push_str(form);
        self.ends
            .push(u32::try_from(self.arena.len()).unwrap_or(u32::MAX));
        self.place(form, id);
        WordId(id)
    }

    fn grow(&mut self) {
        self.slots = vec![(0, 0); self.slots.len() * 2];
        let forms: Vec<(String, u32)> = (1u32..)
            .take(self.words.len().saturating_sub(1))
            .map(|id| (self.text(WordId(id)).to_owned(), id))
            .collect();
        for (form, id) in forms {
            self.place(&form, id);
        }
    }

    fn place(&mut self, form: &str, id: u32) {
        let mask = self.slots.len() - 1;
        let hash = hash(form.as_bytes());
        let mut at = hash as usize & mask;
        while let Some(slot) = self.slots.get_mut(at) {
            if slot.1 == 0 {
                *slot = (hash, id);
                return;
            }
            at = (at + 1) & mask;
        }
    }

    /// The id of a folded form; [`WordId::UNKNOWN`] where there is none.
    pub(crate) fn look_up(&self, form: &str) -> WordId {
        let mask = self.slots.len() - 1;
        let hash = hash(form.as_bytes());
        let mut at = hash as usize & mask;
        loop {
            match self.slots.get(at) {
                Some((_, 0)) | None => return WordId::UNKNOWN,
                Some(&(other, id)) if other == hash && self.text(WordId(id)) == form => {
                    return WordId(id);
                }
                Some(_) => at = (at + 1) & mask,
            }
        }
    }

    /// The folded form of a word; empty for an unknown one.
    pub(crate) fn text(&self, id: WordId) -> &str {
        let index = id.0 as usize;
        let start = index
            .checked_sub(1)
            .and_then(|before| self.ends.get(before))
            .copied();
        let end = self.ends.get(index).copied();
        match (start, end) {
            (Some(start), Some(end)) => self
                .arena
                .get(start as usize..end as usize)
                .unwrap_or_default(),
            _ => "",
        }
    }

    /// What is known of a word.
    pub(crate) fn word(&self, id: WordId) -> Word {
        self.words.get(id.0 as usize).copied().unwrap_or_default()
    }
}

impl Irregular {
    fn read() -> Self {
        let mut all = Self::default();
        for line in include_str!("irregular.tsv").lines() {
            let mut cells = line.split('\t');
            match (cells.next(), cells.next()) {
                (Some("double"), Some(lemma)) => {
                    all.doubles.insert(lemma);
                }
                (Some(kind @ ("verb" | "noun" | "adj")), Some(lemma)) => {
                    let mut row = vec![lemma];
                    row.extend(cells);
                    all.lines.push((kind, row));
                }
                _ => {}
            }
        }
        all.lines
            .sort_by(|a, b| (a.0, a.1.first()).cmp(&(b.0, b.1.first())));
        all
    }

    /// The cells of a lemma's line, the lemma first.
    fn row(&self, kind: &str, lemma: &str) -> Option<&[&'static str]> {
        let key = |line: &(&'static str, Vec<&'static str>)| {
            (line.0, line.1.first().copied().unwrap_or_default())
        };
        let at = self
            .lines
            .binary_search_by(|line| key(line).cmp(&(kind, lemma)))
            .ok()?;
        self.lines.get(at).map(|line| line.1.as_slice())
    }
}

/// FNV-1a with a last mix: words are a few letters long, and the table is never filled by an attacker's words.
fn hash(bytes: &[u8]) -> u32 {
    let mut hash: u32 = 0x811c_9dc5;
    for &byte in bytes {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    hash ^ (hash >> 15)
}

fn rows(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    table
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
}

fn function_readings(name: &str) -> Readings {
    let (name, negative) = match name.split_once('.') {
        Some((name, _)) => (name, Readings::NEGATIVE),
        None => (name, Readings::NONE),
    };
    negative
        | match name {
            "det" => Readings::DETERMINER,
            "pron" => Readings::PRONOUN,
            "poss" => Readings::POSSESSIVE,
            "prep" => Readings::PREPOSITION,
            "to" => Readings::TO,
            "as" => Readings::AS,
            "coord" => Readings::COORDINATOR,
            "sub" => Readings::SUBORDINATOR,
            "that" => Readings::THAT,
            "wh" => Readings::WH,
            "modal" => Readings::MODAL,
            "be" => Readings::BE,
            "have" => Readings::HAVE,
            "do" => Readings::DO,
            "num" => Readings::NUMBER,
            "apos" => Readings::APOSTROPHE,
            "neg" => Readings::NEGATIVE,
            "adj" => Readings::ADJECTIVE,
            "adv" => Readings::ADVERB,
            "n" => Readings::NOUN,
            "v" => Readings::BASE,
            "ving" => Readings::ING,
            "vpart" => Readings::PARTICIPLE,
            _ => Readings::NONE,
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(form: &str) -> (Word, &'static Lexicon) {
        let lexicon = Lexicon::english();
        (lexicon.word(lexicon.look_up(form)), lexicon)
    }

    #[test]
    fn every_form_knows_its_lemma() {
        for (form, lemma) in [
            ("vetoes", "veto"),
            ("said", "say"),
            ("recognising", "recognise"),
            ("brokered", "broker"),
        ] {
            let (word, lexicon) = word(form);
            assert!(word.readings.any(Readings::VERB), "{form}");
            assert_eq!(lexicon.text(word.verb), lemma);
        }
        let (talks, lexicon) = word("talks");
        assert!(talks.readings.any(Readings::PLURAL) && talks.readings.any(Readings::THIRD));
        assert_eq!(lexicon.text(talks.noun), "talk");
    }

    #[test]
    fn an_unknown_word_has_no_id() {
        assert_eq!(Lexicon::english().look_up("qwertz"), WordId::UNKNOWN);
        assert_eq!(Lexicon::english().text(WordId::UNKNOWN), "");
    }

    #[test]
    fn function_words_have_their_readings() {
        assert!(word("that").0.readings.any(Readings::THAT));
        assert!(word("never").0.readings.any(Readings::NEGATIVE));
        assert!(
            word("cannot").0.readings.any(Readings::MODAL)
                && word("cannot").0.readings.any(Readings::NEGATIVE)
        );
    }
}
