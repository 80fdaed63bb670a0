//! Names at the head of a noun phrase: the phrase means whom the name means, before any context is read.

use super::description::STATE;
use super::{Form, How, Named, Reader, Referent, Who};
use crate::clause::{Phrase, PhraseId, PhraseKind, Tag};
use crate::token::Readings;

/// Somebody of whom no more is told than where he is from.
const ANYBODY: Referent = Referent {
    who: Who::Other,
    how: How::Collective,
    person: true,
};

impl Reader<'_> {
    /// First pass: noun phrases whose head is a name, before any context.
    pub(super) fn heads(&mut self) {
        let mut at = 0;
        while let Some(named) = self.out.named.get(at).copied() {
            let before = at.checked_sub(1).and_then(|at| self.out.named.get(at));
            if let Some(first) = before.copied().filter(|first| first.end == named.start)
                && let Some((id, joined)) = self.pair(first, named)
            {
                if joined {
                    self.out.paired.push((id, first, named));
                }
                at += 1;
                continue;
            }
            for token in named.start..named.end {
                self.head(named, token);
            }
            at += 1;
        }
    }

    /// "recognised Kosovo and | Chile North Macedonia": a state and somebody else, both by name, who fill a phrase that *and* joins to another. No state is a
    /// title of what it stands beside, so they are a subject and an object, whose verb was said before.
    ///
    /// Nor is "whose recognition of | Palestine Israel | condemned" one phrase: behind *of* or a verb the second is the subject of what follows. Gives whether
    /// *and* joins them.
    fn pair(&self, first: Named, second: Named) -> Option<(PhraseId, bool)> {
        let id = self.view.phrase_at(first.start)?;
        let phrase = self.view.phrase(id)?;
        let filled = phrase.kind == PhraseKind::Noun
            && phrase.head + 1 == second.end
            && (phrase.start == first.start
                || phrase.start + 1 == first.start && self.view.marker_text(phrase.start) == "the");
        let state = matches!(first.form, Form::Name | Form::Seat)
            && self.is_of_kind(Who::Actor(first.actor), STATE);
        let other = first.actor != second.actor
            && matches!(
                second.form,
                Form::Name | Form::Seat | Form::Person | Form::Surname
            );
        let joined = phrase.conjunct.is_some();
        let told = self
            .view
            .tags
            .get(phrase.end)
            .is_some_and(|tag| tag.is_finite());
        let subject = self
            .view
            .clause(phrase.clause)
            .and_then(|clause| clause.subject);
        let parted = told && phrase.start > 0 && subject != Some(id);
        (filled && state && other && (joined || parted)).then_some((id, joined))
    }

    /// The same for a token of a name, if it is a head.
    fn head(&mut self, named: Named, token: usize) {
        let Some(id) = self.view.phrase_at(token) else {
            return;
        };
        let is_head = |phrase: &&Phrase| phrase.kind == PhraseKind::Noun && phrase.head == token;
        let Some(phrase) = self.view.phrase(id).filter(is_head) else {
            return;
        };
        if named.start < phrase.start {
            if let Some(slot) = self.out.covered.get_mut(id.index()) {
                *slot = true;
            }
            // "Sudan's army": a name with an owner in it is what its last phrase means, "the People's Republic | of China" what the one before *of* does.
            let goes_on = phrase.owner.is_some() && self.view.marker_text(token + 1) == "of";
            if (phrase.head + 1 == named.end || goes_on)
                && let Some(referent) = self.named(named)
            {
                self.put(id, referent);
            }
        } else if named.form == Form::Demonym && self.is_anybody(phrase) {
            self.put(id, ANYBODY);
        } else if self.is_introduced(named, phrase.start)
            && let Some(referent) = self.named(named)
        {
            self.put(id, referent);
        }
    }

    /// "an American", "two Russians", "most Ukrainians": somebody from there, where "the Americans" are their state.
    fn is_anybody(&self, phrase: &Phrase) -> bool {
        let first = self.view.marker_text(phrase.start);
        matches!(
            first,
            "a" | "an"
                | "another"
                | "one"
                | "some"
                | "most"
                | "many"
                | "few"
                | "several"
                | "ordinary"
        ) || self.view.tags.get(phrase.start) == Some(&Tag::Number)
    }

    /// A last name alone needs a title before it, or its full name earlier on; a description needs its article.
    fn is_introduced(&self, named: Named, start: usize) -> bool {
        match named.form {
            Form::Surname => {
                (start..named.start).any(|at| self.view.word(at).readings.any(Readings::HUMAN))
                    || self
                        .memory
                        .known(self.view.span(named.start, named.end).of(self.setting.text))
                        .is_some()
            }
            Form::Description => {
                let first = start.min(named.start.saturating_sub(1));
                (first..named.start)
                    .any(|at| matches!(self.view.marker_text(at), "the" | "this" | "that"))
            }
            Form::Name | Form::Person | Form::Seat | Form::Demonym => true,
        }
    }

    fn named(&self, named: Named) -> Option<Referent> {
        // Whose minister he is was told with his full name.
        if named.form == Form::Surname
            && let Some(who) = self
                .memory
                .known(self.view.span(named.start, named.end).of(self.setting.text))
        {
            return Some(Referent {
                who,
                how: How::Known,
                person: true,
            });
        }
        let person =
            matches!(named.form, Form::Person | Form::Surname) || (named.form == Form::Demonym);
        if named.form == Form::Description && !self.memory.has_named(named.actor) {
            return None;
        }
        if named.form == Form::Demonym
            && self.view.tags.get(named.end.saturating_sub(1)) == Some(&Tag::Adjective)
        {
            return None;
        }
        Some(Referent {
            who: Who::Actor(named.actor),
            how: How::Named(named.form),
            person,
        })
    }
}
