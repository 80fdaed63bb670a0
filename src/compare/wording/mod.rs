//! How far two sentences say the same, and whether they oppose each other.
//!
//! **Problem.** Two reports of one event differ in words, and two reports of different events can differ in one: counting words in common rates *the
//! vote passed* and *the vote failed* as nearly the same, and *the vote passed* and *the measure was approved* as strangers. **Idea.** Pair the words
//! of the two sentences, by lemma, synonym, family or spelling; weigh the pairs by how rare the words are; then look at what is left over, and at
//! what is denied. **Steps.**
//!
//! 1. Words (`words`): lemma, kind, weight, and how each stands in its sentence (`standing`); of a headline as of a sentence (`headline`). Numbers are read (`number`), and several words that stand for one ("turn down") are noted (`phrase`).
//! 2. Denials (`polarity`, `focus`, `denier`, `quantifier`): the word that *not*, *no*, *never*, *refuse to*, *call off* … deny, by the clause view, and
//!    of how many it is said.
//! 3. Pairs (`pairing`): equal lemmas first, then by the tables of this folder (`table`).
//! 4. Numbers (`quantity`), deeds (`deed`) and their roles (`role`), what is said beside a word (`slot`), what becomes of a thing (`state`), where and at what somebody is seen (`scene`) or nobody is (`deserted`), what is asked
//!    for (`question`) and letters (`letters`) in common.
//! 5. What just one of them denies (`denied`), opposites (`contrary`), of one time (`time`), of one who bears them (`bearer`) and of one of several things (`apart`), comparisons (`compared`), what ought to be (`norm`), and other signs that they are opposed (`opposition`); score and opposition from all of these (`measure`).
//!
//! # Which measure should you use?
//! This one for two sentences that may report the same event. For names `strsim` is enough, and for whole articles counts of rare lemmas are. On the
//! pairs of `tests/wording`, `cargo test --test wording -- --nocapture` prints how this measure and others do.
//!
//! # Cost
//! Linear in the two texts, of which the first 2,000 bytes and 200 words are read; of the words left over after the
//! equal ones the first 40 on each side are held against each other.
//!
//! # Where it is known to be wrong
//! Where only knowledge of the world tells that two sentences say the same ("crude", "oil") or can't both be true ("cut by a landslide", "open
//! to traffic", "her last match", "plans to play on"); what can't be both denied ("not awake", "not asleep"); what followed and what had been before ("opened
//! it", "had been closed"); synonyms and opposites that the tables lack, and words with several meanings.

mod apart;
mod bearer;
mod compared;
mod contrary;
mod deed;
mod denied;
mod denier;
mod deserted;
mod focus;
mod headline;
mod letters;
mod measure;
mod norm;
mod number;
mod opposition;
mod pairing;
mod phrase;
mod polarity;
mod quantifier;
mod quantity;
mod question;
mod role;
mod scene;
mod slot;
mod standing;
mod state;
mod table;
mod time;
mod words;

use std::borrow::Cow;

use crate::clause::{ClauseId, View};
use crate::token::{Lexicon, tokens_into};

pub(super) use words::lemmas_into;

use deed::Deed;
use letters::Letters;
use measure::Measures;
use phrase::Phrase;
use polarity::Denial;
use scene::Scene;
use slot::Slot;
use state::State;
use words::{Item, Kind};

/// How two sentences stand to each other by their words.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Wording {
    /// How far they say the same: 0 to 1.
    pub score: f64,
    /// Whether one denies what the other says.
    pub opposed: bool,
}

/// How far two sentences say the same, and whether they are opposed. It goes by the words alone: the same pair gives the same result
/// wherever it is asked for, and left and right may change places. Cost: linear in the texts, of which the first 2,000 bytes are read.
///
/// ```
/// use parallax::compare::wording;
///
/// let same = wording("Lawmakers rejected the budget.", "The budget was turned down by parliament.");
/// let other = wording("Lawmakers rejected the budget.", "Lawmakers visited a dairy farm.");
/// assert!(same.score > other.score && !same.opposed);
/// assert!(wording("Lawmakers rejected the budget.", "Lawmakers approved the budget.").opposed);
/// ```
#[must_use]
pub fn wording(left: &str, right: &str) -> Wording {
    Worded::read(left).wording(&Worded::read(right))
}

#[cfg(test)]
fn is_opposed(left: &str, right: &str) -> bool {
    wording(left, right).opposed
}

/// A sentence made ready to be held against others.
#[derive(Clone, Debug)]
pub(super) struct Worded {
    items: Vec<Item>,
    phrases: Vec<Phrase>,
    deeds: Vec<Deed>,
    slots: Vec<Slot>,
    scene: Scene,
    states: Vec<State>,
    denials: Vec<Denial>,
    letters: Letters,
}

impl Worded {
    pub(super) fn read(text: &str) -> Self {
        let text = words::head(text);
        let lexicon = Lexicon::english();
        let mut view = View::default();
        tokens_into(lexicon, text, 0, &mut view.tokens);
        let sentence = headline::as_sentence(text, &view.tokens, lexicon);
        if let Cow::Owned(sentence) = &sentence {
            view.tokens.clear();
            tokens_into(lexicon, sentence, 0, &mut view.tokens);
        }
        view.tokens.truncate(words::MOST_WORDS);
        view.read(lexicon, &sentence);
        let mut items = words::items(&view, &sentence);
        let denials = polarity::mark(&mut items, &view);
        quantifier::mark(&mut items, &view);
        deed::mark(&mut items, &view);
        let phrases = phrase::phrases(&items, &view);
        Self {
            states: state::states(&items, &phrases, &view),
            scene: Scene::of(&items, &phrases, &view),
            deeds: deed::deeds(&items, &view),
            slots: slot::slots(&items, &view),
            denials,
            phrases,
            letters: Letters::of(&items),
            items,
        }
    }

    /// A word or a phrase: the words come first, in order, then the phrases.
    fn unit(&self, at: usize) -> Option<&Item> {
        let phrase = || self.phrases.get(at.checked_sub(self.items.len())?);
        self.items.get(at).or_else(|| Some(&phrase()?.item))
    }

    /// Whether a clause has one of some words, as they are written.
    fn has_form(&self, clause: Option<ClauseId>, forms: &[&str]) -> bool {
        let mut items = self.items.iter().filter(|item| item.clause == clause);
        items.any(|item| forms.contains(&item.form.as_str()))
    }

    /// The words of a unit, as places in `items`: one, or those of a phrase.
    fn words(&self, unit: usize) -> impl Iterator<Item = usize> + '_ {
        let phrase = unit.checked_sub(self.items.len());
        let phrase = phrase.and_then(|at| self.phrases.get(at));
        let single = phrase.is_none().then_some(unit);
        let words = phrase.into_iter().flat_map(|phrase| &phrase.words);
        single.into_iter().chain(words.copied())
    }

    pub(super) fn wording(&self, other: &Self) -> Wording {
        let measures = Measures::of(self, other);
        let opposed = measures.is_opposed();
        Wording {
            score: measures.score(opposed),
            opposed,
        }
    }

    /// Whether nearly all words are the same, and all numbers and negations.
    pub(super) fn is_copy(&self, other: &Self) -> bool {
        let forms = |worded: &Self, only: fn(&Item) -> bool| -> Vec<String> {
            let items = worded.items.iter().filter(|item| only(item));
            let mut forms: Vec<String> = items.map(|item| item.form.clone()).collect();
            forms.sort_unstable();
            forms
        };
        let fixed = |item: &Item| matches!(item.kind, Kind::Number(_) | Kind::Negation);
        if forms(self, fixed) != forms(other, fixed) {
            return false;
        }
        let (left, right) = (forms(self, |_| true), forms(other, |_| true));
        let common = in_both(&left, &right);
        // Nine words of ten: a changed date line or a name written out is still the same report.
        common * 20 >= (left.len() + right.len()) * 9
    }
}

/// How many members two sorted lists have in common.
fn in_both<T: Ord>(left: &[T], right: &[T]) -> usize {
    let (mut left, mut right) = (left.iter().peekable(), right.iter().peekable());
    let mut common = 0;
    while let (Some(one), Some(other)) = (left.peek(), right.peek()) {
        match one.cmp(other) {
            std::cmp::Ordering::Less => {
                left.next();
            }
            std::cmp::Ordering::Greater => {
                right.next();
            }
            std::cmp::Ordering::Equal => {
                common += 1;
                left.next();
                right.next();
            }
        }
    }
    common
}
