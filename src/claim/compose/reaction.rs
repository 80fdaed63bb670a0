//! Who is glad or sorry of what a clause tells: "Chile recognised it, to the dismay of Serbia", "over the objections of Serbia", "with the blessing of
//! Peru", "a step that Serbia condemned".
//!
//! The deed is told by the clause, its other side by a noun for a feeling or an answer beside it, which names whose it is. Nothing is told of a
//! feeling that nobody has ("to general dismay").

use super::Composer;
use super::draft::is_open;
use crate::claim::result::Mode;
use crate::claim::who::party::{Filler, Party};
use crate::clause::{ClauseId, ClauseKind, PhraseId, PhraseKind, View};
use crate::mention::Who;
use crate::pack::Complement;
use crate::token::TokenKind;

/// How many phrases behind a clause's verb, or before its subject, a reaction is looked for.
const LOOK: usize = 16;

impl Composer<'_> {
    /// Adds what those who are said to be glad or sorry of the clause hold.
    pub(in crate::claim) fn reactions(&mut self, clause: ClauseId) {
        if self.draft.cancelled || !is_open(self.draft) {
            return;
        }
        for (against, parties, at) in self.felt(clause) {
            let deed = self.draft.clone();
            if against {
                self.flip();
                if deed.against_doers {
                    self.draft.targets.clone_from(&deed.holders);
                }
            }
            self.draft
                .targets
                .retain(|target| parties.iter().all(|party| party.who != target.who));
            self.draft.holders = parties;
            self.draft.mode = Mode::Say;
            self.draft.by_speaker = false;
            self.draft.taken_over = true;
            self.draft.negated = false;
            self.draft.speaker = None;
            let span = self
                .view
                .phrase(at)
                .map_or((0, 0), |phrase| (phrase.start, phrase.end));
            self.draft.start = self.draft.start.min(span.0);
            self.draft.end = self.draft.end.max(span.1);
            self.beside.push(std::mem::replace(self.draft, deed));
        }
    }

    /// Against or for, who, and the noun that says so.
    fn felt(&self, clause: ClauseId) -> Vec<(bool, Vec<Party>, PhraseId)> {
        let verb = self.view.clause(clause).and_then(|clause| clause.verb);
        let Some(verb) = verb.map(PhraseId::index) else {
            return Vec::new();
        };
        (verb.saturating_sub(LOOK)..verb + LOOK)
            .map(PhraseId::new)
            .filter_map(|id| {
                let phrase = self.view.phrase(id)?;
                if phrase.kind != PhraseKind::Noun || phrase.owns {
                    return None;
                }
                let home = phrase.clause == clause || self.draft.clauses.contains(&phrase.clause);
                let noun = self.view.noun_text(phrase.head);
                let against = match phrase.preposition.filter(|_| home) {
                    Some(at) => side(self.view.marker_text(at), noun)?,
                    None => return self.judged_step(clause, id),
                };
                let parties = self.scene.owner_parties(Filler::Phrase(id));
                self.are_others(&parties).then_some((against, parties, id))
            })
            .collect()
    }

    /// Whether they are actors, and none of those who did it.
    fn are_others(&self, parties: &[Party]) -> bool {
        let other = |party: &Party| {
            let same = |holder: &Party| holder.who == party.who;
            matches!(party.who, Who::Actor(_)) && !self.draft.holders.iter().any(same)
        };
        !parties.is_empty() && parties.iter().all(other)
    }

    /// "Chile recognised it, a step that Serbia condemned": what somebody says of the noun that stands for the clause.
    fn judged_step(&self, clause: ClauseId, id: PhraseId) -> Option<(bool, Vec<Party>, PhraseId)> {
        let view = self.view;
        if !is_step(view, clause, id) {
            return None;
        }
        let relative = (0..view.clauses.len()).map(ClauseId::new).find(|inner| {
            view.clause(*inner).is_some_and(|inner| {
                matches!(inner.kind, ClauseKind::Relative | ClauseKind::Participle)
                    && inner.governor == Some(id)
            })
        })?;
        let above = self
            .operators
            .of_clause(view, relative, &[Complement::Noun], None)?;
        let parties = self.clause_parties(relative);
        let judged = above.effect.takes_over && self.are_others(&parties);
        judged.then_some((above.effect.flips, parties, view.clause(relative)?.verb?))
    }
}

/// A noun phrase behind a comma that sums up what was told: ", a step that …".
fn is_step(view: &View, clause: ClauseId, id: PhraseId) -> bool {
    let after = view
        .clause(clause)
        .and_then(|clause| clause.verb)
        .is_some_and(|verb| verb < id);
    view.phrase(id).is_some_and(|phrase| {
        after
            && matches!(view.marker_text(phrase.start), "a" | "an")
            && phrase
                .start
                .checked_sub(1)
                .and_then(|at| view.tokens.get(at))
                .is_some_and(|token| token.kind == TokenKind::Comma)
            && matches!(
                view.noun_text(phrase.head),
                "step" | "move" | "decision" | "gesture" | "act" | "action" | "measure" | "vote"
            )
    })
}

/// Whether a noun behind a preposition is against what its clause tells; `None` where it is no reaction.
fn side(preposition: &str, noun: &str) -> Option<bool> {
    let feeling = preposition == "to";
    let regardless = matches!(
        preposition,
        "despite" | "over" | "against" | "notwithstanding" | "amid"
    );
    let backed = matches!(preposition, "with" | "to");
    match noun {
        "dismay" | "anger" | "fury" | "annoyance" | "outrage" | "chagrin" | "consternation"
        | "alarm" | "horror" | "irritation" | "displeasure" | "regret" | "disappointment"
            if feeling =>
        {
            Some(true)
        }
        "objection" | "protest" | "opposition" | "resistance" | "disapproval" | "wish"
        | "reservation"
            if regardless =>
        {
            Some(true)
        }
        "delight" | "joy" | "relief" | "satisfaction" | "jubilation" if feeling => Some(false),
        "applause" | "approval" | "blessing" | "backing" | "consent" | "acclaim"
        | "encouragement"
            if backed =>
        {
            Some(false)
        }
        _ => None,
    }
}
