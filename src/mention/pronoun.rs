//! Pronouns: the nearest fitting antecedent, subjects first.

use super::causal::Reason;
use super::{How, Reader, Referent, Who};
use crate::clause::{Clause, ClauseId, ClauseKind, PhraseId, Tag};
use crate::token::{Marker, Readings, TokenKind, Usage};

/// How many phrases before a subject whom *for* names is looked for.
const FRONT: usize = 4;
/// How many phrases before an object whom the clause before does something to is looked for.
const BEHIND: usize = 6;
/// How many clauses up whoever tells is looked for.
const DEPTH: usize = 6;

/// Whether a pronoun of the third person can be a subject.
fn is_third(text: &str) -> bool {
    matches!(text, "it" | "they" | "he" | "she")
}

impl Reader<'_> {
    /// Who the pronoun at a token means. `id` is the phrase it stands in.
    pub(super) fn pronoun(&mut self, token: usize, id: PhraseId) -> Option<Referent> {
        // What it says of the lexicon's words outlives what is put.
        let view = self.view;
        let text = view.marker_text(token);
        if text == "it" && self.is_expletive(id) {
            return None;
        }
        // A possessive may well mean the subject ("its draft"); an object never does.
        let possessive = self.view.tags.get(token) == Some(&Tag::Possessive);
        let anothers = possessive && self.is_anothers(id);
        let mut except = if possessive && !anothers {
            Vec::new()
        } else {
            self.own_subjects(id)
        };
        if matches!(text, "itself" | "themselves" | "himself" | "herself")
            && let Some(own) = self.reflexive(id, &except)
        {
            return Some(own);
        }
        if possessive && let Some(blamed) = self.of_blamed(text, id) {
            return Some(blamed);
        }
        except.extend(self.relative_object(id));
        except.extend(self.own_object(id).filter(|_| !possessive));
        let except = except.as_slice();
        let reason = is_third(text).then(|| self.reason(id, text)).flatten();
        let judged = match reason {
            Some(Reason::OfThing) => return None,
            Some(Reason::Of(who)) => Some(who).filter(|who| !except.contains(who)),
            None => None,
        };
        let of_first = || self.object_of_first(id).filter(|who| !except.contains(who));
        if let Some(who) = anothers
            .then(of_first)
            .flatten()
            .or_else(|| self.of_coordinated(token, id))
            .or_else(|| self.of_means(token, id))
            .or(judged)
        {
            return Some(Referent {
                who,
                how: How::Pronoun,
                person: false,
            });
        }
        self.by_word(text, id, except)
    }

    /// Whom a pronoun means by what was mentioned before, and isn't of `except`.
    fn by_word(&mut self, text: &str, id: PhraseId, except: &[Who]) -> Option<Referent> {
        let found = |who: Who, person: bool| {
            Some(Referent {
                who,
                how: How::Pronoun,
                person,
            })
        };
        match text {
            "its" if self.is_nobodys(id) => None,
            "it" if self.says_what_is_quoted(id) => found(self.memory.it_outside(except)?, false),
            "it" | "its" | "itself" => {
                let who = self
                    .of_joined(id)
                    .or_else(|| self.governing_body(id))
                    .filter(|who| !except.contains(who))
                    .or_else(|| self.supposed(id))
                    .or_else(|| self.who_tells(id, except))
                    .or_else(|| self.memory.it(except).filter(|_| !self.is_stranger(id)))?;
                found(who, false)
            }
            "they" | "their" | "them" | "theirs" | "themselves" => {
                let all = self
                    .they_all()
                    .filter(|all| !all.iter().any(|who| except.contains(who)));
                match all.map(<[Who]>::to_vec) {
                    Some(all) => self.put_several(id, all),
                    None => found(self.memory.they(except)?, false),
                }
            }
            "he" | "she" if self.says_what_is_quoted(id) => {
                found(self.memory.he_outside(except)?, true)
            }
            "he" | "his" | "him" | "himself" | "she" | "her" | "hers" | "herself" => {
                found(self.memory.he(except)?, true)
            }
            "we" | "our" | "us" | "ours" | "ourselves" | "i" | "my" | "me" | "mine" | "myself" => {
                found(Who::Speaker, true)
            }
            "who" | "which" | "that" => None,
            "nobody" | "none" | "somebody" | "someone" if let Some(who) = self.whose_people(id) => {
                found(who, true)
            }
            "nobody" | "everybody" | "somebody" | "someone" | "everyone" | "none" | "many"
            | "some" | "others" | "all" | "both" | "those" | "few" | "several" => {
                found(Who::Other, true)
            }
            _ => None,
        }
    }

    /// "“We will receive their envoy,” | he said": whoever says so was told of before, and not in what he says.
    fn says_what_is_quoted(&self, id: PhraseId) -> bool {
        let Some(phrase) = self.view.phrase(id) else {
            return false;
        };
        let subject = self.view.clause(phrase.clause).is_some_and(|clause| {
            let verb = clause.verb.and_then(|verb| self.view.phrase(verb));
            clause.subject == Some(id)
                && verb.is_some_and(|verb| self.view.usage(verb.head).any(Usage::SPEECH))
        });
        let closes = phrase.start.checked_sub(1);
        let closes = closes.and_then(|at| self.view.tokens.get(at));
        subject && closes.is_some_and(|token| token.kind == TokenKind::QuoteClose)
    }

    /// "sees itself as": the subject of its own clause, however many that are.
    fn reflexive(&mut self, id: PhraseId, subjects: &[Who]) -> Option<Referent> {
        match subjects {
            [] => None,
            [who] => Some(Referent {
                who: *who,
                how: How::Pronoun,
                person: false,
            }),
            several => self.put_several(id, several.to_vec()),
        }
    }

    /// "Turkey, whose prime minister": whoever the relative clause belongs to.
    pub(super) fn whose(&self, id: PhraseId) -> Option<Referent> {
        let phrase = self.view.phrase(id)?;
        let before = phrase.start.checked_sub(1)?;
        if self.view.marker(before) != Marker::Whose {
            return None;
        }
        let clause = self.view.clause(phrase.clause)?;
        let referent = self.out.referent(self.relative_noun(clause)?)?;
        Some(Referent {
            how: How::Pronoun,
            ..referent
        })
    }

    /// A possessive or object *it* means first the subject of its own clause, if that is a body.
    fn governing_body(&self, id: PhraseId) -> Option<Who> {
        let phrase = self.view.phrase(id)?;
        let fronted = || self.spoken_for_in_front(id);
        if let Some(who) = self.of_relative(phrase.clause, id).or_else(fronted) {
            return Some(who);
        }
        let subject = self
            .view
            .subject(phrase.clause)
            .filter(|subject| subject.index() < id.index())
            .filter(|subject| self.view.conjuncts(*subject).nth(1).is_none())?;
        let referent = self.out.referent(subject)?;
        let possessive = self.view.tags.get(phrase.start) == Some(&Tag::Possessive);
        (possessive && !referent.person && referent.who.is_actor()).then_some(referent.who)
    }

    /// "Peru's largest bank cut its ties": what a body has that is no actor is no actor's.
    fn is_nobodys(&self, id: PhraseId) -> bool {
        let Some(phrase) = self.view.phrase(id) else {
            return false;
        };
        let subject = self
            .view
            .subject(phrase.clause)
            .filter(|subject| subject.index() < id.index());
        let body = subject.filter(|subject| {
            self.view.phrase(*subject).is_some_and(|subject| {
                self.view.word(subject.head).readings.any(Readings::GROUP)
                    && self.view.tags.get(subject.head) == Some(&Tag::Noun)
            })
        });
        body.is_some_and(|body| self.out.referent(body).is_none())
    }

    /// "For the League, its spokesman said": the possessive of a subject is whom *for* names before it.
    fn spoken_for_in_front(&self, id: PhraseId) -> Option<Who> {
        let phrase = self.view.phrase(id)?;
        if self.view.tags.get(phrase.start) != Some(&Tag::Possessive) {
            return None;
        }
        let before = id.index().saturating_sub(FRONT)..id.index();
        let fronted = before.map(PhraseId::new).find(|front| {
            self.view.phrase(*front).is_some_and(|front| {
                front.clause == phrase.clause && self.view.is_behind(front, "for")
            })
        })?;
        let who = self.out.referent(fronted)?.who;
        who.is_actor().then_some(who)
    }

    /// Whoever says, thinks or wants what a clause tells: in "Peru announced that it had …" *it* is Peru, whoever was named before.
    fn who_tells(&self, id: PhraseId, except: &[Who]) -> Option<Who> {
        let mut at = self.view.phrase(id)?.clause;
        for _ in 0..DEPTH {
            let clause = self.view.clause(at)?;
            let parent = clause.parent?;
            if matches!(clause.kind, ClauseKind::Complement | ClauseKind::Question) {
                let teller = self
                    .reminded(parent, at)
                    .or_else(|| self.view.agent(parent))
                    .filter(|teller| teller.index() < id.index())?;
                let who = self.teller(teller)?;
                return Some(who).filter(|who| !except.contains(who));
            }
            at = parent;
        }
        None
    }

    /// "Peru reminded Chile | that it must", "that it had promised": whoever is reminded of a duty or promise is told of itself. What else it is reminded of may
    /// well be the subject's own stance.
    fn reminded(&self, clause: ClauseId, content: ClauseId) -> Option<PhraseId> {
        let verb = self.view.verb_group(clause)?;
        let told = self.view.verb_text(verb.head);
        let reminds = !verb.verb.passive && told == "remind";
        let of = self.view.verb_group(content)?;
        let must = of
            .verb
            .modal
            .is_some_and(|at| matches!(self.view.marker_text(at), "must" | "should"));
        // "told Chile that it must leave" as well, but not "told Chile that it had to leave".
        let tells = !verb.verb.passive && must && matches!(told, "tell" | "warn" | "inform");
        let duty = must
            || match self.view.verb_text(of.head) {
                "have" | "need" | "ought" => self.view.marker_text(of.end) == "to",
                "promise" | "pledge" | "undertake" | "agree" => {
                    self.view.marker_text(of.start) == "had"
                }
                "oblige" | "require" => of.verb.passive,
                _ => false,
            };
        self.view
            .object(clause)
            .filter(|_| tells || reminds && duty)
    }

    /// "the League's guards, but not | its council": what is joined to somebody's thing is theirs as well.
    fn of_joined(&self, id: PhraseId) -> Option<Who> {
        let phrase = self.view.phrase(id)?;
        let first = self.view.first_conjunct(id);
        let possessive = self.view.tags.get(phrase.start) == Some(&Tag::Possessive);
        if !possessive || first == id || self.view.marker_text(phrase.start + 1) == "own" {
            return None;
        }
        let subject = self.view.subject(phrase.clause);
        let owner = self
            .view
            .phrase(first)?
            .owner
            .filter(|_| subject != Some(first))?;
        let referent = self.out.referent(owner)?;
        let body = !referent.person && referent.who.is_actor();
        body.then_some(referent.who)
    }

    /// The body that a subject of saying speaks for, itself or by what it wrote: "a statement from the Front".
    fn teller(&self, id: PhraseId) -> Option<Who> {
        if self.view.conjuncts(id).nth(1).is_some() {
            return None;
        }
        let actor = |referent: Referent| Some(referent.who).filter(|who| who.is_actor());
        if let Some(referent) = self.out.referent(id) {
            return actor(referent);
        }
        let phrase = self.view.phrase(id)?;
        let owner = phrase.owner.and_then(|owner| self.out.referent(owner));
        let from = self
            .view
            .prepositional(id, |text| matches!(text, "of" | "from" | "by"));
        owner
            .or(self.out.possessor(id))
            .into_iter()
            .chain(from.filter_map(|from| self.out.referent(from)))
            .find_map(actor)
    }

    /// "demonise the movement and classify it": the object of a coordinated verb is the first verb's.
    fn of_coordinated(&self, token: usize, id: PhraseId) -> Option<Who> {
        if !matches!(self.view.marker_text(token), "it" | "them") {
            return None;
        }
        let clause = self.view.clause(self.view.phrase(id)?.clause)?;
        let first = clause.coordinated.filter(|_| clause.object == Some(id))?;
        let object = self.view.clause(first)?.object;
        let who = object.and_then(|object| Some(self.out.referent(object)?.who));
        match who {
            Some(Who::Actor(_)) => who,
            _ if clause.kind == ClauseKind::Gerund => self.done_to(first, id),
            _ => None,
        }
    }

    /// "accused the League of bias and rejected | its mediation": the object of the verb that this one is joined to.
    fn object_of_first(&self, id: PhraseId) -> Option<Who> {
        let clause = self.view.clause(self.view.phrase(id)?.clause)?;
        let object = self.view.clause(clause.coordinated?)?.object?;
        let who = self.out.referent(object)?.who;
        who.is_actor().then_some(who)
    }

    /// "recognised | its independence", "turned down its offer": what nobody does to what is his own.
    fn is_anothers(&self, id: PhraseId) -> bool {
        let Some(phrase) = self.view.phrase(id) else {
            return false;
        };
        let clause = self.view.clause(phrase.clause);
        let Some(verb) = clause
            .filter(|clause| clause.object == Some(id))
            .and_then(|clause| self.view.phrase(clause.verb?))
        else {
            return false;
        };
        let noun = self.view.noun_text(phrase.head);
        match self.view.verb_text(verb.head) {
            "recognise" | "recognize" if noun == "government" => true,
            "recognise" | "recognize" | "reject" | "dispute" | "refuse" | "rebuff" | "spurn"
            | "turn" | "accept" | "question" | "contest" | "challenge" | "decline" | "doubt" => {
                matches!(
                    noun,
                    "mediation"
                        | "offer"
                        | "proposal"
                        | "independence"
                        | "sovereignty"
                        | "statehood"
                        | "legitimacy"
                        | "bid"
                        | "plea"
                        | "request"
                        | "appeal"
                        | "invitation"
                        | "overture"
                )
            }
            _ => false,
        }
    }

    /// "Treats the League badly by boycotting it": the object of the means is whom the clause above does it to.
    fn of_means(&self, token: usize, id: PhraseId) -> Option<Who> {
        let clause = self.view.clause(self.view.phrase(id)?.clause)?;
        let is_means = clause.kind == ClauseKind::Gerund
            && clause.object == Some(id)
            && matches!(self.view.marker_text(token), "it" | "them")
            && self.view.marker_text(clause.marker?) == "by";
        self.done_to(clause.parent.filter(|_| is_means)?, id)
    }

    /// The last actor behind the verb of a clause and before a phrase, be it an owner of what is named there: "the noose around the League's neck".
    fn done_to(&self, clause: ClauseId, before: PhraseId) -> Option<Who> {
        let subject = self.view.clause(clause)?.subject;
        let from = before.index().saturating_sub(BEHIND);
        let behind = (from..before.index()).rev().map(PhraseId::new);
        behind
            .filter(|id| {
                Some(*id) != subject && self.view.phrase(*id).is_some_and(|p| p.clause == clause)
            })
            .find_map(|id| {
                let owner = self.view.phrase(id).and_then(|phrase| phrase.owner);
                let named = [Some(id), owner].into_iter().flatten();
                let mut referents = named.filter_map(|id| self.out.referent(id));
                referents.find(|r| !r.person && r.who.is_actor())
            })
            .map(|referent| referent.who)
    }

    /// All who are the subject of the phrase's own clause, if the phrase is not that subject.
    pub(super) fn own_subjects(&self, id: PhraseId) -> Vec<Who> {
        let subject = self
            .view
            .phrase(id)
            .and_then(|phrase| self.view.subject(phrase.clause))
            .filter(|subject| *subject != id);
        // "Ireland could be the next to recognise it": Ireland is the subject.
        let said_of = subject.and_then(|said| {
            let clause = self.view.phrase(said)?.clause;
            let said = self.view.clause(clause)?.predicate == Some(said);
            said.then(|| self.view.subject(clause)).flatten()
        });
        let members = subject
            .into_iter()
            .chain(said_of)
            .flat_map(|first| self.view.conjuncts(first));
        members
            .filter_map(|member| Some(self.out.referent(member)?.who))
            .collect()
    }

    /// Who is the object of a clause whose subject the phrase is: nobody recognises itself by another word.
    pub(super) fn own_object(&self, id: PhraseId) -> Option<Who> {
        let clause = self.view.clause(self.view.phrase(id)?.clause)?;
        let object = clause.object.filter(|_| clause.subject == Some(id))?;
        self.out.referent(object).map(|referent| referent.who)
    }

    /// In a relative clause first what its noun belongs to: "the position of the ministry, in which it described …".
    fn of_relative(&self, clause: ClauseId, id: PhraseId) -> Option<Who> {
        let clause = self.view.clause(clause)?;
        if clause.kind != ClauseKind::Relative || clause.subject != Some(id) {
            return None;
        }
        let noun = self.relative_noun(clause)?;
        let of = self
            .view
            .prepositional(noun, |text| text == "of")
            .filter(|of| of.index() < id.index());
        let owner = self.view.phrase(noun)?.owner;
        let object = self.relative_object(id);
        let body = |id: PhraseId| {
            self.out
                .referent(id)
                .filter(|referent| !referent.person && referent.who.is_actor())
                .filter(|referent| Some(referent.who) != object)
        };
        owner
            .into_iter()
            .chain(std::iter::once(noun))
            .chain(of)
            .find_map(body)
            .map(|referent| referent.who)
    }

    /// Who a relative clause is about as its object, where the phrase is its subject: in "the group, which it has listed" *it* is not the group.
    fn relative_object(&self, id: PhraseId) -> Option<Who> {
        let clause = self.view.clause(self.view.phrase(id)?.clause)?;
        let subject = clause.kind == ClauseKind::Relative && clause.subject == Some(id);
        // "Somaliland, a state | it does not recognise" has no marker.
        let object = subject
            && clause.marker.is_none_or(|marker| {
                self.view.marker_text(marker) != "where"
                    && marker
                        .checked_sub(1)
                        .is_none_or(|before| self.view.tags.get(before) != Some(&Tag::Preposition))
            });
        let noun = clause.governor.filter(|_| object)?;
        let bare = clause.marker.is_none();
        let named = match self.view.phrase(noun).filter(|_| bare) {
            Some(noun) => noun.apposition,
            None => Some(noun),
        };
        self.out.referent(named?).map(|referent| referent.who)
    }

    /// The noun of a relative clause; a date before it is passed over ("issued on 14 April, in which it described").
    fn relative_noun(&self, clause: &Clause) -> Option<PhraseId> {
        let noun = clause.governor?;
        let phrase = self.view.phrase(noun)?;
        let date =
            (phrase.start..phrase.end).any(|at| self.view.tags.get(at) == Some(&Tag::Number));
        if !date {
            return Some(noun);
        }
        let above = self.view.clause(clause.parent?)?;
        if above.kind == ClauseKind::Relative {
            above.governor
        } else {
            above.object
        }
    }
}
