//! Claims in the W3C Web Annotation data model (JSON-LD), which annotation servers and viewers exchange.
//!
//! Each claim is an annotation of its evidence. The target is selected twice, by place (in code points) and by the words with some before and after,
//! so that it is found again where the text has moved. The labels are tags, `stance=support`, and one sentence for people.
//!
//! Source: W3C Recommendation "Web Annotation Data Model", 23 February 2017.

use std::fmt;

use serde::Serialize;

use crate::claim::Claim;
use crate::pipeline::Article;
use crate::span::Span;

use super::code_points::CodePoints;
use super::escape;

/// Characters before and after the words that are selected.
const CONTEXT: usize = 32;

/// The claims of articles as one annotation page of JSON-LD. An article's source is its id, as a relative address.
///
/// ```
/// use parallax::{Document, Pack, Parallax, report::WebAnnotation};
///
/// let parallax = Parallax::new(Pack::builtin());
/// let article = parallax.annotate(&Document::from_text("june", "Russia vetoed the American draft resolution."));
/// let page = WebAnnotation::new(&[article]).to_string();
/// assert!(page.contains(r#""exact":"vetoed the American draft resolution""#));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct WebAnnotation<'a> {
    articles: &'a [Article],
}

impl<'a> WebAnnotation<'a> {
    /// The claims of these articles.
    #[must_use]
    pub fn new(articles: &'a [Article]) -> Self {
        Self { articles }
    }
}

impl fmt::Display for WebAnnotation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let page = Page {
            context: "http://www.w3.org/ns/anno.jsonld",
            id: "claims",
            kind: "AnnotationPage",
            items: self.articles.iter().flat_map(annotations).collect(),
        };
        f.write_str(&serde_json::to_string(&page).map_err(|_| fmt::Error)?)
    }
}

#[derive(Serialize)]
struct Page<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    items: Vec<Annotation<'a>>,
}

#[derive(Serialize)]
struct Annotation<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    body: Vec<Body>,
    target: Target<'a>,
}

#[derive(Serialize)]
struct Body {
    #[serde(rename = "type")]
    kind: &'static str,
    purpose: &'static str,
    format: &'static str,
    value: String,
}

#[derive(Serialize)]
struct Target<'a> {
    source: String,
    selector: (Position, Quote<'a>),
}

#[derive(Serialize)]
struct Position {
    #[serde(rename = "type")]
    kind: &'static str,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct Quote<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    exact: &'a str,
    prefix: &'a str,
    suffix: &'a str,
}

fn annotations(article: &Article) -> impl Iterator<Item = Annotation<'_>> {
    let source = escape::iri(article.document().id());
    let points = CodePoints::of(article.document().text());
    article
        .claims()
        .enumerate()
        .map(move |(at, claim)| Annotation {
            id: format!("{source}#claim-{}", at + 1),
            kind: "Annotation",
            motivation: "classifying",
            body: bodies(claim),
            target: Target {
                source: source.clone(),
                selector: (
                    position(&points, claim.evidence),
                    quote(article.document().text(), claim.evidence),
                ),
            },
        })
}

/// A sentence for people, then a tag for each label.
fn bodies(claim: &Claim) -> Vec<Body> {
    let body = |purpose, value| Body {
        kind: "TextualBody",
        purpose,
        format: "text/plain",
        value,
    };
    let mut tags = vec![
        format!("actor={}", claim.actor),
        format!("position={}", claim.position),
        format!("stance={}", claim.stance),
        format!("mode={}", claim.mode),
        format!("speaker={}", claim.speaker),
        format!("rule={}", claim.rule),
    ];
    tags.extend(claim.target.iter().map(|target| format!("target={target}")));
    tags.extend(claim.date.map(|date| format!("date={date}")));
    tags.extend(claim.negated.then(|| "negated".to_owned()));
    tags.extend(claim.hedged.then(|| "hedged".to_owned()));
    let tags = tags.into_iter().map(|tag| body("tagging", tag));
    [body("describing", claim.to_string())]
        .into_iter()
        .chain(tags)
        .collect()
}

fn position(points: &CodePoints<'_>, span: Span) -> Position {
    let (start, end) = points.of_span(span);
    Position {
        kind: "TextPositionSelector",
        start,
        end,
    }
}

fn quote(text: &str, span: Span) -> Quote<'_> {
    let before = text.get(..span.start()).unwrap_or_default();
    let after = text.get(span.end()..).unwrap_or_default();
    let from = before
        .char_indices()
        .rev()
        .take(CONTEXT)
        .last()
        .map_or(before.len(), |(at, _)| at);
    let to = after
        .char_indices()
        .nth(CONTEXT)
        .map_or(after.len(), |(at, _)| at);
    Quote {
        kind: "TextQuoteSelector",
        exact: span.of(text),
        prefix: before.get(from..).unwrap_or_default(),
        suffix: after.get(..to).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_selected_with_what_stands_around_them() {
        let text = format!("{} one two six {}", "→".repeat(40), "é".repeat(40));
        let at = text.find("two").unwrap();
        let quote = quote(&text, Span::new(at, at + 3));
        assert_eq!(quote.exact, "two");
        assert_eq!(quote.prefix, format!("{} one ", "→".repeat(27)));
        assert_eq!(quote.suffix, format!(" six {}", "é".repeat(27)));
        assert_eq!(super::quote("two", Span::new(0, 3)).prefix, "");
    }
}
