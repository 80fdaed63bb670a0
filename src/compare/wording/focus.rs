//! What a negation denies.
//!
//! One thing, and the rest of the sentence stays true: of "the company did *not* say why" the saying is denied and the company is there. In a verb
//! group it is the verb, or after a form of *be* what is said of the subject; in a noun phrase ("*no* evidence", "*nobody*") its noun, with the verb of
//! its clause and those that hang on the noun; where another is put against it ("not by the army but by rebels"), that; elsewhere the next word.

use crate::clause::{Clause, ClauseKind, Phrase, PhraseId, PhraseKind, Tag, View};

use super::deed::SAYING;
use super::polarity::{is_rank, next_telling, phrase_at};
use super::quantifier;
use super::words::{Item, Kind, form_at, telling_at};

/// Verbs that say little without what is done, which they are denied with: "did not reach an agreement", "no talks were held".
const LIGHT: [&str; 23] = [
    "gain", "secure", "obtain", "achieve", "wear", "reach", "make", "have", "give", "take", "find",
    "show", "see", "get", "offer", "provide", "produce", "hold", "impose", "conduct", "issue",
    "hand", "pay",
];

/// Light verbs of what is there anyhow if it is a known one: "did not take *the* loaves out".
const OF_PRESENT: [&str; 5] = ["take", "find", "show", "see", "get"];

/// Verbs that say that something is: "talks did not take place".
const BEING: [&str; 5] = ["happen", "occur", "exist", "take place", "go ahead"];

/// Prepositions of which there is another for where the one is denied.
const SIDES: [&str; 2] = ["inside", "outside"];

/// Words after *not* among which is what there is none of.
const NONE_OF: usize = 4;

/// What the negation at an item denies.
pub(super) fn focus(items: &[Item], at: usize, view: &View) -> Vec<usize> {
    let Some((id, phrase)) = items.get(at).and_then(|item| phrase_at(view, item.token)) else {
        return Vec::new();
    };
    let counted = || counted(items, at, view).filter(|_| phrase.kind != PhraseKind::Verb);
    // "Was not built by the army but by rebels": not by these.
    let contrasted = || contrasted(items, at, view).map(|other| vec![other]);
    let of_nobody = || of_nobody(items, at, view);
    if let Some(found) = counted().or_else(contrasted).or_else(of_nobody) {
        return found;
    }
    // "Was found not guilty": what comes after the verb.
    let is_after = items.get(at).is_some_and(|item| item.token > phrase.head);
    let found = match phrase.kind {
        PhraseKind::Noun => of_noun(items, id, phrase, view),
        PhraseKind::Verb if !is_after => of_verb(items, phrase, view),
        _ => Vec::new(),
    };
    if !found.is_empty() {
        found
    } else if is_somebody(items, at) {
        of_somebody(items, at, view).into_iter().collect()
    } else {
        of_next(items, at, view)
    }
}

/// "Not a single member voted", "not one of them": the noun is denied, as by *no*.
fn counted(items: &[Item], at: usize, view: &View) -> Option<Vec<usize>> {
    let is_one = matches!(form_at(items, at + 1), "a" | "an" | "one" | "single");
    if form_at(items, at) != "not" || !is_one {
        return None;
    }
    let window = items.get(at + 1..)?.iter().take(NONE_OF);
    let nouns = window.filter(|item| item.kind == Kind::Content && item.form != "single");
    let mut nouns = nouns.filter_map(|item| phrase_at(view, item.token));
    let (id, noun) = nouns.find(|(_, phrase)| phrase.kind == PhraseKind::Noun)?;
    Some(of_noun(items, id, noun, view)).filter(|found| !found.is_empty())
}

fn is_somebody(items: &[Item], at: usize) -> bool {
    ["nobody", "nothing", "none"].contains(&form_at(items, at)) || form_at(items, at + 1) == "one"
}

/// "Nobody *claimed* the prize", however the rest is read; "*speaks* for nobody but himself".
fn of_nobody(items: &[Item], at: usize, view: &View) -> Option<Vec<usize>> {
    if !is_somebody(items, at) || form_at(items, at) == "nothing" {
        return None;
    }
    let verb = at + 1 + usize::from(form_at(items, at) == "no");
    if is_finite(items, verb, view) {
        return Some(vec![verb]);
    }
    let clause = items.get(at).and_then(|item| view.clause_at(item.token));
    let verb = clause.filter(|_| quantifier::is_of_self(items, at))?;
    Some(of_verb(items, view.verb_group(verb)?, view))
}

/// What is denied of somebody by a pronoun that is neither subject nor object of its clause.
fn of_somebody(items: &[Item], at: usize, view: &View) -> Option<usize> {
    let next = next_telling(items, at + 1, view);
    let between = next.and_then(|next| items.get(at + 1..next));
    // "Nobody is with the hiker": the hiker is there.
    if between.is_some_and(|between| between.iter().any(|item| item.form == "with")) {
        return None;
    }
    // "None of the windows was intact".
    let said = copular(items, at, view).filter(|_| form_at(items, at) == "none");
    // "Nobody is in the room": where somebody would be; "none of them hurt".
    let from = at.saturating_sub(2);
    let is_said = |next: usize| is_copula(items, from, next) || is_state(items, next, view);
    said.or_else(|| next.filter(|&next| is_said(next)))
}

/// The next word, and what it is denied with.
fn of_next(items: &[Item], at: usize, view: &View) -> Vec<usize> {
    let next = next_telling(items, at + 1, view);
    // "There is not a single boat".
    let is_single = next.is_some_and(|next| form_at(items, next) == "single");
    let next = next.map(|next| ordinal_of(items, at, next).unwrap_or(next));
    let mut found: Vec<usize> = next.filter(|_| !is_single).into_iter().collect();
    // "Is not inside the station": where, not the station.
    let side = at + 1;
    found.extend(Some(side).filter(|&side| SIDES.contains(&form_at(items, side))));
    // "Without reaching a deal": nor the deal.
    let verb = next
        .and_then(|next| phrase_at(view, items.get(next)?.token))
        .filter(|(_, verb)| form_at(items, at) == "without" && verb.kind == PhraseKind::Verb);
    let verb = verb.map(|(_, verb)| of_verb(items, verb, view));
    found.extend(verb.into_iter().flatten());
    found.sort_unstable();
    found.dedup();
    if let Some(next) = next.filter(|_| is_single) {
        found.extend(next_telling(items, next + 1, view));
    }
    found
}

/// What stands after the first of two equal prepositions in "not *by* the army but *by* rebels".
fn contrasted(items: &[Item], at: usize, view: &View) -> Option<usize> {
    const REACH: usize = 12;
    const PREPOSITIONS: [&str; 8] = ["by", "in", "at", "from", "to", "for", "on", "because"];
    let form = |at: usize| form_at(items, at);
    if !["not", "n't", "never"].contains(&form(at)) {
        return None;
    }
    let but = (at + 2..at + REACH).find(|&at| form(at) == "but")?;
    let preposition = form(but + 1);
    let first = (at + 1..but).find(|&at| form(at) == preposition)?;
    let head = items
        .get(first + 1)
        .and_then(|next| phrase_at(view, next.token));
    let head = head.and_then(|(_, phrase)| telling_at(items, phrase.head));
    head.or_else(|| next_telling(items, first + 1, view))
        .filter(|&other| other < but && PREPOSITIONS.contains(&preposition))
}

/// Whether a word is a verb in a form of the past.
fn is_finite(items: &[Item], at: usize, view: &View) -> bool {
    let tag = items.get(at).and_then(|item| view.tags.get(item.token));
    matches!(tag, Some(Tag::Past | Tag::Participle))
}

/// The rank in "is not Anna Holm's *first* novel": it is another one of hers.
fn ordinal_of(items: &[Item], at: usize, next: usize) -> Option<usize> {
    const REACH: usize = 4;
    let is_copular = at.checked_sub(1).and_then(|before| items.get(before));
    is_copular.filter(|before| before.lemma == "be")?;
    let mut owner = items.iter().enumerate().skip(next).take(REACH);
    let (owned, _) = owner.find(|(_, item)| item.form == "'s")?;
    let is_first =
        |item: &Item| is_rank(item) || ["first", "last", "only"].contains(&item.form.as_str());
    Some(owned + 1).filter(|&rank| items.get(rank).is_some_and(is_first))
}

/// What a form of *be* says of the subject that an item is in.
fn copular(items: &[Item], at: usize, view: &View) -> Option<usize> {
    let clause = view.clause_at(items.get(at)?.token)?;
    let verb = view
        .verb_group(clause)
        .filter(|verb| verb.verb.only_auxiliary)?;
    let after = items.iter().position(|item| item.token > verb.head)?;
    next_telling(items, after, view)
}

/// Whether a word tells a state without a verb: "none of them hurt".
fn is_state(items: &[Item], at: usize, view: &View) -> bool {
    let tag = items.get(at).and_then(|item| view.tags.get(item.token));
    matches!(tag, Some(Tag::Adjective | Tag::Participle | Tag::Past))
}

/// Whether a form of *be* stands between two items.
fn is_copula(items: &[Item], from: usize, to: usize) -> bool {
    let between = items.get(from..to).unwrap_or_default();
    between.iter().any(|item| item.lemma == "be")
}

/// Of a denied noun phrase its noun, the verb of its clause, and the verbs that hang on it: "there is *no man playing*".
fn of_noun(items: &[Item], id: PhraseId, phrase: &Phrase, view: &View) -> Vec<usize> {
    let mut found: Vec<usize> = telling_at(items, phrase.head).into_iter().collect();
    let own = view.clause(phrase.clause).filter(|clause| {
        let roles = [clause.subject, clause.object, clause.predicate];
        roles.contains(&Some(id))
    });
    let own = own.and_then(|clause| clause.verb);
    // "No agreement in *fishing* rights talks" denies no fishing.
    let is_behind = |clause: &Clause| {
        let verb = clause.verb.and_then(|verb| view.phrase(verb));
        let before = verb.and_then(|verb| view.tags.get(verb.start.checked_sub(1)?));
        before == Some(&Tag::Preposition)
    };
    let hanging = view.clauses.iter().filter(|clause| {
        let is_beside =
            clause.kind == ClauseKind::Participle && clause.parent == Some(phrase.clause);
        (clause.governor == Some(id) || is_beside) && !is_behind(clause)
    });
    let verbs = own
        .into_iter()
        .chain(hanging.filter_map(|clause| clause.verb));
    // "The minister said no one had died": it was said.
    let is_said = |at: &usize| {
        let lemma = items.get(*at).map_or("", |item| item.lemma.as_ref());
        SAYING.contains(&lemma)
    };
    // "Has no majority": it may have other things; "has nothing" denies the having.
    let has_noun = !found.is_empty();
    let is_had = |at: &usize| items.get(*at).is_some_and(|item| item.lemma == "have");
    for verb in verbs.filter_map(|verb| view.phrase(verb)) {
        let verb = of_verb(items, verb, view).into_iter();
        found.extend(verb.filter(|at| !(is_said(at) || has_noun && is_had(at))));
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// A denied verb, with what it is said of if it says little itself.
pub(super) fn of_verb(items: &[Item], phrase: &Phrase, view: &View) -> Vec<usize> {
    let Some(verb) = telling_at(items, phrase.head) else {
        return Vec::new();
    };
    let lemma = |at: usize| items.get(at).map_or("", |item| item.lemma.as_ref());
    let both = format!("{} {}", lemma(verb), lemma(verb + 1));
    let noun = if BEING.contains(&lemma(verb)) || BEING.contains(&both.as_str()) {
        view.subject(phrase.clause)
    } else if LIGHT.contains(&lemma(verb)) {
        view.patient(phrase.clause)
    } else {
        None
    };
    let noun = noun.and_then(|noun| view.phrase(noun));
    let is_there = |noun: &&Phrase| {
        let first = view.tags.get(noun.start);
        let is_known = first == Some(&Tag::Possessive) || view.marker_text(noun.start) == "the";
        is_known && OF_PRESENT.contains(&lemma(verb))
    };
    let noun = noun.filter(|noun| !is_there(noun));
    let noun = noun.and_then(|noun| telling_at(items, noun.head));
    [Some(verb), noun].into_iter().flatten().collect()
}
