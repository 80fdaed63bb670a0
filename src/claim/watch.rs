//! What nearly was a claim, for those who write packs.
//!
//! Tagging says what was found and why. A pack's writer asks the opposite: a cue's words stand there, and why is there no claim? So a
//! sentence is gone through once more, apart from tagging, and each cue that was met but made no claim is kept with the first part of it that failed.

use super::cue::fillers::Fillers;
use super::cue::hit::Miss;
use super::cue::site::Scene;
use super::{Carry, Place, Tagged, Tagger};
use crate::clause::{ClauseId, PhraseId};
use crate::span::Span;

/// What was seen in the sentences of a document.
#[derive(Clone, Debug, Default)]
pub(crate) struct Watch {
    pub(crate) near_misses: Vec<NearMiss>,
    /// The verbs beside actors.
    pub(crate) verbs: Vec<VerbBeside>,
    /// The sentences that name an actor, in text order.
    pub(crate) with_actor: Vec<Place>,
}

/// A cue whose words stand in a sentence and that made no claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NearMiss {
    /// Its index among the pack's cues.
    pub(crate) cue: usize,
    pub(crate) place: Place,
    /// Its words in the text.
    pub(crate) words: Span,
    pub(crate) miss: Miss,
    /// What stands in the slot that failed.
    pub(crate) found: Option<Span>,
}

/// A verb whose subject or object is an actor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct VerbBeside {
    pub(crate) lemma: String,
    pub(crate) place: Place,
}

impl Tagger {
    /// Looks at a sentence after its claims were made; `carry` as it is then.
    pub(crate) fn watch(&self, tagged: &Tagged<'_>, carry: &Carry, watch: &mut Watch) {
        let scene = Scene {
            view: tagged.view,
            mentions: tagged.mentions,
            lists: &carry.here.lists,
            voices: tagged.voices,
        };
        watch.see_actors(tagged);
        let first = watch.near_misses.len();
        let mut hits = Vec::new();
        let mut fillers = Fillers::default();
        for token in 0..tagged.view.tokens.len() {
            let form = tagged.view.tokens.get(token).map(|token| token.word);
            let begins = form.and_then(|form| self.forms.begins(form));
            let chain = begins.map(|begins| begins.cues).unwrap_or_default();
            for met in self.index.at(tagged.view, token, chain) {
                let words = tagged.view.span(met.start, met.end);
                let (cue, class, end) = (met.rule, met.class, met.end);
                let near_miss = |miss, found| NearMiss {
                    cue,
                    place: tagged.place,
                    words,
                    miss,
                    found,
                };
                let site = super::cue::site::Site::of(tagged.view, &met);
                match self.hit(&scene, carry, met, &mut fillers) {
                    Ok(hit) => hits.push((hit, near_miss(Miss::Holder, None))),
                    Err(miss) => {
                        let slot = match miss {
                            Miss::Slot(slot) => {
                                self.rules.cues.get(cue).and_then(|cue| cue.slots.get(slot))
                            }
                            _ => None,
                        };
                        let found = slot.zip(site).and_then(|((spoken, _), site)| {
                            let fillers = scene.fillers(site, spoken, class, end);
                            let first = fillers.into_iter().next()?;
                            Some(first.span(tagged.view))
                        });
                        watch.near_misses.push(near_miss(miss, found));
                    }
                }
            }
        }
        for (index, (hit, near_miss)) in hits.iter().enumerate() {
            let winner = hits.iter().enumerate().find(|(other, (rival, _))| {
                *other != index && self.beats(rival, *other, hit, index)
            });
            let mut claims = Vec::new();
            let miss = match winner {
                Some((_, (rival, _))) => Miss::Beaten(rival.cue),
                None => {
                    self.draft(tagged, &scene, hit, &mut claims);
                    let needs = self
                        .rules
                        .cues
                        .get(hit.cue)
                        .is_some_and(|cue| cue.needs_operator);
                    if needs { Miss::Operator } else { Miss::Holder }
                }
            };
            if claims.is_empty() {
                watch.near_misses.push(NearMiss { miss, ..*near_miss });
            }
        }
        if let Some(new) = watch.near_misses.get_mut(first..) {
            new.sort_by_key(|near_miss| (near_miss.words, near_miss.cue));
        }
    }
}

impl Watch {
    fn see_actors(&mut self, tagged: &Tagged<'_>) {
        let view = tagged.view;
        let is_actor = |phrase: PhraseId| {
            let referent = tagged.mentions.referent(phrase);
            referent.is_some_and(|referent| referent.who.is_actor())
        };
        if (0..view.phrases.len()).any(|phrase| is_actor(PhraseId::new(phrase))) {
            self.with_actor.push(tagged.place);
        }
        for (index, clause) in view.clauses.iter().enumerate() {
            let id = ClauseId::new(index);
            let beside = [view.subject(id), view.object(id)];
            let Some(verb) = clause.verb.and_then(|verb| view.phrase(verb)) else {
                continue;
            };
            if beside.into_iter().flatten().any(is_actor) {
                let lemma = view.verb_text(verb.head);
                if !lemma.is_empty() {
                    self.verbs.push(VerbBeside {
                        lemma: lemma.to_owned(),
                        place: tagged.place,
                    });
                }
            }
        }
    }
}
