//! What was made to be slow or to break something is read to its end, soundly, and what comes out is in proportion. What it costs is measured by
//! `cargo bench --bench hostile`.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "helpers of a test fail as the test does"
)]

#[path = "hostile/mod.rs"]
mod hostile;
mod sound;

use std::io::Read;
use std::sync::LazyLock;

use parallax::document::Records;
use parallax::report::JsonLines;
use parallax::{Article, Document, Pack, Parallax};

use hostile::packs;

static PARALLAX: LazyLock<Parallax> = LazyLock::new(|| Parallax::new(Pack::builtin()));

/// How many bytes of claims, as JSON Lines, a byte of text may give at most.
const MOST_CLAIMS: usize = 100;

/// How many bytes of quoted words the attributions of a byte of text may have at most: what is said within what is said is given once for each.
const MOST_ATTRIBUTED: usize = 250;

#[test]
fn hostile_text_is_read_soundly_and_gives_results_in_proportion() {
    for kind in hostile::KINDS {
        let text = kind.text(20_000);
        let articles: Vec<Article> = kind
            .documents(&text)
            .iter()
            .map(|document| PARALLAX.annotate(document))
            .collect();
        articles.iter().for_each(sound::check);
        let claims = JsonLines::new(&articles).to_string().len();
        assert!(
            claims <= MOST_CLAIMS * text.len(),
            "{}: {claims} bytes of claims from {}",
            kind.name,
            text.len()
        );
        let attributed: usize = articles.iter().map(sound::attributed).sum();
        assert!(
            attributed <= MOST_ATTRIBUTED * text.len(),
            "{}: {attributed} bytes attributed in {}",
            kind.name,
            text.len()
        );
    }
}

/// One line of megabytes: the stages look at bounded pieces of it.
#[test]
fn a_very_long_line_is_read() {
    let size = if cfg!(debug_assertions) {
        300_000
    } else {
        5_000_000
    };
    sound::check(&PARALLAX.annotate(&Document::from_text("line", hostile::line(size))));
    let text = "the harbour was quiet and the boats lay still ".repeat(size / 46);
    sound::check(&PARALLAX.annotate(&Document::from_text("line", text)));
}

/// What a property or a fuzz target broke once.
#[test]
fn what_was_found_is_read_soundly() {
    let text = "\", said terrorist Russia ";
    sound::check(&PARALLAX.annotate(&Document::from_text("found", text)));
}

#[test]
fn a_broken_record_is_one_error_and_the_rest_is_read() {
    let text = "{\"text\": \"\\ud800\"}\n{\"text\": \"Russia \\ud83d\\ude00 vetoed.\"}\n{\"text\": \"\\udfff\\ud800\"}\n";
    let read: Vec<_> = Records::new("corpus", text.as_bytes())
        .map(|record| record.map(|document| document.text().to_owned()).ok())
        .collect();
    assert_eq!(read, [None, Some("Russia 😀 vetoed.".to_owned()), None]);
}

/// A record is one line, however long, and only one is kept.
#[test]
fn records_are_read_one_by_one() {
    struct Endless {
        given: usize,
    }
    impl Read for Endless {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            let line = b"{\"text\": \"It rose.\"}\n";
            self.given += 1;
            let (head, _) = buffer.split_at_mut(line.len());
            head.copy_from_slice(line);
            Ok(line.len())
        }
    }
    let endless = std::io::BufReader::new(Endless { given: 0 });
    assert_eq!(
        Records::new("endless", endless)
            .take(1_000)
            .filter(Result::is_ok)
            .count(),
        1_000
    );
}

#[test]
fn hostile_packs_are_read_or_refused_with_a_bounded_message() {
    for kind in packs::KINDS {
        // A thread's usual stack, whatever the test program has.
        let toml = kind.toml(kind.full.min(3_000));
        match Pack::from_toml("hostile.toml", &toml) {
            Ok(pack) => {
                assert!(kind.is_sound, "{}: it was taken for a pack", kind.name);
                let text = "Harlow vetoed the draft. Front 7 and Abc Abc Abc Abc said that Harlow had vetoed it.";
                sound::check(&Parallax::new(pack).annotate(&Document::from_text("text", text)));
            }
            Err(error) => {
                assert!(!kind.is_sound, "{}: {error}", kind.name);
                let message = error.to_string();
                assert!(
                    message.len() < 200_000,
                    "{}: a message of {} bytes",
                    kind.name,
                    message.len()
                );
                assert!(!error.problems().is_empty(), "{}: no problem", kind.name);
            }
        }
    }
}

/// Layers in a circle: a pack that is laid over itself, or over one that it came from, doesn't grow.
#[test]
fn a_pack_laid_over_itself_stays_as_it_is() {
    let first = Pack::from_toml("first.toml", &packs::KINDS.first().unwrap().toml(3)).unwrap();
    let second = first
        .layer([(
            "second.toml",
            "[[actor]]\nid = \"actor_1\"\nname = \"League\"\nkind = \"state\"\n",
        )])
        .unwrap();
    let mut circle = second.clone();
    for _ in 0..40 {
        circle = circle.with(&circle).unwrap();
        circle = circle.with(&first).unwrap().with(&second).unwrap();
    }
    assert_eq!(circle.files().count(), 2);
    let name = |pack: &Pack| {
        pack.actors()
            .map(|actor| actor.name().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(name(&circle), name(&second));
}
