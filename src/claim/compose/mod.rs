//! Composition: from a cue upwards through everything that stands over it.
//!
//! *Serbia wants Russia to block any draft* is want(serbia, block(russia, draft)): the cue gives a stance and an actor, and each
//! operator above it changes holder, mode or side. The way up is the grammar's: from a clause to the verb or noun that it
//! complements, from a noun phrase to the noun or verb that governs it, at most [`HEIGHT`] steps (`above`).
//!
//! A claim in the making is a `draft`. At each step the clause's own negation and modality count (`level`), then the `operator`: a verb or noun, what an
//! aim is said to be (`specified`), thanks or blame (`blame`), a judgement or a reason for one (`judging`), what a deed is called (`verdict`), what is asked or offered by a noun (`offer`), waited for
//! (`condition`), commanded (`command`), somebody's duty (`duty`), bound to be (`necessity`), named before it is done (`prospect`) or only asked (`question`), said not to be said (`unsaid`), what a verb hands on that says little itself (`light`). Other clauses
//! may tell of the same deed what others made of it (`told`). At the top stand those who are glad or sorry of it (`reaction`). Of cues on the same
//! words one tells (`contest`).

pub(in crate::claim) mod above;
mod above_noun;
mod aspect;
pub(in crate::claim) mod blame;
pub(in crate::claim) mod command;
pub(in crate::claim) mod condition;
mod contest;
pub(in crate::claim) mod draft;
mod duty;
pub(in crate::claim) mod judging;
pub(in crate::claim) mod level;
mod light;
mod made_to;
mod made_up;
mod necessity;
mod nothing;
pub(in crate::claim) mod offer;
pub(in crate::claim) mod operator;
mod prospect;
pub(in crate::claim) mod question;
pub(in crate::claim) mod reaction;
pub(in crate::claim) mod specified;
mod told;
mod unsaid;
pub(in crate::claim) mod verdict;

use self::aspect::Aspect;
pub(in crate::claim) use self::draft::Draft;
use self::draft::of_oneself;
use self::operator::{Above, Operators};
use crate::claim::cue::site::{Scene, Site};
use crate::claim::result::{Mode, Stance, Step, StepKind};
use crate::claim::who::Party;
use crate::claim::who::party::Filler;
use crate::clause::{ClauseId, PhraseId, View};
use crate::mention::Who;
use crate::pack::{Effect, RuleId};
use crate::span::Span;

/// How many operators can stand above each other.
const HEIGHT: usize = 8;

/// Where the way up stands.
#[derive(Clone, Copy, Debug)]
pub(in crate::claim) enum Node {
    Clause(ClauseId),
    Noun(PhraseId),
}

/// Applies everything above a cue to its draft.
///
/// Returns what is told beside it of the same deed: of "a draft to outlaw the group, which Russia blocked" the draft's own claim is in `draft`,
/// Russia's is returned.
pub(in crate::claim) fn compose(
    scene: &Scene<'_>,
    operators: &Operators,
    site: Site,
    draft: &mut Draft,
) -> Vec<Draft> {
    let mut beside = Vec::new();
    let mut composer = Composer {
        scene,
        view: scene.view,
        operators,
        draft,
        offered: None,
        hung: None,
        aspect: None,
        undone: false,
        beside: Vec::new(),
    };
    let clause = site.clause(composer.view);
    composer.draft.cancelled |= clause.is_some_and(|clause| composer.is_made_up(clause));
    let mut node = match site {
        Site::Verb(clause) | Site::Words(clause) => {
            composer.command(clause);
            composer.clause_level(clause);
            composer.leave_out(clause);
            composer.outside_of_them(clause);
            Node::Clause(clause)
        }
        Site::Noun(phrase) => {
            let specified = composer.predicated(phrase);
            if let Some(node) = specified.and_then(|clause| composer.over_specified(clause)) {
                node
            } else if let Some(noun) = composer.doubted(phrase) {
                Node::Noun(noun)
            } else if let Some(clause) = composer.called(phrase) {
                composer.not_as(phrase);
                composer.judged_level(clause);
                Node::Clause(clause)
            } else {
                composer.noun_level(phrase)
            }
        }
        Site::Attributive(_) => return beside,
        Site::Adjective(phrase) => match composer.predicative_clause(phrase) {
            Some(clause) => {
                composer.judged_level(clause);
                Node::Clause(clause)
            }
            // "was asked to list it | as a terrorist group"
            None => match composer.called(phrase).filter(|_| composer.is_as(phrase)) {
                Some(clause) => {
                    composer.judged_level(clause);
                    Node::Clause(clause)
                }
                None => return beside,
            },
        },
    };
    if let Node::Noun(noun) = node {
        beside.extend(composer.told_of(noun));
    }
    for _ in 0..HEIGHT {
        let next = match node {
            Node::Clause(clause) => composer.above_clause(clause),
            Node::Noun(phrase) => composer.above_noun(phrase),
        };
        match next {
            Some(above) => node = above,
            None => break,
        }
        if let Node::Noun(noun) = node {
            beside.extend(composer.told_of(noun));
        }
    }
    if let Node::Noun(noun) = node {
        composer.draft.cancelled |= composer.is_mere_idea(noun);
    }
    composer.draft.cancelled |= composer.is_mere_collapse();
    match node {
        Node::Clause(clause) => {
            composer.reactions(clause);
            composer.stirred_by(clause);
        }
        Node::Noun(noun) => composer.stirred(noun),
    }
    beside.extend(composer.taken_offer());
    beside.append(&mut composer.beside);
    beside
}

pub(in crate::claim) struct Composer<'a> {
    pub(in crate::claim) scene: &'a Scene<'a>,
    pub(in crate::claim) view: &'a View,
    pub(in crate::claim) operators: &'a Operators,
    pub(in crate::claim) draft: &'a mut Draft,
    /// What somebody asked, proposed or offered by a noun, before others took it up.
    pub(in crate::claim) offered: Option<Box<Draft>>,
    /// The noun that the way up led to by a mere *of*: "critics | of the ban" say nothing of what a ban is called.
    pub(in crate::claim) hung: Option<PhraseId>,
    /// What the last noun makes of a verdict on what hangs on it.
    pub(in crate::claim) aspect: Option<Aspect>,
    /// Whether a noun has turned it: "the collapse | of the truce".
    pub(in crate::claim) undone: bool,
    /// What is told as done of whoever is judged for it: "Peru was right to recognise it".
    pub(in crate::claim) beside: Vec<Draft>,
}

impl Composer<'_> {
    pub(in crate::claim) fn step(
        &mut self,
        kind: StepKind,
        rule: Option<&RuleId>,
        start: usize,
        end: usize,
    ) {
        let span = self.view.span(start, end);
        self.draft.steps.push(Step {
            kind,
            rule: rule.cloned(),
            span,
            actor: None,
        });
    }

    pub(in crate::claim) fn flip(&mut self) {
        self.draft.stance = self.draft.stance.opposite();
    }

    pub(in crate::claim) fn negate(&mut self, start: usize, end: usize) {
        self.flip();
        self.draft.negated = !self.draft.negated;
        self.step(StepKind::Negation, None, start, end);
    }

    /// What a noun cue says by itself: "no recognition of".
    fn noun_level(&mut self, phrase: PhraseId) -> Node {
        self.draft.hedged |= self.is_alleged(phrase);
        self.negative_noun(phrase);
        Node::Noun(phrase)
    }

    /// Negates where a noun phrase begins with *no* or its like, unless that was counted.
    pub(in crate::claim) fn negative_noun(&mut self, id: PhraseId) {
        let start = self.view.phrase(id).map(|phrase| phrase.start);
        let start = start.filter(|start| !self.draft.negatives.contains(start));
        if let Some(start) = start.filter(|_| self.is_negative(id)) {
            self.draft.negatives.push(start);
            self.negate(start, start + 1);
        }
    }

    /// In which mode it is told under an operator, which somebody holds or nobody.
    fn take_mode(&mut self, effect: Effect, held: bool) {
        match effect.mode {
            Some(Mode::Expect) => self.foresee(),
            Some(mode) => self.draft.mode = mode,
            // "opposed a plan to recognise it": whoever turns it down does so now.
            None if effect.takes_over && held && self.draft.mode == Mode::Expect => {
                self.draft.mode = Mode::Act;
            }
            None => {}
        }
    }

    /// Applies an operator; `subjects` are who wants, asks, refuses.
    pub(in crate::claim) fn apply(&mut self, above: &Above<'_>, subjects: &[Party]) {
        let effect = above.effect;
        self.judge_aspect(above);
        if effect.cancels {
            self.draft.cancelled = true;
        }
        // "denied that it had a duty to recognise it": it may do so all the same.
        let denies = effect.flips && effect.negates && effect.speaks;
        self.draft.cancelled |= denies && self.draft.by_obligation && self.draft.mode == Mode::Ask;
        self.draft.cancelled |= denies && self.is_mere_ill();
        // Whoever failed to persuade somebody wants it.
        let tried = effect.tries
            && self.draft.taken_over
            && (self.draft.mode == Mode::Ask || self.draft.prevents);
        if effect.flips && !tried && !self.agrees_in_blame(above) {
            self.flip();
            self.count_own_negatives(above);
        }
        if effect.negates && !tried {
            self.draft.negated = !self.draft.negated;
        }
        self.draft.hedged |= effect.hedges;
        self.take_mode(effect, !subjects.is_empty());
        self.draft.first_person |= subjects.iter().any(|party| party.who == Who::Speaker);
        // "accused Russia of blocking the draft" objects to the block.
        let objects = effect.accuses
            && self.draft.accusing_is_opposing
            && !self.draft.holders.is_empty()
            && !subjects.is_empty();
        if objects {
            self.flip();
            self.draft.mode = Mode::Say;
        }
        if (effect.takes_over || objects) && !subjects.is_empty() {
            self.take_word(effect.mode, subjects);
            self.draft.taken_over |= effect.old_actor_to_target || objects;
            let before = std::mem::replace(&mut self.draft.holders, subjects.to_vec());
            let asked = before.iter().any(Party::is_actor);
            if asked && self.draft.mutual && of_oneself(self.draft) {
                // "asked Peru to talk to it": the other side is whoever is asked.
                self.draft.targets.clone_from(&before);
            }
            // Of what nobody does to another ("a truce") only who is asked for it is a target: not who proposed what is accepted, nor who refuses.
            let asks = matches!(effect.mode, Some(Mode::Ask | Mode::Want));
            if !(self.draft.of_doers || asks) && self.draft.asked_is_target {
                let own = |party: &Party| subjects.iter().any(|subject| subject.who == party.who);
                self.draft.targets.retain(|party| !own(party));
            } else if (effect.old_actor_to_target || objects)
                && self.draft.asked_is_target
                && !self.draft.doer_named
            {
                let new = before.into_iter().filter(|party| {
                    party.is_actor() && !subjects.iter().any(|subject| subject.who == party.who)
                });
                self.draft.targets.extend(new);
            }
            self.draft.by_speaker = false;
        } else if self.draft.holders.is_empty() && !subjects.is_empty() {
            // "accused the bank of recognising Taiwan": whoever reproaches somebody with it doesn't do it.
            let done_by_others = effect.accuses && self.draft.stance == Stance::Support;
            self.draft.cancelled |= done_by_others && !self.draft.evaluation;
            self.draft.holders = subjects.to_vec();
        }
        if effect.speaks && self.draft.speaker.is_none() {
            self.draft.speaker = subjects.first().copied();
        }
        self.draft.operators += 1;
        self.draft.start = self.draft.start.min(above.start);
        self.draft.end = self.draft.end.max(above.end);
        self.step(StepKind::Operator, Some(above.rule), above.start, above.end);
    }

    fn parties(&self, id: Option<PhraseId>) -> Vec<Party> {
        id.map(|id| self.scene.parties(Filler::Phrase(id)))
            .unwrap_or_default()
    }

    /// The holders at an operator's verb: its subject, or of a passive the noun after *by*, else nobody in particular.
    pub(in crate::claim) fn clause_parties(&self, id: ClauseId) -> Vec<Party> {
        let mut agent = self.parties(self.view.agent(id));
        if !agent.is_empty() && !self.view.is_passive(id) {
            // "Peru joined Chile in | calling for it", "Peru, like Chile, | called for it"
            for joined in self.view.joined_to(id) {
                self.scene.parties_into(Filler::Phrase(joined), &mut agent);
            }
        }
        if !agent.is_empty() {
            return agent;
        }
        let stranger = self.stranger(id).map(|id| self.view.phrase_span(id));
        let span = if self.view.is_passive(id) {
            Some(Span::default())
        } else {
            stranger
        };
        let who = Who::Other;
        span.map(|span| Party { who, span }).into_iter().collect()
    }

    /// The holders at an operator: of a participle that is an adjective ("is prepared to") whoever it is said of.
    fn subjects_of(&self, id: ClauseId, above: &Above<'_>) -> Vec<Party> {
        if !(above.adjective && self.view.is_passive(id)) {
            return self.clause_parties(id);
        }
        let mut said_of = self.parties(self.view.subject(id));
        let stranger = self.stranger(id).filter(|_| said_of.is_empty());
        said_of.extend(stranger.map(|id| Party {
            who: Who::Other,
            span: self.view.phrase_span(id),
        }));
        said_of
    }

    /// Whether the subject is somebody whom no pack knows: "the opposition rejected France", but not "it is wrong to".
    fn stranger(&self, id: ClauseId) -> Option<PhraseId> {
        self.view.subject(id).filter(|subject| {
            let head = self.view.phrase(*subject).map(|phrase| phrase.head);
            let tag = head.and_then(|head| self.view.tags.get(head));
            tag.is_some_and(|tag| tag.is_noun())
        })
    }

    /// Whether the subject is a pronoun for somebody of whom nothing was told.
    fn is_done_by_unknown(&self, clause: ClauseId) -> bool {
        let subject = self
            .view
            .subject(clause)
            .and_then(|id| self.view.phrase(id));
        subject.is_some_and(|subject| {
            matches!(self.view.marker_text(subject.head), "he" | "she" | "they")
        })
    }

    /// The step up to a clause whose verb is an operator: its subject holds, its negation and modality count.
    pub(in crate::claim) fn over_clause(&mut self, clause: ClauseId, above: &Above<'_>) -> Node {
        self.draft.cancelled |= self.is_left_open(clause)
            || self.is_undecided(clause)
            || self.is_merely_not(clause, above)
            || self.meets_reproach(clause);
        if above.effect.verdict && self.has_no_object_but(clause, above) {
            self.judge(clause, above);
        } else if above.effect.shows && self.is_shown_by_thing(clause) {
            self.shown(above);
        } else if above.effect.takes_over && self.is_done_by_nothing(clause) {
            // "Nothing justifies terrorism": a deed of nobody tells of no stance.
            self.draft.cancelled |= !self.draft.holders.iter().any(Party::is_actor);
            self.pass_verdict(above, &[]);
        } else if self.is_moved_by_nothing(clause, above) {
            // "Nothing obliges Peru to recognise it": it may do so or not.
            let will = self.view.verb_group(clause);
            self.draft.cancelled |= will.is_none_or(|verb| verb.verb.modal.is_none());
            self.draft.operators += 1;
        } else if self.is_foreseen_by_nobody(clause) {
            self.draft.cancelled = true;
        } else if self.is_seen_by_time(clause) {
            self.draft.operators += 1;
        } else if self.is_needed(clause) {
            self.oblige();
        } else if self.is_put_off(clause, above) {
            self.negate(above.start, above.end);
        } else if !self.is_made_to(clause, above) {
            let subjects = self.subjects_of(clause, above);
            // "They asked Norway to mediate": whoever asks isn't known, and Norway doesn't.
            self.draft.cancelled |=
                above.effect.takes_over && subjects.is_empty() && self.is_done_by_unknown(clause);
            self.draft.cancelled |= self.is_asking_as_such(clause, above, &subjects)
                || self.doubts_wish(clause, above)
                || self.doubts_deed(clause, above);
            self.ask(clause, above);
            self.tell_helped(clause, above);
            self.apply(above, &subjects);
            self.draft.prevents = above.effect.flips && self.is_preventing(clause);
        }
        self.clause_level_after(clause);
        if self.cannot_go_on(clause) {
            self.oblige();
        }
        self.leave_out(clause);
        Node::Clause(clause)
    }

    /// Whether a clause has no object, unless it is one of the operator's own words: "bears the blame for".
    fn has_no_object_but(&self, clause: ClauseId, above: &Above<'_>) -> bool {
        let object = self.view.clause(clause).and_then(|clause| clause.object);
        let object = object.and_then(|id| self.view.phrase(id));
        object.is_none_or(|object| object.head < above.end && object.head >= above.start)
    }

    /// Negation and modality at an operator's clause, after the operator.
    pub(in crate::claim) fn clause_level_after(&mut self, id: ClauseId) {
        self.draft.clauses.push(id);
        self.draft.cancelled |= self.denies_ability(id);
        self.draft.ability |= self.tells_ability(id);
        self.clause_level(id);
    }
}
