//! Whom a reason is told of: "Peru condemned Chile because it had vetoed the draft".
//!
//! Verbs of judging, feelings towards somebody and an end of relations point to the other side (implicit causality: Garvey and Caramazza 1974): the pronoun
//! that opens the reason is whoever is judged, where by nearness or rank it would be the subject. What somebody thinks or wants is a reason of his own. In
//! what is told by another the pronoun is the subject of that, not the teller.

use super::{Reader, Who};
use crate::clause::{Clause, ClauseId, ClauseKind, PhraseId, Tag};

/// Whom the pronoun that opens a reason means.
pub(super) enum Reason {
    /// Whoever is judged, or else whoever the sentence is about.
    Of(Who),
    /// What is judged is nobody: "condemned the draft because it had".
    OfThing,
}

impl Reader<'_> {
    /// Whom the subject of a reason means, if the clause above tells.
    pub(super) fn reason(&self, id: PhraseId, text: &str) -> Option<Reason> {
        let clause = self.view.clause(self.view.phrase(id)?.clause)?;
        let gives_reason = clause.kind == ClauseKind::Adverbial
            && clause.subject == Some(id)
            && self.view.gives_reason(clause);
        let above = clause.parent.filter(|_| gives_reason)?;
        // "condemned Spain because it considers": what somebody thinks is why he does it himself.
        let own = clause.verb.and_then(|verb| self.view.phrase(verb))?;
        if thinks(self.view.verb_text(own.head)) {
            return None;
        }
        let verb = self.view.verb_text(self.view.verb_group(above)?.head);
        let judges = judges(verb) || self.object_predicate(above, verb);
        let patient = self.view.patient(above).filter(|object| *object < id);
        if let Some(object) = patient.filter(|_| judges || self.takes_to_task(above, verb)) {
            return match self.party_of(object) {
                Some(who) => Some(Reason::Of(who)),
                None if text == "it" && self.is_one_thing(object) => Some(Reason::OfThing),
                None => None,
            };
        }
        if let Some(who) = self.turned_to(above, verb, id) {
            return Some(Reason::Of(who));
        }
        self.told_of_subject(above, id).filter(|_| text == "it")
    }

    /// "Peru said that Chile was wrong, because it had": what somebody tells has a subject of its own, and the reason is that one's.
    fn told_of_subject(&self, above: ClauseId, before: PhraseId) -> Option<Reason> {
        let told = self.view.clause(above)?.kind == ClauseKind::Complement;
        let subject = self
            .view
            .subject(above)
            .filter(|subject| told && *subject < before)?;
        match self.party_of(subject) {
            Some(who) => self
                .out
                .referent(subject)
                .is_none_or(|referent| !referent.person)
                .then_some(Reason::Of(who)),
            None if self.is_one_thing(subject) => Some(Reason::OfThing),
            None => None,
        }
    }

    /// "holds Chile responsible", "called Chile brave": what a clause says of its object.
    fn object_predicate(&self, above: ClauseId, verb: &str) -> bool {
        let said_of = |clause: &Clause| clause.object.is_some() && clause.predicate.is_some();
        self.view.verdict(above).is_some()
            || verb == "hold" && self.view.clause(above).is_some_and(said_of)
    }

    /// "took Chile to task", "called Chile to account".
    fn takes_to_task(&self, above: ClauseId, verb: &str) -> bool {
        let task = |id: PhraseId| {
            self.view.phrase(id).is_some_and(|phrase| {
                matches!(self.view.marker_text(phrase.head), "task" | "account")
            })
        };
        matches!(verb, "take" | "call" | "bring")
            && self
                .view
                .clause_prepositional(above, |text| text == "to")
                .any(task)
    }

    /// "is grateful to Chile", "cut ties with Chile", "owes it to Chile": whom the clause is turned to by a preposition.
    fn turned_to(&self, above: ClauseId, verb: &str, before: PhraseId) -> Option<Who> {
        let feels = self
            .view
            .clause(above)
            .and_then(|clause| self.view.phrase(clause.predicate?))
            .is_some_and(|predicate| feels(self.view.marker_text(predicate.head)));
        let object = self.view.object(above).and_then(|id| self.view.phrase(id));
        let between = object.is_some_and(|object| is_between(self.view.noun_text(object.head)));
        let owes = verb == "owe";
        if !(feels || owes || falls_out(verb) && between) {
            return None;
        }
        let towards = |text: &str| match text {
            "with" => true,
            "from" => !feels,
            "to" => feels || owes,
            "at" | "of" => feels,
            _ => false,
        };
        let own = self
            .view
            .subject(above)
            .and_then(|subject| self.lone_body(subject));
        self.view
            .clause_prepositional(above, towards)
            .filter(|id| *id < before)
            .find_map(|id| self.lone_body(id))
            .filter(|who| Some(*who) != own)
    }

    /// The actor that a noun phrase names, or whose the thing is: "expelled Chile's envoy".
    fn party_of(&self, id: PhraseId) -> Option<Who> {
        let actor = |id: PhraseId| {
            let who = self.out.referent(id)?.who;
            who.is_actor().then_some(who)
        };
        actor(id).or_else(|| actor(self.view.phrase(id)?.owner?))
    }

    /// The body, no person, that a noun phrase of one member names.
    fn lone_body(&self, id: PhraseId) -> Option<Who> {
        let referent = self.out.referent(id).filter(|referent| !referent.person)?;
        let alone = self.view.conjuncts(id).nth(1).is_none();
        (alone && referent.who.is_actor()).then_some(referent.who)
    }

    /// Whether a phrase names a thing, and one only: what *it* can mean.
    fn is_one_thing(&self, id: PhraseId) -> bool {
        let alone = self.view.conjuncts(id).nth(1).is_none();
        alone
            && self.out.referent(id).is_none()
            && self
                .view
                .phrase(id)
                .is_some_and(|phrase| self.view.tags.get(phrase.head) == Some(&Tag::Noun))
    }
}

/// Predicates of a feeling that others' deeds cause.
fn feels(word: &str) -> bool {
    matches!(
        word,
        "angry"
            | "annoyed"
            | "cross"
            | "disappointed"
            | "furious"
            | "grateful"
            | "impatient"
            | "incensed"
            | "indebted"
            | "indignant"
            | "proud"
            | "thankful"
            | "unhappy"
            | "wary"
    )
}

/// Verbs of an end of relations, which is for what the other side did.
fn falls_out(lemma: &str) -> bool {
    matches!(
        lemma,
        "break" | "cut" | "downgrade" | "freeze" | "recall" | "sever" | "suspend" | "withdraw"
    )
}

/// Verbs whose object is why it is done.
pub(super) fn judges(lemma: &str) -> bool {
    matches!(
        lemma,
        "accuse"
            | "admire"
            | "admonish"
            | "applaud"
            | "berate"
            | "blacklist"
            | "blame"
            | "boycott"
            | "castigate"
            | "censure"
            | "chastise"
            | "chide"
            | "commend"
            | "condemn"
            | "congratulate"
            | "criticise"
            | "criticize"
            | "decry"
            | "denounce"
            | "deplore"
            | "deride"
            | "despise"
            | "distrust"
            | "excoriate"
            | "forgive"
            | "expel"
            | "fault"
            | "fear"
            | "hail"
            | "hate"
            | "honour"
            | "lambast"
            | "lambaste"
            | "laud"
            | "mock"
            | "praise"
            | "punish"
            | "rebuke"
            | "reprimand"
            | "reproach"
            | "resent"
            | "reward"
            | "ridicule"
            | "salute"
            | "sanction"
            | "scold"
            | "shun"
            | "slam"
            | "suspend"
            | "thank"
            | "trust"
            | "upbraid"
    )
}

/// What two have with each other.
fn is_between(noun: &str) -> bool {
    matches!(
        noun,
        "tie"
            | "relation"
            | "contact"
            | "link"
            | "cooperation"
            | "ambassador"
            | "envoy"
            | "consul"
            | "diplomat"
            | "talk"
            | "talks"
    )
}

/// Verbs of thinking and wanting, whose subject is whoever does what they are the reason for.
fn thinks(lemma: &str) -> bool {
    matches!(
        lemma,
        "believe"
            | "consider"
            | "deem"
            | "expect"
            | "fear"
            | "hope"
            | "intend"
            | "mean"
            | "need"
            | "plan"
            | "regard"
            | "see"
            | "think"
            | "view"
            | "want"
            | "wish"
    )
}
