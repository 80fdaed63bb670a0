//! What ought to be, and what ought not: "it was a mistake to recognise it", "it should not have been recognised".
//!
//! A judgement on a deed denies nothing of what was done. Two that judge alike say the same, though just one of them has a negation; two that
//! judge otherwise are opposed.

use crate::clause::ClauseId;

use super::Worded;
use super::denied;
use super::opposition::Place;
use super::pairing::Pairing;
use super::words::Item;

/// Words that say what ought to be.
const DUTY: [&str; 4] = ["should", "must", "ought", "shall"];
/// Words that say, denied, what ought not to be.
const LEAVE: [&str; 3] = ["may", "can", "could"];
/// Auxiliaries of what was or has been done.
const FACT: [&str; 6] = ["has", "have", "had", "was", "were", "did"];
/// What is said of a deed that ought not to be.
const WRONG: [&str; 31] = [
    "wrong",
    "mistake",
    "error",
    "blunder",
    "folly",
    "crime",
    "impermissible",
    "inadmissible",
    "unacceptable",
    "intolerable",
    "unjustified",
    "unjustifiable",
    "indefensible",
    "inexcusable",
    "unforgivable",
    "shameful",
    "disgraceful",
    "immoral",
    "unethical",
    "unlawful",
    "illegal",
    "illegitimate",
    "unconstitutional",
    "unwise",
    "foolish",
    "reckless",
    "irresponsible",
    "premature",
    "forbidden",
    "prohibited",
    "outrage",
];
/// What is said of a deed that ought to be.
const RIGHT: [&str; 18] = [
    "right",
    "duty",
    "obligation",
    "necessary",
    "essential",
    "vital",
    "imperative",
    "justified",
    "legitimate",
    "lawful",
    "legal",
    "wise",
    "permissible",
    "acceptable",
    "constitutional",
    "obliged",
    "required",
    "obligatory",
];

/// Whether the clause of an item, or the one that it completes, judges what is done there: `Some(true)` where it ought to be.
pub(super) fn verdict(worded: &Worded, item: &Item) -> Option<bool> {
    let clauses = [item.clause, item.host];
    clauses
        .into_iter()
        .flatten()
        .find_map(|clause| by_modal(worded, item, clause).or_else(|| by_word(worded, item, clause)))
}

fn by_modal(worded: &Worded, of: &Item, clause: ClauseId) -> Option<bool> {
    let items = worded.items.iter();
    let mut items = items.filter(|item| item.clause == Some(clause) && !item.is_telling());
    let is = |item: &Item, forms: &[&str]| forms.contains(&item.form.as_str());
    let modal = items.find(|item| is(item, &DUTY) || is(item, &LEAVE))?;
    let is_denied = is_denied(worded, of, clause);
    (is_denied || is(modal, &DUTY)).then_some(!is_denied)
}

/// Whether a clause denies an item, or what it says itself; not by the way ("without delay"), nor by what is not done ("may not use force to change it").
fn is_denied(worded: &Worded, of: &Item, clause: ClauseId) -> bool {
    let is_here = |at: &usize| {
        let item = worded.items.get(*at);
        item.is_some_and(|item| item.clause == Some(clause) || item.clause == of.clause)
    };
    let denying = worded
        .denials
        .iter()
        .filter(|(_, denied)| denied.iter().any(is_here));
    let denying = denying.filter_map(|(by, _)| worded.items.get(*by));
    let denying =
        denying.filter(|by| by.clause == Some(clause) && by.form != "without" && !by.negated);
    denying.count() % 2 == 1
}

/// "The army must leave", "while the army stays".
pub(super) fn is_of_duty_and_state(left: &Worded, right: &Worded, place: Place) -> bool {
    const WHILE: [&str; 4] = ["while", "if", "unless", "until"];
    (left.has_form(place.0, &DUTY) && right.has_form(place.1, &WHILE))
        || (right.has_form(place.1, &DUTY) && left.has_form(place.0, &WHILE))
}

/// Whether the one tells what ought to be, and the other what is: "should be sold", "has not been sold".
pub(super) fn is_of_duty_and_fact(left: &Worded, right: &Worded, place: Place) -> bool {
    let is_fact = |worded: &Worded, clause| {
        worded.has_form(clause, &FACT)
            && !(worded.has_form(clause, &DUTY) || worded.has_form(clause, &LEAVE))
    };
    (left.has_form(place.0, &DUTY) && is_fact(right, place.1))
        || (right.has_form(place.1, &DUTY) && is_fact(left, place.0))
}

fn by_word(worded: &Worded, of: &Item, clause: ClauseId) -> Option<bool> {
    let items = worded.items.iter();
    let items = items.filter(|item| item.clause == Some(clause) && item.token != of.token);
    let has = |words: &[&str]| {
        let is = |item: &&Item| {
            words.contains(&item.form.as_str()) || words.contains(&item.lemma.as_ref())
        };
        items.clone().find(is)
    };
    let (judging, is_right) = has(&WRONG)
        .map(|item| (item, false))
        .or_else(|| has(&RIGHT).map(|item| (item, true)))?;
    Some(is_right != judging.negated)
}

/// Whether the two judge one deed otherwise.
pub(super) fn differ(left: &Worded, right: &Worded, pairing: &Pairing) -> bool {
    let mut pairs = pairing.pairs.iter();
    pairs.any(|pair| {
        let both = left.unit(pair.left).zip(right.unit(pair.right));
        both.is_some_and(|(l, r)| {
            let verdicts = verdict(left, l).zip(verdict(right, r));
            let place = (l.clause, r.clause);
            (l.is_deed || r.is_deed)
                && !(pair.by_denial || denied::is_of_another(left, right, pairing, &place))
                && verdicts.is_some_and(|(one, other)| one != other)
        })
    })
}

#[cfg(test)]
mod tests {
    use crate::compare::wording::is_opposed;

    #[test]
    fn what_is_judged_alike_is_not_denied() {
        let mistake = "It was a mistake to annex the port.";
        assert!(!is_opposed(
            mistake,
            "The port should never have been annexed."
        ));
        assert!(is_opposed(mistake, "It was right to annex the port."));
        assert!(!is_opposed(mistake, "The port was annexed."));
        let must = "The court must try the marshals.";
        assert!(is_opposed(
            must,
            "It would be wrong for the court to try the marshals."
        ));
        assert!(!is_opposed(
            "No company may sell the water of the lake.",
            "Selling the water of the lake is forbidden."
        ));
    }
}
