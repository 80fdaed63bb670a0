//! The articles, with the words of the claims marked and the claims in the margin.
//!
//! Evidence of several claims can overlap. So a block is cut at every place where evidence begins or ends, and each piece is marked by the
//! stances that are open there; where the evidence of a claim ends, its label stands as a link. `O(n log n)` in the claims of a block.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::claim::Stance;
use crate::document::{Block, BlockKind, Document};
use crate::span::Span;

use super::frame::Frame;

/// An article.
#[derive(Clone, Debug, Serialize)]
pub(super) struct ArticleView {
    pub(super) letter: String,
    pub(super) anchor: String,
    id: String,
    title: Option<String>,
    outlet: Option<String>,
    author: Option<String>,
    date: Option<String>,
    claims: usize,
    blocks: Vec<BlockView>,
}

/// A paragraph, heading, quotation, item or piece of furniture.
#[derive(Clone, Debug, Serialize)]
struct BlockView {
    kind: &'static str,
    pieces: Vec<PieceView>,
    /// The claims whose evidence ends in it, each once.
    notes: Vec<ReferenceView>,
}

/// Text that is marked in one way.
#[derive(Clone, Debug, Serialize)]
struct PieceView {
    text: String,
    /// A class: the stance, or `mixed`.
    mark: Option<&'static str>,
    /// The claims whose evidence ends here.
    ends: Vec<ReferenceView>,
}

/// A place of a claim.
#[derive(Clone, Debug, Serialize)]
struct ReferenceView {
    claim: usize,
    /// Its address.
    anchor: String,
}

/// Evidence of a claim in an article.
#[derive(Clone, Debug)]
struct Evidence {
    span: Span,
    stance: Stance,
    reference: ReferenceView,
}

impl ArticleView {
    pub(super) fn all(frame: &Frame<'_>) -> Vec<Self> {
        let mut evidence: Vec<Vec<Evidence>> = vec![Vec::new(); frame.comparison.documents().len()];
        for (claim, merged) in frame.comparison.claims().iter().enumerate() {
            for (place, told) in merged.places.iter().enumerate() {
                if let Some(found) = evidence.get_mut(merged.document) {
                    found.push(Evidence {
                        span: told.evidence,
                        stance: merged.stance,
                        reference: ReferenceView {
                            claim,
                            anchor: frame.anchors.place(claim, place),
                        },
                    });
                }
            }
        }
        let documents = frame.prose.documents();
        documents
            .map(|(at, document)| {
                let evidence = evidence.get_mut(at).map(std::mem::take);
                Self::of(frame, at, document, evidence.unwrap_or_default())
            })
            .collect()
    }

    fn of(frame: &Frame<'_>, at: usize, document: &Document, mut evidence: Vec<Evidence>) -> Self {
        // A claim belongs to the block in which its evidence ends.
        evidence.sort_by_key(|found| (found.span.end(), found.span.start(), found.reference.claim));
        let mut rest = evidence.as_slice();
        let mut blocks = Vec::new();
        for block in document.blocks() {
            let count = rest.partition_point(|found| found.span.end() <= block.span.end());
            let (here, later) = rest.split_at_checked(count).unwrap_or((rest, &[]));
            rest = later;
            blocks.push(BlockView::of(document.text(), block, here));
        }
        Self {
            letter: frame.prose.letter(at),
            anchor: frame.anchors.document(at).to_owned(),
            id: document.id().to_owned(),
            title: document.title().map(str::to_owned),
            outlet: document.outlet().map(str::to_owned),
            author: document.author().map(str::to_owned),
            date: document.date().map(|date| date.to_string()),
            claims: frame
                .comparison
                .claims()
                .iter()
                .filter(|claim| claim.document == at)
                .count(),
            blocks,
        }
    }
}

impl BlockView {
    /// A block with its evidence, which is sorted by its end.
    fn of(text: &str, block: Block, evidence: &[Evidence]) -> Self {
        Self {
            kind: match block.kind {
                BlockKind::Heading => "heading",
                BlockKind::Quotation => "quotation",
                BlockKind::Item => "item",
                BlockKind::Furniture => "furniture",
                BlockKind::Body => "body",
            },
            pieces: pieces(text, block.span, evidence),
            notes: notes(evidence),
        }
    }
}

fn notes(evidence: &[Evidence]) -> Vec<ReferenceView> {
    let mut seen = BTreeSet::new();
    let first = evidence
        .iter()
        .filter(|found| seen.insert(found.reference.claim));
    first.map(|found| found.reference.clone()).collect()
}

/// `span` of `text` cut wherever evidence begins or ends.
fn pieces(text: &str, span: Span, evidence: &[Evidence]) -> Vec<PieceView> {
    let begin = |found: &Evidence| found.span.start().clamp(span.start(), span.end());
    let mut begins: Vec<(usize, Stance)> = evidence.iter().map(|e| (begin(e), e.stance)).collect();
    begins.sort_unstable();
    let mut begins = begins.into_iter().peekable();
    let mut ends = evidence.iter().peekable();
    let mut open = Open::default();
    let mut pieces = Vec::new();
    let mut at = span.start();
    loop {
        while let Some((_, stance)) = begins.next_if(|&(begin, _)| begin <= at) {
            *open.count(stance) += 1;
        }
        let next_begin = begins.peek().map_or(span.end(), |&(begin, _)| begin);
        let next_end = ends
            .peek()
            .map_or(span.end(), |found| found.span.end().max(at));
        let to = next_begin.min(next_end);
        let mark = open.mark();
        let mut ended = Vec::new();
        while let Some(found) = ends.next_if(|found| found.span.end() <= to) {
            let count = open.count(found.stance);
            *count = count.saturating_sub(1);
            ended.push(found.reference.clone());
        }
        if to > at || !ended.is_empty() {
            pieces.push(PieceView {
                text: Span::new(at, to).of(text).to_owned(),
                mark,
                ends: ended,
            });
        }
        if to >= span.end() && ends.peek().is_none() {
            return pieces;
        }
        at = to;
    }
}

/// How many pieces of evidence are open, by stance.
#[derive(Clone, Copy, Debug, Default)]
struct Open {
    support: usize,
    oppose: usize,
    neutral: usize,
}

impl Open {
    fn count(&mut self, stance: Stance) -> &mut usize {
        match stance {
            Stance::Support => &mut self.support,
            Stance::Oppose => &mut self.oppose,
            Stance::Neutral => &mut self.neutral,
        }
    }

    fn mark(self) -> Option<&'static str> {
        match (self.support > 0, self.oppose > 0, self.neutral > 0) {
            (false, false, false) => None,
            (true, false, false) => Some("support"),
            (false, true, false) => Some("oppose"),
            (false, false, true) => Some("neutral"),
            _ => Some("mixed"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(text: &str, evidence: &[(usize, usize, Stance)]) -> String {
        let mut evidence: Vec<Evidence> = evidence
            .iter()
            .enumerate()
            .map(|(claim, &(start, end, stance))| Evidence {
                span: Span::new(start, end),
                stance,
                reference: ReferenceView {
                    claim,
                    anchor: String::new(),
                },
            })
            .collect();
        evidence.sort_by_key(|found| (found.span.end(), found.span.start(), found.reference.claim));
        let piece = |piece: &PieceView| {
            let ends: Vec<String> = piece.ends.iter().map(|end| end.claim.to_string()).collect();
            let mark = piece.mark.map_or('_', |mark| mark.chars().next().unwrap());
            format!("{mark}[{}]{}", piece.text, ends.join(","))
        };
        let span = Span::new(0, text.len());
        pieces(text, span, &evidence).iter().map(piece).collect()
    }

    #[test]
    fn a_block_is_cut_where_evidence_begins_and_ends() {
        use Stance::{Oppose, Support};
        assert_eq!(drawn("one two", &[]), "_[one two]");
        assert_eq!(
            drawn("one two six", &[(4, 7, Support)]),
            "_[one ]s[two]0_[ six]"
        );
        assert_eq!(
            drawn("one two six", &[(0, 7, Support), (4, 11, Oppose)]),
            "s[one ]m[two]0o[ six]1"
        );
        assert_eq!(
            drawn("one two six", &[(4, 7, Support), (4, 7, Oppose)]),
            "_[one ]m[two]0,1_[ six]"
        );
        assert_eq!(drawn("one", &[(0, 3, Oppose)]), "o[one]0");
    }

    #[test]
    fn evidence_that_begins_before_its_block_is_marked_from_the_block_on() {
        let found = Evidence {
            span: Span::new(0, 6),
            stance: Stance::Support,
            reference: ReferenceView {
                claim: 0,
                anchor: String::new(),
            },
        };
        let pieces = pieces("one two", Span::new(4, 7), &[found]);
        assert_eq!(
            (pieces[0].text.as_str(), pieces[0].mark),
            ("tw", Some("support"))
        );
        assert_eq!((pieces[1].text.as_str(), pieces[1].mark), ("o", None));
    }
}
