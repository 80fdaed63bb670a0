//! What images hold of words: the English lexicon, and what another has learned beyond it.
//!
//! Few combinations of readings, uses and lemmas occur where a lemma is told by its distance, and they are written once each.

use super::Shape;
use super::lexicon::Lexicon;
use super::marker::Marker;
use super::usage::Usage;
use super::word::{Readings, Word, WordId};
#[cfg(test)]
use crate::image::Output;
use crate::image::{Image, Input, fields, fingerprint_of_files, read};

/// A number of its own type.
macro_rules! wrapped {
    ($($type:ident),*) => {$(
        impl Image for $type {
            fn decode(input: &mut Input<'_>) -> Option<Self> {
                Image::decode(input).map(Self)
            }

            #[cfg(test)]
            fn encode(&self, out: &mut Output) {
                self.0.encode(out);
            }
        }
    )*};
}

wrapped!(WordId, Readings, Usage, Shape);

fields! {
    Kind { readings, usage, marker, noun, verb, adjective }
    Word { readings, usage, marker, noun, verb, adjective }
}

/// What many words have in common, with their lemmas as distances.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Kind {
    readings: Readings,
    usage: Usage,
    marker: Marker,
    noun: u32,
    verb: u32,
    adjective: u32,
}

impl Kind {
    #[cfg(test)]
    fn of(id: WordId, word: &Word) -> Self {
        Self {
            readings: word.readings,
            usage: word.usage,
            marker: word.marker,
            noun: distance(id.0, word.noun),
            verb: distance(id.0, word.verb),
            adjective: distance(id.0, word.adjective),
        }
    }

    fn word(&self, id: u32) -> Option<Word> {
        Some(Word {
            readings: self.readings,
            usage: self.usage,
            marker: self.marker,
            noun: lemma_at(id, self.noun)?,
            verb: lemma_at(id, self.verb)?,
            adjective: lemma_at(id, self.adjective)?,
        })
    }
}

/// Reads what a lexicon has learned that began as `lexicon`; `None` where it began as something else.
fn learn(lexicon: &mut Lexicon, input: &mut Input<'_>) -> Option<()> {
    for (id, word) in <Vec<(WordId, Word)>>::decode(input)? {
        lexicon.change(id, word)?;
    }
    let first = WordId::decode(input)?;
    if first.0 as usize != lexicon.words().len() {
        return None;
    }
    let count = u32::decode(input)?;
    lexicon.reserve(count as usize);
    let kinds: Vec<Kind> = Image::decode(input)?;
    let mut forms = input.text()?;
    for id in first.0..first.0.checked_add(count)? {
        let (form, rest) = forms.split_at_checked(usize::decode(input)?)?;
        forms = rest;
        lexicon.push(form, kinds.get(usize::decode(input)?)?.word(id)?);
    }
    forms.is_empty().then_some(())
}

/// Writes what a lexicon has learned since it was as another.
#[cfg(test)]
fn write(lexicon: &Lexicon, before: &Lexicon, out: &mut Output) {
    let pairs = lexicon.ids().zip(lexicon.words().iter().copied());
    let changed: Vec<(WordId, Word)> = pairs
        .zip(before.words())
        .filter(|((_, word), known)| word != *known)
        .map(|(changed, _)| changed)
        .collect();
    changed.encode(out);
    let first = before.words().len();
    first.encode(out);
    (lexicon.words().len() - first).encode(out);
    let mut kinds: Vec<Kind> = Vec::new();
    let mut forms = String::new();
    let mut numbers = Vec::new();
    for (id, word) in lexicon.ids().zip(lexicon.words()).skip(first) {
        let kind = Kind::of(id, word);
        let place = kinds.iter().position(|known| *known == kind);
        let form = lexicon.text(id);
        forms.push_str(form);
        numbers.extend([form.len(), place.unwrap_or(kinds.len())]);
        if place.is_none() {
            kinds.push(kind);
        }
    }
    kinds.encode(out);
    out.text(&forms);
    for number in numbers {
        number.encode(out);
    }
}

/// How far a lemma is from a form: 0 for none, then odd numbers for those behind the form, and even ones for itself and those before it.
#[cfg(test)]
fn distance(form: u32, lemma: WordId) -> u32 {
    let lemma = lemma.0;
    match lemma {
        0 => 0,
        _ if lemma > form => 2 * (lemma - form) - 1,
        _ => 2 * (form - lemma) + 2,
    }
}

/// The lemma at a distance from a form.
fn lemma_at(form: u32, distance: u32) -> Option<WordId> {
    let far = distance.div_ceil(2);
    Some(match distance {
        0 => WordId::UNKNOWN,
        _ if distance % 2 == 1 => WordId(form.checked_add(far)?),
        _ => WordId(form.checked_sub(far - 1)?),
    })
}

/// Room for the words of a pack.
const MORE: usize = 1 << 14;

/// A lexicon is what was learned beyond the English one.
impl Image for Lexicon {
    fn decode(input: &mut Input<'_>) -> Option<Self> {
        let mut lexicon = Self::english().with_room(MORE);
        learn(&mut lexicon, input)?;
        Some(lexicon)
    }

    #[cfg(test)]
    fn encode(&self, out: &mut Output) {
        write(self, Self::english(), out);
    }
}

/// The English lexicon, which began as one of no words.
struct English(Lexicon);

impl Image for English {
    fn decode(input: &mut Input<'_>) -> Option<Self> {
        let mut lexicon = Lexicon::empty();
        learn(&mut lexicon, input)?;
        Some(Self(lexicon))
    }

    #[cfg(test)]
    fn encode(&self, out: &mut Output) {
        write(&self.0, &Lexicon::empty(), out);
    }
}

/// The English lexicon from its image, if that is of the tables as they are and of the code that reads them.
pub(super) fn english() -> Option<Lexicon> {
    read(IMAGE, CODE, &[]).map(|English(lexicon)| lexicon)
}

const IMAGE: &[u8] = include_bytes!("english.image");

const CODE: u64 = fingerprint_of_files!(
    "../image.rs"
    "fold.rs"
    "forms.rs"
    "function_words.tsv"
    "image.rs"
    "inflect.rs"
    "irregular.tsv"
    "lexicon.rs"
    "lexicon.tsv"
    "marker.rs"
    "usage.rs"
    "usage.txt"
    "word.rs"
);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::image::written;

    #[test]
    fn the_image_of_the_lexicon_is_what_its_tables_say() {
        let made = written(&English(Lexicon::made()), CODE, &[]);
        if std::env::var_os("UPDATE_PACK").is_some() {
            let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/token/english.image");
            std::fs::write(path, &made).unwrap();
        } else {
            assert!(
                made == IMAGE,
                "the tables of words, or the code that reads them, have changed: \
                `UPDATE_PACK=1 cargo test --lib image` makes their image anew"
            );
        }
        let stored: English = read(made.clone().leak(), CODE, &[]).unwrap();
        assert!(written(&stored, CODE, &[]) == made);
        let English(lexicon) = stored;
        for id in lexicon.ids().skip(1) {
            assert_eq!(lexicon.look_up(lexicon.text(id)), id);
        }
    }

    #[test]
    fn a_lemma_is_found_again_at_its_distance() {
        for (form, lemma) in [(7, 0), (7, 7), (7, 1), (7, 8), (7, 900), (1, 1)] {
            let lemma = WordId(lemma);
            assert_eq!(lemma_at(form, distance(form, lemma)), Some(lemma));
        }
        assert_eq!(lemma_at(u32::MAX, 1), None);
        assert_eq!(lemma_at(7, 100), None);
    }
}
