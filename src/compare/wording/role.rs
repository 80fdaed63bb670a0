//! Who does it to whom: whether two sentences tell the same deed with the roles swapped.

use std::borrow::Cow;

use crate::clause::{ClauseId, PhraseId, View};

use super::words::Item;

/// Deeds of a sentence that are looked at.
const MOST_DEEDS: usize = 16;

/// Verbs whose two sides can change places: if one meets the other, the other meets the one.
const EVEN: [&str; 18] = [
    "meet",
    "marry",
    "join",
    "resemble",
    "fight",
    "face",
    "discuss",
    "accompany",
    "be",
    "become",
    "date",
    "match",
    "equal",
    "kiss",
    "hug",
    "border",
    "neighbour",
    "divorce",
];

/// Verbs of saying.
const SAYING: [&str; 12] = [
    "say", "tell", "announce", "report", "add", "state", "declare", "note", "claim", "confirm",
    "believe", "expect",
];

/// A verb with who does it and to whom, by lemma.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Deed {
    verb: Cow<'static, str>,
    agent: Cow<'static, str>,
    patient: Cow<'static, str>,
}

/// The deeds of a sentence whose two sides are named, and its nouns after *from* and *to* as a deed of their own.
pub(super) fn deeds(items: &[Item], view: &View) -> Vec<Deed> {
    // Items are in the order of their tokens.
    let at = |token: usize| {
        let found = items.binary_search_by_key(&token, |item| item.token).ok();
        found
            .and_then(|at| items.get(at))
            .filter(|item| item.is_telling())
    };
    let head =
        |phrase: Option<PhraseId>| at(view.phrase(phrase?)?.head).map(|item| item.lemma.clone());
    let mut deeds = Vec::new();
    for (index, clause) in view.clauses.iter().enumerate() {
        let id = ClauseId::new(index);
        let verb = head(clause.verb);
        if let (Some(verb), Some(agent), Some(patient)) =
            (verb, head(view.agent(id)), head(view.patient(id)))
            && !EVEN.contains(&verb.as_ref())
        {
            deeds.push(Deed {
                verb,
                agent,
                patient,
            });
        }
        if deeds.len() >= MOST_DEEDS {
            break;
        }
    }
    let after = |preposition: &str| {
        let governed = view.phrases.iter().find(|phrase| {
            phrase
                .preposition
                .is_some_and(|token| view.marker_text(token) == preposition)
        });
        governed
            .and_then(|phrase| at(phrase.head))
            .map(|item| item.lemma.clone())
    };
    if let (Some(agent), Some(patient)) = (after("from"), after("to")) {
        deeds.push(Deed {
            verb: Cow::Borrowed("from to"),
            agent,
            patient,
        });
    }
    deeds
}

/// Marks the verbs that tell what is done, but those of saying: who reports a thing is no part of it.
pub(super) fn mark(items: &mut [Item], view: &View) {
    for clause in &view.clauses {
        let Some(verb) = clause.verb.and_then(|verb| view.phrase(verb)) else {
            continue;
        };
        let Ok(at) = items.binary_search_by_key(&verb.head, |item| item.token) else {
            continue;
        };
        if let Some(item) = items.get_mut(at)
            && item.is_telling()
            && !SAYING.contains(&item.lemma.as_ref())
        {
            item.is_deed = true;
        }
    }
}

/// Whether a deed of one sentence is one of the other with the roles swapped.
pub(super) fn is_swapped(left: &[Deed], right: &[Deed]) -> bool {
    let swaps = |l: &Deed, r: &Deed| {
        l.verb == r.verb && l.agent != l.patient && l.agent == r.patient && l.patient == r.agent
    };
    left.iter()
        .any(|l| right.iter().any(|r| swaps(l, r)) && !right.contains(l))
}
