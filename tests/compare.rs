//! Comparing articles through the public API: the codebook's table on labelled claims, and on the labels of two articles.

mod labels;

use std::path::PathBuf;

use labels::{comparator, labelled_articles, lines, shared, text};
use parallax::compare::Comparison;
use serde_json::Value;

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
