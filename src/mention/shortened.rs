//! "The Front": an actor by the last word of a name that it was given.

use super::description::describes;
use super::{How, Reader, Referent, Who};
use crate::clause::{Phrase, PhraseId, Tag};
use crate::token::Marker;

impl Reader<'_> {
    /// Keeps the last word of a name of several: "the Three Brotherhood Alliance" is "the Alliance" from then on.
    pub(super) fn call(&mut self, phrase: &Phrase, actor: usize) {
        let first = (phrase.start..phrase.head).find(|at| {
            self.view
                .tags
                .get(*at)
                .is_some_and(|tag| tag.is_noun() || *tag == Tag::Adjective)
        });
        if first.is_some() && describes(self.classes(phrase.head)).is_some() {
            let last = self.view.noun_text(phrase.head).to_owned();
            self.memory.call(last, actor);
        }
    }

    /// "The Front", with a capital: whoever was given a name that ends in it.
    pub(super) fn shortened(&self, id: PhraseId) -> Option<Referent> {
        let phrase = self.view.phrase(id)?;
        let definite = self.view.marker(phrase.start) == Marker::The;
        let actor = self.called(phrase).filter(|_| definite)?;
        Some(Referent {
            who: Who::Actor(actor),
            how: How::Description,
            person: false,
        })
    }

    /// The actor whose name ends in the one word behind the article: "the Front".
    pub(super) fn called(&self, phrase: &Phrase) -> Option<usize> {
        let alone = phrase.end == phrase.start + 2;
        alone
            .then(|| self.memory.called(self.view.noun_text(phrase.head)))
            .flatten()
    }
}
