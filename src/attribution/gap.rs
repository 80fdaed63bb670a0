//! Content that is not where the construction has it: the noun of a relative clause, a word that stands for what was said; and what a cue
//! asks of the nouns beside it.

use crate::clause::{ClauseId, ClauseKind, PhraseId, PhraseKind, Tag, View};
use crate::pack::Complement;
use crate::token::{Marker, TokenKind};

use super::bound::right_end;
use super::cue::Hit;
use super::nominal::is_time;
use super::paragraph::Paragraph;
use super::source::{Who, start_of, subject};
use super::verb::{SAYING, VerbCue};

/// How many phrases an owner and its marks may take up before an object.
const OBJECT: usize = 5;

impl Paragraph<'_> {
    /// Whether source and object are nouns that the cue asks for.
    pub(super) fn fits(&self, cue: VerbCue<'_>, hit: &Hit<'_>, inverted: Option<Who>) -> bool {
        let view = cue.view;
        let passive = cue.verb.verb.passive;
        let subject = view.subject(cue.id);
        let speaker = match (inverted, passive) {
            (Some(who), _) => Some(who.phrase),
            (None, true) => self.agent(cue).map(|who| who.phrase),
            (None, false) => subject,
        };
        let object = if passive {
            subject
        } else {
            object_of(view, cue, hit.end)
        };
        let head = |id: PhraseId| view.phrase(id).map(|phrase| phrase.head);
        let speaks = speaker
            .and_then(head)
            .map_or_else(|| !hit.asks_subject(), |at| hit.takes_subject(view, at));
        let nominal = hit
            .takes
            .any(&[Complement::Noun, Complement::PrepositionNoun]);
        let said = object
            .and_then(head)
            .map_or(!nominal, |at| hit.takes_object(view, at));
        speaks && said
    }

    /// "a charge | she denies", "a move that his office defended as “fair”": the content is the noun that the relative clause belongs to.
    pub(super) fn gap(&mut self, cue: VerbCue<'_>, hit: &Hit<'_>) -> bool {
        let view = cue.view;
        let Some(noun) = relative_object(view, cue.id) else {
            return false;
        };
        let nominal = hit.takes.has(Complement::Noun);
        let next = view.phrase_at(hit.end).filter(|id| {
            view.phrase(*id)
                .is_some_and(|phrase| phrase.start == hit.end)
        });
        let named = next.filter(|id| {
            hit.takes.has(Complement::Predicate)
                && view.phrase(*id).is_some_and(|phrase| match phrase.kind {
                    PhraseKind::Preposition => view.marker(phrase.start) == Marker::As,
                    PhraseKind::Adjective | PhraseKind::Mark(TokenKind::QuoteOpen) => true,
                    _ => false,
                })
        });
        let free = next.and_then(|id| view.phrase(id)).is_none_or(|phrase| {
            matches!(
                phrase.kind,
                PhraseKind::Mark(_)
                    | PhraseKind::Preposition
                    | PhraseKind::Adverb
                    | PhraseKind::Coordinator
                    | PhraseKind::Subordinator
            ) || is_time(view, phrase)
        });
        if named.is_none() && !(nominal && free) {
            return false;
        }
        let Some(who) = subject(view, cue.id) else {
            return false;
        };
        let end = view.phrase(noun).map_or(0, |phrase| phrase.end);
        let mut pieces = vec![view.span(start_of(view, noun), end)];
        if let Some(named) = named {
            let end = right_end(view, cue.id, named.index(), Complement::Predicate);
            if end > hit.end {
                pieces.push(self.content_span(cue, hit.end, end));
            }
        }
        let cues = [view.span(cue.verb.start, hit.end)];
        let frame = if named.is_some() {
            Complement::Predicate
        } else {
            Complement::Noun
        };
        self.push(hit, frame, Some(who), cue, &cues, &pieces);
        true
    }

    /// "says | so", "told them | no", "wondered | the same thing": a word that stands for what was said.
    pub(super) fn pro_form(
        &mut self,
        cue: VerbCue<'_>,
        hit: &Hit<'_>,
        after: usize,
        inverted: Option<Who>,
    ) -> bool {
        let view = cue.view;
        if !hit.takes.any(&SAYING) || cue.verb.verb.passive || inverted.is_some() {
            return false;
        }
        let stands_for = |at: usize| match view.marker(at) {
            Marker::So | Marker::No | Marker::Yes | Marker::Otherwise => Some(at + 1),
            Marker::As if view.marker(at + 1) == Marker::Much => Some(at + 2),
            Marker::The if view.marker(at + 1) == Marker::Same => {
                Some(at + 2 + usize::from(view.marker(at + 2) == Marker::Thing))
            }
            _ => None,
        };
        let addressee = view
            .phrase_at(after)
            .and_then(|id| view.phrase(id))
            .filter(|phrase| phrase.start == after && view.tags.get(after) == Some(&Tag::Pronoun))
            .map(|phrase| (phrase.end, stands_for(phrase.end)));
        let Some((start, end)) = stands_for(after)
            .map(|end| (after, end))
            .or(addressee.and_then(|(start, end)| Some((start, end?))))
        else {
            return false;
        };
        let closed = view.tags.get(end).is_none_or(|tag| {
            matches!(
                tag,
                Tag::Mark | Tag::Preposition | Tag::Subordinator | Tag::Coordinator | Tag::Adverb
            )
        });
        let Some(who) = subject(view, cue.id).filter(|_| closed) else {
            return false;
        };
        let cues = [view.span(cue.verb.start, hit.end)];
        let pieces = [view.span(start, end)];
        self.push(hit, Complement::Clause, Some(who), cue, &cues, &pieces);
        true
    }
}

/// The noun that a relative clause without an object of its own belongs to, where that isn't its subject.
fn relative_object(view: &View, id: ClauseId) -> Option<PhraseId> {
    let clause = view.clause(id)?;
    let noun = clause.governor?;
    // "an idea that he has called “unfair”": what a noun of saying has behind it may be a relative clause all the same.
    let relative = clause.kind == ClauseKind::Relative
        || (clause.kind == ClauseKind::Complement && clause.marker.is_some());
    let quoted = clause.object.is_some_and(|object| {
        view.phrase(object)
            .and_then(|object| view.tokens.get(object.start.checked_sub(1)?))
            .is_some_and(|token| token.kind == TokenKind::QuoteOpen)
    });
    let gap = relative
        && clause.subject.is_some_and(|subject| subject != noun)
        && (clause.object.is_none() || quoted);
    let marked = clause.marker.is_none_or(|at| {
        matches!(
            view.marker(at),
            Marker::Which | Marker::That | Marker::Whom | Marker::Who
        )
    });
    (gap && marked && view.phrase(noun)?.kind == PhraseKind::Noun).then_some(noun)
}

/// The noun phrase behind a cue, or the one that a relative clause leaves a gap for.
fn object_of(view: &View, cue: VerbCue<'_>, after: usize) -> Option<PhraseId> {
    let first = view.phrase_at(after)?;
    let behind = (first.index()..first.index() + OBJECT)
        .map(PhraseId::new)
        .take_while(|id| {
            view.phrase(*id).is_some_and(|phrase| {
                matches!(
                    phrase.kind,
                    PhraseKind::Noun
                        | PhraseKind::Other
                        | PhraseKind::Adverb
                        | PhraseKind::Mark(TokenKind::QuoteOpen)
                )
            })
        })
        .find(|id| {
            view.phrase(*id)
                .is_some_and(|phrase| phrase.kind == PhraseKind::Noun && !phrase.owns)
        });
    behind.or_else(|| view.object(cue.id))
}
