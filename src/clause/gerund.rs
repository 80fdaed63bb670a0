//! Who does what a gerund tells: "accused Oman of backing it", "before declaring it", "kept the siege of Homs from being lifted".

use super::role::DEPTH;
use super::{Clause, ClauseId, Phrase, PhraseId, PhraseKind, View};
use crate::token::{Marker, Readings, Usage};

impl View {
    pub(super) fn gerund_subject(
        &self,
        clause: &Clause,
        parent: ClauseId,
        depth: usize,
    ) -> Option<PhraseId> {
        let marker = clause.marker.map_or(Marker::None, |at| self.marker(at));
        // "After recognising it, Norway lost": nothing stands before it.
        if clause.governor.is_none() && (is_adverbial_marker(marker) || marker == Marker::In) {
            return self.subject_within(self.finite_above(parent), depth - 1);
        }
        // "Far from | recognising it, Norway", "Instead of | recognising it, Norway"
        let before = clause.marker.and_then(|at| at.checked_sub(1));
        // "In | recognising it, Norway"
        let fronted = before
            .is_some_and(|at| at == 0 && matches!(self.marker_text(at), "far" | "instead"))
            || clause.marker == Some(0) && marker == Marker::In;
        if fronted {
            return self.subject_within(self.finite_above(parent), depth - 1);
        }
        let governor = clause.governor?;
        let phrase = self.phrase(governor)?;
        // "spent an hour on maps, before declaring": an adverbial shares the subject of the sentence, whatever noun it follows.
        let as_well_as = clause
            .marker
            .is_some_and(|at| marker == Marker::As && at > 0 && self.marker_text(at - 1) == "well");
        if is_adverbial_marker(marker) || as_well_as {
            return self.subject_within(self.finite_above(parent), depth - 1);
        }
        if phrase.kind == PhraseKind::Verb {
            // "called for lifting the siege", "warned against lifting it": by nobody who is named.
            let others_do = marker == Marker::For
                && self.usage(phrase.head).any(Usage::APPEAL_VERB)
                || self.is_dissuaded(clause, phrase);
            if others_do {
                return None;
            }
            // "holds Chile responsible | for backing it"
            let held = marker == Marker::For
                && self.verb_text(phrase.head) == "hold"
                && self.clause(parent)?.predicate.is_some();
            if held {
                return self.object(parent);
            }
            // "Chile, which Peru accuses | of backing it": whom the relative clause is about.
            let of = self.leads_to_deed(marker, parent);
            if let Some(accused) = self.gap_noun(parent).filter(|_| of) {
                return Some(accused);
            }
            return self
                .called_object(parent, Usage::OBJECT_GERUND_VERB)
                .filter(|_| of)
                .or_else(|| self.subject_within(parent, depth - 1));
        }
        // "threatened Chile with sanctions | for backing it"
        let threatened = marker == Marker::For
            && self.is_behind(phrase, "with")
            && self.verb_group(parent).is_some_and(|verb| {
                matches!(self.verb_text(verb.head), "threaten" | "hit" | "slap")
            });
        if threatened {
            return self.object(parent);
        }
        if marker == Marker::In && self.joins_others(parent) {
            return self.subject_within(parent, depth - 1);
        }
        let above = self.clause(parent)?;
        // "accused Oman and Peru | of backing it": the last of several stands before it.
        // "kept the siege of Homs | from being lifted": what is lifted is no town.
        let passive = clause
            .verb
            .and_then(|verb| self.phrase(verb))
            .is_some_and(|verb| verb.verb.passive);
        let whole = self.whole_noun(governor);
        // "thanked officials in Peru | for backing it", "praised the king of Peru | for it": whoever are told where or whose they are.
        let people = |id: PhraseId| {
            let head = self
                .phrase(id)
                .map(|phrase| self.word(phrase.head).readings);
            head.is_some_and(|head| head.any(Readings::HUMAN | Readings::GROUP))
        };
        let placed = self.object(parent) == Some(whole)
            && (self.is_behind(phrase, "in") || self.is_behind(phrase, "of") && people(whole));
        let first = if passive || placed {
            whole
        } else {
            self.first_conjunct(governor)
        };
        let object = self.object(parent) == Some(first) && self.leads_to_deed(marker, parent);
        if object
            && above.verb.is_some()
            && (passive || !self.is_infinitive_noun(phrase))
            && self.takes_object_gerund(above)
        {
            return Some(first);
        }
        if self.object(parent) == Some(first)
            && (self.verb_group(parent)).is_some_and(|verb| self.is_dissuaded(clause, verb))
        {
            return Some(first);
        }
        self.noun_holder(governor, depth)
    }

    /// "the siege of Homs", "the truce in Yemen": of a noun behind another the whole.
    pub(crate) fn whole_noun(&self, id: PhraseId) -> PhraseId {
        let mut whole = id;
        for _ in 0..DEPTH {
            // "in favour of the siege": that is whose favour it is in.
            let of = self.phrase(whole).and_then(|phrase| phrase.noun);
            let favour = |noun: &PhraseId| {
                self.phrase(*noun)
                    .is_some_and(|noun| matches!(self.noun_text(noun.head), "favour" | "favor"))
            };
            match of.filter(|noun| !favour(noun)) {
                Some(noun) => whole = noun,
                None => break,
            }
        }
        whole
    }

    /// "accused Oman | of backing it", "charges Oman | with backing it": whether a preposition leads to what the object of a verb is said to do.
    pub(super) fn leads_to_deed(&self, marker: Marker, parent: ClauseId) -> bool {
        let charges = || {
            self.verb_group(parent).is_some_and(|verb| {
                matches!(
                    self.verb_text(verb.head),
                    "charge" | "credit" | "task" | "entrust" | "reproach" | "tax"
                )
            })
        };
        matches!(marker, Marker::Of | Marker::For | Marker::From)
            || marker == Marker::With && charges()
    }

    /// "joined Chile's neighbours | in recognising it": whether whoever a clause is about does as others do, whoever these belong to.
    pub(crate) fn joins_others(&self, id: ClauseId) -> bool {
        let verb = self.verb_group(id).filter(|verb| !verb.verb.passive);
        verb.is_some_and(|verb| {
            let joins = matches!(
                self.verb_text(verb.head),
                "join" | "follow" | "copy" | "emulate" | "imitate" | "match" | "echo"
            );
            joins && self.object(id).is_some()
        })
    }

    /// "warned | against lifting it": whether a gerund is what a verb tells others to leave undone.
    pub(super) fn is_dissuaded(&self, gerund: &Clause, verb: &Phrase) -> bool {
        let against = gerund
            .marker
            .is_some_and(|at| self.marker_text(at) == "against");
        against && self.usage(verb.head).any(Usage::DISSUADING_VERB)
    }
}

/// Prepositions that make an adverbial of an -ing form, wherever it stands.
fn is_adverbial_marker(marker: Marker) -> bool {
    matches!(
        marker,
        Marker::Before
            | Marker::After
            | Marker::Since
            | Marker::By
            | Marker::Without
            | Marker::While
            | Marker::When
            | Marker::Upon
            | Marker::Despite
            | Marker::Besides
            | Marker::Through
    )
}
