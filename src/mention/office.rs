//! Offices: people and bodies that speak for whoever has them: "Russian officials", "Israel's prime minister", "the foreign minister" beside a name.

use super::description::{Described, MOVEMENT, STATE};
use super::name::{Form, Named};
use super::noun::Class;
use super::{How, Reader, Referent, Who};
use crate::clause::{PhraseId, PhraseKind, Tag};
use crate::pack::Kind;
use crate::token::{Readings, Usage};

/// How many phrases behind a delegation its head is named.
const HEAD: usize = 5;

impl Reader<'_> {
    /// "Its commander, | Abdel Fattah al-Burhan, ": a name tells better than a pronoun whom somebody speaks for, but a body's own officer is the body's.
    pub(super) fn called_by_name(&self, id: PhraseId) -> Option<Referent> {
        let phrase = self.view.phrase(id)?;
        let owner = self.out.possessor(id).map(|owner| owner.who)?;
        let person = self.view.word(phrase.head).readings.any(Readings::HUMAN);
        if !person || !self.is_of_kind(owner, STATE) {
            return None;
        }
        let mut named = self.view.appositions(id);
        let named = named.find_map(|name| {
            let referent = self.out.referent(name)?;
            matches!(referent.how, How::Named(Form::Person)).then_some(referent)
        })?;
        (named.who != owner).then_some(Referent {
            how: How::Apposition,
            ..named
        })
    }

    /// "The president fears for | his movement": a movement is no state, whoever it belongs to.
    fn own_movement(&self, id: PhraseId) -> Option<Referent> {
        let phrase = self.view.phrase(id)?;
        let owner = self.out.possessor(id)?;
        let movement = self.view.noun_text(phrase.head) == "movement" && owner.person;
        if !movement || !self.is_of_kind(owner.who, STATE) {
            return None;
        }
        Some(Referent {
            who: Who::Actor(self.memory.last_of(&[Kind::Movement], &[])?),
            how: How::Description,
            person: false,
        })
    }

    /// "Russian officials", "Israel's prime minister", "a delegation from the Movement".
    pub(super) fn office(&mut self, id: PhraseId, person: bool) -> Option<Referent> {
        if let Some(apart) = self.apart_from_state(id) {
            return Some(Referent { person, ..apart });
        }
        if self.is_of_opposition(id) {
            return self.of_its_own(id, person);
        }
        if let Some(movement) = self.own_movement(id) {
            return Some(movement);
        }
        let modifier = self.out.modifiers(self.view, id).next();
        let nation = modifier
            .filter(|named| named.form == Form::Demonym)
            .map(|named| Who::Actor(named.actor))
            .or_else(|| self.office_by_owner(id).map(|owner| owner.who));
        if let Some(abroad) = nation.and_then(|nation| self.office_abroad(id, nation)) {
            return Some(abroad);
        }
        if let Some(owner) = modifier.and_then(|named| self.kept_by(id, named)) {
            return Some(Referent {
                who: owner.who,
                how: How::Office,
                person,
            });
        }
        if let Some(named) = modifier.filter(|named| !self.is_post_at(id, *named)) {
            let movement = self.described_kind(id).is_some_and(Described::is_movement);
            let who = Who::Actor(named.actor);
            if self.is_private(id, who) || movement && named.form == Form::Demonym {
                return self
                    .of_named_movement(id, person)
                    .or_else(|| self.of_its_own(id, person));
            }
            return Some(Referent {
                who,
                how: How::Office,
                person,
            });
        }
        let noun = self.view.phrase(id).map(|phrase| self.classes(phrase.head));
        if noun.is_some_and(|noun| noun.has(Class::Counterpart)) {
            return None;
        }
        // "both sides in Syria" are not Syria's.
        let sides = self.view.phrase(id).is_some_and(|phrase| {
            self.view.tags.get(phrase.head) == Some(&Tag::Plural)
                && matches!(
                    self.view.noun_text(phrase.head),
                    "side" | "camp" | "faction"
                )
        });
        let owner = self.office_by_owner(id).or_else(|| {
            if sides || self.is_a_strangers(id) {
                return None;
            }
            let is_sent = self.is_sent(id);
            let of = self.view.prepositional(id, move |text| match text {
                "of" | "from" => true,
                // "The ambassador to Peru", "the envoy for Sudan" speak for whoever sent them.
                "for" | "to" | "in" | "at" => !is_sent,
                _ => false,
            });
            of.filter_map(|of| self.ready(of))
                .find(|referent| referent.who.is_actor())
                .or_else(|| self.headed_by(id))
        })?;
        if self.is_private(id, owner.who) && !self.pleads_for(id, owner.who)
            || self.is_of_its_own(id, owner.who)
        {
            return self.of_its_own(id, person);
        }
        Some(Referent {
            who: owner.who,
            how: How::Office,
            person,
        })
    }

    /// "Boeing's union in Brussels", "Shell's director in Moscow": of somebody who is no actor, wherever it is; "today's government in Kabul" is nobody else's.
    fn is_a_strangers(&self, id: PhraseId) -> bool {
        // "the People's Republic" is a name.
        let noun = self
            .view
            .phrase(id)
            .filter(|noun| self.view.tags.get(noun.head) != Some(&Tag::Proper));
        noun.and_then(|noun| self.view.phrase(noun.owner?))
            .is_some_and(|owner| {
                self.view.tags.get(owner.head) == Some(&Tag::Proper)
                    && !self.view.usage(owner.head).any(Usage::TIME)
            })
    }

    /// Whether it is whoever is sent to somebody: an ambassador, a delegation.
    fn is_sent(&self, id: PhraseId) -> bool {
        self.view.phrase(id).is_some_and(|phrase| {
            matches!(
                self.view.noun_text(phrase.head),
                "ambassador"
                    | "envoy"
                    | "emissary"
                    | "attaché"
                    | "consul"
                    | "mission"
                    | "delegation"
                    | "embassy"
                    | "consulate"
            )
        })
    }

    /// "Senegal's UN ambassador", "its NATO envoy": sent by whoever has him, to the body that is named between.
    fn is_post_at(&self, id: PhraseId, named: Named) -> bool {
        let sent = self.view.phrase(id).is_some_and(|phrase| {
            matches!(
                self.view.noun_text(phrase.head),
                "ambassador"
                    | "envoy"
                    | "representative"
                    | "delegate"
                    | "mission"
                    | "delegation"
                    | "emissary"
            )
        });
        // "the UN ambassador of Peru"
        let by_whom = || {
            let mut of = self
                .view
                .prepositional(id, |text| matches!(text, "of" | "from" | "for"));
            of.next().and_then(|of| self.ready(of))
        };
        let body = Who::Actor(named.actor);
        sent && self.is_of_kind(body, &[Kind::Organisation, Kind::Institution])
            && self
                .office_by_owner(id)
                .or_else(by_whom)
                .is_some_and(|sender| self.is_of_kind(sender.who, STATE))
    }

    /// "Peru's Chile desk", "Norway's Sudan envoy": the state that has an office for another.
    fn kept_by(&self, id: PhraseId, named: Named) -> Option<Referent> {
        let about = Who::Actor(named.actor);
        let state = named.form != Form::Demonym && self.is_of_kind(about, STATE);
        self.office_by_owner(id)
            .filter(|owner| state && owner.who != about && self.is_of_kind(owner.who, STATE))
    }

    /// "Senegal's opposition", "the Israeli opposition leader": whoever is against a government doesn't speak for its state.
    pub(super) fn is_of_opposition(&self, id: PhraseId) -> bool {
        let phrase = self.view.phrase(id);
        phrase.is_some_and(|phrase| {
            (phrase.start..=phrase.head).any(|at| self.classes(at).has(Class::Opposition))
        })
    }

    /// "a delegation headed by Ismail Haniyeh": whoever its head speaks for.
    fn headed_by(&self, id: PhraseId) -> Option<Referent> {
        let verb = self.view.phrases.get(id.index() + 1)?;
        let headed = verb.kind == PhraseKind::Verb
            && verb.verb.participle
            && matches!(self.view.verb_text(verb.head), "head" | "lead");
        let head = (id.index() + 2..id.index() + HEAD)
            .map(PhraseId::new)
            .find(|id| {
                self.view
                    .phrase(*id)
                    .is_some_and(|phrase| phrase.kind == PhraseKind::Noun)
            })
            .filter(|_| headed)?;
        let by = self.view.phrase(head)?.preposition?;
        self.out
            .referent(head)
            .filter(|_| self.view.marker_text(by) == "by")
            .filter(|referent| referent.who.is_actor())
    }

    /// "Georgia's breakaway region of Abkhazia", "Ukraine's breakaway republic": whose name it has, or nobody's, whatever state it was of.
    fn apart_from_state(&self, id: PhraseId) -> Option<Referent> {
        let phrase = self.view.phrase(id)?;
        let apart = |at: usize| {
            matches!(
                self.view.marker_text(at),
                "breakaway" | "secessionist" | "self-declared" | "self-proclaimed" | "renegade"
            )
        };
        if !(phrase.start..phrase.head).any(apart) {
            return None;
        }
        let of = self.view.prepositional(id, |text| text == "of").next();
        let of = of.and_then(|of| self.out.referent(of));
        let of = of.filter(|of| matches!(of.how, How::Named(Form::Name)));
        let mut named = self.out.modifiers(self.view, id);
        let named = named.find(|named| named.form == Form::Name);
        let who = named.map(|named| Who::Actor(named.actor));
        let who = who.or_else(|| {
            let movement = of.is_some_and(|of| self.is_movement(of.who));
            of.filter(|_| !movement).map(|of| of.who)
        });
        Some(Referent {
            who: who.unwrap_or(Who::Other),
            how: How::Office,
            person: false,
        })
    }

    /// "Lebanese militants from Hezbollah", "Turkish fighters of the PKK": those of a movement, whatever nation they are of.
    fn of_named_movement(&self, id: PhraseId, person: bool) -> Option<Referent> {
        let whose = |text: &str| matches!(text, "of" | "from");
        let from = self.view.prepositional(id, whose).next()?;
        let movement = self.out.referent(from)?;
        let named = matches!(movement.how, How::Named(Form::Name));
        (named && self.is_movement(movement.who)).then_some(Referent {
            how: How::Office,
            person,
            ..movement
        })
    }

    /// "Nobody | from the Chilean government", "somebody in the Chilean delegation": of whose people somebody without a name is.
    pub(super) fn whose_people(&self, id: PhraseId) -> Option<Who> {
        let of = |text: &str| matches!(text, "from" | "in" | "of");
        let body = self.view.prepositional(id, of).next()?;
        let phrase = self.view.phrase(body)?;
        // "none of the Russian neighbours", "somebody in the American crowd" are not the state's.
        let noun = self.classes(phrase.head);
        let of_state = [Class::State, Class::Home, Class::OfState, Class::Seat]
            .into_iter()
            .any(|class| noun.has(class));
        let opposed = self.is_of_opposition(body);
        let mut named = self.out.modifiers(self.view, body);
        (of_state && !opposed)
            .then(|| named.next())
            .flatten()
            .map(|named| Who::Actor(named.actor))
    }

    /// A movement or party in a state, which speaks for itself: "Kurdish rebels", "the rebels of the Sudan".
    fn of_its_own(&self, id: PhraseId, person: bool) -> Option<Referent> {
        // "Sudan's largest party, the Umma": the name beside it says which.
        let beside = self
            .view
            .appositions(id)
            .chain(self.view.phrase(id)?.apposition);
        let mut named = beside.filter_map(|other| self.out.referent(other));
        let named = named.find(|referent| {
            matches!(referent.how, How::Named(Form::Name)) && self.is_movement(referent.who)
        });
        if let Some(referent) = named {
            return Some(Referent {
                how: How::Apposition,
                person,
                ..referent
            });
        }
        self.description(id).or(Some(Referent {
            who: Who::Other,
            how: How::Collective,
            person,
        }))
    }

    pub(super) fn is_movement(&self, who: Who) -> bool {
        self.is_of_kind(who, MOVEMENT)
    }

    pub(super) fn is_of_kind(&self, who: Who, kinds: &[Kind]) -> bool {
        let Who::Actor(actor) = who else {
            return false;
        };
        let kind = self.finder.kinds.get(actor);
        kind.is_some_and(|kind| kinds.contains(kind))
    }

    /// Whether a body of one kind doesn't speak for its owner of another: the party of a president is not his state.
    fn is_of_its_own(&self, id: PhraseId, owner: Who) -> bool {
        self.is_of_kind(owner, STATE) && self.describes_movement(id)
    }

    /// The office that is told beside the name of somebody, which counts before what the pack says of the name: "Azali Assoumani, chairman of
    /// the African Union".
    pub(super) fn held_beside(&self, id: PhraseId) -> Option<Referent> {
        let held = |office: PhraseId| {
            let phrase = self.view.phrase(office)?;
            let past = (phrase.start..phrase.head).any(|at| {
                matches!(
                    self.view.marker_text(at),
                    "a" | "an" | "former" | "ex" | "late"
                )
            });
            let holds = self.described_kind(office) == Some(Described::Person) && !past;
            let named = |id: PhraseId| {
                self.out
                    .referent(id)
                    .filter(|referent| matches!(referent.how, How::Named(Form::Name)))
            };
            let owner = phrase.owner.filter(|_| holds).and_then(named);
            let of = self.view.prepositional(office, |text| text == "of");
            let who = owner
                .or_else(|| of.filter(|_| holds).find_map(named))
                .map(|referent| referent.who);
            who.or_else(|| {
                let before = self.out.modifiers(self.view, office).next();
                before
                    .filter(|_| holds)
                    .map(|named| Who::Actor(named.actor))
            })
        };
        let who = self.view.appositions(id).find_map(held)?;
        Some(Referent {
            who,
            how: How::Apposition,
            person: true,
        })
    }

    /// The referent of a later phrase as far as its name alone, or a description, tells.
    fn ready(&self, id: PhraseId) -> Option<Referent> {
        self.out
            .referent(id)
            .or_else(|| self.body(id))
            .or_else(|| self.description(id))
    }

    /// "a spokesman for | the German government", "an aide to | Peru's president": of a body that comes later, or of an office, whoever is named before it
    /// or has it.
    pub(super) fn body(&self, id: PhraseId) -> Option<Referent> {
        let phrase = self.view.phrase(id)?;
        let noun = self.classes(phrase.head);
        let readings = self.view.word(phrase.head).readings;
        let office = readings.any(Readings::HUMAN)
            && noun.has(Class::OfState)
            && !noun.has(Class::Counterpart)
            && !self.is_of_opposition(id);
        let body = readings.any(Readings::GROUP) || office;
        let movement = self.described_kind(id).is_some_and(Described::is_movement);
        let before = self.out.modifiers(self.view, id).next();
        let named = before.map(|named| Referent {
            who: Who::Actor(named.actor),
            how: How::Office,
            person: false,
        });
        before
            .and_then(|named| self.kept_by(id, named))
            .or(named)
            .or_else(|| self.office_by_owner(id))
            .filter(|named| body && !movement && !self.is_private(id, named.who))
    }

    pub(super) fn office_by_owner(&self, id: PhraseId) -> Option<Referent> {
        let phrase = self.view.phrase(id)?;
        let owner = phrase
            .owner
            .and_then(|owner| self.out.referent(owner))
            .or(self.out.possessor(id))?;
        owner.who.is_actor().then_some(Referent {
            who: owner.who,
            how: How::Office,
            person: true,
        })
    }

    /// "Alain Juppé, the foreign minister": an office of state beside a name, without its state, is held in the state that was mentioned last.
    pub(super) fn state_office(&self, id: PhraseId) -> Option<Referent> {
        let phrase = self.view.phrase(id)?;
        let of_state = matches!(
            self.view.noun_text(phrase.head),
            "minister" | "premier" | "chancellor" | "president" | "king" | "emir"
        );
        if !of_state || !self.is_definite(phrase.start) {
            return None;
        }
        let actor = self.memory.home_of(STATE, &[])?;
        Some(Referent {
            who: Who::Actor(actor),
            how: How::Description,
            person: true,
        })
    }

    /// "government troops", "the government side": those of the government that was mentioned last.
    pub(super) fn of_government(&self, id: PhraseId) -> Option<Referent> {
        let phrase = self.view.phrase(id)?;
        let before =
            (phrase.start..phrase.head).find(|at| self.view.noun_text(*at) == "government")?;
        let actor = self
            .memory
            .home_of(STATE, &[])
            .filter(|_| before + 1 == phrase.head)?;
        Some(Referent {
            who: Who::Actor(actor),
            how: How::Office,
            person: true,
        })
    }
}
