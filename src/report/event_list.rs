//! Claims in the event list that Discourse Network Analyzer writes, which its tools for R and other network programs read.
//!
//! DNA codes statements: an organisation, and perhaps a person, agrees (1) or doesn't (0) with a concept, at a time. The concept is the position
//! here, the organisation the actor. Targets have no column of their own in that list; so that *for Hamas's legitimacy* and *for Israel's* are
//! not one concept, they can be made part of it ([`EventList::with_targets`]).
//!
//! A claim without a side has no place in it, nor have claims of nobody in particular or of the writer: they are left out and counted.

use std::fmt;

use crate::claim::{Claim, Stance};
use crate::pack::Pack;
use crate::pipeline::Article;

use super::csv::table;
use super::escape;

/// The claims of articles as an event list: fields separated by semicolons, one claim a line, in document order.
///
/// `time` is that of the claim, or else of its article; a month or a year stands for its first day, and it is empty where neither is known.
#[derive(Clone, Copy, Debug)]
pub struct EventList<'a> {
    articles: &'a [Article],
    pack: &'a Pack,
    has_targets: bool,
}

/// The names of the columns: DNA's variables after the number and the time, and its facts about the document after these.
const COLUMNS: [&str; 11] = [
    "statement_id",
    "time",
    "person",
    "organization",
    "concept",
    "agreement",
    "document_id",
    "document_title",
    "author",
    "source",
    "text",
];

impl<'a> EventList<'a> {
    /// The claims of these articles, with the names and people of a pack.
    #[must_use]
    pub fn new(articles: &'a [Article], pack: &'a Pack) -> Self {
        Self {
            articles,
            pack,
            has_targets: false,
        }
    }

    /// With the targets as part of the concept: "legitimacy (Hamas)".
    #[must_use]
    pub fn with_targets(mut self) -> Self {
        self.has_targets = true;
        self
    }

    /// How many claims have no place in the list: those without a side, of nobody in particular, and of a writer.
    #[must_use]
    pub fn left_out(&self) -> usize {
        let claims = self.articles.iter().flat_map(Article::claims);
        claims.filter(|claim| agreement(claim).is_none()).count()
    }

    fn row(&self, id: usize, article: &Article, claim: &Claim, agreement: u8) -> Vec<String> {
        let document = article.document();
        let text = |text: Option<&str>| text.map(escape::event_list).unwrap_or_default();
        vec![
            id.to_string(),
            time(article, claim),
            text(self.person(article, claim)),
            escape::event_list(self.name(&claim.actor)),
            escape::event_list(&self.concept(claim)),
            agreement.to_string(),
            escape::event_list(document.id()),
            text(document.title()),
            text(document.author()),
            text(document.outlet()),
            escape::event_list(article.text(claim.evidence)),
        ]
    }

    fn name<'n>(&'n self, actor: &'n crate::ActorId) -> &'n str {
        let known = self.pack.actor(actor);
        known.map_or(actor.as_str(), |actor| actor.name())
    }

    fn concept(&self, claim: &Claim) -> String {
        let targets: Vec<&str> = claim
            .target
            .iter()
            .map(|target| self.name(target))
            .collect();
        if self.has_targets && !targets.is_empty() {
            format!("{} ({})", claim.position, targets.join(", "))
        } else {
            claim.position.to_string()
        }
    }

    /// Who spoke for the actor, under the name that the pack has: the words of the mention end in the family name.
    fn person(&self, article: &Article, claim: &Claim) -> Option<&'a str> {
        let last = article
            .text(claim.mention?)
            .split_whitespace()
            .next_back()?;
        let actor = self.pack.actor(&claim.actor)?;
        let is_meant = |person: &&str| person.split_whitespace().next_back() == Some(last);
        actor.people().find(is_meant)
    }
}

impl fmt::Display for EventList<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let claims = self.articles.iter().flat_map(|article| {
            article
                .claims()
                .filter_map(move |claim| Some((article, claim, agreement(claim)?)))
        });
        let rows = claims
            .enumerate()
            .map(|(at, (article, claim, agreement))| self.row(at + 1, article, claim, agreement));
        f.write_str(&table(b';', &COLUMNS, rows).ok_or(fmt::Error)?)
    }
}

/// 1 for the position, 0 against it.
fn agreement(claim: &Claim) -> Option<u8> {
    if claim.actor.is_other() || claim.actor.is_author() {
        return None;
    }
    match claim.stance {
        Stance::Support => Some(1),
        Stance::Oppose => Some(0),
        Stance::Neutral => None,
    }
}

/// "2024-02-01 00:00:00", as DNA writes it.
fn time(article: &Article, claim: &Claim) -> String {
    let Some(date) = claim.date.or_else(|| article.document().date()) else {
        return String::new();
    };
    let (month, day) = (date.month().unwrap_or(1), date.day().unwrap_or(1));
    format!("{:04}-{month:02}-{day:02} 00:00:00", date.year())
}
