//! What becomes of a thing, as the main clauses tell it: "the bridge, *closed* since May, has *reopened*", "raise the *price*", "a cut in the *price*".
//!
//! Words are paired wherever they stand, so that "remains closed" is met by "closed since May". What the main clauses say of a thing is held against each other
//! on its own.

use crate::clause::{ClauseId, ClauseKind, PhraseId, PhraseKind, View};

use super::Worded;
use super::apart;
use super::contrary::is_measured;
use super::deed::Deed;
use super::pairing::Pairing;
use super::phrase::Phrase;
use super::quantifier::are_parts;
use super::role;
use super::table::{Bond, bond, is_same};
use super::time;
use super::words::{Item, telling_at};

/// States of a sentence that are looked at.
const MOST: usize = 16;

/// A thing with what becomes of it; places among the units of its sentence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct State {
    of: usize,
    word: usize,
    /// It is to come: "will reopen".
    is_to_come: Option<bool>,
}

/// The states that the main clauses of a sentence tell, and what is said.
pub(super) fn states(items: &[Item], phrases: &[Phrase], view: &View) -> Vec<State> {
    let head = |phrase: Option<PhraseId>| telling_at(items, view.phrase(phrase?)?.head);
    let mut states = Vec::new();
    for (at, clause) in view.clauses.iter().enumerate().take(MOST) {
        let id = ClauseId::new(at);
        if !matches!(clause.kind, ClauseKind::Main | ClauseKind::Complement) {
            continue;
        }
        let of = head(view.patient(id)).or_else(|| head(view.subject(id)));
        let words = [head(clause.verb), head(clause.predicate)];
        let is_to_come = view.verb_group(id).map(|verb| verb.verb.modal.is_some());
        for word in words.into_iter().flatten() {
            let state = |of| State {
                of,
                word,
                is_to_come,
            };
            states.extend(of.filter(|&of| of != word).map(state));
        }
    }
    // "A cut in the price".
    for phrase in view
        .phrases
        .iter()
        .filter(|phrase| phrase.kind == PhraseKind::Noun)
        .take(MOST)
    {
        let is_behind = ["in", "of"].iter().any(|word| view.is_behind(phrase, word));
        let noun = phrase
            .preposition
            .and_then(|at| at.checked_sub(1))
            .filter(|_| is_behind);
        let both = noun
            .and_then(|noun| telling_at(items, noun))
            .zip(telling_at(items, phrase.head));
        states.extend(both.map(|(word, of)| State {
            of,
            word,
            is_to_come: None,
        }));
    }
    let of_phrases = phrases.iter().enumerate().flat_map(|(at, phrase)| {
        let begins = |state: &&State| phrase.words.first() == Some(&state.word);
        let word = items.len() + at;
        states
            .iter()
            .filter(begins)
            .map(move |state| State { word, ..*state })
    });
    let of_phrases: Vec<State> = of_phrases.collect();
    states.extend(of_phrases);
    states.truncate(2 * MOST);
    states
}

/// Whether the two tell opposite things of one.
pub(super) fn differ(left: &Worded, right: &Worded, pairing: &Pairing) -> bool {
    let [lefts, rights] = &pairing.values;
    let is_pair = |l: &State, r: &State| {
        let mut pairs = pairing.pairs.iter();
        pairs.any(|pair| pair.left == l.of && pair.right == r.of && !pair.by_denial)
    };
    left.states.iter().any(|l| {
        // "Is closed", "will reopen".
        let is_at_once = |r: &State| {
            l.is_to_come.is_none() || r.is_to_come.is_none() || l.is_to_come == r.is_to_come
        };
        let mut others = right
            .states
            .iter()
            .filter(|r| is_pair(l, r) && is_at_once(r));
        others.any(|r| {
            let both = left.unit(l.word).zip(right.unit(r.word));
            both.is_some_and(|(one, other)| {
                let place = (one.clause, other.clause);
                excludes(one, other)
                    && !are_parts(one, other)
                    && !time::are_of_other_times(left, right, &place)
                    && !apart::are_told_apart(left, right, &place)
                    && !apart::are_counted_apart(left, right, pairing)
                    && !is_done_by_the_same(left, l.word, right)
                    && !is_done_by_the_same(right, r.word, left)
                    && !is_told(right, r.of, one)
                    && !is_told(left, l.of, other)
                    && !is_measured(left, l.word, lefts, right)
                    && !is_measured(right, r.word, rights, left)
            })
        })
    })
}

fn excludes(one: &Item, other: &Item) -> bool {
    let is_told =
        |item: &Item| item.denials == 0 && !item.negated && !item.denies && !item.excludes;
    is_told(one)
        && is_told(other)
        && bond(one, other) == Some(Bond::Opposite)
        && !role::are_ends(one, other)
}

/// "Chile *criticised* the deal", "Peru praised the deal, which Chile criticised": whether the other sentence tells the same deed of the same one.
fn is_done_by_the_same(own: &Worded, word: usize, other: &Worded) -> bool {
    let lemmas = |worded: &Worded, deed: &Deed| {
        let (verb, agent, _) = deed.named(worded)?;
        (verb.denials == 0).then(|| (verb.lemma.clone(), agent.lemma.clone()))
    };
    let verb = own.words(word).next();
    let deed = own.deeds.iter().find(|deed| Some(deed.verb) == verb);
    let done = deed.and_then(|deed| lemmas(own, deed));
    done.is_some_and(|done| {
        let mut deeds = other.deeds.iter();
        deeds.any(|deed| lemmas(other, deed).as_ref() == Some(&done))
    })
}

/// Whether the main clauses of a sentence tell a state, of this or of another thing.
fn is_told(worded: &Worded, of: usize, word: &Item) -> bool {
    let states = worded.states.iter().filter(|state| state.of == of);
    let mut words = states.filter_map(|state| worded.unit(state.word));
    words.any(|own| is_same(own, word))
}

#[cfg(test)]
mod tests {
    use crate::compare::wording::is_opposed;

    #[test]
    fn what_main_clauses_tell_is_held_against_each_other() {
        let bridge = "The bridge, closed since the flood, reopened on Monday.";
        assert!(is_opposed(bridge, "The bridge remains closed."));
        assert!(!is_opposed(bridge, "The bridge is open again."));
        assert!(!is_opposed(
            "The bridge, closed since the flood, will reopen on Monday.",
            "The bridge is closed."
        ));
        assert!(is_opposed(
            "The firm, which cut its costs last year, raised its price.",
            "The firm announced a cut in its price."
        ));
    }
}
