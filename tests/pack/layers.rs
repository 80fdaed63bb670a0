//! Good packs: what they say, and layers of them.

use std::path::Path;

use parallax::{ActorId, Pack, PositionId};

const BASE: &str = r#"
[pack]
name = "club"
description = "A football club and its town."
source = "made up"
licence = "CC0-1.0"

[[actor]]
id = "fans"
name = "Home Fans"
kind = "movement"
names = ["the Terrace"]

[[actor]]
id = "council"
name = "Town Council"
kind = "institution"

[[position]]
id = "stadium"
question = "Is the stadium to be built?"
related = ["prices"]

[[position]]
id = "prices"
question = "Are tickets to be dearer?"

[[list]]
id = "building"
words = ["stadium", "new ground"]

[[cue]]
id = "back-stadium"
position = "stadium"
stance = "support"
verb = ["back"]
subject = "actor"
object = { like = "building" }
"#;

fn base() -> Pack {
    Pack::from_toml("base.toml", BASE).unwrap()
}

fn positions(pack: &Pack) -> Vec<String> {
    let lines = pack
        .positions()
        .map(|position| format!("{}: {}", position.id(), position.question()));
    lines.collect()
}

#[test]
fn actors_and_positions_are_sorted_by_id() {
    let pack = base();
    let actors: Vec<_> = pack
        .actors()
        .map(|actor| (actor.id().as_str(), actor.name()))
        .collect();
    assert_eq!(actors, [("council", "Town Council"), ("fans", "Home Fans")]);
    assert_eq!(
        positions(&pack),
        [
            "prices: Are tickets to be dearer?",
            "stadium: Is the stadium to be built?"
        ]
    );
    assert_eq!(
        pack.actor(&ActorId::new("fans")).unwrap().name(),
        "Home Fans"
    );
    assert!(pack.actor(&ActorId::author()).is_none());
    assert!(pack.position(&PositionId::new("parking")).is_none());
}

#[test]
fn related_goes_both_ways_and_not_to_itself() {
    let pack = base();
    let [stadium, prices, none] = ["stadium", "prices", "parking"].map(PositionId::new);
    assert!(pack.position_is_related(&stadium, &prices));
    assert!(pack.position_is_related(&prices, &stadium));
    assert!(!pack.position_is_related(&stadium, &stadium));
    assert!(!pack.position_is_related(&stadium, &none));
}

#[test]
fn a_file_tells_where_its_tables_come_from() {
    let pack = base();
    let file = pack.files().next().unwrap();
    assert_eq!(file.file_name(), "base.toml");
    assert_eq!(file.name(), Some("club"));
    assert_eq!(file.description(), Some("A football club and its town."));
    assert_eq!(
        (file.source(), file.licence()),
        (Some("made up"), Some("CC0-1.0"))
    );
}

#[test]
fn the_empty_pack_has_nothing() {
    let pack = Pack::empty();
    assert_eq!(
        pack.actors().count() + pack.positions().count() + pack.files().count(),
        0
    );
    assert_eq!(
        Pack::from_toml("empty.toml", "").unwrap().actors().count(),
        0
    );
}

const OVER: &str = r#"
[[actor]]
id = "fans"
name = "Away Fans"
kind = "movement"

[[position]]
id = "stadium"
question = "Is it to be pulled down?"

[[cue]]
id = "fight-stadium"
position = "stadium"
stance = "oppose"
verb = ["fight"]
object = { like = "building", actors = ["council"] }
"#;

#[test]
fn a_later_layer_replaces_what_has_the_same_id_and_adds_the_rest() {
    let pack = base().layer([("over.toml", OVER)]).unwrap();
    assert_eq!(
        pack.actor(&ActorId::new("fans")).unwrap().name(),
        "Away Fans"
    );
    assert_eq!(
        positions(&pack),
        [
            "prices: Are tickets to be dearer?",
            "stadium: Is it to be pulled down?"
        ]
    );
    // The whole entry is replaced, its relation too.
    assert!(!pack.position_is_related(&PositionId::new("prices"), &PositionId::new("stadium")));
    // The pack under it is as it was.
    assert_eq!(
        base().actor(&ActorId::new("fans")).unwrap().name(),
        "Home Fans"
    );
}

#[test]
fn a_layer_alone_may_lack_what_it_refers_to() {
    let error = Pack::from_toml("over.toml", OVER).unwrap_err();
    let missing: Vec<_> = error
        .problems()
        .iter()
        .map(parallax::pack::Problem::words)
        .collect();
    assert_eq!(missing, ["\"building\"", "\"council\""]);
}

#[test]
fn layers_are_laid_in_order() {
    let mine = |question| format!("[[position]]\nid = \"stadium\"\nquestion = \"{question}\"\n");
    let [one, two] =
        ["one?", "two?"].map(|question| Pack::from_toml("a.toml", &mine(question)).unwrap());
    assert_eq!(positions(&one.with(&two).unwrap()), ["stadium: two?"]);
    assert_eq!(positions(&two.with(&one).unwrap()), ["stadium: one?"]);
    let three = base().with(&one).unwrap().with(&two).unwrap();
    let again = base().with(&one.with(&two).unwrap()).unwrap();
    assert_eq!(positions(&three), positions(&again));
    assert_eq!(
        positions(&one.with(&Pack::empty()).unwrap()),
        ["stadium: one?"]
    );
}

#[test]
fn files_of_one_layer_may_refer_to_one_another_in_any_order() {
    let files = [
        (
            "over.toml",
            "[[position]]\nid = \"a\"\nquestion = \"a?\"\nbefore = [\"stadium\"]\n",
        ),
        ("base.toml", BASE),
    ];
    let [first, second] = files;
    let pack = Pack::from_files([first, second]).unwrap();
    let turned = Pack::from_files([second, first]).unwrap();
    assert_eq!(positions(&pack), positions(&turned));
}

#[test]
fn two_files_of_one_layer_must_not_share_an_id() {
    let error = Pack::from_files([("a.toml", BASE), ("b.toml", BASE)]).unwrap_err();
    insta::assert_snapshot!(error.problems()[0], @r###"
error: the id `fans` is taken
 --> b.toml:9:6
  |
9 | id = "fans"
  |      ^^^^^^
  = help: first at a.toml:9; change one of the two
"###);
}

#[test]
fn a_layer_must_not_give_an_actor_the_name_of_another() {
    let over = "[[actor]]\nid = \"ultras\"\nname = \"the Terrace\"\nkind = \"movement\"\n";
    let error = base().layer([("over.toml", over)]).unwrap_err();
    insta::assert_snapshot!(error, @r###"
error: `the Terrace` is a name of the actor `fans` as well
 --> over.toml:3:8
  |
3 | name = "the Terrace"
  |        ^^^^^^^^^^^^^
  = help: there at base.toml:12; drop one, or say which text means which: { text = "…", only-with = ["…"], not-with = ["…"] }
"###);
    // Replacing the first one settles it.
    let fans = "[[actor]]\nid = \"fans\"\nname = \"Home Fans\"\nkind = \"movement\"\n";
    assert!(
        base()
            .layer([("over.toml", over), ("fans.toml", fans)])
            .is_ok()
    );
}

#[test]
fn a_name_that_words_beside_it_tell_apart_is_no_mistake() {
    let pack = r#"
[[actor]]
id = "georgia"
name = "Georgia"
kind = "state"
names = [{ text = "Georgia", only-with = ["Tbilisi"] }]

[[actor]]
id = "georgia_us"
name = "State of Georgia"
kind = "government"
names = [{ text = "Georgia", not-with = ["Tbilisi"] }]
"#;
    assert_eq!(Pack::from_toml("a.toml", pack).unwrap().actors().count(), 2);
}

#[test]
fn a_person_may_change_sides_in_time() {
    let pack = r#"
[[actor]]
id = "germany"
name = "Germany"
kind = "state"
people = [{ name = "Ann Example", from = "2010", to = "2019-12" }]

[[actor]]
id = "european_union"
name = "European Union"
kind = "organisation"
people = [{ name = "Ann Example", from = 2019-12-01, office = "president" }]
"#;
    assert_eq!(Pack::from_toml("a.toml", pack).unwrap().actors().count(), 2);
}

/// The TOML files of a folder and of those in it, named from it on, in order.
fn toml_files(folder: &Path, under: &str, files: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = format!("{under}{}", path.file_name().unwrap().to_str().unwrap());
        if path.is_dir() {
            toml_files(&path, &format!("{name}/"), files);
        } else if name.ends_with(".toml") {
            files.push((name, std::fs::read_to_string(path).unwrap()));
        }
    }
    files.sort();
}

#[test]
fn the_builtin_pack_is_sound_and_whole() {
    let mut there = Vec::new();
    toml_files(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src/pack/builtin"),
        "",
        &mut there,
    );
    let read = Pack::from_files(
        there
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str())),
    );
    let read = read.unwrap_or_else(|error| panic!("{error}"));
    let builtin = Pack::builtin();
    let mut names: Vec<_> = builtin
        .files()
        .map(parallax::pack::PackFile::file_name)
        .collect();
    names.sort_unstable();
    let files: Vec<_> = there.iter().map(|(name, _)| name).collect();
    assert_eq!(
        names, files,
        "the list in src/pack/builtin.rs is not the folder's"
    );
    assert!(
        read.actors()
            .map(|actor| actor.id())
            .eq(builtin.actors().map(|actor| actor.id()))
    );
}

#[test]
fn related_positions_are_related_both_ways() {
    let position = |id: &str, rest: &str| {
        format!("[[position]]\nid = \"{id}\"\nquestion = \"Is {id} right?\"\n{rest}\n")
    };
    let text = position("toll", "name = \"the toll\"\nrelated = [\"levy\"]")
        + &position("levy", "")
        + &position("ferry", "");
    let pack = Pack::from_toml("own.toml", &text).unwrap();
    let [toll, levy, ferry, unknown] = ["toll", "levy", "ferry", "nothing"].map(PositionId::new);
    assert!(pack.position_is_related(&toll, &levy) && pack.position_is_related(&levy, &toll));
    assert!(!pack.position_is_related(&toll, &ferry) && !pack.position_is_related(&toll, &toll));
    assert!(
        !pack.position_is_related(&toll, &unknown) && !pack.position_is_related(&unknown, &toll)
    );
    assert!(pack.position(&unknown).is_none());
    let toll = pack.position(&toll).unwrap();
    assert_eq!(
        (toll.id().as_str(), toll.name(), toll.question()),
        ("toll", "the toll", "Is toll right?")
    );
}
