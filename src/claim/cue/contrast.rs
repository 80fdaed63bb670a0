//! What a cue says in place of something else: "is not a gang but a party".

use super::hit::Hit;
use super::site::{Scene, Site};
use crate::clause::{PhraseId, Tag};
use crate::pack::{Cue, Spoken};

impl Scene<'_> {
    /// "is not a gang but | a party": whether only what stands behind the "but" is of the cue's lists, so that the denial is of something else.
    pub(in crate::claim) fn is_contrasted(&self, hit: &Hit, cue: &Cue) -> bool {
        let Site::Verb(clause) = hit.site else {
            return false;
        };
        let denied = self.view.verb_group(clause).is_some_and(|verb| {
            verb.verb.negated && self.view.tags.get(verb.head) == Some(&Tag::Be)
        });
        let Some(first) = self.view.clause(clause).and_then(|clause| clause.predicate) else {
            return false;
        };
        let slot = (cue.slots.iter()).find(|(spoken, _)| *spoken == Spoken::Predicate);
        let Some((_, slot)) = slot.filter(|(_, slot)| denied && !slot.like.is_empty()) else {
            return false;
        };
        let like = |id: PhraseId| {
            let phrase = self.view.phrase(id);
            phrase.is_some_and(|phrase| self.lists.within(&slot.like, phrase.start, phrase.end))
        };
        let behind_but = |id: PhraseId| {
            let before = self
                .view
                .phrase(id)
                .and_then(|phrase| phrase.start.checked_sub(1));
            before.is_some_and(|at| self.view.marker_text(at) == "but")
        };
        !like(first) && (self.view.conjuncts(first).skip(1)).any(|id| behind_but(id) && like(id))
    }
}
