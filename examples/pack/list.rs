//! A column of a CSV file as a list of a pack.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;

use super::support::Console;

#[derive(Args)]
pub(crate) struct ListArgs {
    /// The CSV file, its first line with the names of the columns
    pub(crate) file: PathBuf,
    /// The id of the list
    #[arg(long)]
    pub(crate) id: String,
    /// The column with the words; the first one if not given
    #[arg(long)]
    pub(crate) column: Option<String>,
}

pub(crate) fn list(args: &ListArgs, console: &mut Console, out: &mut impl Write) -> io::Result<()> {
    let shown = args.file.display();
    let mut reader = match csv::ReaderBuilder::new()
        .flexible(true)
        .from_path(&args.file)
    {
        Ok(reader) => reader,
        Err(error) => {
            console.problem(format_args!("{shown}: {error}"));
            return Ok(());
        }
    };
    let columns = reader.headers().cloned().unwrap_or_default();
    let column = match &args.column {
        None => Some(0),
        Some(name) => columns.iter().position(|column| column.trim() == name),
    };
    let Some(column) = column else {
        let names: Vec<&str> = columns.iter().collect();
        console.misuse(format_args!(
            "{shown}: there is no column {}; there are {}",
            args.column.as_deref().unwrap_or_default(),
            names.join(", ")
        ));
        return Ok(());
    };
    let mut words = BTreeSet::new();
    for record in reader.records() {
        match record {
            Ok(record) => {
                let word = record.get(column).unwrap_or_default().trim();
                if !word.is_empty() {
                    words.insert(word.to_owned());
                }
            }
            Err(error) => console.problem(format_args!("{shown}: {error}")),
        }
    }
    writeln!(out, "[[list]]\nid = {}\nwords = [", quoted(&args.id))?;
    for word in words {
        writeln!(out, "    {},", quoted(&word))?;
    }
    writeln!(out, "]")
}

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    let plain: String = text.chars().filter(|mark| !mark.is_control()).collect();
    format!("\"{}\"", plain.replace('\\', "\\\\").replace('"', "\\\""))
}
