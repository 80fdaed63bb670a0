//! A sentence as the words that count: lemma, weight by rarity, kind.

use std::borrow::Cow;

use crate::clause::{ClauseId, Tag, View};
use crate::token::{Lexicon, Readings, Shape, Token, TokenKind, Word, fold, tokens_into};

use super::number::{self, Value};
use super::quantifier::Share;
use super::standing;
use super::table::{Entry, Table};

/// Bytes of a text that are looked at: more than any sentence of news has.
pub(super) const LONGEST: usize = 2_000;

/// Words of a text that are looked at.
pub(super) const MOST_WORDS: usize = 200;

/// What a word is to a measure of wording.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum Kind {
    /// Holds a sentence together: *the*, *of*, *would*.
    #[default]
    Function,
    /// Turns a sentence round: *not*, *no*, *never*.
    Negation,
    /// Carries meaning.
    Content,
    /// Written with a capital inside a sentence, or unknown to the lexicon at its beginning.
    Name,
    /// Digits or a word for a number.
    Number(Value),
}

/// A word, or several that stand for one ("turn down").
#[derive(Clone, Debug, Default)]
pub(super) struct Item {
    /// Its lemma, or its folded form where the lexicon has none.
    pub(super) lemma: Cow<'static, str>,
    /// Its folded form.
    pub(super) form: String,
    /// What the tables say of its lemma.
    pub(super) of_lemma: Option<&'static Entry>,
    /// What they say of its form.
    pub(super) of_form: Option<&'static Entry>,
    pub(super) kind: Kind,
    /// How much it counts: 0 to 1.
    pub(super) weight: f64,
    /// Its first token in the view of its sentence.
    pub(super) token: usize,
    /// Under an odd number of negations.
    pub(super) negated: bool,
    /// How often something in its clause is negated.
    pub(super) denials: usize,
    /// It denies another word, as *no* does, or what completes it, as *refuse* does.
    pub(super) denies: bool,
    /// It denies its object by what it means, as *cancel* does.
    pub(super) excludes: bool,
    /// What denies it by what it means, as a place in the items of its sentence.
    pub(super) denied_by: Option<usize>,
    /// It is said of a part: "half of the crew".
    pub(super) partly: bool,
    /// How great that part is.
    pub(super) share: Option<Share>,
    /// Its clause tells what was: "controlled", not "has controlled".
    pub(super) past: bool,
    /// It makes a bound of a number: "*more* than ten".
    pub(super) bounds: bool,
    /// The clause that it is part of, or that this one completes.
    pub(super) host: Option<ClauseId>,
    pub(super) clause: Option<ClauseId>,
    /// It stands before its noun and tells what is known of that: "the *missing* hikers".
    pub(super) is_attribute: bool,
    /// Its clause hangs on a noun: "the curfew *imposed* in May".
    pub(super) is_aside: bool,
    /// And tells what had been: "who *had denied* it".
    pub(super) is_earlier: bool,
    /// It is a noun before the head of its phrase: "*aid* convoy".
    pub(super) is_modifier: bool,
    /// The verb of a clause: what it says is done.
    pub(super) is_deed: bool,
}

impl Item {
    pub(super) fn rename(&mut self, lemma: &'static str) {
        self.lemma = Cow::Borrowed(lemma);
        self.of_lemma = Table::get().entry(lemma);
    }

    /// Whether it says something by itself.
    pub(super) fn is_telling(&self) -> bool {
        matches!(self.kind, Kind::Content | Kind::Name) || self.is_number()
    }

    pub(super) fn is_number(&self) -> bool {
        matches!(self.kind, Kind::Number(_))
    }
}

/// The item at a token: items are in the order of their tokens.
pub(super) fn item_at(items: &[Item], token: usize) -> Option<usize> {
    items.binary_search_by_key(&token, |item| item.token).ok()
}

/// How a word is written, folded; nothing where there is none.
pub(super) fn form_at(items: &[Item], at: usize) -> &str {
    items.get(at).map_or("", |item| item.form.as_str())
}

/// The item at a token, if it says something.
pub(super) fn telling_at(items: &[Item], token: usize) -> Option<usize> {
    item_at(items, token).filter(|&at| items.get(at).is_some_and(Item::is_telling))
}

/// The words of a text in order, from the view of it.
pub(super) fn items(view: &View, text: &str) -> Vec<Item> {
    let lexicon = Lexicon::english();
    let mut items: Vec<Item> = Vec::with_capacity(view.tokens.len());
    let mut begins = true;
    for (at, token) in view.tokens.iter().enumerate().take(MOST_WORDS) {
        match token.kind {
            TokenKind::Word | TokenKind::Number => {
                let mut item = item(lexicon, text, token, at, begins);
                standing::mark(&mut item, view);
                if item.form == "left" && view.tags.get(at).is_some_and(is_verb) {
                    item.rename("leave");
                }
                if item.lemma == "have" && standing::is_main_verb(view, at) {
                    // "Has nothing in its mouth": as much as *own*.
                    item.kind = Kind::Content;
                    item.weight = 0.35;
                }
                let next = view.tags.get(at + 1);
                let ends = next.is_none_or(|next| matches!(next, Tag::Mark | Tag::Preposition));
                if ends && ["inside", "outside"].contains(&item.form.as_str()) {
                    // "They are eating inside": where, not a word that holds others.
                    item.kind = Kind::Content;
                    item.weight = 0.6;
                }
                items.push(item);
                begins = false;
            }
            TokenKind::Stop | TokenKind::Colon | TokenKind::QuoteOpen => begins = true,
            _ => {}
        }
    }
    let mut items = number::joined(items);
    for at in 0..items.len() {
        if leaves_as_is(&items, at)
            && let Some(item) = items.get_mut(at)
        {
            item.rename("keep");
        }
    }
    for item in &mut items {
        item.of_form = if item.form == item.lemma {
            item.of_lemma
        } else {
            Table::get().entry(&item.form)
        };
    }
    items
}

/// "*Left* the rate unchanged".
fn leaves_as_is(items: &[Item], at: usize) -> bool {
    const REACH: usize = 5;
    const AS_IS: [&str; 9] = [
        "unchanged",
        "untouched",
        "intact",
        "alone",
        "open",
        "unlocked",
        "standing",
        "unaltered",
        "unanswered",
    ];
    let is_verb = items.get(at).is_some_and(|item| item.lemma == "leave");
    let mut after = items.iter().skip(at + 2).take(REACH);
    is_verb && after.any(|item| AS_IS.contains(&item.form.as_str()))
}

fn item(lexicon: &'static Lexicon, text: &str, token: &Token, at: usize, begins: bool) -> Item {
    let word = lexicon.word(token.word);
    let form = fold(token.span.of(text));
    let known = lemma(lexicon, word);
    let is_name = token.shape.has(Shape::CAPITAL)
        && (!word.readings.any(FUNCTION) || form == "may")
        && (!begins
            || (word.readings == Readings::NONE && Table::get().entry(&stem(&form)).is_none()));
    let is_acronym = token.shape.has(Shape::ALL_CAPITALS) && form.len() > 1;
    let kind = if is_acronym || (is_name && form == "may") {
        Kind::Name
    } else if let Some(value) = number::value(&form) {
        Kind::Number(value)
    } else if word.readings.any(Readings::NEGATIVE) {
        Kind::Negation
    } else if word.readings.any(FUNCTION) || token.shape.has(Shape::CLITIC) {
        Kind::Function
    } else if is_name {
        Kind::Name
    } else {
        Kind::Content
    };
    let auxiliary = AUXILIARIES
        .iter()
        .find(|(readings, _)| word.readings.any(*readings));
    let auxiliary = auxiliary.filter(|_| kind == Kind::Function && form != "'s");
    let lemma = match (auxiliary, known) {
        (Some((_, lemma)), _) => Cow::Borrowed(*lemma),
        (_, Some(known)) if kind != Kind::Name => Cow::Borrowed(known),
        _ if kind == Kind::Content => Cow::Owned(stem(&form)),
        _ => Cow::Owned(form.clone()),
    };
    let of_lemma = Table::get().entry(&lemma);
    let weight = match kind {
        Kind::Function => 0.1,
        Kind::Negation => 0.0,
        Kind::Content => rarity(of_lemma, known.is_some()),
        Kind::Name | Kind::Number(_) => 1.0,
    };
    Item {
        lemma,
        form,
        of_lemma,
        kind,
        weight,
        token: at,
        ..Item::default()
    }
}

/// How much a lemma says: little if it is common, 0.85 for others that the lexicon holds, 1 for unknown ones.
fn rarity(of_lemma: Option<&Entry>, is_known: bool) -> f64 {
    let common = of_lemma.and_then(Entry::commonness);
    common.unwrap_or(if is_known { 0.85 } else { 1.0 })
}

/// Auxiliaries go by one form.
const AUXILIARIES: [(Readings, &str); 3] = [
    (Readings::BE, "be"),
    (Readings::HAVE, "have"),
    (Readings::DO, "do"),
];

fn is_verb(tag: &Tag) -> bool {
    matches!(tag, Tag::Past | Tag::Participle)
}

/// Closed classes: a word with one of these readings holds a sentence together.
const FUNCTION: Readings = Readings::DETERMINER
    .with(Readings::POSSESSIVE)
    .with(Readings::PRONOUN)
    .with(Readings::PREPOSITION)
    .with(Readings::TO)
    .with(Readings::AS)
    .with(Readings::COORDINATOR)
    .with(Readings::SUBORDINATOR)
    .with(Readings::THAT)
    .with(Readings::WH)
    .with(Readings::AUXILIARY)
    .with(Readings::APOSTROPHE);

/// The lemma of a known word; of several the verb, then the noun, so that "vetoed", "vetoes" and "veto" are one.
fn lemma(lexicon: &'static Lexicon, word: Word) -> Option<&'static str> {
    let lemmas = [word.verb, word.noun, word.adjective];
    let known = lemmas.into_iter().find(|lemma| lemma.is_known())?;
    Some(lexicon.text(known))
}

/// An unknown word without a regular ending: as the tables have it, if they do.
fn stem(form: &str) -> String {
    const ENDINGS: [(&str, &str); 16] = [
        ("s", ""),
        ("es", ""),
        ("ies", "y"),
        ("ed", ""),
        ("ed", "e"),
        ("ied", "y"),
        ("ing", ""),
        ("ing", "e"),
        ("er", ""),
        ("er", "e"),
        ("ier", "y"),
        ("est", ""),
        ("est", "e"),
        ("iest", "y"),
        ("ves", "f"),
        ("ves", "fe"),
    ];
    let table = Table::get();
    if table.entry(form).is_some() {
        return form.to_owned();
    }
    let known = ENDINGS.iter().find_map(|(ending, put)| {
        let stem = form.strip_suffix(ending)?;
        let whole = [format!("{stem}{put}"), undoubled(stem)?];
        whole
            .into_iter()
            .find(|stem| stem.len() >= 3 && table.entry(stem).is_some())
    });
    known
        .or_else(|| cut(form))
        .unwrap_or_else(|| form.to_owned())
}

/// Whether the tables hold a word, in some form.
pub(super) fn is_in_tables(word: &str) -> bool {
    Table::get().entry(&stem(&fold(word))).is_some()
}

/// "Jogg" as "jog"; others as they are.
fn undoubled(stem: &str) -> Option<String> {
    let (head, last) = stem.split_at_checked(stem.len().checked_sub(1)?)?;
    Some(if head.ends_with(last) { head } else { stem }.to_owned())
}

/// A word of no table without its ending.
fn cut(form: &str) -> Option<String> {
    ["ies", "es", "s", "ied", "ed", "ing"]
        .into_iter()
        .find_map(|ending| {
            let stem = form.strip_suffix(ending)?;
            let is_long = stem.len() >= 4 && !(ending == "s" && stem.ends_with('s'));
            is_long.then(|| match ending {
                "ies" | "ied" => format!("{stem}y"),
                _ => stem.to_owned(),
            })
        })
}

/// The beginning of a text that is looked at, cut at a character.
pub(super) fn head(text: &str) -> &str {
    let end = (0..=LONGEST.min(text.len()))
        .rev()
        .find(|&end| text.is_char_boundary(end));
    text.get(..end.unwrap_or_default()).unwrap_or_default()
}

/// Appends the lemmas of a text that say something by themselves, in order.
pub(in crate::compare) fn lemmas_into(text: &str, lemmas: &mut Vec<Cow<'static, str>>) {
    let lexicon = Lexicon::english();
    let text = head(text);
    let mut tokens = Vec::new();
    tokens_into(lexicon, text, 0, &mut tokens);
    for (at, token) in tokens.iter().enumerate().take(MOST_WORDS) {
        if matches!(token.kind, TokenKind::Word | TokenKind::Number) {
            let item = item(lexicon, text, token, at, at == 0);
            if item.is_telling() {
                lemmas.push(item.lemma);
            }
        }
    }
}
