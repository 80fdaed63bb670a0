//! Owners: whose a thing is, by an owner before it, a name in it, or whoever made it.

use super::Party;
use super::party::{Filler, MESSAGES, SOURCES, noun_holder};
use crate::claim::cue::site::Scene;
use crate::clause::{ClauseId, PhraseId, Tag, View};
use crate::mention::{Form, How, Named, Who};
use crate::token::{Marker, Readings, Shape};

impl Scene<'_> {
    /// Who owns a noun phrase: "Russia's veto", "its veto", "the Russian veto".
    pub(in crate::claim) fn owners(&self, phrase: PhraseId) -> Vec<Filler> {
        let mut fillers = Vec::new();
        if let Some(owner) = self.view.phrase(phrase).and_then(|phrase| phrase.owner) {
            fillers.push(Filler::Phrase(owner));
        }
        if let Some(referent) = self.mentions.possessor(phrase) {
            let span = self
                .view
                .phrase(phrase)
                .map(|phrase| self.view.span(phrase.start, phrase.start + 1))
                .unwrap_or_default();
            let group = self.mentions.several(phrase);
            let one = [referent.who];
            let all = if group.is_empty() { &one } else { group };
            fillers.extend(
                all.iter()
                    .map(|who| Filler::Party(Party { who: *who, span })),
            );
        }
        // "the Brotherhood's Egyptian branch", "the Egyptian Brotherhood" is none of Egypt's.
        let named = self.mentions.referent(phrase).is_some_and(|referent| {
            referent.how == How::Named(Form::Name) && referent.who.is_actor()
        });
        let branch = named
            || !fillers.is_empty()
                && self.view.phrase(phrase).is_some_and(|phrase| {
                    matches!(
                        self.view.noun_text(phrase.head),
                        "branch"
                            | "wing"
                            | "arm"
                            | "chapter"
                            | "affiliate"
                            | "offshoot"
                            | "cell"
                            | "section"
                    )
                });
        fillers.extend(
            self.mentions
                .modifiers(self.view, phrase)
                .filter(|_| !branch)
                .map(|named| Filler::Party(self.party(named))),
        );
        fillers
    }

    /// Who is behind a noun: its owner, or whoever the grammar gives.
    pub(in crate::claim) fn noun_parties(&self, noun: PhraseId) -> Vec<Party> {
        let owners: Vec<Party> = self
            .owners(noun)
            .into_iter()
            .flat_map(|owner| self.parties(owner))
            .collect();
        if !owners.is_empty() {
            return owners;
        }
        let holder = noun_holder(self.view, noun).or_else(|| self.comes_from(noun));
        holder.map_or_else(Vec::new, |id| self.parties(Filler::Phrase(id)))
    }

    /// "The call for a truce came from | Peru": from whom what is the subject comes.
    fn comes_from(&self, noun: PhraseId) -> Option<PhraseId> {
        let id = self.view.phrase(noun)?.clause;
        let clause = self.view.clause(id)?;
        let verb = self.view.verb_group(id)?;
        let comes = clause.subject == Some(noun)
            && !verb.verb.negated
            && matches!(self.view.verb_text(verb.head), "come" | "issue" | "emanate");
        let mut from = self.view.clause_prepositional(id, |text| text == "from");
        from.find(|from| comes && clause.verb < Some(*from))
    }

    /// The same, and where that is a thing, whose it is: "the aim of Peru's visit" is Peru's.
    pub(in crate::claim) fn noun_parties_behind(&self, noun: PhraseId) -> Vec<Party> {
        let parties = self.noun_parties(noun);
        match noun_holder(self.view, noun).filter(|_| parties.is_empty()) {
            Some(thing) => self.owner_parties(Filler::Phrase(thing)),
            None => parties,
        }
    }

    /// "US-brokered": the name joined to a participle.
    pub(in crate::claim) fn joined_before(&self, phrase: PhraseId) -> Vec<Filler> {
        let Some((start, end)) = self
            .view
            .phrase(phrase)
            .map(|phrase| (phrase.start, phrase.end))
        else {
            return Vec::new();
        };
        let joined = |named: &&Named| {
            named.start >= start
                && named.end < end
                && self.view.tags.get(named.end) == Some(&Tag::Adjective)
        };
        self.mentions
            .named
            .iter()
            .filter(joined)
            .map(|named| Filler::Party(self.party(*named)))
            .collect()
    }

    pub(in crate::claim) fn party(&self, named: Named) -> Party {
        Party {
            who: Who::Actor(named.actor),
            span: self.view.span(named.start, named.end),
        }
    }

    /// The actors that a thing belongs to: "the American draft", "a draft by Denmark", "the draft of the envoys".
    pub(in crate::claim) fn owner_parties(&self, filler: Filler) -> Vec<Party> {
        let mut owners = Vec::new();
        self.owner_parties_into(filler, MESSAGES, &mut owners);
        owners
    }

    /// Whose a measure is that is stopped: its authors, or whom it lets in.
    pub(in crate::claim) fn owners_or_admitted(&self, filler: Filler) -> Vec<Party> {
        let mut owners = self.owner_parties(filler);
        if owners.is_empty()
            && let Filler::Phrase(id) = filler
        {
            owners.extend(self.admitted(id).filter(Party::is_actor));
        }
        owners
    }

    pub(in crate::claim) fn owner_parties_into(
        &self,
        filler: Filler,
        messages: usize,
        out: &mut Vec<Party>,
    ) {
        let Filler::Phrase(id) = filler else {
            return;
        };
        let mut owners = Vec::new();
        for owner in self
            .owners(id)
            .into_iter()
            .filter(|owner| !self.is_subject_matter(id, *owner))
        {
            self.parties_within(owner, messages, &mut owners);
        }
        if owners.is_empty() {
            let view = self.view;
            let by = view
                .prepositional(id, |text| matches!(text, "by" | "from" | "of"))
                .filter(|by| !is_from_other(view, id, *by) && !is_done_to(view, id, *by));
            for id in by.take(SOURCES) {
                self.parties_within(Filler::Phrase(id), messages, &mut owners);
                // "the assets of Russian banks": of a body that is Russia's itself.
                let body = view
                    .phrase(id)
                    .is_some_and(|phrase| view.word(phrase.head).readings.any(Readings::GROUP));
                if body && self.mentions.referent(id).is_none() {
                    let theirs = self.mentions.modifiers(view, id);
                    owners.extend(theirs.map(|named| self.party(named)));
                }
            }
        }
        if owners.is_empty() || self.lies_before_body(id) {
            let mut authors = Vec::new();
            self.authors_into(id, &mut authors);
            if !authors.is_empty() {
                owners = authors;
            }
        }
        owners.retain(|party| party.is_actor());
        crate::claim::cue::slot::put(out, owners);
    }

    /// "the Syria text", where "the Syrian text" is Syria's: a state's plain name before a text says what it is on.
    fn is_subject_matter(&self, id: PhraseId, owner: Filler) -> bool {
        let Filler::Party(party) = owner else {
            return false;
        };
        let text = self.view.phrase(id).is_some_and(|phrase| {
            matches!(
                self.view.noun_text(phrase.head),
                "text" | "draft" | "resolution" | "mandate" | "mission" | "motion" | "vote"
            )
        });
        let plain = |named: &Named| {
            let first = self.view.tokens.get(named.start);
            self.view.span(named.start, named.end) == party.span
                && named.form == Form::Name
                && !self.is_forum(named.end.saturating_sub(1))
                && !first.is_some_and(|token| token.shape.has(Shape::ALL_CAPITALS))
        };
        let mut before = self.mentions.modifiers(self.view, id);
        text && before.any(|named| plain(&named))
    }

    /// "a Security Council resolution, introduced by Morocco": the body that a thing lies before, named beside it, is not whose it is.
    fn lies_before_body(&self, id: PhraseId) -> bool {
        let owned = self
            .view
            .phrase(id)
            .is_none_or(|phrase| phrase.owner.is_some());
        let mut before = self.mentions.modifiers(self.view, id);
        let mut of = self.view.prepositional(id, |text| text == "of");
        !owned
            && (before.any(|named| self.is_forum(named.end.saturating_sub(1)))
                || of.any(|of| {
                    self.view
                        .phrase(of)
                        .is_some_and(|of| self.is_forum(of.head))
                }))
    }

    /// Whether a name ends in that of a body that drafts lie before.
    fn is_forum(&self, last: usize) -> bool {
        matches!(
            self.view.marker_text(last),
            "council" | "assembly" | "nations" | "un"
        )
    }

    /// "put forward | a text": brought by its subject. Only *forward* right behind the verb counts, so "put the text forward" and "put it to the vote" don't.
    fn is_put_forward(&self, clause: ClauseId) -> bool {
        let verb = self.view.verb_group(clause);
        verb.is_some_and(|verb| self.view.marker(verb.head + 1) == Marker::Forward)
    }

    /// "laid before the Council | a text": brought by its subject, to a body that texts lie before.
    fn is_laid_before(&self, clause: ClauseId) -> bool {
        let mut before = self
            .view
            .clause_prepositional(clause, |text| text == "before");
        before.any(|body| {
            self.view
                .phrase(body)
                .is_some_and(|body| self.is_forum(body.head))
        })
    }

    /// "the resolution that would have admitted Peru", "the text would make Peru a member": whom a measure lets in, whose it is where nobody tabled it.
    fn admitted(&self, id: PhraseId) -> Option<Party> {
        let view = self.view;
        let measure = view.phrase(id).is_some_and(|phrase| {
            matches!(
                view.noun_text(phrase.head),
                "resolution" | "draft" | "text" | "motion" | "measure" | "document"
            )
        });
        let clauses = (0..view.clauses.len()).map(ClauseId::new);
        let mut told = clauses.filter(|clause| {
            let governed = view.clause(*clause).and_then(|clause| clause.governor) == Some(id);
            measure && (governed || view.subject(*clause) == Some(id)) && self.lets_in(*clause)
        });
        let object = view.object(told.next()?)?;
        let referent = self.mentions.referent(object)?;
        Some(Party {
            who: referent.who,
            span: view.phrase_span(object),
        })
    }

    /// "admitted Peru", "made Peru a member", "recognised Peru as a state".
    fn lets_in(&self, clause: ClauseId) -> bool {
        let view = self.view;
        let rank = |id: PhraseId| {
            view.phrase(id).is_some_and(|phrase| {
                matches!(
                    view.noun_text(phrase.head),
                    "member" | "observer" | "state" | "membership" | "status" | "seat"
                )
            })
        };
        let named = || view.clause(clause).and_then(|clause| clause.predicate);
        let mut called = view.clause_prepositional(clause, |text| matches!(text, "as" | "to"));
        view.verb_group(clause).is_some_and(|verb| {
            !verb.verb.passive
                && match view.verb_text(verb.head) {
                    "admit" => true,
                    "make" | "recognise" | "recognize" | "accept" | "upgrade" | "welcome" => {
                        named().is_some_and(rank) || called.any(rank)
                    }
                    _ => false,
                }
        })
    }

    /// Who drafted, tabled or proposed a thing: "a resolution, drafted by Ukraine", "a resolution, the work of Ukraine".
    fn authors_into(&self, id: PhraseId, out: &mut Vec<Party>) {
        let body = self.view.prepositional(id, |text| text == "of").next();
        let beside = std::iter::once(id).chain(body);
        for called in beside.flat_map(|id| self.view.appositions(id)) {
            let made = self
                .view
                .phrase(called)
                .is_some_and(|phrase| is_handiwork(self.view.noun_text(phrase.head)));
            let of = self.view.prepositional(called, |text| text == "of").next();
            let maker = of.and_then(|of| Some((of, self.mentions.referent(of)?.who)));
            out.extend(maker.filter(|_| made).map(|(of, who)| Party {
                who,
                span: self.view.phrase_span(of),
            }));
        }
        let verb = |clause: ClauseId| {
            let verb = self.view.verb_group(clause);
            verb.map_or("", |verb| self.view.verb_text(verb.head))
        };
        // "a text that Ghana wrote" has it below, "Ghana tabled a text" around it.
        let around = self.view.phrase(id).map(|phrase| phrase.clause);
        let around = around.filter(|clause| {
            let brought = is_bringing(verb(*clause))
                && (self.view.is_passive(*clause)
                    || self.is_put_forward(*clause)
                    || self.is_laid_before(*clause));
            self.view.patient(*clause) == Some(id) && (is_tabling(verb(*clause)) || brought)
                || self.view.phrase(id).is_some_and(|thing| {
                    // "in the draft" is anybody's.
                    self.view.is_behind(thing, "in")
                        && matches!(self.view.marker_text(thing.start), "a" | "an")
                }) && is_asking(verb(*clause))
        });
        let clauses = (0..self.view.clauses.len()).map(ClauseId::new);
        let under = clauses.filter(|at| {
            let Some(clause) = self.view.clause(*at) else {
                return false;
            };
            // A clause with an object of its own leaves no gap.
            let hangs = clause.governor == Some(id);
            let may_be = hangs || clause.object.is_none();
            let tells = || is_tabling(verb(*at)) || is_bringing(verb(*at));
            may_be && tells() && (hangs || self.view.gap_candidates(*at).contains(&id))
        });
        for agent in under
            .chain(around)
            .filter_map(|clause| self.view.agent(clause))
            .flat_map(|agent| self.view.conjuncts(agent))
        {
            // Whom it names and no more: of "a text that presents" the text itself would be its author's author.
            if let Some(referent) = self.mentions.referent(agent) {
                out.push(Party {
                    who: referent.who,
                    span: self.view.phrase_span(agent),
                });
            }
        }
    }
}

/// "the mandate over a guest | from Chile": what *from* leads to hangs on the noun before it.
fn is_from_other(view: &View, thing: PhraseId, from: PhraseId) -> bool {
    view.phrase(from).is_some_and(|from| {
        view.is_behind(from, "from") && from.noun.is_some_and(|noun| noun != thing)
    })
}

/// "the occupation | of Cyprus": to whom a deed is done, and not whose it is.
fn is_done_to(view: &View, deed: PhraseId, of: PhraseId) -> bool {
    let hangs = view
        .phrase(of)
        .is_some_and(|phrase| view.is_behind(phrase, "of") && phrase.noun == Some(deed));
    hangs
        && view.phrase(deed).is_some_and(|deed| {
            matches!(
                view.noun_text(deed.head),
                "occupation"
                    | "annexation"
                    | "seizure"
                    | "conquest"
                    | "colonisation"
                    | "colonization"
                    | "siege"
                    | "blockade"
                    | "encirclement"
                    | "bombardment"
                    | "bombing"
                    | "shelling"
            )
        })
}

/// Verbs of whoever a draft comes from.
fn is_tabling(verb: &str) -> bool {
    matches!(
        verb,
        "draft"
            | "table"
            | "propose"
            | "submit"
            | "sponsor"
            | "introduce"
            | "circulate"
            | "present"
            | "pen"
            | "float"
            | "write"
    )
}

/// Verbs of whoever asks for something in a draft of his own: "asked for a truce in a draft".
fn is_asking(verb: &str) -> bool {
    matches!(
        verb,
        "ask" | "call" | "demand" | "propose" | "seek" | "suggest" | "urge"
    )
}

/// Verbs that say so only behind what is brought: "a text put forward by Gabon", but not "Gabon put the text to the vote".
fn is_bringing(verb: &str) -> bool {
    matches!(verb, "put" | "lay" | "bring" | "move" | "offer")
}

/// What a thing is to whoever made it.
fn is_handiwork(noun: &str) -> bool {
    matches!(
        noun,
        "work" | "handiwork" | "brainchild" | "initiative" | "idea"
    )
}
