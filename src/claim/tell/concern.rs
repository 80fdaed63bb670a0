//! Whom claims concern: those between people and bodies that no pack knows are left out where their position asks for that, unless these have a part in
//! world politics: "several countries", "the international community", and where a place or an actor is named "both sides" and "ministers".

use crate::claim::cue::site::Scene;
use crate::claim::result::Claim;
use crate::clause::{Phrase, PhraseId, PhraseKind, Tag, View};
use crate::pack::{ActorId, PositionId};
use crate::token::Usage;

/// The claims of a sentence without those on one of `positions` that no actor of the pack holds and that are about none: "the union asked for a meeting" is no
/// diplomacy. Whoever holds one together with an actor keeps it, as in "Kenya and other states". Cost: quadratic in the claims of a sentence with such ones.
pub(in crate::claim) fn concerning_somebody(
    scene: &Scene<'_>,
    claims: Vec<Claim>,
    positions: &[PositionId],
) -> Vec<Claim> {
    let keeps = |claim: &Claim| {
        !positions.contains(&claim.position)
            || claims.iter().any(|other| {
                other.rule == claim.rule && other.evidence == claim.evidence && is_of_actor(other)
            })
            || is_of_world(scene.view, claim)
    };
    let kept: Vec<bool> = claims.iter().map(keeps).collect();
    let claims = claims.into_iter().zip(kept);
    claims
        .filter_map(|(claim, keeps)| keeps.then_some(claim))
        .collect()
}

/// Whether an actor of the pack holds a claim, or the writer, or one is its target.
fn is_of_actor(claim: &Claim) -> bool {
    let is_known = |id: &ActorId| *id != ActorId::other();
    is_known(&claim.actor) || claim.target.iter().any(is_known)
}

/// Whether whoever holds a claim has a part in world politics, though nobody says who it is.
fn is_of_world(view: &View, claim: &Claim) -> bool {
    let Some(id) = holder(view, claim) else {
        return false;
    };
    let Some(phrase) = view.phrase(id) else {
        return false;
    };
    let plural = view.tags.get(phrase.head) == Some(&Tag::Plural);
    match view.noun_text(phrase.head) {
        "country" | "state" | "nation" | "government" | "power" | "capital" | "superpower"
            if plural =>
        {
            true
        }
        "community" => (phrase.start..phrase.head)
            .any(|at| matches!(view.marker_text(at), "international" | "world" | "global")),
        "world" => names_place(view, phrase),
        "group" | "organisation" | "organization" | "court" | "tribunal" | "commission"
        | "committee" | "council" | "agency" | "parliament" | "panel" => {
            names_held_land(view, claim)
        }
        // "the rebels" and "the minister" are somebody whom the text has named, be it in words that no rule reads; "a party" is any.
        noun if is_of_state(noun) => {
            plural && !is_definite(view, phrase) && names_place(view, phrase)
        }
        noun => {
            is_of_conflict(noun) && plural && is_in_conflict(view, id) && names_place(view, phrase)
        }
    }
}

/// "the ministers", "its ministers", "these ministers".
fn is_definite(view: &View, phrase: &Phrase) -> bool {
    phrase.owner.is_some()
        || view.tags.get(phrase.start) == Some(&Tag::Possessive)
        || matches!(view.marker_text(phrase.start), "the" | "these" | "those")
}

/// The phrase that names a claim's holder.
fn holder(view: &View, claim: &Claim) -> Option<PhraseId> {
    let span = claim.mention?;
    let mut ids = (0..view.phrases.len()).map(PhraseId::new);
    ids.find(|id| view.phrase_span(*id) == span)
}

/// Nouns for states and those who act for them, and for those who fight.
fn is_of_state(noun: &str) -> bool {
    matches!(
        noun,
        "ally"
            | "minister"
            | "diplomat"
            | "ambassador"
            | "envoy"
            | "leader"
            | "mediator"
            | "guarantor"
            | "rebel"
            | "insurgent"
            | "militia"
    )
}

/// Nouns for the two or more who fight or settle it, the article before them or not.
fn is_of_conflict(noun: &str) -> bool {
    matches!(noun, "side" | "party" | "camp" | "faction" | "belligerent")
}

/// "both sides", "both sides in the war", where those "of the wage dispute" fight no war.
fn is_in_conflict(view: &View, id: PhraseId) -> bool {
    let of = view
        .prepositional(id, |text| matches!(text, "of" | "in" | "to"))
        .next();
    let of = of
        .and_then(|of| view.phrase(of))
        .filter(|of| of.noun == Some(id));
    of.is_none_or(|of| {
        view.tags.get(of.head) == Some(&Tag::Proper)
            || matches!(
                view.noun_text(of.head),
                "war"
                    | "conflict"
                    | "fighting"
                    | "agreement"
                    | "accord"
                    | "treaty"
                    | "deal"
                    | "truce"
                    | "ceasefire"
                    | "talk"
                    | "negotiation"
                    | "clash"
                    | "battle"
                    | "siege"
            )
    })
}

/// "the occupation of Western Sahara", "the siege of Aden": whether a claim is about a deed that names the land it befell.
fn names_held_land(view: &View, claim: &Claim) -> bool {
    view.phrases.iter().any(|land| {
        let deed = land.noun.filter(|_| {
            view.tags.get(land.head) == Some(&Tag::Proper)
                && (view.is_behind(land, "of") || view.is_behind(land, "on"))
        });
        deed.and_then(|id| view.phrase(id)).is_some_and(|deed| {
            let at = view.span(deed.head, deed.head + 1);
            claim.evidence.start() <= at.start()
                && at.end() <= claim.evidence.end()
                && matches!(
                    view.noun_text(deed.head),
                    "occupation" | "annexation" | "siege" | "blockade" | "war" | "invasion"
                )
        })
    })
}

/// Whether a sentence names a place or an actor beside the holder: "both sides want a truce in Sudan".
fn names_place(view: &View, holder: &Phrase) -> bool {
    view.phrases.iter().any(|phrase| {
        let apart = phrase.start >= holder.end || phrase.end <= holder.start;
        let time = view.usage(phrase.head).any(Usage::DATE);
        phrase.kind == PhraseKind::Noun
            && apart
            && !time
            && view.tags.get(phrase.head) == Some(&Tag::Proper)
    })
}
