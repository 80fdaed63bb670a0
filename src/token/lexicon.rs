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
use super::key::Letters;
use super::marker;
use super::usage::{self, Usage};
use super::word::{LemmaClass, Readings, Word, WordId};

/// All word forms.
#[derive(Clone, Debug)]
pub(crate) struct Lexicon {
    forms: Interner,
    /// By the id of the form.
    words: Vec<Word>,
    /// Space that is used again while lemmas are added.
    form: String,
}

impl Lexicon {
    /// The English lexicon of the crate.
    pub(crate) fn english() -> &'static Self {
        static ENGLISH: OnceLock<Lexicon> = OnceLock::new();
        ENGLISH.get_or_init(|| image::english().unwrap_or_else(Self::made))
    }

    /// A lexicon of no words.
    pub(super) fn empty() -> Self {
        Self {
            forms: Interner::with_slots(SLOTS),
            words: vec![Word::default()],
            form: String::new(),
        }
    }

    /// A copy with room for more words.
    pub(super) fn with_room(&self, more: usize) -> Self {
        let mut words = Vec::with_capacity(self.words.len() + more);
        words.extend_from_slice(&self.words);
        Self {
            forms: self.forms.with_room(more),
            words,
            form: String::new(),
        }
    }

    /// Makes room for so many more words, up to the bound that the first table has.
    pub(super) fn reserve(&mut self, more: usize) {
        let more = more.min(SLOTS);
        self.forms.reserve(more);
        self.words.reserve(more);
    }

    /// Adds a form that is new, with what is known of it.
    pub(super) fn push(&mut self, form: &str, word: Word) {
        self.forms.push(form);
        self.words.push(word);
    }

    /// Puts what is known of a word in the place of what was.
    pub(super) fn change(&mut self, id: WordId, word: Word) -> Option<()> {
        *self.words.get_mut(id.0 as usize)? = word;
        Some(())
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
        let mut own = vec![Usage::NONE; self.words.len()];
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
        for (word, form) in self.words.iter_mut().zip(&own) {
            word.usage = of(word.verb) & Usage::OF_VERBS
                | of(word.noun) & Usage::OF_NOUNS
                | *form & Usage::OF_FORMS;
        }
        for (marker, form) in marker::rows() {
            let id = self.look_up(&form);
            if let Some(word) = self.words.get_mut(id.0 as usize).filter(|_| id.is_known()) {
                word.marker = marker;
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
        let Some(word) = self.words.get_mut(form.0 as usize) else {
            return;
        };
        word.readings |= readings;
        let (slot, kind) = match class {
            Some(LemmaClass::Noun) => (&mut word.noun, Usage::OF_NOUNS),
            Some(LemmaClass::Verb) => (&mut word.verb, Usage::OF_VERBS),
            Some(LemmaClass::Adjective) => (&mut word.adjective, Usage::NONE),
            Some(LemmaClass::Adverb) | None => return,
        };
        // A form that is a lemma itself stays its own ("found" the verb, not the past of "find", keeps both readings).
        if form == lemma && *slot != lemma {
            *slot = lemma;
            word.usage = word.usage.replaced(kind, Usage::NONE);
        } else if !slot.is_known() {
            *slot = lemma;
            word.usage = word.usage.replaced(kind, of_lemma);
        }
    }

    /// The id of a folded form, added if it is new.
    pub(crate) fn intern(&mut self, form: &str) -> WordId {
        let id = self.forms.intern(form);
        self.words.resize(self.forms.len(), Word::default());
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
        self.forms.look_up(form)
    }

    /// The id of a word of plain letters as it stands in a text, capitals and all.
    pub(super) fn look_up_letters(&self, letters: Letters, written: &[u8]) -> WordId {
        let is = |form: &str| form.as_bytes().eq_ignore_ascii_case(written);
        self.forms.find(letters.key, is)
    }

    /// The folded form of a word; empty for an unknown one.
    pub(crate) fn text(&self, id: WordId) -> &str {
        self.forms.text(id)
    }

    /// All ids, that of unknown words first.
    pub(crate) fn ids(&self) -> impl Iterator<Item = WordId> + use<> {
        (0..u32::try_from(self.words.len()).unwrap_or(u32::MAX)).map(WordId)
    }

    /// What is known of all words, by id.
    pub(crate) fn words(&self) -> &[Word] {
        &self.words
    }

    /// What is known of a word.
    pub(crate) fn word(&self, id: WordId) -> Word {
        self.words.get(id.0 as usize).copied().unwrap_or_default()
    }
}

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
