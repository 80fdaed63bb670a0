//! Whoever is asked for it is a target: "asked Peru for a truce".

use super::finish::Telling;
use crate::mention::Who;
use crate::pack::ActorId;
use crate::span::Span;

impl Telling<'_> {
    /// Adds who is asked, where no words say who is to do it: those who have a land or fight. The United Nations, asked for a truce, have no guns to silence.
    pub(super) fn add_asked(&self, targets: &mut Vec<(ActorId, Span)>) {
        if !targets.is_empty() {
            return;
        }
        for party in &self.draft.asked {
            let who = self.resolve(party.who);
            let is_holder = self
                .draft
                .holders
                .iter()
                .any(|holder| self.resolve(holder.who) == who);
            let Who::Actor(actor) = who else {
                continue;
            };
            let fights = self.tagger.places.get(actor).copied().unwrap_or(false);
            if fights && !is_holder {
                targets.push((self.tagger.actor_id(who), party.span));
            }
        }
    }
}
