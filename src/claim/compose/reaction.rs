//! Who is glad or sorry of what a clause tells: "Chile recognised it, to the dismay of Serbia", "over the objections of Serbia", "with the blessing of
//! Peru", "a step that Serbia condemned".
//!
//! The deed is told by the clause, its other side by a noun for a feeling or an answer beside it, which names whose it is. Nothing is told of a
//! feeling that nobody has ("to general dismay").

use super::Composer;
use super::draft::is_open;
use crate::claim::result::Mode;
use crate::claim::who::Party;
use crate::claim::who::party::Filler;
use crate::clause::{ClauseId, ClauseKind, PhraseId, PhraseKind, View};
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
            self.react(against, parties, at);
        }
        if let Some((against, parties, at)) = self.judged_by_which(clause) {
            self.react(against, parties, at);
        }
    }

    /// "cut its ties to it, | which Serbia regretted": what a relative clause says of all that was told, where its verb takes a deed and the noun before
    /// it is none that anybody would say it of.
    fn judged_by_which(&self, clause: ClauseId) -> Option<(bool, Vec<Party>, PhraseId)> {
        let view = self.view;
        let next = ClauseId::new(clause.index() + 1);
        let relative = view.clause(next)?;
        let marker = relative
            .marker
            .filter(|at| view.marker_text(*at) == "which")?;
        let comma = view.tokens.get(marker.checked_sub(1)?)?.kind == TokenKind::Comma;
        let told = relative.kind == ClauseKind::Relative
            && relative.object.is_none()
            && relative.parent == Some(clause)
            && comma;
        let verb = view.verb_group(next).filter(|_| told)?;
        let said = verb.verb.finite && !verb.verb.negated && !verb.verb.passive;
        let noun = relative.governor.and_then(|id| view.phrase(id))?;
        let named = relative.governor.is_some_and(|id| {
            let referent = self.scene.mentions.referent(id);
            referent.is_some_and(|referent| referent.who.is_actor())
        });
        let tie = matches!(
            view.noun_text(noun.head),
            "relation"
                | "tie"
                | "link"
                | "contact"
                | "ambassador"
                | "envoy"
                | "embassy"
                | "consulate"
        );
        let deed_only = matches!(
            view.verb_text(verb.head),
            "regret" | "lament" | "deplore" | "bemoan" | "rue"
        );
        let of_deed = deed_only
            || (tie || view.is_behind(noun, "as"))
                && matches!(
                    view.verb_text(verb.head),
                    "condemn"
                        | "denounce"
                        | "criticise"
                        | "criticize"
                        | "welcome"
                        | "applaud"
                        | "protest"
                        | "hail"
                        | "praise"
                        | "decry"
                );
        let above = self
            .operators
            .of_clause(view, next, &[Complement::Noun], None)
            .filter(|above| above.effect.takes_over && said && of_deed && (deed_only || !named))?;
        let parties = self.clause_parties(next);
        (self.are_others(&parties)).then_some((above.effect.flips, parties, relative.verb?))
    }

    /// Adds what those hold whom the deed that a noun names is said to move: "The recognition | angered Serbia".
    pub(in crate::claim) fn stirred(&mut self, noun: PhraseId) {
        let first = self.view.first_conjunct(noun);
        let Some(id) = self.view.phrase(first).map(|phrase| phrase.clause) else {
            return;
        };
        let subject = self.view.clause(id).and_then(|clause| clause.subject) == Some(first);
        if self.draft.cancelled || !subject || self.hung == Some(first) {
            return;
        }
        self.stirred_in(id);
    }

    /// The same of what is done *by* the deed: "angered Serbia | by recognising it".
    pub(in crate::claim) fn stirred_by(&mut self, gerund: ClauseId) {
        let Some(clause) = self.view.clause(gerund).copied() else {
            return;
        };
        let by = clause
            .marker
            .is_some_and(|at| matches!(self.view.marker_text(at), "by" | "with"));
        let parent = clause
            .parent
            .filter(|_| by && clause.kind == ClauseKind::Gerund);
        if let Some(parent) = parent.filter(|_| !self.draft.cancelled && is_open(self.draft)) {
            self.stirred_in(parent);
        }
    }

    fn stirred_in(&mut self, id: ClauseId) {
        let Some(clause) = self.view.clause(id).copied() else {
            return;
        };
        let Some(verb) = self.view.verb_group(id).copied() else {
            return;
        };
        let told = verb.verb.finite
            && !verb.verb.negated
            && !verb.verb.passive
            && verb.verb.modal.is_none();
        let Some(against) = stirs(self.view.verb_text(verb.head)).filter(|_| told) else {
            return;
        };
        let parties = self.parties(clause.object);
        if let Some(at) = clause.verb.filter(|_| self.are_others(&parties)) {
            self.react(against, parties, at);
        }
    }

    /// "Serbia was disappointed | by the recognition": the same of a passive.
    pub(in crate::claim) fn stirred_passive(&mut self, id: ClauseId) -> bool {
        let Some(verb) = self.view.verb_group(id).copied() else {
            return false;
        };
        let told = verb.verb.passive && !verb.verb.negated && verb.verb.modal.is_none();
        let against = stirs(self.view.verb_text(verb.head)).filter(|_| told);
        let parties = self.parties(self.view.subject(id));
        let at = self.view.clause(id).and_then(|clause| clause.verb);
        let Some((against, at)) = against
            .zip(at)
            .filter(|_| !self.draft.cancelled && self.are_others(&parties))
        else {
            return false;
        };
        self.react(against, parties, at);
        true
    }

    /// "Serbia was not angered | by the decision to recognise it": what is told not to move anybody says nothing of whom it leaves cold.
    pub(super) fn is_left_cold(&mut self, id: ClauseId) -> bool {
        let cold = self.view.is_unmoved(id) && self.view.is_passive(id);
        let unmoved = self.parties(self.view.subject(id));
        let same = |holder: &Party| unmoved.iter().any(|party| party.who == holder.who);
        self.draft.cancelled |= cold && self.draft.holders.iter().all(same);
        cold
    }

    fn react(&mut self, against: bool, parties: Vec<Party>, at: PhraseId) {
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
                let home =
                    || phrase.clause == clause || self.draft.clauses.contains(&phrase.clause);
                let Some(at) = phrase.preposition.filter(|_| home()) else {
                    return self.judged_step(clause, id);
                };
                let noun = self.view.noun_text(phrase.head);
                let against = side(self.view.marker_text(at), noun)?;
                let parties = self.scene.owner_parties(Filler::Phrase(id));
                self.are_others(&parties).then_some((against, parties, id))
            })
            .collect()
    }

    /// Whether they are actors, and none of those who did it.
    fn are_others(&self, parties: &[Party]) -> bool {
        let other = |party: &Party| {
            let same = |holder: &Party| holder.who == party.who;
            party.is_actor() && !self.draft.holders.iter().any(same)
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
    let after = || {
        let verb = view.clause(clause).and_then(|clause| clause.verb);
        verb.is_some_and(|verb| verb < id)
    };
    view.phrase(id).is_some_and(|phrase| {
        matches!(view.marker_text(phrase.start), "a" | "an")
            && after()
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

impl View {
    /// "was not angered", "may be pleased": whether a clause has a verb for what moves somebody, and doesn't tell that it did.
    pub(in crate::claim) fn is_unmoved(&self, id: ClauseId) -> bool {
        self.verb_group(id).is_some_and(|verb| {
            let untold = verb.verb.negated || verb.verb.modal.is_some();
            untold && stirs(self.verb_text(verb.head)).is_some()
        })
    }
}

/// Whether a verb makes whoever is its object sorry of its subject, rather than glad.
fn stirs(verb: &str) -> Option<bool> {
    match verb {
        "anger" | "infuriate" | "enrage" | "dismay" | "outrage" | "appal" | "appall" | "annoy"
        | "alarm" | "upset" | "incense" | "shock" | "offend" | "irritate" | "disappoint"
        | "sadden" | "exasperate" | "disgust" | "irk" | "displease" | "horrify" | "rile" => {
            Some(true)
        }
        "please" | "delight" | "gladden" | "hearten" | "encourage" | "satisfy" | "relieve"
        | "gratify" | "cheer" => Some(false),
        _ => None,
    }
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
