//! Messages on standard error, and the exit status.

use std::fmt::Display;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

/// Where messages go. Counts what could not be read, which decides about the exit status.
pub(crate) struct Console {
    program: &'static str,
    problems: usize,
    misuses: usize,
}

impl Console {
    pub(crate) fn new(program: &'static str) -> Self {
        Self {
            program,
            problems: 0,
            misuses: 0,
        }
    }

    /// Names something that could not be read: the exit status will be 1.
    pub(crate) fn problem(&mut self, message: impl Display) {
        self.problems += 1;
        self.say(&message);
    }

    /// Names something asked for that makes no sense: the exit status will be 2.
    pub(crate) fn misuse(&mut self, message: impl Display) {
        self.misuses += 1;
        self.say(&message);
    }

    /// Says something that is good to know and no fault.
    pub(crate) fn note(&mut self, message: impl Display) {
        self.say(&format_args!("note: {message}"));
    }

    /// Says that too few articles are left to work on: by what could not be read, which has been named, or else because no more were asked for.
    pub(crate) fn too_few(&mut self, message: impl Display) {
        if self.problems > 0 {
            self.problem(message)
        } else {
            self.misuse(message)
        }
    }

    /// Names the stem of a `--date` that is for no article.
    pub(crate) fn unused_date(&mut self, stem: &str) {
        self.misuse(format_args!(
            "--date {stem}: no article that was read goes by this name"
        ));
    }

    fn say(&self, message: &dyn Display) {
        // Nobody can be told that standard error is closed.
        let _ = writeln!(io::stderr().lock(), "{}: {message}", self.program);
    }

    /// The exit status: 0 if all went well, 1 if something could not be read or written, 2 for bad usage.
    pub(crate) fn finish(mut self, written: io::Result<()>) -> ExitCode {
        match written {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                self.problem(format_args!("the result can't be written: {error}"));
            }
            // A reader such as `head` that has enough is no fault.
            _ => {}
        }
        ExitCode::from(match (self.misuses, self.problems) {
            (0, 0) => 0,
            (0, _) => 1,
            _ => 2,
        })
    }
}

/// Why a file can't be opened or read, in words.
pub(crate) fn reason(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "there is no such file".to_owned(),
        ErrorKind::PermissionDenied => "reading it is not allowed".to_owned(),
        ErrorKind::IsADirectory => "this is a folder: name the files in it".to_owned(),
        _ => error.to_string(),
    }
}
