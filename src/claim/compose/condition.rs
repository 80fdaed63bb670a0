//! Conditions: what has to happen before somebody acts is what that somebody asks for.
//!
//! "Turkey will not open its border until Armenia withdraws" asks Armenia to withdraw, and tells of no withdrawal; so does a threat with *unless*, and
//! a promise with *only if*. *As long as* asks for an end. Whatever else stands under *if* and *unless*, or under *once* and its kin in the future, is
//! told of nobody.

use super::Composer;
use crate::claim::who::Party;
use crate::claim::who::party::Filler;
use crate::clause::{Clause, ClauseId, ClauseKind, Phrase, Tag};
use crate::pack::Complement;

/// How many clauses over a condition are asked whether they hold something back: "refused to promise to open it until".
const HEIGHT: usize = 3;

/// What an adverbial clause makes of the deed that it tells.
enum Condition {
    /// It is no condition.
    Told,
    /// It may come to be so.
    Open,
    /// These ask for it, or, where nobody is named, whoever speaks.
    Asked(Vec<Party>),
    /// They ask for an end of it.
    Opposed(Vec<Party>),
}

impl Composer<'_> {
    /// "Had Peru recognised it, …", "Should Peru recognise it, …": a condition by the order of its words.
    pub(super) fn is_supposed(&self, clause: &Clause) -> bool {
        let Some(at) = clause
            .subject
            .and_then(|subject| self.view.phrase(subject))
            .and_then(|subject| subject.start.checked_sub(1))
        else {
            return false;
        };
        let before = at
            .checked_sub(1)
            .and_then(|before| self.view.tags.get(before));
        let opens = before.is_none_or(|tag| matches!(tag, Tag::Mark | Tag::Coordinator));
        match self.view.marker_text(at) {
            "had" | "were" => opens,
            // "would answer | should Peru recognise it", but "Why should Peru recognise it?"
            // "Under no circumstances should Peru recognise it"
            "should" => before != Some(&Tag::Wh) && !self.is_fronted(at),
            _ => false,
        }
    }

    /// "Under no circumstances | should Peru", "Only then | should it": an adverbial at the head of a sentence, which turns the order round.
    fn is_fronted(&self, auxiliary: usize) -> bool {
        let start = (0..auxiliary)
            .rev()
            .take_while(|at| {
                !matches!(
                    self.view.tags.get(*at),
                    Some(
                        Tag::Mark
                            | Tag::Coordinator
                            | Tag::Past
                            | Tag::Third
                            | Tag::Base
                            | Tag::Modal
                    )
                )
            })
            .last();
        start.is_some_and(|start| {
            let word = |at: usize| self.view.marker_text(at);
            matches!(word(start), "only" | "never" | "not" | "nor" | "neither")
                || matches!(word(start), "under" | "in" | "at" | "on" | "by")
                    && word(start + 1) == "no"
        })
    }

    /// What the adverbial clause at the top of the way up makes of the claim.
    pub(in crate::claim) fn conditioned(&mut self, clause: &Clause) {
        match self.condition(clause) {
            Condition::Told => {}
            Condition::Open => self.draft.cancelled = true,
            Condition::Asked(holders) => self.ask_of(holders),
            Condition::Opposed(holders) => {
                // "as long as Russia occupies it": the word judges already, for whoever uses it.
                if !self.draft.holders.is_empty() {
                    self.flip();
                }
                self.ask_of(holders);
            }
        }
    }

    fn ask_of(&mut self, holders: Vec<Party>) {
        // "It will not join until it recognises Kosovo": somebody else asks it to.
        let doers = &self.draft.holders;
        let own = |party: &Party| doers.iter().any(|doer| doer.who == party.who);
        let by_speaker = holders.iter().all(own);
        self.oblige();
        // A condition that nobody is named for is its speaker's, but never the writer's.
        self.draft.by_obligation = !by_speaker;
        if !by_speaker {
            self.draft.holders = holders;
            self.draft.by_speaker = false;
        }
        self.draft.taken_over = true;
    }

    /// "no peace | without an end to it", "no talks before a truce": what a clause that holds something back waits for, named by a noun.
    pub(in crate::claim) fn waits_for(&mut self, noun: &Phrase, preposition: usize) -> bool {
        // "before the end of the war" is a time, "before an end to it" is a condition.
        let definite = matches!(self.view.marker_text(noun.start), "the" | "this" | "that");
        let waits = match self.view.marker_text(preposition) {
            "without" => true,
            "until" | "till" | "before" => !definite,
            _ => false,
        };
        let holding = self.withholding(noun.clause).filter(|_| waits);
        if let Some(by) = holding {
            let holders = self.named(by);
            self.ask_of(holders);
        }
        holding.is_some()
    }

    /// What "provided that" makes of the clause that it opens, which stands under one without a verb.
    pub(in crate::claim) fn provided(&mut self, clause: &Clause) -> bool {
        let opener = clause.parent.and_then(|id| self.view.clause(id)).copied();
        let opener = opener.filter(|opener| {
            let provided = |at| self.is_provided(at);
            opener.verb.is_none() && opener.marker.is_some_and(provided)
        });
        if let Some(opener) = &opener {
            self.conditioned(opener);
        }
        opener.is_some()
    }

    fn is_provided(&self, at: usize) -> bool {
        matches!(self.view.marker_text(at), "provided" | "providing")
    }

    fn condition(&self, clause: &Clause) -> Condition {
        let Some(at) = clause.marker else {
            return Condition::Told;
        };
        let marker = self.view.marker_text(at);
        let word = |back: usize| {
            at.checked_sub(back)
                .map_or("", |at| self.view.marker_text(at))
        };
        let waits = matches!(marker, "until" | "till" | "before" | "once")
            || marker == "as" && word(1) == "soon";
        let lasts = marker == "as" && word(1) == "long" || marker == "while";
        let open = matches!(marker, "if" | "unless" | "lest");
        let above = clause.parent.unwrap_or(ClauseId::new(0));
        let to_come = self.is_to_come(above);
        let only = || word(1) == "only" || self.says_only(above);
        let holding = match marker {
            "unless" => self.withholding(above).or_else(|| self.threatening(above)),
            "until" | "till" | "before" => self.withholding(above),
            "if" | "once" | "when" | "after" if to_come && only() => Some(above),
            "as" | "while" if lasts => self.withholding(above),
            _ if self.is_provided(at) => Some(above),
            _ => None,
        };
        match holding {
            Some(by) if lasts => Condition::Opposed(self.named(by)),
            Some(by) => Condition::Asked(self.named(by)),
            None if open || waits && to_come => Condition::Open,
            None => Condition::Told,
        }
    }

    /// Who acts in a clause, as far as anybody is named.
    fn named(&self, id: ClauseId) -> Vec<Party> {
        self.view
            .agent(id)
            .map(|agent| self.scene.parties(Filler::Phrase(agent)))
            .unwrap_or_default()
    }

    /// The clause above a condition in which somebody won't do a thing yet: "will not open", "refused to open", "rejected a truce", "no aid will go".
    fn withholding(&self, above: ClauseId) -> Option<ClauseId> {
        let mut id = above;
        for _ in 0..HEIGHT {
            let clause = self.view.clause(id)?;
            let verb = self.view.verb_group(id)?;
            let negated = verb.verb.negated || self.has_negative(clause);
            // "vowed not | to open", "asked to open nothing": the infinitive is to come whenever it was vowed.
            let of_infinitive =
                verb.verb.infinitive || self.view.marker_text(verb.end.saturating_sub(1)) == "not";
            if negated && (of_infinitive && !verb.verb.only_auxiliary || self.is_to_come(id)) {
                return Some(id);
            }
            let takes = [
                Complement::Noun,
                Complement::Infinitive,
                Complement::Gerund,
                Complement::PrepositionNoun,
            ];
            let above = self.operators.of_clause(self.view, id, &takes, None);
            if above.is_some_and(|above| above.effect.flips) && !negated {
                return Some(id);
            }
            // "…, said Hamas, until": the verb of saying stands inside the sentence.
            let beside = clause
                .governor
                .and_then(|id| self.view.phrase(id))
                .map(|verb| verb.clause);
            id = match clause.kind {
                ClauseKind::Infinitive | ClauseKind::Gerund => clause.parent?,
                ClauseKind::Main => beside?,
                _ => return None,
            };
        }
        None
    }

    /// The clause above a condition in which somebody threatens: "will bomb it unless", "threatened them with sanctions unless".
    fn threatening(&self, above: ClauseId) -> Option<ClauseId> {
        // "threatened | to leave unless"
        let of_infinitive = self
            .view
            .clause(above)
            .filter(|clause| clause.kind == ClauseKind::Infinitive)
            .and_then(|clause| clause.parent);
        let threatens_to = |id: ClauseId| {
            let verb = self.view.verb_group(id);
            verb.is_some_and(|verb| self.view.verb_text(verb.head) == "threaten")
        };
        let above = of_infinitive
            .filter(|id| threatens_to(*id))
            .unwrap_or(above);
        let verb = self.view.verb_group(above)?;
        let threat = self.view.verb_text(verb.head);
        let suffers = matches!(
            threat,
            "lose"
                | "face"
                | "suffer"
                | "risk"
                | "collapse"
                | "fail"
                | "fall"
                | "starve"
                | "die"
                | "need"
                | "become"
                | "miss"
                | "forfeit"
                | "lack"
        );
        let threatens = threat == "threaten" || self.is_to_come(above);
        let be = self.view.tags.get(verb.head) == Some(&Tag::Be) || self.view.is_passive(above);
        (threatens && !suffers && !be).then_some(above)
    }

    /// Whether a clause speaks of what is still to be done.
    fn is_to_come(&self, id: ClauseId) -> bool {
        let modal = |verb: &Phrase| {
            verb.verb.modal.is_some_and(|at| {
                matches!(
                    self.view.marker_text(at),
                    "will"
                        | "would"
                        | "wo"
                        | "'ll"
                        | "'d"
                        | "shall"
                        | "sha"
                        | "can"
                        | "ca"
                        | "could"
                        | "may"
                        | "might"
                        | "must"
                        | "should"
                ) && !verb.verb.perfect
            })
        };
        // "insisted that nobody be sent"
        let subjunctive = |verb: &Phrase| self.view.marker_text(verb.start) == "be";
        let verb = self.view.verb_group(id);
        verb.is_some_and(|verb| modal(verb) || subjunctive(verb))
    }

    /// "would only agree": whether a verb group says so.
    fn says_only(&self, id: ClauseId) -> bool {
        let only =
            |verb: &Phrase| (verb.start..verb.head).any(|at| self.view.marker_text(at) == "only");
        self.view.verb_group(id).is_some_and(only)
    }

    fn has_negative(&self, clause: &Clause) -> bool {
        [clause.object, clause.subject, clause.predicate]
            .into_iter()
            .flatten()
            .any(|id| self.is_negative(id))
    }
}
