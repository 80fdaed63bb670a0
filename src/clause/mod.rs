//! A shallow view of a sentence: phrases, clauses and who stands in which role.
//!
//! **Problem.** Attribution and tagging need to know who does what to whom, whatever the word order, without a trained parser.
//! **Idea.** News sentences are regular enough for a deterministic reading in three passes: each word gets a class (`tag`), runs
//! of classes become noun phrases and verb groups (`phrase`), and a left-to-right automaton with a stack of open clauses gives every verb
//! group a clause, and every noun phrase a role in one (`build`). What a clause lacks (the subject of an infinitive, the object in
//! a relative clause) is worked out when it is asked for (`role`).
//! **Cost.** Linear in the sentence: each look-ahead and each walk up the stack is bounded. Sentences of more than
//! `LONGEST` tokens are viewed in pieces.
//! **Known to be wrong** where only meaning decides: the attachment of *with* and *in* phrases, a participle that could be a past tense
//! ("the plan backed by … failed" is met, "the plan backed failed" is not), subjects split from their verb by more than one clause, a
//! gerund as a subject ("whether talking will help is unclear"), a noun that could be the verb in front of a full stop ("the dam
//! leaks"), *that* with words between commas behind it ("a text that, in his words, tries to"), and headlines.

mod build;
mod phrase;
mod role;
mod tag;
mod words;

pub(crate) use tag::Tag;

use crate::span::Span;
use crate::token::{Lexicon, Token, TokenKind, TokenKinds, Word, tokens_into};

/// The most tokens that are viewed at once; longer sentences are cut there.
pub(crate) const LONGEST: usize = 1_000;

/// Index of a phrase in its [`View`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct PhraseId(u16);

impl PhraseId {
    pub(crate) fn new(index: usize) -> Self {
        Self(u16::try_from(index).unwrap_or(u16::MAX))
    }

    pub(crate) fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// Index of a clause in its [`View`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct ClauseId(u16);

impl ClauseId {
    pub(crate) fn new(index: usize) -> Self {
        Self(u16::try_from(index).unwrap_or(u16::MAX))
    }

    pub(crate) fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// What a phrase is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PhraseKind {
    Noun,
    Verb,
    /// An adjective with its adverbs, outside a noun phrase.
    Adjective,
    Adverb,
    Preposition,
    Coordinator,
    Subordinator,
    That,
    Wh,
    Mark(TokenKind),
    Other,
}

/// A run of tokens: a noun phrase, a verb group, or a word or mark between them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Phrase {
    pub(crate) kind: PhraseKind,
    /// First token.
    pub(crate) start: usize,
    /// Token after the last.
    pub(crate) end: usize,
    /// The token that decides: last noun of a noun phrase, main verb of a verb group.
    pub(crate) head: usize,
    pub(crate) clause: ClauseId,
    /// The token of the preposition that governs a noun phrase.
    pub(crate) preposition: Option<usize>,
    /// The noun phrase that a prepositional phrase follows directly: it may belong to that or to the verb.
    pub(crate) noun: Option<PhraseId>,
    /// The owner before an *'s*.
    pub(crate) owner: Option<PhraseId>,
    /// Whether it is such an owner itself.
    pub(crate) owns: bool,
    /// The conjunct before it: "Egypt, Qatar and Turkey".
    pub(crate) conjunct: Option<PhraseId>,
    /// The noun phrase that it stands beside in apposition.
    pub(crate) apposition: Option<PhraseId>,
    /// Voice, tense and modality of a verb group.
    pub(crate) verb: Verb,
}

impl Phrase {
    pub(crate) fn new(kind: PhraseKind, start: usize, end: usize, head: usize) -> Self {
        Self {
            kind,
            start,
            end,
            head,
            clause: ClauseId(0),
            preposition: None,
            noun: None,
            owner: None,
            owns: false,
            conjunct: None,
            apposition: None,
            verb: Verb::default(),
        }
    }
}

/// What a verb group says beside its verb.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Verb {
    pub(crate) finite: bool,
    pub(crate) infinitive: bool,
    /// An -ing form without *be*.
    pub(crate) ing: bool,
    /// A past participle without an auxiliary.
    pub(crate) participle: bool,
    pub(crate) passive: bool,
    pub(crate) perfect: bool,
    pub(crate) past: bool,
    pub(crate) negated: bool,
    /// The token of its modal verb.
    pub(crate) modal: Option<usize>,
    /// An auxiliary that stands alone: a copula, or "has never done so".
    pub(crate) only_auxiliary: bool,
}

/// How a clause hangs in the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ClauseKind {
    /// On its own, or coordinated with such.
    Main,
    /// *that* …, or the same without *that*, under a verb or noun.
    Complement,
    /// *whether* …, *how* …, *what* …
    Question,
    /// *to* …
    Infinitive,
    /// An -ing form after a preposition or a verb.
    Gerund,
    /// An -ing or -ed form that follows a noun, a comma or nothing.
    Participle,
    /// *who*, *which*, *that* … after a noun.
    Relative,
    /// *because*, *while*, *if* …
    Adverbial,
}

/// A verb group with what belongs to it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clause {
    pub(crate) kind: ClauseKind,
    pub(crate) verb: Option<PhraseId>,
    /// The subject as written.
    pub(crate) subject: Option<PhraseId>,
    /// The first noun phrase after the verb that no preposition governs.
    pub(crate) object: Option<PhraseId>,
    /// What stands after the object, or after a copula: a noun phrase or an adjective.
    pub(crate) predicate: Option<PhraseId>,
    pub(crate) parent: Option<ClauseId>,
    /// The phrase that it complements or modifies: a noun phrase or a verb group.
    pub(crate) governor: Option<PhraseId>,
    /// The token that opens it: that, who, because; of a gerund its preposition.
    pub(crate) marker: Option<usize>,
    /// The clause that it is coordinated with, from which it takes its subject.
    pub(crate) coordinated: Option<ClauseId>,
    /// The subject is before an auxiliary, or the verb before its subject.
    pub(crate) inverted: bool,
    /// First phrase.
    pub(crate) start: PhraseId,
}

/// The view of one sentence. Made once for each sentence and reused: the vectors keep their space.
#[derive(Clone, Debug, Default)]
pub(crate) struct View {
    pub(crate) tokens: Vec<Token>,
    pub(crate) tags: Vec<Tag>,
    pub(crate) phrases: Vec<Phrase>,
    pub(crate) clauses: Vec<Clause>,
    candidates: Vec<tag::Candidate>,
    kinds: TokenKinds,
    /// For each token the phrase it is in.
    phrase_of: Vec<PhraseId>,
    /// For each phrase what comes after it.
    links: Vec<Links>,
}

/// What later phrases say of one.
#[derive(Clone, Copy, Debug, Default)]
struct Links {
    /// The first phrase whose conjunct it is.
    conjunct: Option<PhraseId>,
    /// Whether a phrase stands in apposition to it.
    apposed: bool,
}

impl View {
    /// Reads the tokens that are in `self.tokens`, at most [`LONGEST`] of them.
    pub(crate) fn read(&mut self, lexicon: &Lexicon, text: &str) {
        self.classify(lexicon, text);
        self.join(lexicon);
    }

    /// The first pass over the tokens that are in `self.tokens`: the class of each word.
    pub(crate) fn classify(&mut self, lexicon: &Lexicon, text: &str) {
        self.tokens.truncate(LONGEST);
        self.kinds = TokenKinds::of(&self.tokens);
        tag::tags_into(
            lexicon,
            text,
            &self.tokens,
            &mut self.candidates,
            &mut self.tags,
        );
    }

    /// The passes after the first one: phrases and clauses.
    pub(crate) fn join(&mut self, lexicon: &Lexicon) {
        phrase::phrases_into(lexicon, &self.candidates, &self.tags, &mut self.phrases);
        phrase::link_phrases(&self.tags, &mut self.phrases);
        build::clauses_into(
            lexicon,
            &self.candidates,
            &self.tags,
            &mut self.phrases,
            &mut self.clauses,
        );
        self.phrase_of.clear();
        self.phrase_of.resize(self.tokens.len(), PhraseId(0));
        self.links.clear();
        self.links.resize(self.phrases.len(), Links::default());
        for (index, phrase) in self.phrases.iter().enumerate() {
            for slot in self
                .phrase_of
                .get_mut(phrase.start..phrase.end)
                .unwrap_or_default()
            {
                *slot = PhraseId::new(index);
            }
            if let Some(links) = phrase
                .conjunct
                .and_then(|id| self.links.get_mut(id.index()))
            {
                links.conjunct = links.conjunct.or(Some(PhraseId::new(index)));
            }
            if let Some(links) = phrase
                .apposition
                .and_then(|id| self.links.get_mut(id.index()))
            {
                links.apposed = true;
            }
        }
    }

    /// Whether a token of some kind is there: where none is, nobody need look for it.
    pub(crate) fn has(&self, kind: TokenKind) -> bool {
        self.kinds.has(kind)
    }

    pub(crate) fn phrase(&self, id: PhraseId) -> Option<&Phrase> {
        self.phrases.get(id.index())
    }

    pub(crate) fn clause(&self, id: ClauseId) -> Option<&Clause> {
        self.clauses.get(id.index())
    }

    /// The verb group of a clause, if it has one.
    pub(crate) fn verb_group(&self, id: ClauseId) -> Option<&Phrase> {
        self.phrase(self.clause(id)?.verb?)
    }

    /// Whether a phrase stands behind this preposition.
    pub(crate) fn is_behind(&self, phrase: &Phrase, preposition: &str) -> bool {
        phrase
            .preposition
            .is_some_and(|at| self.marker_text(at) == preposition)
    }

    fn links(&self, id: PhraseId) -> Links {
        self.links.get(id.index()).copied().unwrap_or_default()
    }

    /// The phrase that a token is in.
    pub(crate) fn phrase_at(&self, token: usize) -> Option<PhraseId> {
        self.phrase_of.get(token).copied()
    }

    /// The clause that a token is in.
    pub(crate) fn clause_at(&self, token: usize) -> Option<ClauseId> {
        self.phrase_at(token)
            .and_then(|id| self.phrase(id))
            .map(|phrase| phrase.clause)
    }

    /// The word of a token, as the lexicon knows it.
    pub(crate) fn word(&self, token: usize) -> Word {
        self.candidates
            .get(token)
            .map(|candidate| candidate.word)
            .unwrap_or_default()
    }

    /// The bytes from token `start` to before token `end`.
    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        let first = self.tokens.get(start).map(|token| token.span);
        let last = end
            .checked_sub(1)
            .and_then(|last| self.tokens.get(last))
            .map(|token| token.span);
        match (first, last) {
            (Some(first), Some(last)) => first.cover(last),
            _ => Span::default(),
        }
    }

    /// The bytes of a phrase.
    pub(crate) fn phrase_span(&self, id: PhraseId) -> Span {
        self.phrase(id)
            .map(|phrase| self.span(phrase.start, phrase.end))
            .unwrap_or_default()
    }
}

/// Reads the clauses of a sentence, for those who want nothing else from the crate, and for a look at why a rule did not fire.
#[derive(Clone, Debug, Default)]
pub struct ClauseReader {}

/// One clause with the words in each role; a role that is unsaid is worked out from the clauses around it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ClauseRoles {
    /// How it hangs in the sentence.
    pub kind: ClauseKind,
    /// The verb group, with its auxiliaries.
    pub verb: Option<Span>,
    /// The grammatical subject, also where it is unsaid.
    pub subject: Option<Span>,
    /// The first noun phrase after the verb, or the noun of a relative clause without one.
    pub object: Option<Span>,
    /// What stands after a copula or after the object: a noun phrase or an adjective.
    pub predicate: Option<Span>,
    /// What it complements or modifies.
    pub governor: Option<Span>,
}

impl ClauseReader {
    /// A reader of English.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The clauses of one sentence, in the order in which they open.
    ///
    /// ```
    /// use parallax::clause::ClauseReader;
    ///
    /// let text = "Serbia wants Russia to block the draft.";
    /// let clauses = ClauseReader::new().clauses(text);
    /// assert_eq!(clauses[1].subject.unwrap().of(text), "Russia");
    /// assert_eq!(clauses[1].object.unwrap().of(text), "the draft");
    /// ```
    #[must_use]
    pub fn clauses(&self, text: &str) -> Vec<ClauseRoles> {
        let lexicon = Lexicon::english();
        let mut view = View::default();
        tokens_into(lexicon, text, 0, &mut view.tokens);
        view.read(lexicon, text);
        let span = |id: Option<PhraseId>| id.map(|id| view.phrase_span(id));
        let ids = (0..view.clauses.len()).map(ClauseId::new);
        view.clauses
            .iter()
            .zip(ids)
            .map(|(clause, id)| ClauseRoles {
                kind: clause.kind,
                verb: span(clause.verb),
                subject: span(view.subject(id)),
                object: span(view.object(id)),
                predicate: span(clause.predicate),
                governor: span(clause.governor),
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{ClauseKind, ClauseReader, LONGEST, View};
    use crate::token::{Lexicon, tokens_into};

    #[test]
    fn the_worked_example_of_the_design_has_three_clauses() {
        let text = "Serbia wants Russia to block any draft of Kosovo's to condemn it.";
        let clauses = ClauseReader::new().clauses(text);
        let word = |span: Option<crate::Span>| span.map(|span| span.of(text));
        let roles: Vec<_> = clauses
            .iter()
            .map(|clause| (clause.kind, word(clause.subject), word(clause.verb)))
            .collect();
        assert_eq!(
            roles[..2],
            [
                (ClauseKind::Main, Some("Serbia"), Some("wants")),
                (ClauseKind::Infinitive, Some("Russia"), Some("to block")),
            ]
        );
        assert_eq!(roles.len(), 3, "{roles:?}");
    }

    #[test]
    fn a_view_ends_after_so_many_tokens() {
        let lexicon = Lexicon::english();
        let text = "word ".repeat(LONGEST + 7);
        let mut view = View::default();
        tokens_into(lexicon, &text, 0, &mut view.tokens);
        assert_eq!(view.tokens.len(), LONGEST + 7);
        view.read(lexicon, &text);
        assert_eq!((view.tokens.len(), view.tags.len()), (LONGEST, LONGEST));
    }

    #[test]
    fn text_without_a_verb_has_a_clause_without_one() {
        for text in ["", "\"\"…?!", "No veto."] {
            let clauses = ClauseReader::new().clauses(text);
            assert!(clauses.iter().all(|clause| clause.verb.is_none()), "{text}");
        }
    }
}
