//! Cues that are no verb: *according to*, a colon after a name, a dash after a quotation.

use crate::clause::{PhraseId, PhraseKind, Tag, View};
use crate::document::BlockKind;
use crate::pack::Complement;
use crate::span::Span;
use crate::token::{Marker, Readings, TokenKind, Usage};

use super::Sense;
use super::bound::trimmed;
use super::cue::Hit;
use super::nominal::can_speak;
use super::paragraph::{Paragraph, Said};
use super::quote::{Place, closing_at};
use super::source::{Who, extent, start_of};
use super::statement::left_start;

/// How many phrases a name before a colon may have.
const LABEL: usize = 8;

impl Paragraph<'_> {
    /// "…, according to the report" and "According to the report, …".
    pub(super) fn phrase(
        &mut self,
        sentence: usize,
        view: &View,
        at: usize,
        hit: &Hit<'_>,
    ) -> bool {
        if let Some(owner) = hit.object {
            return self.in_ones_view(sentence, view, at, hit, owner);
        }
        let Some(id) = view.phrase_at(hit.end) else {
            return false;
        };
        let Some(named) = (id.index()..id.index() + 4).map(PhraseId::new).find(|id| {
            view.phrase(*id)
                .is_some_and(|phrase| phrase.kind == PhraseKind::Noun && !phrase.owns)
        }) else {
            return false;
        };
        if (id.index()..named.index()).any(|at| {
            view.phrases.get(at).is_some_and(|phrase| {
                !matches!(
                    phrase.kind,
                    PhraseKind::Noun | PhraseKind::Other | PhraseKind::Adverb
                )
            })
        }) {
            return false;
        }
        let who = Who {
            phrase: named,
            start: start_of(view, named),
            end: extent(view, named),
        };
        if is_measure(view, at, hit.end, named) {
            return false;
        }
        let pieces = self.around(sentence, view, at, who.end);
        if pieces.is_empty() {
            return false;
        }
        let cues = [view.span(at, hit.end)];
        self.push_fixed(hit, who, (sentence, at), &cues, &pieces)
    }

    /// What a fixed phrase from token `at` to token `after` is said of: the words before it, or behind its comma.
    pub(super) fn around(
        &self,
        sentence: usize,
        view: &View,
        at: usize,
        after: usize,
    ) -> Vec<Span> {
        let mut pieces = Vec::new();
        let start = left_start(view, at);
        let end = trimmed(view, start, at);
        let fronted = end <= start;
        if !fronted {
            let span = view.span(start, end);
            let quotation = closing_at(
                self.quotations,
                Place {
                    sentence,
                    token: at.saturating_sub(1),
                },
            )
            .or_else(|| {
                closing_at(
                    self.quotations,
                    Place {
                        sentence,
                        token: at.saturating_sub(2),
                    },
                )
            });
            let spread = quotation
                .and_then(|at| self.quotations.get(at))
                .filter(|quotation| quotation.open.sentence < sentence);
            pieces.push(spread.map_or(span, |quotation| quotation.span.cover(span)));
        }
        let comma = view
            .tokens
            .get(after)
            .is_some_and(|token| token.kind == TokenKind::Comma);
        // "In its eyes | the bridge is unsafe": a noun phrase with its article needs no comma to begin anew.
        let anew = fronted
            && matches!(
                view.tags.get(after),
                Some(Tag::Determiner | Tag::Proper | Tag::Pronoun | Tag::Possessive)
            );
        if comma || anew {
            let from = after + usize::from(comma);
            let stop = (from..view.tokens.len())
                .find(|at| {
                    view.tokens
                        .get(*at)
                        .is_some_and(|token| token.kind == TokenKind::Semicolon)
                })
                .unwrap_or(view.tokens.len());
            let end = trimmed(view, from, stop);
            let next = view.phrase_at(from).and_then(|id| view.phrase(id));
            let other = next.is_some_and(|next| {
                matches!(
                    next.kind,
                    PhraseKind::Subordinator | PhraseKind::Coordinator | PhraseKind::Wh
                ) || (next.kind == PhraseKind::Verb && next.verb.ing)
            });
            if end > from && (fronted || !other) {
                pieces.push(self.quoted_span(sentence, view, from, end));
            }
        }
        pieces
    }

    /// What a fixed phrase says; always `true`.
    fn push_fixed(
        &mut self,
        hit: &Hit<'_>,
        who: Who,
        at: (usize, usize),
        cue: &[Span],
        content: &[Span],
    ) -> bool {
        if let Some((rule, sense)) = hit.rule(Complement::Clause) {
            self.put(Said {
                rule: Some(rule),
                sense,
                who: Some(who),
                at,
                cue,
                content,
                negated: false,
            });
        }
        true
    }

    /// What stands behind a colon or before a dash: no rule of the pack says so.
    fn push_mark(&mut self, who: Who, at: (usize, usize), cue: &[Span], content: &[Span]) {
        self.put(Said {
            rule: None,
            sense: Sense::Said,
            who: Some(who),
            at,
            cue,
            content,
            negated: false,
        });
    }

    /// "In the senator's view, the race is over": owner and phrase.
    fn in_ones_view(
        &mut self,
        sentence: usize,
        view: &View,
        at: usize,
        hit: &Hit<'_>,
        owner: (usize, usize),
    ) -> bool {
        let pieces = self.around(sentence, view, at, hit.end);
        let Some(phrase) = view.phrase_at(owner.0).filter(|_| !pieces.is_empty()) else {
            return false;
        };
        let who = Who {
            phrase,
            start: owner.0,
            end: owner.1,
        };
        let cues = [view.span(at, owner.0), view.span(owner.1, hit.end)];
        self.push_fixed(hit, who, (sentence, at), &cues, &pieces)
    }

    /// "Poll: Voters dislike both", "Ames: “See you in Denver.”": a name, a colon, and what it says.
    pub(super) fn label(&mut self, sentence: usize, view: &View) {
        if !view.has(TokenKind::Colon) {
            return;
        }
        let colon = view
            .phrases
            .iter()
            .take(LABEL)
            .position(|phrase| phrase.kind == PhraseKind::Mark(TokenKind::Colon));
        let Some(at) = colon.filter(|at| *at > 0) else {
            return;
        };
        if sentence == 0 && self.kind == BlockKind::Body && self.turn(view, at) {
            return;
        }
        let simple = view.phrases.iter().take(at).all(|phrase| {
            matches!(
                phrase.kind,
                PhraseKind::Noun
                    | PhraseKind::Preposition
                    | PhraseKind::Other
                    | PhraseKind::Mark(
                        TokenKind::Comma | TokenKind::BracketOpen | TokenKind::BracketClose
                    )
            )
        });
        let Some(first) = view
            .phrases
            .iter()
            .position(|phrase| phrase.kind == PhraseKind::Noun && !phrase.owns)
            .filter(|_| simple)
        else {
            return;
        };
        let (Some(mark), Some(named)) = (view.phrases.get(at), view.phrases.get(first)) else {
            return;
        };
        let start = mark.end;
        let end = trimmed(view, start, view.tokens.len());
        let quoted = view
            .tokens
            .get(start)
            .is_some_and(|token| token.kind == TokenKind::QuoteOpen);
        let heading = self.kind == BlockKind::Heading;
        let studied = view.usage(named.head).any(Usage::STUDY_NOUN);
        let speaks = (can_speak(view, named) && (quoted || heading)) || (studied && heading);
        let capital = view
            .tokens
            .get(start)
            .is_some_and(|token| quoted || token.shape.has(crate::token::Shape::CAPITAL))
            // "Peru: ceasefire must hold"
            || heading && view.tags.get(named.head) == Some(&Tag::Proper);
        if !speaks || !capital || end <= start {
            return;
        }
        let who = Who {
            phrase: PhraseId::new(first),
            start: 0,
            end: mark.start,
        };
        let pieces = [self.quoted_span(sentence, view, start, end)];
        let cues = [view.span(mark.start, mark.end)];
        self.push_mark(who, (sentence, mark.start), &cues, &pieces);
    }

    /// "VERHOEVEN: I'd never heard of him. It's true.": a turn of an interview, to the end of its paragraph.
    fn turn(&mut self, view: &View, colon: usize) -> bool {
        let Some(mark) = view.phrases.get(colon).copied() else {
            return false;
        };
        let named = view.tokens.iter().take(mark.start).all(|token| {
            token.kind == TokenKind::Stop
                || (token.kind == TokenKind::Word
                    && token.shape.has(crate::token::Shape::ALL_CAPITALS)
                    && token.span.len() > 1)
        });
        // "UPDATE:", "PHOTOS:" name nobody.
        let speaks = (0..mark.start).any(|at| {
            let readings = view.word(at).readings;
            readings.any(Readings::HUMAN | Readings::GROUP | Readings::DETERMINER)
                || !view.word(at).noun.is_known() && !view.word(at).verb.is_known()
        });
        let last = self.views.last().and_then(|view| {
            let end = trimmed(view, 0, view.tokens.len());
            view.tokens.get(end.checked_sub(1)?)
        });
        let (Some(first), Some(last)) = (view.tokens.get(mark.end), last) else {
            return false;
        };
        if !named || !speaks || mark.start == 0 {
            return false;
        }
        let who = Who {
            phrase: PhraseId::new(0),
            start: 0,
            end: mark.start,
        };
        let pieces = [first.span.cover(last.span)];
        let cues = [view.span(mark.start, mark.end)];
        self.push_mark(who, (0, mark.start), &cues, &pieces);
        true
    }

    /// "“I have read the bill.” — Rep. Solomon Birch"
    pub(super) fn dash(&mut self, sentence: usize, view: &View) {
        if !view.has(TokenKind::Dash) {
            return;
        }
        let Some(last) = view
            .phrases
            .iter()
            .rposition(|phrase| phrase.kind == PhraseKind::Mark(TokenKind::Dash))
        else {
            return;
        };
        let (Some(dash), Some(named)) = (view.phrases.get(last), view.phrases.get(last + 1)) else {
            return;
        };
        let place = Place {
            sentence,
            token: dash.start,
        };
        let close = self
            .place_before(place)
            .and_then(|place| closing_at(self.quotations, place));
        let Some(quotation) = close.and_then(|at| self.quotations.get(at)).copied() else {
            return;
        };
        let id = PhraseId::new(last + 1);
        let end = extent(view, id);
        let closes = trimmed(view, dash.end, view.tokens.len()) <= end + 2;
        if named.kind != PhraseKind::Noun
            || !can_speak(view, named)
            || !closes
            || !quotation.is_whole
        {
            return;
        }
        let who = Who {
            phrase: id,
            start: named.start,
            end,
        };
        let cues = [view.span(dash.start, dash.end)];
        self.push_mark(who, (sentence, dash.start), &cues, &[quotation.span]);
    }
}

/// "according to plan", "per new car", "Per Strandlie": a bare noun is no source, nor is a name the word *per*.
fn is_measure(view: &View, at: usize, after: usize, named: PhraseId) -> bool {
    let Some(noun) = view.phrase(named) else {
        return true;
    };
    let capital = |token: usize| {
        view.tokens
            .get(token)
            .is_some_and(|token| token.shape.has(crate::token::Shape::CAPITAL))
    };
    let name = at > 0
        && capital(at)
        && view
            .tokens
            .get(at - 1)
            .is_some_and(|before| before.kind != TokenKind::QuoteOpen);
    let closed = matches!(
        view.tags.get(after),
        Some(Tag::Determiner | Tag::Possessive | Tag::Proper | Tag::Pronoun | Tag::Number)
    ) || capital(noun.head);
    let manner = view.usage(noun.head).any(Usage::MANNER_NOUN);
    let per = view.marker(at) == Marker::Per;
    // "$5 per American": only behind a comma or at the start does *per* name who says so.
    let inside = at > 0
        && view
            .tokens
            .get(at - 1)
            .is_some_and(|before| !matches!(before.kind, TokenKind::Comma | TokenKind::QuoteClose));
    name || (per && (!closed || inside)) || (manner && !closed)
}
