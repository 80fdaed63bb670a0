//! The way up from a noun phrase: to the verb whose object it is, the noun or preposition that it stands behind, what its clause says of it.

use super::operator::Above;
use super::{Composer, Node};
use crate::claim::result::Stance;
use crate::claim::who::Party;
use crate::claim::who::party::Filler;
use crate::clause::{ClauseId, Phrase, PhraseId, PhraseKind};
use crate::pack::Complement;
use crate::token::{Readings, TokenKind};

impl Composer<'_> {
    /// Whether a comma stands between a conjunct and the first: "criticising the raid, repeat meetings with …" may begin something new, and
    /// what is said of the first must not be put on it.
    fn is_listed(&self, first: PhraseId, id: PhraseId) -> bool {
        let span = first.index()..id.index();
        first != id
            && self
                .view
                .phrases
                .get(span)
                .unwrap_or_default()
                .iter()
                .any(|phrase| phrase.kind == PhraseKind::Mark(TokenKind::Comma))
    }

    /// "the lifting of the siege and | a ceasefire": with an article of another kind, what follows is no second thing of the first's.
    fn begins_anew(&self, first: PhraseId, id: PhraseId) -> bool {
        let article = |id: PhraseId| {
            let start = self.view.phrase(id).map_or(0, |phrase| phrase.start);
            self.view.marker_text(start)
        };
        first != id && article(first) == "the" && matches!(article(id), "a" | "an")
    }

    pub(in crate::claim) fn above_noun(&mut self, id: PhraseId) -> Option<Node> {
        let mut first = self.view.first_conjunct(id);
        if self.is_listed(first, id) {
            return None;
        }
        if self.is_met_with(first) {
            self.draft.cancelled |= !self.tells_what_is_met(first);
            return None;
        }
        if self.begins_anew(first, id) {
            first = self.view.first_conjunct(self.view.phrase(first)?.noun?);
        }
        let phrase = *self.view.phrase(first)?;
        if let Some(at) = phrase.preposition {
            return self.above_prepositional(&phrase, at);
        }
        if let Some(node) = self.noun_judged(first, phrase.clause) {
            return Some(node);
        }
        let clause = self.view.clause(phrase.clause)?;
        let included = clause.object == Some(first)
            && self.view.verb_group(phrase.clause).is_some_and(|verb| {
                matches!(self.view.verb_text(verb.head), "include" | "comprise")
            });
        if (included || clause.predicate == Some(first))
            && let Some(node) = self.over_specified(phrase.clause)
        {
            return Some(node);
        }
        let object =
            self.view.patient(phrase.clause) == Some(first) || clause.object == Some(first);
        if !object && let Some(above) = self.given(first, &phrase) {
            return Some(self.over_clause(phrase.clause, &above));
        }
        if !object {
            self.draft.cancelled |= clause.subject == Some(first) && self.is_unreal(phrase.clause);
            return (clause.subject == Some(first) && self.hung != Some(first))
                .then(|| self.over_said_to_be(phrase.clause))
                .flatten();
        }
        let Some(above) =
            self.operators
                .of_clause(self.view, phrase.clause, &[Complement::Noun], None)
        else {
            self.draft.cancelled |= self.was_not_got(phrase.clause, &phrase);
            return self
                .over_called(phrase.clause)
                .filter(|_| self.hung != Some(first))
                .or_else(|| self.over_light(first, phrase.clause))
                .or_else(|| self.over_unheld(first, phrase.clause))
                .or_else(|| self.over_seen(phrase.clause));
        };
        Some(self.over_clause(phrase.clause, &above))
    }

    /// "broke the ban | on ties with it", "called for a vote | on them", "demanded an apology | for it": what the verb governs is the noun before, and
    /// not what that is about. Whom it names may be told what for or on what: "thanked Peru | for it", but not "backed Peru | against it".
    fn is_about_thing(&self, phrase: &Phrase, at: usize, above: &Above<'_>) -> bool {
        let object = self
            .view
            .clause(phrase.clause)
            .and_then(|clause| clause.object);
        // "thanked Peru in the same breath | for it": by the way.
        let by_the_way = |id: &PhraseId| {
            let preposition = self.view.phrase(*id).and_then(|noun| noun.preposition);
            preposition.is_some_and(|at| at >= above.end)
        };
        let noun = phrase.noun.filter(|id| !by_the_way(id)).or(object);
        let between = noun.and_then(|id| Some((id, self.view.phrase(id)?)));
        between.is_some_and(|(id, noun)| {
            let behind = noun.head >= above.end && noun.head < at;
            let marker = self.view.marker_text(at);
            let leads = if self.is_addressed(id) {
                leads_on_from_somebody(marker)
                    || marker == "from" && above.effect.flips
                    || marker == "against" && self.is_charge_behind(at)
            } else {
                // "called for talks on a truce" aims at it, "called for talks on the siege" doesn't.
                let aims = self.draft.stance == Stance::Support;
                aims && self.is_of_talks(noun) || leads_on(marker)
            };
            behind && !leads
        })
    }

    /// "was suspended | for it", "stopped the sale | over it": behind a verb that says no opinion the deed is why.
    fn is_reason(&self, at: usize, above: &Above<'_>) -> bool {
        let effect = above.effect;
        at >= above.end
            && !(effect.speaks || effect.accuses || effect.mode.is_some())
            && matches!(self.view.marker_text(at), "for" | "over")
    }

    /// "congratulated Peru | on it": whom a verb is said to, who is about nothing.
    pub(super) fn is_addressed(&self, id: PhraseId) -> bool {
        let object = self.view.phrase(self.view.first_conjunct(id));
        object.is_some_and(|object| {
            object.preposition.is_none()
                && (self.view.word(object.head).readings.any(Readings::HUMAN)
                    || self.scene.mentions.referent(id).is_some())
        })
    }

    /// "suspended its talks | on a truce", "talks with Chad | on a truce": whoever ends talks ends what they are on.
    fn is_of_talks(&self, noun: &Phrase) -> bool {
        let talks = |noun: &Phrase| {
            matches!(
                self.view.noun_text(noun.head),
                "talk" | "negotiation" | "dialogue" | "discussion" | "consultation"
            )
        };
        talks(noun)
            || noun
                .noun
                .and_then(|above| self.view.phrase(above))
                .is_some_and(talks)
    }

    fn above_prepositional(&mut self, phrase: &Phrase, at: usize) -> Option<Node> {
        // "hankers after | a truce" is no time.
        let hankers = || {
            at.checked_sub(1).is_some_and(|verb| {
                matches!(self.view.verb_text(verb), "hanker" | "lust" | "thirst")
            })
        };
        let circumstance = is_circumstance(self.view.marker_text(at)) && !hankers();
        if self.waits_for(phrase, at) || circumstance {
            return None;
        }
        if self.view.marker_text(at) == "without" {
            // "began without Egyptian mediation": there was none.
            self.draft.cancelled = true;
            return None;
        }
        let complements = [Complement::PrepositionNoun];
        if let Some(noun) = phrase.noun {
            let before = self.view.phrase(noun).copied();
            if let Some(verb) =
                before.and_then(|noun| self.verb_with(&noun, phrase.clause, &complements, Some(at)))
            {
                return Some(self.over_clause(phrase.clause, &verb));
            }
            if let Some(above) = self
                .operators
                .of_noun(self.view, noun, &complements, Some(at))
            {
                if let Some(node) = self.over_none_there(noun, &above) {
                    return Some(node);
                }
                // "efforts | against the siege"
                let effect = above.effect;
                let opposed = self.view.marker_text(at) == "against"
                    && !(effect.takes_over || effect.flips || effect.cancels);
                let node = self.over_noun(noun, &above);
                if opposed {
                    self.flip();
                }
                if let Some(before) = before {
                    let noun = self.view.noun_text(before.head);
                    self.undone |= matches!(noun, "collapse" | "breakdown");
                    self.hang_on(&before);
                }
                self.negative_noun(noun);
                return Some(node);
            }
            if let Some(asked) = self.asked_by(noun, at) {
                return Some(asked);
            }
            if self.view.marker_text(at) == "of" {
                // "in spite | of the truce"
                let head = self.view.phrase(noun).map_or(0, |noun| noun.head);
                if matches!(
                    self.view.noun_text(head),
                    "spite" | "violation" | "breach" | "defiance"
                ) {
                    return None;
                }
                // "promised the victims | of the siege a home", "backed the opponents | of the truce": somebody is meant, and not it.
                if self.view.word(head).readings.any(Readings::HUMAN) {
                    return None;
                }
                if before.is_some_and(|noun| self.hang_on(&noun)) {
                    return None;
                }
                self.hung = Some(self.view.first_conjunct(noun));
                return Some(Node::Noun(noun));
            }
        }
        let clause = phrase.clause;
        if let Some(above) = self
            .operators
            .of_clause(self.view, clause, &complements, Some(at))
            .filter(|above| !self.is_about_thing(phrase, at, above))
            .filter(|above| !self.is_reason(at, above))
        {
            if matches!(self.view.marker_text(at), "for" | "over") {
                self.done_by_blamed(clause, &above);
            }
            self.shielded_from(clause, at, &above);
            return Some(self.over_clause(clause, &above));
        }
        if self.view.marker_text(at) == "by"
            && (self.stirred_passive(clause) || self.is_left_cold(clause))
        {
            return None;
        }
        // "deplored that they had failed the people by their veto": the deed is the means of what the clause tells.
        matches!(self.view.marker_text(at), "by" | "with" | "through")
            .then_some(Node::Clause(clause))
    }
}

impl Composer<'_> {
    /// "defended Israel | against the charge": whoever stands by somebody against a thing is against that, and it is about him.
    fn shielded_from(&mut self, clause: ClauseId, at: usize, above: &Above<'_>) {
        let shields = self.view.marker_text(at) == "against"
            && above.end <= at
            && above.effect.takes_over
            && !above.effect.flips;
        let object = self.view.clause(clause).and_then(|clause| clause.object);
        if let Some(object) = object.filter(|_| shields && self.is_charge_behind(at)) {
            // "defended itself | against the charge": that it didn't do so is no side.
            let own = self.clause_parties(clause);
            let known = self.scene.parties(Filler::Phrase(object));
            let other =
                |party: &Party| party.is_actor() && !own.iter().any(|own| own.who == party.who);
            self.draft.cancelled |= !known.iter().any(other);
            self.flip();
            if self.draft.targets.is_empty() {
                self.draft.targets = self.scene.parties(Filler::Phrase(object));
            }
        }
    }

    /// Whether a preposition leads to what somebody is reproached with.
    fn is_charge_behind(&self, at: usize) -> bool {
        let behind = self.view.phrase_at(at + 1);
        behind
            .and_then(|id| self.view.phrase(id))
            .is_some_and(|noun| {
                matches!(
                    self.view.noun_text(noun.head),
                    "charge"
                        | "accusation"
                        | "allegation"
                        | "claim"
                        | "label"
                        | "suit"
                        | "complaint"
                )
            })
    }

    /// "a call by Peru | for a truce", "opposition from Chile | to it": the noun over it, where the name of whose it is stands between.
    fn asked_by(&mut self, name: PhraseId, at: usize) -> Option<Node> {
        if !matches!(self.view.marker_text(at), "for" | "to" | "of" | "against") {
            return None;
        }
        let own = self.view.phrase(name)?;
        let whose = own.preposition?;
        let over = own.noun?;
        if !matches!(self.view.marker_text(whose), "by" | "from")
            || whose != own.start.checked_sub(1)?
        {
            return None;
        }
        let actor = Party::is_actor;
        let named = self.scene.parties(Filler::Phrase(name));
        let above = self
            .operators
            .of_noun(self.view, over, &[Complement::PrepositionNoun], Some(at))
            .filter(|above| above.effect.takes_over && named.iter().any(actor))?;
        let node = self.over_noun(over, &above);
        self.negative_noun(over);
        Some(node)
    }
}

/// Prepositions behind somebody that say for what he is praised, blamed or asked.
fn leads_on_from_somebody(marker: &str) -> bool {
    matches!(
        marker,
        "for" | "over" | "on" | "about" | "of" | "to" | "into" | "as"
    )
}

/// "steps | towards a truce": prepositions behind a thing that lead on to what is wanted.
fn leads_on(marker: &str) -> bool {
    matches!(marker, "towards" | "toward")
}

/// Prepositions after which nothing is asked or wanted: "demanded guarantees before any truce".
fn is_circumstance(marker: &str) -> bool {
    matches!(
        marker,
        "before" | "after" | "until" | "till" | "since" | "during" | "despite" | "amid" | "within"
    )
}
