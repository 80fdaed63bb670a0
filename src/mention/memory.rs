//! What a document has said so far of its actors.

use std::collections::BTreeMap;

use super::group::Group;
use super::name::Guards;
use super::{Form, How, Referent, Who};
use crate::pack::Kind;
use crate::token::folded;

/// What later sentences may refer to: kept over a document, a few actors of each kind only.
#[derive(Clone, Debug, Default)]
pub(crate) struct Memory {
    pub(crate) guards: Guards,
    /// For each actor how often it was mentioned.
    mentioned: Vec<usize>,
    /// The last actors of each kind, with when they were mentioned, the newest first.
    last_of_kind: BTreeMap<Kind, [(usize, usize); KEPT]>,
    /// How many sentences were read.
    pub(super) sentence: usize,
    /// The first states that were named.
    states: Vec<usize>,
    /// The last coordination of actors, and the one before.
    pub(super) group: Group,
    pub(super) group_before: Group,
    /// The last sentence that told of two who are no actors.
    pub(super) two_at: Option<usize>,
    /// Whose government or army was spoken of last.
    pub(super) at_home: Option<usize>,
    clock: usize,
    person: Option<Who>,
    /// The last two people who speak for different actors, each with the sentence that told of them last, the newest first.
    people: [Option<(Who, usize)>; 2],
    body: Option<Who>,
    /// The body before the last one, and the one before that.
    body_before: Option<Who>,
    body_earlier: Option<Who>,
    plural: Option<Who>,
    /// Subjects of this sentence and of the one before: body, person, plural.
    subject: Subjects,
    subject_before: Subjects,
    /// What the sentence before told of, where that is no actor.
    stranger: Option<Stranger>,
    /// Last names that the document has tied to somebody.
    known: BTreeMap<String, Who>,
    /// Actors by the last word of the name that they were given: "the Front" is the Polisario Front.
    by_last_word: BTreeMap<String, usize>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Subjects {
    body: Best,
    person: Best,
    plural: Best,
    /// A movement, which is many though its name be one.
    band: Best,
}

/// What a sentence tells of, where that is no actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stranger {
    /// "The hospital", "the union": it does things, and things are done to it.
    Body,
    /// "The blockade", "the dam": things are said of it.
    Thing,
}

/// The role of a noun phrase, the likeliest antecedent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    Subject,
    /// The subject of a clause that only says when or why: "after Peru had left, | Chile …".
    Aside,
    Object,
    Other,
}

/// The likeliest antecedent of a sentence: the first of the best role.
#[derive(Clone, Copy, Debug, Default)]
struct Best(Option<(Rank, Who)>);

impl Best {
    fn offer(&mut self, who: Who, rank: Rank) {
        if self.0.is_none_or(|(best, _)| rank < best) {
            self.0 = Some((rank, who));
        }
    }

    fn who(self) -> Option<Who> {
        self.0.map(|(_, who)| who)
    }

    /// Only a subject or object.
    fn firm(self) -> Option<Who> {
        self.0
            .filter(|(rank, _)| *rank != Rank::Other)
            .map(|(_, who)| who)
    }
}

/// How many actors of one kind are kept: more than one subject has members.
const KEPT: usize = 4;
/// How often a text has spoken of the state that it is about, at least.
const CENTRE: usize = 3;
/// The most last names that are kept of one document; more than any article has.
const MOST_KNOWN: usize = 10_000;

impl Memory {
    pub(super) fn has_named(&self, actor: usize) -> bool {
        self.mentioned.get(actor).is_some_and(|times| *times > 0)
    }

    pub(super) fn last_person(&self) -> Option<Who> {
        self.subject.person.who().or(self.person)
    }

    /// The actor of one of `kinds` that was mentioned last, and isn't `except`.
    pub(super) fn last_of(&self, kinds: &[Kind], except: &[Who]) -> Option<usize> {
        kinds
            .iter()
            .filter_map(|kind| self.last_of_kind.get(kind))
            .flatten()
            .filter(|(_, actor)| !except.contains(&Who::Actor(*actor)))
            .max_by_key(|(clock, _)| *clock)
            .map(|(_, actor)| *actor)
    }

    /// The state whose "the government" is: whose government was spoken of, or else, of the last actors of `kinds`, whoever was mentioned most; of
    /// two the subject, or that of the sentence before, and nobody where neither is; and isn't `except`.
    pub(super) fn home_of(&self, kinds: &[Kind], except: &[Who]) -> Option<usize> {
        let fits = |actor: &usize| !except.contains(&Who::Actor(*actor));
        if let Some(actor) = self.at_home.filter(fits) {
            return Some(actor);
        }
        let times = |actor: &usize| self.mentioned.get(*actor).copied().unwrap_or_default();
        let centre = self.subject.body.who().or(self.subject_before.body.who());
        let likely = || {
            let last = kinds.iter().filter_map(|kind| self.last_of_kind.get(kind));
            last.flatten()
                .filter(|(_, actor)| fits(actor))
                .map(|(clock, actor)| {
                    let is_centre = centre == Some(Who::Actor(*actor));
                    (times(actor), is_centre, *clock, *actor)
                })
        };
        let (often, is_centre, _, actor) = likely().max()?;
        let rival = likely().any(|(times, _, _, other)| other != actor && times == often);
        (is_centre || !rival).then_some(actor)
    }

    /// The state whose "the ministry" is: whose government was spoken of, or the only one that the text has named so far, or one that it speaks of far more
    /// than of any other; and isn't `except`.
    pub(super) fn ministry_of(&self, kinds: &[Kind], except: &[Who]) -> Option<usize> {
        let fits = |actor: &usize| !except.contains(&Who::Actor(*actor));
        if let Some(actor) = self.at_home {
            return Some(actor).filter(fits);
        }
        match self.states.as_slice() {
            [only] => Some(*only).filter(fits),
            _ => self.centre_of(kinds).filter(fits),
        }
    }

    /// The state that the text speaks of far more than of any other.
    pub(super) fn centre_of(&self, kinds: &[Kind]) -> Option<usize> {
        let times = |actor: usize| self.mentioned.get(actor).copied().unwrap_or_default();
        let last = kinds.iter().filter_map(|kind| self.last_of_kind.get(kind));
        let mut states: Vec<usize> = last.flatten().map(|(_, actor)| *actor).collect();
        states.sort_unstable();
        states.dedup();
        let most = *states.iter().max_by_key(|actor| times(**actor))?;
        let others = states.iter().filter(|actor| **actor != most);
        let next = others.map(|actor| times(*actor)).max().unwrap_or_default();
        (times(most) >= CENTRE && times(most) >= 2 * next).then_some(most)
    }

    /// Keeps that the text has named a state, by any of its names or seats.
    pub(super) fn name_state(&mut self, actor: usize) {
        if self.states.len() < KEPT && !self.states.contains(&actor) {
            self.states.push(actor);
        }
    }

    /// Whom a last name means as it is written, if the document has tied it to somebody.
    pub(super) fn known(&self, surname: &str) -> Option<Who> {
        if self.known.is_empty() {
            return None;
        }
        self.known.get(&*folded(surname)).copied()
    }

    pub(super) fn learn(&mut self, surname: String, who: Who) {
        if self.known.len() < MOST_KNOWN {
            self.known.insert(surname, who);
        }
    }

    /// The actor that was called by a name of several words with this one for the last.
    pub(super) fn called(&self, last_word: &str) -> Option<usize> {
        self.by_last_word.get(last_word).copied()
    }

    /// Keeps a name of several words; the actor that has it last is meant by its last word.
    pub(super) fn call(&mut self, last_word: String, actor: usize) {
        if self.by_last_word.len() < MOST_KNOWN {
            self.by_last_word.insert(last_word, actor);
        }
    }

    /// What *it* means: the subject or object of this sentence, the likeliest of the one before, or the last body; not `except`, which is
    /// the subject of its own clause (a pronoun that is object never means that).
    pub(super) fn it(&self, except: &[Who]) -> Option<Who> {
        let (now, before) = (self.subject, self.subject_before);
        // "Meshaal said that it would accept": whoever the speaker speaks for.
        let spoken_for = now.person.firm().filter(|who| who.is_actor());
        let likely = [
            now.body.firm(),
            spoken_for,
            before.body.who(),
            now.body.who(),
            self.body,
            self.body_before,
        ];
        likely
            .into_iter()
            .flatten()
            .find(|who| !except.contains(who))
    }

    /// What the sentence before told of, where that is no actor.
    pub(super) fn stranger(&self) -> Option<Stranger> {
        self.stranger
    }

    /// Whether this sentence has told of a body so far.
    pub(super) fn tells_of_body(&self) -> bool {
        self.subject.body.firm().is_some() || self.subject.person.firm().is_some()
    }

    pub(super) fn they(&self, except: &[Who]) -> Option<Who> {
        let (now, before) = (self.subject, self.subject_before);
        let likely = [
            now.plural.firm(),
            before.plural.firm(),
            now.band.who(),
            before.band.who(),
            now.body.firm(),
            before.body.who(),
            self.plural,
            self.body,
            self.body_before,
        ];
        likely
            .into_iter()
            .flatten()
            .find(|who| !except.contains(who))
    }

    pub(super) fn he(&self, except: &[Who]) -> Option<Who> {
        let (now, before) = (self.subject, self.subject_before);
        let likely = [now.person.who(), before.person.who(), self.person];
        likely
            .into_iter()
            .flatten()
            .find(|who| !except.contains(who))
    }

    /// Whoever is meant by *he* behind what he is quoted with: a person of the sentence before, or the last one told of before this sentence.
    pub(super) fn he_outside(&self, except: &[Who]) -> Option<Who> {
        let mut people = self.people.iter().flatten();
        let earlier = people.find(|(_, sentence)| *sentence < self.sentence);
        let likely = [
            self.subject_before.person.who(),
            earlier.map(|(who, _)| *who),
            self.person,
        ];
        likely
            .into_iter()
            .flatten()
            .find(|who| !except.contains(who))
    }

    /// Whoever is meant by *it* behind what it is quoted with: a body of the sentence before.
    pub(super) fn it_outside(&self, except: &[Who]) -> Option<Who> {
        let spoken_for = self.subject_before.person.firm();
        let spoken_for = spoken_for.filter(|who| who.is_actor());
        let likely = [self.subject_before.body.who(), spoken_for];
        likely
            .into_iter()
            .flatten()
            .find(|who| !except.contains(who))
    }

    pub(super) fn note(
        &mut self,
        referent: Referent,
        kind: Option<Kind>,
        rank: Rank,
        plural: bool,
        joined: bool,
    ) {
        let who = referent.who;
        if who == Who::Speaker {
            return;
        }
        if let Who::Actor(actor) = who {
            if self.mentioned.len() <= actor {
                self.mentioned.resize(actor + 1, 0);
            }
            if let Some(times) = self.mentioned.get_mut(actor) {
                *times += 1;
            }
            if let Some(kind) = kind {
                self.clock += 1;
                let now = (self.clock, actor);
                let last = self.last_of_kind.entry(kind).or_insert([now; KEPT]);
                let known = last.iter().position(|(_, kept)| *kept == actor);
                let moved = known.map_or(KEPT, |at| at + 1);
                if let Some(moved) = last.get_mut(..moved) {
                    moved.rotate_right(1);
                }
                if let Some(newest) = last.first_mut() {
                    *newest = now;
                }
            }
        }
        let body = !referent.person && !plural && who.is_actor();
        let crowd = plural || referent.how == How::Named(Form::Demonym);
        let person = referent.person && !crowd;
        if body && self.body != Some(who) {
            self.body_earlier = self.body_before;
            self.body_before = self.body.replace(who);
        }
        if crowd {
            self.plural = Some(who);
        }
        if person {
            self.person = Some(who);
            self.note_person(who);
        }
        let subjects = &mut self.subject;
        if body && !joined {
            subjects.body.offer(who, rank);
        }
        if crowd {
            subjects.plural.offer(who, rank);
        }
        if body && !joined && matches!(kind, Some(Kind::Movement)) {
            subjects.band.offer(who, rank);
        }
        if person {
            subjects.person.offer(who, rank);
        }
    }

    /// The newest of those who speak for an actor comes first.
    fn note_person(&mut self, who: Who) {
        let now = Some((who, self.sentence));
        match self.people {
            [Some((newest, _)), _] if newest == who => self.people[0] = now,
            [newest, _] if who.is_actor() => self.people = [now, newest],
            _ => {}
        }
    }

    /// The two people of different actors of whom this sentence or the one before told, in their order.
    pub(super) fn two_people(&self, except: &[Who]) -> Option<[Who; 2]> {
        let [Some((last, at)), Some((before, earlier))] = self.people else {
            return None;
        };
        let near = |sentence: usize| sentence + 1 >= self.sentence;
        let new = !except.contains(&last) && !except.contains(&before);
        (near(at) && near(earlier) && new).then_some([before, last])
    }

    /// The last two bodies that were mentioned and aren't `except`.
    pub(super) fn last_two_bodies(&self, except: &[Who]) -> Option<[Who; 2]> {
        let last = [self.body, self.body_before, self.body_earlier];
        let mut last = last
            .into_iter()
            .flatten()
            .filter(|who| !except.contains(who));
        let body = last.next()?;
        let before = last.find(|who| *who != body)?;
        Some([before, body])
    }

    /// Whether this sentence or the one before told of two who are no actors.
    pub(super) fn tells_of_two(&self) -> bool {
        self.two_at.is_some_and(|at| at + 1 >= self.sentence)
    }

    /// Ends a sentence that tells of `stranger`.
    pub(super) fn end_sentence(&mut self, stranger: Option<Stranger>) {
        self.sentence += 1;
        self.stranger = stranger;
        self.end_utterance();
    }

    /// What stands behind a semicolon is a sentence of its own, as far as its pronouns go: in "Chile kept silent; Peru said that it would come"
    /// *it* is Peru. Utterances are those of centering (Grosz, Joshi and Weinstein 1995), inside a sentence after Kameyama (1998).
    pub(super) fn end_utterance(&mut self) {
        let now = std::mem::take(&mut self.subject);
        if now.body.0.is_some() || now.person.0.is_some() || now.plural.0.is_some() {
            self.subject_before = now;
        }
    }
}
