//! Where one noun phrase ends and the next begins though no word stands between: before a day, and before the subject of a clause.

use super::Chunker;
use crate::clause::tag::Tag;
use crate::token::{Readings, TokenKind, Usage};

/// How many words of a date may stand before its year: a day, *early* and a month.
const DATE_WORDS: usize = 3;

/// How many words of names stand between a verb and what it calls them.
const CALLED: usize = 10;

/// How many words behind a number its noun is looked for.
const COUNTED: usize = 5;

/// How many names of a list are followed to its verb.
const NAMES: usize = 6;

impl Chunker<'_> {
    /// Days and months begin a phrase of their own: "told reporters | Tuesday".
    pub(super) fn breaks_before(&self, at: usize) -> bool {
        // "arrived in Moscow | weeks after"
        if self.tag(at) != Tag::Proper {
            return at > 0
                && self.tag(at - 1) == Tag::Proper
                && (self.tag(at) == Tag::Plural && self.has(at, Readings::MEASURE)
                    || self.called_together(at));
        }
        self.follows_year(at)
            || self.contact_subject(at)
            || self.dated_subject(at)
            || self.placed_subject(at)
            || (self.usage(at).any(Usage::WEEKDAY)
                && !self.usage(at.saturating_sub(1)).any(Usage::DATE))
    }

    /// "sent Ghana | ninety tents", "lend Chad | 40 million dollars": what is counted isn't part of the name of whoever is given it.
    pub(super) fn gives_a_number(&self, at: usize) -> bool {
        let mut verb = at;
        while verb > 0 && self.tag(verb - 1) == Tag::Proper {
            verb -= 1;
        }
        let named = at - verb;
        let counted = (at + 1..at + COUNTED)
            .take_while(|at| {
                matches!(
                    self.tag(*at),
                    Tag::Number | Tag::Adjective | Tag::Noun | Tag::Plural
                )
            })
            .any(|at| {
                // "sent Gaza 300 lorries": relief goes where it is sent, and is read in one.
                let relief = matches!(
                    self.text(at),
                    "lorries" | "trucks" | "tons" | "tonnes" | "convoys"
                );
                self.tag(at) == Tag::Plural && !relief
            });
        if named == 0 || named > 3 || !counted {
            return false;
        }
        if verb > 0 && self.tag(verb - 1) == Tag::Determiner {
            verb -= 1;
        }
        let giver = verb.checked_sub(1).filter(|at| self.tag(*at).is_verb());
        giver.is_some_and(|at| {
            let lemma = self.words.get(at).map(|word| word.word.verb);
            gives(lemma.map_or("", |lemma| self.lexicon.text(lemma)))
        })
    }

    /// "declared Chile and Peru | rogue states": what several are called, behind the last of their names.
    fn called_together(&self, at: usize) -> bool {
        let plural = self.tag(at) == Tag::Plural
            || matches!(self.tag(at), Tag::Adjective | Tag::Noun)
                && self.tag(at + 1) == Tag::Plural;
        if !plural {
            return false;
        }
        let mut before = (at.saturating_sub(CALLED)..at).rev();
        let mut joined = false;
        let verb = before.find(|at| {
            joined |= self.tag(*at) == Tag::Coordinator;
            self.tag(*at) != Tag::Proper
                && self.tag(*at) != Tag::Coordinator
                && self
                    .words
                    .get(*at)
                    .is_some_and(|word| word.token.kind == TokenKind::Word)
        });
        let names = |verb: usize| {
            let lemma = self.words.get(verb).map(|word| word.word.verb);
            let lemma = lemma.map_or("", |lemma| self.lexicon.text(lemma));
            self.usage(verb).any(Usage::VERDICT_VERB)
                || matches!(lemma, "designate" | "name" | "proclaim" | "appoint")
        };
        joined && verb.is_some_and(|verb| self.tag(verb).is_verb() && names(verb))
    }

    /// "In 2020 | Bahrain", "in March 2019 | Chad", "on 11 July 2008 | China", "in early 2019 | Peru": a year ends the phrase of the
    /// preposition that governs its date.
    fn follows_year(&self, at: usize) -> bool {
        let Some(year) = at.checked_sub(1) else {
            return false;
        };
        let is_year = self
            .words
            .get(year)
            .is_some_and(|word| word.token.kind == TokenKind::Number && word.token.span.len() == 4);
        if !is_year {
            return false;
        }
        let mut first = year;
        while let Some(before) = first.checked_sub(1)
            && year - before <= DATE_WORDS
            && (self.usage(before).any(Usage::DATE)
                || matches!(self.tag(before), Tag::Number | Tag::Adjective))
        {
            first = before;
        }
        first > 0 && self.tag(first - 1) == Tag::Preposition
    }

    /// "In The Hague | Kofi Annan warned", "From Kyiv | Zelensky said": behind the place that opens a sentence the verb's subject, its last two
    /// names, or one of two.
    fn placed_subject(&self, at: usize) -> bool {
        let mut first = at;
        while first > 0 && self.tag(first - 1) == Tag::Proper {
            first -= 1;
        }
        if first < at && self.tag(first.wrapping_sub(1)) == Tag::Determiner {
            first -= 1;
        }
        let opens = first == 1 && self.tag(0) == Tag::Preposition;
        if !opens || first == at || self.tag(at) != Tag::Proper {
            return false;
        }
        let mut after = at + 1;
        while self.tag(after) == Tag::Proper && after < at + 5 {
            after += 1;
        }
        let names = after - first;
        let subject = if names > 2 { 2 } else { 1 };
        names > 1 && after - at == subject && self.tag(self.behind_list(after)).is_finite()
    }

    /// "On Monday | Putin", "in May | Bahrain", "on 5 June | Oman": a name right after the day or month that a preposition governs.
    fn dated_subject(&self, at: usize) -> bool {
        let Some(day) = at.checked_sub(1).map(|before| self.usage(before)) else {
            return false;
        };
        // "on Tuesday evening | Israel's cabinet"
        if day.any(Usage::DAY_PART)
            && at > 1
            && self.usage(at - 2).any(Usage::WEEKDAY)
            && self.tag(at) == Tag::Proper
        {
            return true;
        }
        // "in early January | Bahrain"
        let governed = at > 2
            && self.tag(at - 2) == Tag::Adjective
            && self.tag(at - 3) == Tag::Preposition
            && !day.any(Usage::WEEKDAY);
        let dated = governed
            || at > 1
                && (self.tag(at - 2) == Tag::Preposition
                    || (self.tag(at - 2) == Tag::Number && !day.any(Usage::WEEKDAY)));
        dated
            && self.tag(at) == Tag::Proper
            && self.tag(at - 1) == Tag::Proper
            && day.any(Usage::DATE)
            && !self.usage(at).any(Usage::DATE)
    }

    /// "the part | Egypt had played": a name after a plain noun is a subject of its own when a verb follows; after a noun
    /// for a person or a body it belongs to that ("the movement Hamas said").
    fn contact_subject(&self, at: usize) -> bool {
        if self.tag(at) != Tag::Proper
            || at == 0
            || !matches!(self.tag(at - 1), Tag::Noun | Tag::Plural)
            || self.has(at - 1, Readings::HUMAN | Readings::GROUP)
        {
            return false;
        }
        let mut after = at + 1;
        while self.tag(after) == Tag::Proper && after < at + 5 {
            after += 1;
        }
        self.tag(self.behind_list(after)).is_finite()
    }

    /// "In a statement | Egypt, Jordan and Iraq welcomed": the token behind the names that are joined to one which ends before `after`.
    fn behind_list(&self, after: usize) -> usize {
        let comma = |at: usize| {
            let word = self.words.get(at);
            word.is_some_and(|word| word.token.kind == TokenKind::Comma)
        };
        let mut end = after;
        for _ in 0..NAMES {
            let mut next = end;
            next += usize::from(comma(next));
            next += usize::from(self.tag(next) == Tag::Coordinator);
            if next == end {
                break;
            }
            next += usize::from(self.tag(next) == Tag::Determiner);
            let first = next;
            while self.tag(next) == Tag::Proper && next < first + 5 {
                next += 1;
            }
            if next == first {
                break;
            }
            end = next;
        }
        end
    }
}

/// Verbs of handing something to somebody.
fn gives(verb: &str) -> bool {
    matches!(
        verb,
        "give"
            | "send"
            | "sell"
            | "offer"
            | "promise"
            | "pledge"
            | "lend"
            | "loan"
            | "grant"
            | "hand"
            | "supply"
            | "ship"
            | "provide"
            | "deliver"
            | "donate"
            | "owe"
            | "pay"
            | "award"
            | "allocate"
            | "allot"
            | "deny"
            | "refuse"
            | "guarantee"
    )
}
