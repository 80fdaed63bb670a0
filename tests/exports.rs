//! Claims and comparisons in the forms of other programs. That the programs read them is tested in `tests/readers`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "test code outside of test functions"
)]

mod labels;
mod shared;

use std::path::Path;

use labels::{Told, article, comparator};
use parallax::report::{Brat, Csv, EventList, GraphMl, JsonLines, Schema, WebAnnotation};
use parallax::{Article, Document, Mode, Pack, Parallax, Stance};

/// Three claims that the built-in pack finds, one of them negated, one by a person.
fn tagged() -> Article {
    let text = "Señor Ruiz watched. Russia vetoed the American draft resolution. Lavrov said Hamas was not a terrorist organisation.";
    let document = Document::from_text("june", text)
        .with_title("A veto; and more")
        .with_date("2024-02".parse().unwrap());
    Parallax::new(Pack::builtin()).annotate(&document)
}

/// What each format could take for its own.
const HOSTILE: &str =
    "=cmd|' /C calc'!A0; \"quoted\", <b>&amp;</b>\u{202e}olleh\u{202c}\tx\r\ny\u{0}\u{1b}[31m ]]>";

fn hostile() -> Vec<Article> {
    let claims: &[Told<'_>] = &[
        (
            HOSTILE,
            "=nor\"land;",
            Stance::Support,
            "legit imacy\t<x>",
            &["@x,y"],
            Mode::Say,
        ),
        (
            "\"quoted\"",
            "-sud\nland",
            Stance::Oppose,
            "legit imacy\t<x>",
            &["@x,y"],
            Mode::Act,
        ),
        ("quoted", "other", Stance::Neutral, "+p", &[], Mode::Want),
    ];
    let article = |id| article(id, HOSTILE, claims);
    vec![article("../=one\n#x"), article("two")]
}

#[test]
fn csv_of_a_short_article() {
    insta::assert_snapshot!(Csv::new(&[tagged()]));
}

#[test]
fn event_list_of_a_short_article() {
    let (articles, pack) = ([tagged()], Pack::builtin());
    let list = EventList::new(&articles, &pack);
    insta::assert_snapshot!(list);
    let concepts = list.with_targets().to_string();
    assert!(
        concepts.contains("un_blocking (United States)"),
        "{concepts}"
    );
    assert_eq!(list.left_out(), 0);
}

#[test]
fn brat_of_a_short_article() {
    insta::assert_snapshot!(Brat::new(&tagged()));
}

#[test]
fn web_annotation_of_a_short_article() {
    let page: serde_json::Value =
        serde_json::from_str(&WebAnnotation::new(&[tagged()]).to_string()).unwrap();
    assert_eq!(page["@context"], "http://www.w3.org/ns/anno.jsonld");
    insta::assert_json_snapshot!(page["items"][0]);
}

#[test]
fn json_line_of_a_short_article() {
    let lines = JsonLines::new(&[tagged()]).to_string();
    insta::assert_snapshot!(lines.lines().next().unwrap());
}

#[test]
fn graphml_of_two_short_articles() {
    let told = |id, stance| {
        let claims: &[Told<'_>] = &[
            (
                "spoke",
                "norland",
                stance,
                "legitimacy",
                &["league"],
                Mode::Say,
            ),
            (
                "and Sudland",
                "sudland",
                Stance::Support,
                "legitimacy",
                &["league"],
                Mode::Say,
            ),
        ];
        article(id, "Norland spoke, and Sudland too.", claims)
    };
    let comparison =
        comparator().compare(&[told("one", Stance::Support), told("two", Stance::Oppose)]);
    let graph = GraphMl::new(&comparison).to_string();
    let lines: Vec<&str> = graph
        .lines()
        .filter(|line| line.starts_with("<node") || line.starts_with("<edge"))
        .collect();
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn hostile_text_makes_no_formula_and_no_field_more() {
    let articles = hostile();
    let lines = Csv::new(&articles).to_string();
    let mut reader = csv::Reader::from_reader(lines.as_bytes());
    let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(records.len(), 6);
    for field in records.iter().flat_map(csv::StringRecord::iter) {
        assert!(
            !field.starts_with(['=', '+', '-', '@', '\t', '\r']),
            "{field:?}"
        );
        assert!(
            !field.chars().any(|c| c.is_control() || c == '\u{202e}'),
            "{field:?}"
        );
    }
    let pack = Pack::builtin();
    let list = EventList::new(&articles, &pack);
    assert_eq!(list.left_out(), 2);
    for line in list.to_string().lines() {
        // A reader that splits at each semicolon, as some do, finds all fields.
        assert_eq!(line.matches(';').count(), 10, "{line}");
        assert!(!line.contains('"'), "{line}");
    }
}

#[test]
fn hostile_text_makes_no_line_and_no_type_of_brat() {
    for article in hostile() {
        for line in Brat::new(&article).to_string().lines() {
            let fields: Vec<&str> = line.split('\t').collect();
            let name = fields[1].split(' ').next().unwrap();
            assert!(
                name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'),
                "{line}"
            );
            assert_eq!(
                fields.len(),
                if line.starts_with('A') || line.starts_with('R') {
                    2
                } else {
                    3
                },
                "{line}"
            );
        }
    }
}

#[test]
fn hostile_text_makes_no_element_of_graphml() {
    let articles = hostile();
    let graph = GraphMl::new(&comparator().compare(&articles)).to_string();
    assert!(
        !graph.contains("<b>")
            && !graph.contains("<x>")
            && !graph.contains(['\u{0}', '\u{1b}', '\u{202e}'])
    );
    let opened = graph.matches("<data ").count();
    assert_eq!(opened, graph.matches("</data>").count());
}

#[test]
fn hostile_text_comes_out_of_json_as_it_went_in() {
    let articles = hostile();
    let page: serde_json::Value =
        serde_json::from_str(&WebAnnotation::new(&articles).to_string()).unwrap();
    let target = &page["items"][0]["target"];
    assert_eq!(target["selector"][1]["exact"], HOSTILE);
    assert_eq!(target["source"], "../%3Done%0A%23x");
    let lines = JsonLines::new(&articles).to_string();
    assert_eq!(lines.lines().count(), 6);
    let line: serde_json::Value = serde_json::from_str(lines.lines().next().unwrap()).unwrap();
    assert_eq!(line["evidence"]["text"], HOSTILE);
}

/// `UPDATE_SCHEMA=1 cargo test --test exports` writes what the types give now; read the difference before you commit it.
#[test]
fn the_published_schemas_are_what_the_types_give() {
    for (name, schema) in [
        ("comparison", Schema::comparison()),
        ("claim", Schema::claim()),
    ] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("schema/{name}.schema.json"));
        let given = format!("{schema}\n");
        if std::env::var_os("UPDATE_SCHEMA").is_some() {
            std::fs::write(&path, &given).unwrap();
        }
        let published = std::fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(
            published.replace("\r\n", "\n"),
            given,
            "{} is out of date",
            path.display()
        );
    }
}
