//! Verb groups: which clause each of them belongs to, and what infinitives, gerunds and participles hang on.

use super::{Builder, DEPTH};
use crate::clause::tag::Tag;
use crate::clause::{ClauseId, ClauseKind, PhraseId, PhraseKind};
use crate::token::{Marker, Readings, TokenKind, Usage};

impl Builder<'_> {
    pub(super) fn verb(&mut self, index: usize) {
        let Some(verb) = self.phrase(index).map(|phrase| phrase.verb) else {
            return;
        };
        let coordinator = self.marker.take().filter(|at| {
            let adverbs = (at + 1..index).all(|at| self.kind(at) == Some(PhraseKind::Adverb));
            adverbs || self.aside_end(*at) == Some(index)
        });
        let waiting = self.clause(self.current).copied().filter(|clause| {
            (clause.inverted && (verb.participle || verb.infinitive))
                || (coordinator.is_none() && self.is_interrupted(clause.verb, index))
        });
        let auxiliary = waiting.and_then(|clause| clause.verb).filter(|verb| {
            self.phrase(verb.index())
                .is_some_and(|verb| verb.verb.only_auxiliary)
        });
        // "There is no doubt about it, the envoy | said", "There are no plans | to", but "There are | to be talks"
        let behind = auxiliary.is_some_and(|verb| index > verb.index() + 1);
        let apart = || self.is_existential(auxiliary) && (verb.finite || verb.infinitive && behind);
        if coordinator.is_none() && auxiliary.is_some() && !apart() {
            self.complete_inverted(index, auxiliary);
        } else if let Some(coordinator) = coordinator {
            self.coordinated_verb(index, coordinator);
        } else if let Some(than) = self.than_before(index) {
            self.compared(index, than);
        } else if self.speaks_aside(index) {
            self.speech_aside(index);
        } else if let Some(subject) = self
            .parted_subject(index)
            .filter(|_| self.waiting_ancestor().is_none())
        {
            self.parted_verb(index, subject);
        } else if let Some(comma) = self.series_before(index) {
            self.serial_verb(index, comma);
        } else if verb.infinitive {
            self.infinitive(index);
        } else if verb.ing && !verb.finite {
            self.gerund(index);
        } else if verb.participle {
            self.participle(index);
        } else {
            self.finite(index);
        }
    }

    pub(super) fn take_verb(&mut self, id: ClauseId, index: usize) {
        self.current = id;
        self.with(id, |clause| clause.verb = Some(PhraseId::new(index)));
        self.assign(index);
    }

    pub(super) fn infinitive(&mut self, index: usize) {
        let parent = self.current;
        let governor = self
            .before(index)
            .filter(|at| matches!(self.kind(*at), Some(PhraseKind::Noun | PhraseKind::Verb)))
            .and_then(|at| self.infinitive_governor(at));
        if let Some(asking) = self.asked_as_well(index) {
            let id = self.open(
                ClauseKind::Infinitive,
                Some(asking),
                index.checked_sub(1),
                None,
                index,
            );
            return self.take_verb(id, index);
        }
        let comma = self.is_mark(index.checked_sub(1), TokenKind::Comma);
        if comma && let Some((asking, whom)) = self.asked_before_aside() {
            let id = self.open(
                ClauseKind::Infinitive,
                Some(asking),
                Some(whom),
                None,
                index,
            );
            return self.take_verb(id, index);
        }
        let governor = governor.filter(|_| !comma).or(self.verb_of(parent));
        let id = self.open(ClauseKind::Infinitive, Some(parent), governor, None, index);
        self.take_verb(id, index);
    }

    /// "told Hezbollah, which holds the hill, | to leave", "asked the delegation, led by him, | to sign": the clause that asks, and whom, where what is told
    /// of him stands between commas.
    fn asked_before_aside(&self) -> Option<(ClauseId, usize)> {
        let aside = self.clause(self.current)?;
        if !matches!(aside.kind, ClauseKind::Relative | ClauseKind::Participle) {
            return None;
        }
        // "which was forced, in 2006, to sign": the verb of the aside has the infinitive.
        let own = aside.verb.map(PhraseId::index);
        if own.is_some_and(|verb| self.usage(verb).any(Usage::OBJECT_INFINITIVE_VERB)) {
            return None;
        }
        let (whom, asking) = (aside.governor?.index(), aside.parent?);
        let clause = self.clause(asking)?;
        let opened = self.is_mark(Some(whom + 1), TokenKind::Comma);
        let appealed = || {
            let named = self.phrase(whom);
            named.is_some_and(|named| named.preposition.is_some() && named.clause == asking)
        };
        let usage = self.usage(self.verb_of(asking)?);
        let asks = clause.object == aside.governor && usage.any(Usage::OBJECT_INFINITIVE_VERB)
            || usage.any(Usage::APPEAL_VERB) && appealed();
        (opened && asks).then_some((asking, whom))
    }

    /// "asked Iran to lift it, Turkey | to recognise it and Egypt | to open the crossing": the clause whose verb is left out before another who is asked.
    fn asked_as_well(&mut self, index: usize) -> Option<ClauseId> {
        let who = index.checked_sub(1)?;
        let named = self.phrase(who).filter(|named| {
            named.kind == PhraseKind::Noun && self.tags.get(named.head) == Some(&Tag::Proper)
        })?;
        let own = named.preposition.is_some() && named.conjunct.is_none();
        let joins = who.checked_sub(1).filter(|_| !own)?;
        let comma = self.is_mark(Some(joins), TokenKind::Comma);
        let last = self.phrase(joins.checked_sub(1)?)?;
        let coordinator = self.kind(joins) == Some(PhraseKind::Coordinator)
            // "to meet Russia and Turkey"
            && (self.tags.get(last.head) != Some(&Tag::Proper) || self.asks_apart(joins, index));
        if !(comma || coordinator) {
            return None;
        }
        let mut at = self.current;
        for _ in 0..DEPTH {
            let clause = self.clause(at)?;
            let above = clause.parent?;
            let asked = clause.governor.and_then(|id| self.phrase(id.index()));
            let somebody = asked.is_some_and(|asked| {
                asked.kind == PhraseKind::Noun
                    && self.tags.get(asked.head) == Some(&Tag::Proper)
                    && asked.clause == above
            });
            let asks = self.verb_of(above).is_some_and(|verb| {
                self.usage(verb)
                    .any(Usage::OBJECT_INFINITIVE_VERB.with(Usage::APPEAL_VERB))
            });
            if clause.kind == ClauseKind::Infinitive && somebody && asks {
                if let Some(phrase) = self.phrases.get_mut(who) {
                    phrase.conjunct = None;
                    phrase.apposition = None;
                    phrase.preposition = None;
                    phrase.noun = None;
                    phrase.clause = above;
                }
                return Some(above);
            }
            at = above;
        }
        None
    }

    /// "asked Chile to recognise Kosovo and Peru | to recognise Palestine": whether two infinitives of the same verb part two names that a coordinator
    /// would join. In "to meet Russia and Turkey to end it" the two stand together, and so they do where they are asked: "to urge Russia and Turkey to".
    fn asks_apart(&self, coordinator: usize, index: usize) -> bool {
        let Some(clause) = self.clause(self.current) else {
            return false;
        };
        let lemma = |at: usize| {
            let head = self.phrase(at).map(|verb| verb.head);
            head.and_then(|head| self.words.get(head))
                .map(|word| word.word.verb)
        };
        let object = clause.object.map(PhraseId::index);
        let verb = clause.verb.map(PhraseId::index);
        clause.kind == ClauseKind::Infinitive
            && object == coordinator.checked_sub(1)
            && verb.is_some_and(|verb| {
                let asks = Usage::OBJECT_INFINITIVE_VERB.with(Usage::APPEAL_VERB);
                lemma(verb) == lemma(index) && !self.usage(verb).any(asks)
            })
    }

    /// The *than* before a bare form: "would sooner leave | than recognise it".
    fn than_before(&self, index: usize) -> Option<usize> {
        let than = self.phrase(index.checked_sub(1)?)?.head;
        let verb = self.phrase(index)?;
        let bare = self.tags.get(verb.head) == Some(&Tag::Base)
            && verb.start == verb.head
            && verb.verb.modal.is_none();
        (bare && self.marker(than) == Marker::Than).then_some(than)
    }

    /// What somebody would not do sooner than another thing hangs on the verb that is preferred.
    fn compared(&mut self, index: usize, than: usize) {
        let parent = self.nearest_finite().unwrap_or(self.current);
        let governor = self.verb_of(parent);
        let id = self.open(
            ClauseKind::Infinitive,
            Some(parent),
            governor,
            Some(than),
            index,
        );
        self.take_verb(id, index);
    }

    /// What an infinitive hangs on: a noun that takes one, the person asked, or the verb. `at` is the phrase before it.
    pub(super) fn infinitive_governor(&self, at: usize) -> Option<usize> {
        let phrase = self.phrase(at)?;
        let object = self
            .clause(self.current)
            .and_then(|clause| clause.object)
            .map(PhraseId::index);
        let Some(preposition) = phrase
            .preposition
            .filter(|_| phrase.kind == PhraseKind::Noun)
        else {
            return Some(at);
        };
        if self.usage(at).any(Usage::INFINITIVE_NOUN) {
            return Some(at);
        }
        // "sought for many years to": a time asks nobody.
        if self.is_measure(at) {
            return object.or(self.verb_of(self.current));
        }
        let above = phrase
            .noun
            .map(PhraseId::index)
            .or(self.verb_of(self.current))?;
        let asks = self.usage(above).any(Usage::APPEAL);
        if let Some(who) = self.for_whom(at) {
            return Some(who);
        }
        // "turned down an offer from Oman to": what Oman offers.
        let made = self
            .before(at)
            .filter(|before| self.kind(*before) == Some(PhraseKind::Preposition))
            .and_then(|before| self.before(before))
            .filter(|noun| self.kind(*noun) == Some(PhraseKind::Noun))
            .filter(|noun| self.usage(*noun).any(Usage::INFINITIVE_NOUN));
        match self.marker(preposition) {
            Marker::For => Some(at),
            Marker::By | Marker::From if made.is_some() => made,
            Marker::On | Marker::Upon | Marker::To | Marker::With if asks => Some(at),
            Marker::Of if phrase.noun.is_some() => phrase.noun.map(PhraseId::index),
            _ => object.or(self.verb_of(self.current)),
        }
    }

    /// "called for relations with Kenya | to be cut", "a plea for the guns in Angola | to fall silent": the noun behind the *for* of an appeal, where
    /// its own prepositional phrases stand between. Of "left for talks with Kenya to end it" the traveller is to end it.
    fn for_whom(&self, at: usize) -> Option<usize> {
        let mut inner = self.phrase(at)?;
        for _ in 0..DEPTH {
            let above = inner.noun?.index();
            let phrase = self.phrase(above)?;
            if phrase
                .preposition
                .is_some_and(|at| self.marker(at) == Marker::For)
            {
                let governor = phrase
                    .noun
                    .map(PhraseId::index)
                    .or(self.verb_of(self.current))?;
                let asks = self.usage(governor).any(Usage::APPEAL);
                return asks.then_some(above);
            }
            inner = phrase;
        }
        None
    }

    pub(super) fn gerund(&mut self, index: usize) {
        let before = self.before(index);
        let parent = self.current;
        let opening = self.clause(parent).copied();
        // "while imposing", "by whom …": a clause was opened and has nothing yet.
        if let Some(clause) = opening
            && clause.verb.is_none()
            && clause.subject.is_none()
            && matches!(clause.kind, ClauseKind::Adverbial)
        {
            let id = parent;
            let main = clause.parent.map(|above| self.speech_height(above, index));
            self.with(id, |clause| clause.parent = main);
            self.take_verb(id, index);
            self.with(id, |clause| {
                clause.kind = ClauseKind::Participle;
                clause.governor = None;
            });
            let governor = main.and_then(|main| self.verb_of(main)).map(PhraseId::new);
            self.with(id, |clause| clause.governor = governor);
            return;
        }
        if self.is_mark(before, TokenKind::Comma) {
            let above = self.participle_height(index);
            let governor = self.verb_of(above);
            let id = self.open(ClauseKind::Participle, Some(above), governor, None, index);
            self.take_verb(id, index);
            return;
        }
        if let Some(doer) = self.gerund_doer(index) {
            return self.gerund_of(doer, index);
        }
        let (kind, governor, marker) = match before.and_then(|at| self.kind(at)) {
            Some(PhraseKind::Preposition) => {
                let marker = before
                    .and_then(|at| self.phrase(at))
                    .map(|phrase| phrase.head);
                let above = before.and_then(|at| self.before(at)).filter(|at| {
                    matches!(self.kind(*at), Some(PhraseKind::Noun | PhraseKind::Verb))
                });
                (ClauseKind::Gerund, above.or(self.verb_of(parent)), marker)
            }
            Some(PhraseKind::Verb) => (ClauseKind::Gerund, before, None),
            Some(PhraseKind::Noun) => (ClauseKind::Participle, before, None),
            _ => (ClauseKind::Participle, self.verb_of(parent), None),
        };
        let id = self.open(kind, Some(parent), governor, marker, index);
        self.take_verb(id, index);
    }

    /// "objected to Iran's | being named", "no question of Chile | recognising it", "opposed Iran | becoming": the noun phrase before an -ing form that
    /// is its subject. A common noun is described by it instead: "soldiers guarding the border".
    fn gerund_doer(&self, index: usize) -> Option<usize> {
        let before = index.checked_sub(1)?;
        let doer = if self.is_owner_mark(before) {
            before.checked_sub(1)?
        } else {
            before
        };
        let noun = self
            .phrase(doer)
            .filter(|noun| noun.kind == PhraseKind::Noun)?;
        let named = matches!(self.tags.get(noun.head), Some(Tag::Proper | Tag::Pronoun));
        // "residents of Kyiv condemning", "a critic of Maduro calling for": the people do it, and not whose they are.
        let people = noun
            .noun
            .and_then(|id| self.phrase(id.index()))
            .is_some_and(|whose| {
                let readings = self.words.get(whose.head).map(|word| word.word.readings);
                self.tags.get(whose.head) == Some(&Tag::Plural)
                    || readings.is_some_and(|word| word.any(Readings::HUMAN | Readings::GROUP))
            });
        let governed = !people
            && noun.preposition.is_some_and(|at| {
                matches!(self.marker(at), Marker::Of | Marker::To | Marker::Without)
            });
        let clause = self.clause(self.current)?;
        let object = clause.object.map(PhraseId::index) == Some(doer)
            && clause.verb.is_some_and(|verb| verb.index() + 1 == doer);
        (doer < before || named && (governed || object)).then_some(doer)
    }

    /// Whether a phrase is the *'s* of an owner.
    fn is_owner_mark(&self, index: usize) -> bool {
        self.phrase(index)
            .is_some_and(|mark| self.tags.get(mark.start) == Some(&Tag::Owner))
    }

    /// An -ing form with a subject of its own hangs on what its subject stands behind.
    fn gerund_of(&mut self, doer: usize, index: usize) {
        let parent = self.current;
        let noun = self.phrase(doer).copied();
        let preposition = noun.and_then(|noun| noun.preposition);
        let governor = noun
            .and_then(|noun| noun.noun)
            .map(PhraseId::index)
            .or(self.verb_of(parent));
        let own = PhraseId::new(doer);
        if doer + 1 < index {
            // "opposed Iran's becoming": the deed is opposed.
            self.with(parent, |clause| {
                clause.object = clause.object.filter(|object| *object != own);
            });
        }
        let id = self.open(
            ClauseKind::Gerund,
            Some(parent),
            governor,
            preposition,
            index,
        );
        self.with(id, |clause| clause.subject = Some(own));
        self.take_verb(id, index);
    }

    /// The clause whose subject does what stands after a comma: ", setting up a clash".
    pub(super) fn participle_height(&self, index: usize) -> ClauseId {
        let clause = self.nearest_finite().unwrap_or(self.current);
        self.speech_height(clause, index)
    }

    /// ", adding that": what is said hangs on the verb of saying, not on what was said.
    pub(super) fn speech_height(&self, clause: ClauseId, index: usize) -> ClauseId {
        if !self.usage(index).any(Usage::SPEECH | Usage::QUOTING_VERB) {
            return clause;
        }
        let mut at = clause;
        for _ in 0..DEPTH {
            let Some(above) = self
                .clause(at)
                .filter(|clause| {
                    matches!(
                        clause.kind,
                        ClauseKind::Complement
                            | ClauseKind::Question
                            | ClauseKind::Infinitive
                            | ClauseKind::Gerund
                    )
                })
                .and_then(|clause| clause.parent)
            else {
                break;
            };
            at = above;
        }
        at
    }

    pub(super) fn participle(&mut self, index: usize) {
        // "when asked about it": the clause was opened and has nothing yet.
        let opened = self.clause(self.current).is_some_and(|clause| {
            clause.kind == ClauseKind::Adverbial
                && clause.verb.is_none()
                && clause.subject.is_none()
        });
        if opened {
            return self.take_verb(self.current, index);
        }
        let before = self.before(index);
        let noun = match before.and_then(|at| self.kind(at)) {
            Some(PhraseKind::Noun) => before,
            Some(PhraseKind::Mark(TokenKind::Comma)) => before
                .and_then(|at| self.before(at))
                .filter(|at| self.kind(*at) == Some(PhraseKind::Noun)),
            _ => None,
        };
        let parent = self.current;
        let governor = noun.or(self.verb_of(parent));
        let id = self.open(ClauseKind::Participle, Some(parent), governor, None, index);
        self.take_verb(id, index);
    }
}
