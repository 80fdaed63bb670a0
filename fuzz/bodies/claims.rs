//! The whole way to claims, from any text or from words that the rules look for, as the first byte says.

use std::sync::LazyLock;

use parallax::{Document, Pack, Parallax};

use crate::{hostile, sound};

static PARALLAX: LazyLock<Parallax> = LazyLock::new(|| Parallax::new(Pack::builtin()));

pub(crate) fn run(data: &[u8]) {
    let [form, bytes @ ..] = data else {
        return;
    };
    let text = if form % 2 == 0 {
        String::from_utf8_lossy(bytes).into_owned()
    } else {
        hostile::text_of(bytes)
    };
    let document = Document::from_text("fuzz", text);
    let article = PARALLAX.annotate(&document);
    sound::check(&article);
    let again = PARALLAX.annotate(&document);
    assert!(article.claims().eq(again.claims()), "another result");
}
