//! Which sentences are worth reading side by side: those that share two of their rarest lemmas.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use crate::compare::WordWeights;
use crate::compare::wording::lemmas_into;

use super::{Echo, EchoCap, Passage};

/// Lemmas of a sentence that make keys.
const RAREST: usize = 6;

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
    let mut shared: Vec<BTreeMap<usize, f64>> = vec![BTreeMap::new(); passages.len()];
    let mut caps = Vec::new();
    for of_key in keys.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let Some(&(one, other, _)) = of_key.first() else {
            continue;
        };
        if of_key.len() > Echo::WAITING {
            caps.push(lexis.cap(one, other, of_key.len()));
        }
        let weight = lexis.weight(one) + lexis.weight(other);
        for (nth, &(_, _, at)) in of_key.iter().enumerate() {
            let from = nth.saturating_sub(Echo::WAITING);
            let before = of_key.get(from..nth).unwrap_or_default();
            let document = passages.get(at).map(|passage| passage.document);
            for &(_, _, left) in before {
                if passages.get(left).map(|passage| passage.document) != document
                    && let Some(found) = shared.get_mut(at)
                {
                    *found.entry(left).or_default() += weight;
                }
            }
        }
    }
    caps.sort();
    (shared.into_iter().map(best).collect(), caps)
}

/// The candidates with the heaviest keys in common; ties go to the earlier passage.
fn best(shared: BTreeMap<usize, f64>) -> Vec<usize> {
    let mut found: Vec<(usize, f64)> = shared.into_iter().collect();
    found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    found.truncate(Echo::CANDIDATES);
    found.into_iter().map(|(at, _)| at).collect()
}

/// The lemmas of all passages, as numbers.
struct Lexis {
    names: Vec<String>,
    /// For each lemma how rare it is.
    weights: Vec<f64>,
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
                let number = *numbers.entry(lemma.clone().into_owned()).or_insert(next);
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
