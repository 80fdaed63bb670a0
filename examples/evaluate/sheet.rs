//! What comes of an evaluation, for people.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use parallax::{Article, BlockKind};

use super::agreement::{Agreement, FIELDS, FOUND, Score};
use super::label::Label;

/// Scores and disagreements.
pub(crate) struct Sheet<'a> {
    agreement: &'a Agreement<'a>,
    articles: &'a BTreeMap<String, Article>,
    width: usize,
}

impl<'a> Sheet<'a> {
    pub(crate) fn new(
        agreement: &'a Agreement<'a>,
        articles: &'a BTreeMap<String, Article>,
    ) -> Self {
        Self {
            agreement,
            articles,
            width: 100,
        }
    }

    pub(crate) fn width(mut self, width: usize) -> Self {
        self.width = width;
        self
    }

    /// Sentences of the labelled articles, without furniture.
    fn sentences(&self) -> usize {
        let documents: BTreeSet<&str> = self
            .agreement
            .labels
            .iter()
            .map(|label| label.document.as_str())
            .collect();
        let articles = documents
            .iter()
            .filter_map(|document| self.articles.get(*document));
        let sentences = articles.flat_map(Article::sentences);
        sentences
            .filter(|sentence| sentence.kind != BlockKind::Furniture)
            .count()
    }

    fn sentence(&self, label: &Label) -> &'a str {
        let article = self.articles.get(&label.document);
        let sentence =
            article.and_then(|article| Some((article, article.sentences().nth(label.sentence)?)));
        sentence.map_or("", |(article, sentence)| article.text(sentence.span))
    }

    fn disagreements(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Agreement {
            labels,
            claims,
            pairs,
        } = self.agreement;
        let paired: BTreeSet<usize> = pairs.iter().map(|(label, _, _)| *label).collect();
        let taken: BTreeSet<usize> = pairs.iter().map(|(_, claim, _)| *claim).collect();
        let differing = pairs.iter().filter(|(_, _, depth)| *depth < FIELDS.len());
        let differing = differing.map(|&(label, claim, _)| (labels.get(label), claims.get(claim)));
        let missed = labels
            .iter()
            .enumerate()
            .filter(|(at, _)| !paired.contains(at));
        let extra = claims
            .iter()
            .enumerate()
            .filter(|(at, _)| !taken.contains(at));
        let mut all: Vec<(Option<&Label>, Option<&Label>)> = differing.collect();
        all.extend(missed.map(|(_, label)| (Some(label), None)));
        all.extend(extra.map(|(_, claim)| (None, Some(claim))));
        all.sort_by_key(|(label, claim)| {
            let one = label.or(*claim);
            one.map(|one| (one.document.clone(), one.sentence, one.evidence))
        });
        writeln!(f, "\nDisagreements: {}", all.len())?;
        let column = self.width.saturating_sub(3) / 2;
        let mut before = None;
        for (label, claim) in all {
            let Some(one) = label.or(claim) else { continue };
            let place = (&one.document, one.sentence);
            if before != Some(place) {
                let sentence = self
                    .sentence(one)
                    .split_whitespace()
                    .collect::<Vec<_>>()
                    .join(" ");
                writeln!(f, "\n{}: {sentence}", one.document)?;
                writeln!(f, "{:<column$} │ found", "labelled")?;
                before = Some(place);
            }
            let cell = |label: Option<&Label>| label.map_or("nothing".to_owned(), told);
            let (left, right) = (wrapped(&cell(label), column), wrapped(&cell(claim), column));
            for row in 0..left.len().max(right.len()) {
                let cell = |lines: &[String]| lines.get(row).cloned().unwrap_or_default();
                writeln!(f, "{:<column$} │ {}", cell(&left), cell(&right))?;
            }
        }
        Ok(())
    }
}

impl fmt::Display for Sheet<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let agreement = self.agreement;
        writeln!(
            f,
            "Position, actor and stance agree{:>10} {:>6} {:>6} {:>6} {:>6} {:>6}",
            "labels", "claims", "found", "P", "R", "F1"
        )?;
        for position in agreement.positions() {
            row(f, position, agreement.score(FOUND, Some(position)))?;
        }
        row(f, "all", agreement.score(FOUND, None))?;
        for fields in FOUND + 1..=FIELDS.len() {
            let name = FIELDS.get(fields - 1).copied().unwrap_or_default();
            row(
                f,
                &format!("all, and {name}"),
                agreement.score(fields, None),
            )?;
        }
        let shown = |alpha: Option<f64>| {
            alpha.map_or("cannot be said".to_owned(), |alpha| format!("{alpha:.2}"))
        };
        writeln!(f, "\nKrippendorff's alpha (1 full agreement, 0 chance)")?;
        writeln!(
            f,
            "  positions of a sentence, or none: {}",
            shown(agreement.alpha_of_positions(self.sentences()))
        )?;
        writeln!(
            f,
            "  stance where position and actor agree: {}",
            shown(agreement.alpha_of_stance())
        )?;
        self.disagreements(f)
    }
}

fn row(f: &mut fmt::Formatter<'_>, name: &str, score: Score) -> fmt::Result {
    let percent = |share: f64| format!("{:.1}", share * 100.0);
    let (p, r, f1) = (
        percent(score.precision()),
        percent(score.recall()),
        percent(score.f1()),
    );
    writeln!(
        f,
        "{name:<32}{:>10} {:>6} {:>6} {p:>6} {r:>6} {f1:>6}",
        score.labels, score.claims, score.found
    )
}

/// "russia opposes un_blocking [united_states], say, speaker russia"
fn told(label: &Label) -> String {
    let field = |name: &str, value: &Option<String>| {
        value
            .as_ref()
            .map_or(String::new(), |value| format!(", {name}{value}"))
    };
    let Label {
        actor,
        stance,
        position,
        target,
        speaker,
        mode,
        ..
    } = label;
    let (mode, speaker) = (field("", mode), field("speaker ", speaker));
    format!(
        "{actor}: {stance} {position} [{}]{mode}{speaker}",
        target.join(", ")
    )
}

/// Lines of at most so many characters, broken between words.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let Some(line) = lines.last_mut() else { break };
        if line.is_empty() {
            line.push_str(word);
        } else if line.chars().count() + 1 + word.chars().count() <= width {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}
