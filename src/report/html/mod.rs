//! A comparison as one HTML page, for looking at.
//!
//! **Problem.** A comparison is read in many ways: what changed at a glance, one actor or one position alone, one claim back to its
//! sentence, one label back to its rule. **Idea.** Everything stands on one page that needs nothing else: no network, no font, no file. What is
//! looked up now and then is folded away (`details`), every claim has an address, and article and claim link to each other. A
//! script of a screen adds the filters; without it all is there.
//!
//! **Steps.** The page is a value first ([`page`], with a file for each of its parts), and then the templates beside this file put it into
//! HTML. Every value that a template prints passes through `escape::markup`, which is set as the engine's formatter, so no template can
//! forget it. A content security policy allows the page's own script by its hash, and no request at all.
//!
//! | part | file |
//! |---|---|
//! | addresses of claims | `anchor` |
//! | a claim with its places and trace | `claim` |
//! | actor by position | `matrix` |
//! | line-ups, position by position | `position` |
//! | sentences that say the same | `echo` |
//! | what was held over the articles | `timeline` |
//! | the tables of a corpus | `digest` |
//! | who agrees and who conflicts, as a picture | `network`, for a narrow screen `column` |
//! | the articles with the claims marked | `marked` |
//!
//! **Cost.** Linear in the text and in the pairs reported; the picture shows a bounded number of actors. **Known to be large:** the page has the text
//! of every article, and is not meant for a corpus of thousands.

mod anchor;
mod claim;
mod column;
mod digest;
mod echo;
mod frame;
mod marked;
mod matrix;
mod network;
mod page;
mod position;
mod timeline;

use std::fmt;

use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, UndefinedBehavior, syntax::SyntaxConfig};

use crate::compare::Comparison;
use crate::pipeline::Article;

use super::escape;
use frame::Frame;

/// A comparison as one self-contained HTML page.
///
/// ```
/// use parallax::{Document, Pack, Parallax, report::Html};
///
/// let parallax = Parallax::new(Pack::builtin());
/// let articles = [
///     Document::from_text("march", "Russia vetoed the American draft resolution."),
///     Document::from_text("april", "Russia will not block the American draft resolution."),
/// ]
/// .map(|document| parallax.annotate(&document));
/// let comparison = parallax.compare(&articles);
/// let page = Html::new(&comparison, &articles).to_string();
/// assert!(page.contains("id=\"claim-march-russia-support-un_blocking-united_states\""));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Html<'a> {
    comparison: &'a Comparison,
    articles: &'a [Article],
}

impl<'a> Html<'a> {
    /// A page of a comparison and of the articles that it compares, in the same order: they have the trace of each label.
    #[must_use]
    pub fn new(comparison: &'a Comparison, articles: &'a [Article]) -> Self {
        Self {
            comparison,
            articles,
        }
    }
}

impl fmt::Display for Html<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let frame = Frame::new(self.comparison, self.articles);
        let page = page::Page::of(&frame);
        f.write_str(&rendered(&page).map_err(|_| fmt::Error)?)
    }
}

/// The templates by name. A name that ends in `html` turns escaping on.
const TEMPLATES: [(&str, &str); 9] = [
    ("page.html", include_str!("page.html")),
    ("claim.html", include_str!("claim.html")),
    ("digest.html", include_str!("digest.html")),
    ("echo.html", include_str!("echo.html")),
    ("matrix.html", include_str!("matrix.html")),
    ("network.html", include_str!("network.html")),
    ("position.html", include_str!("position.html")),
    ("timeline.html", include_str!("timeline.html")),
    ("article.html", include_str!("article.html")),
];

fn rendered(page: &page::Page) -> Result<String, minijinja::Error> {
    let mut engine = Environment::new();
    engine.set_auto_escape_callback(|_| AutoEscape::Html);
    // A name that a template misspells is an error in a test, and no gap on the page.
    engine.set_undefined_behavior(UndefinedBehavior::Strict);
    engine.set_syntax(
        SyntaxConfig::builder()
            .trim_blocks(true)
            .lstrip_blocks(true)
            .build()?,
    );
    engine.set_formatter(|out, _, value| {
        let written = match value.as_str() {
            Some(markup) if value.is_safe() => out.write_str(markup),
            Some(text) => out.write_str(&escape::markup(text)),
            None => out.write_str(&escape::markup(&value.to_string())),
        };
        written.map_err(minijinja::Error::from)
    });
    for (name, source) in TEMPLATES {
        engine.add_template(name, source)?;
    }
    let style = Value::from_safe_string(include_str!("style.css").to_owned());
    let script = Value::from_safe_string(include_str!("filter.js").to_owned());
    let script_hash = include_str!("filter.js.sha256").trim();
    let page = Value::from(Serde(page));
    engine
        .get_template("page.html")?
        .render(minijinja::context! { page, style, script, script_hash })
}
