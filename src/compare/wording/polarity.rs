//! Which words of a sentence are denied.
//!
//! A negation denies one thing, its focus, and the rest of the sentence stays true: of "the company did *not* say why" the saying is denied and the
//! company is there. In a verb group the focus is the verb, or after a form of *be* what is said of the subject; in a noun phrase
//! ("*no* evidence", "*nobody*") its noun, with the verb of its clause and those that hang on the noun; elsewhere the next word.
//! A verb of refusing denies the verb that completes it: "*refused* to sign". Two denials of one word cancel.

use crate::clause::{ClauseKind, Phrase, PhraseId, PhraseKind, View};

use super::words::{Item, Kind};

/// Lemmas that deny the verb which completes them.
const DENIERS: [&str; 17] = [
    "refuse", "fail", "decline", "deny", "avoid", "prevent", "forbid", "ban", "prohibit", "stop",
    "reject", "rule out", "cease", "hesitate", "unable", "neglect", "omit",
];
/// Words that make a statement nearly its opposite.
const NEARLY: [&str; 5] = ["hardly", "barely", "scarcely", "seldom", "rarely"];
/// After *not* and *no* they take the negation back.
const NO_DENIAL: [&str; 7] = [
    "only", "just", "merely", "doubt", "least", "matter", "longer",
];
/// Who does this against something does it so that it won't be.
const TAKES_SIDES: [&str; 10] = [
    "vote",
    "decide",
    "argue",
    "speak",
    "rule",
    "advise",
    "campaign",
    "protest",
    "demonstrate",
    "warn",
];

/// Verbs that say little without their object: what they are denied, it is denied too ("did not reach an agreement").
const LIGHT: [&str; 12] = [
    "reach", "make", "have", "give", "take", "find", "show", "see", "get", "offer", "provide",
    "produce",
];

/// Marks the items that are denied an odd number of times.
pub(super) fn mark(items: &mut [Item], view: &View) {
    let mut denied: Vec<usize> = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let next = items.get(at + 1).map_or("", |item| item.form.as_str());
        let is_word = item.kind == Kind::Negation || NEARLY.contains(&item.form.as_str());
        if is_word && next == "longer" {
            // "no longer": what follows was so, and is not any more.
            denied.extend(next_telling(items, at + 2, view));
        } else if is_word && !NO_DENIAL.contains(&next) {
            denied.extend(focus(items, at, view));
        } else if item.form == "against" && takes_sides(items, at, view) {
            denied.extend(next_telling(items, at + 1, view));
        }
    }
    turn(items, &denied);
    // Who does not refuse denies nothing.
    let deniers = items.iter().filter(|item| !item.negated);
    let deniers = deniers.filter(|item| DENIERS.contains(&item.lemma.as_ref()));
    let denied: Vec<usize> = deniers
        .flat_map(|item| completing(items, item.token, view))
        .collect();
    turn(items, &denied);
}

fn turn(items: &mut [Item], denied: &[usize]) {
    for &at in denied {
        if let Some(item) = items.get_mut(at) {
            item.negated = !item.negated;
        }
    }
}

/// What the negation at an item denies.
fn focus(items: &[Item], at: usize, view: &View) -> Vec<usize> {
    let Some((id, phrase)) = items.get(at).and_then(|item| phrase_at(view, item.token)) else {
        return Vec::new();
    };
    let mut found = match phrase.kind {
        PhraseKind::Noun => of_noun(items, id, phrase, view),
        PhraseKind::Verb => of_verb(items, phrase, view),
        _ => Vec::new(),
    };
    let is_somebody = |item: &Item| ["nobody", "nothing", "none"].contains(&item.form.as_str());
    if found.is_empty() && !items.get(at).is_some_and(is_somebody) {
        found.extend(next_telling(items, at + 1, view));
    }
    found
}

/// Of a denied noun phrase its noun, the verb of its clause, and the verbs that hang on it: "there is *no man playing*".
fn of_noun(items: &[Item], id: PhraseId, phrase: &Phrase, view: &View) -> Vec<usize> {
    let mut found: Vec<usize> = telling(items, phrase.head).into_iter().collect();
    let own = view.clause(phrase.clause).filter(|clause| {
        let roles = [clause.subject, clause.object, clause.predicate];
        roles.contains(&Some(id))
    });
    let own = own.and_then(|clause| clause.verb);
    let hanging = view.clauses.iter().filter(|clause| {
        clause.governor == Some(id)
            || (clause.kind == ClauseKind::Participle && clause.parent == Some(phrase.clause))
    });
    let verbs = own
        .into_iter()
        .chain(hanging.filter_map(|clause| clause.verb));
    for verb in verbs.filter_map(|verb| view.phrase(verb)) {
        found.extend(telling(items, verb.head));
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// A denied verb, with its object if it is a light one.
fn of_verb(items: &[Item], phrase: &Phrase, view: &View) -> Vec<usize> {
    let Some(verb) = telling(items, phrase.head) else {
        return Vec::new();
    };
    let is_light = items
        .get(verb)
        .is_some_and(|item| LIGHT.contains(&item.lemma.as_ref()));
    let clause = view.clause(phrase.clause).filter(|_| is_light);
    let object = clause.and_then(|clause| view.phrase(clause.object?));
    let object = object.and_then(|object| telling(items, object.head));
    [Some(verb), object].into_iter().flatten().collect()
}

/// The verbs of the clauses that complete the word at a token.
fn completing(items: &[Item], token: usize, view: &View) -> Vec<usize> {
    let Some((id, phrase)) = phrase_at(view, token) else {
        return Vec::new();
    };
    let completes = view.clauses.iter().find(|clause| {
        let kind = matches!(
            clause.kind,
            ClauseKind::Infinitive | ClauseKind::Gerund | ClauseKind::Complement
        );
        let hangs = clause.governor == Some(id)
            || (clause.parent == Some(phrase.clause) && clause.start > id);
        kind && hangs
    });
    let verb = completes
        .and_then(|clause| clause.verb)
        .and_then(|verb| view.phrase(verb));
    verb.and_then(|verb| telling(items, verb.head))
        .into_iter()
        .collect()
}

fn takes_sides(items: &[Item], at: usize, view: &View) -> bool {
    let Some(item) = items.get(at) else {
        return false;
    };
    let clause = view.clause_at(item.token);
    let before = items.get(at.saturating_sub(6)..at).unwrap_or_default();
    before.iter().any(|word| {
        TAKES_SIDES.contains(&word.lemma.as_ref()) && view.clause_at(word.token) == clause
    })
}

fn phrase_at(view: &View, token: usize) -> Option<(PhraseId, &Phrase)> {
    let id = view.phrase_at(token)?;
    Some((id, view.phrase(id)?))
}

/// The item at a token, if it says something.
fn telling(items: &[Item], token: usize) -> Option<usize> {
    let at = items.binary_search_by_key(&token, |item| item.token).ok()?;
    items.get(at).filter(|item| item.is_telling()).map(|_| at)
}

/// The next word that says something and is no number; not over the end of a clause of its own.
fn next_telling(items: &[Item], from: usize, view: &View) -> Option<usize> {
    const REACH: usize = 5;
    let clause = |at: usize| items.get(at).and_then(|item| view.clause_at(item.token));
    (from..from.saturating_add(REACH).min(items.len())).find(|&at| {
        let is_word = items
            .get(at)
            .is_some_and(|item| matches!(item.kind, Kind::Content | Kind::Name));
        is_word && (at == from || clause(at) >= clause(from))
    })
}

#[cfg(test)]
mod tests {
    use crate::compare::wording::Worded;

    fn denied(text: &str) -> Vec<String> {
        let worded = Worded::read(text);
        let denied = worded.items.iter().filter(|item| item.negated);
        denied.map(|item| item.lemma.clone().into_owned()).collect()
    }

    #[test]
    fn a_negation_denies_its_focus() {
        assert_eq!(denied("The council did not approve the plan."), ["approve"]);
        assert_eq!(denied("The bridge isn't safe."), ["safe"]);
        assert_eq!(denied("There is no man playing a guitar."), ["man", "play"]);
        assert_eq!(denied("Nobody attended the hearing."), ["attend"]);
        assert_eq!(denied("They left without a deal."), ["deal"]);
        assert_eq!(denied("The council approved the plan."), [""; 0]);
    }

    #[test]
    fn refusing_denies_what_completes_it_and_two_denials_cancel() {
        assert_eq!(denied("The council refused to sign the deal."), ["sign"]);
        assert_eq!(
            denied("The council did not refuse to sign the deal."),
            ["refuse"]
        );
        assert_eq!(
            denied("Parliament voted 90 to 80 against lifting the ban."),
            ["lift"]
        );
        assert_eq!(denied("It was not only the mayor who came."), [""; 0]);
    }
}
