//! The view of a sentence: its tokens, tags, phrases and clauses, and what can be asked of them by place.

use super::{Clause, ClauseId, LONGEST, Phrase, PhraseId, Tag, build, phrase, tag};
use crate::span::Span;
use crate::token::{Lexicon, Marker, Token, TokenKind, TokenKinds, Usage, Word};

/// How many clauses of a sentence are looked at that share the verb of another.
const GAPPED: usize = 8;

/// The view of one sentence. Made once for each sentence and reused: the vectors keep their space.
#[derive(Clone, Debug, Default)]
pub(crate) struct View {
    pub(crate) tokens: Vec<Token>,
    pub(crate) tags: Vec<Tag>,
    pub(crate) phrases: Vec<Phrase>,
    pub(crate) clauses: Vec<Clause>,
    candidates: Vec<tag::Candidate>,
    /// For each token the folded text of its word, where the English lexicon has it: rules ask for it many times.
    texts: Vec<&'static str>,
    kinds: TokenKinds,
    /// For each token the phrase it is in.
    phrase_of: Vec<PhraseId>,
    /// For each phrase what comes after it.
    links: Vec<Links>,
    /// The clauses that share the verb of one before, which is left out: "and Chile | the north".
    gapped: Vec<ClauseId>,
}

/// What later phrases say of one.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Links {
    /// The first phrase whose conjunct it is.
    pub(super) conjunct: Option<PhraseId>,
    /// Whether a phrase stands in apposition to it.
    pub(super) apposed: bool,
}

impl View {
    /// Reads the tokens that are in `self.tokens`, at most [`LONGEST`] of them.
    pub(crate) fn read(&mut self, lexicon: &Lexicon, text: &str) {
        self.classify(lexicon, text);
        self.join(lexicon);
    }

    /// Puts the tokens of a sentence into the view at `at`, which is made where there are no more.
    pub(crate) fn put(views: &mut Vec<Self>, at: usize, tokens: &[Token]) {
        if views.len() <= at {
            views.push(Self::default());
        }
        if let Some(view) = views.get_mut(at) {
            view.tokens.clear();
            view.tokens.extend_from_slice(tokens);
        }
    }

    /// Reads the tokens of several views, each pass over all of them, so that its code and tables stay at hand.
    pub(crate) fn read_together(views: &mut [Self], lexicon: &Lexicon, text: &str) {
        for view in &mut *views {
            view.classify(lexicon, text);
        }
        for view in views {
            view.join(lexicon);
        }
    }

    /// The first pass over the tokens that are in `self.tokens`: the class of each word.
    fn classify(&mut self, lexicon: &Lexicon, text: &str) {
        self.tokens.truncate(LONGEST);
        self.kinds = TokenKinds::of(&self.tokens);
        let english = Lexicon::english();
        self.texts.clear();
        self.texts
            .extend(self.tokens.iter().map(|token| english.text(token.word)));
        tag::tags_into(
            lexicon,
            text,
            &self.tokens,
            &mut self.candidates,
            &mut self.tags,
        );
    }

    /// The passes after the first one: phrases and clauses.
    fn join(&mut self, lexicon: &Lexicon) {
        phrase::phrases_into(lexicon, &self.candidates, &self.tags, &mut self.phrases);
        phrase::link_phrases(&self.tags, &mut self.phrases);
        build::clauses_into(
            &self.candidates,
            &self.tags,
            &mut self.phrases,
            &mut self.clauses,
        );
        self.note_gapped();
        self.phrase_of.clear();
        self.links.clear();
        self.links.resize(self.phrases.len(), Links::default());
        for (index, phrase) in self.phrases.iter().enumerate() {
            let id = PhraseId::new(index);
            // Phrases leave no token out.
            self.phrase_of.resize(phrase.end, id);
            if let Some(before) = phrase.conjunct
                && let Some(links) = self.links.get_mut(before.index())
            {
                links.conjunct = links.conjunct.or(Some(id));
            }
            if let Some(beside) = phrase.apposition
                && let Some(links) = self.links.get_mut(beside.index())
            {
                links.apposed = true;
            }
        }
    }

    fn note_gapped(&mut self) {
        self.gapped.clear();
        let clauses = self.clauses.iter().enumerate();
        let shares = clauses.filter(|(at, clause)| {
            let verb = clause.verb.and_then(|verb| self.phrases.get(verb.index()));
            verb.is_some_and(|verb| verb.clause.index() != *at)
        });
        self.gapped
            .extend(shares.map(|(at, _)| ClauseId::new(at)).take(GAPPED));
    }

    /// The clauses in which the verb of another goes on unsaid.
    pub(crate) fn gapped(&self, id: ClauseId) -> impl Iterator<Item = ClauseId> + '_ {
        let verb = self.clause(id).and_then(|clause| clause.verb);
        let gapped = self.gapped.iter().copied().filter(move |_| verb.is_some());
        gapped.filter(move |other| self.clause(*other).and_then(|clause| clause.verb) == verb)
    }

    /// "the shadow government", "a rival cabinet": besides the one that is meant otherwise.
    pub(crate) fn is_rival(&self, phrase: &Phrase) -> bool {
        (phrase.start + 1..phrase.head).any(|at| {
            matches!(
                self.marker_text(at),
                "shadow"
                    | "rival"
                    | "parallel"
                    | "alternative"
                    | "self-styled"
                    | "self-proclaimed"
                    | "self-declared"
                    | "so-called"
                    | "exiled"
                    | "puppet"
                    | "opposing"
            )
        })
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

    /// Whether a clause is opened by a word that gives a reason: "because it had vetoed it".
    pub(crate) fn gives_reason(&self, clause: &Clause) -> bool {
        clause
            .marker
            .is_some_and(|at| matches!(self.marker_text(at), "because" | "since" | "as" | "after"))
    }

    pub(super) fn links(&self, id: PhraseId) -> Links {
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

    /// The folded text of a closed-class token.
    pub(crate) fn marker_text(&self, token: usize) -> &'static str {
        self.texts.get(token).copied().unwrap_or_default()
    }

    /// Which word that rules name a token is.
    pub(crate) fn marker(&self, token: usize) -> Marker {
        self.word(token).marker
    }

    /// How the word of a token is used.
    pub(crate) fn usage(&self, token: usize) -> Usage {
        self.word(token).usage
    }

    /// The lemma of a verb.
    pub(crate) fn verb_text(&self, token: usize) -> &str {
        Lexicon::english().text(self.word(token).verb)
    }

    /// The lemma of a noun.
    pub(crate) fn noun_text(&self, token: usize) -> &str {
        Lexicon::english().text(self.word(token).noun)
    }

    /// A noun that takes an infinitive of its own: "attempt to", "decision to".
    pub(crate) fn is_infinitive_noun(&self, phrase: &Phrase) -> bool {
        self.usage(phrase.head).any(Usage::INFINITIVE_NOUN)
            // "asked the authorities | to": those who govern.
            && self.marker_text(phrase.head) != "authorities"
    }
}
