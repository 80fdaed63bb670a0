//! What a comparison takes from a pack: names of actors and positions, questions of positions, which positions are related, and the words for a conflict.

use std::collections::{BTreeMap, BTreeSet};

use crate::pack::{ActorId, Pack, PositionId};
use crate::token::fold;

/// Names, questions and related positions, copied out of a pack so that a comparison stands by itself.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    actors: BTreeMap<ActorId, String>,
    positions: BTreeMap<PositionId, String>,
    questions: BTreeMap<PositionId, String>,
    /// Both ways round.
    related: BTreeSet<(PositionId, PositionId)>,
    /// Positions whose claims are about one of several conflicts.
    of_conflicts: BTreeSet<PositionId>,
    /// The words for a conflict.
    conflict_words: BTreeSet<String>,
    /// Names and seats of one word, folded.
    called: BTreeMap<String, ActorId>,
    /// Demonyms of one word, folded.
    demonyms: BTreeSet<String>,
}

impl Names {
    pub(super) fn of(pack: &Pack) -> Self {
        let rules = pack.rules();
        let mut names = Self::default();
        for actor in &rules.actors {
            names
                .actors
                .insert(actor.id.clone(), actor.name.to_string());
        }
        for (actor, called) in rules.actors.iter().zip(rules.called.iter()) {
            for name in called.names.iter().chain(&called.seats) {
                names.called.insert(fold(&name.text), actor.id.clone());
            }
            let demonyms = called.demonyms.iter().map(|name| fold(&name.text));
            names.demonyms.extend(demonyms);
        }
        for position in &rules.positions {
            let name = position.name.to_string();
            names.positions.insert(position.id.clone(), name);
            if !position.question.is_empty() {
                names
                    .questions
                    .insert(position.id.clone(), position.question.to_string());
            }
            let lists = position.theatre.iter();
            for list in lists.filter_map(|&list| rules.lists.get(usize::from(list))) {
                let words = list.words.iter().flat_map(|phrase| phrase.words());
                names.keep_apart(position.id.clone(), words);
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

    /// Claims on a position are about the conflict whose places stand at these words.
    pub(super) fn keep_apart<'w>(
        &mut self,
        position: PositionId,
        words: impl Iterator<Item = &'w str>,
    ) {
        self.of_conflicts.insert(position);
        self.conflict_words.extend(words.map(str::to_owned));
    }

    pub(super) fn actor<'a>(&'a self, id: &'a ActorId) -> &'a str {
        self.actors.get(id).map_or(id.as_str(), String::as_str)
    }

    pub(super) fn position(&self, id: &PositionId) -> Option<&str> {
        self.positions.get(id).map(String::as_str)
    }

    pub(super) fn question(&self, id: &PositionId) -> Option<&str> {
        self.questions.get(id).map(String::as_str)
    }

    /// Whether claims on a position are about one of several conflicts.
    pub(super) fn is_of_conflicts(&self, id: &PositionId) -> bool {
        self.of_conflicts.contains(id)
    }

    /// Whether a lemma is a word for a conflict.
    pub(super) fn is_conflict_word(&self, lemma: &str) -> bool {
        self.conflict_words.contains(lemma)
    }

    /// The actor whose name or seat a folded word is.
    pub(super) fn actor_called(&self, word: &str) -> Option<&ActorId> {
        self.called.get(word)
    }

    /// Whether a folded word is the adjective or the people of an actor: *Russian*.
    pub(super) fn is_demonym(&self, word: &str) -> bool {
        self.demonyms.contains(word)
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
