//! Packs that are made to hurt: each ends, within seconds, in a pack or in an error.

use std::fmt::Write as _;

use parallax::Pack;
use parallax::pack::ProblemKind;
use proptest::prelude::*;

use super::count;

fn first_kind(text: &str) -> ProblemKind {
    let error = Pack::from_toml("mine.toml", text).expect_err("a pack with a mistake");
    error.problems()[0].kind().clone()
}

/// `count` actors, each with some names of its own.
fn actors(count: usize) -> String {
    let mut text = String::new();
    for index in 0..count {
        writeln!(
            text,
            "[[actor]]\nid = \"actor_{index}\"\nname = \"Actor {index}\"\nkind = \"party\"\nnames = [\"The {index}ers\"]\npeople = [\"Ann {index}\"]"
        )
        .unwrap();
    }
    text
}

#[test]
fn a_hundred_thousand_actors() {
    let pack = Pack::from_toml("mine.toml", &actors(100_000)).unwrap();
    assert_eq!(pack.actors().count(), 100_000);
}

#[test]
fn a_hundred_thousand_actors_of_one_name() {
    let mut text = String::new();
    for index in 0..100_000 {
        writeln!(text, "[[actor]]\nid = \"actor_{index}\"\nname = \"Same\"\nkind = \"party\"\npeople = [\"Ann Example\"]").unwrap();
    }
    assert_eq!(count(&text), 2 * 99_999);
}

#[test]
fn a_hundred_thousand_entries_of_one_id() {
    let text = "[[list]]\nid = \"truce\"\nwords = [\"truce\"]\n".repeat(100_000);
    assert_eq!(count(&text), 99_999);
}

#[test]
fn ten_thousand_unknown_ids_among_ten_thousand_actors() {
    let mut text = actors(10_000);
    for index in 0..10_000 {
        writeln!(
            text,
            "[[position]]\nid = \"p_{index}\"\nquestion = \"?p\"\nrelated = [\"q_{index}\"]"
        )
        .unwrap();
    }
    assert_eq!(count(&text), 10_000);
}

#[test]
fn ten_megabytes_on_one_line() {
    let words = "\"truce\", ".repeat(1_100_000);
    let pack = format!("[[list]]\nid = \"truce\"\nwords = [{words}]\n");
    assert!(pack.len() > 9_000_000);
    assert!(Pack::from_toml("mine.toml", &pack).is_ok());
    let bad = format!(
        "[[list]]\nid = \"truce\"\nwords = [{}]\n",
        "3, ".repeat(3_000_000)
    );
    let error = Pack::from_toml("mine.toml", &bad).unwrap_err();
    assert_eq!(error.problems().len() + error.omitted(), 3_000_000);
    assert!(error.to_string().len() < 100_000);
}

#[test]
fn a_hundred_thousand_keys_of_one_table() {
    let keys: String = (0..100_000)
        .map(|index| format!("key_{index} = 1\n"))
        .collect();
    assert_eq!(count(&keys), 100_000);
    assert_eq!(count(&format!("[pack]\n{keys}")), 100_000);
    let headers: String = (0..100_000)
        .map(|index| format!("[key_{index}]\n"))
        .collect();
    assert_eq!(count(&headers), 100_000);
}

#[test]
fn ten_megabytes_of_no_toml() {
    let parts = [
        ("= = =\n", 10_000_000),
        ("[[[[", 1_000_000),
        ("a = [\n", 1_000_000),
        ("\"", 1_000_000),
        ("\u{0}\n", 1_000_000),
        ("é", 1_000_000),
    ];
    for (part, length) in parts {
        let text = part.repeat(length / part.len());
        assert!(
            matches!(first_kind(&text), ProblemKind::Syntax(_)),
            "{part}"
        );
    }
}

#[test]
fn deep_nesting_is_an_error_and_no_overflow() {
    let depth = 200_000;
    let nested = [
        format!("a = {}1{}", "[".repeat(depth), "]".repeat(depth)),
        format!("a = {}1{}", "{ a = ".repeat(depth), " }".repeat(depth)),
        format!("{}a = 1", "a.".repeat(depth)),
        format!("[{}a]", "a.".repeat(depth)),
        format!("[[{}a]]", "a.".repeat(depth)),
    ];
    for text in nested {
        assert!(matches!(first_kind(&text), ProblemKind::Syntax(_)));
    }
}

#[test]
fn nesting_that_toml_allows_is_an_error_of_the_pack() {
    let text = format!(
        "[[list]]\nid = \"truce\"\nwords = {}1{}",
        "[".repeat(70),
        "]".repeat(70)
    );
    assert!(matches!(first_kind(&text), ProblemKind::WrongType { .. }));
}

#[test]
fn a_cue_of_a_thousand_words() {
    let long = "word ".repeat(1_000);
    let text = format!("[[list]]\nid = \"long\"\nwords = [\"{long}\"]\n");
    insta::assert_snapshot!(super::errors(&text), @r###"
error: `word word word word word word word word word word word word …` can't be met: 1000 words are more than a rule can have
 --> mine.toml:3:10
  |
3 | words = ["word word word word word word word word word word word word word word word word…
  |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: 64 words at most; keep those that carry the meaning
"###);
    let many: String = (0..1_000)
        .map(|index| format!("\"word{index}\", "))
        .collect();
    let text = format!("[[list]]\nid = \"many\"\nwords = [{many}]\n");
    assert!(Pack::from_toml("mine.toml", &text).is_ok());
}

#[test]
fn a_long_chain_of_positions() {
    let mut text = String::new();
    for index in 0..50_000 {
        let next = (index + 1) % 50_000;
        writeln!(
            text,
            "[[position]]\nid = \"p_{index}\"\nquestion = \"?p\"\nbefore = [\"p_{next}\"]"
        )
        .unwrap();
    }
    assert_eq!(count(&text), 1);
    assert!(super::errors(&text).len() < 2_000);
}

#[test]
fn positions_that_are_all_before_one_another() {
    let ids: Vec<_> = (0..300).map(|index| format!("\"p_{index}\"")).collect();
    let before = ids.join(", ");
    let positions = ids
        .iter()
        .map(|id| format!("[[position]]\nid = {id}\nquestion = \"?p\"\nbefore = [{before}]\n"));
    // A hundred rounds are told, and each position that names itself.
    assert_eq!(count(&positions.collect::<String>()), 100 + 300);
}

/// A part of the documentation's snippets with some bytes replaced.
fn damaged() -> impl Strategy<Value = String> {
    let snippets = super::readme::snippets();
    let length = snippets.len();
    let change = (
        0..length,
        0..12_usize,
        "[\\[\\]{}=\"',#a1\\\\\\n é\u{0}]{0,6}",
    );
    let part = (0..length, 0..length);
    (part, proptest::collection::vec(change, 0..6)).prop_map(move |((from, to), changes)| {
        let mut bytes = snippets.clone().into_bytes();
        for (at, removed, added) in changes {
            let end = (at + removed).min(bytes.len());
            bytes.splice(at.min(end)..end, added.bytes());
        }
        let (from, to) = (from.min(to).min(bytes.len()), from.max(to).min(bytes.len()));
        String::from_utf8_lossy(&bytes[from..to]).into_owned()
    })
}

proptest! {
    #[test]
    fn whatever_is_wrong_has_a_place_in_the_text(text in damaged()) {
        if let Err(error) = Pack::from_toml("mine.toml", &text) {
            let problems = error.problems();
            prop_assert!(!problems.is_empty());
            prop_assert!(problems.is_sorted_by_key(|problem| problem.span()));
            let lines = text.split('\n').count();
            for problem in problems {
                prop_assert!(problem.span().end() <= text.len());
                prop_assert!(text.is_char_boundary(problem.span().start()));
                prop_assert!(text.is_char_boundary(problem.span().end()));
                prop_assert!((1..=lines).contains(&problem.line()));
                prop_assert!(problem.column() >= 1);
                let shown = problem.to_string();
                let is_safe = !shown.contains(char::from(0));
                prop_assert!(is_safe, "a control character is shown");
            }
        }
    }
}
