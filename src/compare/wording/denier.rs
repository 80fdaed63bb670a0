//! Words that deny by what they mean: *refuse to*, *rule out*, *instead of*.

use crate::clause::{Clause, ClauseKind, Phrase, Tag, View};

use super::focus::of_verb;
use super::polarity::{Denial, next_telling, phrase_at};
use super::words::{Item, form_at, telling_at};

/// Lemmas that deny the verb which completes them.
const DENIERS: [&str; 30] = [
    "impossible",
    "oppose",
    "resist",
    "dissuade",
    "deter",
    "bar",
    "block",
    "quit",
    "opposed",
    "refuse",
    "fail",
    "decline",
    "deny",
    "avoid",
    "prevent",
    "forbid",
    "ban",
    "prohibit",
    "stop",
    "reject",
    "forget",
    "cease",
    "hesitate",
    "unable",
    "neglect",
    "omit",
    "unwilling",
    "refrain",
    "abstain",
    "discourage",
];
/// Prepositions of gerunds that tell how or when.
const WAYS: [&str; 8] = [
    "by", "after", "before", "while", "without", "despite", "when", "for",
];
/// Verbs that say, denied, that what completes them was not done: "did not manage to".
const CARRIED_OUT: [&str; 46] = [
    "deserve", "want", "wish", "seem", "appear", "try", "attempt", "mean", "going", "hope", "like",
    "care", "need", "require", "vow", "promise", "offer", "threaten", "use", "help", "enable",
    "force", "persuade", "compel", "convince", "due", "set", "expect", "likely", "ready",
    "schedule", "plan", "intend", "manage", "remember", "bother", "dare", "happen", "succeed",
    "get", "choose", "able", "agree", "allow", "permit", "let",
];
/// Verbs that deny their object, with the particle that makes them so: what is called off isn't held.
const EXCLUDING: [(&str, &str); 23] = [
    ("do", "away"),
    ("put", "off"),
    ("postpone", ""),
    ("shelve", ""),
    ("thwart", ""),
    ("foil", ""),
    ("forfeit", ""),
    ("rule", "out"),
    ("call", "off"),
    ("give", "up"),
    ("lack", ""),
    ("cancel", ""),
    ("scrap", ""),
    ("abolish", ""),
    ("forgo", ""),
    ("waive", ""),
    ("settle", ""),
    ("resolve", ""),
    ("avoid", ""),
    ("prevent", ""),
    ("avert", ""),
    ("escape", ""),
    ("deny", ""),
];
/// Verbs that turn a wish down or give it up, with their particle.
const REBUFFING: [(&str, &str); 18] = [
    ("reject", ""),
    ("dismiss", ""),
    ("decline", ""),
    ("refuse", ""),
    ("rebuff", ""),
    ("resist", ""),
    ("ignore", ""),
    ("oppose", ""),
    ("turn", "down"),
    ("throw", "out"),
    ("vote", "down"),
    ("abandon", ""),
    ("drop", ""),
    ("shelve", ""),
    ("scrap", ""),
    ("ditch", ""),
    ("defy", ""),
    ("give", "up"),
];
/// Wishes and plans, which what completes them says.
const WISHES: [&str; 20] = [
    "call",
    "demand",
    "request",
    "appeal",
    "plea",
    "proposal",
    "plan",
    "bid",
    "offer",
    "suggestion",
    "idea",
    "motion",
    "attempt",
    "effort",
    "bill",
    "move",
    "ultimatum",
    "invitation",
    "scheme",
    "petition",
];
/// Who has lost one of these has it no longer; a lost match was played.
const LOSABLE: [&str; 18] = [
    "control",
    "support",
    "backing",
    "majority",
    "power",
    "confidence",
    "trust",
    "interest",
    "hope",
    "licence",
    "license",
    "right",
    "access",
    "contact",
    "immunity",
    "independence",
    "consciousness",
    "sight",
];
/// Who lifts one of these allows what it forbade.
const RESTRICTIONS: [&str; 21] = [
    "requirement",
    "veto",
    "objection",
    "block",
    "tariff",
    "limit",
    "strike",
    "ban",
    "sanction",
    "curfew",
    "siege",
    "blockade",
    "restriction",
    "embargo",
    "moratorium",
    "prohibition",
    "boycott",
    "lockdown",
    "suspension",
    "closure",
    "freeze",
];
/// Verbs that lift them.
const LIFTING: [&str; 8] = [
    "lift", "overturn", "repeal", "end", "remove", "revoke", "drop", "ease",
];
/// Pairs of words that deny what comes after them: "has *yet to* pay", "tea *instead of* coffee".
const SET_ASIDE: [(&str, &str); 6] = [
    ("instead", "of"),
    ("rather", "than"),
    ("yet", "to"),
    ("free", "of"),
    ("free", "from"),
    ("devoid", "of"),
];

/// Words that say of a statement that it is none: "it is *false* that".
const UNTRUE: [&str; 6] = ["false", "untrue", "lie", "myth", "fabrication", "rumour"];

/// What *refuse* denies, *not manage*, *cancel*: who does not refuse denies nothing.
pub(super) fn denials(items: &mut [Item], view: &View) -> Vec<Denial> {
    let mut found = Vec::new();
    for at in 0..items.len() {
        let Some(item) = items.get(at) else { break };
        let is_denied = item.negated
            || found
                .iter()
                .any(|(_, denied): &Denial| denied.contains(&at));
        let verbs = if is_denied {
            &CARRIED_OUT[..]
        } else {
            &DENIERS[..]
        };
        let mut denied = Vec::new();
        if verbs.contains(&item.lemma.as_ref()) {
            denied = completing(items, item.token, view);
            // "No plans to move": *no* denied the moving.
            let is_denied = |at: &usize| items.get(*at).is_some_and(|item| item.negated);
            if item.negated && denied.iter().any(is_denied) {
                denied.clear();
            }
        }
        let is_untrue = (is_denied && ["true", "case"].contains(&item.lemma.as_ref()))
            || (!is_denied && UNTRUE.contains(&item.lemma.as_ref()));
        if is_untrue {
            denied.extend(stated(items, at, view));
        }
        let form = |at: usize| form_at(items, at);
        let is_verb = view
            .tags
            .get(item.token)
            .is_some_and(|tag| tag.is_verb() || *tag == Tag::Do);
        if denied.is_empty() && !is_denied && is_verb {
            denied.extend(excluded(items, at, form(at + 1), view));
            // "Escaped without a fine".
            let is_told = |at: &usize| items.get(*at).is_some_and(|item| item.negated);
            if form(at + 1) == "without" && denied.iter().any(is_told) {
                denied.clear();
            }
            if let Some(item) = items.get_mut(at).filter(|_| !denied.is_empty()) {
                item.excludes = true;
            }
        }
        if !denied.is_empty() {
            found.push((at, denied));
        }
    }
    found
}

/// What the statement after "it is false that" says.
fn stated(items: &[Item], at: usize, view: &View) -> Option<usize> {
    let that = items.get(at + 1).filter(|next| next.form == "that")?;
    let clause = view.clause(view.clause_at(that.token)?)?;
    let verb = clause.verb.and_then(|verb| view.phrase(verb));
    let said = clause.predicate.and_then(|said| view.phrase(said));
    let telling = |phrase: Option<&Phrase>| telling_at(items, phrase?.head);
    telling(said).or_else(|| telling(verb))
}

/// Whether what comes after the two words from an item on is denied.
pub(super) fn sets_aside(items: &[Item], at: usize) -> bool {
    let both = items.get(at).zip(items.get(at + 1));
    both.is_some_and(|(one, next)| SET_ASIDE.contains(&(one.form.as_str(), next.form.as_str())))
}

/// The thing that the verb at an item denies.
fn excluded(items: &[Item], at: usize, next: &str, view: &View) -> Option<usize> {
    let item = items.get(at)?;
    let is_one_of = |verbs: &[(&str, &str)]| {
        let lemma = item.lemma.as_ref();
        verbs.contains(&(lemma, "")) || verbs.contains(&(lemma, next))
    };
    let is_excluding = is_one_of(&EXCLUDING);
    if is_excluding || is_one_of(&REBUFFING) {
        let object = object(items, at, view)?;
        // "Denied a plan to close the school": neither the plan nor the closing.
        return asked_for(items, object, view).or(Some(object).filter(|_| is_excluding));
    }
    let nouns: &[&str] = match item.lemma.as_ref() {
        "lose" => &LOSABLE,
        lifting if LIFTING.contains(&lifting) => &RESTRICTIONS,
        _ => return None,
    };
    let noun = object(items, at, view)?;
    let lemma = items.get(noun)?.lemma.as_ref();
    nouns.contains(&lemma).then_some(noun)
}

/// What is asked for or planned by the noun at an item: "calls for her *resignation*", "plans to *raise* the fee".
fn asked_for(items: &[Item], noun: usize, view: &View) -> Option<usize> {
    let item = items.get(noun)?;
    if !WISHES.contains(&item.lemma.as_ref()) {
        return None;
    }
    let phrase = view.phrase_at(item.token)?;
    let infinitive = completing(items, item.token, view).first().copied();
    let after = || {
        let mut after = view.prepositional(phrase, |text| ["for", "of"].contains(&text));
        telling_at(items, view.phrase(after.next()?)?.head)
    };
    infinitive.or_else(after)
}

/// The object of the verb at an item, or the subject of a passive.
fn object(items: &[Item], at: usize, view: &View) -> Option<usize> {
    let token = items.get(at)?.token;
    let clause = view.clause_at(token)?;
    let verb = view.verb_group(clause).filter(|verb| verb.head == token);
    let object = verb.and_then(|_| view.phrase(view.patient(clause)?));
    object
        .and_then(|object| telling_at(items, object.head))
        .filter(|&object| object != at)
        .or_else(|| next_telling(items, at + 1, view))
}

/// The verbs of the clauses that complete the word at a token.
fn completing(items: &[Item], token: usize, view: &View) -> Vec<usize> {
    let Some((id, phrase)) = phrase_at(view, token) else {
        return Vec::new();
    };
    // "Blocked it by refusing to vote".
    let is_way = |clause: &Clause| {
        let verb = clause.verb.and_then(|verb| view.phrase(verb));
        let before = verb.and_then(|verb| verb.start.checked_sub(1));
        before.is_some_and(|at| WAYS.contains(&view.marker_text(at)))
    };
    let completes = view.clauses.iter().find(|clause| {
        let kind = matches!(
            clause.kind,
            ClauseKind::Infinitive | ClauseKind::Gerund | ClauseKind::Complement
        );
        let hangs = clause.governor == Some(id)
            || (clause.parent == Some(phrase.clause) && clause.start > id);
        kind && hangs && !is_way(clause)
    });
    let verb = completes
        .and_then(|clause| clause.verb)
        .and_then(|verb| view.phrase(verb));
    verb.map(|verb| of_verb(items, verb, view))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use crate::compare::wording::is_opposed;

    #[test]
    fn a_wish_that_is_turned_down_is_not_done() {
        let rejected = "The mayor rejected calls for her resignation.";
        assert!(!is_opposed(
            rejected,
            "The mayor does not want to step down."
        ));
        let abandoned = "The council has abandoned plans to raise the fee.";
        assert!(!is_opposed(abandoned, "The fee will not be raised."));
        assert!(is_opposed(abandoned, "The fee will be raised."));
        assert!(is_opposed(
            "The firm has no plans to move its office.",
            "The firm will move its office."
        ));
        assert!(!is_opposed(
            "They failed to persuade her to stay.",
            "She did not agree to stay."
        ));
        assert!(!is_opposed(
            "The books are on the shelves.",
            "They put the books on shelves."
        ));
    }

    #[test]
    fn what_is_called_off_is_not_held() {
        let held = "The mayor held a party in June.";
        for other in [
            "The mayor cancelled the party in June.",
            "The party in June was called off by the mayor.",
            "The mayor gave up the party in June.",
        ] {
            assert!(is_opposed(held, other), "{other}");
        }
        assert!(!is_opposed(
            "The mayor cancelled the party in June.",
            "The mayor did not hold the party in June."
        ));
        assert!(!is_opposed(
            "The ban on exports was lifted.",
            "Exports are allowed."
        ));
        assert!(!is_opposed(
            "The army no longer controls the pass.",
            "The army has lost control of the pass."
        ));
        assert!(!is_opposed(
            "The union refused to sign.",
            "The union did not agree to sign."
        ));
    }
}
