//! Claims: who holds which stance on which position, on whose word, and which rules say so.
//!
//! **Problem.** One pattern a sentence finds what it was written for and nothing else. **Idea.** A claim is composed: a *cue* of a position is
//! met at a word (`words`), its arguments are found by grammatical role (`site`), *operators* above it change holder, mode or side (`compose`,
//! `operator`), and the attribution that it stands in gives the speaker. **Steps** for a sentence: look every word up; try each cue
//! that begins there; of cues that met the same words keep the most specific; climb; add speaker and date.
//! **Which rule wins**: on one position, the cue that covers the other's words among its arguments; of two that cover each other, the one with more
//! constraints (required slots, word lists, words), then the one whose id comes first. Between positions, the pack's `before`.
//! **Cost.** One look-up for each word and, where a cue begins, a walk over its clause: linear, however many rules there are.

mod compose;
mod date;
mod operator;
mod result;
mod site;
mod words;

pub use result::{Claim, Mode, Place, Stance, Step, StepKind, Trace};

use crate::clause::{PhraseId, PhraseKind, Tag, View};
use crate::date::Date;
use crate::mention::{Mentions, Who};
use crate::pack::{ActorId, Cue, PositionId, RuleId, Rules, Slot, Spoken, WordClass};
use crate::span::Span;
use crate::token::Lexicon;
use compose::{Draft, compose};
use operator::Operators;
use site::{Filled, Party, Scene, Site};
use words::{Index, ListHits, Met};

/// The cues and operators of a pack, compiled.
#[derive(Clone, Debug)]
pub(crate) struct Tagger {
    cues: Vec<Cue>,
    index: Index,
    lists: Index,
    operators: Operators,
    positions: Vec<PositionId>,
    /// For each position those that give way to it.
    before: Vec<Vec<usize>>,
    /// For each position whether whoever is asked is a target.
    asked_is_target: Vec<bool>,
    /// For each position the one actor that all its claims are about, if its cues leave no choice.
    about: Vec<Option<usize>>,
    actors: Vec<ActorId>,
}

/// What the tagger needs to know of a sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tagged<'a> {
    pub(crate) view: &'a View,
    pub(crate) mentions: &'a Mentions,
    pub(crate) place: Place,
    /// The document's whole text, which the spans refer to.
    pub(crate) text: &'a str,
    pub(crate) date: Option<Date>,
    /// Attributions of the paragraph, for the speaker.
    pub(crate) voices: &'a [Voice],
}

/// An attribution as the tagger sees it: what is said, and by whom.
#[derive(Clone, Debug)]
pub(crate) struct Voice {
    pub(crate) content: Vec<Span>,
    pub(crate) cue: Option<Span>,
    pub(crate) who: Option<Who>,
    /// The attribution cue of the pack that found it.
    pub(crate) rule: Option<RuleId>,
}

/// What is kept from sentence to sentence.
#[derive(Clone, Debug, Default)]
pub(crate) struct Carry {
    lists: ListHits,
    before: ListHits,
}

/// A cue that was met with its arguments.
struct Hit {
    cue: usize,
    class: WordClass,
    site: Site,
    anchor: usize,
    start: usize,
    end: usize,
    /// Tokens of its words and of each argument, first to after the last.
    covers: Vec<(usize, usize)>,
    /// Tokens of the evidence, first to after the last.
    evidence: (usize, usize),
    weight: usize,
    actors: Vec<Party>,
    targets: Vec<Party>,
    has_actor_slot: bool,
}

impl Tagger {
    /// Compiles cues, operators and lists; their words are added to the lexicon.
    pub(crate) fn new(rules: &Rules, lexicon: &mut Lexicon) -> Self {
        let mut index = Index::default();
        for (at, cue) in rules.cues.iter().enumerate() {
            for (class, phrase) in &cue.words {
                index.add(lexicon, at, *class, phrase);
            }
        }
        let mut lists = Index::default();
        for (at, list) in rules.lists.iter().enumerate() {
            for phrase in &list.words {
                lists.add(lexicon, at, WordClass::Phrase, phrase);
            }
        }
        Self {
            cues: rules.cues.clone(),
            index,
            lists,
            operators: Operators::new(rules, lexicon),
            positions: rules
                .positions
                .iter()
                .map(|position| position.id.clone())
                .collect(),
            asked_is_target: rules
                .positions
                .iter()
                .map(|position| position.asked_is_target)
                .collect(),
            before: rules
                .positions
                .iter()
                .map(|position| position.before.clone())
                .collect(),
            about: (0..rules.positions.len())
                .map(|position| about(&rules.cues, position))
                .collect(),
            actors: rules.actors.iter().map(|actor| actor.id.clone()).collect(),
        }
    }

    /// The id of whom an index means; the writer where nobody else speaks.
    pub(crate) fn actor_id(&self, who: Who) -> ActorId {
        match who {
            Who::Actor(actor) => self
                .actors
                .get(actor)
                .cloned()
                .unwrap_or_else(ActorId::other),
            Who::Other => ActorId::other(),
            Who::Speaker => ActorId::author(),
        }
    }

    /// The claims of one sentence, in text order.
    pub(crate) fn claims(&self, tagged: Tagged<'_>, carry: &mut Carry, out: &mut Vec<Claim>) {
        std::mem::swap(&mut carry.lists, &mut carry.before);
        carry.lists.read(&self.lists, tagged.view);
        let scene = Scene {
            view: tagged.view,
            mentions: tagged.mentions,
            lists: &carry.lists,
        };
        let mut hits = Vec::new();
        let mut met = Vec::new();
        for token in 0..tagged.view.tokens.len() {
            self.index.met_into(tagged.view, token, &mut met);
            hits.extend(
                met.drain(..)
                    .filter_map(|met| self.hit(&scene, &carry.before, met)),
            );
        }
        let first = out.len();
        for (index, hit) in hits.iter().enumerate() {
            if !hits
                .iter()
                .enumerate()
                .any(|(other, rival)| other != index && self.beats(rival, other, hit, index))
            {
                self.draft(&tagged, &scene, hit, out);
            }
        }
        let claims = out.split_off(first);
        out.extend(settle(claims));
    }

    /// Tries a cue whose words were met.
    fn hit(&self, scene: &Scene<'_>, before: &ListHits, met: Met<'_>) -> Option<Hit> {
        let cue = self.cues.get(met.pattern.rule)?;
        let near = cue.near.is_empty() || scene.lists.any(&cue.near) || before.any(&cue.near);
        if !near || scene.lists.any(&cue.not_near) {
            return None;
        }
        // What a slot needs must stand somewhere in the sentence: most cues of common verbs end here.
        let possible = |(_, slot): &(Spoken, Slot)| {
            slot.optional || slot.like.is_empty() || scene.lists.any(&slot.like)
        };
        if !cue.slots.iter().all(possible) {
            return None;
        }
        let site = Site::of(scene.view, &met)?;
        let mut hit = Hit {
            cue: met.pattern.rule,
            class: met.pattern.class,
            site,
            anchor: met.anchor,
            start: met.start,
            end: met.end,
            covers: vec![(met.start, met.end)],
            evidence: (met.start, met.end),
            weight: met.pattern.len() + usize::from(!cue.near.is_empty()),
            actors: Vec::new(),
            targets: Vec::new(),
            has_actor_slot: false,
        };
        for (spoken, slot) in &cue.slots {
            hit.has_actor_slot |= slot.role == Some(crate::pack::Role::Actor);
            let filled = scene
                .fillers(site, spoken, met.pattern.class)
                .into_iter()
                .find_map(|filler| scene.fits(slot, filler));
            match filled {
                Some(filled) => hit.fill(scene.view, spoken, slot.like.is_empty(), filled),
                None if slot.optional => {}
                None => return None,
            }
        }
        if let Site::Verb(clause) = site
            && hit.has_actor_slot
            && !hit.actors.is_empty()
            && !scene.view.is_passive(clause)
        {
            let others = scene.view.joined_to(clause).into_iter();
            hit.actors
                .extend(others.flat_map(|id| scene.parties(site::Filler::Phrase(id))));
        }
        Some(hit)
    }

    /// Whether `rival` takes `hit`'s words from it.
    fn beats(&self, rival: &Hit, rival_index: usize, hit: &Hit, index: usize) -> bool {
        let (Some(winner), Some(loser)) = (self.cues.get(rival.cue), self.cues.get(hit.cue)) else {
            return false;
        };
        let covers = |a: &Hit, b: &Hit| {
            a.covers
                .iter()
                .any(|(start, end)| *start <= b.anchor && b.anchor < *end)
        };
        if winner.position != loser.position {
            let first = self
                .before
                .get(winner.position)
                .is_some_and(|before| before.contains(&loser.position));
            // "asked for a ceasefire through mediators" asks for a ceasefire as well.
            let adds = rival.anchor == hit.anchor && loser.needs_operator;
            return first && !adds && (covers(rival, hit) || covers(hit, rival));
        }
        match (covers(rival, hit), covers(hit, rival)) {
            (true, true) => {
                let rank = |hit: &Hit, index: usize| {
                    (
                        hit.weight,
                        std::cmp::Reverse(hit.cue),
                        std::cmp::Reverse(index),
                    )
                };
                rank(rival, rival_index) > rank(hit, index)
            }
            (covered, _) => covered,
        }
    }

    fn draft(&self, tagged: &Tagged<'_>, scene: &Scene<'_>, hit: &Hit, out: &mut Vec<Claim>) {
        let Some(cue) = self.cues.get(hit.cue) else {
            return;
        };
        let evaluation = matches!(hit.class, WordClass::Adjective)
            || (hit.class == WordClass::Agent && !hit.has_actor_slot && !cue.target_is_actor);
        let mut draft = Draft {
            holders: hit.actors.clone(),
            targets: hit.targets.clone(),
            stance: cue.stance,
            mode: cue
                .mode
                .unwrap_or(if evaluation { Mode::Say } else { Mode::Act }),
            negated: false,
            hedged: false,
            speaker: None,
            asked_is_target: self
                .asked_is_target
                .get(cue.position)
                .copied()
                .unwrap_or(false),
            by_obligation: false,
            first_person: hit.actors.iter().any(|party| party.who == Who::Speaker),
            by_speaker: hit.actors.is_empty() && !cue.target_is_actor,
            operators: 0,
            cancelled: false,
            clauses: hit.site.clause(scene.view).into_iter().collect(),
            start: hit.start,
            end: hit.end,
            steps: vec![Step {
                kind: StepKind::Cue,
                rule: Some(cue.id.clone()),
                span: scene.view.span(hit.start, hit.end),
                actor: None,
            }],
        };
        if cue.target_is_actor && draft.holders.is_empty() {
            draft.holders = draft.targets.clone();
        }
        let beside = compose(scene, &self.operators, hit.site, &mut draft);
        for mut draft in std::iter::once(draft).chain(beside) {
            if draft.cancelled || (cue.needs_operator && draft.operators == 0) {
                continue;
            }
            draft.start = draft.start.min(hit.evidence.0);
            draft.end = draft.end.max(hit.evidence.1);
            self.finish(tagged, hit, cue, draft, out);
        }
    }

    /// Speaker, date and evidence; one claim for each holder.
    fn finish(
        &self,
        tagged: &Tagged<'_>,
        hit: &Hit,
        cue: &Cue,
        mut draft: Draft,
        out: &mut Vec<Claim>,
    ) {
        let anchor = tagged.view.span(hit.anchor, hit.anchor + 1);
        let voice = innermost(tagged.voices, anchor);
        let mut speaking = voice.and_then(|voice| spoken_by(tagged.voices, voice));
        if draft.by_speaker && draft.holders.is_empty() && speaking == Some(Who::Other) {
            // "Many would agree that it is a failure", says the president: his own judgement.
            speaking = voice
                .and_then(|voice| known_around(tagged.voices, voice))
                .or(speaking);
        }
        let resolve = |who: Who| match who {
            Who::Speaker => speaking.unwrap_or(Who::Speaker),
            known => known,
        };
        let said_of_oneself = draft.by_speaker && draft.holders.is_empty()
            || draft.holders.iter().any(|party| party.who == Who::Speaker);
        if draft.holders.is_empty() {
            draft.holders.push(Party {
                who: Who::Speaker,
                span: Span::default(),
            });
        }
        let speaker = draft.speaker.map(|party| resolve(party.who)).or(speaking);
        // "deplored the veto": the cue itself is a verb of saying, so it is its holder's word, whoever reports it.
        let says = hit.class == WordClass::Verb
            && hit.has_actor_slot
            && draft.speaker.is_none()
            && matches!(cue.mode, Some(Mode::Say | Mode::Ask | Mode::Want));
        if said_of_oneself && speaking.is_some() && draft.mode == Mode::Act {
            draft.mode = Mode::Say;
        }
        let evidence = tagged.view.span(draft.start, draft.end);
        let date = date::held_on(
            tagged.view,
            tagged.text,
            &draft.clauses,
            tagged.date,
            draft.mode == Mode::Expect,
        );
        let mut targets: Vec<(ActorId, Span)> = draft
            .targets
            .iter()
            .filter_map(|party| match resolve(party.who) {
                who @ Who::Actor(_) => Some((self.actor_id(who), party.span)),
                _ => None,
            })
            .collect();
        if targets.is_empty()
            && let Some(about) = self.about.get(cue.position).copied().flatten()
        {
            let span = tagged.view.span(hit.start, hit.end);
            targets.push((self.actor_id(Who::Actor(about)), span));
        }
        targets.sort();
        targets.dedup_by(|a, b| a.0 == b.0);
        for holder in &draft.holders {
            let who = resolve(holder.who);
            if !is_held(who, hit, cue, &draft, targets.is_empty()) {
                continue;
            }
            let actor = self.actor_id(who);
            let mut steps = draft.steps.clone();
            steps.push(Step {
                kind: StepKind::Actor,
                rule: None,
                span: holder.span,
                actor: Some(actor.clone()),
            });
            steps.extend(targets.iter().map(|(id, span)| Step {
                kind: StepKind::Target,
                rule: None,
                span: *span,
                actor: Some(id.clone()),
            }));
            if let Some(span) = voice.and_then(|voice| voice.cue) {
                steps.push(Step {
                    kind: StepKind::Attribution,
                    rule: voice.and_then(|voice| voice.rule.clone()),
                    span,
                    actor: speaking.map(|who| self.actor_id(who)),
                });
            }
            let mut target: Vec<ActorId> = targets.iter().map(|(id, _)| id.clone()).collect();
            if cue.target_is_actor && target.is_empty() && matches!(who, Who::Actor(_)) {
                target.push(actor.clone());
            }
            out.push(Claim {
                sentence: tagged.place,
                evidence,
                speaker: match speaker {
                    _ if says => self.actor_id(who),
                    Some(who) => self.actor_id(who),
                    None => ActorId::author(),
                },
                actor,
                mention: Some(holder.span).filter(|span| !span.is_empty()),
                position: self
                    .positions
                    .get(cue.position)
                    .cloned()
                    .unwrap_or_else(|| PositionId::new("")),
                stance: draft.stance,
                target,
                mode: draft.mode,
                negated: draft.negated,
                hedged: draft.hedged,
                date,
                rule: cue.id.clone(),
                trace: Trace { steps },
            });
        }
    }
}

impl Hit {
    fn fill(&mut self, view: &View, spoken: &Spoken, plain: bool, filled: Filled) {
        self.weight += 1 + usize::from(!plain);
        self.actors.extend(filled.actors);
        self.targets.extend(filled.targets);
        if let Some(phrase) = filled
            .phrase
            .and_then(|id| view.phrase(id))
            .filter(|phrase| phrase.kind != PhraseKind::Verb)
        {
            if *spoken != Spoken::Subject {
                self.evidence.0 = self.evidence.0.min(phrase.start);
                self.covers.push((phrase.start, phrase.end));
            }
            self.evidence.1 = self.evidence.1.max(phrase.end);
        }
    }
}

/// Whether a claim by nobody in particular, or by the writer, says enough to be one: it must be about somebody, and a deed whose doer is unsaid
/// is not the writer's.
fn is_held(who: Who, hit: &Hit, cue: &Cue, draft: &Draft, no_target: bool) -> bool {
    let evaluation = matches!(hit.class, WordClass::Adjective | WordClass::Agent);
    match who {
        Who::Actor(_) => true,
        Who::Speaker => {
            (!no_target || draft.by_obligation)
                && (!hit.has_actor_slot || draft.by_obligation || draft.first_person)
                && !cue.needs_operator | draft.by_obligation | draft.first_person
        }
        Who::Other => !(evaluation && no_target),
    }
}

/// The one actor that every cue of a position may target, where their slots name no other and leave none open.
fn about(cues: &[Cue], position: usize) -> Option<usize> {
    let target = Some(crate::pack::Role::Target);
    let mut only = None;
    let slots = cues
        .iter()
        .filter(|cue| cue.position == position)
        .flat_map(|cue| cue.slots.iter().map(|(_, slot)| slot))
        .filter(|slot| slot.role == target || slot.owner == target);
    for slot in slots {
        match (slot.actors.as_slice(), only) {
            ([actor], None) => only = Some(*actor),
            ([actor], Some(known)) if *actor == known => {}
            ([], _) if slot.role_optional || slot.owner_optional => {}
            _ => return None,
        }
    }
    only
}

/// Who speaks in an attribution; "we" in a quotation is whoever is quoted.
fn spoken_by(voices: &[Voice], voice: &Voice) -> Option<Who> {
    let mut who = voice.who?;
    let mut inner = voice;
    for _ in 0..NESTED {
        if who != Who::Speaker {
            return Some(who);
        }
        let around = inner.cue.or(inner.content.first().copied())?;
        let outer = innermost(voices, around).filter(|outer| outer.content != inner.content)?;
        who = outer.who?;
        inner = outer;
    }
    None
}

/// The actor who quotes an attribution to people in general: the source of the one around it.
fn known_around(voices: &[Voice], voice: &Voice) -> Option<Who> {
    let outer = innermost(voices, voice.cue?).filter(|outer| outer.content != voice.content)?;
    spoken_by(voices, outer).filter(|who| matches!(who, Who::Actor(_)))
}

/// How deep quotations are nested at most.
const NESTED: usize = 4;

/// Whom the source of an attribution speaks for; `None` where it is no speaker at all.
pub(crate) fn speaks_for(view: &View, mentions: &Mentions, source: PhraseId) -> Option<Who> {
    let lists = ListHits::default();
    let scene = Scene {
        view,
        mentions,
        lists: &lists,
    };
    let named = |id: PhraseId| {
        scene
            .parties(site::Filler::Phrase(id))
            .first()
            .map(|party| party.who)
    };
    if let Some(who) = named(source).or_else(|| mentions.possessor(source).map(|owner| owner.who)) {
        return Some(who);
    }
    let phrase = view.phrase(source)?;
    if phrase.kind != PhraseKind::Noun {
        // "who", "which", "that": the noun of the relative clause.
        return view.subject(phrase.clause).and_then(named);
    }
    // A name that no pack has is still somebody.
    (view.tags.get(phrase.head) == Some(&Tag::Proper)).then_some(Who::Other)
}

/// The attribution with the shortest content around a span whose own cue the span isn't.
fn innermost(voices: &[Voice], span: Span) -> Option<&Voice> {
    voices
        .iter()
        .filter(|voice| {
            voice.content.iter().any(|piece| piece.contains(span))
                && voice.cue.is_none_or(|cue| !cue.overlaps(span))
        })
        .min_by_key(|voice| {
            (
                voice.content.iter().map(|piece| piece.len()).sum::<usize>(),
                voice.cue,
            )
        })
}

/// One claim for each actor, position, stance and target of a sentence, the first in the text; a claim whose targets are among another's
/// gives way to it.
fn settle(claims: Vec<Claim>) -> Vec<Claim> {
    let mut kept: Vec<Claim> = Vec::with_capacity(claims.len());
    for claim in claims {
        let same = |other: &Claim| {
            other.actor == claim.actor
                && other.position == claim.position
                && other.stance == claim.stance
        };
        let rival = kept.iter().position(|other| {
            same(other)
                && (other.target == claim.target
                    || other.target.is_empty()
                    || claim.target.is_empty())
        });
        match rival.and_then(|at| kept.get_mut(at)) {
            Some(other) if other.target.is_empty() && !claim.target.is_empty() => *other = claim,
            Some(_) => {}
            None => kept.push(claim),
        }
    }
    kept.sort_by(|a, b| {
        a.evidence
            .cmp(&b.evidence)
            .then_with(|| a.rule.cmp(&b.rule))
            .then_with(|| a.actor.cmp(&b.actor))
    });
    kept
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::{Claim, StepKind};
    use crate::{Document, Pack, Parallax};

    /// The cue of the design page with rivals, two operators, and the three states of its example.
    const PACK: &str = r#"
        [[actor]]
        id = "serbia"
        name = "Serbia"
        kind = "state"
        [[actor]]
        id = "russia"
        name = "Russia"
        kind = "state"
        demonyms = ["Russian"]
        [[actor]]
        id = "kosovo"
        name = "Kosovo"
        kind = "state"

        [[position]]
        id = "un_blocking"
        question = "Is a measure at the United Nations stopped?"
        asked-is-target = true
        [[position]]
        id = "stadium"
        question = "Is the stadium to be built?"

        [[list]]
        id = "un_measure"
        words = ["draft", "draft resolution", "resolution"]

        [[cue]]
        id = "block-anything"
        position = "un_blocking"
        stance = "oppose"
        verb = ["block"]
        subject = "actor"
        [[cue]]
        id = "block-measure"
        position = "un_blocking"
        stance = "support"
        verb = ["block"]
        subject = "actor"
        object = { like = "un_measure", owner = "target?" }
        [[cue]]
        id = "stadium-noun"
        position = "stadium"
        stance = "support"
        noun = ["stadium"]
        needs-operator = true

        [[operator]]
        id = "want"
        verb = ["want"]
        takes = ["infinitive", "object-infinitive", "noun"]
        effect = { takes-over = true, old-actor-to-target = true, mode = "want", speaks = true }
        [[operator]]
        id = "refuse"
        verb = ["refuse"]
        takes = ["infinitive"]
        effect = { flips = true, negates = true }
    "#;

    static PARALLAX: LazyLock<Parallax> = LazyLock::new(|| {
        let pack = Pack::from_toml("test.toml", PACK).unwrap_or_else(|error| panic!("{error}"));
        Parallax::new(pack)
    });

    fn claims(text: &str) -> Vec<Claim> {
        let article = PARALLAX.annotate(&Document::from_text("test", text));
        article.claims().cloned().collect()
    }

    fn shown(text: &str) -> Vec<String> {
        claims(text).iter().map(Claim::to_string).collect()
    }

    #[test]
    fn the_worked_example_of_the_design() {
        let text = "Serbia wants Russia to block any draft of Kosovo's to condemn it.";
        assert_eq!(
            shown(text),
            [
                "serbia: support un_blocking [kosovo, russia], want, speaker serbia, rule block-measure"
            ]
        );
        let claim = claims(text).remove(0);
        assert_eq!(claim.mention.map(|span| span.of(text)), Some("Serbia"));
        assert_eq!(claim.evidence.of(text), "wants Russia to block any draft");
        let steps: Vec<_> = claim
            .trace
            .steps
            .iter()
            .filter(|step| matches!(step.kind, StepKind::Cue | StepKind::Operator))
            .map(|step| {
                let rule = step.rule.as_ref().map(ToString::to_string);
                (step.kind, rule.unwrap_or_default(), step.span.of(text))
            })
            .collect();
        assert_eq!(
            steps,
            [
                (StepKind::Cue, "block-measure".to_owned(), "block"),
                (StepKind::Operator, "want".to_owned(), "wants"),
            ]
        );
    }

    #[test]
    fn two_reversals_cancel_and_one_negates() {
        assert_eq!(
            shown("Russia refused to block the draft."),
            ["russia: oppose un_blocking [], act, speaker author, negated, rule block-measure"]
        );
        let stances: Vec<String> = claims("Russia did not refuse to block the draft.")
            .iter()
            .map(|claim| claim.stance.to_string())
            .collect();
        assert_eq!(stances, ["support"]);
    }

    #[test]
    fn the_more_constrained_of_two_rules_wins() {
        let rules = |text| -> Vec<String> {
            claims(text)
                .iter()
                .map(|claim| claim.rule.to_string())
                .collect()
        };
        assert_eq!(
            rules("Russia blocked the draft resolution."),
            ["block-measure"]
        );
        assert_eq!(rules("Russia blocked the road."), ["block-anything"]);
        assert_eq!(rules("The draft was blocked by Russia."), ["block-measure"]);
    }

    #[test]
    fn a_noun_that_needs_an_operator_says_nothing_alone() {
        assert_eq!(shown("The stadium stands in Serbia."), [""; 0]);
        assert_eq!(
            shown("Serbia wants a stadium."),
            ["serbia: support stadium [], want, speaker serbia, rule stadium-noun"]
        );
    }

    #[test]
    fn people_who_are_no_actor_are_nobody_in_particular() {
        let actors: Vec<String> = claims("The police blocked the road.")
            .iter()
            .map(|claim| claim.actor.to_string())
            .collect();
        assert_eq!(actors, ["other"]);
        assert_eq!(shown("Nothing blocked the road."), [""; 0]);
        assert_eq!(shown(""), [""; 0]);
    }
}
