//! How fast is parallax beside programs that do a part of what it does? `benches/peers/run` starts this, and spaCy after it, on the same text.

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use parallax::{Document, Pack, Parallax};
use regex::Regex;

const RUNS: usize = 5;
const PHRASES: usize = 1_000;

const ARTICLES: [&str; 3] = [
    include_str!("../../news.txt"),
    include_str!("../../../examples/articles/2022.txt"),
    include_str!("../../../examples/articles/2024.txt"),
];

fn main() {
    let work = std::env::args().nth(1).expect("a folder to write to");
    let articles = ARTICLES.repeat(400);
    let text = articles.join("\u{c}");
    let pack = Pack::builtin();
    let names = names(&pack);
    fs::write(Path::new(&work).join("text.txt"), &text).expect("a folder that can be written to");
    fs::write(Path::new(&work).join("names.txt"), names.join("\n")).expect("the same");

    println!("| one core, the same text | MB/s | found |\n|---|--:|--:|");
    let parallax = Parallax::new(pack);
    row("parallax, from bytes to claims", &text, || {
        articles
            .iter()
            .map(|article| {
                let document = Document::from_text("article", *article);
                parallax.annotate(&document).claims().len()
            })
            .sum()
    });
    for (name, kind) in [
        ("contiguous NFA", AhoCorasickKind::ContiguousNFA),
        ("DFA", AhoCorasickKind::DFA),
    ] {
        let finder = AhoCorasick::builder()
            .kind(Some(kind))
            .match_kind(MatchKind::LeftmostLongest)
            .build(&names)
            .expect("phrases");
        let name = format!("aho-corasick 1.1.5, {} phrases, {name}", names.len());
        row(&name, &text, || finder.find_iter(&text).count());
    }
    for gap in [0, 12, 20] {
        let rule = format!(
            r"(?-u)\b(?:vetoed|blocked|backed|rejected)(?:\s+\w+){{0,{gap}}}\s+(?:resolution|draft|ceasefire|truce)\b"
        );
        let rule = Regex::new(&rule).expect("a rule");
        let name = format!("regex 1.13.1, one rule with a gap of up to {gap} words");
        row(&name, &text, || rule.find_iter(&text).count());
    }
    gaps(&parallax);
}

/// Runs a finder and prints the best of its rates.
fn row(name: &str, text: &str, mut run: impl FnMut() -> usize) {
    let mut found = 0;
    let mut best = f64::INFINITY;
    for _ in 0..RUNS {
        let begun = Instant::now();
        found = black_box(run());
        best = best.min(begun.elapsed().as_secs_f64());
    }
    println!(
        "| {name} | {:.2} | {found} |",
        text.len() as f64 / 1e6 / best
    );
}

/// `PHRASES` names of actors and people.
fn names(pack: &Pack) -> Vec<String> {
    let mut names: Vec<String> = pack
        .actors()
        .flat_map(|actor| std::iter::once(actor.name()).chain(actor.people()))
        .map(str::to_owned)
        .collect();
    names.sort();
    names.dedup();
    // From all over the alphabet.
    let step = (names.len() / PHRASES).max(1);
    names.into_iter().step_by(step).take(PHRASES).collect()
}

/// The same words, 0, 6 and 12 of them between a verb and its object.
const GAPS: [(usize, &str); 3] = [
    (
        0,
        "On Tuesday after a long debate in the very crowded old hall, Russia vetoed the draft resolution. ",
    ),
    (
        6,
        "In the very crowded old hall, Russia vetoed on Tuesday after a long debate the draft resolution. ",
    ),
    (
        12,
        "Russia vetoed on Tuesday after a long debate in the very crowded old hall the draft resolution. ",
    ),
];

/// What a gap costs: a cue takes what fills its slot, however many words stand between. The texts take turns, so that all meet the same machine.
fn gaps(parallax: &Parallax) {
    let documents = GAPS.map(|(_, sentence)| Document::from_text("gap", sentence.repeat(20_000)));
    let mut best = [f64::INFINITY; GAPS.len()];
    let mut found = [0; GAPS.len()];
    for _ in 0..RUNS {
        for ((document, best), found) in documents.iter().zip(&mut best).zip(&mut found) {
            let begun = Instant::now();
            *found = black_box(parallax.annotate(document)).claims().len();
            *best = best.min(begun.elapsed().as_secs_f64());
        }
    }
    for (((gap, _), document), (best, found)) in
        GAPS.iter().zip(&documents).zip(best.iter().zip(found))
    {
        let speed = document.text().len() as f64 / 1e6 / best;
        println!("| parallax, {gap} words between verb and object | {speed:.2} | {found} |");
    }
}
