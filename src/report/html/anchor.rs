//! Addresses on the page: the same for a claim whatever else an article is found to say, so that a link keeps.
//!
//! A claim is known by what it was merged by: article, actor, stance, position and target. Only claims that have all of them in common (those
//! of nobody in particular, which are never merged) need a number besides.

use std::collections::BTreeMap;

use crate::compare::{Comparison, MergedClaim};
use crate::pack::PositionId;

/// Letters of an address, numbers apart; names can be of any length.
const LONGEST: usize = 120;

/// The address of each claim.
#[derive(Clone, Debug)]
pub(super) struct Anchors {
    claims: Vec<String>,
    documents: Vec<String>,
}

impl Anchors {
    pub(super) fn of(comparison: &Comparison) -> Self {
        let mut taken = BTreeMap::new();
        let document =
            |document: &crate::Document| free(&mut taken, slug(["article", document.id()]));
        let documents: Vec<String> = comparison.documents().iter().map(document).collect();
        let name = |claim: &MergedClaim| {
            let document = comparison.document_of(claim).map_or("", |d| d.id());
            let head = [
                "claim",
                document,
                claim.actor.as_str(),
                claim.stance.as_str(),
                claim.position.as_str(),
            ];
            let target = claim.target.iter().map(|target| target.as_str());
            free(&mut taken, slug(head.into_iter().chain(target)))
        };
        let claims = comparison.claims().iter().map(name).collect();
        Self { claims, documents }
    }

    /// Where a claim stands among the line-ups.
    pub(super) fn claim(&self, claim: usize) -> &str {
        self.claims.get(claim).map_or("", String::as_str)
    }

    /// Where its words stand in the article: `place` counts from 0.
    pub(super) fn place(&self, claim: usize, place: usize) -> String {
        let claim = self.claim(claim);
        let name = claim.strip_prefix("claim-").unwrap_or(claim);
        match place {
            0 => format!("at-{name}"),
            place => format!("at-{name}.{}", place + 1),
        }
    }

    pub(super) fn document(&self, document: usize) -> &str {
        self.documents.get(document).map_or("", String::as_str)
    }

    pub(super) fn position(position: &PositionId) -> String {
        slug(["position", position.as_str()])
    }
}

/// Names as one word that can stand in an address: letters, digits, `_`, `.` and hyphens.
fn slug<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    let mut slug = String::new();
    for (at, name) in names.into_iter().enumerate() {
        if at > 0 {
            slug.push('-');
        }
        let kept = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '-');
        slug.extend(name.chars().map(|c| if kept(c) { c } else { '-' }));
    }
    slug.chars().take(LONGEST).collect()
}

/// `name`, or with a number if it is taken.
fn free(taken: &mut BTreeMap<String, usize>, name: String) -> String {
    let mut given = name.clone();
    while taken.contains_key(&given) {
        let times = taken.entry(name.clone()).or_insert(1);
        *times += 1;
        given = format!("{name}~{times}");
    }
    taken.insert(given.clone(), 1);
    given
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_word_of_bounded_length() {
        assert_eq!(
            slug(["claim", "2022/russia", "un_blocking"]),
            "claim-2022-russia-un_blocking"
        );
        assert_eq!(slug(["a", "\"><b> é"]), "a----b--é");
        assert_eq!(slug(["a", &"x".repeat(10_000)]).len(), LONGEST);
    }

    #[test]
    fn an_address_is_given_once() {
        let mut taken = BTreeMap::new();
        assert_eq!(free(&mut taken, "a".into()), "a");
        assert_eq!(free(&mut taken, "a".into()), "a~2");
        assert_eq!(free(&mut taken, "a".into()), "a~3");
        assert_eq!(free(&mut taken, "a~2".into()), "a~2~2");
    }
}
