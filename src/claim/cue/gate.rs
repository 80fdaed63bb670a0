//! What a cue needs of the words around it, seen before its own words and their grammar are.
//!
//! Many cues share a verb ("hold", "give", "call"), and each wants other nouns beside it. So each set of lists that a cue asks for gets a bit, a
//! sentence has those of which a word stands there, and a cue is tried only where all of its bits are set: cues of a verb that need the same rare thing are
//! passed over by one look (`words`). Gates let through what `hit` turns down later, and turn nothing down that `hit` would take.

use std::collections::BTreeMap;

use super::build::place;
use super::lists::{Bits, Seen};
use super::spot::Within;
use crate::image::fields;
use crate::pack::{Cue, ListId, Rules};
use crate::table::{Table, parts};

/// How many bits of a cue are looked at; what else it asks for is left to `hit`.
const BITS: usize = 6;

/// The gates of all cues of a pack.
#[derive(Clone, Debug, Default)]
pub(in crate::claim) struct Gates {
    sets: Sets,
    /// By the index of the cue.
    gates: Table<Gate, 14>,
}

/// The sets of lists that cues ask for.
#[derive(Clone, Debug, Default)]
pub(in crate::claim) struct Sets {
    /// The sets that each list is in: each piece of sixty-four that has some, with their bits.
    bits: Vec<(u16, u64)>,
    /// By the index of the list, where its sets end.
    ends: Vec<u32>,
    /// How many sets there are.
    len: usize,
}

/// The bits of one cue, as indices into those of [`Around`].
#[derive(Clone, Copy, Debug)]
struct Gate {
    /// Those that must be set, the rarest first; behind the last one [`ALWAYS`].
    needs: [u16; BITS],
    /// One that must not be set; [`NEVER`] where there is none.
    not: u16,
}

/// The set that every sentence has.
const ALWAYS: u16 = 0;
/// The set that none has.
const NEVER: u16 = 1;

/// The bits of the sentence in which cues are tried.
#[derive(Clone, Debug, Default)]
pub(in crate::claim) struct Around {
    /// First the sets of the sentence itself, then those of it and the one before.
    bits: Bits,
}

fields! {
    Gates { sets, gates }
    Sets { bits, ends, len }
}

parts! {
    Gate { needs: [u16; BITS], not: u16 }
}

impl Gates {
    pub(in crate::claim) fn new(rules: &Rules) -> Self {
        let mut ids: BTreeMap<&[ListId], u16> = BTreeMap::new();
        let mut sets = Sets {
            len: usize::from(NEVER) + 1,
            ..Sets::default()
        };
        // List and set.
        let mut within: Vec<(ListId, u16)> = Vec::new();
        for cue in &rules.cues {
            let asked = [&cue.near, &cue.not_near].into_iter();
            for lists in asked.chain(cue.slots.iter().map(|(_, slot)| &slot.like)) {
                let Ok(id) = u16::try_from(sets.len) else {
                    break;
                };
                if !lists.is_empty() && !ids.contains_key(lists.as_slice()) {
                    ids.insert(lists, id);
                    sets.len += 1;
                    within.extend(lists.iter().map(|list| (*list, id)));
                }
            }
        }
        sets.note(within, rules.lists.len());
        let words = |lists: &[ListId]| -> usize {
            let lists = lists
                .iter()
                .filter_map(|at| rules.lists.get(usize::from(*at)));
            lists.map(|list| list.words.len()).sum()
        };
        let gate = |cue: &Cue| {
            // A bit by its set, in the first or second part of the bits.
            let bit = |lists: &[ListId], part: usize| {
                let set = *ids.get(lists)?;
                u16::try_from(part * sets.pieces() * 64 + usize::from(set)).ok()
            };
            let required = cue.slots.iter().filter(|(_, slot)| !slot.optional);
            let mut needs: Vec<(usize, u16)> = required
                .map(|(_, slot)| (&slot.like, 0))
                .chain([(&cue.near, 1)])
                .filter_map(|(lists, part)| Some((words(lists), bit(lists, part)?)))
                .collect();
            needs.sort_unstable();
            needs.dedup();
            let mut gate = Gate {
                needs: [ALWAYS; BITS],
                not: bit(&cue.not_near, 0).unwrap_or(NEVER),
            };
            for (need, (_, bit)) in gate.needs.iter_mut().zip(needs) {
                *need = bit;
            }
            gate
        };
        let gates = rules.cues.iter().map(gate).collect();
        Self { sets, gates }
    }

    pub(in crate::claim) fn sets(&self) -> &Sets {
        &self.sets
    }

    /// The rarest of what a cue, by its index, needs around it.
    pub(in crate::claim) fn rarest(&self, cue: usize) -> u16 {
        self.gates
            .get(cue)
            .map(|gate| {
                let [first, ..] = gate.needs;
                first
            })
            .unwrap_or(ALWAYS)
    }
}

impl Sets {
    /// The sets that a list is in.
    pub(in crate::claim) fn of(&self, list: usize) -> &[(u16, u64)] {
        let end = |list: usize| self.ends.get(list).map_or(0, |end| *end as usize);
        let start = list.checked_sub(1).map_or(0, end);
        self.bits.get(start..end(list)).unwrap_or_default()
    }

    /// Notes which lists are in which sets, of so many lists.
    fn note(&mut self, mut within: Vec<(ListId, u16)>, lists: usize) {
        within.sort_unstable();
        let mut within = within.into_iter().peekable();
        for list in 0..lists {
            let first = self.bits.len();
            while let Some((_, set)) = within.next_if(|(own, _)| usize::from(*own) == list) {
                let (piece, bit) = (set / 64, 1 << (set % 64));
                let known = self.bits.get_mut(first..).unwrap_or_default();
                match known.last_mut() {
                    Some((last, bits)) if *last == piece => *bits |= bit,
                    _ => self.bits.push((piece, bit)),
                }
            }
            self.ends.push(place(self.bits.len()));
        }
    }

    /// How many times sixty-four bits one part of [`Around`] has.
    pub(in crate::claim) fn pieces(&self) -> usize {
        self.len.div_ceil(64)
    }
}

impl Around {
    /// The bits of a sentence: its own, and with those of the sentence before.
    pub(in crate::claim) fn set(&mut self, sets: &Sets, here: &Seen, before: &Seen) {
        self.bits.clear();
        self.bits.insert(ALWAYS);
        for (part, seen) in [(0, here), (1, here), (1, before)] {
            self.bits.extend_behind(part * sets.pieces(), seen.sets());
        }
    }
}

/// Which of the rules that begin with a word are tried there.
pub(in crate::claim) trait Lets {
    /// What is there of a piece of sixty-four bits of [`Around`].
    fn there(&self, piece: u16) -> u64;
    /// Whether all that a rule needs is there.
    fn lets(&self, rule: usize) -> bool;
    /// Each word of the sentence with its lemmas; none where nobody has put them together.
    fn words(&self) -> &[Within] {
        &[]
    }
}

/// All rules are tried.
#[derive(Clone, Copy, Debug)]
pub(in crate::claim) struct All;

impl Lets for All {
    fn there(&self, _: u16) -> u64 {
        u64::MAX
    }

    fn lets(&self, _: usize) -> bool {
        true
    }
}

/// The cues are tried that have around them what they need. Cost: up to seven bits a cue.
#[derive(Clone, Copy, Debug)]
pub(in crate::claim) struct Here<'a> {
    pub(in crate::claim) gates: &'a Gates,
    pub(in crate::claim) around: &'a Around,
    /// Each word of the sentence with its lemmas.
    pub(in crate::claim) words: &'a [Within],
}

impl Lets for Here<'_> {
    fn there(&self, piece: u16) -> u64 {
        self.around.bits.piece(piece)
    }

    fn words(&self) -> &[Within] {
        self.words
    }

    fn lets(&self, cue: usize) -> bool {
        self.gates.gates.get(cue).is_none_or(|gate| {
            let mut needed = gate.needs.iter().take_while(|need| **need != ALWAYS);
            needed.all(|need| self.around.bits.has(*need)) && !self.around.bits.has(gate.not)
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::{Document, Pack, Parallax};

    /// A cue whose gate opens by each of its parts: lists of two slots, *near*, *topic* and *not-near*.
    const PACK: &str = r#"
        [[actor]]
        id = "norway"
        name = "Norway"
        kind = "state"
        [[position]]
        id = "talks"
        question = "Are there to be talks?"
        [[list]]
        id = "talks"
        words = ["talks"]
        [[list]]
        id = "place"
        words = ["Oslo"]
        [[list]]
        id = "war"
        words = ["war"]
        [[list]]
        id = "fish"
        words = ["herring"]
        [[cue]]
        id = "hold-talks"
        position = "talks"
        stance = "support"
        verb = ["hold"]
        subject = { role = "actor" }
        object = { like = ["talks"] }
        in = { like = ["place"] }
        near = ["war"]
        topic = ["talks"]
        not-near = ["fish"]
    "#;

    #[test]
    fn a_cue_needs_all_that_it_asks_for() {
        let parallax = Parallax::new(Pack::from_toml("test.toml", PACK).unwrap());
        for (text, claims) in [
            ("Norway held talks in Oslo on the war.", 1),
            // Near is the sentence before as well.
            ("It is a war. Norway held talks in Oslo.", 1),
            ("It is a war. It is late. Norway held talks in Oslo.", 0),
            ("Norway held talks in Bergen on the war.", 0),
            ("Norway held a vote in Oslo on the war.", 0),
            ("Norway held talks in Oslo on the war and the herring.", 0),
        ] {
            let article = parallax.annotate(&Document::from_text("a", text));
            assert_eq!(article.claims().len(), claims, "{text}");
        }
    }
}
