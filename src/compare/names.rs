//! What a comparison takes from a pack: names of actors, questions of positions, and which positions are related.

use std::collections::{BTreeMap, BTreeSet};

use crate::pack::{ActorId, Pack, PositionId};

/// Names, questions and related positions, copied out of a pack so that a comparison stands by itself.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    actors: BTreeMap<ActorId, String>,
    questions: BTreeMap<PositionId, String>,
    /// Both ways round.
    related: BTreeSet<(PositionId, PositionId)>,
}

impl Names {
    pub(super) fn of(pack: &Pack) -> Self {
        let rules = pack.rules();
        let mut names = Self::default();
        for actor in &rules.actors {
            names.actors.insert(actor.id.clone(), actor.name.clone());
        }
        for position in &rules.positions {
            if !position.question.is_empty() {
                names
                    .questions
                    .insert(position.id.clone(), position.question.clone());
            }
            for related in position
                .related
                .iter()
                .filter_map(|&i| rules.positions.get(i))
            {
                names.relate(position.id.clone(), related.id.clone());
            }
        }
        names
    }

    pub(super) fn relate(&mut self, one: PositionId, other: PositionId) {
        self.related.insert((one.clone(), other.clone()));
        self.related.insert((other, one));
    }

    pub(super) fn actor<'a>(&'a self, id: &'a ActorId) -> &'a str {
        self.actors.get(id).map_or(id.as_str(), String::as_str)
    }

    pub(super) fn question(&self, id: &PositionId) -> Option<&str> {
        self.questions.get(id).map(String::as_str)
    }

    /// Positions related to `id`, in order of their ids.
    pub(super) fn related<'a>(
        &'a self,
        id: &'a PositionId,
    ) -> impl Iterator<Item = &'a PositionId> {
        self.related
            .iter()
            .filter(move |(one, other)| one == id && other != id)
            .map(|(_, other)| other)
    }
}
