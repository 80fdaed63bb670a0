//! What is told in a novel, by a hoax, of a world that somebody imagines, as an idea or a licence: nobody did it.

use super::Composer;
use crate::claim::who::Party;
use crate::clause::{Clause, ClauseId, ClauseKind, Phrase, PhraseId, PhraseKind, Tag};
use crate::token::{TokenKind, Usage};

/// How many clauses up whoever makes it up is looked for.
const HEIGHT: usize = 4;
/// How many words from the start the noun for a story may stand.
const STORY: usize = 4;
/// How many words behind *is* it is denied in: "is no rumour", "is certainly not a lie".
const DENIED: usize = 2;

impl Composer<'_> {
    /// "Imagine a world in which it recognises", "A hoax claimed that it had", "In the novel, it besieges".
    pub(super) fn is_made_up(&self, site: ClauseId) -> bool {
        self.is_in_story() || self.is_told_by_maker(site)
    }

    /// "The idea that it could mediate | made them laugh": whose it is nobody says, and nobody is for it.
    pub(super) fn is_mere_idea(&self, noun: PhraseId) -> bool {
        let idea = self.view.phrase(noun).is_some_and(|idea| {
            matches!(
                self.view.noun_text(idea.head),
                "idea" | "notion" | "thought" | "suggestion" | "possibility" | "hypothesis"
            )
        });
        idea && !self.draft.taken_over && !self.scene.noun_parties(noun).iter().any(Party::is_actor)
    }

    /// "Its recognition | is a myth", "its mediation | never came", "exists only on paper": what is told not to be is no deed. What "is no myth" is,
    /// and what "did not come as a surprise" came.
    pub(super) fn is_unreal(&self, telling: ClauseId) -> bool {
        let said = self
            .view
            .clause(telling)
            .and_then(|clause| self.view.phrase(clause.predicate?));
        let verb = self.view.verb_group(telling);
        let word = |at: usize| self.view.marker_text(at);
        // "is no more than a myth", "is nothing but a rumour": that it is, and nothing else.
        let only = verb.and_then(|verb| self.no_more_than(verb.end));
        let said = only.or(said);
        let denied = only.is_none()
            && verb.is_some_and(|verb| {
                let denies = |at: usize| matches!(word(at), "not" | "no" | "never" | "hardly");
                verb.verb.negated || (verb.start..verb.end + DENIED).any(denies)
            });
        let called = !denied
            && said.is_some_and(|said| {
                matches!(
                    self.view.noun_text(said.head),
                    "myth"
                        | "fiction"
                        | "fantasy"
                        | "lie"
                        | "invention"
                        | "fabrication"
                        | "rumour"
                        | "rumor"
                        | "hoax"
                        | "illusion"
                        | "mirage"
                ) || self.view.noun_text(said.head) == "dream" && word(said.end) != "come"
            });
        called
            || verb.is_some_and(|verb| {
                let behind = self.view.tokens.get(verb.end).map(|token| token.kind);
                let alone = matches!(behind, None | Some(TokenKind::Stop | TokenKind::Comma));
                let never = denied && alone;
                match self.view.verb_text(verb.head) {
                    "come" | "happen" | "materialise" | "materialize" | "occur" => never,
                    "exist" => never || self.view.marker_text(verb.end) == "only",
                    "invent" | "fabricate" => self.view.is_passive(telling),
                    _ => false,
                }
            })
    }

    /// "no more than | a myth", "nothing but | a rumour", "little more than | a dream": what a thing is and no more, behind its *is*.
    fn no_more_than(&self, from: usize) -> Option<&Phrase> {
        let word = |at: usize| self.view.marker_text(at);
        let behind = match (word(from), word(from + 1), word(from + 2)) {
            ("no" | "nothing" | "little" | "not" | "hardly", "more", "than") => from + 3,
            ("nothing", "but", _) => from + 2,
            _ => return None,
        };
        self.view.phrase(self.view.phrase_at(behind)?)
    }

    /// "is said to shelter it", "believed to have recognised it": by whom isn't told, so a judgement is nobody's, and a deed is likely at most.
    pub(super) fn is_reported(&mut self, saying: ClauseId, site: Option<ClauseId>) {
        let Some(verb) = self.view.verb_group(saying) else {
            return;
        };
        let says = matches!(
            self.view.verb_text(verb.head),
            "say" | "believe" | "report" | "allege" | "think" | "suppose" | "rumour" | "suspect"
        );
        if says && self.view.is_passive(saying) && self.view.agent(saying).is_none() {
            self.draft.hedged = true;
            // "was supposed to | recognise it": it was to do so, and nobody says that it did; "is supposed to have done so" is a report.
            let done = self.draft.clauses.last().or(site.as_ref());
            let done = done.and_then(|id| self.view.verb_group(*id));
            self.draft.cancelled |= self.view.verb_text(verb.head) == "suppose"
                && !done.is_some_and(|done| done.verb.perfect);
            self.draft.cancelled |= self.draft.by_speaker && self.draft.holders.is_empty();
        }
    }

    /// "its alleged recognition of": likely at most.
    pub(super) fn is_alleged(&self, noun: PhraseId) -> bool {
        self.view.phrase(noun).is_some_and(|noun| {
            (noun.start..noun.head).any(|at| {
                matches!(
                    self.view.marker_text(at),
                    "alleged" | "supposed" | "reported" | "purported" | "rumoured" | "suspected"
                )
            })
        })
    }

    /// "a licence | to go on bombing", "a pretext to recognise it", "permission to besiege it": it may be done or not.
    pub(super) fn is_licence(&self, noun: &Phrase) -> bool {
        noun.kind == PhraseKind::Noun
            && matches!(
                self.view.noun_text(noun.head),
                "licence"
                    | "license"
                    | "permission"
                    | "excuse"
                    | "pretext"
                    | "cheque"
                    | "temptation"
                    | "incentive"
                    | "ploy"
                    | "ruse"
                    | "trick"
            )
    }

    /// "reserves the right | to recognise it", "gave up the right": whoever may do it has not done it.
    pub(super) fn is_right_kept(&self, noun: &Phrase, parent: ClauseId) -> bool {
        matches!(
            self.view.noun_text(noun.head),
            "right" | "option" | "freedom"
        ) && self.view.verb_group(parent).is_some_and(|verb| {
            matches!(
                self.view.verb_text(verb.head),
                "reserve"
                    | "retain"
                    | "keep"
                    | "preserve"
                    | "give"
                    | "waive"
                    | "forgo"
                    | "surrender"
                    | "lose"
                    | "renounce"
            )
        })
    }

    /// "learned that it would have no part", "was told that it would not": what befalls the one who is told is no stance.
    pub(super) fn is_told_to_holder(&self, telling: ClauseId) -> bool {
        let learns = self.view.verb_group(telling).is_some_and(|verb| {
            let text = self.view.verb_text(verb.head);
            matches!(
                text,
                "learn" | "discover" | "realise" | "realize" | "understand" | "hear" | "grasp"
            ) || verb.verb.passive && matches!(text, "tell" | "inform" | "notify" | "assure")
        });
        let told = learns
            .then(|| self.parties(self.view.clause(telling).and_then(|clause| clause.subject)));
        told.is_some_and(|told| {
            let mut holders = self.draft.holders.iter();
            holders.any(|holder| told.iter().any(|party| party.who == holder.who))
        })
    }

    /// Whether the sentence begins with where it is told: "In the novel,", "In his last film Peru". Of "In a play for time," nothing is told there.
    fn is_in_story(&self) -> bool {
        let tag = |at: usize| self.view.tags.get(at);
        let story = (1..=STORY).find(|at| is_story(self.view.noun_text(*at)));
        let Some(story) = story.filter(|_| self.view.marker_text(0) == "in") else {
            return false;
        };
        let before = (1..story).all(|at| {
            matches!(
                tag(at),
                Some(Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Noun | Tag::Number)
            )
        });
        let next = self.view.tokens.get(story + 1).map(|token| token.kind);
        before
            && (next == Some(TokenKind::Comma)
                || tag(story + 1) == Some(&Tag::Proper)
                || matches!(self.view.marker_text(story + 1), "by" | "about"))
    }

    fn is_told_by_maker(&self, site: ClauseId) -> bool {
        let mut at = self.view.clause(site).and_then(|clause| clause.parent);
        for _ in 0..HEIGHT {
            let Some(clause) = at.and_then(|id| self.view.clause(id)) else {
                return false;
            };
            let verb = clause.verb.and_then(|verb| self.view.phrase(verb));
            let imagines = verb.is_some_and(|verb| {
                !verb.verb.negated
                    && matches!(
                        self.view.verb_text(verb.head),
                        "imagine" | "fantasise" | "fantasize"
                    )
            });
            if verb.is_some_and(|verb| self.is_thought_by_nobody(clause, verb)) {
                return true;
            }
            let subject = clause.subject.and_then(|id| self.view.phrase(id));
            // "Forged letters led Peru to recognise it": it did.
            let tells = verb.is_some_and(|verb| {
                self.view.usage(verb.head).any(Usage::SPEECH)
                    || matches!(
                        self.view.verb_text(verb.head),
                        "show"
                            | "have"
                            | "depict"
                            | "portray"
                            | "tell"
                            | "describe"
                            | "suggest"
                            | "spread"
                            | "circulate"
                    )
            });
            if imagines || tells && subject.is_some_and(|subject| self.is_hoax(subject)) {
                return true;
            }
            at = clause.parent;
        }
        false
    }

    /// "Suppose | that it recognised it", "It is hard to see | it recognising it", "Anyone who thinks | that it will is dreaming": what is only put before a
    /// reader, hard to believe, or believed by whoever may be wrong is told by nobody.
    fn is_thought_by_nobody(&self, clause: &Clause, verb: &Phrase) -> bool {
        let text = self.view.verb_text(verb.head);
        let put = matches!(text, "suppose" | "assume" | "picture" | "say")
            && clause.subject.is_none()
            && verb.start == 0;
        let thinks = matches!(
            text,
            "think"
                | "believe"
                | "expect"
                | "imagine"
                | "see"
                | "picture"
                | "suppose"
                | "hope"
                | "conceive"
        );
        let doubted = || {
            let above = clause.parent.and_then(|above| self.view.clause(above));
            let said = above.and_then(|above| self.view.phrase(above.predicate?));
            clause.kind == ClauseKind::Infinitive
                && said.is_some_and(|said| {
                    matches!(
                        self.view.marker_text(said.head),
                        "hard"
                            | "difficult"
                            | "impossible"
                            | "naive"
                            | "naïve"
                            | "foolish"
                            | "absurd"
                            | "unrealistic"
                            | "illusory"
                            | "wrong"
                            | "tempting"
                            | "easy"
                            | "premature"
                            | "silly"
                    )
                })
        };
        let anyone = || {
            let who = match clause.kind {
                ClauseKind::Relative => clause.governor,
                _ => clause.subject,
            };
            who.and_then(|who| self.view.phrase(who))
                .is_some_and(|who| {
                    matches!(
                        self.view.marker_text(who.head),
                        "anyone" | "anybody" | "whoever" | "one" | "you"
                    )
                })
        };
        put || thinks
            && (!self.draft.evaluation && doubted()
                || clause.kind == ClauseKind::Relative && anyone())
    }

    /// "a hoax", "rumours", "a false report".
    fn is_hoax(&self, noun: &Phrase) -> bool {
        let false_one = || {
            (noun.start..noun.head).any(|at| {
                matches!(
                    self.view.marker_text(at),
                    "false" | "fake" | "bogus" | "forged" | "fabricated" | "untrue" | "doctored"
                )
            })
        };
        matches!(
            self.view.noun_text(noun.head),
            "hoax"
                | "hoaxer"
                | "forgery"
                | "fabrication"
                | "deepfake"
                | "spoof"
                | "satire"
                | "novel"
        ) || false_one()
    }
}

/// Nouns for what is not meant to be true.
fn is_story(noun: &str) -> bool {
    matches!(
        noun,
        "novel"
            | "film"
            | "play"
            | "opera"
            | "thriller"
            | "dream"
            | "fable"
            | "satire"
            | "spoof"
            | "fantasy"
            | "simulation"
    )
}
