//! Comparisons of two or three articles made of words that the rules look for, and all reports of them. A byte of 255 ends an article.

use std::sync::LazyLock;

use parallax::{Article, Document, Pack, Parallax};

use crate::hostile;

static PARALLAX: LazyLock<Parallax> = LazyLock::new(|| Parallax::new(Pack::builtin()));

/// The articles that bytes stand for.
pub(crate) fn articles(data: &[u8]) -> (Vec<Article>, &'static Parallax) {
    let texts = data.splitn(3, |byte| *byte == 255).enumerate();
    let articles = texts.map(|(at, choices)| {
        let text = hostile::text_of(choices);
        PARALLAX.annotate(&Document::from_text(format!("fuzz-{at}"), text))
    });
    (articles.collect(), &PARALLAX)
}

pub(crate) fn run(data: &[u8]) {
    let (articles, parallax) = articles(data);
    let comparison = parallax.compare(&articles);
    let claims = comparison.claims().len();
    for alignment in comparison.alignments() {
        let score = alignment.score.value();
        assert!((0.0..=1.0).contains(&score), "a score of {score}");
        let sides = [alignment.left, alignment.right];
        assert!(sides.iter().flatten().all(|claim| *claim < claims));
        assert!(sides.iter().any(Option::is_some), "an alignment of nothing");
    }
    let again = parallax.compare(&articles);
    assert_eq!(comparison.alignments(), again.alignments());
    assert_eq!(comparison.corpus(), again.corpus());
}
