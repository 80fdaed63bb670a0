//! From the words of a pack's rules to patterns: what they are in the lexicon, and what it learns from them.

use super::build::place;
use super::pattern::{Pattern, Wanted};
use crate::pack::{Phrase, Rules, WordClass};
use crate::token::{LemmaClass, Lexicon, Readings, Token, WordId, folded, learn_into};

/// The words of the rules of a pack, compiled.
#[derive(Clone, Debug, Default)]
pub(super) struct Learnt {
    pub(super) cues: Patterns,
    pub(super) lists: Patterns,
    pub(super) operators: Patterns,
}

/// Patterns of rules of one kind, in the order of the rules.
#[derive(Clone, Debug, Default)]
pub(super) struct Patterns {
    pub(super) patterns: Vec<Pattern>,
    /// Their further words.
    pub(super) more: Vec<Wanted>,
}

impl Learnt {
    /// The patterns of the rules of a pack. Words that the lexicon lacks are added to it.
    pub(super) fn new(rules: &Rules, lexicon: &mut Lexicon) -> Self {
        let mut cues = Learner::default();
        for (at, words) in (0..).zip(&rules.words.cues) {
            for (class, phrase) in words.iter() {
                cues.add(lexicon, at, *class, phrase);
            }
        }
        let mut lists = Learner::default();
        for (at, list) in (0..).zip(rules.lists.iter()) {
            for phrase in list.words.iter() {
                lists.add(lexicon, at, WordClass::Phrase, phrase);
            }
        }
        let mut operators = Learner::default();
        for (at, words) in (0..).zip(&rules.words.operators) {
            for (class, phrase) in words.iter() {
                operators.add(lexicon, at, *class, phrase);
            }
        }
        Self {
            cues: cues.learnt,
            lists: lists.learnt,
            operators: operators.learnt,
        }
    }
}

/// Adverbs behind a verb whose forms are other words: "back" and "backing", "out" and "outing".
fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "back" | "down" | "off" | "out" | "over" | "through" | "up"
    )
}

/// The patterns so far.
#[derive(Default)]
struct Learner {
    learnt: Patterns,
    /// Space that is used again.
    tokens: Vec<Token>,
    wanted: Vec<Wanted>,
}

impl Learner {
    /// Adds the words of a rule. Words that the lexicon lacks are added to it, so that their inflections are met.
    fn add(&mut self, lexicon: &mut Lexicon, rule: u32, class: WordClass, phrase: &Phrase) {
        let mut tokens = std::mem::take(&mut self.tokens);
        let mut wanted = std::mem::take(&mut self.wanted);
        wanted.clear();
        let mut words = phrase.words().enumerate().peekable();
        while let Some((index, text)) = words.next() {
            // "gave its backing" is no "gave back".
            let particle = class == WordClass::Verb && index > 0 && is_particle(text);
            let literal = phrase.is_literal(index) || particle;
            let last = words.peek().is_none();
            let word = teach(lexicon, text, class, index == 0, last);
            // One word, as nearly all are: no token of it is another's.
            if word.is_known() && text.bytes().all(|byte| byte.is_ascii_alphabetic()) {
                wanted.push(Wanted { word, literal });
                continue;
            }
            learn_into(lexicon, text, &mut tokens, |word, _| {
                wanted.push(Wanted { word, literal });
            });
        }
        if let Some((first, rest)) = wanted.split_first() {
            self.insert(rule, class, *first, rest);
            let base = phrase.words().next().unwrap_or_default();
            if class == WordClass::Verb {
                for form in auxiliary_forms(base) {
                    let word = lexicon.intern(form);
                    self.insert(rule, class, Wanted { word, ..*first }, rest);
                }
            }
        }
        self.tokens = tokens;
        self.wanted = wanted;
    }

    fn insert(&mut self, rule: u32, class: WordClass, first: Wanted, rest: &[Wanted]) {
        let Patterns { patterns, more } = &mut self.learnt;
        let start = place(more.len());
        more.extend(rest.iter().skip(1));
        let more = start..place(more.len());
        let second = rest.first().copied();
        patterns.push(Pattern::new(class, rule, first, second, more));
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

/// Makes the lexicon know a word of a rule in the class that the rule gives it. The id that the word had, if it was known.
fn teach(lexicon: &mut Lexicon, text: &str, class: WordClass, first: bool, last: bool) -> WordId {
    let folded = folded(text);
    let word = lexicon.look_up(&folded);
    let known = lexicon.word(word).readings;
    // Function words stay what they are ("hope for"), whatever the class of the rule.
    let open = Readings::ANY_NOUN | Readings::VERB | Readings::ADJECTIVE;
    if known != Readings::NONE && !known.any(open) {
        return word;
    }
    // A name stays one: were "Russia" a noun because a list has it, "Russia said there were talks" would begin with a noun and a participle.
    let name = text.starts_with(char::is_uppercase) && !text.contains('-');
    if known == Readings::NONE && name {
        return word;
    }
    match class {
        // Nor is the adverb a verb in "formally annex".
        WordClass::Verb if first && !known.any(Readings::BASE) && !folded.ends_with("ly") => {
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
    word
}
