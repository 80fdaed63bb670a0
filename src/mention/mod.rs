//! Actors in the text.
