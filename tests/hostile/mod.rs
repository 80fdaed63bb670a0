//! Texts and packs that were made to be slow, to break something, or to make results out of proportion. One place for tests (`tests/hostile.rs`,
//! `tests/properties.rs`), benches (`hostile`, `pipeline`) and the seeds of the fuzz targets, which each take a part of it.

#![allow(dead_code, unused_imports, reason = "each user takes its part")]

pub(crate) mod packs;
mod pieces;

use parallax::Document;
use parallax::document::Records;

pub(crate) use pieces::{PIECES, text_of};

/// A kind of text, of any length: a head, a piece again and again, and as many tails.
#[derive(Clone, Copy)]
pub(crate) struct Kind {
    pub(crate) name: &'static str,
    head: &'static str,
    piece: &'static str,
    tail: &'static str,
    form: Form,
}

/// How the bytes are read.
#[derive(Clone, Copy)]
enum Form {
    Plain,
    /// JSON Lines, broken records and all.
    Records,
}

impl Kind {
    const fn new(name: &'static str, head: &'static str, piece: &'static str) -> Self {
        Self {
            name,
            head,
            piece,
            tail: "",
            form: Form::Plain,
        }
    }

    const fn closed_by(self, tail: &'static str) -> Self {
        Self { tail, ..self }
    }

    const fn records(name: &'static str, piece: &'static str) -> Self {
        Self {
            form: Form::Records,
            ..Self::new(name, "", piece)
        }
    }

    /// A text of about so many bytes.
    pub(crate) fn text(&self, bytes: usize) -> String {
        let times = bytes / (self.piece.len() + self.tail.len()) + 1;
        let (pieces, tails) = (self.piece.repeat(times), self.tail.repeat(times));
        format!("{}{pieces}{tails}", self.head)
    }

    /// What is read of a text of this kind.
    pub(crate) fn documents(&self, text: &str) -> Vec<Document> {
        match self.form {
            Form::Plain => vec![Document::from_text(self.name, text)],
            Form::Records => Records::new(self.name, text.as_bytes())
                .filter_map(Result::ok)
                .collect(),
        }
    }
}

/// All kinds.
pub(crate) const KINDS: &[Kind] = &[
    // Where a sentence ends.
    Kind::new("no stops", "", "Russia vetoed the draft resolution and "),
    Kind::new("only stops", "", "."),
    Kind::new("stops and spaces", "", ". "),
    Kind::new("a stop and spaces", ".", " "),
    Kind::new("ellipses", "", "... "),
    Kind::new("dotted word", "", "U.S."),
    Kind::new("digits", "", "1,000."),
    Kind::new("one long word", "", "a"),
    Kind::new("hyphens", "", "a-"),
    Kind::new("short lines", "", "a\n"),
    Kind::new("empty lines", "", "\n"),
    Kind::new("NUL", "", "\0"),
    // Quotations and brackets.
    Kind::new("straight quotation marks", "", "\""),
    Kind::new("curly quotation marks", "", "“”"),
    Kind::new("nested quotations", "", "“‘").closed_by("’”"),
    Kind::new("unclosed quotations", "", "“Russia said "),
    Kind::new(
        "unclosed quotations in paragraphs",
        "",
        "“Russia wants peace.\n\n",
    ),
    Kind::new("short quotations", "", "“a,” he said. "),
    Kind::new(
        "quoted claims",
        "",
        "“Russia vetoed the draft resolution,” Hamas said.\n\n",
    ),
    Kind::new("open brackets", "", "("),
    Kind::new("brackets of all kinds", "", "([{"),
    Kind::new("nested brackets", "Russia ", "(").closed_by(")"),
    Kind::new("nested names", "", "(Russia ").closed_by(")"),
    // Letters.
    Kind::new("combining marks", "Russia e", "\u{301}"),
    Kind::new("bidi controls", "", "Russia\u{202e} vetoed\u{202c} "),
    Kind::new(
        "zero-width characters in names",
        "",
        "Ru\u{200b}ss\u{200d}ia ",
    ),
    Kind::new("homoglyph names", "", "Ruѕѕіa vetoed the drаft. "),
    Kind::new("other scripts", "", "停火协议。Россия. الهدنة. "),
    Kind::new("emoji", "", "👩‍👩‍👧"),
    // Words that the rules look for.
    Kind::new("all names", "", "Russia Hamas Israel "),
    Kind::new("names and commas", "", "Russia, Hamas, Israel, "),
    Kind::new(
        "names spelt in other ways",
        "",
        "Ismael Haniyah met Khalid Mashal. ",
    ),
    Kind::new(
        "people and pronouns",
        "",
        "Lavrov he Haniyeh she the movement ",
    ),
    Kind::new("all cues", "", "veto block recognise mediate ceasefire "),
    Kind::new("all operators", "", "wants to refuse to ask to "),
    Kind::new("all that", "", "that "),
    Kind::new("relative pronouns", "", "which, who, whose "),
    Kind::new("said that said", "", "Russia said that "),
    Kind::new("of of of", "", "of the draft "),
    Kind::new("owners", "", "Russia's "),
    Kind::new("and and and", "", "and Russia "),
    Kind::new(
        "many holders and targets",
        "",
        "Russia, China, Iran and Syria vetoed the drafts of France, Kosovo, Norway and Togo, which ",
    ),
    Kind::new("short claims", "", "Russia vetoed the draft. "),
    Kind::new(
        "pointing back",
        "Russia vetoed the draft. ",
        "Iran did the same. ",
    ),
    Kind::new("commas", "", ","),
    Kind::new("negations", "", "not never "),
    Kind::new("dates", "", "in March 2021, on Tuesday, "),
    // What stands around an article.
    Kind::new("introductions", "", "Russia said:\n\n"),
    Kind::new("front matter", "---\n", "title: x\n"),
    Kind::new("menus", "", "English / Français\nREAD: more\n"),
    Kind::records(
        "lone surrogates in JSON",
        "{\"text\": \"Russia \\ud800 vetoed\"}\n{\"text\": \"Iran \\udc00\\ud800.\"}\n",
    ),
    Kind::records(
        "small records",
        "{\"text\": \"Russia vetoed the draft.\"}\n",
    ),
];

/// Text of one line, as news has it.
pub(crate) fn line(bytes: usize) -> String {
    const SENTENCE: &str = "The envoy said on Tuesday that Russia had vetoed the draft resolution, and Hamas rejected a ceasefire. ";
    SENTENCE.repeat(bytes / SENTENCE.len() + 1)
}
