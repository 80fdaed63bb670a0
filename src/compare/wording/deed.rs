//! Who does it to whom, as the clauses tell it; what is compared, lent or won too, and what lies or comes first of two.

use crate::clause::{Clause, ClauseId, PhraseId, Tag, View};

use super::Worded;
use super::words::{Item, Kind, form_at, item_at, telling_at};

/// Deeds of a sentence that are looked at.
const MOST_DEEDS: usize = 16;

/// Verbs that tell of it from the other side.
pub(super) const GIVING: [&str; 14] = [
    "sell",
    "lend",
    "give",
    "send",
    "lose",
    "lose to",
    "export",
    "teach",
    "grant",
    "finish second",
    "come second",
    "finish third",
    "come third",
    "finish last",
];

/// Verbs of who comes first, whose loser is told after *against* or *over*.
pub(super) const WINNING: [&str; 4] = ["win", "triumph", "prevail", "victory"];

/// Pronouns for one of two who are compared.
const SOMEBODY: [&str; 7] = ["i", "you", "he", "she", "it", "we", "they"];

/// Verbs of saying.
pub(super) const SAYING: [&str; 12] = [
    "say", "tell", "announce", "report", "add", "state", "declare", "note", "claim", "confirm",
    "believe", "expect",
];

/// A verb with who does it and to whom, as places in the items of its sentence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Deed {
    pub(super) verb: usize,
    pub(super) agent: usize,
    pub(super) patient: Option<usize>,
    /// What of the patient is meant, where that is who has it: "measures the guest's *sleeve*".
    pub(super) thing: Option<usize>,
    /// It is told as going on: "is running", "runs".
    pub(super) goes_on: bool,
}

impl Deed {
    /// The verb, who does it, and to whom.
    pub(super) fn named<'a>(
        &self,
        worded: &'a Worded,
    ) -> Option<(&'a Item, &'a Item, Option<&'a Item>)> {
        let item = |at: usize| worded.items.get(at);
        Some((
            item(self.verb)?,
            item(self.agent)?,
            self.patient.and_then(item),
        ))
    }

    /// Whether it is told as going on, of somebody who is named.
    pub(super) fn goes_on(&self, worded: &Worded) -> bool {
        self.goes_on && worded.items.get(self.agent).is_some()
    }
}

/// The deeds of a sentence whose agents are named, and its nouns after *from* and *to* as a deed of their own.
pub(super) fn deeds(items: &[Item], view: &View) -> Vec<Deed> {
    let head = |phrase: Option<PhraseId>| head(items, view, phrase?);
    let mut deeds = Vec::new();
    for (index, clause) in view.clauses.iter().enumerate() {
        let id = ClauseId::new(index);
        // "Is asleep": what is said of somebody is a deed too.
        let verb = head(clause.verb).or_else(|| head(clause.predicate));
        if let (Some(verb), Some(agent)) = (verb, head(view.agent(id))) {
            let group = clause.verb.and_then(|verb| view.phrase(verb));
            deeds.push(Deed {
                verb,
                agent,
                patient: head(view.patient(id)).filter(|&patient| patient != agent),
                thing: None,
                goes_on: group.is_some_and(|group| !group.verb.past && !group.verb.perfect),
            });
        }
        if deeds.len() >= MOST_DEEDS {
            break;
        }
    }
    let owned: Vec<Deed> = deeds.iter().filter_map(|deed| owned(items, deed)).collect();
    deeds.extend(owned);
    deeds.extend(compared(items, view));
    deeds.extend(given(items, view));
    deeds.extend(won_against(items, view));
    deeds.extend(sided(items, view));
    deeds.extend(came_first(items, view));
    let after = |preposition: &str| {
        let governed = view.phrases.iter().find_map(|phrase| {
            let token = phrase.preposition?;
            (view.marker_text(token) == preposition).then_some((token, phrase))
        });
        governed.and_then(|(token, phrase)| {
            Some((item_at(items, token)?, telling_at(items, phrase.head)?))
        })
    };
    if let (Some((from, agent)), Some((_, patient))) = (after("from"), after("to")) {
        deeds.push(Deed {
            verb: from,
            agent,
            patient: Some(patient),
            thing: None,
            goes_on: false,
        });
    }
    deeds
}

/// The word that a phrase is about: its head, or the name before a result ("Norway 2-1").
fn head(items: &[Item], view: &View, phrase: PhraseId) -> Option<usize> {
    let phrase = view.phrase(phrase)?;
    let head = telling_at(items, phrase.head)?;
    let is_name = |&at: &usize| items.get(at).is_some_and(|item| item.kind == Kind::Name);
    let own = |&at: &usize| items.get(at).is_some_and(|item| item.token >= phrase.start);
    if items.get(head).is_some_and(Item::is_number) {
        let mut before = (0..head).rev().take_while(own);
        return before.find(is_name).or(Some(head));
    }
    Some(head)
}

/// "Bombed Norland's ports": whoever has them is a side of the deed too.
fn owned(items: &[Item], deed: &Deed) -> Option<Deed> {
    const REACH: usize = 3;
    let thing = deed.patient?;
    let mut before = (thing.saturating_sub(REACH)..thing).rev();
    let mark = before.find(|&at| items.get(at).is_some_and(|item| item.form == "'s"))?;
    let owner = mark.checked_sub(1)?;
    let is_telling = items.get(owner).is_some_and(Item::is_telling);
    (is_telling && owner > deed.verb).then_some(Deed {
        patient: Some(owner),
        thing: Some(thing),
        goes_on: false,
        ..*deed
    })
}

/// "Lent the money to Bolivia": whoever gets it is a side of the deed, as much as what is given.
fn given(items: &[Item], view: &View) -> Option<Deed> {
    let (at_clause, verb) =
        view.clauses
            .iter()
            .enumerate()
            .take(MOST_DEEDS)
            .find_map(|(index, clause)| {
                let verb = telling_at(items, view.phrase(clause.verb?)?.head)?;
                let gives = GIVING.contains(&items.get(verb)?.lemma.as_ref());
                gives.then_some((index, verb))
            })?;
    let id = ClauseId::new(at_clause);
    let head = |phrase: PhraseId| telling_at(items, view.phrase(phrase)?.head);
    let agent = head(view.agent(id)?)?;
    let to = view.phrases.iter().find(|phrase| {
        let is_to = |token| view.marker_text(token) == "to";
        phrase.clause == id && phrase.preposition.is_some_and(is_to)
    });
    let to = to.and_then(|getter| telling_at(items, getter.head));
    // "Lent Bolivia the money": a name right after the verb.
    let is_name = |&at: &usize| {
        let before_noun = items.get(at + 1).and_then(|next| {
            let tag = view.tags.get(next.token)?;
            let is_before = matches!(tag, Tag::Determiner | Tag::Possessive | Tag::Number);
            (is_before || next.is_number()).then_some(())
        });
        let name = items.get(at).filter(|item| item.kind == Kind::Name);
        name.is_some() && before_noun.is_some()
    };
    let getter = to.or_else(|| Some(verb + 1).filter(is_name));
    let patient = getter.filter(|&getter| getter != agent)?;
    Some(Deed {
        verb,
        agent,
        patient: Some(patient),
        thing: None,
        goes_on: false,
    })
}

/// "Won the final against Norland": whoever is beaten is a side of the deed.
fn won_against(items: &[Item], view: &View) -> Vec<Deed> {
    let of_clause = |(index, clause): (usize, &Clause)| {
        let id = ClauseId::new(index);
        let verb = telling_at(items, view.phrase(clause.verb?)?.head)?;
        let is_won = WINNING.contains(&items.get(verb)?.lemma.as_ref());
        let agent = head(items, view, view.agent(id).filter(|_| is_won)?)?;
        let mut beaten = view.clause_prepositional(id, |text| ["against", "over"].contains(&text));
        let patient = head(items, view, beaten.next()?)?;
        Some(Deed {
            verb,
            agent,
            patient: Some(patient).filter(|&patient| patient != agent),
            thing: None,
            goes_on: false,
        })
    };
    let clauses = view.clauses.iter().enumerate().take(MOST_DEEDS);
    clauses.filter_map(of_clause).collect()
}

/// Where one thing lies of another, and what came first: of each the other side is another word.
const SIDES: [&str; 12] = [
    "north", "south", "east", "west", "northern", "above", "below", "behind", "before", "after",
    "left", "right",
];

pub(super) fn is_side(item: &Item) -> bool {
    SIDES.contains(&item.form.as_str())
}

/// "The village lies *north* of the river", "she sang *before* she danced".
fn sided(items: &[Item], view: &View) -> Option<Deed> {
    const REACH: usize = 6;
    let form = |at: usize| form_at(items, at);
    let is_time = |at: usize| ["before", "after"].contains(&form(at));
    let side = (1..items.len()).find(|&at| {
        let is_direct = is_time(at) || ["above", "below", "behind"].contains(&form(at));
        items.get(at).is_some_and(is_side) && (is_direct || form(at + 1) == "of")
    })?;
    let clause = view.clause_at(items.get(side.checked_sub(1)?)?.token)?;
    let verb = || items.iter().take(side).rposition(|item| item.is_deed);
    let agent = if is_time(side) {
        verb()?
    } else {
        head(items, view, view.subject(clause)?)?
    };
    let is_end = |at: usize| {
        items.get(at).is_some_and(|item| match is_time(side) {
            true => item.is_deed,
            false => item.is_telling(),
        })
    };
    let mut after = side + 1..items.len().min(side + REACH);
    let patient = after.find(|&at| is_end(at))?;
    let patient = head_at(items, view, patient)
        .filter(|_| !is_time(side))
        .unwrap_or(patient);
    (agent < side).then_some(Deed {
        verb: side,
        agent,
        patient: Some(patient),
        thing: None,
        goes_on: false,
    })
}

/// "The war came *before* the famine": two events that are nouns, of which it is told which came first.
fn came_first(items: &[Item], view: &View) -> Option<Deed> {
    const HAPPENING: [&str; 6] = ["come", "happen", "occur", "begin", "start", "take place"];
    const REACH: usize = 3;
    let form = |at: usize| form_at(items, at);
    let side = (1..items.len()).find(|&at| ["before", "after"].contains(&form(at)))?;
    let verb = items.iter().take(side).rposition(|item| item.is_deed)?;
    let happens = HAPPENING.contains(&items.get(verb)?.lemma.as_ref())
        || (form(verb) == "took" || form(verb) == "takes") && form(verb + 1) == "place";
    // "Came before she danced": of deeds.
    let is_last = !items.iter().skip(side).any(|item| item.is_deed);
    let clause = items.get(verb)?.clause?;
    let agent = head(items, view, view.subject(clause)?)?;
    let mut after = side + 1..items.len().min(side + 1 + REACH);
    let patient = after.find(|&at| items.get(at).is_some_and(Item::is_telling))?;
    let patient = head_at(items, view, patient)?;
    let are_events = [agent, patient].iter().all(|&at| {
        items
            .get(at)
            .is_some_and(|item| matches!(item.kind, Kind::Content | Kind::Name))
    });
    (happens && is_last && are_events && agent < verb).then_some(Deed {
        verb: side,
        agent,
        patient: Some(patient),
        thing: None,
        goes_on: false,
    })
}

/// The head of the noun phrase that an item is in.
fn head_at(items: &[Item], view: &View, at: usize) -> Option<usize> {
    let phrase = view.phrase_at(items.get(at)?.token)?;
    head(items, view, phrase)
}

/// "The book is longer than the film": more so the one, less so the other.
fn compared(items: &[Item], view: &View) -> Option<Deed> {
    const BEFORE: usize = 3;
    const AFTER: usize = 5;
    let than = items.iter().position(|item| item.form == "than");
    // "Not as tall as the church".
    let as_much = |pair: &[Item]| matches!(pair, [one, other] if other.form == "as" && one.kind == Kind::Content && one.negated);
    let as_much = items.windows(2).position(as_much).map(|at| at + 1);
    let than = than.or(as_much)?;
    let verb = (than.saturating_sub(BEFORE)..than)
        .rev()
        .find(|&at| items.get(at).is_some_and(|item| item.kind == Kind::Content))?;
    let clause = items.get(verb)?.clause?;
    // "More girls than boys": it is said of the girls.
    let token = items.get(verb)?.token;
    let is_noun = view.tags.get(token).is_some_and(|tag| tag.is_noun());
    let more = verb.checked_sub(1).filter(|_| is_noun);
    let more = more.filter(|&before| {
        let form = form_at(items, before);
        ["more", "fewer", "less"].contains(&form)
    });
    let (verb, agent) = match more {
        Some(more) => (more, verb),
        None => (
            verb,
            item_at(items, view.phrase(view.subject(clause)?)?.head)?,
        ),
    };
    let after =
        |is: fn(&Item) -> bool| (than + 1..than + AFTER).find(|&at| items.get(at).is_some_and(is));
    let patient =
        after(Item::is_telling).or_else(|| after(|item| SOMEBODY.contains(&item.form.as_str())))?;
    Some(Deed {
        verb,
        agent,
        patient: Some(patient),
        thing: None,
        goes_on: false,
    })
}

/// Marks the verbs that tell what is done, but those of saying: who reports a thing is no part of it.
pub(super) fn mark(items: &mut [Item], view: &View) {
    for clause in &view.clauses {
        let Some(verb) = clause.verb.and_then(|verb| view.phrase(verb)) else {
            continue;
        };
        if let Some(item) = telling_at(items, verb.head).and_then(|at| items.get_mut(at))
            && !SAYING.contains(&item.lemma.as_ref())
        {
            item.is_deed = true;
        }
    }
}
