//! Where a content ends: at a mark, a verb that hangs elsewhere, a time that belongs to the cue.

use super::hang::{beside, descends};
use super::nominal::{is_time, sums_up};
use crate::clause::{ClauseId, Phrase, PhraseId, PhraseKind, Tag, View};
use crate::pack::Complement;
use crate::token::{Marker, TokenKind};

/// How many phrases may stand between two dashes.
const ASIDE: usize = 16;

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
        aside: false,
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
    /// Between two dashes.
    aside: bool,
}

impl<'v> Ends<'v> {
    fn phrase(&self, at: usize) -> Option<&'v Phrase> {
        self.view.phrases.get(at)
    }

    fn kind(&self, at: usize) -> Option<PhraseKind> {
        self.phrase(at).map(|phrase| phrase.kind)
    }

    /// Whether the content ends before phrase `at`.
    fn ends_at(&mut self, at: usize) -> bool {
        let Some(phrase) = self.phrase(at) else {
            return true;
        };
        if phrase.kind == PhraseKind::Verb && phrase.verb.infinitive {
            // "to “vote your conscience”": the mark is inside the verb group.
            let inside = (phrase.start..phrase.end).filter_map(|at| self.view.tokens.get(at));
            self.quotes += inside
                .filter(|token| token.kind == TokenKind::QuoteOpen)
                .count();
        }
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
            PhraseKind::Mark(TokenKind::Dash) if self.aside => self.aside = false,
            _ if self.aside => {}
            PhraseKind::Mark(TokenKind::Dash) if self.aside_closes(at) => self.aside = true,
            PhraseKind::Mark(
                TokenKind::Stop | TokenKind::Semicolon | TokenKind::Colon | TokenKind::Dash,
            ) => return true,
            PhraseKind::Mark(TokenKind::Comma) => return self.comma_ends(at),
            PhraseKind::Preposition | PhraseKind::Subordinator
                if at > self.first
                    && matches!(
                        self.frame,
                        Complement::Infinitive | Complement::ObjectInfinitive | Complement::Gerund
                    )
                    && self.view.marker(phrase.start) == Marker::Since =>
            {
                return true;
            }
            PhraseKind::Coordinator => return self.coordinator_ends(at, false),
            PhraseKind::Verb if at > self.first => return self.is_foreign(phrase),
            PhraseKind::Subordinator if at > self.first && is_nominal(self.frame) => return true,
            PhraseKind::Noun
                if at > self.first && is_nominal(self.frame) && is_time(self.view, phrase) =>
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

    /// "the plan — a mix of cuts and loans — would work": whether a dash has another one that closes it.
    fn aside_closes(&self, at: usize) -> bool {
        (at + 1..at + ASIDE)
            .take_while(|at| {
                !matches!(
                    self.kind(*at),
                    None | Some(PhraseKind::Mark(TokenKind::Stop | TokenKind::Semicolon))
                )
            })
            .any(|at| {
                self.kind(at) == Some(PhraseKind::Mark(TokenKind::Dash))
                    && self.phrase(at + 1).is_some_and(|next| {
                        !matches!(next.kind, PhraseKind::Mark(_) | PhraseKind::Coordinator)
                    })
            })
    }

    /// A verb of a clause that neither is in the content nor hangs on the cue.
    fn is_foreign(&self, phrase: &Phrase) -> bool {
        phrase.clause != self.clause
            && (!descends(self.view, phrase.clause, self.clause)
                || beside(self.view, phrase.clause, self.clause))
    }

    fn comma_ends(&self, at: usize) -> bool {
        let Some(next) = self.phrase(at + 1) else {
            return true;
        };
        // "I asked him why, | and he …"
        let sluiced = at == self.first + 1 && self.kind(self.first) == Some(PhraseKind::Wh);
        let nominal = matches!(self.frame, Complement::Noun | Complement::PrepositionNoun);
        // ", even as others vowed to"
        let concedes = self.view.marker(next.start) == Marker::Even
            && matches!(
                self.view.marker(next.start + 1),
                Marker::As | Marker::Though | Marker::If | Marker::After | Marker::While
            );
        if sluiced || concedes || (!nominal && sums_up(self.view, next)) {
            return true;
        }
        match next.kind {
            PhraseKind::Verb => {
                (next.verb.ing && !next.verb.finite)
                    || self.is_foreign(next)
                    || (is_nominal(self.frame) && !next.verb.participle)
            }
            PhraseKind::Subordinator => {
                let word = self.view.marker(next.start);
                is_nominal(self.frame)
                    || matches!(
                        word,
                        Marker::Though
                            | Marker::Although
                            | Marker::While
                            | Marker::Whereas
                            | Marker::After
                            | Marker::Before
                            | Marker::Because
                            | Marker::Since
                    )
            }
            PhraseKind::Coordinator => self.coordinator_ends(at + 1, true),
            PhraseKind::Noun => self.noun_ends(at + 1, next),
            PhraseKind::Preposition => {
                let word = self.view.marker(next.start);
                is_nominal(self.frame)
                    || matches!(
                        word,
                        Marker::After
                            | Marker::Before
                            | Marker::Despite
                            | Marker::Amid
                            | Marker::Following
                            | Marker::According
                            | Marker::As
                    )
            }
            PhraseKind::Adverb => match self.phrase(at + 2) {
                Some(after) if after.kind == PhraseKind::Verb => {
                    (after.verb.ing && !after.verb.finite) || self.is_foreign(after)
                }
                Some(after) if after.kind == PhraseKind::Mark(TokenKind::Stop) => false,
                _ => is_nominal(self.frame),
            },
            PhraseKind::Wh => {
                let word = self.view.marker(next.start);
                matches!(word, Marker::When | Marker::Where) && is_nominal(self.frame)
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
        let Some(phrase) = self.phrase(next) else {
            return true;
        };
        match phrase.kind {
            PhraseKind::That => false,
            PhraseKind::Verb => {
                self.is_foreign(phrase)
                    || (is_nominal(self.frame)
                        && phrase.clause != self.clause
                        && phrase.verb.finite
                        && beside(self.view, phrase.clause, self.clause))
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
        let word = self.view.marker(preposition.start);
        let noun = self
            .phrase(at + 1)
            .filter(|phrase| phrase.kind == PhraseKind::Noun);
        if noun.is_some_and(|noun| is_time(self.view, noun))
            && matches!(
                word,
                Marker::On
                    | Marker::In
                    | Marker::At
                    | Marker::During
                    | Marker::Before
                    | Marker::After
                    | Marker::Since
                    | Marker::Until
                    | Marker::Over
                    | Marker::For
                    | Marker::By
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
            Marker::For | Marker::With | Marker::Against
                if pronoun && self.frame == Complement::Noun =>
            {
                true
            }
            Marker::Of
            | Marker::With
            | Marker::As
            | Marker::To
            | Marker::For
            | Marker::Between
            | Marker::Against => false,
            Marker::By
            | Marker::Before
            | Marker::After
            | Marker::During
            | Marker::Until
            | Marker::Despite
            | Marker::Because
            | Marker::Without => {
                closed
                    || matches!(
                        word,
                        Marker::Before
                            | Marker::After
                            | Marker::During
                            | Marker::Until
                            | Marker::Despite
                    )
            }
            _ => closed,
        }
    }
}
