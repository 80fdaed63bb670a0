//! What two claims have in common, and what the table makes of it.

use crate::claim::Stance;

use super::candidate::Cap;
use super::group::{Key, Keys};
use super::merge::MergedClaim;
use super::relation::{Meeting, Relation, went_between};

/// The claims with their numbers: enough to say how any two of them stand to each other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ground<'a> {
    pub(super) claims: &'a [MergedClaim],
    pub(super) keys: &'a Keys,
}

impl<'a> Ground<'a> {
    pub(super) fn key(&self, claim: usize) -> Option<&'a Key> {
        self.keys.claims.get(claim)
    }

    /// Whether a claim is by `other`.
    pub(super) fn is_by_nobody(&self, claim: usize) -> bool {
        self.key(claim).is_none_or(|key| key.actor.is_none())
    }

    pub(super) fn by_one_actor(&self, left: usize, right: usize) -> bool {
        match (self.key(left), self.key(right)) {
            (Some(left), Some(right)) => left.actor.is_some() && left.actor == right.actor,
            _ => false,
        }
    }

    /// Whether two claims have more than a position in common: an actor across articles, or a target that is named or that the
    /// position does without. Where the position is one of conflicts, the words must name one conflict for both, or one of the actors
    /// must play a part in the other's article as well.
    pub(super) fn may_meet(&self, left: usize, right: usize) -> bool {
        let (Some(l), Some(r)) = (self.key(left), self.key(right)) else {
            return false;
        };
        if !l.is_about_nobody() || !r.is_about_nobody() {
            return true;
        }
        if self.by_one_actor(left, right) && !self.in_one_article(left, right) {
            return true;
        }
        let position = self.keys.positions.get(l.position);
        let is_bare = position.is_some_and(|position| !position.names_targets);
        is_bare
            && l.actor.is_some()
            && r.actor.is_some()
            && (!self.keys.theatres.are_open(left, right) || self.share_somebody(left, right))
    }

    /// Whether the actor of one claim plays a part in the article of the other.
    fn share_somebody(&self, left: usize, right: usize) -> bool {
        let plays = |one: usize, other: usize| {
            let actor = self.key(one).and_then(|key| key.actor);
            let article = self.claims.get(other).map(|claim| claim.document);
            let index = article.and_then(|article| self.keys.articles.get(article));
            actor
                .zip(index)
                .is_some_and(|(actor, index)| index.has_part(actor))
        };
        plays(left, right) || plays(right, left)
    }

    /// Whether the words say that two claims are about different conflicts. A ceasefire is one in a named conflict, so such claims share no matter.
    pub(super) fn are_apart(&self, left: usize, right: usize) -> bool {
        self.keys.theatres.are_apart(left, right)
    }

    /// Whether two claims that the table calls `differs` tell nothing by it: an empty target means that nobody was named, so it
    /// is no other than the one that was. What is left then is another stance of the same actor, held in a like way: what it
    /// does towards nobody in particular is no other than what it asks for elsewhere.
    pub(super) fn is_empty_difference(&self, left: usize, right: usize) -> bool {
        let (Some(l), Some(r)) = (self.key(left), self.key(right)) else {
            return true;
        };
        if !l.is_about_nobody() && !r.is_about_nobody() {
            return false;
        }
        let (Some(one), Some(other)) = (self.claims.get(left), self.claims.get(right)) else {
            return true;
        };
        !self.by_one_actor(left, right)
            || one.stance == other.stance
            || went_between(one.mode(), other.mode())
    }

    /// Whether two claims by different actors are each about the other's actor: A on B, and B on A. Of A on B and B on C there is
    /// nothing to tell.
    pub(super) fn is_mutual(&self, left: usize, right: usize) -> bool {
        let aims_at = |one: usize, other: usize| {
            let actor = self.key(other).and_then(|key| key.actor);
            let targets = self.key(one).map(|key| &key.targets);
            actor
                .zip(targets)
                .is_some_and(|(actor, targets)| targets.binary_search(&actor).is_ok())
        };
        aims_at(left, right) && aims_at(right, left)
    }

    /// Whether two claims by one actor in one article are of two kinds, so that they don't contradict each other: what it does, and what
    /// it wants, expects or may do.
    pub(super) fn is_of_two_kinds(&self, left: usize, right: usize) -> bool {
        let (Some(one), Some(other)) = (self.claims.get(left), self.claims.get(right)) else {
            return false;
        };
        one.document == other.document
            && self.by_one_actor(left, right)
            && (went_between(one.mode(), other.mode()) || one.told().hedged != other.told().hedged)
    }

    fn in_one_article(&self, left: usize, right: usize) -> bool {
        let document = |claim: usize| self.claims.get(claim).map(|claim| claim.document);
        document(left) == document(right)
    }

    /// The relation of a pair; `None` where the table gives none.
    pub(super) fn relation(&self, left: usize, right: usize) -> Option<Relation> {
        let mut meeting = self.meeting(left, right)?;
        if meeting.same_actor && went_between(meeting.modes.0, meeting.modes.1) {
            let steady = self.also_told(left, right) || self.also_told(right, left);
            if steady {
                meeting.modes.1 = meeting.modes.0;
            }
        }
        Relation::between(meeting)
    }

    /// What the table asks of a pair.
    pub(super) fn meeting(&self, left: usize, right: usize) -> Option<Meeting> {
        let (l, r) = (self.claims.get(left)?, self.claims.get(right)?);
        let (left_key, right_key) = (self.key(left)?, self.key(right)?);
        Some(Meeting {
            same_actor: self.by_one_actor(left, right),
            crossing: left_key.crosses(right_key),
            same_position: left_key.position == right_key.position,
            overlap: left_key.overlaps(right_key),
            one_article: l.document == r.document,
            stances: (l.stance, r.stance),
            modes: (l.mode(), r.mode()),
        })
    }

    /// Whether the positions of two claims are related.
    pub(super) fn is_related(&self, left: usize, right: usize) -> bool {
        let (Some(l), Some(r)) = (self.key(left), self.key(right)) else {
            return false;
        };
        let position = self.keys.positions.get(l.position);
        position.is_some_and(|position| position.related.contains(&r.position))
    }

    /// Whether the actor of a claim takes the opposite side later in the time that its article tells of: "let it back in, having suspended it in
    /// 2011". What was given up is nobody's stance any more, so inside the article it contradicts nothing.
    pub(super) fn is_given_up(&self, claim: usize) -> bool {
        let (Some(key), Some(this)) = (self.key(claim), self.claims.get(claim)) else {
            return false;
        };
        let index = self.keys.articles.get(this.document);
        let written = self.keys.dates.get(this.document).copied().flatten();
        let (Some(actor), Some(index), Some(date)) = (key.actor, index, this.told().date) else {
            return false;
        };
        key.targets.iter().any(|&target| {
            let row = index.of_actor_on_target(key.position, actor, target);
            row.claims()
                .take(Cap::LIMIT)
                .filter_map(|at| self.claims.get(at))
                .filter(|other| {
                    let sides = (this.stance, other.stance);
                    matches!(
                        sides,
                        (Stance::Support, Stance::Oppose) | (Stance::Oppose, Stance::Support)
                    )
                })
                .any(|other| {
                    let now = other.told().date.or(written);
                    now.is_some_and(|now| date.year() < now.year())
                })
        })
    }

    /// Whether the article of `claim` also tells its stance in a mode from which nothing went to `other`'s.
    fn also_told(&self, claim: usize, other: usize) -> bool {
        let (Some(key), Some(about)) = (self.key(claim), self.key(other)) else {
            return false;
        };
        let (Some(actor), Some(this), Some(that)) =
            (key.actor, self.claims.get(claim), self.claims.get(other))
        else {
            return false;
        };
        let Some(index) = self.keys.articles.get(this.document) else {
            return false;
        };
        about.targets.iter().any(|&target| {
            let row = index.of_actor_on_target(key.position, actor, target);
            row.claims()
                .take(Cap::LIMIT)
                .filter_map(|at| self.claims.get(at))
                .any(|c| c.stance == this.stance && !went_between(c.mode(), that.mode()))
        })
    }
}
