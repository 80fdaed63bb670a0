//! What begins with a word form: one look-up for all rules.
//!
//! Most words of a text begin nothing, and what the others begin lies far apart in memory. So a form leads to one small record of all that it may begin, and
//! the lists that have it as a word of their own are met there, without a look at anything else.

use std::ops::Range;

use super::build::{by_word, place, ranges};
use super::gate::{Gates, Lets};
use super::kinds::{Asked, Kinds};
use super::learn::{Learnt, Patterns};
use super::pattern::Pattern;
use super::spot::Within;
use super::words::{Chain, Index, own_and_lemmas};
use crate::image::fields;
use crate::pack::Rules;
use crate::table::{Rows, Table, parts};
use crate::token::{Lexicon, WordId};

/// For each word form what begins with it.
#[derive(Clone, Debug, Default)]
pub(in crate::claim) struct Forms {
    /// By the id of the form, its place in `begins`; 0 for a form that begins nothing.
    places: Table<u32, 4>,
    begins: Table<Begins, 37>,
    /// The lists that have a form as a word of their own, in order for each form.
    lists: Table<u16, 2>,
}

/// What begins with a form.
#[derive(Clone, Debug, Default)]
pub(in crate::claim) struct Begins {
    /// Places in [`Forms::lists`].
    pub(super) lists: Range<u32>,
    /// Several words of a list.
    pub(in crate::claim) listed: Chain,
    /// The second of these words.
    pub(in crate::claim) seconds: Within,
    pub(in crate::claim) cues: Chain,
    pub(in crate::claim) operators: Chain,
    /// Whether one of the operators points back.
    pub(in crate::claim) repeats: bool,
}

fields! {
    Forms { places, begins, lists }
    Compiled { forms, cues, listed, operators, gates }
}

parts! {
    Begins {
        lists: Range<u32>, listed: Chain, seconds: Within, cues: Chain, operators: Chain, repeats: bool,
    }
}

/// The rules of a pack by the words that they begin with.
#[derive(Debug)]
pub(crate) struct Compiled {
    pub(in crate::claim) forms: Forms,
    pub(in crate::claim) cues: Index,
    /// What lists have of several words.
    pub(in crate::claim) listed: Index,
    pub(in crate::claim) operators: Index,
    pub(in crate::claim) gates: Gates,
}

impl Compiled {
    /// Compiles the words of the rules of a pack, and adds those to the lexicon that it lacks. Cost: O(n log n) in the words, linear in the lexicon.
    pub(crate) fn new(rules: &Rules, lexicon: &mut Lexicon) -> Self {
        let patterns = Learnt::new(rules, lexicon);
        let gates = Gates::new(rules);
        Self::of(patterns, lexicon, gates, &Kinds::new(rules))
    }

    /// Compiles patterns whose words are in the lexicon, with what cues need around them, and the kinds of operators.
    fn of(patterns: Learnt, lexicon: &Lexicon, gates: Gates, kinds: &Kinds) -> Self {
        // Nearly all forms begin nothing, and are passed over by this.
        let mut first = vec![false; lexicon.len()];
        let all = [&patterns.cues, &patterns.lists, &patterns.operators];
        for pattern in all.into_iter().flat_map(|all| &all.patterns) {
            if let Some(first) = first.get_mut(pattern.first.word.0 as usize) {
                *first = true;
            }
        }
        let is_first = |word: &WordId| first.get(word.0 as usize).copied().unwrap_or(false);
        let (single, several): (Vec<_>, Vec<_>) = patterns
            .lists
            .patterns
            .into_iter()
            .partition(|pattern| pattern.second().is_none());
        let several = Patterns {
            patterns: several,
            more: patterns.lists.more,
        };
        let single = Singles::of(&single, lexicon);
        let (mut cues, cue_places) = Index::of(patterns.cues, lexicon, |cue| gates.rarest(cue));
        let (mut listed, listed_places) = Index::of(several, lexicon, |_| 0);
        let (mut operators, operator_places) =
            Index::of(patterns.operators, lexicon, |rule| kinds.place(rule));
        let points_back = |operator| {
            let asked = [Asked::REPEATS, Asked::REACTS].into_iter();
            asked
                .map(|asked| kinds.asked(asked))
                .any(|those| those.lets(operator))
        };
        let mut forms = Forms::none(lexicon.len());
        let mut lists = Vec::new();
        for form in lexicon.ids() {
            let words = own_and_lemmas(form, &lexicon.word(form));
            if !words.iter().any(is_first) {
                continue;
            }
            let chain = operators.chain(&operator_places, words);
            let several = listed.chain(&listed_places, words);
            let begins = Begins {
                lists: single.lists(form, words, &mut lists),
                listed: several,
                seconds: listed.seconds(several),
                cues: cues.chain(&cue_places, words),
                operators: chain,
                repeats: chain.begins() && operators.rules(chain).any(points_back),
            };
            if begins.is_some() {
                forms.note(form, begins);
            }
        }
        forms.lists = lists.into_iter().collect();
        Self {
            forms,
            cues,
            listed,
            operators,
            gates,
        }
    }
}

impl Begins {
    fn is_some(&self) -> bool {
        let chains = [self.listed, self.cues, self.operators];
        !self.lists.is_empty() || chains.into_iter().any(Chain::begins)
    }
}

impl Forms {
    /// A table for so many forms, of which none begins anything.
    fn none(words: usize) -> Self {
        Self {
            places: Table::filled(0, words),
            begins: Table::filled(Begins::default(), 1),
            lists: Table::default(),
        }
    }

    /// Notes what begins with a form.
    fn note(&mut self, form: WordId, begins: Begins) {
        self.places.set(form.0 as usize, place(self.begins.len()));
        self.begins.push(begins);
    }

    /// What begins with a form, if anything does.
    pub(in crate::claim) fn begins(&self, form: WordId) -> Option<Begins> {
        let at = self.places.get(form.0 as usize).filter(|at| *at != 0)?;
        self.begins.get(at as usize)
    }

    /// The lists that have the form as a word of their own.
    pub(in crate::claim) fn lists(&self, begins: &Begins) -> Rows<'_, u16, 2> {
        self.lists.within(&begins.lists)
    }
}

/// The words of lists that are one word: each with its list, and whether only the word itself will do.
struct Singles {
    words: Vec<(WordId, u16, bool)>,
    /// For each word, by id, the range of its lists in `words`, counted from 1; 0 for a word of no list.
    places: Vec<u32>,
    ranges: Vec<(WordId, Range<u32>)>,
}

impl Singles {
    fn of(patterns: &[Pattern], lexicon: &Lexicon) -> Self {
        let words = patterns.iter().filter_map(|pattern| {
            let list = u16::try_from(pattern.rule).ok()?;
            let first = pattern.first;
            first
                .word
                .is_known()
                .then_some((first.word, list, first.literal))
        });
        let words: Vec<_> = words.collect();
        let mut places = vec![0; lexicon.len()];
        let words = by_word(&words, places.len(), |(word, ..)| *word);
        let ranges = ranges(&words, |(word, ..)| *word);
        for (at, (word, _)) in (1..).zip(&ranges) {
            if let Some(place) = places.get_mut(word.0 as usize) {
                *place = at;
            }
        }
        Self {
            words,
            places,
            ranges,
        }
    }

    /// Adds the lists of which a form is a word, given it and its lemmas; where they are.
    fn lists(&self, form: WordId, words: [WordId; 4], out: &mut Vec<u16>) -> Range<u32> {
        let start = out.len();
        for word in words {
            let at = self.places.get(word.0 as usize).copied().unwrap_or(0) as usize;
            let range = at.checked_sub(1).and_then(|at| self.ranges.get(at));
            let Some((_, range)) = range else { continue };
            let range = range.start as usize..range.end as usize;
            for (word, list, literal) in self.words.get(range).unwrap_or_default() {
                if *word == form || !literal {
                    out.push(*list);
                }
            }
        }
        if out.len() > start {
            if let Some(own) = out.get_mut(start..) {
                own.sort_unstable();
            }
            let mut own = out.split_off(start);
            own.dedup();
            out.append(&mut own);
        }
        place(start)..place(out.len())
    }
}
