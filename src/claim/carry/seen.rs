//! What words say of a deed that was told before, and who says it: "condemned it", "was pleased", "the step was a mistake".

use super::react::{Deed, Said};
use crate::claim::Tagger;
use crate::claim::compose::operator::Above;
use crate::claim::compose::verdict::is_judged_so;
use crate::claim::cue::site::Scene;
use crate::claim::who::party::{Filler, Party};
use crate::clause::{ClauseId, ClauseKind, Phrase, PhraseId, Tag, View};

/// A deed, as a sentence that may speak of it sees it.
pub(super) struct Seen<'a> {
    pub(super) tagger: &'a Tagger,
    pub(super) scene: &'a Scene<'a>,
    pub(super) deed: &'a Deed,
    /// Whether it was told, or spoken of, so lately that "it" may mean it.
    pub(super) near: bool,
    /// Whether the words that may react to it tell of something said of their own: "grumbled that …".
    pub(super) says: bool,
}

impl Seen<'_> {
    fn is_doer(&self, party: &Party) -> bool {
        self.deed.doers.contains(&self.tagger.actor_id(party.who))
    }

    /// Whether words say something of a deed, and who says it.
    pub(super) fn said(&self, id: ClauseId, above: &Above<'_>) -> Option<Said> {
        let view = self.scene.view;
        let clause = view.clause(id)?;
        let verb = view.verb_group(id)?;
        let told = matches!(
            clause.kind,
            ClauseKind::Main | ClauseKind::Adverbial | ClauseKind::Complement
        );
        if !verb.verb.finite || !told {
            return None;
        }
        let verbal = verb.start <= above.start && above.start < verb.end;
        // "was pleased" tells of a feeling, "was condemned" of nobody's.
        if verbal && above.effect.speaks && view.is_passive(id) {
            return None;
        }
        let predicate = view.phrase_at(above.start)?;
        if let Some(object) = clause.object {
            let judged = verbal || is_judged_so(view, clause, predicate);
            let deed = self.is_deed(object) && takes_it(view, verb.head, object);
            return (judged && (deed || verbal && self.is_for_it(id, object)))
                .then_some(Said::BySubject);
        }
        if !verbal && clause.predicate != Some(predicate) {
            return None;
        }
        let subject = clause.subject?;
        let copula = view.tags.get(verb.head) == Some(&Tag::Be);
        if !above.effect.takes_over {
            return (copula && !verbal && self.is_deed(subject)).then_some(Said::BySpeaker);
        }
        let alone = self.takes_nothing(id, above);
        (self.near && !self.says && (copula || verbal) && alone).then_some(Said::BySubject)
    }

    /// Whether a noun phrase points back to a deed: "it", "that bargain", "the Chilean decision".
    fn is_deed(&self, id: PhraseId) -> bool {
        let view = self.scene.view;
        let Some(phrase) = view.phrase(id) else {
            return false;
        };
        let first = view.marker_text(phrase.start);
        let on_it = |other: &Phrase| other.noun == Some(id) && !view.is_behind(other, "as");
        let modified = view.phrases.iter().any(on_it)
            || view.clauses.iter().any(|other| other.governor == Some(id));
        if modified || view.conjuncts(id).nth(1).is_some() {
            return false;
        }
        if phrase.start == phrase.head {
            return self.near && matches!(first, "it" | "this" | "that");
        }
        let owners = self.scene.owner_parties(Filler::Phrase(id));
        let owned = !owners.is_empty() && owners.iter().all(|owner| self.is_doer(owner));
        let bare =
            phrase.head == phrase.start + 1 && matches!(first, "the" | "this" | "that" | "such");
        let noun = view.noun_text(phrase.head);
        let known = is_word_for_deed(noun)
            || owned && matches!(noun, "vote" | "refusal" | "line" | "stance");
        (owned || owners.is_empty() && bare) && known
    }

    /// "thanked Chile | for the decision".
    fn is_for_it(&self, id: ClauseId, object: PhraseId) -> bool {
        let named = self.scene.parties(Filler::Phrase(object));
        let mut about = self
            .scene
            .view
            .clause_prepositional(id, |text| matches!(text, "for" | "on" | "over"));
        !named.is_empty()
            && named.iter().all(|party| self.is_doer(party))
            && about.any(|phrase| self.is_deed(phrase))
    }

    /// Whether nothing hangs on a feeling but what points back: "was pleased", "protested against the step".
    fn takes_nothing(&self, id: ClauseId, above: &Above<'_>) -> bool {
        let view = self.scene.view;
        let verb = view.clause(id).and_then(|clause| clause.verb);
        let predicate = view.phrase_at(above.start);
        let complement = view.clauses.iter().any(|other| {
            other.governor.is_some() && (other.governor == verb || other.governor == predicate)
        });
        let mut about = view.clause_prepositional(id, |text| {
            matches!(
                text,
                "to" | "on"
                    | "with"
                    | "for"
                    | "from"
                    | "against"
                    | "of"
                    | "at"
                    | "about"
                    | "over"
                    | "by"
            )
        });
        !complement
            && about.all(|phrase| {
                let before = view
                    .phrase(phrase)
                    .is_some_and(|phrase| phrase.end <= above.start);
                before || self.is_deed(phrase)
            })
    }
}

/// Of "attacked it" and "backed it" the object may as well be a town or a party.
fn takes_it(view: &View, verb: usize, object: PhraseId) -> bool {
    let pronoun = view
        .phrase(object)
        .is_some_and(|object| object.start == object.head);
    !pronoun
        || !matches!(
            view.verb_text(verb),
            "attack"
                | "blast"
                | "back"
                | "support"
                | "defend"
                | "champion"
                | "cheer"
                | "bless"
                | "endorse"
                | "credit"
        )
}

/// Nouns by which a deed that was told is spoken of.
fn is_word_for_deed(noun: &str) -> bool {
    matches!(
        noun,
        "step"
            | "move"
            | "decision"
            | "bargain"
            | "deal"
            | "agreement"
            | "gesture"
            | "announcement"
            | "act"
            | "action"
            | "outcome"
            | "result"
            | "news"
            | "development"
            | "choice"
            | "turn"
            | "about-turn"
            | "change"
            | "measure"
            | "declaration"
            | "ruling"
            | "verdict"
            | "initiative"
            | "policy"
            | "rapprochement"
            | "conduct"
            | "behaviour"
    )
}
