//! A claim on the page: who holds what, the words in their sentence, where, on whose word, and how the label came about.

use serde::Serialize;

use crate::claim::{Step, StepKind};
use crate::compare::{MergedClaim, Telling};

use super::super::excerpt::Excerpt;
use super::super::prose;
use super::super::sign::Sign;
use super::frame::Frame;

/// Characters of a sentence that are shown on each side of the evidence: nearly always all of it.
const CONTEXT: usize = 320;

/// A claim.
#[derive(Clone, Debug, Serialize)]
pub(super) struct ClaimView {
    /// "A7".
    pub(super) label: String,
    pub(super) anchor: String,
    pub(super) actor: String,
    pub(super) actor_number: usize,
    pub(super) position: String,
    pub(super) position_number: usize,
    /// "support": a class, and the value of a filter.
    pub(super) stance: &'static str,
    pub(super) sign: &'static str,
    /// "supports".
    stands: &'static str,
    mode: &'static str,
    target: Option<String>,
    pub(super) document: usize,
    article: String,
    /// The place that stands for the claim comes first.
    pub(super) places: Vec<PlaceView>,
    /// The relations that it is lined up by, for a filter.
    pub(super) relations: String,
}

/// One place where a claim is told.
#[derive(Clone, Debug, Serialize)]
pub(super) struct PlaceView {
    pub(super) anchor: String,
    line: usize,
    /// "told by the author, put as possible".
    manner: String,
    before: String,
    is_cut_before: bool,
    evidence: String,
    /// What follows where the middle of the evidence is left out.
    evidence_end: Option<String>,
    after: String,
    is_cut_after: bool,
    rule: String,
    trace: Vec<StepView>,
}

/// One step of a trace.
#[derive(Clone, Debug, Serialize)]
struct StepView {
    kind: &'static str,
    words: String,
    rule: Option<String>,
    actor: Option<String>,
}

impl ClaimView {
    /// All claims, in their order.
    pub(super) fn all(frame: &Frame<'_>) -> Vec<Self> {
        let claims = frame.comparison.claims();
        let mut relations: Vec<Vec<&'static str>> = vec![Vec::new(); claims.len()];
        for alignment in frame.comparison.alignments() {
            for at in [alignment.left, alignment.right].into_iter().flatten() {
                if let Some(names) = relations.get_mut(at) {
                    names.push(alignment.relation.as_str());
                }
            }
        }
        let view = |(at, (claim, mut names)): (usize, (&MergedClaim, Vec<&'static str>))| {
            names.sort_unstable();
            names.dedup();
            Self::of(frame, at, claim, names.join(" "))
        };
        claims.iter().zip(relations).enumerate().map(view).collect()
    }

    fn of(frame: &Frame<'_>, at: usize, claim: &MergedClaim, relations: String) -> Self {
        let mut places: Vec<PlaceView> = Vec::with_capacity(claim.places.len());
        for (nth, told) in claim.places.iter().enumerate() {
            let view = PlaceView::of(frame, at, nth, claim, told);
            // The place that stands for the claim is read first.
            if std::ptr::eq(told, claim.told()) {
                places.insert(0, view);
            } else {
                places.push(view);
            }
        }
        Self {
            label: frame.prose.label(at),
            anchor: frame.anchors.claim(at).to_owned(),
            actor: frame.prose.actor(&claim.actor).to_owned(),
            actor_number: frame.actor_number(&claim.actor),
            position: frame.prose.position(&claim.position),
            position_number: frame.position_number(&claim.position),
            stance: claim.stance.as_str(),
            sign: Sign::One(claim.stance).as_str(),
            stands: prose::stands(claim),
            mode: prose::mode(claim.mode()),
            target: frame.prose.target(claim),
            document: claim.document,
            article: frame.prose.article(claim.document).to_owned(),
            places,
            relations,
        }
    }
}

impl PlaceView {
    fn of(frame: &Frame<'_>, at: usize, nth: usize, claim: &MergedClaim, told: &Telling) -> Self {
        let excerpt = Excerpt::of(frame.comparison, claim, told, CONTEXT);
        let steps = frame
            .trace(claim, told)
            .map_or(&[][..], |trace| &trace.steps);
        Self {
            anchor: frame.anchors.place(at, nth),
            line: frame.lines.line(claim, told),
            manner: frame.prose.manner(claim, told),
            before: excerpt.before.to_owned(),
            is_cut_before: excerpt.is_cut_before,
            evidence: excerpt.evidence.0.to_owned(),
            evidence_end: excerpt.evidence.1.map(str::to_owned),
            after: excerpt.after.to_owned(),
            is_cut_after: excerpt.is_cut_after,
            rule: told.rule.to_string(),
            trace: steps
                .iter()
                .map(|step| StepView::of(frame, claim, step))
                .collect(),
        }
    }
}

impl StepView {
    fn of(frame: &Frame<'_>, claim: &MergedClaim, step: &Step) -> Self {
        Self {
            kind: match step.kind {
                StepKind::Cue => "cue",
                StepKind::Actor => "whose stance",
                StepKind::Target => "about whom",
                StepKind::Operator => "under",
                StepKind::Negation => "negation",
                StepKind::Hedge => "put as possible",
                StepKind::Attribution => "on whose word",
                StepKind::Date => "when",
                StepKind::Beaten => "less specific cue",
            },
            words: frame.comparison.text(claim, step.span).to_owned(),
            rule: step.rule.as_ref().map(ToString::to_string),
            actor: step
                .actor
                .as_ref()
                .map(|actor| frame.prose.actor(actor).to_owned()),
        }
    }
}
