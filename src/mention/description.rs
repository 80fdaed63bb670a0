//! Definite descriptions: "the movement", "the government in Port Sudan", "the president".

use super::name::Form;
use super::noun::{Class, Classes};
use super::{How, Reader, Referent, Who};
use crate::clause::{ClauseId, ClauseKind, Phrase, PhraseId, Tag};
use crate::pack::Kind;
use crate::token::{Marker, Shape};

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

    pub(super) fn is_state(self) -> bool {
        self == Self::Kinds(STATE)
    }

    /// The kinds of actor that it may be; `None` for a person.
    pub(super) fn kinds(self) -> Option<&'static [Kind]> {
        match self {
            Self::Kinds(kinds) => Some(kinds),
            Self::Person => None,
        }
    }
}

pub(super) const MOVEMENT: &[Kind] = &[Kind::Movement, Kind::Party];
pub(super) const STATE: &[Kind] = &[Kind::State, Kind::Government];
const ORGANISATION: &[Kind] = &[Kind::Organisation, Kind::Institution, Kind::Movement];
const COURT: &[Kind] = &[Kind::Court];
const PARTY: &[Kind] = &[Kind::Party, Kind::Movement];
pub(super) const COMPANY: &[Kind] = &[Kind::Company];

pub(super) fn describes(noun: Classes) -> Option<Described> {
    let kinds = [
        (Class::Movement, Described::Kinds(MOVEMENT)),
        (Class::State, Described::Kinds(STATE)),
        (Class::Party, Described::Kinds(PARTY)),
        (Class::Court, Described::Kinds(COURT)),
        (Class::Organisation, Described::Kinds(ORGANISATION)),
        (Class::Company, Described::Kinds(COMPANY)),
        (Class::Person, Described::Person),
    ];
    kinds
        .into_iter()
        .find(|(class, _)| noun.has(*class))
        .map(|(_, described)| described)
}

impl Reader<'_> {
    /// What the noun of a token is to the rules.
    pub(super) fn classes(&self, token: usize) -> Classes {
        Classes::of(self.view.word(token).noun)
    }

    pub(super) fn described_kind(&self, id: PhraseId) -> Option<Described> {
        let phrase = self.view.phrase(id)?;
        describes(self.classes(phrase.head))
    }

    /// Who a definite noun phrase means by its kind alone: its owner or modifier is asked before.
    pub(super) fn description(&self, id: PhraseId) -> Option<Referent> {
        let phrase = self.view.phrase(id)?;
        let plural = self.view.tags.get(phrase.head) == Some(&Tag::Plural);
        // "the rebels" are one side; "the movements", "the presidents" are several.
        let noun = self.classes(phrase.head);
        if self.is_definite(phrase.start) && self.speaks_for_rebels(phrase) {
            let person = describes(noun) == Some(Described::Person);
            let whose = if person && !plural {
                self.memory.last_of(MOVEMENT, &[])
            } else {
                self.only_movement()
            };
            return Some(Referent {
                who: Who::Actor(whose?),
                how: How::Description,
                person,
            });
        }
        if let Some(home) = self.at_home(id, phrase, noun) {
            return Some(home);
        }
        if !self.is_definite(phrase.start) || (plural && !noun.has(Class::OneSide)) {
            return None;
        }
        if self.is_one_of_several(phrase) {
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
                let who = if self.is_of_opposition(id) || self.is_of_field(phrase) {
                    // "the opposition leader", "the football official"
                    return None;
                } else {
                    let last = self.memory.last_person()?;
                    // "Turkey's president was received by the crown prince", "by the king of Ruritania": somebody else.
                    let by = self.view.is_behind(phrase, "by");
                    if by && self.own_subjects(id).contains(&last)
                        || self.hangs_on_stranger(id, "of")
                    {
                        return None;
                    }
                    last
                };
                Some(Referent {
                    who,
                    how: How::Description,
                    person: true,
                })
            }
            Described::Kinds(STATE) if self.hangs_on_stranger(id, "in") => None,
            Described::Kinds(STATE) if plural => self.authorities(id, phrase),
            Described::Kinds(ORGANISATION) if self.is_of_other_matters(phrase) => None,
            Described::Kinds(MOVEMENT) if self.is_of_cause(phrase) => None,
            Described::Kinds(MOVEMENT)
                if self.is_of_rebels(phrase) && self.only_movement().is_none() =>
            {
                None
            }
            Described::Kinds(STATE) if self.view.is_rival(phrase) => None,
            Described::Kinds(kinds) => {
                // "The movement" is no party, where both were named.
                let movements = &[Kind::Movement];
                let kinds = if kinds == MOVEMENT && self.memory.last_of(movements, &[]).is_some() {
                    movements
                } else {
                    kinds
                };
                let except = self.others_of_clause(id);
                let actor = match self.told_which(id, kinds) {
                    Some(which) => which?,
                    None if noun.has(Class::Domestic) => self.memory.home_of(kinds, &except)?,
                    None => self.memory.last_of(kinds, &except)?,
                };
                Some(Referent {
                    who: Who::Actor(actor),
                    how: How::Description,
                    person: false,
                })
            }
        }
    }

    /// "the king | of Ruritania", "the government | in Odessa": whether a name hangs on a noun by a preposition, and is of nobody that a pack knows.
    fn hangs_on_stranger(&self, id: PhraseId, preposition: &'static str) -> bool {
        let mut named = self.view.prepositional(id, |text| text == preposition);
        named.next().is_some_and(|at| {
            let name = self.view.phrase(at).is_some_and(|name| {
                name.noun == Some(id) && self.view.tags.get(name.head) == Some(&Tag::Proper)
            });
            name && self.out.referent(at).is_none()
        })
    }

    /// "The foreign ministry", "the National Assembly", "parliament", "the foreign minister": those of where a sentence says, or of the one country that the
    /// text is about, where nobody's stands beside.
    fn at_home(&self, id: PhraseId, phrase: &Phrase, noun: Classes) -> Option<Referent> {
        // All that it may be are of these classes, and most nouns of none.
        if ![Class::Home, Class::Organisation, Class::Person]
            .into_iter()
            .any(|class| noun.has(class))
        {
            return None;
        }
        let body = self.is_home_body(phrase, noun);
        let rulers = !body && self.is_rulers(phrase);
        let minister = || {
            let person = self.memory.last_person();
            self.is_minister(phrase) && !matches!(person, Some(Who::Actor(_)))
        };
        if !(body || rulers || minister()) {
            return None;
        }
        let mut of = self
            .view
            .prepositional(id, |text| matches!(text, "of" | "in"));
        if phrase.owner.is_some() || of.next().is_some() {
            return None;
        }
        let except = self.others_of_clause(id);
        let actor = match self.place_before(phrase) {
            Some(place) => place,
            None if rulers => self.memory.centre_of(STATE)?,
            None => self.memory.ministry_of(STATE, &except)?,
        };
        (!except.contains(&Who::Actor(actor))).then_some(Referent {
            who: Who::Actor(actor),
            how: How::Description,
            person: !body,
        })
    }

    /// Who is the subject or the object of its clause beside a phrase, and so isn't meant by it.
    fn others_of_clause(&self, id: PhraseId) -> Vec<Who> {
        let mut others = self.own_subjects(id);
        others.extend(self.own_object(id));
        others.extend(self.doer_beside(id));
        others.extend(self.not_even(id));
        others
    }

    /// "Backed by Peru, | the government", "the government | recognised by Peru": who does something to it beside.
    fn doer_beside(&self, id: PhraseId) -> Option<Who> {
        let mut clauses = (0..self.view.clauses.len()).map(ClauseId::new);
        let done = clauses.find(|at| {
            self.view.clause(*at).is_some_and(|clause| {
                clause.kind == ClauseKind::Participle
                    && self.view.is_passive(*at)
                    && self.view.subject(*at) == Some(id)
            })
        })?;
        let by = self.view.agent(done)?;
        Some(self.out.referent(by)?.who)
    }

    /// "Nobody, | not even Peru, | recognises the republic": who is named beside a subject that is nobody.
    fn not_even(&self, id: PhraseId) -> Option<Who> {
        let clause = self.view.phrase(id)?.clause;
        let subject = self.view.subject(clause).filter(|subject| *subject < id)?;
        let verb = self.view.clause(clause)?.verb?;
        let mut between = (subject.index() + 1..verb.index()).map(PhraseId::new);
        between.find_map(|at| {
            let before = self.view.phrase(at)?.start.checked_sub(1)?;
            let beside = matches!(self.view.marker_text(before), "even" | "including");
            let referent = self.out.referent(at)?;
            beside.then_some(referent.who)
        })
    }

    /// "The foreign ministry", "the cabinet", "parliament", "the National Assembly", but not "the shadow cabinet".
    fn is_home_body(&self, phrase: &Phrase, noun: Classes) -> bool {
        let text = self.view.noun_text(phrase.head);
        let before = || phrase.start + 1..phrase.head;
        let national = |at: usize| {
            matches!(
                self.view.marker_text(at),
                "national" | "federal" | "war" | "security"
            )
        };
        let definite = self.is_definite(phrase.start)
            && match text {
                "ministry" => before().all(|at| self.view.marker_text(at) != "shadow"),
                "assembly" => before().count() == 1 && before().all(national),
                _ => noun.has(Class::Home) && before().all(national),
            };
        // "Then parliament": no word but an adverb stands before it.
        let bare = text == "parliament"
            && (phrase.start..phrase.head).all(|at| self.view.tags.get(at) == Some(&Tag::Adverb));
        let one = self.view.tags.get(phrase.head) != Some(&Tag::Plural);
        one && (definite || bare)
    }

    /// "The foreign minister".
    fn is_minister(&self, phrase: &Phrase) -> bool {
        let portfolio = phrase
            .head
            .checked_sub(1)
            .is_some_and(|at| at > phrase.start && self.word_classes(at).has(Class::Portfolio));
        portfolio
            && phrase.head == phrase.start + 2
            && self.is_definite(phrase.start)
            && self.view.noun_text(phrase.head) == "minister"
    }

    /// "The generals", who rule a country.
    fn is_rulers(&self, phrase: &Phrase) -> bool {
        self.view.tags.get(phrase.head) == Some(&Tag::Plural)
            && phrase.end == phrase.start + 2
            && self.is_definite(phrase.start)
            && self.view.noun_text(phrase.head) == "general"
    }

    /// "In Niger | the parliament": the state where the sentence says that it is.
    fn place_before(&self, phrase: &Phrase) -> Option<usize> {
        let mut places = self.out.named.iter().rev().filter(|named| {
            let before = named.start.checked_sub(1);
            named.end <= phrase.start && before.is_some_and(|at| self.view.marker_text(at) == "in")
        });
        places
            .find(|named| self.is_of_kind(Who::Actor(named.actor), STATE))
            .map(|named| named.actor)
    }

    /// "the government | that the rebels have formed in Haiti": not the one at home, but of where the clause says; of nowhere where it names no place.
    fn told_which(&self, id: PhraseId, kinds: &[Kind]) -> Option<Option<usize>> {
        let next = self.view.phrase(id)?.end;
        let mut clauses = (0..self.view.clauses.len()).map(ClauseId::new);
        let which = clauses.find(|at| {
            self.view.clause(*at).is_some_and(|clause| {
                clause.kind == ClauseKind::Relative
                    && clause.governor == Some(id)
                    && clause.subject.is_some_and(|subject| subject != id)
                    && self
                        .view
                        .phrase(clause.start)
                        .is_some_and(|first| first.start <= next + 1)
                    && self.view.tags.get(next) != Some(&Tag::Mark)
            })
        })?;
        if let Some(movement) = self.formed_by_movement(which) {
            return Some(Some(movement));
        }
        let inside = (id.index() + 1..self.view.phrases.len()).map(PhraseId::new);
        let mut named = inside
            .filter(|at| {
                self.view
                    .phrase(*at)
                    .is_some_and(|phrase| phrase.clause == which)
                    // "that Turkey recognises" is another's.
                    && self.view.clause(which).is_some_and(|clause| clause.subject != Some(*at))
            })
            .filter_map(|at| match self.out.referent(at)?.who {
                Who::Actor(actor) => Some(actor),
                _ => None,
            })
            .filter(|actor| self.is_of_kind(Who::Actor(*actor), kinds));
        Some(named.next_back())
    }

    /// "the government | that the rebels set up in Haiti": what a movement has made of itself is the movement, wherever it sits.
    fn formed_by_movement(&self, which: ClauseId) -> Option<usize> {
        let verb = self.view.verb_group(which)?;
        let forms = matches!(
            self.view.verb_text(verb.head),
            "set" | "form" | "proclaim" | "install" | "establish" | "build" | "create"
        );
        let maker = self
            .view
            .agent(which)
            .filter(|_| forms && !verb.verb.negated)?;
        match self.out.referent(maker)?.who {
            who @ Who::Actor(actor) if self.is_of_kind(who, MOVEMENT) => Some(actor),
            _ => None,
        }
    }

    /// "the other members", "the two sides", "the first country".
    pub(super) fn is_one_of_several(&self, phrase: &Phrase) -> bool {
        (phrase.start + 1..phrase.head).any(|at| {
            (matches!(self.view.tags.get(at), Some(Tag::Number)) && !self.is_its_measure(at))
                || matches!(
                    self.view.marker(at),
                    Marker::Other
                        | Marker::First
                        | Marker::Second
                        | Marker::Third
                        | Marker::Next
                        | Marker::Last
                        | Marker::Only
                )
                || matches!(
                    self.view.marker_text(at),
                    "fourth"
                        | "fifth"
                        | "sixth"
                        | "seventh"
                        | "eighth"
                        | "ninth"
                        | "tenth"
                        | "latest"
                        | "sole"
                )
        })
    }

    /// "the electoral council", "the teachers' union": a body of some field is none that was named for another. What says where it is, how many are in it
    /// and what it unites them for does: "the Addis Ababa-based body", "the 22-member organisation", "the defence alliance".
    fn is_of_other_matters(&self, phrase: &Phrase) -> bool {
        let named = self
            .out
            .named
            .iter()
            .filter(|named| matches!(named.form, Form::Seat | Form::Demonym | Form::Name));
        let placed = |at: usize| {
            named
                .clone()
                .any(|named| named.start <= at && at < named.end)
        };
        (phrase.start + 1..phrase.head)
            .any(|at| !self.is_of_its_reach(at) && !self.is_its_measure(at) && !placed(at))
    }

    /// "The authorities": of where they are, or of the state whose government was spoken of or that the text is about; neither "the local authorities"
    /// nor "the authorities in charge of safety".
    fn authorities(&self, id: PhraseId, phrase: &Phrase) -> Option<Referent> {
        let plain = phrase.head == phrase.start + 1
            && self.view.prepositional(id, |_| true).next().is_none();
        let actor = self
            .place_before(phrase)
            .or(self.memory.at_home)
            .or_else(|| self.memory.centre_of(STATE))
            .filter(|_| plain)?;
        Some(Referent {
            who: Who::Actor(actor),
            how: How::Description,
            person: false,
        })
    }

    /// "27-nation", "Vienna-based"
    fn is_its_measure(&self, at: usize) -> bool {
        let joined = |at: usize| {
            let token = self.view.tokens.get(at);
            token.is_some_and(|token| token.shape.has(Shape::JOINED))
                && matches!(
                    self.view.marker_text(at),
                    "based" | "nation" | "member" | "country" | "state" | "strong" | "led"
                )
        };
        joined(at) || joined(at + 1) || matches!(self.view.tags.get(at), Some(Tag::Number))
    }

    fn is_of_its_reach(&self, at: usize) -> bool {
        matches!(
            self.view.marker_text(at),
            "regional"
                | "world"
                | "international"
                | "global"
                | "continental"
                | "pan"
                | "african"
                | "arab"
                | "european"
                | "trade"
                | "trading"
                | "military"
                | "western"
                | "eastern"
                | "northern"
                | "southern"
                | "transatlantic"
                | "atlantic"
                | "asian"
                | "pacific"
                | "gulf"
                | "defence"
                | "defense"
                | "security"
                | "economic"
                | "political"
                | "customs"
                | "intergovernmental"
                | "subregional"
                | "sub-regional"
                | "powerful"
                | "whole"
                | "entire"
        )
    }

    pub(super) fn is_definite(&self, start: usize) -> bool {
        let marker = self.view.marker(start);
        matches!(marker, Marker::The | Marker::This | Marker::That)
    }
}
