//! What mail and forum posts bring along when their lines are lost: time stamps, rules, smileys.

use super::decide::Verdict;
use super::view::{First, View};

/// The longest rule that is looked at.
const RULE: usize = 256;

/// Decides at a rule (`*****`): it stands by itself.
pub(super) fn rule(view: &View<'_>, at: usize) -> Verdict {
    let mark = view.byte(at);
    let mut end = at;
    while end - at < RULE && view.byte(end) == mark {
        end += 1;
    }
    let shortest = if mark == b'*' { 3 } else { 5 };
    let alone = matches!(view.byte_before(at), b' ' | b'\n' | 0)
        && matches!(view.byte(end), b' ' | b'\n' | 0);
    if !alone || end - at < shortest || view.is_end(end) && at <= view.start {
        return Verdict::Open(end);
    }
    if at > view.start {
        return Verdict::Border { end: at, next: at };
    }
    Verdict::Border { end, next: end }
}

/// Decides at the colon of a time stamp: `02/13/2001 08:02 PM` stands by itself.
pub(super) fn stamp(view: &View<'_>, at: usize) -> Verdict {
    let open = Verdict::Open(at + 1);
    let digits = |c: char| c.is_ascii_digit();
    let hour = view.skip_back(at, digits);
    let day_end = view.skip_back(hour, |c| c == ' ');
    let date = view.skip_back(day_end, |c| c.is_ascii_digit() || c == '/');
    let is_date = view
        .slice(date, day_end)
        .split('/')
        .filter(|part| (1..=4).contains(&part.len()))
        .count()
        == 3;
    if !is_date || hour == day_end {
        return open;
    }
    let clock = view.skip(at, |c| c.is_ascii_digit() || c == ':');
    let zone = view.skip_white(clock);
    let half = matches!(view.ahead(zone, 2), "AM" | "PM" | "am" | "pm");
    let end = if half { zone + 2 } else { clock };
    let next = view.next(view.skip_white(end));
    if date > view.start && follows_a_name(view, date) {
        return Verdict::Border {
            end: date,
            next: date,
        };
    }
    let starts = next.first == First::Upper || half && next.first == First::Lower;
    if next.start == end || !starts {
        return open;
    }
    Verdict::Border {
        end,
        next: next.start,
    }
}

/// Whether the words before a stamp are a name or an address, and no "on" or "Updated".
fn follows_a_name(view: &View<'_>, date: usize) -> bool {
    let word = view.word_before(date);
    let address = view.char_before(view.skip_back(date, |c| c == ' ')) == Some('>');
    address || word.is_capitalised() && !word.text.ends_with("ed")
}

/// Decides at the bracket of a smiley: `:-)` before a capital ends a sentence.
pub(super) fn smiley(view: &View<'_>, at: usize) -> Option<Verdict> {
    let nose = at - usize::from(view.byte_before(at) == b'-');
    let mouth = view.skip(at, |c| c == ')');
    if !matches!(view.byte_before(nose), b':' | b';')
        || view.byte_before(nose.wrapping_sub(1)).is_ascii_digit()
    {
        return None;
    }
    let next = view.next(view.skip_white(mouth));
    let ends = next.start > mouth && next.first == First::Upper;
    ends.then_some(Verdict::Border {
        end: mouth,
        next: next.start,
    })
}
