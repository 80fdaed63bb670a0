//! Whatever the fast reader gives, the `toml` crate gives too.

use proptest::prelude::*;
use toml::de::DeTable;

use super::*;

/// The keys of every table in order of place: the readers are free in it.
fn sort(value: &mut Value<'_>) {
    match value {
        Value::Table(tree) => {
            tree.keys
                .iter_mut()
                .for_each(|key| sort(&mut key.item.value));
            tree.keys.sort_by_key(|key| key.at);
        }
        Value::List(items) => items.iter_mut().for_each(|item| sort(&mut item.value)),
        _ => {}
    }
}

fn sorted(tree: Tree<'_>) -> Value<'_> {
    let mut value = Value::Table(tree);
    sort(&mut value);
    value
}

/// Whether the text is plain; if so, both readers must give one tree.
fn is_plain(text: &str) -> bool {
    let Some(tree) = plain(text) else {
        return false;
    };
    let table = DeTable::parse(text).unwrap_or_else(|error| panic!("{text:?}: {error}"));
    assert_eq!(
        sorted(tree),
        sorted(Tree::of(table.into_inner())),
        "{text:?}"
    );
    true
}

#[test]
fn what_packs_are_made_of_is_plain() {
    for text in [
        "",
        "# only this",
        "a = 1",
        "[pack]\nname = \"x\" # why\n\n[[actor]]\r\nid = 'b'\r\n[[actor]]\n[[cue]]\n",
        "[[cue]]\na = [\n  \"x\", # one\n  { b = true, c = [false, 12] },\n]\nd = {}\ne = []\nf = \"\"\ng = ''\n",
        "[[cue]]\na = \"“é” \\\"quoted\\\" \\\\ tab\\t\"\n",
    ] {
        assert!(is_plain(text), "{text:?}");
    }
}

#[test]
fn what_needs_thought_is_left_to_the_other_reader() {
    let values = [
        "0",
        "01",
        "1.5",
        "1_000",
        "-1",
        "2021-06-13",
        "truely",
        "1\na = 2",
        "[{}]\n[[a]]",
        "[[[{}]]]\n[[a]]",
        "\"\"\"x\"\"\"",
        "'''x'''",
        "\"\\u00e9\"",
        "\"x",
        "'x",
        "[1",
        "[1 2]",
        "1 b = 2",
        "\"\u{1}\"",
        "1\rb = 2",
        "1\n]",
        "{b = 1, b = 2}",
        "{b = 1,}",
        "{\nb = 1}",
        "[[[[[[[[[1]]]]]]]]]",
        "",
    ];
    for value in values {
        let text = format!("a = {value}");
        assert!(!is_plain(&text), "{text:?}");
    }
    let texts = [
        "a.b = 1",
        "\"a\" = 1",
        "[a]\n[a]",
        "[a]\n[[a]]",
        "[[a]]\n[a]",
        "[a.b]",
        "[ a ]",
        "[[a]\n",
        "# \u{1}",
        "\u{feff}a = 1",
        "a",
        "= 1",
        "[a] b = 1",
    ];
    for text in texts {
        assert!(!is_plain(text), "{text:?}");
    }
}

#[test]
fn the_documentation_is_plain() {
    let readme = include_str!("../builtin/README.md");
    let blocks = readme.split("```toml\n").skip(1);
    let toml: String = blocks
        .filter_map(|block| block.split_once("```"))
        .map(|(toml, _)| toml)
        .collect();
    assert!(is_plain(&toml));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn both_readers_agree_on_whatever_is_plain(
        parts in proptest::collection::vec(
            r#"[ab]|[ab] = |=|[ ]|\[|\[\[[ab]\]\]|\]|\{|\}|,|"|'|"x"|'y'|\\n|\\"|\n|\n|\r\n|\r|#|12|true|é"#,
            0..24,
        ),
    ) {
        is_plain(&parts.concat());
    }

    #[test]
    fn both_readers_agree_on_what_looks_like_a_pack(
        lines in proptest::collection::vec(
            r#"(\[\[[ab]\]\]|\[[ab]\]|[a-f] = (1|"x"|'y'|true|\[\]|\[1, "z",?\]|\{\}|\{ [ab] = 1(, [ab] = '')? \}))[ ]?(#.?)?"#,
            0..8,
        ),
    ) {
        is_plain(&lines.join("\n"));
    }
}
