//! From a draft to claims: speaker, mode, date and targets, one claim for each holder; and one of each kind a sentence.

use super::date;
use super::voice::{
    Voice, going_on, innermost, is_in_clause_said, known_around, of_deed, spoken_by,
};
use super::word::{beyond_asked, is_thought, teller, told_mode};
use crate::claim::compose::Draft;
use crate::claim::cue::hit::{Hit, is_held};
use crate::claim::result::{Claim, Mode, Stance, Step, StepKind, Trace};
use crate::claim::who::Party;
use crate::claim::{Tagged, Tagger};
use crate::clause::{ClauseKind, View};
use crate::mention::Who;
use crate::pack::{ActorId, Cue, PositionId, WordClass};
use crate::span::Span;

/// A draft on its way to claims: who speaks where it stands.
pub(super) struct Telling<'a> {
    pub(super) tagger: &'a Tagger,
    pub(super) tagged: &'a Tagged<'a>,
    pub(super) hit: &'a Hit,
    pub(super) cue: &'a Cue,
    pub(super) draft: Draft,
    pub(super) voice: Option<&'a Voice>,
    pub(super) speaking: Option<Who>,
}

impl Tagger {
    /// Speaker, date and evidence; one claim for each holder.
    pub(in crate::claim) fn finish(
        &self,
        tagged: &Tagged<'_>,
        hit: &Hit,
        cue: &Cue,
        draft: Draft,
        out: &mut Vec<Claim>,
    ) {
        let told_at = draft.taken_up.then_some(draft.start);
        let at = draft.judged_at.or(told_at).unwrap_or(hit.anchor);
        let anchor = tagged.view.span(at, at + 1);
        let evidence = tagged.view.span(draft.start, draft.end);
        let voice = match innermost(tagged.voices, anchor) {
            // "accepted the truce, which Israel rejected": Israel says of the truce that it won't have it, and nothing of who accepted it.
            Some(voice)
                if is_of_noun_alone(voice, evidence, draft.taken_over)
                    || is_of_another(tagged.voices, voice, evidence, &draft) =>
            {
                innermost(tagged.voices, evidence)
            }
            voice => voice,
        };
        let voice = beyond_asked(tagged.view, tagged.voices, voice, &draft);
        let mut telling = Telling {
            tagger: self,
            tagged,
            hit,
            cue,
            draft,
            voice,
            speaking: voice.and_then(|voice| spoken_by(tagged.voices, voice)),
        };
        telling.hear_on();
        telling.look_around();
        telling.as_trust();
        if !telling.draft.cancelled {
            telling.claims_into(out);
        }
    }
}

/// Whether somebody speaks of no more than the noun that ends what is told, outside of it: behind it as well where another takes what is told over, as in
/// "rejected the truce demanded by the council".
fn is_of_noun_alone(voice: &Voice, evidence: Span, taken_over: bool) -> bool {
    let [content] = voice.content.as_slice() else {
        return false;
    };
    let outside = voice
        .cue
        .is_some_and(|cue| !evidence.overlaps(cue) || taken_over && cue.start() >= content.end());
    outside && evidence.start() < content.start() && content.start() < evidence.end()
}

/// "opposed Chile's bid to mediate", "criticised Chile's call for a truce": whether only somebody speaks whose words others take up or turn down, and they
/// hold it by verbs of their own around them.
fn is_of_another(voices: &[Voice], voice: &Voice, evidence: Span, draft: &Draft) -> bool {
    let inside = voice
        .cue
        .is_some_and(|cue| evidence.contains(cue) && evidence.start() < cue.start());
    let who = spoken_by(voices, voice);
    let own = draft
        .speaker
        .is_some_and(|speaker| Some(speaker.who) == who);
    draft.taken_over
        && inside
        && !own
        && !draft.holders.is_empty()
        && draft
            .holders
            .iter()
            .all(|party| party.who != Who::Speaker && Some(party.who) != who)
}

impl Telling<'_> {
    /// "The talks were useful, the minister said; the siege was a crime": who was speaking goes on.
    fn hear_on(&mut self) {
        if self.voice.is_none() && self.draft.by_speaker && self.draft.holders.is_empty() {
            let (view, voices) = (self.tagged.view, self.tagged.voices);
            let voice = going_on(view, voices, self.draft.start);
            let who = voice.and_then(|voice| spoken_by(voices, voice));
            // Nobody accuses himself.
            if !self
                .draft
                .targets
                .iter()
                .any(|party| Some(party.who) == who)
            {
                (self.voice, self.speaking) = (voice, who);
            }
        }
    }

    /// "Many would agree that it is a failure", says the president: his own judgement.
    fn look_around(&mut self) {
        if self.draft.by_speaker
            && self.draft.holders.is_empty()
            && self.speaking == Some(Who::Other)
        {
            self.speaking = self
                .voice
                .and_then(|voice| known_around(self.tagged.voices, voice))
                .or(self.speaking);
        }
    }

    /// In one of somebody's aims the judgements are theirs, and not the writer's.
    fn as_aim(&mut self) {
        if self.speaking.is_none()
            && self.draft.by_speaker
            && self.draft.holders.is_empty()
            && let Some(who) = self.tagged.aim
        {
            self.draft.holders.push(Party {
                who,
                span: Span::default(),
            });
            self.draft.by_speaker = false;
            self.draft.mode = Mode::Want;
        }
    }

    /// What others do for those whose aim it is, they want: "Secondly, Italy recognises it".
    fn wanted(&self, claim: &Claim) -> Option<Claim> {
        let aim = self
            .tagger
            .actor_id(self.tagged.aim.filter(|_| self.speaking.is_none())?);
        let view = self.tagged.view;
        let clause = view.clause(self.hit.site.clause(view)?)?;
        let for_them = claim.stance == Stance::Support
            && claim.actor != aim
            && claim.target.contains(&aim)
            && clause.kind != ClauseKind::Relative;
        for_them.then(|| Claim {
            actor: aim,
            mention: None,
            mode: Mode::Want,
            ..claim.clone()
        })
    }

    pub(super) fn resolve(&self, who: Who) -> Who {
        match who {
            Who::Speaker => self.speaking.unwrap_or(Who::Speaker),
            known => known,
        }
    }

    fn claims_into(mut self, out: &mut Vec<Claim>) {
        let (tagged, hit, cue) = (self.tagged, self.hit, self.cue);
        self.as_aim();
        let of_oneself = self.draft.by_speaker && self.draft.holders.is_empty()
            || self
                .draft
                .holders
                .iter()
                .any(|party| party.who == Who::Speaker);
        if self.draft.holders.is_empty() {
            self.draft.holders.push(Party {
                who: Who::Speaker,
                span: Span::default(),
            });
        }
        // "We regard it as …" is said by whoever says so.
        let thought = is_thought(tagged.view, hit) && !self.draft.taken_over && !of_oneself;
        if thought && self.draft.mode == Mode::Say {
            self.draft.mode = Mode::Act;
        } else if of_oneself && self.speaking.is_some() && self.draft.mode == Mode::Act {
            self.draft.mode = Mode::Say;
        }
        let date = date::held_on(
            tagged.view,
            tagged.text,
            &self.draft.clauses,
            tagged.date,
            self.draft.mode == Mode::Expect,
        );
        let own = self.speaking.is_none() && of_oneself;
        if (own || self.is_named_deed()) && self.is_in_scare_quotes() {
            return;
        }
        let targets = self.targets();
        let evidence = tagged.view.span(self.draft.start, self.draft.end);
        for holder in &self.draft.holders {
            let who = self.resolve(holder.who);
            let is_told = who != Who::Other || self.is_unnamed(holder);
            if !is_told || !is_held(who, hit, cue, &self.draft, targets.is_empty()) {
                continue;
            }
            if self.is_against_itself(who, &targets) {
                continue;
            }
            let speaker = self.speaker(who, thought, evidence);
            let claim = Claim {
                sentence: tagged.place,
                evidence,
                speaker: speaker.map_or_else(ActorId::author, |who| self.tagger.actor_id(who)),
                actor: self.tagger.actor_id(who),
                mention: Some(holder.span).filter(|span| !span.is_empty()),
                position: self
                    .tagger
                    .positions
                    .get(cue.position)
                    .cloned()
                    .unwrap_or_else(|| PositionId::new("")),
                stance: self.draft.stance,
                target: self.target(holder, &targets),
                mode: told_mode(
                    self.draft.mode,
                    self.draft.negated,
                    self.speaking == Some(who),
                ),
                negated: self.draft.negated,
                hedged: self.draft.hedged,
                date,
                rule: cue.id.clone(),
                trace: Trace {
                    steps: self.steps(holder, &targets),
                },
            };
            let wanted = self.wanted(&claim);
            out.push(claim);
            out.extend(wanted);
        }
    }

    /// On whose word it is that `holder` holds it.
    fn speaker(&self, holder: Who, thought: bool, evidence: Span) -> Option<Who> {
        let speaker = self.teller(holder, thought, evidence)?;
        Some(if !self.are_one_word(holder, speaker) {
            speaker
        } else {
            self.accused_by(holder).unwrap_or(holder)
        })
    }

    /// "Chile and Peru accused each other of it": each is accused by the other.
    fn accused_by(&self, holder: Who) -> Option<Who> {
        let [one, other] = self.draft.holders.as_slice() else {
            return None;
        };
        let word = self.tagged.text.get(one.span.start()..)?;
        let others = if self.resolve(one.who) == holder {
            other
        } else {
            one
        };
        ["each other", "one another", "the other"]
            .iter()
            .any(|mutual| word.starts_with(mutual))
            .then(|| self.resolve(others.who))
            .filter(|other| *other != holder)
    }

    /// "Chile and Peru said that they would": one word means both, and each speaks for itself.
    fn are_one_word(&self, one: Who, other: Who) -> bool {
        let spans = |who: Who| {
            let holders = self.draft.holders.iter();
            holders
                .filter(move |party| self.resolve(party.who) == who)
                .map(|party| party.span)
        };
        spans(one).any(|span| !span.is_empty() && spans(other).any(|same| same == span))
    }

    /// Who tells of a holder, whoever else is told of in the same word.
    fn teller(&self, holder: Who, thought: bool, evidence: Span) -> Option<Who> {
        // "deplored the veto": the cue itself is a verb of saying, so it is its holder's word, whoever reports it.
        let says = self.hit.class == WordClass::Verb
            && self.hit.has_actor_slot
            && self.draft.speaker.is_none()
            && matches!(self.cue.mode, Some(Mode::Say | Mode::Ask | Mode::Want));
        if says || thought {
            return Some(holder);
        }
        let holds = |who: Who| {
            let mut holders = self.draft.holders.iter();
            holders.any(|party| self.resolve(party.who) == who)
        };
        if self.draft.speaker.is_none() && self.draft.mode == Mode::Act {
            let (view, voices) = (self.tagged.view, self.tagged.voices);
            let site = self.draft.told_in.or(self.hit.site.clause(view));
            let told = self
                .draft
                .told_in
                .and_then(|clause| view.clause(clause)?.verb);
            let voice = told.map_or(self.voice, |verb| innermost(voices, view.phrase_span(verb)));
            let voice = of_deed(view, voices, site, voice);
            if is_in_clause_said(view, site, voice) {
                return voice.and_then(|voice| spoken_by(voices, voice));
            }
            let teller = teller(voices, voice, evidence, holds);
            return teller.and_then(|voice| spoken_by(self.tagged.voices, voice));
        }
        if let Some(teller) = self.foreteller().filter(|teller| *teller != holder) {
            return Some(teller);
        }
        let by_operator = self.draft.speaker.map(|party| self.resolve(party.who));
        // "Egypt and Chad asked for it": each on its own word.
        if by_operator.is_some_and(holds) {
            return Some(holder);
        }
        by_operator.or(self.speaking)
    }

    /// "Zelensky said that Russia would reject it": what somebody will say is on the word of whoever foresees that. Behind "will not accept it, said the
    /// envoy" the envoy is most often his own.
    fn foreteller(&self) -> Option<Who> {
        let foreseen = self.draft.operator_to_come && self.draft.mode == Mode::Expect;
        let last = self.draft.clauses.last().filter(|_| foreseen)?;
        let view = self.tagged.view;
        let clause = view.clause(*last)?;
        let verb = clause
            .verb
            .filter(|_| clause.kind == ClauseKind::Complement)?;
        let voice = innermost(self.tagged.voices, view.phrase_span(verb))?;
        spoken_by(self.tagged.voices, voice)
    }

    /// How the claim of one holder came about.
    fn steps(&self, holder: &Party, targets: &[(ActorId, Span)]) -> Vec<Step> {
        let mut steps = self.draft.steps.clone();
        steps.push(Step {
            kind: StepKind::Actor,
            rule: None,
            span: holder.span,
            actor: Some(self.tagger.actor_id(self.resolve(holder.who))),
        });
        steps.extend(targets.iter().map(|(id, span)| Step {
            kind: StepKind::Target,
            rule: None,
            span: *span,
            actor: Some(id.clone()),
        }));
        if let Some(span) = self.voice.and_then(|voice| voice.cue) {
            steps.push(Step {
                kind: StepKind::Attribution,
                rule: self.voice.and_then(|voice| voice.rule.clone()),
                span,
                actor: self.speaking.map(|who| self.tagger.actor_id(who)),
            });
        }
        steps
    }
}

/// "objects to vetoing the draft": whether a cue's own word is an operator over another claim, which says the opposite. So nobody objects to the draft.
fn stands_over(view: &View, claim: &Claim, other: &Claim) -> bool {
    let own_cue = |claim: &Claim| {
        let mut steps = claim.trace.steps.iter();
        steps
            .find(|step| step.kind == StepKind::Cue)
            .map(|step| step.span)
    };
    let is_operator = |at: usize| {
        let mut above = other.trace.steps.iter();
        above.any(|step| step.kind == StepKind::Operator && step.span.start() == at)
    };
    claim.actor == other.actor
        && claim.position == other.position
        && claim.stance != other.stance
        && (claim.target.is_empty()
            || claim
                .target
                .iter()
                .any(|target| other.target.contains(target)))
        && own_cue(other)
            .is_some_and(|cue| claim.evidence.end() <= cue.start() && is_verb(view, cue))
        && own_cue(claim).is_some_and(|cue| is_operator(cue.start()))
}

fn is_verb(view: &View, cue: Span) -> bool {
    let at = view
        .tokens
        .iter()
        .position(|token| token.span.start() == cue.start());
    at.and_then(|at| view.tags.get(at))
        .is_some_and(|tag| tag.is_verb())
}

/// One claim for each actor, position, stance and target of a sentence, the first in the text; a claim whose targets are among another's
/// gives way to it.
pub(in crate::claim) fn settle(view: &View, claims: Vec<Claim>) -> Vec<Claim> {
    let mut kept: Vec<Claim> = Vec::with_capacity(claims.len());
    let read_twice: Vec<bool> = (claims.iter())
        .map(|claim| claims.iter().any(|other| stands_over(view, claim, other)))
        .collect();
    let once = claims.into_iter().zip(read_twice);
    for claim in once.filter_map(|(claim, twice)| (!twice).then_some(claim)) {
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
