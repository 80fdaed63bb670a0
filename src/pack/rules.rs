//! The rules of a pack in the form the stages use: checked, ids resolved to indices, sorted by id, so that the
//! order in a file changes nothing.

use std::borrow::Cow;
use std::sync::Arc;

use crate::Stance;
use crate::attribution::Sense;
use crate::date::Date;
use crate::image::Later;

use super::id::{ActorId, PositionId, RuleId};

/// A text of a pack: part of the program where the pack is.
pub(crate) type Text = Cow<'static, str>;

/// Index into [`Rules::lists`].
pub(crate) type ListId = u16;

/// Everything a pack says. Each vector is sorted by id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Rules {
    pub(crate) actors: Vec<Actor>,
    /// What each of `actors` is called.
    pub(crate) called: Later<Vec<Called>>,
    pub(crate) positions: Vec<Position>,
    pub(crate) lists: Later<Vec<WordList>>,
    pub(crate) cues: Vec<Cue>,
    pub(crate) operators: Vec<Operator>,
    /// The words of `cues` and of `operators`.
    pub(crate) words: Later<RuleWords>,
    pub(crate) attributions: Later<Vec<AttributionCue>>,
}

/// The words of rules, by the index of the rule: sorted, each with its class. The stages have them compiled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct RuleWords {
    pub(crate) cues: Vec<Words>,
    pub(crate) operators: Vec<Words>,
}

/// The words of a rule.
pub(crate) type Words = Arc<[(WordClass, Phrase)]>;

/// `[[actor]]`: who can hold a stance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Actor {
    pub(crate) id: ActorId,
    /// Name for people: "Hamas".
    pub(crate) name: Text,
    pub(crate) kind: Kind,
}

/// What an actor is called. The stages have it compiled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Called {
    /// All names it goes by, that for people among them.
    pub(crate) names: Vec<Name>,
    /// Adjectives and peoples: "Russian", "Russians".
    pub(crate) demonyms: Vec<Name>,
    /// Places that stand for it when they act: "Moscow", "the Kremlin".
    pub(crate) seats: Vec<Name>,
    pub(crate) people: Vec<Person>,
    /// Definite descriptions that are its alone in a text that has named it: "the occupation", "the kingdom".
    pub(crate) descriptions: Vec<Name>,
}

/// A name, with the words beside it that would make it another's.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Name {
    pub(crate) text: Text,
    /// The text must hold one of these for the name to count ("Georgia" beside "Tbilisi"). Empty: always.
    pub(crate) only_with: Vec<Text>,
    /// The name doesn't count in a text that holds one of these ("Georgia" beside "Atlanta").
    pub(crate) not_with: Vec<Text>,
}

/// Somebody who speaks for an actor.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Person {
    pub(crate) name: Text,
    /// First and last time in office, as precise as known; `None` is open.
    pub(crate) from: Option<Date>,
    pub(crate) to: Option<Date>,
    /// "prime minister".
    pub(crate) office: Option<Text>,
}

/// What sort of actor, for definite descriptions ("the movement", "the ministry").
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub(crate) enum Kind {
    State,
    Government,
    Movement,
    Party,
    Organisation,
    Institution,
    Court,
    Company,
}

/// `[[position]]`: what a stance is on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Position {
    pub(crate) id: PositionId,
    /// Name for people: "blocking at the UN"; the words of the id where the pack gives none.
    pub(crate) name: Text,
    pub(crate) question: Text,
    /// Positions whose claims may develop into this one's, as indices, symmetric.
    pub(crate) related: Vec<usize>,
    /// Positions that give way to this one on the same words, as indices: `occupation` is coded before `legitimacy`.
    pub(crate) before: Vec<usize>,
    /// Whoever is asked, urged or wanted to do it is a target as well: "wants Russia to block the draft".
    pub(crate) asked_is_target: bool,
    /// Whoever accuses, blames or reproaches somebody with the deed holds the other side: "accused Russia of ignoring the resolution".
    pub(crate) accusing_is_opposing: bool,
    /// A claim that names no target is about the last one: "recalled its ambassador", "welcomed the recognition".
    pub(crate) target_carries: bool,
    /// Whoever is against the deed is against those who did it: "deplored the veto".
    pub(crate) opposing_is_against_doers: bool,
    /// A claim that no actor of the pack holds, and that is about none, is left out: "the union asked for a meeting".
    pub(crate) needs_actor: bool,
    /// Lists of the words whose places tell which of several conflicts a claim is about: "the war in Gaza".
    pub(crate) theatre: Vec<ListId>,
}

/// `[[list]]`: words that mean the same kind of thing, for `like`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct WordList {
    pub(crate) id: Text,
    pub(crate) words: Arc<[Phrase]>,
}

/// Words to meet in a row: each is met by its lemma ("draft resolution" meets "draft resolutions") unless it is written
/// with a capital or stands in quotation marks in the pack.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Phrase {
    /// The words, without the quotation marks, with a space between two.
    text: Text,
    /// A bit for each word, the highest for the first: whether it is met as it is written, not by lemma, since it has a capital or stood in
    /// quotation marks.
    literal: u64,
}

impl Phrase {
    /// No phrase has more words.
    pub(crate) const MOST_WORDS: usize = 64;

    /// A phrase of words, of which none is literal, with a space between two.
    pub(super) fn plain(text: &str) -> Self {
        Self {
            text: Cow::Owned(text.to_owned()),
            literal: 0,
        }
    }

    /// A phrase that was taken apart by [`parts`](Self::parts).
    pub(super) fn from_parts(text: Text, literal: u64) -> Self {
        Self { text, literal }
    }

    /// Its words, and the bits of the literal ones.
    #[cfg(test)]
    pub(super) fn parts(&self) -> (&Text, u64) {
        (&self.text, self.literal)
    }

    /// Adds a word, which holds no space.
    pub(super) fn push(&mut self, word: &str, is_literal: bool) {
        let index = self.words().count();
        if index > 0 {
            self.text.to_mut().push(' ');
        }
        self.text.to_mut().push_str(word);
        if is_literal {
            self.literal |= Self::bit(index);
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Its words in their order.
    pub(crate) fn words(&self) -> impl DoubleEndedIterator<Item = &str> + Clone {
        self.text.split(' ').filter(|word| !word.is_empty())
    }

    /// Whether the word at an index is met only as it is written.
    pub(crate) fn is_literal(&self, index: usize) -> bool {
        self.literal & Self::bit(index) != 0
    }

    fn bit(index: usize) -> u64 {
        1_u64
            .reverse_bits()
            .checked_shr(u32::try_from(index).unwrap_or(u32::MAX))
            .unwrap_or(0)
    }
}

/// What a word of a cue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum WordClass {
    /// A verb, in every inflection, voice and construction.
    Verb,
    /// A noun that names what somebody does: "veto", "recognition of", "visit to".
    Noun,
    /// A noun for who somebody is: "guarantor", "mediator", "terrorist organisation".
    Agent,
    /// An adjective said of something: "illegal", "legitimate".
    Adjective,
    /// Fixed words wherever they stand.
    Phrase,
}

crate::table::choices! {
    WordClass: Verb, Noun, Agent, Adjective, Phrase;
}

/// `[[cue]]`: words that carry a position and a stance, with their arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cue {
    pub(crate) id: RuleId,
    pub(crate) position: usize,
    pub(crate) stance: Stance,
    /// What stands beside its words. Many slots are as those of other cues.
    pub(crate) slots: Vec<(Spoken, Arc<Slot>)>,
    /// A cue that says nothing by itself: only under an operator ("call for a ceasefire") is it a claim.
    pub(crate) needs_operator: bool,
    /// A cue that says nothing unless it is negated: "did not back the draft".
    pub(crate) needs_negation: bool,
    /// A cue whose side stays the same whatever stands over it: that a visit lends the group legitimacy, that it doesn't, and that it must not, all
    /// deny the group's.
    pub(crate) one_sided: bool,
    /// Two who do it do it with each other: "Serbia and Kosovo met". One alone does nothing.
    pub(crate) reciprocal: bool,
    /// This sentence or the one before must hold a word of one of these lists.
    pub(crate) near: Vec<ListId>,
    /// The paragraph or one of the last sentences must hold a word of one of these lists.
    pub(crate) topic: Vec<ListId>,
    /// The sentence must hold none of these.
    pub(crate) not_near: Vec<ListId>,
    /// Mode when no operator says otherwise.
    pub(crate) mode: Option<crate::Mode>,
    /// The holder is its own target: "seeks recognition", "acts as mediator".
    pub(crate) target_is_actor: bool,
    /// Its target where no words beside it name one: "ignored four resolutions" is about the United Nations.
    pub(crate) default_target: Option<usize>,
}

/// Where an argument stands, by its grammar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Spoken {
    /// Who does it: subject of a verb, *by* of a passive, owner of a noun ("Russia's veto", "the Russian veto", "veto by Russia").
    Subject,
    /// To whom it is done: object of a verb, subject of a passive, *of* of a noun.
    Object,
    /// What the object is called or made: "called the group terrorist", "recognised it as the lawful government".
    Predicate,
    /// A prepositional phrase: "with", "to", "on".
    Preposition(&'static str),
    /// The thing that an adjective or agent noun is said of: "the group is terrorist", "the terrorist group".
    Of,
}

/// What an argument must be, and what it gives.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Slot {
    /// The actor in it becomes the claim's holder or target.
    pub(crate) role: Option<Role>,
    /// Whether the slot may be filled by what is no actor (`role = "target?"`). `optional` is set as well where the
    /// whole slot is `"target?"`.
    pub(crate) role_optional: bool,
    /// The actor that owns it ("the American draft", "Israel's listing of …") becomes the claim's holder or target.
    pub(crate) owner: Option<Role>,
    /// Whether it may have no owner that is an actor (`owner = "target?"`).
    pub(crate) owner_optional: bool,
    /// Its noun must be in one of these lists.
    pub(crate) like: Vec<ListId>,
    /// Its noun must be in none of these.
    pub(crate) unlike: Vec<ListId>,
    /// The actor in it must be one of these, by id or kind, as indices into `actors`.
    pub(crate) actors: Vec<usize>,
    /// Two actors must be named in it ("received | the ministers of Chad and Niger").
    pub(crate) several: bool,
    pub(crate) optional: bool,
}

/// What an actor in a slot is to the claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Role {
    Actor,
    Target,
}

/// `[[operator]]`: words above a cue that change who holds it, how, or on which side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Operator {
    pub(crate) id: RuleId,
    pub(crate) effect: Effect,
    /// The constructions in which it stands over a cue.
    pub(crate) takes: Vec<Complement>,
}

/// What an operator does to the claim under it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Effect {
    /// The operator's subject becomes the holder (want, ask, praise); else the claim keeps its own.
    pub(crate) takes_over: bool,
    /// The holder that was becomes a target as well: "wants Russia to block".
    pub(crate) old_actor_to_target: bool,
    /// The stance turns to the other side (prevent, reject, refuse).
    pub(crate) flips: bool,
    /// It counts as negation (refuse to, fail to).
    pub(crate) negates: bool,
    pub(crate) hedges: bool,
    pub(crate) mode: Option<crate::Mode>,
    /// It is a verb or noun of saying: its subject is the claim's speaker.
    pub(crate) speaks: bool,
    /// Nothing is claimed under it: "pretends to", "is alleged never to".
    pub(crate) cancels: bool,
    /// It stands for the claim told before it, with its own subject: "Peru did the same".
    pub(crate) repeats: bool,
    /// It says that a deed told before is liked or judged, by its subject or by whoever speaks: "Peru condemned the step", "the step is a mistake".
    pub(crate) reacts: bool,
    /// Its subject reproaches somebody with the deed; see `accusing_is_opposing` of a position.
    pub(crate) accuses: bool,
    /// Things can do it too, and then whoever says so holds it: "the figures refute the charge".
    pub(crate) shows: bool,
    /// Whoever doesn't reach what he asks for asked for it: "failed to persuade it to lift the siege" is no refusal, as "failed to lift it" is.
    pub(crate) tries: bool,
    /// It says whether a deed is right or who is to blame for it: whoever speaks holds that, and its subject did it.
    pub(crate) verdict: bool,
}

/// A construction that a verb, noun or adjective takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Complement {
    /// "that the vote was lost"
    That,
    /// The same without *that*: "said the vote was lost"
    Clause,
    /// "whether", "if", "how", "who" …
    Whether,
    /// "to leave"
    Infinitive,
    /// "him to leave"
    ObjectInfinitive,
    /// "leaving"
    Gerund,
    /// "him of leaving", "him for leaving", "him from leaving"
    ObjectGerund,
    /// "of leaving", "on leaving", "in leaving", "for leaving"
    PrepositionGerund,
    /// "the vote a sham", "him as a liar", "the claim false"
    Predicate,
    /// "the ban"
    Noun,
    /// "for a ban", "to the plan", "against it": any preposition that the cue's own words end in, or *of, for, on, about, to, against, at, with*
    PrepositionNoun,
    /// "“It is over,” …"
    Quotation,
}

/// `[[attribution]]`: words that say that somebody says, thinks, wants or feels something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct AttributionCue {
    pub(crate) id: RuleId,
    pub(crate) words: Words,
    pub(crate) takes: Vec<Complement>,
    pub(crate) sense: Sense,
    /// Lists of which the noun of its source must be; empty: any.
    pub(crate) subject: Vec<ListId>,
    /// Lists of which the noun of a nominal content must be; empty: any.
    pub(crate) object: Vec<ListId>,
}
