//! Stops and what belongs to them: the stops in a row, the marks that close after them, a footnote number, and the
//! white space before the next sentence.

use super::line::is_blank;
use super::view::{First, View, is_closer, is_closing_quote};

/// Stops and what belongs to them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cluster {
    /// The first stop.
    pub(super) at: usize,
    /// After the last stop.
    pub(super) stops_end: usize,
    pub(super) kind: Kind,
    /// Where the sentence would end: after closing marks and footnote numbers.
    pub(super) end: usize,
    /// Whether a quotation mark closes after the stop.
    pub(super) quoted: bool,
    /// Whether a bracket that was opened inside the sentence closes after the stop.
    pub(super) bracketed: bool,
    /// After the white space.
    pub(super) next: usize,
}

/// The kind of stop that a cluster is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Period,
    /// With a question or exclamation mark in it.
    Exclaim,
    /// Three dots; `apart` from the word before.
    Ellipsis {
        apart: bool,
    },
    /// Four dots or more: an ellipsis and a full stop.
    Final,
}

impl Cluster {
    /// Reads the cluster that starts at `at`.
    pub(super) fn read(view: &View<'_>, at: usize) -> Self {
        if view.byte(at + 1) == b' '
            && view.byte(at + 2).is_ascii_alphanumeric()
            && view.byte(at).is_ascii()
        {
            return Self::single(view, at);
        }
        let (stops_end, kind) = Self::stops(view, at);
        let mut end = view.skip(stops_end, is_closer);
        // A mark may stand apart: `good idea . " Then`.
        let white = view.skip_white(end);
        let apart = matches!(view.byte(white), b'"' | b'\'' | b')')
            && matches!(view.byte(white + 1), b' ' | b'\n' | 0);
        if white > end && apart && !is_blank(view.slice(end, white)) {
            end = white + 1;
        }
        let quoted = view.slice(stops_end, end).contains(is_closing_quote);
        let opened_first = matches!(view.opening(1), "(" | "[");
        let bracketed = view.slice(stops_end, end).contains([')', ']']) && !opened_first;
        let end = note_end(view, at, end);
        Self {
            at,
            stops_end,
            kind,
            end,
            quoted,
            bracketed,
            next: view.skip_white(end),
        }
    }

    /// One stop, a space, a letter or digit.
    fn single(view: &View<'_>, at: usize) -> Self {
        let kind = if view.byte(at) == b'.' {
            Kind::Period
        } else {
            Kind::Exclaim
        };
        Self {
            at,
            stops_end: at + 1,
            kind,
            end: at + 1,
            quoted: false,
            bracketed: false,
            next: at + 2,
        }
    }

    /// The stops in a row, also those with spaces between them (`. . .`).
    fn stops(view: &View<'_>, at: usize) -> (usize, Kind) {
        let end = view.skip(at, is_stop);
        let text = view.slice(at, end);
        let apart = matches!(view.byte_before(at), b' ' | b'\n' | 0);
        if text.contains(['?', '!', '‼', '⁇', '⁈', '⁉']) {
            return (end, Kind::Exclaim);
        }
        if text == "." {
            return spaced(view, at, apart);
        }
        let dots: usize = text.chars().map(|c| if c == '…' { 3 } else { 1 }).sum();
        let kind = match dots {
            2 if !apart => Kind::Period,
            2 | 3 => Kind::Ellipsis { apart },
            _ => Kind::Final,
        };
        (end, kind)
    }
}

/// One dot, or several with single spaces between them.
fn spaced(view: &View<'_>, at: usize, apart: bool) -> (usize, Kind) {
    let mut dots = 1;
    let mut end = at + 1;
    while view.byte(end) == b' '
        && view.byte(end + 1) == b'.'
        && view.byte(end + 2) != b'.'
        && dots < 16
    {
        end += 2;
        dots += 1;
    }
    // `interests. . . . The practice`: the first stop ends the sentence, the ellipsis opens the next one.
    let last = !matches!(view.byte(end), b'"' | b')' | b']' | 0 | 0xe2);
    match dots {
        1 => (at + 1, Kind::Period),
        4 if !apart && last => (at + 1, Kind::Final),
        2 | 3 => (end, Kind::Ellipsis { apart }),
        _ => (end, Kind::Final),
    }
}

/// Full stops, question and exclamation marks, ellipses.
fn is_stop(c: char) -> bool {
    matches!(c, '.' | '?' | '!' | '…' | '‼' | '⁇' | '⁈' | '⁉')
}

/// The end of a footnote number or mark after a stop at `at`: `[1]`, `¹`, or a bare number after a word.
fn note_end(view: &View<'_>, at: usize, end: usize) -> usize {
    let mut marks = end;
    while view.byte(marks) == b'[' {
        let close = view.skip(marks + 1, |c| {
            c.is_alphanumeric() || matches!(c, ' ' | ',' | '-' | '–')
        });
        if view.byte(close) != b']' {
            break;
        }
        marks = close + 1;
    }
    marks = view.skip(marks, |c| {
        matches!(c, '¹' | '²' | '³' | '⁰'..='⁹' | '†' | '‡' | '*')
    });
    if marks > end {
        return view.skip(marks, is_closer);
    }
    if is_bare_note(view, at, end) {
        return view.skip(end, |c| c.is_ascii_digit());
    }
    end
}

/// Whether a footnote number stands at `end` without brackets: `The rest followed.12 Nobody`.
fn is_bare_note(view: &View<'_>, at: usize, end: usize) -> bool {
    if !view.byte(end).is_ascii_digit() {
        return false;
    }
    let digits = view.skip(end, |c| c.is_ascii_digit());
    let is_number = digits - end <= 3 && matches!(view.byte(digits), b' ' | b'\n');
    let after_word = end > at + 1 || view.byte_before(at).is_ascii_lowercase();
    let starts_new = view.next(view.skip_white(digits)).first == First::Upper;
    is_number && after_word && starts_new && !matches!(view.token(at).text, "no" | "p" | "pp" | "v")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The cluster at the first stop of a text: its kind, its stops with all that closes after them, and what comes next.
    fn cluster(text: &str) -> (Kind, &str, &str) {
        let at = text.find(is_stop).unwrap();
        let cluster = Cluster::read(&View::new(text, 0, at), at);
        (
            cluster.kind,
            text.get(at..cluster.end).unwrap(),
            text.get(cluster.next..).unwrap(),
        )
    }

    #[test]
    fn stops_in_a_row_are_one() {
        let apart = |apart| Kind::Ellipsis { apart };
        assert_eq!(cluster("Left. He"), (Kind::Period, ".", "He"));
        assert_eq!(cluster("Left? He"), (Kind::Exclaim, "?", "He"));
        assert_eq!(cluster("Left?! “He"), (Kind::Exclaim, "?!", "“He"));
        assert_eq!(cluster("Left.! “He"), (Kind::Exclaim, ".!", "“He"));
        assert_eq!(cluster("Left.. He"), (Kind::Period, "..", "He"));
        assert_eq!(cluster("Left .. He"), (apart(true), "..", "He"));
        assert_eq!(cluster("Left... He"), (apart(false), "...", "He"));
        assert_eq!(cluster("Left … He"), (apart(true), "…", "He"));
        assert_eq!(cluster("Left.... He"), (Kind::Final, "....", "He"));
        assert_eq!(cluster("Left…. He"), (Kind::Final, "….", "He"));
        assert_eq!(cluster("Left⁉ “He"), (Kind::Exclaim, "⁉", "“He"));
    }

    #[test]
    fn dots_may_stand_apart() {
        let ellipsis = |apart| Kind::Ellipsis { apart };
        assert_eq!(cluster("Left . . He"), (ellipsis(true), ". .", "He"));
        assert_eq!(cluster("Left . . . He"), (ellipsis(true), ". . .", "He"));
        assert_eq!(cluster("Left. . . He"), (ellipsis(false), ". . .", "He"));
        // The first of four ends the sentence, and the ellipsis opens the next one.
        assert_eq!(cluster("Left. . . . He"), (Kind::Final, ".", ". . . He"));
        assert_eq!(cluster("Left . . . . He"), (Kind::Final, ". . . .", "He"));
        assert_eq!(cluster("Left. . . .” He"), (Kind::Final, ". . . .”", "He"));
        assert_eq!(
            cluster("Left. . . . . He"),
            (Kind::Final, ". . . . .", "He")
        );
        // Two dots in a row are no single one more.
        assert_eq!(cluster("Left. .. He"), (Kind::Period, ".", ".. He"));
        let many = format!("Left{}", ". ".repeat(40));
        assert_eq!(cluster(&many).1.len(), 31);
    }

    #[test]
    fn closing_marks_belong_to_the_stop_also_after_a_space() {
        assert_eq!(cluster("Left.”) He"), (Kind::Period, ".”)", "He"));
        assert_eq!(cluster("Left. \" He"), (Kind::Period, ". \"", "He"));
        assert_eq!(cluster("Left. )\nHe"), (Kind::Period, ". )", "He"));
        assert_eq!(cluster("Left. '"), (Kind::Period, ". '", ""));
        // A mark that opens, or stands behind an empty line.
        assert_eq!(cluster("Left. \"He"), (Kind::Period, ".", "\"He"));
        assert_eq!(cluster("Left.\n\n\" He"), (Kind::Period, ".", "\" He"));
    }

    #[test]
    fn a_quotation_or_a_bracket_closes_after_the_stop() {
        let closed = |text: &str| {
            let at = text.find(is_stop).unwrap();
            let cluster = Cluster::read(&View::new(text, 0, at), at);
            (cluster.quoted, cluster.bracketed)
        };
        assert_eq!(closed("He left. He"), (false, false));
        assert_eq!(closed("He left.” He"), (true, false));
        assert_eq!(closed("He (now) left.) He"), (false, true));
        assert_eq!(closed("He left.'] He"), (true, true));
        // The bracket holds the whole sentence.
        assert_eq!(closed("(He left.) He"), (false, false));
        assert_eq!(closed("[He left.] He"), (false, false));
    }

    #[test]
    fn a_note_belongs_to_the_stop() {
        assert_eq!(cluster("Left.[1] He"), (Kind::Period, ".[1]", "He"));
        assert_eq!(
            cluster("Left.[1][2, 3–5] He"),
            (Kind::Period, ".[1][2, 3–5]", "He")
        );
        assert_eq!(cluster("Left.¹² He"), (Kind::Period, ".¹²", "He"));
        assert_eq!(cluster("Left.†” He"), (Kind::Period, ".†”", "He"));
        assert_eq!(cluster("Left.12 He"), (Kind::Period, ".12", "He"));
        assert_eq!(cluster("Left.”12\nHe"), (Kind::Period, ".”12", "He"));
        // No note: a bracket that stays open or holds words, a number that is none of three digits after a word before a sentence.
        assert_eq!(cluster("Left.[1 He"), (Kind::Period, ".", "[1 He"));
        assert_eq!(cluster("Left.[a.] He"), (Kind::Period, ".", "[a.] He"));
        assert_eq!(cluster("Left.1234 He"), (Kind::Period, ".", "1234 He"));
        assert_eq!(cluster("Left.12 he"), (Kind::Period, ".", "12 he"));
        assert_eq!(cluster("Left.12, He"), (Kind::Period, ".", "12, He"));
        assert_eq!(cluster("On 3.12 He"), (Kind::Period, ".", "12 He"));
        assert_eq!(cluster("See p.12 He"), (Kind::Period, ".", "12 He"));
        assert_eq!(cluster("See no.12 He"), (Kind::Period, ".", "12 He"));
    }
}
