//! Whether nobody in particular holds a claim, or somebody who isn't known.
//!
//! "Thirteen members", "critics", "a student" are `other`. A pronoun that nobody was found for, a passive without a doer and "the court" mean
//! somebody whom a reader knows, and of whom the text may have told: as `other` they were right in none of the labelled texts that may be read.

use super::finish::Telling;
use crate::claim::who::Party;
use crate::clause::{Clause, ClauseKind, Tag};
use crate::mention::Who;

impl Telling<'_> {
    /// Whether nobody in particular holds it: "thirteen members", "critics", whoever is behind a draft. A pronoun that nobody was found for, and a passive
    /// without a doer, hide an actor more often than not, and then nothing is told.
    pub(super) fn is_unnamed(&self, holder: &Party) -> bool {
        if holder.who == Who::Speaker {
            return true;
        }
        if holder.span.is_empty() {
            return self.draft.behind_noun;
        }
        let words = holder.span.of(self.tagged.text);
        let pronouns = ["he", "she", "they", "him", "her", "them"];
        let is_pronoun = pronouns.iter().any(|word| word.eq_ignore_ascii_case(words));
        !is_pronoun && !self.is_organ(holder) && !self.are_those_who(holder)
    }

    /// "the Treasury", "the Foreign Ministry", "the court": an organ of some state or body that isn't known, and not just anybody.
    fn is_organ(&self, holder: &Party) -> bool {
        let view = self.tagged.view;
        let start = holder.span.start();
        let at = view
            .tokens
            .partition_point(|token| token.span.end() <= start);
        let phrase = view.phrase_at(at).and_then(|id| view.phrase(id));
        phrase.is_some_and(|phrase| {
            view.marker_text(phrase.start) == "the"
                && phrase.head - phrase.start <= 2
                && view.tags.get(phrase.head) != Some(&Tag::Plural)
                && matches!(
                    view.noun_text(phrase.head),
                    "administration"
                        | "assembly"
                        | "cabinet"
                        | "chamber"
                        | "commission"
                        | "committee"
                        | "council"
                        | "court"
                        | "department"
                        | "embassy"
                        | "government"
                        | "judiciary"
                        | "legislature"
                        | "ministry"
                        | "parliament"
                        | "presidency"
                        | "secretariat"
                        | "senate"
                        | "treasury"
                        | "tribunal"
                )
        })
    }

    /// "those who block it | will regret it": who is told by the deed alone, and what is claimed is what is said of them.
    fn are_those_who(&self, holder: &Party) -> bool {
        let view = self.tagged.view;
        let judged = |clause: &Clause| {
            let subject = clause.subject.map(|subject| view.phrase_span(subject));
            clause.kind != ClauseKind::Relative && subject == Some(holder.span)
        };
        holder.who == Who::Other
            && matches!(holder.span.of(self.tagged.text), "those" | "Those")
            && view.clauses.iter().any(judged)
    }
}
