//! Who does it to whom: whether two sentences tell the same deed with the roles swapped, or of the same one two deeds that exclude each other.

use crate::clause::{ClauseId, PhraseId, Tag, View};

use super::Worded;
use super::table::{Bond, bond};
use super::words::{Item, Kind, item_at, telling_at};

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

/// Verbs that tell of a thing from the side of who has it then.
const TAKING: [&str; 12] = [
    "buy", "purchase", "acquire", "borrow", "receive", "win", "beat", "defeat", "import", "learn",
    "inherit", "get",
];
/// Verbs that tell of it from the other side.
const GIVING: [&str; 9] = [
    "sell", "lend", "give", "send", "lose", "lose to", "export", "teach", "grant",
];

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
    verb: usize,
    agent: usize,
    patient: Option<usize>,
    /// What of the patient is meant, where that is who has it: "measures the guest's *sleeve*".
    thing: Option<usize>,
    /// It is told as going on: "is running", "runs".
    goes_on: bool,
}

impl Deed {
    pub(super) fn verb(&self) -> usize {
        self.verb
    }

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
        let form = items.get(before).map_or("", |item| item.form.as_str());
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

/// Whether a deed of one sentence is one of the other, or its opposite, with the roles swapped.
pub(super) fn is_swapped(left: &Worded, right: &Worded) -> bool {
    let (lefts, rights) = (named(left), named(right));
    let is_same =
        |one: &Item, other: &Item| one.lemma == other.lemma || bond(one, other) == Some(Bond::Same);
    let is_told = |([verb, agent, patient], _): &Named| {
        rights.iter().any(|([deed, doer, other], _)| {
            is_same(verb, deed) && is_same(agent, doer) && is_same(patient, other)
        })
    };
    if swaps_qualities(left, right) {
        return true;
    }
    let swaps = |([verb, agent, patient], thing): &Named| {
        rights.iter().any(|([deed, doer, other], of)| {
            let is_deed = is_same(verb, deed) || bond(verb, deed) == Some(Bond::Opposite);
            is_deed && thing == of && agent.lemma == other.lemma && patient.lemma == doer.lemma
        })
    };
    lefts.iter().any(|deed| swaps(deed) && !is_told(deed))
        || is_by_another(&lefts, &rights, left, right)
        || is_by_another(&rights, &lefts, right, left)
}

/// "Norland invaded the island, and Sarva protested", "Sarva invaded the island": a deed is told of whom the other sentence names as doing another thing.
fn is_by_another(lefts: &[Named<'_>], rights: &[Named<'_>], left: &Worded, right: &Worded) -> bool {
    let is_name = |item: &Item| item.kind == Kind::Name;
    let does_other = |who: &Item, verb: &Item| {
        let mut deeds = left.deeds.iter().filter_map(|deed| deed.named(left));
        let is_other = |deed: &Item| deed.lemma != verb.lemma && deed.is_deed && is_told_so(deed);
        deeds.any(|(deed, agent, _)| agent.lemma == who.lemma && is_other(deed))
    };
    let is_there = |who: &Item| right.items.iter().any(|item| item.lemma == who.lemma);
    let is_candidate = |([verb, agent, _], _): &&Named<'_>| is_name(agent) && is_told_so(verb);
    let mut candidates = rights.iter().filter(is_candidate);
    candidates.any(|([verb, agent, patient], thing)| {
        let is_same = |([deed, doer, other], of): &&Named<'_>| {
            deed.lemma == verb.lemma && other.lemma == patient.lemma && of == thing && is_name(doer)
        };
        let mut same = lefts.iter().filter(is_same).peekable();
        let is_apart = |([deed, doer, _], _): &Named<'_>| {
            doer.lemma != agent.lemma && is_told_so(deed) && !is_there(doer)
        };
        same.peek().is_some() && same.all(is_apart) && does_other(agent, verb)
    })
}

fn is_told_so(verb: &Item) -> bool {
    verb.denials == 0 && !verb.negated
}

/// "The old man carries the young man": two of one name, told apart by what they are like.
fn swaps_qualities(left: &Worded, right: &Worded) -> bool {
    let (lefts, rights) = (qualities(left), qualities(right));
    lefts.iter().any(|(verb, agent, patient)| {
        let swapped = |(deed, doer, other): &(&str, &str, &str)| {
            deed == verb && doer == patient && other == agent
        };
        agent != patient && rights.iter().any(swapped)
    })
}

/// The verb, and what both sides of it are like, of deeds whose sides have one name.
fn qualities(worded: &Worded) -> Vec<(&str, &str, &str)> {
    let lemma = |at: usize| worded.items.get(at).map(|item| item.lemma.as_ref());
    let like = |of: usize| {
        worded
            .slots
            .iter()
            .find(|slot| slot.is_of(of))
            .and_then(|slot| lemma(slot.filler()))
    };
    let deeds = worded.deeds.iter();
    let of = |deed: &Deed| {
        let patient = deed
            .patient
            .filter(|&patient| lemma(patient) == lemma(deed.agent))?;
        let verb = lemma(deed.verb).filter(|verb| !EVEN.contains(verb))?;
        Some((verb, like(deed.agent)?, like(patient)?))
    };
    deeds.filter_map(of).collect()
}

/// Verb, agent and patient of a deed, and the lemma of what of the patient is meant.
type Named<'a> = ([&'a Item; 3], Option<&'a str>);

/// The deeds that have an agent and a patient, and whose two sides differ.
fn named(worded: &Worded) -> Vec<Named<'_>> {
    let item = |at: usize| worded.items.get(at);
    let deeds = worded.deeds.iter();
    deeds
        .filter_map(|deed| {
            let thing = deed.thing.and_then(item).map(|item| item.lemma.as_ref());
            let sides = [item(deed.verb)?, item(deed.agent)?, item(deed.patient?)?];
            Some((sides, thing))
        })
        .filter(|([verb, agent, patient], _)| {
            agent.lemma != patient.lemma && !EVEN.contains(&verb.lemma.as_ref())
        })
        .collect()
}

/// Whether two verbs tell one deed from its two ends: one buys, another sells.
pub(super) fn are_ends(one: &Item, other: &Item) -> bool {
    let is_one_of = |item: &Item, verbs: &[&str]| verbs.contains(&item.lemma.as_ref());
    (is_one_of(one, &TAKING) && is_one_of(other, &GIVING))
        || (is_one_of(one, &GIVING) && is_one_of(other, &TAKING))
}

/// Whether two opposite verbs tell one deed from its two ends, of each of which another is told.
pub(super) fn is_converse(left: &Worded, l: usize, right: &Worded, r: usize) -> bool {
    let both = left.unit(l).zip(right.unit(r));
    let is_met = both.is_some_and(|(one, other)| are_ends(one, other));
    let agent = |worded: &Worded, unit: usize| {
        let verb = worded.words(unit).next();
        let deed = worded.deeds.iter().find(|deed| Some(deed.verb) == verb)?;
        Some(worded.items.get(deed.agent)?.lemma.clone())
    };
    let is_same = agent(left, l)
        .zip(agent(right, r))
        .is_some_and(|(l, r)| l == r);
    is_met && !is_same
}

/// Whether the same one is seen at two things of which nobody does both at once: "a man is running", "the man is asleep". `values` as in
/// [`Pairing`](super::pairing::Pairing).
pub(super) fn is_elsewhere(left: &Worded, right: &Worded, values: &[Vec<f64>; 2]) -> bool {
    let both = |l: usize, r: usize| left.items.get(l).zip(right.items.get(r));
    let is_one = |l: &Deed, r: &Deed| {
        both(l.agent, r.agent).is_some_and(|(one, other)| {
            let is_same = one.lemma == other.lemma;
            is_same || matches!(bond(one, other), Some(Bond::Same | Bond::Kind))
        })
    };
    let excludes = |l: &Deed, r: &Deed| {
        both(l.verb, r.verb).is_some_and(|(one, other)| {
            let is_told = one.denials == 0 && other.denials == 0;
            is_told && matches!(bond(one, other), Some(Bond::Exclusive | Bond::Opposite))
        })
    };
    // A deed that the other sentence tells too is no other deed.
    let goes_on = |worded: &Worded, values: &[f64]| -> Vec<Deed> {
        let is_alone = |at: usize| values.get(at).is_some_and(|&value| value <= 0.0);
        let deeds = worded.deeds.iter();
        deeds
            .filter(|deed| deed.goes_on && is_alone(deed.verb))
            .copied()
            .collect()
    };
    let [lefts, rights] = values;
    let (left, right) = (goes_on(left, lefts), goes_on(right, rights));
    left.iter()
        .any(|l| right.iter().any(|r| is_one(l, r) && excludes(l, r)))
}

#[cfg(test)]
mod tests {
    use crate::compare::wording::is_opposed;

    #[test]
    fn who_gives_and_who_gets_are_told_apart() {
        let lent = "Chile lent the ships to Bolivia.";
        assert!(is_opposed(lent, "Bolivia lent the ships to Chile."));
        assert!(!is_opposed(lent, lent));
        assert!(!is_opposed(lent, "Bolivia borrowed the ships from Chile."));
        assert!(!is_opposed(
            lent,
            "Chile lent ships to Bolivia and to Peru."
        ));
    }

    #[test]
    fn two_of_one_name_are_told_apart_by_what_they_are_like() {
        let carried = "The old man is carrying the young man.";
        assert!(is_opposed(
            carried,
            "The young man is carrying the old man."
        ));
        assert!(!is_opposed(
            carried,
            "The young man is carried by the old man."
        ));
    }

    #[test]
    fn what_no_longer_is_is_not_what_still_is() {
        let still = "The dam still supplies the city.";
        assert!(is_opposed("The dam no longer supplies the city.", still));
        assert!(!is_opposed("The dam supplies the city.", still));
    }

    #[test]
    fn whose_thing_it_is_and_who_gets_it_are_sides_of_a_deed() {
        let painted = "The baker is painting the butcher's door.";
        assert!(is_opposed(
            painted,
            "The butcher is painting the baker's door."
        ));
        assert!(!is_opposed(
            painted,
            "The butcher's door is being painted by the baker."
        ));
        let lent = "Chile lent Bolivia 30 ships to guard its coast.";
        assert!(is_opposed(lent, "Bolivia lent 30 ships to Chile."));
        assert!(!is_opposed(lent, "Chile lent 30 ships to Bolivia."));
    }

    #[test]
    fn a_deed_of_one_is_not_told_of_another() {
        let seized = "Norland seized the port in 1952, and Sarva complained to the league.";
        assert!(is_opposed(seized, "Sarva seized the port in 1952."));
        assert!(!is_opposed(seized, "Norland seized the port in 1952."));
        let both = "Norland condemned the raid, and Sarva condemned the raid and left.";
        assert!(!is_opposed(both, "Sarva condemned the raid."));
    }
}
