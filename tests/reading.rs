//! How many of the alignments of two long articles a reader keeps: `cargo test --test reading -- --nocapture`.
//!
//! Every alignment was read with both sentences. What a reader would strike out is so marked in `reading/verdicts.tsv`, by the places and labels of
//! the two claims, with the reason; the articles themselves are not here. An alignment that nobody has read yet is named; of pairs
//! there may be few, so that a change that brings in many is read before it lands.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "test code outside of test functions"
)]

mod labels;
mod shared;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use parallax::compare::{Alignment, Comparison};
use parallax::{Document, Pack, Parallax};

/// Pairs that a reader keeps, of those read: what was measured is .93. Less than this means that a change brought in pairs that say nothing.
const LEAST: f64 = 0.9;

/// Pairs that nobody has read yet. More than this means that a change brought in pairs: read them, and put down what a reader would do with each.
const MOST_UNREAD: usize = 3;

/// How many were kept and struck out.
#[derive(Default)]
struct Count {
    kept: usize,
    struck: usize,
    unread: usize,
}

impl Count {
    fn precision(&self) -> f64 {
        let share = |n: usize| f64::from(u32::try_from(n).unwrap());
        share(self.kept) / share((self.kept + self.struck).max(1))
    }
}

/// A claim of an alignment by document, start of its sentence, and labels.
fn side(comparison: &Comparison, index: Option<usize>) -> String {
    let Some(claim) = index.and_then(|index| comparison.claim(index)) else {
        return "-".to_owned();
    };
    let document = comparison.document_of(claim).unwrap().id();
    let targets: Vec<&str> = claim.target.iter().map(|target| target.as_str()).collect();
    format!(
        "{document}@{} {} {} [{}]",
        claim.told().sentence.span.start(),
        claim.actor,
        claim.stance,
        targets.join(",")
    )
}

/// What a verdict goes by.
fn key(comparison: &Comparison, alignment: &Alignment) -> String {
    format!(
        "{}\t{}\t{}\t{}",
        alignment.relation,
        alignment.position,
        side(comparison, alignment.left),
        side(comparison, alignment.right)
    )
}

#[test]
fn a_reader_keeps_most_pairs_of_the_two_articles() {
    let Some(folder) = labels::folder() else {
        return;
    };
    let parallax = Parallax::new(Pack::builtin());
    let articles = ["article-2022", "article-2024"].map(|stem| {
        let text = fs::read_to_string(folder.join(format!("articles/{stem}.txt"))).unwrap();
        let document = Document::from_text(stem, text);
        parallax.annotate(&match stem {
            "article-2022" => document.with_date("2022-09".parse().unwrap()),
            _ => document,
        })
    });
    let comparison = parallax.compare(&articles);
    let verdicts: BTreeMap<&str, (&str, &str)> = include_str!("reading/verdicts.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let (rest, why) = line.rsplit_once('\t').expect("a reason");
            let (key, verdict) = rest.rsplit_once('\t').expect("a verdict");
            assert!(matches!(verdict, "keep" | "strike"), "{verdict}");
            (key, (verdict, why))
        })
        .collect();

    let (mut pairs, mut alone) = (Count::default(), Count::default());
    let (mut struck, mut unread) = (String::new(), String::new());
    for alignment in comparison.alignments() {
        let key = key(&comparison, alignment);
        let count = if alignment.relation.is_alone() {
            &mut alone
        } else {
            &mut pairs
        };
        match verdicts.get(key.as_str()) {
            Some(("keep", _)) => count.kept += 1,
            Some((_, why)) => {
                count.struck += 1;
                writeln!(struck, "struck out: {key}\n            {why}").unwrap();
            }
            None => {
                count.unread += 1;
                writeln!(unread, "not read yet: {key}").unwrap();
            }
        }
    }
    print!("{struck}{unread}");
    for (name, count) in [("pairs", &pairs), ("claims alone", &alone)] {
        let (kept, all) = (count.kept, count.kept + count.struck);
        let (unread, precision) = (count.unread, count.precision());
        println!("{name}: {kept} of {all} kept, {precision:.2}; {unread} not read");
    }
    assert!(
        pairs.precision() >= LEAST,
        "pairs: {:.2}",
        pairs.precision()
    );
    assert!(
        pairs.unread <= MOST_UNREAD,
        "{} pairs that nobody has read: give each a line in tests/reading/verdicts.tsv\n{unread}",
        pairs.unread
    );
}
