//! Which clause hangs on which.

use crate::clause::{ClauseId, View};

/// How far chains of clauses are followed.
const DEPTH: usize = 12;

/// Whether clause `id` is `above` or hangs on it.
pub(super) fn descends(view: &View, id: ClauseId, above: ClauseId) -> bool {
    let mut at = Some(id);
    for _ in 0..DEPTH {
        match at {
            Some(id) if id == above => return true,
            Some(id) => at = view.clause(id).and_then(|clause| clause.parent),
            None => return false,
        }
    }
    false
}

/// Whether clause `id` is coordinated with `first`, directly or through others.
pub(super) fn beside(view: &View, id: ClauseId, first: ClauseId) -> bool {
    let mut at = view.clause(id).and_then(|clause| clause.coordinated);
    for _ in 0..DEPTH {
        match at {
            Some(id) if id == first => return true,
            Some(id) => at = view.clause(id).and_then(|clause| clause.coordinated),
            None => return false,
        }
    }
    false
}
