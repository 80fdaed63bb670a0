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
#[derive(Debug, Default)]
pub(super) struct Layer {
    pub(super) files: Vec<File>,
}

/// A file with its entries as they are written.
#[derive(Debug)]
pub(super) struct File {
    pub(super) source: Arc<SourceFile>,
    pub(super) entries: Entries,
}

impl Layer {
    /// Reads files into a layer; `first` is the index of the first of them among all files of the pack.
    pub(super) fn read(sources: &[Arc<SourceFile>], first: usize, problems: &mut Problems) -> Self {
        let mut files = Vec::with_capacity(sources.len());
        for (index, source) in (first..).zip(sources) {
            files.push(File {
                source: Arc::clone(source),
                entries: read::read(source.text(), index, problems),
            });
        }
        Self { files }
    }
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
    fn id(&self) -> &Word;
}

macro_rules! entry {
    ($($kind:ty),*) => {$(
        impl Entry for $kind {
            fn id(&self) -> &Word {
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
    Cue(&'l CueEntry),
    Operator(&'l OperatorEntry),
    Attribution(&'l AttributionEntry),
}

impl Entry for Rule<'_> {
    fn id(&self) -> &Word {
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
    pub(super) actors: Vec<Placed<'l, ActorEntry>>,
    pub(super) positions: Vec<Placed<'l, PositionEntry>>,
    pub(super) lists: Vec<Placed<'l, ListEntry>>,
    pub(super) cues: Vec<Placed<'l, CueEntry>>,
    pub(super) operators: Vec<Placed<'l, OperatorEntry>>,
    pub(super) attributions: Vec<Placed<'l, AttributionEntry>>,
}

impl<'l> Union<'l> {
    /// Lays the layers over one another and reports ids that a layer has twice. O(n log n) in the number of entries.
    pub(super) fn of(layers: &'l [Arc<Layer>], problems: &mut Problems) -> Self {
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

fn rules(entries: &Entries) -> Vec<Rule<'_>> {
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
    layers: &'l [Arc<Layer>],
    entries: fn(&'l Entries) -> Vec<&'l T>,
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
    fn id(&self) -> &Word {
        (*self).id()
    }
}

/// For each id the entry of the last layer that has it, sorted by id.
fn found<'l, E: Entry>(
    layers: &'l [Arc<Layer>],
    entries: fn(&'l Entries) -> Vec<E>,
    problems: &mut Problems,
) -> Vec<Found<'l, E>> {
    let mut all = Vec::new();
    let mut file = 0;
    for (layer, files) in layers.iter().enumerate() {
        for File {
            source,
            entries: written,
        } in &files.files
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
                id: id.text.clone(),
                first: problems.earlier(file, at),
            };
            problems.report(found.file, id.at, kind);
        }
    }
}
