//! The README shows what the programs print, names the dependencies there are, and links to files that exist.
//!
//! A block of output stands under a line such as `<!-- output: compare --format table | from "What changed" | to "Who agrees" -->`: the
//! command, the words that its first line begins with, and those that begin the first line after it, or `to the end`.
//! `UPDATE_README=1 cargo test --test readme` writes what is printed now into the page; read the difference before you commit it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a helper of a test fails as the test does"
)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// A block of output in the README.
struct Shown {
    /// Program and arguments.
    command: String,
    from: String,
    /// `None`: to the end.
    to: Option<String>,
    /// Where the block's lines stand in the page.
    start: usize,
    end: usize,
}

#[test]
fn the_output_shown_is_what_the_programs_print() {
    let mut page = page("README.md");
    let blocks = shown(&page);
    assert!(blocks.len() >= 2, "the README shows no output");
    let mut stale = Vec::new();
    // From the last to the first, so that places stay right.
    for block in blocks.iter().rev() {
        let printed = excerpt(&run(&block.command), &block.from, block.to.as_deref());
        if page[block.start..block.end] != printed {
            stale.push(format!("`{}` prints now:\n\n{printed}", block.command));
            page.replace_range(block.start..block.end, &printed);
        }
    }
    if env::var_os("UPDATE_README").is_some() {
        fs::write(path("README.md"), &page).unwrap();
    } else {
        assert!(
            stale.is_empty(),
            "the README is out of date. If this is as it should be, `UPDATE_README=1 cargo test --test readme` puts it in.\n\n{}",
            stale.join("\n")
        );
    }
}

#[test]
fn the_table_of_dependencies_is_complete() {
    let manifest: toml::Table = page("Cargo.toml").parse().unwrap();
    let declared = manifest["dependencies"].as_table().unwrap().keys().cloned();
    let page = page("README.md");
    let (_, section) = page.split_once("## Dependencies").unwrap();
    let (section, _) = section.split_once("\n## ").unwrap();
    let named = section.lines().filter_map(|line| {
        let (name, _) = line.strip_prefix("| `")?.split_once('`')?;
        Some(name.to_owned())
    });
    assert_eq!(
        named.collect::<BTreeSet<_>>(),
        declared.collect::<BTreeSet<_>>()
    );
}

#[test]
fn links_and_paths_lead_somewhere() {
    for name in ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"] {
        let page = page(name);
        let links = page.split("](").skip(1);
        for link in links.filter_map(|rest| rest.split_once(')').map(|(link, _)| link)) {
            let is_outside = link.starts_with("https://");
            assert!(
                is_outside || path(link).exists(),
                "{name} links to {link}, which isn't there"
            );
        }
        let folders = ["src/", "tests/", "examples/", "benches/", ".ci/"];
        let code = page.split('`').skip(1).step_by(2);
        for words in code.filter(|code| folders.iter().any(|folder| code.starts_with(folder))) {
            let is_general = words.contains(['*', '<', '{', ' ']);
            assert!(
                is_general || path(words).exists(),
                "{name} names {words}, which isn't there"
            );
        }
    }
}

/// The marked blocks of a page, in order.
fn shown(page: &str) -> Vec<Shown> {
    let mut blocks = Vec::new();
    for (at, mark) in page.match_indices("<!-- output: ") {
        let (words, _) = page[at + mark.len()..].split_once(" -->").unwrap();
        let (command, limits) = words.split_once(" | from \"").unwrap();
        let (from, to) = limits.split_once("\" | to ").unwrap();
        let fence = "```text\n";
        let start = at + page[at..].find(fence).unwrap() + fence.len();
        let end = start + page[start..].find("```").unwrap();
        blocks.push(Shown {
            command: command.to_owned(),
            from: from.to_owned(),
            to: (to != "the end").then(|| to.trim_matches('"').to_owned()),
            start,
            end,
        });
    }
    blocks
}

/// The lines of `output` from the one that begins with `from` up to the one before `to`, without blank lines at the end.
fn excerpt(output: &str, from: &str, to: Option<&str>) -> String {
    let mut lines: Vec<&str> = output
        .lines()
        .map(str::trim_end)
        .skip_while(|line| !line.starts_with(from))
        .collect();
    assert!(
        !lines.is_empty(),
        "no line of the output begins with {from:?}"
    );
    if let Some(to) = to {
        // A rule under the first line is not the end of it.
        let end = lines.iter().skip(2).position(|line| line.starts_with(to));
        let end = end.unwrap_or_else(|| panic!("no line after {from:?} begins with {to:?}"));
        lines.truncate(end + 2);
    }
    format!("{}\n", lines.join("\n").trim_end())
}

/// What a built example prints; `cargo test` builds them.
fn run(command: &str) -> String {
    let mut words = command.split(' ');
    let test = env::current_exe().unwrap();
    let name = format!("{}{}", words.next().unwrap(), env::consts::EXE_SUFFIX);
    let built = test.ancestors().nth(2).unwrap().join("examples").join(name);
    let output = Command::new(&built)
        .args(words)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap_or_else(|error| panic!("{}: {error}", built.display()));
    assert!(output.status.success(), "{command}: {}", output.status);
    String::from_utf8(output.stdout).unwrap()
}

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn page(name: &str) -> String {
    fs::read_to_string(path(name))
        .unwrap()
        .replace("\r\n", "\n")
}
