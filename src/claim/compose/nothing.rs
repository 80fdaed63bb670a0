//! Deeds of nothing: "Nothing justifies it", "No threat will make Peru recognise it", "No money will buy its recognition".

use super::operator::Above;
use super::{Composer, Node};
use crate::claim::result::Mode;
use crate::claim::who::Party;
use crate::clause::{Clause, ClauseId, Phrase, PhraseId, Tag};
use crate::token::{Readings, Usage};

impl Composer<'_> {
    /// "There are no plans to", "there is no need for": whoever says so has none.
    pub(in crate::claim) fn over_none_there(
        &mut self,
        noun: PhraseId,
        above: &Above<'_>,
    ) -> Option<Node> {
        let none = self.is_existential(noun) && self.is_negative(noun);
        let named = Party::is_actor;
        // "There is no agreement on it", "no call for it": that nobody else has said so is no stance.
        let told =
            !(matches!(above.effect.mode, Some(Mode::Want | Mode::Expect)) || above.effect.verdict);
        // "no evidence of Chad recognising it": Chad has none.
        let doers = &self.draft.holders;
        let own = |party: &Party| doers.iter().any(|doer| doer.who == party.who);
        let others = self.scene.noun_parties(noun);
        if !none || others.iter().any(|party| named(party) && !own(party)) {
            return None;
        }
        if told {
            self.draft.cancelled = true;
            return None;
        }
        let node = self.over_noun_of(noun, above, &[]);
        self.draft.holders.retain(named);
        self.is_the_speakers(above);
        self.negative_noun(noun);
        Some(node)
    }

    /// "There is | no doubt", "there are | doubts": whether a noun is only said to be there.
    pub(in crate::claim) fn is_existential(&self, noun: PhraseId) -> bool {
        let clause = self.view.phrase(noun).map(|noun| noun.clause);
        clause
            .and_then(|clause| self.view.verb_group(clause))
            .is_some_and(|verb| self.view.marker_text(verb.start) == "there")
    }

    /// "Nothing justifies it", "No grievance excuses it": whoever says so holds the other side.
    pub(in crate::claim) fn is_done_by_nothing(&self, clause: ClauseId) -> bool {
        let excuses = self.view.verb_group(clause).is_some_and(|verb| {
            matches!(
                self.view.verb_text(verb.head),
                "justify" | "excuse" | "condone" | "vindicate" | "legitimise" | "legitimize"
            )
        });
        excuses && self.has_nothing_as_subject(clause)
    }

    /// "does not insist on it", "is not bent on it", "voiced no doubts about it", "did not punish Chad for it": whoever merely doesn't do so holds no side.
    pub(super) fn is_merely_not(&self, clause: ClauseId, above: &Above<'_>) -> bool {
        let Some(verb) = self.view.verb_group(clause) else {
            return false;
        };
        let word = |at: usize| self.view.marker_text(at);
        let own_no = (above.start + 1..above.end).any(|at| word(at) == "no");
        let nobody = self.view.subject(clause);
        let denied =
            verb.verb.negated || own_no || nobody.is_some_and(|nobody| self.is_negative(nobody));
        if !denied {
            return false;
        }
        if (above.start..above.end).any(|at| is_eager_or_afraid(word(at))) {
            return true;
        }
        match self.view.verb_text(verb.head) {
            "insist" | "punish" | "penalise" | "penalize" | "claim" | "profess" => true,
            "make" => (above.start..above.end).any(|at| {
                matches!(
                    self.view.noun_text(at),
                    "condition" | "precondition" | "requirement"
                )
            }),
            "hold" => above.effect.accuses || above.effect.verdict,
            "express" | "voice" | "utter" | "show" | "register" => above.effect.flips,
            "need" => {
                let other = self.view.object(clause);
                other.is_some_and(|other| self.scene.mentions.referent(other).is_some())
            }
            _ => false,
        }
    }

    /// "Nobody would rather | recognise it": what nobody likes better isn't refused.
    pub(super) fn is_liked_by_nobody(&self, clause: &Clause, verb: &Phrase) -> bool {
        let rather = (verb.start..verb.head)
            .any(|at| matches!(self.view.marker_text(at), "rather" | "sooner"));
        rather
            && clause
                .subject
                .is_some_and(|subject| self.is_negative(subject))
    }

    /// "Nothing will make Peru recognise it", "No threat can force it to": whoever is moved by nothing doesn't do it.
    pub(super) fn is_moved_by_nothing(&self, clause: ClauseId, above: &Above<'_>) -> bool {
        let asks = above.effect.mode == Some(Mode::Ask) && above.effect.takes_over;
        let moves = self.view.verb_group(clause).is_some_and(|verb| {
            matches!(
                self.view.verb_text(verb.head),
                "make" | "cause" | "lead" | "prompt" | "move" | "drive" | "bring"
            )
        });
        // "Nobody can force us to", where "nobody asked us to" is no refusal.
        let nobody = || {
            let subject = self
                .view
                .subject(clause)
                .and_then(|id| self.view.phrase(id));
            let forces = self.view.verb_group(clause).is_some_and(|verb| {
                matches!(
                    self.view.verb_text(verb.head),
                    "force" | "make" | "compel" | "get" | "induce" | "oblige"
                )
            });
            forces && subject.is_some_and(|subject| self.view.marker_text(subject.head) == "nobody")
        };
        (asks || moves) && (self.has_nothing_as_subject(clause) || nobody())
    }

    /// "Nobody expected Peru to recognise it", "nobody asked it to": whatever nobody foresees or asks for may come or not.
    pub(super) fn is_foreseen_by_nobody(&self, clause: ClauseId) -> bool {
        let foresees = self.view.verb_group(clause).is_some_and(|verb| {
            matches!(
                self.view.verb_text(verb.head),
                "expect"
                    | "foresee"
                    | "predict"
                    | "forecast"
                    | "envisage"
                    | "imagine"
                    | "ask"
                    | "invite"
                    | "request"
            )
        });
        let subject = self
            .view
            .subject(clause)
            .and_then(|id| self.view.phrase(id));
        foresees
            && subject.is_some_and(|subject| {
                matches!(self.view.marker_text(subject.head), "nobody" | "few")
                    || self.view.marker_text(subject.start) == "no"
            })
    }

    /// "Last week saw | Peru recognise it": a time sees what is done in it, and wants nothing.
    pub(super) fn is_seen_by_time(&self, clause: ClauseId) -> bool {
        let sees = self
            .view
            .verb_group(clause)
            .is_some_and(|verb| matches!(self.view.verb_text(verb.head), "see" | "witness"));
        let subject = self
            .view
            .subject(clause)
            .and_then(|id| self.view.phrase(id));
        sees && subject.is_some_and(|subject| {
            let time = Usage::TIME.with(Usage::DATE);
            self.view.usage(subject.head).any(time)
                || self.view.word(subject.head).readings.any(Readings::MEASURE)
        })
    }

    /// "No amount of pressure will lift the siege", "Nothing in the text calls it a terrorist group": nobody is said to be for or against it.
    pub(super) fn is_of_nothing(&self, id: ClauseId, clause: &Clause) -> bool {
        let subject = clause.subject.and_then(|id| self.view.phrase(id));
        let untold = subject.is_some_and(|subject| {
            is_amount(self.view.noun_text(subject.head))
                || self.view.marker_text(subject.end) == "in"
        });
        let named = Party::is_actor;
        untold
            && !self.draft.holders.iter().any(named)
            && self.draft.operators == 0
            && !self.is_done_by_nothing(id)
            && self.has_nothing_as_subject(id)
    }

    /// "could not buy its recognition", "won no promise of aid": what somebody did not get wasn't given. An offer or a letter is its maker's all the same.
    pub(super) fn was_not_got(&self, id: ClauseId, noun: &Phrase) -> bool {
        if self.is_sent(noun) {
            return false;
        }
        let Some(verb) = self.view.verb_group(id) else {
            return false;
        };
        let gets = matches!(
            self.view.verb_text(verb.head),
            "get"
                | "win"
                | "buy"
                | "gain"
                | "secure"
                | "obtain"
                | "earn"
                | "wring"
                | "extract"
                | "elicit"
                | "receive"
        );
        gets && (verb.verb.negated || self.has_nothing_as_subject(id))
    }

    /// "China's offer", "the letter of Oman": made, whether it has come or not.
    fn is_sent(&self, noun: &Phrase) -> bool {
        let known = noun.owner.is_some()
            || matches!(
                self.view.marker_text(noun.start),
                "the" | "this" | "that" | "his" | "her" | "its" | "their"
            );
        known
            && matches!(
                self.view.noun_text(noun.head),
                "offer"
                    | "proposal"
                    | "invitation"
                    | "request"
                    | "appeal"
                    | "call"
                    | "plea"
                    | "letter"
                    | "message"
                    | "note"
                    | "statement"
            )
    }

    fn has_nothing_as_subject(&self, clause: ClauseId) -> bool {
        let subject = self.view.subject(clause);
        subject
            .and_then(|id| self.view.phrase(id))
            .is_some_and(|subject| self.is_nothing(subject))
    }

    /// "nothing", "no grievance", "no amount of pressure", but neither "nobody" nor "no state".
    fn is_nothing(&self, noun: &Phrase) -> bool {
        let thing = noun.end == noun.start + 2
            && self.view.marker_text(noun.start) == "no"
            && matches!(self.view.tags.get(noun.head), Some(Tag::Noun | Tag::Plural))
            && (is_amount(self.view.noun_text(noun.head))
                || !self
                    .view
                    .word(noun.head)
                    .readings
                    .any(Readings::HUMAN | Readings::GROUP));
        thing || self.view.marker_text(noun.head) == "nothing"
    }
}

/// Nouns that only say how much.
fn is_amount(noun: &str) -> bool {
    matches!(noun, "amount" | "degree" | "quantity" | "measure")
}

/// Adjectives for who wants a deed or shrinks from it: whoever isn't so neither does it nor refuses it.
fn is_eager_or_afraid(word: &str) -> bool {
    matches!(
        word,
        "bent" | "hell-bent" | "intent" | "determined" | "afraid" | "hesitant" | "scared"
    )
}
