//! The examples run and print what the documentation says they print.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "helpers of a test fail as the test does"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Map, Value};

const FOLDER: &str = env!("CARGO_MANIFEST_DIR");

/// A built example: `cargo test` builds them into the folder above the test programs.
fn program(name: &str) -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let folder = test.parent().unwrap().parent().unwrap().join("examples");
    let path = folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    assert!(
        path.is_file(),
        "{} is missing: `cargo build --examples` makes it",
        path.display()
    );
    path
}

/// What an example prints on standard output; it must succeed and say nothing else.
fn output(line: &str) -> String {
    let mut words = line.split(' ');
    let done = Command::new(program(words.next().unwrap()))
        .args(words)
        .current_dir(FOLDER)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert_eq!(String::from_utf8(done.stderr).unwrap(), "", "{line}");
    assert!(done.status.success(), "{line}: {}", done.status);
    String::from_utf8(done.stdout).unwrap()
}

/// The lines of a layer of both in-house articles.
fn layer(name: &str) -> Vec<Map<String, Value>> {
    let out = output(&format!(
        "annotate --layer {name} examples/articles/2022.txt examples/articles/2024.txt"
    ));
    out.lines()
        .map(|line| match serde_json::from_str(line).unwrap() {
            Value::Object(object) => object,
            other => unreachable!("a line is an object, not {other}"),
        })
        .collect()
}

/// Checks that an object has the keys.
fn has(object: &Map<String, Value>, keys: &[&str]) {
    for key in keys {
        assert!(object.contains_key(*key), "no `{key}` in {object:?}");
    }
}

/// Checks that words with a place are the words at that place of their document.
fn is_slice(document: &Value, words: &Value) {
    let file = format!(
        "{FOLDER}/examples/articles/{}.txt",
        document.as_str().unwrap()
    );
    let text = fs::read_to_string(file).unwrap();
    let at = |key: &str| usize::try_from(words[key].as_u64().unwrap()).unwrap();
    assert_eq!(
        text.get(at("start")..at("end")),
        words["text"].as_str(),
        "{words}"
    );
}

/// The documents that objects are of.
fn documents(lines: &[Map<String, Value>]) -> BTreeSet<&str> {
    lines
        .iter()
        .filter_map(|line| line["document"].as_str())
        .collect()
}

#[test]
fn sentences_have_the_keys_of_the_format() {
    let lines = layer("sentences");
    assert_eq!(documents(&lines), BTreeSet::from(["2022", "2024"]));
    let kinds = ["body", "heading", "quotation", "item", "furniture"];
    let mut index = 0;
    for line in &lines {
        has(line, &["document", "index", "start", "end", "text", "kind"]);
        is_slice(&line["document"], &Value::Object(line.clone()));
        assert!(kinds.contains(&line["kind"].as_str().unwrap()), "{line:?}");
        index = if line["index"] == 0 { 0 } else { index + 1 };
        assert_eq!(line["index"], index, "indices count up");
    }
    for kind in ["body", "heading", "quotation", "furniture"] {
        assert!(lines.iter().any(|line| line["kind"] == kind), "no {kind}");
    }
}

#[test]
fn attributions_have_the_keys_of_the_format() {
    let lines = layer("attributions");
    assert_eq!(documents(&lines), BTreeSet::from(["2022", "2024"]));
    for line in &lines {
        has(
            line,
            &["document", "source", "cue", "content", "kind", "actor"],
        );
        for key in ["source", "cue", "content"] {
            for words in line[key].as_array().unwrap() {
                is_slice(&line["document"], words);
            }
        }
        assert!(!line["content"].as_array().unwrap().is_empty());
        let kind = line["kind"].as_str().unwrap();
        assert!(["direct", "indirect", "mixed"].contains(&kind), "{kind}");
        assert!(line["actor"].is_null() || line["actor"].is_string());
    }
    for kind in ["direct", "indirect"] {
        assert!(lines.iter().any(|line| line["kind"] == kind), "no {kind}");
    }
}

#[test]
fn claims_have_the_keys_of_the_format() {
    let lines = layer("claims");
    assert_eq!(documents(&lines), BTreeSet::from(["2022", "2024"]));
    let sentences = layer("sentences");
    for line in &lines {
        has(
            line,
            &[
                "document", "sentence", "evidence", "speaker", "actor", "mention", "position",
                "stance", "target", "mode", "negated", "hedged", "date", "rule",
            ],
        );
        is_slice(&line["document"], &line["evidence"]);
        if !line["mention"].is_null() {
            is_slice(&line["document"], &line["mention"]);
        }
        let place = &line["sentence"];
        let sentence = sentences.iter().find(|sentence| {
            sentence["document"] == line["document"] && sentence["index"] == place["index"]
        });
        let sentence = sentence.unwrap();
        assert_eq!(
            (&sentence["start"], &sentence["end"]),
            (&place["start"], &place["end"])
        );
        assert_ne!(sentence["kind"], "furniture", "{line:?}");
        for (key, values) in [
            ("stance", &["support", "oppose", "neutral"][..]),
            ("mode", &["act", "say", "ask", "want", "expect"]),
        ] {
            assert!(values.contains(&line[key].as_str().unwrap()), "{line:?}");
        }
        assert!(line["negated"].is_boolean() && line["hedged"].is_boolean());
        assert!(line["target"].is_array());
    }
}

#[test]
fn the_report_of_the_in_house_articles_has_every_section() {
    let report = output("compare");
    let headings: Vec<&str> = report
        .lines()
        .filter_map(|line| line.strip_prefix("## "))
        .collect();
    assert!(report.starts_with("# "), "a title");
    assert_eq!(headings.first(), Some(&"In short"));
    for part in [
        "**What changed**",
        "**Who contradicts whom**",
        "**What was held**",
        "**What only one article has**",
        "\n## Is the target, or its conduct, legitimate?\n",
        "\n## Is a measure at the United Nations stopped?\n",
        "\nPosition `legitimacy`\n",
        "\n## Only in A: 2022\n",
        "\n## Only in B: 2024\n",
        "\n## How to read this\n",
    ] {
        assert!(report.contains(part), "no {part:?} in the report");
    }
    assert_eq!(headings.last(), Some(&"How to read this"));
}

#[test]
fn the_comparison_as_json_has_the_keys_of_the_format() {
    let json: Value = serde_json::from_str(&output("compare --format json")).unwrap();
    has(
        json.as_object().unwrap(),
        &["documents", "claims", "alignments"],
    );
    let claims = json["claims"].as_array().unwrap();
    for claim in claims {
        let claim = claim.as_object().unwrap();
        has(
            claim,
            &[
                "document", "actor", "position", "stance", "target", "places",
            ],
        );
        assert!(!claim["places"].as_array().unwrap().is_empty());
    }
    let relations: BTreeSet<&str> = json["alignments"]
        .as_array()
        .unwrap()
        .iter()
        .map(|alignment| {
            has(
                alignment.as_object().unwrap(),
                &["relation", "left", "right", "position", "score", "why"],
            );
            for side in ["left", "right"] {
                let index = &alignment[side];
                let is_index = index
                    .as_u64()
                    .is_some_and(|index| usize::try_from(index).unwrap() < claims.len());
                assert!(index.is_null() || is_index, "{alignment}");
            }
            let score = &alignment["score"];
            assert!(
                score.is_null() || score.as_f64().is_some_and(|s| (0.0..=1.0).contains(&s)),
                "{alignment}"
            );
            alignment["relation"].as_str().unwrap()
        })
        .collect();
    for relation in ["holds", "shifts", "contradicts", "only_left", "only_right"] {
        assert!(relations.contains(relation), "no {relation}");
    }
}

#[test]
fn the_table_of_the_comparison_fits_a_page() {
    let table = output("compare --format table");
    assert!(table.lines().count() > 20, "{table}");
    assert!(!table.contains('\u{1b}'), "colour where no terminal is");
}

#[test]
fn the_sentences_example_splits_a_file() {
    let out = output("sentences examples/articles/2024.txt");
    assert!(out.lines().count() > 25, "{out}");
    for line in out.lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        has(
            line.as_object().unwrap(),
            &["document", "index", "start", "end", "text", "kind"],
        );
    }
}

#[test]
fn each_example_opens_with_the_question_it_answers() {
    let mut examples = 0;
    for entry in fs::read_dir(Path::new(FOLDER).join("examples")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "rs") {
            examples += 1;
            let text = fs::read_to_string(&path).unwrap();
            let first = text.lines().next().unwrap_or_default();
            assert!(
                first.starts_with("//! ") && first.contains('?'),
                "{}: {first}",
                path.display()
            );
        }
    }
    assert!(examples >= 3, "{examples} examples");
}
