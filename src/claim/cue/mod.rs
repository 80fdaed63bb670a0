//! Cues: where the words of a rule are met, and what fills its slots.
//!
//! The words of all cues stand in one index (`words`, `pattern`, `spot`, put in order by `build`, learnt by `learn`), lists beside them (`lists`); what begins with a word form is one look-up
//! (`form`). Where a cue begins, its needs are asked first (`gate`; of an operator `kinds`), then its place in the grammar (`site`, `hanging`), then its slots (`fillers`, `slot`, `contrast`); what fits is a `hit`.

mod build;
mod contrast;
pub(super) mod fillers;
pub(super) mod form;
pub(super) mod gate;
pub(super) mod hanging;
pub(super) mod hit;
mod image;
pub(super) mod kinds;
pub(super) mod learn;
pub(super) mod lists;
pub(super) mod pattern;
pub(super) mod site;
pub(super) mod slot;
pub(super) mod spot;
pub(super) mod words;
