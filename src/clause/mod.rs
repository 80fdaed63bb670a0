//! A shallow view of the sentence.
