//! How the comparison grows: 10,000, 100,000 and 1,000,000 claims of a made-up corpus, and the exponents between them.
//!
//! `cargo bench --bench compare` prints claims, alignments, seconds and the exponents of the time against the row above: of the claims, and of claims and
//! alignments together, since between two huge articles each claim finds more counterparts until the caps are met, so that two
//! articles have no more than 100,000; `-- 100000` goes no further than that many claims at all. The corpus is the same in each run: 50 claims an article, 300 actors and 12 positions of which some are much
//! more frequent than others, a tenth of the claims by `other`, and evidences of eight words.

#![allow(clippy::print_stdout, reason = "a bench prints its result")]

use std::time::Instant;

use parallax::claim::Place;
use parallax::compare::Comparator;
use parallax::{ActorId, Article, Claim, Document, Mode, PositionId, Span, Stance};

/// A small generator of numbers (SplitMix64), so that the corpus needs no crate and no clock.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, most: u64) -> u64 {
        self.next() % most.max(1)
    }

    /// Small numbers more often than great ones.
    fn skewed(&mut self, most: u64) -> u64 {
        let top = self.below(most) + 1;
        self.below(top)
    }
}

fn article(name: usize, claims: usize, numbers: &mut Numbers) -> Article {
    let mut text = String::new();
    let mut drawn = Vec::new();
    for index in 0..claims {
        let start = text.len();
        for _ in 0..8 {
            text.push_str(&format!("w{} ", numbers.skewed(20_000)));
        }
        let span = Span::new(start, text.len() - 1);
        text.push_str(".\n");
        let actor = match numbers.below(10) {
            0 => ActorId::other(),
            _ => ActorId::new(&format!("actor{}", numbers.skewed(300))),
        };
        let position = PositionId::new(&format!("position{}", numbers.skewed(12)));
        let stance = [
            Stance::Support,
            Stance::Oppose,
            Stance::Support,
            Stance::Neutral,
        ];
        let stance = stance
            .get(usize::try_from(numbers.below(4)).unwrap_or(0))
            .copied();
        let place = Place { index, span };
        let mut claim = Claim::new(
            place,
            span,
            actor,
            position,
            stance.unwrap_or(Stance::Support),
        );
        for _ in 0..numbers.below(3) {
            claim
                .target
                .push(ActorId::new(&format!("actor{}", numbers.skewed(300))));
        }
        claim.mode = if numbers.below(3) == 0 {
            Mode::Say
        } else {
            Mode::Act
        };
        drawn.push(claim);
    }
    Article::from_claims(Document::from_text(format!("article{name}"), text), drawn)
}

fn corpus(claims: usize, each: usize) -> Vec<Article> {
    let mut numbers = Numbers(7);
    (0..claims / each)
        .map(|name| article(name, each, &mut numbers))
        .collect()
}

/// What a row of the table is compared with: the one before it.
struct Before {
    claims: f64,
    alignments: f64,
    seconds: f64,
}

fn measure(title: &str, most: usize, each: impl Fn(usize) -> usize) {
    println!(
        "{title}\n{:>10} {:>11} {:>9} {:>9} {:>9}",
        "claims", "alignments", "seconds", "of claims", "of both"
    );
    let comparator = Comparator::plain().relating("position1", "position2");
    let mut before: Option<Before> = None;
    for claims in [10_000, 100_000, 1_000_000]
        .into_iter()
        .filter(|&claims| claims <= most)
    {
        let articles = corpus(claims, each(claims));
        let start = Instant::now();
        let comparison = comparator.compare(&articles);
        let now = Before {
            claims: claims as f64,
            alignments: comparison.alignments().len() as f64,
            seconds: start.elapsed().as_secs_f64(),
        };
        let exponent = |size: fn(&Before) -> f64| {
            before.as_ref().map_or_else(String::new, |before| {
                let grown = (size(&now) / size(before)).ln();
                format!("{:.2}", (now.seconds / before.seconds).ln() / grown)
            })
        };
        println!(
            "{claims:>10} {:>11} {:>9.2} {:>9} {:>9}  caps met: {}",
            now.alignments,
            now.seconds,
            exponent(|row| row.claims),
            exponent(|row| row.claims + row.alignments),
            comparison.caps().len()
        );
        before = Some(now);
    }
}

fn main() {
    let most = std::env::args()
        .skip(1)
        .find_map(|word| word.parse().ok())
        .unwrap_or(1_000_000);
    measure("articles of 50 claims", most, |_| 50);
    // Two articles of half a million claims each are no input that anybody has.
    measure("two articles", most.min(100_000), |claims| claims / 2);
}
