//! The whole way: what two articles are tagged with, sentence by sentence, drawn for readers.
//!
//! A snapshot that moves is a label that moves: review each with the codebook (`cargo insta test --review`), never accept all.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "helpers of a test fail as the test does"
)]

mod shared;

use std::fmt::Write as _;
use std::fs;
use std::sync::LazyLock;

use parallax::{Article, Claim, Document, Pack, Parallax};
use shared::shared;

static PARALLAX: LazyLock<Parallax> = LazyLock::new(|| Parallax::new(Pack::builtin()));

/// The labels of a claim in a line: `un_blocking support, act · actor russia · target united_states · speaker author · rule veto`.
fn labels(claim: &Claim) -> String {
    let mut line = format!("{} {}, {}", claim.position, claim.stance, claim.mode);
    for (is, word) in [(claim.negated, ", negated"), (claim.hedged, ", hedged")] {
        line.push_str(if is { word } else { "" });
    }
    if let Some(date) = claim.date {
        write!(line, ", {date}").unwrap();
    }
    let targets: Vec<&str> = claim.target.iter().map(|id| id.as_str()).collect();
    let target = if targets.is_empty() {
        "none".to_owned()
    } else {
        targets.join(", ")
    };
    write!(
        line,
        " · actor {} · target {target} · speaker {} · rule {}",
        claim.actor, claim.speaker, claim.rule
    )
    .unwrap();
    line
}

/// Each sentence that isn't furniture; under it, for each claim, `~~~` under the evidence and the labels.
fn drawn(article: &Article) -> String {
    let text = article.document().text();
    let mut out = String::new();
    for (index, sentence) in article.sentences().enumerate() {
        if sentence.kind == parallax::BlockKind::Furniture {
            continue;
        }
        writeln!(
            out,
            "{}",
            article.text(sentence.span).replace(['\n', '\r'], " ")
        )
        .unwrap();
        for claim in article
            .claims()
            .filter(|claim| claim.sentence.index == index)
        {
            let before = text
                .get(sentence.span.start()..claim.evidence.start())
                .expect("evidence in its sentence");
            let indent = " ".repeat(before.chars().count());
            let marks = "~".repeat(article.text(claim.evidence).chars().count());
            writeln!(out, "{indent}{marks}\n  {}", labels(claim)).unwrap();
        }
    }
    out
}

/// Sentence and evidence of each claim as bytes, with its labels: nothing of the text.
fn places(article: &Article) -> String {
    article
        .claims()
        .map(|claim| {
            format!(
                "{:>3} {:?} {:?} {}\n",
                claim.sentence.index,
                claim.sentence.span,
                claim.evidence,
                labels(claim)
            )
        })
        .collect()
}

fn annotate(id: &str, text: &str) -> Article {
    PARALLAX.annotate(&Document::from_text(id, text))
}

/// A short article, from bytes to labels, without a look at any file.
#[test]
fn a_short_article_is_tagged() {
    let article = annotate(
        "short",
        "A quarrel in New York\n\nJane Roe, The Outlet, March 3, 2021 —\n\nRussia vetoed the American draft resolution. \
         The veto was deplored by Britain, which may recognise Kosovo.\n\n\
         “We do not regard Hamas as a terrorist organisation,” said Sergei Lavrov. Egypt urged Israel to lift the siege of Gaza.\n\n\
         READ: Who vetoed Kosovo's draft resolution?\n",
    );
    insta::assert_snapshot!(drawn(&article), @r"
    A quarrel in New York
    Russia vetoed the American draft resolution.
           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      un_blocking support, act · actor russia · target united_states · speaker author · rule veto-measure
    The veto was deplored by Britain, which may recognise Kosovo.
    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      un_blocking oppose, say · actor united_kingdom · target russia · speaker united_kingdom · rule deplore-veto
                                            ~~~~~~~~~~~~~~~~~~~~
      legitimacy support, expect, hedged · actor united_kingdom · target kosovo · speaker author · rule recognise-actor
    “We do not regard Hamas as a terrorist organisation,” said Sergei Lavrov.
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      legitimacy support, say, negated · actor russia · target hamas · speaker russia · rule call-terrorist
    Egypt urged Israel to lift the siege of Gaza.
          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      siege_relief support, ask · actor egypt · target israel · speaker egypt · rule lift-siege
    ");
}

#[test]
fn the_in_house_articles_are_tagged() {
    for (id, text) in [
        ("2022", include_str!("../examples/articles/2022.txt")),
        ("2024", include_str!("../examples/articles/2024.txt")),
    ] {
        insta::assert_snapshot!(format!("in_house_{id}"), drawn(&annotate(id, text)));
    }
}

/// The two real articles, where they are at hand: by places and labels only, since their text isn't ours to copy.
#[test]
fn the_real_articles_are_tagged() {
    for (year, date) in [("2022", Some("2022-09")), ("2024", None)] {
        let Some(path) = shared(&format!("articles/article-{year}.txt")) else {
            continue;
        };
        let bytes = fs::read(path).unwrap();
        let mut document = Document::from_bytes(year, &bytes).unwrap();
        if let Some(date) = date {
            document = document.with_date(date.parse().unwrap());
        }
        insta::assert_snapshot!(
            format!("real_{year}"),
            places(&PARALLAX.annotate(&document))
        );
    }
}

/// Furniture is kept, and never gives a claim.
#[test]
fn furniture_gives_no_claim() {
    let line = "Russia vetoed the American draft resolution.";
    for (before, after) in [
        ("READ: ", ""),
        ("Related: ", ""),
        ("Tags: Russia, ", ""),
        ("", " [Photo: Levant Ledger/I. Marsh]"),
    ] {
        let text =
            format!("The river rose in the night.\n\n{before}{line}{after}\n\nIt fell by noon.");
        let article = annotate("furniture", &text);
        assert_eq!(article.claims().len(), 0, "{text}");
        let kept: usize = article
            .sentences()
            .map(|sentence| sentence.span.len())
            .sum();
        assert!(kept + 8 > text.len(), "{text}");
    }
    assert_eq!(annotate("body", line).claims().len(), 1);
}

/// What the pack's own examples say holds.
#[test]
fn the_shipped_pack_passes_its_own_check() {
    let checked = parallax::check::check(&PARALLAX);
    let failures: String = checked.failures.iter().map(ToString::to_string).collect();
    assert!(checked.tried > 500, "{} examples tried", checked.tried);
    assert!(failures.is_empty(), "\n{failures}");
}

/// One office ends and the next begins within 2025: the month tells which.
#[test]
fn a_person_speaks_for_the_office_of_the_month() {
    for (date, actor) in [
        ("2025-01-20", "international_court_of_justice"),
        ("2025-06-15", "lebanon"),
    ] {
        let text = format!(
            "A morning of talks\nDelta Desk, {date}\n\nNawaf Salam called for a ceasefire.\n"
        );
        let article = PARALLAX.annotate(&Document::from_text("salam", text));
        let claim = article.claims().next().expect("a claim");
        assert_eq!(claim.actor.as_str(), actor, "{date}");
    }
}
