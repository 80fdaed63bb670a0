//! Whom a claim means by its own sentence, where its words name nobody, or only the holder: whoever was named before a pronoun, the other of two
//! verbs' object, and what is told inside it.

use crate::claim::cue::site::Scene;
use crate::claim::result::{Claim, Step, StepKind};
use crate::claim::who::party::LOOK;
use crate::clause::PhraseId;
use crate::mention::Who;
use crate::pack::ActorId;
use crate::span::Span;

/// How many bytes behind a claim's words what it holds begins: " that have".
const BESIDE: usize = 12;

/// Takes whoever holds a claim out of its targets. A pronoun that was read so means the actor that was named last before it: in "Oman spoke, but Chile
/// expelled its envoy" the envoy is Oman's.
pub(super) fn not_oneself(
    claim: &mut Claim,
    scene: &Scene<'_>,
    text: &str,
    id: impl Fn(Who) -> ActorId,
) {
    let holder = claim.actor.clone();
    if !claim.target.contains(&holder) {
        return;
    }
    let mut steps = claim.trace.steps.iter();
    let read =
        steps.find(|step| step.kind == StepKind::Target && step.actor == Some(holder.clone()));
    let pronoun = read.map(|step| step.span).filter(|span| {
        let word = span.of(text).to_ascii_lowercase();
        is_object_pronoun(&word) || matches!(word.as_str(), "its" | "their" | "his")
    });
    leave_out(claim, |id| *id == holder);
    if let Some(span) = pronoun.filter(|_| claim.target.is_empty())
        && let Some(named) = named_before(scene, span, |who| {
            Some(id(who)).filter(|id| *id != holder && *id != ActorId::other())
        })
    {
        mean(claim, vec![named], span);
    }
}

/// Pronouns for whom something is done to or said of.
pub(super) fn is_object_pronoun(word: &str) -> bool {
    matches!(word, "it" | "them" | "him" | "her")
}

/// "thanked those who recognised Chile": what names no target and holds a claim in its words is about what that is about.
pub(super) fn mean_what_is_told_beside(claims: &mut [&mut Claim]) {
    let told: Vec<(Span, Vec<ActorId>)> = claims
        .iter()
        .filter(|claim| !claim.target.is_empty())
        .map(|claim| (claim.evidence, claim.target.clone()))
        .collect();
    for claim in claims.iter_mut().filter(|claim| claim.target.is_empty()) {
        // Claims stand in the order of their words.
        let next = told.partition_point(|(span, _)| span.start() <= claim.evidence.start());
        let inside =
            |(span, _): &&(Span, Vec<ActorId>)| span.start() <= claim.evidence.end() + BESIDE;
        if let Some((span, target)) = told.get(next).filter(inside) {
            mean(claim, target.clone(), *span);
        }
    }
}

/// "Peru criticised Chile for its raids | and recalled its envoy": of what goes on between two, the other is whom the verb before is about.
pub(super) fn mean_whom_it_follows(
    claim: &mut Claim,
    scene: &Scene<'_>,
    id: impl Fn(Who) -> ActorId,
) {
    let view = scene.view;
    let at = view
        .tokens
        .partition_point(|token| token.span.start() < claim.evidence.start());
    let clause = view.clause_at(at).and_then(|clause| view.clause(clause));
    let first = clause.and_then(|clause| clause.coordinated);
    let Some(object) = first.and_then(|first| view.object(first)) else {
        return;
    };
    let who = scene.mentions.referent(object).map(|named| named.who);
    if let Some(who @ Who::Actor(_)) = who
        && id(who) != claim.actor
    {
        mean(claim, vec![id(who)], view.phrase_span(object));
    }
}

/// The actor that a sentence names last before a place, of those that are `fit`.
fn named_before(
    scene: &Scene<'_>,
    at: Span,
    fit: impl Fn(Who) -> Option<ActorId>,
) -> Option<ActorId> {
    let tokens = &scene.view.tokens;
    let token = tokens.partition_point(|token| token.span.start() < at.start());
    let end = scene.view.phrase_at(token).map_or(0, PhraseId::index);
    let last = (end.saturating_sub(LOOK)..end).rev().map(PhraseId::new);
    let named = |id: PhraseId| match scene.mentions.referent(id)?.who {
        who @ Who::Actor(_) => fit(who),
        Who::Other | Who::Speaker => None,
    };
    let mut named = last.filter_map(named);
    named.next()
}

/// "talks with some rebels", "resolutions of the parliament": whether somebody without a name is the target, so that nobody told before is.
pub(super) fn is_about_stranger(claim: &Claim) -> bool {
    let stranger =
        |step: &Step| step.kind == StepKind::Target && step.actor == Some(ActorId::other());
    claim.trace.steps.iter().any(stranger)
}

/// Takes actors out of the targets of a claim.
pub(super) fn leave_out(claim: &mut Claim, is_out: impl Fn(&ActorId) -> bool) {
    claim.target.retain(|id| !is_out(id));
    claim
        .trace
        .steps
        .retain(|step| step.kind != StepKind::Target || !step.actor.as_ref().is_some_and(&is_out));
}

/// Makes a claim one about those of `actors` who don't hold it, who were named at `span`.
pub(super) fn mean(claim: &mut Claim, mut actors: Vec<ActorId>, span: Span) {
    actors.retain(|named| *named != claim.actor);
    let steps = actors.iter().map(|actor| Step {
        kind: StepKind::Target,
        rule: None,
        span,
        actor: Some(actor.clone()),
    });
    claim.trace.steps.extend(steps);
    claim.target = actors;
}
