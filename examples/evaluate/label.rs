//! A label, and how it is read from JSON Lines.

use parallax::{Article, Span};
use serde::Deserialize;

/// One claim as somebody labelled it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Label {
    pub(crate) document: String,
    /// Index of its sentence in the article.
    pub(crate) sentence: usize,
    pub(crate) evidence: Span,
    pub(crate) actor: String,
    pub(crate) position: String,
    pub(crate) stance: String,
    pub(crate) target: Vec<String>,
    pub(crate) speaker: Option<String>,
    pub(crate) mode: Option<String>,
}

/// Why a label could not be used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Fault {
    #[error("line {line}: {source}")]
    Json {
        line: usize,
        source: serde_json::Error,
    },
    #[error("line {line}: there is no article {document}; labels go by the name of its file")]
    NoArticle { line: usize, document: String },
    #[error("line {line}: these words do not stand in {document}: {words}")]
    NoWords {
        line: usize,
        document: String,
        words: String,
    },
    #[error("line {line}: {wanted} is wanted here")]
    Brat { line: usize, wanted: &'static str },
}

/// The text of an article, with its sentences.
pub(crate) struct Text<'a> {
    article: &'a Article,
}

impl<'a> Text<'a> {
    pub(crate) fn new(article: &'a Article) -> Self {
        Self { article }
    }

    pub(crate) fn as_str(&self) -> &'a str {
        self.article.document().text()
    }

    /// The sentence that a span begins in.
    pub(crate) fn sentence(&self, span: Span) -> usize {
        let before = self
            .article
            .sentences()
            .take_while(|sentence| sentence.span.start() <= span.start());
        before.count().saturating_sub(1)
    }
}

impl Label {
    /// The claims that were found in an article.
    pub(crate) fn of_article(article: &Article) -> impl Iterator<Item = Self> {
        article.claims().map(|claim| Self {
            document: article.document().id().to_owned(),
            sentence: claim.sentence.index,
            evidence: claim.evidence,
            actor: claim.actor.to_string(),
            position: claim.position.to_string(),
            stance: claim.stance.to_string(),
            target: claim.target.iter().map(ToString::to_string).collect(),
            speaker: Some(claim.speaker.to_string()),
            mode: Some(claim.mode.to_string()),
        })
    }
}

/// A line as it is written.
#[derive(Deserialize)]
struct Line {
    document: String,
    quote: Option<String>,
    evidence: Evidence,
    actor: String,
    position: String,
    stance: String,
    #[serde(default)]
    target: Vec<String>,
    speaker: Option<String>,
    mode: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Evidence {
    Words(String),
    Place { start: usize, end: usize },
}

/// The labels of JSON Lines.
pub(crate) fn labels<'a>(
    lines: &str,
    text: impl Fn(&str) -> Option<Text<'a>>,
) -> Vec<Result<Label, Fault>> {
    let lines = lines
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(at, line)| label(at + 1, line, &text)).collect()
}

fn label<'a>(
    line: usize,
    written: &str,
    text: impl Fn(&str) -> Option<Text<'a>>,
) -> Result<Label, Fault> {
    let read: Line =
        serde_json::from_str(written).map_err(|source| Fault::Json { line, source })?;
    let Some(text) = text(&read.document) else {
        return Err(Fault::NoArticle {
            line,
            document: read.document,
        });
    };
    let missing = |words: &str| Fault::NoWords {
        line,
        document: read.document.clone(),
        words: words.to_owned(),
    };
    let evidence = match &read.evidence {
        Evidence::Place { start, end } => Span::new(*start, (*end).max(*start)),
        Evidence::Words(words) => {
            let quote = read.quote.as_deref().unwrap_or_default();
            let from = text.as_str().find(quote).ok_or_else(|| missing(quote))?;
            let rest = text.as_str().get(from..).unwrap_or_default();
            let start = from + rest.find(words.as_str()).ok_or_else(|| missing(words))?;
            Span::new(start, start + words.len())
        }
    };
    Ok(Label {
        sentence: text.sentence(evidence),
        document: read.document,
        evidence,
        actor: read.actor,
        position: read.position,
        stance: read.stance,
        target: sorted(read.target),
        speaker: read.speaker,
        mode: read.mode,
    })
}

pub(crate) fn sorted(mut target: Vec<String>) -> Vec<String> {
    target.sort();
    target.dedup();
    target
}
