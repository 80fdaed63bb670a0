//! What the crate tells those who write packs: examples that fail, rules that nearly fire, what a corpus holds that no rule meets.

#![allow(
    clippy::unwrap_used,
    reason = "a helper of a test fails as the test does"
)]

use parallax::check::{self, LabelChange};
use parallax::{Document, Pack, Parallax};

/// A small pack with every kind of condition, and `more` rules.
fn parallax(more: &str) -> Parallax {
    let pack = r#"
[[actor]]
id = "norland"
name = "Norland"
kind = "state"
demonyms = ["Norlandic"]

[[actor]]
id = "sudland"
name = "Sudland"
kind = "state"

[[position]]
id = "levy"
question = "Is the levy right?"

[[position]]
id = "ferry"
question = "Does the ferry go?"

[[list]]
id = "levy_word"
words = ["levy"]

[[list]]
id = "bay_word"
words = ["bay"]

[[list]]
id = "winter_word"
words = ["winter"]
"#;
    let text = format!("{pack}{more}");
    Parallax::new(Pack::from_toml("own.toml", &text).unwrap())
}

/// The rules that nearly fire in `text`, with the words and why not.
fn near_misses(parallax: &Parallax, text: &str) -> Vec<String> {
    let explained = check::explain(parallax, &Document::from_text("one", text));
    let near_misses = explained.near_misses.iter();
    near_misses
        .map(|near| {
            let words = explained.article.text(near.words);
            format!("{} at “{words}”: {}", near.rule, near.unmet)
        })
        .collect()
}

const CONDITIONS: &str = r#"
[[cue]]
id = "back-levy"
position = "levy"
stance = "support"
verb = ["back"]
subject = "actor"
object = { like = "levy_word", unlike = "winter_word", owner = "target?" }

[[cue]]
id = "back-word"
position = "levy"
stance = "support"
verb = ["back"]
subject = "actor"
object = { role = "target", like = "levy_word" }

[[cue]]
id = "praise-near"
position = "ferry"
stance = "support"
verb = ["praise"]
subject = "actor"
object = "target"
near = ["bay_word"]

[[cue]]
id = "chide-topic"
position = "ferry"
stance = "oppose"
verb = ["chide"]
subject = "actor"
object = "target"
topic = ["bay_word"]

[[cue]]
id = "host-not-near"
position = "ferry"
stance = "support"
verb = ["host"]
subject = "actor"
object = "target"
not-near = ["winter_word"]

[[cue]]
id = "ferry-trip"
position = "ferry"
stance = "support"
noun = ["trip"]
needs-operator = true

[[cue]]
id = "shun-only"
position = "ferry"
stance = "oppose"
verb = ["shun"]
subject = { actors = ["norland"], role = "actor" }
object = { owner = "target" }

[[cue]]
id = "send-to"
position = "ferry"
stance = "support"
verb = ["send"]
subject = "actor"
to = { role = "target" }
"#;

#[test]
fn why_a_rule_did_not_fire_is_told() {
    let parallax = parallax(CONDITIONS);
    let near = |text: &str| near_misses(&parallax, text);
    assert_eq!(
        near("Norland backed the toll."),
        [
            "back-levy at “backed”: `object` asks for a word of levy_word, and the sentence has none",
            "back-word at “backed”: `object` asks for a word of levy_word, and the sentence has none"
        ]
    );
    assert_eq!(
        near("Norland praised Sudland."),
        [
            "praise-near at “praised”: neither this sentence nor the one before has a word of bay_word"
        ]
    );
    assert_eq!(
        near("Norland chided Sudland."),
        ["chide-topic at “chided”: the article doesn't speak of a word of bay_word"]
    );
    assert_eq!(
        near("Norland hosted Sudland in winter."),
        ["host-not-near at “hosted”: the sentence has a word of winter_word"]
    );
    assert_eq!(
        near("The trip of Norland is long."),
        ["ferry-trip at “trip”: it needs an operator above it, and none stands there"]
    );
    assert_eq!(
        near("Sudland shunned the fair."),
        [
            "shun-only at “shunned”: `subject` asks for an actor as the holder; one of norland, and what stands there doesn't fit"
        ]
    );
    assert_eq!(
        near("Norland shunned the fair."),
        [
            "shun-only at “shunned”: `object` asks for an owner that is an actor, as a target, and what stands there doesn't fit"
        ]
    );
    assert_eq!(
        near("Norland sent a crew."),
        ["send-to at “sent”: `to` asks for an actor as a target, and nothing stands there"]
    );
    assert_eq!(
        near("Norland backed a levy of the winter."),
        [
            "back-levy at “backed”: `object` asks for a word of levy_word; no word of winter_word, and what stands there doesn't fit",
            "back-word at “backed”: `object` asks for an actor as a target; a word of levy_word, and what stands there doesn't fit"
        ]
    );
    assert!(near("Norland praised Sudland at the bay.").is_empty());
    assert!(near("It rained.").is_empty());
}

#[test]
fn a_rule_that_another_beats_is_told() {
    let parallax = parallax(
        r#"
[[cue]]
id = "back"
position = "levy"
stance = "support"
verb = ["back"]
subject = "actor"

[[cue]]
id = "back-levy"
position = "levy"
stance = "support"
verb = ["back"]
subject = "actor"
object = { like = "levy_word" }
"#,
    );
    assert_eq!(
        near_misses(&parallax, "Norland backed the levy."),
        ["back at “backed”: back-levy is more specific on the same words"]
    );
}

#[test]
fn an_example_that_fails_is_shown_with_what_differs() {
    let parallax = parallax(
        r#"
[[cue]]
id = "back-levy"
position = "levy"
stance = "support"
verb = ["back"]
subject = "actor"
object = { like = "levy_word", owner = "target?" }
examples = [
    { text = "Norland backed the levy.", actor = "norland", mode = "act", target = [], speaker = "author" },
    { text = "Norland backed the levy.", actor = "sudland", mode = "say", speaker = "norland", target = ["sudland", "norland"] },
    { text = "Norland left." },
    { text = "Sudland opposed it. Norland backed the levy.", stance = "oppose" },
]
counterexamples = ["Norland backed the levy.", "Norland backed away."]
"#,
    );
    let checked = check::check(&parallax);
    assert_eq!(checked.tried, 6);
    let shown: Vec<String> = checked.failures.iter().map(ToString::to_string).collect();
    assert_eq!(
        shown,
        [
            "own.toml:42: back-levy\n  Norland backed the levy.\n  \
             wanted: sudland: support levy [norland, sudland], say, speaker norland\n  \
             found:  norland: support levy [], act, speaker author, rule back-levy\n          \
             ~~~~~~~               ~~  ~~~          ~~~~~~\n",
            "own.toml:43: back-levy\n  Norland left.\n  wanted: any actor: support levy\n  found:  nothing\n",
            "own.toml:44: back-levy\n  Sudland opposed it. Norland backed the levy.\n  \
             wanted: any actor: oppose levy\n  \
             found:  norland: support levy [], act, speaker author, rule back-levy\n                   ~~~~~~~\n",
            "own.toml:46: back-levy\n  Norland backed the levy.\n  \
             must not be met, but: norland: support levy [], act, speaker author, rule back-levy\n",
        ]
    );
}

#[test]
fn a_corpus_is_added_up_document_by_document() {
    let parallax = parallax(CONDITIONS);
    let documents = [
        "Menu\n\nNorland backed the levy. Norland backed the toll.",
        "Norland left Sudland. Sudland left Norland. Norland met Sudland. Rain fell.",
    ]
    .map(|text| Document::from_text("one", text));
    let mut coverage = check::Coverage::default();
    let unmatched: Vec<_> = documents
        .iter()
        .flat_map(|document| coverage.add(&parallax, document))
        .collect();
    assert_eq!(
        (coverage.sentences, coverage.with_actor, coverage.with_claim),
        (6, 5, 1)
    );
    let [one] = unmatched.as_slice() else {
        unreachable!("one sentence has an actor and a cue's words: {unmatched:?}");
    };
    let text = documents.first().unwrap().text();
    assert_eq!(one.sentence.span.of(text), "Norland backed the toll.");
    let cues: Vec<&str> = one.cues.iter().map(|cue| cue.as_str()).collect();
    assert_eq!(cues, ["back-levy", "back-word"]);
    assert_eq!(
        coverage.frequent_verbs(),
        [("leave", 2), ("back", 1), ("meet", 1)]
    );
    let silent: Vec<&str> = coverage.silent().map(|rule| rule.as_str()).collect();
    assert!(!silent.contains(&"back-levy") && silent.contains(&"send-to"));
    let at_once = check::coverage(&parallax, &documents);
    assert_eq!(at_once.fired, coverage.fired);
}

#[test]
fn a_change_of_a_pack_shows_in_its_labels() {
    let rule = |verb: &str, stance: &str, id: &str| {
        parallax(&format!(
            "[[cue]]\nid = \"{id}\"\nposition = \"levy\"\nstance = \"{stance}\"\nverb = [\"{verb}\"]\nsubject = \"actor\"\n"
        ))
    };
    let document = Document::from_text("one", "Norland backed the levy. Sudland left.");
    let changes = |old: &Parallax, new: &Parallax| {
        let (old, new) = (old.annotate(&document), new.annotate(&document));
        check::diff(&old, &new)
            .iter()
            .map(|change| {
                let kind = match change {
                    LabelChange::Gained(_) => "gained",
                    LabelChange::Lost(_) => "lost",
                    _ => "changed",
                };
                format!("{kind} {}\n{change}", change.claim().actor)
            })
            .collect::<Vec<_>>()
    };
    let (back, oppose, leave) = (
        rule("back", "support", "a"),
        rule("back", "oppose", "a"),
        rule("leave", "support", "b"),
    );
    assert!(changes(&back, &back).is_empty());
    assert_eq!(
        changes(&back, &oppose),
        [
            "changed norland\n- norland: support levy [], act, speaker author, rule a\n+ norland: oppose levy [], act, speaker author, rule a"
        ]
    );
    assert_eq!(
        changes(&back, &leave),
        [
            "lost norland\n- norland: support levy [], act, speaker author, rule a",
            "gained sudland\n+ sudland: support levy [], act, speaker author, rule b"
        ]
    );
}
