//! Definite descriptions: "the movement", "the government in Port Sudan", "the president".

use super::{How, Reader, Referent, Who};
use crate::clause::{Phrase, PhraseId, Tag};
use crate::pack::Kind;
use crate::token::{WordId, WordSet};

/// What kind of actor a noun describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Described {
    Kinds(&'static [Kind]),
    /// An office: the last person's actor.
    Person,
}

impl Described {
    pub(crate) fn is_movement(self) -> bool {
        self == Self::Kinds(MOVEMENT) || self == Self::Kinds(PARTY)
    }

    /// The kinds of actor that it may be; `None` for a person.
    pub(super) fn kinds(self) -> Option<&'static [Kind]> {
        match self {
            Self::Kinds(kinds) => Some(kinds),
            Self::Person => None,
        }
    }
}

const MOVEMENT: &[Kind] = &[Kind::Movement, Kind::Party];
pub(super) const STATE: &[Kind] = &[Kind::State, Kind::Government];
const ORGANISATION: &[Kind] = &[Kind::Organisation, Kind::Institution, Kind::Movement];
const COURT: &[Kind] = &[Kind::Court];
const PARTY: &[Kind] = &[Kind::Party, Kind::Movement];
const COMPANY: &[Kind] = &[Kind::Company];

static MOVEMENT_NOUNS: WordSet = WordSet::new(&[
    "movement",
    "group",
    "militia",
    "faction",
    "insurgent",
    "rebel",
    "guerrilla",
    "separatist",
    "gunman",
    "islamist",
    "militant",
    "fighter",
    "front",
    "resistance",
    "insurgency",
]);
static STATE_NOUNS: WordSet = WordSet::new(&[
    "government",
    "state",
    "country",
    "kingdom",
    "republic",
    "regime",
    "administration",
    "army",
    "military",
    "nation",
    "authority",
    "emirate",
    "junta",
    "superpower",
]);
static PARTY_NOUNS: WordSet = WordSet::new(&["party"]);
static COURT_NOUNS: WordSet = WordSet::new(&["court", "tribunal", "judge"]);
static ORGANISATION_NOUNS: WordSet = WordSet::new(&[
    "bloc",
    "union",
    "alliance",
    "organisation",
    "organization",
    "body",
    "agency",
    "council",
    "assembly",
    "commission",
    "league",
    "institution",
    "watchdog",
]);
static COMPANY_NOUNS: WordSet = WordSet::new(&["company", "firm"]);
static PERSON_NOUNS: WordSet = WordSet::new(&[
    "president",
    "minister",
    "premier",
    "chancellor",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "envoy",
    "ambassador",
    "diplomat",
    "general",
    "leader",
    "king",
    "chief",
    "emir",
    "official",
    "negotiator",
    "secretary",
    "delegate",
    "representative",
    "colonel",
    "marshal",
    "commander",
    "ruler",
    "dictator",
    "prince",
    "sultan",
    "chairman",
    "chairwoman",
]);

fn describes(noun: WordId) -> Option<Described> {
    let kinds = [
        (&MOVEMENT_NOUNS, Described::Kinds(MOVEMENT)),
        (&STATE_NOUNS, Described::Kinds(STATE)),
        (&PARTY_NOUNS, Described::Kinds(PARTY)),
        (&COURT_NOUNS, Described::Kinds(COURT)),
        (&ORGANISATION_NOUNS, Described::Kinds(ORGANISATION)),
        (&COMPANY_NOUNS, Described::Kinds(COMPANY)),
        (&PERSON_NOUNS, Described::Person),
    ];
    kinds
        .into_iter()
        .find(|(nouns, _)| nouns.has(noun))
        .map(|(_, described)| described)
}

/// Plurals that mean one movement or court: "the rebels", "the judges".
static ONE_SIDE: WordSet = WordSet::new(&[
    "rebel",
    "guerrilla",
    "insurgent",
    "militant",
    "fighter",
    "judge",
    "separatist",
    "gunman",
    "islamist",
]);

/// What a state at home is called: "the government" is that of the country that the text is about, "the country" the last one.
pub(super) static DOMESTIC: WordSet = WordSet::new(&[
    "government",
    "state",
    "regime",
    "administration",
    "army",
    "military",
    "authority",
    "junta",
]);

/// Nouns that stand for a seat of power with a demonym: "the Russian capital".
pub(super) static SEAT_NOUNS: WordSet = WordSet::new(&[
    "capital",
    "side",
    "camp",
    "leadership",
    "presidency",
    "diplomacy",
    "army",
    "military",
]);

/// What a person who speaks for an actor calls it: "my country", "her people".
pub(super) static OWN: WordSet = WordSet::new(&[
    "country",
    "nation",
    "state",
    "government",
    "people",
    "movement",
    "party",
    "kingdom",
    "side",
]);

/// People who are spoken of, and speak for nobody: "the Palestinian people" is no actor.
pub(super) static POPULACE: WordSet = WordSet::new(&[
    "people",
    "population",
    "civilian",
    "citizen",
    "resident",
    "inhabitant",
    "prisoner",
    "family",
    "refugee",
    "child",
    "woman",
    "man",
    "victim",
    "hostage",
    "captive",
    "detainee",
    "worker",
    "voter",
    "demonstrator",
    "protester",
    "protestor",
    "scholar",
    "analyst",
    "historian",
    "journalist",
    "reporter",
    "columnist",
    "economist",
    "tourist",
    "settler",
    "villager",
    "student",
    "reader",
    "farmer",
    "driver",
    "casualty",
]);

/// Nouns for holders of a stance that are no actor of their own.
pub(super) static COLLECTIVE: WordSet = WordSet::new(&[
    "country",
    "state",
    "nation",
    "government",
    "power",
    "capital",
    "world",
    "community",
    "party",
    "side",
    "member",
    "other",
    "people",
    "public",
    "neighbour",
    "neighbor",
    "ally",
    "west",
    "mediator",
    "force",
    "voice",
    "critic",
    "supporter",
    "opponent",
    "observer",
    "crowd",
    "street",
    "faction",
    "group",
    "organisation",
    "organization",
]);

impl Reader<'_> {
    pub(super) fn described_kind(&self, id: PhraseId) -> Option<Described> {
        let phrase = self.view.phrase(id)?;
        describes(self.view.word(phrase.head).noun)
    }

    /// Who a definite noun phrase means by its kind alone: its owner or modifier is asked before.
    pub(super) fn description(&self, id: PhraseId) -> Option<Referent> {
        let phrase = self.view.phrase(id)?;
        let plural = self.view.tags.get(phrase.head) == Some(&Tag::Plural);
        // "the rebels" are one side; "the movements", "the presidents" are several.
        let noun = self.view.word(phrase.head).noun;
        if !self.is_definite(phrase.start) || (plural && !ONE_SIDE.has(noun)) {
            return None;
        }
        // "the other members", "the two sides", "the first country": one of several.
        let counted = (phrase.start + 1..phrase.head).any(|at| {
            matches!(self.view.tags.get(at), Some(Tag::Number))
                || matches!(
                    self.view.marker_text(at),
                    "other" | "first" | "next" | "last" | "only"
                )
        });
        if counted {
            return None;
        }
        if let Some(actor) = self.called(phrase) {
            return Some(Referent {
                who: Who::Actor(actor),
                how: How::Description,
                person: false,
            });
        }
        match describes(noun)? {
            Described::Person => {
                // "the rebel leader" leads no state.
                let rebel = (phrase.start..phrase.head)
                    .filter_map(|at| describes(self.view.word(at).noun))
                    .any(Described::is_movement);
                let who = if rebel {
                    Who::Actor(self.memory.last_of(MOVEMENT, &[])?)
                } else {
                    self.memory.last_person()?
                };
                Some(Referent {
                    who,
                    how: How::Description,
                    person: true,
                })
            }
            Described::Kinds(kinds) => {
                let mut except = self.own_subjects(id);
                except.extend(self.own_object(id));
                let actor = if DOMESTIC.has(noun) {
                    self.memory.home_of(kinds, &except)?
                } else {
                    self.memory.last_of(kinds, &except)?
                };
                Some(Referent {
                    who: Who::Actor(actor),
                    how: How::Description,
                    person: false,
                })
            }
        }
    }

    /// Keeps the last word of a name of several: "the Three Brotherhood Alliance" is "the Alliance" from then on.
    pub(super) fn call(&mut self, phrase: &Phrase, actor: usize) {
        let first = (phrase.start..phrase.head).find(|at| {
            self.view
                .tags
                .get(*at)
                .is_some_and(|tag| tag.is_noun() || *tag == Tag::Adjective)
        });
        if first.is_some() && describes(self.view.word(phrase.head).noun).is_some() {
            let last = self.view.noun_text(phrase.head).to_owned();
            self.memory.call(last, actor);
        }
    }

    /// The actor whose name ends in the one word behind the article: "the Front".
    fn called(&self, phrase: &Phrase) -> Option<usize> {
        let alone = phrase.end == phrase.start + 2;
        alone
            .then(|| self.memory.called(self.view.noun_text(phrase.head)))
            .flatten()
    }

    pub(super) fn is_definite(&self, start: usize) -> bool {
        matches!(self.view.marker_text(start), "the" | "this" | "that")
    }
}
