//! Each mistake that a pack can have, and what its writer reads then.

use insta::assert_snapshot;

use super::{count, errors};

#[test]
fn unknown_key() {
    assert_snapshot!(errors(r#"
[[actor]]
id = "hamas"
name = "Hamas"
kind = "movement"
demonym = ["Hamas"]
"#), @r###"
error: unknown key `demonym` in an actor
 --> mine.toml:6:1
  |
6 | demonym = ["Hamas"]
  | ^^^^^^^
  = help: did you mean `demonyms`? An actor has `id`, `name`, `kind`, `names`, `demonyms`, `seats`, `people` and `descriptions`
"###);
}

#[test]
fn unknown_key_like_no_other() {
    assert_snapshot!(errors(r#"
[[list]]
id = "truce"
words = ["truce"]
weight = 3
"#), @r###"
error: unknown key `weight` in a list
 --> mine.toml:5:1
  |
5 | weight = 3
  | ^^^^^^
  = help: a list has `id` and `words`
"###);
}

#[test]
fn unknown_kind_of_entry() {
    assert_snapshot!(errors(r#"
[[actors]]
id = "hamas"
"#), @r###"
error: unknown key `actors` in a pack
 --> mine.toml:2:3
  |
2 | [[actors]]
  |   ^^^^^^
  = help: did you mean `actor`? A pack has `pack`, `actor`, `position`, `list`, `cue`, `operator` and `attribution`
"###);
}

#[test]
fn entry_with_single_brackets() {
    assert_snapshot!(errors(r#"
[actor]
id = "hamas"
"#), @r###"
error: `actor` must be a list of entries, not a table
 --> mine.toml:2:1
  |
2 | [actor]
  | ^^^^^^^
  = help: two brackets open an entry: `[[actor]]`
"###);
}

#[test]
fn missing_keys() {
    assert_snapshot!(errors(r#"
[[actor]]
id = "hamas"

[[cue]]
verb = ["block"]
"#), @r###"
error: an actor lacks `name`
 --> mine.toml:2:1
  |
2 | [[actor]]
  | ^^^^^^^^^
  = help: add name = "…"

error: an actor lacks `kind`
 --> mine.toml:2:1
  |
2 | [[actor]]
  | ^^^^^^^^^
  = help: add kind = "state", or what it is

error: a cue lacks `id`
 --> mine.toml:5:1
  |
5 | [[cue]]
  | ^^^^^^^
  = help: add id = "block-measure"

error: a cue lacks `position`
 --> mine.toml:5:1
  |
5 | [[cue]]
  | ^^^^^^^
  = help: add position = "…", the id of a `[[position]]`

error: a cue lacks `stance`
 --> mine.toml:5:1
  |
5 | [[cue]]
  | ^^^^^^^
  = help: add stance = "support", "oppose" or "neutral"
"###);
}

/// Each section says which key to add, under its own name.
#[test]
fn every_entry_says_what_it_lacks() {
    let told = errors(
        "[[actor]]\npeople = [{ office = \"mayor\" }]\n[[position]]\n[[list]]\n[[cue]]\n[[operator]]\n[[attribution]]\n\
         [[cue]]\nid = \"a\"\nposition = \"b\"\nstance = \"support\"\nverb = [\"go\"]\nexamples = [{ actor = \"c\" }]\n",
    );
    let lines: Vec<&str> = told
        .lines()
        .filter_map(|line| {
            line.strip_prefix("error: ")
                .or_else(|| line.trim().strip_prefix("= help: add "))
        })
        .collect();
    let pairs: Vec<String> = lines.chunks(2).map(|pair| pair.join(": ")).collect();
    assert_snapshot!(pairs.join("\n"), @r###"
an actor lacks `id`: id = "hamas"
an actor lacks `name`: name = "…"
an actor lacks `kind`: kind = "state", or what it is
a person lacks `name`: name = "…"
a position lacks `id`: id = "un_blocking"
a position lacks `question`: question = "…?": what support says yes to
a list lacks `id`: id = "un_measure"
a list lacks `words`: words = ["…", "…"]
a cue lacks `id`: id = "block-measure"
a cue lacks `position`: position = "…", the id of a `[[position]]`
a cue lacks `stance`: stance = "support", "oppose" or "neutral"
a cue has no words of its own: verb = ["…"], noun, agent, adjective or phrase
an operator lacks `id`: id = "promise"
an operator has no words of its own: verb = ["…"], noun, adjective or phrase
an attribution cue lacks `id`: id = "promise"
an attribution cue has no words of its own: verb = ["…"], noun, adjective or phrase
an attribution cue lacks `sense`: sense = "said", or what it says of the content
no position has the id `b`: a `[[position]]` with this id, or lay the pack over one that has it
an example lacks `text`: text = "…"
"###);
}

#[test]
fn wrong_types() {
    assert_snapshot!(errors(r#"
[[list]]
id = 3
words = { one = "truce" }

[[operator]]
id = "want"
verb = ["want", 7]
takes = ["that"]
effect = { flips = "yes" }
"#), @r###"
error: `id` must be a text, not a number
 --> mine.toml:3:6
  |
3 | id = 3
  |      ^

error: `words` must be a text or a list of texts, not a table
 --> mine.toml:4:9
  |
4 | words = { one = "truce" }
  |         ^^^^^^^^^^^^^^^^^

error: `verb` must be a text or a list of texts, not a number
 --> mine.toml:8:17
  |
8 | verb = ["want", 7]
  |                 ^

error: `flips` must be true or false, not a text
  --> mine.toml:10:20
   |
10 | effect = { flips = "yes" }
   |                    ^^^^^
"###);
}

#[test]
fn unknown_value() {
    assert_snapshot!(errors(r#"
[[actor]]
id = "hamas"
name = "Hamas"
kind = "movment"

[[operator]]
id = "want"
verb = ["want"]
takes = ["infinitive", "object"]
effect = { mode = "wish" }
"#), @r###"
error: `movment` is no kind of actor
 --> mine.toml:5:8
  |
5 | kind = "movment"
  |        ^^^^^^^^^
  = help: did you mean `movement`? One of `state`, `government`, `movement`, `party`, `organisation`, `institution`, `court` or `company`

error: `object` is no construction
  --> mine.toml:10:24
   |
10 | takes = ["infinitive", "object"]
   |                        ^^^^^^^^
   = help: one of `that`, `clause`, `whether`, `infinitive`, `object-infinitive`, `gerund`, `object-gerund`, `preposition-gerund`, `predicate`, `noun`, `preposition-noun` or `quotation`

error: `wish` is no mode
  --> mine.toml:11:19
   |
11 | effect = { mode = "wish" }
   |                   ^^^^^^
   = help: one of `act`, `say`, `ask`, `want` or `expect`
"###);
}

#[test]
fn unknown_role() {
    assert_snapshot!(errors(r#"
[[position]]
id = "veto"
question = "Is it stopped?"

[[cue]]
id = "block"
position = "veto"
stance = "support"
verb = ["block"]
subject = "actr"
"#), @r###"
error: `actr` is no role
  --> mine.toml:11:11
   |
11 | subject = "actr"
   |           ^^^^^^
   = help: did you mean `actor`? One of `actor`, `target`, `actor?` or `target?`
"###);
}

#[test]
fn unknown_ids() {
    assert_snapshot!(errors(r#"
[[actor]]
id = "russia"
name = "Russia"
kind = "state"

[[position]]
id = "un_blocking"
question = "Is a measure stopped?"
related = ["legitimacy"]

[[list]]
id = "un_measure"
words = ["draft resolution"]

[[cue]]
id = "block-measure"
position = "un_bloking"
stance = "support"
verb = ["block"]
object = { like = "un_mesure", actors = ["rusia"] }
near = ["truce"]
examples = [{ text = "Russia blocked it.", actor = "ruissia", target = ["united_states"] }]
"#), @r###"
error: no position has the id `legitimacy`
  --> mine.toml:10:12
   |
10 | related = ["legitimacy"]
   |            ^^^^^^^^^^^^
   = help: add a `[[position]]` with this id, or lay the pack over one that has it

error: no position has the id `un_bloking`
  --> mine.toml:18:12
   |
18 | position = "un_bloking"
   |            ^^^^^^^^^^^^
   = help: did you mean `un_blocking`?

error: no list has the id `un_mesure`
  --> mine.toml:21:19
   |
21 | object = { like = "un_mesure", actors = ["rusia"] }
   |                   ^^^^^^^^^^^
   = help: did you mean `un_measure`?

error: no actor has the id `rusia`
  --> mine.toml:21:42
   |
21 | object = { like = "un_mesure", actors = ["rusia"] }
   |                                          ^^^^^^^
   = help: did you mean `russia`?

error: no list has the id `truce`
  --> mine.toml:22:9
   |
22 | near = ["truce"]
   |         ^^^^^^^
   = help: add a `[[list]]` with this id, or lay the pack over one that has it

error: no actor has the id `ruissia`
  --> mine.toml:23:52
   |
23 | examples = [{ text = "Russia blocked it.", actor = "ruissia", target = ["united_states"] }]
   |                                                    ^^^^^^^^^
   = help: did you mean `russia`?

error: no actor has the id `united_states`
  --> mine.toml:23:73
   |
23 | …{ text = "Russia blocked it.", actor = "ruissia", target = ["united_states"] }]
   |                                                              ^^^^^^^^^^^^^^^
   = help: add a `[[actor]]` with this id, or lay the pack over one that has it
"###);
}

#[test]
fn ids_in_the_wrong_form() {
    assert_snapshot!(errors(r#"
[[actor]]
id = "United States"
name = "United States"
kind = "state"

[[operator]]
id = "call_for"
verb = ["call for"]
takes = ["noun"]

[[list]]
id = "停戦"
words = ["truce"]
"#), @r###"
error: `United States` can't be the id of an actor
 --> mine.toml:3:6
  |
3 | id = "United States"
  |      ^^^^^^^^^^^^^^^
  = help: did you mean `united_states`? Lower case, digits and single underscores: `united_states`

error: `call_for` can't be the id of a rule
 --> mine.toml:8:6
  |
8 | id = "call_for"
  |      ^^^^^^^^^^
  = help: did you mean `call-for`? Lower case, digits and single hyphens: `block-measure`

error: `停戦` can't be the id of a list
  --> mine.toml:13:6
   |
13 | id = "停戦"
   |      ^^^^
   = help: lower case, digits and single underscores: `un_measure`
"###);
}

#[test]
fn reserved_id() {
    assert_snapshot!(errors(r#"
[[actor]]
id = "other"
name = "Others"
kind = "organisation"
"#), @r###"
error: the id `other` is reserved
 --> mine.toml:3:6
  |
3 | id = "other"
  |      ^^^^^^^
  = help: `author` is the writer of an article, `other` nobody in particular
"###);
}

#[test]
fn duplicate_ids() {
    assert_snapshot!(errors(r#"
[[list]]
id = "truce"
words = ["truce"]

[[list]]
id = "truce"
words = ["ceasefire"]

[[operator]]
id = "want"
verb = ["want"]
takes = ["infinitive"]

[[attribution]]
id = "want"
verb = ["want"]
takes = ["infinitive"]
sense = "wanted"
"#), @r###"
error: the id `truce` is taken
 --> mine.toml:7:6
  |
7 | id = "truce"
  |      ^^^^^^^
  = help: first at mine.toml:3; change one of the two

error: the id `want` is taken
  --> mine.toml:16:6
   |
16 | id = "want"
   |      ^^^^^^
   = help: first at mine.toml:11; change one of the two
"###);
}

#[test]
fn one_name_for_two_actors() {
    assert_snapshot!(errors(r#"
[[actor]]
id = "georgia"
name = "Georgia"
kind = "state"
seats = ["the Palace"]

[[actor]]
id = "georgia_us"
name = "State of Georgia"
kind = "government"
names = ["georgia"]
seats = ["Palace"]
"#), @r###"
error: `georgia` is a name of the actor `georgia` as well
  --> mine.toml:12:10
   |
12 | names = ["georgia"]
   |          ^^^^^^^^^
   = help: there at mine.toml:4; drop one, or say which text means which: { text = "…", only-with = ["…"], not-with = ["…"] }

error: `Palace` is a name of the actor `georgia` as well
  --> mine.toml:13:10
   |
13 | seats = ["Palace"]
   |          ^^^^^^^^
   = help: there at mine.toml:6; drop one, or say which text means which: { text = "…", only-with = ["…"], not-with = ["…"] }
"###);
}

#[test]
fn one_person_for_two_actors_in_the_same_years() {
    assert_snapshot!(errors(r#"
[[actor]]
id = "germany"
name = "Germany"
kind = "state"
people = [{ name = "Ann Example", from = "2010", to = "2019-12" }]

[[actor]]
id = "european_union"
name = "European Union"
kind = "organisation"
people = [{ name = "Ann Example", from = "2019-11" }]
"#), @r###"
error: `Ann Example` speaks for the actor `germany` in the same years
  --> mine.toml:12:20
   |
12 | people = [{ name = "Ann Example", from = "2019-11" }]
   |                    ^^^^^^^^^^^^^
   = help: there at mine.toml:6; give both the time in office: { name = "…", from = "2021-06", to = "2022-12" }
"###);
}

#[test]
fn bad_dates() {
    assert_snapshot!(errors(r#"
[[actor]]
id = "israel"
name = "Israel"
kind = "state"
people = [
  { name = "Ann Example", from = "June 2021" },
  { name = "Ben Example", from = 2023-02-01, to = 2022 },
  { name = "Cid Example", to = "2023-02-29" },
]
"#), @r###"
error: `June 2021` is no date
 --> mine.toml:7:34
  |
7 |   { name = "Ann Example", from = "June 2021" },
  |                                  ^^^^^^^^^^^
  = help: a year, month or day: "2021", "2021-06", "2021-06-13"

error: the office ends 2022, before it begins 2023-02-01
 --> mine.toml:8:51
  |
8 |   { name = "Ben Example", from = 2023-02-01, to = 2022 },
  |                                                   ^^^^
  = help: exchange `from` and `to`

error: `2023-02-29` is no date
 --> mine.toml:9:32
  |
9 |   { name = "Cid Example", to = "2023-02-29" },
  |                                ^^^^^^^^^^^^
  = help: a year, month or day: "2021", "2021-06", "2021-06-13"
"###);
}

#[test]
fn empty_values() {
    assert_snapshot!(errors(r#"
[[actor]]
id = "israel"
name = " "
kind = "state"
names = []
"#), @r###"
error: `name` is empty
 --> mine.toml:4:8
  |
4 | name = " "
  |        ^^^
  = help: write something, or leave the key out

error: `names` is empty
 --> mine.toml:6:9
  |
6 | names = []
  |         ^^
  = help: write something, or leave the key out
"###);
}

#[test]
fn words_that_can_not_be_met() {
    assert_snapshot!(errors(r#"
[[list]]
id = "truce"
words = ["truce, or ceasefire", "- - -", "\"far from", "line\nbreak"]
"#), @r###"
error: `truce, or ceasefire` can't be met: `,` stands between words
 --> mine.toml:4:10
  |
4 | words = ["truce, or ceasefire", "- - -", "\"far from", "line\nbreak"]
  |          ^^^^^^^^^^^^^^^^^^^^^
  = help: give the words before and after it as two entries

error: `- - -` can't be met: a word of it has no letter or digit
 --> mine.toml:4:33
  |
4 | words = ["truce, or ceasefire", "- - -", "\"far from", "line\nbreak"]
  |                                 ^^^^^^^
  = help: write words, with one space between them

error: `"far from` can't be met: a quotation mark isn't closed
 --> mine.toml:4:42
  |
4 | words = ["truce, or ceasefire", "- - -", "\"far from", "line\nbreak"]
  |                                          ^^^^^^^^^^^^
  = help: close it: quotation marks keep a word as it is written

error: `line�break` can't be met: a control character stands in it
 --> mine.toml:4:56
  |
4 | words = ["truce, or ceasefire", "- - -", "\"far from", "line\nbreak"]
  |                                                        ^^^^^^^^^^^^^
  = help: write it on one line, with spaces
"###);
}

#[test]
fn a_verb_in_another_form() {
    assert_snapshot!(errors(r#"
[[operator]]
id = "want"
verb = ["wanted", "wish"]
takes = ["infinitive"]
"#), @r###"
error: `wanted` is no base form of a verb
 --> mine.toml:4:9
  |
4 | verb = ["wanted", "wish"]
  |         ^^^^^^^^
  = help: write `want`: the other forms are met by it
"###);
}

#[test]
fn words_of_every_sentence() {
    assert_snapshot!(errors(r#"
[[position]]
id = "veto"
question = "Is it stopped?"

[[list]]
id = "measure"
words = ["draft"]

[[cue]]
id = "block"
position = "veto"
stance = "support"
verb = ["block", "be"]
phrase = ["of the"]

[[cue]]
id = "be-against"
position = "veto"
stance = "support"
verb = ["be"]
against = { like = "measure" }
"#), @r###"
error: `be` stands in nearly every sentence
  --> mine.toml:14:18
   |
14 | verb = ["block", "be"]
   |                  ^^^^
   = help: add a word that carries the meaning, or a slot that asks for one: { like = "…" }

error: `of the` stands in nearly every sentence
  --> mine.toml:15:11
   |
15 | phrase = ["of the"]
   |           ^^^^^^^^
   = help: add a word that carries the meaning, or a slot that asks for one: { like = "…" }
"###);
}

#[test]
fn a_rule_without_words() {
    assert_snapshot!(errors(r#"
[[position]]
id = "veto"
question = "Is it stopped?"

[[cue]]
id = "block"
position = "veto"
stance = "support"
subject = "actor"
"#), @r###"
error: a cue has no words of its own
 --> mine.toml:6:1
  |
6 | [[cue]]
  | ^^^^^^^
  = help: add verb = ["…"], noun, agent, adjective or phrase
"###);
}

#[test]
fn a_slot_that_the_words_can_not_have() {
    assert_snapshot!(errors(r#"
[[position]]
id = "legitimacy"
question = "Is it lawful?"

[[cue]]
id = "lawful"
position = "legitimacy"
stance = "support"
adjective = ["lawful"]
object = "target"

[[cue]]
id = "partner"
position = "legitimacy"
stance = "support"
agent = ["partner"]
predicate = { role = "target" }
"#), @r###"
error: an adjective can't have the slot `object`
  --> mine.toml:11:1
   |
11 | object = "target"
   | ^^^^^^
   = help: what an adjective is said of is its `of`

error: an agent noun can't have the slot `predicate`
  --> mine.toml:18:1
   |
18 | predicate = { role = "target" }
   | ^^^^^^^^^
   = help: what an adjective or agent noun is said of is its `of`
"###);
}

#[test]
fn two_keys_for_one_slot() {
    assert_snapshot!(errors(r#"
[[position]]
id = "legitimacy"
question = "Is it lawful?"

[[cue]]
id = "recognition"
position = "legitimacy"
stance = "support"
noun = ["recognition"]
object = "target"
of = "target"
"#), @r###"
error: `of` and `object` are the same slot here
  --> mine.toml:12:1
   |
12 | of = "target"
   | ^^
   = help: keep one of them
"###);
}

#[test]
fn a_slot_that_nothing_can_fill() {
    assert_snapshot!(errors(r#"
[[position]]
id = "veto"
question = "Is it stopped?"

[[list]]
id = "measure"
words = ["draft"]

[[cue]]
id = "block"
position = "veto"
stance = "support"
verb = ["block"]
object = { like = "measure", unlike = ["measure"] }
"#), @r###"
error: nothing can fill this slot: `like` and `unlike` name the same lists
  --> mine.toml:15:1
   |
15 | object = { like = "measure", unlike = ["measure"] }
   | ^^^^^^
   = help: take the lists out of `unlike`
"###);
}

#[test]
fn positions_that_name_themselves_or_go_round() {
    assert_snapshot!(errors(r#"
[[position]]
id = "a"
question = "?a"
related = ["a"]
before = ["b"]

[[position]]
id = "b"
question = "?b"
before = ["c"]

[[position]]
id = "c"
question = "?c"
before = ["a", "c"]
"#), @r###"
error: `related` names the position itself
 --> mine.toml:5:12
  |
5 | related = ["a"]
  |            ^^^
  = help: take it out

error: coded before itself: `a`, `b`, `c`, `a`
  --> mine.toml:16:11
   |
16 | before = ["a", "c"]
   |           ^^^
   = help: of two positions on the same words one comes first; take one `before` out

error: `before` names the position itself
  --> mine.toml:16:16
   |
16 | before = ["a", "c"]
   |                ^^^
   = help: take it out
"###);
}

#[test]
fn no_toml_in_several_lines() {
    assert_snapshot!(errors(r#"
[[actor]]
id = hamas
name = "Hamas
names = ["A" "B"]

[[actor]
id = "israel"
id = "israel"
"#), @r###"
error: string values must be quoted, expected literal string
 --> mine.toml:3:6
  |
3 | id = hamas
  |      ^^^^^
  = help: put the text in quotation marks: id = "hamas"

error: invalid basic string, expected `"`
 --> mine.toml:4:14
  |
4 | name = "Hamas
  |              ^
  = help: close the text with the quotation mark that opened it; write \" for one inside

error: missing comma between array elements, expected `,`
 --> mine.toml:5:14
  |
5 | names = ["A" "B"]
  |              ^
  = help: put a comma between the values, and `]` at the end

error: unclosed array table, expected `]`
 --> mine.toml:7:9
  |
7 | [[actor]
  |         ^
  = help: an entry opens with `[[` and a kind, and closes with `]]`: `[[actor]]`
"###);
}

#[test]
fn a_key_twice() {
    assert_snapshot!(errors(r#"
[[actor]]
id = "israel"
id = "hamas"
"#), @r###"
error: duplicate key
 --> mine.toml:4:1
  |
4 | id = "hamas"
  | ^^
  = help: keep one of them: several values go into one list, ["…", "…"]
"###);
}

#[test]
fn only_what_can_be_shown_is_shown() {
    assert_snapshot!(errors("\u{feff}[[list]]\r\nid = \"a\"\r\nwords = [\"x\"]\r\n\"k\u{1F600}\\u202ey\\u001b[31m\" = 1\r\n"), @r###"
error: unknown key `k😀�y�[31m` in a list
 --> mine.toml:4:1
  |
4 | "k😀\u202ey\u001b[31m" = 1
  | ^^^^^^^^^^^^^^^^^^^^^
  = help: a list has `id` and `words`
"###);
}

#[test]
fn ten_mistakes_are_ten_problems_in_order_of_place() {
    let text = include_str!("../cases/pack/ten-mistakes.toml");
    assert_eq!(count(text), 10);
    assert_snapshot!(errors(text), @r###"
error: `club` is no kind of actor
 --> mine.toml:6:8
  |
6 | kind = "club"
  |        ^^^^^^
  = help: one of `state`, `government`, `movement`, `party`, `organisation`, `institution`, `court` or `company`

error: unknown key `peple` in an actor
 --> mine.toml:7:1
  |
7 | peple = ["Ann Example"]
  | ^^^^^
  = help: did you mean `people`? An actor has `id`, `name`, `kind`, `names`, `demonyms`, `seats`, `people` and `descriptions`

error: `home fans` is a name of the actor `home_fans` as well
  --> mine.toml:13:10
   |
13 | names = ["home fans"]
   |          ^^^^^^^^^^^
   = help: there at mine.toml:5; drop one, or say which text means which: { text = "…", only-with = ["…"], not-with = ["…"] }

error: `May 2021` is no date
  --> mine.toml:14:42
   |
14 | people = [{ name = "Ben Example", from = "May 2021" }]
   |                                          ^^^^^^^^^^
   = help: a year, month or day: "2021", "2021-06", "2021-06-13"

error: no position has the id `ticket_prices`
  --> mine.toml:19:12
   |
19 | related = ["ticket_prices"]
   |            ^^^^^^^^^^^^^^^
   = help: add a `[[position]]` with this id, or lay the pack over one that has it

error: `words` is empty
  --> mine.toml:23:9
   |
23 | words = []
   |         ^^
   = help: write something, or leave the key out

error: no position has the id `stadum`
  --> mine.toml:27:12
   |
27 | position = "stadum"
   |            ^^^^^^^^
   = help: did you mean `stadium`?

error: `for` is no stance
  --> mine.toml:28:10
   |
28 | stance = "for"
   |          ^^^^^
   = help: one of `support`, `oppose` or `neutral`

error: `optional` must be true or false, not a text
  --> mine.toml:30:42
   |
30 | object = { like = "building", optional = "yes" }
   |                                          ^^^^^

error: the id `back-stadium` is taken
  --> mine.toml:33:6
   |
33 | id = "back-stadium"
   |      ^^^^^^^^^^^^^^
   = help: first at mine.toml:26; change one of the two
"###);
}
