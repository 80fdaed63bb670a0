//! What somebody asks, proposes or offers by a noun ("Kenya's offer to mediate"), and what a subjunctive asks for.

use super::operator::Above;
use super::{Composer, Draft, Node};
use crate::claim::result::{Mode, Stance};
use crate::claim::who::Party;
use crate::clause::{Clause, PhraseId, Tag};
use crate::mention::Who;
use crate::pack::Complement;
use crate::span::Span;

/// Nouns for what others may go by: "under Peru's proposal".
fn is_scheme(lemma: &str) -> bool {
    matches!(
        lemma,
        "offer" | "proposal" | "plan" | "suggestion" | "initiative" | "scheme" | "bid"
    )
}

impl Composer<'_> {
    /// Applies an operator that is a noun. What its owner asks, proposes or offers by it is told even where others take it up or turn it down.
    pub(in crate::claim) fn over_noun(&mut self, noun: PhraseId, above: &Above<'_>) -> Node {
        // "under pressure to accept it", "under orders to veto it": nothing is done yet. "Under its offer to mediate" tells what was offered.
        let under = self.view.phrase(noun);
        self.draft.cancelled |= under.is_some_and(|noun| {
            self.view.is_behind(noun, "under") && !is_scheme(self.view.noun_text(noun.head))
        });
        let subjects = self.noun_subjects(noun, above);
        self.draft.behind_noun |= subjects.iter().any(|party| party.span.is_empty());
        self.over_noun_of(noun, above, &subjects)
    }

    /// "Calls … are growing", "there are calls": whether a noun is what its clause is about.
    fn opens_clause(&self, noun: PhraseId) -> bool {
        let clause = self.view.phrase(noun).map(|noun| noun.clause);
        let subject = clause
            .and_then(|clause| self.view.clause(clause))
            .and_then(|clause| clause.subject);
        subject == Some(noun) || self.is_existential(noun)
    }

    /// Who asks, wants or offers by a noun. "Calls on Greece to recognise it": whoever is called on doesn't call.
    pub(in crate::claim) fn noun_subjects(&self, noun: PhraseId, above: &Above<'_>) -> Vec<Party> {
        let mut subjects = self.scene.noun_parties(noun);
        let asked = matches!(above.effect.mode, Some(Mode::Ask)) && above.effect.takes_over;
        if asked
            && subjects.is_empty()
            && self.draft.holders.iter().any(Party::is_actor)
            && self.opens_clause(noun)
        {
            subjects.push(Party {
                who: Who::Other,
                span: Span::default(),
            });
        }
        subjects
    }

    /// The same, of those who are known to own it.
    pub(in crate::claim) fn over_noun_of(
        &mut self,
        noun: PhraseId,
        above: &Above<'_>,
        subjects: &[Party],
    ) -> Node {
        self.apply(above, subjects);
        let owned = subjects.iter().any(Party::is_actor);
        if owned
            && (matches!(above.effect.mode, Some(Mode::Say | Mode::Ask)) || self.is_misdeed(above))
            && self.offered.is_none()
        {
            self.offered = Some(Box::new(self.draft.clone()));
        }
        Node::Noun(noun)
    }

    /// "criticised Peru's role in prolonging the war": what an owner is said to have done is told, as long as it is against something.
    fn is_misdeed(&self, above: &Above<'_>) -> bool {
        // Not so of a view or an attempt, which may come to nothing.
        let deed = self
            .draft
            .clauses
            .last()
            .and_then(|id| self.view.clause(*id));
        let part = deed
            .and_then(|deed| deed.marker)
            .is_some_and(|at| self.view.marker_text(at) == "in");
        (part || above.effect.negates)
            && above.effect.mode.is_none()
            && !above.effect.takes_over
            && self.draft.stance == Stance::Oppose
            && self.draft.operators == 1
            && !self.draft.needs_operator
    }

    /// The offer, where somebody else now holds the claim: "Sudan turned down Kenya's offer to mediate".
    pub(in crate::claim) fn taken_offer(&mut self) -> Option<Draft> {
        let offered = self.offered.take()?;
        let by_others = !self.draft.cancelled
            && !self.draft.holders.is_empty()
            && self
                .draft
                .holders
                .iter()
                .all(|party| offered.holders.iter().all(|other| other.who != party.who));
        by_others.then_some(*offered)
    }

    /// "an offer from Oman | to mediate", "a plea to Sudan | to lift it": the noun that the infinitive belongs to, where somebody stands between.
    pub(in crate::claim) fn offered_by(
        &self,
        governor: PhraseId,
        complements: &[Complement],
    ) -> PhraseId {
        let between = self.view.phrase(governor).filter(|phrase| {
            phrase.preposition.is_some_and(|at| {
                let before = self.view.marker_text(at);
                // "differences with Peru | over recognising it", but not "with Peru's position of recognising it"
                let beside = matches!(before, "with" | "between") && phrase.owner.is_none();
                // "a plea for the guns | to fall silent"
                beside || matches!(before, "by" | "from" | "of" | "to" | "on" | "for")
            })
        });
        between
            .and_then(|phrase| phrase.noun)
            .filter(|noun| {
                self.operators
                    .of_noun(self.view, *noun, complements, None)
                    .is_some()
            })
            .unwrap_or(governor)
    }

    /// "insisted that Russia lift the siege", and not that it lifts it: the base form after one who would take an *s*.
    pub(in crate::claim) fn is_mandative(&self, clause: &Clause) -> bool {
        let verb = clause.verb.and_then(|id| self.view.phrase(id));
        let base = verb.is_some_and(|verb| {
            let first = self.view.marker_text(verb.start);
            // "that Russia not be asked"
            let at = verb.start + usize::from(first == "not");
            let base =
                self.view.tags.get(at) == Some(&Tag::Base) || self.view.marker_text(at) == "be";
            base && verb.verb.modal.is_none()
        });
        let one = clause.subject.is_some_and(|id| {
            let alone = self.view.conjuncts(id).nth(1).is_none();
            alone
                && self.view.phrase(id).is_some_and(|subject| {
                    let head = self.view.marker_text(subject.head);
                    let many = self.view.marker_text(subject.start) == "the"
                        && head.ends_with('s')
                        && !matches!(head, "states" | "nations");
                    let tag = self.view.tags.get(subject.head);
                    matches!(tag, Some(Tag::Noun | Tag::Proper)) && !many
                })
        });
        base && one && !self.is_made_to_do(clause)
    }

    /// "made Peru recognise it", "let it mediate": whoever is made to do a thing is not asked that it be done.
    fn is_made_to_do(&self, clause: &Clause) -> bool {
        let above = clause.parent.and_then(|id| self.view.verb_group(id));
        above.is_some_and(|verb| {
            matches!(
                self.view.verb_text(verb.head),
                "make" | "let" | "help" | "have"
            )
        })
    }
}
