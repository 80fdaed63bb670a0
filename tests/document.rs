//! Documents from text: each case of `tests/cases/document`, what must always hold, and real texts where they are at hand.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    clippy::type_complexity,
    reason = "a helper of a test fails as the test does"
)]

mod shared;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use parallax::{BlockKind, Document};
use proptest::prelude::*;
use shared::shared;

#[test]
fn what_the_caller_gives_goes_before_what_the_text_says() {
    let text = "---\ntitle: Found\noutlet: The Outlet\nauthor: Jane Roe\ndate: 2021-03-03\n---\n\nThe river rose.";
    let found = Document::from_text("one", text);
    let given = found
        .clone()
        .with_id("two")
        .with_title("Given")
        .with_outlet("The Ledger")
        .with_author("John Doe")
        .with_date("2022-04".parse().unwrap());
    let known = |document: &Document| {
        let date = document.date().unwrap().to_string();
        let [title, outlet, author] = [document.title(), document.outlet(), document.author()]
            .map(|fact| fact.unwrap().to_owned());
        [document.id().to_owned(), title, outlet, author, date]
    };
    assert_eq!(
        known(&given),
        ["two", "Given", "The Ledger", "John Doe", "2022-04"]
    );
    // The handle that it was made of stays as it was.
    assert_eq!(
        known(&found),
        ["one", "Found", "The Outlet", "Jane Roe", "2021-03-03"]
    );
    assert!(given.blocks().eq(found.blocks()));
    assert_eq!(
        serde_json::to_value(&given).unwrap(),
        serde_json::json!({
            "document": "two", "title": "Given", "outlet": "The Ledger", "author": "John Doe", "date": "2022-04"
        })
    );
}

#[test]
fn every_case_reads_as_it_says() {
    let mut wrong = String::new();
    for file in files("tests/cases/document") {
        let name = file.display();
        let text = fs::read_to_string(&file).unwrap();
        let cases: Vec<_> = text
            .split("=====\n")
            .filter(|case| !case.trim().is_empty())
            .collect();
        assert!(!cases.is_empty(), "{name} holds no case");
        for case in cases {
            let (why, rest) = case.split_once('\n').unwrap();
            assert!(
                why.starts_with("# "),
                "{name}: a case begins with `# ` and why it is there, not with `{why}`"
            );
            let (input, expected) = rest
                .split_once("\n-----\n")
                .unwrap_or_else(|| panic!("{name}: no ----- in case `{why}`"));
            assert!(
                !expected.trim().is_empty(),
                "{name}: nothing is expected in case `{why}`"
            );
            let found = drawn(&Document::from_text("case", input));
            if found.trim_end() != expected.trim_end() {
                writeln!(
                    wrong,
                    "{name}: {why}\n  expected\n{expected}\n  found\n{found}"
                )
                .unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// What is known of a document and its blocks, a line each; line ends inside a block as `⏎`.
fn drawn(document: &Document) -> String {
    let mut lines = Vec::new();
    let date = document.date().map(|date| date.to_string());
    let known = [
        ("title", document.title()),
        ("author", document.author()),
        ("outlet", document.outlet()),
        ("date", date.as_deref()),
    ];
    for (name, value) in known {
        lines.extend(value.map(|value| format!("{name} = {value}")));
    }
    lines.extend(
        document
            .warnings()
            .map(|warning| format!("warning = {warning}")),
    );
    for block in document.blocks() {
        let words = block
            .span
            .of(document.text())
            .replace("\r\n", "⏎")
            .replace('\n', "⏎");
        lines.push(format!("{}: {words}", name_of(block.kind)));
    }
    lines.join("\n") + "\n"
}

fn name_of(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Heading => "heading",
        BlockKind::Body => "body",
        BlockKind::Quotation => "quotation",
        BlockKind::Item => "item",
        BlockKind::Furniture => "furniture",
        _ => "unknown",
    }
}

fn files(folder: &str) -> Vec<std::path::PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<_> = fs::read_dir(&root)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "txt"))
        .collect();
    files.sort();
    assert!(!files.is_empty(), "no cases in {}", root.display());
    files
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\0' | '\u{feff}' | '\u{200b}')
}

/// Between the blocks stands nothing but white space, and blocks stand in order on character boundaries, trimmed.
fn assert_lossless(text: &str) {
    let document = Document::from_text("any", text);
    assert_eq!(document.text(), text);
    let blank = |text: &str| text.chars().all(is_blank);
    let mut at = 0;
    for block in document.blocks() {
        assert!(
            block.span.start() >= at && !block.span.is_empty(),
            "{:?} before {at}",
            block.span
        );
        assert!(
            blank(&text[at..block.span.start()]),
            "words left out before {:?}",
            block.span
        );
        let words = &text[block.span.range()];
        assert!(!words.starts_with(is_blank), "{words:?} begins blank");
        assert!(!words.ends_with(is_blank), "{words:?} ends blank");
        at = block.span.end();
    }
    assert!(blank(&text[at..]), "words left out at the end");
}

proptest! {
    #[test]
    fn any_text_is_kept_whole(text in any::<String>()) {
        assert_lossless(&text);
    }

    #[test]
    fn any_lines_are_kept_whole(
        lines in prop::collection::vec(prop::sample::select(LINES.to_vec()), 0..24),
        ends in prop::collection::vec(prop::sample::select(vec!["\n", "\n\n", "\r\n", "\r", " \n\t\n", "\u{2028}"]), 24),
    ) {
        let text: String = lines.iter().zip(&ends).flat_map(|(line, end)| [*line, *end]).collect();
        assert_lossless(&text);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(document) = Document::from_bytes("any", &bytes) {
            assert_eq!(document.text().as_bytes(), bytes);
        }
    }
}

/// Lines that steer the reader into each of its branches.
const LINES: &[&str] = &[
    "",
    "---",
    "title: A",
    "date: 2021-02-30",
    "The river rises",
    "Jane Roe, The Outlet, March 3, 2021 —",
    "By Jane Roe",
    "2021-03-03",
    "Jane Roe, The Outlet, March 3, 2021 — The river rose.",
    "# A heading",
    "> Quoted",
    "He said:",
    "“It rose.",
    "“It fell.”",
    "• One",
    "- two",
    "1. Three",
    "a. Four",
    "READ: More",
    "Show Comments",
    "The views expressed on this page are the",
    "writer's alone.",
    "ñandú",
    "\0",
    "\u{feff}",
    "“",
    "…",
    "The river rose in the night, and the ferry stayed in the harbour until noon, when the",
    "ArticleRiversBridgesFerries",
];

/// Text made to be slow is read to its end. What it costs is in `cargo bench --bench pipeline -- growth`.
#[test]
fn hostile_text_is_read_to_its_end() {
    let shapes: [(&str, fn(usize) -> String); 9] = [
        ("one line", |n| "word ".repeat(n / 5)),
        ("no space", |n| "w".repeat(n)),
        ("blank lines", |n| "\n".repeat(n)),
        ("short lines", |n| "a\n".repeat(n / 2)),
        ("marks", |n| "“".repeat(n / 3)),
        ("colons", |n| "He said:\n\n".repeat(n / 10)),
        ("wrapped", |n| {
            format!("{}\n", "river ".repeat(12)).repeat(n / 73)
        }),
        ("front matter", |n| {
            format!("---\n{}", "title: A\n".repeat(n / 9))
        }),
        ("dates", |n| "Roe, 2021-03-03\n".repeat(n / 16)),
    ];
    for (name, shape) in shapes {
        let text = shape(50_000);
        let document = Document::from_text("hostile", text.as_str());
        assert_eq!(document.text(), text, "{name}");
        let mut end = 0;
        for block in document.blocks() {
            assert_eq!(text[end..block.span.start()].trim(), "", "{name}");
            end = block.span.end();
        }
        assert_eq!(text[end..].trim(), "", "{name}");
    }
}

/// Kinds in order, as runs: `H B3 Q B` is a heading, three paragraphs, a block quotation and a paragraph.
fn runs(document: &Document) -> String {
    let mut runs: Vec<(char, usize)> = Vec::new();
    for block in document.blocks() {
        let letter = name_of(block.kind)
            .chars()
            .next()
            .unwrap()
            .to_ascii_uppercase();
        match runs.last_mut() {
            Some((last, count)) if *last == letter => *count += 1,
            _ => runs.push((letter, 1)),
        }
    }
    let shown: Vec<_> = runs
        .iter()
        .map(|(letter, count)| {
            if *count == 1 {
                letter.to_string()
            } else {
                format!("{letter}{count}")
            }
        })
        .collect();
    shown.join(" ")
}

#[test]
fn the_real_articles_fall_into_their_blocks() {
    let Some(folder) = shared("articles") else {
        return;
    };
    let read =
        |name: &str| Document::from_bytes(name, &fs::read(folder.join(name)).unwrap()).unwrap();
    let (before, after) = (read("article-2022.txt"), read("article-2024.txt"));
    assert_eq!(runs(&before), "F H F2 B2 F B3 F B F5");
    assert_eq!(runs(&after), "H F B2 H B4 Q B4 H B Q B5 H B9 F2");
    assert_eq!(before.title().map(str::len), Some(63));
    assert_eq!((before.author(), before.date()), (None, None));
    assert_eq!(after.title().map(str::len), Some(53));
    assert_eq!(after.author().map(str::len), Some(21));
    assert_eq!(after.outlet().map(str::len), Some(10));
    assert_eq!(
        after.date().map(|date| date.to_string()).as_deref(),
        Some("2024-02-13")
    );
}

#[test]
fn the_briefs_fall_into_their_blocks() {
    let Some(folder) = shared("gold/briefs") else {
        return;
    };
    let mut drawn = String::new();
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    for path in paths {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let document = Document::from_bytes(&name, &fs::read(&path).unwrap()).unwrap();
        let date = document
            .date()
            .map(|date| date.to_string())
            .unwrap_or_default();
        let number = name.split('-').next().unwrap();
        writeln!(
            drawn,
            "{number} {} · {date} · {}",
            runs(&document),
            document.outlet().unwrap_or("no outlet")
        )
        .unwrap();
    }
    insta::assert_snapshot!(drawn, @r"
    01 H F B3 F2 · 2014-12-17 · Continental News Desk
    02 H F B4 · 2025-09-18 · Council Watch
    03 H F B3 · 2025-10-14 · The Delta Observer
    04 H F B3 · 2006-02-13 · Eurasia Comment
    05 H F B3 · 2006-02-10 · The Jaffa Gate Daily
    06 H F B3 F · 2011-07-23 · Bosphorus Wire
    07 H F B Q B H B · 2024-09-18 · Kingdom Press Bulletin
    08 H F B4 · 2025-11-19 · Levant Policy Brief
    09 H F B4 · 2025-02-24 · Glass House Digest
    10 H F B3 F · 2017-05-04 · Steppe Newswire
    11 H F B4 F · 2021-01-15 · Red Sea Monitor
    12 H F B4 · 2020-01-15 · Mediterranean Notebook (blog)
    13 H F B3 · 2024-05-27 · The Amu Darya Report
    14 H F B3 · 2021-06-16 · Danube Review
    15 H F B4 · 2015-05-08 · Caucasus Policy Note
    16 H F B3 F · 2024-05-30 · Nile Basin Herald
    ");
}

#[test]
fn paragraphs_of_web_text_stay_whole() {
    let Some(folder) = shared("gold/sentences") else {
        return;
    };
    let text = fs::read_to_string(folder.join("ewt-dev.txt")).unwrap();
    let document = Document::from_text("ewt-dev", text.as_str());
    let found: Vec<_> = document
        .blocks()
        .map(|block| block.span.of(&text))
        .collect();
    let paragraphs: Vec<_> = text
        .split("\n\n")
        .map(str::trim)
        .filter(|paragraph| !paragraph.is_empty())
        .collect();
    assert_eq!(found, paragraphs);
    let body = document
        .blocks()
        .filter(|block| block.kind == BlockKind::Body)
        .count();
    assert!(
        body * 10 > paragraphs.len() * 8,
        "{body} of {} paragraphs are body",
        paragraphs.len()
    );
}
