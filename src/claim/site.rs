//! Where a cue stands, and what stands in its slots.

use super::words::{ListHits, Met, is_verbal_adjective};
use crate::clause::{ClauseId, PhraseId, PhraseKind, Tag, View};
use crate::mention::{Mentions, Named, Who};
use crate::pack::{Role, Slot, Spoken, WordClass};
use crate::span::Span;

/// How deep a noun's holder is looked for.
const DEPTH: usize = 6;
/// How many phrases after a verb are looked at for who does the same.
const LOOK: usize = 24;

/// The sentence that rules are tried on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scene<'a> {
    pub(super) view: &'a View,
    pub(super) mentions: &'a Mentions,
    pub(super) lists: &'a ListHits,
}

/// The grammar of the place where a rule's words were met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Site {
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

/// Somebody in a role, and the words that say so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Party {
    pub(super) who: Who,
    pub(super) span: Span,
}

/// What fills a slot: a noun phrase, or somebody named by a modifier or pronoun inside one.
#[derive(Clone, Copy, Debug)]
pub(super) enum Filler {
    Phrase(PhraseId),
    Party(Party),
}

/// A slot that was filled.
#[derive(Clone, Debug, Default)]
pub(super) struct Filled {
    pub(super) actors: Vec<Party>,
    pub(super) targets: Vec<Party>,
    /// The phrase, where one filled it.
    pub(super) phrase: Option<PhraseId>,
}

impl Site {
    pub(super) fn of(view: &View, met: &Met<'_>) -> Option<Self> {
        let phrase = view.phrase_at(met.anchor)?;
        let tag = *view.tags.get(met.anchor)?;
        let kind = view.phrase(phrase)?.kind;
        Some(match met.pattern.class {
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
                    && !(met.pattern.class == WordClass::Agent
                        && view.tags.get(head) == Some(&Tag::Proper))
                {
                    return None;
                }
                Self::Noun(phrase)
            }
            WordClass::Adjective => Self::Adjective(phrase),
            WordClass::Phrase => Self::Words(view.clause_at(met.anchor)?),
        })
    }

    /// The clause that the words stand in.
    pub(super) fn clause(self, view: &View) -> Option<ClauseId> {
        match self {
            Self::Verb(clause) | Self::Words(clause) => Some(clause),
            Self::Noun(phrase) | Self::Adjective(phrase) | Self::Attributive(phrase) => {
                view.phrase(phrase).map(|phrase| phrase.clause)
            }
        }
    }
}

impl Scene<'_> {
    /// What may fill a slot, the likeliest first.
    pub(super) fn fillers(&self, site: Site, spoken: &Spoken, class: WordClass) -> Vec<Filler> {
        match site {
            Site::Verb(clause) | Site::Words(clause) => self.of_clause(clause, spoken),
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
        }
    }

    fn of_clause(&self, clause: ClauseId, spoken: &Spoken) -> Vec<Filler> {
        let view = self.view;
        let phrases = |id: Option<PhraseId>| id.map(Filler::Phrase).into_iter().collect();
        match spoken {
            Spoken::Subject | Spoken::Of => phrases(view.agent(clause)),
            Spoken::Object => {
                let mut fillers: Vec<Filler> = phrases(view.patient(clause));
                fillers.extend(view.gap_candidates(clause).into_iter().map(Filler::Phrase));
                fillers
            }
            Spoken::Predicate => {
                let predicate = view.clause(clause).and_then(|clause| clause.predicate);
                let passive = view
                    .is_passive(clause)
                    .then(|| view.object(clause))
                    .flatten();
                let called = view
                    .clause_prepositional(clause, |text| text == "as")
                    .chain(self.infinitive_predicate(clause));
                predicate
                    .into_iter()
                    .chain(passive)
                    .chain(called)
                    .map(Filler::Phrase)
                    .collect()
            }
            Spoken::Preposition(text) => view
                .clause_prepositional(clause, |marker| marker == text)
                .map(Filler::Phrase)
                .collect(),
        }
    }

    /// "declared it to be illegal", "considers it to be": what the infinitive of *be* says.
    fn infinitive_predicate(&self, clause: ClauseId) -> Option<PhraseId> {
        let next = self
            .view
            .clauses
            .iter()
            .find(|other| other.parent == Some(clause))?;
        let verb = next.verb.and_then(|verb| self.view.phrase(verb))?;
        (self.view.marker_text(verb.head) == "be").then_some(next.predicate)?
    }

    /// "US-brokered": the name joined to a participle.
    fn joined_before(&self, phrase: PhraseId) -> Vec<Filler> {
        let Some((start, end)) = self
            .view
            .phrase(phrase)
            .map(|phrase| (phrase.start, phrase.end))
        else {
            return Vec::new();
        };
        let joined = |named: &&Named| {
            named.start >= start
                && named.end < end
                && self.view.tags.get(named.end) == Some(&Tag::Adjective)
        };
        self.mentions
            .named
            .iter()
            .filter(joined)
            .map(|named| Filler::Party(self.party(*named)))
            .collect()
    }

    fn party(&self, named: Named) -> Party {
        Party {
            who: Who::Actor(named.actor),
            span: self.view.span(named.start, named.end),
        }
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
                    fillers.extend(self.light_subject(phrase).map(Filler::Phrase));
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

    /// Who owns a noun phrase: "Russia's veto", "its veto", "the Russian veto".
    pub(super) fn owners(&self, phrase: PhraseId) -> Vec<Filler> {
        let mut fillers = Vec::new();
        if let Some(owner) = self.view.phrase(phrase).and_then(|phrase| phrase.owner) {
            fillers.push(Filler::Phrase(owner));
        }
        if let Some(referent) = self.mentions.possessor(phrase) {
            let span = self
                .view
                .phrase(phrase)
                .map(|phrase| self.view.span(phrase.start, phrase.start + 1))
                .unwrap_or_default();
            fillers.push(Filler::Party(Party {
                who: referent.who,
                span,
            }));
        }
        fillers.extend(
            self.mentions
                .modifiers(self.view, phrase)
                .map(|named| Filler::Party(self.party(named))),
        );
        fillers
    }

    /// The subject of a light verb over a noun: "paid a visit", "issued an invitation".
    fn light_subject(&self, phrase: PhraseId) -> Option<PhraseId> {
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
        ) || self.view.marker_text(verb.head).starts_with("ha");
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

    /// What an adjective or a noun for somebody is said of.
    fn said_of(&self, phrase: PhraseId) -> Vec<Filler> {
        let view = self.view;
        let one = view.one_of(phrase);
        let Some(own) = view.phrase(one).copied() else {
            return Vec::new();
        };
        let mut fillers = Vec::new();
        fillers.extend(
            own.apposition
                .map(|partner| Filler::Phrase(view.first_conjunct(partner))),
        );
        fillers.extend(view.appositions(one).map(Filler::Phrase));
        if let Some(at) = own.preposition {
            if view.marker_text(at) == "as" {
                fillers.extend(self.called(one, own.noun));
                fillers.extend(self.judged(own.clause, one));
            }
        } else if let Some(clause) = view.clause(own.clause) {
            let named = clause.object == Some(one) && view.is_passive(own.clause);
            if clause.predicate == Some(one) {
                let object = clause.object.filter(|_| !view.is_passive(own.clause));
                fillers.extend(
                    object
                        .or_else(|| view.subject(own.clause))
                        .map(Filler::Phrase),
                );
            } else if named {
                fillers.extend(view.subject(own.clause).map(Filler::Phrase));
            }
        }
        // "the terrorist group Hamas", "the legitimate government": the phrase itself, where it names somebody.
        let itself = self
            .mentions
            .referent(phrase)
            .is_some_and(|referent| matches!(referent.who, Who::Actor(_)));
        let adjective = own.kind == PhraseKind::Noun
            && view
                .phrase(phrase)
                .is_some_and(|phrase| phrase.kind == PhraseKind::Noun);
        if adjective
            && own
                .preposition
                .is_none_or(|at| view.marker_text(at) != "as")
        {
            fillers.extend(itself.then_some(Filler::Phrase(phrase)));
            fillers.extend(
                self.mentions
                    .modifiers(view, phrase)
                    .map(|named| Filler::Party(self.party(named))),
            );
        }
        fillers
    }

    /// The noun phrase before *as*: "with Norway as its mediator", "Norway's role as mediator".
    fn called(&self, phrase: PhraseId, noun: Option<PhraseId>) -> Vec<Filler> {
        let view = self.view;
        let Some((id, before)) = noun.and_then(|id| view.phrase(id).map(|before| (id, before)))
        else {
            return Vec::new();
        };
        if view.is_role_noun(before) {
            return self.owners(id);
        }
        let with = before
            .preposition
            .is_some_and(|at| matches!(view.marker_text(at), "with" | "without" | "of" | "for"));
        let first = view.first_conjunct(id);
        if with && first < phrase {
            vec![Filler::Phrase(first)]
        } else {
            Vec::new()
        }
    }

    /// After *as*: the object of the verb if it has one ("accept Moscow as mediator"), else its subject ("act as mediator").
    fn judged(&self, clause: ClauseId, phrase: PhraseId) -> Option<Filler> {
        let object = self.view.patient(clause).filter(|object| *object < phrase);
        object
            .or_else(|| self.view.subject(clause))
            .map(Filler::Phrase)
    }

    /// Everybody whom a filler names: all conjuncts of a phrase.
    pub(super) fn parties(&self, filler: Filler) -> Vec<Party> {
        match filler {
            Filler::Party(party) => vec![party],
            Filler::Phrase(id) => self
                .view
                .conjuncts(id)
                .flat_map(|id| self.named_by(id))
                .collect(),
        }
    }

    /// Whom one noun phrase names: what it refers to, or of what is said or written whoever it comes from ("the American draft demanded").
    fn named_by(&self, id: PhraseId) -> Vec<Party> {
        let span = self.view.phrase_span(id);
        if let Some(referent) = self.mentions.referent(id).or_else(|| self.apposed(id)) {
            return vec![Party {
                who: referent.who,
                span,
            }];
        }
        let message = self
            .view
            .phrase(id)
            .is_some_and(|phrase| is_message(self.view.noun_text(phrase.head)));
        if message {
            self.owner_parties(Filler::Phrase(id))
        } else {
            Vec::new()
        }
    }

    fn apposed(&self, id: PhraseId) -> Option<crate::mention::Referent> {
        self.view
            .appositions(id)
            .find_map(|id| self.mentions.referent(id))
    }

    /// Tries one filler in a slot; `None` where it doesn't fit.
    pub(super) fn fits(&self, slot: &Slot, filler: Filler) -> Option<Filled> {
        let mut filled = Filled::default();
        if let Filler::Phrase(id) = filler {
            filled.phrase = Some(id);
        }
        if !slot.like.is_empty() && !self.is_like(&slot.like, filler) {
            return None;
        }
        if !slot.unlike.is_empty() && self.is_like(&slot.unlike, filler) {
            return None;
        }
        let parties = self.parties(filler);
        if !slot.actors.is_empty() && !self.names_one_of(&slot.actors, filler, &parties) {
            return None;
        }
        if let Some(role) = slot.role {
            if parties.is_empty() && !slot.role_optional {
                return None;
            }
            filled.put(role, parties);
        }
        if let Some(role) = slot.owner {
            let owners = self.owner_parties(filler);
            if owners.is_empty() && !slot.owner_optional {
                return None;
            }
            filled.put(role, owners);
        }
        Some(filled)
    }

    /// The actors that a thing belongs to: "the American draft", "a draft by Denmark", "the draft of the envoys".
    fn owner_parties(&self, filler: Filler) -> Vec<Party> {
        let Filler::Phrase(id) = filler else {
            return Vec::new();
        };
        let mut owners: Vec<Party> = self
            .owners(id)
            .into_iter()
            .flat_map(|owner| self.parties(owner))
            .collect();
        if owners.is_empty() {
            let by = self
                .view
                .prepositional(id, |text| matches!(text, "by" | "from" | "of"));
            owners.extend(by.flat_map(|id| self.parties(Filler::Phrase(id))));
        }
        if owners.is_empty() {
            owners.extend(self.authors(id));
        }
        owners.retain(|party| matches!(party.who, Who::Actor(_)));
        owners
    }

    /// Who drafted, tabled or proposed a thing: "a resolution, drafted by Ukraine".
    fn authors(&self, id: PhraseId) -> Vec<Party> {
        let made = |clause: &ClauseId| {
            let text = self
                .view
                .clause(*clause)
                .and_then(|clause| clause.verb)
                .and_then(|verb| self.view.phrase(verb))
                .map(|verb| self.view.verb_text(verb.head));
            text.is_some_and(|text| {
                matches!(
                    text,
                    "draft"
                        | "table"
                        | "propose"
                        | "submit"
                        | "sponsor"
                        | "introduce"
                        | "write"
                        | "present"
                        | "put"
                        | "circulate"
                )
            })
        };
        let clauses = (0..self.view.clauses.len()).map(ClauseId::new);
        let under = clauses.filter(|clause| {
            self.view
                .clause(*clause)
                .is_some_and(|clause| clause.governor == Some(id))
        });
        under
            .filter(made)
            .filter_map(|clause| self.view.agent(clause))
            .flat_map(|agent| self.parties(Filler::Phrase(agent)))
            .collect()
    }

    fn names_one_of(&self, actors: &[usize], filler: Filler, parties: &[Party]) -> bool {
        let is_one = |who: Who| matches!(who, Who::Actor(actor) if actors.contains(&actor));
        parties.iter().any(|party| is_one(party.who))
            || self
                .owner_parties(filler)
                .iter()
                .any(|party| is_one(party.who))
    }

    /// Whether a word of one of the lists stands in the phrase or in the *of* phrase on it.
    fn is_like(&self, lists: &[u16], filler: Filler) -> bool {
        let Filler::Phrase(id) = filler else {
            return false;
        };
        self.view
            .conjuncts(id)
            .chain(self.view.prepositional(id, |text| text == "of").take(1))
            .any(|id| {
                self.view
                    .phrase(id)
                    .is_some_and(|phrase| self.lists.within(lists, phrase.start, phrase.end))
            })
    }
}

impl Filled {
    fn put(&mut self, role: Role, parties: Vec<Party>) {
        match role {
            Role::Actor => self.actors.extend(parties),
            Role::Target => self.targets.extend(parties),
        }
    }
}

impl View {
    /// Who does the same as the subject: "as did Belarus", "together with Cuba and Syria".
    pub(super) fn joined_to(&self, clause: ClauseId) -> Vec<PhraseId> {
        let is = |at: usize, text: &str| self.marker_text(at) == text;
        let company = |id: &PhraseId| {
            let Some(phrase) = self.phrase(*id) else {
                return false;
            };
            let with = phrase.preposition.is_some_and(|at| {
                let before = at
                    .checked_sub(1)
                    .map(|before| self.marker_text(before))
                    .unwrap_or_default();
                (is(at, "with") && matches!(before, "together" | "along")) || is(at, "alongside")
            });
            let did = phrase.start >= 2
                && matches!(self.marker_text(phrase.start - 1), "did" | "does" | "do")
                && is(phrase.start - 2, "as");
            with || did
        };
        let start = self
            .clause(clause)
            .and_then(|clause| clause.verb)
            .map_or(0, PhraseId::index);
        (start + 1..self.phrases.len().min(start + LOOK))
            .map(PhraseId::new)
            .filter(|id| {
                self.phrase(*id)
                    .is_some_and(|phrase| phrase.kind == PhraseKind::Noun)
            })
            .filter(company)
            .collect()
    }

    /// "one of the guarantors" is what its first word is.
    pub(super) fn one_of(&self, phrase: PhraseId) -> PhraseId {
        let whole = self
            .phrase(phrase)
            .filter(|own| {
                own.preposition
                    .is_some_and(|at| self.marker_text(at) == "of")
            })
            .and_then(|own| own.noun);
        let counted = |id: &PhraseId| {
            self.phrase(*id).is_some_and(|part| {
                let head = self.marker_text(part.head);
                matches!(
                    head,
                    "one"
                        | "two"
                        | "three"
                        | "some"
                        | "several"
                        | "many"
                        | "part"
                        | "member"
                        | "members"
                ) || self.tags.get(part.head) == Some(&Tag::Number)
            })
        };
        whole.filter(counted).unwrap_or(phrase)
    }

    /// "role as", "position as", "status as".
    fn is_role_noun(&self, phrase: &crate::clause::Phrase) -> bool {
        matches!(
            self.noun_text(phrase.head),
            "role"
                | "position"
                | "status"
                | "part"
                | "record"
                | "work"
                | "job"
                | "credential"
                | "function"
                | "appointment"
                | "recognition"
                | "designation"
        )
    }
}

/// Things that speak for whoever made them.
fn is_message(lemma: &str) -> bool {
    matches!(
        lemma,
        "approach"
            | "strategy"
            | "campaign"
            | "effort"
            | "attempt"
            | "move"
            | "goal"
            | "aim"
            | "drive"
            | "push"
            | "bid"
            | "initiative"
            | "draft"
            | "resolution"
            | "statement"
            | "text"
            | "letter"
            | "report"
            | "message"
            | "communique"
            | "declaration"
            | "document"
            | "paper"
            | "plan"
            | "proposal"
            | "motion"
            | "bill"
            | "law"
            | "decree"
            | "note"
            | "tweet"
            | "post"
            | "speech"
            | "memo"
            | "article"
            | "amendment"
            | "demand"
            | "position"
            | "stance"
            | "policy"
            | "decision"
            | "ruling"
            | "verdict"
            | "judgment"
            | "judgement"
            | "order"
            | "website"
            | "spokesperson"
    )
}

/// The holder of a noun that no slot names.
pub(super) fn noun_holder(view: &View, noun: PhraseId) -> Option<PhraseId> {
    view.noun_holder(noun, DEPTH)
}
