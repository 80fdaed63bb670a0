//! Whose a thing is that is named again without its owner: after "the vote that Chile held" *the referendum* is Chile's, after "Peru's tanks" *the troops*
//! are Peru's, and *the mediators* are those who mediated.
//!
//! Only a definite noun points back, and only where all that was told lately of such a thing was one owner's.

use super::TOPIC;
use crate::claim::cue::lists::Few;
use crate::claim::cue::site::Scene;
use crate::claim::result::Claim;
use crate::claim::who::party::Filler;
use crate::clause::{ClauseId, ClauseKind, Phrase, PhraseId, PhraseKind, Tag};
use crate::mention::Who;
use crate::pack::ActorId;
use crate::span::Span;

/// How many things are kept.
const KEPT: usize = 16;

/// The last things of which an article said whose they are, the newest last.
#[derive(Clone, Debug, Default)]
pub(super) struct Belongings(Vec<Belonging>);

#[derive(Clone, Debug)]
struct Belonging {
    kind: String,
    owners: Vec<ActorId>,
    span: Span,
    sentence: usize,
}

impl Belongings {
    /// Keeps the things of a sentence whose nouns are of some lists.
    pub(super) fn note(
        &mut self,
        things: &Few,
        scene: &Scene<'_>,
        sentence: usize,
        id: impl Fn(Who) -> ActorId,
    ) {
        let view = scene.view;
        let mut noted = None;
        for (start, end) in scene.lists.of_many(things) {
            let head = |id: &PhraseId| {
                view.phrase(*id).is_some_and(|phrase| {
                    phrase.kind == PhraseKind::Noun && (start..end).contains(&phrase.head)
                })
            };
            let Some(thing) = view.phrase_at(start).filter(head) else {
                continue;
            };
            let Some(phrase) = view.phrase(thing).filter(|_| noted != Some(thing)) else {
                continue;
            };
            noted = Some(thing);
            let Some(kind) = kind_of(view.noun_text(phrase.head)) else {
                continue;
            };
            // "Russian troops" are Russia itself.
            let itself = scene.actor_itself(thing);
            if itself.is_some() && kind != TROOPS {
                continue;
            }
            let mut owners: Vec<ActorId> = scene
                .owner_parties(Filler::Phrase(thing))
                .iter()
                .map(|party| id(party.who))
                .collect();
            if owners.is_empty() {
                owners.extend(itself.or_else(|| scene.who_holds(thing)).map(&id));
            }
            owners.sort();
            owners.dedup();
            if owners.is_empty() {
                continue;
            }
            if self.0.len() >= KEPT {
                self.0.remove(0);
            }
            self.0.push(Belonging {
                kind: kind.to_owned(),
                owners,
                span: view.phrase_span(thing),
                sentence,
            });
        }
    }

    /// Whose the thing is that a claim's words name, other than its holder's.
    pub(super) fn owners_in(
        &self,
        claim: &Claim,
        scene: &Scene<'_>,
    ) -> Option<(Vec<ActorId>, Span)> {
        if self.0.is_empty() {
            return None;
        }
        scene
            .phrases_in(claim.evidence)
            .chain(scene.subject_of(claim.evidence))
            .find_map(|(id, phrase)| self.owners_of(id, phrase, claim, scene))
    }

    fn owners_of(
        &self,
        id: PhraseId,
        phrase: &Phrase,
        claim: &Claim,
        scene: &Scene<'_>,
    ) -> Option<(Vec<ActorId>, Span)> {
        let view = scene.view;
        let them = phrase.start == phrase.head && view.marker_text(phrase.head) == "them";
        let definite = matches!(
            view.marker_text(phrase.start),
            "the" | "this" | "that" | "these" | "those"
        );
        if !(them || definite && scene.actor_itself(id).is_none()) {
            return None;
        }
        let kind = kind_of(view.noun_text(phrase.head));
        let sentence = claim.sentence.index;
        let span = view.phrase_span(id);
        let meant = |thing: &&Belonging| {
            let near = thing.sentence + TOPIC >= sentence && thing.span.start() < span.start();
            if them {
                near && thing.kind == TROOPS && thing.sentence + 1 >= sentence
            } else {
                near && kind == Some(thing.kind.as_str())
            }
        };
        let mut meant = self.0.iter().rev().filter(meant);
        let last = meant.next()?;
        let one = meant.all(|thing| thing.owners == last.owners);
        let another = !last.owners.contains(&claim.actor);
        let unowned = || scene.owner_parties(Filler::Phrase(id)).is_empty();
        (one && another && unowned()).then(|| (last.owners.clone(), last.span))
    }
}

impl Scene<'_> {
    /// The noun phrases that a span has words of.
    fn phrases_in(&self, span: Span) -> impl Iterator<Item = (PhraseId, &Phrase)> {
        let tokens = &self.view.tokens;
        let first = tokens.partition_point(|token| token.span.end() <= span.start());
        let last = tokens.partition_point(|token| token.span.start() < span.end());
        self.view
            .phrases
            .iter()
            .enumerate()
            .filter(move |(_, phrase)| phrase.start < last && first < phrase.end)
            .filter(|(_, phrase)| phrase.kind == PhraseKind::Noun)
            .map(|(at, phrase)| (PhraseId::new(at), phrase))
    }

    /// The actor that a noun phrase means by itself.
    fn actor_itself(&self, id: PhraseId) -> Option<Who> {
        let who = self.mentions.referent(id)?.who;
        who.is_actor().then_some(who)
    }

    /// The subject of the clause in which a span begins: "the troops | had no right to be there".
    fn subject_of(&self, span: Span) -> Option<(PhraseId, &Phrase)> {
        let tokens = &self.view.tokens;
        let first = tokens.partition_point(|token| token.span.end() <= span.start());
        let subject = self.view.subject(self.view.clause_at(first)?)?;
        Some((subject, self.view.phrase(subject)?))
    }

    /// "the vote | that Chile held", "the embargo | that Chile has kept up": who does it by what a relative clause tells.
    fn who_holds(&self, thing: PhraseId) -> Option<Who> {
        let view = self.view;
        let clauses = (0..view.clauses.len()).map(ClauseId::new);
        let mut told = clauses.filter(|at| {
            view.clause(*at).is_some_and(|clause| {
                clause.kind == ClauseKind::Relative && clause.governor == Some(thing)
            }) && view.object(*at) == Some(thing)
                && view
                    .verb_group(*at)
                    .is_some_and(|verb| !verb.verb.negated && is_doing(view.verb_text(verb.head)))
        });
        let doer = view.agent(told.next()?)?;
        let referent = self.mentions.referent(doer)?;
        referent.who.is_actor().then_some(referent.who)
    }

    /// Of how many helpers the words of a claim speak who were told of before: "the mediator" of one, "both mediators" of two; `None` where they speak of none.
    pub(super) fn helpers_meant(&self, claim: &Claim) -> Option<Helpers> {
        let view = self.view;
        self.phrases_in(claim.evidence).find_map(|(id, phrase)| {
            let helper = is_helper(view.noun_text(phrase.head))
                && self.actor_itself(id).is_none()
                && self.owner_parties(Filler::Phrase(id)).is_empty();
            if !helper {
                return None;
            }
            let plural = view.tags.get(phrase.head) == Some(&Tag::Plural);
            let bare = (phrase.start + 1..phrase.head).all(|at| {
                !matches!(
                    view.marker_text(at),
                    "other" | "new" | "next" | "first" | "only"
                )
            });
            match view.marker_text(phrase.start) {
                "both" if plural => Some(Helpers::Two),
                "the" | "these" | "those" if plural && bare => Some(Helpers::Several),
                "the" | "this" | "that" if !plural && bare => Some(Helpers::One),
                _ => None,
            }
        })
    }
}

/// Of how many helpers is spoken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Helpers {
    One,
    Two,
    Several,
}

impl Helpers {
    /// Whether so many were told of.
    pub(super) fn are(self, count: usize) -> bool {
        match self {
            Self::One => count == 1,
            Self::Two => count == 2,
            Self::Several => count > 1,
        }
    }
}

const TROOPS: &str = "troops";

/// One word for things that are named in several ways; `None` for what isn't somebody's for good.
fn kind_of(noun: &str) -> Option<&str> {
    Some(match noun {
        "vote" | "referendum" | "ballot" | "election" | "poll" | "plebiscite" | "result" => "vote",
        "siege" | "blockade" | "embargo" | "encirclement" => "siege",
        "troop" | "troops" | "soldier" | "tank" | "force" | "garrison" | "regiment" => TROOPS,
        "raid" | "attack" | "strike" | "bombing" | "offensive" | "invasion" | "law" | "decree"
        | "settlement" | "base" | "resistance" | "struggle" => noun,
        _ => return None,
    })
}

/// Verbs of whoever a vote, an embargo or a war is.
fn is_doing(verb: &str) -> bool {
    matches!(
        verb,
        "hold"
            | "stage"
            | "call"
            | "organise"
            | "organize"
            | "impose"
            | "keep"
            | "maintain"
            | "wage"
            | "launch"
            | "mount"
            | "conduct"
            | "carry"
            | "lay"
    )
}

fn is_helper(noun: &str) -> bool {
    matches!(
        noun,
        "mediator"
            | "co-mediator"
            | "guarantor"
            | "co-guarantor"
            | "broker"
            | "go-between"
            | "intermediary"
            | "facilitator"
            | "peacemaker"
    )
}
