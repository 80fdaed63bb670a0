//! Owners and prepositions of noun phrases.

use crate::clause::tag::Tag;
use crate::clause::{Phrase, PhraseId, PhraseKind};
use crate::token::TokenKind;

/// The owners of noun phrases and the prepositions that govern them, once all phrases are there.
pub(in crate::clause) fn link_phrases(tags: &[Tag], phrases: &mut [Phrase]) {
    let mut preposition: Option<usize> = None;
    let mut owner: Option<PhraseId> = None;
    for index in 0..phrases.len() {
        let Some(phrase) = phrases.get_mut(index) else {
            return;
        };
        match phrase.kind {
            PhraseKind::Noun => {
                if let Some(owner_id) = owner.take() {
                    phrase.owner = Some(owner_id);
                    // The whole "Israel's listing" stands under the preposition of its owner.
                    let inherited = phrases
                        .get(owner_id.index())
                        .and_then(|owner| owner.preposition);
                    if let Some(phrase) = phrases.get_mut(index) {
                        phrase.preposition = inherited;
                    }
                    if let Some(owner) = phrases.get_mut(owner_id.index()) {
                        owner.owns = true;
                    }
                } else if let Some(at) = preposition.take() {
                    phrase.preposition = Some(at);
                }
                preposition = None;
            }
            PhraseKind::Preposition => {
                preposition = Some(phrase.head);
                owner = None;
            }
            PhraseKind::Other if tags.get(phrase.start) == Some(&Tag::Owner) => {
                owner = index
                    .checked_sub(1)
                    .filter(|before| {
                        phrases
                            .get(*before)
                            .is_some_and(|before| before.kind == PhraseKind::Noun)
                    })
                    .map(PhraseId::new);
            }
            PhraseKind::Mark(TokenKind::QuoteOpen | TokenKind::QuoteClose) | PhraseKind::Adverb => {
            }
            _ => {
                preposition = None;
                owner = None;
            }
        }
    }
}
