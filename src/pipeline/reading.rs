//! A document on its way through the stages.

use std::ops::Range;

use crate::attribution::{Attribution, Carry as AttributionCarry, Found};
use crate::claim::{Carry as ClaimCarry, Claim, Place, Tagged, Voice, Watch, speaks_for};
use crate::clause::{BATCH, ClauseId, ClauseKind, LONGEST, TOGETHER, View};
use crate::document::{Block, BlockKind, Document};
use crate::mention::{Memory, Mentions, Setting, Who};
use crate::span::Span;
use crate::token::{Token, TokenKind, tokens_into};

use super::space::Space;
use super::{Article, Sentence, Stages};

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
pub(super) struct Reading<'a> {
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
    /// Views and mentions of the sentences of a batch; their space is used again, also for other documents.
    views: Vec<View>,
    mentions: Vec<Mentions>,
    places: Vec<Place>,
    /// The spans of `places`.
    spans: Vec<Span>,
    tokens: Vec<Token>,
    /// Where what nearly was a claim is wanted too.
    pub(super) watch: Option<Watch>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(stages: &'a Stages, document: &'a Document) -> Self {
        let space = stages.spaces.take();
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
            claim_carry: space.claim_carry,
            introducer: None,
            spans: space.spans,
            views: space.views,
            mentions: space.mentions,
            places: space.places,
            tokens: space.tokens,
            watch: None,
        }
    }

    pub(super) fn block(&mut self, block: Block) {
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
            View::put(&mut self.views, at, tokens);
            if self.mentions.len() <= at {
                self.mentions.push(Mentions::default());
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
        View::read_together(views, &stages.lexicon, text);
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
                aim: None,
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
                self.voices.push(Voice::new(
                    attribution.content.clone(),
                    attribution.cue.first().copied(),
                    *who,
                    found.rule.clone(),
                ));
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
            self.voices
                .push(Voice::new(vec![span], None, Some(who), None));
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

    /// The article, and what was watched.
    pub(super) fn finish(mut self) -> (Article, Option<Watch>) {
        self.stages();
        let space = Space {
            views: self.views,
            mentions: self.mentions,
            places: self.places,
            spans: self.spans,
            tokens: self.tokens,
            claim_carry: self.claim_carry,
        };
        self.stages.spaces.give_back(space, self.document);
        let tagger = &self.stages.tagger;
        let id = |who: Option<Who>| {
            who.filter(|who| who.is_actor())
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
        let article = Article::new(
            self.document.clone(),
            self.sentences,
            attributions.collect(),
            self.claims,
        );
        (article, self.watch)
    }
}
