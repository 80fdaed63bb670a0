//! The words of the reports: neutral, the same in each format, and not yet escaped.

use std::collections::BTreeSet;

use crate::claim::{Mode, Stance};
use crate::compare::{Change, Comparison, MergedClaim, Passage, Point, Telling};
use crate::document::Document;
use crate::pack::{ActorId, PositionId};

/// Names of articles, claims and actors as a report shows them.
#[derive(Clone, Debug)]
pub(super) struct Prose<'a> {
    comparison: &'a Comparison,
    /// For each article: its place in the order of comparison, from 0.
    turns: Vec<usize>,
    /// For each claim: its number in its article, from 1.
    numbers: Vec<usize>,
}

impl<'a> Prose<'a> {
    pub(super) fn new(comparison: &'a Comparison) -> Self {
        let mut counts = vec![0usize; comparison.documents().len()];
        let number = |claim: &MergedClaim| {
            let count = counts.get_mut(claim.document)?;
            *count += 1;
            Some(*count)
        };
        let numbers = comparison
            .claims()
            .iter()
            .map(number)
            .map(Option::unwrap_or_default)
            .collect();
        let mut turns = vec![0; comparison.documents().len()];
        for (turn, &document) in comparison.order().iter().enumerate() {
            if let Some(slot) = turns.get_mut(document) {
                *slot = turn;
            }
        }
        Self {
            comparison,
            turns,
            numbers,
        }
    }

    /// The articles in the order of comparison, the earliest first where each has a date.
    pub(super) fn documents(&self) -> impl Iterator<Item = (usize, &'a Document)> {
        let documents = self.comparison.documents();
        let order = self.comparison.order().iter();
        order.filter_map(|&at| Some((at, documents.get(at)?)))
    }

    /// The place of an article in the order of comparison, from 0.
    pub(super) fn turn(&self, document: usize) -> usize {
        self.turns.get(document).copied().unwrap_or(document)
    }

    /// Claims by the place of their articles in the order of comparison, then as they come.
    pub(super) fn in_order(&self, claims: &BTreeSet<usize>) -> Vec<usize> {
        let mut order: Vec<usize> = claims.iter().copied().collect();
        let claim = |at: usize| self.comparison.claim(at);
        order.sort_by_key(|&at| claim(at).map(|claim| self.turn(claim.document)));
        order
    }

    /// The letter of an article, in the order of comparison: A, B … Z, then AA, AB …
    pub(super) fn letter(&self, document: usize) -> String {
        letter(self.turn(document))
    }

    /// What a report calls a claim: A4, the fourth claim of the first article.
    pub(super) fn label(&self, claim: usize) -> String {
        let document = self.comparison.claim(claim).map_or(0, |c| c.document);
        let number = self.numbers.get(claim).copied().unwrap_or_default();
        format!("{}{number}", self.letter(document))
    }

    /// "A4, B26 and 3 more", each label as `link` writes it.
    pub(super) fn labels(
        &self,
        claims: &[usize],
        more: usize,
        link: impl Fn(usize, &str) -> String,
    ) -> String {
        let labels: Vec<String> = claims
            .iter()
            .map(|&claim| link(claim, &self.label(claim)))
            .collect();
        let labels = labels.join(", ");
        if more > 0 {
            format!("{labels} and {more} more")
        } else {
            labels
        }
    }

    /// The name of an article.
    pub(super) fn article(&self, document: usize) -> &'a str {
        self.comparison
            .documents()
            .get(document)
            .map_or("", Document::id)
    }

    /// The sentence of a passage.
    pub(super) fn passage(&self, passage: Passage) -> &'a str {
        let document = self.comparison.documents().get(passage.document);
        let text = document.map_or("", Document::text);
        passage.sentence.span.of(text)
    }

    pub(super) fn actor<'s>(&'s self, actor: &'s ActorId) -> &'s str {
        if actor.is_author() {
            "the author"
        } else if actor.is_other() {
            "unnamed others"
        } else {
            self.comparison.actor_name(actor)
        }
    }

    /// The actors of a target: "Hamas, Iran"; `None` where it is empty.
    pub(super) fn target(&self, claim: &'a MergedClaim) -> Option<String> {
        let names: Vec<&str> = claim
            .target
            .iter()
            .map(|target| self.actor(target))
            .collect();
        (!names.is_empty()).then(|| names.join(", "))
    }

    /// A position's name.
    pub(super) fn position(&self, position: &PositionId) -> String {
        self.comparison.position_name(position).into_owned()
    }

    /// "legitimacy (Hamas)".
    pub(super) fn matter(&self, claim: &'a MergedClaim) -> String {
        let position = self.position(&claim.position);
        match self.target(claim) {
            Some(target) => format!("{position} ({target})"),
            None => position,
        }
    }

    /// The same of a position and one target.
    pub(super) fn matter_of(&self, position: &PositionId, target: Option<&ActorId>) -> String {
        let position = self.position(position);
        match target {
            Some(target) => format!("{position} ({})", self.actor(target)),
            None => position,
        }
    }

    /// "2021 (2021-03): support, shifted".
    pub(super) fn point(&self, point: &Point) -> String {
        let stances: Vec<&str> = point.stances.iter().map(|&stance| name(stance)).collect();
        let date = point
            .date
            .map(|date| format!(" ({date})"))
            .unwrap_or_default();
        let change = match point.change {
            Change::Shifted => ", shifted",
            Change::Elsewhere => ", towards others",
            Change::First | Change::Held => "",
        };
        format!(
            "{}{date}: {}{change}",
            self.article(point.document),
            stances.join(" and ")
        )
    }

    /// Where a claim was told on whose word: "told by the author, put as possible".
    pub(super) fn manner(&self, claim: &'a MergedClaim, told: &'a Telling) -> String {
        let mut manner = if told.speaker.is_author() {
            "told by the author".to_owned()
        } else if told.speaker == claim.actor && !told.speaker.is_other() {
            "on its own word".to_owned()
        } else {
            format!("on the word of {}", self.actor(&told.speaker))
        };
        if told.negated {
            manner.push_str(", under negation");
        }
        if told.hedged {
            manner.push_str(", put as possible");
        }
        if let Some(date) = told.date {
            manner.push_str(&format!(", {date}"));
        }
        manner
    }
}

fn letter(turn: usize) -> String {
    let last = (b'A'..=b'Z').nth(turn % 26).map_or('?', char::from);
    match (turn / 26).checked_sub(1) {
        None => last.to_string(),
        Some(before) => format!("{}{last}", letter(before)),
    }
}

/// "supports"; "support" for `other`, who are many.
pub(super) fn stands(claim: &MergedClaim) -> &'static str {
    match (claim.stance, claim.actor.is_other()) {
        (Stance::Support, false) => "supports",
        (Stance::Support, true) => "support",
        (Stance::Oppose, false) => "opposes",
        (Stance::Oppose, true) => "oppose",
        (Stance::Neutral, false) => "takes no side",
        (Stance::Neutral, true) => "take no side",
    }
}

/// What follows "is reported to".
pub(super) fn stand(stance: Stance) -> &'static str {
    match stance {
        Stance::Support => "support it",
        Stance::Oppose => "oppose it",
        Stance::Neutral => "take no side",
    }
}

/// What stands before the name of a position.
pub(super) fn takes(stance: Stance) -> &'static str {
    match stance {
        Stance::Support => "support",
        Stance::Oppose => "oppose",
        Stance::Neutral => "take no side on",
    }
}

/// "for".
pub(super) fn side(stance: Stance) -> &'static str {
    match stance {
        Stance::Support => "for",
        Stance::Oppose => "against",
        Stance::Neutral => "no side on",
    }
}

/// "support".
pub(super) fn name(stance: Stance) -> &'static str {
    match stance {
        Stance::Support => "support",
        Stance::Oppose => "oppose",
        Stance::Neutral => "no side",
    }
}

pub(super) fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Act => "act",
        Mode::Say => "say",
        Mode::Ask => "ask",
        Mode::Want => "want",
        Mode::Expect => "expect",
    }
}

/// With a capital at the beginning, where it begins with words of ours; names and ids stay as they are.
pub(super) fn sentence(text: &str) -> String {
    match (
        text.strip_prefix("the author"),
        text.strip_prefix("unnamed"),
    ) {
        (Some(rest), _) => format!("The author{rest}"),
        (_, Some(rest)) => format!("Unnamed{rest}"),
        _ => text.to_owned(),
    }
}

/// "a, b and c".
#[cfg(feature = "html-report")]
pub(super) fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// "1 claim", "3 claims".
pub(super) fn count(number: usize, noun: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{ending}")
}
