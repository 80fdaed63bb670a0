//! Why did no rule fire? What was found in a text, with how it came about, and what nearly was.

use crate::pack::RuleId;
use crate::span::Span;
use crate::{Article, Document, Parallax};

use super::unmet::Unmet;

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
            unmet: Unmet::of(rules, cue, near.miss, near.found),
        })
    });
    let near_misses = near_misses.collect();
    Explanation {
        article,
        near_misses,
    }
}
