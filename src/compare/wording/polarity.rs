//! Which words of a sentence are denied.
//!
//! A negation denies what follows it in its own clause and in the clauses that complete that one: "did *not* say that it would leave". A verb of
//! refusing denies the clauses that complete it, not its own: "*denied* that it would leave". A clause of reason or time is let alone.

use crate::clause::{Clause, ClauseId, ClauseKind, View};

use super::words::{Item, Kind};

/// Steps up from a clause to the one with the negation.
const MOST_STEPS: usize = 8;

/// Lemmas that deny the clauses which complete them.
const DENIERS: [&str; 16] = [
    "refuse", "fail", "decline", "deny", "avoid", "prevent", "forbid", "ban", "prohibit", "stop",
    "reject", "rule out", "cease", "lack", "hesitate", "unable",
];
/// Words that make a statement nearly its opposite.
const NEARLY: [&str; 5] = ["hardly", "barely", "scarcely", "seldom", "rarely"];
/// After *not* and *no* they take the negation back.
const NO_DENIAL: [&str; 6] = ["only", "just", "merely", "doubt", "least", "matter"];

/// Marks the items that stand under an odd number of negations.
pub(super) fn mark(items: &mut [Item], view: &View) {
    let mut scopes: Vec<Scope> = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let Some(clause) = view.clause_at(item.token) else {
            continue;
        };
        let next = items.get(at + 1).map_or("", |item| item.form.as_str());
        let is_word = item.kind == Kind::Negation || NEARLY.contains(&item.form.as_str());
        if is_word && !NO_DENIAL.contains(&next) {
            scopes.push(Scope {
                from: item.token,
                clause,
                is_own: true,
            });
        } else if DENIERS.contains(&item.lemma.as_ref()) {
            scopes.push(Scope {
                from: item.token,
                clause,
                is_own: false,
            });
        }
    }
    if scopes.is_empty() {
        return;
    }
    for item in items {
        let Some(clause) = view.clause_at(item.token) else {
            continue;
        };
        let denials = scopes
            .iter()
            .take(MOST_STEPS)
            .filter(|scope| scope.holds(item.token, clause, view));
        item.negated = denials.count() % 2 == 1;
    }
}

/// What a negation denies.
struct Scope {
    from: usize,
    clause: ClauseId,
    /// The words of its own clause too.
    is_own: bool,
}

impl Scope {
    fn holds(&self, token: usize, clause: ClauseId, view: &View) -> bool {
        if token <= self.from {
            return false;
        }
        if clause == self.clause {
            return self.is_own;
        }
        let mut at = clause;
        for _ in 0..MOST_STEPS {
            let Some(Clause {
                kind,
                parent: Some(parent),
                ..
            }) = view.clause(at)
            else {
                return false;
            };
            if matches!(kind, ClauseKind::Adverbial) {
                return false;
            }
            if *parent == self.clause {
                return true;
            }
            at = *parent;
        }
        false
    }
}
