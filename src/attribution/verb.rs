//! Verbs as cues: what they take on either side.

use crate::clause::{Clause, ClauseId, ClauseKind, Phrase, PhraseKind, Tag, View};
use crate::pack::Complement;
use crate::span::Span;
use crate::token::TokenKind;

use super::complement::{Content, Scan, can_speak, is_time, right_end, trimmed};
use super::cue::Hit;
use super::quote::{Place, closing_at, opening_at};
use super::source::{Who, extent, start_of, subject};
use super::{Paragraph, Piece};

/// Frames in which something is said in words.
const SAYING: [Complement; 3] = [Complement::That, Complement::Clause, Complement::Quotation];

/// A verb cue in its sentence.
#[derive(Clone, Copy)]
pub(super) struct VerbCue<'v> {
    pub(super) view: &'v View,
    pub(super) sentence: usize,
    pub(super) id: ClauseId,
    pub(super) clause: &'v Clause,
    pub(super) verb: &'v Phrase,
    pub(super) verb_index: usize,
}

impl<'v> VerbCue<'v> {
    pub(super) fn new(view: &'v View, sentence: usize, id: ClauseId) -> Option<Self> {
        let clause = view.clause(id)?;
        let verb = view.phrase(clause.verb?)?;
        Some(Self {
            view,
            sentence,
            id,
            clause,
            verb,
            verb_index: clause.verb?.index(),
        })
    }

    fn place(&self, token: usize) -> Place {
        Place {
            sentence: self.sentence,
            token,
        }
    }

    /// The noun phrase after a verb that stands before its subject: "said Lapid", "told reporters" is none.
    fn inverted_source(&self, after: usize) -> Option<Who> {
        let before = self
            .verb
            .start
            .checked_sub(1)
            .and_then(|at| self.view.tokens.get(at))
            .map(|token| token.kind);
        let opens = matches!(
            before,
            None | Some(TokenKind::QuoteClose | TokenKind::Comma | TokenKind::Dash)
        );
        if !opens || !self.verb.verb.finite || self.verb.verb.modal.is_some() {
            return None;
        }
        let id = self.view.phrase_at(after)?;
        let noun = self
            .view
            .phrase(id)
            .filter(|phrase| phrase.kind == PhraseKind::Noun && phrase.start == after)?;
        let mut last = id;
        if noun.owns {
            last = (id.index() + 1..id.index() + 4)
                .map(crate::clause::PhraseId::new)
                .find(|next| {
                    self.view
                        .phrase(*next)
                        .is_some_and(|phrase| phrase.owner == Some(id))
                })?;
        }
        let named = self.view.phrase(last)?;
        // Behind closing marks any noun may speak: "“Never,” replied the tenor".
        let quoted = matches!(before, Some(TokenKind::QuoteClose)) && !is_time(self.view, named);
        (quoted || can_speak(self.view, named)).then(|| Who {
            phrase: last,
            start: start_of(self.view, last),
            end: extent(self.view, last),
        })
    }
}

impl Paragraph<'_> {
    /// An attribution whose cue is the verb of a clause.
    pub(super) fn verb(&mut self, cue: VerbCue<'_>, hit: &Hit<'_>) -> bool {
        if hit.takes.has(Complement::Quotation)
            && !cue.verb.verb.passive
            && self.quoted_left(cue, hit)
        {
            return true;
        }
        let inverted = if cue.clause.subject.is_none() || cue.clause.inverted {
            cue.inverted_source(hit.end)
        } else {
            None
        };
        let after = inverted
            .filter(|who| who.end > hit.end)
            .map_or(hit.end, |who| who.end);
        let scan = Scan {
            view: cue.view,
            clause: cue.id,
            takes: hit.takes,
            after,
            ends_in_preposition: hit.length > 1
                && cue.view.tags.get(hit.end - 1) == Some(&Tag::Preposition),
            passive: cue.verb.verb.passive,
        };
        if let Some(object) = hit.object {
            return self.with_object(cue, hit, object);
        }
        if let Some(content) = scan
            .content()
            .filter(|content| plausible(cue, content.frame))
        {
            return self.right(cue, hit, content, inverted);
        }
        if cue.verb.verb.passive && (self.passive_alone(cue, hit) || self.foreseen(cue, hit)) {
            return true;
        }
        if let Some(content) = shown(cue, &scan) {
            return self.right(cue, hit, content, inverted);
        }
        hit.takes.any(&SAYING) && self.clause_left(cue, hit, inverted)
    }

    /// "called the figure | into question": the object stands inside the cue.
    fn with_object(&mut self, cue: VerbCue<'_>, hit: &Hit<'_>, object: (usize, usize)) -> bool {
        let Some(who) = subject(cue.view, cue.id) else {
            return false;
        };
        let frame = if hit.takes.has(Complement::Noun) {
            Complement::Noun
        } else {
            Complement::PrepositionNoun
        };
        let ends_in_preposition = cue.view.tags.get(hit.end - 1) == Some(&Tag::Preposition);
        let (content, end) = if ends_in_preposition {
            // "laid the blame on | the system": what follows the preposition belongs to it.
            let Some(first) = cue.view.phrase_at(hit.end) else {
                return false;
            };
            let end = right_end(cue.view, cue.id, first.index(), Complement::Noun);
            ((object.0, end.max(object.1)), hit.end)
        } else {
            (object, hit.end)
        };
        let pieces = [Piece::tokens(cue.view, content.0, content.1)];
        let cues = if ends_in_preposition {
            vec![Piece::tokens(cue.view, cue.verb.start, object.0)]
        } else {
            vec![
                Piece::tokens(cue.view, cue.verb.start, object.0),
                Piece::tokens(cue.view, object.1, end),
            ]
        };
        self.push(hit, frame, Some(who), cue, &cues, &pieces);
        true
    }

    /// Content on the right of the cue.
    fn right(
        &mut self,
        cue: VerbCue<'_>,
        hit: &Hit<'_>,
        content: Content,
        inverted: Option<Who>,
    ) -> bool {
        let view = cue.view;
        let passive = cue.verb.verb.passive;
        let mut pieces = vec![self.content_span(cue, content.start, content.end)];
        let mut source = inverted;
        if source.is_none() && passive {
            source = self.agent(cue);
            let moved = !matches!(
                content.frame,
                Complement::That | Complement::Clause | Complement::Whether | Complement::Quotation
            );
            if moved
                && cue.clause.kind != ClauseKind::Participle
                && let Some(who) = subject(view, cue.id)
            {
                pieces.insert(0, Piece::tokens(view, who.start, who.end));
            }
        } else if source.is_none() {
            source = subject(view, cue.id);
            if content.frame == Complement::Infinitive && is_raising(view, cue.verb) {
                if let Some(who) = source.take() {
                    pieces.insert(0, Piece::tokens(view, who.start, who.end));
                }
            } else if is_raising(view, cue.verb) {
                source = None;
            } else if source.is_none() {
                return false;
            }
        }
        let end = if content.cue_end > hit.end && content.cue_end <= content.start {
            content.cue_end
        } else {
            hit.end
        };
        let cues = [Piece::tokens(view, cue.verb.start, end)];
        self.push(hit, content.frame, source, cue, &cues, &pieces);
        true
    }

    /// The bytes of content tokens; a whole quotation that opens there is taken to its end, over sentences.
    pub(super) fn content_span(&self, cue: VerbCue<'_>, start: usize, end: usize) -> Span {
        let span = Piece::tokens(cue.view, start, end);
        match opening_at(self.quotations, cue.place(start)).and_then(|at| self.quotations.get(at)) {
            Some(quotation) if quotation.span.end() > span.end() => span.cover(quotation.span),
            _ => span,
        }
    }

    /// The noun after *by* of a passive.
    fn agent(&self, cue: VerbCue<'_>) -> Option<Who> {
        let id = cue
            .view
            .clause_prepositional(cue.id, |text| text == "by")
            .find(|id| id.index() > cue.verb_index)?;
        let end = extent(cue.view, id);
        Some(Who {
            phrase: id,
            start: start_of(cue.view, id),
            end,
        })
    }

    /// "The ban is supported by doctors": all the content is before the cue.
    fn passive_alone(&mut self, cue: VerbCue<'_>, hit: &Hit<'_>) -> bool {
        let nominal = [
            Complement::Noun,
            Complement::ObjectInfinitive,
            Complement::Predicate,
            Complement::ObjectGerund,
        ];
        if !hit.takes.any(&nominal) || cue.clause.kind == ClauseKind::Participle {
            return false;
        }
        let (Some(source), Some(content)) = (self.agent(cue), subject(cue.view, cue.id)) else {
            return false;
        };
        let mut pieces = vec![Piece::tokens(cue.view, content.start, content.end)];
        let named = cue
            .view
            .clause_prepositional(cue.id, |text| text == "as")
            .find(|id| id.index() > source.phrase.index());
        if let Some(named) = named.filter(|_| hit.takes.has(Complement::Predicate)) {
            let preposition = named.index().saturating_sub(1);
            let start = cue
                .view
                .phrases
                .get(preposition)
                .map_or(0, |phrase| phrase.start);
            pieces.push(Piece::tokens(
                cue.view,
                start,
                right_end(cue.view, cue.id, preposition, Complement::Predicate),
            ));
        }
        let cues = [Piece::tokens(cue.view, cue.verb.start, hit.end)];
        self.push(hit, Complement::Noun, Some(source), cue, &cues, &pieces);
        true
    }

    /// "A vote is anticipated on Friday": what is expected or promised, and when.
    fn foreseen(&mut self, cue: VerbCue<'_>, hit: &Hit<'_>) -> bool {
        let view = cue.view;
        let lemma = view.verb_text(cue.verb.head);
        if cue.clause.kind == ClauseKind::Participle
            || !matches!(
                lemma,
                "expect"
                    | "anticipate"
                    | "promise"
                    | "plan"
                    | "forecast"
                    | "predict"
                    | "project"
                    | "propose"
                    | "recommend"
                    | "rumour"
                    | "rumor"
            )
        {
            return false;
        }
        let Some(content) = subject(view, cue.id) else {
            return false;
        };
        let mut pieces = vec![Piece::tokens(view, content.start, content.end)];
        if let Some(next) = view.phrase_at(hit.end).filter(|next| {
            view.phrase(*next).is_some_and(|phrase| {
                matches!(
                    phrase.kind,
                    PhraseKind::Preposition | PhraseKind::Adverb | PhraseKind::Noun
                )
            })
        }) {
            let end = right_end(view, cue.id, next.index(), Complement::Infinitive);
            if end > hit.end {
                pieces.push(Piece::tokens(view, hit.end, end));
            }
        }
        let cues = [Piece::tokens(view, cue.verb.start, hit.end)];
        self.push(hit, Complement::ObjectInfinitive, None, cue, &cues, &pieces);
        true
    }

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
    fn quoted_left(&mut self, cue: VerbCue<'_>, hit: &Hit<'_>) -> bool {
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
        let cues = [Piece::tokens(cue.view, cue.verb.start, hit.end)];
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
        let direct = first.kind == PhraseKind::Noun;
        direct.then_some((
            first.start,
            Who {
                phrase: crate::clause::PhraseId::new(noun),
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
        let verb_between = view.clauses.iter().any(|clause| {
            clause
                .verb
                .and_then(|verb| view.phrase(verb))
                .is_some_and(|verb| verb.start >= after && verb.end <= mark && verb.verb.finite)
        });
        if joined
            && !verb_between
            && let Some(quotation) =
                opening_at(self.quotations, cue.place(mark)).and_then(|at| self.quotations.get(at))
        {
            pieces.push(quotation.span);
        }
    }

    /// "The port will stay shut, the union said": content before the cue, without marks around it.
    fn clause_left(&mut self, cue: VerbCue<'_>, hit: &Hit<'_>, inverted: Option<Who>) -> bool {
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
        if !self.ends_clause(view, hit.end.max(who.end)) {
            return false;
        }
        let start = left_start(view, comma);
        let said = (start..comma).any(|at| {
            view.tags.get(at).is_some_and(|tag| {
                tag.is_finite()
                    || *tag == Tag::Mark
                        && view
                            .tokens
                            .get(at)
                            .is_some_and(|token| token.kind == TokenKind::QuoteOpen)
            })
        });
        // "The roof, he said, would have to wait."
        let after = hit.end.max(who.end);
        let goes_on = view
            .phrase_at(after + 1)
            .and_then(|id| view.phrase(id))
            .is_some_and(|next| {
                next.kind == PhraseKind::Verb && next.verb.finite && next.start == after + 1
            });
        if !said && !goes_on {
            return false;
        }
        let mut pieces = vec![Piece::tokens(view, start, trimmed(view, start, comma))];
        self.rest_of_sentence(cue, hit.end.max(who.end), &mut pieces);
        let cues = [Piece::tokens(view, cue.verb.start, hit.end)];
        self.push(hit, Complement::Clause, Some(who), cue, &cues, &pieces);
        true
    }

    /// Whether nothing that could be an object follows: the end, a mark, or when and where it was said.
    fn ends_clause(&self, view: &View, after: usize) -> bool {
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
                    || super::complement::is_time(view, phrase)
                    || phrase.kind == PhraseKind::Noun
            })
    }

    /// "That was “regrettable”, he said, but “not unusual”."
    fn rest_of_sentence(&self, cue: VerbCue<'_>, after: usize, pieces: &mut Vec<Span>) {
        let view = cue.view;
        if view.tokens.get(after).map(|token| token.kind) != Some(TokenKind::Comma) {
            return;
        }
        let Some(phrase) = view.phrase_at(after + 1) else {
            return;
        };
        let next = view.phrase(phrase);
        let other = next.is_some_and(|next| {
            (next.kind == PhraseKind::Verb && next.verb.ing)
                || (next.kind == PhraseKind::Subordinator
                    && matches!(
                        view.marker_text(next.start),
                        "while" | "though" | "although" | "as"
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
            pieces.push(Piece::tokens(view, start, end));
        }
    }

    fn verb_with_subject(&self, view: &View, at: usize) -> bool {
        view.clauses.iter().any(|clause| {
            clause.subject.is_some_and(|subject| subject.index() >= at) && clause.verb.is_some()
        })
    }
}

/// Where the content left of a comma begins: at the start of the sentence or behind a mark, without a conjunction.
pub(super) fn left_start(view: &View, end: usize) -> usize {
    let mut start = (0..end)
        .rev()
        .find(|at| {
            view.tokens.get(*at).is_some_and(|token| {
                matches!(
                    token.kind,
                    TokenKind::Semicolon | TokenKind::Colon | TokenKind::Dash
                )
            })
        })
        .map_or(0, |at| at + 1);
    while start < end && matches!(view.tags.get(start), Some(Tag::Coordinator)) {
        start += 1;
    }
    start
}

/// "Two studies found a smaller effect": what a study, a poll or figures find or show is put as so.
fn shown(cue: VerbCue<'_>, scan: &Scan<'_>) -> Option<Content> {
    let view = cue.view;
    if cue.verb.verb.passive
        || !matches!(
            view.verb_text(cue.verb.head),
            "find"
                | "found"
                | "show"
                | "reveal"
                | "indicate"
                | "suggest"
                | "detect"
                | "report"
                | "cite"
                | "confirm"
                | "demonstrate"
        )
    {
        return None;
    }
    let noun = view.phrase(view.subject(cue.id)?)?;
    let studied = matches!(
        view.noun_text(noun.head),
        "study"
            | "survey"
            | "poll"
            | "report"
            | "analysis"
            | "research"
            | "researcher"
            | "datum"
            | "data"
            | "statistic"
            | "figure"
            | "review"
            | "investigation"
            | "inquiry"
            | "audit"
            | "paper"
            | "test"
            | "trial"
            | "scientist"
            | "evidence"
            | "record"
            | "document"
            | "number"
            | "estimate"
            | "census"
            | "auditor"
            | "investigator"
            | "experiment"
            | "modelling"
            | "model"
            | "assessment"
    );
    let takes = super::cue::Takes::of(&[Complement::Noun]);
    studied.then(|| Scan { takes, ..*scan }.content()).flatten()
}

/// Verbs that say how likely something looks, and to nobody in particular.
fn is_raising(view: &View, verb: &Phrase) -> bool {
    matches!(
        view.verb_text(verb.head),
        "seem" | "appear" | "turn" | "transpire" | "look" | "tend" | "happen"
    )
}

/// Verbs that lend an infinitive their own finiteness: "used to support", "has yet to decide".
fn is_transparent(lemma: &str) -> bool {
    matches!(
        lemma,
        "use"
            | "seem"
            | "appear"
            | "begin"
            | "start"
            | "continue"
            | "come"
            | "go"
            | "have"
            | "be"
            | "tend"
            | "fail"
            | "happen"
            | "do"
            | ""
            | "dare"
            | "rush"
            | "hasten"
            | "cease"
            | "stop"
    )
}

/// A bare infinitive with an object says nothing by itself: "was not authorized | to discuss the matter".
fn plausible(cue: VerbCue<'_>, frame: Complement) -> bool {
    let nominal = matches!(
        frame,
        Complement::Noun
            | Complement::PrepositionNoun
            | Complement::Gerund
            | Complement::PrepositionGerund
            | Complement::Infinitive
    );
    if !nominal || cue.clause.kind != ClauseKind::Infinitive || cue.clause.coordinated.is_some() {
        return true;
    }
    let governor = cue.clause.governor.and_then(|id| cue.view.phrase(id));
    governor.is_some_and(|phrase| {
        phrase.kind == PhraseKind::Verb && is_transparent(cue.view.verb_text(phrase.head))
    })
}
