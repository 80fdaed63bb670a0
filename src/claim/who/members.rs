//! Many, and their names: "the two neighbours, Chad and Sudan", "by four mediators: Chad, Kenya, …", "states such as Chad".

use crate::claim::cue::site::Scene;
use crate::clause::{Clause, PhraseId, PhraseKind, Tag};
use crate::mention::how_many;
use crate::token::TokenKind;

/// How many phrases behind a noun for many a colon may stand that gives their names.
const MEMBERS: usize = 6;

impl Scene<'_> {
    /// "the two neighbours, Ethiopia and Eritrea": the first of the list is what the others together are called.
    pub(super) fn lists_its_members(&self, first: PhraseId) -> bool {
        let members = || self.view.conjuncts(first).skip(1);
        if members().nth(1).is_none() {
            return false;
        }
        let together = self.view.phrase(first).is_some_and(|phrase| {
            self.view.tags.get(phrase.head) == Some(&Tag::Plural)
                && (matches!(self.view.marker_text(phrase.start), "the" | "both")
                    || how_many(self.view.marker(phrase.start)) == Some(members().count()))
        });
        let is = |id: PhraseId, actor: bool| {
            self.mentions
                .referent(id)
                .is_some_and(|referent| referent.who.is_actor() == actor)
        };
        together && is(first, false) && members().all(|id| is(id, true))
    }

    /// "by four mediators: | Chile, Peru, Ghana and Fiji": the first of the names that a colon gives of many.
    pub(super) fn members_named_after(&self, id: PhraseId) -> Option<PhraseId> {
        let phrase = self.view.phrase(id)?;
        let many = self.view.tags.get(phrase.head) == Some(&Tag::Plural);
        let named = self.mentions.referent(id);
        if !many || named.is_some_and(|referent| referent.who.is_actor()) {
            return None;
        }
        if let Some(first) = self.members_such_as(id).or_else(|| self.members_at_end(id)) {
            return Some(first);
        }
        let after = self.view.phrases.iter().enumerate().skip(id.index() + 1);
        let (colon, _) = after
            .take(MEMBERS)
            .find(|(_, phrase)| phrase.kind == PhraseKind::Mark(TokenKind::Colon))?;
        let between = self.view.phrases.get(id.index() + 1..colon)?;
        let hangs = between.iter().all(|phrase| {
            matches!(phrase.kind, PhraseKind::Preposition)
                || phrase.kind == PhraseKind::Noun && phrase.preposition.is_some()
        });
        let first = PhraseId::new(colon + 1);
        let several = self.view.conjuncts(first).nth(1).is_some();
        let all = several
            && self.view.conjuncts(first).all(|id| {
                let referent = self.mentions.referent(id);
                referent.is_some_and(|referent| referent.who.is_actor())
            });
        // "two states: | Chile and Peru abstained"
        let does = |clause: &Clause| clause.subject == Some(first) && clause.verb > Some(first);
        (hangs && all && !self.view.clauses.iter().any(does)).then_some(first)
    }

    /// "Three states rejected it: | Chile, Peru and Ghana.": the first of as many names as do it, where a colon gives them at the end.
    pub(super) fn members_at_end(&self, id: PhraseId) -> Option<PhraseId> {
        let many = self.view.phrase(id)?;
        let count = how_many(self.view.marker(many.start))?;
        let does = self.view.clause(many.clause)?.subject == Some(id);
        let mut after = self.view.phrases.iter().enumerate().skip(id.index() + 1);
        let (colon, _) = after
            .find(|(_, phrase)| phrase.kind == PhraseKind::Mark(TokenKind::Colon))
            .filter(|_| does)?;
        let first = PhraseId::new(colon + 1);
        let mut names = self.view.conjuncts(first);
        let actors = self.view.conjuncts(first).filter(|id| {
            let named = self.mentions.referent(*id);
            named.is_some_and(|referent| referent.who.is_actor())
        });
        let last = names.by_ref().last().and_then(|id| self.view.phrase(id))?;
        let ends = self
            .view
            .tokens
            .get(last.end)
            .is_none_or(|end| end.kind == TokenKind::Stop);
        (actors.count() == count && ends).then_some(first)
    }

    /// "countries such as | Chile and Peru", "several states, including | Chile and Peru": the first of those that are named of many.
    pub(super) fn members_such_as(&self, id: PhraseId) -> Option<PhraseId> {
        let many = self.view.phrase(id)?;
        // "Several states opposed to groups such as Hamas | rejected it": those that hang on a noun do nothing.
        let does = self.view.clause(many.clause)?.subject == Some(id);
        if does && many.preposition.is_some() {
            return None;
        }
        let next = self.view.tokens.get(many.end).map(|token| token.kind);
        let comma = usize::from(next == Some(TokenKind::Comma));
        let mut at = many.end + comma;
        let named = |at: usize| match self.view.marker_text(at) {
            "such" | "among" => Some(2),
            "including" | "notably" | "especially" | "particularly" => Some(1),
            _ => None,
        };
        let words = match named(at) {
            Some(words) => words,
            None => {
                at = self.view.named_behind(id).filter(|_| does)?;
                named(at)?
            }
        };
        let first = self.view.phrase_at(at + words)?;
        let actor = |id: PhraseId| {
            let referent = self.mentions.referent(id);
            referent.is_some_and(|referent| referent.who.is_actor())
        };
        self.view.conjuncts(first).all(actor).then_some(first)
    }
}
