//! Sentences of two articles that say the same, beside the claims.

use serde::Serialize;

use crate::compare::{Echo, Passage};

use super::super::digest;
use super::frame::Frame;

/// Echoes that are shown, the closest first; the others are counted.
const MOST: usize = 60;

/// The echoes.
#[derive(Clone, Debug, Serialize)]
pub(super) struct EchoesView {
    shown: Vec<EchoView>,
    more: usize,
}

#[derive(Clone, Debug, Serialize)]
struct EchoView {
    score: String,
    is_copy: bool,
    sides: [PassageView; 2],
}

#[derive(Clone, Debug, Serialize)]
struct PassageView {
    letter: String,
    article: String,
    anchor: String,
    text: String,
}

impl EchoesView {
    /// `None` where no two sentences say the same.
    pub(super) fn of(frame: &Frame<'_>) -> Option<Self> {
        let echoes = digest::echoes(frame.comparison);
        (!echoes.is_empty()).then(|| Self {
            more: echoes.len().saturating_sub(MOST),
            shown: echoes
                .iter()
                .take(MOST)
                .map(|echo| EchoView::of(frame, echo))
                .collect(),
        })
    }
}

impl EchoView {
    fn of(frame: &Frame<'_>, echo: &Echo) -> Self {
        Self {
            score: format!("{:.2}", echo.score),
            is_copy: echo.is_copy,
            sides: [echo.left, echo.right].map(|passage| PassageView::of(frame, passage)),
        }
    }
}

impl PassageView {
    fn of(frame: &Frame<'_>, passage: Passage) -> Self {
        Self {
            letter: frame.prose.letter(passage.document),
            article: frame.prose.article(passage.document).to_owned(),
            anchor: frame.anchors.document(passage.document).to_owned(),
            text: frame.prose.passage(passage).to_owned(),
        }
    }
}
