//! The stages joined: the front door.

use std::sync::Arc;

use crate::attribution::Attribution;
use crate::claim::Claim;
use crate::compare::{Comparator, Comparison};
use crate::document::{BlockKind, Document};
use crate::claim::{Carry as ClaimCarry, Place, Tagged, Tagger, Voice};
use crate::clause::{LONGEST, View};
use crate::document::Block;
use crate::mention::{Memory, MentionFinder, Mentions, Setting};
use crate::pack::Pack;
use crate::segment::Segmenter;
use crate::span::Span;
use crate::token::{Lexicon, Token, tokens_into};

/// Reads articles by a rule pack. A cheap handle, made once and used for any number of documents.
#[derive(Clone, Debug)]
pub struct Parallax {
    pack: Pack,
    stages: Arc<Stages>,
}

/// The stages, compiled from a pack.
#[derive(Debug)]
struct Stages {
    lexicon: Lexicon,
    segmenter: Segmenter,
    mentions: MentionFinder,
    tagger: Tagger,
}

/// A document with what was found in it.
#[derive(Clone, Debug)]
pub struct Article {
    document: Document,
    sentences: Vec<Sentence>,
    attributions: Vec<Attribution>,
    claims: Vec<Claim>,
}

/// A sentence of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its bytes in the document.
    pub span: Span,
    /// The kind of block it stands in.
    pub kind: BlockKind,
}

impl Parallax {
    /// A reader that goes by `pack`. Cost: linear in the pack.
    #[must_use]
    pub fn new(pack: Pack) -> Self {
        let mut lexicon = Lexicon::english().clone();
        let rules = pack.rules();
        let mentions = MentionFinder::new(rules, &mut lexicon);
        let tagger = Tagger::new(rules, &mut lexicon);
        let stages = Stages {
            lexicon,
            segmenter: Segmenter::new(),
            mentions,
            tagger,
        };
        Self {
            pack,
            stages: Arc::new(stages),
        }
    }

    /// Everything that the stages find in a document. Cost: linear in its text; memory beside the result: a paragraph's words,
    /// of a very long one [`BATCH`] sentences'.
    #[must_use]
    pub fn annotate(&self, document: &Document) -> Article {
        let mut reading = Reading::new(&self.stages, document);
        for block in document.blocks() {
            reading.block(block);
        }
        reading.finish()
    }

    /// The rules it goes by.
    #[must_use]
    pub fn pack(&self) -> &Pack {
        &self.pack
    }

    /// The claims of `articles`, merged and lined up, by the pack's related positions and under its names.
    #[must_use]
    pub fn compare(&self, articles: &[Article]) -> Comparison {
        Comparator::new(&self.pack).compare(articles)
    }
}

impl Article {
    /// What the stages found in a document.
    pub(crate) fn new(
        document: Document,
        sentences: Vec<Sentence>,
        attributions: Vec<Attribution>,
        claims: Vec<Claim>,
    ) -> Self {
        Self {
            document,
            sentences,
            attributions,
            claims,
        }
    }

    /// An article whose claims were labelled elsewhere, by hand for instance. It has no sentences and no attributions of
    /// its own; the claims' spans refer to the document's text.
    #[must_use]
    pub fn from_claims(document: Document, claims: Vec<Claim>) -> Self {
        Self::new(document, Vec::new(), Vec::new(), claims)
    }

    /// What was read.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// The sentences in text order, those of furniture too.
    pub fn sentences(&self) -> impl ExactSizeIterator<Item = Sentence> + '_ {
        self.sentences.iter().copied()
    }

    /// Who says what, in text order.
    pub fn attributions(&self) -> impl ExactSizeIterator<Item = &Attribution> + '_ {
        self.attributions.iter()
    }

    /// The claims in text order.
    pub fn claims(&self) -> impl ExactSizeIterator<Item = &Claim> + '_ {
        self.claims.iter()
    }

    /// The words under a span of this article.
    #[must_use]
    pub fn text(&self, span: Span) -> &str {
        span.of(self.document.text())
    }
}

/// The most sentences of one block that are looked at together.
const BATCH: usize = 64;

/// A document on its way through the stages.
struct Reading<'a> {
    stages: &'a Stages,
    document: &'a Document,
    sentences: Vec<Sentence>,
    attributions: Vec<Attribution>,
    claims: Vec<Claim>,
    memory: Memory,
    claim_carry: ClaimCarry,
    /// Views and mentions of the sentences of a batch; their space is used again.
    views: Vec<View>,
    mentions: Vec<Mentions>,
    places: Vec<Place>,
    tokens: Vec<Token>,
}

impl<'a> Reading<'a> {
    fn new(stages: &'a Stages, document: &'a Document) -> Self {
        Self {
            stages,
            document,
            sentences: Vec::new(),
            attributions: Vec::new(),
            claims: Vec::new(),
            memory: Memory::default(),
            claim_carry: ClaimCarry::default(),
            views: Vec::new(),
            mentions: Vec::new(),
            places: Vec::new(),
            tokens: Vec::new(),
        }
    }

    fn block(&mut self, block: Block) {
        let text = block.span.of(self.document.text());
        let stages = self.stages;
        self.places.clear();
        for sentence in stages.segmenter.sentences(text) {
            let span = sentence.span.shift(block.span.start());
            let index = self.sentences.len();
            self.sentences.push(Sentence { span, kind: block.kind });
            if block.kind == BlockKind::Furniture {
                continue;
            }
            self.read(Place { index, span });
            if self.places.len() >= BATCH {
                self.batch(block.kind);
            }
        }
        self.batch(block.kind);
    }

    /// Tokens and views of a sentence; one of very many words is viewed in pieces.
    fn read(&mut self, place: Place) {
        let text = place.span.of(self.document.text());
        self.tokens.clear();
        tokens_into(&self.stages.lexicon, text, place.span.start(), &mut self.tokens);
        for tokens in self.tokens.chunks(LONGEST) {
            let at = self.places.len();
            if self.views.len() <= at {
                self.views.push(View::default());
                self.mentions.push(Mentions::default());
            }
            if let Some(view) = self.views.get_mut(at) {
                view.tokens.clear();
                view.tokens.extend_from_slice(tokens);
                view.read(&self.stages.lexicon, self.document.text());
            }
            self.places.push(place);
        }
    }

    /// Mentions, attributions and claims of the sentences read so far.
    fn batch(&mut self, _kind: BlockKind) {
        let count = self.places.len();
        let setting = Setting {
            text: self.document.text(),
            date: self.document.date(),
        };
        for (view, mentions) in self.views.iter().zip(&mut self.mentions).take(count) {
            self.stages.mentions.sentence(setting, view, &mut self.memory, mentions);
        }
        let voices: Vec<Voice> = Vec::new();
        for ((view, mentions), place) in self.views.iter().zip(&self.mentions).zip(&self.places) {
            let tagged = Tagged {
                view,
                mentions,
                place: *place,
                text: self.document.text(),
                date: self.document.date(),
                voices: &voices,
            };
            self.stages.tagger.claims(tagged, &mut self.claim_carry, &mut self.claims);
        }
        self.places.clear();
    }

    fn finish(self) -> Article {
        Article::new(self.document.clone(), self.sentences, self.attributions, self.claims)
    }
}
