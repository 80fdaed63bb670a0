//! Content before its cue: a quotation that closes there, or a clause behind which the source is named.

use crate::clause::{PhraseId, PhraseKind, Tag, View};
use crate::pack::Complement;
use crate::span::Span;
use crate::token::{Marker, TokenKind, Usage};

use super::bound::trimmed;
use super::cue::Hit;
use super::nominal::{can_speak, is_time, sums_up};
use super::paragraph::Paragraph;
use super::quote::{Place, closing_at, opening_at};
use super::source::{Who, subject};
use super::statement::{fronted, left_start, states};
use super::verb::VerbCue;

/// How many phrases whom and when may take up behind a cue.
const ADDRESSEE: usize = 8;

impl Paragraph<'_> {
    /// First token of source and cue together, and the source.
    fn lead(&self, cue: VerbCue<'_>, hit: &Hit<'_>) -> Option<(usize, Who)> {
        if let Some(who) = cue.inverted_source(hit.end).filter(|_| {
            cue.clause.subject.is_none()
                || cue.clause.inverted
                || self.quote_before(cue, cue.verb.start).is_some()
        }) {
            return Some((cue.verb.start, who));
        }
        let own = cue
            .clause
            .subject
            .filter(|id| id.index() < cue.verb_index)
            .is_some()
            && cue.clause.coordinated.is_none();
        let who = subject(cue.view, cue.id).filter(|who| own && who.start < cue.verb.start)?;
        Some((who.start, who))
    }

    /// The whole quotation that ends right before a token, a comma between left out.
    fn quote_before(&self, cue: VerbCue<'_>, token: usize) -> Option<usize> {
        let place = self.place_before(cue.place(token))?;
        let kind = self.token(place)?.kind;
        let place = if kind == TokenKind::Comma {
            self.place_before(place)?
        } else {
            place
        };
        closing_at(self.quotations, place)
            .filter(|at| self.quotations.get(*at).is_some_and(|one| one.is_whole))
    }

    /// "“…,” she said" and "“…,” said the mayor", with what follows in marks.
    pub(super) fn quoted_left(&mut self, cue: VerbCue<'_>, hit: &Hit<'_>) -> bool {
        let Some((mut lead, mut who)) = self.lead(cue, hit) else {
            return false;
        };
        let mut found = self.quote_before(cue, lead);
        if found.is_none()
            && let Some(closest) = self.subject_after_quote(cue)
        {
            // The noun phrase that begins right behind the marks, whatever the clause says.
            (lead, who) = closest;
            found = self.quote_before(cue, lead);
        }
        let Some(at) = found else {
            return false;
        };
        let Some(quotation) = self.quotations.get(at).copied() else {
            return false;
        };
        // A quotation in the sentence before: "“Not today?” She asked." has nothing of its own behind the cue.
        let apart = quotation.close.sentence < cue.sentence;
        if apart
            && (quotation.taken.is_some()
                || quotation.open.token > 0
                || !self.ends_sentence(cue.view, hit.end.max(who.end)))
        {
            return false;
        }
        let first = self.start_of_mixed(cue, quotation.open);
        let mut pieces = vec![first.map_or(quotation.span, |start| start.cover(quotation.span))];
        self.more_pieces(cue, hit.end.max(who.end), &mut pieces);
        let cues = [cue.view.span(cue.verb.start, hit.end)];
        self.push(hit, Complement::Quotation, Some(who), cue, &cues, &pieces);
        true
    }

    fn ends_sentence(&self, view: &View, after: usize) -> bool {
        view.tokens
            .iter()
            .skip(after)
            .all(|token| matches!(token.kind, TokenKind::Stop))
    }

    fn subject_after_quote(&self, cue: VerbCue<'_>) -> Option<(usize, Who)> {
        let from = cue.verb_index.saturating_sub(12);
        let close = (from..cue.verb_index).rev().find(|at| {
            cue.view
                .phrases
                .get(*at)
                .is_some_and(|phrase| phrase.kind == PhraseKind::Mark(TokenKind::QuoteClose))
        })?;
        let first = cue.view.phrases.get(close + 1)?;
        let noun = (close + 1..cue.verb_index).find(|at| {
            cue.view
                .phrases
                .get(*at)
                .is_some_and(|phrase| phrase.kind == PhraseKind::Noun && !phrase.owns)
        })?;
        // "“Out!” he shouted, drawing | laughs"
        let other = (noun + 1..cue.verb_index).any(|at| {
            cue.view
                .phrases
                .get(at)
                .is_some_and(|phrase| phrase.kind == PhraseKind::Verb)
        });
        let direct = first.kind == PhraseKind::Noun && !other;
        direct.then_some((
            first.start,
            Who {
                phrase: PhraseId::new(noun),
                start: first.start,
                end: cue.verb.start,
            },
        ))
    }

    /// Where a sentence begins whose end is in marks: "He could draw “two or three points,” she said".
    fn start_of_mixed(&self, cue: VerbCue<'_>, open: Place) -> Option<Span> {
        let view = self.views.get(open.sentence)?;
        if open.token == 0 || open.sentence != cue.sentence {
            return None;
        }
        // Another quotation before it has its own speaker.
        let others = view
            .tokens
            .iter()
            .take(open.token)
            .any(|token| token.kind == TokenKind::QuoteClose);
        if others {
            return None;
        }
        let start = left_start(view, open.token);
        (start < open.token).then(|| view.span(start, open.token))
    }

    /// "…, he said, “but nobody asked.”": what goes on behind source and cue.
    fn more_pieces(&self, cue: VerbCue<'_>, after: usize, pieces: &mut Vec<Span>) {
        let view = cue.view;
        let next = (after..view.tokens.len()).find(|at| {
            view.tokens
                .get(*at)
                .is_some_and(|token| token.kind == TokenKind::QuoteOpen)
        });
        let Some(mark) = next else {
            return;
        };
        let before = mark
            .checked_sub(1)
            .and_then(|at| view.tokens.get(at))
            .map(|token| token.kind);
        let joined = matches!(
            before,
            Some(TokenKind::Comma | TokenKind::Colon | TokenKind::Stop | TokenKind::Dash)
        ) || mark.checked_sub(2).is_some_and(|at| {
            view.tags.get(at + 1) == Some(&Tag::Coordinator)
                && view
                    .tokens
                    .get(at)
                    .is_some_and(|token| token.kind == TokenKind::Comma)
        });
        // Another speaker between has it.
        let verb_between = || {
            view.clauses.iter().any(|clause| {
                clause
                    .verb
                    .and_then(|verb| view.phrase(verb))
                    .is_some_and(|verb| verb.start >= after && verb.end <= mark && verb.verb.finite)
            })
        };
        if joined
            && !verb_between()
            && let Some(quotation) =
                opening_at(self.quotations, cue.place(mark)).and_then(|at| self.quotations.get(at))
        {
            pieces.push(quotation.span);
        }
    }

    /// "The port will stay shut, the union said": content before the cue, without marks around it.
    pub(super) fn clause_left(
        &mut self,
        cue: VerbCue<'_>,
        hit: &Hit<'_>,
        inverted: Option<Who>,
    ) -> bool {
        if !cue.verb.verb.finite || cue.verb.verb.passive {
            return false;
        }
        let view = cue.view;
        let (lead, who) = match inverted {
            Some(who) => (cue.verb.start, who),
            None => match self.lead(cue, hit) {
                Some(found) => found,
                None => return false,
            },
        };
        let comma = lead.checked_sub(1).filter(|at| {
            view.tokens
                .get(*at)
                .is_some_and(|token| token.kind == TokenKind::Comma)
        });
        let Some(comma) = comma else {
            return false;
        };
        let addresses = view.usage(cue.verb.head).any(Usage::TELLING_VERB);
        if !self.ends_clause(view, hit.end.max(who.end), addresses) {
            return false;
        }
        let start = left_start(view, comma);
        let quoted = (start..comma).any(|at| {
            view.tokens
                .get(at)
                .is_some_and(|token| token.kind == TokenKind::QuoteOpen)
        });
        // "“Out!” he shouted, drawing | laughs": what is only said in marks has them right before it.
        let marked = comma
            .checked_sub(1)
            .and_then(|at| view.tokens.get(at))
            .is_some_and(|token| token.kind == TokenKind::QuoteClose);
        if !marked && !hit.takes.any(&[Complement::That, Complement::Clause]) {
            return false;
        }
        let after = self.after_addressee(view, hit.end.max(who.end));
        let followed = view.tokens.get(after).map(|token| token.kind) == Some(TokenKind::Comma);
        let said = quoted || states(view, start, comma, followed);
        // "The roof, he said, would have to wait."

        let goes_on = view
            .phrase_at(after + 1)
            .and_then(|id| view.phrase(id))
            .is_some_and(|next| {
                next.kind == PhraseKind::Verb && next.verb.finite && next.start == after + 1
            });
        let opens = followed && fronted(view, start, comma, after);
        if !(said || goes_on || opens) {
            return false;
        }
        let mut pieces = vec![view.span(start, trimmed(view, start, comma))];
        self.rest_of_sentence(cue, after, &mut pieces);
        let cues = [view.span(cue.verb.start, hit.end)];
        self.push(hit, Complement::Clause, Some(who), cue, &cues, &pieces);
        true
    }

    /// The token after whom something is told, and when: "she told me | ,".
    fn after_addressee(&self, view: &View, after: usize) -> usize {
        let Some(first) = view.phrase_at(after) else {
            return after;
        };
        let comma = (first.index()..first.index() + ADDRESSEE)
            .filter_map(|at| view.phrases.get(at))
            .take_while(|phrase| {
                matches!(
                    phrase.kind,
                    PhraseKind::Noun
                        | PhraseKind::Preposition
                        | PhraseKind::Adverb
                        | PhraseKind::Other
                        | PhraseKind::Mark(TokenKind::Comma)
                )
            })
            .find(|phrase| phrase.kind == PhraseKind::Mark(TokenKind::Comma));
        comma.map_or(after, |comma| comma.start)
    }

    /// Whether nothing that could be an object follows: the end, a mark, or when and where it was said.
    fn ends_clause(&self, view: &View, after: usize, addresses: bool) -> bool {
        let next = view.tokens.get(after).map(|token| token.kind);
        if !matches!(next, Some(TokenKind::Word | TokenKind::Number)) {
            return true;
        }
        view.phrase_at(after)
            .and_then(|id| view.phrase(id))
            .is_some_and(|phrase| {
                matches!(
                    phrase.kind,
                    PhraseKind::Preposition
                        | PhraseKind::Adverb
                        | PhraseKind::Subordinator
                        | PhraseKind::Wh
                        | PhraseKind::Coordinator
                ) || (phrase.kind == PhraseKind::Verb && phrase.verb.ing)
                    || is_time(view, phrase)
                    || (phrase.kind == PhraseKind::Noun && (addresses || can_speak(view, phrase)))
            })
    }

    /// "That was “regrettable”, he said, but “not unusual”."
    fn rest_of_sentence(&self, cue: VerbCue<'_>, after: usize, pieces: &mut Vec<Span>) {
        let view = cue.view;
        let mark = view.tokens.get(after).map(|token| token.kind);
        if !matches!(mark, Some(TokenKind::Comma | TokenKind::Colon)) {
            return;
        }
        let Some(phrase) = view.phrase_at(after + 1) else {
            return;
        };
        let next = view.phrase(phrase);
        let other = next.is_some_and(|next| {
            sums_up(view, next)
                || (next.kind == PhraseKind::Verb && next.verb.ing)
                || (next.kind == PhraseKind::Subordinator
                    && matches!(
                        view.marker(next.start),
                        Marker::While | Marker::Though | Marker::Although | Marker::As
                    ))
                || (next.kind == PhraseKind::Coordinator
                    && self.verb_with_subject(view, phrase.index() + 1))
                || next.kind == PhraseKind::Adverb
        });
        if other {
            return;
        }
        let stop = (after + 1..view.tokens.len())
            .find(|at| {
                view.tokens
                    .get(*at)
                    .is_some_and(|token| matches!(token.kind, TokenKind::Semicolon))
            })
            .unwrap_or(view.tokens.len());
        let start = after + 1;
        let end = trimmed(view, start, stop);
        if end > start {
            pieces.push(view.span(start, end));
        }
    }

    fn verb_with_subject(&self, view: &View, at: usize) -> bool {
        view.clauses.iter().any(|clause| {
            clause.subject.is_some_and(|subject| subject.index() >= at) && clause.verb.is_some()
        })
    }
}
