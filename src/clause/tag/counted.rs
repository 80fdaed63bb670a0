//! "Both signed it", "the two | restored relations": a word for how many that stands for those of whom was spoken, before its verb.

use super::{AHEAD, Tagger};
use crate::token::{Marker, Readings, TokenKind};

impl Tagger<'_> {
    /// Whether an *-ed* form is the verb of a word for how many right before it, and no adjective between it and a noun: "the two restored churches
    /// burned down".
    pub(super) fn is_done_by_counted(&self, index: usize) -> bool {
        let Some(count) = index.checked_sub(1) else {
            return false;
        };
        let counted = match self.marker(count) {
            Marker::Both => true,
            Marker::Two | Marker::Three | Marker::Four | Marker::Five | Marker::Six => {
                let before = count.checked_sub(1).map(|at| self.marker(at));
                matches!(before, Some(Marker::The | Marker::All))
            }
            _ => false,
        };
        let past = self.readings(index).any(Readings::PAST);
        counted
            && past
            && !self.finite_seen
            && (self.opens_complement(index + 1) || self.is_last_verb(index + 1))
    }

    /// "One after another, Peru and Chile left", "one by one": three words that say how, and are nobody.
    pub(super) fn is_in_turn(&self, index: usize) -> bool {
        let opens = |at: usize| {
            self.marker(at) == Marker::One
                && match self.marker(at + 1) {
                    Marker::After => matches!(self.text(at + 2), "another" | "the"),
                    Marker::By => self.marker(at + 2) == Marker::One,
                    _ => false,
                }
        };
        let near = |at: usize| matches!(self.marker(at), Marker::One | Marker::After | Marker::By);
        (0..3).any(|back| index.checked_sub(back).is_some_and(opens))
            && (near(index) || self.text(index) == "another")
    }

    /// "signed | a truce", "said | that", "met | in Paris"
    fn opens_complement(&self, at: usize) -> bool {
        let next = self.readings(at);
        self.opens_object(at)
            || next.any(Readings::THAT)
            || next.any(Readings::PREPOSITION)
                && !next.any(Readings::ADJECTIVE | Readings::ANY_NOUN)
    }

    /// Whether no other form that may be a verb's past follows before the clause may end.
    fn is_last_verb(&self, from: usize) -> bool {
        let mut ahead = (from..from + AHEAD).take_while(|at| {
            matches!(self.kind(*at), TokenKind::Word | TokenKind::Number)
                && !self.readings(*at).any(
                    Readings::SUBORDINATOR | Readings::WH | Readings::THAT | Readings::COORDINATOR,
                )
        });
        !ahead.any(|at| {
            let word = self.readings(at);
            word.any(
                Readings::PAST | Readings::MODAL | Readings::BE | Readings::HAVE | Readings::DO,
            ) || word.any(Readings::THIRD) && !word.any(Readings::ANY_NOUN)
        })
    }
}
