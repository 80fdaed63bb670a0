//! Whom a named person speaks for by what hangs on the name: "Ana Roe of Chile", "Ana Roe, of the African Union, …", "on behalf of the rebels".
//!
//! A name that the pack doesn't know is a person's where it has two words at least, of which the first is no word of the language, or a title before it:
//! "the Bank of Chile" is nobody's name. Only an actor's own name, or a body of state that has one, is taken: "Ana Roe of the Institute of Peace" speaks
//! for no actor.

use super::description::Described;
use super::name::Form;
use super::{How, Reader, Referent};
use crate::clause::{Clause, ClauseId, ClauseKind, Phrase, PhraseId, PhraseKind, Tag};
use crate::token::{Marker, Readings, TokenKind};

/// How many phrases behind *behalf* the one for whom somebody acts is looked for.
const BEHALF: usize = 2;

/// How many tokens behind a verb the time is looked for until which somebody did it.
const TIME: usize = 12;

impl Reader<'_> {
    /// Whom somebody speaks for in words: "accepted it on behalf of the rebels".
    pub(super) fn on_behalf(&self, id: PhraseId) -> Option<Referent> {
        let subject = *self.view.phrase(id)?;
        // A state that acts for another acts itself.
        if subject.kind != PhraseKind::Noun || !self.is_person(id, &subject) {
            return None;
        }
        let is_behalf = |(_, phrase): &(usize, &Phrase)| {
            phrase.kind == PhraseKind::Noun
                && phrase
                    .preposition
                    .is_some_and(|at| self.view.marker(at) == Marker::On)
                && self.view.marker_text(phrase.head) == "behalf"
        };
        let (at, behalf) = self.view.phrases.iter().enumerate().find(is_behalf)?;
        let clause = self.view.clause(behalf.clause)?;
        let of_subject = clause.subject == Some(id)
            || clause.kind == ClauseKind::Participle
                && self.view.subject(behalf.clause) == Some(id);
        if !of_subject {
            return None;
        }
        (at + 1..=at + BEHALF)
            .map(PhraseId::new)
            .filter(|of| {
                let of = self.view.phrase(*of);
                of.is_some_and(|of| self.view.is_behind(of, "of"))
            })
            .find_map(|of| self.of_actor(of))
    }

    /// Whom a person without an office speaks for: "Ana Roe of Chile".
    pub(super) fn affiliated(&self, id: PhraseId) -> Option<Referent> {
        let name = *self.view.phrase(id)?;
        if !self.is_full_name(&name) {
            return None;
        }
        if let Some(led) = self.leads(id) {
            return Some(led);
        }
        let next = PhraseId::new(id.index() + 1);
        let after = *self.view.phrase(next)?;
        let comma = after.kind == PhraseKind::Mark(TokenKind::Comma);
        let mut at = if comma {
            PhraseId::new(next.index() + 1)
        } else {
            next
        };
        // The preposition may be a phrase of its own.
        if self.view.phrase(at)?.kind == PhraseKind::Preposition {
            at = PhraseId::new(at.index() + 1);
        }
        let of = *self.view.phrase(at)?;
        let begins = if comma { after.end } else { name.end };
        let preposition = of.preposition.filter(|at| *at == begins)?;
        let fits = match self.view.marker_text(preposition) {
            "of" => true,
            "for" => comma && self.closes(at),
            _ => false,
        };
        // "Ana Roe of Moscow" lives there.
        let seat = self
            .out
            .referent(at)
            .is_some_and(|named| matches!(named.how, How::Named(Form::Seat)));
        self.of_actor(at).filter(|_| fits && !seat)
    }

    /// "Ana Roe, who leads the rebels", "Ana Roe, speaking for Chile": whom a clause that hangs on the name says so.
    fn leads(&self, id: PhraseId) -> Option<Referent> {
        let next = PhraseId::new(id.index() + 2);
        let beside = |(_, clause): &(usize, &Clause)| {
            matches!(clause.kind, ClauseKind::Relative | ClauseKind::Participle)
                && (clause.governor == Some(id) || clause.start == next)
        };
        let main = |(_, clause): &(usize, &Clause)| {
            clause.kind == ClauseKind::Main && clause.subject == Some(id)
        };
        let mut clauses = self.view.clauses.iter().enumerate();
        let told = clauses.clone().skip(1).find(beside);
        let (at, clause) = told.or_else(|| clauses.find(main))?;
        let verb = self.view.verb_group(ClauseId::new(at))?;
        if clause.kind == ClauseKind::Main {
            // "Ana Roe led Peru" may be long ago, "Ana Roe speaks for Peru tonight" at one time.
            let now = self.view.marker_text(verb.start) == "has" || !verb.verb.past;
            let leads = matches!(
                self.view.verb_text(verb.head),
                "lead" | "head" | "govern" | "rule" | "run" | "represent"
            );
            if !(now && leads) {
                return None;
            }
        }
        let before = self.view.phrase(clause.start)?.start..verb.head;
        let former = before.into_iter().any(|at| {
            matches!(
                self.view.marker_text(at),
                "once" | "formerly" | "previously" | "had"
            )
        });
        let over = former || verb.verb.past && self.is_bounded(verb.end);
        let plain = !over && !verb.verb.negated && !verb.verb.passive && verb.verb.modal.is_none();
        let whom = match self.view.verb_text(verb.head) {
            "lead" | "head" | "chair" | "represent" | "command" | "run" | "govern" | "rule" => {
                clause.object
            }
            "speak" | "act" | "negotiate" | "answer" | "sign" => {
                let mut behind = self
                    .view
                    .clause_prepositional(ClauseId::new(at), |text| text == "for");
                behind.next()
            }
            _ => None,
        };
        let whom = whom.filter(|_| plain)?;
        self.of_actor(whom).or_else(|| {
            let described = self
                .described_kind(whom)
                .is_some_and(Described::is_movement);
            let led = self.description(whom).filter(|_| described)?;
            Some(Referent {
                how: How::Office,
                person: true,
                ..led
            })
        })
    }

    /// "who led the rebels | until 2004": whether what was done is over by now.
    fn is_bounded(&self, from: usize) -> bool {
        let inside = self.view.tokens.iter().enumerate().skip(from).take(TIME);
        let mut inside = inside.take_while(|(_, token)| token.kind != TokenKind::Comma);
        inside.any(|(at, token)| {
            token.kind == TokenKind::Number
                || matches!(self.view.marker(at), Marker::Until | Marker::Till)
                || matches!(self.view.marker_text(at), "then" | "ago")
        })
    }

    /// Whether a comma stands behind a phrase.
    fn closes(&self, id: PhraseId) -> bool {
        let next = self.view.phrase(PhraseId::new(id.index() + 1));
        next.is_some_and(|next| next.kind == PhraseKind::Mark(TokenKind::Comma))
    }

    /// The actor that a phrase names by itself, or whose body of state it is.
    fn of_actor(&self, id: PhraseId) -> Option<Referent> {
        let phrase = self.view.phrase(id)?;
        let body = || {
            let of_state = matches!(
                self.view.noun_text(phrase.head),
                "government"
                    | "ministry"
                    | "office"
                    | "mission"
                    | "embassy"
                    | "delegation"
                    | "cabinet"
                    | "parliament"
                    | "army"
            );
            self.body(id).filter(|_| of_state)
        };
        let named = self.out.referent(id).or_else(body)?;
        named.who.is_actor().then_some(Referent {
            how: How::Office,
            person: true,
            ..named
        })
    }

    fn is_person(&self, id: PhraseId, phrase: &Phrase) -> bool {
        let known = self
            .out
            .referent(id)
            .is_some_and(|referent| referent.person);
        let human = self.view.word(phrase.head).readings.any(Readings::HUMAN);
        known || human || self.is_full_name(phrase)
    }

    /// "Ana Roe", "General Roe".
    pub(super) fn is_full_name(&self, phrase: &Phrase) -> bool {
        let proper = |at: usize| self.view.tags.get(at) == Some(&Tag::Proper);
        let titled =
            (phrase.start..phrase.head).any(|at| self.view.word(at).readings.any(Readings::HUMAN));
        let first = (phrase.start..phrase.head).find(|at| proper(*at));
        let unknown = first.is_some_and(|at| self.view.word(at).readings == Readings::NONE);
        let head = self.view.word(phrase.head).readings;
        // "Zlorba Bank", "Zlorba City"
        let thing = head.any(Readings::GROUP) || !titled && head.any(Readings::NOUN);
        proper(phrase.head)
            && !thing
            && phrase.owner.is_none()
            && !self.is_definite(phrase.start)
            && (titled || unknown)
    }
}
