//! The further words of a cue in a sentence: at once, behind articles and adverbs, or behind an object.

use crate::clause::{Tag, View};
use crate::pack::Complement;
use crate::token::Marker;

use super::entry::{Entry, Step};

/// How many words may stand between the words of a cue: "expressed its | very grave | concern".
pub(super) const INSIDE: usize = 4;
/// How many words an object between a verb and its particle may have: "called the figure into question".
pub(super) const OBJECT_INSIDE: usize = 7;

/// Where the further words of a cue end, and the object between them.
pub(super) type Rest = (usize, Option<(usize, usize)>);

/// Where the further words of an entry end, if they are there from token `from` on.
pub(super) fn rest_matches(entry: &Entry, view: &View, from: usize) -> Option<Rest> {
    let mut at = from;
    let mut object = None;
    for (index, step) in entry.rest.iter().enumerate() {
        // "in | the senator's | view"
        if *step == Step::Possessive
            && view.tags.get(from.saturating_sub(1)) == Some(&Tag::Preposition)
        {
            let end = owner_end(view, at)?;
            object = Some((at, end));
            at = end;
            continue;
        }
        match find_step(*step, view, at) {
            Some(found) => at = found + 1,
            None if index == 0
                && entry
                    .takes
                    .any(&[Complement::Noun, Complement::PrepositionNoun]) =>
            {
                let found = step_after_object(*step, view, at)?;
                object = Some((at, found));
                at = found + 1;
            }
            None => return None,
        }
    }
    Some((at, object))
}

/// The token after an owner with its clitic, or after a possessive, that begins at a token.
fn owner_end(view: &View, at: usize) -> Option<usize> {
    if view.tags.get(at) == Some(&Tag::Possessive) {
        return Some(at + 1);
    }
    (at + 1..at + 1 + OBJECT_INSIDE)
        .take_while(|at| {
            view.tags.get(*at).is_some_and(|tag| {
                tag.is_noun()
                    || matches!(
                        tag,
                        Tag::Determiner | Tag::Adjective | Tag::Number | Tag::Owner
                    )
            })
        })
        .find(|at| view.tags.get(*at) == Some(&Tag::Owner))
        .map(|at| at + 1)
}

fn meets(step: Step, view: &View, at: usize) -> bool {
    match step {
        Step::Possessive => matches!(view.tags.get(at), Some(Tag::Possessive)),
        Step::Word(id) => {
            let word = view.word(at);
            view.tokens.get(at).is_some_and(|token| token.word == id)
                || word.noun == id
                || word.verb == id
                || word.adjective == id
        }
    }
}

/// The next word of a cue: at once, or after articles, possessives, adjectives and adverbs.
fn find_step(step: Step, view: &View, from: usize) -> Option<usize> {
    let mut at = from;
    while at <= from + INSIDE {
        if meets(step, view, at) {
            return Some(at);
        }
        match view.tags.get(at)? {
            Tag::Determiner
            | Tag::Possessive
            | Tag::Adjective
            | Tag::Adverb
            | Tag::Negation
            | Tag::Number => at += 1,
            Tag::Participle if at > from => at += 1,
            _ => return None,
        }
    }
    None
}

/// A particle or noun behind an object: "laid the blame | on", "called the figure | into question".
fn step_after_object(step: Step, view: &View, from: usize) -> Option<usize> {
    let mut at = from;
    while at < from + OBJECT_INSIDE {
        if at > from && meets(step, view, at) {
            return Some(at);
        }
        match view.tags.get(at)? {
            Tag::Determiner
            | Tag::Possessive
            | Tag::Adjective
            | Tag::Noun
            | Tag::Plural
            | Tag::Proper
            | Tag::Pronoun
            | Tag::Number
            | Tag::Owner => at += 1,
            Tag::Preposition if view.marker(at) == Marker::Of => at += 1,
            _ => return None,
        }
    }
    None
}
