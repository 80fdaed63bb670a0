//! Words of rules, met in a sentence: an index from a word or lemma to the rules that begin with it.

use crate::clause::{Tag, View};
use crate::pack::{Phrase, WordClass};
use crate::token::{LemmaClass, Lexicon, Readings, TokenKind, WordId, fold, tokens_into};

/// Between a verb and the rest of its words ("laid … down") at most this many tokens stand.
const GAP: usize = 8;

/// Words that a rule begins with, compiled.
#[derive(Clone, Debug)]
pub(super) struct Pattern {
    pub(super) class: WordClass,
    /// The rule, as index into its list.
    pub(super) rule: usize,
    /// The words after the first.
    rest: Vec<Wanted>,
    first: Wanted,
}

#[derive(Clone, Copy, Debug)]
struct Wanted {
    word: WordId,
    literal: bool,
}

/// All patterns by their first word.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    patterns: Vec<Pattern>,
    /// For each word id the place of its lists in `lists`, plus one; 0 for none.
    places: Vec<u32>,
    lists: Vec<Beginnings>,
}

/// The patterns that begin with one word.
#[derive(Clone, Debug, Default)]
struct Beginnings {
    /// Those of one word, and verbs, whose other words may stand further on.
    alone: Vec<u32>,
    /// Those of several words in a row, by the second, sorted: most end at one look at the next word.
    followed: Vec<(WordId, u32)>,
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
        for (index, text) in phrase.words.iter().enumerate() {
            let literal = phrase.literal.get(index).copied().unwrap_or(false);
            let last = index + 1 == phrase.words.len();
            teach(lexicon, text, class, index == 0, last);
            let mut tokens = Vec::new();
            tokens_into(lexicon, text, 0, &mut tokens);
            for token in tokens
                .iter()
                .filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))
            {
                let word = lexicon.intern(&fold(token.span.of(text)));
                wanted.push(Wanted { word, literal });
            }
        }
        let mut wanted = wanted.into_iter();
        let Some(first) = wanted.next() else {
            return;
        };
        let rest: Vec<Wanted> = wanted.collect();
        self.insert(rule, class, first, &rest);
        let base = phrase.words.first().map(String::as_str).unwrap_or_default();
        if class == WordClass::Verb {
            for form in auxiliary_forms(base) {
                let word = lexicon.intern(form);
                self.insert(rule, class, Wanted { word, ..first }, &rest);
            }
        }
    }

    fn insert(&mut self, rule: usize, class: WordClass, first: Wanted, rest: &[Wanted]) {
        let id = u32::try_from(self.patterns.len()).unwrap_or(u32::MAX);
        let second = rest
            .first()
            .map(|wanted| wanted.word)
            .filter(|_| class != WordClass::Verb);
        self.patterns.push(Pattern {
            class,
            rule,
            rest: rest.to_vec(),
            first,
        });
        let at = first.word.0 as usize;
        if self.places.len() <= at {
            self.places.resize(at + 1, 0);
        }
        let Some(place) = self.places.get_mut(at) else {
            return;
        };
        if *place == 0 {
            self.lists.push(Beginnings::default());
            *place = u32::try_from(self.lists.len()).unwrap_or(u32::MAX);
        }
        let Some(list) = self.lists.get_mut(*place as usize - 1) else {
            return;
        };
        match second {
            Some(second) => {
                let entry = (second, id);
                let at = list.followed.partition_point(|other| *other < entry);
                list.followed.insert(at, entry);
            }
            None => list.alone.push(id),
        }
    }

    fn beginning_with(&self, word: WordId) -> Option<&Beginnings> {
        match self.places.get(word.0 as usize) {
            Some(&place) if place > 0 && word.is_known() => self.lists.get(place as usize - 1),
            _ => None,
        }
    }

    /// Appends the patterns that are met at a token, each with the tokens of its words, first to after the last.
    pub(super) fn met_into<'a>(&'a self, view: &View, token: usize, out: &mut Vec<Met<'a>>) {
        let words = forms(view, token);
        let mut next: Option<[WordId; 4]> = None;
        for (index, word) in words.into_iter().enumerate() {
            let Some(list) = self.beginning_with(word) else {
                continue;
            };
            if words.iter().take(index).any(|before| *before == word) {
                continue;
            }
            for &id in &list.alone {
                out.extend(
                    self.patterns
                        .get(id as usize)
                        .and_then(|pattern| pattern.met(view, token)),
                );
            }
            if list.followed.is_empty() {
                continue;
            }
            let next = *next.get_or_insert_with(|| forms(view, after_marks(view, token + 1)));
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
                    out.extend(
                        self.patterns
                            .get(id as usize)
                            .and_then(|pattern| pattern.met(view, token)),
                    );
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
        self.met_into(view, token, &mut met);
        met.into_iter()
    }
}

/// A pattern that was met.
#[derive(Clone, Copy, Debug)]
pub(super) struct Met<'a> {
    pub(super) pattern: &'a Pattern,
    /// The token that carries the grammar: the verb, or the last word of a noun.
    pub(super) anchor: usize,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Pattern {
    /// How many words it has.
    pub(super) fn len(&self) -> usize {
        1 + self.rest.len()
    }

    fn met<'a>(&'a self, view: &View, token: usize) -> Option<Met<'a>> {
        let tag = *view.tags.get(token)?;
        if self.class == WordClass::Verb {
            if !is_verb(tag) && !is_verbal_adjective(view, token, tag) && !is_main(view, token, tag)
            {
                return None;
            }
            let form = view.tokens.get(token)?.word;
            if view.word(token).verb != self.first.word && form != self.first.word {
                return None;
            }
            let end = self.verb_end(view, token)?;
            return Some(Met {
                pattern: self,
                anchor: token,
                start: token,
                end,
            });
        }
        if !self.first.meets(view, token) {
            return None;
        }
        let end = self.adjacent_end(view, token + 1)?;
        let anchor = (token..self.head_end(view, token, end))
            .rev()
            .find(|at| view.tags.get(*at).is_some_and(|tag| self.carries(*tag)))?;
        Some(Met {
            pattern: self,
            anchor,
            start: token,
            end,
        })
    }

    /// Whether a word of this class can be what the grammar hangs on: "hope" in "hope for".
    fn carries(&self, tag: Tag) -> bool {
        match self.class {
            WordClass::Noun | WordClass::Agent => {
                tag.is_noun() || matches!(tag, Tag::Adjective | Tag::Number)
            }
            WordClass::Adjective => matches!(
                tag,
                Tag::Adjective | Tag::Participle | Tag::Noun | Tag::Proper | Tag::Adverb
            ),
            WordClass::Phrase | WordClass::Verb => true,
        }
    }

    /// Where the part of the words ends that can hold their head: "sponsor" of "sponsor of terrorism".
    fn head_end(&self, view: &View, start: usize, end: usize) -> usize {
        let noun = matches!(self.class, WordClass::Noun | WordClass::Agent);
        (start + 1..end)
            .find(|at| noun && view.tags.get(*at) == Some(&Tag::Preposition))
            .unwrap_or(end)
    }

    /// End of the rest right after `from`, or `None`.
    fn adjacent_end(&self, view: &View, from: usize) -> Option<usize> {
        let mut at = from;
        for wanted in &self.rest {
            at = after_marks(view, at);
            if !wanted.meets(view, at) {
                return None;
            }
            at += 1;
        }
        Some(at)
    }

    /// The same for a verb, whose particle or object may follow at a small distance in its clause.
    fn verb_end(&self, view: &View, token: usize) -> Option<usize> {
        if self.rest.is_empty() {
            return Some(token + 1);
        }
        let clause = view.clause_at(token);
        (token + 1..=token + 1 + GAP)
            .take_while(|at| view.clause_at(*at) == clause)
            .find_map(|at| self.adjacent_end(view, at))
    }
}

impl Wanted {
    fn meets(self, view: &View, at: usize) -> bool {
        let Some(token) = view.tokens.get(at) else {
            return false;
        };
        if token.word == self.word {
            return true;
        }
        if self.literal {
            return false;
        }
        let word = view.word(at);
        word.noun == self.word || word.verb == self.word || word.adjective == self.word
    }
}

/// The token at or after `at` that is no quotation mark.
fn after_marks(view: &View, mut at: usize) -> usize {
    while view
        .tokens
        .get(at)
        .is_some_and(|token| matches!(token.kind, TokenKind::QuoteOpen | TokenKind::QuoteClose))
    {
        at += 1;
    }
    at
}

fn is_verb(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Base | Tag::Third | Tag::Past | Tag::Participle | Tag::Ing
    )
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

/// *Be*, *have* or *do* as the verb of a clause, and no auxiliary.
fn is_main(view: &View, token: usize, tag: Tag) -> bool {
    matches!(tag, Tag::Be | Tag::Have | Tag::Do)
        && view
            .phrase_at(token)
            .and_then(|id| view.phrase(id))
            .is_some_and(|phrase| phrase.head == token)
}

/// "the besieged city", "a Russian-brokered truce": a participle before its noun.
pub(super) fn is_verbal_adjective(view: &View, token: usize, tag: Tag) -> bool {
    tag == Tag::Adjective
        && view
            .word(token)
            .readings
            .any(Readings::PARTICIPLE | Readings::ING)
}

/// The word itself and the lemmas that its tag allows.
fn forms(view: &View, token: usize) -> [WordId; 4] {
    let form = view
        .tokens
        .get(token)
        .map(|token| token.word)
        .unwrap_or_default();
    let word = view.word(token);
    [form, word.noun, word.verb, word.adjective]
}

/// Makes the lexicon know a word of a rule in the class that the rule gives it.
fn teach(lexicon: &mut Lexicon, text: &str, class: WordClass, first: bool, last: bool) {
    let folded = fold(text);
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
        _ if known == Readings::NONE && last => {
            lexicon.add(&folded, LemmaClass::Noun, Readings::NONE)
        }
        _ => {}
    }
}

/// Lists of a pack, a bit for each.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen(Vec<u64>);

impl Seen {
    fn insert(&mut self, list: u16) {
        let word = usize::from(list) / 64;
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        if let Some(bits) = self.0.get_mut(word) {
            *bits |= 1 << (list % 64);
        }
    }

    fn has(&self, list: u16) -> bool {
        self.0
            .get(usize::from(list) / 64)
            .is_some_and(|bits| bits & (1 << (list % 64)) != 0)
    }

    /// Adds all of `other`.
    pub(super) fn extend(&mut self, other: &Self) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (own, more) in self.0.iter_mut().zip(&other.0) {
            *own |= more;
        }
    }

    /// Whether one of `lists` is among them.
    pub(super) fn any(&self, lists: &[u16]) -> bool {
        lists.iter().any(|list| self.has(*list))
    }
}

/// Which words of the lists of a pack stand in a sentence.
#[derive(Clone, Debug, Default)]
pub(super) struct ListHits {
    /// List, first token, token after the last.
    hits: Vec<(u16, usize, usize)>,
    /// The lists that have a hit.
    seen: Seen,
}

impl ListHits {
    pub(super) fn read(&mut self, index: &Index, view: &View) {
        self.hits.clear();
        self.seen = Seen::default();
        let mut met = Vec::new();
        for token in 0..view.tokens.len() {
            index.met_into(view, token, &mut met);
            for met in met.drain(..) {
                if let Ok(list) = u16::try_from(met.pattern.rule) {
                    self.hits.push((list, met.start, met.end));
                    self.seen.insert(list);
                }
            }
        }
    }

    pub(super) fn seen(&self) -> &Seen {
        &self.seen
    }

    /// Whether a word of one of `lists` ends between two tokens.
    pub(super) fn within(&self, lists: &[u16], start: usize, end: usize) -> bool {
        self.any(lists)
            && self
                .hits
                .iter()
                .any(|(list, from, to)| *from >= start && *to <= end && lists.contains(list))
    }

    /// Whether a word of one of `lists` stands anywhere.
    pub(super) fn any(&self, lists: &[u16]) -> bool {
        self.seen.any(lists)
    }
}
