//! Claims: who holds which stance on which position, on whose word, and which rules say so.
//!
//! **Problem.** One pattern a sentence finds what it was written for and nothing else. **Idea.** A claim is composed: a *cue* of a position is
//! met at a word (`words`) in a sentence that has what it needs (`gate`), its arguments are found by grammatical role (`hit`, `site`, `slot`, `party`), *operators* above it change holder, mode or
//! side (`compose`, `level`, `operator`), and the attribution that it stands in gives the speaker (`voice`, `word`). What names no target is about what was told before (`antecedent`). **Steps** for a sentence: look every word up; try each cue
//! that begins there; of cues that met the same words keep the most specific; climb; add speaker and date.
//! **Which rule wins**: on one position, the cue that covers the other's words among its arguments; of two that cover each other, the one with more
//! constraints (required slots, word lists, words), then the one whose id comes first. Between positions, the pack's `before`.
//! **Cost.** One look-up for each word and, where a cue begins, a walk over its clause: linear, however many rules there are.

mod antecedent;
mod compose;
mod date;
mod echo;
mod eyes;
mod gate;
mod hanging;
mod hit;
mod level;
mod lists;
mod offer;
mod operator;
mod party;
mod pattern;
mod result;
mod site;
mod slot;
mod voice;
mod watch;
mod word;
mod words;

pub(crate) use hit::Miss;
pub use result::{Claim, Mode, Place, Stance, Step, StepKind, Trace};
pub(crate) use voice::{Voice, speaks_for};
pub(crate) use watch::Watch;

use std::collections::VecDeque;
use std::sync::Arc;

use crate::clause::View;
use crate::date::Date;
use crate::mention::{Mentions, Who};
use crate::pack::{ActorId, Cue, PositionId, Rules, WordClass};
use crate::span::Span;
use crate::token::{Lexicon, WordId};
use antecedent::{Carries, Told};
use compose::{Draft, compose};
use gate::{Around, Gates};
use hit::{Hit, is_held};
use lists::{ListHits, Seen};
use operator::Operators;
use party::Party;
use site::Scene;
use voice::{innermost, known_around, spoken_by};
use word::{is_thought, teller, told_mode};
use words::Index;

/// The cues and operators of a pack, compiled.
#[derive(Clone, Debug)]
pub(crate) struct Tagger {
    rules: Arc<Rules>,
    index: Index,
    gates: Gates,
    lists: Index,
    /// For each word form, by id, which of the two it begins something in.
    begins: Vec<Begins>,
    operators: Operators,
    positions: Vec<PositionId>,
    /// For each position those that give way to it.
    before: Vec<Vec<usize>>,
    /// For each position whether whoever is asked is a target.
    asked_is_target: Vec<bool>,
    /// For each position whether whoever reproaches somebody with it is on the other side.
    accusing_is_opposing: Vec<bool>,
    /// For each position how its target carries on from claim to claim.
    carries: Vec<Carries>,
    /// For each position the one actor that all its claims are about, if its cues leave no choice.
    about: Vec<Option<usize>>,
    actors: Vec<ActorId>,
}

/// What the tagger needs to know of a sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tagged<'a> {
    pub(crate) view: &'a View,
    pub(crate) mentions: &'a Mentions,
    pub(crate) place: Place,
    /// The document's whole text, which the spans refer to.
    pub(crate) text: &'a str,
    pub(crate) date: Option<Date>,
    /// Attributions of the paragraph, for the speaker.
    pub(crate) voices: &'a [Voice],
}

/// What is kept from sentence to sentence.
#[derive(Clone, Debug, Default)]
pub(crate) struct Carry {
    here: Begun,
    before: Begun,
    /// The sentences of the paragraph that are still to come, the last one first.
    coming: Vec<Begun>,
    /// Space that is used again.
    spare: Vec<Begun>,
    hits: Vec<Hit>,
    /// The last claim told, which "did the same" points to.
    told: Option<Claim>,
    /// What the article has said of each position.
    told_of: Vec<Told>,
    /// Which lists have a word in the paragraph.
    paragraph: Seen,
    /// And in each of the last sentences.
    recent: VecDeque<Seen>,
    /// The three together, for the cues of this sentence.
    around: Around,
}

/// What a word form begins: most begin nothing.
#[derive(Clone, Copy, Debug, Default)]
struct Begins {
    cue: bool,
    list: bool,
    /// An operator that points back.
    repeats: bool,
}

/// What the words of a sentence begin.
#[derive(Clone, Debug, Default)]
struct Begun {
    lists: ListHits,
    /// The tokens at which cues may begin.
    cues: Vec<usize>,
    /// The tokens at which an operator may begin that points back.
    repeating: Vec<usize>,
}

/// How many sentences back the article still speaks of a thing: a brief goes on about its draft, a long article about the next thing.
const TOPIC: usize = 12;

impl Carry {
    /// Goes on to the next sentence that was taken up.
    fn next_sentence(&mut self, gates: &Gates) {
        std::mem::swap(&mut self.here, &mut self.before);
        let next = self.coming.pop().unwrap_or_default();
        self.spare.push(std::mem::replace(&mut self.here, next));
        let oldest = (self.recent.len() >= TOPIC).then(|| self.recent.pop_back());
        let mut seen = oldest.flatten().unwrap_or_default();
        seen.clear();
        seen.extend(self.here.lists.seen());
        self.recent.push_front(seen);
        let topic = std::iter::once(&self.paragraph).chain(&self.recent);
        let (here, before) = (self.here.lists.seen(), self.before.lists.seen());
        self.around.set(gates.sets(), here, before, topic);
    }

    /// Whether the article speaks of a word of one of `lists` here.
    fn speaks_of(&self, lists: &[u16]) -> bool {
        self.paragraph.any(lists) || self.recent.iter().any(|seen| seen.any(lists))
    }
}

impl Tagger {
    /// Compiles cues, operators and lists; their words are added to the lexicon.
    pub(crate) fn new(rules: &Arc<Rules>, lexicon: &mut Lexicon) -> Self {
        let mut index = Index::default();
        for (at, cue) in rules.cues.iter().enumerate() {
            for (class, phrase) in cue.words.iter() {
                index.add(lexicon, at, *class, phrase);
            }
        }
        let mut lists = Index::default();
        for (at, list) in rules.lists.iter().enumerate() {
            for phrase in list.words.iter() {
                lists.add(lexicon, at, WordClass::Phrase, phrase);
            }
        }
        let operators = Operators::new(rules, lexicon);
        index.finish(lexicon);
        lists.finish(lexicon);
        let begins = |form: WordId| Begins {
            cue: index.begins(form),
            list: lists.begins(form),
            repeats: operators.may_repeat(form),
        };
        Self {
            rules: Arc::clone(rules),
            begins: lexicon.ids().map(begins).collect(),
            gates: Gates::new(rules),
            index,
            lists,
            operators,
            positions: rules
                .positions
                .iter()
                .map(|position| position.id.clone())
                .collect(),
            asked_is_target: rules
                .positions
                .iter()
                .map(|position| position.asked_is_target)
                .collect(),
            before: rules
                .positions
                .iter()
                .map(|position| position.before.clone())
                .collect(),
            accusing_is_opposing: rules
                .positions
                .iter()
                .map(|position| position.accusing_is_opposing)
                .collect(),
            carries: Carries::of(rules),
            about: (0..rules.positions.len())
                .map(|position| about(&rules.cues, position))
                .collect(),
            actors: rules.actors.iter().map(|actor| actor.id.clone()).collect(),
        }
    }

    /// The id of whom an index means; the writer where nobody else speaks.
    pub(crate) fn actor_id(&self, who: Who) -> ActorId {
        match who {
            Who::Actor(actor) => self
                .actors
                .get(actor)
                .cloned()
                .unwrap_or_else(ActorId::other),
            Who::Other => ActorId::other(),
            Who::Speaker => ActorId::author(),
        }
    }

    /// Takes up a paragraph: what its words are, so that a sentence knows what the paragraph is about.
    pub(crate) fn take_up<'v>(
        &self,
        views: impl DoubleEndedIterator<Item = &'v View>,
        carry: &mut Carry,
    ) {
        carry.spare.append(&mut carry.coming);
        carry.paragraph.clear();
        for view in views.rev() {
            let mut begun = carry.spare.pop().unwrap_or_default();
            self.look_up(view, &mut begun);
            carry.paragraph.extend(begun.lists.seen());
            carry.coming.push(begun);
        }
    }

    /// Looks every word of a sentence up.
    fn look_up(&self, view: &View, begun: &mut Begun) {
        begun.lists.clear();
        begun.cues.clear();
        begun.repeating.clear();
        for (at, token) in view.tokens.iter().enumerate() {
            let Some(begins) = self.begins.get(token.word.0 as usize) else {
                continue;
            };
            if begins.list {
                begun.lists.read(&self.lists, self.gates.sets(), view, at);
            }
            if begins.cue {
                begun.cues.push(at);
            }
            if begins.repeats {
                begun.repeating.push(at);
            }
        }
    }

    /// The claims of the next sentence of the paragraph, in text order.
    pub(crate) fn claims(&self, tagged: Tagged<'_>, carry: &mut Carry, out: &mut Vec<Claim>) {
        carry.next_sentence(&self.gates);
        let mut hits = std::mem::take(&mut carry.hits);
        let scene = Scene {
            view: tagged.view,
            mentions: tagged.mentions,
            lists: &carry.here.lists,
        };
        for &token in &carry.here.cues {
            let has_all = |cue| self.gates.lets(cue, &carry.around);
            self.index.each_met(tagged.view, token, has_all, |met| {
                hits.extend(self.hit(&scene, carry, met).ok());
            });
        }
        let first = out.len();
        // A cue that waits in vain, for an operator or a negation, takes no words from another.
        hits.retain_mut(|hit| {
            let waits = |cue: &Cue| cue.needs_operator || cue.needs_negation;
            hit.waits = self.rules.cues.get(hit.cue).is_some_and(waits);
            if hit.waits {
                self.draft(&tagged, &scene, hit, out);
                hit.told.extend(out.drain(first..));
            }
            !hit.waits || !hit.told.is_empty()
        });
        for index in 0..hits.len() {
            let Some(hit) = hits.get(index) else {
                break;
            };
            let mut rivals = hits.iter().enumerate();
            if rivals.any(|(other, rival)| other != index && self.beats(rival, other, hit, index)) {
                continue;
            }
            let drafted = out.len();
            if !hit.waits {
                self.draft(&tagged, &scene, hit, out);
            } else if let Some(hit) = hits.get_mut(index) {
                out.append(&mut hit.told);
            }
            if out.len() > drafted {
                let losers = self.losers(tagged.view, &hits, index);
                for claim in out.get_mut(drafted..).unwrap_or_default() {
                    claim.trace.steps.extend_from_slice(&losers);
                }
            }
        }
        hits.clear();
        self.echoes(&tagged, &scene, carry, first, out);
        let claims = out.split_off(first);
        out.extend(settle(claims));
        self.carry_on(
            &scene,
            &mut carry.told_of,
            tagged.place,
            out.get_mut(first..).unwrap_or_default(),
        );
        if let Some(last) = out.get(first..).and_then(<[Claim]>::last) {
            carry.told = Some(last.clone());
        }
        carry.hits = hits;
    }

    /// Completes claims that name no target by what was told before.
    fn carry_on(
        &self,
        scene: &Scene<'_>,
        told: &mut Vec<Told>,
        place: Place,
        claims: &mut [Claim],
    ) {
        told.resize(self.positions.len(), Told::default());
        for ((carries, told), position) in self.carries.iter().zip(told).zip(&self.positions) {
            carries.note_owners(told, scene, place.index, |who| self.actor_id(who));
            if claims.is_empty() {
                continue;
            }
            let mut own: Vec<&mut Claim> = claims
                .iter_mut()
                .filter(|claim| claim.position == *position)
                .collect();
            carries.carry_on(told, &mut own);
        }
    }

    fn draft(&self, tagged: &Tagged<'_>, scene: &Scene<'_>, hit: &Hit, out: &mut Vec<Claim>) {
        let Some(cue) = self.rules.cues.get(hit.cue) else {
            return;
        };
        let draft = self.draft_of(scene, hit, cue);
        self.climb(tagged, scene, hit, cue, draft, out);
    }

    /// A claim as the cue alone gives it.
    fn draft_of(&self, scene: &Scene<'_>, hit: &Hit, cue: &Cue) -> Draft {
        let evaluation = matches!(hit.class, WordClass::Adjective)
            || (hit.class == WordClass::Agent && !hit.has_actor_slot && !cue.target_is_actor);
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
            asked_is_target: self
                .asked_is_target
                .get(cue.position)
                .copied()
                .unwrap_or(false),
            accusing_is_opposing: self
                .accusing_is_opposing
                .get(cue.position)
                .copied()
                .unwrap_or(false),
            by_obligation: false,
            evaluation,
            first_person: hit.actors.iter().any(|party| party.who == Who::Speaker),
            by_speaker: hit.actors.is_empty() && !cue.target_is_actor,
            negatives: Vec::new(),
            taken_over: false,
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
        if evaluation && draft.holders.is_empty() {
            draft.holders = scene.in_whose_eyes(hit.site);
            draft.speaker = draft.holders.first().copied();
            draft.by_speaker = draft.holders.is_empty();
            if !draft.by_speaker {
                draft.mode = Mode::Act;
            }
        }
        draft
    }

    /// Everything above the cue, then speaker and date.
    fn climb(
        &self,
        tagged: &Tagged<'_>,
        scene: &Scene<'_>,
        hit: &Hit,
        cue: &Cue,
        mut draft: Draft,
        out: &mut Vec<Claim>,
    ) {
        let beside = compose(scene, &self.operators, hit.site, &mut draft);
        for mut draft in std::iter::once(draft).chain(beside) {
            let says_nothing =
                cue.needs_operator && draft.operators == 0 || cue.needs_negation && !draft.negated;
            let alone = cue.reciprocal && !has_company(&draft);
            if draft.cancelled || says_nothing || alone {
                continue;
            }
            if cue.one_sided {
                draft.stance = cue.stance;
            }
            draft.start = draft.start.min(hit.evidence.0);
            draft.end = draft.end.max(hit.evidence.1);
            self.finish(tagged, hit, cue, draft, out);
        }
    }

    /// Speaker, date and evidence; one claim for each holder.
    fn finish(
        &self,
        tagged: &Tagged<'_>,
        hit: &Hit,
        cue: &Cue,
        mut draft: Draft,
        out: &mut Vec<Claim>,
    ) {
        let anchor = tagged.view.span(hit.anchor, hit.anchor + 1);
        let voice = innermost(tagged.voices, anchor);
        let mut speaking = voice.and_then(|voice| spoken_by(tagged.voices, voice));
        if draft.by_speaker && draft.holders.is_empty() && speaking == Some(Who::Other) {
            // "Many would agree that it is a failure", says the president: his own judgement.
            speaking = voice
                .and_then(|voice| known_around(tagged.voices, voice))
                .or(speaking);
        }
        let resolve = |who: Who| match who {
            Who::Speaker => speaking.unwrap_or(Who::Speaker),
            known => known,
        };
        let said_of_oneself = draft.by_speaker && draft.holders.is_empty()
            || draft.holders.iter().any(|party| party.who == Who::Speaker);
        if draft.holders.is_empty() {
            draft.holders.push(Party {
                who: Who::Speaker,
                span: Span::default(),
            });
        }
        let speaker = draft.speaker.map(|party| resolve(party.who)).or(speaking);
        // "deplored the veto": the cue itself is a verb of saying, so it is its holder's word, whoever reports it.
        let says = hit.class == WordClass::Verb
            && hit.has_actor_slot
            && draft.speaker.is_none()
            && matches!(cue.mode, Some(Mode::Say | Mode::Ask | Mode::Want));
        // "We regard it as …" is said by whoever says so.
        let thought = is_thought(tagged.view, hit) && !draft.taken_over && !said_of_oneself;
        if thought && draft.mode == Mode::Say {
            draft.mode = Mode::Act;
        } else if said_of_oneself && speaking.is_some() && draft.mode == Mode::Act {
            draft.mode = Mode::Say;
        }
        let evidence = tagged.view.span(draft.start, draft.end);
        let date = date::held_on(
            tagged.view,
            tagged.text,
            &draft.clauses,
            tagged.date,
            draft.mode == Mode::Expect,
        );
        let mut targets: Vec<(ActorId, Span)> = draft
            .targets
            .iter()
            .filter_map(|party| match resolve(party.who) {
                who @ Who::Actor(_) => Some((self.actor_id(who), party.span)),
                _ => None,
            })
            .collect();
        if targets.is_empty()
            && let Some(about) = self.about.get(cue.position).copied().flatten()
        {
            let span = tagged.view.span(hit.start, hit.end);
            targets.push((self.actor_id(Who::Actor(about)), span));
        }
        if let Some(stranger) = hit.stranger.filter(|_| targets.is_empty()) {
            draft.steps.push(Step {
                kind: StepKind::Target,
                rule: None,
                span: tagged.view.phrase_span(stranger),
                actor: Some(ActorId::other()),
            });
        }
        targets.sort();
        targets.dedup_by(|a, b| a.0 == b.0);
        for holder in &draft.holders {
            let who = resolve(holder.who);
            if !is_held(who, hit, cue, &draft, targets.is_empty()) {
                continue;
            }
            let actor = self.actor_id(who);
            let speaker = if says || thought {
                Some(who)
            } else if draft.speaker.is_none() && draft.mode == Mode::Act {
                let teller = teller(tagged.voices, voice, evidence, who);
                teller.and_then(|voice| spoken_by(tagged.voices, voice))
            } else {
                speaker
            };
            let mut steps = draft.steps.clone();
            steps.push(Step {
                kind: StepKind::Actor,
                rule: None,
                span: holder.span,
                actor: Some(actor.clone()),
            });
            steps.extend(targets.iter().map(|(id, span)| Step {
                kind: StepKind::Target,
                rule: None,
                span: *span,
                actor: Some(id.clone()),
            }));
            if let Some(span) = voice.and_then(|voice| voice.cue) {
                steps.push(Step {
                    kind: StepKind::Attribution,
                    rule: voice.and_then(|voice| voice.rule.clone()),
                    span,
                    actor: speaking.map(|who| self.actor_id(who)),
                });
            }
            let mut target: Vec<ActorId> = targets.iter().map(|(id, _)| id.clone()).collect();
            if cue.reciprocal && target.is_empty() {
                let others = draft.holders.iter().map(|other| resolve(other.who));
                target.extend(
                    others
                        .filter(|other| *other != who && matches!(other, Who::Actor(_)))
                        .map(|other| self.actor_id(other)),
                );
                target.sort();
                target.dedup();
            }
            // "called for aid to be let in": whoever calls for it is not who is to do it.
            let does = !draft.taken_over || hit.actors.iter().any(|party| party.who == holder.who);
            if cue.target_is_actor && does && target.is_empty() && matches!(who, Who::Actor(_)) {
                target.push(actor.clone());
            }
            out.push(Claim {
                sentence: tagged.place,
                evidence,
                speaker: speaker.map_or_else(ActorId::author, |who| self.actor_id(who)),
                actor,
                mention: Some(holder.span).filter(|span| !span.is_empty()),
                position: self
                    .positions
                    .get(cue.position)
                    .cloned()
                    .unwrap_or_else(|| PositionId::new("")),
                stance: draft.stance,
                target,
                mode: told_mode(draft.mode, draft.negated, speaking == Some(who)),
                negated: draft.negated,
                hedged: draft.hedged,
                date,
                rule: cue.id.clone(),
                trace: Trace { steps },
            });
        }
    }
}

/// Whether what only two can do is done by two, or to somebody.
fn has_company(draft: &Draft) -> bool {
    let first = draft.holders.first().map(|party| party.who);
    let actor = |party: &Party| matches!(party.who, Who::Actor(_));
    draft.targets.iter().any(actor)
        || draft
            .holders
            .iter()
            .any(|party| actor(party) && Some(party.who) != first)
}

/// The one actor that every cue of a position may target, where their slots name no other and leave none open.
fn about(cues: &[Cue], position: usize) -> Option<usize> {
    let target = Some(crate::pack::Role::Target);
    let mut only = None;
    let slots = cues
        .iter()
        .filter(|cue| cue.position == position)
        .flat_map(|cue| cue.slots.iter().map(|(_, slot)| slot))
        .filter(|slot| slot.role == target || slot.owner == target);
    for slot in slots {
        match (slot.actors.as_slice(), only) {
            ([actor], None) => only = Some(*actor),
            ([actor], Some(known)) if *actor == known => {}
            ([], _) if slot.role_optional || slot.owner_optional => {}
            _ => return None,
        }
    }
    only
}

/// One claim for each actor, position, stance and target of a sentence, the first in the text; a claim whose targets are among another's
/// gives way to it.
fn settle(claims: Vec<Claim>) -> Vec<Claim> {
    let mut kept: Vec<Claim> = Vec::with_capacity(claims.len());
    for claim in claims {
        let same = |other: &Claim| {
            other.actor == claim.actor
                && other.position == claim.position
                && other.stance == claim.stance
        };
        let rival = kept.iter().position(|other| {
            same(other)
                && (other.target == claim.target
                    || other.target.is_empty()
                    || claim.target.is_empty())
        });
        match rival.and_then(|at| kept.get_mut(at)) {
            Some(other) if other.target.is_empty() && !claim.target.is_empty() => *other = claim,
            Some(_) => {}
            None => kept.push(claim),
        }
    }
    kept.sort_by(|a, b| {
        a.evidence
            .cmp(&b.evidence)
            .then_with(|| a.rule.cmp(&b.rule))
            .then_with(|| a.actor.cmp(&b.actor))
    });
    kept
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::{Claim, StepKind};
    use crate::{Document, Pack, Parallax};

    /// The cue of the design page with rivals, two operators, and the three states of its example.
    const PACK: &str = r#"
        [[actor]]
        id = "serbia"
        name = "Serbia"
        kind = "state"
        [[actor]]
        id = "russia"
        name = "Russia"
        kind = "state"
        demonyms = ["Russian"]
        [[actor]]
        id = "kosovo"
        name = "Kosovo"
        kind = "state"

        [[position]]
        id = "un_blocking"
        question = "Is a measure at the United Nations stopped?"
        asked-is-target = true
        [[position]]
        id = "stadium"
        question = "Is the stadium to be built?"

        [[list]]
        id = "un_measure"
        words = ["draft", "draft resolution", "resolution"]

        [[cue]]
        id = "block-anything"
        position = "un_blocking"
        stance = "oppose"
        verb = ["block"]
        subject = "actor"
        [[cue]]
        id = "block-measure"
        position = "un_blocking"
        stance = "support"
        verb = ["block"]
        subject = "actor"
        object = { like = "un_measure", owner = "target?" }
        [[cue]]
        id = "stadium-noun"
        position = "stadium"
        stance = "support"
        noun = ["stadium"]
        needs-operator = true

        [[operator]]
        id = "want"
        verb = ["want"]
        takes = ["infinitive", "object-infinitive", "noun"]
        effect = { takes-over = true, old-actor-to-target = true, mode = "want", speaks = true }
        [[operator]]
        id = "refuse"
        verb = ["refuse"]
        takes = ["infinitive"]
        effect = { flips = true, negates = true }
    "#;

    static PARALLAX: LazyLock<Parallax> = LazyLock::new(|| {
        let pack = Pack::from_toml("test.toml", PACK).unwrap_or_else(|error| panic!("{error}"));
        Parallax::new(pack)
    });

    fn claims(text: &str) -> Vec<Claim> {
        let article = PARALLAX.annotate(&Document::from_text("test", text));
        article.claims().cloned().collect()
    }

    fn shown(text: &str) -> Vec<String> {
        claims(text).iter().map(Claim::to_string).collect()
    }

    #[test]
    fn the_worked_example_of_the_design() {
        let text = "Serbia wants Russia to block any draft of Kosovo's to condemn it.";
        assert_eq!(
            shown(text),
            [
                "serbia: support un_blocking [kosovo, russia], want, speaker serbia, rule block-measure"
            ]
        );
        let claim = claims(text).remove(0);
        assert_eq!(claim.mention.map(|span| span.of(text)), Some("Serbia"));
        assert_eq!(claim.evidence.of(text), "wants Russia to block any draft");
        let steps: Vec<_> = claim
            .trace
            .steps
            .iter()
            .filter(|step| matches!(step.kind, StepKind::Cue | StepKind::Operator))
            .map(|step| {
                let rule = step.rule.as_ref().map(ToString::to_string);
                (step.kind, rule.unwrap_or_default(), step.span.of(text))
            })
            .collect();
        assert_eq!(
            steps,
            [
                (StepKind::Cue, "block-measure".to_owned(), "block"),
                (StepKind::Operator, "want".to_owned(), "wants"),
            ]
        );
    }

    #[test]
    fn two_reversals_cancel_and_one_negates() {
        assert_eq!(
            shown("Russia refused to block the draft."),
            ["russia: oppose un_blocking [], act, speaker author, negated, rule block-measure"]
        );
        let stances: Vec<String> = claims("Russia did not refuse to block the draft.")
            .iter()
            .map(|claim| claim.stance.to_string())
            .collect();
        assert_eq!(stances, ["support"]);
    }

    #[test]
    fn the_more_constrained_of_two_rules_wins() {
        let rules = |text| -> Vec<String> {
            claims(text)
                .iter()
                .map(|claim| claim.rule.to_string())
                .collect()
        };
        assert_eq!(
            rules("Russia blocked the draft resolution."),
            ["block-measure"]
        );
        assert_eq!(rules("Russia blocked the road."), ["block-anything"]);
        assert_eq!(rules("The draft was blocked by Russia."), ["block-measure"]);
    }

    #[test]
    fn a_noun_that_needs_an_operator_says_nothing_alone() {
        assert_eq!(shown("The stadium stands in Serbia."), [""; 0]);
        assert_eq!(
            shown("Serbia wants a stadium."),
            ["serbia: support stadium [], want, speaker serbia, rule stadium-noun"]
        );
    }

    #[test]
    fn people_who_are_no_actor_are_nobody_in_particular() {
        let actors: Vec<String> = claims("The police blocked the road.")
            .iter()
            .map(|claim| claim.actor.to_string())
            .collect();
        assert_eq!(actors, ["other"]);
        assert_eq!(shown("Nothing blocked the road."), [""; 0]);
        assert_eq!(shown(""), [""; 0]);
    }
}
