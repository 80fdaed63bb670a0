//! Examples and counterexamples, with the actors and positions in them looked up.

use std::sync::Arc;

use crate::pack::examples::{AttributionExample, Counterexample, Example, Examples, Tests};
use crate::pack::id::{ActorId, PositionId};
use crate::pack::layer::{Placed, Union};
use crate::pack::problem::IdKind;
use crate::pack::schema::{AttributionEntry, AttributionExampleEntry, ExampleEntry, Word};
use crate::pack::source::{Origin, SourceFile};

use super::Resolver;

pub(super) fn examples(resolver: &mut Resolver<'_, '_>, union: &Union<'_>) -> Examples {
    let mut claims = |file, source, examples: &[ExampleEntry], counterexamples| Tests {
        examples: examples
            .iter()
            .map(|entry| example(resolver, file, source, entry))
            .collect(),
        counterexamples: self::counterexamples(source, counterexamples),
    };
    Examples {
        cues: union
            .cues
            .iter()
            .map(|cue| {
                let (entry, source) = (cue.entry, cue.source);
                claims(cue.file, source, &entry.examples, &entry.counterexamples)
            })
            .collect(),
        operators: union
            .operators
            .iter()
            .map(|operator| {
                let (entry, source) = (operator.entry, operator.source);
                claims(
                    operator.file,
                    source,
                    &entry.examples,
                    &entry.counterexamples,
                )
            })
            .collect(),
        attributions: union.attributions.iter().map(attributions).collect(),
    }
}

fn example(
    resolver: &mut Resolver<'_, '_>,
    file: usize,
    source: &Arc<SourceFile>,
    entry: &ExampleEntry,
) -> Example {
    if let Some(position) = &entry.position {
        resolver.index(IdKind::Position, file, position);
    }
    let mut targets = entry.target.clone().unwrap_or_default();
    targets.sort_by(|left, right| left.text.cmp(&right.text));
    targets.dedup_by(|later, first| later.text == first.text);
    for actor in entry.actor.iter().chain(&entry.speaker).chain(&targets) {
        if !matches!(&*actor.text, ActorId::AUTHOR | ActorId::OTHER) {
            resolver.index(IdKind::Actor, file, actor);
        }
    }
    let actor = |word: &Word| ActorId::new(&word.text);
    Example {
        text: entry.text.text.to_string(),
        position: entry
            .position
            .as_ref()
            .map(|word| PositionId::new(&word.text)),
        actor: entry.actor.as_ref().map(actor),
        target: entry
            .target
            .as_ref()
            .map(|_| targets.iter().map(actor).collect()),
        stance: entry.stance,
        speaker: entry.speaker.as_ref().map(actor),
        mode: entry.mode,
        origin: Origin::new(source, entry.text.at),
    }
}

fn attributions(placed: &Placed<'_, AttributionEntry>) -> Tests<AttributionExample> {
    let Placed { entry, source, .. } = *placed;
    let text = |word: &Word| word.text.to_string();
    let example = |entry: &AttributionExampleEntry| AttributionExample {
        text: text(&entry.text),
        source: entry.source.as_ref().map(text),
        cue: entry.cue.as_ref().map(text),
        content: entry.content.iter().map(text).collect(),
        origin: Origin::new(source, entry.text.at),
    };
    Tests {
        examples: entry.examples.iter().map(example).collect(),
        counterexamples: counterexamples(source, &entry.counterexamples),
    }
}

fn counterexamples(source: &Arc<SourceFile>, words: &[Word]) -> Vec<Counterexample> {
    let counterexample = |word: &Word| Counterexample {
        text: word.text.to_string(),
        origin: Origin::new(source, word.at),
    };
    words.iter().map(counterexample).collect()
}
