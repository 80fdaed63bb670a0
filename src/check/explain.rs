//! Why did no rule fire? What was found in a text, with how it came about, and what nearly was.

use std::fmt;

use crate::claim::Miss;
use crate::pack::{Cue, Role, RuleId, Rules, Slot, Spoken};
use crate::span::Span;
use crate::{Article, Document, Parallax};

/// What a reader finds in a text, and what it nearly finds.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Explanation {
    /// The text with its claims, each with its trace.
    pub article: Article,
    /// Cues whose words stand in the text and that made no claim, in text order.
    pub near_misses: Vec<NearMiss>,
}

/// A cue whose words stand in a text and that made no claim.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct NearMiss {
    /// The cue.
    pub rule: RuleId,
    /// Its words in the text.
    pub words: Span,
    /// The first part of it that failed.
    pub unmet: Unmet,
}

/// The part of a cue that failed. `Display` says it in words.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unmet {
    /// Neither this sentence nor the one before has a word of these lists.
    Near {
        /// Their ids.
        lists: Vec<String>,
    },
    /// The article has not spoken of a word of these lists lately.
    Topic {
        /// Their ids.
        lists: Vec<String>,
    },
    /// The sentence has a word of one of these lists.
    NotNear {
        /// Their ids.
        lists: Vec<String>,
    },
    /// The sentence has no word of the lists that a slot asks for.
    Words {
        /// The slot, as its key is written.
        slot: String,
        /// The ids of the lists.
        lists: Vec<String>,
    },
    /// The words stand there as another class of word: a noun where a verb is wanted.
    Place,
    /// Nothing that stands in a slot fits it.
    Slot {
        /// The slot, as its key is written.
        slot: String,
        /// What it asks for.
        wants: String,
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

/// What `parallax` finds in a document, and what it nearly finds.
///
/// ```
/// use parallax::{Document, Pack, Parallax, check};
///
/// let pack = Pack::from_toml("own.toml", r#"
/// [[actor]]
/// id = "norland"
/// name = "Norland"
/// kind = "state"
/// [[position]]
/// id = "levy"
/// question = "Is the levy right?"
/// [[cue]]
/// id = "back-levy"
/// position = "levy"
/// stance = "support"
/// verb = ["back"]
/// subject = "actor"
/// object = { like = ["levy_word"] }
/// [[list]]
/// id = "levy_word"
/// words = ["levy"]
/// "#).unwrap();
/// let document = Document::from_text("one", "Norland backed the toll.");
/// let explained = check::explain(&Parallax::new(pack), &document);
/// assert_eq!(explained.article.claims().count(), 0);
/// let unmet = explained.near_misses[0].unmet.to_string();
/// assert_eq!(unmet, "`object` asks for a word of levy_word, and the sentence has none");
/// ```
#[must_use]
pub fn explain(parallax: &Parallax, document: &Document) -> Explanation {
    let (article, watch) = parallax.watch(document);
    let rules = parallax.pack().rules();
    let near_misses = watch.near_misses.iter().filter_map(|near| {
        let cue = rules.cues.get(near.cue)?;
        Some(NearMiss {
            rule: cue.id.clone(),
            words: near.words,
            unmet: unmet(rules, cue, near.miss, near.found),
        })
    });
    let near_misses = near_misses.collect();
    Explanation {
        article,
        near_misses,
    }
}

/// A part of a cue that failed, in the pack's words.
fn unmet(rules: &Rules, cue: &Cue, miss: Miss, found: Option<Span>) -> Unmet {
    let lists = |ids: &[u16]| names(rules, ids);
    let slot = |index: usize| cue.slots.get(index);
    match miss {
        Miss::Near => Unmet::Near {
            lists: lists(&cue.near),
        },
        Miss::Topic => Unmet::Topic {
            lists: lists(&cue.topic),
        },
        Miss::NotNear => Unmet::NotNear {
            lists: lists(&cue.not_near),
        },
        Miss::Words(index) => Unmet::Words {
            slot: slot(index)
                .map(|(spoken, _)| key(spoken))
                .unwrap_or_default(),
            lists: slot(index)
                .map(|(_, slot)| lists(&slot.like))
                .unwrap_or_default(),
        },
        Miss::Place => Unmet::Place,
        Miss::Slot(index) => Unmet::Slot {
            slot: slot(index)
                .map(|(spoken, _)| key(spoken))
                .unwrap_or_default(),
            wants: slot(index)
                .map(|(_, slot)| wants(rules, slot))
                .unwrap_or_default(),
            found: found.filter(|span| !span.is_empty()),
        },
        Miss::Beaten(by) => match rules.cues.get(by) {
            Some(by) => Unmet::Beaten { by: by.id.clone() },
            None => Unmet::Holder,
        },
        Miss::Operator => Unmet::Operator,
        Miss::Holder => Unmet::Holder,
    }
}

fn names(rules: &Rules, ids: &[u16]) -> Vec<String> {
    let name = |id: &u16| {
        rules
            .lists
            .get(usize::from(*id))
            .map(|list| list.id.to_string())
    };
    ids.iter().filter_map(name).collect()
}

/// A slot's key, as it is written in a pack.
fn key(spoken: &Spoken) -> String {
    match spoken {
        Spoken::Subject => "subject".to_owned(),
        Spoken::Object => "object".to_owned(),
        Spoken::Predicate => "predicate".to_owned(),
        Spoken::Preposition(word) => (*word).to_owned(),
        Spoken::Of => "of".to_owned(),
    }
}

/// What a slot asks for, in words.
fn wants(rules: &Rules, slot: &Slot) -> String {
    let role = |role: Role| match role {
        Role::Actor => "the holder",
        Role::Target => "a target",
    };
    let mut parts = Vec::new();
    if let Some(wanted) = slot.role.filter(|_| !slot.role_optional) {
        parts.push(format!("an actor as {}", role(wanted)));
    }
    if !slot.like.is_empty() {
        parts.push(format!("a word of {}", names(rules, &slot.like).join(", ")));
    }
    if !slot.unlike.is_empty() {
        parts.push(format!(
            "no word of {}",
            names(rules, &slot.unlike).join(", ")
        ));
    }
    if !slot.actors.is_empty() {
        let ids = slot
            .actors
            .iter()
            .filter_map(|actor| rules.actors.get(*actor));
        let ids: Vec<&str> = ids.map(|actor| actor.id.as_str()).collect();
        parts.push(format!("one of {}", ids.join(", ")));
    }
    if let Some(wanted) = slot.owner.filter(|_| !slot.owner_optional) {
        parts.push(format!("an owner that is an actor, as {}", role(wanted)));
    }
    parts.join("; ")
}

impl fmt::Display for Unmet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Near { lists } => write!(
                f,
                "neither this sentence nor the one before has a word of {}",
                lists.join(", ")
            ),
            Self::Topic { lists } => write!(
                f,
                "the article doesn't speak of a word of {}",
                lists.join(", ")
            ),
            Self::NotNear { lists } => {
                write!(f, "the sentence has a word of {}", lists.join(", "))
            }
            Self::Words { slot, lists } => write!(
                f,
                "`{slot}` asks for a word of {}, and the sentence has none",
                lists.join(", ")
            ),
            Self::Place => f.write_str("the words are another class of word here"),
            Self::Slot { slot, wants, found } => {
                let wants = if wants.is_empty() { "something" } else { wants };
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
