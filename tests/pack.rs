//! Reading packs, from outside: what a user sees of a good pack and of a bad one.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that fails may panic"
)]

#[path = "pack/bounds.rs"]
mod bounds;
#[path = "pack/errors.rs"]
mod errors;
#[path = "pack/layers.rs"]
mod layers;
#[path = "pack/readme.rs"]
mod readme;

use parallax::Pack;

/// Everything that is wrong with a text, as a reader sees it.
fn errors(text: &str) -> String {
    let error = Pack::from_toml("mine.toml", text).expect_err("a pack with a mistake");
    error.to_string()
}

/// How many problems a text has, their places and kinds checked to be in order.
fn count(text: &str) -> usize {
    let error = Pack::from_toml("mine.toml", text).expect_err("a pack with a mistake");
    let places: Vec<_> = error
        .problems()
        .iter()
        .map(parallax::pack::Problem::span)
        .collect();
    assert!(places.is_sorted(), "problems out of order");
    places.len() + error.omitted()
}
