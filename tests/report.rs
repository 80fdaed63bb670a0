//! Reports of comparisons: what a reader sees, and that text from articles stays text.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    reason = "test code outside of test functions"
)]

mod labels;
mod shared;

use std::path::PathBuf;

use labels::{Told, article, comparator, folder, in_house_articles, labelled_articles, printed};
use parallax::compare::{Cap, Comparison};
use parallax::report::{Html, Json, Markdown, Table};
use parallax::{ActorId, Article, Mode, Stance};

/// Two short articles in which one actor holds, one shifts, and two contradict each other.
fn small() -> Comparison {
    let before = article(
        "before",
        "Norland vetoed the draft in May. Sudland called the league a band of outlaws. Norland hopes to host the talks.",
        &[
            (
                "vetoed the draft",
                "norland",
                Stance::Support,
                "un_blocking",
                &["sudland"],
                Mode::Act,
            ),
            (
                "called the league a band of outlaws",
                "sudland",
                Stance::Oppose,
                "legitimacy",
                &["league"],
                Mode::Say,
            ),
            (
                "hopes to host the talks",
                "norland",
                Stance::Support,
                "mediation",
                &["norland"],
                Mode::Want,
            ),
        ],
    );
    let after = article(
        "after",
        "Norland recognised the league. Sudland still speaks of outlaws. The talks were hosted by Norland.",
        &[
            (
                "recognised the league",
                "norland",
                Stance::Support,
                "legitimacy",
                &["league"],
                Mode::Act,
            ),
            (
                "speaks of outlaws",
                "sudland",
                Stance::Oppose,
                "legitimacy",
                &["league"],
                Mode::Say,
            ),
            (
                "hosted by Norland",
                "norland",
                Stance::Support,
                "mediation",
                &["norland"],
                Mode::Act,
            ),
        ],
    );
    comparator().compare(&[before, after])
}

#[test]
fn markdown_of_two_short_articles() {
    insta::assert_snapshot!(Markdown::new(&small()), @r#"
# What the articles claim, compared

| | article | title | outlet | author | date | claims |
|---|---|---|---|---|---|--:|
| **A** | before | – | – | – | – | 3 |
| **B** | after | – | – | – | – | 3 |

## In short

**What changed**

- norland on mediation (norland): reported to support it in both, in before (want, [A3](#a3)), in after (act, [B3](#b3)).

**Who contradicts whom**

- On legitimacy (league): norland ([B1](#b1)) is reported to support it; sudland ([A2](#a2), [B2](#b2)) to oppose it.

**What was held**

- sudland is reported as before: against legitimacy (league), [A2](#a2), [B2](#b2).

**What only one article has**

- In before alone: 1 claim (un blocking 1).

## Who stands where

| | legitimacy | mediation | un blocking |
|---|---|---|---|
| **norland** | B + | A + → B + | A + |
| **sudland** | A − B − |  |  |

\+ for; − against. A letter is an article; → is a shift.

## Position `legitimacy`

| | A: before | B: after |
|---|---|---|
| **norland** | – | <a id="b1"></a>B1 supports · act · league — “Norland **recognised the league**.” — line 1, on its own word |
| **sudland** | <a id="a2"></a>A2 opposes · say · league — “Sudland **called the league a band of outlaws**.” — line 1, on its own word | <a id="b2"></a>B2 opposes · say · league — “Sudland still **speaks of outlaws**.” — line 1, on its own word |

- **holds** sudland opposes ([A2](#a2)): sudland opposes ([B2](#b2)) 0.80
- **contradicts** sudland opposes ([A2](#a2)): norland supports ([B1](#b1)) 0.48

Inside one article:

- **contradicts** norland supports ([B1](#b1)): sudland opposes ([B2](#b2)) 0.42

## Position `mediation`

| | A: before | B: after |
|---|---|---|
| **norland** | <a id="a3"></a>A3 supports · want · norland — “Norland **hopes to host the talks**.” — line 1, on its own word | <a id="b3"></a>B3 supports · act · norland — “The talks were **hosted by Norland**.” — line 1, on its own word |

- **shifts** norland supports ([A3](#a3)): norland supports ([B3](#b3)) 0.67

## Only in A: before

- **norland** on un blocking: <a id="a1"></a>A1 supports · act · sudland — “Norland **vetoed the draft** in May.” — line 1, on its own word

## How to read this

A claim is what an article reports an actor to hold; nothing here says who is right. *act, say, ask, want, expect*: how a stance is held. The number after a line-up says how closely the two claims meet, from 0 to 1, by actor 0.25, target 0.25, stance 0.1, mode 0.1, wording 0.2, letters 0.05, date 0.05.
"#);
}

#[test]
fn table_of_two_short_articles() {
    insta::assert_snapshot!(Table::new(&small()).width(80), @"
A  before · 3 claims
B  after · 3 claims

What changed
  - norland on mediation (norland): reported to support it in both, in before
    (want, A3), in after (act, B3).

Who contradicts whom
  - On legitimacy (league): norland (B1) is reported to support it; sudland (A2,
    B2) to oppose it.

What was held
  - sudland is reported as before: against legitimacy (league), A2, B2.

What only one article has
  - In before alone: 1 claim (un blocking 1).

Who stands where
  + for; − against. A letter is an article; → is a shift.
  - norland: legitimacy B +; mediation A + → B +; un blocking A +
  - sudland: legitimacy A − B −


────────────────────────────────────────────────────────────────────────────────
legitimacy
────────────────────────────────────────────────────────────────────────────────
holds 0.80
  A2 sudland opposes · say · league     │ B2 sudland opposes · say · league
  “called the league a band of outlaws” │ “speaks of outlaws” line 1
  line 1                                │
contradicts 0.48
  A2 sudland opposes · say · league     │ B1 norland supports · act · league
                                        │ “recognised the league” line 1
contradicts 0.42, inside B
  B1 norland supports · act · league
  B2 sudland opposes · say · league

────────────────────────────────────────────────────────────────────────────────
mediation
────────────────────────────────────────────────────────────────────────────────
shifts 0.67
  A3 norland supports · want · norland  │ B3 norland supports · act · norland
  “hopes to host the talks” line 1      │ “hosted by Norland” line 1

────────────────────────────────────────────────────────────────────────────────
un blocking
────────────────────────────────────────────────────────────────────────────────
only_left
  A1 norland supports · act · sudland   │ –
  “vetoed the draft” line 1             │
");
}

#[test]
fn parts_of_the_scores_are_shown_on_demand() {
    let comparison = small();
    let report = Markdown::new(&comparison).parts(true).to_string();
    let line = report
        .lines()
        .find(|line| line.starts_with("- **shifts**"))
        .unwrap();
    insta::assert_snapshot!(line, @"- **shifts** norland supports ([A3](#a3)): norland supports ([B3](#b3)) 0.67 (actor 1.00, target 1.00, stance 1.00, mode 0.00, wording 0.11, letters 0.19)");
}

#[test]
fn json_has_the_keys_of_the_format() {
    let json: serde_json::Value = serde_json::from_str(&Json::new(&small()).to_string()).unwrap();
    insta::assert_json_snapshot!(json["claims"][0], @r#"
{
  "actor": "norland",
  "date": null,
  "document": "before",
  "evidence": {
    "end": 24,
    "start": 8,
    "text": "vetoed the draft"
  },
  "hedged": false,
  "mention": null,
  "mode": "act",
  "negated": false,
  "places": [
    {
      "date": null,
      "evidence": {
        "end": 24,
        "start": 8,
        "text": "vetoed the draft"
      },
      "hedged": false,
      "mention": null,
      "mode": "act",
      "negated": false,
      "rule": "label",
      "sentence": {
        "end": 32,
        "index": 0,
        "start": 0
      },
      "speaker": "norland"
    }
  ],
  "position": "un_blocking",
  "rule": "label",
  "sentence": {
    "end": 32,
    "index": 0,
    "start": 0
  },
  "speaker": "norland",
  "stance": "support",
  "target": [
    "sudland"
  ]
}
"#);
    insta::assert_json_snapshot!(json["alignments"][0], @r#"
{
  "copy": false,
  "left": 1,
  "position": "legitimacy",
  "relation": "holds",
  "right": 4,
  "score": 0.804,
  "why": [
    {
      "part": "actor",
      "value": 1.0,
      "weight": 0.25
    },
    {
      "part": "target",
      "value": 1.0,
      "weight": 0.25
    },
    {
      "part": "stance",
      "value": 1.0,
      "weight": 0.1
    },
    {
      "part": "mode",
      "value": 1.0,
      "weight": 0.1
    },
    {
      "part": "wording",
      "value": 0.214,
      "weight": 0.2
    },
    {
      "part": "letters",
      "value": 0.429,
      "weight": 0.05
    }
  ]
}
"#);
}

#[test]
fn nothing_to_compare_is_said() {
    let comparison = comparator().compare(&[]);
    assert!(
        Markdown::new(&comparison)
            .to_string()
            .contains("No claims were found")
    );
    assert!(
        Table::new(&comparison)
            .to_string()
            .contains("No claims were found")
    );
}

#[test]
fn more_than_two_articles_have_time_lines() {
    let told = |id, stance| {
        article(
            id,
            "Norland spoke of the league.",
            &[(
                "spoke of the league",
                "norland",
                stance,
                "legitimacy",
                &["league"],
                Mode::Say,
            )],
        )
    };
    let articles = [
        told("one", Stance::Support),
        told("two", Stance::Support),
        told("three", Stance::Oppose),
    ];
    let report = Markdown::new(&comparator().compare(&articles)).to_string();
    let is_line = |line: &&str| line.contains("support → two");
    let line = report.lines().find(is_line).unwrap();
    let table = Table::new(&comparator().compare(&articles)).to_string();
    let in_table = table.lines().find(is_line).unwrap();
    insta::assert_snapshot!(in_table, @"  - norland on legitimacy: one: support → two: support → three: oppose, shifted");
    insta::assert_snapshot!(line, @"| **norland** | legitimacy | one: support → two: support → three: oppose, shifted |");
}

/// The earlier article is told first, and stands on the left, however two dated ones are given.
#[test]
fn two_dated_articles_give_one_report_in_either_order() {
    let told = |id, date, words, position, mode| {
        let body = format!("Norland {words}.");
        let target = &["norland"][..];
        let claims = [(words, "norland", Stance::Support, position, target, mode)];
        printed(&article(id, &body, &claims), "The Courier", date)
    };
    let earlier = told(
        "2022",
        "2022-03-01",
        "relieves the siege",
        "siege_relief",
        Mode::Act,
    );
    let later = told(
        "2024",
        "2024-03-01",
        "offers to mediate",
        "mediation",
        Mode::Say,
    );
    let given = comparator().compare(&[earlier.clone(), later.clone()]);
    let turned = comparator().compare(&[later, earlier]);
    let markdown = Markdown::new(&given).to_string();
    assert!(
        markdown.contains("in 2022 (act, [A1](#a1)), then to support mediation (norland) in 2024"),
        "{markdown}"
    );
    assert_eq!(Markdown::new(&turned).to_string(), markdown);

    let mut articles = in_house_articles();
    let given = comparator().compare(&articles);
    articles.reverse();
    let turned = comparator().compare(&articles);
    let table = Table::new(&given).to_string();
    assert_eq!(Table::new(&turned).to_string(), table);
}

/// A claim that another tells of an actor is on that other's word.
#[test]
fn whose_word_a_claim_is_told_on() {
    let by = |actor: &str, speaker: &str| {
        let body = "It has sought to ignore the draft.";
        let told = (
            "sought to ignore the draft",
            actor,
            Stance::Support,
            "un_blocking",
            &[][..],
            Mode::Act,
        );
        let one = article("one", body, &[told]);
        let mut claim = one.claims().next().unwrap().clone();
        claim.speaker = ActorId::new(speaker);
        let one = Article::from_claims(one.document().clone(), vec![claim]);
        let two = article("two", "Nothing.", &[]);
        let report = Markdown::new(&comparator().compare(&[one, two])).to_string();
        let line = report.lines().find(|line| line.contains("“")).unwrap();
        line.rsplit_once("line 1, ").unwrap().1.to_owned()
    };
    assert_eq!(by("norland", "norland"), "on its own word");
    assert_eq!(by("norland", "sudland"), "on the word of sudland");
    assert_eq!(by("norland", "author"), "told by the author");
    assert_eq!(by("norland", "other"), "on the word of unnamed others");
    assert_eq!(by("other", "other"), "on the word of unnamed others");
}

#[test]
fn unnamed_others_are_many() {
    let told = |id, actor, stance| {
        let claim = (
            "spoke of the league",
            actor,
            stance,
            "legitimacy",
            &["league"][..],
            Mode::Say,
        );
        article(id, "They spoke of the league.", &[claim])
    };
    let articles = [
        told("one", "other", Stance::Support),
        told("two", "norland", Stance::Oppose),
    ];
    let report = Markdown::new(&comparator().compare(&articles)).to_string();
    let line = report.lines().find(|line| line.contains("On legitimacy"));
    insta::assert_snapshot!(line.unwrap(), @"- On legitimacy (league): unnamed others ([A1](#a1)) are reported to support it; norland ([B1](#b1)) to oppose it.");
}

#[test]
fn a_corpus_is_told_in_tables() {
    let told = |id, actor, stance, outlet, date| {
        let claims: &[Told<'_>] = &[
            ("spoke", actor, stance, "legitimacy", &["league"], Mode::Say),
            (
                "spoke",
                "belmar",
                Stance::Neutral,
                "mediation",
                &[],
                Mode::Say,
            ),
        ];
        printed(
            &article(id, "They spoke of the league.", claims),
            outlet,
            date,
        )
    };
    let articles = [
        told("one", "norland", Stance::Support, "Gazette", "2022-03-04"),
        told("two", "sudland", Stance::Oppose, "Herald", "2022-03-05"),
        told("three", "sarva", Stance::Oppose, "Herald", "2022"),
    ];
    let comparison = comparator().compare(&articles);
    let markdown = Markdown::new(&comparison).to_string();
    let tables = &markdown[markdown.find("## By outlet").unwrap()..];
    let tables = &tables[..tables.find("## How to read").unwrap_or(tables.len())];
    insta::assert_snapshot!(tables, @"
## By outlet

| outlet | articles | claims for and against |
|---|---|---|
| Gazette | 1 article | legitimacy +1; mediation ○1 |
| Herald | 2 articles | legitimacy −2; mediation ○2 |

## By month

| month | articles | claims for and against |
|---|---|---|
| 2022-03 | 2 articles | legitimacy +1 −1; mediation ○2 |
| no month | 1 article | legitimacy −1; mediation ○1 |

## Who agrees, who conflicts with whom

| actors | agree on | conflict on |
|---|---|---|
| norland and sarva | – | legitimacy (league) |
| norland and sudland | – | legitimacy (league) |
| sarva and sudland | legitimacy (league) | – |

## What only one outlet reports

| outlet | claim |
|---|---|
| Gazette | norland supports: legitimacy (league) ([B1](#b1)) |
| Herald | sudland opposes: legitimacy (league) ([C1](#c1)) |
| Herald | sarva opposes: legitimacy (league) ([A1](#a1)) |
");
    let in_terminal = Table::new(&comparison).to_string();
    let tables = &in_terminal[in_terminal.find("By outlet").unwrap()..];
    let tables = &tables[..tables.find("────").unwrap_or(tables.len())];
    insta::assert_snapshot!(tables, @"
By outlet
  - Gazette: 1 article; legitimacy +1; mediation ○1
  - Herald: 2 articles; legitimacy −2; mediation ○2

By month
  - 2022-03: 2 articles; legitimacy +1 −1; mediation ○2
  - no month: 1 article; legitimacy −1; mediation ○1

Who agrees, who conflicts with whom
  - norland and sarva: conflict on legitimacy (league)
  - norland and sudland: conflict on legitimacy (league)
  - sarva and sudland: agree on legitimacy (league)

What only one outlet reports
  - Gazette: norland supports: legitimacy (league) (B1)
  - Herald: sudland opposes: legitimacy (league) (C1)
  - Herald: sarva opposes: legitimacy (league) (A1)
");
    let page = Html::new(&comparison, &articles).to_string();
    for heading in ["By outlet", "By month", "What only one outlet reports"] {
        assert!(page.contains(heading), "{heading}");
    }
}

#[test]
fn a_bound_that_was_met_stands_in_the_report() {
    let told: Vec<Told<'_>> = vec![(
        "spoke",
        "norland",
        Stance::Support,
        "mediation",
        &["league"],
        Mode::Say,
    )];
    let one = article("one", "Norland spoke.", &told);
    let names: Vec<String> = (0..=Cap::LIMIT).map(|at| format!("actor{at}")).collect();
    let crowd: Vec<Told<'_>> = names
        .iter()
        .map(|name| {
            (
                "spoke",
                name.as_str(),
                Stance::Support,
                "mediation",
                &["league"][..],
                Mode::Say,
            )
        })
        .collect();
    let articles = [one, article("many", "All spoke.", &crowd)];
    let comparison = comparator().compare(&articles);
    assert!(!comparison.caps().is_empty());
    let page = Html::new(&comparison, &articles).to_string();
    let waiting = (Cap::LIMIT + 1).to_string();
    assert!(page.contains(&waiting));
    assert!(Markdown::new(&comparison).to_string().contains(&waiting));
}

#[test]
fn the_context_of_a_quotation_is_as_long_as_asked_for() {
    let comparison = small();
    let [short, long] =
        [0, 60].map(|length| Markdown::new(&comparison).context(length).to_string());
    assert!(short.contains("called the league a band of outlaws"));
    assert!(!short.contains("Sudland **called the league a band"));
    assert!(long.contains("Sudland **called the league a band"));
}

/// Everything that a format could take for its own.
fn hostile() -> String {
    let long = "supercalifragilistic".repeat(500);
    format!(
        "a | b\n| c |\n\n# head\n- item\n`code` ``` *bold* __under__ ~~gone~~ $x$ <script>alert(1)</script> \"><img src=x onerror=y> \
         [link](javascript:z) ![i](http://x.example/y) http://x.example www.x.example &lt; \\| \u{202e}olleh\u{202c} \u{200b} \u{1b}[31mred\u{7} \u{0} \r\n {long}"
    )
}

fn hostile_comparison() -> Comparison {
    let text = hostile();
    let claims: &[Told<'_>] = &[
        (
            &text,
            "nor|land`",
            Stance::Support,
            "legit|`imacy",
            &["<b>league"],
            Mode::Say,
        ),
        (
            "# head\n- item\n`code`",
            "sudland\n",
            Stance::Oppose,
            "legit|`imacy",
            &["<b>league"],
            Mode::Say,
        ),
        (
            "\u{202e}olleh",
            "sudland",
            Stance::Oppose,
            "other\nposition",
            &[],
            Mode::Say,
        ),
    ];
    comparator().compare(&[
        article("one | <i>\n# x", &text, claims),
        article("two", &text, claims),
    ])
}

#[test]
fn hostile_text_stays_text_in_markdown() {
    let report = Markdown::new(&hostile_comparison()).to_string();
    let mut columns = None;
    for line in report.lines() {
        assert!(!line.chars().any(char::is_control), "{line:?}");
        assert!(
            !line.contains(['\u{202e}', '\u{202c}', '\u{200b}']),
            "{line:?}"
        );
        // Line breaks and what a label leads to are our own.
        let mut ours = line.replace("<br>", "");
        for label in ["a1", "a2", "a3", "b1", "b2", "b3"] {
            ours = ours.replace(&format!("<a id=\"{label}\"></a>"), "");
        }
        assert!(!ours.contains(['<', '>']), "{line:?}");
        assert!(
            !line.contains("http://") && !line.contains("www.x"),
            "{line:?}"
        );
        // A table keeps its number of cells.
        let bars = line
            .replace("\\\\", "")
            .replace("\\|", "")
            .matches('|')
            .count();
        columns = if line.starts_with('|') {
            Some(columns.unwrap_or(bars))
        } else {
            None
        };
        assert!(columns.is_none_or(|columns| columns == bars), "{line:?}");
        assert!(
            !line.starts_with("# h") && !line.starts_with("- item"),
            "{line:?}"
        );
    }
    assert!(report.len() < 12_000, "{} bytes", report.len());
}

#[test]
fn colour_is_asked_for_and_says_nothing_by_itself() {
    let comparison = small();
    let plain = Table::new(&comparison).to_string();
    assert!(!plain.contains('\u{1b}'));
    let coloured = Table::new(&comparison).coloured(true).to_string();
    assert!(coloured.contains("\u{1b}[1;34mholds\u{1b}[0m 0.80"));
    let stripped = ["1", "1;33", "1;34", "1;35", "0"]
        .iter()
        .fold(coloured, |text, code| {
            text.replace(&format!("\u{1b}[{code}m"), "")
        });
    assert_eq!(stripped, plain);
}

#[test]
fn hostile_text_stays_text_on_a_terminal() {
    for width in [0, 40, 81, 200] {
        let report = Table::new(&hostile_comparison()).width(width).to_string();
        for line in report.lines() {
            assert!(line.chars().count() <= width.max(40), "{line:?}");
            assert!(!line.chars().any(char::is_control), "{line:?}");
            assert!(!line.contains(['\u{202e}', '\u{200b}']), "{line:?}");
        }
    }
}

#[test]
fn hostile_text_comes_out_of_json_as_it_went_in() {
    let json: serde_json::Value =
        serde_json::from_str(&Json::new(&hostile_comparison()).to_string()).unwrap();
    assert_eq!(
        json["claims"][0]["evidence"]["text"].as_str(),
        Some(hostile().as_str())
    );
}

/// Read these when the reports change: `target/tmp/in-house.md`, and `labelled.md` where there are labels.
#[test]
fn reports_of_whole_articles_are_written_for_a_reader_to_look_at() {
    let out = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let write = |name: &str, comparison: &Comparison| {
        let markdown = Markdown::new(comparison).to_string();
        assert!(markdown.contains("**contradicts**") && markdown.contains("**holds**"));
        std::fs::write(out.join(format!("{name}.md")), markdown).unwrap();
        std::fs::write(
            out.join(format!("{name}.txt")),
            Table::new(comparison).to_string(),
        )
        .unwrap();
        std::fs::write(
            out.join(format!("{name}.json")),
            Json::new(comparison).indented().to_string(),
        )
        .unwrap();
    };
    write("in-house", &comparator().compare(&in_house_articles()));
    if let Some(folder) = folder() {
        write(
            "labelled",
            &comparator().compare(&labelled_articles(&folder)),
        );
    }
}

#[test]
fn the_in_house_articles_show_every_relation() {
    let comparison = comparator().compare(&in_house_articles());
    let mut relations: Vec<&str> = comparison
        .alignments()
        .iter()
        .map(|a| a.relation.as_str())
        .collect();
    relations.sort_unstable();
    relations.dedup();
    let all = [
        "agrees",
        "contradicts",
        "develops",
        "differs",
        "holds",
        "only_left",
        "only_right",
        "shifts",
    ];
    assert_eq!(relations, all);
}
