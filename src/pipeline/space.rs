//! Space of documents that were read, for those to come.
//!
//! A short article needs the views of some twenty sentences, each of a dozen lists: as much memory to take and give back as all of its claims.

use std::sync::Mutex;

use crate::claim::{Carry, Place};
use crate::clause::View;
use crate::document::Document;
use crate::mention::Mentions;
use crate::span::Span;
use crate::token::Token;

/// What a reading of a document needs that says nothing of the document.
#[derive(Debug, Default)]
pub(super) struct Space {
    pub(super) views: Vec<View>,
    pub(super) mentions: Vec<Mentions>,
    pub(super) places: Vec<Place>,
    pub(super) spans: Vec<Span>,
    pub(super) tokens: Vec<Token>,
    /// As it is at the start of a document.
    pub(super) claim_carry: Carry,
}

/// Documents of more bytes leave no space behind, since it may be as large as they are: they have used it again themselves.
const LONGEST: usize = 1 << 16;

/// Spaces that nobody uses: at most as many as documents were read at one time.
#[derive(Debug, Default)]
pub(super) struct Spaces(Mutex<Vec<Space>>);

impl Spaces {
    pub(super) fn take(&self) -> Space {
        let mut spaces = self.0.lock().ok();
        let space = spaces.as_mut().and_then(|spaces| spaces.pop());
        space.unwrap_or_default()
    }

    /// Takes the space back that a document was read in.
    pub(super) fn give_back(&self, space: Space, document: &Document) {
        if document.text().len() <= LONGEST
            && let Ok(mut spaces) = self.0.lock()
        {
            spaces.push(Space {
                claim_carry: space.claim_carry.emptied(),
                ..space
            });
        }
    }
}
