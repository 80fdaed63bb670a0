//! What an adjective or a noun for somebody is said of: "a terrorist group", "the legitimate government".

use super::party::Filler;
use crate::claim::cue::site::Scene;
use crate::clause::{Clause, ClauseId, Phrase, PhraseId, PhraseKind, Tag, View};
use crate::token::Usage;

impl Scene<'_> {
    /// What an adjective or a noun for somebody is said of.
    pub(in crate::claim) fn said_of(&self, phrase: PhraseId) -> Vec<Filler> {
        let view = self.view;
        let one = view.one_of(phrase);
        let Some(own) = view.phrase(one).copied() else {
            return Vec::new();
        };
        let mut fillers = Vec::new();
        // "the list of terrorist groups, Ali Roe, the envoy, said": several that hang on another noun are not the one who comes next.
        let several = view.tags.get(own.head) == Some(&Tag::Plural)
            && own.noun.is_some()
            && view.is_behind(&own, "of");
        if !several {
            fillers.extend(
                own.apposition
                    .map(|partner| Filler::Phrase(view.first_conjunct(partner))),
            );
            fillers.extend(view.appositions(one).map(Filler::Phrase));
        }
        match own.preposition {
            Some(at) => fillers.extend(self.said_behind(view.marker_text(at), one, &own)),
            None => fillers.extend(self.said_by_clause(one, own.clause)),
        }
        // "the terrorist group Hamas", "the legitimate government": the phrase itself, where it names somebody.
        let itself = self
            .mentions
            .referent(phrase)
            .is_some_and(|referent| referent.who.is_actor());
        let adjective = own.kind == PhraseKind::Noun
            && view
                .phrase(phrase)
                .is_some_and(|phrase| phrase.kind == PhraseKind::Noun);
        if adjective && !view.is_behind(&own, "as") {
            fillers.extend(itself.then_some(Filler::Phrase(phrase)));
            fillers.extend(
                self.mentions
                    .modifiers(view, phrase)
                    .map(|named| Filler::Party(self.party(named))),
            );
        }
        fillers
    }

    /// What a phrase behind *as* or *among* is said of.
    fn said_behind(&self, preposition: &str, phrase: PhraseId, own: &Phrase) -> Vec<Filler> {
        let view = self.view;
        let verb = view.verb_group(own.clause);
        if preposition == "as" {
            // "acted for Peru as mediator": whoever acts so is the mediator.
            let acts = verb
                .is_some_and(|verb| matches!(view.verb_text(verb.head), "act" | "serve" | "work"));
            let called = own.noun.filter(|noun| {
                let noun = view.phrase(*noun);
                !(acts && noun.is_some_and(|noun| view.is_behind(noun, "for")))
            });
            // "The listing of the rebels as terrorists | was condemned": whoever condemns it doesn't call them so.
            let listing = own.noun.and_then(|noun| view.phrase(noun)?.noun);
            let verb = view.clause(own.clause).and_then(|clause| clause.verb);
            let of_subject = own.noun.is_some() && Some(phrase) < verb;
            if of_subject
                && listing
                    .and_then(|id| view.phrase(id))
                    .is_some_and(|noun| is_naming(view.noun_text(noun.head)))
            {
                return Vec::new();
            }
            let mut fillers = self.called(phrase, called);
            fillers.extend(self.judged(own.clause, phrase).filter(|_| !of_subject));
            return fillers;
        }
        // "asked to be among the guarantors"
        let is = preposition == "among"
            && view
                .clause(own.clause)
                .is_some_and(|clause| self.is_copula(clause));
        let subject = view.subject(own.clause).filter(|_| is);
        subject.into_iter().map(Filler::Phrase).collect()
    }

    /// What a clause says a phrase of, which is its subject, its predicate or what a passive makes of somebody.
    fn said_by_clause(&self, phrase: PhraseId, id: ClauseId) -> Vec<Filler> {
        let view = self.view;
        let Some(clause) = view.clause(id) else {
            return Vec::new();
        };
        let passive = view.is_passive(id);
        // "the only dissenter was Libya", "the guarantors are to be Kenya and Togo"
        let opens = clause.subject == Some(phrase) && clause.object.is_none();
        let said = Some(clause)
            .filter(|clause| opens && self.is_copula(clause))
            .and_then(|clause| clause.predicate.or_else(|| self.infinitive_predicate(id)));
        let of = if clause.predicate == Some(phrase) {
            let object = clause.object.filter(|_| !passive);
            object.or_else(|| view.subject(id))
        } else {
            let named = clause.object == Some(phrase) && passive;
            view.subject(id).filter(|_| named)
        };
        said.into_iter().chain(of).map(Filler::Phrase).collect()
    }

    fn is_copula(&self, clause: &Clause) -> bool {
        let verb = clause.verb.and_then(|verb| self.view.phrase(verb));
        verb.is_some_and(|verb| self.view.tags.get(verb.head) == Some(&Tag::Be))
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
        let with = before.preposition.is_some_and(|at| {
            matches!(
                view.marker_text(at),
                "with" | "without" | "of" | "for" | "about"
            )
        });
        let first = view.first_conjunct(id);
        if with && first < phrase {
            vec![Filler::Phrase(first)]
        } else {
            Vec::new()
        }
    }

    /// After *as*: the object of the verb if it has one ("accept Moscow as mediator"), else its subject ("act as mediator").
    fn judged(&self, clause: ClauseId, phrase: PhraseId) -> Option<Filler> {
        let view = self.view;
        let object = view.patient(clause).filter(|object| *object < phrase);
        // "stood up for the Guards as the lawful army", but not "acted for Peru as mediator".
        let of_whom = || {
            let verb = view.verb_group(clause)?;
            let judges = !verb.verb.passive && !is_of_oneself(view.verb_text(verb.head));
            let whom = |text: &str| matches!(text, "for" | "of" | "to");
            let mut behind = view.clause_prepositional(clause, whom);
            behind
                .find(|id| *id < phrase && phrase.index() <= id.index() + BESIDE)
                .filter(|_| judges)
        };
        // Of "denounces the rebels, its foes, as terrorists" the object may be out of reach; who denounces is none.
        let judges = || {
            let others = Usage::VERDICT_VERB
                .with(Usage::OBJECT_GERUND_VERB)
                .with(Usage::SPEECH_VERB);
            view.verb_group(clause)
                .is_some_and(|verb| !verb.verb.passive && view.usage(verb.head).any(others))
        };
        // "won't tolerate as a broker | a state that …": whom it judges stands behind.
        let behind = || {
            let object = view.patient(clause).filter(|object| *object > phrase)?;
            let takes = view.verb_group(clause).is_some_and(|verb| {
                !verb.verb.passive
                    && matches!(
                        view.verb_text(verb.head),
                        "accept"
                            | "tolerate"
                            | "reject"
                            | "refuse"
                            | "propose"
                            | "suggest"
                            | "name"
                            | "appoint"
                            | "choose"
                            | "countenance"
                            | "nominate"
                    )
            });
            takes.then_some(object)
        };
        object
            .or_else(of_whom)
            .or_else(behind)
            .or_else(|| view.subject(clause).filter(|_| !judges()))
            .map(Filler::Phrase)
    }
}

/// How many phrases before *as* stands whom a verb judges by a preposition.
const BESIDE: usize = 3;

/// Nouns before *of* and *as* for what somebody calls another.
fn is_naming(noun: &str) -> bool {
    matches!(
        noun,
        "designation"
            | "listing"
            | "branding"
            | "classification"
            | "labelling"
            | "labeling"
            | "description"
            | "blacklisting"
    )
}

/// Verbs before *as* that tell what their subject is.
fn is_of_oneself(verb: &str) -> bool {
    matches!(
        verb,
        "act"
            | "serve"
            | "work"
            | "function"
            | "step"
            | "come"
            | "go"
            | "travel"
            | "return"
            | "emerge"
            | "appear"
            | "remain"
            | "stay"
            | "pose"
            | "double"
            | "testify"
            | "sign"
            | "offer"
            | "volunteer"
    )
}

impl Scene<'_> {
    /// "The first to recognise it | was Algeria", "the only state that does | is Peru": who a rank is said to be.
    pub(super) fn named_as(&self, clause: &Clause, ranked: &Phrase) -> Option<PhraseId> {
        let view = self.view;
        let rank = (ranked.start..ranked.end).any(|at| {
            matches!(
                view.marker_text(at),
                "first" | "last" | "only" | "latest" | "second" | "third" | "sole"
            )
        });
        let verb = view.phrase(clause.verb?)?;
        let is = view.tags.get(verb.head) == Some(&Tag::Be) && !verb.verb.negated;
        let said = clause
            .predicate
            .filter(|_| rank && is && verb.verb.finite)?;
        let actor = |id: PhraseId| {
            let referent = self.mentions.referent(id);
            referent.is_some_and(|referent| referent.who.is_actor())
        };
        view.conjuncts(said).all(actor).then_some(said)
    }
}

impl View {
    /// "one of the guarantors" is what its first word is.
    pub(in crate::claim) fn one_of(&self, phrase: PhraseId) -> PhraseId {
        let whole = self
            .phrase(phrase)
            .filter(|own| self.is_behind(own, "of"))
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
    fn is_role_noun(&self, phrase: &Phrase) -> bool {
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
