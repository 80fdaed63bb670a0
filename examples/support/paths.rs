//! From what is named on the command line to files: folders and patterns stand for the articles in them.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use glob::MatchOptions;
use walkdir::{DirEntry, WalkDir};

use super::console::{Console, reason};

/// Endings of files that are taken as articles where they weren't named one by one.
const ENDINGS: [&str; 9] = [
    "txt", "text", "md", "markdown", "html", "htm", "xhtml", "jsonl", "ndjson",
];

/// The files that `named` stand for, in the order given, those of a folder or pattern by their paths; each once.
pub(crate) fn files(named: &[PathBuf], console: &mut Console) -> Vec<PathBuf> {
    let mut seen = HashSet::new();
    let mut once = Vec::new();
    for path in named {
        let found = found(path, console);
        let alone = matches!(found.as_slice(), [one] if one == path);
        for file in found {
            let known = if is_stdin(&file) {
                file.clone()
            } else {
                fs::canonicalize(&file).unwrap_or_else(|_| file.clone())
            };
            if seen.insert(known) {
                once.push(file);
            } else if alone {
                console.note(format_args!("{}: given twice, read once", file.display()));
            }
        }
    }
    once
}

/// Whether a path stands for standard input.
pub(crate) fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// What one path stands for. A file that isn't there stands for itself: reading it says why it can't be.
fn found(path: &Path, console: &mut Console) -> Vec<PathBuf> {
    if is_stdin(path) || path.is_file() {
        return vec![path.to_owned()];
    }
    if path.is_dir() {
        return in_folder(path, console);
    }
    match path.to_str().filter(|name| name.contains(['*', '?', '['])) {
        Some(pattern) => by_pattern(pattern, console),
        None => vec![path.to_owned()],
    }
}

/// The articles in a folder and the folders in it.
fn in_folder(folder: &Path, console: &mut Console) -> Vec<PathBuf> {
    let shown = |entry: &DirEntry| {
        entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.')
    };
    let (mut files, mut others) = (Vec::new(), 0_usize);
    for entry in WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(shown)
    {
        match entry {
            Ok(entry) if !entry.file_type().is_file() => {}
            Ok(entry) if is_article(entry.path()) => files.push(entry.into_path()),
            Ok(_) => others += 1,
            Err(error) => {
                let place = error.path().unwrap_or(folder).display().to_string();
                match error.io_error() {
                    Some(cause) => console.problem(format_args!("{place}: {}", reason(cause))),
                    None => console.problem(format_args!("{place}: it can't be looked into")),
                }
            }
        }
    }
    let endings = ENDINGS.join(", .");
    if files.is_empty() {
        console.problem(format_args!(
            "{}: there is no article in this folder (files that end in .{endings})",
            folder.display()
        ));
    } else if others > 0 {
        let files = if others == 1 { "file" } else { "files" };
        console.note(format_args!(
            "{}: {others} {files} left out, as articles end in .{endings}",
            folder.display()
        ));
    }
    files
}

/// The files that a pattern meets, where the shell has left it as it is.
fn by_pattern(pattern: &str, console: &mut Console) -> Vec<PathBuf> {
    // As in a shell, `*` meets no name that begins with a dot.
    let options = MatchOptions {
        require_literal_leading_dot: true,
        ..MatchOptions::new()
    };
    let paths = match glob::glob_with(pattern, options) {
        Ok(paths) => paths,
        Err(error) => {
            console.misuse(format_args!(
                "{pattern}: no such file, and no pattern either: {} at character {}",
                error.msg,
                error.pos + 1
            ));
            return Vec::new();
        }
    };
    let mut files = Vec::new();
    for path in paths {
        match path {
            Ok(path) if path.is_file() => files.push(path),
            Ok(_) => {}
            Err(error) => console.problem(format_args!(
                "{}: {}",
                error.path().display(),
                reason(error.error())
            )),
        }
    }
    if files.is_empty() {
        console.problem(format_args!("{pattern}: no file is like this"));
    }
    files
}

fn is_article(path: &Path) -> bool {
    let ending = path.extension().and_then(OsStr::to_str);
    ending.is_some_and(|ending| {
        ENDINGS
            .iter()
            .any(|known| ending.eq_ignore_ascii_case(known))
    })
}
