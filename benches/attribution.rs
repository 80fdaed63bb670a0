//! How fast who says what is found, on one core, and that time stays in step with the input.
//!
//! `cargo bench --bench attribution` prints, for news text of 4, 8 and 16 MB and for hostile text, seconds and MB/s of the
//! sentences alone, of sentences with clauses and attributions, and of the attribution layer (the difference). Documents and the
//! pack are made outside the timed part; of three runs the fastest counts.

#![allow(clippy::print_stdout, reason = "a bench prints its result")]

use std::hint::black_box;
use std::time::Instant;

use parallax::attribution::AttributionReader;
use parallax::segment::Segmenter;
use parallax::{Document, Pack};

const NEWS: &str = include_str!("news.txt");
const HOSTILE: [&str; 5] = [
    "“a,” he said. ",
    "he said that ",
    "who said, ",
    "“ ",
    "the plan of ",
];

fn fastest(mut run: impl FnMut()) -> f64 {
    (0..3)
        .map(|_| {
            let begun = Instant::now();
            run();
            begun.elapsed().as_secs_f64()
        })
        .fold(f64::INFINITY, f64::min)
}

fn row(name: &str, reader: &AttributionReader, text: String) {
    let bytes = text.len();
    let document = Document::from_text("bench", text);
    let segmenter = Segmenter::new();
    let sentences = fastest(|| {
        for block in document.blocks() {
            black_box(segmenter.sentences(block.span.of(document.text())).count());
        }
    });
    let all = fastest(|| {
        black_box(reader.attributions(&document).len());
    });
    let rate = |seconds: f64| {
        #[allow(clippy::cast_precision_loss, reason = "a rate for people")]
        let megabytes = bytes as f64 / 1e6;
        megabytes / seconds
    };
    let layer = (all - sentences).max(f64::EPSILON);
    println!(
        "{name:16} {bytes:>10} {sentences:>9.3} s {all:>9.3} s {layer:>9.3} s {:>8.1} MB/s",
        rate(layer)
    );
}

fn main() {
    let reader = AttributionReader::new(&Pack::builtin());
    println!(
        "{:16} {:>10} {:>11} {:>11} {:>11} {:>13}",
        "text", "bytes", "sentences", "whole", "layer", "layer"
    );
    for megabytes in [4, 8, 16] {
        let times = megabytes * 1_000_000 / NEWS.len() + 1;
        row("news", &reader, NEWS.repeat(times));
    }
    for unit in HOSTILE {
        for kilobytes in [250, 500] {
            row(
                unit.trim(),
                &reader,
                unit.repeat(kilobytes * 1_000 / unit.len()),
            );
        }
    }
}
