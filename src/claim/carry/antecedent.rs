//! Whom a claim is about that names nobody: what the article said of the position before.
//!
//! "Russia vetoed it" is about whoever tabled the draft a sentence earlier, "deplored the veto" about whoever cast it, "recalled its ambassador"
//! about whoever was quarrelled with. A pack says for each position whether its target carries on, and whether whoever is against the deed is
//! against those who did it. Known to be wrong where two measures are told of in turn.

use super::TOPIC;
use super::answer::{Answered, Charges, Deeds, is_somebody};
use super::belonging::Belongings;
use super::meant::{
    is_about_stranger, is_object_pronoun, leave_out, mean, mean_what_is_told_beside,
    mean_whom_it_follows, not_oneself,
};
use super::partner::Partners;
use crate::claim::cue::lists::Few;
use crate::claim::cue::site::Scene;
use crate::claim::result::{Claim, Mode, Stance, Step, StepKind};
use crate::claim::who::party::Filler;
use crate::clause::{ClauseKind, PhraseId, PhraseKind};
use crate::mention::Who;
use crate::pack::{ActorId, Role, Rules};
use crate::span::Span;

/// How many sentences after helpers were told of "the mediators" still means them.
const HELPERS: usize = 3;

/// How a position's target carries on from claim to claim.
#[derive(Clone, Debug, Default)]
pub(in crate::claim) struct Carries {
    /// A claim that names no target is about the last one.
    target: bool,
    /// Of a claim against the deed the target is whoever did it.
    doers: bool,
    /// It goes on between two: what is done to somebody is answered in kind.
    mutual: bool,
    /// Whoever reproaches somebody with it is against it.
    reproach: bool,
    /// Whoever is accused of it is spoken against.
    accusing: bool,
    /// Whoever does it is a target, where somebody asks, thanks or blames them for it.
    of_doers: bool,
    /// The lists of the things that a deed is done to, whose owner is its target.
    things: Few,
    /// The lists of the things that are judged, whose owner is the target: they go on being somebody's.
    belongings: Few,
}

/// What an article has said of one position.
#[derive(Clone, Debug, Default)]
pub(in crate::claim) struct Told {
    /// The last targets, and on which side it was told of them.
    target: Named,
    side: Option<Stance>,
    /// Those who did it.
    doers: Named,
    /// Those who will or would do it.
    threatening: Named,
    /// Whose thing it is done to; the one named last first.
    owners: [Named; 2],
    /// Who held what of whom.
    deeds: Deeds,
    /// Whose things are judged.
    belongings: Belongings,
    /// The last sentence that named a thing which a deed is done to, counted from one.
    thing_in: usize,
}

/// Actors that were named, and where.
#[derive(Clone, Debug, Default)]
struct Named {
    actors: Vec<ActorId>,
    span: Span,
    sentence: usize,
}

impl Named {
    /// Whether it still is what an article speaks of, and says something of another than `actor`.
    fn is_about(&self, sentence: usize, actor: &ActorId) -> bool {
        self.sentence + TOPIC >= sentence && self.actors.iter().any(|named| named != actor)
    }
}

impl Told {
    /// Whether the article still speaks of somebody else whom a claim may be about.
    pub(super) fn is_about_somebody(&self, claim: &Claim) -> bool {
        self.target.is_about(claim.sentence.index, &claim.actor)
    }
}

impl Carries {
    /// How the targets of each position carry on.
    pub(in crate::claim) fn of(rules: &Rules) -> Vec<Self> {
        let position = |(at, position): (usize, &crate::pack::Position)| {
            let doers = position.opposing_is_against_doers;
            let slots = rules
                .cues
                .iter()
                .filter(|cue| doers && cue.position == at)
                // What needs other words around it ("position", "plan") is no such thing by itself.
                .filter(|cue| cue.near.is_empty() && cue.topic.is_empty())
                .flat_map(|cue| &cue.slots)
                .filter(|(_, slot)| slot.owner == Some(Role::Target));
            let things = slots
                .flat_map(|(_, slot)| slot.like.iter().copied())
                .collect();
            let judged = rules
                .cues
                .iter()
                .filter(|cue| position.target_carries && !doers && cue.position == at)
                .flat_map(|cue| &cue.slots)
                .filter(|(_, slot)| slot.owner == Some(Role::Target));
            let belongings = judged
                .flat_map(|(_, slot)| slot.like.iter().copied())
                .collect();
            let by_doer = |cue: &crate::pack::Cue| cue.position == at && cue.target_is_actor;
            let mutual = |cue: &crate::pack::Cue| cue.position == at && cue.reciprocal;
            // "will annex it" is against the end of one's own rule.
            let own = |cue: &crate::pack::Cue| by_doer(cue) && cue.stance == Stance::Oppose;
            Self {
                target: position.target_carries,
                doers,
                mutual: rules.cues.iter().any(mutual),
                accusing: position.accusing_is_opposing,
                reproach: position.accusing_is_opposing && !rules.cues.iter().any(own),
                of_doers: doers || rules.cues.iter().any(by_doer),
                things,
                belongings,
            }
        };
        rules.positions.iter().enumerate().map(position).collect()
    }

    /// The lists of the things of all positions whose target carries on.
    pub(in crate::claim) fn things(all: &[Self]) -> Few {
        let carry = all.iter().filter(|carries| carries.target);
        Few::of_all(carry.flat_map(|carries| [&carries.things, &carries.belongings]))
    }

    /// Whether a claim against the deed is one against whoever did it.
    pub(in crate::claim) fn is_against_doers(&self) -> bool {
        self.doers
    }

    /// Whether a claim of it may call somebody a name, which is about an enemy: it is about nobody's deed or thing, but who somebody is.
    pub(in crate::claim) fn is_of_names(&self) -> bool {
        self.target && self.reproach && !self.doers
    }

    /// Whether whoever supports it is against its target: "calls it occupied".
    pub(super) fn is_against_target(&self) -> bool {
        self.target && self.accusing && !self.reproach
    }

    /// Whether its targets are those who do it, and not those whose things it is done to.
    pub(in crate::claim) fn is_of_helpers(&self) -> bool {
        self.of_doers && !self.doers
    }

    /// Whether whoever does it may be a target.
    pub(in crate::claim) fn is_of_doers(&self) -> bool {
        self.of_doers
    }

    /// Whether it goes on between two, so that nobody does it to itself.
    pub(in crate::claim) fn is_mutual(&self) -> bool {
        self.mutual && self.target
    }

    /// Whether a claim may be about whoever holds it: nobody blocks its own draft, breaks with itself or calls itself criminal.
    fn may_be_of_oneself(&self, stance: Stance) -> bool {
        !(self.mutual || self.doers || self.reproach && stance == Stance::Oppose)
    }

    /// Gives the claims of a sentence that name no target the one they have from before, and notes what they say.
    pub(in crate::claim) fn carry_on(
        &self,
        (told, charges, partners): (&mut Told, &Charges, &Partners),
        claims: &mut [&mut Claim],
        scene: &Scene<'_>,
        text: &str,
        id: impl Fn(Who) -> ActorId,
    ) {
        if !self.target {
            self.mean_helpers(told, claims, scene);
            return;
        }
        if !self.doers {
            mean_what_is_told_beside(claims);
        }
        // Who is against a deed may stand before it; what is mended was broken before.
        let passes: &[Option<bool>] = if self.mutual {
            &[None]
        } else {
            &[Some(false), Some(true)]
        };
        for pass in passes {
            for claim in claims.iter_mut().filter(|claim| {
                pass.is_none_or(|against| (claim.stance == Stance::Oppose) == against)
            }) {
                if !self.may_be_of_oneself(claim.stance) {
                    not_oneself(claim, scene, text, &id);
                }
                Self::mean_the_same(told, claim, text);
                if self.mutual && claim.target.is_empty() {
                    mean_whom_it_follows(claim, scene, &id);
                }
                if claim.target.is_empty()
                    && let Some((owners, span)) = told.belongings.owners_in(claim, scene)
                {
                    mean(claim, owners, span);
                }
                if claim.target.is_empty() && !is_about_stranger(claim) {
                    self.complete(told, (charges, partners), claim);
                }
                if self.mutual {
                    Self::leave_out_those_beside(claim);
                }
                self.note(told, claim);
            }
        }
    }

    /// "was expelled by Egypt and the consul by Jordan": two who share a verb don't answer each other.
    fn leave_out_those_beside(claim: &mut Claim) {
        let mut steps = claim.trace.steps.iter();
        let cue = steps.find(|step| step.kind == StepKind::Cue);
        let last = claim.trace.steps.last();
        let beside = cue.zip(last).is_some_and(|(cue, last)| {
            // "froze | the envoys | out": whoever stands between a verb's own words is its object.
            let between = cue.span.start() < last.span.start() && last.span.end() <= cue.span.end();
            last.kind == StepKind::Target
                && last.span != claim.evidence
                && last.span.overlaps(cue.span)
                && !between
        });
        if beside {
            leave_out(claim, |_| true);
        }
    }

    /// "Chile mediated. Peru thanked the mediator": who helps is whoever was told to help last.
    fn mean_helpers(&self, told: &mut Told, claims: &mut [&mut Claim], scene: &Scene<'_>) {
        if !self.is_of_helpers() {
            return;
        }
        for claim in claims {
            let last = &told.target;
            let near = last.sentence + HELPERS >= claim.sentence.index;
            if claim.target.is_empty()
                && near
                && !last.actors.contains(&claim.actor)
                && scene
                    .helpers_meant(claim)
                    .is_some_and(|helpers| helpers.are(last.actors.len()))
            {
                mean(claim, last.actors.clone(), last.span);
            }
            if !claim.target.is_empty() {
                told.target = Named {
                    actors: claim.target.clone(),
                    span: claim.evidence,
                    sentence: claim.sentence.index,
                };
            }
        }
    }

    /// "Chile listed the League; Peru calls it criminal": by *it* whom the claim before is about is meant, and not who held that.
    fn mean_the_same(told: &Told, claim: &mut Claim, text: &str) {
        let [named] = claim.target.as_slice() else {
            return;
        };
        let pronoun = |step: &Step| {
            step.kind == StepKind::Target
                && step.actor.as_ref() == Some(named)
                && is_object_pronoun(&step.span.of(text).to_ascii_lowercase())
        };
        let last = &told.target;
        let beside = claim.actor != ActorId::author()
            && last.sentence + 1 >= claim.sentence.index
            && last.is_about(claim.sentence.index, &claim.actor)
            && !last.actors.contains(named)
            && told.deeds.is_last_by(named);
        if beside && claim.trace.steps.iter().any(pronoun) {
            let named = named.clone();
            leave_out(claim, |id| *id == named);
            mean(claim, last.actors.clone(), last.span);
        }
    }

    fn complete(&self, told: &Told, (charges, partners): (&Charges, &Partners), claim: &mut Claim) {
        let sentence = claim.sentence.index;
        if self.mutual {
            let cue = claim
                .trace
                .steps
                .iter()
                .find(|step| step.kind == StepKind::Cue);
            let shared =
                |answered: &Answered| cue.is_some_and(|cue| cue.span.overlaps(answered.span));
            let charged = charges
                .answered_by(claim)
                .filter(|answered| !shared(answered))
                .filter(|_| claim.stance == Stance::Oppose && claim.mode == Mode::Act);
            if let Some(answered) = Answered::later(
                charged,
                told.deeds
                    .answered_by(claim)
                    .filter(|answered| !shared(answered)),
            ) {
                mean(claim, answered.by, answered.span);
                return;
            }
        }
        if self.mutual
            && told.target.sentence < sentence
            && let Some((partner, span)) = partners.of(claim)
        {
            mean(claim, vec![partner], span);
            return;
        }
        let against = self.doers && claim.stance != Stance::Support;
        let [last, before] = &told.owners;
        let known = if against {
            // Who asks for a measure to pass is not against whoever might stop it.
            let threatening = (claim.mode != Mode::Ask).then_some(&told.threatening);
            [Some(&told.doers), threatening, None]
        } else {
            [Some(last), Some(before), Some(&told.target)]
        };
        // "Peru met Chile. … Kenya recalled its envoy": a deed between two goes on with a deed of its own side, and of who is received anew nothing was
        // told.
        let apart = told.target.sentence + 1 < sentence;
        let deed = self.mutual && claim.mode == Mode::Act;
        if deed && apart && (claim.stance == Stance::Support || told.side != Some(claim.stance)) {
            return;
        }
        let fits = |named: &&Named| named.is_about(sentence, &claim.actor);
        let Some(named) = known.into_iter().flatten().find(fits) else {
            return;
        };
        mean(claim, named.actors.clone(), named.span);
    }

    fn note(&self, told: &mut Told, claim: &Claim) {
        let named = |actors: Vec<ActorId>| Named {
            actors,
            span: claim.evidence,
            sentence: claim.sentence.index,
        };
        let same = told.target.actors == claim.target;
        let known = is_somebody(&claim.actor);
        if self.doers && known && claim.stance == Stance::Support && claim.mode == Mode::Act {
            if told.doers.sentence == claim.sentence.index && !told.doers.actors.is_empty() {
                told.doers.actors.push(claim.actor.clone());
                told.doers.actors.sort();
                told.doers.actors.dedup();
            } else if told.doers.actors.is_empty() || !same {
                told.doers = named(vec![claim.actor.clone()]);
            }
        }
        if self.doers && known && claim.stance == Stance::Support && claim.mode != Mode::Act {
            told.threatening = named(vec![claim.actor.clone()]);
        }
        let of_doer = self.doers && claim.stance != Stance::Support;
        if !(claim.target.is_empty() || of_doer) {
            told.target = named(claim.target.clone());
            told.side = Some(claim.stance);
            told.deeds.note(claim);
        }
    }

    /// Notes whose the things are that a sentence names.
    pub(in crate::claim) fn note_owners(
        &self,
        told: &mut Told,
        scene: &Scene<'_>,
        sentence: usize,
        id: impl Fn(Who) -> ActorId,
    ) {
        if !self.target {
            return;
        }
        told.belongings.note(&self.belongings, scene, sentence, &id);
        let mut noted = None;
        let mut owned = false;
        for (start, end) in scene.lists.of_many(&self.things) {
            let whole = |id: &PhraseId| {
                scene
                    .view
                    .phrase(*id)
                    .is_some_and(|phrase| phrase.kind == PhraseKind::Noun && end <= phrase.end)
            };
            let phrase = scene.view.phrase_at(start).filter(whole);
            let Some(phrase) = phrase.filter(|phrase| noted != Some(*phrase)) else {
                continue;
            };
            noted = Some(phrase);
            if is_drawn(scene, phrase) || is_block(scene, phrase) {
                continue;
            }
            told.thing_in = sentence + 1;
            if owned && is_told_of_one(scene, phrase) {
                continue;
            }
            let owners = scene.owners_or_admitted(Filler::Phrase(phrase));
            let mut actors: Vec<ActorId> = owners.iter().map(|party| id(party.who)).collect();
            actors.sort();
            actors.dedup();
            if actors.is_empty() {
                continue;
            }
            owned = true;
            told.own(Named {
                actors,
                span: scene.view.phrase_span(phrase),
                sentence,
            });
        }
        if !owned && told.thing_in > 0 && told.thing_in + 1 > sentence {
            told.note_one(scene, sentence, id);
        }
    }
}

impl Told {
    /// Keeps whose the thing is that was named last.
    fn own(&mut self, named: Named) {
        let [last, before] = &mut self.owners;
        if last.actors != named.actors {
            std::mem::swap(last, before);
        }
        *last = named;
    }

    /// "Two drafts were tabled. The Chilean one …": one of the things that were named before.
    fn note_one(&mut self, scene: &Scene<'_>, sentence: usize, id: impl Fn(Who) -> ActorId) {
        let view = scene.view;
        let one = (0..view.phrases.len()).map(PhraseId::new).find(|at| {
            view.phrase(*at).is_some_and(|phrase| {
                phrase.kind == PhraseKind::Noun
                    && phrase.head > phrase.start
                    && view.marker_text(phrase.start) == "the"
                    && view.marker_text(phrase.head) == "one"
            })
        });
        let Some(one) = one else {
            return;
        };
        let named = scene.mentions.modifiers(view, one);
        let actors: Vec<ActorId> = named.map(|named| id(Who::Actor(named.actor))).collect();
        if !actors.is_empty() {
            self.own(Named {
                actors,
                span: view.phrase_span(one),
                sentence,
            });
        }
    }
}

/// "fell to the vetoes of Peru": what stops a measure is no measure.
fn is_block(scene: &Scene<'_>, id: PhraseId) -> bool {
    scene.view.phrase(id).is_some_and(|phrase| {
        matches!(
            scene.view.noun_text(phrase.head),
            "veto" | "no" | "hold" | "objection"
        )
    })
}

/// "drew condemnation from Peru": what a deed brings about is no thing that it is done to.
fn is_drawn(scene: &Scene<'_>, id: PhraseId) -> bool {
    let view = scene.view;
    let clause = view.phrase(id).map(|phrase| phrase.clause);
    let Some(clause) = clause.filter(|clause| view.patient(*clause) == Some(id)) else {
        return false;
    };
    view.verb_group(clause).is_some_and(|verb| {
        matches!(
            view.verb_text(verb.head),
            "draw" | "provoke" | "prompt" | "spark" | "trigger" | "earn" | "attract" | "arouse"
        )
    })
}

/// "a draft, tabled by Chile, | that backs the plan of Peru": what a relative clause names is not what the text goes on about.
fn is_told_of_one(scene: &Scene<'_>, phrase: PhraseId) -> bool {
    let clause = scene.view.phrase(phrase).map(|phrase| phrase.clause);
    let clause = clause.and_then(|clause| scene.view.clause(clause));
    clause.is_some_and(|clause| clause.kind == ClauseKind::Relative)
}
