//! Results to standard output or a file.

use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::Args;

use super::console::Console;

/// Where the result goes.
#[derive(Args)]
pub(crate) struct OutputArgs {
    /// Write to this file instead of standard output
    #[arg(long, short, value_name = "FILE", global = true)]
    pub(crate) output: Option<PathBuf>,
}

impl OutputArgs {
    /// Opens the output; `None` where it can't be, which has been said then. A file that is also one of `inputs` is left alone.
    pub(crate) fn open(
        &self,
        inputs: &[PathBuf],
        console: &mut Console,
    ) -> Option<Box<dyn Write + Send>> {
        let Some(path) = &self.output else {
            return Some(Box::new(BufWriter::new(io::stdout())));
        };
        if inputs.iter().any(|input| is_same(input, path)) {
            console.misuse(format_args!(
                "--output {}: this is one of the articles, and would be lost",
                path.display()
            ));
            return None;
        }
        match File::create(path) {
            Ok(file) => Some(Box::new(BufWriter::new(file))),
            Err(error) => {
                console.problem(format_args!(
                    "--output {}: it can't be written: {error}",
                    path.display()
                ));
                None
            }
        }
    }
}

fn is_same(input: &Path, output: &Path) -> bool {
    match (fs::canonicalize(input), fs::canonicalize(output)) {
        (Ok(input), Ok(output)) => input == output,
        _ => false,
    }
}

/// How many columns a table may have: those of the terminal, as `COLUMNS` or the terminal itself tells, and 100 otherwise or in a file.
pub(crate) fn width(output: &OutputArgs) -> usize {
    if output.output.is_some() || !io::stdout().is_terminal() {
        return 100;
    }
    let told = std::env::var("COLUMNS")
        .ok()
        .and_then(|columns| columns.parse().ok());
    told.or_else(|| terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)))
        .unwrap_or(100)
}

/// Whether a table may have colour: on a terminal that shows it, unless `NO_COLOR` is set.
#[allow(dead_code, reason = "each program uses its part")]
pub(crate) fn is_coloured(output: &OutputArgs) -> bool {
    let choice = anstream::AutoStream::choice(&io::stdout());
    output.output.is_none() && choice != anstream::ColorChoice::Never
}
