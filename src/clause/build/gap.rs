//! Gapping: "Peru recognised Kosovo and Chile | the north", "Kosovo was recognised by Peru and Taiwan | by Chile". A second pair of a subject and what
//! belongs to its verb, which is left out since it was said. Taken for one list, each would be given what the other did.

use super::Builder;
use crate::clause::tag::Tag;
use crate::clause::{Clause, ClauseId, ClauseKind, PhraseId, PhraseKind};
use crate::token::{Lexicon, Marker, Readings, Shape, TokenKind, Usage};

/// How many verbs that hang on each other are left out at most: "wants to be seen to recognise".
const CHAIN: usize = 4;

impl Builder<'_> {
    /// Opens the clause of such a pair at its subject, if one begins here: it shares the verb of the clause before.
    pub(super) fn gapped(&mut self, subject: usize, first: usize) -> bool {
        let Some((chain, rest)) = self.pair_at(subject, first) else {
            return false;
        };
        let free = self.phrase(rest).filter(|rest| rest.preposition.is_none());
        let free = free.map(|_| PhraseId::new(rest));
        let asked = chain
            .first()
            .is_some_and(|last| self.is_asked_of_object(*last));
        let copied = if asked { 1 } else { chain.len() };
        let mut above = None;
        for (height, id) in chain.iter().enumerate().take(copied).rev() {
            let Some(model) = self.clause(*id).copied() else {
                return true;
            };
            let top = height + 1 == copied;
            let governor = if asked {
                Some(subject)
            } else {
                model.governor.map(PhraseId::index)
            };
            let parent = if top { model.parent } else { above };
            let opened = self.open(model.kind, parent, governor, model.marker, first);
            above = Some(opened);
            self.with(opened, |clause| {
                clause.verb = model.verb;
                clause.subject = top.then_some(PhraseId::new(subject));
                if height == 0 {
                    clause.object = model.object.and(free);
                    clause.predicate = free.filter(|_| model.object.is_none());
                }
            });
        }
        let id = self.current;
        for phrase in self.phrases.get_mut(first..=subject).unwrap_or_default() {
            phrase.clause = id;
        }
        if let Some(phrase) = self.phrases.get_mut(subject) {
            phrase.preposition = None;
            phrase.noun = None;
        }
        if free.is_some() {
            // What stands there has its role.
            self.skip = rest + 1;
        }
        true
    }

    /// The clauses whose verbs are left out between a subject and what belongs to the last of them, that one first, and the head of the latter: of "wants
    /// to recognise Kosovo and Chile | the north" that of *recognise* and that of *wants*.
    fn pair_at(&self, subject: usize, first: usize) -> Option<(Vec<ClauseId>, usize)> {
        let joins = first.checked_sub(1)?;
        let and = self.kind(joins) == Some(PhraseKind::Coordinator)
            && self.phrase(joins).is_some_and(|and| {
                !matches!(
                    self.marker(and.head),
                    Marker::But | Marker::Or | Marker::Nor
                )
            });
        if !(and && self.may_do(subject)) || self.is_measure(subject) {
            return None;
        }
        let rest = self.rest_of_pair(subject)?;
        let clause = self.clause(self.current)?;
        let verb = clause.verb?;
        let fits = match self.phrase(rest)?.preposition {
            Some(_) => self.repeats_preposition(clause, rest, first),
            None => {
                let said = self.is_copula(verb.index()) && clause.predicate.is_some();
                (clause.object.is_some() || said)
                    && !self.gives(verb.index())
                    && !self.is_measure(rest)
            }
        };
        let chain = self.chain_of_verbs().filter(|_| fits)?;
        self.ends_pair(rest).then_some((chain, rest))
    }

    /// The clause that is open and those that it hangs on, up to one with a finite verb and a subject.
    fn chain_of_verbs(&self) -> Option<Vec<ClauseId>> {
        let mut chain = Vec::new();
        let mut at = self.current;
        for _ in 0..CHAIN {
            let clause = self.clause(at)?;
            let verb = self.phrase(clause.verb?.index())?;
            chain.push(at);
            if verb.verb.finite || verb.verb.modal.is_some() {
                let known = clause.subject.is_some() || clause.coordinated.is_some();
                return known.then_some(chain);
            }
            if !matches!(clause.kind, ClauseKind::Infinitive | ClauseKind::Gerund) {
                return None;
            }
            at = clause.parent?;
        }
        None
    }

    /// "urged Peru | to recognise it": whether a clause is what the object of the one above is to do.
    fn is_asked_of_object(&self, id: ClauseId) -> bool {
        let Some(clause) = self.clause(id) else {
            return false;
        };
        let above = clause.parent.and_then(|above| self.clause(above));
        let object = above.and_then(|above| above.object);
        object.is_some() && object == clause.governor
    }

    /// Whether a noun phrase names somebody who may do it: "Chile", "the rebels".
    pub(super) fn may_do(&self, index: usize) -> bool {
        self.phrase(index).is_some_and(|phrase| {
            let word = self.words.get(phrase.head);
            // "Turkey recognised it": a bare word with a capital that opens the sentence is a name, whatever else it may be.
            let bare = phrase.start == phrase.head
                && word.is_some_and(|word| word.token.shape.has(Shape::CAPITAL));
            !phrase.owns
                && (bare
                    || self.tags.get(phrase.head) == Some(&Tag::Proper)
                    || word.is_some_and(|word| {
                        word.word.readings.any(Readings::HUMAN | Readings::GROUP)
                    }))
        })
    }

    /// The noun phrase right behind a subject: "Chile | the north", "Chile | its envoy", "Taiwan by | Chile".
    fn rest_of_pair(&self, subject: usize) -> Option<usize> {
        let mut at = subject + 1;
        at += usize::from(self.kind(at) == Some(PhraseKind::Preposition));
        at += usize::from(self.phrase(at).is_some_and(|phrase| phrase.owns));
        let rest = self.phrase(at)?;
        let noun = rest.kind == PhraseKind::Noun
            && self.tags.get(rest.head) != Some(&Tag::Pronoun)
            && (rest.preposition.is_some() || at == subject + 1 || rest.owner.is_some());
        noun.then_some(at)
    }

    /// "recognised by Peru and Taiwan | by Chile", "sided with Peru and Chile | with Togo": the preposition that the verb's own phrase has.
    fn repeats_preposition(&self, clause: &Clause, rest: usize, first: usize) -> bool {
        let Some(preposition) = self.phrase(rest).and_then(|rest| rest.preposition) else {
            return false;
        };
        let same = self.marker(preposition);
        let passive = clause
            .verb
            .and_then(|verb| self.phrase(verb.index()))
            .is_some_and(|verb| verb.verb.passive);
        let shared = same == Marker::By && passive;
        let from = clause.verb.map_or(first, PhraseId::index);
        shared
            && self.may_do(rest)
            && (from..first).any(|at| {
                self.phrase(at).is_some_and(|phrase| {
                    phrase.clause == self.current
                        && phrase.preposition.is_some_and(|at| self.marker(at) == same)
                })
            })
    }

    /// Verbs that have two objects, or an object and what it is called: "gave Peru and Chile | the draft", "called Peru and Chile | the culprits".
    fn gives(&self, verb: usize) -> bool {
        let lemma = self
            .phrase(verb)
            .and_then(|verb| self.words.get(verb.head))
            .map_or("", |word| Lexicon::english().text(word.word.verb));
        self.usage(verb)
            .any(Usage::VERDICT_VERB.with(Usage::ADDRESSING_VERB))
            || matches!(
                lemma,
                "give"
                    | "offer"
                    | "send"
                    | "hand"
                    | "grant"
                    | "lend"
                    | "show"
                    | "owe"
                    | "deny"
                    | "promise"
                    | "pay"
                    | "teach"
                    | "sell"
                    | "award"
                    | "allow"
                    | "bring"
                    | "buy"
                    | "cost"
                    | "make"
                    | "name"
                    | "elect"
                    | "appoint"
                    | "proclaim"
                    | "designate"
                    | "cede"
                    | "assign"
                    | "wish"
                    | "accord"
                    | "ask"
                    | "tell"
                    | "refuse"
                    | "allot"
                    | "win"
                    | "earn"
                    | "spare"
                    | "save"
                    | "guarantee"
                    | "deal"
                    | "leave"
                    | "render"
            )
    }

    /// Whether nothing behind a pair makes its last noun the subject of a verb: "and Chile | the draft Togo had vetoed".
    fn ends_pair(&self, rest: usize) -> bool {
        let next = (rest + 1..rest + 3).find(|at| self.kind(*at) != Some(PhraseKind::Adverb));
        match next.and_then(|at| self.phrase(at)) {
            None => true,
            Some(next) => match next.kind {
                PhraseKind::Mark(mark) => !matches!(mark, TokenKind::QuoteOpen | TokenKind::Colon),
                PhraseKind::Coordinator | PhraseKind::Preposition => true,
                _ => false,
            },
        }
    }
}
