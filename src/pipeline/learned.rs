//! What the stages learn from the words of a pack: by reading them, or for the shipped pack from an image (`builtin.image`).
//!
//! To split, fold and look up all words of the shipped pack took two thirds of a program's start. The fingerprint of the image is that of the pack and of the code and
//! tables that decide what is learned. `UPDATE_PACK=1 cargo test --lib image` writes it.

use std::sync::Arc;

use crate::attribution::Cues;
use crate::claim::Compiled;
use crate::image::{fields, fingerprint_of_files, read};
use crate::mention::{Names, Spellings};
use crate::pack::{Pack, Rules};
use crate::token::Lexicon;

/// What was learned from a pack.
#[derive(Debug)]
pub(super) struct Learned {
    /// The English words and those of the pack.
    pub(super) lexicon: Lexicon,
    pub(super) names: Names,
    pub(super) spellings: Spellings,
    pub(super) compiled: Compiled,
    pub(super) cues: Cues,
}

fields! {
    Learned { lexicon, names, spellings, compiled, cues }
}

const IMAGE: &[u8] = include_bytes!("builtin.image");

impl Learned {
    pub(super) fn of(pack: &Pack) -> Self {
        let stored = pack
            .fingerprint()
            .and_then(|pack| read(IMAGE, fingerprint_of(pack)));
        stored.unwrap_or_else(|| Self::new(pack.rules()))
    }

    fn new(rules: &Arc<Rules>) -> Self {
        let mut lexicon = Lexicon::learner();
        let names = Names::new(rules, &mut lexicon);
        let compiled = Compiled::new(rules, &mut lexicon);
        let cues = Cues::new(rules, &lexicon);
        Self {
            lexicon,
            names,
            spellings: Spellings::new(rules),
            compiled,
            cues,
        }
    }
}

/// A number for the pack with a fingerprint, and for the code and the tables that decide what is learned from it.
fn fingerprint_of(pack: u64) -> u64 {
    CODE.rotate_left(1) ^ pack
}

const CODE: u64 = fingerprint_of_files!(
    "learned.rs"
    "../attribution/cue/entry.rs"
    "../attribution/cue/image.rs"
    "../attribution/cue/mod.rs"
    "../claim/cue/build.rs"
    "../claim/cue/form.rs"
    "../claim/cue/gate.rs"
    "../claim/cue/image.rs"
    "../claim/cue/kinds.rs"
    "../claim/cue/learn.rs"
    "../claim/cue/pattern.rs"
    "../claim/cue/spot.rs"
    "../claim/cue/words.rs"
    "../image.rs"
    "../table.rs"
    "../mention/name/list.rs"
    "../mention/name/mod.rs"
    "../mention/spelling.rs"
    "../token/fold.rs"
    "../token/forms.rs"
    "../token/function_words.tsv"
    "../token/image.rs"
    "../token/inflect.rs"
    "../token/intern.rs"
    "../token/irregular.tsv"
    "../token/key.rs"
    "../token/kind.rs"
    "../token/lexicon.rs"
    "../token/lexicon.tsv"
    "../token/marker.rs"
    "../token/scan/mark.rs"
    "../token/scan/mod.rs"
    "../token/scan/word.rs"
    "../token/usage.rs"
    "../token/usage.txt"
    "../token/word.rs"
);

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::image::written;

    fn image(rules: &Arc<Rules>, pack: u64) -> Vec<u8> {
        written(&Learned::new(rules), fingerprint_of(pack))
    }

    /// Writes the image of what is learned from the rules of the shipped pack.
    pub(crate) fn write_image(rules: &Arc<Rules>, pack: u64) {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/pipeline/builtin.image");
        std::fs::write(path, image(rules, pack)).unwrap();
    }

    #[test]
    fn the_image_holds_what_is_learned_from_the_shipped_pack() {
        if std::env::var_os("UPDATE_PACK").is_some() {
            // It is written with the image of the pack.
            return;
        }
        let pack = Pack::builtin();
        let fingerprint = pack.fingerprint().unwrap();
        let made = image(pack.rules(), fingerprint);
        assert!(
            made == IMAGE,
            "the shipped pack, or what is learned from it, has changed: \
            `UPDATE_PACK=1 cargo test --lib image` makes its image anew"
        );
        // What is read from it is again the same.
        let stored: Learned = read(IMAGE, fingerprint_of(fingerprint)).unwrap();
        assert!(written(&stored, fingerprint_of(fingerprint)) == made);
    }
}
