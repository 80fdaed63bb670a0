//! Subjects that are unsaid: of an infinitive, a gerund, a participle, a relative clause, and who is behind a deed that a noun names.

use super::role::DEPTH;
use super::{Clause, ClauseId, ClauseKind, Phrase, PhraseId, PhraseKind, Tag, View};
use crate::token::{Marker, Readings, TokenKind, Usage};

/// How many clauses behind a participle that opens a sentence its main clause is looked for.
const BEHIND: usize = 4;

/// How many phrases behind what is judged the verdict is looked for.
const VERDICT: usize = 8;

impl View {
    /// The grammatical subject, worked out where it is unsaid: an infinitive and a gerund share it with the clause above or take
    /// that one's object, a relative clause has its noun, a coordinated verb the first verb's.
    pub(crate) fn subject(&self, id: ClauseId) -> Option<PhraseId> {
        self.subject_within(id, DEPTH)
    }

    pub(super) fn subject_within(&self, id: ClauseId, depth: usize) -> Option<PhraseId> {
        let clause = self.clause(id)?;
        if clause.subject.is_some() || depth == 0 {
            return clause.subject;
        }
        if let Some(first) = clause.coordinated {
            return self.subject_within(first, depth - 1);
        }
        let parent = clause.parent?;
        match clause.kind {
            ClauseKind::Infinitive => self.controller(clause, parent, depth),
            ClauseKind::Gerund => self.gerund_subject(clause, parent, depth),
            // "wants the siege of Gaza lifted": what is to be lifted is the object, whatever noun comes last.
            ClauseKind::Participle if self.wants_done(parent, clause) => self.object(parent),
            ClauseKind::Participle if self.passes_time(parent, clause) => {
                self.subject_within(parent, depth - 1)
            }
            ClauseKind::Participle => match clause.governor.and_then(|id| self.phrase(id)) {
                // "with Peru and Chile | voting against"
                Some(governor)
                    if governor.conjunct.is_some() && self.is_behind(governor, "with") =>
                {
                    clause.governor.map(|last| self.first_conjunct(last))
                }
                // "opposes the siege of Homs | being lifted"
                Some(governor)
                    if governor.kind == PhraseKind::Noun
                        && (clause.verb.and_then(|verb| self.phrase(verb)))
                            .is_some_and(|verb| self.marker_text(verb.start) == "being") =>
                {
                    clause.governor.map(|noun| self.whole_noun(noun))
                }
                Some(governor) if governor.kind == PhraseKind::Noun => {
                    self.people_of(governor, clause).or(clause.governor)
                }
                // "before declaring", "while imposing": the subject of the sentence.
                _ => match clause.marker {
                    Some(marker) if !self.is_meanwhile(marker) => {
                        self.subject_within(self.finite_above(parent), depth - 1)
                    }
                    _ => self
                        .subject_within(parent, depth - 1)
                        .or_else(|| self.subject_behind(parent, id)),
                },
            },
            // The subject is unsaid, so the pronoun is it.
            ClauseKind::Relative => clause.governor.map(|noun| self.all_joined(clause, noun)),
            _ => None,
        }
    }

    /// "Refusing to recognise it, | Norway left": of the clause behind the comma, where the participle stands in one without a verb.
    fn subject_behind(&self, around: ClauseId, participle: ClauseId) -> Option<PhraseId> {
        self.clause(around).filter(|clause| clause.verb.is_none())?;
        let behind = (participle.index() + 1..self.clauses.len())
            .take(BEHIND)
            .map(ClauseId::new);
        let mut mains = behind.filter_map(|id| self.clause(id));
        // "Recognising it, the minister said, amounts to": whoever says so doesn't do it.
        let says = |clause: &Clause| {
            let verb = clause.verb.and_then(|verb| self.phrase(verb));
            verb.is_some_and(|verb| self.usage(verb.head).any(Usage::SPEECH))
        };
        mains
            .find(|clause| clause.kind == ClauseKind::Main && clause.verb.is_some())
            .filter(|clause| !says(clause))
            .and_then(|clause| clause.subject)
    }

    /// "spent the week | telling reporters that": no time does what fills it.
    fn passes_time(&self, parent: ClauseId, participle: &Clause) -> bool {
        let time = participle
            .governor
            .filter(|id| self.object(parent) == Some(*id))
            .and_then(|id| self.phrase(id));
        let verb = participle.verb.and_then(|verb| self.phrase(verb));
        // "marked the day ending the siege": only who fills it does so.
        let fills = self
            .verb_group(parent)
            .is_some_and(|verb| matches!(self.verb_text(verb.head), "spend" | "pass" | "waste"));
        fills
            && time.is_some_and(|time| self.usage(time.head).any(Usage::TIME))
            && verb.is_some_and(|verb| verb.verb.ing)
    }

    /// "gave Peru the chance to speak up | when receiving him": no comma parts what is done then from who is to do it.
    fn is_meanwhile(&self, marker: usize) -> bool {
        self.marker(marker) == Marker::When
            && (marker.checked_sub(1)).is_some_and(|at| self.tags.get(at) != Some(&Tag::Mark))
    }

    /// "opponents of Maduro | calling for it", "rallies against him | demanding it": those many who do it, and not the name that comes last.
    fn people_of(&self, named: &Phrase, participle: &Clause) -> Option<PhraseId> {
        let verb = participle.verb.and_then(|verb| self.phrase(verb))?;
        let name = self.tags.get(named.head) == Some(&Tag::Proper) && verb.verb.ing;
        // ", its ambassador to Delhi | calling for it": no place calls.
        let sent = named.noun.filter(|id| {
            let human = |who: &Phrase| self.word(who.head).readings.any(Readings::HUMAN);
            self.phrase(*id).is_some_and(human)
        });
        if name && sent.is_some() && (self.is_behind(named, "to") || self.is_behind(named, "in")) {
            return sent;
        }
        let many = named.noun.filter(|id| {
            self.phrase(*id)
                .is_some_and(|many| self.tags.get(many.head) == Some(&Tag::Plural))
        });
        many.filter(|_| name && (self.is_behind(named, "of") || self.is_behind(named, "against")))
    }

    /// "Sweden and Switzerland, | which have": behind a comma a plural verb goes back to all that are joined.
    fn all_joined(&self, relative: &Clause, noun: PhraseId) -> PhraseId {
        let comma = relative
            .marker
            .and_then(|at| at.checked_sub(1))
            .and_then(|at| self.tokens.get(at))
            .is_some_and(|token| token.kind == TokenKind::Comma);
        let verb = relative.verb.and_then(|verb| self.phrase(verb));
        let plural = verb.is_some_and(|verb| {
            let finite = self.marker_text(verb.start);
            matches!(finite, "have" | "are" | "were" | "do")
                || self.tags.get(verb.start) == Some(&Tag::Base)
        });
        let name = |id: PhraseId| {
            self.phrase(id)
                .is_some_and(|noun| self.tags.get(noun.head) == Some(&Tag::Proper))
        };
        if comma && plural && name(noun) {
            self.first_conjunct(noun)
        } else {
            noun
        }
    }

    /// Whether a participle is what somebody wants or sees done to the object before it: "wants it lifted".
    pub(crate) fn wants_done(&self, parent: ClauseId, participle: &Clause) -> bool {
        let Some(above) = self.clause(parent) else {
            return false;
        };
        let verb = above.verb.and_then(|verb| self.phrase(verb));
        let wants = verb.is_some_and(|verb| {
            let has = self.tags.get(verb.head) == Some(&Tag::Have) && verb.verb.only_auxiliary;
            has || self.usage(verb.head).any(Usage::WANTING_VERB)
        });
        let after = above
            .object
            .zip(participle.governor)
            .is_some_and(|(object, governor)| object <= governor);
        let past = participle
            .verb
            .and_then(|verb| self.phrase(verb))
            .is_some_and(|verb| verb.verb.passive);
        // "does not want Kenyan soldiers | watching over it", where "wants the soldiers watching over it paid" may mean those who do.
        let doing = verb.is_some_and(|verb| {
            verb.verb.negated && matches!(self.verb_text(verb.head), "want" | "like" | "tolerate")
        }) && above.object == participle.governor
            && participle
                .verb
                .and_then(|verb| self.phrase(verb))
                .is_some_and(|verb| self.tags.get(verb.head) == Some(&Tag::Ing));
        wants && after && past || doing
    }

    /// "asked Peru, its neighbour, | to", "praised Peru, its neighbour, | for": the object of a verb of such a use, where what it is called stands
    /// between commas behind it.
    pub(super) fn called_object(&self, parent: ClauseId, usage: Usage) -> Option<PhraseId> {
        let object = self.clause(parent)?.object?;
        let verb = self.verb_group(parent)?;
        let called = self.appositions(object).next().is_some();
        (called && !verb.verb.passive && self.usage(verb.head).any(usage)).then_some(object)
    }

    fn controller(&self, clause: &Clause, parent: ClauseId, depth: usize) -> Option<PhraseId> {
        // "Rather than | recognise it, Norway waited"
        let than = clause
            .marker
            .is_some_and(|at| self.marker_text(at) == "than");
        if than && clause.governor.is_none() {
            return self.subject_within(self.finite_above(parent), depth - 1);
        }
        if let Some(slow) = self.takes_time(parent, clause) {
            return Some(slow);
        }
        let governor = clause.governor?;
        let phrase = self.phrase(governor)?;
        if phrase.kind == PhraseKind::Verb {
            if let Some(object) = self.called_object(parent, Usage::OBJECT_INFINITIVE_VERB) {
                return Some(object);
            }
            let doer = self.does_all_it_can(parent).unwrap_or(parent);
            // "the time had come | to recognise it": nobody is said to.
            return self
                .subject_within(doer, depth - 1)
                .filter(|_| self.verb_text(phrase.head) != "come" || !self.is_ripe(parent));
        }
        if self.is_called_so(parent, governor) {
            return None;
        }
        // "for Peru | to recognise it", but not "for its refusal | to recognise it"
        let own = self.is_infinitive_noun(phrase)
            && (phrase.owner.is_some() || self.tags.get(phrase.start) == Some(&Tag::Possessive));
        let for_whom = self.is_behind(phrase, "for") && !own;
        // "allow the draft to pass", where "a draft to condemn it" would hang on its noun.
        let let_do = self.clause(parent).is_some_and(|above| {
            let verb = above.verb.and_then(|verb| self.phrase(verb));
            above.object == Some(governor)
                && verb.is_some_and(|verb| {
                    let usage = self.usage(verb.head);
                    usage.any(Usage::LETTING_VERB)
                        || usage.any(Usage::WANTING_VERB) && self.goes_on(clause)
                })
        });
        if self.is_infinitive_noun(phrase) && !for_whom && !let_do {
            return self.noun_holder(governor, depth);
        }
        // "promised Serbia not to recognise it": whoever promises is to do it.
        let promises = self.verb_group(parent).is_some_and(|verb| {
            !verb.verb.passive
                && matches!(
                    self.verb_text(verb.head),
                    "promise" | "vow" | "pledge" | "swear" | "threaten" | "guarantee"
                )
        });
        if (promises || self.asks_for_itself(parent, clause)) && !for_whom {
            return self.subject_within(parent, depth - 1);
        }
        if self.is_purpose(parent, phrase, clause) && !for_whom {
            return self.subject_within(parent, depth - 1);
        }
        // An object before the infinitive is its subject: "urged Israel to lift".
        Some(self.first_conjunct(governor))
    }

    /// "asked the union | to be admitted": to whoever asks it is to be done.
    fn asks_for_itself(&self, parent: ClauseId, infinitive: &Clause) -> bool {
        let done_to = infinitive
            .verb
            .and_then(|verb| self.phrase(verb))
            .is_some_and(|verb| verb.verb.passive);
        done_to
            && self.verb_group(parent).is_some_and(|verb| {
                !verb.verb.passive
                    && matches!(self.verb_text(verb.head), "ask" | "beg" | "petition")
            })
    }

    /// "the time has come"
    fn is_ripe(&self, id: ClauseId) -> bool {
        let time = self.clause(id).and_then(|clause| clause.subject);
        time.and_then(|id| self.phrase(id))
            .is_some_and(|time| matches!(self.noun_text(time.head), "time" | "hour" | "moment"))
    }

    /// "called it | a mistake to veto it", "made | no sense to veto it": what a deed is called does nothing, and nobody is said to do it.
    fn is_called_so(&self, parent: ClauseId, governor: PhraseId) -> bool {
        let Some(clause) = self.clause(parent) else {
            return false;
        };
        let noun = self.phrase(governor);
        let it = |id: Option<PhraseId>| {
            let phrase = id.and_then(|id| self.phrase(id));
            phrase.is_some_and(|phrase| self.marker_text(phrase.head) == "it")
        };
        let sense = noun.is_some_and(|noun| self.noun_text(noun.head) == "sense");
        clause.predicate == Some(governor) && it(clause.object)
            || clause.object == Some(governor) && sense && it(clause.subject)
    }

    /// "It took Peru ten years | to recognise it": who needs the time.
    pub(crate) fn takes_time(&self, parent: ClauseId, deed: &Clause) -> Option<PhraseId> {
        let clause = self.clause(parent)?;
        // "It took a word | for Peru to": whoever is to do it stands behind *for*.
        let named = deed.governor.and_then(|id| self.phrase(id));
        let named = named.is_some_and(|named| self.is_behind(named, "for"));
        let verb = self.verb_group(parent)?;
        let it = self.phrase(clause.subject?)?;
        let takes = self.verb_text(verb.head) == "take" && self.marker_text(it.head) == "it";
        clause
            .object
            .filter(|_| takes && !named && !verb.verb.passive)
    }

    /// "wants the campaign | to go on": what a thing does by itself, where "wants a campaign to help them" hangs on its noun.
    fn goes_on(&self, clause: &Clause) -> bool {
        let verb = clause.verb.and_then(|verb| self.phrase(verb));
        clause.object.is_none()
            && verb.is_some_and(|verb| {
                matches!(
                    self.verb_text(verb.head),
                    "go" | "continue" | "end" | "stop" | "cease" | "resume" | "proceed" | "fail"
                )
            })
    }

    /// "built a pier | to bring aid ashore": whoever does something to a thing has the purpose, unless the verb lets or wants the thing do it.
    fn is_purpose(&self, parent: ClauseId, object: &Phrase, infinitive: &Clause) -> bool {
        let acts = Usage::OBJECT_INFINITIVE_VERB
            .with(Usage::LETTING_VERB)
            .with(Usage::WANTING_VERB)
            .with(Usage::CAUSATIVE_VERB)
            .with(Usage::HELPING_VERB)
            .with(Usage::THAT_VERB)
            .with(Usage::SPEECH_VERB)
            .with(Usage::APPEAL_VERB)
            .with(Usage::VERDICT_VERB);
        let verb = self
            .verb_group(parent)
            .filter(|verb| !verb.verb.passive && object.preposition.is_none());
        let Some(verb) = verb else {
            return false;
        };
        let usage = self.usage(verb.head);
        // "telephoned Peru | to press for an end", "called it to demand one"
        let says = || {
            let says = infinitive.verb.and_then(|verb| self.phrase(verb));
            says.is_some_and(|verb| self.usage(verb.head).any(Usage::SPEECH))
        };
        let meets =
            usage.any(Usage::ENCOUNTER_VERB) || self.verb_text(verb.head) == "call" && says();
        let thing = matches!(self.tags.get(object.head), Some(Tag::Noun | Tag::Plural))
            && !self
                .word(object.head)
                .readings
                .any(Readings::HUMAN | Readings::GROUP);
        meets || thing && !usage.any(acts)
    }

    /// "doing all it can | to end it": the clause around *all it can*, whose subject *it* is.
    fn does_all_it_can(&self, relative: ClauseId) -> Option<ClauseId> {
        let clause = self.clause(relative)?;
        let all = self.phrase(clause.governor?)?;
        let verb = self.verb_group(relative)?;
        let can = verb.verb.only_auxiliary && verb.verb.modal.is_some();
        let everything = matches!(
            self.marker_text(all.head),
            "all" | "everything" | "anything" | "whatever"
        );
        clause.parent.filter(|_| can && everything)
    }

    /// Who is behind a deed named by a noun: its owner, the noun after *by*, *from* or *of*, or else the subject of its clause.
    pub(crate) fn noun_holder(&self, noun: PhraseId, depth: usize) -> Option<PhraseId> {
        let phrase = self.phrase(noun)?;
        if phrase.owner.is_some() {
            return phrase.owner;
        }
        // "the criticism of its siege" is against that.
        let judging = matches!(
            self.noun_text(phrase.head),
            "criticism" | "condemnation" | "denunciation" | "critique"
        );
        let by = self
            .prepositional(noun, |text| {
                matches!(text, "by" | "from") || text == "of" && !judging
            })
            .find(|id| self.phrase(*id).is_some_and(|by| by.noun == Some(noun)));
        if by.is_some() {
            return by;
        }
        let clause = self.clause(phrase.clause)?;
        // "thanked Norway for | its refusal": whoever is thanked refuses.
        let of_object = self.tags.get(phrase.start) == Some(&Tag::Possessive)
            && self.is_behind(phrase, "for")
            && self.takes_object_gerund(clause);
        if let Some(object) = clause.object.filter(|_| of_object) {
            return Some(object);
        }
        // "gave Israel the opportunity to": whoever is given it.
        if clause.predicate == Some(noun)
            && clause.object.is_some()
            && !self.is_passive(phrase.clause)
        {
            return clause.object;
        }
        // "faces calls for a truce": others make them.
        let faced = clause.object == Some(noun)
            && self.verb_group(phrase.clause).is_some_and(|verb| {
                self.usage(verb.head).any(Usage::FACING_VERB) && !verb.verb.passive
            });
        if faced
            || self
                .verdict(phrase.clause)
                .is_some_and(|(judged, _)| judged == noun)
        {
            return None;
        }
        // "guarantor of an agreement to stop the war": what hangs on another noun has no holder in the clause.
        let hangs = phrase.noun.is_some() && self.is_behind(phrase, "of");
        if clause.subject == Some(noun) || hangs {
            return None;
        }
        self.subject_within(phrase.clause, depth.saturating_sub(1))
    }

    /// What a clause judges, and what it calls it: "called the attempts | unacceptable", "sees the refusal to lift it | as a mistake".
    pub(crate) fn verdict(&self, id: ClauseId) -> Option<(PhraseId, PhraseId)> {
        let clause = self.clause(id)?;
        // "rendered the ban useless" makes it so.
        let judges = |verb: &Phrase| {
            self.usage(verb.head).any(Usage::VERDICT_VERB)
                && !matches!(self.verb_text(verb.head), "make" | "render")
        };
        self.verb_group(id).filter(|verb| judges(verb))?;
        let judged = self.patient(id)?;
        let verdict = clause.predicate.or_else(|| self.called_as(judged, id))?;
        Some((judged, verdict))
    }

    /// The noun behind *as* in a clause, be it read with what hangs on the noun that is called so.
    fn called_as(&self, noun: PhraseId, id: ClauseId) -> Option<PhraseId> {
        let is_as = |called: &PhraseId| {
            self.phrase(*called).is_some_and(|called| {
                let own = self.clause(called.clause);
                let hangs = own.is_some_and(|own| own.governor == Some(noun));
                (called.clause == id || hangs) && self.is_behind(called, "as")
            })
        };
        let behind = (noun.index() + 1..self.phrases.len()).take(VERDICT);
        behind.map(PhraseId::new).rfind(is_as)
    }

    /// The noun of a relative clause that is the object of its verb, where that takes an object and what it did.
    pub(super) fn gap_noun(&self, relative: ClauseId) -> Option<PhraseId> {
        let clause = self.clause(relative)?;
        let gap = clause.kind == ClauseKind::Relative
            && clause.object.is_none()
            && clause
                .subject
                .is_some_and(|subject| Some(subject) != clause.governor)
            && !self.is_passive(relative);
        let takes = self
            .verb_group(relative)
            .is_some_and(|verb| self.usage(verb.head).any(Usage::OBJECT_GERUND_VERB));
        clause.governor.filter(|_| gap && takes)
    }

    /// The nearest clause with a finite verb, from a clause upwards.
    pub(super) fn finite_above(&self, mut id: ClauseId) -> ClauseId {
        for _ in 0..DEPTH {
            let Some(clause) = self.clause(id) else {
                break;
            };
            let finite = clause
                .verb
                .and_then(|verb| self.phrase(verb))
                .is_some_and(|phrase| phrase.verb.finite || phrase.verb.modal.is_some());
            match clause.parent {
                Some(parent) if !finite => id = parent,
                _ => break,
            }
        }
        id
    }

    /// accuse, blame, prevent … X of, for, from doing.
    pub(super) fn takes_object_gerund(&self, clause: &Clause) -> bool {
        let Some(verb) = clause.verb.and_then(|id| self.phrase(id)) else {
            return false;
        };
        self.usage(verb.head).any(Usage::OBJECT_GERUND_VERB)
    }
}
