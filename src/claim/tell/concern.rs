//! Whom claims concern: those between people and bodies that no pack knows are left out where their position asks for that, unless these have a part in
//! world politics: "several countries", "the international community", and where a place or an actor is named "both sides" and "ministers".

use crate::claim::cue::site::Scene;
use crate::claim::result::Claim;
use crate::clause::{Phrase, PhraseId, PhraseKind, Tag, View};
use crate::mention::Form;
use crate::pack::{ActorId, PositionId};
use crate::token::Usage;

/// The claims of a sentence without those on one of `positions` that no actor of the pack holds and that are about none: "the union asked for a meeting" is no
/// diplomacy. Whoever holds one together with an actor keeps it, as in "Kenya and other states". Cost: quadratic in the claims of a sentence with such ones.
pub(in crate::claim) fn concerning_somebody(
    scene: &Scene<'_>,
    claims: Vec<Claim>,
    positions: &[PositionId],
    places: &[bool],
) -> Vec<Claim> {
    let keeps = |claim: &Claim| {
        !positions.contains(&claim.position)
            || claims.iter().any(|other| {
                other.rule == claim.rule && other.evidence == claim.evidence && is_of_actor(other)
            })
            || is_of_world(scene, places, claim)
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
fn is_of_world(scene: &Scene<'_>, places: &[bool], claim: &Claim) -> bool {
    let view = scene.view;
    let Some(id) = holder(view, claim) else {
        return false;
    };
    let Some(phrase) = view.phrase(id) else {
        return false;
    };
    let plural = view.tags.get(phrase.head) == Some(&Tag::Plural);
    match view.noun_text(phrase.head) {
        // "50 states" may be those of one land, and "a chip war" is none: a place tells.
        "state" if plural => names_place(scene, places, phrase),
        "country" | "nation" | "government" | "power" | "capital" | "superpower" if plural => {
            names_place(scene, places, phrase) || !is_on_else(scene, places)
        }
        "community" => (phrase.start..phrase.head)
            .any(|at| matches!(view.marker_text(at), "international" | "world" | "global")),
        "world" => names_place(scene, places, phrase),
        "group" | "organisation" | "organization" | "court" | "tribunal" | "commission"
        | "committee" | "council" | "agency" | "parliament" | "panel" => {
            names_held_land(scene, places, claim)
        }
        // "the rebels" and "the minister" are somebody whom the text has named, be it in words that no rule reads; "a party" is any.
        noun if is_of_state(noun) => {
            plural && !is_definite(view, phrase) && names_place(scene, places, phrase)
        }
        noun => {
            is_of_conflict(noun)
                && plural
                && is_in_conflict(view, id)
                && names_place(scene, places, phrase)
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

/// Nouns for states and those who act for them; leaders and rebels may be anybody's.
fn is_of_state(noun: &str) -> bool {
    matches!(
        noun,
        "ally" | "minister" | "diplomat" | "ambassador" | "envoy" | "mediator" | "guarantor"
    )
}

/// Nouns for the two or more who fight or settle it; parties are those of a parliament too.
fn is_of_conflict(noun: &str) -> bool {
    matches!(noun, "side" | "camp" | "faction" | "belligerent")
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
fn names_held_land(scene: &Scene<'_>, places: &[bool], claim: &Claim) -> bool {
    let view = scene.view;
    view.phrases.iter().any(|land| {
        let deed = land.noun.filter(|_| {
            is_place(scene, places, land)
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

/// Whether a sentence names a place of conflicts beside the holder: "both sides want a truce in Sudan".
fn names_place(scene: &Scene<'_>, places: &[bool], holder: &Phrase) -> bool {
    scene.view.phrases.iter().any(|phrase| {
        let apart = phrase.start >= holder.end || phrase.end <= holder.start;
        phrase.kind == PhraseKind::Noun && apart && is_place(scene, places, phrase)
    })
}

/// Whether a phrase is the name or the seat of such an actor: "Columbia University" is none.
fn is_place(scene: &Scene<'_>, places: &[bool], phrase: &Phrase) -> bool {
    scene.mentions.named.iter().any(|named| {
        matches!(named.form, Form::Name | Form::Seat)
            && phrase.start <= named.start
            && named.end == phrase.head + 1
            && places.get(named.actor) == Some(&true)
    })
}

/// Whether a sentence names somebody else, or a war that a noun before it makes one of trade: "Meta", "the chip war".
fn is_on_else(scene: &Scene<'_>, places: &[bool]) -> bool {
    let view = scene.view;
    view.phrases.iter().any(|phrase| {
        let proper = view.tags.get(phrase.head) == Some(&Tag::Proper);
        let time = view.usage(phrase.head).any(Usage::DATE);
        let before = phrase.head.checked_sub(1).filter(|at| *at >= phrase.start);
        let of_trade = view.noun_text(phrase.head) == "war"
            && before.is_some_and(|at| view.tags.get(at) == Some(&Tag::Noun));
        phrase.kind == PhraseKind::Noun
            && (of_trade || proper && !time && !is_place(scene, places, phrase))
    })
}
