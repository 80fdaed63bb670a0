//! Who is thanked or blamed for a deed, and by whose word its offer is taken up or turned down.

use super::Composer;
use super::operator::Above;
use crate::claim::result::{Mode, Stance};
use crate::claim::who::Party;
use crate::clause::{ClauseId, PhraseId};

impl Composer<'_> {
    /// "condemned Chad for sponsoring terrorism", "for occupying the north": whoever blames somebody for a crime says that it is one, and for what is a
    /// reproach by itself that it was done.
    pub(super) fn agrees_in_blame(&self, above: &Above<'_>) -> bool {
        let effect = above.effect;
        // "blamed Qatar for the failure of the talks": for what it undid.
        let blames = !self.undone
            && effect.old_actor_to_target
            && effect.mode == Some(Mode::Say)
            && !effect.shows;
        blames
            && self.draft.deed_of_target
            && self.draft.holders.is_empty()
            && (self.draft.accusing_is_opposing && self.draft.stance == Stance::Oppose
                || self.draft.needs_operator && self.draft.mode == Mode::Say)
    }

    /// "turned down Oman's offer": whoever takes up or turns down what another asked or offered does not speak by the other's word, nor as he did.
    pub(super) fn take_word(&mut self, mode: Option<Mode>, subjects: &[Party]) {
        let own = |other: &Party| subjects.iter().any(|party| party.who == other.who);
        let by_another = self.draft.speaker.is_some_and(|speaker| !own(&speaker));
        let offered = self.offered.as_ref();
        let taken_up = offered.is_some_and(|offered| !offered.holders.iter().any(own));
        if by_another || taken_up {
            self.draft.taken_up = true;
            self.draft.speaker = None;
            if mode.is_none() {
                self.draft.mode = Mode::Act;
            }
        }
    }

    /// "thanked Oman for the mediation", "blamed Oman for the veto": whoever is thanked or blamed for a deed that names no doer did it.
    pub(in crate::claim) fn done_by_blamed(&mut self, clause: ClauseId, above: &Above<'_>) {
        if self.draft.holders.is_empty()
            && self.draft.of_doers
            && self.draft.asked_is_target
            && above.effect.old_actor_to_target
        {
            let blamed = self.parties(self.view.patient(clause));
            let actor = Party::is_actor;
            self.draft.holders.extend(blamed.into_iter().filter(actor));
        }
    }

    /// "asked Peru | for a truce", "appealed to Peru | for food to be let in": whoever is asked for what no words say who is to do is to do it.
    pub(super) fn ask(&mut self, clause: ClauseId, above: &Above<'_>) {
        let effect = above.effect;
        let asks = effect.takes_over && effect.mode == Some(Mode::Ask) && !effect.flips;
        let open = self.draft.holders.is_empty() && self.draft.targets.is_empty();
        if !(asks && open && self.draft.asked_is_target) {
            return;
        }
        let view = self.view;
        let first = self.draft.start;
        let before = |id: &PhraseId| view.phrase(*id).is_some_and(|phrase| phrase.end <= first);
        let addressed = || {
            let to = |text: &str| matches!(text, "to" | "with" | "on" | "upon" | "from");
            view.clause_prepositional(clause, to).find(before)
        };
        let whom = view.patient(clause).filter(before).or_else(addressed);
        self.draft.asked = self.parties(whom);
        self.draft.asked.retain(Party::is_actor);
    }
}
