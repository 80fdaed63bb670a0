//! Verbs as cues: what they take on either side.

use crate::clause::{Clause, ClauseId, ClauseKind, Phrase, PhraseId, PhraseKind, Tag, View};
use crate::pack::Complement;
use crate::span::Span;
use crate::token::{TokenKind, Usage};

use super::bound::right_end;
use super::complement::{Content, Scan};
use super::cue::Hit;
use super::nominal::{can_speak, is_time};
use super::paragraph::Paragraph;
use super::quote::{Place, opening_at};
use super::source::{Who, extent, start_of, subject};

/// Frames in which something is said in words.
pub(super) const SAYING: [Complement; 3] =
    [Complement::That, Complement::Clause, Complement::Quotation];

/// A verb cue in its sentence.
#[derive(Clone, Copy)]
pub(super) struct VerbCue<'v> {
    pub(super) view: &'v View,
    pub(super) sentence: usize,
    pub(super) id: ClauseId,
    pub(super) clause: &'v Clause,
    pub(super) verb: &'v Phrase,
    pub(super) verb_index: usize,
}

impl<'v> VerbCue<'v> {
    pub(super) fn new(view: &'v View, sentence: usize, id: ClauseId) -> Option<Self> {
        let clause = view.clause(id)?;
        let verb = view.phrase(clause.verb?)?;
        Some(Self {
            view,
            sentence,
            id,
            clause,
            verb,
            verb_index: clause.verb?.index(),
        })
    }

    pub(super) fn place(&self, token: usize) -> Place {
        Place {
            sentence: self.sentence,
            token,
        }
    }

    /// The noun phrase after a verb that stands before its subject: "said Lapid", "told reporters" is none.
    pub(super) fn inverted_source(&self, after: usize) -> Option<Who> {
        let before = self
            .verb
            .start
            .checked_sub(1)
            .and_then(|at| self.view.tokens.get(at))
            .map(|token| token.kind);
        let opens = matches!(
            before,
            None | Some(TokenKind::QuoteClose | TokenKind::Comma | TokenKind::Dash)
        );
        if !opens || !self.verb.verb.finite || self.verb.verb.modal.is_some() {
            return None;
        }
        let id = self.view.phrase_at(after)?;
        let noun = self
            .view
            .phrase(id)
            .filter(|phrase| phrase.kind == PhraseKind::Noun && phrase.start == after)?;
        let mut last = id;
        if noun.owns {
            last = (id.index() + 1..id.index() + 4)
                .map(PhraseId::new)
                .find(|next| {
                    self.view
                        .phrase(*next)
                        .is_some_and(|phrase| phrase.owner == Some(id))
                })?;
        }
        let named = self.view.phrase(last)?;
        // Behind closing marks any noun may speak: "“Never,” replied the tenor".
        let quoted = matches!(before, Some(TokenKind::QuoteClose)) && !is_time(self.view, named);
        (quoted || can_speak(self.view, named)).then(|| Who {
            phrase: last,
            start: start_of(self.view, last),
            end: extent(self.view, last),
        })
    }
}

impl Paragraph<'_> {
    /// An attribution whose cue is the verb of a clause.
    pub(super) fn verb(&mut self, cue: VerbCue<'_>, hit: &Hit<'_>) -> bool {
        if self.comment(cue, hit) {
            return true;
        }
        if self.goes_on_quoted(cue, hit) && self.clause_left(cue, hit, None) {
            return true;
        }
        let unsaid = cue.clause.subject.is_none() && cue.clause.coordinated.is_none();
        let inverted = if unsaid || cue.clause.inverted {
            cue.inverted_source(hit.end)
        } else {
            None
        };
        if hit.asks() && !self.fits(cue, hit, inverted) {
            return false;
        }
        let after = inverted
            .filter(|who| who.end > hit.end)
            .map_or(hit.end, |who| who.end);
        let scan = Scan {
            view: cue.view,
            clause: cue.id,
            takes: hit.takes,
            after,
            ends_in_preposition: hit.length > 1
                && cue.view.tags.get(hit.end - 1) == Some(&Tag::Preposition),
            passive: cue.verb.verb.passive,
            nominal: false,
        };
        if let Some(object) = hit.object {
            return self.with_object(cue, hit, object);
        }
        if self.gap(cue, hit) {
            return true;
        }
        if let Some(mut content) = scan
            .content()
            .filter(|content| plausible(cue, content.frame))
            // "said Ms. Gantt, who teaches": of the source.
            .filter(|content| inverted.is_none() || content.frame != Complement::Whether)
        {
            if hit.asks_subject() && content.frame == Complement::Noun {
                // "found Engstrom leading by nine, with a third undecided": what a poll finds is a statement, whatever its grammar.
                let first = cue.view.phrase_at(content.start).map_or(0, |id| id.index());
                content.end = right_end(cue.view, cue.id, first, Complement::Clause);
            }
            return self.right(cue, hit, content, inverted);
        }
        if self.pro_form(cue, hit, after, inverted) {
            return true;
        }
        if cue.verb.verb.passive && (self.passive_alone(cue, hit) || self.foreseen(cue, hit)) {
            return true;
        }
        hit.takes.any(&SAYING) && self.clause_left(cue, hit, inverted)
    }

    /// "He would prefer a fee, he added, | “but nobody asked.”", "It is late, he said: | we leave": what stands before comes first.
    fn goes_on_quoted(&self, cue: VerbCue<'_>, hit: &Hit<'_>) -> bool {
        let kind = |at: usize| cue.view.tokens.get(at).map(|token| token.kind);
        let who = subject(cue.view, cue.id);
        let end = who.as_ref().map_or(hit.end, |who| who.end.max(hit.end));
        let quoted = kind(end + 1) == Some(TokenKind::QuoteOpen);
        let marks = kind(hit.end) == Some(TokenKind::Comma) && quoted
            || kind(end) == Some(TokenKind::Colon) && !quoted;
        if !marks || !hit.takes.any(&SAYING) {
            return false;
        }
        let lead = who.map_or(cue.verb.start, |who| who.start.min(cue.verb.start));
        lead.checked_sub(1).and_then(kind) == Some(TokenKind::Comma)
    }

    /// "called the figure | into question": the object stands inside the cue.
    fn with_object(&mut self, cue: VerbCue<'_>, hit: &Hit<'_>, object: (usize, usize)) -> bool {
        let Some(who) = subject(cue.view, cue.id) else {
            return false;
        };
        let frame = if hit.takes.has(Complement::Noun) {
            Complement::Noun
        } else {
            Complement::PrepositionNoun
        };
        let ends_in_preposition = cue.view.tags.get(hit.end - 1) == Some(&Tag::Preposition);
        let (content, end) = if ends_in_preposition {
            // "laid the blame on | the system": what follows the preposition belongs to it.
            let Some(first) = cue.view.phrase_at(hit.end) else {
                return false;
            };
            let end = right_end(cue.view, cue.id, first.index(), Complement::Noun);
            ((object.0, end.max(object.1)), hit.end)
        } else {
            (object, hit.end)
        };
        let pieces = [cue.view.span(content.0, content.1)];
        let cues = if ends_in_preposition {
            vec![cue.view.span(cue.verb.start, object.0)]
        } else {
            vec![
                cue.view.span(cue.verb.start, object.0),
                cue.view.span(object.1, end),
            ]
        };
        self.push(hit, frame, Some(who), cue, &cues, &pieces);
        true
    }

    /// Content on the right of the cue.
    fn right(
        &mut self,
        cue: VerbCue<'_>,
        hit: &Hit<'_>,
        content: Content,
        inverted: Option<Who>,
    ) -> bool {
        let view = cue.view;
        let passive = cue.verb.verb.passive;
        let mut pieces = vec![self.content_span(cue, content.start, content.end)];
        let mut source = inverted;
        if source.is_none() && passive {
            source = self.agent(cue);
            let moved = !matches!(
                content.frame,
                Complement::That | Complement::Clause | Complement::Whether | Complement::Quotation
            );
            // "was asked about | the report": whoever is asked says nothing.
            let asked = content.frame == Complement::Noun
                && view.usage(cue.verb.head).any(Usage::QUESTIONING_VERB);
            if moved
                && !asked
                && cue.clause.kind != ClauseKind::Participle
                && let Some(who) = subject(view, cue.id)
            {
                pieces.insert(0, view.span(who.start, who.end));
            }
        } else if source.is_none() {
            source = subject(view, cue.id);
            if content.frame == Complement::Infinitive && is_raising(view, cue.verb) {
                if let Some(who) = source.take() {
                    pieces.insert(0, view.span(who.start, who.end));
                }
            } else if is_raising(view, cue.verb) && content.frame != Complement::Noun {
                source = None;
            } else if source.is_none() {
                return false;
            }
        }
        let end = if content.cue_end > hit.end && content.cue_end <= content.start {
            content.cue_end
        } else {
            hit.end
        };
        let cues = [view.span(cue.verb.start, end)];
        self.push(hit, content.frame, source, cue, &cues, &pieces);
        true
    }

    /// The bytes of content tokens; a whole quotation that opens there is taken to its end, over sentences.
    pub(super) fn content_span(&self, cue: VerbCue<'_>, start: usize, end: usize) -> Span {
        let span = cue.view.span(start, end);
        match opening_at(self.quotations, cue.place(start)).and_then(|at| self.quotations.get(at)) {
            Some(quotation) if quotation.span.end() > span.end() => span.cover(quotation.span),
            _ => span,
        }
    }

    /// The noun after *by* of a passive.
    pub(super) fn agent(&self, cue: VerbCue<'_>) -> Option<Who> {
        let id = cue
            .view
            .clause_prepositional(cue.id, |text| text == "by")
            .find(|id| id.index() > cue.verb_index)?;
        let end = extent(cue.view, id);
        Some(Who {
            phrase: id,
            start: start_of(cue.view, id),
            end,
        })
    }

    /// "The ban is supported by doctors": all the content is before the cue.
    fn passive_alone(&mut self, cue: VerbCue<'_>, hit: &Hit<'_>) -> bool {
        let nominal = [
            Complement::Noun,
            Complement::ObjectInfinitive,
            Complement::Predicate,
            Complement::ObjectGerund,
        ];
        if !hit.takes.any(&nominal) {
            return false;
        }
        // "a change long demanded by tenants": the noun that the participle belongs to.
        let described = cue
            .clause
            .governor
            .filter(|_| cue.clause.kind == ClauseKind::Participle)
            .filter(|id| {
                cue.view.phrase(*id).is_some_and(|phrase| {
                    phrase.kind == PhraseKind::Noun && phrase.end == cue.verb.start
                })
            })
            .map(|id| Who {
                phrase: id,
                start: start_of(cue.view, id),
                end: cue.verb.start,
            });
        let content = match cue.clause.kind {
            ClauseKind::Participle => described,
            _ => subject(cue.view, cue.id),
        };
        let (Some(source), Some(content)) = (self.agent(cue), content) else {
            return false;
        };
        let mut pieces = vec![cue.view.span(content.start, content.end)];
        let named = cue
            .view
            .clause_prepositional(cue.id, |text| text == "as")
            .find(|id| id.index() > source.phrase.index());
        if let Some(named) = named.filter(|_| hit.takes.has(Complement::Predicate)) {
            let preposition = named.index().saturating_sub(1);
            let start = cue
                .view
                .phrases
                .get(preposition)
                .map_or(0, |phrase| phrase.start);
            pieces.push(cue.view.span(
                start,
                right_end(cue.view, cue.id, preposition, Complement::Predicate),
            ));
        }
        let cues = [cue.view.span(cue.verb.start, hit.end)];
        self.push(hit, Complement::Noun, Some(source), cue, &cues, &pieces);
        true
    }

    /// "A vote is anticipated on Friday": what is expected or promised, and when.
    fn foreseen(&mut self, cue: VerbCue<'_>, hit: &Hit<'_>) -> bool {
        let view = cue.view;
        if cue.clause.kind == ClauseKind::Participle
            || !view.usage(cue.verb.head).any(Usage::FORESEEING_VERB)
        {
            return false;
        }
        let Some(content) = subject(view, cue.id) else {
            return false;
        };
        let mut pieces = vec![view.span(content.start, content.end)];
        if let Some(next) = view.phrase_at(hit.end).filter(|next| {
            view.phrase(*next).is_some_and(|phrase| {
                matches!(
                    phrase.kind,
                    PhraseKind::Preposition | PhraseKind::Adverb | PhraseKind::Noun
                )
            })
        }) {
            let end = right_end(view, cue.id, next.index(), Complement::Infinitive);
            if end > hit.end {
                pieces.push(view.span(hit.end, end));
            }
        }
        let cues = [view.span(cue.verb.start, hit.end)];
        self.push(hit, Complement::ObjectInfinitive, None, cue, &cues, &pieces);
        true
    }
}

/// Verbs that say how likely something looks, and to nobody in particular.
fn is_raising(view: &View, verb: &Phrase) -> bool {
    view.usage(verb.head).any(Usage::RAISING_VERB)
}

/// Verbs that lend an infinitive their own finiteness: "used to support", and auxiliaries: "has yet to decide".
fn is_transparent(view: &View, verb: &Phrase) -> bool {
    let word = view.word(verb.head);
    !word.verb.is_known() || word.usage.any(Usage::TRANSPARENT_VERB)
}

/// A bare infinitive with an object says nothing by itself: "was not authorized | to discuss the matter".
fn plausible(cue: VerbCue<'_>, frame: Complement) -> bool {
    let nominal = matches!(
        frame,
        Complement::Noun
            | Complement::PrepositionNoun
            | Complement::Gerund
            | Complement::PrepositionGerund
            | Complement::Infinitive
    );
    if !nominal || cue.clause.kind != ClauseKind::Infinitive || cue.clause.coordinated.is_some() {
        return true;
    }
    let governor = cue.clause.governor.and_then(|id| cue.view.phrase(id));
    governor
        .is_some_and(|phrase| phrase.kind == PhraseKind::Verb && is_transparent(cue.view, phrase))
}
