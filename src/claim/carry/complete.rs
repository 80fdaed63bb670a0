//! The claims of a sentence that name no target: what their cue says by itself, what the article told before, whom it calls a name.

use super::answer::Charges;
use super::antecedent::{Carries, Told};
use super::enemy::{Enemies, calls_a_name};
use super::meant::{is_about_stranger, mean};
use super::partner::Partners;
use crate::claim::cue::site::Scene;
use crate::claim::result::{Claim, Stance};
use crate::claim::{Tagged, Tagger};
use crate::mention::Who;
use crate::pack::{ActorId, Kind};

impl Tagger {
    /// Completes the claims of a sentence, and keeps what they and its words say for the next ones.
    pub(in crate::claim) fn carry_on(
        &self,
        scene: &Scene<'_>,
        (told, enemies, charges, partners): (
            &mut Vec<Told>,
            &mut Enemies,
            &mut Charges,
            &mut Partners,
        ),
        tagged: &Tagged<'_>,
        claims: &mut [Claim],
    ) {
        let sentence = tagged.place.index;
        enemies.note(scene, sentence, |actor| self.kind(actor));
        partners.note(scene, sentence, |who| self.actor_id(who));
        if claims.is_empty() && !self.carried.meets(scene.lists.seen().lists()) {
            return;
        }
        charges.note(sentence, claims, |claim| self.is_charge(claim));
        told.resize(self.positions.len(), Told::default());
        for claim in claims.iter_mut().filter(|claim| claim.target.is_empty()) {
            if is_about_stranger(claim) {
                continue;
            }
            if let Some(actor) = self.default_target(claim) {
                let span = claim.evidence;
                mean(claim, vec![actor], span);
            }
        }
        for ((carries, told), position) in self.carries.iter().zip(told).zip(&self.positions) {
            carries.note_owners(told, scene, sentence, |who| self.actor_id(who));
            if claims.is_empty() {
                continue;
            }
            let mut own: Vec<&mut Claim> = claims
                .iter_mut()
                .filter(|claim| claim.position == *position)
                .collect();
            if carries.is_of_names() {
                self.call_names(scene, told, *enemies, &mut own);
            }
            if carries.is_mutual() {
                self.shun_names(scene, *enemies, &mut own);
            }
            carries.carry_on(
                (told, charges, partners),
                &mut own,
                scene,
                tagged.text,
                |who| self.actor_id(who),
            );
        }
    }

    /// Where nobody was spoken of so before, a name that somebody is called means an enemy.
    fn call_names(
        &self,
        scene: &Scene<'_>,
        told: &Told,
        enemies: Enemies,
        claims: &mut [&mut Claim],
    ) {
        for claim in claims.iter_mut().filter(|claim| claim.target.is_empty()) {
            let enemy = enemies
                .called_in(claim.sentence.index)
                .map(|actor| self.actor_id(Who::Actor(actor)));
            if let Some(enemy) = enemy.filter(|enemy| *enemy != claim.actor)
                && !told.is_about_somebody(claim)
                && !self.is_movement(&claim.actor)
                && calls_a_name(scene, claim)
            {
                let span = claim.evidence;
                mean(claim, vec![enemy], span);
            }
        }
    }

    /// "won't share a table with terrorists": those who were named just before, whoever else the article told of.
    fn shun_names(&self, scene: &Scene<'_>, enemies: Enemies, claims: &mut [&mut Claim]) {
        for claim in claims.iter_mut().filter(|claim| claim.target.is_empty()) {
            let enemy = enemies
                .named_near(claim.sentence.index)
                .map(|actor| self.actor_id(Who::Actor(actor)));
            if let Some(enemy) = enemy.filter(|enemy| *enemy != claim.actor)
                && !self.is_movement(&claim.actor)
                && calls_a_name(scene, claim)
            {
                let span = claim.evidence;
                mean(claim, vec![enemy], span);
            }
        }
    }

    /// Whether a claim is against its target: against the deed, or for what is done to somebody ("calls it an occupier").
    fn is_charge(&self, claim: &Claim) -> bool {
        let position = self.positions.binary_search(&claim.position).ok();
        let carries = position.and_then(|at| self.carries.get(at));
        claim.stance == Stance::Oppose
            || claim.stance == Stance::Support && carries.is_some_and(Carries::is_against_target)
    }

    fn default_target(&self, claim: &Claim) -> Option<ActorId> {
        let actor = self.cue_of(claim)?.1.default_target?;
        Some(self.actor_id(Who::Actor(actor)))
    }

    fn kind(&self, actor: usize) -> Option<Kind> {
        self.rules.actors.get(actor).map(|actor| actor.kind)
    }

    fn is_movement(&self, id: &ActorId) -> bool {
        let at = self.actors.binary_search(id).ok();
        let kind = at.and_then(|at| self.kind(at));
        matches!(kind, Some(Kind::Movement))
    }
}
