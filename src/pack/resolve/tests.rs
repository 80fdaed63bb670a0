//! The order of entries, keys and words in a file changes nothing.

use proptest::prelude::*;

use crate::pack::rules::{Rules, Spoken};
use crate::pack::source::{Origin, SourceFile};
use crate::pack::{Examples, Pack, Role, WordClass};
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
    of(text).0
}

fn of(text: &str) -> (Rules, Examples) {
    without_places(&Pack::from_toml("a.toml", text).unwrap_or_else(|error| panic!("{error}")))
}

/// What a pack holds with every place set to the same, as places do change with the order.
fn without_places(pack: &Pack) -> (Rules, Examples) {
    let rules = pack.rules().as_ref().clone();
    let mut examples = pack.examples().clone();
    let mut origins: Vec<&mut Origin> = Vec::new();
    for tests in examples.cues.iter_mut().chain(&mut examples.operators) {
        origins.extend(tests.examples.iter_mut().map(|test| &mut test.origin));
        origins.extend(
            tests
                .counterexamples
                .iter_mut()
                .map(|test| &mut test.origin),
        );
    }
    for tests in &mut examples.attributions {
        origins.extend(tests.examples.iter_mut().map(|test| &mut test.origin));
        origins.extend(
            tests
                .counterexamples
                .iter_mut()
                .map(|test| &mut test.origin),
        );
    }
    let nowhere = Origin::new(
        &std::sync::Arc::new(SourceFile::new("", "")),
        Span::default(),
    );
    origins
        .into_iter()
        .for_each(|origin| *origin = nowhere.clone());
    (rules, examples)
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
        prop_assert_eq!(of(&straight), of(&shuffled));
        // The same in two files.
        let pack = Pack::from_files([("a", &*before.concat()), ("b", &*(after.concat() + &shuffled_cue(&order)))]);
        prop_assert_eq!(of(&straight), without_places(&pack.unwrap()));
    }
}

#[test]
fn a_cue_as_the_stages_see_it() {
    let (rules, examples) = of(&documented().concat());
    let ids: Vec<_> = rules.cues.iter().map(|cue| cue.id.as_str()).collect();
    assert_eq!(ids, ["back-stadium", "sell-to", "unlawful-stadium"]);
    let cue = &rules.cues[0];
    assert_eq!(rules.positions[cue.position].id.as_str(), "new_stadium");
    let words: Vec<_> = rules.words.cues[0]
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
    assert_eq!(examples.cues[0].examples[1].target, Some(Vec::new()));
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
    let rules = rules(&documented().concat());
    let actor = &rules.called[0];
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
    let georgia = &rules.called[1];
    assert_eq!(georgia.names.len(), 1);
    assert_eq!(georgia.names[0].not_with, ["Atlanta"]);
    assert_eq!(georgia.people[0].office.as_deref(), Some("president"));
}

#[test]
fn an_example_keeps_its_place() {
    let pack = Pack::from_toml("a.toml", &documented().concat()).unwrap();
    let operators = &pack.rules().operators;
    let mut tested = operators.iter().zip(&pack.examples().operators);
    let oppose = tested.find(|(rule, _)| rule.id.as_str() == "oppose");
    let origin = &oppose.unwrap().1.examples[0].origin;
    let line = documented()
        .concat()
        .lines()
        .position(|line| line.contains("Fans oppose"))
        .unwrap()
        + 1;
    assert_eq!(origin.to_string(), format!("a.toml:{line}:22"));
}
