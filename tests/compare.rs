//! Comparing articles through the public API: the codebook's table on labelled claims, and on the labels of two articles.

use std::collections::BTreeMap;
use std::path::PathBuf;

use parallax::claim::Place;
use parallax::compare::{Comparator, Comparison};
use parallax::{ActorId, Article, Claim, Document, Mode, PositionId, Span, Stance};
use serde_json::Value;

/// The folder with the labels; the test says so where there is none.
fn shared() -> Option<PathBuf> {
    let given = std::env::var_os("PARALLAX_SHARED").map(PathBuf::from);
    let folder =
        given.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"));
    if folder.join("gold/claims.jsonl").is_file() {
        return Some(folder);
    }
    println!(
        "skipped: no labels in {} (set PARALLAX_SHARED)",
        folder.display()
    );
    None
}

fn lines(text: &str) -> Vec<Value> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap()
}

fn stance(name: &str) -> Stance {
    match name {
        "support" => Stance::Support,
        "oppose" => Stance::Oppose,
        "neutral" => Stance::Neutral,
        other => panic!("no stance: {other}"),
    }
}

fn mode(name: &str) -> Mode {
    match name {
        "act" => Mode::Act,
        "say" => Mode::Say,
        "ask" => Mode::Ask,
        "want" => Mode::Want,
        "expect" => Mode::Expect,
        other => panic!("no mode: {other}"),
    }
}

/// A label as a claim: its sentence runs from the quoted beginning to the end of the paragraph.
fn labelled(label: &Value, article: &str, index: usize) -> Claim {
    let from = article
        .find(text(label, "quote"))
        .expect("the quote stands in the article");
    let to = from + article[from..].find('\n').unwrap_or(article.len() - from);
    let evidence = from
        + article[from..]
            .find(text(label, "evidence"))
            .expect("so does the evidence");
    let evidence = Span::new(evidence, evidence + text(label, "evidence").len());
    let span = Span::new(from, to);
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
    claim.target = label["target"]
        .as_array()
        .unwrap()
        .iter()
        .map(|t| ActorId::new(t.as_str().unwrap()))
        .collect();
    claim
}

fn labelled_articles(folder: &std::path::Path) -> Vec<Article> {
    let labels = std::fs::read_to_string(folder.join("gold/claims.jsonl")).unwrap();
    let mut by_document: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for label in lines(&labels) {
        by_document
            .entry(text(&label, "document").to_owned())
            .or_default()
            .push(label);
    }
    let mut articles = Vec::new();
    for (id, labels) in by_document {
        let article =
            std::fs::read_to_string(folder.join("articles").join(format!("{id}.txt"))).unwrap();
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

fn comparator() -> Comparator {
    Comparator::plain()
        .relating("ceasefire_guarantor", "mediation")
        .relating("ceasefire_guarantor", "siege_relief")
        .relating("mediation", "siege_relief")
}

/// Whether a claim of the comparison is the one that a reader expects on this side.
fn is_side(claims: &Value, expected: &Value, index: &Value, position: Option<&str>) -> bool {
    if expected.is_null() || index.is_null() {
        return expected.is_null() && index.is_null();
    }
    let claim = &claims[usize::try_from(index.as_u64().unwrap()).unwrap()];
    let target = claim["target"].as_array().unwrap();
    let on_target = if expected["target"].is_null() {
        target.is_empty()
    } else {
        target.contains(&expected["target"])
    };
    ["document", "actor", "stance"]
        .iter()
        .all(|key| claim[key] == expected[key])
        && position.is_none_or(|position| claim["position"] == position)
        && on_target
}

#[test]
fn every_alignment_that_readers_expect_of_the_labelled_claims_is_found() {
    let Some(folder) = shared() else { return };
    let comparison = comparator().compare(&labelled_articles(&folder));
    let json = serde_json::to_value(&comparison).unwrap();
    let out = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("gold-comparison.json");
    std::fs::write(&out, json.to_string()).unwrap();

    let expected = std::fs::read_to_string(folder.join("gold/alignments.jsonl")).unwrap();
    let found = |expected: &&Value| {
        let position = text(expected, "position");
        let left_position = (expected["relation"] != "develops").then_some(position);
        json["alignments"]
            .as_array()
            .unwrap()
            .iter()
            .any(|alignment| {
                alignment["relation"] == expected["relation"]
                    && is_side(
                        &json["claims"],
                        &expected["left"],
                        &alignment["left"],
                        left_position,
                    )
                    && is_side(
                        &json["claims"],
                        &expected["right"],
                        &alignment["right"],
                        Some(position),
                    )
            })
    };
    let expected = lines(&expected);
    let missing: Vec<&Value> = expected.iter().filter(|e| !found(e)).collect();
    assert!(missing.is_empty(), "missing: {missing:#?}");
}

#[test]
fn two_runs_and_a_copy_give_the_same_bytes() {
    let Some(folder) = shared() else { return };
    let articles = labelled_articles(&folder);
    let bytes = |comparison: &Comparison| serde_json::to_string(comparison).unwrap();
    let once = bytes(&comparator().compare(&articles));
    assert_eq!(
        once,
        bytes(&comparator().compare(&labelled_articles(&folder)))
    );
    assert_eq!(once, bytes(&comparator().compare(&articles).clone()));
}
