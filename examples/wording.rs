//! How far do two sentences say the same, and are they opposed?
//!
//! `echo '{"left": "The vote passed.", "right": "The vote failed."}' | cargo run --release --example wording` prints
//! `{"score":…,"opposed":true}`. JSON Lines from files or standard input; one line out for each line in.

#[allow(dead_code, reason = "this program reads no articles")]
#[path = "support/console.rs"]
mod console;

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use parallax::compare::wording;
use serde::Deserialize;

use console::Console;

/// Scores pairs of sentences: how far they say the same (0 to 1), and whether one denies what the other says.
#[derive(Parser)]
#[command(name = "wording")]
struct Args {
    /// JSON Lines, one pair a line: {"left": "...", "right": "..."}. `-`, or none, is standard input
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// One line in.
#[derive(Deserialize)]
struct Pair {
    left: String,
    right: String,
}

fn main() -> ExitCode {
    let mut args = Args::parse();
    let mut console = Console::new("wording");
    if args.files.is_empty() {
        args.files.push(PathBuf::from("-"));
    }
    let mut out = BufWriter::new(io::stdout().lock());
    let written = args
        .files
        .iter()
        .try_for_each(|file| score_file(file, &mut out, &mut console))
        .and_then(|()| out.flush());
    console.finish(written)
}

fn score_file(file: &PathBuf, out: &mut impl Write, console: &mut Console) -> io::Result<()> {
    if file.as_os_str() == "-" {
        return score(io::stdin().lock(), "standard input", out, console);
    }
    let name = file.display().to_string();
    match File::open(file) {
        Ok(opened) => score(BufReader::new(opened), &name, out, console),
        Err(error) => {
            console.problem(format_args!("{name}: {}", console::reason(&error)));
            Ok(())
        }
    }
}

fn score(
    mut input: impl BufRead,
    name: &str,
    out: &mut impl Write,
    console: &mut Console,
) -> io::Result<()> {
    let mut line = Vec::new();
    for number in 1usize.. {
        line.clear();
        match input.read_until(b'\n', &mut line) {
            Ok(0) => break,
            Ok(_) if line.trim_ascii().is_empty() => continue,
            Ok(_) => {}
            Err(error) => {
                console.problem(format_args!("{name}: {}", console::reason(&error)));
                break;
            }
        }
        match serde_json::from_slice::<Pair>(&line) {
            Ok(pair) => {
                let wording = wording(&pair.left, &pair.right);
                let score = (wording.score * 1e4).round() / 1e4;
                let opposed = wording.opposed;
                writeln!(
                    out,
                    "{}",
                    serde_json::json!({"score": score, "opposed": opposed})
                )?;
            }
            Err(error) => {
                let wanted = r#"wanted is {"left": "...", "right": "..."}"#;
                console.problem(format_args!("{name}, line {number}: {error}; {wanted}"));
            }
        }
    }
    Ok(())
}
