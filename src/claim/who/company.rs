//! Company: who does the same as a subject, and which of several is meant.

use super::party::LOOK;
use crate::clause::{Clause, ClauseId, ClauseKind, Phrase, PhraseId, PhraseKind, Tag, View};
use crate::span::Span;
use crate::token::{Readings, TokenKind, Usage};

/// How many phrases from the subject, or from the head of the sentence, one who is likened to it stands.
const BESIDE: usize = 5;

impl View {
    /// "Many states cut ties with it, | including Chile": where those among the many that are a subject are named behind a comma, and nothing between is of
    /// many, or names its like.
    pub(super) fn named_behind(&self, many: PhraseId) -> Option<usize> {
        let last = self.phrases.len().min(many.index() + LOOK);
        let comma = (many.index() + 1..last).find(|at| {
            self.phrases
                .get(*at)
                .is_some_and(|phrase| phrase.kind == PhraseKind::Mark(TokenKind::Comma))
        })?;
        let told = self.phrases.get(many.index() + 1..comma)?;
        let verb = |phrase: &Phrase| phrase.kind == PhraseKind::Verb && phrase.verb.finite;
        let several = |phrase: &Phrase| {
            phrase.kind == PhraseKind::Noun
                && self.tags.get(phrase.head) == Some(&Tag::Plural)
                && self
                    .word(phrase.head)
                    .readings
                    .any(Readings::HUMAN | Readings::GROUP)
        };
        let at = self.phrases.get(comma)?.end;
        let names = matches!(
            (self.marker_text(at), self.marker_text(at + 1)),
            ("including", _) | ("among", "them")
        );
        (names
            && told.iter().filter(|phrase| verb(phrase)).count() == 1
            && !told.iter().any(several))
        .then_some(at)
    }

    /// "one of the members of the bloc that do not recognise it": the members are meant, and not the bloc that comes last.
    pub(in crate::claim) fn member_of(&self, clause: ClauseId, subject: PhraseId) -> PhraseId {
        let inside = self.clause(clause).is_some_and(|clause| {
            matches!(clause.kind, ClauseKind::Relative | ClauseKind::Infinitive)
                && clause.governor == Some(subject)
        });
        let whole = self
            .phrase(subject)
            .filter(|phrase| inside && self.is_behind(phrase, "of"));
        let member = |id: &PhraseId| {
            self.phrase(*id).is_some_and(|phrase| {
                matches!(
                    self.noun_text(phrase.head),
                    "member" | "country" | "state" | "government" | "nation" | "power" | "capital"
                )
            })
        };
        whole
            .and_then(|phrase| phrase.noun)
            .filter(member)
            .unwrap_or(subject)
    }

    /// "no country but Turkey", "nobody except Turkey": the one that does it, where all others are denied.
    pub(in crate::claim) fn excepted(&self, id: PhraseId) -> Option<PhraseId> {
        self.left_out(id).filter(|_| self.denies_all(id))
    }

    /// "no country", "nobody".
    pub(in crate::claim) fn denies_all(&self, id: PhraseId) -> bool {
        self.phrase(id)
            .is_some_and(|all| denies_all(self.marker_text(all.start)))
    }

    /// "all but Turkey", "no country but Turkey", "every member except Turkey": who is named as not like the others.
    pub(in crate::claim) fn left_out(&self, id: PhraseId) -> Option<PhraseId> {
        let all = self.phrase(id)?;
        let first = self.marker_text(all.start);
        let whole = matches!(first, "all" | "every" | "everybody" | "everyone" | "each");
        if !(whole || denies_all(first)) {
            return None;
        }
        let joined = self.conjuncts(id).nth(1).filter(|other| {
            let before = self
                .phrase(*other)
                .and_then(|other| other.start.checked_sub(1));
            before.is_some_and(|at| self.marker_text(at) == "but")
        });
        joined.or_else(|| {
            self.prepositional(id, |text| matches!(text, "except" | "but" | "save"))
                .next()
                .or_else(|| {
                    // "no state other than | Turkey", "no state apart from | Turkey"
                    let word = |at: usize| self.marker_text(all.end + at);
                    let other = matches!(
                        (word(0), word(1)),
                        ("other", "than") | ("apart", "from") | ("aside", "from")
                    );
                    self.phrase_at(all.end + 2).filter(|_| other)
                })
        })
    }

    /// "brought the rebels together | with the envoys": those who are brought to each other do nothing.
    fn brings_together(&self, clause: ClauseId, with: usize) -> bool {
        let verb = self.verb_group(clause).map(|verb| verb.head);
        let brings = verb.is_some_and(|head| {
            matches!(
                self.verb_text(head),
                "bring" | "put" | "get" | "call" | "draw" | "gather" | "throw" | "seat" | "sit"
            )
        });
        let behind_object = self
            .object(clause)
            .and_then(|object| self.phrase(object))
            .is_some_and(|object| object.end + 1 == with);
        brings && behind_object
    }

    /// "Peru, which shut its embassy, | kept silent, as did Chile": whether a deed is told in a relative clause whose noun does something else before `at`.
    pub(in crate::claim) fn is_told_aside(&self, deed: Span, at: Span) -> bool {
        let verb = |clause: &Clause| clause.verb.map(|verb| self.phrase_span(verb));
        let aside = |clause: &Clause| {
            clause.kind == ClauseKind::Relative && verb(clause).is_some_and(|it| it.overlaps(deed))
        };
        let goes_on = |clause: &Clause| {
            let between = |it: Span| it.start() >= deed.end() && it.end() <= at.start();
            clause.kind == ClauseKind::Main && verb(clause).is_some_and(between)
        };
        self.clauses.iter().any(aside) && self.clauses.iter().any(goes_on)
    }

    /// Who does the same as the subject: "as did Belarus", "together with Cuba and Syria".
    pub(in crate::claim) fn joined_to(&self, clause: ClauseId) -> Vec<PhraseId> {
        // "Turkey, together with Russia, monitors it": behind the subject or behind the verb.
        let verb = self.clause(clause).and_then(|clause| clause.verb);
        let start = self
            .subject(clause)
            .filter(|subject| Some(*subject) < verb)
            .or(verb)
            .map_or(0, PhraseId::index);
        let told = verb.map_or_else(Span::default, |verb| self.phrase_span(verb));
        let is = |at: usize, text: &str| self.marker_text(at) == text;
        let company = |id: &PhraseId| {
            let Some(phrase) = self.phrase(*id) else {
                return false;
            };
            let with = phrase.preposition.is_some_and(|at| {
                let before = || {
                    at.checked_sub(1)
                        .map(|before| self.marker_text(before))
                        .unwrap_or_default()
                };
                (is(at, "with")
                    && matches!(before(), "together" | "along")
                    && !self.brings_together(clause, at))
                    || is(at, "alongside")
            });
            let did = phrase.start >= 2
                && is(phrase.start - 2, "as")
                && matches!(
                    self.marker_text(phrase.start - 1),
                    "did" | "does" | "do" | "has" | "have" | "had"
                );
            let did = did && !self.is_told_aside(told, self.phrase_span(*id));
            let home = phrase.clause == clause || Some(*id) > verb;
            (with && !self.is_of_another(clause, *id) || did) && home
        };
        (start + 1..self.phrases.len().min(start + LOOK))
            .map(PhraseId::new)
            .filter(|id| {
                self.phrase(*id)
                    .is_some_and(|phrase| phrase.kind == PhraseKind::Noun)
            })
            .filter(company)
            .chain(self.joined_in(clause))
            .chain(self.likened_to(clause))
            .chain(self.done_before(clause))
            .collect()
    }

    /// "asked that Chile be a member, | together with Peru": whether a clause with a subject of its own stands between, whose company it is.
    fn is_of_another(&self, id: ClauseId, with: PhraseId) -> bool {
        let verb = self.clause(id).and_then(|clause| clause.verb);
        (0..self.clauses.len()).map(ClauseId::new).any(|at| {
            let said = self.clause(at).is_some_and(|clause| {
                clause.parent == Some(id)
                    && matches!(
                        clause.kind,
                        ClauseKind::Complement | ClauseKind::Question | ClauseKind::Infinitive
                    )
            });
            said && self
                .subject(at)
                .is_some_and(|own| Some(own) > verb && own < with)
        })
    }

    /// "Spain recognised it, as Sweden had done in 2014": who is told to have done what a clause tells. Of what a clause denies nobody can say who did what.
    fn done_before(&self, id: ClauseId) -> Option<PhraseId> {
        let verb = self.verb_group(id)?;
        if !verb.verb.finite || verb.verb.negated {
            return None;
        }
        let did = |clause: &Clause| {
            let as_done = clause.kind == ClauseKind::Adverbial
                && clause.parent == Some(id)
                && clause.marker.is_some_and(|at| self.marker_text(at) == "as");
            if !as_done {
                return false;
            }
            let verb = clause.verb.and_then(|verb| self.phrase(verb));
            let alone = verb.is_some_and(|verb| {
                let auxiliary = verb.verb.only_auxiliary && verb.verb.modal.is_none();
                let do_or_have = matches!(self.tags.get(verb.head), Some(Tag::Do | Tag::Have));
                !verb.verb.negated
                    && (self.marker_text(verb.head) == "done" || auxiliary && do_or_have)
            });
            // "as Peru did on Abkhazia" compares something else than the time.
            let end = verb.map_or(0, |verb| verb.end);
            let timed = match self.tags.get(end) {
                None | Some(Tag::Mark | Tag::Adverb | Tag::Coordinator) => true,
                Some(Tag::Preposition) => {
                    self.tags.get(end + 1) == Some(&Tag::Number)
                        || self.usage(end + 1).any(Usage::DATE)
                }
                _ => matches!(self.marker_text(end), "before" | "last" | "earlier"),
            };
            alone && timed && clause.object.is_none()
        };
        let behind = self.clauses.iter().skip(id.index() + 1);
        behind
            .take(LOOK)
            .find(|clause| did(clause))
            .and_then(|clause| clause.subject)
    }

    /// "Peru, like Chile, recognised it", "Like Chile, Peru recognised it", "Together with Chile, Peru …": whom commas set beside the subject as one that does the same.
    fn likened_to(&self, id: ClauseId) -> Option<PhraseId> {
        let subject = self.clause(id)?.subject?;
        let comma = |token: Option<usize>| {
            let token = token.and_then(|at| self.tokens.get(at));
            token.is_some_and(|token| token.kind == TokenKind::Comma)
        };
        let beside = |other: PhraseId, inside: bool| {
            let phrase = self.phrase(other)?;
            let at = phrase.preposition?;
            let before = at.checked_sub(1);
            let with = matches!(self.marker_text(at), "with")
                && before.is_some_and(|at| matches!(self.marker_text(at), "together" | "along"));
            let likened = match self.marker_text(at) {
                // "just like Chile"
                "like" => true,
                // Behind the subject company is found without commas, too.
                "alongside" => !inside,
                _ => with && !inside,
            };
            let adverb = usize::from(
                with || before.is_some_and(|at| self.tags.get(at) == Some(&Tag::Adverb)),
            );
            let opens = (at - adverb.min(at)).checked_sub(1);
            let opened = if inside {
                comma(opens)
            } else {
                opens.is_none()
            };
            let last = self.conjuncts(other).last().unwrap_or(other);
            let end = self.phrase(last)?.end;
            let closed = inside || comma(Some(end));
            (likened && opened && closed && phrase.kind == PhraseKind::Noun).then_some(other)
        };
        let last = self.conjuncts(subject).last()?.index();
        let behind = (last + 1..last + BESIDE).find_map(|at| beside(PhraseId::new(at), true));
        behind.or_else(|| {
            let front = (0..subject.index().min(BESIDE)).map(PhraseId::new);
            front.into_iter().find_map(|other| beside(other, false))
        })
    }

    /// "Belarus joined Cuba in | voting against it": whom the subject joined.
    fn joined_in(&self, id: ClauseId) -> Option<PhraseId> {
        let gerund = self
            .clause(id)
            .filter(|clause| clause.kind == ClauseKind::Gerund)?;
        let by_in = gerund.marker.is_some_and(|at| self.marker_text(at) == "in");
        let above = gerund.parent?;
        let verb = self.verb_group(above)?;
        // "refused to follow Cuba in recognising it": what is said of the subject alone isn't said of Cuba.
        let refused = verb.verb.infinitive || verb.verb.negated;
        // "was joined by Peru | in calling for it"
        let joined_by = || {
            let joins = self.is_passive(above) && self.verb_text(verb.head) == "join";
            joins.then(|| self.agent(above)).flatten()
        };
        if !by_in || refused {
            return None;
        }
        match self.joins_others(above) {
            true => self.object(above),
            false => joined_by(),
        }
    }
}

/// Whether the first word of a noun phrase says that it is nobody.
fn denies_all(first: &str) -> bool {
    matches!(first, "no" | "none" | "nobody" | "no-one")
}
