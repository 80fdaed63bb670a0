//! The way up: from a clause or noun to what stands over it, by the grammar.

use super::operator::Above;
use super::{Composer, Node};
use crate::claim::result::Mode;
use crate::claim::who::Party;
use crate::clause::{Clause, ClauseId, ClauseKind, Phrase, PhraseId, PhraseKind, Tag};
use crate::mention::Who;
use crate::pack::Complement;
use crate::span::Span;

impl<'a> Composer<'a> {
    pub(in crate::claim) fn above_clause(&mut self, id: ClauseId) -> Option<Node> {
        let clause = *self.view.clause(id)?;
        match clause.kind {
            ClauseKind::Infinitive => self.above_infinitive(
                &clause,
                &[Complement::Infinitive, Complement::ObjectInfinitive],
            ),
            ClauseKind::Gerund => self.above_infinitive(
                &clause,
                &[
                    Complement::Gerund,
                    Complement::PrepositionGerund,
                    Complement::ObjectGerund,
                ],
            ),
            ClauseKind::Complement | ClauseKind::Question => self.above_complement(&clause),
            ClauseKind::Participle => {
                let judged = self.deed_judged(&clause);
                if let Some(node) = judged.or_else(|| self.gerund_judged(&clause)) {
                    return Some(node);
                }
                if let Some(node) = self.over_deed_of(&clause) {
                    return Some(node);
                }
                if let Some(node) = clause.parent.and_then(|id| self.over_rather(id)) {
                    return Some(node);
                }
                let parent = clause
                    .parent
                    .filter(|parent| self.view.wants_done(*parent, &clause))?;
                // "had its draft vetoed by Peru": what befell it is Peru's deed.
                if self.view.agent(id).is_some() && self.befell(parent) {
                    return None;
                }
                let complements = [Complement::ObjectInfinitive, Complement::Predicate];
                let above = self
                    .operators
                    .of_clause(self.view, parent, &complements, None);
                let Some(above) = above else {
                    return self.over_made(parent);
                };
                Some(self.over_clause(parent, &above))
            }
            ClauseKind::Relative => {
                if let Some(node) = self.over_time_that(&clause) {
                    return Some(node);
                }
                // "will sign no paper that recognises it", "any paper that": none that there is.
                let noun = clause.governor.and_then(|id| self.view.phrase(id))?;
                // "any end to the war that they might sign"
                let whole = noun
                    .noun
                    .filter(|_| self.view.is_behind(noun, "of") || self.view.is_behind(noun, "to"))
                    .and_then(|id| self.view.phrase(id));
                self.draft.cancelled |= [Some(noun), whole]
                    .into_iter()
                    .flatten()
                    .any(|noun| matches!(self.view.marker_text(noun.start), "any" | "no"));
                self.over_terms(&clause)
            }
            ClauseKind::Adverbial => {
                if let Some(node) = self.judged_if(&clause) {
                    return Some(node);
                }
                self.conditioned(&clause);
                self.judged_for(&clause);
                None
            }
            ClauseKind::Main => None,
        }
    }

    /// "accepted a plan under which | Peru is to recognise it": whoever takes or refuses the paper takes or refuses what it lays down.
    fn over_terms(&mut self, clause: &Clause) -> Option<Node> {
        let paper = clause.governor?;
        let noun = self.view.phrase(paper)?;
        let is_paper = matches!(
            self.view.noun_text(noun.head),
            "plan"
                | "deal"
                | "agreement"
                | "accord"
                | "proposal"
                | "formula"
                | "scheme"
                | "arrangement"
                | "pact"
                | "protocol"
                | "memorandum"
                | "roadmap"
                | "compromise"
                | "package"
                | "framework"
                | "blueprint"
        );
        let at = clause.marker.filter(|_| is_paper)?;
        let before = at.checked_sub(1).map_or("", |at| self.view.marker_text(at));
        // "broke the deal under which Peru recognised it": that was done.
        let verb = clause.verb.and_then(|verb| self.view.phrase(verb))?;
        if self.view.tags.get(verb.start) == Some(&Tag::Past) {
            return None;
        }
        let lays_down = self.view.marker_text(at) == "whereby"
            || self.view.marker_text(at) == "which" && matches!(before, "under" | "by");
        lays_down.then(|| self.above_noun(paper)).flatten()
    }

    /// "deserves praise | for vetoing it", "voiced doubts | about the ban": the verb of which the noun before what follows is one word, and so none of its own.
    pub(in crate::claim) fn verb_with(
        &self,
        noun: &Phrase,
        clause: ClauseId,
        complements: &[Complement],
        followed_by: Option<usize>,
    ) -> Option<Above<'a>> {
        self.operators
            .of_clause(self.view, clause, complements, followed_by)
            .filter(|above| above.has_behind(noun.head))
    }

    fn above_infinitive(&mut self, clause: &Clause, complements: &[Complement]) -> Option<Node> {
        let parent = clause.parent?;
        // "is weighing whether | to recognise it"
        let asked = self.view.clause(parent).is_some_and(|question| {
            question.kind == ClauseKind::Question
                && question.verb.is_none()
                && question
                    .marker
                    .is_some_and(|at| self.view.marker_text(at) == "whether")
        });
        self.draft.cancelled |= asked;
        if let Some(than) = clause
            .marker
            .filter(|at| self.view.marker_text(*at) == "than")
        {
            self.less_wanted(parent, than);
            return None;
        }
        let governor = clause
            .governor
            .map(|id| self.offered_by(id, complements))
            .and_then(|id| self.view.phrase(id).map(|phrase| (id, *phrase)));
        let verb_start = clause
            .verb
            .and_then(|verb| self.view.phrase(verb))
            .map(|verb| verb.start);
        if let Some((_, noun)) = governor
            && let Some(verb) = self.verb_with(&noun, parent, complements, None)
        {
            return Some(self.over_clause(parent, &verb));
        }
        if let Some((noun, _)) = governor.filter(|(_, phrase)| phrase.kind == PhraseKind::Noun)
            && let Some(node) = self.over_duty(noun, parent)
        {
            return Some(node);
        }
        if let Some((noun, phrase)) = governor.filter(|(_, phrase)| phrase.kind == PhraseKind::Noun)
            && let Some(above) = self
                .operators
                .of_noun(self.view, noun, complements, verb_start)
        {
            self.draft.cancelled |= self.may_hang_higher(clause, parent);
            if let Some(node) = self.over_none_there(noun, &above) {
                return Some(node);
            }
            self.over_noun(noun, &above);
            self.held_by_somebody(&phrase);
            self.negative_noun(noun);
            return Some(Node::Noun(noun));
        }
        if governor
            .is_some_and(|(_, noun)| self.is_licence(&noun) || self.is_right_kept(&noun, parent))
        {
            self.draft.cancelled = true;
            return None;
        }
        if self.view.takes_time(parent, clause).is_some() {
            // "It would take Peru a war to": it hasn't done so.
            let verb = self.view.verb_group(parent);
            self.draft.cancelled |=
                verb.is_none_or(|verb| verb.verb.modal.is_some() || verb.verb.negated);
            return None;
        }
        if let Some(node) = self.over_necessity(clause, parent, verb_start) {
            return Some(node);
        }
        let Some(above) = self.over_verb(clause, parent, complements, verb_start) else {
            let own = clause.verb.and_then(|verb| self.view.phrase(verb));
            self.is_reported(parent, own.map(|own| own.clause));
            self.draft.cancelled |= self.leaves_untold(clause, parent)
                || self.is_topic(clause)
                || self.is_too_much(parent);
            return None;
        };
        Some(self.over_clause(parent, &above))
    }

    /// "a draft resolution to outlaw the group": what a noun without an owner says is somebody's, not the writer's. What only says of which kind
    /// another thing is ("guarantor of an agreement to stop the war") is nobody's.
    fn held_by_somebody(&mut self, noun: &Phrase) {
        if self.draft.holders.is_empty() {
            self.draft.cancelled |= noun.noun.is_some() && self.view.is_behind(noun, "of");
            self.draft.behind_noun = true;
            self.draft.holders.push(Party {
                who: Who::Other,
                span: Span::default(),
            });
        }
    }

    /// "to stop a plan to divide it and | close its port": whether an infinitive that hangs on a noun may as well hang on the verb above.
    fn may_hang_higher(&self, clause: &Clause, parent: ClauseId) -> bool {
        let verb = self.view.verb_group(parent);
        clause.coordinated.is_some()
            && clause.kind == ClauseKind::Infinitive
            && verb.is_some_and(|verb| verb.verb.infinitive || verb.verb.modal.is_some())
    }

    /// The operator that is the verb over an infinitive or gerund.
    fn over_verb(
        &self,
        clause: &Clause,
        parent: ClauseId,
        complements: &[Complement],
        verb_start: Option<usize>,
    ) -> Option<Above<'a>> {
        let of = |complements: &[Complement]| {
            self.operators
                .of_clause(self.view, parent, complements, verb_start)
        };
        let of_all = of(complements);
        // "helped Chad | to recognise it" is not "helped to recognise it".
        let longer = of_all
            .as_ref()
            .is_some_and(|above| above.end > above.start + 1);
        let nearer = match clause.kind {
            ClauseKind::Infinitive if self.has_object_before(clause, parent) => {
                of(&[Complement::ObjectInfinitive])
            }
            ClauseKind::Infinitive if !self.view.is_passive(parent) => {
                of(&[Complement::Infinitive])
            }
            _ => None,
        };
        let of_any = nearer.filter(|_| !longer).or(of_all);
        // "kept Libya | from recognising it" isn't "kept recognising it"; "stopped short | of" is an operator of its own.
        let parted = clause
            .marker
            .filter(|_| self.view.object(parent).is_some())
            .is_some_and(|at| matches!(self.view.marker_text(at), "from" | "of" | "into"))
            && of_any
                .as_ref()
                .is_none_or(|above| above.end == above.start + 1);
        parted
            .then(|| of(&[Complement::ObjectGerund]))
            .flatten()
            .or(of_any)
            .filter(|above| !self.is_about_object(clause, parent, above))
            // "considers Chad unfit | to mediate" isn't "is considering"
            .filter(|above| {
                above.adjective
                    || clause.kind != ClauseKind::Infinitive
                    || !self.judges_able(parent)
            })
    }

    /// Whether an infinitive has somebody before it who is the object of the verb above.
    fn has_object_before(&self, infinitive: &Clause, parent: ClauseId) -> bool {
        let object = self.view.clause(parent).and_then(|clause| clause.object);
        object
            .zip(infinitive.verb)
            .is_some_and(|(object, verb)| object < verb)
    }

    /// "ended its silence | on recognising it", "suspended talks | on it": what is ended is the object, and not what that is about.
    fn is_about_object(&self, gerund: &Clause, parent: ClauseId, above: &Above<'_>) -> bool {
        let topic = gerund.marker.is_some_and(|at| {
            at >= above.end && matches!(self.view.marker_text(at), "on" | "about" | "over")
        });
        let object = self.view.object(parent);
        topic && object.is_some_and(|object| !self.is_addressed(object))
    }

    /// "is not believed to oppose it", "did not come to sign it", "called Chad unfit to mediate": whatever hangs on what isn't so, or on what somebody
    /// is judged to be able to do, isn't told.
    fn leaves_untold(&self, infinitive: &Clause, parent: ClauseId) -> bool {
        let denied = self
            .view
            .verb_group(parent)
            .is_some_and(|verb| verb.verb.negated);
        let said = self.view.clause(parent).and_then(|above| above.predicate);
        // "is afraid, is not afraid | of recognising it"
        let shrinks = said
            .and_then(|said| self.view.phrase(said))
            .is_some_and(|said| matches!(self.view.marker_text(said.head), "afraid" | "scared"));
        infinitive.kind == ClauseKind::Gerund && shrinks
            || infinitive.kind == ClauseKind::Infinitive && (denied || self.judges_able(parent))
    }

    /// "said nothing | about recognising it", "is split over recognising it": what is only spoken of is not told.
    fn is_topic(&self, gerund: &Clause) -> bool {
        let topic = gerund.marker.is_some_and(|at| {
            matches!(
                self.view.marker_text(at),
                "about" | "on" | "over" | "regarding" | "concerning" | "between"
            )
        });
        // "is on speaking terms with it": no topic, but words of the cue itself.
        let outside = gerund.marker.is_some_and(|at| at < self.draft.start);
        topic && outside && gerund.kind == ClauseKind::Gerund && gerund.governor.is_some()
    }

    /// Whether a clause says of its object by an adjective how it is: "considers Chad free to".
    fn judges_able(&self, id: ClauseId) -> bool {
        let Some(clause) = self.view.clause(id) else {
            return false;
        };
        let adjective = clause.predicate.and_then(|id| self.view.phrase(id));
        let object = clause.object.and_then(|id| self.view.phrase(id));
        // "declared itself ready to" is said of the subject, "found it wrong to" of nobody.
        let judged = object.is_some_and(|object| {
            !matches!(
                self.view.marker_text(object.head),
                "it" | "itself" | "themselves" | "himself" | "herself"
            )
        });
        judged
            && adjective.is_some_and(|said| self.view.tags.get(said.head) == Some(&Tag::Adjective))
    }

    /// "would sooner leave | than recognise it": what somebody would rather not do. "rather than" is an operator; of "did more than recognise it" nothing is
    /// said.
    fn less_wanted(&mut self, preferred: ClauseId, than: usize) {
        let rather = than
            .checked_sub(1)
            .is_some_and(|before| self.view.marker_text(before) == "rather");
        let prefers = self.view.verb_group(preferred).is_some_and(|verb| {
            let word = |at: usize| self.view.marker_text(at);
            (verb.start..verb.head).any(|at| matches!(word(at), "sooner" | "rather"))
        });
        if prefers && !rather {
            self.negate(than, than + 1);
            self.draft.mode = Mode::Want;
        } else {
            self.draft.cancelled |= !rather;
        }
    }

    fn above_complement(&mut self, clause: &Clause) -> Option<Node> {
        let parent = clause.parent?;
        if self.provided(clause) || self.is_seen_by_time(parent) {
            return None;
        }
        if let Some(node) = self.over_rather(parent) {
            return Some(node);
        }
        if let Some(node) = self.over_specified(parent) {
            return Some(node);
        }
        self.draft.cancelled |=
            self.asks_who(clause) || self.draft.negated && self.is_told_to_holder(parent);
        let complements: &[Complement] = match clause.kind {
            ClauseKind::Question => &[Complement::Whether],
            _ => &[Complement::That, Complement::Clause],
        };
        let governor = clause.governor.map(|id| self.offered_by(id, complements));
        let noun = governor.filter(|id| {
            self.view
                .phrase(*id)
                .is_some_and(|phrase| phrase.kind == PhraseKind::Noun)
        });
        if let Some(noun) = noun {
            let Some(above) = self.operators.of_noun(self.view, noun, complements, None) else {
                return self.thought_by_somebody(noun).then_some(Node::Noun(noun));
            };
            // "There is no doubt that": whoever says so has none.
            let subjects = self.noun_subjects(noun, &above);
            if subjects.is_empty() && !self.is_existential(noun) {
                self.thought_by_somebody(noun);
            }
            self.draft.behind_noun |= subjects.iter().any(|party| party.span.is_empty());
            let there = subjects.is_empty() && self.is_existential(noun);
            if there && above.effect.flips && self.draft.holders.iter().any(Party::is_actor) {
                // "There is no doubt | that Peru recognised it": it did. Where there is some, nothing is told.
                self.draft.cancelled |= !self.is_negative(noun);
                return Some(Node::Noun(noun));
            }
            let node = self.over_noun_of(noun, &above, &subjects);
            if subjects.is_empty() && self.is_existential(noun) {
                self.draft.holders.clear();
                self.is_the_speakers(&above);
            }
            self.negative_noun(noun);
            return Some(node);
        }
        let above = self
            .operators
            .of_clause(self.view, parent, complements, None);
        let Some(above) = above else {
            // "would not say whether", "it is not clear whether": it may be so or not.
            self.draft.cancelled |= clause.kind == ClauseKind::Question
                && clause
                    .marker
                    .is_some_and(|at| matches!(self.view.marker_text(at), "whether" | "if"));
            return self.over_said(parent);
        };
        if self.is_doubted_by_none(parent, &above) {
            self.draft.clauses.push(parent);
            return Some(Node::Clause(parent));
        }
        // "asked whether it was a massacre": nobody says that it was.
        self.draft.cancelled |=
            clause.kind == ClauseKind::Question && above.effect.mode == Some(Mode::Ask);
        let told = above.effect.mode.is_none() && !above.effect.takes_over && !above.effect.flips;
        if told && !self.draft.by_obligation && self.is_mandative(clause) {
            self.oblige();
        }
        Some(self.over_clause(parent, &above))
    }

    /// "a ruling | that its occupation is unlawful", "the view | that it is a terrorist group": a judgement in a noun that nobody owns is somebody's, and not the
    /// writer's.
    fn thought_by_somebody(&mut self, noun: PhraseId) -> bool {
        let thought = self.view.phrase(noun).is_some_and(|noun| {
            matches!(
                self.view.noun_text(noun.head),
                "view"
                    | "opinion"
                    | "belief"
                    | "conviction"
                    | "claim"
                    | "charge"
                    | "accusation"
                    | "allegation"
                    | "argument"
                    | "theory"
                    | "thesis"
                    | "assertion"
                    | "contention"
                    | "ruling"
                    | "verdict"
                    | "finding"
                    | "judgment"
                    | "judgement"
                    | "perception"
            )
        });
        let judged = thought && self.draft.holders.is_empty();
        if judged {
            let found = self.scene.noun_parties(noun);
            let somebody = Party {
                who: Who::Other,
                span: self.view.phrase_span(noun),
            };
            self.draft.holders = if found.is_empty() {
                vec![somebody]
            } else {
                found
            };
            self.draft.speaker = self.draft.holders.first().copied();
            self.draft.by_speaker = false;
        }
        thought
    }

    /// "accusations over who had broken it": whoever did it is what is asked.
    fn asks_who(&self, clause: &Clause) -> bool {
        let subject = clause.subject.and_then(|id| self.view.phrase(id));
        let asked = subject.map(|subject| subject.head).or(clause.marker);
        clause.kind == ClauseKind::Question
            && asked
                .is_some_and(|at| matches!(self.view.marker_text(at), "who" | "which" | "whose"))
            && self
                .draft
                .holders
                .iter()
                .all(|party| party.who == Who::Other)
    }
}
