//! Noun phrases and adjectives: what hangs on what, and the roles of a clause.

use super::Builder;
use crate::clause::tag::Tag;
use crate::clause::{Clause, ClauseKind, PhraseId, PhraseKind};
use crate::token::{Marker, Readings, TokenKind, Usage};

impl Builder<'_> {
    pub(super) fn noun(&mut self, index: usize) {
        self.leave_relative(index);
        self.assign(index);
        let Some(phrase) = self.phrase(index).copied() else {
            return;
        };
        let before = index.checked_sub(1);
        if phrase.owns {
            return;
        }
        if let Some(judging) = self.judged_around(index) {
            self.marker = None;
            return self.verdict(index, judging);
        }
        // An owner's phrase begins where the owner does.
        let first = phrase.owner.map_or(index, PhraseId::index);
        let coordinator = self.marker.take().filter(|at| {
            *at + 1 == first
                || (*at + 2 == first
                    && matches!(
                        self.kind(*at + 1),
                        Some(PhraseKind::Adverb | PhraseKind::Mark(_))
                    ))
                || self.aside_end(*at) == Some(first)
        });
        if coordinator.is_some() && self.gapped(index, first) {
            return;
        }
        if let Some(at) = phrase.preposition {
            self.attach(index, first, at);
            return;
        }
        if let Some(at) = coordinator
            && let Some(partner) = self.conjunct_before(at)
        {
            self.conjoin(index, self.joined_to(index, at, partner));
            return;
        }
        if self.is_mark(before.filter(|_| first == index), TokenKind::Comma)
            || self.is_mark(first.checked_sub(1), TokenKind::Comma)
        {
            let comma = first - 1;
            if let Some(partner) = self.conjunct_before(comma) {
                if self.opens_as_list(index, partner) {
                    self.conjoin(index, partner);
                    return;
                }
                if self.is_parenthetical(index) {
                    self.source_aside(index);
                    return;
                }
                if self.in_list(index)
                    && (!self.fronted(partner) || self.list_is_over(index))
                    && !self.is_office_of(index, partner)
                    && !self.is_said_twice_of(index, partner)
                {
                    self.conjoin(index, partner);
                    return;
                }
                if self.may_be_apposition(index, partner) || self.is_fronted_office(index, partner)
                {
                    if let Some(phrase) = self.phrases.get_mut(index) {
                        phrase.apposition = Some(PhraseId::new(partner));
                        phrase.preposition = None;
                    }
                    return;
                }
            }
        }
        if self.is_mark(first.checked_sub(1), TokenKind::BracketOpen) {
            return;
        }
        self.role(index, first);
    }

    /// A prepositional phrase hangs on the noun phrase right before it, if there is one.
    pub(super) fn attach(&mut self, index: usize, first: usize, preposition: usize) {
        let noun = self
            .phrases
            .iter()
            .take(first)
            .rposition(|phrase| phrase.end == preposition && phrase.kind == PhraseKind::Noun)
            .filter(|at| first - at <= 3);
        if let Some(phrase) = self.phrases.get_mut(index) {
            phrase.noun = noun.map(PhraseId::new);
        }
    }

    /// Gives a free noun phrase its role in the current clause.
    pub(super) fn role(&mut self, index: usize, first: usize) {
        let Some(clause) = self.clause(self.current).copied() else {
            return;
        };
        let id = PhraseId::new(index);
        let measure = self.is_measure(index);
        match (clause.verb, clause.subject) {
            (None, None) if measure && self.is_time_in_relative(index, &clause) => {}
            (None, None) => self.with(self.current, |clause| clause.subject = Some(id)),
            (None, Some(subject)) => {
                if self.is_measure(subject.index()) {
                    self.with(self.current, |clause| clause.subject = Some(id));
                } else if measure && self.is_rate(index, first) {
                } else if self.starts_contact_clause(index, first) {
                    self.contact_clause(index, first);
                }
            }
            (Some(verb), _) => {
                if measure && !self.adjacent(verb.index(), first) {
                    return;
                }
                self.after_verb(index, first, verb.index());
            }
        }
    }

    /// "300 lorries | a day enter": how often, right behind what is counted.
    fn is_rate(&self, index: usize, first: usize) -> bool {
        let counted = first
            .checked_sub(1)
            .is_some_and(|before| self.kind(before) == Some(PhraseKind::Noun));
        counted
            && self
                .phrase(index)
                .is_some_and(|phrase| self.marker(phrase.start) == Marker::A)
    }

    pub(super) fn is_measure(&self, index: usize) -> bool {
        let Some(phrase) = self.phrase(index) else {
            return false;
        };
        let word = self.words.get(phrase.head).copied();
        let day = phrase.start == phrase.head
            && (self.usage(index).any(Usage::WEEKDAY)
                || matches!(self.marker(phrase.head), Marker::Today | Marker::Yesterday));
        day || word.is_some_and(|word| {
            word.word.readings.any(Readings::MEASURE) && !word.word.readings.any(Readings::GROUP)
        })
    }

    /// "the crimes | it commits": a noun phrase right after another one, and then a verb.
    pub(super) fn starts_contact_clause(&self, index: usize, first: usize) -> bool {
        let Some(before) = first.checked_sub(1) else {
            return false;
        };
        let noun_before = self.kind(before) == Some(PhraseKind::Noun);
        let next = (index + 1..index + 3).find(|at| self.kind(*at) != Some(PhraseKind::Adverb));
        let verb_after = next
            .and_then(|at| self.phrase(at))
            .is_some_and(|verb| verb.kind == PhraseKind::Verb && verb.verb.finite);
        noun_before && verb_after
    }

    /// "the crimes | it commits" is relative; "told the court | she had left", "said Tuesday | she would" is what is said.
    pub(super) fn contact_clause(&mut self, index: usize, first: usize) {
        let parent = self.current;
        let verb = self.verb_of(parent);
        let before = first.checked_sub(1);
        let addressed = verb.is_some_and(|verb| self.usage(verb).any(Usage::ADDRESSING_VERB));
        let said = verb.is_some_and(|verb| self.usage(verb).any(Usage::THAT_VERB));
        let time = before.is_some_and(|at| self.is_measure(at));
        let (kind, governor) = if addressed || (said && time) {
            (ClauseKind::Complement, verb)
        } else {
            (ClauseKind::Relative, before)
        };
        if kind == ClauseKind::Complement && time {
            self.with(parent, |clause| clause.object = None);
        }
        let id = self.open(kind, Some(parent), governor, None, first);
        self.with(id, |clause| clause.subject = Some(PhraseId::new(index)));
        self.assign(index);
    }

    pub(super) fn adjacent(&self, verb: usize, first: usize) -> bool {
        (verb + 1..first).all(|at| {
            matches!(
                self.kind(at),
                Some(PhraseKind::Adverb | PhraseKind::Mark(TokenKind::QuoteOpen))
            )
        })
    }

    pub(super) fn after_verb(&mut self, index: usize, first: usize, verb: usize) {
        let id = PhraseId::new(index);
        let Some(clause) = self.clause(self.current).copied() else {
            return;
        };
        let lone_auxiliary = self
            .phrase(verb)
            .is_some_and(|verb| verb.verb.only_auxiliary);
        let copula = lone_auxiliary
            && self.tags.get(self.phrase(verb).map_or(0, |verb| verb.head)) == Some(&Tag::Be);
        let fronted = self.inverts(index, verb);
        if lone_auxiliary
            && clause.subject.is_none()
            && self.adjacent(verb, first)
            && (fronted || (!copula && !self.is_have(verb)) || self.opens_with_so(verb))
        {
            self.with(self.current, |clause| {
                clause.subject = Some(id);
                clause.inverted = true;
            });
            return;
        }
        if lone_auxiliary && self.adjacent(verb, first) && self.denies_too(index, verb, &clause) {
            self.with(self.current, |clause| {
                clause.subject = Some(id);
                clause.inverted = true;
            });
            return;
        }
        if self.starts_contact_clause(index, first)
            && (clause.object.is_some() || self.is_time(first))
        {
            self.contact_clause(index, first);
            return;
        }
        let copular = copula || self.usage(verb).any(Usage::COPULAR_VERB);
        let unsaid = matches!(clause.kind, ClauseKind::Infinitive | ClauseKind::Gerund)
            || self.says_what(&clause)
            || copula && self.is_said_of_deed(&clause, verb);
        if copular && clause.predicate.is_none() && (clause.subject.is_some() || unsaid) {
            self.with(self.current, |clause| clause.predicate = Some(id));
        } else if clause.subject.is_none()
            && clause.kind == ClauseKind::Main
            && clause.coordinated.is_none()
            && self.adjacent(verb, first)
            && self.follows_quotation(verb)
        {
            self.with(self.current, |clause| {
                clause.subject = Some(id);
                clause.inverted = true;
            });
        } else if clause.object.is_none() && self.object_may_stand(verb, first) {
            self.with(self.current, |clause| clause.object = Some(id));
        } else if clause.object.is_some() && clause.predicate.is_none() && self.follows_noun(first)
        {
            self.with(self.current, |clause| clause.predicate = Some(id));
        }
    }

    /// "Israel, which | last week | had rejected it", "who not a week before had": a time before the verb of a relative clause, whose subject is the pronoun.
    fn is_time_in_relative(&self, index: usize, clause: &Clause) -> bool {
        let opener = clause.marker.is_some_and(|at| {
            matches!(
                self.words.get(at).map(|word| word.word.marker),
                Some(Marker::Who | Marker::Which)
            )
        });
        let next = (index + 1..index + 3).find(|at| self.kind(*at) != Some(PhraseKind::Adverb));
        let verb = next.and_then(|at| self.phrase(at));
        clause.kind == ClauseKind::Relative
            && opener
            && verb.is_some_and(|verb| verb.kind == PhraseKind::Verb && verb.verb.finite)
    }

    /// "To recognise it | is folly": a deed is the subject of a copula, and what it is called is said of it.
    fn is_said_of_deed(&self, clause: &Clause, verb: usize) -> bool {
        let deed = |other: &Clause| {
            matches!(other.kind, ClauseKind::Infinitive | ClauseKind::Gerund)
                && other.start.index() < verb
        };
        let last = self.clauses.iter().rev().find(|other| deed(other));
        clause.kind == ClauseKind::Main
            && clause.coordinated.is_none()
            && clause.subject.is_none()
            && last.is_some_and(|deed| {
                deed.start.index() == clause.start.index() || deed.start.index() == 0
            })
    }

    /// "Nor has Austria", "Neither will Austria": the subject behind an auxiliary that has nothing else.
    fn denies_too(&self, subject: usize, verb: usize, clause: &Clause) -> bool {
        let opener = verb.checked_sub(1).and_then(|at| self.phrase(at));
        let denies = opener.is_some_and(|opener| {
            opener.start == opener.head
                && matches!(self.marker(opener.head), Marker::Nor | Marker::Neither)
        });
        let own = clause
            .subject
            .is_none_or(|id| Some(id.index()) == verb.checked_sub(1));
        let ends = matches!(self.kind(subject + 1), None | Some(PhraseKind::Mark(_)));
        denies && own && ends
    }

    /// "It is time | London recognised it": whether the noun before is the time for what a clause behind it tells.
    fn is_time(&self, first: usize) -> bool {
        let before = first.checked_sub(1).and_then(|at| self.phrase(at));
        before.is_some_and(|noun| self.marker(noun.head) == Marker::Time)
    }

    /// Whether a noun phrase stands right before, or one that is only stressed: "calls the state itself | an enemy".
    fn follows_noun(&self, first: usize) -> bool {
        let noun = |back: usize| {
            first
                .checked_sub(back)
                .is_some_and(|at| self.kind(at) == Some(PhraseKind::Noun))
        };
        let adverb = first
            .checked_sub(1)
            .is_some_and(|at| self.kind(at) == Some(PhraseKind::Adverb));
        noun(1) || adverb && noun(2)
    }

    /// "Nor has Russia | considered", "Had the states not | asked", "Were an apology | to come": the main verb follows the subject.
    pub(super) fn inverts(&self, subject: usize, verb: usize) -> bool {
        let opens = verb.checked_sub(1).is_none_or(|at| {
            matches!(
                self.kind(at),
                Some(
                    PhraseKind::Coordinator
                        | PhraseKind::Adverb
                        | PhraseKind::Mark(TokenKind::Comma | TokenKind::QuoteOpen)
                )
            )
        });
        let head = self.phrase(verb).map(|phrase| phrase.head);
        let conditional = head.is_some_and(|head| {
            matches!(
                self.marker(head),
                Marker::Had | Marker::Were | Marker::Has | Marker::Have | Marker::Is | Marker::Was
            )
        });
        let follows = (subject + 1..subject + 6)
            .find(|at| self.kind(*at) == Some(PhraseKind::Verb))
            .and_then(|at| self.phrase(at))
            .is_some_and(|next| {
                next.verb.participle
                    || (next.verb.infinitive
                        && head.is_some_and(|head| self.marker(head) == Marker::Were))
            });
        opens && conditional && follows
    }

    /// "and | so has | Peru"
    fn opens_with_so(&self, verb: usize) -> bool {
        self.is_have(verb)
            && self
                .phrase(verb)
                .is_some_and(|verb| self.marker(verb.start) == Marker::So)
    }

    pub(super) fn is_have(&self, verb: usize) -> bool {
        self.tags.get(self.phrase(verb).map_or(0, |verb| verb.head)) == Some(&Tag::Have)
    }

    /// Whether nothing but adverbs, prepositional phrases and marks stand between a verb and its object.
    pub(super) fn object_may_stand(&self, verb: usize, first: usize) -> bool {
        (verb + 1..first).all(|at| {
            matches!(
                self.kind(at),
                Some(
                    PhraseKind::Adverb
                        | PhraseKind::Preposition
                        | PhraseKind::Mark(_)
                        | PhraseKind::Other
                )
            ) || self.is_called_before(at, verb)
                || self.phrase(at).is_some_and(|phrase| {
                    phrase.kind == PhraseKind::Noun
                        && (phrase.preposition.is_some()
                            || phrase.owns
                            || phrase.conjunct.is_some())
                })
        }) && !(verb + 1..first).any(|at| self.kind(at) == Some(PhraseKind::Mark(TokenKind::Colon)))
    }

    /// "dismissed as | absurd | the claim that": what an object is called may stand before it, where it is long.
    fn is_called_before(&self, adjective: usize, verb: usize) -> bool {
        let before = adjective.checked_sub(1).and_then(|at| self.phrase(at));
        self.kind(adjective) == Some(PhraseKind::Adjective)
            && adjective == verb + 2
            && !self.is_copula(verb)
            && before.is_some_and(|before| self.marker(before.head) == Marker::As)
    }

    /// "“…,” said Lapid" and ", said Lapid": the verb stands first after a quotation or a comma.
    pub(super) fn follows_quotation(&self, verb: usize) -> bool {
        let before = verb.checked_sub(1);
        before.is_none()
            || self.is_mark(before, TokenKind::QuoteClose)
            || self.is_mark(before, TokenKind::Comma)
            || self.is_mark(before, TokenKind::Stop)
    }

    /// "What Peru wants | is a truce": whether a clause says what another asks that opens the sentence.
    fn says_what(&self, clause: &Clause) -> bool {
        let asked = clause
            .governor
            .and_then(|verb| self.phrase(verb.index()))
            .and_then(|verb| self.clause(verb.clause));
        clause.kind == ClauseKind::Main
            && asked.is_some_and(|asked| {
                asked.kind == ClauseKind::Question
                    && asked
                        .marker
                        .is_some_and(|at| self.marker(at) == Marker::What)
            })
    }

    pub(super) fn adjective(&mut self, index: usize) {
        if let Some(judging) = self.judged_around(index) {
            return self.verdict(index, judging);
        }
        self.assign(index);
        let Some(clause) = self.clause(self.current).copied() else {
            return;
        };
        // "was denounced by Chile as | unlawful"
        let called = index
            .checked_sub(1)
            .and_then(|at| self.phrase(at))
            .is_some_and(|before| self.marker(before.head) == Marker::As);
        let predicative = clause.verb.is_some_and(|verb| {
            let verb = verb.index();
            self.is_copula(verb)
                || self.usage(verb).any(Usage::COPULAR_VERB)
                || clause.object.is_some()
                // "was called | useful"
                || (called || self.usage(verb).any(Usage::VERDICT_VERB))
                    && self.phrase(verb).is_some_and(|verb| verb.verb.passive)
        });
        if predicative && clause.predicate.is_none() {
            self.with(self.current, |clause| {
                clause.predicate = Some(PhraseId::new(index))
            });
        }
    }

    pub(super) fn is_copula(&self, verb: usize) -> bool {
        self.phrase(verb).is_some_and(|verb| {
            verb.verb.only_auxiliary && self.tags.get(verb.head) == Some(&Tag::Be)
        })
    }
}
