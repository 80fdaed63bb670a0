//! The whole page as a value.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::compare::{Cap, Part, Relation};

use super::super::prose;
use super::super::summary::{self, Piece, Topic};
use super::claim::ClaimView;
use super::digest::DigestView;
use super::echo::EchoesView;
use super::frame::Frame;
use super::marked::ArticleView;
use super::matrix::MatrixView;
use super::network::NetworkView;
use super::position::PositionView;
use super::timeline::TimelineView;

/// Caps that are named; the others are counted.
const CAPS: usize = 8;

/// All that the templates print.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Page {
    title: String,
    nothing: &'static str,
    topics: Vec<TopicView>,
    matrix: MatrixView,
    timelines: Vec<TimelineView>,
    digest: Vec<DigestView>,
    network: Option<NetworkView>,
    positions: Vec<PositionView>,
    echoes: Option<EchoesView>,
    claims: Vec<ClaimView>,
    articles: Vec<ArticleView>,
    filter: FilterView,
    weights: Vec<WeightView>,
    caps: Vec<CapView>,
    more_caps: usize,
}

#[derive(Clone, Debug, Serialize)]
struct TopicView {
    heading: &'static str,
    sentences: Vec<Vec<PieceView>>,
    more: usize,
    /// Sentences in all.
    count: usize,
}

/// A piece of a sentence: words of ours, or claims as links.
#[derive(Clone, Debug, Serialize)]
struct PieceView {
    words: String,
    /// Indices of claims.
    claims: Vec<usize>,
    more: usize,
}

/// What can be chosen.
#[derive(Clone, Debug, Serialize)]
struct FilterView {
    actors: Vec<ChoiceView>,
    positions: Vec<ChoiceView>,
    relations: Vec<&'static str>,
}

#[derive(Clone, Debug, Serialize)]
struct ChoiceView {
    number: usize,
    name: String,
}

#[derive(Clone, Debug, Serialize)]
struct WeightView {
    part: &'static str,
    weight: f64,
}

#[derive(Clone, Debug, Serialize)]
struct CapView {
    position: String,
    about: String,
    waiting: usize,
    taken: usize,
}

impl Page {
    pub(super) fn of(frame: &Frame<'_>) -> Self {
        let claims = ClaimView::all(frame);
        let mut caps: Vec<&Cap> = frame.comparison.caps().iter().collect();
        caps.sort_by_key(|cap| std::cmp::Reverse(cap.waiting));
        Self {
            title: title(frame),
            nothing: summary::NOTHING,
            topics: summary::topics(frame.comparison)
                .into_iter()
                .map(TopicView::of)
                .collect(),
            digest: DigestView::all(frame),
            matrix: MatrixView::of(frame),
            timelines: TimelineView::all(frame),
            network: NetworkView::of(frame),
            positions: PositionView::all(frame, &claims),
            echoes: EchoesView::of(frame),
            claims,
            articles: ArticleView::all(frame),
            filter: FilterView::of(frame),
            weights: Part::ALL.map(WeightView::of).into(),
            more_caps: caps.len().saturating_sub(CAPS),
            caps: caps
                .iter()
                .take(CAPS)
                .map(|cap| CapView::of(frame, cap))
                .collect(),
        }
    }
}

/// "2022 and 2024"; of many articles their number.
fn title(frame: &Frame<'_>) -> String {
    let count = frame.comparison.documents().len();
    if count > 3 {
        return prose::count(count, "article");
    }
    let documents = frame.prose.documents();
    let names: Vec<String> = documents
        .map(|(_, document)| document.id().to_owned())
        .collect();
    prose::list(&names)
}

impl TopicView {
    fn of(topic: Topic) -> Self {
        let piece = |piece: Piece| match piece {
            Piece::Words(words) => PieceView {
                words,
                claims: Vec::new(),
                more: 0,
            },
            Piece::Claims(claims, more) => PieceView {
                words: String::new(),
                claims,
                more,
            },
        };
        let count = topic.sentences.len() + topic.more;
        let sentences = topic.sentences.into_iter();
        let sentences = sentences.map(|sentence| sentence.pieces.into_iter().map(piece).collect());
        Self {
            heading: topic.heading,
            sentences: sentences.collect(),
            more: topic.more,
            count,
        }
    }
}

impl FilterView {
    fn of(frame: &Frame<'_>) -> Self {
        let by_name = |mut choices: Vec<ChoiceView>| {
            choices.sort_by(|a, b| (&a.name, a.number).cmp(&(&b.name, b.number)));
            choices
        };
        let actor = |(number, actor): (usize, &&_)| ChoiceView {
            number,
            name: frame.prose.actor(actor).to_owned(),
        };
        let position = |(number, position): (usize, &&_)| ChoiceView {
            number,
            name: frame.prose.position(position),
        };
        let alignments = frame.comparison.alignments().iter();
        let relations: BTreeSet<Relation> =
            alignments.map(|alignment| alignment.relation).collect();
        Self {
            actors: by_name(frame.actors().iter().enumerate().map(actor).collect()),
            positions: by_name(frame.positions().iter().enumerate().map(position).collect()),
            relations: relations.into_iter().map(Relation::as_str).collect(),
        }
    }
}

impl WeightView {
    fn of(part: Part) -> Self {
        Self {
            part: part.as_str(),
            weight: part.weight(),
        }
    }
}

impl CapView {
    fn of(frame: &Frame<'_>, cap: &Cap) -> Self {
        let about = cap
            .actor
            .as_ref()
            .map_or("no target", |actor| frame.comparison.actor_name(actor));
        Self {
            position: frame.prose.position(&cap.position),
            about: about.to_owned(),
            waiting: cap.waiting,
            taken: cap.taken,
        }
    }
}
