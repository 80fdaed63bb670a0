//! What a word may be, by the lexicon and its form: before any context is asked.

use super::Candidate;
use crate::token::{Lexicon, Readings, Shape, Token, TokenKind, Word};

/// The words of a sentence as looked up, and what each of them may be.
pub(super) fn candidates_into(
    lexicon: &Lexicon,
    text: &str,
    tokens: &[Token],
    out: &mut Vec<Candidate>,
) {
    let title_case = is_title_case(tokens);
    out.clear();
    out.extend(
        tokens
            .iter()
            .enumerate()
            .map(|(index, &token)| candidate(lexicon, text, tokens, index, token, title_case)),
    );
}

/// Whether most longer words are capitalised, as in a headline: then a capital says nothing.
fn is_title_case(tokens: &[Token]) -> bool {
    let stopped = tokens
        .last()
        .is_some_and(|token| token.kind == TokenKind::Stop);
    if stopped {
        return false;
    }
    let long = tokens
        .iter()
        .filter(|token| token.kind == TokenKind::Word && token.span.len() > 3);
    let (all, capitals) = long.fold((0, 0), |(all, capitals), token| {
        (
            all + 1,
            capitals + usize::from(token.shape.has(Shape::CAPITAL)),
        )
    });
    all >= 4 && capitals * 10 >= all * 8
}

fn candidate(
    lexicon: &Lexicon,
    text: &str,
    tokens: &[Token],
    index: usize,
    token: Token,
    title_case: bool,
) -> Candidate {
    let word = lexicon.word(token.word);
    let readings = match token.kind {
        TokenKind::Word => {
            // Only a capital asks what its place says.
            let capital = token.shape.has(Shape::CAPITAL) && !title_case;
            let opens = capital && opens(lexicon, tokens, index, word);
            form_readings(lexicon, word, token, text, capital, opens)
        }
        TokenKind::Number => Readings::NUMBER,
        _ => Readings::NONE,
    };
    Candidate {
        token,
        word,
        readings,
    }
}

/// Whether a word stands where any word has a capital, and is likely to begin no name.
fn opens(lexicon: &Lexicon, tokens: &[Token], index: usize, word: Word) -> bool {
    let before = index
        .checked_sub(1)
        .and_then(|before| tokens.get(before))
        .map(|token| token.kind);
    matches!(
        before,
        None | Some(
            TokenKind::QuoteOpen
                | TokenKind::Colon
                | TokenKind::Stop
                | TokenKind::BracketOpen
                | TokenKind::Dash
        )
    ) && !after_abbreviation(tokens, index)
        && !begins_name(lexicon, tokens, index, word)
}

/// Whether the stop before a token belongs to a title or an initial: "Mr. | Stone", "Gov. | Trent".
fn after_abbreviation(tokens: &[Token], index: usize) -> bool {
    index
        .checked_sub(1)
        .is_some_and(|stop| is_abbreviation_stop(tokens, stop))
}

/// A stop glued to a short capitalised word, with a capital or number after it in the same sentence.
pub(in crate::clause) fn is_abbreviation_stop(tokens: &[Token], stop: usize) -> bool {
    let (Some(before), Some(mark), Some(after)) = (
        stop.checked_sub(1).and_then(|at| tokens.get(at)),
        tokens.get(stop),
        tokens.get(stop + 1),
    ) else {
        return false;
    };
    let glued = before.span.end() == mark.span.start() && mark.span.len() == 1;
    let short = before.kind == TokenKind::Word
        && before.shape.has(Shape::CAPITAL)
        && before.span.len() <= 5;
    let goes_on = after.kind == TokenKind::Number
        || (after.kind == TokenKind::Word && after.shape.has(Shape::CAPITAL))
        || after.kind == TokenKind::Comma;
    mark.kind == TokenKind::Stop
        && glued
        && short
        && goes_on
        && after.span.start() <= mark.span.end() + 1
}

/// Whether the first word of a sentence is likely to begin a name: "United States", "Security Council".
fn begins_name(lexicon: &Lexicon, tokens: &[Token], index: usize, word: Word) -> bool {
    let next = tokens
        .get(index + 1)
        .filter(|next| next.kind == TokenKind::Word && next.shape.has(Shape::CAPITAL));
    let name_like = word
        .readings
        .any(Readings::ANY_NOUN | Readings::ADJECTIVE | Readings::PARTICIPLE)
        && !word.readings.any(Readings::ADVERB | Readings::ING);
    name_like
        && next.is_some_and(|next| {
            !lexicon
                .word(next.word)
                .readings
                .any(Readings::DETERMINER | Readings::PRONOUN)
        })
}

/// What a word may be, by lexicon and form.
fn form_readings(
    lexicon: &Lexicon,
    word: Word,
    token: Token,
    text: &str,
    capital: bool,
    opens: bool,
) -> Readings {
    let open_class = Readings::ANY_NOUN | Readings::VERB | Readings::ADJECTIVE | Readings::ADVERB;
    let known = word.readings;
    let function = known.any(Readings::CLOSED);
    if capital
        && token.shape.has(Shape::ALL_CAPITALS)
        && token.span.len() > 1
        && !(known.any(Readings::MODAL) && opens)
    {
        return Readings::NONE;
    }
    // "in May", "Will Smith"
    if capital && !opens && (!function || known.any(Readings::MODAL)) {
        return Readings::NONE;
    }
    if token.word.is_known() && (known.any(open_class) || function) {
        return known;
    }
    if capital && !(opens && is_adverb_of_known(lexicon, token.span.of(text))) {
        return Readings::NONE;
    }
    guess(token.span.of(text))
}

/// Whether a capitalised word that opens a sentence is an adverb ("Oddly") and no name ("Chirply"): what it is made from is known.
fn is_adverb_of_known(lexicon: &Lexicon, word: &str) -> bool {
    let word = word.to_lowercase();
    let Some(stem) = word.strip_suffix("ly").filter(|stem| stem.len() > 2) else {
        return false;
    };
    let known = |form: &str| {
        lexicon
            .word(lexicon.look_up(form))
            .readings
            .any(Readings::ADJECTIVE | Readings::PARTICIPLE | Readings::ING)
    };
    known(stem)
        || known(&format!("{stem}le"))
        || stem
            .strip_suffix('i')
            .is_some_and(|stem| known(&format!("{stem}y")))
        || stem.strip_suffix("al").is_some_and(known)
}

/// What an unknown word is likely to be, by its end.
fn guess(word: &str) -> Readings {
    let ends = |list: &[&str]| word.len() > 4 && list.iter().any(|end| word.ends_with(end));
    // "Italy", "anomaly" are none.
    if ends(&["ly"]) && !ends(&["aly"]) {
        Readings::ADVERB
    } else if ends(&["ing"]) {
        Readings::ING | Readings::NOUN
    } else if ends(&["ed"]) {
        Readings::PAST | Readings::PARTICIPLE | Readings::ADJECTIVE
    } else if ends(&[
        "ous", "ful", "ive", "able", "ible", "less", "ish", "ical", "ary",
    ]) {
        Readings::ADJECTIVE | Readings::ADJECTIVE_FIRST
    } else if ends(&["al", "ic", "an", "ese"]) {
        Readings::ADJECTIVE | Readings::NOUN | Readings::ADJECTIVE_FIRST
    } else if word.ends_with('s') && !ends(&["ss", "us", "is"]) {
        Readings::PLURAL
    } else {
        Readings::NOUN
    }
}
