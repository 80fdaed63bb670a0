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

use parallax::compare::{Wording, wording};

type Pair = (&'static str, &'static str);

fn pairs(text: &'static str) -> Vec<Pair> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let pairs: Vec<Pair> = lines.map(|line| line.split_once(" | ").unwrap()).collect();
    assert!(!pairs.is_empty());
    pairs
}

fn same() -> Vec<Pair> {
    pairs(include_str!("wording/same.txt"))
}

/// Pairs that share a subject and little else, and pairs of sentences from different lines.
fn different() -> Vec<Pair> {
    with_shifted(pairs(include_str!("wording/different.txt")), &same())
}

fn with_shifted(mut found: Vec<Pair>, same: &[Pair]) -> Vec<Pair> {
    let shifted = same.iter().zip(same.iter().cycle().skip(3));
    found.extend(shifted.map(|(one, other)| (one.0, other.1)));
    found
}

/// The chance that a pair of the first kind scores higher than one of the second.
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

fn auc_of(measure: fn(&str, &str) -> f64) -> f64 {
    let scores = |pairs: Vec<Pair>| -> Vec<f64> {
        pairs.iter().map(|pair| measure(pair.0, pair.1)).collect()
    };
    auc(&scores(same()), &scores(different()))
}

fn all(pairs: &[Pair]) -> Vec<Wording> {
    pairs.iter().map(|pair| wording(pair.0, pair.1)).collect()
}

fn share(of: &[Wording], which: impl Fn(&Wording) -> bool) -> f64 {
    of.iter().filter(|wording| which(wording)).count() as f64 / of.len() as f64
}

/// Words in common over all words.
fn words_in_common(left: &str, right: &str) -> f64 {
    let words = |text: &str| -> std::collections::BTreeSet<String> {
        let words = text.split(|c: char| !c.is_alphanumeric());
        words
            .filter(|w| !w.is_empty())
            .map(str::to_lowercase)
            .collect()
    };
    let (left, right) = (words(left), words(right));
    left.intersection(&right).count() as f64 / left.union(&right).count() as f64
}

#[test]
fn pairs_that_say_the_same_score_higher_than_others() {
    let own = auc_of(|left, right| wording(left, right).score);
    let dice = auc_of(strsim_dice);
    let jaccard = auc_of(words_in_common);
    println!(
        "same against different, AUC: wording {own:.3}, letters {dice:.3}, words {jaccard:.3}"
    );
    assert!(own > 0.9, "{own}");
    assert!(own > dice + 0.1 && own > jaccard + 0.1);
}

/// Pairs that were written before the measure was tried on them; `tests/wording/README.md` says what became of them.
#[test]
fn other_pairs_that_say_the_same_score_higher_too() {
    let second = (
        pairs(include_str!("wording/second/same.txt")),
        pairs(include_str!("wording/second/different.txt")),
    );
    let third = (
        pairs(include_str!("wording/third/same.txt")),
        pairs(include_str!("wording/third/different.txt")),
    );
    for (name, (same, near), least) in [("second", second, 0.9), ("third", third, 0.75)] {
        let scores = |pairs: &[Pair]| -> Vec<f64> {
            pairs
                .iter()
                .map(|pair| wording(pair.0, pair.1).score)
                .collect()
        };
        let different = with_shifted(near.clone(), &same);
        let (all, hard) = (
            auc(&scores(&same), &scores(&different)),
            auc(&scores(&same), &scores(&near)),
        );
        println!("{name} pairs, AUC: {all:.3}, against near misses alone {hard:.3}");
        assert!(all > least, "{name}: {all}");
    }
    let opposed = share(
        &all(&pairs(include_str!("wording/second/contradicted.txt"))),
        |wording| wording.opposed,
    );
    let kept = share(
        &all(&pairs(include_str!("wording/second/entailed.txt"))),
        |wording| !wording.opposed,
    );
    println!(
        "second pairs, opposed: {opposed:.3} of what contradicts, {:.3} of what follows",
        1.0 - kept
    );
    assert!((opposed + kept) / 2.0 > 0.85, "{opposed} {kept}");
}

fn strsim_dice(left: &str, right: &str) -> f64 {
    strsim::sorensen_dice(&left.to_lowercase(), &right.to_lowercase())
}

#[test]
fn contradictions_are_told_from_what_follows() {
    let entailed = all(&pairs(include_str!("wording/entailed.txt")));
    let contradicted = all(&pairs(include_str!("wording/contradicted.txt")));
    let (kept, met) = (
        share(&entailed, |wording| !wording.opposed),
        share(&contradicted, |wording| wording.opposed),
    );
    println!(
        "opposed: {met:.3} of what contradicts, {:.3} of what follows",
        1.0 - kept
    );
    assert!((kept + met) / 2.0 > 0.85, "{kept} {met}");
}

#[test]
fn left_and_right_may_change_places() {
    let files = [
        same(),
        different(),
        pairs(include_str!("wording/contradicted.txt")),
    ];
    for (left, right) in files.into_iter().flatten() {
        let (there, back) = (wording(left, right), wording(right, left));
        assert!((there.score - back.score).abs() < 1e-9, "{left} | {right}");
        assert_eq!(there.opposed, back.opposed, "{left} | {right}");
    }
}

#[test]
fn a_sentence_says_the_same_as_itself_and_nothing_as_nothing() {
    for (left, _) in same() {
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
        (
            "The council opened a school.",
            "The pool was closed on Monday for repairs.",
        ),
    ];
    for (left, right) in not_opposed {
        assert!(!wording(left, right).opposed, "{left} | {right}");
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
