//! Every report of two or three articles is of its format. The bytes are those of `compare`.

use crate::{compare, sound};

pub(crate) fn run(data: &[u8]) {
    let (articles, parallax) = compare::articles(data);
    let comparison = parallax.compare(&articles);
    sound::formats::check(&comparison, &articles, parallax.pack());
}
