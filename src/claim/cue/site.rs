//! Where a cue stands, and what may fill its slots: the phrases in the roles that its site gives.

use super::lists::ListHits;
use super::pattern::{Met, is_other_side, is_verbal_adjective};
use super::slot::is_role;
use crate::claim::tell::voice::Voice;
use crate::claim::who::party::{Filler, LOOK};
use crate::clause::{ClauseId, ClauseKind, PhraseId, PhraseKind, Tag, View};
use crate::mention::Mentions;
use crate::pack::{Spoken, WordClass};
use crate::token::{TokenKind, Usage};

/// The sentence that rules are tried on.
#[derive(Clone, Copy, Debug)]
pub(in crate::claim) struct Scene<'a> {
    pub(in crate::claim) view: &'a View,
    pub(in crate::claim) mentions: &'a Mentions,
    pub(in crate::claim) lists: &'a ListHits,
    /// Who says what, for the first person.
    pub(in crate::claim) voices: &'a [Voice],
}

/// The grammar of the place where a rule's words were met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::claim) enum Site {
    /// The verb of a clause.
    Verb(ClauseId),
    /// A participle before its noun.
    Attributive(PhraseId),
    /// The head of a noun phrase.
    Noun(PhraseId),
    /// A word inside a noun phrase before its head, or an adjective of its own.
    Adjective(PhraseId),
    /// Fixed words in a clause.
    Words(ClauseId),
}

impl Site {
    pub(in crate::claim) fn of(view: &View, met: &Met) -> Option<Self> {
        let phrase = view.phrase_at(met.anchor)?;
        let tag = *view.tags.get(met.anchor)?;
        let kind = view.phrase(phrase)?.kind;
        Some(match met.class {
            WordClass::Verb if is_verbal_adjective(view, met.anchor, tag) => {
                Self::Attributive(phrase)
            }
            WordClass::Verb => Self::Verb(view.clause_at(met.anchor)?),
            WordClass::Noun | WordClass::Agent => {
                if kind != PhraseKind::Noun {
                    return None;
                }
                let head = view.phrase(phrase)?.head;
                // The head itself, or a title before a name ("mediator Qatar").
                if met.anchor != head
                    && !(met.class == WordClass::Agent && view.tags.get(head) == Some(&Tag::Proper))
                {
                    return None;
                }
                Self::Noun(phrase)
            }
            WordClass::Adjective => Self::Adjective(phrase),
            WordClass::Phrase => Self::Words(view.clause_at(met.anchor)?),
        })
    }

    /// Whether two sites at one word are clauses of which one leaves the verb out.
    pub(in crate::claim) fn shares_verb(self, other: Self) -> bool {
        match (self, other) {
            (Self::Verb(clause), Self::Verb(other)) => clause != other,
            _ => false,
        }
    }

    /// The clause that the words stand in.
    pub(in crate::claim) fn clause(self, view: &View) -> Option<ClauseId> {
        match self {
            Self::Verb(clause) | Self::Words(clause) => Some(clause),
            Self::Noun(phrase) | Self::Adjective(phrase) | Self::Attributive(phrase) => {
                view.phrase(phrase).map(|phrase| phrase.clause)
            }
        }
    }
}

impl Scene<'_> {
    /// What may fill a slot of a rule whose words end before token `end`, the likeliest first.
    pub(in crate::claim) fn fillers(
        &self,
        site: Site,
        spoken: &Spoken,
        class: WordClass,
        end: usize,
    ) -> Vec<Filler> {
        let mut fillers = Vec::new();
        self.fillers_into(site, spoken, class, end, &mut fillers);
        fillers
    }

    /// The same, added to others.
    pub(in crate::claim) fn fillers_into(
        &self,
        site: Site,
        spoken: &Spoken,
        class: WordClass,
        end: usize,
        out: &mut Vec<Filler>,
    ) {
        let fillers = match site {
            Site::Verb(clause) | Site::Words(clause) => match spoken {
                Spoken::Object if class == WordClass::Verb => {
                    let own = |filler: &Filler| !self.is_own_reflexive(*filler, end);
                    let behind = self.after_particle(clause, end).into_iter();
                    return out.extend(behind.chain(self.objects_of(clause)).filter(own));
                }
                Spoken::Object => return out.extend(self.objects_of(clause)),
                Spoken::Preposition(text) => {
                    return self.behind_preposition_into(clause, end, text, out);
                }
                Spoken::Subject | Spoken::Of => return self.subjects_into(clause, out),
                Spoken::Predicate => return self.predicates_into(clause, out),
            },
            Site::Attributive(phrase) => match spoken {
                Spoken::Object => vec![Filler::Phrase(phrase)],
                Spoken::Subject => self.joined_before(phrase),
                Spoken::Preposition(text) => self.after_noun(phrase, text),
                _ => Vec::new(),
            },
            Site::Noun(phrase) if class == WordClass::Agent => self.of_agent(phrase, spoken),
            Site::Noun(phrase) => self.of_noun(phrase, spoken),
            Site::Adjective(phrase) => match spoken {
                Spoken::Of => {
                    let mut fillers = self.said_of(phrase);
                    fillers.push(Filler::Phrase(phrase));
                    fillers
                }
                Spoken::Preposition(text) => self.after_noun(phrase, text),
                Spoken::Subject | Spoken::Object | Spoken::Predicate => Vec::new(),
            },
        };
        out.extend(fillers);
    }

    /// "Turkish help in | opening it", "its failure to | open it": who does what hangs on a noun that names its owner.
    fn owners_of_deed(&self, id: ClauseId) -> Vec<Filler> {
        let view = self.view;
        let deed = view.clause(id).filter(|clause| {
            matches!(clause.kind, ClauseKind::Infinitive | ClauseKind::Gerund)
                && clause.subject.is_none()
                && !view.is_passive(id)
        });
        let noun = deed.and_then(|clause| clause.governor).filter(|noun| {
            view.phrase(*noun)
                .is_some_and(|phrase| phrase.kind == PhraseKind::Noun && phrase.owner.is_none())
        });
        // Whose the noun is tells only where the noun doesn't do it itself.
        noun.filter(|noun| view.subject(id) != Some(*noun))
            .map_or_else(Vec::new, |noun| self.owners(noun))
    }

    /// "distanced itself from | the truce": the pronoun among a verb's own words is no object.
    fn is_own_reflexive(&self, filler: Filler, end: usize) -> bool {
        let Filler::Phrase(id) = filler else {
            return false;
        };
        self.view.phrase(id).is_some_and(|phrase| {
            phrase.end <= end && self.view.usage(phrase.head).any(Usage::REFLEXIVE)
        })
    }

    /// "broke off | the truce", "rolled out the red carpet for | the king": the object of a verb whose last word is a preposition.
    fn after_particle(&self, clause: ClauseId, end: usize) -> Option<Filler> {
        let particle = end.checked_sub(1)?;
        let tag = self.view.tags.get(particle);
        if matches!(tag, Some(Tag::Noun | Tag::Adverb)) {
            // "held back | a convoy": where *back* was taken for the object.
            let next = self.view.phrase_at(end)?;
            return self
                .view
                .phrase(next)
                .filter(|phrase| phrase.start == end && phrase.preposition.is_none())
                .filter(|phrase| phrase.kind == PhraseKind::Noun && phrase.clause == clause)
                .map(|_| Filler::Phrase(next));
        }
        if tag != Some(&Tag::Preposition) {
            return None;
        }
        let start = self.view.phrase_at(particle)?.index();
        (start + 1..self.view.phrases.len().min(start + LOOK))
            .map(PhraseId::new)
            .find(|id| {
                // "has nothing to do with | Chile": the last words may have a clause of their own.
                self.view
                    .phrase(*id)
                    .is_some_and(|phrase| phrase.preposition == Some(particle) && !phrase.owns)
            })
            .map(Filler::Phrase)
    }

    /// "raised its hand against | the draft": what hangs on the noun that ends a verb's own words.
    fn on_own_noun<'s>(
        &'s self,
        clause: ClauseId,
        end: usize,
        text: &'s str,
    ) -> impl Iterator<Item = PhraseId> + 's {
        let own = end.checked_sub(1).and_then(|at| self.view.phrase_at(at));
        let noun = own.filter(|id| {
            self.view.phrase(*id).is_some_and(|phrase| {
                phrase.kind == PhraseKind::Noun && phrase.head + 1 == end && phrase.clause == clause
            })
        });
        noun.into_iter()
            .flat_map(move |id| self.view.prepositional(id, move |marker| marker == text))
    }

    /// Who does what the verb of a clause says.
    fn subjects_into(&self, clause: ClauseId, out: &mut Vec<Filler>) {
        let owners = self.owners_of_deed(clause);
        if owners.is_empty() {
            let agent = self.view.agent(clause);
            let agent = agent.map(|id| self.view.member_of(clause, id));
            out.extend(agent.map(Filler::Phrase));
        } else {
            out.extend(owners);
        }
    }

    /// To whom it is done.
    fn objects_of(&self, clause: ClauseId) -> impl Iterator<Item = Filler> {
        let patient = self.view.patient(clause).into_iter();
        let gaps = self.view.gap_candidates(clause);
        patient.chain(gaps).map(Filler::Phrase)
    }

    /// What the verb of a clause says that somebody is.
    fn predicates_into(&self, clause: ClauseId, out: &mut Vec<Filler>) {
        let view = self.view;
        let predicate = view.clause(clause).and_then(|clause| clause.predicate);
        let passive = view
            .is_passive(clause)
            .then(|| view.object(clause))
            .flatten();
        let verb = view.clause(clause).and_then(|clause| clause.verb);
        // "The listing of the rebels as terrorists | was condemned": what hangs on a noun before the verb isn't the verb's.
        let of_subject = |id: &PhraseId| {
            Some(*id) < verb && view.phrase(*id).is_some_and(|phrase| phrase.noun.is_some())
        };
        // "rejected Chad's role | as guarantor": what somebody is belongs to his role, and isn't what the verb calls him.
        let of_role = |id: &PhraseId| {
            let noun = view.phrase(*id).and_then(|phrase| phrase.noun);
            let noun = noun.and_then(|noun| view.phrase(noun));
            noun.is_some_and(|noun| is_role(view.noun_text(noun.head)))
        };
        // "as rebels, and not as terrorists"
        let called = view
            .clause_prepositional(clause, |text| text == "as")
            .filter(|id| !view.is_ruled_out(*id) && !of_subject(id) && !of_role(id))
            .chain(self.infinitive_predicate(clause));
        let joined = predicate.into_iter().flat_map(|id| view.conjuncts(id));
        let all = joined
            .filter(|id| Some(*id) == predicate || is_joined_by_and(view, *id))
            .chain(passive)
            .chain(called);
        out.extend(all.map(Filler::Phrase));
    }

    /// What stands behind a preposition in a clause, or on the noun that ends the verb's own words.
    fn behind_preposition_into(
        &self,
        clause: ClauseId,
        end: usize,
        text: &str,
        out: &mut Vec<Filler>,
    ) {
        let view = self.view;
        let own = self.on_own_noun(clause, end, text);
        out.extend(own.map(Filler::Phrase));
        // "was accused by Togo of": what follows the agent belongs to the verb.
        let passive = view.is_passive(clause);
        let agent = view.agent(clause).filter(|_| passive);
        let after_agent = agent
            .into_iter()
            .flat_map(|agent| view.prepositional(agent, |marker| marker == text));
        // "called for relations with Togo to be cut": what hangs on the noun that another clause holds.
        let patient = view
            .patient(clause)
            .filter(|_| passive)
            .filter(|id| view.phrase(*id).is_some_and(|noun| noun.clause != clause));
        let on_patient = patient
            .into_iter()
            .flat_map(|patient| view.prepositional(patient, |marker| marker == text));
        let verb = view.verb_group(clause).map(|verb| verb.head);
        let other_side = |id: &PhraseId| {
            let at = view.phrase(*id).and_then(|phrase| phrase.preposition);
            let between = verb.zip(at).filter(|_| text == "against");
            between.is_some_and(|(verb, at)| is_other_side(view, verb, at + 1))
        };
        // "Chile, | with whom Peru cut its ties"
        let gap = view.clause(clause).and_then(|own| {
            let before = own.marker.and_then(|at| at.checked_sub(1))?;
            let relative = own.kind == ClauseKind::Relative && matches!(text, "with" | "to");
            let behind = relative && view.marker_text(before) == text;
            let comma = before.checked_sub(1).and_then(|at| view.tokens.get(at))?;
            own.governor
                .filter(|_| behind && comma.kind == TokenKind::Comma)
        });
        let all = view
            .clause_prepositional(clause, |marker| marker == text)
            .filter(|id| !other_side(id) && !is_in_circumstance(view, *id))
            .chain(after_agent)
            .chain(on_patient)
            .chain(gap);
        out.extend(all.map(Filler::Phrase));
    }

    /// "declared it to be illegal", "considers it to be": what the infinitive of *be* says.
    pub(in crate::claim) fn infinitive_predicate(&self, clause: ClauseId) -> Option<PhraseId> {
        let next = self
            .view
            .clauses
            .iter()
            .find(|other| other.parent == Some(clause))?;
        let verb = next.verb.and_then(|verb| self.view.phrase(verb))?;
        (self.view.marker_text(verb.head) == "be").then_some(next.predicate)?
    }

    fn after_noun(&self, phrase: PhraseId, text: &str) -> Vec<Filler> {
        let direct: Vec<Filler> = self
            .view
            .prepositional(phrase, |marker| marker == text)
            .map(Filler::Phrase)
            .collect();
        if !direct.is_empty() {
            return direct;
        }
        // "paid a visit last week to": the phrase stands further on in the clause.
        let Some(clause) = self.view.phrase(phrase).map(|phrase| phrase.clause) else {
            return direct;
        };
        // "The recognition was called premature by Togo": the verb's own *by*.
        if text == "by" && self.view.is_passive(clause) {
            return direct;
        }
        self.view
            .clause_prepositional(clause, |marker| marker == text)
            .filter(|id| *id > phrase)
            .map(Filler::Phrase)
            .collect()
    }

    fn of_noun(&self, phrase: PhraseId, spoken: &Spoken) -> Vec<Filler> {
        match spoken {
            Spoken::Subject | Spoken::Of => {
                let mut fillers = self.owners(phrase);
                fillers.extend(
                    self.view
                        .prepositional(phrase, |text| matches!(text, "by" | "from"))
                        .map(Filler::Phrase),
                );
                if fillers.is_empty() {
                    let subject = self.light_subject(phrase).or_else(|| self.by_means(phrase));
                    fillers.extend(subject.map(Filler::Phrase));
                }
                fillers
            }
            Spoken::Object => {
                let mut fillers: Vec<Filler> = self
                    .view
                    .prepositional(phrase, |text| text == "of")
                    .map(Filler::Phrase)
                    .collect();
                fillers.push(Filler::Phrase(phrase));
                fillers
            }
            Spoken::Predicate => self
                .view
                .prepositional(phrase, |text| text == "as")
                .map(Filler::Phrase)
                .collect(),
            Spoken::Preposition(text) => self.after_noun(phrase, text),
        }
    }

    /// Who uses a deed as means: "Moscow ended the work of the panel with a veto".
    fn by_means(&self, phrase: PhraseId) -> Option<PhraseId> {
        let own = self.view.phrase(phrase)?;
        let with = self.view.marker_text(own.preposition?) == "with" && own.noun.is_none();
        let active = !self.view.is_passive(own.clause);
        (with && active)
            .then(|| self.view.agent(own.clause))
            .flatten()
    }

    /// The subject of a light verb over a noun: "paid a visit", "issued an invitation".
    pub(in crate::claim) fn light_subject(&self, phrase: PhraseId) -> Option<PhraseId> {
        let clause = self.view.phrase(phrase)?.clause;
        let verb = self
            .view
            .clause(clause)?
            .verb
            .and_then(|verb| self.view.phrase(verb))?;
        let lemma = self.view.verb_text(verb.head);
        let light = matches!(
            lemma,
            "make"
                | "hold"
                | "pay"
                | "have"
                | "take"
                | "give"
                | "issue"
                | "put"
                | "place"
                | "lodge"
                | "register"
                | "conduct"
                | "offer"
                | "extend"
                | "send"
                | "cast"
                | "use"
                | "wield"
                | "exercise"
                | "launch"
                | "impose"
                | "maintain"
                | "enjoy"
                | "begin"
                | "start"
                | "express"
                | "voice"
                | "announce"
                | "declare"
                | "build"
                | "forge"
                | "strengthen"
                | "deepen"
                | "expand"
                | "develop"
                | "establish"
                | "seek"
                | "pursue"
                | "want"
                | "conclude"
                | "sign"
                | "undertake"
                | "lead"
                | "provide"
        ) || matches!(
            self.view.marker_text(verb.head),
            "has" | "had" | "have" | "having"
        );
        let object = self.view.patient(clause) == Some(phrase);
        (light && object).then(|| self.view.agent(clause)).flatten()
    }

    fn of_agent(&self, phrase: PhraseId, spoken: &Spoken) -> Vec<Filler> {
        match spoken {
            Spoken::Of => self.said_of(phrase),
            Spoken::Subject => self.owners(phrase),
            Spoken::Object => {
                let mut fillers: Vec<Filler> = self
                    .view
                    .prepositional(phrase, |text| {
                        matches!(text, "of" | "for" | "in" | "to" | "between")
                    })
                    .map(Filler::Phrase)
                    .collect();
                fillers.push(Filler::Phrase(phrase));
                fillers
            }
            Spoken::Predicate => Vec::new(),
            Spoken::Preposition(text) => self.after_noun(phrase, text),
        }
    }
}

/// "withdrew its recognition under pressure | from Peru": what hangs on the circumstances of a deed is no part of it.
fn is_in_circumstance(view: &View, id: PhraseId) -> bool {
    let from = view.phrase(id).filter(|from| view.is_behind(from, "from"));
    let around = from.and_then(|from| view.phrase(from.noun?));
    around.is_some_and(|around| {
        around.preposition.is_some_and(|at| {
            matches!(
                view.marker_text(at),
                "under" | "after" | "amid" | "despite" | "following" | "with"
            )
        })
    })
}

/// "a party and | a gang", where "no party but | a gang" says one thing.
fn is_joined_by_and(view: &View, conjunct: PhraseId) -> bool {
    let before = view
        .phrase(conjunct)
        .and_then(|phrase| phrase.start.checked_sub(1));
    before.is_some_and(|at| view.marker_text(at) == "and")
}
