//! Which words of two sentences oppose or exclude each other and say what is so.
//!
//! Of two opposites both can be so: of other things ("its smaller rival", "the larger bank"), times, parts of a number, or where one had been before
//! the other ("the missing hikers", "were found").

use crate::clause::ClauseId;

use super::Worded;
use super::apart;
use super::bearer;
use super::compared;
use super::norm;
use super::opposition::place;
use super::pairing::Pairing;
use super::polarity;
use super::role;
use super::slot;
use super::table::Bond;
use super::time;
use super::words::{Item, Kind};

/// The words and phrases that stand to each other so and say what is so.
pub(super) fn contrary<'a>(
    left: &'a Worded,
    right: &'a Worded,
    pairing: &Pairing,
    bond: Bond,
) -> Vec<(&'a Item, &'a Item)> {
    let [lefts, rights] = &pairing.values;
    let is_counted_apart = apart::are_counted_apart(left, right, pairing);
    let found = pairing.opposites.iter().filter(|opposed| opposed.2 == bond);
    found
        .filter(|&&(l, r, _)| !role::is_converse(left, l, right, r))
        .filter(|&&(l, r, _)| !role::is_turned_round(left, l, right, r))
        .filter(|&&(l, r, _)| !are_of_other_deeds(left, l, right, r, pairing))
        .filter(|&&(l, r, _)| {
            !(is_measured(left, l, lefts, right) || is_measured(right, r, rights, left))
        })
        .filter(|&&(l, r, _)| !is_turned_in_time(left, l, right, r, pairing))
        .filter(|&&(l, r, _)| !(is_before(left, l, right, r) || is_before(right, r, left, l)))
        .filter(|&&(l, r, _)| !are_of_other_things(left, l, right, r, pairing))
        .filter_map(|&(l, r, _)| left.unit(l).zip(right.unit(r)))
        .filter(|both| !is_turned_back(both.0, both.1))
        .filter(|both| !bearer::is_of_another(left, right, pairing, &place(both)))
        .filter(|both| !apart::are_told_apart(left, right, &place(both)))
        .filter(|_| !is_counted_apart)
        .filter(|both| !(time::is_time(both.0) && is_of_opposites(left, right, pairing, both)))
        .filter(|_| !lasts(left, right))
        .filter(|both| !norm::is_of_duty_and_state(left, right, place(both)))
        .filter(|both| {
            bond == Bond::Exclusive || !time::are_of_other_times(left, right, &place(both))
        })
        .filter(|(l, r)| l.negated == r.negated && excludes(l, r) && !is_won(l, r))
        // "Putting on shoes", "getting dressed": what is done is of no kind with a thing.
        .filter(|(l, r)| {
            let is_level = l.is_deed == r.is_deed && l.denials % 2 == r.denials % 2;
            // "For the first time", "had never met before".
            let is_often = OFTEN.contains(&l.lemma.as_ref()) || OFTEN.contains(&r.lemma.as_ref());
            (bond == Bond::Opposite && !is_often) || is_level
        })
        .collect()
}

/// "Stopped before the match began", "began after it stopped": of another event each.
fn is_turned_in_time(left: &Worded, l: usize, right: &Worded, r: usize, pairing: &Pairing) -> bool {
    const TIMES: [&str; 2] = ["before", "after"];
    let is_time = |worded: &Worded, at: usize| {
        worded
            .items
            .get(at)
            .is_some_and(|item| TIMES.contains(&item.form.as_str()))
    };
    let event = |worded: &Worded, at: usize| {
        let after = worded.items.iter().enumerate().skip(at + 1);
        after
            .map(|(at, item)| (at, item.is_telling()))
            .find(|(_, is_telling)| *is_telling)
            .map(|(at, _)| at)
    };
    let events = event(left, l).zip(event(right, r));
    let is_met = events.is_some_and(|(l, r)| pairing.has(l, r));
    is_time(left, l) && is_time(right, r) && !is_met
}

/// "Its *smaller* rival", "the *larger* bank": of two things each of which is not what the other is said of.
fn are_of_other_things(
    left: &Worded,
    l: usize,
    right: &Worded,
    r: usize,
    pairing: &Pairing,
) -> bool {
    let Some((of, other)) = slot::thing(left, l).zip(slot::thing(right, r)) else {
        return false;
    };
    let mut pairs = pairing.pairs.iter();
    pairs.any(|pair| (pair.left == of) != (pair.right == other))
}

/// "The sanctions *imposed* in March", "the sanctions were *lifted*": what was done first is told beside its thing, and has been taken back.
fn is_turned_back(one: &Item, other: &Item) -> bool {
    let is_done = |item: &Item| TAKEN_BACK.contains(&item.lemma.as_ref());
    let is_known = |item: &Item| item.is_aside || item.is_attribute;
    one.is_earlier != other.is_earlier
        || (is_known(one) != is_known(other) && is_done(one) && is_done(other))
}

/// "Opened *on Monday*", "closed *on Friday*": the times are of two deeds.
fn is_of_opposites(
    left: &Worded,
    right: &Worded,
    pairing: &Pairing,
    both: &(&Item, &Item),
) -> bool {
    let opposites = pairing
        .opposites
        .iter()
        .filter(|opposed| opposed.2 == Bond::Opposite);
    let mut found = opposites.filter_map(|&(l, r, _)| left.unit(l).zip(right.unit(r)));
    found.any(|found| place(&found) == place(both))
}

/// Whether two opposites are what two sentences compare by, each from its own end.
pub(super) fn is_compared(left: &Worded, one: &Item, right: &Worded, other: &Item) -> bool {
    let is_degree = |item: &Item| {
        item.form.ends_with("er")
            || ["more", "less", "better", "worse"].contains(&item.form.as_str())
    };
    is_degree(one) && is_degree(other) && compared::is_turned(left, right)
}

/// "Held *before* shelling began", "broke down *after* a week": the one comes before the other.
fn is_before(one: &Worded, at: usize, other: &Worded, by: usize) -> bool {
    let has = |worded: &Worded, unit: usize, forms: &[&str]| {
        let from = worded.words(unit).next().unwrap_or(worded.items.len());
        let is_deed = worded.items.get(from).is_some_and(|item| item.is_deed);
        let mut after = worded.items.iter().skip(from + 1);
        is_deed && after.any(|item| forms.contains(&item.form.as_str()))
    };
    has(one, at, &["before", "until"]) && has(other, by, &["after"])
}

/// "Will not leave until it is signed", "will stay until it is signed".
fn lasts(left: &Worded, right: &Worded) -> bool {
    let has_until = |worded: &Worded| worded.items.iter().any(|item| item.form == "until");
    let is_denied = |worded: &Worded| {
        let mut items = worded.items.iter().enumerate();
        items.any(|(at, item)| {
            item.kind == Kind::Negation && polarity::lasts_until(&worded.items, at)
        })
    };
    has_until(left) && has_until(right) && is_denied(left) != is_denied(right)
}

/// "Everyone was brought ashore", "no one was killed": of two deeds that have nothing to do with each other.
fn are_of_other_deeds(
    left: &Worded,
    l: usize,
    right: &Worded,
    r: usize,
    pairing: &Pairing,
) -> bool {
    const ALL: [&str; 3] = ["everyone", "everybody", "all"];
    const NONE: [&str; 3] = ["no one", "nobody", "none"];
    let Some((one, other)) = left.unit(l).zip(right.unit(r)) else {
        return false;
    };
    let is_of = |item: &Item, words: &[&str]| words.contains(&item.lemma.as_ref());
    if !(is_of(one, &ALL) && is_of(other, &NONE) || is_of(one, &NONE) && is_of(other, &ALL)) {
        return false;
    }
    let [lefts, rights] = &pairing.values;
    let is_alone = |worded: &Worded, values: &[f64], clause: Option<ClauseId>| {
        let said = worded.items.iter().zip(values);
        let mut deeds = said
            .filter(|(item, _)| item.clause == clause && item.is_deed)
            .peekable();
        deeds.peek().is_some() && deeds.all(|(_, &value)| value <= 0.0)
    };
    is_alone(left, lefts, one.clause) && is_alone(right, rights, other.clause)
}

/// "Lower in May *than in June*", where the other sentence has both: it rose from the one to the other.
pub(super) fn is_measured(worded: &Worded, at: usize, values: &[f64], other: &Worded) -> bool {
    const REACH: usize = 9;
    let mut others = other.items.iter();
    let is_comparative = worded
        .items
        .get(at)
        .is_some_and(|item| item.form.ends_with("er") || item.form == "more")
        && !others.clone().any(|item| item.form == "than");
    let mut after = worded.items.iter().zip(values).skip(at + 1).take(REACH);
    let mut behind = after.by_ref().skip_while(|(item, _)| item.form != "than");
    // "Fewer than the year before": than what the other tells of, maybe.
    const EARLIER: [&str; 5] = ["before", "earlier", "previous", "previously", "last"];
    let mut all = worded.items.iter().skip(at + 1).take(REACH);
    // "Than last year", where the other tells of last year.
    let is_told = |earlier: &Item| others.any(|item| item.form == earlier.form);
    let earlier = all.find(|item| EARLIER.contains(&item.form.as_str()));
    is_comparative
        && earlier.is_none_or(is_told)
        && behind.next().is_some()
        && behind
            .find(|(item, _)| item.is_telling())
            .is_some_and(|(_, &value)| value > 0.0)
}

/// "Won the vote", "defeated her rival": who is defeated is told by "was defeated", a phrase of its own.
fn is_won(one: &Item, other: &Item) -> bool {
    let wins = |item: &Item| item.lemma == "win";
    let defeats = |item: &Item| item.lemma == "defeat" && item.is_deed;
    (wins(one) && defeats(other)) || (defeats(one) && wins(other))
}

/// What is done, and then undone.
const TAKEN_BACK: [&str; 64] = [
    "miss",
    "missing",
    "rescue",
    "trap",
    "vanish",
    "disappear",
    "rise",
    "fall",
    "drop",
    "increase",
    "go up",
    "go down",
    "stranded",
    "locate",
    "impose",
    "lift",
    "ease",
    "open",
    "close",
    "shut",
    "reopen",
    "arrest",
    "detain",
    "release",
    "free",
    "jail",
    "imprison",
    "start",
    "begin",
    "launch",
    "end",
    "stop",
    "hire",
    "appoint",
    "elect",
    "dismiss",
    "sack",
    "join",
    "leave",
    "enter",
    "seize",
    "capture",
    "occupy",
    "retake",
    "return",
    "suspend",
    "resume",
    "build",
    "destroy",
    "demolish",
    "buy",
    "sell",
    "raise",
    "lower",
    "cut",
    "block",
    "unblock",
    "ban",
    "allow",
    "deploy",
    "withdraw",
    "find",
    "lose",
    "kidnap",
];

/// Words for how often, which a denial in the clause turns round.
const OFTEN: [&str; 9] = [
    "first",
    "second",
    "third",
    "before",
    "often",
    "several time",
    "many time",
    "ever",
    "first time",
];

/// Not where both are about what isn't so, nor by *refuse* of "refuse to go", which is in "go".
fn excludes(one: &Item, other: &Item) -> bool {
    let says = |item: &Item| !(item.denies || item.bounds || item.kind == Kind::Negation);
    says(one) && says(other) && (one.denials == 0 || other.denials == 0)
}

/// "Most", "only": how many it is said of.
pub(super) fn is_count(item: &Item) -> bool {
    const COUNTS: [&str; 18] = [
        "only",
        "all",
        "most",
        "every",
        "many",
        "majority",
        "minority",
        "everyone",
        "everybody",
        "everything",
        "nobody",
        "no one",
        "none",
        "nothing",
        "half",
        "third",
        "quarter",
        "handful",
    ];
    COUNTS.contains(&item.lemma.as_ref())
}
