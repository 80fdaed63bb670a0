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

use std::ops::Range;
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
        reading.stages();
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

/// How many sentences a stage goes over, those of a block that is begun to its end, before the next stage does.
const TOGETHER: usize = 24;

/// How many attributions before a paragraph may still speak in it: one quotation, and what was found beside it.
const CARRIED: usize = 8;

/// A block that is read, or a piece of a long one.
#[derive(Clone, Debug)]
struct Part {
    kind: BlockKind,
    /// Its sentences, those of furniture left out, by the place of their views.
    sentences: Range<usize>,
    /// The attributions that reach into it.
    voices: Range<usize>,
}

/// A document on its way through the stages.
struct Reading<'a> {
    stages: &'a Stages,
    document: &'a Document,
    sentences: Vec<Sentence>,
    found: Vec<Found>,
    /// Who speaks in each of `found`.
    whos: Vec<Option<Who>>,
    /// The attributions of each part as the tagger sees them.
    voices: Vec<Voice>,
    /// The blocks, or pieces of them, that are read together.
    parts: Vec<Part>,
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
            parts: Vec::new(),
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
        for sentence in stages.segmenter.sentences(text) {
            let span = sentence.span.shift(block.span.start());
            let index = self.sentences.len();
            self.sentences.push(Sentence {
                span,
                kind: block.kind,
            });
            if block.kind != BlockKind::Furniture {
                self.read(Place { index, span }, block.kind);
            }
        }
        self.end_part(block.kind);
        if self.places.len() >= TOGETHER {
            self.stages();
        }
    }

    /// Tokens of a sentence; one of very many words is viewed in pieces, so that a line of megabytes takes no more memory
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
            }
            self.places.push(place);
            if self.places.len() - self.begun_at() >= BATCH {
                self.end_part(kind);
                self.stages();
            }
        }
        self.tokens = read;
    }

    /// Where the part begins that is being read.
    fn begun_at(&self) -> usize {
        self.parts.last().map_or(0, |part| part.sentences.end)
    }

    fn end_part(&mut self, kind: BlockKind) {
        self.parts.push(Part {
            kind,
            sentences: self.begun_at()..self.places.len(),
            voices: 0..0,
        });
    }

    /// Clause views, mentions, attributions and claims of the parts read so far.
    fn stages(&mut self) {
        let stages = self.stages;
        let text = self.document.text();
        let count = self.places.len();
        let views = self.views.get_mut(..count).unwrap_or_default();
        for view in &mut *views {
            view.classify(&stages.lexicon, text);
        }
        for view in &mut *views {
            view.join(&stages.lexicon);
        }
        let setting = Setting {
            text,
            date: self.document.date(),
        };
        for (view, mentions) in views.iter().zip(&mut self.mentions) {
            stages
                .mentions
                .sentence(setting, view, &mut self.memory, mentions);
        }
        self.voices.clear();
        let mut parts = std::mem::take(&mut self.parts);
        for part in &mut parts {
            self.attributions(part);
        }
        for part in &parts {
            self.claims(part);
        }
        parts.clear();
        self.parts = parts;
        self.places.clear();
    }

    /// Who says what in a part, and who that is.
    fn attributions(&mut self, part: &mut Part) {
        self.spans.clear();
        let places = self.places.get(part.sentences.clone());
        let spans = places.unwrap_or_default().iter().map(|place| place.span);
        self.spans.extend(spans);
        let views = self.views.get(part.sentences.clone()).unwrap_or_default();
        let first = self.found.len();
        self.stages.attributor.paragraph(
            &mut self.attribution_carry,
            self.document.text(),
            part.kind,
            &self.spans,
            views,
            &mut self.found,
        );
        let voices = self.voices.len();
        self.hear(part, first);
        self.quoted(part);
        part.voices = voices..self.voices.len();
    }

    fn claims(&mut self, part: &Part) {
        let sentences = part.sentences.clone();
        let views = self.views.get(sentences.clone()).unwrap_or_default();
        let mentions = self.mentions.get(sentences.clone()).unwrap_or_default();
        let places = self.places.get(sentences).unwrap_or_default();
        let voices = self.voices.get(part.voices.clone()).unwrap_or_default();
        let tagger = &self.stages.tagger;
        tagger.take_up(views.iter(), &mut self.claim_carry);
        for ((view, mentions), place) in views.iter().zip(mentions).zip(places) {
            let tagged = Tagged {
                view,
                mentions,
                place: *place,
                text: self.document.text(),
                date: self.document.date(),
                voices,
            };
            tagger.claims(tagged, &mut self.claim_carry, &mut self.claims);
            if let Some(watch) = &mut self.watch {
                tagger.watch(&tagged, &self.claim_carry, watch);
            }
        }
    }

    /// Who speaks in the attributions from `first` on, and in those whose quotation goes on in this paragraph.
    fn hear(&mut self, part: &Part, first: usize) {
        let views = self.views.get(part.sentences.clone()).unwrap_or_default();
        let mentions = self.mentions.get(part.sentences.clone());
        let mentions = mentions.unwrap_or_default();
        for index in first..self.found.len() {
            let Some(found) = self.found.get(index) else {
                break;
            };
            let named = found.source_at.and_then(|(sentence, phrase)| {
                speaks_for(views.get(sentence)?, mentions.get(sentence)?, phrase)
            });
            let named = named.or_else(|| {
                // A source that is no speaker was misread: whoever does the saying is the subject of the cue.
                let (sentence, token) = found.cue_at?;
                let view = views.get(sentence)?;
                let subject = found
                    .source_at
                    .and_then(|_| view.subject(view.clause_at(token)?))?;
                speaks_for(view, mentions.get(sentence)?, subject)
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
    fn quoted(&mut self, part: &Part) {
        if part.kind != BlockKind::Quotation {
            self.introducer = self.introduced(part);
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
    fn introduced(&self, part: &Part) -> Option<Who> {
        let last = part.sentences.clone().next_back()?;
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

    fn finish(mut self) -> Article {
        self.stages();
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
