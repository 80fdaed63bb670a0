//! Words of rules, looked up in a sentence: an index from a word form to the rules that begin with it.
//!
//! Most words begin no rule, and most rules of several words end at a look at what comes next. So a form is looked up once, whatever lemmas it
//! is a form of (`form`, made when all words are known), and the words ahead are first compared as bits of a set ([`Spot`]), which lets some
//! through that aren't there and none out that are.

use std::ops::Range;

use super::gate::{All, Lets};
use super::pattern::{Classes, Met, More, Pattern};
use super::spot::{Spot, Within};
use crate::clause::View;
use crate::table::{Rows, Table, parts};
use crate::token::{Word, WordId};

/// All patterns by the words that they begin with.
#[derive(Clone, Debug, Default)]
pub(in crate::claim) struct Index {
    pub(super) patterns: Table<Pattern, 23>,
    /// The further words of patterns of more than two.
    pub(super) more: More,
    pub(super) beginnings: Table<Beginnings, 36>,
    /// The patterns of one word, and verbs, whose other words may stand further on; by their beginnings, by what they need, then by the pattern.
    pub(super) alone: Table<Alone, 14>,
    /// Where each group of `alone` begins whose patterns begin with one word and need the same, and one more behind the last.
    pub(super) groups: Table<u32, 4>,
    /// What the groups need; by their beginnings, in order.
    pub(super) needs: Table<Needs, 14>,
    /// The patterns of several words in a row; by their beginnings, by the second word, then by the pattern.
    pub(super) followed: Table<Followed, 12>,
    /// What begins with a form that is one of several words: the beginnings of these; a chain is their number, then their places.
    pub(super) chains: Table<u32, 4>,
}

/// What of an index begins with a form: 0 for nothing, else twice a number. Most often that is the place of one of the beginnings, counted from 1; with one
/// more, as an odd number, the place of a chain.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::claim) struct Chain(pub(super) u32);

impl Chain {
    /// Whether something begins with the form.
    pub(in crate::claim) fn begins(self) -> bool {
        self.0 != 0
    }
}

/// The patterns that begin with one word. Small, since those of most words of a text are cold.
#[derive(Clone, Debug, Default)]
pub(super) struct Beginnings {
    /// The second words of `followed`.
    pub(super) seconds: Within,
    pub(super) word: WordId,
    pub(super) needs: Range<u32>,
    pub(super) followed: Range<u32>,
}

/// What groups of patterns that stand side by side need, so that those of which nothing is there are passed over by one look.
#[derive(Clone, Copy, Debug)]
pub(super) struct Needs {
    /// A bit for each group, in order.
    pub(super) bits: u64,
    /// The first of the groups.
    pub(super) first: u32,
    /// The piece of [`Around`](super::gate::Around) that the bits are of.
    pub(super) piece: u16,
}

parts! {
    Chain { 0: u32 }
    Beginnings { seconds: Within, word: WordId, needs: Range<u32>, followed: Range<u32> }
    Needs { bits: u64, first: u32, piece: u16 }
    Followed { second: WordId, third: WordId, pattern: u32 }
    Alone { second: WordId, pattern: u32, rule: u32, class: Classes, literal: bool }
}

/// A pattern of several words in a row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Followed {
    pub(super) second: WordId,
    /// The third word, where there is one.
    pub(super) third: WordId,
    pub(super) pattern: u32,
}

/// The place of a pattern among those that are met at a token: that of the lemma, whether its second word stands next, and its own.
pub(in crate::claim) type Order = (usize, bool, u32);

/// A pattern of one word, or a verb with words that may stand further on.
#[derive(Clone, Copy, Debug)]
pub(in crate::claim) struct Alone {
    /// The second word, where there is one.
    pub(in crate::claim) second: WordId,
    pub(in crate::claim) pattern: u32,
    /// Its rule.
    pub(in crate::claim) rule: u32,
    /// Its class alone.
    pub(in crate::claim) class: Classes,
    /// Whether only its first word itself will do.
    pub(in crate::claim) literal: bool,
}

impl Index {
    /// What begins with a form: places of beginnings.
    fn begun(&self, chain: Chain) -> impl Iterator<Item = usize> {
        let number = chain.0 >> 1;
        let (one, several) = if chain.0 & 1 == 0 {
            (number.checked_sub(1), 0..0)
        } else {
            let count = self.chains.get(number as usize).unwrap_or(0);
            (None, number + 1..number + 1 + count)
        };
        let places = one.into_iter().chain(self.chains.within(&several).iter());
        places.map(|place| place as usize)
    }

    /// The second words of the patterns of several words in a row.
    pub(in crate::claim) fn seconds(&self, chain: Chain) -> Within {
        let begun = self.begun(chain);
        begun
            .filter_map(|place| self.beginnings.get(place))
            .fold(Within::default(), |all, list| all.with(list.seconds))
    }

    /// Calls `each` with the patterns of `alone` that need what is there. Cost: a look for up to sixty-four needs, a few steps for each that is there.
    fn each_group(
        &self,
        list: &Beginnings,
        tried: &impl Lets,
        mut each: impl FnMut(Rows<'_, Alone, 14>),
    ) {
        for needs in self.needs.within(&list.needs).iter() {
            let mut there = needs.bits & tried.there(needs.piece);
            while there != 0 {
                let before = needs.bits & ((1 << there.trailing_zeros()) - 1);
                each(self.group_at(needs.first + before.count_ones()));
                there &= there - 1;
            }
        }
    }

    /// The patterns of a group.
    fn group_at(&self, at: u32) -> Rows<'_, Alone, 14> {
        let (start, end) = self.groups.two(at).unwrap_or_default();
        self.alone.within(&(start..end))
    }

    /// The rules that may begin with a form.
    pub(in crate::claim) fn rules(&self, chain: Chain) -> impl Iterator<Item = usize> + use<> {
        let mut rules = Vec::new();
        let begun = self.begun(chain);
        for list in begun.filter_map(|place| self.beginnings.get(place)) {
            let followed = self.followed.within(&list.followed).iter();
            let patterns = followed.filter_map(|row| self.patterns.get(row.pattern as usize));
            rules.extend(patterns.map(|pattern| pattern.rule as usize));
            self.each_group(&list, &All, |group| {
                rules.extend(group.iter().map(|alone| alone.rule as usize));
            });
        }
        rules.into_iter()
    }

    /// Calls `each` with every pattern that is met at a token, whose form's chain is given, if its rule is one to try, and with its place among those that
    /// are met there. They come in order where no rule needs anything.
    pub(in crate::claim) fn each_met(
        &self,
        view: &View,
        token: usize,
        chain: Chain,
        tried: &impl Lets,
        mut each: impl FnMut(Order, Met),
    ) {
        if !chain.begins() {
            return;
        }
        let mut spot = Spot::of(view, tried.words(), token);
        for (part, place) in self.begun(chain).enumerate() {
            let Some(list) = self.beginnings.get(place) else {
                continue;
            };
            let mut meeting = None;
            self.each_group(&list, tried, |group| {
                let meeting = *meeting.get_or_insert_with(|| spot.meeting(list.word));
                for alone in group.iter() {
                    if meeting.any(alone)
                        && spot.may_go_on(alone.second)
                        && tried.lets(alone.rule as usize)
                        && let Some(met) = spot.met(alone, self)
                    {
                        each((part, false, alone.pattern), met);
                    }
                }
            });
            if list.followed.is_empty() {
                continue;
            }
            let followed = self.followed.within(&list.followed);
            let next = spot.next();
            for (index, second) in next.into_iter().enumerate() {
                if !list.seconds.may_have(second)
                    || !second.is_known()
                    || next.iter().take(index).any(|before| *before == second)
                {
                    continue;
                }
                let from = followed.partition_point(|row| row.second < second);
                let same = followed.from(from).iter();
                for row in same.take_while(|row| row.second == second) {
                    if spot.may_end(row.third)
                        && let Some(pattern) = self.patterns.get(row.pattern as usize)
                        && tried.lets(pattern.rule as usize)
                        && let Some(met) = pattern.met(&self.more, view, token)
                    {
                        each((part, true, 0), met);
                    }
                }
            }
        }
    }

    /// The same in order, in a list that is used again.
    pub(in crate::claim) fn met_into(
        &self,
        view: &View,
        token: usize,
        chain: Chain,
        tried: &impl Lets,
        out: &mut Vec<(Order, Met)>,
    ) {
        out.clear();
        self.each_met(view, token, chain, tried, |order, met| {
            out.push((order, met));
        });
        out.sort_by_key(|(order, _)| *order);
    }

    /// All that are met at a token, in order.
    pub(in crate::claim) fn at(
        &self,
        view: &View,
        token: usize,
        chain: Chain,
    ) -> impl Iterator<Item = Met> + use<> {
        let mut met = Vec::new();
        self.met_into(view, token, chain, &All, &mut met);
        met.into_iter().map(|(_, met)| met)
    }
}

/// A form and the lemmas that it may be a form of, which are unknown where there is none.
pub(in crate::claim) fn own_and_lemmas(form: WordId, word: &Word) -> [WordId; 4] {
    [form, word.noun, word.verb, word.adjective]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::cue::learn::Patterns;
    use crate::claim::cue::pattern::Wanted;
    use crate::pack::WordClass;
    use crate::token::Lexicon;

    #[test]
    fn groups_are_passed_over_whose_need_is_not_there() {
        /// The sets 3 and 200.
        struct There;
        impl Lets for There {
            fn there(&self, piece: u16) -> u64 {
                match piece {
                    0 => 1 << 3,
                    3 => 1 << 8,
                    _ => 0,
                }
            }
            fn lets(&self, _: usize) -> bool {
                true
            }
        }
        const NEEDS: [u16; 6] = [200, 3, 70, 3, 0, 201];
        let lexicon = Lexicon::english();
        let first = Wanted {
            word: lexicon.look_up("hold"),
            literal: false,
        };
        let pattern = |rule| Pattern::new(WordClass::Verb, rule, first, None, 0..0);
        let patterns = Patterns {
            patterns: (0..6).map(pattern).collect(),
            more: Vec::new(),
        };
        let (index, _) = Index::of(patterns, lexicon, |rule| NEEDS[rule]);
        let list = &index.beginnings.get(0).unwrap();
        let (mut there, mut all) = (Vec::new(), Vec::new());
        let rule = |alone: Alone| alone.rule;
        index.each_group(list, &There, |group| there.extend(group.iter().map(rule)));
        index.each_group(list, &All, |group| all.extend(group.iter().map(rule)));
        assert_eq!(there, [1, 3, 0]);
        assert_eq!(all, [4, 1, 3, 2, 0, 5]);
    }
}
