//! Passives by nobody who is named: "was forced to recognise it", "was talked out of it", "a truce is needed".

use super::Composer;
use super::operator::Above;
use crate::claim::result::Mode;
use crate::claim::who::Party;
use crate::clause::{ClauseId, Tag};
use crate::token::Readings;

impl Composer<'_> {
    /// "A truce is needed": nobody in particular needs it, and whoever says so asks for it. Who "is required to recognise it" isn't asked by the writer.
    pub(super) fn is_needed(&self, clause: ClauseId) -> bool {
        let needed = self.view.verb_group(clause).is_some_and(|verb| {
            verb.verb.modal.is_none()
                && matches!(self.view.verb_text(verb.head), "need" | "require")
        });
        let subject = self.view.clause(clause).and_then(|clause| clause.subject);
        let subject = subject.map_or_else(Vec::new, |id| self.parties(Some(id)));
        let known = Party::is_actor;
        needed
            && self.view.is_passive(clause)
            && self.view.agent(clause).is_none()
            && !subject.iter().any(known)
    }

    /// "was forced to recognise it", "was given a part in settling it": whoever is made or let to do it by nobody who is named does it.
    pub(super) fn is_made_to(&self, clause: ClauseId, above: &Above<'_>) -> bool {
        let made = self.view.verb_group(clause).is_some_and(|verb| {
            let part = self
                .view
                .clause(clause)
                .and_then(|clause| self.view.phrase(clause.object.or(clause.predicate)?));
            // "was given a warning about recognising it": nothing to do.
            let part = part.is_some_and(|part| is_part(self.view.noun_text(part.head)));
            let lets = matches!(
                self.view.verb_text(verb.head),
                "give" | "grant" | "assign" | "allot" | "accord" | "allow" | "offer"
            );
            lets && part
                || matches!(
                    self.view.verb_text(verb.head),
                    "force" | "compel" | "oblige" | "persuade" | "credit"
                )
                || !above.effect.flips
                    && matches!(
                        self.view.verb_text(verb.head),
                        "talk"
                            | "push"
                            | "bully"
                            | "pressure"
                            | "shame"
                            | "coax"
                            | "cajole"
                            | "goad"
                            | "lure"
                            | "trick"
                            | "prod"
                            | "nudge"
                    )
        });
        made && self.view.is_passive(clause) && self.view.agent(clause).is_none()
            || self.is_moved_by_thing(clause, above)
    }

    /// "The drought forced Togo to recognise it": no drought asks for it, and Togo does it.
    fn is_moved_by_thing(&self, clause: ClauseId, above: &Above<'_>) -> bool {
        let asks = above.effect.mode == Some(Mode::Ask) && above.effect.takes_over;
        let moves = asks
            && self
                .view
                .verb_group(clause)
                .is_some_and(|verb| is_to_move(self.view.verb_text(verb.head)));
        let subject = self.view.subject(clause).filter(|_| moves);
        let thing = subject
            .and_then(|id| self.view.phrase(id))
            .is_some_and(|noun| {
                let readings = self.view.word(noun.head).readings;
                let tag = self.view.tags.get(noun.head);
                matches!(tag, Some(Tag::Noun | Tag::Plural))
                    && !readings.any(Readings::HUMAN | Readings::GROUP)
            });
        thing
            && !self.view.is_passive(clause)
            && !self.clause_parties(clause).iter().any(Party::is_actor)
    }

    /// "was talked out of recognising it", "was dissuaded from it": whoever is talked out of it by nobody who is named doesn't do it.
    pub(super) fn is_put_off(&self, clause: ClauseId, above: &Above<'_>) -> bool {
        let talked = self.view.verb_group(clause).is_some_and(|verb| {
            matches!(
                self.view.verb_text(verb.head),
                "dissuade" | "deter" | "discourage" | "talk" | "persuade" | "argue" | "coax"
            )
        });
        talked
            && above.effect.flips
            && self.view.is_passive(clause)
            && self.view.agent(clause).is_none()
    }
}

/// Verbs that things can do as well, so that somebody acts.
fn is_to_move(verb: &str) -> bool {
    matches!(
        verb,
        "force"
            | "compel"
            | "oblige"
            | "push"
            | "pressure"
            | "persuade"
            | "convince"
            | "induce"
            | "encourage"
            | "goad"
            | "lure"
            | "nudge"
            | "prod"
            | "shame"
            | "spur"
            | "drive"
    )
}

/// Nouns for what somebody is given to do.
fn is_part(noun: &str) -> bool {
    matches!(
        noun,
        "part"
            | "role"
            | "place"
            | "seat"
            | "say"
            | "hand"
            | "job"
            | "task"
            | "mandate"
            | "mission"
            | "function"
            | "responsibility"
            | "authority"
            | "power"
            | "right"
    )
}
