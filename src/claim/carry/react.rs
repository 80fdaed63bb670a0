//! What others make of the deed told before: "Serbia condemned the step", "Albania was delighted", "Peru called it a mistake".
//!
//! Words that say so stand for the deed told last, in their own sentence or in the one before. They take nothing with them but a word that points back,
//! "it" or "the decision", which with its owner ("the Chilean decision") may point further; with anything else they tell of that ("Serbia condemned the
//! raid"). Of two different deeds neither is meant, and of what is said of a deed nothing is made again: who is glad after another's protest is glad of
//! the deed.

use super::antecedent::Carries;
use super::echo::{again, follows_another, is_condition};
use super::meant::{is_about_stranger, mean};
use super::seen::Seen;
use crate::claim::compose::operator::Above;
use crate::claim::cue::site::Scene;
use crate::claim::result::{Claim, Mode, Stance, Step, StepKind};
use crate::claim::tell::voice::Voice;
use crate::claim::who::Party;
use crate::claim::who::party::Filler;
use crate::claim::{Carry, Tagged, Tagger};
use crate::clause::{ClauseId, ClauseKind, Phrase, PhraseId};
use crate::mention::Who;
use crate::pack::{ActorId, Cue, Effect};
use crate::span::Span;
use crate::token::Usage;

/// How many sentences after the last word on a deed others may still speak of it as "it" or "the decision", or be glad.
const BACK: usize = 1;
/// How many sentences after it they may speak of it as "the Chilean decision", or answer it.
const FAR: usize = 4;

/// A deed that was told, and who did it.
#[derive(Clone, Debug)]
pub(in crate::claim) struct Deed {
    told: Claim,
    pub(super) doers: Vec<ActorId>,
    /// The last sentence that told it, or what somebody makes of it.
    sentence: usize,
    /// Whether somebody else did something behind it in that sentence, which "it" or "the decision" may mean as well.
    followed: bool,
}

/// Who makes something of a deed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// The clause's subject, of the deed.
    BySubject,
    /// Whoever speaks, of the deed, which is the subject: "the step was a mistake".
    BySpeaker,
    /// Whom the deed moves: "was angered by the step".
    Of(PhraseId),
}

impl Deed {
    fn is_told_by(&self, claim: &Claim) -> bool {
        claim.position == self.told.position && claim.stance == self.told.stance
    }

    /// Whether a body did it whose members vote: "the General Assembly".
    fn is_of_assembly(&self, text: &str) -> bool {
        self.told.mention.is_some_and(|doer| {
            let name = doer.of(text).to_ascii_lowercase();
            ["assembly", "council", "united nations"]
                .iter()
                .any(|body| name.ends_with(body))
        })
    }

    /// Whether the words that told it are at a place.
    pub(super) fn is_told_at(&self, at: Span) -> bool {
        self.told.evidence.overlaps(at)
    }
}

impl Tagger {
    /// The deed that the claims of one sentence tell; `None` where they tell none, or several.
    fn deed_of<'c>(&self, claims: impl Iterator<Item = &'c Claim>) -> Option<Deed> {
        let mut deed: Option<Deed> = None;
        for claim in claims.filter(|claim| self.is_deed(claim)) {
            match &mut deed {
                None => {
                    deed = Some(Deed {
                        told: claim.clone(),
                        doers: vec![claim.actor.clone()],
                        sentence: claim.sentence.index,
                        followed: false,
                    });
                }
                Some(deed) if deed.is_told_by(claim) => deed.doers.push(claim.actor.clone()),
                Some(_) => return None,
            }
        }
        deed
    }

    /// The deed that the claims of one sentence tell, else the one before it; where they tell several, neither.
    fn deed_or<'c>(
        &self,
        claims: impl Iterator<Item = &'c Claim> + Clone,
        before: Option<&Deed>,
    ) -> Option<Deed> {
        if claims.clone().any(|claim| self.is_deed(claim)) {
            self.deed_of(claims)
        } else {
            before.cloned()
        }
    }

    /// What is kept after a sentence with these claims.
    pub(in crate::claim) fn deed_after(
        &self,
        scene: &Scene<'_>,
        before: Option<Deed>,
        claims: &[Claim],
    ) -> Option<Deed> {
        let Some(last) = claims.last() else {
            return before;
        };
        let mut deed = self.deed_or(claims.iter(), before.as_ref())?;
        if last.position == deed.told.position {
            deed.sentence = last.sentence.index;
            deed.followed = self.is_followed(scene, &deed, claims);
        }
        Some(deed)
    }

    /// "Fiji recognised it, and | the bank raised rates": whether others do something behind all that a sentence claims.
    fn is_followed(&self, scene: &Scene<'_>, deed: &Deed, claims: &[Claim]) -> bool {
        let view = scene.view;
        let last = claims.iter().map(|claim| claim.evidence.end()).max();
        let behind = |verb: &Phrase| {
            let at = view.span(verb.start, verb.end);
            last.is_some_and(|last| last <= at.start()) && !view.usage(verb.head).any(Usage::SPEECH)
        };
        let other = |subject: PhraseId| {
            let named = scene.parties(Filler::Phrase(subject));
            !named
                .iter()
                .any(|party| deed.doers.contains(&self.actor_id(party.who)))
        };
        view.clauses.iter().any(|clause| {
            clause.kind == ClauseKind::Main
                && clause
                    .verb
                    .and_then(|verb| view.phrase(verb))
                    .is_some_and(behind)
                && clause.subject.is_some_and(other)
        })
    }

    /// "Chile recognised it. Serbia recalled its ambassador": what is done to nobody who is named answers whoever did the deed, of whatever kind that was.
    /// And a vote on what a body of many did is about whom it did it to: "The Assembly admitted Kosovo. Serbia voted against the resolution".
    pub(in crate::claim) fn answer_deeds(
        &self,
        text: &str,
        before: Option<&Deed>,
        claims: &mut [Claim],
    ) {
        for at in 0..claims.len() {
            let (earlier, rest) = claims.split_at_mut(at);
            let Some(claim) = rest.first_mut() else {
                return;
            };
            let position = self.positions.binary_search(&claim.position).ok();
            let mutual = position
                .and_then(|at| self.carries.get(at))
                .is_some_and(Carries::is_mutual);
            let open = claim.target.is_empty() && !is_about_stranger(claim);
            let lately = before.filter(|deed| deed.sentence + FAR >= claim.sentence.index);
            let against = position
                .and_then(|at| self.carries.get(at))
                .is_some_and(Carries::is_against_doers);
            if against && open && claim.stance == Stance::Support {
                let others = earlier
                    .iter()
                    .filter(|other| other.position != claim.position);
                let deed = self.deed_or(others, lately);
                let deed = deed.filter(|deed| {
                    deed.told.position != claim.position
                        && deed.told.stance == Stance::Support
                        && deed.is_of_assembly(text)
                });
                if let Some(deed) = deed {
                    mean(claim, deed.told.target, deed.told.evidence);
                }
                continue;
            }
            if !(mutual && open && claim.stance == Stance::Oppose && claim.mode == Mode::Act) {
                continue;
            }
            let deed = self.deed_or(earlier.iter(), lately);
            let deed = deed.filter(|deed| {
                deed.told.position != claim.position && !deed.doers.contains(&claim.actor)
            });
            if let Some(deed) = deed {
                mean(claim, deed.doers, deed.told.evidence);
            }
        }
    }

    /// Whether a claim tells what somebody does or will do, and neither what somebody says of it nor what somebody won't hear of.
    fn is_deed(&self, claim: &Claim) -> bool {
        let done = claim.mode == Mode::Act && claim.speaker != claim.actor;
        (done || claim.mode == Mode::Expect)
            && claim.stance != Stance::Neutral
            && claim.actor != ActorId::other()
            && !claim.hedged
            && !claim.negated
            && self.is_plain(claim)
    }

    /// Whether nothing stands over the words of a claim that turns it or gives it to another.
    fn is_plain(&self, claim: &Claim) -> bool {
        self.has_over_it(claim, |effect| effect.takes_over || effect.flips)
            .is_none()
    }

    /// The first operator over the words of a claim that has such an effect.
    fn has_over_it<'c>(&self, claim: &'c Claim, has: impl Fn(&Effect) -> bool) -> Option<&'c Step> {
        let rules = &self.rules.operators;
        claim.trace.steps.iter().find(|step| {
            let rule = step
                .rule
                .as_ref()
                .filter(|_| step.kind == StepKind::Operator);
            let at = rule.and_then(|rule| rules.binary_search_by(|other| other.id.cmp(rule)).ok());
            at.and_then(|at| rules.get(at))
                .is_some_and(|rule| has(&rule.effect))
        })
    }

    /// "Peru did not recognise it. Serbia welcomed the decision", "Peru withdrew its recognition. Serbia was pleased": takes back what a cue of this
    /// sentence makes of words in the one before, where the deed wasn't done, or was done the other way round.
    pub(in crate::claim) fn leave_undone(
        &self,
        scene: &Scene<'_>,
        carry: &Carry,
        first: usize,
        out: &mut Vec<Claim>,
    ) {
        let view = scene.view;
        // "was not angered": a feeling that nobody has tells nothing.
        let cold = |claim: &Claim| {
            claim.mode == Mode::Say
                && claim.negated
                && (0..view.clauses.len()).map(ClauseId::new).any(|id| {
                    let verb = view.clause(id).and_then(|clause| clause.verb);
                    let cue = claim
                        .trace
                        .steps
                        .iter()
                        .find(|step| step.kind == StepKind::Cue);
                    verb.zip(cue).is_some_and(|(verb, cue)| {
                        view.is_unmoved(id) && view.phrase_span(verb).overlaps(cue.span)
                    })
                })
        };
        let here = out.split_off(first);
        out.extend(here.into_iter().filter(|claim| !cold(claim)));
        let Some(told) = carry.told.as_ref().filter(|told| told.mode != Mode::Say) else {
            return;
        };
        let done = carry.deed.as_ref().filter(|deed| {
            deed.told.sentence.index == told.sentence.index && deed.told.position == told.position
        });
        // "spoke of a historic mistake": of several words one may be on the side that the cue tells.
        let is_other_side = |claim: &Claim, done: &Claim| {
            let mut sides = carry.here.repeating.iter().filter_map(|token| {
                let above = self.operators.reacting(view, *token)?;
                let at = view.span(above.start, above.end);
                let turned = above.effect.flips != claim.negated;
                claim.evidence.overlaps(at).then_some(turned)
            });
            let turned = claim.stance != done.stance;
            let first = sides.next();
            first.is_some_and(|first| first != turned) && sides.all(|side| side != turned)
        };
        let reads_back = |claim: &Claim| {
            claim.position == told.position
                && claim.mode == Mode::Say
                && claim.sentence.index == told.sentence.index + BACK
                && self
                    .cue_of(claim)
                    .is_some_and(|(_, cue)| !cue.near.is_empty() && !scene.lists.any(&cue.near))
        };
        let here = out.split_off(first);
        out.extend(here.into_iter().filter(|claim| {
            let undone = || match done {
                Some(deed) => is_other_side(claim, &deed.told),
                None => told.negated || self.has_over_it(told, |effect| effect.flips).is_some(),
            };
            !(reads_back(claim) && undone())
        }));
    }

    /// Adds what others make of a deed; the claims of this sentence begin at `first`.
    pub(in crate::claim) fn reactions(
        &self,
        tagged: &Tagged<'_>,
        scene: &Scene<'_>,
        carry: &Carry,
        first: usize,
        out: &mut Vec<Claim>,
    ) {
        let lately = |deed: &&Deed| deed.sentence + FAR >= tagged.place.index;
        let before = carry.deed.as_ref().filter(lately);
        for &token in &carry.here.repeating {
            let view = tagged.view;
            let here = out.get(first..).unwrap_or_default();
            if before.is_none() && here.is_empty() {
                return;
            }
            let Some((clause, above)) = view
                .clause_at(token)
                .zip(self.operators.reacting(view, token))
            else {
                continue;
            };
            let at = view.span(above.start, above.end);
            if here.iter().any(|claim| claim.evidence.overlaps(at)) || is_condition(view, clause) {
                continue;
            }
            // "Norway, which brokered it, regrets the decision": whoever reacts did something else.
            let subject = subject_parties(scene, clause);
            let reacts = |id: &ActorId| subject.iter().any(|party| self.actor_id(party.who) == *id);
            let own = here
                .iter()
                .filter(|claim| claim.evidence.end() <= at.start() && !reacts(&claim.actor));
            let goes_on = |deed: &&Deed| {
                !follows_another(view, clause)
                    || here
                        .iter()
                        .any(|claim| claim.position == deed.told.position)
            };
            let Some(deed) = self.deed_or(own, before.filter(goes_on)) else {
                continue;
            };
            let says = |voice: &Voice| voice.cue.is_some_and(|cue| cue.overlaps(at));
            let seen = Seen {
                tagger: self,
                scene,
                deed: &deed,
                near: !deed.followed && deed.sentence + BACK >= tagged.place.index,
                says: tagged.voices.iter().any(says),
            };
            if let Some(said) = seen.said(clause, &above) {
                self.react(tagged, scene, (clause, &above), &deed, said, out);
            }
        }
    }

    fn react(
        &self,
        tagged: &Tagged<'_>,
        scene: &Scene<'_>,
        (clause, above): (ClauseId, &Above<'_>),
        deed: &Deed,
        said: Said,
        out: &mut Vec<Claim>,
    ) {
        let told_by = self.cue_of(&deed.told);
        let Some((index, cue)) = told_by else {
            return;
        };
        let holders = match said {
            Said::BySpeaker => Vec::new(),
            Said::BySubject => subject_parties(scene, clause),
            Said::Of(moved) => scene.parties(Filler::Phrase(moved)),
        };
        let judges = |id: &ActorId| self.may_judge(cue, deed, id);
        let all = holders.iter().all(|holder| {
            let somebody = matches!(holder.who, Who::Actor(_) | Who::Speaker);
            somebody && judges(&self.actor_id(holder.who))
        });
        if said != Said::BySpeaker && (holders.is_empty() || !all) {
            return;
        }
        let targets = self.judged_with(cue, deed, above.effect.flips);
        let hit = again(index, clause, above, holders, targets);
        let mut draft = self.draft_of(scene, &hit, cue);
        draft.stance = deed.told.stance;
        if above.effect.flips {
            draft.stance = draft.stance.opposite();
        }
        draft.mode = Mode::Say;
        draft.operators += 1;
        draft.speaker = draft.holders.first().copied();
        draft.steps.push(Step {
            kind: StepKind::Operator,
            rule: Some(above.rule.clone()),
            span: tagged.view.span(above.start, above.end),
            actor: None,
        });
        let told = out.len();
        self.climb(tagged, scene, &hit, cue, draft, out);
        let fresh = out.split_off(told);
        let judged = fresh.into_iter().filter(|claim| judges(&claim.actor));
        out.extend(judged);
    }

    /// Whether somebody may be glad or sorry of a deed: neither nobody in particular, nor who did it, nor who was expelled by it, whose protest is no
    /// wish for relations.
    fn may_judge(&self, cue: &Cue, deed: &Deed, id: &ActorId) -> bool {
        let carries = self.carries.get(cue.position);
        let done_to = carries.is_some_and(Carries::is_mutual) && deed.told.target.contains(id);
        *id != ActorId::other() && !deed.doers.contains(id) && !done_to
    }

    /// Whom a judgement of a deed is about: its targets, or those who did it where the position says so of whoever is against it.
    fn judged_with(&self, cue: &Cue, deed: &Deed, against: bool) -> Vec<Party> {
        let carries = self.carries.get(cue.position);
        let about = if against && carries.is_some_and(Carries::is_against_doers) {
            &deed.doers
        } else {
            &deed.told.target
        };
        self.known_parties(about.iter(), deed.told.evidence)
    }
}

/// Whom the subject of a clause names, or of a passive that tells by whom it is done the noun after *by*.
fn subject_parties(scene: &Scene<'_>, clause: ClauseId) -> Vec<Party> {
    let doer = scene.view.agent(clause).or(scene.view.subject(clause));
    let subject = doer.map(Filler::Phrase);
    subject.map_or_else(Vec::new, |id| scene.parties(id))
}
