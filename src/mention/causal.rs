//! Whom a reason is told of: "Peru condemned Chile because it had vetoed the draft".
//!
//! Verbs of judging, feelings towards somebody and an end of relations point to the other side (implicit causality: Garvey and Caramazza 1974): the pronoun
//! that opens the reason is whoever is judged, where by nearness or rank it would be the subject. What somebody thinks or wants is a reason of his own. In
//! what is told by another the pronoun is the subject of that, not the teller.

use super::{How, Reader, Referent, Who};
use crate::clause::{Clause, ClauseId, ClauseKind, PhraseId, Tag};
use crate::token::Usage;

/// How many of those who are blamed together are asked for.
const MEMBERS: usize = 8;

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

    /// "thanked Oman | for its help", "blamed Oman | for its veto": what somebody is thanked or blamed for is theirs, and not the subject's.
    pub(super) fn of_blamed(&mut self, text: &str, id: PhraseId) -> Option<Referent> {
        let phrase = self.view.phrase(id)?;
        let marker = self.view.marker_text(phrase.preposition?);
        let own = self.view.clause(phrase.clause)?;
        // "criticised Israel because | of its siege": a clause without a verb.
        let at = match own.verb {
            Some(_) => phrase.clause,
            None => own.parent?,
        };
        let verb = self.view.phrase(self.view.clause(at)?.verb?)?;
        let object = self
            .view
            .object(at)
            .filter(|object| object.index() < id.index())?;
        let blames = self
            .view
            .usage(verb.head)
            .any(Usage::OBJECT_GERUND_VERB.with(Usage::OBJECT_INFINITIVE_VERB));
        // "criticised Israel | on its siege", where "asked Chile on its way" is another matter.
        // "condemned Russia because of | its veto"
        let before = phrase.preposition.and_then(|at| at.checked_sub(1));
        let reason = matches!(
            (before.map_or("", |at| self.view.marker_text(at)), marker),
            (_, "on") | ("because", "of") | ("due" | "owing", "to")
        );
        let judged_on = || reason && judges(self.view.verb_text(verb.head));
        if !(blames && matches!(marker, "for" | "over") || judged_on()) {
            return None;
        }
        let members = self.view.conjuncts(object).take(MEMBERS);
        let mut named: Vec<Referent> = members.filter_map(|id| self.out.referent(id)).collect();
        // "thanked the two powers | for their veto"
        let several = self.out.several(object);
        if let [one] = named.as_slice()
            && !several.is_empty()
        {
            let one = *one;
            named = several
                .iter()
                .map(|who| Referent { who: *who, ..one })
                .collect();
        }
        let one = named.first().copied().filter(|_| named.len() == 1);
        match (text, one) {
            ("its", Some(one)) if !one.person => Some(one),
            ("his" | "her", Some(one)) if one.person => Some(one),
            ("their", Some(one)) => Some(one),
            ("their", None) if !named.is_empty() => {
                self.put_several(id, named.iter().map(|referent| referent.who).collect())
            }
            _ => None,
        }
        .map(|referent| Referent {
            how: How::Pronoun,
            ..referent
        })
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
fn judges(lemma: &str) -> bool {
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
