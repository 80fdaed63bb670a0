//! How a word stands in its sentence: in which clause, before which noun, and whether it tells what is told, or what is known of a thing anyhow.

use crate::clause::{Clause, ClauseId, ClauseKind, PhraseKind, Tag, View};

use super::words::Item;

/// Notes of an item how it stands at its token.
pub(super) fn mark(item: &mut Item, view: &View) {
    let at = item.token;
    item.clause = view.clause_at(at);
    item.host = item.clause.map(|clause| host(view, clause));
    item.is_aside = item.clause.is_some_and(|clause| is_aside(view, clause));
    item.is_attribute = is_attribute(view, at);
    item.is_modifier = is_modifier(view, at);
    let clauses = [item.clause, item.host];
    let mut clauses = clauses.into_iter().flatten();
    item.is_earlier = clauses.any(|clause| is_earlier(view, clause)) || is_supposed(view, at);
    let verb = item.clause.and_then(|clause| view.verb_group(clause));
    item.past = verb.is_some_and(|verb| verb.verb.past && !verb.verb.perfect);
}

/// Whether a clause tells of a noun what is known of it, or what was before: "after having cut it".
fn is_aside(view: &View, id: ClauseId) -> bool {
    let hangs = |clause: &Clause| match clause.kind {
        ClauseKind::Relative => true,
        ClauseKind::Participle => clause.governor.is_some(),
        ClauseKind::Gerund => clause
            .marker
            .is_some_and(|at| view.marker_text(at) == "after"),
        _ => false,
    };
    view.clause(id).is_some_and(hangs)
}

/// Whether a word stands before its noun, and tells what is known of that: "the *missing* hikers".
fn is_attribute(view: &View, token: usize) -> bool {
    let phrase = view.phrase_at(token).and_then(|id| view.phrase(id));
    is_quality(view, token)
        && phrase.is_some_and(|phrase| phrase.kind == PhraseKind::Noun && token < phrase.head)
}

/// "Long *thought lost*": it was not.
fn is_supposed(view: &View, token: usize) -> bool {
    const SUPPOSED: [&str; 6] = [
        "thought", "believed", "presumed", "feared", "supposed", "assumed",
    ];
    let before = token.checked_sub(1).map(|before| view.marker_text(before));
    before.is_some_and(|before| SUPPOSED.contains(&before)) && is_quality(view, token)
}

fn is_quality(view: &View, token: usize) -> bool {
    let tag = view.tags.get(token);
    matches!(
        tag,
        Some(Tag::Adjective | Tag::Participle | Tag::Ing | Tag::Past)
    )
}

/// Whether a clause that hangs on a noun tells what had been: "who *had* denied it".
fn is_earlier(view: &View, id: ClauseId) -> bool {
    let verb = view.verb_group(id);
    let marker = view.clause(id).and_then(|clause| clause.marker);
    let is_relative = marker.is_some_and(|at| ["who", "which"].contains(&view.marker_text(at)));
    is_relative && verb.is_some_and(|verb| verb.verb.past && verb.verb.perfect)
}

/// Whether a noun stands right before another one of its phrase.
fn is_modifier(view: &View, token: usize) -> bool {
    let is_noun = |token: usize| view.tags.get(token).is_some_and(|tag| tag.is_noun());
    let phrase = view.phrase_at(token).and_then(|id| view.phrase(id));
    let is_before = phrase.is_some_and(|phrase| token < phrase.head);
    is_before && is_noun(token) && is_noun(token + 1)
}

/// Whether a verb group has no other verb.
pub(super) fn is_main_verb(view: &View, token: usize) -> bool {
    let phrase = view.phrase_at(token).and_then(|id| view.phrase(id));
    phrase.is_some_and(|phrase| phrase.kind == PhraseKind::Verb && phrase.head == token)
}

/// Of "was not allowed to vote" the clause of *allowed*.
fn host(view: &View, id: ClauseId) -> ClauseId {
    let clause = view.clause(id);
    let completes = clause.filter(|clause| match clause.kind {
        ClauseKind::Infinitive | ClauseKind::Gerund => true,
        // "Selling it was a mistake".
        ClauseKind::Participle => clause.governor.is_none(),
        _ => false,
    });
    completes.and_then(|clause| clause.parent).unwrap_or(id)
}
