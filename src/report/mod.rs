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
//! | look at it in a browser | `Html` (feature `html-report`) |
//! | hand it to a program | `Json` (feature `json`; its `Schema` with the feature `schema`) |
//! | study it as a network | [`GraphMl`] |
//!
//! The claims themselves, as they were tagged, go to other programs as `JsonLines` and `WebAnnotation` (feature `json`), `Csv` and `EventList`
//! (feature `csv`), and [`Brat`].
//!
//! ```
//! use parallax::{Document, Pack, Parallax, report::{Markdown, Table}};
//!
//! let parallax = Parallax::new(Pack::builtin());
//! let articles = [
//!     Document::from_text("march", "Russia vetoed the American draft resolution."),
//!     Document::from_text("april", "Russia will not block the American draft resolution."),
//! ]
//! .map(|document| parallax.annotate(&document));
//! let comparison = parallax.compare(&articles);
//! assert!(Markdown::new(&comparison).to_string().contains("**shifts**"));
//! assert!(Table::new(&comparison).width(60).to_string().contains("What changed"));
//! ```
//!
//! **How it is made.** `by_position` has the line-ups in their order; `summary` says in sentences what changed, who agrees and who contradicts; `matrix` has who stands where, `sign` how; `digest` the tables of a corpus; `prose` has the words that the formats share, so that
//! a relation is called the same in each; `excerpt` finds a claim's line and cuts its sentence. A new format is one file beside these, one `pub use`,
//! a function in `escape`, a snapshot, and a test with hostile text.
//!
//! **Cost.** Linear in the claims and pairs reported, and in the text once, to count its lines. **Known to be short:** the trace of
//! a claim stands in the page for a browser and in JSON Lines alone; Markdown has the parts of a score if asked.

mod brat;
mod by_position;
mod code_points;
#[cfg(feature = "csv")]
mod csv;
mod digest;
mod escape;
#[cfg(feature = "csv")]
mod event_list;
mod excerpt;
mod graphml;
#[cfg(feature = "html-report")]
mod html;
#[cfg(feature = "json")]
mod json;
#[cfg(feature = "json")]
mod json_lines;
mod markdown;
mod matrix;
#[cfg(feature = "json")]
mod object;
mod prose;
mod rows;
#[cfg(feature = "schema")]
mod schema;
mod sign;
mod summary;
mod table;
#[cfg(feature = "json")]
mod web_annotation;

pub use brat::Brat;
#[cfg(feature = "csv")]
pub use csv::Csv;
#[cfg(feature = "csv")]
pub use event_list::EventList;
pub use graphml::GraphMl;
#[cfg(feature = "html-report")]
pub use html::Html;
#[cfg(feature = "json")]
pub use json::Json;
#[cfg(feature = "json")]
pub use json_lines::JsonLines;
pub use markdown::Markdown;
#[cfg(feature = "schema")]
pub use schema::Schema;
pub use table::Table;
#[cfg(feature = "json")]
pub use web_annotation::WebAnnotation;
