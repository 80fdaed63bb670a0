//! How far can I trust it on my own articles? Holds claims against labels made by hand: precision, recall, F1 by position, Krippendorff's
//! alpha, and every disagreement side by side.
//!
//! `cargo run --release --example evaluate -- --labels tests/gold/briefs.jsonl tests/gold/briefs`

mod agreement;
mod brat;
mod label;
mod sheet;
#[path = "../support/mod.rs"]
mod support;

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use parallax::{Article, Parallax};

use agreement::Agreement;
use label::{Fault, Label, Text};
use support::{Console, InputArgs, OutputArgs, PackArgs, for_each_document, width};

/// Holds the claims that are found in articles against labels made by hand.
///
/// A claim counts as found if it stands in the sentence of a label and has its position, actor and stance. With --claims two sets of labels are held against
/// each other, of two people for instance, and nothing is tagged.
#[derive(Parser)]
#[command(name = "evaluate", after_help = EXIT)]
struct Args {
    #[command(flatten)]
    input: InputArgs,

    /// Labels: JSON Lines, as `annotate --layer claims` prints or with `quote` and `evidence` as words; or brat standoff, whose stem names the article
    #[arg(long, value_name = "FILE", required = true)]
    labels: Vec<PathBuf>,

    /// Claims to hold against them, in the same forms, instead of those that are found
    #[arg(long, value_name = "FILE")]
    claims: Vec<PathBuf>,

    #[command(flatten)]
    packs: PackArgs,

    #[command(flatten)]
    output: OutputArgs,
}

const EXIT: &str = "Exit status: 0 if all was read, 1 if something could not be (it is named on standard error, the rest is done), 2 for bad usage.";

fn main() -> ExitCode {
    let args = Args::parse();
    let mut console = Console::new("evaluate");
    let written = evaluate(&args, &mut console);
    console.finish(written)
}

fn evaluate(args: &Args, console: &mut Console) -> io::Result<()> {
    let Some(files) = args.input.needed("--help", console) else {
        return Ok(());
    };
    let Some(pack) = args.packs.pack(console) else {
        return Ok(());
    };
    let Some(mut out) = args.output.open(&files, console) else {
        return Ok(());
    };
    let parallax = Parallax::new(pack);
    let mut articles: BTreeMap<String, Article> = BTreeMap::new();
    for_each_document(&args.input, &files, console, |document| {
        articles.insert(document.id().to_owned(), parallax.annotate(&document));
        Ok(())
    })?;
    let labels = read(&args.labels, &articles, console);
    let claims = if args.claims.is_empty() {
        let labelled: Vec<&str> = labels.iter().map(|label| label.document.as_str()).collect();
        let of_labelled = articles
            .values()
            .filter(|a| labelled.contains(&a.document().id()));
        of_labelled.flat_map(Label::of_article).collect()
    } else {
        read(&args.claims, &articles, console)
    };
    if labels.is_empty() {
        console.too_few("no label stands in an article that was read");
        return Ok(());
    }
    let agreement = Agreement::of(&labels, &claims);
    write!(
        out,
        "{}",
        sheet::Sheet::new(&agreement, &articles).width(width(&args.output))
    )?;
    out.flush()
}

/// The labels of all files; what can't be read is named.
fn read(
    files: &[PathBuf],
    articles: &BTreeMap<String, Article>,
    console: &mut Console,
) -> Vec<Label> {
    let mut labels = Vec::new();
    for file in files {
        let bytes = match fs::read_to_string(file) {
            Ok(bytes) => bytes,
            Err(error) => {
                console.problem(format_args!("{}: {error}", file.display()));
                continue;
            }
        };
        let text = |document: &str| {
            let article = articles.get(document)?;
            Some(Text::new(article))
        };
        let found = if is_brat(file) {
            let stem = file.file_stem().unwrap_or_default().to_string_lossy();
            brat::labels(&bytes, &stem, text)
        } else {
            label::labels(&bytes, text)
        };
        let mut elsewhere = 0usize;
        for result in found {
            match result {
                Ok(label) => labels.push(label),
                // A corpus has one file of labels, and is looked at in part.
                Err(Fault::NoArticle { .. }) => elsewhere += 1,
                Err(fault) => console.problem(format_args!("{}, {fault}", file.display())),
            }
        }
        if elsewhere > 0 {
            console.note(format_args!(
                "{}: {elsewhere} labels are of articles that were not given",
                file.display()
            ));
        }
    }
    labels
}

fn is_brat(file: &Path) -> bool {
    file.extension().is_some_and(|ending| ending == "ann")
}
