//! Clauses: a left-to-right automaton over phrases with a stack of open clauses.

use super::tag::{Candidate, Tag};
use super::{Clause, ClauseId, ClauseKind, Phrase, PhraseId, PhraseKind};
use crate::token::{Lexicon, Readings, TokenKind};

/// How many open clauses are looked at when a verb asks for its clause.
const DEPTH: usize = 8;
/// How many phrases a list is looked ahead.
const LIST: usize = 16;

/// Gives each phrase its clause, and each clause its roles.
pub(crate) fn clauses_into(
    lexicon: &Lexicon,
    words: &[Candidate],
    tags: &[Tag],
    phrases: &mut [Phrase],
    clauses: &mut Vec<Clause>,
) {
    clauses.clear();
    let mut builder = Builder {
        lexicon,
        words,
        tags,
        phrases,
        clauses,
        current: ClauseId(0),
        marker: None,
        quoted: Vec::new(),
    };
    builder.open(ClauseKind::Main, None, None, None, 0);
    for index in 0..builder.phrases.len() {
        builder.step(index);
    }
}

struct Builder<'a> {
    lexicon: &'a Lexicon,
    words: &'a [Candidate],
    tags: &'a [Tag],
    phrases: &'a mut [Phrase],
    clauses: &'a mut Vec<Clause>,
    current: ClauseId,
    /// Index of the last coordinator that no phrase has used yet.
    marker: Option<usize>,
    /// Clauses to go back to when an open quotation closes.
    quoted: Vec<ClauseId>,
}

impl Builder<'_> {
    fn phrase(&self, index: usize) -> Option<&Phrase> {
        self.phrases.get(index)
    }

    fn kind(&self, index: usize) -> Option<PhraseKind> {
        self.phrase(index).map(|phrase| phrase.kind)
    }

    fn clause(&self, id: ClauseId) -> Option<&Clause> {
        self.clauses.get(id.index())
    }

    fn with(&mut self, id: ClauseId, change: impl FnOnce(&mut Clause)) {
        if let Some(clause) = self.clauses.get_mut(id.index()) {
            change(clause);
        }
    }

    fn text(&self, token: usize) -> &str {
        self.words
            .get(token)
            .map_or("", |word| self.lexicon.text(word.token.word))
    }

    fn verb_lemma(&self, index: usize) -> &str {
        let head = self.phrase(index).map_or(usize::MAX, |phrase| phrase.head);
        self.words
            .get(head)
            .map_or("", |word| self.lexicon.text(word.word.verb))
    }

    fn noun_lemma(&self, index: usize) -> &str {
        let head = self.phrase(index).map_or(usize::MAX, |phrase| phrase.head);
        self.words
            .get(head)
            .map_or("", |word| self.lexicon.text(word.word.noun))
    }

    fn open(
        &mut self,
        kind: ClauseKind,
        parent: Option<ClauseId>,
        governor: Option<usize>,
        marker: Option<usize>,
        start: usize,
    ) -> ClauseId {
        let id = ClauseId::new(self.clauses.len());
        self.clauses.push(Clause {
            kind,
            verb: None,
            subject: None,
            object: None,
            predicate: None,
            parent,
            governor: governor.map(PhraseId::new),
            marker,
            coordinated: None,
            inverted: false,
            start: PhraseId::new(start),
        });
        self.current = id;
        id
    }

    fn assign(&mut self, index: usize) {
        let current = self.current;
        if let Some(phrase) = self.phrases.get_mut(index) {
            phrase.clause = current;
        }
    }

    fn step(&mut self, index: usize) {
        let Some(kind) = self.kind(index) else {
            return;
        };
        match kind {
            PhraseKind::Noun => self.noun(index),
            PhraseKind::Verb => self.verb(index),
            PhraseKind::Adjective => self.adjective(index),
            PhraseKind::That => self.that(index),
            PhraseKind::Wh => self.wh(index),
            PhraseKind::Subordinator => self.subordinator(index),
            PhraseKind::Coordinator => {
                self.marker = Some(index);
                self.assign(index);
            }
            PhraseKind::Mark(mark) => self.mark(index, mark),
            PhraseKind::Adverb | PhraseKind::Preposition | PhraseKind::Other => self.assign(index),
        }
    }

    /// The phrase before `index`, adverbs and quotation marks left out.
    fn before(&self, index: usize) -> Option<usize> {
        (0..index).rev().take(4).find(|at| {
            !matches!(
                self.kind(*at),
                Some(
                    PhraseKind::Adverb
                        | PhraseKind::Mark(TokenKind::QuoteOpen | TokenKind::QuoteClose)
                )
            )
        })
    }

    fn is_mark(&self, index: Option<usize>, mark: TokenKind) -> bool {
        index.is_some_and(|index| self.kind(index) == Some(PhraseKind::Mark(mark)))
    }

    fn root(&self, mut id: ClauseId) -> ClauseId {
        for _ in 0..DEPTH * 4 {
            match self.clause(id).and_then(|clause| clause.parent) {
                Some(parent) => id = parent,
                None => break,
            }
        }
        id
    }

    // --- words that open a clause ---

    fn that(&mut self, index: usize) {
        let token = self.phrase(index).map(|phrase| phrase.start);
        let parent = self.current;
        let before = self.before(index);
        let verb_next = (index + 1..index + 3)
            .find(|at| self.kind(*at) != Some(PhraseKind::Adverb))
            .is_some_and(|at| self.kind(at) == Some(PhraseKind::Verb));
        let (kind, governor) = match before.and_then(|at| self.kind(at)) {
            Some(PhraseKind::Noun) if self.takes_that(before) => (ClauseKind::Complement, before),
            Some(PhraseKind::Noun) if verb_next => (ClauseKind::Relative, before),
            Some(PhraseKind::Noun) if self.addressed(before) => {
                (ClauseKind::Complement, self.verb_of(parent))
            }
            Some(PhraseKind::Noun) => (ClauseKind::Relative, before),
            Some(PhraseKind::Verb | PhraseKind::Adjective) => (ClauseKind::Complement, before),
            Some(PhraseKind::Coordinator) => return self.another_that(index, token),
            _ => (ClauseKind::Complement, self.verb_of(parent)),
        };
        self.open(kind, Some(parent), governor, token, index);
        self.assign(index);
    }

    /// "said that X and that Y": the second hangs where the first does.
    fn another_that(&mut self, index: usize, token: Option<usize>) {
        self.marker = None;
        let mut at = Some(self.current);
        for _ in 0..DEPTH {
            let Some(clause) = at.and_then(|at| self.clause(at)).copied() else {
                break;
            };
            if matches!(
                clause.kind,
                ClauseKind::Complement | ClauseKind::Question | ClauseKind::Relative
            ) {
                self.open(
                    clause.kind,
                    clause.parent,
                    clause.governor.map(PhraseId::index),
                    token,
                    index,
                );
                self.assign(index);
                return;
            }
            at = clause.parent;
        }
        let parent = self.root(self.current);
        let governor = self.verb_of(parent);
        self.open(ClauseKind::Complement, Some(parent), governor, token, index);
        self.assign(index);
    }

    fn verb_of(&self, id: ClauseId) -> Option<usize> {
        self.clause(id)
            .and_then(|clause| clause.verb)
            .map(PhraseId::index)
    }

    /// Whether a noun phrase ends in a noun that takes a that-clause ("the claim that").
    fn takes_that(&self, index: Option<usize>) -> bool {
        index.is_some_and(|index| is_that_noun(self.noun_lemma(index)))
    }

    /// Whether a noun phrase is whom the clause's verb addresses ("told reporters that").
    fn addressed(&self, index: Option<usize>) -> bool {
        let Some(clause) = self.clause(self.current) else {
            return false;
        };
        let object = clause.object.map(PhraseId::index) == index && index.is_some();
        let verb = clause.verb.map_or("", |verb| self.verb_lemma(verb.index()));
        let speech = is_that_verb(verb);
        let prepositional = index
            .and_then(|index| self.phrase(index))
            .is_some_and(|phrase| phrase.preposition.is_some());
        (object && is_addressing_verb(verb)) || (speech && prepositional)
    }

    fn wh(&mut self, index: usize) {
        self.marker = None;
        let token = self.phrase(index).map(|phrase| phrase.start);
        let lexicon = self.lexicon;
        let word = token
            .and_then(|token| self.words.get(token))
            .map_or("", |word| lexicon.text(word.token.word));
        let mut before = self.before(index);
        let comma = self.is_mark(before, TokenKind::Comma);
        if let Some(at) = before.filter(|at| self.kind(*at) == Some(PhraseKind::Preposition)) {
            // "in whose view it failed": the noun stands under the preposition.
            let preposition = self.phrase(at).map(|phrase| phrase.head);
            if let Some(noun) = self
                .phrases
                .get_mut(index + 1)
                .filter(|phrase| word == "whose" && phrase.kind == PhraseKind::Noun)
            {
                noun.preposition = preposition;
            }
            before = self.before(at);
        }
        if self.is_mark(before, TokenKind::Comma) {
            before = before.and_then(|at| self.before(at));
        }
        let noun = before.filter(|at| self.kind(*at) == Some(PhraseKind::Noun));
        let relative =
            matches!(word, "who" | "which" | "whom" | "whose") || (word == "where" && !comma);
        let parent = self.current;
        let (kind, governor) = match noun {
            Some(noun) if relative => (
                ClauseKind::Relative,
                Some(self.relative_head(noun, word == "who", comma)),
            ),
            _ if word == "when" => (ClauseKind::Adverbial, None),
            _ => (
                ClauseKind::Question,
                self.before(index)
                    .filter(|at| self.kind(*at) == Some(PhraseKind::Verb))
                    .or(self.verb_of(parent)),
            ),
        };
        self.open(kind, Some(parent), governor, token, index);
        self.assign(index);
    }

    /// The head of a relative clause: the nearest noun, but *who* is a person ("a friend of Moscow who"), and what stands in
    /// apposition hands it on ("the envoy, a friend, who").
    fn relative_head(&self, noun: usize, who: bool, comma: bool) -> usize {
        let human = |at: usize| {
            self.phrase(at).is_some_and(|phrase| {
                self.words
                    .get(phrase.head)
                    .is_some_and(|word| word.word.readings.any(Readings::HUMAN))
            })
        };
        let above = self
            .phrase(noun)
            .and_then(|phrase| phrase.noun)
            .map(PhraseId::index);
        let of = self
            .phrase(noun)
            .and_then(|phrase| phrase.preposition)
            .is_some_and(|at| self.text(at) == "of");
        let head = above
            .filter(|above| who && !human(noun) && (of || human(*above)))
            .unwrap_or(noun);
        let beside = self
            .phrase(head)
            .and_then(|phrase| phrase.apposition)
            .map(PhraseId::index);
        beside.filter(|_| comma).unwrap_or(head)
    }

    fn subordinator(&mut self, index: usize) {
        self.marker = None;
        let token = self.phrase(index).map(|phrase| phrase.start);
        let word = token.map_or("", |token| self.text(token));
        let whether = word == "whether"
            || (word == "if"
                && self.before(index).is_some_and(|at| {
                    self.kind(at) == Some(PhraseKind::Verb) && is_asking_verb(self.verb_lemma(at))
                }));
        let parent = self.current;
        if whether {
            let governor = self.verb_of(parent);
            self.open(ClauseKind::Question, Some(parent), governor, token, index);
        } else {
            self.open(ClauseKind::Adverbial, Some(parent), None, token, index);
        }
        self.assign(index);
    }

    // --- marks ---

    fn mark(&mut self, index: usize, mark: TokenKind) {
        match mark {
            TokenKind::Comma => self.comma(),
            TokenKind::Semicolon | TokenKind::Stop => {
                self.assign(index);
                if index + 1 < self.phrases.len() {
                    self.open(ClauseKind::Main, None, None, None, index + 1);
                }
                return;
            }
            TokenKind::Colon => {
                self.assign(index);
                let parent = self.current;
                let governor = self.verb_of(parent);
                self.open(
                    ClauseKind::Main,
                    Some(self.root(parent)),
                    governor,
                    None,
                    index + 1,
                );
                return;
            }
            TokenKind::Dash => {
                self.comma();
                self.dateline(index);
            }
            TokenKind::QuoteOpen => self.quote_open(index),
            TokenKind::QuoteClose => {
                if let Some(back) = self.quoted.pop() {
                    self.assign(index);
                    self.current = back;
                    return;
                }
            }
            _ => {}
        }
        self.assign(index);
    }

    /// "GENEVA (Reuters) — The envoy said": a place before the text is no subject.
    fn dateline(&mut self, index: usize) {
        let first = self.clauses.len() == 1 && index <= 8;
        let bare = self
            .phrases
            .iter()
            .take(index)
            .all(|phrase| !matches!(phrase.kind, PhraseKind::Verb | PhraseKind::Preposition));
        let capital = self
            .words
            .first()
            .is_some_and(|word| word.token.shape.has(crate::token::Shape::ALL_CAPITALS));
        if first && bare && capital {
            self.with(self.current, |clause| clause.subject = None);
        }
    }

    /// A comma ends what was fronted ("When he left, …") and what was set between commas (", who left,").
    fn comma(&mut self) {
        for _ in 0..DEPTH {
            let Some(clause) = self.clause(self.current).copied() else {
                return;
            };
            let Some(parent) = clause.parent else {
                return;
            };
            let waiting = self
                .clause(parent)
                .is_some_and(|parent| parent.verb.is_none());
            let done = clause.verb.is_some();
            let closes = matches!(
                clause.kind,
                ClauseKind::Adverbial
                    | ClauseKind::Participle
                    | ClauseKind::Relative
                    | ClauseKind::Infinitive
                    | ClauseKind::Gerund
            );
            if done && closes && waiting {
                self.current = parent;
            } else {
                return;
            }
        }
    }

    /// A quotation that begins with a capital is a clause of its own.
    fn quote_open(&mut self, index: usize) {
        let starts = self.phrase(index + 1).map(|phrase| phrase.start);
        let capital = starts
            .and_then(|token| self.words.get(token))
            .is_some_and(|word| word.token.shape.has(crate::token::Shape::CAPITAL));
        let before = self.before(index);
        let introduced = before.is_none()
            || self.is_mark(before, TokenKind::Comma)
            || self.is_mark(before, TokenKind::Colon)
            || before.is_some_and(|at| self.kind(at) == Some(PhraseKind::Verb));
        if capital && introduced {
            self.quoted.push(self.current);
            let governor = self.verb_of(self.current);
            let parent = self.current;
            let has_verb = governor.is_some();
            let id = self.open(ClauseKind::Main, None, None, None, index + 1);
            if has_verb {
                self.with(id, |clause| {
                    clause.kind = ClauseKind::Complement;
                    clause.parent = Some(parent);
                    clause.governor = governor.map(PhraseId::new);
                });
            }
        }
    }

    // --- phrases that fill roles ---

    fn noun(&mut self, index: usize) {
        self.assign(index);
        let Some(phrase) = self.phrase(index).copied() else {
            return;
        };
        let before = index.checked_sub(1);
        if phrase.owns {
            return;
        }
        // An owner's phrase begins where the owner does.
        let first = phrase.owner.map_or(index, PhraseId::index);
        let coordinator = self.marker.take().filter(|at| {
            *at + 1 == first
                || (*at + 2 == first
                    && matches!(
                        self.kind(*at + 1),
                        Some(PhraseKind::Adverb | PhraseKind::Mark(_))
                    ))
        });
        if let Some(at) = phrase.preposition {
            self.attach(index, first, at);
            return;
        }
        if let Some(at) = coordinator
            && let Some(partner) = self.conjunct_before(at)
        {
            self.conjoin(index, partner);
            return;
        }
        if self.is_mark(before.filter(|_| first == index), TokenKind::Comma)
            || self.is_mark(first.checked_sub(1), TokenKind::Comma)
        {
            let comma = first - 1;
            if let Some(partner) = self.conjunct_before(comma) {
                if self.is_parenthetical(index) {
                    let parent = self.current;
                    let id = self.open(ClauseKind::Main, Some(parent), None, None, index);
                    self.with(id, |clause| clause.subject = Some(PhraseId::new(index)));
                    self.assign(index);
                    return;
                }
                if self.in_list(index) && !self.fronted(partner) {
                    self.conjoin(index, partner);
                    return;
                }
                if self.may_be_apposition(index, partner) {
                    if let Some(phrase) = self.phrases.get_mut(index) {
                        phrase.apposition = Some(PhraseId::new(partner));
                        phrase.preposition = None;
                    }
                    return;
                }
            }
        }
        if self.is_mark(first.checked_sub(1), TokenKind::BracketOpen) {
            return;
        }
        self.role(index, first);
    }

    /// A prepositional phrase hangs on the noun phrase right before it, if there is one.
    fn attach(&mut self, index: usize, first: usize, preposition: usize) {
        let noun = self
            .phrases
            .iter()
            .take(first)
            .rposition(|phrase| phrase.end == preposition && phrase.kind == PhraseKind::Noun)
            .filter(|at| first - at <= 3);
        if let Some(phrase) = self.phrases.get_mut(index) {
            phrase.noun = noun.map(PhraseId::new);
        }
    }

    /// The noun phrase that ends right before a comma or coordinator, as the first conjunct of a list.
    fn conjunct_before(&self, at: usize) -> Option<usize> {
        let mut before = at.checked_sub(1)?;
        if self.is_mark(Some(before), TokenKind::Comma) {
            before = before.checked_sub(1)?;
        }
        if self.is_mark(Some(before), TokenKind::QuoteClose) {
            before = before.checked_sub(1)?;
        }
        (self.kind(before) == Some(PhraseKind::Noun)).then_some(before)
    }

    fn conjoin(&mut self, index: usize, partner: usize) {
        let preposition = self.phrase(partner).and_then(|phrase| phrase.preposition);
        let noun = self.phrase(partner).and_then(|phrase| phrase.noun);
        if let Some(phrase) = self.phrases.get_mut(index) {
            phrase.conjunct = Some(PhraseId::new(partner));
            phrase.preposition = preposition;
            phrase.noun = noun;
        }
    }

    /// Whether commas and noun phrases lead to an *and* or *or* with a noun phrase: "A, B and C".
    fn in_list(&self, index: usize) -> bool {
        let mut at = index + 1;
        let mut expects_noun = false;
        while at < index + LIST {
            match self.kind(at) {
                Some(PhraseKind::Mark(TokenKind::Comma)) => expects_noun = true,
                Some(PhraseKind::Coordinator) => {
                    return self.kind(at + 1) == Some(PhraseKind::Noun);
                }
                Some(PhraseKind::Noun) => {
                    if !expects_noun
                        && self.phrase(at).is_some_and(|phrase| {
                            phrase.preposition.is_none() && phrase.owner.is_none()
                        })
                    {
                        return false;
                    }
                    expects_noun = false;
                }
                Some(PhraseKind::Preposition | PhraseKind::Other) => {}
                _ => return false,
            }
            at += 1;
        }
        false
    }

    /// A noun phrase after a comma stands beside the one before it, unless a verb of its own follows.
    fn may_be_apposition(&self, index: usize, partner: usize) -> bool {
        let verb_follows = self.kind(index + 1) == Some(PhraseKind::Verb)
            && self.phrase(index + 1).is_some_and(|verb| verb.verb.finite);
        let pronoun = self
            .phrase(index)
            .is_some_and(|phrase| self.tags.get(phrase.head) == Some(&Tag::Pronoun));
        let measure = |at: usize| {
            self.phrase(at).is_some_and(|phrase| {
                self.words
                    .get(phrase.head)
                    .is_some_and(|word| word.word.readings.any(Readings::MEASURE))
            })
        };
        if pronoun || measure(partner) || measure(index) {
            return false;
        }
        // The comma closed a fronted clause: "Opening the case, the lawyer said".
        let apart = self
            .phrase(partner)
            .is_some_and(|phrase| phrase.clause != self.current);
        !verb_follows && !self.fronted(partner) && !apart
    }

    /// Whether the noun phrase before a comma is part of a fronted adverbial ("On Monday, Egypt …").
    fn fronted(&self, partner: usize) -> bool {
        let empty = self
            .clause(self.current)
            .is_some_and(|clause| clause.verb.is_none() && clause.subject.is_none());
        empty
            && self
                .phrase(partner)
                .is_some_and(|partner| partner.preposition.is_some())
    }

    /// ", the judges found,": a clause set between the subject and its verb.
    fn is_parenthetical(&self, index: usize) -> bool {
        let waiting = self
            .clause(self.current)
            .is_some_and(|clause| clause.verb.is_none() && clause.subject.is_some());
        let next = self
            .phrase(index + 1)
            .is_some_and(|verb| verb.kind == PhraseKind::Verb && verb.verb.finite);
        waiting
            && next
            && (self.is_mark(Some(index + 2), TokenKind::Comma)
                || self
                    .kind(index + 2)
                    .is_some_and(|_| is_that_verb(self.verb_lemma(index + 1))))
    }

    /// Gives a free noun phrase its role in the current clause.
    fn role(&mut self, index: usize, first: usize) {
        let Some(clause) = self.clause(self.current).copied() else {
            return;
        };
        let id = PhraseId::new(index);
        let measure = self.is_measure(index);
        match (clause.verb, clause.subject) {
            (None, None) => self.with(self.current, |clause| clause.subject = Some(id)),
            (None, Some(subject)) => {
                if self.is_measure(subject.index()) {
                    self.with(self.current, |clause| clause.subject = Some(id));
                } else if self.starts_contact_clause(index, first) {
                    self.contact_clause(index, first);
                }
            }
            (Some(verb), _) => {
                if measure && !self.adjacent(verb.index(), first) {
                    return;
                }
                self.after_verb(index, first, verb.index());
            }
        }
    }

    fn is_measure(&self, index: usize) -> bool {
        let Some(phrase) = self.phrase(index) else {
            return false;
        };
        let word = self.words.get(phrase.head).copied();
        let day = phrase.start == phrase.head
            && matches!(
                self.text(phrase.head),
                "monday"
                    | "tuesday"
                    | "wednesday"
                    | "thursday"
                    | "friday"
                    | "saturday"
                    | "sunday"
                    | "today"
                    | "yesterday"
            );
        day || word.is_some_and(|word| {
            word.word.readings.any(Readings::MEASURE) && !word.word.readings.any(Readings::GROUP)
        })
    }

    /// "the crimes | it commits": a noun phrase right after another one, and then a verb.
    fn starts_contact_clause(&self, index: usize, first: usize) -> bool {
        let Some(before) = first.checked_sub(1) else {
            return false;
        };
        let noun_before = self.kind(before) == Some(PhraseKind::Noun);
        let next = (index + 1..index + 3).find(|at| self.kind(*at) != Some(PhraseKind::Adverb));
        let verb_after = next
            .and_then(|at| self.phrase(at))
            .is_some_and(|verb| verb.kind == PhraseKind::Verb && verb.verb.finite);
        noun_before && verb_after
    }

    /// "the crimes | it commits" is relative; "told the court | she had left", "said Tuesday | she would" is what is said.
    fn contact_clause(&mut self, index: usize, first: usize) {
        let parent = self.current;
        let verb = self.verb_of(parent);
        let before = first.checked_sub(1);
        let addressed = verb.is_some_and(|verb| is_addressing_verb(self.verb_lemma(verb)));
        let said = verb.is_some_and(|verb| is_that_verb(self.verb_lemma(verb)));
        let time = before.is_some_and(|at| self.is_measure(at));
        let (kind, governor) = if addressed || (said && time) {
            (ClauseKind::Complement, verb)
        } else {
            (ClauseKind::Relative, before)
        };
        if kind == ClauseKind::Complement && time {
            self.with(parent, |clause| clause.object = None);
        }
        let id = self.open(kind, Some(parent), governor, None, first);
        self.with(id, |clause| clause.subject = Some(PhraseId::new(index)));
        self.assign(index);
    }

    fn adjacent(&self, verb: usize, first: usize) -> bool {
        (verb + 1..first).all(|at| {
            matches!(
                self.kind(at),
                Some(PhraseKind::Adverb | PhraseKind::Mark(TokenKind::QuoteOpen))
            )
        })
    }

    fn after_verb(&mut self, index: usize, first: usize, verb: usize) {
        let id = PhraseId::new(index);
        let Some(clause) = self.clause(self.current).copied() else {
            return;
        };
        let lone_auxiliary = self
            .phrase(verb)
            .is_some_and(|verb| verb.verb.only_auxiliary);
        let copula = lone_auxiliary
            && self.tags.get(self.phrase(verb).map_or(0, |verb| verb.head)) == Some(&Tag::Be);
        let fronted = self.inverts(index, verb);
        if lone_auxiliary
            && clause.subject.is_none()
            && self.adjacent(verb, first)
            && (fronted || (!copula && !self.is_have(verb)))
        {
            self.with(self.current, |clause| {
                clause.subject = Some(id);
                clause.inverted = true;
            });
            return;
        }
        if self.starts_contact_clause(index, first) && clause.object.is_some() {
            self.contact_clause(index, first);
            return;
        }
        let copular = copula || is_copular_verb(self.verb_lemma(verb));
        if copular && clause.predicate.is_none() && clause.subject.is_some() {
            self.with(self.current, |clause| clause.predicate = Some(id));
        } else if clause.subject.is_none()
            && clause.kind == ClauseKind::Main
            && self.adjacent(verb, first)
            && self.follows_quotation(verb)
        {
            self.with(self.current, |clause| {
                clause.subject = Some(id);
                clause.inverted = true;
            });
        } else if clause.object.is_none() && self.object_may_stand(verb, first) {
            self.with(self.current, |clause| clause.object = Some(id));
        } else if clause.object.is_some()
            && clause.predicate.is_none()
            && self.kind(first.wrapping_sub(1)) == Some(PhraseKind::Noun)
        {
            self.with(self.current, |clause| clause.predicate = Some(id));
        }
    }

    /// "Nor has Russia | considered", "Had the states not | asked", "Were an apology | to come": the main verb follows the subject.
    fn inverts(&self, subject: usize, verb: usize) -> bool {
        let opens = verb.checked_sub(1).is_none_or(|at| {
            matches!(
                self.kind(at),
                Some(
                    PhraseKind::Coordinator
                        | PhraseKind::Adverb
                        | PhraseKind::Mark(TokenKind::Comma | TokenKind::QuoteOpen)
                )
            )
        });
        let head = self.phrase(verb).map(|phrase| phrase.head);
        let conditional = head.is_some_and(|head| {
            matches!(
                self.text(head),
                "had" | "were" | "has" | "have" | "is" | "was"
            )
        });
        let follows = (subject + 1..subject + 6)
            .find(|at| self.kind(*at) == Some(PhraseKind::Verb))
            .and_then(|at| self.phrase(at))
            .is_some_and(|next| {
                next.verb.participle
                    || (next.verb.infinitive && head.is_some_and(|head| self.text(head) == "were"))
            });
        opens && conditional && follows
    }

    fn is_have(&self, verb: usize) -> bool {
        self.tags.get(self.phrase(verb).map_or(0, |verb| verb.head)) == Some(&Tag::Have)
    }

    /// Whether nothing but adverbs, prepositional phrases and marks stand between a verb and its object.
    fn object_may_stand(&self, verb: usize, first: usize) -> bool {
        (verb + 1..first).all(|at| {
            matches!(
                self.kind(at),
                Some(
                    PhraseKind::Adverb
                        | PhraseKind::Preposition
                        | PhraseKind::Mark(_)
                        | PhraseKind::Other
                )
            ) || self.phrase(at).is_some_and(|phrase| {
                phrase.kind == PhraseKind::Noun
                    && (phrase.preposition.is_some() || phrase.owns || phrase.conjunct.is_some())
            })
        }) && !(verb + 1..first).any(|at| self.kind(at) == Some(PhraseKind::Mark(TokenKind::Colon)))
    }

    /// "“…,” said Lapid" and ", said Lapid": the verb stands first after a quotation or a comma.
    fn follows_quotation(&self, verb: usize) -> bool {
        let before = verb.checked_sub(1);
        before.is_none()
            || self.is_mark(before, TokenKind::QuoteClose)
            || self.is_mark(before, TokenKind::Comma)
            || self.is_mark(before, TokenKind::Stop)
    }

    fn adjective(&mut self, index: usize) {
        self.assign(index);
        let Some(clause) = self.clause(self.current).copied() else {
            return;
        };
        let predicative = clause.verb.is_some_and(|verb| {
            let verb = verb.index();
            self.is_copula(verb)
                || is_copular_verb(self.verb_lemma(verb))
                || clause.object.is_some()
        });
        if predicative && clause.predicate.is_none() {
            self.with(self.current, |clause| {
                clause.predicate = Some(PhraseId::new(index))
            });
        }
    }

    fn is_copula(&self, verb: usize) -> bool {
        self.phrase(verb).is_some_and(|verb| {
            verb.verb.only_auxiliary && self.tags.get(verb.head) == Some(&Tag::Be)
        })
    }

    // --- verb groups ---

    fn verb(&mut self, index: usize) {
        let Some(verb) = self.phrase(index).map(|phrase| phrase.verb) else {
            return;
        };
        let coordinator = self
            .marker
            .take()
            .filter(|at| (at + 1..index).all(|at| self.kind(at) == Some(PhraseKind::Adverb)));
        let waiting = self
            .clause(self.current)
            .copied()
            .filter(|clause| clause.inverted && (verb.participle || verb.infinitive));
        let auxiliary = waiting.and_then(|clause| clause.verb).filter(|verb| {
            self.phrase(verb.index())
                .is_some_and(|verb| verb.verb.only_auxiliary)
        });
        if coordinator.is_none() && auxiliary.is_some() {
            self.complete_inverted(index, auxiliary);
        } else if coordinator.is_some() {
            self.coordinated_verb(index);
        } else if verb.infinitive {
            self.infinitive(index);
        } else if verb.ing && !verb.finite {
            self.gerund(index);
        } else if verb.participle {
            self.participle(index);
        } else {
            self.finite(index);
        }
    }

    fn take_verb(&mut self, id: ClauseId, index: usize) {
        self.current = id;
        self.with(id, |clause| clause.verb = Some(PhraseId::new(index)));
        self.assign(index);
    }

    fn infinitive(&mut self, index: usize) {
        let parent = self.current;
        let governor = self
            .before(index)
            .filter(|at| matches!(self.kind(*at), Some(PhraseKind::Noun | PhraseKind::Verb)))
            .and_then(|at| self.infinitive_governor(at));
        let comma = self.is_mark(index.checked_sub(1), TokenKind::Comma);
        let governor = governor.filter(|_| !comma).or(self.verb_of(parent));
        let id = self.open(ClauseKind::Infinitive, Some(parent), governor, None, index);
        self.take_verb(id, index);
    }

    /// What an infinitive hangs on: a noun that takes one, the person asked, or the verb. `at` is the phrase before it.
    fn infinitive_governor(&self, at: usize) -> Option<usize> {
        let phrase = self.phrase(at)?;
        let object = self
            .clause(self.current)
            .and_then(|clause| clause.object)
            .map(PhraseId::index);
        let Some(preposition) = phrase
            .preposition
            .filter(|_| phrase.kind == PhraseKind::Noun)
        else {
            return Some(at);
        };
        if is_infinitive_noun(self.noun_lemma(at)) {
            return Some(at);
        }
        let above = phrase
            .noun
            .map(PhraseId::index)
            .or(self.verb_of(self.current))?;
        let asks = is_appeal(self.verb_lemma(above)) || is_appeal(self.noun_lemma(above));
        match self.text(preposition) {
            "for" => Some(at),
            "on" | "upon" | "to" | "with" if asks => Some(at),
            "of" if phrase.noun.is_some() => phrase.noun.map(PhraseId::index),
            _ => object.or(self.verb_of(self.current)),
        }
    }

    fn gerund(&mut self, index: usize) {
        let before = self.before(index);
        let parent = self.current;
        let opening = self.clause(parent).copied();
        // "while imposing", "by whom …": a clause was opened and has nothing yet.
        if let Some(clause) = opening
            && clause.verb.is_none()
            && clause.subject.is_none()
            && matches!(clause.kind, ClauseKind::Adverbial)
        {
            let id = parent;
            let main = clause.parent.map(|above| self.speech_height(above, index));
            self.with(id, |clause| clause.parent = main);
            self.take_verb(id, index);
            self.with(id, |clause| {
                clause.kind = ClauseKind::Participle;
                clause.governor = None;
            });
            let governor = main.and_then(|main| self.verb_of(main)).map(PhraseId::new);
            self.with(id, |clause| clause.governor = governor);
            return;
        }
        if self.is_mark(before, TokenKind::Comma) {
            let above = self.participle_height(index);
            let governor = self.verb_of(above);
            let id = self.open(ClauseKind::Participle, Some(above), governor, None, index);
            self.take_verb(id, index);
            return;
        }
        let (kind, governor, marker) = match before.and_then(|at| self.kind(at)) {
            Some(PhraseKind::Preposition) => {
                let marker = before
                    .and_then(|at| self.phrase(at))
                    .map(|phrase| phrase.head);
                let above = before.and_then(|at| self.before(at)).filter(|at| {
                    matches!(self.kind(*at), Some(PhraseKind::Noun | PhraseKind::Verb))
                });
                (ClauseKind::Gerund, above.or(self.verb_of(parent)), marker)
            }
            Some(PhraseKind::Verb) => (ClauseKind::Gerund, before, None),
            Some(PhraseKind::Noun) => (ClauseKind::Participle, before, None),
            _ => (ClauseKind::Participle, self.verb_of(parent), None),
        };
        let id = self.open(kind, Some(parent), governor, marker, index);
        self.take_verb(id, index);
    }

    /// The clause whose subject does what stands after a comma: ", setting up a clash".
    fn participle_height(&self, index: usize) -> ClauseId {
        let clause = self.nearest_finite().unwrap_or(self.current);
        self.speech_height(clause, index)
    }

    /// ", adding that": what is said hangs on the verb of saying, not on what was said.
    fn speech_height(&self, clause: ClauseId, index: usize) -> ClauseId {
        if !is_speech_verb(self.verb_lemma(index))
            && !matches!(self.verb_lemma(index), "speak" | "refer" | "quote" | "echo")
        {
            return clause;
        }
        let mut at = clause;
        for _ in 0..DEPTH {
            let Some(above) = self
                .clause(at)
                .filter(|clause| {
                    matches!(
                        clause.kind,
                        ClauseKind::Complement
                            | ClauseKind::Question
                            | ClauseKind::Infinitive
                            | ClauseKind::Gerund
                    )
                })
                .and_then(|clause| clause.parent)
            else {
                break;
            };
            at = above;
        }
        at
    }

    fn participle(&mut self, index: usize) {
        let before = self.before(index);
        let noun = match before.and_then(|at| self.kind(at)) {
            Some(PhraseKind::Noun) => before,
            Some(PhraseKind::Mark(TokenKind::Comma)) => before
                .and_then(|at| self.before(at))
                .filter(|at| self.kind(*at) == Some(PhraseKind::Noun)),
            _ => None,
        };
        let parent = self.current;
        let governor = noun.or(self.verb_of(parent));
        let id = self.open(ClauseKind::Participle, Some(parent), governor, None, index);
        self.take_verb(id, index);
    }

    fn finite(&mut self, index: usize) {
        let Some(clause) = self.clause(self.current).copied() else {
            return;
        };
        if clause.verb.is_none() {
            if clause.subject.is_none() && clause.kind == ClauseKind::Main {
                self.subject_from_list(index);
            }
            return self.take_verb(self.current, index);
        }
        if clause.inverted
            && self
                .phrase(clause.verb.map_or(0, PhraseId::index))
                .is_some_and(|verb| verb.verb.only_auxiliary)
        {
            return self.complete_inverted(index, clause.verb);
        }
        let candidate = self.subject_before(index);
        if let Some(subject) = candidate
            && subject + 1 == index
            && self.adverbial_preposition(subject).is_some()
        {
            return self.new_clause(index, subject);
        }
        let complement = candidate.is_some()
            && self.is_clause_verb(clause.verb)
            && (self.waiting_ancestor().is_none() || self.finite_follows(index));
        if !complement && let Some(waiting) = self.waiting_ancestor() {
            return self.take_verb(waiting, index);
        }
        match candidate {
            Some(subject) => self.new_clause(index, subject),
            None if self.described_subject().is_some() => {
                let subject = self.described_subject().unwrap_or(index);
                let above = self.phrase(subject).map(|phrase| phrase.clause);
                if let Some(above) = above.filter(|above| self.clause(*above).is_some_and(|clause| clause.object.map(PhraseId::index) == Some(subject))) {
                    self.with(above, |clause| clause.object = None);
                }
                self.new_clause(index, subject);
            }
            None => {
                let parent = self.current;
                let governor = self.verb_of(parent);
                let id = self.open(ClauseKind::Main, None, governor, None, index);
                self.take_verb(id, index);
            }
        }
    }

    /// Whether another finite verb comes before the next clause opens: the one that an open subject waits for.
    fn finite_follows(&self, index: usize) -> bool {
        let ahead = (index + 1..index + LIST).map_while(|at| self.phrase(at));
        let mut inside = ahead.take_while(|phrase| {
            !matches!(
                phrase.kind,
                PhraseKind::That
                    | PhraseKind::Wh
                    | PhraseKind::Subordinator
                    | PhraseKind::Coordinator
                    | PhraseKind::Mark(TokenKind::Stop | TokenKind::Semicolon)
            )
        });
        inside.any(|phrase| phrase.kind == PhraseKind::Verb && phrase.verb.finite)
    }

    /// "and a memo circulated on Monday | described": the noun of a participle that no verb has yet.
    fn described_subject(&self) -> Option<usize> {
        let clause = self.clause(self.current).filter(|clause| {
            matches!(clause.kind, ClauseKind::Participle | ClauseKind::Relative)
        })?;
        let noun = clause.governor?.index();
        let phrase = self
            .phrase(noun)
            .filter(|phrase| phrase.kind == PhraseKind::Noun && phrase.preposition.is_none())?;
        let first = phrase.owner.map_or(noun, PhraseId::index);
        let before = first.checked_sub(1)?;
        let opens = matches!(
            self.kind(before),
            Some(
                PhraseKind::Coordinator | PhraseKind::Mark(TokenKind::Comma | TokenKind::Semicolon)
            )
        ) || (self.kind(before) == Some(PhraseKind::Verb)
            && is_that_verb(self.verb_lemma(before)));
        opens.then_some(noun)
    }

    /// "In Moscow on Monday Hamas and …": nothing took the subject's place because the last noun phrase was governed.
    fn subject_from_list(&mut self, index: usize) {
        let Some(before) = self.before(index) else {
            return;
        };
        let free = self.phrase(before).is_some_and(|phrase| {
            phrase.kind == PhraseKind::Noun
                && phrase.preposition.is_none()
                && phrase.apposition.is_none()
        });
        if free
            && self
                .phrase(before)
                .is_some_and(|phrase| phrase.clause == self.current)
        {
            self.with(self.current, |clause| {
                clause.subject = Some(PhraseId::new(before))
            });
        }
    }

    /// "Nor would | it | hear": the main verb joins its auxiliary.
    fn complete_inverted(&mut self, index: usize, auxiliary: Option<PhraseId>) {
        let before = auxiliary
            .and_then(|id| self.phrase(id.index()))
            .map(|phrase| phrase.verb);
        let negative = auxiliary.is_some_and(|id| {
            let start = self.phrase(id.index()).map_or(0, |phrase| phrase.start);
            (start.saturating_sub(2)..start).any(|at| {
                self.words
                    .get(at)
                    .is_some_and(|word| word.word.readings.any(Readings::NEGATIVE))
            })
        });
        if let (Some(before), Some(phrase)) = (before, self.phrases.get_mut(index)) {
            phrase.verb.modal = phrase.verb.modal.or(before.modal);
            phrase.verb.negated |= before.negated || negative;
            phrase.verb.past |= before.past;
            phrase.verb.perfect |= before.perfect;
            // With *have* the participle is active, with *be* passive.
            phrase.verb.passive &= !before.perfect;
            phrase.verb.participle = false;
            phrase.verb.finite = true;
        }
        self.take_verb(self.current, index);
    }

    fn is_clause_verb(&self, verb: Option<PhraseId>) -> bool {
        verb.is_some_and(|verb| is_that_verb(self.verb_lemma(verb.index())))
    }

    /// An open clause above that has its subject but no verb yet.
    fn waiting_ancestor(&self) -> Option<ClauseId> {
        let mut at = self.clause(self.current)?.parent;
        for _ in 0..DEPTH {
            let id = at?;
            let clause = self.clause(id)?;
            // "Whether talking | will achieve", "To isolate it | could": the clause below is the subject.
            let sentential = matches!(clause.kind, ClauseKind::Question | ClauseKind::Main)
                && self.clause(self.current).is_some_and(|below| {
                    below.parent == Some(id)
                        && matches!(
                            below.kind,
                            ClauseKind::Infinitive | ClauseKind::Participle | ClauseKind::Gerund
                        )
                        && below.start.index() <= clause.start.index() + 1
                });
            if clause.verb.is_none()
                && (clause.subject.is_some() || clause.kind == ClauseKind::Relative || sentential)
            {
                return Some(id);
            }
            at = clause.parent;
        }
        None
    }

    /// The noun phrase that can be the subject of a verb at `index`: the last free one, with what hangs on it.
    fn subject_before(&self, index: usize) -> Option<usize> {
        let verb = self.clause(self.current)?.verb?.index();
        let mut at = index;
        let mut found = None;
        while at > verb + 1 {
            at -= 1;
            let phrase = self.phrase(at)?;
            match phrase.kind {
                PhraseKind::Noun if phrase.owns => {}
                PhraseKind::Noun if phrase.preposition.is_some() && phrase.conjunct.is_none() => {
                    if self.adverbial_preposition(at).is_some() && found.is_none() {
                        return Some(at);
                    }
                }
                PhraseKind::Noun => {
                    found = Some(at);
                    if phrase.conjunct.is_none() {
                        return found;
                    }
                    // "and China abstained": after a coordinator a new subject; a longer list is followed back.
                    if self.kind(at.wrapping_sub(1)) == Some(PhraseKind::Coordinator) {
                        return found;
                    }
                }
                PhraseKind::Adverb
                | PhraseKind::Preposition
                | PhraseKind::Other
                | PhraseKind::Adjective
                | PhraseKind::Coordinator => {}
                PhraseKind::Mark(
                    TokenKind::QuoteOpen
                    | TokenKind::QuoteClose
                    | TokenKind::Mark
                    | TokenKind::BracketClose
                    | TokenKind::BracketOpen,
                ) => {}
                _ => return found,
            }
        }
        found
    }

    /// The preposition over a noun phrase that may as well open a clause: "as Washington does".
    fn adverbial_preposition(&self, at: usize) -> Option<usize> {
        let preposition = self.phrase(at)?.preposition?;
        matches!(
            self.text(preposition),
            "as" | "before" | "after" | "since" | "until" | "than"
        )
        .then_some(preposition)
    }

    /// A finite verb with a subject of its own after a clause that has both.
    fn new_clause(&mut self, index: usize, subject: usize) {
        let first = self
            .phrase(subject)
            .and_then(|phrase| phrase.owner)
            .map_or(subject, PhraseId::index);
        // "said 2,300 letters and emails | had been received": the whole list is the subject.
        let listed = self.list_said(subject);
        let subject = listed.unwrap_or(subject);
        let first = listed.map_or(first, |subject| {
            self.phrase(subject)
                .and_then(|phrase| phrase.owner)
                .map_or(subject, PhraseId::index)
        });
        let before = first.checked_sub(1);
        let coordinator = self
            .phrase(subject)
            .is_some_and(|phrase| phrase.conjunct.is_some())
            || before.is_some_and(|at| self.kind(at) == Some(PhraseKind::Coordinator));
        let adverbial = self.adverbial_preposition(subject);
        let comma = self.is_mark(before, TokenKind::Comma)
            || self.is_mark(before, TokenKind::QuoteClose)
            || self.is_mark(before, TokenKind::Dash);
        let parent = self.current;
        if self
            .clause(parent)
            .is_some_and(|clause| clause.object.map(PhraseId::index) == Some(subject))
        {
            self.with(parent, |clause| clause.object = None);
        }
        if self
            .clause(parent)
            .is_some_and(|clause| clause.predicate.map(PhraseId::index) == Some(subject))
        {
            self.with(parent, |clause| clause.predicate = None);
        }
        let id = if coordinator {
            self.coordinate_clause(first)
        } else if adverbial.is_some() {
            self.open(ClauseKind::Adverbial, Some(parent), None, adverbial, first)
        } else if comma {
            let governor = None;
            self.open(ClauseKind::Main, None, governor, None, first)
        } else {
            let governor = self.verb_of(parent);
            self.open(ClauseKind::Complement, Some(parent), governor, None, first)
        };
        for phrase in self.phrases.get_mut(first..index).unwrap_or_default() {
            phrase.clause = id;
        }
        if let Some(phrase) = self.phrases.get_mut(subject) {
            phrase.conjunct = None;
            phrase.preposition = None;
            phrase.noun = None;
        }
        self.with(id, |clause| clause.subject = Some(PhraseId::new(subject)));
        self.take_verb(id, index);
    }

    /// The first noun phrase of a list that ends in `subject`, where a verb of saying has it for its object.
    fn list_said(&self, subject: usize) -> Option<usize> {
        let clause = self.clause(self.current)?;
        let object = clause.object?.index();
        let said = clause
            .verb
            .is_some_and(|verb| is_that_verb(self.verb_lemma(verb.index())));
        let mut at = subject;
        for _ in 0..DEPTH {
            at = self.phrase(at)?.conjunct?.index();
            if at == object {
                return said.then_some(object);
            }
        }
        None
    }

    /// "… and China abstained": beside the nearest finite clause, at its height.
    fn coordinate_clause(&mut self, first: usize) -> ClauseId {
        let beside = self.nearest_finite();
        let model = beside.and_then(|id| self.clause(id)).copied();
        match model {
            Some(clause)
                if matches!(clause.kind, ClauseKind::Complement | ClauseKind::Adverbial) =>
            {
                self.open(
                    clause.kind,
                    clause.parent,
                    clause.governor.map(PhraseId::index),
                    clause.marker,
                    first,
                )
            }
            // "which the Americans wrote and Russia vetoed"
            Some(clause)
                if clause.kind == ClauseKind::Relative
                    && clause.subject.is_some()
                    && clause.object.is_none()
                    && !self.is_mark(first.checked_sub(2), TokenKind::Comma) =>
            {
                self.open(
                    clause.kind,
                    clause.parent,
                    clause.governor.map(PhraseId::index),
                    clause.marker,
                    first,
                )
            }
            _ => self.open(ClauseKind::Main, None, None, None, first),
        }
    }

    fn nearest_finite(&self) -> Option<ClauseId> {
        let mut at = Some(self.current);
        for _ in 0..DEPTH {
            let id = at?;
            let clause = self.clause(id)?;
            let finite = clause
                .verb
                .and_then(|verb| self.phrase(verb.index()))
                .is_some_and(|phrase| phrase.verb.finite || phrase.verb.modal.is_some());
            if finite {
                return Some(id);
            }
            at = clause.parent;
        }
        None
    }

    /// "… and | block it": a second verb with the subject, and the height, of the first of its kind.
    fn coordinated_verb(&mut self, index: usize) {
        let Some(verb) = self.phrase(index).map(|phrase| phrase.verb) else {
            return;
        };
        if self
            .clause(self.current)
            .is_some_and(|clause| clause.verb.is_none())
        {
            return self.take_verb(self.current, index);
        }
        if let Some(first) = self.speech_beside(index) {
            return self.beside(index, first);
        }
        let bare = self
            .tags
            .get(self.phrase(index).map_or(0, |phrase| phrase.head))
            == Some(&Tag::Base)
            && verb.modal.is_none()
            && !verb.infinitive;
        let mut at = Some(self.current);
        let mut found = None;
        for _ in 0..DEPTH {
            let Some((id, clause)) = at.and_then(|id| self.clause(id).map(|clause| (id, *clause)))
            else {
                break;
            };
            let Some(other) = clause
                .verb
                .and_then(|verb| self.phrase(verb.index()))
                .map(|phrase| (phrase.verb, phrase.head))
            else {
                break;
            };
            let same = if bare {
                other.0.infinitive
                    || other.0.modal.is_some()
                    || self.tags.get(other.1) == Some(&Tag::Base)
            } else {
                (verb.ing && !verb.finite && other.0.ing)
                    || (verb.participle && other.0.passive)
                    || (verb.infinitive && other.0.infinitive)
                    || (verb.finite && other.0.finite && !verb.infinitive)
            };
            if same {
                found = Some(id);
                break;
            }
            at = clause.parent;
        }
        match found {
            Some(first) => self.beside(index, first),
            None if verb.infinitive => self.infinitive(index),
            None if verb.ing && !verb.finite => self.gerund(index),
            None if verb.participle => self.participle(index),
            None => {
                let first = self.nearest_finite().unwrap_or(self.current);
                self.beside(index, first);
            }
        }
    }

    /// "said it was over and | called on others": a verb of saying stands beside the verb of saying, not beside what was said.
    fn speech_beside(&self, index: usize) -> Option<ClauseId> {
        let verb = self.phrase(index)?.verb;
        if !verb.finite || !is_speech_verb(self.verb_lemma(index)) {
            return None;
        }
        let mut at = self.clause(self.current)?.parent;
        for _ in 0..DEPTH {
            let id = at?;
            let clause = self.clause(id)?;
            let other = clause.verb?;
            let same = self.phrase(other.index()).is_some_and(|phrase| {
                phrase.verb.finite
                    && (phrase.verb.past == verb.past || phrase.verb.perfect)
                    && phrase.verb.modal.is_none()
            });
            if same && is_speech_verb(self.verb_lemma(other.index())) {
                return Some(id);
            }
            at = clause.parent;
        }
        None
    }

    fn beside(&mut self, index: usize, first: ClauseId) {
        let Some(model) = self.clause(first).copied() else {
            return;
        };
        let id = self.open(
            model.kind,
            model.parent,
            model.governor.map(PhraseId::index),
            model.marker,
            index,
        );
        let shared = model
            .verb
            .and_then(|verb| self.phrase(verb.index()))
            .map(|phrase| phrase.verb);
        self.with(id, |clause| clause.coordinated = Some(first));
        if let (Some(shared), Some(phrase)) = (shared, self.phrases.get_mut(index)) {
            let bare =
                !phrase.verb.finite || (phrase.verb.modal.is_none() && shared.modal.is_some());
            if bare {
                phrase.verb.modal = phrase.verb.modal.or(shared.modal);
                phrase.verb.infinitive |= shared.infinitive;
                phrase.verb.passive |= phrase.verb.participle && shared.passive;
            }
        }
        self.take_verb(id, index);
    }
}

/// Verbs of saying and of judging: beside one of them stands another ("said … and insisted").
pub(super) fn is_speech_verb(lemma: &str) -> bool {
    is_that_verb(lemma)
        || matches!(
            lemma,
            "accuse"
                | "blame"
                | "criticise"
                | "criticize"
                | "praise"
                | "dispute"
                | "reject"
                | "call"
                | "dismiss"
                | "denounce"
                | "condemn"
                | "defend"
                | "welcome"
                | "cite"
                | "describe"
                | "support"
                | "oppose"
                | "back"
                | "endorse"
                | "refuse"
                | "decline"
                | "vow"
                | "question"
                | "challenge"
                | "attack"
                | "slam"
                | "blast"
                | "point"
                | "discuss"
                | "offer"
                | "want"
                | "thank"
                | "wonder"
                | "encourage"
                | "invite"
                | "regret"
        )
}

/// Verbs after which a clause may follow without *that*.
pub(super) fn is_that_verb(lemma: &str) -> bool {
    matches!(
        lemma,
        "say"
            | "think"
            | "believe"
            | "claim"
            | "insist"
            | "argue"
            | "know"
            | "hope"
            | "fear"
            | "suggest"
            | "announce"
            | "add"
            | "warn"
            | "tell"
            | "feel"
            | "suppose"
            | "hold"
            | "maintain"
            | "report"
            | "note"
            | "admit"
            | "acknowledge"
            | "concede"
            | "deny"
            | "complain"
            | "predict"
            | "promise"
            | "vow"
            | "pledge"
            | "swear"
            | "explain"
            | "agree"
            | "confirm"
            | "contend"
            | "declare"
            | "state"
            | "show"
            | "find"
            | "estimate"
            | "expect"
            | "decide"
            | "conclude"
            | "ensure"
            | "guess"
            | "wish"
            | "assume"
            | "allege"
            | "reckon"
            | "understand"
            | "mean"
            | "repeat"
            | "stress"
            | "remark"
            | "observe"
            | "write"
            | "assert"
            | "recall"
            | "reply"
            | "respond"
            | "reveal"
            | "indicate"
            | "imply"
            | "imagine"
            | "hear"
            | "learn"
            | "realise"
            | "realize"
            | "remember"
            | "see"
            | "worry"
            | "doubt"
            | "propose"
            | "demand"
            | "request"
            | "require"
            | "recommend"
            | "urge"
            | "ask"
            | "order"
            | "prefer"
            | "reiterate"
            | "emphasise"
            | "emphasize"
            | "underline"
            | "testify"
            | "consider"
            | "notice"
            | "boast"
            | "joke"
            | "tweet"
            | "confess"
            | "caution"
            | "counter"
            | "retort"
            | "speculate"
            | "suspect"
            | "calculate"
            | "prove"
            | "signal"
            | "appeal"
            | "inform"
            | "remind"
            | "assure"
            | "persuade"
            | "convince"
            | "notify"
    )
}

/// Verbs with an addressee before the clause: "told reporters that".
fn is_addressing_verb(lemma: &str) -> bool {
    matches!(
        lemma,
        "tell"
            | "warn"
            | "remind"
            | "inform"
            | "assure"
            | "persuade"
            | "convince"
            | "notify"
            | "promise"
            | "show"
            | "ask"
            | "advise"
            | "teach"
            | "reassure"
            | "caution"
            | "alert"
            | "brief"
    )
}

/// Verbs and nouns whose addressee stands after a preposition and does what the infinitive says: "called on Israel to".
fn is_appeal(lemma: &str) -> bool {
    matches!(
        lemma,
        "call"
            | "appeal"
            | "plead"
            | "look"
            | "rely"
            | "count"
            | "depend"
            | "prevail"
            | "press"
            | "pressure"
            | "push"
            | "pray"
            | "sign"
            | "signal"
            | "turn"
            | "shout"
            | "demand"
            | "request"
            | "order"
            | "invitation"
            | "plea"
    )
}

fn is_asking_verb(lemma: &str) -> bool {
    matches!(
        lemma,
        "ask"
            | "wonder"
            | "see"
            | "know"
            | "say"
            | "question"
            | "doubt"
            | "decide"
            | "consider"
            | "check"
            | "inquire"
            | "enquire"
            | "determine"
            | "learn"
    )
}

fn is_copular_verb(lemma: &str) -> bool {
    matches!(
        lemma,
        "become"
            | "remain"
            | "seem"
            | "appear"
            | "look"
            | "sound"
            | "prove"
            | "stay"
            | "constitute"
            | "represent"
            | "form"
            | "feel"
    )
}

/// Nouns that take a clause with *that*: "the claim that".
fn is_that_noun(lemma: &str) -> bool {
    matches!(
        lemma,
        "claim"
            | "fact"
            | "regret"
            | "surprise"
            | "dismay"
            | "anger"
            | "worry"
            | "anxiety"
            | "speculation"
            | "consensus"
            | "guess"
            | "hunch"
            | "testimony"
            | "denial"
            | "alarm"
            | "relief"
            | "optimism"
            | "suspicion"
            | "perception"
            | "theory"
            | "ruling"
            | "revelation"
            | "boast"
            | "hope"
            | "belief"
            | "view"
            | "statement"
            | "report"
            | "allegation"
            | "conviction"
            | "idea"
            | "warning"
            | "demand"
            | "request"
            | "insistence"
            | "sign"
            | "evidence"
            | "fear"
            | "assertion"
            | "argument"
            | "suggestion"
            | "accusation"
            | "assurance"
            | "guarantee"
            | "promise"
            | "pledge"
            | "proposal"
            | "expectation"
            | "feeling"
            | "sense"
            | "impression"
            | "assumption"
            | "conclusion"
            | "admission"
            | "acknowledgement"
            | "confirmation"
            | "indication"
            | "concern"
            | "doubt"
            | "complaint"
            | "rumour"
            | "rumor"
            | "news"
            | "announcement"
            | "declaration"
            | "condition"
            | "possibility"
            | "chance"
            | "risk"
            | "danger"
            | "confidence"
            | "contention"
            | "message"
            | "principle"
            | "opinion"
            | "charge"
            | "notion"
            | "thesis"
            | "proof"
            | "requirement"
            | "understanding"
            | "prediction"
            | "reminder"
            | "reply"
            | "answer"
            | "objection"
            | "finding"
            | "recognition"
            | "realisation"
            | "realization"
            | "prospect"
            | "threat"
            | "appeal"
            | "call"
            | "recommendation"
    )
}

/// Nouns that take an infinitive: "the decision to".
pub(crate) fn is_infinitive_noun(lemma: &str) -> bool {
    matches!(
        lemma,
        "attempt"
            | "decision"
            | "plan"
            | "request"
            | "call"
            | "move"
            | "effort"
            | "resolution"
            | "right"
            | "bid"
            | "vow"
            | "refusal"
            | "readiness"
            | "willingness"
            | "ability"
            | "inability"
            | "opportunity"
            | "proposal"
            | "promise"
            | "pledge"
            | "intention"
            | "desire"
            | "wish"
            | "failure"
            | "offer"
            | "agreement"
            | "campaign"
            | "demand"
            | "need"
            | "reason"
            | "chance"
            | "threat"
            | "determination"
            | "commitment"
            | "reluctance"
            | "duty"
            | "obligation"
            | "power"
            | "motion"
            | "vote"
            | "invitation"
            | "appeal"
            | "order"
            | "permission"
            | "capacity"
            | "push"
            | "drive"
            | "initiative"
            | "scheme"
            | "way"
            | "aim"
            | "goal"
            | "ambition"
            | "tendency"
            | "draft"
            | "bill"
            | "deal"
            | "pressure"
            | "eagerness"
            | "mission"
            | "step"
            | "measure"
            | "authority"
            | "freedom"
            | "time"
            | "place"
            | "mandate"
            | "project"
            | "choice"
            | "option"
            | "unwillingness"
            | "inclination"
            | "recommendation"
            | "instruction"
            | "process"
            | "role"
            | "task"
            | "job"
            | "strategy"
            | "policy"
            | "operation"
            | "fight"
            | "struggle"
            | "preparation"
            | "temptation"
            | "consent"
            | "courage"
            | "incentive"
    )
}
