//! What words say of a deed that was told before, and who says it: "condemned it", "was pleased", "the step was a mistake".

use super::react::{Deed, Said};
use crate::claim::Tagger;
use crate::claim::compose::operator::Above;
use crate::claim::compose::verdict::is_judged_so;
use crate::claim::cue::site::Scene;
use crate::claim::who::Party;
use crate::claim::who::party::Filler;
use crate::clause::{Clause, ClauseId, ClauseKind, Phrase, PhraseId, Tag, View};
use crate::token::Usage;

/// A deed, as a sentence that may speak of it sees it.
pub(super) struct Seen<'a> {
    pub(super) tagger: &'a Tagger,
    pub(super) scene: &'a Scene<'a>,
    pub(super) deed: &'a Deed,
    /// Whether it was told, or spoken of, so lately that "it" or "the step" may mean it.
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
        let joined = clause.coordinated.is_some() && view.is_passive(id);
        if !(verb.verb.finite || joined) || !told {
            return None;
        }
        let verbal = verb.start <= above.start && above.start < verb.end;
        let stirs = !above.effect.takes_over && !above.effect.speaks || view.is_passive(id);
        if verbal
            && stirs
            && let Some(moved) = self.moved(id, above)
        {
            return Some(moved);
        }
        // "was pleased" tells of a feeling, "was condemned" of nobody's, unless it says by whom.
        if verbal && above.effect.speaks && view.is_passive(id) {
            let deed = view
                .patient(id)
                .is_some_and(|deed| self.points_to_deed(deed));
            return (deed && view.agent(id).is_some()).then_some(Said::BySubject);
        }
        let predicate = view.phrase_at(above.start)?;
        // "lodged a protest": what the words themselves have for an object.
        let own = clause.object.and_then(|id| view.phrase(id));
        let own = own.is_some_and(|own| above.has_behind(own.head));
        if let Some(object) = clause.object.filter(|_| !own) {
            let judged = verbal || is_judged_so(view, clause, predicate);
            let deed = self.points_to_deed(object) && takes_it(view, verb.head, object);
            let deed = deed && !self.is_idle(object, id, above);
            return (judged && (deed || verbal && self.is_for_it(id, object)))
                .then_some(Said::BySubject);
        }
        if !verbal && clause.predicate != Some(predicate) {
            return None;
        }
        let subject = clause.subject?;
        let copula = view.tags.get(verb.head) == Some(&Tag::Be);
        if !above.effect.takes_over {
            let deed = self.points_to_deed(subject) && !self.is_idle(subject, id, above);
            return (copula && !verbal && deed).then_some(Said::BySpeaker);
        }
        let alone = self.takes_nothing(id, above);
        // "expressed anger | at the move" says of what, "grumbled" may go on.
        let mut about = view.clause_prepositional(id, |_| true);
        let open = !self.says || about.any(|id| self.points_to_deed(id));
        (self.near && open && (copula || verbal) && alone).then_some(Said::BySubject)
    }

    /// "was angered | by the decision", "the decision angered Chile", "drew praise from Chile": whom the deed moves.
    fn moved(&self, id: ClauseId, above: &Above<'_>) -> Option<Said> {
        let view = self.scene.view;
        let verb = view.verb_group(id).filter(|verb| !verb.verb.negated)?;
        let known = |id: PhraseId| !self.scene.parties(Filler::Phrase(id)).is_empty();
        if view.is_passive(id) {
            let by = view.agent(id).filter(|by| self.points_to_deed(*by));
            let moved = view.patient(id).filter(|moved| known(*moved));
            return by.and(moved).map(Said::Of);
        }
        let deed = view.clause(id)?.subject;
        deed.filter(|deed| self.points_to_deed(*deed) && verb.verb.modal.is_none())?;
        let own = |id: PhraseId| {
            view.phrase(id)
                .is_some_and(|phrase| above.has_behind(phrase.head))
        };
        let object = view.object(id).filter(|object| !own(*object));
        let mut from = view.clause_prepositional(id, |text| matches!(text, "from" | "in" | "with"));
        let moved = object.or_else(|| from.find(|from| known(*from)));
        moved.filter(|moved| known(*moved)).map(Said::Of)
    }

    /// Whether a noun phrase points back to a deed: "it", "that bargain", "the Chilean decision".
    fn points_to_deed(&self, id: PhraseId) -> bool {
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
        (owned || self.near && owners.is_empty() && bare) && known
    }

    /// "it is wrong | to raise fares", "called it regrettable | that they had lost": a pronoun that stands for what comes behind.
    fn is_idle(&self, judged: PhraseId, id: ClauseId, above: &Above<'_>) -> bool {
        let view = self.scene.view;
        let pronoun = view.phrase(judged).is_some_and(|phrase| {
            phrase.start == phrase.head && matches!(view.marker_text(phrase.head), "it" | "this")
        });
        let inside = |other: &Clause| {
            let verb = other.verb.and_then(|verb| view.phrase(verb));
            verb.is_some_and(|verb| (above.start..above.end).contains(&verb.head))
        };
        // "found it hard to understand": the words may have a clause of their own.
        let host = |other: ClauseId| other == id || view.clause(other).is_some_and(inside);
        let hangs = |other: &Clause| {
            let on = other.governor.and_then(|on| view.phrase(on));
            let loose = match other.kind {
                ClauseKind::Main | ClauseKind::Participle => false,
                ClauseKind::Adverbial => !view.gives_reason(other),
                _ => true,
            };
            loose
                && other.start > judged
                && (other.parent.is_some_and(host) || on.is_some_and(|on| host(on.clause)))
        };
        // "it is dangerous to swim", where *swim* may be read as a noun: nobody whom it would be dangerous to.
        let to = view
            .clause_prepositional(id, |text| text == "to")
            .any(|to| self.scene.parties(Filler::Phrase(to)).is_empty());
        let verb = view.clause(id).and_then(|clause| clause.verb);
        let clauses = || view.clauses.iter();
        let own = |other: &Clause| inside(other) && other.verb != verb && other.object.is_some();
        pronoun && (to || clauses().any(|other| own(other) || !inside(other) && hangs(other)))
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
            && about.any(|phrase| self.points_to_deed(phrase))
    }

    /// Whether nothing hangs on a feeling but a day and what points back: "was pleased on Monday", "protested against the step".
    fn takes_nothing(&self, id: ClauseId, above: &Above<'_>) -> bool {
        let view = self.scene.view;
        let verb = view.clause(id).and_then(|clause| clause.verb);
        let predicate = view.phrase_at(above.start);
        let hangs = |other: &Clause| {
            let governed =
                other.governor.is_some() && (other.governor == verb || other.governor == predicate);
            let opens = other.kind == ClauseKind::Participle && other.verb < verb;
            governed || other.parent == Some(id) && (opens || self.is_adverb(other))
        };
        // "is a happy country", but "was happy last week"
        let mut words = (above.start..above.end).rev();
        let whole = words
            .find(|at| view.tags.get(*at) != Some(&Tag::Preposition))
            .and_then(|last| view.phrase(view.phrase_at(last)?))
            .is_some_and(|phrase| {
                let timed = view.usage(phrase.head).any(Usage::DATE | Usage::TIME);
                timed || (above.start..above.end).contains(&phrase.head)
            });
        let mut about = view.clause_prepositional(id, |_| true);
        let as_well = |phrase: &Phrase| {
            view.is_behind(phrase, "as") && view.marker_text(phrase.head) == "well"
        };
        whole
            && !view.clauses.iter().any(hangs)
            && about.all(|id| {
                view.phrase(id).is_some_and(|phrase| {
                    let of_subject = phrase.end <= above.start && phrase.noun.is_some();
                    let day = view.usage(phrase.head).any(Usage::DATE);
                    of_subject || day || as_well(phrase) || self.points_to_deed(id)
                })
            })
    }

    /// Whether a clause says when or why of another, and isn't what tells the deed: "was furious | when its team lost", "was furious | when Chile recognised it".
    fn is_adverb(&self, clause: &Clause) -> bool {
        let view = self.scene.view;
        let tells = clause
            .verb
            .is_some_and(|verb| self.deed.is_told_at(view.phrase_span(verb)));
        let opened = clause.marker.map_or("", |at| view.marker_text(at));
        let adverb = match clause.kind {
            ClauseKind::Adverbial => !matches!(opened, "while" | "whereas"),
            ClauseKind::Gerund | ClauseKind::Infinitive => true,
            _ => false,
        };
        adverb && !tells
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
            | "development"
            | "choice"
            | "about-turn"
            | "measure"
            | "declaration"
            | "initiative"
            | "rapprochement"
            | "conduct"
            | "behaviour"
            | "outcome"
            | "accord"
            | "pact"
            | "arrangement"
            | "breakthrough"
            | "overture"
            | "compromise"
            | "understanding"
            | "treaty"
            | "visit"
            | "trip"
            | "meeting"
            | "handshake"
            | "summit"
            | "encounter"
            | "recognition"
            | "veto"
            | "vote"
            | "ballot"
            | "expulsion"
            | "recall"
            | "closure"
            | "ban"
            | "boycott"
            | "listing"
            | "designation"
            | "upgrade"
            | "withdrawal"
            | "turnabout"
            | "volte-face"
            | "reconciliation"
            | "thaw"
            | "détente"
            | "embrace"
            | "reopening"
            | "news"
            | "normalisation"
            | "invitation"
            | "reception"
            | "manoeuvre"
            | "maneuver"
            | "venture"
            | "break"
            | "rupture"
            | "concession"
            | "reversal"
            | "delivery"
            | "shipment"
            | "lifting"
            | "restoration"
            | "offer"
            | "truce"
            | "ceasefire"
    )
}
