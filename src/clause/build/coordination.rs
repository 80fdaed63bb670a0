//! A second subject or verb: beside which clause it stands.

use super::{Builder, DEPTH, LIST};
use crate::clause::tag::Tag;
use crate::clause::{Clause, ClauseId, ClauseKind, Phrase, PhraseId, PhraseKind};
use crate::token::{Lexicon, Marker, TokenKind, Usage};

impl Builder<'_> {
    /// A finite verb with a subject of its own after a clause that has both.
    pub(super) fn new_clause(&mut self, index: usize, subject: usize) {
        let first = self
            .phrase(subject)
            .and_then(|phrase| phrase.owner)
            .map_or(subject, PhraseId::index);
        // "said 40 letters and cards | had come in": the whole list is the subject.
        let listed = self
            .list_said(subject)
            .or_else(|| self.list_behind(subject));
        let subject = listed.unwrap_or(subject);
        let first = listed.map_or(first, |subject| {
            self.phrase(subject)
                .and_then(|phrase| phrase.owner)
                .map_or(subject, PhraseId::index)
        });
        let before = first.checked_sub(1);
        let coordinator = self
            .phrase(subject)
            .is_some_and(|phrase| phrase.conjunct.is_some())
            || before.is_some_and(|at| self.kind(at) == Some(PhraseKind::Coordinator));
        let adverbial = self.adverbial_preposition(subject);
        let comma = self.is_mark(before, TokenKind::Comma)
            || self.is_mark(before, TokenKind::QuoteClose)
            || self.is_mark(before, TokenKind::Dash);
        let parent = self.current;
        if self
            .clause(parent)
            .is_some_and(|clause| clause.object.map(PhraseId::index) == Some(subject))
        {
            self.with(parent, |clause| clause.object = None);
        }
        if self
            .clause(parent)
            .is_some_and(|clause| clause.predicate.map(PhraseId::index) == Some(subject))
        {
            self.with(parent, |clause| clause.predicate = None);
        }
        let id = if coordinator {
            self.coordinate_clause(first)
        } else if adverbial.is_some() {
            self.open(ClauseKind::Adverbial, Some(parent), None, adverbial, first)
        } else if comma {
            let governor = None;
            self.open(ClauseKind::Main, None, governor, None, first)
        } else {
            let governor = self.verb_of(parent);
            self.open(ClauseKind::Complement, Some(parent), governor, None, first)
        };
        for phrase in self.phrases.get_mut(first..index).unwrap_or_default() {
            phrase.clause = id;
        }
        if let Some(phrase) = self.phrases.get_mut(subject) {
            phrase.conjunct = None;
            phrase.apposition = None;
            phrase.preposition = None;
            phrase.noun = None;
        }
        self.with(id, |clause| clause.subject = Some(PhraseId::new(subject)));
        self.take_verb(id, index);
    }

    /// "as Chile and Ghana | had done", "before Norway and Sweden | recognised it": the first of those behind what opens an adverbial clause.
    fn list_behind(&self, subject: usize) -> Option<usize> {
        self.adverbial_preposition(subject)?;
        let mut first = subject;
        for _ in 0..DEPTH {
            match self.phrase(first)?.conjunct {
                Some(before) => first = before.index(),
                None => break,
            }
        }
        // "stepped in as mediator, and Peru | has offered": no list of one kind.
        let name = |at: usize| {
            let head = self.phrase(at).map(|noun| noun.head);
            head.and_then(|head| self.tags.get(head)) == Some(&Tag::Proper)
        };
        let apart = (first..subject).any(|at| self.is_mark(Some(at), TokenKind::Comma));
        (first < subject && !apart && name(first) && name(subject)).then_some(first)
    }

    /// The first noun phrase of a list that ends in `subject`, where a verb of saying has it for its object.
    pub(super) fn list_said(&self, subject: usize) -> Option<usize> {
        // "fear the frost, and others | say it will pass": two with a comma between are no list.
        let partner = self.phrase(subject)?.conjunct?.index();
        let pronoun = self
            .phrase(subject)
            .is_some_and(|phrase| self.tags.get(phrase.head) == Some(&Tag::Pronoun));
        let apart = (partner + 1..subject).any(|at| self.is_mark(Some(at), TokenKind::Comma));
        let clause = self.clause(self.current)?;
        let object = clause.object?.index();
        if partner == object && (pronoun || apart) {
            return None;
        }
        let said = clause
            .verb
            .is_some_and(|verb| self.usage(verb.index()).any(Usage::THAT_VERB));
        let mut at = subject;
        for _ in 0..DEPTH {
            at = self.phrase(at)?.conjunct?.index();
            if at == object {
                return said.then_some(object);
            }
        }
        None
    }

    /// "…, and the aide, standing beside him, | refused": the noun phrase behind a comma and *and* that waits for its verb.
    pub(super) fn parted_subject(&self, index: usize) -> Option<usize> {
        let comma = |at: usize| self.is_mark(Some(at), TokenKind::Comma);
        let verb = self.phrase(index)?.verb;
        let told = self.clause(self.current)?.verb.is_some();
        let finite = told && verb.finite && index.checked_sub(1).is_some_and(comma);
        let from = index.saturating_sub(LIST);
        let joined = (from..index).rev().take_while(|at| {
            self.phrase(*at)
                .is_some_and(|phrase| !(phrase.kind == PhraseKind::Verb && phrase.verb.finite))
        });
        let coordinator = joined
            .filter(|at| self.kind(*at) == Some(PhraseKind::Coordinator))
            .find(|at| at.checked_sub(1).is_some_and(comma))?;
        let free = |at: &usize| {
            self.phrase(*at).is_some_and(|phrase| {
                phrase.kind == PhraseKind::Noun
                    && phrase.preposition.is_none()
                    && !phrase.owns
                    && !self.is_measure(*at)
            })
        };
        let subject = (coordinator + 1..index).find(free).filter(|_| finite)?;
        // "recognised Peru, Chile, and Ghana, | condemned": the last of a list.
        let listed = self
            .phrase(subject)
            .and_then(|phrase| self.phrase(phrase.conjunct?.index()))
            .is_some_and(|before| before.conjunct.is_some());
        (comma(subject + 1) && !listed).then_some(subject)
    }

    /// Opens the clause of such a subject.
    pub(super) fn parted_verb(&mut self, index: usize, subject: usize) {
        let id = self.coordinate_clause(subject);
        if let Some(phrase) = self.phrases.get_mut(subject) {
            phrase.clause = id;
            phrase.conjunct = None;
            phrase.apposition = None;
        }
        self.with(id, |clause| clause.subject = Some(PhraseId::new(subject)));
        self.take_verb(id, index);
    }

    /// "… and China abstained": beside the nearest finite clause, at its height.
    pub(super) fn coordinate_clause(&mut self, first: usize) -> ClauseId {
        let beside = self.nearest_finite();
        let model = beside.and_then(|id| self.clause(id)).copied();
        match model {
            Some(clause)
                if matches!(clause.kind, ClauseKind::Complement | ClauseKind::Adverbial) =>
            {
                self.open(
                    clause.kind,
                    clause.parent,
                    clause.governor.map(PhraseId::index),
                    clause.marker,
                    first,
                )
            }
            // "which the Americans wrote and Russia vetoed"
            Some(clause)
                if clause.kind == ClauseKind::Relative
                    && clause.subject.is_some()
                    && clause.object.is_none()
                    && !self.is_mark(first.checked_sub(2), TokenKind::Comma) =>
            {
                self.open(
                    clause.kind,
                    clause.parent,
                    clause.governor.map(PhraseId::index),
                    clause.marker,
                    first,
                )
            }
            _ => self.open(ClauseKind::Main, None, None, None, first),
        }
    }

    pub(super) fn nearest_finite(&self) -> Option<ClauseId> {
        let mut at = Some(self.current);
        for _ in 0..DEPTH {
            let id = at?;
            let clause = self.clause(id)?;
            let finite = clause
                .verb
                .and_then(|verb| self.phrase(verb.index()))
                .is_some_and(|phrase| phrase.verb.finite || phrase.verb.modal.is_some());
            if finite {
                return Some(id);
            }
            at = clause.parent;
        }
        None
    }

    /// "… and | block it": a second verb with the subject, and the height, of the first of its kind.
    pub(super) fn coordinated_verb(&mut self, index: usize, coordinator: usize) {
        if self
            .clause(self.current)
            .is_some_and(|clause| clause.verb.is_none())
        {
            return self.take_verb(self.current, index);
        }
        if let Some(told) = self.behind_comment() {
            if self.speaker_goes_on(index, told) {
                return self.beside(index, self.current);
            }
            self.current = told;
            return self.beside_nearest(index, coordinator);
        }
        let series = self
            .clause(self.current)
            .is_some_and(|clause| clause.coordinated.is_some());
        match self.speech_beside(index).filter(|_| !series) {
            Some(first) => self.beside(index, first),
            None => self.beside_nearest(index, coordinator),
        }
    }

    /// "Turkey recognised it, a minister said, and | rejected the truce": what goes on behind a comment between commas.
    fn behind_comment(&self) -> Option<ClauseId> {
        let clause = self.clause(self.current)?;
        let verb = clause.verb?.index();
        let last = clause
            .subject
            .map_or(verb, |subject| subject.index().max(verb));
        let start = clause.start.index();
        let told = self.phrase(start.checked_sub(2)?)?.clause;
        let comment = self.usage(verb).any(Usage::THAT_VERB)
            && clause.subject.is_some()
            && clause.object.is_none()
            && self.is_mark(start.checked_sub(1), TokenKind::Comma)
            && self.is_mark(Some(last + 1), TokenKind::Comma);
        Some(told).filter(|told| comment && *told != self.current)
    }

    /// "The truce must hold, he said, and | called on others": whoever said it, and not what it was said of, where that can do nothing or the verb is
    /// one of saying too, or has another form than the one before.
    fn speaker_goes_on(&self, index: usize, told: ClauseId) -> bool {
        let said = self
            .clause(self.current)
            .and_then(|clause| self.phrase(clause.verb?.index()));
        let (Some(own), Some(said)) = (self.phrase(index), said) else {
            return false;
        };
        let alike = |other: &Phrase| {
            own.verb.finite
                && other.verb.finite
                && own.verb.past == other.verb.past
                && own.verb.modal.is_none()
                && other.verb.modal.is_none()
        };
        let mut at = Some(told);
        let mut before = None;
        for _ in 0..DEPTH {
            before = at.and_then(|id| self.clause(id));
            let finite = before
                .and_then(|clause| self.phrase(clause.verb?.index()))
                .is_some_and(|verb| verb.verb.finite || verb.verb.modal.is_some());
            if finite {
                break;
            }
            at = before.and_then(|clause| clause.parent);
        }
        let verb = before.and_then(|clause| self.phrase(clause.verb?.index()));
        let doer = before
            .and_then(|clause| clause.subject)
            .is_some_and(|subject| {
                self.may_do(subject.index()) || self.is_pronoun(subject.index())
            });
        let goes_on = doer && verb.is_some_and(alike) && !self.only_speaks(index);
        alike(said) && !goes_on
    }

    /// Verbs by which a speaker goes on speaking, where *rejected* and *agreed* tell what a state did.
    fn only_speaks(&self, index: usize) -> bool {
        let verb = self
            .phrase(index)
            .and_then(|verb| self.words.get(verb.head));
        matches!(
            verb.map_or("", |verb| Lexicon::english().text(verb.word.verb)),
            "call"
                | "urge"
                | "demand"
                | "accuse"
                | "warn"
                | "add"
                | "insist"
                | "appeal"
                | "ask"
                | "tell"
                | "blame"
                | "say"
        )
    }

    /// Beside the nearest clause with a verb of the same form.
    pub(super) fn beside_nearest(&mut self, index: usize, coordinator: usize) {
        let Some(verb) = self.phrase(index).map(|phrase| phrase.verb) else {
            return;
        };
        let bare = self
            .tags
            .get(self.phrase(index).map_or(0, |phrase| phrase.head))
            == Some(&Tag::Base)
            && verb.modal.is_none()
            && !verb.infinitive;
        let comma = self.is_mark(coordinator.checked_sub(1), TokenKind::Comma);
        let mut at = Some(self.current);
        let mut found = None;
        for _ in 0..DEPTH {
            let Some((id, clause)) = at.and_then(|id| self.clause(id).map(|clause| (id, *clause)))
            else {
                break;
            };
            let Some(other) = clause
                .verb
                .and_then(|verb| self.phrase(verb.index()))
                .map(|phrase| (phrase.verb, phrase.head))
            else {
                break;
            };
            let same = if bare {
                other.0.infinitive
                    || other.0.modal.is_some()
                    || self.tags.get(other.1) == Some(&Tag::Base)
            } else {
                (verb.ing
                    && !verb.finite
                    && (other.0.ing || self.tags.get(other.1) == Some(&Tag::Ing)))
                    || (verb.participle && other.0.passive)
                    || (verb.infinitive && other.0.infinitive)
                    || (verb.finite && other.0.finite && !verb.infinitive)
            };
            // "to open talks that matter, and | sign a pact": behind a comma a bare form goes on with what is further up, if that can be.
            let closed = bare && comma && clause.kind == ClauseKind::Relative;
            if same {
                if !closed {
                    found = Some(id);
                    break;
                }
                found = found.or(Some(id));
            }
            at = clause.parent;
        }
        match found {
            Some(first) => self.beside(index, first),
            None if verb.infinitive => self.infinitive(index),
            None if verb.ing && !verb.finite => self.gerund(index),
            None if verb.participle => self.participle(index),
            None => {
                let first = self.nearest_finite().unwrap_or(self.current);
                self.beside(index, first);
            }
        }
    }

    /// "said it was over and | called on others": a verb of saying stands beside the verb of saying, not beside what was said.
    pub(super) fn speech_beside(&self, index: usize) -> Option<ClauseId> {
        let verb = self.phrase(index)?.verb;
        if !verb.finite || !self.usage(index).any(Usage::SPEECH) {
            return None;
        }
        let mut at = self.clause(self.current)?.parent;
        for _ in 0..DEPTH {
            let id = at?;
            let clause = self.clause(id)?;
            let other = clause.verb?;
            let same = self.phrase(other.index()).is_some_and(|phrase| {
                phrase.verb.finite
                    && (phrase.verb.past == verb.past || phrase.verb.perfect)
                    && phrase.verb.modal.is_none()
            });
            if same && self.usage(other.index()).any(Usage::SPEECH) {
                return Some(id);
            }
            at = clause.parent;
        }
        None
    }

    pub(super) fn beside(&mut self, index: usize, first: ClauseId) {
        let Some(model) = self.clause(first).copied() else {
            return;
        };
        let id = self.open(
            model.kind,
            model.parent,
            model.governor.map(PhraseId::index),
            model.marker,
            index,
        );
        let shared = model
            .verb
            .and_then(|verb| self.phrase(verb.index()))
            .map(|phrase| phrase.verb);
        let negated = self.shares_negation(index, &model);
        self.with(id, |clause| clause.coordinated = Some(first));
        if let (Some(shared), Some(phrase)) = (shared, self.phrases.get_mut(index)) {
            let bare =
                !phrase.verb.finite || (phrase.verb.modal.is_none() && shared.modal.is_some());
            if bare {
                phrase.verb.modal = phrase.verb.modal.or(shared.modal);
                phrase.verb.infinitive |= shared.infinitive;
                phrase.verb.passive |= phrase.verb.participle && shared.passive;
            }
            phrase.verb.negated |= negated;
        }
        self.take_verb(id, index);
    }

    /// "will not lift it or | restore ties", "has not lifted it or | restored ties": whether one *not* is for both verbs. Behind *and* it is where the auxiliary
    /// is; behind *but* never. What an infinitive denies is denied of what hangs on its verb anyway.
    fn shares_negation(&self, index: usize, first: &Clause) -> bool {
        let verb = |id: Option<PhraseId>| id.and_then(|id| self.phrase(id.index()));
        let denied = verb(first.verb).filter(|first| first.verb.negated && !first.verb.infinitive);
        let (Some(first), Some(own)) = (denied, self.phrase(index)) else {
            return false;
        };
        let base = Some(&Tag::Base);
        let helped = first.verb.modal.is_some() || self.tags.get(first.head) == base;
        let before = self.before(index).and_then(|at| self.phrase(at));
        match before.map(|before| self.marker(before.start)) {
            Some(Marker::But) => false,
            Some(Marker::Or) => true,
            _ => helped && self.tags.get(own.head) == base && own.verb.modal.is_none(),
        }
    }
}
