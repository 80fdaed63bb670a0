//! Noun phrases that stand beside another one: conjuncts of a list, appositions, and parentheses.

use super::{Builder, DEPTH, LIST};
use crate::clause::tag::Tag;
use crate::clause::{PhraseId, PhraseKind};
use crate::token::{Marker, Readings, TokenKind};

impl Builder<'_> {
    /// "Iran, | Saudi Arabia agree to", "Norway, | Ireland, Spain to recognise it": names that open a headline, before a verb of them all.
    pub(super) fn opens_as_list(&self, index: usize, partner: usize) -> bool {
        let name = |at: usize| {
            self.phrase(at).is_some_and(|phrase| {
                phrase.kind == PhraseKind::Noun
                    && phrase.preposition.is_none()
                    && self.tags.get(phrase.head) == Some(&Tag::Proper)
            })
        };
        let first = partner == 0
            || self
                .phrase(partner)
                .is_some_and(|phrase| phrase.conjunct.is_some());
        if !(first && name(partner) && name(index)) {
            return false;
        }
        let mut at = index + 1;
        while self.is_mark(Some(at), TokenKind::Comma) && name(at + 1) && at < index + LIST {
            at += 2;
        }
        self.phrase(at).is_some_and(|verb| {
            let plural = self.tags.get(verb.start) == Some(&Tag::Base);
            verb.kind == PhraseKind::Verb && (verb.verb.infinitive || plural)
        })
    }

    /// The noun phrase that ends right before a comma or coordinator, as the first conjunct of a list.
    pub(super) fn conjunct_before(&self, at: usize) -> Option<usize> {
        let mut before = at.checked_sub(1)?;
        let comma = self.is_mark(Some(before), TokenKind::Comma);
        if comma {
            before = before.checked_sub(1)?;
        }
        // "were “in a state”, and a memo": what the marks closed is over.
        if self.is_mark(Some(before), TokenKind::QuoteClose) && !comma {
            before = before.checked_sub(1)?;
        }
        // "ended a war of three decades, and Oman signed": no length of time is named with somebody.
        let named = self
            .phrase(at + 1)
            .is_some_and(|next| self.tags.get(next.head) == Some(&Tag::Proper));
        let apart = comma && named && self.is_measure(before);
        (self.kind(before) == Some(PhraseKind::Noun) && !apart).then_some(before)
    }

    /// With whom the noun phrase behind a coordinator is named. "Ali, the president of Iran, | and Omar": the comma closed an apposition, so it is Ali.
    /// "the government of Yemen | and the rebels": one government is of one country, so it is the government.
    pub(super) fn joined_to(&self, index: usize, coordinator: usize, partner: usize) -> usize {
        if let Some(ranked) = self.ranked_before(index) {
            return ranked;
        }
        let above = self.phrase(partner).and_then(|phrase| phrase.noun);
        let around = above.map_or(partner, PhraseId::index);
        let beside = |at: usize| self.phrase(at)?.apposition.map(PhraseId::index);
        let comma = self.is_mark(coordinator.checked_sub(1), TokenKind::Comma);
        if comma && let Some(first) = beside(partner).or_else(|| beside(around)) {
            return first;
        }
        let of = self
            .phrase(partner)
            .and_then(|phrase| phrase.preposition)
            .is_some_and(|at| self.marker(at) == Marker::Of);
        let one = self.phrase(around).is_some_and(|phrase| {
            self.tags.get(phrase.head) == Some(&Tag::Noun)
                && self
                    .words
                    .get(phrase.head)
                    .is_some_and(|word| word.word.readings.any(Readings::HUMAN | Readings::GROUP))
        });
        let article = self
            .phrase(index)
            .is_some_and(|phrase| self.marker(phrase.start) == Marker::The);
        if of && one && article {
            around
        } else {
            partner
        }
    }

    /// "was the first to recognise it and | the last to condemn it": the rank that a rank is named with, whatever name stands between.
    fn ranked_before(&self, index: usize) -> Option<usize> {
        let rank = |at: usize| {
            self.phrase(at).is_some_and(|phrase| {
                self.marker(phrase.start) == Marker::The
                    && matches!(
                        self.marker(phrase.head),
                        Marker::First | Marker::Last | Marker::Second | Marker::Third
                    )
            })
        };
        if !rank(index) {
            return None;
        }
        let mut at = self.current;
        for _ in 0..DEPTH {
            let clause = self.clause(at)?;
            if let Some(said) = clause.predicate.map(PhraseId::index).filter(|at| rank(*at)) {
                return Some(said);
            }
            at = clause.parent?;
        }
        None
    }

    pub(super) fn conjoin(&mut self, index: usize, partner: usize) {
        let preposition = self.phrase(partner).and_then(|phrase| phrase.preposition);
        let noun = self.phrase(partner).and_then(|phrase| phrase.noun);
        if let Some(phrase) = self.phrases.get_mut(index) {
            phrase.conjunct = Some(PhraseId::new(partner));
            phrase.preposition = preposition;
            phrase.noun = noun;
        }
    }

    /// Whether commas and noun phrases lead to an *and* or *or* with a noun phrase: "A, B and C".
    pub(super) fn in_list(&self, index: usize) -> bool {
        let mut at = index + 1;
        let mut expects_noun = false;
        while at < index + LIST {
            match self.kind(at) {
                Some(PhraseKind::Mark(TokenKind::Comma)) => expects_noun = true,
                Some(PhraseKind::Coordinator) => {
                    let next = self.aside_end(at).unwrap_or(at + 1);
                    return self.kind(next) == Some(PhraseKind::Noun);
                }
                Some(PhraseKind::Noun) => {
                    if !expects_noun
                        && self.phrase(at).is_some_and(|phrase| {
                            phrase.preposition.is_none() && phrase.owner.is_none()
                        })
                    {
                        return false;
                    }
                    expects_noun = false;
                }
                Some(PhraseKind::Preposition | PhraseKind::Other) => {}
                _ => return false,
            }
            at += 1;
        }
        false
    }

    /// "Besides Peru, | Chile and Togo, Norway has": a list behind a preposition at the head, since the subject comes behind its comma.
    pub(super) fn list_is_over(&self, index: usize) -> bool {
        let coordinator =
            (index + 1..index + LIST).find(|at| self.kind(*at) == Some(PhraseKind::Coordinator));
        let hangs = |at: &usize| {
            self.kind(*at) == Some(PhraseKind::Preposition)
                || self
                    .phrase(*at)
                    .is_some_and(|phrase| phrase.owns || phrase.preposition.is_some())
        };
        coordinator.is_some_and(|at| {
            let comma = at + 2 + (at + 2..at + LIST).take_while(hangs).count();
            self.is_mark(Some(comma), TokenKind::Comma)
                && self.phrase(comma + 1).is_some_and(|phrase| {
                    phrase.kind == PhraseKind::Noun && phrase.preposition.is_none()
                })
        })
    }

    /// "Ali, the president of Iran, and Omar": an office behind a name, closed by a comma of its own, is no third of a list.
    pub(super) fn is_office_of(&self, index: usize, partner: usize) -> bool {
        let named = self
            .phrase(partner)
            .is_some_and(|phrase| self.tags.get(phrase.head) == Some(&Tag::Proper));
        let office = self.phrase(index).is_some_and(|phrase| {
            self.tags.get(phrase.head) == Some(&Tag::Noun)
                && self
                    .words
                    .get(phrase.head)
                    .is_some_and(|word| word.word.readings.any(Readings::HUMAN))
        });
        let coordinator =
            (index + 1..index + LIST).find(|at| self.kind(*at) == Some(PhraseKind::Coordinator));
        let closed = coordinator
            .and_then(|at| at.checked_sub(1))
            .is_some_and(|at| self.is_mark(Some(at), TokenKind::Comma));
        named && office && closed
    }

    /// "Kenya, | a neighbour and an old friend, recognised it": two nouns that say what a name is, closed by a comma before its verb.
    pub(super) fn is_said_twice_of(&self, index: usize, partner: usize) -> bool {
        let tag = |at: usize| {
            self.phrase(at)
                .and_then(|phrase| self.tags.get(phrase.head))
        };
        let common = |at: usize| {
            self.kind(at) == Some(PhraseKind::Noun)
                && matches!(tag(at), Some(Tag::Noun | Tag::Adjective))
        };
        let subject = tag(partner) == Some(&Tag::Proper)
            && self
                .phrase(partner)
                .is_some_and(|phrase| phrase.preposition.is_none())
            && self
                .clause(self.current)
                .is_some_and(|clause| clause.verb.is_none());
        if !(subject && common(index)) {
            return false;
        }
        let hangs = |at: &usize| {
            self.kind(*at) == Some(PhraseKind::Preposition)
                || self
                    .phrase(*at)
                    .is_some_and(|phrase| phrase.preposition.is_some())
        };
        let coordinator = index + 1 + (index + 1..index + LIST).take_while(hangs).count();
        let second = coordinator + 1;
        let comma = second + 1 + (second + 1..second + LIST).take_while(hangs).count();
        self.kind(coordinator) == Some(PhraseKind::Coordinator)
            && common(second)
            && self.is_mark(Some(comma), TokenKind::Comma)
            && self
                .phrase(comma + 1)
                .is_some_and(|verb| verb.kind == PhraseKind::Verb && verb.verb.finite)
    }

    /// A noun phrase after a comma stands beside the one before it, unless a verb of its own follows.
    pub(super) fn may_be_apposition(&self, index: usize, partner: usize) -> bool {
        let verb_follows = self.kind(index + 1) == Some(PhraseKind::Verb)
            && self.phrase(index + 1).is_some_and(|verb| verb.verb.finite);
        let pronoun = self
            .phrase(index)
            .is_some_and(|phrase| self.tags.get(phrase.head) == Some(&Tag::Pronoun));
        let measure = |at: usize| {
            self.phrase(at).is_some_and(|phrase| {
                self.words
                    .get(phrase.head)
                    .is_some_and(|word| word.word.readings.any(Readings::MEASURE))
            })
        };
        if pronoun || measure(partner) || measure(index) {
            return false;
        }
        // The comma closed a fronted clause: "Opening the case, the lawyer said".
        let apart = self
            .phrase(partner)
            .is_some_and(|phrase| phrase.clause != self.current);
        !verb_follows && !self.fronted(partner) && !apart
    }

    /// Whether the noun phrase before a comma is part of a fronted adverbial ("On Monday, Egypt …") or clause ("After he left the hall, Chad and Niger …").
    pub(super) fn fronted(&self, partner: usize) -> bool {
        // "Seven years after he left, Chad and Niger …": what measures is no subject.
        let empty = self.clause(self.current).is_some_and(|clause| {
            let measured = |subject: PhraseId| self.is_measure(subject.index());
            clause.verb.is_none() && clause.subject.is_none_or(measured)
        });
        empty
            && self.phrase(partner).is_some_and(|partner| {
                partner.preposition.is_some() || partner.clause != self.current
            })
    }

    /// "For Ali Khan, | the president of Iran, the text is void": an office behind a name that is fronted, where the subject comes behind a comma of its own.
    pub(super) fn is_fronted_office(&self, index: usize, partner: usize) -> bool {
        let tag = |at: usize| {
            self.phrase(at)
                .and_then(|phrase| self.tags.get(phrase.head))
        };
        let office = self.phrase(index).is_some_and(|phrase| {
            let human = (self.words.get(phrase.head))
                .is_some_and(|word| word.word.readings.any(Readings::HUMAN));
            human && (phrase.owner.is_some() || self.marker(phrase.start) == Marker::The)
        });
        let fronted = office
            && self.fronted(partner)
            && tag(partner) == Some(&Tag::Proper)
            && self.phrase(partner).is_some_and(|named| {
                named
                    .preposition
                    .is_some_and(|at| matches!(self.marker(at), Marker::For | Marker::To))
            });
        let hangs = |at: &usize| {
            self.kind(*at) == Some(PhraseKind::Preposition)
                || self
                    .phrase(*at)
                    .is_some_and(|phrase| phrase.owns || phrase.preposition.is_some())
        };
        let comma = index + 1 + (index + 1..index + LIST).take_while(hangs).count();
        fronted
            && self.is_mark(Some(comma), TokenKind::Comma)
            && self.kind(comma + 1) == Some(PhraseKind::Noun)
    }
}
