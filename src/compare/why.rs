//! Why two claims were not lined up.

use std::fmt;

use super::Comparison;
use super::meet::Ground;
use super::relation::Relation;

/// What keeps two claims from being lined up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Obstacle {
    /// Both stand in one article, where only contradictions are lined up.
    OneArticle,
    /// Their articles don't follow each other in the order of comparison.
    NotConsecutive,
    /// Their positions are neither the same nor related.
    Positions,
    /// Their positions are related, but the actor is not the same or no target is in common.
    NoDevelopment,
    /// They have neither an actor nor a target in common.
    Strangers,
    /// The actors differ, and one of them takes no side.
    NoSide,
    /// No target is named, and the actors differ or both stand in one article: only the position is in common.
    OnlyPosition,
    /// `other` differs from nobody.
    Nobody,
    /// The table says `differs`, but one of them names no target, and both take the same stance, in modes apart, or are by different actors.
    EmptyTarget,
    /// The table says `differs`, but they are by different actors, and only one of these is a target of the other.
    OneSided,
    /// By one actor in one article, but what it does does not contradict what it wants, expects or may do.
    TwoKinds,
    /// In one article, and the actor of one has long taken the other side.
    GivenUp,
    /// The words place them in different conflicts: a ceasefire in one has nothing to do with a ceasefire in the other.
    Conflicts,
    /// The table gives them this relation, but others were closer: see the rules of the assignment.
    OthersCloser(Relation),
}

impl fmt::Display for Obstacle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OneArticle => f.write_str("inside one article only contradictions are lined up"),
            Self::NotConsecutive => f.write_str("their articles do not follow each other"),
            Self::Positions => f.write_str("their positions are neither the same nor related"),
            Self::NoDevelopment => f.write_str(
                "on related positions the actor must be the same and a target in common",
            ),
            Self::Strangers => f.write_str("they have neither an actor nor a target in common"),
            Self::NoSide => f.write_str("the actors differ and one takes no side"),
            Self::OnlyPosition => {
                f.write_str("no target is named, and little but the position is in common")
            }
            Self::Nobody => f.write_str("nobody in particular differs from nobody"),
            Self::EmptyTarget => {
                f.write_str("one names no target, so it is not known to be another one")
            }
            Self::OneSided => f.write_str("only one of the two actors is a target of the other"),
            Self::TwoKinds => f.write_str("one is done, the other wanted, expected or possible"),
            Self::GivenUp => f.write_str("one was given up years before the article"),
            Self::Conflicts => f.write_str("they are about different conflicts"),
            Self::OthersCloser(relation) => write!(
                f,
                "the table allows {relation}, but other claims were closer"
            ),
        }
    }
}

impl Comparison {
    /// What keeps two claims, given by their indices, from being lined up; `None` if they are, or if there is no such claim. Cost: one look
    /// at the alignments.
    ///
    /// ```
    /// use parallax::{Article, Document, compare::Comparator};
    /// let comparison = Comparator::plain().compare(&[]);
    /// assert_eq!(comparison.why_not(0, 1), None);
    /// ```
    #[must_use]
    pub fn why_not(&self, left: usize, right: usize) -> Option<Obstacle> {
        let lined_up = |a: &super::Alignment| {
            let pair = (a.left, a.right);
            pair == (Some(left), Some(right)) || pair == (Some(right), Some(left))
        };
        if left == right || self.alignments.iter().any(lined_up) {
            return None;
        }
        let ground = Ground {
            claims: &self.claims,
            keys: &self.keys,
        };
        let turn = |claim: usize| {
            let document = self.claims.get(claim)?.document;
            self.order.iter().position(|&at| at == document)
        };
        let (left, right) = if turn(left)? > turn(right)? {
            (right, left)
        } else {
            (left, right)
        };
        let meeting = ground.meeting(left, right)?;
        Some(match ground.relation(left, right) {
            _ if turn(right)? > turn(left)? + 1 => Obstacle::NotConsecutive,
            _ if !meeting.same_position && !ground.is_related(left, right) => Obstacle::Positions,
            Some(_) if ground.are_apart(left, right) => Obstacle::Conflicts,
            None if meeting.one_article => Obstacle::OneArticle,
            None if !meeting.same_position => Obstacle::NoDevelopment,
            None if !meeting.overlap => Obstacle::Strangers,
            None => Obstacle::NoSide,
            Some(Relation::Differs) if ground.is_by_nobody(left) || ground.is_by_nobody(right) => {
                Obstacle::Nobody
            }
            Some(Relation::Differs) if ground.is_empty_difference(left, right) => {
                Obstacle::EmptyTarget
            }
            Some(Relation::Differs) if !meeting.same_actor && !ground.is_mutual(left, right) => {
                Obstacle::OneSided
            }
            Some(_) if ground.is_of_two_kinds(left, right) => Obstacle::TwoKinds,
            Some(_)
                if meeting.one_article
                    && (ground.is_given_up(left) || ground.is_given_up(right)) =>
            {
                Obstacle::GivenUp
            }
            Some(_)
                if meeting.overlap && meeting.same_position && !ground.may_meet(left, right) =>
            {
                Obstacle::OnlyPosition
            }
            Some(relation) => Obstacle::OthersCloser(relation),
        })
    }
}
