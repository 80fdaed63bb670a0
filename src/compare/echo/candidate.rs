//! Which sentences are worth reading side by side: those that share two of their rarest lemmas.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::compare::WordWeights;
use crate::compare::wording::lemmas_into;

use super::{Echo, EchoCap, Passage};

/// Lemmas of a sentence that make keys.
const RAREST: usize = 8;
/// Letters of a lemma by which it is known here, so that "negotiate" meets "negotiation".
const STEM: usize = 6;

/// For each passage those before it that may say the same, best first, and the keys with more passages than were looked at.
pub(super) fn candidates<'t>(
    passages: &[Passage],
    text: impl Fn(&Passage) -> &'t str,
    weights: Option<&WordWeights>,
) -> (Vec<Vec<usize>>, Vec<EchoCap>) {
    let lexis = Lexis::read(passages, text, weights);
    let postings = Postings::of(&lexis);
    let mut waiting = Vec::new();
    let mut found = Vec::with_capacity(passages.len());
    for (at, passage) in passages.iter().enumerate() {
        waiting.clear();
        for before in postings.before(at) {
            let before = before.iter().map(|&(_, _, left)| left as usize);
            waiting.extend(before.filter(|&left| {
                let document = passages.get(left).map(|left| left.document);
                document != Some(passage.document)
            }));
        }
        found.push(best(at, &mut waiting, &lexis));
    }
    (found, postings.caps(&lexis))
}

/// The candidates with most of their lemmas in common; ties go to the earlier passage. `waiting` names a passage once for each key in common.
fn best(passage: usize, waiting: &mut [usize], lexis: &Lexis) -> Vec<usize> {
    waiting.sort_unstable();
    let mut shared: Vec<(Reverse<usize>, usize)> = waiting
        .chunk_by(|a, b| a == b)
        .filter_map(|same| Some((Reverse(same.len()), *same.first()?)))
        .collect();
    if shared.len() > Echo::WEIGHED {
        shared.sort_unstable();
        shared.truncate(Echo::WEIGHED);
    }
    let common = |&(_, at): &(_, usize)| (at, lexis.common(passage, at));
    let mut found: Vec<(usize, f64)> = shared.iter().map(common).collect();
    found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    found.truncate(Echo::CANDIDATES);
    found.into_iter().map(|(at, _)| at).collect()
}

/// Two lemmas, the smaller number first, and a passage that has both.
type Posting = (u32, u32, u32);

/// The passages of each key, and the keys of each passage.
struct Postings {
    /// Sorted, so that those of a key stand together in order of their passages.
    sorted: Vec<Posting>,
    /// For each passage: where its postings are.
    places: Vec<Vec<u32>>,
}

impl Postings {
    fn of(lexis: &Lexis) -> Self {
        let mut sorted = Vec::new();
        for (at, rarest) in (0u32..).zip(&lexis.rarest) {
            for (nth, &one) in rarest.iter().enumerate() {
                for &other in rarest.iter().skip(nth + 1) {
                    sorted.push((one.min(other), one.max(other), at));
                }
            }
        }
        sorted.sort_unstable();
        let mut places = vec![Vec::new(); lexis.rarest.len()];
        for (place, posting) in (0u32..).zip(&sorted) {
            if let Some(places) = places.get_mut(posting.2 as usize) {
                places.push(place);
            }
        }
        Self { sorted, places }
    }

    /// For each key of a passage the last [`Echo::WAITING`] postings of it that are before the passage.
    fn before(&self, passage: usize) -> impl Iterator<Item = &[Posting]> {
        let places = self.places.get(passage).map_or(&[][..], Vec::as_slice);
        places.iter().map(|&place| {
            let place = place as usize;
            let from = place.saturating_sub(Echo::WAITING);
            let before = self.sorted.get(from..place).unwrap_or_default();
            let key = self.sorted.get(place).map(|&(one, other, _)| (one, other));
            let of_key = before.partition_point(|&(one, other, _)| Some((one, other)) < key);
            before.get(of_key..).unwrap_or_default()
        })
    }

    fn caps(&self, lexis: &Lexis) -> Vec<EchoCap> {
        let of_keys = self.sorted.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1));
        let full = of_keys.filter(|of_key| of_key.len() > Echo::WAITING);
        let cap = |of_key: &[Posting]| {
            let &(one, other, _) = of_key.first()?;
            Some(lexis.cap(one, other, of_key.len()))
        };
        let mut caps: Vec<EchoCap> = full.filter_map(cap).collect();
        caps.sort();
        caps
    }
}

/// The lemmas of all passages, as numbers.
struct Lexis {
    names: Vec<String>,
    /// For each lemma how rare it is.
    weights: Vec<f64>,
    /// For each passage all its lemmas, sorted.
    lemmas: Vec<Vec<u32>>,
    /// For each passage its rarest lemmas that another passage has too.
    rarest: Vec<Vec<u32>>,
}

impl Lexis {
    fn read<'t>(
        passages: &[Passage],
        text: impl Fn(&Passage) -> &'t str,
        weights: Option<&WordWeights>,
    ) -> Self {
        let mut numbers: HashMap<String, u32> = HashMap::new();
        let mut names: Vec<String> = Vec::new();
        let mut counts: Vec<u32> = Vec::new();
        let mut rarest = Vec::with_capacity(passages.len());
        let mut lemmas = Vec::new();
        for passage in passages {
            lemmas.clear();
            lemmas_into(text(passage), &mut lemmas);
            let mut own: Vec<u32> = Vec::with_capacity(lemmas.len());
            for lemma in lemmas.drain(..) {
                let next = u32::try_from(names.len()).unwrap_or(u32::MAX);
                let stem: String = lemma.chars().take(STEM).collect();
                let number = *numbers.entry(stem).or_insert(next);
                if number == next {
                    names.push(lemma.into_owned());
                    counts.push(0);
                }
                own.push(number);
            }
            own.sort_unstable();
            own.dedup();
            for &number in &own {
                if let Some(count) = counts.get_mut(number as usize) {
                    *count += 1;
                }
            }
            rarest.push(own);
        }
        let weigh = |(name, &count): (&String, &u32)| match weights {
            Some(weights) => weights.weight(name),
            None => 1.0 / f64::from(count.max(1)).sqrt(),
        };
        let mut lexis = Self {
            weights: names.iter().zip(&counts).map(weigh).collect(),
            names,
            lemmas: rarest.clone(),
            rarest: Vec::new(),
        };
        for own in &mut rarest {
            own.retain(|&number| counts.get(number as usize).is_some_and(|&count| count > 1));
            own.sort_by(|&a, &b| {
                let by = lexis.weight(b).total_cmp(&lexis.weight(a));
                by.then_with(|| lexis.rank(a).cmp(&lexis.rank(b)))
            });
            own.truncate(RAREST);
        }
        lexis.rarest = rarest;
        lexis
    }

    fn weight(&self, lemma: u32) -> f64 {
        let weight = self.weights.get(lemma as usize);
        weight.copied().unwrap_or_default()
    }

    /// The weight of the lemmas that two passages share over that of all their lemmas: 0 to 1.
    fn common(&self, one: usize, other: usize) -> f64 {
        let (Some(one), Some(other)) = (self.lemmas.get(one), self.lemmas.get(other)) else {
            return 0.0;
        };
        let weigh = |lemmas: &[u32]| -> f64 { lemmas.iter().map(|&n| self.weight(n)).sum() };
        let shared = one
            .iter()
            .filter(|lemma| other.binary_search(lemma).is_ok());
        let shared: f64 = shared.map(|&lemma| self.weight(lemma)).sum();
        let all = weigh(one) + weigh(other);
        if all > 0.0 { 2.0 * shared / all } else { 0.0 }
    }

    fn name(&self, lemma: u32) -> &str {
        let name = self.names.get(lemma as usize);
        name.map_or("", String::as_str)
    }

    /// Of equally rare lemmas the longer one says more.
    fn rank(&self, lemma: u32) -> (Reverse<usize>, &str) {
        let name = self.name(lemma);
        (Reverse(name.len()), name)
    }

    fn cap(&self, one: u32, other: u32, waiting: usize) -> EchoCap {
        let mut lemmas = [self.name(one).to_owned(), self.name(other).to_owned()];
        lemmas.sort();
        EchoCap {
            lemmas,
            waiting,
            taken: Echo::WAITING,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Span;
    use crate::claim::Place;

    use super::*;

    /// Sentence pairs that say the same, from the folder of the tests; none in a package without it.
    fn pairs() -> Vec<(String, String)> {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/wording/same.txt");
        let text = std::fs::read_to_string(folder).unwrap_or_default();
        let lines = text.lines().filter_map(|line| line.split_once(" | "));
        lines
            .map(|(left, right)| (left.to_owned(), right.to_owned()))
            .collect()
    }

    /// The words of all pairs, two by two put together otherwise: sentences that share words with each of them.
    fn noise(pairs: &[(String, String)], count: usize) -> Vec<String> {
        let all = pairs
            .iter()
            .flat_map(|(l, r)| l.split(' ').chain(r.split(' ')));
        let words: Vec<&str> = all.collect();
        let steps = [7, 11, 13, 17, 19, 23];
        let two = |n: usize, step: usize| {
            let at = (n * step + n / 5 + step * 31) % (words.len() - 1);
            format!("{} {}", words[at], words[at + 1])
        };
        (0..count)
            .map(|n| steps.map(|step| two(n, step)).join(" "))
            .collect()
    }

    #[test]
    fn seven_of_ten_true_pairs_are_among_five_candidates() {
        let pairs = pairs();
        if pairs.is_empty() {
            return;
        }
        let noise = noise(&pairs, 3_000);
        let (before, after) = noise.split_at(1_500);
        let lefts = pairs.iter().map(|pair| &pair.0);
        let rights = pairs.iter().map(|pair| &pair.1);
        let texts: Vec<&String> = before
            .iter()
            .chain(lefts)
            .chain(after)
            .chain(rights)
            .collect();
        let earlier = before.len() + pairs.len();
        let place = |index: usize| Passage {
            document: usize::from(index >= earlier),
            sentence: Place {
                index,
                span: Span::new(0, 0),
            },
        };
        let passages: Vec<Passage> = (0..texts.len()).map(place).collect();
        let text = |passage: &Passage| texts[passage.sentence.index].as_str();
        let (found, _) = candidates(&passages, text, None);
        let first = texts.len() - pairs.len();
        let is_met = |nth: &usize| found[first + nth].contains(&(before.len() + nth));
        let met = (0..pairs.len()).filter(is_met).count();
        let looked_at: usize = found[first..].iter().map(Vec::len).sum();
        println!(
            "{met} of {} true pairs, {looked_at} candidates",
            pairs.len()
        );
        assert!(looked_at <= pairs.len() * Echo::CANDIDATES);
        assert!(met * 10 >= pairs.len() * 7, "{met} of {}", pairs.len());
    }

    #[test]
    fn only_passages_with_the_same_two_lemmas_are_looked_at_the_last_ones_of_many() {
        let postings = |sorted: Vec<Posting>, last: Vec<u32>| Postings {
            sorted,
            places: vec![Vec::new(), last],
        };
        let two = postings(
            vec![(1, 2, 0), (1, 2, 1), (1, 3, 0), (1, 3, 1), (2, 3, 0)],
            vec![1, 3],
        );
        let found: Vec<&[Posting]> = two.before(1).collect();
        assert_eq!(found, [[(1, 2, 0)], [(1, 3, 0)]]);
        assert_eq!(two.before(0).count(), 0);
        let many = u32::try_from(Echo::WAITING).unwrap() + 3;
        let full = postings((0..=many).map(|at| (1, 2, at)).collect(), vec![many]);
        let found: Vec<&[Posting]> = full.before(1).collect();
        assert_eq!(found[0].len(), Echo::WAITING);
        assert_eq!(found[0].last(), Some(&(1, 2, many - 1)));
    }
}
