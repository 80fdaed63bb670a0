//! Who says what: the cases that people can add to, and what holds for every text.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests"
)]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use parallax::attribution::{Attribution, AttributionReader};
use parallax::clause::ClauseReader;
use parallax::{Document, Pack, Parallax, Span};
use proptest::prelude::*;

/// One case of a file in `tests/cases`: why, a text, and the lines expected of it.
struct Case {
    place: String,
    why: String,
    text: String,
    expected: Vec<String>,
}

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = entries
        .filter(|file| file.extension().is_some_and(|end| end == "txt"))
        .collect();
    files.sort();
    files
}

fn cases(file: &Path) -> Vec<Case> {
    let mut found: Vec<Case> = Vec::new();
    for (number, line) in fs::read_to_string(file).unwrap().lines().enumerate() {
        let place = format!(
            "{}:{}",
            file.file_name().unwrap().to_string_lossy(),
            number + 1
        );
        if let Some(why) = line.strip_prefix("# ") {
            let (text, expected) = (String::new(), Vec::new());
            found.push(Case {
                place,
                why: why.to_owned(),
                text,
                expected,
            });
        } else if let Some(expected) = line.strip_prefix("> ") {
            found.last_mut().unwrap().expected.push(expected.to_owned());
        } else if !line.is_empty() {
            found
                .last_mut()
                .unwrap()
                .text
                .push_str(&line.replace('⏎', "\n"));
        }
    }
    assert!(!found.is_empty(), "{} holds no case", file.display());
    for case in &found {
        assert!(
            !case.text.is_empty() && !case.expected.is_empty(),
            "{}: not a whole case",
            case.place
        );
    }
    found
}

/// The outermost attributions, or all, as lines: source | cue | content.
fn lines(reader: &AttributionReader, text: &str, all: bool) -> Vec<String> {
    let document = Document::from_text("case", text);
    let found = reader.attributions(&document);
    let inner = |one: &Attribution| {
        found.iter().any(|other| {
            other != one
                && !one.cue.is_empty()
                && one
                    .cue
                    .iter()
                    .all(|cue| other.content.iter().any(|piece| piece.contains(*cue)))
        })
    };
    let words = |spans: &[Span]| match spans {
        [] => "-".to_owned(),
        spans => spans
            .iter()
            .map(|span| span.of(document.text()).replace('\n', "⏎"))
            .collect::<Vec<_>>()
            .join(" … "),
    };
    let lines: Vec<String> = found
        .iter()
        .filter(|one| all || !inner(one))
        .map(|one| {
            format!(
                "{} | {} | {}",
                words(&one.source),
                words(&one.cue),
                words(&one.content)
            )
        })
        .collect();
    if lines.is_empty() {
        vec!["nothing".to_owned()]
    } else {
        lines
    }
}

fn report(failures: &mut String, case: &Case, found: &[String]) {
    writeln!(failures, "{}: {}", case.place, case.why).unwrap();
    for (sign, lines) in [("expected", &case.expected[..]), ("found", found)] {
        for line in lines {
            writeln!(failures, "  {sign:>8} > {line}").unwrap();
        }
    }
}

#[test]
fn the_attribution_cases_hold() {
    let reader = AttributionReader::new(&Pack::builtin());
    let mut failures = String::new();
    for file in files("tests/cases/attribution") {
        let all = file.file_stem().is_some_and(|stem| stem == "nested");
        for case in cases(&file) {
            let found = lines(&reader, &case.text, all);
            if found != case.expected {
                report(&mut failures, &case, &found);
            }
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}

/// What the pack's other words teach the lexicon must not change what a sentence says: "say" is a noun of a cue, and no verb less for it.
#[test]
fn the_pipeline_finds_what_the_stage_finds_alone() {
    let pack = Pack::builtin();
    let reader = AttributionReader::new(&pack);
    let parallax = Parallax::new(pack);
    let spans = |one: &Attribution| (one.source.clone(), one.cue.clone(), one.content.clone());
    for file in files("tests/cases/attribution") {
        for case in cases(&file) {
            let document = Document::from_text("case", case.text.as_str());
            let alone: Vec<_> = reader.attributions(&document).iter().map(spans).collect();
            let article = parallax.annotate(&document);
            let joined: Vec<_> = article.attributions().map(spans).collect();
            assert_eq!(alone, joined, "{}: {}", case.place, case.text);
        }
    }
}

/// The clauses of a sentence as lines: kind | verb | subject | object | predicate.
fn clauses(text: &str) -> Vec<String> {
    let words = |span: Option<Span>| span.map_or("-", |span| span.of(text)).to_owned();
    ClauseReader::new()
        .clauses(text)
        .iter()
        .filter(|one| one.verb.is_some())
        .map(|one| {
            format!(
                "{:?} | {} | {} | {} | {}",
                one.kind,
                words(one.verb),
                words(one.subject),
                words(one.object),
                words(one.predicate)
            )
        })
        .collect()
}

#[test]
fn the_clause_cases_hold() {
    let mut failures = String::new();
    for file in files("tests/cases/clause") {
        for case in cases(&file) {
            let found = clauses(&case.text);
            if found != case.expected {
                report(&mut failures, &case, &found);
            }
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}

/// Words that quotations, cues and clauses are made of, and what breaks them.
fn text() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "said",
        "he",
        "The mayor",
        "that",
        "“",
        "”",
        "\"",
        "‘",
        "’",
        "'",
        ",",
        ".",
        ":",
        "—",
        "\n\n",
        "and",
        "who",
        "to",
        "asked",
        "whether",
        "according to",
        "the plan",
        "was",
        "by",
        "Mr.",
        "denied",
        "accused",
        "of",
        "lying",
        "(",
        ")",
        "claim",
        "is",
        "Ärzte",
        "停",
        "no one",
        "as",
        "expected",
        "there",
        "5",
        "$",
        "nor",
        "had",
        "told",
        "…",
        "?",
    ]);
    prop::collection::vec(words, 0..60).prop_map(|words| words.join(" "))
}

#[test]
fn nobody_stands_before_a_cue_that_opens_a_text() {
    let reader = AttributionReader::new(&Pack::builtin());
    let document = Document::from_text("cue first", "said , as the United States said ");
    let found = reader.attributions(&document);
    let sources = found.iter().flat_map(|one| &one.source);
    let named: Vec<&str> = sources.map(|span| span.of(document.text())).collect();
    assert_eq!(named, ["the United States"]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn spans_lie_in_the_text_and_are_not_empty(text in text()) {
        let reader = AttributionReader::new(&Pack::builtin());
        let document = Document::from_text("any", text.as_str());
        for one in reader.attributions(&document) {
            prop_assert!(!one.content.is_empty());
            for span in one.source.iter().chain(&one.cue).chain(&one.content) {
                prop_assert!(!span.is_empty() && text.get(span.range()).is_some(), "{span:?} of {text:?}");
            }
        }
    }

    #[test]
    fn two_runs_give_the_same(text in text()) {
        let reader = AttributionReader::new(&Pack::builtin());
        let document = Document::from_text("any", text);
        prop_assert_eq!(reader.attributions(&document), reader.attributions(&document));
    }
}

/// What is found in hostile text, and its pieces, are in step with the text. What it costs is in `cargo bench --bench attribution`.
#[test]
fn hostile_text_gives_no_more_than_its_length() {
    let reader = AttributionReader::new(&Pack::builtin());
    for unit in [
        "“",
        "said ",
        "he said, ",
        "that ",
        "“a,” he said. ",
        "who ",
        "\" ",
        "and said ",
        "the plan of ",
        ", ",
    ] {
        let pieces = |times: usize| {
            let document = Document::from_text("hostile", unit.repeat(times));
            let found = reader.attributions(&document);
            let pieces = |one: &Attribution| one.source.len() + one.cue.len() + one.content.len();
            found.iter().map(pieces).sum::<usize>()
        };
        let (short, long) = (pieces(2_000), pieces(4_000));
        assert!(long <= 2 * short + 8, "{unit:?}: {short}, then {long}");
    }
}
