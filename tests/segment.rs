//! Sentences: the cases that people can add to, and what holds for every text.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "helpers of tests"
)]

mod shared;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use parallax::segment::{Abbreviation, LineBreaks, Quotations, Segmenter};
use proptest::prelude::*;
use shared::shared;

/// One case of a file in `tests/cases/segment`.
struct Case {
    place: String,
    why: String,
    text: String,
    segmenter: Segmenter,
    expected: Vec<String>,
}

#[test]
fn the_cases_hold() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/segment");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let mut failures = String::new();
    for file in files
        .iter()
        .filter(|file| file.extension().is_some_and(|e| e == "txt"))
    {
        let cases = cases(file);
        assert!(!cases.is_empty(), "{} holds no case", file.display());
        for case in cases {
            let found: Vec<_> = case
                .segmenter
                .sentences(&case.text)
                .map(|s| s.text.replace('\n', "⏎"))
                .collect();
            if found != case.expected {
                writeln!(failures, "{}: {}", case.place, case.why).unwrap();
                for (sign, sentences) in [("expected", &case.expected), ("found", &found)] {
                    for sentence in sentences {
                        writeln!(failures, "  {sign:>8} > {sentence}").unwrap();
                    }
                }
            }
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}

/// The cases of a file; a block that is no case is an error.
fn cases(file: &Path) -> Vec<Case> {
    let content = fs::read_to_string(file).unwrap();
    let name = file.file_name().unwrap().to_string_lossy().into_owned();
    let mut line = 1;
    let mut cases = Vec::new();
    for block in content.split("\n\n") {
        let place = format!("{name}:{line}");
        line += block.matches('\n').count() + 2;
        let mut lines = block.lines().filter(|line| !line.is_empty()).peekable();
        let Some(why) = lines.next() else { continue };
        let why = why
            .strip_prefix("# ")
            .unwrap_or_else(|| panic!("{place}: the first line says why, after `# `"));
        let options = lines
            .next_if(|line| line.starts_with("options: "))
            .unwrap_or_default();
        let mut text = Vec::new();
        while let Some(next) = lines.next_if(|line| !line.starts_with("> ")) {
            text.push(next);
        }
        let expected: Vec<_> = lines
            .map(|line| {
                line.strip_prefix("> ")
                    .unwrap_or_else(|| panic!("{place}: `> ` is missing"))
                    .to_owned()
            })
            .collect();
        assert!(
            !text.is_empty() && !expected.is_empty(),
            "{place}: text or sentences are missing"
        );
        cases.push(Case {
            segmenter: segmenter(options.trim_start_matches("options: "), &place),
            why: why.to_owned(),
            text: text.join("\n").replace('⏎', "\n"),
            place,
            expected,
        });
    }
    cases
}

/// A segmenter with the options of a case.
fn segmenter(options: &str, place: &str) -> Segmenter {
    let segmenter = Segmenter::new();
    match options {
        "" => segmenter,
        "whole quotations" => segmenter.quotations(Quotations::Whole),
        "no enumerations" => segmenter.enumerations(false),
        "line breaks space" => segmenter.line_breaks(LineBreaks::Space),
        "line breaks border" => segmenter.line_breaks(LineBreaks::Border),
        other => panic!("{place}: unknown option {other:?}"),
    }
}

/// The Golden Rules of sentence segmentation, where they are at hand.
#[test]
fn the_golden_rules_hold() {
    let Some(file) = shared("gold/sentences/golden-rules.json") else {
        return;
    };
    let content = fs::read_to_string(file).unwrap();
    let rules: serde_json::Value = serde_json::from_str(&content).unwrap();
    for rule in rules.as_array().unwrap() {
        let text = rule["text"].as_str().unwrap();
        let expected: Vec<_> = rule["sentences"]
            .as_array()
            .unwrap()
            .iter()
            .map(|s| s.as_str().unwrap().trim())
            .collect();
        let found: Vec<_> = Segmenter::new().sentences(text).map(|s| s.text).collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn the_callers_abbreviations_count() {
    let text =
        "The Obergefr. Meier left. See the Obs. They differ. It was 5 Ztr. The rest was gone.";
    let count = |segmenter: Segmenter| segmenter.sentences(text).count();
    assert_eq!(count(Segmenter::new()), 6);
    let own = Segmenter::new().abbreviation("Obergefr.", Abbreviation::Title);
    assert_eq!(count(own.clone()), 5);
    assert_eq!(count(own.abbreviation("Ztr", Abbreviation::Inner)), 4);
}

/// Text made to be slow is split to its end, and in a stream as in one piece. What it costs is in `cargo bench --bench segment`.
#[test]
fn hostile_text_is_split_to_its_end() {
    let units = [
        "a",
        ".",
        ". ",
        " ",
        "\n",
        "\n ",
        "?! ",
        "\"",
        " \"",
        "“",
        "“a ",
        ".\" ",
        "(",
        ")",
        "[",
        "1) a 2) b ",
        "A. ",
        "Mr. ",
        "。",
        "。 ",
        "e\u{301}.",
        "*",
        "=",
        "1:1 ",
        "1/1/01 1:01 AM ",
        "\u{a0}",
        "\r",
        "•",
        ":)",
        ".[1]",
        "'",
    ];
    for unit in units {
        let text = format!("Here it starts.{}", unit.repeat(20_000 / unit.len()));
        for quotations in [Quotations::Split, Quotations::Whole] {
            let segmenter = Segmenter::new().quotations(quotations);
            let whole = segmenter.sentences(&text).count();
            let last = segmenter.sentences(&text).last().unwrap();
            assert_eq!(last.span.end(), text.trim_end().len(), "{unit:?}");
            let joints: Vec<_> = (0..text.len())
                .step_by(1000)
                .filter(|&at| text.is_char_boundary(at))
                .collect();
            assert_eq!(
                streamed(&segmenter, &text, &joints).len(),
                whole,
                "{unit:?}"
            );
        }
    }
}

/// Carriage returns are line breaks as well: a case file can't hold them.
#[test]
fn carriage_returns_break_lines() {
    let text = "Harbour talks fail\r\n\r\nMr.\r\nAdler left the\r\nroom. He was late.\r\nHome\r\nWorld\r\n";
    let found: Vec<_> = Segmenter::new().sentences(text).map(|s| s.text).collect();
    let expected = [
        "Harbour talks fail",
        "Mr.",
        "Adler left the\r\nroom.",
        "He was late.",
        "Home",
        "World",
    ];
    assert_eq!(found, expected);
    let old: Vec<_> = Segmenter::new()
        .sentences("Talks fail\r\rIt is over")
        .map(|s| s.text)
        .collect();
    assert_eq!(old, ["Talks fail", "It is over"]);
}

#[test]
fn options_work_together() {
    let segmenter = Segmenter::new()
        .quotations(Quotations::Whole)
        .line_breaks(LineBreaks::Space)
        .abbreviation("Obergefr.", Abbreviation::Title);
    let text = "The Obergefr. Meier said: “We waited. Nobody came.”\nHe left.";
    let found: Vec<_> = segmenter.sentences(text).map(|s| s.text).collect();
    assert_eq!(
        found,
        [
            "The Obergefr. Meier said: “We waited. Nobody came.”",
            "He left."
        ]
    );
}

#[test]
fn results_and_segmenters_go_between_threads() {
    fn shared<T: Send + Sync + Clone + std::fmt::Debug>() {}
    shared::<Segmenter>();
    shared::<parallax::segment::Sentence<'_>>();
    shared::<parallax::segment::Sentences<'_, '_>>();
    shared::<parallax::segment::SentenceStream<'_>>();
}

/// What lies behind the sentence at hand is dropped from a long stream, and its places go on all the same.
#[test]
fn a_long_stream_keeps_its_places() {
    let segmenter = Segmenter::new();
    let text = "The envoys met in Oslo. Nobody signed. ".repeat(400);
    let joints: Vec<usize> = (0..text.len()).step_by(64).skip(1).collect();
    let whole: Vec<(u64, String)> = segmenter
        .sentences(&text)
        .map(|sentence| {
            (
                sentence.span.start() as u64,
                sentence.span.of(&text).to_owned(),
            )
        })
        .collect();
    assert_eq!(streamed(&segmenter, &text, &joints), whole);
    assert_eq!(whole.len(), 800);
}

/// The sentences of `text` with their places, taken in pieces that end at `joints`.
fn streamed(segmenter: &Segmenter, text: &str, joints: &[usize]) -> Vec<(u64, String)> {
    let mut stream = segmenter.stream();
    let mut found = Vec::new();
    let mut start = 0;
    for &joint in joints.iter().chain([&text.len()]) {
        stream.push(&text[start..joint]);
        start = joint;
        while let Some(sentence) = stream.next_sentence() {
            found.push((sentence.start, sentence.text.to_owned()));
        }
    }
    stream.finish();
    while let Some(sentence) = stream.next_sentence() {
        found.push((sentence.start, sentence.text.to_owned()));
    }
    found
}

/// What decides about borders.
const PIECES: &[&str] = &[
    ".",
    "?",
    "!",
    "…",
    "...",
    ". . .",
    "\"",
    "'",
    "“",
    "”",
    "’",
    "(",
    ")",
    "[1]",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "The",
    "Mr",
    "Dr",
    "U.S",
    "p.m",
    "no",
    "etc",
    "a",
    "b",
    "1",
    "2",
    "12",
    "-",
    "•",
    "said",
    "Smith",
    "I",
    "it",
    "café",
    "É",
    "。",
    "走",
    "؟",
    "e\u{301}",
    "\u{a0}",
    "\u{2028}",
    "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww",
    ",",
    ":",
    ":)",
    "02/13/2001 08:02 PM",
    "*****",
    "www.example.com",
    "complete",
    "harbour",
];

/// Text made of what decides about borders.
fn texts() -> impl Strategy<Value = String> {
    let piece =
        prop_oneof![8 => prop::sample::select(PIECES).prop_map(str::to_owned), 1 => ".{0,3}"];
    prop::collection::vec(piece, 0..200).prop_map(|pieces| pieces.concat())
}

fn segmenters() -> impl Strategy<Value = Segmenter> {
    let line_breaks =
        prop::sample::select(&[LineBreaks::Guess, LineBreaks::Space, LineBreaks::Border][..]);
    let quotations = prop::sample::select(&[Quotations::Split, Quotations::Whole][..]);
    (line_breaks, quotations, any::<bool>()).prop_map(|(line_breaks, quotations, enumerations)| {
        Segmenter::new()
            .line_breaks(line_breaks)
            .quotations(quotations)
            .enumerations(enumerations)
    })
}

/// Whether a text ends after a mark or goes on after an empty line is the same to the mark.
#[test]
fn a_mark_before_an_empty_line_is_as_at_the_end() {
    let segmenter = Segmenter::new();
    for text in [".\n\"", "1.\n\"", "p.\n)", "…\n\"", "He left.\n\"", "?\n'"] {
        let joined = format!("{text}\n\nShe came.");
        let alone = segmenter.sentences(text).map(|s| s.text);
        let expected: Vec<_> = alone.chain(["She came."]).collect();
        let found: Vec<_> = segmenter.sentences(&joined).map(|s| s.text).collect();
        assert_eq!(found, expected);
    }
}

/// The property below met this: behind a smiley a space that isn't ASCII was no space, unless the text began with the smiley.
#[test]
fn a_smiley_ends_before_any_space() {
    let segmenter = Segmenter::new();
    for space in [" ", "\u{a0}", "\u{2003}", "\u{3000}"] {
        for before in ["", "\n\n", "Fine "] {
            let text = format!("{before}:){space}The");
            let found: Vec<_> = segmenter.sentences(&text).map(|s| s.text).collect();
            assert_eq!(found, [format!("{before}:)").trim_start(), "The"]);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    /// The sentences and the white space between them make up the text; none is empty; each is trimmed.
    #[test]
    fn nothing_is_lost(text in texts(), segmenter in segmenters()) {
        let mut end = 0;
        for sentence in segmenter.sentences(&text) {
            let range = sentence.span.range();
            prop_assert!(range.start >= end && range.end > range.start);
            prop_assert_eq!(text.get(end..range.start).map(str::trim), Some(""));
            prop_assert_eq!(text.get(range.clone()), Some(sentence.text));
            prop_assert_eq!(sentence.text.trim(), sentence.text);
            prop_assert!(!sentence.text.contains("\n\n") && !sentence.text.contains("\r\n\r\n"));
            end = range.end;
        }
        prop_assert_eq!(text.get(end..).map(str::trim), Some(""));
    }

    /// A stream gives the sentences of the whole wherever the joints fall.
    #[test]
    fn a_stream_gives_the_same(text in texts(), segmenter in segmenters(), seeds in prop::collection::vec(any::<prop::sample::Index>(), 0..20)) {
        let mut joints: Vec<_> = seeds.iter().map(|seed| seed.index(text.len() + 1)).filter(|&at| text.is_char_boundary(at)).collect();
        joints.sort_unstable();
        let whole: Vec<_> = segmenter.sentences(&text).map(|s| (s.span.start() as u64, s.text.to_owned())).collect();
        prop_assert_eq!(&streamed(&segmenter, &text, &joints), &whole);
        let every: Vec<_> = (0..text.len()).filter(|&at| text.is_char_boundary(at)).collect();
        prop_assert_eq!(&streamed(&segmenter, &text, &every), &whole);
    }

    /// Any text at all is split without a panic, and nothing of it is lost.
    #[test]
    fn any_text_is_split(text in "\\PC*") {
        let kept: usize = Segmenter::new().sentences(&text).map(|s| s.text.chars().filter(|c| !c.is_whitespace()).count()).sum();
        prop_assert_eq!(kept, text.chars().filter(|c| !c.is_whitespace()).count());
    }

    /// Paragraphs don't know of each other.
    #[test]
    fn an_empty_line_keeps_paragraphs_apart(left in texts(), right in texts()) {
        let segmenter = Segmenter::new();
        let left = left.trim_end();
        let joined = format!("{left}\n\n{right}");
        let apart: Vec<_> = segmenter.sentences(left).chain(segmenter.sentences(&right)).map(|s| s.text).collect();
        let together: Vec<_> = segmenter.sentences(&joined).map(|s| s.text).collect();
        prop_assert_eq!(apart, together);
    }
}
