//! What images hold of words: the English lexicon, and what another has learned beyond it.
//!
//! The table of forms is read where it stands; of all else each combination that occurs is written once (`kind`).

use super::Shape;
#[cfg(test)]
use super::lexicon::KindOf;
use super::lexicon::Lexicon;
use super::usage::Usage;
use super::word::{Readings, Word, WordId};
#[cfg(test)]
use crate::image::Output;
use crate::image::{Image, Input, fields, fingerprint_of_files, read};

/// A number of its own type.
macro_rules! wrapped {
    ($($type:ident),*) => {$(
        impl Image for $type {
            fn decode(input: &mut Input) -> Option<Self> {
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
    Word { readings, usage, marker, noun, verb, adjective }
}

/// A lexicon is what was learned beyond the English one.
impl Image for Lexicon {
    fn decode(input: &mut Input) -> Option<Self> {
        let mut lexicon = Self::over(Self::english(), Image::decode(input)?)?;
        for (id, word) in <Vec<(WordId, Word)>>::decode(input)? {
            lexicon.set(id, word);
        }
        let kinds: Vec<_> = Image::decode(input)?;
        let count = usize::decode(input)?;
        let mut kind_of = Vec::with_capacity(count.min(1 << 20));
        for _ in 0..count {
            kind_of.push(Image::decode(input)?);
        }
        lexicon.put_kinds(kinds, kind_of)?;
        Some(lexicon)
    }

    #[cfg(test)]
    fn encode(&self, out: &mut Output) {
        let english = Self::english();
        self.forms().settled().encode(out);
        let changed: Vec<(WordId, Word)> = english
            .ids()
            .map(|id| (id, self.word(id)))
            .filter(|(id, word)| *word != english.word(*id))
            .collect();
        changed.encode(out);
        let (kinds, kind_of) = self.kinds_from(english.len());
        kinds.encode(out);
        kind_of.encode(out);
    }
}

/// The English lexicon.
struct English(Lexicon);

impl Image for English {
    fn decode(input: &mut Input) -> Option<Self> {
        let forms = Image::decode(input)?;
        let kinds = Image::decode(input)?;
        Lexicon::stored(forms, kinds, Image::decode(input)?).map(Self)
    }

    #[cfg(test)]
    fn encode(&self, out: &mut Output) {
        let Self(lexicon) = self;
        lexicon.forms().settled().encode(out);
        let (kinds, kind_of) = lexicon.kinds_from(0);
        kinds.encode(out);
        kind_of.into_iter().collect::<KindOf>().encode(out);
    }
}

/// The English lexicon from its image, if that is of the tables as they are and of the code that reads them.
pub(super) fn english() -> Option<Lexicon> {
    read(IMAGE, CODE).map(|English(lexicon)| lexicon)
}

const IMAGE: &[u8] = include_bytes!("english.image");

const CODE: u64 = fingerprint_of_files!(
    "../image.rs"
    "../table.rs"
    "fold.rs"
    "forms.rs"
    "function_words.tsv"
    "image.rs"
    "inflect.rs"
    "intern.rs"
    "irregular.tsv"
    "key.rs"
    "kind.rs"
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
        let made = written(&English(Lexicon::made()), CODE);
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
        let stored: English = read(made.clone().leak(), CODE).unwrap();
        assert!(written(&stored, CODE) == made);
        let English(lexicon) = stored;
        for id in lexicon.ids().skip(1) {
            assert_eq!(lexicon.look_up(lexicon.text(id)), id);
        }
    }
}
