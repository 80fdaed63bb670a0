//! Comparisons for people and for programs.
//!
//! A report is a small struct that borrows a [`Comparison`](crate::compare::Comparison) and implements `Display`: nothing is
//! computed twice, and the caller chooses where it goes. Every report says the same things: what changed and who stands where,
//! in sentences; position by position the two sides next to each other with the words quoted and the line they stand in;
//! then what only one article has.
//!
//! The wording is neutral: a report says what a text reports, never who is right. Text from articles and packs passes through
//! `escape`, the one place that makes it safe, with one function for each format.
//!
//! | to | take |
//! |---|---|
//! | read, print, or put under version control | [`Markdown`] |
//! | look at it in a terminal | [`Table`] |
//! | hand it to a program | `Json` (feature `json`) |

mod escape;
mod excerpt;
#[cfg(feature = "json")]
mod json;
mod markdown;
mod prose;
mod summary;
mod table;

#[cfg(feature = "json")]
pub use json::Json;
pub use markdown::Markdown;
pub use table::Table;
