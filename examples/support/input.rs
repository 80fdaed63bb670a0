//! Articles from files, folders' files and standard input.

use std::cell::Cell;
use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::rc::Rc;

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

    /// The same; `None` where nothing was named, which has been said then: `help` tells how.
    #[allow(dead_code, reason = "each program uses its part")]
    pub(crate) fn needed(&self, help: &str, console: &mut Console) -> Option<Vec<PathBuf>> {
        if self.files.is_empty() {
            console.too_few(format_args!("no article is given; `{help}` tells how"));
            return None;
        }
        Some(self.files(console))
    }
}

/// Reads the articles in `files` one by one, in their order, and hands each to `take`. What can't be read is named and left out.
#[allow(dead_code, reason = "each program uses its part")]
pub(crate) fn for_each_document(
    args: &InputArgs,
    files: &[PathBuf],
    console: &mut Console,
    take: impl FnMut(Document) -> io::Result<()>,
) -> io::Result<()> {
    documents(args, files, console).try_for_each(take)
}

/// The articles in `files` in their order, each read when it is asked for. What can't be read is named and left out.
pub(crate) fn documents<'a>(
    args: &'a InputArgs,
    files: &'a [PathBuf],
    console: &'a mut Console,
) -> Documents<'a> {
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
    let files: Vec<_> = files.iter().map(PathBuf::as_path).zip(names).collect();
    Documents {
        args,
        console,
        progress: Progress::new(files.len()),
        files: files.into_iter(),
        corpus: None,
        taken: Taken::default(),
        dated: HashSet::new(),
    }
}

/// The articles that are still to be read.
pub(crate) struct Documents<'a> {
    args: &'a InputArgs,
    console: &'a mut Console,
    files: std::vec::IntoIter<(&'a Path, String)>,
    /// The file of records that is being read.
    corpus: Option<Corpus<'a>>,
    taken: Taken,
    /// Stems of `--date` that were met.
    dated: HashSet<&'a str>,
    progress: Progress,
}

/// A file of records, and how many of them were read.
struct Corpus<'a> {
    path: &'a Path,
    records: Records<Box<dyn BufRead>>,
    read: usize,
    broken: usize,
}

impl Iterator for Documents<'_> {
    type Item = Document;

    fn next(&mut self) -> Option<Document> {
        loop {
            if let Some(mut corpus) = self.corpus.take() {
                if let Some(document) = self.record(&mut corpus) {
                    self.corpus = Some(corpus);
                    return Some(document);
                }
                self.end_of_records(&corpus);
            }
            let Some((path, name)) = self.files.next() else {
                self.progress.clear();
                self.name_unused_dates();
                return None;
            };
            if let Some(document) = self.file(path, &name) {
                return Some(document);
            }
        }
    }
}

impl<'a> Documents<'a> {
    /// The article that a file is, or `None` where it holds records or can't be read.
    fn file(&mut self, path: &'a Path, name: &str) -> Option<Document> {
        let opened = open(path, &mut self.progress).and_then(|mut input| {
            let form = Form::of(input.fill_buf()?, path);
            Ok((input, form))
        });
        let (mut input, form) = self.readable(opened, path)?;
        let mut bytes = Vec::new();
        if matches!(form, Form::Records) {
            self.corpus = Some(Corpus {
                path,
                records: Records::new(name, input),
                read: 0,
                broken: 0,
            });
            return None;
        }
        let read = input.read_to_end(&mut bytes);
        self.readable(read, path)?;
        let read = match form {
            Form::Page => Document::from_html(name, &bytes).map_err(|error| error.to_string()),
            _ => Document::from_bytes(name, &bytes).map_err(|error| error.to_string()),
        };
        match read {
            Ok(document) => Some(self.known(document, path)),
            Err(error) => {
                self.problem(format_args!("{}: {error}", path.display()));
                None
            }
        }
    }

    /// The next record that can be read.
    fn record(&mut self, corpus: &mut Corpus<'_>) -> Option<Document> {
        loop {
            match corpus.records.next()? {
                Ok(document) => {
                    corpus.read += 1;
                    self.progress.next_record(corpus.read);
                    return Some(self.known(document, corpus.path));
                }
                Err(error) => {
                    corpus.broken += 1;
                    if corpus.broken <= MOST_NAMED {
                        self.problem(format_args!("{}: {error}", corpus.path.display()));
                    }
                }
            }
        }
    }

    fn end_of_records(&mut self, corpus: &Corpus<'_>) {
        let shown = corpus.path.display();
        if corpus.broken > MOST_NAMED {
            let rest = corpus.broken - MOST_NAMED;
            self.problem(format_args!(
                "{shown}: {rest} more records could not be read"
            ));
        }
        if corpus.read + corpus.broken == 0 {
            self.note(format_args!("{shown}: there is no record in it"));
        }
    }

    /// A document under a name of its own, with what the command line says of it; what it lacks is said.
    fn known(&mut self, document: Document, path: &Path) -> Document {
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
        document
    }

    fn name_unused_dates(&mut self) {
        for (stem, _) in &self.args.dates {
            if !self.dated.contains(stem.as_str()) {
                self.console.unused_date(stem);
            }
        }
    }

    /// What was read, or `None` after saying why it can't be.
    fn readable<T>(&mut self, read: io::Result<T>, path: &Path) -> Option<T> {
        read.map_err(|error| self.problem(format_args!("{}: {}", path.display(), reason(&error))))
            .ok()
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
fn open(path: &Path, progress: &mut Progress) -> io::Result<Box<dyn BufRead>> {
    if is_stdin(path) {
        progress.next_file(path, None);
        return Ok(Box::new(io::stdin().lock()));
    }
    let facts = fs::metadata(path)?;
    if facts.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let passed = progress.next_file(path, Some(facts.len()));
    let file = File::open(path)?;
    Ok(Box::new(BufReader::new(Counted { file, passed })))
}

/// A file that tells how much of it has been read.
struct Counted {
    file: File,
    passed: Rc<Cell<u64>>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(buffer)?;
        self.passed.set(self.passed.get() + read as u64);
        Ok(read)
    }
}

/// What a file holds, as its first bytes and its name tell.
enum Form {
    Text,
    Page,
    Records,
}

impl Form {
    fn of(head: &[u8], path: &Path) -> Self {
        let named = is_named_for_records(path) || begins_with_a_record(head);
        if is_html(head) {
            Self::Page
        } else if named && !has_wide_mark(head) {
            Self::Records
        } else {
            Self::Text
        }
    }
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
