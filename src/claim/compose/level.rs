//! What a clause says by its own verb of what stands in it: negation, modality, obligation, hedging.

use super::{Composer, Node};
use crate::claim::result::{Mode, Stance, StepKind};
use crate::claim::who::Party;
use crate::clause::{Clause, ClauseId, ClauseKind, Phrase, PhraseId, PhraseKind, Tag};
use crate::token::Readings;

/// How many words behind what is said its "than" is looked for.
const COMPARED: usize = 4;

/// How many words behind a verb "anything but" is looked for.
const REACH_OF_BUT: usize = 6;
/// How many phrases behind "not" its "but" is looked for.
const CONTRAST: usize = 6;
/// How many words behind a verb "or against" is looked for: "neither in favour of it nor against".
const BOTH_SIDES: usize = 6;

impl Composer<'_> {
    /// Negation and modality of a clause's own verb.
    pub(in crate::claim) fn clause_level(&mut self, id: ClauseId) {
        let Some(clause) = self.view.clause(id).copied() else {
            return;
        };
        let Some(verb) = clause.verb.and_then(|verb| self.view.phrase(verb)).copied() else {
            return;
        };
        let negative_marker = clause
            .marker
            .is_some_and(|at| self.view.word(at).readings.any(Readings::NEGATIVE));
        // "is recognised by no state": of a passive the doer as well.
        let agent = self.view.agent(id).filter(|_| self.view.is_passive(id));
        let negative_phrase = [clause.object, clause.subject, clause.predicate, agent]
            .into_iter()
            .flatten()
            .any(|id| self.is_negative(id) && !self.is_own_word(id) && !self.is_counted(id));
        self.draft.bars |= self.is_own_bar(&verb);
        self.draft.cancelled |= self.is_outdone_by_none(&clause)
            || self.is_denied_cleft(&clause)
            || self.is_either_side(&verb)
            || self.is_own_prevention(&verb)
            || self.cannot_force(&verb)
            || self.is_liked_by_nobody(&clause, &verb)
            || negative_phrase && self.is_of_nothing(id, &clause);
        if verb.verb.negated && !self.denies_another(&clause, &verb)
            || negative_marker
            || negative_phrase
            || self.opened_by_negative(&clause)
        {
            self.draft.cancelled |= self.is_not_always(&verb) || self.is_between_sides(&verb);
            self.negate(verb.start, verb.end);
            if self.is_against(&clause, &verb) {
                self.draft.stance = Stance::Neutral;
            }
        }
        if self.is_anything_but(&verb) {
            self.negate(verb.start, verb.end);
        }
        if let Some(above) = self.operators.phrase_before(self.view, verb.start) {
            self.apply(&above, &[]);
            // "the time had come | to recognise it": whoever says so wants it.
            self.draft.by_obligation |= above.effect.takes_over;
        }
        self.draft.cancelled |= self.is_nearly(verb.head) || self.could_have(&verb);
        self.modality(verb.verb.modal, verb.start, verb.end);
        self.draft.cancelled |= self.is_supposed(&clause);
        self.draft.start = self.draft.start.min(verb.start);
        self.draft.end = self.draft.end.max(verb.end);
    }

    /// "cannot help recognising it", "is not a gang but a party": a *not* that doesn't stand over what is told.
    fn denies_another(&self, clause: &Clause, verb: &Phrase) -> bool {
        self.rules_out_one(clause, verb)
            || self.draft.contrasted && self.draft.operators == 0
            || self.cannot_help(verb)
            || self.cannot_prevent(verb)
            || self.persuades_in_vain(verb)
    }

    /// "called him | anything but a friend", "is anything but lawful": what follows is denied.
    fn is_anything_but(&self, verb: &Phrase) -> bool {
        let word = |at: usize| self.view.marker_text(at);
        self.draft.operators == 0
            && (verb.end..verb.end + REACH_OF_BUT).any(|at| {
                // "anything but right" is a word for wrong by itself.
                let wrong = matches!(word(at + 2), "right" | "helpful" | "fair" | "wise" | "just");
                word(at) == "anything" && word(at + 1) == "but" && !wrong
            })
    }

    /// "Nobody is better placed than Oman": what is denied of all but one is said of that one, whom no cue reads.
    fn is_outdone_by_none(&self, clause: &Clause) -> bool {
        let none = clause.subject.is_some_and(|id| self.is_negative(id));
        let said = clause.predicate.and_then(|id| self.view.phrase(id));
        let compared = said.is_some_and(|said| {
            let than = |at: &usize| self.view.marker_text(*at) == "than";
            (said.end..said.end + COMPARED).any(|at| than(&at))
        });
        none && compared
    }

    /// "could have | vetoed it": it was not done, and nobody wanted it.
    fn could_have(&self, verb: &Phrase) -> bool {
        let could = verb
            .verb
            .modal
            .is_some_and(|at| self.view.marker_text(at) == "could");
        could && (verb.start..verb.head).any(|at| self.view.tags.get(at) == Some(&Tag::Have))
    }

    /// "cannot help | recognising it": it is done.
    fn cannot_help(&self, verb: &Phrase) -> bool {
        self.draft.operators > 0
            && self.view.verb_text(verb.head) == "help"
            && self.view.tags.get(verb.end) == Some(&Tag::Ing)
            && verb.verb.modal.is_some_and(|at| {
                matches!(self.view.marker_text(at), "can" | "could" | "cannot" | "ca")
            })
    }

    /// "almost | recognised it", "all but | recognised it": it was not done.
    fn is_nearly(&self, verb: usize) -> bool {
        let word = |back: usize| {
            verb.checked_sub(back)
                .map_or("", |at| self.view.marker_text(at))
        };
        matches!(word(1), "almost" | "nearly") || word(1) == "but" && word(2) == "all"
    }

    /// "is not among the countries that | recognise it", "is no longer one of the states that", "is not a state that": whoever is said not to be one of them
    /// doesn't do so.
    pub(in crate::claim) fn outside_of_them(&mut self, relative: ClauseId) {
        if let Some((start, end)) = self.is_last_to(relative) {
            self.negate(start, end);
            return;
        }
        let Some(verb) = self.membership(relative).filter(|verb| verb.verb.negated) else {
            return;
        };
        self.negate(verb.start, verb.end);
        self.draft.start = self.draft.start.min(verb.start);
    }

    /// "is the last power that | should guarantee it": where the last one is, whom nobody would choose for it.
    fn is_last_to(&self, relative: ClauseId) -> Option<(usize, usize)> {
        let clause = self.view.clause(relative)?;
        let verb = clause.verb.and_then(|verb| self.view.phrase(verb))?;
        let should = verb
            .verb
            .modal
            .is_some_and(|at| matches!(self.view.marker_text(at), "should" | "ought"));
        let noun = clause
            .governor
            .filter(|_| should && clause.kind == ClauseKind::Relative)
            .and_then(|noun| self.view.phrase(noun))?;
        // "one of the last states that should", "The last draft that should be vetoed is": of a row.
        let said = self.view.clause(noun.clause)?.predicate == clause.governor;
        let last = (noun.start..noun.head).find(|at| self.view.marker_text(*at) == "last")?;
        if !said || noun.preposition.is_some() {
            return None;
        }
        (self.view.marker_text(noun.start) == "the").then_some((last, noun.head))
    }

    /// The *be* that says of somebody that he is one of those of whom a relative clause tells.
    fn membership(&self, relative: ClauseId) -> Option<Phrase> {
        let clause = self.view.clause(relative)?;
        let noun = clause
            .governor
            .filter(|_| clause.kind == ClauseKind::Relative)?;
        let named = self.view.phrase(noun)?;
        let whole = named
            .noun
            .filter(|_| self.view.is_behind(named, "of"))
            .unwrap_or(noun);
        let own = self.view.phrase(whole)?;
        let around = self.view.clause(own.clause)?;
        let one = around.predicate == Some(whole) || self.view.is_behind(own, "among");
        let verb = around.verb.and_then(|verb| self.view.phrase(verb))?;
        let be = verb.verb.only_auxiliary && self.view.tags.get(verb.head) == Some(&Tag::Be);
        let somebody = self.scene.mentions.referent(around.subject?).is_some();
        (one && be && somebody).then_some(*verb)
    }

    /// "recognised not Kosovo but Palestine": what is denied is one of two, and not the deed.
    fn rules_out_one(&self, clause: &Clause, verb: &Phrase) -> bool {
        let not = verb.end.checked_sub(1).filter(|at| *at > verb.head);
        let behind =
            not.is_some_and(|at| self.view.marker_text(at) == "not") && !verb.verb.only_auxiliary;
        let next = PhraseId::new(clause.verb.map_or(0, PhraseId::index) + 1);
        let contrast = self
            .view
            .phrases
            .iter()
            .skip(next.index())
            .take(CONTRAST)
            .any(|phrase| {
                phrase.kind == PhraseKind::Coordinator
                    && self.view.marker_text(phrase.start) == "but"
            });
        behind && contrast
    }

    /// Whether a phrase begins among the cue's own words: the *no* of "paid no heed to" is no negation, that of "let no aid in" is one.
    fn is_own_word(&self, id: PhraseId) -> bool {
        let own = self.draft.start + 1..self.draft.end;
        self.draft.operators == 0
            && !self.draft.parted
            && self
                .view
                .phrase(id)
                .is_some_and(|phrase| own.contains(&phrase.start))
    }

    /// Whether the negative word that a phrase begins with was counted at the phrase itself.
    fn is_counted(&self, id: PhraseId) -> bool {
        self.view
            .phrase(id)
            .is_some_and(|phrase| self.draft.negatives.contains(&phrase.start))
    }

    pub(in crate::claim) fn is_negative(&self, id: PhraseId) -> bool {
        self.view.phrase(id).is_some_and(|phrase| {
            let first = self.view.word(phrase.start).readings;
            let none = first.any(Readings::NEGATIVE)
                && first.any(Readings::DETERMINER | Readings::PRONOUN)
                || self.is_hardly_any(phrase.start);
            if !none && !self.is_not_one(phrase.start) {
                return false;
            }
            // "nobody but Turkey" is Turkey, and so is "no country but Turkey".
            let but = matches!(self.view.marker_text(phrase.start + 1), "but" | "except")
                || self.view.excepted(id).is_some();
            // "no mediator other than Turkey" is Turkey, too.
            let other_than = self.view.marker_text(phrase.end) == "other"
                && self.view.marker_text(phrase.end + 1) == "than";
            // "had no choice but to": it was done.
            let but_to = self.view.marker_text(phrase.end) == "but"
                && self.view.marker_text(phrase.end + 1) == "to";
            // "no fewer than ten states" are many.
            let bound = matches!(
                self.view.marker_text(phrase.start + 1),
                "fewer" | "less" | "more"
            ) && self.view.marker_text(phrase.start + 2) == "than";
            !but && !but_to && !other_than && !bound
        })
    }

    /// "not one state", "not a single state"; "not one but three states" are three.
    fn is_not_one(&self, start: usize) -> bool {
        let word = |at: usize| self.view.marker_text(at);
        let before = start.checked_sub(1).map_or("", word);
        let one = |at: usize| word(at) == "one" && word(at + 1) != "but";
        // "not even Norway" does.
        let second = start.checked_sub(2).map_or("", word);
        if before == "even" && second == "not" || word(start) == "not" && word(start + 1) == "even"
        {
            return true;
        }
        word(start) == "not" && (one(start + 1) || word(start + 2) == "single")
            || before == "not" && (one(start) || word(start + 1) == "single")
    }

    /// "few countries", "hardly any country": next to none, where "a few" are some.
    fn is_hardly_any(&self, start: usize) -> bool {
        let before = start.checked_sub(1).map(|at| self.view.marker_text(at));
        match self.view.marker_text(start) {
            "few" => before != Some("a"),
            "any" => matches!(before, Some("hardly" | "scarcely" | "barely")),
            word => {
                matches!(word, "hardly" | "scarcely") && self.view.marker_text(start + 1) == "any"
            }
        }
    }

    /// "is against", "is a country opposed to": not to be so is no side.
    fn is_against(&self, clause: &Clause, verb: &Phrase) -> bool {
        if self.is_for_or_against(verb) {
            return true;
        }
        let against = |end| matches!(self.view.marker_text(end), "against" | "opposed" | "averse");
        let predicate = clause.predicate.and_then(|id| self.view.phrase(id));
        let copula = self.view.tags.get(verb.head) == Some(&Tag::Be);
        copula
            && (against(verb.end)
                || predicate.is_some_and(|said| against(said.end) || against(said.head)))
    }

    /// "is neither for | nor against it", "did not come out for or against it": both sides of it behind a verb.
    fn is_for_or_against(&self, verb: &Phrase) -> bool {
        (verb.end..verb.end + BOTH_SIDES).any(|at| {
            matches!(self.view.marker_text(at), "or" | "nor")
                && matches!(self.view.marker_text(at + 1), "against" | "opposed")
        })
    }

    /// "Nor did Moscow …", "Neither side …" are in the phrases; what is left is "nor" before the clause.
    pub(in crate::claim) fn opened_by_negative(&self, clause: &Clause) -> bool {
        let inverted = clause.inverted;
        let before = clause
            .start
            .index()
            .checked_sub(1)
            .and_then(|at| self.view.phrase(PhraseId::new(at)));
        let first = self.view.phrase(clause.start);
        let negative = |phrase: Option<&Phrase>| {
            phrase.is_some_and(|phrase| {
                phrase.kind == PhraseKind::Coordinator
                    && self
                        .view
                        .word(phrase.start)
                        .readings
                        .any(Readings::NEGATIVE)
            })
        };
        !inverted && (negative(before) || negative(first))
    }

    fn modality(&mut self, modal: Option<usize>, start: usize, end: usize) {
        let text = modal
            .map(|at| self.view.marker_text(at))
            .unwrap_or_default();
        self.draft.ability |= matches!(text, "can" | "could");
        match text {
            "may" | "might" | "could" => {
                self.draft.cancelled |= self.is_both_ways(start);
                self.draft.hedged = true;
                self.foresee();
                self.step(StepKind::Hedge, None, start, end);
            }
            "will" | "would" | "shall" | "wo" | "'ll" | "'d" | "sha" => {
                self.draft.operator_to_come = self.draft.operators > 0;
                self.foresee();
            }
            // "had better"
            "must" | "should" | "ought" | "had" => {
                // "Peru must persuade them to": whoever says so, and not Peru, whose word "persuade" would be.
                if self.draft.operators > 0 {
                    self.draft.judged_at = Some(start);
                }
                self.oblige();
            }
            _ => {}
        }
        let hedge = (start..end).find(|at| is_hedge(self.view.marker_text(*at)));
        if let Some(at) = hedge {
            self.draft.hedged = true;
            self.step(StepKind::Hedge, None, at, at + 1);
        }
    }

    /// A deed that is to come is foreseen; a judgement of it ("the war would be unlawful"), a wish ("would like to") or a request is one now.
    pub(in crate::claim) fn foresee(&mut self) {
        if !self.draft.evaluation && matches!(self.draft.mode, Mode::Act | Mode::Say) {
            self.draft.mode = Mode::Expect;
        }
    }

    /// "Serbia must grant it": whoever says so asks Serbia.
    pub(in crate::claim) fn oblige(&mut self) {
        let before = std::mem::take(&mut self.draft.holders);
        // "must welcome it": whoever has to do so doesn't speak.
        let obliged = |speaker: &Party| before.iter().any(|party| party.who == speaker.who);
        self.draft.speaker = self.draft.speaker.filter(|speaker| !obliged(speaker));
        if self.draft.asked_is_target {
            let known = before.into_iter().filter(|party| party.is_actor());
            self.draft.targets.extend(known);
        }
        self.draft.by_speaker = true;
        self.draft.by_obligation = true;
        self.draft.obliged = Some((self.draft.start, self.draft.end));
        self.draft.mode = Mode::Ask;
        self.draft.operators += 1;
    }

    /// "It is time | that Europe recognised it", "it is high time | Europe did": whoever says so asks for it.
    pub(in crate::claim) fn over_time_that(&mut self, clause: &Clause) -> Option<Node> {
        let time = clause.governor?;
        let noun = self.view.phrase(time)?;
        let around = *self.view.clause(noun.clause)?;
        let of_it = around.subject.and_then(|id| self.view.phrase(id));
        let be = around.verb.and_then(|id| self.view.phrase(id))?;
        let about = around.predicate.is_none() && self.view.is_behind(noun, "about");
        // "the first time that China has mediated" is another time.
        let bare = (noun.start..noun.head).all(|at| self.view.marker_text(at) == "high");
        let is_time = bare
            && (around.predicate == Some(time) || about)
            && self.view.noun_text(noun.head) == "time"
            && self.view.tags.get(be.head) == Some(&Tag::Be)
            && of_it.is_some_and(|it| self.view.marker_text(it.head) == "it");
        if !is_time {
            return None;
        }
        self.oblige();
        self.clause_level_after(noun.clause);
        Some(Node::Clause(noun.clause))
    }

    /// "will not be able to recognise it": who won't manage a thing is not against it. What somebody was not able to do he may have refused, but not if it
    /// was to bar a thing.
    pub(in crate::claim) fn denies_ability(&self, id: ClauseId) -> bool {
        let Some(clause) = self.view.clause(id) else {
            return false;
        };
        let predicate = clause.predicate.and_then(|id| self.view.phrase(id));
        let verb = clause.verb.and_then(|id| self.view.phrase(id));
        predicate.zip(verb).is_some_and(|(predicate, verb)| {
            let word = self.view.marker_text(predicate.head);
            let will = verb
                .verb
                .modal
                .is_some_and(|at| matches!(self.view.marker_text(at), "will" | "wo" | "would"));
            let unable = matches!(word, "unable" | "powerless" | "helpless")
                || matches!(word, "able" | "capable") && verb.verb.negated;
            unable && (will || self.draft.bars)
        })
    }

    /// "is able to mediate", "is well placed to mediate"
    pub(in crate::claim) fn tells_ability(&self, id: ClauseId) -> bool {
        let predicate = self.view.clause(id).and_then(|clause| clause.predicate);
        predicate
            .and_then(|id| self.view.phrase(id))
            .is_some_and(|said| {
                matches!(
                    self.view.marker_text(said.head),
                    "able" | "placed" | "capable" | "suited" | "fit" | "positioned"
                )
            })
    }
}

fn is_hedge(word: &str) -> bool {
    matches!(
        word,
        "perhaps"
            | "maybe"
            | "possibly"
            | "probably"
            | "likely"
            | "reportedly"
            | "allegedly"
            | "apparently"
            | "seemingly"
            | "presumably"
            | "arguably"
            | "supposedly"
            | "purportedly"
            | "conceivably"
            | "ostensibly"
    )
}
