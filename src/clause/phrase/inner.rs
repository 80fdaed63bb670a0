//! What may stand inside a noun phrase and is no word of it: a comma or coordinator between adjectives, quotation marks, a unit, the stop of a title.

use super::Chunker;
use crate::clause::tag::noun::is_people_adjective;
use crate::clause::tag::{Tag, is_abbreviation_stop};
use crate::token::TokenKind;

impl Chunker<'_> {
    /// "$5", "£90m", "#4": a mark written to the number after it.
    pub(super) fn is_currency(&self, at: usize) -> bool {
        let token = |at: usize| self.words.get(at).map(|word| word.token);
        token(at).zip(token(at + 1)).is_some_and(|(mark, number)| {
            mark.kind == TokenKind::Mark
                && number.kind == TokenKind::Number
                && mark.span.end() == number.span.start()
        })
    }

    /// "5%": a mark written to the number before it.
    fn is_unit(&self, at: usize) -> bool {
        let token = |at: usize| self.words.get(at).map(|word| word.token);
        at > 0
            && token(at - 1).zip(token(at)).is_some_and(|(number, mark)| {
                mark.kind == TokenKind::Mark
                    && number.kind == TokenKind::Number
                    && mark.span.start() == number.span.end()
            })
    }

    /// The stop of "Mr." and "Gov.", inside a name.
    fn is_title_stop(&self, at: usize) -> bool {
        let token = |at: usize| self.words.get(at).map(|word| word.token);
        let (Some(before), Some(stop), Some(after)) =
            (at.checked_sub(1).and_then(token), token(at), token(at + 1))
        else {
            return false;
        };
        is_abbreviation_stop(&[before, stop, after], 1) && after.kind != TokenKind::Comma
    }

    /// "political and economic sanctions", "strong and lasting ties".
    pub(super) fn joins_adjectives(&self, at: usize) -> bool {
        let adjective_before = at > 0 && matches!(self.tag(at - 1), Tag::Adjective);
        adjective_before
            && self.tag(at + 1) == Tag::Adjective
            && (self.noun_after(at + 1) || self.tag(at + 2) == Tag::Adjective)
    }

    /// "a German and Belgian text": after "a" a people's name is an adjective, so that another may stand between it and its noun.
    pub(super) fn joins_peoples(&self, at: usize) -> bool {
        let people = |at: usize| self.tag(at) == Tag::Proper && is_people_adjective(self.text(at));
        at > 1
            && people(at - 1)
            && people(at + 1)
            && matches!(
                self.text(at + 2),
                "draft"
                    | "text"
                    | "plan"
                    | "proposal"
                    | "initiative"
                    | "motion"
                    | "resolution"
                    | "statement"
            )
            && matches!(self.text(at - 2), "a" | "an" | "A" | "An")
    }

    /// A comma between adjectives, or a quotation mark that opens or closes around words of the phrase.
    pub(super) fn inner_mark(&self, at: usize) -> bool {
        let kind = self.kind(at);
        let before = at.checked_sub(1).map(|at| self.tag(at));
        match kind {
            TokenKind::Mark => self.is_currency(at) || self.is_unit(at),
            TokenKind::Stop => self.is_title_stop(at),
            TokenKind::Comma => {
                before == Some(Tag::Adjective)
                    && self.tag(at + 1) == Tag::Adjective
                    && self.noun_after(at + 1)
            }
            TokenKind::QuoteOpen => {
                matches!(
                    before,
                    Some(Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Owner)
                ) && self.short_quote(at)
            }
            TokenKind::QuoteClose => {
                before.is_some_and(|tag| {
                    matches!(tag, Tag::Adjective | Tag::Noun | Tag::Plural | Tag::Proper)
                }) && self.tag(at + 1).is_noun()
                    && self.quote_inside(at)
            }
            _ => false,
        }
    }

    fn short_quote(&self, open: usize) -> bool {
        (open + 1..open + 5)
            .take_while(|at| {
                matches!(
                    self.tag(*at),
                    Tag::Adjective
                        | Tag::Noun
                        | Tag::Plural
                        | Tag::Proper
                        | Tag::Mark
                        | Tag::Coordinator
                )
            })
            .any(|at| self.kind(at) == TokenKind::QuoteClose)
    }

    fn quote_inside(&self, close: usize) -> bool {
        (close.saturating_sub(4)..close).any(|at| self.kind(at) == TokenKind::QuoteOpen)
    }
}
