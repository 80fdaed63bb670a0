//! What follows a cue: which construction it is, and where it ends.

use crate::clause::{ClauseId, ClauseKind, Phrase, PhraseId, PhraseKind, Tag, View};
use crate::pack::Complement;
use crate::token::{Readings, Shape, TokenKind};

use super::cue::Takes;

/// How many phrases an addressee, a day or a place may take up between cue and content.
const BETWEEN: usize = 14;
/// How far chains of clauses are followed.
const DEPTH: usize = 12;

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
                _ => None,
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
            PhraseKind::That if takes(Complement::That) || takes(Complement::Clause) => {
                self.make(Complement::That, start)
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
        if !adjacent || self.is_time(noun) {
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

/// A day, a month, a stretch of time.
pub(super) fn is_time(view: &View, phrase: &Phrase) -> bool {
    let word = view.marker_text(phrase.head);
    let named = matches!(
        word,
        "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "today"
            | "yesterday"
            | "tomorrow"
            | "tonight"
            | "january"
            | "february"
            | "march"
            | "april"
            | "may"
            | "june"
            | "july"
            | "august"
            | "september"
            | "october"
            | "november"
            | "december"
            | "week"
            | "month"
            | "year"
            | "day"
            | "morning"
            | "afternoon"
            | "evening"
            | "night"
            | "weekend"
            | "noon"
            | "midnight"
            | "autumn"
            | "spring"
            | "summer"
            | "winter"
            | "hour"
            | "a.m."
            | "p.m."
    );
    let year = view
        .tokens
        .get(phrase.head)
        .is_some_and(|token| token.kind == TokenKind::Number && token.span.len() == 4)
        && phrase.end - phrase.start == 1
        && matches!(
            view.marker_text(phrase.head.saturating_sub(1)),
            "in" | "since" | "by" | "until" | "before" | "after"
        );
    (named || year) && phrase.kind == PhraseKind::Noun
}

/// Whether clause `id` is `above` or hangs on it.
pub(super) fn descends(view: &View, id: ClauseId, above: ClauseId) -> bool {
    let mut at = Some(id);
    for _ in 0..DEPTH {
        match at {
            Some(id) if id == above => return true,
            Some(id) => at = view.clause(id).and_then(|clause| clause.parent),
            None => return false,
        }
    }
    false
}

/// Whether clause `id` is coordinated with `first`, directly or through others.
fn beside(view: &View, id: ClauseId, first: ClauseId) -> bool {
    let mut at = view.clause(id).and_then(|clause| clause.coordinated);
    for _ in 0..DEPTH {
        match at {
            Some(id) if id == first => return true,
            Some(id) => at = view.clause(id).and_then(|clause| clause.coordinated),
            None => return false,
        }
    }
    false
}

/// Whether content of this kind is a phrase rather than a clause.
fn is_nominal(frame: Complement) -> bool {
    matches!(
        frame,
        Complement::Noun | Complement::PrepositionNoun | Complement::Predicate
    )
}

/// The token after the last of a content that begins with phrase `first` and belongs to a cue in `clause`.
pub(super) fn right_end(view: &View, clause: ClauseId, first: usize, frame: Complement) -> usize {
    let mut end = Ends {
        view,
        clause,
        frame,
        first,
        quotes: 0,
        brackets: 0,
        closed: false,
    };
    let mut at = first;
    while at < view.phrases.len() && !end.ends_at(at) {
        at += 1;
    }
    let token = view
        .phrases
        .get(at)
        .map_or(view.tokens.len(), |phrase| phrase.start);
    let start = view.phrases.get(first).map_or(token, |phrase| phrase.start);
    trimmed(view, start, token)
}

/// Leaves out commas, coordinators and unbalanced marks at the end.
pub(super) fn trimmed(view: &View, start: usize, mut end: usize) -> usize {
    while end > start {
        let kind = view.tokens.get(end - 1).map(|token| token.kind);
        let tag = view.tags.get(end - 1);
        let loose = matches!(
            kind,
            Some(
                TokenKind::Comma
                    | TokenKind::Semicolon
                    | TokenKind::Dash
                    | TokenKind::Colon
                    | TokenKind::QuoteOpen
                    | TokenKind::BracketOpen
                    | TokenKind::Stop
            )
        ) || matches!(tag, Some(Tag::Coordinator));
        if !loose {
            break;
        }
        end -= 1;
    }
    end
}

struct Ends<'v> {
    view: &'v View,
    clause: ClauseId,
    frame: Complement,
    first: usize,
    quotes: usize,
    brackets: usize,
    /// What follows the marks that just closed is no part of the content.
    closed: bool,
}

impl Ends<'_> {
    fn phrase(&self, at: usize) -> Option<&Phrase> {
        self.view.phrases.get(at)
    }

    fn kind(&self, at: usize) -> Option<PhraseKind> {
        self.phrase(at).map(|phrase| phrase.kind)
    }

    /// Whether the content ends before phrase `at`.
    fn ends_at(&mut self, at: usize) -> bool {
        let Some(phrase) = self.phrase(at).copied() else {
            return true;
        };
        match phrase.kind {
            PhraseKind::Mark(TokenKind::QuoteOpen) => self.quotes += 1,
            PhraseKind::Mark(TokenKind::QuoteClose) if self.quotes == 0 => return true,
            PhraseKind::Mark(TokenKind::QuoteClose) => {
                self.quotes -= 1;
                // The comma stands inside the marks.
                let comma = at.checked_sub(1).and_then(|at| self.kind(at))
                    == Some(PhraseKind::Mark(TokenKind::Comma));
                if comma && self.quotes == 0 && self.comma_ends(at) {
                    self.closed = true;
                }
            }
            _ if self.closed => return true,
            _ if self.quotes > 0 => {}
            PhraseKind::Mark(TokenKind::BracketOpen) => self.brackets += 1,
            PhraseKind::Mark(TokenKind::BracketClose) if self.brackets == 0 => return true,
            PhraseKind::Mark(TokenKind::BracketClose) => self.brackets -= 1,
            _ if self.brackets > 0 => {}
            PhraseKind::Mark(
                TokenKind::Stop | TokenKind::Semicolon | TokenKind::Colon | TokenKind::Dash,
            ) => return true,
            PhraseKind::Mark(TokenKind::Comma) => return self.comma_ends(at),
            PhraseKind::Coordinator => return self.coordinator_ends(at, false),
            PhraseKind::Verb if at > self.first => return self.is_foreign(&phrase),
            PhraseKind::Subordinator if at > self.first && is_nominal(self.frame) => return true,
            PhraseKind::Noun
                if at > self.first && is_nominal(self.frame) && is_time(self.view, &phrase) =>
            {
                return phrase.preposition.is_none();
            }
            PhraseKind::Preposition if at > self.first && is_nominal(self.frame) => {
                return self.preposition_ends(at);
            }
            _ => {}
        }
        false
    }

    /// A verb of a clause that neither is in the content nor hangs on the cue.
    fn is_foreign(&self, phrase: &Phrase) -> bool {
        phrase.clause != self.clause
            && (!descends(self.view, phrase.clause, self.clause)
                || beside(self.view, phrase.clause, self.clause))
    }

    fn comma_ends(&self, at: usize) -> bool {
        let Some(next) = self.phrase(at + 1).copied() else {
            return true;
        };
        match next.kind {
            PhraseKind::Verb => {
                (next.verb.ing && !next.verb.finite)
                    || self.is_foreign(&next)
                    || (is_nominal(self.frame) && !next.verb.participle)
            }
            PhraseKind::Subordinator => {
                let word = self.view.marker_text(next.start);
                is_nominal(self.frame)
                    || matches!(
                        word,
                        "though"
                            | "although"
                            | "while"
                            | "whereas"
                            | "after"
                            | "before"
                            | "because"
                            | "since"
                    )
            }
            PhraseKind::Coordinator => self.coordinator_ends(at + 1, true),
            PhraseKind::Noun => self.noun_ends(at + 1, &next),
            PhraseKind::Preposition => {
                let word = self.view.marker_text(next.start);
                is_nominal(self.frame)
                    || matches!(
                        word,
                        "after" | "before" | "despite" | "amid" | "following" | "according"
                    )
            }
            PhraseKind::Adverb => match self.phrase(at + 2).copied() {
                Some(after) if after.kind == PhraseKind::Verb => {
                    (after.verb.ing && !after.verb.finite) || self.is_foreign(&after)
                }
                Some(after) if after.kind == PhraseKind::Mark(TokenKind::Stop) => false,
                _ => is_nominal(self.frame),
            },
            PhraseKind::Wh => {
                let word = self.view.marker_text(next.start);
                matches!(word, "when" | "where") && is_nominal(self.frame)
            }
            _ => false,
        }
    }

    /// A noun phrase after a comma: part of a list or beside the noun before it, or the subject of something else.
    fn noun_ends(&self, at: usize, next: &Phrase) -> bool {
        if is_time(self.view, next)
            && next.preposition.is_none()
            && !matches!(
                self.frame,
                Complement::That | Complement::Clause | Complement::Whether
            )
        {
            return true;
        }
        let follows = self.finite_clause_of(at).is_some_and(|clause| {
            clause != self.clause && !descends(self.view, clause, self.clause)
        });
        follows
            || (is_nominal(self.frame)
                && next.apposition.is_none()
                && next.conjunct.is_none()
                && !next.owns)
    }

    /// The clause that a noun phrase is the subject of.
    fn finite_clause_of(&self, noun: usize) -> Option<ClauseId> {
        let id = PhraseId::new(noun);
        let at = self.view.clauses.iter().position(|clause| {
            clause.subject == Some(id) && clause.verb.is_some_and(|verb| verb > id)
        })?;
        Some(ClauseId::new(at))
    }

    /// What a coordinator joins: words of the content, or a second verb or clause beside the cue.
    fn coordinator_ends(&self, at: usize, comma: bool) -> bool {
        let mut next = at + 1;
        while matches!(self.kind(next), Some(PhraseKind::Adverb)) {
            next += 1;
        }
        let Some(phrase) = self.phrase(next).copied() else {
            return true;
        };
        match phrase.kind {
            PhraseKind::That => false,
            PhraseKind::Verb => {
                self.is_foreign(&phrase)
                    || (is_nominal(self.frame)
                        && phrase.clause != self.clause
                        && phrase.verb.finite
                        && beside_any(self.view, phrase.clause, self.clause))
            }
            PhraseKind::Noun | PhraseKind::Wh => match self.finite_clause_of(self.owned(next)) {
                Some(clause) if comma || is_nominal(self.frame) => clause != self.clause,
                Some(clause) => !descends(self.view, clause, self.clause),
                None => false,
            },
            PhraseKind::Subordinator => comma,
            _ => false,
        }
    }

    fn owned(&self, at: usize) -> usize {
        if !self.phrase(at).is_some_and(|phrase| phrase.owns) {
            return at;
        }
        (at + 1..at + 4)
            .find(|next| {
                self.phrase(*next)
                    .is_some_and(|phrase| phrase.owner.map(PhraseId::index) == Some(at))
            })
            .unwrap_or(at)
    }

    /// Time and agent stand outside a noun phrase; a name or pronoun takes few prepositions.
    fn preposition_ends(&self, at: usize) -> bool {
        let Some(preposition) = self.phrase(at) else {
            return true;
        };
        let word = self.view.marker_text(preposition.start);
        let noun = self
            .phrase(at + 1)
            .filter(|phrase| phrase.kind == PhraseKind::Noun);
        if noun.is_some_and(|noun| is_time(self.view, noun))
            && matches!(
                word,
                "on" | "in"
                    | "at"
                    | "during"
                    | "before"
                    | "after"
                    | "since"
                    | "until"
                    | "over"
                    | "for"
                    | "by"
            )
        {
            return true;
        }
        let head = at.checked_sub(1).and_then(|before| self.phrase(before));
        let closed = head.is_some_and(|head| {
            let tag = self.view.tags.get(head.head);
            head.kind == PhraseKind::Noun
                && (matches!(tag, Some(Tag::Pronoun))
                    || (matches!(tag, Some(Tag::Proper)) && head.end - head.start < 4))
        });
        let pronoun = head.is_some_and(|head| self.view.tags.get(head.head) == Some(&Tag::Pronoun));
        match word {
            "for" | "with" | "against" if pronoun && self.frame == Complement::Noun => true,
            "of" | "with" | "as" | "to" | "for" | "between" | "against" => false,
            "by" | "before" | "after" | "during" | "until" | "despite" | "because" | "without" => {
                closed || matches!(word, "before" | "after" | "during" | "until" | "despite")
            }
            _ => closed,
        }
    }
}

fn beside_any(view: &View, id: ClauseId, clause: ClauseId) -> bool {
    beside(view, id, clause)
}

/// Whether a phrase is a noun phrase that names somebody who can speak.
pub(super) fn can_speak(view: &View, phrase: &Phrase) -> bool {
    let readings = view.word(phrase.head).readings;
    let capital = view
        .tokens
        .get(phrase.head)
        .is_some_and(|token| token.shape.has(Shape::CAPITAL));
    let tag = view.tags.get(phrase.head);
    capital
        || matches!(tag, Some(Tag::Pronoun | Tag::Proper))
        || readings.any(Readings::HUMAN | Readings::GROUP)
}
