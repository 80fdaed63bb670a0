//! Names that two actors have. A text with such a name would name neither, so it is a mistake, unless the pack says which text means which.

use std::collections::BTreeMap;

use super::error::Problems;
use super::layer::Placed;
use super::problem::ProblemKind;
use super::schema::{ActorEntry, NameEntry, Word};
use super::years::Years;

/// A name without the article that may stand before it: "the Kremlin" is met as "Kremlin" too. "The Hague" keeps its own.
pub(super) fn without_article(name: &str) -> &str {
    name.strip_prefix("the ").map_or(name, str::trim_start)
}

/// A use of a name by an actor.
#[derive(Clone, Copy, Debug)]
struct Use<'l> {
    actor: &'l Placed<'l, ActorEntry<'l>>,
    word: &'l Word<'l>,
    /// Words beside it say whether it counts; or, for people, dates do.
    is_guarded: bool,
    years: Years,
}

impl Use<'_> {
    fn is_other(&self, other: &Self) -> bool {
        self.actor.entry.id.text != other.actor.entry.id.text
    }
}

/// Reports every name, demonym, seat and person that an earlier actor has as well. Descriptions may be shared: which actor they mean
/// is for the text to say. O(n log n) in the number of names.
pub(super) fn report_shared(actors: &[Placed<'_, ActorEntry<'_>>], problems: &mut Problems) {
    let mut names = Vec::new();
    let mut people = Vec::new();
    for actor in actors {
        names.extend(names_of(actor));
        people.extend(people_of(actor));
    }
    for group in groups(names) {
        report_names(&group, problems);
    }
    for group in groups(people) {
        report_people(group, problems);
    }
}

const ALWAYS: Years = Years {
    from: None,
    to: None,
};

fn names_of<'l>(actor: &'l Placed<'l, ActorEntry<'l>>) -> impl Iterator<Item = Use<'l>> {
    let entry = actor.entry;
    let plain = entry.name.iter().filter(|name| {
        let is_same = |other: &NameEntry<'_>| same(&other.text.text, &name.text);
        !entry.names.iter().any(is_same)
    });
    let plain = plain.map(move |word| Use {
        actor,
        word,
        is_guarded: false,
        years: ALWAYS,
    });
    let more = entry
        .names
        .iter()
        .chain(&entry.demonyms)
        .chain(&entry.seats);
    plain.chain(more.map(move |name| Use {
        actor,
        word: &name.text,
        is_guarded: !name.only_with.is_empty() || !name.not_with.is_empty(),
        years: ALWAYS,
    }))
}

fn people_of<'l>(actor: &'l Placed<'l, ActorEntry<'l>>) -> impl Iterator<Item = Use<'l>> {
    actor.entry.people.iter().map(move |person| Use {
        actor,
        word: &person.name,
        is_guarded: false,
        years: Years {
            from: person.from,
            to: person.to,
        },
    })
}

/// The letters of a name by which names are compared: without its article, in lower case.
fn letters(name: &str) -> impl Iterator<Item = char> {
    without_article(name).chars().flat_map(char::to_lowercase)
}

fn same(left: &str, right: &str) -> bool {
    letters(left).eq(letters(right))
}

/// FNV-1a of the letters, so that most names are told apart without making their lower-case form. Names that meet by chance, or by design, are
/// compared below.
fn hash(name: &str) -> u64 {
    const START: u64 = 0xcbf2_9ce4_8422_2325;
    let next = |hash: u64, letter: u64| (hash ^ letter).wrapping_mul(0x0100_0000_01b3);
    if name.is_ascii() {
        let bytes = without_article(name).bytes();
        return bytes.fold(START, |hash, byte| {
            next(hash, u64::from(byte.to_ascii_lowercase()))
        });
    }
    letters(name).fold(START, |hash, letter| {
        next(hash, u64::from(u32::from(letter)))
    })
}

/// The uses of each name that is used more than once, each group in order of place, the groups by their first.
fn groups(uses: Vec<Use<'_>>) -> Vec<Vec<Use<'_>>> {
    let mut hashes: Vec<_> = uses
        .into_iter()
        .map(|item| (hash(&item.word.text), item))
        .collect();
    hashes.sort_unstable_by_key(|(hash, item)| (*hash, item.actor.file, item.word.at));
    let mut groups: Vec<Vec<Use<'_>>> = Vec::new();
    for met in hashes
        .chunk_by(|(left, _), (right, _)| left == right)
        .filter(|met| met.len() > 1)
    {
        let mut by_name: BTreeMap<String, Vec<Use<'_>>> = BTreeMap::new();
        for (_, item) in met {
            let name = letters(&item.word.text).collect();
            by_name.entry(name).or_default().push(*item);
        }
        groups.extend(by_name.into_values().filter(|group| group.len() > 1));
    }
    groups.sort_by_key(|group| group.first().map(|first| (first.actor.file, first.word.at)));
    groups
}

/// Reports each use that nothing tells apart from the first of another actor.
fn report_names(group: &[Use<'_>], problems: &mut Problems) {
    let open: Vec<_> = group.iter().filter(|item| !item.is_guarded).collect();
    let Some(first) = open.first() else {
        return;
    };
    for item in open.iter().filter(|item| item.is_other(first)) {
        let kind = ProblemKind::DuplicateName {
            name: item.word.text.to_string(),
            other: first.actor.entry.id.text.to_string(),
            first: problems.earlier(first.actor.file, first.word.at),
        };
        problems.report(item.actor.file, item.word.at, kind);
    }
}

/// Reports each office of a person that begins before another with another actor has ended.
fn report_people(mut group: Vec<Use<'_>>, problems: &mut Problems) {
    group.sort_by_key(|item| (item.years.from, item.actor.file, item.word.at));
    // The two offices that end last, of different actors: whatever overlaps any earlier office overlaps one of these.
    let mut last: [Option<Use<'_>>; 2] = [None, None];
    for item in group {
        let clash = last
            .iter()
            .flatten()
            .find(|other| item.is_other(other) && item.years.overlap(other.years));
        if let Some(other) = clash {
            let mut pair = [*other, item];
            pair.sort_by_key(|item| (item.actor.file, item.word.at));
            let [first, later] = pair;
            let kind = ProblemKind::DuplicatePerson {
                name: later.word.text.to_string(),
                other: first.actor.entry.id.text.to_string(),
                first: problems.earlier(first.actor.file, first.word.at),
            };
            problems.report(later.actor.file, later.word.at, kind);
        }
        keep_latest(&mut last, item);
    }
}

/// Keeps the office that ends last, and the one of another actor that does.
fn keep_latest<'l>(last: &mut [Option<Use<'l>>; 2], item: Use<'l>) {
    let ends_later = |item: &Use<'_>, other: &Use<'_>| match (item.years.to, other.years.to) {
        (_, None) => false,
        (None, Some(_)) => true,
        (Some(to), Some(other)) => to > other,
    };
    let [first, second] = last;
    match first {
        None => *first = Some(item),
        Some(holder) if !item.is_other(holder) => {
            if ends_later(&item, holder) {
                *holder = item;
            }
        }
        Some(holder) if ends_later(&item, holder) => {
            *second = Some(*holder);
            *holder = item;
        }
        Some(_) => match second {
            Some(other) if !ends_later(&item, other) => {}
            _ => *second = Some(item),
        },
    }
}
