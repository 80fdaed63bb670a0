//! `cargo +nightly fuzz run claims`; what it does is in `bodies`, from where the tests replay `seeds` too.

#![no_main]

#[path = "../bodies/claims.rs"]
mod body;
#[path = "../../tests/hostile/mod.rs"]
mod hostile;
#[path = "../../tests/sound/mod.rs"]
mod sound;

libfuzzer_sys::fuzz_target!(|data: &[u8]| body::run(data));
