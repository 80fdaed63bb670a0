//! What is said of one word of a sentence: of a deed where and when it was done ("born *in Belmar*", "founded *in 1921*"), of a thing what it is
//! like ("a *fat* man").
//!
//! Where both sentences have the word, and beside it what the other excludes *there*, they tell it otherwise, even if that is met elsewhere: "born in
//! Malta, moved to Canada", "born in Canada"; "a fat man beside a thin woman", "a thin man".

use crate::clause::{ClauseId, PhraseKind, Tag, View};

use super::Worded;
use super::apart;
use super::pairing::Pairing;
use super::polarity::lasts_until;
use super::table::{Bond, bond};
use super::words::{Item, Kind, item_at, telling_at};

/// Slots of a sentence that are looked at.
const MOST_SLOTS: usize = 24;
/// Prepositions whose noun is one at a time for one deed: a thing is born, held, opened *in* one place and year.
const PREPOSITIONS: [&str; 5] = ["in", "at", "from", "to", "on"];

/// What is said of a word; places in the items of its sentence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Slot {
    /// A verb or a noun.
    of: usize,
    /// Of a verb the preposition, as a place in `PREPOSITIONS`.
    preposition: Option<usize>,
    /// The noun after the preposition, or the adjective.
    filler: usize,
}

impl Slot {
    /// Whether it tells what a thing is like.
    pub(super) fn is_of(&self, thing: usize) -> bool {
        self.of == thing && self.preposition.is_none()
    }

    pub(super) fn of(&self) -> usize {
        self.of
    }

    pub(super) fn filler(&self) -> usize {
        self.filler
    }
}

/// The slots of a sentence, as many as are looked at.
pub(super) fn slots(items: &[Item], view: &View) -> Vec<Slot> {
    let mut slots = of_deeds(items, view);
    slots.extend(of_things(items, view));
    slots.truncate(MOST_SLOTS);
    slots
}

/// Names and years after the prepositions of a clause.
fn of_deeds(items: &[Item], view: &View) -> Vec<Slot> {
    let is_one = |noun: &usize| {
        items.get(*noun).is_some_and(|item| match item.kind {
            Kind::Name => true,
            Kind::Number(value) => value.is_year(),
            _ => false,
        })
    };
    let mut slots = Vec::new();
    for (index, clause) in view.clauses.iter().enumerate().take(MOST_SLOTS) {
        let verb = clause.verb.and_then(|verb| view.phrase(verb));
        // "Was born in Belmar": of the birth, not of the being.
        let said = clause.predicate.and_then(|said| view.phrase(said));
        let said = said.and_then(|said| telling_at(items, said.head));
        let said = said.filter(|&at| is_quality(items, at, view));
        let verb = verb.and_then(|verb| item_at(items, verb.head));
        let Some(of) = verb.map(|verb| said.unwrap_or(verb)) else {
            continue;
        };
        let phrases = view.clause_prepositional(ClauseId::new(index), |_| true);
        for phrase in phrases.filter_map(|phrase| view.phrase(phrase)) {
            let text = phrase
                .preposition
                .map_or("", |token| view.marker_text(token));
            let is_then = text == "until" && (0..of).any(|at| denies_until(items, at));
            let text = if is_then { "in" } else { text };
            let preposition = PREPOSITIONS.iter().position(|word| *word == text);
            let filler = item_at(items, phrase.head).filter(is_one);
            // What hangs on the subject says where that is.
            if let Some(filler) = filler.filter(|&filler| filler > of && preposition.is_some()) {
                slots.push(Slot {
                    of,
                    preposition,
                    filler,
                });
            }
        }
    }
    slots
}

fn is_quality(items: &[Item], at: usize, view: &View) -> bool {
    let tag = items.get(at).and_then(|item| view.tags.get(item.token));
    matches!(tag, Some(Tag::Adjective | Tag::Participle | Tag::Past))
}

/// "Was *not* signed until 2004".
fn denies_until(items: &[Item], at: usize) -> bool {
    let is_negation = items
        .get(at)
        .is_some_and(|item| item.kind == Kind::Negation);
    is_negation && lasts_until(items, at)
}

/// The noun that an adjective stands before.
pub(super) fn thing(worded: &Worded, adjective: usize) -> Option<usize> {
    let mut slots = worded.slots.iter();
    let slot = slots.find(|slot| slot.filler == adjective && slot.preposition.is_none())?;
    Some(slot.of)
}

/// Adjectives before their nouns.
fn of_things(items: &[Item], view: &View) -> Vec<Slot> {
    let nouns = view
        .phrases
        .iter()
        .filter(|phrase| phrase.kind == PhraseKind::Noun);
    let mut slots = Vec::new();
    for phrase in nouns.take(MOST_SLOTS) {
        let Some(of) = item_at(items, phrase.head) else {
            continue;
        };
        for token in phrase.start..phrase.head {
            let filler =
                item_at(items, token).filter(|_| view.tags.get(token) == Some(&Tag::Adjective));
            slots.extend(filler.map(|filler| Slot {
                of,
                preposition: None,
                filler,
            }));
        }
    }
    slots
}

/// Whether a word that both have, and neither denies, has something beside it that excludes what the other has there.
pub(super) fn differ(left: &Worded, right: &Worded, pairing: &Pairing) -> bool {
    let is_told = |worded: &Worded, slot: &Slot| {
        let denials = worded.items.get(slot.of).map(|item| item.denials);
        denials == Some(0)
    };
    let is_pair = |l: &Slot, r: &Slot| l.preposition == r.preposition && pairing.has(l.of, r.of);
    left.slots.iter().filter(|l| is_told(left, l)).any(|l| {
        let rights = right.slots.iter();
        let mut rights = rights.filter(|r| is_told(right, r) && is_pair(l, r));
        rights.any(|r| {
            let both = left.items.get(l.filler).zip(right.items.get(r.filler));
            let is_apart = |one: &Item, other: &Item| {
                apart::are_told_apart(left, right, &(one.clause, other.clause))
            };
            both.is_some_and(|(one, other)| excludes(one, other) && !is_apart(one, other))
                && !is_met(left, l, right)
                && !is_met(right, r, left)
        })
    })
}

/// Whether two fillers can't both be true of one thing: two names, two years, opposites.
fn excludes(one: &Item, other: &Item) -> bool {
    match (one.kind, other.kind) {
        (Kind::Name, Kind::Name) | (Kind::Number(_), Kind::Number(_)) => one.lemma != other.lemma,
        _ => matches!(bond(one, other), Some(Bond::Opposite | Bond::Exclusive)),
    }
}

/// Whether what fills a slot is said of such a word in the other sentence too, of this or of another: "a tall man and a short man".
fn is_met(one: &Worded, slot: &Slot, other: &Worded) -> bool {
    let lemma = |worded: &Worded, at: usize| worded.items.get(at).map(|item| item.lemma.clone());
    let (of, filler) = (lemma(one, slot.of), lemma(one, slot.filler));
    let is_filler = |at: usize| other.slots.iter().any(|slot| slot.filler == at);
    // "Lower in the second quarter than in the *first*": the noun is left out.
    let is_bare = |at: &usize| lemma(other, *at) == filler && !is_filler(*at);
    let is_bare = slot.preposition.is_none() && (0..other.items.len()).any(|at| is_bare(&at));
    let mut slots = other.slots.iter();
    is_bare || slots.any(|met| lemma(other, met.of) == of && lemma(other, met.filler) == filler)
}

#[cfg(test)]
mod tests {
    use crate::compare::wording::is_opposed;

    #[test]
    fn a_thing_is_of_one_kind() {
        let men = "A fat man is sitting beside a thin woman.";
        assert!(is_opposed(men, "A thin man is sitting beside a woman."));
        assert!(!is_opposed(men, "A fat man is sitting beside a woman."));
        let both = "A tall man and a short man are dancing.";
        assert!(!is_opposed(both, "A short man and a tall man are dancing."));
    }

    #[test]
    fn a_deed_has_one_place_and_year() {
        let born =
            "The actress was born in Malta, but her parents moved to Canada when she was two.";
        assert!(is_opposed(born, "The actress was born in Canada."));
        assert!(!is_opposed(born, "The actress was born in Malta."));
        let bank = "The bank opened in 1921 and closed in 1998.";
        assert!(is_opposed(bank, "The bank opened in 1998."));
        assert!(!is_opposed(bank, "The bank closed in 1998."));
    }
}
