//! What the fuzz targets have met (`fuzz/seeds`), run again by the toolchain that everybody has.

#![allow(
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "helpers of a test fail as the test does"
)]

#[path = "../fuzz/bodies/claims.rs"]
mod claims;
#[path = "../fuzz/bodies/compare.rs"]
mod compare;
#[path = "../fuzz/bodies/document.rs"]
mod document;
#[path = "hostile/mod.rs"]
mod hostile;
#[path = "../fuzz/bodies/pack.rs"]
mod pack;
#[path = "../fuzz/bodies/reports.rs"]
mod reports;
#[path = "../fuzz/bodies/segment.rs"]
mod segment;
mod sound;

use std::fs;
use std::path::Path;

/// Runs all seeds of a target, in order of their names.
fn replay(target: &str, run: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fuzz/seeds")
        .join(target);
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    assert!(files.len() >= 5, "{target} has no seeds");
    for file in files {
        println!("{}", file.display());
        run(&fs::read(file).unwrap());
    }
}

#[test]
fn seeds_of_documents() {
    replay("document", document::run);
}

#[test]
fn seeds_of_segment() {
    replay("segment", segment::run);
}

#[test]
fn seeds_of_claims() {
    replay("claims", claims::run);
}

#[test]
fn seeds_of_packs() {
    replay("pack", pack::run);
}

#[test]
fn seeds_of_compare() {
    replay("compare", compare::run);
}

#[test]
fn seeds_of_reports() {
    replay("reports", reports::run);
}
