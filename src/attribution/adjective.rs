//! Adjectives as cues, and participles that work as such: "is adamant that", "was incensed by", "is due to".

use crate::clause::{Clause, Phrase, PhraseId, PhraseKind, View};
use crate::pack::Complement;
use crate::token::{Marker, Usage};

use super::bound::right_end;
use super::complement::Content;
use super::cue::Hit;
use super::nominal::{is_dated, is_time};
use super::noun::NounCue;
use super::paragraph::Paragraph;
use super::source::{Who, start_of, subject};

impl Paragraph<'_> {
    /// An attribution whose cue is an adjective, or a participle that works as one: "is adamant that", "was incensed by".
    pub(super) fn adjective(&mut self, cue: NounCue<'_>, hit: &Hit<'_>) -> bool {
        let view = cue.view;
        let Some(clause) = view.clause(cue.phrase.clause).copied() else {
            return false;
        };
        let verb = clause
            .verb
            .and_then(|id| view.phrase(id).copied())
            .filter(|verb| verb.start <= cue.head);
        let predicative = cue.phrase.kind == PhraseKind::Verb
            || verb.is_some_and(|verb| is_predicate(cue, &clause, &verb));
        if !predicative && is_raising(view, cue.head) {
            return false;
        }
        if predicative && self.timed(cue, hit, verb) {
            return true;
        }
        let Some(content) = cue
            .scan(hit, hit.end)
            .content()
            .filter(|content| content.frame != Complement::Noun || hit.length > 1)
        else {
            return false;
        };
        let who = match (predicative, noun_before(cue)) {
            (true, _) => subject(view, cue.phrase.clause),
            (false, Some(id)) if content.frame != Complement::Clause => Some(Who {
                phrase: id,
                start: start_of(view, id),
                end: view.phrase(id).map_or(0, |phrase| phrase.end),
            }),
            _ => return false,
        };
        let start = if predicative {
            verb.map_or(cue.phrase.start, |verb| verb.start)
        } else {
            cue.phrase.start
        };
        let cues = [view.span(start, content.cue_end.max(hit.end))];
        let impersonal =
            who.is_some_and(|who| view.marker(who.start) == Marker::It && who.end == who.start + 1);
        let clausal = matches!(
            content.frame,
            Complement::That | Complement::Clause | Complement::Whether | Complement::Infinitive
        );
        if content.frame == Complement::Infinitive && is_raising(view, cue.head) {
            let moved = who
                .filter(|_| !impersonal)
                .map(|who| view.span(who.start, who.end));
            return self.push_noun(hit, content, None, cue, &cues, moved.as_slice());
        }
        let source = who.filter(|_| !(impersonal && clausal));
        if source.is_none() && !impersonal {
            return false;
        }
        self.push_noun(hit, content, source, cue, &cues, &[])
    }

    /// "A vote is set | for May 12": what is due, and when.
    fn timed(&mut self, cue: NounCue<'_>, hit: &Hit<'_>, verb: Option<Phrase>) -> bool {
        let view = cue.view;
        let due = matches!(
            view.marker(cue.head),
            Marker::Set | Marker::Due | Marker::Scheduled | Marker::Slated
        );
        let next = view.phrase_at(hit.end).filter(|id| {
            view.phrase(*id).is_some_and(|phrase| {
                phrase.kind == PhraseKind::Preposition
                    && matches!(
                        view.marker(phrase.start),
                        Marker::For | Marker::On | Marker::In | Marker::At
                    )
            })
        });
        let time = next
            .and_then(|id| view.phrases.get(id.index() + 1))
            .is_some_and(|noun| is_time(view, noun) || is_dated(view, noun));
        let (Some(next), Some(verb), Some(who)) = (
            next.filter(|_| due && time),
            verb,
            subject(view, cue.phrase.clause),
        ) else {
            return false;
        };
        let end = right_end(
            view,
            cue.phrase.clause,
            next.index(),
            Complement::Infinitive,
        );
        let content = Content {
            frame: Complement::Infinitive,
            start: hit.end,
            end,
            cue_end: hit.end,
        };
        let cues = [view.span(verb.start, hit.end)];
        let moved = [view.span(who.start, who.end)];
        self.push_noun(hit, content, None, cue, &cues, &moved)
    }
}

/// Whether an adjective is said of the subject by a copula: "is | adamant", "remained | hopeful".
fn is_predicate(cue: NounCue<'_>, clause: &Clause, verb: &Phrase) -> bool {
    let near = verb.end <= cue.phrase.start && cue.phrase.start - verb.end <= 3;
    let links = verb.verb.only_auxiliary || cue.view.usage(verb.head).any(Usage::LINKING_VERB);
    links && (near || clause.predicate == Some(cue.id))
}

/// The noun phrase that an adjective follows.
fn noun_before(cue: NounCue<'_>) -> Option<PhraseId> {
    let id = PhraseId::new(cue.id.index().checked_sub(1)?);
    let before = cue.view.phrase(id)?;
    (before.kind == PhraseKind::Noun).then_some(id)
}

/// Adjectives that say how likely something is.
fn is_raising(view: &View, head: usize) -> bool {
    view.usage(head).any(Usage::RAISING_ADJECTIVE)
}
