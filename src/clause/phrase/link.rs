//! Owners and prepositions of noun phrases.

use crate::clause::tag::Tag;
use crate::clause::{Phrase, PhraseId, PhraseKind};
use crate::token::TokenKind;

/// How many owners are joined at most.
const OWNERS: usize = 8;

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
                owner = owner.map(|last| joined_owner(tags, phrases, last));
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

/// "Peru's and | Chile's ministers": the first of several owners, to which the last is joined.
fn joined_owner(tags: &[Tag], phrases: &mut [Phrase], last: PhraseId) -> PhraseId {
    let at = last.index();
    let is = |back: usize, fits: &dyn Fn(&Phrase) -> bool| {
        let before = at.checked_sub(back).and_then(|at| phrases.get(at));
        before.is_some_and(fits)
    };
    let joins = is(1, &|mark| {
        matches!(
            mark.kind,
            PhraseKind::Coordinator | PhraseKind::Mark(TokenKind::Comma)
        )
    });
    let owns = is(2, &|mark| {
        mark.kind == PhraseKind::Other && tags.get(mark.start) == Some(&Tag::Owner)
    });
    let named = is(3, &|noun| noun.kind == PhraseKind::Noun);
    let Some(before) = at.checked_sub(3).filter(|_| joins && owns && named) else {
        return last;
    };
    let partner = PhraseId::new(before);
    let preposition = phrases.get(before).and_then(|first| first.preposition);
    let first = phrases
        .get(before)
        .and_then(|first| first.conjunct)
        .map_or(partner, |_| first_of(phrases, partner));
    if let Some(phrase) = phrases.get_mut(before) {
        phrase.owns = true;
    }
    if let Some(phrase) = phrases.get_mut(at) {
        phrase.conjunct = Some(partner);
        phrase.preposition = preposition;
        phrase.owns = true;
    }
    first
}

/// The first of the owners that are joined to one.
fn first_of(phrases: &[Phrase], mut id: PhraseId) -> PhraseId {
    for _ in 0..OWNERS {
        match phrases.get(id.index()).and_then(|owner| owner.conjunct) {
            Some(before) => id = before,
            None => break,
        }
    }
    id
}
