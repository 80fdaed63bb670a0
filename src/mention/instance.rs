//! One of a kind, said of somebody: "ties with Qatar are recognition by one of the Gulf states", "the visit to Moscow was an embrace by a great power".
//!
//! By itself "a state" is nobody that was named. In what a clause says its subject is, it is the one of that kind whom the subject names, where
//! there is just one: the clause says what something between two amounts to, and both are told in its subject.

use super::name::Form;
use super::noun::Class;
use super::{How, Reader, Referent, Who, description};
use crate::clause::{ClauseId, ClauseKind, PhraseId, Tag};
use crate::pack::Kind;
use crate::token::Marker;

/// How many nouns deep in the predicate it stands: "recognition | of its right | by a state".
const DEPTH: usize = 4;

impl Reader<'_> {
    /// Whom an indefinite noun phrase in a predicate means.
    pub(super) fn instance(&self, id: PhraseId) -> Option<Referent> {
        let kinds = self.instance_of(id)?;
        if let Some(called) = self.called_so(id, kinds) {
            return Some(called);
        }
        let clause = self.predicated_in(id)?;
        let subject = self.view.subject(clause)?;
        let verb = self.view.clause(clause)?.verb?;
        let first = self.view.phrase(subject)?.owner.unwrap_or(subject);
        let mut named = (first.index()..verb.index())
            .map(PhraseId::new)
            .filter_map(|id| match self.out.referent(id)?.who {
                Who::Actor(actor) => Some(actor),
                _ => None,
            })
            .filter(|actor| {
                let kind = self.finder.kinds.get(*actor);
                kind.is_some_and(|kind| kinds.contains(kind))
            });
        let actor = named.next()?;
        named.all(|other| other == actor).then_some(Referent {
            who: Who::Actor(actor),
            how: How::Description,
            person: false,
        })
    }

    /// "called Qatar | a state that sponsors it": whoever is called so.
    fn called_so(&self, id: PhraseId, kinds: &[Kind]) -> Option<Referent> {
        let clause = self.view.clause(self.view.phrase(id)?.clause)?;
        let object = clause.object.filter(|_| clause.predicate == Some(id))?;
        // It is needed where a clause tells what whoever is called so does.
        let mut clauses = self.view.clauses.iter();
        clauses.find(|does| {
            does.kind == ClauseKind::Relative && does.governor == Some(id) && does.verb.is_some()
        })?;
        let called = self.out.referent(object)?;
        self.is_of_kind(called.who, kinds).then_some(Referent {
            how: How::Description,
            person: false,
            ..called
        })
    }

    /// Whom a clause says that it is: "The only country to refuse was Peru".
    pub(super) fn identified(&self, id: PhraseId) -> Option<Referent> {
        let phrase = self.view.phrase(id)?;
        let kinds = self.described_kind(id)?.kinds()?;
        if !self.is_definite(phrase.start) || phrase.preposition.is_some() {
            return None;
        }
        let mut clauses = self.view.clauses.iter();
        let clause =
            clauses.find(|clause| clause.subject == Some(id) && clause.predicate.is_some())?;
        let verb = self.view.phrase(clause.verb?)?;
        let is = self.view.tags.get(verb.head) == Some(&Tag::Be) && !verb.verb.negated;
        let said = self.out.referent(clause.predicate?)?;
        let Who::Actor(actor) = said.who else {
            return None;
        };
        let fits = self
            .finder
            .kinds
            .get(actor)
            .is_some_and(|kind| kinds.contains(kind));
        let named = matches!(said.how, How::Named(Form::Name | Form::Seat));
        (is && fits && named).then_some(Referent {
            who: said.who,
            how: How::Description,
            person: false,
        })
    }

    /// Of which kinds: "a Gulf state", "one of the powers". With a name in it ("an Israeli government") it says itself whom it means.
    fn instance_of(&self, id: PhraseId) -> Option<&'static [Kind]> {
        let phrase = self.view.phrase(id)?;
        let noun = if self.view.marker(phrase.head) == Marker::One {
            let whole = self.view.prepositional(id, |text| text == "of").next()?;
            let plural = self.view.tags.get(self.view.phrase(whole)?.head);
            (plural == Some(&Tag::Plural)).then_some(whole)?
        } else {
            matches!(self.view.marker(phrase.start), Marker::A | Marker::An).then_some(id)?
        };
        if self.out.modifiers(self.view, noun).next().is_some() {
            return None;
        }
        if self.classes(self.view.phrase(noun)?.head).has(Class::Power) {
            return Some(description::STATE);
        }
        self.described_kind(noun)?.kinds()
    }

    /// The clause in whose predicate a noun phrase stands: "are recognition by …", "amounts to recognition by …".
    fn predicated_in(&self, id: PhraseId) -> Option<ClauseId> {
        let mut at = id;
        for _ in 0..DEPTH {
            let phrase = self.view.phrase(at)?;
            let clause = self.view.clause(phrase.clause)?;
            let first = self.view.first_conjunct(at);
            if clause.predicate == Some(first) {
                return Some(phrase.clause).filter(|_| at != id);
            }
            if phrase.noun.is_none() {
                let verb = self.view.verb_group(phrase.clause)?;
                let amounts = matches!(
                    self.view.verb_text(verb.head),
                    "amount" | "constitute" | "represent" | "mean" | "signify" | "imply"
                );
                return Some(phrase.clause).filter(|_| amounts && at != id);
            }
            at = phrase.noun?;
        }
        None
    }
}
