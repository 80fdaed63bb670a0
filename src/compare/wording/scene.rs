//! Where, when and at what somebody is seen: "a man is playing the drums on a stage", "the man is in bed".
//!
//! Two captions of one picture need not share a word beside who is seen. The table of scenes (`scenes.txt`) has fields (what is done, the posture, the place, the
//! weather …), each with the scenes that exclude each other; a word may tell several. Where both sentences tell of the same one as of now, and in some field
//! have no scene in common, they can't both be true.

use crate::clause::{ClauseId, Phrase, PhraseKind, View};

use super::Worded;
use super::deed::SAYING;
use super::phrase;
use super::table::{Bond, Entry, SceneId, bond};
use super::words::{Item, item_at};

/// Words and phrases that tell a scene, and agents, of a sentence that are looked at.
const MOST: usize = 24;
/// Words for many, whose members are named after *of*.
const MANY: [&str; 14] = [
    "group", "crowd", "pair", "couple", "team", "line", "bunch", "number", "lot", "row", "band",
    "family", "class", "trio",
];
/// Words for somebody whom the other sentence names.
const SOMEBODY: [&str; 10] = [
    "he",
    "she",
    "they",
    "someone",
    "somebody",
    "person",
    "people",
    "everyone",
    "everybody",
    "we",
];
/// Nouns that are verbs of another meaning: "a parked car", "watering the plants".
const NOUNS: [&str; 8] = [
    "park", "water", "field", "house", "stage", "store", "track", "pool",
];
/// The field of what is done.
const DOING: &str = "doing";
/// The field of places.
pub(super) const PLACE: &str = "place";
/// Verbs of what somebody can be seen at besides, or that say little of it.
const BESIDE: [&str; 89] = [
    "be",
    "have",
    "get",
    "go",
    "come",
    "move",
    "make",
    "take",
    "hold",
    "carry",
    "wear",
    "use",
    "look",
    "watch",
    "see",
    "smile",
    "laugh",
    "talk",
    "speak",
    "stand",
    "sit",
    "lie",
    "lean",
    "wait",
    "pose",
    "point",
    "wave",
    "show",
    "try",
    "enjoy",
    "play",
    "perform",
    "compete",
    "practise",
    "practice",
    "exercise",
    "train",
    "participate",
    "rest",
    "relax",
    "lounge",
    "float",
    "hang",
    "stretch",
    "start",
    "begin",
    "prepare",
    "work",
    "help",
    "share",
    "gather",
    "join",
    "celebrate",
    "appear",
    "seem",
    "turn",
    "face",
    "listen",
    "hear",
    "think",
    "hit",
    "kick",
    "throw",
    "catch",
    "swing",
    "cast",
    "glide",
    "slide",
    "race",
    "cross",
    "reach",
    "travel",
    "pass",
    "stare",
    "gaze",
    "hug",
    "follow",
    "handle",
    "greet",
    "put",
    "do",
    "gather",
    "operate",
    "attend",
    "return",
    "need",
    "want",
    "like",
    "love",
];

/// A word or phrase that tells scenes.
#[derive(Clone, Debug)]
struct Seen {
    /// Its place among the units of its sentence.
    unit: usize,
    /// Of whom it is told, as a place in the items; `None` where nobody is named.
    of: Option<usize>,
    scenes: &'static [SceneId],
}

/// What a sentence tells as going on.
#[derive(Clone, Debug, Default)]
pub(super) struct Scene {
    agents: Vec<usize>,
    seen: Vec<Seen>,
}

impl Scene {
    pub(super) fn of(items: &[Item], phrases: &[phrase::Phrase], view: &View) -> Self {
        if is_past(view) {
            return Self::default();
        }
        // "A roller coaster" is no coast.
        let is_part = |at: usize| {
            let is_noun = items.get(at).is_some_and(|item| is_noun(item, view));
            phrases.iter().any(|phrase| {
                let first = phrase.words.first().copied();
                // "Riding a bike": the phrase says it.
                let is_head = first == Some(at) && scenes(&phrase.item, view).is_some();
                is_head
                    || (is_noun
                        && phrase.words.contains(&at)
                        && begins_with_noun(items, first, view))
            })
        };
        let units = items.iter().enumerate();
        let of_phrases = phrases.iter().enumerate();
        let units = units.chain(of_phrases.map(|(at, phrase)| (items.len() + at, &phrase.item)));
        let seen = units.filter_map(|(unit, item)| {
            let scenes = scenes(item, view).filter(|_| !is_part(unit))?;
            Some(Seen {
                unit,
                of: item.clause.and_then(|clause| agent(items, view, clause)),
                scenes,
            })
        });
        let seen: Vec<Seen> = seen.take(MOST).collect();
        let agents = agents(items, view);
        Self { agents, seen }
    }
}

impl Scene {
    /// The items of all who are seen.
    pub(super) fn agents<'a>(&self, items: &'a [Item]) -> impl Iterator<Item = &'a Item> {
        self.agents.iter().filter_map(|&at| items.get(at))
    }

    /// The places that are told.
    pub(super) fn places(&self) -> Vec<SceneId> {
        let seen = self.seen.iter().flat_map(|seen| seen.scenes);
        seen.filter(|scene| scene.field == PLACE).copied().collect()
    }
}

/// Whether the first finite verb tells of another time than now, or of what is said.
fn is_past(view: &View) -> bool {
    let verbs = view
        .clauses
        .iter()
        .filter_map(|clause| view.phrase(clause.verb?));
    let mut finite = verbs.filter(|phrase| phrase.verb.finite);
    finite.next().is_some_and(|phrase| {
        let verb = phrase.verb;
        let is_told = SAYING.contains(&view.verb_text(phrase.head));
        let is_perfect = verb.perfect && !verb.only_auxiliary;
        verb.past || is_perfect || verb.modal.is_some() || is_told
    })
}

fn begins_with_noun(items: &[Item], first: Option<usize>, view: &View) -> bool {
    let first = first.and_then(|first| items.get(first));
    first.is_some_and(|first| is_noun(first, view))
}

fn is_noun(item: &Item, view: &View) -> bool {
    view.tags.get(item.token).is_some_and(|tag| tag.is_noun())
}

/// The scenes that a word or phrase tells, if it is not denied.
fn scenes(item: &Item, view: &View) -> Option<&'static [SceneId]> {
    let is_verb = view.tags.get(item.token).is_some_and(|tag| tag.is_verb());
    let other = is_verb && NOUNS.contains(&item.lemma.as_ref());
    let scenes = |entry: Option<&'static Entry>| {
        entry
            .map(|entry| entry.scenes.as_slice())
            .filter(|scenes| !scenes.is_empty())
    };
    scenes(item.of_lemma)
        .or_else(|| scenes(item.of_form))
        .filter(|_| !(item.negated || other))
}

/// Who is seen at what a clause tells.
fn agent(items: &[Item], view: &View, clause: ClauseId) -> Option<usize> {
    let phrase = view.phrase(view.agent(clause)?)?;
    item_at(items, phrase.head)
}

/// All who are seen: the agents of the clauses, the first noun, and the members of a group.
fn agents(items: &[Item], view: &View) -> Vec<usize> {
    let of_clauses = view.clauses.iter().enumerate();
    let of_clauses = of_clauses.filter_map(|(at, _)| agent(items, view, ClauseId::new(at)));
    let is_noun = |phrase: &&Phrase| phrase.kind == PhraseKind::Noun;
    let first = view.phrases.iter().find(is_noun);
    let first = first.and_then(|phrase| item_at(items, phrase.head));
    let mut agents: Vec<usize> = of_clauses.chain(first).take(MOST).collect();
    let members = agents.iter().filter_map(|&at| {
        let is_many = MANY.contains(&items.get(at)?.lemma.as_ref());
        let is_of = is_many && items.get(at + 1)?.form == "of";
        let mut after = items.iter().enumerate().skip(at + 2);
        let phrase = view.phrase(view.phrase_at(after.next().filter(|_| is_of)?.1.token)?)?;
        item_at(items, phrase.head)
    });
    let members: Vec<usize> = members.collect();
    agents.extend(members);
    agents.sort_unstable();
    agents.dedup();
    agents
}

/// Whether the same one is seen in two scenes of which nobody is in both at once.
pub(super) fn differ(left: &Worded, right: &Worded, values: &[Vec<f64>; 2]) -> bool {
    let (one, other) = (&left.scene, &right.scene);
    let [lefts, rights] = values;
    // "Rebels seize the airport": a headline tells what was done.
    let is_seen = is_seen(left) || is_seen(right);
    let mut pairs = one
        .agents
        .iter()
        .flat_map(|l| other.agents.iter().map(move |r| (*l, *r)));
    pairs.any(|(l, r)| {
        let both = left.items.get(l).zip(right.items.get(r));
        both.is_some_and(|(one, other)| is_one(one, other)) && {
            let (l, r) = (of(left, l), of(right, r));
            let (one, other) = (told(left, &l, lefts), told(right, &r, rights));
            excludes(&one, &other)
                || (is_seen && is_closed(&other) && does_other(left, &one, lefts))
                || (is_seen && is_closed(&one) && does_other(right, &other, rights))
                || (both.is_some_and(|(one, other)| is_animate(one) && is_animate(other))
                    && is_seen
                    && does_other(left, &one, lefts)
                    && does_other(right, &other, rights)
                    && do_differ(left, right))
        }
    })
}

/// What is told of an agent, or of nobody.
fn of(worded: &Worded, agent: usize) -> Vec<&Seen> {
    // "Sits in a high chair eating soup", "a group of boys": neither the chair nor the group is another one.
    let is_him = |at: usize| {
        let item = worded.items.get(at);
        at == agent
            || item.is_none_or(|item| !is_animate(item) || MANY.contains(&item.lemma.as_ref()))
    };
    let seen = worded.scene.seen.iter();
    seen.filter(|seen| seen.of.is_none_or(is_him)).collect()
}

/// Each scene that is told, with whether the other sentence has the word too.
fn told(worded: &Worded, seen: &[&Seen], values: &[f64]) -> Vec<(SceneId, bool)> {
    let mut told = Vec::new();
    for seen in seen {
        let is_met = worded
            .words(seen.unit)
            .all(|word| values.get(word).is_some_and(|&value| value > 0.0));
        told.extend(seen.scenes.iter().map(|&scene| (scene, is_met)));
    }
    told.sort_unstable();
    told
}

/// Whether there is a field of which both tell, and in no scene the same.
fn excludes(one: &[(SceneId, bool)], other: &[(SceneId, bool)]) -> bool {
    one.chunk_by(|a, b| a.0.field == b.0.field).any(|scenes| {
        let Some(field) = scenes.first().map(|(scene, _)| scene.field) else {
            return false;
        };
        let mut others = other
            .iter()
            .filter(|(scene, _)| scene.field == field)
            .peekable();
        let is_told = others.peek().is_some();
        let is_shared = |(scene, is_met): &(SceneId, bool)| {
            *is_met || scenes.iter().any(|(met, _)| met == scene)
        };
        is_told && !scenes.iter().any(|(_, is_met)| *is_met) && !others.any(is_shared)
    })
}

/// Whether a scene is told that has words of its own, and none that the other sentence has: "is swimming".
fn is_closed(told: &[(SceneId, bool)]) -> bool {
    let mut told = told
        .iter()
        .filter(|(scene, _)| scene.field == DOING)
        .peekable();
    told.peek().is_some() && told.all(|(scene, is_met)| scene.is_closed && !is_met)
}

/// Whether a sentence tells of somebody a deed that is in no scene, and may be in any other than a closed one: "is stacking books".
fn does_other(worded: &Worded, told: &[(SceneId, bool)], values: &[f64]) -> bool {
    let deeds = worded.deeds.iter().filter(|deed| deed.goes_on(worded));
    let mut verbs = deeds.filter_map(|deed| Some((deed.verb, worded.items.get(deed.verb)?)));
    let is_other = |(at, verb): &(usize, &Item)| {
        let is_alone = values.get(*at).is_none_or(|&value| value <= 0.0);
        is_alone && verb.is_deed && !verb.negated && !BESIDE.contains(&verb.lemma.as_ref())
    };
    let is_in_none = !told.iter().any(|(scene, _)| scene.field == DOING);
    is_in_none
        && verbs.all(|verb| is_other(&verb))
        && worded.deeds.iter().any(|deed| deed.goes_on(worded))
}

/// Whether something is told as one sees it: "is running".
pub(super) fn is_seen(worded: &Worded) -> bool {
    going_on(worded).any(|verb| verb.form.ends_with("ing"))
}

/// Whether no deed that goes on is of a kind with one of the other sentence.
fn do_differ(left: &Worded, right: &Worded) -> bool {
    let is_other =
        |l: &Item| going_on(right).all(|r| !matches!(bond(l, r), Some(Bond::Same | Bond::Kind)));
    going_on(left).all(is_other)
}

/// The verbs of what goes on.
fn going_on(worded: &Worded) -> impl Iterator<Item = &Item> {
    let deeds = worded.deeds.iter().filter(|deed| deed.goes_on(worded));
    deeds.filter_map(|deed| worded.items.get(deed.verb))
}

/// Whether two words can be said of the same one: "man" and "person", "boys" and "they".
fn is_one(one: &Item, other: &Item) -> bool {
    let is_bond = |bond: Option<Bond>| matches!(bond, Some(Bond::Same | Bond::Kind));
    (one.is_telling() && one.lemma == other.lemma)
        || is_bond(bond(one, other))
        || (is_somebody(one) && is_person(other))
        || (is_somebody(other) && is_person(one))
}

/// "Somebody", "they", "the two".
fn is_somebody(item: &Item) -> bool {
    item.is_number() || SOMEBODY.contains(&item.lemma.as_ref())
}

pub(super) fn is_animate(item: &Item) -> bool {
    !is_somebody(item) && item.of_lemma.is_some_and(|entry| entry.is_animate)
}

fn is_person(item: &Item) -> bool {
    item.of_lemma.is_some_and(|entry| entry.is_person)
}

#[cfg(test)]
mod tests {
    use crate::compare::wording::is_opposed;

    #[test]
    fn nobody_is_in_two_scenes_at_once() {
        let drummer = "A man in a grey vest is playing the drums on a stage.";
        for other in [
            "The man is asleep in his bed.",
            "A man is swimming.",
            "A man is at the beach.",
            "Someone is eating lunch in a restaurant.",
        ] {
            assert!(is_opposed(drummer, other), "{other}");
        }
        for other in [
            "A man is making music.",
            "A musician is performing.",
            "A man is smiling.",
            "A dog is swimming.",
            "The man was at the beach.",
        ] {
            assert!(!is_opposed(drummer, other), "{other}");
        }
        assert!(!is_opposed(
            "A child sits in a high chair eating soup.",
            "A child is having a meal."
        ));
    }

    #[test]
    fn who_does_one_thing_does_no_other() {
        let librarian = "A librarian is stacking books.";
        assert!(is_opposed(librarian, "The librarian is swimming."));
        assert!(!is_opposed(librarian, "The librarian is working."));
        assert!(!is_opposed(
            "Rebels seize the port.",
            "Rebels shell a convoy."
        ));
    }
}
