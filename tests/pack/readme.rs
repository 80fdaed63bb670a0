//! The page for those who write packs: its snippets are one sound pack, and it names every key there is.

use parallax::Pack;
use parallax::pack::Section;

const README: &str = include_str!("../../src/pack/builtin/README.md");

/// The TOML of all snippets.
pub(crate) fn snippets() -> String {
    let blocks = README.split("```toml\n").skip(1);
    blocks
        .filter_map(|block| block.split_once("```").map(|(toml, _)| toml))
        .collect()
}

#[test]
fn the_snippets_are_a_sound_pack() {
    let pack = Pack::from_toml("README.md", &snippets()).unwrap_or_else(|error| panic!("{error}"));
    let actors: Vec<_> = pack.actors().map(|actor| actor.id().as_str()).collect();
    assert_eq!(actors, ["football_club", "georgia", "town_council"]);
    assert_eq!(pack.positions().count(), 3);
}

#[test]
fn every_key_stands_in_a_snippet() {
    let toml = snippets();
    let prepositions = ["to"];
    for section in Section::ALL {
        for key in section.keys() {
            let is_there = [
                format!("\n{key} ="),
                format!("{{ {key} ="),
                format!(", {key} ="),
                format!("[{key}]"),
            ];
            let is_there = is_there.iter().any(|form| toml.contains(form));
            let is_preposition = Section::PREPOSITIONS.contains(key) && !prepositions.contains(key);
            assert!(
                is_there || is_preposition,
                "`{key}` of {section} has no example"
            );
        }
    }
    for preposition in Section::PREPOSITIONS {
        let words = README.split(|letter: char| !letter.is_alphanumeric());
        assert!(
            words.into_iter().any(|word| word == *preposition),
            "`{preposition}` is not named"
        );
    }
}

#[test]
fn no_key_of_the_snippets_is_unknown_and_a_wrong_one_would_be() {
    let broken = snippets().replace("old-actor-to-target", "old-actor-is-target");
    let error = Pack::from_toml("README.md", &broken).unwrap_err();
    assert_eq!(error.problems().len(), 1);
    assert_eq!(error.problems()[0].words(), "old-actor-is-target");
}
