//! What follows a cue: which construction it is, and where it ends.

mod noun;
mod opening;

use crate::clause::{ClauseId, Phrase, PhraseKind, View};
use crate::pack::Complement;
use crate::token::{Shape, TokenKind};

use super::bound::right_end;
use super::cue::Takes;

/// How many phrases an addressee, a day or a place may take up between cue and content.
const BETWEEN: usize = 14;
/// How many phrases may stand between two commas there.
const ASIDE: usize = 7;

/// The content on the right of a cue.
#[derive(Clone, Copy, Debug)]
pub(in crate::attribution) struct Content {
    pub(in crate::attribution) frame: Complement,
    /// First token.
    pub(in crate::attribution) start: usize,
    /// Token after the last.
    pub(in crate::attribution) end: usize,
    /// Token after the last of the cue, where a preposition joins it.
    pub(in crate::attribution) cue_end: usize,
}

/// A cue and where its content is looked for.
#[derive(Clone, Copy, Debug)]
pub(in crate::attribution) struct Scan<'v> {
    pub(in crate::attribution) view: &'v View,
    pub(in crate::attribution) clause: ClauseId,
    pub(in crate::attribution) takes: Takes,
    /// Token after the cue.
    pub(in crate::attribution) after: usize,
    /// Its own words end in a preposition: the noun after them is an object.
    pub(in crate::attribution) ends_in_preposition: bool,
    pub(in crate::attribution) passive: bool,
    /// The cue is a noun.
    pub(in crate::attribution) nominal: bool,
}

const SAYING: [Complement; 4] = [
    Complement::That,
    Complement::Clause,
    Complement::Whether,
    Complement::Quotation,
];

impl Scan<'_> {
    fn phrase(&self, index: usize) -> Option<&Phrase> {
        self.view.phrases.get(index)
    }

    fn kind(&self, index: usize) -> Option<PhraseKind> {
        self.phrase(index).map(|phrase| phrase.kind)
    }

    fn is_mark(&self, index: usize, mark: TokenKind) -> bool {
        self.kind(index) == Some(PhraseKind::Mark(mark))
    }

    /// The content right of the cue, if it has one there.
    pub(in crate::attribution) fn content(&self) -> Option<Content> {
        let first = self.first()?;
        if let Some(content) = self.at(first, true) {
            return Some(content);
        }
        let moved = self.passive && self.takes.has(Complement::Predicate);
        if !moved
            && !self.takes.any(&SAYING)
            && !self
                .takes
                .any(&[Complement::Infinitive, Complement::ObjectInfinitive])
        {
            return None;
        }
        let mut at = first;
        for _ in 0..BETWEEN {
            at = self.skip(at)?;
            if let Some(content) = self.at(at, false) {
                return Some(content);
            }
        }
        None
    }

    /// The first phrase that lies wholly behind the cue.
    fn first(&self) -> Option<usize> {
        let id = self.view.phrase_at(self.after)?.index();
        let mut at = if self.phrase(id)?.start < self.after {
            id + 1
        } else {
            id
        };
        while self.kind(at) == Some(PhraseKind::Adverb) {
            at += 1;
        }
        (at < self.view.phrases.len()).then_some(at)
    }

    /// One step over what may stand between a cue of saying and its content: an addressee, a day, a place.
    fn skip(&self, at: usize) -> Option<usize> {
        let phrase = self.phrase(at)?;
        match phrase.kind {
            PhraseKind::Noun
            | PhraseKind::Adverb
            | PhraseKind::Preposition
            | PhraseKind::Other
            | PhraseKind::Adjective => Some(at + 1),
            PhraseKind::Coordinator
                if self.kind(at + 1) == Some(PhraseKind::Noun)
                    && self.phrase(at + 1)?.clause == self.clause =>
            {
                Some(at + 1)
            }
            PhraseKind::Mark(TokenKind::Comma) => match self.kind(at + 1)? {
                // ", however, that" and ", a day after the vote, that"
                PhraseKind::Adverb if self.is_mark(at + 2, TokenKind::Comma) => Some(at + 3),
                PhraseKind::Mark(TokenKind::QuoteOpen)
                | PhraseKind::That
                | PhraseKind::Preposition => Some(at + 1),
                // ", more than once, that"
                _ => (at + 2..at + ASIDE)
                    .take_while(|at| self.kind(*at).is_some_and(|kind| kind != PhraseKind::Verb))
                    .find(|at| self.is_mark(*at, TokenKind::Comma))
                    .filter(|comma| {
                        self.kind(comma + 1) == Some(PhraseKind::That)
                            || self.is_mark(comma + 1, TokenKind::QuoteOpen)
                    })
                    .map(|comma| comma + 1),
            },
            _ => None,
        }
    }

    fn at(&self, at: usize, adjacent: bool) -> Option<Content> {
        let phrase = self.phrase(at)?;
        match phrase.kind {
            PhraseKind::Mark(TokenKind::QuoteOpen) => self.quoted(at, adjacent),
            PhraseKind::Mark(TokenKind::Colon) if self.takes.any(&SAYING) => {
                self.make(Complement::Clause, at + 1)
            }
            PhraseKind::Mark(TokenKind::Comma)
                if adjacent && self.is_mark(at + 1, TokenKind::QuoteOpen) =>
            {
                self.quoted(at + 1, adjacent)
            }
            _ => self.opens(at, adjacent, None),
        }
    }

    /// Content that begins with a quotation mark.
    fn quoted(&self, mark: usize, adjacent: bool) -> Option<Content> {
        if self.takes.has(Complement::Quotation)
            && let Some(content) = self.whole_quotation(mark)
        {
            return Some(content);
        }
        if let Some(content) = self.opens(mark + 1, adjacent, Some(mark)) {
            return Some(content);
        }
        self.takes
            .any(&SAYING)
            .then(|| self.make(Complement::Quotation, mark))
            .flatten()
    }

    /// A quotation with a stop or comma of its own before the closing mark.
    fn whole_quotation(&self, mark: usize) -> Option<Content> {
        let start = self.phrase(mark)?.start;
        let rest = self.view.tokens.iter().enumerate().skip(start + 1);
        let close = rest
            .clone()
            .find(|(_, token)| token.kind == TokenKind::QuoteClose)
            .map(|(at, _)| at)?;
        let ends = self
            .view
            .tokens
            .get(close - 1)
            .is_some_and(|token| matches!(token.kind, TokenKind::Stop | TokenKind::Comma));
        let capital = self
            .view
            .tokens
            .get(start + 1)
            .is_some_and(|token| token.shape.has(Shape::CAPITAL));
        (ends && capital).then_some(Content {
            frame: Complement::Quotation,
            start,
            end: close + 1,
            cue_end: self.after,
        })
    }

    fn make(&self, frame: Complement, first: usize) -> Option<Content> {
        let start = self.phrase(first)?.start;
        let end = right_end(self.view, self.clause, first, frame);
        (end > start).then_some(Content {
            frame,
            start,
            end,
            cue_end: self.after,
        })
    }
}
