//! Words as numbers: a table that gives each form an id, and the form back.
//!
//! Open addressing with one probe after the other; a slot holds the first eight bytes of its word, so that a short word, which
//! most are, is compared without a look at the text. Ids are given in the order in which words come, so nothing depends on hash order.

use std::borrow::Cow;

use super::key::Key;
use super::word::WordId;
use crate::image::fields;
use crate::table::{Table, parts};

/// Forms and their ids, one after another.
#[derive(Clone, Debug)]
pub(super) struct Interner {
    /// The id before that of the first form.
    before: u32,
    /// All forms, one behind the other.
    text: Cow<'static, str>,
    /// End of each form in `text`, and before them a zero.
    ends: Table<u32, 4>,
    /// A power of two of them, at most two in three filled.
    slots: Table<Slot, 16>,
}

fields! {
    Interner { before, text, ends, slots }
}

/// A place in the table; free where the id is that of no word. The parts of a key lie apart, which makes it sixteen bytes instead of 24.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    head: u64,
    rest: u32,
    id: WordId,
}

parts! {
    Slot { head: u64, rest: u32, id: WordId }
    WordId { 0: u32 }
}

impl Slot {
    fn new(key: Key, id: WordId) -> Self {
        let (head, rest) = key.parts();
        Self { head, rest, id }
    }

    fn key(&self) -> Key {
        Key::from_parts(self.head, self.rest)
    }
}

impl Interner {
    /// A table whose first form gets the id after `before`, with room for some 2/3 of `slots` words before it grows.
    pub(super) fn with_slots(before: WordId, slots: usize) -> Self {
        let slots = slots.next_power_of_two();
        Self {
            before: before.0,
            text: Cow::default(),
            ends: Table::filled(0, 1),
            slots: Table::filled(Slot::default(), slots),
        }
    }

    /// The last id.
    pub(super) fn last(&self) -> WordId {
        let count = u32::try_from(self.ends.len() - 1).unwrap_or(u32::MAX);
        WordId(self.before.saturating_add(count))
    }

    /// The id before that of the first form.
    pub(super) fn before(&self) -> WordId {
        WordId(self.before)
    }

    /// How many forms it has.
    pub(super) fn len(&self) -> usize {
        self.ends.len() - 1
    }

    /// The same forms in the smallest table, as they stand in it when they come by their ids.
    #[cfg(test)]
    pub(super) fn settled(&self) -> Self {
        let count = self.ends.len();
        let slots = (count * 3).div_ceil(2);
        let mut settled = Self::with_slots(WordId(self.before), slots);
        for id in self.before + 1..=self.last().0 {
            settled.intern(self.text(WordId(id)));
        }
        settled
    }

    /// The id of a folded form; [`WordId::UNKNOWN`] where there is none.
    pub(super) fn look_up(&self, form: &str) -> WordId {
        self.find(Key::of(form), |text| text == form)
    }

    /// The id of the word with this key for which `is` holds of its text; that is asked only where the key doesn't tell.
    pub(super) fn find(&self, key: Key, is: impl Fn(&str) -> bool) -> WordId {
        let mask = self.slots.len() - 1;
        let mut at = key.slot(mask);
        while let Some(slot) = self.slots.get(at) {
            if !slot.id.is_known()
                || slot.key() == key && (key.is_whole() || is(self.text(slot.id)))
            {
                return slot.id;
            }
            at = (at + 1) & mask;
        }
        WordId::UNKNOWN
    }

    /// The id of a folded form, added if it is new.
    pub(super) fn intern(&mut self, form: &str) -> WordId {
        let key = Key::of(form);
        let known = self.find(key, |text| text == form);
        if known.is_known() {
            return known;
        }
        self.put(key, form)
    }

    fn put(&mut self, key: Key, form: &str) -> WordId {
        if self.ends.len() * 3 > self.slots.len() * 2 {
            self.grow();
        }
        let end = u32::try_from(self.text.len() + form.len());
        let (Some(id), Ok(end)) = (self.last().0.checked_add(1), end) else {
            return WordId::UNKNOWN;
        };
        self.text.to_mut().push_str(form);
        self.ends.push(end);
        place(&mut self.slots, key, WordId(id));
        WordId(id)
    }

    fn grow(&mut self) {
        let mut slots = Table::filled(Slot::default(), self.slots.len() * 2);
        for slot in self.slots.rows().iter().filter(|slot| slot.id.is_known()) {
            place(&mut slots, slot.key(), slot.id);
        }
        self.slots = slots;
    }

    /// The form with an id; empty for one that is none of its own.
    #[inline]
    pub(super) fn text(&self, id: WordId) -> &str {
        let index = id.0.wrapping_sub(self.before).wrapping_sub(1);
        let ends = self.ends.two(index);
        ends.and_then(|(start, end)| self.text.get(start as usize..end as usize))
            .unwrap_or_default()
    }
}

/// Puts a word into the first free slot from its own on.
fn place(slots: &mut Table<Slot, 16>, key: Key, id: WordId) {
    let mask = slots.len() - 1;
    let mut at = key.slot(mask);
    while let Some(slot) = slots.get(at) {
        if !slot.id.is_known() {
            slots.set(at, Slot::new(key, id));
            return;
        }
        at = (at + 1) & mask;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_keep_their_ids_while_the_table_grows() {
        let mut table = Interner::with_slots(WordId(7), 4);
        let form = |n: usize| "recognisable".repeat(n % 3) + &n.to_string();
        let ids: Vec<WordId> = (0..2_000).map(|n| table.intern(&form(n))).collect();
        for (n, id) in ids.iter().enumerate() {
            assert_eq!((id.0 as usize, table.intern(&form(n))), (n + 8, *id));
            assert_eq!(table.text(*id), form(n));
        }
        assert_eq!(table.look_up("recognisable"), WordId::UNKNOWN);
        assert_eq!(
            (table.text(WordId::UNKNOWN), table.text(WordId(7))),
            ("", "")
        );
        let settled = table.settled();
        assert!(ids.iter().all(|id| settled.look_up(table.text(*id)) == *id));
    }
}
