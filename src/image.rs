//! Values as bytes that are compiled in, so that a start needn't work them out.
//!
//! What the shipped pack says, the lexicon, and what the stages make of both are the same at every start. A test works each out, and writes it as an
//! *image*: all texts one after another, then numbers, seven bits a byte. Reading it takes a step or two for each value, and texts are borrowed from the
//! program. A large table is read where it stands and takes no step at the start (`table`), nor does what only reports and checks ask for ([`Later`]). Whoever has an image names the files and the code that it depends on; it begins with their fingerprint, and where that is another, there is no
//! image, and the work is done.
//!
//! Cost: O(n) in the length of the image; a fingerprint takes a step for eight bytes of the files.

use std::borrow::Cow;
use std::fmt;
use std::ops::{Deref, Range};
use std::sync::{Arc, OnceLock};

/// What an image holds; `None` where it was made with another fingerprint, or is none.
pub(crate) fn read<T: Image>(image: &'static [u8], fingerprint: u64) -> Option<T> {
    let (made_of, rest) = image.split_first_chunk()?;
    let (length, rest) = rest.split_first_chunk()?;
    if u64::from_le_bytes(*made_of) != fingerprint {
        return None;
    }
    let length = usize::try_from(u64::from_le_bytes(*length)).ok()?;
    let (texts, numbers) = rest.split_at_checked(length)?;
    let mut input = Input {
        texts: std::str::from_utf8(texts).ok()?,
        numbers,
    };
    let value = T::decode(&mut input)?;
    let is_whole = input.texts.is_empty() && input.numbers.is_empty();
    is_whole.then_some(value)
}

/// The image of a value.
#[cfg(test)]
pub(crate) fn written(value: &impl Image, fingerprint: u64) -> Vec<u8> {
    let mut out = Output::default();
    value.encode(&mut out);
    let mut image = fingerprint.to_le_bytes().to_vec();
    image.extend((out.texts.len() as u64).to_le_bytes());
    image.extend(out.texts.as_bytes());
    image.extend(out.numbers);
    image
}

/// A number for some bytes and what came before. No hash of the standard library: it has to stay the same from one release to the next.
pub(crate) const fn fingerprint(seed: u64, bytes: &[u8]) -> u64 {
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

/// The fingerprint of files, named from the file that asks.
macro_rules! fingerprint_of_files {
    ($($file:literal)*) => {{
        let all = 0;
        $(let all = $crate::image::fingerprint(all, include_bytes!($file));)*
        all
    }};
}
pub(crate) use fingerprint_of_files;

/// What is left of an image.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Input {
    texts: &'static str,
    numbers: &'static [u8],
}

impl Input {
    pub(crate) fn byte(&mut self) -> Option<u8> {
        let (byte, rest) = self.numbers.split_first()?;
        self.numbers = rest;
        Some(*byte)
    }

    /// The next bytes as they are.
    pub(crate) fn bytes(&mut self, count: usize) -> Option<&'static [u8]> {
        let (bytes, rest) = self.numbers.split_at_checked(count)?;
        self.numbers = rest;
        Some(bytes)
    }

    /// A number in bytes of seven bits, the lowest first, all but the last with their high bit set.
    pub(crate) fn number(&mut self) -> Option<u64> {
        let first = self.byte()?;
        if first < 0x80 {
            return Some(first.into());
        }
        let mut number = u64::from(first & 0x7f);
        for shift in (7..u64::BITS).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    pub(crate) fn text(&mut self) -> Option<&'static str> {
        let length = usize::decode(self)?;
        let (text, rest) = self.texts.split_at_checked(length)?;
        self.texts = rest;
        Some(text)
    }
}

/// An image that is being made.
#[cfg(test)]
#[derive(Default)]
pub(crate) struct Output {
    texts: String,
    pub(crate) numbers: Vec<u8>,
}

#[cfg(test)]
impl Output {
    pub(crate) fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.numbers.push(number.to_le_bytes()[0] | 0x80);
            number >>= 7;
        }
        self.numbers.push(number.to_le_bytes()[0]);
    }

    pub(crate) fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.texts.push_str(text);
    }
}

/// What an image can hold. A value takes a byte at least.
pub(crate) trait Image: Sized {
    fn decode(input: &mut Input) -> Option<Self>;

    #[cfg(test)]
    fn encode(&self, out: &mut Output);
}

/// A value of which an image is read when it is first asked for; nothing where there is none.
pub(crate) struct Later<T> {
    value: OnceLock<T>,
    image: Input,
}

impl<T: Image + Default> Deref for Later<T> {
    type Target = T;

    fn deref(&self) -> &T {
        let read = || T::decode(&mut self.image.clone()).unwrap_or_default();
        self.value.get_or_init(read)
    }
}

impl<T> From<T> for Later<T> {
    fn from(value: T) -> Self {
        Self {
            value: value.into(),
            image: Input::default(),
        }
    }
}

impl<T: Default> Default for Later<T> {
    fn default() -> Self {
        T::default().into()
    }
}

impl<T: Clone> Clone for Later<T> {
    fn clone(&self) -> Self {
        Self {
            value: self.value.clone(),
            image: self.image,
        }
    }
}

impl<T: Image + Default + fmt::Debug> fmt::Debug for Later<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: Image + Default + PartialEq> PartialEq for Later<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: Image + Default + Eq> Eq for Later<T> {}

/// How long its own image is, so that it can be passed over.
impl<T: Image + Default> Image for Later<T> {
    fn decode(input: &mut Input) -> Option<Self> {
        let texts = input.text()?;
        let length = usize::decode(input)?;
        let numbers = input.bytes(length)?;
        Some(Self {
            value: OnceLock::new(),
            image: Input { texts, numbers },
        })
    }

    #[cfg(test)]
    fn encode(&self, out: &mut Output) {
        let mut own = Output::default();
        (**self).encode(&mut own);
        out.text(&own.texts);
        own.numbers.len().encode(out);
        out.numbers.extend(own.numbers);
    }
}

/// A struct is its fields, one after another.
macro_rules! fields {
    ($($type:ident { $($field:ident),* $(,)? })*) => {$(
        impl $crate::image::Image for $type {
            fn decode(input: &mut $crate::image::Input) -> Option<Self> {
                Some(Self { $($field: $crate::image::Image::decode(input)?),* })
            }

            #[cfg(test)]
            fn encode(&self, out: &mut $crate::image::Output) {
                let Self { $($field),* } = self;
                $($crate::image::Image::encode($field, out);)*
            }
        }
    )*};
}
pub(crate) use fields;

/// A choice is the place of its variant here.
macro_rules! variants {
    ($($type:ident: $($variant:ident),*;)*) => {$(
        impl $crate::image::Image for $type {
            fn decode(input: &mut $crate::image::Input) -> Option<Self> {
                let place = <usize as $crate::image::Image>::decode(input)?;
                [$(Self::$variant),*].get(place).copied()
            }

            #[cfg(test)]
            fn encode(&self, out: &mut $crate::image::Output) {
                let place = [$(Self::$variant),*].iter().position(|variant| variant == self);
                let place = place.expect("a variant that `variants` lacks");
                $crate::image::Image::encode(&place, out);
            }
        }
    )*};
}
pub(crate) use variants;

impl Image for bool {
    fn decode(input: &mut Input) -> Option<Self> {
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
            fn decode(input: &mut Input) -> Option<Self> {
                input.number()?.try_into().ok()
            }

            #[cfg(test)]
            fn encode(&self, out: &mut Output) {
                out.number((*self).try_into().expect("a number that isn't negative"));
            }
        }
    )*};
}

numbers!(u8, u16, i16, u32, u64, usize);

impl Image for Cow<'static, str> {
    fn decode(input: &mut Input) -> Option<Self> {
        input.text().map(Cow::Borrowed)
    }

    #[cfg(test)]
    fn encode(&self, out: &mut Output) {
        out.text(self);
    }
}

impl<T: Image> Image for Option<T> {
    fn decode(input: &mut Input) -> Option<Self> {
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
    fn decode(input: &mut Input) -> Option<Self> {
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

impl<T: Image + Copy + Default, const N: usize> Image for [T; N] {
    fn decode(input: &mut Input) -> Option<Self> {
        let mut values = [T::default(); N];
        for value in &mut values {
            *value = T::decode(input)?;
        }
        Some(values)
    }

    #[cfg(test)]
    fn encode(&self, out: &mut Output) {
        self.iter().for_each(|value| value.encode(out));
    }
}

impl<T: Image + Clone> Image for Arc<[T]> {
    fn decode(input: &mut Input) -> Option<Self> {
        Vec::decode(input).map(Self::from)
    }

    #[cfg(test)]
    fn encode(&self, out: &mut Output) {
        self.to_vec().encode(out);
    }
}

impl<T: Image> Image for Arc<T> {
    fn decode(input: &mut Input) -> Option<Self> {
        T::decode(input).map(Self::new)
    }

    #[cfg(test)]
    fn encode(&self, out: &mut Output) {
        (**self).encode(out);
    }
}

impl<T: Image> Image for Box<T> {
    fn decode(input: &mut Input) -> Option<Self> {
        T::decode(input).map(Self::new)
    }

    #[cfg(test)]
    fn encode(&self, out: &mut Output) {
        (**self).encode(out);
    }
}

impl<T: Image> Image for Box<[T]> {
    fn decode(input: &mut Input) -> Option<Self> {
        Vec::decode(input).map(Self::from)
    }

    #[cfg(test)]
    fn encode(&self, out: &mut Output) {
        self.len().encode(out);
        self.iter().for_each(|value| value.encode(out));
    }
}

impl<T: Image> Image for Range<T> {
    fn decode(input: &mut Input) -> Option<Self> {
        Some(T::decode(input)?..T::decode(input)?)
    }

    #[cfg(test)]
    fn encode(&self, out: &mut Output) {
        self.start.encode(out);
        self.end.encode(out);
    }
}

impl<L: Image, R: Image> Image for (L, R) {
    fn decode(input: &mut Input) -> Option<Self> {
        Some((L::decode(input)?, R::decode(input)?))
    }

    #[cfg(test)]
    fn encode(&self, out: &mut Output) {
        self.0.encode(out);
        self.1.encode(out);
    }
}
