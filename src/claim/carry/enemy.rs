//! Whom those are who are only called a name: "can't keep a truce with terrorists" is about the movement that the article speaks of.
//!
//! Where nobody was called legitimate or criminal before, it is the last movement that was named, or else the last party; and nobody where a
//! movement itself calls others so. Known to be wrong where an article speaks of two movements.

use super::TOPIC;
use crate::claim::cue::site::Scene;
use crate::claim::result::Claim;
use crate::clause::{Phrase, PhraseId, View};
use crate::mention::Who;
use crate::pack::Kind;

/// The last movement and the last party that an article named, each with its sentence.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::claim) struct Enemies {
    movement: Option<(usize, usize)>,
    party: Option<(usize, usize)>,
}

impl Enemies {
    /// Keeps what a sentence names.
    pub(in crate::claim) fn note(
        &mut self,
        scene: &Scene<'_>,
        sentence: usize,
        kind: impl Fn(usize) -> Option<Kind>,
    ) {
        for id in (0..scene.view.phrases.len()).map(PhraseId::new) {
            let Some(Who::Actor(actor)) = scene.mentions.referent(id).map(|named| named.who) else {
                continue;
            };
            match kind(actor) {
                Some(Kind::Movement) => self.movement = Some((actor, sentence)),
                Some(Kind::Party) => self.party = Some((actor, sentence)),
                _ => {}
            }
        }
    }

    /// Who has just been named, in a sentence or the one before.
    pub(in crate::claim) fn named_near(self, sentence: usize) -> Option<usize> {
        let all = [self.movement, self.party].into_iter().flatten();
        let mut near = all.filter(|(_, named)| named + 1 >= sentence);
        near.next().map(|(actor, _)| actor)
    }

    /// Who is called a name in a sentence.
    pub(in crate::claim) fn called_in(self, sentence: usize) -> Option<usize> {
        [self.movement, self.party]
            .into_iter()
            .flatten()
            .find(|(_, named)| named + TOPIC >= sentence)
            .map(|(actor, _)| actor)
    }
}

/// Whether the words of a claim call somebody a name, and say no more of who that is.
pub(in crate::claim) fn calls_a_name(scene: &Scene<'_>, claim: &Claim) -> bool {
    let view = scene.view;
    let tokens = view.tokens.iter().enumerate();
    let mut inside = tokens.filter(|(_, token)| claim.evidence.contains(token.span));
    inside.any(|(at, _)| {
        let noun = view.noun_text(at);
        let one = || {
            at.checked_sub(1)
                .is_some_and(|before| matches!(view.marker_text(before), "a" | "an"))
        };
        // "an unlawful act" calls nobody anything.
        let body = || is_body(view.noun_text(at + 1));
        let slur = is_slur(noun) && (!is_of_deeds(noun) || body());
        noun == "terrorism" || slur || is_body(noun) && one()
    })
}

/// "a terrorist group", "murderers", "a movement that …": what somebody who is spoken of is called, rather than somebody new.
pub(super) fn is_name_for_enemy(view: &View, phrase: &Phrase) -> bool {
    let first = view.marker_text(phrase.start);
    let noun = view.noun_text(phrase.head);
    let one = matches!(first, "a" | "an");
    let bare = phrase.start == phrase.head || matches!(first, "such" | "these" | "those");
    let mut before = (phrase.start + 1..phrase.head).map(|at| view.marker_text(at));
    let slur = is_slur(noun) && (one || bare || is_slur(first));
    (slur || one && is_body(noun)) && before.all(is_slur)
}

/// What enemies are called.
fn is_slur(word: &str) -> bool {
    matches!(
        word,
        "terrorist"
            | "terror"
            | "criminal"
            | "murderer"
            | "murderous"
            | "killer"
            | "gangster"
            | "thug"
            | "usurper"
            | "outlaw"
            | "outlawed"
            | "banned"
            | "bandit"
            | "traitor"
            | "putschist"
            | "jihadist"
            | "extremist"
            | "illegal"
            | "unlawful"
    )
}

/// Words for enemies that are said of deeds as well.
fn is_of_deeds(word: &str) -> bool {
    matches!(
        word,
        "criminal" | "outlawed" | "banned" | "illegal" | "unlawful"
    )
}

/// Nouns for a body that may be called so.
fn is_body(noun: &str) -> bool {
    matches!(
        noun,
        "group" | "organisation" | "organization" | "movement" | "party" | "outfit"
    )
}
