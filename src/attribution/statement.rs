//! Whether what stands before a cue states something, and where it begins.

use crate::clause::{Clause, ClauseKind, Phrase, PhraseId, PhraseKind, Tag, View};
use crate::token::TokenKind;

/// Whether tokens hold a statement: a finite verb outside what is only fronted ("As the race moves west, they see …"), unless a
/// comma follows the cue and the statement comes behind it ("When he left, she told me, it rained").
pub(super) fn states(view: &View, start: usize, end: usize, followed: bool) -> bool {
    verbs_between(view, start, end).any(|verb| {
        followed
            || view
                .clause(verb.clause)
                .is_some_and(|clause| !fronts(view, clause, start))
    })
}

/// Whether a clause only opens the sentence: "When …", "As …", "Asked whether …".
fn fronts(view: &View, clause: &Clause, start: usize) -> bool {
    let mut at = Some(*clause);
    for _ in 0..4 {
        let Some(clause) = at else {
            return false;
        };
        let opens = view
            .phrase(clause.start)
            .is_some_and(|phrase| phrase.start <= start + 1);
        if opens && matches!(clause.kind, ClauseKind::Adverbial | ClauseKind::Participle) {
            return true;
        }
        at = clause.parent.and_then(|id| view.clause(id)).copied();
    }
    false
}

/// "Within four years, she said, | it had doubled": a place or time before the cue, and a statement behind its comma.
pub(super) fn fronted(view: &View, start: usize, end: usize, after: usize) -> bool {
    let opens = view
        .phrase_at(start)
        .and_then(|id| view.phrase(id))
        .is_some_and(|first| matches!(first.kind, PhraseKind::Preposition | PhraseKind::Adverb));
    opens
        && verbs_between(view, start, end).next().is_none()
        && verbs_between(view, after, view.tokens.len())
            .next()
            .is_some()
}

/// The finite verb groups, and those with a modal, that lie whole between two tokens.
fn verbs_between(view: &View, start: usize, end: usize) -> impl Iterator<Item = &Phrase> {
    // The phrases of a sentence stand in its order and leave no token out.
    let first = view
        .phrase_at(start)
        .map_or(view.phrases.len(), PhraseId::index);
    let phrases = view.phrases.get(first..).unwrap_or_default().iter();
    phrases
        .take_while(move |phrase| phrase.start < end)
        .filter(move |phrase| {
            phrase.kind == PhraseKind::Verb
                && phrase.start >= start
                && phrase.end <= end
                && (phrase.verb.finite || phrase.verb.modal.is_some())
        })
}

/// Where the content left of a comma begins: at the start of the sentence or behind a mark, without a conjunction.
pub(super) fn left_start(view: &View, end: usize) -> usize {
    const OPENERS: [TokenKind; 3] = [TokenKind::Semicolon, TokenKind::Colon, TokenKind::Dash];
    let opener = if OPENERS.iter().any(|kind| view.has(*kind)) {
        let tokens = view.tokens.get(..end).unwrap_or(&view.tokens);
        tokens
            .iter()
            .rposition(|token| OPENERS.contains(&token.kind))
    } else {
        None
    };
    let mut start = opener.map_or(0, |at| at + 1);
    while start < end && matches!(view.tags.get(start), Some(Tag::Coordinator)) {
        start += 1;
    }
    start
}
