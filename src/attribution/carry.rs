//! Quotations that go on: over sentences, over paragraphs, behind a colon.

use crate::clause::{PhraseId, PhraseKind};
use crate::document::BlockKind;
use crate::pack::Complement;
use crate::span::Span;
use crate::token::TokenKind;

use super::paragraph::Paragraph;
use super::quote::{self, Place, Quotation};
use super::{Attribution, AttributionKind, Found, source};

/// What goes on from one paragraph to the next.
#[derive(Clone, Debug, Default)]
pub(crate) struct Carry {
    pub(super) quotations: Vec<Quotation>,
    /// The attribution whose quotation was still open at the end of the paragraph.
    open: Option<usize>,
    /// The attribution whose quotation ended the paragraph.
    last: Option<usize>,
    /// A cue at the end of a paragraph, with a colon: its content is the next one.
    colon: Option<Box<Found>>,
}

impl Paragraph<'_> {
    /// Adds a piece to an attribution that is there.
    pub(super) fn extend(&mut self, index: usize, at: usize) {
        let Some(quotation) = self.quotations.get_mut(at) else {
            return;
        };
        quotation.taken = Some(index);
        let span = quotation.span;
        if let Some(found) = self.out.get_mut(index) {
            found.attribution.content.push(span);
        }
    }

    /// A quotation that was open, or a colon, at the end of the paragraph before: its words are here.
    pub(super) fn continue_quotation(
        &mut self,
        carry: &mut Carry,
        sentences: &[Span],
    ) -> Option<usize> {
        let open = carry.open.take();
        let colon = carry.colon.take();
        let last = carry.last.take();
        let leading = quote::opening_at(self.quotations, Place::default());
        let whole = sentences
            .first()
            .zip(sentences.last())
            .map(|(first, last)| first.cover(*last));
        let index = match (open, colon) {
            (Some(index), _) => Some(index),
            (None, Some(mut found)) if leading.is_some() || self.kind == BlockKind::Quotation => {
                let index = self.out.len();
                if leading.is_none() {
                    found.attribution.content.extend(whole);
                    found.attribution.kind = AttributionKind::Direct;
                }
                self.out.push(*found);
                Some(index)
            }
            _ => {
                // A paragraph that is nothing but a quotation goes on with the speaker of the one before.
                let alone = leading
                    .and_then(|at| self.quotations.get(at))
                    .zip(whole)
                    .is_some_and(|(quotation, whole)| {
                        quotation.span == whole && quotation.is_whole
                    });
                last.filter(|_| alone)
            }
        }?;
        if let Some(at) = leading {
            self.extend(index, at);
            if let Some(found) = self.out.get_mut(index)
                && found.attribution.content.len() == 1
            {
                found.attribution.kind = AttributionKind::Direct;
            }
        }
        Some(index)
    }

    /// A whole quotation that nobody has said yet goes on with what its neighbour before said.
    pub(super) fn join_quotations(&mut self, first: usize) {
        let mut before: Option<usize> = None;
        for at in 0..self.quotations.len() {
            let Some(quotation) = self.quotations.get(at).copied() else {
                return;
            };
            match (quotation.taken, before) {
                (None, Some(index))
                    if quotation.is_whole
                        && quotation.open.token == 0
                        && index >= first
                        && self.is_next(index, quotation.open.sentence) =>
                {
                    self.extend(index, at)
                }
                _ => {}
            }
            before = self
                .quotations
                .get(at)
                .and_then(|quotation| quotation.taken)
                .filter(|index| {
                    self.out
                        .get(*index)
                        .is_some_and(|found| found.attribution.kind != AttributionKind::Indirect)
                });
        }
    }

    /// Whether nothing but the attribution itself stands between it and a sentence.
    pub(super) fn is_next(&self, index: usize, sentence: usize) -> bool {
        let Some(found) = self.out.get(index) else {
            return false;
        };
        let cue = found.cue_at.map_or(0, |(sentence, _)| sentence);
        let last = found
            .attribution
            .content
            .last()
            .copied()
            .unwrap_or_default();
        let ended = self.views.partition_point(|view| {
            view.tokens
                .last()
                .is_some_and(|token| token.span.end() < last.end())
        });
        cue.max(ended) + 1 >= sentence
    }

    /// Keeps what goes on in the next paragraph.
    pub(super) fn close(&mut self, carry: &mut Carry, first: usize, continued: Option<usize>) {
        let Some(last) = self.quotations.last().copied() else {
            self.close_colon(carry);
            return;
        };
        let index = last.taken.or(continued);
        if !last.is_closed {
            carry.open = index.filter(|_| last.taken.is_some());
            return;
        }
        let end = self.views.len().saturating_sub(1);
        let near = last.close.sentence == end
            || index
                .and_then(|index| self.out.get(index))
                .and_then(|found| found.cue_at)
                .is_some_and(|(sentence, _)| sentence == end);
        carry.last = index.filter(|index| {
            near && (*index >= first || continued.is_some())
                && self
                    .out
                    .get(*index)
                    .is_some_and(|found| found.attribution.kind == AttributionKind::Direct)
        });
        self.close_colon(carry);
    }

    /// "… Dervla Blyth, said:" at the end of a paragraph.
    pub(super) fn close_colon(&mut self, carry: &mut Carry) {
        let Some((sentence, view)) = self.views.iter().enumerate().next_back() else {
            return;
        };
        let colon = view
            .phrases
            .iter()
            .rposition(|phrase| phrase.kind == PhraseKind::Mark(TokenKind::Colon));
        if colon.is_none_or(|at| at + 1 != view.phrases.len()) {
            return;
        }
        let cues = self.cues;
        for (index, phrase) in view.phrases.iter().enumerate().rev() {
            if phrase.kind != PhraseKind::Verb
                || view.clause(phrase.clause).and_then(|clause| clause.verb)
                    != Some(PhraseId::new(index))
            {
                continue;
            }
            let Some(hit) =
                cues.verb(view, phrase.head, phrase.verb.passive)
                    .and_then(|mut hits| {
                        hits.find(|hit| hit.takes.any(&[Complement::Quotation, Complement::That]))
                    })
            else {
                continue;
            };
            let Some(who) = source::subject(view, phrase.clause) else {
                continue;
            };
            let Some((rule, sense)) = hit.rule(Complement::Quotation) else {
                return;
            };
            // What this paragraph found stands at the end: looking no further keeps the cost linear.
            let recent = self.out.len().saturating_sub(view.phrases.len());
            let is_empty = |found: &Found| {
                found.cue_at == Some((sentence, phrase.head))
                    && found.attribution.content.is_empty()
            };
            let at = self.out.iter().skip(recent).position(is_empty);
            if let Some(at) = at {
                self.out.remove(recent + at);
            }
            carry.colon = Some(Box::new(Found {
                attribution: Attribution {
                    source: vec![view.span(who.start, who.end)],
                    cue: vec![view.span(phrase.start, hit.end)],
                    content: Vec::new(),
                    kind: AttributionKind::Direct,
                    sense,
                    negated: phrase.verb.negated,
                    actor: None,
                },
                source_at: None,
                cue_at: None,
                rule: Some(rule),
                same_source_as: None,
            }));
            return;
        }
    }
}
