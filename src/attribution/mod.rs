//! Who says what: source, cue and content.
//!
//! **Problem.** Two thirds of what news attributes stands in no quotation marks, and the words for it are many: 1,700 heads in
//! 19,000 attributions that were labelled by hand.
//! **Idea.** Cues are data: a pack says for each word which constructions it takes. One walk over the clauses of a paragraph asks
//! each verb, noun, adjective and fixed phrase for its cues, scans to its right for a construction that it takes (`complement`),
//! and to its left for a quotation or a clause that ends there (`verb`). The source is the grammatical subject with all that belongs
//! to it (`source`). Quotation marks are paired for the paragraph first (`quote`), and a quotation that no cue takes joins the one before.
//! **Cost.** Linear in the paragraph: a look-up for each phrase, and bounded scans from those that are cues.
//! **Order.** Of a verb's cues the longest goes first; a quotation on the left goes before content on the right, and that before a
//! clause on the left. A verb and its noun ("voiced doubts") are one cue: what begins at the same content and shares a cue is kept once.
//! **Known to be wrong:**
//! - a verb with a second sense in the same construction ("found the key", "backed the car") is kept out by the pack's frames, or by the
//!   nouns that it asks for beside it, at the price of what it misses ("claimed momentum", "isn't buying it", "hasn't forgotten the vote");
//! - a thing that does what people do in words is a source ("the storm threatened the coast"), since polls and laws are sources too;
//! - *in a poll*, *for the critics* and other bare prepositions are no cues, nor is a noun that only its owner makes one ("her interest
//!   in", "its estimate of"), nor what goes the other way ("drew criticism from", "came under fire for");
//! - an adverb, a condition or a comparison that turns the cue round ("would be happy never to hear", "is in no mood to celebrate that");
//! - a noun phrase takes the prepositions that follow ("enthusiasm for the plan | in the north"), since only meaning decides;
//! - a clause of content that is the subject of the sentence runs on into its verb ("its claim that it works | rests on one trial");
//! - speech without marks that goes on in the next sentence, and a quotation behind an indirect sentence of the same speaker, have no cue
//!   of their own and are not found;
//! - verbs in headlines that may be nouns ("turn down pay offer", "Emails Show Office Knew") are read as running text reads them;
//! - a relative clause without its pronoun and with a second clause in it ("the sort of talk | his aides wish they could bottle") is not
//!   seen as one; a noun behind a dash ("— a line he has used —") is read as an aside of what is said.

mod bound;
mod carry;
mod comment;
mod complement;
mod cue;
mod fixed;
mod gap;
mod left;
mod noun;
mod quote;
mod reader;
mod source;
mod statement;
mod verb;

pub use reader::AttributionReader;

use serde::Serialize;

use crate::clause::{ClauseId, PhraseId, PhraseKind, View};
use crate::document::BlockKind;
use crate::pack::{ActorId, Complement, RuleId, Rules};
use crate::span::Span;
use crate::token::{Lexicon, Token};

pub(crate) use carry::Carry;
use cue::{Cues, Hit};
use noun::NounCue;
use quote::{Place, Quotation};
use source::Who;
use verb::VerbCue;

/// A source, a cue and a content: somebody says, thinks, wants or feels something.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Attribution {
    /// Who: the whole noun phrase, in pieces where words stand between; empty where nobody is named.
    pub source: Vec<Span>,
    /// The words of saying; empty where only quotation marks tell.
    pub cue: Vec<Span>,
    /// What: in pieces where the cue stands inside it.
    pub content: Vec<Span>,
    /// In quotation marks or not.
    pub kind: AttributionKind,
    /// What the cue says of the content.
    pub sense: Sense,
    /// Whether the cue is negated: "did not say".
    pub negated: bool,
    /// The actor that the source speaks for, where it is one of the pack's.
    pub actor: Option<ActorId>,
}

/// Whether an attribution's content is in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum AttributionKind {
    /// All of it.
    Direct,
    /// None of it.
    Indirect,
    /// Some of it.
    Mixed,
}

/// What an attribution cue says of its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Sense {
    /// Put as so: say, tell, write.
    Said,
    /// Held to be so, or valued: think, call, praise, criticise, support, oppose.
    Judged,
    /// Requested, or put as a question.
    Asked,
    /// Wished, planned, hoped for or feared.
    Wanted,
    /// Put as not so.
    Denied,
    /// Undertaken: promise, threaten, agree.
    Promised,
    /// Put as uncertain.
    Doubted,
}

/// An attribution with what the stages after this one need to work on it.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub(crate) attribution: Attribution,
    /// Sentence in its paragraph, and noun phrase, of the source.
    pub(crate) source_at: Option<(usize, PhraseId)>,
    /// Sentence in its paragraph, and token, of the cue.
    pub(crate) cue_at: Option<(usize, usize)>,
    pub(crate) rule: Option<RuleId>,
    /// The attribution, as an index, that it has its source from: a quotation whose speaker is named in an earlier paragraph.
    pub(crate) same_source_as: Option<usize>,
}

/// Finds attributions by the cues of a pack.
#[derive(Clone, Debug)]
pub(crate) struct Attributor {
    cues: Cues,
}

impl Attributor {
    /// An attributor of the cues in `rules`, whose words are those of `lexicon`.
    pub(crate) fn new(rules: &Rules, lexicon: &Lexicon) -> Self {
        Self {
            cues: Cues::new(rules, lexicon),
        }
    }

    /// Adds the attributions of one paragraph to `out`, in the order of their contents.
    ///
    /// Paragraphs come in text order with one `carry` and one `out` for a document: a quotation that goes on adds its pieces to the
    /// attribution in which it began.
    pub(crate) fn paragraph(
        &self,
        carry: &mut Carry,
        text: &str,
        kind: BlockKind,
        sentences: &[Span],
        views: &[View],
        out: &mut Vec<Found>,
    ) {
        let mut quotations = std::mem::take(&mut carry.quotations);
        quote::quotations(text, views, &mut quotations);
        let first = out.len();
        let mut paragraph = Paragraph {
            cues: &self.cues,
            kind,
            first,
            views,
            quotations: &mut quotations,
            out,
        };
        let continued = paragraph.continue_quotation(carry, sentences);
        if kind != BlockKind::Furniture {
            paragraph.sentences();
        }
        paragraph.join_quotations(first);
        paragraph.close(carry, first, continued);
        if let Some(new) = out.get_mut(first..) {
            new.sort_by_key(|found| {
                (
                    found.attribution.content.first().copied(),
                    found.attribution.cue.first().copied(),
                )
            });
        }
        carry.quotations = quotations;
    }
}

/// How many attributions before are asked whether they are the same.
const NEAR: usize = 8;

/// A paragraph while it is read.
struct Paragraph<'p> {
    cues: &'p Cues,
    kind: BlockKind,
    /// Where its attributions begin in `out`.
    first: usize,
    views: &'p [View],
    quotations: &'p mut Vec<Quotation>,
    out: &'p mut Vec<Found>,
}

/// Pieces of text by their tokens.
struct Piece;

impl Piece {
    fn tokens(view: &View, start: usize, end: usize) -> Span {
        view.span(start, end)
    }
}

impl Paragraph<'_> {
    fn sentences(&mut self) {
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
                let adjective = phrase.verb.passive
                    && cues
                        .adjective(view, phrase.head)
                        .any(|hit| self.adjective(cue, &hit));
                if !adjective {
                    self.verb_at(sentence, view, clause, phrase.head);
                }
            }
            PhraseKind::Noun => {
                let _ = cues.noun(view, phrase.head).any(|hit| self.noun(cue, &hit));
            }
            PhraseKind::Adjective => {
                let _ = cues
                    .adjective(view, phrase.head)
                    .any(|hit| self.adjective(cue, &hit));
            }
            _ => {}
        }
        for at in phrase.start..phrase.end {
            if !view
                .tokens
                .get(at)
                .is_some_and(|token| cues.begins_phrase(token.word))
            {
                continue;
            }
            let _ = cues
                .phrase(view, at)
                .any(|hit| self.phrase(sentence, view, at, &hit));
        }
    }

    fn verb_at(&mut self, sentence: usize, view: &View, clause: ClauseId, head: usize) {
        let Some(cue) = VerbCue::new(view, sentence, clause) else {
            return;
        };
        let passive = cue.verb.verb.passive;
        let hits = self.cues.verb(view, head, passive);
        if hits.is_empty() {
            return;
        }
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

    fn token(&self, place: Place) -> Option<&Token> {
        self.views.get(place.sentence)?.tokens.get(place.token)
    }

    fn place_before(&self, place: Place) -> Option<Place> {
        if let Some(token) = place.token.checked_sub(1) {
            return Some(Place { token, ..place });
        }
        let sentence = place.sentence.checked_sub(1)?;
        let token = self.views.get(sentence)?.tokens.len().checked_sub(1)?;
        Some(Place { sentence, token })
    }

    /// The bytes of content tokens; a whole quotation that opens there is taken to its end, over sentences.
    fn quoted_span(&self, sentence: usize, view: &View, start: usize, end: usize) -> Span {
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

    fn push(
        &mut self,
        hit: &Hit<'_>,
        frame: Complement,
        who: Option<Who>,
        cue: VerbCue<'_>,
        cues: &[Span],
        content: &[Span],
    ) {
        self.push_at(
            hit,
            frame,
            who,
            cue.sentence,
            cue.verb.head,
            cues,
            content,
            cue.verb.verb.negated,
        );
    }

    #[allow(clippy::too_many_arguments, reason = "each is a field of the result")]
    fn push_at(
        &mut self,
        hit: &Hit<'_>,
        frame: Complement,
        who: Option<Who>,
        sentence: usize,
        head: usize,
        cues: &[Span],
        content: &[Span],
        negated: bool,
    ) {
        let Some((rule, sense)) = hit.rule(frame) else {
            return;
        };
        self.put(
            Some(rule),
            sense,
            who,
            (sentence, head),
            cues,
            content,
            negated,
        );
    }

    fn push_bare(
        &mut self,
        sense: Sense,
        who: Who,
        sentence: usize,
        head: usize,
        cues: &[Span],
        content: &[Span],
    ) {
        self.put(
            None,
            sense,
            Some(who),
            (sentence, head),
            cues,
            content,
            false,
        );
    }

    #[allow(clippy::too_many_arguments, reason = "each is a field of the result")]
    fn put(
        &mut self,
        rule: Option<RuleId>,
        sense: Sense,
        who: Option<Who>,
        cue_at: (usize, usize),
        cues: &[Span],
        content: &[Span],
        negated: bool,
    ) {
        // Between a quotation mark and the comma after it there is nothing that could be said: `", said the mayor`.
        let content: Vec<Span> = content
            .iter()
            .copied()
            .filter(|piece| !piece.is_empty())
            .collect();
        if content.is_empty() {
            return;
        }
        let index = self.out.len();
        // A verb and its noun are one cue, and so are an adjective and its participle: the first wins.
        let begins = content.first().map(|piece| piece.start());
        let known = self
            .out
            .iter()
            .skip(self.first)
            .rev()
            .take(NEAR)
            .any(|found| {
                let same = found
                    .attribution
                    .content
                    .iter()
                    .any(|piece| Some(piece.start()) == begins);
                same && found
                    .attribution
                    .cue
                    .iter()
                    .any(|cue| cues.iter().any(|other| cue.overlaps(*other)))
            });
        if known {
            return;
        }
        for piece in &content {
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
        let source = who.and_then(|who| {
            self.views
                .get(cue_at.0)
                .map(|view| view.span(who.start, who.end))
        });
        let attribution = Attribution {
            source: source.into_iter().collect(),
            cue: cues.to_vec(),
            kind: quote::kind(self.quotations, &content),
            content,
            sense,
            negated,
            actor: None,
        };
        self.out.push(Found {
            attribution,
            source_at: who.map(|who| (cue_at.0, who.phrase)),
            cue_at: Some(cue_at),
            rule,
            same_source_as: None,
        });
    }
}
