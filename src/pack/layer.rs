//! Layers of a pack: files read together, and layers laid one over another.
//!
//! Ids are looked up over all layers at once. An entry of a later layer replaces the whole entry of an earlier one that has the same id; the
//! others are added. Within a layer an id stands once, however many files the layer has. Cues, operators and attribution cues share their ids,
//! so that a claim can name its rule, and replace each other across these kinds.

use std::collections::HashMap;
use std::sync::Arc;

use crate::span::Span;

use super::error::Problems;
use super::problem::ProblemKind;
use super::read;
use super::schema::{
    ActorEntry, AttributionEntry, CueEntry, Entries, ListEntry, OperatorEntry, PositionEntry, Word,
};
use super::source::SourceFile;

/// Files that were read together.
pub(super) type Layer = Vec<Arc<SourceFile>>;

/// A layer with its entries as they are written. A pack doesn't keep them: reading its files again, when one more layer comes over them, costs
/// less than holding every text twice.
pub(super) type ReadLayer<'t> = Vec<File<'t>>;

/// A file with its entries as they are written.
#[derive(Debug)]
pub(super) struct File<'t> {
    pub(super) source: &'t Arc<SourceFile>,
    pub(super) entries: Entries<'t>,
}

/// Reads the files of all layers, counted through.
pub(super) fn read_layers<'t>(
    layers: &'t [Arc<Layer>],
    problems: &mut Problems,
) -> Vec<ReadLayer<'t>> {
    let mut index = 0..;
    let mut file = |source: &'t Arc<SourceFile>| File {
        source,
        entries: read::read(source.text(), index.next().unwrap_or_default(), problems),
    };
    layers
        .iter()
        .map(|layer| layer.iter().map(&mut file).collect())
        .collect()
}

/// An entry with the file it stands in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed<'l, T> {
    pub(super) entry: &'l T,
    /// Index of the file among all files of the pack.
    pub(super) file: usize,
    pub(super) source: &'l Arc<SourceFile>,
}

/// Something with an id.
trait Entry {
    fn id(&self) -> &Word<'_>;
}

macro_rules! entry {
    ($($kind:ident),*) => {$(
        impl Entry for $kind<'_> {
            fn id(&self) -> &Word<'_> {
                &self.id
            }
        }
    )*};
}

entry!(
    ActorEntry,
    PositionEntry,
    ListEntry,
    CueEntry,
    OperatorEntry,
    AttributionEntry
);

/// A cue, an operator or an attribution cue: they share their ids.
#[derive(Debug)]
enum Rule<'l> {
    Cue(&'l CueEntry<'l>),
    Operator(&'l OperatorEntry<'l>),
    Attribution(&'l AttributionEntry<'l>),
}

impl Entry for Rule<'_> {
    fn id(&self) -> &Word<'_> {
        match self {
            Self::Cue(entry) => &entry.id,
            Self::Operator(entry) => &entry.id,
            Self::Attribution(entry) => &entry.id,
        }
    }
}

/// The entries of all layers that count, sorted by id.
#[derive(Debug, Default)]
pub(super) struct Union<'l> {
    pub(super) actors: Vec<Placed<'l, ActorEntry<'l>>>,
    pub(super) positions: Vec<Placed<'l, PositionEntry<'l>>>,
    pub(super) lists: Vec<Placed<'l, ListEntry<'l>>>,
    pub(super) cues: Vec<Placed<'l, CueEntry<'l>>>,
    pub(super) operators: Vec<Placed<'l, OperatorEntry<'l>>>,
    pub(super) attributions: Vec<Placed<'l, AttributionEntry<'l>>>,
}

impl<'l> Union<'l> {
    /// Lays the layers over one another and reports ids that a layer has twice. O(n log n) in the number of entries.
    pub(super) fn of(layers: &'l [ReadLayer<'l>], problems: &mut Problems) -> Self {
        let mut union = Self {
            actors: winners(layers, |entries| entries.actors.iter().collect(), problems),
            positions: winners(
                layers,
                |entries| entries.positions.iter().collect(),
                problems,
            ),
            lists: winners(layers, |entries| entries.lists.iter().collect(), problems),
            ..Self::default()
        };
        for Found {
            file,
            source,
            entry,
            ..
        } in found(layers, rules, problems)
        {
            match entry {
                Rule::Cue(entry) => union.cues.push(Placed {
                    entry,
                    file,
                    source,
                }),
                Rule::Operator(entry) => union.operators.push(Placed {
                    entry,
                    file,
                    source,
                }),
                Rule::Attribution(entry) => union.attributions.push(Placed {
                    entry,
                    file,
                    source,
                }),
            }
        }
        union
    }
}

fn rules<'l>(entries: &'l Entries<'l>) -> Vec<Rule<'l>> {
    let cues = entries.cues.iter().map(Rule::Cue);
    let operators = entries.operators.iter().map(Rule::Operator);
    let attributions = entries.attributions.iter().map(Rule::Attribution);
    cues.chain(operators).chain(attributions).collect()
}

/// An entry of some kind, with where it stands.
#[derive(Debug)]
struct Found<'l, E> {
    layer: usize,
    file: usize,
    source: &'l Arc<SourceFile>,
    entry: E,
}

fn winners<'l, T: Entry>(
    layers: &'l [ReadLayer<'l>],
    entries: fn(&'l Entries<'l>) -> Vec<&'l T>,
    problems: &mut Problems,
) -> Vec<Placed<'l, T>> {
    let found = found(layers, entries, problems).into_iter();
    found
        .map(
            |Found {
                 file,
                 source,
                 entry,
                 ..
             }| Placed {
                entry,
                file,
                source,
            },
        )
        .collect()
}

impl<T: Entry> Entry for &T {
    fn id(&self) -> &Word<'_> {
        (*self).id()
    }
}

/// For each id the entry of the last layer that has it, sorted by id.
fn found<'l, E: Entry>(
    layers: &'l [ReadLayer<'l>],
    entries: fn(&'l Entries<'l>) -> Vec<E>,
    problems: &mut Problems,
) -> Vec<Found<'l, E>> {
    let mut all = Vec::new();
    let mut file = 0;
    for (layer, files) in layers.iter().enumerate() {
        for File {
            source,
            entries: written,
        } in files
        {
            let found = entries(written).into_iter().map(|entry| Found {
                layer,
                file,
                source,
                entry,
            });
            all.extend(found);
            file += 1;
        }
    }
    report_duplicates(&all, problems);
    // Of one id the last layer comes first and stays.
    all.sort_by(|left, right| {
        let ids = left.entry.id().text.cmp(&right.entry.id().text);
        ids.then(right.layer.cmp(&left.layer))
    });
    all.dedup_by(|later, first| later.entry.id().text == first.entry.id().text);
    all
}

/// Reports, in order of place, each entry whose id its layer has already.
fn report_duplicates<E: Entry>(all: &[Found<'_, E>], problems: &mut Problems) {
    let mut order: Vec<_> = all.iter().collect();
    order.sort_by_key(|found| (found.file, found.entry.id().at));
    let mut first: HashMap<(usize, &str), (usize, Span)> = HashMap::with_capacity(order.len());
    for found in order {
        let id = found.entry.id();
        let place = (found.file, id.at);
        let (file, at) = *first.entry((found.layer, &id.text)).or_insert(place);
        if (file, at) != place {
            let kind = ProblemKind::DuplicateId {
                id: id.text.to_string(),
                first: problems.earlier(file, at),
            };
            problems.report(found.file, id.at, kind);
        }
    }
}
