//! Whether each report is of its format.

use parallax::compare::Comparison;
use parallax::report::{
    Brat, Csv, EventList, GraphMl, Html, Json, JsonLines, Markdown, Table, WebAnnotation,
};
use parallax::{Article, Pack};
use serde_json::Value;

/// Checks every report of articles, and of the comparison made of them.
pub(crate) fn check(comparison: &Comparison, articles: &[Article], pack: &Pack) {
    let claims: usize = articles.iter().map(|article| article.claims().len()).sum();
    let json: Value = serde_json::from_str(&Json::new(comparison).to_string()).unwrap();
    let documents = json.get("documents").and_then(Value::as_array);
    assert_eq!(documents.unwrap().len(), articles.len());

    let lines = JsonLines::new(articles).to_string();
    for line in lines.lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        assert!(line.get("actor").is_some_and(Value::is_string));
    }
    assert_eq!(lines.lines().count(), claims);
    let web: Value = serde_json::from_str(&WebAnnotation::new(articles).to_string()).unwrap();
    assert!(web.is_object() || web.is_array());

    let events = EventList::new(articles, pack);
    assert_eq!(rows(&Csv::new(articles).to_string(), b','), claims);
    assert_eq!(rows(&events.to_string(), b';'), claims - events.left_out());
    for article in articles {
        brat_is_sound(&Brat::new(article).to_string(), article.document().text());
    }

    tags_are_closed(&GraphMl::new(comparison).to_string(), &[]);
    let void = ["meta", "link", "br", "img", "input", "hr"];
    tags_are_closed(&Html::new(comparison, articles).to_string(), &void);
    for report in [
        Markdown::new(comparison).to_string(),
        Table::new(comparison).to_string(),
    ] {
        let control = report.chars().find(|c| c.is_control() && *c != '\n');
        assert_eq!(control, None, "a control character");
    }
}

/// How many rows a table has; all are of one length.
fn rows(table: &str, delimiter: u8) -> usize {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .from_reader(table.as_bytes());
    reader
        .records()
        .collect::<Result<Vec<_>, _>>()
        .unwrap()
        .len()
}

/// Each line of brat standoff has its form, and the words of a `T` line are those of the text at its places, which are counted in characters.
fn brat_is_sound(standoff: &str, text: &str) {
    let letters: Vec<char> = text.chars().collect();
    for line in standoff.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let kind = line.chars().next().unwrap();
        assert!("TRAEN#".contains(kind), "{line:?} is no line of brat");
        if kind != 'T' {
            continue;
        }
        let [_, place, words] = cells.as_slice() else {
            panic!("{line:?} has no three cells");
        };
        let (_, places) = place.split_once(' ').unwrap();
        let pieces: Vec<String> = places
            .split(';')
            .map(|piece| {
                let (start, end) = piece.split_once(' ').unwrap();
                letters[start.parse().unwrap()..end.parse().unwrap()]
                    .iter()
                    .collect()
            })
            .collect();
        assert_eq!(pieces.join(" "), *words, "{line:?}");
    }
}

/// Every element but those of `void` is closed where it was opened; scripts and styles are left out.
fn tags_are_closed(markup: &str, void: &[&str]) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = markup;
    while let Some((_, after)) = rest.split_once('<') {
        let (tag, after) = after
            .split_once('>')
            .unwrap_or_else(|| panic!("an open tag: {after:?}"));
        rest = after;
        let name = tag
            .split(|c: char| c.is_whitespace() || c == '/')
            .find(|name| !name.is_empty())
            .unwrap_or_default();
        if let Some(closed) = tag.strip_prefix('/') {
            assert_eq!(
                open.pop(),
                Some(closed.trim()),
                "closed at {:?}",
                after.chars().take(80).collect::<String>()
            );
        } else if matches!(name, "script" | "style") {
            (_, rest) = after.split_once(&format!("</{name}>")).unwrap();
        } else if !tag.starts_with(['!', '?']) && !tag.ends_with('/') && !void.contains(&name) {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "never closed: {open:?}");
}
