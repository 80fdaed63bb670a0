//! Kinds of operators: those that take the same constructions and point back alike, so that those that can't be meant are passed over by one look.

use super::gate::Lets;
use super::lists::Bits;
use crate::pack::{Complement, Effect, Operator, Rules};

/// What an operator is asked for: that it takes one of some constructions, or that it points back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::claim) struct Asked(u16);

impl Asked {
    /// It stands for the claim told before.
    pub(in crate::claim) const REPEATS: Self = Self(1 << 14);
    /// It says what somebody makes of the deed told before.
    pub(in crate::claim) const REACTS: Self = Self(1 << 15);

    /// It takes one of some constructions.
    pub(in crate::claim) fn one_of(complements: &[Complement]) -> Self {
        let bits = complements.iter().map(|taken| 1 << *taken as u16);
        Self(bits.fold(0, |all, bit: u16| all | bit))
    }

    /// All that an operator may be asked for.
    fn all_of(operator: &Operator) -> Self {
        let Self(taken) = Self::one_of(&operator.takes);
        let Effect {
            repeats, reacts, ..
        } = operator.effect;
        let bit = |Self(bit): Self, is: bool| if is { bit } else { 0 };
        Self(taken | bit(Self::REPEATS, repeats) | bit(Self::REACTS, reacts))
    }
}

/// The kinds of the operators of a pack.
#[derive(Clone, Debug, Default)]
pub(in crate::claim) struct Kinds {
    /// By the index of the operator.
    of: Vec<Asked>,
    /// Each that there is, sorted.
    kinds: Vec<Asked>,
    /// For each that an operator may be asked for, by its bit, the kinds that have it, by their places.
    having: Vec<Bits>,
}

impl Kinds {
    pub(in crate::claim) fn new(rules: &Rules) -> Self {
        let of: Vec<Asked> = rules.operators.iter().map(Asked::all_of).collect();
        let mut kinds = of.clone();
        kinds.sort_unstable();
        kinds.dedup();
        let having = |bit: u32| {
            let all = (0..).zip(&kinds);
            all.filter(|(_, Asked(kind))| kind & (1 << bit) != 0)
                .map(|(at, _)| at)
                .collect()
        };
        Self {
            having: (0..u16::BITS).map(having).collect(),
            of,
            kinds,
        }
    }

    /// The place of the kind of an operator, by its index.
    pub(in crate::claim) fn place(&self, operator: usize) -> u16 {
        let own = self.of.get(operator);
        let at = own.and_then(|own| self.kinds.binary_search(own).ok());
        at.and_then(|at| u16::try_from(at).ok()).unwrap_or(0)
    }

    /// Those that may be meant.
    pub(in crate::claim) fn asked(&self, asked: Asked) -> Those<'_> {
        Those { kinds: self, asked }
    }
}

/// The operators are tried that have what is asked for.
#[derive(Clone, Copy, Debug)]
pub(in crate::claim) struct Those<'k> {
    kinds: &'k Kinds,
    asked: Asked,
}

impl Lets for Those<'_> {
    fn there(&self, piece: u16) -> u64 {
        let Asked(asked) = self.asked;
        let all = (0..).zip(&self.kinds.having);
        all.filter(|(bit, _)| asked & (1 << bit) != 0)
            .fold(0, |there, (_, having)| there | having.piece(piece))
    }

    fn lets(&self, operator: usize) -> bool {
        let own = self.kinds.of.get(operator);
        own.is_some_and(|Asked(own)| own & self.asked.0 != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Pack;

    #[test]
    fn what_is_let_through_is_what_is_asked_for() {
        let pack = Pack::builtin();
        let rules = pack.rules();
        let kinds = Kinds::new(rules);
        let complements = [Complement::Gerund, Complement::That];
        let takes = |operator: &Operator| {
            let mut taken = operator.takes.iter();
            taken.any(|taken| complements.contains(taken))
        };
        for (asked, is) in [
            (
                Asked::one_of(&complements),
                &takes as &dyn Fn(&Operator) -> bool,
            ),
            (Asked::REPEATS, &|operator| operator.effect.repeats),
            (Asked::REACTS, &|operator| operator.effect.reacts),
        ] {
            let those = kinds.asked(asked);
            for (at, operator) in rules.operators.iter().enumerate() {
                let kind = kinds.place(at);
                let there = those.there(kind / 64) & (1 << (kind % 64)) != 0;
                assert_eq!(
                    (those.lets(at), there),
                    (is(operator), is(operator)),
                    "{}",
                    operator.id
                );
            }
        }
    }
}
