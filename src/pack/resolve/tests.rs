//! The order of entries, keys and words in a file changes nothing.

use proptest::prelude::*;

use crate::pack::rules::{Rules, Spoken};
use crate::pack::source::{Origin, SourceFile};
use crate::pack::{Pack, Role, WordClass};
use crate::span::Span;

const README: &str = include_str!("../builtin/README.md");

/// The entries of the documentation's snippets, as texts.
fn documented() -> Vec<String> {
    let blocks = README.split("```toml\n").skip(1);
    let toml: String = blocks
        .filter_map(|block| block.split_once("```"))
        .map(|(toml, _)| toml)
        .collect();
    let entries = toml.split("\n[").skip(1);
    entries.map(|entry| format!("[{entry}\n")).collect()
}

/// Keys and words of a cue and an operator, in every order of which the same must come out.
const KEYS: [(&str, &[&str]); 5] = [
    ("verb", &["\"back\"", "\"vote for\"", "\"like\""]),
    ("noun", &["\"vote\"", "\"backing\""]),
    ("near", &["\"vote_word\"", "\"building\""]),
    ("not-near", &["\"building\"", "\"vote_word\""]),
    ("to", &["\"target?\""]),
];

fn shuffled_cue(order: &[usize]) -> String {
    let mut cue = String::from("[[cue]]\n");
    let mut order = order.iter().copied().cycle();
    let mut rest: Vec<_> = KEYS.to_vec();
    rest.push(("id", &["\"shuffled\""]));
    rest.push(("position", &["\"new_stadium\""]));
    rest.push(("stance", &["\"neutral\""]));
    while !rest.is_empty() {
        let index = order.next().unwrap() % rest.len();
        let (key, values) = rest.remove(index);
        let mut values = values.to_vec();
        let turn = order.next().unwrap() % values.len();
        values.rotate_left(turn);
        let value = if values.len() == 1 {
            values[0].to_owned()
        } else {
            format!("[{}]", values.join(", "))
        };
        cue.push_str(&format!("{key} = {value}\n"));
    }
    cue
}

fn rules(text: &str) -> Rules {
    let pack = Pack::from_toml("a.toml", text).unwrap_or_else(|error| panic!("{error}"));
    without_places(pack.rules().as_ref().clone())
}

/// The rules with every place set to the same, as places do change with the order.
fn without_places(mut rules: Rules) -> Rules {
    let nowhere = Origin::new(
        &std::sync::Arc::new(SourceFile::new("", "")),
        Span::default(),
    );
    for cue in &mut rules.cues {
        cue.origin = nowhere.clone();
        cue.examples
            .iter_mut()
            .for_each(|example| example.origin = nowhere.clone());
        cue.counterexamples
            .iter_mut()
            .for_each(|example| example.origin = nowhere.clone());
    }
    for operator in &mut rules.operators {
        operator.origin = nowhere.clone();
        operator
            .examples
            .iter_mut()
            .for_each(|example| example.origin = nowhere.clone());
        operator
            .counterexamples
            .iter_mut()
            .for_each(|example| example.origin = nowhere.clone());
    }
    for attribution in &mut rules.attributions {
        attribution.origin = nowhere.clone();
        attribution
            .examples
            .iter_mut()
            .for_each(|example| example.origin = nowhere.clone());
        attribution
            .counterexamples
            .iter_mut()
            .for_each(|example| example.origin = nowhere.clone());
    }
    rules
}

proptest! {
    #[test]
    fn shuffled_tables_give_equal_rules(
        entries in Just(documented()).prop_shuffle(),
        order in proptest::collection::vec(0_usize..1_000, 1..20),
        cut in 0_usize..12,
    ) {
        let straight = documented().concat() + &shuffled_cue(&[0]);
        let (before, after) = entries.split_at(cut.min(entries.len()));
        let shuffled = before.concat() + &shuffled_cue(&order) + &after.concat();
        prop_assert_eq!(rules(&straight), rules(&shuffled));
        // The same in two files.
        let pack = Pack::from_files([("a", &*before.concat()), ("b", &*(after.concat() + &shuffled_cue(&order)))]);
        prop_assert_eq!(rules(&straight), without_places(pack.unwrap().rules().as_ref().clone()));
    }
}

#[test]
fn a_cue_as_the_stages_see_it() {
    let rules = rules(&documented().concat());
    let ids: Vec<_> = rules.cues.iter().map(|cue| cue.id.as_str()).collect();
    assert_eq!(ids, ["back-stadium", "sell-to", "unlawful-stadium"]);
    let cue = &rules.cues[0];
    assert_eq!(rules.positions[cue.position].id.as_str(), "new_stadium");
    let words: Vec<_> = cue
        .words
        .iter()
        .map(|(class, phrase)| (*class, phrase.words().collect::<Vec<_>>().join(" ")))
        .collect();
    assert_eq!(
        words,
        [
            (WordClass::Verb, "back".to_owned()),
            (WordClass::Verb, "vote for".to_owned()),
            (WordClass::Noun, "backing".to_owned()),
        ]
    );
    let [(Spoken::Subject, subject), (Spoken::Object, object)] = &cue.slots[..] else {
        panic!("{:?}", cue.slots);
    };
    assert_eq!((subject.role, subject.optional), (Some(Role::Actor), false));
    assert_eq!(
        (object.owner, object.owner_optional),
        (Some(Role::Target), true)
    );
    assert_eq!(rules.lists[usize::from(object.like[0])].id, "building");
    assert_eq!(cue.examples[1].target, Some(Vec::new()));
}

#[test]
fn slots_go_by_the_classes_of_the_words() {
    let slots = |keys: &str| {
        let cue = format!(
            "[[position]]\nid = \"p\"\nquestion = \"?p\"\n[[cue]]\nid = \"c\"\nposition = \"p\"\nstance = \"support\"\n{keys}\n"
        );
        let slots = &rules(&cue).cues[0].slots;
        slots
            .iter()
            .map(|(spoken, _)| format!("{spoken:?}"))
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(
        slots("verb = \"approve\"\nof = \"target\""),
        "Preposition(\"of\")"
    );
    assert_eq!(slots("noun = \"approval\"\nof = \"target\""), "Object");
    assert_eq!(slots("adjective = \"lawful\"\nof = \"target\""), "Of");
    assert_eq!(
        slots("adjective = \"opposed\"\nsubject = \"actor\"\nto = \"target\""),
        "Preposition(\"to\") Of"
    );
    assert_eq!(
        slots("verb = \"oppose\"\nadjective = \"opposed\"\nsubject = \"actor\""),
        "Subject"
    );
}

#[test]
fn names_lose_their_article_and_take_their_conditions() {
    let actor = &rules(&documented().concat()).actors[0];
    let texts = |names: &[crate::pack::rules::Name]| {
        names
            .iter()
            .map(|name| name.text.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        texts(&actor.names),
        ["Dockers", "Harbour United", "Harbour Utd"]
    );
    assert_eq!(texts(&actor.seats), ["Boathouse"]);
    assert_eq!(texts(&actor.descriptions), ["the eleven"]);
    let georgia = &rules(&documented().concat()).actors[1];
    assert_eq!(georgia.names.len(), 1);
    assert_eq!(georgia.names[0].not_with, ["Atlanta"]);
    assert_eq!(georgia.people[0].office.as_deref(), Some("president"));
}

#[test]
fn an_example_keeps_its_place() {
    let pack = Pack::from_toml("a.toml", &documented().concat()).unwrap();
    let operators = &pack.rules().operators;
    let oppose = operators.iter().find(|rule| rule.id.as_str() == "oppose");
    let origin = &oppose.unwrap().examples[0].origin;
    let line = documented()
        .concat()
        .lines()
        .position(|line| line.contains("Fans oppose"))
        .unwrap()
        + 1;
    assert_eq!(origin.to_string(), format!("a.toml:{line}:22"));
}
