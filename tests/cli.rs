//! The programs `annotate`, `compare`, `wording` and `evaluate` as their users meet them: what they print, what they say of bad input, and their exit status.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a helper of a test fails as the test does"
)]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

/// A folder of its own for each test, empty at the start.
fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("cli")
        .join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// A built example: it stands beside the folder of the test programs. `cargo test` builds examples, and `cargo test --test cli` alone doesn't.
fn program(name: &str) -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let path = test
        .parent()
        .unwrap()
        .parent()
        .unwrap()
        .join("examples")
        .join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    assert!(
        path.is_file(),
        "{} is missing: `cargo build --examples` makes it",
        path.display()
    );
    path
}

struct Ran {
    out: String,
    messages: String,
    status: i32,
}

/// Runs `line`, a program and its arguments, in `folder` with `input` on standard input.
fn run_with(folder: &Path, line: &str, input: &[u8]) -> Ran {
    let mut words = line.split(' ');
    let mut child = Command::new(program(words.next().unwrap()))
        .args(words)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that stops before it has read everything closes its end.
    let _ = child.stdin.take().unwrap().write_all(input);
    let done = child.wait_with_output().unwrap();
    Ran {
        out: String::from_utf8(done.stdout).unwrap(),
        messages: String::from_utf8(done.stderr).unwrap(),
        status: done.status.code().unwrap(),
    }
}

fn run(folder: &Path, line: &str) -> Ran {
    run_with(folder, line, b"")
}

/// Messages and exit status, to look at.
fn said(ran: &Ran) -> String {
    format!("{}exit status {}", ran.messages, ran.status)
}

/// The documents that the lines of a layer are of, in order.
fn documents(ran: &Ran) -> Vec<String> {
    let mut names: Vec<_> = ran
        .out
        .lines()
        .map(|line| {
            serde_json::from_str::<Value>(line).unwrap()["document"]
                .as_str()
                .unwrap()
                .to_owned()
        })
        .collect();
    names.dedup();
    names
}

const RIVER: &str = "The river rises\n\nJane Roe, The Outlet, March 3, 2021\n\nThe river rose in the night. Nobody slept.\n";

#[test]
fn sentences_are_lines_with_places_in_the_file() {
    let folder = folder("sentences");
    fs::write(
        folder.join("river.txt"),
        format!("\u{feff}{}", RIVER.replace('\n', "\r\n")),
    )
    .unwrap();
    let ran = run(&folder, "annotate --layer sentences river.txt");
    insta::assert_snapshot!(ran.out, @r#"
    {"document":"river","index":0,"start":3,"end":18,"text":"The river rises","kind":"heading"}
    {"document":"river","index":1,"start":22,"end":57,"text":"Jane Roe, The Outlet, March 3, 2021","kind":"furniture"}
    {"document":"river","index":2,"start":61,"end":89,"text":"The river rose in the night.","kind":"body"}
    {"document":"river","index":3,"start":90,"end":103,"text":"Nobody slept.","kind":"body"}
    "#);
    assert_eq!(said(&ran), "exit status 0");
    let bytes = fs::read(folder.join("river.txt")).unwrap();
    for line in ran.out.lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        let place = |key: &str| usize::try_from(line[key].as_u64().unwrap()).unwrap();
        assert_eq!(
            line["text"].as_str().unwrap().as_bytes(),
            &bytes[place("start")..place("end")]
        );
    }
}

#[test]
fn files_that_cannot_be_read_are_named_and_the_others_done() {
    let folder = folder("unreadable");
    fs::write(folder.join("river.txt"), RIVER).unwrap();
    fs::write(
        folder.join("latin.txt"),
        b"The river rises\nIn Malm\xf6 it rose.\n",
    )
    .unwrap();
    fs::write(folder.join("wide.txt"), b"\xff\xfeT\0h\0e\0").unwrap();
    fs::write(folder.join("wide.jsonl"), b"\xff\xfe{\0\"\0").unwrap();
    fs::write(folder.join("bare-wide.txt"), b"T\0h\0e\0 \0").unwrap();
    fs::create_dir(folder.join("corpus")).unwrap();
    let ran = run(
        &folder,
        "annotate --layer sentences missing.txt corpus latin.txt wide.txt wide.jsonl bare-wide.txt river.txt",
    );
    insta::assert_snapshot!(said(&ran), @r"
    annotate: corpus: there is no article in this folder (files that end in .txt, .text, .md, .markdown, .html, .htm, .xhtml, .jsonl, .ndjson)
    annotate: note: wide.txt: another file is called wide too, so this one goes by wide.txt
    annotate: note: wide.jsonl: another file is called wide too, so this one goes by wide.jsonl
    annotate: missing.txt: there is no such file
    annotate: latin.txt: the text is not UTF-8: byte 0xf6 at offset 23 (line 2)
    annotate: wide.txt: the text is UTF-16 (little-endian), by its byte-order mark: save it as UTF-8
    annotate: wide.jsonl: the text is UTF-16 (little-endian), by its byte-order mark: save it as UTF-8
    annotate: bare-wide.txt: this is no text: 4 of 8 bytes are NUL (UTF-16 without a byte-order mark has as many)
    exit status 1
    ");
    assert_eq!(documents(&ran), ["river"]);
}

#[test]
fn files_without_words_are_read_and_noted() {
    let folder = folder("wordless");
    fs::write(folder.join("empty.txt"), "").unwrap();
    fs::write(folder.join("blank.txt"), " \r\n\t\n\u{feff}\0").unwrap();
    fs::write(folder.join("empty.jsonl"), "\n\n").unwrap();
    let ran = run(
        &folder,
        "annotate --layer sentences empty.txt blank.txt empty.jsonl",
    );
    insta::assert_snapshot!(said(&ran), @r"
    annotate: note: empty.txt: another file is called empty too, so this one goes by empty.txt
    annotate: note: empty.jsonl: another file is called empty too, so this one goes by empty.jsonl
    annotate: note: empty.txt: there is no text in empty.txt
    annotate: note: blank.txt: there is no text in blank
    annotate: note: empty.jsonl: there is no record in it
    exit status 0
    ");
    assert_eq!(ran.out, "");
}

#[test]
fn nul_bytes_and_carriage_returns_are_kept() {
    let folder = folder("nul");
    fs::write(
        folder.join("nul.txt"),
        "The river\0 rose in the night.\r\rNobody\0slept.\r\n",
    )
    .unwrap();
    let ran = run(&folder, "annotate --layer sentences nul.txt");
    assert_eq!(said(&ran), "exit status 0");
    let texts: Vec<_> = ran
        .out
        .lines()
        .map(|line| {
            serde_json::from_str::<Value>(line).unwrap()["text"]
                .as_str()
                .unwrap()
                .to_owned()
        })
        .collect();
    assert_eq!(texts, ["The river\0 rose in the night.", "Nobody\0slept."]);
}

#[test]
fn broken_records_are_named_by_their_lines() {
    let folder = folder("records");
    let corpus = "{\"id\": \"a\", \"text\": \"The river rose.\", \"date\": \"2021-02-30\"}\n{\"id\": \"b\", \"text\": \n\n[1, 2]\n{\"id\": \"c\"}\n\
        {\"id\": \"d\", \"text\": 5}\n{\"id\": \"e\", \"text\": \"\\ud800\"}\n{\"text\": \"It fell.\"}\n{\"id\": \"a\", \"text\": \"It rose again.\"}\n";
    fs::write(folder.join("corpus.jsonl"), corpus).unwrap();
    let ran = run(&folder, "annotate --layer sentences corpus.jsonl");
    insta::assert_snapshot!(said(&ran), @r"
    annotate: corpus.jsonl: line 1: `2021-02-30` is no date: the calendar has no such day
    annotate: corpus.jsonl: line 2: the record is no JSON: EOF while parsing a value at line 1 column 19 of it
    annotate: corpus.jsonl: line 4: the record is no object
    annotate: corpus.jsonl: line 5: the record has no `text`
    annotate: corpus.jsonl: line 6: `text` is not a string
    annotate: corpus.jsonl: line 7: the record is no JSON: unexpected end of hex escape at line 1 column 28 of it
    annotate: note: corpus.jsonl: the id a was taken before, so this article goes by a-2
    exit status 1
    ");
    assert_eq!(documents(&ran), ["a", "corpus-8", "a-2"]);
}

#[test]
fn files_of_one_stem_are_told_apart_and_a_file_given_twice_is_read_once() {
    let folder = folder("stems");
    for name in [
        "2022/river.txt",
        "2024/river.txt",
        "2024/river.md",
        "lake.txt",
    ] {
        fs::create_dir_all(folder.join(name).parent().unwrap()).unwrap();
        fs::write(folder.join(name), RIVER).unwrap();
    }
    let ran = run(
        &folder,
        "annotate --layer sentences 2022/river.txt 2024/river.txt lake.txt ./lake.txt",
    );
    insta::assert_snapshot!(said(&ran), @r"
    annotate: note: ./lake.txt: given twice, read once
    annotate: note: 2022/river.txt: another file is called river too, so this one goes by 2022/river
    annotate: note: 2024/river.txt: another file is called river too, so this one goes by 2024/river
    exit status 0
    ");
    assert_eq!(documents(&ran), ["2022/river", "2024/river", "lake"]);
    let ran = run(
        &folder,
        "compare --format json 2022/river.txt 2024/river.txt --date 2022/river=2022 --date river=2024",
    );
    insta::assert_snapshot!(said(&ran), @r"
    compare: note: 2022/river.txt: another file is called river too, so this one goes by 2022/river
    compare: note: 2024/river.txt: another file is called river too, so this one goes by 2024/river
    compare: --date river: no article that was read goes by this name
    exit status 2
    ");
    let json: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(json["documents"][0]["date"], "2022");
    assert_eq!(json["documents"][1]["date"], "2021-03-03");
    let ran = run(
        &folder,
        "annotate --layer sentences 2024/river.txt 2024/river.md",
    );
    assert_eq!(documents(&ran), ["river.txt", "river.md"]);
}

#[test]
fn folders_and_patterns_stand_for_the_articles_in_them() {
    let folder = folder("folders");
    let page = "<!DOCTYPE html><html><body><p>The river rose in the night, the mayor said.</p></body></html>";
    for (name, content) in [
        ("a/b.txt", RIVER),
        ("a/deep/c.htm", page),
        ("a/deep/d.jsonl", "{\"id\": \"e\", \"text\": \"It rose.\"}"),
        ("a/page.txt", page),
        ("a/.hidden.txt", RIVER),
        ("a/picture.png", "PNG"),
    ] {
        fs::create_dir_all(folder.join(name).parent().unwrap()).unwrap();
        fs::write(folder.join(name), content).unwrap();
    }
    let ran = run(&folder, "annotate --layer documents a a/b.txt");
    insta::assert_snapshot!(said(&ran), @r"
    annotate: note: a: 1 file left out, as articles end in .txt, .text, .md, .markdown, .html, .htm, .xhtml, .jsonl, .ndjson
    annotate: note: a/b.txt: given twice, read once
    exit status 0
    ");
    assert_eq!(documents(&ran), ["b", "c", "e", "page"]);
    let ran = run(&folder, "annotate --layer sentences a/*.txt");
    assert_eq!(documents(&ran), ["b", "page"]);
    let ran = run(&folder, "annotate --layer sentences a/*.md a/[ a");
    insta::assert_snapshot!(said(&ran), @r"
    annotate: a/*.md: no file is like this
    annotate: a/[: no such file, and no pattern either: invalid range pattern at character 3
    annotate: note: a: 1 file left out, as articles end in .txt, .text, .md, .markdown, .html, .htm, .xhtml, .jsonl, .ndjson
    exit status 2
    ");
    // An article would be lost.
    let ran = run(&folder, "compare a --output a/b.txt");
    insta::assert_snapshot!(said(&ran), @r"
    compare: note: a: 1 file left out, as articles end in .txt, .text, .md, .markdown, .html, .htm, .xhtml, .jsonl, .ndjson
    compare: --output a/b.txt: this is one of the articles, and would be lost
    exit status 2
    ");
    assert_eq!(fs::read_to_string(folder.join("a/b.txt")).unwrap(), RIVER);
}

#[test]
fn pages_that_cannot_be_read_are_named() {
    let folder = folder("pages");
    let deep = format!("<html>{}", "<div>".repeat(1_000));
    fs::write(folder.join("deep.html"), deep).unwrap();
    fs::write(
        folder.join("empty.html"),
        "<html><script>fill()</script></html>",
    )
    .unwrap();
    fs::write(
        folder.join("latin.html"),
        b"<html><meta charset=utf-8><body><p>The caf\xe9 closed on Monday.</p>",
    )
    .unwrap();
    let ran = run(
        &folder,
        "annotate --layer sentences deep.html empty.html latin.html",
    );
    insta::assert_snapshot!(said(&ran), @r"
    annotate: deep.html: the elements of the page are nested more than 400 deep: save its text instead
    annotate: empty.html: there is no text in the page: a page that a script fills must be saved after it was shown
    annotate: latin.html: there are bytes that are no UTF-8: each was replaced by U+FFFD
    exit status 1
    ");
    assert_eq!(documents(&ran), ["latin"]);
}

#[test]
fn standard_input_is_a_file_of_text_or_of_records() {
    let folder = folder("stdin");
    let ran = run_with(&folder, "annotate --layer sentences -", RIVER.as_bytes());
    assert_eq!(
        (documents(&ran), said(&ran)),
        (vec!["stdin".to_owned()], "exit status 0".to_owned())
    );
    let ran = run_with(
        &folder,
        "annotate --layer sentences -",
        b" {\"id\": \"a\", \"text\": \"It rose.\"}\n{\"text\": \"It fell.\"}",
    );
    assert_eq!(documents(&ran), ["a", "stdin-2"]);
    let ran = run_with(&folder, "annotate --layer sentences - -", b"\xff");
    insta::assert_snapshot!(said(&ran), @r"
    annotate: note: -: given twice, read once
    annotate: -: the text is not UTF-8: byte 0xff at offset 0 (line 1)
    exit status 1
    ");
}

/// What the programs say of these command lines, in a folder with two articles.
fn said_of(folder: &Path, lines: &[&str]) -> String {
    for name in ["river.txt", "lake.txt"] {
        fs::write(folder.join(name), RIVER).unwrap();
    }
    let said = |line: &&str| format!("$ {line}\n{}", said(&run(folder, line)));
    lines.iter().map(said).collect::<Vec<_>>().join("\n\n")
}

#[test]
fn options_that_are_wrong_are_explained() {
    let folder = folder("usage-options");
    insta::assert_snapshot!(said_of(&folder, &[
        "annotate --layer sentences --date river=soon river.txt",
        "annotate --layer sentences --date river river.txt",
        "annotate --layer claim river.txt",
        "annotate --pack-only river.txt",
        "compare --format pdf river.txt lake.txt",
    ]), @r"
    $ annotate --layer sentences --date river=soon river.txt
    error: invalid value 'river=soon' for '--date <STEM=DATE>': `soon` is no date: write 2024-02-13, 2024-02, 2024 or February 13, 2024

    For more information, try '--help'.
    exit status 2

    $ annotate --layer sentences --date river river.txt
    error: invalid value 'river' for '--date <STEM=DATE>': write STEM=DATE, for instance article-2022=2022-09

    For more information, try '--help'.
    exit status 2

    $ annotate --layer claim river.txt
    error: invalid value 'claim' for '--layer <LAYER>'
      [possible values: documents, sentences, attributions, claims]

      tip: a similar value exists: 'claims'

    For more information, try '--help'.
    exit status 2

    $ annotate --pack-only river.txt
    error: the following required arguments were not provided:
      --pack <FILE>

    Usage: annotate --pack <FILE> --pack-only <FILE>...

    For more information, try '--help'.
    exit status 2

    $ compare --format pdf river.txt lake.txt
    error: invalid value 'pdf' for '--format <FORMAT>'
      [possible values: markdown, html, table, json, graphml]

    For more information, try '--help'.
    exit status 2
    ");
}

#[test]
fn too_few_articles_and_dates_of_none_are_explained() {
    let folder = folder("usage-articles");
    insta::assert_snapshot!(said_of(&folder, &[
        "annotate",
        "annotate --layer sentences --date rivr=2021 river.txt",
        "compare river.txt",
        "compare river.txt ./river.txt",
        "compare river.txt missing.txt",
        "compare --date 2023=2023 --format table",
    ]), @r"
    $ annotate
    annotate: no article is given; `--help` tells how
    exit status 2

    $ annotate --layer sentences --date rivr=2021 river.txt
    annotate: --date rivr: no article that was read goes by this name
    exit status 2

    $ compare river.txt
    compare: a comparison needs two articles or more, and only river was read
    exit status 2

    $ compare river.txt ./river.txt
    compare: note: ./river.txt: given twice, read once
    compare: a comparison needs two articles or more, and only river was read
    exit status 2

    $ compare river.txt missing.txt
    compare: missing.txt: there is no such file
    compare: a comparison needs two articles or more, and only river was read
    exit status 1

    $ compare --date 2023=2023 --format table
    compare: --date 2023: no article that was read goes by this name
    exit status 2
    ");
}

#[test]
fn no_output_is_written_over_an_article() {
    let folder = folder("usage-output");
    insta::assert_snapshot!(said_of(&folder, &[
        "annotate --output river.txt river.txt",
        "annotate --output nowhere/out.txt river.txt",
    ]), @r"
    $ annotate --output river.txt river.txt
    annotate: --output river.txt: this is one of the articles, and would be lost
    exit status 2

    $ annotate --output nowhere/out.txt river.txt
    annotate: --output nowhere/out.txt: it can't be written: No such file or directory (os error 2)
    exit status 1
    ");
    assert_eq!(fs::read_to_string(folder.join("river.txt")).unwrap(), RIVER);
}

#[test]
fn a_pack_with_mistakes_is_refused_with_all_of_them() {
    let folder = folder("pack");
    fs::write(folder.join("river.txt"), RIVER).unwrap();
    fs::write(folder.join("mine.toml"), "[[actor]]\nid = \"mayor\"\nnaem = \"Mayor\"\n\n[[position]]\nid = \"wall\"\nquestion = 5\n").unwrap();
    let ran = run(
        &folder,
        "annotate --pack mine.toml --pack missing.toml river.txt",
    );
    insta::assert_snapshot!(said(&ran), @r#"
    annotate: mine.toml: the pack has 4 mistakes, so nothing was done

    error: an actor lacks `name`
     --> mine.toml:1:1
      |
    1 | [[actor]]
      | ^^^^^^^^^
      = help: add name = "…"

    error: an actor lacks `kind`
     --> mine.toml:1:1
      |
    1 | [[actor]]
      | ^^^^^^^^^
      = help: add kind = "state", or what it is

    error: unknown key `naem` in an actor
     --> mine.toml:3:1
      |
    3 | naem = "Mayor"
      | ^^^^
      = help: did you mean `name`? An actor has `id`, `name`, `kind`, `names`, `demonyms`, `seats`, `people` and `descriptions`

    error: `question` must be a text, not a number
     --> mine.toml:7:12
      |
    7 | question = 5
      |            ^

    annotate: missing.toml: there is no such file
    exit status 1
    "#);
    assert_eq!(ran.out, "");
}

/// A pack of a quarrel over a sea wall.
const WALL: &str = r#"
[[actor]]
id = "harlow"
name = "Harlow"
kind = "state"

[[actor]]
id = "norland"
name = "Norland"
kind = "state"

[[position]]
id = "wall"
question = "Is the wall to be built?"

[[list]]
id = "plan"
words = ["plan", "draft"]

[[cue]]
id = "block-plan"
position = "wall"
stance = "oppose"
verb = ["block"]
subject = "actor"
object = { like = "plan", owner = "target?" }
examples = [{ text = "Harlow blocked Norland's plan.", actor = "harlow", target = ["norland"] }]
counterexamples = ["Harlow blocked the road."]

[[attribution]]
id = "say"
verb = ["say"]
takes = ["that", "clause", "quotation"]
sense = "said"
examples = [{ text = "Harlow said that it would rain.", source = "Harlow", cue = "said", content = "that it would rain" }]
counterexamples = ["Harlow is said to be old."]
"#;

#[test]
fn claims_are_lines_with_the_keys_of_the_format() {
    let folder = folder("claims");
    fs::write(folder.join("wall.toml"), WALL).unwrap();
    fs::write(
        folder.join("wall.txt"),
        "A quarrel over a wall\n\nHarlow blocked Norland's plan on Tuesday.\n",
    )
    .unwrap();
    let ran = run(
        &folder,
        "annotate --layer claims --pack-only --pack wall.toml --date wall=2021-03-03 wall.txt",
    );
    insta::assert_snapshot!(ran.out, @r#"{"document":"wall","sentence":{"index":1,"start":23,"end":64},"evidence":{"start":30,"end":52,"text":"blocked Norland's plan"},"speaker":"author","mention":{"start":23,"end":29,"text":"Harlow"},"mode":"act","negated":false,"hedged":false,"date":"2021-03-02","rule":"block-plan","actor":"harlow","position":"wall","stance":"oppose","target":["norland"],"trace":[{"kind":"cue","rule":"block-plan","start":30,"end":37,"text":"blocked","actor":null},{"kind":"actor","rule":null,"start":23,"end":29,"text":"Harlow","actor":"harlow"},{"kind":"target","rule":null,"start":38,"end":45,"text":"Norland","actor":"norland"}]}"#);
    assert_eq!(said(&ran), "exit status 0");
    let table = run(&folder, "annotate --pack-only --pack wall.toml wall.txt");
    insta::assert_snapshot!(table.out, @r"
    wall: A quarrel over a wall
      2 sentences, 0 attributions, 1 claim
      line  actor   stance  position  target   how  speaker  words
      3     harlow  oppose  wall      norland  act  author   blocked Norland's plan
    ");
    assert_eq!(said(&table), "exit status 0");
}

#[test]
fn attributions_are_lines_with_the_keys_of_the_format() {
    let folder = folder("attributions");
    fs::write(folder.join("wall.toml"), WALL).unwrap();
    fs::write(
        folder.join("said.txt"),
        "“The river rose,” Harlow said on Tuesday.\n",
    )
    .unwrap();
    let ran = run(
        &folder,
        "annotate --layer attributions --pack-only --pack wall.toml said.txt",
    );
    insta::assert_snapshot!(ran.out, @r#"
    {"document":"said","source":[{"start":22,"end":28,"text":"Harlow"}],"cue":[{"start":29,"end":33,"text":"said"}],"content":[{"start":0,"end":21,"text":"“The river rose,”"}],"kind":"direct","sense":"said","negated":false,"actor":"harlow"}
    "#);
    assert_eq!(said(&ran), "exit status 0");
}

#[test]
fn a_table_shows_no_control_character() {
    let folder = folder("table");
    fs::write(
        folder.join("river.txt"),
        "The \u{1b}[31mriver\u{202e} rose.\n",
    )
    .unwrap();
    let ran = run(
        &folder,
        "annotate --layer sentences --format table river.txt",
    );
    insta::assert_snapshot!(ran.out, @r"
    river
      1 sentence, 0 attributions, 0 claims
      line  kind  words
      1     body  The �[31mriver� rose.
    ");
}

#[test]
fn compare_without_articles_compares_its_own() {
    let folder = folder("own");
    for format in ["markdown", "json", "table"] {
        let ran = run(&folder, &format!("compare --format {format}"));
        assert_eq!(said(&ran), "exit status 0");
        assert!(!ran.out.is_empty(), "{format}");
    }
    let json: Value =
        serde_json::from_str(&run(&folder, "compare --format json --date 2022=2021-05").out)
            .unwrap();
    assert_eq!(json["documents"][0]["date"], "2021-05");
    assert_eq!(json["documents"][1]["document"], "2024");
}

#[test]
fn compare_writes_to_a_file_what_it_would_print() {
    let folder = folder("output");
    let printed = run(&folder, "compare");
    let written = run(&folder, "compare --output report.md");
    assert_eq!(
        (written.out.as_str(), said(&written).as_str()),
        ("", "exit status 0")
    );
    assert_eq!(
        fs::read_to_string(folder.join("report.md")).unwrap(),
        printed.out
    );
}

#[test]
fn any_number_of_threads_prints_the_same() {
    let folder = folder("threads");
    let records: String = (0..60)
        .map(|at| {
            let text = "Russia vetoed the draft resolution. ".repeat(1 + at % 7 * 5);
            format!("{{\"id\": \"n{at}\", \"text\": \"{text}\"}}\n")
        })
        .collect();
    fs::write(folder.join("corpus.jsonl"), records).unwrap();
    let once = run(&folder, "annotate --layer claims --threads 1 corpus.jsonl");
    assert_eq!(documents(&once).len(), 60);
    for threads in [2, 3] {
        let ran = run(
            &folder,
            &format!("annotate --layer claims --threads {threads} corpus.jsonl"),
        );
        assert_eq!(ran.out, once.out, "{threads} threads");
    }
    let none = run(&folder, "annotate --threads 0 corpus.jsonl");
    assert_eq!(none.status, 2);
}

/// Whoever stops a corpus that is being read keeps whole lines, those of so many articles as are named.
#[cfg(unix)]
#[test]
fn a_stop_signal_leaves_whole_lines() {
    use std::io::Read;

    for signal in ["INT", "TERM", "HUP"] {
        let mut child = Command::new(program("annotate"))
            .args(["--layer", "sentences", "--threads", "2", "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut input = child.stdin.take().unwrap();
        let mut out = child.stdout.take().unwrap();
        for at in 0..150 {
            let text = "The river rose in the night. Nobody slept.";
            writeln!(input, "{{\"id\": \"n{at}\", \"text\": \"{text}\"}}").unwrap();
        }
        // Something has been printed, and the program waits for a record that doesn't come.
        let mut printed = [0; 1];
        out.read_exact(&mut printed).unwrap();
        let killed = Command::new("kill")
            .args(["-s", signal, &child.id().to_string()])
            .status()
            .unwrap();
        assert!(killed.success());
        let mut rest = String::new();
        out.read_to_string(&mut rest).unwrap();
        let mut messages = String::new();
        child
            .stderr
            .take()
            .unwrap()
            .read_to_string(&mut messages)
            .unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(130), "SIG{signal}");
        drop(input);
        let out = String::from_utf8(printed.to_vec()).unwrap() + &rest;
        assert!(out.ends_with('\n'), "a line was cut");
        let ran = Ran {
            out,
            messages,
            status: 130,
        };
        let documents = documents(&ran);
        let expected: Vec<String> = (0..documents.len()).map(|at| format!("n{at}")).collect();
        assert_eq!(documents, expected);
        assert_eq!(
            ran.messages,
            format!(
                "annotate: stopped by a signal after {} articles, which are written whole\n",
                documents.len()
            )
        );
        assert_eq!(ran.out.lines().count(), 2 * documents.len());
    }
}

#[test]
fn a_line_of_many_megabytes_is_read() {
    let folder = folder("long");
    // The debug build that tests run is slow: a megabyte shows what fifty would.
    fs::write(
        folder.join("long.txt"),
        "The river rose in the night and ".repeat(32_000),
    )
    .unwrap();
    let ran = run(&folder, "annotate --layer sentences long.txt");
    assert_eq!(said(&ran), "exit status 0");
    assert!(ran.out.len() > 1_000_000);
}

#[test]
fn wording_scores_a_pair_a_line_and_names_bad_lines() {
    let folder = folder("wording");
    let lines = concat!(
        r#"{"left": "The vote passed.", "right": "The vote did not pass."}"#,
        "\nno pair\n",
        r#"{"left": "The vote passed.", "right": "The vote passed.", "id": 7}"#,
        "\n\n",
        r#"{"left": "The vote passed."}"#,
        "\n",
    );
    let ran = run_with(&folder, "wording", lines.as_bytes());
    let out: Vec<Value> = ran
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(out.len(), 2, "{}", ran.out);
    assert_eq!(out[0]["opposed"], true);
    assert_eq!(out[1], serde_json::json!({"score": 1.0, "opposed": false}));
    let named: Vec<&str> = ran.messages.lines().collect();
    assert_eq!(named.len(), 2, "{}", ran.messages);
    assert!(named[0].starts_with("wording: standard input, line 2: "));
    assert!(named[1].starts_with("wording: standard input, line 5: "));
    assert_eq!(ran.status, 1);
}

const VETO: &str = "Russia vetoed the American draft resolution.\n\nHamas rejected the truce.\n";

#[test]
fn evaluate_holds_claims_against_labels_of_both_forms() {
    let folder = folder("evaluate");
    fs::write(folder.join("veto.txt"), VETO).unwrap();
    let json = concat!(
        r#"{"document": "veto", "quote": "Russia", "evidence": "vetoed the American draft resolution", "actor": "russia", "#,
        r#""position": "un_blocking", "stance": "support", "target": ["united_states"]}"#,
        "\n",
        r#"{"document": "veto", "evidence": "no such words", "actor": "russia", "position": "un_blocking", "stance": "support"}"#,
        "\n",
        r#"{"document": "elsewhere", "evidence": "x", "actor": "a", "position": "b", "stance": "oppose"}"#,
        "\n",
    );
    fs::write(folder.join("labels.jsonl"), json).unwrap();
    let standoff = "T1\tun_blocking 7 43\tvetoed the American draft resolution\nA1\tStance T1 oppose\n\
                    #1\tAnnotatorNotes T1\tactor=russia target=united_states\n";
    fs::write(folder.join("veto.ann"), standoff).unwrap();

    let ran = run(&folder, "evaluate --labels labels.jsonl veto.txt");
    assert_eq!(
        said(&ran),
        "evaluate: labels.jsonl, line 2: these words do not stand in veto: no such words\n\
         evaluate: note: labels.jsonl: 1 labels are of articles that were not given\nexit status 1"
    );
    let row = |ran: &Ran, name: &str| {
        let line = ran
            .out
            .lines()
            .find(|line| line.starts_with(name))
            .unwrap()
            .to_owned();
        line.strip_prefix(name)
            .unwrap()
            .split_whitespace()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        row(&ran, "un_blocking"),
        ["1", "1", "1", "100.0", "100.0", "100.0"]
    );
    assert!(ran.out.contains("Krippendorff's alpha"));

    // Against the other stance nothing is found, and the two stand side by side.
    let ran = run(&folder, "evaluate --labels veto.ann veto.txt");
    assert_eq!(said(&ran), "exit status 0");
    assert_eq!(
        row(&ran, "un_blocking"),
        ["1", "1", "0", "0.0", "0.0", "0.0"]
    );
    assert!(
        ran.out.contains("russia: oppose un_blocking"),
        "{}",
        ran.out
    );
    assert!(
        ran.out.contains("russia: support un_blocking"),
        "{}",
        ran.out
    );

    // Two sets of labels against each other.
    let ran = run(
        &folder,
        "evaluate --labels veto.ann --claims veto.ann veto.txt",
    );
    assert_eq!(
        row(&ran, "all, and target"),
        ["1", "1", "1", "100.0", "100.0", "100.0"]
    );
}

#[test]
fn brat_standoff_goes_to_a_folder_and_stays_in_it() {
    let folder = folder("brat");
    let record = r#"{"id":"../up/one","text":"Russia vetoed the American draft resolution."}"#;
    fs::write(folder.join("corpus.jsonl"), format!("{record}\n")).unwrap();
    let ran = run(
        &folder,
        "annotate corpus.jsonl --format brat --output standoff",
    );
    assert_eq!(said(&ran), "exit status 0");
    let mut names: Vec<_> = fs::read_dir(folder.join("standoff"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort_unstable();
    assert_eq!(names, ["-up-one.ann", "-up-one.txt", "annotation.conf"]);
}

#[test]
fn only_claims_take_the_form_of_another_program() {
    let folder = folder("exports");
    fs::write(folder.join("river.txt"), RIVER).unwrap();
    let ran = run(&folder, "annotate --layer sentences --format csv river.txt");
    insta::assert_snapshot!(said(&ran), @r"
    annotate: --format: only the claims have this form; leave --layer out
    exit status 2
    ");
}
