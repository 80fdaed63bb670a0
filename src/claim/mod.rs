//! Claims: who holds which stance on which position, on whose word, and which rules say so.
//!
//! **Problem.** One pattern a sentence finds what it was written for and nothing else. **Idea.** A claim is composed. A *cue* of a position is met at
//! a word in a sentence that has what it needs, and its arguments are found by grammatical role (`cue`); whom they name is asked of the mentions
//! (`who`). *Operators* above it change holder, mode or side, others are glad or sorry of it, and what is only commanded, waited for or asked is no
//! deed (`compose`). The attribution that it stands in gives the speaker (`tell`). What names no target is about what was told before, some
//! words tell it again of somebody else, and aims are told one by one (`carry`).
//! **Steps** for a sentence: look every word up; try each cue
//! that begins there; of cues that met the same words keep the most specific; climb; add speaker and date.
//! **Which rule wins**: on one position, the cue that covers the other's words among its arguments; of two that cover each other, the one with more
//! constraints (required slots, word lists, words), then the one whose id comes first. Between positions, the pack's `before`.
//! **Cost.** One look-up for each word and, where a cue begins, a walk over its clause: linear, however many rules there are.
//! **Known to be wrong** where the holder is whom the sentence doesn't name ("a veto angered Paris"), where readings of a coordination differ, and in the constructions of `tests/cases/claim/known.txt`.

mod carry;
mod compose;
mod cue;
mod result;
mod tell;
mod watch;
mod who;

pub(crate) use carry::Carry;
pub(crate) use cue::form::Compiled;
pub(crate) use cue::hit::Miss;
pub use result::{Claim, Mode, Place, Stance, Step, StepKind, Trace};
pub(crate) use tell::voice::{Voice, speaks_for};
pub(crate) use watch::Watch;

use std::sync::Arc;

use crate::clause::View;
use crate::date::Date;
use crate::mention::{Mentions, Who};
use crate::pack::{ActorId, Cue, Kind, PositionId, Rules};
use carry::Begun;
use carry::antecedent::Carries;
use compose::operator::Operators;
use cue::fillers::Fillers;
use cue::form::Forms;
use cue::gate::{Gates, Here};
use cue::lists::Few;
use cue::pattern::forms;
use cue::site::{Scene, Site};
use cue::spot::{Within, next};
use cue::words::Index;
use tell::concern::concerning_somebody;
use tell::finish::settle;

/// The cues and operators of a pack, compiled.
#[derive(Clone, Debug)]
pub(crate) struct Tagger {
    rules: Arc<Rules>,
    index: Index,
    gates: Gates,
    /// What lists have of several words.
    listed: Index,
    forms: Arc<Forms>,
    operators: Operators,
    positions: Vec<PositionId>,
    /// For each position those that give way to it.
    before: Vec<Vec<usize>>,
    /// For each position whether whoever is asked is a target.
    asked_is_target: Vec<bool>,
    /// For each position whether whoever reproaches somebody with it is on the other side.
    accusing_is_opposing: Vec<bool>,
    /// For each position how its target carries on from claim to claim.
    carries: Vec<Carries>,
    /// The positions whose claims need an actor.
    need_actors: Vec<PositionId>,
    /// For each actor whether it is or holds a land, or fights: its name is a place of conflicts.
    places: Vec<bool>,
    /// The lists of the things whose owners are noted for one of them.
    carried: Few,
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
    /// Whose aims the sentence tells, where they are told one by one.
    pub(crate) aim: Option<Who>,
}

impl Tagger {
    /// A tagger by the rules of a pack, whose words are compiled.
    pub(crate) fn new(rules: &Arc<Rules>, compiled: Compiled) -> Self {
        let carries = Carries::of(rules);
        let forms = Arc::new(compiled.forms);
        Self {
            rules: Arc::clone(rules),
            gates: compiled.gates,
            index: compiled.cues,
            listed: compiled.listed,
            operators: Operators::new(rules, compiled.operators, &forms),
            forms,
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
            accusing_is_opposing: rules
                .positions
                .iter()
                .map(|position| position.accusing_is_opposing)
                .collect(),
            need_actors: rules
                .positions
                .iter()
                .filter(|position| position.needs_actor)
                .map(|position| position.id.clone())
                .collect(),
            places: rules
                .actors
                .iter()
                .map(|actor| matches!(actor.kind, Kind::State | Kind::Government | Kind::Movement))
                .collect(),
            carried: Carries::things(&carries),
            carries,
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

    /// Takes up a paragraph: what its words are, so that a sentence knows what the paragraph is about.
    pub(crate) fn take_up<'v>(
        &self,
        views: impl DoubleEndedIterator<Item = &'v View>,
        carry: &mut Carry,
    ) {
        carry.spare.append(&mut carry.coming);
        carry.paragraph.clear();
        for view in views.rev() {
            let mut begun = carry.spare.pop().unwrap_or_default();
            self.look_up(view, &mut begun);
            carry.paragraph.extend(begun.lists.seen().lists());
            carry.coming.push(begun);
        }
    }

    /// Looks every word of a sentence up.
    fn look_up(&self, view: &View, begun: &mut Begun) {
        begun.clear();
        let words =
            (0..view.tokens.len()).map(|at| forms(view, at).into_iter().collect::<Within>());
        begun.words.extend(words);
        for (at, token) in view.tokens.iter().enumerate() {
            let Some(begins) = self.forms.begins(token.word) else {
                continue;
            };
            begun.lists.add(self.forms.lists(&begins), at);
            if begins.listed.begins()
                && next(view, at)
                    .iter()
                    .any(|next| begins.seconds.may_have(*next))
            {
                begun.lists.read(&self.listed, view, at, begins.listed);
            }
            if begins.cues.begins() {
                begun.cues.push((at, begins.cues));
            }
            if begins.repeats {
                begun.repeating.push(at);
            }
        }
        begun.lists.settle(self.gates.sets());
    }

    /// The claims of the next sentence of the paragraph, in text order.
    pub(crate) fn claims(&self, tagged: Tagged<'_>, carry: &mut Carry, out: &mut Vec<Claim>) {
        carry.next_sentence(&self.gates);
        let mut hits = std::mem::take(&mut carry.hits);
        let scene = Scene {
            view: tagged.view,
            mentions: tagged.mentions,
            lists: &carry.here.lists,
            voices: tagged.voices,
        };
        let aim = carry.aims.told_in(&scene, &self.operators, &tagged);
        let tagged = Tagged { aim, ..tagged };
        let tried = Here {
            gates: &self.gates,
            around: &carry.around,
            words: &carry.here.words,
        };
        let mut met_here = Vec::new();
        let mut fillers = Fillers::default();
        for &(token, chain) in &carry.here.cues {
            self.index
                .met_into(tagged.view, token, chain, &tried, &mut met_here);
            for (_, met) in met_here.drain(..) {
                let Some(site) = Site::of(tagged.view, &met) else {
                    continue;
                };
                self.gapped_hits(&scene, carry, &met, site, &mut hits);
                if self.may_hold(&scene, carry, &met, site, &mut fillers) {
                    let hit = self.hit_at(&scene, carry, met, site, &mut fillers);
                    let mut hit = hit.ok();
                    if let Some(hit) = &mut hit {
                        Self::paired_hits(&scene, hit, &mut hits);
                    }
                    hits.extend(hit);
                }
            }
        }
        let first = out.len();
        // A cue that waits in vain, for an operator or a negation, takes no words from another.
        hits.retain_mut(|hit| {
            let waits = |cue: &Cue| cue.needs_operator || cue.needs_negation;
            hit.waits = hit.agentless || self.rules.cues.get(hit.cue).is_some_and(waits);
            if hit.waits {
                self.draft(&tagged, &scene, hit, out);
                hit.told.extend(out.drain(first..));
            }
            !hit.waits || !hit.told.is_empty()
        });
        self.draft_unbeaten(&tagged, &scene, &mut hits, out);
        hits.clear();
        self.echoes(&tagged, &scene, carry, first, out);
        self.leave_undone(&scene, carry, first, out);
        self.reactions(&tagged, &scene, carry, first, out);
        let claims = out.split_off(first);
        out.extend(settle(tagged.view, claims));
        self.carry_on(
            &scene,
            (
                &mut carry.told_of,
                &mut carry.enemies,
                &mut carry.charges,
                &mut carry.partners,
            ),
            &tagged,
            out.get_mut(first..).unwrap_or_default(),
        );
        self.answer_deeds(
            tagged.text,
            carry.deed.as_ref(),
            out.get_mut(first..).unwrap_or_default(),
        );
        let told = out.split_off(first);
        out.extend(concerning_somebody(
            &scene,
            told,
            &self.need_actors,
            &self.places,
        ));
        let here = out.get(first..).unwrap_or_default();
        carry.deed = self.deed_after(&scene, carry.deed.take(), here);
        if let Some(last) = here.last() {
            carry.told = Some(last.clone());
        }
        carry.hits = hits;
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
    fn a_position_that_asks_for_no_actor_takes_anybody() {
        assert_eq!(
            shown("The critics want a stadium."),
            ["other: support stadium [], want, speaker other, rule stadium-noun"]
        );
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
