//! What a corpus holds that no rule meets.

use std::collections::{BTreeMap, BTreeSet};

use crate::claim::{Claim, Place, StepKind};
use crate::pack::RuleId;
use crate::{Document, Parallax};

/// What rules did on a corpus, added up document by document.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Coverage {
    /// How often each cue and operator made or changed a claim; all of the pack's are there.
    pub fired: BTreeMap<RuleId, usize>,
    /// How often each verb has an actor as its subject or object in a sentence without a claim, by its base form.
    pub verbs: BTreeMap<String, usize>,
    /// Sentences that were read, furniture left out.
    pub sentences: usize,
    /// Those that name an actor.
    pub with_actor: usize,
    /// Those with a claim.
    pub with_claim: usize,
}

/// A sentence with an actor and the words of a cue, and no claim.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Unmatched {
    /// Where it is.
    pub sentence: Place,
    /// The cues whose words stand in it.
    pub cues: Vec<RuleId>,
}

impl Coverage {
    /// The rules that never fired, in order of id.
    pub fn silent(&self) -> impl Iterator<Item = &RuleId> {
        self.fired
            .iter()
            .filter(|(_, count)| **count == 0)
            .map(|(rule, _)| rule)
    }

    /// The verbs beside actors in sentences without a claim, the most frequent first, of equals by their letters.
    #[must_use]
    pub fn frequent_verbs(&self) -> Vec<(&str, usize)> {
        let mut verbs: Vec<_> = self
            .verbs
            .iter()
            .map(|(verb, count)| (verb.as_str(), *count))
            .collect();
        verbs.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        verbs
    }

    /// Adds what a document holds; gives its unmatched sentences. Cost: twice that of annotating it.
    pub fn add(&mut self, parallax: &Parallax, document: &Document) -> Vec<Unmatched> {
        let (article, watch) = parallax.watch(document);
        let rules = parallax.pack().rules();
        if self.fired.is_empty() {
            let cues = rules.cues.iter().map(|cue| &cue.id);
            let ids = cues.chain(rules.operators.iter().map(|operator| &operator.id));
            self.fired.extend(ids.map(|id| (id.clone(), 0)));
        }
        for claim in article.claims() {
            for rule in rules_of(claim) {
                *self.fired.entry(rule.clone()).or_insert(0) += 1;
            }
        }
        let claimed: BTreeSet<usize> = article.claims().map(|claim| claim.sentence.index).collect();
        let is_furniture = |kind| kind == crate::BlockKind::Furniture;
        self.sentences += article
            .sentences()
            .filter(|sentence| !is_furniture(sentence.kind))
            .count();
        self.with_actor += watch.with_actor.len();
        self.with_claim += claimed.len();
        for verb in watch.verbs {
            if !claimed.contains(&verb.place.index) {
                *self.verbs.entry(verb.lemma).or_insert(0) += 1;
            }
        }
        let mut cues: BTreeMap<usize, BTreeSet<RuleId>> = BTreeMap::new();
        for near in &watch.near_misses {
            if let Some(cue) = rules.cues.get(near.cue) {
                cues.entry(near.place.index)
                    .or_default()
                    .insert(cue.id.clone());
            }
        }
        let unmatched = watch.with_actor.iter().filter_map(|place| {
            let cues = cues.remove(&place.index)?;
            (!claimed.contains(&place.index)).then(|| Unmatched {
                sentence: *place,
                cues: cues.into_iter().collect(),
            })
        });
        unmatched.collect()
    }
}

/// What the rules of a reader do on a corpus, without the sentences.
///
/// ```
/// use parallax::{Document, Pack, Parallax, check};
///
/// let parallax = Parallax::new(Pack::builtin());
/// let documents = ["Russia vetoed the draft resolution.", "Norway praised Chad."];
/// let coverage = check::coverage(&parallax, documents.map(|text| Document::from_text("one", text)).iter());
/// assert_eq!((coverage.sentences, coverage.with_claim), (2, 1));
/// assert!(!coverage.silent().any(|rule| rule.as_str() == "veto-measure"));
/// ```
pub fn coverage<'d>(
    parallax: &Parallax,
    documents: impl IntoIterator<Item = &'d Document>,
) -> Coverage {
    let mut coverage = Coverage::default();
    for document in documents {
        coverage.add(parallax, document);
    }
    coverage
}

/// The rules that made a claim.
fn rules_of(claim: &Claim) -> impl Iterator<Item = &RuleId> {
    claim
        .trace
        .steps
        .iter()
        .filter(|step| step.kind != StepKind::Beaten)
        .filter_map(|step| step.rule.as_ref())
}
