//! Which words of a sentence are denied.
//!
//! A negation denies one thing, its focus, and the rest of the sentence stays true: of "the company did *not* say why" the saying is denied and the
//! company is there. In a verb group the focus is the verb, or after a form of *be* what is said of the subject; in a noun phrase
//! ("*no* evidence", "*nobody*") its noun, with the verb of its clause and those that hang on the noun; elsewhere the next word.
//! A verb of refusing denies the verb that completes it: "*refused* to sign". Two denials of one word cancel.

use crate::clause::{ClauseId, ClauseKind, Phrase, PhraseId, PhraseKind, Tag, View};

use super::denier;
use super::quantifier;
use super::role::SAYING;
use super::words::{Item, Kind, telling_at};

/// Words that make a statement nearly its opposite.
const NEARLY: [&str; 5] = ["hardly", "barely", "scarcely", "seldom", "rarely"];
/// After *not* and *no* they take the negation back.
const NO_DENIAL: [&str; 8] = [
    "only", "just", "merely", "doubt", "least", "matter", "longer", "until",
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
/// That nobody and nothing is there.
pub(super) const EMPTY: [&str; 4] = ["empty", "deserted", "vacant", "unoccupied"];
/// Words before *few* that make it say that there are some.
const SOME: [&str; 9] = [
    "too", "a", "the", "these", "those", "next", "last", "past", "first",
];

/// A word that denies, and what it denies: places in the items of its sentence.
pub(super) type Denial = (usize, Vec<usize>);

/// Marks the items that are denied an odd number of times, those that deny, and for all how much is denied in their clause; tells the denials.
pub(super) fn mark(items: &mut [Item], view: &View) -> Vec<Denial> {
    let mut denials = by_words(items, view);
    turn(items, &denials);
    let by_meaning = denier::denials(items, view);
    turn(items, &by_meaning);
    for (by, denied) in &by_meaning {
        for &at in denied {
            if let Some(item) = items.get_mut(at) {
                item.denied_by = Some(*by);
            }
        }
    }
    denials.extend(by_meaning);
    let empty = items
        .iter()
        .filter(|item| EMPTY.contains(&item.form.as_str()));
    let first = denials
        .iter()
        .filter_map(|(_, denied)| items.get(*denied.first()?));
    let clauses: Vec<Option<ClauseId>> = first.chain(empty).map(|item| item.clause).collect();
    for item in items {
        item.denials = clauses
            .iter()
            .filter(|clause| **clause == item.clause)
            .count();
    }
    denials
}

/// What *not*, *no*, *hardly*, *against*, *too* … deny.
fn by_words(items: &[Item], view: &View) -> Vec<Denial> {
    let form = |at: Option<usize>| {
        at.and_then(|at| items.get(at))
            .map_or("", |item| item.form.as_str())
    };
    let mut denials = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let (before, next) = (form(at.checked_sub(1)), form(Some(at + 1)));
        let is_word = item.kind == Kind::Negation
            || NEARLY.contains(&item.form.as_str())
            || item.form == "non"
            || (item.form == "few" && !SOME.contains(&before));
        let denied = if is_word && next == "longer" {
            // "no longer": what follows was so, and is not any more.
            next_telling(items, at + 2, view).into_iter().collect()
        } else if let Some(all) = quantifier::not_all(items, at, view) {
            vec![all]
        } else if is_word && next == "against" {
            // "Is not against it".
            vec![at + 1]
        } else if is_word && (lasts_until(items, at) || outdoes(items, at)) {
            Vec::new()
        } else if is_word && !NO_DENIAL.contains(&next) && !quantifier::is_bound(items, at) {
            focus(items, at, view)
        } else {
            let denied = match item.form.as_str() {
                "against" | "from" if protects(items, at) => next_telling(items, at + 1, view),
                "against" if takes_sides(items, at, view) => {
                    // "Is against the law".
                    let law = |&at: &usize| {
                        items
                            .get(at)
                            .is_some_and(|item| ["law", "rule"].contains(&item.lemma.as_ref()))
                    };
                    next_telling(items, at + 1, view).filter(|at| !law(at))
                }
                "except" | "excluding" => next_telling(items, at + 1, view),
                "too" => too_much_for(items, at, view),
                _ if denier::sets_aside(items, at) => next_telling(items, at + 2, view),
                _ if is_rank(item) && items.get(at + 1).is_some_and(is_superlative) => {
                    next_telling(items, at + 1, view)
                }
                _ => None,
            };
            denied.into_iter().collect()
        };
        if !denied.is_empty() {
            denials.push((at, denied));
        }
    }
    denials
}

/// "Was not signed until 2004": it was then.
pub(super) fn lasts_until(items: &[Item], at: usize) -> bool {
    const REACH: usize = 6;
    let after = items.get(at + 1..).unwrap_or_default();
    let mut near = after.iter().take(REACH);
    near.any(|item| item.form == "until")
}

/// "Has *never* made a purchase as large as this": it has made others, and this one.
fn outdoes(items: &[Item], at: usize) -> bool {
    const REACH: usize = 8;
    let form = |at: usize| items.get(at).map_or("", |item| item.form.as_str());
    let is_as = |at: usize| form(at) == "as" && form(at + 2) == "as";
    form(at) == "never" && (at + 2..at + REACH).any(is_as)
}

fn turn(items: &mut [Item], denials: &[Denial]) {
    for (by, denied) in denials {
        if let Some(item) = items.get_mut(*by) {
            item.denies = !item.excludes;
        }
        for &at in denied {
            if let Some(item) = items.get_mut(at) {
                item.negated = !item.negated;
            }
        }
    }
}

/// What the negation at an item denies.
fn focus(items: &[Item], at: usize, view: &View) -> Vec<usize> {
    let Some((id, phrase)) = items.get(at).and_then(|item| phrase_at(view, item.token)) else {
        return Vec::new();
    };
    let form = |at: usize| items.get(at).map_or("", |item| item.form.as_str());
    // "Not a single member voted", "not one of them": the noun is denied, as by *no*.
    let counted = (form(at) == "not" && matches!(form(at + 1), "a" | "an" | "one" | "single"))
        .then(|| {
            let window = items.get(at + 1..)?.iter().take(NONE_OF);
            let noun = window.filter(|item| item.kind == Kind::Content && item.form != "single");
            let nouns = noun.filter_map(|item| phrase_at(view, item.token));
            nouns
                .filter(|(_, phrase)| phrase.kind == PhraseKind::Noun)
                .map(|(id, phrase)| of_noun(items, id, phrase, view))
                .next()
        })
        .flatten()
        .filter(|_| phrase.kind != PhraseKind::Verb);
    if let Some(counted) = counted.filter(|found| !found.is_empty()) {
        return counted;
    }
    // "Was found not guilty": what comes after the verb.
    let is_after = items.get(at).is_some_and(|item| item.token > phrase.head);
    let mut found = match phrase.kind {
        PhraseKind::Noun => of_noun(items, id, phrase, view),
        PhraseKind::Verb if !is_after => of_verb(items, phrase, view),
        _ => Vec::new(),
    };
    if !found.is_empty() {
        return found;
    }
    let is_somebody = ["nobody", "nothing", "none"].contains(&form(at)) || form(at + 1) == "one";
    let next = next_telling(items, at + 1, view);
    let is_company = next
        .and_then(|next| items.get(at + 1..next))
        .is_some_and(|between| between.iter().any(|item| item.form == "with"));
    // "None of the windows was intact".
    let said = copular(items, at, view).filter(|_| is_somebody && !is_company);
    if let Some(said) = said.filter(|_| form(at) == "none") {
        found.push(said);
    } else if is_somebody && is_company {
        // "Nobody is with the hiker": the hiker is there.
    } else if is_somebody {
        // "Nobody is in the room": where somebody would be; "none of them hurt".
        let from = at.saturating_sub(2);
        found.extend(
            next.filter(|&next| is_copula(items, from, next) || is_state(items, next, view)),
        );
    } else {
        // "There is not a single boat".
        let is_single = next.is_some_and(|next| form(next) == "single");
        let next = next.map(|next| ordinal_of(items, at, next).unwrap_or(next));
        found.extend(next.filter(|_| !is_single));
        // "Is not inside the station": where, not the station.
        let side = at + 1;
        found.extend(Some(side).filter(|&side| SIDES.contains(&form(side))));
        // "Without reaching a deal": nor the deal.
        let verb = next
            .and_then(|next| phrase_at(view, items.get(next)?.token))
            .filter(|(_, verb)| form(at) == "without" && verb.kind == PhraseKind::Verb);
        found.extend(
            verb.map(|(_, verb)| of_verb(items, verb, view))
                .into_iter()
                .flatten(),
        );
        found.sort_unstable();
        found.dedup();
        if let Some(next) = next.filter(|_| is_single) {
            found.extend(next_telling(items, next + 1, view));
        }
    }
    found
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
    let hanging = view.clauses.iter().filter(|clause| {
        clause.governor == Some(id)
            || (clause.kind == ClauseKind::Participle && clause.parent == Some(phrase.clause))
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

/// What is not done in "too heavy to lift", "too late for them to catch the train"; "not too heavy to lift" denies the weight alone.
fn too_much_for(items: &[Item], at: usize, view: &View) -> Option<usize> {
    const REACH: usize = 7;
    let is_denied = at.checked_sub(1).and_then(|at| items.get(at));
    if is_denied.is_some_and(|item| item.kind == Kind::Negation) {
        return None;
    }
    let window = items.get(at + 1..)?.iter().take(REACH);
    window
        .filter(|item| item.is_telling())
        .filter_map(|item| phrase_at(view, item.token))
        .find(|(_, phrase)| phrase.kind == PhraseKind::Verb && phrase.verb.infinitive)
        .and_then(|(_, phrase)| telling_at(items, phrase.head))
}

/// "The *second* tallest": not the tallest.
fn is_rank(item: &Item) -> bool {
    const RANKS: [&str; 9] = [
        "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    ];
    RANKS.contains(&item.form.as_str())
}

fn is_superlative(item: &Item) -> bool {
    item.form == "most" || (item.form.ends_with("est") && item.form != item.lemma)
}

/// "Protects against fire": so that there won't be any.
fn protects(items: &[Item], at: usize) -> bool {
    const PROTECTING: [&str; 6] = [
        "protect",
        "guard",
        "shield",
        "immunise",
        "immunize",
        "protection",
    ];
    let before = items.get(at.saturating_sub(3)..at).unwrap_or_default();
    before
        .iter()
        .any(|item| PROTECTING.contains(&item.lemma.as_ref()))
}

fn takes_sides(items: &[Item], at: usize, view: &View) -> bool {
    let Some(item) = items.get(at) else {
        return false;
    };
    let clause = view.clause_at(item.token);
    let before = items.get(at.saturating_sub(6)..at).unwrap_or_default();
    // "Is against closing it".
    let is_against = |word: &Item| word.lemma == "be";
    // "In protest against the arrests": these have been made.
    let is_plan = items.get(at + 1).is_some_and(|next| {
        view.tags.get(next.token) == Some(&Tag::Ing)
            || ["plan", "proposal"].contains(&next.lemma.as_ref())
    });
    let is_made = |word: &Item| ["protest", "demonstrate"].contains(&word.lemma.as_ref());
    if before.iter().any(is_made) && !is_plan {
        return false;
    }
    before.last().is_some_and(is_against)
        || before.iter().any(|word| {
            TAKES_SIDES.contains(&word.lemma.as_ref()) && view.clause_at(word.token) == clause
        })
}

pub(super) fn phrase_at(view: &View, token: usize) -> Option<(PhraseId, &Phrase)> {
    let id = view.phrase_at(token)?;
    Some((id, view.phrase(id)?))
}

/// The next word that says something and is no number; not over the end of a clause of its own.
pub(super) fn next_telling(items: &[Item], from: usize, view: &View) -> Option<usize> {
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
        assert_eq!(
            denied("Not a single member voted for it."),
            denied("No member voted for it.")
        );
        assert_eq!(denied("The dam no longer supplies it."), ["supply"]);
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

    #[test]
    fn a_known_thing_is_there_and_a_rank_is_denied_alone() {
        assert_eq!(denied("The cook did not take the pan off."), ["take"]);
        assert_eq!(
            denied("They left without reaching a deal."),
            ["reach", "deal"]
        );
        assert_eq!(denied("It was not Anna Holm's first novel."), ["first"]);
        assert_eq!(
            denied("The firm has never built a ship as long as this."),
            [""; 0]
        );
        assert_eq!(denied("The firm has never built a ship."), ["build"]);
    }
}
