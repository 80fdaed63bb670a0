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

#[path = "hostile/mod.rs"]
mod hostile;
mod sound;

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

/// Text made of what decides.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![12 => prop::sample::select(hostile::PIECES).prop_map(str::to_owned), 1 => ".{0,3}"];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    /// News words in any order: nothing is lost, all spans fit, a second run gives the same.
    #[test]
    fn words_in_any_order_are_read(text in texts()) {
        let article = annotate(&text);
        sound::check(&article);
        prop_assert_eq!(all(&article), all(&annotate(&text)));
    }

    /// Any text at all.
    #[test]
    fn any_text_is_read(text in any::<String>()) {
        sound::check(&annotate(&text));
    }

    /// The in-house articles with a piece cut out or put in anywhere.
    #[test]
    fn a_damaged_article_is_read(
        which in 0..2_usize,
        at in any::<prop::sample::Index>(),
        cut in 0..300_usize,
        piece in prop::sample::select(hostile::PIECES),
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
        sound::check(&annotate(&format!("{}{piece}{}", &text[from..at], &text[after..end])));
    }
}

/// Paragraphs that stand by themselves: no pronoun, no bare last name, no quotation left open, no text that points back.
const PARAGRAPHS: &[&str] = &[
    "Russia vetoed the American draft resolution on Kosovo on Tuesday.",
    "Kenya recognised Kosovo in March, its Foreign Ministry said.",
    "“Hamas rejects the ceasefire,” Norway said. “Qatar wants a ceasefire in Gaza.”",
    "According to Sergei Lavrov, Crimea belongs to Russia.",
    "The harbour was quiet, and the boats lay still.",
    "Serbia wants China to block any draft of Kosovo's at the Security Council.",
    "Egypt and Jordan said that Israel must end the siege of Gaza.",
    "Saudi Arabia will not establish relations with Israel; Bahrain denied that.",
    "The United States refuses to recognise Abkhazia.",
];

fn paragraphs() -> impl Strategy<Value = Vec<&'static str>> {
    prop::collection::vec(prop::sample::select(PARAGRAPHS), 1..6)
}

/// What was found from byte `from` on, with places counted from there.
fn found_from(article: &Article, from: usize) -> Vec<String> {
    let shown = |span: Span| format!("{}..{}", span.start() - from, span.end() - from);
    let sentences = article
        .sentences()
        .filter(|sentence| sentence.span.start() >= from)
        .map(|sentence| format!("{} {:?}", shown(sentence.span), sentence.kind));
    let attributions = article
        .attributions()
        .filter(|attribution| attribution.content.iter().all(|span| span.start() >= from))
        .map(|attribution| {
            let content: Vec<_> = attribution
                .content
                .iter()
                .map(|span| shown(*span))
                .collect();
            format!("{:?} {content:?}", attribution.actor)
        });
    let claims = article
        .claims()
        .filter(|claim| claim.evidence.start() >= from)
        .map(|claim| format!("{claim} {}", shown(claim.evidence)));
    sentences.chain(attributions).chain(claims).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    /// What is carried over the border of a paragraph is who was named last, what was spoken of, and a quotation that is still open. Where the paragraphs
    /// need none of it, a text gives what its parts give.
    #[test]
    fn paragraphs_that_need_nothing_are_read_as_if_alone(first in paragraphs(), second in paragraphs()) {
        // A head, so that neither part is the title.
        let head = "A day in the world\n\nJane Roe, The Outlet, March 3, 2021\n\nThe day began.\n\n";
        let (first, second) = (first.join("\n\n"), second.join("\n\n"));
        let both = annotate(&format!("{head}{first}\n\n{second}"));
        let alone = annotate(&format!("{head}{second}"));
        let border = head.len() + first.len() + 2;
        prop_assert_eq!(found_from(&both, border), found_from(&alone, head.len()));
        let claims = |article: &Article| article.claims().len();
        let before = annotate(&format!("{head}{first}"));
        prop_assert_eq!(claims(&both), claims(&before) + claims(&alone));
    }

    /// However many threads there are, and however far ahead they read: the same articles in the same order.
    #[test]
    fn threads_change_nothing(corpus in prop::collection::vec(texts(), 0..30), threads in 1..5_usize) {
        let documents = |texts: &[String]| -> Vec<Document> {
            texts.iter().map(|text| Document::from_text("text", text.as_str())).collect()
        };
        let once: Vec<String> = documents(&corpus).iter().map(|document| all(&PARALLAX.annotate(document))).collect();
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let many: Vec<String> = pool.install(|| {
            PARALLAX.annotate_all(documents(&corpus)).map(|article| all(&article)).collect()
        });
        prop_assert_eq!(many, once);
    }

    /// Each report is of its format, whatever the texts.
    #[test]
    fn reports_are_of_their_formats(left in reported(), right in reported()) {
        let articles = [("left", &left), ("right", &right)]
            .map(|(id, text)| PARALLAX.annotate(&Document::from_text(id, text.as_str())));
        let comparison = PARALLAX.compare(&articles);
        sound::formats::check(&comparison, &articles, PARALLAX.pack());
    }
}

/// Text with claims in it.
fn reported() -> impl Strategy<Value = String> {
    (texts(), paragraphs(), texts()).prop_map(|(before, paragraphs, after)| {
        format!("{before}\n\n{}\n\n{after}", paragraphs.join("\n\n"))
    })
}

#[test]
fn the_in_house_articles_are_sound() {
    for text in ARTICLES {
        let article = annotate(text);
        sound::check(&article);
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
    for folder in [
        folder.clone(),
        folder.join("actors"),
        folder.join("positions"),
    ] {
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
