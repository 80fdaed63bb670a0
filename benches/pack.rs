//! What a large pack costs: 10,000 actors and 2,000 cues laid over the shipped pack, beside the shipped pack alone, on the same text in one run.
//! `cargo bench --bench pack`

#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a bench talks to its user, and fails where it can't be run"
)]

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::{Duration, Instant};

use parallax::{Document, Pack, Parallax};

const ACTORS: usize = 10_000;
const CUES: usize = 2_000;
const RUNS: usize = 7;

fn main() {
    // `cargo bench` hands flags over that are for harnesses.
    let toml = large();
    let begun = Instant::now();
    let shipped = Pack::builtin();
    let read = begun.elapsed();
    let begun = Instant::now();
    let large = shipped.layer([("large.toml", toml.as_str())]).unwrap();
    let laid = begun.elapsed();
    let begun = Instant::now();
    let with_large = Parallax::new(large);
    let compiled = begun.elapsed();
    println!(
        "{ACTORS} actors and {CUES} cues, {:.1} MB of TOML: laid over the shipped pack in {} ms, compiled in {} ms (the shipped pack alone is read in {} ms)",
        toml.len() as f64 / 1e6,
        laid.as_millis(),
        compiled.as_millis(),
        read.as_millis()
    );

    let with_shipped = Parallax::new(shipped);
    let news = include_str!("news.txt");
    let articles = [
        include_str!("../examples/articles/2022.txt"),
        include_str!("../examples/articles/2024.txt"),
    ]
    .join("\n\n");
    for (name, text) in [("news", news), ("in-house articles", &articles)] {
        let text = text.repeat(1 + 400_000 / text.len());
        let document = Document::from_text("bench", text.as_str());
        let (mut best, mut best_large) = (Duration::MAX, Duration::MAX);
        for _ in 0..RUNS {
            // In turn, so that both meet the same machine.
            best = best.min(time(&with_shipped, &document));
            best_large = best_large.min(time(&with_large, &document));
        }
        let speed = |time: Duration| text.len() as f64 / 1e6 / time.as_secs_f64();
        println!(
            "{name}: {:.2} MB/s by the shipped pack, {:.2} MB/s by the large one, {:.2} times as long",
            speed(best),
            speed(best_large),
            best_large.as_secs_f64() / best.as_secs_f64()
        );
    }
}

fn time(parallax: &Parallax, document: &Document) -> Duration {
    let begun = Instant::now();
    black_box(parallax.annotate(document));
    begun.elapsed()
}

/// A pack with names that share words, cues with verbs that news is full of, and lists: what a large pack is like.
fn large() -> String {
    let verbs = [
        "say", "make", "take", "give", "call", "hold", "meet", "keep", "raise", "cut",
    ];
    let syllables = [
        "bel", "dor", "gan", "hul", "kir", "lom", "mar", "nov", "pol", "sar",
    ];
    let name = |mut number: usize| {
        let mut name = String::new();
        for _ in 0..5 {
            name.push_str(syllables.get(number % 10).unwrap());
            number /= 10;
        }
        let (first, rest) = name.split_at(1);
        first.to_uppercase() + rest
    };
    let mut toml = String::new();
    for actor in 0..ACTORS {
        let name = name(actor);
        let _ = write!(
            toml,
            "[[actor]]\nid = \"large_{actor}\"\nname = \"{name}\"\nkind = \"movement\"\nnames = [\"Front of {name}\", \"{name} Council\"]\n\
             people = [\"Ada {name}son\"]\n"
        );
    }
    toml.push_str("[[position]]\nid = \"large\"\nquestion = \"Is it large?\"\n");
    for list in 0..100 {
        let words: Vec<_> = (0..20)
            .map(|word| format!("\"{}\"", name(word * 100 + list).to_lowercase()))
            .collect();
        let _ = write!(
            toml,
            "[[list]]\nid = \"large_{list}\"\nwords = [{}]\n",
            words.join(", ")
        );
    }
    for cue in 0..CUES {
        let verb = verbs.get(cue % verbs.len()).unwrap();
        let noun = name(cue).to_lowercase();
        let list = cue % 100;
        let _ = write!(
            toml,
            "[[cue]]\nid = \"large-{cue}\"\nposition = \"large\"\nstance = \"support\"\nverb = [\"{verb}\", \"{noun}\"]\nsubject = \"actor\"\n\
             object = {{ like = \"large_{list}\" }}\n"
        );
    }
    toml
}
