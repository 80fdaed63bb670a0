//! What an image holds of the compiled rules: their patterns once, and of all else what can't be told from these.

use super::form::{Begins, Compiled, Forms};
use super::pattern::{Pattern, Wanted};
use super::words::{Alone, Beginnings, Chain, Index, Needs};
#[cfg(test)]
use crate::image::Output;
use crate::image::{Image, Input, fields};
use crate::token::WordId;

fields! {
    Pattern { class, rule, first, second, more }
    Wanted { word, literal }
    Needs { bits, first, piece }
}

impl Image for Compiled {
    fn decode(input: &mut Input<'_>) -> Option<Self> {
        let mut compiled = Self {
            forms: Image::decode(input)?,
            cues: Image::decode(input)?,
            listed: Image::decode(input)?,
            operators: Image::decode(input)?,
            gates: Image::decode(input)?,
        };
        for begins in &mut compiled.forms.begins {
            begins.seconds = compiled.listed.seconds(begins.listed);
        }
        Some(compiled)
    }

    #[cfg(test)]
    fn encode(&self, out: &mut Output) {
        self.forms.encode(out);
        self.cues.encode(out);
        self.listed.encode(out);
        self.operators.encode(out);
        self.gates.encode(out);
    }
}

/// The forms that begin something, each as its distance from the one before.
impl Image for Forms {
    fn decode(input: &mut Input<'_>) -> Option<Self> {
        let mut forms = Self::none(usize::decode(input)?);
        let count = usize::decode(input)?;
        let mut form = WordId::UNKNOWN;
        for _ in 0..count {
            form.0 = form.0.checked_add(u32::decode(input)?)?;
            forms.note(form, Begins::decode(input)?);
        }
        forms.lists = Image::decode(input)?;
        Some(forms)
    }

    #[cfg(test)]
    fn encode(&self, out: &mut Output) {
        self.places.len().encode(out);
        (self.begins.len() - 1).encode(out);
        let mut before = 0;
        for (form, place) in (0_u32..)
            .zip(&self.places)
            .filter(|(_, place)| **place != 0)
        {
            (form - before).encode(out);
            before = form;
            self.begins[*place as usize].encode(out);
        }
        self.lists.encode(out);
    }
}

/// Without the second words, which are those of the index.
impl Image for Begins {
    fn decode(input: &mut Input<'_>) -> Option<Self> {
        Some(Self {
            lists: Image::decode(input)?,
            listed: Image::decode(input)?,
            cues: Image::decode(input)?,
            operators: Image::decode(input)?,
            repeats: Image::decode(input)?,
            ..Self::default()
        })
    }

    #[cfg(test)]
    fn encode(&self, out: &mut Output) {
        self.lists.encode(out);
        self.listed.encode(out);
        self.cues.encode(out);
        self.operators.encode(out);
        self.repeats.encode(out);
    }
}

impl Image for Chain {
    fn decode(input: &mut Input<'_>) -> Option<Self> {
        Image::decode(input).map(Self)
    }

    #[cfg(test)]
    fn encode(&self, out: &mut Output) {
        self.0.encode(out);
    }
}

impl Image for Index {
    fn decode(input: &mut Input<'_>) -> Option<Self> {
        let patterns: Vec<Pattern> = Image::decode(input)?;
        let count = usize::decode(input)?;
        let mut alone = Vec::with_capacity(count.min(patterns.len()));
        for _ in 0..count {
            let id = u32::decode(input)?;
            alone.push(Alone::of(id, patterns.get(id as usize)?));
        }
        let count = usize::decode(input)?;
        let mut followed = Vec::with_capacity(count.min(patterns.len()));
        for _ in 0..count {
            let id = u32::decode(input)?;
            followed.push((patterns.get(id as usize)?.second?.word, id));
        }
        let mut index = Self {
            patterns,
            alone,
            followed,
            groups: Image::decode(input)?,
            needs: Image::decode(input)?,
            chains: Image::decode(input)?,
            beginnings: Vec::new(),
        };
        let mut beginnings: Vec<Beginnings> = Image::decode(input)?;
        for list in &mut beginnings {
            let followed = index.followed(list).iter();
            list.seconds = followed.map(|(second, _)| *second).collect();
        }
        index.beginnings = beginnings;
        Some(index)
    }

    #[cfg(test)]
    fn encode(&self, out: &mut Output) {
        self.patterns.encode(out);
        self.alone.len().encode(out);
        self.alone
            .iter()
            .for_each(|alone| alone.pattern.encode(out));
        self.followed.len().encode(out);
        self.followed.iter().for_each(|(_, id)| id.encode(out));
        self.groups.encode(out);
        self.needs.encode(out);
        self.chains.encode(out);
        self.beginnings.encode(out);
    }
}

/// Without the second words, which are those of its patterns.
impl Image for Beginnings {
    fn decode(input: &mut Input<'_>) -> Option<Self> {
        Some(Self {
            word: Image::decode(input)?,
            needs: Image::decode(input)?,
            followed: Image::decode(input)?,
            ..Self::default()
        })
    }

    #[cfg(test)]
    fn encode(&self, out: &mut Output) {
        self.word.encode(out);
        self.needs.encode(out);
        self.followed.encode(out);
    }
}
