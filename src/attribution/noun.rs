//! Nouns as cues: "their fear is that", "voiced doubts about".

use crate::clause::{ClauseId, ClauseKind, Phrase, PhraseId, PhraseKind, Tag, View};
use crate::pack::Complement;
use crate::token::{Marker, TokenKind, Usage};

use super::bound::trimmed;
use super::complement::{Content, Scan};
use super::cue::Hit;
use super::paragraph::{Paragraph, Said};
use super::source::{Who, extent, start_of, subject};

/// A noun or adjective cue in its sentence.
#[derive(Clone, Copy)]
pub(super) struct NounCue<'v> {
    pub(super) view: &'v View,
    pub(super) sentence: usize,
    pub(super) id: PhraseId,
    pub(super) phrase: &'v Phrase,
    /// The token of its head.
    pub(super) head: usize,
}

impl NounCue<'_> {
    pub(super) fn scan<'a>(&'a self, hit: &Hit<'_>, after: usize) -> Scan<'a> {
        Scan {
            view: self.view,
            clause: self.phrase.clause,
            takes: hit.takes,
            after,
            ends_in_preposition: hit.length > 1
                && self.view.tags.get(hit.end - 1) == Some(&Tag::Preposition),
            passive: false,
            nominal: self.phrase.kind == PhraseKind::Noun,
        }
    }

    /// The verb group that the noun is the object of, when it says nothing itself: "voiced doubts".
    fn light_verb(&self) -> Option<(ClauseId, &Phrase)> {
        let clause = self.view.clause(self.phrase.clause)?;
        let verb = self.view.phrase(clause.verb?)?;
        let before = verb.end <= self.phrase.start
            && self.phrase.start - verb.end <= 2
            && clause.object == Some(self.id);
        (before && self.phrase.preposition.is_none() && is_light(self.view, verb))
            .then_some((self.phrase.clause, verb))
    }

    /// The copula that follows the noun: "their fear | is".
    fn copula(&self) -> Option<&Phrase> {
        let next = self.view.phrases.iter().skip(self.id.index() + 1).take(12);
        let verb = next
            .take_while(|phrase| {
                !matches!(phrase.kind, PhraseKind::Mark(_) | PhraseKind::Coordinator)
            })
            .find(|phrase| phrase.kind == PhraseKind::Verb)?;
        let clause = self.view.clause(verb.clause)?;
        (verb.verb.only_auxiliary
            && self.view.tags.get(verb.head) == Some(&Tag::Be)
            && clause.subject == Some(self.id))
        .then_some(verb)
    }

    fn owner(&self) -> Option<Who> {
        if let Some(owner) = self.phrase.owner {
            // The clitic belongs to the source.
            return Some(Who {
                phrase: owner,
                start: start_of(self.view, owner),
                end: self.phrase.start,
            });
        }
        let first = self.view.tags.get(self.phrase.start)?;
        let whose = self
            .phrase
            .start
            .checked_sub(1)
            .filter(|at| self.view.marker(*at) == Marker::Whose);
        match (first, whose) {
            (Tag::Possessive, _) => Some(Who {
                phrase: self.id,
                start: self.phrase.start,
                end: self.phrase.start + 1,
            }),
            (_, Some(at)) => Some(Who {
                phrase: self.id,
                start: at,
                end: at + 1,
            }),
            _ => None,
        }
    }

    /// "his promise to build a wall | has drawn cheers": the content ends at the verb that the noun is the subject of.
    fn before_its_verb(&self, content: Content) -> Content {
        let verb = self
            .view
            .clauses
            .iter()
            .find(|clause| clause.subject == Some(self.id))
            .and_then(|clause| self.view.phrase(clause.verb?))
            .filter(|verb| verb.start > content.start && verb.start < content.end);
        match verb {
            Some(verb) => Content {
                end: trimmed(self.view, content.start, verb.start),
                ..content
            },
            None => content,
        }
    }

    /// The noun after *of*, *by*, *from* or *among*: "the view of critics is that".
    fn holder_after(&self) -> Option<Who> {
        let id = self
            .view
            .prepositional(self.id, |text| {
                matches!(text, "of" | "by" | "from" | "among")
            })
            .next()?;
        Some(Who {
            phrase: id,
            start: start_of(self.view, id),
            end: extent(self.view, id),
        })
    }
}

/// Verbs that lend a noun their grammar.
fn is_light(view: &View, verb: &Phrase) -> bool {
    view.tags.get(verb.head) == Some(&Tag::Have) || view.usage(verb.head).any(Usage::LIGHT_VERB)
}

impl Paragraph<'_> {
    /// An attribution whose cue is a noun.
    pub(super) fn noun(&mut self, cue: NounCue<'_>, hit: &Hit<'_>) -> bool {
        if let Some(verb) = cue.copula().copied() {
            return self.noun_is(cue, hit, &verb);
        }
        if let Some((clause, verb)) = cue.light_verb().map(|(id, verb)| (id, *verb)) {
            return self.verb_and_noun(cue, hit, clause, &verb);
        }
        if self.there_is(cue, hit) {
            return true;
        }
        let Some(content) = self.nominal_content(cue, hit, hit.end) else {
            return false;
        };
        let named = content.frame == Complement::That || content.frame == Complement::Clause;
        let Some(who) = cue.owner().or_else(|| {
            cue.holder_after()
                .filter(|who| named && who.end <= content.start)
        }) else {
            return false;
        };
        let cues = [cue.view.span(cue.head, content.cue_end.max(hit.end))];
        self.push_noun(hit, content, Some(who), cue, &cues, &[])
    }

    /// Content after a noun. A bare noun takes one only by a preposition.
    fn nominal_content(&self, cue: NounCue<'_>, hit: &Hit<'_>, after: usize) -> Option<Content> {
        cue.scan(hit, after)
            .content()
            .filter(|content| {
                let marked = !matches!(
                    content.frame,
                    Complement::Clause
                        | Complement::Noun
                        | Complement::Predicate
                        | Complement::Gerund
                ) || hit.length > 1;
                marked
                    || cue
                        .view
                        .tokens
                        .get(after)
                        .is_some_and(|token| token.kind == TokenKind::Colon)
            })
            .map(|content| cue.before_its_verb(content))
    }

    /// "Their fear is that the row goes on", "The plan is to sell".
    fn noun_is(&mut self, cue: NounCue<'_>, hit: &Hit<'_>, verb: &Phrase) -> bool {
        let scan = Scan {
            clause: verb.clause,
            ..cue.scan(hit, verb.end)
        };
        let Some(content) = scan.content().filter(|content| {
            matches!(
                content.frame,
                Complement::That
                    | Complement::Clause
                    | Complement::Infinitive
                    | Complement::Whether
                    | Complement::Quotation
                    | Complement::PrepositionNoun
                    | Complement::PrepositionGerund
            )
        }) else {
            return false;
        };
        let who = cue.owner().or_else(|| cue.holder_after());
        let impersonal = matches!(
            content.frame,
            Complement::That | Complement::Whether | Complement::Infinitive
        );
        if who.is_none() && !impersonal {
            return false;
        }
        let cues = if who.is_some_and(|who| who.start > cue.head) {
            vec![
                cue.view.span(cue.head, hit.end),
                cue.view.span(verb.start, verb.end),
            ]
        } else {
            vec![cue.view.span(cue.head, verb.end)]
        };
        self.push_noun(hit, content, who, cue, &cues, &[])
    }

    /// "voiced doubts about the split", "gave no indication of when".
    fn verb_and_noun(
        &mut self,
        cue: NounCue<'_>,
        hit: &Hit<'_>,
        clause: ClauseId,
        verb: &Phrase,
    ) -> bool {
        // "faces calls for a truce": others make them.
        if cue.view.usage(verb.head).any(Usage::FACING_VERB) {
            return false;
        }
        let Some(content) = self.nominal_content(cue, hit, hit.end) else {
            return false;
        };
        let Some(who) = subject(cue.view, clause) else {
            return false;
        };
        let cues = [cue.view.span(verb.start, content.cue_end.max(hit.end))];
        self.push_noun(hit, content, Some(who), cue, &cues, &[])
    }

    /// "There was speculation that the mayor might resign".
    fn there_is(&mut self, cue: NounCue<'_>, hit: &Hit<'_>) -> bool {
        let view = cue.view;
        let Some(clause) = view.clause(cue.phrase.clause) else {
            return false;
        };
        let Some((index, verb)) = clause
            .verb
            .and_then(|id| view.phrase(id).map(|verb| (id.index(), *verb)))
        else {
            return false;
        };
        let there = index
            .checked_sub(1)
            .and_then(|at| view.phrases.get(at))
            .is_some_and(|before| view.marker(before.head) == Marker::There);
        let inside = view.marker(verb.start) == Marker::There;
        if !(there || inside)
            || verb.end > cue.phrase.start
            || cue.phrase.start - verb.end > 2
            || cue.phrase.preposition.is_some()
        {
            return false;
        }
        let Some(content) = self.nominal_content(cue, hit, hit.end) else {
            return false;
        };
        let cues = [view.span(verb.start, content.cue_end.max(hit.end))];
        self.push_noun(hit, content, None, cue, &cues, &[])
    }

    pub(super) fn push_noun(
        &mut self,
        hit: &Hit<'_>,
        content: Content,
        who: Option<Who>,
        cue: NounCue<'_>,
        cues: &[crate::span::Span],
        before: &[crate::span::Span],
    ) -> bool {
        if content.end <= content.start
            || cue.view.clause(cue.phrase.clause).is_some_and(|clause| {
                clause.kind == ClauseKind::Question && clause.marker == Some(content.start)
            })
        {
            return false;
        }
        let mut pieces = before.to_vec();
        pieces.push(self.quoted_span(cue.sentence, cue.view, content.start, content.end));
        if let Some((rule, sense)) = hit.rule(content.frame) {
            self.put(Said {
                rule: Some(rule),
                sense,
                who,
                at: (cue.sentence, cue.head),
                cue: cues,
                content: &pieces,
                negated: false,
            });
        }
        true
    }
}
