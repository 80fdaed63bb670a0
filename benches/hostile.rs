//! What do hostile texts and packs cost: does time grow in step, how much memory is needed at the peak, and is what comes out in proportion?
//!
//! `cargo bench --bench hostile` prints a table of texts (`tests/hostile`) at 1, 2 and 4 MB, one line of 50 MB, and a table of packs; `-- texts` and
//! `-- packs` print one. Each figure is measured in a process of its own, which this program starts (`-- measure …`), so that the peak is that of
//! nothing else. Time is that on the processor, so that what else the machine does hardly shows; it is that of the clock, and the peak is left
//! out, where the system doesn't tell (it does on Linux).

#![allow(
    clippy::print_stdout,
    clippy::panic,
    clippy::unwrap_used,
    clippy::cast_precision_loss,
    reason = "a bench talks to its user, and fails where it can't be run"
)]

#[path = "../tests/hostile/mod.rs"]
mod hostile;

use std::hint::black_box;
use std::process::Command;
use std::time::Instant;

use hostile::{KINDS, packs};
use parallax::report::JsonLines;
use parallax::{Article, Document, Pack, Parallax};

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["measure", "text", name, bytes, ..] => measure_text(name, bytes.parse().unwrap()),
        ["measure", "line", bytes, ..] => measure_line(bytes.parse().unwrap()),
        ["measure", "pack", name, ..] => measure_pack(name),
        // `cargo test` runs benches with `--test`, to see that they do.
        words if words.contains(&"--test") => {}
        words => {
            if !words.contains(&"packs") {
                texts();
            }
            if !words.contains(&"texts") {
                hostile_packs();
            }
        }
    }
}

const MB: usize = 1_000_000;

fn texts() {
    println!(
        "| hostile text | 1 MB, ms | 2 MB | 4 MB | growth at each doubling | peak at 4 MB, MB | claims, bytes a byte | attributed |\n\
        |---|--:|--:|--:|---|--:|--:|--:|"
    );
    for kind in KINDS {
        let [one, two, four] =
            [MB, 2 * MB, 4 * MB].map(|bytes| run(&["text", kind.name, &bytes.to_string()]));
        println!(
            "| {} | {:.0} | {:.0} | {:.0} | {:.2}, {:.2} | {} | {} | {} |",
            kind.name,
            one.ms(),
            two.ms(),
            four.ms(),
            two.ms() / one.ms(),
            four.ms() / two.ms(),
            four.peak(),
            four.rest.first().unwrap(),
            four.rest.get(1).unwrap(),
        );
    }
    let line = run(&["line", &(50 * MB).to_string()]);
    println!(
        "\nOne line of 50 MB: {:.0} ms, {:.1} MB/s, peak {} MB.",
        line.ms(),
        50e3 / line.ms(),
        line.peak()
    );
}

fn hostile_packs() {
    println!(
        "\n| hostile pack | MB | read and compiled, ms | text of 10 kB, ms | peak, MB | outcome |\n|---|--:|--:|--:|--:|---|"
    );
    for kind in packs::KINDS {
        let figures = run(&["pack", kind.name]);
        let [bytes, text, outcome] = figures.rest.as_slice() else {
            continue;
        };
        println!(
            "| {} | {bytes} | {:.0} | {text} | {} | {outcome} |",
            kind.name,
            figures.ms(),
            figures.peak()
        );
    }
}

/// What a process of its own measured.
struct Figures {
    seconds: f64,
    peak: Option<f64>,
    rest: Vec<String>,
}

impl Figures {
    fn ms(&self) -> f64 {
        self.seconds * 1e3
    }

    fn peak(&self) -> String {
        self.peak
            .map_or("-".to_owned(), |peak| format!("{peak:.0}"))
    }
}

fn run(words: &[&str]) -> Figures {
    let output = Command::new(std::env::current_exe().unwrap())
        .arg("measure")
        .args(words)
        .output()
        .unwrap();
    let line = String::from_utf8(output.stdout).unwrap();
    let mut cells = line.trim_end().split('\t').map(str::to_owned);
    let mut cell = || cells.next();
    let Some(seconds) = cell() else {
        panic!("{words:?} failed: {}", output.status);
    };
    Figures {
        seconds: seconds.parse().unwrap(),
        peak: cell().and_then(|peak| peak.parse().ok()),
        rest: cells.collect(),
    }
}

fn tell(seconds: f64, rest: &[String]) {
    println!("{seconds}\t{}\t{}", peak(), rest.join("\t"));
}

/// A watch that runs while this process does.
struct Watch {
    begun: Instant,
    on_processor: Option<f64>,
}

impl Watch {
    fn start() -> Self {
        Self {
            begun: Instant::now(),
            on_processor: on_processor(),
        }
    }

    fn seconds(&self) -> f64 {
        let on_processor = on_processor().zip(self.on_processor);
        on_processor.map_or_else(
            || self.begun.elapsed().as_secs_f64(),
            |(now, before)| now - before,
        )
    }
}

/// The seconds that this process has been on a processor.
fn on_processor() -> Option<f64> {
    let facts = std::fs::read_to_string("/proc/self/schedstat").ok()?;
    let nanoseconds: f64 = facts.split_whitespace().next()?.parse().ok()?;
    Some(nanoseconds / 1e9)
}

/// The most memory that this process had, in MB.
fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB"));
    peak.and_then(|peak| peak.trim().parse::<f64>().ok())
        .map_or("-".to_owned(), |peak| (peak / 1e3).to_string())
}

fn measure_text(name: &str, bytes: usize) {
    let kind = KINDS.iter().find(|kind| kind.name == name).unwrap();
    let parallax = Parallax::new(Pack::builtin());
    let text = kind.text(bytes);
    let read = |text: &str| -> Vec<Article> {
        let documents = kind.documents(text);
        documents
            .iter()
            .map(|document| parallax.annotate(document))
            .collect()
    };
    // So that all sizes meet a warm program.
    black_box(read(&kind.text(100_000)));
    let watch = Watch::start();
    let articles = read(&text);
    let seconds = watch.seconds();
    let peak = peak();
    let per_byte = |out: usize| format!("{:.1}", out as f64 / text.len() as f64);
    let claims: usize = articles
        .iter()
        .map(|article| {
            JsonLines::new(std::slice::from_ref(article))
                .to_string()
                .len()
        })
        .sum();
    println!(
        "{seconds}\t{peak}\t{}\t{}",
        per_byte(claims),
        per_byte(articles.iter().map(attributed).sum())
    );
}

/// How many bytes of words the attributions quote.
fn attributed(article: &Article) -> usize {
    let pieces = article.attributions().flat_map(|attribution| {
        let parts = [&attribution.source, &attribution.cue, &attribution.content];
        parts.into_iter().flatten()
    });
    pieces.map(|span| span.end() - span.start()).sum()
}

fn measure_line(bytes: usize) {
    let parallax = Parallax::new(Pack::builtin());
    let document = Document::from_text("line", hostile::line(bytes));
    let watch = Watch::start();
    black_box(parallax.annotate(&document));
    tell(watch.seconds(), &[]);
}

fn measure_pack(name: &str) {
    let kind = packs::KINDS.iter().find(|kind| kind.name == name).unwrap();
    let toml = kind.toml(kind.full);
    let watch = Watch::start();
    let read = Pack::from_toml("hostile.toml", &toml).map(Parallax::new);
    let outcome = match &read {
        Ok(_) => "a pack".to_owned(),
        Err(error) => format!(
            "{} problems, in {} bytes",
            error.problems().len() + error.omitted(),
            error.to_string().len()
        ),
    };
    let seconds = watch.seconds();
    let text = read.map_or("-".to_owned(), |parallax| {
        let sentence = "Harlow vetoed the draft, Abc Abc Abc said. Front 7 vetoed it. ";
        let document = Document::from_text("text", sentence.repeat(10_000 / sentence.len()));
        let watch = Watch::start();
        black_box(parallax.annotate(&document));
        format!("{:.0}", watch.seconds() * 1e3)
    });
    tell(
        seconds,
        &[format!("{:.1}", toml.len() as f64 / 1e6), text, outcome],
    );
}
