//! What does each article say? Prints the sentences, attributions or claims of articles, for programs or for people.
//!
//! `cargo run --release --example annotate -- --layer claims article.txt`

#[path = "support/exports.rs"]
mod exports;
#[path = "support/layers.rs"]
mod layers;
#[path = "support/listing.rs"]
mod listing;
#[path = "support/pieces.rs"]
mod pieces;
mod support;

use std::io;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use parallax::report::JsonLines;
use parallax::{Article, Parallax};
use serde::Serialize;

use exports::{Export, export};
use layers::{AttributionLine, DocumentLine, SentenceLine};
use pieces::Pieces;
use support::{Console, InputArgs, OutputArgs, PackArgs, documents, width};

/// Labels who holds which stance on which position in news articles, and who says what.
///
/// Without --layer it prints the claims as a table for people; with --layer one JSON object a line, whose `start` and `end` are byte offsets into the
/// file, or of a web page into its text, which --layer documents prints. Two files with one stem go by their folders too (2022/russia, 2024/russia).
///
/// Articles are read on all cores and printed in their order as they are done: a JSON Lines file may be larger than memory. A stop signal ends the program between
/// two articles.
#[derive(Parser)]
#[command(name = "annotate", after_help = EXIT)]
struct Args {
    #[command(flatten)]
    input: InputArgs,

    /// What to print
    #[arg(long, value_enum)]
    layer: Option<Layer>,

    /// How many articles are read at once; without it as many as there are cores
    #[arg(long, value_name = "NUMBER")]
    threads: Option<NonZeroUsize>,

    /// How to print it: `jsonl` for programs is the default with --layer, `table` for people without
    #[arg(long, value_enum)]
    format: Option<Format>,

    #[command(flatten)]
    packs: PackArgs,

    #[command(flatten)]
    output: OutputArgs,
}

const EXIT: &str = "Exit status: 0 if all was read, 1 if something could not be (it is named on standard error, the rest is done), 2 for bad usage, 130 if a signal stopped it.";

#[derive(Clone, Copy, ValueEnum)]
enum Layer {
    /// What is known of each article, and its text as it was read: of a web page what the offsets of the other layers refer to
    Documents,
    Sentences,
    Attributions,
    Claims,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// One JSON object a line
    Jsonl,
    /// For people
    Table,
    /// The claims for spreadsheets and statistics
    Csv,
    /// The claims as brat standoff: of one article, or of all into a folder that --output names
    Brat,
    /// The claims as W3C Web Annotations (JSON-LD)
    WebAnnotation,
    /// The claims as an event list of Discourse Network Analyzer
    Events,
}

impl Format {
    fn export(self) -> Option<Export> {
        match self {
            Self::Jsonl | Self::Table => None,
            Self::Csv => Some(Export::Csv),
            Self::Brat => Some(Export::Brat),
            Self::WebAnnotation => Some(Export::WebAnnotation),
            Self::Events => Some(Export::Events),
        }
    }
}

fn main() -> ExitCode {
    let args = Args::parse();
    let mut console = Console::new("annotate");
    let written = annotate(&args, &mut console);
    console.finish(written)
}

fn annotate(args: &Args, console: &mut Console) -> io::Result<()> {
    if let Some(threads) = args.threads {
        // It only fails where the pool is there already, which this is the first to ask for.
        let _ = rayon::ThreadPoolBuilder::new()
            .num_threads(threads.get())
            .build_global();
    }
    let Some(files) = args.input.needed("--help", console) else {
        return Ok(());
    };
    let Some(pack) = args.packs.pack(console) else {
        return Ok(());
    };
    if let Some(export) = args.format.and_then(Format::export) {
        return export_claims(args, export, &files, &Parallax::new(pack), console);
    }
    let Some(out) = args.output.open(&files, console) else {
        return Ok(());
    };
    let parallax = Parallax::new(pack);
    let layer = args.layer.unwrap_or(Layer::Claims);
    let is_table = match args.format {
        Some(format) => matches!(format, Format::Table),
        None => args.layer.is_none(),
    };
    let width = width(&args.output);
    let out = Pieces::new(out, "annotate")?;
    for article in parallax.annotate_all(documents(&args.input, &files, console)) {
        if is_table {
            out.write(table(layer, &article, width).as_bytes())?;
        } else {
            out.write(&lines(layer, article)?)?;
        }
    }
    out.finish()
}

/// The claims of all articles in the form of another program.
fn export_claims(
    args: &Args,
    form: Export,
    files: &[PathBuf],
    parallax: &Parallax,
    console: &mut Console,
) -> io::Result<()> {
    if !matches!(args.layer, None | Some(Layer::Claims)) {
        console.misuse("--format: only the claims have this form; leave --layer out");
        return Ok(());
    }
    let articles: Vec<_> = parallax
        .annotate_all(documents(&args.input, files, console))
        .collect();
    export(
        form,
        &articles,
        parallax.pack(),
        (&args.output, files),
        console,
    )
}

fn table(layer: Layer, article: &Article, width: usize) -> String {
    match layer {
        Layer::Documents => listing::documents(article, width),
        Layer::Sentences => listing::sentences(article, width),
        Layer::Attributions => listing::attributions(article, width),
        Layer::Claims => listing::claims(article, width),
    }
}

/// What a layer holds of an article, one JSON object a line.
fn lines(layer: Layer, article: Article) -> io::Result<Vec<u8>> {
    match layer {
        Layer::Documents => json_lines(std::iter::once(DocumentLine::of(article.document()))),
        Layer::Sentences => json_lines(SentenceLine::all(&article)),
        Layer::Attributions => json_lines(
            article
                .attributions()
                .map(|found| AttributionLine::of(&article, found)),
        ),
        Layer::Claims => Ok(JsonLines::new(&[article]).to_string().into_bytes()),
    }
}

fn json_lines(lines: impl Iterator<Item = impl Serialize>) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    for line in lines {
        serde_json::to_writer(&mut out, &line)?;
        out.push(b'\n');
    }
    Ok(out)
}
