//! What a change of a pack changes in the labels of a text.

use std::fmt;

use crate::Article;
use crate::claim::Claim;

/// A label that two readings of one text don't share.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LabelChange {
    /// Only the second reading has it.
    Gained(Claim),
    /// Only the first one has it.
    Lost(Claim),
    /// Both have a claim on these words and this position, and it differs.
    Changed {
        /// In the first reading.
        before: Claim,
        /// In the second.
        after: Claim,
    },
}

impl LabelChange {
    /// The claim it is about; of a change the later one.
    #[must_use]
    pub fn claim(&self) -> &Claim {
        match self {
            Self::Gained(claim) | Self::Lost(claim) | Self::Changed { after: claim, .. } => claim,
        }
    }
}

/// What differs between the claims of two readings of one text, in text order. Which rule made a claim, and its trace, are no difference.
///
/// Cost: the claims of a sentence with each other.
#[must_use]
pub fn diff(before: &Article, after: &Article) -> Vec<LabelChange> {
    let mut before: Vec<&Claim> = before.claims().collect();
    let mut changes = Vec::new();
    let mut left = Vec::new();
    for claim in after.claims() {
        match before.iter().position(|other| is_same(other, claim)) {
            Some(at) => {
                before.remove(at);
            }
            None => left.push(claim),
        }
    }
    for claim in left {
        let at = before.iter().position(|other| {
            other.position == claim.position
                && other.evidence.start() < claim.evidence.end()
                && claim.evidence.start() < other.evidence.end()
        });
        changes.push(match at {
            Some(at) => LabelChange::Changed {
                before: before.remove(at).clone(),
                after: claim.clone(),
            },
            None => LabelChange::Gained(claim.clone()),
        });
    }
    changes.extend(
        before
            .into_iter()
            .map(|claim| LabelChange::Lost(claim.clone())),
    );
    changes.sort_by_key(|change| change.claim().evidence);
    changes
}

/// Whether two claims are the same label on the same words.
fn is_same(a: &Claim, b: &Claim) -> bool {
    let label = |claim: &Claim| Claim {
        rule: crate::RuleId::new("label"),
        trace: crate::claim::Trace::default(),
        mention: None,
        ..claim.clone()
    };
    a.evidence == b.evidence && label(a) == label(b)
}

impl fmt::Display for LabelChange {
    /// `+` before what was gained, `-` before what was lost; a change is a line of each.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Gained(claim) => write!(f, "+ {claim}"),
            Self::Lost(claim) => write!(f, "- {claim}"),
            Self::Changed { before, after } => write!(f, "- {before}\n+ {after}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ActorId, Document, PositionId, Span, Stance};

    fn article(claims: &[(usize, &str, Stance)]) -> Article {
        let claim = |(at, actor, stance): &(usize, &str, Stance)| {
            let sentence = crate::claim::Place {
                index: 0,
                span: Span::new(0, 30),
            };
            let evidence = Span::new(*at, at + 5);
            let actor = ActorId::new(actor);
            Claim::new(sentence, evidence, actor, PositionId::new("levy"), *stance)
        };
        let document = Document::from_text("one", "x".repeat(30));
        Article::from_claims(document, claims.iter().map(claim).collect())
    }

    fn shown(changes: &[LabelChange]) -> Vec<String> {
        let kind = |change: &LabelChange| {
            let at = change.claim().evidence.start();
            let kind = match change {
                LabelChange::Gained(_) => "gained",
                LabelChange::Lost(_) => "lost",
                LabelChange::Changed { .. } => "changed",
            };
            format!("{kind} {at}")
        };
        changes.iter().map(kind).collect()
    }

    #[test]
    fn the_same_labels_are_no_difference() {
        let one = article(&[(0, "a", Stance::Support), (9, "b", Stance::Oppose)]);
        assert_eq!(shown(&diff(&one, &one)), Vec::<String>::new());
    }

    #[test]
    fn labels_are_gained_lost_and_changed() {
        let before = article(&[(0, "a", Stance::Support), (9, "b", Stance::Oppose)]);
        let after = article(&[(2, "a", Stance::Oppose), (20, "c", Stance::Support)]);
        assert_eq!(
            shown(&diff(&before, &after)),
            ["changed 2", "lost 9", "gained 20"]
        );
    }
}
