//! Words of rules, looked up in a sentence: an index from a word form to the rules that begin with it.
//!
//! Most words begin no rule, and most rules of several words end at a look at what comes next. So a form is looked up once, whatever lemmas it
//! is a form of (`forms`, made when all words are known), and the words ahead are first compared as bits of a set ([`Ahead`]), which lets some
//! through that aren't there and none out that are.

use std::collections::BTreeMap;

use super::pattern::{Classes, GAP, Met, Pattern, Wanted, after_marks, forms};
use crate::clause::View;
use crate::pack::{Phrase, WordClass};
use crate::token::{LemmaClass, Lexicon, Readings, Token, TokenKind, WordId, folded, tokens_into};

/// All patterns by the words that they begin with.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    patterns: Vec<Pattern>,
    /// For each word that a pattern begins with in the pack, by id, the place of its `beginnings`, plus one; 0 for none.
    places: Vec<u32>,
    beginnings: Vec<Beginnings>,
    /// For each word form, by id, the place of its chain; 0 for a form that nothing begins with.
    forms: Vec<u32>,
    /// Space that is used again while rules are added.
    tokens: Vec<Token>,
    /// What begins with a form: the beginnings of itself and of the lemmas that it is a form of.
    chains: Vec<Vec<u32>>,
}

/// The patterns that begin with one word.
#[derive(Clone, Debug, Default)]
struct Beginnings {
    /// Those of one word, and verbs, whose other words may stand further on.
    alone: Vec<Alone>,
    /// Those of several words in a row, by the second, then by the pattern, sorted.
    followed: Vec<(WordId, u32)>,
    /// The bits of these second words.
    seconds: u64,
}

/// A pattern of one word, or a verb with words that may stand further on.
#[derive(Clone, Copy, Debug)]
struct Alone {
    /// The second word as a bit, all bits where there is none.
    second: u64,
    first: Wanted,
    pattern: u32,
    /// Its rule.
    rule: u32,
    class: WordClass,
}

impl Alone {
    /// Whether its first word stands where a form begins it that the verb `verb` may be a form of.
    fn begins(&self, form: WordId, verb: WordId, classes: Classes) -> bool {
        // What is not met as it is written is in the form's chain since it is one of its lemmas.
        let meets = self.first.word == form
            || match self.class {
                WordClass::Verb => self.first.word == verb,
                _ => !self.first.literal,
            };
        meets && classes.has(self.class)
    }

    /// Whether nothing is left to be asked once its first word is there.
    fn is_whole(&self) -> bool {
        self.second == u64::MAX
    }
}

impl Index {
    /// Adds the words of a rule. Words that the lexicon lacks are added to it, so that their inflections are met.
    pub(super) fn add(
        &mut self,
        lexicon: &mut Lexicon,
        rule: usize,
        class: WordClass,
        phrase: &Phrase,
    ) {
        let mut wanted = Vec::new();
        let mut tokens = std::mem::take(&mut self.tokens);
        let mut words = phrase.words().enumerate().peekable();
        while let Some((index, text)) = words.next() {
            let literal = phrase.is_literal(index);
            let last = words.peek().is_none();
            teach(lexicon, text, class, index == 0, last);
            tokens.clear();
            tokens_into(lexicon, text, 0, &mut tokens);
            for token in tokens
                .iter()
                .filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))
            {
                let word = lexicon.learn(token, text);
                wanted.push(Wanted { word, literal });
            }
        }
        self.tokens = tokens;
        let mut wanted = wanted.into_iter();
        let Some(first) = wanted.next() else {
            return;
        };
        let rest: Vec<Wanted> = wanted.collect();
        self.insert(rule, class, first, &rest);
        let base = phrase.words().next().unwrap_or_default();
        if class == WordClass::Verb {
            for form in auxiliary_forms(base) {
                let word = lexicon.intern(form);
                self.insert(rule, class, Wanted { word, ..first }, &rest);
            }
        }
    }

    fn insert(&mut self, rule: usize, class: WordClass, first: Wanted, rest: &[Wanted]) {
        let id = u32::try_from(self.patterns.len()).unwrap_or(u32::MAX);
        let second = rest.first().map(|wanted| wanted.word);
        self.patterns.push(Pattern {
            class,
            rule,
            first,
            rest: rest.to_vec(),
        });
        let Some(list) = self.beginnings_of(first.word) else {
            return;
        };
        match second {
            Some(second) if class != WordClass::Verb => {
                let entry = (second, id);
                let at = list.followed.partition_point(|other| *other < entry);
                list.followed.insert(at, entry);
                list.seconds |= bit(second);
            }
            _ => list.alone.push(Alone {
                second: second.map_or(u64::MAX, bit),
                first,
                pattern: id,
                rule: u32::try_from(rule).unwrap_or(u32::MAX),
                class,
            }),
        }
    }

    fn beginnings_of(&mut self, word: WordId) -> Option<&mut Beginnings> {
        let at = word.0 as usize;
        if self.places.len() <= at {
            self.places.resize(at + 1, 0);
        }
        let place = self.places.get_mut(at)?;
        if *place == 0 {
            self.beginnings.push(Beginnings::default());
            *place = u32::try_from(self.beginnings.len()).unwrap_or(u32::MAX);
        }
        self.beginnings.get_mut(*place as usize - 1)
    }

    /// Works out for every form of the lexicon what begins with it: to be called once all words are known. Cost: linear in the lexicon.
    pub(super) fn finish(&mut self, lexicon: &Lexicon) {
        let place = |word: WordId| match self.places.get(word.0 as usize) {
            Some(place) if word.is_known() => *place,
            _ => 0,
        };
        let mut known = BTreeMap::new();
        self.chains = vec![Vec::new()];
        self.forms.clear();
        for form in lexicon.ids() {
            let word = lexicon.word(form);
            let places = [form, word.noun, word.verb, word.adjective].map(place);
            // Nearly all forms begin nothing.
            if places == [0; 4] {
                self.forms.push(0);
                continue;
            }
            let chain = *known.entry(places).or_insert_with(|| {
                let mut chain = Vec::new();
                for place in places {
                    if place != 0 && !chain.contains(&(place - 1)) {
                        chain.push(place - 1);
                    }
                }
                self.chains.push(chain);
                u32::try_from(self.chains.len() - 1).unwrap_or(0)
            });
            self.forms.push(chain);
        }
    }

    /// Whether a pattern may begin with a form.
    pub(super) fn begins(&self, form: WordId) -> bool {
        self.forms
            .get(form.0 as usize)
            .is_some_and(|chain| *chain != 0)
    }

    /// The patterns that may begin with a form.
    pub(super) fn beginning(&self, form: WordId) -> impl Iterator<Item = &Pattern> {
        let chain = self.forms.get(form.0 as usize).copied().unwrap_or(0);
        let chain = self.chains.get(chain as usize).into_iter().flatten();
        chain
            .filter_map(|place| self.beginnings.get(*place as usize))
            .flat_map(|list| {
                let followed = list.followed.iter().map(|(_, id)| *id);
                list.alone.iter().map(|alone| alone.pattern).chain(followed)
            })
            .filter_map(|id| self.patterns.get(id as usize))
    }

    /// Calls `each` with every pattern that is met at a token, if its rule is one to try.
    pub(super) fn each_met<'a>(
        &'a self,
        view: &View,
        token: usize,
        is_tried: impl Fn(usize) -> bool,
        mut each: impl FnMut(Met<'a>),
    ) {
        let form = view.tokens.get(token).map(|token| token.word);
        let form = form.unwrap_or_default();
        let verb = view.word(token).verb;
        let chain = self.forms.get(form.0 as usize).copied().unwrap_or(0);
        let chain = self.chains.get(chain as usize).map(Vec::as_slice);
        let mut ahead = Ahead::of(view, token);
        let classes = Classes::at(view, token);
        for place in chain.unwrap_or_default() {
            let Some(list) = self.beginnings.get(*place as usize) else {
                continue;
            };
            for alone in &list.alone {
                if !(alone.begins(form, verb, classes) && is_tried(alone.rule as usize)) {
                    continue;
                }
                let Some(pattern) = self.patterns.get(alone.pattern as usize) else {
                    continue;
                };
                if alone.is_whole() {
                    each(Met::one_word(pattern, token));
                } else if ahead.within_gap() & alone.second != 0 {
                    pattern.met(view, token).into_iter().for_each(&mut each);
                }
            }
            if list.followed.is_empty() || ahead.next().1 & list.seconds == 0 {
                continue;
            }
            let (next, _) = ahead.next();
            for (index, second) in next.into_iter().enumerate() {
                if !second.is_known() || next.iter().take(index).any(|before| *before == second) {
                    continue;
                }
                let from = list.followed.partition_point(|(word, _)| *word < second);
                let same = list
                    .followed
                    .iter()
                    .skip(from)
                    .take_while(|(word, _)| *word == second);
                for &(_, id) in same {
                    let pattern = self.patterns.get(id as usize);
                    let tried = pattern.filter(|pattern| is_tried(pattern.rule));
                    let met = tried.and_then(|pattern| pattern.met(view, token));
                    met.into_iter().for_each(&mut each);
                }
            }
        }
    }

    /// The same, one by one.
    pub(super) fn at<'a>(
        &'a self,
        view: &View,
        token: usize,
    ) -> impl Iterator<Item = Met<'a>> + use<'a> {
        let mut met = Vec::new();
        self.each_met(view, token, |_| true, |one| met.push(one));
        met.into_iter()
    }
}

/// The other forms of verbs that the lexicon keeps as function words, without a lemma.
fn auxiliary_forms(base: &str) -> &'static [&'static str] {
    match base {
        "be" => &["is", "are", "was", "were", "been", "being"],
        "have" => &["has", "had", "having"],
        "do" => &["does", "did", "done", "doing"],
        _ => &[],
    }
}

/// A word as one bit of a set of 64: words that share a bit are taken for each other.
fn bit(word: WordId) -> u64 {
    1 << (word.0 % 64)
}

/// The words after a token, looked up when they are first asked for.
struct Ahead<'v> {
    view: &'v View,
    token: usize,
    next: Option<([WordId; 4], u64)>,
    within_gap: Option<u64>,
}

impl<'v> Ahead<'v> {
    fn of(view: &'v View, token: usize) -> Self {
        Self {
            view,
            token,
            next: None,
            within_gap: None,
        }
    }

    /// The next word and its lemmas, and their bits.
    fn next(&mut self) -> ([WordId; 4], u64) {
        *self.next.get_or_insert_with(|| {
            let words = forms(self.view, after_marks(self.view, self.token + 1));
            (
                words,
                words.into_iter().fold(0, |all, word| all | bit(word)),
            )
        })
    }

    /// The bits of all words that the second word of a verb may be.
    fn within_gap(&mut self) -> u64 {
        *self.within_gap.get_or_insert_with(|| {
            let last = after_marks(self.view, self.token + 1 + GAP);
            (self.token + 1..=last)
                .flat_map(|at| forms(self.view, at))
                .fold(0, |all, word| all | bit(word))
        })
    }
}

/// Makes the lexicon know a word of a rule in the class that the rule gives it.
fn teach(lexicon: &mut Lexicon, text: &str, class: WordClass, first: bool, last: bool) {
    let folded = folded(text);
    let known = lexicon.word(lexicon.look_up(&folded)).readings;
    // Function words stay what they are ("hope for"), whatever the class of the rule.
    let open = Readings::ANY_NOUN | Readings::VERB | Readings::ADJECTIVE;
    if known != Readings::NONE && !known.any(open) {
        return;
    }
    match class {
        WordClass::Verb if first && !known.any(Readings::BASE) => {
            lexicon.add(&folded, LemmaClass::Verb, Readings::NONE)
        }
        // A verb stays one: were "say" a noun because of "a say in", "the team says it won" would have no verb. After an article
        // or an adjective the tagger takes a verb for a noun without being told.
        WordClass::Noun | WordClass::Agent
            if last && !known.any(Readings::ANY_NOUN | Readings::BASE) =>
        {
            lexicon.add(&folded, LemmaClass::Noun, Readings::NONE)
        }
        WordClass::Adjective
            if last
                && !known.any(Readings::ADJECTIVE | Readings::PARTICIPLE | Readings::ANY_NOUN) =>
        {
            lexicon.add(&folded, LemmaClass::Adjective, Readings::NONE);
        }
        // "side squarely with" makes no noun of "squarely", which its form tells to be an adverb.
        _ if known == Readings::NONE && last && !folded.ends_with("ly") => {
            lexicon.add(&folded, LemmaClass::Noun, Readings::NONE)
        }
        _ => {}
    }
}
