//! The lexicon: every word form that a rule can meet, with what it may be and what it is a form of.
//!
//! Forms are made from lemmas once, when a lexicon is built ("veto" gives "vetoes", "vetoed", "vetoing"), so that reading
//! a text costs one look-up a word and no stemming. Ids are given in the order in which words are added, which is the order of the
//! files.

use std::sync::OnceLock;

use super::Token;
use super::fold::folded;
use super::forms::forms;
use super::image;
use super::intern::Interner;
use super::key::{Key, Letters};
use super::kind::Kind;
use super::marker;
use super::usage::{self, Usage};
use super::word::{LemmaClass, Readings, Word, WordId};
use crate::table::Table;

/// All word forms.
#[derive(Clone, Debug)]
pub(crate) struct Lexicon {
    /// The one whose forms it has too, under the same ids.
    below: Option<&'static Lexicon>,
    /// Its own forms.
    forms: Interner,
    /// Of each form, those of `below` too, which of the kinds it has.
    kind_of: KindOf,
    /// First those that forms may share, then those of one form each.
    kinds: Vec<Kind>,
    /// How many may be shared.
    shared: u32,
    /// Space that is used again while lemmas are added.
    form: String,
}

/// For each form, by its id, the place of its kind.
pub(super) type KindOf = Table<u32, 4>;

impl Lexicon {
    /// The English lexicon of the crate.
    pub(crate) fn english() -> &'static Self {
        static ENGLISH: OnceLock<Lexicon> = OnceLock::new();
        ENGLISH.get_or_init(|| image::english().unwrap_or_else(Self::made))
    }

    /// A lexicon that has the English words, and can learn more.
    pub(crate) fn learner() -> Self {
        let english = Self::english();
        let forms = Interner::with_slots(english.forms.last(), SLOTS_MORE);
        Self::over(english, forms).unwrap_or_else(Self::empty)
    }

    /// A lexicon of no words.
    fn empty() -> Self {
        Self {
            below: None,
            forms: Interner::with_slots(WordId::UNKNOWN, SLOTS),
            kind_of: Table::filled(0, 1),
            kinds: vec![Kind::default()],
            shared: 1,
            form: String::new(),
        }
    }

    /// The words of a lexicon and some forms with ids behind theirs, of which nothing is known.
    pub(super) fn over(below: &'static Self, forms: Interner) -> Option<Self> {
        let mut kinds = Vec::with_capacity(below.kinds.len() + KINDS_MORE);
        kinds.extend_from_slice(&below.kinds);
        let is_behind = below.below.is_none() && forms.before() == below.forms.last();
        is_behind.then(|| Self {
            below: Some(below),
            kind_of: below.kind_of.with_room(forms.len()),
            shared: place(kinds.len()),
            kinds,
            forms,
            form: String::new(),
        })
    }

    /// A lexicon of forms and what is known of each.
    pub(super) fn stored(forms: Interner, kinds: Vec<Kind>, kind_of: KindOf) -> Option<Self> {
        let is_whole = forms.before() == WordId::UNKNOWN && kind_of.len() == forms.len() + 1;
        is_whole.then(|| Self {
            below: None,
            shared: place(kinds.len()),
            forms,
            kind_of,
            kinds,
            form: String::new(),
        })
    }

    /// Notes what is known of its own forms, of which nothing was: for each the place of one of some kinds.
    pub(super) fn put_kinds(&mut self, kinds: Vec<Kind>, kind_of: Vec<u32>) -> Option<()> {
        let before = place(self.kinds.len());
        for kind in kind_of {
            self.kind_of.push(before.checked_add(kind)?);
        }
        self.kinds.extend(kinds);
        self.shared = place(self.kinds.len());
        (self.kind_of.len() == self.forms.last().0 as usize + 1).then_some(())
    }

    /// The kinds of the forms from a place on, each once, in the order in which they occur, and the place of each form's.
    #[cfg(test)]
    pub(super) fn kinds_from(&self, first: usize) -> (Vec<Kind>, Vec<u32>) {
        let mut kinds: Vec<Kind> = Vec::new();
        let mut kind_of = Vec::new();
        for id in self.ids().skip(first) {
            let kind = Kind::of(id, &self.word(id));
            let known = kinds.iter().position(|known| *known == kind);
            kind_of.push(place(known.unwrap_or(kinds.len())));
            if known.is_none() {
                kinds.push(kind);
            }
        }
        (kinds, kind_of)
    }

    /// Its own forms.
    #[cfg(test)]
    pub(super) fn forms(&self) -> &Interner {
        &self.forms
    }

    /// The English lexicon, made from its tables.
    pub(super) fn made() -> Self {
        let mut lexicon = Self::empty();
        for (word, readings) in rows(include_str!("function_words.tsv")) {
            let id = lexicon.intern(word);
            let readings = readings
                .split(' ')
                .fold(Readings::NONE, |all, name| all | function_readings(name));
            lexicon.merge(id, readings, WordId::UNKNOWN, None);
        }
        for (lemma, classes) in rows(include_str!("lexicon.tsv")) {
            lexicon.add_line(&folded(lemma), classes);
        }
        lexicon.note_usage();
        lexicon
    }

    /// Gives each form the uses of its lemmas and its own, and those that rules name their markers.
    fn note_usage(&mut self) {
        let mut own = vec![Usage::NONE; self.len()];
        for (usage, word) in usage::rows() {
            if let Some(slot) = own.get_mut(self.look_up(word).0 as usize) {
                *slot = *slot | usage;
            }
        }
        // A word that the lexicon lacks has none.
        if let Some(unknown) = own.first_mut() {
            *unknown = Usage::NONE;
        }
        let of = |id: WordId| own.get(id.0 as usize).copied().unwrap_or_default();
        for (id, form) in self.ids().zip(&own) {
            let mut word = self.word(id);
            word.usage = of(word.verb) & Usage::OF_VERBS
                | of(word.noun) & Usage::OF_NOUNS
                | *form & Usage::OF_FORMS;
            self.set(id, word);
        }
        for (marker, form) in marker::rows() {
            let id = self.look_up(&form);
            let word = self.word(id);
            if id.is_known() {
                self.set(id, Word { marker, ..word });
            }
        }
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
            self.add_folded(lemma, class, traits);
        }
    }

    /// Adds a lemma with all its forms. Cost: the number of its forms.
    pub(crate) fn add(&mut self, lemma: &str, class: LemmaClass, traits: Readings) {
        self.add_folded(&folded(lemma), class, traits);
    }

    fn add_folded(&mut self, lemma: &str, class: LemmaClass, traits: Readings) {
        let id = self.intern(lemma);
        let mut form = std::mem::take(&mut self.form);
        forms(lemma, class, &mut form, |form, readings| {
            let form = self.intern(form);
            self.merge(form, readings | traits, id, Some(class));
        });
        self.form = form;
    }

    fn merge(
        &mut self,
        form: WordId,
        readings: Readings,
        lemma: WordId,
        class: Option<LemmaClass>,
    ) {
        // The form that is the lemma comes first; where it is new as one, its own verb or noun is in no list.
        let of_lemma = self.word(lemma).usage;
        let mut word = self.word(form);
        word.readings |= readings;
        let (slot, kind) = match class {
            Some(LemmaClass::Noun) => (&mut word.noun, Usage::OF_NOUNS),
            Some(LemmaClass::Verb) => (&mut word.verb, Usage::OF_VERBS),
            Some(LemmaClass::Adjective) => (&mut word.adjective, Usage::NONE),
            Some(LemmaClass::Adverb) | None => return self.set(form, word),
        };
        // A form that is a lemma itself stays its own ("found" the verb, not the past of "find", keeps both readings).
        if form == lemma && *slot != lemma {
            *slot = lemma;
            word.usage = word.usage.replaced(kind, Usage::NONE);
        } else if !slot.is_known() {
            *slot = lemma;
            word.usage = word.usage.replaced(kind, of_lemma);
        }
        self.set(form, word);
    }

    /// Notes what is known of a form, in place of what was.
    pub(super) fn set(&mut self, id: WordId, word: Word) {
        let Some(at) = self.kind_of.get(id.0 as usize) else {
            return;
        };
        let kind = Kind::of(id, &word);
        match self.kinds.get_mut(at as usize) {
            Some(own) if at >= self.shared => *own = kind,
            Some(shared) if *shared == kind => {}
            _ => {
                self.kind_of.set(id.0 as usize, place(self.kinds.len()));
                self.kinds.push(kind);
            }
        }
    }

    /// The id of a folded form, added if it is new.
    pub(crate) fn intern(&mut self, form: &str) -> WordId {
        let known = self
            .below
            .map_or(WordId::UNKNOWN, |below| below.look_up(form));
        if known.is_known() {
            return known;
        }
        let id = self.forms.intern(form);
        if id.0 as usize == self.kind_of.len() {
            self.kind_of.push(0);
        }
        id
    }

    /// The id of the word of a token of `text`, added if it is new.
    pub(crate) fn learn(&mut self, token: &Token, text: &str) -> WordId {
        if token.word.is_known() {
            token.word
        } else {
            self.intern(&folded(token.span.of(text)))
        }
    }

    /// The id of a folded form; [`WordId::UNKNOWN`] where there is none.
    pub(crate) fn look_up(&self, form: &str) -> WordId {
        self.find(Key::of(form), |known| known == form)
    }

    /// The id of a word of plain letters as it stands in a text, capitals and all.
    pub(super) fn look_up_letters(&self, letters: Letters, written: &[u8]) -> WordId {
        let is = |form: &str| form.as_bytes().eq_ignore_ascii_case(written);
        self.find(letters.key, is)
    }

    fn find(&self, key: Key, is: impl Fn(&str) -> bool) -> WordId {
        if let Some(below) = self.below {
            let known = below.forms.find(key, &is);
            if known.is_known() {
                return known;
            }
        }
        self.forms.find(key, is)
    }

    /// The folded form of a word; empty for an unknown one.
    pub(crate) fn text(&self, id: WordId) -> &str {
        if id > self.forms.before() {
            return self.forms.text(id);
        }
        self.below.map_or("", |below| below.forms.text(id))
    }

    /// How many ids there are, with that of unknown words.
    pub(crate) fn len(&self) -> usize {
        self.kind_of.len()
    }

    /// All ids, that of unknown words first.
    pub(crate) fn ids(&self) -> impl Iterator<Item = WordId> + use<> {
        (0..place(self.len())).map(WordId)
    }

    /// What is known of a word.
    pub(crate) fn word(&self, id: WordId) -> Word {
        let kind = self.kind_of.get(id.0 as usize);
        let kind = kind.and_then(|kind| self.kinds.get(kind as usize));
        kind.map(|kind| kind.word(id)).unwrap_or_default()
    }
}

fn place(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// Slots of the table of what a lexicon learns beyond another, to begin with.
const SLOTS_MORE: usize = 1 << 12;
/// Room for kinds that a pack adds.
const KINDS_MORE: usize = 1 << 9;

/// Slots of the table to begin with: the English forms fill some 60 % of them.
const SLOTS: usize = 1 << 16;

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
