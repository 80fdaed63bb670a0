//! `cargo +nightly fuzz run segment`; what it does is in `bodies`, from where the tests replay `seeds` too.

#![no_main]

#[path = "../bodies/segment.rs"]
mod body;

libfuzzer_sys::fuzz_target!(|data: &[u8]| body::run(data));
