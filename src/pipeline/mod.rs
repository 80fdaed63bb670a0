//! The stages joined: the front door.
//!
//! **Problem.** Each stage looks no further than its own input, but a claim needs all of them, and some need what came before: a pronoun
//! the actors named so far, a paragraph the quotation that is still open. **Idea.** A document is read block by block; what goes on from one
//! to the next is held by the stage that needs it (`Memory`, `Carry`), and handed back to it.
//!
//! **Steps** for a block ([`Parallax::annotate`]):
//!
//! 1. Sentences. Those of furniture are noted, and go no further.
//! 2. For each sentence words, and from them the clause view.
//! 3. For at most 64 sentences of a block together: the actors of each, which are read off its noun phrases, so that the clause view comes first;
//!    then the attributions of all, since a quotation goes over sentences; then who speaks in them; then the claims.
//!
//! **Cost.** Linear in the text. Each stage goes over a few blocks before the next one begins, since the code of all doesn't fit the processor's
//! cache. Nothing is kept of a block but its results: the views and mentions of these blocks are overwritten by those of the next. A
//! sentence of very many words is viewed in pieces.
//!
//! **Known to be wrong** at the joints of a sentence viewed in pieces: what is cut there is not joined again.

mod learned;
mod reading;
mod space;

use std::sync::{Arc, OnceLock};

use crate::attribution::{Attribution, Attributor};
use crate::claim::{Claim, Tagger, Watch};
use crate::compare::{Comparator, Comparison};
use crate::document::{BlockKind, Document};
use crate::mention::MentionFinder;
use crate::pack::Pack;
use crate::segment::Segmenter;
use crate::span::Span;
use crate::token::Lexicon;
use learned::Learned;
#[cfg(test)]
pub(crate) use learned::tests::write_image;
use reading::Reading;
use space::Spaces;

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
    attributor: Attributor,
    tagger: Tagger,
    spaces: Spaces,
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

impl Stages {
    fn of(pack: &Pack) -> Self {
        let rules = pack.rules();
        let learned = Learned::of(pack);
        Self {
            tagger: Tagger::new(rules, learned.compiled),
            mentions: MentionFinder::new(rules, learned.names, learned.spellings),
            attributor: Attributor::new(learned.cues),
            segmenter: Segmenter::new(),
            lexicon: learned.lexicon,
            spaces: Spaces::default(),
        }
    }
}

impl Parallax {
    /// A reader that goes by `pack`. Cost: O(n log n) in the length of the pack; of the shipped one, whose stages are made once a program, some hundredth
    /// of a second.
    #[must_use]
    pub fn new(pack: Pack) -> Self {
        static SHIPPED: OnceLock<Arc<Stages>> = OnceLock::new();
        let stages = || Arc::new(Stages::of(&pack));
        let stages = match pack.fingerprint() {
            Some(_) => Arc::clone(SHIPPED.get_or_init(stages)),
            None => stages(),
        };
        Self { pack, stages }
    }

    /// Everything that the stages find in a document. Cost: linear in its text; memory beside the result: a paragraph's words,
    /// of a very long one 64 sentences'.
    #[must_use]
    pub fn annotate(&self, document: &Document) -> Article {
        let mut reading = Reading::new(&self.stages, document);
        for block in document.blocks() {
            reading.block(block);
        }
        reading.finish().0
    }

    /// Everything that the stages find in a document, and what nearly was a claim.
    pub(crate) fn watch(&self, document: &Document) -> (Article, Watch) {
        let mut reading = Reading::new(&self.stages, document);
        reading.watch = Some(Watch::default());
        for block in document.blocks() {
            reading.block(block);
        }
        let (article, watch) = reading.finish();
        (article, watch.unwrap_or_default())
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
