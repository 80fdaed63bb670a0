//! Whom words name: the actors behind a noun phrase, those who own a thing, and those who do the same.

use super::Party;
use crate::claim::cue::site::Scene;
use crate::clause::{PhraseId, Tag, View};
use crate::mention::{How, Referent, Who};
use crate::span::Span;
use crate::token::{Marker, TokenKind};

/// How deep a noun's holder is looked for.
const DEPTH: usize = 6;
/// How many phrases after a verb are looked at for who does the same.
pub(in crate::claim) const LOOK: usize = 24;

/// What fills a slot: a noun phrase, or somebody named by a modifier or pronoun inside one.
#[derive(Clone, Copy, Debug)]
pub(in crate::claim) enum Filler {
    Phrase(PhraseId),
    Party(Party),
}

impl Filler {
    /// Its words.
    pub(in crate::claim) fn span(self, view: &View) -> Span {
        match self {
            Self::Phrase(id) => view.phrase_span(id),
            Self::Party(party) => party.span,
        }
    }
}

/// How many messages deep it is asked who they come from: "a report on the draft of the envoys". Without a bound, a chain of them is walked
/// once for each way through it.
pub(in crate::claim) const MESSAGES: usize = 2;

/// How many of the prepositional phrases after a thing are asked whose it is. The one that tells stands first or second.
pub(in crate::claim) const SOURCES: usize = 4;

impl Scene<'_> {
    /// Everybody whom a filler names: all conjuncts of a phrase.
    pub(in crate::claim) fn parties(&self, filler: Filler) -> Vec<Party> {
        let mut parties = Vec::new();
        self.parties_into(filler, &mut parties);
        parties
    }

    /// The same, added to others.
    pub(in crate::claim) fn parties_into(&self, filler: Filler, out: &mut Vec<Party>) {
        self.parties_within(filler, MESSAGES, out);
    }

    pub(in crate::claim) fn parties_within(
        &self,
        filler: Filler,
        messages: usize,
        out: &mut Vec<Party>,
    ) {
        match filler {
            Filler::Party(party) => out.push(party),
            Filler::Phrase(id) => {
                let left_out = self.view.left_out(id);
                if let Some(one) = left_out.filter(|_| self.view.denies_all(id)) {
                    return self.named_into(one, messages, out);
                }
                if let Some(first) = self.members_named_after(id) {
                    return self.parties_within(Filler::Phrase(first), messages, out);
                }
                let skip = usize::from(self.lists_its_members(id));
                let joined = self.view.conjuncts(id).nth(1).is_some();
                for id in self.view.conjuncts(id).skip(skip) {
                    if !(joined && self.view.is_ruled_out(id) || left_out == Some(id)) {
                        self.named_into(id, messages, out);
                    }
                }
                for by in self.view.joined_behind(id) {
                    self.named_into(by, messages, out);
                }
                if let Some(other) = self.as_well_as(id) {
                    for id in self.view.conjuncts(other) {
                        self.named_into(id, messages, out);
                    }
                }
            }
        }
    }

    /// "Chile as well as | Peru": who is named beside a noun phrase.
    fn as_well_as(&self, id: PhraseId) -> Option<PhraseId> {
        let last = self.view.conjuncts(id).last()?;
        let end = self.view.phrase(last)?.end;
        let next = self.view.tokens.get(end).map(|token| token.kind);
        let at = end + usize::from(next == Some(TokenKind::Comma));
        let word = |back: usize| self.view.marker_text(at + back);
        let joined = word(0) == "as" && word(1) == "well" && word(2) == "as";
        self.view.phrase_at(at + 3).filter(|_| joined)
    }

    /// Whom one noun phrase names: what it refers to, or of what is said or written whoever it comes from ("the American draft demanded").
    fn named_into(&self, id: PhraseId, messages: usize, out: &mut Vec<Party>) {
        let party = |id: PhraseId, who: Who| Party {
            who,
            span: self.view.phrase_span(id),
        };
        let id = self.whole_of(id).or_else(|| self.many_of(id)).unwrap_or(id);
        let named = self.mentions.referent(id).or_else(|| self.apposed(id));
        // "a member of the European Union" is no name of the Union where it is said who it is.
        let member = || {
            let phrase = self.view.phrase(id);
            phrase.is_some_and(|phrase| self.view.noun_text(phrase.head) == "member")
        };
        let beside = named.is_some_and(|referent| referent.how == How::Apposition);
        let known = named.filter(|referent| referent.who != Who::Other && (beside || !member()));
        let group = self.mentions.several(id);
        let office = named.is_some_and(|referent| referent.how == How::Office);
        if !group.is_empty() && (office || self.mentions.possessor(id).is_none()) {
            out.extend(group.iter().map(|who| party(id, *who)));
            return;
        }
        let same = self.same_as(id);
        if same.is_none() && !beside && self.is_counted_members(id) {
            out.push(party(id, Who::Other));
            return;
        }
        if let Some(same) = same.filter(|_| known.is_none()) {
            let all = self.view.conjuncts(same);
            out.extend(all.filter_map(|id| Some(party(id, self.mentions.referent(id)?.who))));
            return;
        }
        if let Some(referent) = named {
            let several = self.offices_of_several(id, referent);
            if several.len() > 1 {
                out.extend(several);
            } else {
                out.push(party(id, referent.who));
            }
            return;
        }
        if self.is_count(id) {
            out.push(party(id, Who::Other));
            return;
        }
        let message = self
            .view
            .phrase(id)
            .is_some_and(|phrase| is_message(self.view.noun_text(phrase.head)));
        if message && let Some(messages) = messages.checked_sub(1) {
            let before = out.len();
            self.owner_parties_into(Filler::Phrase(id), messages, out);
            if out.len() == before {
                out.extend(self.issuer(id));
            }
        }
    }

    /// "all of | the League", "the rest of | the League": what it is all of, where that is one actor.
    fn whole_of(&self, id: PhraseId) -> Option<PhraseId> {
        let whole = matches!(
            self.view.marker_text(self.view.phrase(id)?.head),
            "all" | "whole" | "entirety" | "rest" | "remainder"
        );
        if !whole {
            return None;
        }
        let of = self.view.prepositional(id, |text| text == "of").next();
        let of = of.filter(|of| {
            let of = self.view.phrase(*of);
            of.is_some_and(|of| of.noun == Some(id))
        })?;
        let referent = self.mentions.referent(of)?;
        let named = referent.how != How::Pronoun && referent.who.is_actor();
        named.then_some(of)
    }

    /// "dozens of | states", "a group of | Chilean ministers", "one of | its envoys": of whom there are so many, where that is nobody by name.
    fn many_of(&self, id: PhraseId) -> Option<PhraseId> {
        let many = self.view.phrase(id)?;
        if self.mentions.referent(id).is_some() {
            return None;
        }
        let one = self.view.marker(many.head) == Marker::One;
        let quantity = matches!(
            self.view.noun_text(many.head),
            "dozen"
                | "score"
                | "hundred"
                | "majority"
                | "minority"
                | "handful"
                | "number"
                | "half"
                | "group"
        );
        if !(quantity || one) {
            return None;
        }
        let of = self.view.prepositional(id, |text| text == "of").next();
        let of = of.filter(|of| {
            let of = self.view.phrase(*of);
            of.is_some_and(|of| {
                of.noun == Some(id) && self.view.tags.get(of.head) == Some(&Tag::Plural)
            })
        })?;
        let referent = self.mentions.referent(of)?;
        (referent.who == Who::Other && !one || referent.how == How::Office).then_some(of)
    }

    /// Who adopted, signed or published a message that nobody owns: "the Assembly adopted a resolution that condemns the war".
    fn issuer(&self, id: PhraseId) -> Option<Party> {
        let clause = self.view.phrase(id)?.clause;
        let verb = self.view.verb_group(clause)?;
        let issues = matches!(
            self.view.verb_text(verb.head),
            "adopt"
                | "pass"
                | "approve"
                | "issue"
                | "sign"
                | "publish"
                | "release"
                | "endorse"
                | "ratify"
                | "enact"
                | "put"
                | "submit"
                | "circulate"
                | "unveil"
                | "draft"
                | "table"
                | "send"
                | "write"
        );
        // "won't sign any paper that recognises it", "refused to sign": nothing was issued.
        let irreal = verb.verb.negated || verb.verb.infinitive;
        let agent = self
            .view
            .agent(clause)
            .filter(|_| issues && !irreal && self.view.patient(clause) == Some(id))?;
        let who = self.mentions.referent(agent)?.who;
        who.is_actor().then(|| Party {
            who,
            span: self.view.phrase_span(agent),
        })
    }

    /// "the ministers of Turkey and Syria", "Turkish and Syrian diplomats": each of those whose people they are. "Chile's MIR rebels" are the movement's.
    fn offices_of_several(&self, id: PhraseId, referent: Referent) -> Vec<Party> {
        let plural = self
            .view
            .phrase(id)
            .is_some_and(|phrase| self.view.tags.get(phrase.head) == Some(&Tag::Plural));
        let mut several: Vec<Party> = Vec::new();
        if !plural || referent.how != How::Office {
            return several;
        }
        let before = self.mentions.modifiers(self.view, id);
        let mut found: Vec<Party> = before.map(|named| self.party(named)).collect();
        let owner = self.view.phrase(id).and_then(|phrase| phrase.owner);
        // "Chilean members of the MRTA"
        let known = referent.who.is_actor();
        if known && !found.is_empty() && found.iter().all(|party| party.who != referent.who) {
            return several;
        }
        let owner = owner.filter(|_| found.is_empty());
        let whose = |text: &str| matches!(text, "of" | "from");
        let of = self.view.prepositional(id, whose).next();
        for id in [owner, of].into_iter().flatten() {
            found.extend(self.view.conjuncts(id).filter_map(|id| {
                let who = self.mentions.referent(id)?.who;
                let span = self.view.phrase_span(id);
                who.is_actor().then_some(Party { who, span })
            }));
        }
        for party in found {
            if several.iter().all(|other| other.who != party.who) {
                several.push(party);
            }
        }
        several
    }

    /// The subject that a noun phrase is said to be or refers back to: "became the first country to recognise it", "offered itself".
    fn same_as(&self, id: PhraseId) -> Option<PhraseId> {
        let view = self.view;
        let one = view.one_of(id);
        let phrase = view.phrase(one)?;
        // "Chile, | one of the states that recognise it"
        if let Some(named) = phrase.apposition.filter(|named| one != id && *named != id) {
            return Some(named);
        }
        let clause = view.clause(phrase.clause)?;
        if clause.subject == Some(one) && one == id {
            return self.named_as(clause, phrase);
        }
        let called = clause.predicate == Some(view.first_conjunct(one))
            && clause.object.is_none()
            && !view.is_passive(phrase.clause);
        let itself = matches!(
            view.marker_text(phrase.head),
            "itself" | "themselves" | "himself" | "herself"
        );
        // "were among those that voted no"
        let among = view.is_behind(phrase, "among")
            && clause
                .verb
                .and_then(|verb| view.phrase(verb))
                .is_some_and(|verb| view.tags.get(verb.head) == Some(&Tag::Be));
        (called || itself || among)
            .then(|| {
                // "Among those to recognise it | was Peru"
                let behind = || {
                    clause
                        .predicate
                        .or(clause.object)
                        .filter(|_| among && clause.inverted)
                };
                view.subject(phrase.clause).or_else(behind)
            })
            .flatten()
            .filter(|subject| *subject != one && *subject != id)
    }

    /// "Thirteen of its members", "all fourteen": so many, who have no name.
    fn is_count(&self, id: PhraseId) -> bool {
        let count = |token| self.view.tags.get(token) == Some(&Tag::Number);
        self.view.phrase(id).is_some_and(|phrase| {
            count(phrase.head)
                && phrase.preposition.is_none()
                && (count(phrase.start) || self.view.marker_text(phrase.start) == "all")
        })
    }

    /// "The other thirteen members of the Council", which are not the Council.
    fn is_counted_members(&self, id: PhraseId) -> bool {
        let count = |token| self.view.tags.get(token) == Some(&Tag::Number);
        self.view.phrase(id).is_some_and(|phrase| {
            let members = || {
                matches!(
                    self.view.noun_text(phrase.head),
                    "member" | "state" | "country" | "nation" | "delegation" | "government"
                )
            };
            phrase.preposition.is_none() && (phrase.start..phrase.head).any(count) && members()
        })
    }

    fn apposed(&self, id: PhraseId) -> Option<Referent> {
        self.view
            .appositions(id)
            .find_map(|id| self.mentions.referent(id))
    }
}

/// The holder of a noun that no slot names.
pub(in crate::claim) fn noun_holder(view: &View, noun: PhraseId) -> Option<PhraseId> {
    view.noun_holder(noun, DEPTH)
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
            | "proclamation"
            | "document"
            | "paper"
            | "plan"
            | "point"
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
            | "leaflet"
            | "pamphlet"
            | "bulletin"
            | "reply"
            | "communiqué"
            | "spokesperson"
    )
}
