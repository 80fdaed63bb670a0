//! Who changed, who contradicts whom, and what does only one side say? Compares the claims of two or more articles.
//!
//! `cargo run --release --example compare` compares two articles that come with the crate.

mod support;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use parallax::report::{GraphMl, Html, Json, Markdown, Table};
use parallax::{Document, Parallax};

use support::{Console, InputArgs, OutputArgs, PackArgs, for_each_document, is_coloured, width};

/// Compares the claims of two or more news articles: what holds, what shifted, who agrees and who contradicts, what only one says.
///
/// Without an article it compares two that come with it, of 2022 and 2024. Articles are compared in the order of their dates; where one has none, in the order given, so name the earlier one first. Two files with
/// one stem go by their folders too (2022/russia, 2024/russia).
#[derive(Parser)]
#[command(name = "compare", after_help = EXIT)]
struct Args {
    #[command(flatten)]
    input: InputArgs,

    /// How to print it
    #[arg(long, value_enum, default_value = "markdown")]
    format: Format,

    #[command(flatten)]
    packs: PackArgs,

    #[command(flatten)]
    output: OutputArgs,
}

const EXIT: &str = "Exit status: 0 if all was read, 1 if something could not be (it is named on standard error, the rest is done), 2 for bad usage.";

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For reading
    Markdown,
    /// For a browser: one page, with the articles
    Html,
    /// For a terminal
    Table,
    /// For programs
    Json,
    /// Actors and positions for network programs
    Graphml,
}

fn main() -> ExitCode {
    let args = Args::parse();
    let mut console = Console::new("compare");
    let written = compare(&args, &mut console);
    console.finish(written)
}

fn compare(args: &Args, console: &mut Console) -> io::Result<()> {
    let Some(pack) = args.packs.pack(console) else {
        return Ok(());
    };
    let files = args.input.files(console);
    let documents = documents(args, &files, console)?;
    if documents.len() < 2 {
        let which = documents.first().map_or("none was read".to_owned(), |one| {
            format!("only {} was read", one.id())
        });
        let message = format!("a comparison needs two articles or more, and {which}");
        console.too_few(message);
        return Ok(());
    }
    let Some(mut out) = args.output.open(&files, console) else {
        return Ok(());
    };
    let parallax = Parallax::new(pack);
    let articles: Vec<_> = documents
        .iter()
        .map(|document| parallax.annotate(document))
        .collect();
    let comparison = parallax.compare(&articles);
    match args.format {
        Format::Markdown => write!(out, "{}", Markdown::new(&comparison))?,
        Format::Html => write!(out, "{}", Html::new(&comparison, &articles))?,
        Format::Graphml => write!(out, "{}", GraphMl::new(&comparison))?,
        Format::Json => writeln!(out, "{}", Json::new(&comparison))?,
        Format::Table => write!(
            out,
            "{}",
            Table::new(&comparison)
                .width(width(&args.output))
                .coloured(is_coloured(&args.output))
        )?,
    }
    out.flush()
}

/// The articles given, or those that come with the program.
fn documents(args: &Args, files: &[PathBuf], console: &mut Console) -> io::Result<Vec<Document>> {
    if args.input.files.is_empty() {
        return Ok(in_house(&args.input, console));
    }
    let mut documents = Vec::new();
    for_each_document(&args.input, files, console, |document| {
        documents.push(document);
        Ok(())
    })?;
    Ok(documents)
}

/// The two articles that come with the program.
fn in_house(input: &InputArgs, console: &mut Console) -> Vec<Document> {
    let texts = [
        ("2022", include_str!("articles/2022.txt")),
        ("2024", include_str!("articles/2024.txt")),
    ];
    let mut documents = texts
        .map(|(id, text)| Document::from_text(id, text))
        .to_vec();
    for (stem, date) in &input.dates {
        match documents.iter_mut().find(|document| document.id() == stem) {
            Some(document) => *document = document.clone().with_date(*date),
            None => console.unused_date(stem),
        }
    }
    documents
}
