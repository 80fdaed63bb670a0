//! Roles: who does it and to whom it is done, and what hangs on a noun or clause. Subjects are in `subject`.

use super::{Clause, ClauseId, ClauseKind, Phrase, PhraseId, PhraseKind, Tag, View};
use crate::token::{Marker, Readings, TokenKind, Usage};

/// How far a chain of clauses is followed.
pub(super) const DEPTH: usize = 12;
/// How many phrases of a clause are looked at.
const LOOK: usize = 60;
/// How many phrases after one are looked at for what belongs to it.
const FOLLOWING: usize = 24;
/// How many words say when between *and* and a preposition.
const WHEN: usize = 6;

impl View {
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

    /// The grammatical object; of a relative clause without one, the noun that it belongs to.
    pub(crate) fn object(&self, id: ClauseId) -> Option<PhraseId> {
        let clause = self.clause(id)?;
        if clause.object.is_some() {
            return clause.object;
        }
        if let Some(let_do) = self.is_let_do(id) {
            return Some(let_do);
        }
        let mut at = id;
        for _ in 0..DEPTH {
            let clause = self.clause(at)?;
            if clause.kind == ClauseKind::Relative {
                return clause
                    .governor
                    .filter(|_| clause.subject.is_some() && (at != id || clause.object.is_none()))
                    .filter(|noun| !self.denies_what_was_told(clause, *noun))
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

    /// "let | Peru recognise it": whoever is let do it.
    fn is_let_do(&self, id: ClauseId) -> Option<PhraseId> {
        let verb = self.clause(id)?.verb?;
        let lets = self
            .usage(self.phrase(verb)?.head)
            .any(Usage::CAUSATIVE_VERB);
        let done = self
            .clause(ClauseId::new(id.index() + 1))
            .filter(|_| lets)?;
        let below = done.kind == ClauseKind::Complement && done.governor == Some(verb);
        let name = |id: &PhraseId| {
            let head = self.phrase(*id).map(|phrase| phrase.head);
            head.and_then(|head| self.tags.get(head)) == Some(&Tag::Proper)
        };
        done.subject.filter(|_| below).filter(name)
    }

    /// "Israel says Hamas steals aid, | which Hamas denies": what is denied behind a comma is what was told, unless it is a charge or a report.
    fn denies_what_was_told(&self, clause: &Clause, noun: PhraseId) -> bool {
        let verb = clause.verb.and_then(|verb| self.phrase(verb));
        let denies = verb.is_some_and(|verb| {
            matches!(
                self.verb_text(verb.head),
                "deny" | "dispute" | "contest" | "confirm" | "admit" | "acknowledge"
            )
        });
        let which = clause
            .marker
            .filter(|at| denies && self.marker(*at) == Marker::Which);
        let comma = which
            .and_then(|at| at.checked_sub(1))
            .and_then(|at| self.tokens.get(at))
            .is_some_and(|token| token.kind == TokenKind::Comma);
        comma
            && self.phrase(noun).is_some_and(|noun| {
                !matches!(
                    self.noun_text(noun.head),
                    "charge"
                        | "claim"
                        | "allegation"
                        | "accusation"
                        | "report"
                        | "rumour"
                        | "involvement"
                )
            })
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

    /// "by Norway in May and | by Qatar in June", "ties with Peru and | with Chile": what is joined to the first behind a preposition of its own.
    pub(crate) fn joined_behind(&self, first: PhraseId) -> impl Iterator<Item = PhraseId> + '_ {
        let text = self
            .phrase(first)
            .and_then(|phrase| phrase.preposition)
            .map_or("", |at| self.marker_text(at));
        let behind = self.phrase(first).filter(|phrase| match text {
            "by" => self.is_passive(phrase.clause),
            "with" | "to" | "from" | "against" => true,
            _ => false,
        });
        let joined = move |id: &PhraseId| {
            let at = self.phrase(*id).and_then(|by| by.preposition);
            *id > first
                && at.is_some_and(|at| self.follows_and(at))
                && (text == "by" || !self.opens_clause(*id))
        };
        behind
            .into_iter()
            .flat_map(move |phrase| {
                self.clause_prepositional(phrase.clause, move |own| own == text)
            })
            .filter(joined)
    }

    /// "and | by Qatar", "and later | by Qatar", "and, after a week, | by Qatar": whether *and* stands before a preposition, but for words that say when.
    fn follows_and(&self, preposition: usize) -> bool {
        let first = preposition.saturating_sub(WHEN);
        let and = (first..preposition)
            .rev()
            .take_while(|at| self.says_when(*at) || self.marker_text(*at) == "and")
            .find(|at| self.marker_text(*at) == "and");
        // "and, with Chile, recognised it": a comma alone puts what follows aside.
        and.is_some_and(|and| {
            let between = || and + 1..preposition;
            between().is_empty() || between().any(|at| self.tags.get(at) != Some(&Tag::Mark))
        })
    }

    /// Whether a token is one of the words that say when, or a comma beside them.
    fn says_when(&self, at: usize) -> bool {
        let text = self.marker_text(at);
        let when = matches!(self.tags.get(at), Some(Tag::Adverb | Tag::Mark))
            || self.usage(at).any(Usage::DATE.with(Usage::TIME))
            || matches!(
                text,
                "later" | "then" | "more" | "after" | "some" | "a" | "in"
            );
        when && !matches!(text, "." | ";" | ":")
    }

    /// "moved away from Chad, and | from Peru came protests", "and later, | with Peru, recognised it": whether a verb without a subject of its own comes
    /// next, to which the prepositional phrase belongs.
    fn opens_clause(&self, id: PhraseId) -> bool {
        let Some(phrase) = self.phrase(id) else {
            return false;
        };
        let verb = self.clause(phrase.clause).and_then(|clause| clause.verb);
        let mut after = self.following(id).map(|(_, phrase)| phrase);
        let next = after.find(|phrase| !matches!(phrase.kind, PhraseKind::Mark(TokenKind::Comma)));
        verb.is_some_and(|verb| verb < id)
            && next.is_some_and(|next| next.kind == PhraseKind::Verb && next.verb.finite)
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
        self.verb_group(id)
            .is_some_and(|verb| verb.verb.passive || self.shares_passive(id, verb))
    }

    /// "was criticised by Chile and | praised by Peru": a verb before *by* that shares the auxiliary of a passive.
    fn shares_passive(&self, id: ClauseId, verb: &Phrase) -> bool {
        // "turned down by", "voted out by"
        let particle = || {
            matches!(
                self.marker_text(verb.end),
                "down" | "off" | "out" | "up" | "away" | "aside" | "back"
            )
        };
        let alone = verb.start == verb.head
            && self.word(verb.head).readings.any(Readings::PARTICIPLE)
            && self.marker_text(verb.end + usize::from(particle())) == "by";
        // "was struck off the list and | put back on it"
        let placed = || {
            verb.start == verb.head
                && self.word(verb.head).readings.any(Readings::PARTICIPLE)
                && matches!(
                    self.verb_text(verb.head),
                    "put" | "place" | "add" | "list" | "ban" | "outlaw" | "restore"
                )
        };
        let clause = self
            .clause(id)
            .filter(|clause| clause.object.is_none() && (alone || placed()));
        let first = clause.and_then(|clause| self.verb_group(clause.coordinated?));
        first.is_some_and(|first| first.verb.passive)
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
