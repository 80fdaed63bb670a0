//! Articles made of labels: claims that people labelled by hand stand in for the tagger's.

#![allow(dead_code, unreachable_pub, reason = "each test file uses its part")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "test code outside of test functions"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use parallax::claim::Place;
use parallax::compare::Comparator;
use parallax::{ActorId, Article, Claim, Document, Mode, PositionId, Span, Stance};
use serde_json::Value;

use super::shared::shared;

/// The folder with the labels; the test says so where there is none.
pub fn folder() -> Option<PathBuf> {
    shared("gold/claims.jsonl")?;
    shared("")
}

pub fn lines(text: &str) -> Vec<Value> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

pub fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap()
}

pub fn stance(name: &str) -> Stance {
    match name {
        "support" => Stance::Support,
        "oppose" => Stance::Oppose,
        "neutral" => Stance::Neutral,
        other => panic!("no stance: {other}"),
    }
}

pub fn mode(name: &str) -> Mode {
    match name {
        "act" => Mode::Act,
        "say" => Mode::Say,
        "ask" => Mode::Ask,
        "want" => Mode::Want,
        "expect" => Mode::Expect,
        other => panic!("no mode: {other}"),
    }
}

/// A label as a claim: its sentence runs from the quoted beginning to the first stop after the evidence.
fn labelled(label: &Value, article: &str, index: usize) -> Claim {
    let from = article
        .find(text(label, "quote"))
        .expect("the quote stands in the article");
    let evidence = from
        + article[from..]
            .find(text(label, "evidence"))
            .expect("so does the evidence");
    let evidence = Span::new(evidence, evidence + text(label, "evidence").len());
    let stop = |stop| {
        article[evidence.end()..]
            .find(stop)
            .map(|at| evidence.end() + at + 1)
    };
    let to = [". ", ".\n", ".\"", "? "]
        .into_iter()
        .filter_map(stop)
        .min();
    let span = Span::new(from, to.unwrap_or(article.len()));
    let mut claim = Claim::new(
        Place { index, span },
        evidence,
        ActorId::new(text(label, "actor")),
        PositionId::new(text(label, "position")),
        stance(text(label, "stance")),
    );
    claim.speaker = ActorId::new(text(label, "speaker"));
    claim.mode = mode(text(label, "mode"));
    claim.negated = label["negated"].as_bool().unwrap();
    claim.hedged = label["hedged"].as_bool().unwrap();
    claim.date = label["date"].as_str().map(|date| date.parse().unwrap());
    claim.target = label["target"]
        .as_array()
        .unwrap()
        .iter()
        .map(|t| ActorId::new(t.as_str().unwrap()))
        .collect();
    claim
}

/// The two articles of the shared folder, with the claims that people labelled in them.
pub fn labelled_articles(folder: &Path) -> Vec<Article> {
    let labels = std::fs::read_to_string(folder.join("gold/claims.jsonl")).unwrap();
    articles(&labels, &folder.join("articles"))
}

/// The two in-house articles, with the labels beside this file.
pub fn in_house_articles() -> Vec<Article> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let labels = std::fs::read_to_string(root.join("tests/labels/in_house.jsonl")).unwrap();
    articles(&labels, &root.join("examples/articles"))
}

fn articles(labels: &str, folder: &Path) -> Vec<Article> {
    let mut by_document: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for label in lines(labels) {
        by_document
            .entry(text(&label, "document").to_owned())
            .or_default()
            .push(label);
    }
    let mut articles = Vec::new();
    for (id, labels) in by_document {
        let article = std::fs::read_to_string(folder.join(format!("{id}.txt"))).unwrap();
        let mut starts: Vec<usize> = labels
            .iter()
            .filter_map(|l| article.find(text(l, "quote")))
            .collect();
        starts.sort_unstable();
        starts.dedup();
        let index = |label: &Value| {
            let at = article.find(text(label, "quote")).unwrap();
            starts.binary_search(&at).unwrap()
        };
        let claims = labels
            .iter()
            .map(|label| labelled(label, &article, index(label)))
            .collect();
        articles.push(Article::from_claims(
            Document::from_text(id, article.as_str()),
            claims,
        ));
    }
    articles
}

pub fn comparator() -> Comparator {
    let conflict = [
        "war",
        "ceasefire",
        "truce",
        "operation",
        "conflict",
        "fighting",
    ];
    Comparator::plain()
        .apart_by("ceasefire", &conflict)
        .apart_by("ceasefire_guarantor", &conflict)
        .apart_by("mediation", &conflict)
        .relating("ceasefire_guarantor", "mediation")
        .relating("ceasefire_guarantor", "siege_relief")
        .relating("mediation", "siege_relief")
}

/// The article under an outlet and a date.
pub fn printed(article: &Article, outlet: &str, date: &str) -> Article {
    let document = article.document().clone();
    let document = document
        .with_outlet(outlet)
        .with_date(date.parse().unwrap());
    Article::from_claims(document, article.claims().cloned().collect())
}

/// Evidence, actor, stance, position, targets and mode.
pub type Told<'a> = (&'a str, &'a str, Stance, &'a str, &'a [&'a str], Mode);

/// An article of one's own: its text and its claims.
pub fn article(id: &str, body: &str, claims: &[Told<'_>]) -> Article {
    let claim = |(index, told): (usize, &Told<'_>)| {
        let &(evidence, actor, stance, position, target, mode) = told;
        let at = body
            .find(evidence)
            .expect("the evidence stands in the text");
        let start = body[..at].rfind(". ").map_or(0, |stop| stop + 2);
        let end = body[at..]
            .find(". ")
            .map_or(body.len(), |stop| at + stop + 1);
        let place = Place {
            index,
            span: Span::new(start, end),
        };
        let span = Span::new(at, at + evidence.len());
        let mut claim = Claim::new(
            place,
            span,
            ActorId::new(actor),
            PositionId::new(position),
            stance,
        );
        claim.target = target.iter().map(|t| ActorId::new(t)).collect();
        claim.mode = mode;
        claim
    };
    let claims = claims.iter().enumerate().map(claim).collect();
    Article::from_claims(Document::from_text(id, body), claims)
}
