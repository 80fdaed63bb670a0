//! What is said not to be said: "nobody believes that", "it is wrong to say that", "neither confirmed nor denied that".

use super::operator::Above;
use super::{Composer, Node};
use crate::claim::result::Mode;
use crate::claim::who::Party;
use crate::claim::who::party::Filler;
use crate::clause::{ClauseId, ClauseKind, Phrase, Tag};
use crate::pack::Complement;
use crate::token::Usage;

/// How many words behind "stop" the "from" of what is kept from being done is looked for.
const KEPT: usize = 5;
/// How many words behind "neither" its "nor" is looked for.
const BETWEEN: usize = 10;

impl Composer<'_> {
    /// The step up from what is said or thought to the verb of saying, where something stands over that which denies it.
    ///
    /// "Nobody believes that": no claim. "It is wrong to say that" is over the saying, and so over what is said; "refuses to say that" leaves it unsaid.
    pub(in crate::claim) fn over_said(&mut self, saying: ClauseId) -> Option<Node> {
        let clause = *self.view.clause(saying)?;
        // "Who says that it is besieging it?"
        let who = clause.subject.and_then(|id| self.view.phrase(id));
        self.draft.cancelled |= clause.kind != ClauseKind::Relative
            && who.is_some_and(|who| self.view.marker_text(who.head) == "who");
        if clause
            .subject
            .is_some_and(|subject| self.is_negative(subject))
        {
            self.draft.cancelled = true;
            return None;
        }
        if self
            .view
            .verb_group(saying)
            .is_some_and(|verb| verb.verb.negated)
        {
            return self.over_denied(saying);
        }
        let says = self.view.verb_group(saying).is_some_and(|verb| {
            self.view.usage(verb.head).any(Usage::SPEECH) && !verb.verb.passive
        });
        let above = clause.parent.filter(|_| {
            says && matches!(clause.kind, ClauseKind::Infinitive | ClauseKind::Gerund)
        })?;
        let complements = [
            Complement::Infinitive,
            Complement::Gerund,
            Complement::PrepositionGerund,
        ];
        let effect = self
            .operators
            .of_clause(self.view, above, &complements, None)?
            .effect;
        self.draft.cancelled |= effect.negates || effect.cancels;
        effect.verdict.then_some(Node::Clause(saying))
    }

    /// "does not believe that it is a terrorist group": whoever doesn't think so holds the other side. Of a deed, and of what is only not said, nothing is told;
    /// what somebody does not know or mention is so all the same.
    fn over_denied(&mut self, saying: ClauseId) -> Option<Node> {
        let verb = *self.view.verb_group(saying)?;
        let judged = self.draft.by_speaker && self.draft.holders.is_empty();
        match self.view.verb_text(verb.head) {
            "believe" | "think" | "consider" | "feel" | "find" | "hold" | "deem" if judged => {
                self.negate(verb.start, verb.end);
            }
            "believe" | "think" | "consider" | "feel" | "say" | "claim" | "assert" | "suggest"
            | "argue" | "announce" | "declare" | "state" | "maintain" | "contend" | "allege"
            | "imply" | "imagine" => {
                // Who does not believe that another can do it mistrusts him.
                self.draft.cancelled |= !self.draft.ability;
            }
            _ => {}
        }
        None
    }

    /// "Nobody doubts that", "few dispute that": what stands under a doubt that nobody has is so.
    pub(in crate::claim) fn is_doubted_by_none(&self, id: ClauseId, above: &Above<'_>) -> bool {
        let clause = self.view.clause(id);
        let none = clause.and_then(|clause| clause.subject);
        let doubts = self.view.verb_group(id).is_some_and(|verb| {
            !verb.verb.negated
                && matches!(
                    self.view.verb_text(verb.head),
                    "doubt" | "dispute" | "question" | "contest"
                )
        });
        doubts && above.effect.flips && none.is_some_and(|none| self.is_negative(none))
    }

    /// "prevent | its recognition", "stop | Peru from recognising it". Whoever cannot "stop | mediating" goes on with what he does himself.
    pub(super) fn is_preventing(&self, id: ClauseId) -> bool {
        let prevents = self
            .view
            .verb_group(id)
            .is_some_and(|verb| self.is_to_prevent(verb.head));
        let object = self.view.clause(id).and_then(|clause| clause.object);
        prevents && (object.is_some() || self.view.is_passive(id))
    }

    fn is_to_prevent(&self, verb: usize) -> bool {
        matches!(
            self.view.verb_text(verb),
            "prevent" | "stop" | "block" | "thwart" | "avert" | "foil" | "halt"
        )
    }

    /// "could not block | the draft", "cannot withhold | aid", "may not veto it": whoever is kept from barring a thing is not for it, and what nobody may do is no deed.
    /// "Must not veto it" is asked.
    pub(super) fn is_own_prevention(&self, verb: &Phrase) -> bool {
        let may = verb
            .verb
            .modal
            .is_some_and(|at| self.view.marker_text(at) == "may");
        self.is_own_bar(verb) && verb.verb.negated && (self.is_ability(verb) || may)
    }

    /// Whether the cue's own verb bars a thing. "Stop the war" bars nothing, "stop the aid from entering" does.
    pub(super) fn is_own_bar(&self, verb: &Phrase) -> bool {
        let from = || {
            (verb.end..verb.end + KEPT).any(|at| {
                self.view.marker_text(at) == "from" && self.view.tags.get(at + 1) == Some(&Tag::Ing)
            })
        };
        self.draft.operators == 0
            && match self.view.verb_text(verb.head) {
                "stop" | "halt" => from(),
                "prevent" | "block" | "thwart" | "avert" | "foil" | "obstruct" | "hinder"
                | "withhold" | "blockade" | "besiege" | "veto" | "starve" => true,
                _ => false,
            }
    }

    /// "could not prevent | it": whoever couldn't is still against it, where whoever will not lets it be.
    pub(super) fn cannot_prevent(&self, verb: &Phrase) -> bool {
        self.draft.prevents && self.is_ability(verb)
    }

    /// "could not persuade | Chad to recognise it": whoever didn't persuade him wants it all the same.
    pub(super) fn persuades_in_vain(&self, verb: &Phrase) -> bool {
        self.asks_by(verb, |text| {
            matches!(
                text,
                "persuade" | "convince" | "induce" | "coax" | "cajole" | "sway"
            )
        })
    }

    /// "cannot force | Chad to recognise it": whether it would like to isn't told.
    pub(super) fn cannot_force(&self, verb: &Phrase) -> bool {
        let forces = self.asks_by(verb, |text| {
            matches!(
                text,
                "force" | "compel" | "oblige" | "order" | "command" | "require" | "get"
            )
        });
        forces && verb.verb.negated && self.is_ability(verb)
    }

    /// Whether a request to another is by such a verb.
    fn asks_by(&self, verb: &Phrase, is_such: impl Fn(&str) -> bool) -> bool {
        self.draft.taken_over
            && self.draft.mode == Mode::Ask
            && is_such(self.view.verb_text(verb.head))
    }

    fn is_ability(&self, verb: &Phrase) -> bool {
        verb.verb.modal.is_some_and(|at| {
            matches!(self.view.marker_text(at), "can" | "could" | "cannot" | "ca")
        })
    }

    /// "Asking Rwanda to mediate | would be like asking a wolf": nobody asks.
    pub(super) fn is_asking_as_such(
        &self,
        id: ClauseId,
        above: &Above<'_>,
        subjects: &[Party],
    ) -> bool {
        let kind = self.view.clause(id).map(|clause| clause.kind);
        kind == Some(ClauseKind::Gerund)
            && subjects.is_empty()
            && above.effect.takes_over
            && above.effect.mode == Some(Mode::Ask)
    }

    /// "doubts that Rwanda wants a truce": whoever doubts what another wants is not against it.
    pub(super) fn doubts_wish(&self, id: ClauseId, above: &Above<'_>) -> bool {
        above.effect.flips
            && above.effect.takes_over
            && self.draft.taken_over
            && self.draft.mode == Mode::Want
            && self.view.verb_group(id).is_some_and(|verb| {
                matches!(
                    self.view.verb_text(verb.head),
                    "doubt" | "question" | "dispute"
                )
            })
    }

    /// "doubts that Rwanda will recognise it": whoever doubts what another does is not against it. Who doubts that he can, or is fit to, mistrusts him.
    pub(super) fn doubts_deed(&self, id: ClauseId, above: &Above<'_>) -> bool {
        let doubts = self.view.verb_group(id).is_some_and(|verb| {
            matches!(
                self.view.verb_text(verb.head),
                "doubt" | "dispute" | "question" | "contest"
            )
        });
        let told = self
            .draft
            .clauses
            .last()
            .and_then(|id| self.view.clause(*id));
        let clause = told
            .is_some_and(|told| matches!(told.kind, ClauseKind::Complement | ClauseKind::Question));
        doubts
            && clause
            && above.effect.flips
            && above.effect.takes_over
            && !self.draft.evaluation
            && !self.draft.ability
            && !self.draft.by_obligation
            && self.draft.mode != Mode::Ask
            && (self.draft.holders.iter().any(Party::is_actor)
                || self.draft.needs_operator && self.is_done_by_actor())
    }

    /// Whether the clause that the way up came from tells of somebody's deed.
    fn is_done_by_actor(&self) -> bool {
        let by = self
            .draft
            .clauses
            .last()
            .and_then(|id| self.view.agent(*id));
        let doers = by.map_or_else(Vec::new, |by| self.scene.parties(Filler::Phrase(by)));
        doers.iter().any(Party::is_actor)
    }

    /// "neither accepted nor rejected it": whether a verb is one of two that between them leave open on which side somebody is. Two of different
    /// things, "neither recognises Kosovo nor condemns the veto", tell of both.
    pub(super) fn is_between_sides(&self, verb: &Phrase) -> bool {
        let word = |at: usize| self.view.marker_text(at);
        let Some(before) = verb.head.checked_sub(1) else {
            return false;
        };
        let other = match word(before) {
            "neither" => (verb.head..verb.head + BETWEEN).find(|at| word(*at) == "nor"),
            "nor" => (before.saturating_sub(BETWEEN)..before)
                .rev()
                .find(|at| word(*at) == "neither"),
            _ => None,
        };
        let Some(other) = other else {
            return false;
        };
        let other_verb = other + 1;
        let (one, other) = (
            self.view.verb_text(verb.head),
            self.view.verb_text(other_verb),
        );
        let (first, last) = if word(before) == "nor" {
            (other_verb, verb.head)
        } else {
            (verb.head, other_verb)
        };
        let same = word(first + 1) == "nor" || matches!(word(last + 1), "it" | "them" | "either");
        same && (is_for(one) && is_against(other) || is_against(one) && is_for(other))
    }

    /// "accepted or | rejected it", "accepts or | rejects": whether a verb is one of two sides that *or* leaves open.
    pub(super) fn is_either_side(&self, verb: &Phrase) -> bool {
        let word = |at: usize| self.view.marker_text(at);
        let own = self.view.verb_text(verb.head);
        let opposite = |at: usize| {
            let other = self.view.verb_text(at);
            is_for(own) && is_against(other) || is_against(own) && is_for(other)
        };
        word(verb.head + 1) == "or" && opposite(verb.head + 2)
            || verb
                .head
                .checked_sub(2)
                .is_some_and(|at| word(at + 1) == "or" && opposite(at))
    }

    /// "has not ruled out | recognising it", "considered | recognising it": what is not excluded, or was once thought of, is neither done nor wanted.
    pub(super) fn is_undecided(&self, id: ClauseId) -> bool {
        self.view.verb_group(id).is_some_and(|verb| {
            let excludes = match self.view.verb_text(verb.head) {
                "rule" => self.view.marker_text(verb.end) == "out",
                "exclude" | "preclude" => true,
                _ => false,
            };
            let thought = matches!(
                self.view.verb_text(verb.head),
                "consider" | "contemplate" | "weigh" | "mull" | "ponder"
            );
            // "considered it wrong to": a judgement.
            let judged = self.view.marker_text(verb.end) == "it";
            excludes && verb.verb.negated
                || thought
                    && !judged
                    && self.view.tags.get(verb.head) == Some(&Tag::Past)
                    && !verb.verb.perfect
        })
    }

    /// "has not always | recognised it", "does not entirely | reject it": what is denied is how far it goes.
    pub(super) fn is_not_always(&self, verb: &Phrase) -> bool {
        (verb.start..verb.head).any(|at| {
            self.view.tags.get(at) == Some(&Tag::Negation)
                && matches!(
                    self.view.marker_text(at + 1),
                    "always"
                        | "necessarily"
                        | "automatically"
                        | "unconditionally"
                        | "entirely"
                        | "wholly"
                        | "altogether"
                        | "completely"
                        | "totally"
                        | "invariably"
                )
        })
    }

    /// "may or | may not have recognised it": it is left open.
    pub(super) fn is_both_ways(&self, verb: usize) -> bool {
        let before = |back: usize| {
            verb.checked_sub(back)
                .map_or("", |at| self.view.marker_text(at))
        };
        before(1) == "or" && matches!(before(2), "may" | "might")
    }

    /// "neither confirmed nor denied": whether a verb is one of two that between them leave open what is said.
    pub(in crate::claim) fn is_left_open(&self, id: ClauseId) -> bool {
        let verb = |id: ClauseId| {
            let head = self.view.verb_group(id).map(|verb| verb.head);
            head.map_or("", |head| self.view.verb_text(head))
        };
        let Some(first) = self.view.clause(id).and_then(|clause| clause.coordinated) else {
            return false;
        };
        let admits = |text| {
            matches!(
                text,
                "confirm" | "admit" | "acknowledge" | "verify" | "affirm"
            )
        };
        let (one, other) = (verb(first), verb(id));
        admits(one) && other == "deny" || one == "deny" && admits(other)
    }
}

fn is_for(verb: &str) -> bool {
    matches!(
        verb,
        "accept"
            | "approve"
            | "back"
            | "support"
            | "endorse"
            | "welcome"
            | "praise"
            | "recognise"
            | "recognize"
            | "embrace"
            | "favour"
            | "defend"
    )
}

fn is_against(verb: &str) -> bool {
    matches!(
        verb,
        "reject"
            | "oppose"
            | "condemn"
            | "refuse"
            | "denounce"
            | "criticise"
            | "criticize"
            | "deny"
            | "renounce"
            | "dismiss"
            | "decline"
            | "veto"
    )
}
