//! Claims of two or more articles, lined up: who holds, who shifts, who agrees with whom, who contradicts whom, and what
//! only one side says.
//!
//! # The idea
//! Two claims can only meet on a position (or on two that a pack calls related), and then through an actor or a target
//! that they share. So claims are looked up by position and actor, and by position and target; pairs that share
//! neither are never looked at. What a pair is called follows from the codebook's table alone (`Relation::between`, one test for each row).
//!
//! # The steps
//! 1. **Merge** (`merge`): inside an article, claims with the same actor, position, stance and target become one
//!    [`MergedClaim`] with all their places, unless the words place them in different conflicts.
//! 2. **Group** (`group`): sorted indices by position, actor and target.
//! 3. **Line up** (`assign`): which of the pairs that the table allows are reported. The rules stand there.
//! 4. **Score** ([`Score`]): how closely the two claims of a pair meet, from named parts with stated weights.
//! 5. **Why not** ([`Comparison::why_not`]): what keeps two claims apart.
//! 6. **Time lines** ([`Timeline`]): for each actor and position, what was held in which article.
//! 7. **Echoes** ([`Echo`]): beside the claims, sentences of two articles that say the same; near copies are marked.
//! 8. **Corpus** ([`Corpus`], made when asked for): counts by outlet and month, who agrees and conflicts with whom, what one outlet alone reports.
//!
//! # Who is the same actor
//! Two claims by `other` never have an actor in common, so they are not merged, never hold and never shift. `author` is the
//! writer of one article: two articles have the same author only if both name one and the names are equal.
//!
//! # Which articles are compared
//! Consecutive ones: in the order of their dates if each has one, in the given order otherwise. The earlier of a pair is on the left. Time
//! lines run over all of them.
//!
//! # Where it is known to be wrong
//! A pair is as good as its labels: a pronoun that was taken for another actor makes an agreement of two who never agreed. Targets meet by id, so that a
//! league and its member have nothing in common. One actor's two acts of one kind against one target (two vetoes) are one claim, and so are two matters
//! under one position; only the conflicts that a pack's `theatre` words name are told apart. Where no date is given, the order given is taken for the order of time.
//! Which of several counterparts is closest goes by labels and words, not by sense.
//!
//! # Cost
//! `O(n log n)` in claims, and at most [`Cap::LIMIT`] candidates for each claim, relation and target; where that
//! bound was met, [`Comparison::caps`] names the position and the target.
//!
//! Source: the codebook, "Comparing articles".

mod assign;
mod candidate;
mod corpus;
mod echo;
mod evidence;
mod group;
mod joined;
mod meet;
mod merge;
mod names;
mod pair;
pub(crate) mod record;
mod relation;
mod score;
mod theatre;
mod timeline;
mod weights;
mod why;
mod wording;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::document::Document;
use crate::pack::{ActorId, Pack, PositionId};
use crate::pipeline::Article;
use crate::span::Span;

pub use assign::Alignment;
pub use candidate::Cap;
pub use corpus::{Corpus, Crowd, Exclusive, Matter, MonthCount, OutletCount, PositionCount, Tie};
pub use echo::{Echo, EchoCap, Passage};
pub use merge::{MergedClaim, Telling};
pub use relation::Relation;
pub use score::{Part, PartScore, Score};
pub use timeline::{Change, Point, Timeline};
pub use weights::WordWeights;
pub use why::Obstacle;
pub use wording::{Wording, wording};

use group::Keys;
use names::Names;
use pair::Scene;

/// Lines the claims of articles up. A cheap handle.
///
/// ```
/// use parallax::compare::Comparator;
/// let comparator = Comparator::plain().relating("siege_relief", "ceasefire_guarantor");
/// assert!(comparator.compare(&[]).claims().is_empty());
/// ```
#[derive(Clone, Debug, Default)]
pub struct Comparator {
    names: Arc<Names>,
    /// Word weights given by the caller; else they are counted in the articles compared.
    weights: Option<Arc<WordWeights>>,
}

impl Comparator {
    /// A comparator with the names, questions and related positions of `pack`.
    #[must_use]
    pub fn new(pack: &Pack) -> Self {
        Self {
            names: Arc::new(Names::of(pack)),
            weights: None,
        }
    }

    /// A comparator that goes by no pack: ids stand for names, and no two positions are related. For claims that
    /// were labelled elsewhere.
    #[must_use]
    pub fn plain() -> Self {
        Self::default()
    }

    /// The same, with two more positions whose claims may develop into each other's.
    #[must_use]
    pub fn relating(mut self, one: &str, other: &str) -> Self {
        Arc::make_mut(&mut self.names).relate(PositionId::new(one), PositionId::new(other));
        self
    }

    /// The same, with claims on a position kept apart where the places at one of these words ("war", "ceasefire") are different ones: a
    /// pack says so by `theatre`.
    #[must_use]
    pub fn apart_by(mut self, position: &str, words: &[&str]) -> Self {
        let names = Arc::make_mut(&mut self.names);
        names.keep_apart(PositionId::new(position), words.iter().copied());
        self
    }

    /// The same, with words weighed by a corpus of the caller's rather than by the articles compared.
    #[must_use]
    pub fn weighing(mut self, weights: WordWeights) -> Self {
        self.weights = Some(Arc::new(weights));
        self
    }

    /// The claims of `articles`, merged and lined up. The same articles give the same result, byte for byte.
    #[must_use]
    pub fn compare(&self, articles: &[Article]) -> Comparison {
        let documents: Vec<Document> = articles.iter().map(|a| a.document().clone()).collect();
        let claims = merge::merge(articles, &self.names);
        let keys = group::keys(&documents, &claims, &self.names);
        let order = timeline::order(&documents);
        let weights = self.weights.as_deref();
        let (alignments, caps) = assign::align(&documents, &claims, &keys, &order, weights);
        let (echoes, echo_caps) = echo::echoes(articles, &order, weights);
        let timelines = timeline::timelines(&documents, &claims, &keys, &order);
        Comparison {
            names: Arc::clone(&self.names),
            weights: self.weights.clone(),
            documents,
            claims,
            alignments,
            timelines,
            caps,
            copies: echo::copies(&echoes),
            echoes,
            echo_caps,
            keys,
            order,
        }
    }
}

/// What [`Comparator::compare`] found. It keeps the documents (cheap handles), so that a report needs nothing else.
#[derive(Clone, Debug)]
pub struct Comparison {
    names: Arc<Names>,
    weights: Option<Arc<WordWeights>>,
    documents: Vec<Document>,
    claims: Vec<MergedClaim>,
    alignments: Vec<Alignment>,
    timelines: Vec<Timeline>,
    caps: Vec<Cap>,
    echoes: Vec<Echo>,
    echo_caps: Vec<EchoCap>,
    /// Sentences that are near copies of earlier ones.
    copies: BTreeSet<Passage>,
    keys: Keys,
    /// The articles in the order of comparison.
    order: Vec<usize>,
}

impl Comparison {
    /// The articles in the order given.
    #[must_use]
    pub fn documents(&self) -> &[Document] {
        &self.documents
    }

    /// The merged claims: by document, then by first place.
    #[must_use]
    pub fn claims(&self) -> &[MergedClaim] {
        &self.claims
    }

    /// The pairs reported, and the claims without any: by pair of articles, position, relation, then place.
    #[must_use]
    pub fn alignments(&self) -> &[Alignment] {
        &self.alignments
    }

    /// What each actor held on each position over the articles: by actor, then position.
    #[must_use]
    pub fn timelines(&self) -> &[Timeline] {
        &self.timelines
    }

    /// Where more candidates stood in line than were looked at. Empty for all but very large inputs.
    #[must_use]
    pub fn caps(&self) -> &[Cap] {
        &self.caps
    }

    /// The claim with this index, as [`Alignment`]s and [`Timeline`]s name it.
    #[must_use]
    pub fn claim(&self, index: usize) -> Option<&MergedClaim> {
        self.claims.get(index)
    }

    /// How closely any two claims meet, also if they are not lined up; `None` if there is no such claim. Cost: linear in the claims, whose words are
    /// weighed anew, so this is for a look at a few pairs.
    #[must_use]
    pub fn score(&self, left: usize, right: usize) -> Option<Score> {
        self.claim(left).and(self.claim(right))?;
        let weights = self.weights.as_deref();
        let scene = Scene::new(&self.documents, &self.claims, &self.keys, weights);
        Some(scene.score(left, right))
    }

    /// The articles, by their indices, in the order in which they are compared and told: by date, if each has one, else as given.
    pub(crate) fn order(&self) -> &[usize] {
        &self.order
    }

    /// Whether the words say that two claims are about different conflicts.
    pub(crate) fn are_apart(&self, left: usize, right: usize) -> bool {
        self.keys.theatres.are_apart(left, right)
    }

    /// The document that a claim stands in.
    #[must_use]
    pub fn document_of(&self, claim: &MergedClaim) -> Option<&Document> {
        self.documents.get(claim.document)
    }

    /// The words of a claim's article under a span.
    #[must_use]
    pub fn text(&self, claim: &MergedClaim, span: Span) -> &str {
        self.document_of(claim)
            .map_or("", |document| span.of(document.text()))
    }

    /// An actor's name for people; its id where the pack has none.
    #[must_use]
    pub fn actor_name<'a>(&'a self, actor: &'a ActorId) -> &'a str {
        self.names.actor(actor)
    }

    /// A position's name for people; the words of its id where the pack has none.
    #[must_use]
    pub fn position_name<'a>(&'a self, position: &'a PositionId) -> Cow<'a, str> {
        match self.names.position(position) {
            Some(name) => Cow::Borrowed(name),
            None => Cow::Owned(position.as_str().replace('_', " ")),
        }
    }

    /// The question that a position answers, where the pack asks one.
    #[must_use]
    pub fn question(&self, position: &PositionId) -> Option<&str> {
        self.names.question(position)
    }
}
