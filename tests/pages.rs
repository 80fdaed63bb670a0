//! Saved web pages: what is read out of each layout in `tests/pages`, whose README has the form.
#![cfg(feature = "html")]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use parallax::{Date, Document};

/// Facts and blocks of a document, as in the `.txt` files.
fn shown(document: &Document) -> String {
    let mut out = String::new();
    let facts = [
        ("title", document.title().map(str::to_owned)),
        ("outlet", document.outlet().map(str::to_owned)),
        ("author", document.author().map(str::to_owned)),
        ("date", document.date().map(|date: Date| date.to_string())),
    ];
    for (name, value) in facts {
        let _ = writeln!(out, "{name}: {}", value.as_deref().unwrap_or("-"));
    }
    for block in document.blocks() {
        let kind = format!("{:?}", block.kind).to_lowercase();
        let words = block.span.of(document.text()).replace('\n', " / ");
        let _ = writeln!(out, "{kind}: {words}");
    }
    out
}

#[test]
fn pages_of_many_layouts_are_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut pages: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "html"))
        .collect();
    pages.sort();
    assert!(pages.len() >= 6, "the pages are not there");
    let mut wrong = String::new();
    for page in pages {
        let document = Document::from_html("page", &fs::read(&page).unwrap()).unwrap();
        let expected = fs::read_to_string(page.with_extension("txt")).unwrap_or_default();
        let read = shown(&document);
        if read != expected {
            let _ = writeln!(wrong, "--- {}\n{read}", page.display());
        }
    }
    assert!(
        wrong.is_empty(),
        "these pages read otherwise than their .txt says:\n{wrong}"
    );
}

#[test]
fn bytes_that_the_encoding_lacks_are_replaced_and_said() {
    let page = b"<html><head><meta charset=utf-8></head><body><p>The caf\xe9 on the quay closed on Monday.</p></body></html>";
    let document = Document::from_html("page", page).unwrap();
    assert!(document.text().contains("caf\u{fffd}"));
    let warnings: Vec<_> = document.warnings().map(ToString::to_string).collect();
    assert_eq!(
        warnings,
        ["there are bytes that are no UTF-8: each was replaced by U+FFFD"]
    );
}
