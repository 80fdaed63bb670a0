//! Articles from files, folders' files and standard input.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};

use clap::Args;
use parallax::document::{Records, is_html};
use parallax::{Date, Document};

use super::console::{Console, reason};
use super::ids::{self, Taken};
use super::paths::{self, is_stdin};
use super::progress::Progress;

/// The most broken records of one file that are named one by one.
const MOST_NAMED: usize = 50;

/// Which articles to read.
#[derive(Args)]
pub(crate) struct InputArgs {
    /// Articles: plain text, saved web pages, JSON Lines with one article a record (`id`, `title`, `outlet`, `author`, `date`, `text`), or folders and patterns (`2022/*.html`) of
    /// these; what a file is shows in its content. `-` is standard input
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,

    /// The date of an article, by the name it goes by, the stem of its file: article-2022=2022-09. Goes before a date in the text
    #[arg(long = "date", value_name = "STEM=DATE", value_parser = date_of)]
    pub(crate) dates: Vec<(String, Date)>,
}

fn date_of(argument: &str) -> Result<(String, Date), String> {
    let example = "for instance article-2022=2022-09";
    let (stem, date) = argument
        .rsplit_once('=')
        .ok_or_else(|| format!("write STEM=DATE, {example}"))?;
    let date = date.parse::<Date>().map_err(|error| error.to_string())?;
    Ok((stem.to_owned(), date))
}

impl InputArgs {
    /// The files that were named, those in folders and of patterns too, each once.
    pub(crate) fn files(&self, console: &mut Console) -> Vec<PathBuf> {
        paths::files(&self.files, console)
    }
}

/// Reads the articles in `files` one by one, in their order, and hands each to `take`. What can't be read is named and left out.
pub(crate) fn for_each_document(
    args: &InputArgs,
    files: &[PathBuf],
    console: &mut Console,
    take: impl FnMut(Document) -> io::Result<()>,
) -> io::Result<()> {
    let paths: Vec<&Path> = files
        .iter()
        .map(|path| {
            if is_stdin(path) {
                Path::new("stdin")
            } else {
                path.as_path()
            }
        })
        .collect();
    let names = ids::names(&paths);
    for (path, name) in paths.iter().zip(&names) {
        if ids::stem(path) != *name {
            console.note(format_args!(
                "{}: another file is called {} too, so this one goes by {name}",
                path.display(),
                ids::stem(path)
            ));
        }
    }
    let mut reader = Reader {
        args,
        console,
        take,
        taken: Taken::default(),
        dated: HashSet::new(),
        progress: Progress::new(files.len()),
    };
    for (path, name) in files.iter().zip(&names) {
        reader.read(path, name)?;
    }
    reader.progress.end();
    reader.name_unused_dates();
    Ok(())
}

struct Reader<'a, F> {
    args: &'a InputArgs,
    console: &'a mut Console,
    take: F,
    taken: Taken,
    /// Stems of `--date` that were met.
    dated: HashSet<&'a str>,
    progress: Progress,
}

impl<F: FnMut(Document) -> io::Result<()>> Reader<'_, F> {
    fn read(&mut self, path: &Path, name: &str) -> io::Result<()> {
        self.progress.next_file(path);
        let shown = path.display();
        if is_stdin(path) {
            return self.read_from(BufReader::new(io::stdin().lock()), path, name);
        }
        match open(path) {
            Ok(file) => self.read_from(BufReader::new(file), path, name),
            Err(error) => {
                self.problem(format_args!("{shown}: {}", reason(&error)));
                Ok(())
            }
        }
    }

    fn read_from(&mut self, mut input: impl BufRead, path: &Path, name: &str) -> io::Result<()> {
        let (is_page, has_records) = match input.fill_buf() {
            Ok(head) => {
                let is_page = is_html(head);
                let named = is_named_for_records(path) || begins_with_a_record(head);
                (is_page, !is_page && !has_wide_mark(head) && named)
            }
            Err(error) => {
                self.problem(format_args!("{}: {}", path.display(), reason(&error)));
                return Ok(());
            }
        };
        if has_records {
            return self.read_records(input, path, name);
        }
        let mut bytes = Vec::new();
        if let Err(error) = input.read_to_end(&mut bytes) {
            self.problem(format_args!("{}: {}", path.display(), reason(&error)));
            return Ok(());
        }
        let read = if is_page {
            Document::from_html(name, &bytes).map_err(|error| error.to_string())
        } else {
            Document::from_bytes(name, &bytes).map_err(|error| error.to_string())
        };
        match read {
            Ok(document) => self.hand_over(document, path),
            Err(error) => {
                self.problem(format_args!("{}: {error}", path.display()));
                Ok(())
            }
        }
    }

    fn read_records(&mut self, input: impl BufRead, path: &Path, name: &str) -> io::Result<()> {
        let (mut read, mut broken) = (0_usize, 0_usize);
        for record in Records::new(name, input) {
            match record {
                Ok(document) => {
                    read += 1;
                    self.progress.next_record(read);
                    self.hand_over(document, path)?;
                }
                Err(error) => {
                    broken += 1;
                    if broken <= MOST_NAMED {
                        self.problem(format_args!("{}: {error}", path.display()));
                    }
                }
            }
        }
        if broken > MOST_NAMED {
            let rest = broken - MOST_NAMED;
            self.problem(format_args!(
                "{}: {rest} more records could not be read",
                path.display()
            ));
        }
        if read + broken == 0 {
            self.note(format_args!("{}: there is no record in it", path.display()));
        }
        Ok(())
    }

    fn hand_over(&mut self, document: Document, path: &Path) -> io::Result<()> {
        let name = self.taken.free(document.id());
        if name != document.id() {
            self.note(format_args!(
                "{}: the id {} was taken before, so this article goes by {name}",
                path.display(),
                document.id()
            ));
        }
        let mut document = document.with_id(name);
        for (stem, date) in &self.args.dates {
            if stem == document.id() {
                self.dated.insert(stem);
                document = document.with_date(*date);
            }
        }
        let warnings: Vec<_> = document.warnings().map(ToString::to_string).collect();
        for warning in warnings {
            self.problem(format_args!("{}: {warning}", path.display()));
        }
        if document.blocks().next().is_none() {
            self.note(format_args!(
                "{}: there is no text in {}",
                path.display(),
                document.id()
            ));
        }
        self.progress.pause_for_output();
        (self.take)(document)
    }

    fn name_unused_dates(&mut self) {
        for (stem, _) in &self.args.dates {
            if !self.dated.contains(stem.as_str()) {
                self.console.unused_date(stem);
            }
        }
    }

    fn problem(&mut self, message: std::fmt::Arguments<'_>) {
        self.progress.clear();
        self.console.problem(message);
    }

    fn note(&mut self, message: std::fmt::Arguments<'_>) {
        self.progress.clear();
        self.console.note(message);
    }
}

/// Opens a file; a folder is an error here already, and not only when it is read.
fn open(path: &Path) -> io::Result<File> {
    if fs::metadata(path)?.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    File::open(path)
}

fn is_named_for_records(path: &Path) -> bool {
    path.extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("jsonl") || end.eq_ignore_ascii_case("ndjson"))
}

/// Whether a text begins with a JSON object, as no article does.
fn begins_with_a_record(head: &[u8]) -> bool {
    let head = head
        .strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(head)
        .trim_ascii_start();
    head.strip_prefix(b"{")
        .is_some_and(|rest| rest.trim_ascii_start().starts_with(b"\""))
}

/// Whether a text begins with the mark of UTF-16 or UTF-32: then it is no JSON Lines, whatever its name says.
fn has_wide_mark(head: &[u8]) -> bool {
    [&b"\xff\xfe"[..], b"\xfe\xff", b"\0\0\xfe\xff"]
        .iter()
        .any(|mark| head.starts_with(mark))
}
