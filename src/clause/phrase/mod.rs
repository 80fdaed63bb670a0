//! Phrases: noun phrases (`noun`), verb groups (`verb_group`) and what stands between them, from one pass over the tags; then the owners and prepositions of
//! noun phrases (`link`).

mod border;
mod inner;
mod link;
mod noun;
mod verb_group;

pub(super) use link::link_phrases;

use super::tag::{Candidate, Tag};
use super::{Phrase, PhraseKind};
use crate::token::{Lexicon, Marker, Readings, TokenKind, Usage};

/// How many adverbs stand before a number at most: "no fewer than | ten".
const ADVERBS: usize = 4;

/// Cuts a tagged sentence into phrases.
pub(super) fn phrases_into(
    lexicon: &Lexicon,
    words: &[Candidate],
    tags: &[Tag],
    out: &mut Vec<Phrase>,
) {
    out.clear();
    out.reserve(tags.len());
    let mut chunker = Chunker {
        lexicon,
        words,
        tags,
        out,
        at: 0,
    };
    while chunker.at < tags.len() {
        chunker.step();
    }
}

struct Chunker<'a> {
    lexicon: &'a Lexicon,
    words: &'a [Candidate],
    tags: &'a [Tag],
    out: &'a mut Vec<Phrase>,
    at: usize,
}

impl Chunker<'_> {
    fn tag(&self, at: usize) -> Tag {
        self.tags.get(at).copied().unwrap_or(Tag::Mark)
    }

    fn has(&self, at: usize, readings: Readings) -> bool {
        self.words
            .get(at)
            .is_some_and(|word| word.word.readings.any(readings))
    }

    fn text(&self, at: usize) -> &str {
        self.words
            .get(at)
            .map_or("", |word| self.lexicon.text(word.token.word))
    }

    fn usage(&self, at: usize) -> Usage {
        self.words
            .get(at)
            .map_or(Usage::NONE, |word| word.word.usage)
    }

    fn marker(&self, at: usize) -> Marker {
        self.words
            .get(at)
            .map_or(Marker::None, |word| word.word.marker)
    }

    fn kind(&self, at: usize) -> TokenKind {
        self.words
            .get(at)
            .map_or(TokenKind::Mark, |word| word.token.kind)
    }

    fn step(&mut self) {
        let start = self.at;
        match self.tag(start) {
            tag if tag.opens_verb_group() => {
                if !self.verb_group(start) {
                    self.single(PhraseKind::Other);
                }
            }
            Tag::Negation | Tag::Adverb if self.group_follows(start) => {
                self.verb_group(start);
            }
            Tag::Negation | Tag::Adverb if self.adjective_follows(start) => {
                self.noun_or_adjective(start)
            }
            Tag::Negation | Tag::Adverb => self.single(PhraseKind::Adverb),
            Tag::Preposition => self.single(PhraseKind::Preposition),
            Tag::Coordinator => self.single(PhraseKind::Coordinator),
            Tag::Subordinator => self.single(PhraseKind::Subordinator),
            Tag::That => self.single(PhraseKind::That),
            Tag::Wh => self.single(PhraseKind::Wh),
            Tag::Mark if self.is_currency(start) => self.noun_or_adjective(start),
            Tag::Mark => {
                self.single(PhraseKind::Mark(self.kind(start)));
            }
            Tag::Owner => self.single(PhraseKind::Other),
            _ => self.noun_or_adjective(start),
        }
    }

    fn single(&mut self, kind: PhraseKind) {
        self.push(kind, self.at, self.at + 1, self.at);
    }

    fn push(&mut self, kind: PhraseKind, start: usize, end: usize, head: usize) {
        self.out.push(Phrase::new(kind, start, end, head));
        self.at = end;
    }

    /// Whether adverbs from `start` lead to a verb group without a noun between ("never considered").
    fn group_follows(&self, start: usize) -> bool {
        let mut at = start;
        while matches!(self.tag(at), Tag::Adverb | Tag::Negation) && at < start + 3 {
            at += 1;
        }
        self.tag(at).opens_verb_group()
    }

    fn adjective_follows(&self, start: usize) -> bool {
        // "no fewer than | ten states", "more than | a dozen"
        let behind = (start..start + ADVERBS).find(|at| self.tag(*at) != Tag::Adverb);
        let a = behind.is_some_and(|at| {
            let many = self.text(at + 1);
            at > start
                && self.tag(at) == Tag::Determiner
                && matches!(many, "dozen" | "hundred" | "thousand" | "million" | "score")
        });
        a || matches!(self.tag(start + 1), Tag::Adjective | Tag::Number)
            || behind.is_some_and(|at| at > start + 1 && self.tag(at) == Tag::Number)
    }
}
