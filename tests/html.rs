//! The page of a comparison: what stands on it, that its addresses lead somewhere, and that text from articles stays text. How it looks and
//! works in a browser is tested in `tests/browser`.

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

use std::collections::BTreeSet;
use std::path::PathBuf;

use labels::{Told, article, comparator, folder, in_house_articles, labelled_articles};
use parallax::report::Html;
use parallax::{Article, Document, Mode, Pack, Parallax, Stance};

fn page(articles: &[Article]) -> String {
    let comparison = comparator().compare(articles);
    Html::new(&comparison, articles).to_string()
}

/// Norland told to hold this stance on a league.
fn told(id: &str, stance: Stance) -> Article {
    let claims: &[Told<'_>] = &[(
        "spoke of the league",
        "norland",
        stance,
        "legitimacy",
        &["league"],
        Mode::Say,
    )];
    article(id, "In June Norland spoke of the league & others.", claims)
}

/// The part of the page from the first `from` to the end of the first `to` after it, an element a line.
fn part(page: &str, from: &str, to: &str) -> String {
    let start = page.find(from).unwrap_or_else(|| panic!("no {from}"));
    let end = page[start..].find(to).unwrap() + to.len();
    let part = page[start..start + end].replace(
        "><", ">
<",
    );
    let lines = part.lines().filter(|line| !line.trim().is_empty());
    lines.collect::<Vec<_>>().join(
        "
",
    )
}

/// The values of an attribute.
fn values<'p>(page: &'p str, attribute: &str) -> Vec<&'p str> {
    let start = format!(" {attribute}=\"");
    let after = page.split(start.as_str()).skip(1);
    after.map(|rest| rest.split_once('"').unwrap().0).collect()
}

#[test]
fn a_line_up_has_both_claims_the_score_and_its_parts() {
    let page = page(&[told("one", Stance::Support), told("two", Stance::Oppose)]);
    insta::assert_snapshot!(part(&page, "<article class=\"line-up", "</article>"));
}

#[test]
fn the_matrix_says_where_an_actor_went() {
    let page = page(&[told("one", Stance::Support), told("two", Stance::Oppose)]);
    insta::assert_snapshot!(part(&page, "<tr data-row", "</tr>"));
}

#[test]
fn an_article_has_its_claims_marked_and_in_the_margin() {
    let page = page(&[told("one", Stance::Support), told("two", Stance::Oppose)]);
    insta::assert_snapshot!(part(&page, "<div class=\"block", "</div>"));
}

#[test]
fn more_than_two_articles_have_a_time_line() {
    let articles = [
        told("one", Stance::Support),
        told("two", Stance::Support),
        told("three", Stance::Oppose),
    ];
    let page = page(&articles);
    insta::assert_snapshot!(part(&page, "<li><a class=\"chip", "</ol>"));
    assert!(!self::page(&articles[..2]).contains("id=\"over-time\""));
}

#[test]
fn who_agrees_and_who_conflicts_is_a_picture_and_a_table() {
    let page = page(&in_house_articles());
    let picture = part(&page, "<svg", "</svg>");
    assert!(picture.contains("<path class=\"conflicts\"") && picture.contains(">russia</tspan>"));
    assert!(page.contains("<th scope=\"row\">israel and russia</th>"));
}

#[test]
fn a_label_says_why_and_what_is_not_known_leaves_no_gap() {
    let parallax = Parallax::new(Pack::builtin());
    let read = |id, text| parallax.annotate(&Document::from_text(id, text));
    let articles = [
        read("march", "Russia vetoed the American draft resolution."),
        read(
            "april",
            "Russia will not block the American draft resolution.",
        ),
    ];
    let comparison = parallax.compare(&articles);
    let page = Html::new(&comparison, &articles).to_string();
    insta::assert_snapshot!(part(&page, "<li><span class=\"step\">", "</li>"));
    // Without the articles there is no trace, and all else.
    let without = Html::new(&comparison, &[]).to_string();
    assert!(!without.contains("Why this label") && without.contains("vetoed"));
}

#[test]
fn sentences_that_say_the_same_stand_side_by_side() {
    let parallax = Parallax::new(Pack::builtin());
    let read = |id, text: &str| parallax.annotate(&Document::from_text(id, text));
    let line = "The harbour pilots of Northport walked out over unpaid overtime on Thursday.";
    let articles = [
        read("one", &format!("{line} Ferries stood still.")),
        read("two", &format!("Nobody was surprised. {line}")),
    ];
    let page = Html::new(&parallax.compare(&articles), &articles).to_string();
    assert!(page.contains("<b class=\"relation echo\">near copy</b>"));
    assert_eq!(page.matches("unpaid overtime").count(), 4);
}

#[test]
fn nothing_to_compare_is_said() {
    let page = page(&[]);
    assert!(page.contains("No claims were found"));
    assert!(!page.contains("<svg") && !page.contains("<table class=\"matrix"));
}

#[test]
fn every_address_is_given_once_and_every_link_leads_to_one() {
    let articles = in_house_articles();
    let page = page(&articles);
    let ids = values(&page, "id");
    let given: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), given.len(), "an address is given twice");
    for link in values(&page, "href") {
        let address = link.strip_prefix('#').expect("a link leaves the page");
        assert!(given.contains(address), "{link} leads nowhere");
    }
    for labelled in values(&page, "aria-labelledby") {
        assert!(given.contains(labelled), "no element is called {labelled}");
    }
    let claims = comparator().compare(&articles).claims().len();
    let addresses = ids.iter().filter(|id| id.starts_with("claim-")).count();
    assert_eq!(addresses, claims);
}

#[test]
fn two_articles_make_less_than_a_megabyte() {
    let mut pages = vec![("in-house", page(&in_house_articles()))];
    if let Some(folder) = folder() {
        pages.push(("labelled", page(&labelled_articles(&folder))));
    }
    for (name, page) in pages {
        assert!(page.len() < 1_000_000, "{name}: {} bytes", page.len());
        // To look at.
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.html"));
        std::fs::write(path, page).unwrap();
    }
}

#[test]
fn hostile_text_stays_text() {
    let text = format!(
        "<script>alert(1)</script> \"><img src=x onerror=alert(2)> '-alert(3)-' {{{{ page }}}} {{% raw %}} </style> &lt; \u{202e}olleh\u{202c} {}",
        "supercalifragilistic".repeat(500)
    );
    let claims: &[Told<'_>] = &[
        (
            &text,
            "\"><b>nor",
            Stance::Support,
            "'><i>legit",
            &["<u>x"],
            Mode::Say,
        ),
        (
            "onerror=alert(2)",
            "sud\" onclick=\"z",
            Stance::Oppose,
            "'><i>legit",
            &["<u>x"],
            Mode::Say,
        ),
    ];
    let page = page(&[
        article("\"><script>one", &text, claims),
        article("two\nlines", &text, claims),
    ]);
    for tag in [
        "<img",
        "<b>nor",
        "<i>legit",
        "<u>",
        "<script>a",
        "<script>o",
    ] {
        assert!(!page.contains(tag), "{tag}");
    }
    assert_eq!(page.matches("<script>").count(), 1);
    assert_eq!(page.matches("</style>").count(), 1);
    assert!(page.contains("{{ page }} {% raw %}"));
    assert!(!page.contains(['\u{202e}', '\u{202c}']));
    assert!(!values(&page, "onclick").iter().any(|_| true));
}
