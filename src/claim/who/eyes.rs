//! In whose eyes a judgement holds: "to Tehran it remains a sect", "Iran, for which it is an artificial state".
//!
//! A noun or adjective that judges is said by whoever speaks, unless *for* or *to* at the head of its clause names somebody else. Behind the verb
//! the same words mean something else ("is a threat to Israel"), so only what stands before the subject counts.

use super::Party;
use super::party::Filler;
use crate::claim::cue::site::{Scene, Site};
use crate::clause::{ClauseId, ClauseKind, Phrase, PhraseId, Tag, View};

/// How many phrases before the subject are looked at.
const BEFORE: usize = 8;
/// How many phrases of a sentence are looked at for whom it concerns.
const CONCERNED: usize = 6;

impl Scene<'_> {
    /// Whom a judgement is ascribed to; nobody where it is the speaker's own.
    pub(in crate::claim) fn in_whose_eyes(&self, site: Site) -> Vec<Party> {
        let view = self.view;
        let clause = match site {
            Site::Noun(phrase) | Site::Adjective(phrase) => {
                view.phrase(view.one_of(phrase)).map(|phrase| phrase.clause)
            }
            Site::Words(clause) => Some(clause),
            Site::Verb(clause) => Some(clause),
            Site::Attributive(_) => None,
        };
        let Some(clause) = clause.filter(|clause| view.is_judgement(*clause)) else {
            return Vec::new();
        };
        let eyes = view
            .clause_prepositional(clause, |text| matches!(text, "in" | "on" | "by" | "from"))
            .find(|id| {
                view.phrase(*id)
                    .is_some_and(|phrase| view.is_viewpoint(phrase))
            });
        let beholder = view.concerned(clause).or_else(|| view.beholder(clause));
        let mut parties = match (beholder, eyes) {
            (Some(id), _) => self.parties(Filler::Phrase(id)),
            // "in American eyes"
            (None, Some(eyes)) => self.owner_parties(Filler::Phrase(eyes)),
            (None, None) => Vec::new(),
        };
        parties.retain(|party| party.is_actor());
        parties
    }
}

impl View {
    /// "in its eyes", "in the view of", "on its reading", "by its lights", "from its standpoint"; not "in view of the talks", which has no article.
    fn is_viewpoint(&self, phrase: &Phrase) -> bool {
        let noun = self.noun_text(phrase.head);
        let before = phrase.preposition.map_or("", |at| self.marker_text(at));
        let whose = phrase.start < phrase.head || phrase.owner.is_some();
        let meant = match before {
            "in" => {
                self.marker_text(phrase.head) == "eyes"
                    || whose
                        && matches!(
                            noun,
                            "estimation"
                                | "judgement"
                                | "judgment"
                                | "opinion"
                                | "reading"
                                | "view"
                                | "vocabulary"
                                | "lexicon"
                                | "dictionary"
                                | "book"
                                | "telling"
                                | "parlance"
                                | "mind"
                                | "worldview"
                                | "reckoning"
                                | "terminology"
                                | "propaganda"
                                | "narrative"
                                | "rhetoric"
                                | "version"
                        )
            }
            "on" => matches!(noun, "reading" | "view" | "account" | "telling" | "showing"),
            "by" => matches!(noun, "light" | "reckoning"),
            "from" => matches!(noun, "standpoint" | "perspective" | "viewpoint" | "vantage"),
            _ => false,
        };
        meant && (before == "in" || whose)
    }

    /// "As far as | Ankara is concerned, the movement is": whom it concerns judges.
    fn concerned(&self, id: ClauseId) -> Option<PhraseId> {
        let far = matches!(self.marker_text(0), "as" | "so")
            && self.marker_text(1) == "far"
            && self.marker_text(2) == "as";
        if !far {
            return None;
        }
        let subject = self.phrase(self.clause(id)?.subject?)?;
        // "As far as Hezbollah is concerned, it is a gang": that is whom it is about.
        if self.tags.get(subject.head) == Some(&Tag::Pronoun) {
            return None;
        }
        let subject = subject.start;
        let who = (0..CONCERNED)
            .map(PhraseId::new)
            .find(|phrase| self.phrase(*phrase).is_some_and(|phrase| phrase.start == 3))?;
        let end = self.phrase(who)?.end;
        let concerned = (end..end + 3).any(|at| self.marker_text(at) == "concerned");
        (concerned && end < subject).then_some(who)
    }

    /// "is", "remains": what a clause says of its subject.
    fn is_judgement(&self, clause: ClauseId) -> bool {
        let verb = self.verb_group(clause);
        verb.is_some_and(|verb| {
            matches!(self.tags.get(verb.head), Some(Tag::Be | Tag::Have))
                || matches!(self.verb_text(verb.head), "remain" | "stay" | "lack")
        })
    }

    /// The noun phrase after *for* or *to* before the subject, or the noun that "for whom" goes back to.
    fn beholder(&self, id: ClauseId) -> Option<PhraseId> {
        let clause = self.clause(id)?;
        let subject = clause.subject?;
        let start = self.phrase(subject)?.start;
        let word = |back: usize| {
            start
                .checked_sub(back)
                .map(|at| self.marker_text(at))
                .unwrap_or_default()
        };
        if clause.kind == ClauseKind::Relative
            && matches!(word(1), "which" | "whom")
            && matches!(word(2), "for" | "to")
        {
            return clause.governor;
        }
        (subject.index().saturating_sub(BEFORE)..subject.index())
            .map(PhraseId::new)
            .find(|phrase| {
                self.phrase(*phrase).is_some_and(|phrase| {
                    phrase.clause == id
                        && phrase.noun.is_none()
                        && phrase
                            .preposition
                            .is_some_and(|at| matches!(self.marker_text(at), "for" | "to"))
                })
            })
    }
}

#[cfg(test)]
mod tests {
    use crate::{Document, Pack, Parallax};

    fn holders(text: &str) -> Vec<String> {
        let article = Parallax::new(Pack::builtin()).annotate(&Document::from_text("brief", text));
        article
            .claims()
            .map(|claim| claim.actor.to_string())
            .collect()
    }

    #[test]
    fn a_judgement_is_of_whom_the_head_of_its_clause_names() {
        assert_eq!(
            holders("For Iran, Israel is an artificial state."),
            ["iran"]
        );
        assert_eq!(
            holders("To Tehran Israel remains an artificial state."),
            ["iran"]
        );
        assert_eq!(
            holders("Israel is an artificial state in Iranian eyes."),
            ["iran"]
        );
        assert_eq!(
            holders("As far as Tehran is concerned, Israel is an artificial state."),
            ["iran"]
        );
        assert_eq!(
            holders("In Iran's vocabulary Israel is an artificial state."),
            ["iran"]
        );
        assert_eq!(
            holders("From Iran's standpoint Israel is an artificial state."),
            ["iran"]
        );
        assert_eq!(
            holders("Iran, for which Israel is an artificial state, kept silent."),
            ["iran"]
        );
    }

    #[test]
    fn behind_the_verb_for_and_to_mean_something_else() {
        assert_eq!(
            holders("Hezbollah is a terrorist group and a threat to Israel."),
            ["author"]
        );
    }
}
