//! Reports of comparisons.

mod labels;

use std::path::PathBuf;

use labels::{comparator, in_house_articles, labelled_articles, shared};
use parallax::report::{Json, Markdown, Table};

#[test]
fn reports_of_the_labelled_articles_are_written_for_a_reader_to_look_at() {
    let Some(folder) = shared() else { return };
    let comparison = comparator().compare(&labelled_articles(&folder));
    let out = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    for (name, report) in [
        ("gold.md", Markdown::new(&comparison).to_string()),
        ("gold.txt", Table::new(&comparison).to_string()),
        ("gold.json", Json::new(&comparison).indented().to_string()),
    ] {
        assert!(report.len() > 1_000);
        std::fs::write(out.join(name), report).unwrap();
    }
}

#[test]
fn in_house() {
    let comparison = comparator().compare(&in_house_articles());
    let out = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(out.join("house.md"), Markdown::new(&comparison).to_string()).unwrap();
    std::fs::write(out.join("house.txt"), Table::new(&comparison).to_string()).unwrap();
    std::fs::write(out.join("house.json"), Json::new(&comparison).to_string()).unwrap();
}
