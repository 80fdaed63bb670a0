//! The part of a cue that failed, as a value and in words.

use std::fmt;

use crate::claim::Miss;
use crate::pack::{ActorId, Cue, Role, RuleId, Rules, Slot, Spoken, WordListId};
use crate::span::Span;

/// The part of a cue that failed. `Display` says it in words.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unmet {
    /// Neither this sentence nor the one before has a word of these lists.
    Near {
        /// Their ids.
        lists: Vec<WordListId>,
    },
    /// The article has not spoken of a word of these lists lately.
    Topic {
        /// Their ids.
        lists: Vec<WordListId>,
    },
    /// The sentence has a word of one of these lists.
    NotNear {
        /// Their ids.
        lists: Vec<WordListId>,
    },
    /// The sentence has no word of the lists that a slot asks for.
    Words {
        /// The slot.
        slot: SlotKey,
        /// The ids of the lists.
        lists: Vec<WordListId>,
    },
    /// The words stand there as another class of word: a noun where a verb is wanted.
    Place,
    /// Nothing that stands in a slot fits it.
    Slot {
        /// The slot.
        slot: SlotKey,
        /// What it asks for.
        wants: Wants,
        /// What stands there, if anything does.
        found: Option<Span>,
    },
    /// Another cue on the same words is more specific.
    Beaten {
        /// The other cue.
        by: RuleId,
    },
    /// It says nothing by itself, and no operator that it needs stands above it.
    Operator,
    /// Nobody is left who holds it, or the words above it cancel it.
    Holder,
}

/// A slot of a cue. `Display` writes its key as a pack does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SlotKey {
    /// Who does it.
    Subject,
    /// To whom it is done.
    Object,
    /// What the object is called or made.
    Predicate,
    /// A prepositional phrase, by its preposition.
    Preposition(&'static str),
    /// The thing that an adjective or noun is said of.
    Of,
}

/// What a slot asks for, all of it at once. `Display` says it in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Wants {
    /// An actor, and what it is to the claim.
    pub actor: Option<Part>,
    /// A word of one of these lists.
    pub like: Vec<WordListId>,
    /// No word of any of these lists.
    pub unlike: Vec<WordListId>,
    /// One of these actors.
    pub one_of: Vec<ActorId>,
    /// Two actors.
    pub several: bool,
    /// An owner that is an actor, and what it is to the claim.
    pub owner: Option<Part>,
}

/// What an actor in a slot is to the claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Whose stance it is.
    Holder,
    /// About whom.
    Target,
}

impl Unmet {
    /// The part of `cue` that failed, and what stood there.
    pub(super) fn of(rules: &Rules, cue: &Cue, miss: Miss, found: Option<Span>) -> Self {
        let lists = |ids: &[u16]| ids_of(rules, ids);
        match miss {
            Miss::Near => Self::Near {
                lists: lists(&cue.near),
            },
            Miss::Topic => Self::Topic {
                lists: lists(&cue.topic),
            },
            Miss::NotNear => Self::NotNear {
                lists: lists(&cue.not_near),
            },
            Miss::Place => Self::Place,
            Miss::Words(index) => match cue.slots.get(index) {
                Some((spoken, slot)) => Self::Words {
                    slot: SlotKey::of(*spoken),
                    lists: lists(&slot.like),
                },
                None => Self::Place,
            },
            Miss::Slot(index) => match cue.slots.get(index) {
                Some((spoken, slot)) => Self::Slot {
                    slot: SlotKey::of(*spoken),
                    wants: Wants::of(rules, slot),
                    found: found.filter(|span| !span.is_empty()),
                },
                None => Self::Place,
            },
            Miss::Beaten(by) => match rules.cues.get(by) {
                Some(by) => Self::Beaten { by: by.id.clone() },
                None => Self::Holder,
            },
            Miss::Operator => Self::Operator,
            Miss::Holder => Self::Holder,
        }
    }
}

impl SlotKey {
    fn of(spoken: Spoken) -> Self {
        match spoken {
            Spoken::Subject => Self::Subject,
            Spoken::Object => Self::Object,
            Spoken::Predicate => Self::Predicate,
            Spoken::Preposition(word) => Self::Preposition(word),
            Spoken::Of => Self::Of,
        }
    }
}

impl Wants {
    fn of(rules: &Rules, slot: &Slot) -> Self {
        let part = |role: Role| match role {
            Role::Actor => Part::Holder,
            Role::Target => Part::Target,
        };
        let actors = slot.actors.iter().filter_map(|at| rules.actors.get(*at));
        Self {
            actor: slot.role.filter(|_| !slot.role_optional).map(part),
            like: ids_of(rules, &slot.like),
            unlike: ids_of(rules, &slot.unlike),
            one_of: actors.map(|actor| actor.id.clone()).collect(),
            several: slot.several,
            owner: slot.owner.filter(|_| !slot.owner_optional).map(part),
        }
    }
}

fn ids_of(rules: &Rules, lists: &[u16]) -> Vec<WordListId> {
    let list = |at: &u16| rules.lists.get(usize::from(*at));
    let lists = lists.iter().filter_map(list);
    lists.map(|list| WordListId::new(&list.id)).collect()
}

/// "a, b".
struct Listed<'a, I>(&'a [I]);

/// So many actors of a slot are named: "one of several kinds" can be hundreds.
const AT_MOST: usize = 3;

impl<I: fmt::Display> fmt::Display for Listed<'_, I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (nth, item) in self.0.iter().enumerate() {
            let comma = if nth == 0 { "" } else { ", " };
            write!(f, "{comma}{item}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Unmet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Near { lists } => write!(
                f,
                "neither this sentence nor the one before has a word of {}",
                Listed(lists)
            ),
            Self::Topic { lists } => {
                write!(
                    f,
                    "the article doesn't speak of a word of {}",
                    Listed(lists)
                )
            }
            Self::NotNear { lists } => write!(f, "the sentence has a word of {}", Listed(lists)),
            Self::Words { slot, lists } => write!(
                f,
                "`{slot}` asks for a word of {}, and the sentence has none",
                Listed(lists)
            ),
            Self::Place => f.write_str("the words are another class of word here"),
            Self::Slot { slot, wants, found } => {
                let what = if found.is_some() {
                    "what stands there doesn't fit"
                } else {
                    "nothing stands there"
                };
                write!(f, "`{slot}` asks for {wants}, and {what}")
            }
            Self::Beaten { by } => write!(f, "{by} is more specific on the same words"),
            Self::Operator => f.write_str("it needs an operator above it, and none stands there"),
            Self::Holder => {
                f.write_str("nobody is left who holds it, or the words above it cancel it")
            }
        }
    }
}

impl fmt::Display for SlotKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Subject => "subject",
            Self::Object => "object",
            Self::Predicate => "predicate",
            Self::Preposition(word) => word,
            Self::Of => "of",
        })
    }
}

impl fmt::Display for Wants {
    /// "an actor as the holder; a word of levy_word"; "something" where nothing in particular is asked for.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = Vec::new();
        if let Some(part) = self.actor {
            parts.push(format!("an actor as {part}"));
        }
        if !self.like.is_empty() {
            parts.push(format!("a word of {}", Listed(&self.like)));
        }
        if !self.unlike.is_empty() {
            parts.push(format!("no word of {}", Listed(&self.unlike)));
        }
        if !self.one_of.is_empty() {
            let few = self.one_of.get(..AT_MOST).unwrap_or(&self.one_of);
            let more = match self.one_of.len() - few.len() {
                0 => String::new(),
                more => format!(" and {more} more"),
            };
            parts.push(format!("one of {}{more}", Listed(few)));
        }
        if self.several {
            parts.push("two actors".to_owned());
        }
        if let Some(part) = self.owner {
            parts.push(format!("an owner that is an actor, as {part}"));
        }
        if parts.is_empty() {
            parts.push("something".to_owned());
        }
        f.write_str(&parts.join("; "))
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Holder => "the holder",
            Self::Target => "a target",
        })
    }
}
