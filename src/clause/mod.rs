//! A shallow view of a sentence: phrases, clauses and who stands in which role.
//!
//! **Problem.** Attribution and tagging need to know who does what to whom, whatever the word order, without a trained parser.
//! **Idea.** News sentences are regular enough for a deterministic reading in three passes: each word gets a class (`tag`), runs
//! of classes become noun phrases and verb groups (`phrase`), and a left-to-right automaton with a stack of open clauses gives every verb
//! group a clause, and every noun phrase a role in one (`build`). What a clause lacks (the subject of an infinitive, the object in
//! a relative clause) is worked out when it is asked for (`subject`, `role`).
//! **Cost.** Linear in the sentence: each look-ahead and each walk up the stack is bounded. Sentences of more than
//! `LONGEST` tokens are viewed in pieces.
//! **Known to be wrong** where only meaning decides: the attachment of *with* and *in* phrases, a participle that could be a past tense
//! ("the plan backed by … failed" is met, "the plan backed failed" is not), subjects split from their verb by more than one clause, a
//! condition without *if* ("had they not asked"), a gerund as a subject ("whether talking will help is unclear"), a noun that could be the verb in front of a full stop ("the dam
//! leaks"), *that* with words between commas behind it ("a text that, in his words, tries to"), and headlines.

mod build;
mod gerund;
mod phrase;
mod reader;
mod role;
mod subject;
mod tag;
mod view;

pub use reader::{ClauseReader, ClauseRoles};
pub(crate) use tag::Tag;
pub(crate) use view::View;

use crate::token::TokenKind;

/// The most tokens that are viewed at once; longer sentences are cut there.
pub(crate) const LONGEST: usize = 1_000;

/// The most sentences of one block that are looked at together.
pub(crate) const BATCH: usize = 64;

/// How many sentences a stage goes over, those of a block that is begun to its end, before the next stage does.
pub(crate) const TOGETHER: usize = 24;

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
