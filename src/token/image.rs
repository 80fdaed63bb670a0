//! What images hold of words: the English lexicon, and what another has learned beyond it.
//!
//! Forms follow each other as their lemmas do, so that most are the one before with another end, and are written as that. Few combinations of readings and
//! uses occur, and are written once each; a lemma is written as its distance.

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
    Kind { readings, usage, marker }
    Word { readings, usage, marker, noun, verb, adjective }
    Learned { changed, added }
}

/// What many words have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Kind {
    readings: Readings,
    usage: Usage,
    marker: Marker,
}

/// What a lexicon has beyond another that it began as.
#[derive(Debug, Default)]
pub(super) struct Learned {
    /// Words of that one of which more is known.
    pub(super) changed: Vec<(WordId, Word)>,
    pub(super) added: Words,
}

/// Words that follow those of a lexicon, in the order of their ids.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// The first id.
    pub(super) first: WordId,
    /// All forms, one behind the other.
    pub(super) text: String,
    /// End of each form in `text`.
    pub(super) ends: Vec<u32>,
    /// What is known of each.
    pub(super) words: Vec<Word>,
}

impl Image for Words {
    fn decode(input: &mut Input<'_>) -> Option<Self> {
        let first = WordId::decode(input)?;
        let kinds: Vec<Kind> = Image::decode(input)?;
        let count = usize::decode(input)?;
        let ends = input.text()?;
        let mut words = Self {
            first,
            // Room for forms of eight letters.
            text: String::with_capacity(count.min(ends.len()) * 8),
            ends: Vec::with_capacity(count.min(ends.len())),
            words: Vec::with_capacity(count.min(ends.len())),
        };
        let mut ends = ends;
        let mut before = 0_usize;
        for id in (first.0..).take(count) {
            let shared = usize::decode(input)?;
            let (end, rest) = ends.split_at_checked(usize::decode(input)?)?;
            ends = rest;
            let start = words.text.len();
            let same = before..before.checked_add(shared)?;
            words.text.get(same.clone())?;
            words.text.extend_from_within(same);
            words.text.push_str(end);
            words.ends.push(u32::try_from(words.text.len()).ok()?);
            before = start;
            let kind = *kinds.get(usize::decode(input)?)?;
            let mut lemma = || lemma_at(id, input.number()?);
            words.words.push(Word {
                readings: kind.readings,
                usage: kind.usage,
                marker: kind.marker,
                noun: lemma()?,
                verb: lemma()?,
                adjective: lemma()?,
            });
        }
        Some(words)
    }

    #[cfg(test)]
    fn encode(&self, out: &mut Output) {
        let mut kinds: Vec<Kind> = Vec::new();
        let mut places = Vec::new();
        for word in &self.words {
            let Word {
                readings,
                usage,
                marker,
                ..
            } = *word;
            let kind = Kind {
                readings,
                usage,
                marker,
            };
            let place = kinds.iter().position(|other| *other == kind);
            places.push(place.unwrap_or(kinds.len()));
            if place.is_none() {
                kinds.push(kind);
            }
        }
        self.first.encode(out);
        kinds.encode(out);
        self.words.len().encode(out);
        let forms: Vec<&str> = (0..self.words.len()).map(|at| self.form(at)).collect();
        let before = std::iter::once("").chain(forms.iter().copied());
        let shared: Vec<usize> = before
            .zip(&forms)
            .map(|(before, form)| {
                let same = before.char_indices().zip(form.chars());
                let mut same = same.skip_while(|((_, one), other)| one == other);
                let least = before.len().min(form.len());
                same.next().map_or(least, |((at, _), _)| at)
            })
            .collect();
        let ends: String = forms
            .iter()
            .zip(&shared)
            .map(|(form, shared)| &form[*shared..])
            .collect();
        out.text(&ends);
        for (at, word) in self.words.iter().enumerate() {
            shared[at].encode(out);
            (forms[at].len() - shared[at]).encode(out);
            places[at].encode(out);
            let id = self.first.0 + u32::try_from(at).unwrap();
            for lemma in [word.noun, word.verb, word.adjective] {
                out.number(distance(id, lemma));
            }
        }
    }
}

impl Words {
    /// The form at a place.
    #[cfg(test)]
    fn form(&self, at: usize) -> &str {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start as usize..self.ends[at] as usize]
    }
}

/// How far a lemma is from a form: 0 for none, then odd numbers for those behind the form, and even ones for itself and those before it.
#[cfg(test)]
fn distance(form: u32, lemma: WordId) -> u64 {
    let (form, lemma) = (u64::from(form), u64::from(lemma.0));
    match lemma {
        0 => 0,
        _ if lemma > form => 2 * (lemma - form) - 1,
        _ => 2 * (form - lemma) + 2,
    }
}

/// The lemma at a distance from a form.
fn lemma_at(form: u32, distance: u64) -> Option<WordId> {
    let far = u32::try_from(distance.div_ceil(2)).ok()?;
    Some(match distance {
        0 => WordId::UNKNOWN,
        _ if distance % 2 == 1 => WordId(form.checked_add(far)?),
        _ => WordId(form.checked_sub(far - 1)?),
    })
}

/// A lexicon is what was learned beyond the English one.
impl Image for Lexicon {
    fn decode(input: &mut Input<'_>) -> Option<Self> {
        let learned = Learned::decode(input)?;
        Self::english().clone().with(learned)
    }

    #[cfg(test)]
    fn encode(&self, out: &mut Output) {
        self.learned_since(Self::english()).encode(out);
    }
}

/// The English lexicon, from an image of its tables and of the code that reads them.
pub(super) fn english() -> Option<Lexicon> {
    Lexicon::empty().with(read(IMAGE, CODE, &[])?)
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
        let learned = Lexicon::made().learned_since(&Lexicon::empty());
        let made = written(&learned, CODE, &[]);
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
        let stored: Learned = read(made.leak(), CODE, &[]).unwrap();
        let lexicon = Lexicon::empty().with(stored).unwrap();
        let learned_again = lexicon.learned_since(&Lexicon::empty());
        assert_eq!(format!("{learned:?}"), format!("{learned_again:?}"));
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
        assert_eq!(lemma_at(7, u64::MAX), None);
        assert_eq!(lemma_at(7, 100), None);
    }
}
