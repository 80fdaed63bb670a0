//! The folder with texts and labels that are not part of the crate: what needs it is skipped where it isn't there, and says so.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    reason = "a helper of a test fails as the test does, and each test file uses its part"
)]

use std::io::{Write as _, stderr};
use std::path::{Path, PathBuf};

/// A file or folder in it: in `PARALLAX_SHARED`, or in `../shared`.
pub fn shared(part: &str) -> Option<PathBuf> {
    let given = std::env::var_os("PARALLAX_SHARED").map(PathBuf::from);
    let folder = given.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"));
    let path = folder.join(part);
    if path.exists() {
        return Some(path);
    }
    let test = std::thread::current().name().unwrap_or("a test").to_owned();
    let note = format!("SKIPPED {test}: {} is not there\n", path.display());
    // Not `eprintln!`, which `cargo test` keeps to itself when a test passes.
    stderr().write_all(note.as_bytes()).unwrap();
    None
}
