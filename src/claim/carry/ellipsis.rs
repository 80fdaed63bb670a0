//! Claims whose verb is left unsaid: "Norway recognises it. Spain does not", "nor does Spain", "so did Peru".
//!
//! An auxiliary that stands alone with its subject stands for what was told last, as the words that point back do (`echo`); a comparison
//! ("as Peru did") only for what its own sentence tells.

use super::echo::{follows_another, last_told};
use crate::claim::compose::operator::Above;
use crate::claim::cue::site::Scene;
use crate::claim::result::{Claim, Mode};
use crate::claim::{Tagged, Tagger};
use crate::clause::{ClauseId, ClauseKind, Phrase, PhraseId, Tag, View};
use crate::pack::Effect;
use crate::token::{TokenKind, Usage};

impl Tagger {
    /// Adds what an auxiliary alone tells; `before` is the last claim of the sentences before, those of this one begin at `first`.
    pub(in crate::claim) fn ellipses(
        &self,
        tagged: &Tagged<'_>,
        scene: &Scene<'_>,
        before: Option<&Claim>,
        first: usize,
        out: &mut Vec<Claim>,
    ) {
        let view = tagged.view;
        for clause in (0..view.clauses.len()).map(ClauseId::new) {
            let Some(verb) = lone_auxiliary(view, clause) else {
                continue;
            };
            let at = view.span(verb.start, verb.end);
            // "Peru urged it. Chile did not": urge, which is no side.
            let last = last_told(out, first, at);
            if last.is_some_and(|told| view.is_told_aside(told.evidence, at)) {
                continue;
            }
            let told = last
                .or(before
                    .filter(|_| !(follows_another(view, clause) || is_compared(view, clause))))
                .filter(|told| {
                    // "Peru urged it, and so did Chile": both urge.
                    let same = matches!(word_before(view, &verb), "so" | "as");
                    told.mode != Mode::Ask || same || verb.verb.modal.is_some()
                })
                .cloned();
            let Some(mut told) = told else { continue };
            // What one denied is done by the other, or denied again.
            if told.negated {
                told.stance = told.stance.opposite();
                told.negated = false;
            }
            let denied = denied_in_front(view, &verb);
            let rule = told.rule.clone();
            let above = Above {
                rule: &rule,
                effect: Effect {
                    flips: denied,
                    negates: denied,
                    ..Effect::default()
                },
                start: verb.start,
                end: verb.end,
                words: 1,
                adjective: false,
            };
            self.echo(tagged, scene, clause, &above, &told, out);
        }
    }
}

/// The auxiliary of a clause that has nothing else but its subject, and a mark behind.
fn lone_auxiliary(view: &View, id: ClauseId) -> Option<Phrase> {
    let clause = view.clause(id)?;
    let verb = *view.verb_group(id)?;
    let auxiliary = verb.verb.only_auxiliary
        && matches!(
            view.tags.get(verb.head),
            Some(Tag::Do | Tag::Have | Tag::Modal)
        );
    // "nor will Peru", "Peru will not | either"
    let either = |id: PhraseId| {
        let object = view.phrase(id);
        object.is_some_and(|object| view.marker_text(object.head) == "either")
    };
    let bare = clause.object.is_none_or(either)
        && clause.predicate.is_none()
        && matches!(clause.kind, ClauseKind::Main | ClauseKind::Adverbial);
    let subject = view.phrase(clause.subject?)?;
    // "so did Peru": a subject behind its auxiliary has a word before that says so.
    let opened =
        !clause.inverted || matches!(word_before(view, &verb), "so" | "as" | "nor" | "neither");
    let last = clause.subject.and_then(|id| view.conjuncts(id).last());
    let last = last.and_then(|id| view.phrase(id)).copied();
    let end = last.map_or(subject.end, |last| last.end).max(verb.end);
    let stops = view
        .tokens
        .get(end + usize::from(view.marker_text(end) == "either"))
        .is_none_or(|next| !matches!(next.kind, TokenKind::Word | TokenKind::Number));
    (auxiliary && bare && opened && (stops || is_compared(view, id) && says_when(view, end)))
        .then_some(verb)
}

/// "as Peru did": a comparison, which is with what its own sentence tells.
fn is_compared(view: &View, id: ClauseId) -> bool {
    view.clause(id).is_some_and(|clause| {
        clause.kind == ClauseKind::Adverbial
            && clause.marker.is_some_and(|at| view.marker_text(at) == "as")
    })
}

/// "as Peru did | in May", "as Peru had | two years earlier": what stands there says no more than when.
fn says_when(view: &View, at: usize) -> bool {
    let time = |at| {
        view.usage(at).any(Usage::DATE | Usage::TIME) || view.tags.get(at) == Some(&Tag::Number)
    };
    match view.marker_text(at) {
        "in" | "on" | "before" | "last" | "this" => {
            time(at + 1) || view.marker_text(at + 1) == "early" && time(at + 2)
        }
        "earlier" | "two" | "three" | "years" | "long" | "already" | "yesterday" => true,
        _ => false,
    }
}

/// The word that opens an inverted clause, which may be the first of the verb group itself.
fn word_before<'v>(view: &'v View, verb: &Phrase) -> &'v str {
    if view.marker_text(verb.start) == "so" {
        return "so";
    }
    verb.start
        .checked_sub(1)
        .map_or("", |at| view.marker_text(at))
}

/// "nor does Spain": the negation stands before the auxiliary.
fn denied_in_front(view: &View, verb: &Phrase) -> bool {
    !verb.verb.negated && matches!(word_before(view, verb), "nor" | "neither")
}
