//! Which sentences are worth reading side by side: those that share two of their rarest lemmas.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

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
    let mut keys = Vec::new();
    for (at, rarest) in lexis.rarest.iter().enumerate() {
        for (nth, &one) in rarest.iter().enumerate() {
            for &other in rarest.iter().skip(nth + 1) {
                keys.push((one.min(other), one.max(other), at));
            }
        }
    }
    keys.sort_unstable();
    let mut shared: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); passages.len()];
    let mut caps = Vec::new();
    for of_key in keys.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let Some(&(one, other, _)) = of_key.first() else {
            continue;
        };
        if of_key.len() > Echo::WAITING {
            caps.push(lexis.cap(one, other, of_key.len()));
        }
        for (nth, &(_, _, at)) in of_key.iter().enumerate() {
            let from = nth.saturating_sub(Echo::WAITING);
            let before = of_key.get(from..nth).unwrap_or_default();
            let document = passages.get(at).map(|passage| passage.document);
            for &(_, _, left) in before {
                if passages.get(left).map(|passage| passage.document) != document
                    && let Some(found) = shared.get_mut(at)
                {
                    found.insert(left);
                }
            }
        }
    }
    caps.sort();
    let best = |(at, shared)| best(at, shared, &lexis);
    (shared.into_iter().enumerate().map(best).collect(), caps)
}

/// The candidates with most of their lemmas in common; ties go to the earlier passage.
fn best(passage: usize, shared: BTreeSet<usize>, lexis: &Lexis) -> Vec<usize> {
    let common = |at: usize| (at, lexis.common(passage, at));
    let mut found: Vec<(usize, f64)> = shared.into_iter().map(common).collect();
    found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    found.truncate(Echo::CANDIDATES);
    found.into_iter().map(|(at, _)| at).collect()
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
}
