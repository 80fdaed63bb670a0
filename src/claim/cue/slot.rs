//! Whether what stands beside a cue fits its slot, and whom it gives.

use super::site::{Scene, Site};
use crate::claim::tell::voice::Voice;
use crate::claim::who::Party;
use crate::claim::who::party::Filler;
use crate::clause::{ClauseId, ClauseKind, PhraseId, Tag};
use crate::mention::{Form, Who};
use crate::pack::{Role, Slot, Spoken};
use crate::token::Readings;

/// A slot that was filled.
#[derive(Clone, Debug, Default)]
pub(in crate::claim) struct Filled {
    pub(in crate::claim) actors: Vec<Party>,
    pub(in crate::claim) targets: Vec<Party>,
    /// The phrase, where one filled it.
    pub(in crate::claim) phrase: Option<PhraseId>,
}

impl Scene<'_> {
    /// Tries one filler in a slot; `None` where it doesn't fit.
    pub(in crate::claim) fn fits(&self, slot: &Slot, filler: Filler) -> Option<Filled> {
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
        // Many slots ask only what stands there.
        let mut parties = match slot.role {
            None if slot.actors.is_empty() && !slot.several => Vec::new(),
            _ => self.parties(filler),
        };
        if slot.several && !are_several(&parties) {
            return None;
        }
        if !slot.actors.is_empty() && !self.names_one_of(&slot.actors, filler, &parties) {
            return None;
        }
        if slot.role == Some(Role::Target) {
            self.ask_for_named(slot, filler, &mut parties);
        }
        if let Some(role) = slot.role {
            if parties.is_empty() && !slot.role_optional {
                return None;
            }
            filled.put(role, parties);
        }
        if let Some(role) = slot.owner {
            let owners = match role {
                Role::Target => self.owners_or_admitted(filler),
                Role::Actor => self.owner_parties(filler),
            };
            if owners.is_empty() && !slot.owner_optional {
                return None;
            }
            filled.put(role, owners);
        }
        Some(filled)
    }

    /// What fills a slot, of its fillers in order: of several that fit, one that names somebody is meant.
    pub(in crate::claim) fn filled(&self, slot: &Slot, fillers: &[Filler]) -> Option<Filled> {
        let mut fitting = fillers.iter().filter_map(|filler| self.fits(slot, *filler));
        let first = fitting.next()?;
        if slot.role.is_some() && first.is_nobody() {
            return fitting.find(|filled| !filled.is_nobody()).or(Some(first));
        }
        // "their mediation": each of those whom one word means.
        Some(fitting.fold(first, Filled::with_same_word))
    }

    /// Of a target that must be one of some actors: only those, who may own what stands there or be named inside it.
    fn ask_for_named(&self, slot: &Slot, filler: Filler, parties: &mut Vec<Party>) {
        // "denounced it as a plot of Washington's"
        if let [asked] = slot.actors.as_slice()
            && !parties.is_empty()
        {
            parties.extend(self.owner_parties(filler));
            parties.retain(|party| party.who == Who::Actor(*asked));
            parties.dedup_by_key(|party| party.who);
        }
        // "visited Tripoli last week", "flew to Doha airport": a place before another noun, where several actors might stand.
        if let Filler::Phrase(id) = filler
            && parties.is_empty()
            && slot.actors.len() > 1
            && !slot.role_optional
        {
            let named = self.mentions.modifiers(self.view, id);
            let asked = named
                .filter(|named| named.form != Form::Demonym && slot.actors.contains(&named.actor));
            parties.extend(asked.map(|named| self.party(named)));
        }
    }

    /// Whether a slot asks who does it where a passive or a command leaves that unsaid.
    pub(in crate::claim) fn lacks_agent(&self, site: Site, spoken: &Spoken, slot: &Slot) -> bool {
        let Site::Verb(clause) = site else {
            return false;
        };
        let anybody = slot.like.is_empty() && slot.actors.is_empty();
        *spoken == Spoken::Subject
            && slot.role == Some(Role::Actor)
            && anybody
            && (self.view.is_passive(clause) && self.view.agent(clause).is_none()
                || self.is_done_by_unnamed_host(clause)
                || self.view.is_command(clause)
                || self.is_done_by_nobody(clause))
    }

    /// Whether who fills the slot of a doer is such a host, and whoever is host there must be found by the place.
    pub(in crate::claim) fn lacks_host(&self, site: Site, spoken: &Spoken, slot: &Slot) -> bool {
        let Site::Verb(clause) = site else {
            return false;
        };
        self.lacks_agent(site, spoken, slot)
            && self.is_hosting(clause)
            && self.is_done_by_unnamed_host(clause)
    }

    fn is_hosting(&self, clause: ClauseId) -> bool {
        let verb = self.view.verb_group(clause).map(|verb| verb.head);
        matches!(
            verb.map_or("", |head| self.view.verb_text(head)),
            "receive" | "welcome" | "host" | "greet" | "entertain" | "fete" | "fête"
        )
    }

    /// "was welcomed in Riyadh | by the crown prince", "by his counterpart": by somebody whose office is told and not whose it is.
    pub(in crate::claim) fn is_done_by_unnamed_host(&self, clause: ClauseId) -> bool {
        let view = self.view;
        let by = view.agent(clause).filter(|_| view.is_passive(clause));
        let Some((id, host)) = by.and_then(|by| Some((by, view.phrase(by)?))) else {
            return false;
        };
        let human = view.word(host.head).readings.any(Readings::HUMAN)
            || view.noun_text(host.head) == "counterpart";
        let human = human && !is_kin(view.noun_text(host.head));
        let definite = matches!(
            view.marker_text(host.start),
            "the" | "his" | "her" | "its" | "their"
        );
        let referent = self.mentions.referent(id).map(|referent| referent.who);
        let guest = view
            .patient(clause)
            .and_then(|guest| self.mentions.referent(guest));
        let guest = guest.map(|guest| guest.who);
        human
            && definite
            && host.owner.is_none()
            && view.tags.get(host.head) != Some(&Tag::Plural)
            && view.prepositional(id, |text| text == "of").next().is_none()
            && self.mentions.modifiers(view, id).next().is_none()
            && (referent.is_none_or(|who| who == Who::Other) || referent == guest)
    }

    /// "was received in | Ankara", "in Turkey": the state, where somebody is a guest of nobody who is named.
    pub(in crate::claim) fn host_by_place(
        &self,
        clause: ClauseId,
        places: &[bool],
    ) -> Option<Party> {
        let view = self.view;
        let guest = view
            .patient(clause)
            .filter(|_| self.is_hosting(clause) && view.is_passive(clause))?;
        let known = self.mentions.referent(guest)?;
        let mut places_named = view
            .clause_prepositional(clause, |text| text == "in")
            .filter_map(|id| view.phrase(id))
            .filter(|place| place.start == place.head)
            .filter_map(|place| {
                let mut named = self.mentions.named.iter();
                named.find(|named| named.start == place.head && named.end == place.head + 1)
            });
        let host = places_named.find(|named| {
            matches!(named.form, Form::Seat | Form::Name) && places.get(named.actor) == Some(&true)
        })?;
        known.who.is_actor().then(|| self.party(*host))
    }

    /// "It is folly | to talk to them", "Talking to them | is no betrayal": a deed that nobody is said to do.
    fn is_done_by_nobody(&self, id: ClauseId) -> bool {
        let kind = self.view.clause(id).map(|clause| clause.kind);
        let bare = match kind {
            Some(ClauseKind::Infinitive | ClauseKind::Gerund) => true,
            // "Talking to them | is no betrayal"
            Some(ClauseKind::Participle) => self
                .view
                .clause(id)
                .is_some_and(|clause| clause.governor.is_none() && clause.start.index() <= 1),
            _ => false,
        };
        let agent = self.view.agent(id).and_then(|id| self.view.phrase(id));
        bare && agent.is_none_or(|agent| {
            self.view.marker_text(agent.head) == "it"
                || matches!(
                    self.view.noun_text(agent.head),
                    "way" | "course" | "choice" | "option" | "alternative" | "answer"
                )
        })
    }

    fn names_one_of(&self, actors: &[usize], filler: Filler, parties: &[Party]) -> bool {
        let is_one = |who: Who| matches!(who, Who::Actor(actor) if actors.contains(&actor));
        // "“We will withdraw,” said the minister": whoever he speaks for.
        let says = |party: &Party| {
            let inside = |voice: &&Voice| voice.content.iter().any(|at| at.overlaps(party.span));
            let voice = || self.voices.iter().rev().find(inside)?.who;
            party.who == Who::Speaker && voice().is_some_and(is_one)
        };
        parties.iter().any(|party| is_one(party.who) || says(party))
            || self
                .owner_parties(filler)
                .iter()
                .any(|party| is_one(party.who))
    }

    /// Whether a word of one of the lists stands in the phrase or in the *of* phrase on it.
    pub(in crate::claim) fn is_like(&self, lists: &[u16], filler: Filler) -> bool {
        let Filler::Phrase(id) = filler else {
            return false;
        };
        if !self.lists.any(lists) {
            return false;
        }
        // "the lifting of the siege" is no siege, "the veto of the resolution" no resolution.
        let ends = || {
            self.view.phrase(id).is_some_and(|phrase| {
                let noun = self.view.noun_text(phrase.head);
                is_ending(noun) || is_stopping(noun) || is_telling(noun)
            })
        };
        let of = self.view.prepositional(id, |text| text == "of").next();
        // "for the party as the army | of a state": what hangs on another noun is none of the phrase's.
        let own = |of: &PhraseId| {
            let noun = self.view.phrase(*of).and_then(|of| of.noun);
            let noun = noun.filter(|noun| *noun != id);
            let noun = noun.and_then(|noun| self.view.phrase(noun));
            !noun.is_some_and(|noun| self.view.is_behind(noun, "as"))
        };
        let of = of.filter(|of| !ends() && own(of));
        // "a scrap of paper": words that go over both.
        let whole = of
            .and_then(|of| self.view.phrase(of))
            .zip(self.view.phrase(id))
            .filter(|(of, phrase)| of.preposition == Some(phrase.end))
            .is_some_and(|(of, phrase)| self.lists.within(lists, phrase.start, of.end));
        whole
            || self.view.conjuncts(id).chain(of).any(|part| {
                // "as rebels and not as terrorists"
                let ruled_out = part != id && self.view.is_ruled_out(part);
                let phrase = self.view.phrase(part).filter(|_| !ruled_out);
                phrase.is_some_and(|phrase| self.lists.within(lists, phrase.start, phrase.end))
            })
    }
}

/// Whether two actors are among those named.
fn are_several(parties: &[Party]) -> bool {
    let mut actors = parties.iter().filter(|party| party.is_actor());
    let first = actors.next();
    actors.any(|party| first.is_some_and(|first| first.who != party.who))
}

impl Filled {
    /// Whether it names neither holder nor target.
    pub(in crate::claim) fn is_nobody(&self) -> bool {
        self.actors.is_empty() && self.targets.is_empty()
    }

    /// Adds those whom the same word means, of "their" all.
    pub(in crate::claim) fn with_same_word(mut self, other: Self) -> Self {
        let one_word = |parties: &[Party]| match parties {
            [first, ..] if parties.iter().all(|party| party.span == first.span) => Some(first.span),
            _ => None,
        };
        if self.phrase.is_none() && other.phrase.is_none() {
            let same = |own: &[Party], others: &[Party]| {
                one_word(own).is_some() && one_word(own) == one_word(others)
            };
            if same(&self.actors, &other.actors) {
                self.actors.extend(other.actors);
            }
            if same(&self.targets, &other.targets) {
                self.targets.extend(other.targets);
            }
        }
        self
    }

    fn put(&mut self, role: Role, parties: Vec<Party>) {
        match role {
            Role::Actor => put(&mut self.actors, parties),
            Role::Target => put(&mut self.targets, parties),
        }
    }
}

/// Nouns for the end of a thing, or for what is done against it: what is against that is for the thing.
fn is_ending(lemma: &str) -> bool {
    matches!(
        lemma,
        "end"
            | "veto"
            | "blocking"
            | "rejection"
            | "defeat"
            | "expulsion"
            | "dismissal"
            | "departure"
            | "halt"
            | "termination"
            | "annulment"
            | "denunciation"
            | "condemnation"
            | "ending"
            | "lifting"
            | "removal"
            | "suspension"
            | "relaxation"
            | "easing"
            | "loosening"
            | "revocation"
            | "repeal"
            | "abandonment"
            | "cancellation"
    )
}

/// Nouns for what is done against a thing, or keeps it from being: what is for it is against the thing.
fn is_stopping(lemma: &str) -> bool {
    matches!(
        lemma,
        "veto"
            | "vetoing"
            | "blocking"
            | "blockage"
            | "obstruction"
            | "rejection"
            | "violation"
            | "defiance"
            | "disregard"
            | "defeat"
            | "burial"
            | "burying"
            | "scrapping"
            | "abolition"
            | "overriding"
            | "collapse"
            | "breakdown"
            | "denial"
            | "prevention"
            | "hindrance"
            | "expulsion"
            | "recall"
            | "severing"
            | "severance"
            | "postponement"
            | "withdrawal"
            | "criticism"
            | "condemnation"
            | "delay"
            | "blockade"
            | "siege"
            | "closure"
            | "closing"
            | "dismantling"
            | "evacuation"
            | "freeze"
    )
}

/// Nouns for what somebody is or is made: "its role as guarantor", "the choice of Oman as host".
pub(super) fn is_role(noun: &str) -> bool {
    matches!(
        noun,
        "role"
            | "part"
            | "function"
            | "position"
            | "status"
            | "standing"
            | "job"
            | "service"
            | "work"
            | "term"
            | "record"
            | "reputation"
            | "credential"
            | "capacity"
            | "choice"
            | "selection"
            | "nomination"
            | "appointment"
            | "acceptance"
            | "listing"
            | "designation"
            | "classification"
            | "recognition"
            | "description"
            | "portrayal"
            | "treatment"
    )
}

/// Nouns for what is told of a thing: "reports of the siege" are no siege.
fn is_telling(lemma: &str) -> bool {
    matches!(
        lemma,
        "report"
            | "rumour"
            | "rumor"
            | "news"
            | "account"
            | "coverage"
            | "film"
            | "story"
            | "tale"
            | "footage"
            | "photograph"
            | "picture"
            | "description"
            | "portrayal"
            | "memory"
    )
}

/// Adds parties; the first are taken as they are.
pub(in crate::claim) fn put(parties: &mut Vec<Party>, more: Vec<Party>) {
    if parties.is_empty() {
        *parties = more;
    } else {
        parties.extend(more);
    }
}

/// Nouns for one's own people, who receive nobody for a state.
fn is_kin(noun: &str) -> bool {
    matches!(
        noun,
        "brother"
            | "sister"
            | "wife"
            | "husband"
            | "mother"
            | "father"
            | "son"
            | "daughter"
            | "cousin"
            | "uncle"
            | "aunt"
            | "nephew"
            | "niece"
            | "grandson"
            | "granddaughter"
            | "grandfather"
            | "grandmother"
            | "relative"
            | "friend"
            | "fan"
            | "admirer"
            | "lawyer"
            | "doctor"
    )
}
