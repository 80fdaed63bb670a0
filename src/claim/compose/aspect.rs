//! Nouns between a thing and what somebody makes of it: "critical of the pace of the talks", "celebrated the failure of the mediation", "ignored criticism
//! of the siege".
//!
//! Whoever is against a side of a thing, its pace or its wording, need not be against it; whoever is glad of its failure is. And whoever meets with
//! others' criticism says nothing of the thing by that.

use super::Composer;
use super::operator::Above;
use crate::claim::result::Stance;
use crate::claim::who::Party;
use crate::clause::{ClauseId, Phrase, PhraseId};

/// What a noun that a thing hangs on makes of a verdict on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::claim) enum Aspect {
    /// "the pace of the talks": who is against it need not be against the thing.
    Side,
    /// "the failure of the talks": who is for it is against the thing.
    Turned,
}

impl Composer<'_> {
    /// Notes what a noun makes of the thing that hangs on it by *of*; whether nothing that is said of it is said of the thing: "the theory of the siege".
    pub(super) fn hang_on(&mut self, noun: &Phrase) -> bool {
        let word = self.view.noun_text(noun.head);
        if is_turning(word) {
            self.aspect = match self.aspect {
                Some(Aspect::Turned) => None,
                Some(Aspect::Side) => Some(Aspect::Side),
                None => Some(Aspect::Turned),
            };
        } else if is_side(word) {
            self.aspect = Some(Aspect::Side);
        }
        is_telling(word)
    }

    /// What a verdict on such a noun is for the thing.
    pub(super) fn judge_aspect(&mut self, above: &Above<'_>) {
        if !above.effect.takes_over {
            return;
        }
        match self.aspect.take() {
            Some(Aspect::Side) => self.draft.cancelled |= above.effect.flips,
            Some(Aspect::Turned) => self.flip(),
            None => {}
        }
    }

    /// The *no* of "said no to it" is one of the words that turn the side, and no negation of its own.
    pub(super) fn count_own_negatives(&mut self, above: &Above<'_>) {
        let view = self.view;
        let own = (above.start + 1..above.end).filter(|at| view.marker_text(*at) == "no");
        self.draft.negatives.extend(own);
    }

    /// "blamed Chad for the collapse | of the truce": whoever tells of it isn't against the thing.
    pub(super) fn is_mere_collapse(&self) -> bool {
        self.undone && self.draft.needs_operator && !self.draft.taken_over
    }

    /// "denied | the siege": that an ill is not there is no side.
    pub(super) fn is_mere_ill(&self) -> bool {
        self.draft.needs_operator
            && self.draft.stance == Stance::Oppose
            && self.draft.operators == 0
    }

    /// "heard the charge | of it": whether a clause's object are such words.
    pub(super) fn meets_reproach(&self, clause: ClauseId) -> bool {
        let object = self.view.clause(clause).and_then(|clause| clause.object);
        object.is_some_and(|object| self.is_met_with(object))
    }

    /// "answered | the charge that Chile had vetoed it" tells what Chile is said to have done, "answered | Chile's criticism of it" what Chile says.
    pub(super) fn tells_what_is_met(&self, id: PhraseId) -> bool {
        let Some(noun) = self.view.phrase(id) else {
            return false;
        };
        let mut by = self
            .view
            .prepositional(id, |text| matches!(text, "by" | "from"));
        let said_by = noun.owner.is_some() || by.next().is_some();
        let actor = Party::is_actor;
        let owned = said_by && self.scene.noun_parties(id).iter().any(actor);
        let itself = owned || self.draft.operators == 0;
        (itself || is_charge(self.view.noun_text(noun.head)))
            && self.draft.holders.iter().any(actor)
    }

    /// "ignored | criticism of the siege", "heard | the charge", "defended itself against | criticism of it": others' words, which whoever meets with them
    /// doesn't say.
    pub(super) fn is_met_with(&self, id: PhraseId) -> bool {
        let view = self.view;
        let Some(noun) = view.phrase(id) else {
            return false;
        };
        let reproach = is_reproach(view.noun_text(noun.head));
        let verb = view.verb_group(noun.clause);
        let word = verb.map_or("", |verb| view.verb_text(verb.head));
        let against = noun
            .preposition
            .is_some_and(|at| view.marker_text(at) == "against");
        let object = view.clause(noun.clause).and_then(|clause| clause.object) == Some(id);
        // "defended Israel against the charge" says something of the charge.
        let defends = against
            && !is_charge(view.noun_text(noun.head))
            && matches!(word, "defend" | "shield" | "protect" | "guard" | "stand");
        let behind =
            noun.preposition.is_some() && matches!(word, "respond" | "reply" | "react" | "listen");
        reproach && (defends || behind || object && is_meeting(word))
    }
}

/// Nouns for what somebody is said to have done.
fn is_charge(noun: &str) -> bool {
    matches!(noun, "charge" | "accusation" | "allegation")
}

/// Nouns for one side of a thing.
fn is_side(noun: &str) -> bool {
    matches!(
        noun,
        "pace"
            | "speed"
            | "text"
            | "wording"
            | "length"
            | "duration"
            | "timing"
            | "durability"
            | "fragility"
            | "longevity"
            | "solidity"
            | "commitment"
            | "adherence"
            | "lack"
            | "absence"
            | "shortness"
            | "weakness"
            | "slowness"
            | "handling"
            | "coverage"
            | "format"
            | "style"
            | "tone"
            | "manner"
    )
}

/// Nouns for what becomes of a thing that comes to nothing.
fn is_turning(noun: &str) -> bool {
    matches!(
        noun,
        "failure"
            | "fiasco"
            | "demise"
            | "undoing"
            | "cutting"
            | "severing"
            | "severance"
            | "rupture"
            | "breaking"
            | "destruction"
            | "burial"
    )
}

/// Nouns for what tells of a thing.
fn is_telling(noun: &str) -> bool {
    matches!(
        noun,
        "theory"
            | "hypothesis"
            | "story"
            | "film"
            | "book"
            | "novel"
            | "history"
            | "tale"
            | "legend"
            | "picture"
            | "painting"
            | "memory"
            | "report"
            | "rumour"
            | "rumor"
    )
}

/// Nouns for what others say against something.
fn is_reproach(noun: &str) -> bool {
    matches!(
        noun,
        "criticism"
            | "condemnation"
            | "denunciation"
            | "outrage"
            | "anger"
            | "fury"
            | "protest"
            | "charge"
            | "accusation"
            | "allegation"
    )
}

/// Verbs for meeting with what others say.
fn is_meeting(verb: &str) -> bool {
    matches!(
        verb,
        "answer"
            | "ignore"
            | "avoid"
            | "dodge"
            | "escape"
            | "evade"
            | "deflect"
            | "face"
            | "meet"
            | "hear"
            | "read"
            | "fear"
            | "expect"
            | "risk"
            | "draw"
            | "attract"
            | "provoke"
            | "invite"
            | "weather"
            | "survive"
            | "endure"
            | "withstand"
            | "brave"
            | "shun"
    )
}
