//! Headlines, written as sentences are: "Senate Rejects Tax Bill" as "senate rejects tax bill".
//!
//! Where every word has a capital, a capital tells no name. Known words lose it before the sentence is read; unknown ones keep it.

use std::borrow::Cow;

use crate::token::{Lexicon, Readings, Shape, Token, TokenKind};

use super::words::is_in_tables;

/// Words with a capital from which a text can be a headline.
const FEWEST: usize = 3;
/// Letters of a word that may go without a capital among others that have one: "to", "with", "over".
const SHORT: usize = 4;
/// Names that are common words too.
const NAMES: [&str; 3] = ["May", "March", "August"];

/// The text, without the capitals that tell nothing.
pub(super) fn as_sentence<'a>(text: &'a str, tokens: &[Token], lexicon: &Lexicon) -> Cow<'a, str> {
    if !is_headline(tokens) {
        return Cow::Borrowed(text);
    }
    let is_known = |token: &Token| {
        let form = token.span.of(text);
        let is_acronym = token.shape.has(Shape::ALL_CAPITALS) && form.len() > 1;
        let is_listed = lexicon.word(token.word).readings != Readings::NONE || is_in_tables(form);
        is_listed && !is_acronym && !NAMES.contains(&form)
    };
    let mut written = String::with_capacity(text.len());
    let mut from = 0;
    for token in tokens.iter().filter(|token| is_capital(token)) {
        let (start, end) = (token.span.start(), token.span.end());
        written.push_str(text.get(from..start).unwrap_or_default());
        let word = text.get(start..end).unwrap_or_default();
        if is_known(token) {
            written.push_str(&word.to_lowercase());
        } else {
            written.push_str(word);
        }
        from = end;
    }
    written.push_str(text.get(from..).unwrap_or_default());
    Cow::Owned(written)
}

fn is_capital(token: &Token) -> bool {
    token.kind == TokenKind::Word && token.shape.has(Shape::CAPITAL)
}

fn is_headline(tokens: &[Token]) -> bool {
    let words = || tokens.iter().filter(|token| token.kind == TokenKind::Word);
    words().filter(|token| is_capital(token)).count() >= FEWEST
        && words().all(|token| is_capital(token) || token.span.len() <= SHORT)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::wording::is_opposed;
    use crate::token::tokens_into;

    fn written(text: &str) -> String {
        let mut tokens = Vec::new();
        tokens_into(Lexicon::english(), text, 0, &mut tokens);
        as_sentence(text, &tokens, Lexicon::english()).into_owned()
    }

    #[test]
    fn known_words_of_a_headline_lose_their_capital() {
        assert_eq!(
            written("Zarkov Opens New School in May"),
            "Zarkov opens new school in May"
        );
        let sentence = "Anna Zarkov opens a new school.";
        assert_eq!(written(sentence), sentence);
    }

    #[test]
    fn a_headline_is_read_as_a_sentence() {
        let opens = "Mayor Opens New School";
        assert!(is_opposed(opens, "Mayor Closes New School"));
        assert!(is_opposed(opens, "The mayor did not open a new school."));
        assert!(!is_opposed(opens, "New School Opened by Mayor"));
    }
}
