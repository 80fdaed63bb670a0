//! Whether somebody is said to be able to: "Kenya believes that Ghana can mediate" is Kenya's stance, and no deed of Ghana's.

use super::finish::Telling;
use super::voice::Voice;
use crate::claim::result::{Mode, Step, StepKind};
use crate::claim::who::Party;
use crate::clause::{ClauseId, PhraseId, View};
use crate::span::Span;

impl Telling<'_> {
    /// "Kenya believes that Ghana can mediate": who is said by another to be able to has done nothing; the other trusts or mistrusts it.
    pub(super) fn as_trust(&mut self) {
        if self.speaking.is_none() {
            self.as_writers_trust();
            return;
        }
        let draft = &mut self.draft;
        let Some(who) = self.speaking.filter(|who| who.is_actor()) else {
            return;
        };
        // "can mediate", "can guarantee it": who does so is whom it is about.
        let is_doer = self.cue.target_is_actor && draft.asked_is_target && draft.targets.is_empty();
        let of_others = !draft.holders.is_empty()
            && draft
                .holders
                .iter()
                .all(|party| party.is_actor() && party.who != who);
        // "denies that Ghana can": turned round already.
        let own = draft
            .speaker
            .is_none_or(|party| draft.negated && party.who == who);
        if !(draft.ability && is_doer && of_others && own && !draft.taken_over) {
            return;
        }
        let view = self.tagged.view;
        let denied = self.voice.and_then(|voice| denied_by(view, voice));
        // "did not say that Ghana can": nothing is said of what is so.
        let thinks = |verb| {
            let verb = view.phrase(verb).map(|verb| view.verb_text(verb.head));
            verb.is_some_and(is_of_trust)
        };
        if denied.is_some_and(|verb| !thinks(verb)) {
            draft.cancelled = true;
            return;
        }
        let span = Span::default();
        draft.targets = std::mem::replace(&mut draft.holders, vec![Party { who, span }]);
        draft.mode = Mode::Say;
        if let Some(verb) = denied {
            draft.stance = draft.stance.opposite();
            draft.negated = !draft.negated;
            draft.steps.push(Step {
                kind: StepKind::Negation,
                rule: None,
                span: view.phrase_span(verb),
                actor: None,
            });
        }
    }
}

impl Telling<'_> {
    /// "Only Egypt can guarantee it", "Egypt cannot guarantee it", of a war or a truce, by nobody but the writer: the writer's trust or mistrust. Who "could
    /// not broker it" or "was not able to" tried, and of what "could" be so nothing is held.
    fn as_writers_trust(&mut self) {
        let view = self.tagged.view;
        let clause = self.hit.site.clause(view);
        let modal = clause
            .and_then(|clause| view.verb_group(clause))
            .and_then(|verb| verb.verb.modal);
        let can = modal.is_some_and(|at| matches!(view.marker_text(at), "can" | "cannot" | "ca"));
        let draft = &mut self.draft;
        let is_doer = self.cue.target_is_actor && draft.asked_is_target && draft.targets.is_empty();
        let known = Party::is_actor;
        let of_others = !draft.holders.is_empty() && draft.holders.iter().all(known);
        if !(can && is_doer && of_others) || draft.hedged || draft.taken_over {
            return;
        }
        // "Turkey can mediate, but it will not": neither a deed nor trust.
        if !is_of_guarantee(view, clause) {
            draft.cancelled = true;
            return;
        }
        draft.targets = std::mem::take(&mut draft.holders);
        draft.by_speaker = true;
        draft.by_obligation = true;
        draft.mode = Mode::Say;
    }
}

/// Whether a clause says that only its subject can, or what it can or cannot guarantee, and the sentence names a truce or a conflict.
fn is_of_guarantee(view: &View, clause: Option<ClauseId>) -> bool {
    let subject = clause.and_then(|clause| view.phrase(view.subject(clause)?));
    let only = subject.is_some_and(|subject| {
        let mut around =
            (subject.start.saturating_sub(1)..subject.end).map(|at| view.marker_text(at));
        around.any(|text| text == "only")
    });
    let verb = clause.and_then(|clause| view.verb_group(clause));
    let guarantees = verb.is_some_and(|verb| {
        matches!(
            view.verb_text(verb.head),
            "guarantee" | "police" | "underwrite" | "enforce"
        )
    });
    let named = view.phrases.iter().any(|phrase| {
        matches!(
            view.noun_text(phrase.head),
            "truce" | "ceasefire" | "war" | "conflict" | "fighting" | "armistice" | "siege"
        )
    });
    (only || guarantees) && named
}

/// The verb of an attribution under negation: "does not believe".
fn denied_by(view: &View, voice: &Voice) -> Option<PhraseId> {
    let cue = voice.cue?;
    let verbs = view.clauses.iter().filter_map(|clause| clause.verb);
    verbs
        .filter(|verb| view.phrase(*verb).is_some_and(|verb| verb.verb.negated))
        .find(|verb| view.phrase_span(*verb).overlaps(cue))
}

/// Verbs of which a *not* denies what is thought: "doesn't believe that it can".
fn is_of_trust(verb: &str) -> bool {
    matches!(
        verb,
        "believe"
            | "think"
            | "feel"
            | "consider"
            | "reckon"
            | "expect"
            | "trust"
            | "accept"
            | "agree"
            | "see"
    )
}
