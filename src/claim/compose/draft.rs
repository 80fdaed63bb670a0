//! From a cue to the drafts of claims: what it says alone, and what stands above it.

use super::compose;
use super::question::Question;
use crate::claim::carry::antecedent::Carries;
use crate::claim::cue::hit::Hit;
use crate::claim::cue::site::{Scene, Site};
use crate::claim::result::{Claim, Mode, Stance, Step, StepKind};
use crate::claim::tell::voice::comment_on;
use crate::claim::who::Party;
use crate::claim::{Tagged, Tagger};
use crate::clause::{ClauseId, Phrase, View};
use crate::mention::Who;
use crate::pack::{Cue, WordClass};

/// A claim in the making.
#[derive(Clone, Debug)]
pub(in crate::claim) struct Draft {
    pub(in crate::claim) holders: Vec<Party>,
    pub(in crate::claim) targets: Vec<Party>,
    pub(in crate::claim) stance: Stance,
    pub(in crate::claim) mode: Mode,
    pub(in crate::claim) negated: bool,
    pub(in crate::claim) hedged: bool,
    /// Somebody who says, asks or wants it, by an operator.
    pub(in crate::claim) speaker: Option<Party>,
    /// The speaker, whoever that is, holds it: "Serbia must recognise it".
    pub(in crate::claim) by_speaker: bool,
    /// Whether whoever is asked to do it becomes a target, by the position.
    pub(in crate::claim) asked_is_target: bool,
    /// Whoever is asked for it.
    pub(in crate::claim) asked: Vec<Party>,
    /// Whether whoever reproaches somebody with it is on the other side, by the position.
    pub(in crate::claim) accusing_is_opposing: bool,
    /// Whether whoever is against it is against those who did it, by the position.
    pub(in crate::claim) against_doers: bool,
    /// Whether whoever does it may be a target, by the position.
    pub(in crate::claim) of_doers: bool,
    /// The cue names who does it, so that whoever is asked to hear of them does not: "asked Chad to accept Oman as a mediator".
    pub(in crate::claim) doer_named: bool,
    /// It is told as a deed of its target, which is no holder: "sponsors terrorism".
    pub(in crate::claim) deed_of_target: bool,
    /// Whether it goes on between two, by the position.
    pub(in crate::claim) mutual: bool,
    /// It is said to have to be so, or to be right: "must", "should", "was right to".
    pub(in crate::claim) by_obligation: bool,
    /// The words of what has to be so, first token to after the last: whoever they are said of is asked, and doesn't say so.
    pub(in crate::claim) obliged: Option<(usize, usize)>,
    /// The cue's own verb bars a thing: "block", "veto", "withhold".
    pub(in crate::claim) bars: bool,
    /// Words over the cue are to come themselves: "will reject | the truce" is not said yet.
    pub(in crate::claim) operator_to_come: bool,
    /// Somebody is said to be able to do it: "can", "could", "is able to".
    pub(in crate::claim) ability: bool,
    /// It is a judgement of somebody, and no deed that may be to come.
    pub(in crate::claim) evaluation: bool,
    /// The token of the verdict on it, in whose place the speaker is sought: "is to blame, since it seeks to block" is not said by whoever seeks.
    pub(in crate::claim) judged_at: Option<usize>,
    /// The writer or speaker is its subject: "we", "I".
    pub(in crate::claim) first_person: bool,
    /// Whoever holds it is behind a noun that nobody owns: "a draft resolution to outlaw the group", "calls on Greece to recognise it".
    pub(in crate::claim) behind_noun: bool,
    /// The tokens of the negative words that were counted: "wants no truce" is negated once, by noun and clause.
    pub(in crate::claim) negatives: Vec<usize>,
    /// Somebody who wants or asks that others do it holds it in their place.
    pub(in crate::claim) taken_over: bool,
    /// They took up or turned down what another asked or offered, by whose word they don't speak.
    pub(in crate::claim) taken_up: bool,
    /// The cue says nothing by itself.
    pub(in crate::claim) needs_operator: bool,
    /// Other words stand between the cue's own.
    pub(in crate::claim) parted: bool,
    /// What is said stands behind the "but" of a verb that is denied: "is not a gang but | a party".
    pub(in crate::claim) contrasted: bool,
    /// Somebody keeps others from it, or tries to: "failed to prevent it" is still against it.
    pub(in crate::claim) prevents: bool,
    /// How many operators stand over the cue.
    pub(in crate::claim) operators: usize,
    /// Nothing is claimed: a condition, a pretence.
    pub(in crate::claim) cancelled: bool,
    /// The relative clause that tells it of the cue's noun, beside what the sentence says.
    pub(in crate::claim) told_in: Option<ClauseId>,
    /// The clauses of the cue and of the operators above it, in which a date tells when it was held.
    pub(in crate::claim) clauses: Vec<ClauseId>,
    /// Tokens of the evidence, first to after the last.
    pub(in crate::claim) start: usize,
    pub(in crate::claim) end: usize,
    pub(in crate::claim) steps: Vec<Step>,
}

impl Tagger {
    pub(in crate::claim) fn draft(
        &self,
        tagged: &Tagged<'_>,
        scene: &Scene<'_>,
        hit: &Hit,
        out: &mut Vec<Claim>,
    ) {
        let Some(cue) = self.rules.cues.get(hit.cue) else {
            return;
        };
        let draft = self.draft_of(scene, hit, cue);
        self.commented(tagged, scene, hit, cue, &draft, out);
        self.climb(tagged, scene, hit, cue, draft, out);
    }

    /// "refuses to list it as a terrorist group, as is claimed by Chile": whoever is said to claim so holds what the words alone say.
    fn commented(
        &self,
        tagged: &Tagged<'_>,
        scene: &Scene<'_>,
        hit: &Hit,
        cue: &Cue,
        draft: &Draft,
        out: &mut Vec<Claim>,
    ) {
        let Site::Verb(clause) = hit.site else {
            return;
        };
        let called = scene.view.object(clause);
        let called = called.map(|object| scene.view.phrase_span(object).start());
        let Some((who, told)) =
            called.and_then(|start| comment_on(scene.view, tagged.voices, start))
        else {
            return;
        };
        let party = Party { who, span: told };
        let mut draft = draft.clone();
        draft.holders = vec![party];
        draft.speaker = Some(party);
        draft.by_speaker = false;
        draft.mode = Mode::Say;
        draft.start = draft.start.min(hit.evidence.0);
        draft.end = draft.end.max(hit.evidence.1);
        self.finish(tagged, hit, cue, draft, out);
    }

    /// A claim as the cue alone gives it.
    pub(in crate::claim) fn draft_of(&self, scene: &Scene<'_>, hit: &Hit, cue: &Cue) -> Draft {
        let evaluation = matches!(hit.class, WordClass::Adjective)
            || (hit.class == WordClass::Agent && !hit.has_actor_slot && !cue.target_is_actor);
        let position = |of: &[bool]| of.get(cue.position).copied().unwrap_or(false);
        let carries = self.carries.get(cue.position);
        let mut draft = Draft {
            holders: hit.actors.clone(),
            targets: hit.targets.clone(),
            stance: cue.stance,
            mode: cue
                .mode
                .unwrap_or(if evaluation { Mode::Say } else { Mode::Act }),
            negated: false,
            hedged: false,
            speaker: None,
            asked_is_target: position(&self.asked_is_target),
            asked: Vec::new(),
            accusing_is_opposing: position(&self.accusing_is_opposing),
            against_doers: carries.is_some_and(Carries::is_against_doers),
            of_doers: carries.is_some_and(Carries::is_of_doers),
            deed_of_target: hit.class == WordClass::Verb
                && !hit.has_actor_slot
                && !hit.targets.is_empty(),
            doer_named: !cue.target_is_actor
                && !hit.targets.is_empty()
                && carries.is_some_and(Carries::is_of_helpers),
            mutual: carries.is_some_and(Carries::is_mutual),
            by_obligation: false,
            obliged: None,
            ability: false,
            bars: false,
            operator_to_come: false,
            evaluation,
            judged_at: None,
            behind_noun: false,
            first_person: hit.actors.iter().any(|party| party.who == Who::Speaker),
            by_speaker: hit.actors.is_empty() && !cue.target_is_actor,
            negatives: Vec::new(),
            taken_over: false,
            taken_up: false,
            told_in: None,
            needs_operator: cue.needs_operator,
            parted: hit.end > hit.start + hit.words,
            contrasted: scene.is_contrasted(hit, cue),
            prevents: false,
            operators: 0,
            cancelled: false,
            clauses: hit.site.clause(scene.view).into_iter().collect(),
            start: hit.start,
            end: hit.end,
            steps: vec![Step {
                kind: StepKind::Cue,
                rule: Some(cue.id.clone()),
                span: scene.view.span(hit.start, hit.end),
                actor: None,
            }],
        };
        if cue.target_is_actor && draft.holders.is_empty() {
            draft.holders = draft.targets.clone();
        }
        let judges = evaluation
            || matches!(hit.class, WordClass::Phrase | WordClass::Verb) && !hit.has_actor_slot;
        if (judges || !hit.has_actor_slot) && draft.holders.is_empty() {
            draft.holders = scene.in_whose_eyes(hit.site);
            draft.speaker = draft.holders.first().copied();
            if draft.holders.is_empty() {
                draft.by_speaker |= judges;
            } else {
                draft.by_speaker = false;
                draft.mode = Mode::Act;
            }
        }
        draft
    }

    /// Everything above the cue, then speaker and date.
    pub(in crate::claim) fn climb(
        &self,
        tagged: &Tagged<'_>,
        scene: &Scene<'_>,
        hit: &Hit,
        cue: &Cue,
        mut draft: Draft,
        out: &mut Vec<Claim>,
    ) {
        let beside = compose(scene, &self.operators, hit.site, &mut draft);
        for draft in std::iter::once(draft).chain(beside) {
            self.tell(tagged, hit, cue, draft, out);
        }
    }

    /// "The truce was backed by Qatar and | opposed by Iran": what is told of a noun beside the clause whose words took it from its cue.
    pub(in crate::claim) fn draft_beside(
        &self,
        tagged: &Tagged<'_>,
        scene: &Scene<'_>,
        hit: &Hit,
        rival: &Hit,
        out: &mut Vec<Claim>,
    ) {
        let (Site::Noun(noun), Site::Verb(taken)) = (hit.site, rival.site) else {
            return;
        };
        let view = scene.view;
        let beside =
            |id: ClauseId| id != taken && view.is_passive(id) && view.patient(id) == Some(noun);
        let mut clauses = (0..view.clauses.len()).map(ClauseId::new);
        let Some(cue) = (self.rules.cues.get(hit.cue))
            .filter(|_| view.is_passive(taken) && clauses.any(beside))
        else {
            return;
        };
        let mut draft = self.draft_of(scene, hit, cue);
        let told = compose(scene, &self.operators, hit.site, &mut draft);
        for draft in std::iter::once(draft).chain(told) {
            if draft.clauses.last().is_some_and(|last| beside(*last)) {
                self.tell(tagged, hit, cue, draft, out);
            }
        }
    }

    /// A claim of what is composed, unless it says nothing.
    fn tell(
        &self,
        tagged: &Tagged<'_>,
        hit: &Hit,
        cue: &Cue,
        mut draft: Draft,
        out: &mut Vec<Claim>,
    ) {
        let says_nothing =
            cue.needs_operator && draft.operators == 0 || cue.needs_negation && !draft.negated;
        let alone = cue.reciprocal && !has_company(&draft);
        let unheld = hit.agentless && !(draft.taken_over || draft.by_obligation)
            || hit.agentless && of_oneself(&draft);
        let undecided = is_alternative(tagged.view, hit.site);
        if draft.cancelled || says_nothing || alone || unheld || undecided {
            return;
        }
        let question = tagged.question(&draft);
        match question {
            Question::Open => return,
            Question::Rhetorical if draft.negated => {
                draft.stance = draft.stance.opposite();
                draft.negated = false;
            }
            Question::Rhetorical | Question::Denied | Question::None => {}
        }
        if cue.one_sided {
            draft.stance = cue.stance;
        }
        // "What is wrong with Peru recognising it?" Only whoever judges holds the other side.
        let done = draft.holders.iter().any(Party::is_actor);
        if question == Question::Denied && !done {
            draft.stance = draft.stance.opposite();
        }
        draft.start = draft.start.min(hit.evidence.0);
        draft.end = draft.end.max(hit.evidence.1);
        self.finish(tagged, hit, cue, draft, out);
    }
}

/// Whether a draft tells something by itself, so that others can be glad or sorry of it.
pub(in crate::claim) fn is_open(draft: &Draft) -> bool {
    (!draft.needs_operator || draft.operators > 0) && draft.holders.iter().any(Party::is_actor)
}

/// Whether whoever holds it is whom it is done to: "fears being expelled".
pub(in crate::claim) fn of_oneself(draft: &Draft) -> bool {
    let who = |parties: &[Party]| parties.iter().map(|party| party.who).collect::<Vec<_>>();
    !draft.targets.is_empty() && who(&draft.targets) == who(&draft.holders)
}

/// Whether what only two can do is done by two, or to somebody.
fn has_company(draft: &Draft) -> bool {
    let first = draft.holders.first().map(|party| party.who);
    let actor = Party::is_actor;
    draft.targets.iter().any(actor)
        || draft
            .holders
            .iter()
            .any(|party| actor(party) && Some(party.who) != first)
}

/// "abstained | or voted yes": which of the two sides is not said. "stopped or delayed it" is one.
fn is_alternative(view: &View, site: Site) -> bool {
    let Site::Verb(id) = site else {
        return false;
    };
    let told = |id: ClauseId| {
        let verb = *view.verb_group(id)?;
        (verb.verb.finite && !verb.verb.negated && verb.verb.modal.is_none()).then_some(verb)
    };
    let first = view.clause(id).and_then(|clause| clause.coordinated);
    let Some((verb, first)) = told(id).zip(first.and_then(told)) else {
        return false;
    };
    let before = verb.start.checked_sub(1).map(|at| view.marker_text(at));
    let side = |verb: Phrase| declines(view.verb_text(verb.head));
    before == Some("or")
        && view.tags.get(first.start) == view.tags.get(verb.start)
        && side(first)
            .zip(side(verb))
            .is_some_and(|(first, second)| first != second)
}

/// Whether a verb says of a draft, an offer, a state that somebody turned it down, or that he took it up; `None` of all others.
fn declines(verb: &str) -> Option<bool> {
    match verb {
        "abstain" | "refuse" | "reject" | "decline" | "deny" | "oppose" | "veto" | "block"
        | "condemn" | "spurn" | "dismiss" => Some(true),
        "vote" | "recognise" | "recognize" | "accept" | "approve" | "back" | "support"
        | "welcome" | "endorse" | "adopt" | "agree" => Some(false),
        _ => None,
    }
}
