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
//! 3. For at most 64 sentences together: the actors of each, which are read off its noun phrases, so that the clause view comes first;
//!    then the attributions of all, since a quotation goes over sentences; then who speaks in them; then the claims.
//!
//! **Cost.** Linear in the text. Nothing is kept of a block but its results: the views and mentions of a batch are overwritten by the next. A
//! sentence of very many words is viewed in pieces.
//!
//! **Known to be wrong** at the joints of a sentence viewed in pieces: what is cut there is not joined again.

use std::sync::Arc;

use crate::attribution::{Attribution, Attributor, Carry as AttributionCarry, Found};
use crate::claim::Claim;
use crate::claim::{Carry as ClaimCarry, Place, Tagged, Tagger, Voice, Watch, speaks_for};
use crate::clause::{ClauseId, ClauseKind, LONGEST, View};
use crate::compare::{Comparator, Comparison};
use crate::document::Block;
use crate::document::{BlockKind, Document};
use crate::mention::{Memory, MentionFinder, Mentions, Setting, Who};
use crate::pack::Pack;
use crate::segment::Segmenter;
use crate::span::Span;
use crate::token::{Lexicon, Token, TokenKind, tokens_into};

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
        let attributor = Attributor::new(rules, &lexicon);
        let stages = Stages {
            lexicon,
            segmenter: Segmenter::new(),
            mentions,
            attributor,
            tagger,
        };
        Self {
            pack,
            stages: Arc::new(stages),
        }
    }

    /// Everything that the stages find in a document. Cost: linear in its text; memory beside the result: a paragraph's words,
    /// of a very long one 64 sentences'.
    #[must_use]
    pub fn annotate(&self, document: &Document) -> Article {
        let mut reading = Reading::new(&self.stages, document);
        for block in document.blocks() {
            reading.block(block);
        }
        reading.finish()
    }

    /// Everything that the stages find in a document, and what nearly was a claim.
    pub(crate) fn watch(&self, document: &Document) -> (Article, Watch) {
        let mut reading = Reading::new(&self.stages, document);
        reading.watch = Some(Watch::default());
        for block in document.blocks() {
            reading.block(block);
        }
        let watch = reading.watch.take().unwrap_or_default();
        (reading.finish(), watch)
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

/// How many attributions before a paragraph may still speak in it: one quotation, and what was found beside it.
const CARRIED: usize = 8;

/// A document on its way through the stages.
struct Reading<'a> {
    stages: &'a Stages,
    document: &'a Document,
    sentences: Vec<Sentence>,
    found: Vec<Found>,
    /// Who speaks in each of `found`.
    whos: Vec<Option<Who>>,
    /// The attributions of the batch as the tagger sees them.
    voices: Vec<Voice>,
    claims: Vec<Claim>,
    memory: Memory,
    attribution_carry: AttributionCarry,
    claim_carry: ClaimCarry,
    /// Whoever introduced the block quotation that may follow.
    introducer: Option<Who>,
    /// Views and mentions of the sentences of a batch; their space is used again.
    views: Vec<View>,
    mentions: Vec<Mentions>,
    places: Vec<Place>,
    /// The spans of `places`.
    spans: Vec<Span>,
    tokens: Vec<Token>,
    /// Where what nearly was a claim is wanted too.
    watch: Option<Watch>,
}

impl<'a> Reading<'a> {
    fn new(stages: &'a Stages, document: &'a Document) -> Self {
        Self {
            stages,
            document,
            sentences: Vec::new(),
            found: Vec::new(),
            whos: Vec::new(),
            voices: Vec::new(),
            claims: Vec::new(),
            memory: Memory::default(),
            attribution_carry: AttributionCarry::default(),
            claim_carry: ClaimCarry::default(),
            introducer: None,
            spans: Vec::new(),
            views: Vec::new(),
            mentions: Vec::new(),
            places: Vec::new(),
            tokens: Vec::new(),
            watch: None,
        }
    }

    fn block(&mut self, block: Block) {
        let text = block.span.of(self.document.text());
        let stages = self.stages;
        self.places.clear();
        for sentence in stages.segmenter.sentences(text) {
            let span = sentence.span.shift(block.span.start());
            let index = self.sentences.len();
            self.sentences.push(Sentence {
                span,
                kind: block.kind,
            });
            if block.kind == BlockKind::Furniture {
                continue;
            }
            self.read(Place { index, span }, block.kind);
        }
        self.batch(block.kind);
    }

    /// Tokens and views of a sentence; one of very many words is viewed in pieces, so that a line of megabytes takes no more memory
    /// than its tokens.
    fn read(&mut self, place: Place, kind: BlockKind) {
        let text = place.span.of(self.document.text());
        let mut read = std::mem::take(&mut self.tokens);
        read.clear();
        tokens_into(&self.stages.lexicon, text, place.span.start(), &mut read);
        for tokens in read.chunks(LONGEST) {
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
            if self.places.len() >= BATCH {
                self.batch(kind);
            }
        }
        self.tokens = read;
    }

    /// Mentions, attributions and claims of the sentences read so far.
    fn batch(&mut self, kind: BlockKind) {
        let count = self.places.len();
        self.spans.clear();
        self.spans
            .extend(self.places.iter().map(|place| place.span));
        let setting = Setting {
            text: self.document.text(),
            date: self.document.date(),
        };
        for (view, mentions) in self.views.iter().zip(&mut self.mentions).take(count) {
            self.stages
                .mentions
                .sentence(setting, view, &mut self.memory, mentions);
        }
        let first = self.found.len();
        let views = self.views.get(..count).unwrap_or_default();
        let text = self.document.text();
        self.stages.attributor.paragraph(
            &mut self.attribution_carry,
            text,
            kind,
            &self.spans,
            views,
            &mut self.found,
        );
        self.hear(first);
        self.quoted(kind);
        self.stages
            .tagger
            .take_up(self.views.iter().take(count), &mut self.claim_carry);
        for ((view, mentions), place) in self.views.iter().zip(&self.mentions).zip(&self.places) {
            let tagged = Tagged {
                view,
                mentions,
                place: *place,
                text: self.document.text(),
                date: self.document.date(),
                voices: &self.voices,
            };
            self.stages
                .tagger
                .claims(tagged, &mut self.claim_carry, &mut self.claims);
            if let Some(watch) = &mut self.watch {
                self.stages.tagger.watch(&tagged, &self.claim_carry, watch);
            }
        }
        self.places.clear();
    }

    /// Who speaks in the attributions from `first` on, and in those whose quotation goes on in this paragraph.
    fn hear(&mut self, first: usize) {
        for index in first..self.found.len() {
            let Some(found) = self.found.get(index) else {
                break;
            };
            let named = found.source_at.and_then(|(sentence, phrase)| {
                let (view, mentions) = (self.views.get(sentence)?, self.mentions.get(sentence)?);
                speaks_for(view, mentions, phrase)
            });
            let named = named.or_else(|| {
                // A source that is no speaker was misread: whoever does the saying is the subject of the cue.
                let (sentence, token) = found.cue_at?;
                let (view, mentions) = (self.views.get(sentence)?, self.mentions.get(sentence)?);
                let subject = found
                    .source_at
                    .and_then(|_| view.subject(view.clause_at(token)?))?;
                speaks_for(view, mentions, subject)
            });
            let who = match (named, found.same_source_as) {
                (Some(who), _) => Some(who),
                (None, Some(before)) => self.whos.get(before).copied().flatten(),
                (None, None) => None,
            };
            self.whos.push(who);
        }
        let reach = self.spans.first().map_or(usize::MAX, |span| span.start());
        let earliest = first.saturating_sub(CARRIED);
        self.voices.clear();
        // Sliced, since `skip` on a zip walks there from the first one: quadratic in the paragraphs.
        let found = self.found.get(earliest..).unwrap_or_default();
        let whos = self.whos.get(earliest..).unwrap_or_default();
        for (found, who) in found.iter().zip(whos) {
            let attribution = &found.attribution;
            let reaches = attribution
                .content
                .last()
                .is_some_and(|piece| piece.end() >= reach);
            // "It is clear that", "it was announced": nobody speaks but the writer.
            let named = who.is_some();
            if reaches && named {
                self.voices.push(Voice {
                    content: attribution.content.clone(),
                    cue: attribution.cue.first().copied(),
                    who: *who,
                    rule: found.rule.clone(),
                });
            }
        }
    }

    /// A block quotation is its introducer's word, also where no cue says so ("His deputy went further:").
    fn quoted(&mut self, kind: BlockKind) {
        if kind != BlockKind::Quotation {
            self.introducer = self.introduced();
            return;
        }
        let span = self.spans.iter().copied().reduce(Span::cover);
        if let (Some(who), Some(span)) = (self.introducer, span) {
            self.voices.push(Voice {
                content: vec![span],
                cue: None,
                who: Some(who),
                rule: None,
            });
        }
    }

    /// The subject of the last sentence of a paragraph that ends with a colon.
    fn introduced(&self) -> Option<Who> {
        let last = self.places.len().checked_sub(1)?;
        let (view, mentions) = (self.views.get(last)?, self.mentions.get(last)?);
        let colon = view
            .tokens
            .last()
            .is_some_and(|token| token.kind == TokenKind::Colon);
        let main = view
            .clauses
            .iter()
            .position(|clause| clause.verb.is_some() && clause.kind == ClauseKind::Main)?;
        let subject = view.subject(ClauseId::new(main)).filter(|_| colon)?;
        speaks_for(view, mentions, subject)
    }

    fn finish(self) -> Article {
        let tagger = &self.stages.tagger;
        let id = |who: Option<Who>| {
            who.filter(|who| matches!(who, Who::Actor(_)))
                .map(|who| tagger.actor_id(who))
        };
        let attributions = self
            .found
            .into_iter()
            .zip(self.whos)
            .map(|(found, who)| Attribution {
                actor: id(who),
                ..found.attribution
            });
        Article::new(
            self.document.clone(),
            self.sentences,
            attributions.collect(),
            self.claims,
        )
    }
}
