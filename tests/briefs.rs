//! What the briefs of `tests/gold` are tagged with, and how neighbours line up: pinned, so that a change of a rule shows every label that it moves.
//!
//! Unlike the scores, a pin doesn't say that a label is right: review each that moves with the codebook. The briefs that are held out are not pinned,
//! since nobody looks at them.

#![allow(
    clippy::unwrap_used,
    reason = "helpers of a test fail as the test does"
)]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use parallax::compare::{Comparator, Comparison};
use parallax::{Article, Claim, Document, Pack, Parallax};

static PARALLAX: LazyLock<Parallax> = LazyLock::new(|| Parallax::new(Pack::builtin()));

/// The articles of a folder of `tests/gold`, by name.
fn read(folder: &str) -> Vec<Article> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/gold")
        .join(folder);
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "txt"))
        .collect();
    files.sort();
    files
        .iter()
        .map(|path| {
            let id = path.file_stem().unwrap().to_string_lossy();
            PARALLAX.annotate(&Document::from_text(id, fs::read_to_string(path).unwrap()))
        })
        .collect()
}

/// Sentence, evidence in it, labels, and the rules of the trace.
fn line(claim: &Claim) -> String {
    let start = claim.sentence.span.start();
    let targets: Vec<&str> = claim.target.iter().map(|id| id.as_str()).collect();
    let rules: Vec<String> = claim
        .trace
        .steps
        .iter()
        .filter_map(|step| step.rule.as_ref().map(ToString::to_string))
        .collect();
    format!(
        "{} {}..{} {} {} {} [{}] {} {}{}{}{} {}",
        claim.sentence.index,
        claim.evidence.start() - start,
        claim.evidence.end() - start,
        claim.actor,
        claim.stance,
        claim.position,
        targets.join(" "),
        claim.speaker,
        claim.mode,
        if claim.negated { " negated" } else { "" },
        if claim.hedged { " hedged" } else { "" },
        claim
            .date
            .map_or_else(String::new, |date| format!(" {date}")),
        rules.join("<")
    )
}

fn tagged(folder: &str) -> String {
    let mut out = String::new();
    for article in read(folder) {
        writeln!(out, "{}", article.document().id()).unwrap();
        for claim in article.claims() {
            writeln!(out, "  {}", line(claim)).unwrap();
        }
    }
    out
}

/// How two articles line up: relation, claims by place, score and its parts in hundredths; then the echoes.
fn lined_up(comparison: &Comparison) -> String {
    let mut out = String::new();
    let name = |index: Option<usize>| {
        let claim = index.and_then(|index| comparison.claim(index));
        claim.map_or_else(
            || "-".to_owned(),
            |claim| format!("{} {} {}", claim.actor, claim.stance, claim.position),
        )
    };
    let mut alone = 0;
    for alignment in comparison.alignments() {
        if alignment.relation.is_alone() {
            alone += 1;
            continue;
        }
        let parts: Vec<String> = alignment
            .score
            .parts()
            .iter()
            .map(|part| format!("{}{:.2}", part.part.as_str(), part.value))
            .collect();
        writeln!(
            out,
            "  {} {} | {} {:.3} {}",
            alignment.relation.as_str(),
            name(alignment.left),
            name(alignment.right),
            alignment.score.value(),
            parts.join(" ")
        )
        .unwrap();
    }
    writeln!(out, "  alone {alone}").unwrap();
    for echo in comparison.echoes() {
        let place = |passage: &parallax::compare::Passage| passage.sentence.index;
        writeln!(
            out,
            "  echo {} {} {:.3}{}",
            place(&echo.left),
            place(&echo.right),
            echo.score,
            if echo.is_copy { " copy" } else { "" }
        )
        .unwrap();
    }
    out
}

#[test]
fn the_briefs_are_tagged_as_pinned() {
    insta::assert_snapshot!("tagged", tagged("briefs"));
}

#[test]
fn more_briefs_are_tagged_as_pinned() {
    insta::assert_snapshot!("more_tagged", tagged("more-briefs"));
}

#[test]
fn neighbours_line_up_as_pinned() {
    let comparator = Comparator::new(&Pack::builtin());
    let articles = read("more-briefs");
    let mut out = String::new();
    for pair in articles.windows(2) {
        let ids: Vec<&str> = pair.iter().map(|article| article.document().id()).collect();
        writeln!(out, "{}", ids.join(" | ")).unwrap();
        out.push_str(&lined_up(&comparator.compare(pair)));
    }
    insta::assert_snapshot!("lined_up", out);
}
