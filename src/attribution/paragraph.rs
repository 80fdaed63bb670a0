//! A paragraph while it is read: each phrase is asked for its cues, and what they find is put beside what is there.

use crate::clause::{ClauseId, PhraseId, PhraseKind, View};
use crate::document::BlockKind;
use crate::pack::{Complement, RuleId};
use crate::span::Span;
use crate::token::Token;

use super::cue::{Cues, Hit};
use super::noun::NounCue;
use super::quote::{self, Place, Quotation};
use super::source::Who;
use super::verb::VerbCue;
use super::{Attribution, Found, Sense};

/// How many attributions before are asked whether they are the same.
const NEAR: usize = 8;

/// A paragraph while it is read.
pub(super) struct Paragraph<'p> {
    pub(super) cues: &'p Cues,
    pub(super) kind: BlockKind,
    /// Where its attributions begin in `out`.
    pub(super) first: usize,
    pub(super) views: &'p [View],
    pub(super) quotations: &'p mut Vec<Quotation>,
    pub(super) out: &'p mut Vec<Found>,
}

/// What a cue says, before it is known whether it is new.
pub(super) struct Said<'s> {
    pub(super) rule: Option<RuleId>,
    pub(super) sense: Sense,
    pub(super) who: Option<Who>,
    /// Sentence and token of the cue.
    pub(super) at: (usize, usize),
    pub(super) cue: &'s [Span],
    pub(super) content: &'s [Span],
    pub(super) negated: bool,
}

impl Paragraph<'_> {
    pub(super) fn sentences(&mut self) {
        let views = self.views;
        for (sentence, view) in views.iter().enumerate() {
            self.label(sentence, view);
            for index in 0..view.phrases.len() {
                self.phrase_at(sentence, view, index);
            }
            self.dash(sentence, view);
        }
    }

    /// The cues of one phrase.
    fn phrase_at(&mut self, sentence: usize, view: &View, index: usize) {
        let Some(phrase) = view.phrases.get(index) else {
            return;
        };
        let cues = self.cues;
        let id = PhraseId::new(index);
        let cue = NounCue {
            view,
            sentence,
            id,
            phrase,
            head: phrase.head,
        };
        match phrase.kind {
            PhraseKind::Verb => {
                let clause = phrase.clause;
                if view.clause(clause).and_then(|clause| clause.verb) != Some(id) {
                    return;
                }
                if !(phrase.verb.passive && self.adjective_at(cue)) {
                    self.verb_at(sentence, view, clause, phrase.head);
                }
            }
            PhraseKind::Noun => {
                if let Some(mut hits) = cues.noun(view, phrase.head) {
                    hits.any(|hit| self.noun(cue, &hit));
                }
            }
            PhraseKind::Adjective => {
                self.adjective_at(cue);
            }
            _ => {}
        }
        let tokens = view.tokens.get(phrase.start..phrase.end);
        for (at, token) in (phrase.start..).zip(tokens.unwrap_or_default()) {
            if cues.begins_phrase(token.word)
                && let Some(mut hits) = cues.phrase(view, at)
            {
                hits.any(|hit| self.phrase(sentence, view, at, &hit));
            }
        }
    }

    fn adjective_at(&mut self, cue: NounCue<'_>) -> bool {
        self.cues
            .adjective(cue.view, cue.head)
            .is_some_and(|mut hits| hits.any(|hit| self.adjective(cue, &hit)))
    }

    fn verb_at(&mut self, sentence: usize, view: &View, clause: ClauseId, head: usize) {
        let Some(cue) = VerbCue::new(view, sentence, clause) else {
            return;
        };
        let passive = cue.verb.verb.passive;
        let Some(hits) = self.cues.verb(view, head, passive) else {
            return;
        };
        if !passive && !self.quotations.is_empty() {
            let quoted = |hit: &Hit<'_>| hit.takes.has(Complement::Quotation);
            if hits
                .clone()
                .any(|hit| quoted(&hit) && self.quoted_left(cue, &hit))
            {
                return;
            }
        }
        // An object inside a cue ("laid the blame on") only where nothing else fits: "told a committee | of parliament".
        let mut with_object = false;
        let found = hits.clone().any(|hit| {
            with_object |= hit.object.is_some();
            hit.object.is_none() && self.verb(cue, &hit)
        });
        if with_object && !found {
            let _ = hits
                .clone()
                .any(|hit| hit.object.is_some() && self.verb(cue, &hit));
        }
    }

    pub(super) fn token(&self, place: Place) -> Option<&Token> {
        self.views.get(place.sentence)?.tokens.get(place.token)
    }

    pub(super) fn place_before(&self, place: Place) -> Option<Place> {
        if let Some(token) = place.token.checked_sub(1) {
            return Some(Place { token, ..place });
        }
        let sentence = place.sentence.checked_sub(1)?;
        let token = self.views.get(sentence)?.tokens.len().checked_sub(1)?;
        Some(Place { sentence, token })
    }

    /// The bytes of content tokens; a whole quotation that opens there is taken to its end, over sentences.
    pub(super) fn quoted_span(
        &self,
        sentence: usize,
        view: &View,
        start: usize,
        end: usize,
    ) -> Span {
        let span = view.span(start, end);
        match quote::opening_at(
            self.quotations,
            Place {
                sentence,
                token: start,
            },
        )
        .and_then(|at| self.quotations.get(at))
        {
            Some(quotation) if quotation.span.end() > span.end() => span.cover(quotation.span),
            _ => span,
        }
    }

    /// What a verb says, by the rule of its cue that takes this construction.
    pub(super) fn push(
        &mut self,
        hit: &Hit<'_>,
        frame: Complement,
        who: Option<Who>,
        verb: VerbCue<'_>,
        cue: &[Span],
        content: &[Span],
    ) {
        let Some((rule, sense)) = hit.rule(frame) else {
            return;
        };
        self.put(Said {
            rule: Some(rule),
            sense,
            who,
            at: (verb.sentence, verb.verb.head),
            cue,
            content,
            negated: verb.verb.verb.negated,
        });
    }

    /// Adds what a cue says, unless one before said it.
    pub(super) fn put(&mut self, said: Said<'_>) {
        // Between a quotation mark and the comma after it there is nothing that could be said: `", said the mayor`.
        let content: Vec<Span> = said
            .content
            .iter()
            .copied()
            .filter(|piece| !piece.is_empty())
            .collect();
        if content.is_empty() || self.is_known(&content, said.cue) {
            return;
        }
        self.take_quotations(&content);
        let (sentence, _) = said.at;
        // "said, as the United States said": nobody stands before a cue that opens a text.
        let who = said.who.filter(|who| who.start < who.end);
        let source = who.and_then(|who| {
            self.views
                .get(sentence)
                .map(|view| view.span(who.start, who.end))
        });
        let attribution = Attribution {
            source: source.into_iter().collect(),
            cue: said.cue.to_vec(),
            kind: quote::kind(self.quotations, &content),
            content,
            sense: said.sense,
            negated: said.negated,
            actor: None,
        };
        self.out.push(Found {
            attribution,
            source_at: who.map(|who| (sentence, who.phrase)),
            cue_at: Some(said.at),
            rule: said.rule,
            same_source_as: None,
        });
    }

    /// Whether an attribution with a word of this cue begins where this content does: a verb and its noun are one cue, and so are an adjective and its
    /// participle; the first wins.
    fn is_known(&self, content: &[Span], cue: &[Span]) -> bool {
        let begins = content.first().map(|piece| piece.start());
        let mut near = self.out.iter().skip(self.first).rev().take(NEAR);
        near.any(|found| {
            let attribution = &found.attribution;
            let mut pieces = attribution.content.iter();
            let mut cues = attribution.cue.iter();
            pieces.any(|piece| Some(piece.start()) == begins)
                && cues.any(|one| cue.iter().any(|other| one.overlaps(*other)))
        })
    }

    /// The quotations inside a content belong to the attribution that comes next.
    fn take_quotations(&mut self, content: &[Span]) {
        let index = self.out.len();
        for piece in content {
            let at = self
                .quotations
                .partition_point(|one| one.span.start() < piece.start());
            let inside = self
                .quotations
                .iter_mut()
                .skip(at)
                .take_while(|one| piece.contains(one.span));
            for quotation in inside {
                quotation.taken = quotation.taken.or(Some(index));
            }
        }
    }
}
