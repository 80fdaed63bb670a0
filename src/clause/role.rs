//! Roles: who is subject and object of a clause, also where the sentence leaves it unsaid.

use super::{Clause, ClauseId, ClauseKind, Phrase, PhraseId, PhraseKind, Tag, View};
use crate::token::{Marker, Readings, TokenKind, Usage};

/// How far a chain of clauses is followed.
const DEPTH: usize = 12;
/// How many phrases after one are looked at for what belongs to it.
const FOLLOWING: usize = 24;

impl View {
    /// The grammatical subject, worked out where it is unsaid: an infinitive and a gerund share it with the clause above or take
    /// that one's object, a relative clause has its noun, a coordinated verb the first verb's.
    pub(crate) fn subject(&self, id: ClauseId) -> Option<PhraseId> {
        self.subject_within(id, DEPTH)
    }

    fn subject_within(&self, id: ClauseId, depth: usize) -> Option<PhraseId> {
        let clause = self.clause(id)?;
        if clause.subject.is_some() || depth == 0 {
            return clause.subject;
        }
        if let Some(first) = clause.coordinated {
            return self.subject_within(first, depth - 1);
        }
        let parent = clause.parent?;
        match clause.kind {
            ClauseKind::Infinitive => self.controller(clause, parent, depth),
            ClauseKind::Gerund => self.gerund_subject(clause, parent, depth),
            // "wants the siege of Gaza lifted": what is to be lifted is the object, whatever noun comes last.
            ClauseKind::Participle if self.wants_done(parent, clause) => self.object(parent),
            ClauseKind::Participle => match clause.governor.and_then(|id| self.phrase(id)) {
                Some(governor) if governor.kind == PhraseKind::Noun => clause.governor,
                // "before declaring", "while imposing": the subject of the sentence.
                _ if clause.marker.is_some() => {
                    self.subject_within(self.finite_above(parent), depth - 1)
                }
                _ => self.subject_within(parent, depth - 1),
            },
            // The subject is unsaid, so the pronoun is it.
            ClauseKind::Relative => clause.governor.map(|noun| self.all_joined(clause, noun)),
            _ => None,
        }
    }

    /// "Sweden and Switzerland, | which have": behind a comma a plural verb goes back to all that are joined.
    fn all_joined(&self, relative: &Clause, noun: PhraseId) -> PhraseId {
        let comma = relative
            .marker
            .and_then(|at| at.checked_sub(1))
            .and_then(|at| self.tokens.get(at))
            .is_some_and(|token| token.kind == TokenKind::Comma);
        let verb = relative.verb.and_then(|verb| self.phrase(verb));
        let plural = verb.is_some_and(|verb| {
            let finite = self.marker_text(verb.start);
            matches!(finite, "have" | "are" | "were" | "do")
                || self.tags.get(verb.start) == Some(&Tag::Base)
        });
        let name = |id: PhraseId| {
            self.phrase(id)
                .is_some_and(|noun| self.tags.get(noun.head) == Some(&Tag::Proper))
        };
        if comma && plural && name(noun) {
            self.first_conjunct(noun)
        } else {
            noun
        }
    }

    /// Whether a participle is what somebody wants or sees done to the object before it: "wants it lifted".
    pub(crate) fn wants_done(&self, parent: ClauseId, participle: &Clause) -> bool {
        let Some(above) = self.clause(parent) else {
            return false;
        };
        let verb = above.verb.and_then(|verb| self.phrase(verb));
        let wants = verb.is_some_and(|verb| self.usage(verb.head).any(Usage::WANTING_VERB));
        let after = above
            .object
            .zip(participle.governor)
            .is_some_and(|(object, governor)| object <= governor);
        let past = participle
            .verb
            .and_then(|verb| self.phrase(verb))
            .is_some_and(|verb| verb.verb.passive);
        wants && after && past
    }

    fn controller(&self, clause: &Clause, parent: ClauseId, depth: usize) -> Option<PhraseId> {
        let governor = clause.governor?;
        let phrase = self.phrase(governor)?;
        if phrase.kind == PhraseKind::Verb {
            let doer = self.does_all_it_can(parent).unwrap_or(parent);
            return self.subject_within(doer, depth - 1);
        }
        let for_whom = self.is_behind(phrase, "for");
        // "allow the draft to pass", where "a draft to condemn it" would hang on its noun.
        let let_do = self.clause(parent).is_some_and(|above| {
            let verb = above.verb.and_then(|verb| self.phrase(verb));
            above.object == Some(governor)
                && verb.is_some_and(|verb| self.usage(verb.head).any(Usage::LETTING_VERB))
        });
        if self.is_infinitive_noun(phrase) && !for_whom && !let_do {
            return self.noun_holder(governor, depth);
        }
        // "promised Serbia not to recognise it": whoever promises is to do it.
        let promises = self.verb_group(parent).is_some_and(|verb| {
            !verb.verb.passive
                && matches!(
                    self.verb_text(verb.head),
                    "promise" | "vow" | "pledge" | "swear" | "threaten" | "guarantee"
                )
        });
        if promises && !for_whom {
            return self.subject_within(parent, depth - 1);
        }
        if self.is_purpose(parent, phrase) && !for_whom {
            return self.subject_within(parent, depth - 1);
        }
        // An object before the infinitive is its subject: "urged Israel to lift".
        Some(self.first_conjunct(governor))
    }

    /// "built a pier | to bring aid ashore": whoever does something to a thing has the purpose, unless the verb lets or wants the thing do it.
    fn is_purpose(&self, parent: ClauseId, object: &Phrase) -> bool {
        let acts = Usage::OBJECT_INFINITIVE_VERB
            .with(Usage::LETTING_VERB)
            .with(Usage::WANTING_VERB)
            .with(Usage::CAUSATIVE_VERB)
            .with(Usage::HELPING_VERB)
            .with(Usage::THAT_VERB)
            .with(Usage::SPEECH_VERB)
            .with(Usage::APPEAL_VERB)
            .with(Usage::VERDICT_VERB);
        let verb = self
            .verb_group(parent)
            .is_some_and(|verb| !verb.verb.passive && !self.usage(verb.head).any(acts));
        let thing = matches!(self.tags.get(object.head), Some(Tag::Noun | Tag::Plural))
            && !self
                .word(object.head)
                .readings
                .any(Readings::HUMAN | Readings::GROUP);
        verb && thing && object.preposition.is_none()
    }

    /// "doing all it can | to end it": the clause around *all it can*, whose subject *it* is.
    fn does_all_it_can(&self, relative: ClauseId) -> Option<ClauseId> {
        let clause = self.clause(relative)?;
        let all = self.phrase(clause.governor?)?;
        let verb = self.verb_group(relative)?;
        let can = verb.verb.only_auxiliary && verb.verb.modal.is_some();
        let everything = matches!(
            self.marker_text(all.head),
            "all" | "everything" | "anything" | "whatever"
        );
        clause.parent.filter(|_| can && everything)
    }

    /// Who is behind a deed named by a noun: its owner, the noun after *by*, *from* or *of*, or else the subject of its clause.
    pub(crate) fn noun_holder(&self, noun: PhraseId, depth: usize) -> Option<PhraseId> {
        let phrase = self.phrase(noun)?;
        if phrase.owner.is_some() {
            return phrase.owner;
        }
        let by = self
            .prepositional(noun, |text| matches!(text, "by" | "from" | "of"))
            .find(|id| self.phrase(*id).is_some_and(|by| by.noun == Some(noun)));
        if by.is_some() {
            return by;
        }
        let clause = self.clause(phrase.clause)?;
        // "gave Israel the opportunity to": whoever is given it.
        if clause.predicate == Some(noun)
            && clause.object.is_some()
            && !self.is_passive(phrase.clause)
        {
            return clause.object;
        }
        // "guarantor of an agreement to stop the war": what hangs on another noun has no holder in the clause.
        let hangs = phrase.noun.is_some() && self.is_behind(phrase, "of");
        if clause.subject == Some(noun) || hangs {
            return None;
        }
        self.subject_within(phrase.clause, depth.saturating_sub(1))
    }

    fn gerund_subject(&self, clause: &Clause, parent: ClauseId, depth: usize) -> Option<PhraseId> {
        let marker = clause.marker.map_or(Marker::None, |at| self.marker(at));
        // "After recognising it, Norway lost": nothing stands before it.
        if clause.governor.is_none() && is_adverbial_marker(marker) {
            return self.subject_within(self.finite_above(parent), depth - 1);
        }
        let governor = clause.governor?;
        let phrase = self.phrase(governor)?;
        // "spent an hour on maps, before declaring": an adverbial shares the subject of the sentence, whatever noun it follows.
        let as_well_as = clause
            .marker
            .is_some_and(|at| marker == Marker::As && at > 0 && self.marker_text(at - 1) == "well");
        if is_adverbial_marker(marker) || as_well_as {
            return self.subject_within(self.finite_above(parent), depth - 1);
        }
        if phrase.kind == PhraseKind::Verb {
            return self.subject_within(parent, depth - 1);
        }
        let above = self.clause(parent)?;
        let object = self.object(parent) == Some(governor)
            && matches!(marker, Marker::Of | Marker::For | Marker::From);
        if object
            && above.verb.is_some()
            && !self.is_infinitive_noun(phrase)
            && self.takes_object_gerund(above)
        {
            return Some(governor);
        }
        self.noun_holder(governor, depth)
    }

    /// The nearest clause with a finite verb, from a clause upwards.
    fn finite_above(&self, mut id: ClauseId) -> ClauseId {
        for _ in 0..DEPTH {
            let Some(clause) = self.clause(id) else {
                break;
            };
            let finite = clause
                .verb
                .and_then(|verb| self.phrase(verb))
                .is_some_and(|phrase| phrase.verb.finite || phrase.verb.modal.is_some());
            match clause.parent {
                Some(parent) if !finite => id = parent,
                _ => break,
            }
        }
        id
    }

    /// Of a relative clause without an object of its own, all nouns that it may belong to, the nearest first: "a draft to outlaw the group,
    /// which Russia blocked" may mean the draft.
    pub(crate) fn gap_candidates(&self, id: ClauseId) -> Vec<PhraseId> {
        let mut found = Vec::new();
        let own = self
            .clause(id)
            .is_some_and(|clause| clause.object.is_some());
        let Some(mut noun) = self.object(id).filter(|_| !own) else {
            return found;
        };
        // "thanked the president for the list, which": no person.
        let which = self
            .clause(id)
            .and_then(|clause| clause.marker)
            .is_some_and(|at| self.marker(at) == Marker::Which);
        let person = |noun: &PhraseId| {
            self.phrase(*noun)
                .is_some_and(|noun| self.word(noun.head).readings.any(Readings::HUMAN))
        };
        for _ in 0..4 {
            let Some(phrase) = self.phrase(noun) else {
                break;
            };
            let above = phrase.noun.or_else(|| {
                let clause = self.clause(phrase.clause)?;
                let inside = matches!(clause.kind, ClauseKind::Infinitive | ClauseKind::Gerund);
                clause.governor.filter(|_| inside)
            });
            match above.filter(|above| {
                self.phrase(*above)
                    .is_some_and(|phrase| phrase.kind == PhraseKind::Noun)
            }) {
                Some(above) if which && person(&above) => break,
                Some(above) => {
                    found.push(above);
                    noun = above;
                }
                None => break,
            }
        }
        found
    }

    /// accuse, blame, prevent … X of, for, from doing.
    fn takes_object_gerund(&self, clause: &Clause) -> bool {
        let Some(verb) = clause.verb.and_then(|id| self.phrase(id)) else {
            return false;
        };
        self.usage(verb.head).any(Usage::OBJECT_GERUND_VERB)
    }

    /// The grammatical object; of a relative clause without one, the noun that it belongs to.
    pub(crate) fn object(&self, id: ClauseId) -> Option<PhraseId> {
        let clause = self.clause(id)?;
        if clause.object.is_some() {
            return clause.object;
        }
        let mut at = id;
        for _ in 0..DEPTH {
            let clause = self.clause(at)?;
            if clause.kind == ClauseKind::Relative {
                return clause
                    .governor
                    .filter(|_| clause.subject.is_some() && (at != id || clause.object.is_none()))
                    .filter(|_| !self.under_preposition(clause));
            }
            // "which Russia played a role in blocking": the gap may be further down.
            if !matches!(clause.kind, ClauseKind::Infinitive | ClauseKind::Gerund) {
                return None;
            }
            at = clause.parent?;
        }
        None
    }

    /// "the list on which", "in whose view": the gap is behind the preposition.
    fn under_preposition(&self, clause: &Clause) -> bool {
        let before = clause.marker.and_then(|at| at.checked_sub(1));
        before.and_then(|at| self.tags.get(at)) == Some(&Tag::Preposition)
    }

    /// Who does it: the subject, or of a passive the noun after *by*.
    pub(crate) fn agent(&self, id: ClauseId) -> Option<PhraseId> {
        if self.is_passive(id) {
            let verb = self.clause(id).and_then(|clause| clause.verb);
            // "offers by Oman were rejected by Yemen": what hangs on the subject did nothing.
            let on_noun = |by: &PhraseId| {
                Some(*by) < verb && self.phrase(*by).is_some_and(|by| by.noun.is_some())
            };
            return self
                .clause_prepositional(id, |text| text == "by")
                .find(|by| !on_noun(by) && !self.is_ruled_out(*by));
        }
        self.subject(id)
    }

    /// "not | by Norway but by Qatar", "and not | Peru": somebody else is meant.
    pub(crate) fn is_ruled_out(&self, id: PhraseId) -> bool {
        let first = self
            .phrase(id)
            .map(|phrase| phrase.preposition.unwrap_or(phrase.start));
        first
            .and_then(|first| first.checked_sub(1))
            .is_some_and(|before| self.marker(before) == Marker::Not)
    }

    /// To whom it is done: the object, or of a passive the subject.
    pub(crate) fn patient(&self, id: ClauseId) -> Option<PhraseId> {
        if self.is_passive(id) {
            return self.subject(id);
        }
        self.object(id)
    }

    pub(crate) fn is_passive(&self, id: ClauseId) -> bool {
        self.verb_group(id).is_some_and(|verb| verb.verb.passive)
    }

    /// The noun phrases that prepositional phrases hang on a noun, as far as they follow it without a break.
    pub(crate) fn prepositional<'a>(
        &'a self,
        noun: PhraseId,
        is: impl Fn(&str) -> bool + 'a,
    ) -> impl Iterator<Item = PhraseId> + 'a {
        let clause = self.phrase(noun).map(|phrase| phrase.clause);
        self.following(noun)
            .take_while(move |(_, phrase)| {
                Some(phrase.clause) == clause || phrase.kind == PhraseKind::Noun
            })
            .take_while(|(_, phrase)| {
                matches!(
                    phrase.kind,
                    PhraseKind::Noun
                        | PhraseKind::Preposition
                        | PhraseKind::Adverb
                        | PhraseKind::Coordinator
                        | PhraseKind::Other
                )
            })
            .filter(move |(_, phrase)| {
                phrase.kind == PhraseKind::Noun
                    && !phrase.owns
                    && phrase
                        .preposition
                        .is_some_and(|at| is(self.marker_text(at)))
            })
            .map(|(id, _)| id)
    }

    fn following(&self, id: PhraseId) -> impl Iterator<Item = (PhraseId, &Phrase)> + '_ {
        self.phrases
            .iter()
            .enumerate()
            .skip(id.index() + 1)
            .take(FOLLOWING)
            .map(|(index, phrase)| (PhraseId::new(index), phrase))
    }

    /// The noun phrases after a preposition in a clause.
    pub(crate) fn clause_prepositional<'a>(
        &'a self,
        id: ClauseId,
        is: impl Fn(&str) -> bool + 'a,
    ) -> impl Iterator<Item = PhraseId> + 'a {
        let start = self.clause(id).map_or(0, |clause| clause.start.index());
        self.phrases
            .iter()
            .enumerate()
            .skip(start)
            .take(LOOK)
            .filter(move |(_, phrase)| {
                phrase.clause == id
                    && phrase.kind == PhraseKind::Noun
                    && !phrase.owns
                    && phrase
                        .preposition
                        .is_some_and(|at| is(self.marker_text(at)))
            })
            .map(|(index, _)| PhraseId::new(index))
    }

    /// The first of the conjuncts that a noun phrase belongs to.
    pub(crate) fn first_conjunct(&self, mut id: PhraseId) -> PhraseId {
        for _ in 0..DEPTH {
            match self.phrase(id).and_then(|phrase| phrase.conjunct) {
                Some(before) => id = before,
                None => break,
            }
        }
        id
    }

    /// All conjuncts of a coordination, the one given first.
    pub(crate) fn conjuncts(&self, first: PhraseId) -> impl Iterator<Item = PhraseId> + '_ {
        let last = first.index() + FOLLOWING;
        std::iter::successors(Some(first), move |id| {
            self.links(*id)
                .conjunct
                .filter(|next| next > id && next.index() <= last)
        })
    }

    /// The noun phrases in apposition to this one.
    pub(crate) fn appositions(&self, id: PhraseId) -> impl Iterator<Item = PhraseId> + '_ {
        let reach = if self.links(id).apposed { FOLLOWING } else { 0 };
        self.following(id)
            .take(reach)
            .filter(move |(_, phrase)| phrase.apposition == Some(id))
            .map(|(id, _)| id)
    }
}

/// How many phrases of a clause are looked at.
const LOOK: usize = 60;

/// Prepositions that make an adverbial of an -ing form, wherever it stands.
fn is_adverbial_marker(marker: Marker) -> bool {
    matches!(
        marker,
        Marker::Before
            | Marker::After
            | Marker::Since
            | Marker::By
            | Marker::Without
            | Marker::While
            | Marker::When
            | Marker::Upon
            | Marker::Despite
            | Marker::Besides
            | Marker::Through
    )
}
