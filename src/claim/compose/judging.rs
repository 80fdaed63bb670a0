//! Judgements: what somebody is called or made, and whether a deed was right.

use super::operator::Above;
use super::{Composer, Node};
use crate::claim::result::Mode;
use crate::claim::who::Party;
use crate::claim::who::party::Filler;
use crate::clause::{Clause, ClauseId, PhraseId, Tag};
use crate::mention::Who;
use crate::pack::Complement;
use crate::token::Readings;

/// How many clauses behind a deed the one that judges it is looked for.
const AFTER: usize = 4;

impl Composer<'_> {
    /// The clause that makes, calls or accepts somebody what a noun says: "act as guarantor", "is the mediator".
    pub(in crate::claim) fn called(&self, phrase: PhraseId) -> Option<ClauseId> {
        let phrase = self.view.one_of(phrase);
        let own = self.view.phrase(phrase)?;
        let around = self.view.clause(own.clause)?;
        // "being named a guarantor"
        let named = around.object == Some(phrase) && self.view.is_passive(own.clause);
        // "called it an occupier and | a gang of murderers"
        let first = self.view.first_conjunct(phrase);
        let predicate = around.predicate == Some(first) || named;
        let called = self.view.is_behind(own, "as");
        // "is among the guarantors"
        let is = around.verb.and_then(|verb| self.view.phrase(verb));
        let one_of_them = self.view.is_behind(own, "among")
            && is.is_some_and(|verb| self.view.tags.get(verb.head) == Some(&Tag::Be));
        // "The listing of the rebels as terrorists | was condemned"
        let of_subject = own.noun.is_some() && Some(phrase) < around.verb;
        (predicate || one_of_them || called && !of_subject).then_some(own.clause)
    }

    /// Whether a phrase stands behind *as*, and is no subject.
    pub(in crate::claim) fn is_as(&self, phrase: PhraseId) -> bool {
        self.view
            .phrase(phrase)
            .is_some_and(|own| self.view.is_behind(own, "as"))
    }

    /// "regards them | not as terrorists": what is denied behind *as*.
    pub(in crate::claim) fn not_as(&mut self, phrase: PhraseId) {
        let own = self.view.phrase(phrase).copied();
        let called = own.filter(|own| self.view.is_behind(own, "as"));
        let joined = own.filter(|own| own.conjunct.is_some());
        if let Some(own) = called.or(joined).filter(|_| self.view.is_ruled_out(phrase)) {
            self.negate(own.start, own.end);
        }
        // "no truce without Peru | as a guarantor": who isn't there is not called so.
        let without = |noun: PhraseId| {
            let noun = self.view.phrase(noun);
            noun.is_some_and(|noun| self.view.is_behind(noun, "without"))
        };
        self.draft.cancelled |= called.is_some_and(|own| own.noun.is_some_and(without));
    }

    /// "doubts about Qatar as a mediator": the noun before *as*, where an operator that is a noun stands over it.
    pub(in crate::claim) fn doubted(&self, phrase: PhraseId) -> Option<PhraseId> {
        let own = self.view.phrase(phrase)?;
        let called = self.view.is_behind(own, "as");
        let before = own.noun.filter(|_| called)?;
        let at = self.view.phrase(before)?.preposition?;
        let over = self.view.phrase(before)?.noun?;
        self.operators
            .of_noun(self.view, over, &[Complement::PrepositionNoun], Some(at))
            .map(|_| before)
    }

    /// Such a clause. With an object somebody judges somebody else ("rejected France as a guarantor", "branded it a terrorist group"): the
    /// stance is the judge's. Without one only its negation and modality count.
    pub(in crate::claim) fn judged_level(&mut self, clause: ClauseId) {
        let passive = self.view.is_passive(clause);
        let of_object = self.operators.of_clause(
            self.view,
            clause,
            &[Complement::Predicate, Complement::Noun],
            None,
        );
        // "Egypt, which Chad rejected as a mediator": what a relative clause goes back to, where its verb takes an object.
        let object = self.view.clause(clause).and_then(|own| {
            let gap = || self.view.object(clause).filter(|_| of_object.is_some());
            own.object.or_else(gap)
        });
        // "was rejected as a mediator by Togo": of a passive whom the agent judges is the subject.
        let object = match passive {
            true => self
                .view
                .agent(clause)
                .and(self.view.subject(clause))
                .filter(|id| {
                    let judged = self.scene.parties(Filler::Phrase(*id));
                    judged.iter().any(Party::is_actor)
                }),
            false => object,
        };
        let above = of_object.filter(|_| object.is_some()).or_else(|| {
            // "would not hear of Turkey as a mediator": what is judged stands behind the verb's preposition.
            let complements = [Complement::PrepositionNoun];
            self.operators
                .of_clause(self.view, clause, &complements, None)
                .filter(|above| above.end > above.start + 1)
        });
        let judges = if object.is_some() || above.is_some() {
            self.clause_parties(clause)
        } else {
            Vec::new()
        };
        let done = above.is_some();
        // Who judges stands somewhere, and isn't whom is judged: "His party would not accept Norway as a mediator".
        if object.is_some() && done && judges.is_empty() {
            self.draft.cancelled = true;
        }
        if let Some(above) = above {
            self.draft.cancelled |= above.effect.flips && self.is_forces(object);
            self.apply(&above, &judges);
        }
        if !judges.is_empty() {
            self.draft.holders = judges;
            self.draft.by_speaker = false;
            // "rejected France as a guarantor" is done, "branded it a terrorist group" is said.
            if self.draft.mode == Mode::Act && !done {
                self.draft.mode = Mode::Say;
            }
            // "A Chinese newspaper called it a terrorist group": its own word, though it is nobody known.
            let strangers = self
                .draft
                .holders
                .iter()
                .all(|party| party.who == Who::Other);
            if strangers && self.draft.mode == Mode::Say && self.draft.speaker.is_none() {
                self.draft.speaker = self.draft.holders.first().copied();
            }
        }
        self.clause_level(clause);
        self.draft.clauses.push(clause);
    }

    /// "withdrew its troops | as a mediator": whoever has them plays the part, and doesn't give it up with them.
    fn is_forces(&self, object: Option<PhraseId>) -> bool {
        let forces = object.and_then(|id| self.view.phrase(id));
        forces.is_some_and(|forces| {
            matches!(
                self.view.noun_text(forces.head),
                "troops"
                    | "troop"
                    | "soldier"
                    | "force"
                    | "forces"
                    | "contingent"
                    | "peacekeeper"
                    | "battalion"
                    | "army"
            )
        })
    }

    /// The clause in which an adjective is said of something.
    pub(in crate::claim) fn predicative_clause(&self, phrase: PhraseId) -> Option<ClauseId> {
        let clause = self.view.phrase(phrase)?.clause;
        (self.view.clause(clause)?.predicate == Some(phrase)).then_some(clause)
    }

    /// "Peru was right to recognise it": whoever says so holds it, and who did it is judged.
    pub(in crate::claim) fn judge(&mut self, clause: ClauseId, above: &Above<'_>) {
        let phrase = |id: Option<PhraseId>| id.and_then(|id| self.view.phrase(id)).copied();
        let parts = self.view.clause(clause).copied();
        // "It would be wrong to", "there is no reason to": nobody is judged.
        let there = phrase(parts.and_then(|clause| clause.verb))
            .is_some_and(|verb| self.view.marker_text(verb.start) == "there");
        // "There is no question of Peru recognising it": that is for Peru to say.
        self.draft.cancelled |= there && self.draft.holders.iter().any(Party::is_actor);
        let nobody = there
            || phrase(self.view.subject(clause))
                .is_none_or(|subject| self.view.marker_text(subject.head) == "it");
        let done = phrase(parts.and_then(|clause| clause.verb))
            .is_some_and(|verb| verb.verb.modal.is_none() && verb.verb.finite);
        if done && !nobody && self.clause_parties(clause).iter().any(Party::is_actor) {
            self.tell_beside(above);
        }
        if nobody {
            self.draft.holders.clear();
        }
        self.pass_verdict(above, &[]);
    }

    /// "Attempts to isolate it | are unacceptable", "called attempts to isolate it | unacceptable", "notes attempts to isolate it | and considers them
    /// unacceptable": the deed that a noun names is judged by whoever speaks, or calls it so.
    pub(in crate::claim) fn noun_judged(&mut self, noun: PhraseId, id: ClauseId) -> Option<Node> {
        if self.hung == Some(noun) {
            return None;
        }
        let own = self.view.verdict(id).filter(|(judged, _)| *judged == noun);
        let said = || {
            let clause = self.view.clause(id)?;
            let of_subject = clause.subject == Some(noun) && clause.object.is_none();
            clause.predicate.filter(|_| of_subject)
        };
        let (predicate, called) = match own {
            Some((_, verdict)) => (Some(verdict), true),
            None => (said(), false),
        };
        if let Some(node) = predicate.and_then(|verdict| self.judged_so(id, verdict, called)) {
            return Some(node);
        }
        let (after, verdict) = self.called_after(noun, id)?;
        self.judged_so(after, verdict, true)
    }

    /// The step up to a clause that says of a deed what it is, or calls it so.
    fn judged_so(&mut self, id: ClauseId, verdict: PhraseId, called: bool) -> Option<Node> {
        let verdict = self.view.phrase(verdict)?;
        // "a necessary | mistake", "an important | question": its last word says what it is.
        let above = self
            .operators
            .of_predicate(self.view, verdict, &[Complement::Infinitive])
            .filter(|above| above.effect.verdict && above.end > verdict.head)?;
        let judges = if called {
            self.clause_parties(id)
        } else {
            Vec::new()
        };
        Some(self.over_verdict(id, &above, &judges))
    }

    /// The clause joined to one that calls its object something by a pronoun, and what it calls it.
    fn called_after(&self, noun: PhraseId, id: ClauseId) -> Option<(ClauseId, PhraseId)> {
        let mut after = (id.index() + 1..self.view.clauses.len())
            .take(AFTER)
            .map(ClauseId::new);
        after.find_map(|after| {
            let clause = self.view.clause(after)?;
            let (judged, verdict) = self.view.verdict(after)?;
            let joined = clause.coordinated == Some(id) && self.stands_for(judged, noun);
            joined.then_some((after, verdict))
        })
    }

    /// Whether a phrase is a pronoun for the object of the verb before it in a coordination.
    fn stands_for(&self, pronoun: PhraseId, noun: PhraseId) -> bool {
        let Some((pronoun, named)) = self.view.phrase(pronoun).zip(self.view.phrase(noun)) else {
            return false;
        };
        let plural = self.view.tags.get(named.head) == Some(&Tag::Plural);
        let first = self
            .view
            .clause(pronoun.clause)
            .and_then(|clause| clause.coordinated);
        first == Some(named.clause)
            && self.view.object(named.clause) == Some(noun)
            && match self.view.marker_text(pronoun.head) {
                "them" | "these" => plural,
                "it" | "this" => !plural,
                _ => false,
            }
    }

    /// The step up from a deed to the clause that judges it, told beside if somebody did it.
    pub(super) fn over_verdict(
        &mut self,
        clause: ClauseId,
        verdict: &Above<'_>,
        judges: &[Party],
    ) -> Node {
        if self.draft.holders.iter().any(Party::is_actor) && !self.is_charge(clause) {
            self.tell_beside(verdict);
        }
        self.pass_verdict(verdict, judges);
        self.clause_level_after(clause);
        Node::Clause(clause)
    }

    /// "The charge that it besieges the town | is absurd": what is only said to be so is no deed that is judged.
    fn is_charge(&self, judging: ClauseId) -> bool {
        let judged = self
            .view
            .subject(judging)
            .and_then(|id| self.view.phrase(id));
        judged.is_some_and(|judged| {
            matches!(
                self.view.noun_text(judged.head),
                "charge"
                    | "accusation"
                    | "allegation"
                    | "claim"
                    | "idea"
                    | "notion"
                    | "suggestion"
                    | "report"
                    | "rumour"
                    | "rumor"
                    | "assertion"
            )
        })
    }

    /// Tells the deed by itself as well, on the word of whoever judges it.
    fn tell_beside(&mut self, verdict: &Above<'_>) {
        let mut deed = self.draft.clone();
        deed.judged_at = Some(verdict.start);
        self.beside.push(deed);
    }

    /// Gives a deed to who judges it, or else to whoever speaks; who did it is whom they are for or against.
    pub(super) fn pass_verdict(&mut self, verdict: &Above<'_>, judges: &[Party]) {
        let doers = std::mem::take(&mut self.draft.holders);
        let unsaid = verdict.effect.flips || self.draft.targets.is_empty();
        if unsaid && self.draft.asked_is_target {
            self.draft
                .targets
                .extend(doers.into_iter().filter(Party::is_actor));
        }
        self.draft.speaker = None;
        self.apply(verdict, judges);
        self.draft.by_obligation = true;
        if judges.is_empty() {
            self.is_the_speakers(verdict);
        }
    }

    /// "Chile recognising it | is out of the question": the deed is judged by whoever says so, and nobody did it.
    pub(in crate::claim) fn deed_judged(&mut self, deed: &Clause) -> Option<Node> {
        let parent = deed.parent?;
        let doer = deed.governor?;
        let verb = self.view.phrase(deed.verb?)?;
        let named = self.view.phrase(doer).filter(|noun| {
            noun.end == verb.start && self.view.tags.get(noun.head) == Some(&Tag::Proper)
        });
        let judged = self.view.clause(parent)?.subject == Some(doer) && verb.verb.ing;
        named.filter(|_| judged)?;
        self.over_undone(parent)
    }

    /// The step up to a clause that judges a deed which nobody is told to have done: "would be a mistake".
    pub(super) fn over_undone(&mut self, judging: ClauseId) -> Option<Node> {
        let above = self
            .operators
            .of_clause(self.view, judging, &[Complement::Infinitive], None)
            .filter(|above| above.effect.verdict)?;
        self.pass_verdict(&above, &[]);
        self.clause_level_after(judging);
        Some(Node::Clause(judging))
    }

    /// "Peru condemned Chile because it had vetoed the draft": what somebody is judged for is told, and so is the judge's stance on it.
    pub(in crate::claim) fn judged_for(&mut self, reason: &Clause) {
        let told = self.view.gives_reason(reason);
        // A cue that waits for an operator leaves the deed itself to another.
        let waits = self.draft.needs_operator && self.draft.operators == 0;
        let Some(parent) = reason.parent.filter(|_| told && !waits) else {
            return;
        };
        if self.blamed_for(parent) {
            return;
        }
        let complements = [Complement::ObjectGerund, Complement::Noun];
        let above = self
            .operators
            .of_clause(self.view, parent, &complements, None);
        let Some(above) = above.filter(|above| {
            let says = above.effect.takes_over && above.effect.mode == Some(Mode::Say);
            says || above.effect.accuses
        }) else {
            return;
        };
        let object = self.view.patient(parent).map(Filler::Phrase);
        let judged = object.map_or_else(Vec::new, |filler| self.scene.parties(filler));
        let does = |party: &Party| judged.iter().any(|judged| judged.who == party.who);
        let judges = self.clause_parties(parent);
        if judges.is_empty() || !self.draft.holders.iter().any(does) {
            return;
        }
        let deed = self.draft.clone();
        self.apply(&above, &judges);
        self.beside.push(std::mem::replace(self.draft, deed));
    }

    /// "Chile is to blame, since it vetoed the draft": whoever says so is against what is told as the reason.
    fn blamed_for(&mut self, parent: ClauseId) -> bool {
        let complements = [Complement::PrepositionGerund, Complement::Clause];
        let above = self
            .operators
            .of_clause(self.view, parent, &complements, None)
            .filter(|above| above.effect.verdict && above.effect.flips);
        let Some(above) = above.filter(|_| self.draft.accusing_is_opposing) else {
            return false;
        };
        let blamed = self.clause_parties(parent);
        let did = |party: &Party| blamed.iter().any(|blamed| blamed.who == party.who);
        if !self.draft.holders.iter().any(did) {
            return false;
        }
        let deed = self.draft.clone();
        self.pass_verdict(&above, &[]);
        self.beside.push(std::mem::replace(self.draft, deed));
        true
    }

    /// "The figures refute the charge": whoever says so holds it.
    pub(in crate::claim) fn shown(&mut self, above: &Above<'_>) {
        // What is refuted of a deed says nothing for or against it: "the trip makes a mockery of attempts to isolate Iran".
        self.draft.by_obligation |= self.draft.mode == Mode::Say;
        self.draft.holders.clear();
        self.apply(above, &[]);
        self.is_the_speakers(above);
    }

    /// Whoever speaks at the verdict holds it in place of those who did it.
    pub(super) fn is_the_speakers(&mut self, verdict: &Above<'_>) {
        self.draft.judged_at = Some(verdict.start);
        self.draft.speaker = None;
        self.draft.by_speaker = true;
        self.draft.evaluation = true;
        self.draft.taken_over = true;
    }

    /// Whether a clause's subject is a thing or a fact: "the figures", "this", but neither "analysts" nor "the ministry".
    pub(in crate::claim) fn is_shown_by_thing(&self, clause: ClauseId) -> bool {
        if self.view.is_passive(clause) {
            return false;
        }
        let Some(id) = self.view.subject(clause) else {
            // "a fact that refutes": read as a clause that tells of which fact.
            let marker = self.view.clause(clause).and_then(|clause| clause.marker);
            return marker.is_some_and(|at| self.view.marker_text(at) == "that");
        };
        let named = self.scene.parties(Filler::Phrase(id));
        if named.iter().any(|party| party.who != Who::Other) {
            return false;
        }
        self.view.phrase(id).is_some_and(|subject| {
            let readings = self.view.word(subject.head).readings;
            let people = readings.any(Readings::HUMAN | Readings::GROUP);
            match self.view.tags.get(subject.head) {
                Some(Tag::Noun | Tag::Plural) => !people,
                Some(Tag::Determiner | Tag::Pronoun | Tag::That | Tag::Wh) => matches!(
                    self.view.marker_text(subject.head),
                    "this" | "that" | "which" | "all" | "it"
                ),
                _ => false,
            }
        })
    }
}
