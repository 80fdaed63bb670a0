//! Words to meet in a row, from the text of a pack.

use crate::token::{Lexicon, Readings, Token, TokenKind, Tokenizer};

use super::problem::PhraseFault;
use super::rules::Phrase;

/// More words than any rule needs; a cue of a thousand words is a mistake, and would cost a matcher a thousand states.
pub(super) const MOST_WORDS: usize = Phrase::MOST_WORDS;

/// The words of `text`, without the quotation marks that keep a word as it is written.
///
/// `Err` where the words could stand in no text in a row: a phrase never reaches over a comma or a full stop.
pub(super) fn phrase(text: &str) -> Result<Phrase, PhraseFault> {
    if let Some(phrase) = plain_phrase(text) {
        return Ok(phrase);
    }
    if text.chars().any(char::is_control) {
        return Err(PhraseFault::Control);
    }
    let mut phrase = Phrase::default();
    let mut quoted: Option<char> = None;
    let count = text.split_whitespace().count();
    if count > MOST_WORDS {
        return Err(PhraseFault::TooManyWords(count));
    }
    for word in text.split_whitespace() {
        let (word, opened) = match word.chars().next().and_then(closing_mark) {
            Some(close) if quoted.is_none() && closes_later(text, word, close) => {
                (tail(word), Some(close))
            }
            _ => (word, quoted),
        };
        let (word, closed) = match opened {
            Some(close) if word.ends_with(close) => (word.trim_end_matches(close), true),
            _ => (word, false),
        };
        quoted = if closed { None } else { opened };
        let is_capitalised = word.chars().any(char::is_uppercase);
        phrase.push(checked(word)?, opened.is_some() || is_capitalised);
    }
    match quoted {
        Some(_) => Err(PhraseFault::OpenQuotation),
        None if phrase.is_empty() => Err(PhraseFault::NoLetters),
        None => Ok(phrase),
    }
}

/// A few words of small letters, as nearly all are: nothing of them is literal, and nothing can be wrong.
fn plain_phrase(text: &str) -> Option<Phrase> {
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte == b' ';
    // No text of this length has more words than a phrase may have.
    if text.len() > MOST_WORDS || !text.bytes().all(is_plain) {
        return None;
    }
    let text = text.trim_ascii();
    if text.is_empty() || text.contains("  ") {
        return None;
    }
    Some(Phrase::plain(text))
}

fn closing_mark(open: char) -> Option<char> {
    match open {
        '"' => Some('"'),
        '“' => Some('”'),
        '\'' => Some('\''),
        '‘' => Some('’'),
        '«' => Some('»'),
        _ => None,
    }
}

/// Whether a mark opens a quotation: a double one always, a single one (which may be an apostrophe: "'til") if
/// another follows.
fn closes_later(text: &str, word: &str, close: char) -> bool {
    let is_single = matches!(close, '\'' | '’');
    !is_single || tail(word).contains(close) || text.trim_end().ends_with(close)
}

fn tail(word: &str) -> &str {
    let mut letters = word.chars();
    letters.next();
    letters.as_str()
}

/// A word that a text may have in a row with others: letters or digits, and no mark that is a token of its own.
fn checked(word: &str) -> Result<&str, PhraseFault> {
    if word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return Ok(word);
    }
    if !word.chars().any(char::is_alphanumeric) {
        return Err(PhraseFault::NoLetters);
    }
    let is_word = |token: &Token| matches!(token.kind, TokenKind::Word | TokenKind::Number);
    let mark = Tokenizer::new().tokens(word).find(|token| !is_word(token));
    match mark.and_then(|token| token.span.of(word).chars().next()) {
        Some(mark) => Err(PhraseFault::Punctuation(mark)),
        None => Ok(word),
    }
}

/// The base form of a verb that is given in another ("vetoed"): a verb is met by its base form, so that no text would ever meet it.
pub(super) fn base_of_inflected(verb: &Phrase) -> Option<&'static str> {
    let first = verb.words().next()?;
    let lexicon = Lexicon::english();
    let word = lexicon.word(lexicon.look_up(first));
    let is_inflected = word.readings.any(Readings::VERB)
        && !word.readings.any(Readings::BASE | Readings::AUXILIARY);
    (is_inflected && !verb.is_literal(0)).then(|| lexicon.text(word.verb))
}

/// Whether every word is one of those that are in nearly every sentence, so that a cue of them would tell nothing.
pub(super) fn is_too_common(phrase: &Phrase) -> bool {
    const COMMON: [&str; 19] = [
        "a", "an", "and", "are", "at", "be", "in", "is", "it", "of", "on", "or", "that", "the",
        "this", "to", "was", "were", "with",
    ];
    phrase.words().all(|word| COMMON.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> String {
        match phrase(text) {
            Ok(phrase) => {
                let marked = phrase.words().enumerate().map(|(index, word)| {
                    if phrase.is_literal(index) {
                        format!("[{word}]")
                    } else {
                        word.to_owned()
                    }
                });
                marked.collect::<Vec<_>>().join(" ")
            }
            Err(fault) => fault.to_string(),
        }
    }

    #[test]
    fn capitals_and_quotation_marks_keep_a_word_as_it_is() {
        assert_eq!(words("draft  resolution"), "draft resolution");
        assert_eq!(words("Security Council vote"), "[Security] [Council] vote");
        assert_eq!(words("'left' the room"), "[left] the room");
        assert_eq!(words("\"far from over\" now"), "[far] [from] [over] now");
        assert_eq!(words("“left” alone"), "[left] alone");
        assert_eq!(words("the U.S. vote"), "the [U.S.] vote");
    }

    #[test]
    fn an_apostrophe_is_no_quotation_mark() {
        assert_eq!(words("Israel's cease-fire"), "[Israel's] cease-fire");
        assert_eq!(words("workers' strike"), "workers' strike");
        assert_eq!(
            words("the Russian-led U.N. vote 3.5"),
            "the [Russian-led] [U.N.] vote 3.5"
        );
    }

    #[test]
    fn words_that_never_stand_in_a_row_are_faults() {
        assert_eq!(words(""), "a word of it has no letter or digit");
        assert_eq!(words("in - the way"), "a word of it has no letter or digit");
        assert_eq!(words("yes, but"), "`,` stands between words");
        assert_eq!(words("in the future."), "`.` stands between words");
        assert_eq!(words("no. 10"), "`.` stands between words");
        assert_eq!(words("half (or less)"), "`(` stands between words");
        assert_eq!(words("\"far from"), "a quotation mark isn't closed");
        assert_eq!(words("a\tb"), "a control character stands in it");
        assert_eq!(
            words(&"a ".repeat(65)),
            "65 words are more than a rule can have"
        );
        assert_eq!(phrase(&"a ".repeat(64)).unwrap().words().count(), 64);
    }

    #[test]
    fn a_verb_in_another_form_has_a_base_form() {
        let base = |text| base_of_inflected(&phrase(text).unwrap());
        assert_eq!(base("vetoed"), Some("veto"));
        assert_eq!(base("says so"), Some("say"));
        for text in ["veto", "be said", "put down", "'vetoed'", "blorked"] {
            assert_eq!(base(text), None, "{text}");
        }
    }

    #[test]
    fn words_of_every_sentence_tell_nothing() {
        let common = |text| is_too_common(&phrase(text).unwrap());
        assert!(common("of the"));
        assert!(common("be"));
        assert!(!common("in the way of"));
        assert!(!common("against"));
        assert!(!common("'IT'"));
    }
}
