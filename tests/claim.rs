//! Which of two cues has the words, and how far back an article speaks of a thing, by a small pack of invented states.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "helpers of tests"
)]

use std::sync::LazyLock;

use parallax::claim::StepKind;
use parallax::{Article, Document, Pack, Parallax};

const PACK: &str = r#"
[[actor]]
id = "norland"
name = "Norland"
kind = "state"
demonyms = ["Norlandic"]
[[actor]]
id = "sarva"
name = "Sarva"
kind = "state"
[[actor]]
id = "belmar"
name = "Belmar"
kind = "state"

[[position]]
id = "draft"
question = "Is the draft to be stopped?"
target-carries = true
[[position]]
id = "toll"
question = "Is there to be a toll?"
before = ["trade", "harbour"]
[[position]]
id = "trade"
question = "Is there to be trade?"
[[position]]
id = "harbour"
question = "Is the harbour to be open?"

[[list]]
id = "draft_word"
words = ["draft"]
[[list]]
id = "toll_word"
words = ["toll"]
[[list]]
id = "port_word"
words = ["port", "toll"]
[[list]]
id = "harbour_word"
words = ["harbour", "toll"]
[[list]]
id = "ballot_word"
words = ["ballot"]

[[cue]]
id = "block-draft"
position = "draft"
stance = "support"
verb = ["block"]
subject = "actor"
object = { like = "draft_word", owner = "target?" }

[[position]]
id = "ties"
question = "Are there to be ties?"
target-carries = true
[[list]]
id = "envoy_word"
words = ["envoy"]
[[cue]]
id = "expel-envoy"
position = "ties"
stance = "oppose"
verb = ["expel"]
subject = "actor"
object = { like = "envoy_word", owner = "target?" }
[[cue]]
id = "cooperate"
position = "ties"
stance = "support"
verb = ["cooperate"]
subject = "actor"
reciprocal = true
with = "target?"

[[position]]
id = "truce"
question = "Is there to be a truce?"
[[position]]
id = "broker"
question = "Is somebody to broker it?"
before = ["truce"]
[[list]]
id = "truce_word"
words = ["truce"]
[[cue]]
id = "truce"
position = "truce"
stance = "support"
noun = ["truce"]
needs-operator = true
[[cue]]
id = "broker-truce"
position = "broker"
stance = "support"
verb = ["broker"]
subject = "actor"
object = { like = "truce_word" }
[[operator]]
id = "welcome"
verb = ["welcome"]
takes = ["noun"]
effect = { takes-over = true, mode = "say" }
[[operator]]
id = "want"
verb = ["want"]
takes = ["noun", "infinitive"]
effect = { takes-over = true, mode = "want" }

[[cue]]
id = "back-toll"
position = "toll"
stance = "support"
verb = ["back"]
subject = "actor"
object = { like = "toll_word" }
[[cue]]
id = "back-port"
position = "trade"
stance = "support"
verb = ["back"]
subject = "actor"
object = { like = "port_word" }
[[cue]]
id = "open-harbour"
position = "harbour"
stance = "support"
verb = ["open"]
subject = "actor"
object = { like = "harbour_word" }
[[cue]]
id = "praise-port"
position = "trade"
stance = "support"
verb = ["praise"]
subject = "actor"
object = { like = "port_word" }
[[cue]]
id = "praise-harbour"
position = "harbour"
stance = "support"
verb = ["praise"]
subject = "actor"
object = { like = "harbour_word" }

[[cue]]
id = "favour-anything"
position = "trade"
stance = "support"
verb = ["favour"]
subject = "actor"
[[cue]]
id = "favour-port"
position = "trade"
stance = "oppose"
verb = ["favour"]
subject = "actor"
object = { like = "port_word" }

[[cue]]
id = "approve-at-ballot"
position = "toll"
stance = "support"
verb = ["approve"]
subject = "actor"
topic = ["ballot_word"]
[[cue]]
id = "reject-near-ballot"
position = "toll"
stance = "oppose"
verb = ["reject"]
subject = "actor"
near = ["ballot_word"]
"#;

static PARALLAX: LazyLock<Parallax> =
    LazyLock::new(|| Parallax::new(Pack::from_toml("invented.toml", PACK).unwrap()));

fn read(text: &str) -> Article {
    PARALLAX.annotate(&Document::from_text("test", text))
}

/// The rules of the claims, in order.
fn rules(text: &str) -> Vec<String> {
    let article = read(text);
    article
        .claims()
        .map(|claim| claim.rule.to_string())
        .collect()
}

/// The rules that lost their words to that of the only claim.
fn beaten(text: &str) -> Vec<String> {
    let article = read(text);
    let claims: Vec<_> = article.claims().collect();
    let [claim] = claims.as_slice() else {
        panic!("one claim: {claims:?}");
    };
    let steps = claim.trace.steps.iter();
    steps
        .filter(|step| step.kind == StepKind::Beaten)
        .filter_map(|step| Some(step.rule.as_ref()?.to_string()))
        .collect()
}

#[test]
fn of_two_positions_on_the_same_words_the_one_that_goes_before_is_coded() {
    assert_eq!(rules("Norland backed the toll."), ["back-toll"]);
    assert_eq!(beaten("Norland backed the toll."), ["back-port"]);
    assert_eq!(rules("Norland backed the port."), ["back-port"]);
    assert_eq!(beaten("Norland backed the port."), [""; 0]);
    // Of these two none goes before the other.
    assert_eq!(
        rules("Norland praised the toll."),
        ["praise-harbour", "praise-port"]
    );
}

#[test]
fn on_other_words_of_the_sentence_a_position_takes_nothing() {
    assert_eq!(
        rules("Norland backed the toll and Sarva praised the port."),
        ["back-toll", "praise-port"]
    );
    assert_eq!(
        rules("Norland praised the port and Sarva backed the toll."),
        ["praise-port", "back-toll"]
    );
}

#[test]
fn of_two_cues_of_a_position_the_more_constrained_has_the_words() {
    assert_eq!(rules("Norland favours the port."), ["favour-port"]);
    assert_eq!(beaten("Norland favours the port."), ["favour-anything"]);
    assert_eq!(rules("Norland favours the road."), ["favour-anything"]);
}

/// Sentences that say nothing about anybody's ballot, each a paragraph.
fn filler(sentences: usize) -> String {
    "Sarva praised the port.\n".repeat(sentences)
}

#[test]
fn an_article_speaks_of_its_topic_for_twelve_sentences() {
    let is_told = |between: usize| {
        let text = format!("The ballot was held.\n{}Norland approved.", filler(between));
        rules(&text).contains(&"approve-at-ballot".to_owned())
    };
    // This one is the twelfth.
    assert!(is_told(0) && is_told(10));
    assert!(!is_told(11) && !is_told(40));
    // In one paragraph it is spoken of to the end, and before.
    let line = format!("The ballot was held. {}", filler(40).replace('\n', " "));
    assert!(rules(&format!("{line}Norland approved.")).contains(&"approve-at-ballot".to_owned()));
    let ahead = rules("Norland approved. The ballot was held.");
    assert_eq!(ahead, ["approve-at-ballot"]);
    assert_eq!(rules("Norland approved.\nThe ballot was held."), [""; 0]);
}

#[test]
fn a_word_is_near_in_a_sentence_and_the_one_after() {
    assert_eq!(
        rules("At the ballot Norland rejected it."),
        ["reject-near-ballot"]
    );
    assert_eq!(
        rules("The ballot was held. Norland rejected it."),
        ["reject-near-ballot"]
    );
    let text = format!("The ballot was held. {}Norland rejected it.", filler(1));
    assert!(!rules(&text).contains(&"reject-near-ballot".to_owned()));
    assert_eq!(rules("Norland rejected it. The ballot was held."), [""; 0]);
}

#[test]
fn a_thing_that_is_welcomed_keeps_its_words_from_the_deed_that_made_it() {
    assert_eq!(
        rules("Norland welcomed the truce brokered by Sarva."),
        ["truce", "broker-truce"]
    );
    assert_eq!(rules("Norland wants a truce."), ["truce"]);
    assert_eq!(rules("Norland wants to broker a truce."), ["broker-truce"]);
    assert_eq!(rules("Norland brokered a truce."), ["broker-truce"]);
}

/// Whom the last claim on a position is about, some sentences after the first one.
fn carried(position: &str, first: &str, between: usize, last: &str) -> Vec<String> {
    let text = format!("{first}\n{}{last}", filler(between));
    let article = read(&text);
    let of_position = |claim: &&parallax::Claim| claim.position.as_str() == position;
    let last = article.claims().filter(of_position).last().unwrap();
    last.target.iter().map(ToString::to_string).collect()
}

#[test]
fn a_claim_that_names_no_target_is_about_the_last_one_of_twelve_sentences_back() {
    let target = |between, last| carried("draft", "Norland blocked Sarva's draft.", between, last);
    assert_eq!(target(0, "Belmar blocked the draft."), ["sarva"]);
    assert_eq!(target(11, "Belmar blocked the draft."), ["sarva"]);
    assert_eq!(target(12, "Belmar blocked the draft."), [""; 0]);
    // Nobody is its own target by what was said before.
    assert_eq!(target(0, "Sarva blocked the draft."), [""; 0]);
}

#[test]
fn who_answers_in_kind_means_whoever_did_it_first() {
    let target = |between, last| carried("ties", "Norland expelled Sarva's envoy.", between, last);
    assert_eq!(target(0, "Sarva expelled an envoy."), ["norland"]);
    assert_eq!(target(11, "Sarva expelled an envoy."), ["norland"]);
    assert_eq!(target(12, "Sarva expelled an envoy."), [""; 0]);
    // A third answers nobody, and goes on about the last target.
    assert_eq!(target(0, "Belmar expelled an envoy."), ["sarva"]);
    let both = "Norland expelled Sarva's envoy, and Belmar expelled Sarva's envoy.";
    assert_eq!(
        carried("ties", both, 0, "Sarva expelled an envoy."),
        ["belmar", "norland"]
    );
}
