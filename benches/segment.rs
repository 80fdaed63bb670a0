//! How fast are sentences found, beside other segmenters, and on text that was made to be slow?
//!
//! `cargo bench --bench segment` prints two tables: MB/s on 50 MB of news text for each segmenter, best of several
//! runs, and the time on hostile text of one, two and four megabytes. `-- --quick` takes 5 MB. `-- --once` splits one
//! megabyte once and prints nothing: for `valgrind --tool=callgrind --toggle-collect='*Sentences*next*'`, whose counts
//! don't change with what else the machine does.

use std::hint::black_box;
use std::io::{Result, Write, stdout};
use std::time::{Duration, Instant};

use icu_segmenter::{SentenceSegmenter, options::SentenceBreakInvariantOptions};
use parallax::segment::Segmenter;
use unicode_segmentation::UnicodeSegmentation;

const NEWS: &str = include_str!("news.txt");

/// A way to count the sentences of a text.
type Count<'a> = Box<dyn Fn(&str) -> usize + 'a>;

fn main() -> Result<()> {
    if std::env::args().any(|argument| argument == "--once") {
        black_box(
            Segmenter::new()
                .sentences(&news(
                    1,
                    std::env::args().any(|argument| argument == "curly"),
                ))
                .count(),
        );
        return Ok(());
    }
    let quick = std::env::args().any(|argument| argument == "--quick");
    let megabytes = if quick { 5 } else { 50 };
    for (name, text) in [
        ("straight quotation marks", news(megabytes, false)),
        ("curly quotation marks", news(megabytes, true)),
    ] {
        peers(name, &text)?;
    }
    hostile()
}

/// The table beside the peers.
fn peers(name: &str, text: &str) -> Result<()> {
    let segmenter = Segmenter::new();
    let icu = SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
    let rows: Vec<(&str, u32, Count<'_>)> = vec![
        (
            "memchr3 over .?! (the limit)",
            7,
            Box::new(|text| memchr::memchr3_iter(b'.', b'?', b'!', text.as_bytes()).count()),
        ),
        (
            "parallax",
            7,
            Box::new(|text| {
                segmenter
                    .sentences(text)
                    .map(|s| usize::from(!black_box(s).text.is_empty()))
                    .sum()
            }),
        ),
        (
            "parallax, stream of 64 KiB",
            5,
            Box::new(|text| stream(&segmenter, text)),
        ),
        (
            "icu_segmenter 2.4",
            5,
            Box::new(|text| icu.segment_str(text).map(black_box).count()),
        ),
        (
            "sentencex 0.1.33",
            1,
            Box::new(|text| sentencex::segment("en", text).len()),
        ),
        (
            "unicode-segmentation 1.13",
            1,
            Box::new(|text| text.split_sentence_bounds().map(black_box).count()),
        ),
    ];
    let mut out = stdout().lock();
    writeln!(
        out,
        "\n{:.0} MB of news text, {name}\n",
        megabytes(text.len())
    )?;
    writeln!(out, "| | MB/s | pieces |\n|---|--:|--:|")?;
    for (name, runs, count) in rows {
        let mut best = Duration::MAX;
        let mut pieces = 0;
        for _ in 0..runs {
            let start = Instant::now();
            pieces = count(black_box(text));
            best = best.min(start.elapsed());
        }
        writeln!(
            out,
            "| {name} | {:.0} | {pieces} |",
            megabytes(text.len()) / best.as_secs_f64()
        )?;
    }
    Ok(())
}

/// The sentences of a text that arrives in pieces.
fn stream(segmenter: &Segmenter, text: &str) -> usize {
    let mut stream = segmenter.stream();
    let mut sentences = 0;
    let mut rest = text;
    while !rest.is_empty() {
        let mut joint = rest.len().min(1 << 16);
        while !rest.is_char_boundary(joint) {
            joint -= 1;
        }
        let (piece, after) = rest.split_at(joint);
        stream.push(piece);
        rest = after;
        while stream.next_sentence().is_some() {
            sentences += 1;
        }
    }
    stream.finish();
    while stream.next_sentence().is_some() {
        sentences += 1;
    }
    sentences
}

/// The time on text that was made to be slow, at doubled sizes.
fn hostile() -> Result<()> {
    let texts: [(&str, &str); 16] = [
        ("no stop", "word "),
        ("only stops", "."),
        ("spaced stops", ". "),
        ("a stop, then white space", " "),
        ("only line breaks", "\n"),
        ("a word a line", "Word\n"),
        ("question marks", "?! "),
        ("quotation marks", "\""),
        ("stops and quotation marks", ".\" "),
        ("opened brackets", "("),
        ("closed brackets", ")"),
        ("enumerations", "1) a 2) b "),
        ("initials", "A. "),
        ("abbreviations", "Mr. "),
        ("ideographic stops", "。"),
        ("combining marks", "e\u{301}."),
    ];
    let segmenter = Segmenter::new();
    let mut out = stdout().lock();
    writeln!(out, "\nHostile text, milliseconds\n")?;
    writeln!(
        out,
        "| | 1 MB | 2 MB | 4 MB | growth |\n|---|--:|--:|--:|--:|"
    )?;
    for (name, unit) in texts {
        let times = [1, 2, 4].map(|size| {
            let mut text = "Here it starts.".to_owned();
            text.push_str(&unit.repeat(size * 1_000_000 / unit.len()));
            let best = (0..5).map(|_| {
                let start = Instant::now();
                black_box(segmenter.sentences(black_box(&text)).count());
                start.elapsed().as_secs_f64() * 1e3
            });
            best.fold(f64::MAX, f64::min)
        });
        let [one, two, four] = times;
        let growth = (four / one).sqrt();
        writeln!(
            out,
            "| {name} | {one:.2} | {two:.2} | {four:.2} | {growth:.2} |"
        )?;
    }
    Ok(())
}

/// Paragraphs of the news text in an order of their own, until there are enough; the same for every run.
fn news(megabytes: usize, curly: bool) -> String {
    let paragraphs: Vec<String> = NEWS
        .split("\n\n")
        .map(|p| if curly { curled(p) } else { p.to_owned() })
        .collect();
    let size = megabytes * 1_000_000;
    let mut text = String::with_capacity(size + 4096);
    let mut seed = 1_u64;
    while text.len() < size {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let n = usize::try_from(seed >> 33).unwrap_or(0) % paragraphs.len();
        text.extend(paragraphs.get(n).map(String::as_str));
        text.push_str("\n\n");
    }
    text
}

/// The text with curly quotation marks and apostrophes.
fn curled(text: &str) -> String {
    let mut open = false;
    text.replace('\'', "’")
        .chars()
        .map(|c| match c {
            '"' => {
                open = !open;
                if open { '“' } else { '”' }
            }
            c => c,
        })
        .collect()
}

/// Bytes in millions.
#[expect(clippy::cast_precision_loss, reason = "sizes of test texts")]
fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}
