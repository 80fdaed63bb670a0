//! A cue that is met with its arguments, and which of two on the same words wins.

use super::compose::Draft;
use super::party::{Filler, Party};
use super::site::{Scene, Site};
use super::slot::Filled;
use super::words::Met;
use super::{Carry, Tagger};
use crate::clause::{PhraseKind, View};
use crate::mention::Who;
use crate::pack::{Cue, Slot, Spoken, WordClass};

/// A cue that was met with its arguments.
pub(super) struct Hit {
    pub(super) cue: usize,
    pub(super) class: WordClass,
    pub(super) site: Site,
    pub(super) anchor: usize,
    pub(super) start: usize,
    pub(super) end: usize,
    /// Tokens of its words and of each argument, first to after the last.
    pub(super) covers: Vec<(usize, usize)>,
    /// Tokens of the evidence, first to after the last.
    pub(super) evidence: (usize, usize),
    pub(super) weight: usize,
    pub(super) actors: Vec<Party>,
    pub(super) targets: Vec<Party>,
    pub(super) has_actor_slot: bool,
}

impl Tagger {
    /// Tries a cue whose words were met.
    pub(super) fn hit(&self, scene: &Scene<'_>, carry: &Carry, met: Met<'_>) -> Option<Hit> {
        let cue = self.cues.get(met.pattern.rule)?;
        let near = cue.near.is_empty() || scene.lists.any(&cue.near) || carry.before.any(&cue.near);
        let topic = cue.topic.is_empty() || carry.speaks_of(&cue.topic);
        if !near || !topic || scene.lists.any(&cue.not_near) {
            return None;
        }
        // What a slot needs must stand somewhere in the sentence: most cues of common verbs end here.
        let possible = |(_, slot): &(Spoken, Slot)| {
            slot.optional || slot.like.is_empty() || scene.lists.any(&slot.like)
        };
        if !cue.slots.iter().all(possible) {
            return None;
        }
        let site = Site::of(scene.view, &met)?;
        let mut hit = Hit {
            cue: met.pattern.rule,
            class: met.pattern.class,
            site,
            anchor: met.anchor,
            start: met.start,
            end: met.end,
            covers: vec![(met.start, met.end)],
            evidence: (met.start, met.end),
            weight: met.pattern.len() + usize::from(!(cue.near.is_empty() && cue.topic.is_empty())),
            actors: Vec::new(),
            targets: Vec::new(),
            has_actor_slot: false,
        };
        for (spoken, slot) in &cue.slots {
            hit.has_actor_slot |= slot.role == Some(crate::pack::Role::Actor);
            let fillers = scene.fillers(site, spoken, met.pattern.class, met.end);
            let mut fitting = fillers
                .into_iter()
                .filter_map(|filler| scene.fits(slot, filler));
            let first = fitting.next();
            // Of several that fit, one that names somebody is meant.
            let filled = match first {
                Some(first) if slot.role.is_some() && first.is_nobody() => {
                    fitting.find(|filled| !filled.is_nobody()).or(Some(first))
                }
                first => first,
            };
            match filled {
                Some(filled) => hit.fill(scene.view, spoken, slot.like.is_empty(), filled),
                None if slot.optional => {}
                None => return None,
            }
        }
        if let Site::Verb(clause) = site
            && hit.has_actor_slot
            && !hit.actors.is_empty()
            && !scene.view.is_passive(clause)
        {
            let others = scene.view.joined_to(clause).into_iter();
            hit.actors
                .extend(others.flat_map(|id| scene.parties(Filler::Phrase(id))));
        }
        Some(hit)
    }

    /// Whether `rival` takes `hit`'s words from it.
    pub(super) fn beats(&self, rival: &Hit, rival_index: usize, hit: &Hit, index: usize) -> bool {
        let (Some(winner), Some(loser)) = (self.cues.get(rival.cue), self.cues.get(hit.cue)) else {
            return false;
        };
        let covers = |a: &Hit, b: &Hit| {
            a.covers
                .iter()
                .any(|(start, end)| *start <= b.anchor && b.anchor < *end)
        };
        if winner.position != loser.position {
            let first = self
                .before
                .get(winner.position)
                .is_some_and(|before| before.contains(&loser.position));
            // "asked for a ceasefire through mediators" asks for a ceasefire as well.
            let adds = rival.anchor == hit.anchor && loser.needs_operator;
            return first && !adds && (covers(rival, hit) || covers(hit, rival));
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

impl Hit {
    fn fill(&mut self, view: &View, spoken: &Spoken, plain: bool, filled: Filled) {
        self.weight += 1 + usize::from(!plain);
        self.actors.extend(filled.actors);
        self.targets.extend(filled.targets);
        if let Some(phrase) = filled
            .phrase
            .and_then(|id| view.phrase(id))
            .filter(|phrase| phrase.kind != PhraseKind::Verb)
        {
            if *spoken != Spoken::Subject {
                self.evidence.0 = self.evidence.0.min(phrase.start);
                self.covers.push((phrase.start, phrase.end));
            }
            self.evidence.1 = self.evidence.1.max(phrase.end);
        }
    }
}

/// Whether a claim by nobody in particular, or by the writer, says enough to be one: it must be about somebody, and a deed whose doer is unsaid
/// is not the writer's.
pub(super) fn is_held(who: Who, hit: &Hit, cue: &Cue, draft: &Draft, no_target: bool) -> bool {
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
