//! Verbs in a series: "condemned the attack, | rejected the truce and recalled its envoy".

use super::Builder;
use crate::clause::tag::Tag;
use crate::clause::{Clause, ClauseKind, Phrase, PhraseKind, Verb};
use crate::token::{Marker, Readings, TokenKind, Usage};

impl Builder<'_> {
    /// The comma before a verb that goes on with the subject of the verbs before it.
    pub(super) fn series_before(&self, index: usize) -> Option<usize> {
        let comma = (0..index)
            .rev()
            .find(|at| self.kind(*at) != Some(PhraseKind::Adverb))
            .filter(|at| self.is_mark(Some(*at), TokenKind::Comma))?;
        let quoted = self.is_mark(comma.checked_sub(1), TokenKind::QuoteClose);
        let goes_on = self
            .clause(self.current)
            .is_some_and(|clause| clause.verb.is_some() && clause.kind != ClauseKind::Relative);
        let subject = self.waiting_ancestor().is_some() || self.described_subject().is_some();
        let serial = || self.is_finite_series(index) || self.is_series_of_form(index);
        (goes_on && !quoted && !subject && serial()).then_some(comma)
    }

    fn is_finite_series(&self, index: usize) -> bool {
        let form = self.phrase(index).is_some_and(|verb| {
            let bare = self.tags.get(verb.head) == Some(&Tag::Base);
            let own = verb.verb;
            (own.finite || bare)
                && !(own.ing || own.participle || own.infinitive)
                && own.modal.is_none()
                && !own.only_auxiliary
        });
        form && self.has_model(index) && !self.has_speaker_behind(index)
    }

    /// "accused of recognising it, | restoring ties and vetoing it", "was recognised by Peru, | welcomed by Chile and rejected by Serbia", "promised to
    /// recognise it, | to restore ties and to": of -ing forms and participles only where *and* has one more of them, since alone they tell what else was done.
    fn is_series_of_form(&self, index: usize) -> bool {
        let Some(own) = self.phrase(index).map(|phrase| phrase.verb) else {
            return false;
        };
        let one_more = |fits: &dyn Fn(&Phrase) -> bool| {
            let ahead = (index + 1..index + super::LIST)
                .take_while(|at| !self.is_mark(Some(*at), TokenKind::Stop));
            let mut last = ahead.filter(|at| self.kind(*at) == Some(PhraseKind::Coordinator));
            last.any(|at| self.phrase(at + 1).is_some_and(fits))
        };
        let model = |fits: &dyn Fn(&Clause, Verb) -> bool| {
            self.clause(self.current).is_some_and(|clause| {
                let verb = clause.verb.and_then(|verb| self.phrase(verb.index()));
                verb.is_some_and(|verb| fits(clause, verb.verb))
            })
        };
        if own.infinitive {
            model(&|_, other| other.infinitive)
        } else if own.ing && !own.finite {
            model(&|clause, other| clause.kind == ClauseKind::Gerund && other.ing)
                && one_more(&|next| next.verb.ing && !next.verb.finite)
        } else {
            own.participle
                && model(&|_, other| other.passive && other.finite)
                && one_more(&|next| next.verb.participle || self.marker(next.end) == Marker::By)
        }
    }

    /// Whether a clause that is open has a verb of the same tense, or one that asks for a bare form.
    fn has_model(&self, index: usize) -> bool {
        let Some(verb) = self.phrase(index) else {
            return false;
        };
        let base = self.tags.get(verb.head) == Some(&Tag::Base);
        let mut at = Some(self.current);
        for _ in 0..super::DEPTH {
            let Some(clause) = at.and_then(|id| self.clause(id)) else {
                break;
            };
            let other = clause.verb.and_then(|verb| self.phrase(verb.index()));
            let fits = other.is_some_and(|other| {
                // "will lift it, | restore ties", "did not lift it, | restore ties or"
                let asked = base
                    && (other.verb.infinitive
                        || other.verb.modal.is_some()
                        || self.tags.get(other.head) == Some(&Tag::Base));
                let past = other.verb.past || other.verb.perfect;
                let same =
                    other.verb.finite && other.verb.modal.is_none() && past == verb.verb.past;
                asked || verb.verb.finite && same
            });
            if fits && (clause.subject.is_some() || clause.coordinated.is_some() || base) {
                return true;
            }
            at = clause.parent;
        }
        false
    }

    /// "…, says | Peru", "…, announced | the minister", "…, the envoy | said": whoever says what stands before.
    fn has_speaker_behind(&self, index: usize) -> bool {
        let usage = self.usage(index);
        if !usage.any(Usage::THAT_VERB.with(Usage::QUOTING_VERB)) {
            return false;
        }
        let last = self
            .phrase(index + 1)
            .is_none_or(|phrase| matches!(phrase.kind, PhraseKind::Mark(_)));
        if last {
            return true;
        }
        let owned = self.phrase(index + 1).is_some_and(|phrase| phrase.owns);
        let behind = index + 1 + usize::from(owned);
        let somebody = self.phrase(behind).is_some_and(|phrase| {
            let head = self.words.get(phrase.head);
            phrase.kind == PhraseKind::Noun
                && phrase.preposition.is_none()
                && (matches!(self.tags.get(phrase.head), Some(Tag::Proper | Tag::Pronoun))
                    || head.is_some_and(|word| {
                        word.word.readings.any(Readings::HUMAN | Readings::GROUP)
                    }))
        });
        let ends = self.phrase(behind + 1).is_none_or(|phrase| {
            matches!(phrase.kind, PhraseKind::Mark(_) | PhraseKind::Preposition)
        });
        let addressed = usage.any(Usage::ADDRESSING_VERB.with(Usage::OBJECT_INFINITIVE_VERB));
        // "…, said | it would leave": it says nothing, it is told of.
        let told_of = self.kind(behind + 1) == Some(PhraseKind::Verb);
        somebody && !told_of && (ends || !addressed)
    }

    /// Such a verb stands beside the one before it; a verb of saying beside the verb of saying, unless what is said has one itself.
    pub(super) fn serial_verb(&mut self, index: usize, comma: usize) {
        let told = self
            .clause(self.current)
            .and_then(|clause| clause.verb)
            .is_some_and(|verb| {
                let plain = self
                    .phrase(verb.index())
                    .is_some_and(|phrase| phrase.verb.modal.is_none());
                plain && self.usage(verb.index()).any(Usage::SPEECH)
            });
        if told {
            self.beside_nearest(index, comma + 1);
        } else {
            self.coordinated_verb(index, comma + 1);
        }
    }
}
