//! Finite verbs: the clause that waits for one, or a new clause with its subject.

use super::{Builder, DEPTH, LIST};
use crate::clause::tag::Tag;
use crate::clause::{ClauseId, ClauseKind, PhraseId, PhraseKind};
use crate::token::{Marker, Readings, TokenKind, Usage};

impl Builder<'_> {
    pub(super) fn finite(&mut self, index: usize) {
        let Some(clause) = self.clause(self.current).copied() else {
            return;
        };
        if clause.verb.is_none() {
            if clause.subject.is_none() && clause.kind == ClauseKind::Main {
                self.subject_from_list(index);
            }
            return self.take_verb(self.current, index);
        }
        if let Some(main) = self.fronted_among(index) {
            self.with(main, |clause| clause.inverted = true);
            return self.take_verb(main, index);
        }
        if clause.inverted
            && self
                .phrase(clause.verb.map_or(0, PhraseId::index))
                .is_some_and(|verb| verb.verb.only_auxiliary)
            && !self.is_existential(clause.verb)
        {
            return self.complete_inverted(index, clause.verb);
        }
        let candidate = self.subject_before(index);
        if let Some(subject) = candidate
            && subject + 1 == index
            && self.adverbial_preposition(subject).is_some()
        {
            return self.new_clause(index, subject);
        }
        let complement = candidate.is_some()
            && self.is_clause_verb(clause.verb)
            && (self.waiting_ancestor().is_none() || self.finite_follows(index));
        // "a service that has insisted | it is safe": a pronoun right behind a verb of saying opens what is said.
        let said = candidate.is_some_and(|subject| {
            subject + 1 == index
                && self.is_pronoun(subject)
                && self.is_clause_verb(clause.verb)
                && clause.verb.is_some_and(|verb| verb.index() + 1 == subject)
        });
        let complement = complement || said;
        let beside = candidate.is_some_and(|subject| self.is_relative_beside(subject, index));
        if !(complement || beside)
            && let Some(waiting) = self.waiting_ancestor()
        {
            return self.take_verb(waiting, index);
        }
        match candidate {
            Some(subject) => self.new_clause(index, subject),
            None if self.described_subject().is_some() => {
                let subject = self.described_subject().unwrap_or(index);
                let above = self.phrase(subject).map(|phrase| phrase.clause);
                if let Some(above) = above.filter(|above| {
                    self.clause(*above)
                        .is_some_and(|clause| clause.object.map(PhraseId::index) == Some(subject))
                }) {
                    self.with(above, |clause| clause.object = None);
                }
                self.new_clause(index, subject);
            }
            None => {
                let parent = self.current;
                let governor = self.verb_of(parent);
                let id = self.open(ClauseKind::Main, None, governor, None, index);
                self.take_verb(id, index);
            }
        }
    }

    /// "Among those that recognise it | is Peru": the clause that *among* opens, whose subject comes behind its *be*.
    fn fronted_among(&self, index: usize) -> Option<ClauseId> {
        let verb = self.phrase(index)?;
        let be = self.tags.get(verb.head) == Some(&Tag::Be) && verb.start == verb.head;
        let next = self.phrase(index + 1).filter(|_| be)?;
        let main = ClauseId::new(0);
        let clause = self.clause(main)?;
        let first = self.phrase(clause.start.index())?;
        let waits = clause.verb.is_none() && clause.subject.is_none();
        let among = self.marker(first.start) == Marker::Among;
        let follows = next.kind == PhraseKind::Noun && next.preposition.is_none();
        (waits && among && follows).then_some(main)
    }

    /// "the truce that Egypt brokered and Qatar | guaranteed collapsed": a second subject with its verb behind the same gap, while the noun's own verb is
    /// still to come.
    fn is_relative_beside(&self, subject: usize, index: usize) -> bool {
        let coordinator = subject
            .checked_sub(1)
            .is_some_and(|at| self.kind(at) == Some(PhraseKind::Coordinator));
        let gap = self.clause(self.current).is_some_and(|clause| {
            clause.kind == ClauseKind::Relative
                && clause.subject.is_some()
                && clause.object.is_none()
        });
        coordinator && gap && subject + 1 == index && self.finite_follows(index)
    }

    /// Whether another finite verb comes before the next clause opens: the one that an open subject waits for.
    pub(super) fn finite_follows(&self, index: usize) -> bool {
        let ahead = (index + 1..index + LIST).map_while(|at| self.phrase(at));
        let mut inside = ahead.take_while(|phrase| {
            !matches!(
                phrase.kind,
                PhraseKind::That
                    | PhraseKind::Wh
                    | PhraseKind::Subordinator
                    | PhraseKind::Coordinator
                    | PhraseKind::Mark(TokenKind::Stop | TokenKind::Semicolon)
            )
        });
        inside.any(|phrase| phrase.kind == PhraseKind::Verb && phrase.verb.finite)
    }

    /// "and a memo circulated on Monday | described": the noun of a participle that no verb has yet.
    pub(super) fn described_subject(&self) -> Option<usize> {
        let clause = self.clause(self.current).filter(|clause| {
            matches!(clause.kind, ClauseKind::Participle | ClauseKind::Relative)
        })?;
        let noun = clause.governor?.index();
        let phrase = self
            .phrase(noun)
            .filter(|phrase| phrase.kind == PhraseKind::Noun && phrase.preposition.is_none())?;
        let first = phrase.owner.map_or(noun, PhraseId::index);
        let before = first.checked_sub(1)?;
        let opens = matches!(
            self.kind(before),
            Some(
                PhraseKind::Coordinator | PhraseKind::Mark(TokenKind::Comma | TokenKind::Semicolon)
            )
        ) || (self.kind(before) == Some(PhraseKind::Verb)
            && self.usage(before).any(Usage::THAT_VERB));
        opens.then_some(noun)
    }

    /// "In Moscow on Monday Hamas and …": nothing took the subject's place because the last noun phrase was governed.
    pub(super) fn subject_from_list(&mut self, index: usize) {
        let Some(before) = self.before(index) else {
            return;
        };
        // "As the minister made clear": what looked like a preposition opened a clause.
        let opened = before + 1 == index && self.adverbial_preposition(before).is_some();
        if opened && let Some(phrase) = self.phrases.get_mut(before) {
            phrase.preposition = None;
            phrase.noun = None;
        }
        let free = self.phrase(before).is_some_and(|phrase| {
            phrase.kind == PhraseKind::Noun
                && phrase.preposition.is_none()
                && phrase.apposition.is_none()
        });
        if free
            && self
                .phrase(before)
                .is_some_and(|phrase| phrase.clause == self.current)
        {
            self.with(self.current, |clause| {
                clause.subject = Some(PhraseId::new(before))
            });
        }
    }

    /// "There is | no doubt": what is, is said, and no verb is waited for.
    pub(super) fn is_existential(&self, verb: Option<PhraseId>) -> bool {
        verb.and_then(|verb| self.phrase(verb.index()))
            .is_some_and(|verb| self.marker(verb.start) == Marker::There)
    }

    /// "Nor would | it | hear": the main verb joins its auxiliary.
    pub(super) fn complete_inverted(&mut self, index: usize, auxiliary: Option<PhraseId>) {
        let before = auxiliary
            .and_then(|id| self.phrase(id.index()))
            .map(|phrase| phrase.verb);
        let negative = auxiliary.is_some_and(|id| {
            let start = self.phrase(id.index()).map_or(0, |phrase| phrase.start);
            (start.saturating_sub(2)..start).any(|at| {
                self.words
                    .get(at)
                    .is_some_and(|word| word.word.readings.any(Readings::NEGATIVE))
            })
        });
        let been = self
            .phrase(index)
            .is_some_and(|verb| self.marker(verb.start) == Marker::Been);
        if let (Some(before), Some(phrase)) = (before, self.phrases.get_mut(index)) {
            phrase.verb.modal = phrase.verb.modal.or(before.modal);
            phrase.verb.negated |= before.negated || negative;
            phrase.verb.past |= before.past;
            phrase.verb.perfect |= before.perfect;
            // With *have* the participle is active, with *be* passive.
            phrase.verb.passive &= !before.perfect || been;
            phrase.verb.participle = false;
            phrase.verb.finite = true;
        }
        self.take_verb(self.current, index);
    }

    /// Whether only adverbial phrases stand between *have* or a modal and what may be its verb: "has for months | blocked the text".
    pub(super) fn is_interrupted(&self, auxiliary: Option<PhraseId>, index: usize) -> bool {
        let Some((at, phrase)) =
            auxiliary.and_then(|id| Some((id.index(), *self.phrase(id.index())?)))
        else {
            return false;
        };
        let Some(verb) = self.phrase(index) else {
            return false;
        };
        let form = self.tags.get(verb.head);
        // "has for years | been offering", "had as late as May | asked"
        let been = self.marker(verb.start) == Marker::Been;
        let fits = match self.tags.get(phrase.head) {
            Some(Tag::Have) => {
                !verb.verb.passive && verb.verb.modal.is_none() || verb.verb.participle || been
            }
            _ => phrase.verb.modal.is_some() && form == Some(&Tag::Base),
        };
        let past = matches!(form, Some(Tag::Past | Tag::Participle | Tag::Base))
            && verb.start == verb.head
            || been;
        let adverbial = |at: usize| match self.kind(at) {
            Some(
                PhraseKind::Adverb | PhraseKind::Preposition | PhraseKind::Mark(TokenKind::Comma),
            ) => true,
            Some(PhraseKind::Adjective) => {
                self.kind(at - 1) == Some(PhraseKind::Preposition)
                    && self.kind(at + 1) == Some(PhraseKind::Preposition)
            }
            Some(PhraseKind::Noun) => self
                .phrase(at)
                .is_some_and(|noun| noun.preposition.is_some() || noun.owns),
            _ => false,
        };
        phrase.verb.only_auxiliary
            && fits
            && past
            && at + 1 < index
            && index - at < LIST
            && (at + 1..index).all(adverbial)
    }

    pub(super) fn is_pronoun(&self, index: usize) -> bool {
        self.phrase(index)
            .is_some_and(|phrase| self.tags.get(phrase.head) == Some(&Tag::Pronoun))
    }

    pub(super) fn is_clause_verb(&self, verb: Option<PhraseId>) -> bool {
        verb.is_some_and(|verb| self.usage(verb.index()).any(Usage::THAT_VERB))
    }

    /// An open clause above that has its subject but no verb yet.
    pub(super) fn waiting_ancestor(&self) -> Option<ClauseId> {
        let mut at = self.clause(self.current)?.parent;
        for _ in 0..DEPTH {
            let id = at?;
            let clause = self.clause(id)?;
            // "Whether talking | will achieve", "To isolate it | could": the clause below is the subject.
            let sentential = matches!(clause.kind, ClauseKind::Question | ClauseKind::Main)
                && self.clause(self.current).is_some_and(|below| {
                    below.parent == Some(id)
                        && matches!(
                            below.kind,
                            ClauseKind::Infinitive | ClauseKind::Participle | ClauseKind::Gerund
                        )
                        && below.start.index() <= clause.start.index() + 1
                });
            if clause.verb.is_none()
                && (clause.subject.is_some() || clause.kind == ClauseKind::Relative || sentential)
            {
                return Some(id);
            }
            at = clause.parent;
        }
        None
    }

    /// The noun phrase that can be the subject of a verb at `index`: the last free one, with what hangs on it.
    pub(super) fn subject_before(&self, index: usize) -> Option<usize> {
        let verb = self.clause(self.current)?.verb?.index();
        let mut at = index;
        let mut found = None;
        while at > verb + 1 {
            at -= 1;
            let phrase = self.phrase(at)?;
            match phrase.kind {
                PhraseKind::Noun if phrase.owns => {}
                PhraseKind::Noun if phrase.preposition.is_some() && phrase.conjunct.is_none() => {
                    if self.adverbial_preposition(at).is_some() && found.is_none() {
                        return Some(at);
                    }
                }
                PhraseKind::Noun => {
                    found = Some(at);
                    if phrase.conjunct.is_none() {
                        return found;
                    }
                    // "and China abstained": after a coordinator a new subject; a longer list is followed back.
                    if self.kind(at.wrapping_sub(1)) == Some(PhraseKind::Coordinator) {
                        return found;
                    }
                }
                PhraseKind::Adverb
                | PhraseKind::Preposition
                | PhraseKind::Other
                | PhraseKind::Adjective
                | PhraseKind::Coordinator => {}
                PhraseKind::Mark(
                    TokenKind::QuoteOpen
                    | TokenKind::QuoteClose
                    | TokenKind::Mark
                    | TokenKind::BracketClose
                    | TokenKind::BracketOpen,
                ) => {}
                PhraseKind::Mark(TokenKind::Comma) if found.is_none() && at + 1 == index => {
                    return self.named_before(at, index);
                }
                _ => return found,
            }
        }
        found
    }

    /// "…, the chairman, Ali Khan, | said", "said Hamas, a movement, | would": the noun phrase whose apposition a comma closes before the verb.
    fn named_before(&self, comma: usize, verb: usize) -> Option<usize> {
        let beside = self.phrase(comma.checked_sub(1)?)?.apposition?.index();
        let first = self
            .phrase(beside)?
            .owner
            .map_or(beside, PhraseId::index)
            .checked_sub(1)?;
        let speaks =
            self.is_mark(Some(first), TokenKind::Comma) && self.usage(verb).any(Usage::SPEECH);
        let said =
            self.kind(first) == Some(PhraseKind::Verb) && self.usage(first).any(Usage::THAT_VERB);
        (speaks || said).then_some(beside)
    }

    /// The preposition over a noun phrase that may as well open a clause: "as Washington does".
    pub(super) fn adverbial_preposition(&self, at: usize) -> Option<usize> {
        let preposition = self.phrase(at)?.preposition?;
        matches!(
            self.marker(preposition),
            Marker::As
                | Marker::Before
                | Marker::After
                | Marker::Since
                | Marker::Until
                | Marker::Than
        )
        .then_some(preposition)
    }
}
