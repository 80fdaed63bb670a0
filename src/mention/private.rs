//! People and bodies in a state that don't speak for it: a tycoon, a paper, a football federation, a city's council, whoever held an office once.
//!
//! The state's own are those of `Class::OfState`. They are private nonetheless where a word before them tells of a trade, a faith, a sport ("the Turkish
//! airline pilot", "Peruvian student leaders") or of a part of the land ("a Greek town council"), and no department of state stands behind it ("the Turkish
//! sports minister").

use super::description::{COMPANY, Described, STATE};
use super::name::{Form, Named};
use super::noun::{Class, Classes};
use super::{How, Reader, Referent, Who};
use crate::clause::{Phrase, PhraseId, Tag, View};
use crate::pack::Kind;
use crate::token::{Readings, TokenKind};

/// Kinds of actors that somebody of any nation heads.
const BODY: &[Kind] = &[
    Kind::Organisation,
    Kind::Institution,
    Kind::Movement,
    Kind::Party,
    Kind::Court,
    Kind::Company,
];

impl Reader<'_> {
    /// A company, paper or church of a state, or one that was named before. It does nothing for the state, and what is done to it is done to something of the
    /// state's ("froze the assets of Russian banks"): so it isn't somebody, but a thing.
    pub(super) fn private_body(&self, id: PhraseId) -> Option<Option<Referent>> {
        let named = self.out.modifiers(self.view, id).next();
        let owner = self.office_by_owner(id).map(|owner| owner.who);
        let who = named.map(|named| Who::Actor(named.actor)).or(owner)?;
        let kind = self.described_kind(id);
        let body = !kind.is_some_and(Described::is_movement) && self.is_private(id, who);
        let known = kind == Some(Described::Kinds(COMPANY));
        body.then(|| self.description(id).filter(|_| known))
    }

    /// "a Chinese tycoon", "Israel's largest newspaper": people and bodies of a state that hold no office in it.
    pub(super) fn is_private(&self, id: PhraseId, owner: Who) -> bool {
        let of_state = self.is_of_kind(owner, STATE);
        let Some(phrase) = self.view.phrase(id).filter(|_| of_state) else {
            return false;
        };
        if self.is_of_field(phrase) || self.held_office(phrase) {
            return true;
        }
        let word = self.view.word(phrase.head).readings;
        let title = |at: &usize| self.view.word(*at).readings.any(Readings::HUMAN);
        let proper = self.view.tags.get(phrase.head) == Some(&Tag::Proper);
        if proper && !word.any(Readings::GROUP) {
            // "the Turkish author Ana Roe", but "foreign minister Ana Roe".
            let mut titles = (phrase.start..phrase.head).filter(title).peekable();
            return titles.peek().is_some()
                && !titles.any(|at| self.classes(at).has(Class::OfState));
        }
        // "Peruvian executives" run companies, "the executive" is the government.
        let executives = self.view.noun_text(phrase.head) == "executive"
            && self.view.tags.get(phrase.head) == Some(&Tag::Plural);
        word.any(Readings::HUMAN | Readings::GROUP)
            && (executives || !self.classes(phrase.head).has(Class::OfState))
    }

    /// "the Turkish airline pilot", "a Greek town council", "the hospital's Kenyan staff": of a trade, a faith, a sport or a place, not of the state.
    pub(super) fn is_of_field(&self, phrase: &Phrase) -> bool {
        let of_state = (phrase.start..phrase.head).any(|at| {
            matches!(
                self.view.marker_text(at),
                "state"
                    | "government"
                    | "official"
                    | "ruling"
                    | "governing"
                    | "communist"
                    | "central"
                    | "reserve"
            )
        });
        if of_state {
            return false;
        }
        let is_field = |at: usize| {
            let classes = self.word_classes(at);
            let saved =
                |by: Class| (at + 1..=phrase.head).any(|behind| self.word_classes(behind).has(by));
            (classes.has(Class::Field) || self.is_faith(at)) && !saved(Class::Department)
                || classes.has(Class::Local) && !saved(Class::Abroad)
        };
        let has_it = phrase
            .owner
            .and_then(|owner| self.view.phrase(owner))
            .is_some_and(|owner| {
                let of_field = self.word_classes(owner.head).has(Class::Field);
                of_field && !self.classes(phrase.head).has(Class::Department)
            });
        has_it || (phrase.start..phrase.head).any(|at| is_field(at) && !self.is_in_name(at))
    }

    /// "Jewish", "Muslim": names of faiths, which no lexicon of common words has.
    fn is_faith(&self, at: usize) -> bool {
        let text = self.view.span(at, at + 1).of(self.setting.text);
        matches!(
            text,
            "Jewish"
                | "Muslim"
                | "Christian"
                | "Catholic"
                | "Protestant"
                | "Anglican"
                | "Lutheran"
                | "Evangelical"
                | "Orthodox"
                | "Hindu"
                | "Sikh"
                | "Buddhist"
                | "Bishops"
                | "Churches"
        )
    }

    /// What a word is as a noun, or as it stands.
    pub(super) fn word_classes(&self, at: usize) -> Classes {
        let word = self
            .view
            .tokens
            .get(at)
            .map(|token| Classes::of(token.word));
        word.map_or(self.classes(at), |word| self.classes(at).or(word))
    }

    /// Whether a token is of an actor's name: "the European Union's envoy" is of no trade union.
    fn is_in_name(&self, at: usize) -> bool {
        let mut named = self.out.named.iter();
        named.any(|named| named.form != Form::Surname && named.start <= at && at < named.end)
    }

    /// "a retired Israeli general": whoever held an office once speaks for himself, unless what he did then is told.
    fn held_office(&self, phrase: &Phrase) -> bool {
        let Some(former) = (phrase.start..phrase.head).find(|at| {
            matches!(
                self.view.marker_text(*at),
                "former"
                    | "retired"
                    | "ex"
                    | "onetime"
                    | "one-time"
                    | "ousted"
                    | "deposed"
                    | "toppled"
                    | "overthrown"
                    | "exiled"
                    | "late"
                    | "dead"
                    | "self-styled"
            )
        }) else {
            return false;
        };
        let office =
            (former..=phrase.head).any(|at| self.view.word(at).readings.any(Readings::HUMAN));
        office && !self.is_told_of_then(phrase)
    }

    /// "The former president recognised it in 2008": a deed that none but a state does, by whoever led one, with its year.
    fn is_told_of_then(&self, phrase: &Phrase) -> bool {
        let led = matches!(
            self.view.noun_text(phrase.head),
            "president" | "premier" | "minister" | "king" | "queen"
        );
        let verb = self.view.verb_group(phrase.clause);
        let of_state = verb.is_some_and(|verb| {
            matches!(
                self.view.verb_text(verb.head),
                "recognise" | "recognize" | "annex" | "invade" | "veto"
            )
        });
        let mut tokens = self.view.tokens.iter().enumerate();
        led && of_state
            && tokens.any(|(at, token)| {
                token.kind == TokenKind::Number
                    && token.span.len() == 4
                    && self.view.clause_at(at) == Some(phrase.clause)
            })
    }

    /// Whether *and* joins a noun to it that has an article of its own.
    fn is_beside_another(&self, id: PhraseId) -> bool {
        let next = self.view.conjuncts(id).nth(1);
        next.and_then(|other| self.view.phrase(other))
            .is_some_and(|other| self.view.marker_text(other.start) == "the")
    }

    /// "the Portuguese head of the UN", "Chile's head of the UN mission": an office in a body that is no state's. Who only belongs to it speaks for nobody.
    pub(super) fn office_abroad(&self, id: PhraseId, nation: Who) -> Option<Referent> {
        let phrase = self.view.phrase(id)?;
        let (heads, belongs) = (
            matches!(
                self.view.noun_text(phrase.head),
                "head"
                    | "president"
                    | "chairman"
                    | "chairwoman"
                    | "chair"
                    | "chief"
                    | "leader"
                    | "director"
                    | "secretary-general"
                    | "founder"
                    | "spokesman"
                    | "spokeswoman"
            ),
            matches!(
                self.view.noun_text(phrase.head),
                "member" | "office" | "staff" | "employee" | "activist"
            ),
        );
        let abroad = (heads || belongs) && self.is_of_kind(nation, STATE);
        let mut of = self
            .view
            // "the Peruvian president at the UN" is Peru's.
            .prepositional(id, move |text| text == "of" || belongs && text == "at")
            .filter(|_| abroad);
        // "Kenya's president and the | head of the UN" are two, "Kenya's president and head of the UN" may be one.
        let of = of.next().filter(|_| !self.is_beside_another(id))?;
        // "head of the UN mission" heads a part of it, "head of UN affairs" is at home.
        let at_home = self.view.phrase(of).is_some_and(|of| {
            matches!(
                self.view.noun_text(of.head),
                "affair"
                    | "affairs"
                    | "desk"
                    | "department"
                    | "section"
                    | "division"
                    | "relation"
                    | "relations"
                    | "policy"
            )
        });
        if at_home && heads {
            return None;
        }
        let named = self.out.modifiers(self.view, of).next();
        let body = self
            .out
            .referent(of)
            .map(|body| body.who)
            .or(named.map(|named| Who::Actor(named.actor)))?;
        // "Turkish members of the PKK" are the movement's, those of a league of states are of nobody.
        let of_movement = || belongs && self.is_movement(body);
        self.is_of_kind(body, BODY).then_some(Referent {
            who: if heads || of_movement() {
                body
            } else {
                Who::Other
            },
            how: How::Office,
            person: true,
        })
    }

    /// "lawyers for Peru", "Peru's lawyers" before a court: they plead for it, and are none of its officials.
    pub(super) fn pleads_for(&self, id: PhraseId, state: Who) -> bool {
        let advocate = self
            .view
            .phrase(id)
            .is_some_and(|phrase| self.classes(phrase.head).has(Class::Advocate));
        let client = |id: PhraseId| {
            self.out
                .referent(id)
                .is_some_and(|client| client.who == state && matches!(client.how, How::Named(_)))
        };
        let mut whom = self.view.prepositional(id, |text| text == "for");
        let court = || {
            let mut tokens = 0..self.view.tokens.len();
            tokens.any(|at| self.classes(at).has(Class::Court))
        };
        advocate && (whom.next().is_some_and(client) || court())
    }

    /// A body of state whose noun means other things too: "Peru's security service", "its mission to the UN", "the Peruvian lower house".
    pub(super) fn is_body_of_state(&self, id: PhraseId) -> bool {
        let Some(phrase) = self.view.phrase(id) else {
            return false;
        };
        let mut before = (phrase.start..phrase.head).map(|at| self.view.marker_text(at));
        match self.view.noun_text(phrase.head) {
            "service" => before.any(|text| {
                matches!(
                    text,
                    "security" | "intelligence" | "secret" | "spy" | "border" | "diplomatic"
                )
            }),
            "house" => before.any(|text| matches!(text, "lower" | "upper")),
            "mission" => {
                let to = self.view.prepositional(id, |text| text == "to").next();
                before.any(|text| matches!(text, "permanent" | "diplomatic"))
                    || to.and_then(|to| self.out.referent(to)).is_some_and(|to| {
                        self.is_of_kind(to.who, &[Kind::Organisation, Kind::Institution])
                    })
                    || self.is_of_organisation(id)
            }
            "summit" | "monitor" => self.is_of_organisation(id),
            "wing" => before.any(|text| matches!(text, "armed" | "military" | "political")),
            "command" => {
                before.any(|text| matches!(text, "military" | "high" | "joint" | "army"))
                    || self.out.modifiers(self.view, id).next().is_some()
            }
            _ => self.classes(phrase.head).has(Class::Advocate),
        }
    }

    /// "a NATO summit", "the summit of the Arab League", "EU monitors": what an organisation has or holds.
    fn is_of_organisation(&self, id: PhraseId) -> bool {
        let mut named = self.out.modifiers(self.view, id);
        let named = named.next().map(|named| Who::Actor(named.actor));
        let of = || {
            let of = self.view.prepositional(id, |text| text == "of").next()?;
            self.out.referent(of).map(|of| of.who)
        };
        let owner = || self.office_by_owner(id).map(|owner| owner.who);
        named
            .or_else(owner)
            .or_else(of)
            .is_some_and(|who| self.is_of_kind(who, &[Kind::Organisation, Kind::Institution]))
    }
}

/// "Union leaders at Boeing", "the Teachers' Union", in a text that speaks of the European Union: a union of workers; "Russia's Security Council": its own.
pub(super) fn is_other_body(text: &str, view: &View, named: Named) -> bool {
    if named.form != Form::Name {
        return false;
    }
    let Some(id) = view.phrase_at(named.start) else {
        return false;
    };
    let Some(phrase) = view.phrase(id) else {
        return false;
    };
    match view.span(named.start, named.end).of(text) {
        "Union" => is_of_workers(view, named, phrase),
        "Security Council" => is_of_a_state(view, id),
        _ => false,
    }
}

/// "Russia's Security Council", "the Security Council of Georgia".
fn is_of_a_state(view: &View, id: PhraseId) -> bool {
    let name = |id: PhraseId| {
        view.phrase(id)
            .is_some_and(|phrase| view.tags.get(phrase.head) == Some(&Tag::Proper))
    };
    view.phrase(id)
        .is_some_and(|council| council.owner.is_some_and(name))
        || view
            .prepositional(id, |text| text == "of")
            .next()
            .is_some_and(|of| name(of) && view.phrase(of).is_some_and(|of| of.start == of.head))
}

fn is_of_workers(view: &View, named: Named, phrase: &Phrase) -> bool {
    // "Union ministers" are ministers, "Union leaders" lead whatever a capital at the head of a sentence may hide.
    let hidden = named.start == phrase.start
        && matches!(
            view.noun_text(phrase.head),
            "leader"
                | "boss"
                | "official"
                | "chief"
                | "member"
                | "representative"
                | "organiser"
                | "activist"
                | "negotiator"
        );
    let before = named.start.checked_sub(1);
    let of_workers = before.is_some_and(|at| {
        at >= phrase.start
            && view
                .tags
                .get(at)
                .is_some_and(|tag| tag.is_noun() || *tag == Tag::Possessive)
    });
    hidden || of_workers || phrase.owner.is_some()
}
