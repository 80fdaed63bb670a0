//! What follows a cue: which construction it is, and where it ends.

use crate::clause::{ClauseId, ClauseKind, Phrase, PhraseId, PhraseKind, View};
use crate::pack::Complement;
use crate::token::{Shape, TokenKind};

use super::bound::{is_time, right_end};
use super::cue::Takes;

/// How many phrases an addressee, a day or a place may take up between cue and content.
const BETWEEN: usize = 14;
/// How many phrases may stand between two commas there.
const ASIDE: usize = 7;

/// The content on the right of a cue.
#[derive(Clone, Copy, Debug)]
pub(super) struct Content {
    pub(super) frame: Complement,
    /// First token.
    pub(super) start: usize,
    /// Token after the last.
    pub(super) end: usize,
    /// Token after the last of the cue, where a preposition joins it.
    pub(super) cue_end: usize,
}

/// A cue and where its content is looked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scan<'v> {
    pub(super) view: &'v View,
    pub(super) clause: ClauseId,
    pub(super) takes: Takes,
    /// Token after the cue.
    pub(super) after: usize,
    /// Its own words end in a preposition: the noun after them is an object.
    pub(super) ends_in_preposition: bool,
    pub(super) passive: bool,
    /// The cue is a noun.
    pub(super) nominal: bool,
}

const SAYING: [Complement; 4] = [
    Complement::That,
    Complement::Clause,
    Complement::Whether,
    Complement::Quotation,
];

impl Scan<'_> {
    fn phrase(&self, index: usize) -> Option<&Phrase> {
        self.view.phrases.get(index)
    }

    fn kind(&self, index: usize) -> Option<PhraseKind> {
        self.phrase(index).map(|phrase| phrase.kind)
    }

    fn is_mark(&self, index: usize, mark: TokenKind) -> bool {
        self.kind(index) == Some(PhraseKind::Mark(mark))
    }

    /// The content right of the cue, if it has one there.
    pub(super) fn content(&self) -> Option<Content> {
        let first = self.first()?;
        if let Some(content) = self.at(first, true) {
            return Some(content);
        }
        let moved = self.passive && self.takes.has(Complement::Predicate);
        if !moved
            && !self.takes.any(&SAYING)
            && !self
                .takes
                .any(&[Complement::Infinitive, Complement::ObjectInfinitive])
        {
            return None;
        }
        let mut at = first;
        for _ in 0..BETWEEN {
            at = self.skip(at)?;
            if let Some(content) = self.at(at, false) {
                return Some(content);
            }
        }
        None
    }

    /// The first phrase that lies wholly behind the cue.
    fn first(&self) -> Option<usize> {
        let id = self.view.phrase_at(self.after)?.index();
        let mut at = if self.phrase(id)?.start < self.after {
            id + 1
        } else {
            id
        };
        while self.kind(at) == Some(PhraseKind::Adverb) {
            at += 1;
        }
        (at < self.view.phrases.len()).then_some(at)
    }

    /// One step over what may stand between a cue of saying and its content: an addressee, a day, a place.
    fn skip(&self, at: usize) -> Option<usize> {
        let phrase = self.phrase(at)?;
        match phrase.kind {
            PhraseKind::Noun
            | PhraseKind::Adverb
            | PhraseKind::Preposition
            | PhraseKind::Other
            | PhraseKind::Adjective => Some(at + 1),
            PhraseKind::Coordinator
                if self.kind(at + 1) == Some(PhraseKind::Noun)
                    && self.phrase(at + 1)?.clause == self.clause =>
            {
                Some(at + 1)
            }
            PhraseKind::Mark(TokenKind::Comma) => match self.kind(at + 1)? {
                // ", however, that" and ", a day after the vote, that"
                PhraseKind::Adverb if self.is_mark(at + 2, TokenKind::Comma) => Some(at + 3),
                PhraseKind::Mark(TokenKind::QuoteOpen)
                | PhraseKind::That
                | PhraseKind::Preposition => Some(at + 1),
                // ", more than once, that"
                _ => (at + 2..at + ASIDE)
                    .take_while(|at| self.kind(*at).is_some_and(|kind| kind != PhraseKind::Verb))
                    .find(|at| self.is_mark(*at, TokenKind::Comma))
                    .filter(|comma| {
                        self.kind(comma + 1) == Some(PhraseKind::That)
                            || self.is_mark(comma + 1, TokenKind::QuoteOpen)
                    })
                    .map(|comma| comma + 1),
            },
            _ => None,
        }
    }

    fn at(&self, at: usize, adjacent: bool) -> Option<Content> {
        let phrase = self.phrase(at)?;
        match phrase.kind {
            PhraseKind::Mark(TokenKind::QuoteOpen) => self.quoted(at, adjacent),
            PhraseKind::Mark(TokenKind::Colon) if self.takes.any(&SAYING) => {
                self.make(Complement::Clause, at + 1)
            }
            PhraseKind::Mark(TokenKind::Comma)
                if adjacent && self.is_mark(at + 1, TokenKind::QuoteOpen) =>
            {
                self.quoted(at + 1, adjacent)
            }
            _ => self.opens(at, adjacent, None),
        }
    }

    /// Content that begins with a quotation mark.
    fn quoted(&self, mark: usize, adjacent: bool) -> Option<Content> {
        if self.takes.has(Complement::Quotation)
            && let Some(content) = self.whole_quotation(mark)
        {
            return Some(content);
        }
        if let Some(content) = self.opens(mark + 1, adjacent, Some(mark)) {
            return Some(content);
        }
        self.takes
            .any(&SAYING)
            .then(|| self.make(Complement::Quotation, mark))
            .flatten()
    }

    /// A quotation with a stop or comma of its own before the closing mark.
    fn whole_quotation(&self, mark: usize) -> Option<Content> {
        let start = self.phrase(mark)?.start;
        let rest = self.view.tokens.iter().enumerate().skip(start + 1);
        let close = rest
            .clone()
            .find(|(_, token)| token.kind == TokenKind::QuoteClose)
            .map(|(at, _)| at)?;
        let ends = self
            .view
            .tokens
            .get(close - 1)
            .is_some_and(|token| matches!(token.kind, TokenKind::Stop | TokenKind::Comma));
        let capital = self
            .view
            .tokens
            .get(start + 1)
            .is_some_and(|token| token.shape.has(Shape::CAPITAL));
        (ends && capital).then_some(Content {
            frame: Complement::Quotation,
            start,
            end: close + 1,
            cue_end: self.after,
        })
    }

    /// Content whose first word is at phrase `at`; a quotation mark before it belongs to it.
    fn opens(&self, at: usize, adjacent: bool, mark: Option<usize>) -> Option<Content> {
        let start = mark.unwrap_or(at);
        let phrase = self.phrase(at)?;
        let takes = |frame| self.takes.has(frame);
        match phrase.kind {
            PhraseKind::That
                if (takes(Complement::That) || takes(Complement::Clause))
                    && !self.is_relative(phrase) =>
            {
                self.make(Complement::That, start)
            }
            // "has heard | there is a teacher"
            PhraseKind::Verb
                if phrase.verb.finite
                    && takes(Complement::Clause)
                    && self.view.marker_text(phrase.start) == "there" =>
            {
                self.make(Complement::Clause, start)
            }
            // "an opening among voters | who backed her"
            PhraseKind::Wh
                if !adjacent
                    && self
                        .view
                        .clause(phrase.clause)
                        .is_some_and(|clause| clause.kind == ClauseKind::Relative) =>
            {
                None
            }
            PhraseKind::Wh | PhraseKind::Subordinator if self.is_question(at) => {
                if takes(Complement::Whether) {
                    self.make(Complement::Whether, start)
                } else if adjacent
                    && (takes(Complement::Noun)
                        || takes(Complement::PrepositionNoun) && self.ends_in_preposition)
                {
                    self.make(Complement::Noun, start)
                } else {
                    None
                }
            }
            PhraseKind::Verb if phrase.verb.infinitive => {
                if takes(Complement::Infinitive)
                    || (self.passive && takes(Complement::ObjectInfinitive))
                {
                    self.make(Complement::Infinitive, start)
                } else {
                    None
                }
            }
            PhraseKind::Verb if phrase.verb.ing && adjacent => self.gerund(start),
            // "a merger that executives say | will save millions"
            PhraseKind::Verb
                if adjacent
                    && phrase.verb.finite
                    && takes(Complement::Clause)
                    && self.has_gap() =>
            {
                self.make(Complement::Clause, start)
            }
            PhraseKind::Noun => self.noun(at, start, adjacent),
            PhraseKind::Preposition
                if adjacent || (self.passive && self.view.marker_text(phrase.start) == "as") =>
            {
                self.preposition(at)
            }
            PhraseKind::Adjective if adjacent && self.passive && takes(Complement::Predicate) => {
                self.make(Complement::Predicate, start)
            }
            _ => None,
        }
    }

    /// "a plan | that both parties detest": no content of the plan.
    fn is_relative(&self, that: &Phrase) -> bool {
        self.nominal
            && self
                .view
                .clause(that.clause)
                .is_some_and(|clause| clause.kind == ClauseKind::Relative)
    }

    /// Whether the cue stands in a relative clause or question whose pronoun is not its own subject.
    fn has_gap(&self) -> bool {
        self.view.clause(self.clause).is_some_and(|clause| {
            clause.subject.is_some()
                && (clause.kind == ClauseKind::Relative
                    || (clause.kind == ClauseKind::Question && clause.marker.is_some()))
        })
    }

    fn gerund(&self, start: usize) -> Option<Content> {
        let has = self.takes.has(Complement::Gerund)
            || (self.ends_in_preposition && self.takes.has(Complement::PrepositionGerund));
        has.then(|| self.make(Complement::Gerund, start)).flatten()
    }

    fn is_question(&self, at: usize) -> bool {
        let word = self
            .phrase(at)
            .map_or("", |phrase| self.view.marker_text(phrase.start));
        match self.kind(at) {
            Some(PhraseKind::Wh) => {
                !matches!(word, "whose" | "whom") || self.takes.has(Complement::Whether)
            }
            _ => word == "whether" || (word == "if" && self.takes.has(Complement::Whether)),
        }
    }

    /// "for a ban", "to the plan", "of lying", "as a threat".
    fn preposition(&self, at: usize) -> Option<Content> {
        let token = self.phrase(at)?.start;
        let word = self.view.marker_text(token);
        if word == "as" && self.passive && self.takes.has(Complement::Predicate) {
            return self.make(Complement::Predicate, at);
        }
        if (word == "by" && self.passive)
            || !matches!(
                word,
                "of" | "for"
                    | "on"
                    | "about"
                    | "to"
                    | "against"
                    | "at"
                    | "with"
                    | "over"
                    | "in"
                    | "into"
                    | "by"
                    | "from"
                    | "upon"
                    | "towards"
                    | "toward"
            )
        {
            return None;
        }
        if self.passive
            && self.takes.has(Complement::ObjectGerund)
            && matches!(word, "of" | "for" | "with" | "from")
        {
            return self.make(Complement::ObjectGerund, at);
        }
        // "concern in the capital | that": a place, and what it is about behind it.
        let place = matches!(word, "in" | "at" | "from" | "with");
        if place && self.takes.has(Complement::That) && self.kind(at + 2) == Some(PhraseKind::That)
        {
            return None;
        }
        let mark = self.is_mark(at + 1, TokenKind::QuoteOpen);
        let next = if mark { at + 2 } else { at + 1 };
        let content = match self.kind(next)? {
            PhraseKind::Verb
                if self.phrase(next)?.verb.ing && self.takes.has(Complement::PrepositionGerund) =>
            {
                self.make(Complement::PrepositionGerund, at + 1)
            }
            PhraseKind::Noun
                if self.takes.has(Complement::PrepositionNoun) && !self.is_time(next) =>
            {
                self.make(Complement::PrepositionNoun, at + 1)
            }
            PhraseKind::Wh
                if self
                    .takes
                    .any(&[Complement::PrepositionNoun, Complement::Whether]) =>
            {
                self.make(Complement::PrepositionNoun, at + 1)
            }
            PhraseKind::Subordinator
                if self.is_question(next)
                    && self
                        .takes
                        .any(&[Complement::PrepositionNoun, Complement::Whether]) =>
            {
                self.make(Complement::Whether, at + 1)
            }
            PhraseKind::Verb
                if self.phrase(next)?.verb.ing && self.takes.has(Complement::PrepositionNoun) =>
            {
                self.make(Complement::PrepositionGerund, at + 1)
            }
            _ => None,
        };
        content.map(|content| Content {
            cue_end: token + 1,
            ..content
        })
    }

    /// A noun phrase: the subject of a clause without *that*, an object, or whom the cue is said to.
    fn noun(&self, at: usize, start: usize, adjacent: bool) -> Option<Content> {
        let takes = |frame| self.takes.has(frame);
        let noun = self.owned(at);
        if takes(Complement::Clause) && !self.is_time(noun) && self.is_subject(noun) {
            return self.make(Complement::Clause, start);
        }
        // "talked about | the winter of 1977", but not "answered questions on | Monday"
        let about = self.ends_in_preposition
            && self.after > 0
            && matches!(self.view.marker_text(self.after - 1), "about" | "of");
        if !adjacent || (self.is_time(noun) && !about) {
            return None;
        }
        let end = self.noun_end(noun);
        let next = self.phrase(end);
        let next_kind = next.map(|phrase| phrase.kind);
        let infinitive =
            next.is_some_and(|phrase| phrase.kind == PhraseKind::Verb && phrase.verb.infinitive);
        if infinitive && takes(Complement::ObjectInfinitive) {
            return self.make(Complement::ObjectInfinitive, start);
        }
        if takes(Complement::ObjectInfinitive)
            && !takes(Complement::Noun)
            && self.infinitive_ahead(noun)
        {
            return self.make(Complement::ObjectInfinitive, start);
        }
        if next_kind == Some(PhraseKind::Preposition) {
            let word = next.map_or("", |phrase| self.view.marker_text(phrase.start));
            if matches!(
                word,
                "of" | "for" | "from" | "with" | "as" | "over" | "on" | "in"
            ) && takes(Complement::ObjectGerund)
            {
                return self.make(Complement::ObjectGerund, start);
            }
            if word == "as" && takes(Complement::Predicate) {
                return self.make(Complement::Predicate, start);
            }
            // "put it at sixty"
            if word == "at" && takes(Complement::Predicate) && takes(Complement::ObjectGerund) {
                return self.make(Complement::ObjectGerund, start);
            }
        }
        if takes(Complement::ObjectGerund) && self.gerund_ahead(noun) {
            return self.make(Complement::ObjectGerund, start);
        }
        if takes(Complement::Predicate)
            && (takes(Complement::Noun) || self.has_predicate(noun, end))
        {
            return self.make(Complement::Predicate, start);
        }
        if takes(Complement::Noun)
            || (self.ends_in_preposition && takes(Complement::PrepositionNoun))
        {
            return self.make(Complement::Noun, start);
        }
        None
    }

    /// The noun at the end of a chain of owners: "the council's | plan".
    fn owned(&self, at: usize) -> usize {
        let mut at = at;
        for _ in 0..3 {
            if !self.phrase(at).is_some_and(|phrase| phrase.owns) {
                break;
            }
            match (at + 1..at + 4).find(|next| {
                self.phrase(*next)
                    .is_some_and(|phrase| phrase.owner.map(PhraseId::index) == Some(at))
            }) {
                Some(next) => at = next,
                None => break,
            }
        }
        at
    }

    fn is_subject(&self, noun: usize) -> bool {
        let id = PhraseId::new(noun);
        self.view.clauses.iter().enumerate().any(|(index, clause)| {
            clause.subject == Some(id)
                && ClauseId::new(index) != self.clause
                && matches!(
                    clause.kind,
                    ClauseKind::Complement | ClauseKind::Main | ClauseKind::Question
                )
                && clause.verb.is_some_and(|verb| {
                    verb.index() > noun
                        && self
                            .view
                            .phrase(verb)
                            .is_some_and(|verb| verb.verb.finite || verb.verb.modal.is_some())
                })
        })
    }

    pub(super) fn is_time(&self, noun: usize) -> bool {
        let Some(phrase) = self.phrase(noun) else {
            return false;
        };
        is_time(self.view, phrase)
    }

    /// The phrase after a noun phrase with its *of*, its owner and its conjuncts.
    fn noun_end(&self, noun: usize) -> usize {
        let mut at = noun + 1;
        loop {
            let of = self.kind(at) == Some(PhraseKind::Preposition)
                && self
                    .phrase(at)
                    .is_some_and(|phrase| self.view.marker_text(phrase.start) == "of")
                && self.kind(at + 1) == Some(PhraseKind::Noun);
            let owner = self.kind(at) == Some(PhraseKind::Other);
            let conjunct = self.kind(at) == Some(PhraseKind::Coordinator)
                && self.phrase(at + 1).is_some_and(|phrase| {
                    phrase.kind == PhraseKind::Noun && phrase.conjunct.is_some()
                });
            if (of && !self.takes.has(Complement::ObjectGerund)) || conjunct {
                at += 2;
            } else if owner {
                at += 1;
            } else {
                return at;
            }
        }
    }

    /// "the bank, the biggest of them, | to pay": an infinitive that hangs on this clause or its object.
    fn infinitive_ahead(&self, noun: usize) -> bool {
        self.clause_ahead(noun, |clause, verb| {
            clause == ClauseKind::Infinitive && verb.verb.infinitive
        })
    }

    fn gerund_ahead(&self, noun: usize) -> bool {
        self.clause_ahead(noun, |clause, verb| {
            clause == ClauseKind::Gerund && verb.verb.ing
        })
    }

    fn clause_ahead(&self, noun: usize, is: impl Fn(ClauseKind, &Phrase) -> bool) -> bool {
        (noun + 1..noun + 8)
            .take_while(|at| {
                !matches!(
                    self.kind(*at),
                    None | Some(PhraseKind::Mark(TokenKind::Stop | TokenKind::Semicolon))
                )
            })
            .any(|at| {
                self.phrase(at).is_some_and(|phrase| {
                    phrase.kind == PhraseKind::Verb
                        && self.view.clause(phrase.clause).is_some_and(|clause| {
                            clause.parent == Some(self.clause) && is(clause.kind, phrase)
                        })
                })
            })
    }

    /// Whether something is said of the object: "the vote | a sham", "the claims | false", "the plan | “reckless”".
    fn has_predicate(&self, noun: usize, end: usize) -> bool {
        let own = self
            .view
            .clause(self.clause)
            .and_then(|clause| clause.predicate)
            .is_some_and(|id| id.index() > noun);
        let next = self.kind(end);
        own || matches!(
            next,
            Some(PhraseKind::Adjective | PhraseKind::Mark(TokenKind::QuoteOpen) | PhraseKind::Noun)
        )
    }

    fn make(&self, frame: Complement, first: usize) -> Option<Content> {
        let start = self.phrase(first)?.start;
        let end = right_end(self.view, self.clause, first, frame);
        (end > start).then_some(Content {
            frame,
            start,
            end,
            cue_end: self.after,
        })
    }
}
