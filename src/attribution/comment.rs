//! Comment clauses: "The bridge, as the minister put it, is unsafe", "As she has often said, …". What is said is the clause that they stand in.

use crate::clause::{Tag, View};
use crate::pack::Complement;
use crate::token::{Marker, TokenKind};

use super::cue::Hit;
use super::paragraph::Paragraph;
use super::source::subject;
use super::verb::{SAYING, VerbCue};

impl Paragraph<'_> {
    /// "…, as the minister put it": *as*, who says so, a verb of saying that takes nothing but *it*, and a mark.
    pub(super) fn comment(&mut self, cue: VerbCue<'_>, hit: &Hit<'_>) -> bool {
        let view = cue.view;
        let it = usize::from(view.marker(hit.end) == Marker::It);
        let after = hit.end + it;
        let closed = after >= view.tokens.len() || is_break(view, after);
        let passive = cue.verb.verb.passive && !cue.verb.verb.participle;
        if !closed || passive || !hit.takes.any(&SAYING) {
            return false;
        }
        let Some(mut who) = subject(view, cue.id) else {
            return false;
        };
        // Behind *as* the past may have been read as a participle of the source.
        who.end = who.end.min(cue.verb.start);
        let Some(at) = who.start.checked_sub(1) else {
            return false;
        };
        let opens = at == 0 || is_break(view, at - 1);
        let adverbs = || {
            (who.end..cue.verb.start)
                .all(|at| matches!(view.tags.get(at), Some(Tag::Adverb | Tag::Mark)))
        };
        if view.marker(at) != Marker::As || !opens || !adverbs() {
            return false;
        }
        let pieces = self.around(cue.sentence, view, at, after);
        if pieces.is_empty() {
            return false;
        }
        let cues = [view.span(cue.verb.start, after)];
        let frame = SAYING.into_iter().find(|frame| hit.takes.has(*frame));
        self.push(
            hit,
            frame.unwrap_or(Complement::Clause),
            Some(who),
            cue,
            &cues,
            &pieces,
        );
        true
    }
}

/// Whether a mark stands there that parts an aside from what is said.
fn is_break(view: &View, at: usize) -> bool {
    view.tokens.get(at).is_some_and(|token| {
        matches!(
            token.kind,
            TokenKind::Comma
                | TokenKind::Dash
                | TokenKind::Stop
                | TokenKind::Semicolon
                | TokenKind::QuoteClose
                | TokenKind::QuoteOpen
        )
    })
}
