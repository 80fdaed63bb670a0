//! Words as numbers: a table that gives each form an id, and the form back.
//!
//! Open addressing with one probe after the other; a slot holds the first eight bytes of its word, so that a short word, which
//! most are, is compared without a look at the text. Ids are given in the order in which words come, so nothing depends on hash order.

use super::key::Key;
use super::word::WordId;

/// Forms and their ids, from 1 on.
#[derive(Clone, Debug)]
pub(super) struct Interner {
    /// All forms, one behind the other.
    text: String,
    /// End of each form in `text`; the first is that of [`WordId::UNKNOWN`].
    ends: Vec<u32>,
    /// A power of two of them, at most two in three filled.
    slots: Vec<Slot>,
}

/// A place in the table; free where the id is that of no word. The parts of a key lie apart, which makes it sixteen bytes instead of 24.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    head: u64,
    rest: u32,
    id: WordId,
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

/// Letters of a form, of which most have fewer.
const LENGTH: usize = 12;

impl Interner {
    /// A table with room for some 2/3 of `slots` words before it grows.
    pub(super) fn with_slots(slots: usize) -> Self {
        let slots = slots.next_power_of_two();
        Self {
            text: String::with_capacity(slots / 2 * LENGTH),
            ends: vec![0],
            slots: vec![Slot::default(); slots],
        }
    }

    /// Makes room for so many more forms.
    pub(super) fn reserve(&mut self, more: usize) {
        self.ends.reserve(more);
        self.text.reserve(more * LENGTH);
    }

    /// One more than the number of forms, which is the id of the next.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
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

    /// A copy with room for more forms.
    pub(super) fn with_room(&self, more: usize) -> Self {
        let mut copy = Self {
            text: String::with_capacity(self.text.len() + more * LENGTH),
            ends: Vec::with_capacity(self.ends.len() + more),
            slots: self.slots.clone(),
        };
        copy.text.push_str(&self.text);
        copy.ends.extend_from_slice(&self.ends);
        copy
    }

    /// Adds a form that is new.
    pub(super) fn push(&mut self, form: &str) -> WordId {
        self.put(Key::of(form), form)
    }

    fn put(&mut self, key: Key, form: &str) -> WordId {
        if self.len() * 3 > self.slots.len() * 2 {
            self.grow();
        }
        let (Ok(id), Ok(end)) = (
            u32::try_from(self.len()),
            u32::try_from(self.text.len() + form.len()),
        ) else {
            return WordId::UNKNOWN;
        };
        self.text.push_str(form);
        self.ends.push(end);
        place(&mut self.slots, key, WordId(id));
        WordId(id)
    }

    fn grow(&mut self) {
        let mut slots = vec![Slot::default(); self.slots.len() * 2];
        for slot in self.slots.iter().filter(|slot| slot.id.is_known()) {
            place(&mut slots, slot.key(), slot.id);
        }
        self.slots = slots;
    }

    /// The form with an id; empty for an unknown one.
    pub(super) fn text(&self, id: WordId) -> &str {
        let index = id.0 as usize;
        let start = index
            .checked_sub(1)
            .and_then(|before| self.ends.get(before))
            .copied();
        let end = self.ends.get(index).copied();
        match (start, end) {
            (Some(start), Some(end)) => self
                .text
                .get(start as usize..end as usize)
                .unwrap_or_default(),
            _ => "",
        }
    }
}

/// Puts a word into the first free slot from its own on.
fn place(slots: &mut [Slot], key: Key, id: WordId) {
    let mask = slots.len() - 1;
    let mut at = key.slot(mask);
    while let Some(slot) = slots.get_mut(at) {
        if !slot.id.is_known() {
            *slot = Slot::new(key, id);
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
        let mut table = Interner::with_slots(4);
        let form = |n: usize| "recognisable".repeat(n % 3) + &n.to_string();
        let ids: Vec<WordId> = (0..2_000).map(|n| table.intern(&form(n))).collect();
        for (n, id) in ids.iter().enumerate() {
            assert_eq!((id.0 as usize, table.intern(&form(n))), (n + 1, *id));
            assert_eq!(table.text(*id), form(n));
        }
        assert_eq!(table.look_up("recognisable"), WordId::UNKNOWN);
        assert_eq!(table.text(WordId::UNKNOWN), "");
    }
}
