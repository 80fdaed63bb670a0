//! Whom a reason is told of: "Peru condemned Chile because it had vetoed the draft".
//!
//! Verbs of judging point to whoever is judged (implicit causality: Garvey and Caramazza 1974): the pronoun that opens the reason is the object, where
//! by nearness or rank it would be the subject.

use super::{Reader, Who};
use crate::clause::{ClauseKind, PhraseId};

impl Reader<'_> {
    /// Whom the subject of a reason means, where the clause above judges somebody.
    pub(super) fn judged(&self, id: PhraseId) -> Option<Who> {
        let clause = self.view.clause(self.view.phrase(id)?.clause)?;
        let reason = clause.kind == ClauseKind::Adverbial
            && clause.subject == Some(id)
            && self.view.gives_reason(clause);
        let above = clause.parent.filter(|_| reason)?;
        let verb = self.view.verb_group(above)?;
        if !judges(self.view.verb_text(verb.head)) {
            return None;
        }
        let object = self.view.patient(above).filter(|object| *object < id)?;
        let who = self.out.referent(object)?.who;
        matches!(who, Who::Actor(_)).then_some(who)
    }
}

/// Verbs whose object is why it is done.
fn judges(lemma: &str) -> bool {
    matches!(
        lemma,
        "accuse"
            | "admire"
            | "admonish"
            | "applaud"
            | "berate"
            | "blacklist"
            | "blame"
            | "boycott"
            | "castigate"
            | "censure"
            | "chastise"
            | "chide"
            | "commend"
            | "condemn"
            | "congratulate"
            | "criticise"
            | "criticize"
            | "decry"
            | "denounce"
            | "deplore"
            | "deride"
            | "despise"
            | "distrust"
            | "excoriate"
            | "expel"
            | "fault"
            | "fear"
            | "hail"
            | "hate"
            | "honour"
            | "lambast"
            | "lambaste"
            | "laud"
            | "mock"
            | "praise"
            | "punish"
            | "rebuke"
            | "reprimand"
            | "reproach"
            | "resent"
            | "reward"
            | "ridicule"
            | "salute"
            | "sanction"
            | "scold"
            | "shun"
            | "slam"
            | "suspend"
            | "thank"
            | "trust"
            | "upbraid"
    )
}
