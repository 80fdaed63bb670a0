//! Output that stays whole when a signal stops the program.
//!
//! A corpus takes its time, and whoever stops it wants to keep what is done. So pieces (the lines of an article) are written under a lock, and
//! whatever meets the signal takes it: it waits for the piece that is being written, and ends the program between two. Nothing hangs on what the other threads do
//! meanwhile, reading from a pipe that says nothing for instance.

use std::io::{self, Write};
use std::process;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The exit status of a program that a signal stopped, as shells have it for SIGINT.
const STOPPED: i32 = 130;

/// Where pieces are written.
pub(crate) struct Pieces {
    inner: Arc<Mutex<Inner>>,
}

struct Inner {
    out: Box<dyn Write + Send>,
    written: usize,
}

impl Pieces {
    /// Pieces that go to `out`. From now on SIGINT, SIGTERM and SIGHUP end the program between two of them.
    pub(crate) fn new(out: Box<dyn Write + Send>, program: &'static str) -> io::Result<Self> {
        let inner = Arc::new(Mutex::new(Inner { out, written: 0 }));
        let shared = Arc::clone(&inner);
        ctrlc::set_handler(move || {
            let mut inner = locked(&shared);
            let flushed = inner.out.flush();
            let whole = if flushed.is_ok() {
                "which are written whole"
            } else {
                "not all of which could be written"
            };
            // Nobody can be told that standard error is closed.
            let _ = writeln!(
                io::stderr(),
                "{program}: stopped by a signal after {} articles, {whole}",
                inner.written
            );
            process::exit(STOPPED);
        })
        .map_err(io::Error::other)?;
        Ok(Self { inner })
    }

    /// Writes a piece.
    pub(crate) fn write(&self, piece: &[u8]) -> io::Result<()> {
        let mut inner = locked(&self.inner);
        inner.out.write_all(piece)?;
        inner.written += 1;
        Ok(())
    }

    /// Nothing more is to come.
    pub(crate) fn finish(self) -> io::Result<()> {
        locked(&self.inner).out.flush()
    }
}

/// What another thread left behind is whole at any time.
fn locked(inner: &Mutex<Inner>) -> MutexGuard<'_, Inner> {
    inner.lock().unwrap_or_else(PoisonError::into_inner)
}
