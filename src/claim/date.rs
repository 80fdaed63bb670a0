//! When a stance was held, if the sentence says so.

use crate::clause::View;
use crate::date::Date;

/// The first date of a sentence, as precise as it says, resolved against the article's own.
pub(super) fn held_on(_view: &View, _article: Option<Date>) -> Option<Date> {
    None
}
