//! Verbs as cues: what they take on either side.

use crate::clause::{Clause, ClauseId, ClauseKind, Phrase, PhraseId, PhraseKind, Tag, View};
use crate::pack::Complement;
use crate::span::Span;
use crate::token::TokenKind;

use super::bound::{is_time, right_end};
use super::complement::{Content, Scan};
use super::cue::Hit;
use super::quote::{Place, opening_at};
use super::source::{Who, can_speak, extent, start_of, subject};
use super::{Paragraph, Piece};

/// How many phrases an owner and its marks may take up before an object.
const OBJECT: usize = 5;

/// Frames in which something is said in words.
pub(super) const SAYING: [Complement; 3] =
    [Complement::That, Complement::Clause, Complement::Quotation];

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

    pub(super) fn place(&self, token: usize) -> Place {
        Place {
            sentence: self.sentence,
            token,
        }
    }

    /// The noun phrase after a verb that stands before its subject: "said Lapid", "told reporters" is none.
    pub(super) fn inverted_source(&self, after: usize) -> Option<Who> {
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
                .map(PhraseId::new)
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
        if self.goes_on_quoted(cue, hit) && self.clause_left(cue, hit, None) {
            return true;
        }
        let inverted = if cue.clause.subject.is_none() || cue.clause.inverted {
            cue.inverted_source(hit.end)
        } else {
            None
        };
        if hit.asks() && !self.fits(cue, hit, inverted) {
            return false;
        }
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
            nominal: false,
        };
        if let Some(object) = hit.object {
            return self.with_object(cue, hit, object);
        }
        if self.gap(cue, hit) {
            return true;
        }
        if let Some(mut content) = scan
            .content()
            .filter(|content| plausible(cue, content.frame))
        {
            if hit.asks_subject() && content.frame == Complement::Noun {
                // "found Engstrom leading by nine, with a third undecided": what a poll finds is a statement, whatever its grammar.
                let first = cue.view.phrase_at(content.start).map_or(0, |id| id.index());
                content.end = right_end(cue.view, cue.id, first, Complement::Clause);
            }
            return self.right(cue, hit, content, inverted);
        }
        if self.pro_form(cue, hit, after, inverted) {
            return true;
        }
        if cue.verb.verb.passive && (self.passive_alone(cue, hit) || self.foreseen(cue, hit)) {
            return true;
        }
        hit.takes.any(&SAYING) && self.clause_left(cue, hit, inverted)
    }

    /// Whether source and object are nouns that the cue asks for.
    fn fits(&self, cue: VerbCue<'_>, hit: &Hit<'_>, inverted: Option<Who>) -> bool {
        let view = cue.view;
        let passive = cue.verb.verb.passive;
        let subject = view.subject(cue.id);
        let speaker = match (inverted, passive) {
            (Some(who), _) => Some(who.phrase),
            (None, true) => self.agent(cue).map(|who| who.phrase),
            (None, false) => subject,
        };
        let object = if passive {
            subject
        } else {
            object_of(view, cue, hit.end)
        };
        let head = |id: PhraseId| view.phrase(id).map(|phrase| phrase.head);
        let speaks = speaker
            .and_then(head)
            .is_none_or(|at| hit.takes_subject(view, at));
        let nominal = hit
            .takes
            .any(&[Complement::Noun, Complement::PrepositionNoun]);
        let said = object
            .and_then(head)
            .map_or(!nominal, |at| hit.takes_object(view, at));
        speaks && said
    }

    /// "He would prefer a fee, he added, | “but nobody asked.”": what stands before comes first.
    fn goes_on_quoted(&self, cue: VerbCue<'_>, hit: &Hit<'_>) -> bool {
        let kind = |at: usize| cue.view.tokens.get(at).map(|token| token.kind);
        let marks = kind(hit.end) == Some(TokenKind::Comma)
            && kind(hit.end + 1) == Some(TokenKind::QuoteOpen);
        let lead = subject(cue.view, cue.id).map_or(cue.verb.start, |who| who.start);
        let comma = lead.checked_sub(1).and_then(kind) == Some(TokenKind::Comma);
        marks && comma && hit.takes.any(&SAYING)
    }

    /// "a charge | she denies", "a move that his office defended as “fair”": the content is the noun that the relative clause belongs to.
    fn gap(&mut self, cue: VerbCue<'_>, hit: &Hit<'_>) -> bool {
        let view = cue.view;
        let Some(noun) = relative_object(view, cue.id) else {
            return false;
        };
        let nominal = hit.takes.has(Complement::Noun);
        let next = view.phrase_at(hit.end).filter(|id| {
            view.phrase(*id)
                .is_some_and(|phrase| phrase.start == hit.end)
        });
        let named = next.filter(|id| {
            hit.takes.has(Complement::Predicate)
                && view.phrase(*id).is_some_and(|phrase| match phrase.kind {
                    PhraseKind::Preposition => view.marker_text(phrase.start) == "as",
                    PhraseKind::Adjective | PhraseKind::Mark(TokenKind::QuoteOpen) => true,
                    _ => false,
                })
        });
        let free = next.and_then(|id| view.phrase(id)).is_none_or(|phrase| {
            matches!(
                phrase.kind,
                PhraseKind::Mark(_)
                    | PhraseKind::Preposition
                    | PhraseKind::Adverb
                    | PhraseKind::Coordinator
                    | PhraseKind::Subordinator
            ) || is_time(view, phrase)
        });
        if named.is_none() && !(nominal && free) {
            return false;
        }
        let Some(who) = subject(view, cue.id) else {
            return false;
        };
        let end = view.phrase(noun).map_or(0, |phrase| phrase.end);
        let mut pieces = vec![Piece::tokens(view, start_of(view, noun), end)];
        if let Some(named) = named {
            let end = right_end(view, cue.id, named.index(), Complement::Predicate);
            if end > hit.end {
                pieces.push(self.content_span(cue, hit.end, end));
            }
        }
        let cues = [Piece::tokens(view, cue.verb.start, hit.end)];
        let frame = if named.is_some() {
            Complement::Predicate
        } else {
            Complement::Noun
        };
        self.push(hit, frame, Some(who), cue, &cues, &pieces);
        true
    }

    /// "says | so", "told them | no", "wondered | the same thing": a word that stands for what was said.
    fn pro_form(
        &mut self,
        cue: VerbCue<'_>,
        hit: &Hit<'_>,
        after: usize,
        inverted: Option<Who>,
    ) -> bool {
        let view = cue.view;
        if !hit.takes.any(&SAYING) || cue.verb.verb.passive || inverted.is_some() {
            return false;
        }
        let stands_for = |at: usize| match view.marker_text(at) {
            "so" | "no" | "yes" | "otherwise" => Some(at + 1),
            "as" if view.marker_text(at + 1) == "much" => Some(at + 2),
            "the" if view.marker_text(at + 1) == "same" => {
                Some(at + 2 + usize::from(view.marker_text(at + 2) == "thing"))
            }
            _ => None,
        };
        let addressee = view
            .phrase_at(after)
            .and_then(|id| view.phrase(id))
            .filter(|phrase| phrase.start == after && view.tags.get(after) == Some(&Tag::Pronoun))
            .map(|phrase| (phrase.end, stands_for(phrase.end)));
        let Some((start, end)) = stands_for(after)
            .map(|end| (after, end))
            .or(addressee.and_then(|(start, end)| Some((start, end?))))
        else {
            return false;
        };
        let closed = view.tags.get(end).is_none_or(|tag| {
            matches!(
                tag,
                Tag::Mark | Tag::Preposition | Tag::Subordinator | Tag::Coordinator
            )
        });
        let Some(who) = subject(view, cue.id).filter(|_| closed) else {
            return false;
        };
        let cues = [Piece::tokens(view, cue.verb.start, hit.end)];
        let pieces = [Piece::tokens(view, start, end)];
        self.push(hit, Complement::Clause, Some(who), cue, &cues, &pieces);
        true
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
        if !hit.takes.any(&nominal) {
            return false;
        }
        // "a change long demanded by tenants": the noun that the participle belongs to.
        let described = cue
            .clause
            .governor
            .filter(|_| cue.clause.kind == ClauseKind::Participle)
            .filter(|id| {
                cue.view.phrase(*id).is_some_and(|phrase| {
                    phrase.kind == PhraseKind::Noun && phrase.end == cue.verb.start
                })
            })
            .map(|id| Who {
                phrase: id,
                start: start_of(cue.view, id),
                end: cue.verb.start,
            });
        let content = match cue.clause.kind {
            ClauseKind::Participle => described,
            _ => subject(cue.view, cue.id),
        };
        let (Some(source), Some(content)) = (self.agent(cue), content) else {
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
}

/// The noun that a relative clause without an object of its own belongs to, where that isn't its subject.
fn relative_object(view: &View, id: ClauseId) -> Option<PhraseId> {
    let clause = view.clause(id)?;
    let noun = clause.governor?;
    let gap = clause.kind == ClauseKind::Relative
        && clause.subject.is_some_and(|subject| subject != noun)
        && clause.object.is_none();
    let marked = clause
        .marker
        .is_none_or(|at| matches!(view.marker_text(at), "which" | "that" | "whom" | "who"));
    (gap && marked && view.phrase(noun)?.kind == PhraseKind::Noun).then_some(noun)
}

/// The noun phrase behind a cue, or the one that a relative clause leaves a gap for.
fn object_of(view: &View, cue: VerbCue<'_>, after: usize) -> Option<PhraseId> {
    let first = view.phrase_at(after)?;
    let behind = (first.index()..first.index() + OBJECT)
        .map(PhraseId::new)
        .take_while(|id| {
            view.phrase(*id).is_some_and(|phrase| {
                matches!(
                    phrase.kind,
                    PhraseKind::Noun
                        | PhraseKind::Other
                        | PhraseKind::Adverb
                        | PhraseKind::Mark(TokenKind::QuoteOpen)
                )
            })
        })
        .find(|id| {
            view.phrase(*id)
                .is_some_and(|phrase| phrase.kind == PhraseKind::Noun && !phrase.owns)
        });
    behind.or_else(|| view.object(cue.id))
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
