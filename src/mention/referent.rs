//! What noun phrases mean: the actors of one sentence as later stages ask for them.

use super::name::{Form, Named};
use crate::clause::{PhraseId, Tag, View};
use crate::token::Shape;

/// Who is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Who {
    /// An actor, as index into the rules.
    Actor(usize),
    /// Nobody in particular: "some countries", a person of no office.
    Other,
    /// Whoever speaks here: "we", "I".
    Speaker,
}

impl Who {
    /// Whether it is an actor of the pack.
    pub(crate) fn is_actor(self) -> bool {
        matches!(self, Self::Actor(_))
    }
}

/// How it is known who is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum How {
    Named(Form),
    /// A misspelt or otherwise transliterated name.
    Spelling,
    /// A noun for people with a demonym, an owner, or an *of* phrase.
    Office,
    /// "the movement"
    Description,
    Apposition,
    /// A last name after the full one.
    Known,
    Pronoun,
    /// A body or people that are no actor.
    Collective,
}

/// What a noun phrase refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Referent {
    pub(crate) who: Who,
    pub(crate) how: How,
    /// Whether it is a person or people, rather than a body.
    pub(crate) person: bool,
}

/// The actors of one sentence.
#[derive(Clone, Debug, Default)]
pub(crate) struct Mentions {
    pub(crate) named: Vec<Named>,
    /// For each phrase of the view.
    pub(super) referents: Vec<Option<Referent>>,
    /// For each phrase the referent of its possessive pronoun.
    pub(super) possessors: Vec<Option<Referent>>,
    /// For each phrase whether it lies inside a longer name.
    pub(super) covered: Vec<bool>,
    /// Whom phrases mean, or have for owners, that mean several at once.
    pub(super) several: Vec<(PhraseId, Vec<Who>)>,
    /// Phrases that are two names side by side: "recognised Kosovo and | Chile North Macedonia".
    pub(crate) paired: Vec<(PhraseId, Named, Named)>,
}

impl Mentions {
    /// What a noun phrase means.
    pub(crate) fn referent(&self, phrase: PhraseId) -> Option<Referent> {
        self.referents.get(phrase.index()).copied().flatten()
    }

    /// All that a phrase for several means, or that own it by "their"; empty where it means one.
    pub(crate) fn several(&self, phrase: PhraseId) -> &[Who] {
        let found = self.several.iter().find(|(id, _)| *id == phrase);
        found.map_or(&[], |(_, members)| members)
    }

    /// Who owns a noun phrase by a possessive pronoun ("its envoy").
    pub(crate) fn possessor(&self, phrase: PhraseId) -> Option<Referent> {
        self.possessors.get(phrase.index()).copied().flatten()
    }

    /// The actors named inside a noun phrase before its head ("the Russian veto"), joined ones ("US-backed") left out.
    pub(crate) fn modifiers<'a>(
        &'a self,
        view: &'a View,
        phrase: PhraseId,
    ) -> impl Iterator<Item = Named> + 'a {
        let (start, head) = view
            .phrase(phrase)
            .map_or((0, 0), |phrase| (phrase.start, phrase.head));
        let first = self.named.partition_point(|named| named.start < start);
        self.named
            .get(first..)
            .unwrap_or_default()
            .iter()
            .copied()
            .take_while(move |named| named.end <= head)
            .filter(|named| named.form != Form::Surname)
            .filter(|named| !qualifies(view, named))
    }
}

/// "US-backed", "pro-Russian": the name says something of an adjective, it owns nothing.
fn qualifies(view: &View, named: &Named) -> bool {
    let last = named
        .end
        .checked_sub(1)
        .and_then(|last| view.tokens.get(last));
    let joins = last.is_some_and(|token| token.shape.has(Shape::JOINS))
        && view.tags.get(named.end) == Some(&Tag::Adjective);
    let joined = view
        .tokens
        .get(named.start)
        .is_some_and(|token| token.shape.has(Shape::JOINED));
    let prefix = named
        .start
        .checked_sub(1)
        .map(|before| view.marker_text(before))
        .unwrap_or_default();
    joins || (joined && matches!(prefix, "pro" | "anti" | "non" | "ex" | "then"))
}
