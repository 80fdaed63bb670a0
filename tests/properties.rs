//! What holds for every text and every pack: nothing is lost, spans lie on character boundaries, the same bytes come out
//! whatever the order of rules, runs and threads, and no text makes the reader panic or hang.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "helpers of a test fail as the test does"
)]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;
use std::thread;

use parallax::{Article, Document, Pack, Parallax, Span};
use proptest::prelude::*;

static PARALLAX: LazyLock<Parallax> = LazyLock::new(|| Parallax::new(Pack::builtin()));

const ARTICLES: [&str; 2] = [
    include_str!("../examples/articles/2022.txt"),
    include_str!("../examples/articles/2024.txt"),
];

fn annotate(text: &str) -> Article {
    PARALLAX.annotate(&Document::from_text("text", text))
}

/// Everything that was found, as one text.
fn all(article: &Article) -> String {
    let mut out = String::new();
    for sentence in article.sentences() {
        writeln!(out, "{sentence:?}").unwrap();
    }
    for attribution in article.attributions() {
        writeln!(out, "{attribution:?}").unwrap();
    }
    for claim in article.claims() {
        writeln!(out, "{claim:?}").unwrap();
    }
    out
}

/// Checks all spans of an article, and that its sentences are lossless.
fn sound(article: &Article) {
    let text = article.document().text();
    let check = |what: &str, span: Span| {
        assert!(
            text.get(span.range()).is_some(),
            "{what} {span:?} is no slice of {text:?}"
        );
    };
    let filled = |what: &str, span: Span| {
        check(what, span);
        assert!(!span.is_empty(), "{what} {span:?} is empty in {text:?}");
    };
    for block in article.document().blocks() {
        filled("block", block.span);
    }
    let sentences: Vec<_> = article.sentences().collect();
    let mut end = 0;
    for sentence in &sentences {
        filled("sentence", sentence.span);
        blank(text, end, sentence.span.start());
        end = sentence.span.end();
    }
    blank(text, end, text.len());
    for attribution in article.attributions() {
        let parts = [&attribution.source, &attribution.cue, &attribution.content];
        for span in parts.into_iter().flatten() {
            filled("part of an attribution", *span);
        }
        assert!(
            !attribution.content.is_empty(),
            "{attribution:?} says nothing"
        );
    }
    for claim in article.claims() {
        let place = claim.sentence;
        let sentence = sentences.get(place.index).expect("a sentence of a claim");
        assert_eq!(sentence.span, place.span, "sentence of {claim:?}");
        filled("evidence", claim.evidence);
        assert!(
            place.span.contains(claim.evidence),
            "{claim:?} leaves its sentence"
        );
        assert!(claim.target.is_sorted(), "targets of {claim:?}");
        claim
            .mention
            .iter()
            .for_each(|span| filled("mention", *span));
        for step in &claim.trace.steps {
            check("step", step.span);
        }
        assert!(!claim.trace.steps.is_empty(), "{claim:?} has no trace");
    }
    let places: Vec<usize> = article.claims().map(|claim| claim.sentence.index).collect();
    assert!(places.is_sorted(), "claims out of order: {places:?}");
}

/// Between sentences there is nothing but white space, and what a document counts as such.
fn blank(text: &str, start: usize, end: usize) {
    let between = text.get(start..end).expect("sentences in order");
    let lost = between.trim_matches(|letter: char| {
        letter.is_whitespace() || matches!(letter, '\u{feff}' | '\u{200b}' | '\0')
    });
    assert_eq!(lost, "", "lost at {start}..{end} of {text:?}");
}

/// What the stages look at: actors, cues, operators, marks, and what has been written between them.
const PIECES: &[&str] = &[
    "Russia ",
    "Hamas",
    "the United States ",
    "Kosovo's ",
    "Israel’s ",
    "Moscow ",
    "Lavrov ",
    "the Movement ",
    "the group ",
    "it ",
    "they ",
    "who ",
    "which ",
    "its ",
    "we ",
    "both ",
    "and ",
    "or ",
    "but ",
    "not ",
    "n't ",
    "never ",
    "wants ",
    "asked ",
    "refused ",
    "to ",
    "of ",
    "by ",
    "as ",
    "on ",
    "in Doha ",
    "that ",
    "whether ",
    "if ",
    "said ",
    "told ",
    "according to ",
    "denied ",
    "call for ",
    "vetoed ",
    "blocking ",
    "recognise ",
    "been ",
    "was ",
    "will ",
    "may ",
    "a ceasefire ",
    "the draft resolution ",
    "terrorist ",
    "organisation ",
    "guarantor ",
    "mediate ",
    "the siege ",
    "occupation ",
    "relations with ",
    "is ",
    ", ",
    ". ",
    "; ",
    ": ",
    ":\n\n",
    "\n\n",
    "\n",
    "\r\n",
    "\"",
    "“",
    "”",
    "‘",
    "’",
    "'",
    "(",
    ")",
    "[",
    "—",
    "-",
    "–",
    "…",
    "?",
    "!",
    "• ",
    "READ: ",
    "in June 2021 ",
    "on Tuesday ",
    "2024-02-30 ",
    "March 3, 2021 —",
    "---\n",
    "title: x\n",
    "date: 2021-99-01\n",
    "\u{200b}",
    "\u{200d}",
    "\u{202e}",
    "e\u{301}",
    "İ",
    "ß",
    "ﬁ",
    "Ǆ",
    "я ",
    "停",
    "👩‍👩‍👧",
    "\u{feff}",
    "\0",
    "\u{a0}",
];

/// Text made of what decides.
fn texts() -> impl Strategy<Value = String> {
    let piece =
        prop_oneof![12 => prop::sample::select(PIECES).prop_map(str::to_owned), 1 => ".{0,3}"];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    /// News words in any order: nothing is lost, all spans fit, a second run gives the same.
    #[test]
    fn words_in_any_order_are_read(text in texts()) {
        let article = annotate(&text);
        sound(&article);
        prop_assert_eq!(all(&article), all(&annotate(&text)));
    }

    /// Any text at all.
    #[test]
    fn any_text_is_read(text in any::<String>()) {
        sound(&annotate(&text));
    }

    /// The in-house articles with a piece cut out or put in anywhere.
    #[test]
    fn a_damaged_article_is_read(
        which in 0..2_usize,
        at in any::<prop::sample::Index>(),
        cut in 0..300_usize,
        piece in prop::sample::select(PIECES),
    ) {
        let text = ARTICLES.get(which).copied().unwrap_or_default();
        // A part of it: the whole takes a debug build long.
        let boundary = |mut at: usize| {
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        let at = boundary(at.index(text.len()));
        let from = boundary(at.saturating_sub(400));
        let after = boundary((at + cut).min(text.len()));
        let end = boundary((after + 400).min(text.len()));
        sound(&annotate(&format!("{}{piece}{}", &text[from..at], &text[after..end])));
    }
}

#[test]
fn the_in_house_articles_are_sound() {
    for text in ARTICLES {
        let article = annotate(text);
        sound(&article);
        assert!(article.claims().len() > 10, "the rules say too little");
    }
}

#[test]
fn threads_and_runs_change_nothing() {
    let once = ARTICLES.map(|text| all(&annotate(text)));
    for threads in [1, 4] {
        thread::scope(|scope| {
            let runs: Vec<_> = (0..threads)
                .map(|_| scope.spawn(|| ARTICLES.map(|text| all(&annotate(text)))))
                .collect();
            for run in runs {
                assert_eq!(run.join().unwrap(), once, "{threads} threads");
            }
        });
    }
    // A reader of its own, and one that has read other texts before.
    let fresh = Parallax::new(Pack::builtin());
    let [first, second] = ARTICLES.map(|text| Document::from_text("text", text));
    assert_eq!(all(&fresh.annotate(&second)), once[1]);
    assert_eq!(all(&fresh.annotate(&first)), once[0]);
}

#[test]
fn comparing_twice_gives_the_same_bytes() {
    let articles = ARTICLES.map(annotate);
    let bytes = |parallax: &Parallax| {
        let comparison = parallax.compare(&articles);
        let markdown = parallax::report::Markdown::new(&comparison).to_string();
        format!(
            "{}\n{markdown}",
            serde_json::to_string(&comparison).unwrap()
        )
    };
    assert_eq!(
        bytes(&PARALLAX),
        bytes(&Parallax::new(Pack::builtin())),
        "another reader, the same bytes"
    );
}

/// A small generator of numbers (SplitMix64).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % u64::try_from(most.max(1)).unwrap()).unwrap()
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

/// A pack file with its `[[…]]` tables in another order.
fn shuffled(toml: &str, numbers: &mut Numbers) -> String {
    let mut starts: Vec<usize> = toml.match_indices("\n[[").map(|(at, _)| at + 1).collect();
    starts.push(toml.len());
    let (head, _) = toml.split_at(starts[0]);
    let mut tables: Vec<&str> = starts
        .windows(2)
        .map(|range| &toml[range[0]..range[1]])
        .collect();
    let before = tables.len();
    numbers.shuffle(&mut tables);
    assert_eq!(before, tables.len());
    let tables: Vec<&str> = tables.into_iter().map(str::trim_end).collect();
    format!("{head}{}\n", tables.join("\n"))
}

/// The files of the shipped pack, by name.
fn pack_files() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/pack/builtin");
    let mut files = Vec::new();
    for folder in [folder.clone(), folder.join("positions")] {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path
                .extension()
                .is_some_and(|extension| extension == "toml")
            {
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                files.push((name, fs::read_to_string(path).unwrap()));
            }
        }
    }
    files.sort();
    files
}

#[test]
fn the_order_of_rules_and_files_changes_nothing() {
    let once = ARTICLES.map(|text| all(&annotate(text)));
    let files = pack_files();
    assert!(files.len() > 10, "the shipped pack is somewhere else");
    for seed in [3, 4] {
        let mut numbers = Numbers(seed);
        let mut files: Vec<(String, String)> = files
            .iter()
            .map(|(name, text)| (name.clone(), shuffled(text, &mut numbers)))
            .collect();
        numbers.shuffle(&mut files);
        let files = files
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str()));
        let pack = Pack::from_files(files).unwrap_or_else(|error| panic!("{error}"));
        let parallax = Parallax::new(pack);
        let shuffled =
            ARTICLES.map(|text| all(&parallax.annotate(&Document::from_text("text", text))));
        assert_eq!(shuffled, once, "seed {seed}");
    }
}

/// A pack in which many rules fit the same words: which of them wins must not hang on their order.
const RIVALS: &str = r#"
[[actor]]
id = "harlow"
name = "Harlow"
kind = "state"

[[actor]]
id = "norland"
name = "Norland"
kind = "state"

[[actor]]
id = "norland_league"
name = "Norland League"
kind = "movement"

[[position]]
id = "wall"
question = "Is the wall to be built?"

[[position]]
id = "road"
question = "Is the road to be built?"

[[list]]
id = "plan"
words = ["plan", "draft"]

[[list]]
id = "paper"
words = ["plan", "paper"]

[[cue]]
id = "a-block"
position = "wall"
stance = "oppose"
verb = ["block"]
subject = "actor"
object = { like = "plan" }

[[cue]]
id = "b-block"
position = "wall"
stance = "support"
verb = ["block"]
subject = "actor"
object = { like = "paper" }

[[cue]]
id = "c-block"
position = "road"
stance = "oppose"
verb = ["block"]
subject = "actor"
object = { like = "plan", owner = "target?" }

[[cue]]
id = "d-block"
position = "wall"
stance = "oppose"
noun = ["blocking of plans", "blocking"]
subject = "actor"

[[operator]]
id = "a-want"
verb = ["want"]
takes = ["infinitive", "object-infinitive"]
effect = { takes-over = true, mode = "want" }

[[operator]]
id = "b-want"
verb = ["want"]
takes = ["infinitive", "object-infinitive"]
effect = { takes-over = true, mode = "ask", flips = true }

[[attribution]]
id = "a-say"
verb = ["say"]
takes = ["that", "clause", "quotation"]
sense = "said"

[[attribution]]
id = "b-say"
verb = ["say", "cry"]
takes = ["that", "quotation"]
sense = "denied"
"#;

const QUARREL: &str = "Harlow wants Norland to block the plan. Norland League's blocking of plans was wanted by Harlow. \
    “Norland blocked Harlow's plan,” said Harlow. Norland said that Harlow had blocked its draft, and the League blocked the paper.";

#[test]
fn of_rival_rules_the_same_wins_in_any_order() {
    let read = |toml: &str| {
        let pack = Pack::from_toml("rivals.toml", toml).unwrap_or_else(|error| panic!("{error}"));
        all(&Parallax::new(pack).annotate(&Document::from_text("quarrel", QUARREL)))
    };
    let once = read(RIVALS);
    assert!(once.contains("Claim"), "the rivals find nothing");
    for seed in 0..40 {
        assert_eq!(
            read(&shuffled(RIVALS, &mut Numbers(seed))),
            once,
            "seed {seed}"
        );
    }
}

/// Texts that were made to be slow or to break something, each about `size` bytes long.
fn hostile(size: usize) -> Vec<(&'static str, String)> {
    let fill = |piece: &str| piece.repeat(size / piece.len() + 1);
    let half = |piece: &str| piece.repeat(size / piece.len() / 2 + 1);
    vec![
        ("no stops", fill("Russia vetoed the draft resolution and ")),
        ("only stops", fill(".")),
        ("stops and spaces", fill(". ")),
        ("one stop and spaces", format!(".{}", fill(" "))),
        ("only quotation marks", fill("\"")),
        ("curly quotation marks", fill("“”")),
        ("unclosed quotations", fill("“Russia said ")),
        ("quotations a paragraph", fill("“Russia wants peace.\n\n")),
        ("brackets", format!("{}Russia{}", half("("), half(")"))),
        ("open brackets", fill("([{")),
        ("combining marks", format!("Russia e{}", fill("\u{301}"))),
        ("bidi controls", fill("Russia\u{202e} vetoed\u{202c} ")),
        ("zero width", fill("Ru\u{200b}ss\u{200d}ia ")),
        ("homoglyphs", fill("Ruѕѕіa vetoed the drаft. ")),
        ("all names", fill("Russia Hamas Israel ")),
        ("names and commas", fill("Russia, Hamas, Israel, ")),
        ("all people", fill("Lavrov he Haniyeh she the movement ")),
        ("all cues", fill("veto block recognise mediate ceasefire ")),
        ("all operators", fill("wants to refuse to ask to ")),
        ("all that", fill("that ")),
        ("all which", fill("which, who, whose ")),
        ("said that said", fill("Russia said that ")),
        ("of the of the", fill("of the draft ")),
        ("owners", fill("Russia's ")),
        ("and and", fill("and Russia and ")),
        ("commas", fill(",")),
        ("colons", fill("Russia said:\n\n")),
        ("short lines", fill("a\n")),
        ("empty lines", fill("\n\n")),
        ("one long word", fill("a")),
        ("hyphens", fill("a-")),
        ("dots in words", fill("U.S.")),
        ("ellipses", fill("... ")),
        ("digits", fill("1,000.")),
        ("dates", fill("in March 2021, on Tuesday, ")),
        ("not not", fill("not never ")),
        ("other scripts", fill("停火协议。Россия. الهدنة. ")),
        ("emoji", fill("👩‍👩‍👧")),
        ("front matter", format!("---\n{}", fill("title: x\n"))),
        ("menus", fill("English / Français\nREAD: more\n")),
        ("nul", fill("\0")),
    ]
}

/// Each hostile text is read to its end, and soundly. What it costs is in `cargo bench --bench pipeline -- growth`.
#[test]
fn hostile_text_is_read_soundly() {
    for (_, text) in hostile(30_000) {
        sound(&annotate(&text));
    }
}

/// One line of five megabytes: the stages look at bounded pieces of it.
#[test]
fn a_very_long_line_is_read() {
    let size = if cfg!(debug_assertions) {
        500_000
    } else {
        5_000_000
    };
    let text = "the harbour was quiet and the boats lay still ".repeat(size / 46);
    sound(&annotate(&text));
}
