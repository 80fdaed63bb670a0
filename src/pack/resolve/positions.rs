//! Positions with their relations: `related` made symmetric, `before` free of rounds.

use std::borrow::Cow;

use crate::pack::id::PositionId;
use crate::pack::layer::Placed;
use crate::pack::problem::{IdKind, ProblemKind};
use crate::pack::rules::Position;
use crate::pack::schema::PositionEntry;

use super::{Resolver, owned};

pub(super) fn positions(
    resolver: &mut Resolver<'_, '_>,
    placed: &[Placed<'_, PositionEntry>],
) -> Vec<Position> {
    let mut pairs = Vec::new();
    let mut positions = Vec::with_capacity(placed.len());
    for (index, Placed { entry, file, .. }) in placed.iter().enumerate() {
        report_self(resolver, *file, entry);
        let related = resolver.indices(IdKind::Position, *file, &entry.related);
        let before = resolver.indices(IdKind::Position, *file, &entry.before);
        let theatre = resolver.lists(*file, &entry.theatre);
        pairs.extend(
            related
                .iter()
                .flat_map(|&other| [(index, other), (other, index)]),
        );
        let question = entry.question.as_ref().map(owned);
        let name = match &entry.name {
            Some(name) => owned(name),
            None => Cow::Owned(entry.id.text.replace('_', " ")),
        };
        positions.push(Position {
            id: PositionId::new(&entry.id.text),
            name,
            question: question.unwrap_or_default(),
            related: Vec::new(),
            before: before.into_iter().filter(|&other| other != index).collect(),
            asked_is_target: entry.asked_is_target,
            accusing_is_opposing: entry.accusing_is_opposing,
            target_carries: entry.target_carries,
            opposing_is_against_doers: entry.opposing_is_against_doers,
            needs_actor: entry.needs_actor,
            theatre,
        });
    }
    pairs.sort_unstable();
    pairs.dedup();
    for (index, other) in pairs.into_iter().filter(|(index, other)| index != other) {
        if let Some(position) = positions.get_mut(index) {
            position.related.push(other);
        }
    }
    report_rounds(resolver, placed, &positions);
    positions
}

fn report_self(resolver: &mut Resolver<'_, '_>, file: usize, entry: &PositionEntry) {
    let keys = [("related", &entry.related), ("before", &entry.before)];
    for (key, words) in keys {
        for word in words.iter().filter(|word| word.text == entry.id.text) {
            resolver
                .problems
                .report(file, word.at, ProblemKind::SelfReference { key });
        }
    }
}

/// How far the search has come with a position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Seen {
    Not,
    /// On the way that is being followed.
    Open,
    Done,
}

/// More rounds than anybody reads; in a pack where each position is before each there are as many as pairs.
const MOST_ROUNDS: usize = 100;

/// Reports the rounds of positions that are coded before one another: a search in depth with a stack of its own, O(n) in the references.
fn report_rounds(
    resolver: &mut Resolver<'_, '_>,
    placed: &[Placed<'_, PositionEntry>],
    positions: &[Position],
) {
    let mut seen = vec![Seen::Not; positions.len()];
    let mut rounds = 0;
    for start in 0..positions.len() {
        if seen.get(start) != Some(&Seen::Not) {
            continue;
        }
        mark(&mut seen, start, Seen::Open);
        let mut way = vec![(start, 0)];
        while let Some((here, step)) = way.last_mut() {
            let Some(other) = positions
                .get(*here)
                .and_then(|position| position.before.get(*step))
            else {
                mark(&mut seen, *here, Seen::Done);
                way.pop();
                continue;
            };
            *step += 1;
            match seen.get(*other) {
                Some(Seen::Not) => {
                    mark(&mut seen, *other, Seen::Open);
                    way.push((*other, 0));
                }
                Some(Seen::Open) if rounds < MOST_ROUNDS => {
                    rounds += 1;
                    let way = way.iter().map(|(index, _)| *index);
                    let round: Vec<_> = way.skip_while(|index| index != other).collect();
                    report_round(resolver, placed, &round);
                }
                _ => {}
            }
        }
    }
}

fn mark(seen: &mut [Seen], index: usize, state: Seen) {
    if let Some(place) = seen.get_mut(index) {
        *place = state;
    }
}

/// Reports a round at the reference that closes it: the one of its last position to its first.
fn report_round(
    resolver: &mut Resolver<'_, '_>,
    placed: &[Placed<'_, PositionEntry>],
    round: &[usize],
) {
    const SHOWN: usize = 20;
    let id = |index: &usize| {
        placed
            .get(*index)
            .map(|placed| placed.entry.id.text.to_string())
    };
    let ids: Vec<_> = round.iter().take(SHOWN).filter_map(id).collect();
    let (Some(last), Some(first)) = (
        round.last().and_then(|index| placed.get(*index)),
        ids.first(),
    ) else {
        return;
    };
    let word = last.entry.before.iter().find(|word| word.text == *first);
    let at = word.map_or(last.entry.id.at, |word| word.at);
    let kind = ProblemKind::BeforeItself { round: ids };
    resolver.problems.report(last.file, at, kind);
}
