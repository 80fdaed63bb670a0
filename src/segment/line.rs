//! The end of a line inside a paragraph: white space of a text that was wrapped, or the border of a headline, a
//! caption, an item of a list?
//!
//! A text that was wrapped breaks a line where the next word no longer fitted. So a line that had room for the next
//! word was ended on purpose.

use super::LineBreaks;
use super::decide::Verdict;
use super::list;
use super::view::{First, RUN, View};

/// The shortest width at which texts are wrapped.
const NARROWEST: usize = 50;
/// The longest; what is longer is one line for a paragraph.
const WIDEST: usize = 120;

/// Decides at the line break at `at`.
pub(super) fn line_break(view: &View<'_>, line_breaks: LineBreaks, at: usize) -> Verdict {
    let next = view.skip_white(at);
    if view.is_end(next) {
        return Verdict::Open(next);
    }
    let gap = view.slice(at, next);
    let border = match line_breaks {
        LineBreaks::Guess => is_on_purpose(view, at, next),
        LineBreaks::Space => false,
        LineBreaks::Border => true,
    };
    if border || is_blank(gap) || gap.len() >= RUN {
        return Verdict::Border { end: at, next };
    }
    Verdict::Open(next)
}

/// Whether white space holds an empty line or starts a new page.
pub(super) fn is_blank(gap: &str) -> bool {
    let breaks = gap.bytes().filter(|&b| b == b'\n').count();
    let bare = if breaks == 0 {
        gap.bytes().filter(|&b| b == b'\r').count()
    } else {
        0
    };
    breaks + bare > 1 || gap.contains(['\u{c}', '\u{2029}'])
}

/// Whether the line before `at` was ended though the next word had room on it.
fn is_on_purpose(view: &View<'_>, at: usize, next: usize) -> bool {
    if list::starts_item(view, next) {
        return true;
    }
    let after = view.next(next);
    if after.first == First::Lower && after.opener.is_none()
        || matches!(view.byte_before(at), b',' | b'-')
    {
        return false;
    }
    let before = line_start(view, at);
    let this = at - before;
    let below = line_end(view, next);
    let last = below - next;
    let above = before
        .checked_sub(1)
        .map_or(0, |end| end - line_start(view, end));
    let width = this.max(last).max(above);
    if ends_openly(view, below) {
        return true;
    }
    let word = view.skip(next, |c| !c.is_whitespace()) - next;
    !(NARROWEST..WIDEST).contains(&width) || this + 1 + word + 6 < width
}

/// Whether a paragraph ends at `end` without a stop, as a byline or a menu does and running text doesn't.
fn ends_openly(view: &View<'_>, end: usize) -> bool {
    let gap = view.slice(end, view.skip_white(end));
    let is_last = is_blank(gap) || view.is_end(end + gap.len());
    is_last && view.char_before(end).is_some_and(char::is_alphanumeric)
}

/// The start of the line that ends at `at`, as far as it is in view.
fn line_start(view: &View<'_>, at: usize) -> usize {
    let mut start = at;
    while start > 0 && at - start < WIDEST && !matches!(view.byte_before(start), b'\n' | 0) {
        start -= 1;
    }
    start
}

/// The end of the line that starts at `at`, as far as it is in view.
fn line_end(view: &View<'_>, at: usize) -> usize {
    let mut end = at;
    while end - at < WIDEST && !matches!(view.byte(end), b'\n' | b'\r' | 0) {
        end += 1;
    }
    end
}
