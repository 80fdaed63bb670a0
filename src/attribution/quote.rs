//! Where quotation marks open and close in a paragraph.

use crate::clause::View;
use crate::span::Span;
use crate::token::TokenKind;

use super::AttributionKind;

/// A token of a paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub(super) sentence: usize,
    pub(super) token: usize,
}

/// A stretch between quotation marks, the marks included.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quotation {
    pub(super) span: Span,
    pub(super) open: Place,
    /// The closing mark; the last token of the paragraph where none is there.
    pub(super) close: Place,
    pub(super) is_closed: bool,
    /// A whole statement: it ends in a mark of its own, or holds several sentences.
    pub(super) is_whole: bool,
    /// The attribution, as an index, that has it as content.
    pub(super) taken: Option<usize>,
}

/// A mark, as far as which closes which goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Double,
    Single,
}

fn class(text: &str) -> Class {
    match text {
        "'" | "‘" | "’" | "`" | "‹" | "›" => Class::Single,
        _ => Class::Double,
    }
}

/// Finds the quotations of a paragraph. A mark inside another quotation is a part of it; one that is left open holds to the end.
pub(super) fn quotations(text: &str, views: &[View], out: &mut Vec<Quotation>) {
    out.clear();
    let mut open: Option<(Place, Class)> = None;
    let mut last = Place::default();
    for (sentence, view) in views.iter().enumerate() {
        let marks = [TokenKind::QuoteOpen, TokenKind::QuoteClose, TokenKind::Mark];
        if !marks.iter().any(|mark| view.has(*mark)) {
            if let Some(token) = view.tokens.len().checked_sub(1) {
                last = Place { sentence, token };
            }
            continue;
        }
        for (token, item) in view.tokens.iter().enumerate() {
            let place = Place { sentence, token };
            last = place;
            if !matches!(
                item.kind,
                TokenKind::QuoteOpen | TokenKind::QuoteClose | TokenKind::Mark
            ) {
                continue;
            }
            let mark = item.span.of(text);
            match open {
                None if item.kind == TokenKind::QuoteOpen => open = Some((place, class(mark))),
                Some((start, kind)) if closes(text, view, token, kind) => {
                    close(text, views, start, place, true, out);
                    open = None;
                }
                // The same mark opens again: what was open had no end.
                Some((start, kind))
                    if item.kind == TokenKind::QuoteOpen
                        && kind == class(mark)
                        && sentence > start.sentence
                        && kind == Class::Single =>
                {
                    open = Some((place, kind));
                }
                _ => {}
            }
        }
    }
    if let Some((start, kind)) = open
        && (kind == Class::Double || start == Place::default())
    {
        close(text, views, start, last, false, out);
    }
}

fn closes(text: &str, view: &View, token: usize, open: Class) -> bool {
    let Some(item) = view.tokens.get(token) else {
        return false;
    };
    let mark = item.span.of(text);
    if class(mark) != open {
        return false;
    }
    match item.kind {
        TokenKind::QuoteClose => true,
        // A single mark after a stop or comma: the sentence before held the one that opened.
        TokenKind::Mark if open == Class::Single && matches!(mark, "'" | "’") => token
            .checked_sub(1)
            .and_then(|before| view.tokens.get(before))
            .is_some_and(|before| {
                before.span.end() == item.span.start()
                    && matches!(before.kind, TokenKind::Stop | TokenKind::Comma)
            }),
        _ => false,
    }
}

fn close(
    text: &str,
    views: &[View],
    open: Place,
    end: Place,
    is_closed: bool,
    out: &mut Vec<Quotation>,
) {
    let token = |place: Place| {
        views
            .get(place.sentence)
            .and_then(|view| view.tokens.get(place.token))
    };
    let (Some(first), Some(last)) = (token(open), token(end)) else {
        return;
    };
    let before = end
        .token
        .checked_sub(1)
        .and_then(|at| views.get(end.sentence)?.tokens.get(at))
        .map(|token| token.kind);
    let after = views
        .get(end.sentence)
        .and_then(|view| view.tokens.get(end.token + 1))
        .map(|token| token.kind);
    let ends_itself = matches!(
        before,
        Some(TokenKind::Stop | TokenKind::Comma | TokenKind::Dash | TokenKind::Mark)
    ) || matches!(after, Some(TokenKind::Comma));
    let span = first.span.cover(last.span);
    out.push(Quotation {
        span,
        open,
        close: end,
        is_closed,
        is_whole: (ends_itself && span.of(text).len() > 2)
            || open.sentence != end.sentence
            || !is_closed,
        taken: None,
    });
}

/// The quotation that closes at a token.
pub(super) fn closing_at(quotations: &[Quotation], place: Place) -> Option<usize> {
    let at = quotations.partition_point(|one| one.close < place);
    quotations
        .get(at)
        .filter(|one| one.close == place && one.is_closed)
        .map(|_| at)
}

/// The quotation that opens at a token.
pub(super) fn opening_at(quotations: &[Quotation], place: Place) -> Option<usize> {
    let at = quotations.partition_point(|one| one.open < place);
    quotations
        .get(at)
        .filter(|one| one.open == place)
        .map(|_| at)
}

/// How much of a content is in quotation marks.
pub(super) fn kind(quotations: &[Quotation], content: &[Span]) -> AttributionKind {
    let inside = content.iter().all(|piece| {
        let at = quotations.partition_point(|one| one.span.end() < piece.end());
        quotations
            .get(at)
            .is_some_and(|one| one.span.contains(*piece))
    });
    let touched = content.iter().any(|piece| {
        let at = quotations.partition_point(|one| one.span.end() <= piece.start());
        quotations
            .get(at)
            .is_some_and(|one| one.span.overlaps(*piece))
    });
    match (inside, touched) {
        (true, _) => AttributionKind::Direct,
        (false, true) => AttributionKind::Mixed,
        (false, false) => AttributionKind::Indirect,
    }
}
