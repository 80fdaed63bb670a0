//! The guide for those who write packs: its snippets are a sound pack, and what it shows is what the program prints.
//!
//! `UPDATE_GUIDE=1 cargo test --test guide` writes what is printed now into the page; read the difference before you commit it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a helper of a test fails as the test does"
)]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// An article on the guide's subject, for `coverage` and `diff`.
const ARTICLE: &str = "Steel and water\n\nNorland imposed a tariff on Westmarker steel in March. Westmark slapped a toll on steel from Norland. \
    Ada Holm defended the tariff on steel. Norland introduced a bill on ferries, and a surcharge on steel.\n";

/// The files that the commands of the guide read.
fn files(toml: &str) -> [(&'static str, String); 6] {
    [
        ("tariffs.toml", toml.to_owned()),
        (
            "wrong-stance.toml",
            toml.replacen("stance = \"support\"", "stance = \"oppose\"", 1),
        ),
        (
            "misspelt.toml",
            toml.replacen("stance = \"support\"", "stance = \"suport\"", 1)
                .replace("like = \"tariff_word\"", "like = \"tarif_word\""),
        ),
        (
            "wider.toml",
            toml.replace("\"import tax\"", "\"import tax\", \"surcharge\", \"toll\""),
        ),
        (
            "words.csv",
            "word,note\ntariff,\ncustoms duty,old\n".to_owned(),
        ),
        ("article.txt", ARTICLE.to_owned()),
    ]
}

#[test]
fn the_guide_shows_what_the_program_prints() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/pack/GUIDE.md");
    let mut page = fs::read_to_string(&path).unwrap();
    let toml: String = blocks(&page, "toml")
        .into_iter()
        .map(|(start, end)| format!("{}\n", &page[start..end]))
        .collect();
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("guide");
    fs::create_dir_all(&folder).unwrap();
    for (name, text) in files(&toml) {
        fs::write(folder.join(name), text).unwrap();
    }
    let commands = blocks(&page, "console");
    assert!(commands.len() >= 8, "the guide shows no commands");
    let mut stale = String::new();
    // From the last to the first, so that places stay right.
    for (start, end) in commands.into_iter().rev() {
        let line = page[start..end].lines().next().unwrap().to_owned();
        let shown = format!("{line}\n{}", run(&folder, &line));
        if page[start..end] != shown {
            stale = format!("{shown}\n{stale}");
            page.replace_range(start..end, &shown);
        }
    }
    if env::var_os("UPDATE_GUIDE").is_some() {
        fs::write(&path, &page).unwrap();
    } else {
        assert!(
            stale.is_empty(),
            "the guide is out of date. If this is as it should be, `UPDATE_GUIDE=1 cargo test --test guide` puts it in.\n\n{stale}"
        );
    }
}

/// Where the insides of the fenced blocks of a language stand.
fn blocks(page: &str, language: &str) -> Vec<(usize, usize)> {
    let fence = format!("```{language}\n");
    let found = page.match_indices(&fence);
    found
        .map(|(at, fence)| {
            let start = at + fence.len();
            (start, start + page[start..].find("```").unwrap())
        })
        .collect()
}

/// What the program prints, messages after results; words in quotation marks are one argument.
fn run(folder: &Path, line: &str) -> String {
    let words = line.strip_prefix("$ pack ").unwrap();
    let arguments = words.split('"').enumerate().flat_map(|(index, part)| {
        let quoted = index % 2 == 1;
        let parts: Vec<&str> = if quoted {
            vec![part]
        } else {
            part.split_whitespace().collect()
        };
        parts
    });
    let test = env::current_exe().unwrap();
    let name = format!("pack{}", env::consts::EXE_SUFFIX);
    let built = test.ancestors().nth(2).unwrap().join("examples").join(name);
    let output = Command::new(&built)
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap_or_else(|error| panic!("{}: {error}", built.display()));
    let printed = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
    let lines: Vec<String> = printed
        .concat()
        .lines()
        .map(|line| line.trim_end().to_owned())
        .collect();
    format!("{}\n", lines.join("\n").trim_end())
}
