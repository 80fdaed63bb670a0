//! `cargo +nightly fuzz run pack`; what it does is in `bodies`, from where the tests replay `seeds` too.

#![no_main]

#[path = "../bodies/pack.rs"]
mod body;
#[path = "../../tests/sound/mod.rs"]
mod sound;

libfuzzer_sys::fuzz_target!(|data: &[u8]| body::run(data));
