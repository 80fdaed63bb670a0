//! Who says what: source, cue and content.
//!
//! **Problem.** Two thirds of what news attributes stands in no quotation marks, and the words for it are many: 1,700 heads in
//! 19,000 attributions that were labelled by hand.
//! **Idea.** Cues are data: a pack says for each word which constructions it takes. One walk over the clauses of a paragraph asks
//! each verb, noun, adjective and fixed phrase for its cues (`paragraph`, `cue`), scans to its right for a construction that it takes (`complement`)
//! and where that ends (`bound`), and to its left for a quotation or a clause that ends there (`left`). The source is the grammatical subject with all
//! that belongs to it (`source`). Quotation marks are paired for the paragraph first (`quote`), and a quotation that no cue takes joins the one before.
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

mod adjective;
mod bound;
mod carry;
mod comment;
mod complement;
mod cue;
mod fixed;
mod gap;
mod hang;
mod left;
mod nominal;
mod noun;
mod paragraph;
mod quote;
mod reader;
mod source;
mod statement;
mod verb;

pub use reader::AttributionReader;

use serde::Serialize;

use crate::clause::{PhraseId, View};
use crate::document::BlockKind;
use crate::pack::{ActorId, RuleId};
use crate::span::Span;

pub(crate) use carry::Carry;
pub(crate) use cue::Cues;
use paragraph::Paragraph;

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
    /// An attributor by cues that are compiled.
    pub(crate) fn new(cues: Cues) -> Self {
        Self { cues }
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
