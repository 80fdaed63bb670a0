//! Text that arrives in pieces.

use super::engine::{Cursor, Engine};
use super::view::BEHIND;

/// Takes text in pieces and gives the sentences of the whole, from [`Segmenter::stream`](super::Segmenter::stream).
#[derive(Clone, Debug)]
pub struct SentenceStream<'s> {
    engine: Engine<'s>,
    /// The text from `offset` on.
    text: String,
    offset: u64,
    cursor: Cursor,
    finished: bool,
}

/// A sentence of a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Streamed<'b> {
    /// Its first byte, counted from the beginning of the stream.
    pub start: u64,
    /// Its words.
    pub text: &'b str,
}

impl<'s> SentenceStream<'s> {
    pub(super) fn new(engine: Engine<'s>) -> Self {
        Self {
            engine,
            text: String::new(),
            offset: 0,
            cursor: Cursor::default(),
            finished: false,
        }
    }

    /// Takes the next piece of the text.
    pub fn push(&mut self, piece: &str) {
        // What is behind the sentence at hand is dropped when it outweighs what is kept.
        let mut behind = self.cursor.start.saturating_sub(BEHIND + 4);
        if behind > self.text.len() / 2 {
            while !self.text.is_char_boundary(behind) {
                behind -= 1;
            }
            self.text.drain(..behind);
            self.offset += behind as u64;
            self.cursor.start -= behind;
            self.cursor.at -= behind;
            self.cursor.quotations.shift(behind);
        }
        self.cursor.scan.reset();
        self.text.push_str(piece);
    }

    /// Says that no more text comes; the last sentences can be taken then.
    pub fn finish(&mut self) {
        self.finished = true;
    }

    /// The next sentence, if it is certain by now: `None` asks for more text, or after [`finish`](Self::finish) says
    /// that none is left.
    pub fn next_sentence(&mut self) -> Option<Streamed<'_>> {
        let limit = if self.finished {
            self.text.len()
        } else {
            self.text.len().saturating_sub(self.engine.reach())
        };
        let (start, end) = self.engine.advance(&self.text, &mut self.cursor, limit)?;
        Some(Streamed {
            start: self.offset + start as u64,
            text: self.text.get(start..end).unwrap_or_default(),
        })
    }
}
