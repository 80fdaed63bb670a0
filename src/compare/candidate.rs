//! Which claims of an article a claim is held against: looked up, never searched for.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::pack::{ActorId, PositionId};

use super::group::Keys;

/// More candidates stood in line than were looked at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Cap {
    /// On this position.
    pub position: PositionId,
    /// By or about this actor; `None` where no target is named.
    pub actor: Option<ActorId>,
    /// How many there were at most.
    pub waiting: usize,
    /// How many of them count: [`Cap::LIMIT`] that were looked at, those told in most places first, or the closest
    /// [`Cap::EACH`] that were lined up.
    pub taken: usize,
}

impl Cap {
    /// Candidates that are looked at for a claim, a relation and a target.
    pub const LIMIT: usize = 64;
    /// Counterparts with which a claim may agree, and with which it may be in contradiction.
    pub const EACH: usize = 16;
}

/// Looks candidates up, and remembers where there were too many.
#[derive(Clone, Debug)]
pub(super) struct Candidates<'a> {
    keys: &'a Keys,
    /// By position, actor or target, and the number taken.
    waiting: BTreeMap<(usize, u32, usize), usize>,
}

impl<'a> Candidates<'a> {
    pub(super) fn new(keys: &'a Keys) -> Self {
        Self {
            keys,
            waiting: BTreeMap::new(),
        }
    }

    /// Where there were too many, by position, then actor.
    pub(super) fn caps(&self) -> Vec<Cap> {
        let cap = |(&(position, actor, taken), &waiting): (&(usize, u32, usize), &usize)| {
            Some(Cap {
                position: self.keys.positions.get(position)?.id.clone(),
                actor: self.keys.actor(actor),
                waiting,
                taken,
            })
        };
        self.waiting.iter().filter_map(cap).collect()
    }

    /// Claims of an article on the same position and one of the same targets.
    pub(super) fn on_same_targets(&mut self, claim: usize, article: usize) -> BTreeSet<usize> {
        let keys = self.keys;
        let mut found = BTreeSet::new();
        if let (Some(key), Some(index)) = (keys.claims.get(claim), keys.articles.get(article)) {
            for &target in &key.targets {
                let row = index.on_target(key.position, target);
                self.note(key.position, target, row.len());
                found.extend(row.claims().take(Cap::LIMIT));
            }
        }
        found
    }

    /// Claims of an article by the same actor on one of the same targets, on the same position or on the one given.
    pub(super) fn of_actor_on_same_targets(
        &mut self,
        claim: usize,
        article: usize,
        position: Option<usize>,
    ) -> BTreeSet<usize> {
        let keys = self.keys;
        let mut found = BTreeSet::new();
        let (Some(key), Some(index)) = (keys.claims.get(claim), keys.articles.get(article)) else {
            return found;
        };
        let Some(actor) = key.actor else {
            return found;
        };
        let position = position.unwrap_or(key.position);
        for &target in &key.targets {
            let row = index.of_actor_on_target(position, actor, target);
            self.note(position, actor, row.len());
            found.extend(row.claims().take(Cap::LIMIT));
        }
        found
    }

    /// Claims of an article on the same position by the same actor, by one of its targets, or about it.
    pub(super) fn near(&mut self, claim: usize, article: usize) -> BTreeSet<usize> {
        let keys = self.keys;
        let mut found = BTreeSet::new();
        let (Some(key), Some(index)) = (keys.claims.get(claim), keys.articles.get(article)) else {
            return found;
        };
        let Some(actor) = key.actor else {
            return found;
        };
        let about = index.on_target(key.position, actor);
        self.note(key.position, actor, about.len());
        let somebody = |at: &usize| keys.claims.get(*at).is_some_and(|k| k.actor.is_some());
        found.extend(about.claims().filter(somebody).take(Cap::LIMIT));
        for &holder in key.targets.iter().chain([&actor]) {
            let row = index.of_actor(key.position, holder);
            self.note(key.position, holder, row.len());
            found.extend(row.claims().take(Cap::LIMIT));
        }
        found
    }

    /// Names a bound if it was met by the candidates of an actor or target.
    fn note(&mut self, position: usize, actor: u32, waiting: usize) {
        self.note_taken(position, actor, waiting, Cap::LIMIT);
    }

    /// Names the bound of counterparts if a claim had more.
    pub(super) fn note_counterparts(&mut self, claim: usize, waiting: usize) {
        let key = self.keys.claims.get(claim);
        if let Some((position, actor)) = key.and_then(|key| Some((key.position, key.actor?))) {
            self.note_taken(position, actor, waiting, Cap::EACH);
        }
    }

    fn note_taken(&mut self, position: usize, actor: u32, waiting: usize, taken: usize) {
        if waiting > taken {
            let most = self.waiting.entry((position, actor, taken)).or_default();
            *most = waiting.max(*most);
        }
    }
}
