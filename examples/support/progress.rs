//! Progress on standard error: only on a terminal, and only when there is more than a moment's work.

use std::cell::Cell;
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::rc::Rc;
use std::time::{Duration, Instant};

/// How long the work may take before anything is shown.
const MOMENT: Duration = Duration::from_millis(800);
/// How long a line stands at least.
const PACE: Duration = Duration::from_millis(100);

/// One line that says how far the work is.
pub(crate) struct Progress {
    files: usize,
    file: usize,
    name: String,
    /// The bytes of the file, where it is known how many there are.
    size: Option<u64>,
    /// How many of them have been read.
    passed: Rc<Cell<u64>>,
    begun: Instant,
    shown: Option<Instant>,
    is_wanted: bool,
}

impl Progress {
    /// Progress over so many files.
    pub(crate) fn new(files: usize) -> Self {
        Self {
            files,
            file: 0,
            name: String::new(),
            size: None,
            passed: Rc::default(),
            begun: Instant::now(),
            shown: None,
            is_wanted: io::stderr().is_terminal(),
        }
    }

    /// The next file is begun; whoever reads it counts its bytes in what is given back.
    pub(crate) fn next_file(&mut self, path: &Path, size: Option<u64>) -> Rc<Cell<u64>> {
        self.file += 1;
        self.name = path.display().to_string();
        self.size = size;
        self.passed = Rc::default();
        self.show("");
        Rc::clone(&self.passed)
    }

    /// So many records of the file have been read.
    pub(crate) fn next_record(&mut self, records: usize) {
        if self.is_wanted {
            let part = self.size.filter(|size| *size > 0);
            let part = part.map(|size| format!(", {} %", self.passed.get() * 100 / size));
            self.show(&format!(", record {records}{}", part.unwrap_or_default()));
        }
    }

    /// Takes the line away where results go to the same terminal.
    pub(crate) fn pause_for_output(&mut self) {
        if io::stdout().is_terminal() {
            self.clear();
        }
    }

    /// Takes the line away, so that a message can stand in its place.
    pub(crate) fn clear(&mut self) {
        if self.shown.take().is_some() {
            let _ = write!(io::stderr().lock(), "\r\x1b[K");
        }
    }

    fn show(&mut self, place: &str) {
        let fresh = self.shown.is_some_and(|shown| shown.elapsed() < PACE);
        if !self.is_wanted || fresh || self.begun.elapsed() < MOMENT {
            return;
        }
        self.shown = Some(Instant::now());
        let name: String = self
            .name
            .chars()
            .filter(|c| !c.is_control())
            .take(50)
            .collect();
        let _ = write!(
            io::stderr().lock(),
            "\r\x1b[Kfile {} of {}: {name}{place}",
            self.file,
            self.files
        );
    }
}
