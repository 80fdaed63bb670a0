//! The rules of a pack as bytes, so that the pack that comes with the crate is there without its TOML being read.
//!
//! Reading 1.5 MB of TOML took more than half of a program's start, and half of the text are examples, which tagging doesn't need. So what is read from
//! it is kept beside it as an image (`builtin.image`). Examples are left out; they are read from the TOML when they are asked for. Words and names stand in it to
//! be read when they are asked for, since the stages have them compiled.
//!
//! The TOML stays the one source. The fingerprint is that of the files that the image was made from and of the code that says how. A test makes it anew and
//! compares: `UPDATE_PACK=1 cargo test --lib image` writes it, with what the stages learn from it (`pipeline/image.rs`).
//!
//! Cost: O(n) in the length of the image; the fingerprint takes a step for eight bytes of the files.

#[cfg(test)]
mod tests;

#[cfg(test)]
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::attribution::Sense;
use crate::date::Date;
#[cfg(test)]
use crate::image::Output;
pub(super) use crate::image::read;
use crate::image::{Image, Input, fields, fingerprint, fingerprint_of_files, variants};
use crate::{Mode, Stance};

use crate::pack::About;
use crate::pack::id::{ActorId, PositionId, RuleId};
use crate::pack::layer::Layer;
use crate::pack::rules::{
    Actor, AttributionCue, Called, Complement, Cue, Effect, Kind, ListId, Name, Operator, Person,
    Phrase, Position, Role, RuleWords, Rules, Slot, Spoken, Text, WordClass, WordList,
};

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
    Actor { id, name, kind }
    Called { names, demonyms, seats, people, descriptions }
    RuleWords { cues, operators }
    Name { text, only_with, not_with }
    Person { name, from, to, office }
    Position {
        id, name, question, related, before, asked_is_target, accusing_is_opposing, target_carries, opposing_is_against_doers,
        needs_actor, theatre,
    }
    WordList { id, words }
    StoredCue {
        id, position, stance, slots, needs_operator, needs_negation, one_sided, reciprocal, near, topic, not_near,
        mode, target_is_actor, default_target,
    }
    Slot { role, role_optional, owner, owner_optional, like, unlike, actors, several, optional }
    Operator { id, effect, takes }
    Effect {
        takes_over, old_actor_to_target, flips, negates, hedges, mode, speaks, cancels, repeats, reacts, accuses, shows, tries, verdict,
    }
    AttributionCue { id, words, takes, sense, subject, object }
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
            fn decode(input: &mut Input) -> Option<Self> {
                input.text().map(Self::shipped)
            }

            #[cfg(test)]
            fn encode(&self, out: &mut Output) {
                out.text(self.as_str());
            }
        }
    )*};
}

ids!(ActorId, PositionId, RuleId);

/// Slots that are equal stand in an image once.
impl Image for Rules {
    fn decode(input: &mut Input) -> Option<Self> {
        let slots: Vec<Arc<Slot>> = Image::decode(input)?;
        let cues: Vec<StoredCue> = Image::decode(input)?;
        let cues = cues.into_iter().map(|cue| cue.with(&slots));
        Some(Self {
            cues: cues.collect::<Option<_>>()?,
            actors: Image::decode(input)?,
            called: Image::decode(input)?,
            positions: Image::decode(input)?,
            lists: Image::decode(input)?,
            operators: Image::decode(input)?,
            words: Image::decode(input)?,
            attributions: Image::decode(input)?,
        })
    }

    #[cfg(test)]
    fn encode(&self, out: &mut Output) {
        let all = self.cues.iter().flat_map(|cue| &cue.slots);
        let slots: BTreeSet<&Arc<Slot>> = all.map(|(_, slot)| slot).collect();
        let slots: Vec<Arc<Slot>> = slots.into_iter().cloned().collect();
        slots.encode(out);
        let cues = self.cues.iter().map(|cue| StoredCue::of(cue, &slots));
        cues.collect::<Vec<_>>().encode(out);
        self.actors.encode(out);
        self.called.encode(out);
        self.positions.encode(out);
        self.lists.encode(out);
        self.operators.encode(out);
        self.words.encode(out);
        self.attributions.encode(out);
    }
}

/// A cue whose slots are places in a list.
struct StoredCue {
    id: RuleId,
    position: usize,
    stance: Stance,
    slots: Vec<(Spoken, usize)>,
    needs_operator: bool,
    needs_negation: bool,
    one_sided: bool,
    reciprocal: bool,
    near: Vec<ListId>,
    topic: Vec<ListId>,
    not_near: Vec<ListId>,
    mode: Option<Mode>,
    target_is_actor: bool,
    default_target: Option<usize>,
}

impl StoredCue {
    fn with(self, slots: &[Arc<Slot>]) -> Option<Cue> {
        let own = self.slots.into_iter();
        let own = own.map(|(spoken, at)| Some((spoken, Arc::clone(slots.get(at)?))));
        Some(Cue {
            id: self.id,
            position: self.position,
            stance: self.stance,
            slots: own.collect::<Option<_>>()?,
            needs_operator: self.needs_operator,
            needs_negation: self.needs_negation,
            one_sided: self.one_sided,
            reciprocal: self.reciprocal,
            near: self.near,
            topic: self.topic,
            not_near: self.not_near,
            mode: self.mode,
            target_is_actor: self.target_is_actor,
            default_target: self.default_target,
        })
    }

    #[cfg(test)]
    fn of(cue: &Cue, slots: &[Arc<Slot>]) -> Self {
        let cue = cue.clone();
        let place = |slot: &Arc<Slot>| slots.binary_search(slot).expect("a slot of a cue");
        let own = cue.slots.iter();
        Self {
            slots: own.map(|(spoken, slot)| (*spoken, place(slot))).collect(),
            id: cue.id,
            position: cue.position,
            stance: cue.stance,
            needs_operator: cue.needs_operator,
            needs_negation: cue.needs_negation,
            one_sided: cue.one_sided,
            reciprocal: cue.reciprocal,
            near: cue.near,
            topic: cue.topic,
            not_near: cue.not_near,
            mode: cue.mode,
            target_is_actor: cue.target_is_actor,
            default_target: cue.default_target,
        }
    }
}

impl Image for Phrase {
    fn decode(input: &mut Input) -> Option<Self> {
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
    fn decode(input: &mut Input) -> Option<Self> {
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
    fn decode(input: &mut Input) -> Option<Self> {
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
