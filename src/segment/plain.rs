//! The ordinary case, decided from a few bytes: `… the port. The …`, `… 3.5 …`, an empty line.
//!
//! Nothing here has an opinion of its own. Each case is one that the full decision would decide in the same way
//! whatever stands farther off; the tests hold the two against each other.

use super::candidate::Candidate;
use super::decide::Verdict;
use super::lexicon::{Lexicon, Marks};

/// The verdict on the candidate at `at`, where the bytes beside it are enough for one.
#[inline]
pub(super) fn decide(
    bytes: &[u8],
    lexicon: &Lexicon,
    at: usize,
    kind: Candidate,
) -> Option<Verdict> {
    match kind {
        Candidate::Stop => stop(bytes, lexicon, at),
        Candidate::Line => match bytes.get(at..at + 2)? {
            b"\n\n" => Some(Verdict::Border {
                end: at,
                next: at + 2,
            }),
            _ => None,
        },
        Candidate::Bracket => match bytes.get(at.checked_sub(2)?..at + 2)? {
            // The marker of an item stands alone: ` b) `, ` 12) `.
            [before, letter, _, after] => {
                let alone =
                    matches!(before, b' ' | b'\t' | b'0'..=b'9') && letter.is_ascii_alphanumeric();
                let smiley = matches!(letter, b':' | b';' | b'-');
                // A space need not be an ASCII one.
                let spaced = matches!(after, b' ' | b'\t') || !after.is_ascii();
                let open = !smiley && !alone || !spaced;
                open.then_some(Verdict::Open(at + 1))
            }
            _ => None,
        },
        Candidate::Bullet | Candidate::Foreign | Candidate::Rule | Candidate::Clock => None,
    }
}

/// A stop after a plain word, inside a number or an abbreviation, before an empty line.
#[inline]
fn stop(bytes: &[u8], lexicon: &Lexicon, at: usize) -> Option<Verdict> {
    let (before, rest) = bytes.get(at.checked_sub(1)?..)?.split_first()?;
    match (before, rest) {
        // A number; a file, an address; initials.
        (b'0'..=b'9', [b'.', b'0'..=b'9', ..]) | (_, [b'.', b'a'..=b'z', ..]) => open(at),
        (b'A'..=b'Z', [b'.', b'A'..=b'Z', ..]) => open(at),
        (b'a'..=b'z' | b'A'..=b'Z', [b'.', rest @ ..]) => {
            period(word(bytes, lexicon, at), rest, at)
        }
        (b'0'..=b'9', [b'.', b' ', b'A'..=b'Z', ..]) if is_year(bytes, at) => border(at, 1),
        (b'a'..=b'z', [b'?' | b'!', b' ', b'A'..=b'Z', ..])
            if word(bytes, lexicon, at) == Word::Plain =>
        {
            border(at, 1)
        }
        (_, [b'?' | b'!', b'"', b' ', b'a'..=b'z', ..]) => open(at),
        (_, [b'?' | b'!', 0xe2, 0x80, 0x9d | 0x99, b' ', b'a'..=b'z', ..]) => open(at),
        // The empty line decides.
        (_, [_, b'\n', b'\n', ..] | [_, b'"', b'\n', b'\n', ..]) => open(at),
        _ => None,
    }
}

/// A full stop at `at` between a word and `rest`.
#[inline]
fn period(word: Word, rest: &[u8], at: usize) -> Option<Verdict> {
    match (word, rest) {
        (Word::Plain, [b' ', b'A'..=b'Z' | b'0'..=b'9', ..]) => border(at, 1),
        (Word::Plain, [b' ', b'"' | b'\'' | b'(', b'A'..=b'Z', ..]) => border(at, 1),
        (Word::Plain, [b' ', 0xe2, 0x80, 0x9c | 0x98, b'A'..=b'Z', ..]) => border(at, 1),
        (Word::Plain, [b'"' | b'\'' | b')', b' ', b'A'..=b'Z', ..]) => border(at, 2),
        (Word::Plain, [0xe2, 0x80, 0x9d | 0x99, b' ', b'A'..=b'Z', ..]) => border(at, 4),
        (Word::Known(Marks::TITLE), [b' ', b'A'..=b'Z', ..]) => open(at),
        (Word::Known(marks), [b' ', b'a'..=b'z' | b'0'..=b'9', ..]) => {
            let always = marks.without(Marks::UNIT).any(Marks::ABBREVIATION);
            if always { open(at) } else { None }
        }
        (Word::Dotted, [b' ', b'a'..=b'z', ..]) => open(at),
        // The empty line decides.
        (
            _,
            [b'\n', b'\n', ..] | [b'"', b'\n', b'\n', ..] | [0xe2, 0x80, 0x9d, b'\n', b'\n', ..],
        ) => open(at),
        _ => None,
    }
}

/// The sentence ends `bytes` behind `at`, and the next one starts after a space.
#[inline]
fn border(at: usize, bytes: usize) -> Option<Verdict> {
    Some(Verdict::Border {
        end: at + bytes,
        next: at + bytes + 1,
    })
}

/// No sentence ends here.
#[inline]
fn open(at: usize) -> Option<Verdict> {
    Some(Verdict::Open(at + 1))
}

/// Whether four digits end at `at`, more than the marker of an item has.
#[inline]
fn is_year(bytes: &[u8], at: usize) -> bool {
    let digits = at.checked_sub(4).and_then(|from| bytes.get(from..at));
    digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_digit))
}

/// What stands before a stop.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    /// A word of two letters or more that is no abbreviation, and no name with a mark of its own.
    Plain,
    /// One of those.
    Known(Marks),
    /// A letter after a stop: `U.S`.
    Dotted,
    Other,
}

/// The word whose letters end at `at`.
#[inline]
fn word(bytes: &[u8], lexicon: &Lexicon, at: usize) -> Word {
    let Some(eight) = at
        .checked_sub(8)
        .and_then(|from| bytes.get(from..)?.first_chunk::<8>())
    else {
        return Word::Other;
    };
    let word = u64::from_le_bytes(*eight);
    // The high bit of each byte that is no letter.
    let low = (word | 0x2020_2020_2020_2020) & 0x7f7f_7f7f_7f7f_7f7f;
    let letter = (low + 0x1f1f_1f1f_1f1f_1f1f) & !(low + 0x0505_0505_0505_0505) & !word;
    let other = !letter & 0x8080_8080_8080_8080;
    if other == 0 {
        return if lexicon.is_short() {
            Word::Plain
        } else {
            Word::Other
        };
    }
    let letters = other.leading_zeros() / 8;
    match (word << (8 * letters) >> 56, letters) {
        (0x2e, 1) => Word::Dotted,
        (0x20, 2..) => {
            let marks = lexicon.marks_of_key(word >> (64 - 8 * letters));
            if marks.any(Marks::ABBREVIATION | Marks::MARKED) {
                Word::Known(marks)
            } else {
                Word::Plain
            }
        }
        _ => Word::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::super::Segmenter;
    use super::super::lexicon::BUILTIN;
    use super::*;

    /// The verdict on the candidate before `after`: where the sentence ends and the next one starts, counted from the candidate.
    fn decided_as(before: &str, after: &str, kind: Candidate) -> String {
        let text = format!("{before}{after}");
        match decide(text.as_bytes(), &BUILTIN, before.len(), kind) {
            Some(Verdict::Border { end, next }) => {
                format!("ends {}, next {}", end - before.len(), next - before.len())
            }
            Some(Verdict::Open(at)) => format!("goes on {}", at - before.len()),
            None => "asks".to_owned(),
        }
    }

    fn stop(before: &str, after: &str) -> String {
        decided_as(before, after, Candidate::Stop)
    }

    #[test]
    fn a_plain_word_and_a_capital_end_a_sentence() {
        for after in [
            ". The", ". 3", ". \"The", ". 'The", ". (The", ". “The", ". ‘The",
        ] {
            assert_eq!(stop("in the harbour", after), "ends 1, next 2", "{after}");
        }
        for after in ["? The", "! The"] {
            assert_eq!(stop("in the harbour", after), "ends 1, next 2", "{after}");
        }
        for after in [".\" The", ".' The", ".) The"] {
            assert_eq!(stop("in the harbour", after), "ends 2, next 3", "{after}");
        }
        for after in [".” The", ".’ The"] {
            assert_eq!(stop("in the harbour", after), "ends 4, next 5", "{after}");
        }
        assert_eq!(stop("It was in 2019", ". The"), "ends 1, next 2");
    }

    #[test]
    fn what_the_bytes_beside_it_do_not_tell_is_asked() {
        for after in [". the", ".\" the", ". -", ".", ". é", ". ”The", ".-The"] {
            assert_eq!(stop("in the harbour", after), "asks", "{after}");
        }
        // Three digits may be the marker of an item, a letter that isn't ASCII part of the word.
        assert_eq!(stop("It was in 201", ". The"), "asks");
        assert_eq!(stop("It is a201", ". The"), "asks");
        assert_eq!(stop("at the great café", ". The"), "asks");
        assert_eq!(stop("at the écoles", ". The"), "asks");
        // One letter, a word that isn't all in view, one with a joint in it.
        assert_eq!(stop("it was plan b", ". The"), "asks");
        assert_eq!(stop("harbour", ". The"), "asks");
        assert_eq!(stop("by the ship-yard", ". The"), "asks");
        assert_eq!(stop("by the AT&T", "? The"), "asks");
        assert_eq!(stop("who is in AT", "! The"), "asks");
    }

    #[test]
    fn numbers_names_and_abbreviations_go_on() {
        assert_eq!(stop("it cost 3", ".5 million"), "goes on 1");
        assert_eq!(stop("read the index", ".html"), "goes on 1");
        assert_eq!(stop("it cost 3", ".html"), "goes on 1");
        assert_eq!(stop("by the U", ".S. fleet"), "goes on 1");
        assert_eq!(stop("by the U.S", ". fleet"), "goes on 1");
        assert_eq!(stop("said that Mr", ". Adler"), "goes on 1");
        assert_eq!(stop("said that Gen", ". 5"), "goes on 1");
        assert_eq!(stop("by Adler and Co", ". in"), "goes on 1");
        // These may end a sentence.
        assert_eq!(stop("by the U.S", ". The"), "asks");
        assert_eq!(stop("by Adler and Co", ". The"), "asks");
        assert_eq!(stop("he walked 5 km", ". in"), "asks");
        assert_eq!(stop("it is Yahoo", ". in"), "asks");
        assert_eq!(stop("it is Yahoo", "! The"), "asks");
    }

    #[test]
    fn a_question_in_a_sentence_goes_on() {
        for after in ["?\" he", "!\" he", "?” he", "!” he", "?’ he"] {
            assert_eq!(stop("in the harbour", after), "goes on 1", "{after}");
        }
        for after in ["?\" He", ".\" he", "?“ he", "?”he"] {
            assert_eq!(stop("in the harbour", after), "asks", "{after}");
        }
    }

    #[test]
    fn an_empty_line_decides_itself() {
        for after in [".\n\nA", ".\"\n\nA", ".”\n\nA", "?\n\nA", "!\"\n\nA"] {
            assert_eq!(stop("in the harbour", after), "goes on 1", "{after}");
        }
        assert_eq!(stop("it cost 3", ".\n\nA"), "goes on 1");
        assert_eq!(stop("in the harbour", ".\nA"), "asks");
        assert_eq!(stop("in the harbour", "?”\n\nA"), "asks");
        let line = |after| decided_as("in the harbour", after, Candidate::Line);
        assert_eq!(line("\n\nThe"), "ends 0, next 2");
        assert_eq!(line("\nThe"), "asks");
        assert_eq!(line("\n"), "asks");
    }

    #[test]
    fn a_bracket_may_be_of_an_item_or_a_smiley() {
        let bracket = |before, after| decided_as(before, after, Candidate::Bracket);
        for before in [
            "plan b", "and 1", "and 12", "and\tb", "fine :", "fine ;", "fine :-",
        ] {
            for after in [") go", ")\tgo", ")\u{a0}go"] {
                assert_eq!(bracket(before, after), "asks", "{before}{after}");
            }
            assert_eq!(bracket(before, "), go"), "goes on 1", "{before}");
        }
        assert_eq!(bracket("the plan", ") go"), "goes on 1");
        assert_eq!(bracket("the 1b", ") go"), "asks");
        assert_eq!(bracket("it (.", ") go"), "goes on 1");
    }

    #[test]
    fn a_word_is_plain_where_no_abbreviation_is_as_long() {
        let own = Segmenter::new().abbreviation("Obergefr", super::super::Abbreviation::Title);
        let decided = |word: &str| {
            let text = format!("the {word}. The");
            let at = text.find('.').unwrap();
            let lexicon = own.engine().lexicon;
            [&BUILTIN, lexicon]
                .map(|lexicon| decide(text.as_bytes(), lexicon, at, Candidate::Stop).is_some())
        };
        assert_eq!(decided("captains"), [true, false]);
        assert_eq!(decided("captain"), [true, true]);
    }
}
