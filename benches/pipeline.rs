//! How fast is each stage and the whole way from bytes to a report, and does time grow in step with the input?
//!
//! `cargo bench --bench pipeline` measures the stages by criterion, in MB/s over a corpus of the in-house articles, and then prints two tables: the
//! time for 0.5 to 4 MB of news in one document and in many, and many documents on one thread and on two. `-- growth` and `-- threads` print only
//! these, `-- stages` runs only criterion. What comes first is the start of a program, which `-- start` prints alone. `benches/README.md` says what each line measures.

#![allow(clippy::print_stdout, reason = "a bench prints its result")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{Criterion, Throughput};
use parallax::attribution::AttributionReader;
use parallax::clause::ClauseReader;
use parallax::report::{Json, Markdown};
use parallax::segment::Segmenter;
use parallax::token::Tokenizer;
use parallax::{Article, Document, Pack, Parallax};

const ARTICLES: [&str; 2] = [
    include_str!("../examples/articles/2022.txt"),
    include_str!("../examples/articles/2024.txt"),
];

/// News of a port, with hardly a claim on the pack's positions: what most of a day's news is to a pack.
const NEWS: &str = include_str!("news.txt");

fn main() {
    let only = |what: &str| std::env::args().skip(1).any(|word| word == what);
    // `cargo test` runs benches with `--test`, to see that they do.
    let once = only("--test");
    start();
    if only("start") {
        return;
    }
    if !only("growth") && !only("threads") {
        let mut criterion = Criterion::default()
            .sample_size(10)
            .warm_up_time(Duration::from_secs(1))
            .measurement_time(Duration::from_secs(3));
        let copies = if once { 1 } else { 50 };
        stages(&mut criterion, copies);
        whole(&mut criterion, copies);
        compiling(&mut criterion);
        criterion.final_summary();
    }
    if !only("stages") && !once {
        let parallax = Parallax::new(Pack::builtin());
        if !only("threads") {
            growth(&parallax);
        }
        if !only("growth") {
            threads(&parallax);
        }
    }
}

/// What a program does before its first text. It must come first: what it reads is there for the rest of the run.
fn start() {
    let began = Instant::now();
    let pack = Pack::builtin();
    let there = began.elapsed();
    black_box(Parallax::new(pack));
    let milliseconds = |time: Duration| time.as_secs_f64() * 1e3;
    println!(
        "start of a program: {:.1} ms, of which the shipped pack {:.1}",
        milliseconds(began.elapsed()),
        milliseconds(there)
    );
}

/// The in-house articles, `copies` times each, as the files they are.
fn corpus(copies: usize) -> Vec<&'static str> {
    (0..copies).flat_map(|_| ARTICLES).collect()
}

fn documents(texts: &[&str]) -> Vec<Document> {
    texts
        .iter()
        .enumerate()
        .map(|(at, text)| Document::from_text(format!("{at}"), *text))
        .collect()
}

/// Each stage by itself, on what the stage before gives.
fn stages(criterion: &mut Criterion, copies: usize) {
    let texts = corpus(copies);
    let bytes = texts.iter().map(|text| text.len() as u64).sum();
    let documents = documents(&texts);
    let segmenter = Segmenter::new();
    let sentences: Vec<&str> = texts
        .iter()
        .flat_map(|text| segmenter.sentences(text).map(|sentence| sentence.text))
        .collect();
    let attributions = AttributionReader::new(&Pack::builtin());

    let mut group = criterion.benchmark_group("stage");
    group.throughput(Throughput::Bytes(bytes));
    group.bench_function("document", |bencher| {
        bencher.iter(|| {
            for text in &texts {
                black_box(Document::from_bytes("a", black_box(text.as_bytes())).is_ok());
            }
        });
    });
    group.bench_function("segment", |bencher| {
        bencher.iter(|| {
            for text in &texts {
                for sentence in segmenter.sentences(black_box(text)) {
                    black_box(sentence.text);
                }
            }
        });
    });
    group.bench_function("token", |bencher| {
        let tokenizer = Tokenizer::new();
        bencher.iter(|| {
            for sentence in &sentences {
                black_box(tokenizer.tokens(black_box(sentence)).count());
            }
        });
    });
    group.bench_function("token + clause", |bencher| {
        let reader = ClauseReader::new();
        bencher.iter(|| {
            for sentence in &sentences {
                black_box(reader.clauses(black_box(sentence)));
            }
        });
    });
    group.bench_function("segment + token + clause + attribution", |bencher| {
        bencher.iter(|| {
            for document in &documents {
                black_box(attributions.attributions(black_box(document)));
            }
        });
    });
    group.finish();
}

/// From bytes to claims, the comparison, and reports of it.
fn whole(criterion: &mut Criterion, copies: usize) {
    let texts = corpus(copies);
    let bytes = texts.iter().map(|text| text.len() as u64).sum();
    let documents = documents(&texts);
    let parallax = Parallax::new(Pack::builtin());
    let articles: Vec<Article> = documents.iter().map(|d| parallax.annotate(d)).collect();

    let mut group = criterion.benchmark_group("whole");
    group.throughput(Throughput::Bytes(bytes));
    let annotate = |text: &str| {
        if let Ok(document) = Document::from_bytes("a", black_box(text.as_bytes())) {
            black_box(parallax.annotate(&document));
        }
    };
    group.bench_function("bytes to claims", |bencher| {
        bencher.iter(|| texts.iter().for_each(|text| annotate(text)));
    });
    group.throughput(Throughput::Bytes(NEWS.len() as u64));
    group.bench_function("bytes to claims, few claims", |bencher| {
        bencher.iter(|| annotate(NEWS));
    });
    group.throughput(Throughput::Bytes(bytes));
    group.bench_function("compare", |bencher| {
        bencher.iter(|| black_box(parallax.compare(black_box(&articles))));
    });
    group.finish();

    let comparison = parallax.compare(articles.get(..2).unwrap_or_default());
    let mut group = criterion.benchmark_group("report of two articles");
    group.bench_function("markdown", |bencher| {
        bencher.iter(|| black_box(Markdown::new(&comparison).to_string()));
    });
    group.bench_function("json", |bencher| {
        bencher.iter(|| black_box(Json::new(&comparison).to_string()));
    });
    group.finish();
}

/// The stages compiled from a pack that is there and comes without an image: all that the shipped pack says, laid over itself.
fn compiling(criterion: &mut Criterion) {
    let Ok(pack) = Pack::builtin().layer([]) else {
        return;
    };
    let mut group = criterion.benchmark_group("start");
    group.bench_function("stages of a pack of the shipped one's size", |bencher| {
        bencher.iter(|| black_box(Parallax::new(pack.clone())));
    });
    group.finish();
}

/// Best of three runs, in seconds, from bytes to claims.
fn seconds(parallax: &Parallax, texts: &[&str]) -> f64 {
    let run = || {
        let start = Instant::now();
        for text in texts {
            black_box(parallax.annotate(&Document::from_text("a", *text)));
        }
        start.elapsed().as_secs_f64()
    };
    (0..3).map(|_| run()).fold(f64::INFINITY, f64::min)
}

/// A row: times for text of a size, twice and four times that, and by how much each doubling multiplies them.
fn row(name: &str, times: &[f64], bytes: f64) {
    let times_text: Vec<String> = times.iter().map(|t| format!("{:.0}", t * 1e3)).collect();
    let growth: Vec<String> = times
        .iter()
        .zip(times.iter().skip(1))
        .map(|(before, after)| format!("{:.2}", after / before))
        .collect();
    let speed = times.last().map_or(0.0, |last| bytes / 1e6 / last);
    println!(
        "| {name} | {} | {} | {speed:.1} |",
        times_text.join(" | "),
        growth.join(", ")
    );
}

/// The size of texts in bytes.
#[expect(clippy::cast_precision_loss, reason = "sizes of test texts")]
fn size_of(texts: &[&str]) -> f64 {
    texts.iter().map(|text| text.len()).sum::<usize>() as f64
}

fn growth(parallax: &Parallax) {
    println!(
        "\n| news | 0.5 MB, ms | 1 MB | 2 MB | 4 MB | growth at each doubling | MB/s |\n|---|--:|--:|--:|--:|---|--:|"
    );
    let pair: usize = ARTICLES.iter().map(|text| text.len()).sum();
    let copies = [1, 2, 4, 8].map(|times| times * 500_000 / pair);
    let many = copies.map(|copies| seconds(parallax, &corpus(copies)));
    row("many documents", &many, size_of(&corpus(copies[3])));
    // Front matter is only that at the head of a file.
    let body = ARTICLES.map(|text| text.rsplit("---\n").next().unwrap_or(text));
    let one = copies.map(|copies| seconds(parallax, &[&body.concat().repeat(copies)]));
    let bytes = size_of(&[&body.concat().repeat(copies[3])]);
    row("one document", &one, bytes);
    let paragraph = body.concat().replace(['\n', ':'], " ");
    let line = copies.map(|copies| seconds(parallax, &[&paragraph.repeat(copies)]));
    let bytes = size_of(&[&paragraph.repeat(copies[3])]);
    row("one line", &line, bytes);
}

/// Many documents by `annotate_all`, on one thread and on two, which take turns so that both meet the same machine.
fn threads(parallax: &Parallax) {
    let texts = corpus(200);
    let bytes = size_of(&texts);
    let documents = documents(&texts);
    let mut best = [f64::INFINITY; 2];
    for _ in 0..5 {
        for (threads, best) in [1, 2].into_iter().zip(&mut best) {
            let Ok(pool) = rayon::ThreadPoolBuilder::new().num_threads(threads).build() else {
                return;
            };
            let start = Instant::now();
            let claims: usize = pool.install(|| {
                let articles = parallax.annotate_all(documents.iter().cloned());
                articles.map(|article| article.claims().len()).sum()
            });
            black_box(claims);
            *best = best.min(start.elapsed().as_secs_f64());
        }
    }
    println!(
        "\n| {:.1} MB in {} documents | ms | MB/s | times as fast |\n|---|--:|--:|--:|",
        bytes / 1e6,
        documents.len()
    );
    for (threads, seconds) in ["one thread", "two threads"].iter().zip(best) {
        let faster = best.first().map_or(1.0, |one| one / seconds);
        println!(
            "| {threads} | {:.0} | {:.1} | {faster:.2} |",
            seconds * 1e3,
            bytes / 1e6 / seconds
        );
    }
}
