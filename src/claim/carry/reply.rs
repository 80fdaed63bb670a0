//! What others say to what was asked or offered: "Egypt offered to mediate. Israel rejected the offer", "The offer was accepted by Chad", "dismissed it".
//!
//! Operators that take or turn a thing stand over a word for what was told last, as the words that point back do (`echo`), be it active or passive.
//! Only what somebody else has asked, offered or wants can be so answered; of a deed others are glad or sorry (`react`).

use super::answer::is_somebody;
use super::echo::{follows_another, is_condition, last_told};
use crate::claim::compose::operator::Above;
use crate::claim::cue::site::Scene;
use crate::claim::result::{Claim, Mode};
use crate::claim::who::party::Filler;
use crate::claim::{Tagged, Tagger};
use crate::clause::{ClauseId, ClauseKind, Phrase, PhraseId, View};
use crate::pack::Complement;
use crate::span::Span;

impl Tagger {
    /// Adds what is said to an offer; `before` is the last claim of the sentences before, those of this one begin at `first`.
    pub(in crate::claim) fn replies(
        &self,
        tagged: &Tagged<'_>,
        scene: &Scene<'_>,
        before: Option<&Claim>,
        first: usize,
        out: &mut Vec<Claim>,
    ) {
        let offered = before
            .into_iter()
            .chain(out.get(first..).unwrap_or_default());
        if !offered.into_iter().any(is_offer) {
            return;
        }
        let view = tagged.view;
        for id in (0..view.clauses.len()).map(ClauseId::new) {
            let Some((verb, thing)) = answered(view, id) else {
                continue;
            };
            let at = view.span(verb.start, verb.end);
            let told = last_offer(out, first, at).or_else(|| {
                let told = before.filter(|told| is_offer(told))?;
                // "Chad accepted the offer, and Togo | rejected it"
                let goes_on = match last_told(out, first, at) {
                    Some(last) => last.position == told.position && last.rule == told.rule,
                    None => !follows_another(view, id),
                };
                goes_on.then_some(told)
            });
            let Some(told) = told.cloned() else {
                continue;
            };
            let here = out.get(first..).unwrap_or_default();
            let taken = here.iter().any(|claim| claim.evidence.overlaps(at));
            let Some(above) = (self.operators)
                .of_clause(view, id, &[Complement::Noun], None)
                .filter(|_| !taken && !is_condition(view, id))
            else {
                continue;
            };
            if self.is_answer(scene, &told, thing, &above) {
                self.echo(tagged, scene, id, &above, &told, out);
            }
        }
    }

    /// Whether an operator takes or turns down what was told, and a word for it means no other thing.
    fn is_answer(
        &self,
        scene: &Scene<'_>,
        told: &Claim,
        thing: PhraseId,
        above: &Above<'_>,
    ) -> bool {
        let owners = scene.owner_parties(Filler::Phrase(thing));
        let own = owners
            .iter()
            .all(|owner| self.actor_id(owner.who) == told.actor);
        let pronoun = scene
            .view
            .phrase(thing)
            .is_some_and(|thing| scene.view.marker_text(thing.head) == "it");
        // "attacked it", "backed it" may mean somebody.
        let plain = above.effect.mode.is_none() || !pronoun && above.effect.mode == Some(Mode::Say);
        above.effect.takes_over && plain && own
    }
}

/// The last offer of a sentence, whose claims begin at `first`, that stands before words, if nothing of another kind was told since.
fn last_offer(claims: &[Claim], first: usize, at: Span) -> Option<&Claim> {
    let last = last_told(claims, first, at)?;
    let mut own = claims.get(first..).unwrap_or_default().iter().rev();
    own.find(|claim| is_offer(claim) && claim.evidence.end() <= at.start())
        .filter(|offer| offer.position == last.position)
}

/// Whether somebody asks or offers it.
fn is_offer(told: &Claim) -> bool {
    let offered = told.mode == Mode::Say && told.target.contains(&told.actor);
    (offered || matches!(told.mode, Mode::Ask | Mode::Want)) && is_somebody(&told.actor)
}

/// The verb of a clause whose patient is a word for an offer, and that word.
fn answered(view: &View, id: ClauseId) -> Option<(Phrase, PhraseId)> {
    let verb = *view.verb_group(id)?;
    let clause = view.clause(id)?;
    let relative = clause.kind == ClauseKind::Relative;
    let told = relative
        || matches!(
            clause.kind,
            ClauseKind::Main
                | ClauseKind::Adverbial
                | ClauseKind::Complement
                | ClauseKind::Infinitive
        );
    let whole = verb.verb.finite || verb.verb.infinitive || clause.coordinated.is_some();
    let thing = view.patient(id).filter(|_| told && whole)?;
    let phrase = view.phrase(thing)?;
    let alone = phrase.start == phrase.head;
    if alone && view.marker_text(phrase.head) == "it" && !view.is_passive(id) {
        return (clause.object == Some(thing)).then_some((verb, thing));
    }
    if !is_word_for_offer(view.noun_text(phrase.head)) {
        return None;
    }
    let article = view.marker_text(phrase.start);
    let definite = phrase.head == phrase.start + 1
        && match article {
            "the" | "this" | "that" => true,
            // ", an offer that Chad accepted"
            "a" | "an" => relative,
            _ => false,
        };
    let owned = phrase.owner.is_some() && phrase.start == phrase.head;
    let modified = view.phrases.iter().any(|other| other.noun == Some(thing))
        || view
            .clauses
            .iter()
            .any(|other| other.governor == Some(thing) && other.kind != ClauseKind::Relative);
    ((definite || owned) && !modified).then_some((verb, thing))
}

/// Nouns by which what was asked or offered is spoken of.
fn is_word_for_offer(noun: &str) -> bool {
    matches!(
        noun,
        "offer"
            | "proposal"
            | "idea"
            | "suggestion"
            | "call"
            | "appeal"
            | "demand"
            | "request"
            | "overture"
            | "initiative"
            | "plea"
            | "invitation"
    )
}
