//! From entries to rules: ids looked up over all layers, everything sorted by id, so that the order in the files changes nothing.

mod actors;
mod examples;
mod positions;

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::sync::Arc;

use crate::Stance;
use crate::attribution::Sense;

use super::error::Problems;
use super::examples::Examples;
use super::id::RuleId;
use super::layer::{Placed, Union};
use super::names;
use super::problem::{IdKind, ProblemKind};
use super::rules::{
    AttributionCue, Cue, Kind, ListId, Operator, RuleWords, Rules, Slot, Spoken, Text, WordList,
};
use super::schema::{AttributionEntry, CueEntry, ListEntry, OperatorEntry, SlotEntry, Word};
use super::suggest::Suggester;

/// The rules of a union with their examples. Whatever is wrong goes to `problems`, and what is returned then is of no use.
pub(super) fn resolve(union: &Union<'_>, problems: &mut Problems) -> (Rules, Examples) {
    if ListId::try_from(union.lists.len()).is_err() {
        problems.report(0, crate::span::Span::default(), ProblemKind::TooManyLists);
    }
    names::report_shared(&union.actors, problems);
    let mut resolver = Resolver {
        problems,
        suggester: Suggester::default(),
        actors: union
            .actors
            .iter()
            .map(|actor| &*actor.entry.id.text)
            .collect(),
        kinds: union.actors.iter().map(|actor| actor.entry.kind).collect(),
        positions: union
            .positions
            .iter()
            .map(|position| &*position.entry.id.text)
            .collect(),
        lists: union
            .lists
            .iter()
            .map(|list| &*list.entry.id.text)
            .collect(),
    };
    let rules = Rules {
        actors: union
            .actors
            .iter()
            .map(|actor| actors::actor(actor.entry))
            .collect(),
        called: union
            .actors
            .iter()
            .map(|actor| actors::called(actor.entry))
            .collect::<Vec<_>>()
            .into(),
        positions: positions::positions(&mut resolver, &union.positions),
        lists: union
            .lists
            .iter()
            .map(|list| word_list(list.entry))
            .collect::<Vec<_>>()
            .into(),
        cues: union.cues.iter().map(|cue| resolver.cue(cue)).collect(),
        operators: union
            .operators
            .iter()
            .map(|operator| operator_of(operator.entry))
            .collect(),
        words: words(union).into(),
        attributions: union
            .attributions
            .iter()
            .map(|attribution| resolver.attribution(attribution))
            .collect::<Vec<_>>()
            .into(),
    };
    let examples = examples::examples(&mut resolver, union);
    (rules, examples)
}

/// Looks ids up and reports those that nothing has.
#[derive(Debug)]
struct Resolver<'p, 'l> {
    problems: &'p mut Problems,
    suggester: Suggester,
    actors: Vec<&'l str>,
    /// The kind of each of `actors`.
    kinds: Vec<Option<Kind>>,
    positions: Vec<&'l str>,
    lists: Vec<&'l str>,
}

impl Resolver<'_, '_> {
    /// Index of an id among the sorted ids of its kind.
    fn index(&mut self, of: IdKind, file: usize, word: &Word) -> Option<usize> {
        let ids = match of {
            IdKind::Actor => &self.actors,
            IdKind::Position => &self.positions,
            IdKind::List | IdKind::Rule => &self.lists,
        };
        let found = ids.binary_search_by(|id| (*id).cmp(&*word.text));
        if found.is_err() {
            let candidates = ids.iter().copied();
            let meant = self
                .suggester
                .nearest(&word.text, candidates)
                .map(str::to_owned);
            let id = word.text.to_string();
            self.problems
                .report(file, word.at, ProblemKind::UnknownId { id, of, meant });
        }
        found.ok()
    }

    /// Indices, sorted, without repetition.
    fn indices(&mut self, of: IdKind, file: usize, words: &[Word]) -> Vec<usize> {
        let mut indices: Vec<_> = words
            .iter()
            .filter_map(|word| self.index(of, file, word))
            .collect();
        indices.sort_unstable();
        indices.dedup();
        indices
    }

    fn lists(&mut self, file: usize, words: &[Word]) -> Vec<ListId> {
        let indices = self.indices(IdKind::List, file, words).into_iter();
        indices
            .filter_map(|index| ListId::try_from(index).ok())
            .collect()
    }

    fn attribution(&mut self, placed: &Placed<'_, AttributionEntry>) -> AttributionCue {
        let Placed { entry, file, .. } = *placed;
        AttributionCue {
            id: RuleId::new(&entry.id.text),
            words: Arc::clone(&entry.words),
            takes: entry.takes.clone(),
            sense: entry.sense.unwrap_or(Sense::Said),
            subject: self.lists(file, &entry.subject),
            object: self.lists(file, &entry.object),
        }
    }

    fn cue(&mut self, placed: &Placed<'_, CueEntry>) -> Cue {
        let Placed { entry, file, .. } = *placed;
        let position = entry.position.as_ref();
        let position = position.and_then(|word| self.index(IdKind::Position, file, word));
        let default_target = entry.default_target.as_ref();
        let default_target = default_target.and_then(|word| self.index(IdKind::Actor, file, word));
        Cue {
            id: RuleId::new(&entry.id.text),
            position: position.unwrap_or_default(),
            stance: entry.stance.unwrap_or(Stance::Neutral),
            slots: entry
                .slots
                .iter()
                .map(|slot| self.slot(file, slot))
                .collect(),
            needs_operator: entry.needs_operator,
            needs_negation: entry.needs_negation,
            one_sided: entry.one_sided,
            reciprocal: entry.reciprocal,
            near: self.lists(file, &entry.near),
            topic: self.lists(file, &entry.topic),
            not_near: self.lists(file, &entry.not_near),
            mode: entry.mode,
            target_is_actor: entry.target_is_actor,
            default_target,
        }
    }

    fn slot(&mut self, file: usize, entry: &SlotEntry) -> (Spoken, Arc<Slot>) {
        let mut actors = self.indices(IdKind::Actor, file, &entry.actors);
        let of_kind = |kind: &Option<Kind>| kind.is_some_and(|kind| entry.kinds.contains(&kind));
        actors.extend(
            (0..)
                .zip(&self.kinds)
                .filter(|(_, kind)| of_kind(kind))
                .map(|(index, _)| index),
        );
        actors.sort_unstable();
        actors.dedup();
        let slot = Slot {
            role: entry.role,
            role_optional: entry.role_optional,
            owner: entry.owner,
            owner_optional: entry.owner_optional,
            like: self.lists(file, &entry.like),
            unlike: self.lists(file, &entry.unlike),
            actors,
            several: entry.several,
            optional: entry.optional,
        };
        if !slot.like.is_empty() && slot.like.iter().all(|list| slot.unlike.contains(list)) {
            self.problems
                .report(file, entry.at, ProblemKind::SlotCannotFill);
        }
        (entry.spoken, Arc::new(slot))
    }
}

fn operator_of(entry: &OperatorEntry) -> Operator {
    Operator {
        id: RuleId::new(&entry.id.text),
        effect: entry.effect,
        takes: entry.takes.clone(),
    }
}

fn words(union: &Union<'_>) -> RuleWords {
    let cues = union.cues.iter();
    let operators = union.operators.iter();
    RuleWords {
        cues: cues.map(|cue| Arc::clone(&cue.entry.words)).collect(),
        operators: operators.map(|cue| Arc::clone(&cue.entry.words)).collect(),
    }
}

fn word_list(entry: &ListEntry) -> WordList {
    WordList {
        id: owned(&entry.id),
        words: Arc::clone(&entry.words),
    }
}

fn owned(word: &Word) -> Text {
    Cow::Owned(word.text.to_string())
}
