//! Whom words name: the parties of a noun phrase (`party`), those in their company (`company`), whose a thing is (`owner`), what is said of somebody
//! (`said`) and in whose eyes (`eyes`).

pub(super) mod company;
pub(super) mod eyes;
mod members;
pub(super) mod owner;
pub(super) mod party;
pub(super) mod said;

use crate::mention::Who;
use crate::span::Span;

/// Somebody in a role, and the words that say so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Party {
    pub(super) who: Who,
    pub(super) span: Span,
}

impl Party {
    pub(super) fn is_actor(&self) -> bool {
        self.who.is_actor()
    }
}
