//! Other scripts: their stops are decided as UAX #29 says.
//!
//! `unicode-segmentation` is quadratic on some texts, so it is only ever shown the stop with a few characters
//! around it.

use unicode_segmentation::UnicodeSegmentation;

use super::decide::Verdict;
use super::view::{View, is_closer};

/// Decides at the stop of another script at `at`.
pub(super) fn foreign_stop(view: &View<'_>, at: usize) -> Verdict {
    let end = view.skip(at, |c| is_foreign_stop(c) || is_closer(c));
    let next = view.skip_white(end);
    let from = view.skip_back(at, char::is_alphabetic);
    let to = view
        .skip(next, char::is_alphanumeric)
        .max(next + view.char(next).map_or(0, char::len_utf8));
    let piece = view.slice(from.max(view.start), to);
    let border = piece
        .split_sentence_bound_indices()
        .any(|(n, _)| n > 0 && from.max(view.start) + n == next);
    if border && to > next {
        Verdict::Border { end, next }
    } else {
        Verdict::Open(end.max(at + view.char(at).map_or(1, char::len_utf8)))
    }
}

/// Stops that end a sentence in other scripts, and those that may stand beside them.
const STOPS: &str = "؟۔։܀܁܂।॥၊။።፧፨។៕。！．？｡?!";

fn is_foreign_stop(c: char) -> bool {
    STOPS.contains(c)
}
