//! Claims that are told by pointing back: "Nicaragua has done the same", "Ukraine refused".
//!
//! An operator that repeats stands for the claim told last, in its own sentence or in the one before, with its own subject as the holder. Its own
//! negation, modality and the operators above it count as anywhere ("Spain will never do so"). It takes nothing with it: with an object or a
//! complement the same verb tells something of its own ("Ukraine refused the loan").

use crate::claim::compose::Draft;
use crate::claim::compose::operator::Above;
use crate::claim::cue::hit::Hit;
use crate::claim::cue::pattern::Met;
use crate::claim::cue::site::{Scene, Site};
use crate::claim::result::{Claim, Mode, Step, StepKind};
use crate::claim::who::Party;
use crate::claim::who::party::Filler;
use crate::claim::{Carry, Tagged, Tagger};
use crate::clause::{Clause, ClauseId, ClauseKind, PhraseId, Tag, View};
use crate::mention::Who;
use crate::pack::{ActorId, Cue, WordClass};
use crate::span::Span;
use crate::token::{TokenKind, Usage};

/// How many clauses up the noun of a gap is looked for.
const GAP: usize = 4;

/// How many sentences back the claim that is pointed to may stand.
const BACK: usize = 1;

impl Tagger {
    /// Adds what points back in a sentence; `carry` has the last claim of the sentences before, those of this one begin at `first`.
    pub(in crate::claim) fn echoes(
        &self,
        tagged: &Tagged<'_>,
        scene: &Scene<'_>,
        carry: &Carry,
        first: usize,
        out: &mut Vec<Claim>,
    ) {
        let before = carry
            .told
            .as_ref()
            .filter(|claim| claim.sentence.index + BACK >= tagged.place.index);
        if before.is_none() && out.len() == first {
            return;
        }
        for &token in &carry.here.repeating {
            let Some(clause) = tagged.view.clause_at(token) else {
                continue;
            };
            let Some(above) = self.operators.repeating(tagged.view, token) else {
                continue;
            };
            if !stands_alone(tagged.view, clause, &above) || is_condition(tagged.view, clause) {
                continue;
            }
            let at = tagged.view.span(above.start, above.end);
            let told = last_told(out, first, at)
                .or(before.filter(|_| !follows_another(tagged.view, clause)))
                .cloned();
            if let Some(told) = told {
                self.echo(tagged, scene, clause, &above, &told, out);
            }
        }
        self.ellipses(tagged, scene, before, first, out);
        self.replies(tagged, scene, before, first, out);
    }

    pub(in crate::claim) fn echo(
        &self,
        tagged: &Tagged<'_>,
        scene: &Scene<'_>,
        clause: ClauseId,
        above: &Above<'_>,
        told: &Claim,
        out: &mut Vec<Claim>,
    ) {
        let Some((index, cue)) = self.cue_of(told) else {
            return;
        };
        let unsaid = above.rule == &told.rule;
        // "Peru brokered it. Chile did not": that is no side of Chile's.
        if unsaid && cue.target_is_actor {
            return;
        }
        // "Chile will be next" after a deed: who only spoke has no successor.
        if above.effect.mode == Some(Mode::Expect) && !matches!(told.mode, Mode::Act | Mode::Expect)
        {
            return;
        }
        let holders = self.others_acting(scene, clause, told);
        // "asked its members to do the same": who asks for it holds it.
        let nobody = holders.iter().all(|holder| holder.who == Who::Other);
        let kind = tagged.view.clause(clause).map(|clause| clause.kind);
        if nobody && (unsaid || kind != Some(ClauseKind::Infinitive)) {
            return;
        }
        let about_told = || self.keeps_target(told, &holders, answers(tagged.view, above));
        let targets = if cue.target_is_actor && !about_told() {
            holders.clone()
        } else {
            self.told_of_others(told, &holders)
        };
        let mut hit = again(index, clause, above, holders, targets);
        hit.agentless = nobody;
        if nobody {
            hit.actors.clear();
        }
        let mut draft = self.draft_of(scene, &hit, cue);
        draft.stance = told.stance;
        if unsaid && matches!(told.mode, Mode::Want | Mode::Ask) {
            draft.mode = told.mode;
            draft.speaker = draft.holders.first().copied();
        }
        if above.effect.speaks {
            draft.speaker = draft.holders.first().copied();
        }
        // "Chile does not recognise it. Only Peru has done so": what is done is what was not.
        if told.negated && is_so(tagged.view, above) {
            draft.stance = draft.stance.opposite();
        }
        draft.steps.push(Step {
            kind: StepKind::Operator,
            rule: Some(above.rule.clone()),
            span: tagged.view.span(above.start, above.end),
            actor: None,
        });
        turn(&mut draft, above);
        // The *no* of "said no" is one of the words that turn it.
        let own = (above.start..above.end).filter(|at| tagged.view.marker_text(*at) == "no");
        draft.negatives.extend(own);
        self.climb(tagged, scene, &hit, cue, draft, out);
    }

    /// Who does what a clause tells, other than who holds a claim.
    fn others_acting(&self, scene: &Scene<'_>, clause: ClauseId, told: &Claim) -> Vec<Party> {
        let agent = scene.view.agent(clause);
        let mut acting = agent.map_or_else(Vec::new, |id| scene.parties(Filler::Phrase(id)));
        acting.retain(|holder| self.actor_id(holder.who) != told.actor);
        acting
    }

    /// Whether it is told again of the same, by somebody who isn't to do it: "Egypt offered to mediate, and Israel | agreed", "Chile urged Israel to lift it.
    /// Peru | did the same".
    fn keeps_target(&self, told: &Claim, holders: &[Party], answers: bool) -> bool {
        let asked = holders
            .iter()
            .any(|holder| told.target.contains(&self.actor_id(holder.who)));
        let offered = told.target.contains(&told.actor);
        let urges = matches!(told.mode, Mode::Ask | Mode::Want) && !offered;
        let meant = urges || answers && offered && told.mode != Mode::Act;
        meant && !asked && !told.target.is_empty()
    }

    /// Of whom a claim is, but for `holders`; whoever was asked answers the one who asked.
    fn told_of_others(&self, told: &Claim, holders: &[Party]) -> Vec<Party> {
        let holds = |id: &ActorId| {
            holders
                .iter()
                .any(|holder| self.actor_id(holder.who) == *id)
        };
        let asked = told.target.iter().any(holds);
        let about = told.target.iter().filter(|id| !holds(id));
        self.known_parties(about.chain(asked.then_some(&told.actor)), told.evidence)
    }

    /// The parties that ids of the pack name, by words that told of them.
    pub(super) fn known_parties<'i>(
        &self,
        ids: impl Iterator<Item = &'i ActorId>,
        span: Span,
    ) -> Vec<Party> {
        ids.filter_map(|id| self.actors.binary_search(id).ok())
            .map(|actor| Party {
                who: Who::Actor(actor),
                span,
            })
            .collect()
    }

    /// The cue that a claim was told by, and its place.
    pub(super) fn cue_of(&self, claim: &Claim) -> Option<(usize, &Cue)> {
        let cues = &self.rules.cues;
        let at = cues.binary_search_by(|cue| cue.id.cmp(&claim.rule)).ok()?;
        Some((at, cues.get(at)?))
    }
}

/// What was told by a cue, told again at other words.
pub(super) fn again(
    cue: usize,
    clause: ClauseId,
    above: &Above<'_>,
    actors: Vec<Party>,
    targets: Vec<Party>,
) -> Hit {
    let met = Met {
        rule: cue,
        class: WordClass::Verb,
        start: above.start,
        end: above.end,
        anchor: above.start,
        words: 0,
    };
    let mut hit = Hit::of(&met, Site::Verb(clause));
    hit.actors = actors;
    hit.targets = targets;
    hit.has_actor_slot = true;
    hit
}

/// "will not recognise it unless Peru does so": nobody has done or asks for more than what was told.
pub(super) fn is_condition(view: &View, id: ClauseId) -> bool {
    let marker = view
        .clause(id)
        .filter(|clause| clause.kind == ClauseKind::Adverbial)
        .and_then(|clause| clause.marker);
    marker.is_some_and(|at| {
        matches!(
            view.marker_text(at),
            "if" | "unless" | "lest" | "until" | "till" | "before" | "once"
        )
    })
}

/// The last claim of a sentence, whose claims begin at `first`, that stands before words.
pub(in crate::claim) fn last_told(claims: &[Claim], first: usize, at: Span) -> Option<&Claim> {
    let own = claims.get(first..).unwrap_or_default().iter();
    own.filter(|claim| claim.evidence.end() <= at.start())
        .max_by_key(|claim| claim.evidence)
}

/// "They brushed it aside, and should not have done so": a deed in the same sentence is what the words point to, whatever it was.
pub(in crate::claim) fn follows_another(view: &View, id: ClauseId) -> bool {
    let Some(clause) = view.clause(id) else {
        return false;
    };
    // "Peru, he says, might accept": who says so does nothing.
    let says = |verb: PhraseId| {
        let verb = view.phrase(verb);
        verb.is_some_and(|verb| view.usage(verb.head).any(Usage::SPEECH))
    };
    let before = |other: &Clause| {
        let verb = other.verb.filter(|verb| Some(*verb) < clause.verb);
        other.kind == ClauseKind::Main && verb.is_some_and(|verb| !says(verb))
    };
    clause.kind == ClauseKind::Main && view.clauses.iter().any(before)
}

/// Whether words take up or turn down what was told, rather than do the same.
fn answers(view: &View, above: &Above<'_>) -> bool {
    above.effect.takes_over
        || above.effect.flips
        || matches!(
            view.verb_text(above.start),
            "agree" | "accept" | "concur" | "grant" | "heed"
        )
}

/// "has done so", where "has done the same" takes the *not* with it.
fn is_so(view: &View, above: &Above<'_>) -> bool {
    let last = above.end.checked_sub(1);
    last.is_some_and(|at| view.marker_text(at) == "so")
}

/// What the repeating word itself does: "refused" is the other side.
fn turn(draft: &mut Draft, above: &Above<'_>) {
    if above.effect.flips {
        draft.stance = draft.stance.opposite();
    }
    draft.negated ^= above.effect.negates;
    if let Some(mode) = above.effect.mode {
        draft.mode = mode;
    }
    draft.operators += 1;
}

impl View {
    /// "a week later", "the next day", "two years before": a noun phrase that says when.
    fn is_time(&self, id: PhraseId) -> bool {
        self.phrase(id).is_some_and(|phrase| {
            let time = self.usage(phrase.head).any(Usage::DATE | Usage::TIME)
                && self.tags.get(phrase.head) != Some(&Tag::Proper);
            let later = matches!(
                self.marker_text(phrase.head),
                "later" | "earlier" | "before" | "after" | "ago" | "too"
            );
            phrase.preposition.is_none() && (time || later)
        })
    }
}

/// "a truce | that Israel had accepted", "which Hamas says | it had accepted": the noun before is what is accepted.
fn is_of_gap(view: &View, id: ClauseId) -> bool {
    let mut at = id;
    for _ in 0..GAP {
        let Some(clause) = view.clause(at) else {
            return false;
        };
        if clause.kind == ClauseKind::Relative {
            let opens = clause.marker.is_none_or(|marker| {
                matches!(view.marker_text(marker), "that" | "which" | "who" | "whom")
            });
            return opens && clause.subject.is_some() && clause.object.is_none();
        }
        let Some(above) = clause.parent else {
            return false;
        };
        at = above;
    }
    false
}

/// "Kosovo did so, the first state | to do so": what stands beside a name says no more than what was told of it.
fn is_said_of_subject(view: &View, clause: &Clause) -> bool {
    let noun = clause.governor.and_then(|noun| view.phrase(noun));
    clause.kind == ClauseKind::Infinitive
        && noun.is_some_and(|noun| {
            let comma = noun.start.checked_sub(1).and_then(|at| view.tokens.get(at));
            let ranked = (noun.start..noun.head).any(|at| {
                matches!(
                    view.marker_text(at),
                    "first" | "second" | "third" | "last" | "only" | "latest" | "next"
                )
            });
            ranked && comma.is_some_and(|token| token.kind == TokenKind::Comma)
        })
}

/// Whether nothing hangs on the words but when and where.
fn stands_alone(view: &View, id: ClauseId, above: &Above<'_>) -> bool {
    let Some(clause) = view.clause(id) else {
        return false;
    };
    let inside = |phrase| {
        view.phrase(phrase)
            .is_some_and(|phrase| above.start <= phrase.head && phrase.head < above.end)
    };
    if is_of_gap(view, id) || is_said_of_subject(view, clause) {
        return false;
    }
    let taken = [clause.object, clause.predicate]
        .into_iter()
        .flatten()
        .any(|phrase| !inside(phrase) && !view.is_time(phrase));
    let complement = view
        .clauses
        .iter()
        .any(|other| other.governor.is_some() && other.governor == clause.verb);
    // "joined Moscow in voting no" tells what was done.
    let doing = view.clauses.iter().any(|other| {
        let opens = view.phrase(other.start).map(|phrase| phrase.start);
        other.kind == ClauseKind::Gerund && opens == Some(above.end)
    });
    let to = view
        .clause_prepositional(id, |text| {
            matches!(
                text,
                "to" | "on" | "with" | "for" | "from" | "against" | "of" | "into" | "through"
            )
        })
        .any(|phrase| {
            view.phrase(phrase)
                .is_some_and(|phrase| phrase.start >= above.end)
        });
    !view.is_passive(id) && !taken && !complement && !doing && !to
}
