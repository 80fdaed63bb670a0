//! Comment clauses: "The bridge, as the minister put it, is unsafe", "As she has often said, …", "as is said by many". What is said is the clause that they stand in.

use crate::clause::{ClauseKind, Tag, View};
use crate::pack::Complement;
use crate::token::{Marker, TokenKind};

use super::cue::Hit;
use super::paragraph::Paragraph;
use super::source::subject;
use super::verb::{SAYING, VerbCue};
use crate::span::Span;

/// How many phrases behind whom a clause calls something it is looked for what.
const CALLED: usize = 8;

impl Paragraph<'_> {
    /// "…, as the minister put it": *as*, who says so, a verb of saying that takes nothing but *it*, and a mark.
    pub(super) fn comment(&mut self, cue: VerbCue<'_>, hit: &Hit<'_>) -> bool {
        let view = cue.view;
        if !hit.takes.any(&SAYING) {
            return false;
        }
        if cue.verb.verb.passive && !cue.verb.verb.participle {
            return self.passive_comment(cue, hit);
        }
        let it = usize::from(view.marker(hit.end) == Marker::It);
        let after = hit.end + it;
        if !is_closed(view, after) {
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
        let adverbs = || {
            (who.end..cue.verb.start)
                .all(|at| matches!(view.tags.get(at), Some(Tag::Adverb | Tag::Mark)))
        };
        if !opens_comment(view, at) || !adverbs() {
            return false;
        }
        let pieces = self.around(cue.sentence, view, at, after);
        if pieces.is_empty() {
            return false;
        }
        let cues = [view.span(cue.verb.start, after)];
        self.push(hit, comment_frame(hit), Some(who), cue, &cues, &pieces);
        true
    }

    /// "…, as was stated by the ministry": *as*, a passive of saying without a subject, and *by* whom. Behind an infinitive that calls somebody
    /// something only what he is called is surely said: "means to list them as bandits, as is claimed by the minister".
    fn passive_comment(&mut self, cue: VerbCue<'_>, hit: &Hit<'_>) -> bool {
        let view = cue.view;
        let Some(at) = cue.verb.start.checked_sub(1) else {
            return false;
        };
        if !opens_comment(view, at) {
            return false;
        }
        let Some(who) = self
            .agent(cue)
            .filter(|who| who.start == hit.end + 1 && is_closed(view, who.end))
        else {
            return false;
        };
        let pieces = match called_before(view, at) {
            Some(called) => vec![called],
            None => self.around(cue.sentence, view, at, who.end),
        };
        if pieces.is_empty() {
            return false;
        }
        let cues = [view.span(cue.verb.start, hit.end)];
        self.push(hit, comment_frame(hit), Some(who), cue, &cues, &pieces);
        true
    }
}

fn comment_frame(hit: &Hit<'_>) -> Complement {
    SAYING
        .into_iter()
        .find(|frame| hit.takes.has(*frame))
        .unwrap_or(Complement::Clause)
}

/// Whether *as* stands there, at the head of the sentence or behind a mark.
fn opens_comment(view: &View, at: usize) -> bool {
    view.marker(at) == Marker::As && (at == 0 || is_break(view, at - 1))
}

fn is_closed(view: &View, after: usize) -> bool {
    after >= view.tokens.len() || is_break(view, after)
}

/// Of an infinitive or gerund before the comma of a comment whom it calls what: "them as bandits".
fn called_before(view: &View, at: usize) -> Option<Span> {
    let end = at.checked_sub(1)?;
    let id = view.clause_at(end.checked_sub(1)?)?;
    let clause = view
        .clause(id)
        .filter(|clause| matches!(clause.kind, ClauseKind::Infinitive | ClauseKind::Gerund))?;
    let object = clause.object?;
    let named = |at: usize| {
        let phrase = view.phrases.get(at);
        phrase.is_some_and(|phrase| phrase.start < end && view.is_behind(phrase, "as"))
    };
    let calls = clause.predicate.is_some_and(|called| called > object)
        || (object.index() + 1..object.index() + CALLED).any(named);
    calls.then(|| view.span(view.phrase(object).map_or(end, |phrase| phrase.start), end))
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
