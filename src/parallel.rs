//! Many documents on all cores, in their order.
//!
//! **Problem.** A corpus doesn't fit in memory, and its results are wanted in its order, whichever thread is done first. **Idea.** A window moves
//! over the documents: so many are read ahead and handed to the thread pool, and whoever asks for the next article waits for the first of them.
//!
//! **Cost.** That of [`Parallax::annotate`], shared out by documents: one document is never read by two threads. Memory: the window, that is
//! [`AHEAD`] documents a thread with what was found in them.
//!
//! **Known to be bad** at corpora of very few documents or of one that outweighs the rest: threads without a document wait.

use std::collections::VecDeque;
use std::sync::mpsc::{self, Receiver, TryRecvError};

use crate::document::Document;
use crate::pipeline::{Article, Parallax};

/// How many documents are read ahead for each thread: as many as are read while one of eight times the usual length is.
const AHEAD: usize = 8;

impl Parallax {
    /// The articles of `documents`, in their order and the same as [`annotate`](Self::annotate) gives, made by all threads of the rayon pool in which
    /// the iterator is driven. Documents are taken as they are needed: eight for each thread are in memory, with their results.
    ///
    /// ```
    /// use parallax::{Document, Pack, Parallax};
    ///
    /// let parallax = Parallax::new(Pack::builtin());
    /// let corpus = (2020..2025).map(|year| Document::from_text(year.to_string(), "Kenya recognised Kosovo."));
    /// let ids: Vec<_> = parallax.annotate_all(corpus).map(|article| article.document().id().to_owned()).collect();
    /// assert_eq!(ids, ["2020", "2021", "2022", "2023", "2024"]);
    /// ```
    pub fn annotate_all<D>(&self, documents: D) -> impl Iterator<Item = Article> + use<D>
    where
        D: IntoIterator<Item = Document>,
    {
        Window {
            parallax: self.clone(),
            documents: documents.into_iter().fuse(),
            begun: VecDeque::new(),
        }
    }
}

/// The documents in work.
struct Window<D> {
    parallax: Parallax,
    documents: D,
    /// Where the articles come out, in the order of the documents.
    begun: VecDeque<Receiver<Article>>,
}

impl<D: Iterator<Item = Document>> Iterator for Window<D> {
    type Item = Article;

    fn next(&mut self) -> Option<Article> {
        while self.begun.len() < AHEAD * rayon::current_num_threads() {
            let Some(document) = self.documents.next() else {
                break;
            };
            self.begun.push_back(begin(&self.parallax, document));
        }
        finished(&self.begun.pop_front()?)
    }
}

fn begin(parallax: &Parallax, document: Document) -> Receiver<Article> {
    let (sender, receiver) = mpsc::sync_channel(1);
    let parallax = parallax.clone();
    rayon::spawn(move || {
        // Nobody waits for it any more where the iterator was dropped.
        let _ = sender.send(parallax.annotate(&document));
    });
    receiver
}

/// Waits for an article. A thread of the pool does meanwhile what there is to do: a pool of one thread would wait for itself.
fn finished(article: &Receiver<Article>) -> Option<Article> {
    loop {
        match article.try_recv() {
            Ok(article) => return Some(article),
            Err(TryRecvError::Disconnected) => return None,
            Err(TryRecvError::Empty) => {}
        }
        if rayon::yield_now() != Some(rayon::Yield::Executed) {
            // Nothing is left to begin, so another thread has begun this one.
            return article.recv().ok();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;
    use crate::pack::Pack;

    fn pool(threads: usize) -> rayon::ThreadPool {
        rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap()
    }

    /// Documents of very different lengths, named by their places.
    fn documents(count: usize) -> impl Iterator<Item = Document> {
        (0..count).map(|at| {
            let text = "Kenya recognised Kosovo. ".repeat(if at % 7 == 0 { 40 } else { 1 });
            Document::from_text(at.to_string(), text)
        })
    }

    #[test]
    fn articles_come_in_order_whoever_drives() {
        let parallax = Parallax::new(Pack::builtin());
        let expected: Vec<String> = (0..60).map(|at| at.to_string()).collect();
        let ids = || -> Vec<String> {
            let articles = parallax.annotate_all(documents(60));
            articles
                .map(|article| article.document().id().to_owned())
                .collect()
        };
        assert_eq!(ids(), expected, "from outside of a pool");
        for threads in [1, 2, 5] {
            assert_eq!(pool(threads).install(ids), expected, "{threads} threads");
        }
    }

    #[test]
    fn no_more_documents_are_taken_than_the_window_holds() {
        let parallax = Parallax::new(Pack::builtin());
        let taken = Arc::new(AtomicUsize::new(0));
        let counted = documents(500).inspect({
            let taken = Arc::clone(&taken);
            move |_| {
                taken.fetch_add(1, Ordering::Relaxed);
            }
        });
        pool(2).install(|| {
            for (given, _) in parallax.annotate_all(counted).enumerate() {
                let ahead = taken.load(Ordering::Relaxed) - given;
                assert!(ahead <= 2 * AHEAD, "{ahead} documents are in memory");
            }
        });
        assert_eq!(taken.load(Ordering::Relaxed), 500);
    }

    #[test]
    fn an_iterator_that_is_dropped_leaves_the_pool_usable() {
        let parallax = Parallax::new(Pack::builtin());
        pool(1).install(|| {
            assert!(parallax.annotate_all(documents(30)).next().is_some());
            assert_eq!(parallax.annotate_all(documents(3)).count(), 3);
        });
    }
}
