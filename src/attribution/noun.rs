//! Nouns and adjectives as cues: "their fear is that", "voiced doubts about", "is adamant that".

use crate::clause::{ClauseId, ClauseKind, Phrase, PhraseId, PhraseKind, Tag, View};
use crate::date::is_month;
use crate::pack::Complement;
use crate::token::TokenKind;

use super::bound::{is_time, right_end, trimmed};
use super::complement::{Content, Scan};
use super::cue::Hit;
use super::source::{Who, extent, start_of, subject};
use super::{Paragraph, Piece};

/// A noun or adjective cue in its sentence.
#[derive(Clone, Copy)]
pub(super) struct NounCue<'v> {
    pub(super) view: &'v View,
    pub(super) sentence: usize,
    pub(super) id: PhraseId,
    pub(super) phrase: &'v Phrase,
    /// The token of its head.
    pub(super) head: usize,
}

impl NounCue<'_> {
    fn scan<'a>(&'a self, hit: &Hit<'_>, after: usize) -> Scan<'a> {
        Scan {
            view: self.view,
            clause: self.phrase.clause,
            takes: hit.takes,
            after,
            ends_in_preposition: hit.length > 1
                && self.view.tags.get(hit.end - 1) == Some(&Tag::Preposition),
            passive: false,
            nominal: self.phrase.kind == PhraseKind::Noun,
        }
    }

    /// The verb group that the noun is the object of, when it says nothing itself: "voiced doubts".
    fn light_verb(&self) -> Option<(ClauseId, &Phrase)> {
        let clause = self.view.clause(self.phrase.clause)?;
        let verb = self.view.phrase(clause.verb?)?;
        let before = verb.end <= self.phrase.start
            && self.phrase.start - verb.end <= 2
            && clause.object == Some(self.id);
        (before
            && self.phrase.preposition.is_none()
            && is_light(
                self.view.verb_text(verb.head),
                self.view.tags.get(verb.head),
            ))
        .then_some((self.phrase.clause, verb))
    }

    /// The copula that follows the noun: "their fear | is".
    fn copula(&self) -> Option<&Phrase> {
        let next = self.view.phrases.iter().skip(self.id.index() + 1).take(12);
        let verb = next
            .take_while(|phrase| {
                !matches!(phrase.kind, PhraseKind::Mark(_) | PhraseKind::Coordinator)
            })
            .find(|phrase| phrase.kind == PhraseKind::Verb)?;
        let clause = self.view.clause(verb.clause)?;
        (verb.verb.only_auxiliary
            && self.view.tags.get(verb.head) == Some(&Tag::Be)
            && clause.subject == Some(self.id))
        .then_some(verb)
    }

    fn owner(&self) -> Option<Who> {
        if let Some(owner) = self.phrase.owner {
            // The clitic belongs to the source.
            return Some(Who {
                phrase: owner,
                start: start_of(self.view, owner),
                end: self.phrase.start,
            });
        }
        let first = self.view.tags.get(self.phrase.start)?;
        let whose = self
            .phrase
            .start
            .checked_sub(1)
            .filter(|at| self.view.marker_text(*at) == "whose");
        match (first, whose) {
            (Tag::Possessive, _) => Some(Who {
                phrase: self.id,
                start: self.phrase.start,
                end: self.phrase.start + 1,
            }),
            (_, Some(at)) => Some(Who {
                phrase: self.id,
                start: at,
                end: at + 1,
            }),
            _ => None,
        }
    }

    /// "his promise to build a wall | has drawn cheers": the content ends at the verb that the noun is the subject of.
    fn before_its_verb(&self, content: Content) -> Content {
        let verb = self
            .view
            .clauses
            .iter()
            .find(|clause| clause.subject == Some(self.id))
            .and_then(|clause| self.view.phrase(clause.verb?))
            .filter(|verb| verb.start > content.start && verb.start < content.end);
        match verb {
            Some(verb) => Content {
                end: trimmed(self.view, content.start, verb.start),
                ..content
            },
            None => content,
        }
    }

    /// The noun after *of*, *by*, *from* or *among*: "the view of critics is that".
    fn holder_after(&self) -> Option<Who> {
        let id = self
            .view
            .prepositional(self.id, |text| {
                matches!(text, "of" | "by" | "from" | "among")
            })
            .next()?;
        Some(Who {
            phrase: id,
            start: start_of(self.view, id),
            end: extent(self.view, id),
        })
    }
}

/// Verbs that lend a noun their grammar.
fn is_light(lemma: &str, tag: Option<&Tag>) -> bool {
    tag == Some(&Tag::Have)
        || matches!(
            lemma,
            "make"
                | "give"
                | "express"
                | "voice"
                | "offer"
                | "issue"
                | "raise"
                | "show"
                | "take"
                | "hold"
                | "put"
                | "cast"
                | "lend"
                | "throw"
                | "draw"
                | "launch"
                | "deliver"
                | "announce"
                | "repeat"
                | "reiterate"
                | "renew"
                | "add"
                | "send"
                | "share"
                | "echo"
                | "state"
                | "declare"
                | "withdraw"
                | "drop"
                | "file"
                | "lodge"
                | "submit"
                | "lay"
                | "set"
                | "convey"
                | "face"
                | "see"
                | "reach"
                | "form"
                | "have"
                | "hear"
                | "feel"
                | "harbour"
                | "harbor"
                | "utter"
                | "register"
                | "record"
                | "release"
                | "publish"
                | "signal"
                | "level"
                | "hurl"
                | "fling"
                | "bear"
                | "pass"
                | "read"
                | "win"
                | "lead"
                | "heap"
                | "pour"
                | "sound"
                | "maintain"
        )
}

impl Paragraph<'_> {
    /// An attribution whose cue is a noun.
    pub(super) fn noun(&mut self, cue: NounCue<'_>, hit: &Hit<'_>) -> bool {
        if let Some(verb) = cue.copula().copied() {
            return self.noun_is(cue, hit, &verb);
        }
        if let Some((clause, verb)) = cue.light_verb().map(|(id, verb)| (id, *verb)) {
            return self.verb_and_noun(cue, hit, clause, &verb);
        }
        if self.there_is(cue, hit) {
            return true;
        }
        let Some(content) = self.nominal_content(cue, hit, hit.end) else {
            return false;
        };
        let named = content.frame == Complement::That || content.frame == Complement::Clause;
        let Some(who) = cue.owner().or_else(|| {
            cue.holder_after()
                .filter(|who| named && who.end <= content.start)
        }) else {
            return false;
        };
        let cues = [Piece::tokens(
            cue.view,
            cue.head,
            content.cue_end.max(hit.end),
        )];
        self.push_noun(hit, content, Some(who), cue, &cues, &[])
    }

    /// Content after a noun. A bare noun takes one only by a preposition.
    fn nominal_content(&self, cue: NounCue<'_>, hit: &Hit<'_>, after: usize) -> Option<Content> {
        cue.scan(hit, after)
            .content()
            .filter(|content| {
                let marked = !matches!(
                    content.frame,
                    Complement::Clause
                        | Complement::Noun
                        | Complement::Predicate
                        | Complement::Gerund
                ) || hit.length > 1;
                marked
                    || cue
                        .view
                        .tokens
                        .get(after)
                        .is_some_and(|token| token.kind == TokenKind::Colon)
            })
            .map(|content| cue.before_its_verb(content))
    }

    /// "Their fear is that the row goes on", "The plan is to sell".
    fn noun_is(&mut self, cue: NounCue<'_>, hit: &Hit<'_>, verb: &Phrase) -> bool {
        let scan = Scan {
            clause: verb.clause,
            ..cue.scan(hit, verb.end)
        };
        let Some(content) = scan.content().filter(|content| {
            matches!(
                content.frame,
                Complement::That
                    | Complement::Clause
                    | Complement::Infinitive
                    | Complement::Whether
                    | Complement::Quotation
                    | Complement::PrepositionNoun
                    | Complement::PrepositionGerund
            )
        }) else {
            return false;
        };
        let who = cue.owner().or_else(|| cue.holder_after());
        let impersonal = matches!(
            content.frame,
            Complement::That | Complement::Whether | Complement::Infinitive
        );
        if who.is_none() && !impersonal {
            return false;
        }
        let cues = if who.is_some_and(|who| who.start > cue.head) {
            vec![
                Piece::tokens(cue.view, cue.head, hit.end),
                Piece::tokens(cue.view, verb.start, verb.end),
            ]
        } else {
            vec![Piece::tokens(cue.view, cue.head, verb.end)]
        };
        self.push_noun(hit, content, who, cue, &cues, &[])
    }

    /// "voiced doubts about the split", "gave no indication of when".
    fn verb_and_noun(
        &mut self,
        cue: NounCue<'_>,
        hit: &Hit<'_>,
        clause: ClauseId,
        verb: &Phrase,
    ) -> bool {
        let Some(content) = self.nominal_content(cue, hit, hit.end) else {
            return false;
        };
        let Some(who) = subject(cue.view, clause) else {
            return false;
        };
        let cues = [Piece::tokens(
            cue.view,
            verb.start,
            content.cue_end.max(hit.end),
        )];
        self.push_noun(hit, content, Some(who), cue, &cues, &[])
    }

    /// "There was speculation that the mayor might resign".
    fn there_is(&mut self, cue: NounCue<'_>, hit: &Hit<'_>) -> bool {
        let view = cue.view;
        let Some(clause) = view.clause(cue.phrase.clause) else {
            return false;
        };
        let Some((index, verb)) = clause
            .verb
            .and_then(|id| view.phrase(id).map(|verb| (id.index(), *verb)))
        else {
            return false;
        };
        let there = index
            .checked_sub(1)
            .and_then(|at| view.phrases.get(at))
            .is_some_and(|before| view.marker_text(before.head) == "there");
        let inside = view.marker_text(verb.start) == "there";
        if !(there || inside)
            || verb.end > cue.phrase.start
            || cue.phrase.start - verb.end > 2
            || cue.phrase.preposition.is_some()
        {
            return false;
        }
        let Some(content) = self.nominal_content(cue, hit, hit.end) else {
            return false;
        };
        let cues = [Piece::tokens(
            view,
            verb.start,
            content.cue_end.max(hit.end),
        )];
        self.push_noun(hit, content, None, cue, &cues, &[])
    }

    /// An attribution whose cue is an adjective, or a participle that works as one: "is adamant that", "was incensed by".
    pub(super) fn adjective(&mut self, cue: NounCue<'_>, hit: &Hit<'_>) -> bool {
        let view = cue.view;
        let Some(clause) = view.clause(cue.phrase.clause).copied() else {
            return false;
        };
        let verb = clause
            .verb
            .and_then(|id| view.phrase(id).copied())
            .filter(|verb| verb.start <= cue.head);
        let predicated = clause.predicate == Some(cue.id)
            && verb.is_some_and(|verb| {
                verb.verb.only_auxiliary || is_copular(view.verb_text(verb.head))
            });
        let after_copula = verb.is_some_and(|verb| {
            verb.end <= cue.phrase.start
                && cue.phrase.start - verb.end <= 3
                && (verb.verb.only_auxiliary || is_copular(view.verb_text(verb.head)))
        });
        let predicative = cue.phrase.kind == PhraseKind::Verb || predicated || after_copula;
        if !predicative && is_raising(view, cue.head) {
            return false;
        }
        if predicative && self.timed(cue, hit, verb) {
            return true;
        }
        let Some(content) = cue
            .scan(hit, hit.end)
            .content()
            .filter(|content| content.frame != Complement::Noun || hit.length > 1)
        else {
            return false;
        };
        let noun_before = cue
            .id
            .index()
            .checked_sub(1)
            .and_then(|at| view.phrases.get(at))
            .filter(|before| before.kind == PhraseKind::Noun)
            .map(|_| PhraseId::new(cue.id.index() - 1));
        let who = match (predicative, noun_before) {
            (true, _) => subject(view, cue.phrase.clause),
            (false, Some(id)) if content.frame != Complement::Clause => Some(Who {
                phrase: id,
                start: start_of(view, id),
                end: view.phrase(id).map_or(0, |phrase| phrase.end),
            }),
            _ => return false,
        };
        let start = if predicative {
            verb.map_or(cue.phrase.start, |verb| verb.start)
        } else {
            cue.phrase.start
        };
        let cues = [Piece::tokens(view, start, content.cue_end.max(hit.end))];
        let impersonal =
            who.is_some_and(|who| view.marker_text(who.start) == "it" && who.end == who.start + 1);
        let clausal = matches!(
            content.frame,
            Complement::That | Complement::Clause | Complement::Whether | Complement::Infinitive
        );
        if content.frame == Complement::Infinitive && is_raising(view, cue.head) {
            let moved = who
                .filter(|_| !impersonal)
                .map(|who| Piece::tokens(view, who.start, who.end));
            return self.push_noun(hit, content, None, cue, &cues, moved.as_slice());
        }
        let source = who.filter(|_| !(impersonal && clausal));
        if source.is_none() && !impersonal {
            return false;
        }
        self.push_noun(hit, content, source, cue, &cues, &[])
    }

    /// "A vote is set | for May 12": what is due, and when.
    fn timed(&mut self, cue: NounCue<'_>, hit: &Hit<'_>, verb: Option<Phrase>) -> bool {
        let view = cue.view;
        let due = matches!(
            view.marker_text(cue.head),
            "set" | "due" | "scheduled" | "slated"
        );
        let next = view.phrase_at(hit.end).filter(|id| {
            view.phrase(*id).is_some_and(|phrase| {
                phrase.kind == PhraseKind::Preposition
                    && matches!(view.marker_text(phrase.start), "for" | "on" | "in" | "at")
            })
        });
        let time = next
            .and_then(|id| view.phrases.get(id.index() + 1))
            .is_some_and(|noun| is_time(view, noun) || is_dated(view, noun));
        let (Some(next), Some(verb), Some(who)) = (
            next.filter(|_| due && time),
            verb,
            subject(view, cue.phrase.clause),
        ) else {
            return false;
        };
        let end = right_end(
            view,
            cue.phrase.clause,
            next.index(),
            Complement::Infinitive,
        );
        let content = Content {
            frame: Complement::Infinitive,
            start: hit.end,
            end,
            cue_end: hit.end,
        };
        let cues = [Piece::tokens(view, verb.start, hit.end)];
        let moved = [Piece::tokens(view, who.start, who.end)];
        self.push_noun(hit, content, None, cue, &cues, &moved)
    }

    fn push_noun(
        &mut self,
        hit: &Hit<'_>,
        content: Content,
        who: Option<Who>,
        cue: NounCue<'_>,
        cues: &[crate::span::Span],
        before: &[crate::span::Span],
    ) -> bool {
        if content.end <= content.start
            || cue.view.clause(cue.phrase.clause).is_some_and(|clause| {
                clause.kind == ClauseKind::Question && clause.marker == Some(content.start)
            })
        {
            return false;
        }
        let mut pieces = before.to_vec();
        pieces.push(self.quoted_span(cue.sentence, cue.view, content.start, content.end));
        self.push_at(
            hit,
            content.frame,
            who,
            cue.sentence,
            cue.head,
            cues,
            &pieces,
            false,
        );
        true
    }
}

/// Verbs that lead to an adjective for their subject: "remained hopeful", "felt sure".
fn is_copular(lemma: &str) -> bool {
    matches!(
        lemma,
        "be" | "become"
            | "remain"
            | "seem"
            | "appear"
            | "look"
            | "sound"
            | "feel"
            | "stay"
            | "grow"
            | "get"
            | "prove"
            | "turn"
            | "keep"
            | "stand"
    )
}

/// Adjectives that say how likely something is.
fn is_raising(view: &View, head: usize) -> bool {
    matches!(
        view.marker_text(head),
        "likely"
            | "unlikely"
            | "likelier"
            | "bound"
            | "certain"
            | "sure"
            | "set"
            | "due"
            | "scheduled"
            | "slated"
            | "poised"
            | "liable"
            | "apt"
            | "tipped"
            | "expected"
            | "supposed"
            | "meant"
            | "destined"
            | "fated"
    )
}

/// "May 12", "Feb. 3": a phrase with a month in it.
fn is_dated(view: &View, noun: &Phrase) -> bool {
    (noun.start..noun.end).any(|at| {
        let word = view.marker_text(at);
        is_month(word) || matches!(word, "jan" | "feb" | "aug" | "sept" | "oct" | "nov" | "dec")
    })
}
