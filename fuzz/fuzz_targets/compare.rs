//! `cargo +nightly fuzz run compare`; what it does is in `bodies`, from where the tests replay `seeds` too.

#![no_main]

#[path = "../bodies/compare.rs"]
mod body;
#[path = "../../tests/hostile/mod.rs"]
mod hostile;

libfuzzer_sys::fuzz_target!(|data: &[u8]| body::run(data));
