//! The decision at a stop: does a sentence end here?
//!
//! The kind of stop decides by the token before it and by what comes next.

use super::cluster::{Cluster, Kind};
use super::lexicon::{Lexicon, Marks};
use super::line::is_blank;
use super::list;
use super::view::{First, Next, Token, View, is_closer};

/// What was decided at a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// A sentence ends at `end`, the next one starts at `next` or later.
    Border { end: usize, next: usize },
    /// No border; the scan goes on at this place.
    Open(usize),
}

/// Decides at the stop at `at`.
pub(super) fn stop(view: &View<'_>, lexicon: &Lexicon, items: bool, at: usize) -> Verdict {
    let cluster = Cluster::read(view, at);
    if view.is_end(cluster.next) && view.is_end(cluster.end) {
        return Verdict::Open(cluster.end);
    }
    if let Some(start) = items.then(|| list::inline_item(view, at)).flatten() {
        return Verdict::Border {
            end: start,
            next: start,
        };
    }
    let border = Verdict::Border {
        end: cluster.end,
        next: cluster.next,
    };
    if cluster.next == cluster.end {
        return if is_glued(view, lexicon, &cluster) {
            border
        } else {
            Verdict::Open(cluster.end)
        };
    }
    if is_blank(view.slice(cluster.end, cluster.next)) {
        // An empty line ends every sentence; what closes before it belongs to the stop, as at the end of the text.
        return border;
    }
    let next = view.next(cluster.next);
    let ends = !list::is_marker(view, at)
        && !is_aside(view, &cluster)
        && !is_continued(view, lexicon, &cluster, &next)
        && match cluster.kind {
            Kind::Period => period(view, lexicon, &cluster, &next),
            Kind::Exclaim => exclaim(view, lexicon, &cluster, &next),
            // An ellipsis that opens the sentence doesn't end it.
            Kind::Ellipsis { apart } => {
                at > view.start && ellipsis(lexicon, apart, &cluster, &next)
            }
            Kind::Final => next.first != First::Lower,
        };
    if ends {
        border
    } else {
        Verdict::Open(cluster.stops_end)
    }
}

/// A mark of doubt or surprise in brackets, or an elision: `(!)`, `(?)`, `[...]`.
fn is_aside(view: &View<'_>, cluster: &Cluster) -> bool {
    let opened = matches!(view.byte_before(cluster.at), b'(' | b'[');
    opened && matches!(view.byte(cluster.stops_end), b')' | b']')
}

/// Whether what follows goes on with the sentence whatever the stop: `"Why?" Smith asked.`, `omitted." (Smith 55).`
fn is_continued(view: &View<'_>, lexicon: &Lexicon, cluster: &Cluster, next: &Next<'_>) -> bool {
    match next.first {
        First::Other(',' | ';' | ':' | ')' | ']' | '}' | '/' | '”' | '’' | '%') => return true,
        First::Lower if cluster.end > cluster.stops_end => return true,
        _ => {}
    }
    cluster.quoted
        && (cluster.kind != Kind::Period && is_said_by(view, lexicon, next)
            || is_reference(view, next))
}

/// Whether a name and a verb of saying come next.
fn is_said_by(view: &View<'_>, lexicon: &Lexicon, next: &Next<'_>) -> bool {
    if next.opener.is_some()
        || next.first != First::Upper
        || lexicon.marks(next.word).any(Marks::STARTER) && next.word != "I"
    {
        return false;
    }
    let mut word = *next;
    // `Jack's father asked`: small letters may follow a possessive.
    let mut owned = false;
    for _ in 0..4 {
        owned |= word.word.ends_with("'s") || word.word.ends_with("’s");
        let mut end = word.end;
        if view.byte(end) == b'.' {
            end += 1;
        }
        let after = view.skip_white(end);
        if after == end {
            return false;
        }
        word = view.next(after);
        if lexicon.marks(word.word).any(Marks::SPEECH) {
            // `"Why?" Smith said the plan …` is a sentence of its own.
            let object = view.next(view.skip_white(word.end));
            return object.start == word.end || !lexicon.marks(object.word).any(Marks::OBJECT);
        }
        let fits = word.first == First::Upper || owned && word.first == First::Lower;
        if !fits || word.opener.is_some() {
            return false;
        }
    }
    false
}

/// A page reference in brackets that a stop follows: `(Smith 55).`
fn is_reference(view: &View<'_>, next: &Next<'_>) -> bool {
    if view.byte(next.start) != b'(' {
        return false;
    }
    let close = view.skip(next.start + 1, |c| !matches!(c, '(' | ')' | '?' | '!'));
    view.byte(close) == b')'
        && matches!(view.byte(close + 1), b'.' | b',' | b';')
        && view
            .slice(next.start, close)
            .contains(|c: char| c.is_ascii_digit())
}

/// Whether a sentence ends at a full stop.
fn period(view: &View<'_>, lexicon: &Lexicon, cluster: &Cluster, next: &Next<'_>) -> bool {
    let token = view.token(cluster.at);
    let marks = abbreviation(view, lexicon, &token);
    if next.first == First::Lower {
        return !marks.any(Marks::ABBREVIATION) && may_precede_lower(view, &token);
    }
    let starter = is_starter(view, lexicon, next);
    if cluster.bracketed && is_abbreviation(token.text, marks) {
        return starter;
    }
    let capital = matches!(next.first, First::Upper | First::Caseless) || next.opener.is_some();
    let quotation = next.opener.is_some_and(|c| !matches!(c, '(' | '['));
    if is_time(token.text) {
        let goes_on =
            lexicon.marks(next.word).any(Marks::CALENDAR) || view.ahead(next.end, 5) == " time";
        return capital && !goes_on && !is_intro(view, lexicon, token);
    }
    if marks.any(Marks::NUMBER) && is_numeral(next) {
        return false;
    }
    if marks.any(Marks::TITLE | Marks::INNER) {
        // `on Main St. The police`
        return marks.any(Marks::ENDING)
            && starter
            && view.word_before(token.start).is_capitalised();
    }
    if marks.any(Marks::CLOSING | Marks::UNIT) {
        // `2 km. N of the town`
        let compass = next.word.len() <= 2
            && next
                .word
                .chars()
                .all(|c| matches!(c, 'N' | 'S' | 'E' | 'W'));
        return capital && (next.word.is_empty() || !compass);
    }
    if marks.any(Marks::ENDING | Marks::MONTH) {
        return starter || quotation || cluster.stops_end > cluster.at + 1;
    }
    if marks.any(Marks::NUMBER) {
        return capital || token.text.len() > 2;
    }
    if is_initials(token.text) {
        // `George F. Will`, `Theresa M. May`
        let starter = starter && !(token.text.len() == 1 && matches!(next.word, "Will" | "May"));
        return starter || quotation || is_pronoun_i(view, token);
    }
    true
}

/// Whether the stop after a token is its own.
fn is_abbreviation(token: &str, marks: Marks) -> bool {
    marks.without(Marks::NUMBER).any(Marks::ABBREVIATION) || is_time(token) || is_initials(token)
}

/// The marks of an abbreviation; none for a unit without a number, and for an initial.
fn abbreviation(view: &View<'_>, lexicon: &Lexicon, token: &Token<'_>) -> Marks {
    if token.text.len() == 1 && token.is_capitalised() {
        return Marks::default();
    }
    let marks = lexicon.marks(token.text);
    if marks.any(Marks::UNIT) && !is_number(view.word_before(token.start).text) {
        return marks.without(Marks::UNIT);
    }
    marks
}

/// Whether a sentence ends at a question or exclamation mark.
fn exclaim(view: &View<'_>, lexicon: &Lexicon, cluster: &Cluster, next: &Next<'_>) -> bool {
    // `Yahoo! in`, `Yahoo! News`: a name with a mark of its own.
    let token = view.token(cluster.at);
    if cluster.stops_end == cluster.at + 1 && lexicon.marks(token.text).any(Marks::MARKED) {
        return is_starter(view, lexicon, next)
            || !matches!(next.first, First::Upper | First::Lower);
    }
    let name = token.is_capitalised() && view.sentence_start() != Some(token.start);
    let goes_on =
        name && cluster.stops_end == cluster.at + 1 || lexicon.marks(next.word).any(Marks::SPEECH);
    next.first != First::Lower || !goes_on
}

/// Whether a sentence ends at three dots.
fn ellipsis(lexicon: &Lexicon, apart: bool, cluster: &Cluster, next: &Next<'_>) -> bool {
    match next.first {
        First::Upper if apart && !cluster.quoted => {
            lexicon.marks(next.word).any(Marks::STARTER) && !is_i(next.word)
        }
        First::Upper | First::Digit | First::Caseless => true,
        First::Lower => false,
        _ => next.opener.is_some(),
    }
}

/// Whether the text goes on right after the stop with a new sentence: `the end.The next`, `why?because`.
fn is_glued(view: &View<'_>, lexicon: &Lexicon, cluster: &Cluster) -> bool {
    let token = view.token(cluster.at);
    let word = token.text.len() >= 2 && token.text.chars().all(char::is_lowercase);
    let outside = matches!(
        view.char_before(token.start),
        None | Some(' ' | '\n' | '\'' | '"' | '“' | '’' | '‘' | '(')
    );
    let ellipsis = matches!(cluster.kind, Kind::Ellipsis { .. });
    if !word || !outside || ellipsis || lexicon.marks(token.text).any(Marks::ABBREVIATION) {
        return false;
    }
    let next = view.next(cluster.end);
    let capital = next.first == First::Upper
        && (next.word.contains(char::is_lowercase) || matches!(next.word, "I" | "A"));
    let small = next.first == First::Lower
        && cluster.kind == Kind::Exclaim
        && next.opener.is_none()
        && next.word.len() > 1;
    (capital || small)
        && matches!(
            view.char(next.end),
            None | Some(' ' | ',' | '\n' | '-' | ';' | ':')
        )
}

/// Whether `next` starts with a word that hardly stands inside a sentence with a capital.
fn is_starter(view: &View<'_>, lexicon: &Lexicon, next: &Next<'_>) -> bool {
    let initial = next.word.len() == 1 && view.byte(next.end) == b'.';
    next.first == First::Upper && !initial && lexicon.marks(next.word).any(Marks::STARTER)
}

/// Whether a small letter may start a sentence after this token: only after a plain word.
fn may_precede_lower(view: &View<'_>, token: &Token<'_>) -> bool {
    let text = token.text;
    if text.is_empty() {
        return view.char_before(token.start).is_some_and(is_closer);
    }
    if view.slice(token.start + text.len(), token.start + text.len() + 2) == ".." {
        return false;
    }
    // A short capitalised token is rather an abbreviation that isn't known: `the Obs. of`.
    if token.is_capitalised() && text.len() <= 4 && view.sentence_start() != Some(token.start) {
        return false;
    }
    let spoken = text.chars().any(|c| {
        matches!(c.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u' | 'y') || !c.is_ascii()
    });
    let number = text.chars().any(|c| c.is_ascii_digit());
    text.len() >= 2
        && !text.contains('.')
        && (spoken && text.chars().any(char::is_lowercase) || number)
}

/// A number, a roman one too, or the letter of a figure.
fn is_numeral(next: &Next<'_>) -> bool {
    let letter = next.word.len() == 1 && !matches!(next.word, "I" | "A");
    let roman = next.word.len() > 1
        && next
            .word
            .chars()
            .all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C'));
    next.first == First::Digit || next.first == First::Upper && (letter || roman)
}

/// `a.m`, `P.M`, `am`, `pm`.
fn is_time(token: &str) -> bool {
    matches!(token, "a.m" | "p.m" | "A.M" | "P.M" | "am" | "pm")
}

/// Whether all that stands before is a phrase of time: `At 5 a.m.`
fn is_intro(view: &View<'_>, lexicon: &Lexicon, token: Token<'_>) -> bool {
    let Some(start) = view.sentence_start() else {
        return false;
    };
    let before = view.slice(start, token.start);
    let first = before.split(' ').next().unwrap_or_default();
    before.len() <= 24 && before.split(' ').count() <= 5 && lexicon.marks(first).any(Marks::INTRO)
}

/// Digits, with what stands in them.
fn is_number(token: &str) -> bool {
    !token.is_empty()
        && token
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '/'))
}

/// One letter, or letters with stops between them: `J`, `J.R`, `U.S.S.R`.
fn is_initials(token: &str) -> bool {
    let longest = if token.contains('.') { 2 } else { 1 };
    token.split('.').all(|part| {
        (1..=longest).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic)
    })
}

/// *I*, *I'm*, *I've*: a capital that says nothing.
fn is_i(word: &str) -> bool {
    word.split(['\'', '’']).next() == Some("I")
}

/// The pronoun at the end of a sentence: `you and I. Then`.
fn is_pronoun_i(view: &View<'_>, token: Token<'_>) -> bool {
    let before = view.word_before(token.start);
    token.text == "I"
        && matches!(
            before.text,
            "and" | "or" | "than" | "as" | "am" | "do" | "did" | "have" | "but" | "can" | "will"
        )
}
