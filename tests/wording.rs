//! How well the measure of wording tells pairs apart that were written for it, beside other measures.
//!
//! `cargo test --test wording -- --nocapture` prints the table.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "test code outside of test functions"
)]

use parallax::compare::wording;

#[path = "wording/peers.rs"]
mod peers;

use peers::{Corpus, MEASURES, overlap_and_negation};

use std::fmt::Write as _;

type Pair = (&'static str, &'static str);

/// Pairs written together; `tests/wording/README.md` says how each set came about.
#[derive(Default)]
struct Set {
    name: &'static str,
    same: Vec<Pair>,
    /// They share a subject, names, many words.
    related: Vec<Pair>,
    /// They share a word or two.
    unrelated: Vec<Pair>,
    entailed: Vec<Pair>,
    contradicted: Vec<Pair>,
}

macro_rules! pairs {
    ($path:literal) => {
        pairs(include_str!(concat!("wording/", $path, ".txt")))
    };
}

fn pairs(text: &'static str) -> Vec<Pair> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let pairs: Vec<Pair> = lines.map(|line| line.split_once(" | ").unwrap()).collect();
    assert!(!pairs.is_empty());
    pairs
}

fn sets() -> [Set; 15] {
    [
        Set {
            name: "first",
            same: pairs!("same"),
            related: pairs!("different"),
            unrelated: shifted(&pairs!("same")),
            entailed: pairs!("entailed"),
            contradicted: pairs!("contradicted"),
        },
        Set {
            name: "second",
            same: pairs!("second/same"),
            related: pairs!("second/different"),
            unrelated: shifted(&pairs!("second/same")),
            entailed: pairs!("second/entailed"),
            contradicted: pairs!("second/contradicted"),
        },
        Set {
            name: "third",
            same: pairs!("third/same"),
            related: pairs!("third/different"),
            unrelated: shifted(&pairs!("third/same")),
            entailed: Vec::new(),
            contradicted: Vec::new(),
        },
        Set {
            name: "fourth",
            same: pairs!("fourth/same"),
            related: pairs!("fourth/related"),
            unrelated: pairs!("fourth/unrelated"),
            entailed: pairs!("fourth/entailed"),
            contradicted: pairs!("fourth/contradicted"),
        },
        Set {
            name: "fifth",
            same: pairs!("fifth/same"),
            related: pairs!("fifth/related"),
            unrelated: pairs!("fifth/unrelated"),
            entailed: pairs!("fifth/entailed"),
            contradicted: pairs!("fifth/contradicted"),
        },
        Set {
            name: "sixth",
            same: pairs!("sixth/same"),
            related: pairs!("sixth/related"),
            unrelated: pairs!("sixth/unrelated"),
            entailed: pairs!("sixth/entailed"),
            contradicted: pairs!("sixth/contradicted"),
        },
        Set {
            name: "seventh",
            entailed: pairs!("seventh/entailed"),
            contradicted: pairs!("seventh/contradicted"),
            ..Set::default()
        },
        Set {
            name: "eighth",
            entailed: pairs!("eighth/entailed"),
            contradicted: pairs!("eighth/contradicted"),
            ..Set::default()
        },
        Set {
            name: "ninth",
            entailed: pairs!("ninth/entailed"),
            contradicted: pairs!("ninth/contradicted"),
            ..Set::default()
        },
        Set {
            name: "tenth",
            entailed: pairs!("tenth/entailed"),
            contradicted: pairs!("tenth/contradicted"),
            ..Set::default()
        },
        Set {
            name: "eleventh",
            entailed: pairs!("eleventh/entailed"),
            contradicted: pairs!("eleventh/contradicted"),
            ..Set::default()
        },
        Set {
            name: "twelfth",
            entailed: pairs!("twelfth/entailed"),
            contradicted: pairs!("twelfth/contradicted"),
            ..Set::default()
        },
        Set {
            name: "thirteenth",
            entailed: pairs!("thirteenth/entailed"),
            contradicted: pairs!("thirteenth/contradicted"),
            ..Set::default()
        },
        Set {
            name: "fourteenth",
            same: pairs!("fourteenth/same"),
            related: pairs!("fourteenth/related"),
            unrelated: pairs!("fourteenth/unrelated"),
            entailed: pairs!("fourteenth/entailed"),
            contradicted: pairs!("fourteenth/contradicted"),
        },
        Set {
            name: "fifteenth",
            entailed: pairs!("fifteenth/entailed"),
            contradicted: pairs!("fifteenth/contradicted"),
            ..Set::default()
        },
    ]
}

/// Sets that are measured as a whole and never read pair by pair.
const SCORE_ONLY: [&str; 6] = [
    "fourth",
    "eighth",
    "tenth",
    "twelfth",
    "fourteenth",
    "fifteenth",
];

/// Left and right sentences of different pairs.
fn shifted(same: &[Pair]) -> Vec<Pair> {
    let shifted = same.iter().zip(same.iter().cycle().skip(3));
    shifted.map(|(one, other)| (one.0, other.1)).collect()
}

impl Set {
    /// The chance that a pair that says the same scores higher than any other, than a related one, and than an unrelated one.
    fn auc(&self, measure: impl Fn(&str, &str) -> f64) -> [f64; 3] {
        let scores = |pairs: &[Pair]| -> Vec<f64> {
            pairs.iter().map(|pair| measure(pair.0, pair.1)).collect()
        };
        let (same, related) = (scores(&self.same), scores(&self.related));
        let unrelated = scores(&self.unrelated);
        let others = [related.as_slice(), &unrelated].concat();
        [others, related, unrelated].map(|others| auc(&same, &others))
    }

    /// The share of contradicted pairs that are opposed, and of entailed ones that are not.
    fn opposed(&self, is_opposed: impl Fn(&str, &str) -> bool) -> (f64, f64) {
        let share = |pairs: &[Pair]| {
            let opposed = pairs.iter().filter(|pair| is_opposed(pair.0, pair.1));
            opposed.count() as f64 / pairs.len() as f64
        };
        (share(&self.contradicted), 1.0 - share(&self.entailed))
    }

    fn corpus(&self) -> Corpus {
        Corpus::of(&[self.same.as_slice(), &self.related, &self.unrelated].concat())
    }
}

/// The chance that one of the first kind is higher than one of the second.
fn auc(higher: &[f64], lower: &[f64]) -> f64 {
    let mut won = 0.0;
    for one in higher {
        for other in lower {
            won += match one.total_cmp(other) {
                std::cmp::Ordering::Greater => 1.0,
                std::cmp::Ordering::Equal => 0.5,
                std::cmp::Ordering::Less => 0.0,
            };
        }
    }
    won / (higher.len() * lower.len()) as f64
}

/// Least AUC, against all others and against related ones, and least accuracy of `opposed`, by set.
const LEAST: [(&str, [f64; 3]); 15] = [
    ("first", [0.93, 0.88, 0.93]),
    ("second", [0.93, 0.85, 0.95]),
    ("third", [0.85, 0.7, 0.0]),
    ("fourth", [0.95, 0.93, 0.85]),
    ("fifth", [0.98, 0.97, 0.9]),
    ("sixth", [0.9, 0.84, 0.95]),
    ("seventh", [0.0, 0.0, 0.9]),
    ("eighth", [0.0, 0.0, 0.8]),
    ("ninth", [0.0, 0.0, 0.84]),
    ("tenth", [0.0, 0.0, 0.8]),
    ("eleventh", [0.0, 0.0, 0.9]),
    ("twelfth", [0.0, 0.0, 0.88]),
    ("thirteenth", [0.0, 0.0, 0.9]),
    ("fourteenth", [0.93, 0.91, 0.9]),
    ("fifteenth", [0.0, 0.0, 0.78]),
];

#[test]
fn pairs_that_say_the_same_score_higher_than_by_any_other_measure() {
    println!("AUC: same against all others, against related ones, against unrelated ones");
    for (set, (name, [least, least_related, _])) in sets().iter().zip(LEAST) {
        assert_eq!(set.name, name);
        if set.same.is_empty() {
            continue;
        }
        let own = set.auc(|left, right| wording(left, right).score);
        let [all, related, unrelated] = own;
        println!(
            "{name:8} {:15} {all:.3} {related:.3} {unrelated:.3}",
            "wording"
        );
        assert!(all > least && related > least_related, "{name}: {own:?}");
        let corpus = set.corpus();
        for (measure, of) in MEASURES {
            let [all, related, unrelated] = set.auc(|left, right| of(&corpus, left, right));
            println!("{:8} {measure:15} {all:.3} {related:.3} {unrelated:.3}", "");
            assert!(own[0] > all && own[1] > related, "{name}: {measure}");
            // Nearly all measures tell all of these apart.
            assert!(own[2] > unrelated - 0.01, "{name}: {measure}");
        }
    }
}

#[test]
fn contradictions_are_told_from_what_follows() {
    println!("opposed: of what contradicts, of what follows, accuracy");
    let sets = sets();
    let with = sets
        .iter()
        .zip(LEAST)
        .filter(|(set, _)| !set.entailed.is_empty());
    for (set, (name, [_, _, least])) in with {
        let own = set.opposed(|left, right| wording(left, right).opposed);
        let counted = set.opposed(overlap_and_negation);
        for (measure, (met, kept)) in [("wording", own), ("overlap, negation", counted)] {
            let accuracy = f64::midpoint(met, kept);
            println!(
                "{name:8} {measure:18} {met:.3} {:.3} {accuracy:.3}",
                1.0 - kept
            );
        }
        let accuracy = f64::midpoint(own.0, own.1);
        assert!(accuracy > least, "{name}: {accuracy}");
        assert!(
            accuracy > f64::midpoint(counted.0, counted.1),
            "{name}: {accuracy}"
        );
    }
}

#[test]
fn left_and_right_may_change_places() {
    let pairs = sets().map(|set| [set.same, set.related, set.contradicted].concat());
    for (left, right) in pairs.into_iter().flatten() {
        let (there, back) = (wording(left, right), wording(right, left));
        assert!((there.score - back.score).abs() < 1e-9, "{left} | {right}");
        assert_eq!(there.opposed, back.opposed, "{left} | {right}");
    }
}

#[test]
fn a_sentence_says_the_same_as_itself_and_nothing_as_nothing() {
    for (left, _) in pairs!("same") {
        let wording = wording(left, left);
        assert!(
            wording.score > 0.99 && !wording.opposed,
            "{left}: {wording:?}"
        );
    }
    for (left, right) in [("", ""), ("", "The vote passed."), ("…", "?!")] {
        let wording = wording(left, right);
        assert!(!wording.opposed && wording.score.abs() < 1e-9);
    }
}

/// One construction a line: opposed on the left of the bar, not opposed on the right.
#[test]
fn opposition_by_construction() {
    let opposed = [
        (
            "The council approved the plan.",
            "The council did not approve the plan.",
        ),
        (
            "The council approved the plan.",
            "The plan was never approved by the council.",
        ),
        (
            "There is evidence of fraud.",
            "There is no evidence of fraud.",
        ),
        (
            "The union accepted the offer.",
            "The union rejected the offer.",
        ),
        (
            "The union agreed to sign the deal.",
            "The union refused to sign the deal.",
        ),
        ("Exports rose in May.", "Exports fell in May."),
        ("Three ships left the port.", "Five ships left the port."),
        ("Norland invaded Sarva.", "Norland was invaded by Sarva."),
        (
            "Flights from Belmar to Ellis were full.",
            "Flights from Ellis to Belmar were full.",
        ),
        ("The boat was painted red.", "The boat was painted green."),
        (
            "He was born in Belmar in 1950.",
            "He was born in Ellis in 1950.",
        ),
        ("Many people came.", "Few people came."),
        ("Three people are in the room.", "Nobody is in the room."),
        (
            "She arrived too late to catch the train.",
            "She caught the train.",
        ),
        (
            "The tower is the tallest.",
            "The tower is the second tallest.",
        ),
        (
            "The book is longer than the film.",
            "The film is longer than the book.",
        ),
        ("He is older than his wife.", "He is younger than his wife."),
        (
            "The shop is open except on Sundays.",
            "The shop is open on Sundays.",
        ),
        (
            "A man is lifting weights in a gym.",
            "The man is lying on a sofa at home.",
        ),
        (
            "They are having lunch inside.",
            "They are having lunch outdoors.",
        ),
        ("The mayor ruled out a vote.", "The mayor called a vote."),
        ("He did not manage to open the door.", "He opened the door."),
        ("Poland beat Norway 2-1.", "Norway beat Poland 2-1."),
        ("Karn defeated Lund.", "Lund beat Karn."),
        (
            "The school has more girls than boys.",
            "The school has more boys than girls.",
        ),
        ("There are many boats.", "There is not a single boat."),
        (
            "The dog has a ball in its mouth.",
            "The dog has nothing in its mouth.",
        ),
        ("All the guests left.", "Not all the guests left."),
        ("No one had read the book.", "Everyone had read the book."),
        ("Two bicycles are there.", "There is only one bicycle."),
        (
            "2,000 people took part in the strike.",
            "More than 50,000 people took part in the strike.",
        ),
        ("The rescue was a success.", "The rescue failed."),
        (
            "The party lost its majority.",
            "The party kept its majority.",
        ),
        (
            "Nobody but the guard saw him.",
            "The guard did not see him.",
        ),
        ("She has yet to pay the bill.", "She paid the bill."),
        (
            "The bridge was built in 1998.",
            "The bridge was not built until 2004.",
        ),
        ("Only Anna passed the exam.", "Everyone passed the exam."),
        (
            "All of the cups were broken.",
            "None of the cups was broken.",
        ),
        (
            "The patient is out of danger.",
            "The patient is fighting for her life.",
        ),
        (
            "The governor favours a new dam.",
            "The governor is critical of a new dam.",
        ),
    ];
    for (left, right) in opposed {
        assert!(wording(left, right).opposed, "{left} | {right}");
    }
    let not_opposed = [
        ("Exports did not rise in May.", "Exports fell in May."),
        (
            "The union did not accept the offer.",
            "The union rejected the offer.",
        ),
        (
            "The council never refused to meet them.",
            "The council met them.",
        ),
        (
            "At least ten ships left the port.",
            "Twelve ships left the port.",
        ),
        ("About 100 ships left the port.", "104 ships left the port."),
        ("Two dozen ships left the port.", "24 ships left the port."),
        ("Norland invaded Sarva.", "Sarva was invaded by Norland."),
        (
            "Norland met Sarva in the final.",
            "Sarva met Norland in the final.",
        ),
        (
            "The vote passed, not only in Belmar.",
            "The vote passed in Belmar.",
        ),
        (
            "The minister did not say why he left.",
            "The minister left.",
        ),
        ("Hardly anybody came.", "Few people came."),
        ("Nobody is in the room.", "The room is empty."),
        ("The goods came late.", "The goods did not come on time."),
        (
            "He is older than his wife.",
            "His wife is younger than he is.",
        ),
        (
            "Only three pupils passed the test.",
            "Most of the pupils failed the test.",
        ),
        (
            "She needs glasses to read.",
            "Without glasses she can't read.",
        ),
        (
            "He denied taking the money.",
            "He said he had not taken the money.",
        ),
        (
            "The museum bought the painting.",
            "The painting was sold to the museum.",
        ),
        ("She eats no meat.", "She does not eat chicken."),
        ("He turned the job down.", "He did not take the job."),
        (
            "The bridge was built in 2004.",
            "The bridge was not built until 2004.",
        ),
        (
            "The rain stopped before the match began.",
            "The match began after the rain had stopped.",
        ),
        (
            "The tower is not as tall as the church.",
            "The church is taller than the tower.",
        ),
        (
            "All of the windows were broken.",
            "None of the windows was intact.",
        ),
        ("She escaped without a fine.", "She was not fined."),
        (
            "The envoy was called back in protest against the arrests.",
            "The arrests led to a protest.",
        ),
        (
            "Norland and Sarva ended their border dispute.",
            "Norland and Sarva settled their row over the border.",
        ),
        ("A boy is asleep in his bed.", "A boy is sleeping."),
        (
            "The council opened a school.",
            "The pool was closed on Monday for repairs.",
        ),
        (
            "Half of the crew refused to go.",
            "Not everyone in the crew went.",
        ),
        (
            "Only two of the guests left.",
            "Not all of the guests left.",
        ),
        (
            "No fewer than nine of the ten came.",
            "Most of the ten came.",
        ),
        (
            "The banker was acquitted.",
            "The banker was found not guilty.",
        ),
        ("It was held in Ellis.", "It was not held in Belmar."),
        ("Nobody but the guard saw him.", "The guard saw him."),
        (
            "Nobody here is wearing a hat.",
            "The people here are bareheaded.",
        ),
        (
            "They failed to elect a president.",
            "No president was elected.",
        ),
        (
            "Hundreds of houses burnt down.",
            "More than 300 houses burnt down.",
        ),
        ("He has two sons and a daughter.", "He has three children."),
        (
            "She was the first woman to win the prize.",
            "No woman had won the prize before.",
        ),
        (
            "The regulator blocked the merger of the banks.",
            "The banks were not allowed to merge.",
        ),
    ];
    for (left, right) in not_opposed {
        assert!(!wording(left, right).opposed, "{left} | {right}");
    }
}

/// `tests/cases/wording`: more of them, with all failures shown.
#[test]
fn opposition_by_case() {
    let opposed = pairs(include_str!("cases/wording/opposed.txt"));
    let compatible = pairs(include_str!("cases/wording/compatible.txt"));
    let wrong = |pairs: Vec<Pair>, is_opposed: bool| -> Vec<String> {
        let wrong = pairs.into_iter().filter(|(left, right)| {
            let [there, back] = [wording(left, right), wording(right, left)];
            there.opposed != is_opposed || back.opposed != is_opposed
        });
        wrong
            .map(|(left, right)| format!("{left} | {right}"))
            .collect()
    };
    let missed = wrong(opposed, true);
    let alarms = wrong(compatible, false);
    assert!(
        missed.is_empty() && alarms.is_empty(),
        "missed: {missed:#?}\nfalse alarms: {alarms:#?}"
    );
}

#[test]
fn no_pair_stands_in_two_sets() {
    let mut pairs: Vec<(&str, Pair)> = Vec::new();
    for set in sets() {
        let own = [&set.same, &set.related, &set.entailed, &set.contradicted];
        let own = own.into_iter().flatten();
        pairs.extend(own.map(|pair| (set.name, *pair)));
    }
    pairs.sort_unstable_by_key(|(_, pair)| *pair);
    for both in pairs.windows(2) {
        assert!(both[0].1 != both[1].1, "{} and {}", both[0].0, both[1].0);
    }
}

#[test]
fn hostile_texts_cost_no_more() {
    let texts = [
        "not ".repeat(100_000),
        "a".repeat(200_000),
        "é".repeat(100_000),
        "1,".repeat(100_000),
        "rise fall ".repeat(50_000),
        "((((\"\"\"\"".repeat(20_000),
    ];
    for left in &texts {
        for right in &texts {
            let wording = wording(left, right);
            assert!((0.0..=1.0).contains(&wording.score));
        }
    }
}

/// What each pair of the sets that are looked at is measured as: pinned, so that a change shows all that it moves. A pin doesn't say that a measure is right.
#[test]
fn the_measures_of_pairs_are_pinned() {
    let mut pinned = String::new();
    for set in sets().iter().filter(|set| !SCORE_ONLY.contains(&set.name)) {
        let kinds = [
            ("same", &set.same),
            ("related", &set.related),
            ("unrelated", &set.unrelated),
            ("entailed", &set.entailed),
            ("contradicted", &set.contradicted),
        ];
        for (kind, pairs) in kinds {
            for (at, (left, right)) in pairs.iter().enumerate() {
                let wording = wording(left, right);
                let opposed = if wording.opposed { " opposed" } else { "" };
                writeln!(
                    pinned,
                    "{} {kind} {at} {:.3}{opposed}",
                    set.name, wording.score
                )
                .unwrap();
            }
        }
    }
    insta::assert_snapshot!("measures", pinned);
}
