//! Who is the source: the noun phrase with its title, apposition and relative clause.

use super::hang::{beside, descends};
use super::nominal::is_time;
use crate::clause::{ClauseId, ClauseKind, Phrase, PhraseId, PhraseKind, Tag, View};
use crate::token::{Marker, Readings, TokenKind, Usage};

/// How many phrases a source may have.
const LONGEST: usize = 40;

/// A source in its sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Who {
    /// The noun phrase that names it: of a relative clause the noun that it belongs to.
    pub(super) phrase: PhraseId,
    /// First token.
    pub(super) start: usize,
    /// Token after the last.
    pub(super) end: usize,
}

/// The subject of a clause as it stands in the text.
pub(super) fn subject(view: &View, id: ClauseId) -> Option<Who> {
    let clause = view.clause(id)?;
    let phrase = view.subject(id).or_else(|| nearest(view, id))?;
    if clause.subject.is_none()
        && let Some(marker) = relative_marker(view, id)
    {
        return Some(Who {
            phrase,
            start: marker,
            end: marker + 1,
        });
    }
    let start = start_of(view, phrase);
    let verb = view
        .clauses
        .iter()
        .find(|clause| clause.subject == Some(phrase))
        .and_then(|clause| clause.verb)
        .filter(|verb| *verb > phrase);
    let end = match verb.and_then(|verb| view.phrase(verb)) {
        Some(verb) => before_verb(view, phrase, verb.start),
        None => extent(view, phrase),
    };
    (end > start).then_some(Who { phrase, start, end })
}

/// The free noun phrase right before a finite verb whose clause has no subject.
fn nearest(view: &View, id: ClauseId) -> Option<PhraseId> {
    let clause = view
        .clause(id)
        .filter(|clause| clause.kind == ClauseKind::Main && clause.coordinated.is_none())?;
    let verb = clause.verb?.index();
    let finite = view.phrases.get(verb).is_some_and(|verb| verb.verb.finite);
    let mut at = verb;
    while let Some(before) = at.checked_sub(1).filter(|before| before + 6 > verb) {
        let phrase = view.phrases.get(before)?;
        match phrase.kind {
            PhraseKind::Adverb | PhraseKind::Mark(TokenKind::Comma) => at = before,
            PhraseKind::Noun if phrase.apposition.is_some() => return phrase.apposition,
            PhraseKind::Noun
                if finite && phrase.preposition.is_none() && !is_time(view, phrase) =>
            {
                return Some(PhraseId::new(before));
            }
            _ => return None,
        }
    }
    None
}

/// *who*, *which* or *that* of the relative clause whose subject is its noun, also for a verb coordinated in it.
fn relative_marker(view: &View, id: ClauseId) -> Option<usize> {
    let mut at = view.clause(id)?;
    while let Some(first) = at.coordinated {
        at = view.clause(first)?;
        if at.subject.is_some() {
            return None;
        }
    }
    (at.kind == ClauseKind::Relative)
        .then_some(at.marker)
        .flatten()
}

/// First token of a noun phrase, with its owners.
pub(super) fn start_of(view: &View, id: PhraseId) -> usize {
    let mut at = id;
    for _ in 0..4 {
        match view.phrase(at).and_then(|phrase| phrase.owner) {
            Some(owner) => at = owner,
            None => break,
        }
    }
    let start = view.phrase(at).map_or(0, |phrase| phrase.start);
    let whose = start
        .checked_sub(1)
        .filter(|at| view.marker(*at) == Marker::Whose);
    whose.unwrap_or(start)
}

/// Where a source before its verb ends: at the verb, without a day or an adverb before it.
fn before_verb(view: &View, id: PhraseId, verb: usize) -> usize {
    let mut end = verb;
    while let Some(at) = end.checked_sub(1) {
        let Some(phrase) = view
            .phrase_at(at)
            .filter(|at| *at > id)
            .and_then(|at| view.phrase(at))
        else {
            break;
        };
        let loose = match phrase.kind {
            PhraseKind::Adverb | PhraseKind::Coordinator => true,
            PhraseKind::Noun => is_time(view, phrase) && phrase.noun.is_none(),
            PhraseKind::Preposition => view
                .phrase_at(phrase.end)
                .and_then(|next| view.phrase(next))
                .is_some_and(|next| is_time(view, next)),
            _ => false,
        };
        if !loose {
            break;
        }
        end = phrase.start;
    }
    end
}

/// Where a noun phrase ends that stands after its verb, or alone.
pub(super) fn extent(view: &View, id: PhraseId) -> usize {
    let mut at = id.index() + 1;
    let mut end = view.phrase(id).map_or(0, |phrase| phrase.end);
    for _ in 0..LONGEST {
        let Some(phrase) = view.phrases.get(at) else {
            break;
        };
        let Some(next) = step(view, id, at, phrase) else {
            break;
        };
        at = next;
        end = view.phrases.get(at - 1).map_or(end, |phrase| phrase.end);
    }
    // A comma at the end belongs to what comes after.
    while end > 0
        && view
            .tokens
            .get(end - 1)
            .is_some_and(|token| token.kind == TokenKind::Comma)
    {
        end -= 1;
    }
    end
}

/// The phrase after the one at `at` if that still belongs to the noun phrase `id`.
fn step(view: &View, id: PhraseId, at: usize, phrase: &Phrase) -> Option<usize> {
    let next = view.phrases.get(at + 1);
    match phrase.kind {
        PhraseKind::Preposition => {
            let noun = next.filter(|next| {
                next.kind == PhraseKind::Noun
                    && !is_time(view, next)
                    && (!is_occasion(view, phrase, next) || is_post(view, at, phrase))
            })?;
            (noun.kind == PhraseKind::Noun).then_some(at + 2)
        }
        PhraseKind::Other => Some(at + 1),
        PhraseKind::Noun
            if phrase.owner.is_some()
                || view.phrases.get(at.checked_sub(1)?)?.kind == PhraseKind::Other =>
        {
            Some(at + 1)
        }
        PhraseKind::Coordinator => next
            .filter(|next| next.kind == PhraseKind::Noun && next.conjunct.is_some())
            .map(|_| at + 2),
        PhraseKind::Mark(TokenKind::BracketOpen) => {
            let close = (at + 1..at + 8).find(|at| {
                view.phrases
                    .get(*at)
                    .is_some_and(|phrase| phrase.kind == PhraseKind::Mark(TokenKind::BracketClose))
            })?;
            Some(close + 1)
        }
        PhraseKind::Mark(TokenKind::Comma) => match next?.kind {
            PhraseKind::Noun => {
                let next = next?;
                let number = view.tags.get(next.head) == Some(&Tag::Number);
                let verb = view
                    .phrases
                    .get(at + 2)
                    .is_some_and(|verb| verb.kind == PhraseKind::Verb && verb.verb.finite);
                ((next.apposition.is_some()
                    || number
                    || next.conjunct.is_some()
                    || !is_time(view, next))
                    && !verb)
                    .then_some(at + 2)
            }
            PhraseKind::Wh => relative_end(view, at + 1),
            _ => None,
        },
        PhraseKind::Wh => relative_end(view, at),
        PhraseKind::That => {
            let clause = view.clause(phrase.clause)?;
            (clause.kind == ClauseKind::Relative && clause.governor >= Some(id))
                .then(|| relative_end(view, at))
                .flatten()
        }
        PhraseKind::Verb if phrase.verb.participle || (phrase.verb.ing && !phrase.verb.finite) => {
            let noun_before = view.phrases.get(at.checked_sub(1)?)?.kind == PhraseKind::Noun;
            noun_before.then(|| relative_end(view, at)).flatten()
        }
        _ => None,
    }
}

/// "a former counsel to the committee": *to* behind a noun for somebody belongs to the noun; behind a name it leads to whom it was said.
fn is_post(view: &View, at: usize, preposition: &Phrase) -> bool {
    view.marker(preposition.start) == Marker::To
        && at
            .checked_sub(1)
            .and_then(|at| view.phrases.get(at))
            .is_some_and(|before| {
                before.end - before.start > 1
                    && before.apposition.is_some()
                    && view.tags.get(before.head) != Some(&Tag::Proper)
                    || view.word(before.head).readings.any(Readings::HUMAN)
                        && view.tags.get(before.head) != Some(&Tag::Proper)
            })
}

/// "said Roe | in a statement", "| at the meeting", "| by telephone": how it was said.
fn is_occasion(view: &View, preposition: &Phrase, noun: &Phrase) -> bool {
    let word = view.marker(preposition.start);
    let occasion = view.usage(noun.head).any(Usage::OCCASION_NOUN);
    (occasion
        && matches!(
            word,
            Marker::In
                | Marker::At
                | Marker::On
                | Marker::By
                | Marker::During
                | Marker::To
                | Marker::Through
                | Marker::Via
                | Marker::After
                | Marker::Before
        ))
        || matches!(
            word,
            Marker::During | Marker::After | Marker::Before | Marker::As | Marker::To
        )
}

/// The phrase after a relative clause or participle that opens at phrase `at`.
fn relative_end(view: &View, at: usize) -> Option<usize> {
    let clause = view.phrases.get(at)?.clause;
    let mut end = at + 1;
    while let Some(phrase) = view.phrases.get(end).filter(|_| end < at + LONGEST) {
        let mark = matches!(
            phrase.kind,
            PhraseKind::Mark(
                TokenKind::Comma
                    | TokenKind::Stop
                    | TokenKind::Semicolon
                    | TokenKind::Colon
                    | TokenKind::Dash
                    | TokenKind::QuoteClose
            )
        );
        let same = descends(view, phrase.clause, clause) || beside(view, phrase.clause, clause);
        let goes_on = phrase.kind == PhraseKind::Coordinator
            && view
                .phrases
                .get(end + 1)
                .is_some_and(|next| beside(view, next.clause, clause));
        if mark || !(same || goes_on) {
            break;
        }
        end += 1;
    }
    Some(end)
}
