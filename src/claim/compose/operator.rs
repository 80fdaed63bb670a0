//! Operators: words above a cue that change who holds it, how, or on which side.

use std::sync::Arc;

use crate::claim::cue::pattern::{Met, Pattern};
use crate::claim::cue::words::Index;
use crate::clause::{ClauseId, PhraseId, Tag, View};
use crate::pack::{Complement, Effect, RuleId, Rules, WordClass};
use crate::token::{Lexicon, WordId};

/// How many words behind *is* an adjective of several words may begin that is no phrase of its own: "out of the question".
const PREDICATE: usize = 4;

/// The operators of a pack, by their words.
#[derive(Clone, Debug, Default)]
pub(in crate::claim) struct Operators {
    index: Index,
    rules: Arc<Rules>,
}

/// An operator that stands over something.
#[derive(Clone, Debug)]
pub(in crate::claim) struct Above<'a> {
    pub(in crate::claim) rule: &'a RuleId,
    pub(in crate::claim) effect: Effect,
    /// Whether it is an adjective that judges a deed: "was right to", where "was ready to" is what its subject feels.
    pub(in crate::claim) verdict: bool,
    /// Its words, first token to after the last.
    pub(in crate::claim) start: usize,
    pub(in crate::claim) end: usize,
}

impl Operators {
    pub(in crate::claim) fn new(
        rules: &Arc<Rules>,
        patterns: Vec<Pattern>,
        lexicon: &Lexicon,
    ) -> Self {
        Self {
            index: Index::of(patterns, lexicon, |_| 0),
            rules: Arc::clone(rules),
        }
    }

    /// Whether an operator that points back may begin with a form.
    pub(in crate::claim) fn may_repeat(&self, form: WordId) -> bool {
        let repeats = |pattern: &Pattern| {
            let rule = self.rules.operators.get(pattern.rule);
            rule.is_some_and(|rule| rule.effect.repeats)
        };
        self.index.begins(form) && self.index.beginning(form).any(repeats)
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
        let fits = |met: &Met<'_>| {
            let Some(rule) = self.rules.operators.get(met.pattern.rule) else {
                return false;
            };
            let takes = rule.takes.iter().any(|taken| complements.contains(taken));
            // "call for": the preposition must be the one that leads on.
            let leads = followed_by.is_none_or(|at| met.end <= at + 1);
            met.pattern.class == class && takes && leads
        };
        let best = self.index.at(view, token).filter(fits).max_by(|a, b| {
            let rank = |met: &Met<'_>| (met.pattern.len(), std::cmp::Reverse(met.pattern.rule));
            rank(a).cmp(&rank(b))
        })?;
        let rule = self.rules.operators.get(best.pattern.rule)?;
        Some(Above {
            rule: &rule.id,
            effect: rule.effect,
            verdict: class == WordClass::Adjective
                && rule.effect.takes_over
                && rule.effect.speaks
                && rule.takes.contains(&Complement::Infinitive),
            start: best.start,
            end: best.end,
        })
    }

    /// The operator that is the verb of a clause, or the adjective after its copula.
    pub(in crate::claim) fn of_clause<'a>(
        &'a self,
        view: &View,
        clause: ClauseId,
        complements: &[Complement],
        followed_by: Option<usize>,
    ) -> Option<Above<'a>> {
        let clause = view.clause(clause)?;
        let verb = view.phrase(clause.verb?)?;
        if let Some(above) = self.at(view, verb.head, WordClass::Verb, complements, followed_by) {
            return Some(above);
        }
        // "is | out of the question"
        let predicate = clause.predicate.and_then(|id| view.phrase(id));
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
        let repeats = |met: &Met<'_>| {
            let rule = self.rules.operators.get(met.pattern.rule);
            rule.is_some_and(|rule| rule.effect.repeats)
        };
        let best = self
            .index
            .at(view, token)
            .filter(repeats)
            .max_by_key(|met| (met.pattern.len(), std::cmp::Reverse(met.pattern.rule)))?;
        let rule = self.rules.operators.get(best.pattern.rule)?;
        Some(Above {
            rule: &rule.id,
            effect: rule.effect,
            verdict: false,
            start: best.start,
            end: best.end,
        })
    }

    /// A fixed phrase ("far from", "instead of") that ends right before a token.
    pub(in crate::claim) fn phrase_before<'a>(
        &'a self,
        view: &View,
        token: usize,
    ) -> Option<Above<'a>> {
        (token.saturating_sub(4)..token).find_map(|start| {
            let met = self
                .index
                .at(view, start)
                .find(|met| met.pattern.class == WordClass::Phrase && met.end == token)?;
            let rule = self.rules.operators.get(met.pattern.rule)?;
            Some(Above {
                rule: &rule.id,
                effect: rule.effect,
                verdict: false,
                start: met.start,
                end: met.end,
            })
        })
    }
}
