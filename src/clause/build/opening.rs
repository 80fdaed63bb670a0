//! Words that open a clause: *that*, *who*, *because*.

use super::{Builder, DEPTH};
use crate::clause::tag::Tag;
use crate::clause::{ClauseId, ClauseKind, Phrase, PhraseId, PhraseKind};
use crate::token::{Marker, Readings, TokenKind, Usage};

/// How many phrases a condition before what is said has at most.
const CONDITION: usize = 24;

impl Builder<'_> {
    pub(super) fn that(&mut self, index: usize) {
        let token = self.phrase(index).map(|phrase| phrase.start);
        let parent = self.current;
        let before = self.before(index);
        let verb_next = (index + 1..index + 3)
            .find(|at| self.kind(*at) != Some(PhraseKind::Adverb))
            .is_some_and(|at| self.kind(at) == Some(PhraseKind::Verb));
        let (kind, governor) = match before.and_then(|at| self.kind(at)) {
            Some(PhraseKind::Noun) if self.takes_that(before) => (ClauseKind::Complement, before),
            Some(PhraseKind::Noun) if self.told_by(before, index).is_some() => {
                (ClauseKind::Complement, self.told_by(before, index))
            }
            // "announced Tuesday | that it would"
            Some(PhraseKind::Noun) if before.is_some_and(|at| self.is_day_of_saying(at)) => {
                (ClauseKind::Complement, self.verb_of(parent))
            }
            Some(PhraseKind::Noun) if verb_next => {
                (ClauseKind::Relative, before.map(|at| self.past_name(at)))
            }
            Some(PhraseKind::Noun) if self.addressed(before) => {
                (ClauseKind::Complement, self.verb_of(parent))
            }
            Some(PhraseKind::Noun) => (ClauseKind::Relative, before.map(|at| self.past_name(at))),
            Some(PhraseKind::Verb | PhraseKind::Adjective) => (ClauseKind::Complement, before),
            Some(PhraseKind::Coordinator) => return self.another_that(index, token),
            Some(PhraseKind::Mark(TokenKind::Comma)) if verb_next && self.cleft().is_some() => {
                (ClauseKind::Relative, self.cleft())
            }
            _ if verb_next && self.described().is_some() => {
                let (noun, above) = self.described().unzip();
                self.open(ClauseKind::Relative, above, noun, token, index);
                self.assign(index);
                return;
            }
            _ => (ClauseKind::Complement, self.verb_of(parent)),
        };
        self.open(kind, Some(parent), governor, token, index);
        self.assign(index);
    }

    /// "It was Peru, not Chile, | that vetoed it": who is said to be the one, where an aside stands between.
    fn cleft(&self) -> Option<usize> {
        let clause = self.clause(self.current)?;
        let it = self.phrase(clause.subject?.index())?;
        let is = self.phrase(clause.verb?.index())?;
        let cleft = self.marker(it.head) == Marker::It
            && self.tags.get(is.head) == Some(&Tag::Be)
            && is.verb.only_auxiliary;
        let named = clause.predicate?.index();
        (cleft && self.kind(named) == Some(PhraseKind::Noun)).then_some(named)
    }

    /// "which France wrote and | which Russia vetoed": the relative clause that another one stands beside.
    fn relative_beside(&self, index: usize) -> Option<ClauseId> {
        let coordinator = self
            .before(index)
            .is_some_and(|at| self.kind(at) == Some(PhraseKind::Coordinator));
        let mut at = coordinator.then_some(self.current);
        for _ in 0..DEPTH {
            let clause = self.clause(at?)?;
            if clause.kind == ClauseKind::Relative {
                return at;
            }
            at = clause.parent;
        }
        None
    }

    /// "a draft, tabled by Peru, | that backs it": the noun of the participle that stands between, and its clause.
    fn described(&self) -> Option<(usize, ClauseId)> {
        let clause = self.clause(self.current)?;
        let noun = clause.governor.map(PhraseId::index)?;
        let aside = clause.kind == ClauseKind::Participle
            && clause.verb.is_some()
            && self.kind(noun) == Some(PhraseKind::Noun);
        Some((noun, clause.parent.filter(|_| aside)?))
    }

    /// "a request from Kenya | that it resume them": the noun before the source, where a pronoun opens what it says.
    fn told_by(&self, before: Option<usize>, that: usize) -> Option<usize> {
        let source = self.phrase(before?)?;
        let from = source
            .preposition
            .is_some_and(|at| matches!(self.marker(at), Marker::From | Marker::By | Marker::Of));
        let pronoun = self.phrase(that + 1).is_some_and(|phrase| {
            phrase.kind == PhraseKind::Noun && self.tags.get(phrase.head) == Some(&Tag::Pronoun)
        });
        let noun = source.noun?.index();
        (from && pronoun && self.takes_that(Some(noun))).then_some(noun)
    }

    /// Whether a noun phrase is a day or a time right behind a verb of saying.
    fn is_day_of_saying(&self, index: usize) -> bool {
        self.is_measure(index)
            && self.verb_of(self.current).is_some_and(|verb| {
                let usage = self.usage(verb);
                verb < index && usage.any(Usage::THAT_VERB) && !usage.any(Usage::ADDRESSING_VERB)
            })
    }

    /// "said that X and that Y": the second hangs where the first does.
    pub(super) fn another_that(&mut self, index: usize, token: Option<usize>) {
        self.marker = None;
        let mut at = Some(self.current);
        for _ in 0..DEPTH {
            let Some(clause) = at.and_then(|at| self.clause(at)).copied() else {
                break;
            };
            if matches!(
                clause.kind,
                ClauseKind::Complement | ClauseKind::Question | ClauseKind::Relative
            ) {
                self.open(
                    clause.kind,
                    clause.parent,
                    clause.governor.map(PhraseId::index),
                    token,
                    index,
                );
                self.assign(index);
                return;
            }
            at = clause.parent;
        }
        let parent = self.root(self.current);
        let governor = self.verb_of(parent);
        self.open(ClauseKind::Complement, Some(parent), governor, token, index);
        self.assign(index);
    }

    pub(super) fn verb_of(&self, id: ClauseId) -> Option<usize> {
        self.clause(id)
            .and_then(|clause| clause.verb)
            .map(PhraseId::index)
    }

    /// Whether a noun phrase ends in a noun that takes a that-clause ("the claim that").
    pub(super) fn takes_that(&self, index: Option<usize>) -> bool {
        index.is_some_and(|index| self.usage(index).any(Usage::THAT_NOUN))
    }

    /// Whether a noun phrase is whom the clause's verb addresses ("told reporters that").
    pub(super) fn addressed(&self, index: Option<usize>) -> bool {
        let Some(clause) = self.clause(self.current) else {
            return false;
        };
        let object = clause.object.map(PhraseId::index) == index && index.is_some();
        let verb = clause
            .verb
            .map_or(Usage::NONE, |verb| self.usage(verb.index()));
        let speech = verb.any(Usage::THAT_VERB);
        let behind = index.and_then(|index| self.phrase(index));
        let prepositional = behind
            .is_some_and(|phrase| phrase.preposition.is_some() && !self.is_some_thing(phrase));
        (object && verb.any(Usage::ADDRESSING_VERB)) || (speech && prepositional)
    }

    /// "agreed to a truce | that Oman had mediated": nobody is told anything who is a thing not spoken of before.
    fn is_some_thing(&self, phrase: &Phrase) -> bool {
        let to = phrase
            .preposition
            .is_some_and(|at| self.marker(at) == Marker::To);
        let some = matches!(self.marker(phrase.start), Marker::A | Marker::An);
        let people = self
            .words
            .get(phrase.head)
            .is_some_and(|word| word.word.readings.any(Readings::HUMAN | Readings::GROUP));
        to && some && !people
    }

    pub(super) fn wh(&mut self, index: usize) {
        self.marker = None;
        let token = self.phrase(index).map(|phrase| phrase.start);
        let word = token.map_or(Marker::None, |token| self.marker(token));
        let mut before = self.before(index);
        let comma = self.is_mark(before, TokenKind::Comma);
        if let Some(at) = before.filter(|at| self.kind(*at) == Some(PhraseKind::Preposition)) {
            // "in whose view it failed": the noun stands under the preposition.
            let preposition = self.phrase(at).map(|phrase| phrase.head);
            if let Some(noun) = self
                .phrases
                .get_mut(index + 1)
                .filter(|phrase| word == Marker::Whose && phrase.kind == PhraseKind::Noun)
            {
                noun.preposition = preposition;
            }
            before = self.before(at);
        }
        if self.is_mark(before, TokenKind::Comma) {
            before = before.and_then(|at| self.before(at));
        }
        let noun = before.filter(|at| self.kind(*at) == Some(PhraseKind::Noun));
        let relative = matches!(
            word,
            Marker::Who | Marker::Which | Marker::Whom | Marker::Whose
        ) || (word == Marker::Where && !comma);
        let parent = self.current;
        if let Some(beside) = self.relative_beside(index).filter(|_| relative) {
            let (above, governor) = self
                .clause(beside)
                .map_or((None, None), |clause| (clause.parent, clause.governor));
            let governor = governor.map(PhraseId::index);
            self.open(ClauseKind::Relative, above, governor, token, index);
            self.assign(index);
            return;
        }
        let (kind, governor) = match noun {
            Some(noun) if relative => (
                ClauseKind::Relative,
                Some(if word == Marker::Which && !comma {
                    self.past_name(noun)
                } else {
                    self.relative_head(noun, word == Marker::Who, comma)
                }),
            ),
            _ if word == Marker::When => (ClauseKind::Adverbial, None),
            _ => (
                ClauseKind::Question,
                self.before(index)
                    .filter(|at| self.kind(*at) == Some(PhraseKind::Verb))
                    .or(self.verb_of(parent)),
            ),
        };
        self.open(kind, Some(parent), governor, token, index);
        self.assign(index);
    }

    /// "a truce in Aden | that", "a deal for Peru that": no name needs to be told apart from others, so the clause is of the noun before.
    fn past_name(&self, noun: usize) -> usize {
        let bare = |phrase: &&Phrase| {
            phrase.start == phrase.head && self.tags.get(phrase.head) == Some(&Tag::Proper)
        };
        let Some(name) = self.phrase(noun).filter(bare) else {
            return noun;
        };
        let place = name.preposition.is_some_and(|at| {
            matches!(
                self.marker(at),
                Marker::In | Marker::At | Marker::On | Marker::Over | Marker::For | Marker::From
            )
        });
        let above = name.noun.filter(|_| place);
        above
            .map(PhraseId::index)
            .filter(|at| {
                self.phrase(*at)
                    .is_some_and(|above| self.tags.get(above.head) != Some(&Tag::Proper))
            })
            .unwrap_or(noun)
    }

    /// The head of a relative clause: the nearest noun, but *who* is a person ("a friend of Moscow who"), and what stands in
    /// apposition hands it on ("the envoy, a friend, who").
    pub(super) fn relative_head(&self, noun: usize, who: bool, comma: bool) -> usize {
        let human = |at: usize| {
            self.phrase(at).is_some_and(|phrase| {
                self.words
                    .get(phrase.head)
                    .is_some_and(|word| word.word.readings.any(Readings::HUMAN))
            })
        };
        let above = self
            .phrase(noun)
            .and_then(|phrase| phrase.noun)
            .map(PhraseId::index);
        let of = self
            .phrase(noun)
            .and_then(|phrase| phrase.preposition)
            .is_some_and(|at| self.marker(at) == Marker::Of);
        let head = above
            .filter(|above| who && !human(noun) && (of || human(*above)))
            .unwrap_or(noun);
        let beside = self
            .phrase(head)
            .and_then(|phrase| phrase.apposition)
            .map(PhraseId::index);
        beside.filter(|_| comma).unwrap_or(head)
    }

    pub(super) fn subordinator(&mut self, index: usize) {
        self.marker = None;
        let token = self.phrase(index).map(|phrase| phrase.start);
        let word = token.map_or(Marker::None, |token| self.marker(token));
        let whether = word == Marker::Whether
            || (word == Marker::If
                && self.before(index).is_some_and(|at| {
                    self.kind(at) == Some(PhraseKind::Verb)
                        && self.usage(at).any(Usage::ASKING_VERB)
                }));
        let bare = word == Marker::If && self.says_bare(index);
        if bare {
            let governor = self.verb_of(self.current);
            self.open(
                ClauseKind::Complement,
                Some(self.current),
                governor,
                None,
                index,
            );
        }
        let parent = self.current;
        if whether && !bare {
            let governor = self.verb_of(parent);
            self.open(ClauseKind::Question, Some(parent), governor, token, index);
        } else {
            self.open(ClauseKind::Adverbial, Some(parent), None, token, index);
        }
        self.assign(index);
    }

    /// "added | if Chile had not acted, it would have lost": the condition opens what is said, where a comma and a clause of its own follow.
    fn says_bare(&self, index: usize) -> bool {
        let Some(clause) = self.clause(self.current) else {
            return false;
        };
        let verb = clause.verb.map(PhraseId::index);
        let says = self.before(index) == verb
            && clause
                .subject
                .is_some_and(|subject| Some(subject.index()) < verb)
            && verb.is_some_and(|verb| self.usage(verb).any(Usage::SPEECH));
        let end = self.phrases.len().min(index + CONDITION);
        let comma = (index + 1..end).find(|at| self.is_mark(Some(*at), TokenKind::Comma));
        let Some(comma) = comma.filter(|_| says) else {
            return false;
        };
        let verb_between = (index + 1..comma).any(|at| self.kind(at) == Some(PhraseKind::Verb));
        let behind = (comma + 2..comma + 4)
            .find(|at| self.kind(*at) != Some(PhraseKind::Adverb))
            .and_then(|at| self.kind(at));
        verb_between
            && self.kind(comma + 1) == Some(PhraseKind::Noun)
            && behind == Some(PhraseKind::Verb)
    }
}
