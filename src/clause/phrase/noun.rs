//! Noun phrases, and adjective phrases where no noun comes.

use super::Chunker;
use crate::clause::tag::Tag;
use crate::clause::tag::noun::is_people_adjective;
use crate::clause::{Phrase, PhraseKind};
use crate::token::{Marker, Readings, Shape, TokenKind, Usage};

/// How many phrases behind a verb that judges its verdict is looked for, and how many words long that is.
const JUDGED: usize = 8;

/// Of how many words a number is at most.
const NUMBER: usize = 4;

/// A noun phrase while it is read.
struct Nominal {
    start: usize,
    /// Whether the verb before it judges its object.
    judged: bool,
    /// The last noun so far.
    head: Option<usize>,
    /// The last adjective so far.
    adjective: Option<usize>,
}

impl Chunker<'_> {
    /// A noun phrase, or an adjective phrase where no noun comes.
    pub(super) fn noun_or_adjective(&mut self, start: usize) {
        if self.opens_adverbially(start) {
            return self.single(PhraseKind::Adverb);
        }
        let mut phrase = Nominal {
            start,
            judged: self.judged(),
            head: None,
            adjective: None,
        };
        let mut at = start;
        while self.extends(&mut phrase, at) {
            at += 1;
        }
        if self.tag(at) == Tag::Pronoun
            && (at == start || (at == start + 1 && self.marker(start) == Marker::No))
        {
            return self.push(PhraseKind::Noun, start, at + 1, at);
        }
        match (phrase.head, phrase.adjective) {
            (Some(head), Some(adjective)) if adjective > head => {
                self.push(PhraseKind::Adjective, start, at, adjective)
            }
            (Some(head), _) => self.push(PhraseKind::Noun, start, at, head),
            (None, Some(adjective)) => {
                let nominal = matches!(self.tag(start), Tag::Determiner | Tag::Possessive);
                let kind = if nominal {
                    PhraseKind::Noun
                } else {
                    PhraseKind::Adjective
                };
                self.push(kind, start, at, adjective);
            }
            (None, None) => {
                let end = at.max(start + 1);
                self.push(PhraseKind::Noun, start, end, end - 1);
            }
        }
    }

    /// Takes the token at `at` into a phrase; `false` where the phrase ends before it.
    fn extends(&self, phrase: &mut Nominal, at: usize) -> bool {
        match self.tag(at) {
            Tag::Determiner | Tag::Possessive => {
                phrase.head.is_none() && self.may_determine(phrase.start, at)
            }
            Tag::Noun | Tag::Plural | Tag::Proper => {
                let fits = match phrase.head {
                    // "unclear | Tuesday night"
                    None => {
                        phrase.adjective.is_none()
                            || self.tag(at) != Tag::Proper
                            || !self.usage(at).any(Usage::WEEKDAY)
                    }
                    Some(_) => {
                        !self.breaks_before(at)
                            && !(phrase.judged
                                && (self.is_verdict(phrase.start, at)
                                    || self.is_whose(at)
                                    || self.names_the_listed(phrase.start, at)))
                    }
                };
                phrase.head = if fits { Some(at) } else { phrase.head };
                fits
            }
            Tag::Number => {
                // "gave the ambassador | two days"
                let last = (at..at + NUMBER)
                    .take_while(|at| self.tag(*at) == Tag::Number || self.joined(*at))
                    .count();
                let term = self.has(at + last.max(1), Readings::MEASURE);
                let fits = phrase.head.is_none_or(|head| {
                    self.tag(at - 1) != Tag::Plural
                        && !(term && self.tag(head) != Tag::Number)
                        && !self.gives_a_number(at)
                });
                phrase.head = if fits { Some(at) } else { phrase.head };
                fits
            }
            Tag::Adjective => {
                let fits = phrase.head.is_none_or(|head| self.adjective_fits(head, at))
                    && !(phrase.judged && self.judges(phrase, at));
                phrase.adjective = if fits { Some(at) } else { phrase.adjective };
                fits
            }
            Tag::Adverb | Tag::Negation => phrase.head.is_none() && self.adjective_follows(at),
            Tag::Coordinator => self.joins_adjectives(at) || self.joins_peoples(at),
            Tag::Mark => self.inner_mark(at),
            _ => false,
        }
    }

    /// Whether a determiner is the first word of a phrase, or stands behind "all" and its like: "all | the".
    fn may_determine(&self, start: usize, at: usize) -> bool {
        at == start
            // "more than | a dozen"
            || (start..at).all(|at| self.tag(at) == Tag::Adverb)
            || (at == start + 1
                && matches!(self.tag(start), Tag::Determiner | Tag::Number | Tag::Adverb))
    }

    /// Whether an adjective behind a noun or number belongs to its phrase.
    fn adjective_fits(&self, head: usize, at: usize) -> bool {
        let goes_on = self.tag(head) == Tag::Number || self.joined(at) || self.noun_after(at);
        // "visit Taiwan | next month"
        goes_on && !matches!(self.marker(at), Marker::Next | Marker::Last)
    }

    fn joined(&self, at: usize) -> bool {
        self.words
            .get(at)
            .is_some_and(|word| word.token.shape.has(Shape::JOINED))
    }

    pub(super) fn noun_after(&self, at: usize) -> bool {
        self.tag(at + 1).is_noun()
            || (self.tag(at + 1) == Tag::Adjective && self.tag(at + 2).is_noun())
    }

    /// "Second, …" and "Short of that, …" at the start of a sentence.
    fn opens_adverbially(&self, start: usize) -> bool {
        let opens = || start == 0 || self.tag(start - 1) == Tag::Mark;
        match self.marker(start) {
            Marker::First | Marker::Second | Marker::Third | Marker::Last => {
                opens() && self.kind(start + 1) == TokenKind::Comma
            }
            Marker::Short => opens() && self.marker(start + 1) == Marker::Of,
            _ => false,
        }
    }

    /// Whether an adjective is a verdict of its own: "declared the accord of 1999 | null and void", "called the vote in the north | illegal".
    fn judges(&self, phrase: &Nominal, at: usize) -> bool {
        let closed = phrase.head.is_some()
            || phrase.adjective.is_some() && self.tag(phrase.start) == Tag::Determiner;
        closed && !self.noun_after(at)
            || phrase.head.is_some() && self.names_the_listed(phrase.start, at)
    }

    /// Whether the verb before judges its object: "considered the movement | terrorist", "called the ballot in the north | illegal".
    fn judged(&self) -> bool {
        let inside = |phrase: &&Phrase| {
            matches!(
                phrase.kind,
                PhraseKind::Noun
                    | PhraseKind::Preposition
                    | PhraseKind::Coordinator
                    | PhraseKind::Mark(TokenKind::Comma)
            )
        };
        let mut behind = self.out.iter().rev().take(JUDGED);
        behind.find(|phrase| !inside(phrase)).is_some_and(|verb| {
            verb.kind == PhraseKind::Verb && self.usage(verb.head).any(Usage::VERDICT_VERB)
        })
    }

    /// "makes Russia and Iran | guarantors", "declared the M23 and Hamas | terrorist groups": what several are made or called, behind the last name.
    fn names_the_listed(&self, start: usize, at: usize) -> bool {
        let name = (start..at).all(|at| self.tag(at) == Tag::Proper)
            && !is_people_adjective(self.text(at - 1));
        let listed = self
            .out
            .last()
            .is_some_and(|before| before.kind == PhraseKind::Coordinator);
        let last = (at..at + JUDGED)
            .take_while(|at| matches!(self.tag(*at), Tag::Noun | Tag::Plural | Tag::Adjective))
            .last();
        listed
            && name
            && self.tag(at) != Tag::Proper
            && last.is_some_and(|last| self.tag(last) == Tag::Plural)
    }

    /// "calls the plateau | Syrian", "declared Crimea | Russian": whose a place is said to be, with no noun of its own.
    fn is_whose(&self, at: usize) -> bool {
        self.tag(at) == Tag::Proper
            && self.tag(at - 1).is_noun()
            && !(self.tag(at + 1).is_noun() || self.tag(at + 1) == Tag::Adjective)
            && is_nationality(self.text(at))
    }

    /// The last word of a noun phrase that is an adjective as well, behind a noun that has its article or is a name.
    fn is_verdict(&self, start: usize, at: usize) -> bool {
        let closed = matches!(
            self.tag(start),
            Tag::Determiner | Tag::Possessive | Tag::Proper
        );
        let last = !matches!(
            self.tag(at + 1),
            Tag::Noun | Tag::Plural | Tag::Proper | Tag::Adjective | Tag::Owner | Tag::Preposition
        );
        closed
            && last
            && self.tag(at) != Tag::Proper
            && self.has(at, Readings::ADJECTIVE)
            && self.tag(at - 1).is_noun()
    }
}

/// Adjectives of those who claim land, or hold it.
fn is_nationality(word: &str) -> bool {
    matches!(
        word,
        "russian"
            | "ukrainian"
            | "israeli"
            | "syrian"
            | "lebanese"
            | "palestinian"
            | "moroccan"
            | "turkish"
            | "greek"
            | "cypriot"
            | "chinese"
            | "indian"
            | "pakistani"
            | "armenian"
            | "azerbaijani"
            | "georgian"
            | "serbian"
            | "moldovan"
            | "british"
            | "argentine"
            | "japanese"
            | "indonesian"
            | "iraqi"
            | "iranian"
            | "emirati"
            | "ethiopian"
            | "eritrean"
            | "venezuelan"
            | "guyanese"
            | "congolese"
            | "rwandan"
            | "arab"
    )
}
