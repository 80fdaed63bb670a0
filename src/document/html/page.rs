//! The article of a page, and what the page says of itself.
//!
//! Readability scores elements by text and links and takes the best; it fails on pages with a paragraph or two, and costs too much on pages
//! of very many elements. Then all elements of the body are taken, less those that never hold an article.

use dom_query::Document as Dom;
use dom_smoothie::{Article, Config, Metadata, Readability};

use super::Page;
use super::flow;
use crate::document::byline;
use crate::document::facts::Facts;

/// The most elements that Readability is given.
const MOST_ELEMENTS: usize = 50_000;
/// Where pages name the day of an article, beyond the places that Readability knows, in this order.
const DATES: [(&str, &str); 6] = [
    ("meta[itemprop=datePublished]", "content"),
    ("meta[name=date i]", "content"),
    ("meta[name=pubdate i]", "content"),
    ("meta[name='dc.date.issued' i]", "content"),
    ("article time[datetime]", "datetime"),
    ("time[datetime]", "datetime"),
];
/// Where they name who wrote it.
const AUTHORS: [(&str, &str); 2] = [
    ("meta[name=byl i]", "content"),
    ("meta[name='dc.creator' i]", "content"),
];

/// Reads a page.
pub(super) fn read(html: &str) -> Page {
    let html = breaks_as_paragraphs(html);
    let dom = Dom::from(html.as_str());
    let beside = Facts::default().or(told(Told {
        published: first(&dom, &DATES),
        author: first(&dom, &AUTHORS),
        ..Told::default()
    }));
    let config = Config {
        // A brief of two paragraphs is an article too.
        char_threshold: 100,
        max_elements_to_parse: MOST_ELEMENTS,
        // Captions are known by them.
        keep_classes: true,
        ..Config::default()
    };
    let Ok(mut readable) = Readability::with_document(dom, None, Some(config)) else {
        return page(beside, String::new());
    };
    let metadata = readable.get_article_metadata(readable.parse_json_ld());
    match readable.parse() {
        Ok(article) => {
            let content = Dom::fragment(cells_as_blocks(&article.content));
            let text = flow::text(&content.root());
            page(told(Told::by_article(article)).or(beside), text)
        }
        // Parsing has changed the tree.
        Err(_) => {
            let text = flow::text(&Dom::from(html).root());
            page(told(Told::by_metadata(metadata)).or(beside), text)
        }
    }
}

/// What the first of some elements that are there says.
fn first(dom: &Dom, places: &[(&str, &str)]) -> Option<String> {
    places.iter().find_map(|(selector, attribute)| {
        let found = dom.select_single(selector).attr(attribute)?;
        words(Some(found.to_string()))
    })
}

/// The page with each run of line breaks as a paragraph. Old pages part their paragraphs so, and Readability loses some of them.
fn breaks_as_paragraphs(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = next_break(rest) {
        out.push_str(before);
        let mut after = after;
        let mut count = 1;
        while let Some(("", next)) = next_break(after.trim_start()) {
            after = next;
            count += 1;
        }
        out.push_str(if count > 1 { "<p>" } else { "<br>" });
        rest = after;
    }
    out.push_str(rest);
    out
}

/// What stands before the next `<br>`, and what comes after it.
fn next_break(html: &str) -> Option<(&str, &str)> {
    let at = memchr::memchr_iter(b'<', html.as_bytes()).find(|at| {
        html.as_bytes().get(at + 1..at + 4).is_some_and(|tag| {
            let [b, r, end] = *tag else { return false };
            b.eq_ignore_ascii_case(&b'b')
                && r.eq_ignore_ascii_case(&b'r')
                && b" />\t\n\r".contains(&end)
        })
    })?;
    let end = at + html.get(at..)?.find('>')?;
    Some((html.get(..at)?, html.get(end + 1..)?))
}

/// Readability leaves cells without their table, which a parser would take for nothing: they stand for blocks.
fn cells_as_blocks(html: &str) -> String {
    ["tbody", "thead", "tfoot", "tr", "td", "th"]
        .iter()
        .fold(html.to_owned(), |html, name| {
            html.replace(&format!("<{name}>"), "<div>")
                .replace(&format!("<{name} "), "<div ")
                .replace(&format!("</{name}>"), "</div>")
        })
}

/// A page whose text opens with its title, as articles do.
fn page(mut facts: Facts, text: String) -> Page {
    facts.title = facts
        .title
        .map(|title| without_outlet(title, facts.outlet.as_deref()));
    let text = match &facts.title {
        Some(title) if !text.is_empty() && !opens_with(&text, title) => {
            format!("# {title}\n\n{text}")
        }
        _ => text,
    };
    Page { facts, text }
}

/// A title without the name of the site that is put before or after it.
fn without_outlet(title: String, outlet: Option<&str>) -> String {
    let marks = [' ', '|', '-', '–', '—', ':', '•', '»', '·'];
    let bare = outlet.and_then(|outlet| {
        let rest = title
            .strip_suffix(outlet)
            .filter(|rest| rest.ends_with(marks))
            .or_else(|| {
                title
                    .strip_prefix(outlet)
                    .filter(|rest| rest.starts_with(marks))
            })?;
        Some(rest.trim_matches(marks).to_owned())
    });
    bare.filter(|bare| !bare.is_empty()).unwrap_or(title)
}

/// Whether a text opens with its title, as a heading or not.
fn opens_with(text: &str, title: &str) -> bool {
    text.trim_start_matches(['#', ' ']).starts_with(title)
}

/// What a page says of its article, in its words.
#[derive(Default)]
struct Told {
    title: String,
    author: Option<String>,
    outlet: Option<String>,
    published: Option<String>,
}

impl Told {
    fn by_article(article: Article) -> Self {
        Self {
            title: article.title,
            author: article.byline,
            outlet: article.site_name,
            published: article.published_time,
        }
    }

    fn by_metadata(metadata: Metadata) -> Self {
        Self {
            title: metadata.title,
            author: metadata.byline,
            outlet: metadata.site_name,
            published: metadata.published_time,
        }
    }
}

/// What a page says, as facts. An author is a name, not an address; a byline may hold outlet and day as well.
fn told(told: Told) -> Facts {
    let mut facts = Facts {
        title: words(Some(told.title)),
        outlet: words(told.outlet),
        ..Facts::default()
    };
    if let Some(date) = told.published.as_deref().and_then(day) {
        facts.read_date(&date, 1);
    }
    let author = words(told.author).filter(|author| !author.contains("://"));
    let Some(author) = author else { return facts };
    let read = byline::byline(&author, 1).unwrap_or_else(|| {
        let by = author.get(..3).filter(|by| by.eq_ignore_ascii_case("by "));
        let name = author.get(by.map_or(0, str::len)..).unwrap_or_default();
        Facts {
            author: words(Some(name.to_owned())),
            ..Facts::default()
        }
    });
    facts.or(read)
}

/// Words with single spaces; none where there are none.
fn words(text: Option<String>) -> Option<String> {
    let text = text?.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(text).filter(|text| !text.is_empty())
}

/// The day in a time stamp: `2024-02-13T08:00:00Z` is `2024-02-13`. Other dates are left as they are written.
fn day(stamp: &str) -> Option<String> {
    let stamp = stamp.trim();
    let day = stamp
        .get(..10)
        .filter(|day| {
            day.bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'-')
        })
        .unwrap_or(stamp);
    (!day.is_empty()).then(|| day.to_owned())
}
