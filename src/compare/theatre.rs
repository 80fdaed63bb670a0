//! Which conflict a claim is about, where the words say so.
//!
//! **Problem.** A ceasefire is one *in a named conflict*, says the codebook. The wish that the fighting in Ukraine stop and the call for a ceasefire in
//! Gaza have the same position, the same stance and the same empty target, and are on different matters. **Idea.** A pack names the words for a
//! conflict (`theatre` of a position); the places and parties written at such a word are its *theatre*: "the *Gaza* war", "the operation against
//! *Ukraine*", "a truce between *Orlan* and *Sarva*". Two claims are about different conflicts if both have a theatre, the two have no name in
//! common, and neither's sentence mentions one of the other's. **Steps.**
//!
//! 1. Each line of an article is read for conflict words, and at each of them for names: the ones right before it ("Gaza war"; a demonym or an
//!    owner may be who fights, or who proposes the truce, and is none), and those after a preposition of place or enmity.
//! 2. Names that stand at one conflict word, or in one sentence at several, are of one conflict in that article.
//! 3. The theatre of a telling is that of the words in its evidence, else in its sentence, else in its paragraph before it, else the article's own if it
//!    names one conflict only; with all names of the same conflict.
//! 4. Tellings of different conflicts are not merged (`merge`), whatever else they have in common.
//!
//! **Cost.** Linear in the text of articles with such claims; at most [`MOST_NAMES`] names are kept for a claim. **Known to be wrong** where a place and
//! the country around it are never written at one conflict word ("the battle for Ellis", "the Norland war"): claims are then kept apart.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::date::{is_month, is_weekday};
use crate::document::Document;
use crate::token::{Lexicon, Readings, Shape, Token, TokenKind, fold, tokens_into};

use super::merge::{MergedClaim, Telling};
use super::names::Names;

/// Names kept of the conflict that a claim is about.
const MOST_NAMES: usize = 64;
/// Words before a conflict word in which its name is looked for: "the Gaza war", "the South Sudan peace war".
const BEFORE: usize = 3;
/// Words after it: "the assault by its neighbour on the town of Ellis".
const AFTER: usize = 8;
/// Letters by which a name is known, so that "Ukraine" meets "Ukrainian".
const STEM: usize = 5;
/// What leads from a conflict word to its place or parties.
const LEADING: [&str; 14] = [
    "in", "on", "against", "with", "between", "over", "into", "across", "inside", "near", "for",
    "of", "around", "and",
];

/// The conflict of each claim.
#[derive(Clone, Debug, Default)]
pub(super) struct Theatres {
    of_claims: BTreeMap<usize, Theatre>,
}

/// The conflict that a claim is about.
#[derive(Clone, Debug, Default)]
pub(super) struct Theatre {
    /// Names of the conflict; empty where the words don't say.
    names: BTreeSet<String>,
    /// All names in the sentences that tell the claim.
    beside: BTreeSet<String>,
}

impl Theatres {
    pub(super) fn of(documents: &[Document], claims: &[MergedClaim], names: &Names) -> Self {
        let mut of_claims = BTreeMap::new();
        let mut read: Option<(usize, Conflicts<'_>)> = None;
        for (at, claim) in claims.iter().enumerate() {
            if !names.is_of_conflicts(&claim.position) {
                continue;
            }
            // Claims come by document, so each is read once.
            if read
                .as_ref()
                .is_none_or(|(document, _)| *document != claim.document)
            {
                let text = documents.get(claim.document).map_or("", Document::text);
                read = Some((claim.document, Conflicts::read(text, names)));
            }
            if let Some((_, conflicts)) = &read {
                of_claims.insert(at, conflicts.theatre(claim));
            }
        }
        Self { of_claims }
    }

    /// Whether the words say that two claims are about different conflicts.
    pub(super) fn are_apart(&self, left: usize, right: usize) -> bool {
        match (self.of_claims.get(&left), self.of_claims.get(&right)) {
            (Some(left), Some(right)) => left.is_apart(right),
            _ => false,
        }
    }

    /// Whether the words leave it open if two claims on a position of conflicts are about one: then nothing but the position is known to be in common.
    pub(super) fn are_open(&self, left: usize, right: usize) -> bool {
        match (self.of_claims.get(&left), self.of_claims.get(&right)) {
            (Some(left), Some(right)) => left.names.is_empty() || right.names.is_empty(),
            _ => false,
        }
    }
}

impl Theatre {
    /// Whether both are named, and neither names anything of the other.
    pub(super) fn is_apart(&self, other: &Self) -> bool {
        !self.names.is_empty()
            && !other.names.is_empty()
            && self.names.is_disjoint(&other.names)
            && self.names.is_disjoint(&other.beside)
            && self.beside.is_disjoint(&other.names)
    }
}

/// The conflict words of a text with the names at them.
pub(super) struct Conflicts<'a> {
    text: &'a str,
    names: &'a Names,
    /// By place in the text.
    named: Vec<Named>,
    /// For each name the names of the same conflict, itself among them.
    joined: HashMap<String, BTreeSet<String>>,
    /// The names of the only conflict that the text names; empty if it names several or none.
    only: BTreeSet<String>,
}

/// A conflict word.
struct Named {
    at: usize,
    names: BTreeSet<String>,
}

impl<'a> Conflicts<'a> {
    pub(super) fn read(text: &'a str, names: &'a Names) -> Self {
        let mut conflicts = Self {
            text,
            names,
            named: Vec::new(),
            joined: HashMap::new(),
            only: BTreeSet::new(),
        };
        let mut tokens = Vec::new();
        let mut from = 0;
        for line in text.split_inclusive('\n') {
            tokens.clear();
            tokens_into(Lexicon::english(), line, 0, &mut tokens);
            conflicts.read_line(line, from, &tokens);
            from += line.len();
        }
        conflicts.only = conflicts.only_one();
        conflicts
    }

    fn only_one(&self) -> BTreeSet<String> {
        let first = self.named.first().and_then(|named| named.names.first());
        let Some(joined) = first.and_then(|name| self.joined.get(name)) else {
            return BTreeSet::new();
        };
        let is_one = self.named.iter().all(|named| named.names.is_subset(joined));
        if is_one {
            joined.clone()
        } else {
            BTreeSet::new()
        }
    }

    fn read_line(&mut self, line: &str, from: usize, tokens: &[Token]) {
        for (at, token) in tokens.iter().enumerate() {
            if !is_conflict(token, self.names, line) {
                continue;
            }
            let names = self.names_at(line, tokens, at);
            if !names.is_empty() {
                self.join(&names);
                self.named.push(Named {
                    at: from + token.span.start(),
                    names,
                });
            }
        }
    }

    /// The names at the conflict word at a token.
    fn names_at(&self, line: &str, tokens: &[Token], at: usize) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        let before = tokens
            .get(at.saturating_sub(BEFORE)..at)
            .unwrap_or_default();
        for token in before.iter().rev() {
            let word = Lexicon::english().word(token.word);
            let is_edge = word.readings.any(Readings::CLOSED) || token.shape.has(Shape::CLITIC);
            if token.kind != TokenKind::Word || is_edge {
                break;
            }
            if !self.names.is_demonym(&fold(token.span.of(line))) {
                found.extend(self.name(token, line));
            }
        }
        let mut leads = false;
        for token in tokens.iter().skip(at + 1).take(AFTER) {
            let is_name = token.kind == TokenKind::Word && token.shape.has(Shape::CAPITAL);
            let is_word = matches!(token.kind, TokenKind::Word | TokenKind::Number);
            if !is_word || is_conflict(token, self.names, line) {
                break;
            }
            let form = fold(token.span.of(line));
            let word = Lexicon::english().word(token.word);
            if LEADING.contains(&form.as_str()) {
                leads = true;
            } else if word.readings.any(Readings::PREPOSITION) || is_verb(word.readings) {
                break;
            } else if is_name && leads {
                found.extend(self.name(token, line));
            }
        }
        found
    }

    /// What a capitalised word is known by; `None` for abbreviations of organisations, months and other words with a capital that are no place.
    fn name(&self, token: &Token, line: &str) -> Option<String> {
        if !token.shape.has(Shape::CAPITAL) || token.shape.has(Shape::ALL_CAPITALS) {
            return None;
        }
        let word = Lexicon::english().word(token.word);
        if word.readings.any(Readings::CLOSED) {
            return None;
        }
        let form = fold(token.span.of(line));
        if is_of_calendar(&form) {
            return None;
        }
        Some(match self.names.actor_called(&form) {
            Some(actor) => actor.as_str().chars().take(STEM).collect(),
            None => form.chars().take(STEM).collect(),
        })
    }

    fn join(&mut self, names: &BTreeSet<String>) {
        let mut all: BTreeSet<String> = names.clone();
        for name in names {
            all.extend(self.joined.get(name).into_iter().flatten().cloned());
        }
        let all: BTreeSet<String> = all.into_iter().take(MOST_NAMES).collect();
        for name in &all {
            self.joined.insert(name.clone(), all.clone());
        }
    }

    /// The conflict of all tellings of a claim.
    fn theatre(&self, claim: &MergedClaim) -> Theatre {
        let mut theatre = Theatre::default();
        for told in &claim.places {
            let own = self.theatre_of(told);
            if own.names.is_empty() {
                // One place that doesn't say leaves it open which conflict the claim is about.
                return Theatre::default();
            }
            theatre.names.extend(own.names);
            theatre.beside.extend(own.beside);
        }
        theatre
    }

    /// The conflict of one telling.
    pub(super) fn theatre_of(&self, told: &Telling) -> Theatre {
        let mut theatre = Theatre::default();
        for name in self.of_telling(told) {
            let joined = self.joined.get(&name);
            theatre.names.extend(joined.into_iter().flatten().cloned());
            theatre.names.insert(name);
        }
        let sentence = told.sentence.span.of(self.text);
        let mut tokens = Vec::new();
        tokens_into(Lexicon::english(), sentence, 0, &mut tokens);
        let beside = tokens.iter().filter_map(|token| self.name(token, sentence));
        theatre.beside.extend(beside);
        theatre
    }

    /// Evidence, then sentence, then the paragraph before it: the first that names a conflict; else the only one of the article.
    fn of_telling(&self, told: &Telling) -> BTreeSet<String> {
        let sentence = told.sentence.span;
        let before = self.text.get(..sentence.start()).unwrap_or_default();
        let paragraph = before.rfind('\n').map_or(0, |at| at + 1);
        let ranges = [
            told.evidence.start()..told.evidence.end(),
            sentence.start()..sentence.end(),
            paragraph..sentence.start(),
        ];
        for range in ranges {
            let from = self.named.partition_point(|named| named.at < range.start);
            let to = self.named.partition_point(|named| named.at < range.end);
            let inside = self.named.get(from..to).unwrap_or_default();
            if !inside.is_empty() {
                return inside
                    .iter()
                    .flat_map(|named| named.names.iter().cloned())
                    .take(MOST_NAMES)
                    .collect();
            }
        }
        self.only.clone()
    }
}

fn is_conflict(token: &Token, names: &Names, line: &str) -> bool {
    if token.kind != TokenKind::Word {
        return false;
    }
    let lexicon = Lexicon::english();
    let noun = lexicon.word(token.word).noun;
    if noun.is_known() {
        names.is_conflict_word(lexicon.text(noun))
    } else {
        names.is_conflict_word(&fold(token.span.of(line)))
    }
}

/// Whether a word can only be a verb: what follows it stands in another clause.
fn is_verb(readings: Readings) -> bool {
    readings.any(Readings::VERB.with(Readings::AUXILIARY)) && !readings.any(NOMINAL)
}

const NOMINAL: Readings = Readings::ANY_NOUN.with(Readings::ADJECTIVE);

/// "The October war", "Friday's attack".
fn is_of_calendar(form: &str) -> bool {
    is_month(form) || is_weekday(form)
}

#[cfg(test)]
mod tests {
    use crate::pack::Pack;

    use super::*;

    fn named(text: &str) -> Vec<Vec<String>> {
        let names = Names::of(&Pack::builtin());
        let conflicts = Conflicts::read(text, &names);
        let named = conflicts.named.into_iter();
        named
            .map(|named| named.names.into_iter().collect())
            .collect()
    }

    #[test]
    fn a_conflict_is_named_before_its_word_or_after_a_preposition() {
        assert_eq!(named("The Gaza war goes on."), [["gaza"]]);
        assert_eq!(named("It condemned the fighting in Sudan."), [["sudan"]]);
        assert_eq!(
            named("The military operation against Ukraine and the war in Gaza."),
            [["ukrai"], ["gaza"]]
        );
        assert_eq!(
            named("A truce between Orlan and Sarva was signed."),
            [["orlan", "sarva"]]
        );
    }

    #[test]
    fn who_fights_or_proposes_is_no_theatre() {
        assert_eq!(named("The Russian operation ended."), [[""; 0]; 0]);
        assert_eq!(named("Egypt's truce plan was read."), [[""; 0]; 0]);
        assert_eq!(named("The UN ceasefire resolution passed."), [[""; 0]; 0]);
        assert_eq!(named("The war ended on Monday."), [[""; 0]; 0]);
        assert_eq!(named("The war that Orlan began."), [[""; 0]; 0]);
    }
}
