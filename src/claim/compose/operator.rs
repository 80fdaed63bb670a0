//! Operators: words above a cue that change who holds it, how, or on which side.

use std::sync::Arc;

use crate::claim::cue::form::{Begins, Forms};
use crate::claim::cue::kinds::{Asked, Kinds};
use crate::claim::cue::pattern::Met;
use crate::claim::cue::words::{Chain, Index};
use crate::clause::{Clause, ClauseId, Phrase, PhraseId, Tag, View};
use crate::pack::{Complement, Effect, RuleId, Rules, WordClass};

/// How many words behind *is* an adjective of several words may begin that is no phrase of its own: "out of the question".
const PREDICATE: usize = 4;

/// The operators of a pack, by their words.
#[derive(Clone, Debug, Default)]
pub(in crate::claim) struct Operators {
    index: Index,
    forms: Arc<Forms>,
    kinds: Kinds,
    rules: Arc<Rules>,
}

/// An operator that stands over something.
#[derive(Clone, Debug)]
pub(in crate::claim) struct Above<'a> {
    pub(in crate::claim) rule: &'a RuleId,
    pub(in crate::claim) effect: Effect,
    /// Its words, first token to after the last.
    pub(in crate::claim) start: usize,
    pub(in crate::claim) end: usize,
    /// How many words it has, of which those behind a verb stand together.
    pub(in crate::claim) words: usize,
    /// Whether it is an adjective, said of the subject also where it is a participle.
    pub(in crate::claim) adjective: bool,
}

impl Above<'_> {
    /// Whether a token is one of the words behind the first: "doubts" of "voiced its old doubts about".
    pub(in crate::claim) fn has_behind(&self, token: usize) -> bool {
        token > self.start && (self.rest()..self.end).contains(&token)
    }

    /// Where the words behind the first begin.
    fn rest(&self) -> usize {
        self.end.saturating_sub(self.words.saturating_sub(1))
    }
}

/// "holds Peru responsible for it": of *hold* alone nothing is said.
fn is_whole(view: &View, clause: &Clause, verb: &Phrase, above: &Above<'_>) -> bool {
    let alone = above.end == above.start + 1 && view.verb_text(verb.head) == "hold";
    let said = clause.predicate.and_then(|id| view.phrase(id));
    !alone
        || clause.object.is_some()
            && said.is_some_and(|said| {
                matches!(
                    view.marker_text(said.head),
                    "responsible" | "accountable" | "liable" | "answerable"
                )
            })
}

/// The order of operators at one place: the one of more words, then the first.
fn rank(met: &Met) -> impl Ord + use<> {
    (met.words, std::cmp::Reverse(met.rule))
}

impl Operators {
    pub(in crate::claim) fn new(rules: &Arc<Rules>, index: Index, forms: &Arc<Forms>) -> Self {
        Self {
            index,
            forms: Arc::clone(forms),
            kinds: Kinds::new(rules),
            rules: Arc::clone(rules),
        }
    }

    /// What begins at a token.
    fn begins(&self, view: &View, token: usize) -> Option<Begins> {
        let form = view.tokens.get(token).map(|token| token.word);
        form.and_then(|form| self.forms.begins(form))
    }

    /// Of the operators that begin with some words and have what is asked for, of those that are met at a token the last with the highest rank; `None`
    /// ranks one out.
    fn best<R: Ord>(
        &self,
        (view, token): (&View, usize),
        chain: Chain,
        asked: Asked,
        rank: impl Fn(&Met) -> Option<R>,
    ) -> Option<Met> {
        let tried = self.kinds.asked(asked);
        let mut best = None;
        self.index
            .each_met(view, token, chain, &tried, |order, met| {
                if let Some(rank) = rank(&met) {
                    let key = (rank, order);
                    if best.as_ref().is_none_or(|(known, _)| *known <= key) {
                        best = Some((key, met));
                    }
                }
            });
        best.map(|(_, met)| met)
    }

    /// The operator whose words were met.
    fn above<'a>(&'a self, met: &Met) -> Option<Above<'a>> {
        let rule = self.rules.operators.get(met.rule)?;
        Some(Above {
            rule: &rule.id,
            effect: rule.effect,
            start: met.start,
            end: met.end,
            words: met.words,
            adjective: met.class == WordClass::Adjective,
        })
    }

    /// The operator at a token that takes one of `complements`: the one of most words, then the first by id.
    fn at<'a>(
        &'a self,
        view: &View,
        token: usize,
        class: WordClass,
        complements: &[Complement],
        followed_by: Option<usize>,
    ) -> Option<Above<'a>> {
        let takes = Asked::one_of(complements);
        let fits = |met: &Met| {
            // "call for": the preposition must be the one that leads on.
            let leads = followed_by.is_none_or(|at| met.end <= at + 1);
            met.class == class && leads
        };
        let chain = self.begins(view, token)?.operators;
        let rank = |met: &Met| fits(met).then_some(rank(met));
        self.above(&self.best((view, token), chain, takes, rank)?)
    }

    /// The operator that is the verb of a clause, or the adjective after its copula.
    pub(in crate::claim) fn of_clause<'a>(
        &'a self,
        view: &View,
        clause: ClauseId,
        complements: &[Complement],
        followed_by: Option<usize>,
    ) -> Option<Above<'a>> {
        let id = clause;
        let clause = view.clause(id)?;
        let verb = view.phrase(clause.verb?)?;
        // "is determined to", "is bent on": a participle that is an adjective of its own. "Was determined by the court" is a passive.
        if view.is_passive(id)
            && view.agent(id).is_none()
            && let Some(above) = self.at(view, verb.head, WordClass::Adjective, complements, None)
        {
            return Some(above);
        }
        let predicate = clause.predicate.and_then(|id| view.phrase(id));
        let by_verb = self.at(view, verb.head, WordClass::Verb, complements, followed_by);
        if let Some(above) = by_verb.filter(|above| is_whole(view, clause, verb, above)) {
            // "is scathing about it" is no "is about".
            let nearer = predicate
                .filter(|said| {
                    view.tags.get(verb.head) == Some(&Tag::Be) && said.end <= above.rest()
                })
                .and_then(|said| self.of_predicate(view, said, complements));
            return Some(nearer.unwrap_or(above));
        }
        // "is | out of the question"
        if predicate.is_none() && view.tags.get(verb.head) == Some(&Tag::Be) {
            let longer = |above: &Above<'_>| above.end > above.start + 1;
            return (verb.end..verb.end + PREDICATE)
                .find_map(|token| self.at(view, token, WordClass::Adjective, complements, None))
                .filter(longer);
        }
        // "gives it the right to": what an object is given is no verdict on what follows; "found it wrong to" is.
        let given = clause.object.and_then(|id| view.phrase(id));
        let it = given.is_none_or(|given| view.marker_text(given.head) == "it");
        let predicate = predicate?;
        if given.is_some() && !(it && view.tags.get(predicate.head) == Some(&Tag::Adjective)) {
            return None;
        }
        self.of_predicate(view, predicate, complements)
    }

    /// The operator that is said of a subject or object.
    pub(in crate::claim) fn of_predicate<'a>(
        &'a self,
        view: &View,
        predicate: &Phrase,
        complements: &[Complement],
    ) -> Option<Above<'a>> {
        (predicate.start..predicate.end)
            .rev()
            .find_map(|token| self.at(view, token, WordClass::Adjective, complements, None))
    }

    /// The operator that is the head of a noun phrase, or a fixed phrase that ends in it.
    pub(in crate::claim) fn of_noun<'a>(
        &'a self,
        view: &View,
        noun: PhraseId,
        complements: &[Complement],
        followed_by: Option<usize>,
    ) -> Option<Above<'a>> {
        let phrase = view.phrase(noun)?;
        self.at(view, phrase.head, WordClass::Noun, complements, followed_by)
    }

    /// The verb at a token that stands for the claim told before: the one of most words.
    pub(in crate::claim) fn repeating<'a>(
        &'a self,
        view: &View,
        token: usize,
    ) -> Option<Above<'a>> {
        self.pointing_back(view, token, Asked::REPEATS)
    }

    /// The words at a token that say what somebody makes of the deed told before.
    pub(in crate::claim) fn reacting<'a>(&'a self, view: &View, token: usize) -> Option<Above<'a>> {
        self.pointing_back(view, token, Asked::REACTS)
    }

    fn pointing_back<'a>(&'a self, view: &View, token: usize, asked: Asked) -> Option<Above<'a>> {
        let begins = self.begins(view, token).filter(|begins| begins.repeats)?;
        let rank = |met: &Met| Some(rank(met));
        self.above(&self.best((view, token), begins.operators, asked, rank)?)
    }

    /// A fixed phrase ("far from", "instead of") that ends right before a token.
    pub(in crate::claim) fn phrase_before<'a>(
        &'a self,
        view: &View,
        token: usize,
    ) -> Option<Above<'a>> {
        (token.saturating_sub(4)..token).find_map(|start| {
            let begun = self.begins(view, start)?.operators;
            let mut met = self.index.at(view, start, begun);
            let met = met.find(|met| met.class == WordClass::Phrase && met.end == token)?;
            self.above(&met)
        })
    }
}
