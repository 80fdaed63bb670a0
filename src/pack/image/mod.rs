//! The rules of a pack as bytes, so that the pack that comes with the crate is there without its TOML being read.
//!
//! Reading 1.5 MB of TOML took more than half of a program's start, and half of the text are examples, which tagging doesn't need. So what is read from
//! it is kept beside it as an image (`builtin.image`). Examples are left out; they are read from the TOML when they are asked for.
//!
//! The TOML stays the one source. The fingerprint is that of the files that the image was made from and of the code that says how. A test makes it anew and
//! compares: `UPDATE_PACK=1 cargo test --lib image` writes it, with what the stages learn from it (`pipeline/image.rs`).
//!
//! Cost: O(n) in the length of the image; the fingerprint takes a step for eight bytes of the files.

#[cfg(test)]
mod tests;

use crate::attribution::Sense;
use crate::date::Date;
#[cfg(test)]
use crate::image::Output;
pub(super) use crate::image::read;
use crate::image::{Image, Input, fields, fingerprint, fingerprint_of_files, variants};
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

/// The code that decides which bytes an image has.
const CODE: u64 = fingerprint_of_files!("mod.rs" "../rules.rs" "../../image.rs");

/// A number for files and for the code here.
pub(super) fn fingerprint_of(files: &Layer) -> u64 {
    files.iter().fold(CODE, |all, file| {
        let all = fingerprint(all, file.name().as_bytes());
        fingerprint(all, file.text().as_bytes())
    })
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
        needs_actor, theatre,
    }
    WordList { id, words }
    Cue {
        id, position, stance, words, slots, needs_operator, needs_negation, one_sided, reciprocal, near, topic, not_near,
        mode, target_is_actor, default_target, origin,
    }
    Slot { role, role_optional, owner, owner_optional, like, unlike, actors, optional }
    Operator { id, words, effect, takes, origin }
    Effect {
        takes_over, old_actor_to_target, flips, negates, hedges, mode, speaks, cancels, repeats, reacts, accuses, shows, tries, verdict,
    }
    AttributionCue { id, words, takes, sense, subject, object, origin }
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
