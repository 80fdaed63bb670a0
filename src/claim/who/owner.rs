//! Owners: whose a thing is, by an owner before it, a name in it, or whoever made it.

use super::party::{Filler, MESSAGES, Party, SOURCES, noun_holder};
use crate::claim::cue::site::Scene;
use crate::clause::{ClauseId, PhraseId, Tag};
use crate::mention::{Named, Who};

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
        fillers.extend(
            self.mentions
                .modifiers(self.view, phrase)
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
        let holder = noun_holder(self.view, noun);
        holder.map_or_else(Vec::new, |id| self.parties(Filler::Phrase(id)))
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
        for owner in self.owners(id) {
            self.parties_within(owner, messages, &mut owners);
        }
        if owners.is_empty() {
            let by = self
                .view
                .prepositional(id, |text| matches!(text, "by" | "from" | "of"));
            for id in by.take(SOURCES) {
                self.parties_within(Filler::Phrase(id), messages, &mut owners);
            }
        }
        if owners.is_empty() || self.lies_before_body(id) {
            let mut authors = Vec::new();
            self.authors_into(id, &mut authors);
            if !authors.is_empty() {
                owners = authors;
            }
        }
        owners.retain(|party| matches!(party.who, Who::Actor(_)));
        crate::claim::cue::slot::put(out, owners);
    }

    /// "a Security Council resolution, introduced by Morocco": the body that a thing lies before, named in front of it, is not whose it is.
    fn lies_before_body(&self, id: PhraseId) -> bool {
        let owned = self
            .view
            .phrase(id)
            .is_none_or(|phrase| phrase.owner.is_some());
        let mut before = self.mentions.modifiers(self.view, id);
        !owned
            && before.any(|named| {
                let last = named.end.saturating_sub(1);
                matches!(
                    self.view.marker_text(last),
                    "council" | "assembly" | "nations" | "un"
                )
            })
    }

    /// Who drafted, tabled or proposed a thing: "a resolution, drafted by Ukraine".
    fn authors_into(&self, id: PhraseId, out: &mut Vec<Party>) {
        let verb = |clause: ClauseId| {
            let verb = self.view.verb_group(clause);
            verb.map_or("", |verb| self.view.verb_text(verb.head))
        };
        // "a text that Ghana wrote" has it below, "Ghana tabled a text" around it.
        let around = self.view.phrase(id).map(|phrase| phrase.clause);
        let around = around.filter(|clause| {
            let brought = self.view.is_passive(*clause) && is_bringing(verb(*clause));
            self.view.patient(*clause) == Some(id) && (is_tabling(verb(*clause)) || brought)
        });
        let clauses = (0..self.view.clauses.len()).map(ClauseId::new);
        let under = clauses.filter(|clause| {
            let governor = self.view.clause(*clause).and_then(|clause| clause.governor);
            let told_of = governor == Some(id) || self.view.gap_candidates(*clause).contains(&id);
            (is_tabling(verb(*clause)) || is_bringing(verb(*clause))) && told_of
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

/// Verbs that say so only behind what is brought: "a text put forward by Gabon", but not "Gabon put the text to the vote".
fn is_bringing(verb: &str) -> bool {
    matches!(verb, "put" | "lay" | "bring" | "move" | "offer")
}
