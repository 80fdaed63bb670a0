//! The rules of a pack as bytes, so that the pack that comes with the crate is there without its TOML being read.
//!
//! Reading 1.5 MB of TOML took more than half of a program's start, and half of the text are examples, which tagging doesn't need. So what is read from
//! it is kept beside it (`builtin.image`): all texts one after another, then numbers, seven bits a byte. Texts of the rules that come from it
//! are borrowed from the program. Examples are left out; they are read from the TOML when they are asked for.
//!
//! The TOML stays the one source. An image begins with a fingerprint of the files that it was made from and of the code that says how; where that is another, there
//! is no image, and the files are read. A test makes it anew and compares: `UPDATE_PACK=1 cargo test --lib pack::image` writes it.
//!
//! Cost: O(n) in the length of the image; the fingerprint takes a step for eight bytes of the files.

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::sync::Arc;

use crate::attribution::Sense;
use crate::date::Date;
use crate::span::Span;
use crate::{Mode, Stance};

use crate::pack::About;
use crate::pack::id::{ActorId, PositionId, RuleId};
use crate::pack::layer::Layer;
use crate::pack::rules::{
    Actor, AttributionCue, Complement, Cue, Effect, Kind, Name, Operator, Person, Phrase, Position,
    Role, Rules, Slot, Spoken, Text, WordClass, WordList,
};
use crate::pack::source::Origin;

/// What an image holds of a pack.
#[derive(Debug)]
pub(super) struct Stored {
    pub(super) abouts: Vec<About>,
    pub(super) rules: Rules,
}

/// What an image of `files` holds; `None` where it was made of other files, or by other code.
pub(super) fn read(image: &'static [u8], files: &Layer) -> Option<Stored> {
    let (made_of, rest) = image.split_first_chunk()?;
    let (length, rest) = rest.split_first_chunk()?;
    if u64::from_le_bytes(*made_of) != fingerprint_of(files) {
        return None;
    }
    let length = usize::try_from(u64::from_le_bytes(*length)).ok()?;
    let (texts, numbers) = rest.split_at_checked(length)?;
    let mut input = Input {
        texts: std::str::from_utf8(texts).ok()?,
        numbers,
        files,
    };
    let stored = Stored::decode(&mut input)?;
    let is_whole = input.texts.is_empty() && input.numbers.is_empty();
    is_whole.then_some(stored)
}

/// The code that decides which bytes an image has.
const CODE: u64 = fingerprint(
    fingerprint(0, include_bytes!("mod.rs")),
    include_bytes!("../rules.rs"),
);

/// A number for files and for the code here. No hash of the standard library: it has to stay the same from one release to the next.
fn fingerprint_of(files: &Layer) -> u64 {
    files.iter().fold(CODE, |all, file| {
        let all = fingerprint(all, file.name().as_bytes());
        fingerprint(all, file.text().as_bytes())
    })
}

const fn fingerprint(seed: u64, bytes: &[u8]) -> u64 {
    let mut all = mixed(seed, bytes.len() as u64);
    let mut rest = bytes;
    while let Some((eight, behind)) = rest.split_first_chunk() {
        all = mixed(all, u64::from_le_bytes(*eight));
        rest = behind;
    }
    while let Some((byte, behind)) = rest.split_first() {
        all = mixed(all, *byte as u64);
        rest = behind;
    }
    all
}

const fn mixed(all: u64, number: u64) -> u64 {
    // 2^64 divided by the golden ratio: an odd number without a pattern.
    (all.rotate_left(29) ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// What is left of an image.
struct Input<'f> {
    texts: &'static str,
    numbers: &'static [u8],
    /// The files that places are in.
    files: &'f Layer,
}

impl Input<'_> {
    fn byte(&mut self) -> Option<u8> {
        let (byte, rest) = self.numbers.split_first()?;
        self.numbers = rest;
        Some(*byte)
    }

    /// A number in bytes of seven bits, the lowest first, all but the last with their high bit set.
    fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..u64::BITS).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn text(&mut self) -> Option<&'static str> {
        let length = usize::decode(self)?;
        let (text, rest) = self.texts.split_at_checked(length)?;
        self.texts = rest;
        Some(text)
    }
}

/// An image that is being made.
#[cfg(test)]
#[derive(Default)]
struct Output {
    texts: String,
    numbers: Vec<u8>,
    files: Vec<Arc<crate::pack::source::SourceFile>>,
}

#[cfg(test)]
impl Output {
    fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.numbers.push(number.to_le_bytes()[0] | 0x80);
            number >>= 7;
        }
        self.numbers.push(number.to_le_bytes()[0]);
    }

    fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.texts.push_str(text);
    }
}

/// What an image can hold. A value takes a byte at least.
trait Image: Sized {
    fn decode(input: &mut Input<'_>) -> Option<Self>;

    #[cfg(test)]
    fn encode(&self, out: &mut Output);
}

/// A struct is its fields, one after another.
macro_rules! fields {
    ($($type:ident { $($field:ident),* $(,)? })*) => {$(
        impl Image for $type {
            fn decode(input: &mut Input<'_>) -> Option<Self> {
                Some(Self { $($field: Image::decode(input)?),* })
            }

            #[cfg(test)]
            fn encode(&self, out: &mut Output) {
                let Self { $($field),* } = self;
                $($field.encode(out);)*
            }
        }
    )*};
}

fields! {
    Stored { abouts, rules }
    About { name, description, source, licence }
    Rules { actors, positions, lists, cues, operators, attributions }
    Actor { id, name, kind, names, demonyms, seats, people, descriptions }
    Name { text, only_with, not_with }
    Person { name, from, to, office }
    Position {
        id, name, question, related, before, asked_is_target, accusing_is_opposing, target_carries, opposing_is_against_doers,
        theatre,
    }
    WordList { id, words }
    Cue {
        id, position, stance, words, slots, needs_operator, needs_negation, one_sided, reciprocal, near, topic, not_near,
        mode, target_is_actor, origin,
    }
    Slot { role, role_optional, owner, owner_optional, like, unlike, actors, optional }
    Operator { id, words, effect, takes, origin }
    Effect { takes_over, old_actor_to_target, flips, negates, hedges, mode, speaks, cancels, repeats, accuses }
    AttributionCue { id, words, takes, sense, subject, object, origin }
}

/// A choice is the place of its variant here.
macro_rules! variants {
    ($($type:ident: $($variant:ident),*;)*) => {$(
        impl Image for $type {
            fn decode(input: &mut Input<'_>) -> Option<Self> {
                [$(Self::$variant),*].get(usize::from(input.byte()?)).copied()
            }

            #[cfg(test)]
            fn encode(&self, out: &mut Output) {
                let place = [$(Self::$variant),*].iter().position(|variant| variant == self);
                place.expect("a variant that `variants` lacks").encode(out);
            }
        }
    )*};
}

variants! {
    Stance: Support, Oppose, Neutral;
    Mode: Act, Say, Ask, Want, Expect;
    Kind: State, Government, Movement, Party, Organisation, Institution, Court, Company;
    Sense: Said, Judged, Asked, Wanted, Denied, Promised, Doubted;
    Complement: That, Clause, Whether, Infinitive, ObjectInfinitive, Gerund, ObjectGerund, PrepositionGerund, Predicate, Noun,
        PrepositionNoun, Quotation;
    WordClass: Verb, Noun, Agent, Adjective, Phrase;
    Role: Actor, Target;
}

impl Image for bool {
    fn decode(input: &mut Input<'_>) -> Option<Self> {
        Some(input.byte()? != 0)
    }

    #[cfg(test)]
    fn encode(&self, out: &mut Output) {
        out.numbers.push((*self).into());
    }
}

macro_rules! numbers {
    ($($type:ident),*) => {$(
        impl Image for $type {
            fn decode(input: &mut Input<'_>) -> Option<Self> {
                input.number()?.try_into().ok()
            }

            #[cfg(test)]
            fn encode(&self, out: &mut Output) {
                out.number((*self).try_into().expect("a number that isn't negative"));
            }
        }
    )*};
}

numbers!(u8, u16, i16, usize);

impl Image for Text {
    fn decode(input: &mut Input<'_>) -> Option<Self> {
        input.text().map(Cow::Borrowed)
    }

    #[cfg(test)]
    fn encode(&self, out: &mut Output) {
        out.text(self);
    }
}

macro_rules! ids {
    ($($type:ident),*) => {$(
        impl Image for $type {
            fn decode(input: &mut Input<'_>) -> Option<Self> {
                input.text().map(Self::new)
            }

            #[cfg(test)]
            fn encode(&self, out: &mut Output) {
                out.text(self.as_str());
            }
        }
    )*};
}

ids!(ActorId, PositionId, RuleId);

impl<T: Image> Image for Option<T> {
    fn decode(input: &mut Input<'_>) -> Option<Self> {
        Some(if bool::decode(input)? {
            Some(T::decode(input)?)
        } else {
            None
        })
    }

    #[cfg(test)]
    fn encode(&self, out: &mut Output) {
        self.is_some().encode(out);
        self.iter().for_each(|value| value.encode(out));
    }
}

impl<T: Image> Image for Vec<T> {
    fn decode(input: &mut Input<'_>) -> Option<Self> {
        let count = usize::decode(input)?;
        let mut values = Self::with_capacity(count.min(input.numbers.len()));
        for _ in 0..count {
            values.push(T::decode(input)?);
        }
        Some(values)
    }

    #[cfg(test)]
    fn encode(&self, out: &mut Output) {
        self.len().encode(out);
        self.iter().for_each(|value| value.encode(out));
    }
}

impl<T: Image + Clone> Image for Arc<[T]> {
    fn decode(input: &mut Input<'_>) -> Option<Self> {
        Vec::decode(input).map(Self::from)
    }

    #[cfg(test)]
    fn encode(&self, out: &mut Output) {
        self.to_vec().encode(out);
    }
}

impl<L: Image, R: Image> Image for (L, R) {
    fn decode(input: &mut Input<'_>) -> Option<Self> {
        Some((L::decode(input)?, R::decode(input)?))
    }

    #[cfg(test)]
    fn encode(&self, out: &mut Output) {
        self.0.encode(out);
        self.1.encode(out);
    }
}

impl Image for Phrase {
    fn decode(input: &mut Input<'_>) -> Option<Self> {
        let text = Text::decode(input)?;
        // The bits of the first words are the highest.
        Some(Self::from_parts(text, input.number()?.reverse_bits()))
    }

    #[cfg(test)]
    fn encode(&self, out: &mut Output) {
        let (text, literal) = self.parts();
        text.encode(out);
        out.number(literal.reverse_bits());
    }
}

impl Image for Spoken {
    fn decode(input: &mut Input<'_>) -> Option<Self> {
        Some(match input.byte()? {
            0 => Self::Subject,
            1 => Self::Object,
            2 => Self::Predicate,
            3 => Self::Of,
            _ => Self::Preposition(input.text()?),
        })
    }

    #[cfg(test)]
    fn encode(&self, out: &mut Output) {
        match self {
            Self::Subject => 0_u8.encode(out),
            Self::Object => 1_u8.encode(out),
            Self::Predicate => 2_u8.encode(out),
            Self::Of => 3_u8.encode(out),
            Self::Preposition(word) => {
                4_u8.encode(out);
                out.text(word);
            }
        }
    }
}

impl Image for Date {
    fn decode(input: &mut Input<'_>) -> Option<Self> {
        let year = i16::decode(input)?;
        let month = <Option<u8>>::decode(input)?;
        match (month, <Option<u8>>::decode(input)?) {
            (Some(month), Some(day)) => Self::of_day(year, month, day),
            (Some(month), None) => Self::of_month(year, month),
            (None, _) => Self::of_year(year),
        }
    }

    #[cfg(test)]
    fn encode(&self, out: &mut Output) {
        self.year().encode(out);
        self.month().encode(out);
        self.day().encode(out);
    }
}

impl Image for Origin {
    fn decode(input: &mut Input<'_>) -> Option<Self> {
        let file = input.files.get(usize::decode(input)?)?;
        let start = usize::decode(input)?;
        Some(Self::new(file, Span::new(start, usize::decode(input)?)))
    }

    #[cfg(test)]
    fn encode(&self, out: &mut Output) {
        let file = out.files.iter().position(|file| self.is_in(file));
        file.expect("a file of the pack").encode(out);
        self.span().start().encode(out);
        self.span().end().encode(out);
    }
}
