//! What a pair of claims is called: the codebook's table, row by row.

use std::fmt;

use serde::Serialize;

use crate::claim::{Mode, Stance};

/// How two claims stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Relation {
    /// The same actor holds the same stance on the same position in both.
    Holds,
    /// The same actor changed its stance, or went between doing it and wanting, asking or expecting it.
    Shifts,
    /// Another actor holds the same stance.
    Agrees,
    /// Another actor holds the opposite stance; inside one article also the same actor.
    Contradicts,
    /// The same actor, or its counterpart, on the same position towards others.
    Differs,
    /// The same actor on a related position.
    Develops,
    /// No counterpart in the right article.
    OnlyLeft,
    /// No counterpart in the left article.
    OnlyRight,
}

/// What the table asks of a pair, each read off the two claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Meeting {
    /// Both are by one actor. Two claims by `other` never are.
    pub(super) same_actor: bool,
    /// The actor of one is a target of the other.
    pub(super) crossing: bool,
    /// The position is the same (else it is a related one).
    pub(super) same_position: bool,
    /// The targets have an actor in common, or both are empty.
    pub(super) overlap: bool,
    /// Both claims stand in one article.
    pub(super) one_article: bool,
    /// Stance of the left and of the right claim.
    pub(super) stances: (Stance, Stance),
    /// Mode of the left and of the right claim.
    pub(super) modes: (Mode, Mode),
}

impl Relation {
    /// The relation that the codebook's table gives a pair; `None` where it gives none. Never `only_left` or `only_right`,
    /// which are said of one claim.
    ///
    /// Inside one article nothing but a contradiction is lined up: what a text says twice is merged already.
    #[must_use]
    pub(super) fn between(pair: Meeting) -> Option<Self> {
        let (left, right) = pair.stances;
        let opposite = matches!(
            (left, right),
            (Stance::Support, Stance::Oppose) | (Stance::Oppose, Stance::Support)
        );
        if pair.one_article {
            return (pair.same_position && pair.overlap && opposite).then_some(Self::Contradicts);
        }
        if !pair.same_position {
            return (pair.same_actor && pair.overlap).then_some(Self::Develops);
        }
        if !pair.overlap {
            return (pair.same_actor || pair.crossing).then_some(Self::Differs);
        }
        if pair.same_actor {
            let held = left == right && !went_between(pair.modes.0, pair.modes.1);
            return Some(if held { Self::Holds } else { Self::Shifts });
        }
        if left == right {
            return Some(Self::Agrees);
        }
        opposite.then_some(Self::Contradicts)
    }

    /// The relation's name in machine-readable output: `only_left`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Shifts => "shifts",
            Self::Agrees => "agrees",
            Self::Contradicts => "contradicts",
            Self::Differs => "differs",
            Self::Develops => "develops",
            Self::OnlyLeft => "only_left",
            Self::OnlyRight => "only_right",
        }
    }

    /// Whether it is said of one claim that has no counterpart.
    #[must_use]
    pub fn is_alone(self) -> bool {
        matches!(self, Self::OnlyLeft | Self::OnlyRight)
    }
}

impl fmt::Display for Relation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Between act and want, ask or expect. What is only said is on neither side.
pub(super) fn went_between(left: Mode, right: Mode) -> bool {
    let done = |mode| mode == Mode::Act;
    let aimed = |mode| matches!(mode, Mode::Want | Mode::Ask | Mode::Expect);
    (done(left) && aimed(right)) || (aimed(left) && done(right))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two claims of two articles that agree in everything.
    const SAME: Meeting = Meeting {
        same_actor: true,
        crossing: false,
        same_position: true,
        overlap: true,
        one_article: false,
        stances: (Stance::Support, Stance::Support),
        modes: (Mode::Act, Mode::Act),
    };
    const OPPOSITE: (Stance, Stance) = (Stance::Support, Stance::Oppose);

    #[test]
    fn holds_is_the_same_actor_position_and_stance_on_an_overlapping_target() {
        assert_eq!(Relation::between(SAME), Some(Relation::Holds));
        let said = Meeting {
            modes: (Mode::Act, Mode::Say),
            ..SAME
        };
        assert_eq!(Relation::between(said), Some(Relation::Holds));
        let asked = Meeting {
            modes: (Mode::Ask, Mode::Want),
            ..SAME
        };
        assert_eq!(Relation::between(asked), Some(Relation::Holds));
    }

    #[test]
    fn shifts_is_another_stance_or_a_step_between_act_and_aim() {
        let turned = Meeting {
            stances: OPPOSITE,
            ..SAME
        };
        assert_eq!(Relation::between(turned), Some(Relation::Shifts));
        let cooled = Meeting {
            stances: (Stance::Support, Stance::Neutral),
            ..SAME
        };
        assert_eq!(Relation::between(cooled), Some(Relation::Shifts));
        for aim in [Mode::Want, Mode::Ask, Mode::Expect] {
            let done = Meeting {
                modes: (aim, Mode::Act),
                ..SAME
            };
            assert_eq!(Relation::between(done), Some(Relation::Shifts));
            let undone = Meeting {
                modes: (Mode::Act, aim),
                ..SAME
            };
            assert_eq!(Relation::between(undone), Some(Relation::Shifts));
        }
    }

    #[test]
    fn different_actors_agree_or_contradict() {
        let different = Meeting {
            same_actor: false,
            ..SAME
        };
        assert_eq!(Relation::between(different), Some(Relation::Agrees));
        let against = Meeting {
            stances: OPPOSITE,
            ..different
        };
        assert_eq!(Relation::between(against), Some(Relation::Contradicts));
        let aside = Meeting {
            stances: (Stance::Neutral, Stance::Oppose),
            ..different
        };
        assert_eq!(Relation::between(aside), None);
    }

    #[test]
    fn differs_needs_the_same_actor_or_one_that_is_the_others_target() {
        let apart = Meeting {
            overlap: false,
            ..SAME
        };
        assert_eq!(Relation::between(apart), Some(Relation::Differs));
        assert_eq!(
            Relation::between(Meeting {
                stances: OPPOSITE,
                ..apart
            }),
            Some(Relation::Differs)
        );
        let stranger = Meeting {
            same_actor: false,
            ..apart
        };
        assert_eq!(Relation::between(stranger), None);
        assert_eq!(
            Relation::between(Meeting {
                crossing: true,
                ..stranger
            }),
            Some(Relation::Differs)
        );
    }

    #[test]
    fn develops_is_the_same_actor_on_a_related_position() {
        let related = Meeting {
            same_position: false,
            stances: OPPOSITE,
            ..SAME
        };
        assert_eq!(Relation::between(related), Some(Relation::Develops));
        assert_eq!(
            Relation::between(Meeting {
                overlap: false,
                ..related
            }),
            None
        );
        assert_eq!(
            Relation::between(Meeting {
                same_actor: false,
                ..related
            }),
            None
        );
    }

    #[test]
    fn inside_one_article_only_contradictions_are_lined_up() {
        let inside = Meeting {
            one_article: true,
            ..SAME
        };
        assert_eq!(Relation::between(inside), None);
        let against = Meeting {
            stances: OPPOSITE,
            ..inside
        };
        assert_eq!(Relation::between(against), Some(Relation::Contradicts));
        assert_eq!(
            Relation::between(Meeting {
                same_actor: false,
                ..against
            }),
            Some(Relation::Contradicts)
        );
        assert_eq!(
            Relation::between(Meeting {
                overlap: false,
                ..against
            }),
            None
        );
        assert_eq!(
            Relation::between(Meeting {
                same_position: false,
                ..against
            }),
            None
        );
    }
}
