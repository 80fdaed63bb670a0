//! A cue that is met with its arguments, and which of two on the same words wins.

use super::fillers::Fillers;
use super::pattern::Met;
use super::site::{Scene, Site};
use super::slot::{Filled, put};
use crate::claim::compose::Draft;
use crate::claim::result::{Claim, Step, StepKind};
use crate::claim::who::Party;
use crate::claim::who::party::Filler;
use crate::claim::{Carry, Tagger};
use crate::clause::{ClauseKind, Phrase, PhraseId, PhraseKind, View};
use crate::mention::Who;
use crate::pack::{Cue, Role, Slot, Spoken, WordClass};

/// A cue that was met with its arguments.
#[derive(Clone, Debug)]
pub(in crate::claim) struct Hit {
    pub(in crate::claim) cue: usize,
    pub(in crate::claim) class: WordClass,
    pub(in crate::claim) site: Site,
    pub(in crate::claim) anchor: usize,
    pub(in crate::claim) start: usize,
    pub(in crate::claim) end: usize,
    /// How many words of its own the cue has here.
    pub(in crate::claim) words: usize,
    /// Tokens of each argument, first to after the last.
    pub(in crate::claim) covers: Vec<(usize, usize)>,
    /// Tokens of what hangs on its words, among them a word that must be near: "mediated | an end to the war".
    pub(in crate::claim) context: Vec<(usize, usize)>,
    /// All these tokens and its own, first to after the last.
    reach: (usize, usize),
    /// Tokens of the evidence, first to after the last.
    pub(in crate::claim) evidence: (usize, usize),
    pub(in crate::claim) weight: usize,
    pub(in crate::claim) actors: Vec<Party>,
    pub(in crate::claim) targets: Vec<Party>,
    pub(in crate::claim) has_actor_slot: bool,
    /// Somebody without a name whom it is done to: "talks with some rebels".
    pub(in crate::claim) stranger: Option<PhraseId>,
    /// A cue that lost its words to this one says that those who do it do it to each other: "restored ties".
    pub(in crate::claim) each_other: bool,
    /// The noun of which its clause tells: "the truce | brokered by Egypt".
    pub(in crate::claim) describes: Option<PhraseId>,
    /// It is done by nobody who is named: "wants the draft blocked". Only what stands above it tells who holds that.
    pub(in crate::claim) agentless: bool,
    /// Whether the cue says nothing alone; then what it was found to tell.
    pub(in crate::claim) waits: bool,
    pub(in crate::claim) told: Vec<Claim>,
    /// Whether nothing came of it, though no other took its words.
    pub(in crate::claim) silent: bool,
    /// The phrase of two names of which it is told by the verb of others: "and | Chile North Macedonia".
    pub(in crate::claim) pair: Option<PhraseId>,
}

/// The first part of a cue that failed although its words stand there. Slots are given by their index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Miss {
    /// No word of the lists that must be near.
    Near,
    /// The article speaks of none of the things that it must speak of.
    Topic,
    /// A word of the lists that must not be near.
    NotNear,
    /// The sentence holds no word that the slot could be.
    Words(usize),
    /// The words stand there as another class of word.
    Place,
    /// Nothing that stands in the slot fits it.
    Slot(usize),
    /// Another cue, by its index, is more specific.
    Beaten(usize),
    /// It needs an operator above it.
    Operator,
    /// Nobody is left who holds it, or words above it cancel it.
    Holder,
}

/// Whether words stand around a cue's own that it asks for, and none that it must not have; else what is amiss.
fn stands_among(cue: &Cue, scene: &Scene<'_>, carry: &Carry) -> Result<(), Miss> {
    if !(cue.near.is_empty() || scene.lists.any(&cue.near) || carry.before.lists.any(&cue.near)) {
        return Err(Miss::Near);
    }
    if !(cue.topic.is_empty() || carry.speaks_of(&cue.topic)) {
        return Err(Miss::Topic);
    }
    if scene.lists.any(&cue.not_near) {
        return Err(Miss::NotNear);
    }
    // What a slot needs must stand somewhere in the sentence: most cues of common verbs end here.
    let possible =
        |slot: &Slot| slot.optional || slot.like.is_empty() || scene.lists.any(&slot.like);
    match cue.slots.iter().position(|(_, slot)| !possible(slot)) {
        Some(slot) => Err(Miss::Words(slot)),
        None => Ok(()),
    }
}

impl Tagger {
    /// Whether a cue whose words were met may hold, as far as small looks tell: the article speaks of its topic, and beside the words stands what each slot
    /// must be like. Cost: the fillers of a slot, once for all cues of a word; `hit` asks who they are.
    pub(in crate::claim) fn may_hold<'r>(
        &'r self,
        scene: &Scene<'_>,
        carry: &Carry,
        met: &Met,
        site: Site,
        known: &mut Fillers<'r>,
    ) -> bool {
        let cue = self.rules.cues.get(met.rule);
        cue.is_some_and(|cue| {
            (cue.topic.is_empty() || carry.speaks_of(&cue.topic))
                && cue.slots.iter().all(|(spoken, slot)| {
                    slot.optional
                        || slot.like.is_empty()
                        || known
                            .of(scene, site, spoken, met)
                            .iter()
                            .any(|filler| scene.is_like(&slot.like, *filler))
                })
        })
    }

    /// Tries a cue whose words were met; where it doesn't hold, the first part of it that failed.
    pub(in crate::claim) fn hit<'r>(
        &'r self,
        scene: &Scene<'_>,
        carry: &Carry,
        met: Met,
        known: &mut Fillers<'r>,
    ) -> Result<Hit, Miss> {
        let site = Site::of(scene.view, &met).ok_or(Miss::Place)?;
        self.hit_at(scene, carry, met, site, known)
    }

    /// Tries a cue in each clause that shares the verb at which its words were met: "recognised Kosovo and Chile | the north".
    pub(in crate::claim) fn gapped_hits(
        &self,
        scene: &Scene<'_>,
        carry: &Carry,
        met: &Met,
        site: Site,
        out: &mut Vec<Hit>,
    ) {
        let Site::Verb(clause) = site else {
            return;
        };
        for gapped in scene.view.gapped(clause) {
            let mut known = Fillers::default();
            let site = Site::Verb(gapped);
            let hit = self.hit_at(scene, carry, *met, site, &mut known);
            out.extend(hit.ok());
        }
    }

    /// What a verb tells of two more, who stand side by side as one phrase of the list that is its object: "and | Chile North Macedonia".
    /// Those named behind are theirs: "and Chile Ghana and | Togo".
    pub(in crate::claim) fn paired_hits(scene: &Scene<'_>, hit: &mut Hit, out: &mut Vec<Hit>) {
        let Site::Verb(clause) = hit.site else {
            return;
        };
        let finite = |verb: &Phrase| verb.verb.finite || verb.verb.modal.is_some();
        let told = scene.view.verb_group(clause).is_some_and(finite)
            && !scene.view.is_passive(clause)
            && hit.has_actor_slot
            && !(hit.actors.is_empty() || hit.targets.is_empty());
        let object = scene.view.clause(clause).and_then(|clause| clause.object);
        for (id, first, second) in scene.mentions.paired.iter().rev().filter(|_| told) {
            if Some(scene.view.first_conjunct(*id)) == object {
                let mut pair = hit.clone();
                pair.pair = Some(*id);
                pair.actors = vec![scene.party(*first)];
                let from = scene.view.phrase_span(*id).end();
                let (behind, own) = std::mem::take(&mut hit.targets)
                    .into_iter()
                    .partition(|target: &Party| target.span.start() >= from);
                hit.targets = own;
                pair.targets = behind;
                pair.targets.insert(0, scene.party(*second));
                let end = scene.view.phrase(*id).map_or(0, |phrase| phrase.end);
                pair.evidence.1 = pair.evidence.1.max(end);
                out.push(pair);
            }
        }
    }

    /// The same for words whose place is known.
    pub(in crate::claim) fn hit_at<'r>(
        &'r self,
        scene: &Scene<'_>,
        carry: &Carry,
        met: Met,
        site: Site,
        known: &mut Fillers<'r>,
    ) -> Result<Hit, Miss> {
        let cue = self.rules.cues.get(met.rule).ok_or(Miss::Place)?;
        stands_among(cue, scene, carry)?;
        let mut hit = Hit::of(&met, site);
        hit.describes = described_by(scene.view, site);
        hit.weight += usize::from(!(cue.near.is_empty() && cue.topic.is_empty()));
        for (index, (spoken, slot)) in cue.slots.iter().enumerate() {
            hit.has_actor_slot |= slot.role == Some(Role::Actor);
            match scene.filled(slot, known.of(scene, site, spoken, &met)) {
                Some(_) if scene.lacks_host(site, spoken, slot) => hit.agentless = true,
                Some(filled) => {
                    hit.note_stranger(scene, slot, &filled);
                    hit.fill(scene.view, spoken, slot.like.is_empty(), filled);
                }
                None if slot.optional => {}
                None if scene.lacks_agent(site, spoken, slot) => hit.agentless = true,
                None => return Err(Miss::Slot(index)),
            }
        }
        if let Site::Verb(clause) = site
            && hit.agentless
            && let Some(host) = scene.host_by_place(clause, &self.places)
        {
            hit.agentless = hit.targets.iter().any(|guest| guest.who == host.who);
            hit.actors.extend((!hit.agentless).then_some(host));
        }
        if let Site::Verb(clause) = site
            && hit.has_actor_slot
            && !hit.actors.is_empty()
            && !scene.view.is_passive(clause)
        {
            for id in scene.view.joined_to(clause) {
                scene.parties_into(Filler::Phrase(id), &mut hit.actors);
            }
        }
        if !cue.near.is_empty() {
            hit.context = scene.hanging_on(site, met.end, &cue.near);
        }
        hit.note_reach();
        Ok(hit)
    }

    /// Whether `rival` takes `hit`'s words from it.
    pub(in crate::claim) fn beats(
        &self,
        rival: &Hit,
        rival_index: usize,
        hit: &Hit,
        index: usize,
    ) -> bool {
        if !rival.reaches(hit) {
            return false;
        }
        let (Some(winner), Some(loser)) =
            (self.rules.cues.get(rival.cue), self.rules.cues.get(hit.cue))
        else {
            return false;
        };
        // "recognised Kosovo and Chile the north": two deeds by the words of one.
        if rival.anchor == hit.anchor
            && (rival.site.shares_verb(hit.site) || rival.pair != hit.pair)
        {
            return false;
        }
        let covers = |a: &Hit, b: &Hit| {
            std::iter::once(&(a.start, a.end))
                .chain(&a.covers)
                .any(|(start, end)| *start <= b.anchor && b.anchor < *end)
        };
        // "welcomed the truce brokered by Egypt": the deed is told, and the thing is welcomed.
        if loser.needs_operator
            && rival
                .describes
                .is_some_and(|noun| hit.site == Site::Noun(noun))
        {
            return false;
        }
        if winner.position != loser.position {
            let first = self
                .before
                .get(winner.position)
                .is_some_and(|before| before.contains(&loser.position));
            // "asked for a ceasefire through mediators" asks for a ceasefire as well.
            let adds = rival.anchor == hit.anchor && loser.needs_operator;
            let about = || {
                let inside = |(start, end): &(usize, usize)| (*start..*end).contains(&hit.anchor);
                rival.context.iter().any(inside)
            };
            return first && !adds && (covers(rival, hit) || covers(hit, rival) || about());
        }
        // Who is named goes before who has to be looked for above.
        if rival.agentless != hit.agentless {
            return hit.agentless && (covers(rival, hit) || covers(hit, rival));
        }
        match (covers(rival, hit), covers(hit, rival)) {
            (true, true) => {
                let rank = |hit: &Hit, index: usize| {
                    (
                        hit.weight,
                        std::cmp::Reverse(hit.cue),
                        std::cmp::Reverse(index),
                    )
                };
                rank(rival, rival_index) > rank(hit, index)
            }
            (covered, _) => covered,
        }
    }
}

impl Tagger {
    /// Whether a cue from which the hit at `index` takes the words is one of deeds done to each other.
    pub(in crate::claim) fn is_each_others(&self, hits: &[Hit], index: usize) -> bool {
        let Some((winner, cue)) = hits
            .get(index)
            .and_then(|hit| Some((hit, self.rules.cues.get(hit.cue)?)))
        else {
            return false;
        };
        let mutual = |other: &Hit| {
            let lost = self.rules.cues.get(other.cue);
            lost.is_some_and(|lost| {
                lost.reciprocal && lost.position == cue.position && lost.stance == cue.stance
            })
        };
        hits.iter().enumerate().any(|(other, hit)| {
            other != index && mutual(hit) && self.beats(winner, index, hit, other)
        })
    }

    /// The steps that name the cues from which the hit at `index` takes the words.
    pub(in crate::claim) fn losers(&self, view: &View, hits: &[Hit], index: usize) -> Vec<Step> {
        let Some(winner) = hits.get(index) else {
            return Vec::new();
        };
        let loser = |(other, hit): (usize, &Hit)| {
            let cue = self.rules.cues.get(hit.cue)?;
            let loses = other != index && self.beats(winner, index, hit, other);
            loses.then(|| Step {
                kind: StepKind::Beaten,
                rule: Some(cue.id.clone()),
                span: view.span(hit.start, hit.end),
                actor: None,
            })
        };
        hits.iter().enumerate().filter_map(loser).collect()
    }
}

impl Hit {
    /// Words that were met, before anything is known of their arguments.
    pub(in crate::claim) fn of(met: &Met, site: Site) -> Self {
        Self {
            cue: met.rule,
            class: met.class,
            site,
            anchor: met.anchor,
            start: met.start,
            end: met.end,
            words: met.words,
            covers: Vec::new(),
            context: Vec::new(),
            reach: (met.start.min(met.anchor), met.end.max(met.anchor + 1)),
            evidence: (met.start, met.end),
            weight: met.words,
            actors: Vec::new(),
            targets: Vec::new(),
            has_actor_slot: false,
            stranger: None,
            each_other: false,
            describes: None,
            agentless: false,
            waits: false,
            told: Vec::new(),
            silent: false,
            pair: None,
        }
    }

    /// Notes how far its words and what belongs to them reach.
    fn note_reach(&mut self) {
        for (start, end) in self.covers.iter().chain(&self.context) {
            let (first, last) = self.reach;
            self.reach = (first.min(*start), last.max(*end));
        }
    }

    /// Whether one may stand among the words of the other.
    fn reaches(&self, other: &Self) -> bool {
        self.reach.0 < other.reach.1 && other.reach.0 < self.reach.1
    }

    /// Notes whether what fills a slot is somebody, or a thing of somebody, without a name.
    fn note_stranger(&mut self, scene: &Scene<'_>, slot: &Slot, filled: &Filled) {
        let other = |party: &Party| party.who == Who::Other;
        let somebody = !filled.targets.is_empty() && filled.targets.iter().all(other);
        if slot.role == Some(Role::Target) && somebody {
            self.stranger = filled.phrase.filter(|id| scene.is_some_other(*id));
        }
        if slot.role.is_none() && self.stranger.is_none() && self.targets.is_empty() {
            self.stranger = filled.phrase.filter(|id| scene.is_some_things(*id));
        }
    }

    fn fill(&mut self, view: &View, spoken: &Spoken, plain: bool, filled: Filled) {
        self.weight += 1 + usize::from(!plain);
        put(&mut self.actors, filled.actors);
        put(&mut self.targets, filled.targets);
        if let Some(phrase) = filled
            .phrase
            .and_then(|id| view.phrase(id))
            .filter(|phrase| phrase.kind != PhraseKind::Verb)
        {
            if *spoken != Spoken::Subject {
                self.evidence.0 = self.evidence.0.min(phrase.start);
            }
            // A subject of which the cue asks what it is belongs to its words: "was appalled by the veto".
            if *spoken != Spoken::Subject || !plain {
                self.covers.push((phrase.start, phrase.end));
            }
            self.evidence.1 = self.evidence.1.max(phrase.end);
        }
    }
}

/// The noun of a relative clause, or of a participle behind it.
fn described_by(view: &View, site: Site) -> Option<PhraseId> {
    let Site::Verb(clause) = site else {
        return None;
    };
    let clause = view.clause(clause)?;
    let describes = matches!(clause.kind, ClauseKind::Relative | ClauseKind::Participle);
    clause.governor.filter(|_| describes)
}

/// Whether a claim by nobody in particular, or by the writer, says enough to be one: it must be about somebody, and a deed whose doer is unsaid
/// is not the writer's.
pub(in crate::claim) fn is_held(
    who: Who,
    hit: &Hit,
    cue: &Cue,
    draft: &Draft,
    no_target: bool,
) -> bool {
    let evaluation = matches!(hit.class, WordClass::Adjective | WordClass::Agent);
    match who {
        Who::Actor(_) => true,
        Who::Speaker => {
            (!no_target || draft.by_obligation)
                && (!hit.has_actor_slot || draft.by_obligation || draft.first_person)
                && !cue.needs_operator | draft.by_obligation | draft.first_person
        }
        Who::Other => !(evaluation && no_target),
    }
}
