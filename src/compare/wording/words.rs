//! A sentence as the words that count: lemma, weight by rarity, kind.

use std::borrow::Cow;

use crate::clause::View;
use crate::token::{Lexicon, Readings, Shape, Token, TokenKind, Word, fold, tokens_into};

use super::number::{self, Value};
use super::table;

/// Bytes of a text that are looked at: more than any sentence of news has.
pub(super) const LONGEST: usize = 2_000;
/// Words of a text that are looked at.
pub(super) const MOST_WORDS: usize = 200;

/// What a word is to a measure of wording.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind {
    /// Holds a sentence together: *the*, *of*, *would*.
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
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Item {
    /// Its lemma, or its folded form where the lexicon has none.
    pub(super) lemma: Cow<'static, str>,
    /// Its folded form.
    pub(super) form: String,
    pub(super) kind: Kind,
    /// How much it counts: 0 to 1.
    pub(super) weight: f64,
    /// Its first token in the view of its sentence.
    pub(super) token: usize,
    /// Under an odd number of negations.
    pub(super) negated: bool,
    /// The verb of a clause: what it says is done.
    pub(super) is_deed: bool,
}

impl Item {
    /// Whether it says something by itself.
    pub(super) fn is_telling(&self) -> bool {
        matches!(self.kind, Kind::Content | Kind::Name | Kind::Number(_))
    }
}

/// The words of a text in order, from the view of it.
pub(super) fn items(view: &View, text: &str) -> Vec<Item> {
    let lexicon = Lexicon::english();
    let mut items: Vec<Item> = Vec::with_capacity(view.tokens.len());
    let mut begins = true;
    for (at, token) in view.tokens.iter().enumerate().take(MOST_WORDS) {
        match token.kind {
            TokenKind::Word | TokenKind::Number => {
                items.push(item(lexicon, text, token, at, begins));
                begins = false;
            }
            TokenKind::Stop | TokenKind::Colon | TokenKind::QuoteOpen => begins = true,
            _ => {}
        }
    }
    let items = number::joined(items);
    table::Table::get().joined(items)
}

fn item(lexicon: &'static Lexicon, text: &str, token: &Token, at: usize, begins: bool) -> Item {
    let word = lexicon.word(token.word);
    let form = fold(token.span.of(text));
    let known = lemma(lexicon, word);
    let is_name = token.shape.has(Shape::CAPITAL)
        && (!word.readings.any(FUNCTION) || form == "may")
        && (!begins || known.is_none());
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
    let lemma = match known {
        Some(known) if kind != Kind::Name => Cow::Borrowed(known),
        _ if kind == Kind::Content => Cow::Owned(stem(&form)),
        _ => Cow::Owned(form.clone()),
    };
    let weight = match kind {
        Kind::Function => 0.1,
        Kind::Negation => 0.0,
        Kind::Content => table::Table::get().rarity(&lemma, known.is_some()),
        Kind::Name | Kind::Number(_) => 1.0,
    };
    Item {
        lemma,
        form,
        kind,
        weight,
        token: at,
        negated: false,
        is_deed: false,
    }
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

/// An unknown word without a regular ending.
fn stem(form: &str) -> String {
    let cut = ["ies", "es", "s", "ied", "ed", "ing"]
        .into_iter()
        .find_map(|ending| {
            let stem = form.strip_suffix(ending)?;
            let is_long = stem.len() >= 4 && !(ending == "s" && stem.ends_with('s'));
            is_long.then(|| match ending {
                "ies" | "ied" => format!("{stem}y"),
                _ => stem.to_owned(),
            })
        });
    cut.unwrap_or_else(|| form.to_owned())
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
