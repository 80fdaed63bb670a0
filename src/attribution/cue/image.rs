//! What an image holds of cues: the buckets, from which all else follows.

use std::sync::Arc;

#[cfg(test)]
use crate::image::Output;
use crate::image::{Image, Input, fields, variants};
use crate::token::WordId;

use super::entry::{Beside, Entry, Step, Takes};
use super::{Bucket, Class, Cues};

fields! {
    Beside { subjects, objects }
}

variants! {
    Class: Verb, Noun, Adjective, Phrase;
}

/// The nouns that cues ask for stand in an image once, since many ask for the same, and most for none.
impl Image for Cues {
    fn decode(input: &mut Input) -> Option<Self> {
        let mut cues = Self {
            be: Image::decode(input)?,
            pasts: Image::decode(input)?,
            ..Self::default()
        };
        let besides: Vec<Arc<Beside>> = Image::decode(input)?;
        for _ in 0..usize::decode(input)? {
            cues.open(bucket(input, &besides)?);
        }
        Some(cues)
    }

    #[cfg(test)]
    fn encode(&self, out: &mut Output) {
        self.be.encode(out);
        self.pasts.encode(out);
        let mut besides: Vec<Arc<Beside>> = Vec::new();
        let entries = self.buckets.iter().flat_map(|bucket| &bucket.entries);
        for beside in entries.map(|entry| &entry.beside) {
            if !besides.contains(beside) {
                besides.push(Arc::clone(beside));
            }
        }
        besides.encode(out);
        self.buckets.len().encode(out);
        for bucket in &self.buckets {
            bucket.class.encode(out);
            bucket.word.encode(out);
            bucket.entries.len().encode(out);
            for entry in &bucket.entries {
                entry.rule.encode(out);
                entry.sense.encode(out);
                entry.takes.encode(out);
                entry.rest.encode(out);
                entry.passive.encode(out);
                let beside = besides.iter().position(|known| *known == entry.beside);
                beside.expect("one of all").encode(out);
            }
        }
    }
}

fn bucket(input: &mut Input, besides: &[Arc<Beside>]) -> Option<Bucket> {
    let class = Image::decode(input)?;
    let word = Image::decode(input)?;
    let count = usize::decode(input)?;
    let mut entries = Vec::with_capacity(count.min(1 << 10));
    for _ in 0..count {
        entries.push(Entry {
            rule: Image::decode(input)?,
            sense: Image::decode(input)?,
            takes: Image::decode(input)?,
            rest: Image::decode(input)?,
            passive: Image::decode(input)?,
            beside: Arc::clone(besides.get(usize::decode(input)?)?),
        });
    }
    let mut bucket = Bucket {
        class,
        word,
        entries,
        firsts: Vec::new(),
    };
    bucket.note_firsts();
    Some(bucket)
}

impl Image for Takes {
    fn decode(input: &mut Input) -> Option<Self> {
        Image::decode(input).map(Self)
    }

    #[cfg(test)]
    fn encode(&self, out: &mut Output) {
        self.0.encode(out);
    }
}

/// A word is its id, which is none of an unknown word.
impl Image for Step {
    fn decode(input: &mut Input) -> Option<Self> {
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
