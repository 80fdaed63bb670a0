//! How many instructions does each stage take for a byte of text? For `benches/instructions.sh`, which runs this under valgrind.
//!
//! `instructions STAGE TIMES [FILE...]` puts the corpus, or the texts of files, TIMES times through one stage, and prints how many bytes they have.
//! Seconds depend on what else the machine does; instructions don't, so a slow-down of a few per cent shows on any machine.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a bench prints its result"
)]

use std::hint::black_box;

use parallax::attribution::AttributionReader;
use parallax::clause::ClauseReader;
use parallax::segment::Segmenter;
use parallax::token::Tokenizer;
use parallax::{Document, Pack, Parallax};

const CORPUS: [&str; 3] = [
    include_str!("../examples/articles/2022.txt"),
    include_str!("../examples/articles/2024.txt"),
    include_str!("news.txt"),
];

fn main() {
    let mut arguments = std::env::args().skip(1);
    let stage = arguments.next().unwrap_or_default();
    let times = arguments.next().and_then(|times| times.parse().ok());
    let Some(times) = times else {
        eprintln!("instructions are counted by `benches/instructions.sh`");
        return;
    };
    let files: Result<Vec<String>, _> = arguments.map(std::fs::read_to_string).collect();
    let mut texts = match files {
        Ok(texts) => texts,
        Err(error) => {
            eprintln!("a text can't be read: {error}");
            return;
        }
    };
    if texts.is_empty() {
        texts.extend(CORPUS.map(str::to_owned));
    }
    run(&stage, times, &texts);
    println!("{}", texts.iter().map(String::len).sum::<usize>());
}

fn run(stage: &str, times: usize, texts: &[String]) {
    let texts = || (0..times).flat_map(|_| texts.iter().map(String::as_str));
    let segmenter = Segmenter::new();
    let sentences = || texts().flat_map(|text| segmenter.sentences(text));
    match stage {
        "document" => texts().for_each(|text| {
            black_box(Document::from_text("a", text));
        }),
        "segment" => sentences().for_each(|sentence| {
            black_box(sentence);
        }),
        "token" => {
            let tokenizer = Tokenizer::new();
            sentences().for_each(|sentence| {
                black_box(tokenizer.tokens(sentence.text).count());
            });
        }
        "clause" => {
            let reader = ClauseReader::new();
            sentences().for_each(|sentence| {
                black_box(reader.clauses(sentence.text));
            });
        }
        "attribution" => {
            let reader = AttributionReader::new(&Pack::builtin());
            texts().for_each(|text| {
                black_box(reader.attributions(&Document::from_text("a", text)));
            });
        }
        "claims" => {
            let parallax = Parallax::new(Pack::builtin());
            texts().for_each(|text| {
                black_box(parallax.annotate(&Document::from_text("a", text)));
            });
        }
        other => eprintln!("no stage {other}"),
    }
}
