//! What an image holds of cues: the buckets, from which all else follows.

#[cfg(test)]
use crate::image::Output;
use crate::image::{Image, Input, fields, variants};
use crate::token::WordId;

use super::entry::{Beside, Entry, Step, Takes};
use super::{Bucket, Class, Cues};

fields! {
    Entry { rule, sense, takes, rest, passive, beside }
    Beside { subjects, objects }
}

variants! {
    Class: Verb, Noun, Adjective, Phrase;
}

impl Image for Cues {
    fn decode(input: &mut Input<'_>) -> Option<Self> {
        let mut cues = Self {
            be: Image::decode(input)?,
            pasts: Image::decode(input)?,
            ..Self::default()
        };
        for bucket in Vec::decode(input)? {
            cues.open(bucket);
        }
        Some(cues)
    }

    #[cfg(test)]
    fn encode(&self, out: &mut Output) {
        self.be.encode(out);
        self.pasts.encode(out);
        self.buckets.encode(out);
    }
}

impl Image for Bucket {
    fn decode(input: &mut Input<'_>) -> Option<Self> {
        let mut bucket = Self {
            class: Image::decode(input)?,
            word: Image::decode(input)?,
            entries: Image::decode(input)?,
            firsts: Vec::new(),
        };
        bucket.note_firsts();
        Some(bucket)
    }

    #[cfg(test)]
    fn encode(&self, out: &mut Output) {
        self.class.encode(out);
        self.word.encode(out);
        self.entries.encode(out);
    }
}

impl Image for Takes {
    fn decode(input: &mut Input<'_>) -> Option<Self> {
        Image::decode(input).map(Self)
    }

    #[cfg(test)]
    fn encode(&self, out: &mut Output) {
        self.0.encode(out);
    }
}

/// A word is its id, which is none of an unknown word.
impl Image for Step {
    fn decode(input: &mut Input<'_>) -> Option<Self> {
        let word = WordId::decode(input)?;
        Some(if word.is_known() {
            Self::Word(word)
        } else {
            Self::Possessive
        })
    }

    #[cfg(test)]
    fn encode(&self, out: &mut Output) {
        match self {
            Self::Word(word) => word.encode(out),
            Self::Possessive => WordId::UNKNOWN.encode(out),
        }
    }
}
