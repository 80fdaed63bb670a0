//! Comparing articles through the public API: the codebook's table on labelled claims, and on the labels of two articles.

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

use std::collections::BTreeSet;
use std::path::PathBuf;

use labels::{article, comparator, folder, labelled_articles, lines, mode, stance, text};
use parallax::claim::Place;
use parallax::compare::{Alignment, Cap, Comparison, Corpus, Echo, Obstacle};
use parallax::{ActorId, Article, Claim, Document, Mode, Pack, PositionId, Span, Stance};
use serde_json::Value;

/// Whether a claim of the comparison is the one that a reader expects on this side.
fn is_side(claims: &Value, expected: &Value, index: &Value, position: Option<&str>) -> bool {
    if expected.is_null() || index.is_null() {
        return expected.is_null() && index.is_null();
    }
    let claim = &claims[usize::try_from(index.as_u64().unwrap()).unwrap()];
    let target = claim["target"].as_array().unwrap();
    let on_target = if expected["target"].is_null() {
        target.is_empty()
    } else {
        target.contains(&expected["target"])
    };
    ["document", "actor", "stance"]
        .iter()
        .all(|key| claim[key] == expected[key])
        && position.is_none_or(|position| claim["position"] == position)
        && on_target
}

#[test]
fn every_alignment_that_readers_expect_of_the_labelled_claims_is_found() {
    let Some(folder) = folder() else { return };
    let comparison = comparator().compare(&labelled_articles(&folder));
    let json = serde_json::to_value(&comparison).unwrap();
    let out = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("gold-comparison.json");
    std::fs::write(&out, json.to_string()).unwrap();

    let expected = std::fs::read_to_string(folder.join("gold/alignments.jsonl")).unwrap();
    let found = |expected: &&Value| {
        let position = text(expected, "position");
        let left_position = (expected["relation"] != "develops").then_some(position);
        json["alignments"]
            .as_array()
            .unwrap()
            .iter()
            .any(|alignment| {
                alignment["relation"] == expected["relation"]
                    && is_side(
                        &json["claims"],
                        &expected["left"],
                        &alignment["left"],
                        left_position,
                    )
                    && is_side(
                        &json["claims"],
                        &expected["right"],
                        &alignment["right"],
                        Some(position),
                    )
            })
    };
    let expected = lines(&expected);
    let missing: Vec<&Value> = expected.iter().filter(|e| !found(e)).collect();
    assert!(missing.is_empty(), "missing: {missing:#?}");
}

#[test]
fn two_runs_and_a_copy_give_the_same_bytes() {
    let Some(folder) = folder() else { return };
    let articles = labelled_articles(&folder);
    let bytes = |comparison: &Comparison| serde_json::to_string(comparison).unwrap();
    let once = bytes(&comparator().compare(&articles));
    assert_eq!(
        once,
        bytes(&comparator().compare(&labelled_articles(&folder)))
    );
    assert_eq!(once, bytes(&comparator().compare(&articles).clone()));
}

/// One case: its claims by article, and the lines expected.
struct Case {
    name: String,
    claims: Vec<Vec<Claim>>,
    texts: Vec<String>,
    expected: Vec<String>,
    has_why: bool,
}

impl Case {
    fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            claims: Vec::new(),
            texts: Vec::new(),
            expected: Vec::new(),
            has_why: false,
        }
    }

    /// "A russia support legitimacy on hamas by act words receives it"
    fn claim(&mut self, line: &str) {
        let (line, words) = line.split_once(" words ").unwrap_or((line, "stands so"));
        let mut fields = line.split_whitespace();
        let mut next = || fields.next().expect("article, actor, stance and position");
        let article = usize::from(next().as_bytes()[0] - b'A');
        let (actor, side, position) = (next(), next(), next());
        let rest: Vec<&str> = fields.collect();
        let after = |word| rest.iter().position(|&w| w == word).map(|at| rest[at + 1]);
        if self.texts.len() <= article {
            self.texts.resize(article + 1, String::new());
            self.claims.resize(article + 1, Vec::new());
        }
        let text = &mut self.texts[article];
        let start = text.len();
        text.push_str(words);
        let span = Span::new(start, text.len());
        text.push_str(".\n");
        let index = self.claims[article].len();
        let mut claim = Claim::new(
            Place { index, span },
            span,
            ActorId::new(actor),
            PositionId::new(position),
            stance(side),
        );
        claim.mode = mode(after("by").unwrap_or("act"));
        claim.target =
            after("on").map_or_else(Vec::new, |t| t.split(',').map(ActorId::new).collect());
        self.claims[article].push(claim);
    }

    fn articles(&self) -> Vec<Article> {
        let name = |at: usize| char::from(b'A' + u8::try_from(at).unwrap()).to_string();
        let articles = self.texts.iter().zip(&self.claims).enumerate();
        articles
            .map(|(at, (text, claims))| {
                Article::from_claims(Document::from_text(name(at), text.as_str()), claims.clone())
            })
            .collect()
    }
}

fn cases(text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("## ") {
            cases.push(Case::new(name));
            continue;
        }
        let Some(case) = cases.last_mut() else {
            continue;
        };
        if let Some(expected) = line.strip_prefix("= ") {
            case.expected.push(expected.to_owned());
        } else if line.starts_with("why: ") {
            case.has_why = true;
        } else if !line.is_empty() {
            case.claim(line);
        }
    }
    cases
}

/// "holds A1 B1"
fn drawn(comparison: &Comparison, alignment: &Alignment) -> String {
    let label = |claim: usize| {
        let document = comparison.claims()[claim].document;
        let before = comparison.claims()[..claim]
            .iter()
            .filter(|c| c.document == document)
            .count();
        format!(" {}{}", comparison.documents()[document].id(), before + 1)
    };
    let sides = [alignment.left, alignment.right].into_iter().flatten();
    let labels: String = sides.map(label).collect();
    format!("{}{labels}", alignment.relation)
}

#[test]
fn cases_written_by_hand() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/cases/compare");
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "txt"));
    files.sort();
    let mut wrong = Vec::new();
    for file in &files {
        let cases = cases(&std::fs::read_to_string(file).unwrap());
        assert!(!cases.is_empty(), "{} holds no case", file.display());
        for case in cases {
            assert!(
                !case.expected.is_empty() && case.has_why,
                "{}: lacks = or why:",
                case.name
            );
            let comparison = comparator().compare(&case.articles());
            let mut found: Vec<String> = comparison
                .alignments()
                .iter()
                .map(|a| drawn(&comparison, a))
                .collect();
            if found.is_empty() {
                found.push("none".to_owned());
            }
            if found != case.expected {
                wrong.push(format!(
                    "{}\n  expected {:?}\n  found    {found:?}",
                    case.name, case.expected
                ));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} cases fail:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn what_keeps_two_claims_apart_is_told() {
    let case = |lines: &str| {
        let mut case = Case::new("why not");
        lines.lines().for_each(|line| case.claim(line));
        comparator().compare(&case.articles())
    };
    let why = |lines: &str| case(lines).why_not(0, 1);
    let on = "legitimacy on hamas";
    assert_eq!(
        why(&format!("A russia support {on}\nB russia support {on}")),
        None
    );
    assert_eq!(
        why(&format!("A russia support {on}\nA iran support {on}")),
        Some(Obstacle::OneArticle)
    );
    assert_eq!(
        why("A russia support legitimacy\nB russia support ceasefire"),
        Some(Obstacle::Positions)
    );
    assert_eq!(
        why("A russia support mediation on iran\nB russia support siege_relief"),
        Some(Obstacle::NoDevelopment)
    );
    assert_eq!(
        why(&format!(
            "A russia support {on}\nB iran support legitimacy on egypt"
        )),
        Some(Obstacle::Strangers)
    );
    assert_eq!(
        why(&format!("A russia neutral {on}\nB iran support {on}")),
        Some(Obstacle::NoSide)
    );
    assert_eq!(
        why("A other support ceasefire\nB iran support ceasefire"),
        Some(Obstacle::OnlyPosition)
    );
    assert_eq!(
        why("A other oppose legitimacy on iran\nB iran support legitimacy"),
        Some(Obstacle::Nobody)
    );
    assert_eq!(
        why("A russia support legitimacy\nB russia support legitimacy on iran"),
        Some(Obstacle::EmptyTarget)
    );
    assert_eq!(
        why(
            "A russia support ceasefire words a truce in Sarva\nB iran support ceasefire words a truce in Orlan"
        ),
        Some(Obstacle::Conflicts)
    );
    let three = case(&format!(
        "A russia support {on}\nB egypt support ceasefire\nC russia support {on}"
    ));
    assert_eq!(three.why_not(0, 2), Some(Obstacle::NotConsecutive));
    assert_eq!(three.why_not(2, 0), Some(Obstacle::NotConsecutive));
    let both = case(&format!(
        "A russia support {on}\nA russia oppose {on}\nB russia support {on}\nB russia oppose {on}"
    ));
    let closer = both.why_not(0, 3).unwrap();
    assert_eq!(
        closer.to_string(),
        "the table allows shifts, but other claims were closer"
    );
    assert_eq!(both.why_not(0, 9), None);
}

#[test]
fn what_was_given_up_years_ago_contradicts_nothing() {
    let text = "Let in after years outside.";
    let given_up_in = |date: &str| {
        let on = &["syria"][..];
        let told = |evidence, stance| (evidence, "league", stance, "normalisation", on, Mode::Act);
        let sides = [
            told("Let in", Stance::Support),
            told("outside", Stance::Oppose),
        ];
        let article = article("one", text, &sides);
        let mut claims: Vec<Claim> = article.claims().cloned().collect();
        claims[0].date = "2023-05-07".parse().ok();
        claims[1].date = date.parse().ok();
        let document = Document::from_text("one", text);
        comparator().compare(&[Article::from_claims(document, claims)])
    };
    let then = given_up_in("2011");
    assert!(then.alignments().is_empty());
    assert_eq!(then.why_not(0, 1), Some(Obstacle::GivenUp));
    assert_eq!(given_up_in("2023-05-06").alignments().len(), 1);
}

#[test]
fn every_obstacle_has_its_own_words() {
    let all = [
        Obstacle::OneArticle,
        Obstacle::NotConsecutive,
        Obstacle::Positions,
        Obstacle::NoDevelopment,
        Obstacle::Strangers,
        Obstacle::NoSide,
        Obstacle::OnlyPosition,
        Obstacle::Nobody,
        Obstacle::EmptyTarget,
        Obstacle::OneSided,
        Obstacle::TwoKinds,
        Obstacle::GivenUp,
        Obstacle::Conflicts,
    ];
    let told: BTreeSet<String> = all.iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), all.len());
    assert!(told.contains("their articles do not follow each other"));
    assert!(told.contains("they have neither an actor nor a target in common"));
}

#[test]
fn a_matter_on_which_too_many_stand_is_a_crowd() {
    let most = Corpus::ACTORS;
    let names: Vec<String> = (0..=most).map(|at| format!("actor{at:03}")).collect();
    let told = |names: &[String]| {
        let told: Vec<labels::Told<'_>> = names
            .iter()
            .map(|name| {
                let on = &["league"][..];
                (
                    "Talks",
                    name.as_str(),
                    Stance::Support,
                    "mediation",
                    on,
                    Mode::Say,
                )
            })
            .collect();
        article("one", "Talks went on.", &told)
    };
    // The last one is told of twice, so it is among those that are taken.
    let articles = [told(&names), told(&names[most..])];
    let corpus = comparator().compare(&articles).corpus();
    let [crowd] = corpus.crowds.as_slice() else {
        panic!("one matter has a crowd: {:?}", corpus.crowds);
    };
    assert_eq!((crowd.waiting, crowd.taken), (most + 1, most));
    assert_eq!(corpus.ties.len(), most * (most - 1) / 2);
    let last = names.last().unwrap().as_str();
    assert!(corpus.ties.iter().any(|tie| tie.other.as_str() == last));
}

#[test]
fn words_that_too_many_sentences_share_are_named() {
    let body = |from: usize, sentences: usize| {
        let sentence =
            |at| format!("Zanders kept the ferry to Quillmark running, report{at} noted. ");
        (from..from + sentences).map(sentence).collect::<String>()
    };
    let texts = [body(0, Echo::WAITING + 1), body(200, 1)];
    let [left, right] = texts.each_ref().map(String::as_str);
    let few = comparator().compare(&read(&[("A", "2022", right), ("B", "2023", right)]));
    assert!(few.echo_caps().is_empty());
    let many = comparator().compare(&read(&[("A", "2022", left), ("B", "2023", right)]));
    let cap = many.echo_caps().first().unwrap();
    assert_eq!(cap.taken, Echo::WAITING);
    assert!(cap.waiting > Echo::WAITING);
    assert_eq!(cap.lemmas, ["ferry", "keep"]);
}

/// An article of one claim: the writer backs American policy, or Norland does.
fn one_claim(id: &str, actor: &str, side: Stance) -> Article {
    article(
        id,
        "The policy is right.",
        &[(
            "policy is right",
            actor,
            side,
            "us_policy",
            &["united_states"],
            Mode::Say,
        )],
    )
}

#[test]
fn an_author_is_the_same_only_under_the_same_name() {
    let by = |id: &str, name: &str, side| {
        let article = one_claim(id, "author", side);
        let document = article.document().clone().with_author(name);
        Article::from_claims(document, article.claims().cloned().collect())
    };
    let relation = |left: &str, right: &str| {
        let articles = [
            by("A", left, Stance::Support),
            by("B", right, Stance::Support),
        ];
        comparator().compare(&articles).alignments()[0]
            .relation
            .as_str()
    };
    assert_eq!(relation("Jane Roe", " jane roe"), "holds");
    assert_eq!(relation("Jane Roe", "John Doe"), "agrees");
}

#[test]
fn several_articles_are_compared_in_order_of_date_if_each_has_one() {
    let dated = |id: &str, date: Option<&str>, side| {
        let article = one_claim(id, "norland", side);
        let mut document = article.document().clone();
        if let Some(date) = date {
            document = document.with_date(date.parse().unwrap());
        }
        Article::from_claims(document, article.claims().cloned().collect())
    };
    let compare = |last: Option<&str>| {
        let articles = [
            dated("C", Some("2024-02"), Stance::Oppose),
            dated("A", Some("2020"), Stance::Support),
            dated("B", last, Stance::Support),
        ];
        let comparison = comparator().compare(&articles);
        let drawn: Vec<String> = comparison
            .alignments()
            .iter()
            .map(|a| drawn(&comparison, a))
            .collect();
        drawn
    };
    assert_eq!(compare(Some("2022-05-01")), ["holds A1 B1", "shifts B1 C1"]);
    assert_eq!(compare(None), ["shifts C1 A1", "holds A1 B1"]);
    let two = [
        dated("B", Some("2024"), Stance::Oppose),
        dated("A", Some("2022"), Stance::Support),
    ];
    let comparison = comparator().compare(&two);
    assert_eq!(
        drawn(&comparison, &comparison.alignments()[0]),
        "shifts A1 B1"
    );
}

#[test]
fn a_bound_that_was_met_is_named() {
    let words: Vec<String> = (0..100).map(|n| format!("actor{n}")).collect();
    let body = words.join(" ");
    let side = |id: &str, stance| {
        let told: Vec<labels::Told<'_>> = words
            .iter()
            .map(|word| {
                (
                    word.as_str(),
                    word.as_str(),
                    stance,
                    "legitimacy",
                    &["league"][..],
                    Mode::Say,
                )
            })
            .collect();
        article(id, &body, &told)
    };
    let comparison = comparator().compare(&[side("A", Stance::Support), side("B", Stance::Oppose)]);
    // All hundred stood in line for the league, and each met more than it is lined up with.
    let [each @ .., of_all] = comparison.caps() else {
        panic!("no bound was met")
    };
    assert_eq!(
        (of_all.position.as_str(), of_all.waiting, of_all.taken),
        ("legitimacy", 100, Cap::LIMIT)
    );
    assert_eq!(of_all.actor.as_ref().unwrap().as_str(), "league");
    assert!(!each.is_empty() && each.iter().all(|cap| cap.taken == Cap::EACH));
    let report = parallax::report::Markdown::new(&comparison).to_string();
    assert!(report.contains("up to 100 claims stood in line"));
    // Nobody is said to be alone for it, and each claim shifts, its actor having changed sides.
    assert!(
        comparison
            .alignments()
            .iter()
            .all(|a| !a.relation.is_alone())
    );
    let shifts = comparison
        .alignments()
        .iter()
        .filter(|a| a.relation.as_str() == "shifts");
    assert_eq!(shifts.count(), 100);
}

/// Where the expected counterpart stands among all claims of the right article, if these parts make the score: the mean of
/// 1 over its rank, and how often it comes first.
fn ranked(
    comparison: &Comparison,
    expected: &[(usize, usize)],
    weight: &dyn Fn(parallax::compare::Part) -> f64,
) -> (f64, usize) {
    let value = |left: usize, right: usize| -> f64 {
        let score = comparison.score(left, right).unwrap();
        let all: f64 = score.parts().iter().map(|p| weight(p.part)).sum();
        score
            .parts()
            .iter()
            .map(|p| weight(p.part) * p.value)
            .sum::<f64>()
            / all
    };
    let claims = comparison.claims();
    let (mut sum, mut first) = (0.0, 0);
    for &(left, right) in expected {
        let own = value(left, right);
        // Against the other claims on the same position.
        let rivals = (0..claims.len()).filter(|&at| {
            at != right && claims[at].document == 1 && claims[at].position == claims[right].position
        });
        let better = rivals.filter(|&at| value(left, at) > own).count();
        sum += 1.0 / f64::from(u32::try_from(better + 1).unwrap());
        first += usize::from(better == 0);
    }
    (
        sum / f64::from(u32::try_from(expected.len()).unwrap()),
        first,
    )
}

/// `cargo test --test compare weights -- --nocapture` prints what each part of the score is worth: how well the pairs that readers expect are found
/// among all claims on their position with the stated weights, with equal ones, and without each part.
#[test]
fn the_weights_of_the_parts_are_worth_their_place() {
    use parallax::compare::Part;

    let Some(folder) = folder() else { return };
    let comparison = comparator().compare(&labelled_articles(&folder));
    let json = serde_json::to_value(&comparison).unwrap();
    let gold = std::fs::read_to_string(folder.join("gold/alignments.jsonl")).unwrap();
    let find = |side: &Value, position: Option<&str>| {
        (0..comparison.claims().len())
            .find(|&at| is_side(&json["claims"], side, &Value::from(at), position))
    };
    let pair = |line: &Value| {
        let position = text(line, "position");
        let left_position = (line["relation"] != "develops").then_some(position);
        if line["left"].is_null() || line["right"].is_null() {
            return None;
        }
        find(&line["left"], left_position).zip(find(&line["right"], Some(position)))
    };
    let pairs: Vec<(usize, usize)> = lines(&gold).iter().filter_map(pair).collect();
    assert!(pairs.len() >= 10, "{} pairs", pairs.len());
    let stated = ranked(&comparison, &pairs, &Part::weight);
    println!("weights              mean 1/rank  first of {}", pairs.len());
    let row =
        |name: &str, (mean, first): (f64, usize)| println!("{name:<20} {mean:>11.3}  {first:>5}");
    row("stated", stated);
    row("equal", ranked(&comparison, &pairs, &|_| 1.0));
    for left_out in Part::ALL {
        let weight = |part: Part| if part == left_out { 0.0 } else { part.weight() };
        let without = ranked(&comparison, &pairs, &weight);
        let name = format!("without {}", left_out.as_str());
        row(&name, without);
        match left_out {
            // On one pair of articles there is nothing for them to decide: `parts_that_few_pairs_need_break_ties` has what they are for.
            // What they cost here is less than one pair that falls from the first place to the second.
            Part::Stance | Part::Date | Part::Letters => {
                let pair = 0.5 / f64::from(u32::try_from(pairs.len()).unwrap());
                assert!(stated.0 > without.0 - pair, "{name}: {:.3}", without.0);
            }
            _ => assert!(stated.0 > without.0, "{name}: {:.3}", without.0),
        }
    }
    assert!(stated.0 >= ranked(&comparison, &pairs, &|_| 1.0).0);
}

/// Two counterparts that are alike in all but one part: that part says which is closer.
#[test]
fn parts_that_few_pairs_need_break_ties() {
    fn said<'a>(words: &'a str, actor: &'a str, stance: Stance) -> labels::Told<'a> {
        (words, actor, stance, "legitimacy", &["league"], Mode::Say)
    }
    let dated = |article: &Article, dates: &[&str]| {
        let claims = article.claims().cloned().zip(dates);
        let claims = claims.map(|(mut claim, date)| {
            claim.date = Some(date.parse().unwrap());
            claim
        });
        Article::from_claims(article.document().clone(), claims.collect())
    };
    let before = article(
        "before",
        "Norland backs the Jafari plan.",
        &[said("backs the Jafari plan", "norland", Stance::Support)],
    );
    let closer_first = |after: Article, dates: &[&str]| {
        let comparison = comparator().compare(&[dated(&before, &["2020"]), dated(&after, dates)]);
        let value = |right| comparison.score(0, right).unwrap().value();
        value(1) > value(2)
    };
    let after = |first: (&str, Stance), second: (&str, Stance)| {
        let told = [
            said(first.0, "sudland", first.1),
            said(second.0, "westland", second.1),
        ];
        let body = format!("Sudland {}. Westland {}.", first.0, second.0);
        article("after", &body, &told)
    };
    let plan = "backs the Jafari plan";
    let for_it = (plan, Stance::Support);
    let stance = after((plan, Stance::Oppose), (plan, Stance::Neutral));
    assert!(closer_first(stance, &["2020", "2020"]));
    let date = after(for_it, for_it);
    assert!(closer_first(date, &["2020", "2023"]));
    let letters = after(
        ("backs the Jaafari plan", Stance::Support),
        ("backs the Zonder plan", Stance::Support),
    );
    assert!(closer_first(letters, &["2020", "2020"]));
}

/// Articles as the pipeline reads them, each with its outlet.
fn read(texts: &[(&str, &str, &str)]) -> Vec<Article> {
    let parallax = parallax::Parallax::new(Pack::builtin());
    let read = |(id, outlet, text): &(&str, &str, &str)| {
        let document = Document::from_text(*id, *text).with_outlet(*outlet);
        parallax.annotate(&document)
    };
    texts.iter().map(read).collect()
}

const GAZETTE: &str = "Russia vetoed the American draft resolution on Monday.\n\n\
    The ferry to Ellis sank in shallow water, and all fourteen sailors were rescued.\n\n\
    Farmers in the valley expect a poor harvest this autumn.\n";
const HERALD: &str = "Russia vetoed the American draft resolution on Monday.\n\n\
    All fourteen sailors were saved when the Ellis ferry went down in shallow water.\n\n\
    The mayor opened a library with a reading room for children.\n";

#[test]
fn sentences_that_say_the_same_echo_and_copies_are_marked() {
    let articles = read(&[("A", "Gazette", GAZETTE), ("B", "Herald", HERALD)]);
    let comparison = parallax::compare::Comparator::plain().compare(&articles);
    let echoes: Vec<(usize, usize, bool)> = comparison
        .echoes()
        .iter()
        .map(|echo| {
            assert!(echo.score >= Echo::LEAST && echo.score <= 1.0);
            (
                echo.left.sentence.index,
                echo.right.sentence.index,
                echo.is_copy,
            )
        })
        .collect();
    assert_eq!(echoes, [(0, 0, true), (1, 1, false)]);
    assert!(comparison.echo_caps().is_empty());
    // The veto is one report printed twice: it is lined up, marked, and no second agreement.
    let held = &comparison.alignments()[0];
    assert_eq!((held.relation.as_str(), held.is_copy), ("holds", true));
    assert!(!comparison.is_copy(0) && comparison.is_copy(1));
    let corpus = comparison.corpus();
    assert_eq!(corpus.outlets[1].positions[0].copies, 1);
    let json = serde_json::to_value(&comparison).unwrap();
    assert_eq!(json["echoes"][0]["relation"], "echo");
    assert_eq!(json["alignments"][0]["copy"], true);
}

#[test]
fn a_denial_is_no_echo() {
    let denied = GAZETTE.replace(
        "all fourteen sailors were rescued",
        "none of the fourteen sailors was rescued",
    );
    let articles = read(&[("A", "Gazette", GAZETTE), ("B", "Herald", &denied)]);
    let comparison = parallax::compare::Comparator::plain().compare(&articles);
    let right: Vec<usize> = comparison
        .echoes()
        .iter()
        .map(|e| e.right.sentence.index)
        .collect();
    assert_eq!(right, [0, 2]);
}

#[test]
fn a_corpus_is_counted_by_outlet_and_month_and_ties_are_by_matter() {
    let told = |id: &str, outlet: &str, date: &str, claims: &[(&str, Stance)]| {
        let body = "Policy stands.";
        let claims: Vec<labels::Told<'_>> = claims
            .iter()
            .map(|&(actor, side)| {
                (
                    "Policy",
                    actor,
                    side,
                    "us_policy",
                    &["united_states"][..],
                    Mode::Say,
                )
            })
            .collect();
        labels::printed(&article(id, body, &claims), outlet, date)
    };
    let articles = [
        told(
            "A",
            "Gazette",
            "2022-03-04",
            &[("norland", Stance::Support), ("sarva", Stance::Oppose)],
        ),
        told(
            "B",
            "Herald",
            "2022-03-09",
            &[("norland", Stance::Support), ("other", Stance::Support)],
        ),
        told(
            "C",
            "Gazette",
            "2022-04",
            &[("norland", Stance::Oppose), ("belmar", Stance::Oppose)],
        ),
    ];
    let corpus = comparator().compare(&articles).corpus();
    let outlets: Vec<(Option<&str>, usize, usize)> = corpus
        .outlets
        .iter()
        .map(|outlet| {
            (
                outlet.outlet.as_deref(),
                outlet.articles,
                outlet.positions[0].oppose,
            )
        })
        .collect();
    assert_eq!(outlets, [(Some("Gazette"), 2, 3), (Some("Herald"), 1, 0)]);
    let sides: Vec<(usize, usize, usize)> = corpus
        .outlets
        .iter()
        .map(|outlet| {
            let count = &outlet.positions[0];
            (count.support, count.neutral, count.copies)
        })
        .collect();
    assert_eq!(sides, [(1, 0, 0), (2, 0, 0)]);
    let months: Vec<(String, usize)> = corpus
        .months
        .iter()
        .map(|month| (month.month.unwrap().to_string(), month.articles))
        .collect();
    assert_eq!(
        months,
        [("2022-03".to_owned(), 2), ("2022-04".to_owned(), 1)]
    );
    let ties: Vec<(&str, &str, usize, usize)> = corpus
        .ties
        .iter()
        .map(|tie| {
            (
                tie.one.as_str(),
                tie.other.as_str(),
                tie.agreements.len(),
                tie.conflicts.len(),
            )
        })
        .collect();
    // Norland was on both sides, so it agrees and conflicts; two articles make one agreement.
    assert_eq!(
        ties,
        [
            ("belmar", "norland", 1, 1),
            ("norland", "sarva", 1, 1),
            ("belmar", "sarva", 1, 0)
        ]
    );
    let exclusive: Vec<&str> = corpus
        .exclusives
        .iter()
        .map(|e| e.outlet.as_str())
        .collect();
    // Sarva's claim, Belmar's, and Norland's turn are the Gazette's alone.
    assert_eq!(exclusive, ["Gazette"; 3]);
}

#[test]
fn a_neutral_claim_is_counted_as_one() {
    let articles = [labels::printed(
        &one_claim("A", "norland", Stance::Neutral),
        "Gazette",
        "2022-03-04",
    )];
    let corpus = comparator().compare(&articles).corpus();
    let count = &corpus.outlets[0].positions[0];
    assert_eq!((count.support, count.oppose, count.neutral), (0, 0, 1));
}

/// What a report asks a comparison for: the words of a claim in its own article, and names for people.
#[test]
fn words_and_names_are_those_of_the_articles_and_of_the_pack() {
    let articles = read(&[
        (
            "A",
            "Gazette",
            "Russia vetoed the American draft resolution.",
        ),
        ("B", "Herald", "In the evening Turkey recognised Kosovo."),
    ]);
    let comparison = parallax::compare::Comparator::new(&Pack::builtin()).compare(&articles);
    let told: Vec<(&str, &str)> = comparison
        .claims()
        .iter()
        .map(|claim| {
            let document = comparison.document_of(claim).unwrap();
            let words = comparison.text(claim, claim.told().evidence);
            (document.id(), words)
        })
        .collect();
    assert_eq!(
        told,
        [
            ("A", "vetoed the American draft resolution"),
            ("B", "recognised Kosovo")
        ]
    );
    let claim = &comparison.claims()[0];
    assert_eq!(comparison.actor_name(&claim.actor), "Russia");
    let own = PositionId::new("grain_levy");
    assert_eq!(comparison.position_name(&own), "grain levy");
    assert_eq!(comparison.question(&own), None);
    let pack = Pack::builtin();
    let known = pack
        .positions()
        .find(|position| position.id() == &claim.position)
        .unwrap();
    assert_eq!(comparison.position_name(&claim.position), known.name());
    assert_eq!(comparison.question(&claim.position), Some(known.question()));
}

mod random {
    //! Any claims at all: the result keeps its promises, and a look at every pair finds no other relation.

    use proptest::prelude::*;

    use super::*;
    use parallax::compare::{MergedClaim, Relation};

    const ACTORS: [&str; 6] = ["author", "hamas", "iran", "other", "russia", "turkey"];
    const POSITIONS: [&str; 3] = ["ceasefire", "ceasefire_guarantor", "mediation"];

    fn claims() -> impl Strategy<Value = Vec<Claim>> {
        let stance = prop::sample::select(vec![Stance::Support, Stance::Oppose, Stance::Neutral]);
        let mode = prop::sample::select(vec![
            Mode::Act,
            Mode::Say,
            Mode::Ask,
            Mode::Want,
            Mode::Expect,
        ]);
        let target = prop::collection::btree_set(1usize..ACTORS.len(), 0..3);
        let one = (
            0..ACTORS.len(),
            0..POSITIONS.len(),
            stance,
            target,
            mode,
            0usize..20,
        );
        prop::collection::vec(one, 0..12).prop_map(|drawn| {
            let claim =
                |(actor, position, stance, target, mode, word): (usize, usize, _, _, _, usize)| {
                    let span = Span::new(word, word + 6);
                    let place = Place { index: word, span };
                    let position = PositionId::new(POSITIONS[position]);
                    let mut claim =
                        Claim::new(place, span, ActorId::new(ACTORS[actor]), position, stance);
                    let target: BTreeSet<usize> = target;
                    claim.target = target
                        .into_iter()
                        .filter(|&t| t != 3)
                        .map(|t| ActorId::new(ACTORS[t]))
                        .collect();
                    claim.mode = mode;
                    claim
                };
            drawn.into_iter().map(claim).collect()
        })
    }

    fn article(name: &str, claims: &[Claim]) -> Article {
        let text = "Whoever reads this has made up 26 letters";
        Article::from_claims(Document::from_text(name, text), claims.to_vec())
    }

    /// The codebook's table without any table look-up; `None` where it has no row. The mode is left out.
    fn row(left: &MergedClaim, right: &MergedClaim) -> Option<&'static str> {
        let same_actor =
            left.actor == right.actor && !left.actor.is_other() && !left.actor.is_author();
        let overlap = left.target_overlaps(right);
        let aims =
            |a: &MergedClaim, b: &MergedClaim| !b.actor.is_author() && a.target.contains(&b.actor);
        let family = |position: &PositionId| position.as_str() != "ceasefire";
        if left.position != right.position {
            let related = family(&left.position) && family(&right.position);
            return (same_actor && related && overlap).then_some("develops");
        }
        if !overlap {
            let crossing = aims(left, right) || aims(right, left);
            let is_open = left.target.is_empty() || right.target.is_empty();
            if is_open && (!same_actor || left.stance == right.stance) {
                return None;
            }
            return (same_actor || crossing).then_some("differs");
        }
        if same_actor {
            return Some(if left.stance == right.stance {
                "holds or shifts"
            } else {
                "shifts"
            });
        }
        if left.stance == right.stance {
            return Some("agrees");
        }
        let sides = [left.stance, right.stance];
        (!sides.contains(&Stance::Neutral)).then_some("contradicts")
    }

    proptest! {
        #[test]
        fn every_pair_reported_stands_in_the_table(left in claims(), right in claims()) {
            let comparison = comparator().compare(&[article("A", &left), article("B", &right)]);
            let claims = comparison.claims();
            for alignment in comparison.alignments() {
                let (Some(l), Some(r)) = (alignment.left, alignment.right) else { continue };
                let (l, r) = (&claims[l], &claims[r]);
                prop_assert!((0.0..=1.0).contains(&alignment.score.value()));
                if l.document == r.document {
                    prop_assert_eq!(alignment.relation, Relation::Contradicts);
                    prop_assert!(l.target_overlaps(r) && l.position == r.position);
                    prop_assert!(l.stance != r.stance);
                    continue;
                }
                prop_assert_eq!((l.document, r.document), (0, 1));
                match row(l, r) {
                    Some("holds or shifts") => {
                        prop_assert!(matches!(alignment.relation, Relation::Holds | Relation::Shifts));
                    }
                    expected => prop_assert_eq!(expected, Some(alignment.relation.as_str())),
                }
            }
        }

        #[test]
        fn every_claim_is_lined_up_or_alone_for_a_reason(left in claims(), right in claims()) {
            let comparison = comparator().compare(&[article("A", &left), article("B", &right)]);
            let claims = comparison.claims();
            for (at, claim) in claims.iter().enumerate() {
                let of_claim = |a: &&Alignment| a.left == Some(at) || a.right == Some(at);
                let across = |a: &&Alignment| match (a.left, a.right) {
                    (Some(l), Some(r)) => claims[l].document != claims[r].document,
                    _ => false,
                };
                let alone = comparison.alignments().iter().filter(of_claim).filter(|a| a.relation.is_alone()).count();
                let met = comparison.alignments().iter().filter(of_claim).filter(across).count();
                prop_assert_eq!(alone == 1, met == 0);
                if alone == 0 { continue; }
                let nobody = |c: &MergedClaim| c.actor.is_other();
                let holds_on = |c: &MergedClaim| comparison.alignments().iter().any(|a| {
                    matches!(a.relation, Relation::Holds | Relation::Shifts)
                        && [a.left, a.right].into_iter().flatten().any(|at| claims[at] == *c)
                });
                for other in claims.iter().filter(|other| other.document != claim.document) {
                    let (l, r) = if claim.document == 0 { (claim, other) } else { (other, claim) };
                    let open = l.target.is_empty() && r.target.is_empty();
                    let excused = match row(l, r) {
                        None => true,
                        Some("agrees" | "contradicts") => open,
                        Some("differs") => {
                            let aims_at = |one: &MergedClaim, other: &MergedClaim| one.target.contains(&other.actor);
                            nobody(l) || nobody(r) || holds_on(l) || holds_on(r)
                                || l.target.is_empty() != r.target.is_empty()
                                || l.actor != r.actor && !(aims_at(l, r) && aims_at(r, l))
                        }
                        _ => false,
                    };
                    prop_assert!(excused, "{:?} and {:?} could meet", l, r);
                }
            }
        }

        #[test]
        fn same_in_same_out(left in claims(), right in claims()) {
            let compare = || serde_json::to_string(&comparator().compare(&[article("A", &left), article("B", &right)])).unwrap();
            prop_assert_eq!(compare(), compare());
        }
    }
}
