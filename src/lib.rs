//! `parallax` reads news articles, labels who holds which stance on which position, and lines the claims of two or more
//! articles up: who agrees, who contradicts, what shifted between them, what only one side says.
//!
//! It goes by rules: the same bytes in give the same bytes out, and every label names the rule and the words that made it.
//! A label says what a text claims, never who is right.
//!
//! # The idea
//!
//! A sentence such as *Serbia wants Russia to block any draft of Kosovo's* is not met by one pattern. It is taken apart, and
//! the label is put together again from its parts: a *cue* of a position (block a draft), the actors in its roles (Russia
//! blocks, Kosovo drafts), the *operator* above it (Serbia wants), and the *attribution* that it stands in (who says so).
//!
//! ```text
//! bytes ─ document ─ segment ─ token ─ clause ─ mention ─ attribution ─ claim ─ compare ─ report
//! ```
//!
//! Each stage is a module. Everything refers to the original text by byte span ([`Span`]), and nothing is lost or rewritten on
//! the way. Which actors, positions and words there are is data: a rule [`Pack`]. One is compiled in ([`Pack::builtin`]).
//!
//! # Quick start
//!
//! ```
//! use parallax::{Document, Pack, Parallax, report::Markdown};
//!
//! let parallax = Parallax::new(Pack::builtin());
//! let before = Document::from_text("2022", "Russia vetoed the American draft resolution.");
//! let after = Document::from_text("2024", "Russia will not block the American draft resolution.");
//! let articles = [&before, &after].map(|document| parallax.annotate(document));
//! for claim in articles[0].claims() {
//!     println!("{claim}: {}", articles[0].text(claim.evidence));
//! }
//! let report = Markdown::new(&parallax.compare(&articles)).to_string();
//! assert!(report.contains("shifts"));
//! ```
//!
//! # Where to look
//!
//! | to | take |
//! |---|---|
//! | label articles and compare them | [`Parallax`], [`Article`], [`compare::Comparison`] |
//! | read text, bytes, web pages, JSON Lines, and say what is known of an article | [`Document`], `document::Records` |
//! | print a comparison | [`report`] |
//! | write rules of your own, and test them | [`Pack`], [`check`] |
//! | compare claims that were labelled elsewhere | [`Article::from_claims`], [`compare::Comparator`] |
//! | split text into sentences, and nothing else | [`segment::Segmenter`] |
//! | know who says what, and nothing else | [`attribution::AttributionReader`] |
//! | look at words or clauses | [`token::Tokenizer`], [`clause::ClauseReader`] |
//!
//! # What always holds
//!
//! - Every span is a byte range on character boundaries of the text that was given.
//! - No result depends on hash order, clock, locale, environment or the order of rules. The library opens no file.
//! - No input panics; time grows in step with the input.
//! - `Result` is for what really fails: reading bytes ([`document::ReadError`]) or pages, and reading a pack ([`pack::PackError`]).
//!
//! # Features
//!
//! | feature | default | what it adds |
//! |---|---|---|
//! | `html` | no | reading saved web pages (`Document::from_html`), by `dom_smoothie` and `encoding_rs` |
//! | `json` | yes | reading JSON Lines (`document::Records`) and writing a comparison as JSON (`report::Json`), by `serde_json` |
//! | `csv` | no | claims as CSV and as an event list (`report::Csv`, `report::EventList`), by `csv` |
//! | `html-report` | no | a comparison as one HTML page (`report::Html`), by `minijinja` |
//! | `rayon` | no | many documents on all cores, in order (`Parallax::annotate_all`), by `rayon` |
//! | `schema` | no | JSON Schemas of what is written as JSON (`report::Schema`), by `schemars` |
//!
//! Without them everything else works, and results still implement `serde::Serialize` where they are plain data.

pub mod attribution;
pub mod check;
pub mod claim;
pub mod clause;
pub mod compare;
mod date;
pub mod document;
mod image;
mod mention;
pub mod pack;
#[cfg(feature = "rayon")]
mod parallel;
mod pipeline;
mod promises;
pub mod report;
pub mod segment;
mod span;
mod table;
pub mod token;

pub use claim::{Claim, Mode, Stance};
pub use date::{Date, DateError};
pub use document::{Block, BlockKind, Document};
pub use pack::{ActorId, Pack, PositionId, RuleId};
pub use pipeline::{Article, Parallax, Sentence};
pub use span::Span;

/// The snippets of the pages for users and for contributors compile and run.
#[cfg(doctest)]
mod pages {
    #[doc = include_str!("../README.md")]
    mod readme {}

    #[doc = include_str!("../CONTRIBUTING.md")]
    mod contributing {}
}
