//! What a noun phrase is by its noun: a time, somebody who can speak, what the writer calls what was said.

use crate::clause::{Phrase, PhraseKind, Tag, View};
use crate::token::{Marker, Readings, Shape, TokenKind, Usage};

/// A day, a month, a stretch of time.
pub(super) fn is_time(view: &View, phrase: &Phrase) -> bool {
    let named = view.usage(phrase.head).any(Usage::DATE | Usage::TIME);
    let year = view
        .tokens
        .get(phrase.head)
        .is_some_and(|token| token.kind == TokenKind::Number && token.span.len() == 4)
        && phrase.end - phrase.start == 1
        && matches!(
            view.marker(phrase.head.saturating_sub(1)),
            Marker::In
                | Marker::Since
                | Marker::By
                | Marker::Until
                | Marker::Before
                | Marker::After
        );
    (named || year) && phrase.kind == PhraseKind::Noun
}

/// "May 12", "Feb. 3": a phrase with a month in it.
pub(super) fn is_dated(view: &View, noun: &Phrase) -> bool {
    (noun.start..noun.end).any(|at| view.usage(at).any(Usage::MONTH))
}

/// Whether a phrase is a noun phrase that names somebody who can speak.
pub(super) fn can_speak(view: &View, phrase: &Phrase) -> bool {
    let readings = view.word(phrase.head).readings;
    let capital = view
        .tokens
        .get(phrase.head)
        .is_some_and(|token| token.shape.has(Shape::CAPITAL));
    let tag = view.tags.get(phrase.head);
    capital
        || matches!(tag, Some(Tag::Pronoun | Tag::Proper))
        || readings.any(Readings::HUMAN | Readings::GROUP)
}

/// ", | a move that …", ", | a charge she denies": what the writer calls what was said.
pub(super) fn sums_up(view: &View, next: &Phrase) -> bool {
    let article = matches!(
        view.marker(next.start),
        Marker::A | Marker::An | Marker::The | Marker::One
    );
    next.kind == PhraseKind::Noun
        && article
        && next.conjunct.is_none()
        && view.usage(next.head).any(Usage::SUMMARY_NOUN)
}
