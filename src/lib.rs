//! `parallax` reads news articles, labels who holds which stance on which position, and lines the claims up.

pub mod attribution;
pub mod check;
pub mod claim;
pub mod clause;
pub mod compare;
mod date;
pub mod document;
pub mod mention;
pub mod pack;
mod pipeline;
pub mod report;
pub mod segment;
mod span;
pub mod token;

pub use claim::{Claim, Mode, Stance};
pub use date::{Date, DateError};
pub use document::{Block, BlockKind, Document};
pub use pack::{ActorId, Pack, PositionId, RuleId};
pub use pipeline::{Article, Parallax, Sentence};
pub use span::Span;
