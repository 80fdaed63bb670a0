//! `cargo +nightly fuzz run reports`; what it does is in `bodies`, from where the tests replay `seeds` too.

#![no_main]

#[path = "../bodies/reports.rs"]
mod body;
#[path = "../bodies/compare.rs"]
mod compare;
#[path = "../../tests/hostile/mod.rs"]
mod hostile;
#[path = "../../tests/sound/mod.rs"]
mod sound;

libfuzzer_sys::fuzz_target!(|data: &[u8]| body::run(data));
